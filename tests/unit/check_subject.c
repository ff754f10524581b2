/* Who acts: the subject before a deontic, and what is fronted before it. */
#include <check.h>

#include "extract_fixture.h"

static const struct {
  const char *text, *subject, *condition, *constraint;
} cases[] = {
    {"Norway should act.", "Norway", "", ""},
    {"Norway, Sweden and Finland should act.", "Norway, Sweden and Finland", "", ""},
    {"However, Norway should act.", "Norway", "", ""},
    {"In coordination with Sweden, Norway should act.", "Norway", "", "In coordination with Sweden"},
    {"Lastly, in cooperation with Sweden and Finland, Norway should act.", "Norway", "",
     "in cooperation with Sweden and Finland"},
    {"Norway's continued effort should pay.", "Norway's continued effort", "", ""},
    {"Limited data sharing and written guarantees should help.", "Limited data sharing and written guarantees", "", ""},
    {"If the talks fail, Norway should act.", "Norway", "If the talks fail", ""},
    {"Within 30 days, the agency shall act.", "the agency", "", "Within 30 days"},
    {"The agency, in consultation with the board, shall act.", "The agency", "", "in consultation with the board"},
    {"The report says that Norway should act.", "Norway", "", ""},
    {"States that have not signed should act.", "States that have not signed", "", ""},
    {"The mine is old and Norway should act.", "Norway", "", ""},
};

START_TEST(the_subject_is_found) {
  policy_document *document = fixture_analyse(cases[_i].text);
  policy__array words;
  policy__clause clause = fixture_clause(document, 0, &words);
  uint32_t modal = 0;
  for (uint32_t i = 0; i < clause.count; i++)
    if (policy__word_in(&clause, i, "should shall")) modal = i;
  policy__frame frame = {0};
  policy__subject_read(&clause, 0, modal, &frame);
  ck_assert_str_eq(fixture_words(&clause, frame.subject), cases[_i].subject);
  ck_assert_str_eq(fixture_adjunct(&clause, &frame.conditions), cases[_i].condition);
  ck_assert_str_eq(fixture_adjunct(&clause, &frame.constraints), cases[_i].constraint);
  policy__array_free(&words);
  policy_document_unref(document);
}
END_TEST

START_TEST(a_clause_under_if_is_subordinate) {
  policy_document *document = fixture_analyse("It helps if Norway should act.");
  policy__array words;
  policy__clause clause = fixture_clause(document, 0, &words);
  policy__frame frame = {0};
  policy__subject_read(&clause, 0, 4, &frame);
  ck_assert(frame.subordinate);
  ck_assert_str_eq(fixture_words(&clause, frame.subject), "Norway");
  policy__array_free(&words);
  policy_document_unref(document);
}
END_TEST

START_TEST(a_relative_clause_hangs_on_its_noun) {
  policy_document *document = fixture_analyse("There are gaps which must close.");
  policy__array words;
  policy__clause clause = fixture_clause(document, 0, &words);
  policy__frame frame = {0};
  policy__subject_read(&clause, 0, 4, &frame);
  ck_assert(frame.relative);
  ck_assert_str_eq(fixture_words(&clause, frame.subject), "gaps");
  policy__array_free(&words);
  policy_document_unref(document);
}
END_TEST

Suite *suite_subject(void) {
  Suite *suite = suite_create("subject");
  TCase *test = tcase_create("subject");
  tcase_add_loop_test(test, the_subject_is_found, 0, sizeof cases / sizeof *cases);
  tcase_add_test(test, a_clause_under_if_is_subordinate);
  tcase_add_test(test, a_relative_clause_hangs_on_its_noun);
  suite_add_tcase(suite, test);
  return suite;
}
