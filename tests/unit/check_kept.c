/* The lists of metadata, and what each reader fills them with. */
#include <check.h>
#include <policy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../packing.h"
#include "read/kept.h"
#include "reading.h"

static char shown[8192];
static size_t used;

static void show(const char *list, const char *kind, policy_string a, policy_string b) {
  used += (size_t)snprintf(shown + used, sizeof shown - used, "%s %s|%s", list, kind, a.data);
  used += (size_t)snprintf(shown + used, sizeof shown - used, b.size > 0 ? "|%s\n" : "%s\n", b.data);
}

static const char *lists_of(const policy_document *d) {
  const policy_string nothing = {"", 0};
  used = 0;
  shown[0] = '\0';
  for (uint32_t n = 0; n < policy_document_contributor_count(d); n++)
    show("by", policy_contributor_role_name(policy_document_contributor_role(d, n)), policy_document_contributor_name(d, n),
         policy_document_contributor_affiliation(d, n));
  for (uint32_t n = 0; n < policy_document_date_count(d); n++)
    show("on", policy_date_kind_name(policy_document_date_kind(d, n)), policy_document_date_value(d, n),
         policy_document_date_source(d, n));
  for (uint32_t n = 0; n < policy_document_identifier_count(d); n++)
    show("id", policy_document_identifier_scheme(d, n).data, policy_document_identifier_value(d, n), nothing);
  for (uint32_t n = 0; n < policy_document_subject_count(d); n++)
    show("of", policy_document_subject_scheme(d, n).data, policy_document_subject_label(d, n),
         policy_document_subject_code(d, n));
  if (policy_document_series(d).size > 0) show("in", "series", policy_document_series(d), nothing);
  if (policy_document_licence(d).size > 0) show("under", "licence", policy_document_licence(d), nothing);
  if (policy_document_publisher_type(d).size > 0) show("from", "type", policy_document_publisher_type(d), nothing);
  return shown;
}

static void lists_are(policy_document *document, const char *lists) {
  ck_assert_str_eq(lists_of(document), lists);
  policy_document_unref(document);
}

static policy_document *text_as(const char *text, const char *media_type) {
  return reading_as(text, strlen(text), media_type);
}

/* ---- the lists --------------------------------------------------------------------------------------------- */

START_TEST(words_of_sources) {
  ck_assert_int_eq(policy__role_of_word(reading_string("EDT"), POLICY_CONTRIBUTOR_OTHER), POLICY_CONTRIBUTOR_EDITOR);
  ck_assert_int_eq(policy__role_of_word(reading_string("funder"), POLICY_CONTRIBUTOR_OTHER), POLICY_CONTRIBUTOR_SPONSOR);
  ck_assert_int_eq(policy__role_of_word(reading_string("baker"), POLICY_CONTRIBUTOR_SPEAKER), POLICY_CONTRIBUTOR_SPEAKER);
  ck_assert_int_eq(policy__date_kind_of_word(reading_string("enactment"), POLICY_DATE_OTHER), POLICY_DATE_ADOPTED);
  ck_assert_int_eq(policy__date_kind_of_word(reading_string("baked"), POLICY_DATE_CREATED), POLICY_DATE_CREATED);
}
END_TEST

static void identify(policy_builder *builder, const char *scheme, const char *value) {
  ck_assert_int_eq(policy__keep_identifier(builder, reading_string(scheme), reading_string(value), NULL), POLICY_OK);
}

START_TEST(forms_tell_schemes) {
  policy_builder *builder = policy_builder_new("Wells", 5, NULL, NULL, NULL);
  static const char *const values[] = {"https://doi.org/10.5555/ABC", "doi:10.5555/abc", "32031R0679", "1234-567X",
                                       "978-3-16-148410-0", "urn:isbn:9783161484100", "urn:uuid:1-2", "urn:lex:x",
                                       "http://a.example/eli/reg/2031/1", "http://a.example/x", "/akn/no/act/7", "A/RES/70/1",
                                       "Cm 41", " ", ""};
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) identify(builder, "", values[i]);
  identify(builder, "ISSN", "none");
  identify(builder, "docket", "Cm 41");
  lists_are(policy_builder_finish(builder, NULL),
            "id doi|10.5555/abc\nid celex|32031R0679\nid issn|1234-567X\nid isbn|978-3-16-148410-0\nid isbn|9783161484100\n"
            "id uuid|1-2\nid urn|urn:lex:x\nid eli|http://a.example/eli/reg/2031/1\nid url|http://a.example/x\n"
            "id frbr|/akn/no/act/7\nid un-symbol|A/RES/70/1\nid report-number|Cm 41\nid issn|none\n");
}
END_TEST

