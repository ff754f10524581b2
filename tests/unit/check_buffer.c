/* Growing bytes, and the writer in front of them. */
#include <check.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "tally.h"

START_TEST(appending) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_buffer_append(&buffer, "", 0), POLICY_OK);
  ck_assert_ptr_nonnull(buffer.data);
  ck_assert_str_eq(buffer.data, "");
  for (int i = 0; i < 1000; i++) ck_assert_int_eq(policy_buffer_append(&buffer, "abc", 3), POLICY_OK);
  ck_assert_uint_eq(buffer.size, 3000);
  ck_assert_uint_eq(strlen(buffer.data), 3000);
  ck_assert_uint_gt(buffer.capacity, buffer.size);
  policy_buffer_free(&buffer);
  ck_assert_ptr_null(buffer.data);
  ck_assert_uint_eq(buffer.size + buffer.capacity, 0);
  ck_assert_int_eq(policy_buffer_append(&buffer, "again", 5), POLICY_OK);
  ck_assert_str_eq(buffer.data, "again");
  policy_buffer_free(&buffer);
  policy_buffer_free(&buffer);
  policy_buffer_free(NULL);
}
END_TEST

START_TEST(misuse) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_buffer_append(NULL, "a", 1), POLICY_ERROR_ARGUMENT);
  ck_assert_int_eq(policy_buffer_append(&buffer, NULL, 1), POLICY_ERROR_ARGUMENT);
  ck_assert_int_eq(policy_buffer_append(&buffer, NULL, 0), POLICY_OK);
  ck_assert_str_eq(buffer.data, "");
  ck_assert_int_eq(policy_buffer_append(&buffer, "a", SIZE_MAX), POLICY_ERROR_LIMIT);
  ck_assert_int_eq(policy_buffer_append(&buffer, "a", 1), POLICY_OK);
  ck_assert_int_eq(policy_buffer_append(&buffer, "a", SIZE_MAX), POLICY_ERROR_LIMIT);
  ck_assert_str_eq(buffer.data, "a");
  policy_buffer_free(&buffer);
}
END_TEST

START_TEST(the_ceiling) {
  static const size_t ceilings[] = {1, 2, 127, 128, 129, 255, 256, 257, 1000};
  static const char bytes[1001] = {0};
  for (size_t c = 0; c < sizeof ceilings / sizeof *ceilings; c++) {
    policy_buffer buffer = {.ceiling = ceilings[c]};
    ck_assert_int_eq(policy_buffer_append(&buffer, bytes, ceilings[c] - 1), POLICY_OK);
    ck_assert_int_eq(policy_buffer_append(&buffer, bytes, 2), POLICY_ERROR_LIMIT);
    ck_assert_uint_eq(buffer.size, ceilings[c] - 1);
    ck_assert_int_eq(policy_buffer_append(&buffer, bytes, 1), POLICY_OK);
    ck_assert_int_eq(policy_buffer_append(&buffer, bytes, 1), POLICY_ERROR_LIMIT);
    ck_assert_int_eq(policy_buffer_append(&buffer, bytes, 0), POLICY_OK);
    ck_assert_uint_eq(buffer.size, ceilings[c]);
    ck_assert_uint_le(buffer.capacity, ceilings[c] + 1);
    policy_buffer_free(&buffer);
  }
}
END_TEST

START_TEST(the_greatest_ceiling) {
  policy_buffer buffer = {.ceiling = SIZE_MAX};
  ck_assert_int_eq(policy_buffer_append(&buffer, "abc", 3), POLICY_OK);
  ck_assert_int_eq(policy_buffer_append(&buffer, "abc", SIZE_MAX - 3), POLICY_ERROR_LIMIT);
  policy_buffer_free(&buffer);
}
END_TEST

START_TEST(a_failure_leaves_it_as_it_was) {
  tally t;
  tally_init(&t);
  policy_buffer buffer = {.allocator = t.allocator};
  char bytes[300];
  memset(bytes, 'b', sizeof bytes);
  ck_assert_int_eq(policy_buffer_append(&buffer, "a", 1), POLICY_OK);
  t.fail_at = t.calls + 1;
  ck_assert_int_eq(policy_buffer_append(&buffer, bytes, sizeof bytes), POLICY_ERROR_NO_MEMORY);
  ck_assert_uint_eq(buffer.size, 1);
  ck_assert_str_eq(buffer.data, "a");
  ck_assert_int_eq(policy_buffer_append(&buffer, bytes, sizeof bytes), POLICY_OK);
  policy_buffer_free(&buffer);
  ck_assert(tally_is_clean(&t));
}
END_TEST

START_TEST(growth_is_linear) {
  tally t;
  tally_init(&t);
  policy_buffer buffer = {.allocator = t.allocator};
  int failed = 0;
  for (int i = 0; i < 1000000; i++) failed += policy_buffer_append(&buffer, "x", 1) != POLICY_OK;
  ck_assert_int_eq(failed, 0);
  ck_assert_uint_lt(t.calls, 25);
  policy_buffer_free(&buffer);
  ck_assert(tally_is_clean(&t));
}
END_TEST

START_TEST(a_writer_stops_at_the_first_failure) {
  policy_buffer buffer = {.ceiling = 9};
  policy__writer writer = {&buffer, POLICY_OK};
  policy__write_text(&writer, "abc");
  policy__write_string(&writer, (policy_string){"def", 2});
  policy__write_format(&writer, "%d", 42);
  ck_assert_int_eq(writer.status, POLICY_OK);
  policy__write_text(&writer, "too long");
  ck_assert_int_eq(writer.status, POLICY_ERROR_LIMIT);
  policy__write_text(&writer, "x");
  policy__write_format(&writer, "%300d", 1);
  ck_assert_int_eq(writer.status, POLICY_ERROR_LIMIT);
  ck_assert_str_eq(buffer.data, "abcde42");
  policy_buffer_free(&buffer);
}
END_TEST

START_TEST(a_format_that_is_too_long_is_our_fault) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy__writer writer = {&buffer, POLICY_OK};
  policy__write_format(&writer, "%255d", 1);
  ck_assert_int_eq(writer.status, POLICY_OK);
  ck_assert_uint_eq(buffer.size, 255);
  policy__write_format(&writer, "%256d", 1);
  ck_assert_int_eq(writer.status, POLICY_ERROR_INTERNAL);
  ck_assert_uint_eq(buffer.size, 255);
  policy_buffer_free(&buffer);
}
END_TEST

Suite *suite_buffer(void) {
  Suite *suite = suite_create("buffer");
  TCase *tests = tcase_create("buffer");
  tcase_add_test(tests, appending);
  tcase_add_test(tests, misuse);
  tcase_add_test(tests, the_ceiling);
  tcase_add_test(tests, the_greatest_ceiling);
  tcase_add_test(tests, a_failure_leaves_it_as_it_was);
  tcase_add_test(tests, growth_is_linear);
  tcase_add_test(tests, a_writer_stops_at_the_first_failure);
  tcase_add_test(tests, a_format_that_is_too_long_is_our_fault);
  suite_add_tcase(suite, tests);
  return suite;
}
