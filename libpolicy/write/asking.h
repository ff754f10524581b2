/* What pages for people share about recommendations: who is asked together, and what of the text tells the action. */
#ifndef POLICY_WRITE_ASKING_H
#define POLICY_WRITE_ASKING_H

#include <policy/recommendation.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/hash.h"

/* Recommendations to the same actors, linked in the order of the text. */
typedef struct policy__ask_group {
  uint32_t first, last;
} policy__ask_group;

typedef struct policy__asks {
  policy__array groups; /* of policy__ask_group, in the order of their first recommendation */
  policy__array next;   /* of uint32_t, by recommendation: the next one of its group, or POLICY_NONE */
  policy__table by_actors;
  policy__arena keys;
} policy__asks;

/* Groups all recommendations of a document by their addressees. policy__asks_free ends what was made, after a failure
   too. */
policy_status policy__asks_make(policy__asks *asks, const policy_document *document, const policy_allocator *allocator);
void policy__asks_free(policy__asks *asks);

/* The next recommendation of the group, or POLICY_NONE. */
uint32_t policy__asks_next(const policy__asks *asks, uint32_t recommendation);

enum { POLICY__ACTION_PIECES = 24 };

/* The pieces of text that tell the action with its objects, in the order of the text, those close to each other made
   one; where the statement tells of no action, the whole recommendation. Their count. */
uint32_t policy__ask_action(policy_recommendation recommendation, policy_span pieces[POLICY__ACTION_PIECES]);

/* "must not" for MUST_NOT. Static. */
const char *policy__force_words(policy_force force);

#endif
