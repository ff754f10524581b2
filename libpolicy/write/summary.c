/* The summary of a document: what it is, who acts in it, what it asks of whom. */
#include <policy/summary.h>

#include <policy/citation.h>
#include <policy/event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/checked.h"
#include "base/equal.h"
#include "base/memory.h"
#include "text/utf8.h"
#include "write/summary_page.h"

/* How much is shown of lists that JSON gives in full. */
enum { MOST_ACTORS = 24, MOST_ALIASES = 4, MOST_LOOKED_AT = 64, MOST_NOTES = 12 };

enum { DEFAULT_WIDTH = 80, LEAST_WIDTH = 40, MOST_WIDTH = 4096 };

/* ---- the head ------------------------------------------------------------------------------------------- */

/* Parts of a line with dots between them. */
static void dot(policy__page *page, policy__style style) {
  if (policy__flow_column(&page->flow) > 0) policy__page_say(page, style, "\u00A0\u00B7 ");
}

static void write_origin(policy__page *page) {
  const policy_document *document = page->document;
  uint32_t authors = policy_document_author_count(document);
  policy__page_put_list(page, POLICY__PLAIN, policy_document_author, authors);
  policy_string publisher = policy_document_publisher(document), date = policy_document_date(document);
  if (publisher.size > 0) {
    dot(page, POLICY__PLAIN);
    policy__page_put(page, POLICY__PLAIN, policy__page_line(page, publisher));
  }
  if (date.size > 0) {
    dot(page, POLICY__PLAIN);
    policy__page_put_date(page, POLICY__PLAIN, date);
  }
  if (policy__flow_column(&page->flow) > 0) policy__flow_end(&page->flow);
  policy__page_put_list(page, POLICY__DIM, policy_document_topic, policy_document_topic_count(document));
  uint32_t regions = policy_document_region_count(document);
  if (regions > 0) dot(page, POLICY__DIM);
  policy__page_put_list(page, POLICY__DIM, policy_document_region, regions);
  if (policy__flow_column(&page->flow) > 0) policy__flow_end(&page->flow);
}

static void put_count(policy__page *page, uint64_t count, const char *singular, const char *plural) {
  if (count == 0) return;
  dot(page, POLICY__PLAIN);
  policy__page_put_count(page, POLICY__PLAIN, count, singular, plural);
}

static void write_counts(policy__page *page) {
  const policy_document *document = page->document;
  uint32_t statements = policy_document_statement_count(document), constitutive = 0;
  for (uint32_t i = 0; i < statements; i++)
    if (policy_statement_type_of(policy_document_statement(document, i)) == POLICY_STATEMENT_CONSTITUTIVE)
      constitutive++;
  policy__flow_end(&page->flow);
  put_count(page, policy__page_count_words(document), "word", "words");
  put_count(page, policy_document_sentence_count(document), "sentence", "sentences");
  put_count(page, policy_document_actor_count(document), "actor", "actors");
  put_count(page, policy_document_recommendation_count(document), "recommendation", "recommendations");
  put_count(page, statements - constitutive, "regulative\u00A0statement", "regulative\u00A0statements");
  put_count(page, constitutive, "constitutive\u00A0statement", "constitutive\u00A0statements");
  if (policy__flow_column(&page->flow) > 0) policy__flow_end(&page->flow);
}

static void write_head(policy__page *page) {
  policy_string title = policy_document_title(page->document);
  if (title.size == 0) title = policy_document_source_name(page->document);
  policy_string subtitle = policy_document_subtitle(page->document);
  if (title.size > 0) {
    policy__page_put(page, POLICY__BOLD, policy__page_line(page, title));
    policy__flow_end(&page->flow);
  }
  if (subtitle.size > 0) {
    policy__page_put(page, POLICY__PLAIN, policy__page_line(page, subtitle));
    policy__flow_end(&page->flow);
  }
  write_origin(page);
  write_counts(page);
}

