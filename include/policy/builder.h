/* Building a document by hand: for applications that have their own text or annotations, and for the
   readers and extractors of the library itself.

   A builder starts from source bytes, or from a text, takes metadata and parts in the order of the text,
   and ends in a document. All strings and lists handed in are copied. Ids are numbers from 0 in the order
   of adding. An id that a record names must have been added before, but for the statement nested in a
   component, which must be added after the one that it is nested in (policy_builder_finish checks).

   An add that fails leaves the builder as it was; a record that breaks a rule is POLICY_ERROR_ARGUMENT. */
#ifndef POLICY_BUILDER_H
#define POLICY_BUILDER_H

#include <policy/citation.h>
#include <policy/event.h>
#include <policy/metadata.h>
#include <policy/page.h>
#include <policy/recommendation.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct policy_builder policy_builder;

/* ---- records: what a part is made of. Zero is "absent" everywhere but in ids, where it is POLICY_NONE. */

typedef struct policy_contributor_record {
  policy_contributor_role role;
  policy_string name, affiliation;
} policy_contributor_record;

typedef struct policy_date_record {
  policy_date_kind kind;
  policy_string value, source;
} policy_date_record;

typedef struct policy_identifier_record {
  policy_string scheme, value;
} policy_identifier_record;

typedef struct policy_subject_record {
  policy_string scheme, code, label; /* code or label, or both */
} policy_subject_record;

typedef struct policy_block_record {
  policy_block_kind kind;
  uint32_t level;
  policy_span span;
  uint32_t page;
  policy_box box;
  policy_string place; /* in the source, as policy_block_place tells it */
  policy_string language; /* BCP 47, where it is not that of the document; empty otherwise */
  double language_confidence; /* rounded to steps of 1/10000 */
  policy_block_part part;
  policy_string number;  /* as policy_block_number tells it */
  policy_string speaker; /* whose words it gives, as the text has it; empty: nobody in particular */
} policy_block_record;

typedef struct policy_line_record {
  policy_span span;
  uint32_t page;  /* from 1, of those added */
  policy_box box; /* rounded, as the size is, to steps of 1/100 */
  float size;     /* points of its letters; 0: not told */
  bool bold, italic;
} policy_line_record;

/* No place on a page, and no page, is further or larger, in points. */
#define POLICY_LARGEST_PAGE 1000000.0F

typedef struct policy_token_record {
  policy_span span;
  policy_string form; /* empty: the slice of the text */
  policy_string lemma;
  policy_string xpos;
  policy_string features;
  policy_string relation;
  uint32_t head; /* number of the head in the sentence, or POLICY_NONE */
  policy_upos upos;
  bool joined;
} policy_token_record;

typedef struct policy_mention_record {
  policy_span span;
  policy_mention_form form;
} policy_mention_record;

typedef struct policy_code_record {
  policy_string scheme;
  policy_string value;
} policy_code_record;

typedef struct policy_actor_record {
  policy_string name;
  policy_actor_kind kind;
  const policy_code_record *codes; /* in the order of their schemes, each scheme once */
  uint32_t code_count;
  const policy_mention_record *mentions; /* in the order of the text */
  uint32_t mention_count;
} policy_actor_record;

typedef struct policy_component_record {
  policy_role role;
  policy_span span;   /* empty when inferred */
  policy_string text; /* of an inferred one; empty otherwise */
  bool inferred;
  uint32_t actor;
  uint32_t parent;    /* place in the same list of the component that it qualifies, or POLICY_NONE */
  uint32_t statement; /* nested in its place, or POLICY_NONE */
} policy_component_record;

#define POLICY_COMPONENT_RECORD_INIT \
  {POLICY_ROLE_ATTRIBUTE, {0, 0}, {"", 0}, false, POLICY_NONE, POLICY_NONE, POLICY_NONE}

typedef struct policy_statement_record {
  policy_statement_type type;
  policy_span span;
  uint32_t sentence;
  bool negated;
  const policy_component_record *components; /* roles in the order of policy_role, at most one DEONTIC, AIM,
                                                MODAL and FUNCTION; each component is followed by its
                                                properties, which have its role */
  uint32_t component_count;
} policy_statement_record;

typedef struct policy_id_list {
  const uint32_t *ids;
  uint32_t count;
} policy_id_list;

typedef struct policy_recommendation_record {
  uint32_t statement;
  policy_span span;
  policy_voice voice;
  uint32_t speaker;
  policy_force force;
  bool addressee_implicit;
  policy_id_list parties[4];                 /* actors, by policy_party */
  const policy_component_record *components; /* roles PURPOSE, then REASON */
  uint32_t component_count;
  policy_string instrument, topic, label, deadline, status, why;
  uint32_t specificity;
  double confidence; /* rounded to steps of 1/10000; 0: not given */
} policy_recommendation_record;

typedef struct policy_time_record {
  policy_span span;
  policy_time_type type;
  policy_string value;
  bool deadline;
} policy_time_record;

typedef struct policy_citation_record {
  policy_span span;
  policy_citation_kind kind;
  policy_string scheme, value; /* both or none */
} policy_citation_record;

typedef struct policy_participant_record {
  uint32_t actor;
  policy_string role;
} policy_participant_record;

typedef struct policy_event_record {
  policy_span span;
  policy_string kind;
  policy_event_status status;
  policy_string date;
  const policy_participant_record *participants;
  uint32_t participant_count;
} policy_event_record;

typedef struct policy_relation_record {
  uint32_t from, to;
  policy_string kind;
  policy_sign sign;
  policy_span span;
} policy_relation_record;

typedef struct policy_causal_record {
  policy_span cause, effect, marker;
  policy_sign sign;
} policy_causal_record;

