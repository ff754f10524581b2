/* The text of a page with its marks: gathered, sorted, and written so that they nest. */
#include <stdlib.h>

#include "write/asking.h"
#include "write/webpage.h"

/* ---- gathering -------------------------------------------------------------------------------------------- */

static void add(policy__webpage *page, policy_span span, policy__mark_kind kind, uint32_t id) {
  if (span.end <= span.begin || page->writer->status != POLICY_OK) return;
  policy__mark *mark = policy__array_push(&page->marks, &page->writer->status);
  if (mark != NULL) *mark = (policy__mark){span, id, kind};
}

/* Outer marks first: by their begin, then the longer one, then by kind. */
static int by_place(const void *left, const void *right) {
  const policy__mark *a = left, *b = right;
  if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin ? -1 : 1;
  if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
  if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
  return a->id < b->id ? -1 : a->id > b->id;
}

static void add_recommendations(policy__webpage *page, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    policy_recommendation recommendation = policy_document_recommendation(page->document, i);
    add(page, policy_recommendation_span(recommendation), POLICY__MARK_RECOMMENDATION, i);
    if (policy_recommendation_instrument(recommendation).size == 0) continue;
    policy_span pieces[POLICY__ACTION_PIECES];
    uint32_t made = policy__ask_action(recommendation, pieces);
    for (uint32_t n = 0; n < made; n++) add(page, pieces[n], POLICY__MARK_MEASURE, i);
  }
}

static void add_actors(policy__webpage *page, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    policy_actor actor = policy_document_actor(page->document, i);
    uint32_t mentions = policy_actor_mention_count(actor);
    for (uint32_t n = 0; n < mentions; n++) add(page, policy_actor_mention_span(actor, n), POLICY__MARK_ACTOR, i);
  }
}

policy_status policy__webpage_begin_marks(policy__webpage *page) {
  uint32_t counts[POLICY__MARK_KINDS] = {
      [POLICY__MARK_RECOMMENDATION] = policy_document_recommendation_count(page->document),
      [POLICY__MARK_ACTOR] = policy_document_actor_count(page->document),
      [POLICY__MARK_TIME] = policy_document_time_count(page->document)};
  policy__array_init(&page->marks, page->allocator, sizeof(policy__mark), UINT32_MAX);
  for (int kind = 0; kind < POLICY__MARK_KINDS; kind++) {
    policy__array_init(&page->shown[kind], page->allocator, sizeof(bool), counts[kind]);
    for (uint32_t i = 0; i < counts[kind] && page->writer->status == POLICY_OK; i++)
      (void)policy__array_push(&page->shown[kind], &page->writer->status);
  }
  add_recommendations(page, counts[POLICY__MARK_RECOMMENDATION]);
  add_actors(page, counts[POLICY__MARK_ACTOR]);
  for (uint32_t i = 0; i < counts[POLICY__MARK_TIME]; i++)
    add(page, policy_time_span(policy_document_time(page->document, i)), POLICY__MARK_TIME, i);
  if (page->marks.count > 0) qsort(page->marks.items, page->marks.count, sizeof(policy__mark), by_place);
  return page->writer->status;
}

void policy__webpage_end_marks(policy__webpage *page) {
  policy__array_free(&page->marks);
  for (int kind = 0; kind < POLICY__MARK_KINDS; kind++) policy__array_free(&page->shown[kind]);
}

bool policy__webpage_is_shown(const policy__webpage *page, policy__mark_kind kind, uint32_t id) {
  return id < page->shown[kind].count && *POLICY__AT(&page->shown[kind], bool, id);
}

/* ---- one mark --------------------------------------------------------------------------------------------- */

const char *policy__webpage_actor_class(policy_actor actor) {
  switch (policy_actor_kind_of(actor)) {
    case POLICY_ACTOR_STATE: return "state";
    case POLICY_ACTOR_IGO:
    case POLICY_ACTOR_GOVERNMENT:
    case POLICY_ACTOR_MILITARY: return "public";
    case POLICY_ACTOR_PERSON: return "person";
    default: return "body";
  }
}

static void put_recommendation_tag(policy__webpage *page, uint32_t id, bool first) {
  policy_recommendation recommendation = policy_document_recommendation(page->document, id);
  policy_force force = policy_recommendation_force(recommendation);
  uint32_t count = policy_recommendation_actor_count(recommendation, POLICY_PARTY_ADDRESSEE);
  unsigned number = id + 1;
  if (first) policy__write_format(page->writer, "<a class=\"n\" href=\"#ask%u\">%u</a>", number, number);
  policy__write_format(page->writer, "<mark class=\"ask %s\"", policy_force_name(force));
  if (first) policy__write_format(page->writer, " id=\"r%u\"", number);
  policy__write_format(page->writer, " title=\"Recommendation %u: %s", number, policy__force_words(force));
  for (uint32_t i = 0; i < count; i++) {
    policy__write_text(page->writer, i == 0 ? "; asked of " : ", ");
    policy__webpage_line(page, policy_actor_name(policy_recommendation_actor(recommendation, POLICY_PARTY_ADDRESSEE, i)));
  }
  policy__write_text(page->writer, "\">");
}

