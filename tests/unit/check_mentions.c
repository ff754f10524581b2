/* Mentions by place. */
#include <check.h>
#include <string.h>

#include "extract/mentions.h"
#include "extract_fixture.h"

/* "Government of Japan" with Japan inside, then Chad. */
static policy_document *make(void) {
  const char *text = "Government of Japan and Chad";
  policy_builder *builder = policy_builder_new(text, strlen(text), NULL, NULL, NULL);
  const policy_mention_record chad = {{24, 28}, POLICY_MENTION_NAME}, japan = {{14, 19}, POLICY_MENTION_NAME},
                              government = {{0, 19}, POLICY_MENTION_NAME};
  const policy_mention_record *mentions[] = {&chad, &japan, &government};
  for (int i = 0; i < 3; i++) {
    policy_actor_record record = {.name = {"x", 1}, .mentions = mentions[i], .mention_count = 1};
    ck_assert_int_eq(policy_builder_add_actor(builder, &record, NULL, NULL), POLICY_OK);
  }
  return policy_builder_finish(builder, NULL);
}

START_TEST(outermost_mentions_come_in_order) {
  policy_document *document = make();
  policy__array mentions;
  policy__array_init(&mentions, &policy__malloc_allocator, sizeof(policy__mention), UINT32_MAX);
  ck_assert_int_eq(policy__mentions_collect(document, &mentions), POLICY_OK);
  size_t at = 0;
  const policy__mention *mention = policy__mentions_next(&mentions, (policy_span){0, 28}, &at);
  ck_assert_uint_eq(mention->actor, 2);
  mention = policy__mentions_next(&mentions, (policy_span){0, 28}, &at);
  ck_assert_uint_eq(mention->actor, 0);
  ck_assert_ptr_null(policy__mentions_next(&mentions, (policy_span){0, 28}, &at));
  policy__array_free(&mentions);
  policy_document_unref(document);
}
END_TEST

START_TEST(a_mention_must_lie_inside) {
  policy_document *document = make();
  policy__array mentions;
  policy__array_init(&mentions, &policy__malloc_allocator, sizeof(policy__mention), UINT32_MAX);
  ck_assert_int_eq(policy__mentions_collect(document, &mentions), POLICY_OK);
  size_t at = 0;
  ck_assert_ptr_null(policy__mentions_next(&mentions, (policy_span){0, 18}, &at));
  at = 0;
  ck_assert_uint_eq(policy__mentions_next(&mentions, (policy_span){1, 19}, &at)->actor, 1);
  at = 0;
  ck_assert_ptr_null(policy__mentions_next(&mentions, (policy_span){5, 5}, &at));
  policy__array_free(&mentions);
  policy_document_unref(document);
}
END_TEST

Suite *suite_mentions(void) {
  Suite *suite = suite_create("mentions");
  TCase *test = tcase_create("mentions");
  tcase_add_test(test, outermost_mentions_come_in_order);
  tcase_add_test(test, a_mention_must_lie_inside);
  suite_add_tcase(suite, test);
  return suite;
}
