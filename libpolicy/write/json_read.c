/* Reading policy-document: the text first, then everything that points into it. */
#include <policy/json.h>

#include <string.h>

#include "model/builder.h"
#include "text/utf8.h"
#include "write/json_reader.h"

typedef policy__json_reader reader_t;

enum { NEAR = 256 };

static bool is_good(const reader_t *reader) {
  return reader->place.status == POLICY_OK;
}

/* ---- values --------------------------------------------------------------------------------------------- */

/* The byte where a code point begins. Places mostly follow one another, so most are counted on from the last
   one. `n` is at most the text's size in code points. */
static uint32_t byte_of(reader_t *reader, uint32_t n) {
  policy_string text = policy_document_text(reader->document);
  if (n < reader->code_point || n - reader->code_point > NEAR) {
    reader->byte = policy_document_byte_of_code_point(reader->document, n);
    reader->code_point = n;
  }
  const char *at = text.data + reader->byte;
  for (; reader->code_point < n; reader->code_point++) policy__utf8_next(&at);
  reader->byte = (uint32_t)(at - text.data);
  return reader->byte;
}

policy_span policy__json_span_of(reader_t *reader, const json_t *value, const char *key) {
  const policy_span nowhere = {0, 0};
  const json_t *begin = json_array_get(value, 0), *end = json_array_get(value, 1);
  if (!is_good(reader)) return nowhere;
  if (json_array_size(value) != 2 || !json_is_integer(begin) || !json_is_integer(end)) {
    policy__json_refuse(&reader->place, key, "not [begin, end] in code points");
    return nowhere;
  }
  json_int_t from = json_integer_value(begin), to = json_integer_value(end);
  if (from < 0 || from > to || to > (json_int_t)reader->size) {
    policy__json_refuse(&reader->place, key, "[%lld, %lld] is no span of a text with %lu code points",
                        (long long)from, (long long)to, (unsigned long)reader->size);
    return nowhere;
  }
  uint32_t first = byte_of(reader, (uint32_t)from);
  return (policy_span){first, byte_of(reader, (uint32_t)to)};
}

policy_span policy__json_span(reader_t *reader, const json_t *object, const char *key, bool needed) {
  const json_t *value = policy__json_member(&reader->place, object, key, JSON_ARRAY, needed);
  return value != NULL ? policy__json_span_of(reader, value, key) : (policy_span){0, 0};
}

uint32_t policy__json_reference_of(reader_t *reader, const json_t *value, const char *key, int ids) {
  if (!json_is_string(value)) {
    policy__json_refuse(&reader->place, key, "not an id");
    return POLICY_NONE;
  }
  uint32_t number = policy__table_find(&reader->ids[ids], policy__json_text(value));
  if (number == POLICY_NONE)
    policy__json_refuse(&reader->place, key, "nothing has the id \"%.40s\"", json_string_value(value));
  return number;
}

uint32_t policy__json_reference(reader_t *reader, const json_t *object, const char *key, int ids, bool needed) {
  const json_t *value = policy__json_member(&reader->place, object, key, JSON_STRING, needed);
  return value != NULL ? policy__json_reference_of(reader, value, key, ids) : POLICY_NONE;
}

static void fail(reader_t *reader, policy_status status) {
  (void)policy__fail_plain(&reader->why, status);
  policy__json_fail(&reader->place, status, &reader->why);
}

void *policy__json_push(reader_t *reader, policy__array *array) {
  policy_status status;
  if (!is_good(reader)) return NULL;
  void *item = policy__array_push(array, &status);
  if (item == NULL) fail(reader, status);
  return item;
}

/* ---- the text ------------------------------------------------------------------------------------------- */

static policy_builder *new_builder(policy_string text, const policy_options *options, policy_error *error) {
  policy_limits limits = *options->limits;
  limits.warnings += limits.warnings < UINT32_MAX; /* the one that counts those over the limit is written too */
  return policy_builder_new(text.data, text.size, &limits, options->allocator, error);
}

