/* Statements and their components, after the Institutional Grammar 2.0 (Frantz and Siddiki 2022). */
#ifndef POLICY_STATEMENT_H
#define POLICY_STATEMENT_H

#include <policy/actor.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum policy_statement_type {
  POLICY_STATEMENT_REGULATIVE,
  POLICY_STATEMENT_CONSTITUTIVE
} policy_statement_type;

/* What a component is to its statement or recommendation, with its IG Script symbol. */
typedef enum policy_role {
  POLICY_ROLE_ATTRIBUTE,            /* A: who acts */
  POLICY_ROLE_DEONTIC,              /* D: must, should, may ... */
  POLICY_ROLE_AIM,                  /* I: the action */
  POLICY_ROLE_DIRECT_OBJECT,        /* Bdir */
  POLICY_ROLE_INDIRECT_OBJECT,      /* Bind */
  POLICY_ROLE_ACTIVATION_CONDITION, /* Cac: when, if */
  POLICY_ROLE_EXECUTION_CONSTRAINT, /* Cex: how, with whom, by when */
  POLICY_ROLE_OR_ELSE,              /* O: what follows a breach */
  POLICY_ROLE_ENTITY,               /* E: what is constituted */
  POLICY_ROLE_MODAL,                /* M: of a constitutive statement */
  POLICY_ROLE_FUNCTION,             /* F: "is", "means", "is established" */
  POLICY_ROLE_PROPERTY,             /* P: what it is constituted as */
  POLICY_ROLE_PURPOSE,              /* of a recommendation: to what end */
  POLICY_ROLE_REASON                /* of a recommendation: why */
} policy_role;

POLICY_API const char *policy_statement_type_name(policy_statement_type type);
POLICY_API const char *policy_role_name(policy_role role);   /* the member of policy-document: "direct_objects" */
POLICY_API const char *policy_role_symbol(policy_role role); /* of IG Script: "Bdir"; "" for PURPOSE and REASON */

/* One component: a place in the text, or words that a reader infers (then the span is empty). */
typedef struct policy_component {
  const policy_document *document;
  uint32_t id;
} policy_component;

POLICY_API policy_role policy_component_role(policy_component component);
POLICY_API policy_span policy_component_span(policy_component component);
POLICY_API policy_string policy_component_text(policy_component component);
POLICY_API bool policy_component_is_inferred(policy_component component);
POLICY_API policy_actor policy_component_actor(policy_component component); /* whom it names, or null */

/* The properties that qualify it ("A,p", "Bdir,p"), each a component of the same role. */
POLICY_API uint32_t policy_component_property_count(policy_component component);
POLICY_API policy_component policy_component_property(policy_component component, uint32_t n);

typedef struct policy_statement {
  const policy_document *document;
  uint32_t id;
} policy_statement;

/* The statement that stands in the place of the component (nesting), or null. */
POLICY_API policy_statement policy_component_statement(policy_component component);

/* Statements as they were added; the library adds them in the order of the text. */
POLICY_API uint32_t policy_document_statement_count(const policy_document *document);
POLICY_API policy_statement policy_document_statement(const policy_document *document, uint32_t n);

POLICY_API policy_statement_type policy_statement_type_of(policy_statement statement);
POLICY_API policy_span policy_statement_span(policy_statement statement);
POLICY_API policy_sentence policy_statement_sentence(policy_statement statement); /* null: in none */
POLICY_API bool policy_statement_is_negated(policy_statement statement);

/* All components without the properties, roles in the order of policy_role, then in the order of the text;
   and those of one role. Each call walks the components before the n-th. */
POLICY_API uint32_t policy_statement_component_count(policy_statement statement);
POLICY_API policy_component policy_statement_component(policy_statement statement, uint32_t n);
POLICY_API uint32_t policy_statement_role_count(policy_statement statement, policy_role role);
POLICY_API policy_component policy_statement_role(policy_statement statement, policy_role role, uint32_t n);

#ifdef __cplusplus
}
#endif

#endif
