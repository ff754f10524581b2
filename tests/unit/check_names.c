/* Words of enumerations. */
#include <check.h>
#include <string.h>

#include "model/names.h"

START_TEST(words_lead_back_to_their_members) {
  for (int e = 0; e < POLICY__ENUMERATIONS; e++) {
    policy__enumeration enumeration = (policy__enumeration)e;
    int count = policy__name_count(enumeration);
    ck_assert_int_gt(count, 1);
    for (int i = 0; i < count; i++) {
      const char *name = policy__name(enumeration, i);
      if (name[0] == '\0') continue;
      ck_assert_int_eq(policy__value(enumeration, (policy_string){name, strlen(name)}), i);
      ck_assert_int_eq(policy__value(enumeration, (policy_string){name, strlen(name) - 1}) == i, 0);
    }
    ck_assert_str_eq(policy__name(enumeration, -1), "");
    ck_assert_str_eq(policy__name(enumeration, count), "");
    ck_assert_str_eq(policy__name(enumeration, 2147483647), "");
    ck_assert_int_eq(policy__value(enumeration, (policy_string){"no such word", 12}), -1);
  }
}
END_TEST

/* The last member of every enumeration has a word, and the next number has none. */
START_TEST(the_tables_are_as_long_as_the_enumerations) {
#define LAST(name, member, word)                                    \
  ck_assert_str_eq(name(member), word);                             \
  ck_assert_str_eq(name((__typeof__(member))((int)(member) + 1)), ""); \
  ck_assert_str_eq(name((__typeof__(member))(-1)), "")
  LAST(policy_block_kind_name, POLICY_BLOCK_BOILERPLATE, "boilerplate");
  LAST(policy_upos_name, POLICY_UPOS_X, "X");
  LAST(policy_actor_kind_name, POLICY_ACTOR_PERSON, "person");
  LAST(policy_mention_form_name, POLICY_MENTION_PRONOUN, "pronoun");
  LAST(policy_statement_type_name, POLICY_STATEMENT_CONSTITUTIVE, "constitutive");
  LAST(policy_role_name, POLICY_ROLE_REASON, "reasons");
  LAST(policy_force_name, POLICY_FORCE_MUST_NOT, "must_not");
  LAST(policy_voice_name, POLICY_VOICE_REPORTED, "reported");
  LAST(policy_party_name, POLICY_PARTY_BENEFICIARY, "beneficiaries");
  LAST(policy_time_type_name, POLICY_TIME_TIME, "time");
  LAST(policy_citation_kind_name, POLICY_CITATION_REPORT, "report");
  LAST(policy_contributor_role_name, POLICY_CONTRIBUTOR_OTHER, "other");
  LAST(policy_date_kind_name, POLICY_DATE_OTHER, "other");
  LAST(policy_event_status_name, POLICY_EVENT_HYPOTHETICAL, "hypothetical");
  LAST(policy_sign_name, POLICY_SIGN_NEGATIVE, "-");
  LAST(policy_role_symbol, POLICY_ROLE_REASON, "");
  ck_assert_str_eq(policy_role_symbol(POLICY_ROLE_PROPERTY), "P");
#undef LAST
}
END_TEST

START_TEST(members_in_the_middle) {
  ck_assert_str_eq(policy_block_kind_name(POLICY_BLOCK_LIST_ITEM), "list_item");
  ck_assert_str_eq(policy_upos_name(POLICY_UPOS_NONE), "");
  ck_assert_str_eq(policy_upos_name(POLICY_UPOS_NOUN), "NOUN");
  ck_assert_str_eq(policy_upos_name(POLICY_UPOS_PROPN), "PROPN");
  ck_assert_str_eq(policy_upos_name(POLICY_UPOS_VERB), "VERB");
  ck_assert_str_eq(policy_actor_kind_name(POLICY_ACTOR_IGO), "igo");
  ck_assert_str_eq(policy_mention_form_name(POLICY_MENTION_CAPITAL), "capital");
  ck_assert_str_eq(policy_role_name(POLICY_ROLE_DIRECT_OBJECT), "direct_objects");
  ck_assert_str_eq(policy_role_symbol(POLICY_ROLE_INDIRECT_OBJECT), "Bind");
  ck_assert_str_eq(policy_role_name(POLICY_ROLE_ENTITY), "entities");
  ck_assert_str_eq(policy_role_symbol(POLICY_ROLE_OR_ELSE), "O");
  ck_assert_str_eq(policy_force_name(POLICY_FORCE_SHOULD), "should");
  ck_assert_str_eq(policy_sign_name(POLICY_SIGN_POSITIVE), "+");
}
END_TEST

Suite *suite_names(void) {
  Suite *suite = suite_create("names");
  TCase *tests = tcase_create("names");
  tcase_add_test(tests, words_lead_back_to_their_members);
  tcase_add_test(tests, the_tables_are_as_long_as_the_enumerations);
  tcase_add_test(tests, members_in_the_middle);
  suite_add_tcase(suite, tests);
  return suite;
}
