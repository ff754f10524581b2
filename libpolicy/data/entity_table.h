/* Named character references of HTML. */
#ifndef POLICY_DATA_ENTITY_TABLE_H
#define POLICY_DATA_ENTITY_TABLE_H

#include <stdint.h>

enum { POLICY__ENTITIES = 2231, POLICY__ENTITY_LONGEST = 32 };

/* Where in the letters each begins, in the order of their names: the name as it stands behind "&", with a semicolon, or
   without where that is allowed; and behind its NUL the UTF-8, with another. */
extern const uint16_t policy__entities[POLICY__ENTITIES];
extern const char policy__entity_letters[];

#endif
