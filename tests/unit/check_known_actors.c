/* The gazetteer that the library carries, by what users of such lists have stumbled over: demonyms, former and short
   names, one state inside another's name, several in one sentence. */
#include <check.h>
#include <policy/gazetteer.h>
#include <stdio.h>
#include <string.h>

/* The ISO 3166-1 codes of what is found, each once behind the other; the id where an entry has none. */
static void find(const char *text, char *out, size_t room) {
  size_t used = 0;
  policy_matcher_options options = POLICY_MATCHER_OPTIONS_INIT;
  options.languages = "en";
  policy_matcher *matcher = policy_matcher_new(policy_gazetteer_builtin(), text, strlen(text), &options, NULL);
  ck_assert_ptr_nonnull(matcher);
  out[0] = '\0';
  for (policy_match match; policy_matcher_next(matcher, &match);) {
    policy_string code = policy_entry_code(match.entry, "iso3166-1");
    if (code.size == 0) code = policy_entry_code(match.entry, "iso3166-3");
    used += (size_t)snprintf(out + used, room - used, "%s%s", used > 0 ? " " : "",
                             code.size > 0 ? code.data : policy_entry_name(match.entry).data);
    ck_assert_uint_lt(used, room);
  }
  policy_matcher_free(matcher);
}

static const struct {
  const char *text, *found;
} cases[] = {
    {"Japanese, Afghan and Ivorian farmers", "JPN AFG CIV"},
    {"Afghanistan is no Afghan", "AFG AFG"},
    {"the Dominican Republic, and Dominica", "DOM DMA"},
    {"the Federated States of Micronesia", "FSM"},
    {"Niger and Nigeria; Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", "NER NGA GIN GNB GNQ PNG"},
    {"North Korea, South Korea, the DPRK and the Republic of Korea", "PRK KOR PRK KOR"},
    {"Sudan and South Sudan", "SDN SSD"},
    {"the Democratic Republic of the Congo and the Republic of the Congo", "COD COG"},
    {"Burma, now Myanmar; Turkey or T\xC3\xBCrkiye; the Czech Republic or Czechia; Swaziland or Eswatini",
     "MMR MMR TUR TUR CZE CZE SWZ SWZ"},
    {"the USA, the U.S., U.S policy, the US's, and the United States of America", "USA USA USA USA USA"},
    {"give us a who's who", ""},
    {"Japan, [China], (India) and {Chile}", "JPN CHN IND CHL"},
    {"C\xC3\xB4te d\xE2\x80\x99Ivoire, Cote d'Ivoire and the Ivory Coast", "CIV CIV CIV"},
    {"S\xC3\xA3o Tom\xC3\xA9 and Pr\xC3\xADncipe, Sao Tome and Principe", "STP STP"},
    {"New Mexico, New Jersey and the Gulf of Mexico", ""},
    {"GREAT BRITAIN AND JAPAN", "GBR JPN"},
    {"Japan's and China\xE2\x80\x99s", "JPN CHN"},
    {"the United Nations Security Council", "United Nations Security Council"},
};

START_TEST(names_in_sentences_are_found) {
  char found[512];
  find(cases[_i].text, found, sizeof found);
  ck_assert_msg(strcmp(found, cases[_i].found) == 0, "%s: %s, not %s", cases[_i].text, found, cases[_i].found);
}
END_TEST

START_TEST(states_are_there_by_code) {
  static const char *const codes[] = {"AFG", "BRA", "CAN", "DEU", "EGY", "FJI", "GHA", "HTI", "ITA", "JPN", "KEN", "LBN",
                                      "MEX", "NPL", "OMN", "PRY", "QAT", "ROU", "SEN", "TWN", "USA", "VNM", "WSM", "XKX",
                                      "YEM", "ZAF"};
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
    policy_entry entry = policy_gazetteer_find_code(policy_gazetteer_builtin(), "iso3166-1", codes[i]);
    ck_assert_msg(entry.gazetteer != NULL, "%s", codes[i]);
    ck_assert_int_eq(policy_entry_kind(entry), POLICY_ACTOR_STATE);
  }
}
END_TEST

Suite *suite_known_actors(void);
Suite *suite_known_actors(void) {
  Suite *suite = suite_create("known actors");
  TCase *tests = tcase_create("known actors");
  tcase_add_loop_test(tests, names_in_sentences_are_found, 0, (int)(sizeof cases / sizeof *cases));
  tcase_add_test(tests, states_are_there_by_code);
  suite_add_tcase(suite, tests);
  return suite;
}