/* ---- actors --------------------------------------------------------------------------------------------- */

typedef struct ranked {
  uint32_t mentions, id;
} ranked;

static int by_mentions(const void *left, const void *right) {
  const ranked *a = left, *b = right;
  if (a->mentions != b->mentions) return a->mentions > b->mentions ? -1 : 1;
  return a->id < b->id ? -1 : 1;
}

static uint32_t fold(uint32_t c) {
  return c == 0x2019 ? '\'' : policy__lower(c);
}

/* A name without its article. */
static policy_string bare(policy_string name) {
  bool article = name.size > 4 && (name.data[0] | 0x20) == 't' && memcmp(name.data + 1, "he ", 3) == 0;
  return article ? (policy_string){name.data + 4, name.size - 4} : name;
}

/* Whether two names differ in case, article or the shape of apostrophes alone. */
static bool is_same(policy_string a, policy_string b) {
  a = bare(a);
  b = bare(b);
  const char *p = a.data, *q = b.data, *p_end = p + a.size, *q_end = q + b.size;
  while (p < p_end && q < q_end)
    if (fold(policy__utf8_next(&p)) != fold(policy__utf8_next(&q))) return false;
  return p == p_end && q == q_end;
}

/* The first few names, other than its own, that an actor goes by. */
static uint32_t find_aliases(policy_actor actor, policy_span aliases[MOST_ALIASES]) {
  uint32_t found = 0, count = policy_actor_mention_count(actor);
  for (uint32_t i = 0; i < count && i < MOST_LOOKED_AT && found < MOST_ALIASES; i++) {
    policy_span span = policy_actor_mention_span(actor, i);
    policy_string text = policy_document_slice(actor.document, span);
    bool known = policy_actor_mention_form(actor, i) == POLICY_MENTION_PRONOUN ||
                 is_same(text, policy_actor_name(actor));
    for (uint32_t n = 0; n < found && !known; n++)
      known = is_same(text, policy_document_slice(actor.document, aliases[n]));
    if (!known) aliases[found++] = span;
  }
  return found;
}

static const char *kind_of(policy_actor actor) {
  policy_actor_kind kind = policy_actor_kind_of(actor);
  if (kind == POLICY_ACTOR_IGO) return "IGO";
  if (kind == POLICY_ACTOR_NGO) return "NGO";
  return kind == POLICY_ACTOR_OTHER ? "" : policy_actor_kind_name(kind);
}

/* A country's letters, or the first code that tells more than the kind does. */
static policy_string code_of(policy_actor actor) {
  policy_string code = policy_actor_code(actor, "iso3166-1"), first = policy_actor_code_scheme(actor, 0);
  bool sector = policy__equal_word(first, "plover");
  return code.size > 0 || sector ? code : policy_actor_code_value(actor, 0);
}

typedef struct actor_columns {
  size_t name, kind, alias;
} actor_columns;

static void write_actor(policy__page *page, policy_actor actor, actor_columns columns) {
  char count[16];
  bool cut;
  (void)snprintf(count, sizeof count, "%5u", (unsigned)policy_actor_mention_count(actor));
  policy__flow_to(&page->flow, 0);
  policy__flow_to(&page->flow, strspn(count, " "));
  policy__page_say(page, POLICY__DIM, count + strspn(count, " "));
  policy__flow_to(&page->flow, columns.name);
  policy_string name = policy__page_line(page, policy_actor_name(actor));
  name = policy__flow_cut(name, columns.kind - columns.name - 2, &cut);
  policy__page_put(page, POLICY__BOLD, name);
  if (cut) policy__page_say(page, POLICY__BOLD, "\u2026");
  policy__flow_to(&page->flow, columns.kind);
  policy__page_say(page, POLICY__PLAIN, kind_of(actor));
  policy_string code = code_of(actor);
  if (code.size > 0) policy__page_say(page, POLICY__PLAIN, " ");
  policy__page_put(page, POLICY__GREEN, policy__page_line(page, code));

  policy_span aliases[MOST_ALIASES];
  uint32_t found = find_aliases(actor, aliases);
  for (uint32_t i = 0; i < found; i++) {
    policy_string words = policy__page_words(page, aliases[i]);
    size_t needed = policy__columns(words) + (i + 1 < found ? 1 : 0);
    size_t from = i == 0 ? columns.alias : policy__flow_column(&page->flow) + 1;
    if (from + needed > page->flow.width) break;
    if (i > 0) policy__page_say(page, POLICY__DIM, ", ");
    else policy__flow_to(&page->flow, columns.alias);
    policy__page_put(page, POLICY__DIM, words);
  }
  policy__flow_end(&page->flow);
}

