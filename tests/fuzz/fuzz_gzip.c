/* Any bytes as a gzip file: they are unpacked within the limits, or refused with words. */
#include <policy.h>

#include <stdlib.h>

#include "model/builder.h"
#include "read/gzip.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_error error = {.code = POLICY_OK};
  policy_limits limits = policy__limits_fill(NULL, size);
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy_status status = policy__gunzip(size > 0 ? data : (const uint8_t *)"", size, &limits, &buffer, &error);
  if (status != POLICY_OK && (status != error.code || error.message[0] == '\0')) abort();
  if (buffer.size > (1 << 16) && buffer.size / limits.ratio > size) abort();
  policy_buffer_free(&buffer);
  return 0;
}
