/* Writing policy-document: the golden file, the order, the layout, and what cannot be written. */
#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <policy.h>

#include "full_document.h"
#include "tally.h"

static policy_document *document;
static policy_buffer buffer;
static policy_error error;

static void set_up(void) {
  memset(&error, 0, sizeof error);
  memset(&buffer, 0, sizeof buffer);
  document = full_document(NULL, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
}

static void tear_down(void) {
  policy_document_unref(document);
  policy_buffer_free(&buffer);
}

static void write_document(const policy_document *what, unsigned flags) {
  buffer.size = 0;
  policy_status status = policy_json_write(what, flags, &buffer, &error);
  ck_assert_msg(status == POLICY_OK, "%s", error.message);
}

/* A document of one text; `field` may be NULL. */
static policy_document *small(const char *text, policy_field field, const char *value) {
  policy_builder *builder = policy_builder_new(text, strlen(text), NULL, NULL, &error);
  ck_assert_ptr_nonnull(builder);
  if (value != NULL)
    ck_assert_int_eq(policy_builder_set(builder, field, (policy_string){value, strlen(value)}, &error),
                     POLICY_OK);
  policy_document *made = policy_builder_finish(builder, &error);
  ck_assert_ptr_nonnull(made);
  return made;
}

START_TEST(the_full_document_is_a_good_one) {
  ck_assert_msg(policy_document_check(document, &error) == POLICY_OK, "%s", error.message);
}
END_TEST

/* tests/golden/full-document.json is looked at by people and checked against the schema. */
START_TEST(the_full_document_is_written_as_in_the_golden_file) {
  const char *root = getenv("srcdir");
  char path[4096];
  snprintf(path, sizeof path, "%s/tests/golden/full-document.json", root != NULL ? root : ".");
  FILE *file = fopen(path, "rb");
  ck_assert_msg(file != NULL, "cannot open %s", path);
  static char golden[65536];
  size_t size = fread(golden, 1, sizeof golden, file);
  fclose(file);
  write_document(document, POLICY_JSON_INDENT | POLICY_JSON_TOKENS);
  ck_assert_int_eq(policy_buffer_append(&buffer, "\n", 1), POLICY_OK);
  ck_assert_uint_eq(buffer.size, size);
  ck_assert_mem_eq(buffer.data, golden, size);
}
END_TEST

START_TEST(an_empty_document_has_all_its_lists) {
  policy_document *empty = small("", POLICY_FIELD_ID, "x");
  write_document(empty, 0);
  ck_assert_str_eq(
      buffer.data,
      "{\"format\":\"policy-document\",\"version\":1,\"id\":\"x\",\"source\":{},\"metadata\":{},\"text\":\"\","
      "\"blocks\":[],\"sentences\":[],\"actors\":[],\"statements\":[],\"recommendations\":[],\"times\":[],"
      "\"citations\":[],\"events\":[],\"relations\":[],\"causal\":[],\"warnings\":[]}");
  write_document(empty, POLICY_JSON_TOKENS);
  ck_assert_ptr_nonnull(strstr(buffer.data, "\"sentences\":[],\"tokens\":[],\"actors\":[]"));
  policy_document_unref(empty);
}
END_TEST

START_TEST(indenting_adds_white_space_only) {
  policy_buffer bare = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_json_write(document, POLICY_JSON_TOKENS, &bare, &error), POLICY_OK);
  write_document(document, POLICY_JSON_TOKENS | POLICY_JSON_INDENT);
  size_t k = 0;
  bool in_string = false;
  for (size_t i = 0; i < buffer.size; i++) {
    char c = buffer.data[i];
    if (!in_string && (c == ' ' || c == '\n')) continue;
    ck_assert_int_eq(c, bare.data[k++]);
    if (c == '"' && buffer.data[i - 1] != '\\') in_string = !in_string;
  }
  ck_assert_uint_eq(k, bare.size);
  ck_assert_ptr_null(strchr(bare.data, '\n'));
  ck_assert_int_eq(buffer.data[buffer.size - 1], '}');
  policy_buffer_free(&bare);
}
END_TEST

START_TEST(spans_are_in_code_points) {
  write_document(document, 0);
  json_t *root = json_loadb(buffer.data, buffer.size, 0, NULL);
  json_t *span = json_object_get(json_array_get(json_object_get(root, "blocks"), 1), "span");
  ck_assert_int_eq(json_integer_value(json_array_get(span, 0)), 23); /* 26 bytes */
  ck_assert_int_eq(json_integer_value(json_array_get(span, 1)), 70);
  json_decref(root);
}
END_TEST

START_TEST(what_is_there_already_stays) {
  ck_assert_int_eq(policy_buffer_append(&buffer, "before ", 7), POLICY_OK);
  ck_assert_int_eq(policy_json_write(document, 0, &buffer, &error), POLICY_OK);
  ck_assert_mem_eq(buffer.data, "before {\"format\"", 16);
}
END_TEST

