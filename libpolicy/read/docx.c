/* The parts of a DOCX, in the order in which they are needed. */
#include "read/docx.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/equal.h"
#include "base/memory.h"
#include "base/status.h"
#include "read/docx_body.h"
#include "read/office.h"

enum { PATH = 256, EDGES = 64 /* headers and footers of a document */ };

/* Paths of parts in the archive; "" for none. */
typedef struct parts {
  char main[PATH], styles[PATH], numbering[PATH], notes[2][PATH], properties[PATH];
  char edges[EDGES][PATH];
  size_t edge_count;
} parts;

typedef struct docx {
  policy__office office;
  parts parts;
  const char *from; /* the part whose relations are being read */
  policy__docx_styles styles;
  policy__docx_notes notes[2];
  policy__docx_tally tally;
} docx;

/* ---- relations ------------------------------------------------------------------------------------------- */

static bool ends_with(policy_string string, const char *end) {
  size_t size = strlen(end);
  return string.size >= size && memcmp(string.data + string.size - size, end, size) == 0;
}

static policy_status at_relation(void *context, const policy__xml_element *element) {
  docx *d = context;
  parts *p = &d->parts;
  const struct {
    const char *type;
    char *path;
  } kinds[] = {{"/officeDocument", p->main},  {"/core-properties", p->properties}, {"/styles", p->styles},
               {"/numbering", p->numbering},  {"/footnotes", p->notes[0]},         {"/endnotes", p->notes[1]}};
  policy_string type = policy__xml_attribute(element, "Type"), target = policy__xml_attribute(element, "Target");
  if (!policy__equal_word(element->name, "Relationship")) return POLICY_OK;
  if (policy__equal_word(policy__xml_attribute(element, "TargetMode"), "External")) return POLICY_OK;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (ends_with(type, kinds[i].type) && kinds[i].path[0] == '\0' &&
        !policy__office_path(d->from, target, kinds[i].path, PATH))
      kinds[i].path[0] = '\0';
  bool edge = ends_with(type, "/header") || ends_with(type, "/footer");
  if (edge && p->edge_count < EDGES && policy__office_path(d->from, target, p->edges[p->edge_count], PATH))
    p->edge_count++;
  return POLICY_OK;
}

/* Reads the relations of a part, from the file in "_rels" beside it. */
static policy_status read_relations(docx *d, const char *from) {
  const policy__xml_handler handler = {d, at_relation, NULL, NULL};
  policy__xml_oddities oddities = {0, 0};
  policy_buffer xml = {.allocator = *d->office.allocator};
  char path[PATH + 16];
  const char *slash = strrchr(from, '/'), *name = slash != NULL ? slash + 1 : from;
  (void)snprintf(path, sizeof path, "%.*s_rels/%s.rels", (int)(name - from), from, name);
  d->from = from;
  policy_status status = policy__office_part(d->office.archive, path, &xml, d->office.error);
  if (status == POLICY_OK)
    status = policy__xml_parse(xml.data, xml.size, &d->office.limits, d->office.allocator, &handler, &oddities,
                               d->office.error);
  policy_buffer_free(&xml);
  return policy__office_forgive(&d->office, status);
}

static policy_status find_parts(docx *d) {
  policy_status status = read_relations(d, "");
  if (status != POLICY_OK) return status;
  if (d->parts.main[0] == '\0') strncpy(d->parts.main, "word/document.xml", PATH - 1);
  if (!policy__archive_has(d->office.archive, d->parts.main))
    return policy__fail(d->office.error, POLICY_ERROR_FORMAT, 0, "the archive has no word/document.xml: it is no DOCX");
  return read_relations(d, d->parts.main);
}

/* ---- parts ----------------------------------------------------------------------------------------------- */

typedef policy_status reading(docx *d, policy_string xml, size_t n);

