/* How to come from word forms to lemmas; tools/train/lemma.py makes it. */
#ifndef POLICY_DATA_LEMMA_TABLE_H
#define POLICY_DATA_LEMMA_TABLE_H

#include "data/endings.h"

/* What to cut off the end of a form in lower case, in code points, and what to put there. */
typedef struct policy__edit {
  uint8_t strip;
  char append[15];
} policy__edit;

extern const policy__edit policy__edits[];
extern const policy__groups policy__lemma_groups;

/* Numbers of edits, by group. */
extern const policy__endings policy__edit_endings;

/* What to do to the capitals (0 lower, 1 keep, 2 one at the beginning, 3 all upper), by 16 x group + 2 x shape
   of the form + whether it stands first; whole words of any shape by 16 x group + 15. */
extern const policy__endings policy__case_endings;

#endif
