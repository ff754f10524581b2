/* Markdown: blocks, front matter, raw HTML, and how it is known. */
#include <check.h>
#include <policy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/markdown.h"
#include "read/tags.h"
#include "reading.h"

static policy_document *read_markdown(const char *text) {
  return reading_as(text, strlen(text), "text/markdown");
}

static void blocks_are(const char *text, const char *lines) {
  policy_document *document = read_markdown(text);
  ck_assert_str_eq(reading_lines(document), lines);
  policy_document_unref(document);
}

START_TEST(blocks) {
  blocks_are("# Wells\n\nStates **should** [dig](http://a.b)\n*now* ~~never~~.\n\nSub\n---\n\n> Quoted\n> text.\n>\n> - in it\n",
             "heading 1|Wells\nparagraph|States should dig now never.\nheading 2|Sub\nquote|Quoted text.\n"
             "quote|\xE2\x80\xA2 in it\n");
  blocks_are("    code a\n     b\n\n```c\nint x;\n\nint y;\n```\n\n***\n\nend  \nof\\\nlines\n",
             "paragraph|code a~b\nparagraph|int x;~int y;\nparagraph|end~of~lines\n");
  blocks_are("", "");
}
END_TEST

START_TEST(lists_have_levels_and_numbers) {
  blocks_are("3. first\n   - inner\n     1) deep\n   - [x] done\n4. last\n\n   more\n\n- loose\n\n- items\n",
             "list_item 1|3. first\nlist_item 2|\xE2\x80\xA2 inner\nlist_item 3|1) deep\nlist_item 2|\xE2\x80\xA2 done\n"
             "list_item 1|4. last\nparagraph|more\nlist_item 1|\xE2\x80\xA2 loose\nlist_item 1|\xE2\x80\xA2 items\n");
  blocks_are("- # Heading\n  text\n- > quoted\n-\n- end\n",
             "heading 1|\xE2\x80\xA2 Heading\nparagraph|text\nquote|\xE2\x80\xA2 quoted\nlist_item 1|\xE2\x80\xA2 end\n");
}
END_TEST

START_TEST(tables) {
  blocks_are("Fees:\n\n| a | b |\n|---|:-:|\n| 1 | `2` and *3* |\n|  | x<br>y |\n\nEnd\n",
             "paragraph|Fees:\ntable|a\tb~1\t2 and 3~\tx y\nparagraph|End\n");
}
END_TEST

START_TEST(notes_and_menus) {
  blocks_are("Dig.[^1]\n\n[^1]: Deep wells.\n", "paragraph|Dig.[^1]\nfootnote|[^1]: Deep wells.\n");
  blocks_are("[Back](a.md) | [Next](b.md)\n\n- [One](#one)\n- [Two](#two) more\n- [Three](c.md)\n\n[Alone](d.md)\n",
             "boilerplate|Back | Next\nboilerplate|\xE2\x80\xA2 One\nlist_item 1|\xE2\x80\xA2 Two more\n"
             "list_item 1|\xE2\x80\xA2 Three\nparagraph|Alone\n");
}
END_TEST

START_TEST(raw_html_gives_its_text) {
  blocks_are("<div class=\"a>b\"><p>Raw &amp; text<br>line</p>\n<!-- no > -->x<script>if (a<b) no</script> y\n</div>\n\n"
             "in<b>line</b> <span title='x'>span</span> a < b &copy; &unknown; &#x41;\n",
             "paragraph|Raw & text~line\nparagraph|x y\nparagraph|inline span a < b \xC2\xA9 &unknown; A\n");
  blocks_are("<table><tr><td>1</td><td>2</td></tr></table>\n", "paragraph|1\nparagraph|2\n");
}
END_TEST

START_TEST(front_matter) {
  policy_document *document = read_markdown(
      "---\nlayout: post\ntitle: \"Wells: a report\" # not\nauthors:\n  - name: Ann Lee\n    role: x\n  - 'Bo Roe'\n"
      "date: 2031-05-04T10:00:00\ntags: [water, \"deep wells\"]\nlang: en_GB\npublisher: House\n---\n# Heading\n\nText.\n");
  ck_assert_str_eq(reading_lines(document), "heading 1|Heading\nparagraph|Text.\n");
  ck_assert_str_eq(policy_document_title(document).data, "Wells: a report");
  ck_assert_uint_eq(policy_document_author_count(document), 2);
  ck_assert_str_eq(policy_document_author(document, 0).data, "Ann Lee");
  ck_assert_str_eq(policy_document_author(document, 1).data, "Bo Roe");
  ck_assert_str_eq(policy_document_date(document).data, "2031-05-04");
  ck_assert_str_eq(policy_document_topic(document, 1).data, "deep wells");
  ck_assert_str_eq(policy_document_language(document).data, "en-GB");
  ck_assert_str_eq(policy_document_publisher(document).data, "House");
  policy_document_unref(document);
  document = read_markdown("\xEF\xBB\xBF+++\ntitle = 'Wells'\nkeywords = \"a, b\"\n[extra]\nx = 1\n+++\n\nText.\n");
  ck_assert_str_eq(policy_document_title(document).data, "Wells");
  ck_assert_uint_eq(policy_document_topic_count(document), 2);
  ck_assert_str_eq(policy_document_text(document).data, "Text.");
  policy_document_unref(document);
  document = read_markdown("# Wells\n\nText.\n");
  ck_assert_str_eq(policy_document_title(document).data, "Wells");
  policy_document_unref(document);
  blocks_are("---\nA rule, and text above another.\n---\n", "heading 2|A rule, and text above another.\n");
  blocks_are("---\ntitle: no end\n\nText.\n", "paragraph|title: no end\nparagraph|Text.\n");
}
END_TEST