static void begin(reader_t *reader, const json_t *root, const policy_options *options) {
  policy_string text = policy__json_string(&reader->place, root, "text", true);
  if (!is_good(reader)) return;
  reader->builder = new_builder(text, options, &reader->why);
  if (reader->builder == NULL) {
    policy__json_fail(&reader->place, reader->why.code, &reader->why);
    return;
  }
  reader->document = policy_builder_document(reader->builder);
  policy_string kept = policy_document_text(reader->document);
  if (kept.size != text.size || memcmp(kept.data, text.data, kept.size) != 0)
    policy__json_refuse(&reader->place, "text",
                        "not in NFC, with a byte order mark or CR, so spans would move");
  reader->own_warnings = policy_document_warning_count(reader->document);
  uint32_t end = (uint32_t)kept.size;
  reader->size = policy_document_code_points(reader->document, (policy_span){end, end}).end;
}

/* ---- source and metadata -------------------------------------------------------------------------------- */

static void set(reader_t *reader, policy_field field, policy_string value) {
  if (!is_good(reader)) return;
  policy__json_fail(&reader->place, policy_builder_set(reader->builder, field, value, &reader->why),
                    &reader->why);
}

struct string_member {
  const char *key;
  policy_field field;
};

static void read_strings(reader_t *reader, const json_t *object, const struct string_member *members,
                         size_t count) {
  for (size_t i = 0; i < count; i++) {
    policy_string value = policy__json_string(&reader->place, object, members[i].key, false);
    if (value.size > 0) set(reader, members[i].field, value);
  }
}

static void read_source(reader_t *reader, const json_t *root) {
  static const char *const known[] = {"name", "media_type", "charset", "bytes", "pages", "charset_source",
                                      "charset_confidence", NULL};
  static const struct string_member strings[] = {{"name", POLICY_FIELD_SOURCE_NAME},
                                                 {"media_type", POLICY_FIELD_MEDIA_TYPE},
                                                 {"charset", POLICY_FIELD_CHARSET}};
  policy__json_place *place = &reader->place;
  const json_t *object = policy__json_member(place, root, "source", JSON_OBJECT, false);
  uint64_t bytes = 0, pages = 0;
  policy__json_enter(place, "source");
  if (object != NULL && policy__json_check_members(place, object, known)) {
    read_strings(reader, object, strings, sizeof strings / sizeof *strings);
    bytes = policy__json_number(place, object, "bytes", INT64_MAX, 0);
    pages = policy__json_number(place, object, "pages", UINT32_MAX, 0);
    int source = policy__json_word(place, object, "charset_source", POLICY__CHARSET_SOURCE, false);
    policy__builder_charset(reader->builder, (policy_charset_source)source,
                            policy__json_confidence(reader, object, "charset_confidence"));
  }
  policy__json_leave(place);
  policy_builder_set_source(reader->builder, bytes, (uint32_t)pages);
}

/* A list of strings, each in an object under `within` unless that is NULL. */
static void read_string_list(reader_t *reader, const json_t *object, const char *key, const char *within,
                             policy_field field) {
  policy__json_place *place = &reader->place;
  const json_t *list = policy__json_member(place, object, key, JSON_ARRAY, false);
  const char *const known[] = {within, NULL};
  policy__json_enter(place, key);
  for (size_t i = 0; i < json_array_size(list) && is_good(reader); i++) {
    const json_t *item = json_array_get(list, i);
    policy__json_enter_item(place, i);
    if (within != NULL && policy__json_check_members(place, item, known))
      set(reader, field, policy__json_string(place, item, within, true));
    else if (json_is_string(item)) set(reader, field, policy__json_text(item));
    else policy__json_refuse(place, NULL, "not a string");
    policy__json_leave(place);
  }
  policy__json_leave(place);
}

