/* The network's numbers for English, compiled in. */
#ifndef POLICY_DATA_ENGLISH_H
#define POLICY_DATA_ENGLISH_H

/* english.weights from its first byte to one behind its last; aligned to 64 bytes. */
extern const unsigned char policy__english_weights[], policy__english_weights_end[];

#endif
