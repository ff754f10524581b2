/* What the parts of the actor step share: the words of a document, the candidates for names among them, the
   actors found and where they are mentioned. */
#ifndef POLICY_EXTRACT_ACTORS_H
#define POLICY_EXTRACT_ACTORS_H

#include <string.h>

#include <policy/builder.h>
#include <policy/gazetteer.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/hash.h"
#include "extract/matcher.h"
#include "extract/nametag.h"

typedef enum policy__candidate_type {
  POLICY__CANDIDATE_FORM, /* of the gazetteer */
  POLICY__CANDIDATE_NAME, /* of an organisation */
  POLICY__CANDIDATE_PERSON,
  POLICY__CANDIDATE_POST,    /* "Minister for Health" */
  POLICY__CANDIDATE_BARE,    /* one capitalised word for a body or post: "Committee", "Minister" */
  POLICY__CANDIDATE_UNKNOWN, /* capitals that only another place in the text may explain */
  POLICY__CANDIDATE_NONE     /* a name that is no actor's */
} policy__candidate_type;

/* A stretch of words that may name somebody. */
typedef struct policy__candidate {
  uint32_t first, end; /* words */
  uint32_t name;       /* where a person's name begins behind titles */
  uint8_t type;        /* policy__candidate_type */
  uint8_t kind;        /* policy_actor_kind */
  uint16_t head;       /* the word that heads an organisation's name */
  const policy__gazetteer_form *form;
} policy__candidate;

typedef struct policy__actor_item {
  policy_string name;
  policy_actor_kind kind;
  uint16_t gazetteer; /* its number there, 0 for none */
  uint32_t order;     /* of first mention; POLICY_NONE: never mentioned */
  policy_entry entry; /* what the library's gazetteer or the caller's tells of it, or none */
  policy_entry body;  /* whose post it is, or whose member: "Director of the FBI"; or none */
  uint32_t owner;     /* the state or body that it belongs to, or POLICY_NONE */
  policy_span owned;  /* the words that say so */
  bool official;      /* a person who holds a post of that state */
  uint8_t sector;     /* of policy__gazetteer_sectors, by the words that it was named by; 0: they do not tell */
} policy__actor_item;

typedef struct policy__spot {
  policy_span span;
  uint32_t actor;
  uint32_t form; /* policy_mention_form */
} policy__spot;

typedef struct policy__sentence_words {
  uint32_t first, end;
  policy_block_kind block;
  bool shouted; /* mostly in capitals, or a heading with a capital on each word */
  uint32_t label; /* behind the words that tell who speaks; 0: none do */
} policy__sentence_words;

typedef struct policy__actor_step {
  policy_builder *builder;
  const policy_document *document;
  const policy_allocator *allocator;
  policy_string text;
  policy__array words;      /* of policy__term */
  policy__array sentences;  /* of policy__sentence_words */
  policy__array names;      /* of policy__name_span: the tagger's */
  size_t tagged;            /* those of them that lie behind */
  policy__array candidates; /* of policy__candidate */
  policy__array actors;     /* of policy__actor_item */
  policy__array spots;      /* of policy__spot */
  policy__arena arena;      /* of keys */
  policy__table keys;       /* actors by folded name, acronym or surname */
  uint32_t *known;          /* by number in the gazetteer: the actor, or POLICY_NONE */
  uint32_t *tokens;         /* by word: its token where the sentence has a tree, or POLICY_NONE */
  unsigned char
      *addressed;       /* by word: 1 where it stands in the place of one who shall act, acts or is asked to */
  uint32_t *latest;     /* by word: the last actor that the word heads, or POLICY_NONE */
  unsigned char *small; /* bits by hash: words that stand somewhere with a small first letter */
  uint32_t small_mask;
  uint32_t state; /* the state that the document names most, or POLICY_NONE */
  uint32_t ruled; /* the last state whose government was mentioned, or POLICY_NONE */
} policy__actor_step;

static inline const policy__term *policy__step_term(const policy__actor_step *step, uint32_t n) {
  return (const policy__term *)step->words.items + n;
}

/* The classes of a word, 0 behind the last; whether it is this one, in small letters; begins with a small
   letter; names a role that a norm may address. */
static inline uint32_t policy__step_classes(const policy__actor_step *step, uint32_t n) {
  return n < step->words.count ? policy__term_classes(policy__step_term(step, n)) : 0;
}

