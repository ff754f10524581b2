/* What a source is, by its first bytes. */
#include <check.h>
#include <string.h>

#include "read/sniff.h"

static void is(const char *bytes, size_t size, const char *type) {
  ck_assert_str_eq(policy__sniff(bytes, size), type);
}

#define IS(literal, type) is(literal, sizeof literal - 1, type)

START_TEST(signatures) {
  IS("%PDF-1.7\n", "application/pdf");
  IS("\xEF\xBB\xBF%PDF-1.7\n", "application/pdf");
  IS("\0\0%PDF-1.7\n", "application/pdf");
  IS("some bytes of a mail\r\n%PDF-1.7\n", "application/pdf");
  IS("Files that begin with %PDF-1.7 are PDF.", "text/plain");
  IS("PK\x03\x04rest", "application/zip");
  IS("PK\x05\x06", "application/zip");
  IS("\x1f\x8b\x08", "application/gzip");
  IS("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "application/msword");
  IS("{\\rtf1", "application/rtf");
  IS("SQLite format 3\0", "application/vnd.sqlite3");
  IS("\xFF\xFEt\0", "text/plain");
  IS("\xFE\xFF\0t", "text/plain");
}
END_TEST

START_TEST(every_prefix_of_a_signature_is_text) {
  static const char *const signatures[] = {"%PDF-", "PK\x03\x04", "{\\rtf", "<!doctype html", "<html", "<?xml ", "\xEF\xBB\xBF"};
  for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
    for (size_t size = 0; size < strlen(signatures[i]); size++) is(signatures[i], size, "text/plain");
  is(NULL, 0, "text/plain");
}
END_TEST

START_TEST(markup) {
  IS("{% block page %}<div><h2>a</h2><p>b</p><p>c</p><p>d</p><a>e</a></div>", "text/html");
  IS("{% block page %} and plain words behind it", "text/plain");
  IS("<!DOCTYPE html>", "text/html");
  IS("<!doctype HTML>", "text/html");
  IS("  \r\n\t<HTML lang=en>", "text/html");
  IS("\xEF\xBB\xBF<html>", "text/html");
  IS("<?xml version=\"1.0\"?>", "application/xml");
  IS("\xEF\xBB\xBF\n<?XML version", "application/xml");
  IS("<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a '>'>]> <!-- x --><html>", "application/xhtml+xml");
  IS("<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>", "application/xml");
  IS("<!-- x --><akn:akomaNtoso\nxmlns:akn='x'>", "application/xml");
  IS("\xFF\xFE<\0?\0x\0m\0l\0 \0", "application/xml");
  IS("\xFE\xFF\0<\0?\0x\0m\0l\0 ", "application/xml");
  IS("<note to='xmlns'>", "text/plain");
  IS("<a", "text/plain");
  IS("<", "text/plain");
  IS("<!", "text/plain");
  IS("<?", "text/plain");
  IS("text <html>", "text/plain");
}
END_TEST

START_TEST(pages_without_a_doctype) {
  IS("<!-- a -- b --> <!---->\n<html>", "text/html");
  IS("<head><title>A</title>", "text/html");
  IS("\xEF\xBB\xBF\n<BODY>text", "text/html");
  IS("<meta charset=utf-8>\ntext", "text/html");
  IS("<p>text</p>\n", "text/html");
  IS("<div class=a>text</div>", "text/html");
  IS("<p align=center>A text in Markdown</p>\n\n- item", "text/plain");
  IS("<p", "text/plain");
  IS("<pq>", "text/plain");
  IS("<!-- html", "text/plain");
  IS("<!-- a --> text", "text/plain");
  IS("<https://example.org>", "text/plain");
  IS("<3 of them>", "text/plain");
  IS("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC ''>", "application/xhtml+xml");
  IS("<?xml version='1.0'?><!-- a --><html xmlns=''>", "application/xhtml+xml");
  IS("<?xml version='1.0'?><akomaNtoso>", "application/xml");
  IS("<?xml version='1.0' ", "application/xml");
}
END_TEST

START_TEST(policy_documents) {
  IS("{\"format\": \"policy-document\", \"version\": 1}", "application/json");
  IS("\xEF\xBB\xBF \n{ \"version\": 1,\n \"format\"\n:\"policy-document\"}", "application/json");
  IS("{\"format\": \"other\"}", "text/plain");
  IS("{ policy-document }", "text/plain");
  IS("[\"policy-document\"]", "text/plain");
  IS("{", "text/plain");
  static char late[8192];
  memset(late, ' ', sizeof late);
  late[0] = '{';
  memcpy(late + 4096 - 17, "\"policy-document\"", 17);
  is(late, sizeof late, "application/json");
  is(late, 4096, "application/json");
  is(late, 4095, "text/plain");
  memset(late + 1, ' ', sizeof late - 1);
  memcpy(late + 4096 - 16, "\"policy-document\"", 17);
  is(late, sizeof late, "text/plain");
}
END_TEST

#define EIGHT "_\t_\t_\t_\t_\t_\t_\t_"

START_TEST(treebanks) {
  IS("1\tA\t" EIGHT, "text/x-conllu");
  IS("\xEF\xBB\xBF# sent_id = 1\r\n#\n1-2\tdon't\t" EIGHT "\n", "text/x-conllu");
  IS("# text = A\n0.1\tA\t" EIGHT "\n1\tA\t" EIGHT, "text/x-conllu");
  IS("# text = A\n", "text/plain");
  IS("# a\n\n1\tA\t" EIGHT, "text/plain");
  IS("1\tA\t" EIGHT "\t_", "text/plain");
  IS("1\t" EIGHT, "text/plain");
  IS("2\tA\t" EIGHT, "text/plain");
  IS("1.\tA\t" EIGHT, "text/plain");
  IS("1\nA\t" EIGHT "\t\t\t", "text/plain");
}
END_TEST

START_TEST(everything_else_is_text) {
  IS("", "text/plain");
  IS(" ", "text/plain");
  IS("\0\0\0", "text/plain");
  IS(" \0{", "text/plain");
  IS("Recommendation 1", "text/plain");
}
END_TEST

Suite *suite_sniff(void) {
  Suite *suite = suite_create("sniff");
  TCase *tests = tcase_create("sniff");
  tcase_add_test(tests, signatures);
  tcase_add_test(tests, every_prefix_of_a_signature_is_text);
  tcase_add_test(tests, markup);
  tcase_add_test(tests, pages_without_a_doctype);
  tcase_add_test(tests, policy_documents);
  tcase_add_test(tests, treebanks);
  tcase_add_test(tests, everything_else_is_text);
  suite_add_tcase(suite, tests);
  return suite;
}
