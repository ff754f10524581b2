/* Where memory comes from, and the buffer that writers fill. */
#ifndef POLICY_MEMORY_H
#define POLICY_MEMORY_H

#include <stddef.h>

#include <policy/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A source of memory. Passing NULL where one is asked for means malloc, realloc and free. The functions
   may be called from any thread that uses the object that they were given for. They get the size that
   they once handed out, so a pool needs no headers of its own. */
typedef struct policy_allocator {
  void *(*allocate)(void *context, size_t size);
  void *(*reallocate)(void *context, void *block, size_t old_size, size_t size);
  void (*release)(void *context, void *block, size_t size);
  void *context;
} policy_allocator;

/* Bytes that grow. What the writers fill is UTF-8, and `data[size]` is NUL (data is NULL while nothing
   was ever written). Start from POLICY_BUFFER_INIT; end with policy_buffer_free. */
typedef struct policy_buffer {
  char *data;
  size_t size;
  size_t capacity;
  size_t ceiling;             /* the most bytes it may hold; 0: no ceiling of its own */
  policy_allocator allocator; /* all NULL: malloc, realloc and free */
} policy_buffer;

#define POLICY_BUFFER_INIT {0, 0, 0, 0, {0, 0, 0, 0}}

/* Appends bytes, which must not be the buffer's own. On failure the buffer is as it was. */
POLICY_API policy_status policy_buffer_append(policy_buffer *buffer, const void *bytes, size_t size);

/* Releases the bytes and makes the buffer empty again, for another use. */
POLICY_API void policy_buffer_free(policy_buffer *buffer);

#ifdef __cplusplus
}
#endif

#endif
