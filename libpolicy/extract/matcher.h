/* Finding the names of the gazetteer among words. */
#ifndef POLICY_EXTRACT_MATCHER_H
#define POLICY_EXTRACT_MATCHER_H

#include "data/gazetteer.h"
#include "extract/terms.h"

/* Begins at a word: the longest form whose letters' case fits, in `*length` words, or NULL. At most as many
   steps as the longest form has words. */
const policy__gazetteer_form *policy__gazetteer_match(const policy__term *words, size_t count, size_t *length);

/* The word's classes; 0 for one that the gazetteer does not know. */
static inline uint32_t policy__term_classes(const policy__term *word) {
  return policy__gazetteer_words[word->id].classes;
}

#endif
