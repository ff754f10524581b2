/* Documents as pages of the web: marks that nest, cross and go on; what is escaped, folded and linked. */
#include <stdio.h>
#include <stdlib.h>

#include "annotated.h"
#include "full_document.h"

/* The page of a document, which is given back; the caller frees it. */
static policy_buffer page_of(policy_document *document) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy_error error = {0};
  ck_assert_msg(policy_html_write(document, &buffer, &error) == POLICY_OK, "%s", error.message);
  policy_document_unref(document);
  return buffer;
}

#define assert_holds(buffer, part) ck_assert_msg(strstr((buffer).data, part) != NULL, "no '%s' in:\n%s", part, (buffer).data)
#define assert_lacks(buffer, part) ck_assert_msg(strstr((buffer).data, part) == NULL, "'%s' in:\n%s", part, (buffer).data)

static void add_time(policy_builder *builder, const char *words, const char *value) {
  policy_time_record record = {.type = POLICY_TIME_DATE, .value = annotated_string(value)};
  record.span = annotated_span(builder, words);
  ck_assert_int_eq(policy_builder_add_time(builder, &record, NULL, NULL), POLICY_OK);
}

static void add_block(policy_builder *builder, policy_block_kind kind, const char *words) {
  policy_block_record record = {.kind = kind, .span = annotated_span(builder, words)};
  ck_assert_int_eq(policy_builder_add_block(builder, &record, NULL, NULL), POLICY_OK);
}

#define OPEN(n, value) "<mark class=\"time\" id=\"t" n "\" title=\"Time: " value "\">"
#define AGAIN(value) "<mark class=\"time\" title=\"Time: " value "\">"

START_TEST(crossing_marks_are_written_in_pieces) {
  policy_builder *builder = annotated_begin("one two three four five");
  add_time(builder, "one two three", "A");
  add_time(builder, "two three four", "B");
  add_time(builder, "three", "C");
  policy_buffer page = page_of(annotated_finish(builder));
  assert_holds(page, "<p dir=\"auto\">" OPEN("1", "A") "one " OPEN("2", "B") "two " OPEN("3", "C")
               "three</mark></mark></mark>" AGAIN("B") " four</mark> five</p>");
  policy_buffer_free(&page);
}
END_TEST

START_TEST(a_mark_goes_on_in_the_next_block) {
  policy_builder *builder = annotated_begin("one two\nthree four");
  add_block(builder, POLICY_BLOCK_PARAGRAPH, "one two");
  add_block(builder, POLICY_BLOCK_QUOTE, "three four");
  add_time(builder, "two\nthree", "A");
  policy_buffer page = page_of(annotated_finish(builder));
  assert_holds(page, "<p dir=\"auto\">one " OPEN("1", "A") "two</mark></p>\n<blockquote dir=\"auto\">" AGAIN("A")
               "three</mark> four</blockquote>");
  policy_buffer_free(&page);
}
END_TEST

START_TEST(all_is_escaped) {
  policy_builder *builder = annotated_begin("<script>\"a\" & b\x07</script>");
  policy_builder_set(builder, POLICY_FIELD_TITLE, annotated_string("</title><script>"), NULL);
  policy_builder_set(builder, POLICY_FIELD_LANGUAGE, annotated_string("en"), NULL);
  policy_builder_set(builder, POLICY_FIELD_URL, annotated_string("javascript:alert(1)"), NULL);
  add_time(builder, "b", "\" onclick=\"x");
  policy_buffer page = page_of(annotated_finish(builder));
  assert_holds(page, "&lt;script&gt;&quot;a&quot; &amp; ");
  assert_holds(page, "\uFFFD&lt;/script&gt;");
  assert_holds(page, "<title>&lt;/title&gt;&lt;script&gt;</title>");
  assert_holds(page, "title=\"Time: &quot; onclick=&quot;x\"");
  assert_lacks(page, "<script");
  assert_lacks(page, "href=\"javascript");
  policy_buffer_free(&page);
}
END_TEST

