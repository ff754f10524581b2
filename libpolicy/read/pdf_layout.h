/* The pages of a PDF as words with boxes, on their way to blocks. */
#ifndef POLICY_READ_PDF_LAYOUT_H
#define POLICY_READ_PDF_LAYOUT_H

#include <policy/builder.h>
#include <policy/read.h>

#include "base/array.h"
#include "read/lines.h"

/* A rectangle in points from the top left of a page. */
typedef struct policy__frame {
  float left, top, right, bottom;
} policy__frame;

typedef struct policy__pdf_word {
  policy__frame frame;
  uint32_t begin, end; /* in the text */
} policy__pdf_word;

enum {
  POLICY__PDF_BOLD = 1 << 0,
  POLICY__PDF_ITALIC = 1 << 1,
  POLICY__PDF_EDGE = 1 << 2,      /* a running head, a foot, a page number */
  POLICY__PDF_MIDDLE = 1 << 3,    /* stands in the middle of its page, as wide as it is on both sides */
  POLICY__PDF_BREAK = 1 << 4,     /* the layout says that no paragraph runs into it */
  POLICY__PDF_ROW = 1 << 5,       /* a piece of a row of a table */
  POLICY__PDF_CONTENTS = 1 << 6,  /* a line of a table of contents */
  POLICY__PDF_LISTED = 1 << 7,    /* the table of contents, or the outline, names it */
  POLICY__PDF_LEAD = 1 << 8       /* it is another line's bullet or number */
};

/* A line: its words, with one space between two, stand in the text from begin to end. */
typedef struct policy__pdf_line {
  policy__frame frame;
  float base;           /* where most of its letters stand */
  float size;           /* points of most of its letters */
  float column;         /* how far to the right its column goes */
  uint32_t begin, end;
  uint32_t word, words; /* the first, and how many */
  uint32_t page;        /* from 0 */
  uint32_t block;       /* as pdftotext groups them */
  uint32_t flags;
  uint32_t colour;      /* 0xRRGGBB */
  uint32_t table;       /* the table that it is a piece of, from 1; 0: none */
  uint32_t lead;        /* a line that is nothing but this one's bullet or number, or POLICY_NONE */
  uint32_t next;        /* the line of the same part that follows, or POLICY_NONE */
  policy__line form;    /* what its words look like */
} policy__pdf_line;

typedef struct policy__pdf_page {
  float width, height;
  uint32_t first, count; /* lines */
} policy__pdf_page;

/* A block in the making: a chain of lines. */
typedef struct policy__pdf_part {
  uint32_t first, last; /* lines */
  uint8_t kind;         /* policy_block_kind */
  uint8_t level;
  uint16_t style; /* of a heading: the look that its level follows */
} policy__pdf_part;

typedef struct policy__pdf {
  const policy_allocator *allocator;
  policy_buffer text; /* the lines, each with a line end */
  policy_buffer meta; /* what the file says of itself */
  policy__array pages, lines, words, parts;
  policy__array tables; /* of policy__pdf_part: chains of lines, row by row */
  policy__array named; /* of uint64_t: the letters of what the outline names (read/pdf_letters.h) */
  policy_string title, author, created, modified; /* as the file says, in the scanned bytes, until policy__pdf_keep_meta */
  float size;       /* of most of the text */
  float leading;    /* from line to line in most of the text */
  uint32_t colour;  /* of most of the text */
  bool styled;      /* bold and italic letters are known */
  bool whole;       /* the end of the output was seen */
} policy__pdf;

void policy__pdf_init(policy__pdf *pdf, const policy_limits *limits, const policy_allocator *allocator);
void policy__pdf_free(policy__pdf *pdf);

policy__pdf_line *policy__pdf_line_at(const policy__pdf *pdf, size_t n);
policy__pdf_page *policy__pdf_page_at(const policy__pdf *pdf, size_t n);
policy__pdf_part *policy__pdf_part_at(const policy__pdf *pdf, size_t n);

/* The words of a line. */
policy_string policy__pdf_text(const policy__pdf *pdf, const policy__pdf_line *line);

/* pdf_scan.c: appends what `pdftotext -bbox-layout` printed. Linear; anything that is not as expected is skipped. */
policy_status policy__pdf_scan(policy__pdf *pdf, policy_string xhtml);

/* pdf_style.c: sets size, weight and colour of lines from what `pdftohtml -xml -zoom 1` printed of the same file, and
   collects what the outline names. */
policy_status policy__pdf_style(policy__pdf *pdf, policy_string xml);

/* pdf_measure.c: looks at each line's form, finds the edges of pages, and what is usual in the text. */
policy_status policy__pdf_measure(policy__pdf *pdf);

/* pdf_edge.c: marks page numbers, running heads and feet. */
policy_status policy__pdf_edges(policy__pdf *pdf);

/* pdf_order.c: puts the lines of pages with two columns in the order in which they are read. */
policy_status policy__pdf_order(policy__pdf *pdf);

/* pdf_contents.c: marks tables of contents, and the headings that they name. */
policy_status policy__pdf_contents(policy__pdf *pdf);

/* pdf_table.c: makes a table of the lines of contents on each page, row by row; and finds all other tables, and the
   bullets and numbers that stand apart from their words. */
policy_status policy__pdf_sort_contents(policy__pdf *pdf);
policy_status policy__pdf_tables(policy__pdf *pdf);

/* pdf_parts.c: groups lines to parts, in reading order. */
policy_status policy__pdf_parts(policy__pdf *pdf);

/* pdf_classify.c: says what each part is. */
policy_status policy__pdf_classify(policy__pdf *pdf);

/* pdf_parts.c again: joins paragraphs over columns and pages, once the parts are known. */
void policy__pdf_join(policy__pdf *pdf);

/* All of these from measuring on, in their order. */
policy_status policy__pdf_lay_out(policy__pdf *pdf);

/* pdf_compose.c: the builder with text and blocks. */
policy_builder *policy__pdf_compose(const policy__pdf *pdf, const void *bytes, size_t size,
                                    const policy_options *options, const policy_limits *limits, policy_error *error);

#endif
