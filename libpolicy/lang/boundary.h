/* Whether a sentence ends between two pieces: rules where they are sure, weighed evidence elsewhere. */
#ifndef POLICY_LANG_BOUNDARY_H
#define POLICY_LANG_BOUNDARY_H

#include "lang/piece.h"

/* What parts two pieces. */
typedef enum policy__gap {
  POLICY__GAP_NONE,    /* nothing */
  POLICY__GAP_SPACE,   /* a space, or a line end where the line was full */
  POLICY__GAP_WIDE,    /* two spaces or three */
  POLICY__GAP_COLUMN,  /* more, or a tab */
  POLICY__GAP_LINE,    /* a line end that may be either */
  POLICY__GAP_SHORT,   /* the end of a line that had room for the next word */
  POLICY__GAP_PARAGRAPH /* an empty line */
} policy__gap;

typedef struct policy__boundary {
  const char *text;
  const policy__piece *before2, *before, *next, *next2; /* shape NONE and empty span where there is none */
  policy__gap gap;
  uint32_t words;      /* pieces since the sentence began */
  bool in_brackets, in_quotes;
  bool starts_small;   /* the sentence begins with a small letter */
  policy__item item;   /* the last one of the block */
  char item_style;
  uint32_t item_value;
  uint32_t dots;       /* pieces of one dot alone that end here */
  bool ellipsis_ahead; /* three of them begin here, before a capital */
} policy__boundary;

typedef enum policy__verdict { POLICY__ENDS_NOT, POLICY__ENDS, POLICY__OPEN } policy__verdict;

/* What the rules say; OPEN when they say nothing. */
policy__verdict policy__boundary_rule(const policy__boundary *boundary);

enum { POLICY__BOUNDARY_FEATURES = 40, POLICY__BOUNDARY_BUCKETS = 16384 };

/* The evidence, as places in the table of weights; returns how many. */
uint32_t policy__boundary_features(const policy__boundary *boundary,
                                   uint32_t features[POLICY__BOUNDARY_FEATURES]);

/* The decision. */
bool policy__boundary_ends(const policy__boundary *boundary);

#endif
