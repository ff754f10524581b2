/* Citations: their places, kinds and identifiers; and what only looks like one. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "extract/citations.h"
#include "extract_fixture.h"

/* A sentence and what it cites: "words=kind:scheme:value", parted by " | ". */
static const struct {
  const char *text, *cited;
} cases[] = {
    /* addresses */
    {"The data are at https://data.example.org/a(b)/c?x=1&y=2.",
     "https://data.example.org/a(b)/c?x=1&y=2=url:url:https://data.example.org/a(b)/c?x=1&y=2"},
    {"The tables (see www.example.org/tables) are old.", "www.example.org/tables=url:url:www.example.org/tables"},
    {"It moved from http://a.example.com/, they say.", "http://a.example.com/=url:url:http://a.example.com/"},
    {"Neither http:// nor https://nowhere is an address, nor is name@example.org.", ""},
    {"See https://doi.org/10.1234/ABC.d-5.", "https://doi.org/10.1234/ABC.d-5=doi:doi:10.1234/abc.d-5"},
    {"See doi:10.5555/12345678 and 10.1000.10/(x)y.", "doi:10.5555/12345678=doi:doi:10.5555/12345678 | "
                                                      "10.1000.10/(x)y=doi:doi:10.1000.10/(x)y"},
    {"The rate rose by 10.5 percent and 10.1234 / 3 in a year.", ""},
    {"It is printed as ISBN 978-0-306-40615-7 too.", "ISBN 978-0-306-40615-7=report:isbn:9780306406157"},
    {"It is printed as ISBN: 0-306-40615-2.", "ISBN: 0-306-40615-2=report:isbn:9780306406157"},
    {"A misprint gives ISBN 978-0-306-40615-8 instead.", ""},
    /* the United Nations */
    {"It recalls S/RES/2397 (2017) in full.", "S/RES/2397 (2017)=resolution:un-symbol:S/RES/2397 (2017)"},
    {"It recalls S/RES/2397(2017) and A/RES/70/1.", "S/RES/2397(2017)=resolution:un-symbol:S/RES/2397 (2017) | "
                                                    "A/RES/70/1=resolution:un-symbol:A/RES/70/1"},
    {"The panel sent A/HRC/44/9/Add.1 and E/CN.4/2000/12 late.", "A/HRC/44/9/Add.1=report:un-symbol:A/HRC/44/9/Add.1 | "
                                                                 "E/CN.4/2000/12=report:un-symbol:E/CN.4/2000/12"},
    {"The record is S/PV.8100.", "S/PV.8100=report:un-symbol:S/PV.8100"},
    {"An A/B test, an A/C unit, paper A/4 and part S/N 12 are none.", ""},
    {"The council adopted resolution 2397 (2017).", "resolution 2397 (2017)=resolution:un-symbol:S/RES/2397 (2017)"},
    {"The council adopted resolutions 1718\n(2006), 1874 (2009) and 2397 (2017) at once.",
     "resolutions 1718 (2006)=resolution:un-symbol:S/RES/1718 (2006) | 1874 (2009)=resolution:un-symbol:S/RES/1874 "
     "(2009) | "
     "2397 (2017)=resolution:un-symbol:S/RES/2397 (2017)"},
    {"It rests on General Assembly resolution 70/1 of 2015.",
     "General Assembly resolution 70/1=resolution:un-symbol:A/RES/70/1"},
    {"It rests on General Assembly resolutions 60/251 and 65/281, among others.",
     "General Assembly resolutions 60/251=resolution:un-symbol:A/RES/60/251 | "
     "65/281=resolution:un-symbol:A/RES/65/281"},
    {"It rests on resolution 31/5 of the Human Rights Council.",
     "resolution 31/5 of the Human Rights Council=resolution:un-symbol:A/HRC/RES/31/5"},
    {"It rests on UN Security Council Resolution 1325.",
     "UN Security Council Resolution 1325=resolution:un-symbol:S/RES/1325"},
    {"It rests on UNSCR 1325 and UN resolution 242.", "UNSCR 1325=resolution:un-symbol:S/RES/1325 | "
                                                      "UN resolution 242=resolution:un-symbol:S/RES/242"},
    {"It rests on resolution 1514 (XV).", "resolution 1514 (XV)=resolution:un-symbol:A/RES/1514 (XV)"},
    {"It rests on resolution 12/3.", "resolution 12/3=resolution::"},
    {"The screen has a resolution of 1080 lines, resolution 720, or resolution 4K.", ""},
    {"The Security Council met, and its resolution of 5 May stands.", ""},
    /* the European Union */
    {"Data fall under Regulation (EU) 2016/679.", "Regulation (EU) 2016/679=legislation:celex:32016R0679"},
    {"Exports fall under Council Regulation (EC) No 428/2009.",
     "Council Regulation (EC) No 428/2009=legislation:celex:32009R0428"},
    {"Bids fall under Directives 2014/24/EU and 2014/25/EU.", "Directives 2014/24/EU=legislation:celex:32014L0024 | "
                                                              "2014/25/EU=legislation:celex:32014L0025"},
    {"It replaced Directive 95/46/EC in 2018.", "Directive 95/46/EC=legislation:celex:31995L0046"},
    {"It replaced Council Framework Decision 2002/584/JHA.",
     "Council Framework Decision 2002/584/JHA=legislation:celex:32002F0584"},
    {"Article 17(1) of Regulation (EU) 2016/679 says so.",
     "Article 17(1) of Regulation (EU) 2016/679=legislation:celex:32016R0679"},
    {"A decision 12/2004 of the board and a directive of 2014 are none.", ""},
    /* acts */
    {"It follows from Section 3 of the Climate Change Act 2008.",
     "Section 3 of the Climate Change Act 2008=legislation:title:Climate Change Act 2008"},
    {"It follows from sections 12(1)(a), 13 and 14A of the Freedom of Information\nAct 2000.",
     "sections 12(1)(a), 13 and 14A of the Freedom of Information Act 2000=legislation:title:Freedom of Information "
     "Act 2000"},
    {"It follows from paragraph 4 of Schedule 2 to the Online Safety Act 2023.",
     "paragraph 4 of Schedule 2 to the Online Safety Act 2023=legislation:title:Online Safety Act 2023"},
    {"The Police, Crime, Sentencing and Courts Act 2022 changed it.",
     "Police, Crime, Sentencing and Courts Act 2022=legislation:title:Police, Crime, Sentencing and Courts Act 2022"},
    {"The Prime Minister and the Clean Air Act helped.", "Clean Air Act=legislation:title:Clean Air Act"},
    {"The Wild Life (Protection) Act is old, the Water Protection Act, 1986 older.",
     "Water Protection Act, 1986=legislation:title:Water Protection Act 1986"},
    {"The Ozone Regulations 2015 and the Dairy Order came.",
     "Ozone Regulations 2015=legislation:title:Ozone Regulations 2015"},
    {"The Penal Code says no, the Dress Code yes.", "Penal Code=legislation:title:Penal Code"},
    {"An Act of Parliament is needed; we must Act now. The Act says so, as Bill Gates does.", ""},
    {"Sellers fall under 15 U.S.C. § 78 and 26 USC 501(c)(3).", "15 U.S.C. § 78=legislation:usc:15 USC 78 | "
                                                                "26 USC 501(c)(3)=legislation:usc:26 USC 501"},
    {"Plants fall under 40 C.F.R. § 60.1 today.", "40 C.F.R. § 60.1=legislation:cfr:40 CFR 60.1"},
    {"Congress passed Public Law 116–283 and Pub. L. No. 117-58.",
     "Public Law 116–283=legislation:public-law:116-283 | "
     "Pub. L. No. 117-58=legislation:public-law:117-58"},
    {"He signed Executive Order 13990 at noon.", "Executive Order 13990=legislation:executive-order:13990"},
    {"It sent 15 U.S. troops and 40 CFRs.", ""},
    /* cases */
    {"The court held so in [2019] UKSC 41.", "[2019] UKSC 41=case:neutral-citation:[2019] UKSC 41"},
    {"The courts held so in [2010] EWHC 12 (Admin) and [2004] EWCA Civ 56.",
     "[2010] EWHC 12 (Admin)=case:neutral-citation:[2010] EWHC 12 (Admin) | "
     "[2004] EWCA Civ 56=case:neutral-citation:[2004] EWCA Civ 56"},
    {"It began with [1932] AC 562 and [1990] 2 AC 1.", "[1932] AC 562=case:law-report:[1932] AC 562 | "
                                                       "[1990] 2 AC 1=case:law-report:[1990] 2 AC 1"},
    {"The court held so in Case C-311/18.", "Case C-311/18=case:case-number:C-311/18"},
    {"The court held so in Joined Cases C-402/05 P and C-415/05 P.",
     "Joined Cases C-402/05 P=case:case-number:C-402/05 P | "
     "C-415/05 P=case:case-number:C-415/05 P"},
    {"It is filed as ECLI:EU:C:2020:559.", "ECLI:EU:C:2020:559=case:ecli:ECLI:EU:C:2020:559"},
    {"Schools changed after 347 U.S. 483 (1954).", "347 U.S. 483 (1954)=case:law-report:347 U.S. 483"},
    {"They won with application no. 25781/94.", "application no. 25781/94=case:application-number:25781/94"},
    {"In any case 5 of 12 items [2019] and notes [12] AB 3 are none.", ""},
    /* treaties */
    {"States keep the Treaty on the Non-Proliferation of Nuclear Weapons.",
     "Treaty on the Non-Proliferation of Nuclear Weapons=treaty:title:Treaty on the Non-Proliferation of Nuclear "
     "Weapons"},
    {"States keep the Paris Agreement and the Kigali Amendment to the Montreal Protocol.",
     "Paris Agreement=treaty:title:Paris Agreement | "
     "Kigali Amendment to the Montreal Protocol=treaty:title:Kigali Amendment to the Montreal Protocol"},
    {"Under Article 6 of the Convention on Biological Diversity and the Kyoto Protocol, states report.",
     "Article 6 of the Convention on Biological Diversity=treaty:title:Convention on Biological Diversity | "
     "Kyoto Protocol=treaty:title:Kyoto Protocol"},
    {"The Optional Protocol to the Convention on the Rights of the Child binds them.",
     "Optional Protocol to the Convention on the Rights of the Child=treaty:title:"
     "Optional Protocol to the Convention on the Rights of the Child"},
    {"The United Nations Framework Convention on Climate Change binds them.",
     "United Nations Framework Convention on Climate Change=treaty:title:United Nations Framework Convention on "
     "Climate Change"},
    {"The Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment binds them.",
     "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment=treaty:title:"
     "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment"},
    {"The Charter of the United Nations and the Arms Trade Treaty bind them.",
     "Charter of the United Nations=treaty:title:Charter of the United Nations | Arms Trade Treaty=treaty:title:Arms "
     "Trade Treaty"},
    {"The Convention on the Elimination of All Forms of Discrimination against Women is old.",
     "Convention on the Elimination of All Forms of Discrimination against Women=treaty:title:"
     "Convention on the Elimination of All Forms of Discrimination against Women"},
    {"They signed the Convention on International Trade in Endangered Species of Wild Fauna and Flora in Geneva.",
     "Convention on International Trade in Endangered Species of Wild Fauna and Flora=treaty:title:"
     "Convention on International Trade in Endangered Species of Wild Fauna and Flora"},
    {"They signed the African Charter on Human and Peoples' Rights in Nairobi.",
     "African Charter on Human and Peoples' Rights=treaty:title:African Charter on Human and Peoples' Rights"},
    {"The Convention on the Prevention, Punishment and Eradication of Harm came, then that on the Rights of Persons.",
     "Convention on the Prevention, Punishment and Eradication of Harm=treaty:title:"
     "Convention on the Prevention, Punishment and Eradication of Harm"},
    {"They keep the Convention on the Rights of Persons with Disabilities and the Convention on Wells of June 1958.",
     "Convention on the Rights of Persons with Disabilities=treaty:title:Convention on the Rights of Persons with "
     "Disabilities | "
     "Convention on Wells=treaty:title:Convention on Wells"},
    {"Neither the United Nations Convention nor the European Convention is told apart.", ""},
    {"A Free Trade Agreement, a Draft Treaty, the First Amendment and the Republican Convention are none.", ""},
    {"They met at the Convention Centre, by protocol and in agreement.", ""},
    /* reports */
    {"Auditors warned of it in GAO-21-105 and GAO/NSIAD-98-12.",
     "GAO-21-105=report:report-number:GAO-21-105 | "
     "GAO/NSIAD-98-12=report:report-number:GAO/NSIAD-98-12"},
    {"The papers are Cm 9999, HC 123-II and HL Paper 12.", "Cm 9999=report:report-number:Cm 9999 | "
                                                           "HC 123-II=report:report-number:HC 123-II | "
                                                           "HL Paper 12=report:report-number:HL Paper 12"},
    {"The plan is COM(2020) 380 final.", "COM(2020) 380 final=report:report-number:COM(2020) 380"},
    {"It is 9999 cm long, Cm 12.5 wide, and weighs HC.", ""},
};

