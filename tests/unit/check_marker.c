/* Bullets, numbers and letters before items. */
#include <check.h>

#include "read/marker.h"
#include "reading.h"

static policy__marker of(const char *line) {
  return policy__marker_find(reading_string(line));
}

#define MARKER(line, what, number, bytes)            \
  do {                                               \
    policy__marker found = of(line);                 \
    ck_assert_int_eq(found.kind, POLICY__MARKER_##what); \
    ck_assert_uint_eq(found.ordinal, number);        \
    ck_assert_uint_eq(found.size, bytes);            \
  } while (0)

START_TEST(bullets) {
  MARKER("\xE2\x80\xA2 one", BULLET, 0, 4);
  MARKER("\xE2\x80\xA2one", BULLET, 0, 3);
  MARKER("\xE2\x80\xA2", BULLET, 0, 3);
  MARKER("- one", DASH, 0, 2);
  MARKER("* one", DASH, 0, 2);
  MARKER("\xE2\x80\x93 one", DASH, 0, 4);
  MARKER("-one", NONE, 0, 0);
  MARKER("-", NONE, 0, 0);
}
END_TEST

START_TEST(numbers) {
  MARKER("3. One", NUMBER, 3, 3);
  MARKER("(12) one", NUMBER, 12, 5);
  MARKER("12) one", NUMBER, 12, 4);
  MARKER("1.Welcomes", NUMBER, 1, 2);
  MARKER("3.1 Prices", NUMBER, 1, 4);
  ck_assert_uint_eq(of("3.1 Prices").depth, 2);
  ck_assert_uint_eq(of("3.1.2. Prices").depth, 3);
  MARKER("3.1 million people", NONE, 0, 0);
  MARKER("12 Officials say so.", BARE, 12, 3);
  MARKER("12 officials say so.", NONE, 0, 0);
  MARKER("2016. The year", NONE, 0, 0);
  MARKER("3", NONE, 0, 0);
}
END_TEST

START_TEST(letters_and_numerals) {
  MARKER("(b) one", LETTER, 2, 4);
  MARKER("E. Findings", LETTER, 5, 3);
  MARKER("(aa) one", LETTER, 27, 5);
  MARKER("iv) one", ROMAN, 4, 4);
  MARKER("(ii) one", ROMAN, 2, 5);
  MARKER("XIX. Findings", ROMAN, 19, 5);
  MARKER("(i) one", ROMAN, 1, 4);
  ck_assert_uint_eq(of("(i) one").letter, 9);
  MARKER("(iiii) one", NONE, 0, 0);
  MARKER("U.S. policy", NONE, 0, 0);
  MARKER("a word", NONE, 0, 0);
  ck_assert_int_ne(of("(a) x").style, of("a) x").style);
  ck_assert_int_ne(of("A. x").style, of("a. x").style);
}
END_TEST

START_TEST(notes) {
  MARKER("[7] See", BRACKET, 7, 4);
  MARKER("[*] See", BRACKET, 0, 4);
  MARKER("[sic] see", NONE, 0, 0);
  MARKER("\xC2\xB9 See", NOTE, 0, 3);
  MARKER("\xE2\x80\xA0 See", NOTE, 0, 4);
}
END_TEST

START_TEST(divisions) {
  MARKER("Chapter 3", DIVISION, 3, 9);
  MARKER("Part II: The office", DIVISION, 2, 9);
  MARKER("ANNEX A Terms", DIVISION, 1, 8);
  MARKER("Part of the plan", NONE, 0, 0);
  MARKER("section a is", NONE, 0, 0);
  ck_assert_uint_lt(of("Part 1").rank, of("Chapter 1").rank);
  ck_assert_uint_lt(of("Chapter 1").rank, of("Article 1").rank);
}
END_TEST

Suite *suite_marker(void) {
  Suite *suite = suite_create("marker");
  TCase *tests = tcase_create("marker");
  tcase_add_test(tests, bullets);
  tcase_add_test(tests, numbers);
  tcase_add_test(tests, letters_and_numerals);
  tcase_add_test(tests, notes);
  tcase_add_test(tests, divisions);
  suite_add_tcase(suite, tests);
  return suite;
}
