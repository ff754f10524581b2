/* Statuses in words, and the caller's error struct. */
#include "base/status.h"

#include <stdarg.h>
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

static void cut_broken_character(char *message) {
  size_t size = strlen(message), lead = size;
  while (lead > 0 && ((unsigned char)message[lead - 1] & 0xC0) == 0x80) lead--;
  if (lead == 0) return;
  unsigned char c = (unsigned char)message[lead - 1];
  size_t need = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
  if (size - (lead - 1) < need) message[lead - 1] = '\0';
}

policy_status policy__fail(policy_error *error, policy_status status, uint64_t offset, const char *format,
                           ...) {
  if (error == NULL) return status;
  va_list arguments;
  va_start(arguments, format);
  error->code = status;
  error->offset = offset;
  error->message[0] = '\0';
  (void)vsnprintf(error->message, sizeof error->message, format, arguments);
  va_end(arguments);
  cut_broken_character(error->message);
  return status;
}

policy_status policy__fail_plain(policy_error *error, policy_status status) {
  return policy__fail(error, status, 0, "%s", policy_status_message(status));
}