static inline bool policy__step_is(const policy__actor_step *step, uint32_t n, const char *text) {
  return n < step->words.count &&
         strcmp(policy__gazetteer_spelling(policy__step_term(step, n)->id), text) == 0;
}

static inline bool policy__step_is_small(const policy__actor_step *step, uint32_t n) {
  return n < step->words.count && (policy__step_term(step, n)->shape & POLICY__SHAPE_SMALL) != 0;
}

static inline bool policy__step_is_role(const policy__actor_step *step, uint32_t n) {
  return (policy__step_classes(step, n) & POLICY__CLASS_GROUP) != 0 && policy__step_term(step, n)->sign == 0;
}

/* Does the word stand somewhere in the document with a small first letter? Hardly ever wrong. */
static inline bool policy__step_is_common(const policy__actor_step *step, const policy__term *word) {
  uint32_t bit = word->hash & step->small_mask;
  return (step->small[bit >> 3] >> (bit & 7) & 1) != 0;
}

/* capitals.c: appends the candidates of one sentence, in the order of the text, none overlapping. */
policy_status policy__names_find(policy__actor_step *step, const policy__sentence_words *sentence);

/* resolve.c: makes actors of the candidates, and mentions of all that names one. */
policy_status policy__names_resolve(policy__actor_step *step);

/* acronyms.c: makes an actor of a role or body in small letters whose acronym stands behind it in brackets, and notes
   the acronym; `candidate`: the acronym. */
policy_status policy__acronym_define(policy__actor_step *step, const policy__candidate *candidate);

/* owners.c: the state that the words [first, end) begin with, by name, acronym or adjective, and of how many of
   them; or NULL. */
const policy__gazetteer_form *policy__state_named(const policy__actor_step *step, uint32_t first, uint32_t end,
                                                  uint32_t *length);

/* owners.c: notes the state that a body, a post or a person belongs to, where words beside its name say so. */
policy_status policy__owner_find(policy__actor_step *step, const policy__candidate *candidate, uint32_t actor);

/* owners.c: adds what belongs to which state as relations, when all actors are added. */
policy_status policy__owners_add(const policy__actor_step *step, policy_error *error);

/* codes.c: the sector of those whom the words [first, end) name: that of the last word that tells one, but
   that of people at large where no other does; 0: none. */
uint8_t policy__sector_in(const policy__actor_step *step, uint32_t first, uint32_t end);

/* codes.c: the codes of an actor in the order of their schemes, in the step's arena: those of its entry, or of
   the constant tables; "plover", the sector of one that is no state; "country", the state that it belongs to. */
policy_status policy__codes_of(policy__actor_step *step, const policy__actor_item *item,
                               const policy_code_record **codes, uint32_t *count);

/* roles.c: mentions of actors found so far by words for what they are, among the words [first, end). */
policy_status policy__descriptors_find(policy__actor_step *step, uint32_t first, uint32_t end);

/* addressed.c: fills `addressed`. Needs `tokens`. Linear. */
policy_status policy__addressed_find(policy__actor_step *step);

/* roles.c: the actors that a norm addresses by their role, and their mentions. */
policy_status policy__roles_find(policy__actor_step *step);

/* peoples.c: groups and posts of a state by the name of it or of its people: "Pakistani soldiers". */
policy_status policy__peoples_find(policy__actor_step *step);

/* The state at the beginning of an actor's name becomes its owner, if it has none. */
policy_status policy__owner_within(policy__actor_step *step, uint32_t first, uint32_t end, uint32_t actor);

/* A new actor. `name` must outlive the step. */
policy_status policy__step_add(policy__actor_step *step, policy_string name, policy_actor_kind kind,
                               uint32_t *actor);

/* The folded words [first, end) with spaces between them, in the arena. */
policy_status policy__step_key(policy__actor_step *step, uint32_t first, uint32_t end, policy_string *key);

/* The actor under a key, made when there is none: named by the words [first, end). */
policy_status policy__step_named(policy__actor_step *step, policy_string key, uint32_t first, uint32_t end,
                                 policy_actor_kind kind, uint32_t *actor);

/* The actor of a form's state or organisation, made at its first use. */
policy_status policy__step_known(policy__actor_step *step, const policy__gazetteer_form *form, uint32_t *actor);

/* A mention by the words [first, end). */
policy_status policy__step_mention(policy__actor_step *step, uint32_t actor, uint32_t first, uint32_t end,
                                   policy_mention_form form);

/* The text that the words [first, end) cover. */
policy_string policy__step_slice(const policy__actor_step *step, uint32_t first, uint32_t end);

#endif
