/* Languages of documents and their blocks. */
#include <check.h>
#include <string.h>

#include <policy.h>

#include "reading.h"

#define ENGLISH "The ministry should publish the survey of the lake before the end of the year."
#define FRENCH "Le ministère doit publier le relevé du lac avant la fin de l'année, et la France doit l'aider sans délai."

static policy_document *analyse(const char *text, const char *media_type) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = media_type;
  policy_document *read = policy_read(text, strlen(text), &options, NULL), *document = policy_analyse(read, NULL, NULL);
  policy_document_unref(read);
  ck_assert_ptr_nonnull(document);
  ck_assert_int_eq(policy_document_check(document, NULL), POLICY_OK);
  return document;
}

static const char *language_of(const policy_document *document, uint32_t n) {
  return policy_block_language(policy_document_block(document, n)).data;
}

START_TEST(english) {
  policy_document *d = analyse(ENGLISH "\n\nQuai d'Orsay\n\n" ENGLISH "\n", "text/plain");
  reading_is(policy_document_language(d), "en");
  ck_assert(policy_document_language_confidence(d) > 0.99);
  for (uint32_t n = 0; n < policy_document_block_count(d); n++) ck_assert_str_eq(language_of(d, n), "en");
  ck_assert_uint_eq(policy_document_recommendation_count(d), 2);
  ck_assert_uint_eq(policy_document_warning_count(d), 0);
  policy_document_unref(d);
}
END_TEST

/* A document in another language has sentences and names, and nothing that is read as English. */
START_TEST(foreign) {
  policy_document *d = analyse(FRENCH "\n\n" FRENCH "\n", "text/plain");
  reading_is(policy_document_language(d), "fr");
  ck_assert_uint_gt(policy_document_sentence_count(d), 0);
  ck_assert_uint_eq(policy_document_token_count(d), 0);
  ck_assert_uint_eq(policy_document_statement_count(d), 0);
  ck_assert_uint_eq(policy_document_recommendation_count(d), 0);
  reading_is(policy_actor_name(policy_document_actor(d, 0)), "France");
  ck_assert_uint_eq(policy_document_warning_count(d), 1);
  policy_warning warning = policy_document_warning(d, 0);
  reading_is(policy_warning_code(warning), "not-english");
  ck_assert_uint_eq(policy_warning_span(warning).begin, 0);
  ck_assert_uint_eq(policy_warning_span(warning).end, policy_document_text(d).size - 1);
  policy_document_unref(d);
}
END_TEST

START_TEST(mixed) {
  policy_document *d = analyse(ENGLISH "\n\n" ENGLISH "\n\n" FRENCH "\n\n" ENGLISH "\n", "text/plain");
  reading_is(policy_document_language(d), "en");
  ck_assert_str_eq(language_of(d, 1), "en");
  ck_assert_str_eq(language_of(d, 2), "fr");
  ck_assert(policy_block_language_confidence(policy_document_block(d, 2)) > 0.9);
  ck_assert_uint_eq(policy_document_recommendation_count(d), 3);
  ck_assert_uint_eq(policy_document_warning_count(d), 1);
  policy_span span = policy_warning_span(policy_document_warning(d, 0));
  policy_span block = policy_block_span(policy_document_block(d, 2));
  ck_assert(span.begin == block.begin && span.end == block.end);
  policy_document_unref(d);
}
END_TEST

START_TEST(declared) {
  policy_document *d = analyse("<html lang=fr><p>" ENGLISH, "text/html");
  reading_is(policy_document_language(d), "en");
  ck_assert_uint_eq(policy_document_recommendation_count(d), 1);
  policy_document_unref(d);
  d = analyse("<html lang=fr><p>Il faut agir, et vite.", "text/html");
  reading_is(policy_document_language(d), "fr");
  policy_document_unref(d);
  d = analyse("<html lang=en-GB><p>" ENGLISH, "text/html");
  reading_is(policy_document_language(d), "en-GB");
  ck_assert_uint_eq(policy_document_recommendation_count(d), 1);
  policy_document_unref(d);
}
END_TEST

