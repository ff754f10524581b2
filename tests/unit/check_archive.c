/* Zip archives: what is read of them, what is refused, and what they are. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "../packing.h"
#include "base/memory.h"
#include "model/builder.h"
#include "read/archive.h"
#include "reading.h"

static policy_error error;

static policy_status open_archive(const char *bytes, size_t size, policy__archive **archive) {
  policy_limits limits = policy__limits_fill(NULL, size);
  error = (policy_error){0};
  return policy__archive_open(bytes, size, &limits, &policy__malloc_allocator, archive, &error);
}

START_TEST(files_are_read) {
  const packed_file files[] = {PACKED("a.txt", "first"), {"b/c.txt", "second", 6, true}, {"empty", "", 0, true}};
  size_t size;
  char *bytes = pack(files, 3, &size);
  policy__archive *archive;
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(open_archive(bytes, size, &archive), POLICY_OK);
  ck_assert(policy__archive_has(archive, "b/c.txt"));
  ck_assert(!policy__archive_has(archive, "c.txt"));
  ck_assert_int_eq(policy__archive_read(archive, "a.txt", &buffer, &error), POLICY_OK);
  ck_assert_int_eq(policy__archive_read(archive, "b/c.txt", &buffer, &error), POLICY_OK);
  ck_assert_int_eq(policy__archive_read(archive, "empty", &buffer, &error), POLICY_OK);
  ck_assert_str_eq(buffer.data, "firstsecond");
  ck_assert_int_eq(policy__archive_read(archive, "d", &buffer, &error), POLICY_ERROR_NOT_FOUND);
  ck_assert_int_eq(policy__archive_read(archive, "d", &buffer, NULL), POLICY_ERROR_NOT_FOUND);
  policy_buffer_free(&buffer);
  policy__archive_close(archive);
  policy__archive_close(NULL);
  free(bytes);
}
END_TEST

START_TEST(damaged_archives_are_refused) {
  const packed_file files[] = {{"a", "some text", 9, true}};
  size_t size;
  char *bytes = pack(files, 1, &size);
  policy__archive *archive;
  policy_buffer buffer = POLICY_BUFFER_INIT;
  for (size_t cut = 0; cut < size; cut++) {
    ck_assert_int_eq(open_archive(bytes, cut, &archive), POLICY_ERROR_FORMAT);
    ck_assert_ptr_nonnull(strstr(error.message, "damaged"));
    ck_assert_ptr_null(archive);
  }
  memcpy(memmem(bytes, size, "some", 4), "sOme", 4);
  ck_assert_int_eq(open_archive(bytes, size, &archive), POLICY_OK);
  ck_assert_int_eq(policy__archive_read(archive, "a", &buffer, &error), POLICY_ERROR_FORMAT);
  ck_assert_ptr_nonnull(strstr(error.message, "a: CRC"));
  policy_buffer_free(&buffer);
  policy__archive_close(archive);
  free(bytes);
}
END_TEST

/* A file of zeros is read, or refused by a ceiling. */
static void zeros(size_t count, bool stored, uint64_t memory, uint64_t input, policy_status expected) {
  char *content = calloc(count, 1);
  const packed_file files[] = {{"zeros", content, count, stored}};
  size_t size;
  char *bytes = pack(files, 1, &size);
  policy__archive *archive;
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy_limits limits = policy__limits_fill(NULL, size);
  if (memory > 0) limits.memory = memory;
  if (input > 0) limits.input = input;
  ck_assert_int_eq(policy__archive_open(bytes, size, &limits, &policy__malloc_allocator, &archive, &error), POLICY_OK);
  ck_assert_int_eq(policy__archive_read(archive, "zeros", &buffer, &error), expected);
  ck_assert_uint_le(buffer.size, count);
  policy_buffer_free(&buffer);
  policy__archive_close(archive);
  free(bytes);
  free(content);
}

START_TEST(bombs_are_refused) {
  zeros(1 << 20, false, 0, 0, POLICY_OK);
  zeros(2 << 20, false, 0, 0, POLICY_ERROR_LIMIT);
  ck_assert_ptr_nonnull(strstr(error.message, "200 times"));
  zeros(2 << 20, true, 0, 0, POLICY_OK);
  zeros(100000, false, 400000, 0, POLICY_OK);
  zeros(100001, false, 400000, 0, POLICY_ERROR_LIMIT);
  ck_assert_ptr_nonnull(strstr(error.message, "too large"));
  zeros(1000, false, 0, 999, POLICY_ERROR_LIMIT);
}
END_TEST

