/* Which reader reads what, and readers of an application's own. */
#include <check.h>
#include <policy.h>
#include <stdlib.h>
#include <string.h>

#include "read/formats.h"

START_TEST(media_types_have_parameters_and_no_case) {
  ck_assert(policy__format_is("text/plain", "text/plain"));
  ck_assert(policy__format_is("Text/Plain; charset=utf-8", "text/plain"));
  ck_assert(policy__format_is("text/plain ;x", "text/plain"));
  ck_assert(!policy__format_is("text/plain2", "text/plain"));
  ck_assert(!policy__format_is("text/plai", "text/plain"));
  const char *known = NULL;
  ck_assert(policy__format_find("TEXT/X-CONLLU", &known) != NULL);
  ck_assert_str_eq(known, "text/x-conllu");
  ck_assert(policy__format_find("image/png", &known) == NULL);
}
END_TEST

/* A reader of lines with a sign before them. */
static bool knows(void *context, const void *bytes, size_t size) {
  ++*(int *)context;
  return size > 0 && *(const char *)bytes == '~';
}

static policy_builder *read_signed(void *context, const void *bytes, size_t size, const policy_options *options,
                                   policy_error *error) {
  (void)context;
  if (size == 1) {
    error->code = POLICY_ERROR_FORMAT;
    strcpy(error->message, "no text behind the sign");
    return NULL;
  }
  policy_builder *builder =
      policy_builder_new((const char *)bytes + 1, size - 1, options->limits, options->allocator, error);
  const policy_block_record block = {.kind = POLICY_BLOCK_QUOTE, .span = {0, (uint32_t)size - 1}};
  ck_assert_int_eq(policy_builder_add_block(builder, &block, NULL, error), POLICY_OK);
  return builder;
}

START_TEST(an_application_has_readers_of_its_own) {
  int asked = 0;
  const policy_reader reader = {"text/x-signed", knows, read_signed, &asked};
  policy_options options = POLICY_OPTIONS_INIT;
  policy_error error = {0};
  options.readers = &reader;
  options.reader_count = 1;
  options.name = "a letter";
  policy_document *document = policy_read("~Ghana should act.", 18, &options, &error);
  ck_assert_msg(document != NULL, "%s", error.message);
  ck_assert_int_eq(asked, 1);
  ck_assert_str_eq(policy_document_text(document).data, "Ghana should act.");
  ck_assert_str_eq(policy_document_media_type(document).data, "text/x-signed");
  ck_assert_str_eq(policy_document_source_name(document).data, "a letter");
  ck_assert_int_eq(policy_block_kind_of(policy_document_block(document, 0)), POLICY_BLOCK_QUOTE);
  policy_document_unref(document);
  ck_assert(policy_read("~", 1, &options, &error) == NULL);
  ck_assert_str_eq(error.message, "no text behind the sign");
  document = policy_read("Ghana should act.", 17, &options, &error);
  ck_assert_str_eq(policy_document_media_type(document).data, "text/plain");
  policy_document_unref(document);
  options.media_type = "text/x-signed; version=1";
  document = policy_read("-Ghana should act.", 18, &options, &error);
  ck_assert_str_eq(policy_document_text(document).data, "Ghana should act.");
  policy_document_unref(document);
}
END_TEST

Suite *suite_formats(void) {
  Suite *suite = suite_create("formats");
  TCase *cases = tcase_create("formats");
  tcase_add_test(cases, media_types_have_parameters_and_no_case);
  tcase_add_test(cases, an_application_has_readers_of_its_own);
  suite_add_tcase(suite, cases);
  return suite;
}
