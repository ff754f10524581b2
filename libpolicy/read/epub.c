/* The package of an EPUB, and the chapters that it names (EPUB 3.3, 5 and 6). */
#include "read/epub.h"

#include <string.h>

#include "base/equal.h"
#include "base/hash.h"
#include "base/status.h"
#include "read/office.h"
#include "read/xml_read.h"

enum { PATH = 512, ITEMS = 65536 };

static const policy__fact facts[] = {
    {"metadata title", NULL, POLICY_FIELD_TITLE, 0},       {"metadata creator", NULL, POLICY_FIELD_AUTHOR, 0},
    {"metadata publisher", NULL, POLICY_FIELD_PUBLISHER, 0}, {"metadata date", NULL, POLICY_FIELD_DATE, 0},
    {"metadata language", NULL, POLICY_FIELD_LANGUAGE, 0}, {"metadata subject", NULL, POLICY_FIELD_TOPIC, 0},
    {"metadata identifier", NULL, POLICY_FIELD_IDENTIFIER, 0},
    {"metadata contributor", NULL, POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_OTHER, 0},
    {"metadata rights", NULL, POLICY__FACT_LICENCE, 0},
};

/* A file that the package lists: spans in epub.text. */
typedef struct listed {
  policy_span id, path;
} listed;

typedef struct epub {
  policy__office office;
  char package[PATH];
  policy_buffer text;
  policy__array files; /* of listed */
  policy__array spine; /* of policy_span: ids */
} epub;

static policy_string held(const epub *e, policy_span span) {
  return span.end > span.begin ? (policy_string){e->text.data + span.begin, span.end - span.begin}
                               : (policy_string){"", 0};
}

static policy_status hold(epub *e, policy_string string, policy_span *span) {
  span->begin = (uint32_t)e->text.size;
  policy_status status = policy_buffer_append(&e->text, string.data, string.size);
  span->end = (uint32_t)e->text.size;
  return status;
}

/* ---- the package ----------------------------------------------------------------------------------------- */

static policy_status at_container(void *context, const policy__xml_element *element) {
  epub *e = context;
  if (e->package[0] == '\0' && policy__equal_word(element->name, "rootfile") &&
      !policy__office_path("", policy__xml_attribute(element, "full-path"), e->package, PATH))
    e->package[0] = '\0';
  return POLICY_OK;
}

static policy_status list_file(epub *e, const policy__xml_element *element) {
  policy_string type = policy__xml_attribute(element, "media-type");
  char path[PATH];
  policy_status status = POLICY_OK;
  bool chapter = policy__equal_word(type, "application/xhtml+xml") || policy__equal_word(type, "text/html");
  if (!chapter || e->files.count == ITEMS ||
      !policy__office_path(e->package, policy__xml_attribute(element, "href"), path, PATH))
    return POLICY_OK;
  listed *file = policy__array_push(&e->files, &status);
  if (file == NULL) return status;
  status = hold(e, policy__xml_attribute(element, "id"), &file->id);
  return status == POLICY_OK ? hold(e, (policy_string){path, strlen(path)}, &file->path) : status;
}

static policy_status at_package(void *context, const policy__xml_element *element) {
  epub *e = context;
  policy_status status = policy__collect_begin(&e->office.facts, element);
  if (status == POLICY_OK && policy__equal_word(element->name, "item")) status = list_file(e, element);
  if (status != POLICY_OK || !policy__equal_word(element->name, "itemref") || e->spine.count == ITEMS) return status;
  policy_span *span = policy__array_push(&e->spine, &status);
  return span != NULL ? hold(e, policy__xml_attribute(element, "idref"), span) : status;
}

static policy_status package_text(void *context, policy_string piece, uint64_t source) {
  (void)source;
  return policy__collect_text(&((epub *)context)->office.facts, piece);
}

static policy_status package_end(void *context, policy_string name) {
  (void)name;
  return policy__collect_end(&((epub *)context)->office.facts);
}

