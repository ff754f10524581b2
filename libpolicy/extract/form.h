/* Ways of saying in several words what somebody ought to do: "it is up to X to ...", "our advice is that ...".
 */
#ifndef POLICY_EXTRACT_FORM_H
#define POLICY_EXTRACT_FORM_H

#include "extract/frame.h"

/* What a form may be followed by, as bits. */
enum {
  POLICY__TAKES_TO = 1,     /* (for X) to do */
  POLICY__TAKES_THAT = 2,   /* that X do */
  POLICY__TAKES_GERUND = 4, /* doing */
  POLICY__TAKES_BARE = 8,   /* do, or X do */
  POLICY__TAKES_NAME = 16,  /* X must be there */
  POLICY__TAKES_FINITE = 32 /* X does: what is not to be done */
};

typedef struct policy__form {
  const char *words; /* as form.c tells */
  policy__pattern pattern;
  policy__modality modality;
  unsigned takes;
  const char *before; /* words that part the form from who is to act: "for of"; "": nothing does; NULL: he
                         stands before the form, as a subject */
  bool negated;
  const char *plan; /* what the subject before the form must be: one of these nouns; NULL: anything */
} policy__form;

enum { POLICY__FORMS_MOST = 64 };

/* Which letters a word may begin with, as bits, so that a row of the table may begin with it. */
typedef struct policy__form_letters {
  uint32_t rows[POLICY__FORMS_MOST];
} policy__form_letters;

void policy__form_letters_init(policy__form_letters *letters);

/* The next form that begins at word `n`, from row `*row` of the table on (0 at first), or NULL; `at` is the
   word behind it, `negated` whether it says what not to do. Bounded time: forms are short. */
const policy__form *policy__form_next(const policy__clause *clause, const policy__form_letters *letters,
                                      uint32_t n, size_t *row, uint32_t *at, bool *negated);

#endif
