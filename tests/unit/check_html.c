/* Reading pages: blocks, their kinds, texts and places. */
#include <check.h>
#include <policy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/html.h"
#include "reading.h"

static policy_document *page_of(const char *html, const policy_limits *limits) {
  policy_options options = POLICY_OPTIONS_INIT;
  policy_error error = {0};
  options.media_type = "text/html";
  options.limits = limits;
  policy_document *document = policy_read(html, strlen(html), &options, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  ck_assert_int_eq(policy_document_check(document, &error), POLICY_OK);
  return document;
}

/* The blocks of a page, each as "kind level|text\n" with line ends as "~" and cells as ";". */
static const char *blocks_of(const char *html) {
  static char shown[4096];
  size_t at = 0;
  policy_document *document = page_of(html, NULL);
  for (uint32_t i = 0; i < policy_document_block_count(document); i++) {
    policy_block block = policy_document_block(document, i);
    policy_string text = policy_document_slice(document, policy_block_span(block));
    at += (size_t)snprintf(shown + at, sizeof shown - at, "%s", policy_block_kind_name(policy_block_kind_of(block)));
    if (policy_block_level(block) > 0) at += (size_t)snprintf(shown + at, sizeof shown - at, " %u", policy_block_level(block));
    at += (size_t)snprintf(shown + at, sizeof shown - at, "|%s\n", text.data);
    shown[at - strlen(text.data) + text.size - 1] = '\n';
    at = at - strlen(text.data) + text.size;
  }
  shown[at] = '\0';
  for (size_t i = 0, line = 0; i < at; i++) {
    if (shown[i] == '\t') shown[i] = ';';
    (void)line;
  }
  policy_document_unref(document);
  return shown;
}

#define BLOCKS(html, expected) ck_assert_str_eq(blocks_of(html), expected)

/* Enough text around what a test is about for the page to have a main text. */
#define TEXT                                                                                                  \
  "<p>The council of the valley asks every town to publish the level of its wells each month, so that nobody " \
  "has to guess.</p><p>It further asks the ministry to pay for the gauges, which the towns cannot afford on " \
  "their own, as the report of last year showed.</p>"
#define SHOWN                                                                                                 \
  "paragraph|The council of the valley asks every town to publish the level of its wells each month, so that " \
  "nobody has to guess.\nparagraph|It further asks the ministry to pay for the gauges, which the towns cannot "  \
  "afford on their own, as the report of last year showed.\n"

START_TEST(text_comes_in_blocks) {
  BLOCKS("<h1>Wells</h1>" TEXT "<h2>What <i>now</i>?</h2><blockquote>Water is life.</blockquote>",
         "heading 1|Wells\n" SHOWN "heading 2|What now?\nquote|Water is life.\n");
}
END_TEST

START_TEST(lists_have_levels) {
  BLOCKS(TEXT "<ul><li>One<ol><li>Inner</ol><li>Two</ul><dl><dt>Well<dd>A hole.</dl>",
         SHOWN "list_item 1|One\nlist_item 2|1. Inner\nlist_item 1|Two\nparagraph|Well\nlist_item 1|A hole.\n");
}
END_TEST

START_TEST(items_have_the_numbers_that_a_page_shows) {
  BLOCKS(TEXT "<ol type=a start=3><li>c<li value=26>z<li><p>aa<p>more</ol><ol reversed><li>3<li>2<li>1</ol>",
         SHOWN "list_item 1|c. c\nlist_item 1|z. z\nlist_item 1|aa. aa\nlist_item 1|more\nlist_item 1|3. 3\n"
               "list_item 1|2. 2\nlist_item 1|1. 1\n");
  BLOCKS(TEXT "<ol style='margin: 0; list-style-type: lower-roman' start='-1'><li>a<ol type=I><li>A<li>B</ol>b<li>c<li>d</ol>",
         SHOWN "list_item 1|-1. a\nlist_item 2|I. A\nlist_item 2|II. B\nlist_item 1|b\nlist_item 1|0. c\nlist_item 1|i. d\n");
  BLOCKS(TEXT "<ol start=2147483647><li>a<li>b</ol><ol start=x type=x><li>a<li value=x>b</ol><ol start=-9999999999 reversed><li>z</ol>",
         SHOWN "list_item 1|2147483647. a\nlist_item 1|2147483647. b\nlist_item 1|1. a\nlist_item 1|2. b\n"
               "list_item 1|-2147483647. z\n");
}
END_TEST

START_TEST(numbers_are_not_shown_where_they_would_mislead) {
  BLOCKS(TEXT "<ol><li>4. Dig<li>(b) Dig<li>Dig</ol><ol style='list-style: none'><li>a</ol><ul start=3><li value=3>b</ul>",
         SHOWN "list_item 1|4. Dig\nlist_item 1|(b) Dig\nlist_item 1|3. Dig\nlist_item 1|a\nlist_item 1|b\n");
  BLOCKS(TEXT "<ol><li><h3>Head</h3>Text<li><ol><li>Inner</ol>Behind</ol>",
         SHOWN "heading 3|Head\nlist_item 1|Text\nlist_item 2|1. Inner\nlist_item 1|Behind\n");
}
END_TEST

START_TEST(blocks_tell_their_numbers) {
  policy_document *document = page_of("<h2>3.1 Wells</h2>" TEXT "<ol start=7><li>Dig.</ol>", NULL);
  ck_assert_str_eq(policy_block_number(policy_document_block(document, 0)).data, "3.1");
  ck_assert_str_eq(policy_block_number(policy_document_block(document, 1)).data, "");
  ck_assert_str_eq(policy_block_number(policy_document_block(document, 3)).data, "7");
  policy_document_unref(document);
}
END_TEST

START_TEST(lines_and_spaces) {
  BLOCKS("<p>a<b>b</b> <i>c</i>&nbsp;d\n  e<br>f<br><br>g</p>", "paragraph|ab c d e\nf\nparagraph|g\n");
  BLOCKS("<p>x &amp; y &lt;z&gt; &eacute;&#8212;&#x2014;&unknown; AT&T &copy", "paragraph|x & y <z> \xC3\xA9\xE2\x80\x94\xE2\x80\x94&unknown; AT&T \xC2\xA9\n");
}
END_TEST

START_TEST(what_is_no_text_is_left_out) {
  BLOCKS("<title>T</title><style>p{}</style><p>a<script>if (a<b) '</p>'</script>b<!-- c -- > --><noscript>d</noscript>"
         "<template><p>e</template><svg><text>f</text></svg><select><option>g</select>h",
         "paragraph|ab\nparagraph|h\n");
}
END_TEST

START_TEST(noscript_is_nothing_in_debris_too) {
  BLOCKS("<nav>Menu<noscript>no</noscript></nav>" TEXT, "boilerplate|Menu\n" SHOWN);
  BLOCKS(TEXT "<noscript><table><tr><th>a<th>b<tr><td>c<td>d</table></noscript>", SHOWN);
}
END_TEST

START_TEST(tables_of_data_are_one_block) {
  BLOCKS(TEXT "<table><caption>Levels</caption><tr><th>Town<th>Metres<tr><td>Aby<td><p>1,5</p><tr><td>Bro<td></table>",
         SHOWN "caption|Levels\ntable|Town;Metres\nAby;1,5\nBro\n");
  BLOCKS("<table><tr><td>" TEXT "</table>", SHOWN);
}
END_TEST

START_TEST(a_table_may_hold_an_item_in_each_row) {
  BLOCKS(TEXT "<table><tr><td>(a)<td>the towns of the valley;</table>", SHOWN "list_item 1|(a) the towns of the valley;\n");
}
END_TEST

START_TEST(headings_by_name_and_by_type) {
  BLOCKS(TEXT "<p class=section-title>The gauges</p>" TEXT "<p><strong>The costs</strong></p>" TEXT
              "<p><b>Note.</b></p>",
         SHOWN "heading 2|The gauges\n" SHOWN "heading 3|The costs\n" SHOWN "paragraph|Note.\n");
}
END_TEST

START_TEST(notes_name_themselves) {
  BLOCKS(TEXT "<div class=footnotes><ol><li id='fn:1'>See the report.</ol></div><p id=ftn2>Of last year.</p>",
         SHOWN "footnote|1. See the report.\nfootnote|Of last year.\n");
}
END_TEST

START_TEST(notes_are_called) {
  BLOCKS(TEXT "<p>Wells<sup><a href='#n1'>1</a></sup><sup><a href='#n2'>2</a></sup>, springs<a href='#fn3'>3</a> and "
              "lakes.<a href='#_ftn4'>[4]</a> Seas<a role=doc-noteref href='#n5'>a</a></p><p id=n1>Deep.</p><p><a name=n2>2</a> "
              "Cold. <a href='#fnref2'>&#8617;</a></p><aside role=doc-footnote><p>Wide.</aside><div id=n5>Salt.</div>",
         SHOWN "paragraph|Wells\xC2\xB9,\xC2\xB2, springs\xC2\xB3 and lakes.[4] Seas[a]\nfootnote|Deep.\nfootnote|2 Cold.\n"
               "footnote|Wide.\nfootnote|Salt.\n");
  BLOCKS(TEXT "<p>Wells<sup class=reference><a href='#cite_note-1'><span>[</span>1<span>]</span></a></sup> are deep.</p>"
              "<ol class=references><li id='cite_note-1'><b><a href='#cite_ref-1'>^</a></b> Lee.</ol>",
         SHOWN "paragraph|Wells[1] are deep.\nfootnote|1. Lee.\n");
}
END_TEST

START_TEST(what_is_raised_is_no_part_of_a_word) {
  BLOCKS(TEXT "<p>The plan<sup>1, 2</sup> of 3 km<sup>2</sup>, 10<sup>-6</sup>, the 20<sup>th</sup>, x<sup>2n</sup>, y<sup> 3 </sup>z",
         SHOWN "paragraph|The plan\xC2\xB9,\xC2\xB2 of 3 km\xC2\xB2, 10-\xE2\x81\xB6, the 20th, x2n, y \xC2\xB3 z\n");
}
END_TEST

START_TEST(a_way_back_is_text_elsewhere) {
  BLOCKS(TEXT "<h2><a class=toc-backref href='#toc'>Wells</a></h2><p>They are deep.</p>",
         SHOWN "heading 2|Wells\nparagraph|They are deep.\n");
}
END_TEST

START_TEST(xhtml_has_empty_elements) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "application/xhtml+xml";
  static const char html[] = "<p>a<a href='x'/>b</p><script/><p>c</p>";
  policy_document *document = policy_read(html, sizeof html - 1, &options, NULL);
  ck_assert_str_eq(policy_document_text(document).data, "ab\n\nc");
  ck_assert_str_eq(policy_document_media_type(document).data, "application/xhtml+xml");
  policy_document_unref(document);
}
END_TEST

