/* The features of words, as Universal Dependencies has them for English. */
#ifndef POLICY_LANG_FEATURES_H
#define POLICY_LANG_FEATURES_H

#include <stdbool.h>

#include <policy/document.h>
#include <policy/memory.h>

#include "lang/xpos.h"

enum { POLICY__PLACE_UNKNOWN = 0 };

/* What the tree says about a word, for "it", "you" and the words of questions: 1 to 12. `relation` is its own,
   `above` that of its head (none: ""), `behind`: it stands behind its head. Of the subtypes only "acl:relcl" is
   asked for. */
unsigned policy__place_of(policy_string relation, policy_string above, bool behind);

/* Appends the word's features in the order of UD: those in `core`, which the tagger gives in that order
   ("Number=Sing|Person=3", "" or "_"), and those that hang on form, tag and place (Abbr, Case, Definite, Gender,
   NumForm, NumType, Poss, PronType, Reflex). Nothing for a word without any. Nothing is allocated where the
   buffer has room for `core` and 65 bytes. Fails when the buffer cannot grow. Linear; any bytes. */
policy_status policy__features(policy_string form, policy_upos upos, policy__xpos xpos, unsigned place,
                               policy_string core, policy_buffer *features);

#endif