static policy_status read_styles(docx *d, policy_string xml, size_t n) {
  (void)n;
  return policy__docx_styles_read(&d->styles, xml, &d->office.limits, d->office.error);
}

static policy_status read_numbering(docx *d, policy_string xml, size_t n) {
  (void)n;
  return policy__docx_numbering_read(&d->styles, xml, &d->office.limits, d->office.error);
}

/* Takes over the notes that were composed by themselves. */
static policy_status keep_notes(policy__docx_notes *notes, policy__composer *composer) {
  policy_status status = composer->status;
  for (size_t i = 0; i < policy__compose_count(composer) && status == POLICY_OK; i++) {
    policy_string place, text = policy__compose_block(composer, i, &place);
    policy__docx_note *note = policy__array_push(&notes->notes, &status);
    if (note == NULL) break;
    note->id = policy__docx_id(place);
    note->text.begin = (uint32_t)notes->text.size;
    status = policy_buffer_append(&notes->text, text.data, text.size);
    note->text.end = (uint32_t)notes->text.size;
  }
  if (notes->notes.count > 0) qsort(notes->notes.items, notes->notes.count, notes->notes.item, policy__docx_by_id);
  return status;
}

static policy_status read_notes(docx *d, policy_string xml, size_t n) {
  policy__composer composer;
  policy__compose_init(&composer, &d->office.limits, d->office.allocator);
  policy_status status = policy__docx_compose(POLICY__DOCX_NOTES, xml, &d->styles, NULL, &d->tally, &composer,
                                              &d->office.limits, d->office.allocator, d->office.error);
  policy__compose_close(&composer);
  if (status == POLICY_OK) {
    status = keep_notes(&d->notes[n], &composer);
    if (status != POLICY_OK) policy__fail_plain(d->office.error, status);
  }
  policy__compose_free(&composer);
  return status;
}

static policy_status read_main(docx *d, policy_string xml, size_t n) {
  (void)n;
  return policy__docx_compose(POLICY__DOCX_MAIN, xml, &d->styles, d->notes, &d->tally, &d->office.composer,
                              &d->office.limits, d->office.allocator, d->office.error);
}

/* A header or footer, unless one before it says the same, or there is no letter in it. */
static policy_status read_edge(docx *d, policy_string xml, size_t n) {
  policy__composer composer;
  policy__compose_init(&composer, &d->office.limits, d->office.allocator);
  policy_status status = policy__docx_compose(POLICY__DOCX_DEBRIS, xml, &d->styles, NULL, &d->tally, &composer,
                                              &d->office.limits, d->office.allocator, d->office.error);
  policy__compose_close(&composer);
  (void)n;
  policy_string place, text = {"", 0};
  if (policy__compose_count(&composer) > 0) text = policy__compose_block(&composer, 0, &place);
  bool letters = false;
  for (size_t i = 0; i < text.size && !letters; i++)
    letters = (text.data[i] | 0x20) >= 'a' ? (text.data[i] | 0x20) <= 'z' : (unsigned char)text.data[i] >= 0x80;
  if (status == POLICY_OK && letters) policy__compose_once(&d->office.composer, text);
  policy__compose_free(&composer);
  return status;
}

/* Reads a part if there is one. */
static policy_status read_part(docx *d, const char *path, reading *read, size_t n) {
  policy_buffer xml = {.allocator = *d->office.allocator};
  if (path[0] == '\0') return POLICY_OK;
  policy_status status = policy__office_part(d->office.archive, path, &xml, d->office.error);
  if (status == POLICY_OK) status = read(d, (policy_string){xml.data != NULL ? xml.data : "", xml.size}, n);
  policy_buffer_free(&xml);
  return status;
}

