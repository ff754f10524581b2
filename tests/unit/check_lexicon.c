/* The lexicon. */
#include <check.h>
#include <string.h>

#include "data/lexicon_table.h"
#include "extract/lexicon.h"

static unsigned find(const char *word) {
  return policy__lexicon_find((policy_string){word, strlen(word)})->bits;
}

START_TEST(verbs_know_their_forms) {
  ck_assert_uint_ne(find("ensure") & POLICY__CAN_BASE, 0);
  ck_assert_uint_ne(find("ratified") & POLICY__CAN_PARTICIPLE, 0);
  ck_assert_uint_ne(find("strengthening") & POLICY__CAN_GERUND, 0);
  ck_assert_uint_ne(find("prioritise") & POLICY__CAN_BASE, 0);
  ck_assert_uint_ne(find("prioritize") & POLICY__CAN_BASE, 0);
}
END_TEST

START_TEST(nouns_are_not_mainly_verbs) {
  ck_assert_uint_ne(find("government") & POLICY__CAN_NOUN, 0);
  ck_assert_uint_eq(find("government") & POLICY__MAINLY_VERB, 0);
}
END_TEST

START_TEST(unknown_words_have_no_bits) {
  ck_assert_uint_eq(find("zzyzx"), 0);
  ck_assert_uint_eq(find(""), 0);
  ck_assert_uint_eq(find("ensur"), 0);
  ck_assert_uint_eq(find("anextremelylongwordthatisnoword"), 0);
}
END_TEST

START_TEST(every_word_is_found_again) {
  for (uint32_t i = 1; i < policy__lexeme_count; i++)
    ck_assert_uint_eq(find(policy__lexeme_letters + policy__lexemes[i].word), policy__lexemes[i].bits);
}
END_TEST

Suite *suite_lexicon(void) {
  Suite *suite = suite_create("lexicon");
  TCase *test = tcase_create("lexicon");
  tcase_add_test(test, verbs_know_their_forms);
  tcase_add_test(test, nouns_are_not_mainly_verbs);
  tcase_add_test(test, unknown_words_have_no_bits);
  tcase_add_test(test, every_word_is_found_again);
  suite_add_tcase(suite, test);
  return suite;
}
