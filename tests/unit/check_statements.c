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

START_TEST(what_is_said_in_a_debate_is_reported) {
  policy_document *document = fixture_analyse("MR. SPEAKER.- Order!\n\nHON. M. K. LAKE (Norway).- Norway should close the mine.\n\n"
                                              "It should pay the miners.\n\nThe President: Norway must wait.\n");
  static const char *const speakers[] = {"M. K. LAKE", "M. K. LAKE"};
  ck_assert_uint_eq(policy_document_recommendation_count(document), 3);
  for (uint32_t i = 0; i < 3; i++) {
    policy_recommendation recommendation = policy_document_recommendation(document, i);
    ck_assert_int_eq((int)policy_recommendation_voice(recommendation), POLICY_VOICE_REPORTED);
    if (i < 2) ck_assert_str_eq(fixture_text(policy_actor_name(policy_recommendation_speaker(recommendation))), speakers[i]);
  }
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

/* Who stands in brackets behind a demand makes it; a short name in brackets makes none. */
START_TEST(demands_are_signed) {
  policy_document *document = fixture_analyse("RECOMMENDATIONS\n\n1. Ratify the Convention (Mexico, Peru);\n\n"
                                              "2. That Chile share its experience (Sudan); Increasing aid to farmers "
                                              "(the Netherlands);\n\n3. The Ministry of Works (MoW) met the owners.\n");
  static const struct {
    const char *speaker, *addressee, *aim;
  } signed_demands[] = {{"Mexico", "", "Ratify"}, {"Sudan", "Chile", "share"}, {"Netherlands", "", "Increasing"}};
  ck_assert_uint_eq(policy_document_recommendation_count(document), 3);
  for (uint32_t i = 0; i < 3; i++) {
    policy_recommendation demand = policy_document_recommendation(document, i);
    ck_assert_str_eq(fixture_text(policy_recommendation_why(demand)), "signed");
    ck_assert_int_eq(policy_recommendation_voice(demand), POLICY_VOICE_REPORTED);
    ck_assert_str_eq(fixture_text(policy_actor_name(policy_recommendation_speaker(demand))), signed_demands[i].speaker);
    policy_statement statement = policy_recommendation_statement(demand);
    ck_assert_str_eq(fixture_role(statement, POLICY_ROLE_AIM, 0), signed_demands[i].aim);
    if (*signed_demands[i].addressee != '\0')
      ck_assert_str_eq(fixture_role(statement, POLICY_ROLE_ATTRIBUTE, 0), signed_demands[i].addressee);
  }
  policy_document_unref(document);
}
END_TEST

/* A paragraph may begin with an order; what points readers elsewhere is none. */
START_TEST(orders_begin_paragraphs) {
  policy_document *document = fixture_analyse("Strengthen the laws that protect miners.\n\nSee the annex for a list.\n\n"
                                              "The mine is old. Close it soon. Look at it.\n");
  ck_assert_uint_eq(policy_document_recommendation_count(document), 2);
  ck_assert_uint_eq(policy_recommendation_specificity(policy_document_recommendation(document, 0)), 4);
  policy_document_unref(document);
}
END_TEST

static const struct {
  const char *text;
  uint32_t specificity;
} acts[] = {{"Norway should request advice from Sweden.", 1}, {"Norway should continue its work on mines.", 2},
            {"Norway should consider closing the mine.", 3},  {"Norway should improve the mines.", 4},
            {"Norway should ratify the treaty.", 5},          {"The treaty should be ratified by Norway.", 5}};

START_TEST(acts_differ_in_how_specific_they_are) {
  policy_document *document = fixture_analyse(acts[_i].text);
  ck_assert_uint_eq(policy_document_recommendation_count(document), 1);
  ck_assert_uint_eq(policy_recommendation_specificity(policy_document_recommendation(document, 0)), acts[_i].specificity);
  policy_document_unref(document);
}
END_TEST

/* What the tree tells of objects. */
static const struct {
  const char *text, *object, *purpose;
} objects[] = {
    {"Norway should take steps to protect the miners of the north.", "steps", "to protect the miners of the north"},
    {"Norway should take into account the needs of miners.", "the needs of miners", ""},
    {"Norway should resume the work once the talks have ended.", "the work", ""},
    {"The evaluation should be long enough.", "The evaluation", ""},
};

START_TEST(objects_end_where_a_clause_begins) {
  policy_document *document = fixture_analyse(objects[_i].text);
  ck_assert_uint_eq(policy_document_recommendation_count(document), 1);
  policy_recommendation asked = policy_document_recommendation(document, 0);
  ck_assert_str_eq(fixture_role(policy_recommendation_statement(asked), POLICY_ROLE_DIRECT_OBJECT, 0), objects[_i].object);
  policy_string purpose = policy_component_text(policy_recommendation_purpose(asked, 0));
  ck_assert_str_eq(fixture_text(purpose), objects[_i].purpose);
  policy_document_unref(document);
}
END_TEST

/* Who belongs to which state, and to which sector. */
START_TEST(bodies_and_persons_belong_to_states) {
  policy_document *document =
      fixture_analyse("South African President Cyril Ramaphosa met Russia's Foreign Minister Sergey Lavrov. The Government of "
                      "Iraq and the Chilean Ministry of Works agreed. They spoke of Iraq and Russia.");
  static const struct {
    const char *from, *kind, *to, *sector;
  } belongs[] = {{"Cyril Ramaphosa", "affiliated_with", "South Africa", "GOV"},
                 {"Sergei Lavrov", "affiliated_with", "Russia", "GOV"},
                 {"Government of Iraq", "government_of", "Iraq", "GOV"},
                 {"Chilean Ministry of Works", "government_of", "Chile", "GOV"}};
  ck_assert_uint_eq(policy_document_relation_count(document), 4);
  for (uint32_t i = 0; i < 4; i++) {
    policy_relation relation = policy_document_relation(document, i);
    bool found = false;
    for (size_t k = 0; k < 4; k++)
      found |= strcmp(fixture_text(policy_actor_name(policy_relation_from(relation))), belongs[k].from) == 0 &&
               strcmp(fixture_text(policy_actor_name(policy_relation_to(relation))), belongs[k].to) == 0 &&
               strcmp(fixture_text(policy_relation_kind(relation)), belongs[k].kind) == 0 &&
               strcmp(fixture_text(policy_actor_code(policy_relation_from(relation), "plover")), belongs[k].sector) == 0;
    ck_assert_msg(found, "relation %u", i);
  }
  policy_document_unref(document);
}
END_TEST

/* A word that two states share tells of neither. */
START_TEST(a_shared_name_makes_no_relation) {
  policy_document *document = fixture_analyse("North Korea and South Korea met. The Gardeners' Party of Korea was there, and so was "
                                              "the General Association of Korean Residents in Japan.");
  ck_assert_uint_eq(policy_document_relation_count(document), 0);
  policy_document_unref(document);
}
END_TEST

/* The phrase that a role heads, by the tree: compounds and adjectives are in it, articles and clauses are not. */
START_TEST(roles_have_phrases) {
  policy_document *document =
      fixture_analyse("The local water authorities should meet. The school day should be short. All of the farmers who grow "
                      "rice must pay, and the school boards should help them.");
  static const char *const phrases[] = {"local water authorities", "farmers", "school boards"};
  uint32_t found = 0;
  for (uint32_t i = 0; i < policy_document_actor_count(document); i++)
    for (size_t k = 0; k < 3; k++)
      found += strcmp(fixture_text(policy_document_slice(
                          document, policy_actor_mention_span(policy_document_actor(document, i), 0))),
                      phrases[k]) == 0;
  ck_assert_uint_eq(found, 3);
  policy_document_unref(document);
}
END_TEST

Suite *suite_statements(void) {
  Suite *suite = suite_create("statements");
  TCase *test = tcase_create("statements");
  tcase_add_test(test, a_lead_in_gives_its_deontic_to_the_list);
  tcase_add_test(test, imperatives_count_under_recommendations_alone);
  tcase_add_test(test, a_label_stays_with_what_follows);
  tcase_add_test(test, what_is_said_in_a_debate_is_reported);
  tcase_add_test(test, every_statement_knows_its_sentence);
  tcase_add_test(test, a_thousand_coordinated_verbs_stay_bounded);
  tcase_add_test(test, bodies_and_persons_belong_to_states);
  tcase_add_test(test, a_shared_name_makes_no_relation);
  tcase_add_test(test, roles_have_phrases);
  tcase_add_test(test, demands_are_signed);
  tcase_add_test(test, orders_begin_paragraphs);
  tcase_add_loop_test(test, acts_differ_in_how_specific_they_are, 0, (int)(sizeof acts / sizeof *acts));
  tcase_add_loop_test(test, objects_end_where_a_clause_begins, 0, (int)(sizeof objects / sizeof *objects));
  suite_add_tcase(suite, test);
  return suite;
}
