/* Small questions about short texts. */
#include <check.h>

#include "read/scan.h"
#include "reading.h"

#define S reading_string

START_TEST(pieces) {
  reading_is(policy__piece(S("abcdef"), 2, 4), "cd");
  reading_is(policy__piece(S("abc"), 2, 99), "c");
  reading_is(policy__piece(S("abc"), 5, 2), "");
  reading_is(policy__trim(S(" \t\xC2\xA0one two\xE3\x80\x80\n")), "one two");
  reading_is(policy__trim(S("  ")), "");
  reading_is(policy__strip(S("** [one] *"), "*[]"), "one");
}
END_TEST

START_TEST(comparing) {
  ck_assert(policy__equals(S("Back  TO\ntop"), "back to top"));
  ck_assert(!policy__equals(S("back to tops"), "back to top"));
  ck_assert(!policy__equals(S(""), "x"));
  ck_assert_uint_eq(policy__begins(S("By Ann"), "by"), 2);
  ck_assert_uint_eq(policy__begins(S("Bye Ann"), "by"), 0);
  ck_assert_uint_eq(policy__begins(S("Date: 3"), "date:"), 5);
  ck_assert_uint_eq(policy__begins(S("by\xC3\xA9"), "by"), 0);
  ck_assert(policy__holds(S("what is Available at once"), "available at"));
  ck_assert(!policy__holds(S("unavailable at once"), "available at"));
  ck_assert(!policy__holds(S("available atoms"), "available at"));
  ck_assert_uint_eq(policy__find_in(S("a.b.c"), 2, "."), 3);
  ck_assert_uint_eq(policy__find_in(S("a.b.c"), 4, "."), 5);
}
END_TEST

START_TEST(words) {
  policy_string text = S("\xE2\x80\x9CIt\xE2\x80\x99s well-known,\xE2\x80\x9D U.S. \xC3\x89"
                         "douard said - 3.5 times.");
  static const char *const expected[] = {"It\xE2\x80\x99s",
                                         "well-known",
                                         "U.S",
                                         "\xC3\x89"
                                         "douard",
                                         "said",
                                         "3.5",
                                         "times",
                                         ""};
  size_t at = 0;
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
    reading_is(policy__next_word(text, &at), expected[i]);
  ck_assert_uint_eq(at, text.size);
}
END_TEST

START_TEST(code_points) {
  ck_assert_uint_eq(policy__first_point(S("\xC3\xA9t")), 0xE9);
  ck_assert_uint_eq(policy__last_point(S("t\xE2\x80\x9D")), 0x201D);
  ck_assert_uint_eq(policy__first_point(S("")), 0);
  ck_assert_uint_eq(policy__last_point(S("")), 0);
  ck_assert_uint_eq(policy__width(S("e\xCC\x81" "b")), 2);
}
END_TEST

START_TEST(lists) {
  ck_assert(policy__among(S("Two"), " one two three "));
  ck_assert(!policy__among(S("tw"), " one two three "));
  ck_assert(!policy__among(S("one two"), " one two three "));
  ck_assert(!policy__among(S(""), " one "));
  ck_assert(policy__is_function_word(S("The")));
  ck_assert(!policy__is_function_word(S("policy")));
}
END_TEST

Suite *suite_scan(void) {
  Suite *suite = suite_create("scan");
  TCase *tests = tcase_create("scan");
  tcase_add_test(tests, pieces);
  tcase_add_test(tests, comparing);
  tcase_add_test(tests, words);
  tcase_add_test(tests, code_points);
  tcase_add_test(tests, lists);
  suite_add_tcase(suite, tests);
  return suite;
}
