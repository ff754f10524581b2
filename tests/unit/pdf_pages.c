/* Making pages. */
#include "pdf_pages.h"

#include <check.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/builder.h"
#include "read/metadata.h"
#include "read/pdf_title.h"

static char pages[1 << 20];
static size_t used;
static bool page_open, block_open;

static void put(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int size = vsnprintf(pages + used, sizeof pages - used, format, arguments);
  va_end(arguments);
  ck_assert(size >= 0 && used + (size_t)size < sizeof pages);
  used += (size_t)size;
}

static void end_block(void) {
  if (block_open) put("</block></flow>\n");
  block_open = false;
}

static void end_page(void) {
  end_block();
  if (page_open) put("</page>\n");
  page_open = false;
}

void pages_begin(void) {
  used = 0;
  page_open = block_open = false;
  put("<html><head><title></title>\n<meta name=\"CreationDate\" content=\"2031-05-06T10:00:00Z\"/></head>\n<body><doc>\n");
}

void pages_page(void) {
  end_page();
  put("<page width=\"600.000000\" height=\"800.000000\">\n");
  page_open = true;
}

void pages_block(void) {
  end_block();
  put("<flow><block>\n");
  block_open = true;
}

void pages_line(float left, float base, float size, const char *text) {
  put("<line>\n");
  while (*text != '\0') {
    size_t letters = strcspn(text, " ");
    float right = left + (float)letters * size / 2;
    if (letters > 0)
      put("<word xMin=\"%f\" yMin=\"%f\" xMax=\"%f\" yMax=\"%f\">%.*s</word>\n", (double)left, (double)(base - size),
          (double)right, (double)base, (int)letters, text);
    left = right + size / 2;
    text += letters + (text[letters] == ' ');
  }
  put("</line>\n");
}

float pages_text(float left, float base, ...) {
  va_list lines;
  va_start(lines, base);
  pages_block();
  for (const char *line = va_arg(lines, const char *); line != NULL; line = va_arg(lines, const char *)) {
    pages_line(left, base, 10, line);
    base += 12;
  }
  va_end(lines);
  return base;
}

policy_string pages_end(void) {
  end_page();
  put("</doc></body></html>\n");
  return (policy_string){pages, used};
}

policy_document *pages_read(void) {
  policy_string xhtml = pages_end();
  policy_options options = policy__options_fill(NULL);
  policy_limits limits = policy__limits_fill(NULL, xhtml.size);
  policy_error error = {0};
  policy__pdf pdf;
  policy__pdf_init(&pdf, &limits, &policy__malloc_allocator);
  ck_assert_int_eq(policy__pdf_scan(&pdf, xhtml), POLICY_OK);
  ck_assert(pdf.whole);
  ck_assert_int_eq(policy__pdf_keep_meta(&pdf), POLICY_OK);
  ck_assert_int_eq(policy__pdf_lay_out(&pdf), POLICY_OK);
  policy_builder *builder = policy__pdf_compose(&pdf, xhtml.data, xhtml.size, &options, &limits, &error);
  ck_assert_msg(builder != NULL, "%s", error.message);
  ck_assert_int_eq(policy__pdf_set_title(&pdf, builder, &error), POLICY_OK);
  ck_assert_int_eq(policy__read_metadata(builder, NULL, &error), POLICY_OK);
  ck_assert_int_eq(policy__pdf_set_file(&pdf, builder, policy_builder_document(builder), &error), POLICY_OK);
  policy__pdf_free(&pdf);
  policy_document *document = policy_builder_finish(builder, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  ck_assert_int_eq(policy_document_check(document, &error), POLICY_OK);
  return document;
}
