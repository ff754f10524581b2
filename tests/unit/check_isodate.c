/* Dates of title pages. */
#include <check.h>

#include "read/isodate.h"
#include "reading.h"

static const char *read(const char *text) {
  static char iso[POLICY__DATE_SIZE];
  policy__date date = {0, 0, 0};
  if (policy__date_read(reading_string(text), &date) == 0) return "";
  policy__date_write(date, iso);
  return iso;
}

static const char *line(const char *text) {
  static char iso[POLICY__DATE_SIZE];
  policy__date date = {0, 0, 0};
  if (!policy__is_date_line(reading_string(text), &date)) return "";
  policy__date_write(date, iso);
  return iso;
}

START_TEST(words) {
  ck_assert_str_eq(read("25 February 2016"), "2016-02-25");
  ck_assert_str_eq(read("February 25, 2016"), "2016-02-25");
  ck_assert_str_eq(read("Feb. 25th 2016"), "2016-02-25");
  ck_assert_str_eq(read("25th of February, 2016"), "2016-02-25");
  ck_assert_str_eq(read("3rd day of May 2010"), "2010-05-03");
  ck_assert_str_eq(read("Thursday, 25 February 2016"), "2016-02-25");
  ck_assert_str_eq(read("25-Feb-2016"), "2016-02-25");
  ck_assert_str_eq(read("February 2016"), "2016-02");
  ck_assert_str_eq(read("25 f\xC3\xA9vrier 2016"), "2016-02-25");
  ck_assert_str_eq(read("25 de enero de 2016"), "2016-01-25");
}
END_TEST

START_TEST(digits) {
  ck_assert_str_eq(read("2016-02-25"), "2016-02-25");
  ck_assert_str_eq(read("2016/02/25"), "2016-02-25");
  ck_assert_str_eq(read("2016-02"), "2016-02");
  ck_assert_str_eq(read("25/02/2016"), "2016-02-25");
  ck_assert_str_eq(read("02/25/2016"), "2016-02-25");
  ck_assert_str_eq(read("03/03/2016"), "2016-03-03");
  ck_assert_str_eq(read("02/03/2016"), "");
  ck_assert_str_eq(read("02.03.2016"), "2016-03-02");
}
END_TEST

START_TEST(what_is_no_date) {
  ck_assert_str_eq(read("31 February 2016"), "");
  ck_assert_str_eq(read("29 February 2015"), "");
  ck_assert_str_eq(read("29 February 2016"), "2016-02-29");
  ck_assert_str_eq(read("32 May 2016"), "");
  ck_assert_str_eq(read("25 February 201655"), "");
  ck_assert_str_eq(read("May we 2016"), "");
  ck_assert_str_eq(read("2016"), "");
  ck_assert_str_eq(read(""), "");
}
END_TEST

START_TEST(lines) {
  ck_assert_str_eq(line("Published on 9 March 2021"), "2021-03-09");
  ck_assert_str_eq(line("Tallinn, February 2024"), "2024-02");
  ck_assert_str_eq(line("Last updated: 9 March 2021 at 10:15"), "2021-03-09");
  ck_assert_str_eq(line("9 March 2021 was a cold day"), "");
  ck_assert_str_eq(line("The court sat on 9 March 2021"), "");
}
END_TEST

START_TEST(finding) {
  policy__date date;
  size_t begin;
  ck_assert(policy__date_find(reading_string("Adopted at its meeting, on 29 October 2001"), &date, &begin));
  ck_assert_uint_eq(begin, 27);
  ck_assert_uint_eq(date.day, 29);
  ck_assert(!policy__date_find(reading_string("A/2001-10-29x and B2001-10-29"), &date, &begin));
}
END_TEST

START_TEST(writing) {
  char iso[POLICY__DATE_SIZE];
  policy__date_write((policy__date){2016, 0, 0}, iso);
  ck_assert_str_eq(iso, "2016");
  policy__date_write((policy__date){0, 0, 0}, iso);
  ck_assert_str_eq(iso, "");
}
END_TEST

Suite *suite_isodate(void) {
  Suite *suite = suite_create("isodate");
  TCase *tests = tcase_create("isodate");
  tcase_add_test(tests, words);
  tcase_add_test(tests, digits);
  tcase_add_test(tests, what_is_no_date);
  tcase_add_test(tests, lines);
  tcase_add_test(tests, finding);
  tcase_add_test(tests, writing);
  suite_add_tcase(suite, tests);
  return suite;
}
