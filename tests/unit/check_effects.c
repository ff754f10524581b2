/* What the next sentence expects of a recommendation. */
#include <check.h>
#include <stdio.h>

#include "extract_fixture.h"

static const struct {
  const char *next, *effect;
  policy_sign sign;
} cases[] = {
    {"In doing so, it can win the trust of Sweden.", "it can win the trust of Sweden", POLICY_SIGN_POSITIVE},
    {"This would help the miners to find work.", "help the miners to find work", POLICY_SIGN_POSITIVE},
    {"Such a step would reduce the number of accidents.", "the number of accidents", POLICY_SIGN_NEGATIVE},
    {"This measure prevents floods.", "floods", POLICY_SIGN_NEGATIVE},
    {"This policy strengthens the region.", "strengthens the region", POLICY_SIGN_POSITIVE},
    {"This is not new.", NULL, POLICY_SIGN_NEUTRAL},
    {"This would require a law.", NULL, POLICY_SIGN_NEUTRAL},
    {"This mine is old.", NULL, POLICY_SIGN_NEUTRAL},
    {"Would this help the miners?", NULL, POLICY_SIGN_NEUTRAL},
};

START_TEST(the_next_sentence_tells_the_effect) {
  char text[200];
  (void)snprintf(text, sizeof text, "Norway should close the mine. %s", cases[_i].next);
  policy_document *document = fixture_analyse(text);
  ck_assert_uint_eq(policy_document_causal_count(document), cases[_i].effect != NULL);
  if (cases[_i].effect != NULL) {
    policy_causal causal = policy_document_causal(document, 0);
    ck_assert_str_eq(fixture_text(policy_document_slice(document, policy_causal_cause(causal))),
                     "Norway should close the mine");
    ck_assert_str_eq(fixture_text(policy_document_slice(document, policy_causal_effect(causal))), cases[_i].effect);
    ck_assert_int_eq((int)policy_causal_sign(causal), (int)cases[_i].sign);
  }
  policy_document_unref(document);
}
END_TEST

START_TEST(only_the_next_sentence_does) {
  policy_document *document =
      fixture_analyse("Norway should close the mine. Rain fell. This would help the miners.\n\nThis would help all.");
  ck_assert_uint_eq(policy_document_causal_count(document), 0);
  policy_document_unref(document);
}
END_TEST

Suite *suite_effects(void) {
  Suite *suite = suite_create("effects");
  TCase *test = tcase_create("effects");
  tcase_add_loop_test(test, the_next_sentence_tells_the_effect, 0, sizeof cases / sizeof *cases);
  tcase_add_test(test, only_the_next_sentence_does);
  suite_add_tcase(suite, test);
  return suite;
}
