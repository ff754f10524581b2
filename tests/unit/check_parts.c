/* Every accessor, on a document with every kind of part. */
#include <check.h>

#include "model/components.h"
#include "sample.h"
#include "tally.h"

static tally memory;
static policy_document *document;

static void set_up(void) {
  policy_error error = {0};
  tally_init(&memory);
  document = sample_document(NULL, &memory.allocator, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  ck_assert_msg(policy_document_check(document, &error) == POLICY_OK, "%s", error.message);
}

static void tear_down(void) {
  policy_document_unref(document);
  ck_assert(tally_is_clean(&memory));
}

static void is(policy_string string, const char *expected) {
  ck_assert_ptr_nonnull(string.data);
  ck_assert_uint_eq(string.size, strlen(expected));
  ck_assert_mem_eq(string.data, expected, string.size);
}

static void covers(policy_span span, const char *expected) {
  is(policy_document_slice(document, span), expected);
}

START_TEST(blocks) {
  ck_assert_uint_eq(policy_document_block_count(document), 4);
  policy_block heading = policy_document_block(document, 0), item = policy_document_block(document, 3);
  ck_assert_int_eq(policy_block_kind_of(heading), POLICY_BLOCK_HEADING);
  ck_assert_uint_eq(policy_block_level(heading), 1);
  covers(policy_block_span(heading), "Clean water for Norland");
  ck_assert_uint_eq(policy_block_page(heading), 1);
  policy_box box = policy_block_box(heading);
  ck_assert(box.left == 72 && box.top == 72 && box.width == 300 && box.height == 20.5f);
  ck_assert_int_eq(policy_block_kind_of(item), POLICY_BLOCK_LIST_ITEM);
  ck_assert_uint_eq(policy_block_page(item), 2);
  ck_assert_ptr_null(policy_document_block(document, 4).document);
  ck_assert_uint_eq(policy_document_block(document, 4).id, POLICY_NONE);
}
END_TEST

START_TEST(sentences_and_tokens) {
  ck_assert_uint_eq(policy_document_sentence_count(document), 3);
  policy_sentence first = policy_document_sentence(document, 0), last = policy_document_sentence(document, 2);
  ck_assert_uint_eq(policy_sentence_block(first).id, 2);
  ck_assert_uint_eq(policy_sentence_block(policy_document_sentence(document, 1)).id, 3);
  ck_assert_uint_eq(policy_sentence_block(last).id, 3);
  ck_assert_uint_eq(policy_document_token_count(document), 5);
  ck_assert_uint_eq(policy_sentence_token_count(first), 5);
  ck_assert_uint_eq(policy_sentence_token_count(last), 0);
  ck_assert_ptr_null(policy_sentence_token(first, 5).document);
  policy_token council = policy_sentence_token(first, 1), delay = policy_document_token(document, 4);
  is(policy_token_form(council), "Council");
  covers(policy_token_span(council), "Council");
  is(policy_token_lemma(council), "council");
  is(policy_token_xpos(council), "NN");
  is(policy_token_features(council), "Number=Sing");
  is(policy_token_relation(council), "nsubj");
  ck_assert_int_eq(policy_token_upos(council), POLICY_UPOS_NOUN);
  ck_assert_uint_eq(policy_token_head(council).id, 4);
  ck_assert(!policy_token_is_joined(council));
  is(policy_token_form(delay), "de\xC2\xADlay");
  is(policy_token_features(delay), "");
  ck_assert(policy_token_is_joined(delay));
  ck_assert_ptr_null(policy_token_head(delay).document);
}
END_TEST

START_TEST(warnings) {
  ck_assert_uint_eq(policy_document_warning_count(document), 2);
  policy_warning bad = policy_document_warning(document, 0), cut = policy_document_warning(document, 1);
  is(policy_warning_code(bad), "bad-utf8");
  ck_assert_ptr_nonnull(strstr(policy_warning_message(bad).data, "1 ill-formed"));
  is(policy_warning_code(cut), "cut");
  covers(policy_warning_span(cut), "byte");
}
END_TEST

START_TEST(actors) {
  ck_assert_uint_eq(policy_document_actor_count(document), 3);
  policy_actor state = policy_document_actor(document, 0), council = policy_document_actor(document, 1);
  is(policy_actor_name(state), "Norland");
  ck_assert_int_eq(policy_actor_kind_of(state), POLICY_ACTOR_STATE);
  ck_assert_uint_eq(policy_actor_code_count(state), 2);
  is(policy_actor_code_scheme(state, 1), "iso3166-1");
  is(policy_actor_code_value(state, 1), "NRL");
  is(policy_actor_code_scheme(state, 2), "");
  is(policy_actor_code_value(state, 2), "");
  is(policy_actor_code(state, "cameo"), "NOR");
  is(policy_actor_code(state, "came"), "");
  is(policy_actor_code(state, NULL), "");
  is(policy_actor_code(council, "cameo"), "");
  ck_assert_uint_eq(policy_actor_mention_count(council), 2);
  covers(policy_actor_mention_span(council, 1), "Council");
  ck_assert_int_eq(policy_actor_mention_form(council, 1), POLICY_MENTION_DESCRIPTOR);
  ck_assert_uint_eq(policy_actor_mention_span(council, 2).end, 0);
  ck_assert_int_eq(policy_actor_mention_form(council, 2), POLICY_MENTION_NAME);
}
END_TEST

START_TEST(statements) {
  ck_assert_uint_eq(policy_document_statement_count(document), 3);
  policy_statement first = policy_document_statement(document, 0), second = policy_document_statement(document, 1),
                   third = policy_document_statement(document, 2);
  ck_assert(policy_statement_is_negated(first) && !policy_statement_is_negated(second));
  ck_assert_int_eq(policy_statement_type_of(third), POLICY_STATEMENT_CONSTITUTIVE);
  ck_assert_uint_eq(policy_statement_sentence(second).id, 2);
  ck_assert_ptr_null(policy_statement_sentence(third).document);
  ck_assert_uint_eq(policy_statement_component_count(first), 4);
  ck_assert_uint_eq(policy_statement_component_count(second), 6);
  ck_assert_uint_eq(policy_statement_component_count(third), 2);
  is(policy_component_text(policy_statement_component(first, 3)), "dam");
  is(policy_component_text(policy_statement_component(third, 0)), "the minister");
  ck_assert_ptr_null(policy_statement_component(first, 4).document);
  ck_assert_ptr_null(policy_statement_component(first, POLICY_NONE).document);
  covers(policy_statement_span(third), "the minister refuses");
}
END_TEST

START_TEST(components) {
  policy_statement second = policy_document_statement(document, 1);
  ck_assert_uint_eq(policy_statement_role_count(second, POLICY_ROLE_ATTRIBUTE), 1);
  ck_assert_uint_eq(policy_statement_role_count(second, POLICY_ROLE_OR_ELSE), 0);
  policy_component attribute = policy_statement_role(second, POLICY_ROLE_ATTRIBUTE, 0);
  ck_assert_int_eq(policy_component_role(attribute), POLICY_ROLE_ATTRIBUTE);
  covers(policy_component_span(attribute), "the Council");
  ck_assert_uint_eq(policy_component_actor(attribute).id, 1);
  ck_assert(!policy_component_is_inferred(attribute));
  ck_assert_uint_eq(policy_component_property_count(attribute), 1);
  policy_component property = policy_component_property(attribute, 0);
  is(policy_component_text(property), "of Norland");
  ck_assert(policy_component_is_inferred(property));
  ck_assert_int_eq(policy_component_role(property), POLICY_ROLE_ATTRIBUTE);
  ck_assert_ptr_null(policy_component_actor(property).document);
  ck_assert_ptr_null(policy_component_property(attribute, 1).document);
  ck_assert_uint_eq(policy_component_property_count(property), 0);
  policy_component condition = policy_statement_role(second, POLICY_ROLE_ACTIVATION_CONDITION, 0);
  ck_assert_uint_eq(policy_component_statement(condition).id, 2);
  ck_assert_ptr_null(policy_component_statement(attribute).document);
  ck_assert_uint_eq(policy_component_property_count(policy_statement_role(second, POLICY_ROLE_EXECUTION_CONSTRAINT, 0)), 0);
}
END_TEST

START_TEST(a_role_that_is_none) {
  policy_statement second = policy_document_statement(document, 1);
  static const int roles[] = {-1, POLICY_ROLE_REASON + 1, 1000000, -2147483647};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
    ck_assert_uint_eq(policy_statement_role_count(second, (policy_role)roles[i]), 0);
    ck_assert_ptr_null(policy_statement_role(second, (policy_role)roles[i], 0).document);
  }
}
END_TEST

