/* Where the letters of a line stand, one stretch after another. */
#ifndef POLICY_MODEL_PAGES_H
#define POLICY_MODEL_PAGES_H

#include <policy/page.h>

/* The pages of which more than their number is known, which come first: a source may claim any number of pages. */
uint32_t policy__pages_known(const policy_document *document);

/* A line that is measured from its first letter on. */
typedef struct policy__ruler {
  policy_line line;
  uint32_t at;              /* the byte of the text reached */
  double before, all;       /* the widths of the letters up to there, and of all */
  bool turned, from_right;
} policy__ruler;

policy__ruler policy__ruler_of(policy_line line);

/* The box of the text from the place reached to `end`, a place between characters in the line or its end; goes
   there. Linear in that text. */
policy_box policy__ruler_next(policy__ruler *ruler, uint32_t end);

#endif
