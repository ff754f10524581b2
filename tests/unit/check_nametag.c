/* The name tagger: which words it decides, the best labels, the names of sentences, and what their places tell of
   each other. */
#include <check.h>
#include <policy.h>
#include <string.h>

#include "base/memory.h"
#include "extract/nametag.h"

static policy__array words, names;
static const char *text;

static policy__name_place place(void) {
  return (policy__name_place){{text, strlen(text)}, words.items, NULL, 0};
}

static void cut(const char *given) {
  text = given;
  policy__array_init(&words, &policy__malloc_allocator, sizeof(policy__term), UINT32_MAX - 1);
  policy__array_init(&names, &policy__malloc_allocator, sizeof(policy__name_span), UINT32_MAX - 1);
  policy_span all = {0, (uint32_t)strlen(text)};
  ck_assert_int_eq(policy__terms_find((policy_string){text, strlen(text)}, all, &words), POLICY_OK);
}

static void find(const char *given) {
  cut(given);
  policy__name_place at = place();
  ck_assert_int_eq(policy__nametag_find(&at, 0, (uint32_t)words.count, &names), POLICY_OK);
}

static void end(void) {
  policy__array_free(&words);
  policy__array_free(&names);
}

static const policy__name_span *name(size_t n) {
  ck_assert_uint_lt(n, names.count);
  return POLICY__AT(&names, policy__name_span, n);
}

static void is_name(size_t n, const char *want, policy__name_type type) {
  const policy__name_span *found = name(n);
  uint32_t begin = POLICY__AT(&words, policy__term, found->first)->span.begin;
  uint32_t stop = POLICY__AT(&words, policy__term, found->end - 1)->span.end;
  ck_assert_msg(stop - begin == strlen(want) && memcmp(text + begin, want, stop - begin) == 0, "%.*s, not %s",
                (int)(stop - begin), text + begin, want);
  ck_assert_uint_eq(found->type, type);
  ck_assert_int_gt(found->score, 0);
}

static void push(uint32_t first, uint32_t stop, policy__name_type type, int score) {
  policy__name_span *item = policy__array_push(&names, NULL);
  ck_assert_ptr_nonnull(item);
  *item = (policy__name_span){first, stop, (int16_t)score, (uint8_t)type};
}

START_TEST(persons_organisations_and_places_are_told_apart) {
  find("Last year Andrew Hartwell joined the Socialist Workers Party and moved to Brussels.");
  ck_assert_uint_eq(names.count, 3);
  is_name(0, "Andrew Hartwell", POLICY__NAME_PERSON);
  is_name(1, "Socialist Workers Party", POLICY__NAME_ORGANISATION);
  is_name(2, "Brussels", POLICY__NAME_PLACE);
  end();
}
END_TEST

START_TEST(names_may_hold_small_words) {
  find("She led the Movement for Democratic Change until Maria de la Cruz came.");
  ck_assert_uint_eq(names.count, 2);
  is_name(0, "Movement for Democratic Change", POLICY__NAME_ORGANISATION);
  is_name(1, "Maria de la Cruz", POLICY__NAME_PERSON);
  end();
}
END_TEST

START_TEST(other_capitals_are_no_names) {
  static const char *const texts[] = {"", "the members shall act", "However, it is late.", "12 3/4 % -- ()",
                                      "The report was read on Monday."};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    find(texts[i]);
    ck_assert_msg(names.count == 0, "%s", texts[i]);
    end();
  }
}
END_TEST

START_TEST(runs_join_capitals) {
  cut("We met Ann Lee of the Union and he saw 3 things by Bo Ek.");
  policy__name_place at = place();
  uint32_t begin, stop, count = (uint32_t)words.count;
  ck_assert(policy__nametag_run(&at, 0, count, &begin, &stop));
  ck_assert_uint_eq(begin, 2);
  ck_assert_uint_eq(stop, 7); /* "Ann Lee of the Union" */
  ck_assert(policy__nametag_run(&at, stop, count, &begin, &stop));
  ck_assert_uint_eq(stop - begin, 2);
  ck_assert(!policy__nametag_run(&at, stop, count, &begin, &stop));
  end();
}
END_TEST

START_TEST(runs_have_an_end) {
  char many[4 * 200 + 1];
  for (size_t i = 0; i < 200; i++) memcpy(many + 4 * i, "Abc ", 4);
  many[800] = '\0';
  cut(many);
  policy__name_place at = place();
  uint32_t begin = 0, stop = 0, sum = 0;
  while (policy__nametag_run(&at, stop, (uint32_t)words.count, &begin, &stop)) {
    ck_assert_uint_le(stop - begin, POLICY__NAME_LONGEST);
    sum += stop - begin;
  }
  ck_assert_uint_eq(sum, 200);
  end();
}
END_TEST

