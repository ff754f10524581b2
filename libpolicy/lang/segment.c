/* Cutting a document into sentences and tokens, block by block. */
#include "lang/segment.h"

#include <stdio.h>
#include <string.h>

#include "base/status.h"
#include "lang/identify.h"
#include "lang/sentence.h"
#include "lang/token.h"
#include "model/builder.h"

typedef struct segmentation {
  policy_builder *builder;
  policy_string text;
  const policy_limits *limits;
  policy__array sentences, tokens; /* of the block, of the sentence */
  policy__arena forms;             /* of the block */
  uint32_t sentences_cut, tokens_cut;
  const policy_allocator *allocator;
} segmentation;

/* Words are those of English; a sentence of another language has none. */
static policy_status add_sentence(segmentation *s, policy_span span, bool english, policy_error *error) {
  policy_status status = POLICY_OK;
  s->tokens.count = 0;
  if (english) status = policy__tokens_find(s->text, span, s->limits, &s->forms, &s->tokens, &s->tokens_cut);
  if (status == POLICY_OK) status = policy__builder_pulse(s->builder, span.end, s->text.size);
  if (status != POLICY_OK) return policy__fail_plain(error, status);
  return policy_builder_add_sentence(s->builder, span, s->tokens.items, (uint32_t)s->tokens.count, NULL, error);
}

static policy_status add_block(segmentation *s, policy_span block, bool english, policy_error *error) {
  s->sentences.count = 0;
  policy_status status =
      policy__sentences_find(s->text, block, s->limits, &s->sentences, &s->sentences_cut);
  if (status != POLICY_OK) return policy__fail_plain(error, status);
  for (size_t i = 0; status == POLICY_OK && i < s->sentences.count; i++)
    status = add_sentence(s, *POLICY__AT(&s->sentences, policy_span, i), english, error);
  if (s->forms.chunks == NULL) return status;
  policy__arena_free(&s->forms);
  policy__arena_init(&s->forms, s->allocator);
  return status;
}

static policy_status add_blocks(segmentation *s, policy_error *error) {
  const policy_document *document = policy_builder_document(s->builder);
  uint32_t count = policy_document_block_count(document);
  policy_status status = POLICY_OK;
  bool english = policy__is_english(document, (policy_block){NULL, 0});
  if (count == 0) return add_block(s, (policy_span){0, (uint32_t)s->text.size}, english, error);
  for (uint32_t n = 0; status == POLICY_OK && n < count; n++) {
    policy_block block = policy_document_block(document, n);
    status = add_block(s, policy_block_span(block), policy__is_english(document, block), error);
  }
  return status;
}

static policy_status warn(segmentation *s, const char *code, uint32_t count, const char *what, uint32_t ceiling,
                          policy_error *error) {
  char message[POLICY_MESSAGE_SIZE];
  if (count == 0) return POLICY_OK;
  (void)snprintf(message, sizeof message, "%lu %s over %lu bytes, cut", (unsigned long)count, what,
                 (unsigned long)ceiling);
  return policy_builder_add_warning(s->builder, code, message, (policy_span){0, 0}, error);
}

/* ---- sentences of another document ---------------------------------------------------------------------- */

static policy_token_record copy_token(policy_token token) {
  policy_token_record record = {.span = policy_token_span(token),
                                .form = policy_token_form(token),
                                .head = POLICY_NONE,
                                .joined = policy_token_is_joined(token)};
  policy_string slice = policy_document_slice(token.document, record.span);
  if (slice.size == record.form.size && memcmp(slice.data, record.form.data, slice.size) == 0)
    record.form = (policy_string){"", 0};
  return record;
}

static policy_status copy_sentence(segmentation *s, policy_sentence sentence, policy_error *error) {
  uint32_t count = policy_sentence_token_count(sentence);
  policy_span span = policy_sentence_span(sentence);
  bool english = policy__is_english(sentence.document, policy_sentence_block(sentence));
  if (count == 0) return add_sentence(s, span, english, error);
  s->tokens.count = 0;
  policy_status status = policy__array_reserve(&s->tokens, count);
  if (status == POLICY_OK) status = policy__builder_pulse(s->builder, span.end, s->text.size);
  if (status != POLICY_OK) return policy__fail_plain(error, status);
  for (uint32_t i = 0; i < count; i++)
    *(policy_token_record *)policy__array_push(&s->tokens, NULL) =
        copy_token(policy_sentence_token(sentence, i));
  return policy_builder_add_sentence(s->builder, span, s->tokens.items, count, NULL, error);
}

static policy_status copy_sentences(segmentation *s, const policy_document *given, policy_error *error) {
  uint32_t count = policy_document_sentence_count(given);
  policy_status status = POLICY_OK;
  for (uint32_t n = 0; n < count && status == POLICY_OK; n++)
    status = copy_sentence(s, policy_document_sentence(given, n), error);
  return status;
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

/* `given` may be NULL. */
static policy_status segment(policy_builder *builder, const policy_document *given, const policy_limits *limits,
                             const policy_allocator *allocator, policy_error *error) {
  segmentation s = {.builder = builder, .limits = limits, .allocator = allocator,
                    .text = policy_document_text(policy_builder_document(builder))};
  policy__array_init(&s.sentences, allocator, sizeof(policy_span), limits->tokens);
  policy__array_init(&s.tokens, allocator, sizeof(policy_token_record), limits->tokens);
  policy__arena_init(&s.forms, allocator);
  policy_status status = given != NULL ? copy_sentences(&s, given, error) : add_blocks(&s, error);
  if (status == POLICY_OK)
    status = warn(&s, "sentence-cut", s.sentences_cut, "sentences", limits->sentence, error);
  if (status == POLICY_OK) status = warn(&s, "token-cut", s.tokens_cut, "tokens", limits->token, error);
  policy__arena_free(&s.forms);
  policy__array_free(&s.tokens);
  policy__array_free(&s.sentences);
  return status;
}

policy_status policy__segment(policy_builder *builder, const policy_limits *limits,
                              const policy_allocator *allocator, policy_error *error) {
  return segment(builder, NULL, limits, allocator, error);
}

policy_status policy__segment_as(policy_builder *builder, const policy_document *given,
                                 const policy_limits *limits, const policy_allocator *allocator,
                                 policy_error *error) {
  return segment(builder, given, limits, allocator, error);
}
