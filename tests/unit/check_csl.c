/* Writing CSL-JSON. */
#include <check.h>
#include <string.h>

#include <policy/builder.h>

#include "read/csl.h"
#include "reading.h"

static policy__facts facts(void) {
  policy__facts f;
  memset(&f, 0, sizeof f);
  policy_string *strings[] = {&f.title,      &f.subtitle, &f.publisher, &f.container,
                              &f.identifier, &f.doi,      &f.isbn,      &f.url};
  for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) *strings[i] = (policy_string){"", 0};
  f.language = "";
  return f;
}

static void writes(const policy__facts *f, const char *json) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy__csl_write(f, NULL, &buffer), POLICY_OK);
  ck_assert_str_eq(buffer.data, json);
  policy_buffer_free(&buffer);
}

START_TEST(everything) {
  policy__facts f = facts();
  f.title = reading_string("Rain");
  f.publisher = reading_string("Shore Press");
  f.container = reading_string("Shore");
  f.identifier = reading_string("HC 12");
  f.doi = reading_string("10.1234/5");
  f.isbn = reading_string("9781234567897");
  f.url = reading_string("http://x.example");
  f.language = "en";
  f.date = (policy__date){2016, 2, 25};
  f.author_count = 2;
  f.authors[0] = (policy__person){reading_string("Ann"), reading_string("Lee")};
  f.authors[1] = (policy__person){reading_string(""), reading_string("Lake Board")};
  writes(&f, "{\"DOI\":\"10.1234/5\",\"ISBN\":\"9781234567897\",\"URL\":\"http://"
             "x.example\",\"author\":[{\"family\":\"Lee\","
             "\"given\":\"Ann\"},{\"literal\":\"Lake "
             "Board\"}],\"container-title\":\"Shore\",\"issued\":{\"date-parts\":"
             "[[2016,2,25]]},\"language\":\"en\",\"number\":\"HC 12\",\"publisher\":\"Shore "
             "Press\",\"title\":\"Rain\","
             "\"type\":\"report\"}");
}
END_TEST

START_TEST(little) {
  policy__facts f = facts();
  writes(&f, "{\"type\":\"document\"}");
  f.title = reading_string("Rain");
  f.date.year = 2016;
  writes(&f, "{\"issued\":{\"date-parts\":[[2016]]},\"title\":\"Rain\",\"type\":\"document\"}");
  f.online = true;
  f.date.month = 2;
  writes(&f, "{\"issued\":{\"date-parts\":[[2016,2]]},\"title\":\"Rain\",\"type\":\"webpage\"}");
}
END_TEST

START_TEST(escaping) {
  policy__facts f = facts();
  f.title = reading_string(" a \"b\" \\ c\n\t d\x01\xC3\xA9 ");
  writes(&f, "{\"title\":\"a \\\"b\\\" \\\\ c d\\u0001\xC3\xA9\",\"type\":\"document\"}");
}
END_TEST

/* What the lists of the document tell beyond the facts: a journal where there is an ISSN. */
START_TEST(lists) {
  policy_builder *builder = policy_builder_new("x", 1, NULL, NULL, NULL);
  const policy_contributor_record editor = {POLICY_CONTRIBUTOR_EDITOR, reading_string("Ann Lee"), {"", 0}},
                                  translator = {POLICY_CONTRIBUTOR_TRANSLATOR, reading_string("Lake Board"), {"", 0}};
  const policy_identifier_record doi = {reading_string("doi"), reading_string("10.1234/5")},
                                 issn = {reading_string("issn"), reading_string("1234-5678")};
  ck_assert_int_eq(policy_builder_add_contributor(builder, &editor, NULL, NULL), POLICY_OK);
  ck_assert_int_eq(policy_builder_add_contributor(builder, &translator, NULL, NULL), POLICY_OK);
  ck_assert_int_eq(policy_builder_add_identifier(builder, &doi, NULL, NULL), POLICY_OK);
  ck_assert_int_eq(policy_builder_set(builder, POLICY_FIELD_SERIES, reading_string("Wells"), NULL), POLICY_OK);
  policy__facts f = facts();
  f.title = reading_string("Rain");
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy__csl_write(&f, policy_builder_document(builder), &buffer), POLICY_OK);
  ck_assert_str_eq(buffer.data, "{\"DOI\":\"10.1234/5\",\"collection-title\":\"Wells\",\"editor\":[{\"family\":\"Lee\","
                                "\"given\":\"Ann\"}],\"title\":\"Rain\",\"translator\":[{\"literal\":\"Lake Board\"}],"
                                "\"type\":\"document\"}");
  ck_assert_int_eq(policy_builder_add_identifier(builder, &issn, NULL, NULL), POLICY_OK);
  buffer.size = 0;
  ck_assert_int_eq(policy__csl_write(&f, policy_builder_document(builder), &buffer), POLICY_OK);
  ck_assert_ptr_nonnull(strstr(buffer.data, "\"ISSN\":\"1234-5678\",\"container-title\":\"Wells\""));
  ck_assert_ptr_nonnull(strstr(buffer.data, "\"type\":\"article-journal\""));
  policy_buffer_free(&buffer);
  policy_builder_free(builder);
}
END_TEST

START_TEST(no_room) {
  policy__facts f = facts();
  policy_buffer buffer = POLICY_BUFFER_INIT;
  buffer.ceiling = 8;
  f.title = reading_string("Rain in the hills");
  ck_assert_int_eq(policy__csl_write(&f, NULL, &buffer), POLICY_ERROR_LIMIT);
  policy_buffer_free(&buffer);
}
END_TEST

Suite *suite_csl(void) {
  Suite *suite = suite_create("csl");
  TCase *tests = tcase_create("csl");
  tcase_add_test(tests, everything);
  tcase_add_test(tests, little);
  tcase_add_test(tests, escaping);
  tcase_add_test(tests, lists);
  tcase_add_test(tests, no_room);
  suite_add_tcase(suite, tests);
  return suite;
}
