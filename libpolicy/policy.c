/* The facade: reads, analyses and hands over. The only file that knows all layers. */
#include <policy.h>

#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/status.h"
#include "extract/extract.h"
#include "lang/annotate.h"
#include "lang/segment.h"
#include "model/builder.h"
#include "read/conllu.h"
#include "read/plain.h"
#include "read/sniff.h"

const char *policy_version(void) {
  return POLICY_VERSION;
}

const char *policy_features(void) {
  return "read:text read:json read:conllu read:igscript write:text write:json write:igscript write:conllu"
#ifdef POLICY_DEBUG
         " debug"
#endif
#ifdef POLICY_DEBUG_ARENA
         " debug-arena"
#endif
      ;
}

static policy_status progress(const policy_options *options, double done, policy_error *error) {
  if (options->progress == NULL || options->progress(options->context, done)) return POLICY_OK;
  return policy__fail_plain(error, POLICY_ERROR_CANCELLED);
}

/* ---- reading -------------------------------------------------------------------------------------------- */

static policy_status set(policy_builder *builder, policy_field field, const char *value, policy_error *error) {
  return policy_builder_set(builder, field, (policy_string){value, strlen(value)}, error);
}

/* The beginning of every reading: what the source is. */
static policy_status set_source(policy_builder *builder, const char *media_type, const policy_options *options,
                                policy_error *error) {
  policy_status status = set(builder, POLICY_FIELD_MEDIA_TYPE, media_type, error);
  if (status == POLICY_OK) status = set(builder, POLICY_FIELD_CHARSET, "utf-8", error);
  if (status == POLICY_OK && options->name != NULL)
    status = set(builder, POLICY_FIELD_SOURCE_NAME, options->name, error);
  return status == POLICY_OK ? progress(options, 0.1, error) : status;
}

/* The end of every building: the document, or NULL when it failed. */
static policy_document *finish(policy_builder *builder, policy_status status, policy_error *error) {
  if (status == POLICY_OK) return policy_builder_finish(builder, error);
  policy__builder_settle(builder, status, error);
  policy_builder_free(builder);
  return NULL;
}

static policy_document *read_plain(const void *bytes, size_t size, const policy_options *options,
                                   policy_error *error) {
  policy_builder *builder = policy_builder_new(bytes, size, options->limits, options->allocator, error);
  if (builder == NULL) return NULL;
  policy_status status = set_source(builder, "text/plain", options, error);
  if (status == POLICY_OK) status = policy__read_plain(builder, policy__builder_allocator(builder), error);
  return finish(builder, status, error);
}

static policy_document *read_conllu(const void *bytes, size_t size, const policy_options *options,
                                    policy_error *error) {
  policy_builder *builder =
      policy__read_conllu(bytes != NULL ? bytes : "", size, options->limits, options->allocator, error);
  if (builder == NULL) return NULL;
  return finish(builder, set_source(builder, "text/x-conllu", options, error), error);
}

/* Whether `type` begins with `word`, which is in lower case; media types have no case. */
static bool begins(const char *type, const char *word) {
  for (; *word != '\0'; type++, word++)
    if ((*type >= 'A' && *type <= 'Z' ? *type + ('a' - 'A') : *type) != *word) return false;
  return true;
}

/* Whether `type` is `media_type`, in UTF-8 if it names a charset: "text/plain; charset=utf-8". */
static bool is_type(const char *type, const char *media_type) {
  if (!begins(type, media_type)) return false;
  type += strlen(media_type);
  type += strspn(type, " ");
  if (*type == '\0') return true;
  if (*type != ';') return false;
  type += 1 + strspn(type + 1, " ");
  return (begins(type, "charset=utf-8") && type[13] == '\0') ||
         (begins(type, "charset=us-ascii") && type[16] == '\0');
}

policy_document *policy_read(const void *bytes, size_t size, const policy_options *given, policy_error *error) {
  policy_options options = policy__options_fill(given);
  if (bytes == NULL && size > 0) {
    policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
    return NULL;
  }
  if (progress(&options, 0, error) != POLICY_OK) return NULL;
  const char *type = options.media_type != NULL ? options.media_type : policy__sniff(bytes, size);
  if (is_type(type, "application/json")) return policy_json_read(bytes, size, &options, error);
  if (is_type(type, "text/plain") || is_type(type, "text/markdown"))
    return read_plain(bytes, size, &options, error);
  if (is_type(type, "text/x-conllu")) return read_conllu(bytes, size, &options, error);
  policy__fail(error, POLICY_ERROR_UNSUPPORTED, 0, "this build has no reader for %.80s", type);
  return NULL;
}

