/* Words, as UD English parts them. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "lang/token.h"
#include "tally.h"

static tally memory;

static void set_up(void) {
  tally_init(&memory);
}

static void tear_down(void) {
  ck_assert(tally_is_clean(&memory));
}

typedef struct found {
  policy__arena arena;
  policy__array tokens;
  uint32_t cut;
  policy_status status;
} found;

static found find(const char *text, policy_span sentence, uint32_t ceiling) {
  found f = {.cut = 0};
  policy_limits limits = POLICY_LIMITS_INIT;
  limits.token = ceiling;
  policy__arena_init(&f.arena, &memory.allocator);
  policy__array_init(&f.tokens, &memory.allocator, sizeof(policy_token_record), SIZE_MAX);
  f.status =
      policy__tokens_find((policy_string){text, strlen(text)}, sentence, &limits, &f.arena, &f.tokens, &f.cut);
  return f;
}

static void release(found *f) {
  policy__array_free(&f->tokens);
  policy__arena_free(&f->arena);
}

static policy_string form_of(const char *text, const policy_token_record *token) {
  if (token->form.size > 0) return token->form;
  return (policy_string){text + token->span.begin, token->span.end - token->span.begin};
}

/* Order, sizes, nothing but white space between, unset members. One assertion, as millions are slow. */
static void check_tokens(const char *text, policy_span sentence, const policy__array *tokens) {
  uint32_t at = sentence.begin;
  bool good = true;
  for (size_t i = 0; i < tokens->count; i++) {
    const policy_token_record *token = POLICY__AT(tokens, policy_token_record, i);
    good &= at <= token->span.begin && strspn(text + at, " \t\n") == token->span.begin - at;
    good &= token->span.begin < token->span.end;
    good &= token->head == POLICY_NONE && token->upos == POLICY_UPOS_NONE;
    good &= token->lemma.size + token->features.size + token->relation.size == 0;
    good &= !token->joined || (i > 0 && token->span.begin == at);
    at = token->span.end;
  }
  ck_assert(good && at + strspn(text + at, " \t\n") >= sentence.end);
}

/* The forms of the words of `text`, with a space before each, or "+" when it is joined. */
static void gives(const char *text, const char *expected) {
  char got[2048];
  size_t n = 0;
  policy_span sentence = {0, (uint32_t)strlen(text)};
  found f = find(text, sentence, POLICY_LIMIT_TOKEN);
  ck_assert_int_eq(f.status, POLICY_OK);
  ck_assert_uint_eq(f.cut, 0);
  check_tokens(text, sentence, &f.tokens);
  for (size_t i = 0; i < f.tokens.count; i++) {
    const policy_token_record *token = POLICY__AT(&f.tokens, policy_token_record, i);
    policy_string form = form_of(text, token);
    if (i > 0) got[n++] = token->joined ? '+' : ' ';
    memcpy(got + n, form.data, form.size);
    n += form.size;
  }
  got[n] = 0;
  release(&f);
  ck_assert_str_eq(got, expected);
}

START_TEST(words_and_marks) {
  gives("", "");
  gives("Both sides (and others) agreed, at last.", "Both sides ( and others ) agreed , at last .");
  gives("\"Why?\" he asked; nobody knew!", "\" Why ? \" he asked ; nobody knew !");
  gives("“So be it” – or not...", "“ So be it ” – or not ...");
  gives("What?! No -- never.", "What ?! No -- never .");
  gives("either/or, input/output", "either / or , input / output");
}
END_TEST

START_TEST(contractions) {
  gives("They don't know what it's worth.", "They do+n't know what it+'s worth .");
  gives("We can't, won’t and cannot go.", "We ca+n't , wo+n’t and can+not go .");
  gives("I'd say we'll see who they're for.", "I+'d say we+'ll see who they+'re for .");
  gives("He shouldn't've gone.", "He should+n't+'ve gone .");
  gives("I'm gonna stay.", "I+'m gon+na stay .");
  gives("DON'T", "DO+N'T");
}
END_TEST

START_TEST(possessives) {
  gives("Japan's navy and the states' rights", "Japan+'s navy and the states+' rights");
  gives("Japan’s navy", "Japan+’s navy");
  gives("the 'big states' problem", "the ' big states ' problem");
  gives("the 1990's", "the 1990+'s");
}
END_TEST

START_TEST(names_keep_their_apostrophes) {
  gives("O'Brien met the Ch’ongryŏn in Côte d'Ivoire.", "O'Brien met the Ch’ongryŏn in Côte d'Ivoire .");
  gives("Take 'em 'til the '90s end.", "Take 'em 'til the '90s end .");
}
END_TEST

START_TEST(hyphens) {
  gives("a long-term plan", "a long - term plan");
  gives("US-Japan talks, state-of-the-art", "US - Japan talks , state - of - the - art");
  gives("co-operate by e-mail on non-tariff, pre-war rules",
        "co-operate by e-mail on non-tariff , pre-war rules");
  gives("mid-1990s", "mid-1990s");
  gives("an F-16, a 10-year term, 1990-1995", "an F - 16 , a 10 - year term , 1990 - 1995");
  gives("call 713-853-3989 or 853-3989 by 2016-02-25", "call 713-853-3989 or 853-3989 by 2016-02-25");
  gives("pre- and post-war", "pre- and post-war");
}
END_TEST

