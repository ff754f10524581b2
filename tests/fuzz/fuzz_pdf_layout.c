/* Any bytes as what pdftotext, and behind a line with %% what pdftohtml, might print: whatever they say, the document that
   comes of it is a good one, with every letter of its lines. */
#include <policy.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/builder.h"
#include "read/metadata.h"
#include "read/pdf_layout.h"
#include "read/pdf_title.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

static size_t letters_in(const char *text, size_t size) {
  size_t letters = 0;
  for (size_t i = 0; i < size; i++) letters += (unsigned)((text[i] | 32) - 'a') < 26;
  return letters;
}

/* Every line is in one part, once: no letter is lost but hyphens. */
static void demand_letters(const policy__pdf *pdf, const policy_document *document) {
  policy_string text = policy_document_text(document);
  demand(letters_in(text.data, text.size) == letters_in(pdf->text.data, pdf->text.size));
}

static void build(const policy__pdf *pdf, const uint8_t *data, size_t size, const policy_limits *limits) {
  policy_options options = policy__options_fill(NULL);
  policy_error error = {.code = POLICY_OK};
  policy_builder *builder = policy__pdf_compose(pdf, data, size, &options, limits, &error);
  demand(builder != NULL);
  demand(policy__pdf_set_title(pdf, builder, &error) == POLICY_OK);
  demand(policy__read_metadata(builder, NULL, &error) == POLICY_OK);
  demand(policy__pdf_set_file(pdf, builder, policy_builder_document(builder), &error) == POLICY_OK);
  policy_document *document = policy_builder_finish(builder, &error);
  demand(document != NULL && policy_document_check(document, &error) == POLICY_OK);
  demand_letters(pdf, document);
  policy_document_unref(document);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_buffer clean = POLICY_BUFFER_INIT;
  policy__cleaning cleaning = {0};
  policy_limits limits = policy__limits_fill(NULL, size);
  policy__pdf pdf;
  demand(policy__utf8_clean((const char *)data, size, &clean, NULL, &cleaning) == POLICY_OK);
  const char *text = clean.data != NULL ? clean.data : "", *style = strstr(text, "\n%%\n");
  size_t end = style != NULL ? (size_t)(style - text) : clean.size;
  policy__pdf_init(&pdf, &limits, &policy__malloc_allocator);
  demand(policy__pdf_scan(&pdf, (policy_string){text, end}) == POLICY_OK);
  demand(policy__pdf_keep_meta(&pdf) == POLICY_OK);
  if (style != NULL) demand(policy__pdf_style(&pdf, (policy_string){style, clean.size - end}) == POLICY_OK);
  demand(policy__pdf_lay_out(&pdf) == POLICY_OK);
  build(&pdf, data, size, &limits);
  policy__pdf_free(&pdf);
  policy_buffer_free(&clean);
  return 0;
}
