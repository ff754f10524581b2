/* Letters of words, and decision lists over their endings. */
#include <check.h>
#include <string.h>

#include "lang/ending.h"

static policy__letters read(const char *form, bool plain) {
  policy__letters letters;
  policy__letters_read((policy_string){form, strlen(form)}, plain, &letters);
  return letters;
}

START_TEST(letters_are_lower_and_apostrophes_straight) {
  policy__letters letters = read("N\xE2\x80\x99T\xC3\x89", false);
  ck_assert_uint_eq(letters.count, 4);
  ck_assert_uint_eq(letters.ring[0], 'n');
  ck_assert_uint_eq(letters.ring[1], '\'');
  ck_assert_uint_eq(letters.ring[3], 0xE9);
}
END_TEST

START_TEST(shapes) {
  ck_assert_int_eq(read("word", false).shape, POLICY__SHAPE_LOWER);
  ck_assert_int_eq(read("1990", false).shape, POLICY__SHAPE_LOWER);
  ck_assert_int_eq(read("", false).shape, POLICY__SHAPE_LOWER);
  ck_assert_int_eq(read("A", false).shape, POLICY__SHAPE_INITIAL);
  ck_assert_int_eq(read("Word", false).shape, POLICY__SHAPE_TITLE);
  ck_assert_int_eq(read("U.S.", false).shape, POLICY__SHAPE_UPPER);
  ck_assert_int_eq(read("wOrd", false).shape, POLICY__SHAPE_MIXED);
  ck_assert_int_eq(read("WiFi", false).shape, POLICY__SHAPE_MIXED);
}
END_TEST

START_TEST(commas_between_digits_are_no_letters_of_numbers) {
  ck_assert_uint_eq(read("1,200,000", true).count, 7);
  ck_assert_uint_eq(read("1,200,000", false).count, 9);
  ck_assert_uint_eq(read(",1,,2,", true).count, 6);
}
END_TEST

START_TEST(bad_bytes_count_one_by_one) {
  ck_assert_uint_eq(read("\xFF\xC3", false).count, 2);
  ck_assert_uint_eq(read("\x80\xE2\x80", false).count, 3);
  ck_assert_uint_eq(read("a\xF4\x8F\xBF", false).count, 4);
}
END_TEST

Suite *suite_ending(void) {
  Suite *suite = suite_create("ending");
  TCase *test = tcase_create("ending");
  tcase_add_test(test, letters_are_lower_and_apostrophes_straight);
  tcase_add_test(test, shapes);
  tcase_add_test(test, commas_between_digits_are_no_letters_of_numbers);
  tcase_add_test(test, bad_bytes_count_one_by_one);
  suite_add_tcase(suite, test);
  return suite;
}