START_TEST(each_value_once_and_so_many) {
  policy_builder *builder = policy_builder_new("Wells", 5, NULL, NULL, NULL);
  const policy_string lee = reading_string("Ann Lee"), nothing = reading_string("");
  ck_assert_int_eq(policy__keep_contributor(builder, POLICY_CONTRIBUTOR_AUTHOR, lee, reading_string("Vale"), NULL), POLICY_OK);
  ck_assert_int_eq(policy__keep_contributor(builder, POLICY_CONTRIBUTOR_AUTHOR, lee, nothing, NULL), POLICY_OK);
  ck_assert_int_eq(policy__keep_contributor(builder, POLICY_CONTRIBUTOR_EDITOR, lee, nothing, NULL), POLICY_OK);
  ck_assert_int_eq(policy__keep_contributor(builder, POLICY_CONTRIBUTOR_EDITOR, nothing, lee, NULL), POLICY_OK);
  for (int i = 0; i < 2 * POLICY__KEPT; i++) {
    char word[16];
    snprintf(word, sizeof word, "word %d", i / 2);
    ck_assert_int_eq(policy__keep_subject(builder, nothing, nothing, reading_string(word), NULL), POLICY_OK);
    snprintf(word, sizeof word, "20%02d", i % 100);
    ck_assert_int_eq(policy__keep_date(builder, POLICY_DATE_OTHER, reading_string(word), nothing, NULL), POLICY_OK);
  }
  ck_assert_int_eq(policy__keep_subject(builder, lee, nothing, nothing, NULL), POLICY_OK);
  policy_document *d = policy_builder_finish(builder, NULL);
  ck_assert_uint_eq(policy_document_contributor_count(d), 2);
  ck_assert_str_eq(policy_document_contributor_affiliation(d, 0).data, "Vale");
  ck_assert_uint_eq(policy_document_subject_count(d), POLICY__KEPT);
  ck_assert_uint_eq(policy_document_date_count(d), POLICY__KEPT);
  policy_document_unref(d);
}
END_TEST

/* ---- readers of XML ---------------------------------------------------------------------------------------- */

START_TEST(akoma_ntoso) {
  lists_are(text_as("<akomaNtoso><act><meta><identification><FRBRWork><FRBRuri value='/akn/no/act/2031/7'/>"
                    "<FRBRdate date='2031-05-02' name='enactment'/><FRBRdate date='1970-01-01' name='amendment'/>"
                    "<FRBRauthor href='#vale'/><FRBRnumber value='7'/></FRBRWork></identification><references>"
                    "<TLCOrganization eId='vale' showAs='Parliament of the Vale'/></references></meta><preface><p>"
                    "<docProponent>Ann Lee,</docProponent> <docProponent>Bo Rey and</docProponent></p></preface></act></akomaNtoso>",
                    "application/xml"),
            "by author|Parliament of the Vale\nby sponsor|Ann Lee\nby sponsor|Bo Rey\n"
            "on adopted|2031-05-02|FRBRWork FRBRdate\nid frbr|/akn/no/act/2031/7\nid report-number|7\n");
}
END_TEST

