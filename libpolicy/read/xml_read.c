/* Which vocabulary it is, the walk, and what the document says of itself. */
#include "read/xml_read.h"

#include <stdio.h>
#include <string.h>

#include "base/equal.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/status.h"
#include "model/builder.h"
#include "read/formats.h"
#include "read/metadata.h"
#include "read/xml_facts.h"
#include "read/xml_walk.h"
#include "read/xml_words.h"

/* ---- which elements of an unknown vocabulary hold text --------------------------------------------------- */

/* The hashes of the open elements' names, and a bit for each name that text stands in. */
typedef struct survey {
  policy__array open; /* of uint32_t */
  uint8_t textual[POLICY__WALK_NAMES / 8];
} survey;

static policy_status survey_begin(void *context, const policy__xml_element *element) {
  survey *s = context;
  policy_status status = POLICY_OK;
  uint32_t *hash = policy__array_push(&s->open, &status);
  if (hash != NULL) *hash = (uint32_t)policy__hash(element->name.data, element->name.size, 0) % POLICY__WALK_NAMES;
  return status;
}

static policy_status survey_text(void *context, policy_string piece, uint64_t source) {
  survey *s = context;
  (void)source;
  bool white = true;
  for (size_t i = 0; i < piece.size && white; i++) white = (unsigned char)piece.data[i] <= ' ';
  if (white || s->open.count == 0) return POLICY_OK;
  uint32_t hash = *POLICY__AT(&s->open, uint32_t, s->open.count - 1);
  s->textual[hash / 8] |= (uint8_t)(1u << hash % 8);
  return POLICY_OK;
}

static policy_status survey_end(void *context, policy_string name) {
  survey *s = context;
  (void)name;
  if (s->open.count > 0) s->open.count--;
  return POLICY_OK;
}

/* ---- the vocabulary -------------------------------------------------------------------------------------- */

typedef struct reading {
  policy__walk walk;
  policy__collector collector;
  survey survey;
  uint64_t shift; /* of offsets in the XML to those in the source; UINT64_MAX: they have nothing to do with each other */
} reading;

static policy__vocabulary vocabulary_of(const policy__xml_element *root) {
  static const struct {
    const char *root;
    policy__vocabulary vocabulary;
  } roots[] = {
      {"akomaNtoso", POLICY__AKOMA_NTOSO}, {"TEI", POLICY__TEI},          {"teiCorpus", POLICY__TEI},
      {"ACT", POLICY__FORMEX},             {"GENERAL", POLICY__FORMEX},   {"CONS.ACT", POLICY__FORMEX},
      {"CONS.DOC", POLICY__FORMEX},        {"ANNEX", POLICY__FORMEX},     {"AGR", POLICY__FORMEX},
      {"DECISION", POLICY__FORMEX},        {"CORR", POLICY__FORMEX},      {"uslm", POLICY__USLM},
      {"lawDoc", POLICY__USLM},            {"pLaw", POLICY__USLM},        {"statuteCompilation", POLICY__USLM},
      {"html", POLICY__XHTML},             {"document-content", POLICY__OPEN_DOCUMENT},
  };
  if (policy__xml_attribute_holds(root, "xmlns", "uslm")) return POLICY__USLM;
  for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
    if (policy__equal_word(root->name, roots[i].root)) return roots[i].vocabulary;
  bool jats = policy__equal_word(root->name, "article") && !policy__xml_attribute_holds(root, "xmlns", "docbook");
  return jats ? POLICY__JATS : POLICY__ANY_XML;
}

static policy_status begin(void *context, const policy__xml_element *element) {
  reading *r = context;
  if (element->depth == 1) {
    policy_string language = policy__xml_attribute(element, "xml:lang");
    r->walk.vocabulary = vocabulary_of(element);
    r->collector.facts = policy__xml_facts(r->walk.vocabulary, &r->collector.fact_count);
    if (language.size > 0) (void)policy__collect_add(&r->collector, POLICY_FIELD_LANGUAGE, 3, language);
  }
  return policy__walk_begin(&r->walk, element);
}

static policy_status text(void *context, policy_string piece, uint64_t source) {
  reading *r = context;
  bool known = source != UINT64_MAX && r->shift != UINT64_MAX;
  return policy__walk_text(&r->walk, piece, known ? source + r->shift : POLICY__COMPOSED);
}

static policy_status end(void *context, policy_string name) {
  return policy__walk_end(&((reading *)context)->walk, name);
}

/* Whether the bytes have a root whose vocabulary is known by its name alone. */
static bool needs_survey(policy_string xml) {
  policy_string root = policy__xml_root(xml.data, xml.size);
  static const char *const known[] = {"akomaNtoso", "TEI", "html", "document-content"};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (policy__equal_word(root, known[i])) return false;
  return true;
}

