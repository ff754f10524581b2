/* Pages as pdftotext would print them, from a few words for each line. */
#ifndef POLICY_TESTS_PDF_PAGES_H
#define POLICY_TESTS_PDF_PAGES_H

#include <policy.h>

#include "read/pdf_layout.h"

/* The beginning and end of the whole, of a page and of a block; every call appends. */
void pages_begin(void);
void pages_page(void);
void pages_block(void);

/* A line of letters of `size` points whose lower left corner is at (left, base); words are parted by spaces. A letter is
   half as wide as it is high. */
void pages_line(float left, float base, float size, const char *text);

/* Lines below each other, 12 points apart, in letters of 10 points; the last argument is NULL. Gives the base behind. */
float pages_text(float left, float base, ...);

/* The XHTML so far, ended; and the document that is made of it. Both until the next pages_begin. */
policy_string pages_end(void);
policy_document *pages_read(void);

#endif
