/* The lines of a text, each with what its form says. Blank lines are not kept but counted. */
#ifndef POLICY_READ_LINES_H
#define POLICY_READ_LINES_H

#include <stdbool.h>

#include "base/array.h"
#include "read/marker.h"

enum {
  POLICY__LINE_PAGE = 1 << 0,  /* a form feed stands before it */
  POLICY__LINE_UPPER = 1 << 1, /* its first letter is a capital, after digits and signs */
  POLICY__LINE_LOWER = 1 << 2, /* it begins with a small letter */
  POLICY__LINE_STOP = 1 << 3,  /* it ends with . ! ? or an ellipsis, quotes, brackets and note marks aside */
  POLICY__LINE_COLON = 1 << 4,
  POLICY__LINE_SEMICOLON = 1 << 5,
  POLICY__LINE_COMMA = 1 << 6,
  POLICY__LINE_HYPHEN = 1 << 7,
  POLICY__LINE_QUESTION = 1 << 8,  /* with STOP */
  POLICY__LINE_CAPITALS = 1 << 9,  /* its letters, at least three, are capitals */
  POLICY__LINE_TITLE = 1 << 10,    /* its long words, at least two, begin with capitals */
  POLICY__LINE_RULE = 1 << 11,     /* it has neither letters nor digits */
  POLICY__LINE_DIGITS = 1 << 12,   /* it has digits and no letters */
  POLICY__LINE_CELLS = 1 << 13,    /* two or more pieces with tabs, wide gaps or bars between them */
  POLICY__LINE_LEADERS = 1 << 14,  /* a row of dots leads to a page number */
  POLICY__LINE_QUOTED = 1 << 15,   /* begins with ">" */
  POLICY__LINE_OPEN = 1 << 16,     /* its last word cannot end a phrase: "of", "the" */
  POLICY__LINE_MARKER = 1 << 17,   /* its marker counts (set by who knows the neighbours) */
  POLICY__LINE_PROSE = 1 << 18,    /* a stop stands inside it, before a capital */
  POLICY__LINE_FURNITURE = 1 << 19 /* a page number or a printer's mark (set by who looks for them) */
};

typedef struct policy__line {
  uint32_t begin, end; /* without white space around it */
  uint32_t flags;
  uint32_t width;      /* columns */
  uint16_t indent;     /* columns of white space before it; a tab goes to the next column of eight */
  uint16_t gap;        /* blank lines before it */
  uint16_t words;      /* in its beginning */
  uint16_t head;       /* columns of its first word, with what stands around it */
  policy__marker marker;
} policy__line;

/* Appends the lines of a text (of policy__line). A line ends with LF, VT, FF or another of Unicode's line
   ends. Linear; the words of a line are looked at in its first 512 bytes. */
policy_status policy__lines_find(policy_string text, policy__array *lines);

/* How a text is broken into lines. */
typedef struct policy__layout {
  bool wrapped;   /* paragraphs are broken at a margin */
  uint32_t width; /* the margin, in columns */
  uint32_t indent; /* where most of the text begins */
} policy__layout;

policy__layout policy__layout_of(const policy__array *lines);

#endif
