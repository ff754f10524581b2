/* Compressed sources. */
#include <check.h>
#include <policy.h>
#include <stdlib.h>
#include <string.h>

#include "model/builder.h"
#include "read/gzip.h"
#include "tally.h"

static const char packed_text[] =
    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\x73\xCF\x48\xCC\x4B\x54\x28\xCE\xC8\x2F\xCD\x49\x51\x48"
    "\x4C\x2E\xD1\x03\x00\x47\xD7\x18\x0B\x11\x00\x00\x00";
static const char packed_page[] =
    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xB3\x51\x4C\xC9\x4F\x2E\xA9\x2C\x48\x55\xC8\x28\xC9\xCD"
    "\xB1\xB3\x29\xB0\x73\xCF\x48\xCC\x4B\x54\x28\xCE\xC8\x2F\xCD\x49\x51\x48\x4C\x2E\xD1\x03\x00\x6D"
    "\xA5\xCC\xF0\x23\x00\x00\x00";
static const char bomb[] = /* 300,000 times "x" */
    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xED\xC1\x01\x0D\x00\x00\x00\xC2\xA0\xDA\x8F\x6F\x0F\x07"
    "\x14\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\xFC\x18\xCD\x2A\xC8\xB3\xE0\x93\x04\x00";

static policy_status unpack(const char *bytes, size_t size, const policy_limits *given, policy_buffer *buffer) {
  policy_error error = {0};
  policy_limits limits = policy__limits_fill(given, size);
  policy_status status = policy__gunzip(bytes, size, &limits, buffer, &error);
  ck_assert_int_eq(status, error.code);
  ck_assert(status == POLICY_OK || error.message[0] != '\0');
  return status;
}

START_TEST(members_follow_each_other) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  char twice[2 * sizeof packed_text];
  memcpy(twice, packed_text, sizeof packed_text - 1);
  memcpy(twice + sizeof packed_text - 1, packed_text, sizeof packed_text);
  ck_assert_int_eq(unpack(twice, 2 * (sizeof packed_text - 1), NULL, &buffer), POLICY_OK);
  ck_assert_str_eq(buffer.data, "Ghana should act.Ghana should act.");
  policy_buffer_free(&buffer);
}
END_TEST

START_TEST(damage_is_told) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  char damaged[sizeof packed_text];
  for (size_t size = 0; size < sizeof packed_text - 1; size++)
    ck_assert_int_eq(unpack(packed_text, size, NULL, &buffer), POLICY_ERROR_FORMAT);
  memcpy(damaged, packed_text, sizeof damaged);
  damaged[sizeof damaged - 6] ^= 1; /* the checksum */
  ck_assert_int_eq(unpack(damaged, sizeof damaged - 1, NULL, &buffer), POLICY_ERROR_FORMAT);
  policy_buffer_free(&buffer);
}
END_TEST

START_TEST(bombs_do_not_go_off) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy_limits limits = POLICY_LIMITS_INIT;
  ck_assert_int_eq(unpack(bomb, sizeof bomb - 1, NULL, &buffer), POLICY_ERROR_LIMIT);
  ck_assert_uint_lt(buffer.size, 100000);
  policy_buffer_free(&buffer);
  limits.ratio = 2000;
  ck_assert_int_eq(unpack(bomb, sizeof bomb - 1, &limits, &buffer), POLICY_OK);
  ck_assert_uint_eq(buffer.size, 300000);
  policy_buffer_free(&buffer);
  limits.input = 1000;
  ck_assert_int_eq(unpack(bomb, sizeof bomb - 1, &limits, &buffer), POLICY_ERROR_LIMIT);
  policy_buffer_free(&buffer);
}
END_TEST

START_TEST(what_was_packed_is_the_source) {
  policy_error error = {0};
  policy_document *document = policy_read(packed_page, sizeof packed_page - 1, NULL, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  ck_assert_str_eq(policy_document_text(document).data, "Ghana should act.");
  ck_assert_str_eq(policy_document_media_type(document).data, "text/html");
  ck_assert_uint_eq(policy_document_source_offset(document, 0), 18);
  policy_document_unref(document);
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "application/gzip";
  document = policy_read(packed_text, sizeof packed_text - 1, &options, &error);
  ck_assert_str_eq(policy_document_media_type(document).data, "text/plain");
  policy_document_unref(document);
}
END_TEST

START_TEST(want_of_memory_is_a_status) {
  for (size_t n = 1; n < 8; n++) {
    tally t;
    tally_init(&t);
    t.fail_at = n;
    policy_buffer buffer = {.allocator = t.allocator};
    policy_status status = unpack(packed_text, sizeof packed_text - 1, NULL, &buffer);
    ck_assert(status == POLICY_ERROR_NO_MEMORY || (status == POLICY_OK && t.calls < n));
    policy_buffer_free(&buffer);
    ck_assert(tally_is_clean(&t));
  }
}
END_TEST

Suite *suite_gzip(void) {
  Suite *suite = suite_create("gzip");
  TCase *tests = tcase_create("gzip");
  tcase_add_test(tests, members_follow_each_other);
  tcase_add_test(tests, damage_is_told);
  tcase_add_test(tests, bombs_do_not_go_off);
  tcase_add_test(tests, what_was_packed_is_the_source);
  tcase_add_test(tests, want_of_memory_is_a_status);
  suite_add_tcase(suite, tests);
  return suite;
}
