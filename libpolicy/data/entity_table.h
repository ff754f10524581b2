/* Named character references of HTML. */
#ifndef POLICY_DATA_ENTITY_TABLE_H
#define POLICY_DATA_ENTITY_TABLE_H

enum { POLICY__ENTITIES = 2231, POLICY__ENTITY_LONGEST = 32 };

/* A name as it stands behind "&": with a semicolon, or without where that is allowed; and its UTF-8. */
typedef struct policy__entity {
  char name[POLICY__ENTITY_LONGEST + 1], text[7];
} policy__entity;

extern const policy__entity policy__entities[POLICY__ENTITIES];

#endif
