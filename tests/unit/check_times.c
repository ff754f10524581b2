/* Expressions of time: their places, values and deadlines; and the calendar under them. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "extract/calendar.h"
#include "extract/time_words.h"
#include "extract_fixture.h"

/* A sentence in a document of Thursday, 17 March 2016, and what it tells: "words=value", parted by "; ", with "!"
   behind a deadline. */
static const struct {
  const char *text, *times;
} cases[] = {
    {"Talks began on 6 January 2016.", "6 January 2016=2016-01-06"},
    {"Talks began on January 6th, 2016, in Oslo.", "January 6th, 2016=2016-01-06"},
    {"The vote of 2016-01-06 stands.", "2016-01-06=2016-01-06"},
    {"It was sent on 10-Apr-15 by post.", "10-Apr-15=2015-04-10"},
    {"They met on Tuesday, September 1, 2015, again.", "Tuesday, September 1, 2015=2015-09-01"},
    {"A summit on 5-6 September 2019 is planned.", "5-6 September 2019=2019-09-05/2019-09-06"},
    {"Exports fell in March 2014.", "March 2014=2014-03"},
    {"Exports fell between March and May 2015.", "March=2015-03; May 2015=2015-05"},
    {"Exports fell from November to February 2015.", "November=2014-11; February 2015=2015-02"},
    {"Exports fell in November.", "November=2015-11"},
    {"Exports fell on 2 February.", "2 February=2016-02-02"},
    {"Exports will fall in November.", "November=2016-11"},
    {"Ministers may march to May Street.", ""},
    {"The ban has held since 1998 and cost 2000 jobs.", "1998=1998"},
    {"See resolution 1718 (2006) and resolution 2094.", "2006=2006"},
    {"The figure for 2014-15 is lower.", "2014-15=2014/2015"},
    {"It cost $2014 or 2,015 euros, 2016 km away.", ""},
    {"See A/RES/2015/70 and page 1999.", ""},
    {"Prices rose in the 1990s and in the early '80s.", "the 1990s=199; the early '80s=198"},
    {"A treaty of the 19th century, not of the twenty-first century.",
     "the 19th century=18; the twenty-first century=20"},
    {"Athens fell in 404 BC.", "404 BC=BC0404"},
    {"Profits rose in the second quarter of 2014.", "the second quarter of 2014=2014-Q2"},
    {"Profits rose in Q3 2020 and the first half of 2019.", "Q3 2020=2020-Q3; the first half of 2019=2019-H1"},
    {"The mine closed in spring 2014.", "spring 2014=2014-SP"},
    {"The mine closed in the summer of 2010.", "the summer of 2010=2010-SU"},
    {"The mine closes by the end of 2030.", "the end of 2030=2030!"},
    {"The mine closes no later than 1 May 2017.", "1 May 2017=2017-05-01!"},
    {"States should reply within 30 days.", "30 days=P30D!"},
    {"By 2014, exports had doubled.", "2014=2014"},
    {"It opened in late March and in mid-2014.", "late March=2016-03; mid-2014=2014"},
    {"It opened last week.", "last week=2016-W10"},
    {"It opens next month.", "next month=2016-04"},
    {"It opened earlier this year.", "earlier this year=2016"},
    {"It opened in the last quarter.", "the last quarter=2015-Q4"},
    {"It opened three years ago.", "three years ago=2013"},
    {"It opened about two months ago.", "about two months ago=2016-01"},
    {"It opened ten days ago.", "ten days ago=2016-03-07"},
    {"It opened in June 2010; a year later it closed.", "June 2010=2010-06; a year later=2011"},
    {"It opened on 30 June 2010 and closed the following day.", "30 June 2010=2010-06-30; the following day=2010-07-01"},
    {"It opened in 2010. In March it closed.", "2010=2010; March=2010-03"},
    {"That year it closed.", "That year=2016"},
    {"It opened yesterday and closes tomorrow morning.", "yesterday=2016-03-16; tomorrow morning=2016-03-18TMO"},
    {"It closed on Monday.", "Monday=2016-03-14"},
    {"It will close on Monday.", "Monday=2016-03-21"},
    {"It closed on Thursday.", "Thursday=2016-03-17"},
    {"It closed last Thursday night.", "last Thursday night=2016-03-10TNI"},
    {"The council sits every two years, and each month in part.", "every two years=P2Y; each month=P1M"},
    {"The council sits every Friday and reports annually.", "every Friday=XXXX-WXX-5; annually=P1Y"},
    {"For more than two and a half years nothing moved.", "more than two and a half years=P2.5Y"},
    {"A six-month plan followed an 18-month delay.", "six-month=P6M; 18-month=P18M"},
    {"Over the past three years several decades of work were lost.", "the past three years=P3Y; several decades=PXDE"},
    {"In recent years trust has fallen.", "recent years=PAST_REF"},
    {"In the coming months trust may return.", "the coming months=FUTURE_REF"},
    {"The office opens at 9 a.m. and at 22:30.", "9 a.m.=2016-03-17T09:00; 22:30=2016-03-17T22:30"},
    {"Forty centuries ago, and a hundred years ago.", "Forty centuries ago=PAST_REF; a hundred years ago=1916"},
    {"Since December 2014, in the following quarter, exports fell.",
     "December 2014=2014-12; the following quarter=2015-Q1"},
    {"See section 2016 of the Act 2004, in fiscal year 2015.", "2004=2004; fiscal year 2015=2015"},
    {"The 25-year-old, 40 years old, earns 300 a month.", ""},
    {"It closed on 30 February 2015 and in month 13.", "February 2015=2015-02"},
    {"It closed on 2015-13-01.", ""},
    {"The year-end deal and the end of the year.", "The year-end=2016; the end of the year=2016"},
    {"Send it before 31 March of each year.", "31 March of each year=XXXX-03-31!"},
    {"On the 2nd of this month it closed.", "the 2nd of this month=2016-03-02"},
    {"It closed on Christmas Eve 2014.", "Christmas Eve 2014=2014-12-24"},
};

