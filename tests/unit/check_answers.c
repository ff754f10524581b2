/* Instruments, topics and responses of recommendations. */
#include <check.h>
#include <string.h>

#include "extract_fixture.h"

static const struct {
  const char *text, *instrument, *topic;
} matters[] = {
    {"Norway should impose sanctions on the bank.", "sanctions", "15 Domestic Commerce"},
    {"The Minister should amend the law on prisons.", "legislation", "12 Law and Crime"},
    {"The Ministry should train teachers in rural schools.", "training", "6 Education"},
    {"Norway should ratify the Convention.", "treaty", "19 International Affairs"},
    {"The agency must publish the vaccination data of each hospital.", "information", "3 Health"},
    {"Norway should deploy the missiles.", "military", "16 Defense"},
    {"Somebody should wait.", "", ""},
};

START_TEST(means_and_matters) {
  policy_document *document = fixture_analyse(matters[_i].text);
  ck_assert_uint_eq(policy_document_recommendation_count(document), 1);
  policy_recommendation recommendation = policy_document_recommendation(document, 0);
  ck_assert_str_eq(fixture_text(policy_recommendation_instrument(recommendation)), matters[_i].instrument);
  ck_assert_str_eq(fixture_text(policy_recommendation_topic(recommendation)), matters[_i].topic);
  policy_document_unref(document);
}
END_TEST

START_TEST(a_document_settles_what_one_sentence_leaves_open) {
  policy_document *document = fixture_analyse("Hospitals need doctors. Patients wait, and nurses leave the hospital. "
                                              "The Minister should act.");
  policy_recommendation recommendation =
      policy_document_recommendation(document, policy_document_recommendation_count(document) - 1);
  ck_assert_str_eq(fixture_text(policy_recommendation_topic(recommendation)), "3 Health");
  policy_document_unref(document);
}
END_TEST

static void status_is(const policy_document *document, uint32_t n, const char *status) {
  ck_assert_uint_gt(policy_document_recommendation_count(document), n);
  policy_recommendation recommendation = policy_document_recommendation(document, n);
  ck_assert_str_eq(fixture_text(policy_recommendation_status(recommendation)), status);
}

START_TEST(lead_ins_answer_for_their_lists) {
  policy_document *document = fixture_analyse("RECOMMENDATIONS\n\n80. The recommendations listed below enjoy the support of Peru:\n\n"
                                              "80.1. Ratify the Convention (Mexico);\n\n80.2. Publish the list (France).\n\n"
                                              "81. The following recommendations will be examined by Peru:\n\n"
                                              "81.1. Abolish the tax (Norway).\n\n"
                                              "82. The recommendations below did not enjoy the support of Peru:\n\n"
                                              "82.1. Close the mines (Ghana).\n\nOther matters\n\nPeru should open a port.\n");
  status_is(document, 0, "accepted");
  status_is(document, 1, "accepted");
  status_is(document, 2, "pending");
  status_is(document, 3, "rejected");
  status_is(document, policy_document_recommendation_count(document) - 1, "");
  policy_document_unref(document);
}
END_TEST

static const struct {
  const char *text, *status;
} answers[] = {
    {"Norway should close the mine. The Government accepts this recommendation.", "accepted"},
    {"Norway should close the mine. The Government accepts the recommendation in part.", "partially accepted"},
    {"Norway should close the mine. The Government cannot accept this recommendation.", "rejected"},
    {"Norway should close the mine. The Government rejects this recommendation.", "rejected"},
    {"Norway should close the mine. Accepted.", "accepted"},
    {"Norway should close the mine. The miners accept lower wages.", ""},
    {"Norway should close the mine. The Committee made three recommendations.", ""},
};

START_TEST(sentences_answer_the_recommendation_before_them) {
  policy_document *document = fixture_analyse(answers[_i].text);
  status_is(document, 0, answers[_i].status);
  policy_document_unref(document);
}
END_TEST

Suite *suite_answers(void) {
  Suite *suite = suite_create("answers");
  TCase *tests = tcase_create("answers");
  tcase_add_loop_test(tests, means_and_matters, 0, sizeof matters / sizeof *matters);
  tcase_add_test(tests, a_document_settles_what_one_sentence_leaves_open);
  tcase_add_test(tests, lead_ins_answer_for_their_lists);
  tcase_add_loop_test(tests, sentences_answer_the_recommendation_before_them, 0, sizeof answers / sizeof *answers);
  suite_add_tcase(suite, tests);
  return suite;
}
