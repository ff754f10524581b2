/* Builders: limits, beginning, copying, end. */
#include <check.h>
#include <stddef.h>

#include "model/builder.h"
#include "sample.h"
#include "tally.h"

static void is(policy_string string, const char *expected) {
  ck_assert_uint_eq(string.size, strlen(expected));
  ck_assert_mem_eq(string.data, expected, string.size);
}

/* ---- limits ------------------------------------------------------------------------------------------------ */

START_TEST(defaults) {
  policy_limits limits = policy__limits_fill(NULL, 1000);
  ck_assert_uint_eq(limits.size, sizeof limits);
  ck_assert_uint_eq(limits.input, POLICY_LIMIT_INPUT);
  ck_assert_uint_eq(limits.text, POLICY_LIMIT_TEXT);
  ck_assert_uint_eq(limits.memory, 2000 * POLICY_LIMIT_MEMORY_FACTOR + POLICY_LIMIT_MEMORY_BASE);
  ck_assert_uint_eq(limits.blocks, POLICY_LIMIT_BLOCKS);
  ck_assert_uint_eq(limits.tokens, POLICY_LIMIT_TOKENS);
  ck_assert_uint_eq(limits.entries, POLICY_LIMIT_ENTRIES);
  ck_assert_uint_eq(limits.mentions, POLICY_LIMIT_MENTIONS);
  ck_assert_uint_eq(limits.warnings, POLICY_LIMIT_WARNINGS);
  ck_assert_uint_eq(limits.depth, POLICY_LIMIT_DEPTH);
  ck_assert_uint_eq(limits.sentence, POLICY_LIMIT_SENTENCE);
  ck_assert_uint_eq(limits.token, POLICY_LIMIT_TOKEN);
  ck_assert_uint_eq(limits.child_seconds, POLICY_LIMIT_CHILD_SECONDS);
  ck_assert_uint_eq(limits.child_memory, POLICY_LIMIT_CHILD_MEMORY);
  ck_assert_uint_eq(limits.elements, POLICY_LIMIT_ELEMENTS);
  ck_assert_uint_eq(limits.nesting, POLICY_LIMIT_NESTING);
  ck_assert_uint_eq(limits.ratio, POLICY_LIMIT_RATIO);
}
END_TEST

START_TEST(what_is_given_stays) {
  policy_limits given = {sizeof given, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}, filled = policy__limits_fill(&given, 1000);
  ck_assert_mem_eq(&given, &filled, offsetof(policy_limits, ratio) + sizeof given.ratio);
  given.text = UINT64_MAX;
  ck_assert_uint_eq(policy__limits_fill(&given, 0).text, UINT32_MAX - 1);
}
END_TEST

