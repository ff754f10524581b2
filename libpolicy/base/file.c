/* Files. */
#include "base/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/status.h"

static policy_status read_all(FILE *file, policy_buffer *buffer) {
  char block[16384];
  size_t size;
  do {
    size = fread(block, 1, sizeof block, file);
    policy_status status = policy_buffer_append(buffer, block, size);
    if (status != POLICY_OK) return status;
  } while (size == sizeof block);
  return ferror(file) ? POLICY_ERROR_IO : POLICY_OK;
}

/* strerror is safe from every thread in glibc (2.32) and musl; strerror_r has two incompatible forms. */
static policy_status fail_with_errno(policy_error *error, int number) {
  return policy__fail(error, POLICY_ERROR_IO, 0, "%s", strerror(number));
}

policy_status policy__file_read(const char *path, policy_buffer *buffer, policy_error *error) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return errno == ENOMEM ? policy__fail_plain(error, POLICY_ERROR_NO_MEMORY)
                                           : fail_with_errno(error, errno);
  policy_status status = read_all(file, buffer);
  int number = errno;
  (void)fclose(file);
  if (status == POLICY_ERROR_IO) return fail_with_errno(error, number);
  if (status == POLICY_ERROR_LIMIT)
    return policy__fail(error, status, buffer->ceiling, "the source has more than %llu bytes",
                        (unsigned long long)buffer->ceiling);
  return status == POLICY_OK ? status : policy__fail_plain(error, status);
}
