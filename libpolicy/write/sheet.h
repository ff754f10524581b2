/* Pages as pictures: the lines of a document, cut where marks begin and end, on their way into SVG. */
#ifndef POLICY_WRITE_SHEET_H
#define POLICY_WRITE_SHEET_H

#include <policy/page.h>

#include "write/webpage.h"

/* Lines, each with its pieces. */
typedef struct policy__sheet {
  policy__webpage *page; /* the document, where to write, and the marks */
  unsigned flags;        /* POLICY_SVG_ */
  bool linked;           /* numbers of recommendations lead to what stands beside the text */
  policy__array pieces;  /* of policy__piece, in the order of the text */
  policy__array over;    /* of policy__mark: those over each piece, from outside */
  policy__array firsts;  /* of uint32_t, by line: its first piece */
} policy__sheet;

/* Cuts the lines of a page (from 1), or of all (0). policy__sheet_free ends it, after a failure too; the page's
   writer has the status. Linear in the lines, their text, and the marks. */
void policy__sheet_cut(policy__sheet *sheet, uint32_t page);
void policy__sheet_free(policy__sheet *sheet);

/* The size of a page as it is drawn: the source's, or what its lines take. */
policy_box policy__sheet_size(policy_page page);

/* Writes what stands on a page whose lines were cut, for an svg element of that size. Linear in the page. */
void policy__sheet_draw(policy__sheet *sheet, policy_page page);

/* svg.c: the same as a picture by itself; 0: of all pages whose lines were cut. */
void policy__svg_put(policy__sheet *sheet, uint32_t number);

/* Writes a number of points, to 1/100. */
void policy__sheet_number(policy__writer *writer, const char *before, double value);

#endif
