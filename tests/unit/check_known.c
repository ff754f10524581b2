/* The library's own gazetteer in analyses: who is meant, what sector, whose state, and who is left alone. */
#include <check.h>
#include <policy.h>
#include <stdio.h>
#include <string.h>

/* Analyses a Markdown text, with the date of the document in front where there is one. */
static policy_document *analyse(const char *date, const char *text) {
  char whole[1024];
  policy_options options = POLICY_OPTIONS_INIT;
  policy_error error = {.code = POLICY_OK};
  int size = *date != '\0' ? snprintf(whole, sizeof whole, "---\ndate: %s\n---\n\n%s\n", date, text)
                           : snprintf(whole, sizeof whole, "%s\n", text);
  ck_assert_int_lt(size, (int)sizeof whole);
  options.media_type = "text/markdown";
  policy_document *read = policy_read(whole, (size_t)size, &options, &error);
  policy_document *document = read != NULL ? policy_analyse(read, NULL, &error) : NULL;
  ck_assert_msg(document != NULL, "%s", error.message);
  policy_document_unref(read);
  return document;
}

/* Each actor as NAME/kind/SECTOR/COUNTRY(mention,mention). */
static const char *described(const policy_document *document) {
  static char found[2048];
  size_t used = 0;
  *found = '\0';
  for (uint32_t i = 0; i < policy_document_actor_count(document); i++) {
    policy_actor actor = policy_document_actor(document, i);
    used += (size_t)snprintf(found + used, sizeof found - used, "%s%s/%s/%s/%s(", i > 0 ? " " : "", policy_actor_name(actor).data,
                             policy_actor_kind_name(policy_actor_kind_of(actor)), policy_actor_code(actor, "plover").data,
                             policy_actor_code(actor, "country").data);
    for (uint32_t n = 0; n < policy_actor_mention_count(actor); n++) {
      policy_string piece = policy_document_slice(document, policy_actor_mention_span(actor, n));
      used += (size_t)snprintf(found + used, sizeof found - used, "%s%.*s", n > 0 ? "," : "", (int)piece.size, piece.data);
    }
    used += (size_t)snprintf(found + used, sizeof found - used, ")");
    ck_assert_uint_lt(used, sizeof found);
  }
  return found;
}

static void expect(const char *date, const char *text, const char *wanted) {
  policy_document *document = analyse(date, text);
  ck_assert_str_eq(described(document), wanted);
  policy_document_unref(document);
}

START_TEST(the_small_tables_learn_sector_and_country) {
  expect("", "Boko Haram should leave the town.", "Boko Haram/military/REB/NGA(Boko Haram)");
  expect("", "The CIA should publish it.", "Central Intelligence Agency/government/SPY/USA(CIA)");
}
END_TEST

START_TEST(full_name_and_acronym_are_one) {
  expect("", "The Institutional Revolutionary Party met. Later the PRI should vote.",
         "Institutional Revolutionary Party/party/PTY/MEX(Institutional Revolutionary Party,PRI)");
  expect("", "The Kurdish-led Syrian Democratic Forces should go, and the SDF will.",
         "Syrian Democratic Forces/military/REB/SYR(Kurdish-led Syrian Democratic Forces,SDF)");
}
END_TEST

START_TEST(the_context_tells_which_is_meant) {
  expect("", "Russia replied. The FSB should answer.",
         "Russia/state//(Russia) Federal Security Service/government/SPY/RUS(FSB)");
  expect("", "The Financial Stability Board and Russia met. The FSB should answer.",
         "Financial Stability Board/igo/IGO/(Financial Stability Board,FSB) Russia/state//(Russia)");
  expect("", "The Forest Safety Bureau (FSB) met Russia. The FSB should answer.",
         "Forest Safety Bureau/government/GOV/(Forest Safety Bureau,FSB,FSB) Russia/state//(Russia)");
}
END_TEST

START_TEST(a_body_that_others_have_too_is_not_guessed) {
  expect("", "Estonia should listen to the National Audit Office.",
         "Estonia/state//(Estonia) National Audit Office/government/GOV/(National Audit Office)");
  expect("", "The United Kingdom should listen to the National Audit Office.",
         "United Kingdom/state//(United Kingdom) National Audit Office/government/GOV/GBR(National Audit Office)");
}
END_TEST

START_TEST(words_are_no_names) {
  expect("", "They hit the target. Target dates should be met, and the RBI rose.", "");
  expect("", "An apple fell. Apple trees should be cut.", "");
}
END_TEST