/* Whether the builder keeps the bytes as they are. */
static policy_status is_clean(const policy_buffer *bytes, bool *clean) {
  policy_buffer copy = {.allocator = bytes->allocator};
  policy__cleaning cleaning = {0};
  policy_status status = policy__utf8_clean(bytes->data, bytes->size, &copy, NULL, &cleaning);
  *clean = status == POLICY_OK && copy.size == bytes->size && memcmp(copy.data, bytes->data, copy.size) == 0;
  policy_buffer_free(&copy);
  return status;
}

/* Keeps an object as its text: in ASCII where the builder would change a string or a key. */
static void read_kept(reader_t *reader, const json_t *object, const char *key, policy_field field) {
  const json_t *value = policy__json_member(&reader->place, object, key, JSON_OBJECT, false);
  if (value == NULL) return;
  policy_buffer text = {.allocator = *policy__builder_allocator(reader->builder)};
  bool clean = false;
  policy_status status = policy__json_canonical(value, false, &text);
  if (status == POLICY_OK) status = is_clean(&text, &clean);
  if (status == POLICY_OK && !clean) {
    text.size = 0;
    status = policy__json_canonical(value, true, &text);
  }
  if (status == POLICY_OK) set(reader, field, (policy_string){text.data, text.size});
  else fail(reader, status);
  policy_buffer_free(&text);
}

/* How sure the language is, which was read before. */
static void read_confidence(reader_t *reader, const json_t *object) {
  double confidence = policy__json_confidence(reader, object, "language_confidence");
  policy_string language = policy_document_language(reader->document);
  if (!(confidence > 0) || !is_good(reader)) return;
  policy_status status = policy__builder_language(reader->builder, POLICY_NONE, language, confidence);
  if (status != POLICY_OK) fail(reader, status);
}

static void read_list(reader_t *reader, const json_t *root, const char *key,
                      void (*read)(reader_t *, const json_t *)) {
  const json_t *list = policy__json_member(&reader->place, root, key, JSON_ARRAY, false);
  policy__json_enter(&reader->place, key);
  for (size_t i = 0; i < json_array_size(list) && is_good(reader); i++) {
    policy__json_enter_item(&reader->place, i);
    read(reader, json_array_get(list, i));
    policy__json_leave(&reader->place);
  }
  policy__json_leave(&reader->place);
}

static void read_metadata(reader_t *reader, const json_t *root) {
  static const char *const known[] = {"title",  "subtitle", "authors",    "date", "publisher", "language",
                                     "topics", "regions",  "identifier", "url",  "type",      "citation", "language_confidence",
                                     "contributors", "dates", "identifiers", "subjects", "publisher_type", "series", "licence", NULL};
  static const struct string_member strings[] = {{"title", POLICY_FIELD_TITLE},
                                                 {"subtitle", POLICY_FIELD_SUBTITLE},
                                                 {"date", POLICY_FIELD_DATE},
                                                 {"publisher", POLICY_FIELD_PUBLISHER},
                                                 {"language", POLICY_FIELD_LANGUAGE},
                                                 {"identifier", POLICY_FIELD_IDENTIFIER},
                                                 {"type", POLICY_FIELD_TYPE},
                                                 {"publisher_type", POLICY_FIELD_PUBLISHER_TYPE},
                                                 {"series", POLICY_FIELD_SERIES},
                                                 {"licence", POLICY_FIELD_LICENCE},
                                                 {"url", POLICY_FIELD_URL}};
  policy__json_place *place = &reader->place;
  const json_t *object = policy__json_member(place, root, "metadata", JSON_OBJECT, false);
  policy__json_enter(place, "metadata");
  if (object != NULL && policy__json_check_members(place, object, known)) {
    read_strings(reader, object, strings, sizeof strings / sizeof *strings);
    read_confidence(reader, object);
    read_string_list(reader, object, "authors", "name", POLICY_FIELD_AUTHOR);
    read_string_list(reader, object, "topics", NULL, POLICY_FIELD_TOPIC);
    read_string_list(reader, object, "regions", NULL, POLICY_FIELD_REGION);
    read_list(reader, object, "contributors", policy__json_read_contributor);
    read_list(reader, object, "dates", policy__json_read_date);
    read_list(reader, object, "identifiers", policy__json_read_identifier);
    read_list(reader, object, "subjects", policy__json_read_subject);
    read_kept(reader, object, "citation", POLICY_FIELD_CITATION);
  }
  policy__json_leave(place);
}