static const char *told(const char *text) {
  static char line[2000];
  char whole[2000];
  size_t size = 0;
  (void)snprintf(whole, sizeof whole, "A Title\n\nBy Ada Berg\n\n17 March 2016\n\nThe paper begins with words alone.\n\n%s\n", text);
  policy_document *document = fixture_analyse(whole);
  uint32_t count = policy_document_time_count(document);
  line[0] = '\0';
  for (uint32_t i = 0; i < count; i++) {
    policy_time time = policy_document_time(document, i);
    if (policy_time_span(time).begin < 40) continue; /* the document's own date */
    size += (size_t)snprintf(line + size, sizeof line - size, "%s%s=%s%s", size > 0 ? "; " : "",
                             fixture_text(policy_document_slice(document, policy_time_span(time))),
                             fixture_text(policy_time_value(time)), policy_time_is_deadline(time) ? "!" : "");
  }
  policy_document_unref(document);
  return line;
}

START_TEST(expressions) {
  ck_assert_str_eq(told(cases[_i].text), cases[_i].times);
}
END_TEST

START_TEST(demands_have_deadlines) {
  policy_document *document = fixture_analyse("Norway should close the mine by the end of 2030. It should pay within 30 days. "
                                              "It should publish the list of 2019.");
  static const char *const deadlines[] = {"2030", "", ""};
  ck_assert_uint_eq(policy_document_recommendation_count(document), 3);
  for (uint32_t i = 0; i < 3; i++)
    ck_assert_str_eq(fixture_text(policy_recommendation_deadline(policy_document_recommendation(document, i))), deadlines[i]);
  policy_document_unref(document);
}
END_TEST

/* Words of another language that look like English ones of time ("second", "sat") are none. */
START_TEST(english_alone_is_read) {
  policy_document *document = fixture_analyse(
      "The council met at the lake in May 2014 to speak of the people who live from it and of their boats.\n\n"
      "Le conseil se r\xC3\xA9unit au printemps, en second lieu le 3 mai 2016, pour parler du lac et de ceux qui en "
      "vivent depuis toujours, et des bateaux qui sont sur le lac.");
  ck_assert_uint_eq(policy_document_time_count(document), 1);
  ck_assert_str_eq(fixture_text(policy_time_value(policy_document_time(document, 0))), "2014-05");
  policy_document_unref(document);
}
END_TEST

START_TEST(types) {
  policy_document *document = fixture_analyse("It met in 2010 for two years, every month, at 9 p.m. in Oslo.");
  static const policy_time_type types[] = {POLICY_TIME_DATE, POLICY_TIME_DURATION, POLICY_TIME_SET, POLICY_TIME_TIME};
  ck_assert_uint_eq(policy_document_time_count(document), 4);
  for (uint32_t i = 0; i < 4; i++) ck_assert_int_eq(policy_time_type_of(policy_document_time(document, i)), types[i]);
  policy_document_unref(document);
}
END_TEST

/* One date that leaves no doubt tells how the others are written. */
START_TEST(the_order_of_day_and_month) {
  policy_document *document = fixture_analyse("It met on 3/4/2015 in Oslo. It met on 12/25/2015 in Rome.");
  ck_assert_str_eq(fixture_text(policy_time_value(policy_document_time(document, 0))), "2015-03-04");
  policy_document_unref(document);
  document = fixture_analyse("It met on 3/4/2015 in Oslo. It met on 25/12/2015 in Rome.");
  ck_assert_str_eq(fixture_text(policy_time_value(policy_document_time(document, 0))), "2015-04-03");
  policy_document_unref(document);
}
END_TEST

