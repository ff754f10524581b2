/* Allocators. */
#include "base/memory.h"

#include <stdlib.h>

#include "base/status.h"

static void *malloc_allocate(void *context, size_t size) {
  (void)context;
  return malloc(size);
}

static void *malloc_reallocate(void *context, void *block, size_t old_size, size_t size) {
  (void)context;
  (void)old_size;
  return realloc(block, size);
}

static void malloc_release(void *context, void *block, size_t size) {
  (void)context;
  (void)size;
  free(block);
}

const policy_allocator policy__malloc_allocator = {malloc_allocate, malloc_reallocate, malloc_release, NULL};

void *policy__allocate(const policy_allocator *allocator, size_t size) {
  return allocator->allocate(allocator->context, size > 0 ? size : 1);
}

void *policy__reallocate(const policy_allocator *allocator, void *block, size_t old_size, size_t size) {
  if (block == NULL) return policy__allocate(allocator, size);
  return allocator->reallocate(allocator->context, block, old_size > 0 ? old_size : 1, size > 0 ? size : 1);
}

void policy__release(const policy_allocator *allocator, void *block, size_t size) {
  if (block != NULL) allocator->release(allocator->context, block, size > 0 ? size : 1);
}

/* ---- the counting allocator --------------------------------------------------------------------- */

static bool fits(policy__memory *memory, size_t more) {
  memory->over = more > memory->ceiling || memory->used > memory->ceiling - more;
  return !memory->over;
}

static void count(policy__memory *memory, size_t more, size_t less) {
  memory->used += more;
  memory->used -= less;
  if (memory->used > memory->peak) memory->peak = memory->used;
}

static void *counted_allocate(void *context, size_t size) {
  policy__memory *memory = context;
  if (!fits(memory, size)) return NULL;
  void *block = policy__allocate(&memory->source, size);
  if (block != NULL) count(memory, size, 0);
  return block;
}

static void *counted_reallocate(void *context, void *block, size_t old_size, size_t size) {
  policy__memory *memory = context;
  if (!fits(memory, size > old_size ? size - old_size : 0)) return NULL;
  void *moved = policy__reallocate(&memory->source, block, old_size, size);
  if (moved != NULL) count(memory, size, old_size);
  return moved;
}

static void counted_release(void *context, void *block, size_t size) {
  policy__memory *memory = context;
  policy__release(&memory->source, block, size);
  count(memory, 0, size);
}

void policy__memory_init(policy__memory *memory, const policy_allocator *source, uint64_t ceiling) {
  *memory = (policy__memory){
      .allocator = {counted_allocate, counted_reallocate, counted_release, memory},
      .source = source != NULL ? *source : policy__malloc_allocator,
      .ceiling = ceiling,
  };
}

policy_status policy__memory_fail(const policy__memory *memory, policy_error *error) {
  if (!memory->over) return policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
  return policy__fail(error, POLICY_ERROR_LIMIT, 0, "the document needs more than %llu bytes of memory",
                      (unsigned long long)memory->ceiling);
}
