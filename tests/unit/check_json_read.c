/* Reading policy-document: what comes back, what is refused and in which words, and hostile bytes. */
#include <check.h>
#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <policy.h>

#include "../pace.h"
#include "full_document.h"
#include "tally.h"

static policy_buffer full; /* the full document with its tokens */
static policy_error error;

static void set_up(void) {
  memset(&error, 0, sizeof error);
  memset(&full, 0, sizeof full);
  policy_document *document = full_document(NULL, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  ck_assert_int_eq(policy_json_write(document, POLICY_JSON_TOKENS, &full, &error), POLICY_OK);
  policy_document_unref(document);
}

static void tear_down(void) {
  policy_buffer_free(&full);
}

static policy_document *read_text(const char *json) {
  memset(&error, 0, sizeof error);
  return policy_json_read(json, strlen(json), NULL, &error);
}

static void expect_same(const policy_document *document, const policy_buffer *json) {
  policy_buffer again = POLICY_BUFFER_INIT;
  ck_assert_msg(policy_json_write(document, POLICY_JSON_TOKENS, &again, &error) == POLICY_OK, "%s",
                error.message);
  ck_assert_uint_eq(again.size, json->size);
  ck_assert_mem_eq(again.data, json->data, json->size);
  policy_buffer_free(&again);
}

/* Reads bytes that may be anything: what is accepted is a good document and comes back the same. */
static bool accepts(const char *bytes, size_t size) {
  memset(&error, 0, sizeof error);
  policy_document *document = policy_json_read(bytes, size, NULL, &error);
  if (document == NULL) {
    ck_assert(error.code == POLICY_ERROR_FORMAT || error.code == POLICY_ERROR_LIMIT ||
              error.code == POLICY_ERROR_UNSUPPORTED);
    ck_assert_uint_gt(strlen(error.message), 0);
    ck_assert_uint_le(error.offset, size);
    return false;
  }
  ck_assert_msg(policy_document_check(document, &error) == POLICY_OK, "%s", error.message);
  policy_buffer once = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_json_write(document, POLICY_JSON_TOKENS, &once, &error), POLICY_OK);
  policy_document_unref(document);
  document = policy_json_read(once.data, once.size, NULL, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  expect_same(document, &once);
  policy_document_unref(document);
  policy_buffer_free(&once);
  return true;
}

/* ---- what comes back ------------------------------------------------------------------------------------ */

START_TEST(the_full_document_comes_back) {
  policy_document *document = policy_json_read(full.data, full.size, NULL, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  ck_assert_msg(policy_document_check(document, &error) == POLICY_OK, "%s", error.message);
  expect_same(document, &full);
  policy_document_unref(document);
}
END_TEST

START_TEST(values_come_back) {
  policy_document *document = policy_json_read(full.data, full.size, NULL, &error);
  ck_assert_str_eq(policy_document_title(document).data, "Safer \"rivers\"");
  ck_assert_uint_eq(policy_document_page_count(document), 2);
  ck_assert_str_eq(policy_document_citation(document).data,
                   "{\"id\":\"rivers\",\"issued\":{\"date-parts\":[[2016,2,25]]},\"type\":\"report\"}");
  policy_block block = policy_document_block(document, 0);
  ck_assert_int_eq(policy_block_kind_of(block), POLICY_BLOCK_HEADING);
  ck_assert(policy_block_box(block).top == 72.1f);
  policy_sentence last = policy_document_sentence(document, 5);
  ck_assert_uint_eq(policy_sentence_token_count(last), 4);
  ck_assert_str_eq(policy_token_form(policy_sentence_token(last, 2)).data, "floods");
  ck_assert_uint_eq(policy_token_head(policy_sentence_token(last, 3)).id, policy_sentence_token(last, 1).id);
  policy_actor japan = policy_document_actor(document, 0);
  ck_assert_str_eq(policy_actor_code(japan, "iso3166-1").data, "JPN");
  ck_assert_uint_eq(policy_actor_mention_span(japan, 1).begin, full_document_find(document, "Japan", 0).begin);
  policy_recommendation first = policy_document_recommendation(document, 0);
  ck_assert(policy_recommendation_confidence(first) == 0.93);
  ck_assert_uint_eq(policy_recommendation_actor(first, POLICY_PARTY_PARTNER, 1).id, 1);
  ck_assert_uint_eq(policy_recommendation_statement(policy_document_recommendation(document, 2)).id,
                    POLICY_NONE);
  policy_component cause =
      policy_statement_role(policy_document_statement(document, 0), POLICY_ROLE_OR_ELSE, 0);
  ck_assert_uint_eq(policy_component_statement(cause).id, 2);
  policy_document_unref(document);
}
END_TEST

/* A copy with the members of every object the other way round, by hand as depth is small here. */
static json_t *reversed(const json_t *value) {
  if (json_is_array(value)) {
    json_t *list = json_array();
    for (size_t i = 0; i < json_array_size(value); i++)
      json_array_append_new(list, reversed(json_array_get(value, i)));
    return list;
  }
  if (!json_is_object(value)) return json_deep_copy(value);
  const char *keys[64];
  size_t count = 0;
  for (void *at = json_object_iter((json_t *)value); at != NULL;
       at = json_object_iter_next((json_t *)value, at))
    keys[count++] = json_object_iter_key(at);
  json_t *object = json_object();
  while (count-- > 0) json_object_set_new(object, keys[count], reversed(json_object_get(value, keys[count])));
  return object;
}

START_TEST(members_may_stand_in_any_order) {
  json_t *tree = json_loadb(full.data, full.size, 0, NULL), *turned = reversed(tree);
  char *json = json_dumps(turned, JSON_INDENT(1));
  ck_assert_ptr_nonnull(strstr(json, "\"extra\""));
  ck_assert(strstr(json, "\"extra\"") < strstr(json, "\"format\""));
  policy_document *document = read_text(json);
  ck_assert_msg(document != NULL, "%s", error.message);
  expect_same(document, &full);
  policy_document_unref(document);
  free(json);
  json_decref(turned);
  json_decref(tree);
}
END_TEST

START_TEST(ids_may_be_of_any_form) {
  policy_document *document =
      read_text("{\"format\":\"policy-document\",\"version\":1,\"text\":\"ab\","
                "\"actors\":[{\"id\":\"\",\"name\":\"A\",\"kind\":\"state\"},{\"id\":\"\xC3\xA9 "
                "1\",\"name\":\"B\",\"kind\":\"ngo\"}],"
                "\"statements\":[{\"id\":\"later\",\"type\":\"regulative\",\"span\":[0,2],"
                "\"aim\":{\"statement\":\"a1\",\"actor\":\"\\u00e9 "
                "1\"}},{\"id\":\"a1\",\"type\":\"regulative\",\"span\":[0,2]}]}");
  ck_assert_msg(document != NULL, "%s", error.message);
  policy_component aim = policy_statement_role(policy_document_statement(document, 0), POLICY_ROLE_AIM, 0);
  ck_assert_uint_eq(policy_component_statement(aim).id, 1);
  ck_assert_uint_eq(policy_component_actor(aim).id, 1);
  policy_document_unref(document);
}
END_TEST

START_TEST(least_documents_are_enough) {
  policy_document *document =
      read_text(" {\"version\":1,\n\"text\":\"\",\t\"format\":\"policy-document\"}\r\n");
  ck_assert_msg(document != NULL, "%s", error.message);
  ck_assert_mem_eq(policy_document_id(document).data, "sha256:e3b0c442", 15);
  policy_document_unref(document);
}
END_TEST

START_TEST(extra_is_kept_as_it_is) {
  policy_document *document = read_text(
      "{\"format\":\"policy-document\",\"version\":1,\"text\":\"\",\"extra\":{\"e\\u0301\":1,\"\\u00e9\":2,"
      "\"n\":[0.1,1e-7,-0.0,12345678901234567,-9223372036854775808,1e300],\"\":\"\\u0001\\\"\"}}");
  ck_assert_msg(document != NULL, "%s", error.message);
  policy_buffer out = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_json_write(document, 0, &out, &error), POLICY_OK);
  ck_assert_ptr_nonnull(strstr(out.data, "\"extra\":{\"\":\"\\u0001\\\"\",\"e\xCC\x81\":1,"
                                         "\"n\":[0.1,1e-7,-0.0,12345678901234567,-9223372036854775808,1e300],"
                                         "\"\xC3\xA9\":2}}"));
  policy_buffer_free(&out);
  policy_document_unref(document);
}
END_TEST

/* Warnings over the limit are counted in one more, which is written and read too. */
START_TEST(warnings_over_the_limit_come_back) {
  policy_builder *builder = policy_builder_new("", 0, NULL, NULL, &error);
  for (int i = 0; i < 1234; i++)
    ck_assert_int_eq(policy_builder_add_warning(builder, "w", "m", (policy_span){0, 0}, &error), POLICY_OK);
  policy_document *document = policy_builder_finish(builder, &error);
  ck_assert_uint_eq(policy_document_warning_count(document), 1001);
  policy_buffer out = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_json_write(document, POLICY_JSON_TOKENS, &out, &error), POLICY_OK);
  policy_document_unref(document);
  document = policy_json_read(out.data, out.size, NULL, &error);
  expect_same(document, &out);
  policy_document_unref(document);
  policy_buffer_free(&out);
}
END_TEST

