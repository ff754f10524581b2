/* Which reader reads what. */
#ifndef POLICY_READ_FORMATS_H
#define POLICY_READ_FORMATS_H

#include <policy/builder.h>
#include <policy/read.h>

#include "base/array.h"
#include "text/charset.h"

/* A reader of the library: makes a builder with text, blocks and metadata from source bytes. `bytes` is never NULL;
   the options are filled in. NULL on failure. The facade sets the source's name and media type. */
typedef policy_builder *policy__read(const void *bytes, size_t size, const policy_options *options,
                                     policy_error *error);

/* The reader of a media type, whose parameters ("; charset=...") and case do not count; NULL: there is none. `known`
   becomes the type's name, static. */
policy__read *policy__format_find(const char *media_type, const char **known);

/* A source in UTF-8. `data` is the source's own bytes, or `buffer`'s. */
typedef struct policy__decoded {
  const char *data;
  size_t size;
  policy_buffer buffer;
  policy__array map; /* of policy__source_run: where `data` came from; empty: it is the source */
  policy__charset charset;
} policy__decoded;

/* Decodes a source of text for a reader: `declared` is what the source itself says ("" or NULL: nothing); the charset
   of options.media_type comes before that. LIMIT or NO_MEMORY with words in `error`. `decoded` is to be freed all
   the same. */
policy_status policy__decode(const void *bytes, size_t size, const char *declared, const policy_options *options,
                             policy__decoded *decoded, policy_error *error);
void policy__decoded_free(policy__decoded *decoded);

/* Where a byte of the decoded text came from. Linear in the text. */
uint64_t policy__decoded_source(const policy__decoded *decoded, uint64_t at);

/* Makes places in the decoded bytes, from which a builder was made, places in the source; sets its charset, and
   warns where it was guessed or is mixed. */
policy_status policy__decoded_note(const policy__decoded *decoded, policy_builder *builder, policy_error *error);

/* Whether `media_type` is `type`, which is in lower case, parameters aside. */
bool policy__format_is(const char *media_type, const char *type);

#endif
