/* What pages say of themselves. */
#include <check.h>
#include <policy.h>
#include <stdio.h>
#include <string.h>

#include "read/html_meta.h"
#include "reading.h"

/* "title|authors|date|publisher|language|topics|address" of a page, in a static buffer. */
static const char *said_by(const char *html) {
  static char shown[1024];
  policy_error error = {0};
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "text/html";
  policy_document *d = policy_read(html, strlen(html), &options, &error);
  ck_assert_msg(d != NULL, "%s", error.message);
  size_t at = (size_t)snprintf(shown, sizeof shown, "%s|", policy_document_title(d).data);
  for (uint32_t i = 0; i < policy_document_author_count(d); i++)
    at += (size_t)snprintf(shown + at, sizeof shown - at, "%s%s", i > 0 ? ";" : "", policy_document_author(d, i).data);
  at += (size_t)snprintf(shown + at, sizeof shown - at, "|%s|%s|%s|", policy_document_date(d).data,
                         policy_document_publisher(d).data, policy_document_language(d).data);
  for (uint32_t i = 0; i < policy_document_topic_count(d); i++)
    at += (size_t)snprintf(shown + at, sizeof shown - at, "%s%s", i > 0 ? ";" : "", policy_document_topic(d, i).data);
  (void)snprintf(shown + at, sizeof shown - at, "|%s", policy_document_url(d).data);
  policy_document_unref(d);
  return shown;
}

#define SAYS(html, expected) ck_assert_str_eq(said_by(html), expected)

START_TEST(json_ld_comes_first) {
  SAYS("<html lang=en-GB><title>x</title><meta property=og:title content=y><meta name=date content=2030-01-01>"
       "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\", \"name\": \"z\"}, {\"@type\": "
       "[\"Thing\", \"NewsArticle\"], \"headline\": \"Wells &amp; towns\", \"datePublished\": \"2031-05-02T10:00:00Z\", "
       "\"dateModified\": \"2032-01-01\", \"author\": [{\"@type\": \"Person\", \"name\": \"Ann Lee\"}, \"Bo Ek\"], "
       "\"publisher\": {\"name\": \"Valley News\"}, \"keywords\": \"water, towns\"}]}</script>",
       "Wells & towns|Ann Lee;Bo Ek|2031-05-02|Valley News|en-GB|water;towns|");
}
END_TEST

START_TEST(meta_elements_come_next) {
  SAYS("<html lang=en_us><meta name=citation_title content='On Wells'><meta name=citation_author content='Lee, Ann'>"
       "<meta name=citation_author content='Bo Ek'><meta name=citation_publication_date content='2031/05/02'>"
       "<meta property=og:site_name content='Valley Institute'><meta name=keywords content='wells; gauges, wells'>"
       "<link rel=canonical href='https://example.org/wells'>",
       "On Wells|Ann Lee;Bo Ek|2031-05-02|Valley Institute|en-us|wells;gauges|https://example.org/wells");
  SAYS("<meta name=DC.title content='A Plan'><meta name=DC.creator content='By Ann Lee and Bo Ek'>"
       "<meta name=dcterms.issued content='2 May 2031'><meta name=DC.publisher content=Council>",
       "A Plan|Ann Lee;Bo Ek|2031-05-02|Council|||");
}
END_TEST

START_TEST(then_the_text) {
  SAYS("<title>Wells of the Valley | Valley News</title><h1>Wells of the Valley</h1><span class=author>By "
       "<a rel=author href=x>Ann Lee</a></span><time datetime='2032-01-01' class=updated>x</time>"
       "<time datetime='2031-05-02' itemprop=datePublished>x</time><p>Text.",
       "Wells of the Valley|Ann Lee|2031-05-02||en||");
  SAYS("<title>Wells</title><h1>Wells</h1><div class=byline>Posted by Bo Ek | 3 min</div><div>2 May 2031</div><p>Text.",
       "Wells|Bo Ek|2031-05-02||en||");
  SAYS("<meta property=article:modified_time content=2031-05-02><p>Text.", "||2031-05-02||||");
}
END_TEST

