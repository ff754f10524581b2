/* Numbers of items, and notes, in books, articles and OpenDocument. */
#include <check.h>
#include <policy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../packing.h"
#include "reading.h"

static const char container[] =
    "<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>";
static const char package[] =
    "<package><metadata/><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>"
    "<spine><itemref idref='a'/></spine></package>";

static policy_document *read_packed(const packed_file *files, size_t count) {
  size_t size;
  char *bytes = pack(files, count, &size);
  policy_document *document = reading_as(bytes, size, NULL);
  free(bytes);
  return document;
}

static void lines_are(policy_document *document, const char *lines) {
  ck_assert_str_eq(reading_lines(document), lines);
  policy_document_unref(document);
}

static void book_is(const char *body, const char *lines) {
  char page[2048];
  int size = snprintf(page, sizeof page, "<html><body>%s</body></html>", body);
  const packed_file files[] = {{"mimetype", "application/epub+zip", 20, true},
                               PACKED("META-INF/container.xml", container), PACKED("b.opf", package),
                               {"a.xhtml", page, (size_t)size, false}};
  lines_are(read_packed(files, 4), lines);
}

START_TEST(lists_of_books) {
  book_is("<ol type='a' start='3'><li>c</li><li value='26'>z</li><li><p>aa</p><p>more</p></li></ol>",
          "list_item 1|c. c\nlist_item 1|z. z\nlist_item 1|aa. aa\nparagraph|more\n");
  book_is("<ol><li>one<ol type='i'><li>i</li><li>ii</li></ol></li><li>two<ul><li>dot</li></ul></li><li/><li>four</li></ol>",
          "list_item 1|1. one\nlist_item 2|i. i\nlist_item 2|ii. ii\nlist_item 1|2. two\nlist_item 2|dot\nlist_item 1|4. four\n");
  book_is("<ol reversed='' start='2'><li>2</li><li>1</li></ol><ol reversed='reversed'><li>unknown</li><li value='7'>7</li>"
          "<li>6</li></ol>",
          "list_item 1|2. 2\nlist_item 1|1. 1\nlist_item 1|unknown\nlist_item 1|7. 7\nlist_item 1|6. 6\n");
  book_is("<ol><li>(a) own</li><li><h2>Head</h2>text</li><li><ol><li>in</li></ol></li></ol>",
          "list_item 1|(a) own\nheading 2|Head\nlist_item 1|text\nlist_item 2|1. in\n");
}
END_TEST

START_TEST(lists_of_articles) {
  static const char article[] =
      "<article><body><sec><title>Wells</title><list list-type='alpha-lower'><list-item><p>one</p></list-item><list-item>"
      "<p>two</p></list-item></list><list list-type='order'><list-item><label>7.</label><p>seven</p></list-item></list>"
      "<list list-type='bullet'><list-item><p>dot</p></list-item></list></sec></body></article>";
  policy_document *document = reading_as(article, sizeof article - 1, "application/xml");
  ck_assert_str_eq(reading_lines(document), "heading 1|Wells\nlist_item 1|a. one\nlist_item 1|b. two\nlist_item 1|7. seven\n"
                                            "list_item 1|dot\n");
  policy_document_unref(document);
}
END_TEST

START_TEST(notes_of_books) {
  book_is("<p>Wells<a epub:type='noteref' href='#n1'>1</a> and springs<sup><a href='#n2'>2</a></sup>.</p>"
          "<aside id='n1' epub:type='footnote'><p>Deep.</p></aside><section role='doc-endnotes'><h2>Notes</h2><ol>"
          "<li id='n2'>Cold. <a role='doc-backlink' href='#r2'>Back</a></li></ol></section>"
          "<p>20<sup>th</sup> of 3 km<sup>2</sup></p>",
          "paragraph|Wells\xC2\xB9 and springs\xC2\xB2.\nfootnote|Deep.\nheading 2|Notes\nfootnote|1. Cold.\n"
          "paragraph|20th of 3 km\xC2\xB2\n");
}
END_TEST

/* ---- OpenDocument ---------------------------------------------------------------------------------------- */

#define LEVEL(level, rest) "<text:list-level-style-number text:level='" level "' " rest "/>"

static const char styles[] =
    "<office:document-styles><office:styles><text:outline-style><text:outline-level-style text:level='1' style:num-format='1'"
    " style:num-suffix='.'/><text:outline-level-style text:level='2' style:num-format='a' text:display-levels='2'/>"
    "</text:outline-style><text:list-style style:name='L'>" LEVEL("1", "style:num-format='I'") "</text:list-style>"
    "<style:default-style style:family='paragraph'><style:text-properties fo:language='en' fo:country='GB'/>"
    "</style:default-style><style:style style:name='Citation' style:family='paragraph'><style:text-properties"
    " fo:language='fr' fo:country='none'/></style:style></office:styles></office:document-styles>";
static const char lists[] =
    "<text:list-style style:name='L'>" LEVEL("1", "style:num-format='1' style:num-suffix='.'")
    LEVEL("2", "style:num-format='a' style:num-prefix='(' style:num-suffix=')' text:start-value='2'")
    LEVEL("3", "style:num-format='i' style:num-suffix='.' text:display-levels='3'")
    "<text:list-level-style-bullet text:level='4' text:bullet-char='&#61623;'/>" LEVEL("11", "style:num-format='1'")
    "</text:list-style><style:style style:name='P1' style:family='paragraph' style:parent-style-name='Citation'/>"
    "<style:style style:name='P2' style:family='paragraph'><style:text-properties fo:language='en' fo:country='GB'/>"
    "</style:style><text:list-style style:name='M'>" LEVEL("1", "style:num-format='1'") "</text:list-style>";

