/* IG Script, the notation of the Institutional Grammar 2.0. */
#ifndef POLICY_IGSCRIPT_H
#define POLICY_IGSCRIPT_H

#include <policy/memory.h>
#include <policy/statement.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Appends one statement as IG Script: its components in the order of the text with the words between them,
   then the inferred ones in brackets: "A(Japan) D(should) I(support) ... A([Commission])". Brackets inside
   the text, which IG Script cannot escape, are written as their look-alikes U+2768 to U+2775. A null
   statement appends nothing. */
POLICY_API policy_status policy_igscript_write(policy_statement statement, policy_buffer *buffer,
                                               policy_error *error);

#ifdef __cplusplus
}
#endif

#endif