START_TEST(articles) {
  lists_are(text_as("<article><front><journal-meta><journal-title>Wells Today</journal-title><issn>1234-567X</issn><publisher>"
                    "<publisher-name>Vale Press</publisher-name></publisher></journal-meta><article-meta>"
                    "<article-id pub-id-type='doi'>10.5555/W.1</article-id><title-group><article-title>Wells</article-title>"
                    "</title-group><contrib-group><contrib contrib-type='author'><name><surname>Lee</surname><given-names>Ann"
                    "</given-names></name><xref ref-type='aff' rid='a2 a1'/></contrib><contrib contrib-type='author'><name>"
                    "<surname>Rey</surname><given-names>Bo</given-names></name><xref ref-type='corresp' rid='c1'/><xref"
                    " ref-type='aff' rid='a1'/></contrib><contrib contrib-type='editor'><name><surname>Day</surname><given-names>"
                    "Cy</given-names></name><aff>Hill College</aff></contrib><contrib contrib-type='author'><name><surname>Orr"
                    "</surname><given-names>Di</given-names></name></contrib></contrib-group><aff id='a1'><label>1</label>School"
                    " of Wells, <institution>Vale</institution></aff><aff id='a2'>Ministry of Water</aff><pub-date><day>2</day>"
                    "<month>5</month><year>2031</year></pub-date><permissions><license xlink:href='http://l.example/by'/>"
                    "</permissions><kwd-group><kwd>water</kwd></kwd-group></article-meta></front><body><p>Dig.</p></body></article>",
                    "application/xml"),
            "by publisher|Vale Press\nby author|Ann Lee|Ministry of Water\nby author|Bo Rey|School of Wells, Vale\n"
            "by editor|Cy Day|Hill College\nby author|Di Orr\non published|2031-05-02|pub-date\nid issn|1234-567X\n"
            "id doi|10.5555/w.1\nof |water\nin series|Wells Today\nunder licence|http://l.example/by\n");
}
END_TEST

START_TEST(other_vocabularies) {
  lists_are(text_as("<TEI><teiHeader><fileDesc><titleStmt><title>Debate</title><author>Ann Lee</author></titleStmt>"
                    "<publicationStmt><publisher>Vale Press</publisher><date when='2031-05-02'/><idno type='URN'>urn:nbn:1</idno>"
                    "</publicationStmt></fileDesc></teiHeader><text><body><p>Dig.</p></body></text></TEI>", "application/xml"),
            "by author|Ann Lee\nby publisher|Vale Press\non published|2031-05-02|fileDesc publicationStmt date\nid urn|urn:nbn:1\n");
  lists_are(text_as("<ACT><BIB.INSTANCE><DATE ISO='20310502'>x</DATE><NO.CELEX>32031R0007</NO.CELEX></BIB.INSTANCE><TITLE><TI><P>Wells"
                    "</P></TI></TITLE></ACT>", "application/xml"),
            "on published|2031-05-02|BIB.INSTANCE DATE\nid celex|32031R0007\n");
  lists_are(text_as("<lawDoc xmlns='http://schemas.gpo.gov/xml/uslm'><meta><dc:title>Wells</dc:title><dc:publisher>Vale Press"
                    "</dc:publisher><processedDate>2031-06-01</processedDate></meta><main><section><num>1.</num><content>Dig."
                    "</content></section></main></lawDoc>", "application/xml"),
            "by publisher|Vale Press\non modified|2031-06-01|meta processedDate\n");
}
END_TEST

/* ---- readers of archives ------------------------------------------------------------------------------------ */

static policy_document *read_packed(const packed_file *files, size_t count) {
  size_t size;
  char *bytes = pack(files, count, &size);
  policy_document *document = reading_as(bytes, size, NULL);
  free(bytes);
  return document;
}

/* A typist's name, or a word that any text may hold, is no author. */
START_TEST(office_files) {
  static const char body[] = "<w:document><w:body><w:p><w:r><w:t>Wells of the Vale, by Ann Lee, from the OFFICE</w:t></w:r></w:p>"
                             "</w:body></w:document>";
  static const packed_file core[] = {
      PACKED("docProps/core.xml", "<cp:coreProperties><dc:creator>Office</dc:creator><dcterms:created>2031-02-03T08:00:00Z"
                                  "</dcterms:created><dcterms:modified>2031-03-04T08:00:00Z</dcterms:modified></cp:coreProperties>")};
  size_t size;
  char *bytes = pack_docx(body, sizeof body - 1, core, 1, &size);
  lists_are(reading_as(bytes, size, NULL),
            "on created|2031-02-03|coreProperties created\non modified|2031-03-04|coreProperties modified\n");
  free(bytes);
  static const packed_file odt[] = {
      {"mimetype", "application/vnd.oasis.opendocument.text", 39, true},
      PACKED("content.xml", "<office:document-content><office:body><office:text><text:p>By Ann Lee</text:p></office:text>"
                            "</office:body></office:document-content>"),
      PACKED("meta.xml", "<office:document-meta><office:meta><dc:creator>Ann Lee</dc:creator><dc:date>2031-05-04T10:00:00</dc:date>"
                         "<meta:creation-date>2031-05-01T10:00:00</meta:creation-date></office:meta></office:document-meta>")};
  lists_are(read_packed(odt, 3), "by author|Ann Lee\non modified|2031-05-04|document-meta meta date\n"
                                 "on created|2031-05-01|meta creation-date\n");
}
END_TEST

