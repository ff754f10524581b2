/* All mentions of all actors in the order of the text, for asking who stands in a span. */
#ifndef POLICY_EXTRACT_MENTIONS_H
#define POLICY_EXTRACT_MENTIONS_H

#include <policy/actor.h>

#include "base/array.h"

typedef struct policy__mention {
  policy_span span;
  uint32_t actor;
  policy_mention_form form;
} policy__mention;

/* Fills `mentions` (of policy__mention): by begin, the longer first. */
policy_status policy__mentions_collect(const policy_document *document, policy__array *mentions);

/* The outermost mentions that lie in a span, from the first on: calls for each by moving `*at`, which starts
   at 0; NULL behind the last. O(log mentions) for the first. */
const policy__mention *policy__mentions_next(const policy__array *mentions, policy_span span, size_t *at);

#endif
