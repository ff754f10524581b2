/* The pages of the source in a page of the web: those on which something is recommended, shown when a link
   leads there. */
#include "model/pages.h"
#include "write/sheet.h"

/* The page, from 1, that a byte of the text stands on, if it is shown; 0 otherwise. */
static uint32_t sheet_at(const policy__webpage *page, uint32_t byte) {
  uint32_t number = policy_line_page(policy_document_line_at(page->document, byte));
  bool shown =
      number > 0 && number <= page->sheets.count && *POLICY__AT(&page->sheets, uint32_t, number - 1) > 0;
  return shown ? number : 0;
}

policy_status policy__webpage_begin_sheets(policy__webpage *page) {
  const policy_document *document = page->document;
  uint32_t pages = policy__pages_known(document), count = policy_document_recommendation_count(document);
  policy__array_init(&page->sheets, page->allocator, sizeof(uint32_t), pages);
  for (uint32_t i = 0; i < pages && page->writer->status == POLICY_OK; i++)
    (void)policy__array_push(&page->sheets, &page->writer->status);
  for (uint32_t i = 0; i < count && page->writer->status == POLICY_OK; i++) {
    policy_span span = policy_recommendation_span(policy_document_recommendation(document, i));
    uint32_t number = policy_line_page(policy_document_line_at(document, span.begin));
    uint32_t *first = number > 0 ? POLICY__AT(&page->sheets, uint32_t, number - 1) : NULL;
    if (first != NULL && *first == 0) *first = i + 1;
  }
  return page->writer->status;
}

void policy__webpage_end_sheets(policy__webpage *page) {
  policy__array_free(&page->sheets);
}

void policy__webpage_put_sheet_link(policy__webpage *page, uint32_t byte) {
  unsigned number = (unsigned)sheet_at(page, byte);
  if (number > 0)
    policy__write_format(page->writer, " <a class=\"where\" href=\"#sheet%u\">page %u</a>", number, number);
}

static void put_sheet(policy__sheet *sheet, uint32_t number, uint32_t first) {
  policy__webpage *page = sheet->page;
  const char *anchor = policy__webpage_is_shown(page, POLICY__MARK_RECOMMENDATION, first - 1) ? "r" : "ask";
  policy__write_format(
      page->writer, "<section class=\"sheet\" id=\"sheet%u\">\n<p><a href=\"#%s%u\">back to the text</a></p>\n",
      (unsigned)number, anchor, (unsigned)first);
  policy__svg_put(sheet, number);
  policy__write_text(page->writer, "</section>\n");
}

void policy__webpage_put_sheets(policy__webpage *page) {
  policy__sheet sheet = {.page = page, .linked = true};
  bool any = false;
  for (size_t i = 0; i < page->sheets.count; i++) any = any || *POLICY__AT(&page->sheets, uint32_t, i) > 0;
  if (!any || page->writer->status != POLICY_OK) return;
  policy__marks_rewind(&page->marks);
  policy__sheet_cut(&sheet, 0);
  for (size_t i = 0; i < page->sheets.count && page->writer->status == POLICY_OK; i++) {
    uint32_t first = *POLICY__AT(&page->sheets, uint32_t, i);
    if (first > 0) put_sheet(&sheet, (uint32_t)i + 1, first);
  }
  policy__sheet_free(&sheet);
}
