/* What the network sees of a word. */
#include "lang/word_features.h"

#include "text/utf8.h"

enum {
  LONGEST_END = 5,
  LONGEST_BEGINNING = 3,
  SHAPE_RUNS = 6 /* runs of like characters that the shape tells apart */
};

#define START UINT64_C(0xcbf29ce484222325)

static uint64_t mix(uint64_t hash, uint32_t c) {
  return (hash ^ c) * UINT64_C(0x100000001b3); /* FNV-1a, a code point at a time */
}

static uint32_t fold(uint64_t hash, uint32_t family) {
  hash = mix(hash, family);
  hash ^= hash >> 32;
  hash *= UINT64_C(0x9e3779b97f4a7c15);
  return (uint32_t)(hash >> 32);
}

/* The same word in other typesetting: small letters, 0 for every digit, straight quotes, plain dashes. */
static uint32_t plain(uint32_t c) {
  if (c < 0x80) return c - '0' < 10u ? '0' : c - 'A' < 26u ? c + ('a' - 'A') : c;
  if (c == 0x2018 || c == 0x2019) return '\'';
  if (c == 0x201C || c == 0x201D) return '"';
  if (c >= 0x2010 && c <= 0x2014) return '-';
  if ((policy__classify(c) & POLICY__DIGIT) != 0) return '0';
  return policy__lower(c);
}

static uint32_t shape_of(uint32_t c) {
  if (c < 0x80) return c - 'a' < 26u ? 'x' : c - 'A' < 26u ? 'X' : c - '0' < 10u ? '0' : c;
  unsigned class = policy__classify(c);
  if ((class & POLICY__UPPER) != 0) return 'X';
  if ((class & POLICY__LETTER) != 0) return 'x';
  return (class & POLICY__DIGIT) != 0 ? '0' : plain(c);
}

/* Runs of like characters, each once, and whether a run is longer than one. */
static uint64_t shape(policy_string word) {
  const char *at = word.data, *end = word.data + word.size;
  uint64_t hash = START;
  uint32_t before = 0, runs = 0;
  bool longer = false;
  while (at < end && runs <= SHAPE_RUNS) {
    uint32_t c = shape_of(policy__utf8_next(&at));
    if (c != before) {
      hash = mix(hash, c);
      runs++;
    } else if (!longer) {
      hash = mix(hash, '+');
    }
    longer = c == before;
    before = c;
  }
  return hash;
}

policy__word_features policy__word_features_of(policy_string word) {
  policy__word_features features = {.key = START};
  const char *at = word.data, *end = word.data + word.size;
  uint32_t size = 0, piece = 0;
  uint64_t beginning[LONGEST_BEGINNING + 1] = {START, START, START, START};
  while (at < end) {
    features.key = mix(features.key, plain(policy__utf8_next(&at)));
    if (size < LONGEST_BEGINNING) beginning[++size] = features.key;
  }
  uint64_t hash = START;
  for (uint32_t length = 1; length <= LONGEST_END; length++) {
    hash = mix(hash, at > word.data ? plain(policy__utf8_previous(&at)) : '^');
    features.pieces[piece++] = fold(hash, length);
  }
  features.pieces[piece++] = fold(beginning[size < 2 ? size : 2], 6);
  features.pieces[piece++] = fold(beginning[size], 7);
  features.pieces[piece] = fold(shape(word), 8);
  return features;
}
