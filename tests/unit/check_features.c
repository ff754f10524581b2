/* Features of words. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "lang/features.h"

static policy_string string(const char *text) {
  return (policy_string){text, strlen(text)};
}

static void expect_at(const char *form, policy_upos upos, const char *xpos, unsigned place, const char *core,
                      const char *wanted) {
  policy_buffer features = POLICY_BUFFER_INIT;
  policy__xpos tag = policy__xpos_of(string(xpos));
  policy_status status = policy__features(string(form), upos, tag, place, string(core), &features);
  ck_assert_int_eq(status, POLICY_OK);
  ck_assert_int_eq(policy_buffer_append(&features, "", 1), POLICY_OK);
  ck_assert_msg(strcmp(features.data, wanted) == 0, "%s/%s: %s, not %s", form, xpos, features.data, wanted);
  policy_buffer_free(&features);
}

static void expect(const char *form, policy_upos upos, const char *xpos, const char *core, const char *wanted) {
  expect_at(form, upos, xpos, POLICY__PLACE_UNKNOWN, core, wanted);
}

START_TEST(function_words) {
  expect("the", POLICY_UPOS_DET, "DT", "_", "Definite=Def|PronType=Art");
  expect("An", POLICY_UPOS_DET, "DT", "", "Definite=Ind|PronType=Art");
  expect("THESE", POLICY_UPOS_DET, "DT", "Number=Plur", "Number=Plur|PronType=Dem");
  expect("her", POLICY_UPOS_PRON, "PRP$", "Number=Sing|Person=3",
         "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs");
  expect("HIM", POLICY_UPOS_PRON, "PRP", "Number=Sing|Person=3",
         "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs");
  expect("whose", POLICY_UPOS_PRON, "WP$", "", "Poss=Yes|PronType=Rel");
  expect("which", POLICY_UPOS_PRON, "WDT", "", "PronType=Rel");
}
END_TEST

START_TEST(numbers) {
  expect("two", POLICY_UPOS_NUM, "CD", "", "NumForm=Word|NumType=Card");
  expect("1990", POLICY_UPOS_NUM, "CD", "", "NumForm=Digit|NumType=Card");
  expect("12,500.75", POLICY_UPOS_NUM, "CD", "", "NumForm=Digit|NumType=Card");
  expect("XVII", POLICY_UPOS_NUM, "CD", "", "NumForm=Roman|NumType=Card");
  expect("third", POLICY_UPOS_ADJ, "JJ", "Degree=Pos", "Degree=Pos|NumForm=Word|NumType=Ord");
  expect("21st", POLICY_UPOS_ADJ, "JJ", "Degree=Pos", "Degree=Pos|NumForm=Combi|NumType=Ord");
}
END_TEST

START_TEST(other_words_have_those_of_the_tagger) {
  expect("measures", POLICY_UPOS_NOUN, "NNS", "Number=Plur", "Number=Plur");
  expect("of", POLICY_UPOS_ADP, "IN", "_", "");
  expect("adopt", POLICY_UPOS_VERB, "VB", "VerbForm=Inf", "VerbForm=Inf");
}
END_TEST

START_TEST(the_tree_decides_the_case) {
  unsigned subject = policy__place_of(string("nsubj"), string("root"), false);
  unsigned object = policy__place_of(string("obj"), string("root"), true);
  expect_at("it", POLICY_UPOS_PRON, "PRP", subject, "", "Case=Nom|Gender=Neut|PronType=Prs");
  expect_at("it", POLICY_UPOS_PRON, "PRP", object, "", "Case=Acc|Gender=Neut|PronType=Prs");
  expect_at("you", POLICY_UPOS_PRON, "PRP", object, "Person=2", "Case=Acc|Person=2|PronType=Prs");
  expect_at("the", POLICY_UPOS_DET, "DT", subject, "", "Definite=Def|PronType=Art");
}
END_TEST

START_TEST(places_differ_by_what_they_are_made_of) {
  ck_assert_uint_eq(policy__place_of(string(""), string(""), false), 1);
  ck_assert_uint_eq(policy__place_of(string("obj"), string("acl:relcl"), true), 4);
  ck_assert_uint_eq(policy__place_of(string("nsubj:pass"), string("ccomp"), true), 12);
  ck_assert_uint_eq(policy__place_of(string("nsubjx"), string("acl"), false), 1);
  ck_assert_uint_eq(policy__place_of((policy_string){NULL, 0}, (policy_string){NULL, 0}, false), 1);
}
END_TEST

START_TEST(hostile_arguments) {
  expect("", POLICY_UPOS_NONE, "", "", "");
  expect("", POLICY_UPOS_PRON, "PRP", "||", "");
  expect_at("the", POLICY_UPOS_DET, "DT", 4000000000u, "A|b=|=c", "A|b=|=c|Definite=Def|PronType=Art");
  policy_buffer features = POLICY_BUFFER_INIT;
  for (unsigned pair = 0; pair < 0x10000; pair++) {
    char *form = malloc(2);
    ck_assert_ptr_nonnull(form);
    form[0] = (char)(pair >> 8);
    form[1] = (char)(pair & 0xFF);
    features.size = 0;
    policy_string core = {form, pair % 3};
    policy_status status = policy__features((policy_string){form, 2}, (policy_upos)(pair % 23),
                                            (policy__xpos)(pair % 53), pair % 17, core, &features);
    ck_assert_int_eq(status, POLICY_OK);
    free(form);
  }
  policy_buffer_free(&features);
}
END_TEST

START_TEST(a_very_long_form_is_read_once) {
  enum { SIZE = 1 << 22 };
  char *form = malloc(SIZE);
  ck_assert_ptr_nonnull(form);
  memset(form, '7', SIZE);
  policy_buffer features = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy__features((policy_string){form, SIZE}, POLICY_UPOS_NUM, POLICY__XPOS_CD, 0,
                                    (policy_string){NULL, 0}, &features),
                   POLICY_OK);
  ck_assert_uint_eq(features.size, strlen("NumForm=Digit|NumType=Card"));
  policy_buffer_free(&features);
  free(form);
}
END_TEST

Suite *suite_features(void) {
  Suite *suite = suite_create("features");
  TCase *test = tcase_create("features");
  tcase_add_test(test, function_words);
  tcase_add_test(test, numbers);
  tcase_add_test(test, other_words_have_those_of_the_tagger);
  tcase_add_test(test, the_tree_decides_the_case);
  tcase_add_test(test, places_differ_by_what_they_are_made_of);
  tcase_add_test(test, hostile_arguments);
  tcase_add_test(test, a_very_long_form_is_read_once);
  suite_add_tcase(suite, test);
  return suite;
}
