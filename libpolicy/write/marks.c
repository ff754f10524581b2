/* What is marked in a text: gathered, sorted, and which marks lie over a place. */
#include "write/marks.h"

#include <stdlib.h>

#include "write/asking.h"

/* ---- gathering -------------------------------------------------------------------------------------------- */

static void add(policy__marks *marks, policy_span span, policy__mark_kind kind, uint32_t id) {
  if (span.end <= span.begin || marks->status != POLICY_OK) return;
  policy__mark *mark = policy__array_push(&marks->items, &marks->status);
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

static void add_recommendations(policy__marks *marks) {
  uint32_t count = policy_document_recommendation_count(marks->document);
  for (uint32_t i = 0; i < count; i++) {
    policy_recommendation recommendation = policy_document_recommendation(marks->document, i);
    add(marks, policy_recommendation_span(recommendation), POLICY__MARK_RECOMMENDATION, i);
    if (policy_recommendation_instrument(recommendation).size == 0) continue;
    policy_span pieces[POLICY__ACTION_PIECES];
    uint32_t made = policy__ask_action(recommendation, pieces);
    for (uint32_t n = 0; n < made; n++) add(marks, pieces[n], POLICY__MARK_MEASURE, i);
  }
}

static void add_actors(policy__marks *marks) {
  uint32_t count = policy_document_actor_count(marks->document);
  for (uint32_t i = 0; i < count; i++) {
    policy_actor actor = policy_document_actor(marks->document, i);
    uint32_t mentions = policy_actor_mention_count(actor);
    for (uint32_t n = 0; n < mentions; n++)
      add(marks, policy_actor_mention_span(actor, n), POLICY__MARK_ACTOR, i);
  }
}

static void add_times(policy__marks *marks) {
  uint32_t count = policy_document_time_count(marks->document);
  for (uint32_t i = 0; i < count; i++)
    add(marks, policy_time_span(policy_document_time(marks->document, i)), POLICY__MARK_TIME, i);
}

policy_status policy__marks_gather(policy__marks *marks, const policy_document *document,
                                   const policy_allocator *allocator) {
  *marks = (policy__marks){.document = document, .status = POLICY_OK};
  policy__array_init(&marks->items, allocator, sizeof(policy__mark), UINT32_MAX);
  add_recommendations(marks);
  add_actors(marks);
  add_times(marks);
  if (marks->items.count > 0) qsort(marks->items.items, marks->items.count, sizeof(policy__mark), by_place);
  return marks->status;
}

void policy__marks_free(policy__marks *marks) {
  policy__array_free(&marks->items);
}

/* ---- a place in the text ---------------------------------------------------------------------------------- */

void policy__marks_rewind(policy__marks *marks) {
  marks->next = marks->depth = 0;
}

void policy__marks_take(policy__marks *marks, uint32_t at) {
  for (; marks->next < marks->items.count; marks->next++) {
    policy__mark mark = *POLICY__AT(&marks->items, policy__mark, marks->next);
    if (mark.span.begin > at) return;
    if (mark.span.end > at && marks->depth < POLICY__MARKS_DEEP) marks->open[marks->depth++] = mark;
  }
}

size_t policy__marks_drop(policy__marks *marks, uint32_t at) {
  size_t kept = 0, from = marks->depth;
  for (size_t i = marks->depth; i > 0; i--)
    if (marks->open[i - 1].span.end <= at) from = i - 1;
  for (size_t i = kept = from; i < marks->depth; i++)
    if (marks->open[i].span.end > at) marks->open[kept++] = marks->open[i];
  marks->depth = kept;
  return from;
}

uint32_t policy__marks_stop(const policy__marks *marks, uint32_t end) {
  if (marks->next < marks->items.count) {
    uint32_t begin = POLICY__AT(&marks->items, policy__mark, marks->next)->span.begin;
    if (begin < end) end = begin;
  }
  for (size_t i = 0; i < marks->depth; i++)
    if (marks->open[i].span.end < end) end = marks->open[i].span.end;
  return end;
}
