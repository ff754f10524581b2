/* Reading a plain text in a test, and looking at what came out. */
#include "reading.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

policy_string reading_string(const char *text) {
  return (policy_string){text, strlen(text)};
}

void reading_is(policy_string string, const char *text) {
  char *copy = calloc(string.size + 1, 1);
  ck_assert_ptr_nonnull(copy);
  memcpy(copy, string.data, string.size);
  ck_assert_str_eq(copy, text);
  free(copy);
}

policy_document *reading_as(const void *bytes, size_t size, const char *media_type) {
  policy_error error = {0};
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = media_type;
  policy_document *document = policy_read(bytes, size, &options, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  ck_assert_int_eq(policy_document_check(document, &error), POLICY_OK);
  return document;
}

policy_document *reading_of(const char *text) {
  return reading_as(text, strlen(text), "text/plain");
}

const char *reading_blocks(const char *text) {
  policy_document *document = reading_of(text);
  const char *lines = reading_lines(document);
  policy_document_unref(document);
  return lines;
}

void reading_refuses(const void *bytes, size_t size, const char *media_type, policy_status status, const char *words) {
  policy_error error = {0};
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = media_type;
  ck_assert_ptr_null(policy_read(bytes, size, &options, &error));
  ck_assert_msg(strstr(error.message, words) != NULL, "%s", error.message);
  ck_assert_int_eq(error.code, status);
}

const char *reading_lines(const policy_document *document) {
  static char lines[16384];
  size_t size = 0;
  for (uint32_t i = 0; i < policy_document_block_count(document); i++) {
    policy_block block = policy_document_block(document, i);
    policy_string content = policy_document_slice(document, policy_block_span(block));
    size += (size_t)snprintf(lines + size, sizeof lines - size, "%s",
                             policy_block_kind_name(policy_block_kind_of(block)));
    if (policy_block_level(block) > 0)
      size += (size_t)snprintf(lines + size, sizeof lines - size, " %u", policy_block_level(block));
    ck_assert_uint_lt(size + content.size + 3, sizeof lines);
    lines[size++] = '|';
    for (size_t k = 0; k < content.size; k++) lines[size++] = content.data[k] == '\n' ? '~' : content.data[k];
    lines[size++] = '\n';
  }
  lines[size] = '\0';
  return lines;
}
