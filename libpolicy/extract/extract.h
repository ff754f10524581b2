/* The extractors, in the order in which they run. Each adds to a builder what it finds in the parts that
   are there already. `allocator` is for scratch. */
#ifndef POLICY_EXTRACT_EXTRACT_H
#define POLICY_EXTRACT_EXTRACT_H

#include <policy/builder.h>

/* Adds the actors with all their mentions, in the order of first mention. Needs sentences and tokens. */
policy_status policy__extract_actors(policy_builder *builder, const policy_allocator *allocator,
                                     policy_error *error);

/* Adds the expressions of time with their values. Needs sentences, and the document's date where it has one. */
policy_status policy__extract_times(policy_builder *builder, const policy_allocator *allocator,
                                    policy_error *error);

/* Adds the statements and the recommendations that rest on them. Needs actors. */
policy_status policy__extract_statements(policy_builder *builder, const policy_allocator *allocator,
                                         policy_error *error);

#endif
