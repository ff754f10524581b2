/* Fuzz target: the main job. Any bytes, read as plain text and analysed, must make a document that keeps every
   rule, whose statements lie in their sentences, and that comes back from JSON the same. */
#include <policy.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

static policy_document *analyse(const uint8_t *data, size_t size) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "text/plain";
  policy_document *document = policy_read(data, size, &options, NULL);
  demand(document != NULL);
  policy_document *analysed = policy_analyse(document, NULL, NULL);
  demand(analysed != NULL);
  policy_document_unref(document);
  return analysed;
}

static void check_statements(const policy_document *document) {
  for (uint32_t i = 0; i < policy_document_statement_count(document); i++) {
    policy_statement statement = policy_document_statement(document, i);
    policy_span inner = policy_statement_span(statement);
    policy_span outer = policy_sentence_span(policy_statement_sentence(statement));
    demand(outer.begin <= inner.begin && inner.end <= outer.end);
    demand(policy_statement_component_count(statement) > 0);
  }
  for (uint32_t i = 0; i < policy_document_recommendation_count(document); i++) {
    policy_recommendation recommendation = policy_document_recommendation(document, i);
    demand(policy_recommendation_statement(recommendation).document == document);
    demand(policy_recommendation_why(recommendation).size > 0);
  }
}

static void check_round_trip(const policy_document *document) {
  policy_buffer once = POLICY_BUFFER_INIT, twice = POLICY_BUFFER_INIT;
  demand(policy_json_write(document, POLICY_JSON_TOKENS, &once, NULL) == POLICY_OK);
  policy_document *back = policy_json_read(once.data, once.size, NULL, NULL);
  demand(back != NULL);
  demand(policy_json_write(back, POLICY_JSON_TOKENS, &twice, NULL) == POLICY_OK);
  demand(once.size == twice.size && memcmp(once.data, twice.data, once.size) == 0);
  policy_document_unref(back);
  policy_buffer_free(&once);
  policy_buffer_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_document *document = analyse(data, size);
  demand(policy_document_check(document, NULL) == POLICY_OK);
  check_statements(document);
  check_round_trip(document);
  policy_document_unref(document);
  return 0;
}
