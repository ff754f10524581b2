/* The phrases of sites. */
#include <check.h>

#include "read/boilerplate.h"
#include "reading.h"

#define S reading_string

START_TEST(phrases) {
  static const char *const yes[] = {
      "BACK TO TOP",          "Read more...",     "[Read more]",
      "\xC2\xBB Next page",   "Share on Chirper", "Copyright 2019 Shore",
      "\xC2\xA9 Shore",       "(c) 2019 Shore",   "This website uses cookies to count you.",
      "Press Ctrl+V to paste"};
  static const char *const no[] = {"",
                                   "Reading more is good.",
                                   "Share the water",
                                   "(c) the board shall count the fish;",
                                   "Copyright law of lakes",
                                   "Nextdoor",
                                   "Privacy",
                                   "Terms and conditions",
                                   "Return to peace talks",
                                   "Subscribe to the treaty."};
  for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
    ck_assert_msg(policy__is_site_phrase(S(yes[i])), "%s", yes[i]);
  for (size_t i = 0; i < sizeof no / sizeof *no; i++)
    ck_assert_msg(!policy__is_site_phrase(S(no[i])), "%s", no[i]);
}
END_TEST

START_TEST(edges) {
  ck_assert(policy__is_site_edge(S("Join the Friends of the Lake")));
  ck_assert(policy__is_site_edge(S("Back to top")));
  ck_assert(!policy__is_site_edge(S("Join the board in its work.")));
  ck_assert(policy__is_site_edge(S("Privacy policy")));
  ck_assert(!policy__is_site_edge(S("The board counts the fish")));
}
END_TEST

Suite *suite_site(void) {
  Suite *suite = suite_create("site");
  TCase *tests = tcase_create("site");
  tcase_add_test(tests, phrases);
  tcase_add_test(tests, edges);
  suite_add_tcase(suite, tests);
  return suite;
}
