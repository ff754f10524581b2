/* Reading policy-document in two files: what they share. */
#ifndef POLICY_WRITE_JSON_READER_H
#define POLICY_WRITE_JSON_READER_H

#include <policy/builder.h>

#include "base/array.h"
#include "base/hash.h"
#include "write/json.h"

/* The parts that have ids of their own in the file. */
enum { POLICY__IDS_ACTORS, POLICY__IDS_STATEMENTS, POLICY__IDS_COUNT };

/* A list of components that is being read: those that qualify `parent`. */
struct policy__json_level {
  const json_t *list;
  size_t next;
  uint32_t parent;
};

typedef struct policy__json_reader {
  policy__json_place place;
  policy_error why; /* of the call to the builder that was made last */
  policy_builder *builder;
  const policy_document *document;      /* the builder's */
  uint32_t size;                        /* of the text in code points */
  uint32_t byte, code_point;            /* the place found last */
  uint32_t own_warnings;                /* that the builder has made of the text */
  policy__table ids[POLICY__IDS_COUNT]; /* numbers of parts by their ids, which the tree owns */
  policy__array components; /* of policy_component_record: those of the part at work, as the next two */
  policy__array items;      /* of whatever records the part at work lists: mentions, tokens, participants */
  policy__array codes;      /* of policy_code_record */
  policy__array numbers;    /* of uint32_t */
  policy__array levels;     /* of struct policy__json_level: one for each list that another one lies in */
} policy__json_reader;

/* ---- json_read.c: values --------------------------------------------------------------------------------- */

/* A span in bytes from [begin, end] in code points; empty when it is absent. */
policy_span policy__json_span(policy__json_reader *reader, const json_t *object, const char *key, bool needed);
policy_span policy__json_span_of(policy__json_reader *reader, const json_t *value, const char *key);

/* The number of the part that the member names; POLICY_NONE when it is absent. */
uint32_t policy__json_reference(policy__json_reader *reader, const json_t *object, const char *key, int ids,
                                bool needed);
uint32_t policy__json_reference_of(policy__json_reader *reader, const json_t *value, const char *key, int ids);

/* A share from 0 to 1; 0 when it is absent. */
double policy__json_confidence(policy__json_reader *reader, const json_t *object, const char *key);

/* Room for one more item, or NULL with the reader failed. */
void *policy__json_push(policy__json_reader *reader, policy__array *array);

/* ---- json_parts.c: one part each, given to the builder --------------------------------------------------- */

void policy__json_read_contributor(policy__json_reader *reader, const json_t *object);
void policy__json_read_date(policy__json_reader *reader, const json_t *object);
void policy__json_read_identifier(policy__json_reader *reader, const json_t *object);
void policy__json_read_subject(policy__json_reader *reader, const json_t *object);
void policy__json_read_block(policy__json_reader *reader, const json_t *object);
void policy__json_read_page(policy__json_reader *reader, const json_t *object);
void policy__json_read_line(policy__json_reader *reader, const json_t *object);
void policy__json_read_actor(policy__json_reader *reader, const json_t *object);
void policy__json_read_statement(policy__json_reader *reader, const json_t *object);
void policy__json_read_recommendation(policy__json_reader *reader, const json_t *object);
void policy__json_read_time(policy__json_reader *reader, const json_t *object);
void policy__json_read_citation(policy__json_reader *reader, const json_t *object);
void policy__json_read_event(policy__json_reader *reader, const json_t *object);
void policy__json_read_relation(policy__json_reader *reader, const json_t *object);
void policy__json_read_causal(policy__json_reader *reader, const json_t *object);
void policy__json_read_warning(policy__json_reader *reader, const json_t *object);

/* `tokens`: the list of its tokens, or NULL. */
void policy__json_read_sentence(policy__json_reader *reader, const json_t *span, const json_t *tokens,
                                size_t n);

#endif
