/* Sentences and tokens of whole documents. */
#include <check.h>
#include <string.h>

#include "base/memory.h"
#include "lang/segment.h"
#include "model/builder.h"
#include "tally.h"

static tally memory;

static void set_up(void) {
  tally_init(&memory);
}

static void tear_down(void) {
  ck_assert(tally_is_clean(&memory));
}

static policy_builder *begin(const char *text, const policy_limits *limits) {
  policy_builder *builder = policy_builder_new(text, strlen(text), limits, &memory.allocator, NULL);
  ck_assert_ptr_nonnull(builder);
  return builder;
}

static void add_block(policy_builder *builder, policy_block_kind kind, uint32_t from, uint32_t to) {
  policy_block_record record = {.kind = kind, .span = {from, to}};
  ck_assert_int_eq(policy_builder_add_block(builder, &record, NULL, NULL), POLICY_OK);
}

static policy_document *finish(policy_builder *builder) {
  policy_error error;
  policy_status status = policy__segment(builder, policy__builder_limits(builder),
                                         policy__builder_allocator(builder), &error);
  ck_assert_int_eq(status, POLICY_OK);
  policy_document *document = policy_builder_finish(builder, &error);
  ck_assert_ptr_nonnull(document);
  ck_assert_int_eq(policy_document_check(document, &error), POLICY_OK);
  return document;
}

static void is_sentence(const policy_document *document, uint32_t n, const char *expected) {
  policy_string text =
      policy_document_slice(document, policy_sentence_span(policy_document_sentence(document, n)));
  ck_assert_uint_eq(text.size, strlen(expected));
  ck_assert_mem_eq(text.data, expected, text.size);
}

START_TEST(every_kind_of_block_has_sentences) {
  const char *text = "A heading without a stop One. Two. page 3";
  policy_builder *builder = begin(text, NULL);
  add_block(builder, POLICY_BLOCK_HEADING, 0, 24);
  add_block(builder, POLICY_BLOCK_PARAGRAPH, 25, 34);
  add_block(builder, POLICY_BLOCK_BOILERPLATE, 35, 41);
  policy_document *document = finish(builder);
  ck_assert_uint_eq(policy_document_sentence_count(document), 4);
  is_sentence(document, 0, "A heading without a stop");
  is_sentence(document, 1, "One.");
  is_sentence(document, 2, "Two.");
  is_sentence(document, 3, "page 3");
  policy_sentence last = policy_document_sentence(document, 3);
  ck_assert_int_eq(policy_block_kind_of(policy_sentence_block(last)), POLICY_BLOCK_BOILERPLATE);
  ck_assert_uint_eq(policy_sentence_token_count(last), 2);
  policy_document_unref(document);
}
END_TEST

START_TEST(what_lies_outside_of_blocks_has_none) {
  policy_builder *builder = begin("Out here. In here. Out again.", NULL);
  add_block(builder, POLICY_BLOCK_PARAGRAPH, 10, 18);
  policy_document *document = finish(builder);
  ck_assert_uint_eq(policy_document_sentence_count(document), 1);
  is_sentence(document, 0, "In here.");
  policy_document_unref(document);
}
END_TEST

START_TEST(a_document_without_blocks_is_one) {
  policy_document *document = finish(begin("First part\n\nSecond part. It isn't long.", NULL));
  ck_assert_uint_eq(policy_document_sentence_count(document), 3);
  is_sentence(document, 0, "First part");
  is_sentence(document, 1, "Second part.");
  is_sentence(document, 2, "It isn't long.");
  ck_assert_uint_eq(policy_document_token_count(document), 10);
  ck_assert(policy_token_is_joined(policy_sentence_token(policy_document_sentence(document, 2), 2)));
  policy_document_unref(document);
}
END_TEST

START_TEST(an_empty_document) {
  policy_document *document = finish(begin("", NULL));
  ck_assert_uint_eq(policy_document_sentence_count(document), 0);
  policy_document_unref(document);
}
END_TEST

START_TEST(forms_outlive_the_segmenting) {
  policy_document *document = finish(begin("The govern-\nment fell.", NULL));
  policy_string form = policy_token_form(policy_sentence_token(policy_document_sentence(document, 0), 1));
  ck_assert_uint_eq(form.size, 10);
  ck_assert_mem_eq(form.data, "government", 10);
  policy_document_unref(document);
}
END_TEST

START_TEST(cuts_are_warnings) {
  policy_limits limits = POLICY_LIMITS_INIT;
  limits.sentence = 12;
  limits.token = 5;
  policy_document *document = finish(begin("word word word word longword", &limits));
  ck_assert_uint_eq(policy_document_warning_count(document), 2);
  policy_string code = policy_warning_code(policy_document_warning(document, 0));
  ck_assert_mem_eq(code.data, "sentence-cut", 12);
  code = policy_warning_code(policy_document_warning(document, 1));
  ck_assert_mem_eq(code.data, "token-cut", 9);
  policy_document_unref(document);
}
END_TEST

START_TEST(the_ceiling_of_tokens) {
  for (uint32_t ceiling = 3; ceiling <= 5; ceiling++) {
    policy_limits limits = POLICY_LIMITS_INIT;
    limits.tokens = ceiling;
    policy_builder *builder = begin("one two three four", &limits);
    policy_status status =
        policy__segment(builder, policy__builder_limits(builder), policy__builder_allocator(builder), NULL);
    ck_assert_int_eq(status, ceiling < 4 ? POLICY_ERROR_LIMIT : POLICY_OK);
    policy_builder_free(builder);
  }
}
END_TEST

START_TEST(failing_memory_is_a_status) {
  size_t failures = 0;
  for (size_t n = 1;; n++) {
    policy_builder *builder = begin("One here, in their co-\noperation. Two there, isn't it?", NULL);
    memory.calls = 0;
    memory.fail_at = n;
    policy_status status =
        policy__segment(builder, policy__builder_limits(builder), policy__builder_allocator(builder), NULL);
    memory.fail_at = 0;
    policy_builder_free(builder);
    if (status == POLICY_OK) break;
    ck_assert_int_eq(status, POLICY_ERROR_NO_MEMORY);
    failures++;
  }
  ck_assert_uint_gt(failures, 3);
}
END_TEST

Suite *suite_segment(void);
Suite *suite_segment(void) {
  Suite *suite = suite_create("segment");
  TCase *group = tcase_create("segment");
  tcase_add_checked_fixture(group, set_up, tear_down);
  tcase_add_test(group, every_kind_of_block_has_sentences);
  tcase_add_test(group, what_lies_outside_of_blocks_has_none);
  tcase_add_test(group, a_document_without_blocks_is_one);
  tcase_add_test(group, an_empty_document);
  tcase_add_test(group, forms_outlive_the_segmenting);
  tcase_add_test(group, cuts_are_warnings);
  tcase_add_test(group, the_ceiling_of_tokens);
  tcase_add_test(group, failing_memory_is_a_status);
  suite_add_tcase(suite, group);
  return suite;
}
