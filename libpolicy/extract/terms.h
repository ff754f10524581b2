/* Words as the actor step sees them: folded, looked up and with their shape; hyphens part them. */
#ifndef POLICY_EXTRACT_TERMS_H
#define POLICY_EXTRACT_TERMS_H

#include <policy/text.h>

#include "base/array.h"

typedef enum policy__shape {
  POLICY__SHAPE_CAPITAL = 1,       /* begins with a capital */
  POLICY__SHAPE_ALL_CAPITALS = 2,  /* two letters or more, none of them small */
  POLICY__SHAPE_MANY_CAPITALS = 4, /* two capitals or more */
  POLICY__SHAPE_SMALL = 8,         /* begins with a small letter */
  POLICY__SHAPE_NUMBER = 16,
  POLICY__SHAPE_MARK_SIGN = 32, /* no letter or digit */
  POLICY__SHAPE_SPACED = 64,    /* white space before it */
  POLICY__SHAPE_FIRST = 128,    /* begins its sentence, or what its marker precedes */
  POLICY__SHAPE_INITIAL = 256,  /* "R." or "J.K." */
  POLICY__SHAPE_OWNER = 512,    /* "'s", or the apostrophe behind an s */
  POLICY__SHAPE_STOPPED = 1024  /* a full stop follows that belongs to it */
} policy__shape;

typedef struct policy__term {
  policy_span span;
  uint32_t hash;  /* of the folded word */
  uint32_t sign;  /* the code point of a sign, 0 for words */
  uint16_t id;    /* in the gazetteer's words; 0: not there */
  uint16_t shape; /* bits of policy__shape */
} policy__term;

/* Appends the words of text[sentence] to `words` (of policy__term): letters and digits with apostrophes
   inside, "U.S." as one, "'s" apart, and each other sign. Linear. */
policy_status policy__terms_find(policy_string text, policy_span sentence, policy__array *words);

/* Writes the folded bytes of one word (small, plain letters, ' for every apostrophe, no stops), never more
   than `size`, and returns how many there are in all. */
size_t policy__terms_fold(policy_string word, char *folded, size_t size);

/* The number of a folded word in the gazetteer, 0 when it is not there. */
uint16_t policy__terms_lookup(const char *folded, size_t size);

#endif
