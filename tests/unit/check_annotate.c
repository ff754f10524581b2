/* Tags, lemmas and trees in documents. */
#include <check.h>
#include <policy.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/english.h"
#include "tally.h"

static tally memory;

static void set_up(void) {
  tally_init(&memory);
}

static void tear_down(void) {
  ck_assert(tally_is_clean(&memory));
}

typedef policy_document *make(const policy_document *, const policy_options *, policy_error *);

/* The text through `policy_parse` or `policy_analyse`. */
static policy_document *through(make *made, const char *text, bool full) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.allocator = &memory.allocator;
  options.media_type = "text/plain";
  options.full = full;
  policy_document *read = policy_read(text, strlen(text), &options, NULL);
  policy_document *document = made(read, &options, NULL);
  ck_assert_ptr_nonnull(document);
  policy_document_unref(read);
  ck_assert_int_eq(policy_document_check(document, NULL), POLICY_OK);
  return document;
}

/* Whether every word of the sentence has a tag and hangs, by some way, on the only root. */
static bool is_tree(policy_sentence sentence) {
  uint32_t count = policy_sentence_token_count(sentence), roots = 0;
  for (uint32_t i = 0; i < count; i++) {
    policy_token token = policy_sentence_token(sentence, i);
    uint32_t steps = 0;
    if (policy_token_upos(token) == POLICY_UPOS_NONE || policy_token_lemma(token).size == 0 ||
        policy_token_relation(token).size == 0)
      return false;
    roots += policy_token_head(token).document == NULL;
    while ((token = policy_token_head(token)).document != NULL)
      if (steps++ > count) return false;
  }
  return roots == 1;
}

static policy_token find(const policy_document *document, const char *form) {
  for (uint32_t i = 0; i < policy_document_token_count(document); i++) {
    policy_token token = policy_document_token(document, i);
    policy_string found = policy_token_form(token);
    if (found.size == strlen(form) && memcmp(found.data, form, found.size) == 0) return token;
  }
  ck_abort_msg("no word %s", form);
}

static void is_string(policy_string string, const char *expected) {
  ck_assert_uint_eq(string.size, strlen(expected));
  ck_assert_mem_eq(string.data, expected, string.size);
}

START_TEST(a_plain_sentence_is_read_as_anybody_would) {
  policy_document *document = through(policy_parse, "The two ministers have signed the treaty in Geneva.", false);
  policy_token subject = find(document, "ministers"), verb = find(document, "signed");
  is_string(policy_token_relation(subject), "nsubj");
  ck_assert_uint_eq(policy_token_head(subject).id, verb.id);
  is_string(policy_token_lemma(subject), "minister");
  is_string(policy_token_features(subject), "Number=Plur");
  is_string(policy_token_xpos(subject), "NNS");
  is_string(policy_token_lemma(verb), "sign");
  ck_assert_int_eq(policy_token_upos(verb), POLICY_UPOS_VERB);
  ck_assert_ptr_null(policy_token_head(verb).document);
  is_string(policy_token_relation(verb), "root");
  is_string(policy_token_lemma(find(document, "have")), "have");
  is_string(policy_token_relation(find(document, "treaty")), "obj");
  ck_assert_int_eq(policy_token_upos(find(document, "Geneva")), POLICY_UPOS_PROPN);
  policy_document_unref(document);
}
END_TEST

START_TEST(a_passive_is_told_from_an_active) {
  policy_document *document = through(policy_parse, "The report was written by the committee.", false);
  is_string(policy_token_relation(find(document, "report")), "nsubj:pass");
  is_string(policy_token_relation(find(document, "was")), "aux:pass");
  ck_assert_ptr_nonnull(strstr(policy_token_features(find(document, "written")).data, "Voice=Pass"));
  policy_document_unref(document);
}
END_TEST

static const char prose[] =
    "The committee met in May. It heard eleven witnesses, whose names are listed below.\n\n"
    "The government should publish the figures before the end of the year. Rain fell.\n\n"
    "1. Annex\n\nUrges all states to ratify the convention;\n";

START_TEST(every_sentence_of_a_parse_is_a_tree) {
  policy_document *document = through(policy_parse, prose, false);
  ck_assert_uint_gt(policy_document_sentence_count(document), 5);
  for (uint32_t n = 0; n < policy_document_sentence_count(document); n++)
    ck_assert(is_tree(policy_document_sentence(document, n)));
  policy_document_unref(document);
}
END_TEST

/* How many sentences were read. */
static uint32_t trees(const policy_document *document) {
  uint32_t count = 0;
  for (uint32_t n = 0; n < policy_document_sentence_count(document); n++)
    count += is_tree(policy_document_sentence(document, n));
  return count;
}

START_TEST(an_analysis_reads_what_may_matter_and_all_when_told) {
  static char text[20 * sizeof prose];
  for (char *at = text; at < text + 16 * (sizeof prose - 1); at += sizeof prose - 1) strcpy(at, prose);
  policy_document *some = through(policy_analyse, text, false), *all = through(policy_analyse, text, true);
  ck_assert_uint_eq(trees(all), policy_document_sentence_count(all));
  ck_assert_uint_gt(trees(some), 0);
  ck_assert_uint_lt(trees(some), trees(all));
  ck_assert_int_ne(policy_token_upos(find(some, "should")), POLICY_UPOS_NONE);
  policy_token unread = find(some, "Rain");
  ck_assert_int_eq(policy_token_upos(unread), POLICY_UPOS_NONE);
  ck_assert_uint_eq(policy_token_lemma(unread).size, 0);
  policy_document_unref(some);
  policy_document_unref(all);
}
END_TEST

