/* Documents: references, text, places, metadata. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memmem */
#endif
#include <check.h>

#include "sample.h"
#include "tally.h"

static policy_document *document;

static void set_up(void) {
  document = sample_document(NULL, NULL, NULL);
  ck_assert_ptr_nonnull(document);
}

static void tear_down(void) {
  policy_document_unref(document);
}

static void is(policy_string string, const char *expected) {
  ck_assert_ptr_nonnull(string.data);
  ck_assert_uint_eq(string.size, strlen(expected));
  ck_assert_mem_eq(string.data, expected, string.size);
}

static policy_document *of(const char *bytes, size_t size) {
  policy_document *made = policy_builder_finish(policy_builder_new(bytes, size, NULL, NULL, NULL), NULL);
  ck_assert_ptr_nonnull(made);
  return made;
}

START_TEST(references) {
  tally t;
  tally_init(&t);
  policy_document *counted = sample_document(NULL, &t.allocator, NULL);
  for (int i = 0; i < 1000; i++) ck_assert_ptr_eq(policy_document_ref(counted), counted);
  for (int i = 0; i < 1000; i++) policy_document_unref(counted);
  ck_assert_uint_gt(t.blocks, 0);
  is(policy_document_title(counted), "Clean water for Norland");
  policy_document_unref(counted);
  ck_assert(tally_is_clean(&t));
  ck_assert_ptr_null(policy_document_ref(NULL));
  policy_document_unref(NULL);
}
END_TEST

START_TEST(text_and_slices) {
  policy_string text = policy_document_text(document);
  ck_assert_uint_eq(strlen(text.data), text.size);
  ck_assert_ptr_null(strchr(text.data, '\r'));
  uint32_t size = (uint32_t)text.size;
  ck_assert_uint_eq(policy_document_slice(document, (policy_span){0, size}).size, size);
  is(policy_document_slice(document, (policy_span){0, size + 1}), "");
  is(policy_document_slice(document, (policy_span){5, 4}), "");
  is(policy_document_slice(document, (policy_span){5, 5}), "");
  is(policy_document_slice(document, (policy_span){UINT32_MAX, UINT32_MAX}), "");
  is(policy_document_slice(document, (policy_span){0, UINT32_MAX}), "");
  is(policy_document_slice(document, (policy_span){6, 11}), "water");
}
END_TEST

START_TEST(metadata) {
  is(policy_document_source_name(document), "water.txt");
  is(policy_document_media_type(document), "text/plain");
  is(policy_document_charset(document), "utf-8");
  is(policy_document_subtitle(document), "A brief");
  is(policy_document_date(document), "2031-02-25");
  is(policy_document_publisher(document), "Institute of Wells");
  is(policy_document_language(document), "en");
  is(policy_document_identifier(document), "NOR-7");
  is(policy_document_type(document), "brief");
  is(policy_document_url(document), "https://example.org/7");
  is(policy_document_citation(document), "{\"type\": \"report\"}");
  is(policy_document_extra(document), "{\"kept\": [1, true, null]}");
  ck_assert_uint_eq(policy_document_source_size(document), sizeof sample_source - 1);
  ck_assert_uint_eq(policy_document_page_count(document), 2);
  ck_assert_uint_eq(policy_document_author_count(document), 2);
  is(policy_document_author(document, 1), "Bo Lund");
  is(policy_document_author(document, 2), "");
  is(policy_document_author(document, UINT32_MAX), "");
  ck_assert_uint_eq(policy_document_topic_count(document), 1);
  is(policy_document_topic(document, 0), "water");
  ck_assert_uint_eq(policy_document_region_count(document), 1);
  is(policy_document_region(document, 0), "Norland");
}
END_TEST

