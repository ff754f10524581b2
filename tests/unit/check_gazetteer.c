/* The tables of names, the terms of a text and the matching of both. */
#include <check.h>
#include <policy/actor.h>
#include <string.h>

#include "base/memory.h"
#include "extract/matcher.h"

static policy__array terms;

static const policy__term *term(size_t n) {
  return (const policy__term *)terms.items + n;
}

static void find(const char *text) {
  policy__array_init(&terms, &policy__malloc_allocator, sizeof(policy__term), UINT32_MAX - 1);
  policy_span all = {0, (uint32_t)strlen(text)};
  ck_assert_int_eq(policy__terms_find((policy_string){text, strlen(text)}, all, &terms), POLICY_OK);
}

/* The actor that the text begins with, and how many terms name it; "" when it names none. */
static const char *named(const char *text, size_t *length) {
  find(text);
  *length = 0;
  const policy__gazetteer_form *form = policy__gazetteer_match(terms.items, terms.count, length);
  policy__array_free(&terms);
  return form != NULL ? policy__gazetteer_actors[form->actor].name : "";
}

START_TEST(terms_have_spans_and_shapes) {
  const char *text = "The U.S. and Japan's Dr. J. Doe-Smith (NATO) met 12 times";
  find(text);
  static const struct {
    const char *text;
    unsigned shape;
  } want[] = {{"The", POLICY__SHAPE_FIRST | POLICY__SHAPE_CAPITAL},
              {"U.S.", POLICY__SHAPE_INITIAL | POLICY__SHAPE_ALL_CAPITALS},
              {"and", POLICY__SHAPE_SMALL},
              {"Japan", POLICY__SHAPE_CAPITAL},
              {"'s", POLICY__SHAPE_OWNER},
              {"Dr", POLICY__SHAPE_STOPPED},
              {"J", POLICY__SHAPE_INITIAL | POLICY__SHAPE_STOPPED},
              {"Doe", POLICY__SHAPE_CAPITAL},
              {"-", POLICY__SHAPE_MARK_SIGN},
              {"Smith", POLICY__SHAPE_CAPITAL},
              {"(", POLICY__SHAPE_MARK_SIGN | POLICY__SHAPE_SPACED},
              {"NATO", POLICY__SHAPE_ALL_CAPITALS | POLICY__SHAPE_MANY_CAPITALS},
              {")", POLICY__SHAPE_MARK_SIGN},
              {"met", POLICY__SHAPE_SMALL | POLICY__SHAPE_SPACED},
              {"12", POLICY__SHAPE_NUMBER},
              {"times", POLICY__SHAPE_SMALL}};
  ck_assert_uint_eq(terms.count, sizeof want / sizeof *want);
  for (size_t i = 0; i < terms.count; i++) {
    policy_span span = term(i)->span;
    ck_assert_uint_eq(span.end - span.begin, strlen(want[i].text));
    ck_assert(memcmp(text + span.begin, want[i].text, span.end - span.begin) == 0);
    ck_assert_msg((term(i)->shape & want[i].shape) == want[i].shape, "%s: %x", want[i].text, term(i)->shape);
  }
  ck_assert(!(term(9)->shape & POLICY__SHAPE_SPACED));
  policy__array_free(&terms);
}
END_TEST

START_TEST(folding_takes_marks_stops_and_case_away) {
  static const char *const pairs[][2] = {{"U.S.", "us"},          {"Türkiye", "turkiye"}, {"CÔTE", "cote"},
                                         {"d’Ivoire", "d'ivoire"}, {"Ærø", "aero"},        {"Łódź", "lodz"},
                                         {"Việt", "viet"},         {"日本", "日本"},       {"", ""}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    char folded[32];
    size_t size = policy__terms_fold((policy_string){pairs[i][0], strlen(pairs[i][0])}, folded, sizeof folded);
    ck_assert_uint_eq(size, strlen(pairs[i][1]));
    ck_assert(memcmp(folded, pairs[i][1], size) == 0);
  }
  char small[3] = "xx";
  ck_assert_uint_eq(policy__terms_fold((policy_string){"ABCDE", 5}, small, 2), 5);
  ck_assert_str_eq(small, "ab");
}
END_TEST

