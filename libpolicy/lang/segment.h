/* The first step of analysis: sentences and tokens of every block. */
#ifndef POLICY_LANG_SEGMENT_H
#define POLICY_LANG_SEGMENT_H

#include <policy/builder.h>

/* Adds the sentences of all blocks, with their tokens, and warnings for what was cut. `allocator` is for
   scratch. */
policy_status policy__segment(policy_builder *builder, const policy_limits *limits,
                              const policy_allocator *allocator, policy_error *error);

/* The same with the sentences and words of another document of the same text and blocks, without their
   analysis; sentences that have no words there get them. */
policy_status policy__segment_as(policy_builder *builder, const policy_document *given,
                                 const policy_limits *limits, const policy_allocator *allocator,
                                 policy_error *error);

#endif