START_TEST(brackets_of_long_paragraphs_are_text) {
  enum { LINES = 2000 };
  static const char list[] = "- [a](http://b.c)\n", line[] = "see [a](http://b.c)\n";
  char *text = malloc(LINES * 2 * sizeof line + 1);
  for (int i = 0; i < LINES; i++) memcpy(text + i * (sizeof list - 1), list, sizeof list);
  policy_document *document = read_markdown(text);
  ck_assert_uint_eq(policy_document_block_count(document), LINES);
  ck_assert_ptr_null(strstr(policy_document_text(document).data, "http"));
  policy_document_unref(document);
  for (int i = 0; i < LINES; i++) memcpy(text + i * (sizeof line - 1), line, sizeof line);
  document = read_markdown(text);
  ck_assert_uint_eq(policy_document_block_count(document), 1);
  ck_assert_ptr_nonnull(strstr(policy_document_text(document).data, "see [a](http://b.c) see [a]"));
  policy_document_unref(document);
  free(text);
}
END_TEST

START_TEST(offsets_lead_to_the_source) {
  static const char source[] = "---\ntitle: x\n---\n# Wells\n\n- States **should** [dig](u).\n\n```\ncode\n```\n";
  static const char *const words[] = {"Wells", "States", "should", "dig", "code"};
  policy_document *document = read_markdown(source);
  const char *text = policy_document_text(document).data;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    ck_assert_uint_eq(policy_document_source_offset(document, (uint32_t)(strstr(text, words[i]) - text)),
                      strstr(source, words[i]) - source);
  policy_document_unref(document);
}
END_TEST

START_TEST(long_targets_of_many_references_are_a_limit) {
  enum { SIZE = 200000 };
  char *text = malloc(2 * SIZE + 16), *at = text;
  at += sprintf(at, "[r]: /");
  memset(at, 'u', SIZE);
  at += SIZE;
  at += sprintf(at, "\n\n");
  for (int i = 0; i < 50; i++) at += sprintf(at, "[r] ");
  reading_refuses(text, strlen(text), "text/markdown", POLICY_ERROR_LIMIT, "references");
  free(text);
}
END_TEST

static void known(const char *text, bool is) {
  ck_assert_msg(policy__is_markdown(text, strlen(text)) == is, "%s", text);
}

START_TEST(only_what_is_certain_is_markdown) {
  known("---\ntitle: x\n---\n", true);
  known("+++\ntitle = 'x'\n+++\ntext", true);
  known("# A\n\ntext\n\n## B\n\n[link](http://a.b)\n", true);
  known("text [a](#b) **bold** and **more**\n\n```\nx\n```\n", true);
  known("# A\n\n| a | b |\n|---|---|\n\n**b** **c**\n", true);
  known("# A\n", false);
  known("# A\n\ntext\n\n# B\n\ntext\n", false);
  known("#include <a>\n#define b\n", false);
  known("---\nText, and a rule.\n---\n", false);
  known("See (1) and [2]. **Note**\n- a\n- b\n", false);
  known("1. one\n2. two\n* three\n> four\n", false);
  known("", false);
}
END_TEST

START_TEST(a_file_may_say_so_by_its_name) {
  const char *path = "check_markdown.tmp.md";
  FILE *file = fopen(path, "w");
  ck_assert_ptr_nonnull(file);
  fputs("# Wells\n\nStates should *dig*.\n", file);
  fclose(file);
  policy_document *document = policy_read_file(path, NULL, NULL);
  remove(path);
  ck_assert_ptr_nonnull(document);
  ck_assert_str_eq(policy_document_media_type(document).data, "text/markdown");
  ck_assert_str_eq(policy_document_text(document).data, "Wells\n\nStates should dig.");
  policy_document_unref(document);
}
END_TEST

START_TEST(entities) {
  char utf8[8];
#define ENTITY(name, expected)                                                             \
  reading_is((policy_string){utf8, policy__tags_entity(reading_string(name), utf8)}, expected)
  ENTITY("&lt;", "<");
  ENTITY("&euro;", "\xE2\x82\xAC");
  ENTITY("&#8364;", "\xE2\x82\xAC");
  ENTITY("&#X1F600;", "\xF0\x9F\x98\x80");
  ENTITY("&#0;", "");
  ENTITY("&#xD800;", "");
  ENTITY("&#99999999;", "");
  ENTITY("&#x;", "");
  ENTITY("&#;", "");
  ENTITY("&;", "");
  ENTITY("amp", "");
}
END_TEST

Suite *suite_markdown(void) {
  Suite *suite = suite_create("markdown");
  TCase *cases = tcase_create("markdown");
  tcase_add_test(cases, blocks);
  tcase_add_test(cases, lists_have_levels_and_numbers);
  tcase_add_test(cases, tables);
  tcase_add_test(cases, notes_and_menus);
  tcase_add_test(cases, raw_html_gives_its_text);
  tcase_add_test(cases, front_matter);
  tcase_add_test(cases, brackets_of_long_paragraphs_are_text);
  tcase_add_test(cases, offsets_lead_to_the_source);
  tcase_add_test(cases, long_targets_of_many_references_are_a_limit);
  tcase_add_test(cases, only_what_is_certain_is_markdown);
  tcase_add_test(cases, a_file_may_say_so_by_its_name);
  tcase_add_test(cases, entities);
  suite_add_tcase(suite, cases);
  return suite;
}
