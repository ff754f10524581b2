/* Reading plain text: nothing is lost, whatever comes. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "read/plain.h"
#include "reading.h"
#include "text/utf8.h"

/* Blocks in order, on characters, with white space alone between them, and none empty. */
static void loses_nothing(const policy_document *document) {
  policy_string text = policy_document_text(document);
  uint32_t at = 0, count = policy_document_block_count(document);
  for (uint32_t i = 0; i <= count; i++) {
    policy_span span = {(uint32_t)text.size, (uint32_t)text.size};
    if (i < count) span = policy_block_span(policy_document_block(document, i));
    ck_assert_uint_ge(span.begin, at);
    for (const char *p = text.data + at; p < text.data + span.begin;)
      ck_assert((policy__classify(policy__utf8_next(&p)) & POLICY__SPACE) != 0);
    ck_assert(i == count || span.end > span.begin);
    at = span.end;
  }
}

START_TEST(nothing_is_lost) {
  static const char *const texts[] = {"",
                                      "x",
                                      "\n\n x \f\f y\v z",
                                      "\xC2\xA0x\xE3\x80\x80",
                                      "- \n- \n-\n\xE2\x80\xA2\n",
                                      "1.\n2.\n\n(a)\n",
                                      "| a | b |\n|---|\n\n> q\n>\n> r\n",
                                      "A\n=\nB\n---\n",
                                      "\xE2\x80\xA8x\xE2\x80\xA9y\xC2\x85z",
                                      "Page 1\nPage 2\n3\niv\n/...\n",
                                      "\xEF\xBF\xBD\xEF\xBF\xBD \xE2\x80\x8B",
                                      "By\nDate:\nSubject:\nTitle:\n\xC2\xA9\n",
                                      "Cite as\nSuggested citation:\n(2019)\nA, B. (2019). [online]\n"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    policy_document *document = reading_of(texts[i]);
    loses_nothing(document);
    policy_document_unref(document);
  }
}
END_TEST

/* Texts of lines drawn from a small stock, by a fixed random sequence. */
START_TEST(nothing_is_lost_in_any_mixture) {
  static const char *const stock[] = {"The board counted the fish of the bay",
                                      "of the lake.",
                                      "\n",
                                      "\n\n",
                                      "- ",
                                      "1. ",
                                      "(a) ",
                                      "   ",
                                      "THE LAKE",
                                      "Page 3",
                                      "7",
                                      "|",
                                      "\t",
                                      "....... 9",
                                      "> ",
                                      "=====",
                                      "\xE2\x80\xA2",
                                      "\f",
                                      "By Ann Lee",
                                      "3 May 2019",
                                      "[1] See",
                                      "and so",
                                      "A/RES/1/2 ",
                                      "Back to top",
                                      "Lee, A. (2019). Rain. [online] Shore. Available at:"};
  uint64_t seed = 42;
  for (int round = 0; round < 300; round++) {
    char text[4096];
    size_t size = 0;
    while (size < sizeof text - 100) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      size_t n = (size_t)(seed >> 33) % (sizeof stock / sizeof *stock);
      size += (size_t)snprintf(text + size, sizeof text - size, "%s%s", stock[n],
                               (seed >> 60) % 3 == 0 ? "\n" : "");
      if ((seed >> 50) % 64 == 0) break;
    }
    policy_document *document = reading_of(text);
    loses_nothing(document);
    policy_document_unref(document);
  }
}
END_TEST

/* An allocator that fails after a number of allocations. */
static void *allocate(void *context, size_t size) {
  int *left = context;
  return (*left)-- > 0 ? malloc(size) : NULL;
}

static void *reallocate(void *context, void *block, size_t old_size, size_t size) {
  int *left = context;
  (void)old_size;
  return (*left)-- > 0 ? realloc(block, size) : NULL;
}

static void release(void *context, void *block, size_t size) {
  (void)context;
  (void)size;
  free(block);
}

START_TEST(memory_that_runs_out) {
  static const char text[] = "The dry lake\n\nBy Ann Lee\n\n3 May 2019\n\nThe board counted the fish.\n\n- "
                             "one\n- two\n\nPage 2\n\nThe lake\n\nPage 3\n\nThe lake\n";
  int failures = 0;
  for (int i = 0;; i++) {
    policy_error error = {0};
    int left = i;
    policy_allocator scratch = {allocate, reallocate, release, &left};
    policy_builder *builder = policy_builder_new(text, sizeof text - 1, NULL, NULL, &error);
    ck_assert_ptr_nonnull(builder);
    policy_status status = policy__plain_blocks(builder, &scratch, &error);
    policy_builder_free(builder);
    if (status == POLICY_OK) break;
    ck_assert_int_eq(status, POLICY_ERROR_NO_MEMORY);
    ck_assert_int_eq(error.code, POLICY_ERROR_NO_MEMORY);
    failures++;
  }
  ck_assert_int_gt(failures, 3);
}
END_TEST

START_TEST(too_many_blocks) {
  policy_error error = {0};
  policy_limits limits = POLICY_LIMITS_INIT;
  limits.blocks = 2;
  policy_builder *builder = policy_builder_new("a\n\nb\n\nc\n", 8, &limits, NULL, &error);
  ck_assert_ptr_nonnull(builder);
  ck_assert_int_eq(policy__plain_blocks(builder, NULL, &error), POLICY_ERROR_LIMIT);
  policy_builder_free(builder);
}
END_TEST

/* A set of real texts, when it is at hand: whatever it holds, nothing is lost. */
START_TEST(real_texts) {
  static const char *const names[] = {"seed.txt", "bad-inputs/utf8/utf8tests/utf8tests.txt",
                                      "bad-inputs/utf8/naughty-strings/blns.txt"};
  const char *gold = getenv("POLICY_GOLD");
  int read = 0;
  for (size_t i = 0; gold != NULL && i < sizeof names / sizeof *names; i++) {
    char path[1024];
    policy_error error = {0};
    policy_options options = POLICY_OPTIONS_INIT;
    options.media_type = "text/plain";
    snprintf(path, sizeof path, "%s/%s", gold, names[i]);
    policy_document *document = policy_read_file(path, &options, &error);
    if (document == NULL && error.code == POLICY_ERROR_IO) continue;
    ck_assert_msg(document != NULL, "%s: %s", path, error.message);
    loses_nothing(document);
    policy_document_unref(document);
    read++;
  }
  if (read == 0) fprintf(stderr, "# real texts: skipped, as POLICY_GOLD names none\n");
}
END_TEST

Suite *suite_plain(void) {
  Suite *suite = suite_create("plain");
  TCase *tests = tcase_create("plain");
  tcase_set_timeout(tests, 60);
  tcase_add_test(tests, nothing_is_lost);
  tcase_add_test(tests, nothing_is_lost_in_any_mixture);
  tcase_add_test(tests, memory_that_runs_out);
  tcase_add_test(tests, too_many_blocks);
  tcase_add_test(tests, real_texts);
  suite_add_tcase(suite, tests);
  return suite;
}
