/* The network's numbers, as they lie in a file. */
#ifndef POLICY_LANG_WEIGHTS_H
#define POLICY_LANG_WEIGHTS_H

#include <stdbool.h>

#include <policy/document.h>

#include "lang/kernel.h"
#include "lang/word_features.h"
#include "lang/xpos.h"

/* Rows of signed bytes, each with a factor of its own, which is a byte. */
typedef struct policy__rows {
  uint32_t count, size;
  const uint8_t *factors;
  const int8_t *bytes;
} policy__rows;

enum { POLICY__LAYERS = 2, POLICY__DIRECTIONS = 2, POLICY__TAGS_MOST = 256, POLICY__RELATIONS_MOST = 128 };

/* A class of the tagger. */
typedef struct policy__tag {
  policy_upos upos;
  policy__xpos xpos;
  policy_string core; /* the features that the tagger decides, "" for none */
} policy__tag;

/* All pointers are borrowed from the bytes that were read. */
typedef struct policy__weights {
  uint32_t slots;               /* of the table of words: a power of two */
  const uint32_t *fingerprints; /* [slots], 0 where a slot is free */
  const uint16_t *numbers;      /* [slots]: rows in `words` */
  policy__rows words, pieces;
  uint32_t piece_first[POLICY__WORD_PIECES], piece_count[POLICY__WORD_PIECES];
  uint32_t hidden;         /* cells of one direction of one layer */
  policy__matrix input;    /* from the word to the gates of both layers: [layer][direction][gate][cell] */
  policy__matrix below;    /* from the first layer to the gates of the second */
  policy__matrix before[POLICY__LAYERS][POLICY__DIRECTIONS]; /* from the step before */
  policy__matrix tags;
  policy__matrix arcs;     /* to the vectors for arcs: as child, as head */
  policy__matrix bilinear; /* from the child's vector to what multiplies the head's */
  policy__matrix labels;   /* to the vectors for relations: as child, as head */
  policy__matrix relations;
  const int16_t *root_arc, *root_label; /* the root's vectors as head */
  uint32_t far;
  const int32_t *distance; /* [2 * far + 1], added to the scores of arcs by where the head stands */
  uint32_t tag_count, relation_count;
  policy__tag tag[POLICY__TAGS_MOST];
  policy_string relation[POLICY__RELATIONS_MOST];
  uint32_t root_relation; /* number of "root" */
} policy__weights;

/* Reads `bytes`, which must be aligned to 16 and outlive the weights. Every size is checked, so that
   nothing outside is ever read, whatever the bytes; when `check`, also the sum over all bytes, the table of words,
   and the numbers, which takes milliseconds: FORMAT says what is wrong. */
policy_status policy__weights_read(const void *bytes, size_t size, bool check, policy__weights *weights,
                                   policy_error *error);

/* The row of a word that the network knows, by its key, or 0: the row of unknown words. */
uint32_t policy__weights_word(const policy__weights *weights, uint64_t key);

#endif
