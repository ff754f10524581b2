/* Asking decision lists about the endings of words. */
#ifndef POLICY_LANG_ENDING_H
#define POLICY_LANG_ENDING_H

#include <stdbool.h>

#include <policy/document.h>

#include "data/endings.h"
#include "lang/xpos.h"

enum {
  POLICY__ENDING_WINDOW = 40, /* code points of the longest whole word that a list may hold */
  POLICY__ENDING_NONE = 0xFFFF
};

/* Which letters of a form are capitals. */
typedef enum policy__shape {
  POLICY__SHAPE_LOWER,   /* none */
  POLICY__SHAPE_INITIAL, /* the only one */
  POLICY__SHAPE_TITLE,   /* the first of several */
  POLICY__SHAPE_UPPER,   /* all */
  POLICY__SHAPE_MIXED
} policy__shape;

/* The end of a word, in lower case with straight apostrophes. */
typedef struct policy__letters {
  uint32_t ring[64]; /* letter i of the word is at i % 64; older ones are gone */
  size_t count;      /* of all letters */
  policy__shape shape;
} policy__letters;

/* A code point of any bytes: what is not well formed counts byte by byte, as U+DC00 and above. `*at` moves
   behind it. */
uint32_t policy__letter_next(const char **at, const char *end);

/* A code point in lower case; an apostrophe straight. */
uint32_t policy__letter_lower(uint32_t letter);

/* Whether the byte at `at` is a comma between digits, which lemmas of numbers are without. */
bool policy__letter_is_grouping(policy_string form, const char *at);

/* Reads the letters of a form of any bytes, without the commas between digits where `plain`. Linear. */
void policy__letters_read(policy_string form, bool plain, policy__letters *letters);

/* The label of the whole word, or else of the longest ending, that the group's list has; POLICY__ENDING_NONE
   when it has none. Constant time. */
uint16_t policy__ending_find(const policy__endings *endings, uint32_t group, const policy__letters *letters);

/* The same, of whole words only. */
uint16_t policy__ending_find_whole(const policy__endings *endings, uint32_t group,
                                   const policy__letters *letters);

/* The group of a tag; numbers that are no tags count as none. */
uint32_t policy__ending_group(const policy__groups *groups, policy_upos upos, policy__xpos xpos);

#endif
