/* Compressed sources: the one door to zlib. */
#ifndef POLICY_READ_GZIP_H
#define POLICY_READ_GZIP_H

#include <policy/limits.h>
#include <policy/memory.h>

/* Appends what the bytes of a gzip file (RFC 1952, all its members) hold to `buffer`. LIMIT over limits.input, or over
   limits.ratio for each byte of source; FORMAT for bytes that are no whole gzip file; NO_MEMORY. */
policy_status policy__gunzip(const void *bytes, size_t size, const policy_limits *limits, policy_buffer *buffer,
                             policy_error *error);

#endif