static actor_columns measure_actors(policy__page *page, const ranked *actors, uint32_t shown) {
  size_t name = 8, kind = 5, widest = page->flow.width / 8 * 5 - 7;
  for (uint32_t i = 0; i < shown; i++) {
    policy_actor actor = policy_document_actor(page->document, actors[i].id);
    size_t columns = policy__columns(policy__page_line(page, policy_actor_name(actor)));
    if (columns > name) name = columns;
    columns = policy__columns(policy__page_line(page, code_of(actor))) + strlen(kind_of(actor)) + 1;
    if (columns > kind) kind = columns;
  }
  if (name > widest) name = widest;
  if (kind > 24) kind = 24;
  return (actor_columns){7, 7 + name + 2, 7 + name + 2 + kind + 2};
}

static void write_actors(policy__page *page) {
  uint32_t count = policy_document_actor_count(page->document);
  size_t size;
  ranked *actors = NULL;
  if (count == 0) return;
  if (policy__multiply(count, sizeof *actors, &size)) actors = policy__allocate(page->allocator, size);
  if (actors == NULL) {
    policy__page_fail(page, POLICY_ERROR_NO_MEMORY);
    return;
  }
  for (uint32_t i = 0; i < count; i++)
    actors[i] = (ranked){policy_actor_mention_count(policy_document_actor(page->document, i)), i};
  qsort(actors, count, sizeof *actors, by_mentions);
  uint32_t shown = count > MOST_ACTORS ? MOST_ACTORS : count;
  policy__page_section(page, "ACTORS");
  actor_columns columns = measure_actors(page, actors, shown);
  for (uint32_t i = 0; i < shown; i++)
    write_actor(page, policy_document_actor(page->document, actors[i].id), columns);
  if (count > shown) {
    policy__flow_to(&page->flow, columns.name);
    policy__page_say(page, POLICY__DIM, "and ");
    policy__page_put_count(page, POLICY__DIM, count - shown, "other", "others");
    policy__flow_end(&page->flow);
  }
  policy__release(page->allocator, actors, size);
}

/* ---- events, relations, times, warnings ----------------------------------------------------------------- */

/* "17:2", the line and column of a place, as compilers write it. */
static void put_place(policy__page *page, policy_span span) {
  char place[32];
  policy_position position = policy_document_position(page->document, span.begin);
  (void)snprintf(place, sizeof place, "%u:%u", (unsigned)position.line, (unsigned)position.column);
  policy__page_say(page, POLICY__DIM, place);
}

static void put_words(policy__page *page, policy_span span) {
  bool cut;
  policy_string words = policy__flow_cut(policy__page_words(page, span), 2 * page->flow.width / 3, &cut);
  policy__page_put(page, POLICY__PLAIN, words);
  if (cut) policy__page_say(page, POLICY__PLAIN, "\u2026");
}

/* The column where the entries of a list stand, behind their places. */
enum { ENTRY_COLUMN = 12 };

static void put_entry(policy__page *page, policy_span span) {
  policy__flow_to(&page->flow, 2);
  if (span.end > span.begin) put_place(page, span);
  policy__flow_to(&page->flow, ENTRY_COLUMN);
}

