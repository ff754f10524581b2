/* Reading PDF: the programs, what can go wrong with them, and metadata. */
#include "read/pdf.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/child.h"
#include "base/memory.h"
#include "base/status.h"
#include "model/builder.h"
#include "read/metadata.h"
#include "read/pdf_layout.h"
#include "read/pdf_title.h"
#include "read/scan.h"
#include "text/utf8.h"

/* A reading under way. Everything comes from `memory`. */
typedef struct reading {
  const void *bytes;
  size_t size;
  const policy_options *options;
  policy_limits limits;
  policy__memory memory;
  policy__pdf pdf;
  policy_error *error;
  double from, to;  /* the share of the work that the program at hand does */
  uint32_t bare;    /* pages without text */
  char why[96];     /* what stopped pdftotext after some pages; empty: nothing */
} reading;

static policy_status fail(reading *r, policy_status status) {
  if (status == POLICY_ERROR_NO_MEMORY) return policy__memory_fail(&r->memory, r->error);
  return policy__fail_plain(r->error, status);
}

/* ---- programs -------------------------------------------------------------------------------------------- */

/* How much a program will write nobody knows: of what is left to do, each part costs more bytes than the one
   before. */
static bool go_on(void *context, size_t written) {
  const reading *r = context;
  double share = (double)written / ((double)written + (double)r->size + 1);
  return r->options->progress(r->options->context, r->from + (r->to - r->from) * share);
}

/* What a program prints of the source, made valid UTF-8, into `clean`. NOT_FOUND: it is not installed. */
static policy_status ask(reading *r, const char *name, const char *const *arguments, policy_buffer *clean,
                         policy__child_end *end) {
  char path[POLICY__CHILD_PATH];
  policy__cleaning cleaning = {0};
  memset(end, 0, sizeof *end);
  if (!policy__child_find(name, path)) return POLICY_ERROR_NOT_FOUND;
  policy_buffer raw = {.allocator = r->memory.allocator, .ceiling = (size_t)(r->limits.memory / 2)};
  const policy__child child = {.program = path,
                               .arguments = arguments,
                               .input = r->bytes,
                               .input_size = r->size,
                               .output = &raw,
                               .seconds = r->limits.child_seconds,
                               .memory = r->limits.child_memory,
                               .go_on = r->options->progress != NULL ? go_on : NULL,
                               .context = r};
  policy_status status = policy__child_run(&child, end, r->error);
  if (status == POLICY_OK) {
    status = policy__utf8_clean(raw.data != NULL ? raw.data : "", raw.size, clean, NULL, &cleaning);
    if (status != POLICY_OK) status = fail(r, status);
  } else if (status == POLICY_ERROR_NO_MEMORY) status = fail(r, status);
  policy_buffer_free(&raw);
  return status;
}

static bool says(const policy__child_end *end, const char *words) {
  return strstr(end->words, words) != NULL;
}

/* Whether a program ended for want of memory, as its C++, itself or the loader say it; or was stopped before it could say
   a word, as the system does where not even the loader has room. */
static bool wants_memory(const policy__child_end *end) {
  static const char *const complaints[] = {"bad_alloc", "ut of memory", "llocate memory", "failed to map segment"};
  for (size_t i = 0; i < sizeof complaints / sizeof *complaints; i++)
    if (says(end, complaints[i])) return true;
  return end->signal == SIGKILL && end->words[0] == '\0';
}

/* The first complaint, without the class and the place that come before it. */
static policy_status fail_damaged(reading *r, const policy__child_end *end) {
  if (end->signal != 0)
    return policy__fail(r->error, POLICY_ERROR_FORMAT, 0, "pdftotext crashes on the PDF (signal %d)", end->signal);
  const char *line = strstr(end->words, "Error"), *words = line != NULL ? strstr(line, ": ") : NULL;
  line = words != NULL ? words + 2 : "pdftotext found nothing to read";
  return policy__fail(r->error, POLICY_ERROR_FORMAT, 0, "the PDF is damaged: %.*s", (int)strcspn(line, "\r\n"), line);
}

/* How pdftotext ended: OK when there are pages to go on with. */
static policy_status judge_end(reading *r, const policy__child_end *end) {
  if (end->code == 0 && r->pdf.whole && r->pdf.pages.count > 0) return POLICY_OK;
  if (says(end, "Incorrect password"))
    return policy__fail(r->error, POLICY_ERROR_UNSUPPORTED, 0, "the PDF is encrypted and needs a password");
  if (end->code == 3)
    return policy__fail(r->error, POLICY_ERROR_UNSUPPORTED, 0, "the PDF forbids to copy its text");
  if (wants_memory(end))
    return policy__fail(r->error, POLICY_ERROR_LIMIT, 0, "pdftotext needs more memory than child_memory: %llu",
                        (unsigned long long)r->limits.child_memory);
  if (says(end, "unsupported security handler") || says(end, "Unsupported version/revision"))
    return policy__fail(r->error, POLICY_ERROR_UNSUPPORTED, 0, "the PDF is encrypted in a way that is not known");
  if (r->pdf.words.count == 0) return fail_damaged(r, end);
  if (end->signal != 0) (void)snprintf(r->why, sizeof r->why, "pdftotext ended with signal %d", end->signal);
  else (void)snprintf(r->why, sizeof r->why, "pdftotext ended with status %d", end->code);
  return POLICY_OK;
}

