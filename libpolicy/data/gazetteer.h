/* The gazetteer: names of states and organisations, and the words that the extractors know by class. Made by
   tools/gazetteer; its README says how and from what. Constant tables, without a setup. */
#ifndef POLICY_DATA_GAZETTEER_H
#define POLICY_DATA_GAZETTEER_H

#include <stdint.h>

typedef struct policy__gazetteer_code {
  const char *scheme, *value;
} policy__gazetteer_code;

typedef struct policy__gazetteer_actor {
  const char *name;
  uint8_t kind; /* policy_actor_kind */
  uint8_t code_count;
  policy__gazetteer_code codes[2];
} policy__gazetteer_actor;

/* How a form names its actor; in the order of USES in the script. */
typedef enum policy__use {
  POLICY__USE_NAME,
  POLICY__USE_ACRONYM,
  POLICY__USE_DEMONYM,
  POLICY__USE_CAPITAL, /* a city that is also its government */
  POLICY__USE_SEAT,    /* a building or street that is always its government */
  POLICY__USE_REGIME,  /* "the Kim regime" */
  POLICY__USE_HALF,    /* "the North", where its state is in the document */
  POLICY__USE_LONGER,  /* a longer name of something else */
  POLICY__USE_GROUP    /* a role: "civil society" */
} policy__use;

typedef struct policy__gazetteer_form {
  uint16_t actor;
  uint8_t use;
  uint8_t exact;     /* written in capitals, as acronyms are */
  uint32_t capitals; /* bit n: the n-th word begins with a capital */
} policy__gazetteer_form;

/* Classes of words, as bits; in the order of CLASSES in the script. */
typedef enum policy__word_class {
  POLICY__FUNCTION = 1u << 0,
  POLICY__MODAL = 1u << 1,
  POLICY__ACT = 1u << 2, /* verbs of what governments do */
  POLICY__SAY = 1u << 3,
  POLICY__ASK = 1u << 4,
  POLICY__TITLE = 1u << 5,
  POLICY__TITLE_PART = 1u << 6,
  POLICY__ROLE_WORD = 1u << 7,
  POLICY__AFTER_NAME = 1u << 8, /* "Jr" */
  POLICY__HEAD = 1u << 9,       /* "ministry": heads the name of an organisation of the word's kind */
  POLICY__SOLO = 1u << 10,      /* "parliament": is such a name alone */
  POLICY__COMPOUND = 1u << 11,  /* "mission": a name that may go on with "in" */
  POLICY__INSTITUTION = 1u << 12, /* "government", "sanctions": what the state before it has or does */
  POLICY__TRADE = 1u << 13,       /* "cars": what only comes from the state before it */
  POLICY__PLACE = 1u << 14,       /* prepositions of place */
  POLICY__GROUP = 1u << 15,       /* "agencies": a role that a norm may address */
  POLICY__GROUP_ADJECTIVE = 1u << 16,
  POLICY__CALENDAR = 1u << 17,
  POLICY__NO_ACTOR = 1u << 18, /* "treaty": ends a name that is no actor's */
  POLICY__ABBREVIATED = 1u << 19,
  POLICY__LONGER_NAME = 1u << 20, /* "river": a name before it is not the state's */
  POLICY__REGIME_WORD = 1u << 21,
  POLICY__GOVERNMENT_WORD = 1u << 22,
  POLICY__GIVEN_NAME = 1u << 23,
  POLICY__OWNER_WORD = 1u << 24, /* "worker's" may stand inside a name */
  POLICY__PARTICLE = 1u << 25,   /* "van", "bin": small inside names of persons */
  POLICY__DETERMINER = 1u << 26,
  POLICY__PREPOSITION = 1u << 27,
  POLICY__ALWAYS_GROUP = 1u << 28, /* of POLICY__GROUP: people whom a policy is nearly always about */
  POLICY__ADDRESS = 1u << 29       /* "Honorable": of POLICY__TITLE, but no part of a name */
} policy__word_class;

typedef struct policy__gazetteer_word {
  char text[24];
  uint32_t classes;
  uint32_t kind; /* policy_actor_kind of a POLICY__HEAD */
} policy__gazetteer_word;

/* From a node of the tree of names, by a word, to the next. Node 0 is the root. */
typedef struct policy__gazetteer_edge {
  uint16_t node, word, next;
} policy__gazetteer_edge;

/* Item 0 of forms, words and edges is empty. Slots hold item numbers, 0 where free: open addressing with
   linear probing, by the FNV-1a hash of a word and by policy__gazetteer_mix of an edge. */
extern const policy__gazetteer_actor policy__gazetteer_actors[];
extern const uint32_t policy__gazetteer_actor_count;
extern const policy__gazetteer_form policy__gazetteer_forms[];
extern const policy__gazetteer_word policy__gazetteer_words[];
extern const uint32_t policy__gazetteer_word_count;
extern const uint32_t policy__gazetteer_word_mask;
extern const uint16_t policy__gazetteer_word_slots[];
extern const policy__gazetteer_edge policy__gazetteer_edges[];
extern const uint32_t policy__gazetteer_edge_mask;
extern const uint16_t policy__gazetteer_edge_slots[];
extern const uint16_t policy__gazetteer_accepts[]; /* by node: a form, or 0 */
extern const char policy__gazetteer_letters[][3];  /* plain letters for U+00C0..024F, U+1E00..1EFF */

static inline uint32_t policy__gazetteer_mix(uint32_t node, uint32_t word) {
  uint32_t x = node * 0x9E3779B1u ^ word * 0x85EBCA6Bu;
  x = (x ^ x >> 15) * 0x2C1B3C6Du;
  return x ^ x >> 13;
}

#endif
