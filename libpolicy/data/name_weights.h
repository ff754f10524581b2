/* The name tagger's numbers, compiled in. */
#ifndef POLICY_DATA_NAME_WEIGHTS_H
#define POLICY_DATA_NAME_WEIGHTS_H

/* names.weights from its first byte to one behind its last: two numbers of 32 bits (little-endian), the coarse
   classes, the weights, the lexicon, as extract/nametag.h has them. */
extern const unsigned char policy__name_weights[], policy__name_weights_end[];

#endif
