/* Decision lists over the endings of words, as tools/train/endings.py makes them; lang/ending.h asks them. */
#ifndef POLICY_DATA_ENDINGS_H
#define POLICY_DATA_ENDINGS_H

#include <stdint.h>

enum { POLICY__UPOS_COUNT = 18, POLICY__XPOS_COUNT = 50 };

/* Entries by 44 bits of a hash of their group and ending: the upper 12 name a bucket, the rest is the key. */
typedef struct policy__endings {
  unsigned longest;       /* code points of the longest ending */
  const uint16_t *starts; /* the first entry of each of 4096 buckets, and the end of the last */
  const uint32_t *keys;   /* rising within a bucket */
  const uint16_t *labels;
} policy__endings;

/* The group of words that an UPOS and an XPOS make. */
typedef uint8_t policy__groups[POLICY__UPOS_COUNT][POLICY__XPOS_COUNT];

#endif
