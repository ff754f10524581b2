/* What the facade needs of builders beyond the public functions. */
#ifndef POLICY_MODEL_BUILDER_H
#define POLICY_MODEL_BUILDER_H

#include <policy/builder.h>

/* A builder for a new document with the text, source, metadata, blocks and warnings of another, ready for
   an analysis. */
policy_builder *policy__builder_copy(const policy_document *document, const policy_limits *limits,
                                     const policy_allocator *allocator, policy_error *error);

/* The allocator that counts what the document holds: scratch taken from it is bounded by limits.memory. */
const policy_allocator *policy__builder_allocator(const policy_builder *builder);

/* The builder's limits with every default filled in. */
const policy_limits *policy__builder_limits(const policy_builder *builder);

/* Every default filled in, for `input` bytes of source. `given` may be NULL, or of an older, shorter kind. */
policy_limits policy__limits_fill(const policy_limits *given, uint64_t input);

#endif