static policy_status read_words(reading *r) {
  static const char *const arguments[] = {"pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-", NULL};
  policy_buffer clean = {.allocator = r->memory.allocator};
  policy__child_end end;
  r->from = 0, r->to = 0.5;
  policy_status status = ask(r, "pdftotext", arguments, &clean, &end);
  if (status == POLICY_ERROR_NOT_FOUND)
    return policy__fail(r->error, POLICY_ERROR_UNSUPPORTED, 0, "PDF needs pdftotext (Poppler), which is not there");
  if (status == POLICY_OK) {
    const policy_string xhtml = {clean.data != NULL ? clean.data : "", clean.size};
    status = policy__pdf_scan(&r->pdf, xhtml);
    if (status == POLICY_OK) status = policy__pdf_keep_meta(&r->pdf);
    if (status != POLICY_OK) status = fail(r, status);
  }
  policy_buffer_free(&clean);
  return status == POLICY_OK ? judge_end(r, &end) : status;
}

/* Weights and sizes: a document reads without them, so only want of memory and a wish to stop count. */
static policy_status read_styles(reading *r) {
  static const char *const arguments[] = {"pdftohtml", "-xml", "-stdout", "-i", "-q", "-zoom", "1", "-noroundcoord",
                                          "-fontfullname", "-enc", "UTF-8", "-", "x", NULL};
  policy_buffer clean = {.allocator = r->memory.allocator};
  policy__child_end end;
  r->from = 0.5, r->to = 0.8;
  policy_status status = ask(r, "pdftohtml", arguments, &clean, &end);
  if (status == POLICY_OK) {
    const policy_string xml = {clean.data != NULL ? clean.data : "", clean.size};
    status = policy__pdf_style(&r->pdf, xml);
    if (status != POLICY_OK) status = fail(r, status);
  } else if (status != POLICY_ERROR_NO_MEMORY && status != POLICY_ERROR_CANCELLED) status = POLICY_OK;
  policy_buffer_free(&clean);
  return status;
}

/* ---- text ------------------------------------------------------------------------------------------------ */

static policy_status count_bare(reading *r) {
  for (size_t i = 0; i < r->pdf.pages.count; i++) r->bare += policy__pdf_page_at(&r->pdf, i)->count == 0;
  if (r->pdf.lines.count > 0) return POLICY_OK;
  return policy__fail(r->error, POLICY_ERROR_UNSUPPORTED, 0,
                      "the PDF has no text (pages: %zu); if it was scanned, it needs OCR first", r->pdf.pages.count);
}

static policy_status lay_out(reading *r) {
  policy_status status = policy__pdf_lay_out(&r->pdf);
  return status == POLICY_OK ? status : fail(r, status);
}

static policy_status read_all(reading *r) {
  policy_status status = policy__source_check(r->bytes, r->size, &r->limits, r->error);
  if (status == POLICY_OK) status = read_words(r);
  if (status == POLICY_OK) status = count_bare(r);
  if (status == POLICY_OK) status = read_styles(r);
  if (status == POLICY_OK) status = lay_out(r);
  return status;
}

/* ---- the builder ----------------------------------------------------------------------------------------- */

static policy_status warn(const reading *r, policy_builder *builder) {
  char message[POLICY_MESSAGE_SIZE];
  policy_status status = POLICY_OK;
  const policy_span whole = {0, 0};
  if (r->why[0] != '\0') {
    (void)snprintf(message, sizeof message, "only %zu pages were read: %s", r->pdf.pages.count, r->why);
    status = policy_builder_add_warning(builder, "pdf-cut", message, whole, r->error);
  }
  if (status == POLICY_OK && r->bare > 0) {
    (void)snprintf(message, sizeof message, "%lu of %zu pages have no text", (unsigned long)r->bare,
                   r->pdf.pages.count);
    status = policy_builder_add_warning(builder, "pdf-bare", message, whole, r->error);
  }
  return status;
}

/* A date that stands in the text comes before that of the file. */
static policy_status set_metadata(const reading *r, policy_builder *builder) {
  const policy_document *document = policy_builder_document(builder);
  policy_status status = policy__pdf_set_title(&r->pdf, builder, r->error);
  if (status == POLICY_OK) status = policy__read_metadata(builder, policy__builder_allocator(builder), r->error);
  if (status == POLICY_OK) status = policy__pdf_set_file(&r->pdf, builder, document, r->error);
  return status;
}

static policy_builder *build(reading *r) {
  policy_builder *builder = policy__pdf_compose(&r->pdf, r->bytes, r->size, r->options, &r->limits, r->error);
  if (builder == NULL) return NULL;
  policy_builder_set_source(builder, r->size, (uint32_t)r->pdf.pages.count);
  policy_status status = set_metadata(r, builder);
  if (status == POLICY_OK) status = warn(r, builder);
  if (status == POLICY_OK) return builder;
  policy__builder_settle(builder, status, r->error);
  policy_builder_free(builder);
  return NULL;
}

policy_builder *policy__read_pdf(const void *bytes, size_t size, const policy_options *options, policy_error *error) {
  reading r = {.bytes = bytes, .size = size, .options = options, .error = error};
  policy_builder *builder = NULL;
  r.limits = policy__limits_fill(options->limits, size);
  policy__memory_init(&r.memory, options->allocator != NULL ? options->allocator : &policy__malloc_allocator,
                      r.limits.memory);
  policy__pdf_init(&r.pdf, &r.limits, &r.memory.allocator);
  if (read_all(&r) == POLICY_OK) builder = build(&r);
  policy__pdf_free(&r.pdf);
  return builder;
}
