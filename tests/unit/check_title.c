/* Titles. */
#include <check.h>
#include <stdio.h>

#include "reading.h"

#define PROSE                                                                                                  \
  "The board counted the fish of the northern bay in the spring, and it found fewer than in the year before, " \
  "as it had "                                                                                                 \
  "feared it would; the nets were torn, too, and the boats unfit for the sea. Nobody could say what should "   \
  "be done.\n\n"

static void titles(const char *text, const char *title, const char *subtitle, const char *publisher) {
  policy_document *d = reading_of(text);
  reading_is(policy_document_title(d), title);
  reading_is(policy_document_subtitle(d), subtitle);
  reading_is(policy_document_publisher(d), publisher);
  policy_document_unref(d);
}

START_TEST(headings) {
  titles("The dry lake\n\nBy Ann Lee\n\n" PROSE, "The dry lake", "", "");
  titles("POLICY BRIEF\n\nThe dry lake\n\nWhat is to be done about it\n\n3 May 2019\n\n" PROSE, "The dry lake",
         "What is to be done about it", "");
  titles("\xE2\x80\x9CThe dry lake\xE2\x80\x9D\n\n" PROSE, "The dry lake", "", "");
  titles("Introduction\n\n" PROSE, "", "", "");
  titles("4. Findings of the Board\n\n" PROSE, "", "", "");
  titles(PROSE "The dry lake\n\n" PROSE, "", "", "");
}
END_TEST

START_TEST(mastheads) {
  titles("MINISTRY OF LAKES\n\nThe dry lake: what next\n\n" PROSE, "The dry lake: what next", "",
         "MINISTRY OF LAKES");
  titles("PARLIAMENT OF THE SHORE\nCOMMITTEE ON LAKES\n\nThe dry lake\n\nThird report\n\n3 May 2019\n\n" PROSE,
         "The dry lake", "", "PARLIAMENT OF THE SHORE");
  titles("The Dry Lake and Parliament\n\nBy Ann Lee\n\n" PROSE, "The Dry Lake and Parliament", "", "");
}
END_TEST

START_TEST(lines_of_one_title) {
  titles("THE DRY LAKE AND\nTHE SALT SHORE\n\n" PROSE, "THE DRY LAKE AND THE SALT SHORE", "", "");
}
END_TEST

START_TEST(running_heads) {
  titles(PROSE "2/9\n\nThe dry lake: a review - Shore\n\n" PROSE
               "3/9\n\nThe dry lake: a review - Shore\n\n" PROSE,
         "The dry lake: a review", "", "Shore");
  titles(PROSE "THE DRY LAKE\n\n69\n\n" PROSE "70\n\nTHE DRY LAKE\n\n" PROSE "THE DRY LAKE\n\n71\n\n" PROSE,
         "THE DRY LAKE", "", "");
}
END_TEST

START_TEST(filed_documents) {
  titles("United Nations   A/C.9/99/L.4\n\nGeneral Assembly\n\nNinety-ninth session\n\nThe dry lake and its "
         "people\n\nThe General Assembly,\n\nRecalling the lake,\n\n1. Weeps.\n",
         "The dry lake and its people", "", "United Nations");
}
END_TEST

START_TEST(an_act_goes_on_over_blocks) {
  policy_document *document = reading_of("L 7/1\n\nREGULATION (EU) 2020/7 OF THE COUNCIL\n\nof 3 May 2020\n\n"
                                         "on the closing of mines\n\nThe Council, having heard all there was to hear, acts.\n");
  reading_is(policy_document_title(document), "REGULATION (EU) 2020/7 OF THE COUNCIL of 3 May 2020 on the closing of mines");
  policy_document_unref(document);
}
END_TEST

Suite *suite_title(void) {
  Suite *suite = suite_create("title");
  TCase *tests = tcase_create("title");
  tcase_add_test(tests, headings);
  tcase_add_test(tests, mastheads);
  tcase_add_test(tests, lines_of_one_title);
  tcase_add_test(tests, running_heads);
  tcase_add_test(tests, filed_documents);
  tcase_add_test(tests, an_act_goes_on_over_blocks);
  suite_add_tcase(suite, tests);
  return suite;
}
