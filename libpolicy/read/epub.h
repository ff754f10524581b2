/* Reading EPUB: the chapters of its spine, one after another. */
#ifndef POLICY_READ_EPUB_H
#define POLICY_READ_EPUB_H

#include <policy/builder.h>
#include <policy/read.h>

/* See policy__read in formats.h. A chapter that is damaged is left out from there on, with a warning "damaged-part".
   Places are those of the chapters: "text/chapter1.xhtml#s2". */
policy_builder *policy__read_epub(const void *bytes, size_t size, const policy_options *options, policy_error *error);

#endif
