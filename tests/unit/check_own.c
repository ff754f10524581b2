/* A caller's own entries as actors of a document. */
#include <check.h>
#include <policy.h>
#include <stdio.h>
#include <string.h>

static const char table[] =
    "entry\tngo:wells\tngo\tInstitute for Wells\tzeta=Z;lab=W1;lab=W2\n"
    "form\tacronym\ten\tIFW\n"
    "entry\tx:usa\tstate\tThe Union\tiso3166-1=USA\n"
    "form\tname\ten\tUnited States|U.S.\n"
    "form\tlonger\ten\tUnited States Steel\n"
    "entry\ta:one\tcompany\tNorland\n"
    "entry\ta:two\tcompany\tNorland Two\n"
    "form\tname\ten\tNorland\n"
    "form\thalf\ten\tthe Upper Half\n";

static policy_document *analyse(const char *text, const char *own) {
  policy_options options = POLICY_OPTIONS_INIT;
  policy_error error = {.code = POLICY_OK};
  policy_gazetteer *gazetteer = own != NULL ? policy_gazetteer_read(own, strlen(own), NULL, &error) : NULL;
  ck_assert_msg(error.code == POLICY_OK, "%s", error.message);
  options.gazetteer = gazetteer;
  policy_document *read = policy_read(text, strlen(text), &options, &error);
  policy_document *document = read != NULL ? policy_analyse(read, &options, &error) : NULL;
  ck_assert_msg(document != NULL, "%s", error.message);
  policy_document_unref(read);
  policy_gazetteer_unref(gazetteer); /* the document keeps nothing of it */
  return document;
}

/* Each actor as NAME(mention,mention). */
static void expect(const char *text, const char *own, const char *wanted) {
  char found[2048] = "";
  size_t used = 0;
  policy_document *document = analyse(text, own);
  for (uint32_t i = 0; i < policy_document_actor_count(document); i++) {
    policy_actor actor = policy_document_actor(document, i);
    used += (size_t)snprintf(found + used, sizeof found - used, "%s%s(", i > 0 ? " " : "", policy_actor_name(actor).data);
    for (uint32_t n = 0; n < policy_actor_mention_count(actor); n++) {
      policy_string piece = policy_document_slice(document, policy_actor_mention_span(actor, n));
      used += (size_t)snprintf(found + used, sizeof found - used, "%s%.*s", n > 0 ? "," : "", (int)piece.size, piece.data);
    }
    used += (size_t)snprintf(found + used, sizeof found - used, ")");
    ck_assert_uint_lt(used, sizeof found);
  }
  ck_assert_str_eq(found, wanted);
  policy_document_unref(document);
}

START_TEST(own_entries_are_found) {
  expect("The IFW should help Japan.", table, "Institute for Wells(IFW) Japan(Japan)");
  expect("The IFW should help Japan.", NULL, "IFW(IFW) Japan(Japan)");
  expect("Japan should go.", "", "Japan(Japan)");
}
END_TEST

START_TEST(an_actor_in_the_same_place_becomes_the_entrys) {
  expect("American ships left. The United States should pay. The U.S. Army went.", table,
         "The Union(American,United States,U.S.) US Army(U.S. Army)");
}
END_TEST

START_TEST(longer_names_hide_what_is_inside) {
  expect("United States Steel should pay Japan.", table, "Japan(Japan)");
}
END_TEST

START_TEST(of_several_readings_the_one_named_before_is_meant) {
  expect("Norland should go.", table, "Norland(Norland)");
  expect("Norland Two should go. Norland should pay.", table, "Norland Two(Norland Two,Norland)");
}
END_TEST

START_TEST(halves_need_their_whole) {
  expect("The Upper Half is green.", table, "");
  expect("Norland Two is green. The Upper Half, too.", table, "Norland Two(Norland Two,The Upper Half)");
}
END_TEST

START_TEST(codes_are_in_order_one_of_a_scheme) {
  policy_document *document = analyse("The IFW should go.", table);
  policy_actor actor = policy_document_actor(document, 0);
  ck_assert_uint_eq(policy_actor_code_count(actor), 2);
  ck_assert_str_eq(policy_actor_code(actor, "lab").data, "W1");
  ck_assert_str_eq(policy_actor_code_scheme(actor, 1).data, "zeta");
  ck_assert_int_eq(policy_actor_mention_form(actor, 0), POLICY_MENTION_ACRONYM);
  ck_assert_int_eq(policy_actor_kind_of(actor), POLICY_ACTOR_NGO);
  policy_document_unref(document);
}
END_TEST

START_TEST(the_gazetteer_of_the_library_may_be_given) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.gazetteer = policy_gazetteer_builtin();
  static const char text[] = "Japan and the United Nations should help Chile.";
  policy_document *read = policy_read(text, sizeof text - 1, &options, NULL);
  policy_document *document = policy_analyse(read, &options, NULL);
  ck_assert_ptr_nonnull(document);
  ck_assert_uint_eq(policy_document_actor_count(document), 3);
  policy_document_unref(read);
  policy_document_unref(document);
}
END_TEST

Suite *suite_own(void);
Suite *suite_own(void) {
  Suite *suite = suite_create("own");
  TCase *tests = tcase_create("own");
  tcase_add_test(tests, own_entries_are_found);
  tcase_add_test(tests, an_actor_in_the_same_place_becomes_the_entrys);
  tcase_add_test(tests, longer_names_hide_what_is_inside);
  tcase_add_test(tests, of_several_readings_the_one_named_before_is_meant);
  tcase_add_test(tests, halves_need_their_whole);
  tcase_add_test(tests, codes_are_in_order_one_of_a_scheme);
  tcase_add_test(tests, the_gazetteer_of_the_library_may_be_given);
  suite_add_tcase(suite, tests);
  return suite;
}
