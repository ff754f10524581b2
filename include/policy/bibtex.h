/* How to cite a document, as an entry of BibTeX. */
#ifndef POLICY_BIBTEX_H
#define POLICY_BIBTEX_H

#include <policy/document.h>
#include <policy/memory.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Appends one entry, in UTF-8 as biber and BibLaTeX read it: @techreport where the document has a number of its own, else
   @misc; its key is the first author's last name, the year and the first long word of the title, in small ASCII
   letters ("nagy2016japan"). Nothing for a document without a title. On failure the buffer is as it was. */
POLICY_API policy_status policy_bibtex_write(const policy_document *document, policy_buffer *buffer, policy_error *error);

#ifdef __cplusplus
}
#endif

#endif
