/* Pages and lines: which page a place stands on, and which part of a line a span takes. */
#include <math.h>
#include <stdlib.h>

#include "annotated.h"

static policy_line_record line_of(const policy_builder *builder, const char *words, uint32_t page) {
  return (policy_line_record){
      .span = annotated_span(builder, words), .page = page, .box = {10, 20, 100, 10}, .size = 9};
}

static void add_line(policy_builder *builder, const char *words, uint32_t page) {
  policy_error error = {0};
  const policy_line_record record = line_of(builder, words, page);
  ck_assert_msg(policy_builder_add_line(builder, &record, NULL, &error) == POLICY_OK, "%s", error.message);
}

static policy_builder *begin(const char *text, int pages) {
  policy_builder *builder = annotated_begin(text);
  for (int i = 0; i < pages; i++) ck_assert_int_eq(policy_builder_add_page(builder, 600, 800, NULL), POLICY_OK);
  return builder;
}

/* A note at the foot of the first page stands in the text behind what goes on on the second. */
START_TEST(lines_are_found_by_page_and_by_place) {
  policy_builder *builder = begin("one two\nthree four\nnote", 3);
  policy_block_record block = {
      .kind = POLICY_BLOCK_FOOTNOTE, .span = annotated_span(builder, "two\nthree four\nnote"), .page = 7};
  ck_assert_int_eq(policy_builder_add_block(builder, &block, NULL, NULL), POLICY_OK);
  add_line(builder, "one two", 1);
  add_line(builder, "three four", 2);
  add_line(builder, "note", 1);
  policy_document *document = annotated_finish(builder);
  ck_assert_uint_eq(policy_document_page_count(document), 3);
  ck_assert_uint_eq(policy_document_line_count(document), 3);
  policy_page first = policy_document_page(document, 0), last = policy_document_page(document, 2);
  ck_assert_uint_eq(policy_page_line_count(first), 2);
  ck_assert_uint_eq(policy_page_line(first, 1).id, 2);
  ck_assert_ptr_null(policy_page_line(first, 2).document);
  ck_assert_uint_eq(policy_page_line_count(last), 0);
  ck_assert_float_eq(policy_page_width(last), 600);
  ck_assert_float_eq(policy_page_height(last), 800);
  ck_assert_ptr_null(policy_document_page(document, 3).document);
  ck_assert_uint_eq(policy_document_line_at(document, 6).id, 0);
  ck_assert_ptr_null(policy_document_line_at(document, 7).document);
  ck_assert_uint_eq(policy_document_page_at(document, 7), 7);
  ck_assert_uint_eq(policy_document_page_at(document, 8), 2);
  ck_assert_uint_eq(policy_document_page_at(document, 22), 1);
  ck_assert_uint_eq(policy_document_page_at(document, 23), 0);
  policy_document_unref(document);
}
END_TEST

static policy_box part_of(const policy_document *document, uint32_t begin, uint32_t end) {
  return policy_line_box_of(policy_document_line(document, 0), (policy_span){begin, end});
}

START_TEST(a_span_takes_its_share_of_the_line) {
  policy_builder *builder = begin("eeeeeeeeee rest", 1);
  add_line(builder, "eeeeeeeeee", 1);
  policy_document *document = annotated_finish(builder);
  ck_assert_float_eq_tol(part_of(document, 2, 5).left, 30, 0.01F);
  ck_assert_float_eq_tol(part_of(document, 2, 5).width, 30, 0.01F);
  ck_assert_float_eq(part_of(document, 2, 5).top, 20);
  ck_assert_float_eq(part_of(document, 0, 10).width, 100);
  ck_assert_float_eq_tol(part_of(document, 8, 15).width, 20, 0.01F);
  ck_assert_float_eq(part_of(document, 10, 15).width, 0);
  ck_assert_float_eq(part_of(document, 5, 5).width, 0);
  policy_document_unref(document);
  builder = begin("mmmm iiii", 1);
  add_line(builder, "mmmm iiii", 1);
  document = annotated_finish(builder);
  ck_assert_float_gt(part_of(document, 0, 4).width, part_of(document, 5, 9).width * 2);
  policy_document_unref(document);
}
END_TEST