/* ---- the builder -------------------------------------------------------------------------------- */

/* Starts a document from source bytes in UTF-8: a byte order mark goes, bad bytes and NUL become U+FFFD
   (with a warning that counts them), line ends become LF, the text becomes NFC. `limits` and `allocator`
   may be NULL; an allocator must live as long as the document. */
POLICY_API policy_builder *policy_builder_new(const void *bytes, size_t size, const policy_limits *limits,
                                              const policy_allocator *allocator, policy_error *error);

/* Gives up an unfinished document. NULL is allowed. */
POLICY_API void policy_builder_free(policy_builder *builder);

/* Ends the building: checks the document as policy_document_check does, frees the builder and returns the
   document, to be given back with policy_document_unref. On failure NULL; the builder is freed all the same. */
POLICY_API policy_document *policy_builder_finish(policy_builder *builder, policy_error *error);

/* The unfinished document, for reading what was added so far. Borrowed; must not be kept. */
POLICY_API const policy_document *policy_builder_document(const policy_builder *builder);

/* What single strings can be set, and lists be added to. */
typedef enum policy_field {
  POLICY_FIELD_ID, /* replaces the digest of the bytes */
  POLICY_FIELD_SOURCE_NAME,
  POLICY_FIELD_MEDIA_TYPE,
  POLICY_FIELD_CHARSET,
  POLICY_FIELD_TITLE,
  POLICY_FIELD_SUBTITLE,
  POLICY_FIELD_DATE,
  POLICY_FIELD_PUBLISHER,
  POLICY_FIELD_LANGUAGE,
  POLICY_FIELD_IDENTIFIER,
  POLICY_FIELD_URL,
  POLICY_FIELD_TYPE, /* of document: "resolution" */
  POLICY_FIELD_PUBLISHER_TYPE,
  POLICY_FIELD_SERIES,
  POLICY_FIELD_LICENCE,
  POLICY_FIELD_CITATION, /* one CSL item, as JSON */
  POLICY_FIELD_EXTRA,    /* an object of the application's own, as JSON; policy-document's "extra" */
  POLICY_FIELD_AUTHOR,   /* from here on: lists, each call adds one */
  POLICY_FIELD_TOPIC,
  POLICY_FIELD_REGION
} policy_field;

/* Sets a string, or adds one to a list. Strings are made valid UTF-8 and NFC, as texts are. */
POLICY_API policy_status policy_builder_set(policy_builder *builder, policy_field field, policy_string value,
                                            policy_error *error);

/* Sizes of the source: bytes, and pages (0: it has none). */
POLICY_API void policy_builder_set_source(policy_builder *builder, uint64_t bytes, uint32_t pages);

/* Each adds to a list of metadata and gives the place in it through `n`, which may be NULL. */
POLICY_API policy_status policy_builder_add_contributor(policy_builder *builder, const policy_contributor_record *record,
                                                        uint32_t *n, policy_error *error);
POLICY_API policy_status policy_builder_add_date(policy_builder *builder, const policy_date_record *record, uint32_t *n,
                                                 policy_error *error);
POLICY_API policy_status policy_builder_add_identifier(policy_builder *builder, const policy_identifier_record *record,
                                                       uint32_t *n, policy_error *error);
POLICY_API policy_status policy_builder_add_subject(policy_builder *builder, const policy_subject_record *record,
                                                    uint32_t *n, policy_error *error);

/* Each adds a part and gives its id through `id`, which may be NULL. */
POLICY_API policy_status policy_builder_add_block(policy_builder *builder, const policy_block_record *record,
                                                  uint32_t *id, policy_error *error);
/* The next page, with its size in points (0: not known). The lines of a page come after it, in the order of the
   text. */
POLICY_API policy_status policy_builder_add_page(policy_builder *builder, float width, float height,
                                                 policy_error *error);
POLICY_API policy_status policy_builder_add_line(policy_builder *builder, const policy_line_record *record,
                                                 uint32_t *id, policy_error *error);
POLICY_API policy_status policy_builder_add_sentence(policy_builder *builder, policy_span span,
                                                     const policy_token_record *tokens, uint32_t token_count,
                                                     uint32_t *id, policy_error *error);
POLICY_API policy_status policy_builder_add_actor(policy_builder *builder, const policy_actor_record *record,
                                                  uint32_t *id, policy_error *error);
POLICY_API policy_status policy_builder_add_statement(policy_builder *builder,
                                                      const policy_statement_record *record, uint32_t *id,
                                                      policy_error *error);
POLICY_API policy_status policy_builder_add_recommendation(policy_builder *builder,
                                                           const policy_recommendation_record *record,
                                                           uint32_t *id, policy_error *error);
POLICY_API policy_status policy_builder_add_time(policy_builder *builder, const policy_time_record *record,
                                                 uint32_t *id, policy_error *error);
POLICY_API policy_status policy_builder_add_event(policy_builder *builder, const policy_event_record *record,
                                                  uint32_t *id, policy_error *error);
POLICY_API policy_status policy_builder_add_relation(policy_builder *builder,
                                                     const policy_relation_record *record, uint32_t *id,
                                                     policy_error *error);
POLICY_API policy_status policy_builder_add_causal(policy_builder *builder, const policy_causal_record *record,
                                                   uint32_t *id, policy_error *error);

POLICY_API policy_status policy_builder_add_citation(policy_builder *builder, const policy_citation_record *record,
                                                     uint32_t *id, policy_error *error);

/* Records a warning; over the limit it is counted in a last one. */
POLICY_API policy_status policy_builder_add_warning(policy_builder *builder, const char *code,
                                                    const char *message, policy_span span, policy_error *error);

#ifdef __cplusplus
}
#endif

#endif