START_TEST(the_longest_form_wins) {
  static const struct {
    const char *text, *name;
    size_t length;
  } cases[] = {{"Democratic People's Republic of Korea and", "North Korea", 6},
               {"Democratic People’s Republic of Korea", "North Korea", 6},
               {"South Korean forces", "South Korea", 2},
               {"Guinea-Bissau", "Guinea-Bissau", 3},
               {"Guinea", "Guinea", 1},
               {"Côte d’Ivoire", "Côte d'Ivoire", 2},
               {"Cote d'Ivoire", "Côte d'Ivoire", 2},
               {"Burma", "Myanmar", 1},
               {"Zaire", "Democratic Republic of the Congo", 1},
               {"Iran (Islamic Republic of) said", "Iran", 6},
               {"U.S.-led", "United States", 1},
               {"St. Lucia", "Saint Lucia", 2},
               {"United Nations Security Council", "United Nations Security Council", 4},
               {"UN Security Council", "United Nations Security Council", 3},
               {"Kremlin", "Russia", 1},
               {"New Jersey", "", 2},
               {"JAPAN", "Japan", 1},
               {"Trinidad & Tobago", "Trinidad and Tobago", 3}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    size_t length;
    ck_assert_str_eq(named(cases[i].text, &length), cases[i].name);
    ck_assert_msg(length == cases[i].length, "%s: %zu", cases[i].text, length);
  }
}
END_TEST

START_TEST(case_tells_names_from_words) {
  static const char *const none[] = {"turkey sandwich", "us", "who", "it", "japan", "JOIN", "un", "chad"};
  for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
    size_t length;
    ck_assert_str_eq(named(none[i], &length), "");
  }
  size_t length;
  ck_assert_str_eq(named("US troops", &length), "United States");
  ck_assert_str_eq(named("US TO LEAVE", &length), "");
  ck_assert_str_eq(named("WHO says", &length), "World Health Organization");
}
END_TEST

START_TEST(clashes_go_to_members_of_the_united_nations) {
  static const char *const pairs[][2] = {
      {"French", "FRA"}, {"American", "USA"}, {"Indian", "IND"}, {"Dutch", "NLD"}, {"Chinese", "CHN"}, {"British", "GBR"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    find(pairs[i][0]);
    size_t length;
    const policy__gazetteer_form *form = policy__gazetteer_match(terms.items, terms.count, &length);
    ck_assert_ptr_nonnull(form);
    const policy__gazetteer_actor *actor = &policy__gazetteer_actors[form->actor];
    ck_assert_str_eq(actor->codes[actor->code_count - 1].value, pairs[i][1]);
    policy__array_free(&terms);
  }
}
END_TEST

/* Every word is found where the script put it; every form leads to an actor; codes are in order. */
START_TEST(tables_are_sound) {
  for (uint32_t i = 1; i < policy__gazetteer_word_count; i++) {
    const char *text = policy__gazetteer_spelling(i);
    ck_assert_uint_eq(policy__terms_lookup(text, strlen(text)), i);
  }
  uint32_t states = 0;
  for (uint32_t i = 1; i < policy__gazetteer_actor_count; i++) {
    const policy__gazetteer_actor *actor = &policy__gazetteer_actors[i];
    ck_assert(actor->name[0] != 0 && actor->code_count <= 2);
    if (actor->code_count == 2) ck_assert(strcmp(actor->codes[0].scheme, actor->codes[1].scheme) < 0);
    for (uint32_t k = 0; k < actor->code_count; k++) states += strcmp(actor->codes[k].scheme, "iso3166-1") == 0;
  }
  ck_assert_uint_eq(states, 250); /* the 249 of ISO 3166-1, and XKX */
}
END_TEST

Suite *suite_gazetteer(void) {
  Suite *suite = suite_create("gazetteer");
  TCase *tests = tcase_create("all");
  tcase_add_test(tests, terms_have_spans_and_shapes);
  tcase_add_test(tests, folding_takes_marks_stops_and_case_away);
  tcase_add_test(tests, the_longest_form_wins);
  tcase_add_test(tests, case_tells_names_from_words);
  tcase_add_test(tests, clashes_go_to_members_of_the_united_nations);
  tcase_add_test(tests, tables_are_sound);
  suite_add_tcase(suite, tests);
  return suite;
}
