/* From lines with places to blocks: columns, edges, notes, headings, tables, contents, hyphens. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf_pages.h"

static policy_document *document;

static void clean_up(void) {
  policy_document_unref(document);
  document = NULL;
}

static policy_string text_of(uint32_t n) {
  return policy_document_slice(document, policy_block_span(policy_document_block(document, n)));
}

static void block_is(uint32_t n, policy_block_kind kind, const char *text) {
  ck_assert_uint_lt(n, policy_document_block_count(document));
  policy_string block = text_of(n);
  ck_assert_msg(block.size == strlen(text) && memcmp(block.data, text, block.size) == 0, "%u: %.*s", n, (int)block.size,
                block.data);
  ck_assert_str_eq(policy_block_kind_name(policy_block_kind_of(policy_document_block(document, n))),
                   policy_block_kind_name(kind));
}

/* A paragraph of full lines, that fills a column; each time another. */
static float filler(float left, float base) {
  static const char *const things[] = {"wells", "dams", "ponds", "lakes", "pumps"};
  static unsigned next;
  char lines[4][80];
  const char *thing = things[next++ % 5];
  (void)snprintf(lines[0], sizeof lines[0], "The %s of this valley are older than the towns", thing);
  (void)snprintf(lines[1], sizeof lines[1], "that drink from %s, and most of them have never", thing);
  (void)snprintf(lines[2], sizeof lines[2], "been measured by the %s people who write figures", thing);
  (void)snprintf(lines[3], sizeof lines[3], "in a book on %s that others can read and check.", thing);
  return pages_text(left, base, lines[0], lines[1], lines[2], lines[3], (char *)NULL);
}

START_TEST(two_columns_are_read_one_after_the_other) {
  pages_begin();
  pages_page();
  pages_text(50, 100, "The council met in spring to speak of all the old", "wells, and it found that nobody knows how many of",
             "them there are; but the members of the council in", (char *)NULL);
  pages_text(320, 100, "the end agreed that a register is needed, and they", "asked for one.", (char *)NULL);
  document = pages_read();
  ck_assert_uint_eq(policy_document_block_count(document), 1);
  ck_assert_ptr_nonnull(strstr(policy_document_text(document).data, "council in the end agreed"));
  ck_assert_uint_eq(policy_document_page_count(document), 1);
}
END_TEST

START_TEST(two_columns_are_put_in_order) {
  pages_begin();
  pages_page();
  pages_block();
  pages_line(50, 60, 20, "Wells and Dams of Norland");
  filler(50, 100);
  filler(320, 104);
  filler(50, 160);
  filler(320, 164);
  document = pages_read();
  ck_assert_uint_eq(policy_document_block_count(document), 5);
  for (uint32_t n = 0; n < 5; n++) {
    policy_box box = policy_block_box(policy_document_block(document, n));
    ck_assert(n < 3 ? box.left == 50 : box.left == 320);
  }
  ck_assert(policy_block_box(policy_document_block(document, 2)).top == 150);
}
END_TEST

START_TEST(edges_are_debris_and_sentences_run_over_them) {
  pages_begin();
  for (int page = 0; page < 3; page++) {
    char number[16];
    (void)snprintf(number, sizeof number, "%d", page + 4);
    pages_page();
    pages_block();
    pages_line(50, 40, 8, "Report on Wells");
    pages_text(50, 200, "once more the council of the valley asked that all", "wells be counted, and that the counting be done by",
               "people who know them, which nobody has done until", (char *)NULL);
    pages_block();
    pages_line(300, 780, 8, number);
  }
  document = pages_read();
  block_is(0, POLICY_BLOCK_BOILERPLATE, "Report on Wells");
  ck_assert_uint_eq(policy_document_block_count(document), 7);
  ck_assert_ptr_nonnull(strstr(policy_document_text(document).data, "until once more"));
  block_is(2, POLICY_BLOCK_BOILERPLATE, "4");
  block_is(6, POLICY_BLOCK_BOILERPLATE, "6");
  ck_assert_uint_eq(policy_block_page(policy_document_block(document, 6)), 3);
}
END_TEST

