/* What the paragraphs of an OpenDocument take from its styles: the numbers of lists and headings, and their language
   (OpenDocument 1.3, part 3, 16 and 20). */
#ifndef POLICY_READ_ODT_STYLES_H
#define POLICY_READ_ODT_STYLES_H

#include "base/array.h"
#include "base/hash.h"
#include "read/label.h"
#include "read/xml.h"

enum { POLICY__ODT_LEVELS = 10 };

typedef struct policy__odt_level {
  policy_span prefix, suffix; /* in styles.text */
  int64_t count;              /* the number of the last item */
  int32_t start;
  uint8_t format;  /* policy__number_format */
  uint8_t display; /* how many levels its numbers show, its own counted in */
  bool begun;
} policy__odt_level;

/* A style of lists, or the outline, which numbers headings; with its counters. */
typedef struct policy__odt_list {
  policy_span name; /* in styles.text */
  policy__odt_level levels[POLICY__ODT_LEVELS];
} policy__odt_list;

/* A style of paragraphs. */
typedef struct policy__odt_style {
  policy_span name, parent, language; /* in styles.text */
} policy__odt_style;

typedef struct policy__odt_styles {
  policy_buffer text;
  policy__array lists;  /* of policy__odt_list */
  policy__array styles; /* of policy__odt_style */
  policy__table lists_by_name, styles_by_name;
  uint32_t outline;     /* the list that numbers headings; POLICY_NONE: there is none */
  policy_span language; /* of paragraphs whose style tells none */
  /* While reading: */
  policy_span *told; /* where a language goes; NULL: nowhere */
  bool in_list;
} policy__odt_styles;

void policy__odt_styles_init(policy__odt_styles *styles, const policy_allocator *allocator);
void policy__odt_styles_free(policy__odt_styles *styles);

/* Reads the styles of a part: styles.xml, then content.xml, whose styles go before others of their name. */
policy_status policy__odt_styles_read(policy__odt_styles *styles, policy_string xml, const policy_limits *limits,
                                      policy_error *error);

/* Ends the reading. NO_MEMORY. */
policy_status policy__odt_styles_settle(policy__odt_styles *styles);

/* The style of lists of that name, or POLICY_NONE. */
uint32_t policy__odt_list_find(const policy__odt_styles *styles, policy_string name);

/* Begins a list's level, from 1, anew. */
void policy__odt_list_restart(policy__odt_styles *styles, uint32_t list, uint32_t level);

/* Counts an item of a level on, or to `given`, which may be NULL, and appends its number: "1.2. ", "(a) ", a bullet. */
policy_status policy__odt_list_next(policy__odt_styles *styles, uint32_t list, uint32_t level, const int32_t *given,
                                    policy_buffer *label);

/* The language of paragraphs of that style, as BCP 47; borrowed; "" where it is that of most, or not told. */
policy_string policy__odt_language(const policy__odt_styles *styles, policy_string style);

#endif