START_TEST(without_any_date_little_is_said) {
  policy_document *document = fixture_analyse("They met yesterday, last week, on Monday and in June, at noon or 9 p.m. today.");
  static const char *const values[] = {"PAST_REF", "PAST_REF", "XXXX-WXX-1", "XXXX-06", "T21:00", "PRESENT_REF"};
  ck_assert_uint_eq(policy_document_time_count(document), 6);
  for (uint32_t i = 0; i < 6; i++)
    ck_assert_str_eq(fixture_text(policy_time_value(policy_document_time(document, i))), values[i]);
  policy_document_unref(document);
}
END_TEST

START_TEST(the_calendar) {
  ck_assert_int_eq(policy__calendar_number((policy__day){1970, 1, 1}), 0);
  ck_assert_int_eq(policy__calendar_number((policy__day){2000, 3, 1}), 11017);
  ck_assert_int_eq(policy__calendar_weekday(policy__calendar_number((policy__day){2016, 3, 17})), 4);
  ck_assert_int_eq(policy__calendar_weekday(policy__calendar_number((policy__day){1955, 11, 5})), 6);
  for (int32_t n = -800000, wrong = 0; n < 800000; n += 7) {
    wrong += policy__calendar_number(policy__calendar_day(n)) != n;
    wrong += policy__calendar_weekday(n + 1) != policy__calendar_weekday(n) % 7 + 1;
    ck_assert_int_eq(wrong, 0);
  }
  int32_t year;
  ck_assert_int_eq(policy__calendar_week(policy__calendar_number((policy__day){2016, 1, 3}), &year), 53);
  ck_assert_int_eq(year, 2015);
  ck_assert_int_eq(policy__calendar_week(policy__calendar_number((policy__day){2018, 12, 31}), &year), 1);
  ck_assert_int_eq(year, 2019);
  ck_assert(policy__calendar_has((policy__day){2016, 2, 29}) && !policy__calendar_has((policy__day){2015, 2, 29}));
  ck_assert(!policy__calendar_has((policy__day){1900, 2, 29}) && !policy__calendar_has((policy__day){2015, 4, 31}));
  policy__day before = policy__calendar_month_shift((policy__day){2016, 1, 5}, -1);
  ck_assert(before.year == 2015 && before.month == 12);
}
END_TEST

/* Each word that is known is found: the table is in order. */
START_TEST(words_are_known) {
  static const struct {
    const char *word;
    int class, value;
  } known[] = {{"a", POLICY__TIME_A, 1},           {"Yearly", POLICY__TIME_OFTEN, POLICY__UNIT_YEAR},
               {"years", POLICY__TIME_UNIT, POLICY__UNIT_YEAR}, {"Friday", POLICY__TIME_WEEKDAY, 5},
               {"Sept", POLICY__TIME_MONTH, 9},    {"nineteenth", POLICY__TIME_ORDINAL, 19},
               {"ninety", POLICY__TIME_CARDINAL, 90}, {"p.m", POLICY__TIME_AM, 12},
               {"o'clock", POLICY__TIME_CLOCK, 0}, {"word", POLICY__TIME_OTHER, 0},
               {"yearning", POLICY__TIME_OTHER, 0}, {"42", POLICY__TIME_NUMBER, 42}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    policy__array words;
    bool telling;
    policy__array_init(&words, &policy__malloc_allocator, sizeof(policy__time_word), 100);
    policy_string text = {known[i].word, strlen(known[i].word)};
    ck_assert_int_eq(policy__time_words_find(text, (policy_span){0, (uint32_t)text.size}, &words, &telling), POLICY_OK);
    ck_assert_uint_eq(words.count, 1);
    ck_assert_int_eq(POLICY__AT(&words, policy__time_word, 0)->class, known[i].class);
    ck_assert_int_eq(POLICY__AT(&words, policy__time_word, 0)->value, known[i].value);
    policy__array_free(&words);
  }
}
END_TEST

Suite *suite_times(void);
Suite *suite_times(void) {
  Suite *suite = suite_create("times");
  TCase *tests = tcase_create("all");
  tcase_add_loop_test(tests, expressions, 0, (int)(sizeof cases / sizeof *cases));
  tcase_add_test(tests, english_alone_is_read);
  tcase_add_test(tests, demands_have_deadlines);
  tcase_add_test(tests, types);
  tcase_add_test(tests, the_order_of_day_and_month);
  tcase_add_test(tests, without_any_date_little_is_said);
  tcase_add_test(tests, the_calendar);
  tcase_add_test(tests, words_are_known);
  suite_add_tcase(suite, tests);
  return suite;
}
