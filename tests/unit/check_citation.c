/* Recognising citations and taking them apart. */
#include <check.h>

#include "read/citation.h"
#include "reading.h"

#define S reading_string

START_TEST(recognising) {
  ck_assert(policy__is_citation(S("Lee, A. (2019). The lake dries - Shore. [online] Shore. Available at:")));
  ck_assert(policy__is_citation(S("Suggested citation: Lee, Ann. The lake dries. Shore Press, 2019.")));
  ck_assert(policy__is_citation(S("Please cite this report as: Lake Board (2019), The lake dries.")));
  ck_assert(
      !policy__is_citation(S("Lee, A. (2019) said that the lake would be dry before the century is out.")));
  ck_assert(!policy__is_citation(
      S("The lake fell by two metres (2019). It will fall more, see http://lake.example.")));
  ck_assert(!policy__is_citation(S("Citation of the act is allowed in every court of the land.")));
  ck_assert(policy__is_reference(S("Lake Board, The lake dries, annual report, Geneva 2019.")));
  ck_assert(!policy__is_reference(S("and then it was dry, they said, for good.")));
}
END_TEST

START_TEST(taking_apart) {
  policy__citation c;
  ck_assert(policy__citation_parse(S("Lee, A. and Okri, B. (2019). Listening for rain - The Shore. [online] "
                                     "The Shore. Available at: https://shore.example/rain."),
                                   &c));
  reading_is(c.authors, "Lee, A. and Okri, B.");
  reading_is(c.title, "Listening for rain");
  reading_is(c.container, "The Shore");
  reading_is(c.year, "2019");
  reading_is(c.url, "https://shore.example/rain");
  ck_assert(c.online);
  ck_assert(!c.own);
}
END_TEST

START_TEST(quotes_and_journals) {
  policy__citation c;
  ck_assert(policy__citation_parse(S("Cite this article as: Lee A (2019). \"Rain in the hills.\" Journal of "
                                     "Lakes, 3(2), 1-9. doi:10.1234/jl.77"),
                                   &c));
  reading_is(c.title, "Rain in the hills");
  reading_is(c.container, "Journal of Lakes");
  reading_is(c.doi, "10.1234/jl.77");
  ck_assert(c.own);
}
END_TEST

START_TEST(sites) {
  policy__citation c;
  ck_assert(policy__citation_parse(S("Lee, A. (2019). Rain | Shore. Available at: http://x.example"), &c));
  reading_is(c.title, "Rain");
  reading_is(c.container, "Shore");
  ck_assert(policy__citation_parse(S("Lee, A. (2019). Rain - a history. Shore Press."), &c));
  reading_is(c.title, "Rain - a history");
  reading_is(c.container, "Shore Press");
}
END_TEST

START_TEST(what_has_no_form) {
  policy__citation c;
  ck_assert(!policy__citation_parse(S(""), &c));
  ck_assert(!policy__citation_parse(S("No year is here."), &c));
  ck_assert(!policy__citation_parse(S("Lee, A. (2019)"), &c));
}
END_TEST

Suite *suite_citation(void) {
  Suite *suite = suite_create("citation");
  TCase *tests = tcase_create("citation");
  tcase_add_test(tests, recognising);
  tcase_add_test(tests, taking_apart);
  tcase_add_test(tests, quotes_and_journals);
  tcase_add_test(tests, sites);
  tcase_add_test(tests, what_has_no_form);
  suite_add_tcase(suite, tests);
  return suite;
}
