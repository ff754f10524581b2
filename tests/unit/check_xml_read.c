/* Documents in XML: what becomes of the elements of the vocabularies. */
#include <check.h>
#include <policy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reading.h"

static policy_document *read_xml(const char *xml) {
  return reading_as(xml, strlen(xml), "application/xml");
}

static void blocks_are(const char *xml, const char *lines) {
  policy_document *document = read_xml(xml);
  ck_assert_str_eq(reading_lines(document), lines);
  policy_document_unref(document);
}

static void place_is(const policy_document *document, uint32_t n, const char *place) {
  ck_assert_str_eq(policy_block_place(policy_document_block(document, n)).data, place);
}

static const char act[] =
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'><act><meta><identification><FRBRWork>"
    "<FRBRuri value='/akn/nl/act/2031/7'/><FRBRdate date='9999-01-01' name='x'/>"
    "<FRBRdate date='2031-05-04' name='enacted'/><FRBRauthor href='#house'/><FRBRcountry value='nl'/>"
    "<FRBRnumber value='7'/></FRBRWork><FRBRExpression><FRBRlanguage language='eng'/></FRBRExpression></identification>"
    "<classification><keyword showAs='Water'/><keyword showAs='Wells'/><keyword showAs='Water'/></classification>"
    "<references><TLCOrganization eId='house' showAs='House of Norland'/>"
    "<TLCConcept eId='varTitle' showAs='Wells Act 2031'/></references></meta>"
    "<preface><p><docTitle><ref href='#varTitle' class='placeholder'/></docTitle></p>"
    "<block name='made'><span>Made</span><docDate date='2031-05-01'>1 May 2031</docDate></block></preface>"
    "<preamble><recitals><recital><num>(1)</num><p>Wells run dry.</p></recital></recitals></preamble>"
    "<body><part eId='part_1'><num>PART 1</num><section eId='sec_1'><num>1.</num><heading>Duty</heading>"
    "<subsection eId='sec_1__subsec_1'><num>(1)</num><intro><p>The Minister must<authorialNote marker='3'>"
    "<p>Of Water.</p></authorialNote>\xE2\x80\x94</p></intro>"
    "<paragraph><num>(a)</num><content><p>dig;</p></content></paragraph>"
    "<paragraph><num>(b)</num><content><p>report.</p><p>Twice.</p></content></paragraph></subsection></section>"
    "<section eId='sec_2'><num>2.</num><heading>Change</heading><content><p>In <quotedText startQuote='\xE2\x80\x9C' "
    "endQuote='\xE2\x80\x9D'>sands</quotedText> insert\xE2\x80\x94<quotedStructure startQuote='\xE2\x80\x9C' "
    "endQuote='\xE2\x80\x9D'><section><num>9.</num><heading>Pumps</heading><content><p>No pumps.</p></content></section>"
    "</quotedStructure><inline>.</inline></p></content></section></part></body>"
    "<conclusions><table><caption>Fees</caption><tr><td><p>Well</p></td><td/><td>1<p>2</p></td></tr><tr><th>Pump</th>"
    "</tr></table><toc><tocItem>1. Duty</tocItem></toc></conclusions></act></akomaNtoso>";

