/* DOCX: what becomes of paragraphs, lists, tables, notes, fields and changes. */
#include <check.h>
#include <policy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../packing.h"
#include "reading.h"

#define W "<w:document xmlns:w='w' xmlns:mc='mc'><w:body>"
#define END "</w:body></w:document>"
#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(text) "<w:p>" T(text) "</w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr>" T(text) "</w:p>"
#define LISTED(number, level, text)                                                                             \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" number "'/></w:numPr></w:pPr>" T(text) "</w:p>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"
#define CODE(code) "<w:r><w:instrText> " code " </w:instrText></w:r>"

static const char styles[] =
    "<w:styles xmlns:w='w'><w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='A'><w:name w:val='Chapter'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/><w:pPr><w:outlineLvl w:val='1'/>"
    "<w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='C'><w:basedOn w:val='B'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='D'><w:name w:val='heading 3'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='E'><w:basedOn w:val='D'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='L1'><w:basedOn w:val='L2'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='L2'><w:basedOn w:val='L1'/></w:style>"
    "<w:style w:type='character' w:styleId='A'><w:name w:val='heading 5'/></w:style></w:styles>";

#define LEVEL(n, format, text)                                                                                     \
  "<w:lvl w:ilvl='" n "'><w:start w:val='1'/><w:numFmt w:val='" format "'/><w:lvlText w:val='" text "'/></w:lvl>"

static const char numbering[] =
    "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='7'>" LEVEL("0", "decimal", "%1.")
        LEVEL("1", "lowerLetter", "(%2)") LEVEL("2", "upperRoman", "%1.%2.%3") "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId='3'>" LEVEL("0", "bullet", "\xEF\x82\xB7") LEVEL("1", "bullet", "-")
        LEVEL("2", "none", "") LEVEL("3", "decimalZero", "%4") LEVEL("4", "ordinal", "%5") "</w:abstractNum>"
    "<w:num w:numId='2'><w:abstractNumId w:val='3'/></w:num><w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
    "<w:num w:numId='4'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/>"
    "</w:lvlOverride></w:num></w:numbering>";

static const char footnotes[] =
    "<w:footnotes xmlns:w='w'><w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:t>----</w:t></w:r></w:p></w:footnote>"
    "<w:footnote w:id='2'><w:p><w:r><w:t>Deep</w:t></w:r></w:p><w:p><w:r><w:t>wells.</w:t></w:r></w:p></w:footnote>"
    "<w:footnote w:id='3'>" P("Nobody calls me.") "</w:footnote></w:footnotes>";

static const char endnotes[] = "<w:endnotes xmlns:w='w'><w:endnote w:id='2'>" P("The end.") "</w:endnote></w:endnotes>";
static const char head[] = "<w:hdr xmlns:w='w'>" P("Wells report") "</w:hdr>";
static const char foot[] = "<w:ftr xmlns:w='w'><w:p>" FIELD("begin") CODE("PAGE") FIELD("separate") T("7") FIELD("end")
    "</w:p></w:ftr>";
static const char core[] =
    "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'><dc:title>Wells of Norland</dc:title>"
    "<dc:creator>Temp Typist</dc:creator><dcterms:created>2031-02-03T08:00:00Z</dcterms:created>"
    "<dcterms:modified>2031-03-04T08:00:00Z</dcterms:modified></cp:coreProperties>";

static const packed_file others[] = {
    PACKED("word/styles.xml", styles),       PACKED("word/numbering.xml", numbering), PACKED("word/footnotes.xml", footnotes),
    PACKED("word/endnotes.xml", endnotes),   PACKED("word/header1.xml", head),        PACKED("word/header2.xml", head),
    PACKED("word/footer1.xml", foot),        PACKED("docProps/core.xml", core),
};

static policy_document *read_docx(const char *body, size_t parts) {
  size_t size;
  char *bytes = pack_docx(body, strlen(body), others, parts, &size);
  policy_document *document = reading_as(bytes, size, NULL);
  free(bytes);
  return document;
}

static void blocks_are(const char *body, const char *lines) {
  policy_document *document = read_docx(body, 2);
  ck_assert_str_eq(reading_lines(document), lines);
  policy_document_unref(document);
}

START_TEST(headings_have_outline_levels) {
  blocks_are(W STYLED("A", "Water") STYLED("C", "Wells") STYLED("D", "Deep") STYLED("E", "Not") STYLED("none", "Text")
                 STYLED("L1", "Loop") "<w:p><w:pPr><w:outlineLvl w:val='4'/></w:pPr>" T("Own") "</w:p>" END,
             "heading 1|Water\nheading 2|1. Wells\nheading 3|Deep\nparagraph|Not\nparagraph|Text\nparagraph|Loop\n"
             "heading 5|Own\n");
}
END_TEST