#define SHORT_FRENCH "Il faut agir."
#define GERMAN "Das Ministerium soll den Bericht vor Ende des Jahres vorlegen und die Gemeinden daran beteiligen."

/* What a page declares for a part of it is expected there, and no more than that. */
START_TEST(declared_for_parts) {
  policy_document *d = analyse("<html lang=en><p>" ENGLISH "<div lang='fr_CA'><p>" FRENCH "<p>" SHORT_FRENCH "</div><p>No.<p lang=de>"
                               GERMAN "<p xml:lang=en-GB>We act.", "text/html");
  static const char *const languages[] = {"en", "fr-CA", "fr-CA", "en", "de", "en"};
  for (uint32_t n = 0; n < 6; n++) ck_assert_str_eq(language_of(d, n), languages[n]);
  policy_document_unref(d);
  d = analyse("<html lang=en><body><p>" ENGLISH "<div lang=fr><p>" ENGLISH "<p>We must act.</div>", "text/html");
  for (uint32_t n = 0; n < 3; n++) ck_assert_str_eq(language_of(d, n), "en");
  ck_assert_uint_eq(policy_document_recommendation_count(d), 3);
  policy_document_unref(d);
  d = analyse("<html lang=en><body><p>" ENGLISH "<div lang=nonsense><p>We must act.</div><p lang=''>Now.", "text/html");
  for (uint32_t n = 0; n < 3; n++) ck_assert_str_eq(language_of(d, n), "en");
  policy_document_unref(d);
}
END_TEST

START_TEST(declared_in_xml) {
  policy_document *d = analyse("<TEI xml:lang='en'><text><body><p>" ENGLISH "</p><div xml:lang='fr'><p>" SHORT_FRENCH "</p><p>x<note>"
                               SHORT_FRENCH "</note></p></div><p>No.</p></body></text></TEI>", "application/xml");
  static const char *const languages[] = {"en", "fr", "fr", "fr", "en"};
  for (uint32_t n = 0; n < 5; n++) ck_assert_str_eq(language_of(d, n), languages[n]);
  policy_document_unref(d);
  d = analyse("<article xml:lang='en'><body><p>" ENGLISH "<fn xml:lang='fr'><p>" SHORT_FRENCH "</p></fn></p></body></article>",
              "application/xml");
  for (uint32_t n = 0; n < 2; n++) ck_assert_str_eq(language_of(d, n), languages[n]);
  policy_document_unref(d);
}
END_TEST

/* A text that somebody built has no language before its analysis. */
START_TEST(built) {
  policy_builder *builder = policy_builder_new(FRENCH, strlen(FRENCH), NULL, NULL, NULL);
  policy_document *given = policy_builder_finish(builder, NULL), *d = policy_analyse(given, NULL, NULL);
  ck_assert_uint_eq(policy_document_language(given).size, 0);
  reading_is(policy_document_language(d), "fr");
  ck_assert_uint_eq(policy_document_token_count(d), 0);
  policy_document *again = policy_parse(d, NULL, NULL);
  ck_assert_uint_eq(policy_document_token_count(again), 0);
  policy_document_unref(again);
  policy_document_unref(given);
  policy_document_unref(d);
}
END_TEST

Suite *suite_identify(void) {
  Suite *suite = suite_create("identify");
  TCase *tests = tcase_create("identify");
  tcase_add_test(tests, english);
  tcase_add_test(tests, foreign);
  tcase_add_test(tests, mixed);
  tcase_add_test(tests, declared);
  tcase_add_test(tests, declared_for_parts);
  tcase_add_test(tests, declared_in_xml);
  tcase_add_test(tests, built);
  suite_add_tcase(suite, tests);
  return suite;
}