/* What is told of a citation, white space as one space. */
static size_t tell(char *line, size_t room, policy_citation citation) {
  policy_string words = policy_document_slice(citation.document, policy_citation_span(citation));
  size_t size = 0;
  for (size_t i = 0; i < words.size && size + 1 < room; i++) line[size++] = words.data[i] == '\n' ? ' ' : words.data[i];
  return size + (size_t)snprintf(line + size, room - size, "=%s:%s:%s",
                                 policy_citation_kind_name(policy_citation_kind_of(citation)),
                                 policy_citation_scheme(citation).data, policy_citation_value(citation).data);
}

static const char *told(const policy_document *document) {
  static char line[4000];
  size_t size = 0;
  line[0] = '\0';
  for (uint32_t i = 0; i < policy_document_citation_count(document); i++) {
    if (i > 0) size += (size_t)snprintf(line + size, sizeof line - size, " | ");
    size += tell(line + size, sizeof line - size, policy_document_citation_at(document, i));
  }
  return line;
}

/* The text as one block, without reading's own ideas of it. */
static policy_document *cite(const char *text, policy_block_kind kind, const char *identifier) {
  size_t size = strlen(text);
  policy_builder *builder = policy_builder_new(text, size, NULL, NULL, NULL);
  policy_block_record block = {.kind = kind, .span = {0, (uint32_t)size}};
  ck_assert_int_eq(policy_builder_add_block(builder, &block, NULL, NULL), POLICY_OK);
  ck_assert_int_eq(
      policy_builder_set(builder, POLICY_FIELD_IDENTIFIER, (policy_string){identifier, strlen(identifier)}, NULL),
      POLICY_OK);
  ck_assert_int_eq(policy__extract_citations(builder, NULL), POLICY_OK);
  policy_document *document = policy_builder_finish(builder, NULL);
  ck_assert_ptr_nonnull(document);
  return document;
}

