/* Statuses in words, and the caller's error struct. */
#include "base/status.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

const char *policy_status_message(policy_status status) {
  switch (status) {
    case POLICY_OK: return "no error";
    case POLICY_ERROR_NO_MEMORY: return "out of memory";
    case POLICY_ERROR_ARGUMENT: return "invalid argument";
    case POLICY_ERROR_IO: return "input or output failed";
    case POLICY_ERROR_FORMAT: return "malformed input";
    case POLICY_ERROR_LIMIT: return "limit reached";
    case POLICY_ERROR_UNSUPPORTED: return "not supported by this build";
    case POLICY_ERROR_NOT_FOUND: return "not found";
    case POLICY_ERROR_CORRUPT: return "inconsistent document";
    case POLICY_ERROR_CANCELLED: return "cancelled";
    case POLICY_ERROR_INTERNAL: return "internal error";
  }
  return "unknown status";
}

/* The length of the well-formed character of UTF-8 at `at`; 0 when there is none, or the text ends in it. */
static size_t character(const unsigned char *at) {
  size_t size = at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
  if (at[0] < 0x80) return 1;
  if (at[0] < 0xC2 || at[0] > 0xF4) return 0;
  for (size_t i = 1; i < size; i++)
    if ((at[i] & 0xC0) != 0x80) return 0;
  if ((at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] > 0x9F) || (at[0] == 0xF0 && at[1] < 0x90) ||
      (at[0] == 0xF4 && at[1] > 0x8F))
    return 0;
  return size;
}

/* Makes one line of UTF-8 of a message that may quote anything: control characters and bad bytes become "?";
   a character that the end of the field has cut goes. */
static void make_line(char *message, bool cut) {
  unsigned char *at = (unsigned char *)message;
  while (*at != '\0') {
    size_t size = character(at);
    if (size == 0 && cut && strlen((char *)at) < 4 && *at >= 0xC2) *at = '\0';
    else if (size == 0 || *at < 0x20 || *at == 0x7F) *at++ = '?';
    else at += size;
  }
}

policy_status policy__fail(policy_error *error, policy_status status, uint64_t offset, const char *format,
                           ...) {
  if (error == NULL) return status;
  va_list arguments;
  va_start(arguments, format);
  error->code = status;
  error->offset = offset;
  error->message[0] = '\0';
  int size = vsnprintf(error->message, sizeof error->message, format, arguments);
  va_end(arguments);
  make_line(error->message, size >= (int)sizeof error->message);
  return status;
}

policy_status policy__fail_plain(policy_error *error, policy_status status) {
  return policy__fail(error, status, 0, "%s", policy_status_message(status));
}
