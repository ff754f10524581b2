/* All that a document and its container tell of it: who had a hand in it, when, under which numbers, on what.

   The fields in policy/document.h hold one chosen value each; the lists here hold every value that was told, the chosen
   one among them, without saying the same twice. Which value is chosen: doc/policy-document.md. */
#ifndef POLICY_METADATA_H
#define POLICY_METADATA_H

#include <policy/document.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- contributors ------------------------------------------------------------------------------------------ */

typedef enum policy_contributor_role {
  POLICY_CONTRIBUTOR_AUTHOR,
  POLICY_CONTRIBUTOR_EDITOR,
  POLICY_CONTRIBUTOR_TRANSLATOR,
  POLICY_CONTRIBUTOR_PUBLISHER,
  POLICY_CONTRIBUTOR_SPONSOR, /* who paid for it, or brought it in */
  POLICY_CONTRIBUTOR_SPEAKER,
  POLICY_CONTRIBUTOR_OTHER
} policy_contributor_role;

POLICY_API const char *policy_contributor_role_name(policy_contributor_role role);

POLICY_API uint32_t policy_document_contributor_count(const policy_document *document);
POLICY_API policy_contributor_role policy_document_contributor_role(const policy_document *document, uint32_t n);
POLICY_API policy_string policy_document_contributor_name(const policy_document *document, uint32_t n);
POLICY_API policy_string policy_document_contributor_affiliation(const policy_document *document, uint32_t n);

/* ---- dates ------------------------------------------------------------------------------------------------- */

typedef enum policy_date_kind {
  POLICY_DATE_PUBLISHED,
  POLICY_DATE_CREATED,
  POLICY_DATE_MODIFIED,
  POLICY_DATE_ACCESSED,
  POLICY_DATE_SUBMITTED,
  POLICY_DATE_ACCEPTED,
  POLICY_DATE_ADOPTED, /* passed, signed, enacted */
  POLICY_DATE_IN_FORCE,
  POLICY_DATE_OTHER
} policy_date_kind;

POLICY_API const char *policy_date_kind_name(policy_date_kind kind);

POLICY_API uint32_t policy_document_date_count(const policy_document *document);
POLICY_API policy_date_kind policy_document_date_kind(const policy_document *document, uint32_t n);
POLICY_API policy_string policy_document_date_value(const policy_document *document, uint32_t n); /* ISO 8601 */

/* Where it is told: "text", or the name of the element, property or key ("FRBRWork FRBRdate", "dcterms.issued"). */
POLICY_API policy_string policy_document_date_source(const policy_document *document, uint32_t n);

/* ---- identifiers ------------------------------------------------------------------------------------------- */

/* Schemes: doi, isbn, issn, un-symbol, celex, eli, frbr, report-number, url, urn, uuid, or the source's own word. */
POLICY_API uint32_t policy_document_identifier_count(const policy_document *document);
POLICY_API policy_string policy_document_identifier_scheme(const policy_document *document, uint32_t n);
POLICY_API policy_string policy_document_identifier_value(const policy_document *document, uint32_t n);

/* ---- subjects ---------------------------------------------------------------------------------------------- */

/* Scheme and code are empty for plain keywords; one of code and label is there. */
POLICY_API uint32_t policy_document_subject_count(const policy_document *document);
POLICY_API policy_string policy_document_subject_scheme(const policy_document *document, uint32_t n);
POLICY_API policy_string policy_document_subject_code(const policy_document *document, uint32_t n);
POLICY_API policy_string policy_document_subject_label(const policy_document *document, uint32_t n);

/* ---- the rest: empty where it is not told ------------------------------------------------------------------ */

/* What the publisher is, in the words of policy_actor_kind ("igo", "government", "media"). */
POLICY_API policy_string policy_document_publisher_type(const policy_document *document);
POLICY_API policy_string policy_document_series(const policy_document *document);  /* or the journal */
POLICY_API policy_string policy_document_licence(const policy_document *document); /* its address or its words */

#ifdef __cplusplus
}
#endif

#endif