START_TEST(places_lead_to_elements) {
  policy_document *document = page_of("<div id=a><p>One</p><p id=b>Two</p><p>Three</p></div><p>Four", NULL);
  static const char *const places[] = {"//*[@id='a']/p[1]", "b", "//*[@id='a']/p[3]", "/html/body/p[1]"};
  ck_assert_uint_eq(policy_document_block_count(document), 4);
  for (uint32_t i = 0; i < 4; i++)
    ck_assert_str_eq(policy_block_place(policy_document_block(document, i)).data, places[i]);
  policy_document_unref(document);
}
END_TEST

START_TEST(offsets_lead_to_bytes) {
  static const char html[] = "<p>One <b>two</b> &eacute;t\xC3\xA9 three</p>";
  policy_document *document = page_of(html, NULL);
  const char *text = policy_document_text(document).data;
  static const char *const words[] = {"One", "two", "three"};
  for (size_t i = 0; i < 3; i++)
    ck_assert_uint_eq(policy_document_source_offset(document, (uint32_t)(strstr(text, words[i]) - text)),
                      strstr(html, words[i]) - html);
  ck_assert_uint_eq(policy_document_source_size(document), sizeof html - 1);
  policy_document_unref(document);
}
END_TEST

static void charset_is(const char *html, const char *charset, const char *text) {
  policy_document *document = page_of(html, NULL);
  ck_assert_str_eq(policy_document_charset(document).data, charset);
  ck_assert_int_ne(policy_document_charset_source(document), POLICY_CHARSET_UNKNOWN);
  ck_assert(policy_document_charset_confidence(document) > 0);
  ck_assert_str_eq(policy_document_text(document).data, text);
  policy_document_unref(document);
}

