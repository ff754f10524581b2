/* Writing a citation as an item of CSL-JSON. */
#ifndef POLICY_READ_CSL_H
#define POLICY_READ_CSL_H

#include <policy/document.h>
#include <policy/memory.h>

#include "read/facts.h"

/* Appends one item: an object with its members in the order of their names' bytes, without white space. What the facts
   leave open, the lists of the document tell, which may be NULL. */
policy_status policy__csl_write(const policy__facts *facts, const policy_document *document, policy_buffer *buffer);

#endif
