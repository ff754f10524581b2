/* Small questions about the markup that Poppler's programs print, for the two files that scan it. */
#ifndef POLICY_READ_PDF_MARKUP_H
#define POLICY_READ_PDF_MARKUP_H

#include <stdbool.h>

#include <policy/memory.h>
#include <policy/text.h>

/* One tag, without its brackets, and the text behind it up to the next. */
typedef struct policy__markup {
  policy_string source;
  size_t at;
  policy_string tag, text;
} policy__markup;

/* Goes to the next tag; false at the end. Start from {.source = ...}. */
bool policy__markup_next(policy__markup *markup);

/* Whether the tag is called `name` ("/page" ends a page). */
bool policy__markup_is(const policy__markup *markup, const char *name);

/* The value of an attribute of the tag, or nothing; and the same as a decimal number, whatever the locale, 0 for what is
   none. No number is larger than 100,000: no page is. */
policy_string policy__markup_value(const policy__markup *markup, const char *name);
float policy__markup_number(const policy__markup *markup, const char *name);

/* The next code point of a text, references (&amp; &#39;) decoded; `*at` moves behind it. */
uint32_t policy__markup_point(policy_string text, size_t *at);

/* Appends a code point, or a whole text with its references decoded. */
policy_status policy__markup_put(policy_buffer *out, uint32_t point);
policy_status policy__markup_decode(policy_string text, policy_buffer *out);

#endif
