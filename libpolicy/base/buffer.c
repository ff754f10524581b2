/* Growing bytes. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/checked.h"
#include "base/memory.h"

enum { FIRST_CAPACITY = 256 };

static const policy_allocator *allocator_of(const policy_buffer *buffer) {
  return buffer->allocator.allocate != NULL ? &buffer->allocator : &policy__malloc_allocator;
}

policy_status policy_buffer_append(policy_buffer *buffer, const void *bytes, size_t size) {
  if (buffer == NULL || (bytes == NULL && size > 0)) return POLICY_ERROR_ARGUMENT;
  size_t ceiling = buffer->ceiling > 0 && buffer->ceiling < SIZE_MAX ? buffer->ceiling : SIZE_MAX - 1;
  size_t needed, capacity;
  if (!policy__add(buffer->size, size, &needed) || needed > ceiling) return POLICY_ERROR_LIMIT;
  if (buffer->data == NULL || needed >= buffer->capacity) {
    size_t from = buffer->capacity > FIRST_CAPACITY / 2 ? buffer->capacity : FIRST_CAPACITY / 2;
    if (!policy__grow(from, needed + 1, ceiling + 1, &capacity)) return POLICY_ERROR_LIMIT;
    char *data = policy__reallocate(allocator_of(buffer), buffer->data, buffer->capacity, capacity);
    if (data == NULL) return POLICY_ERROR_NO_MEMORY;
    buffer->data = data;
    buffer->capacity = capacity;
  }
  if (size > 0) memcpy(buffer->data + buffer->size, bytes, size);
  buffer->size = needed;
  buffer->data[needed] = '\0';
  return POLICY_OK;
}

void policy_buffer_free(policy_buffer *buffer) {
  if (buffer == NULL) return;
  policy__release(allocator_of(buffer), buffer->data, buffer->capacity);
  buffer->data = NULL;
  buffer->size = buffer->capacity = 0;
}

void policy__write(policy__writer *writer, const char *bytes, size_t size) {
  if (writer->status == POLICY_OK) writer->status = policy_buffer_append(writer->buffer, bytes, size);
}

void policy__write_string(policy__writer *writer, policy_string string) {
  policy__write(writer, string.data, string.size);
}

void policy__write_text(policy__writer *writer, const char *text) {
  policy__write(writer, text, strlen(text));
}

void policy__write_format(policy__writer *writer, const char *format, ...) {
  char line[256];
  va_list arguments;
  va_start(arguments, format);
  int size = vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  if (size < 0 || (size_t)size >= sizeof line) {
    if (writer->status == POLICY_OK) writer->status = POLICY_ERROR_INTERNAL;
    return;
  }
  policy__write(writer, line, (size_t)size);
}
