/* From lines to blocks: what belongs together, and what it is. */
#ifndef POLICY_READ_BLOCKS_H
#define POLICY_READ_BLOCKS_H

#include <policy/document.h>

#include "read/lines.h"

enum {
  POLICY__PART_UNDERLINED = 1, /* a rule stands under it */
  POLICY__PART_RUNNING = 2,    /* boilerplate that repeats from page to page */
  POLICY__PART_FIXED = 4,      /* its kind is settled */
  POLICY__PART_CONTENTS = 8    /* of a table of contents */
};

/* A block in the making: lines first to last. */
typedef struct policy__part {
  uint32_t first, last;
  uint8_t kind; /* policy_block_kind */
  uint8_t level;
  uint8_t flags;
  uint8_t style; /* of a heading: the look that its level follows */
  uint32_t page; /* from 1; 0: the text has no pages */
} policy__part;

/* A text on its way to blocks. */
typedef struct policy__page_text {
  policy_string text;
  policy__array lines; /* of policy__line */
  policy__array parts; /* of policy__part */
  policy__layout layout;
} policy__page_text;

/* The line and part with a number. */
policy__line *policy__line_at(const policy__page_text *text, size_t n);
policy__part *policy__part_at(const policy__page_text *text, size_t n);

/* The text of a part, from the beginning of its first line to the end of its last. */
policy_string policy__part_text(const policy__page_text *text, const policy__part *part);

/* Columns of all its lines. */
uint32_t policy__part_width(const policy__page_text *text, const policy__part *part);

/* Groups the lines to parts: paragraphs, list items, tables, quoted lines, rules. */
policy_status policy__parts_find(policy__page_text *text);

/* Joins parts that one sentence runs through, over blank lines alone. */
void policy__parts_mend(policy__page_text *text);

/* Makes the entries of a table of contents tables, and marks them. */
void policy__contents_mark(policy__page_text *text);

/* Tells captions, footnotes, citations, headings and quotes from paragraphs, and sets levels. */
void policy__parts_classify(policy__page_text *text);

/* Whether a part reads as the caption of a figure or table, or names its source. */
bool policy__is_caption(policy_string content);

#endif