START_TEST(what_is_no_name_is_no_author) {
  SAYS("<meta name=author content='https://example.org/ann'><p>x", "||||||");
  SAYS("<meta name=author content='12345'><p>x", "||||||");
  SAYS("<meta name=author content='a@b.org'><p>x", "||||||");
  SAYS("<div class=author>ABOUT US</div><p>x", "||||||");
}
END_TEST

static void title_is(const char *title, const char *heading, const char *site, const char *expected) {
  reading_is(policy__html_title(reading_string(title), reading_string(heading), reading_string(site)), expected);
}

START_TEST(the_site_leaves_the_title) {
  title_is("Wells of the Valley | Valley News", "", "", "Wells of the Valley");
  title_is("Wells of the Valley - News", "", "", "Wells of the Valley");
  title_is("Valley News: the paper of the valley - Wells and towns", "", "Valley News: the paper of the valley",
           "Wells and towns");
  title_is("A - B - C", "A - B", "", "A - B");
  title_is("News | Wells, and What Now? | Site", "Wells and what now", "", "Wells, and What Now?");
  title_is("Wells-and-towns", "", "", "Wells-and-towns");
  title_is("Wells | a plan of the council for all the towns", "", "", "Wells | a plan of the council for all the towns");
  title_is("", "", "", "");
  title_is("| Wells |", "", "", "Wells");
  ck_assert(policy__html_agree(reading_string("Ten Wells of the Valley"), reading_string("The wells of our valley")));
  ck_assert(!policy__html_agree(reading_string("Ten Wells"), reading_string("Contact us today")));
}
END_TEST

START_TEST(names_dates_and_languages) {
  static const struct {
    const char *line, *name;
  } names[] = {{"By Ann Lee", "Ann Lee"},      {"Written by: Ann Lee | 3 min", "Ann Lee"}, {"Ann Lee on 3 May", "Ann Lee"},
               {"Author Ann Lee", "Ann Lee"},  {"READ MORE", ""},                        {"3 May 2031", ""},
               {"Posted by Bo Ek", "Bo Ek"},       {"", ""}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    reading_is(policy__html_name(reading_string(names[i].line)), names[i].name);
  static const struct {
    const char *text, *iso;
  } dates[] = {{"2031-05-02T10:00:00+02:00", "2031-05-02"}, {"20310502", "2031-05-02"}, {"2031/05/02", "2031-05-02"},
               {"2031-05", "2031-05"},                      {"2031", "2031"},           {"Fri, 2 May 2031 10:00", "2031-05-02"},
               {"May 2, 2031", "2031-05-02"},               {"2031-13-02", ""},         {"2031-05-00", ""},
               {"1031-05-02", ""},                          {"yesterday", ""},          {"", ""}};
  for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
    policy__date date;
    char iso[POLICY__DATE_SIZE] = "";
    if (policy__html_date(reading_string(dates[i].text), &date)) policy__date_write(date, iso);
    ck_assert_str_eq(iso, dates[i].iso);
  }
  char tag[POLICY__HTML_TAG_SIZE];
  ck_assert_uint_eq(policy__html_language(reading_string("EN_us.UTF-8"), tag), 5);
  ck_assert_int_eq(memcmp(tag, "en-us", 5), 0);
  ck_assert_uint_eq(policy__html_language(reading_string("english"), tag), 0);
  ck_assert_uint_eq(policy__html_language(reading_string(""), tag), 0);
  ck_assert(policy__html_is_file(reading_string("L_2009140EN.xml")));
  ck_assert(!policy__html_is_file(reading_string("On the file report.pdf")));
}
END_TEST

Suite *suite_html_meta(void) {
  Suite *suite = suite_create("html_meta");
  TCase *tests = tcase_create("html_meta");
  tcase_add_test(tests, json_ld_comes_first);
  tcase_add_test(tests, meta_elements_come_next);
  tcase_add_test(tests, then_the_text);
  tcase_add_test(tests, what_is_no_name_is_no_author);
  tcase_add_test(tests, the_site_leaves_the_title);
  tcase_add_test(tests, names_dates_and_languages);
  suite_add_tcase(suite, tests);
  return suite;
}