START_TEST(labels_fit_together) {
  int16_t scores[5][POLICY__NAME_LABELS];
  memset(scores, 0, sizeof scores);
  cut("A B C D E");
  const int16_t(*given)[POLICY__NAME_LABELS] = (const int16_t(*)[POLICY__NAME_LABELS])scores;
  scores[1][4 * POLICY__NAME_PLACE + POLICY__NAME_GOES_ON] = 90; /* between others */
  scores[2][4 * POLICY__NAME_PLACE + POLICY__NAME_ALONE] = 5;
  ck_assert_int_eq(policy__nametag_decode(10, 15, given, &names), POLICY_OK);
  ck_assert_uint_eq(names.count, 1);
  ck_assert_uint_eq(name(0)->first, 10); /* so that one begins for it, and ends behind it */
  ck_assert_uint_eq(name(0)->end, 13);
  names.count = 0;
  memset(scores, 0, sizeof scores);
  scores[0][4 * POLICY__NAME_PERSON + POLICY__NAME_BEGINS] = 9;
  scores[1][4 * POLICY__NAME_PERSON + POLICY__NAME_ENDS] = 9;
  scores[2][4 * POLICY__NAME_ORGANISATION + POLICY__NAME_ALONE] = 7;
  scores[3][4 * POLICY__NAME_THING + POLICY__NAME_ALONE] = -7;
  scores[4][4 * POLICY__NAME_PLACE + POLICY__NAME_BEGINS] = 30; /* no room for its end */
  ck_assert_int_eq(policy__nametag_decode(0, 5, given, &names), POLICY_OK);
  ck_assert_uint_eq(names.count, 2);
  ck_assert_uint_eq(name(0)->end, 2);
  ck_assert_int_eq(name(0)->score, 18);
  ck_assert_uint_eq(name(1)->type, POLICY__NAME_ORGANISATION);
  end();
}
END_TEST

START_TEST(places_of_a_form_agree) {
  cut("Ab met Cd. Then Ab saw Ab, who liked Cd.");
  push(0, 1, POLICY__NAME_PLACE, 10);
  push(2, 3, POLICY__NAME_PERSON, 30);
  push(5, 6, POLICY__NAME_PERSON, 50);
  policy__name_place at = place();
  ck_assert_int_eq(policy__nametag_agree(&at, (uint32_t)words.count, &policy__malloc_allocator, &names), POLICY_OK);
  ck_assert_uint_eq(name(0)->type, POLICY__NAME_PERSON);
  ck_assert_int_eq(name(0)->score, 50 / 3); /* "Ab" stands three times */
  ck_assert_int_eq(name(1)->score, 15);
  ck_assert_int_eq(name(2)->score, name(0)->score);
  end();
}
END_TEST

START_TEST(short_forms_of_things_are_things) {
  cut("It uses open data software (ODS). The ODS works.");
  push(6, 7, POLICY__NAME_ORGANISATION, 40);
  push(10, 11, POLICY__NAME_ORGANISATION, 60);
  policy__name_place at = place();
  ck_assert_int_eq(policy__nametag_agree(&at, (uint32_t)words.count, &policy__malloc_allocator, &names), POLICY_OK);
  ck_assert_uint_eq(name(0)->type, POLICY__NAME_THING);
  ck_assert_uint_eq(name(1)->type, POLICY__NAME_THING);
  end();
  cut("It asked the county court (CCN). The CCN works.");
  push(6, 7, POLICY__NAME_ORGANISATION, 40);
  at = place();
  ck_assert_int_eq(policy__nametag_agree(&at, (uint32_t)words.count, &policy__malloc_allocator, &names), POLICY_OK);
  ck_assert_uint_eq(name(0)->type, POLICY__NAME_ORGANISATION);
  end();
}
END_TEST

START_TEST(scarce_memory_is_a_status) {
  policy__memory none;
  cut("Andrew Hartwell joined the Socialist Workers Party.");
  policy__name_place at = place();
  policy__memory_init(&none, &policy__malloc_allocator, 0);
  policy__array few;
  policy__array_init(&few, &none.allocator, sizeof(policy__name_span), UINT32_MAX - 1);
  ck_assert_int_eq(policy__nametag_find(&at, 0, (uint32_t)words.count, &few), POLICY_ERROR_NO_MEMORY);
  ck_assert_int_eq(policy__nametag_agree(&at, (uint32_t)words.count, &none.allocator, &few), POLICY_ERROR_NO_MEMORY);
  policy__array_free(&few);
  end();
}
END_TEST

Suite *suite_nametag(void);

Suite *suite_nametag(void) {
  Suite *suite = suite_create("nametag");
  TCase *tests = tcase_create("all");
  tcase_add_test(tests, persons_organisations_and_places_are_told_apart);
  tcase_add_test(tests, names_may_hold_small_words);
  tcase_add_test(tests, other_capitals_are_no_names);
  tcase_add_test(tests, runs_join_capitals);
  tcase_add_test(tests, runs_have_an_end);
  tcase_add_test(tests, labels_fit_together);
  tcase_add_test(tests, places_of_a_form_agree);
  tcase_add_test(tests, short_forms_of_things_are_things);
  tcase_add_test(tests, scarce_memory_is_a_status);
  suite_add_tcase(suite, tests);
  return suite;
}
