/* Duty and advice in several words. */
#include <check.h>

#include "extract_fixture.h"

typedef struct expected {
  const char *text;
  policy__modality modality;
  bool negated;
  const char *deontic, *subject, *aim;
} expected;

static const expected forms[] = {
    {"It is up to the council to close the mine.", POLICY__ADVICE, false, "It is up", "the council", "close"},
    {"It is for the courts to decide this.", POLICY__ADVICE, false, "It is", "the courts", "decide"},
    {"It is recommended that the council close the mine.", POLICY__ADVICE, false, "It is recommended", "the council", "close"},
    {"It is therefore proposed to close the mine.", POLICY__ADVICE, false, "It is therefore proposed", "", "close"},
    {"It is the responsibility of the council to close it.", POLICY__OBLIGATION, false, "It is the responsibility", "the council",
     "close"},
    {"It is prohibited to open the mine.", POLICY__OBLIGATION, true, "It is prohibited", "", "open"},
    {"It would be wise for Norway to close the mine.", POLICY__SUGGESTION, false, "It would be wise", "Norway", "close"},
    {"The time has come to close the mine.", POLICY__ADVICE, false, "time has come", "", "close"},
    {"Now is the time for Norway to close it.", POLICY__ADVICE, false, "Now is the time", "Norway", "close"},
    {"Our main recommendation is that the council publish a map.", POLICY__ADVICE, false, "recommendation is", "the council",
     "publish"},
    {"The next step is for the council to publish a map.", POLICY__ADVICE, false, "step is", "the council", "publish"},
    {"A possible approach would be to close the mine.", POLICY__SUGGESTION, false, "approach would be", "", "close"},
    {"We want the council to publish a map.", POLICY__ADVICE, false, "We want", "the council", "publish"},
    {"We would like to see the council publish a map.", POLICY__ADVICE, false, "We would like to see", "the council", "publish"},
    {"We look to the council to publish a map.", POLICY__ADVICE, false, "We look", "the council", "publish"},
    {"Let us close the mine.", POLICY__ADVICE, false, "Let us", "", "close"},
    {"The council has a clear duty to close the mine.", POLICY__OBLIGATION, false, "has a clear duty", "The council", "close"},
    {"The council is under an obligation to close it.", POLICY__OBLIGATION, false, "is under an obligation", "The council", "close"},
    {"The council would do well to close the mine.", POLICY__ADVICE, false, "would do well", "The council", "close"},
    {"The council had better close the mine.", POLICY__ADVICE, false, "had better", "The council", "close"},
    {"Owners are prohibited from opening the mine.", POLICY__OBLIGATION, true, "are prohibited from", "Owners", "opening"},
    {"Owners are not permitted to open the mine.", POLICY__OBLIGATION, true, "are not permitted", "Owners", "open"},
    {"The council does not have a duty to close it.", POLICY__PERMISSION, false, "have a duty", "The council does not", "close"},
};

/* None of these asks for anything. */
static const char *const none[] = {
    "We want to say a word about the mine.",
    "The answer to the question is that the mine is old.",
    "Let me begin with the mine.",
    "The council has no duty but this.",
    "The mine has a long history.",
};

static policy__array words, frames;
static policy__clause clause;

static policy_document *find(const char *text) {
  return fixture_frames(text, &clause, &words, &frames);
}

static void done(policy_document *document) {
  policy__array_free(&words);
  policy__array_free(&frames);
  policy_document_unref(document);
}

static const policy__frame *frame_at(size_t n) {
  return POLICY__AT(&frames, policy__frame, n);
}

START_TEST(a_form_is_read) {
  const expected *row = &forms[_i];
  policy_document *document = find(row->text);
  ck_assert_msg(frames.count == 1, "%s: %zu frames", row->text, frames.count);
  ck_assert_int_eq((int)frame_at(0)->modality, (int)row->modality);
  ck_assert_int_eq(frame_at(0)->negated, row->negated);
  ck_assert_str_eq(fixture_words(&clause, frame_at(0)->deontic), row->deontic);
  ck_assert_str_eq(fixture_words(&clause, frame_at(0)->subject), row->subject);
  ck_assert_str_eq(fixture_words(&clause, frame_at(0)->aim), row->aim);
  done(document);
}
END_TEST

START_TEST(other_sentences_have_none) {
  policy_document *document = find(none[_i]);
  ck_assert_msg(frames.count == 0, "%s: %s", none[_i], frames.count > 0 ? fixture_words(&clause, frame_at(0)->aim) : "");
  done(document);
}
END_TEST

START_TEST(gerunds_are_joined) {
  policy_document *document = find("The board should be responsible for setting up a fund and for reviewing its use.");
  ck_assert_uint_eq(frames.count, 2);
  ck_assert_str_eq(fixture_words(&clause, frame_at(0)->aim), "setting up");
  ck_assert_str_eq(fixture_words(&clause, frame_at(0)->object), "a fund");
  ck_assert_str_eq(fixture_words(&clause, frame_at(1)->aim), "reviewing");
  ck_assert_str_eq(fixture_words(&clause, frame_at(1)->object), "its use");
  done(document);
}
END_TEST

START_TEST(what_was_proposed_is_reported) {
  policy_document *document = find("It was proposed that Norway would close the mine.");
  ck_assert_uint_eq(frames.count, 1);
  ck_assert(frame_at(0)->reported);
  ck_assert_str_eq(fixture_words(&clause, frame_at(0)->aim), "close");
  done(document);
}
END_TEST

Suite *suite_form(void) {
  Suite *suite = suite_create("form");
  TCase *tests = tcase_create("forms");
  tcase_add_loop_test(tests, a_form_is_read, 0, sizeof forms / sizeof *forms);
  tcase_add_loop_test(tests, other_sentences_have_none, 0, sizeof none / sizeof *none);
  tcase_add_test(tests, gerunds_are_joined);
  tcase_add_test(tests, what_was_proposed_is_reported);
  suite_add_tcase(suite, tests);
  return suite;
}
