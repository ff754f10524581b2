/* Reading a whole file. */
#ifndef POLICY_BASE_FILE_H
#define POLICY_BASE_FILE_H

#include <policy/memory.h>

/* Appends the bytes of the file at `path` (as the system spells it) to `buffer`, whose ceiling bounds them.
   Fails with IO and the system's words, or LIMIT. */
policy_status policy__file_read(const char *path, policy_buffer *buffer, policy_error *error);

#endif
