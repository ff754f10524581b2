/* Reading CoNLL-U: gold sentences and words become a document. */
#ifndef POLICY_READ_CONLLU_H
#define POLICY_READ_CONLLU_H

#include <policy/builder.h>
#include <policy/read.h>

/* A builder for a document with the sentences and words of a CoNLL-U file, its lemmas, tags and trees. The
   text is that of the "# text" lines where they agree with the words, and made of the words elsewhere. A
   block is a run from one "# newpar" or "# newdoc" to the next, or each sentence for itself in a file that
   has neither. The columns DEPS and MISC are not kept. NULL on failure; POLICY_ERROR_FORMAT tells the line
   and the byte offset. See policy__read in formats.h. */
policy_builder *policy__read_conllu(const void *bytes, size_t size, const policy_options *options, policy_error *error);

#endif
