/* Metadata from XML, collected while it is read. */
#ifndef POLICY_READ_XML_FACTS_H
#define POLICY_READ_XML_FACTS_H

#include "base/array.h"
#include "read/xml.h"
#include "read/xml_words.h"

/* Values that were found. */
typedef struct policy__collector {
  const policy__fact *facts;
  size_t fact_count;
  policy_status status;  /* the first failure, after which nothing is collected */
  policy_buffer names;   /* of the open elements, one after another */
  policy__array open;    /* of policy_span, in names */
  policy_buffer text;    /* of the values */
  policy__array values;  /* of policy__value */
  const policy__fact *taking; /* whose text is being taken */
  int rank;              /* of what is being taken */
  char key[32];          /* and its key */
  size_t key_size;
  size_t depth;          /* of the element that it stands in */
  uint32_t begin;        /* of it in text */
} policy__collector;

typedef struct policy__value {
  int field, rank;
  policy_span span; /* in collector.text */
  policy_span key;  /* of a term: its id; else the word that says of what kind it is, or nothing */
  policy_span more; /* of a name: the affiliation */
  const char *source; /* the path of the fact, or NULL */
} policy__value;

void policy__collect_init(policy__collector *collector, const policy__fact *facts, size_t fact_count,
                          const policy_allocator *allocator);
void policy__collect_free(policy__collector *collector);

/* The same calls as those of policy__xml_handler. */
policy_status policy__collect_begin(policy__collector *collector, const policy__xml_element *element);
policy_status policy__collect_text(policy__collector *collector, policy_string piece);
policy_status policy__collect_end(policy__collector *collector);

/* Adds a value from elsewhere. */
policy_status policy__collect_add(policy__collector *collector, int field, int rank, policy_string value);

/* The same with what its source calls it, which is static. */
policy_status policy__collect_told(policy__collector *collector, int field, int rank, policy_string value,
                                   const char *source);

/* What a reference "#id" to a term says; empty: it is unknown. */
policy_string policy__collect_term(const policy__collector *collector, policy_string reference);

/* Adds what was found to the lists of metadata; `dates`: the dates alone. */
policy_status policy__collect_keep(policy__collector *collector, bool dates, policy_builder *builder,
                                   policy_error *error);

/* Sets what was found and is sane in the builder, where nothing is set yet, and adds all to the lists. */
policy_status policy__collect_set(policy__collector *collector, policy_builder *builder, policy_error *error);

#endif
