/* Any bytes as a document of one block, cut into sentences and words. */
#ifndef ONE_BLOCK_H
#define ONE_BLOCK_H

#include <policy/builder.h>

#include <stdlib.h>

#include "base/memory.h"
#include "lang/segment.h"
#include "model/builder.h"

static inline void demand(bool good) {
  if (!good) abort();
}

static inline policy_builder *one_block(const uint8_t *data, size_t size) {
  policy_error error = {.code = POLICY_OK};
  policy_builder *builder = policy_builder_new(data, size, NULL, NULL, &error);
  demand(builder != NULL);
  size_t text = policy_document_text(policy_builder_document(builder)).size;
  policy_block_record block = {.kind = POLICY_BLOCK_PARAGRAPH, .span = {0, (uint32_t)text}};
  policy_limits limits = policy__limits_fill(NULL, size);
  if (text > 0) demand(policy_builder_add_block(builder, &block, NULL, &error) == POLICY_OK);
  demand(policy__segment(builder, &limits, &policy__malloc_allocator, &error) == POLICY_OK);
  return builder;
}

#endif
