/* The recommendations of a document, grouped by whom they address. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/hash.h"
#include "model/components.h"
#include "write/page.h"

/* ---- grouping ------------------------------------------------------------------------------------------- */

/* Recommendations to the same actors, linked in the order of the text. */
typedef struct ask_group {
  uint32_t first, last;
} ask_group;

typedef struct ask_groups {
  policy__array list; /* of ask_group */
  policy__array next; /* of uint32_t, by recommendation */
  policy__table by_actors;
  policy__arena keys;
} ask_groups;

/* The ids of the addressees as a key of the table. */
static policy_status make_key(policy_recommendation recommendation, ask_groups *groups, policy_string *key) {
  uint32_t count = policy_recommendation_actor_count(recommendation, POLICY_PARTY_ADDRESSEE);
  uint32_t *ids = policy__arena_array(&groups->keys, (size_t)count + 1, sizeof *ids);
  if (ids == NULL) return POLICY_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < count; i++)
    ids[i] = policy_recommendation_actor(recommendation, POLICY_PARTY_ADDRESSEE, i).id;
  *key = (policy_string){(const char *)ids, count * sizeof *ids};
  return POLICY_OK;
}

static policy_status add_to_group(ask_groups *groups, policy_recommendation recommendation) {
  policy_string key;
  policy_status status = make_key(recommendation, groups, &key);
  uint32_t *next = status == POLICY_OK ? policy__array_push(&groups->next, &status) : NULL;
  if (next == NULL) return status;
  *next = POLICY_NONE;
  uint32_t known = policy__table_find(&groups->by_actors, key);
  if (known != POLICY_NONE) {
    ask_group *group = POLICY__AT(&groups->list, ask_group, known);
    *POLICY__AT(&groups->next, uint32_t, group->last) = recommendation.id;
    group->last = recommendation.id;
    return POLICY_OK;
  }
  ask_group *group = policy__array_push(&groups->list, &status);
  if (group == NULL) return status;
  *group = (ask_group){recommendation.id, recommendation.id};
  return policy__table_add(&groups->by_actors, key, (uint32_t)groups->list.count - 1);
}

/* ---- one recommendation --------------------------------------------------------------------------------- */

enum { FORCE_COLUMNS = 10, LABEL_COLUMNS = 12, CLOSE = 40 };

/* Where the parts of an item stand. */
typedef struct ask_columns {
  size_t force, action;
} ask_columns;

static void put_label(policy__page *page, ask_columns columns, const char *label) {
  policy__flow_to(&page->flow, columns.action);
  policy__page_say(page, POLICY__DIM, label);
  policy__flow_to(&page->flow, columns.action + LABEL_COLUMNS);
}

static void put_string(policy__page *page, ask_columns columns, const char *label, policy_string string) {
  if (string.size == 0) return;
  put_label(page, columns, label);
  policy__page_put(page, POLICY__PLAIN, policy__page_line(page, string));
  policy__flow_end(&page->flow);
}

static void put_component(policy__page *page, ask_columns columns, const char *label,
                          policy_component component) {
  policy_span span = policy_component_span(component);
  policy_string words = span.end > span.begin ? policy__page_words(page, span)
                                              : policy__page_line(page, policy_component_text(component));
  if (words.size == 0) return;
  put_label(page, columns, label);
  policy__page_put(page, POLICY__PLAIN, words);
  policy__flow_end(&page->flow);
}

/* The components of one role out of `count` from `first` on, without their properties. The label stands
   beside the first. */
static void put_role(policy__page *page, ask_columns columns, const char *label, policy_component first,
                     uint32_t count, policy_role role) {
  for (uint32_t i = 0; i < count; i++) {
    policy_component component = {first.document, first.id + i};
    bool qualifies = policy__component_parent(component).document != NULL;
    if (qualifies || policy_component_role(component) != role) continue;
    put_component(page, columns, label, component);
    label = "";
  }
}

static void put_names(policy__page *page, policy__style style, policy_recommendation recommendation,
                      policy_party party) {
  uint32_t count = policy_recommendation_actor_count(recommendation, party);
  for (uint32_t i = 0; i < count; i++) {
    policy_actor actor = policy_recommendation_actor(recommendation, party, i);
    if (i > 0) policy__page_say(page, style, ", ");
    policy__page_put(page, style, policy__page_line(page, policy_actor_name(actor)));
  }
}

static void put_party(policy__page *page, ask_columns columns, const char *label,
                      policy_recommendation recommendation, policy_party party) {
  if (policy_recommendation_actor_count(recommendation, party) == 0) return;
  put_label(page, columns, label);
  put_names(page, POLICY__PLAIN, recommendation, party);
  policy__flow_end(&page->flow);
}

/* ---- what is to be done --------------------------------------------------------------------------------- */

enum { MOST_PLACES = 24 };

