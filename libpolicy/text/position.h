/* Counting places of a text in bytes, code points, UTF-16 units, lines and columns. */
#ifndef POLICY_TEXT_POSITION_H
#define POLICY_TEXT_POSITION_H

#include <policy/text.h>

#include "base/array.h"

/* The index of one text. Marks stand every 256 bytes; a text of ASCII alone has none. */
typedef struct policy__positions {
  policy_string text; /* borrowed */
  bool ascii;
  policy__array marks; /* of struct policy__mark */
  policy__array lines; /* of uint32_t: where each line begins */
} policy__positions;

/* Indexes valid UTF-8. One pass. */
policy_status policy__positions_init(policy__positions *positions, policy_string text,
                                     const policy_allocator *allocator);
void policy__positions_free(policy__positions *positions);

policy_position policy__positions_at(const policy__positions *positions, uint32_t byte);
uint32_t policy__positions_code_point(const policy__positions *positions, uint32_t byte);
uint32_t policy__positions_byte(const policy__positions *positions, uint32_t n, bool utf16);

#endif
