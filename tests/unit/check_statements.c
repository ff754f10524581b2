/* The walk through a document: headings, lead-ins, lists and labels. */
#include <check.h>
#include <string.h>

#include "extract_fixture.h"

static const char *addressee(policy_recommendation recommendation) {
  return fixture_text(policy_actor_name(policy_recommendation_actor(recommendation, POLICY_PARTY_ADDRESSEE, 0)));
}

static policy_statement statement_of(const policy_document *document, uint32_t n) {
  return policy_recommendation_statement(policy_document_recommendation(document, n));
}

START_TEST(a_lead_in_gives_its_deontic_to_the_list) {
  policy_document *document = fixture_analyse("Norway must:\n\n- close the mine;\n- pay the miners;\n- restore the river.\n");
  ck_assert_uint_eq(policy_document_recommendation_count(document), 3);
  for (uint32_t i = 0; i < 3; i++) {
    policy_recommendation recommendation = policy_document_recommendation(document, i);
    ck_assert_str_eq(addressee(recommendation), "Norway");
    ck_assert(policy_recommendation_is_addressee_implicit(recommendation));
    ck_assert_int_eq((int)policy_recommendation_force(recommendation), POLICY_FORCE_MUST);
    ck_assert_str_eq(fixture_role(statement_of(document, i), POLICY_ROLE_DEONTIC, 0), "must");
    ck_assert(policy_component_is_inferred(policy_statement_role(statement_of(document, i),
                                                                 POLICY_ROLE_ATTRIBUTE, 0)));
  }
  ck_assert_str_eq(fixture_role(statement_of(document, 1), POLICY_ROLE_DIRECT_OBJECT, 0), "the miners");
  policy_document_unref(document);
}
END_TEST

START_TEST(imperatives_count_under_recommendations_alone) {
  policy_document *document = fixture_analyse("Recommendations\n\n1. Publish the list of mines.\n\n"
                                              "2. Train the inspectors.\n\nBackground\n\n"
                                              "Visit the web site of the agency for more.\n");
  ck_assert_uint_eq(policy_document_recommendation_count(document), 2);
  ck_assert_str_eq(fixture_role(statement_of(document, 0), POLICY_ROLE_AIM, 0), "Publish");
  ck_assert_str_eq(fixture_role(statement_of(document, 1), POLICY_ROLE_AIM, 0), "Train");
  policy_document_unref(document);
}
END_TEST

START_TEST(a_label_stays_with_what_follows) {
  policy_document *document = fixture_analyse("Recommendation 3: Norway should close the mine.");
  ck_assert_uint_eq(policy_document_recommendation_count(document), 1);
  policy_recommendation recommendation = policy_document_recommendation(document, 0);
  ck_assert_str_eq(fixture_text(policy_recommendation_label(recommendation)), "Recommendation 3");
  ck_assert_str_eq(addressee(recommendation), "Norway");
  policy_document_unref(document);
}
END_TEST

START_TEST(every_statement_knows_its_sentence) {
  policy_document *document = fixture_analyse("The mine is old. Norway should close it.");
  policy_statement statement = policy_document_statement(document, 0);
  ck_assert_uint_eq(policy_statement_sentence(statement).id, 1);
  policy_span whole = policy_sentence_span(policy_statement_sentence(statement));
  policy_span span = policy_statement_span(statement);
  ck_assert_uint_ge(span.begin, whole.begin);
  ck_assert_uint_le(span.end, whole.end);
  policy_document_unref(document);
}
END_TEST

START_TEST(a_thousand_coordinated_verbs_stay_bounded) {
  static char text[40000] = "Norway should remove it";
  size_t size = strlen(text);
  for (int i = 0; i < 1000; i++) {
    memcpy(text + size, " and remove it", 14);
    size += 14;
  }
  policy_document *document = fixture_analyse(text);
  ck_assert_uint_ge(policy_document_recommendation_count(document), 50);
  policy_document_unref(document);
}
END_TEST

Suite *suite_statements(void) {
  Suite *suite = suite_create("statements");
  TCase *test = tcase_create("statements");
  tcase_add_test(test, a_lead_in_gives_its_deontic_to_the_list);
  tcase_add_test(test, imperatives_count_under_recommendations_alone);
  tcase_add_test(test, a_label_stays_with_what_follows);
  tcase_add_test(test, every_statement_knows_its_sentence);
  tcase_add_test(test, a_thousand_coordinated_verbs_stay_bounded);
  suite_add_tcase(suite, test);
  return suite;
}