/* ---- what is refused ------------------------------------------------------------------------------------ */

#define HEAD "{\"format\":\"policy-document\",\"version\":1,\"text\":\"a\\u00e9b c\""
#define ACTORS ",\"actors\":[{\"id\":\"a1\",\"name\":\"A\",\"kind\":\"state\"}]"
#define STATEMENT ",\"statements\":[{\"id\":\"s1\",\"type\":\"regulative\",\"span\":[0,3]"

static const struct {
  const char *json, *message;
} refused[] = {
    {"", "bad JSON in line 1, column 1: a value is missing here"},
    {"{\n \"a\": tru }", "bad JSON in line 2, column 7: a value is missing here"},
    {"{\"a\":1,\"a\":2}", "bad JSON in line 1, column 8: a member is there twice"},
    {"[]", "/: not an object"},
    {"{}", "/: no \"format\""},
    {"{\"format\":7}", "/format: not a string"},
    {"{\"format\":\"other\"}", "/format: not \"policy-document\""},
    {"{\"format\":\"policy-document\"}", "/: no \"version\""},
    {"{\"format\":\"policy-document\",\"version\":\"1\"}", "/version: not an integer"},
    {"{\"format\":\"policy-document\",\"version\":2,\"text\":\"\"}", "/version: not 1"},
    {"{\"format\":\"policy-document\",\"version\":1}", "/: no \"text\""},
    {"{\"format\":\"policy-document\",\"version\":1,\"text\":null}", "/text: not a string"},
    {"{\"format\":\"policy-document\",\"version\":1,\"text\":\"e\\u0301\"}",
     "/text: not in NFC, with a byte order mark or CR, so spans would move"},
    {"{\"format\":\"policy-document\",\"version\":1,\"text\":\"\\ufeffa\"}",
     "/text: not in NFC, with a byte order mark or CR, so spans would move"},
    {"{\"format\":\"policy-document\",\"version\":1,\"text\":\"a\\r\\nb\"}",
     "/text: not in NFC, with a byte order mark or CR, so spans would move"},
    {"{\"format\":\"policy-document\",\"version\":1,\"text\":\"\\u0000\"}",
     "bad JSON in line 1, column 49: \\u0000 in a string"},
    {"{\"format\":\"policy-document\",\"version\":1,\"text\":\"\\ud800\"}",
     "bad JSON in line 1, column 49: bad \\u escape"},
    {"{\"format\":\"policy-document\",\"version\":1,\"text\":\"\xC3\"}",
     "bad JSON in line 1, column 49: bad UTF-8"},
    {HEAD ",\"new\\nmember\":1}", "/: unknown member \"new?member\""},
    {HEAD ",\"x\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
          "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3"
          "\xA9\":1}",
     "/: unknown member "
     "\"x\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3"
     "\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9?\""},
    {HEAD ",\"id\":1}", "/id: not a string"},
    {HEAD ",\"source\":[]}", "/source: not an object"},
    {HEAD ",\"source\":{\"bytes\":-1}}", "/source/bytes: not from 0 to 9223372036854775807"},
    {HEAD ",\"source\":{\"pages\":1.5}}", "/source/pages: not an integer"},
    {HEAD ",\"source\":{\"path\":\"x\"}}", "/source: unknown member \"path\""},
    {HEAD ",\"metadata\":{\"authors\":[\"x\"]}}", "/metadata/authors/0: not an object"},
    {HEAD ",\"metadata\":{\"authors\":[{\"name\":\"x\"},{}]}}", "/metadata/authors/1: no \"name\""},
    {HEAD ",\"metadata\":{\"topics\":[\"x\",{}]}}", "/metadata/topics/1: not a string"},
    {HEAD ",\"metadata\":{\"citation\":\"x\"}}", "/metadata/citation: not an object"},
    {HEAD ",\"extra\":[]}", "/extra: not an object"},
    {HEAD ",\"blocks\":{}}", "/blocks: not a list"},
    {HEAD ",\"blocks\":[7]}", "/blocks/0: not an object"},
    {HEAD ",\"blocks\":[{\"id\":\"b\",\"kind\":\"poem\",\"span\":[0,1]}]}",
     "/blocks/0/kind: unknown word \"poem\""},
    {HEAD ",\"blocks\":[{\"id\":\"b\",\"kind\":\"quote\"}]}", "/blocks/0: no \"span\""},
    {HEAD ",\"blocks\":[{\"id\":\"b\",\"kind\":\"quote\",\"span\":[0,6]}]}",
     "/blocks/0/span: [0, 6] is no span of a text with 5 code points"},
    {HEAD ",\"blocks\":[{\"id\":\"b\",\"kind\":\"quote\",\"span\":[2,1]}]}",
     "/blocks/0/span: [2, 1] is no span of a text with 5 code points"},
    {HEAD ",\"blocks\":[{\"id\":\"b\",\"kind\":\"quote\",\"span\":[-1,1]}]}",
     "/blocks/0/span: [-1, 1] is no span of a text with 5 code points"},
    {HEAD ",\"blocks\":[{\"id\":\"b\",\"kind\":\"quote\",\"span\":[0,1.0]}]}",
     "/blocks/0/span: not [begin, end] in code points"},
    {HEAD ",\"blocks\":[{\"id\":\"b\",\"kind\":\"quote\",\"span\":[0,1,2]}]}",
     "/blocks/0/span: not [begin, end] in code points"},
    {HEAD ",\"blocks\":[{\"id\":\"b\",\"kind\":\"quote\",\"span\":[1,1]}]}", "/blocks/0: bad span"},
    {HEAD ",\"blocks\":[{\"id\":\"b\",\"kind\":\"quote\",\"span\":[0,1],\"box\":[0,0,0]}]}",
     "/blocks/0/box: not [left, top, width, height]"},
    {HEAD ",\"blocks\":[{\"id\":\"b\",\"kind\":\"quote\",\"span\":[0,1],\"box\":[0,0,0,1e39]}]}",
     "/blocks/0/box: not [left, top, width, height]"},
    {HEAD ",\"blocks\":[{\"id\":\"b\",\"kind\":\"quote\",\"span\":[0,2]},{\"id\":\"c\",\"kind\":\"quote\","
          "\"span\":[1,2]}]}",
     "/blocks/1: begins before the one before it ends"},
    {HEAD ",\"blocks\":[{\"id\":\"b\",\"kind\":\"quote\",\"span\":[0,2]},{\"id\":\"b\",\"kind\":\"quote\","
          "\"span\":[2,3]}]}",
     "/blocks/1/id: \"b\" is there twice"},
    {HEAD ",\"sentences\":[7]}", "/sentences/0: not [begin, end] in code points"},
    {HEAD ",\"sentences\":[[0,1]],\"tokens\":[]}", "/tokens: not one list for each of 1 sentences"},
    {HEAD ",\"tokens\":[[]]}", "/tokens: not one list for each of 0 sentences"},
    {HEAD ",\"sentences\":[[0,1]],\"tokens\":[{}]}", "/tokens/0: not a list"},
    {HEAD ",\"sentences\":[[0,1]],\"tokens\":[[{\"span\":[0,1],\"head\":1}]]}",
     "/tokens/0/0/head: not from 0 to 0"},
    {HEAD ",\"sentences\":[[0,1]],\"tokens\":[[{\"span\":[0,1],\"upos\":\"noun\"}]]}",
     "/tokens/0/0/upos: unknown word \"noun\""},
    {HEAD ",\"sentences\":[[0,1]],\"tokens\":[[{\"span\":[0,2]}]]}",
     "/sentences/0: a token's span is bad or not inside it"},
    {HEAD ",\"actors\":[{\"name\":\"A\",\"kind\":\"state\"}]}", "/actors/0: no \"id\""},
    {HEAD ",\"actors\":[{\"id\":1,\"name\":\"A\",\"kind\":\"state\"}]}", "/actors/0/id: not a string"},
    {HEAD ",\"actors\":[{\"id\":\"a\",\"name\":\"\",\"kind\":\"state\"}]}", "/actors/0: no name"},
    {HEAD ",\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"state\",\"codes\":{\"x\":1}}]}",
     "/actors/0/codes/x: not a string"},
    {HEAD ",\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"state\",\"mentions\":[{\"span\":[0,1],\"form\":"
          "\"x\"}]}]}",
     "/actors/0/mentions/0/form: unknown word \"x\""},
    {HEAD STATEMENT ",\"sentence\":0}]}", "/statements/0/sentence: there are only 0 sentences"},
    {HEAD STATEMENT ",\"aim\":[]}]}", "/statements/0/aim: not an object"},
    {HEAD STATEMENT ",\"attributes\":{}}]}", "/statements/0/attributes: not a list"},
    {HEAD STATEMENT
     ",\"attributes\":[{\"span\":[0,1]},{\"span\":[0,1],\"properties\":[{\"span\":[1,2]},{\"x\":1}]}]}]}",
     "/statements/0/attributes/1/properties/1: unknown member \"x\""},
    {HEAD STATEMENT
     ",\"aim\":{\"span\":[0,1],\"properties\":[{\"span\":[1,2],\"properties\":[{\"span\":[0,9]}]}]}}]}",
     "/statements/0/aim/properties/0/properties/0/span: [0, 9] is no span of a text with 5 code points"},
    {HEAD STATEMENT ",\"aim\":{\"span\":[1,2],\"text\":\"b\"}}]}",
     "/statements/0/aim/text: not the words of the span"},
    {HEAD STATEMENT ",\"aim\":{}}]}", "/statements/0: a component without span, text or statement"},
    {HEAD STATEMENT ",\"aim\":{\"text\":\"x\",\"actor\":\"a1\"}}]}",
     "/statements/0/aim/actor: nothing has the id \"a1\""},
    {HEAD STATEMENT ",\"aim\":{\"text\":\"x\",\"statement\":\"s1\"}}]}",
     "/statements/0: a nested statement before the one that it is nested in"},
    {HEAD STATEMENT ",\"negated\":\"no\"}]}", "/statements/0/negated: not true or false"},
    {HEAD STATEMENT ",\"ig_script\":7}]}", "/statements/0/ig_script: not a string"},
    {HEAD STATEMENT ",\"purposes\":[]}]}", "/statements/0: unknown member \"purposes\""},
    {HEAD ",\"recommendations\":[{\"id\":\"r\",\"span\":[0,1],\"source\":\"author\",\"force\":\"may\"}]}",
     "/recommendations/0/force: unknown word \"may\""},
    {HEAD ",\"recommendations\":[{\"id\":\"r\",\"span\":[0,1],\"source\":\"author\",\"force\":\"must\","
          "\"confidence\":1.1}]}",
     "/recommendations/0/confidence: not from 0 to 1"},
    {HEAD ",\"recommendations\":[{\"id\":\"r\",\"span\":[0,1],\"source\":\"author\",\"force\":\"must\","
          "\"specificity\":6}]}",
     "/recommendations/0/specificity: not from 0 to 5"},
    {HEAD ACTORS ",\"recommendations\":[{\"id\":\"r\",\"span\":[0,1],\"source\":\"author\",\"force\":\"must\","
                 "\"targets\":[\"a1\",\"a2\"]}]}",
     "/recommendations/0/targets/1: nothing has the id \"a2\""},
    {HEAD ACTORS ",\"recommendations\":[{\"id\":\"r\",\"span\":[0,1],\"source\":\"author\",\"force\":\"must\","
                 "\"targets\":[{}]}]}",
     "/recommendations/0/targets/0: not an id"},
    {HEAD ",\"times\":[{\"span\":[0,1],\"type\":\"when\"}]}", "/times/0/type: unknown word \"when\""},
    {HEAD ",\"events\":[{\"id\":\"e\",\"span\":[0,1],\"status\":\"past\",\"participants\":[{}]}]}",
     "/events/0/participants/0: no \"actor\""},
    {HEAD ACTORS ",\"relations\":[{\"from\":\"a1\",\"to\":\"a1\",\"kind\":\"\",\"sign\":\"+\"}]}",
     "/relations/0: no kind"},
    {HEAD ",\"causal\":[{\"cause\":[0,1],\"effect\":[0,1],\"sign\":\"0\"}]}",
     "/causal/0: neither positive nor negative"},
    {HEAD ",\"warnings\":[{\"code\":\"x\",\"message\":null}]}", "/warnings/0/message: not a string"},
};

