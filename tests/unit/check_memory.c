/* The allocator of the system, and the one that counts. */
#include <check.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "tally.h"

START_TEST(malloc_allocator) {
  const policy_allocator *a = &policy__malloc_allocator;
  char *block = policy__allocate(a, 0);
  ck_assert_ptr_nonnull(block);
  block = policy__reallocate(a, block, 0, 100);
  ck_assert_ptr_nonnull(block);
  memset(block, 'x', 100);
  block = policy__reallocate(a, block, 100, 10);
  ck_assert_ptr_nonnull(block);
  ck_assert_mem_eq(block, "xxxxxxxxxx", 10);
  policy__release(a, block, 10);
  block = policy__reallocate(a, NULL, 0, 5);
  ck_assert_ptr_nonnull(block);
  policy__release(a, block, 5);
  policy__release(a, NULL, 5);
}
END_TEST

START_TEST(sizes_of_nothing_agree) {
  tally t;
  tally_init(&t);
  void *block = policy__allocate(&t.allocator, 0);
  block = policy__reallocate(&t.allocator, block, 0, 0);
  policy__release(&t.allocator, block, 0);
  ck_assert(tally_is_clean(&t));
}
END_TEST

START_TEST(the_ceiling) {
  for (int over = -1; over <= 1; over++) {
    tally t;
    tally_init(&t);
    policy__memory memory;
    policy__memory_init(&memory, &t.allocator, 100);
    void *first = policy__allocate(&memory.allocator, 60);
    ck_assert_ptr_nonnull(first);
    void *second = policy__allocate(&memory.allocator, (size_t)(40 + over));
    ck_assert_int_eq(second == NULL, over > 0);
    ck_assert_int_eq(memory.over, over > 0);
    if (second != NULL) ck_assert_uint_eq(memory.used, (uint64_t)(100 + over));
    policy__release(&memory.allocator, second, (size_t)(40 + over));
    ck_assert_uint_eq(memory.used, 60);
    void *moved = policy__reallocate(&memory.allocator, first, 60, (size_t)(100 + over));
    ck_assert_int_eq(moved == NULL, over > 0);
    if (moved != NULL) first = moved;
    ck_assert_uint_eq(memory.used, moved != NULL ? (uint64_t)(100 + over) : 60);
    size_t size = (size_t)memory.used;
    first = policy__reallocate(&memory.allocator, first, size, 1);
    ck_assert_uint_eq(memory.used, 1);
    policy__release(&memory.allocator, first, 1);
    ck_assert_uint_eq(memory.used, 0);
    ck_assert_uint_eq(memory.peak, over == 1 ? 60 : (uint64_t)(100 + over));
    ck_assert(tally_is_clean(&t));
  }
}
END_TEST

START_TEST(sizes_that_overflow_are_refused) {
  policy__memory memory;
  policy__memory_init(&memory, NULL, UINT64_MAX);
  void *block = policy__allocate(&memory.allocator, 10);
  ck_assert_ptr_nonnull(block);
  volatile size_t huge = SIZE_MAX;
  ck_assert_ptr_null(policy__allocate(&memory.allocator, huge));
  ck_assert(memory.over);
  ck_assert_uint_eq(memory.used, 10);
  policy__release(&memory.allocator, block, 10);
}
END_TEST

START_TEST(the_source_fails) {
  tally t;
  tally_init(&t);
  policy__memory memory;
  policy__memory_init(&memory, &t.allocator, 1000);
  void *block = policy__allocate(&memory.allocator, 10);
  t.fail_at = 2;
  t.sticky = true;
  ck_assert_ptr_null(policy__allocate(&memory.allocator, 10));
  ck_assert(!memory.over);
  ck_assert_ptr_null(policy__reallocate(&memory.allocator, block, 10, 20));
  ck_assert_uint_eq(memory.used, 10);
  policy_error error;
  ck_assert_int_eq(policy__memory_fail(&memory, &error), POLICY_ERROR_NO_MEMORY);
  ck_assert_int_eq(error.code, POLICY_ERROR_NO_MEMORY);
  policy__release(&memory.allocator, block, 10);
  ck_assert(tally_is_clean(&t));
}
END_TEST

START_TEST(a_shrink_that_fails_is_no_matter_of_the_ceiling) {
  tally t;
  tally_init(&t);
  policy__memory memory;
  policy__memory_init(&memory, &t.allocator, 100);
  void *block = policy__allocate(&memory.allocator, 50);
  ck_assert_ptr_null(policy__allocate(&memory.allocator, 51));
  ck_assert(memory.over);
  t.fail_at = t.calls + 1;
  ck_assert_ptr_null(policy__reallocate(&memory.allocator, block, 50, 20));
  ck_assert(!memory.over);
  policy__release(&memory.allocator, block, 50);
  ck_assert(tally_is_clean(&t));
}
END_TEST

START_TEST(which_failure_it_was) {
  policy__memory memory;
  policy__memory_init(&memory, NULL, 100);
  policy_error error;
  ck_assert_ptr_null(policy__allocate(&memory.allocator, 101));
  ck_assert_int_eq(policy__memory_fail(&memory, &error), POLICY_ERROR_LIMIT);
  ck_assert_ptr_nonnull(strstr(error.message, "100"));
  void *block = policy__allocate(&memory.allocator, 100);
  ck_assert_int_eq(policy__memory_fail(&memory, &error), POLICY_ERROR_NO_MEMORY);
  policy__release(&memory.allocator, block, 100);
}
END_TEST

Suite *suite_memory(void) {
  Suite *suite = suite_create("memory");
  TCase *tests = tcase_create("memory");
  tcase_add_test(tests, malloc_allocator);
  tcase_add_test(tests, sizes_of_nothing_agree);
  tcase_add_test(tests, the_ceiling);
  tcase_add_test(tests, sizes_that_overflow_are_refused);
  tcase_add_test(tests, the_source_fails);
  tcase_add_test(tests, a_shrink_that_fails_is_no_matter_of_the_ceiling);
  tcase_add_test(tests, which_failure_it_was);
  suite_add_tcase(suite, tests);
  return suite;
}
