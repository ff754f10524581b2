/* Scanning what pdftotext and pdftohtml print. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/builder.h"
#include "read/pdf_layout.h"
#include "read/pdf_letters.h"
#include "read/pdf_markup.h"
#include "read/pdf_title.h"

static policy__pdf pdf;

static policy_string string(const char *text) {
  return (policy_string){text, strlen(text)};
}

static void scan(const char *xhtml) {
  policy_limits limits = policy__limits_fill(NULL, strlen(xhtml));
  policy__pdf_init(&pdf, &limits, &policy__malloc_allocator);
  ck_assert_int_eq(policy__pdf_scan(&pdf, string(xhtml)), POLICY_OK);
}

static void clean_up(void) {
  policy__pdf_free(&pdf);
}

static void line_is(size_t n, const char *text) {
  policy_string line = policy__pdf_text(&pdf, policy__pdf_line_at(&pdf, n));
  ck_assert_msg(line.size == strlen(text) && memcmp(line.data, text, line.size) == 0, "%.*s", (int)line.size, line.data);
}

#define WORD(left, top, right, bottom, text) \
  "<word xMin=\"" #left "\" yMin=\"" #top "\" xMax=\"" #right "\" yMax=\"" #bottom "\">" text "</word>\n"

START_TEST(pages_lines_and_words) {
  scan("<html><head><title>A &amp; B</title><meta name=\"Author\" content=\"Ann &quot;X&quot; Lee\"/></head><body><doc>\n"
       "<page width=\"600.0\" height=\"800.5\"><flow><block xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">\n"
       "<line>" WORD(10.5, 20, 30, 30, "R&amp;D") WORD(35, 20, 60, 30, "&#233;&#x4E2D;&bad;") "</line></block></flow>\n"
       "<flow><block><line>" WORD(10, 40, 30, 50, "119") WORD(30.1, 38, 36, 44, "th") WORD(40, 40, 50, 50, "x")
       "</line></block></flow></page>\n<page width=\"600\" height=\"800\"></page></doc></body></html>");
  ck_assert_uint_eq(pdf.pages.count, 2);
  ck_assert(policy__pdf_page_at(&pdf, 0)->height == 800.5F);
  ck_assert_uint_eq(policy__pdf_page_at(&pdf, 0)->count, 2);
  ck_assert_uint_eq(pdf.lines.count, 2);
  line_is(0, "R&D \xC3\xA9\xE4\xB8\xAD&bad;");
  line_is(1, "119th x");
  const policy__pdf_line *line = policy__pdf_line_at(&pdf, 0);
  ck_assert(line->frame.left == 10.5F && line->frame.right == 60 && line->base == 30 && line->size == 10);
  ck_assert_uint_ne(line->block, policy__pdf_line_at(&pdf, 1)->block);
  ck_assert(pdf.whole);
  ck_assert_int_eq(policy__pdf_keep_meta(&pdf), POLICY_OK);
  ck_assert(pdf.title.size == 5 && memcmp(pdf.title.data, "A & B", 5) == 0);
  ck_assert(pdf.author.size == 11 && memcmp(pdf.author.data, "Ann \"X\" Lee", 11) == 0);
}
END_TEST

START_TEST(what_is_not_as_expected_is_skipped) {
  scan("<word xMin=\"1\">stray</word><page width=\"x\" height=\"-5\"><word>loose</word><line><word>no place</word>"
       "<word xMin=\"99999999999999999999\" yMin=\"nan\" xMax=\"-1.2.3\" yMax=\"5\">w</word><word></word>"
       "<word>\x01 \xEF\xBB\xBF</word></page><line></line><word");
  ck_assert_uint_eq(pdf.lines.count, 1);
  line_is(0, "noplace w");
  ck_assert(!pdf.whole);
  clean_up();
  scan("");
  ck_assert_uint_eq(pdf.pages.count, 0);
}
END_TEST

START_TEST(bullets_of_symbol_fonts) {
  scan("<page width=\"1\" height=\"1\"><line>" WORD(1, 1, 2, 2, "&#xF0B7;") WORD(9, 1, 12, 2, "wells") "</line></page>");
  line_is(0, "\xE2\x80\xA2 wells");
}
END_TEST

START_TEST(lines_from_right_to_left) {
  scan("<page width=\"1\" height=\"1\"><line>" WORD(1, 1, 9, 2, "2031") WORD(12, 1, 20, 2, "\xD7\x92\xD7\x91\xD7\x90")
       WORD(22, 1, 30, 2, "\xD7\x93\xD7\x92") "</line></page>");
  line_is(0, "\xD7\x92\xD7\x93 \xD7\x90\xD7\x91\xD7\x92 2031");
  const policy__pdf_word *first = POLICY__AT(&pdf.words, policy__pdf_word, 0);
  ck_assert(first->frame.left == 22 && first->begin == 0 && first->end == 4);
}
END_TEST

START_TEST(styles_of_lines) {
  scan("<page width=\"600\" height=\"800\"><line>" WORD(10, 20, 30, 30, "Wells") WORD(35, 20, 60, 30, "dry")
       "</line><line>" WORD(10, 40, 30, 50, "plain") "</line><line>" WORD(10, 60, 30, 70, "lost") "</line></page>");
  ck_assert_int_eq(
      policy__pdf_style(&pdf, string("<pdf2xml>\n link to page 1 <page number=\"1\" height=\"800\">\n"
                                     "<fontspec id=\"0\" size=\"12\" family=\"ABC+Gill-Bold\" color=\"#336a91\"/>\n"
                                     "<fontspec id=\"2\" size=\"9\" family=\"Gill\" color=\"#000000\"/>\n"
                                     "<text top=\"40.2\" left=\"9\" width=\"30\" height=\"9\" font=\"2\"><i>plain</i></text>\n"
                                     "<text top=\"20\" left=\"10\" width=\"50\" height=\"12\" font=\"0\">Wells dry</text>\n"
                                     "<text top=\"60\" left=\"10\" width=\"50\" height=\"12\" font=\"77\">lost</text>\n"
                                     "</page><outline><item page=\"1\">Wells &amp; dams</item></outline></pdf2xml>")),
      POLICY_OK);
  const policy__pdf_line *bold = policy__pdf_line_at(&pdf, 0), *plain = bold + 1, *lost = bold + 2;
  ck_assert_uint_eq(bold->flags, POLICY__PDF_BOLD);
  ck_assert_uint_eq(bold->colour, 0x336a91);
  ck_assert(bold->size == 12 && plain->size == 9 && lost->size == 10);
  ck_assert_uint_eq(plain->flags, POLICY__PDF_ITALIC);
  ck_assert_uint_eq(lost->flags, 0);
  ck_assert_uint_eq(pdf.named.count, 1);
  ck_assert(pdf.styled);
}
END_TEST

START_TEST(letters_alone_count) {
  policy__letters a = {0}, b = {0}, c = {0};
  policy__letters_add(&a, string("2.1 Safer WELLS ........ 14"));
  policy__letters_add(&b, string("Safer"));
  policy__letters_add(&b, string(" wells"));
  policy__letters_add(&c, string("Safer well"));
  ck_assert_uint_eq(a.key, b.key);
  ck_assert_uint_eq(a.count, 10);
  ck_assert_uint_ne(a.key, c.key);
}
END_TEST

START_TEST(numbers_whatever_the_locale) {
  policy__markup markup = {.source = {"<x a=\"-12.25\" ba=\"7\" c='1' d=\"1e5\" e=\"\">", 41}};
  ck_assert(policy__markup_next(&markup));
  ck_assert(policy__markup_is(&markup, "x") && !policy__markup_is(&markup, "xy"));
  ck_assert(policy__markup_number(&markup, "a") == -12.25F);
  ck_assert(policy__markup_number(&markup, "c") == 0);
  ck_assert(policy__markup_number(&markup, "d") == 1);
  ck_assert(policy__markup_number(&markup, "e") == 0);
  ck_assert(!policy__markup_next(&markup));
}
END_TEST

Suite *suite_pdf_scan(void);

Suite *suite_pdf_scan(void) {
  Suite *suite = suite_create("pdf_scan");
  TCase *tcase = tcase_create("core");
  tcase_add_checked_fixture(tcase, NULL, clean_up);
  tcase_add_test(tcase, pages_lines_and_words);
  tcase_add_test(tcase, what_is_not_as_expected_is_skipped);
  tcase_add_test(tcase, bullets_of_symbol_fonts);
  tcase_add_test(tcase, lines_from_right_to_left);
  tcase_add_test(tcase, styles_of_lines);
  tcase_add_test(tcase, letters_alone_count);
  tcase_add_test(tcase, numbers_whatever_the_locale);
  suite_add_tcase(suite, tcase);
  return suite;
}
