/* The table of trigrams that tell languages; tools/language/generate.py makes it. */
#ifndef POLICY_DATA_LANGUAGE_TABLE_H
#define POLICY_DATA_LANGUAGE_TABLE_H

#include <stdint.h>

enum { POLICY__WEIGHT_NOTHING = 35, POLICY__LANGUAGE_GROUPS = 4, POLICY__LANGUAGE_MOST = 32 };

/* A trigram and how much it speaks for each language of its script: quarters of a natural logarithm, as characters from
   POLICY__WEIGHT_NOTHING on. */
typedef struct policy__language_row {
  uint64_t key; /* three code points of 16 bits, in lower case; a space for what is no letter */
  char weights[POLICY__LANGUAGE_MOST];
} policy__language_row;

/* The languages of each script that several share: Latin, Cyrillic, Arabic, Devanagari. BCP 47; the rest is NULL. */
extern const char *const policy__language_codes[POLICY__LANGUAGE_GROUPS][POLICY__LANGUAGE_MOST];

extern const policy__language_row policy__language_rows[]; /* in the order of the keys; the first has no weights */

/* Numbers of rows by the highest bits of key * 0x9E3779B97F4A7C15, with open addressing; 0: free. */
extern const uint16_t policy__language_slots[];
extern const unsigned policy__language_slot_bits;

#endif
