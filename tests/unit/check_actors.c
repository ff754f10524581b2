/* The actor step on texts of our own. */
#include <check.h>
#include <policy/builder.h>
#include <string.h>

#include "base/memory.h"
#include "extract/extract.h"
#include "lang/segment.h"
#include "model/builder.h"

static policy_document *document;

/* Reads `text` as one block of a kind. */
static void read_as(const char *text, policy_block_kind kind) {
  policy_error error = {0};
  size_t size = strlen(text);
  policy_builder *builder = policy_builder_new(text, size, NULL, NULL, &error);
  ck_assert_msg(builder != NULL, "%s", error.message);
  policy_block_record block = {.kind = kind, .span = {0, (uint32_t)size}};
  policy_limits limits = policy__limits_fill(NULL, size);
  ck_assert_int_eq(policy_builder_add_block(builder, &block, NULL, &error), POLICY_OK);
  ck_assert_int_eq(policy__segment(builder, &limits, &policy__malloc_allocator, &error), POLICY_OK);
  ck_assert_int_eq(policy__extract_actors(builder, NULL, &policy__malloc_allocator, &error), POLICY_OK);
  document = policy_builder_finish(builder, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
}

static void read(const char *text) {
  read_as(text, POLICY_BLOCK_PARAGRAPH);
}

static void teardown(void) {
  policy_document_unref(document);
  document = NULL;
}

static bool is(policy_string string, const char *text) {
  return string.size == strlen(text) && memcmp(string.data, text, string.size) == 0;
}

/* The actor mentioned by the n-th mention whose words are `text`; null when there is none. */
static policy_actor mentioned(const char *text, uint32_t n, policy_mention_form *form) {
  for (uint32_t i = 0; i < policy_document_actor_count(document); i++) {
    policy_actor actor = policy_document_actor(document, i);
    for (uint32_t k = 0; k < policy_actor_mention_count(actor); k++) {
      if (!is(policy_document_slice(document, policy_actor_mention_span(actor, k)), text)) continue;
      if (form != NULL) *form = policy_actor_mention_form(actor, k);
      if (n-- == 0) return actor;
    }
  }
  return (policy_actor){NULL, 0};
}

#define MEANS(text, actor_name)                                                              \
  do {                                                                                       \
    policy_actor actor_ = mentioned(text, 0, NULL);                                          \
    ck_assert_msg(actor_.document != NULL, "no mention: %s", text);                          \
    policy_string name_ = policy_actor_name(actor_);                                         \
    ck_assert_msg(is(name_, actor_name), "%s: %.*s", text, (int)name_.size, name_.data);     \
  } while (0)
#define FORM(text, wanted)                                       \
  do {                                                           \
    policy_mention_form form_ = POLICY_MENTION_PRONOUN;          \
    (void)mentioned(text, 0, &form_);                            \
    ck_assert_msg(form_ == (wanted), "%s: form %d", text, form_); \
  } while (0)
#define KIND(text, wanted) ck_assert_int_eq(policy_actor_kind_of(mentioned(text, 0, NULL)), wanted)
#define ABSENT(text) ck_assert_msg(mentioned(text, 0, NULL).document == NULL, "mentioned: %s", text)

START_TEST(states_have_codes_and_forms) {
  read("Norway and the UK met. British officials spoke to Oslo's government, and Oslo rejected the offer.");
  MEANS("UK", "United Kingdom");
  MEANS("British", "United Kingdom");
  FORM("UK", POLICY_MENTION_ACRONYM);
  FORM("British", POLICY_MENTION_DEMONYM);
  MEANS("Oslo", "Norway");
  FORM("Oslo", POLICY_MENTION_CAPITAL);
  policy_actor norway = mentioned("Norway", 0, NULL);
  ck_assert(is(policy_actor_code(norway, "iso3166-1"), "NOR"));
  ck_assert(is(policy_actor_code(norway, "cameo"), "NOR"));
  KIND("Norway", POLICY_ACTOR_STATE);
}
END_TEST

START_TEST(former_states_have_former_codes) {
  read("The Soviet Union signed it.");
  policy_actor actor = mentioned("Soviet Union", 0, NULL);
  ck_assert(is(policy_actor_code(actor, "iso3166-3"), "SUHH"));
  ck_assert_uint_eq(policy_actor_code(actor, "iso3166-1").size, 0);
}
END_TEST

START_TEST(places_and_longer_names_are_no_states) {
  read("In Paris the weather was fine. New Jersey borders it. Real Madrid won. "
       "He met Michael Jordan near the Niger River and bought Japanese cars. We had turkey.");
  ABSENT("Paris");
  ABSENT("Jersey");
  ABSENT("Madrid");
  ABSENT("Jordan");
  ABSENT("Niger");
  ABSENT("Japanese");
  ABSENT("turkey");
}
END_TEST

START_TEST(cities_act_in_pairs) {
  read("Talks between Seoul and Pyongyang stalled.");
  MEANS("Seoul", "South Korea");
  MEANS("Pyongyang", "North Korea");
}
END_TEST

START_TEST(governments_and_regimes_are_their_states) {
  read("The Danish government replied. North Korea fired. The Kim regime fell. "
       "The regime denied it, and the North regrouped.");
  MEANS("Danish government", "Denmark");
  FORM("Danish government", POLICY_MENTION_DESCRIPTOR);
  MEANS("Kim regime", "North Korea");
  MEANS("North", "North Korea");
}
END_TEST

START_TEST(ministries_name_their_states_too) {
  read("Yesterday the Chilean Ministry of Works wrote to U.S. District Judge Mary Stone and to US Secretary Ann Poole.");
  MEANS("Chilean", "Chile");
  KIND("Chilean Ministry of Works", POLICY_ACTOR_GOVERNMENT);
  MEANS("U.S.", "United States");
  MEANS("Judge Mary Stone", "Mary Stone");
  MEANS("US", "United States");
  MEANS("Secretary Ann Poole", "Ann Poole");
}
END_TEST

START_TEST(halves_need_their_state) {
  read("Birds fly to the North in spring.");
  ABSENT("North");
}
END_TEST

START_TEST(organisations_keep_their_complements) {
  read("Yesterday the Department for Environment, Food and Rural Affairs met the Harbour and Fisheries Agency, "
       "the Fisher’s Party of Moldova and Northwind Ltd in Leeds.");
  KIND("Department for Environment, Food and Rural Affairs", POLICY_ACTOR_GOVERNMENT);
  KIND("Harbour and Fisheries Agency", POLICY_ACTOR_GOVERNMENT);
  KIND("Northwind Ltd", POLICY_ACTOR_COMPANY);
}
END_TEST

START_TEST(acts_and_treaties_are_no_actors) {
  read("Under the Clean Rivers Act and the Treaty on Open Skies, ships wait.");
  ABSENT("Clean Rivers Act");
}
END_TEST

START_TEST(acronyms_mean_what_the_text_says) {
  read("The Coastal Towns Association (CTA) met. Later the CTA left. "
       "It uses the Advanced Tidal Array (ATA). The ATA failed. "
       "A paper by RNB (the River Navigation Board) came; RNB agreed.");
  MEANS("CTA", "Coastal Towns Association");
  FORM("CTA", POLICY_MENTION_ACRONYM);
  ABSENT("ATA");
  MEANS("RNB", "River Navigation Board");
}
END_TEST

START_TEST(undefined_acronyms_count_when_they_act) {
  read("We read of the QRX. QWZ should report. The staff of QWZ agreed.");
  ABSENT("QRX");
  ck_assert_uint_eq(policy_actor_mention_count(mentioned("QWZ", 0, NULL)), 2);
}
END_TEST

START_TEST(roles_have_acronyms) {
  read("The state advisory committees (SACs) met. Regulation (EU) No 525/2013 binds the integrated care board (ICB). The "
       "ICB wrote to one SAC. The figures (FIG) rose.");
  ck_assert_uint_eq(policy_document_actor_count(document), 2);
  MEANS("SAC", "state advisory committees");
  MEANS("ICB", "integrated care board");
  ABSENT("EU");
  ABSENT("FIG");
}
END_TEST

START_TEST(persons_are_known_by_surname) {
  read("The author, Maria J. Okonkwo-Lund, writes often. On Monday Okonkwo-Lund met Dr Ferrand and "
       "Prime Minister Anders Holm. They asked Holm and Ferrand.");
  KIND("Maria J. Okonkwo-Lund", POLICY_ACTOR_PERSON);
  MEANS("Okonkwo-Lund", "Maria J. Okonkwo-Lund");
  MEANS("Prime Minister Anders Holm", "Anders Holm");
  MEANS("Holm", "Anders Holm");
  MEANS("Ferrand", "Ferrand");
}
END_TEST

START_TEST(names_need_no_word_for_what_they_are) {
  read("The Movement for Democratic Change met Maria de la Cruz. Snow lies on the Tien Shan. It uses open data "
       "software (ODS), and ODS is new.");
  KIND("Maria de la Cruz", POLICY_ACTOR_PERSON);
  FORM("Movement for Democratic Change", POLICY_MENTION_NAME);
  ABSENT("Tien Shan");
  ABSENT("ODS");
}
END_TEST

START_TEST(descriptors_mean_the_last_one_named) {
  read("The Harbour Committee met first. Then the committee rose. The Dredging Committee sat. The Committee voted.");
  MEANS("committee", "Harbour Committee");
  MEANS("Committee", "Dredging Committee");
  FORM("committee", POLICY_MENTION_DESCRIPTOR);
}
END_TEST

START_TEST(roles_count_where_a_norm_addresses_them) {
  read("The supplier shall deliver. Each supplier is paid. The painters are tired. "
       "The Council calls upon Member States to act. Operators of small ferries must report; an operator may appeal.");
  ck_assert_uint_eq(policy_actor_mention_count(mentioned("supplier", 0, NULL)), 2);
  ABSENT("painters");
  MEANS("Member States", "member states");
  MEANS("operator", "Operators");
}
END_TEST

START_TEST(mentions_are_in_order_and_once) {
  read("Chile, Peru and Chile again; the Chilean government and Chile.");
  policy_actor chile = policy_document_actor(document, 0);
  ck_assert(is(policy_actor_name(chile), "Chile"));
  for (uint32_t i = 1; i < policy_actor_mention_count(chile); i++) {
    policy_span a = policy_actor_mention_span(chile, i - 1), b = policy_actor_mention_span(chile, i);
    ck_assert(a.begin < b.begin || (a.begin == b.begin && a.end < b.end));
  }
  ck_assert(is(policy_actor_name(policy_document_actor(document, 1)), "Peru"));
}
END_TEST

START_TEST(shouted_lines_give_only_known_names) {
  read("MEETING OF FINANCE EXPERTS IN JAPAN JOINS US ALL");
  MEANS("JAPAN", "Japan");
  ABSENT("US");
  ck_assert_uint_eq(policy_document_actor_count(document), 1);
}
END_TEST

START_TEST(boilerplate_is_left_alone) {
  read_as("Japan should act.", POLICY_BLOCK_BOILERPLATE);
  ck_assert_uint_eq(policy_document_actor_count(document), 0);
}
END_TEST

/* Fails at the n-th allocation. */
typedef struct failing {
  policy_allocator allocator;
  size_t left;
} failing;

static void *fail_allocate(void *context, size_t size) {
  failing *f = context;
  return f->left-- == 0 ? (f->left = 0, NULL) : policy__allocate(&policy__malloc_allocator, size);
}

static void *fail_reallocate(void *context, void *block, size_t old_size, size_t size) {
  failing *f = context;
  return f->left-- == 0 ? (f->left = 0, NULL) : policy__reallocate(&policy__malloc_allocator, block, old_size, size);
}

static void fail_release(void *context, void *block, size_t size) {
  (void)context;
  policy__release(&policy__malloc_allocator, block, size);
}

START_TEST(scarce_memory_is_a_status) {
  const char *text = "The Ministry of Works (MoW) told Dr Ann Lee that Peru should act; suppliers must pay the ministry.";
  policy_status status = POLICY_ERROR_NO_MEMORY;
  for (size_t n = 0; status != POLICY_OK; n++) {
    ck_assert_uint_lt(n, 5000);
    policy_error error = {0};
    policy_builder *builder = policy_builder_new(text, strlen(text), NULL, NULL, &error);
    policy_block_record block = {.span = {0, (uint32_t)strlen(text)}};
    policy_limits limits = policy__limits_fill(NULL, strlen(text));
    ck_assert_int_eq(policy_builder_add_block(builder, &block, NULL, &error), POLICY_OK);
    ck_assert_int_eq(policy__segment(builder, &limits, &policy__malloc_allocator, &error), POLICY_OK);
    failing f = {{fail_allocate, fail_reallocate, fail_release, &f}, n};
    status = policy__extract_actors(builder, NULL, &f.allocator, &error);
    ck_assert(status == POLICY_OK || status == POLICY_ERROR_NO_MEMORY);
    ck_assert(n > 0 || status == POLICY_ERROR_NO_MEMORY);
    policy_builder_free(builder);
  }
}
END_TEST

Suite *suite_actors(void) {
  Suite *suite = suite_create("actors");
  TCase *tests = tcase_create("all");
  tcase_add_checked_fixture(tests, NULL, teardown);
  tcase_add_test(tests, states_have_codes_and_forms);
  tcase_add_test(tests, former_states_have_former_codes);
  tcase_add_test(tests, places_and_longer_names_are_no_states);
  tcase_add_test(tests, cities_act_in_pairs);
  tcase_add_test(tests, governments_and_regimes_are_their_states);
  tcase_add_test(tests, ministries_name_their_states_too);
  tcase_add_test(tests, halves_need_their_state);
  tcase_add_test(tests, organisations_keep_their_complements);
  tcase_add_test(tests, acts_and_treaties_are_no_actors);
  tcase_add_test(tests, acronyms_mean_what_the_text_says);
  tcase_add_test(tests, undefined_acronyms_count_when_they_act);
  tcase_add_test(tests, roles_have_acronyms);
  tcase_add_test(tests, persons_are_known_by_surname);
  tcase_add_test(tests, names_need_no_word_for_what_they_are);
  tcase_add_test(tests, descriptors_mean_the_last_one_named);
  tcase_add_test(tests, roles_count_where_a_norm_addresses_them);
  tcase_add_test(tests, mentions_are_in_order_and_once);
  tcase_add_test(tests, shouted_lines_give_only_known_names);
  tcase_add_test(tests, boilerplate_is_left_alone);
  tcase_add_test(tests, scarce_memory_is_a_status);
  suite_add_tcase(suite, tests);
  return suite;
}
