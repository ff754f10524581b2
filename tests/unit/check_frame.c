/* Which clauses have a frame, and of what kind. */
#include <check.h>
#include <string.h>

#include "extract_fixture.h"

typedef struct expected {
  const char *text;
  policy__pattern pattern;
  policy__modality modality;
  const char *deontic, *aim;
} expected;

/* One frame each. */
static const expected one[] = {
    {"Norway should close the mine.", POLICY__PATTERN_MODAL, POLICY__ADVICE, "should", "close"},
    {"Norway must close the mine.", POLICY__PATTERN_MODAL, POLICY__OBLIGATION, "must", "close"},
    {"The supplier shall keep records.", POLICY__PATTERN_MODAL, POLICY__OBLIGATION, "shall", "keep"},
    {"The supplier may keep records.", POLICY__PATTERN_MODAL, POLICY__PERMISSION, "may", "keep"},
    {"Norway ought to close the mine.", POLICY__PATTERN_MODAL, POLICY__ADVICE, "ought to", "close"},
    {"The board may wish to close it.", POLICY__PATTERN_MODAL, POLICY__SUGGESTION, "may wish to", "close"},
    {"Norway needs to close the mine.", POLICY__PATTERN_SEMIMODAL, POLICY__ADVICE, "needs to", "close"},
    {"Norway will have to close it.", POLICY__PATTERN_SEMIMODAL, POLICY__OBLIGATION, "will have to", "close"},
    {"Landlords are required to keep records.", POLICY__PATTERN_SEMIMODAL, POLICY__OBLIGATION,
     "are required to", "keep"},
    {"Urges all States to ratify the treaty.", POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE, "Urges", "ratify"},
    {"The Council calls upon Chad to open the road.", POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE, "calls upon",
     "open"},
    {"We recommend that the council publish a map.", POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE,
     "recommend that", "publish"},
    {"We recommend further that the council publishes a map.", POLICY__PATTERN_PERFORMATIVE, POLICY__ADVICE,
     "recommend further that", "publishes"},
    {"Emphasizes the responsibility of all States to end it.", POLICY__PATTERN_NEED, POLICY__OBLIGATION,
     "responsibility", "end"},
    {"Decides to establish a fund.", POLICY__PATTERN_PERFORMATIVE, POLICY__OBLIGATION, "Decides", "establish"},
    {"It is essential that the council publish a map.", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE,
     "It is essential", "publish"},
    {"It is very important to publish a map.", POLICY__PATTERN_ADJECTIVE, POLICY__ADVICE, "It is very important",
     "publish"},
    {"A new map would be useful.", POLICY__PATTERN_EVALUATION, POLICY__SUGGESTION, "would be useful", "new map"},
    {"More nurses are needed.", POLICY__PATTERN_NEED, POLICY__ADVICE, "are needed", "needed"},
    {"There is a need to train more nurses.", POLICY__PATTERN_NEED, POLICY__ADVICE, "need", "train"},
    {"What is needed is a new map.", POLICY__PATTERN_NEED, POLICY__ADVICE, "is needed", "needed"},
    {"Further action is required to protect the coast.", POLICY__PATTERN_NEED, POLICY__ADVICE, "is required", "protect"},
    {"The Board is authorised to close a mine.", POLICY__PATTERN_SEMIMODAL, POLICY__PERMISSION, "is authorised", "close"},
    {"The Board may enter into contracts.", POLICY__PATTERN_MODAL, POLICY__PERMISSION, "may", "enter"},
    {"The council does not need to close the mine.", POLICY__PATTERN_SEMIMODAL, POLICY__PERMISSION, "need to", "close"},
    {"Officials are to close the mine.", POLICY__PATTERN_SEMIMODAL, POLICY__OBLIGATION, "are to", "close"},
};

/* None at all. */
static const char *const none[] = {
    "The mine was closed in May 2016.",
    "The will of the people is strong.",
    "The report recommended nothing new about it.",
    "In 2015 the road opened.",
};

static policy__array words, frames;

