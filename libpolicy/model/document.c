/* Documents: references, text, positions and metadata. */
#include <string.h>

#include "model/model.h"

static const policy_string nothing = {"", 0};

policy_document *policy_document_ref(const policy_document *document) {
  policy_document *mutable = (policy_document *)(uintptr_t)document;
  if (mutable != NULL) atomic_fetch_add_explicit(&mutable->references, 1, memory_order_relaxed);
  return mutable;
}

static void free_lists(policy_document *document) {
  policy__array *lists[] = {&document->source_runs, &document->strings,    &document->blocks,
                            &document->sentences,   &document->tokens,     &document->actors,
                            &document->components,  &document->statements, &document->recommendations,
                            &document->times,       &document->events,     &document->relations,
                            &document->causals,     &document->warnings,   &document->citations,
                            &document->pages, &document->lines, &document->page_lines,
                            &document->contributors, &document->dates,     &document->identifiers, &document->subjects};
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) policy__array_free(lists[i]);
  for (size_t i = 0; i < POLICY__LISTS; i++) policy__array_free(&document->lists[i]);
}

void policy_document_unref(policy_document *document) {
  if (document == NULL) return;
  if (atomic_fetch_sub_explicit(&document->references, 1, memory_order_acq_rel) != 1) return;
  free_lists(document);
  policy__positions_free(&document->positions);
  policy__arena_free(&document->arena);
  policy_buffer_free(&document->buffer);
  policy_allocator source = document->memory.source;
  policy__release(&source, document, sizeof *document);
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

policy_string policy_document_text(const policy_document *document) {
  return document != NULL ? document->text : nothing;
}

policy_string policy_document_slice(const policy_document *document, policy_span span) {
  if (document == NULL || span.begin >= span.end || span.end > document->text.size) return nothing;
  return (policy_string){document->text.data + span.begin, span.end - span.begin};
}

static policy_string field(const policy_document *document, policy_field field) {
  return document != NULL ? document->fields[field] : nothing;
}

policy_string policy_document_id(const policy_document *document) {
  return field(document, POLICY_FIELD_ID);
}

policy_string policy_document_source_name(const policy_document *document) {
  return field(document, POLICY_FIELD_SOURCE_NAME);
}

policy_string policy_document_media_type(const policy_document *document) {
  return field(document, POLICY_FIELD_MEDIA_TYPE);
}

policy_string policy_document_charset(const policy_document *document) {
  return field(document, POLICY_FIELD_CHARSET);
}

policy_charset_source policy_document_charset_source(const policy_document *document) {
  return document != NULL ? document->charset_source : POLICY_CHARSET_UNKNOWN;
}

double policy_document_charset_confidence(const policy_document *document) {
  return document != NULL ? document->charset_confidence : 0;
}

uint64_t policy_document_source_size(const policy_document *document) {
  return document != NULL ? document->source_size : 0;
}

uint32_t policy_document_page_count(const policy_document *document) {
  if (document == NULL) return 0;
  uint32_t known = (uint32_t)document->pages.count;
  return known > document->page_count ? known : document->page_count;
}

/* ---- positions ------------------------------------------------------------------------------------------ */

policy_position policy_document_position(const policy_document *document, uint32_t byte) {
  if (document == NULL) return (policy_position){0, 0, 0, 1, 1};
  return policy__positions_at(&document->positions, byte);
}

uint32_t policy_document_byte_of_code_point(const policy_document *document, uint32_t n) {
  return document != NULL ? policy__positions_byte(&document->positions, n, false) : 0;
}

uint32_t policy_document_byte_of_utf16(const policy_document *document, uint32_t n) {
  return document != NULL ? policy__positions_byte(&document->positions, n, true) : 0;
}

policy_span policy_document_code_points(const policy_document *document, policy_span span) {
  if (document == NULL) return (policy_span){0, 0};
  return (policy_span){policy__positions_code_point(&document->positions, span.begin),
                       policy__positions_code_point(&document->positions, span.end)};
}

/* ---- metadata ------------------------------------------------------------------------------------------- */

policy_string policy_document_title(const policy_document *document) {
  return field(document, POLICY_FIELD_TITLE);
}

policy_string policy_document_subtitle(const policy_document *document) {
  return field(document, POLICY_FIELD_SUBTITLE);
}

policy_string policy_document_date(const policy_document *document) {
  return field(document, POLICY_FIELD_DATE);
}

policy_string policy_document_publisher(const policy_document *document) {
  return field(document, POLICY_FIELD_PUBLISHER);
}

policy_string policy_document_language(const policy_document *document) {
  return field(document, POLICY_FIELD_LANGUAGE);
}

double policy_document_language_confidence(const policy_document *document) {
  return document != NULL ? document->language_confidence : 0;
}

policy_string policy_document_identifier(const policy_document *document) {
  return field(document, POLICY_FIELD_IDENTIFIER);
}

policy_string policy_document_url(const policy_document *document) {
  return field(document, POLICY_FIELD_URL);
}

policy_string policy_document_type(const policy_document *document) {
  return field(document, POLICY_FIELD_TYPE);
}

policy_string policy_document_publisher_type(const policy_document *document) {
  return field(document, POLICY_FIELD_PUBLISHER_TYPE);
}

policy_string policy_document_series(const policy_document *document) {
  return field(document, POLICY_FIELD_SERIES);
}

policy_string policy_document_licence(const policy_document *document) {
  return field(document, POLICY_FIELD_LICENCE);
}

policy_string policy_document_citation(const policy_document *document) {
  return field(document, POLICY_FIELD_CITATION);
}

policy_string policy_document_extra(const policy_document *document) {
  return field(document, POLICY_FIELD_EXTRA);
}

static const policy__array *list(const policy_document *document, policy_field field) {
  return document != NULL ? &document->lists[field - POLICY_FIELD_AUTHOR] : NULL;
}

static uint32_t list_count(const policy_document *document, policy_field field) {
  const policy__array *strings = list(document, field);
  return strings != NULL ? (uint32_t)strings->count : 0;
}

static policy_string list_at(const policy_document *document, policy_field field, uint32_t n) {
  return n < list_count(document, field) ? *POLICY__AT(list(document, field), policy_string, n) : nothing;
}

uint32_t policy_document_author_count(const policy_document *document) {
  return list_count(document, POLICY_FIELD_AUTHOR);
}

policy_string policy_document_author(const policy_document *document, uint32_t n) {
  return list_at(document, POLICY_FIELD_AUTHOR, n);
}

uint32_t policy_document_topic_count(const policy_document *document) {
  return list_count(document, POLICY_FIELD_TOPIC);
}

policy_string policy_document_topic(const policy_document *document, uint32_t n) {
  return list_at(document, POLICY_FIELD_TOPIC, n);
}

uint32_t policy_document_region_count(const policy_document *document) {
  return list_count(document, POLICY_FIELD_REGION);
}

policy_string policy_document_region(const policy_document *document, uint32_t n) {
  return list_at(document, POLICY_FIELD_REGION, n);
}
