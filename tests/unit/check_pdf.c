/* Reading PDF as a whole, through the programs that do. */
#include <check.h>
#include <errno.h>
#include <policy.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/child.h"
#include "small_pdf.h"

static small_pdf pdf;
static policy_error error;

static policy_document *read_with(const void *bytes, size_t size, const policy_limits *limits) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.limits = limits;
  memset(&error, 0, sizeof error);
  return policy_read(bytes, size, &options, &error);
}

static bool is_there(void) {
  char path[POLICY__CHILD_PATH];
  return policy__child_find("pdftotext", path);
}

static void refuses(policy_status status, const char *words) {
  policy_document *document = read_with(pdf.bytes, pdf.size, NULL);
  ck_assert_ptr_null(document);
  ck_assert_msg(error.code == status && strstr(error.message, words) != NULL, "%d %s", error.code, error.message);
}

START_TEST(a_brief_is_read) {
  static const char *const pages[] = {small_pdf_brief};
  small_pdf_make(&pdf, "", pages, 1);
  policy_document *document = read_with(pdf.bytes, pdf.size, NULL);
  ck_assert_msg(document != NULL, "%s", error.message);
  ck_assert_int_eq(policy_document_check(document, &error), POLICY_OK);
  ck_assert_str_eq(policy_document_title(document).data, "Safer Wells for Norland");
  ck_assert_str_eq(policy_document_date(document).data, "2031-05-04");
  ck_assert_str_eq(policy_document_media_type(document).data, "application/pdf");
  ck_assert_uint_eq(policy_document_page_count(document), 1);
  ck_assert_uint_eq(policy_document_source_size(document), pdf.size);
  ck_assert_uint_eq(policy_document_block_count(document), 5);
  policy_block title = policy_document_block(document, 0), heading = policy_document_block(document, 3);
  ck_assert_int_eq(policy_block_kind_of(title), POLICY_BLOCK_HEADING);
  ck_assert_uint_eq(policy_block_level(title), 1);
  ck_assert_int_eq(policy_block_kind_of(heading), POLICY_BLOCK_HEADING);
  ck_assert_uint_eq(policy_block_level(heading), 2);
  ck_assert_uint_eq(policy_block_page(heading), 1);
  policy_box box = policy_block_box(heading);
  ck_assert(box.left > 70 && box.left < 74 && box.top > 190 && box.top < 210 && box.height > 8 && box.height < 20);
  policy_document_unref(document);
}
END_TEST

/* What was told of the progress, and after how many times it says stop. */
typedef struct watch {
  double last;
  unsigned asked, patience;
  bool inside; /* it was told of work between the beginning and the end */
} watch;

static bool look(void *context, double done) {
  watch *w = context;
  ck_assert(done >= w->last && done <= 1);
  w->last = done;
  w->inside = w->inside || (done >= 0.5 && done < 0.9);
  return ++w->asked <= w->patience;
}

static policy_document *read_watched(watch *w, unsigned patience) {
  policy_options options = POLICY_OPTIONS_INIT;
  *w = (watch){.patience = patience};
  options.progress = look;
  options.context = w;
  memset(&error, 0, sizeof error);
  return policy_read(pdf.bytes, pdf.size, &options, &error);
}

/* Before, in and between the programs, and behind them: whenever it says stop, all stops, and nobody is left
   behind. */
START_TEST(reading_can_be_cancelled) {
  static const char *const pages[] = {small_pdf_brief};
  watch w;
  small_pdf_make(&pdf, "", pages, 1);
  policy_document *document = read_watched(&w, 1000);
  ck_assert_msg(document != NULL, "%s", error.message);
  policy_document_unref(document);
  ck_assert(w.inside);
  ck_assert_uint_ge(w.asked, 4);
  for (unsigned patience = 0; patience < 4; patience++) {
    document = read_watched(&w, patience);
    ck_assert_ptr_null(document);
    ck_assert_int_eq(error.code, POLICY_ERROR_CANCELLED);
    ck_assert_uint_eq(w.asked, patience + 1);
    ck_assert(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD);
  }
}
END_TEST

