/* Numbers of documents. */
#include <check.h>

#include "read/metadata.h"
#include "reading.h"

static void filed(const char *text, const char *identifier, const char *author, const char *publisher) {
  policy_document *d = reading_of(text);
  reading_is(policy_document_identifier(d), identifier);
  reading_is(policy_document_author(d, 0), author);
  reading_is(policy_document_publisher(d), publisher);
  policy_document_unref(d);
}

START_TEST(symbols) {
  ck_assert(policy__holds_symbol(reading_string("United Nations A/RES/70/1")));
  ck_assert(policy__holds_symbol(reading_string("S/2016/13")));
  ck_assert(!policy__holds_symbol(reading_string("A/B testing and and/or")));
  ck_assert(!policy__holds_symbol(reading_string("US/EU relations")));
  ck_assert(!policy__holds_symbol(reading_string("")));
}
END_TEST

START_TEST(acts_of_organs) {
  filed("United Nations S/RES/9999 (2031)\n\nSecurity Council\n\n3 May 2031\n\nResolution 9999 (2031)\n\nThe "
        "Security Council,\n\n1. Weeps.\n",
        "S/RES/9999 (2031)", "Security Council", "United Nations");
  filed(
      "United Nations A/C.9/99/L.4\n\nGeneral Assembly\n\nThe dry lake\n\nThe General Assembly,\n\n1. Weeps.\n",
      "A/C.9/99/L.4", "", "United Nations");
}
END_TEST

START_TEST(numbers_of_reports) {
  filed("The dry lake\n\nGAO-31-105\n\nThe board weeps.\n", "GAO-31-105", "", "");
  filed("The dry lake\n\nHC 123\n\nThe board weeps.\n", "HC 123", "", "");
  filed("The dry lake\n\nCOM(2031) 45 final\n\nThe board weeps.\n", "COM(2031) 45 final", "", "");
  filed("The dry lake\n\nThe board weeps in CP and in HC.\n", "", "", "");
}
END_TEST

START_TEST(symbols_of_others) {
  filed("The dry lake\n\nThe board recalls what was said when the lake was wet and everybody was glad of it, "
        "in the years when there was rain in the hills and the nets "
        "were whole. It recalls A/RES/70/1 too.\n",
        "", "", "");
}
END_TEST

Suite *suite_symbol(void) {
  Suite *suite = suite_create("symbol");
  TCase *tests = tcase_create("symbol");
  tcase_add_test(tests, symbols);
  tcase_add_test(tests, acts_of_organs);
  tcase_add_test(tests, numbers_of_reports);
  tcase_add_test(tests, symbols_of_others);
  suite_add_tcase(suite, tests);
  return suite;
}