START_TEST(walking_all_components) {
  policy_component first;
  ck_assert_uint_eq(policy__statement_components(policy_document_statement(document, 1), &first), 7);
  ck_assert_uint_eq(first.id, policy_statement_component(policy_document_statement(document, 1), 0).id);
  ck_assert_uint_eq(policy__component_parent((policy_component){document, first.id + 1}).id, first.id);
  ck_assert_ptr_null(policy__component_parent(first).document);
  ck_assert_uint_eq(policy__recommendation_components(policy_document_recommendation(document, 0), &first), 2);
  ck_assert_int_eq(policy_component_role(first), POLICY_ROLE_PURPOSE);
  ck_assert_uint_eq(policy__statement_components((policy_statement){NULL, 0}, &first), 0);
  ck_assert_ptr_null(first.document);
  ck_assert_uint_eq(policy__statement_components((policy_statement){document, 99}, &first), 0);
  ck_assert_uint_eq(policy__recommendation_components((policy_recommendation){document, 99}, &first), 0);
  ck_assert_uint_eq(policy__recommendation_components((policy_recommendation){NULL, 0}, &first), 0);
  ck_assert_ptr_null(policy__component_parent((policy_component){document, 99}).document);
  ck_assert_ptr_null(policy__component_parent((policy_component){NULL, 0}).document);
}
END_TEST

