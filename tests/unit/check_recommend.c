/* Which statements are recommendations: force, voice, and the actors around. */
#include <check.h>

#include "extract_fixture.h"

static policy_recommendation first(const policy_document *document) {
  return policy_document_recommendation(document, 0);
}

static const char *party(const policy_document *document, policy_party kind, uint32_t n) {
  return fixture_text(policy_actor_name(policy_recommendation_actor(first(document), kind, n)));
}

static const struct {
  const char *text, *force;
} forces[] = {
    {"Norway must close the mine.", "must"},         {"Norway should close the mine.", "should"},
    {"Norway must not close the mine.", "must_not"}, {"Norway should not close the mine.", "should_not"},
    {"Norway may wish to close the mine.", "could"}, {"Norway should consider closing it.", "could"},
    {"Urges Norway to close the mine.", "should"},   {"Norway needs to close the mine.", "should"},
    {"Norway cannot afford to close the mine.", "should_not"},
    {"Recalling its report, and calling on Norway to close the mine,", "should"},
    {"We identified the need for Norway to better use its mines.", "should"},
    {"It is of great importance that Norway close the mine.", "should"},
    {"Norway is prompted to close the mine.", "should"},
    {"The bill would require Norway to close the mine.", "must"},
    {"I would like to ask Norway to close the mine.", "should"},
    {"The onus is on Norway to close the mine.", "should"},
};

START_TEST(force_follows_the_deontic) {
  policy_document *document = fixture_analyse(forces[_i].text);
  ck_assert_uint_eq(policy_document_recommendation_count(document), 1);
  ck_assert_str_eq(policy_force_name(policy_recommendation_force(first(document))), forces[_i].force);
  ck_assert_str_eq(party(document, POLICY_PARTY_ADDRESSEE, 0), "Norway");
  policy_document_unref(document);
}
END_TEST

/* Statements that ask for nothing. */
static const char *const silent[] = {
    "Norway may close the mine.",
    "Norway will close the mine.",
    "A notice is sent where the owner cannot be found.",
    "Norway could close the mine.",
    "Norway might lose the mine.",
    "This strategy encourages stability in the region.",
    "Norway should have closed the mine.",
    "Should Norway close the mine?",
    "If Norway should close the mine, prices rise.",
    "It should be noted that the mine is old.",
    "This Regulation shall enter into force on 1 May.",
    "\"Vessel\" shall mean any ship.",
    "The Board asks whether Norway should close the mine.",
    "The paper shows how Norway should close the mine.",
    "I asked the owner to close the mine.",
    "The data suggest a decline of the mines.",
    "Miners have to walk for an hour.",
    "Welcoming the report of the mine,",
    "Stressing the importance of the Commission,",
};

START_TEST(these_are_no_recommendations) {
  policy_document *document = fixture_analyse(silent[_i]);
  ck_assert_msg(policy_document_recommendation_count(document) == 0, "%s", silent[_i]);
  policy_document_unref(document);
}
END_TEST

START_TEST(constitutive_statements_have_their_own_components) {
  policy_document *document = fixture_analyse("This Regulation shall enter into force on 1 May.");
  policy_statement statement = policy_document_statement(document, 0);
  ck_assert_int_eq((int)policy_statement_type_of(statement), POLICY_STATEMENT_CONSTITUTIVE);
  ck_assert_str_eq(fixture_role(statement, POLICY_ROLE_ENTITY, 0), "This Regulation");
  ck_assert_str_eq(fixture_role(statement, POLICY_ROLE_MODAL, 0), "shall");
  ck_assert_str_eq(fixture_role(statement, POLICY_ROLE_AIM, 0), "");
  policy_document_unref(document);
}
END_TEST

/* "Shall" binds those who can act; of things it says what they are. */
static const struct {
  const char *text;
  policy_statement_type type;
} binding[] = {
    {"The register of mines shall contain all permits.", POLICY_STATEMENT_CONSTITUTIVE},
    {"The levy on ore shall be two per cent.", POLICY_STATEMENT_CONSTITUTIVE},
    {"The owner of a mine shall be liable for it.", POLICY_STATEMENT_REGULATIVE},
    {"Four of the members shall serve for a year.", POLICY_STATEMENT_REGULATIVE},
    {"It shall state the reasons.", POLICY_STATEMENT_REGULATIVE},
    {"The notice must state the reasons.", POLICY_STATEMENT_REGULATIVE},
    {"Norway shall remain a member.", POLICY_STATEMENT_REGULATIVE},
};

START_TEST(shall_binds_those_who_can_act) {
  policy_document *document = fixture_analyse(binding[_i].text);
  ck_assert_int_eq((int)policy_statement_type_of(policy_document_statement(document, 0)), (int)binding[_i].type);
  policy_document_unref(document);
}
END_TEST

