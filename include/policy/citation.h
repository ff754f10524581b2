/* What a document cites: addresses, resolutions, legislation, cases, treaties, reports. */
#ifndef POLICY_CITATION_H
#define POLICY_CITATION_H

#include <policy/document.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum policy_citation_kind {
  POLICY_CITATION_URL,
  POLICY_CITATION_DOI,
  POLICY_CITATION_RESOLUTION,  /* of an organ of the United Nations; its decisions and presidential statements
                                  too */
  POLICY_CITATION_LEGISLATION, /* acts, codes, bills, regulations, directives, decisions, executive orders */
  POLICY_CITATION_CASE,
  POLICY_CITATION_TREATY,
  POLICY_CITATION_REPORT /* and other documents that are filed under a number */
} policy_citation_kind;

POLICY_API const char *policy_citation_kind_name(policy_citation_kind kind);

typedef struct policy_citation {
  const policy_document *document;
  uint32_t id;
} policy_citation;

/* The citations in the order of the text; none overlaps another. How to cite the document itself is another
   matter: policy_document_citation. */
POLICY_API uint32_t policy_document_citation_count(const policy_document *document);
POLICY_API policy_citation policy_document_citation_at(const policy_document *document, uint32_t n);
POLICY_API policy_citation_kind policy_citation_kind_of(policy_citation citation);

/* The words that cite, with the section or article that they point to: "Section 3 of the Data Act 2008". */
POLICY_API policy_span policy_citation_span(policy_citation citation);

/* What is cited, in one spelling for all ways of writing it; both are empty where the words do not tell. The
   schemes: url, doi, un-symbol ("S/RES/2397 (2017)"), celex ("32016R0679"), ecli, neutral-citation ("[2019]
   UKSC 41"), law-report
   ("347 U.S. 483"), case-number ("C-311/18"), application-number, usc ("15 USC 78"), cfr ("40 CFR 60.1"),
   public-law
   ("116-283"), executive-order, report-number ("GAO-21-105"), isbn (of 13 digits), title (an act or a treaty by
   its name). */
POLICY_API policy_string policy_citation_scheme(policy_citation citation);
POLICY_API policy_string policy_citation_value(policy_citation citation);

#ifdef __cplusplus
}
#endif

#endif
