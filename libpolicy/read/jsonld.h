/* What a page says of itself in JSON-LD, in the words of schema.org. */
#ifndef POLICY_READ_JSONLD_H
#define POLICY_READ_JSONLD_H

#include <stdbool.h>

#include <policy/memory.h>
#include <policy/metadata.h>
#include <policy/text.h>

enum { POLICY__JSONLD_AUTHORS = 16, POLICY__JSONLD_TOPICS = 32, POLICY__JSONLD_NAMED = 16, POLICY__JSONLD_OTHERS = 8 };

/* Pieces of the script, with the escapes of JSON; absent ones are empty. */
typedef struct policy__jsonld_node {
  policy_string id, name, headline, published, modified, publisher, publisher_id, language, author_id;
  policy_string created, publisher_type, series, licence, identifier;
  policy_string authors[POLICY__JSONLD_AUTHORS], topics[POLICY__JSONLD_TOPICS];
  policy_string affiliations[POLICY__JSONLD_AUTHORS]; /* of the authors */
  size_t author_count, topic_count;
  size_t author; /* the one whose members are being read */
  struct {
    policy_contributor_role role;
    policy_string name;
  } others[POLICY__JSONLD_OTHERS]; /* who had a hand in it beside the authors */
  size_t other_count;
  int rank; /* how much the type is that of a document: 2 an article or a report, 1 a page, 0 anything else */
  bool named; /* a person or an organisation */
  bool serial; /* what it is a part of is a series, and no site */
} policy__jsonld_node;

/* The document that one page's scripts tell of, and who is named in them. */
typedef struct policy__jsonld {
  policy__jsonld_node document;
  policy__jsonld_node node; /* the one that is being read */
  struct {
    policy_string id, name;
  } named[POLICY__JSONLD_NAMED];
  size_t named_count;
} policy__jsonld;

void policy__jsonld_init(policy__jsonld *jsonld);

/* Reads a script; what is no good JSON is passed over. Takes from it the node at the top, or in "@graph", whose type is
   most a document's, and of those the first. Linear, without recursion; allocates nothing. */
void policy__jsonld_read(policy__jsonld *jsonld, policy_string script);

/* Fills in the names of author and publisher where the document has their ids alone. Call it last. */
void policy__jsonld_resolve(policy__jsonld *jsonld);

/* Appends a piece with its escapes replaced. */
policy_status policy__jsonld_text(policy_string piece, policy_buffer *text);

#endif