static void read_head(reader_t *reader, const json_t *root) {
  policy_string id = policy__json_string(&reader->place, root, "id", false);
  if (id.size > 0) set(reader, POLICY_FIELD_ID, id);
  read_source(reader, root);
  read_metadata(reader, root);
  read_kept(reader, root, "extra", POLICY_FIELD_EXTRA);
}

/* ---- ids ------------------------------------------------------------------------------------------------ */

/* Gathers the ids of a list, each of which must be there once. */
static void gather_ids(reader_t *reader, const json_t *root, const char *key, policy__table *ids) {
  policy__json_place *place = &reader->place;
  const json_t *list = policy__json_member(place, root, key, JSON_ARRAY, false);
  policy__json_enter(place, key);
  for (size_t i = 0; i < json_array_size(list) && is_good(reader); i++) {
    const json_t *item = json_array_get(list, i);
    policy__json_enter_item(place, i);
    if (!json_is_object(item)) policy__json_refuse(place, NULL, "not an object");
    policy_string id = policy__json_string(place, item, "id", true);
    if (is_good(reader) && policy__table_find(ids, id) != POLICY_NONE)
      policy__json_refuse(place, "id", "\"%.40s\" is there twice", id.data);
    policy_status status = is_good(reader) ? policy__table_add(ids, id, (uint32_t)i) : POLICY_OK;
    if (status != POLICY_OK) fail(reader, status);
    policy__json_leave(place);
  }
  policy__json_leave(place);
}

/* Ids that nothing names need only differ. */
static void check_ids(reader_t *reader, const json_t *root, const char *key) {
  policy__table ids;
  policy__table_init(&ids, policy__builder_allocator(reader->builder));
  gather_ids(reader, root, key, &ids);
  policy__table_free(&ids);
}

static void read_ids(reader_t *reader, const json_t *root) {
  gather_ids(reader, root, "actors", &reader->ids[POLICY__IDS_ACTORS]);
  gather_ids(reader, root, "statements", &reader->ids[POLICY__IDS_STATEMENTS]);
  check_ids(reader, root, "blocks");
  check_ids(reader, root, "recommendations");
  check_ids(reader, root, "events");
}

/* ---- the lists ------------------------------------------------------------------------------------------ */

static void read_sentences(reader_t *reader, const json_t *root) {
  const json_t *list = policy__json_member(&reader->place, root, "sentences", JSON_ARRAY, false);
  const json_t *tokens = policy__json_member(&reader->place, root, "tokens", JSON_ARRAY, false);
  size_t count = json_array_size(list);
  if (tokens != NULL && json_array_size(tokens) != count)
    policy__json_refuse(&reader->place, "tokens", "not one list for each of %zu sentences", count);
  for (size_t i = 0; i < count && is_good(reader); i++)
    policy__json_read_sentence(reader, json_array_get(list, i), json_array_get(tokens, i), i);
}

