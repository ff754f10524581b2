/* Any bytes as a plain text. Its blocks stand in order and on characters, none is empty, and nothing but white
   space lies outside of them; what the metadata say can be written and read again. */
#include <policy.h>

#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

static void demand_space(policy_string text, uint32_t begin, uint32_t end) {
  demand(begin <= end && end <= text.size);
  for (const char *p = text.data + begin; p < text.data + end;)
    demand((policy__classify(policy__utf8_next(&p)) & POLICY__SPACE) != 0);
}

/* What a block says of itself stands in it. */
static void demand_inside(policy_string text, policy_span span, policy_string piece) {
  const char *hit = strstr(text.data + span.begin, piece.data);
  demand(hit != NULL && hit + piece.size <= text.data + span.end);
}

static void demand_blocks(const policy_document *document) {
  policy_string text = policy_document_text(document);
  uint32_t at = 0, page = 0;
  for (uint32_t i = 0; i < policy_document_block_count(document); i++) {
    policy_block block = policy_document_block(document, i);
    policy_span span = policy_block_span(block);
    demand_space(text, at, span.begin);
    demand(span.begin < span.end && policy__utf8_is_boundary(text.data[span.begin]));
    demand(policy_block_page(block) >= page);
    demand_inside(text, span, policy_block_number(block));
    page = policy_block_page(block);
    at = span.end;
  }
  demand_space(text, at, (uint32_t)text.size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_error error = {.code = POLICY_OK};
  policy_options options = POLICY_OPTIONS_INIT;
  policy_buffer json = POLICY_BUFFER_INIT;
  options.media_type = "text/plain";
  policy_document *document = policy_read(data, size, &options, &error);
  demand(document != NULL);
  demand(policy_document_check(document, &error) == POLICY_OK);
  demand_blocks(document);
  demand(policy_json_write(document, 0, &json, &error) == POLICY_OK);
  policy_document *copy = policy_json_read(json.data, json.size, NULL, &error);
  demand(copy != NULL);
  policy_document_unref(copy);
  policy_document_unref(document);
  policy_buffer_free(&json);
  return 0;
}
