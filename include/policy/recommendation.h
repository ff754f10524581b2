/* Recommendations: who should do what, with or against whom, to what end, how strongly, and says who. */
#ifndef POLICY_RECOMMENDATION_H
#define POLICY_RECOMMENDATION_H

#include <policy/statement.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum policy_force {
  POLICY_FORCE_COULD,
  POLICY_FORCE_SHOULD,
  POLICY_FORCE_MUST,
  POLICY_FORCE_SHOULD_NOT,
  POLICY_FORCE_MUST_NOT
} policy_force;

/* Whose voice it is. */
typedef enum policy_voice {
  POLICY_VOICE_AUTHOR,  /* the document's own */
  POLICY_VOICE_REPORTED /* somebody's whom the document reports */
} policy_voice;

POLICY_API const char *policy_force_name(policy_force force);
POLICY_API const char *policy_voice_name(policy_voice voice);

typedef struct policy_recommendation {
  const policy_document *document;
  uint32_t id;
} policy_recommendation;

/* Recommendations as they were added; the library adds them in the order of the text. */
POLICY_API uint32_t policy_document_recommendation_count(const policy_document *document);
POLICY_API policy_recommendation policy_document_recommendation(const policy_document *document, uint32_t n);

POLICY_API policy_statement policy_recommendation_statement(policy_recommendation recommendation);
POLICY_API policy_span policy_recommendation_span(policy_recommendation recommendation);
POLICY_API policy_voice policy_recommendation_voice(policy_recommendation recommendation);
POLICY_API policy_actor policy_recommendation_speaker(policy_recommendation recommendation); /* null: not named */
POLICY_API policy_force policy_recommendation_force(policy_recommendation recommendation);
POLICY_API bool policy_recommendation_is_addressee_implicit(policy_recommendation recommendation);

/* The actors around it. */
typedef enum policy_party {
  POLICY_PARTY_ADDRESSEE,  /* who is to act */
  POLICY_PARTY_PARTNER,    /* with whom */
  POLICY_PARTY_TARGET,     /* whom it is meant to affect */
  POLICY_PARTY_BENEFICIARY /* for whom */
} policy_party;

POLICY_API const char *policy_party_name(policy_party party); /* the member of policy-document: "addressees" */
POLICY_API uint32_t policy_recommendation_actor_count(policy_recommendation recommendation, policy_party party);
POLICY_API policy_actor policy_recommendation_actor(policy_recommendation recommendation, policy_party party,
                                                    uint32_t n);

/* Goals and reasons, components of the roles PURPOSE and REASON, in the order of the text. */
POLICY_API uint32_t policy_recommendation_purpose_count(policy_recommendation recommendation);
POLICY_API policy_component policy_recommendation_purpose(policy_recommendation recommendation, uint32_t n);
POLICY_API uint32_t policy_recommendation_reason_count(policy_recommendation recommendation);
POLICY_API policy_component policy_recommendation_reason(policy_recommendation recommendation, uint32_t n);

POLICY_API policy_string policy_recommendation_instrument(policy_recommendation recommendation);
POLICY_API policy_string policy_recommendation_topic(policy_recommendation recommendation);
POLICY_API policy_string policy_recommendation_label(policy_recommendation recommendation);    /* "Recommendation 3" */
POLICY_API policy_string policy_recommendation_deadline(policy_recommendation recommendation); /* ISO 8601 */
POLICY_API policy_string policy_recommendation_status(policy_recommendation recommendation);   /* "accepted" */
POLICY_API policy_string policy_recommendation_why(policy_recommendation recommendation);      /* what found it */
POLICY_API uint32_t policy_recommendation_specificity(policy_recommendation recommendation);   /* 1-5; 0: unknown */

/* How sure the library is, 0 to 1, in steps of 1/10000. */
POLICY_API double policy_recommendation_confidence(policy_recommendation recommendation);

#ifdef __cplusplus
}
#endif

#endif
