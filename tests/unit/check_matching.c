/* Finding names in texts: which, where, and what they name. */
#include <check.h>
#include <policy/gazetteer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../pace.h"

static const char table[] =
    "# actors for these tests\n"
    "entry\tst:JPN\tstate\tJapan\tiso3166-1=JPN\n"
    "form\tdemonym\ten\tJapanese\n"
    "form\tname\tfr\tJapon\n"
    "form\tname\tja\t\xE6\x97\xA5\xE6\x9C\xAC\n" /* nihon */
    "form\tname\tko\t\xEC\x9D\xBC\xEB\xB3\xB8\n" /* ilbon */
    "form\tcapital\ten\tTokyo\n"
    "entry\tst:USA\tstate\tUnited States\tiso3166-1=USA\n"
    "form\tacronym\t\tUS|U.S.|USA\n"
    "form\tname\tja\t\xE3\x82\xA2\xE3\x83\xA1\xE3\x83\xAA\xE3\x82\xAB\n" /* amerika, in katakana */
    "form\tseat\ten\tWashington, D.C.\n"
    "entry\tst:GEO\tstate\tGeorgia\n"
    "entry\tsub:GA\tgovernment\tGeorgia\n"
    "entry\tst:COD\tstate\tDemocratic Republic of the Congo\n"
    "form\tname\ten\tCongo|Congo (Kinshasa)|DR Congo\n"
    "entry\tst:COG\tstate\tRepublic of the Congo\n"
    "form\tname\ten\tCongo|Congo-Brazzaville\n"
    "entry\tst:CIV\tstate\tC\xC3\xB4te d'Ivoire\n"
    "entry\tst:PRU\tstate\tPeru\n"
    "form\tname\tes\tPer\xC3\xBA\n"
    "entry\tst:MEX\tstate\tMexico\n"
    "form\tlonger\ten\tNew Mexico\n"
    "entry\tst:DEU\tstate\tGermany\n"
    "form\tname\tfr\tAllemagne\n"
    "entry\tst:GIN\tstate\tGuinea\n"
    "entry\tst:GNB\tstate\tGuinea-Bissau\n"
    "entry\tst:KOR\tstate\tSouth Korea\n"
    "form\tname\ten\tKorea, South\n"
    "form\thalf\ten\tthe South\n"
    "entry\torg:chong\tngo\tCh'ongry\xC5\x8Fn\n"
    "entry\torg:un\tigo\tUnited Nations\n"
    "form\tacronym\t\tUN|UNESCO\n"
    "entry\torg:who\tigo\tWorld Health Organization\n"
    "form\tacronym\ten\tWHO\n"
    "entry\tgrp:civil\tgroup\tcivil society\n"
    "entry\tst:LCA\tstate\tSt. Lucia\n"
    "entry\torg:wpk\tparty\tWorkers' Party of Korea\n"
    "entry\torg:g20\tigo\tG20\n"
    "entry\tst:THA\tstate\tThailand\n"
    "form\tname\tth\t\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2\n"
    "entry\tst:RUS\tstate\t\xD0\xA0\xD0\xBE\xD1\x81\xD1\x81\xD0\xB8\xD1\x8F\n"
    "entry\tst:LUX\tstate\tLuxembourg\n";

static policy_gazetteer *gazetteer;

static policy_gazetteer *read_table(const char *text) {
  policy_error error = {.code = POLICY_OK};
  policy_gazetteer *made = policy_gazetteer_read(text, strlen(text), NULL, &error);
  ck_assert_msg(made != NULL, "%s", error.message);
  return made;
}

static void set_up(void) {
  gazetteer = read_table(table);
}

static void tear_down(void) {
  policy_gazetteer_unref(gazetteer);
}