/* Adds the place of a component to `places`, which are in the order of the text. */
static uint32_t add_place(policy_component component, policy_span places[MOST_PLACES], uint32_t count) {
  policy_span span = policy_component_span(component);
  if (span.end <= span.begin || count == MOST_PLACES) return count;
  uint32_t at = count;
  for (; at > 0 && places[at - 1].begin > span.begin; at--) places[at] = places[at - 1];
  places[at] = span;
  return count + 1;
}

/* Adds the components of a role and their properties. */
static uint32_t add_places(policy_statement statement, policy_role role, policy_span places[MOST_PLACES],
                           uint32_t count) {
  uint32_t more = policy_statement_role_count(statement, role);
  for (uint32_t i = 0; i < more && count < MOST_PLACES; i++) {
    policy_component component = policy_statement_role(statement, role, i);
    uint32_t properties = policy_component_property_count(component);
    count = add_place(component, places, count);
    for (uint32_t n = 0; n < properties && count < MOST_PLACES; n++)
      count = add_place(policy_component_property(component, n), places, count);
  }
  return count;
}

/* The action with its objects, as the text has them; what lies far apart is parted by dots. Where the
   statement tells of no action, the whole recommendation. */
static void put_action(policy__page *page, policy_recommendation recommendation) {
  policy_statement statement = policy_recommendation_statement(recommendation);
  policy_span places[MOST_PLACES];
  uint32_t count = add_places(statement, POLICY_ROLE_AIM, places, 0);
  if (count == 0) {
    policy__page_put(page, POLICY__PLAIN, policy__page_words(page, policy_recommendation_span(recommendation)));
    return;
  }
  count = add_places(statement, POLICY_ROLE_DIRECT_OBJECT, places, count);
  count = add_places(statement, POLICY_ROLE_INDIRECT_OBJECT, places, count);
  policy_span span = places[0];
  for (uint32_t i = 1; i <= count; i++) {
    if (i < count && places[i].begin <= span.end + CLOSE) {
      if (places[i].end > span.end) span.end = places[i].end;
      continue;
    }
    policy__page_put(page, POLICY__PLAIN, policy__page_words(page, span));
    if (i == count) break;
    policy__page_say(page, POLICY__DIM, " \u2026 ");
    span = places[i];
  }
}

static policy__style style_of(policy_force force) {
  switch (force) {
    case POLICY_FORCE_MUST: return POLICY__RED;
    case POLICY_FORCE_SHOULD: return POLICY__YELLOW;
    case POLICY_FORCE_COULD: return POLICY__GREEN;
    default: return POLICY__MAGENTA;
  }
}

static const char *word_of(policy_force force) {
  if (force == POLICY_FORCE_MUST_NOT) return "must not";
  return force == POLICY_FORCE_SHOULD_NOT ? "should not" : policy_force_name(force);
}

/* The place, the words themselves, two lines of them at most, and how sure the library is. */
static void put_quote(policy__page *page, ask_columns columns, policy_recommendation recommendation) {
  char place[32], sure[16];
  policy_span span = policy_recommendation_span(recommendation);
  policy_position position = policy_document_position(page->document, span.begin);
  double confidence = policy_recommendation_confidence(recommendation);
  (void)snprintf(place, sizeof place, "%u:%u", (unsigned)position.line, (unsigned)position.column);
  (void)snprintf(sure, sizeof sure, " (%.0f%%)", confidence * 100);
  put_label(page, columns, place);
  bool cut;
  size_t indent = page->flow.indent;
  size_t room = page->flow.width > indent + 20 ? page->flow.width - indent : 20;
  policy_string words = policy__flow_cut(policy__page_words(page, span), 2 * room - 12, &cut);
  policy__page_say(page, POLICY__DIM, "\u201C");
  policy__page_put(page, POLICY__DIM, words);
  policy__page_say(page, POLICY__DIM, cut ? "\u00A0\u2026\u201D" : "\u201D");
  if (confidence > 0) policy__page_say(page, POLICY__DIM, sure);
  policy__flow_end(&page->flow);
}

static void put_details(policy__page *page, ask_columns columns, policy_recommendation recommendation) {
  policy_component part, goal;
  uint32_t parts = policy__statement_components(policy_recommendation_statement(recommendation), &part);
  uint32_t goals = policy__recommendation_components(recommendation, &goal);
  bool reported = policy_recommendation_voice(recommendation) == POLICY_VOICE_REPORTED;
  policy_string speaker = policy_actor_name(policy_recommendation_speaker(recommendation));
  if (reported) put_string(page, columns, "said by", speaker.size > 0 ? speaker : (policy_string){"others", 6});
  put_party(page, columns, "with", recommendation, POLICY_PARTY_PARTNER);
  put_party(page, columns, "towards", recommendation, POLICY_PARTY_TARGET);
  put_party(page, columns, "for", recommendation, POLICY_PARTY_BENEFICIARY);
  put_role(page, columns, "condition", part, parts, POLICY_ROLE_ACTIVATION_CONDITION);
  put_role(page, columns, "how", part, parts, POLICY_ROLE_EXECUTION_CONSTRAINT);
  put_role(page, columns, "purpose", goal, goals, POLICY_ROLE_PURPOSE);
  put_role(page, columns, "reason", goal, goals, POLICY_ROLE_REASON);
  put_role(page, columns, "or else", part, parts, POLICY_ROLE_OR_ELSE);
  put_string(page, columns, "deadline", policy_recommendation_deadline(recommendation));
  put_string(page, columns, "instrument", policy_recommendation_instrument(recommendation));
  put_string(page, columns, "topic", policy_recommendation_topic(recommendation));
  put_string(page, columns, "status", policy_recommendation_status(recommendation));
}

