/* A chain of chunks, each twice the size of the one before. */
#include "base/arena.h"

#include <stdalign.h>
#include <string.h>

#include "base/checked.h"

enum { FIRST_CHUNK = 4096, LARGEST_CHUNK = 1 << 20, ALIGNMENT = alignof(max_align_t) };

struct policy__chunk {
  struct policy__chunk *next;
  size_t size, used; /* of the bytes behind this header */
};

static char *chunk_bytes(struct policy__chunk *chunk) {
  size_t header = (sizeof *chunk + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  return (char *)chunk + header;
}

static bool chunk_size(size_t bytes, size_t *total) {
  return policy__add(bytes, (sizeof(struct policy__chunk) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT, total);
}

void policy__arena_init(policy__arena *arena, const policy_allocator *allocator) {
  *arena = (policy__arena){allocator, NULL};
}

void policy__arena_free(policy__arena *arena) {
  for (struct policy__chunk *chunk = arena->chunks, *next; chunk != NULL; chunk = next) {
    size_t total = 0;
    next = chunk->next;
    (void)chunk_size(chunk->size, &total);
    policy__release(arena->allocator, chunk, total);
  }
  arena->chunks = NULL;
}

static struct policy__chunk *add_chunk(policy__arena *arena, size_t bytes) {
  size_t total;
  if (!chunk_size(bytes, &total)) return NULL;
  struct policy__chunk *chunk = policy__allocate(arena->allocator, total);
  if (chunk == NULL) return NULL;
  *chunk = (struct policy__chunk){arena->chunks, bytes, 0};
  arena->chunks = chunk;
  return chunk;
}

/* The size of the chunk to take for an object of `size` bytes. */
static size_t next_chunk(const policy__arena *arena, size_t size) {
#ifdef POLICY_DEBUG_ARENA
  (void)arena;
  return size;
#else
  size_t doubled = FIRST_CHUNK;
  if (arena->chunks != NULL)
    doubled = arena->chunks->size < LARGEST_CHUNK / 2 ? arena->chunks->size * 2 : LARGEST_CHUNK;
  return doubled > size ? doubled : size;
#endif
}

void *policy__arena_allocate(policy__arena *arena, size_t size) {
  if (!policy__add(size, ALIGNMENT - 1, &size)) return NULL;
  size -= size % ALIGNMENT;
  struct policy__chunk *chunk = arena->chunks;
  if (chunk == NULL || chunk->size - chunk->used < size) {
    chunk = add_chunk(arena, next_chunk(arena, size));
    if (chunk == NULL) return NULL;
  }
  char *block = chunk_bytes(chunk) + chunk->used;
  chunk->used += size;
  return memset(block, 0, size);
}

void *policy__arena_array(policy__arena *arena, size_t count, size_t size) {
  size_t total;
  return policy__multiply(count, size, &total) ? policy__arena_allocate(arena, total) : NULL;
}

bool policy__arena_string(policy__arena *arena, policy_string string, policy_string *copy) {
  *copy = (policy_string){"", 0};
  if (string.size == 0) return true;
  size_t size;
  char *bytes = policy__add(string.size, 1, &size) ? policy__arena_allocate(arena, size) : NULL;
  if (bytes == NULL) return false;
  memcpy(bytes, string.data, string.size);
  *copy = (policy_string){bytes, string.size};
  return true;
}
