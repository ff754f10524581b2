/* Mentions by place. */
#include "extract/mentions.h"

#include <stdlib.h>

static int compare(const void *left, const void *right) {
  const policy__mention *a = left, *b = right;
  if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin ? -1 : 1;
  if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
  return a->actor < b->actor ? -1 : a->actor > b->actor;
}

policy_status policy__mentions_collect(const policy_document *document, policy__array *mentions) {
  for (uint32_t n = 0; n < policy_document_actor_count(document); n++) {
    policy_actor actor = policy_document_actor(document, n);
    for (uint32_t i = 0; i < policy_actor_mention_count(actor); i++) {
      policy_status status;
      policy__mention *mention = policy__array_push(mentions, &status);
      if (mention == NULL) return status;
      *mention = (policy__mention){policy_actor_mention_span(actor, i), n, policy_actor_mention_form(actor, i)};
    }
  }
  if (mentions->count > 0) qsort(mentions->items, mentions->count, mentions->item, compare);
  return POLICY_OK;
}

/* The first mention that begins at or after a byte. */
static size_t lower_bound(const policy__array *mentions, uint32_t byte) {
  size_t low = 0, high = mentions->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (POLICY__AT(mentions, policy__mention, middle)->span.begin < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const policy__mention *policy__mentions_next(const policy__array *mentions, policy_span span, size_t *at) {
  if (span.begin >= span.end) return NULL;
  uint32_t done = span.begin; /* where the mention before ends */
  if (*at == 0)
    *at = lower_bound(mentions, span.begin);
  else
    done = POLICY__AT(mentions, policy__mention, *at - 1)->span.end;
  for (; *at < mentions->count; ++*at) {
    const policy__mention *mention = POLICY__AT(mentions, policy__mention, *at);
    if (mention->span.begin >= span.end) return NULL;
    if (mention->span.begin < done || mention->span.end > span.end) continue;
    ++*at;
    return mention;
  }
  return NULL;
}