static void write_ask(policy__page *page, ask_columns columns, policy_recommendation recommendation) {
  char number[16];
  policy_force force = policy_recommendation_force(recommendation);
  int size = snprintf(number, sizeof number, "%u", (unsigned)recommendation.id + 1);
  policy__flow_to(&page->flow, columns.force - 2 - (size_t)size);
  policy__page_say(page, POLICY__DIM, number);
  policy__flow_to(&page->flow, columns.force);
  policy__page_say(page, style_of(force), word_of(force));
  policy__flow_to(&page->flow, columns.action);
  policy_string label = policy_recommendation_label(recommendation);
  if (label.size > 0) {
    policy__page_put(page, POLICY__DIM, policy__page_line(page, label));
    policy__page_say(page, POLICY__DIM, ": ");
  }
  put_action(page, recommendation);
  bool named = policy_recommendation_actor_count(recommendation, POLICY_PARTY_ADDRESSEE) > 0;
  if (named && policy_recommendation_is_addressee_implicit(recommendation))
    policy__page_say(page, POLICY__DIM, " (addressee\u00A0implied)");
  policy__flow_end(&page->flow);
  put_details(page, columns, recommendation);
  put_quote(page, columns, recommendation);
}

/* ---- all of them ---------------------------------------------------------------------------------------- */

static bool is_named(const policy__page *page, const ask_group *group) {
  policy_recommendation first = policy_document_recommendation(page->document, group->first);
  return policy_recommendation_actor_count(first, POLICY_PARTY_ADDRESSEE) > 0;
}

static void write_group(policy__page *page, const ask_groups *groups, const ask_group *group,
                        ask_columns columns) {
  policy_recommendation first = policy_document_recommendation(page->document, group->first);
  policy__flow_to(&page->flow, 0);
  if (is_named(page, group)) put_names(page, POLICY__BOLD, first, POLICY_PARTY_ADDRESSEE);
  else policy__page_say(page, POLICY__BOLD, "Nobody named");
  policy__flow_end(&page->flow);
  for (uint32_t i = group->first; i != POLICY_NONE; i = *POLICY__AT(&groups->next, uint32_t, i)) {
    if (i != group->first) policy__flow_end(&page->flow);
    write_ask(page, columns, policy_document_recommendation(page->document, i));
  }
}

/* The groups with or without a name, with an empty line between them. */
static void write_groups(policy__page *page, const ask_groups *groups, bool named, bool *begun,
                         ask_columns columns) {
  for (size_t i = 0; i < groups->list.count; i++) {
    const ask_group *group = POLICY__AT(&groups->list, ask_group, i);
    if (is_named(page, group) != named) continue;
    if (*begun) policy__flow_end(&page->flow);
    write_group(page, groups, group, columns);
    *begun = true;
  }
}

/* Those that address nobody come last. */
void policy__page_write_recommendations(policy__page *page) {
  uint32_t count = policy_document_recommendation_count(page->document);
  policy_status status = POLICY_OK;
  ask_groups groups;
  if (count == 0) return;
  policy__array_init(&groups.list, page->allocator, sizeof(ask_group), count);
  policy__array_init(&groups.next, page->allocator, sizeof(uint32_t), count);
  policy__table_init(&groups.by_actors, page->allocator);
  policy__arena_init(&groups.keys, page->allocator);
  for (uint32_t i = 0; i < count && status == POLICY_OK; i++)
    status = add_to_group(&groups, policy_document_recommendation(page->document, i));
  policy__page_fail(page, status);

  size_t digits = 1;
  for (uint32_t rest = count; rest > 9; rest /= 10) digits++;
  ask_columns columns = {2 + digits + 2, 2 + digits + 2 + FORCE_COLUMNS + 2};
  bool begun = false;
  policy__page_section(page, "RECOMMENDATIONS");
  if (status == POLICY_OK) write_groups(page, &groups, true, &begun, columns);
  if (status == POLICY_OK) write_groups(page, &groups, false, &begun, columns);
  policy__array_free(&groups.list);
  policy__array_free(&groups.next);
  policy__table_free(&groups.by_actors);
  policy__arena_free(&groups.keys);
}
