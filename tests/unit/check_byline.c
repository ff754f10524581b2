/* Bylines, labels, dates and topics. */
#include <check.h>

#include "read/metadata.h"
#include "reading.h"

#define S reading_string
#define PROSE                                                                                                  \
  "The board counted the fish of the northern bay in the spring, and it found fewer than in the year before, " \
  "as it had "                                                                                                 \
  "feared it would; the nets were torn, too, and the boats unfit for the sea. Nobody could say what should "   \
  "be done.\n\n"

static void authors(const char *text, const char *first, const char *second) {
  policy_document *d = reading_of(text);
  reading_is(policy_document_author(d, 0), first);
  reading_is(policy_document_author(d, 1), second);
  policy_document_unref(d);
}

START_TEST(bylines) {
  authors("The dry lake\n\nBy Ann Lee\n\n" PROSE, "Ann Lee", "");
  authors("The dry lake\n\nBy Ann Lee and Ben Okri | 3 May 2019\n\n" PROSE, "Ann Lee", "Ben Okri");
  authors("The dry lake\n\nAnn Lee, Ben Okri\n\n3 May 2019\n\n" PROSE, "Ann Lee", "Ben Okri");
  authors("The dry lake\n\nThe lake can be saved, Ann Lee and Ben Okri write.\n\n" PROSE, "Ann Lee",
          "Ben Okri");
  authors("The dry lake\n\nBy the sea\n\n" PROSE, "", "");
  ck_assert(policy__is_byline(S("By Ann Lee")));
  ck_assert(!policy__is_byline(S("By then the lake was dry, and nobody came.")));
  ck_assert(!policy__is_byline(S("By")));
}
END_TEST

START_TEST(labels) {
  policy_document *d =
      reading_of("LAKE BOARD\n\nMemorandum\n\nDate:\n\n3 May 2019\n\nFrom:\n\nAnn Lee, Director\n\nSubject: "
                 "Nets of the Northern Bay\n\n" PROSE "DOI: 10.1234/lake.5\n\nKeywords: lakes, nets; fish\n");
  reading_is(policy_document_title(d), "Nets of the Northern Bay");
  reading_is(policy_document_date(d), "2019-05-03");
  reading_is(policy_document_author(d, 0), "Ann Lee");
  ck_assert_uint_eq(policy_document_author_count(d), 1);
  reading_is(policy_document_identifier(d), "10.1234/lake.5");
  ck_assert_uint_eq(policy_document_topic_count(d), 3);
  policy_document_unref(d);
}
END_TEST

START_TEST(a_subject_that_runs_into_the_text) {
  policy_document *d = reading_of(
      "Subject: Nets of the Northern Bay The board counted the nets of the northern bay in the spring, and it "
      "found that most of them "
      "were torn, as the fishermen had feared when the storms came. Nobody could say what should be done.\n");
  reading_is(policy_document_title(d), "Nets of the Northern Bay");
  policy_document_unref(d);
}
END_TEST

static void dated(const char *text, const char *date) {
  policy_document *d = reading_of(text);
  reading_is(policy_document_date(d), date);
  policy_document_unref(d);
}

START_TEST(dates) {
  dated("The dry lake\n\n3 May 2019\n\n" PROSE, "2019-05-03");
  dated("The dry lake\n\nGeneva, May 2019\n\n" PROSE, "2019-05");
  dated("Distr.: General 3 May 2019 Original: English\n\n" PROSE, "2019-05-03");
  dated("The dry lake\n\n(2) This Act comes into force on 1 July 2025.\n\n" PROSE, "");
  dated("The dry lake\n\n" PROSE "3 May 2019\n\n" PROSE, "");
}
END_TEST

START_TEST(topics) {
  ck_assert(policy__is_topics(S("Fisheries, Water | Africa, East Africa")));
  ck_assert(policy__is_topics(S("Trade | Asia")));
  ck_assert(!policy__is_topics(S("Home | About us | Contact")));
  ck_assert(!policy__is_topics(S("News | Opinion")));
  ck_assert(!policy__is_topics(S("The lake is dry | The shore is wide, and salt.")));
  policy_document *d = reading_of("The dry lake\n\nEast Africa, Europe | Fisheries, Water\n\n" PROSE);
  reading_is(policy_document_topic(d, 0), "Fisheries");
  reading_is(policy_document_region(d, 1), "Europe");
  policy_document_unref(d);
}
END_TEST

START_TEST(last_words) {
  policy_document *d = reading_of(PROSE "Issued by: The Lake Board\n");
  reading_is(policy_document_publisher(d), "The Lake Board");
  policy_document_unref(d);
}
END_TEST

Suite *suite_byline(void) {
  Suite *suite = suite_create("byline");
  TCase *tests = tcase_create("byline");
  tcase_add_test(tests, bylines);
  tcase_add_test(tests, labels);
  tcase_add_test(tests, a_subject_that_runs_into_the_text);
  tcase_add_test(tests, dates);
  tcase_add_test(tests, topics);
  tcase_add_test(tests, last_words);
  suite_add_tcase(suite, tests);
  return suite;
}
