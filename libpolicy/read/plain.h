/* Reading plain text. */
#ifndef POLICY_READ_PLAIN_H
#define POLICY_READ_PLAIN_H

#include <policy/builder.h>
#include <policy/read.h>

/* A builder of plain text (see policy__read in formats.h). */
policy_builder *policy__read_plain(const void *bytes, size_t size, const policy_options *options, policy_error *error);

/* Finds the blocks of a builder's text and, from them, the metadata: title, authors, date, topics, regions,
   publisher, and the citation as a CSL item. Nothing is cut; debris becomes blocks of kind BOILERPLATE.
   `allocator` is for scratch. */
policy_status policy__plain_blocks(policy_builder *builder, const policy_allocator *allocator, policy_error *error);

#endif
