/* The exchange format: policy-document version 1 (doc/policy-document.schema.json), through jansson. */
#ifndef POLICY_JSON_H
#define POLICY_JSON_H

#include <policy/read.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  POLICY_JSON_INDENT = 1, /* many lines, for people; otherwise one line without a line end */
  POLICY_JSON_TOKENS = 2  /* with the member "tokens", which version 1 leaves optional */
};

/* Appends the document as JSON to `buffer`. Spans are in code points. */
POLICY_API policy_status policy_json_write(const policy_document *document, unsigned flags,
                                           policy_buffer *buffer, policy_error *error);

/* Reads a policy-document; what policy_json_write wrote comes back the same to the byte. A member that the
   format does not know is refused with its place, so that nothing is lost in silence; what an application
   wants to keep of its own goes into the top-level member "extra", whose object is kept as it is.
   POLICY_ERROR_FORMAT tells the byte offset for bad JSON and the path ("/actors/3/kind") for a bad value. The
   JSON on the way is held by malloc, whatever the options' allocator; limits.memory bounds it and the document
   each for itself. */
POLICY_API policy_document *policy_json_read(const void *bytes, size_t size, const policy_options *options,
                                             policy_error *error);

#ifdef __cplusplus
}
#endif

#endif