START_TEST(a_full_buffer_is_a_limit_and_stays_as_it_was) {
  policy_document *other = small("text", POLICY_FIELD_EXTRA, "{\"a\": [1, 2, {\"b\": \"c\"}]}");
  write_document(other, POLICY_JSON_INDENT);
  size_t size = buffer.size;
  for (size_t ceiling = 7; ceiling < size + 7; ceiling++) {
    policy_buffer narrow = {.ceiling = ceiling};
    ck_assert_int_eq(policy_buffer_append(&narrow, "before ", 7), POLICY_OK);
    ck_assert_int_eq(policy_json_write(other, POLICY_JSON_INDENT, &narrow, &error), POLICY_ERROR_LIMIT);
    ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
    ck_assert_str_eq(narrow.data, "before ");
    ck_assert_uint_eq(narrow.size, 7);
    policy_buffer_free(&narrow);
  }
  policy_document_unref(other);
}
END_TEST

START_TEST(a_text_of_any_characters_is_escaped) {
  policy_document *odd = small("\"\\/\b\f\t\x01\x7F\n\xF0\x9F\x8C\x8A\xE2\x80\xA8", POLICY_FIELD_ID, "x");
  write_document(odd, 0);
  ck_assert_ptr_nonnull(
      strstr(buffer.data, "\"text\":\"\\\"\\\\/\\b\\f\\t\\u0001\x7F\\n\xF0\x9F\x8C\x8A\xE2\x80\xA8\""));
  policy_document_unref(odd);
}
END_TEST

START_TEST(kept_objects_must_be_objects) {
  static const char *const bad[] = {"[1]",     "{", "{\"a\":1,\"a\":2}", "7", "{} {}", "{\"a\":\"\\u0000\"}",
                                    "nonsense"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    policy_document *other = small("", i % 2 ? POLICY_FIELD_EXTRA : POLICY_FIELD_CITATION, bad[i]);
    ck_assert_int_eq(policy_json_write(other, 0, &buffer, &error), POLICY_ERROR_CORRUPT);
    ck_assert_str_eq(error.message,
                     i % 2 ? "extra: not a JSON object" : "metadata.citation: not a JSON object");
    ck_assert_uint_eq(buffer.size, 0);
    policy_document_unref(other);
  }
}
END_TEST

START_TEST(kept_objects_nest_as_deep_as_can_be_read_back) {
  char extra[512];
  for (int depth = 62; depth <= 65; depth++) {
    size_t size = 0;
    for (int i = 1; i < depth; i++, size += 5) memcpy(extra + size, "{\"a\":", 5);
    memcpy(extra + size, "{}", 2);
    size += 2;
    for (int i = 1; i < depth; i++) extra[size++] = '}';
    extra[size] = '\0';
    policy_document *deep = small("", POLICY_FIELD_EXTRA, extra);
    policy_status status = policy_json_write(deep, 0, &buffer, &error);
    ck_assert_int_eq(status, depth < 64 ? POLICY_OK : POLICY_ERROR_LIMIT);
    if (status == POLICY_OK) {
      policy_document *again = policy_json_read(buffer.data, buffer.size, NULL, &error);
      ck_assert_ptr_nonnull(again);
      policy_document_unref(again);
    }
    buffer.size = 0;
    policy_document_unref(deep);
  }
}
END_TEST

/* A statement whose `count` attributes qualify each the one before. */
static policy_document *chain(uint32_t count) {
  policy_builder *builder = policy_builder_new("word", 4, NULL, NULL, &error);
  policy_component_record *components = calloc(count, sizeof *components);
  for (uint32_t i = 0; i < count; i++) {
    components[i] = (policy_component_record)POLICY_COMPONENT_RECORD_INIT;
    components[i].span.end = 4;
    components[i].parent = i > 0 ? i - 1 : POLICY_NONE;
  }
  policy_statement_record record = {POLICY_STATEMENT_REGULATIVE, {0, 4}, POLICY_NONE, false, components, count};
  policy_status status = policy_builder_add_statement(builder, &record, NULL, &error);
  ck_assert_msg(status == POLICY_OK, "%s", error.message);
  free(components);
  return policy_builder_finish(builder, &error);
}

START_TEST(properties_nest_as_deep_as_can_be_read_back) {
  policy_document *deep = chain(30);
  write_document(deep, 0);
  policy_document *again = policy_json_read(buffer.data, buffer.size, NULL, &error);
  ck_assert_msg(again != NULL, "%s", error.message);
  policy_document_unref(again);
  policy_document_unref(deep);
  deep = chain(31);
  buffer.size = 0;
  ck_assert_int_eq(policy_json_write(deep, 0, &buffer, &error), POLICY_ERROR_LIMIT);
  ck_assert_uint_eq(buffer.size, 0);
  policy_document_unref(deep);
}
END_TEST

