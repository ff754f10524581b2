/* Parts and properties of office files. */
#include "read/office.h"

#include <stdio.h>
#include <string.h>

#include "base/equal.h"
#include "base/memory.h"
#include "base/status.h"
#include "model/builder.h"
#include "read/metadata.h"
#include "read/scan.h"
#include "text/charset.h"
#include "text/utf8.h"

enum {
  BLOCKS = 40, /* in which a document speaks of itself */
  TOP = 6,     /* in which its title stands */
  FEW = 3,     /* spaces in a title that many texts hold */
  TITLE = 300, /* bytes of a title, at most */
  NAME = 512
};

policy_status policy__office_open(policy__office *office, const void *bytes, size_t size, const policy__fact *facts,
                                  size_t fact_count, const policy_options *options, policy_error *error) {
  memset(office, 0, sizeof *office);
  office->allocator = options->allocator != NULL ? options->allocator : &policy__malloc_allocator;
  office->limits = policy__limits_fill(options->limits, size);
  office->error = error != NULL ? error : &office->own;
  policy__compose_init(&office->composer, &office->limits, office->allocator);
  policy__collect_init(&office->facts, facts, fact_count, office->allocator);
  policy_status status = policy__source_check(bytes, size, &office->limits, office->error);
  if (status != POLICY_OK) return status;
  return policy__archive_open(bytes, size, &office->limits, office->allocator, &office->archive, office->error);
}

void policy__office_close(policy__office *office, const policy_builder *made) {
  if (made == NULL) office->error->offset = 0;
  policy__archive_close(office->archive);
  policy__compose_free(&office->composer);
  policy__collect_free(&office->facts);
}

policy_status policy__office_forgive(policy__office *office, policy_status status) {
  if (status != POLICY_ERROR_FORMAT && status != POLICY_ERROR_NOT_FOUND) return status;
  office->broken += status == POLICY_ERROR_FORMAT;
  return POLICY_OK;
}

/* The document's only heading of level 1, without a number, where it stands near the beginning: its title. */
static policy_string sole_heading(const policy_document *document) {
  policy_string found = {"", 0};
  for (uint32_t n = 0; n < policy_document_block_count(document); n++) {
    policy_block block = policy_document_block(document, n);
    if (policy_block_kind_of(block) != POLICY_BLOCK_HEADING || policy_block_level(block) != 1) continue;
    policy_string text = policy_document_slice(document, policy_block_span(block));
    bool numbered = text.size > 0 && *text.data >= '0' && *text.data <= '9';
    if (n >= TOP || found.size > 0 || numbered || text.size > TITLE) return (policy_string){"", 0};
    found = text;
  }
  return found;
}

static policy_status warn(const policy__office *office, policy_builder *builder) {
  char message[POLICY_MESSAGE_SIZE];
  if (office->broken == 0) return POLICY_OK;
  (void)snprintf(message, sizeof message, "%u damaged parts of the archive were left out", office->broken);
  return policy_builder_add_warning(builder, "damaged-part", message, (policy_span){0, 0}, office->error);
}

/* Sets a title that may stand on several lines. */
static policy_status set_title(policy__office *office, policy_builder *builder, policy_string title) {
  char line[TITLE + 1];
  for (size_t i = 0; i < title.size; i++) line[i] = title.data[i] == '\n' ? ' ' : title.data[i];
  return policy_builder_set(builder, POLICY_FIELD_TITLE, (policy_string){line, title.size}, office->error);
}

policy_builder *policy__office_finish(policy__office *office, bool trusted, const void *bytes, size_t size,
                                      const policy_options *options) {
  policy_builder *builder = policy__compose_finish(&office->composer, bytes, size, options, office->error);
  if (builder == NULL) return NULL;
  policy_status status = trusted ? policy__collect_set(&office->facts, builder, office->error)
                                 : policy__office_set(&office->facts, false, builder, office->error);
  policy_string title = sole_heading(policy_builder_document(builder));
  if (status == POLICY_OK && title.size > 0 && policy_document_title(policy_builder_document(builder)).size == 0)
    status = set_title(office, builder, title);
  if (status == POLICY_OK) status = warn(office, builder);
  if (status == POLICY_OK) status = policy__read_metadata(builder, policy__builder_allocator(builder), office->error);
  if (status == POLICY_OK && !trusted) status = policy__office_set(&office->facts, true, builder, office->error);
  if (status == POLICY_OK && !trusted) status = policy__collect_keep(&office->facts, true, builder, office->error);
  if (status == POLICY_OK) return builder;
  policy__builder_settle(builder, status, office->error);
  policy_builder_free(builder);
  return NULL;
}

/* ---- parts ----------------------------------------------------------------------------------------------- */

policy_status policy__office_part(policy__archive *archive, const char *name, policy_buffer *xml, policy_error *error) {
  policy__charset charset;
  char declared[POLICY__XML_NAME];
  policy_buffer bytes = {.allocator = xml->allocator};
  policy_status status = policy__archive_read(archive, name, &bytes, error);
  if (status == POLICY_OK && bytes.size > 0) {
    policy__xml_charset(bytes.data, bytes.size, declared);
    status = policy__charset_decode(bytes.data, bytes.size, declared, xml, NULL, &charset);
    size_t mark = bytes.size >= 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (status == POLICY_OK && charset.as_is) status = policy_buffer_append(xml, bytes.data + mark, bytes.size - mark);
    if (status != POLICY_OK) policy__fail_plain(error, status);
  }
  policy_buffer_free(&bytes);
  return status;
}