static void put_more(policy__page *page, uint32_t count) {
  if (count <= MOST_NOTES) return;
  policy__flow_to(&page->flow, ENTRY_COLUMN);
  policy__page_say(page, POLICY__DIM, "and ");
  policy__page_put_count(page, POLICY__DIM, count - MOST_NOTES, "other", "others");
  policy__flow_end(&page->flow);
}

static void write_events(policy__page *page) {
  uint32_t count = policy_document_event_count(page->document);
  if (count > 0) policy__page_section(page, "EVENTS");
  for (uint32_t i = 0; i < count && i < MOST_NOTES; i++) {
    policy_event event = policy_document_event(page->document, i);
    put_entry(page, policy_event_span(event));
    policy__page_say(page, POLICY__PLAIN, policy_event_status_name(policy_event_status_of(event)));
    policy__page_say(page, POLICY__PLAIN, " ");
    policy__page_put(page, POLICY__PLAIN, policy__page_line(page, policy_event_kind(event)));
    if (policy_event_date(event).size > 0) policy__page_say(page, POLICY__PLAIN, ", ");
    policy__page_put_date(page, POLICY__PLAIN, policy_event_date(event));
    policy__page_say(page, POLICY__PLAIN, ": ");
    put_words(page, policy_event_span(event));
    policy__flow_end(&page->flow);
  }
  put_more(page, count);
}

static void put_actor(policy__page *page, policy_actor actor) {
  policy__page_put(page, POLICY__BOLD, policy__page_line(page, policy_actor_name(actor)));
}

static void write_relations(policy__page *page) {
  uint32_t count = policy_document_relation_count(page->document);
  if (count > 0) policy__page_section(page, "RELATIONS");
  for (uint32_t i = 0; i < count && i < MOST_NOTES; i++) {
    policy_relation relation = policy_document_relation(page->document, i);
    policy_sign sign = policy_relation_sign(relation);
    put_entry(page, policy_relation_span(relation));
    put_actor(page, policy_relation_from(relation));
    policy__page_say(page, POLICY__PLAIN, " \u2192 ");
    put_actor(page, policy_relation_to(relation));
    policy__page_say(page, POLICY__PLAIN, " ");
    policy__page_put(page, POLICY__PLAIN, policy__page_line(page, policy_relation_kind(relation)));
    if (sign == POLICY_SIGN_POSITIVE) policy__page_say(page, POLICY__GREEN, " (+)");
    if (sign == POLICY_SIGN_NEGATIVE) policy__page_say(page, POLICY__RED, " (\u2212)");
    policy__flow_end(&page->flow);
  }
  put_more(page, count);
}

static void write_causals(policy__page *page) {
  uint32_t count = policy_document_causal_count(page->document);
  if (count > 0) policy__page_section(page, "CAUSES");
  for (uint32_t i = 0; i < count && i < MOST_NOTES; i++) {
    policy_causal causal = policy_document_causal(page->document, i);
    bool against = policy_causal_sign(causal) == POLICY_SIGN_NEGATIVE;
    put_entry(page, policy_causal_cause(causal));
    put_words(page, policy_causal_cause(causal));
    policy__page_say(page, POLICY__DIM, against ? " works against " : " brings about ");
    put_words(page, policy_causal_effect(causal));
    policy__flow_end(&page->flow);
  }
  put_more(page, count);
}

static void write_times(policy__page *page) {
  uint32_t count = policy_document_time_count(page->document);
  if (count > 0) policy__page_section(page, "TIMES");
  for (uint32_t i = 0; i < count && i < MOST_NOTES; i++) {
    policy_time time = policy_document_time(page->document, i);
    put_entry(page, policy_time_span(time));
    policy__page_put(page, POLICY__PLAIN, policy__page_words(page, policy_time_span(time)));
    policy__page_say(page, POLICY__DIM, "\u00A0\u00B7 ");
    policy__page_put(page, POLICY__DIM, policy__page_line(page, policy_time_value(time)));
    if (policy_time_is_deadline(time)) policy__page_say(page, POLICY__DIM, " (deadline)");
    policy__flow_end(&page->flow);
  }
  put_more(page, count);
}

