/* The rows of a page: lines next to each other, and the gutter between two columns. */
#ifndef POLICY_READ_PDF_ROWS_H
#define POLICY_READ_PDF_ROWS_H

#include "read/pdf_layout.h"

/* A line of a page, from top to bottom, and from left to right in a row. */
typedef struct policy__pdf_placed {
  uint32_t line, row;
  float base, left;
} policy__pdf_placed;

/* A row: lines `first` to `first + count - 1` of the sorted page. */
typedef struct policy__pdf_row {
  uint32_t first, count;
  uint32_t cells, brief; /* cells, and those of few words */
  float base, left;
  bool tabular; /* it may be one of a table */
} policy__pdf_row;

typedef enum policy__pdf_side { POLICY__PDF_BOTH, POLICY__PDF_LEFT, POLICY__PDF_RIGHT } policy__pdf_side;

/* What is looked at: one page at a time, or one side of it. */
typedef struct policy__pdf_rows {
  policy__pdf *pdf;
  policy__array lines; /* of policy__pdf_placed */
  policy__array rows;  /* of policy__pdf_row */
  float gutter;        /* between the columns of a page with two; 0: it has one */
  float top;           /* the base of the first line of those columns */
} policy__pdf_rows;

policy__pdf_placed *policy__pdf_placed_at(const policy__pdf_rows *rows, size_t n);
policy__pdf_row *policy__pdf_row_at(const policy__pdf_rows *rows, size_t n);
policy__pdf_line *policy__pdf_line_of(const policy__pdf_rows *rows, size_t n); /* the line of the n-th placed */

/* Which lines: those of a side that have one of the `with` flags (0: all) and none of the `without`. */
typedef struct policy__pdf_choice {
  policy__pdf_side side;
  uint32_t with, without;
} policy__pdf_choice;

/* Takes lines of a page, sorted and with the numbers of their rows. */
policy_status policy__pdf_rows_take(policy__pdf_rows *rows, const policy__pdf_page *page, policy__pdf_choice choice);

/* The rows of the lines that were taken. */
policy_status policy__pdf_rows_find(policy__pdf_rows *rows);

/* Finds the gutter between the lines that were taken: a page has two columns when much prose begins at each of two
   distances from the left, over the same height, and does not run from one into the other; or when hardly a line
   crosses the middle of the text, and full lines stand on both sides of it. */
void policy__pdf_rows_gutter(policy__pdf_rows *rows);

/* Calls `find` for each page. */
policy_status policy__pdf_rows_each(policy__pdf *pdf,
                                    policy_status (*find)(policy__pdf_rows *rows, const policy__pdf_page *page));

#endif
