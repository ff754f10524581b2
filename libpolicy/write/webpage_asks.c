/* What stands beside the text of a page: what the document asks of whom, its deadlines, its actors. */
#include <string.h>

#include "write/asking.h"
#include "write/webpage.h"

/* ---- one recommendation ----------------------------------------------------------------------------------- */

static void put_name(policy__webpage *page, policy_actor actor) {
  bool linked = policy__webpage_is_shown(page, POLICY__MARK_ACTOR, actor.id);
  if (linked) policy__write_format(page->writer, "<a href=\"#a%u\">", (unsigned)actor.id + 1);
  policy__webpage_line(page, policy_actor_name(actor));
  if (linked) policy__write_text(page->writer, "</a>");
}

static void put_names(policy__webpage *page, policy_recommendation recommendation, policy_party party) {
  uint32_t count = policy_recommendation_actor_count(recommendation, party);
  for (uint32_t i = 0; i < count; i++) {
    if (i > 0) policy__write_text(page->writer, ", ");
    put_name(page, policy_recommendation_actor(recommendation, party, i));
  }
}

static void put_party(policy__webpage *page, const char *label, policy_recommendation recommendation, policy_party party) {
  if (policy_recommendation_actor_count(recommendation, party) == 0) return;
  policy__write_format(page->writer, "<div><dt>%s</dt><dd>", label);
  put_names(page, recommendation, party);
  policy__write_text(page->writer, "</dd></div>");
}

static void put_string(policy__webpage *page, const char *label, policy_string string) {
  if (string.size == 0) return;
  policy__write_format(page->writer, "<div><dt>%s</dt><dd>", label);
  policy__webpage_line(page, string);
  policy__write_text(page->writer, "</dd></div>");
}

static void put_component(policy__webpage *page, const char *label, policy_component component) {
  policy_span span = policy_component_span(component);
  policy__write_format(page->writer, "<div><dt>%s</dt><dd>", label);
  if (span.end > span.begin) policy__webpage_words(page, span);
  else policy__webpage_line(page, policy_component_text(component));
  policy__write_text(page->writer, "</dd></div>");
}

static void put_role(policy__webpage *page, const char *label, policy_statement statement, policy_role role) {
  uint32_t count = policy_statement_role_count(statement, role);
  for (uint32_t i = 0; i < count && i < POLICY__ACTION_PIECES; i++)
    put_component(page, label, policy_statement_role(statement, role, i));
}

static void put_details(policy__webpage *page, policy_recommendation recommendation) {
  policy_statement statement = policy_recommendation_statement(recommendation);
  uint32_t purposes = policy_recommendation_purpose_count(recommendation);
  uint32_t reasons = policy_recommendation_reason_count(recommendation);
  size_t before = page->writer->buffer->size;
  policy__write_text(page->writer, "<dl>");
  size_t begun = page->writer->buffer->size;
  if (policy_recommendation_voice(recommendation) == POLICY_VOICE_REPORTED) {
    policy_string speaker = policy_actor_name(policy_recommendation_speaker(recommendation));
    put_string(page, "said by", speaker.size > 0 ? speaker : (policy_string){"others", 6});
  }
  put_party(page, "with", recommendation, POLICY_PARTY_PARTNER);
  put_party(page, "towards", recommendation, POLICY_PARTY_TARGET);
  put_party(page, "for", recommendation, POLICY_PARTY_BENEFICIARY);
  put_role(page, "when", statement, POLICY_ROLE_ACTIVATION_CONDITION);
  for (uint32_t i = 0; i < purposes && i < POLICY__ACTION_PIECES; i++)
    put_component(page, "to what end", policy_recommendation_purpose(recommendation, i));
  for (uint32_t i = 0; i < reasons && i < POLICY__ACTION_PIECES; i++)
    put_component(page, "why", policy_recommendation_reason(recommendation, i));
  put_string(page, "deadline", policy_recommendation_deadline(recommendation));
  put_string(page, "measure", policy_recommendation_instrument(recommendation));
  put_string(page, "topic", policy_recommendation_topic(recommendation));
  put_string(page, "answer", policy_recommendation_status(recommendation));
  if (page->writer->buffer->size == begun) page->writer->buffer->size = before;
  else policy__write_text(page->writer, "</dl>");
}

static void put_ask(policy__webpage *page, policy_recommendation recommendation) {
  policy_span pieces[POLICY__ACTION_PIECES];
  policy_force force = policy_recommendation_force(recommendation);
  policy_string label = policy_recommendation_label(recommendation);
  uint32_t count = policy__ask_action(recommendation, pieces);
  unsigned number = recommendation.id + 1;
  policy__write_format(page->writer, "<li id=\"ask%u\" value=\"%u\">", number, number);
  policy__write_format(page->writer, "<span class=\"force %s\">%s</span> ", policy_force_name(force),
                       policy__force_words(force));
  if (label.size > 0) {
    policy__write_text(page->writer, "<b>");
    policy__webpage_line(page, label);
    policy__write_text(page->writer, "</b> ");
  }
  bool linked = policy__webpage_is_shown(page, POLICY__MARK_RECOMMENDATION, recommendation.id);
  if (linked) policy__write_format(page->writer, "<a href=\"#r%u\">", number);
  for (uint32_t i = 0; i < count; i++) {
    if (i > 0) policy__write_text(page->writer, " \u2026 ");
    policy__webpage_words(page, pieces[i]);
  }
  if (linked) policy__write_text(page->writer, "</a>");
  policy__webpage_put_sheet_link(page, policy_recommendation_span(recommendation).begin);
  put_details(page, recommendation);
  policy__write_text(page->writer, "</li>\n");
}

