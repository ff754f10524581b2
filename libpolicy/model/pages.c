/* Pages and lines: what stands where. */
#include "model/pages.h"

#include <string.h>

#include "model/model.h"

static const policy_box nowhere = {0, 0, 0, 0};

/* What a page or line stands for, or NULL. */
static const policy__page_item *page_item(policy_page page) {
  bool known = page.document != NULL && page.id < page.document->pages.count;
  return known ? POLICY__AT(&page.document->pages, policy__page_item, page.id) : NULL;
}

static const policy__line_item *line_item(policy_line line) {
  bool known = line.document != NULL && line.id < line.document->lines.count;
  return known ? POLICY__AT(&line.document->lines, policy__line_item, line.id) : NULL;
}

/* ---- pages ----------------------------------------------------------------------------------------------- */

policy_page policy_document_page(const policy_document *document, uint32_t n) {
  return n < policy_document_page_count(document) ? (policy_page){document, n}
                                                  : (policy_page){NULL, POLICY_NONE};
}

uint32_t policy__pages_known(const policy_document *document) {
  return document != NULL ? (uint32_t)document->pages.count : 0;
}

float policy_page_width(policy_page page) {
  const policy__page_item *item = page_item(page);
  return item != NULL ? item->width : 0;
}

float policy_page_height(policy_page page) {
  const policy__page_item *item = page_item(page);
  return item != NULL ? item->height : 0;
}

uint32_t policy_page_line_count(policy_page page) {
  const policy__page_item *item = page_item(page);
  return item != NULL ? item->count : 0;
}

policy_line policy_page_line(policy_page page, uint32_t n) {
  if (n >= policy_page_line_count(page)) return (policy_line){NULL, POLICY_NONE};
  return (policy_line){page.document,
                       *POLICY__AT(&page.document->page_lines, uint32_t, page_item(page)->first + n)};
}

/* A counting sort of the lines by their pages. */
policy_status policy__index_pages(policy_document *document) {
  const policy__array *lines = &document->lines;
  policy__array *numbers = &document->page_lines;
  policy_status status = policy__array_reserve(numbers, lines->count);
  if (status != POLICY_OK || lines->count == 0) return status;
  numbers->count = lines->count;
  for (size_t i = 0; i < document->pages.count; i++)
    POLICY__AT(&document->pages, policy__page_item, i)->count = 0;
  for (size_t i = 0; i < lines->count; i++)
    POLICY__AT(&document->pages, policy__page_item, POLICY__AT(lines, policy__line_item, i)->page - 1)->count++;
  uint32_t first = 0;
  for (size_t i = 0; i < document->pages.count; i++) {
    policy__page_item *page = POLICY__AT(&document->pages, policy__page_item, i);
    page->first = first;
    first += page->count;
    page->count = 0;
  }
  for (size_t i = 0; i < lines->count; i++) {
    const policy__line_item *line = POLICY__AT(lines, policy__line_item, i);
    policy__page_item *page = POLICY__AT(&document->pages, policy__page_item, line->page - 1);
    *POLICY__AT(numbers, uint32_t, page->first + page->count++) = (uint32_t)i;
  }
  return POLICY_OK;
}

/* ---- lines ----------------------------------------------------------------------------------------------- */

uint32_t policy_document_line_count(const policy_document *document) {
  return document != NULL ? (uint32_t)document->lines.count : 0;
}

policy_line policy_document_line(const policy_document *document, uint32_t n) {
  return n < policy_document_line_count(document) ? (policy_line){document, n}
                                                  : (policy_line){NULL, POLICY_NONE};
}

policy_line policy_document_line_at(const policy_document *document, uint32_t byte) {
  size_t low = 0, high = policy_document_line_count(document); /* the lines before `low` end at or before it */
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (POLICY__AT(&document->lines, policy__line_item, middle)->span.end <= byte) low = middle + 1;
    else high = middle;
  }
  policy_line line = policy_document_line(document, (uint32_t)low);
  return policy_line_span(line).begin <= byte ? line : (policy_line){NULL, POLICY_NONE};
}

