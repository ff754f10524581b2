/* The numbers of list items as text: "3", "c", "iii". */
#ifndef POLICY_READ_LABEL_H
#define POLICY_READ_LABEL_H

#include <stdbool.h>

#include <policy/text.h>

#include "base/buffer.h"

typedef enum policy__number_format {
  POLICY__FORMAT_DECIMAL,
  POLICY__FORMAT_ZERO,         /* 01, 02 */
  POLICY__FORMAT_UPPER_LETTER, /* behind Z comes AA, then BB */
  POLICY__FORMAT_LOWER_LETTER,
  POLICY__FORMAT_UPPER_ALPHA, /* behind Z comes AA, then AB */
  POLICY__FORMAT_LOWER_ALPHA,
  POLICY__FORMAT_UPPER_ROMAN,
  POLICY__FORMAT_LOWER_ROMAN,
  POLICY__FORMAT_ORDINAL, /* 1st, 2nd */
  POLICY__FORMAT_BULLET,
  POLICY__FORMAT_NONE
} policy__number_format;

/* Appends a number, at most 24 bytes; digits where the format has no sign for it. Nothing for BULLET and NONE. */
policy_status policy__label_put(int64_t number, policy__number_format format, policy_buffer *label);

/* Appends the sign of a bullet: whatever a font of symbols shows stands as a round one. */
policy_status policy__label_bullet(policy_string sign, policy_buffer *label);

/* The format that a page or an OpenDocument names by a sign ("1", "a", "I") or a word of CSS ("lower-roman"); `other`
   where it names none that is known. */
policy__number_format policy__label_format(policy_string name, policy__number_format other);

/* The whole number that a value begins with, white space before it, as close to it as 32 bits can hold. False: there is
   none. */
bool policy__label_number(policy_string value, int32_t *number);

/* Whether the text of an item has a number of its own in front, so that the one it is counted by is not shown. */
bool policy__label_is_own(policy_string text, int64_t number);

#endif
