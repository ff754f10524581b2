/* A document as a page of the web: what its parts share. */
#ifndef POLICY_WRITE_WEBPAGE_H
#define POLICY_WRITE_WEBPAGE_H

#include "write/marks.h"
#include "write/wording.h"

typedef struct policy__webpage {
  const policy_document *document;
  const policy_allocator *allocator;
  policy__writer *writer;
  policy_buffer scratch;                  /* of words on their way into the page */
  policy__marks marks;
  policy__array shown[POLICY__MARK_KINDS]; /* of bool, by id: it has an anchor in the text */
  policy__array sheets; /* of uint32_t, by page of the source: its first recommendation, from 1; 0: none */
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

/* Writes a line, escaped, that explains a mark. */
void policy__webpage_put_title(policy__webpage *page, policy__mark mark);

/* The class of an actor in the page: "state", "public", "body" or "person". Static. */
const char *policy__webpage_actor_class(policy_actor actor);

bool policy__webpage_is_shown(const policy__webpage *page, policy__mark_kind kind, uint32_t id);

/* ---- webpage_sheets.c: pages of the source ---------------------------------------------------------------- */

/* Looks on which pages there is something to show. policy__webpage_end_sheets ends it, after a failure too. */
policy_status policy__webpage_begin_sheets(policy__webpage *page);
void policy__webpage_end_sheets(policy__webpage *page);

/* A link to the picture of the page that a byte of the text stands on; nothing where there is none. */
void policy__webpage_put_sheet_link(policy__webpage *page, uint32_t byte);

/* The pictures; the text with its marks is over. */
void policy__webpage_put_sheets(policy__webpage *page);

/* ---- webpage_asks.c: what stands beside the text ---------------------------------------------------------- */

void policy__webpage_put_summary(policy__webpage *page);

#endif
