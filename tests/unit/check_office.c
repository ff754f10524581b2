/* OpenDocument and EPUB, and what office files share. */
#include <check.h>
#include <policy.h>
#include <stdlib.h>
#include <string.h>

#include "../packing.h"
#include "read/office.h"
#include "reading.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static policy_document *read_packed(const packed_file *files, size_t count) {
  size_t size;
  char *bytes = pack(files, count, &size);
  policy_document *document = reading_as(bytes, size, NULL);
  free(bytes);
  return document;
}

static void refused(const packed_file *files, size_t count, const char *words) {
  size_t size;
  char *bytes = pack(files, count, &size);
  reading_refuses(bytes, size, NULL, POLICY_ERROR_FORMAT, words);
  free(bytes);
}

START_TEST(paths_stay_in_the_archive) {
  static const struct {
    const char *from, *reference, *path;
  } cases[] = {
      {"word/document.xml", "styles.xml", "word/styles.xml"},
      {"word/document.xml", "/docProps/core.xml", "docProps/core.xml"},
      {"word/document.xml", "../a/./b.xml", "a/b.xml"},
      {"", "word/document.xml", "word/document.xml"},
      {"a/b/c.opf", "x//y.html", "a/b/x/y.html"},
      {"a/b.xml", "../../etc/passwd", NULL},
      {"b.xml", "..", NULL},
      {"b.xml", "", NULL},
  };
  char path[20];
  for (size_t i = 0; i < COUNT(cases); i++) {
    bool inside = policy__office_path(cases[i].from, reading_string(cases[i].reference), path, sizeof path);
    ck_assert_int_eq(inside, cases[i].path != NULL);
    if (inside) ck_assert_str_eq(path, cases[i].path);
  }
  ck_assert(!policy__office_path("word/document.xml", reading_string("a-long-name.xml"), path, sizeof path));
}
END_TEST

static const char content[] =
    "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d'><office:automatic-styles>"
    "<style>x</style></office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region>"
    "<text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    "<text:h text:outline-level='2'>Wells</text:h><text:p>Dig<text:s text:c='2'/>now<text:tab/>or<text:line-break/>never"
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Deep.</text:p></text:note-body>"
    "</text:note>.<draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame></text:p>"
    "<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>inner</text:p></text:list-item>"
    "</text:list></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>a</text:p>"
    "</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    "<text:table-of-content><text:index-body><text:p>Wells 1</text:p></text:index-body></text:table-of-content>"
    "</office:text></office:body></office:document-content>";
static const char meta[] =
    "<office:document-meta xmlns:office='o'><office:meta><dc:title xmlns:dc='d'>Wells</dc:title><creator>Typist</creator>"
    "<date>2031-05-04T10:00:00</date></office:meta></office:document-meta>";

START_TEST(open_documents) {
  static const packed_file files[] = {{"mimetype", "application/vnd.oasis.opendocument.text", 39, true},
                                      PACKED("content.xml", content), PACKED("meta.xml", meta)};
  policy_document *document = read_packed(files, 3);
  ck_assert_str_eq(reading_lines(document), "heading 2|Wells\nparagraph|Dig now or~never.\nfootnote|1 Deep.\nparagraph|Box\n"
                                            "list_item 1|one\nlist_item 2|inner\ntable|a\tb\nboilerplate|Wells 1\n");
  ck_assert_str_eq(policy_document_title(document).data, "Wells");
  ck_assert_str_eq(policy_document_date(document).data, "2031-05-04");
  ck_assert_uint_eq(policy_document_author_count(document), 0);
  ck_assert_str_eq(policy_document_media_type(document).data, "application/vnd.oasis.opendocument.text");
  policy_document_unref(document);
  refused(files, 1, "no content.xml");
}
END_TEST

static const char container[] =
    "<container><rootfiles><rootfile full-path='OPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";
static const char book[] =
    "<package xmlns='p'><metadata xmlns:dc='d'><dc:title>Wells of Norland</dc:title><dc:creator>Ann Lee</dc:creator>"
    "<dc:language>en</dc:language><dc:date>2031</dc:date></metadata><manifest>"
    "<item id='a' href='text/one.xhtml' media-type='application/xhtml+xml'/>"
    "<item id='b' href='text/two.xhtml' media-type='application/xhtml+xml'/>"
    "<item id='c' href='cover.png' media-type='image/png'/><item id='d' href='../../x.xhtml' media-type='application/xhtml+xml'/>"
    "<item id='e' href='broken.xhtml' media-type='application/xhtml+xml'/></manifest>"
    "<spine><itemref idref='b'/><itemref idref='a'/><itemref idref='b'/><itemref idref='c'/><itemref idref='d'/>"
    "<itemref idref='e'/><itemref idref='none'/></spine></package>";
static const char one[] =
    "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title>Skipped</title></head><body><h2>Second</h2>"
    "<p id='p1'>Dig&nbsp;<b>deep</b>.</p><ul><li>one</li></ul><table><tr><td>1</td><td>2</td></tr></table></body></html>";
static const char two[] =
    "<html><body><nav><p>Menu</p></nav><h1>First</h1><blockquote><p>Quoted</p></blockquote><figure><figcaption>A well"
    "</figcaption></figure></body></html>";

START_TEST(books) {
  static const packed_file files[] = {{"mimetype", "application/epub+zip", 20, true},
                                      PACKED("META-INF/container.xml", container), PACKED("OPS/book.opf", book),
                                      PACKED("OPS/text/one.xhtml", one), PACKED("OPS/text/two.xhtml", two),
                                      PACKED("OPS/broken.xhtml", "<html><body><p>Begun</p><p>cut")};
  policy_document *document = read_packed(files, COUNT(files));
  ck_assert_str_eq(reading_lines(document), "boilerplate|Menu\nheading 1|First\nquote|Quoted\ncaption|A well\n"
                                            "heading 2|Second\nparagraph|Dig\xC2\xA0" "deep.\nlist_item 1|one\ntable|1\t2\n"
                                            "paragraph|Begun\nparagraph|cut\n");
  ck_assert_str_eq(policy_document_title(document).data, "Wells of Norland");
  ck_assert_str_eq(policy_document_author(document, 0).data, "Ann Lee");
  ck_assert_str_eq(policy_block_place(policy_document_block(document, 5)).data, "OPS/text/one.xhtml#p1");
  ck_assert_str_eq(policy_warning_code(policy_document_warning(document, 0)).data, "damaged-part");
  policy_document_unref(document);
  refused(files, 1, "no META-INF/container.xml");
  refused(files, 2, "no OPS/book.opf");
  static const packed_file empty[] = {{"mimetype", "application/epub+zip", 20, true},
                                      PACKED("META-INF/container.xml", "<container/>")};
  refused(empty, 2, "names no package");
}
END_TEST

Suite *suite_office(void) {
  Suite *suite = suite_create("office");
  TCase *cases = tcase_create("office");
  tcase_add_test(cases, paths_stay_in_the_archive);
  tcase_add_test(cases, open_documents);
  tcase_add_test(cases, books);
  suite_add_tcase(suite, cases);
  return suite;
}