START_TEST(numbers_are_text) {
  blocks_are(W LISTED("1", "0", "one") LISTED("1", "1", "a") LISTED("1", "1", "b") LISTED("1", "2", "roman")
                 LISTED("1", "0", "two") LISTED("1", "1", "a again") LISTED("1", "0", "") LISTED("1", "0", "four")
                     LISTED("4", "0", "five") LISTED("1", "0", "six") LISTED("2", "0", "dot") LISTED("2", "1", "dash")
                         LISTED("2", "2", "nothing") LISTED("2", "3", "zero") LISTED("2", "4", "first")
                             LISTED("9", "0", "unknown") LISTED("0", "0", "none") END,
             "list_item 1|1. one\nlist_item 2|(a) a\nlist_item 2|(b) b\nlist_item 3|1.b.I roman\nlist_item 1|2. two\n"
             "list_item 2|(a) a again\nlist_item 1|4. four\nlist_item 1|5. five\nlist_item 1|6. six\n"
             "list_item 1|\xE2\x80\xA2 dot\nlist_item 2|- dash\nparagraph|nothing\nlist_item 4|01 zero\n"
             "list_item 5|1st first\nparagraph|unknown\nparagraph|none\n");
}
END_TEST

START_TEST(letters_and_roman_numbers_go_on) {
  char body[32768] = W;
  for (int i = 0; i < 28; i++) strcat(body, LISTED("1", "1", "x"));
  for (int i = 0; i < 19; i++) strcat(body, LISTED("1", "2", "y"));
  strcat(body, END);
  policy_document *document = read_docx(body, 2);
  const char *lines = reading_lines(document);
  ck_assert_ptr_nonnull(strstr(lines, "|(z) x\nlist_item 2|(aa) x\nlist_item 2|(bb) x\n"));
  ck_assert_ptr_nonnull(strstr(lines, "|1.bb.IX y\n"));
  ck_assert_ptr_nonnull(strstr(lines, "|1.bb.XIX y\n"));
  policy_document_unref(document);
}
END_TEST

/* Many styles, and many levels after them. */
START_TEST(styles_stay_known_while_numbers_are_read) {
  enum { COUNT = 600 };
  static char many[COUNT * 120], lists[COUNT * 120], body[COUNT * 120];
  char *style = many, *list = lists, *at = body;
  style += sprintf(style, "<w:styles>");
  list += sprintf(list, "<w:numbering><w:abstractNum w:abstractNumId='1'>");
  at += sprintf(at, W);
  for (int i = 0; i < COUNT; i++) {
    style += sprintf(style, "<w:style w:styleId='s%d'><w:pPr><w:outlineLvl w:val='%d'/></w:pPr></w:style>", i, i % 9);
    list += sprintf(list, "<w:lvl w:ilvl='1'><w:lvlText w:val='%%2 and some words %d'/></w:lvl>", i);
    at += sprintf(at, "<w:p><w:pPr><w:pStyle w:val='s%d'/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>", i);
  }
  sprintf(style, "</w:styles>");
  sprintf(list, "</w:abstractNum></w:numbering>");
  sprintf(at, END);
  const packed_file parts[] = {{"word/styles.xml", many, strlen(many), false},
                               {"word/numbering.xml", lists, strlen(lists), false}};
  size_t size;
  char *bytes = pack_docx(body, strlen(body), parts, 2, &size);
  policy_document *document = reading_as(bytes, size, NULL);
  for (uint32_t i = 0; i < COUNT; i++)
    ck_assert_uint_eq(policy_block_level(policy_document_block(document, i)), i % 9 + 1);
  policy_document_unref(document);
  free(bytes);
}
END_TEST

#define SAID(language, text) "<w:r><w:rPr><w:lang w:val='" language "'/></w:rPr><w:t>" text "</w:t></w:r>"

START_TEST(runs_declare_their_language) {
  policy_document *document = read_docx(
      W "<w:p>" SAID("en-GB", "The ministry should publish the survey of the lake before the end of the year.") "</w:p>"
        "<w:p>" SAID("fr-FR", "Il faut ") SAID("fr-FR", "agir.") "</w:p><w:p>" SAID("fr-FR", "Il faut ") T("act.") "</w:p>"
        "<w:p>" T("No.") "</w:p>" END, 2);
  static const char *const languages[] = {"en", "fr-FR", "en", "en"};
  for (uint32_t n = 0; n < 4; n++)
    ck_assert_str_eq(policy_block_language(policy_document_block(document, n)).data, languages[n]);
  policy_document_unref(document);
}
END_TEST