/* Walks through XML, after a first look through it where the vocabulary may be unknown. */
static policy_status walk(reading *r, policy_string xml, const policy_limits *limits, const policy_allocator *allocator,
                          policy__xml_oddities *oddities, policy_error *error) {
  const policy__xml_handler first = {&r->survey, survey_begin, survey_text, survey_end};
  const policy__xml_handler second = {r, begin, text, end};
  policy_status status = POLICY_OK;
  policy__array_init(&r->survey.open, allocator, sizeof(uint32_t), UINT32_MAX);
  if (needs_survey(xml)) status = policy__xml_parse(xml.data, xml.size, limits, allocator, &first, oddities, error);
  policy__array_free(&r->survey.open);
  r->walk.textual = r->survey.textual;
  *oddities = (policy__xml_oddities){0, 0};
  return status == POLICY_OK ? policy__xml_parse(xml.data, xml.size, limits, allocator, &second, oddities, error)
                             : status;
}

policy_status policy__xml_compose(policy__composer *composer, policy_string xml, const char *place,
                                  policy__odt_styles *styles, const policy_limits *limits,
                                  const policy_allocator *allocator, policy_error *error) {
  policy__xml_oddities oddities = {0, 0};
  reading *r = policy__allocate(allocator, sizeof *r);
  if (r == NULL) return policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
  memset(r, 0, sizeof *r);
  policy__walk_init(&r->walk, composer, allocator);
  policy__collect_init(&r->collector, NULL, 0, allocator);
  r->walk.place = place;
  r->walk.lists.styles = styles;
  r->shift = UINT64_MAX;
  policy_status status = walk(r, xml, limits, allocator, &oddities, error);
  while (composer->aside_depth > 0) policy__compose_back(composer); /* it broke off in a note */
  policy__compose_close(composer);
  policy__collect_free(&r->collector);
  policy__walk_free(&r->walk);
  policy__release(allocator, r, sizeof *r);
  return status;
}

/* ---- the document ---------------------------------------------------------------------------------------- */

static policy_status warn(policy_builder *builder, const policy__xml_oddities *oddities, policy_error *error) {
  char message[POLICY_MESSAGE_SIZE];
  policy_status status = POLICY_OK;
  if (oddities->unknown_entities > 0) {
    (void)snprintf(message, sizeof message, "%u references to unknown entities were left out",
                   oddities->unknown_entities);
    status = policy_builder_add_warning(builder, "unknown-entity", message, (policy_span){0, 0}, error);
  }
  if (oddities->bad_characters == 0 || status != POLICY_OK) return status;
  (void)snprintf(message, sizeof message, "%u characters that XML forbids were left out", oddities->bad_characters);
  return policy_builder_add_warning(builder, "bad-character", message, (policy_span){0, 0}, error);
}

/* The builder with text, blocks and metadata, or NULL. `decoded` is `bytes` in UTF-8. */
static policy_builder *read_decoded(reading *r, const policy__decoded *decoded, const void *bytes, size_t size,
                                    const policy_options *options, const policy_limits *limits, policy_error *error) {
  const policy_allocator *allocator = options->allocator != NULL ? options->allocator : &policy__malloc_allocator;
  policy__xml_oddities oddities = {0, 0};
  policy_string xml = {decoded->data, decoded->size};
  size_t skipped = xml.size >= 3 && memcmp(xml.data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  while (skipped < xml.size && strchr(" \t\r\n", xml.data[skipped]) != NULL && xml.data[skipped] != '\0') skipped++;
  xml = (policy_string){xml.data + skipped, xml.size - skipped};
  r->shift = skipped;
  policy_status status = walk(r, xml, limits, allocator, &oddities, error);
  policy_builder *builder =
      status == POLICY_OK ? policy__compose_finish(r->walk.composer, bytes, size, options, error) : NULL;
  if (builder == NULL) {
    if (error != NULL) error->offset = policy__decoded_source(decoded, error->offset + skipped);
    return NULL;
  }
  status = policy__collect_set(&r->collector, builder, error);
  if (status == POLICY_OK) status = policy__decoded_note(decoded, builder, error);
  if (status == POLICY_OK) status = warn(builder, &oddities, error);
  if (status == POLICY_OK) status = policy__read_metadata(builder, policy__builder_allocator(builder), error);
  if (status == POLICY_OK) return builder;
  policy__builder_settle(builder, status, error);
  policy_builder_free(builder);
  return NULL;
}

policy_builder *policy__read_xml(const void *bytes, size_t size, const policy_options *options, policy_error *error) {
  const policy_allocator *allocator = options->allocator != NULL ? options->allocator : &policy__malloc_allocator;
  policy_limits limits = policy__limits_fill(options->limits, size);
  policy__decoded decoded;
  policy__composer composer;
  policy_builder *builder = NULL;
  char declared[POLICY__XML_NAME];
  policy__xml_charset(bytes, size, declared);
  reading *r = policy__allocate(allocator, sizeof *r);
  if (r == NULL) {
    policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
    return NULL;
  }
  memset(r, 0, sizeof *r);
  policy__compose_init(&composer, &limits, allocator);
  policy__walk_init(&r->walk, &composer, allocator);
  policy__collect_init(&r->collector, NULL, 0, allocator);
  r->walk.collector = &r->collector;
  if (policy__decode(bytes, size, declared, options, &decoded, error) == POLICY_OK)
    builder = read_decoded(r, &decoded, bytes, size, options, &limits, error);
  policy__decoded_free(&decoded);
  policy__collect_free(&r->collector);
  policy__walk_free(&r->walk);
  policy__compose_free(&composer);
  policy__release(allocator, r, sizeof *r);
  return builder;
}
