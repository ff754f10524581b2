/* Statuses and the caller's error. */
#include <check.h>
#include <string.h>

#include "base/status.h"
#include "text/utf8.h"

START_TEST(every_status_has_words_of_its_own) {
  for (int a = POLICY_OK; a >= POLICY_ERROR_INTERNAL; a--) {
    const char *words = policy_status_message((policy_status)a);
    ck_assert_uint_gt(strlen(words), 0);
    ck_assert_str_ne(words, "unknown status");
    for (int b = POLICY_OK; b > a; b--) ck_assert_str_ne(words, policy_status_message((policy_status)b));
  }
}
END_TEST

START_TEST(a_number_that_is_no_status) {
  ck_assert_str_eq(policy_status_message((policy_status)1), "unknown status");
  ck_assert_str_eq(policy_status_message((policy_status)-11), "unknown status");
  ck_assert_str_eq(policy_status_message((policy_status)2147483647), "unknown status");
}
END_TEST

START_TEST(fail_fills_the_error) {
  policy_error error;
  memset(&error, 0xFF, sizeof error);
  ck_assert_int_eq(policy__fail(&error, POLICY_ERROR_FORMAT, 42, "%s: %d", "line", 7), POLICY_ERROR_FORMAT);
  ck_assert_int_eq(error.code, POLICY_ERROR_FORMAT);
  ck_assert_uint_eq(error.offset, 42);
  ck_assert_str_eq(error.message, "line: 7");
  ck_assert_int_eq(policy__fail_plain(&error, POLICY_ERROR_IO), POLICY_ERROR_IO);
  ck_assert_str_eq(error.message, policy_status_message(POLICY_ERROR_IO));
  ck_assert_uint_eq(error.offset, 0);
}
END_TEST

START_TEST(fail_takes_no_error) {
  ck_assert_int_eq(policy__fail(NULL, POLICY_ERROR_LIMIT, 1, "%d", 1), POLICY_ERROR_LIMIT);
  ck_assert_int_eq(policy__fail_plain(NULL, POLICY_ERROR_LIMIT), POLICY_ERROR_LIMIT);
}
END_TEST

static void is_valid(const char *message) {
  policy_buffer clean = POLICY_BUFFER_INIT;
  policy__cleaning cleaning = {0};
  ck_assert_int_eq(policy__utf8_clean(message, strlen(message), &clean, NULL, &cleaning), POLICY_OK);
  ck_assert_uint_eq(cleaning.replaced, 0);
  policy_buffer_free(&clean);
}

START_TEST(a_long_message_is_cut_between_characters) {
  static const char *const characters[] = {"a", "\xC3\xA4", "\xE2\x82\xAC", "\xF0\x9D\x92\x9C"};
  for (size_t c = 0; c < 4; c++) {
    for (size_t shift = 0; shift < 4; shift++) {
      char text[400];
      size_t size = shift, step = strlen(characters[c]);
      memset(text, 'x', shift);
      while (size + step < sizeof text) memcpy(text + size, characters[c], step), size += step;
      text[size] = '\0';
      policy_error error;
      policy__fail(&error, POLICY_ERROR_FORMAT, 0, "%s", text);
      size_t kept = strlen(error.message);
      ck_assert_uint_lt(kept, POLICY_MESSAGE_SIZE);
      ck_assert_uint_gt(kept + step, POLICY_MESSAGE_SIZE - 1);
      ck_assert_uint_eq((kept - shift) % step, 0);
      ck_assert_mem_eq(error.message, text, kept);
    }
  }
}
END_TEST

START_TEST(a_message_is_one_line_of_utf8) {
  static const char *const bad[] = {"a\nb",     "a\rb",         "\x1b[31mred",      "\x80\x81\x82", "\xFF",
                                    "x\xC3",    "\xC3(",        "\xE2\x82",         "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                    "\xC0\x80", "\xE0\x80\x80", "\xF0\x80\x80\x80", "tab\there",    "\x7F"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    policy_error error;
    policy__fail(&error, POLICY_ERROR_FORMAT, 0, "[%s]", bad[i]);
    is_valid(error.message);
    for (const char *at = error.message; *at != '\0'; at++)
      ck_assert((unsigned char)*at >= 0x20 && *at != 0x7F);
    ck_assert_int_eq(error.message[0], '[');
    ck_assert_int_eq(error.message[strlen(error.message) - 1], ']');
  }
}
END_TEST

Suite *suite_status(void) {
  Suite *suite = suite_create("status");
  TCase *tests = tcase_create("status");
  tcase_add_test(tests, every_status_has_words_of_its_own);
  tcase_add_test(tests, a_number_that_is_no_status);
  tcase_add_test(tests, fail_fills_the_error);
  tcase_add_test(tests, fail_takes_no_error);
  tcase_add_test(tests, a_long_message_is_cut_between_characters);
  tcase_add_test(tests, a_message_is_one_line_of_utf8);
  suite_add_tcase(suite, tests);
  return suite;
}
