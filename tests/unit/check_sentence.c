/* Where sentences end. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "../pace.h"
#include "base/memory.h"
#include "lang/sentence.h"
#include "tally.h"

static tally memory;

static void set_up(void) {
  tally_init(&memory);
}

static void tear_down(void) {
  ck_assert(tally_is_clean(&memory));
}

static policy_limits limits_of(uint32_t sentence) {
  policy_limits limits = POLICY_LIMITS_INIT;
  limits.sentence = sentence;
  return limits;
}

/* The sentences of text[within], to be freed. */
static policy__array find(const char *text, policy_span within, uint32_t ceiling, uint32_t *cut) {
  policy__array sentences;
  policy_limits limits = limits_of(ceiling);
  policy__array_init(&sentences, &memory.allocator, sizeof(policy_span), SIZE_MAX);
  *cut = 0;
  ck_assert_int_eq(
      policy__sentences_find((policy_string){text, strlen(text)}, within, &limits, &sentences, cut), POLICY_OK);
  return sentences;
}

/* Checks what holds for all sentences: order, no white space around, nothing but white space between. One
   assertion, as millions are slow. */
static void check_order(const char *text, policy_span within, const policy__array *sentences) {
  uint32_t at = within.begin;
  bool good = true;
  for (size_t i = 0; i < sentences->count; i++) {
    policy_span s = *POLICY__AT(sentences, policy_span, i);
    good &= s.begin < s.end && at <= s.begin && strspn(text + at, " \t\n") == s.begin - at;
    good &= strchr(" \t\n", text[s.end - 1]) == NULL;
    at = s.end;
  }
  ck_assert(good && at <= within.end && at + strspn(text + at, " \t\n") >= within.end);
}

/* `marked` is a text in which "|" stands behind each sentence but the last, before the space. */
static void splits(const char *marked) {
  char text[2048], got[2048];
  size_t n = 0, g = 0;
  for (const char *p = marked; *p != 0; p++)
    if (*p != '|') text[n++] = *p;
  text[n] = 0;
  policy_span within = {0, (uint32_t)n};
  uint32_t cut, end = 0;
  policy__array sentences = find(text, within, POLICY_LIMIT_SENTENCE, &cut);
  check_order(text, within, &sentences);
  for (size_t i = 0; i < sentences.count; i++) {
    policy_span s = *POLICY__AT(&sentences, policy_span, i);
    if (i > 0) got[g++] = '|';
    memcpy(got + g, text + end, s.end - end);
    g += s.end - end;
    end = s.end;
  }
  got[g] = 0;
  policy__array_free(&sentences);
  ck_assert_str_eq(got, marked);
}

START_TEST(plain_prose) {
  splits("The council met in May.| It adopted two resolutions.| Did anyone object?| Nobody did!");
  splits("Prices rose by 3.5 percent in 2014, to $1.25 a litre.| Demand fell.");
  splits("The report (which nobody had read.) was adopted.");
  splits("The ministers agreed.| (The text is attached.)| They then left.");
  splits("one line without any stop");
  splits("");
}
END_TEST

START_TEST(abbreviations) {
  splits("Mr. Ito met Gen. Park and Dr. Lee of the Ministry of Trade.| They spoke for an hour.");
  splits("Firms, e.g. Acme Inc. and Brown & Co., must report, i.e. Send a form.");
  splits("The U.S. Government paid for it.| The office is in Washington, D.C.| It opened in 1999.");
  splits("He works for Acme Inc.| The firm is large.");
  splits("The meeting began at 9 a.m. on Monday.| It ended at 5 p.m.| We then left.");
  splits("See Fig. 3, No. 5, Art. 4 and pp. 10-12.| The rest is in vol. 2 of the series.");
  splits("J. R. Miller of St. Petersburg wrote to Mt. Kenya National Park.");
  splits("It was sent on Jan. 5 and on Sept. 7.| No answer came.");
  splits("They use coal, oil, etc. in the north.");
}
END_TEST

START_TEST(law) {
  splits("The claim fails.| See Green v. Brown, 12 F.3d 45, 50 (9th Cir. 1999).| The court agrees.");
  splits("The duty follows from 18 U.S.C. § 2510 and Fed. R. Civ. P. 12(b)(6).| It is strict.");
  splits("Sec. 4 of Pub. L. No. 104-1 applies.| S. 12 does not.");
  splits("Id. at 5.| The second ground is weaker.");
}
END_TEST

START_TEST(quotes_and_brackets) {
  splits("\"We agree.\"| The minister left.");
  splits("\"We agree.\" he said.| \"Do you?\" she asked.");
  splits("He called it “a mistake.”| Others did not.");
  splits("They objected (see below).| We did not.");
  splits("The ban holds.[5]| Exports fell.¹| Prices rose.");
}
END_TEST

START_TEST(enumerations) {
  splits("1. Raise the tax.| 2. Lower the duty.| 3. Close the gap.");
  splits("a) The first duty| b) The second duty| c) The third duty");
  splits("Every state has a seat. (2) is the rule that says so.");
  splits("Every state has a seat.| (2) No state has two.");
  splits("• Raise the tax| • Lower the duty");
}
END_TEST

START_TEST(dots) {
  splits("Well ... perhaps not . . . or maybe.");
  splits("He wanted to stay....| She left the house.");
  splits("We end it here . . . .| Another thing follows.");
  splits("It was kept.| . . . The rule was not dropped.");
}
END_TEST

START_TEST(addresses) {
  splits("Write to Ann.Smith@example.org.| She will answer.");
  splits("It is at https://www.example.org/a.b/c.html.| Look there.");
  splits("The file is called plan.v2.pdf and it is long.");
}
END_TEST

