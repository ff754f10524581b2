/* What trees correct and add: verbs apart from their modal, joined verbs, adverbials, subjects, whom it is meant for. */
#include <check.h>
#include <string.h>

#include "extract_fixture.h"

/* One sentence and a component of the statement that its n-th recommendation rests on. */
typedef struct component_case {
  const char *text;
  uint32_t recommendation;
  policy_role role;
  uint32_t n;
  const char *words;
} component_case;

static const component_case cases[] = {
    {"The Minister must by order close the mine.", 0, POLICY_ROLE_AIM, 0, "close"},
    {"The Minister must by order close the mine.", 0, POLICY_ROLE_EXECUTION_CONSTRAINT, 0, "by order"},
    {"An operator must not, in relation to the lease of a mine, threaten a tenant.", 0, POLICY_ROLE_AIM, 0, "threaten"},
    {"The records should be rigorously and independently inspected.", 0, POLICY_ROLE_AIM, 0, "inspected"},
    {"The records should be rigorously and independently inspected.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "The records"},
    {"Norway should urgently inspect the mine.", 0, POLICY_ROLE_EXECUTION_CONSTRAINT, 0, "urgently"},
    {"Norway should inspect the mine for a year.", 0, POLICY_ROLE_EXECUTION_CONSTRAINT, 0, "for a year"},
    {"Norway should only inspect the mine.", 0, POLICY_ROLE_EXECUTION_CONSTRAINT, 0, ""},
    {"If the mine floods, we urge Norway to close it.", 0, POLICY_ROLE_ACTIVATION_CONDITION, 0, "If the mine floods"},
    {"It is essential that the miners are paid.", 0, POLICY_ROLE_AIM, 0, "paid"},
    {"Further invites Norway to submit a report.", 0, POLICY_ROLE_AIM, 0, "submit"},
    {"Urges Norway to publish the list, and further requests Sweden to close the mine.", 1, POLICY_ROLE_AIM, 0, "close"},
    {"Urges Norway to publish the list, and further requests Sweden to close the mine.", 0, POLICY_ROLE_DIRECT_OBJECT, 0,
     "the list"},
    {"More work is needed to map the mines.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "the mines"},
    {"The Board must check the stocks once a year and publish what it finds.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "the stocks"},
    {"The Board must check the stocks once a year and publish what it finds.", 1, POLICY_ROLE_AIM, 0, "publish"},
    {"The Minister must\xE2\x80\x94(a) publish the list; and (b) inform Norway.", 0, POLICY_ROLE_AIM, 0, "publish"},
    {"The manager must send to all tenants a notice of the works.", 0, POLICY_ROLE_DIRECT_OBJECT, 0,
     "a notice of the works"},
    {"The manager must send to all tenants a notice of the works.", 0, POLICY_ROLE_INDIRECT_OBJECT, 0, "all tenants"},
    {"The mine must report to the Ministry of Labour each year.", 0, POLICY_ROLE_INDIRECT_OBJECT, 0,
     "the Ministry of Labour"},
    {"The ban must extend to small boats.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "to small boats"},
    {"Norway must fully respect the border.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "the border"},
    {"Norway should set out clearly what it wants.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "what it wants"},
    {"Norway should set out clearly what it wants.", 0, POLICY_ROLE_EXECUTION_CONSTRAINT, 0, "clearly"},
    {"Norway must check the following mines.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "the following mines"},
    {"Work should proceed where the ground is safe.", 0, POLICY_ROLE_ACTIVATION_CONDITION, 0,
     "where the ground is safe"},
    {"The Ministry must check the mines once a year.", 0, POLICY_ROLE_ACTIVATION_CONDITION, 0, ""},
    {"Norway should publish guidance for mines on how to act if a pit floods.", 0, POLICY_ROLE_ACTIVATION_CONDITION, 0,
     ""},
    {"The Ministry must follow the rules adopted by the Storting.", 0, POLICY_ROLE_DIRECT_OBJECT, 0,
     "the rules adopted by the Storting"},
    {"Norway should close the old mines (paragraph 4.3).", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "the old mines"},
    {"More work is needed to map the mines.", 0, POLICY_ROLE_AIM, 0, "map"},
    {"Norway should as soon as possible close the mine.", 0, POLICY_ROLE_EXECUTION_CONSTRAINT, 0, "as soon as possible"},
    {"Wherever practicable managers should obtain three estimates.", 0, POLICY_ROLE_ATTRIBUTE, 0, "managers"},
    {"Wherever practicable managers should obtain three estimates.", 0, POLICY_ROLE_ACTIVATION_CONDITION, 0, "Wherever practicable"},
    {"The Board must train the miners so that at least half of them know the law.", 0, POLICY_ROLE_EXECUTION_CONSTRAINT, 0, ""},
    {"Mines listed in Annex II shall pay a levy.", 0, POLICY_ROLE_ATTRIBUTE, 0, "Mines listed in Annex II"},
    {"I would suggest a review of the rules.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "the rules"},
    {"The mine must be given notice of the visit within ten days.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "notice of the visit"},
    {"The mine must be given notice of the visit within ten days.", 0, POLICY_ROLE_INDIRECT_OBJECT, 0, "The mine"},
    {"Members must be chosen by a public vote.", 0, POLICY_ROLE_ATTRIBUTE, 0, ""},
    {"Members must be chosen by a public vote.", 0, POLICY_ROLE_EXECUTION_CONSTRAINT, 0, "by a public vote"},
    {"Norway should be asking for more.", 0, POLICY_ROLE_AIM, 0, "be asking"},
    {"The mine must be closed.", 0, POLICY_ROLE_AIM, 0, "be closed"},
    {"Close down all mines and pay the miners.", 1, POLICY_ROLE_AIM, 0, "pay"},
    {"Fully and immediately close all mines.", 0, POLICY_ROLE_AIM, 0, "close"},
    {"Take up the offer that Norway can make.", 0, POLICY_ROLE_AIM, 0, "Take up"},
    {"When a permit lapses, notify the owner in writing.", 0, POLICY_ROLE_AIM, 0, "notify"},
    {"There must be a register of mines.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "a register of mines"},
    {"Providers of state-funded care should publish a list.", 0, POLICY_ROLE_ATTRIBUTE, 0, "Providers of state-funded care"},
    {"The Office identified the need to train the miners.", 0, POLICY_ROLE_ATTRIBUTE, 0, "The Office"},
    {"Norway should make sure that the mine is closed.", 0, POLICY_ROLE_AIM, 0, "make sure"},
    {"A duty to pay applies to vendors.", 0, POLICY_ROLE_ATTRIBUTE, 0, "vendors"},
    {"A person commits an offence by knowingly selling a mine.", 0, POLICY_ROLE_AIM, 0, "selling"},
    {"A driver commits an offence if the driver fails to stop.", 0, POLICY_ROLE_AIM, 0, "fails"},
    {"The Board must not, in relation to a mine, pay a fee.", 0, POLICY_ROLE_AIM, 0, "pay"},
    {"Norway should notify the miners of the works.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "the works"},
    {"Norway should notify the miners of the works.", 0, POLICY_ROLE_INDIRECT_OBJECT, 0, "the miners"},
    {"Norway should set out in writing how it will pay.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "how it will pay"},
    {"The plan should contribute to closing the mine.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "to closing the mine"},
    {"The talks must be in two stages.", 0, POLICY_ROLE_EXECUTION_CONSTRAINT, 0, "in two stages"},
    {"The plan should include: a list of mines.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "a list of mines"},
    {"Norway should work towards a ban on mines.", 0, POLICY_ROLE_DIRECT_OBJECT, 0, "towards a ban on mines"},
    {"Decides to meet in May, and stresses that Norway must pay.", 0, POLICY_ROLE_EXECUTION_CONSTRAINT, 0, "in May"},
    {"Noting the need to close the mine, Recognizing the need to pay the miners,", 1, POLICY_ROLE_AIM, 0, "pay"},
};

START_TEST(trees_find_components) {
  const component_case *c = &cases[_i];
  policy_document *document = fixture_analyse(c->text);
  ck_assert_msg(policy_document_recommendation_count(document) > c->recommendation, "%s", c->text);
  policy_statement statement =
      policy_recommendation_statement(policy_document_recommendation(document, c->recommendation));
  ck_assert_str_eq(fixture_role(statement, c->role, c->n), c->words);
  policy_document_unref(document);
}
END_TEST

static const struct {
  const char *text;
  uint32_t recommendation;
  const char *addressee; /* "": nobody */
} addressed[] = {
    {"When Norway sells a mine, it must inform the miners.", 0, "Norway"},
    {"Norway should close the mine. The plan should include a date.", 1, "Norway"},
    {"Norway should close the mine. This should be done in May.", 1, "Norway"},
    {"Norway should close the mine.\n\n(2) The river should be restored.", 1, ""},
    {"The vendors must label the goods.", 0, "vendors"},
    {"WQXs should report each year.", 0, "WQXs"},
    {"The needs of the patients Norway should know.", 0, "Norway"},
    {"Vendors must pay. Vendors must report. Vendors must meet. Under the old contract vendors must leave.", 3, "Vendors"},
    {"Calls on the parties concerned to pay.", 0, "parties"},
    {"The General Assembly,\n\nRecalling the talks,\n\n1. Decides to remain seized of the matter;", 0, "General Assembly"},
    {"As members of the European Union, we must act.", 0, ""},
    {"As the European Union, we must act.", 0, "European Union"},
    {"Norway must pay. Norway must act. Norway must go. The hall must be shut.", 3, "Norway"},
    {"Norway's Ministry of Labour should act.", 0, "Ministry of Labour"},
    {"The bank CEO should act.", 0, "CEO"},
    {"The regional trustees and the vendors should meet.", 0, "regional trustees"},
};

START_TEST(duties_find_their_addressees) {
  policy_document *document = fixture_analyse(addressed[_i].text);
  uint32_t n = addressed[_i].recommendation;
  ck_assert_msg(policy_document_recommendation_count(document) > n, "%s", addressed[_i].text);
  policy_actor actor =
      policy_recommendation_actor(policy_document_recommendation(document, n), POLICY_PARTY_ADDRESSEE, 0);
  ck_assert_str_eq(fixture_text(policy_actor_name(actor)), addressed[_i].addressee);
  policy_document_unref(document);
}
END_TEST

/* Modals that neither bind nor allow: no statements. */
static const char *const asides[] = {
    "The mine is old if it must be closed.",
    "A term is void where it would bind the miners.",
    "The rule comes into force on such day as the Minister may by order appoint.",
    "An order may be long or short.",
    "A pit is a mine (or, as the case may be, a well).",
    "\"Proposed mine\" means a hole.",
};

START_TEST(asides_are_no_statements) {
  policy_document *document = fixture_analyse(asides[_i]);
  ck_assert_msg(policy_document_statement_count(document) == 0, "%s", asides[_i]);
  policy_document_unref(document);
}
END_TEST

START_TEST(bullets_are_no_words) {
  policy_document *document = fixture_analyse("We recommend that the Government:\n\n\xE2\x80\xA2 produce guidance;\n\n"
                                              "\xE2\x80\xA2 take steps to pay the miners.\n");
  ck_assert_uint_eq(policy_document_recommendation_count(document), 2);
  policy_statement second = policy_recommendation_statement(policy_document_recommendation(document, 1));
  ck_assert_str_eq(fixture_role(second, POLICY_ROLE_AIM, 0), "take");
  policy_document_unref(document);
}
END_TEST

Suite *suite_refine(void) {
  Suite *suite = suite_create("refine");
  TCase *tests = tcase_create("refine");
  tcase_add_loop_test(tests, trees_find_components, 0, sizeof cases / sizeof *cases);
  tcase_add_loop_test(tests, duties_find_their_addressees, 0, sizeof addressed / sizeof *addressed);
  tcase_add_loop_test(tests, asides_are_no_statements, 0, sizeof asides / sizeof *asides);
  tcase_add_test(tests, bullets_are_no_words);
  suite_add_tcase(suite, tests);
  return suite;
}