/* ---- all of them ------------------------------------------------------------------------------------------ */

static bool is_named(policy_recommendation recommendation) {
  return policy_recommendation_actor_count(recommendation, POLICY_PARTY_ADDRESSEE) > 0;
}

static void put_group(policy__webpage *page, const policy__asks *asks, const policy__ask_group *group) {
  policy_recommendation first = policy_document_recommendation(page->document, group->first);
  policy__write_text(page->writer, "<h3>");
  if (is_named(first)) put_names(page, first, POLICY_PARTY_ADDRESSEE);
  else policy__write_text(page->writer, "Nobody named");
  policy__write_text(page->writer, "</h3>\n<ol>\n");
  for (uint32_t i = group->first; i != POLICY_NONE; i = policy__asks_next(asks, i))
    put_ask(page, policy_document_recommendation(page->document, i));
  policy__write_text(page->writer, "</ol>\n");
}

/* Those that address nobody come last. */
static void put_asks(policy__webpage *page) {
  policy__asks asks;
  policy_status status = policy__asks_make(&asks, page->document, page->allocator);
  if (page->writer->status == POLICY_OK) page->writer->status = status;
  policy__write_text(page->writer, "<h2>What this document asks for</h2>\n");
  if (asks.groups.count == 0) policy__write_text(page->writer, "<p class=\"dim\">No recommendation was found.</p>\n");
  for (int named = 1; named >= 0 && status == POLICY_OK; named--)
    for (size_t i = 0; i < asks.groups.count; i++) {
      const policy__ask_group *group = POLICY__AT(&asks.groups, policy__ask_group, i);
      if (is_named(policy_document_recommendation(page->document, group->first)) == (named == 1))
        put_group(page, &asks, group);
    }
  policy__asks_free(&asks);
}

static void put_deadlines(policy__webpage *page) {
  uint32_t count = policy_document_time_count(page->document), put = 0;
  for (uint32_t i = 0; i < count; i++) {
    policy_time time = policy_document_time(page->document, i);
    if (!policy_time_is_deadline(time) || !policy__webpage_is_shown(page, POLICY__MARK_TIME, i)) continue;
    if (put++ == 0) policy__write_text(page->writer, "<h2>Deadlines</h2>\n<ul>\n");
    policy__write_format(page->writer, "<li><a href=\"#t%u\">", (unsigned)i + 1);
    policy__webpage_words(page, policy_time_span(time));
    policy__write_text(page->writer, "</a> <span class=\"dim\">");
    policy__webpage_line(page, policy_time_value(time));
    policy__write_text(page->writer, "</span>");
    policy__webpage_put_sheet_link(page, policy_time_span(time).begin);
    policy__write_text(page->writer, "</li>\n");
  }
  if (put > 0) policy__write_text(page->writer, "</ul>\n");
}

static void put_actors(policy__webpage *page) {
  uint32_t count = policy_document_actor_count(page->document);
  if (count > 0) policy__write_text(page->writer, "<h2>Who is named</h2>\n<ul>\n");
  for (uint32_t i = 0; i < count; i++) {
    policy_actor actor = policy_document_actor(page->document, i);
    policy__write_text(page->writer, "<li>");
    put_name(page, actor);
    policy__write_format(page->writer, " <span class=\"dim\">%s, \u00D7%u</span></li>\n",
                         policy_actor_kind_name(policy_actor_kind_of(actor)), (unsigned)policy_actor_mention_count(actor));
  }
  if (count > 0) policy__write_text(page->writer, "</ul>\n");
}

static void put_warnings(policy__webpage *page) {
  enum { MOST = 12 };
  uint32_t count = policy_document_warning_count(page->document);
  if (count > 0) policy__write_text(page->writer, "<h2>Warnings</h2>\n<ul>\n");
  for (uint32_t i = 0; i < count && i < MOST; i++) {
    policy__write_text(page->writer, "<li>");
    policy__webpage_line(page, policy_warning_message(policy_document_warning(page->document, i)));
    policy__write_text(page->writer, "</li>\n");
  }
  if (count > MOST) policy__write_format(page->writer, "<li>%u more</li>\n", (unsigned)(count - MOST));
  if (count > 0) policy__write_text(page->writer, "</ul>\n");
}

void policy__webpage_put_summary(policy__webpage *page) {
  policy__write_text(page->writer, "<aside>\n");
  put_asks(page);
  put_deadlines(page);
  put_actors(page);
  put_warnings(page);
  policy__write_text(page->writer, "</aside>\n");
}