START_TEST(a_page_declares_its_charset) {
  charset_is("<meta charset=iso-8859-2><p>\xE8", "iso-8859-2", "\xC4\x8D");
  charset_is("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>\xE4\xE0", "windows-1251",
             "\xD0\xB4\xD0\xB0");
  charset_is("<?xml version='1.0' encoding='iso-8859-2'?><html><p>\xE8", "iso-8859-2", "\xC4\x8D");
  charset_is("<meta charset=iso-8859-1><p>\xC3\xA9", "utf-8", "\xC3\xA9");
  charset_is("\xEF\xBB\xBF<p>x", "utf-8", "x");
}
END_TEST

START_TEST(nothing_and_nonsense_are_pages) {
  static const char *const pages[] = {"", " ", "<", "</", "<!", "<!--", "<p", "<p a='", "</p>", "<br>", "&", "&#;", "&#x;", "<a",
                                      "<table>", "<td>", "</table></td>", "<title>", "<script>", "<svg>", "&#0;", "<>", "\xEF\xBB\xBF",
                                      "<p>\xE2\x80\x8B</p>", "\xEF\xBB\xBF<p>\xE2\x80</p>\xFF<title>\xC3", "&#xFEFF;", "<p>&#xFEFF;x</p>", "<p>a<p>\xCC\x81"};
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) policy_document_unref(page_of(pages[i], NULL));
}
END_TEST

