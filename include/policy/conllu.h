/* Sentences and words as CoNLL-U, the format of the Universal Dependencies treebanks. It is read, too: see
   policy_read, media type text/x-conllu. */
#ifndef POLICY_CONLLU_H
#define POLICY_CONLLU_H

#include <policy/document.h>
#include <policy/memory.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Appends all sentences that have words: "# newdoc id" once (the name of the source, or else the document's
   id), "# newpar" where a block begins, "# sent_id" (the number of the sentence, from 1), "# text", and ten
   columns for each word. What was not analysed is "_"; the columns DEPS and, but for SpaceAfter=No, MISC are.
   On failure the buffer is as it was. */
POLICY_API policy_status policy_conllu_write(const policy_document *document, policy_buffer *buffer,
                                             policy_error *error);

#ifdef __cplusplus
}
#endif

#endif
