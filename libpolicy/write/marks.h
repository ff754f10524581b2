/* Findings as marks over the text, for all that shows a document to people. */
#ifndef POLICY_WRITE_MARKS_H
#define POLICY_WRITE_MARKS_H

#include <policy/event.h>
#include <policy/recommendation.h>

#include "base/array.h"

/* What is marked in the text. Of marks over the same words, the first kind stands outside. */
typedef enum policy__mark_kind {
  POLICY__MARK_RECOMMENDATION,
  POLICY__MARK_MEASURE, /* the action of a recommendation with a known instrument */
  POLICY__MARK_ACTOR,
  POLICY__MARK_TIME,
  POLICY__MARK_KINDS
} policy__mark_kind;

typedef struct policy__mark {
  policy_span span;
  uint32_t id; /* of the recommendation, actor or time */
  policy__mark_kind kind;
} policy__mark;

/* Marks over one place; those that begin inside of so many are left out. */
enum { POLICY__MARKS_DEEP = 16 };

/* The marks of a document, and the place reached in its text. */
typedef struct policy__marks {
  const policy_document *document;
  policy_status status;                   /* of gathering */
  policy__array items;                    /* of policy__mark, in the order of the text */
  size_t next;                            /* the first mark that the text has not reached */
  policy__mark open[POLICY__MARKS_DEEP];  /* those over the place reached, from outside */
  size_t depth;
} policy__marks;

/* Gathers and sorts. policy__marks_free ends them, after a failure too. */
policy_status policy__marks_gather(policy__marks *marks, const policy_document *document,
                                   const policy_allocator *allocator);
void policy__marks_free(policy__marks *marks);

/* Back to the beginning of the text. */
void policy__marks_rewind(policy__marks *marks);

/* Opens, inside of those that are open, the marks that begin up to `at` and end behind it. */
void policy__marks_take(policy__marks *marks, uint32_t at);

/* Drops the marks that end up to `at`. How many of the outer ones stay where they were: those from there on
   have moved. */
size_t policy__marks_drop(policy__marks *marks, uint32_t at);

/* Where the next mark begins or an open one ends, `end` at most. */
uint32_t policy__marks_stop(const policy__marks *marks, uint32_t end);

#endif