START_TEST(a_short_text_is_read_whole) {
  policy_document *document = through(policy_analyse, prose, false);
  ck_assert_uint_eq(trees(document), policy_document_sentence_count(document));
  policy_document_unref(document);
}
END_TEST

/* A sentence of many words, a semicolon in every hundred. */
static char *long_sentence(uint32_t words) {
  char *text = malloc(words * 10 + 10), *at = text;
  ck_assert_ptr_nonnull(text);
  for (uint32_t i = 0; i < words; i++)
    at += sprintf(at, "%s%s", i == 0 ? "The" : i % 2 ? "state" : "and", i % 100 == 99 ? "; " : " ");
  strcpy(at, "ends.");
  return text;
}

START_TEST(a_long_sentence_is_parsed_in_parts_and_is_one_tree) {
  char *text = long_sentence(1000);
  policy_document *document = through(policy_parse, text, false);
  ck_assert_uint_eq(policy_document_sentence_count(document), 1);
  ck_assert(is_tree(policy_document_sentence(document, 0)));
  ck_assert_uint_eq(policy_document_warning_count(document), 1);
  is_string(policy_warning_code(policy_document_warning(document, 0)), "sentence-parts");
  free(text);
  policy_document_unref(document);
}
END_TEST

/* The analysis of all words as one string. */
static policy_buffer written(const policy_document *document) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_conllu_write(document, &buffer, NULL), POLICY_OK);
  return buffer;
}

START_TEST(company_changes_nothing) {
  policy_document *alone = through(policy_parse, "Rain fell.", false);
  policy_document *beside = through(policy_parse, prose, false);
  policy_token a = find(alone, "fell"), b = find(beside, "fell");
  ck_assert_int_eq(policy_token_upos(a), policy_token_upos(b));
  is_string(policy_token_relation(find(beside, "Rain")), policy_token_relation(find(alone, "Rain")).data);
  policy_document_unref(alone);
  policy_document_unref(beside);
}
END_TEST

START_TEST(an_analysis_made_anew_is_the_same) {
  policy_document *document = through(policy_parse, prose, false);
  policy_document *again = policy_parse(document, NULL, NULL);
  policy_buffer first = written(document), second = written(again);
  ck_assert_uint_eq(first.size, second.size);
  ck_assert_mem_eq(first.data, second.data, first.size);
  policy_buffer_free(&first);
  policy_buffer_free(&second);
  policy_document_unref(document);
  policy_document_unref(again);
}
END_TEST

/* The numbers that the library carries, in memory of the test's own. */
static char *copy_weights(size_t *size) {
  *size = (size_t)(policy__english_weights_end - policy__english_weights);
  char *bytes = malloc(*size);
  ck_assert_ptr_nonnull(bytes);
  memcpy(bytes, policy__english_weights, *size);
  return bytes;
}

START_TEST(a_model_may_be_loaded) {
  size_t size;
  char *bytes = copy_weights(&size);
  policy_model *model = policy_model_new(bytes, size, &memory.allocator, NULL);
  ck_assert_ptr_nonnull(model);
  free(bytes);
  policy_document *document = through(policy_parse, prose, false);
  policy_options options = POLICY_OPTIONS_INIT;
  options.model = policy_model_ref(model);
  policy_model_unref(model);
  policy_document *again = policy_parse(document, &options, NULL);
  policy_buffer first = written(document), second = written(again);
  ck_assert_str_eq(first.data, second.data);
  policy_buffer_free(&first);
  policy_buffer_free(&second);
  policy_document_unref(document);
  policy_document_unref(again);
  policy_model_unref(model);
}
END_TEST

START_TEST(a_damaged_model_is_refused) {
  size_t size;
  char *bytes = copy_weights(&size);
  policy_error error = {0};
  for (size_t at = 0; at < size; at += size / 7) {
    bytes[at] ^= 1;
    ck_assert_ptr_null(policy_model_new(bytes, size, &memory.allocator, &error));
    ck_assert_int_eq(error.code, POLICY_ERROR_FORMAT);
    bytes[at] ^= 1;
    ck_assert_ptr_null(policy_model_new(bytes, at, &memory.allocator, &error));
    ck_assert_int_eq(error.code, POLICY_ERROR_FORMAT);
  }
  free(bytes);
}
END_TEST

START_TEST(nothing_is_nothing) {
  policy_document *document = through(policy_parse, " \n", false);
  ck_assert_uint_eq(policy_document_token_count(document), 0);
  policy_document_unref(document);
}
END_TEST

Suite *suite_annotate(void);

Suite *suite_annotate(void) {
  Suite *suite = suite_create("annotate");
  TCase *test = tcase_create("annotate");
  tcase_add_checked_fixture(test, set_up, tear_down);
  tcase_add_test(test, a_plain_sentence_is_read_as_anybody_would);
  tcase_add_test(test, a_passive_is_told_from_an_active);
  tcase_add_test(test, every_sentence_of_a_parse_is_a_tree);
  tcase_add_test(test, an_analysis_reads_what_may_matter_and_all_when_told);
  tcase_add_test(test, a_short_text_is_read_whole);
  tcase_add_test(test, a_long_sentence_is_parsed_in_parts_and_is_one_tree);
  tcase_add_test(test, company_changes_nothing);
  tcase_add_test(test, an_analysis_made_anew_is_the_same);
  tcase_add_test(test, a_model_may_be_loaded);
  tcase_add_test(test, a_damaged_model_is_refused);
  tcase_add_test(test, nothing_is_nothing);
  suite_add_tcase(suite, test);
  return suite;
}
