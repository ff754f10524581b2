/* Growing arrays. */
#include "base/array.h"

#include <string.h>

#include "base/checked.h"

enum { FIRST_CAPACITY = 16 };

void policy__array_init(policy__array *array, const policy_allocator *allocator, size_t item, size_t ceiling) {
  *array = (policy__array){.item = item, .ceiling = ceiling, .allocator = allocator};
}

void policy__array_free(policy__array *array) {
  policy__release(array->allocator, array->items, array->capacity * array->item);
  array->items = NULL;
  array->count = array->capacity = 0;
}

policy_status policy__array_reserve(policy__array *array, size_t more) {
  size_t needed, capacity, bytes;
  if (!policy__add(array->count, more, &needed)) return POLICY_ERROR_LIMIT;
  if (needed <= array->capacity) return POLICY_OK;
  size_t from = array->capacity > FIRST_CAPACITY / 2 ? array->capacity : FIRST_CAPACITY / 2;
  if (!policy__grow(from, needed, array->ceiling, &capacity)) return POLICY_ERROR_LIMIT;
  if (!policy__multiply(capacity, array->item, &bytes)) return POLICY_ERROR_LIMIT;
  void *items = policy__reallocate(array->allocator, array->items, array->capacity * array->item, bytes);
  if (items == NULL) return POLICY_ERROR_NO_MEMORY;
  array->items = items;
  array->capacity = capacity;
  return POLICY_OK;
}

void *policy__array_push(policy__array *array, policy_status *status) {
  policy_status reserved = policy__array_reserve(array, 1);
  if (status != NULL) *status = reserved;
  if (reserved != POLICY_OK) return NULL;
  void *item = (char *)array->items + array->count++ * array->item;
  return memset(item, 0, array->item);
}
