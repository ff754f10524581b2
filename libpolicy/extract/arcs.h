/* The arcs of a sentence's tree, by the numbers of its words. */
#ifndef POLICY_EXTRACT_ARCS_H
#define POLICY_EXTRACT_ARCS_H

#include <policy/document.h>

#include "extract/clause.h"

/* The word that word `n` hangs on; POLICY_NONE for the root, and where the sentence has no tree. */
uint32_t policy__arc_head(policy_sentence sentence, uint32_t n);

/* Whether the arc to word `n` is of this relation, subtype included ("nsubj:pass"). */
bool policy__arc_is(policy_sentence sentence, uint32_t n, const char *relation);

/* The first word in words whose head is none of them; POLICY_NONE where there are no words. */
uint32_t policy__arc_top(policy_sentence sentence, policy__range range);

#endif
