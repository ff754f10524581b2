/* Words and their classes. */
#include <check.h>

#include "extract_fixture.h"

static policy_document *document;
static policy__array words;
static policy__clause clause;

static void read(const char *text) {
  document = fixture_analyse(text);
  clause = fixture_clause(document, 0, &words);
}

static void teardown(void) {
  policy__array_free(&words);
  policy_document_unref(document);
  document = NULL;
}

START_TEST(function_words_have_classes) {
  read("If Japan must not act, the states should.");
  ck_assert(policy__has_class(&clause, 0, POLICY__CONDITIONAL));
  ck_assert(policy__has_class(&clause, 1, POLICY__CAPITAL));
  ck_assert(policy__has_class(&clause, 2, POLICY__MODAL));
  ck_assert(policy__has_class(&clause, 3, POLICY__NEGATION));
  ck_assert(policy__can_be(&clause, 4, POLICY__CAN_BASE));
  ck_assert(policy__has_class(&clause, 5, POLICY__COMMA));
  ck_assert(policy__has_class(&clause, 6, POLICY__DETERMINER));
  ck_assert(!policy__has_class(&clause, 99, POLICY__MODAL));
}
END_TEST

START_TEST(words_are_compared_without_case) {
  read("IN ORDER to win");
  ck_assert(policy__word_is(&clause, 0, "in"));
  ck_assert(!policy__word_is(&clause, 0, "i"));
  ck_assert(policy__word_in(&clause, 1, "rank order file"));
  ck_assert(!policy__word_in(&clause, 1, "ord rder"));
  ck_assert_uint_eq(policy__words_are(&clause, 0, "in order"), 2);
  ck_assert_uint_eq(policy__words_are(&clause, 2, "to win the"), 0);
  ck_assert(!policy__word_is(&clause, 40, "in"));
}
END_TEST

START_TEST(brackets_hide_what_they_hold) {
  read("The fund (which should pay) is small.");
  ck_assert(policy__has_class(&clause, 4, POLICY__INSIDE));
  ck_assert(!policy__has_class(&clause, 1, POLICY__INSIDE));
  ck_assert(!policy__has_class(&clause, clause.count - 2, POLICY__INSIDE));
}
END_TEST

START_TEST(dashes_stop_and_hyphens_join) {
  read("The well-known plan - a good one - works.");
  uint32_t stops = 0;
  for (uint32_t i = 0; i < clause.count; i++) stops += policy__has_class(&clause, i, POLICY__STOP);
  ck_assert_uint_eq(stops, 3); /* two dashes and the full stop */
}
END_TEST

START_TEST(a_range_loses_its_commas) {
  read("Act now, please, or never.");
  ck_assert_str_eq(fixture_words(&clause, (policy__range){2, 5}), "please");
  ck_assert_str_eq(fixture_words(&clause, (policy__range){2, 3}), "");
  ck_assert_str_eq(fixture_words(&clause, (policy__range){3, 3}), "");
}
END_TEST

Suite *suite_clause(void) {
  Suite *suite = suite_create("clause");
  TCase *test = tcase_create("clause");
  tcase_add_checked_fixture(test, NULL, teardown);
  tcase_add_test(test, function_words_have_classes);
  tcase_add_test(test, words_are_compared_without_case);
  tcase_add_test(test, brackets_hide_what_they_hold);
  tcase_add_test(test, dashes_stop_and_hyphens_join);
  tcase_add_test(test, a_range_loses_its_commas);
  suite_add_tcase(suite, test);
  return suite;
}