static policy_status read_xml(epub *e, const char *path, const policy__xml_handler *handler) {
  policy__office *office = &e->office;
  policy__xml_oddities oddities = {0, 0};
  policy_buffer xml = {.allocator = *office->allocator};
  policy_status status = policy__office_part(office->archive, path, &xml, office->error);
  if (status == POLICY_ERROR_NOT_FOUND)
    status = policy__fail(office->error, POLICY_ERROR_FORMAT, 0, "the archive has no %.80s: it is no EPUB", path);
  if (status == POLICY_OK)
    status = policy__xml_parse(xml.data != NULL ? xml.data : "", xml.size, &office->limits, office->allocator, handler,
                               &oddities, office->error);
  policy_buffer_free(&xml);
  return status;
}

/* ---- chapters -------------------------------------------------------------------------------------------- */

static policy_status read_chapter(epub *e, policy_string path) {
  policy__office *office = &e->office;
  policy_buffer xml = {.allocator = *office->allocator};
  char name[PATH];
  memcpy(name, path.data, path.size);
  name[path.size] = '\0';
  policy_status status = policy__office_part(office->archive, name, &xml, office->error);
  if (status == POLICY_OK)
    status = policy__xml_compose(&office->composer, (policy_string){xml.data != NULL ? xml.data : "", xml.size}, name,
                                 NULL, &office->limits, office->allocator, office->error);
  policy_buffer_free(&xml);
  return policy__office_forgive(office, status);
}

/* Reads the chapters in the order of the spine, each once. */
static policy_status read_spine(epub *e) {
  policy__table ids;
  policy_status status = POLICY_OK;
  policy__table_init(&ids, e->office.allocator);
  for (size_t i = 0; i < e->files.count && status == POLICY_OK; i++) {
    policy_string id = held(e, POLICY__AT(&e->files, listed, i)->id);
    if (policy__table_find(&ids, id) == POLICY_NONE) status = policy__table_add(&ids, id, (uint32_t)i);
  }
  if (status != POLICY_OK) policy__fail_plain(e->office.error, status);
  for (size_t i = 0; i < e->spine.count && status == POLICY_OK; i++) {
    uint32_t n = policy__table_find(&ids, held(e, *POLICY__AT(&e->spine, policy_span, i)));
    listed *file = n != POLICY_NONE ? POLICY__AT(&e->files, listed, n) : NULL;
    if (file == NULL || file->path.begin == file->path.end) continue;
    policy_string path = held(e, file->path);
    file->path.end = file->path.begin;
    status = read_chapter(e, path);
  }
  policy__table_free(&ids);
  return status;
}

static policy_status read_parts(epub *e) {
  const policy__xml_handler container = {e, at_container, NULL, NULL};
  const policy__xml_handler package = {e, at_package, package_text, package_end};
  policy_status status = read_xml(e, "META-INF/container.xml", &container);
  if (status == POLICY_OK && e->package[0] == '\0')
    status = policy__fail(e->office.error, POLICY_ERROR_FORMAT, 0, "the EPUB's container names no package");
  if (status == POLICY_OK) status = read_xml(e, e->package, &package);
  return status == POLICY_OK ? read_spine(e) : status;
}

policy_builder *policy__read_epub(const void *bytes, size_t size, const policy_options *options, policy_error *error) {
  epub e = {.package = ""};
  policy_builder *builder = NULL;
  policy_status status =
      policy__office_open(&e.office, bytes, size, facts, sizeof facts / sizeof *facts, options, error);
  e.text.allocator = *e.office.allocator;
  policy__array_init(&e.files, e.office.allocator, sizeof(listed), ITEMS);
  policy__array_init(&e.spine, e.office.allocator, sizeof(policy_span), ITEMS);
  if (status == POLICY_OK) status = read_parts(&e);
  if (status == POLICY_OK) builder = policy__office_finish(&e.office, true, bytes, size, options);
  policy__office_close(&e.office, builder);
  policy_buffer_free(&e.text);
  policy__array_free(&e.files);
  policy__array_free(&e.spine);
  return builder;
}
