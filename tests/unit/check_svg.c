/* Pages as pictures: words at their places, marks in pieces, what is escaped, and pages that are out of the
   ordinary. */
#include <stdio.h>
#include <stdlib.h>

#include "annotated.h"
#include "full_document.h"

#define assert_holds(buffer, part)                                                                             \
  ck_assert_msg(strstr((buffer).data, part) != NULL, "no '%s' in:\n%s", part, (buffer).data)
#define assert_lacks(buffer, part)                                                                             \
  ck_assert_msg(strstr((buffer).data, part) == NULL, "'%s' in:\n%s", part, (buffer).data)

static policy_buffer picture_of(const policy_document *document, uint32_t page, unsigned flags) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy_error error = {0};
  ck_assert_msg(policy_svg_write(document, page, flags, &buffer, &error) == POLICY_OK, "%s", error.message);
  return buffer;
}

static policy_builder *begin(const char *text, int pages) {
  policy_builder *builder = annotated_begin(text);
  for (int i = 0; i < pages; i++)
    ck_assert_int_eq(policy_builder_add_page(builder, 600, 800.5F, NULL), POLICY_OK);
  return builder;
}

static void add_line(policy_builder *builder, const char *words, uint32_t page, policy_box box) {
  const policy_line_record record = {
      .span = annotated_span(builder, words), .page = page, .box = box, .size = 10};
  ck_assert_int_eq(policy_builder_add_line(builder, &record, NULL, NULL), POLICY_OK);
}

static void add_time(policy_builder *builder, const char *words, const char *value) {
  policy_time_record record = {.type = POLICY_TIME_DATE, .value = annotated_string(value)};
  record.span = annotated_span(builder, words);
  ck_assert_int_eq(policy_builder_add_time(builder, &record, NULL, NULL), POLICY_OK);
}

static const policy_box box = {50, 100, 100, 10};

START_TEST(words_stand_at_their_places) {
  policy_builder *builder = begin("eeeee eeeee\nnext", 2);
  add_line(builder, "eeeee eeeee", 1, box);
  add_line(builder, "next", 2, box);
  policy_document *document = annotated_finish(builder);
  policy_buffer picture = picture_of(document, 1, 0);
  assert_holds(
      picture,
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"800.5\" viewBox=\"0 0 600 800.5\" "
      "aria-label=\"Page 1\"");
  assert_holds(
      picture,
      "<text x=\"50\" y=\"107.9\" textLength=\"100\" lengthAdjust=\"spacingAndGlyphs\" font-size=\"10\">"
      "eeeee eeeee</text>");
  assert_lacks(picture, "next");
  policy_buffer_free(&picture);
  picture = picture_of(document, 0, 0);
  assert_holds(picture, "width=\"600\" height=\"1613\"");
  assert_holds(picture, "<svg y=\"812.5\" width=\"600\" height=\"800.5\"");
  assert_holds(picture, ">next</text>");
  policy_buffer_free(&picture);
  policy_document_unref(document);
}
END_TEST

/* The marks over the whole line, over its first half, and over nothing of it. */
START_TEST(marks_cut_a_line_in_pieces) {
  policy_builder *builder = begin("eeee eeee\nelse", 1);
  add_line(builder, "eeee eeee", 1, box);
  add_time(builder, "eeee eeee", "A");
  add_time(builder, "eeee", "B");
  add_time(builder, "else", "C");
  policy_document *document = annotated_finish(builder);
  policy_buffer picture = picture_of(document, 1, 0);
  assert_holds(picture, "<title>Time: A\nTime: B</title>eeee</text>");
  assert_holds(picture, "<title>Time: A</title>eeee</text>");
  assert_holds(picture, "<rect x=\"50\" y=\"100\" width=\"46.96\" height=\"10\" fill=\"#fff0b8\"/>");
  assert_lacks(picture, "Time: C");
  policy_buffer_free(&picture);
  picture = picture_of(document, 1, POLICY_SVG_OVERLAY);
  assert_holds(picture, "<g fill-opacity=\".45\"><title>Time: A</title><rect");
  assert_lacks(picture, "eeee");
  assert_lacks(picture, "fill=\"#fff\"");
  policy_buffer_free(&picture);
  picture = picture_of(document, 1, POLICY_SVG_BARE);
  assert_holds(picture, ">eeee eeee</text>");
  assert_lacks(picture, "Time");
  policy_buffer_free(&picture);
  policy_document_unref(document);
}
END_TEST

START_TEST(all_is_escaped) {
  policy_builder *builder = begin("</text><script>\"a\" & b\x07", 1);
  add_line(builder, "</text><script>\"a\" & b\x07", 1, box);
  add_time(builder, "b", "</title><script>");
  policy_document *document = annotated_finish(builder);
  policy_buffer picture = picture_of(document, 1, 0);
  assert_holds(picture, "&lt;/text&gt;&lt;script&gt;&quot;a&quot; &amp;</text>");
  assert_holds(picture, "<title>Time: &lt;/title&gt;&lt;script&gt;</title>b</text>");
  assert_holds(picture, "\uFFFD</text>");
  assert_lacks(picture, "<script");
  policy_buffer_free(&picture);
  policy_document_unref(document);
}
END_TEST

START_TEST(turned_and_from_right_to_left) {
  policy_builder *builder = begin("eeee\n\u05D0\u05D0", 1);
  add_line(builder, "eeee", 1, (policy_box){10, 20, 10, 100});
  add_line(builder, "\u05D0\u05D0", 1, box);
  policy_document *document = annotated_finish(builder);
  policy_buffer picture = picture_of(document, 1, 0);
  assert_holds(picture, "<text x=\"17.9\" y=\"120\" transform=\"rotate(-90 17.9 120)\" textLength=\"100\"");
  assert_holds(picture, "<text x=\"150\" y=\"107.9\" direction=\"rtl\" textLength=\"100\"");
  policy_buffer_free(&picture);
  policy_document_unref(document);
}
END_TEST

