/* Weights of the evidence for the ends of sentences; made by tools/train/sentence.py. */
#ifndef POLICY_DATA_SENTENCE_WEIGHTS_H
#define POLICY_DATA_SENTENCE_WEIGHTS_H

#include <stdint.h>

/* By place; a unit is 1/16 of a logit. */
extern const int8_t policy__sentence_weights[];

#endif