START_TEST(recommendations) {
  ck_assert_uint_eq(policy_document_recommendation_count(document), 2);
  policy_recommendation a = policy_document_recommendation(document, 0), b = policy_document_recommendation(document, 1);
  ck_assert_uint_eq(policy_recommendation_statement(a).id, 0);
  ck_assert_ptr_null(policy_recommendation_statement(b).document);
  ck_assert_int_eq(policy_recommendation_voice(a), POLICY_VOICE_AUTHOR);
  ck_assert_int_eq(policy_recommendation_voice(b), POLICY_VOICE_REPORTED);
  ck_assert_ptr_null(policy_recommendation_speaker(a).document);
  ck_assert_uint_eq(policy_recommendation_speaker(b).id, 2);
  ck_assert_int_eq(policy_recommendation_force(a), POLICY_FORCE_SHOULD_NOT);
  ck_assert(!policy_recommendation_is_addressee_implicit(a) && policy_recommendation_is_addressee_implicit(b));
  ck_assert_uint_eq(policy_recommendation_actor_count(a, POLICY_PARTY_ADDRESSEE), 1);
  ck_assert_uint_eq(policy_recommendation_actor_count(a, POLICY_PARTY_PARTNER), 2);
  ck_assert_uint_eq(policy_recommendation_actor_count(a, POLICY_PARTY_TARGET), 0);
  ck_assert_uint_eq(policy_recommendation_actor_count(a, (policy_party)4), 0);
  ck_assert_uint_eq(policy_recommendation_actor_count(a, (policy_party)-1), 0);
  ck_assert_uint_eq(policy_recommendation_actor(a, POLICY_PARTY_PARTNER, 1).id, 2);
  ck_assert_ptr_null(policy_recommendation_actor(a, POLICY_PARTY_PARTNER, 2).document);
  ck_assert_uint_eq(policy_recommendation_purpose_count(a), 1);
  ck_assert_uint_eq(policy_recommendation_reason_count(a), 1);
  is(policy_component_text(policy_recommendation_purpose(a, 0)), "in order to save the harvest");
  is(policy_component_text(policy_recommendation_reason(a, 0)), "because wells run dry");
  ck_assert_ptr_null(policy_recommendation_reason(a, 1).document);
  ck_assert_uint_eq(policy_recommendation_purpose_count(b), 0);
  is(policy_recommendation_instrument(a), "dam");
  is(policy_recommendation_topic(a), "water");
  is(policy_recommendation_label(a), "Recommendation 1");
  is(policy_recommendation_deadline(a), "2031-05-01");
  is(policy_recommendation_status(a), "accepted");
  is(policy_recommendation_why(a), "modal");
  is(policy_recommendation_why(b), "");
  ck_assert_uint_eq(policy_recommendation_specificity(a), 3);
  ck_assert(policy_recommendation_confidence(a) == 0.9346);
  covers(policy_recommendation_span(b), "If the minister refuses, the Council must publish the reasons by 1 May 2031.");
}
END_TEST