START_TEST(bad_documents_are_refused_with_their_place) {
  ck_assert_ptr_null(read_text(refused[_i].json));
  ck_assert_str_eq(error.message, refused[_i].message);
  bool newer = strcmp(error.message, "/version: not 1") == 0;
  ck_assert_int_eq(error.code, newer ? POLICY_ERROR_UNSUPPORTED : POLICY_ERROR_FORMAT);
}
END_TEST

START_TEST(bad_json_is_refused_with_its_byte) {
  ck_assert_ptr_null(read_text("{\"a\": [1, \xC3\xA9]}"));
  ck_assert_uint_eq(error.offset, 10);
}
END_TEST

START_TEST(a_null_error_is_allowed) {
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
    ck_assert_ptr_null(policy_json_read(refused[i].json, strlen(refused[i].json), NULL, NULL));
  ck_assert_ptr_null(policy_json_read(NULL, 1, NULL, NULL));
}
END_TEST

/* ---- hostile bytes -------------------------------------------------------------------------------------- */

START_TEST(a_document_cut_anywhere_is_refused) {
  for (size_t size = 0; size < full.size; size += PACE) ck_assert(!accepts(full.data, size));
  ck_assert(accepts(full.data, full.size));
}
END_TEST

START_TEST(a_document_with_a_byte_changed_is_refused_or_good) {
  static const unsigned char masks[] = {0x01, 0x12, 0x80};
  size_t accepted = 0;
  for (size_t i = 0; i < full.size; i += PACE) {
    for (size_t k = 0; k < sizeof masks; k++) {
      full.data[i] = (char)(full.data[i] ^ masks[k]);
      accepted += accepts(full.data, full.size);
      full.data[i] = (char)(full.data[i] ^ masks[k]);
    }
  }
  ck_assert_uint_gt(accepted, 0); /* letters of names may change */
}
END_TEST

