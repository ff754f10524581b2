/* The arena. */
#include <check.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "tally.h"

static tally memory;
static policy__arena arena;

static void set_up(void) {
  tally_init(&memory);
  policy__arena_init(&arena, &memory.allocator);
}

static void tear_down(void) {
  policy__arena_free(&arena);
  ck_assert(tally_is_clean(&memory));
  ck_assert_ptr_null(arena.chunks);
}

START_TEST(objects_are_aligned_zeroed_and_apart) {
  enum { COUNT = 2000 };
  static unsigned char *blocks[COUNT];
  static size_t sizes[COUNT];
  uint32_t seed = 1;
  for (size_t i = 0; i < COUNT; i++) {
    seed = seed * 1664525u + 1013904223u;
    sizes[i] = seed >> 16 & (i % 100 == 0 ? 0x3FFF : 0x3F);
    blocks[i] = policy__arena_allocate(&arena, sizes[i]);
    ck_assert_ptr_nonnull(blocks[i]);
    ck_assert_uint_eq((uintptr_t)blocks[i] % alignof(max_align_t), 0);
    for (size_t k = 0; k < sizes[i]; k++) ck_assert_uint_eq(blocks[i][k], 0);
    memset(blocks[i], (int)(i & 0xFF), sizes[i]);
  }
  for (size_t i = 0; i < COUNT; i++)
    for (size_t k = 0; k < sizes[i]; k++) ck_assert_uint_eq(blocks[i][k], i & 0xFF);
}
END_TEST

START_TEST(around_the_size_of_a_chunk) {
  static const size_t sizes[] = {4095, 4096, 4097, 1, 8191, 8192, 8193, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20, 1, 0};
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    char *block = policy__arena_allocate(&arena, sizes[i]);
    ck_assert_ptr_nonnull(block);
    memset(block, 'x', sizes[i]);
  }
}
END_TEST

START_TEST(few_blocks_for_many_objects) {
  for (int i = 0; i < 100000; i++) ck_assert_ptr_nonnull(policy__arena_allocate(&arena, 16));
#ifndef POLICY_DEBUG_ARENA
  ck_assert_uint_lt(memory.calls, 20);
#endif
}
END_TEST

START_TEST(impossible_sizes) {
  ck_assert_ptr_null(policy__arena_allocate(&arena, SIZE_MAX));
  ck_assert_ptr_null(policy__arena_allocate(&arena, SIZE_MAX - 16));
  ck_assert_ptr_null(policy__arena_array(&arena, SIZE_MAX / 4, 8));
  ck_assert_uint_eq(memory.blocks, 0);
  ck_assert_ptr_nonnull(policy__arena_array(&arena, 0, 8));
  ck_assert_ptr_nonnull(policy__arena_array(&arena, 3, 8));
}
END_TEST

START_TEST(strings_are_copied_with_a_nul) {
  char text[] = "policy";
  policy_string copy;
  ck_assert(policy__arena_string(&arena, (policy_string){text, 6}, &copy));
  text[0] = 'X';
  ck_assert_uint_eq(copy.size, 6);
  ck_assert_str_eq(copy.data, "policy");
  size_t calls = memory.calls;
  ck_assert(policy__arena_string(&arena, (policy_string){NULL, 0}, &copy));
  ck_assert_ptr_nonnull(copy.data);
  ck_assert_str_eq(copy.data, "");
  ck_assert_uint_eq(memory.calls, calls);
  ck_assert(!policy__arena_string(&arena, (policy_string){text, SIZE_MAX}, &copy));
}
END_TEST

START_TEST(no_memory) {
  memory.fail_at = 1;
  memory.sticky = true;
  policy_string copy;
  ck_assert_ptr_null(policy__arena_allocate(&arena, 1));
  ck_assert(!policy__arena_string(&arena, (policy_string){"a", 1}, &copy));
  memory.fail_at = 0;
  ck_assert(policy__arena_string(&arena, (policy_string){"a", 1}, &copy));
  memory.fail_at = 1;
  ck_assert_ptr_null(policy__arena_allocate(&arena, 1 << 20));
  ck_assert_str_eq(copy.data, "a");
}
END_TEST

Suite *suite_arena(void) {
  Suite *suite = suite_create("arena");
  TCase *tests = tcase_create("arena");
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, objects_are_aligned_zeroed_and_apart);
  tcase_add_test(tests, around_the_size_of_a_chunk);
  tcase_add_test(tests, few_blocks_for_many_objects);
  tcase_add_test(tests, impossible_sizes);
  tcase_add_test(tests, strings_are_copied_with_a_nul);
  tcase_add_test(tests, no_memory);
  suite_add_tcase(suite, tests);
  return suite;
}
