/* The citation step: finds what the text cites by the forms that citations have, without sentences or words. */
#ifndef POLICY_EXTRACT_CITATIONS_H
#define POLICY_EXTRACT_CITATIONS_H

#include <policy/builder.h>

/* Adds the citations of every block but debris, in the order of the text; not those by which the document is
   known itself. Linear. */
policy_status policy__extract_citations(policy_builder *builder, policy_error *error);

#endif
