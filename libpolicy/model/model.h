/* A document from inside. Only model/ sees this; other layers use the builder and the public functions. */
#ifndef POLICY_MODEL_MODEL_H
#define POLICY_MODEL_MODEL_H

#include <stdatomic.h>

#include <policy/builder.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/hash.h"
#include "text/position.h"
#include "text/utf8.h"

typedef struct policy__sentence_item {
  policy_span span;
  uint32_t block; /* POLICY_NONE: in none */
  uint32_t first_token, token_count;
} policy__sentence_item;

/* A block in 72 bytes: what few have are numbers in `strings`, 0 the empty one. */
typedef struct policy__block_item {
  policy_span span;
  policy_box box;
  policy_string place;
  uint32_t level, page;
  uint32_t language, number, speaker;
  int32_t kind;
  uint16_t part;
  uint16_t confidence; /* of the language, in steps of 1/10000 */
} policy__block_item;

/* A page, and where the numbers of its lines stand in `page_lines`. */
typedef struct policy__page_item {
  float width, height;
  uint32_t first, count;
} policy__page_item;

typedef struct policy__line_item {
  policy_span span;
  policy_box box;
  float size;
  uint32_t page; /* from 1 */
  bool bold, italic;
} policy__line_item;

/* A token in 36 bytes: strings are numbers in `strings`, 0 the empty one. */
typedef struct policy__token_item {
  policy_span span;
  uint32_t form, lemma, xpos, features, relation;
  uint32_t head; /* number in the document, or POLICY_NONE */
  uint16_t upos, joined;
} policy__token_item;

typedef struct policy__warning_item {
  policy_string code, message;
  policy_span span;
} policy__warning_item;

/* A record whose components lie in the document's list, from `first` on. */
typedef struct policy__statement_item {
  policy_statement_record record;
  uint32_t first;
} policy__statement_item;

typedef struct policy__recommendation_item {
  policy_recommendation_record record;
  uint32_t first;
} policy__recommendation_item;

enum { POLICY__FIELDS = POLICY_FIELD_AUTHOR, POLICY__LISTS = POLICY_FIELD_REGION - POLICY_FIELD_AUTHOR + 1 };

struct policy_document {
  atomic_uint references;
  policy__memory memory;
  policy_limits limits; /* with every default filled in */
  policy__arena arena;
  policy_buffer buffer; /* owns the text */
  policy_string text;
  uint64_t source_size;
  uint32_t page_count; /* as the source says, whatever is known of them */
  policy_string fields[POLICY__FIELDS];
  policy_charset_source charset_source;
  double charset_confidence, language_confidence;
  policy__array lists[POLICY__LISTS]; /* of policy_string: authors, topics, regions */
  policy__array contributors;         /* of policy_contributor_record */
  policy__array dates;                /* of policy_date_record */
  policy__array identifiers;          /* of policy_identifier_record */
  policy__array subjects;             /* of policy_subject_record */
  policy__array source_runs;          /* of policy__source_run */
  policy__positions positions;
  policy__array strings; /* of policy_string: the strings of tokens and blocks, each once */
  policy__array blocks;  /* of policy__block_item */
  policy__array pages;   /* of policy__page_item */
  policy__array lines;   /* of policy__line_item */
  policy__array page_lines; /* of uint32_t: numbers of lines, page by page; made when the building ends */
  policy__array sentences;       /* of policy__sentence_item */
  policy__array tokens;          /* of policy__token_item */
  policy__array actors;          /* of policy_actor_record */
  policy__array components;      /* of policy_component_record, `parent` being a number in this list */
  policy__array statements;      /* of policy__statement_item */
  policy__array recommendations; /* of policy__recommendation_item */
  policy__array times;           /* of policy_time_record */
  policy__array citations;       /* of policy_citation_record */
  policy__array events;          /* of policy_event_record */
  policy__array relations;       /* of policy_relation_record */
  policy__array causals;         /* of policy_causal_record */
  policy__array warnings;        /* of policy__warning_item */
};

/* ---- check.c: the rules for one part each; those about what may be added later come with `whole`. */

/* A span of the text between characters; it may be empty. */
bool policy__is_span(const policy_document *document, policy_span span);

policy_status policy__check_contributor(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_date(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_identifier(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_subject(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_block(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_page(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_line(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_sentence(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_actor(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_statement(const policy_document *document, uint32_t n, bool whole,
                                      policy_error *error);
policy_status policy__check_recommendation(const policy_document *document, uint32_t n, bool whole,
                                           policy_error *error);
policy_status policy__check_time(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_citation(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_event(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_relation(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_causal(const policy_document *document, uint32_t n, policy_error *error);
policy_status policy__check_warning(const policy_document *document, uint32_t n, policy_error *error);

/* pages.c: fills `page_lines`. */
policy_status policy__index_pages(policy_document *document);

/* What may be added later: nested statements. */
policy_status policy__check_forward(const policy_document *document, policy_error *error);

#endif
