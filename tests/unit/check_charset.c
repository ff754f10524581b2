/* Charsets: which one is chosen, and what the text becomes. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "text/charset.h"

static policy__charset found;

/* Decodes the bytes and compares. */
static void expect(const char *bytes, size_t size, const char *declared, const char *name,
                   policy__charset_reason reason, const char *text) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy__charset_decode(bytes, size, declared, &buffer, NULL, &found), POLICY_OK);
  ck_assert_str_eq(found.name, name);
  ck_assert_int_eq(found.reason, reason);
  if (found.as_is) ck_assert_uint_eq(buffer.size, 0);
  else ck_assert_str_eq(buffer.data, text);
  policy_buffer_free(&buffer);
}
#define EXPECT(bytes, declared, name, reason, text) \
  expect(bytes, sizeof bytes - 1, declared, name, POLICY__CHARSET_##reason, text)

START_TEST(utf8_wins_over_what_is_declared) {
  EXPECT("plain", NULL, "utf-8", VALID, "");
  EXPECT("plain", "iso-8859-1", "utf-8", VALID, "");
  EXPECT("\xE4\xB8\xAD\xE6\x96\x87", "gb2312", "utf-8", VALID, "");
  EXPECT("\xEF\xBB\xBFx", "latin1", "utf-8", MARK, "");
  EXPECT("", "utf-8", "utf-8", VALID, "");
}
END_TEST

START_TEST(wide_charsets) {
  EXPECT("\xFF\xFEt\0o\0", NULL, "utf-16le", MARK, "to");
  EXPECT("\xFE\xFF\0t\0o", NULL, "utf-16be", MARK, "to");
  EXPECT("t\0h\0e\0 \0r\0i\0v\0e\0r\0s\0", NULL, "utf-16le", GUESSED, "the rivers");
  EXPECT("\0t\0h\0e\0 \0r\0i\0v\0e\0r\0s", "utf-8", "utf-16be", GUESSED, "the rivers");
  EXPECT("\xFF\xFE\0\0t\0\0\0", NULL, "utf-32le", MARK, "t");
  EXPECT("\xFF\xFEt\0\x00\xDC", NULL, "utf-16le", MARK, "t\xEF\xBF\xBD\xEF\xBF\xBD");
}
END_TEST

START_TEST(declared_as_browsers_take_it) {
  EXPECT("it\x92s", "ISO-8859-1", "windows-1252", DECLARED, "it\xE2\x80\x99s");
  EXPECT("it\x92s", " \"latin1\" ", "windows-1252", DECLARED, "it\xE2\x80\x99s");
  EXPECT("\xC4\xE0", "windows-1251", "windows-1251", DECLARED, "\xD0\x94\xD0\xB0");
  EXPECT("\x93\xFA\x96{", "Shift_JIS", "shift_jis", DECLARED, "\xE6\x97\xA5\xE6\x9C\xAC");
  EXPECT("\x1B$BF|K\\\x1B(B", "iso-2022-jp", "iso-2022-jp", DECLARED, "\xE6\x97\xA5\xE6\x9C\xAC");
  EXPECT("it\x92s", "no-such-charset", "windows-1252", GUESSED, "it\xE2\x80\x99s");
  EXPECT("it\x92s", "utf-8", "windows-1252", GUESSED, "it\xE2\x80\x99s");
}
END_TEST

START_TEST(windows_and_macintosh_are_told_apart) {
  EXPECT("The committee\x92s view \x96 not the minister\x92s \x93plan\x94", NULL, "windows-1252", GUESSED,
         "The committee\xE2\x80\x99s view \xE2\x80\x93 not the minister\xE2\x80\x99s \xE2\x80\x9Cplan\xE2\x80\x9D");
  EXPECT("The committee\xD5s view \xD0 not the minister\xD5s \xD2plan\xD3", NULL, "macintosh", GUESSED,
         "The committee\xE2\x80\x99s view \xE2\x80\x93 not the minister\xE2\x80\x99s \xE2\x80\x9Cplan\xE2\x80\x9D");
  EXPECT("C\xF4te d\x92Ivoire and Fran\xE7ois", NULL, "windows-1252", GUESSED,
         "C\xC3\xB4te d\xE2\x80\x99Ivoire and Fran\xC3\xA7ois");
  EXPECT("C\x99te d\xD5Ivoire and Fran\x8Dois", NULL, "macintosh", GUESSED,
         "C\xC3\xB4te d\xE2\x80\x99Ivoire and Fran\xC3\xA7ois");
}
END_TEST

START_TEST(other_scripts_are_guessed) {
  EXPECT("\xCF\xF0\xE0\xE2\xE8\xF2\xE5\xEB\xFC\xF1\xF2\xE2\xEE \xE4\xEE\xEB\xE6\xED\xEE \xEF\xF0\xE8\xED\xFF\xF2\xFC "
         "\xEC\xE5\xF0\xFB",
         NULL, "windows-1251", GUESSED,
         "\xD0\x9F\xD1\x80\xD0\xB0\xD0\xB2\xD0\xB8\xD1\x82\xD0\xB5\xD0\xBB\xD1\x8C\xD1\x81\xD1\x82\xD0\xB2\xD0\xBE "
         "\xD0\xB4\xD0\xBE\xD0\xBB\xD0\xB6\xD0\xBD\xD0\xBE \xD0\xBF\xD1\x80\xD0\xB8\xD0\xBD\xD1\x8F\xD1\x82\xD1\x8C "
         "\xD0\xBC\xD0\xB5\xD1\x80\xD1\x8B");
}
END_TEST

START_TEST(stray_bytes_in_utf8) {
  EXPECT("caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 it\x92s", "utf-8", "utf-8", MIXED,
         "caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 it\xE2\x80\x99s");
}
END_TEST

/* How sure, by what told it. */
START_TEST(confidences) {
  EXPECT("\xEF\xBB\xBFone", "", "utf-8", MARK, "\xEF\xBB\xBFone");
  ck_assert_double_eq(found.confidence, 1);
  EXPECT("one", "", "utf-8", VALID, "one");
  ck_assert_double_eq(found.confidence, 1);
  EXPECT("caf\xC3\xA9", "", "utf-8", VALID, "caf\xC3\xA9");
  ck_assert_double_eq(found.confidence, 0.75);
  EXPECT("it\x92s", "windows-1252", "windows-1252", DECLARED, "it\xE2\x80\x99s");
  ck_assert_double_eq_tol(found.confidence, 0.9, 1e-9);
  EXPECT("it\x92s", "", "windows-1252", GUESSED, "it\xE2\x80\x99s");
  ck_assert_double_eq_tol(found.confidence, 0.7, 1e-9);
}
END_TEST

START_TEST(the_charset_of_a_media_type) {
  static const struct {
    const char *type, *name;
  } cases[] = {{"text/html", ""},
               {NULL, ""},
               {"text/html; Charset=UTF-8", "utf-8"},
               {"text/html;charset=\"iso-8859-1\"; x", "windows-1252"},
               {"text/html; charset=", ""}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char name[POLICY__CHARSET_SIZE];
    policy__charset_of_type(cases[i].type, name);
    ck_assert_str_eq(name, cases[i].name);
  }
}
END_TEST

START_TEST(a_ceiling_is_a_status) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  buffer.ceiling = 8;
  ck_assert_int_eq(policy__charset_decode("it\x92s all one", 12, "latin1", &buffer, NULL, &found),
                   POLICY_ERROR_LIMIT);
  policy_buffer_free(&buffer);
}
END_TEST

Suite *suite_charset(void) {
  Suite *suite = suite_create("charset");
  TCase *cases = tcase_create("charset");
  tcase_add_test(cases, utf8_wins_over_what_is_declared);
  tcase_add_test(cases, wide_charsets);
  tcase_add_test(cases, declared_as_browsers_take_it);
  tcase_add_test(cases, windows_and_macintosh_are_told_apart);
  tcase_add_test(cases, other_scripts_are_guessed);
  tcase_add_test(cases, stray_bytes_in_utf8);
  tcase_add_test(cases, confidences);
  tcase_add_test(cases, the_charset_of_a_media_type);
  tcase_add_test(cases, a_ceiling_is_a_status);
  suite_add_tcase(suite, cases);
  return suite;
}
