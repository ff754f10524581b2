/* A document as a page of the web: what its parts share. */
#ifndef POLICY_WRITE_WEBPAGE_H
#define POLICY_WRITE_WEBPAGE_H

#include <policy/event.h>
#include <policy/recommendation.h>

#include "base/array.h"
#include "write/wording.h"

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

typedef struct policy__webpage {
  const policy_document *document;
  const policy_allocator *allocator;
  policy__writer *writer;
  policy_buffer scratch;                  /* of words on their way into the page */
  policy__array marks;                    /* of policy__mark, in the order of the text */
  size_t next;                            /* the first mark that the text has not reached */
  policy__mark open[POLICY__MARKS_DEEP];  /* those over the place reached, from outside */
  size_t depth;
  policy__array shown[POLICY__MARK_KINDS]; /* of bool, by id: it has an anchor in the text */
} policy__webpage;

/* ---- webpage.c: pieces of HTML ---------------------------------------------------------------------------- */

/* Escapes for text and for attributes in double quotes; what HTML has no character for becomes U+FFFD. */
void policy__webpage_escape(policy__webpage *page, policy_string text);

/* The same for one clean line: of a span of the text, or of any string. */
void policy__webpage_words(policy__webpage *page, policy_span span);
void policy__webpage_line(policy__webpage *page, policy_string string);

/* ---- webpage_marks.c: the text with its marks ------------------------------------------------------------- */

/* Gathers and sorts the marks. policy__webpage_end_marks ends them, after a failure too. */
policy_status policy__webpage_begin_marks(policy__webpage *page);
void policy__webpage_end_marks(policy__webpage *page);

/* Writes a stretch of the text with its marks; stretches come in the order of the text. Marks that cross each other or
   the end of the stretch are written in pieces. */
void policy__webpage_put_text(policy__webpage *page, policy_span span);

/* The class of an actor in the page: "state", "public", "body" or "person". Static. */
const char *policy__webpage_actor_class(policy_actor actor);

bool policy__webpage_is_shown(const policy__webpage *page, policy__mark_kind kind, uint32_t id);

/* ---- webpage_asks.c: what stands beside the text ---------------------------------------------------------- */

void policy__webpage_put_summary(policy__webpage *page);

#endif
