/* Recommendations grouped by whom they address, and the words of their actions. */
#include "write/asking.h"

/* ---- grouping ------------------------------------------------------------------------------------------- */

/* The ids of the addressees as a key of the table. */
static policy_status make_key(policy_recommendation recommendation, policy__asks *asks, policy_string *key) {
  uint32_t count = policy_recommendation_actor_count(recommendation, POLICY_PARTY_ADDRESSEE);
  uint32_t *ids = policy__arena_array(&asks->keys, (size_t)count + 1, sizeof *ids);
  if (ids == NULL) return POLICY_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < count; i++)
    ids[i] = policy_recommendation_actor(recommendation, POLICY_PARTY_ADDRESSEE, i).id;
  *key = (policy_string){(const char *)ids, count * sizeof *ids};
  return POLICY_OK;
}

static policy_status add_to_group(policy__asks *asks, policy_recommendation recommendation) {
  policy_string key;
  policy_status status = make_key(recommendation, asks, &key);
  uint32_t *next = status == POLICY_OK ? policy__array_push(&asks->next, &status) : NULL;
  if (next == NULL) return status;
  *next = POLICY_NONE;
  uint32_t known = policy__table_find(&asks->by_actors, key);
  if (known != POLICY_NONE) {
    policy__ask_group *group = POLICY__AT(&asks->groups, policy__ask_group, known);
    *POLICY__AT(&asks->next, uint32_t, group->last) = recommendation.id;
    group->last = recommendation.id;
    return POLICY_OK;
  }
  policy__ask_group *group = policy__array_push(&asks->groups, &status);
  if (group == NULL) return status;
  *group = (policy__ask_group){recommendation.id, recommendation.id};
  return policy__table_add(&asks->by_actors, key, (uint32_t)asks->groups.count - 1);
}

policy_status policy__asks_make(policy__asks *asks, const policy_document *document, const policy_allocator *allocator) {
  uint32_t count = policy_document_recommendation_count(document);
  policy_status status = POLICY_OK;
  policy__array_init(&asks->groups, allocator, sizeof(policy__ask_group), count);
  policy__array_init(&asks->next, allocator, sizeof(uint32_t), count);
  policy__table_init(&asks->by_actors, allocator);
  policy__arena_init(&asks->keys, allocator);
  for (uint32_t i = 0; i < count && status == POLICY_OK; i++)
    status = add_to_group(asks, policy_document_recommendation(document, i));
  return status;
}

void policy__asks_free(policy__asks *asks) {
  policy__array_free(&asks->groups);
  policy__array_free(&asks->next);
  policy__table_free(&asks->by_actors);
  policy__arena_free(&asks->keys);
}

uint32_t policy__asks_next(const policy__asks *asks, uint32_t recommendation) {
  return *POLICY__AT(&asks->next, uint32_t, recommendation);
}

/* ---- what is to be done --------------------------------------------------------------------------------- */

/* Bytes between two places that make one piece. */
enum { CLOSE = 40 };

/* Adds the place of a component to `places`, which are in the order of the text. */
static uint32_t add_place(policy_component component, policy_span places[POLICY__ACTION_PIECES], uint32_t count) {
  policy_span span = policy_component_span(component);
  if (span.end <= span.begin || count == POLICY__ACTION_PIECES) return count;
  uint32_t at = count;
  for (; at > 0 && places[at - 1].begin > span.begin; at--) places[at] = places[at - 1];
  places[at] = span;
  return count + 1;
}

/* Adds the components of a role and their properties. */
static uint32_t add_places(policy_statement statement, policy_role role, policy_span places[POLICY__ACTION_PIECES],
                           uint32_t count) {
  uint32_t more = policy_statement_role_count(statement, role);
  for (uint32_t i = 0; i < more && count < POLICY__ACTION_PIECES; i++) {
    policy_component component = policy_statement_role(statement, role, i);
    uint32_t properties = policy_component_property_count(component);
    count = add_place(component, places, count);
    for (uint32_t n = 0; n < properties && count < POLICY__ACTION_PIECES; n++)
      count = add_place(policy_component_property(component, n), places, count);
  }
  return count;
}

uint32_t policy__ask_action(policy_recommendation recommendation, policy_span pieces[POLICY__ACTION_PIECES]) {
  policy_statement statement = policy_recommendation_statement(recommendation);
  uint32_t count = add_places(statement, POLICY_ROLE_AIM, pieces, 0), made = 0;
  if (count == 0) {
    pieces[0] = policy_recommendation_span(recommendation);
    return 1;
  }
  count = add_places(statement, POLICY_ROLE_DIRECT_OBJECT, pieces, count);
  count = add_places(statement, POLICY_ROLE_INDIRECT_OBJECT, pieces, count);
  for (uint32_t i = 1; i < count; i++) {
    if (pieces[i].begin > pieces[made].end + CLOSE) pieces[++made] = pieces[i];
    else if (pieces[i].end > pieces[made].end) pieces[made].end = pieces[i].end;
  }
  return made + 1;
}

const char *policy__force_words(policy_force force) {
  if (force == POLICY_FORCE_MUST_NOT) return "must not";
  return force == POLICY_FORCE_SHOULD_NOT ? "should not" : policy_force_name(force);
}
