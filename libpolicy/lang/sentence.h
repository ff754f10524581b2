/* Where sentences end. */
#ifndef POLICY_LANG_SENTENCE_H
#define POLICY_LANG_SENTENCE_H

#include <policy/limits.h>
#include <policy/text.h>

#include "base/array.h"

/* Appends the sentences of text[within], usually one block, to `sentences` (of policy_span), without white
   space around them; nothing but white space lies between them. `limits` has its defaults filled in; a
   sentence over limits->sentence bytes is cut at white space and counted in `*cut`. Linear. */
policy_status policy__sentences_find(policy_string text, policy_span within, const policy_limits *limits,
                                     policy__array *sentences, uint32_t *cut);

#endif
