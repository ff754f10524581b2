/* What a document says of itself, while it is being found. */
#ifndef POLICY_READ_FACTS_H
#define POLICY_READ_FACTS_H

#include <policy/metadata.h>

#include "read/isodate.h"
#include "read/person.h"

enum { POLICY__LISTED = 32, POLICY__OTHERS = 8 };

/* Pieces of the document's text; absent ones are empty. */
typedef struct policy__facts {
  policy_string title, subtitle, publisher, container, identifier, doi, isbn, url;
  policy__date date;
  policy__person authors[POLICY__PERSONS];
  size_t author_count;
  policy_string topics[POLICY__LISTED], regions[POLICY__LISTED];
  size_t topic_count, region_count;
  struct {
    policy_contributor_role role;
    policy__person person;
  } others[POLICY__OTHERS]; /* who had a hand in it beside the authors */
  size_t other_count;
  const char *language; /* a BCP 47 tag, or "" */
  bool online;          /* the citation says that it is on the web */
} policy__facts;

#endif