policy_document *policy_read_file(const char *path, const policy_options *given, policy_error *error) {
  policy_options options = policy__options_fill(given);
  if (path == NULL) {
    policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
    return NULL;
  }
  if (options.name == NULL) options.name = path;
  policy_buffer bytes = POLICY_BUFFER_INIT;
  if (options.allocator != NULL) bytes.allocator = *options.allocator;
  bytes.ceiling = (size_t)policy__limits_fill(options.limits, 0).input;
  policy_document *document = NULL;
  if (policy__file_read(path, &bytes, error) == POLICY_OK)
    document = policy_read(bytes.size > 0 ? bytes.data : "", bytes.size, &options, error);
  policy_buffer_free(&bytes);
  return document;
}

/* ---- analysis ------------------------------------------------------------------------------------------- */

/* Work on a builder that holds what the given document is made of. */
typedef policy_status making(policy_builder *builder, const policy_document *given, const policy_options *options,
                           policy_error *error);

/* A new document from a given one. */
static policy_document *make_anew(const policy_document *document, const policy_options *given, making *make,
                                  policy_error *error) {
  policy_options options = policy__options_fill(given);
  if (document == NULL) {
    policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
    return NULL;
  }
  policy_builder *builder = policy__builder_copy(document, options.limits, options.allocator, error);
  if (builder == NULL) return NULL;
  policy__builder_watch(builder, options.progress, options.context);
  policy_status status = make(builder, document, &options, error);
  if (status == POLICY_OK) status = progress(&options, 1, error);
  return finish(builder, status, error);
}

/* Each stage with its share of the time. */
static policy_status analyse(policy_builder *builder, const policy_document *given, const policy_options *options,
                             policy_error *error) {
  const policy_allocator *allocator = policy__builder_allocator(builder);
  (void)given;
  policy__builder_stage(builder, 0, 0.1);
  policy_status status = policy__segment(builder, policy__builder_limits(builder), allocator, error);
  policy__builder_stage(builder, 0.1, 0.9);
  if (status == POLICY_OK)
    status = policy__annotate(builder, options->model, options->full, allocator, error);
  policy__builder_stage(builder, 0.9, 0.95);
  if (status == POLICY_OK) status = policy__extract_actors(builder, options->gazetteer, allocator, error);
  policy__builder_stage(builder, 0.95, 0.96);
  if (status == POLICY_OK) status = policy__extract_times(builder, allocator, error);
  policy__builder_stage(builder, 0.96, 1);
  return status == POLICY_OK ? policy__extract_statements(builder, allocator, error) : status;
}

policy_document *policy_analyse(const policy_document *document, const policy_options *options,
                                policy_error *error) {
  return make_anew(document, options, analyse, error);
}

/* Sentences, words and their analysis. */
static policy_status parse(policy_builder *builder, const policy_document *given, const policy_options *options,
                           policy_error *error) {
  const policy_allocator *allocator = policy__builder_allocator(builder);
  const policy_limits *limits = policy__builder_limits(builder);
  policy__builder_stage(builder, 0, 0.05);
  policy_status status = policy_document_sentence_count(given) > 0
                             ? policy__segment_as(builder, given, limits, allocator, error)
                             : policy__segment(builder, limits, allocator, error);
  policy__builder_stage(builder, 0.05, 1);
  return status == POLICY_OK ? policy__annotate(builder, options->model, true, allocator, error) : status;
}

policy_document *policy_parse(const policy_document *document, const policy_options *options,
                              policy_error *error) {
  return make_anew(document, options, parse, error);
}

policy_document *policy_analyse_file(const char *path, const policy_options *options, policy_error *error) {
  policy_document *document = policy_read_file(path, options, error);
  if (document == NULL) return NULL;
  policy_document *analysed = policy_analyse(document, options, error);
  policy_document_unref(document);
  return analysed;
}
