/* Memory that is freed all at once. Built with POLICY_DEBUG_ARENA, each object is a block of its own, so
   that sanitizers see between them. */
#ifndef POLICY_BASE_ARENA_H
#define POLICY_BASE_ARENA_H

#include <policy/text.h>

#include "base/memory.h"

typedef struct policy__arena {
  const policy_allocator *allocator; /* borrowed */
  struct policy__chunk *chunks;      /* newest first */
} policy__arena;

void policy__arena_init(policy__arena *arena, const policy_allocator *allocator);
void policy__arena_free(policy__arena *arena);

/* `size` zeroed bytes, aligned for any object; NULL when there are none. They live as long as the arena. */
void *policy__arena_allocate(policy__arena *arena, size_t size);

/* `count` zeroed objects; NULL also when count * size overflows. */
void *policy__arena_array(policy__arena *arena, size_t count, size_t size);

/* A copy with a NUL behind it. False when there is no memory. An empty string needs none. */
bool policy__arena_string(policy__arena *arena, policy_string string, policy_string *copy);

#endif