static void put_actor_tag(policy__webpage *page, uint32_t id, bool first) {
  policy_actor actor = policy_document_actor(page->document, id);
  policy__write_format(page->writer, "<mark class=\"actor %s\"", policy__webpage_actor_class(actor));
  if (first) policy__write_format(page->writer, " id=\"a%u\"", (unsigned)id + 1);
  policy__write_text(page->writer, " title=\"");
  policy__webpage_line(page, policy_actor_name(actor));
  policy__write_format(page->writer, " (%s)\">", policy_actor_kind_name(policy_actor_kind_of(actor)));
}

static void put_time_tag(policy__webpage *page, uint32_t id, bool first) {
  policy_time time = policy_document_time(page->document, id);
  bool deadline = policy_time_is_deadline(time);
  policy__write_format(page->writer, "<mark class=\"time%s\"", deadline ? " deadline" : "");
  if (first) policy__write_format(page->writer, " id=\"t%u\"", (unsigned)id + 1);
  policy__write_format(page->writer, " title=\"%s: ", deadline ? "Deadline" : "Time");
  policy__webpage_line(page, policy_time_value(time));
  policy__write_text(page->writer, "\">");
}

static void open_tag(policy__webpage *page, policy__mark mark) {
  bool *shown = mark.id < page->shown[mark.kind].count ? POLICY__AT(&page->shown[mark.kind], bool, mark.id) : NULL;
  bool first = shown != NULL && !*shown;
  if (first) *shown = true;
  switch (mark.kind) {
    case POLICY__MARK_RECOMMENDATION: put_recommendation_tag(page, mark.id, first); return;
    case POLICY__MARK_ACTOR: put_actor_tag(page, mark.id, first); return;
    case POLICY__MARK_TIME: put_time_tag(page, mark.id, first); return;
    default: break;
  }
  policy__write_text(page->writer, "<mark class=\"measure\" title=\"Measure: ");
  policy__webpage_line(page, policy_recommendation_instrument(policy_document_recommendation(page->document, mark.id)));
  policy__write_text(page->writer, "\">");
}

/* ---- the text --------------------------------------------------------------------------------------------- */

static void close_tags(policy__webpage *page, size_t from) {
  for (size_t i = page->depth; i > from; i--) policy__write_text(page->writer, "</mark>");
}

static void open_tags(policy__webpage *page, size_t from) {
  for (size_t i = from; i < page->depth; i++) open_tag(page, page->open[i]);
}

/* Takes the marks that begin up to `at` and end behind it; where `tagged`, with their tags. */
static void take_marks(policy__webpage *page, uint32_t at, bool tagged) {
  for (; page->next < page->marks.count; page->next++) {
    policy__mark mark = *POLICY__AT(&page->marks, policy__mark, page->next);
    if (mark.span.begin > at) return;
    if (mark.span.end <= at || page->depth == POLICY__MARKS_DEEP) continue;
    page->open[page->depth++] = mark;
    if (tagged) open_tag(page, mark);
  }
}

/* Drops the marks that end up to `at`; with tags, those inside of them are closed and opened again. */
static void drop_marks(policy__webpage *page, uint32_t at, bool tagged) {
  size_t kept = 0, from = page->depth;
  for (size_t i = page->depth; i > 0; i--)
    if (page->open[i - 1].span.end <= at) from = i - 1;
  if (tagged) close_tags(page, from);
  for (size_t i = kept = from; i < page->depth; i++)
    if (page->open[i].span.end > at) page->open[kept++] = page->open[i];
  page->depth = kept;
  if (tagged) open_tags(page, from);
}

/* Where the next mark begins or an open one ends, `end` at most. */
static uint32_t next_stop(const policy__webpage *page, uint32_t end) {
  if (page->next < page->marks.count) {
    uint32_t begin = POLICY__AT(&page->marks, policy__mark, page->next)->span.begin;
    if (begin < end) end = begin;
  }
  for (size_t i = 0; i < page->depth; i++)
    if (page->open[i].span.end < end) end = page->open[i].span.end;
  return end;
}

void policy__webpage_put_text(policy__webpage *page, policy_span span) {
  drop_marks(page, span.begin, false);
  open_tags(page, 0);
  for (uint32_t at = span.begin; at < span.end;) {
    take_marks(page, at, true);
    uint32_t stop = next_stop(page, span.end);
    policy__webpage_escape(page, policy_document_slice(page->document, (policy_span){at, stop}));
    at = stop;
    if (at < span.end) drop_marks(page, at, true);
  }
  close_tags(page, 0);
}
