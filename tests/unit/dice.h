/* Random numbers for tests, the same in every run. */
#ifndef DICE_H
#define DICE_H

#include <stdint.h>

typedef struct dice {
  uint64_t state;
} dice;

static inline uint32_t dice_bits(dice *d) {
  d->state = d->state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(d->state >> 32);
}

/* From 0 on, less than `count`. */
static inline uint32_t dice_below(dice *d, uint32_t count) {
  return (uint32_t)((uint64_t)dice_bits(d) * count >> 32);
}

/* Both ends included. */
static inline int32_t dice_between(dice *d, int32_t low, int32_t high) {
  return (int32_t)(low + (int64_t)((uint64_t)dice_bits(d) * (uint64_t)((int64_t)high - low + 1) >> 32));
}

/* From -1 to 1. */
static inline float dice_float(dice *d) {
  return (float)dice_between(d, -(1 << 20), 1 << 20) / (float)(1 << 20);
}

#endif