static policy_document *text_of(const char *body) {
  char content[8192];
  int size = snprintf(content, sizeof content,
                      "<office:document-content><office:automatic-styles>%s</office:automatic-styles><office:body>"
                      "<office:text>%s</office:text></office:body></office:document-content>", lists, body);
  const packed_file files[] = {{"mimetype", "application/vnd.oasis.opendocument.text", 39, true},
                               PACKED("styles.xml", styles), {"content.xml", content, (size_t)size, false}};
  return read_packed(files, 3);
}

static void text_is(const char *body, const char *lines) {
  lines_are(text_of(body), lines);
}

#define LIST(items) "<text:list text:style-name='L'>" items "</text:list>"
#define ON(items) "<text:list text:style-name='L' text:continue-numbering='true'>" items "</text:list>"
#define INNER(items) "<text:list>" items "</text:list>"
#define ITEM(text) "<text:list-item>" text "</text:list-item>"
#define P(text) "<text:p>" text "</text:p>"

START_TEST(lists_of_texts) {
  text_is(LIST(ITEM(P("one") INNER(ITEM(P("b")) ITEM(P("c") INNER(ITEM(P("deep") INNER(ITEM(P("dot")))))) ITEM(P("d"))))
               ITEM(P("two") P("more") INNER(ITEM(P("b again")))) ITEM(P("")) ITEM(P("four"))),
          "list_item 1|1. one\nlist_item 2|(b) b\nlist_item 2|(c) c\nlist_item 3|1.c.i. deep\nlist_item 4|\xE2\x80\xA2 dot\n"
          "list_item 2|(d) d\nlist_item 1|2. two\nparagraph|more\nlist_item 2|(b) b again\nlist_item 1|4. four\n");
  text_is(LIST(ITEM(P("one"))) P("between") ON(ITEM(P("two") INNER(ITEM(P("b"))))) ON(ITEM(INNER(ITEM(P("c")))) ITEM(P("three")))
              LIST(ITEM(P("anew"))),
          "list_item 1|1. one\nparagraph|between\nlist_item 1|2. two\nlist_item 2|(b) b\nlist_item 2|(c) c\n"
          "list_item 1|3. three\nlist_item 1|1. anew\n");
  text_is(LIST("<text:list-header>" P("head") "</text:list-header><text:list-item text:start-value='7'>" P("seven")
               "</text:list-item>" ITEM(P("eight")))
              "<text:list text:style-name='none'>" ITEM(P("bare")) "</text:list><text:list text:style-name='M'>" ITEM(P("m"))
              "</text:list>",
          "paragraph|head\nlist_item 1|7. seven\nlist_item 1|8. eight\nlist_item 1|bare\nlist_item 1|1 m\n");
}
END_TEST

#define H(level, rest, text) "<text:h text:outline-level='" level "'" rest ">" text "</text:h>"

START_TEST(headings_of_texts) {
  text_is(H("1", "", "Water") H("2", "", "Wells") H("2", "", "Springs") H("1", " text:is-list-header='true'", "Apart")
              H("1", "", "Fields") H("2", "", "Hay") H("2", " text:restart-numbering='true' text:start-value='5'", "Rye")
                  H("3", "", "Deep") H("x", "", "Odd"),
          "heading 1|1. Water\nheading 2|1.a Wells\nheading 2|1.b Springs\nheading 1|Apart\nheading 1|2. Fields\n"
          "heading 2|2.a Hay\nheading 2|2.e Rye\nheading 3|Deep\nheading 1|3. Odd\n");
}
END_TEST

START_TEST(styles_tell_the_language) {
  policy_document *document = text_of("<text:p text:style-name='P2'>The ministry should publish the survey of the lake before"
                                      " the end of the year.</text:p><text:p text:style-name='P1'>Il faut agir.</text:p>");
  ck_assert_str_eq(policy_block_language(policy_document_block(document, 0)).data, "en");
  ck_assert_str_eq(policy_block_language(policy_document_block(document, 1)).data, "fr");
  policy_document_unref(document);
}
END_TEST

/* A list within a list within a list, deeper than any style tells. */
START_TEST(lists_may_be_deep) {
  char body[6000] = "";
  for (int i = 0; i < 12; i++) strcat(body, i == 0 ? "<text:list text:style-name='L'><text:list-item>" : "<text:list><text:list-item>");
  strcat(body, P("deep"));
  for (int i = 0; i < 12; i++) strcat(body, "</text:list-item></text:list>");
  text_is(body, "list_item 12|deep\n");
}
END_TEST

Suite *suite_xml_lists(void) {
  Suite *suite = suite_create("xml_lists");
  TCase *tests = tcase_create("xml_lists");
  tcase_add_test(tests, lists_of_books);
  tcase_add_test(tests, lists_of_articles);
  tcase_add_test(tests, notes_of_books);
  tcase_add_test(tests, lists_of_texts);
  tcase_add_test(tests, headings_of_texts);
  tcase_add_test(tests, styles_tell_the_language);
  tcase_add_test(tests, lists_may_be_deep);
  suite_add_tcase(suite, tests);
  return suite;
}
