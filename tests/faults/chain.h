/* All that the library does with one source, end to end: read, analyse, write, read again, sum up. */
#ifndef CHAIN_H
#define CHAIN_H

#include <stdlib.h>
#include <string.h>

#include <policy.h>

/* Appends the IG Script of every statement, the summary, and the pages. */
static inline policy_status chain_describe(const policy_document *document, policy_buffer *out, policy_error *error) {
  policy_status status = POLICY_OK;
  for (uint32_t i = 0; status == POLICY_OK && i < policy_document_statement_count(document); i++)
    status = policy_igscript_write(policy_document_statement(document, i), out, error);
  if (status == POLICY_OK) status = policy_summary_write(document, 0, 80, out, error);
  if (status == POLICY_OK) status = policy_html_write(document, out, error);
  if (status == POLICY_OK && policy_document_line_count(document) > 0)
    status = policy_svg_write(document, 0, 0, out, error);
  return status == POLICY_OK ? policy_json_write(document, POLICY_JSON_TOKENS, out, error) : status;
}

/* Takes the document, writes it, reads that, and describes what was read into `out`. */
static inline policy_status chain_write(policy_document *document, const policy_options *options, policy_buffer *out,
                                        policy_error *error) {
  policy_buffer json = {.allocator = out->allocator};
  policy_status status = policy_json_write(document, POLICY_JSON_TOKENS | POLICY_JSON_INDENT, &json, error);
  policy_document_unref(document);
  policy_document *again = status == POLICY_OK ? policy_json_read(json.data, json.size, options, error) : NULL;
  policy_buffer_free(&json);
  if (again == NULL) return status == POLICY_OK ? error->code : status;
  status = chain_describe(again, out, error);
  policy_document_unref(again);
  return status;
}

/* The whole chain on bytes. `error` may not be NULL. */
static inline policy_status chain_bytes(const void *bytes, size_t size, const policy_options *options, policy_buffer *out,
                                        policy_error *error) {
  policy_document *read = policy_read(bytes, size, options, error);
  if (read == NULL) return error->code;
  policy_document *document = policy_analyse(read, options, error);
  policy_document_unref(read);
  return document != NULL ? chain_write(document, options, out, error) : error->code;
}

/* The whole chain on a file. */
static inline policy_status chain_file(const char *path, const policy_options *options, policy_buffer *out,
                                       policy_error *error) {
  policy_document *document = policy_analyse_file(path, options, error);
  return document != NULL ? chain_write(document, options, out, error) : error->code;
}

/* The sample documents of the source tree: their paths, ended by NULL. */
static const char *const chain_samples[] = {"act",        "audit-report", "committee-report", "opinion",
                                            "resolution", "strategy",     "wrapped",          NULL};

static inline const char *chain_path(const char *sample, char *path, size_t room) {
  const char *folder = getenv("srcdir");
  int size = snprintf(path, room, "%s/examples/%s.txt", folder != NULL ? folder : ".", sample);
  return size > 0 && (size_t)size < room ? path : "";
}

#endif