START_TEST(entries_yield_when_they_are_over) {
  expect("1985-03", "The SPD should speak for the Federal Republic of Germany.",
         "Social Democratic Party of Germany/party/PTY/DEU(SPD) Germany/state//(Federal Republic of Germany)");
}
END_TEST

START_TEST(persons_hold_posts_at_a_date) {
  static const char text[] = "Vladimir Putin should answer.";
  expect("2003-05-01", text, "Vladimir Putin/person/GOV/RUS(Vladimir Putin)");
  expect("1999-03-01", text, "Vladimir Putin/person/SPY/RUS(Vladimir Putin)");
  expect("1990-02-03", text, "Vladimir Putin/person//(Vladimir Putin)");
  expect("", "Tony Blair should answer.", "Tony Blair/person/GOV/GBR(Tony Blair)");
  expect("2010-01-01", "Tony Blair should answer.", "Tony Blair/person/ELI/GBR(Tony Blair)");
}
END_TEST

START_TEST(a_title_and_a_surname_name_a_person) {
  expect("2016-06-01", "Chancellor Merkel should go.", "Angela Merkel/person/GOV/DEU(Chancellor Merkel)");
  expect("2004-06-01", "Chancellor Merkel should go.", "Merkel/person/GOV/(Chancellor Merkel)");
  expect("", "President Xi should visit China.", "Xi Jinping/person/GOV/CHN(President Xi) China/state//(China)");
  expect("", "President Xi should visit us.", "Xi/person/GOV/(President Xi)");
}
END_TEST

/* From, kind and to of the only relation. */
static void expect_relation(const char *date, const char *text, const char *wanted) {
  char found[256];
  policy_document *document = analyse(date, text);
  ck_assert_uint_eq(policy_document_relation_count(document), 1);
  policy_relation relation = policy_document_relation(document, 0);
  policy_string kind = policy_relation_kind(relation);
  snprintf(found, sizeof found, "%s %.*s %s", policy_actor_name(policy_relation_from(relation)).data, (int)kind.size, kind.data,
           policy_actor_name(policy_relation_to(relation)).data);
  ck_assert_str_eq(found, wanted);
  policy_document_unref(document);
}

START_TEST(what_belongs_to_a_state_is_told) {
  expect_relation("", "The Riigikogu of old should vote on it in Estonia.", "Riigikogu government_of Estonia");
  expect_relation("", "Somaliland should talk to Somalia.", "Somaliland part_of Somalia");
  expect_relation("2015-02-03", "Angela Merkel should visit Germany.", "Angela Merkel affiliated_with Germany");
  expect_relation("", "The United Nations and UNESCO should act.",
                  "United Nations Educational, Scientific and Cultural Organization part_of United Nations");
}
END_TEST

START_TEST(heads_tell_sectors) {
  expect("", "Pakistani soldiers should leave.", "Pakistan/state//(Pakistani) Pakistani soldiers/group/MIL/PAK(Pakistani soldiers)");
  expect("", "EU lawmakers should vote.", "European Union/igo/IGO/(EU) EU lawmakers/group/LEG/(EU lawmakers)");
  expect("", "Kyiv police should help.", "Kyiv police/government/COP/UKR(Kyiv police)");
  expect("", "Muslim leaders should speak.", "Muslim leaders/group/REL/(Muslim leaders)");
  expect("", "Judge Ann Lee should rule.", "Ann Lee/person/JUD/(Judge Ann Lee)");
}
END_TEST

START_TEST(items_of_lists_are_roles) {
  expect("", "- gunmen\n- the cyber police\n- many wells", "gunmen/group/UAF/(gunmen) cyber police/government/COP/(cyber police)");
}
END_TEST

Suite *suite_known(void);
Suite *suite_known(void) {
  Suite *suite = suite_create("known");
  TCase *tests = tcase_create("known");
  tcase_add_test(tests, the_small_tables_learn_sector_and_country);
  tcase_add_test(tests, full_name_and_acronym_are_one);
  tcase_add_test(tests, the_context_tells_which_is_meant);
  tcase_add_test(tests, a_body_that_others_have_too_is_not_guessed);
  tcase_add_test(tests, words_are_no_names);
  tcase_add_test(tests, entries_yield_when_they_are_over);
  tcase_add_test(tests, persons_hold_posts_at_a_date);
  tcase_add_test(tests, a_title_and_a_surname_name_a_person);
  tcase_add_test(tests, what_belongs_to_a_state_is_told);
  tcase_add_test(tests, heads_tell_sectors);
  tcase_add_test(tests, items_of_lists_are_roles);
  suite_add_tcase(suite, tests);
  return suite;
}
