/* Lemmas. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "lang/lemma.h"
#include "tally.h"

typedef struct example {
  const char *form, *xpos, *lemma;
} example;

static void expect(policy_upos upos, const example *e, bool first) {
  policy_buffer lemma = POLICY_BUFFER_INIT;
  policy__xpos xpos = policy__xpos_of((policy_string){e->xpos, strlen(e->xpos)});
  policy_string form = {e->form, strlen(e->form)};
  ck_assert_int_eq(policy__lemma(form, upos, xpos, first, &lemma), POLICY_OK);
  ck_assert_int_eq(policy_buffer_append(&lemma, "", 1), POLICY_OK);
  ck_assert_msg(strcmp(lemma.data, e->lemma) == 0, "%s/%s: %s, not %s", e->form, e->xpos, lemma.data, e->lemma);
  policy_buffer_free(&lemma);
}

#define EXPECT_ALL(upos, examples)                                                                             \
  for (size_t i = 0; i < sizeof(examples) / sizeof *(examples); i++) expect(upos, &(examples)[i], false)

START_TEST(irregular_verbs) {
  static const example verbs[] = {
      {"went", "VBD", "go"}, {"gone", "VBN", "go"}, {"goes", "VBZ", "go"}, {"has", "VBZ", "have"},
      {"had", "VBD", "have"}, {"having", "VBG", "have"}, {"done", "VBN", "do"}, {"doing", "VBG", "do"},
      {"took", "VBD", "take"}, {"taken", "VBN", "take"}, {"brought", "VBD", "bring"}, {"led", "VBD", "lead"},
      {"laid", "VBN", "lay"}, {"fled", "VBD", "flee"}, {"bid", "VBD", "bid"}, {"froze", "VBD", "freeze"},
      {"overcame", "VBD", "overcome"}, {"dying", "VBG", "die"}, {"mimicking", "VBG", "mimic"}};
  static const example auxiliaries[] = {
      {"am", "VBP", "be"}, {"is", "VBZ", "be"}, {"are", "VBP", "be"}, {"was", "VBD", "be"},
      {"were", "VBD", "be"}, {"been", "VBN", "be"}, {"being", "VBG", "be"}, {"'m", "VBP", "be"},
      {"'re", "VBP", "be"}, {"'s", "VBZ", "be"}, {"'ve", "VBP", "have"}, {"'d", "VBD", "have"},
      {"does", "VBZ", "do"}, {"did", "VBD", "do"}, {"wo", "MD", "will"}, {"ca", "MD", "can"},
      {"'ll", "MD", "will"}, {"'d", "MD", "would"}, {"should", "MD", "should"}};
  EXPECT_ALL(POLICY_UPOS_VERB, verbs);
  EXPECT_ALL(POLICY_UPOS_AUX, auxiliaries);
}
END_TEST

START_TEST(regular_verbs) {
  static const example verbs[] = {
      {"consolidating", "VBG", "consolidate"}, {"hoping", "VBG", "hope"}, {"hopping", "VBG", "hop"},
      {"committed", "VBN", "commit"}, {"developed", "VBN", "develop"}, {"agreed", "VBD", "agree"},
      {"tied", "VBN", "tie"}, {"ratifies", "VBZ", "ratify"}, {"focuses", "VBZ", "focus"},
      {"harmonising", "VBG", "harmonise"}, {"mainstreamed", "VBN", "mainstream"},
      {"declare", "VBP", "declare"}, {"ensure", "VB", "ensure"}};
  EXPECT_ALL(POLICY_UPOS_VERB, verbs);
}
END_TEST

START_TEST(nouns) {
  static const example nouns[] = {
      {"children", "NNS", "child"}, {"criteria", "NNS", "criterion"}, {"analyses", "NNS", "analysis"},
      {"analysis", "NN", "analysis"}, {"policies", "NNS", "policy"}, {"women", "NNS", "woman"},
      {"lives", "NNS", "life"}, {"series", "NNS", "series"}, {"indices", "NNS", "index"},
      {"taxes", "NNS", "tax"}, {"crises", "NNS", "crisis"}, {"businesses", "NNS", "business"},
      {"measures", "NNS", "measure"}, {"news", "NN", "news"}, {"leaves", "NNS", "leaf"},
      {"p.m.", "NN", "p.m."}, {"PM", "NN", "p.m."}, {"biodiversity", "NN", "biodiversity"}};
  EXPECT_ALL(POLICY_UPOS_NOUN, nouns);
}
END_TEST

START_TEST(adjectives_and_adverbs) {
  static const example adjectives[] = {
      {"good", "JJ", "good"}, {"better", "JJR", "good"}, {"best", "JJS", "good"}, {"worse", "JJR", "bad"},
      {"worst", "JJS", "bad"}, {"bigger", "JJR", "big"}, {"easiest", "JJS", "easy"},
      {"stricter", "JJR", "strict"}, {"safer", "JJR", "safe"}, {"American", "JJ", "American"},
      {"Bulgarian", "JJ", "Bulgarian"}};
  static const example adverbs[] = {
      {"better", "RBR", "well"}, {"best", "RBS", "well"}, {"sooner", "RBR", "soon"},
      {"further", "RBR", "far"}, {"more", "RBR", "more"}, {"most", "RBS", "most"}};
  EXPECT_ALL(POLICY_UPOS_ADJ, adjectives);
  EXPECT_ALL(POLICY_UPOS_ADV, adverbs);
}
END_TEST

START_TEST(small_words) {
  expect(POLICY_UPOS_PART, &(example){"n't", "RB", "not"}, false);
  expect(POLICY_UPOS_PART, &(example){"n\xE2\x80\x99t", "RB", "not"}, false);
  expect(POLICY_UPOS_PART, &(example){"'s", "POS", "'s"}, false);
  expect(POLICY_UPOS_PART, &(example){"\xE2\x80\x99s", "POS", "'s"}, false);
  expect(POLICY_UPOS_PRON, &(example){"me", "PRP", "I"}, false);
  expect(POLICY_UPOS_PRON, &(example){"I", "PRP", "I"}, false);
  expect(POLICY_UPOS_PRON, &(example){"them", "PRP", "they"}, false);
  expect(POLICY_UPOS_PRON, &(example){"us", "PRP", "we"}, false);
  expect(POLICY_UPOS_PRON, &(example){"its", "PRP$", "its"}, false);
  expect(POLICY_UPOS_DET, &(example){"those", "DT", "that"}, false);
  expect(POLICY_UPOS_DET, &(example){"an", "DT", "a"}, false);
  expect(POLICY_UPOS_PUNCT, &(example){"\xE2\x80\x9C", "``", "\""}, false);
  expect(POLICY_UPOS_NUM, &(example){"12,500", "CD", "12500"}, false);
  expect(POLICY_UPOS_NUM, &(example){"3.5", "CD", "3.5"}, false);
  expect(POLICY_UPOS_PROPN, &(example){"Oct.", "NNP", "October"}, false);
}
END_TEST

START_TEST(capitals) {
  expect(POLICY_UPOS_DET, &(example){"The", "DT", "the"}, true);
  expect(POLICY_UPOS_NOUN, &(example){"Ministers", "NNS", "minister"}, true);
  expect(POLICY_UPOS_VERB, &(example){"Considering", "VBG", "consider"}, true);
  expect(POLICY_UPOS_PROPN, &(example){"Brussels", "NNP", "Brussels"}, true);
  expect(POLICY_UPOS_AUX, &(example){"SHALL", "MD", "shall"}, false);
  expect(POLICY_UPOS_PROPN, &(example){"NATO", "NNP", "NATO"}, false);
  expect(POLICY_UPOS_PROPN, &(example){"States", "NNPS", "State"}, false);
  expect(POLICY_UPOS_ADJ, &(example){"american", "JJ", "American"}, false);
  expect(POLICY_UPOS_NOUN, &(example){"tv", "NN", "TV"}, false);
}
END_TEST

START_TEST(unknown_tags_keep_the_word) {
  expect(POLICY_UPOS_NONE, &(example){"Blorgs", "", "Blorgs"}, false);
}
END_TEST

START_TEST(an_empty_form_has_an_empty_lemma) {
  policy_buffer lemma = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy__lemma((policy_string){NULL, 0}, POLICY_UPOS_VERB, POLICY__XPOS_VBG, true, &lemma),
                   POLICY_OK);
  ck_assert_uint_eq(lemma.size, 0);
  policy_buffer_free(&lemma);
}
END_TEST

/* Every pair of bytes behind and before a letter, with every tag, in memory of just that size. */
START_TEST(any_bytes_are_read) {
  policy_buffer lemma = POLICY_BUFFER_INIT;
  for (unsigned pair = 0; pair < 0x10000; pair++) {
    char *form = malloc(3);
    ck_assert_ptr_nonnull(form);
    form[0] = 'S';
    form[1] = (char)(pair >> 8);
    form[2] = (char)(pair & 0xFF);
    lemma.size = 0;
    policy_upos upos = (policy_upos)(pair % 23); /* some are no tags */
    policy__xpos xpos = (policy__xpos)(pair % 53);
    ck_assert_int_eq(policy__lemma((policy_string){form, 3}, upos, xpos, pair & 1, &lemma), POLICY_OK);
    free(form);
  }
  policy_buffer_free(&lemma);
}
END_TEST

