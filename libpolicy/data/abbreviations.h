/* Abbreviations that end in a full stop, and what their stop means. */
#ifndef POLICY_DATA_ABBREVIATIONS_H
#define POLICY_DATA_ABBREVIATIONS_H

#include <policy/text.h>

typedef enum policy__abbreviation {
  POLICY__ABBREVIATION_NONE,
  POLICY__ABBREVIATION_BEFORE, /* stands before what it belongs to, hardly ever at the end: Mr. Gen. e.g. v. */
  POLICY__ABBREVIATION_NUMBER, /* stands before a number: No. Art. Sec. pp. */
  POLICY__ABBREVIATION_MONTH,  /* months and days: may stand before a number, or end a sentence */
  POLICY__ABBREVIATION_LAW, /* of courts, codes and reporters, with a capital, inside citations: Cir. Supp. Cal.
                             */
  POLICY__ABBREVIATION_NAME,  /* behind a name: Inc. Jr. Esq. Ltd. */
  POLICY__ABBREVIATION_OTHER, /* may stand anywhere: etc. al. approx. */
  POLICY__ABBREVIATION_TIME,  /* a.m. p.m. B.C. */
  POLICY__ABBREVIATION_PLACE  /* U.S. U.K. D.C. */
} policy__abbreviation;

/* The kind of a word, given without its last stop ("Mr", "U.S"), in any case but where said above. Words that
   are also common words ("no", "art", "sat") are here only in kinds whose users look at what follows. */
policy__abbreviation policy__abbreviation_find(policy_string word);

#endif
