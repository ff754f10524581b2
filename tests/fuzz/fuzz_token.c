/* Any bytes as one block: sentences, and tokens and the cascade of each, with ceilings that the first two
   bytes choose. All stand in order and on characters, and nothing but white space lies outside of them. */
#include <stdlib.h>

#include "base/memory.h"
#include "lang/cascade.h"
#include "lang/sentence.h"
#include "lang/token.h"
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

static void demand_span(policy_string text, policy_span span, uint32_t after) {
  demand(span.begin < span.end);
  demand_space(text, after, span.begin);
  demand(policy__utf8_is_boundary(text.data[span.begin]));
  demand(span.end == text.size || policy__utf8_is_boundary(text.data[span.end]));
}

/* The ceiling holds but for a single character that is longer. */
static void demand_size(policy_span span, uint32_t ceiling) {
  demand(span.end - span.begin <= (ceiling > 4 ? ceiling : 4));
}

static void demand_tokens(policy_string text, policy_span sentence, const policy_limits *limits) {
  policy__array tokens;
  policy__arena arena;
  uint32_t cut = 0, at = sentence.begin;
  policy__arena_init(&arena, &policy__malloc_allocator);
  policy__array_init(&tokens, &policy__malloc_allocator, sizeof(policy_token_record), SIZE_MAX);
  demand(policy__tokens_find(text, sentence, limits, &arena, &tokens, &cut) == POLICY_OK);
  for (size_t i = 0; i < tokens.count; i++) {
    const policy_token_record *token = POLICY__AT(&tokens, policy_token_record, i);
    demand_span(text, token->span, at);
    demand_size(token->span, limits->token);
    demand(!token->joined || (i > 0 && token->span.begin == at));
    demand(token->form.data != NULL && token->form.size < token->span.end - token->span.begin);
    at = token->span.end;
  }
  demand(at <= sentence.end);
  demand_space(text, at, sentence.end);
  policy__array_free(&tokens);
  policy__arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy__cleaning cleaning = {0};
  policy__array sentences;
  policy_limits limits = POLICY_LIMITS_INIT;
  uint32_t cut = 0, at = 0, found = 0;
  if (size < 2) return 0;
  limits.sentence = data[0] < 128 ? POLICY_LIMIT_SENTENCE : data[0] - 127u;
  limits.token = data[1] < 128 ? POLICY_LIMIT_TOKEN : data[1] - 127u;
  demand(policy__utf8_clean((const char *)data + 2, size - 2, &buffer, NULL, &cleaning) == POLICY_OK);
  policy_string text = {buffer.data != NULL ? buffer.data : "", buffer.size};
  policy__array_init(&sentences, &policy__malloc_allocator, sizeof(policy_span), SIZE_MAX);
  demand(policy__sentences_find(text, (policy_span){0, (uint32_t)text.size}, &limits, &sentences, &cut) ==
         POLICY_OK);
  for (size_t i = 0; i < sentences.count; i++) {
    policy_span sentence = *POLICY__AT(&sentences, policy_span, i);
    demand_span(text, sentence, at);
    demand_size(sentence, limits.sentence);
    demand_tokens(text, sentence, &limits);
    policy_block_kind kind = (policy_block_kind)(data[0] % (POLICY_BLOCK_BOILERPLATE + 1));
    found = policy__cascade_scan(text, sentence, kind, found);
    demand(found <= (POLICY__CASCADE_WANTED | POLICY__CASCADE_LEAD));
    at = sentence.end;
  }
  demand_space(text, at, (uint32_t)text.size);
  policy__array_free(&sentences);
  policy_buffer_free(&buffer);
  return 0;
}
