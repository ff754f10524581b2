/* Any text, as one block: what the time step finds must make a good document, in the order of the text. */
#include <policy/builder.h>

#include <stdlib.h>

#include "base/memory.h"
#include "extract/extract.h"
#include "lang/segment.h"
#include "model/builder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

static policy_document *analyse(const uint8_t *data, size_t size) {
  policy_error error = {.code = POLICY_OK};
  policy_builder *builder = policy_builder_new(data, size, NULL, NULL, &error);
  demand(builder != NULL);
  size_t text = policy_document_text(policy_builder_document(builder)).size;
  policy_block_record block = {.kind = POLICY_BLOCK_PARAGRAPH, .span = {0, (uint32_t)text}};
  policy_limits limits = policy__limits_fill(NULL, size);
  if (text > 0) demand(policy_builder_add_block(builder, &block, NULL, &error) == POLICY_OK);
  demand(policy__segment(builder, &limits, &policy__malloc_allocator, &error) == POLICY_OK);
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
