/* Analysing a sentence or two, for tests of the extractors. */
#include "extract_fixture.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

policy_document *fixture_analyse(const char *text) {
  policy_error error = {0};
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "text/plain";
  policy_document *document = policy_read(text, strlen(text), &options, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  policy_document *analysed = policy_analyse(document, NULL, &error);
  ck_assert_msg(analysed != NULL, "%s", error.message);
  ck_assert_msg(policy_document_check(analysed, &error) == POLICY_OK, "%s", error.message);
  policy_document_unref(document);
  return analysed;
}

policy__clause fixture_clause(const policy_document *document, uint32_t sentence, policy__array *words) {
  policy__clause clause;
  policy__array_init(words, &policy__malloc_allocator, sizeof(policy__word), UINT32_MAX);
  policy_status status = policy__clause_read(policy_document_sentence(document, sentence), words, &clause);
  ck_assert_int_eq(status, POLICY_OK);
  return clause;
}

const char *fixture_text(policy_string string) {
  static char buffers[4][1024];
  static unsigned next;
  char *buffer = buffers[next++ % 4];
  (void)snprintf(buffer, sizeof *buffers, "%.*s", (int)string.size, string.data);
  return buffer;
}

policy_document *fixture_frames(const char *text, policy__clause *clause, policy__array *words, policy__array *frames) {
  policy_document *document = fixture_analyse(text);
  *clause = fixture_clause(document, 0, words);
  policy__array_init(frames, &policy__malloc_allocator, sizeof(policy__frame), UINT32_MAX);
  ck_assert_int_eq(policy__frames_find(clause, frames), POLICY_OK);
  return document;
}

const char *fixture_words(const policy__clause *clause, policy__range range) {
  policy_span span = policy__range_span(clause, range);
  return fixture_text((policy_string){clause->text + span.begin, span.end - span.begin});
}

const char *fixture_role(policy_statement statement, policy_role role, uint32_t n) {
  return fixture_text(policy_component_text(policy_statement_role(statement, role, n)));
}

const char *fixture_adjunct(const policy__clause *clause, const policy__adjuncts *adjuncts) {
  return adjuncts->count > 0 ? fixture_words(clause, adjuncts->ranges[0]) : "";
}