START_TEST(small_letters_at_the_foot_are_notes) {
  pages_begin();
  pages_page();
  filler(50, 100);
  pages_block();
  pages_line(50, 700, 8, "1 See the book of wells, page 4.");
  pages_block();
  pages_line(50, 712, 5, "2");
  pages_block();
  pages_line(55, 715, 8, "Counted in 2030.");
  document = pages_read();
  block_is(1, POLICY_BLOCK_FOOTNOTE, "1 See the book of wells, page 4.");
  block_is(2, POLICY_BLOCK_FOOTNOTE, "2 Counted in 2030.");
}
END_TEST

START_TEST(large_letters_are_headings) {
  pages_begin();
  pages_page();
  pages_block();
  pages_line(50, 80, 24, "Safer Wells for All");
  pages_block();
  pages_line(50, 110, 14, "What we found");
  filler(50, 130);
  pages_block();
  pages_line(50, 200, 12, "In the north");
  filler(50, 220);
  pages_block();
  pages_line(50, 300, 14, "What should be done");
  filler(50, 320);
  document = pages_read();
  static const uint32_t places[] = {0, 1, 3, 5}, levels[] = {1, 2, 3, 2};
  for (size_t i = 0; i < 4; i++) {
    policy_block block = policy_document_block(document, places[i]);
    ck_assert_int_eq(policy_block_kind_of(block), POLICY_BLOCK_HEADING);
    ck_assert_uint_eq(policy_block_level(block), levels[i]);
  }
  ck_assert_str_eq(policy_document_title(document).data, "Safer Wells for All");
  ck_assert_str_eq(policy_document_date(document).data, "2031-05-06");
}
END_TEST

START_TEST(contents_name_the_headings) {
  pages_begin();
  pages_page();
  pages_text(50, 100, "Contents", "What we found ............................. 2", "How many wells there are in the valley of the",
             "two rivers ................................ 3", "Annex ..................................... 4", (char *)NULL);
  pages_page();
  pages_text(50, 100, "What we found", (char *)NULL);
  filler(50, 112);
  pages_text(50, 200, "This is a line alone", (char *)NULL);
  filler(50, 230);
  pages_text(50, 330, "How many wells there are in the valley", "of the two rivers", (char *)NULL);
  filler(50, 360);
  pages_text(50, 460, "Annex", (char *)NULL);
  filler(50, 480);
  document = pages_read();
  ck_assert_int_eq(policy_block_kind_of(policy_document_block(document, 0)), POLICY_BLOCK_BOILERPLATE);
  block_is(1, POLICY_BLOCK_HEADING, "What we found");
  block_is(3, POLICY_BLOCK_PARAGRAPH, "This is a line alone");
  block_is(5, POLICY_BLOCK_HEADING, "How many wells there are in the valley of the two rivers");
  block_is(7, POLICY_BLOCK_HEADING, "Annex");
}
END_TEST

START_TEST(rows_of_cells_are_a_table) {
  static const char *const rows[][3] = {{"Valley", "Wells", "Dry"}, {"North", "41", "7"}, {"South", "12", "0"}, {"West", "9", "9"}};
  pages_begin();
  pages_page();
  filler(50, 100);
  for (int column = 0; column < 3; column++) {
    pages_block(); /* torn apart by columns */
    for (int row = 0; row < 4; row++)
      pages_line(50 + (float)column * 120, 200 + (float)row * 14, 10, rows[row][column]);
  }
  filler(50, 300);
  document = pages_read();
  ck_assert_uint_eq(policy_document_block_count(document), 3);
  block_is(1, POLICY_BLOCK_TABLE, "Valley\tWells\tDry\nNorth\t41\t7\nSouth\t12\t0\nWest\t9\t9");
}
END_TEST