START_TEST(partners_and_targets_are_told_apart) {
  policy_document *document =
      fixture_analyse("In cooperation with Sweden, Norway should impose sanctions on Russia.");
  ck_assert_uint_eq(policy_document_recommendation_count(document), 1);
  ck_assert_str_eq(party(document, POLICY_PARTY_ADDRESSEE, 0), "Norway");
  ck_assert_str_eq(party(document, POLICY_PARTY_PARTNER, 0), "Sweden");
  ck_assert_str_eq(party(document, POLICY_PARTY_TARGET, 0), "Russia");
  policy_document_unref(document);
}
END_TEST

/* For whom: behind "for", by their rights and needs, as recipients; nobody who is to act or to be pressed. */
static const struct {
  const char *text, *beneficiary;
} profits[] = {
    {"Norway should provide shelter for refugees.", "refugees"},
    {"Norway must protect the rights of women.", "women"},
    {"Norway should support Sweden against Russia.", "Sweden"},
    {"Norway should give patients a voice.", "patients"},
    {"Norway should act on behalf of Denmark.", "Denmark"},
    {"Norway should wait for Sweden to act.", ""},
    {"Norway should not protect Russia.", ""},
    {"Norway should close the mine.", ""},
};

START_TEST(some_profit) {
  policy_document *document = fixture_analyse(profits[_i].text);
  ck_assert_uint_eq(policy_document_recommendation_count(document), 1);
  ck_assert_str_eq(party(document, POLICY_PARTY_BENEFICIARY, 0), profits[_i].beneficiary);
  policy_document_unref(document);
}
END_TEST

START_TEST(what_others_say_is_reported) {
  policy_document *document = fixture_analyse("Brazil urged Norway to close the mine.");
  ck_assert_uint_eq(policy_document_recommendation_count(document), 1);
  ck_assert_int_eq((int)policy_recommendation_voice(first(document)), POLICY_VOICE_REPORTED);
  ck_assert_str_eq(fixture_text(policy_actor_name(policy_recommendation_speaker(first(document)))), "Brazil");
  policy_document_unref(document);
  document = fixture_analyse("Brazil said that Norway should close the mine.");
  ck_assert_int_eq((int)policy_recommendation_voice(first(document)), POLICY_VOICE_REPORTED);
  policy_document_unref(document);
}
END_TEST

START_TEST(purposes_and_reasons_come_with_it) {
  policy_document *document =
      fixture_analyse("Norway should close the mine so that the river recovers, because fish are dying.");
  ck_assert_uint_eq(policy_recommendation_purpose_count(first(document)), 1);
  ck_assert_uint_eq(policy_recommendation_reason_count(first(document)), 1);
  ck_assert_str_eq(fixture_text(policy_component_text(policy_recommendation_reason(first(document), 0))),
                   "because fish are dying");
  ck_assert_str_eq(fixture_text(policy_recommendation_why(first(document))), "modal");
  ck_assert(policy_recommendation_confidence(first(document)) > 0);
  policy_document_unref(document);
}
END_TEST

START_TEST(a_pronoun_goes_back_to_the_last_addressee) {
  policy_document *document = fixture_analyse("Norway should close the mine. It should also pay the miners.");
  policy_recommendation second = policy_document_recommendation(document, 1);
  ck_assert_str_eq(fixture_text(policy_actor_name(policy_recommendation_actor(second, POLICY_PARTY_ADDRESSEE, 0))),
                   "Norway");
  ck_assert(!policy_recommendation_is_addressee_implicit(second));
  policy_document_unref(document);
}
END_TEST

Suite *suite_recommend(void) {
  Suite *suite = suite_create("recommend");
  TCase *test = tcase_create("recommend");
  tcase_add_loop_test(test, force_follows_the_deontic, 0, sizeof forces / sizeof *forces);
  tcase_add_loop_test(test, these_are_no_recommendations, 0, sizeof silent / sizeof *silent);
  tcase_add_test(test, constitutive_statements_have_their_own_components);
  tcase_add_loop_test(test, shall_binds_those_who_can_act, 0, sizeof binding / sizeof *binding);
  tcase_add_test(test, partners_and_targets_are_told_apart);
  tcase_add_loop_test(test, some_profit, 0, sizeof profits / sizeof *profits);
  tcase_add_test(test, what_others_say_is_reported);
  tcase_add_test(test, purposes_and_reasons_come_with_it);
  tcase_add_test(test, a_pronoun_goes_back_to_the_last_addressee);
  suite_add_tcase(suite, test);
  return suite;
}