START_TEST(debris_is_folded) {
  policy_builder *builder = annotated_begin("page 1\nwords\nmenu\nnotice");
  add_block(builder, POLICY_BLOCK_BOILERPLATE, "page 1");
  add_block(builder, POLICY_BLOCK_LIST_ITEM, "words");
  add_block(builder, POLICY_BLOCK_BOILERPLATE, "menu");
  add_block(builder, POLICY_BLOCK_BOILERPLATE, "notice");
  policy_buffer page = page_of(annotated_finish(builder));
  assert_holds(page, "<main>\n<p class=\"boilerplate\" dir=\"auto\">page 1</p>\n<ul>\n<li class=\"l1\" dir=\"auto\">words</li>\n"
                     "</ul>\n<details class=\"debris\"><summary>2 blocks not analysed</summary>\n");
  policy_buffer_free(&page);
}
END_TEST

START_TEST(text_outside_of_blocks_is_shown) {
  policy_builder *builder = annotated_begin("before\nwords\nafter");
  add_block(builder, POLICY_BLOCK_QUOTE, "words");
  policy_buffer page = page_of(annotated_finish(builder));
  assert_holds(page, "before\n</p>\n<blockquote dir=\"auto\">words</blockquote>\n<p dir=\"auto\">\nafter</p>");
  policy_buffer_free(&page);
}
END_TEST

START_TEST(links_lead_to_places) {
  policy_error error = {0};
  policy_document *document = full_document(NULL, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  policy_buffer page = page_of(document);
  assert_holds(page, " id=\"r1\"");
  assert_holds(page, "<a href=\"#r1\">");
  assert_holds(page, "<li id=\"ask1\" value=\"1\">");
  assert_holds(page, "<a class=\"n\" href=\"#ask1\">1</a>");
  policy_buffer_free(&page);
}
END_TEST

/* However many marks lie over each other, what is written grows with the text and the marks alone. */
START_TEST(deep_marks_cost_no_more_than_their_number) {
  enum { MARKS = 20000 };
  char *text = malloc(MARKS + 1);
  memset(text, 'x', MARKS);
  text[MARKS] = '\0';
  policy_builder *builder = annotated_begin(text);
  for (uint32_t i = 0; i < MARKS; i++) {
    policy_time_record record = {.type = POLICY_TIME_DATE, .span = {i / 2, MARKS - i / 4}, .value = annotated_string("A")};
    ck_assert_int_eq(policy_builder_add_time(builder, &record, NULL, NULL), POLICY_OK);
  }
  policy_buffer page = page_of(annotated_finish(builder));
  ck_assert_uint_lt(page.size, MARKS * 100);
  policy_buffer_free(&page);
  free(text);
}
END_TEST

START_TEST(nothing_to_write_is_an_argument_error) {
  policy_error error = {0};
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_buffer_append(&buffer, "kept", 4), POLICY_OK);
  ck_assert_int_eq(policy_html_write(NULL, &buffer, &error), POLICY_ERROR_ARGUMENT);
  ck_assert_int_eq(policy_html_write(NULL, NULL, &error), POLICY_ERROR_ARGUMENT);
  ck_assert_uint_eq(buffer.size, 4);
  policy_buffer_free(&buffer);
}
END_TEST

Suite *suite_webpage(void) {
  Suite *suite = suite_create("webpage");
  TCase *tests = tcase_create("webpage");
  tcase_add_test(tests, crossing_marks_are_written_in_pieces);
  tcase_add_test(tests, a_mark_goes_on_in_the_next_block);
  tcase_add_test(tests, all_is_escaped);
  tcase_add_test(tests, debris_is_folded);
  tcase_add_test(tests, text_outside_of_blocks_is_shown);
  tcase_add_test(tests, links_lead_to_places);
  tcase_add_test(tests, deep_marks_cost_no_more_than_their_number);
  tcase_add_test(tests, nothing_to_write_is_an_argument_error);
  suite_add_tcase(suite, tests);
  return suite;
}