START_TEST(books) {
  static const packed_file epub[] = {
      {"mimetype", "application/epub+zip", 20, true},
      PACKED("META-INF/container.xml", "<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>"),
      PACKED("b.opf", "<package><metadata><dc:title>Wells</dc:title><dc:creator opf:role='aut'>Ann Lee</dc:creator><dc:contributor"
                      " opf:role='trl'>Bo Rey</dc:contributor><dc:publisher>Vale Press</dc:publisher><dc:date opf:event="
                      "'modification'>2031-06-01</dc:date><dc:date>2031</dc:date><dc:identifier opf:scheme='ISBN'>978-3-16-148410-0"
                      "</dc:identifier><dc:subject>water</dc:subject><dc:rights>CC BY 4.0</dc:rights></metadata><manifest/><spine/>"
                      "</package>")};
  lists_are(read_packed(epub, 3),
            "by author|Ann Lee\nby translator|Bo Rey\nby publisher|Vale Press\non modified|2031-06-01|metadata date\n"
            "on published|2031|metadata date\nid isbn|978-3-16-148410-0\nof |water\nunder licence|CC BY 4.0\n");
}
END_TEST

/* ---- pages and Markdown ------------------------------------------------------------------------------------- */

START_TEST(pages) {
  lists_are(text_as("<title>Wells</title><script type='application/ld+json'>{\"@type\":\"Report\",\"name\":\"Wells\",\"author\":["
                    "{\"affiliation\":{\"@type\":\"Organization\",\"name\":\"Hill \\u0043ollege\"},\"@type\":\"Person\",\"name\":\"Ann"
                    " Lee\"},{\"name\":\"Bo Rey\",\"affiliation\":[\"Ministry of Water\",\"Vale\"]},{\"name\":\"Cy Day\"}],"
                    "\"editor\":{\"name\":\"Di Orr\",\"affiliation\":\"None\"},\"datePublished\":\"2031-05-02\",\"dateModified\":"
                    "\"2031-06-01\",\"publisher\":{\"@type\":\"NGO\",\"name\":\"Vale Watch\"},\"license\":\"http://l.example/by\","
                    "\"identifier\":\"10.5555/w.2\"}</script><p>Dig.", "text/html"),
            "by editor|Di Orr\nby author|Ann Lee|Hill College\nby author|Bo Rey|Ministry of Water\nby author|Cy Day\n"
            "by publisher|Vale Watch\non published|2031-05-02|datePublished\non modified|2031-06-01|dateModified\n"
            "id doi|10.5555/w.2\nunder licence|http://l.example/by\nfrom type|ngo\n");
}
END_TEST

START_TEST(front_matter) {
  lists_are(text_as("---\ntitle: Wells\nauthor: Ann Lee\ndate: 2031-05-02\nlastmod: 2031-06-01\ntags: [water, wells]\n---\n\nDig.\n",
                    "text/markdown"),
            "by author|Ann Lee\non published|2031-05-02|date\non modified|2031-06-01|lastmod\nof |water\nof |wells\n");
}
END_TEST

Suite *suite_kept(void) {
  Suite *suite = suite_create("kept");
  TCase *tests = tcase_create("kept");
  tcase_add_test(tests, words_of_sources);
  tcase_add_test(tests, forms_tell_schemes);
  tcase_add_test(tests, each_value_once_and_so_many);
  tcase_add_test(tests, akoma_ntoso);
  tcase_add_test(tests, articles);
  tcase_add_test(tests, other_vocabularies);
  tcase_add_test(tests, office_files);
  tcase_add_test(tests, books);
  tcase_add_test(tests, pages);
  tcase_add_test(tests, front_matter);
  suite_add_tcase(suite, tests);
  return suite;
}