static void read_parts(reader_t *reader, const json_t *root, const policy_options *options) {
  static const struct {
    const char *key;
    void (*read)(reader_t *, const json_t *);
  } lists[] = {{"actors", policy__json_read_actor},
               {"statements", policy__json_read_statement},
               {"recommendations", policy__json_read_recommendation},
               {"times", policy__json_read_time},
               {"citations", policy__json_read_citation},
               {"events", policy__json_read_event},
               {"relations", policy__json_read_relation},
               {"causal", policy__json_read_causal},
               {"warnings", policy__json_read_warning}};
  const size_t count = sizeof lists / sizeof *lists;
  read_list(reader, root, "blocks", policy__json_read_block);
  read_list(reader, root, "pages", policy__json_read_page);
  read_list(reader, root, "lines", policy__json_read_line);
  read_sentences(reader, root);
  for (size_t i = 0; i < count && is_good(reader); i++) {
    double done = 0.5 + 0.5 * (double)i / (double)count;
    if (options->progress != NULL && !options->progress(options->context, done))
      fail(reader, POLICY_ERROR_CANCELLED);
    read_list(reader, root, lists[i].key, lists[i].read);
  }
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

static void check_head(reader_t *reader, const json_t *root) {
  static const char *const known[] = {
      "format",   "version", "id",         "source",          "metadata", "text",   "blocks",    "sentences",
      "tokens",   "actors",  "statements", "recommendations", "times",    "events", "relations", "causal",
      "warnings", "extra",   "citations",  "pages",           "lines",    NULL};
  policy__json_place *place = &reader->place;
  if (place->status == POLICY_OK && !json_is_object(root)) policy__json_refuse(place, NULL, "not an object");
  policy_string format = policy__json_string(place, root, "format", true);
  if (is_good(reader) && strcmp(format.data, "policy-document") != 0)
    policy__json_refuse(place, "format", "not \"policy-document\"");
  const json_t *version = policy__json_member(place, root, "version", JSON_INTEGER, true);
  if (version != NULL && json_integer_value(version) != 1)
    place->status = policy__fail(place->error, POLICY_ERROR_UNSUPPORTED, 0, "/version: not 1");
  (void)policy__json_check_members(place, root, known);
}

static void init_scratch(reader_t *reader) {
  const policy_allocator *allocator = policy__builder_allocator(reader->builder);
  policy__array_init(&reader->components, allocator, sizeof(policy_component_record), UINT32_MAX);
  policy__array_init(&reader->items, allocator, sizeof(policy_mention_record), UINT32_MAX);
  policy__array_init(&reader->codes, allocator, sizeof(policy_code_record), UINT32_MAX);
  policy__array_init(&reader->numbers, allocator, sizeof(uint32_t), UINT32_MAX);
  policy__array_init(&reader->levels, allocator, sizeof(struct policy__json_level), UINT32_MAX);
  for (int i = 0; i < POLICY__IDS_COUNT; i++) policy__table_init(&reader->ids[i], allocator);
}

static void free_scratch(reader_t *reader) {
  policy__array *arrays[] = {&reader->components, &reader->items, &reader->codes, &reader->numbers,
                             &reader->levels};
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) policy__array_free(arrays[i]);
  for (int i = 0; i < POLICY__IDS_COUNT; i++) policy__table_free(&reader->ids[i]);
}

static policy_document *read_tree(const json_t *root, const policy_options *options, policy_error *error) {
  reader_t reader = {.place = {.error = error}};
  check_head(&reader, root);
  begin(&reader, root, options);
  if (reader.builder == NULL) return NULL;
  init_scratch(&reader);
  if (is_good(&reader)) read_head(&reader, root);
  read_ids(&reader, root);
  read_parts(&reader, root, options);
  free_scratch(&reader);
  if (!is_good(&reader)) {
    policy_builder_free(reader.builder);
    return NULL;
  }
  policy_document *document = policy_builder_finish(reader.builder, &reader.why);
  if (document == NULL) policy__json_fail(&reader.place, reader.why.code, &reader.why);
  return document;
}

policy_document *policy_json_read(const void *bytes, size_t size, const policy_options *given,
                                  policy_error *error) {
  policy_options options = policy__options_fill(given);
  policy_limits limits = policy__limits_fill(options.limits, size);
  options.limits = &limits;
  if (policy__source_check(bytes, size, &limits, error) != POLICY_OK) return NULL;
  json_t *root = policy__json_load(size > 0 ? bytes : "", size, limits.depth, limits.memory, error);
  if (root == NULL) return NULL;
  policy_document *document = read_tree(root, &options, error);
  json_decref(root);
  return document;
}
