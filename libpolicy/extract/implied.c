/* Who is meant where a document does not say: the body that resolves, and the one whom most demands name. */
#include "base/arena.h"
#include "base/status.h"
#include "extract/recommend.h"
#include "extract/search.h"
#include "model/builder.h"

#include <string.h>

void policy__body_note(policy__context *context) {
  const policy__clause *clause = context->clause;
  for (uint32_t n = 1; n < clause->count && context->body.count == 0; n++) {
    bool alone =
        policy__has_class(clause, n, POLICY__COMMA) && n + 1 == clause->count; /* "The General Assembly," */
    if (!alone && !policy__parts_preamble(clause, n)) continue;
    uint32_t name = n;
    while (name > 0 && !policy__word_is(clause, name - 1, "the")) name--;
    policy__parties parties = policy__parties_in(context, policy__range_span(clause, (policy__range){name, n}));
    if (parties.count == 1 && parties.end == clause->words[n - 1].span.end) context->body = parties;
    if (!alone) return; /* the first paragraph alone tells */
  }
}

enum { LEAST = 3 }; /* demands that must name somebody before others are taken for his */

static uint32_t addressee_count(policy_recommendation demand) {
  return policy_recommendation_actor_count(demand, POLICY_PARTY_ADDRESSEE);
}

/* The actor whom at least half of those demands address that name anybody; POLICY_NONE when there is none.
   `counts`: by actor, zeros. */
static uint32_t main_addressee(const policy_document *document, uint32_t *counts) {
  uint32_t all = 0, most = POLICY_NONE, count = policy_document_recommendation_count(document);
  for (uint32_t n = 0; n < count; n++) {
    policy_recommendation demand = policy_document_recommendation(document, n);
    if (addressee_count(demand) == 0 || policy_recommendation_is_addressee_implicit(demand)) continue;
    uint32_t actor = policy_recommendation_actor(demand, POLICY_PARTY_ADDRESSEE, 0).id;
    counts[actor]++;
    all++;
    if (most == POLICY_NONE || counts[actor] > counts[most]) most = actor;
  }
  return most != POLICY_NONE && counts[most] >= LEAST && 2 * counts[most] >= all ? most : POLICY_NONE;
}

policy_status policy__addressees_imply(policy_builder *builder, policy__arena *arena, policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  uint32_t actors = policy_document_actor_count(document),
           count = policy_document_recommendation_count(document);
  uint32_t *counts = policy__arena_array(arena, actors + 1, sizeof *counts);
  if (counts == NULL) return policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
  memset(counts, 0, (actors + 1) * sizeof *counts);
  uint32_t actor = main_addressee(document, counts);
  policy_status status = POLICY_OK;
  for (uint32_t n = 0; actor != POLICY_NONE && n < count && status == POLICY_OK; n++) {
    policy_recommendation demand = policy_document_recommendation(document, n);
    policy_statement statement = policy_recommendation_statement(demand);
    bool open =
        addressee_count(demand) == 0 && policy_statement_role_count(statement, POLICY_ROLE_ATTRIBUTE) == 0;
    if (open) status = policy__builder_address(builder, n, actor, error);
  }
  return status;
}
