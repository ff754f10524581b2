/* The facade: what is read as what, progress, cancelling, and ceilings. */
#include <check.h>
#include <policy.h>
#include <string.h>

#include "../pace.h"

static const char text[] = "Norway should close the mine. It must also pay the miners.\n\nSweden should help.\n";

static policy_document *read(const char *bytes, const char *media_type, policy_error *error) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = media_type;
  return policy_read(bytes, strlen(bytes), &options, error);
}

START_TEST(text_is_read_and_analysed) {
  policy_document *document = read(text, NULL, NULL);
  ck_assert_ptr_nonnull(document);
  ck_assert_uint_eq(policy_document_sentence_count(document), 0);
  policy_document *analysed = policy_analyse(document, NULL, NULL);
  ck_assert_uint_eq(policy_document_sentence_count(analysed), 3);
  ck_assert_uint_eq(policy_document_recommendation_count(analysed), 3);
  policy_document_unref(document);
  policy_document_unref(analysed);
}
END_TEST

static const struct {
  const char *bytes, *media_type;
} unsupported[] = {
    {"PK\x05\x06", NULL},       {"text", "application/zip"},
    {"text", "image/png"}};

START_TEST(other_formats_are_refused_by_name) {
  policy_error error = {0};
  ck_assert_ptr_null(read(unsupported[_i].bytes, unsupported[_i].media_type, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_UNSUPPORTED);
  ck_assert_ptr_nonnull(strstr(error.message, "/"));
}
END_TEST

START_TEST(a_given_media_type_wins) {
  policy_document *document = read("%PDF-1.4 is a format.", "text/plain; charset=utf-8", NULL);
  ck_assert_ptr_nonnull(document);
  policy_document_unref(document);
}
END_TEST

START_TEST(nothing_is_refused_as_an_argument) {
  policy_error error = {0};
  ck_assert_ptr_null(policy_read(NULL, 1, NULL, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_ARGUMENT);
  ck_assert_ptr_null(policy_analyse(NULL, NULL, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_ARGUMENT);
  ck_assert_ptr_null(policy_read_file(NULL, NULL, &error));
  ck_assert_int_eq(error.code, POLICY_ERROR_ARGUMENT);
  policy_document *empty = policy_read("", 0, NULL, &error);
  ck_assert_ptr_nonnull(empty);
  policy_document_unref(empty);
}
END_TEST

/* Counts the calls, notes whether the share ever falls, and stops at one of them. */
typedef struct watch {
  int calls, stop;
  double last;
  bool fell;
} watch;

static bool tick(void *context, double done) {
  watch *w = context;
  w->fell |= done < w->last;
  w->last = done;
  return ++w->calls != w->stop;
}

/* A text long enough for several pulses. */
static policy_document *long_text(void) {
  static char many[64000];
  size_t size = 0;
  while (size + sizeof text < sizeof many) {
    memcpy(many + size, text, sizeof text - 1);
    size += sizeof text - 1;
  }
  return policy_read(many, size, NULL, NULL);
}

START_TEST(progress_goes_from_nothing_to_all) {
  watch w = {.stop = -1};
  policy_options options = POLICY_OPTIONS_INIT;
  options.progress = tick;
  options.context = &w;
  policy_document *document = long_text();
  policy_document *analysed = policy_analyse(document, &options, NULL);
  ck_assert_ptr_nonnull(analysed);
  ck_assert_int_gt(w.calls, 50);
  ck_assert(!w.fell);
  ck_assert_double_eq(w.last, 1);
  policy_document_unref(document);
  policy_document_unref(analysed);
}
END_TEST

START_TEST(every_call_can_cancel) {
  policy_document *document = long_text();
  watch w = {.stop = -1};
  policy_options options = POLICY_OPTIONS_INIT;
  options.progress = tick;
  options.context = &w;
  policy_document_unref(policy_analyse(document, &options, NULL));
  int calls = w.calls;
  for (int stop = 1; stop <= calls; stop += 7 * PACE) {
    policy_error error = {0};
    w = (watch){.stop = stop};
    ck_assert_ptr_null(policy_analyse(document, &options, &error));
    ck_assert_int_eq(error.code, POLICY_ERROR_CANCELLED);
    ck_assert_int_eq(w.calls, stop);
  }
  policy_document_unref(document);
}
END_TEST

START_TEST(a_ceiling_of_memory_is_a_limit) {
  policy_document *document = long_text();
  policy_options options = POLICY_OPTIONS_INIT;
  policy_limits limits = POLICY_LIMITS_INIT;
  options.limits = &limits;
  policy_document *analysed = NULL;
  int refused = 0;
  for (limits.memory = 64 << 10; analysed == NULL; limits.memory *= 2) {
    policy_error error = {0};
    analysed = policy_analyse(document, &options, &error);
    if (analysed != NULL) break;
    ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
    refused++;
  }
  ck_assert_int_gt(refused, 2);
  policy_document_unref(document);
  policy_document_unref(analysed);
}
END_TEST

START_TEST(what_is_in_can_be_asked) {
  ck_assert_str_eq(policy_version(), POLICY_VERSION);
  ck_assert_ptr_nonnull(strstr(policy_features(), "read:text"));
  ck_assert_ptr_nonnull(strstr(policy_features(), "write:conllu"));
}
END_TEST

Suite *suite_policy(void) {
  Suite *suite = suite_create("policy");
  TCase *test = tcase_create("policy");
  tcase_add_test(test, text_is_read_and_analysed);
  tcase_add_loop_test(test, other_formats_are_refused_by_name, 0, sizeof unsupported / sizeof *unsupported);
  tcase_add_test(test, a_given_media_type_wins);
  tcase_add_test(test, nothing_is_refused_as_an_argument);
  tcase_add_test(test, progress_goes_from_nothing_to_all);
  tcase_add_test(test, every_call_can_cancel);
  tcase_add_test(test, a_ceiling_of_memory_is_a_limit);
  tcase_add_test(test, what_is_in_can_be_asked);
  suite_add_tcase(suite, test);
  return suite;
}