static policy_status read_parts(docx *d) {
  const parts *p = &d->parts;
  policy_status status = find_parts(d);
  if (status == POLICY_OK) status = policy__office_forgive(&d->office, read_part(d, p->styles, read_styles, 0));
  if (status == POLICY_OK) status = policy__office_forgive(&d->office, read_part(d, p->numbering, read_numbering, 0));
  for (size_t i = 0; i < 2 && status == POLICY_OK; i++)
    status = policy__office_forgive(&d->office, read_part(d, p->notes[i], read_notes, i));
  if (status == POLICY_OK) status = read_part(d, p->main, read_main, 0);
  for (size_t i = 0; i < 2 && status == POLICY_OK; i++) policy__docx_rest(&d->notes[i], &d->office.composer);
  for (size_t i = 0; i < p->edge_count && status == POLICY_OK; i++)
    status = policy__office_forgive(&d->office, read_part(d, p->edges[i], read_edge, i));
  if (status == POLICY_OK && p->properties[0] != '\0')
    status = policy__office_collect(d->office.archive, p->properties, &d->office.facts, &d->office.limits,
                                    d->office.error);
  return status;
}

/* ---- the document ---------------------------------------------------------------------------------------- */

static const policy__fact properties[] = {
    {"coreProperties title", NULL, POLICY_FIELD_TITLE, 0},
    {"coreProperties creator", NULL, POLICY_FIELD_AUTHOR, 0},
    {"coreProperties subject", NULL, POLICY_FIELD_TOPIC, 1},
    {"coreProperties keywords", NULL, POLICY_FIELD_TOPIC, 0},
    {"coreProperties language", NULL, POLICY_FIELD_LANGUAGE, 0},
    {"coreProperties modified", NULL, POLICY_FIELD_DATE, 0},
    {"coreProperties created", NULL, POLICY_FIELD_DATE, 1},
    {"coreProperties identifier", NULL, POLICY__FACT_NUMBER, 0},
    {"coreProperties category", NULL, POLICY__FACT_SUBJECT, 0},
};

static policy_status warn(const docx *d, policy_builder *builder) {
  char message[POLICY_MESSAGE_SIZE];
  if (d->tally.insertions + d->tally.deletions == 0) return POLICY_OK;
  (void)snprintf(message, sizeof message, "%u tracked insertions were taken, %u deletions left out",
                 d->tally.insertions, d->tally.deletions);
  return policy_builder_add_warning(builder, "tracked-changes", message, (policy_span){0, 0}, d->office.error);
}

static void free_all(docx *d, const policy_builder *made) {
  policy__office_close(&d->office, made);
  policy__docx_styles_free(&d->styles);
  for (size_t i = 0; i < 2; i++) {
    policy_buffer_free(&d->notes[i].text);
    policy__array_free(&d->notes[i].notes);
  }
}

policy_builder *policy__read_docx(const void *bytes, size_t size, const policy_options *options, policy_error *error) {
  policy_allocator allocator = options->allocator != NULL ? *options->allocator : policy__malloc_allocator;
  docx *d = policy__allocate(&allocator, sizeof *d);
  policy_builder *builder = NULL;
  if (d == NULL) {
    policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
    return NULL;
  }
  memset(d, 0, sizeof *d);
  policy_status status = policy__office_open(&d->office, bytes, size, properties, sizeof properties / sizeof *properties,
                                             options, error);
  policy__docx_styles_init(&d->styles, d->office.allocator);
  for (size_t i = 0; i < 2; i++) {
    d->notes[i].name = i == 0 ? "footnote" : "endnote";
    d->notes[i].text.allocator = *d->office.allocator;
    policy__array_init(&d->notes[i].notes, d->office.allocator, sizeof(policy__docx_note), UINT32_MAX);
  }
  if (status == POLICY_OK) status = read_parts(d);
  if (status == POLICY_OK) builder = policy__office_finish(&d->office, false, bytes, size, options);
  if (builder != NULL && warn(d, builder) != POLICY_OK) {
    policy_builder_free(builder);
    builder = NULL;
  }
  free_all(d, builder);
  policy__release(&allocator, d, sizeof *d);
  return builder;
}
