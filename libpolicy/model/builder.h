/* What the facade needs of builders beyond the public functions. */
#ifndef POLICY_MODEL_BUILDER_H
#define POLICY_MODEL_BUILDER_H

#include <policy/builder.h>
#include <policy/read.h>

#include "base/array.h"

/* A builder for a new document with the text, source, metadata, blocks and warnings of another, ready for
   an analysis. */
policy_builder *policy__builder_copy(const policy_document *document, const policy_limits *limits,
                                     const policy_allocator *allocator, policy_error *error);

/* The allocator that counts what the document holds: scratch taken from it is bounded by limits.memory. */
const policy_allocator *policy__builder_allocator(const policy_builder *builder);

/* The builder's limits with every default filled in. */
const policy_limits *policy__builder_limits(const policy_builder *builder);

/* For readers that compose a text from a source that is none, and then make a builder of it. First: the byte of the
   builder's text where `byte` of the composed one now stands, which differ where that was not in NFC. */
uint32_t policy__builder_byte(const policy_builder *builder, uint32_t byte);

/* Last: what the text was composed from, and where its pieces stand there (`runs` of policy__source_run; `text` is in
   the composed text, and moves to the builder's; NULL: they stay as they are). */
policy_status policy__builder_source(policy_builder *builder, const void *bytes, size_t size, policy__array *runs,
                                     policy_error *error);

/* For a source in another charset, after that: what the builder takes for the source is `decoded`, which came
   from where `map` says (text/charset_map.h; empty: it is the source). Linear. */
policy_status policy__builder_decoded(policy_builder *builder, policy_string decoded, const policy__array *map,
                                      policy_error *error);

/* Sets the analysis of a token that was added: all of the record but span, form and joined; `head` is a number in
   the document here. The caller keeps heads inside of the sentence. */
policy_status policy__builder_annotate(policy_builder *builder, uint32_t token, const policy_token_record *record);

/* Sets what told the charset, and how sure that is. */
void policy__builder_charset(policy_builder *builder, policy_charset_source source, double confidence);

/* Sets the part and the number of a block. */
policy_status policy__builder_number(policy_builder *builder, uint32_t block, policy_block_part part,
                                     policy_string number);

/* Sets the speaker of a block. */
policy_status policy__builder_speaker(policy_builder *builder, uint32_t block, policy_string speaker);

/* Sets the language of the document (`block` NONE), or that of a block where it is not the document's, and how sure
   it is. */
policy_status policy__builder_language(policy_builder *builder, uint32_t block, policy_string language,
                                       double confidence);

/* Sets the status of a recommendation that was added and has none yet. */
policy_status policy__builder_respond(policy_builder *builder, uint32_t recommendation, const char *status,
                                      policy_error *error);

/* Sets the addressee of a recommendation that was added and has none, as implied. */
policy_status policy__builder_address(policy_builder *builder, uint32_t recommendation, uint32_t actor, policy_error *error);

/* Has the builder tell a callback how far the work is (see policy_options), and take false for a wish to stop.
   `progress` may be NULL. */
void policy__builder_watch(policy_builder *builder, bool (*progress)(void *context, double done), void *context);

/* The stage that begins now takes the work from one share of the whole to another. */
void policy__builder_stage(policy_builder *builder, double from, double to);

/* Tells that `done` of `all` in the stage is done; every layer calls it for each sentence or so. Now and then
   it asks the callback: POLICY_ERROR_CANCELLED when that says stop. */
policy_status policy__builder_pulse(policy_builder *builder, size_t done, size_t all);

/* The end of a stage that failed: words for its status, a ceiling of memory told from want of it. */
policy_status policy__builder_settle(const policy_builder *builder, policy_status status, policy_error *error);

/* The options with defaults for what was not given. `given` may be NULL, or of an older, shorter kind. */
policy_options policy__options_fill(const policy_options *given);

/* Whether bytes can be a source: ARGUMENT without any, LIMIT where there are too many. `limits` are filled in. */
policy_status policy__source_check(const void *bytes, size_t size, const policy_limits *limits, policy_error *error);

/* Every default filled in, for `input` bytes of source. `given` may be NULL, or of an older, shorter kind. */
policy_limits policy__limits_fill(const policy_limits *given, uint64_t input);

#endif
