/* Zip archives in memory: the one door to libzip. Nothing is written anywhere, no name leads out of the archive, and an
   archive in an archive stays packed. */
#ifndef POLICY_READ_ARCHIVE_H
#define POLICY_READ_ARCHIVE_H

#include <stdbool.h>

#include <policy/limits.h>
#include <policy/memory.h>
#include <policy/text.h>

typedef struct policy__archive policy__archive;

/* Opens an archive, whose bytes are borrowed. FORMAT with words where it is damaged or encrypted, LIMIT where it holds
   more than POLICY_LIMIT_ARCHIVE_FILES files. `*archive` is to be closed, and NULL on failure. */
policy_status policy__archive_open(const void *bytes, size_t size, const policy_limits *limits,
                                   const policy_allocator *allocator, policy__archive **archive, policy_error *error);
void policy__archive_close(policy__archive *archive);

/* Whether there is a file of that name. */
bool policy__archive_has(const policy__archive *archive, const char *name);

/* Appends the bytes of a file. NOT_FOUND; FORMAT where it is damaged; LIMIT where it is larger than a quarter of
   limits.memory, where it is more than POLICY_LIMIT_ARCHIVE_RATIO times its packed size and more than 1 MiB, or where all
   files that were read are more than limits.input together. */
policy_status policy__archive_read(policy__archive *archive, const char *name, policy_buffer *buffer, policy_error *error);

/* What kind of file a zip archive is, by the names in its directory: a media type, "application/zip" where no name tells
   more. Static. */
const char *policy__archive_kind(const char *bytes, size_t size);

#endif
