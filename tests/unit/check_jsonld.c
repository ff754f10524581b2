/* JSON-LD of pages. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "read/jsonld.h"
#include "reading.h"

static policy__jsonld jsonld;

static const policy__jsonld_node *reads(const char *script) {
  policy__jsonld_init(&jsonld);
  policy__jsonld_read(&jsonld, reading_string(script));
  policy__jsonld_resolve(&jsonld);
  return &jsonld.document;
}

START_TEST(a_document_is_found) {
  const policy__jsonld_node *node =
      reads("[{\"@type\": \"BreadcrumbList\", \"name\": \"a\"}, {\"@type\": \"WebPage\", \"name\": \"b\"}, {\"name\": \"c\", "
            "\"@type\": \"Report\", \"inLanguage\": \"en\"}, {\"@type\": \"Article\", \"name\": \"d\"}]");
  reading_is(node->name, "c");
  reading_is(node->language, "en");
  ck_assert_int_eq(node->rank, 2);
  ck_assert_int_eq(reads("{\"@type\": \"Organization\", \"name\": \"a\"}")->rank, 0);
}
END_TEST

START_TEST(values_belong_to_their_objects) {
  const policy__jsonld_node *node =
      reads("{\"@type\": \"Article\", \"image\": {\"@type\": \"ImageObject\", \"name\": \"no\", \"author\": \"no\"}, \"about\": "
            "[{\"name\": \"no\"}], \"author\": [{\"name\": \"A\", \"image\": {\"name\": \"no\"}}, \"B\"], \"keywords\": [\"k\", "
            "{\"name\": \"no\"}, \"l\"], \"headline\": \"h\"}");
  ck_assert_uint_eq(node->author_count, 2);
  reading_is(node->authors[0], "A");
  reading_is(node->authors[1], "B");
  ck_assert_uint_eq(node->topic_count, 2);
  reading_is(node->topics[1], "l");
  reading_is(node->headline, "h");
  ck_assert_uint_eq(node->name.size, 0);
}
END_TEST

START_TEST(ids_are_resolved) {
  const policy__jsonld_node *node =
      reads("{\"@graph\": [{\"@type\": \"Article\", \"author\": {\"@id\": \"#1\"}, \"publisher\": {\"@id\": \"#2\"}}, {\"@type\": "
            "\"Person\", \"@id\": \"#1\", \"name\": \"Ann Lee\"}, {\"@id\": \"#2\", \"@type\": \"NewsMediaOrganization\", \"name\": "
            "\"News\"}]}");
  ck_assert_uint_eq(node->author_count, 1);
  reading_is(node->authors[0], "Ann Lee");
  reading_is(node->publisher, "News");
}
END_TEST

START_TEST(bad_json_is_passed_over) {
  static const char *const scripts[] = {"", "{", "}", "]]]", "\"", "{\"", "{\"@type\"", "{\"@type\": ", "{\"@type\": \"Article\"",
                                        "{\"a\\", "{,,:}", "[[[[{\"@type\": \"Article\"}"};
  for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) (void)reads(scripts[i]);
  reading_is(reads("// <![CDATA[\n{\"@type\": \"Article\", \"headline\": \"a\\\"b\",}\n// ]]>")->headline, "a\\\"b");
  char deep[300];
  memset(deep, '[', 200);
  strcpy(deep + 200, "{\"@type\": \"Article\"}");
  ck_assert_int_eq(reads(deep)->rank, 0);
}
END_TEST

START_TEST(escapes_are_replaced) {
  static const struct {
    const char *piece, *text;
  } cases[] = {{"a\\\"b\\/c\\\\", "a\"b/c\\"}, {"\\n\\t", "  "},   {"\\u00e9\\u2014", "\xC3\xA9\xE2\x80\x94"},
               {"\\ud83d\\ude00", "\xF0\x9F\x98\x80"}, {"\\ud83d", "\xEF\xBF\xBD"}, {"\\u12", "u12"},
               {"\\u0000", "\xEF\xBF\xBD"},            {"x\\", "x"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    policy_buffer text = POLICY_BUFFER_INIT;
    ck_assert_int_eq(policy__jsonld_text(reading_string(cases[i].piece), &text), POLICY_OK);
    ck_assert_str_eq(text.data, cases[i].text);
    policy_buffer_free(&text);
  }
}
END_TEST

Suite *suite_jsonld(void) {
  Suite *suite = suite_create("jsonld");
  TCase *tests = tcase_create("jsonld");
  tcase_add_test(tests, a_document_is_found);
  tcase_add_test(tests, values_belong_to_their_objects);
  tcase_add_test(tests, ids_are_resolved);
  tcase_add_test(tests, bad_json_is_passed_over);
  tcase_add_test(tests, escapes_are_replaced);
  suite_add_tcase(suite, tests);
  return suite;
}