START_TEST(akoma_ntoso) {
  policy_document *document = read_xml(act);
  ck_assert_str_eq(reading_lines(document), "heading 1|Wells Act 2031\n"
                                            "paragraph|Made 1 May 2031\n"
                                            "paragraph|(1) Wells run dry.\n"
                                            "heading 2|PART 1\n"
                                            "heading 3|1. Duty\n"
                                            "paragraph|(1) The Minister must\xE2\x80\x94\n"
                                            "footnote|3 Of Water.\n"
                                            "list_item 1|(a) dig;\n"
                                            "list_item 1|(b) report.\n"
                                            "paragraph|Twice.\n"
                                            "heading 3|2. Change\n"
                                            "paragraph|In \xE2\x80\x9Csands\xE2\x80\x9D insert\xE2\x80\x94\n"
                                            "quote|\xE2\x80\x9C" "9. Pumps\n"
                                            "quote|No pumps.\xE2\x80\x9D.\n"
                                            "caption|Fees\n"
                                            "table|Well\t\t1 2~Pump\n"
                                            "boilerplate|1. Duty\n");
  ck_assert_str_eq(policy_document_title(document).data, "Wells Act 2031");
  ck_assert_str_eq(policy_document_date(document).data, "2031-05-04");
  ck_assert_str_eq(policy_document_author(document, 0).data, "House of Norland");
  ck_assert_str_eq(policy_document_language(document).data, "en");
  ck_assert_str_eq(policy_document_identifier(document).data, "/akn/nl/act/2031/7");
  ck_assert_str_eq(policy_document_region(document, 0).data, "NL");
  ck_assert_uint_eq(policy_document_topic_count(document), 2);
  place_is(document, 3, "part_1");
  place_is(document, 4, "sec_1");
  place_is(document, 5, "sec_1__subsec_1");
  place_is(document, 0, "/akomaNtoso/act[1]/preface[1]/p[1]");
  policy_document_unref(document);
}
END_TEST

START_TEST(debates_name_who_speaks) {
  blocks_are("<akomaNtoso><debate><debateBody><debateSection><heading>Wells</heading><speech by='#a'>"
             "<from>Ms Lee (Hill):</from><p>We must dig.</p><p>Now.</p></speech><scene>Applause</scene></debateSection>"
             "</debateBody></debate></akomaNtoso>",
             "heading 1|Wells\nparagraph|Ms Lee (Hill): We must dig.\nparagraph|Now.\nparagraph|Applause\n");
  policy_document *document =
      read_xml("<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc><titleStmt><title>Sitting 5"
               "</title></titleStmt><publicationStmt><publisher>House</publisher><date when='2031-02-03'>x</date>"
               "</publicationStmt></fileDesc></teiHeader><text><body><div><head>Sitting</head>"
               "<note type='time'>10:00</note>"
               "<u who='#AnnLee' xml:id='u1'><seg xml:id='s1'>We must dig.</seg><seg>Now.</seg></u>"
               "<note type='speaker'>Mr Roe:</note><u who='#Roe'><seg>Why?</seg></u></div></body></text></TEI>");
  ck_assert_str_eq(reading_lines(document), "heading 1|Sitting\nparagraph|10:00\nparagraph|We must dig.\n"
                                            "paragraph|Now.\nparagraph|Mr Roe:\nparagraph|Why?\n");
  ck_assert_str_eq(policy_document_title(document).data, "Sitting 5");
  ck_assert_str_eq(policy_document_date(document).data, "2031-02-03");
  ck_assert_str_eq(policy_document_publisher(document).data, "House");
  place_is(document, 2, "s1");
  policy_document_unref(document);
}
END_TEST

START_TEST(united_states_laws) {
  policy_document *document = read_xml(
      "<pLaw xmlns='http://schemas.gpo.gov/xml/uslm' xmlns:dc='d' xml:lang='en'><meta><dc:title>Public Law 9</dc:title>"
      "<dc:creator>Office of Law</dc:creator><citableAs>Public Law 9\xE2\x80\x93" "1</citableAs></meta><preface>"
      "<congress>9th Congress</congress><session>1st</session></preface><main><title identifier='/us/pl/9/1/tI'>"
      "<num>TITLE I</num><heading>WATER</heading><section><num>SEC. 1. </num><heading>WELLS.</heading>"
      "<page>12</page><subsection><num>(a) </num><heading>In general.\xE2\x80\x94</heading><content>The Secretary shall "
      "dig.</content></subsection><subsection><num>(b) </num><chapeau>Each well\xE2\x80\x94</chapeau><paragraph>"
      "<num>(1) </num><content>has a <term>lid</term>; and</content></paragraph></subsection></section></title></main>"
      "</pLaw>");
  ck_assert_str_eq(reading_lines(document), "paragraph|9th Congress\nparagraph|1st\nheading 1|TITLE I WATER\n"
                                            "heading 2|SEC. 1. WELLS.\nboilerplate|12\n"
                                            "paragraph|(a) In general.\xE2\x80\x94The Secretary shall dig.\n"
                                            "paragraph|(b) Each well\xE2\x80\x94\nlist_item 1|(1) has a lid; and\n");
  ck_assert_str_eq(policy_document_title(document).data, "Public Law 9");
  ck_assert_str_eq(policy_document_author(document, 0).data, "Office of Law");
  place_is(document, 2, "/us/pl/9/1/tI");
  policy_document_unref(document);
}
END_TEST

