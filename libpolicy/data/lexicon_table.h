/* The table of word forms; tools/lexicon/generate.py makes it. */
#ifndef POLICY_DATA_LEXICON_TABLE_H
#define POLICY_DATA_LEXICON_TABLE_H

#include <stdint.h>

/* Classes of function words and of the verbs of asking and saying, as bits (tools/lexicon/function-words.tsv).
 */
enum {
  POLICY__MODAL = 1u << 0,
  POLICY__NEGATION = 1u << 1,
  POLICY__BE = 1u << 2,
  POLICY__HAVE = 1u << 3,
  POLICY__CONDITIONAL = 1u << 4,  /* if, when, unless, once, until */
  POLICY__SUBORDINATOR = 1u << 5, /* because, although, while ...; conditionals too */
  POLICY__RELATIVE = 1u << 6,     /* that, which, who, whom, whose */
  POLICY__PREPOSITION = 1u << 7,
  POLICY__COORDINATOR = 1u << 8,
  POLICY__DETERMINER = 1u << 9,
  POLICY__PRONOUN = 1u << 10,
  POLICY__ADVERB = 1u << 11,      /* clause.c adds those in -ly */
  POLICY__PARTICLE = 1u << 12,    /* up, out, forward ... behind a verb */
  POLICY__REPORTING = 1u << 13,   /* said, argues ... */
  POLICY__PERFORMATIVE = 1u << 14 /* urges, recommend ... */
};

/* A word form: what it can be, as bits that extract/lexicon.h names, and its classes. */
typedef struct policy__lexeme {
  uint32_t word; /* where it begins in the letters */
  uint16_t bits;
  uint16_t classes;
} policy__lexeme;

enum { POLICY__LEXEME_LONGEST = 20 }; /* bytes of a word */

/* Words with a NUL behind each, and as many behind the last as are in the longest. */
extern const char policy__lexeme_letters[];

extern const policy__lexeme policy__lexemes[]; /* sorted; the first is empty */
extern const uint32_t policy__lexeme_count;

/* Numbers of lexemes by FNV-1a hash and the mask, with open addressing; 0: free. */
extern const uint16_t policy__lexeme_slots[];
extern const uint32_t policy__lexeme_mask;

#endif