START_TEST(a_very_long_form_is_read_once) {
  enum { SIZE = 1 << 22 };
  char *form = malloc(SIZE);
  ck_assert_ptr_nonnull(form);
  memset(form, 'A', SIZE);
  memcpy(form + SIZE - 3, "ies", 3);
  policy_buffer lemma = POLICY_BUFFER_INIT;
  policy_string word = {form, SIZE};
  ck_assert_int_eq(policy__lemma(word, POLICY_UPOS_NOUN, POLICY__XPOS_NNS, false, &lemma), POLICY_OK);
  ck_assert_uint_eq(lemma.size, SIZE - 2);
  ck_assert_int_eq(lemma.data[SIZE - 3], 'y');
  policy_buffer_free(&lemma);
  free(form);
}
END_TEST

START_TEST(a_buffer_with_room_is_not_grown) {
  tally t;
  tally_init(&t);
  policy_buffer lemma = {.allocator = t.allocator};
  ck_assert_int_eq(policy_buffer_append(&lemma, "0123456789012345678901234567890123456789", 40), POLICY_OK);
  size_t calls = t.calls;
  for (int i = 0; i < 1000; i++) {
    lemma.size = 0;
    policy_string form = {"consolidating", 13};
    ck_assert_int_eq(policy__lemma(form, POLICY_UPOS_VERB, POLICY__XPOS_VBG, false, &lemma), POLICY_OK);
  }
  ck_assert_uint_eq(t.calls, calls);
  policy_buffer_free(&lemma);
  ck_assert(tally_is_clean(&t));
}
END_TEST

Suite *suite_lemma(void) {
  Suite *suite = suite_create("lemma");
  TCase *test = tcase_create("lemma");
  tcase_add_test(test, irregular_verbs);
  tcase_add_test(test, regular_verbs);
  tcase_add_test(test, nouns);
  tcase_add_test(test, adjectives_and_adverbs);
  tcase_add_test(test, small_words);
  tcase_add_test(test, capitals);
  tcase_add_test(test, unknown_tags_keep_the_word);
  tcase_add_test(test, an_empty_form_has_an_empty_lemma);
  tcase_add_test(test, any_bytes_are_read);
  tcase_add_test(test, a_very_long_form_is_read_once);
  tcase_add_test(test, a_buffer_with_room_is_not_grown);
  suite_add_tcase(suite, test);
  return suite;
}
