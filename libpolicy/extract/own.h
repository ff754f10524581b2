/* The caller's own entries as actors. */
#ifndef POLICY_EXTRACT_OWN_H
#define POLICY_EXTRACT_OWN_H

#include <policy/gazetteer.h>

#include "extract/actors.h"

/* Finds the entries of `gazetteer` (NULL: none) in the sentences, and gives them the mentions that others have
   in the same place. Call it when all other mentions are there. Linear but for looking up each mention. */
policy_status policy__own_find(policy__actor_step *step, const policy_gazetteer *gazetteer);

/* The codes of an own entry in the order of their schemes, the first of each, in the step's arena. */
policy_status policy__own_codes(policy__actor_step *step, uint32_t entry, const policy_code_record **codes,
                                uint32_t *count);

#endif
