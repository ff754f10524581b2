/* Pages of documents as pictures in SVG. */
#include <policy/svg.h>

#include "base/memory.h"
#include "model/pages.h"
#include "write/sheet.h"

enum { GAP = 12 }; /* points between two pages */

/* The size of a picture of all pages. */
static policy_box measure(const policy_document *document) {
  policy_box all = {0, 0, 0, 0};
  for (uint32_t n = 0; n < policy__pages_known(document); n++) {
    policy_box size = policy__sheet_size(policy_document_page(document, n));
    if (size.width > all.width) all.width = size.width;
    all.height += size.height + (n > 0 ? GAP : 0);
  }
  return all;
}

static void open_picture(policy__webpage *page, const char *begin, policy_box size) {
  policy__sheet_number(page->writer, begin, (double)size.width);
  policy__sheet_number(page->writer, "\" height=\"", (double)size.height);
  policy__sheet_number(page->writer, "\" viewBox=\"0 0 ", (double)size.width);
  policy__sheet_number(page->writer, " ", (double)size.height);
  policy__write_text(page->writer, "\"");
}

static void draw_all(policy__sheet *sheet) {
  const policy_document *document = sheet->page->document;
  double top = 0;
  for (uint32_t n = 0; n < policy__pages_known(document) && sheet->page->writer->status == POLICY_OK; n++) {
    policy_page page = policy_document_page(document, n);
    policy_box size = policy__sheet_size(page);
    policy__sheet_number(sheet->page->writer, "<svg y=\"", top);
    open_picture(sheet->page, "\" width=\"", size);
    policy__write_text(sheet->page->writer, ">\n");
    policy__sheet_draw(sheet, page);
    policy__write_text(sheet->page->writer, "</svg>\n");
    top += (double)size.height + GAP;
  }
}

void policy__svg_put(policy__sheet *sheet, uint32_t number) {
  policy__writer *writer = sheet->page->writer;
  const policy_document *document = sheet->page->document;
  policy_page page = policy_document_page(document, number - 1);
  open_picture(sheet->page, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
               number > 0 ? policy__sheet_size(page) : measure(document));
  if (number > 0) policy__write_format(writer, " aria-label=\"Page %u\"", (unsigned)number);
  policy__write_text(writer, " role=\"img\" font-family=\"Helvetica,Arial,'Liberation Sans',sans-serif\">\n");
  if (number > 0) policy__sheet_draw(sheet, page);
  else draw_all(sheet);
  policy__write_text(writer, "</svg>\n");
}

policy_status policy_svg_write(const policy_document *document, uint32_t page, unsigned flags,
                               policy_buffer *buffer, policy_error *error) {
  if (document == NULL || buffer == NULL) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  const uint32_t known = policy__pages_known(document);
  if (known == 0) return policy__fail(error, POLICY_ERROR_NOT_FOUND, 0, "the document knows of no pages");
  if (page > known)
    return policy__fail(error, POLICY_ERROR_NOT_FOUND, 0, "page %lu of %lu", (unsigned long)page,
                        (unsigned long)known);
  const size_t before = buffer->size;
  policy__writer writer = {buffer, POLICY_OK};
  policy__webpage web = {.document = document, .writer = &writer, .scratch = {.allocator = buffer->allocator}};
  policy__sheet sheet = {.page = &web, .flags = flags};
  web.allocator = buffer->allocator.allocate != NULL ? &buffer->allocator : &policy__malloc_allocator;
  writer.status = policy__marks_gather(&web.marks, document, web.allocator);
  if (flags & POLICY_SVG_BARE) web.marks.items.count = 0;
  policy__sheet_cut(&sheet, page);
  if (writer.status == POLICY_OK) policy__svg_put(&sheet, page);
  policy__sheet_free(&sheet);
  policy__marks_free(&web.marks);
  policy_buffer_free(&web.scratch);
  if (writer.status == POLICY_OK) return POLICY_OK;
  buffer->size = before;
  if (buffer->data != NULL) buffer->data[before] = '\0';
  return policy__fail_plain(error, writer.status);
}
