/* Whether a text is English. */
#include <check.h>

#include "read/language.h"
#include "reading.h"

START_TEST(languages) {
  ck_assert_str_eq(
      policy__language_of(reading_string(
          "The council met in the spring to speak of the lake and of the people who live from it.")),
      "en");
  ck_assert_str_eq(
      policy__language_of(reading_string(
          "Le conseil se r\xC3\xA9unit au printemps pour parler du lac et de ceux qui en vivent.")),
      "");
  ck_assert_str_eq(
      policy__language_of(reading_string(
          "Die raad het in die lente vergader om oor die meer te praat, en was in sy besluit eenparig.")),
      "");
  ck_assert_str_eq(policy__language_of(reading_string("Lake. Nets. Salt.")), "");
  ck_assert_str_eq(policy__language_of(reading_string("")), "");
}
END_TEST

Suite *suite_language(void) {
  Suite *suite = suite_create("language");
  TCase *tests = tcase_create("language");
  tcase_add_test(tests, languages);
  suite_add_tcase(suite, tests);
  return suite;
}