static void write_citations(policy__page *page) {
  uint32_t count = policy_document_citation_count(page->document);
  if (count > 0) policy__page_section(page, "CITATIONS");
  for (uint32_t i = 0; i < count && i < MOST_NOTES; i++) {
    policy_citation citation = policy_document_citation_at(page->document, i);
    put_entry(page, policy_citation_span(citation));
    policy__page_put(page, POLICY__PLAIN, policy__page_words(page, policy_citation_span(citation)));
    policy__page_say(page, POLICY__DIM, "\u00A0\u00B7 ");
    policy__page_say(page, POLICY__DIM, policy_citation_kind_name(policy_citation_kind_of(citation)));
    policy_string scheme = policy_citation_scheme(citation); /* addresses and titles are the words themselves */
    if (scheme.size > 0 && !policy__equal_word(scheme, "url") && !policy__equal_word(scheme, "title")) {
      policy__page_say(page, POLICY__DIM, " ");
      policy__page_put(page, POLICY__DIM, policy__page_line(page, policy_citation_value(citation)));
    }
    policy__flow_end(&page->flow);
  }
  put_more(page, count);
}

static void write_warnings(policy__page *page) {
  uint32_t count = policy_document_warning_count(page->document);
  if (count > 0) policy__page_section(page, "WARNINGS");
  for (uint32_t i = 0; i < count && i < MOST_NOTES; i++) {
    policy_warning warning = policy_document_warning(page->document, i);
    put_entry(page, policy_warning_span(warning));
    policy__page_put(page, POLICY__YELLOW, policy__page_line(page, policy_warning_code(warning)));
    policy__page_say(page, POLICY__PLAIN, ": ");
    policy__page_put(page, POLICY__PLAIN, policy__page_line(page, policy_warning_message(warning)));
    policy__flow_end(&page->flow);
  }
  put_more(page, count);
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

policy_status policy_summary_write(const policy_document *document, unsigned flags, unsigned width,
                                   policy_buffer *buffer, policy_error *error) {
  const unsigned known = POLICY_SUMMARY_COLOUR | POLICY_SUMMARY_CLEAN;
  if (document == NULL || buffer == NULL || (flags & ~known) != 0)
    return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  if (width == 0) width = DEFAULT_WIDTH;
  if (width < LEAST_WIDTH) width = LEAST_WIDTH;
  if (width > MOST_WIDTH) width = MOST_WIDTH;
  size_t start = buffer->size;
  policy__writer writer = {buffer, POLICY_OK};
  policy__page page = {.document = document, .scratch = {.allocator = buffer->allocator}};
  page.allocator = buffer->allocator.allocate != NULL ? &buffer->allocator : &policy__malloc_allocator;
  page.flow = (policy__flow){.writer = &writer, .width = width, .word = {.allocator = buffer->allocator}};
  page.flow.colour = (flags & POLICY_SUMMARY_COLOUR) != 0;
  if (flags & POLICY_SUMMARY_CLEAN) {
    policy__page_write_clean(&page);
  } else {
    write_head(&page);
    write_actors(&page);
    policy__page_write_recommendations(&page);
    write_events(&page);
    write_relations(&page);
    write_causals(&page);
    write_times(&page);
    write_citations(&page);
  }
  write_warnings(&page);
  policy_buffer_free(&page.scratch);
  policy_buffer_free(&page.flow.word);
  if (writer.status == POLICY_OK) return POLICY_OK;
  buffer->size = start;
  if (buffer->data != NULL) buffer->data[start] = '\0';
  return policy__fail_plain(error, writer.status);
}
