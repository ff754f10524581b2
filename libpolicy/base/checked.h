/* Arithmetic on sizes that says when it does not fit. All sizes of allocations go through here. */
#ifndef POLICY_BASE_CHECKED_H
#define POLICY_BASE_CHECKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline bool policy__add(size_t a, size_t b, size_t *sum) {
  if (a > SIZE_MAX - b) return false;
  *sum = a + b;
  return true;
}

static inline bool policy__multiply(size_t a, size_t b, size_t *product) {
  if (b != 0 && a > SIZE_MAX / b) return false;
  *product = a * b;
  return true;
}

/* The capacity to grow to: at least `needed`, doubling, never over `ceiling`. False when `needed` is. */
static inline bool policy__grow(size_t capacity, size_t needed, size_t ceiling, size_t *grown) {
  if (needed > ceiling) return false;
  size_t doubled = capacity > ceiling / 2 ? ceiling : capacity * 2;
  *grown = doubled > needed ? doubled : needed;
  return true;
}

#endif
