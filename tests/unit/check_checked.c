/* Arithmetic on sizes. */
#include <check.h>

#include "base/checked.h"

START_TEST(sums) {
  size_t sum = 7;
  ck_assert(policy__add(2, 3, &sum) && sum == 5);
  ck_assert(policy__add(SIZE_MAX, 0, &sum) && sum == SIZE_MAX);
  ck_assert(policy__add(SIZE_MAX - 1, 1, &sum) && sum == SIZE_MAX);
  sum = 7;
  ck_assert(!policy__add(SIZE_MAX, 1, &sum) && sum == 7);
  ck_assert(!policy__add(SIZE_MAX, SIZE_MAX, &sum) && sum == 7);
}
END_TEST

START_TEST(products) {
  size_t product = 7;
  ck_assert(policy__multiply(2, 3, &product) && product == 6);
  ck_assert(policy__multiply(0, SIZE_MAX, &product) && product == 0);
  ck_assert(policy__multiply(SIZE_MAX, 0, &product) && product == 0);
  ck_assert(policy__multiply(SIZE_MAX, 1, &product) && product == SIZE_MAX);
  ck_assert(policy__multiply(SIZE_MAX / 3, 3, &product) && product == SIZE_MAX / 3 * 3);
  product = 7;
  ck_assert(!policy__multiply(SIZE_MAX / 3 + 1, 3, &product) && product == 7);
  ck_assert(!policy__multiply(SIZE_MAX, SIZE_MAX, &product) && product == 7);
}
END_TEST

START_TEST(growth) {
  size_t grown = 7;
  ck_assert(policy__grow(8, 9, 100, &grown) && grown == 16);
  ck_assert(policy__grow(8, 50, 100, &grown) && grown == 50);
  ck_assert(policy__grow(60, 61, 100, &grown) && grown == 100);
  ck_assert(policy__grow(60, 100, 100, &grown) && grown == 100);
  grown = 7;
  ck_assert(!policy__grow(60, 101, 100, &grown) && grown == 7);
  ck_assert(policy__grow(SIZE_MAX / 2 + 1, SIZE_MAX - 1, SIZE_MAX, &grown) && grown == SIZE_MAX);
  ck_assert(policy__grow(0, 0, 0, &grown) && grown == 0);
}
END_TEST

Suite *suite_checked(void) {
  Suite *suite = suite_create("checked");
  TCase *tests = tcase_create("checked");
  tcase_add_test(tests, sums);
  tcase_add_test(tests, products);
  tcase_add_test(tests, growth);
  suite_add_tcase(suite, tests);
  return suite;
}