/* The directory says that a file is small. */
START_TEST(sizes_are_not_believed) {
  char *content = calloc(3 << 20, 1);
  const packed_file files[] = {{"zeros", content, 3 << 20, false}};
  size_t size;
  char *bytes = pack(files, 1, &size);
  policy__archive *archive;
  policy_buffer buffer = POLICY_BUFFER_INIT;
  char *entry = memmem(bytes, size, "PK\x01\x02", 4);
  memcpy(entry + 24, "\x10\0\0\0", 4);
  memcpy(bytes + 22, "\x10\0\0\0", 4);
  if (open_archive(bytes, size, &archive) == POLICY_OK) {
    policy_status status = policy__archive_read(archive, "zeros", &buffer, &error);
    ck_assert(status == POLICY_ERROR_FORMAT || status == POLICY_ERROR_LIMIT);
    ck_assert_uint_le(buffer.size, 2 << 20);
  }
  policy_buffer_free(&buffer);
  policy__archive_close(archive);
  free(bytes);
  free(content);
}
END_TEST

static void kind_is(const packed_file *files, size_t count, const char *type) {
  size_t size;
  char *bytes = pack(files, count, &size);
  ck_assert_str_eq(policy__archive_kind(bytes, size), type);
  for (size_t cut = 0; cut < size; cut++) (void)policy__archive_kind(bytes, cut);
  free(bytes);
}

START_TEST(kinds) {
  static const packed_file word[] = {PACKED("[Content_Types].xml", "x"), PACKED("word/document.xml", "x")};
  static const packed_file sheet[] = {PACKED("[Content_Types].xml", "x"), PACKED("xl/workbook.xml", "x")};
  static const packed_file slides[] = {PACKED("ppt/presentation.xml", "x"), PACKED("[Content_Types].xml", "x")};
  static const packed_file elsewhere[] = {PACKED("[Content_Types].xml", "x"), PACKED("doc.xml", "x")};
  static const packed_file java[] = {PACKED("META-INF/MANIFEST.MF", "x")};
  static const packed_file plain[] = {PACKED("a.txt", "x")};
  static const packed_file odt[] = {{"mimetype", "application/vnd.oasis.opendocument.text", 39, true}, PACKED("content.xml", "x")};
  static const packed_file ods[] = {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 46, true}};
  static const packed_file late[] = {PACKED("content.xml", "x"), PACKED("META-INF/manifest.xml", "x")};
  static const packed_file epub[] = {{"mimetype", "application/epub+zip", 20, true}};
  static const packed_file other[] = {{"mimetype", "application/x-other", 19, true}};
#define OOXML "application/vnd.openxmlformats-officedocument."
#define ODF "application/vnd.oasis.opendocument."
  kind_is(word, 2, OOXML "wordprocessingml.document");
  kind_is(sheet, 2, OOXML "spreadsheetml.sheet");
  kind_is(slides, 2, OOXML "presentationml.presentation");
  kind_is(elsewhere, 2, OOXML "wordprocessingml.document");
  kind_is(java, 1, "application/java-archive");
  kind_is(plain, 1, "application/zip");
  kind_is(odt, 2, ODF "text");
  kind_is(ods, 1, ODF "spreadsheet");
  kind_is(late, 2, ODF "text");
  kind_is(epub, 1, "application/epub+zip");
  kind_is(other, 1, "application/zip");
  ck_assert_str_eq(policy__archive_kind("PK\x05\x06", 4), "application/zip");
  ck_assert_str_eq(policy__archive_kind("", 0), "application/zip");
}
END_TEST

Suite *suite_archive(void) {
  Suite *suite = suite_create("archive");
  TCase *cases = tcase_create("archive");
  tcase_add_test(cases, files_are_read);
  tcase_add_test(cases, damaged_archives_are_refused);
  tcase_add_test(cases, bombs_are_refused);
  tcase_add_test(cases, sizes_are_not_believed);
  tcase_add_test(cases, kinds);
  suite_add_tcase(suite, cases);
  return suite;
}
