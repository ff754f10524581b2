/* From tags to the skeleton of a page. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/builder.h"
#include "read/html_page.h"

static policy__html_page page;

static void scan(const char *html) {
  policy_limits limits = policy__limits_fill(NULL, strlen(html));
  policy__html_page_init(&page, (policy_string){html, strlen(html)}, &limits, &policy__malloc_allocator);
  ck_assert_int_eq(policy__html_scan(&page), POLICY_OK);
}

static void skeleton_is(const char *html, const char *skeleton) {
  scan(html);
  ck_assert_str_eq(page.skeleton.data, skeleton);
  policy__html_page_free(&page);
}

#define DOCTYPE "<!doctype html>"

START_TEST(the_skeleton_has_tags_alone) {
  skeleton_is("<html><body class=x><div id='a'>text<b>bold</b></DIV>", DOCTYPE "<div></div>");
  skeleton_is("<div>a<p>b</p>c</div>d", DOCTYPE "<div><p></p><br></div><br>");
  skeleton_is("<form><x-card>a</x-card></form>", DOCTYPE "<div><div></div></div>");
  skeleton_is("<p title='a>b' x=\"</p>\">a</p>", DOCTYPE "<p></p>");
  skeleton_is("a < b <3 <>", DOCTYPE "<br>");
}
END_TEST

START_TEST(end_tags_close_what_is_open) {
  skeleton_is("</div></p></td><div></span></div></div>", DOCTYPE "<div></div>");
  skeleton_is("<h1>a</h2>", DOCTYPE "<h1></h2>");
  skeleton_is("<table><tr><td><div></table></div>", DOCTYPE "<table><tr><td><div></table>");
  skeleton_is("<td>a<tr>", DOCTYPE "<br>");
  skeleton_is("<div><table><td></div>", DOCTYPE "<div><table><td>");
  skeleton_is("<ul><li><ul></li></ul></ul>", DOCTYPE "<ul><li><ul></ul></ul>");
}
END_TEST

START_TEST(pieces_are_links_or_not) {
  scan("<p>a <a href=x>b</a> <a name=y>c</a><button>d</button><b>e</b>");
  static const bool linked[] = {false, true, false, false, true, false};
  ck_assert_uint_eq(page.pieces.count, 6);
  for (size_t i = 0; i < 6; i++) ck_assert(POLICY__AT(&page.pieces, policy__html_piece, i)->linked == linked[i]);
  ck_assert(POLICY__AT(&page.pieces, policy__html_piece, 5)->bold);
  policy__html_page_free(&page);
}
END_TEST

START_TEST(the_head_is_kept) {
  scan("<html lang=sv><title>A &amp; B</title><meta name=author content='A B'><meta property='og:title' content=C>"
       "<link rel=canonical href=/x><script type='application/ld+json'>{}</script><script>x</script>"
       "<time datetime=2031-05-01 class=updated></time><svg><title>no</title></svg>");
  const policy__html_head *head = &page.head;
  ck_assert_uint_eq(head->title.size, 9);
  ck_assert_int_eq(memcmp(head->language.data, "sv", 2), 0);
  ck_assert_int_eq(memcmp(head->canonical.data, "/x", 2), 0);
  ck_assert_uint_eq(head->metas.count, 2);
  ck_assert_uint_eq(head->scripts.count, 1);
  ck_assert_uint_eq(head->times.count, 1);
  ck_assert_str_eq(POLICY__AT(&head->times, policy__html_said, 0)->name.data, "modified");
  policy__html_page_free(&page);
}
END_TEST

START_TEST(comments_end_as_in_the_standard) {
  skeleton_is("<!--><p>a</p>", DOCTYPE "<p></p>");
  skeleton_is("<!---><p>a</p>", DOCTYPE "<p></p>");
  skeleton_is("<!-- a --!><p>a</p>", DOCTYPE "<p></p>");
  skeleton_is("<!-- a - -- > ---><p>a</p>", DOCTYPE "<p></p>");
  skeleton_is("<!-- a <p>", DOCTYPE);
  skeleton_is("<![CDATA[x]]><?pi?><!x></ ><p>", DOCTYPE "<p>");
}
END_TEST

START_TEST(attributes_come_one_by_one) {
  static const char tag[] = " a b = 'c d' e=f/ g=\"h\"/ i>rest";
  static const char *const names[] = {"a", "b", "e", "g", "i"}, *const values[] = {"", "c d", "f/", "h", ""};
  const char *at = tag, *end = tag + sizeof tag - 1;
  policy__html_attribute attribute;
  for (size_t i = 0; i < 5; i++) {
    ck_assert(policy__html_attribute_next(&at, end, &attribute));
    ck_assert(policy__html_is(attribute.name, names[i]));
    ck_assert(policy__html_is(attribute.value, values[i]));
  }
  ck_assert(!policy__html_attribute_next(&at, end, &attribute));
  ck_assert_str_eq(at, "rest");
  at = "a='";
  ck_assert(!policy__html_attribute_next(&at, at + 3, &attribute));
  ck_assert(at == NULL);
}
END_TEST

START_TEST(names_give_hints) {
  static const struct {
    const char *names;
    unsigned hints;
  } cases[] = {{"main-nav", POLICY__HINT_DEBRIS},
               {"nav-content post", POLICY__HINT_DEBRIS | POLICY__HINT_CONTENT},
               {"post-footer", POLICY__HINT_EDGE},
               {"articleBody", POLICY__HINT_CONTENT | POLICY__HINT_BODY},
               {"entry_content x", POLICY__HINT_CONTENT | POLICY__HINT_BODY},
               {"entry content", POLICY__HINT_CONTENT},
               {"CookieBanner", POLICY__HINT_NOTICE | POLICY__HINT_DEBRIS},
               {"sr-only", POLICY__HINT_HIDDEN},
               {"navy shared 1234", 0},
               {"", 0},
               {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbbbbbbbb-cccccccccccccccccccccccccc-"
                "ddddddddddddddddddddddd-nav",
                POLICY__HINT_DEBRIS}};
  policy__html_hint_table table;
  policy__html_hints_init(&table);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    policy_string names = {cases[i].names, strlen(cases[i].names)};
    ck_assert_msg(policy__html_hints(&table, names) == cases[i].hints, "%s", cases[i].names);
  }
}
END_TEST

START_TEST(references_are_replaced) {
  static const struct {
    const char *text, *expected;
  } cases[] = {{"a&amp;b", "a&b"},           {"&lt", "<"},          {"&notit;", "\xC2\xACit;"},
               {"&#65;&#x41;&#X41", "AAA"},  {"&#128;", "\xE2\x82\xAC"}, {"&#0;", "\xEF\xBF\xBD"},
               {"&#x110000;", "\xEF\xBF\xBD"}, {"&#xD800;", "\xEF\xBF\xBD"}, {"&", "&"},
               {"&&amp;", "&&"},             {"&;", "&;"},          {"&CounterClockwiseContourIntegral;", "\xE2\x88\xB3"},
               {"&fjlig;", "fj"},            {"&#99999999999;", "\xEF\xBF\xBD"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    policy_buffer text = POLICY_BUFFER_INIT;
    ck_assert_int_eq(policy__html_text((policy_string){cases[i].text, strlen(cases[i].text)}, &text), POLICY_OK);
    ck_assert_str_eq(text.data, cases[i].expected);
    policy_buffer_free(&text);
  }
}
END_TEST

Suite *suite_html_scan(void) {
  Suite *suite = suite_create("html_scan");
  TCase *tests = tcase_create("html_scan");
  tcase_add_test(tests, the_skeleton_has_tags_alone);
  tcase_add_test(tests, end_tags_close_what_is_open);
  tcase_add_test(tests, pieces_are_links_or_not);
  tcase_add_test(tests, the_head_is_kept);
  tcase_add_test(tests, comments_end_as_in_the_standard);
  tcase_add_test(tests, attributes_come_one_by_one);
  tcase_add_test(tests, names_give_hints);
  tcase_add_test(tests, references_are_replaced);
  suite_add_tcase(suite, tests);
  return suite;
}
