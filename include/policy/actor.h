/* Actors: who can act in a document, and every place where it is named. */
#ifndef POLICY_ACTOR_H
#define POLICY_ACTOR_H

#include <policy/document.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum policy_actor_kind {
  POLICY_ACTOR_OTHER,
  POLICY_ACTOR_STATE,
  POLICY_ACTOR_IGO, /* intergovernmental organisation or bloc */
  POLICY_ACTOR_GOVERNMENT,
  POLICY_ACTOR_PARTY,
  POLICY_ACTOR_MILITARY,
  POLICY_ACTOR_COMPANY,
  POLICY_ACTOR_NGO,
  POLICY_ACTOR_MEDIA,
  POLICY_ACTOR_ACADEMIC,
  POLICY_ACTOR_GROUP,
  POLICY_ACTOR_PERSON
} policy_actor_kind;

/* How a mention names its actor. */
typedef enum policy_mention_form {
  POLICY_MENTION_NAME,
  POLICY_MENTION_ACRONYM,
  POLICY_MENTION_DEMONYM,    /* "Japanese" */
  POLICY_MENTION_CAPITAL,    /* "Pyongyang", for a government */
  POLICY_MENTION_DESCRIPTOR, /* "the regime" */
  POLICY_MENTION_PRONOUN
} policy_mention_form;

POLICY_API const char *policy_actor_kind_name(policy_actor_kind kind);
POLICY_API const char *policy_mention_form_name(policy_mention_form form);

typedef struct policy_actor {
  const policy_document *document;
  uint32_t id;
} policy_actor;

/* Actors as they were added; the library adds them in the order of their first mention. */
POLICY_API uint32_t policy_document_actor_count(const policy_document *document);
POLICY_API policy_actor policy_document_actor(const policy_document *document, uint32_t n);

POLICY_API policy_string policy_actor_name(policy_actor actor);
POLICY_API policy_actor_kind policy_actor_kind_of(policy_actor actor);

/* Codes in the order of their schemes: ("iso3166-1", "JPN"). */
POLICY_API uint32_t policy_actor_code_count(policy_actor actor);
POLICY_API policy_string policy_actor_code_scheme(policy_actor actor, uint32_t n);
POLICY_API policy_string policy_actor_code_value(policy_actor actor, uint32_t n);
POLICY_API policy_string policy_actor_code(policy_actor actor, const char *scheme); /* "" when it has none */

/* Mentions in the order of the text. */
POLICY_API uint32_t policy_actor_mention_count(policy_actor actor);
POLICY_API policy_span policy_actor_mention_span(policy_actor actor, uint32_t n);
POLICY_API policy_mention_form policy_actor_mention_form(policy_actor actor, uint32_t n);

#ifdef __cplusplus
}
#endif

#endif
