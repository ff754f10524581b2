/* What surrounds recommendations: times, events, relations of actors, and causal claims. */
#ifndef POLICY_EVENT_H
#define POLICY_EVENT_H

#include <policy/actor.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- times: values as in ISO-TimeML's TIMEX3 ---------------------------------------------------- */

typedef enum policy_time_type {
  POLICY_TIME_DATE,
  POLICY_TIME_DURATION,
  POLICY_TIME_SET,
  POLICY_TIME_TIME /* of a day: "2016-01-06TMO" */
} policy_time_type;

POLICY_API const char *policy_time_type_name(policy_time_type type);

typedef struct policy_time {
  const policy_document *document;
  uint32_t id;
} policy_time;

POLICY_API uint32_t policy_document_time_count(const policy_document *document);
POLICY_API policy_time policy_document_time(const policy_document *document, uint32_t n);
POLICY_API policy_time_type policy_time_type_of(policy_time time);
POLICY_API policy_span policy_time_span(policy_time time);
POLICY_API policy_string policy_time_value(policy_time time); /* "2016-01-06", "P2Y" */

/* Whether something is to be done until then: "by the end of 2030", "within 30 days". */
POLICY_API bool policy_time_is_deadline(policy_time time);

/* ---- events ------------------------------------------------------------------------------------- */

typedef enum policy_event_status {
  POLICY_EVENT_PAST,
  POLICY_EVENT_PLANNED,
  POLICY_EVENT_HYPOTHETICAL
} policy_event_status;

POLICY_API const char *policy_event_status_name(policy_event_status status);

typedef struct policy_event {
  const policy_document *document;
  uint32_t id;
} policy_event;

POLICY_API uint32_t policy_document_event_count(const policy_document *document);
POLICY_API policy_event policy_document_event(const policy_document *document, uint32_t n);
POLICY_API policy_span policy_event_span(policy_event event);
POLICY_API policy_string policy_event_kind(policy_event event);
POLICY_API policy_event_status policy_event_status_of(policy_event event);
POLICY_API policy_string policy_event_date(policy_event event); /* ISO 8601, or empty */
POLICY_API uint32_t policy_event_participant_count(policy_event event);
POLICY_API policy_actor policy_event_participant(policy_event event, uint32_t n);
POLICY_API policy_string policy_event_participant_role(policy_event event, uint32_t n);

/* ---- relations and causal claims ---------------------------------------------------------------- */

typedef enum policy_sign { POLICY_SIGN_NEUTRAL, POLICY_SIGN_POSITIVE, POLICY_SIGN_NEGATIVE } policy_sign;

POLICY_API const char *policy_sign_name(policy_sign sign); /* "0", "+", "-" */

typedef struct policy_relation {
  const policy_document *document;
  uint32_t id;
} policy_relation;

POLICY_API uint32_t policy_document_relation_count(const policy_document *document);
POLICY_API policy_relation policy_document_relation(const policy_document *document, uint32_t n);
POLICY_API policy_actor policy_relation_from(policy_relation relation);
POLICY_API policy_actor policy_relation_to(policy_relation relation);
POLICY_API policy_string policy_relation_kind(policy_relation relation);
POLICY_API policy_sign policy_relation_sign(policy_relation relation);
POLICY_API policy_span policy_relation_span(policy_relation relation); /* empty: follows from the whole */

typedef struct policy_causal {
  const policy_document *document;
  uint32_t id;
} policy_causal;

POLICY_API uint32_t policy_document_causal_count(const policy_document *document);
POLICY_API policy_causal policy_document_causal(const policy_document *document, uint32_t n);
POLICY_API policy_span policy_causal_cause(policy_causal causal);
POLICY_API policy_span policy_causal_effect(policy_causal causal);
POLICY_API policy_span policy_causal_marker(policy_causal causal); /* "because"; may be empty */
POLICY_API policy_sign policy_causal_sign(policy_causal causal);   /* POSITIVE or NEGATIVE */

#ifdef __cplusplus
}
#endif

#endif
