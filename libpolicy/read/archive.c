/* Zip archives through libzip. */
#include "read/archive.h"

#include <errno.h>
#include <string.h>

#include <zip.h>

#include "base/memory.h"
#include "base/status.h"

enum {
  LEAST = 22,          /* bytes of an archive without files */
  PIECE = 16384,       /* bytes that are unpacked at once */
  RATIO_FROM = 1 << 20 /* bytes of a file before which its ratio says nothing */
};

struct policy__archive {
  zip_t *zip;
  policy_allocator allocator;
  uint64_t most;  /* bytes of one file */
  uint64_t total; /* bytes that may yet be unpacked */
};

/* Words for an error of libzip. `what` is the file, or "". */
static policy_status fail(policy_error *error, zip_error_t *e, const char *what) {
  int code = zip_error_code_zip(e);
  bool memory = code == ZIP_ER_MEMORY || errno == ENOMEM;
  bool encrypted = code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD || code == ZIP_ER_ENCRNOTSUPP;
  if (memory) return policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
  if (encrypted) return policy__fail(error, POLICY_ERROR_FORMAT, 0, "the zip archive is encrypted");
  return policy__fail(error, POLICY_ERROR_FORMAT, 0, "the zip archive is damaged: %s%s%.60s", what,
                      *what != '\0' ? ": " : "", zip_error_strerror(e));
}

static zip_t *open_bytes(const void *bytes, size_t size, policy_error *error, policy_status *status) {
  zip_error_t e;
  zip_t *zip = NULL;
  zip_error_init(&e);
  errno = 0;
  zip_source_t *source = zip_source_buffer_create(bytes, size, 0, &e);
  if (source != NULL) zip = zip_open_from_source(source, ZIP_RDONLY, &e);
  if (zip == NULL) {
    if (source != NULL) zip_source_free(source);
    *status = fail(error, &e, "");
  }
  zip_error_fini(&e);
  return zip;
}

policy_status policy__archive_open(const void *bytes, size_t size, const policy_limits *limits,
                                   const policy_allocator *allocator, policy__archive **archive, policy_error *error) {
  policy_status status = POLICY_OK;
  *archive = NULL;
  if (size < LEAST) return policy__fail(error, POLICY_ERROR_FORMAT, 0, "the zip archive is damaged: it ends too soon");
  zip_t *zip = open_bytes(bytes, size, error, &status);
  if (zip == NULL) return status;
  if (zip_get_num_entries(zip, 0) > POLICY_LIMIT_ARCHIVE_FILES)
    status = policy__fail(error, POLICY_ERROR_LIMIT, 0, "the zip archive holds more than %u files",
                          POLICY_LIMIT_ARCHIVE_FILES);
  policy__archive *made = status == POLICY_OK ? policy__allocate(allocator, sizeof *made) : NULL;
  if (made == NULL) {
    zip_discard(zip);
    return status == POLICY_OK ? policy__fail_plain(error, POLICY_ERROR_NO_MEMORY) : status;
  }
  *made = (policy__archive){zip, *allocator, limits->memory / 4, limits->input};
  *archive = made;
  return POLICY_OK;
}

void policy__archive_close(policy__archive *archive) {
  if (archive == NULL) return;
  policy_allocator allocator = archive->allocator;
  zip_discard(archive->zip);
  policy__release(&allocator, archive, sizeof *archive);
}

bool policy__archive_has(const policy__archive *archive, const char *name) {
  return zip_name_locate(archive->zip, name, ZIP_FL_ENC_GUESS) >= 0;
}

/* ---- unpacking ------------------------------------------------------------------------------------------- */

static bool is_bomb(uint64_t packed, uint64_t unpacked) {
  return unpacked > RATIO_FROM && unpacked / POLICY_LIMIT_ARCHIVE_RATIO > packed;
}

/* Whether a file with so many bytes passes a ceiling. */
static policy_status check(const policy__archive *archive, const char *name, uint64_t packed, uint64_t unpacked,
                           policy_error *error) {
  if (is_bomb(packed, unpacked))
    return policy__fail(error, POLICY_ERROR_LIMIT, 0, "%.60s in the zip archive unpacks to more than %u times its size",
                        name, POLICY_LIMIT_ARCHIVE_RATIO);
  if (unpacked > archive->most || unpacked > archive->total)
    return policy__fail(error, POLICY_ERROR_LIMIT, 0, "%.60s in the zip archive is too large: %llu bytes and more", name,
                        (unsigned long long)(unpacked > archive->most ? archive->most : archive->total));
  return POLICY_OK;
}

/* Unpacks what is open. What the directory says of its size is not believed. */
static policy_status unpack(policy__archive *archive, zip_file_t *file, const char *name, uint64_t packed,
                            policy_buffer *buffer, policy_error *error) {
  char piece[PIECE];
  uint64_t unpacked = 0;
  for (;;) {
    errno = 0;
    zip_int64_t count = zip_fread(file, piece, sizeof piece);
    if (count < 0) return fail(error, zip_file_get_error(file), name);
    if (count == 0) break;
    unpacked += (uint64_t)count;
    policy_status status = check(archive, name, packed, unpacked, error);
    if (status != POLICY_OK) return status;
    status = policy_buffer_append(buffer, piece, (size_t)count);
    if (status != POLICY_OK) return policy__fail_plain(error, status);
  }
  archive->total -= unpacked;
  return POLICY_OK;
}

policy_status policy__archive_read(policy__archive *archive, const char *name, policy_buffer *buffer,
                                   policy_error *error) {
  zip_stat_t stat;
  errno = 0;
  zip_int64_t n = zip_name_locate(archive->zip, name, ZIP_FL_ENC_GUESS);
  if (n < 0 && errno == ENOMEM) return policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
  if (n < 0) return policy__fail(error, POLICY_ERROR_NOT_FOUND, 0, "the archive has no %.80s", name);
  if (zip_stat_index(archive->zip, (zip_uint64_t)n, 0, &stat) != 0)
    return fail(error, zip_get_error(archive->zip), name);
  uint64_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
  policy_status status =
      check(archive, name, packed, (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0, error);
  if (status != POLICY_OK) return status;
  zip_file_t *file = zip_fopen_index(archive->zip, (zip_uint64_t)n, 0);
  if (file == NULL) return fail(error, zip_get_error(archive->zip), name);
  status = unpack(archive, file, name, packed, buffer, error);
  (void)zip_fclose(file);
  return status;
}
