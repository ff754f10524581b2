/* Small weights with random numbers, written as weights.c tells the file. */
#ifndef TINY_WEIGHTS_H
#define TINY_WEIGHTS_H

#include "lang/weights.h"

/* Numbers of the header, in its order. */
typedef struct tiny_sizes {
  uint32_t slots, words, size, pieces[POLICY__WORD_PIECES], hidden, arc, label, far, tags, relations;
} tiny_sizes;

enum { TINY_HEADER = 96, TINY_SUM = 8, TINY_SLOTS = 16, TINY_NAMES = 84 };

/* What the table of words knows: row 1, 2 and so on. NULL-terminated. */
extern const char *const tiny_words[];

/* The least of everything. */
extern const tiny_sizes tiny_least;

/* The file, its sum right, aligned to 16; freed by the caller. */
unsigned char *tiny_write(const tiny_sizes *sizes, uint64_t seed, size_t *size);

/* Puts the sum right after bytes were changed. */
void tiny_seal(unsigned char *bytes, size_t size);

/* Where a part of the weights begins in the bytes that they were read from. */
#define TINY_OFFSET(part, bytes) ((size_t)((const unsigned char *)(part) - (bytes)))

#endif
