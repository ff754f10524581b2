/* Lemmas, as Universal Dependencies has them for English. */
#ifndef POLICY_LANG_LEMMA_H
#define POLICY_LANG_LEMMA_H

#include <stdbool.h>

#include <policy/document.h>
#include <policy/memory.h>

#include "lang/xpos.h"

/* Appends the lemma of a word form of any bytes; `first`: it stands first in its sentence. Nothing is allocated
   where the buffer has room for one and a half times the form and 15 bytes. Fails when the buffer cannot grow.
   Linear; well formed where the form is. */
policy_status policy__lemma(policy_string form, policy_upos upos, policy__xpos xpos, bool first,
                            policy_buffer *lemma);

#endif