static char *repeat(const char *unit, size_t count, size_t *size) {
  size_t length = strlen(unit);
  char *bytes = malloc(*size = length * count);
  for (size_t i = 0; i < count; i++) memcpy(bytes + i * length, unit, length);
  return bytes;
}

START_TEST(brackets_without_end_are_a_limit) {
  static const char *const units[] = {"[", "{\"a\":", "[[],"};
  for (size_t i = 0; i < 3; i++) {
    size_t size;
    char *bytes = repeat(units[i], 1000000, &size);
    ck_assert(!accepts(bytes, size));
    ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
    ck_assert_str_eq(error.message, "JSON nests deeper than 64 values");
    free(bytes);
  }
}
END_TEST

START_TEST(depth_can_be_set) {
  const char *json = HEAD ",\"extra\":{\"a\":[[[]]]}}";
  policy_limits limits = POLICY_LIMITS_INIT;
  policy_options options = POLICY_OPTIONS_INIT;
  options.limits = &limits;
  limits.depth = 4;
  ck_assert_ptr_null(policy_json_read(json, strlen(json), &options, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  limits.depth = 5;
  policy_document *document = policy_json_read(json, strlen(json), &options, &error);
  ck_assert_ptr_nonnull(document);
  policy_document_unref(document);
}
END_TEST

START_TEST(memory_and_input_can_be_set) {
  size_t size;
  char *bytes = repeat("{},", 100000, &size);
  bytes[0] = '[';
  bytes[1] = bytes[2] = ' ';
  policy_limits limits = POLICY_LIMITS_INIT;
  policy_options options = POLICY_OPTIONS_INIT;
  options.limits = &limits;
  limits.memory = 20u << 20;
  ck_assert_ptr_null(policy_json_read(bytes, size, &options, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  limits.input = 1000;
  ck_assert_ptr_null(policy_json_read(bytes, size, &options, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  ck_assert_str_eq(error.message, "the source has more than 1000 bytes");
  free(bytes);
}
END_TEST

/* Every file of the suite as the whole input, and as a value in "extra". */
START_TEST(the_parsing_suite_is_judged_as_it_wants) {
  const char *gold = getenv("POLICY_GOLD");
  char folder[3000], path[4096];
  snprintf(folder, sizeof folder, "%s/bad-inputs/json/JSONTestSuite/test_parsing",
           gold != NULL ? gold : "../shared");
  DIR *files = opendir(folder);
  if (files == NULL) {
    printf("# skipped: no %s\n", folder);
    return;
  }
  static const char before[] = HEAD ",\"extra\":{\"x\":";
  size_t judged = 0;
  for (struct dirent *entry; (entry = readdir(files)) != NULL;) {
    if (entry->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    FILE *file = fopen(path, "rb");
    static char bytes[1 << 20];
    memcpy(bytes, before, sizeof before - 1);
    size_t size = fread(bytes + sizeof before - 1, 1, sizeof bytes / 2, file);
    fclose(file);
    ck_assert(!accepts(bytes + sizeof before - 1, size));
    memcpy(bytes + sizeof before - 1 + size, "}}", 2);
    bool good = accepts(bytes, sizeof before - 1 + size + 2);
    /* Members twice and NUL are good JSON, and refused all the same. */
    bool strict = strstr(entry->d_name, "duplicated") != NULL || strstr(entry->d_name, "null_") != NULL;
    if (entry->d_name[0] == 'n') ck_assert_msg(!good, "%s", entry->d_name);
    if (entry->d_name[0] == 'y') ck_assert_msg(good == !strict, "%s: %s", entry->d_name, error.message);
    judged++;
  }
  closedir(files);
  ck_assert_uint_gt(judged, 300);
}
END_TEST

/* ---- memory and cancelling ------------------------------------------------------------------------------ */

START_TEST(want_of_memory_for_the_document_is_told) {
  tally memory;
  policy_options options = POLICY_OPTIONS_INIT;
  options.allocator = &memory.allocator;
  for (size_t n = 1;; n++) {
    tally_init(&memory);
    memory.fail_at = n;
    policy_document *document = policy_json_read(full.data, full.size, &options, &error);
    policy_document_unref(document);
    ck_assert(tally_is_clean(&memory));
    if (document != NULL) break;
    ck_assert_int_eq(error.code, POLICY_ERROR_NO_MEMORY);
  }
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

START_TEST(want_of_memory_for_the_tree_is_told) {
  json_set_alloc_funcs(failing_malloc, counting_free);
  for (fail_at = 1;; fail_at++) {
    calls = alive = 0;
    policy_document *document = policy_json_read(full.data, full.size, NULL, &error);
    policy_document_unref(document);
    ck_assert_uint_eq(alive, 0);
    if (calls < fail_at) break;
    ck_assert_ptr_null(document);
    ck_assert_int_eq(error.code, POLICY_ERROR_NO_MEMORY);
  }
  json_set_alloc_funcs(malloc, free);
  ck_assert_uint_gt(fail_at, 1000);
}
END_TEST

static bool refuse_to_go_on(void *context, double done) {
  ck_assert(done >= 0 && done <= 1);
  return --*(int *)context > 0;
}

START_TEST(reading_can_be_cancelled) {
  policy_options options = POLICY_OPTIONS_INIT;
  int left;
  options.progress = refuse_to_go_on;
  options.context = &left;
  for (int steps = 1;; steps++) {
    left = steps;
    policy_document *document = policy_json_read(full.data, full.size, &options, &error);
    policy_document_unref(document);
    if (document != NULL) break;
    ck_assert_int_eq(error.code, POLICY_ERROR_CANCELLED);
    ck_assert_int_lt(steps, 100);
  }
}
END_TEST

Suite *suite_json_read(void) {
  Suite *suite = suite_create("json_read");
  TCase *all = tcase_create("all"), *slow = tcase_create("slow");
  tcase_add_checked_fixture(all, set_up, tear_down);
  tcase_add_checked_fixture(slow, set_up, tear_down);
  tcase_set_timeout(slow, 300);
  tcase_add_test(all, the_full_document_comes_back);
  tcase_add_test(all, values_come_back);
  tcase_add_test(all, members_may_stand_in_any_order);
  tcase_add_test(all, ids_may_be_of_any_form);
  tcase_add_test(all, least_documents_are_enough);
  tcase_add_test(all, extra_is_kept_as_it_is);
  tcase_add_test(all, warnings_over_the_limit_come_back);
  tcase_add_loop_test(all, bad_documents_are_refused_with_their_place, 0,
                      (int)(sizeof refused / sizeof *refused));
  tcase_add_test(all, bad_json_is_refused_with_its_byte);
  tcase_add_test(all, a_null_error_is_allowed);
  tcase_add_test(all, brackets_without_end_are_a_limit);
  tcase_add_test(all, depth_can_be_set);
  tcase_add_test(all, memory_and_input_can_be_set);
  tcase_add_test(all, reading_can_be_cancelled);
  tcase_add_test(slow, the_parsing_suite_is_judged_as_it_wants);
  tcase_add_test(slow, a_document_cut_anywhere_is_refused);
  tcase_add_test(slow, a_document_with_a_byte_changed_is_refused_or_good);
  tcase_add_test(slow, want_of_memory_for_the_document_is_told);
  tcase_add_test(slow, want_of_memory_for_the_tree_is_told);
  suite_add_tcase(suite, all);
  suite_add_tcase(suite, slow);
  return suite;
}
