/* Debris. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "read/boilerplate.h"
#include "reading.h"

#define S reading_string

START_TEST(page_numbers) {
  static const char *const yes[] = {"12",     "- 4 -",        "\xE2\x80\x93 4 \xE2\x80\x93",
                                    "Page 3", "page 3 of 12", "Page iv",
                                    "p. 7",   "14/84",        "[3]",
                                    "iii",    "| 5"};
  static const char *const no[] = {"",       "12345", "1.",      "(1)",   "(a)", "3 of hearts",
                                   "12 May", "Page",  "Pages 3", "civil", "3.5", "l"};
  for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
    ck_assert_msg(policy__is_page_number(S(yes[i])), "%s", yes[i]);
  for (size_t i = 0; i < sizeof no / sizeof *no; i++)
    ck_assert_msg(!policy__is_page_number(S(no[i])), "%s", no[i]);
}
END_TEST

START_TEST(running_heads) {
  char text[4096] = "";
  for (int i = 1; i <= 4; i++) {
    size_t size = strlen(text);
    snprintf(text + size, sizeof text - size,
             "The board counted the fish of bay number %d and found that there were\n\nThe Lake Report "
             "%d\n\nPage %d\n\n"
             "fewer of them than in the year before that one.\n\n",
             i, 2010 + i, i);
  }
  const char *blocks = reading_blocks(text);
  ck_assert_ptr_nonnull(strstr(blocks, "boilerplate|The Lake Report 2012\n"));
  ck_assert_ptr_nonnull(strstr(blocks, "boilerplate|The Lake Report 2014\n"));
  ck_assert_ptr_nonnull(strstr(blocks, "boilerplate|Page 3\n"));
}
END_TEST

START_TEST(form_feeds) {
  const char *blocks =
      reading_blocks("Lake report\n\nOne is so, says the board of the lake.\n\fLake report\n\nTwo is so, says "
                     "the board too.\n\fLake report\n\nThree is so.\n");
  ck_assert_ptr_nonnull(strstr(blocks, "boilerplate|Lake report\nparagraph|Two"));
  ck_assert_ptr_nonnull(strstr(blocks, "boilerplate|Lake report\nparagraph|Three"));
}
END_TEST

START_TEST(what_repeats_in_the_text) {
  const char *blocks = reading_blocks("The first bay has trout.\n\nIt made recommendations.\n\nThe second bay "
                                      "has perch.\n\nIt made recommendations.\n\n"
                                      "The third bay has none.\n\nIt made recommendations.\n");
  ck_assert_ptr_null(strstr(blocks, "boilerplate"));
}
END_TEST

static const char article[] = "The board counted the fish of the northern bay in the spring, and it found "
                              "fewer than in the year before, as it had "
                              "feared it would; the nets were torn, too, and the boats unfit for the sea.\n\n";

static const char *with(const char *before, const char *after) {
  static char text[2048];
  snprintf(text, sizeof text, "%s%s%s", before, article, after);
  return reading_blocks(text);
}

START_TEST(sites) {
  const char *blocks = with("", "Return to top\n\nSubscribe to our letter\nShare on Chirper\n\nNo comments "
                                "yet\n\n\xC2\xA9 2019 Shore. All rights reserved.\n");
  ck_assert_ptr_nonnull(strstr(
      blocks, "boilerplate|Return to top\nboilerplate|Subscribe to our letter\nboilerplate|Share on Chirper\n"
              "boilerplate|No comments yet\nboilerplate|\xC2\xA9 2019 Shore. All rights reserved.\n"));
  blocks = with("Skip to main content\n\nMenu\n\n", "");
  ck_assert_ptr_nonnull(
      strstr(blocks, "boilerplate|Skip to main content\nboilerplate|Menu\nparagraph|The board"));
  ck_assert_ptr_nonnull(
      strstr(with("", "We use cookies to make this site better.\n"), "boilerplate|We use cookies"));
}
END_TEST

START_TEST(calls_are_debris_at_the_edges_alone) {
  ck_assert_ptr_nonnull(strstr(with("", "Join the Friends of the Lake\n\nBack to top\n"),
                               "boilerplate|Join the Friends of the Lake\n"));
  ck_assert_ptr_null(strstr(with("", "Join the Friends of the Lake\n"), "boilerplate"));
  ck_assert_ptr_null(strstr(
      with("", "Share the water fairly.\n\nSubscribe to the treaty on lakes before the end of the year.\n"),
      "boilerplate"));
}
END_TEST

START_TEST(ornaments) {
  ck_assert_str_eq(reading_blocks("It is dry.\n\n* * *\n\nIt is wet.\n"),
                   "paragraph|It is dry.\nboilerplate|* * *\nparagraph|It is wet.\n");
}
END_TEST

START_TEST(printers_marks) {
  ck_assert_str_eq(reading_blocks("01-60653 (E)\n\n*0160653*\n\n/...\n\n11/24/25, 5:39 PM\n\nIt is dry.\n"),
                   "boilerplate|01-60653 (E)\nboilerplate|*0160653*\nboilerplate|/...\nboilerplate|11/24/25, "
                   "5:39 PM\nparagraph|It is dry.\n");
}
END_TEST

Suite *suite_boilerplate(void) {
  Suite *suite = suite_create("boilerplate");
  TCase *tests = tcase_create("boilerplate");
  tcase_add_test(tests, page_numbers);
  tcase_add_test(tests, running_heads);
  tcase_add_test(tests, form_feeds);
  tcase_add_test(tests, what_repeats_in_the_text);
  tcase_add_test(tests, sites);
  tcase_add_test(tests, calls_are_debris_at_the_edges_alone);
  tcase_add_test(tests, ornaments);
  tcase_add_test(tests, printers_marks);
  suite_add_tcase(suite, tests);
  return suite;
}