START_TEST(from_right_to_left_and_up_the_page) {
  policy_builder *builder = begin("\u05D0\u05D0\u05D0\u05D0", 1);
  add_line(builder, "\u05D0\u05D0\u05D0\u05D0", 1);
  policy_document *document = annotated_finish(builder);
  ck_assert_float_eq_tol(part_of(document, 0, 2).left, 85, 0.01F);
  ck_assert_float_eq_tol(part_of(document, 6, 8).left, 10, 0.01F);
  ck_assert(!policy_line_is_turned(policy_document_line(document, 0)));
  policy_document_unref(document);
  builder = begin("eeee", 1);
  policy_line_record record = line_of(builder, "eeee", 1);
  record.box = (policy_box){10, 20, 10, 100};
  ck_assert_int_eq(policy_builder_add_line(builder, &record, NULL, NULL), POLICY_OK);
  document = annotated_finish(builder);
  ck_assert(policy_line_is_turned(policy_document_line(document, 0)));
  ck_assert_float_eq_tol(part_of(document, 0, 1).top, 95, 0.01F);
  ck_assert_float_eq_tol(part_of(document, 0, 1).height, 25, 0.01F);
  ck_assert_float_eq(part_of(document, 0, 1).width, 10);
  policy_document_unref(document);
}
END_TEST

static void refuse(policy_builder *builder, policy_line_record record, const char *why) {
  policy_error error = {0};
  ck_assert_int_eq(policy_builder_add_line(builder, &record, NULL, &error), POLICY_ERROR_ARGUMENT);
  ck_assert_msg(strstr(error.message, why) != NULL, "%s", error.message);
}

START_TEST(what_is_no_line_is_refused) {
  policy_builder *builder = begin("one two", 1);
  policy_error error = {0};
  ck_assert_int_eq(policy_builder_add_page(builder, NAN, 1, &error), POLICY_ERROR_ARGUMENT);
  ck_assert_int_eq(policy_builder_add_page(builder, 1, INFINITY, &error), POLICY_ERROR_ARGUMENT);
  ck_assert_int_eq(policy_builder_add_page(builder, -1, 1, &error), POLICY_ERROR_ARGUMENT);
  add_line(builder, "two", 1);
  policy_line_record record = line_of(builder, "one", 1);
  refuse(builder, record, "begins before");
  record = line_of(builder, "two", 1);
  policy_builder_free(builder);
  builder = begin("one two", 1);
  record.page = 2;
  refuse(builder, record, "no page");
  record.page = 0;
  refuse(builder, record, "no page");
  record.page = 1;
  record.box.left = NAN;
  refuse(builder, record, "bad box");
  record.box.left = 2e6F;
  refuse(builder, record, "bad box");
  record.box = (policy_box){0, 0, -1, 0};
  refuse(builder, record, "bad box");
  record.box.width = 1;
  record.size = INFINITY;
  refuse(builder, record, "bad box");
  record.size = 1;
  record.span.end = record.span.begin;
  refuse(builder, record, "bad span");
  policy_document *document = annotated_finish(builder);
  ck_assert_uint_eq(policy_document_line_count(document), 0);
  ck_assert_uint_eq(policy_document_page_count(document), 1);
  policy_document_unref(document);
}
END_TEST

Suite *suite_pages(void) {
  Suite *suite = suite_create("pages");
  TCase *tests = tcase_create("pages");
  tcase_add_test(tests, lines_are_found_by_page_and_by_place);
  tcase_add_test(tests, a_span_takes_its_share_of_the_line);
  tcase_add_test(tests, from_right_to_left_and_up_the_page);
  tcase_add_test(tests, what_is_no_line_is_refused);
  suite_add_tcase(suite, tests);
  return suite;
}