START_TEST(findings_of_all_kinds_are_marked) {
  policy_document *document = full_document(NULL, NULL);
  policy_buffer picture = picture_of(document, 1, 0);
  assert_holds(picture, "<title>Recommendation 1: ");
  assert_holds(picture, "text-anchor=\"end\" fill=\"#0b4a8f\">1</text>");
  policy_buffer_free(&picture);
  policy_document_unref(document);
}
END_TEST

/* A page of unknown size has that of what stands on it. */
START_TEST(pages_out_of_the_ordinary) {
  policy_builder *builder = annotated_begin("far\nnear\nnothing");
  ck_assert_int_eq(policy_builder_add_page(builder, 0, 0, NULL), POLICY_OK);
  ck_assert_int_eq(policy_builder_add_page(builder, 0, 0, NULL), POLICY_OK);
  add_line(builder, "far", 1, (policy_box){-1e6F, 1e6F, 1e6F, 1e6F});
  add_line(builder, "near", 1, (policy_box){1, 1, 20.25F, 5});
  add_line(builder, "nothing", 1, (policy_box){0, 0, 0, 0});
  policy_document *document = annotated_finish(builder);
  policy_buffer picture = picture_of(document, 1, 0);
  assert_holds(picture, "width=\"21.25\" height=\"2000000\"");
  assert_holds(picture, "<text x=\"-1000000\" y=\"1790000\" textLength=\"1000000\"");
  assert_lacks(picture, "nothing");
  policy_buffer_free(&picture);
  picture = picture_of(document, 2, 0);
  assert_holds(picture, "width=\"1\" height=\"1\"");
  policy_buffer_free(&picture);
  policy_document_unref(document);
}
END_TEST

static void refuse(const policy_document *document, uint32_t page, policy_status status) {
  policy_error error = {0};
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_buffer_append(&buffer, "kept", 4), POLICY_OK);
  ck_assert_int_eq(policy_svg_write(document, page, 0, &buffer, &error), status);
  ck_assert_int_eq(error.code, status);
  ck_assert_str_eq(buffer.data, "kept");
  policy_buffer_free(&buffer);
}

START_TEST(no_page_no_picture) {
  policy_builder *builder = annotated_begin("text");
  policy_builder_set_source(builder, 4, UINT32_MAX);
  policy_document *document = annotated_finish(builder);
  ck_assert_uint_eq(policy_document_page_count(document), UINT32_MAX);
  refuse(document, 0, POLICY_ERROR_NOT_FOUND);
  refuse(document, 1, POLICY_ERROR_NOT_FOUND);
  refuse(NULL, 1, POLICY_ERROR_ARGUMENT);
  policy_document_unref(document);
  document = annotated_finish(begin("text", 1));
  refuse(document, 2, POLICY_ERROR_NOT_FOUND);
  policy_document_unref(document);
  ck_assert_int_eq(policy_svg_write(NULL, 1, 0, NULL, NULL), POLICY_ERROR_ARGUMENT);
}
END_TEST

/* `count` lines of one page, each with a time over it; and the bytes of its picture. */
static size_t crowd(unsigned count, bool one_line) {
  char *text = malloc(count * 4u + 1);
  ck_assert_ptr_nonnull(text);
  for (unsigned i = 0; i < count; i++) memcpy(text + i * 4u, "eee ", 4);
  text[count * 4u] = '\0';
  policy_builder *builder = begin(text, 1);
  policy_line_record line = {.page = 1, .box = box, .span = {0, count * 4u - 1}};
  for (unsigned i = 0; i < count; i++) {
    const policy_span span = {i * 4u, i * 4u + 3};
    const policy_time_record time = {.span = span, .type = POLICY_TIME_DATE, .value = annotated_string("A")};
    ck_assert_int_eq(policy_builder_add_time(builder, &time, NULL, NULL), POLICY_OK);
    if (!one_line) line.span = span;
    if (!one_line || i == 0) ck_assert_int_eq(policy_builder_add_line(builder, &line, NULL, NULL), POLICY_OK);
  }
  free(text);
  policy_document *document = annotated_finish(builder);
  policy_buffer picture = picture_of(document, 0, 0);
  size_t size = picture.size;
  policy_buffer_free(&picture);
  policy_document_unref(document);
  return size;
}

START_TEST(crowded_pages_cost_no_more_than_their_lines) {
  size_t lines = crowd(1000, false), line = crowd(1000, true);
  ck_assert_uint_lt(lines, 400 * 1000);
  ck_assert_uint_lt(crowd(100000, false), lines * 101);
  ck_assert_uint_lt(crowd(100000, true), line * 101);
}
END_TEST

Suite *suite_svg(void) {
  Suite *suite = suite_create("svg");
  TCase *tests = tcase_create("svg");
  tcase_add_test(tests, words_stand_at_their_places);
  tcase_add_test(tests, marks_cut_a_line_in_pieces);
  tcase_add_test(tests, all_is_escaped);
  tcase_add_test(tests, turned_and_from_right_to_left);
  tcase_add_test(tests, findings_of_all_kinds_are_marked);
  tcase_add_test(tests, pages_out_of_the_ordinary);
  tcase_add_test(tests, no_page_no_picture);
  tcase_add_test(tests, crowded_pages_cost_no_more_than_their_lines);
  suite_add_tcase(suite, tests);
  return suite;
}