bool policy__office_path(const char *from, policy_string reference, char *path, size_t room) {
  const char *slash = strrchr(from, '/');
  size_t size = reference.size > 0 && *reference.data == '/' ? 0 : slash != NULL ? (size_t)(slash - from) + 1 : 0;
  size_t at = 0;
  if (size + reference.size + 1 > room) return false;
  memcpy(path, from, size);
  while (at < reference.size) {
    size_t end = at;
    while (end < reference.size && reference.data[end] != '/') end++;
    policy_string step = {reference.data + at, end - at};
    at = end + 1;
    if (step.size == 0 || (step.size == 1 && *step.data == '.')) continue;
    if (step.size == 2 && memcmp(step.data, "..", 2) == 0) {
      if (size == 0) return false;
      for (size--; size > 0 && path[size - 1] != '/';) size--;
      continue;
    }
    memcpy(path + size, step.data, step.size);
    size += step.size;
    if (end < reference.size) path[size++] = '/';
  }
  path[size] = '\0';
  return size > 0;
}

/* ---- properties ------------------------------------------------------------------------------------------ */

static policy_status begin(void *context, const policy__xml_element *element) {
  return policy__collect_begin(context, element);
}

static policy_status text(void *context, policy_string piece, uint64_t source) {
  (void)source;
  return policy__collect_text(context, piece);
}

static policy_status end(void *context, policy_string name) {
  (void)name;
  return policy__collect_end(context);
}

policy_status policy__office_collect(policy__archive *archive, const char *name, policy__collector *collector,
                                     const policy_limits *limits, policy_error *error) {
  const policy__xml_handler handler = {collector, begin, text, end};
  policy__xml_oddities oddities = {0, 0};
  policy_buffer xml = {.allocator = collector->text.allocator};
  policy_error own;
  policy_status status = policy__office_part(archive, name, &xml, &own);
  if (status == POLICY_OK)
    status = policy__xml_parse(xml.data, xml.size, limits, &collector->text.allocator, &handler, &oddities, &own);
  policy_buffer_free(&xml);
  if (status == POLICY_ERROR_NO_MEMORY) return policy__fail_plain(error, status);
  return POLICY_OK;
}

/* Whether one of the first blocks holds the words, or is nothing else (`whole`), without regard to case. */
static bool confirms(const policy_document *document, policy_string words, bool whole) {
  char folded[NAME];
  size_t size = 0;
  words = policy__trim(words);
  for (; size < words.size && size < NAME - 1; size++) {
    char c = words.data[size];
    folded[size] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
  }
  folded[size] = '\0';
  if (size < 4 || size < words.size) return false;
  for (uint32_t n = 0; n < policy_document_block_count(document) && n < BLOCKS; n++) {
    policy_string block = policy_document_slice(document, policy_block_span(policy_document_block(document, n)));
    if (whole ? policy__equals(policy__trim(block), folded) : policy__holds(block, folded)) return true;
  }
  return false;
}

/* Whether all dates are of one year: others are those of a template, or of a conversion. */
static bool is_one_year(const policy__collector *c) {
  policy_string year = {"", 0};
  for (size_t i = 0; i < c->values.count; i++) {
    const policy__value *value = POLICY__AT(&c->values, policy__value, i);
    if (value->field != POLICY_FIELD_DATE || value->span.end - value->span.begin < 4) continue;
    policy_string own = {c->text.data + value->span.begin, 4};
    if (year.size > 0 && !policy__equal(year, own)) return false;
    year = own;
  }
  return true;
}

/* Whether a value may be set, before the text has been asked for metadata or after it. */
static bool is_good(const policy__collector *c, const policy__value *value, bool late, const policy_document *document) {
  bool date = value->field == POLICY_FIELD_DATE, language = value->field == POLICY_FIELD_LANGUAGE;
  if (late) return (date && policy_document_date(document).size == 0 && is_one_year(c)) ||
                   (language && policy_document_language(document).size == 0);
  policy_string string = {c->text.data + value->span.begin, value->span.end - value->span.begin};
  size_t spaces = 0;
  for (size_t i = 0; i < string.size; i++) spaces += string.data[i] == ' ';
  bool whole = (value->field == POLICY_FIELD_TITLE && spaces < FEW) || /* a word or two stand in any text */
               (value->field == POLICY_FIELD_AUTHOR && spaces == 0);
  return !date && !language && confirms(document, string, whole);
}

policy_status policy__office_set(policy__collector *collector, bool late, policy_builder *builder,
                                 policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  policy__array all = collector->values;
  policy_status status = POLICY_OK;
  policy__array_init(&collector->values, all.allocator, all.item, all.ceiling);
  for (size_t i = 0; i < all.count && status == POLICY_OK; i++) {
    const policy__value *value = POLICY__AT(&all, policy__value, i);
    if (!is_good(collector, value, late, document)) continue;
    policy__value *kept = policy__array_push(&collector->values, &status);
    if (kept != NULL) *kept = *value;
  }
  status = status == POLICY_OK ? policy__collect_set(collector, builder, error) : policy__fail_plain(error, status);
  policy__array_free(&collector->values);
  collector->values = all;
  return status;
}
