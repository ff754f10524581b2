/* The entries of the library's own gazetteer as actors: which one a name means, and where it is safe to say so.
 */
#ifndef POLICY_EXTRACT_KNOWN_H
#define POLICY_EXTRACT_KNOWN_H

#include "extract/actors.h"

/* An entry that a place may name. */
typedef struct policy__reading {
  uint32_t entry;
  policy_form_use use;
} policy__reading;

/* A place where a form of the gazetteer stands. */
typedef struct policy__known_place {
  policy_span span;
  uint32_t first, end;     /* words */
  uint32_t reading, count; /* of the search's readings */
  uint32_t same, around;   /* actors mentioned by just these words, and by more around them; or POLICY_NONE */
  uint32_t titled;         /* whose name they are behind a title, or "-led"; or POLICY_NONE */
  uint32_t entry;          /* the one that is meant, or POLICY_NONE */
  policy_form_use use;
  bool shouted, crossed; /* among capitals; another mention begins or ends within */
  bool lends;            /* `around` is a post or a group of the entry's: "Director of the FBI", "FBI agents" */
  bool doubtful;         /* the form is something else's, too */
  bool taken;            /* the place becomes a mention of the entry's actor, and what is inside it goes */
} policy__known_place;

typedef struct policy__known_search {
  policy__actor_step *step;
  const policy_gazetteer *gazetteer;
  policy__array places;   /* of policy__known_place, in the order of the text, none overlapping */
  policy__array readings; /* of policy__reading */
  uint32_t *actors;       /* by entry: its actor, or POLICY_NONE */
  uint32_t *states;       /* by entry of a state: its actor, or POLICY_NONE */
  uint32_t *weights;      /* by entry of a state: its mentions */
  uint32_t most;          /* of the weights */
  unsigned char *named;   /* by entry: 1 where the document has a name of it that is nobody else's */
  policy_string date;     /* of the document, or "" */
} policy__known_search;

/* known.c: gives the actors found so far what the gazetteer tells of them, and adds those that it alone knows.
   Linear but for looking up each mention. */
policy_status policy__known_find(policy__actor_step *step);

/* A post: whose it is, or none; and whether it is held now. */
typedef struct policy__held_post {
  policy_entry body;
  bool now;
} policy__held_post;

/* officials.c: the post that a person holds at a date, the last where there is no date; else the last that was
   over by then. */
policy__held_post policy__post_at(policy_entry person, policy_string date);

/* officials.c: persons whom a title and a surname name: "President Ash". Linear. */
policy_status policy__officials_find(policy__known_search *search);

/* known.c: makes an actor the entry's. */
void policy__known_become(const policy__known_search *search, uint32_t actor, uint32_t entry);

/* known.c: notes the state or body of the document that the actor of an entry belongs to; the words say so. */
void policy__known_own(const policy__known_search *search, uint32_t entry, policy_span words);

/* meant.c: notes which entries the document names beyond doubt. */
void policy__known_note(policy__known_search *search);

/* meant.c: chooses the entry that a place means, if it is safe to say so. */
void policy__known_choose(const policy__known_search *search, policy__known_place *place);

/* meant.c: whether one of the entry's forms is this name: exactly, or with ASCII's case aside. */
bool policy__entry_is_called(policy_entry entry, policy_string name, bool exactly);

/* meant.c: the state that an entry is a government, a part, a party ... of, or none. */
policy_entry policy__entry_state(policy_entry entry);

/* meant.c: whether what is dated so lies at a date, as far as both tell. Empty dates are open. */
bool policy__date_is_within(policy_string date, policy_string from, policy_string to);

#endif
