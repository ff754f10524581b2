/* Walking the components of a part. */
#include <check.h>

#include <policy.h>

#include "full_document.h"
#include "model/components.h"

static policy_document *document;

static void set_up(void) {
  document = full_document(NULL, NULL);
  ck_assert_ptr_nonnull(document);
}

static void tear_down(void) {
  policy_document_unref(document);
}

/* Walks `count` components from `first` on: those that are no properties, and those that are. */
static void walk(policy_component first, uint32_t count, uint32_t *tops, uint32_t *properties) {
  *tops = *properties = 0;
  for (uint32_t i = 0; i < count; i++) {
    policy_component item = {document, first.id + i}, parent = policy__component_parent(item);
    if (parent.document == NULL) {
      ++*tops;
      continue;
    }
    ++*properties;
    ck_assert_uint_lt(parent.id, item.id);
    ck_assert_uint_ge(parent.id, first.id);
    bool found = false;
    for (uint32_t n = 0; n < policy_component_property_count(parent); n++)
      found = found || policy_component_property(parent, n).id == item.id;
    ck_assert(found);
  }
}

START_TEST(all_components_of_a_statement_are_walked) {
  uint32_t all = 0;
  for (uint32_t n = 0; n < policy_document_statement_count(document); n++) {
    policy_statement statement = policy_document_statement(document, n);
    policy_component first;
    uint32_t count = policy__statement_components(statement, &first), tops, properties;
    walk(first, count, &tops, &properties);
    ck_assert_uint_eq(tops, policy_statement_component_count(statement));
    ck_assert_uint_eq(first.id, policy_statement_component(statement, 0).id);
    all += properties;
  }
  ck_assert_uint_eq(all, 6);
}
END_TEST

START_TEST(all_components_of_a_recommendation_are_walked) {
  policy_recommendation recommendation = policy_document_recommendation(document, 0);
  policy_component first;
  uint32_t count = policy__recommendation_components(recommendation, &first), tops, properties;
  walk(first, count, &tops, &properties);
  ck_assert_uint_eq(tops, 2);
  ck_assert_uint_eq(properties, 1);
  ck_assert_uint_eq(first.id, policy_recommendation_purpose(recommendation, 0).id);
}
END_TEST

START_TEST(null_parts_have_none) {
  policy_component first;
  ck_assert_uint_eq(policy__statement_components((policy_statement){NULL, 0}, &first), 0);
  ck_assert_ptr_null(first.document);
  ck_assert_uint_eq(policy__statement_components((policy_statement){document, 1000}, &first), 0);
  ck_assert_uint_eq(policy__recommendation_components((policy_recommendation){NULL, 0}, &first), 0);
  ck_assert_uint_eq(policy__recommendation_components((policy_recommendation){document, 1000}, &first), 0);
  ck_assert_ptr_null(policy__component_parent((policy_component){NULL, 0}).document);
  ck_assert_ptr_null(policy__component_parent((policy_component){document, 100000}).document);
}
END_TEST

Suite *suite_components(void) {
  Suite *suite = suite_create("components");
  TCase *all = tcase_create("all");
  tcase_add_checked_fixture(all, set_up, tear_down);
  tcase_add_test(all, all_components_of_a_statement_are_walked);
  tcase_add_test(all, all_components_of_a_recommendation_are_walked);
  tcase_add_test(all, null_parts_have_none);
  suite_add_tcase(suite, all);
  return suite;
}
