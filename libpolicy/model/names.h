/* Words for the members of enumerations, and back. */
#ifndef POLICY_MODEL_NAMES_H
#define POLICY_MODEL_NAMES_H

#include <policy/builder.h>

/* The enumerations that policy-document spells in words. */
typedef enum policy__enumeration {
  POLICY__BLOCK_KIND,
  POLICY__BLOCK_PART,
  POLICY__CHARSET_SOURCE,
  POLICY__UPOS,
  POLICY__ACTOR_KIND,
  POLICY__MENTION_FORM,
  POLICY__STATEMENT_TYPE,
  POLICY__ROLE,
  POLICY__ROLE_SYMBOL,
  POLICY__FORCE,
  POLICY__VOICE,
  POLICY__PARTY,
  POLICY__TIME_TYPE,
  POLICY__CITATION_KIND,
  POLICY__CONTRIBUTOR_ROLE,
  POLICY__DATE_KIND,
  POLICY__EVENT_STATUS,
  POLICY__SIGN,
  POLICY__ENUMERATIONS
} policy__enumeration;

/* How many members it has; they are numbered from 0. */
int policy__name_count(policy__enumeration enumeration);

/* The word for a member; "" for a number that is none. */
const char *policy__name(policy__enumeration enumeration, int value);

/* The member for a word; -1 for a word that is none. */
int policy__value(policy__enumeration enumeration, policy_string name);

#endif
