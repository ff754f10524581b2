/* The caller's own entries as actors. */
#ifndef POLICY_EXTRACT_OWN_H
#define POLICY_EXTRACT_OWN_H

#include <policy/gazetteer.h>

#include "extract/actors.h"

/* Finds the entries of `gazetteer` (NULL: none) in the sentences, and gives them the mentions that others have
   in the same place. Call it when all other mentions are there. Linear but for looking up each mention. */
policy_status policy__own_find(policy__actor_step *step, const policy_gazetteer *gazetteer);

/* How a mention by a form of this use names its actor. */
policy_mention_form policy__form_of_use(policy_form_use use);

/* Whether a place lies in a sentence; `*at` is the one to look at first, and then the one where it is. */
bool policy__is_in_sentence(const policy__actor_step *step, policy_span span, size_t *at);

#endif