START_TEST(articles) {
  policy_document *document = read_xml(
      "<article xml:lang='en'><front><article-meta><article-id pub-id-type='pmid'>1</article-id>"
      "<article-id pub-id-type='doi'>10.5/x</article-id><title-group><article-title>On wells</article-title></title-group>"
      "<contrib-group><contrib><name><surname>Lee</surname><given-names>Ann</given-names></name></contrib></contrib-group>"
      "<pub-date><day>4</day><month>5</month><year>2031</year></pub-date><abstract><title>Abstract</title><p>Dry.</p>"
      "</abstract><kwd-group><kwd>water</kwd></kwd-group></article-meta></front><body><sec id='s1'><label>1</label>"
      "<title>Why</title><p>They<xref>2</xref> dry.<fn><label>2</label><p>Wells.</p></fn></p><list><list-item><p>One</p>"
      "</list-item></list><disp-quote><p>Dig!</p></disp-quote></sec></body></article>");
  ck_assert_str_eq(reading_lines(document), "heading 1|On wells\nheading 2|Abstract\nparagraph|Dry.\n"
                                            "heading 2|1 Why\nparagraph|They2 dry.\nfootnote|2 Wells.\n"
                                            "list_item 1|One\nquote|Dig!\n");
  ck_assert_str_eq(policy_document_title(document).data, "On wells");
  ck_assert_str_eq(policy_document_author(document, 0).data, "Ann Lee");
  ck_assert_str_eq(policy_document_date(document).data, "2031-05-04");
  ck_assert_str_eq(policy_document_identifier(document).data, "10.5/x");
  ck_assert_str_eq(policy_document_topic(document, 0).data, "water");
  place_is(document, 3, "s1");
  policy_document_unref(document);
}
END_TEST

START_TEST(formex) {
  blocks_are("<ACT><BIB.INSTANCE><DATE ISO='20310504'/><LG.DOC>EN</LG.DOC></BIB.INSTANCE><TITLE><TI><P>On wells</P></TI>"
             "</TITLE><PREAMBLE><GR.CONSID><CONSID><NP><NO.P>(1)</NO.P><TXT>Wells dry.</TXT></NP></CONSID></GR.CONSID>"
             "</PREAMBLE><ENACTING.TERMS><ARTICLE><TI.ART>Article 1</TI.ART><STI.ART><P>Duty</P></STI.ART>"
             "<PARAG IDENTIFIER='001'><NO.PARAG>1.</NO.PARAG><ALINEA>States shall dig.<NOTE><P>Deep.</P></NOTE></ALINEA>"
             "</PARAG></ARTICLE></ENACTING.TERMS></ACT>",
             "heading 1|On wells\nparagraph|(1) Wells dry.\nheading 1|Article 1\nheading 2|Duty\n"
             "paragraph|1. States shall dig.\nfootnote|Deep.\n");
}
END_TEST