START_TEST(ceilings_of_structure) {
  policy_limits limits = POLICY_LIMITS_INIT;
  limits.elements = 2;
  policy_document *document = page_of("<p>a<p>b<p>c<p>d", &limits);
  ck_assert_uint_eq(policy_document_block_count(document), 3);
  ck_assert_str_eq(policy_document_text(document).data, "a\n\nb\n\nc\nd");
  ck_assert_uint_eq(policy_document_warning_count(document), 1);
  policy_document_unref(document);
  limits.elements = 0;
  limits.nesting = 3;
  document = page_of("<div>a<div>b<div>c<div>d<div>e</div>f</div>g</div>h</div>i</div>j", &limits);
  ck_assert_str_eq(policy_document_text(document).data, "a\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng\n\nh\n\ni\n\nj");
  policy_document_unref(document);
}
END_TEST

static char *repeated(const char *unit, size_t count) {
  size_t size = strlen(unit);
  char *text = malloc(count * size + 1);
  for (size_t i = 0; i < count; i++) memcpy(text + i * size, unit, size);
  text[count * size] = '\0';
  return text;
}

/* The pool of the tree builder must do for whatever comes. */
START_TEST(memory_for_the_tree_suffices) {
  static const char *const units[] = {"<p>",        "<p>x</p>",       "<td>",          "<table><td>x", "<table>x<tr>y",
                                      "<ul><li>x",  "<dl><dt>x<dd>y", "<h1>x<h2>y",    "</p>x</br>",   "<blockquote><figcaption>x",
                                      "<caption>x", "</div>x<div>",   "<table><table>", "<form><table><form><tr>x"};
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    char *html = repeated(units[i], 20000);
    policy_document_unref(page_of(html, NULL));
    free(html);
  }
}
END_TEST

Suite *suite_html(void) {
  Suite *suite = suite_create("html");
  TCase *tests = tcase_create("html");
  tcase_add_test(tests, text_comes_in_blocks);
  tcase_add_test(tests, lists_have_levels);
  tcase_add_test(tests, items_have_the_numbers_that_a_page_shows);
  tcase_add_test(tests, numbers_are_not_shown_where_they_would_mislead);
  tcase_add_test(tests, blocks_tell_their_numbers);
  tcase_add_test(tests, lines_and_spaces);
  tcase_add_test(tests, what_is_no_text_is_left_out);
  tcase_add_test(tests, noscript_is_nothing_in_debris_too);
  tcase_add_test(tests, tables_of_data_are_one_block);
  tcase_add_test(tests, a_table_may_hold_an_item_in_each_row);
  tcase_add_test(tests, headings_by_name_and_by_type);
  tcase_add_test(tests, notes_name_themselves);
  tcase_add_test(tests, notes_are_called);
  tcase_add_test(tests, what_is_raised_is_no_part_of_a_word);
  tcase_add_test(tests, a_way_back_is_text_elsewhere);
  tcase_add_test(tests, xhtml_has_empty_elements);
  tcase_add_test(tests, places_lead_to_elements);
  tcase_add_test(tests, offsets_lead_to_bytes);
  tcase_add_test(tests, a_page_declares_its_charset);
  tcase_add_test(tests, nothing_and_nonsense_are_pages);
  tcase_add_test(tests, ceilings_of_structure);
  tcase_add_test(tests, memory_for_the_tree_suffices);
  suite_add_tcase(suite, tests);
  return suite;
}
