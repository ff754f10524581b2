/* Composing a text, and finding the way back to its source. */
#include <check.h>
#include <policy.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/builder.h"
#include "read/compose.h"

static const char source[] = "<h1>Safer  rivers</h1><p>The council &eacute;lu<br>should act.<td>1<td>2";
static policy__composer composer;

static void begin(const policy_allocator *allocator) {
  const policy_limits limits = policy__limits_fill(NULL, sizeof source);
  policy__compose_init(&composer, &limits, allocator != NULL ? allocator : &policy__malloc_allocator);
}

/* Appends the piece of the source that begins with `first` and ends before `end`. */
static void from_source(const char *first, const char *end) {
  const char *from = strstr(source, first), *to = strstr(from, end);
  policy__compose_text(&composer, (policy_string){from, (size_t)(to - from)}, (uint64_t)(from - source));
}

static policy_document *finish(void) {
  policy_options options = policy__options_fill(NULL);
  policy_error error = {0};
  policy_builder *builder = policy__compose_finish(&composer, source, sizeof source - 1, &options, &error);
  ck_assert_msg(builder != NULL, "%s", error.message);
  policy__compose_free(&composer);
  policy_document *document = policy_builder_finish(builder, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  ck_assert_int_eq(policy_document_check(document, &error), POLICY_OK);
  return document;
}

static void open(policy_block_kind kind, uint32_t level, const char *place) {
  const policy_block_record record = {.kind = kind, .level = level, .place = {place, strlen(place)}};
  policy__compose_open(&composer, &record);
}

START_TEST(blocks_come_with_text_and_places) {
  begin(NULL);
  open(POLICY_BLOCK_HEADING, 1, "h1[1]");
  from_source("Safer", "</h1>");
  open(POLICY_BLOCK_QUOTE, 0, "nothing"); /* gets no text, and vanishes */
  policy__compose_text(&composer, (policy_string){"  \n", 3}, 0);
  open(POLICY_BLOCK_PARAGRAPH, 0, "p[1]");
  from_source("The council ", "&eacute;");
  policy__compose_text(&composer, (policy_string){"e\xCC\x81", 3}, POLICY__COMPOSED);
  from_source("lu", "<br>");
  policy__compose_line(&composer);
  policy__compose_line(&composer);
  from_source("should", "<td>");
  policy__compose_line(&composer);
  policy_document *document = finish();
  ck_assert_str_eq(policy_document_text(document).data, "Safer rivers\n\nThe council \xC3\xA9lu\nshould act.");
  ck_assert_uint_eq(policy_document_block_count(document), 2);
  policy_block second = policy_document_block(document, 1);
  ck_assert_uint_eq(policy_block_span(second).begin, 14);
  ck_assert_uint_eq(policy_block_span(second).end, policy_document_text(document).size);
  ck_assert_str_eq(policy_block_place(policy_document_block(document, 0)).data, "h1[1]");
  ck_assert_str_eq(policy_block_place(second).data, "p[1]");
  ck_assert_uint_eq(policy_document_source_size(document), sizeof source - 1);
  static const char *const words[] = {"Safer", "rivers", "The", "council", "lu", "should", "act"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    const char *text = policy_document_text(document).data;
    uint64_t offset = policy_document_source_offset(document, (uint32_t)(strstr(text, words[i]) - text));
    ck_assert_uint_eq(offset, strstr(source, words[i]) - source);
  }
  policy_document_unref(document);
}
END_TEST

START_TEST(cells_stand_in_lines) {
  begin(NULL);
  open(POLICY_BLOCK_TABLE, 0, "");
  from_source("1<td>", "<td>");
  policy__compose_cell(&composer);
  policy__compose_text(&composer, (policy_string){"2 ", 2}, POLICY__COMPOSED);
  policy__compose_line(&composer);
  policy__compose_cell(&composer);
  policy__compose_text(&composer, (policy_string){" 3", 2}, POLICY__COMPOSED);
  policy__compose_recast(&composer, POLICY_BLOCK_BOILERPLATE, 0);
  policy__compose_close(&composer);
  policy__compose_text(&composer, (policy_string){"End", 3}, POLICY__COMPOSED);
  policy_document *document = finish();
  ck_assert_str_eq(policy_document_text(document).data, "1\t2\n\t3\n\nEnd");
  ck_assert_int_eq(policy_block_kind_of(policy_document_block(document, 0)), POLICY_BLOCK_BOILERPLATE);
  ck_assert_int_eq(policy_block_kind_of(policy_document_block(document, 1)), POLICY_BLOCK_PARAGRAPH);
  policy_document_unref(document);
}
END_TEST

START_TEST(asides_stand_behind_their_block) {
  static const policy_block_record note = {.kind = POLICY_BLOCK_FOOTNOTE, .place = {"n1", 2}};
  begin(NULL);
  open(POLICY_BLOCK_PARAGRAPH, 0, "p[1]");
  from_source("The council ", "&eacute;");
  policy__compose_aside(&composer, &note);
  policy__compose_aside(&composer, &note); /* an aside in an aside is a part of it */
  from_source("should ", "<td>");
  policy__compose_back(&composer);
  policy__compose_cell(&composer);
  policy__compose_text(&composer, (policy_string){"1", 1}, POLICY__COMPOSED);
  policy__compose_line(&composer);
  policy__compose_text(&composer, (policy_string){"2 ", 2}, POLICY__COMPOSED);
  policy__compose_open(&composer, &note);
  policy__compose_close(&composer);
  policy__compose_text(&composer, (policy_string){"3", 1}, POLICY__COMPOSED);
  ck_assert_int_eq(policy__compose_last(&composer), '3');
  policy__compose_back(&composer);
  policy__compose_tight(&composer);
  policy__compose_text(&composer, (policy_string){"!", 1}, POLICY__COMPOSED);
  ck_assert_int_eq(policy__compose_last(&composer), '!');
  policy__compose_close(&composer);
  policy__compose_aside(&composer, &note); /* behind nothing */
  policy__compose_text(&composer, (policy_string){"4", 1}, POLICY__COMPOSED);
  policy__compose_back(&composer);
  policy_document *document = finish();
  ck_assert_str_eq(policy_document_text(document).data,
                   "The council!\n\nshould act.\t1\n2\n\n3\n\n4");
  ck_assert_uint_eq(policy_document_block_count(document), 4);
  for (uint32_t i = 1; i < 4; i++) {
    policy_block block = policy_document_block(document, i);
    ck_assert_int_eq(policy_block_kind_of(block), POLICY_BLOCK_FOOTNOTE);
    ck_assert_str_eq(policy_block_place(block).data, "n1");
  }
  ck_assert_uint_eq(policy_document_source_offset(document, 14), strstr(source, "should") - source);
  ck_assert_uint_eq(policy_document_source_offset(document, 0), strstr(source, "The council") - source);
  policy_document_unref(document);
  /* The end of a text that has gone on behind a note. */
  begin(NULL);
  from_source("Safer", "  rivers");
  policy__compose_aside(&composer, &note);
  from_source("rivers", "</h1>");
  policy__compose_back(&composer);
  from_source("should", "<td>");
  document = finish();
  ck_assert_str_eq(policy_document_text(document).data, "Safershould act.\n\nrivers");
  ck_assert_uint_eq(policy_document_source_offset(document, 12), strstr(source, "act") - source);
  ck_assert_uint_eq(policy_document_source_offset(document, 19), strstr(source, "ivers") - source);
  policy_document_unref(document);
}
END_TEST

START_TEST(nothing_is_a_document) {
  begin(NULL);
  open(POLICY_BLOCK_HEADING, 1, "");
  policy_document *document = finish();
  ck_assert_uint_eq(policy_document_text(document).size, 0);
  ck_assert_uint_eq(policy_document_block_count(document), 0);
  policy_document_unref(document);
}
END_TEST

START_TEST(a_ceiling_is_a_status) {
  policy_limits limits = policy__limits_fill(NULL, 10);
  limits.text = 10;
  policy_options options = policy__options_fill(NULL);
  policy_error error = {0};
  policy__compose_init(&composer, &limits, &policy__malloc_allocator);
  for (int i = 0; i < 10; i++) policy__compose_text(&composer, (policy_string){"word ", 5}, POLICY__COMPOSED);
  ck_assert_int_eq(composer.status, POLICY_ERROR_LIMIT);
  ck_assert(policy__compose_finish(&composer, "", 0, &options, &error) == NULL);
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  policy__compose_free(&composer);
}
END_TEST

Suite *suite_compose(void) {
  Suite *suite = suite_create("compose");
  TCase *cases = tcase_create("compose");
  tcase_add_test(cases, blocks_come_with_text_and_places);
  tcase_add_test(cases, cells_stand_in_lines);
  tcase_add_test(cases, asides_stand_behind_their_block);
  tcase_add_test(cases, nothing_is_a_document);
  tcase_add_test(cases, a_ceiling_is_a_status);
  suite_add_tcase(suite, cases);
  return suite;
}
