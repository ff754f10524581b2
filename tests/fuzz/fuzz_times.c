/* Any text, as one block: what the time step finds must make a good document, in the order of the text. */
#include "one_block.h"

#include "extract/extract.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static policy_document *analyse(const uint8_t *data, size_t size) {
  policy_error error = {.code = POLICY_OK};
  policy_builder *builder = one_block(data, size);
  demand(policy__extract_times(builder, &policy__malloc_allocator, &error) == POLICY_OK);
  policy_document *document = policy_builder_finish(builder, &error);
  demand(document != NULL);
  return document;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_document *document = analyse(data, size);
  uint32_t count = policy_document_time_count(document), end = 0;
  for (uint32_t i = 0; i < count; i++) {
    policy_time time = policy_document_time(document, i);
    policy_span span = policy_time_span(time);
    demand(span.begin >= end && span.end > span.begin); /* none lies in another */
    end = span.end;
    demand(policy_time_value(time).size > 0 && policy_time_value(time).size < 48);
  }
  policy_document_unref(document);
  return 0;
}