static policy_document *find(const char *text, policy__clause *clause) {
  return fixture_frames(text, clause, &words, &frames);
}

static void forget(policy_document *document) {
  policy__array_free(&words);
  policy__array_free(&frames);
  policy_document_unref(document);
}

START_TEST(each_pattern_is_found) {
  policy__clause clause;
  const expected *want = &one[_i];
  policy_document *document = find(want->text, &clause);
  ck_assert_msg(frames.count == 1, "%zu frames in: %s", frames.count, want->text);
  const policy__frame *frame = POLICY__AT(&frames, policy__frame, 0);
  ck_assert_str_eq(policy__pattern_name(frame->pattern), policy__pattern_name(want->pattern));
  ck_assert_int_eq((int)frame->modality, (int)want->modality);
  ck_assert_str_eq(fixture_words(&clause, frame->deontic), want->deontic);
  ck_assert_str_eq(fixture_words(&clause, frame->aim), want->aim);
  forget(document);
}
END_TEST

START_TEST(other_clauses_have_no_frame) {
  policy__clause clause;
  policy_document *document = find(none[_i], &clause);
  ck_assert_msg(frames.count == 0, "a frame in: %s", none[_i]);
  forget(document);
}
END_TEST

START_TEST(coordinated_verbs_are_frames_of_their_own) {
  policy__clause clause;
  policy_document *document = find("Norway should close the mine, restore the river and pay the miners.", &clause);
  const char *const aims[] = {"close", "restore", "pay"}, *const objects[] = {"the mine", "the river", "the miners"};
  ck_assert_uint_eq(frames.count, 3);
  for (uint32_t i = 0; i < 3; i++) {
    const policy__frame *frame = POLICY__AT(&frames, policy__frame, i);
    ck_assert_str_eq(fixture_words(&clause, frame->aim), aims[i]);
    ck_assert_str_eq(fixture_words(&clause, frame->object), objects[i]);
    ck_assert_str_eq(fixture_words(&clause, frame->subject), "Norway");
  }
  forget(document);
}
END_TEST

START_TEST(coordinated_infinitives_are_frames_too) {
  policy__clause clause;
  policy_document *document = find("Urges all parties to respect the law, to share data and to protect civilians.",
                                   &clause);
  const char *const aims[] = {"respect", "share", "protect"};
  ck_assert_uint_eq(frames.count, 3);
  for (uint32_t i = 0; i < 3; i++)
    ck_assert_str_eq(fixture_words(&clause, POLICY__AT(&frames, policy__frame, i)->aim), aims[i]);
  ck_assert_str_eq(fixture_words(&clause, POLICY__AT(&frames, policy__frame, 0)->object), "the law");
  forget(document);
}
END_TEST

START_TEST(two_clauses_keep_their_subjects) {
  policy__clause clause;
  policy_document *document = find("Norway should close the mine and Sweden must open one.", &clause);
  ck_assert_uint_eq(frames.count, 2);
  const policy__frame *first = POLICY__AT(&frames, policy__frame, 0), *second = first + 1;
  ck_assert_str_eq(fixture_words(&clause, first->object), "the mine");
  ck_assert_str_eq(fixture_words(&clause, second->subject), "Sweden");
  forget(document);
}
END_TEST

/* The subject may stand behind its modal. */
START_TEST(inversions_are_read) {
  policy__clause clause;
  policy_document *document = find("Only then should the council close the mine.", &clause);
  ck_assert_uint_eq(frames.count, 1);
  ck_assert_str_eq(fixture_words(&clause, POLICY__AT(&frames, policy__frame, 0)->subject), "the council");
  ck_assert(!POLICY__AT(&frames, policy__frame, 0)->negated);
  forget(document);
  document = find("Under no circumstances should the army enter the mine.", &clause);
  ck_assert_uint_eq(frames.count, 1);
  ck_assert_str_eq(fixture_words(&clause, POLICY__AT(&frames, policy__frame, 0)->subject), "the army");
  ck_assert(POLICY__AT(&frames, policy__frame, 0)->negated);
  forget(document);
}
END_TEST

