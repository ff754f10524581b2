/* Reading whole files. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "tally.h"

static char folder[64];
static char path[96];

static void set_up(void) {
  strcpy(folder, "/tmp/policy-file-XXXXXX");
  ck_assert_ptr_nonnull(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/file", folder);
}

static void tear_down(void) {
  (void)unlink(path);
  (void)rmdir(folder);
}

static void fill(size_t size) {
  FILE *file = fopen(path, "wb");
  ck_assert_ptr_nonnull(file);
  for (size_t i = 0; i < size; i++) fputc((int)(i * 31 % 256), file);
  ck_assert_int_eq(fclose(file), 0);
}

START_TEST(every_size_comes_back_whole) {
  static const size_t sizes[] = {0, 1, 255, 256, 65535, 65536, 65537, 131072, 300000};
  for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
    fill(sizes[s]);
    policy_buffer buffer = POLICY_BUFFER_INIT;
    ck_assert_int_eq(policy__file_read(path, &buffer, NULL), POLICY_OK);
    ck_assert_uint_eq(buffer.size, sizes[s]);
    size_t wrong = 0;
    for (size_t i = 0; i < sizes[s]; i++) wrong += (unsigned char)buffer.data[i] != i * 31 % 256;
    ck_assert_uint_eq(wrong, 0);
    policy_buffer_free(&buffer);
  }
}
END_TEST

START_TEST(the_ceiling) {
  for (size_t size = 99; size <= 101; size++) {
    fill(size);
    policy_buffer buffer = {.ceiling = 100};
    policy_error error = {0};
    policy_status status = policy__file_read(path, &buffer, &error);
    ck_assert_int_eq(status, size > 100 ? POLICY_ERROR_LIMIT : POLICY_OK);
    if (size > 100) ck_assert_ptr_nonnull(strstr(error.message, "more than 100 bytes"));
    policy_buffer_free(&buffer);
  }
}
END_TEST

START_TEST(a_file_without_end_stops_at_the_ceiling) {
  policy_buffer buffer = {.ceiling = 1 << 20};
  if (access("/dev/zero", R_OK) == 0)
    ck_assert_int_eq(policy__file_read("/dev/zero", &buffer, NULL), POLICY_ERROR_LIMIT);
  policy_buffer_free(&buffer);
}
END_TEST

static void fails(const char *what) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy_error error = {0};
  ck_assert_int_eq(policy__file_read(what, &buffer, &error), POLICY_ERROR_IO);
  ck_assert_int_eq(error.code, POLICY_ERROR_IO);
  ck_assert_uint_gt(strlen(error.message), 0);
  policy_buffer_free(&buffer);
}

START_TEST(what_cannot_be_read) {
  fails(path);
  fails("");
  fails(folder);
  fill(10);
  char below[128];
  snprintf(below, sizeof below, "%s/below", path);
  fails(below);
  if (getuid() != 0) {
    ck_assert_int_eq(chmod(path, 0), 0);
    fails(path);
  }
}
END_TEST

START_TEST(no_memory) {
  fill(200000);
  for (size_t n = 1; n < 20; n++) {
    tally t;
    tally_init(&t);
    t.fail_at = n;
    policy_buffer buffer = {.allocator = t.allocator};
    policy_error error = {0};
    policy_status status = policy__file_read(path, &buffer, &error);
    ck_assert_int_eq(status, t.calls >= n ? POLICY_ERROR_NO_MEMORY : POLICY_OK);
    policy_buffer_free(&buffer);
    ck_assert(tally_is_clean(&t));
  }
}
END_TEST

Suite *suite_file(void) {
  Suite *suite = suite_create("file");
  TCase *tests = tcase_create("file");
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, every_size_comes_back_whole);
  tcase_add_test(tests, the_ceiling);
  tcase_add_test(tests, a_file_without_end_stops_at_the_ceiling);
  tcase_add_test(tests, what_cannot_be_read);
  tcase_add_test(tests, no_memory);
  suite_add_tcase(suite, tests);
  return suite;
}
