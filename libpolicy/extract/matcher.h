/* Finding the names of the gazetteer among words. */
#ifndef POLICY_EXTRACT_MATCHER_H
#define POLICY_EXTRACT_MATCHER_H

#include "data/gazetteer.h"
#include "extract/words.h"

/* Begins at a word: the longest form whose letters' case fits, in `*length` words, or NULL. At most as many
   steps as the longest form has words. */
const policy__gazetteer_form *policy__gazetteer_match(const policy__word *words, size_t count, size_t *length);

/* The word's classes; 0 for one that the gazetteer does not know. */
static inline uint32_t policy__word_classes(const policy__word *word) {
  return policy__gazetteer_words[word->id].classes;
}

#endif
