/* Reading DOCX: Office Open XML word processing documents. */
#ifndef POLICY_READ_DOCX_H
#define POLICY_READ_DOCX_H

#include <policy/builder.h>
#include <policy/read.h>

/* See policy__read in formats.h. Headings are known by their outline levels; lists have their numbers as text; notes
   stand behind the paragraphs that call them; headers and footers stand once, at the end, as debris. Tracked insertions
   are taken, deletions left out, with a warning "tracked-changes". Places are "paragraph 12", from 1. */
policy_builder *policy__read_docx(const void *bytes, size_t size, const policy_options *options, policy_error *error);

#endif
