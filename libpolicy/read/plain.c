/* Reading plain text: lines to parts, parts to blocks. */
#include "read/plain.h"

#include "base/memory.h"
#include "base/status.h"
#include "model/builder.h"
#include "read/blocks.h"
#include "read/boilerplate.h"
#include "read/formats.h"
#include "read/metadata.h"
#include "read/numbering.h"
#include "read/turn.h"
#include "text/utf8.h"

static policy_status add_blocks(policy_builder *builder, const policy__page_text *text, policy_error *error) {
  policy_status status = POLICY_OK;
  for (size_t i = 0; i < text->parts.count && status == POLICY_OK; i++) {
    const policy__part *part = policy__part_at(text, i);
    policy_block_record record = {
        .kind = (policy_block_kind)part->kind, .level = part->level, .page = part->page};
    if ((part->flags & POLICY__PART_CONTENTS) != 0) record.part = POLICY_BLOCK_PART_CONTENTS;
    record.span.begin = policy__line_at(text, part->first)->begin;
    record.span.end = policy__line_at(text, part->last)->end;
    status = policy_builder_add_block(builder, &record, NULL, error);
  }
  return status;
}

static policy_status find_parts(policy__page_text *text, const policy_allocator *allocator) {
  policy_status status = policy__lines_find(text->text, &text->lines);
  if (status != POLICY_OK) return status;
  text->layout = policy__layout_of(&text->lines);
  policy__furniture_mark(text);
  status = policy__parts_find(text);
  if (status == POLICY_OK) status = policy__boilerplate_mark(text, allocator);
  if (status != POLICY_OK) return status;
  policy__parts_mend(text);
  policy__parts_classify(text);
  return POLICY_OK;
}

policy_status policy__plain_blocks(policy_builder *builder, const policy_allocator *allocator, policy_error *error) {
  if (allocator == NULL) allocator = &policy__malloc_allocator;
  policy__page_text text = {.text = policy_document_text(policy_builder_document(builder))};
  policy__array_init(&text.lines, allocator, sizeof(policy__line), POLICY_NONE - 1);
  policy__array_init(&text.parts, allocator, sizeof(policy__part), POLICY_NONE - 1);
  policy_status status = find_parts(&text, allocator);
  status = status == POLICY_OK ? add_blocks(builder, &text, error) : policy__fail_plain(error, status);
  policy__array_free(&text.parts);
  policy__array_free(&text.lines);
  if (status == POLICY_OK) status = policy__numbers_mark(builder, error);
  if (status == POLICY_OK) status = policy__turns_mark(builder, error);
  if (status == POLICY_OK) status = policy__read_metadata(builder, allocator, error);
  return status;
}

/* Makes the builder; its id and size are those of the bytes as they came. */
static policy_builder *begin(const policy__decoded *decoded, const void *bytes, size_t size,
                             const policy_options *options, policy_error *error) {
  policy_builder *builder =
      policy_builder_new(decoded->data, decoded->size, options->limits, options->allocator, error);
  if (builder == NULL || decoded->charset.as_is) return builder;
  if (policy__builder_source(builder, bytes, size, NULL, error) == POLICY_OK) return builder;
  policy_builder_free(builder);
  return NULL;
}

policy_builder *policy__read_plain(const void *bytes, size_t size, const policy_options *options, policy_error *error) {
  policy__decoded decoded;
  policy_builder *builder = NULL;
  policy_status status = policy__decode(bytes, size, NULL, options, &decoded, error);
  if (status == POLICY_OK) builder = begin(&decoded, bytes, size, options, error);
  if (builder != NULL) status = policy__plain_blocks(builder, policy__builder_allocator(builder), error);
  if (builder != NULL && status == POLICY_OK) status = policy__decoded_note(&decoded, builder, error);
  policy__decoded_free(&decoded);
  if (builder == NULL || status == POLICY_OK) return builder;
  policy__builder_settle(builder, status, error);
  policy_builder_free(builder);
  return NULL;
}
