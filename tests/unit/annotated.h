/* Small documents for tests of writers: a text, and statements whose components are named by their words. */
#ifndef ANNOTATED_H
#define ANNOTATED_H

#include <check.h>
#include <string.h>

#include <policy.h>

/* A component: its role, its words ("[x]": inferred), the place in the list of what it qualifies, and the
   number of the statement nested in its place. */
typedef struct annotated_part {
  policy_role role;
  const char *words;
  int owner;     /* -1: none */
  int statement; /* 0: none */
} annotated_part;

static inline policy_string annotated_string(const char *words) {
  return (policy_string){words, strlen(words)};
}

static inline policy_builder *annotated_begin(const char *text) {
  policy_error error = {0};
  policy_builder *builder = policy_builder_new(text, strlen(text), NULL, NULL, &error);
  ck_assert_msg(builder != NULL, "%s", error.message);
  return builder;
}

/* The first place of the words; of "[x]" none. */
static inline policy_span annotated_span(const policy_builder *builder, const char *words) {
  const char *text = policy_document_text(policy_builder_document(builder)).data;
  const char *at = words[0] != '[' ? strstr(text, words) : NULL;
  if (at == NULL) return (policy_span){0, 0};
  return (policy_span){(uint32_t)(at - text), (uint32_t)(at - text + (long)strlen(words))};
}

/* Adds a statement over the words `whole`. */
static inline void annotated_statement(policy_builder *builder, const char *whole, const annotated_part *parts,
                                       uint32_t count) {
  policy_error error = {0};
  policy_component_record records[16];
  ck_assert_uint_le(count, 16);
  for (uint32_t i = 0; i < count; i++) {
    policy_component_record record = POLICY_COMPONENT_RECORD_INIT;
    size_t size = strlen(parts[i].words);
    record.role = parts[i].role;
    record.span = annotated_span(builder, parts[i].words);
    record.inferred = parts[i].words[0] == '[';
    if (record.inferred) record.text = (policy_string){parts[i].words + 1, size - 2};
    else ck_assert_msg(record.span.end > 0, "no '%s' in the text", parts[i].words);
    if (parts[i].owner >= 0) record.parent = (uint32_t)parts[i].owner;
    if (parts[i].statement > 0) record.statement = (uint32_t)parts[i].statement;
    records[i] = record;
  }
  policy_statement_record statement = {.type = POLICY_STATEMENT_REGULATIVE, .sentence = POLICY_NONE};
  statement.span = annotated_span(builder, whole);
  statement.negated = strstr(whole, " not ") != NULL;
  statement.components = records;
  statement.component_count = count;
  policy_status status = policy_builder_add_statement(builder, &statement, NULL, &error);
  ck_assert_msg(status == POLICY_OK, "%s", error.message);
}

static inline policy_document *annotated_finish(policy_builder *builder) {
  policy_error error = {0};
  policy_document *document = policy_builder_finish(builder, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  return document;
}

#endif
