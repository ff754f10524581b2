/* Numbers of list items as text. */
#include <check.h>
#include <stdint.h>

#include "base/memory.h"
#include "read/label.h"
#include "reading.h"

static const char *put(int64_t number, policy__number_format format) {
  static char shown[64];
  policy_buffer label = {.allocator = policy__malloc_allocator};
  ck_assert_int_eq(policy__label_put(number, format, &label), POLICY_OK);
  ck_assert_uint_lt(label.size, sizeof shown);
  for (size_t i = 0; i < label.size; i++) shown[i] = label.data[i];
  shown[label.size] = '\0';
  policy_buffer_free(&label);
  return shown;
}

#define PUTS(number, format, expected) ck_assert_str_eq(put(number, POLICY__FORMAT_##format), expected)

START_TEST(digits) {
  PUTS(7, DECIMAL, "7");
  PUTS(-7, DECIMAL, "-7");
  PUTS(7, ZERO, "07");
  PUTS(112, ORDINAL, "112th");
  PUTS(22, ORDINAL, "22nd");
  PUTS(INT64_MIN, DECIMAL, "-9223372036854775808");
  PUTS(7, BULLET, "");
  PUTS(7, NONE, "");
}
END_TEST

START_TEST(letters) {
  PUTS(1, LOWER_ALPHA, "a");
  PUTS(26, UPPER_ALPHA, "Z");
  PUTS(28, LOWER_ALPHA, "ab");
  PUTS(703, LOWER_ALPHA, "aaa");
  PUTS(INT32_MAX, LOWER_ALPHA, "fxshrxw");
  PUTS(28, LOWER_LETTER, "bb");
  PUTS(INT32_MAX, UPPER_LETTER, "WWWWWWWW");
  PUTS(0, LOWER_ALPHA, "0");
  PUTS(-3, LOWER_LETTER, "-3");
}
END_TEST

START_TEST(numerals) {
  PUTS(4, LOWER_ROMAN, "iv");
  PUTS(3888, UPPER_ROMAN, "MMMDCCCLXXXVIII");
  PUTS(4000, LOWER_ROMAN, "4000");
  PUTS(1000000000, LOWER_ROMAN, "1000000000");
  PUTS(0, UPPER_ROMAN, "0");
}
END_TEST

START_TEST(formats_have_names) {
  ck_assert_int_eq(policy__label_format(reading_string("i"), POLICY__FORMAT_DECIMAL), POLICY__FORMAT_LOWER_ROMAN);
  ck_assert_int_eq(policy__label_format(reading_string("I"), POLICY__FORMAT_DECIMAL), POLICY__FORMAT_UPPER_ROMAN);
  ck_assert_int_eq(policy__label_format(reading_string("lower-latin"), POLICY__FORMAT_DECIMAL), POLICY__FORMAT_LOWER_ALPHA);
  ck_assert_int_eq(policy__label_format(reading_string("armenian"), POLICY__FORMAT_ZERO), POLICY__FORMAT_ZERO);
  ck_assert_int_eq(policy__label_format(reading_string(""), POLICY__FORMAT_NONE), POLICY__FORMAT_NONE);
}
END_TEST

START_TEST(values_are_whole_numbers) {
  static const struct {
    const char *value;
    bool good;
    int32_t number;
  } cases[] = {{"3", true, 3},         {" -4x", true, -4},
               {"+5", true, 5},        {"99999999999999999999", true, INT32_MAX},
               {"x", false, 0},        {"-99999999999", true, -INT32_MAX},
               {"", false, 0},         {"-", false, 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    int32_t number = 0;
    ck_assert_int_eq(policy__label_number(reading_string(cases[i].value), &number), cases[i].good);
    ck_assert_int_eq(number, cases[i].number);
  }
}
END_TEST

START_TEST(own_numbers_are_seen) {
  ck_assert(policy__label_is_own(reading_string(" 4. Dig a well"), 1));
  ck_assert(policy__label_is_own(reading_string("[4] Wells"), 1));
  ck_assert(policy__label_is_own(reading_string("(b) Dig"), 1));
  ck_assert(policy__label_is_own(reading_string("c. Dig"), 3));
  ck_assert(!policy__label_is_own(reading_string("A. Smith digs"), 3));
  ck_assert(!policy__label_is_own(reading_string("12 Wells are dry"), 12));
  ck_assert(!policy__label_is_own(reading_string("Dig"), 1));
  ck_assert(!policy__label_is_own(reading_string(" "), 1));
}
END_TEST

Suite *suite_label(void) {
  Suite *suite = suite_create("label");
  TCase *tests = tcase_create("label");
  tcase_add_test(tests, digits);
  tcase_add_test(tests, letters);
  tcase_add_test(tests, numerals);
  tcase_add_test(tests, formats_have_names);
  tcase_add_test(tests, values_are_whole_numbers);
  tcase_add_test(tests, own_numbers_are_seen);
  suite_add_tcase(suite, tests);
  return suite;
}
