/* Growing arrays. */
#include <check.h>
#include <stdint.h>

#include "base/array.h"
#include "tally.h"

static tally memory;

static void set_up(void) {
  tally_init(&memory);
}

static void tear_down(void) {
  ck_assert(tally_is_clean(&memory));
}

START_TEST(pushes_keep_what_is_there) {
  policy__array array;
  policy__array_init(&array, &memory.allocator, sizeof(uint64_t), SIZE_MAX);
  for (uint64_t i = 0; i < 10000; i++) {
    policy_status status;
    uint64_t *item = policy__array_push(&array, &status);
    ck_assert_ptr_nonnull(item);
    ck_assert_int_eq(status, POLICY_OK);
    ck_assert_uint_eq(*item, 0);
    *item = i * i;
  }
  for (uint64_t i = 0; i < 10000; i++) ck_assert_uint_eq(*POLICY__AT(&array, uint64_t, i), i * i);
  ck_assert_uint_lt(memory.calls, 20);
  policy__array_free(&array);
  ck_assert_uint_eq(array.count, 0);
  policy__array_free(&array);
}
END_TEST

START_TEST(the_ceiling_is_the_last_item) {
  static const size_t ceilings[] = {0, 1, 2, 7, 8, 9, 15, 16, 17, 100};
  for (size_t c = 0; c < sizeof ceilings / sizeof *ceilings; c++) {
    policy__array array;
    policy_status status = POLICY_OK;
    policy__array_init(&array, &memory.allocator, 3, ceilings[c]);
    for (size_t i = 0; i < ceilings[c]; i++) ck_assert_ptr_nonnull(policy__array_push(&array, NULL));
    ck_assert_ptr_null(policy__array_push(&array, &status));
    ck_assert_int_eq(status, POLICY_ERROR_LIMIT);
    ck_assert_ptr_null(policy__array_push(&array, NULL));
    ck_assert_uint_eq(array.count, ceilings[c]);
    ck_assert_uint_le(array.capacity, ceilings[c]);
    policy__array_free(&array);
  }
}
END_TEST

START_TEST(reserved_room_needs_no_memory) {
  policy__array array;
  policy__array_init(&array, &memory.allocator, sizeof(int), 1000);
  ck_assert_int_eq(policy__array_reserve(&array, 0), POLICY_OK);
  ck_assert_uint_eq(memory.calls, 0);
  ck_assert_int_eq(policy__array_reserve(&array, 1000), POLICY_OK);
  memory.fail_at = 1;
  memory.sticky = true;
  for (int i = 0; i < 1000; i++) ck_assert_ptr_nonnull(policy__array_push(&array, NULL));
  ck_assert_int_eq(policy__array_reserve(&array, 1), POLICY_ERROR_LIMIT);
  ck_assert_int_eq(policy__array_reserve(&array, SIZE_MAX), POLICY_ERROR_LIMIT);
  policy__array_free(&array);
}
END_TEST

START_TEST(no_memory_changes_nothing) {
  policy__array array;
  policy_status status;
  policy__array_init(&array, &memory.allocator, sizeof(int), SIZE_MAX);
  for (int i = 0; i < 16; i++) *(int *)policy__array_push(&array, NULL) = i;
  memory.fail_at = memory.calls + 1;
  ck_assert_ptr_null(policy__array_push(&array, &status));
  ck_assert_int_eq(status, POLICY_ERROR_NO_MEMORY);
  ck_assert_uint_eq(array.count, 16);
  for (int i = 0; i < 16; i++) ck_assert_int_eq(*POLICY__AT(&array, int, i), i);
  ck_assert_ptr_nonnull(policy__array_push(&array, NULL));
  policy__array_free(&array);
}
END_TEST

START_TEST(sizes_that_overflow) {
  policy__array array;
  policy__array_init(&array, &memory.allocator, 64, SIZE_MAX);
  ck_assert_int_eq(policy__array_reserve(&array, SIZE_MAX / 32), POLICY_ERROR_LIMIT);
  ck_assert_uint_eq(memory.calls, 0);
}
END_TEST

Suite *suite_array(void) {
  Suite *suite = suite_create("array");
  TCase *tests = tcase_create("array");
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, pushes_keep_what_is_there);
  tcase_add_test(tests, the_ceiling_is_the_last_item);
  tcase_add_test(tests, reserved_room_needs_no_memory);
  tcase_add_test(tests, no_memory_changes_nothing);
  tcase_add_test(tests, sizes_that_overflow);
  suite_add_tcase(suite, tests);
  return suite;
}
