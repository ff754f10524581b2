/* Arrays that grow: one type for all items, with an item's size. */
#ifndef POLICY_BASE_ARRAY_H
#define POLICY_BASE_ARRAY_H

#include <policy/status.h>

#include "base/memory.h"

typedef struct policy__array {
  void *items;
  size_t count, capacity;
  size_t item;    /* bytes of an item */
  size_t ceiling; /* the most items it may hold */
  const policy_allocator *allocator; /* borrowed */
} policy__array;

void policy__array_init(policy__array *array, const policy_allocator *allocator, size_t item, size_t ceiling);
void policy__array_free(policy__array *array);

/* Room for one more zeroed item at the end, or NULL with a status in `status` (NO_MEMORY, or LIMIT at the
   ceiling), which may be NULL. The pointer is good until the next push. */
void *policy__array_push(policy__array *array, policy_status *status);

/* Makes room so that the next `more` pushes cannot fail. */
policy_status policy__array_reserve(policy__array *array, size_t more);

/* The item, typed: POLICY__AT(&document->blocks, policy_block_record, 3). */
#define POLICY__AT(array, type, index) (&((type *)(array)->items)[index])

#endif
