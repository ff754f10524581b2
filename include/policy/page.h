/* Pages, and the lines that stand on them: of documents whose source has pages, such as PDF. */
#ifndef POLICY_PAGE_H
#define POLICY_PAGE_H

#include <policy/document.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A page: its number, which policy_block_page tells, is one more than its id. */
typedef struct policy_page {
  const policy_document *document;
  uint32_t id;
} policy_page;

/* A piece of text as it is set on a page: a line, or of a table's row one cell. */
typedef struct policy_line {
  const policy_document *document;
  uint32_t id;
} policy_line;

/* The page, `n` from 0; null from policy_document_page_count on. Its size in points, as it is seen (turned, and
   cut as the source says); 0 where the source has not told. */
POLICY_API policy_page policy_document_page(const policy_document *document, uint32_t n);
POLICY_API float policy_page_width(policy_page page);
POLICY_API float policy_page_height(policy_page page);

/* Its lines in the order of the text. */
POLICY_API uint32_t policy_page_line_count(policy_page page);
POLICY_API policy_line policy_page_line(policy_page page, uint32_t n);

/* All lines in the order of the text; they never overlap there. None where the source has no pages. */
POLICY_API uint32_t policy_document_line_count(const policy_document *document);
POLICY_API policy_line policy_document_line(const policy_document *document, uint32_t n);

/* The line that a byte of the text stands in; a null one for what stands in none, such as white space between
   two. O(log lines). */
POLICY_API policy_line policy_document_line_at(const policy_document *document, uint32_t byte);

/* The number of the page, from 1, that a byte of the text stands on: that of its line, or of its block; 0:
   none. */
POLICY_API uint32_t policy_document_page_at(const policy_document *document, uint32_t byte);

POLICY_API policy_span policy_line_span(policy_line line);
POLICY_API uint32_t policy_line_page(policy_line line); /* from 1 */
POLICY_API policy_box policy_line_box(policy_line line);
POLICY_API float policy_line_size(policy_line line); /* points of its letters; 0: not told */
POLICY_API bool policy_line_is_bold(policy_line line);
POLICY_API bool policy_line_is_italic(policy_line line);

/* Whether it runs up the page: it is higher than it is wide, and no single letter. */
POLICY_API bool policy_line_is_turned(policy_line line);

/* The part of the line's box in which a span of its text stands, by the usual widths of letters; all 0 where
   the span has no part in the line. Linear in the line. */
POLICY_API policy_box policy_line_box_of(policy_line line, policy_span span);

#ifdef __cplusplus
}
#endif

#endif
