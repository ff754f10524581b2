/* Any bytes as a page. What comes is a good document, whose blocks stand in order and on characters, with nothing but
   white space outside of them; places in the text lead to bytes of the page; a second reading gives the same. */
#include <policy.h>

#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

static policy_document *read_page(const uint8_t *data, size_t size) {
  policy_error error = {.code = POLICY_OK};
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "text/html";
  policy_document *document = policy_read(data, size, &options, &error);
  demand(document != NULL);
  demand(policy_document_check(document, &error) == POLICY_OK);
  return document;
}

static void demand_blocks(const policy_document *document, size_t size) {
  policy_string text = policy_document_text(document);
  uint32_t at = 0;
  for (uint32_t i = 0; i < policy_document_block_count(document); i++) {
    policy_span span = policy_block_span(policy_document_block(document, i));
    demand(span.begin >= at && span.begin < span.end && policy__utf8_is_boundary(text.data[span.begin]));
    for (; at < span.begin; at++) demand(text.data[at] == '\n');
    demand(policy_document_source_offset(document, span.begin) <= 4 * size); /* of what was decoded, to UTF-8 */
    at = span.end;
  }
  demand(at == text.size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_document *document = read_page(data, size), *again = read_page(data, size);
  policy_string text = policy_document_text(document), same = policy_document_text(again);
  demand(text.size == same.size && memcmp(text.data, same.data, text.size) == 0);
  demand(policy_document_block_count(document) == policy_document_block_count(again));
  demand_blocks(document, size);
  policy_document_unref(document);
  policy_document_unref(again);
  return 0;
}