/* Work that grows with the square of the components would run into the time limit of the case. */
START_TEST(many_components_take_their_time_but_no_more) {
  const uint32_t count = 200000;
  policy_limits limits = POLICY_LIMITS_INIT;
  limits.memory = 1u << 30;
  policy_builder *builder = policy_builder_new("word", 4, &limits, NULL, &error);
  policy_component_record *components = calloc(count, sizeof *components);
  for (uint32_t i = 0; i < count; i++) {
    components[i] = (policy_component_record)POLICY_COMPONENT_RECORD_INIT;
    components[i].span.end = 4;
    components[i].parent = i > count / 2 ? count / 2 : POLICY_NONE;
  }
  policy_statement_record record = {POLICY_STATEMENT_REGULATIVE, {0, 4}, POLICY_NONE, false, components, count};
  ck_assert_int_eq(policy_builder_add_statement(builder, &record, NULL, &error), POLICY_OK);
  free(components);
  policy_document *many = policy_builder_finish(builder, &error);
  write_document(many, 0);
  ck_assert_uint_gt(buffer.size, count * 10);
  policy_document_unref(many);
}
END_TEST

START_TEST(want_of_memory_in_the_buffer_is_told) {
  tally memory;
  for (size_t n = 1;; n++) {
    tally_init(&memory);
    memory.fail_at = n;
    policy_buffer out = {.allocator = memory.allocator};
    policy_status status = policy_json_write(document, POLICY_JSON_TOKENS, &out, &error);
    ck_assert_uint_eq(out.size == 0, status != POLICY_OK);
    policy_buffer_free(&out);
    ck_assert(tally_is_clean(&memory));
    if (status == POLICY_OK) break;
    ck_assert_int_eq(status, POLICY_ERROR_NO_MEMORY);
    ck_assert_int_eq(error.code, POLICY_ERROR_NO_MEMORY);
  }
  ck_assert_uint_gt(memory.calls, 3);
}
END_TEST

static size_t calls, fail_at, alive;

static void *failing_malloc(size_t size) {
  if (++calls == fail_at) return NULL;
  alive++;
  return malloc(size);
}

static void counting_free(void *block) {
  if (block == NULL) return;
  alive--;
  free(block);
}

START_TEST(want_of_memory_for_a_tree_is_told) {
  json_set_alloc_funcs(failing_malloc, counting_free);
  for (fail_at = 1;; fail_at++) {
    calls = alive = 0;
    policy_status status = policy_json_write(document, POLICY_JSON_TOKENS, &buffer, &error);
    ck_assert_uint_eq(alive, 0);
    if (calls < fail_at) break;
    ck_assert_int_eq(status, POLICY_ERROR_NO_MEMORY);
    ck_assert_uint_eq(buffer.size, 0);
  }
  json_set_alloc_funcs(malloc, free);
  ck_assert_uint_gt(buffer.size, 0);
}
END_TEST

START_TEST(nothing_to_write_is_an_argument_error) {
  ck_assert_int_eq(policy_json_write(NULL, 0, &buffer, &error), POLICY_ERROR_ARGUMENT);
  ck_assert_int_eq(policy_json_write(document, 0, NULL, NULL), POLICY_ERROR_ARGUMENT);
}
END_TEST

Suite *suite_json_write(void) {
  Suite *suite = suite_create("json_write");
  TCase *all = tcase_create("all");
  tcase_add_checked_fixture(all, set_up, tear_down);
  tcase_add_test(all, the_full_document_is_a_good_one);
  tcase_add_test(all, the_full_document_is_written_as_in_the_golden_file);
  tcase_add_test(all, an_empty_document_has_all_its_lists);
  tcase_add_test(all, indenting_adds_white_space_only);
  tcase_add_test(all, spans_are_in_code_points);
  tcase_add_test(all, what_is_there_already_stays);
  tcase_add_test(all, a_full_buffer_is_a_limit_and_stays_as_it_was);
  tcase_add_test(all, a_text_of_any_characters_is_escaped);
  tcase_add_test(all, kept_objects_must_be_objects);
  tcase_add_test(all, kept_objects_nest_as_deep_as_can_be_read_back);
  tcase_add_test(all, properties_nest_as_deep_as_can_be_read_back);
  tcase_add_test(all, want_of_memory_in_the_buffer_is_told);
  tcase_add_test(all, want_of_memory_for_a_tree_is_told);
  tcase_add_test(all, nothing_to_write_is_an_argument_error);
  TCase *slow = tcase_create("slow");
  tcase_add_checked_fixture(slow, set_up, tear_down);
  tcase_set_timeout(slow, 20);
  tcase_add_test(slow, many_components_take_their_time_but_no_more);
  suite_add_tcase(suite, all);
  suite_add_tcase(suite, slow);
  return suite;
}
