/* Words, as Universal Dependencies defines them for English. */
#ifndef POLICY_LANG_TOKEN_H
#define POLICY_LANG_TOKEN_H

#include <policy/builder.h>

#include "base/arena.h"
#include "base/array.h"

/* Appends the tokens of one sentence to `tokens` (of policy_token_record; span, form and joined are set,
   head is POLICY_NONE, strings are empty). Forms that differ from the text (hyphens at line ends undone)
   live in `arena`. A token over limits->token bytes is cut and counted in `*cut`. Linear. */
policy_status policy__tokens_find(policy_string text, policy_span sentence, const policy_limits *limits,
                                  policy__arena *arena, policy__array *tokens, uint32_t *cut);

#endif
