/* What holds for any bytes as a source whose text is composed: a good document whose blocks stand apart from each other,
   or a refusal with words. */
#ifndef COMPOSED_H
#define COMPOSED_H

#include <policy.h>

#include <stdlib.h>
#include <string.h>

static inline void demand(bool good) {
  if (!good) abort();
}

static inline void demand_blocks(const policy_document *document) {
  policy_string text = policy_document_text(document);
  uint32_t at = 0;
  for (uint32_t i = 0; i < policy_document_block_count(document); i++) {
    policy_span span = policy_block_span(policy_document_block(document, i));
    demand(span.begin < span.end && span.begin == at + (at > 0 ? 2 : 0));
    demand(i == 0 || memcmp(text.data + at, "\n\n", 2) == 0);
    at = span.end;
  }
  demand(at == text.size);
}

static inline void demand_composed(const void *bytes, size_t size, const char *media_type) {
  policy_error error = {.code = POLICY_OK};
  policy_options options = POLICY_OPTIONS_INIT;
  policy_buffer json = POLICY_BUFFER_INIT;
  options.media_type = media_type;
  policy_document *document = policy_read(bytes, size, &options, &error);
  if (document == NULL) {
    demand(error.code == POLICY_ERROR_FORMAT || error.code == POLICY_ERROR_LIMIT || error.code == POLICY_ERROR_UNSUPPORTED);
    demand(error.message[0] != '\0' && error.offset <= size);
    return;
  }
  demand(policy_document_check(document, &error) == POLICY_OK);
  demand_blocks(document);
  for (uint32_t i = 0; i < policy_document_text(document).size; i += 7)
    demand(policy_document_source_offset(document, i) <= size);
  demand(policy_json_write(document, 0, &json, &error) == POLICY_OK);
  policy_document *copy = policy_json_read(json.data, json.size, NULL, &error);
  demand(copy != NULL);
  policy_document_unref(copy);
  policy_document_unref(document);
  policy_buffer_free(&json);
}

#endif
