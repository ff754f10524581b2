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
  POLICY__CLASS_FUNCTION = 1u << 0,
  POLICY__CLASS_MODAL = 1u << 1,
  POLICY__CLASS_ACT = 1u << 2, /* verbs of what governments do */
  POLICY__CLASS_SAY = 1u << 3,
  POLICY__CLASS_ASK = 1u << 4,
  POLICY__CLASS_TITLE = 1u << 5,
  POLICY__CLASS_TITLE_PART = 1u << 6,
  POLICY__CLASS_ROLE_WORD = 1u << 7,
  POLICY__CLASS_AFTER_NAME = 1u << 8, /* "Jr" */
  POLICY__CLASS_HEAD = 1u << 9,       /* "ministry": heads the name of an organisation of the word's kind */
  POLICY__CLASS_SOLO = 1u << 10,      /* "parliament": is such a name alone */
  POLICY__CLASS_COMPOUND = 1u << 11,  /* "mission": a name that may go on with "in" */
  POLICY__CLASS_INSTITUTION = 1u << 12, /* "government", "sanctions": what the state before it has or does */
  POLICY__CLASS_TRADE = 1u << 13,       /* "cars": what only comes from the state before it */
  POLICY__CLASS_PLACE = 1u << 14,       /* prepositions of place */
  POLICY__CLASS_GROUP = 1u << 15,       /* "agencies": a role that a norm may address */
  POLICY__CLASS_GROUP_ADJECTIVE = 1u << 16,
  POLICY__CLASS_CALENDAR = 1u << 17,
  POLICY__CLASS_NO_ACTOR = 1u << 18, /* "treaty": ends a name that is no actor's */
  POLICY__CLASS_ABBREVIATED = 1u << 19,
  POLICY__CLASS_LONGER_NAME = 1u << 20, /* "river": a name before it is not the state's */
  POLICY__CLASS_REGIME_WORD = 1u << 21,
  POLICY__CLASS_GOVERNMENT_WORD = 1u << 22,
  POLICY__CLASS_GIVEN_NAME = 1u << 23,
  POLICY__CLASS_OWNER_WORD = 1u << 24, /* "worker's" may stand inside a name */
  POLICY__CLASS_PARTICLE = 1u << 25,   /* "van", "bin": small inside names of persons */
  POLICY__CLASS_DETERMINER = 1u << 26,
  POLICY__CLASS_PREPOSITION = 1u << 27,
  POLICY__CLASS_ALWAYS_GROUP = 1u << 28, /* of POLICY__CLASS_GROUP: people whom a policy is nearly always about */
  POLICY__CLASS_ADDRESS = 1u << 29,      /* "Honorable": of POLICY__CLASS_TITLE, but no part of a name */
  POLICY__CLASS_LOOSE = 1u << 30         /* adjectives that make no other actor of a role: "relevant" */
} policy__word_class;

/* "vendors": a role, too, but only where a tree shows that it is one. No enumerator, as it does not fit into an int. */
#define POLICY__CLASS_AGENT (1u << 31)

typedef struct policy__gazetteer_word {
  uint32_t classes;
  uint32_t spelling : 20; /* where it begins in the spellings */
  uint32_t kind : 5;      /* policy_actor_kind of a POLICY__CLASS_HEAD */
  uint32_t sector : 7;    /* of those whom the word names: of policy__gazetteer_sectors, 0 for none */
} policy__gazetteer_word;

enum { POLICY__GAZETTEER_LONGEST = 23 }; /* bytes of a word */

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
extern const char policy__gazetteer_spellings[]; /* a NUL behind each, and many behind the last */
extern const char policy__gazetteer_sectors[][4]; /* "MIL": PLOVER's codes */
extern const uint32_t policy__gazetteer_word_count;
extern const uint32_t policy__gazetteer_word_mask;
extern const uint16_t policy__gazetteer_word_slots[];
extern const policy__gazetteer_edge policy__gazetteer_edges[];
extern const uint32_t policy__gazetteer_edge_mask;
extern const uint16_t policy__gazetteer_edge_slots[];
extern const uint16_t policy__gazetteer_accepts[]; /* by node: a form, or 0 */
extern const char policy__gazetteer_letters[][3];  /* plain letters for U+00C0..024F, U+1E00..1EFF */

static inline const char *policy__gazetteer_spelling(uint32_t word) {
  return policy__gazetteer_spellings + policy__gazetteer_words[word].spelling;
}

static inline uint32_t policy__gazetteer_mix(uint32_t node, uint32_t word) {
  uint32_t x = node * 0x9E3779B1u ^ word * 0x85EBCA6Bu;
  x = (x ^ x >> 15) * 0x2C1B3C6Du;
  return x ^ x >> 13;
}

#endif
