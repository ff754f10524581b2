/* A document in which every member of every record is set, built through the public builder. */
#ifndef FULL_DOCUMENT_H
#define FULL_DOCUMENT_H

#include <policy.h>

/* The finished document, the caller's to unref. NULL, with the reason in `error`, when a call fails. */
policy_document *full_document(const policy_allocator *allocator, policy_error *error);

/* The place of the n-th occurrence (from 0) of `words` in a document's text; empty when there is none. */
policy_span full_document_find(const policy_document *document, const char *words, int n);

#endif
