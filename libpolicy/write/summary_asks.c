/* The recommendations of a document, grouped by whom they address. */
#include <stdio.h>
#include <string.h>

#include "model/components.h"
#include <policy/event.h>

#include "write/asking.h"
#include "write/summary_page.h"

/* ---- one recommendation --------------------------------------------------------------------------------- */

enum { FORCE_COLUMNS = 10, LABEL_COLUMNS = 12 };

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

/* The action with its objects, as the text has them; what lies far apart is parted by dots. */
static void put_action(policy__page *page, policy_recommendation recommendation) {
  policy_span pieces[POLICY__ACTION_PIECES];
  uint32_t count = policy__ask_action(recommendation, pieces);
  for (uint32_t i = 0; i < count; i++) {
    if (i > 0) policy__page_say(page, POLICY__DIM, " \u2026 ");
    policy__page_put(page, POLICY__PLAIN, policy__page_words(page, pieces[i]));
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

/* What the document expects of it: causal claims, where they stand in the order of their causes. */
static void put_effects(policy__page *page, ask_columns columns, policy_recommendation recommendation) {
  uint32_t low = 0, high = policy_document_causal_count(page->document);
  policy_span span = policy_recommendation_span(recommendation);
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (policy_causal_cause(policy_document_causal(page->document, middle)).begin < span.begin)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < policy_document_causal_count(page->document); low++) {
    policy_causal causal = policy_document_causal(page->document, low);
    policy_span cause = policy_causal_cause(causal);
    if (cause.begin != span.begin) return;
    bool against = policy_causal_sign(causal) == POLICY_SIGN_NEGATIVE;
    if (cause.end != span.end) continue;
    put_label(page, columns, against ? "hinders" : "effect");
    policy__page_put(page, POLICY__PLAIN, policy__page_words(page, policy_causal_effect(causal)));
    policy__flow_end(&page->flow);
  }
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
  put_effects(page, columns, recommendation);
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
  policy__page_say(page, style_of(force), policy__force_words(force));
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

static bool is_named(const policy__page *page, const policy__ask_group *group) {
  policy_recommendation first = policy_document_recommendation(page->document, group->first);
  return policy_recommendation_actor_count(first, POLICY_PARTY_ADDRESSEE) > 0;
}

static void write_group(policy__page *page, const policy__asks *asks, const policy__ask_group *group,
                        ask_columns columns) {
  policy_recommendation first = policy_document_recommendation(page->document, group->first);
  policy__flow_to(&page->flow, 0);
  if (is_named(page, group)) put_names(page, POLICY__BOLD, first, POLICY_PARTY_ADDRESSEE);
  else policy__page_say(page, POLICY__BOLD, "Nobody named");
  policy__flow_end(&page->flow);
  for (uint32_t i = group->first; i != POLICY_NONE; i = policy__asks_next(asks, i)) {
    if (i != group->first) policy__flow_end(&page->flow);
    write_ask(page, columns, policy_document_recommendation(page->document, i));
  }
}

/* The groups with or without a name, with an empty line between them. */
static void write_groups(policy__page *page, const policy__asks *asks, bool named, bool *begun,
                         ask_columns columns) {
  for (size_t i = 0; i < asks->groups.count; i++) {
    const policy__ask_group *group = POLICY__AT(&asks->groups, policy__ask_group, i);
    if (is_named(page, group) != named) continue;
    if (*begun) policy__flow_end(&page->flow);
    write_group(page, asks, group, columns);
    *begun = true;
  }
}

/* Those that address nobody come last. */
void policy__page_write_recommendations(policy__page *page) {
  uint32_t count = policy_document_recommendation_count(page->document);
  policy__asks asks;
  if (count == 0) return;
  policy_status status = policy__asks_make(&asks, page->document, page->allocator);
  policy__page_fail(page, status);

  size_t digits = 1;
  for (uint32_t rest = count; rest > 9; rest /= 10) digits++;
  ask_columns columns = {2 + digits + 2, 2 + digits + 2 + FORCE_COLUMNS + 2};
  bool begun = false;
  policy__page_section(page, "RECOMMENDATIONS");
  if (status == POLICY_OK) write_groups(page, &asks, true, &begun, columns);
  if (status == POLICY_OK) write_groups(page, &asks, false, &begun, columns);
  policy__asks_free(&asks);
}