START_TEST(items_with_their_bullets) {
  pages_begin();
  pages_page();
  filler(50, 100);
  pages_block();
  pages_line(50, 170, 10, "\xE2\x80\xA2 Count the wells, all of");
  pages_line(60, 182, 10, "them, in the next year.");
  pages_line(50, 194, 10, "\xE2\x80\xA2 Publish what you find.");
  pages_block();
  pages_line(50, 220, 10, "\xE2\x80\xA2");
  pages_line(50, 240, 10, "\xE2\x80\xA2");
  pages_block();
  pages_line(70, 220, 10, "Ask the towns.");
  pages_block();
  pages_line(70, 240, 10, "Ask the farmers.");
  document = pages_read();
  block_is(1, POLICY_BLOCK_LIST_ITEM, "\xE2\x80\xA2 Count the wells, all of them, in the next year.");
  block_is(2, POLICY_BLOCK_LIST_ITEM, "\xE2\x80\xA2 Publish what you find.");
  block_is(3, POLICY_BLOCK_LIST_ITEM, "\xE2\x80\xA2 Ask the towns.");
  block_is(4, POLICY_BLOCK_LIST_ITEM, "\xE2\x80\xA2 Ask the farmers.");
}
END_TEST

START_TEST(hyphens_at_line_ends) {
  pages_begin();
  pages_page();
  pages_text(50, 100, "The register of the well-known wells, and the min-", "istry that keeps it, is no reg-",
             "ister at all, says the ministry of well-", "known things, which is a long-", "standing joke.", (char *)NULL);
  document = pages_read();
  ck_assert_str_eq(policy_document_text(document).data,
                   "The register of the well-known wells, and the ministry that keeps it, is no register at all, says the "
                   "ministry of well-known things, which is a longstanding joke.");
  clean_up();
  pages_begin();
  pages_page();
  pages_text(50, 100, "The well-known wells are a long-", "standing joke of the valley.", (char *)NULL);
  document = pages_read();
  ck_assert_ptr_nonnull(strstr(policy_document_text(document).data, "long-standing"));
}
END_TEST

static void line_is(uint32_t n, const char *text, float left, float top, float width) {
  policy_line line = policy_document_line(document, n);
  policy_string words = policy_document_slice(document, policy_line_span(line));
  policy_box box = policy_line_box(line);
  ck_assert_uint_eq(words.size, strlen(text));
  ck_assert_mem_eq(words.data, text, words.size);
  ck_assert_float_eq_tol(box.left, left, 0.01F);
  ck_assert_float_eq_tol(box.top, top, 0.01F);
  ck_assert_float_eq_tol(box.width, width, 0.01F);
}

/* Cells, a bullet apart from its words, and a paragraph over two pages with a word that a line breaks. */
START_TEST(lines_keep_their_places) {
  pages_begin();
  pages_page();
  for (int row = 0; row < 3; row++)
    for (int column = 0; column < 3; column++) {
      pages_block();
      pages_line(50 + (float)column * 120, 100 + (float)row * 14, 10, column == 0 ? "North" : "41");
    }
  pages_block();
  pages_line(50, 220, 10, "\xE2\x80\xA2");
  pages_line(50, 240, 10, "\xE2\x80\xA2");
  pages_block();
  pages_line(70, 220, 10, "Ask the towns.");
  pages_block();
  pages_line(70, 240, 10, "Ask the farmers.");
  filler(50, 700);
  pages_text(50, 750, "The register of all the wells has been kept by the min-", (char *)NULL);
  pages_page();
  pages_text(50, 100, "istry of wells; the ministry of all things that are wet", (char *)NULL);
  document = pages_read();
  ck_assert_uint_eq(policy_document_page_count(document), 2);
  ck_assert_float_eq(policy_page_height(policy_document_page(document, 1)), 800);
  line_is(0, "North", 50, 90, 25);
  line_is(1, "41", 170, 90, 10);
  line_is(9, "\xE2\x80\xA2", 50, 210, 15);
  line_is(10, "Ask the towns.", 70, 210, 70);
  uint32_t last = policy_document_line_count(document) - 1;
  line_is(last - 1, "The register of all the wells has been kept by the min", 50, 740, 275 - 10 / 3.0F);
  line_is(last, "istry of wells; the ministry of all things that are wet", 50, 90, 275);
  ck_assert_uint_eq(policy_line_page(policy_document_line(document, last - 1)), 1);
  ck_assert_uint_eq(policy_line_page(policy_document_line(document, last)), 2);
}
END_TEST

