/* Which language a document and each of its blocks is in. */
#ifndef POLICY_LANG_IDENTIFY_H
#define POLICY_LANG_IDENTIFY_H

#include <policy/builder.h>

/* Sets the language of the document, of which the one that it has already is taken for declared, and that of the
   blocks that are in another one. Looks at up to 1 KiB of each block (mostly at 128 bytes). */
policy_status policy__identify(policy_builder *builder, policy_error *error);

/* Warns of each run of blocks, debris aside, that are not English: "not-english", with their place. */
policy_status policy__warn_not_english(policy_builder *builder, policy_error *error);

/* Whether words of the block may be read as English: its language is English, or not known. A null block is
   its document's text. */
bool policy__is_english(const policy_document *document, policy_block block);

#endif
