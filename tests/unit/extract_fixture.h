/* Analysing a sentence or two, for tests of the extractors. */
#ifndef EXTRACT_FIXTURE_H
#define EXTRACT_FIXTURE_H

#include <policy.h>

#include "extract/clause.h"
#include "extract/frame.h"
#include "extract/lexicon.h"

/* A plain text read and analysed; the test fails when that fails. To be unreferenced by the caller. */
policy_document *fixture_analyse(const char *text);

/* The first sentence of a document as a clause; `words` must be freed. */
policy__clause fixture_clause(const policy_document *document, uint32_t sentence, policy__array *words);

/* The same of a text's first sentence, with its frames (of policy__frame) before any tree has its say; both arrays must be
   freed, and the document unreferenced. */
policy_document *fixture_frames(const char *text, policy__clause *clause, policy__array *words, policy__array *frames);

/* The words of a range, as a C string in a static buffer that the fourth call from here overwrites. */
const char *fixture_words(const policy__clause *clause, policy__range range);

/* The first of some adjuncts; "" when there are none. */
const char *fixture_adjunct(const policy__clause *clause, const policy__adjuncts *adjuncts);

/* A component's text, or an actor's name, in the same buffers; "" for a null one. */
const char *fixture_text(policy_string string);

/* The n-th component of a role of a statement as a C string; "" when there is none. */
const char *fixture_role(policy_statement statement, policy_role role, uint32_t n);

#endif