START_TEST(citations) {
  policy_document *document = cite(cases[_i].text, POLICY_BLOCK_PARAGRAPH, "");
  ck_assert_str_eq(told(document), cases[_i].cited);
  policy_document_unref(document);
}
END_TEST

START_TEST(debris_cites_nothing) {
  policy_document *document = cite("See https://example.org/", POLICY_BLOCK_BOILERPLATE, "");
  ck_assert_uint_eq(policy_document_citation_count(document), 0);
  policy_document_unref(document);
}
END_TEST

START_TEST(a_document_does_not_cite_itself) {
  policy_document *document = cite("A/RES/70/1\nIt recalls A/RES/69/2.", POLICY_BLOCK_PARAGRAPH, "A/RES/70/1");
  ck_assert_str_eq(told(document), "A/RES/69/2=resolution:un-symbol:A/RES/69/2");
  policy_document_unref(document);
}
END_TEST

START_TEST(analysis_finds_them) {
  policy_document *document = fixture_analyse("Norway should apply Regulation (EU) 2016/679 at once.");
  ck_assert_str_eq(told(document), "Regulation (EU) 2016/679=legislation:celex:32016R0679");
  policy_document_unref(document);
}
END_TEST

/* What is longer than a value has none, and an address is kept whole. */
START_TEST(long_ones) {
  char text[2000];
  size_t size = (size_t)snprintf(text, sizeof text, "See https://example.org/");
  memset(text + size, 'a', 1000);
  (void)snprintf(text + size + 1000, sizeof text - size - 1000, " now.");
  policy_document *document = cite(text, POLICY_BLOCK_PARAGRAPH, "");
  ck_assert_uint_eq(policy_document_citation_count(document), 1);
  ck_assert_uint_eq(policy_citation_value(policy_document_citation_at(document, 0)).size, 1020);
  policy_document_unref(document);
}
END_TEST

Suite *suite_citations(void);

Suite *suite_citations(void) {
  Suite *suite = suite_create("citations");
  TCase *tests = tcase_create("citations");
  tcase_add_loop_test(tests, citations, 0, (int)(sizeof cases / sizeof *cases));
  tcase_add_test(tests, debris_cites_nothing);
  tcase_add_test(tests, a_document_does_not_cite_itself);
  tcase_add_test(tests, analysis_finds_them);
  tcase_add_test(tests, long_ones);
  suite_add_tcase(suite, tests);
  return suite;
}
