/* The noun phrase that a word heads, by the tree of its sentence. */
#ifndef POLICY_EXTRACT_PHRASE_H
#define POLICY_EXTRACT_PHRASE_H

#include "extract/actors.h"

/* Finds the token of each word, for those sentences that have trees. Linear. */
policy_status policy__phrases_find(policy__actor_step *step);

static inline bool policy__phrase_is_known(const policy__actor_step *step, uint32_t n) {
  return step->tokens[n] != POLICY_NONE;
}

/* Whether a noun behind the word heads it: "school" in "school day". */
bool policy__phrase_is_part(const policy__actor_step *step, uint32_t n);

/* Where the phrase of a word begins, without articles, pronouns and quantifiers; and where it ends, with what hangs
   on it by prepositions, without clauses. Within [first, end) of the sentence. */
uint32_t policy__phrase_start(const policy__actor_step *step, uint32_t n, uint32_t first);
uint32_t policy__phrase_end(const policy__actor_step *step, uint32_t n, uint32_t end);

#endif