START_TEST(lines) {
  splits("The council of ministers of the two countries met in the\n"
         "Ministry of Trade and agreed on a plan for the years to\n"
         "come.| It will be published soon, together with what the\n"
         "Finance Minister had asked for.");
  splits("Annual report of the agency for the protection of the sea\n"
         "and of the coast.| It covers all\n"
         "districts.");
  splits("Statement of the board|\nJune 2014|\nThe board met on Monday and heard what its members had to say "
         "about the plan.");
  splits("First paragraph without a stop|\n\nSecond paragraph");
}
END_TEST

START_TEST(other_scripts) {
  splits("我们同意。|他们不同意！|为什么？");
  splits("他说：“好。”|然后走了。");
  splits("राजा आया।| सब चले गए।");
}
END_TEST

START_TEST(a_block_inside_a_text) {
  const char *text = "Before it. One here. Two here. After it.";
  policy_span within = {11, 30};
  uint32_t cut;
  policy__array sentences = find(text, within, POLICY_LIMIT_SENTENCE, &cut);
  check_order(text, within, &sentences);
  ck_assert_uint_eq(sentences.count, 2);
  ck_assert_uint_eq(POLICY__AT(&sentences, policy_span, 1)->begin, 21);
  policy__array_free(&sentences);
}
END_TEST

START_TEST(long_sentences_are_cut_at_spaces) {
  char text[1024];
  for (uint32_t words = 1; words < 60; words++) {
    for (uint32_t i = 0; i < words * 5; i++) text[i] = "word "[i % 5];
    text[words * 5 - 1] = 0;
    policy_span within = {0, words * 5 - 1};
    for (uint32_t ceiling = within.end - 1; ceiling <= within.end + 1; ceiling++) {
      uint32_t cut;
      if (ceiling < 6) continue;
      policy__array sentences = find(text, within, ceiling, &cut);
      check_order(text, within, &sentences);
      ck_assert_uint_eq(cut, ceiling < within.end);
      ck_assert_uint_eq(sentences.count, ceiling < within.end ? 2 : 1);
      for (size_t i = 0; i < sentences.count; i++) {
        policy_span s = *POLICY__AT(&sentences, policy_span, i);
        ck_assert_uint_eq((s.end - s.begin + 1) % 5, 0);
      }
      policy__array_free(&sentences);
    }
  }
}
END_TEST

START_TEST(long_words_are_cut_between_characters) {
  char text[600];
  for (uint32_t i = 0; i < 200; i++) memcpy(text + i * 3, "\xE2\x82\xAC", 3);
  text[599 / 3 * 3] = 0;
  policy_span within = {0, (uint32_t)strlen(text)};
  for (uint32_t ceiling = 1; ceiling < 40; ceiling++) {
    uint32_t cut;
    policy__array sentences = find(text, within, ceiling, &cut);
    check_order(text, within, &sentences);
    ck_assert_uint_eq(cut, 1);
    for (size_t i = 0; i < sentences.count; i++)
      ck_assert_uint_eq(POLICY__AT(&sentences, policy_span, i)->begin % 3, 0);
    policy__array_free(&sentences);
  }
}
END_TEST

/* Texts that would take a day if any step were not linear. */
START_TEST(hostile_texts_end) {
  static const char *const units[] = {
      ".", "(",  "\"",           ". ", "a.b.c.", "A ", "- ",           "a",     "1. ", "[1]",  "\n",
      " ", "? ", "\xE2\x80\xA6", "A.", "e.g. ",  ") ", "\xE3\x80\x82", "Aa.Bb", ".A",  "(a) ", "x\n"};
  const size_t size = (1 << 20) / PACE;
  char *text = malloc(size + 8);
  ck_assert_ptr_nonnull(text);
  for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
    size_t unit = strlen(units[u]), n = size / unit * unit;
    for (size_t i = 0; i < n; i += unit) memcpy(text + i, units[u], unit);
    text[n] = 0;
    policy_span within = {0, (uint32_t)n};
    uint32_t cut;
    policy__array sentences = find(text, within, POLICY_LIMIT_SENTENCE, &cut);
    check_order(text, within, &sentences);
    policy__array_free(&sentences);
  }
  free(text);
}
END_TEST

START_TEST(no_memory_is_a_status) {
  policy__array sentences;
  policy_limits limits = limits_of(POLICY_LIMIT_SENTENCE);
  uint32_t cut = 0;
  policy__array_init(&sentences, &memory.allocator, sizeof(policy_span), 1);
  ck_assert_int_eq(policy__sentences_find((policy_string){"One here. Two here.", 19}, (policy_span){0, 19},
                                          &limits, &sentences, &cut),
                   POLICY_ERROR_LIMIT);
  policy__array_free(&sentences);
}
END_TEST

Suite *suite_sentence(void);
Suite *suite_sentence(void) {
  Suite *suite = suite_create("sentence");
  TCase *group = tcase_create("sentence");
  tcase_add_checked_fixture(group, set_up, tear_down);
  tcase_set_timeout(group, 120);
  tcase_add_test(group, plain_prose);
  tcase_add_test(group, abbreviations);
  tcase_add_test(group, law);
  tcase_add_test(group, quotes_and_brackets);
  tcase_add_test(group, enumerations);
  tcase_add_test(group, dots);
  tcase_add_test(group, addresses);
  tcase_add_test(group, lines);
  tcase_add_test(group, other_scripts);
  tcase_add_test(group, a_block_inside_a_text);
  tcase_add_test(group, long_sentences_are_cut_at_spaces);
  tcase_add_test(group, long_words_are_cut_between_characters);
  tcase_add_test(group, hostile_texts_end);
  tcase_add_test(group, no_memory_is_a_status);
  suite_add_tcase(suite, group);
  return suite;
}