START_TEST(tables) {
  blocks_are(W "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc>" P("Well") P("deep") "</w:tc><w:tc><w:p/>"
               "</w:tc></w:tr><w:tr><w:tc><w:tbl><w:tr><w:tc>" P("1") "</w:tc><w:tc>" P("2") "</w:tc></w:tr></w:tbl><w:p/></w:tc>"
               "<w:tc>" LISTED("1", "0", "x") "</w:tc></w:tr></w:tbl>" P("After") "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>"
               "<w:tr><w:tc>" P("Box") P("more") "</w:tc></w:tr></w:tbl><w:tbl><w:tr><w:tc>" P("a") "</w:tc></w:tr></w:tbl>" END,
             "table|Well deep\t~1\t2\t1. x\nparagraph|After\nparagraph|Box\nparagraph|more\ntable|a\n");
}
END_TEST

START_TEST(notes_stand_behind_their_paragraph) {
  policy_document *document =
      read_docx(W "<w:p>" T("Dig") "<w:r><w:footnoteReference w:id='2'/></w:r>" T(" now") "<w:r><w:endnoteReference w:id='2'/>"
                  "<w:footnoteReference w:id='2'/><w:footnoteReference w:id='77'/></w:r></w:p>" P("More") END, 4);
  ck_assert_str_eq(reading_lines(document), "paragraph|Dig now\nfootnote|1 Deep~wells.\nfootnote|2 The end.\n"
                                            "paragraph|More\nfootnote|Nobody calls me.\n");
  ck_assert_str_eq(policy_block_place(policy_document_block(document, 1)).data, "footnote 2");
  ck_assert_str_eq(policy_block_place(policy_document_block(document, 2)).data, "endnote 2");
  ck_assert_str_eq(policy_block_place(policy_document_block(document, 3)).data, "paragraph 2");
  policy_document_unref(document);
}
END_TEST

START_TEST(changes_are_accepted) {
  policy_document *document =
      read_docx(W "<w:p>" T("States ") "<w:ins>" T("must") "</w:ins><w:del><w:r><w:delText>may</w:delText><w:t>may</w:t></w:r>"
                  "</w:del><w:moveFrom>" T("old") "</w:moveFrom><w:moveTo>" T(" dig") "</w:moveTo></w:p>"
                  "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" T("Wells") "</w:p><w:p><w:pPr><w:pPrChange><w:pPr>"
                  "<w:outlineLvl w:val='1'/></w:pPr></w:pPrChange></w:pPr>" T(" help.") "</w:p>" P("End") END, 0);
  ck_assert_str_eq(reading_lines(document), "paragraph|States must dig\nparagraph|Wells help.\nparagraph|End\n");
  ck_assert_uint_eq(policy_document_warning_count(document), 1);
  ck_assert_str_eq(policy_warning_code(policy_document_warning(document, 0)).data, "tracked-changes");
  policy_document_unref(document);
}
END_TEST

START_TEST(fields_give_their_results) {
  blocks_are(W "<w:p>" FIELD("begin") CODE("REF x") T("hidden") FIELD("separate") T("see ") FIELD("begin") CODE("PAGE")
                 FIELD("separate") T("5") FIELD("end") FIELD("end") T("!") "</w:p>"
               "<w:p><w:fldSimple w:instr='DATE'>" T("today") "</w:fldSimple></w:p>"
               "<w:p>" FIELD("begin") CODE("TOC \\\\o") FIELD("separate") T("Wells 3") "</w:p>" P("Water 4") "<w:p>" FIELD("end")
               "</w:p>" P("Text") "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
               "</w:sdtPr><w:sdtContent>" P("Contents") "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" P("Filled in")
               "</w:sdtContent></w:sdt>" END,
             "paragraph|see 5!\nparagraph|today\nboilerplate|Wells 3\nboilerplate|Water 4\nparagraph|Text\n"
             "boilerplate|Contents\nparagraph|Filled in\n");
}
END_TEST

START_TEST(text_boxes_stand_once) {
  blocks_are(W "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>" P("In a box")
               STYLED("A", "Heading") "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
               P("In a box") "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>" T("Around") "</w:p>"
               P("After") "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>Only</w:t></mc:Fallback></mc:AlternateContent>"
               "</w:r></w:p>" END,
             "paragraph|Around\nparagraph|In a box\nheading 1|Heading\nparagraph|After\nparagraph|Only\n");
}
END_TEST

START_TEST(signs_in_runs) {
  blocks_are(W "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:tab/><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/>"
               "<w:t>c</w:t><w:br w:type='page'/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:cr/>"
               "<w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:char='2192'/><w:sym w:char='00E9'/><w:sym w:char='zz'/></w:r></w:p>" END,
             "paragraph|a b~c d-e~\xE2\x80\xA2\xE2\x86\x92\xC3\xA9\xE2\x80\xA2\n");
}
END_TEST