/* All matches, each as [text id], its other readings behind a bar. */
static void find(const char *text, size_t size, const policy_matcher_options *options, char *out, size_t room) {
  size_t used = 0, last = 0;
  /* A block of just the size, so that sanitizers see its end. */
  char *copy = malloc(size > 0 ? size : 1);
  memcpy(copy, text, size);
  policy_matcher *matcher = policy_matcher_new(gazetteer, copy, size, options, NULL);
  ck_assert_ptr_nonnull(matcher);
  out[0] = '\0';
  for (policy_match match; policy_matcher_next(matcher, &match);) {
    ck_assert_uint_lt(match.begin, match.end);
    ck_assert_uint_ge(match.begin, last);
    ck_assert_uint_le(match.end, size);
    last = match.end;
    used += (size_t)snprintf(out + used, room - used, "[%.*s %s", (int)(match.end - match.begin), copy + match.begin,
                             policy_entry_id(match.entry).data);
    while (policy_matcher_other(matcher, &match))
      used += (size_t)snprintf(out + used, room - used, "|%s", policy_entry_id(match.entry).data);
    used += (size_t)snprintf(out + used, room - used, "]");
    ck_assert_uint_lt(used, room);
  }
  policy_matcher_free(matcher);
  free(copy);
}

static void expect(const char *text, const char *wanted) {
  char found[4096];
  find(text, strlen(text), NULL, found, sizeof found);
  ck_assert_str_eq(found, wanted);
}

START_TEST(names_are_found_whole) {
  expect("Japan and the United States met.", "[Japan st:JPN][United States st:USA]");
  expect("Japan", "[Japan st:JPN]");
  expect("", "");
  expect("Japans Japanesque AJapan Japan_2 2Japan", "");
  expect("(Japan) \"Japan\" Japan-US #Japan @Japan Japan/US",
         "[Japan st:JPN][Japan st:JPN][Japan st:JPN][US st:USA][Japan st:JPN][Japan st:JPN][Japan st:JPN][US st:USA]");
  expect("www.Japan.com and end.Japan", "");
}
END_TEST

START_TEST(the_longest_wins) {
  expect("Guinea-Bissau, not Guinea", "[Guinea-Bissau st:GNB][Guinea st:GIN]");
  expect("the Democratic Republic of the Congo", "[Democratic Republic of the Congo st:COD]");
  expect("Democratic Republic of Congo", "[Congo st:COD|st:COG]");
  expect("New Mexico borders Mexico.", "[Mexico st:MEX]");
  expect("United States United Nations United", "[United States st:USA][United Nations org:un]");
}
END_TEST

START_TEST(ambiguous_names_have_all_their_readings) {
  expect("Georgia", "[Georgia st:GEO|sub:GA]");
  expect("Congo and Congo-Brazzaville", "[Congo st:COD|st:COG][Congo-Brazzaville st:COG]");
  expect("Peru", "[Peru st:PRU]"); /* two forms fit, of one entry */
}
END_TEST

START_TEST(case_is_heeded) {
  expect("japan", "");
  expect("JAPAN AND THE UNITED NATIONS", "[JAPAN st:JPN][UNITED NATIONS org:un]");
  expect("give us the un, Us and Un", "");
  expect("US UN", "[US st:USA][UN org:un]");
  expect("Civil society, civil society, CIVIL SOCIETY",
         "[Civil society grp:civil][civil society grp:civil][CIVIL SOCIETY grp:civil]");
  expect("united States United states", "");
  expect("Unesco and UNESCO, unesco", "[Unesco org:un][UNESCO org:un]");
  expect("who says Who? The WHO.", "[WHO org:who]");
  expect("The South, the South, the south", "[The South st:KOR][the South st:KOR]");
  expect("G20, g20", "[G20 org:g20]");
}
END_TEST

