/* What a word form can be, without looking at its sentence. */
#ifndef POLICY_EXTRACT_LEXICON_H
#define POLICY_EXTRACT_LEXICON_H

#include <policy/text.h>

#include "data/lexicon_table.h"

enum {
  POLICY__CAN_BASE = 1, /* infinitive, imperative, or present */
  POLICY__CAN_THIRD = 2,
  POLICY__CAN_PAST = 4,
  POLICY__CAN_PARTICIPLE = 8, /* past */
  POLICY__CAN_GERUND = 16,
  POLICY__CAN_ADVERB = 32,
  POLICY__CAN_ADJECTIVE = 64,
  POLICY__CAN_NOUN = 128,
  POLICY__MAINLY_VERB = 256
};

/* The lexeme of a lower-case word; one without bits and classes when it is not known. Never NULL. */
const policy__lexeme *policy__lexicon_find(policy_string word);

#endif