START_TEST(edges_and_properties) {
  policy_document *document = read_docx(W P("WELLS OF NORLAND") P("A report on water in the north of the country.") END, 8);
  const char *lines = reading_lines(document);
  ck_assert_ptr_nonnull(strstr(lines, "footnote|Nobody calls me.\nfootnote|The end.\nboilerplate|Wells report\n"));
  ck_assert_ptr_null(strstr(strstr(lines, "Wells report") + 1, "Wells report"));
  ck_assert_str_eq(policy_document_title(document).data, "Wells of Norland");
  ck_assert_uint_eq(policy_document_author_count(document), 0);
  ck_assert_str_eq(policy_document_date(document).data, "2031-03-04");
  ck_assert_str_eq(policy_document_media_type(document).data,
                   "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  policy_document_unref(document);
}
END_TEST

START_TEST(the_only_great_heading_is_the_title) {
  policy_document *document =
      read_docx(W P("MEMORANDUM TO") STYLED("A", "The Wells Regulations") P("Text of them.") STYLED("D", "Purpose") END, 1);
  ck_assert_str_eq(policy_document_title(document).data, "The Wells Regulations");
  policy_document_unref(document);
  document = read_docx(W STYLED("A", "Purpose") P("Text of it.") STYLED("A", "Context") P("More text.") END, 1);
  ck_assert_str_ne(policy_document_title(document).data, "Context");
  policy_document_unref(document);
}
END_TEST

START_TEST(damaged_parts_are_done_without) {
  const packed_file broken[] = {PACKED("word/styles.xml", "<w:styles>"), PACKED("word/footnotes.xml", "")};
  static const char body[] = W P("Text") END;
  size_t size;
  char *bytes = pack_docx(body, sizeof body - 1, broken, 2, &size);
  policy_document *document = reading_as(bytes, size, NULL);
  ck_assert_str_eq(reading_lines(document), "paragraph|Text\n");
  ck_assert_str_eq(policy_warning_code(policy_document_warning(document, 0)).data, "damaged-part");
  policy_document_unref(document);
  free(bytes);
}
END_TEST

#define DOCX "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

START_TEST(what_is_no_docx_is_refused) {
  static const packed_file empty[] = {PACKED("[Content_Types].xml", "<Types/>")};
  static const packed_file sheet[] = {PACKED("xl/workbook.xml", "<x/>")};
  static const packed_file outside[] = {
      PACKED("_rels/.rels", "<R><Relationship Type='/officeDocument' Target='../../etc/passwd'/></R>")};
  size_t size;
  char *bytes = pack(empty, 1, &size);
  reading_refuses(bytes, size, NULL, POLICY_ERROR_FORMAT, "no word/document.xml");
  free(bytes);
  bytes = pack(sheet, 1, &size);
  reading_refuses(bytes, size, NULL, POLICY_ERROR_UNSUPPORTED, "spreadsheetml.sheet");
  free(bytes);
  bytes = pack(outside, 1, &size);
  reading_refuses(bytes, size, DOCX, POLICY_ERROR_FORMAT, "no word/document.xml");
  free(bytes);
  bytes = pack_docx("<w:document><w:p>", 17, NULL, 0, &size);
  reading_refuses(bytes, size, NULL, POLICY_ERROR_FORMAT, "the XML is broken");
  free(bytes);
  reading_refuses("text", 4, DOCX, POLICY_ERROR_FORMAT, "damaged");
  reading_refuses("", 0, DOCX, POLICY_ERROR_FORMAT, "damaged");
}
END_TEST

Suite *suite_docx(void) {
  Suite *suite = suite_create("docx");
  TCase *cases = tcase_create("docx");
  tcase_add_test(cases, headings_have_outline_levels);
  tcase_add_test(cases, numbers_are_text);
  tcase_add_test(cases, letters_and_roman_numbers_go_on);
  tcase_add_test(cases, styles_stay_known_while_numbers_are_read);
  tcase_add_test(cases, runs_declare_their_language);
  tcase_add_test(cases, tables);
  tcase_add_test(cases, notes_stand_behind_their_paragraph);
  tcase_add_test(cases, changes_are_accepted);
  tcase_add_test(cases, fields_give_their_results);
  tcase_add_test(cases, text_boxes_stand_once);
  tcase_add_test(cases, signs_in_runs);
  tcase_add_test(cases, edges_and_properties);
  tcase_add_test(cases, the_only_great_heading_is_the_title);
  tcase_add_test(cases, damaged_parts_are_done_without);
  tcase_add_test(cases, what_is_no_docx_is_refused);
  suite_add_tcase(suite, cases);
  return suite;
}