START_TEST(a_clause_that_begins_with_its_modal_is_a_condition) {
  policy__clause clause;
  policy_document *document = find("Should the talks fail, the council must close the mine.", &clause);
  ck_assert_uint_eq(frames.count, 2);
  ck_assert(POLICY__AT(&frames, policy__frame, 0)->subordinate);
  ck_assert_str_eq(fixture_words(&clause, POLICY__AT(&frames, policy__frame, 1)->subject), "the council");
  ck_assert_str_eq(fixture_adjunct(&clause, &POLICY__AT(&frames, policy__frame, 1)->conditions), "Should the talks fail");
  forget(document);
}
END_TEST

START_TEST(not_only_denies_nothing) {
  policy__clause clause;
  policy_document *document = find("Donors should not only pay more but also ask less.", &clause);
  ck_assert_uint_ge(frames.count, 1);
  ck_assert(!POLICY__AT(&frames, policy__frame, 0)->negated);
  forget(document);
  document = find("Donors should not only pay.", &clause);
  ck_assert(!POLICY__AT(&frames, policy__frame, 0)->negated);
  forget(document);
  document = find("Donors should not simply pay.", &clause);
  ck_assert(POLICY__AT(&frames, policy__frame, 0)->negated);
  forget(document);
}
END_TEST

START_TEST(urging_goes_on_behind_and_further) {
  policy__clause clause;
  policy_document *document = find("Invites States to share data, and further requests the Secretary-General to report.", &clause);
  ck_assert_uint_eq(frames.count, 2);
  ck_assert_str_eq(fixture_words(&clause, POLICY__AT(&frames, policy__frame, 0)->object), "data");
  ck_assert_str_eq(fixture_words(&clause, POLICY__AT(&frames, policy__frame, 1)->subject), "the Secretary-General");
  forget(document);
}
END_TEST

START_TEST(nouns_that_are_urged_are_frames_each) {
  policy__clause clause;
  policy_document *document = find("We recommend the closure of the mine and the creation of a fund.", &clause);
  ck_assert_uint_eq(frames.count, 2);
  ck_assert_str_eq(fixture_words(&clause, POLICY__AT(&frames, policy__frame, 0)->aim), "closure");
  ck_assert_str_eq(fixture_words(&clause, POLICY__AT(&frames, policy__frame, 1)->aim), "creation");
  forget(document);
}
END_TEST

START_TEST(an_imperative_begins_with_its_verb) {
  policy__clause clause;
  policy__frame frame;
  policy_document *document = find("Publish the list by May.", &clause);
  ck_assert(policy__frame_imperative(&clause, (policy__range){0, clause.count}, &frame));
  ck_assert_str_eq(fixture_words(&clause, frame.aim), "Publish");
  ck_assert_str_eq(fixture_words(&clause, frame.object), "the list");
  ck_assert(!policy__frame_imperative(&clause, (policy__range){1, clause.count}, &frame));
  forget(document);
}
END_TEST

Suite *suite_frame(void) {
  Suite *suite = suite_create("frame");
  TCase *test = tcase_create("frame");
  tcase_add_loop_test(test, each_pattern_is_found, 0, sizeof one / sizeof *one);
  tcase_add_loop_test(test, other_clauses_have_no_frame, 0, sizeof none / sizeof *none);
  tcase_add_test(test, coordinated_verbs_are_frames_of_their_own);
  tcase_add_test(test, coordinated_infinitives_are_frames_too);
  tcase_add_test(test, two_clauses_keep_their_subjects);
  tcase_add_test(test, inversions_are_read);
  tcase_add_test(test, a_clause_that_begins_with_its_modal_is_a_condition);
  tcase_add_test(test, not_only_denies_nothing);
  tcase_add_test(test, urging_goes_on_behind_and_further);
  tcase_add_test(test, nouns_that_are_urged_are_frames_each);
  tcase_add_test(test, an_imperative_begins_with_its_verb);
  suite_add_tcase(suite, test);
  return suite;
}
