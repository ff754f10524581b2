/* Metadata as a whole. */
#include <check.h>
#include <string.h>

#include "read/metadata.h"
#include "reading.h"

#define PROSE                                                                                                  \
  "The board counted the fish of the northern bay in the spring, and it found fewer than in the year before, " \
  "as it had "                                                                                                 \
  "feared it would; the nets were torn, too, and the boats unfit for the sea. Nobody could say what should "   \
  "be done.\n\n"

START_TEST(an_article_with_its_citation_alone) {
  policy_document *d =
      reading_of("Fisheries, Water | Africa, East Africa\n\n3 May 2019\n\nThe lake can be saved, Ann B Lee "
                 "writes.\n\n" PROSE PROSE "Back to top\n\nLee, A. (2019). The dry lake - Shore Review. "
                                           "[online] Shore Review. Available at: http://shore.example/lake\n");
  reading_is(policy_document_title(d), "The dry lake");
  reading_is(policy_document_subtitle(d), "The lake can be saved, Ann B Lee writes.");
  reading_is(policy_document_date(d), "2019-05-03");
  reading_is(policy_document_publisher(d), "Shore Review");
  reading_is(policy_document_language(d), "en");
  reading_is(policy_document_url(d), "http://shore.example/lake");
  ck_assert_uint_eq(policy_document_author_count(d), 1);
  reading_is(policy_document_author(d, 0), "Ann B Lee");
  ck_assert_uint_eq(policy_document_topic_count(d), 2);
  reading_is(policy_document_topic(d, 1), "Water");
  ck_assert_uint_eq(policy_document_region_count(d), 2);
  reading_is(policy_document_region(d, 0), "Africa");
  reading_is(policy_document_citation(d),
             "{\"URL\":\"http://shore.example/lake\",\"author\":[{\"family\":\"Lee\",\"given\":\"Ann "
             "B\"}],\"container-title\":\"Shore Review\","
             "\"issued\":{\"date-parts\":[[2019,5,3]]},\"language\":\"en\",\"publisher\":\"Shore "
             "Review\",\"title\":\"The dry lake\",\"type\":\"webpage\"}");
  policy_document_unref(d);
}
END_TEST

START_TEST(a_citation_with_more_authors_than_the_byline) {
  policy_document *d =
      reading_of("The dry lake\n\nBy Ann Lee\n\n" PROSE
                 "Suggested citation: Lee, A. and Okri, B. (2019). The dry lake. Shore Press.\n");
  ck_assert_uint_eq(policy_document_author_count(d), 2);
  reading_is(policy_document_author(d, 0), "Ann Lee");
  reading_is(policy_document_author(d, 1), "B. Okri");
  reading_is(policy_document_date(d), "2019");
  policy_document_unref(d);
}
END_TEST

START_TEST(the_references_of_others) {
  policy_document *d =
      reading_of("The dry lake\n\n" PROSE "References\n\nOkri, B. (2001). Wet lakes. Shore Press.\n\nNa, L. "
                                          "(2003). Salt. [online] Shore. Available at: http://x.example\n");
  reading_is(policy_document_title(d), "The dry lake");
  reading_is(policy_document_date(d), "");
  ck_assert_uint_eq(policy_document_author_count(d), 0);
  reading_is(policy_document_citation(d), "");
  policy_document_unref(d);
}
END_TEST

START_TEST(the_holder_of_the_rights) {
  policy_document *d =
      reading_of("The dry lake\n\n" PROSE "\xC2\xA9 2019 Shore Review. All rights reserved.\n");
  reading_is(policy_document_publisher(d), "Shore Review");
  policy_document_unref(d);
}
END_TEST

START_TEST(what_is_known_stays) {
  policy_error error;
  const char text[] = "The dry lake\n\nBy Ann Lee\n\n" PROSE;
  policy_builder *builder = policy_builder_new(text, sizeof text - 1, NULL, NULL, &error);
  policy_block_record block = {.kind = POLICY_BLOCK_HEADING, .level = 1, .span = {0, 12}};
  ck_assert_int_eq(policy_builder_set(builder, POLICY_FIELD_TITLE, reading_string("Given"), &error), POLICY_OK);
  ck_assert_int_eq(policy_builder_set(builder, POLICY_FIELD_AUTHOR, reading_string("Given Too"), &error),
                   POLICY_OK);
  ck_assert_int_eq(policy_builder_add_block(builder, &block, NULL, &error), POLICY_OK);
  ck_assert_int_eq(policy__read_metadata(builder, NULL, &error), POLICY_OK);
  policy_document *d = policy_builder_finish(builder, &error);
  reading_is(policy_document_title(d), "Given");
  ck_assert_uint_eq(policy_document_author_count(d), 1);
  reading_is(policy_document_author(d, 0), "Given Too");
  policy_document_unref(d);
}
END_TEST

START_TEST(a_known_title_stands_in_its_blocks) {
  static const char text[] = "Shore Review\n\nThe dry lake:\n\nThree years on\n\nAnn Lee\n\n3 May 2019\n\n" PROSE;
  policy_error error = {0};
  policy_builder *builder = policy_builder_new(text, sizeof text - 1, NULL, NULL, &error);
  for (const char *at = text; *at != '\0';) {
    const char *end = strstr(at, "\n\n");
    const policy_block_record block = {.span = {(uint32_t)(at - text), (uint32_t)(end - text)}, .place = {"", 0}};
    policy_builder_add_block(builder, &block, NULL, &error);
    at = end + 2;
  }
  policy_builder_set(builder, POLICY_FIELD_TITLE, reading_string("The dry lake: Three years on"), &error);
  ck_assert_int_eq(policy__read_metadata(builder, NULL, &error), POLICY_OK);
  policy_document *d = policy_builder_finish(builder, &error);
  reading_is(policy_document_subtitle(d), "");
  ck_assert_uint_eq(policy_document_author_count(d), 1);
  reading_is(policy_document_author(d, 0), "Ann Lee");
  reading_is(policy_document_date(d), "2019-05-03");
  policy_document_unref(d);
}
END_TEST

START_TEST(nothing) {
  policy_document *d = reading_of("");
  reading_is(policy_document_title(d), "");
  reading_is(policy_document_language(d), "");
  reading_is(policy_document_citation(d), "");
  policy_document_unref(d);
}
END_TEST

Suite *suite_metadata(void) {
  Suite *suite = suite_create("metadata");
  TCase *tests = tcase_create("metadata");
  tcase_add_test(tests, an_article_with_its_citation_alone);
  tcase_add_test(tests, a_citation_with_more_authors_than_the_byline);
  tcase_add_test(tests, the_references_of_others);
  tcase_add_test(tests, the_holder_of_the_rights);
  tcase_add_test(tests, what_is_known_stays);
  tcase_add_test(tests, a_known_title_stands_in_its_blocks);
  tcase_add_test(tests, nothing);
  suite_add_tcase(suite, tests);
  return suite;
}