START_TEST(marks_make_no_difference) {
  expect("Per\xC3\xBA Peru Peru\xCC\x81 P\xC3\xA9ru", "[Per\xC3\xBA st:PRU][Peru st:PRU][Peru\xCC\x81 st:PRU][P\xC3\xA9ru st:PRU]");
  expect("Cote d'Ivoire, C\xC3\xB4te d\xE2\x80\x99Ivoire, Cote dIvoire",
         "[Cote d'Ivoire st:CIV][C\xC3\xB4te d\xE2\x80\x99Ivoire st:CIV][Cote dIvoire st:CIV]");
  expect("Ch'ongry\xC5\x8Fn Chongryon Ch\xE2\x80\x99ongryon Ch\xCA\xBBongry\xC5\x8Fn",
         "[Ch'ongry\xC5\x8Fn org:chong][Chongryon org:chong][Ch\xE2\x80\x99ongryon org:chong]"
         "[Ch\xCA\xBBongry\xC5\x8Fn org:chong]");
  expect("Workers\xE2\x80\x99 Party of Korea, Workers Party of Korea",
         "[Workers\xE2\x80\x99 Party of Korea org:wpk][Workers Party of Korea org:wpk]");
}
END_TEST

START_TEST(spaces_hyphens_and_line_ends_are_one) {
  expect("United\xC2\xA0States United-States United\nStates United \n States United\xE2\x80\x91States",
         "[United\xC2\xA0States st:USA][United-States st:USA][United\nStates st:USA][United \n States st:USA]"
         "[United\xE2\x80\x91States st:USA]");
  expect("Guinea Bissau", "[Guinea Bissau st:GNB]");
  expect("United\n\nStates", "");
  expect("United. States United, States", "");
  expect("Korea, South; Korea,South", "[Korea, South st:KOR][Korea,South st:KOR]");
}
END_TEST

START_TEST(stops_in_abbreviations_make_no_difference) {
  expect("the U.S. government", "[U.S. st:USA]");
  expect("in the U.S.", "[U.S. st:USA]");
  expect("the U.S.-Japan alliance", "[U.S. st:USA][Japan st:JPN]");
  expect("the U.S.A. and U.N.", "[U.S.A. st:USA][U.N. org:un]");
  expect("the US. The", "[US st:USA]");
  expect("St. Lucia, St Lucia", "[St. Lucia st:LCA][St Lucia st:LCA]");
  expect("Washington, D.C. and Washington, DC", "[Washington, D.C. st:USA][Washington, DC st:USA]");
}
END_TEST

START_TEST(possessives_and_articles_are_left_outside) {
  expect("Japan's and Japan\xE2\x80\x99s and the US's", "[Japan st:JPN][Japan st:JPN][US st:USA]");
  expect("U.S.'s", "[U.S. st:USA]");
  expect("l'Allemagne, L\xE2\x80\x99" "Allemagne, qu'Allemagne, dell'Allemagne",
         "[Allemagne st:DEU][Allemagne st:DEU][Allemagne st:DEU][Allemagne st:DEU]");
  expect("xx'Allemagne", "");
}
END_TEST

START_TEST(a_bracket_that_was_opened_is_closed) {
  expect("Congo (Kinshasa).", "[Congo (Kinshasa) st:COD]");
  expect("(Japan)", "[Japan st:JPN]");
}
END_TEST

START_TEST(scripts_without_spaces_are_matched_inside) {
  expect("\xE6\x97\xA5\xE6\x9C\xAC\xE3\x81\xA8\xE3\x82\xA2\xE3\x83\xA1\xE3\x83\xAA\xE3\x82\xAB\xE3\x81\xAF",
         "[\xE6\x97\xA5\xE6\x9C\xAC st:JPN][\xE3\x82\xA2\xE3\x83\xA1\xE3\x83\xAA\xE3\x82\xAB st:USA]");
  /* "American football" in katakana is one word. */
  expect("\xE3\x82\xA2\xE3\x83\xA1\xE3\x83\xAA\xE3\x82\xAB\xE3\x83\xB3", "");
  expect("\xE0\xB8\x9B\xE0\xB8\xA3\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2\xE0\xB8\x99",
         "[\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2 st:THA]");
}
END_TEST

