/* The words and patterns of lang/cascade.c; tools/cascade/generate.py makes its tables. */
#ifndef POLICY_DATA_CASCADE_TABLE_H
#define POLICY_DATA_CASCADE_TABLE_H

#include <stdint.h>

/* Symbols of what no word of the table stands for; the words' symbols follow. */
enum {
  POLICY__CASCADE_BEGIN,     /* before the first word of a sentence */
  POLICY__CASCADE_BEGIN_ITEM, /* the same in a list item or heading */
  POLICY__CASCADE_END,
  POLICY__CASCADE_OTHER,
  POLICY__CASCADE_NAME, /* begins with a capital */
  POLICY__CASCADE_ED,
  POLICY__CASCADE_ING,
  POLICY__CASCADE_LY,
  POLICY__CASCADE_LETTER,
  POLICY__CASCADE_NUMBER,
  POLICY__CASCADE_YEAR,
  POLICY__CASCADE_COMMA,
  POLICY__CASCADE_STOP
};

/* A word of at most 16 letters, the first in the lowest byte of `low`, the ninth in that of `high`. */
typedef struct policy__cascade_word {
  uint64_t low, high;
  uint16_t symbol;
  uint16_t proper; /* counts only with a capital */
} policy__cascade_word;

extern const policy__cascade_word policy__cascade_words[]; /* the first is none */

/* Numbers of words by the topmost bits of (low * FACTOR_LOW ^ high * FACTOR_HIGH), with open addressing; 0:
   free. */
extern const uint16_t policy__cascade_slots[];
extern const uint32_t policy__cascade_slot_bits;
#define POLICY__CASCADE_FACTOR_LOW UINT64_C(0x9E3779B97F4A7C15)
#define POLICY__CASCADE_FACTOR_HIGH UINT64_C(0xC2B2AE3D27D4EB4F)

/* The automaton: patterns share lanes of 64 positions, none lies in two. Bit i is set while position i is to
   be matched next; the bit behind a pattern's last position when the pattern was matched. */
enum { POLICY__CASCADE_LANES = 8 };

typedef struct policy__cascade_masks {
  uint64_t first[POLICY__CASCADE_LANES];   /* positions that patterns begin with */
  uint64_t loop[POLICY__CASCADE_LANES];    /* that may match again */
  uint64_t block[POLICY__CASCADE_LANES];   /* where runs of positions begin that may be passed over */
  uint64_t exit[POLICY__CASCADE_LANES];    /* right behind such runs */
  uint64_t skipped[POLICY__CASCADE_LANES]; /* that stand behind one that may be passed over */
  uint64_t end[POLICY__CASCADE_LANES];     /* behind whole patterns */
} policy__cascade_masks;

extern const policy__cascade_masks policy__cascade_lanes;
extern const uint64_t policy__cascade_passes[][POLICY__CASCADE_LANES]; /* by symbol: positions it matches */

/* Of the pattern that ends at a position, as bits of lang/cascade.c. */
extern const uint16_t policy__cascade_evidence[POLICY__CASCADE_LANES][64];

#endif
