/* Statements as IG Script. */
#include <check.h>
#include <stdio.h>

#include "annotated.h"
#include "full_document.h"
#include "tally.h"

#define COUNT(list) ((uint32_t)(sizeof(list) / sizeof *(list)))

/* Writes the first statement of a document, gives the document back, and compares. */
static void expect(policy_document *document, const char *script) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy_error error = {0};
  policy_status status = policy_igscript_write(policy_document_statement(document, 0), &buffer, &error);
  ck_assert_msg(status == POLICY_OK, "%s", error.message);
  ck_assert_str_eq(buffer.data != NULL ? buffer.data : "", script);
  policy_buffer_free(&buffer);
  policy_document_unref(document);
}

static void expect_parts(const char *text, const annotated_part *parts, uint32_t count, const char *script) {
  policy_builder *builder = annotated_begin(text);
  annotated_statement(builder, text, parts, count);
  expect(annotated_finish(builder), script);
}

START_TEST(words_between_are_kept) {
  static const annotated_part parts[] = {{POLICY_ROLE_ATTRIBUTE, "Peru", -1, 0},
                                         {POLICY_ROLE_DEONTIC, "should", -1, 0},
                                         {POLICY_ROLE_AIM, "plant", -1, 0},
                                         {POLICY_ROLE_DIRECT_OBJECT, "trees", -1, 0},
                                         {POLICY_ROLE_ACTIVATION_CONDITION, "If it rains", -1, 0}};
  expect_parts("If it rains, Peru should also, and soon,\n  plant trees.", parts, COUNT(parts),
               "Cac(If it rains), A(Peru) D(should) also, and soon, I(plant) Bdir(trees).");
}
END_TEST

START_TEST(properties_are_tied_to_their_owner) {
  static const annotated_part one[] = {{POLICY_ROLE_AIM, "sell", -1, 0},
                                       {POLICY_ROLE_DIRECT_OBJECT, "apples", -1, 0},
                                       {POLICY_ROLE_DIRECT_OBJECT, "red", 1, 0}};
  expect_parts("sell red apples", one, COUNT(one), "I(sell) Bdir,p(red) Bdir(apples)");
  static const annotated_part two[] = {{POLICY_ROLE_AIM, "sell", -1, 0},
                                       {POLICY_ROLE_DIRECT_OBJECT, "apples", -1, 0},
                                       {POLICY_ROLE_DIRECT_OBJECT, "pears", -1, 0},
                                       {POLICY_ROLE_DIRECT_OBJECT, "green", 2, 0}};
  expect_parts("sell apples or green pears", two, COUNT(two),
               "I(sell) Bdir(apples) or Bdir2,p(green) Bdir2(pears)");
}
END_TEST

START_TEST(brackets_become_look_alikes) {
  static const annotated_part parts[] = {{POLICY_ROLE_ATTRIBUTE, "Member(s) [of {it}]", -1, 0},
                                         {POLICY_ROLE_AIM, "act", -1, 0}};
  expect_parts("(a) Member(s) [of {it}] act [AND] rest", parts, COUNT(parts),
               "\u2768a\u2769 A(Member\u2768s\u2769 \u2772of \u2774it\u2775\u2773) I(act) "
               "\u2772AND\u2773 rest");
}
END_TEST

START_TEST(inferred_components_come_last) {
  static const annotated_part parts[] = {{POLICY_ROLE_ATTRIBUTE, "[The (whole) Commission]", -1, 0},
                                         {POLICY_ROLE_DEONTIC, "[must]", -1, 0},
                                         {POLICY_ROLE_AIM, "Report", -1, 0}};
  expect_parts("1. Report soon;", parts, COUNT(parts),
               "1. I(Report) soon; A([The \u2768whole\u2769 Commission]) D([must])");
}
END_TEST