START_TEST(its_recommendation_is_found) {
  static const char *const pages[] = {small_pdf_brief};
  small_pdf_make(&pdf, "", pages, 1);
  policy_document *document = read_with(pdf.bytes, pdf.size, NULL);
  policy_document *analysed = policy_analyse(document, NULL, &error);
  ck_assert_msg(analysed != NULL, "%s", error.message);
  ck_assert_uint_eq(policy_document_recommendation_count(analysed), 1);
  policy_document_unref(analysed);
  policy_document_unref(document);
}
END_TEST

START_TEST(pages_without_text_are_told) {
  static const char *const pages[] = {small_pdf_brief, "10 10 100 100 re f"};
  small_pdf_make(&pdf, "", pages, 2);
  policy_document *document = read_with(pdf.bytes, pdf.size, NULL);
  ck_assert_uint_eq(policy_document_warning_count(document), 1);
  policy_warning warning = policy_document_warning(document, 0);
  ck_assert_str_eq(policy_warning_code(warning).data, "pdf-bare");
  ck_assert_str_eq(policy_warning_message(warning).data, "1 of 2 pages have no text");
  policy_document_unref(document);
  small_pdf_make(&pdf, "", pages + 1, 1);
  refuses(POLICY_ERROR_UNSUPPORTED, "OCR");
}
END_TEST

START_TEST(damaged_files_are_refused_or_mended) {
  static const char *const pages[] = {small_pdf_brief};
  static const char brief[] = "%PDF-1.4 is a format.";
  memcpy(pdf.bytes, brief, sizeof brief);
  pdf.size = sizeof brief - 1;
  refuses(POLICY_ERROR_FORMAT, "damaged");
  small_pdf_make(&pdf, "", pages, 1);
  memcpy(strstr(pdf.bytes, "xref"), "lost", 4); /* which Poppler makes anew */
  policy_document *document = read_with(pdf.bytes, pdf.size, NULL);
  ck_assert_ptr_nonnull(document);
  policy_document_unref(document);
}
END_TEST

START_TEST(a_locked_file_is_refused) {
  static const char *const pages[] = {small_pdf_brief};
  static const char lock[] = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%064d> /U <%064d> >> /ID [<00><00>] >>";
  char text[512];
  small_pdf_make(&pdf, "", pages, 1);
  (void)snprintf(text, sizeof text, lock, 0, 0);
  char *dictionary = strstr(strstr(pdf.bytes, "trailer"), " >>"), rest[256];
  (void)snprintf(rest, sizeof rest, "%s", dictionary + 3);
  pdf.size = (size_t)(dictionary - pdf.bytes);
  small_pdf_put(&pdf, " %s%s", text, rest);
  refuses(POLICY_ERROR_UNSUPPORTED, "password");
}
END_TEST

START_TEST(limits_hold) {
  static const char *const pages[] = {small_pdf_brief};
  small_pdf_make(&pdf, "", pages, 1);
  policy_limits limits = POLICY_LIMITS_INIT;
  limits.memory = 2048;
  ck_assert_ptr_null(read_with(pdf.bytes, pdf.size, &limits));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  limits.memory = 0;
  limits.text = 32;
  ck_assert_ptr_null(read_with(pdf.bytes, pdf.size, &limits));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
  limits.text = 0;
  limits.input = 100;
  ck_assert_ptr_null(read_with(pdf.bytes, pdf.size, &limits));
  ck_assert_int_eq(error.code, POLICY_ERROR_LIMIT);
}
END_TEST

START_TEST(without_the_program_it_says_so) {
  static const char *const pages[] = {small_pdf_brief};
  small_pdf_make(&pdf, "", pages, 1);
  refuses(POLICY_ERROR_UNSUPPORTED, "pdftotext");
}
END_TEST

Suite *suite_pdf(void);

Suite *suite_pdf(void) {
  Suite *suite = suite_create("pdf");
  TCase *tcase = tcase_create("core");
  tcase_set_timeout(tcase, 60);
  if (!is_there()) tcase_add_test(tcase, without_the_program_it_says_so);
  else {
    tcase_add_test(tcase, a_brief_is_read);
    tcase_add_test(tcase, reading_can_be_cancelled);
    tcase_add_test(tcase, its_recommendation_is_found);
    tcase_add_test(tcase, pages_without_text_are_told);
    tcase_add_test(tcase, damaged_files_are_refused_or_mended);
    tcase_add_test(tcase, a_locked_file_is_refused);
    tcase_add_test(tcase, limits_hold);
  }
  suite_add_tcase(suite, tcase);
  return suite;
}