START_TEST(what_surrounds_them) {
  policy_time time = policy_document_time(document, 0);
  ck_assert_uint_eq(policy_document_time_count(document), 1);
  ck_assert_int_eq(policy_time_type_of(time), POLICY_TIME_DATE);
  covers(policy_time_span(time), "1 May 2031");
  is(policy_time_value(time), "2031-05-01");
  policy_event event = policy_document_event(document, 0);
  ck_assert_uint_eq(policy_document_event_count(document), 1);
  covers(policy_event_span(event), "refuses");
  is(policy_event_kind(event), "refusal");
  ck_assert_int_eq(policy_event_status_of(event), POLICY_EVENT_HYPOTHETICAL);
  is(policy_event_date(event), "2031");
  ck_assert_uint_eq(policy_event_participant_count(event), 2);
  ck_assert_uint_eq(policy_event_participant(event, 0).id, 1);
  is(policy_event_participant_role(event, 0), "builder");
  is(policy_event_participant_role(event, 1), "");
  is(policy_event_participant_role(event, 2), "");
  ck_assert_ptr_null(policy_event_participant(event, 2).document);
  policy_relation relation = policy_document_relation(document, 0);
  ck_assert_uint_eq(policy_document_relation_count(document), 1);
  ck_assert_uint_eq(policy_relation_from(relation).id, 1);
  ck_assert_uint_eq(policy_relation_to(relation).id, 2);
  is(policy_relation_kind(relation), "advises");
  ck_assert_int_eq(policy_relation_sign(relation), POLICY_SIGN_NEGATIVE);
  covers(policy_relation_span(relation), "refuses");
  policy_causal causal = policy_document_causal(document, 0);
  ck_assert_uint_eq(policy_document_causal_count(document), 1);
  covers(policy_causal_cause(causal), "wells run dry");
  covers(policy_causal_effect(causal), "save the harvest");
  covers(policy_causal_marker(causal), "because");
  ck_assert_int_eq(policy_causal_sign(causal), POLICY_SIGN_POSITIVE);
}
END_TEST

START_TEST(the_null_part_answers_with_nothing) {
  const policy_document *owners[] = {NULL, document};
  for (int i = 0; i < 2; i++) {
    uint32_t id = i == 0 ? 0 : 1000;
    const policy_document *owner = owners[i];
    ck_assert_ptr_null(policy_sentence_block((policy_sentence){owner, id}).document);
    ck_assert_ptr_null(policy_token_head((policy_token){owner, id}).document);
    ck_assert_ptr_null(policy_statement_sentence((policy_statement){owner, id}).document);
    ck_assert_ptr_null(policy_component_actor((policy_component){owner, id}).document);
    ck_assert_ptr_null(policy_component_statement((policy_component){owner, id}).document);
    ck_assert_ptr_null(policy_recommendation_speaker((policy_recommendation){owner, id}).document);
    ck_assert_ptr_null(policy_recommendation_statement((policy_recommendation){owner, id}).document);
    ck_assert_ptr_null(policy_relation_from((policy_relation){owner, id}).document);
    ck_assert_ptr_null(policy_relation_to((policy_relation){owner, id}).document);
    ck_assert_ptr_null(policy_event_participant((policy_event){owner, id}, 0).document);
    is(policy_component_text((policy_component){owner, id}), "");
    is(policy_recommendation_topic((policy_recommendation){owner, id}), "");
    is(policy_token_form((policy_token){owner, id}), "");
  }
}
END_TEST

Suite *suite_parts(void) {
  Suite *suite = suite_create("parts");
  TCase *tests = tcase_create("parts");
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, blocks);
  tcase_add_test(tests, sentences_and_tokens);
  tcase_add_test(tests, warnings);
  tcase_add_test(tests, actors);
  tcase_add_test(tests, statements);
  tcase_add_test(tests, components);
  tcase_add_test(tests, a_role_that_is_none);
  tcase_add_test(tests, walking_all_components);
  tcase_add_test(tests, recommendations);
  tcase_add_test(tests, what_surrounds_them);
  tcase_add_test(tests, the_null_part_answers_with_nothing);
  suite_add_tcase(suite, tests);
  return suite;
}
