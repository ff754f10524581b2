/* Citations: recognising them, and taking the document's own apart. */
#ifndef POLICY_READ_CITATION_H
#define POLICY_READ_CITATION_H

#include <stdbool.h>

#include <policy/text.h>

/* What a citation says; absent things are empty. All are pieces of the citation. */
typedef struct policy__citation {
  policy_string authors;   /* as written: "Nagy, S. and Smith, J." */
  policy_string title;
  policy_string container; /* journal, site, series; publisher when nothing tells them apart */
  policy_string year;
  policy_string url, doi;
  bool online;
  bool own; /* it says that it is how to cite this document */
} policy__citation;

/* Whether a block is a citation by its form alone: authors, a year, a title and where to find it; or one that
   says so ("Suggested citation: ..."). */
bool policy__is_citation(policy_string block);

/* The same for an entry of a list of references, where less will do. */
bool policy__is_reference(policy_string block);

/* Takes a citation apart. False when it has no form that is known. */
bool policy__citation_parse(policy_string block, policy__citation *citation);

#endif