START_TEST(an_older_caller_knows_fewer_limits) {
  policy_limits given = {offsetof(policy_limits, memory), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
  policy_limits filled = policy__limits_fill(&given, 0);
  ck_assert_uint_eq(filled.input, 1);
  ck_assert_uint_eq(filled.text, 2);
  ck_assert_uint_eq(filled.memory, POLICY_LIMIT_MEMORY_BASE);
  ck_assert_uint_eq(filled.token, POLICY_LIMIT_TOKEN);
  given.size = 1000000; /* a newer one knows more */
  ck_assert_uint_eq(policy__limits_fill(&given, 0).token, 11);
}
END_TEST

/* ---- beginning --------------------------------------------------------------------------------------------- */

static policy_builder *begin(const char *bytes, size_t size, policy_limits limits, policy_error *error) {
  return policy_builder_new(bytes, size, &limits, NULL, error);
}

START_TEST(the_ceiling_of_the_input) {
  policy_error error;
  for (size_t size = 9; size <= 11; size++) {
    policy_builder *b = begin("0123456789x", size, (policy_limits){sizeof(policy_limits), .input = 10}, &error);
    ck_assert_int_eq(b == NULL, size > 10);
    if (b == NULL) ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
    policy_builder_free(b);
  }
}
END_TEST

START_TEST(the_ceiling_of_the_text) {
  policy_error error;
  for (size_t size = 9; size <= 11; size++) {
    policy_builder *b = begin("0123456789x", size, (policy_limits){sizeof(policy_limits), .text = 10}, &error);
    ck_assert_int_eq(b == NULL, size > 10);
    if (b == NULL) ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
    if (b == NULL) ck_assert_ptr_nonnull(strstr(error.message, "10 bytes"));
    policy_builder_free(b);
  }
  policy_builder *b = begin("\xFF\xFF\xFF\xFF", 4, (policy_limits){sizeof(policy_limits), .text = 11}, &error);
  ck_assert_ptr_null(b); /* four bad bytes become twelve */
}
END_TEST

START_TEST(the_ceiling_of_memory) {
  policy_error error;
  char text[2000];
  memset(text, 'x', sizeof text);
  policy_builder *b = begin(text, sizeof text, (policy_limits){sizeof(policy_limits), .memory = 1000}, &error);
  ck_assert_ptr_null(b);
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  ck_assert_ptr_nonnull(strstr(error.message, "memory"));
  b = begin(text, sizeof text, (policy_limits){sizeof(policy_limits), .memory = 100000}, &error);
  ck_assert_ptr_nonnull(b);
  policy_status status = POLICY_OK;
  for (int i = 0; i < 1000 && status == POLICY_OK; i++)
    status = policy_builder_set(b, POLICY_FIELD_AUTHOR, (policy_string){text, sizeof text}, &error);
  ck_assert_int_eq(status, POLICY_ERROR_LIMIT);
  ck_assert_ptr_nonnull(strstr(error.message, "memory"));
  policy_document *made = policy_builder_finish(b, NULL); /* the builder is as it was */
  ck_assert_int_eq(policy_document_check(made, NULL), POLICY_OK);
  policy_document_unref(made);
}
END_TEST

START_TEST(misuse) {
  policy_error error;
  ck_assert_ptr_null(policy_builder_new(NULL, 1, NULL, NULL, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_ARGUMENT);
  ck_assert_ptr_null(policy_builder_finish(NULL, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_ARGUMENT);
  ck_assert_ptr_null(policy_builder_document(NULL));
  policy_builder_free(NULL);
  policy_builder *b = policy_builder_new(NULL, 0, NULL, NULL, NULL);
  ck_assert_ptr_nonnull(b);
  policy_builder_free(b);
}
END_TEST

START_TEST(cleaning_is_told) {
  char marks[200] = "e";
  size_t size = 1;
  for (int i = 0; i < 40; i++, size += 2) memcpy(marks + size, "\xCC\x81", 2);
  marks[size++] = '\xFF';
  policy_document *made = policy_builder_finish(policy_builder_new(marks, size, NULL, NULL, NULL), NULL);
  ck_assert_uint_eq(policy_document_warning_count(made), 2);
  is(policy_warning_code(policy_document_warning(made, 0)), "bad-utf8");
  is(policy_warning_code(policy_document_warning(made, 1)), "combining-run");
  ck_assert_int_eq(policy_document_check(made, NULL), POLICY_OK);
  policy_document_unref(made);
}
END_TEST

/* ---- failing memory ---------------------------------------------------------------------------------------- */

START_TEST(every_allocation_may_fail) {
  for (int sticky = 0; sticky < 2; sticky++) {
    for (size_t n = 1;; n++) {
      tally t;
      tally_init(&t);
      t.fail_at = n;
      t.sticky = sticky != 0;
      policy_error error = {0};
      policy_document *made = sample_document(NULL, &t.allocator, &error);
      bool failed = t.calls >= n;
      ck_assert_int_eq(made == NULL, failed);
      if (failed) ck_assert_int_eq(error.code, POLICY_ERROR_NO_MEMORY);
      policy_document_unref(made);
      ck_assert(tally_is_clean(&t));
      if (!failed) break;
    }
  }
}
END_TEST

/* After a failed add, the same add succeeds, and the document is the same as if nothing had happened. */
START_TEST(an_add_that_fails_can_be_tried_again) {
  tally t;
  tally_init(&t);
  for (size_t n = 1; n < 200; n++) {
    policy_builder *b = policy_builder_new(sample_source, sizeof sample_source - 1, NULL, &t.allocator, NULL);
    ck_assert_int_eq(sample_metadata(b, NULL), POLICY_OK);
    ck_assert_int_eq(sample_frame(b, NULL), POLICY_OK);
    t.fail_at = t.calls + n;
    uint32_t done = 0;
    policy_error error = {0};
    policy_actor_record actor = {.name = {"Norland", 7}};
    while (done < 100) {
      policy_status status = policy_builder_add_actor(b, &actor, NULL, &error);
      ck_assert(status == POLICY_OK || status == POLICY_ERROR_NO_MEMORY);
      ck_assert_uint_eq(policy_document_actor_count(policy_builder_document(b)), done + (status == POLICY_OK));
      done += status == POLICY_OK;
    }
    t.fail_at = 0;
    policy_document *made = policy_builder_finish(b, NULL);
    ck_assert_int_eq(policy_document_check(made, NULL), POLICY_OK);
    policy_document_unref(made);
  }
  ck_assert(tally_is_clean(&t));
}
END_TEST

/* ---- copying ----------------------------------------------------------------------------------------------- */

static void same(policy_string a, policy_string b) {
  ck_assert_uint_eq(a.size, b.size);
  ck_assert_mem_eq(a.data, b.data, a.size);
}

static void same_frame(const policy_document *a, const policy_document *b) {
  same(policy_document_text(a), policy_document_text(b));
  same(policy_document_id(a), policy_document_id(b));
  same(policy_document_title(a), policy_document_title(b));
  same(policy_document_extra(a), policy_document_extra(b));
  ck_assert_uint_eq(policy_document_source_size(a), policy_document_source_size(b));
  ck_assert_uint_eq(policy_document_page_count(a), policy_document_page_count(b));
  ck_assert_uint_eq(policy_document_author_count(a), policy_document_author_count(b));
  same(policy_document_author(a, 1), policy_document_author(b, 1));
  ck_assert_uint_eq(policy_document_block_count(a), policy_document_block_count(b));
  ck_assert_uint_eq(policy_document_warning_count(a), policy_document_warning_count(b));
  for (uint32_t i = 0; i < policy_document_warning_count(a); i++) {
    same(policy_warning_code(policy_document_warning(a, i)), policy_warning_code(policy_document_warning(b, i)));
    same(policy_warning_message(policy_document_warning(a, i)), policy_warning_message(policy_document_warning(b, i)));
  }
  for (uint32_t i = 0; i <= policy_document_text(a).size; i++) {
    ck_assert_uint_eq(policy_document_source_offset(a, i), policy_document_source_offset(b, i));
    ck_assert_uint_eq(policy_document_position(a, i).utf16, policy_document_position(b, i).utf16);
  }
}

START_TEST(a_copy_outlives_its_original) {
  tally t;
  tally_init(&t);
  policy_document *original = sample_document(NULL, NULL, NULL), *again = sample_document(NULL, NULL, NULL);
  policy_builder *b = policy__builder_copy(original, NULL, &t.allocator, NULL);
  ck_assert_ptr_nonnull(b);
  policy_document_unref(original);
  policy_document *copy = policy_builder_finish(b, NULL);
  same_frame(copy, again);
  ck_assert_int_eq(policy_document_check(copy, NULL), POLICY_OK);
  ck_assert_uint_eq(policy_document_sentence_count(copy) + policy_document_actor_count(copy) +
                        policy_document_statement_count(copy) + policy_document_token_count(copy), 0);
  policy_document_unref(copy);
  policy_document_unref(again);
  ck_assert(tally_is_clean(&t));
}
END_TEST

START_TEST(copying_may_run_out_of_memory) {
  policy_document *original = sample_document(NULL, NULL, NULL);
  for (size_t n = 1;; n++) {
    tally t;
    tally_init(&t);
    t.fail_at = n;
    policy_error error = {0};
    policy_builder *b = policy__builder_copy(original, NULL, &t.allocator, &error);
    bool failed = t.calls >= n;
    ck_assert_int_eq(b == NULL, failed);
    if (failed) ck_assert_int_eq(error.code, POLICY_ERROR_NO_MEMORY);
    policy_builder_free(b);
    ck_assert(tally_is_clean(&t));
    if (!failed) break;
  }
  policy_document_unref(original);
}
END_TEST

START_TEST(a_copy_keeps_to_its_own_limits) {
  policy_document *original = sample_document(NULL, NULL, NULL);
  policy_error error;
  policy_limits limits = {sizeof limits, .text = 10};
  ck_assert_ptr_null(policy__builder_copy(original, &limits, NULL, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  limits = (policy_limits){sizeof limits, .blocks = 3};
  ck_assert_ptr_null(policy__builder_copy(original, &limits, NULL, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  policy_document_unref(original);
}
END_TEST

static policy_document *with_warnings(uint32_t count, policy_limits *limits) {
  policy_builder *b = policy_builder_new("text", 4, limits, NULL, NULL);
  for (uint32_t i = 0; i < count; i++)
    ck_assert_int_eq(policy_builder_add_warning(b, "w", "m", (policy_span){0, 0}, NULL), POLICY_OK);
  return policy_builder_finish(b, NULL);
}

START_TEST(a_copy_goes_on_counting_warnings) {
  policy_limits limits = {sizeof limits, .warnings = 5};
  policy_document *original = with_warnings(12, &limits);
  is(policy_warning_message(policy_document_warning(original, 5)), "7 more warnings");
  policy_document *copy = policy_builder_finish(policy__builder_copy(original, &limits, NULL, NULL), NULL);
  ck_assert_uint_eq(policy_document_warning_count(copy), 6);
  is(policy_warning_message(policy_document_warning(copy, 5)), "7 more warnings");
  policy_builder *b = policy__builder_copy(original, &limits, NULL, NULL);
  ck_assert_int_eq(policy_builder_add_warning(b, "w", "m", (policy_span){0, 0}, NULL), POLICY_OK);
  policy_document *more = policy_builder_finish(b, NULL);
  ck_assert_uint_eq(policy_document_warning_count(more), 6);
  is(policy_warning_message(policy_document_warning(more, 5)), "8 more warnings");
  limits.warnings = 3;
  policy_document *fewer = policy_builder_finish(policy__builder_copy(original, &limits, NULL, NULL), NULL);
  ck_assert_uint_eq(policy_document_warning_count(fewer), 4);
  is(policy_warning_message(policy_document_warning(fewer, 3)), "9 more warnings");
  policy_document_unref(original);
  policy_document_unref(copy);
  policy_document_unref(more);
  policy_document_unref(fewer);
}
END_TEST

START_TEST(words_that_only_look_like_a_count) {
  static const char *const messages[] = {"", "more warnings", "x more warnings", "3 more", "0 more warnings",
                                         "3 more warnings!", "99999999999999999999999 more warnings"};
  for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
    policy_builder *b = policy_builder_new("text", 4, NULL, NULL, NULL);
    ck_assert_int_eq(policy_builder_add_warning(b, "more-warnings", messages[i], (policy_span){0, 1}, NULL), POLICY_OK);
    policy_document *made = policy_builder_finish(b, NULL);
    ck_assert_uint_eq(policy_document_warning_count(made), 1);
    is(policy_warning_message(policy_document_warning(made, 0)), messages[i]);
    policy_document_unref(made);
  }
}
END_TEST

START_TEST(scratch_is_counted) {
  policy_limits limits = {sizeof limits, .memory = 100000};
  policy_builder *b = policy_builder_new("text", 4, &limits, NULL, NULL);
  const policy_allocator *allocator = policy__builder_allocator(b);
  ck_assert_ptr_null(allocator->allocate(allocator->context, 100001));
  void *block = allocator->allocate(allocator->context, 1000);
  ck_assert_ptr_nonnull(block);
  allocator->release(allocator->context, block, 1000);
  ck_assert_uint_eq(policy__builder_limits(b)->memory, 100000);
  policy_builder_free(b);
}
END_TEST

Suite *suite_builder(void) {
  Suite *suite = suite_create("builder");
  TCase *tests = tcase_create("builder");
  tcase_set_timeout(tests, 60);
  tcase_add_test(tests, defaults);
  tcase_add_test(tests, what_is_given_stays);
  tcase_add_test(tests, an_older_caller_knows_fewer_limits);
  tcase_add_test(tests, the_ceiling_of_the_input);
  tcase_add_test(tests, the_ceiling_of_the_text);
  tcase_add_test(tests, the_ceiling_of_memory);
  tcase_add_test(tests, misuse);
  tcase_add_test(tests, cleaning_is_told);
  tcase_add_test(tests, every_allocation_may_fail);
  tcase_add_test(tests, an_add_that_fails_can_be_tried_again);
  tcase_add_test(tests, a_copy_outlives_its_original);
  tcase_add_test(tests, copying_may_run_out_of_memory);
  tcase_add_test(tests, a_copy_keeps_to_its_own_limits);
  tcase_add_test(tests, a_copy_goes_on_counting_warnings);
  tcase_add_test(tests, words_that_only_look_like_a_count);
  tcase_add_test(tests, scratch_is_counted);
  suite_add_tcase(suite, tests);
  return suite;
}
