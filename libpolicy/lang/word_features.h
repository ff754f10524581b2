/* What the network sees of a word: a key for the words that it knows, and hashed pieces of its spelling. */
#ifndef POLICY_LANG_WORD_FEATURES_H
#define POLICY_LANG_WORD_FEATURES_H

#include <policy/text.h>

/* Ends of one to five characters, beginnings of two and three, and the shape. */
enum { POLICY__WORD_PIECES = 8 };

typedef struct policy__word_features {
  uint64_t key;                         /* of the whole word: without case, digits alike, quotes and dashes plain */
  uint32_t pieces[POLICY__WORD_PIECES]; /* hashes, each of its own family */
} policy__word_features;

/* Linear in the size of the word, and without memory. The same on every machine; training calls it too. */
policy__word_features policy__word_features_of(policy_string word);

#endif
