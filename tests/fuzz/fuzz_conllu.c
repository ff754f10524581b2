/* Any bytes as CoNLL-U. What is accepted must be a good document, and its words must come back the same from
   what is written of it; from then on every byte is the same. */
#include <policy.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

static policy_document *read_conllu(const void *bytes, size_t size, policy_error *error) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "text/x-conllu";
  options.name = "x";
  return policy_read(bytes, size, &options, error);
}

/* The document that is read from what is written of another, whose bytes go into `out`. */
static policy_document *again(const policy_document *document, policy_buffer *out) {
  policy_error error = {.code = POLICY_OK};
  demand(policy_conllu_write(document, out, &error) == POLICY_OK);
  policy_document *copy = read_conllu(out->size > 0 ? out->data : "", out->size, &error);
  demand(copy != NULL);
  demand(policy_document_check(copy, &error) == POLICY_OK);
  return copy;
}

static void demand_tree(policy_token a, policy_token b) {
  policy_token head_a = policy_token_head(a), head_b = policy_token_head(b);
  demand(policy_token_upos(a) == policy_token_upos(b));
  demand(policy_token_is_joined(a) == policy_token_is_joined(b));
  demand(head_a.id == head_b.id);
}

static void write_again(const policy_document *document) {
  policy_buffer first = POLICY_BUFFER_INIT, second = POLICY_BUFFER_INIT, third = POLICY_BUFFER_INIT;
  policy_document *copy = again(document, &first), *other = again(copy, &second);
  demand(policy_document_sentence_count(copy) == policy_document_sentence_count(document));
  demand(policy_document_token_count(copy) == policy_document_token_count(document));
  for (uint32_t i = 0; i < policy_document_token_count(document); i++)
    demand_tree(policy_document_token(document, i), policy_document_token(copy, i));
  demand(policy_conllu_write(other, &third, NULL) == POLICY_OK);
  demand(second.size == third.size && (second.size == 0 || memcmp(second.data, third.data, second.size) == 0));
  policy_document_unref(copy);
  policy_document_unref(other);
  policy_buffer_free(&first);
  policy_buffer_free(&second);
  policy_buffer_free(&third);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_error error = {.code = POLICY_OK};
  policy_document *document = read_conllu(data, size, &error);
  if (document == NULL) {
    demand(error.code == POLICY_ERROR_FORMAT && strncmp(error.message, "line ", 5) == 0);
    demand(error.offset <= size);
    return 0;
  }
  demand(policy_document_check(document, &error) == POLICY_OK);
  write_again(document);
  policy_document *parsed = policy_parse(document, NULL, &error);
  demand(parsed != NULL && policy_document_check(parsed, &error) == POLICY_OK);
  demand(policy_document_token_count(parsed) == policy_document_token_count(document));
  policy_document_unref(parsed);
  policy_document_unref(document);
  return 0;
}
