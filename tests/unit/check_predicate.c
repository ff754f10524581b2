/* What is to be done: verb, objects and adjuncts behind a deontic. */
#include <check.h>

#include "extract_fixture.h"

static const struct {
  const char *text, *subject, *aim, *object, *indirect, *condition, *constraint, *purpose;
} cases[] = {
    {"Norway should close the mine.", "Norway", "close", "the mine", "", "", "", ""},
    {"Norway should close the mine if prices fall.", "Norway", "close", "the mine", "", "if prices fall", "", ""},
    {"Norway should close the mine by 2030.", "Norway", "close", "the mine", "", "", "by 2030", ""},
    {"Norway should close the mine to save the river.", "Norway", "close", "the mine", "", "", "",
     "to save the river"},
    {"Norway should close the mine in order to save the river.", "Norway", "close", "the mine", "", "", "",
     "in order to save the river"},
    {"Norway should continue to support the mine.", "Norway", "continue to support", "the mine", "", "", "", ""},
    {"Norway should set up a fund.", "Norway", "set up", "a fund", "", "", "", ""},
    {"Norway should submit a report to the Council.", "Norway", "submit", "a report", "the Council", "", "", ""},
    {"The mine should be closed by Norway.", "Norway", "closed", "The mine", "", "", "", ""},
    {"The mine should be closed within a year.", "", "closed", "The mine", "", "", "within a year", ""},
    {"The mine can be leveraged to feed the poor.", "", "leveraged", "The mine", "", "", "", "to feed the poor"},
    {"At the same time, Norway should close it.", "Norway", "close", "it", "", "", "", ""},
    {"Norway should use its ability to persuade.", "Norway", "use", "its ability to persuade", "", "", "", ""},
    {"Norway should ensure that the mine is closed by 2030.", "Norway", "ensure",
     "that the mine is closed by 2030", "", "", "", ""},
    {"Norway should, where possible, close the mine.", "Norway", "close", "the mine", "", "where possible", "", ""},
};

START_TEST(the_predicate_is_divided) {
  policy_document *document = fixture_analyse(cases[_i].text);
  policy__array words, frames;
  policy__clause clause = fixture_clause(document, 0, &words);
  policy__array_init(&frames, &policy__malloc_allocator, sizeof(policy__frame), UINT32_MAX);
  ck_assert_int_eq(policy__frames_find(&clause, &frames), POLICY_OK);
  ck_assert_uint_eq(frames.count, 1);
  const policy__frame *frame = POLICY__AT(&frames, policy__frame, 0);
  ck_assert_str_eq(fixture_words(&clause, frame->subject), cases[_i].subject);
  ck_assert_str_eq(fixture_words(&clause, frame->aim), cases[_i].aim);
  ck_assert_str_eq(fixture_words(&clause, frame->object), cases[_i].object);
  ck_assert_str_eq(fixture_words(&clause, frame->indirect), cases[_i].indirect);
  ck_assert_str_eq(fixture_adjunct(&clause, &frame->conditions), cases[_i].condition);
  ck_assert_str_eq(fixture_adjunct(&clause, &frame->constraints), cases[_i].constraint);
  ck_assert_str_eq(fixture_adjunct(&clause, &frame->purposes), cases[_i].purpose);
  policy__array_free(&words);
  policy__array_free(&frames);
  policy_document_unref(document);
}
END_TEST

START_TEST(no_in_the_subject_negates) {
  policy_document *document = fixture_analyse("(2) No person shall close the mine.");
  ck_assert(policy_statement_is_negated(policy_document_statement(document, 0)));
  policy_document_unref(document);
}
END_TEST

START_TEST(negation_and_perfect_are_noted) {
  policy_document *document = fixture_analyse("Norway should not have closed the mine.");
  policy__array words, frames;
  policy__clause clause = fixture_clause(document, 0, &words);
  policy__array_init(&frames, &policy__malloc_allocator, sizeof(policy__frame), UINT32_MAX);
  ck_assert_int_eq(policy__frames_find(&clause, &frames), POLICY_OK);
  ck_assert_uint_eq(frames.count, 1);
  ck_assert(POLICY__AT(&frames, policy__frame, 0)->negated);
  ck_assert(POLICY__AT(&frames, policy__frame, 0)->perfect);
  policy__array_free(&words);
  policy__array_free(&frames);
  policy_document_unref(document);
}
END_TEST

Suite *suite_predicate(void) {
  Suite *suite = suite_create("predicate");
  TCase *test = tcase_create("predicate");
  tcase_add_loop_test(test, the_predicate_is_divided, 0, sizeof cases / sizeof *cases);
  tcase_add_test(test, no_in_the_subject_negates);
  tcase_add_test(test, negation_and_perfect_are_noted);
  suite_add_tcase(suite, test);
  return suite;
}