uint32_t policy_document_page_at(const policy_document *document, uint32_t byte) {
  uint32_t page = policy_line_page(policy_document_line_at(document, byte));
  return page > 0 ? page : policy_block_page(policy_document_block_at(document, byte));
}

policy_span policy_line_span(policy_line line) {
  const policy__line_item *item = line_item(line);
  return item != NULL ? item->span : (policy_span){0, 0};
}

uint32_t policy_line_page(policy_line line) {
  const policy__line_item *item = line_item(line);
  return item != NULL ? item->page : 0;
}

policy_box policy_line_box(policy_line line) {
  const policy__line_item *item = line_item(line);
  return item != NULL ? item->box : nowhere;
}

float policy_line_size(policy_line line) {
  const policy__line_item *item = line_item(line);
  return item != NULL ? item->size : 0;
}

bool policy_line_is_bold(policy_line line) {
  const policy__line_item *item = line_item(line);
  return item != NULL && item->bold;
}

bool policy_line_is_italic(policy_line line) {
  const policy__line_item *item = line_item(line);
  return item != NULL && item->italic;
}

/* ---- parts of lines -------------------------------------------------------------------------------------- */

/* How wide a letter is in most fonts, in thousandths of their size. */
enum { NARROW = 280, SMALL = 540, LARGE = 680, WIDE = 860, SQUARE = 1000 };

static unsigned width_of(uint32_t point) {
  unsigned class = policy__classify(point);
  if (class & POLICY__MARK) return 0;
  if (class & POLICY__IDEOGRAPH) return SQUARE;
  if (point < 0x80 && strchr("ijltfrI.,:;'!|()[]- ", (int)point) != NULL) return NARROW;
  if (point < 0x80 && strchr("mwMW@%", (int)point) != NULL) return WIDE;
  return class & POLICY__UPPER ? LARGE : SMALL;
}

static double measure(policy_string text) {
  uint64_t width = 0;
  for (const char *at = text.data, *end = at + text.size; at < end;) width += width_of(policy__utf8_next(&at));
  return (double)width;
}

bool policy_line_is_turned(policy_line line) {
  policy_box box = policy_line_box(line);
  policy_string text = policy_document_slice(line.document, policy_line_span(line));
  return box.height > box.width * 2 && text.size >= 3 && measure(text) >= SQUARE;
}

policy__ruler policy__ruler_of(policy_line line) {
  policy_span span = policy_line_span(line);
  policy_string text = policy_document_slice(line.document, span);
  return (policy__ruler){.line = line,
                         .at = span.begin,
                         .all = measure(text),
                         .turned = policy_line_is_turned(line),
                         .from_right = policy__runs_from_right(text)};
}

policy_box policy__ruler_next(policy__ruler *ruler, uint32_t end) {
  policy_box box = policy_line_box(ruler->line);
  double inside = measure(policy_document_slice(ruler->line.document, (policy_span){ruler->at, end}));
  double before = ruler->from_right ? ruler->all - ruler->before - inside : ruler->before;
  ruler->before += inside;
  ruler->at = end;
  if (!(ruler->all > 0)) return box;
  float share = (float)(inside / ruler->all), from = (float)(before / ruler->all);
  if (ruler->turned)
    return (policy_box){box.left, box.top + box.height * (1 - from - share), box.width, box.height * share};
  return (policy_box){box.left + box.width * from, box.top, box.width * share, box.height};
}

policy_box policy_line_box_of(policy_line line, policy_span span) {
  policy_span whole = policy_line_span(line);
  if (span.begin < whole.begin) span.begin = whole.begin;
  if (span.end > whole.end) span.end = whole.end;
  if (span.begin >= span.end || !policy__is_span(line.document, span)) return nowhere;
  policy__ruler ruler = policy__ruler_of(line);
  (void)policy__ruler_next(&ruler, span.begin);
  return policy__ruler_next(&ruler, span.end);
}