START_TEST(korean_particles_are_left_outside) {
  expect("\xEC\x9D\xBC\xEB\xB3\xB8\xEC\x9D\x80 \xEC\x9D\xBC\xEB\xB3\xB8\xEC\x97\x90\xEC\x84\x9C \xEC\x9D\xBC\xEB\xB3\xB8\xEA\xB3\xBC\xEC\x9D\x98 \xEC\x9D\xBC\xEB\xB3\xB8",
         "[\xEC\x9D\xBC\xEB\xB3\xB8 st:JPN][\xEC\x9D\xBC\xEB\xB3\xB8 st:JPN][\xEC\x9D\xBC\xEB\xB3\xB8 st:JPN][\xEC\x9D\xBC\xEB\xB3\xB8 st:JPN]");
  expect("\xEC\x9D\xBC\xEB\xB3\xB8\xEC\x96\xB4 \xEC\x9D\x80\xEC\x9D\xBC\xEB\xB3\xB8", ""); /* the Japanese language; a word that only ends so */
}
END_TEST

START_TEST(what_cannot_be_seen_is_passed_over) {
  expect("Ja\xC2\xADpan", "[Ja\xC2\xADpan st:JPN]");
  expect("Ja\xE2\x80\x8Bpan", "[Ja\xE2\x80\x8Bpan st:JPN]");
  expect("\xE2\x80\xAEJapan\xE2\x80\xAC", "[Japan st:JPN]"); /* outside: not in the span */
  expect("J\xE2\x80\xAE" "apan", "[J\xE2\x80\xAE" "apan st:JPN]");
  expect("United \xE2\x80\x8E" "States", "[United \xE2\x80\x8E" "States st:USA]");
}
END_TEST

START_TEST(letters_that_only_look_alike_are_others) {
  expect("J\xD0\xB0pan", ""); /* Cyrillic a */
  expect("\xD0\xA0\xD0\xBE\xD1\x81\xD1\x81\xD0\xB8\xD1\x8F P\xD0\xBE\xD1\x81\xD1\x81\xD0\xB8\xD1\x8F",
         "[\xD0\xA0\xD0\xBE\xD1\x81\xD1\x81\xD0\xB8\xD1\x8F st:RUS]");
  expect("\xD1\x80\xD0\xBE\xD1\x81\xD1\x81\xD0\xB8\xD1\x8F", "");
}
END_TEST

START_TEST(bytes_that_are_no_text_are_in_no_name) {
  expect("Jap\xFF" "an Japan\xFF Japan", "[Japan st:JPN][Japan st:JPN]");
  expect("United \xC3(States", "");
  expect("\xF0\x9F\x87 Japan \xE2\x80", "[Japan st:JPN]");
  char found[256];
  find("Japan\0US", 8, NULL, found, sizeof found);
  ck_assert_str_eq(found, "[Japan st:JPN][US st:USA]");
}
END_TEST

START_TEST(languages_may_be_chosen) {
  char found[256];
  policy_matcher_options options = POLICY_MATCHER_OPTIONS_INIT;
  const char *text = "Japon, Allemagne, WHO, Japanese, UN";
  options.languages = "fr";
  find(text, strlen(text), &options, found, sizeof found);
  ck_assert_str_eq(found, "[Japon st:JPN][Allemagne st:DEU][UN org:un]");
  options.languages = " en-GB  es ";
  find(text, strlen(text), &options, found, sizeof found);
  ck_assert_str_eq(found, "[WHO org:who][Japanese st:JPN][UN org:un]");
  options.languages = "e";
  find(text, strlen(text), &options, found, sizeof found);
  ck_assert_str_eq(found, "[UN org:un]");
}
END_TEST

START_TEST(a_long_text_is_matched_like_a_short_one) {
  enum { TIMES = 20000 };
  static const char piece[] = "Japon and WHO, the Japanese; ";
  size_t size = TIMES * (sizeof piece - 1), count[3] = {0};
  char *text = malloc(size);
  for (size_t i = 0; i < TIMES; i++) memcpy(text + i * (sizeof piece - 1), piece, sizeof piece - 1);
  const char *languages[3] = {NULL, "en", "fr"};
  for (int i = 0; i < 3; i++) {
    policy_matcher_options options = POLICY_MATCHER_OPTIONS_INIT;
    options.languages = languages[i];
    policy_matcher *matcher = policy_matcher_new(gazetteer, text, size, &options, NULL);
    for (policy_match match; policy_matcher_next(matcher, &match);) count[i]++;
    policy_matcher_free(matcher);
  }
  ck_assert_uint_eq(count[0], 3 * TIMES);
  ck_assert_uint_eq(count[1], 2 * TIMES);
  ck_assert_uint_eq(count[2], TIMES);
  free(text);
}
END_TEST