START_TEST(equal_components_are_numbered) {
  static const annotated_part parts[] = {{POLICY_ROLE_AIM, "tax", -1, 0},
                                         {POLICY_ROLE_DIRECT_OBJECT, "[beer]", -1, 0},
                                         {POLICY_ROLE_DIRECT_OBJECT, "[beer]", -1, 0},
                                         {POLICY_ROLE_DIRECT_OBJECT, "[wine]", -1, 0},
                                         {POLICY_ROLE_DIRECT_OBJECT, "[beer]", -1, 0}};
  expect_parts("tax", parts, COUNT(parts), "I(tax) Bdir([beer]) Bdir2([beer]) Bdir([wine]) Bdir4([beer])");
}
END_TEST

START_TEST(overlapping_components_follow_each_other) {
  static const annotated_part parts[] = {{POLICY_ROLE_AIM, "cut the", -1, 0},
                                         {POLICY_ROLE_DIRECT_OBJECT, "the red tape", -1, 0},
                                         {POLICY_ROLE_DIRECT_OBJECT, "red", 1, 0}};
  expect_parts("cut the red tape now", parts, COUNT(parts),
               "I(cut the) Bdir(the red tape) Bdir,p(red) now");
}
END_TEST

START_TEST(the_negation_goes_into_the_deontic) {
  static const char *const texts[][2] = {{"Peru must not act", "A(Peru) D(must not) I(act)"},
                                         {"Peru must also not act", "A(Peru) D(must) also not I(act)"},
                                         {"Peru must notably act", "A(Peru) D(must) notably I(act)"}};
  static const annotated_part parts[] = {{POLICY_ROLE_ATTRIBUTE, "Peru", -1, 0},
                                         {POLICY_ROLE_DEONTIC, "must", -1, 0},
                                         {POLICY_ROLE_AIM, "act", -1, 0}};
  for (size_t i = 0; i < COUNT(texts); i++) expect_parts(texts[i][0], parts, COUNT(parts), texts[i][1]);
}
END_TEST

START_TEST(statements_nest_where_the_notation_allows) {
  policy_builder *builder = annotated_begin("If it rains (hard), Peru, which is dry, must act.");
  static const annotated_part outer[] = {{POLICY_ROLE_ATTRIBUTE, "Peru", -1, 2},
                                         {POLICY_ROLE_ATTRIBUTE, "which is dry", 0, 2},
                                         {POLICY_ROLE_DEONTIC, "must", -1, 0},
                                         {POLICY_ROLE_AIM, "act", -1, 0},
                                         {POLICY_ROLE_ACTIVATION_CONDITION, "If it rains (hard)", -1, 1}};
  static const annotated_part rain[] = {{POLICY_ROLE_ATTRIBUTE, "it", -1, 0},
                                        {POLICY_ROLE_AIM, "rains", -1, 0}};
  static const annotated_part dry[] = {{POLICY_ROLE_AIM, "is", -1, 0}};
  annotated_statement(builder, "If it rains (hard), Peru, which is dry, must act.", outer, COUNT(outer));
  annotated_statement(builder, "If it rains (hard)", rain, COUNT(rain));
  annotated_statement(builder, "which is dry", dry, COUNT(dry));
  expect(annotated_finish(builder), "Cac{If A(it) I(rains) \u2768hard\u2769}, A(Peru), A,p{which I(is) dry}, "
                                    "D(must) I(act).");
}
END_TEST

START_TEST(deep_nesting_ends_in_words) {
  policy_builder *builder = annotated_begin("on and on");
  for (int i = 0; i < 40; i++) {
    annotated_part parts[] = {{POLICY_ROLE_ACTIVATION_CONDITION, "on and", -1, i + 1}};
    if (i == 39) parts[0].statement = 0;
    annotated_statement(builder, "on and on", parts, 1);
  }
  char script[256] = "";
  for (int i = 0; i < 15; i++) strcat(script, "Cac{");
  strcat(script, "Cac(on and)");
  for (int i = 0; i < 15; i++) strcat(script, "}");
  strcat(script, " on");
  expect(annotated_finish(builder), script);
}
END_TEST

