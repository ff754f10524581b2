/* The facade: reads, analyses and hands over. The only file that knows all layers. */
#include <policy.h>

#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/status.h"
#include "extract/citations.h"
#include "extract/extract.h"
#include "lang/annotate.h"
#include "lang/identify.h"
#include "lang/segment.h"
#include "model/builder.h"
#include "read/formats.h"
#include "read/gzip.h"
#include "read/sniff.h"

const char *policy_version(void) {
  return POLICY_VERSION;
}

const char *policy_features(void) {
  return "read:text read:markdown read:html read:pdf read:docx read:odt read:epub read:xml read:gzip read:json read:conllu "
         "read:igscript write:text write:json write:igscript write:conllu write:bibtex write:html"
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

/* What the source is, as far as its reader has not told. */
static policy_status set_source(policy_builder *builder, const char *media_type, const policy_options *options,
                                policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  policy_status status = set(builder, POLICY_FIELD_MEDIA_TYPE, media_type, error);
  if (status == POLICY_OK && policy_document_charset(document).size == 0)
    status = set(builder, POLICY_FIELD_CHARSET, "utf-8", error);
  if (status == POLICY_OK && options->name != NULL)
    status = set(builder, POLICY_FIELD_SOURCE_NAME, options->name, error);
  if (status == POLICY_OK) status = policy__identify(builder, error);
  return status == POLICY_OK ? progress(options, 0.9, error) : status;
}

/* The end of every building: the document, or NULL when it failed. */
static policy_document *finish(policy_builder *builder, policy_status status, policy_error *error) {
  if (status == POLICY_OK) return policy_builder_finish(builder, error);
  policy__builder_settle(builder, status, error);
  policy_builder_free(builder);
  return NULL;
}

/* The caller's reader of the media type, or, when he named none, of the bytes; NULL: he has none. */
static const policy_reader *find_reader(const void *bytes, size_t size, const policy_options *options) {
  for (size_t i = 0; i < options->reader_count; i++) {
    const policy_reader *reader = &options->readers[i];
    if (options->media_type != NULL ? policy__format_is(options->media_type, reader->media_type)
                                    : reader->knows != NULL && reader->knows(reader->context, bytes, size))
      return reader;
  }
  return NULL;
}

static policy_document *read_as(const char *type, const void *bytes, size_t size, const policy_options *options,
                                policy_error *error) {
  const char *known = "";
  if (policy__format_is(type, "application/json")) return policy_json_read(bytes, size, options, error);
  policy__read *read = policy__format_find(type, &known);
  if (read == NULL) {
    policy__fail(error, POLICY_ERROR_UNSUPPORTED, 0, "this build has no reader for %.80s", type);
    return NULL;
  }
  policy_builder *builder = read(bytes, size, options, error);
  return builder != NULL ? finish(builder, set_source(builder, known, options, error), error) : NULL;
}

static policy_document *read_source(const void *bytes, size_t size, const policy_options *options,
                                    policy_error *error) {
  const policy_reader *reader = find_reader(bytes, size, options);
  if (reader != NULL) {
    policy_builder *builder = reader->read(reader->context, bytes, size, options, error);
    if (builder == NULL) return NULL;
    return finish(builder, set_source(builder, reader->media_type, options, error), error);
  }
  const char *type = options->media_type != NULL ? options->media_type : policy__sniff(bytes, size);
  return read_as(type, bytes, size, options, error);
}

/* Whether the source is to be unpacked first: no reader of the caller's knows it as it is. */
static bool is_packed(const void *bytes, size_t size, const policy_options *options) {
  const char *type = options->media_type != NULL ? options->media_type : policy__sniff(bytes, size);
  return policy__format_is(type, "application/gzip") && find_reader(bytes, size, options) == NULL;
}

/* What was packed is the source: its bytes make the id, and places in the source are places in it. */
static policy_document *read_packed(const void *bytes, size_t size, policy_options *options, policy_error *error) {
  policy_limits limits = policy__limits_fill(options->limits, size);
  policy_buffer unpacked = POLICY_BUFFER_INIT;
  policy_document *document = NULL;
  if (options->allocator != NULL) unpacked.allocator = *options->allocator;
  options->media_type = NULL;
  if (policy__gunzip(bytes, size, &limits, &unpacked, error) == POLICY_OK)
    document = read_source(unpacked.size > 0 ? unpacked.data : "", unpacked.size, options, error);
  policy_buffer_free(&unpacked);
  return document;
}

policy_document *policy_read(const void *bytes, size_t size, const policy_options *given, policy_error *error) {
  policy_options options = policy__options_fill(given);
  if (bytes == NULL && size > 0) {
    policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
    return NULL;
  }
  if (bytes == NULL) bytes = "";
  if (progress(&options, 0, error) != POLICY_OK) return NULL;
  return is_packed(bytes, size, &options) ? read_packed(bytes, size, &options, error)
                                          : read_source(bytes, size, &options, error);
}

/* What a file's name says of a text, which no bytes say: Markdown may look like any text. NULL: nothing. */
static const char *type_of_name(const char *path) {
  static const char *const endings[] = {".md", ".markdown"};
  size_t size = strlen(path);
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    size_t length = strlen(endings[i]);
    if (size > length && strcmp(path + size - length, endings[i]) == 0) return "text/markdown";
  }
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
  policy_status status = policy__file_read(path, &bytes, error);
  if (status == POLICY_OK && options.media_type == NULL && bytes.size > 0 &&
      policy__format_is(policy__sniff(bytes.data, bytes.size), "text/plain"))
    options.media_type = type_of_name(path);
  if (status == POLICY_OK)
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
  policy_status status = POLICY_OK;
  if (!(policy_document_language_confidence(document) > 0)) status = policy__identify(builder, error);
  if (status == POLICY_OK) status = policy__warn_not_english(builder, error);
  if (status == POLICY_OK) status = make(builder, document, &options, error);
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
  policy__builder_stage(builder, 0.96, 0.97);
  if (status == POLICY_OK) status = policy__extract_citations(builder, error);
  policy__builder_stage(builder, 0.97, 1);
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