START_TEST(hyphens_at_line_ends) {
  gives("their co-\noperation failed", "their cooperation failed");
  gives("the govern-\n  ment's plan", "the government+'s plan");
  gives("a non-\nproliferation treaty", "a non-proliferation treaty");
  gives("a long-\nterm plan", "a long - term plan");
  gives("North-\nSouth trade", "North - South trade");
  gives("pages 10-\n12", "pages 10 - 12");
  gives("govern\xC2\xAD\nment", "government");
  gives("a dash -\nand more", "a dash - and more");
}
END_TEST

START_TEST(numbers) {
  gives("It rose 3.5% to $1,234,567.89 (US$ 5 million).",
        "It rose 3.5 % to $ 1,234,567.89 ( US$ 5 million ) .");
  gives("at 5pm, 10km and 5 p.m. on the 3rd", "at 5 pm , 10 km and 5 p.m. on the 3rd");
  gives("on 12/31/2014 at 10:30", "on 12/31/2014 at 10:30");
  gives("1,2 and 3", "1 , 2 and 3");
  gives("No. 5 of Art. 4", "No. 5 of Art. 4");
}
END_TEST

START_TEST(abbreviations) {
  gives("Mr. Ito of the U.S. Navy, e.g. J. Smith Jr. of Acme Inc.",
        "Mr. Ito of the U.S. Navy , e.g. J. Smith Jr. of Acme Inc.");
  gives("He left the U.S.", "He left the U.S.");
  gives("They use coal, etc.", "They use coal , etc .");
  gives("AT&T and R&D", "AT&T and R&D");
}
END_TEST

START_TEST(addresses) {
  gives("See https://www.example.org/a-b?c=d, or www.example.org.",
        "See https://www.example.org/a-b?c=d , or www.example.org .");
  gives("(mail ann.smith@example.org)", "( mail ann.smith@example.org )");
  gives("read plan-v2.pdf at example.org", "read plan-v2.pdf at example.org");
  gives("@ministry says #peace", "@ministry says #peace");
  gives("end.Then", "end . Then");
}
END_TEST

START_TEST(scripts_without_spaces) {
  gives("我们同意。Yes 日本", "我们同意 。 Yes 日本");
}
END_TEST

START_TEST(long_tokens_are_cut) {
  char text[64];
  for (uint32_t size = 1; size < 60; size++) {
    memset(text, 'a', size);
    text[size] = 0;
    for (uint32_t ceiling = size > 1 ? size - 1 : 1; ceiling <= size + 1; ceiling++) {
      policy_span sentence = {0, size};
      found f = find(text, sentence, ceiling);
      check_tokens(text, sentence, &f.tokens);
      ck_assert_uint_eq(f.cut, size > ceiling);
      ck_assert_uint_eq(f.tokens.count, (size + ceiling - 1) / ceiling);
      release(&f);
    }
  }
  found f = find("\xE2\x82\xAC\xE2\x82\xAC", (policy_span){0, 6}, 2);
  ck_assert_uint_eq(f.tokens.count, 2);
  release(&f);
}
END_TEST

START_TEST(failing_memory_is_a_status) {
  const char *text = "their co-\noperation failed, and the govern-\nment's plan too";
  policy_span sentence = {0, (uint32_t)strlen(text)};
  size_t failures = 0;
  for (size_t n = 1;; n++) {
    memory.calls = 0;
    memory.fail_at = n;
    found f = find(text, sentence, POLICY_LIMIT_TOKEN);
    release(&f);
    if (f.status == POLICY_OK) break;
    ck_assert_int_eq(f.status, POLICY_ERROR_NO_MEMORY);
    failures++;
  }
  memory.fail_at = 0;
  ck_assert_uint_gt(failures, 1);
}
END_TEST

/* Texts that would take a day if any step were not linear. */
START_TEST(hostile_texts_end) {
  static const char *const units[] = {".",        "(",      "\"", "'",  "a.b.c.", "a-",          "1-",
                                      "a'",       "n't",    "#",  "@",  "a@",     "://",         "www.",
                                      ".com",     "a.com/", "1,", "a/", "a&B",    "co-\n",       "a\xC2\xAD\n",
                                      "\xCC\x81", "$",      ":)", "=",  "_",      "\xE4\xB8\xAD"};
  const size_t size = 1 << 19;
  char *text = malloc(size + 8);
  ck_assert_ptr_nonnull(text);
  for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
    size_t unit = strlen(units[u]), n = size / unit * unit;
    for (size_t i = 0; i < n; i += unit) memcpy(text + i, units[u], unit);
    text[n] = 0;
    found f = find(text, (policy_span){0, (uint32_t)n}, POLICY_LIMIT_TOKEN);
    ck_assert_int_eq(f.status, POLICY_OK);
    check_tokens(text, (policy_span){0, (uint32_t)n}, &f.tokens);
    release(&f);
  }
  free(text);
}
END_TEST

Suite *suite_token(void);
Suite *suite_token(void) {
  Suite *suite = suite_create("token");
  TCase *group = tcase_create("token");
  tcase_add_checked_fixture(group, set_up, tear_down);
  tcase_set_timeout(group, 120);
  tcase_add_test(group, words_and_marks);
  tcase_add_test(group, contractions);
  tcase_add_test(group, possessives);
  tcase_add_test(group, names_keep_their_apostrophes);
  tcase_add_test(group, hyphens);
  tcase_add_test(group, hyphens_at_line_ends);
  tcase_add_test(group, numbers);
  tcase_add_test(group, abbreviations);
  tcase_add_test(group, addresses);
  tcase_add_test(group, scripts_without_spaces);
  tcase_add_test(group, long_tokens_are_cut);
  tcase_add_test(group, failing_memory_is_a_status);
  tcase_add_test(group, hostile_texts_end);
  suite_add_tcase(suite, group);
  return suite;
}
