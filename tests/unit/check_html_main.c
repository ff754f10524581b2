/* The main text of pages against their debris. */
#include <check.h>
#include <policy.h>
#include <stdio.h>
#include <string.h>

#define LONG(n)                                                                                                     \
  "<p>Paragraph " n " tells how the towns of the valley measure their wells, and what it costs them to do so every " \
  "month, in words enough to be read as prose.</p>"
#define BODY LONG("one") LONG("two") LONG("three") LONG("four")

/* Whether the words stand in a block that is not debris. */
static bool is_kept(const policy_document *document, const char *words) {
  for (uint32_t i = 0; i < policy_document_block_count(document); i++) {
    policy_block block = policy_document_block(document, i);
    policy_string text = policy_document_slice(document, policy_block_span(block));
    const char *found = strstr(text.data, words);
    if (found != NULL && found < text.data + text.size) return policy_block_kind_of(block) != POLICY_BLOCK_BOILERPLATE;
  }
  ck_abort_msg("no block has %s", words);
}

/* Words that are to be kept and words that are debris, in a page. Lists end with NULL. */
static void divides(const char *html, const char *const *kept, const char *const *debris) {
  policy_error error = {0};
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "text/html";
  policy_document *document = policy_read(html, strlen(html), &options, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  for (; *kept != NULL; kept++) ck_assert_msg(is_kept(document, *kept), "%s is to be kept", *kept);
  for (; *debris != NULL; debris++) ck_assert_msg(!is_kept(document, *debris), "%s is debris", *debris);
  policy_document_unref(document);
}

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

START_TEST(what_surrounds_an_article) {
  divides("<nav><a href=/>Start</a></nav><div class=cookie-banner><p>We use many cookies here, and ask you to agree.</p></div>"
          "<article><h2>Wells</h2>" BODY "<div class=share-bar>Tell others</div><ul><li><a href=a>Another story</a>"
          "<li><a href=b>A third story</a></ul></article><aside>Weather</aside>"
          "<div id=comments><p>Nonsense, says one reader who knows better than all the others together.</p></div>"
          "<footer>Valley News Ltd</footer>",
          WORDS("Wells", "Paragraph one", "Paragraph four"),
          WORDS("Start", "cookies", "Tell others", "Another story", "third story", "Weather", "Nonsense", "Valley News"));
}
END_TEST

START_TEST(names_are_believed_only_so_far) {
  divides("<div class=sidebar-wrapper><div class=widget-menu>" BODY "</div></div>", WORDS("Paragraph one", "Paragraph four"),
          WORDS(NULL));
  divides("<body class='has-nav modal-open'><div id=header-content>" BODY "</div>", WORDS("Paragraph two"), WORDS(NULL));
}
END_TEST

START_TEST(a_text_without_names) {
  divides("<table><tr><td><a href=a>Home page</a><br><a href=b>Archive page</a></td><td>" BODY "</td></tr></table>",
          WORDS("Paragraph one", "Paragraph four"), WORDS("Home page", "Archive page"));
}
END_TEST

START_TEST(a_thread_keeps_its_answers) {
  divides("<div class=forum-topic><div class=post><p>How do you measure a well that has no lid, in winter?</p></div>"
          "<div class=comment><p>With a rope and a stone, as my father did before the gauges came to us.</p></div>"
          "<div class=comment><p>Do not do that, the stone spoils the water for everybody in the town.</p></div></div>",
          WORDS("How do you", "With a rope", "Do not do"), WORDS(NULL));
}
END_TEST

START_TEST(a_list_of_things_is_a_text) {
  divides("<nav><a href=/>Start</a></nav><main><h1>Gauges</h1><ul><li><a href=a>Gauge A</a> 10 crowns<li><a href=b>Gauge B</a> "
          "20 crowns</ul></main>",
          WORDS("Gauges", "Gauge A", "20 crowns"), WORDS("Start"));
}
END_TEST

START_TEST(leads_and_annexes_belong_to_it) {
  divides("<div><div class=lead><p>The council has decided how wells are to be measured from next year on, and by whom, it says, "
          "in a paper that came out today.</p></div><div class=post-text>" BODY BODY "</div><div class=annex>" BODY "</div></div>",
          WORDS("The council has", "Paragraph one"), WORDS(NULL));
}
END_TEST

START_TEST(phrases_of_sites_are_debris) {
  divides("<article>" BODY "<p>Share this article</p>" BODY "<p class=byline>By Ann Lee</p></article>", WORDS("Paragraph one"),
          WORDS("Share this", "Ann Lee"));
}
END_TEST

START_TEST(hidden_words_are_debris) {
  divides("<div>" BODY "<p hidden>Secret</p><p style='display: none'>Unseen</p></div>", WORDS("Paragraph one"),
          WORDS("Secret", "Unseen"));
}
END_TEST

START_TEST(noscript_is_text_where_there_is_no_other) {
  divides("<div>x</div><noscript><div>" BODY "</div></noscript>", WORDS("Paragraph one"), WORDS(NULL));
}
END_TEST

Suite *suite_html_main(void) {
  Suite *suite = suite_create("html_main");
  TCase *tests = tcase_create("html_main");
  tcase_add_test(tests, what_surrounds_an_article);
  tcase_add_test(tests, names_are_believed_only_so_far);
  tcase_add_test(tests, a_text_without_names);
  tcase_add_test(tests, a_thread_keeps_its_answers);
  tcase_add_test(tests, a_list_of_things_is_a_text);
  tcase_add_test(tests, leads_and_annexes_belong_to_it);
  tcase_add_test(tests, phrases_of_sites_are_debris);
  tcase_add_test(tests, hidden_words_are_debris);
  tcase_add_test(tests, noscript_is_text_where_there_is_no_other);
  suite_add_tcase(suite, tests);
  return suite;
}
