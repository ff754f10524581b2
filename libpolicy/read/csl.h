/* Writing a citation as an item of CSL-JSON. */
#ifndef POLICY_READ_CSL_H
#define POLICY_READ_CSL_H

#include <policy/memory.h>

#include "read/facts.h"

/* Appends one item: an object with its members in the order of their names' bytes, without white space. */
policy_status policy__csl_write(const policy__facts *facts, policy_buffer *buffer);

#endif
