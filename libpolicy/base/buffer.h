/* Writing into the public policy_buffer. A writer may ignore the results of single calls and look at
   `policy__writer.status` once, at the end. */
#ifndef POLICY_BASE_BUFFER_H
#define POLICY_BASE_BUFFER_H

#include <policy/memory.h>
#include <policy/text.h>

#include "base/status.h"

typedef struct policy__writer {
  policy_buffer *buffer;
  policy_status status; /* the first failure; nothing is appended after it */
} policy__writer;

void policy__write(policy__writer *writer, const char *bytes, size_t size);
void policy__write_string(policy__writer *writer, policy_string string);
void policy__write_text(policy__writer *writer, const char *text); /* NUL-terminated */
void policy__write_format(policy__writer *writer, const char *format, ...) POLICY__PRINTF(2, 3);

#endif