START_TEST(longer_names_are_shown_when_asked_for) {
  char found[256];
  policy_matcher_options options = POLICY_MATCHER_OPTIONS_INIT;
  options.longer = true;
  find("New Mexico", 10, &options, found, sizeof found);
  ck_assert_str_eq(found, "[New Mexico st:MEX]");
}
END_TEST

START_TEST(matches_tell_use_and_language) {
  policy_matcher *matcher = policy_matcher_new(gazetteer, "Japanese Tokyo US", 17, NULL, NULL);
  policy_match match;
  ck_assert(policy_matcher_next(matcher, &match));
  ck_assert_int_eq(match.use, POLICY_FORM_DEMONYM);
  ck_assert_str_eq(match.language.data, "en");
  ck_assert(policy_matcher_next(matcher, &match));
  ck_assert_int_eq(match.use, POLICY_FORM_CAPITAL);
  ck_assert(policy_matcher_next(matcher, &match));
  ck_assert_int_eq(match.use, POLICY_FORM_ACRONYM);
  ck_assert_str_eq(match.language.data, "");
  ck_assert(!policy_matcher_other(matcher, &match));
  ck_assert(!policy_matcher_next(matcher, &match));
  ck_assert(!policy_matcher_next(matcher, &match));
  policy_matcher_free(matcher);
}
END_TEST

/* A word at the end of the text, and each beginning of it, in a block of just the size. */
START_TEST(every_end_of_a_text_is_an_end) {
  static const char text[] = "a\xEB\x8A\x94 the U.S.'s C\xC3\xB4te d\xE2\x80\x99Ivoire, Congo (Kinshasa) \xE6\x97\xA5\xE6\x9C\xAC";
  char found[1024];
  for (size_t size = 0; size < sizeof text; size += 1 + PACE / 5)
    for (size_t from = 0; from <= size; from++) find(text + from, size - from, NULL, found, sizeof found);
}
END_TEST

Suite *suite_matching(void);
Suite *suite_matching(void) {
  Suite *suite = suite_create("matching");
  TCase *tests = tcase_create("matching");
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, names_are_found_whole);
  tcase_add_test(tests, the_longest_wins);
  tcase_add_test(tests, ambiguous_names_have_all_their_readings);
  tcase_add_test(tests, case_is_heeded);
  tcase_add_test(tests, marks_make_no_difference);
  tcase_add_test(tests, spaces_hyphens_and_line_ends_are_one);
  tcase_add_test(tests, stops_in_abbreviations_make_no_difference);
  tcase_add_test(tests, possessives_and_articles_are_left_outside);
  tcase_add_test(tests, a_bracket_that_was_opened_is_closed);
  tcase_add_test(tests, scripts_without_spaces_are_matched_inside);
  tcase_add_test(tests, korean_particles_are_left_outside);
  tcase_add_test(tests, what_cannot_be_seen_is_passed_over);
  tcase_add_test(tests, letters_that_only_look_alike_are_others);
  tcase_add_test(tests, bytes_that_are_no_text_are_in_no_name);
  tcase_add_test(tests, languages_may_be_chosen);
  tcase_add_test(tests, a_long_text_is_matched_like_a_short_one);
  tcase_add_test(tests, longer_names_are_shown_when_asked_for);
  tcase_add_test(tests, matches_tell_use_and_language);
  tcase_add_test(tests, every_end_of_a_text_is_an_end);
  suite_add_tcase(suite, tests);
  return suite;
}
