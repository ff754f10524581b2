/* The text of a page with its marks, written so that they nest. */
#include "text/utf8.h"
#include "write/asking.h"
#include "write/webpage.h"

policy_status policy__webpage_begin_marks(policy__webpage *page) {
  const uint32_t counts[POLICY__MARK_KINDS] = {
      [POLICY__MARK_RECOMMENDATION] = policy_document_recommendation_count(page->document),
      [POLICY__MARK_ACTOR] = policy_document_actor_count(page->document),
      [POLICY__MARK_TIME] = policy_document_time_count(page->document)};
  page->writer->status = policy__marks_gather(&page->marks, page->document, page->allocator);
  for (int kind = 0; kind < POLICY__MARK_KINDS; kind++) {
    policy__array_init(&page->shown[kind], page->allocator, sizeof(bool), counts[kind]);
    for (uint32_t i = 0; i < counts[kind] && page->writer->status == POLICY_OK; i++)
      (void)policy__array_push(&page->shown[kind], &page->writer->status);
  }
  return page->writer->status;
}

void policy__webpage_end_marks(policy__webpage *page) {
  policy__marks_free(&page->marks);
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

/* A string in a title, of which there is one for every mark: cut where it is long. */
static void put_brief(policy__webpage *page, policy_string string) {
  enum { MOST = 160 };
  bool cut = string.size > MOST;
  if (cut) string.size = MOST;
  while (cut && string.size > 0 && !policy__utf8_is_boundary(string.data[string.size])) string.size--;
  policy__webpage_line(page, string);
  if (cut) policy__write_text(page->writer, "\u2026");
}

static void put_recommendation_title(policy__webpage *page, uint32_t id) {
  enum { MOST = 6 };
  policy_recommendation recommendation = policy_document_recommendation(page->document, id);
  uint32_t count = policy_recommendation_actor_count(recommendation, POLICY_PARTY_ADDRESSEE);
  policy__write_format(page->writer, "Recommendation %u: %s", (unsigned)id + 1,
                       policy__force_words(policy_recommendation_force(recommendation)));
  for (uint32_t i = 0; i < count && i < MOST; i++) {
    policy__write_text(page->writer, i == 0 ? "; asked of " : ", ");
    put_brief(page, policy_actor_name(policy_recommendation_actor(recommendation, POLICY_PARTY_ADDRESSEE, i)));
  }
  if (count > MOST) policy__write_format(page->writer, " and %u more", (unsigned)(count - MOST));
}

void policy__webpage_put_title(policy__webpage *page, policy__mark mark) {
  policy_actor actor = policy_document_actor(page->document, mark.id);
  policy_time time = policy_document_time(page->document, mark.id);
  switch (mark.kind) {
    case POLICY__MARK_RECOMMENDATION: put_recommendation_title(page, mark.id); return;
    case POLICY__MARK_ACTOR:
      put_brief(page, policy_actor_name(actor));
      policy__write_format(page->writer, " (%s)", policy_actor_kind_name(policy_actor_kind_of(actor)));
      return;
    case POLICY__MARK_TIME:
      policy__write_text(page->writer, policy_time_is_deadline(time) ? "Deadline: " : "Time: ");
      put_brief(page, policy_time_value(time));
      return;
    default: break;
  }
  policy__write_text(page->writer, "Measure: ");
  put_brief(page, policy_recommendation_instrument(policy_document_recommendation(page->document, mark.id)));
}

static void put_class(policy__webpage *page, policy__mark mark) {
  policy_recommendation recommendation = policy_document_recommendation(page->document, mark.id);
  const char *kind = policy_force_name(policy_recommendation_force(recommendation));
  if (mark.kind == POLICY__MARK_ACTOR)
    kind = policy__webpage_actor_class(policy_document_actor(page->document, mark.id));
  switch (mark.kind) {
    case POLICY__MARK_RECOMMENDATION: policy__write_format(page->writer, "ask %s", kind); return;
    case POLICY__MARK_ACTOR: policy__write_format(page->writer, "actor %s", kind); return;
    case POLICY__MARK_TIME:
      policy__write_text(page->writer, "time");
      if (policy_time_is_deadline(policy_document_time(page->document, mark.id)))
        policy__write_text(page->writer, " deadline");
      return;
    default: policy__write_text(page->writer, "measure"); return;
  }
}

static void open_tag(policy__webpage *page, policy__mark mark) {
  static const char anchors[POLICY__MARK_KINDS] = {'r', '\0', 'a', 't'};
  bool *shown = mark.id < page->shown[mark.kind].count ? POLICY__AT(&page->shown[mark.kind], bool, mark.id) : NULL;
  bool first = shown != NULL && !*shown;
  unsigned number = mark.id + 1;
  if (first) *shown = true;
  if (first && mark.kind == POLICY__MARK_RECOMMENDATION)
    policy__write_format(page->writer, "<a class=\"n\" href=\"#ask%u\">%u</a>", number, number);
  policy__write_text(page->writer, "<mark class=\"");
  put_class(page, mark);
  policy__write_text(page->writer, "\"");
  if (first) policy__write_format(page->writer, " id=\"%c%u\"", anchors[mark.kind], number);
  policy__write_text(page->writer, " title=\"");
  policy__webpage_put_title(page, mark);
  policy__write_text(page->writer, "\">");
}

/* ---- the text --------------------------------------------------------------------------------------------- */

static void close_tags(policy__webpage *page, size_t count) {
  for (; count > 0; count--) policy__write_text(page->writer, "</mark>");
}

static void open_tags(policy__webpage *page, size_t from) {
  for (size_t i = from; i < page->marks.depth; i++) open_tag(page, page->marks.open[i]);
}

void policy__webpage_put_text(policy__webpage *page, policy_span span) {
  policy__marks *marks = &page->marks;
  (void)policy__marks_drop(marks, span.begin);
  open_tags(page, 0);
  for (uint32_t at = span.begin; at < span.end;) {
    size_t depth = marks->depth;
    policy__marks_take(marks, at);
    open_tags(page, depth);
    uint32_t stop = policy__marks_stop(marks, span.end);
    policy__webpage_escape(page, policy_document_slice(page->document, (policy_span){at, stop}));
    at = stop;
    if (at >= span.end) break;
    depth = marks->depth;
    size_t from = policy__marks_drop(marks, at);
    close_tags(page, depth - from);
    open_tags(page, from);
  }
  close_tags(page, marks->depth);
}