START_TEST(wide_nesting_is_bounded) {
  policy_builder *builder = annotated_begin("on");
  for (int i = 0; i < 20; i++) {
    annotated_part parts[8];
    for (int n = 0; n < 8; n++)
      parts[n] = (annotated_part){POLICY_ROLE_ACTIVATION_CONDITION, "on", -1, i < 19 ? i + 1 : 0};
    annotated_statement(builder, "on", parts, 8);
  }
  policy_document *document = annotated_finish(builder);
  policy_buffer buffer = POLICY_BUFFER_INIT;
  ck_assert_int_eq(policy_igscript_write(policy_document_statement(document, 0), &buffer, NULL), POLICY_OK);
  ck_assert_uint_lt(buffer.size, 64000);
  policy_buffer_free(&buffer);
  policy_document_unref(document);
}
END_TEST

START_TEST(control_characters_go) {
  static const annotated_part parts[] = {{POLICY_ROLE_AIM, "[a\x1b[31mct\u202E]", -1, 0}};
  expect_parts("x\x1b[2J\x07y", parts, COUNT(parts), "x\u27722Jy I([a\u277231mct])");
}
END_TEST

START_TEST(nothing_for_nothing) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy_error error = {0};
  policy_statement none = {NULL, POLICY_NONE};
  ck_assert_int_eq(policy_igscript_write(none, &buffer, &error), POLICY_OK);
  ck_assert_uint_eq(buffer.size, 0);
  ck_assert_int_eq(policy_igscript_write(none, NULL, &error), POLICY_ERROR_ARGUMENT);
  ck_assert_int_eq(error.code, POLICY_ERROR_ARGUMENT);
}
END_TEST

START_TEST(without_memory_the_buffer_stays) {
  policy_document *document = full_document(NULL, NULL);
  ck_assert_ptr_nonnull(document);
  tally t;
  tally_init(&t);
  size_t failures = 0;
  policy_status status = POLICY_ERROR_NO_MEMORY;
  while (status != POLICY_OK) {
    policy_buffer buffer = {.allocator = t.allocator};
    policy_error error = {0};
    t.fail_at = 0;
    ck_assert_int_eq(policy_buffer_append(&buffer, "before", 6), POLICY_OK);
    t.fail_at = t.calls + ++failures;
    status = policy_igscript_write(policy_document_statement(document, 0), &buffer, &error);
    if (status != POLICY_OK) {
      ck_assert_int_eq(status, POLICY_ERROR_NO_MEMORY);
      ck_assert_int_eq(error.code, status);
      ck_assert_str_eq(buffer.data, "before");
    }
    policy_buffer_free(&buffer);
    ck_assert(tally_is_clean(&t));
  }
  ck_assert_uint_gt(failures, 3);
  policy_document_unref(document);
}
END_TEST

Suite *suite_igscript(void);

Suite *suite_igscript(void) {
  Suite *suite = suite_create("igscript");
  TCase *tests = tcase_create("igscript");
  tcase_add_test(tests, words_between_are_kept);
  tcase_add_test(tests, properties_are_tied_to_their_owner);
  tcase_add_test(tests, brackets_become_look_alikes);
  tcase_add_test(tests, inferred_components_come_last);
  tcase_add_test(tests, equal_components_are_numbered);
  tcase_add_test(tests, overlapping_components_follow_each_other);
  tcase_add_test(tests, the_negation_goes_into_the_deontic);
  tcase_add_test(tests, statements_nest_where_the_notation_allows);
  tcase_add_test(tests, deep_nesting_ends_in_words);
  tcase_add_test(tests, wide_nesting_is_bounded);
  tcase_add_test(tests, control_characters_go);
  tcase_add_test(tests, nothing_for_nothing);
  tcase_add_test(tests, without_memory_the_buffer_stays);
  suite_add_tcase(suite, tests);
  return suite;
}
