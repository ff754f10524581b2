/* The hash and the table. */
#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "tally.h"

START_TEST(every_bit_of_the_input_counts) {
  unsigned char bytes[48];
  for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (unsigned char)(i * 37 + 1);
  for (size_t size = 0; size <= sizeof bytes; size++) {
    uint64_t hash = policy__hash(bytes, size, 1);
    ck_assert_uint_eq(hash, policy__hash(bytes, size, 1));
    ck_assert_uint_ne(hash, policy__hash(bytes, size, 2));
    if (size > 0) ck_assert_uint_ne(hash, policy__hash(bytes, size - 1, 1));
    for (size_t bit = 0; bit < size * 8; bit++) {
      bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
      ck_assert_uint_ne(hash, policy__hash(bytes, size, 1));
      bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
    }
  }
}
END_TEST

START_TEST(unaligned_input_hashes_the_same) {
  char room[80];
  for (size_t shift = 0; shift < 8; shift++) {
    memcpy(room + shift, "the Contracting Parties shall keep the register", 47);
    ck_assert_uint_eq(policy__hash(room + shift, 47, 5),
                      policy__hash("the Contracting Parties shall keep the register", 47, 5));
  }
}
END_TEST

START_TEST(low_bits_are_spread) {
  enum { SLOTS = 4096 };
  static int used[SLOTS];
  memset(used, 0, sizeof used);
  for (uint32_t i = 0; i < SLOTS; i++) used[policy__hash(&i, sizeof i, 0) % SLOTS]++;
  int empty = 0;
  for (int i = 0; i < SLOTS; i++) empty += used[i] == 0;
  ck_assert_int_lt(empty, SLOTS * 40 / 100); /* chance leaves 1/e, 37 % */
}
END_TEST

enum { KEYS = 20000 };
static char keys[KEYS][16];

static policy_string key(int i) {
  return (policy_string){keys[i], strlen(keys[i])};
}

START_TEST(a_table_finds_what_was_put_in) {
  tally t;
  tally_init(&t);
  policy__table table;
  policy__table_init(&table, &t.allocator);
  ck_assert_uint_eq(policy__table_find(&table, (policy_string){"a", 1}), POLICY_NONE);
  for (int i = 0; i < KEYS; i++) {
    snprintf(keys[i], sizeof keys[i], "k%d", i);
    ck_assert_uint_eq(policy__table_find(&table, key(i)), POLICY_NONE);
    ck_assert_int_eq(policy__table_add(&table, key(i), (uint32_t)i * 3), POLICY_OK);
  }
  ck_assert_uint_eq(table.count, KEYS);
  ck_assert_uint_le(table.count, table.capacity / 4 * 3);
  for (int i = 0; i < KEYS; i++) ck_assert_uint_eq(policy__table_find(&table, key(i)), (uint32_t)i * 3);
  ck_assert_uint_eq(policy__table_find(&table, (policy_string){"k", 1}), POLICY_NONE);
  ck_assert_uint_eq(policy__table_find(&table, (policy_string){"k1x", 3}), POLICY_NONE);
  policy__table_free(&table);
  ck_assert_uint_eq(policy__table_find(&table, key(1)), POLICY_NONE);
  policy__table_free(&table);
  ck_assert(tally_is_clean(&t));
}
END_TEST

START_TEST(the_empty_key_is_a_key) {
  policy__table table;
  policy__table_init(&table, &policy__malloc_allocator);
  ck_assert_int_eq(policy__table_add(&table, (policy_string){"", 0}, 9), POLICY_OK);
  ck_assert_uint_eq(policy__table_find(&table, (policy_string){"", 0}), 9);
  policy__table_free(&table);
}
END_TEST

START_TEST(no_memory_changes_nothing) {
  tally t;
  tally_init(&t);
  policy__table table;
  policy__table_init(&table, &t.allocator);
  t.fail_at = 1;
  ck_assert_int_eq(policy__table_add(&table, (policy_string){"a", 1}, 1), POLICY_ERROR_NO_MEMORY);
  ck_assert_uint_eq(table.count, 0);
  for (int i = 0; i < 12; i++) {
    snprintf(keys[i], sizeof keys[i], "k%d", i);
    ck_assert_int_eq(policy__table_add(&table, key(i), (uint32_t)i), POLICY_OK);
  }
  t.fail_at = t.calls + 1;
  ck_assert_int_eq(policy__table_add(&table, (policy_string){"more", 4}, 1), POLICY_ERROR_NO_MEMORY);
  for (int i = 0; i < 12; i++) ck_assert_uint_eq(policy__table_find(&table, key(i)), (uint32_t)i);
  ck_assert_int_eq(policy__table_add(&table, (policy_string){"more", 4}, 1), POLICY_OK);
  for (int i = 0; i < 12; i++) ck_assert_uint_eq(policy__table_find(&table, key(i)), (uint32_t)i);
  policy__table_free(&table);
  ck_assert(tally_is_clean(&t));
}
END_TEST

Suite *suite_hash(void) {
  Suite *suite = suite_create("hash");
  TCase *tests = tcase_create("hash");
  tcase_add_test(tests, every_bit_of_the_input_counts);
  tcase_add_test(tests, unaligned_input_hashes_the_same);
  tcase_add_test(tests, low_bits_are_spread);
  tcase_add_test(tests, a_table_finds_what_was_put_in);
  tcase_add_test(tests, the_empty_key_is_a_key);
  tcase_add_test(tests, no_memory_changes_nothing);
  suite_add_tcase(suite, tests);
  return suite;
}
