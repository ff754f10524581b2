/* Entries of BibTeX. */
#include <check.h>
#include <policy.h>
#include <string.h>

static policy_string string(const char *text) {
  return (policy_string){text, strlen(text)};
}

/* A document with these fields, and its entry; the caller frees it. */
static policy_buffer entry(const char *const authors[], const char *title, const char *date, const char *publisher,
                           const char *number) {
  policy_error error = {0};
  policy_builder *builder = policy_builder_new("x", 1, NULL, NULL, &error);
  for (size_t i = 0; authors[i] != NULL; i++) policy_builder_set(builder, POLICY_FIELD_AUTHOR, string(authors[i]), NULL);
  policy_builder_set(builder, POLICY_FIELD_TITLE, string(title), NULL);
  policy_builder_set(builder, POLICY_FIELD_DATE, string(date), NULL);
  policy_builder_set(builder, POLICY_FIELD_PUBLISHER, string(publisher), NULL);
  policy_builder_set(builder, POLICY_FIELD_IDENTIFIER, string(number), NULL);
  policy_document *document = policy_builder_finish(builder, &error);
  ck_assert_ptr_nonnull(document);
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_bibtex_write(document, &buffer, &error), POLICY_OK);
  policy_document_unref(document);
  return buffer;
}

START_TEST(a_page_of_the_web) {
  const char *const authors[] = {"Ana M. Lund\xC3\xA9", "Bo Ek", NULL};
  policy_buffer buffer = entry(authors, "On Safer & drier rivers", "2016-02-25", "Delta Forum", "");
  ck_assert_str_eq(buffer.data, "@misc{lunde2016safer,\n  author = {Ana M. Lund\xC3\xA9 and Bo Ek},\n"
                                "  title = {{On Safer \\& drier rivers}},\n  publisher = {Delta Forum},\n"
                                "  year = {2016},\n  date = {2016-02-25}\n}\n");
  policy_buffer_free(&buffer);
}
END_TEST

START_TEST(a_report_of_a_body) {
  const char *const authors[] = {"Office of Water and Soil", NULL};
  policy_buffer buffer = entry(authors, "50% of_{all} wells ~ \\", "2020", "Ministry", "WS-20/1");
  ck_assert_str_eq(buffer.data, "@techreport{soil2020ofall,\n  author = {{Office of Water and Soil}},\n"
                                "  title = {{50\\% of\\_\\{all\\} wells \\textasciitilde{} \\textbackslash{}}},\n"
                                "  institution = {Ministry},\n  number = {WS-20/1},\n  year = {2020},\n  date = {2020}\n}\n");
  policy_buffer_free(&buffer);
}
END_TEST

START_TEST(what_the_lists_tell) {
  policy_builder *builder = policy_builder_new("x", 1, NULL, NULL, NULL);
  const policy_contributor_record editors[] = {{POLICY_CONTRIBUTOR_EDITOR, string("Bo Ek"), {"", 0}},
                                               {POLICY_CONTRIBUTOR_EDITOR, string("Office of Soil"), {"", 0}}};
  const policy_identifier_record doi = {string("doi"), string("10.1234/a_b")};
  policy_builder_set(builder, POLICY_FIELD_TITLE, string("Rain"), NULL);
  policy_builder_set(builder, POLICY_FIELD_SERIES, string("Wells"), NULL);
  for (int i = 0; i < 2; i++) policy_builder_add_contributor(builder, &editors[i], NULL, NULL);
  policy_builder_add_identifier(builder, &doi, NULL, NULL);
  policy_document *document = policy_builder_finish(builder, NULL);
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_bibtex_write(document, &buffer, NULL), POLICY_OK);
  ck_assert_str_eq(buffer.data, "@misc{rain,\n  editor = {Bo Ek and {Office of Soil}},\n  title = {{Rain}},\n"
                                "  series = {Wells},\n  doi = {10.1234/a\\_b}\n}\n");
  policy_buffer_free(&buffer);
  policy_document_unref(document);
}
END_TEST

START_TEST(nothing_without_a_title) {
  const char *const nobody[] = {NULL};
  policy_buffer buffer = entry(nobody, "", "2020", "", "");
  ck_assert_uint_eq(buffer.size, 0);
  policy_buffer_free(&buffer);
  ck_assert_int_eq(policy_bibtex_write(NULL, &buffer, NULL), POLICY_ERROR_ARGUMENT);
}
END_TEST

START_TEST(scarce_room_leaves_the_buffer_as_it_was) {
  policy_document *document = policy_read("Safer rivers\n============\n\nThe text of it is here and goes on.\n", 64, NULL, NULL);
  ck_assert_ptr_nonnull(document);
  for (size_t room = 1; room < 40; room++) {
    policy_buffer buffer = POLICY_BUFFER_INIT;
    ck_assert_int_eq(policy_buffer_append(&buffer, "x", 1), POLICY_OK);
    buffer.ceiling = room;
    ck_assert_int_eq(policy_bibtex_write(document, &buffer, NULL), POLICY_ERROR_LIMIT);
    ck_assert_str_eq(buffer.data, "x");
    policy_buffer_free(&buffer);
  }
  policy_document_unref(document);
}
END_TEST

Suite *suite_bibtex(void) {
  Suite *suite = suite_create("bibtex");
  TCase *tests = tcase_create("bibtex");
  tcase_add_test(tests, a_page_of_the_web);
  tcase_add_test(tests, a_report_of_a_body);
  tcase_add_test(tests, what_the_lists_tell);
  tcase_add_test(tests, nothing_without_a_title);
  tcase_add_test(tests, scarce_room_leaves_the_buffer_as_it_was);
  suite_add_tcase(suite, tests);
  return suite;
}