START_TEST(unknown_vocabularies) {
  blocks_are("<report><topic>Water</topic><body><h2>Wells</h2><txt>The <x>council</x> must <b>dig</b>.</txt>"
             "<txt><x>Now</x> or never.</txt><list><item>one</item><item>two</item></list>tail"
             "<table><row><entry>1</entry><entry>2</entry></row></table></body></report>",
             "paragraph|Water\nheading 2|Wells\nparagraph|The council must dig.\nparagraph|Now or never.\n"
             "list_item 1|one\nlist_item 1|two\nparagraph|tail\ntable|1\t2\n");
  blocks_are("<law><section><num>1</num><heading>Duty</heading><para><num>(a)</num><text>Dig.</text><para><num>(1)</num>"
             "<text>Deep.</text></para></para></section></law>",
             "heading 1|1 Duty\nlist_item 1|(a) Dig.\nlist_item 2|(1) Deep.\n");
  policy_document *document = read_xml("<r><k>x</k><k>y</k><l id='i'>z</l></r>");
  place_is(document, 0, "/r/k[1]");
  place_is(document, 1, "/r/k[2]");
  place_is(document, 2, "i");
  policy_document_unref(document);
}
END_TEST

START_TEST(nothing_but_elements_is_an_empty_document) {
  blocks_are("<r/>", "");
  blocks_are("<akomaNtoso><act><meta><x>1</x></meta><body><section><num/><p/></section></body></act></akomaNtoso>", "");
}
END_TEST

START_TEST(offsets_lead_to_the_source) {
  policy_document *document = read_xml(act);
  const char *text = policy_document_text(document).data;
  static const char *const words[] = {"Duty", "report", "Twice", "Pumps", "Fees"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    uint64_t offset = policy_document_source_offset(document, (uint32_t)(strstr(text, words[i]) - text));
    ck_assert_int_eq(memcmp(act + offset, words[i], strlen(words[i])), 0);
  }
  policy_document_unref(document);
}
END_TEST

START_TEST(charsets) {
  static const char latin[] = "\n<?xml version='1.0' encoding='ISO-8859-1'?><r><p>Caf\xE9 council</p></r>";
  static const char wide[] = "\xFF\xFE<\0r\0>\0\xE9\0<\0/\0r\0>\0";
  policy_document *document = reading_as(latin, sizeof latin - 1, NULL);
  ck_assert_str_eq(policy_document_text(document).data, "Caf\xC3\xA9 council");
  ck_assert_str_eq(policy_document_charset(document).data, "windows-1252");
  policy_document_unref(document);
  document = reading_as(wide, sizeof wide - 1, "text/xml");
  ck_assert_str_eq(policy_document_text(document).data, "\xC3\xA9");
  policy_document_unref(document);
  document = read_xml("\xEF\xBB\xBF<r>&foo;\x02x</r>");
  ck_assert_str_eq(policy_document_text(document).data, "x");
  ck_assert_uint_eq(policy_document_warning_count(document), 2);
  ck_assert_str_eq(policy_warning_code(policy_document_warning(document, 0)).data, "unknown-entity");
  ck_assert_str_eq(policy_warning_code(policy_document_warning(document, 1)).data, "bad-character");
  policy_document_unref(document);
}
END_TEST

START_TEST(broken_xml_is_refused) {
  reading_refuses("<r>\n<p>x</r>", 12, "application/xml", POLICY_ERROR_FORMAT, "line 2: the XML is broken");
  reading_refuses("", 0, "application/xml", POLICY_ERROR_FORMAT, "empty");
}
END_TEST

Suite *suite_xml_read(void) {
  Suite *suite = suite_create("xml_read");
  TCase *cases = tcase_create("xml_read");
  tcase_add_test(cases, akoma_ntoso);
  tcase_add_test(cases, debates_name_who_speaks);
  tcase_add_test(cases, united_states_laws);
  tcase_add_test(cases, articles);
  tcase_add_test(cases, formex);
  tcase_add_test(cases, unknown_vocabularies);
  tcase_add_test(cases, nothing_but_elements_is_an_empty_document);
  tcase_add_test(cases, offsets_lead_to_the_source);
  tcase_add_test(cases, charsets);
  tcase_add_test(cases, broken_xml_is_refused);
  suite_add_tcase(suite, cases);
  return suite;
}
