/* Tags of the Penn Treebank. */
#include <check.h>
#include <string.h>

#include "lang/xpos.h"

static policy__xpos of(const char *name) {
  return policy__xpos_of((policy_string){name, strlen(name)});
}

START_TEST(every_tag_is_found_by_its_name) {
  for (int xpos = 0; xpos <= POLICY__XPOS_OPEN_QUOTE; xpos++)
    ck_assert_int_eq(of(policy__xpos_name((policy__xpos)xpos)), xpos);
}
END_TEST

START_TEST(names_are_those_of_the_treebank) {
  ck_assert_int_eq(of("PRP$"), POLICY__XPOS_PRP_POSSESSIVE);
  ck_assert_int_eq(of("-LRB-"), POLICY__XPOS_LRB);
  ck_assert_int_eq(of("``"), POLICY__XPOS_OPEN_QUOTE);
  ck_assert_str_eq(policy__xpos_name(POLICY__XPOS_WP_POSSESSIVE), "WP$");
  ck_assert_str_eq(policy__xpos_name(POLICY__XPOS_VBZ), "VBZ");
}
END_TEST

START_TEST(other_names_are_no_tags) {
  static const char *const names[] = {"", "V", "VBX", "vbz", "VBZZ", "NNPSX", "-LRB-X", "\xFF", "_", "zzzz"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) ck_assert_int_eq(of(names[i]), POLICY__XPOS_NONE);
  ck_assert_int_eq(policy__xpos_of((policy_string){"NN\0", 3}), POLICY__XPOS_NONE);
  ck_assert_int_eq(policy__xpos_of((policy_string){NULL, 0}), POLICY__XPOS_NONE);
  ck_assert_str_eq(policy__xpos_name((policy__xpos)99), "");
}
END_TEST

Suite *suite_xpos(void) {
  Suite *suite = suite_create("xpos");
  TCase *test = tcase_create("xpos");
  tcase_add_test(test, every_tag_is_found_by_its_name);
  tcase_add_test(test, names_are_those_of_the_treebank);
  tcase_add_test(test, other_names_are_no_tags);
  suite_add_tcase(suite, test);
  return suite;
}