START_TEST(an_imprint_is_debris) {
  pages_begin();
  pages_page();
  filler(50, 100);
  pages_block();
  pages_line(50, 200, 12, "Disclaimer");
  pages_text(50, 220, "This paper is not subject to copyright and may be", "reproduced by everybody.", (char *)NULL);
  document = pages_read();
  ck_assert_uint_eq(policy_document_block_count(document), 3);
  for (uint32_t i = 1; i < 3; i++)
    ck_assert_int_eq(policy_block_kind_of(policy_document_block(document, i)), POLICY_BLOCK_BOILERPLATE);
}
END_TEST

START_TEST(a_title_has_no_subtitle_of_its_masthead) {
  pages_begin();
  pages_page();
  pages_block();
  pages_line(50, 60, 16, "Water Papers of Norland");
  pages_block();
  pages_line(50, 90, 24, "Safer Wells for All of Us");
  pages_block();
  pages_line(50, 120, 10, "4 May 2031");
  filler(50, 150);
  document = pages_read();
  ck_assert_str_eq(policy_document_title(document).data, "Safer Wells for All of Us");
  ck_assert_str_eq(policy_document_subtitle(document).data, "");
  ck_assert_str_eq(policy_document_date(document).data, "2031-05-04");
  ck_assert_ptr_nonnull(strstr(policy_document_citation(document).data, "\"title\":\"Safer Wells for All of Us\""));
}
END_TEST

START_TEST(numbered_heads_at_the_top_are_no_edges) {
  pages_begin();
  for (int page = 0; page < 4; page++) {
    char head[32];
    (void)snprintf(head, sizeof head, "Recommendation %d", page * 2 + 7);
    pages_page();
    pages_block();
    pages_line(50, 80, 14, head);
    filler(50, 110);
  }
  document = pages_read();
  for (uint32_t n = 0; n < 8; n += 2)
    ck_assert_int_eq(policy_block_kind_of(policy_document_block(document, n)), POLICY_BLOCK_HEADING);
}
END_TEST

START_TEST(boxes_are_from_the_top_left) {
  pages_begin();
  pages_page();
  pages_text(50, 100, "The wells of this valley", "are old.", (char *)NULL);
  document = pages_read();
  policy_box box = policy_block_box(policy_document_block(document, 0));
  ck_assert(box.left == 50 && box.top == 90 && box.width == 120 && box.height == 22);
}
END_TEST

Suite *suite_pdf_layout(void);

Suite *suite_pdf_layout(void) {
  Suite *suite = suite_create("pdf_layout");
  TCase *tcase = tcase_create("core");
  tcase_add_checked_fixture(tcase, NULL, clean_up);
  tcase_add_test(tcase, two_columns_are_read_one_after_the_other);
  tcase_add_test(tcase, two_columns_are_put_in_order);
  tcase_add_test(tcase, edges_are_debris_and_sentences_run_over_them);
  tcase_add_test(tcase, small_letters_at_the_foot_are_notes);
  tcase_add_test(tcase, large_letters_are_headings);
  tcase_add_test(tcase, contents_name_the_headings);
  tcase_add_test(tcase, rows_of_cells_are_a_table);
  tcase_add_test(tcase, items_with_their_bullets);
  tcase_add_test(tcase, hyphens_at_line_ends);
  tcase_add_test(tcase, lines_keep_their_places);
  tcase_add_test(tcase, an_imprint_is_debris);
  tcase_add_test(tcase, a_title_has_no_subtitle_of_its_masthead);
  tcase_add_test(tcase, numbered_heads_at_the_top_are_no_edges);
  tcase_add_test(tcase, boxes_are_from_the_top_left);
  suite_add_tcase(suite, tcase);
  return suite;
}
