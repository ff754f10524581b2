/* Names that the gazetteer does not know: a sequence model over the capitalised words of a sentence. */
#ifndef POLICY_EXTRACT_NAMETAG_H
#define POLICY_EXTRACT_NAMETAG_H

#include <stdbool.h>

#include <policy/text.h>

#include "base/array.h"
#include "extract/terms.h"

typedef enum policy__name_type {
  POLICY__NAME_PERSON,
  POLICY__NAME_ORGANISATION,
  POLICY__NAME_PLACE,
  POLICY__NAME_THING, /* a law, an event, a work, a people: no actor */
  POLICY__NAME_TYPES
} policy__name_type;

/* A name that was found. */
typedef struct policy__name_span {
  uint32_t first, end; /* words, as numbered in the array given */
  int16_t score;       /* log odds against no name there, in 1/16 */
  uint8_t type;        /* policy__name_type */
} policy__name_span;

/* Where the words stand, and what their document tells of them. All is borrowed. */
typedef struct policy__name_place {
  policy_string text;
  const policy__term *words; /* of the document */
  const unsigned char *small; /* bits by hash: words that stand somewhere with a small first letter; NULL: none */
  uint32_t small_mask;
} policy__name_place;

/* The numbers of the model; all pointers are borrowed. */
typedef struct policy__name_model {
  uint32_t seed, size;     /* of the lexicon: a third of its entries */
  const uint8_t *groups;   /* coarse class of meaning by class */
  const uint8_t *lexicon;  /* entries of three bytes */
  const int8_t *weights;   /* POLICY__NAME_ROWS rows of POLICY__NAME_LABELS, in 1/16 */
} policy__name_model;

/* Appends the names among the words [first, end) of one sentence to `names` (of policy__name_span), in the order
   of the text, none overlapping. Linear; no memory but that of `names`. */
policy_status policy__nametag_find(const policy__name_place *place, uint32_t first, uint32_t end,
                                   policy__array *names);

/* Makes the names of a document agree, which are in the order of the text: each gets the type that all places of
   its form speak for together, and their mean score, in which words that stand there as no name count 0. `words`:
   how many the document has. Linear. */
policy_status policy__nametag_agree(const policy__name_place *place, uint32_t words,
                                    const policy_allocator *allocator, policy__array *names);

/* ---- for training ---------------------------------------------------------------------------------------- */

/* Labels of a word: for each type, that a name begins, goes on, ends, or is this word alone. No label, where no
   name is, has the score 0. */
enum {
  POLICY__NAME_BEGINS,
  POLICY__NAME_GOES_ON,
  POLICY__NAME_ENDS,
  POLICY__NAME_ALONE,
  POLICY__NAME_LABELS = 4 * POLICY__NAME_TYPES,
  POLICY__NAME_ROWS = 1 << 16,
  POLICY__NAME_CLASSES = 1024, /* of meaning; 0: unknown words */
  POLICY__NAME_FEATURES = 56, /* at most, of a word */
  POLICY__NAME_LONGEST = 48   /* words that are decided together */
};

/* The numbers as they lie in names.weights, which is trusted: it comes with the library. */
policy__name_model policy__nametag_model(const unsigned char *bytes);

/* The next words [*begin, *stop) from `first` on that are decided together: capitalised ones and what joins
   them. False when there are none before `end`. */
bool policy__nametag_run(const policy__name_place *place, uint32_t first, uint32_t end, uint32_t *begin,
                         uint32_t *stop);

/* The rows of weights that speak for each word of the run [begin, stop) in the sentence [first, end). */
uint32_t policy__nametag_rows(const policy__name_model *model, const policy__name_place *place, uint32_t first,
                              uint32_t end, uint32_t begin, uint32_t stop,
                              uint32_t rows[][POLICY__NAME_FEATURES]);

/* Appends the names of a run by the scores of its words. */
policy_status policy__nametag_decode(uint32_t begin, uint32_t stop,
                                     const int16_t scores[][POLICY__NAME_LABELS], policy__array *names);

#endif
