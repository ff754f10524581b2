/* Allocation: the caller's allocator, and one that counts against a ceiling. */
#ifndef POLICY_BASE_MEMORY_H
#define POLICY_BASE_MEMORY_H

#include <stdbool.h>
#include <stdint.h>

#include <policy/memory.h>

/* malloc, realloc and free. */
extern const policy_allocator policy__malloc_allocator;

/* Allocates `size` bytes (never NULL for 0); NULL when there are none. */
void *policy__allocate(const policy_allocator *allocator, size_t size);
void *policy__reallocate(const policy_allocator *allocator, void *block, size_t old_size, size_t size);
void policy__release(const policy_allocator *allocator, void *block, size_t size);

/* An allocator in front of another: refuses what would go over the ceiling. Not for several threads. */
typedef struct policy__memory {
  policy_allocator allocator; /* hand this one around; its context is this struct, which must not move */
  policy_allocator source;
  uint64_t ceiling, used, peak;
  bool over; /* the last refusal was the ceiling's */
} policy__memory;

void policy__memory_init(policy__memory *memory, const policy_allocator *source, uint64_t ceiling);

/* Why an allocation failed: NO_MEMORY or LIMIT, filled into `error`. */
policy_status policy__memory_fail(const policy__memory *memory, policy_error *error);

#endif
