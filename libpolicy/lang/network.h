/* The network: tags, heads and relations of the words of sentences.

   Two bidirectional LSTM layers over what words look like, biaffine arcs (Dozat and Manning 2017), all in integers and
   in single steps of float (see kernel.h), so that every machine gives the same trees. */
#ifndef POLICY_LANG_NETWORK_H
#define POLICY_LANG_NETWORK_H

#include <policy/memory.h>

#include "lang/weights.h"

enum {
  POLICY__SENTENCE_LONGEST = 256, /* words; longer sentences must be cut before */
  POLICY__BATCH_SENTENCES = 32,
  POLICY__BATCH_WORDS = 1024
};

/* What the network says of a word. */
typedef struct policy__reading {
  uint16_t head;    /* 0: none, it is the root; else the number of the head in the sentence, from 1 */
  uint8_t tag, relation; /* numbers of names in the weights */
} policy__reading;

typedef struct policy__network policy__network;

/* Room to work in, for one thread at a time. `words` is how many will come in all: a small document needs little.
   NULL when there is no memory. Weights and kernel are borrowed. */
policy__network *policy__network_new(const policy__weights *weights, const policy__kernel *kernel,
                                     const policy_allocator *allocator, uint32_t words);
void policy__network_free(policy__network *network);

/* Reads `count` sentences, at most BATCH_SENTENCES of at most BATCH_WORDS words in all, each of 1 to
   SENTENCE_LONGEST words: `sizes[s]` words, whose forms lie one behind the other in `forms`; so do `readings`.
   Allocates nothing. Linear in the words, but for the arcs of a sentence, which are quadratic in its words. */
void policy__network_read(policy__network *network, const policy_string *forms, const uint32_t *sizes,
                          uint32_t count, policy__reading *readings);

#endif