START_TEST(the_id_is_the_digest_of_the_source) {
  policy_document *abc = of("abc", 3), *marked = of("\xEF\xBB\xBF" "abc", 6), *empty = of("", 0);
  is(policy_document_id(abc), "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  is(policy_document_id(empty), "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  is(policy_document_text(marked), "abc");
  ck_assert_uint_ne(policy_document_id(marked).data[8], policy_document_id(abc).data[8]);
  policy_document_unref(abc);
  policy_document_unref(marked);
  policy_document_unref(empty);
}
END_TEST

START_TEST(the_empty_document) {
  static const char *const sources[] = {"", "\xEF\xBB\xBF"};
  for (int i = 0; i < 2; i++) {
    policy_document *empty = of(sources[i], strlen(sources[i]));
    is(policy_document_text(empty), "");
    ck_assert_int_eq(policy_document_text(empty).data[0], '\0');
    policy_position p = policy_document_position(empty, 7);
    ck_assert(p.byte == 0 && p.code_point == 0 && p.utf16 == 0 && p.line == 1 && p.column == 1);
    ck_assert_uint_eq(policy_document_byte_of_code_point(empty, 3), 0);
    ck_assert_uint_eq(policy_document_source_offset(empty, 3), strlen(sources[i]));
    ck_assert_int_eq(policy_document_check(empty, NULL), POLICY_OK);
    policy_document_unref(empty);
  }
}
END_TEST

START_TEST(places) {
  policy_span letter = sample_find(document, "\xF0\x9D\x92\x9C", 0);
  policy_position p = policy_document_position(document, letter.begin + 2), q = policy_document_position(document, letter.end);
  ck_assert_uint_eq(p.byte, letter.begin);
  ck_assert_uint_eq(p.line, 6);
  ck_assert_uint_eq(p.column, 1);
  ck_assert_uint_eq(q.column, 2);
  ck_assert_uint_eq(q.utf16, p.utf16 + 2);
  ck_assert_uint_eq(policy_document_byte_of_code_point(document, p.code_point), letter.begin);
  ck_assert_uint_eq(policy_document_byte_of_utf16(document, p.utf16 + 1), letter.begin);
  policy_span points = policy_document_code_points(document, letter);
  ck_assert_uint_eq(points.end - points.begin, 1);
  ck_assert_uint_eq(policy_document_code_points(document, (policy_span){0, UINT32_MAX}).end,
                    policy_document_position(document, UINT32_MAX).code_point);
}
END_TEST

static uint64_t source_of(const char *words, uint32_t more) {
  return policy_document_source_offset(document, sample_find(document, words, 0).begin + more);
}

static uint64_t in_source(const char *words) {
  const char *at = memmem(sample_source, sizeof sample_source - 1, words, strlen(words));
  ck_assert_ptr_nonnull(at);
  return (uint64_t)(at - sample_source);
}

START_TEST(places_in_the_source) {
  ck_assert_uint_eq(policy_document_source_offset(document, 0), 3);
  ck_assert_uint_eq(source_of("Ana", 0), in_source("Ana"));
  ck_assert_uint_eq(source_of("\xC3\xA9rez", 0), in_source("e\xCC\x81rez"));
  ck_assert_uint_eq(source_of("rez", 0), in_source("rez"));
  ck_assert_uint_eq(source_of("\n\nThe", 0), in_source("\r\n\r\nThe"));
  ck_assert_uint_eq(source_of("harvest", 0), in_source("harvest"));
  ck_assert_uint_eq(source_of("\xEF\xBF\xBD", 0), in_source("\xFF byte"));
  ck_assert_uint_eq(source_of(" byte", 0), in_source(" byte"));
  ck_assert_uint_eq(policy_document_source_offset(document, UINT32_MAX), sizeof sample_source - 1);
  uint32_t size = (uint32_t)policy_document_text(document).size;
  ck_assert_uint_eq(policy_document_source_offset(document, size), sizeof sample_source - 1);
}
END_TEST

START_TEST(spans_have_a_source) {
  policy_span span = sample_find(document, "Ana", 0);
  policy_source source = policy_document_source(document, span);
  ck_assert_uint_eq(source.begin, in_source("Ana"));
  ck_assert_uint_eq(source.end, in_source("Ana") + 3);
  policy_block block = policy_document_block_at(document, span.begin);
  ck_assert_ptr_nonnull(block.document);
  ck_assert_uint_eq(source.block.id, block.id);
  ck_assert(policy_block_span(block).begin <= span.begin && span.begin < policy_block_span(block).end);
  source = policy_document_source(document, sample_find(document, "\xC3\xA9", 0));
  ck_assert_uint_eq(source.end, source.begin + 3); /* e and its mark */
  source = policy_document_source(document, (policy_span){3, 3});
  ck_assert(source.begin == 0 && source.end == 0 && source.block.document == NULL);
  ck_assert_ptr_null(policy_document_block_at(document, UINT32_MAX).document);
  ck_assert_ptr_null(policy_document_block_at(NULL, 0).document);
}
END_TEST

START_TEST(inside_a_character_is_its_beginning) {
  ck_assert_uint_eq(source_of("\xEF\xBF\xBD", 1), in_source("\xFF byte"));
  ck_assert_uint_eq(source_of("\xEF\xBF\xBD", 2), in_source("\xFF byte"));
  ck_assert_uint_eq(source_of("\xC3\xA9rez", 1), in_source("e\xCC\x81rez"));
  uint64_t before = 0;
  for (uint32_t byte = 0; byte <= policy_document_text(document).size; byte++) {
    uint64_t offset = policy_document_source_offset(document, byte);
    ck_assert_uint_ge(offset, before);
    ck_assert_uint_lt(offset, sizeof sample_source);
    before = offset;
  }
}
END_TEST

/* A composed piece that grows: what comes behind it must not lie before it in the source. */
START_TEST(a_piece_that_grows_stays_before_the_next) {
  policy_document *grown = of("\xE0\xA5\x98\xE0\xA5\x98\xE0\xA5\x98 x", 11);
  uint64_t before = 0;
  for (uint32_t byte = 0; byte <= policy_document_text(grown).size; byte++) {
    uint64_t offset = policy_document_source_offset(grown, byte);
    ck_assert_uint_ge(offset, before);
    before = offset;
  }
  ck_assert_uint_eq(policy_document_source_offset(grown, (uint32_t)policy_document_text(grown).size - 1), 10);
  policy_document_unref(grown);
}
END_TEST

START_TEST(no_document_answers_with_nothing) {
  is(policy_document_text(NULL), "");
  is(policy_document_slice(NULL, (policy_span){0, 1}), "");
  is(policy_document_id(NULL), "");
  is(policy_document_author(NULL, 0), "");
  ck_assert_uint_eq(policy_document_author_count(NULL) + policy_document_topic_count(NULL) + policy_document_region_count(NULL), 0);
  ck_assert_uint_eq(policy_document_source_size(NULL) + policy_document_page_count(NULL), 0);
  ck_assert_uint_eq(policy_document_source_offset(NULL, 9), 0);
  ck_assert_uint_eq(policy_document_position(NULL, 9).byte, 0);
  ck_assert_uint_eq(policy_document_byte_of_code_point(NULL, 9) + policy_document_byte_of_utf16(NULL, 9), 0);
  ck_assert_uint_eq(policy_document_code_points(NULL, (policy_span){3, 4}).end, 0);
}
END_TEST

Suite *suite_document(void) {
  Suite *suite = suite_create("document");
  TCase *tests = tcase_create("document");
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, references);
  tcase_add_test(tests, text_and_slices);
  tcase_add_test(tests, metadata);
  tcase_add_test(tests, the_id_is_the_digest_of_the_source);
  tcase_add_test(tests, the_empty_document);
  tcase_add_test(tests, places);
  tcase_add_test(tests, places_in_the_source);
  tcase_add_test(tests, spans_have_a_source);
  tcase_add_test(tests, inside_a_character_is_its_beginning);
  tcase_add_test(tests, a_piece_that_grows_stays_before_the_next);
  tcase_add_test(tests, no_document_answers_with_nothing);
  suite_add_tcase(suite, tests);
  return suite;
}
