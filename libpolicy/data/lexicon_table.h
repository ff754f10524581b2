/* The table of word forms; tools/lexicon/generate.py makes it. */
#ifndef POLICY_DATA_LEXICON_TABLE_H
#define POLICY_DATA_LEXICON_TABLE_H

#include <stdint.h>

/* A word form and what it can be, as bits that extract/lexicon.h names. */
typedef struct policy__lexeme {
  char word[21];
  uint16_t bits;
} policy__lexeme;

extern const policy__lexeme policy__lexemes[]; /* sorted; the first is empty */
extern const uint32_t policy__lexeme_count;

/* Numbers of lexemes by FNV-1a hash and the mask, with open addressing; 0: free. */
extern const uint16_t policy__lexeme_slots[];
extern const uint32_t policy__lexeme_mask;

#endif
