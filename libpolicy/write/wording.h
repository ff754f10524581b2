/* The text of a document as people read it: one line, single spaces, nothing that drives a terminal. */
#ifndef POLICY_WRITE_WORDING_H
#define POLICY_WRITE_WORDING_H

#include <policy/document.h>

#include "base/buffer.h"

/* Appends what a span covers, or any string in UTF-8: white space around it goes, each run of it inside
   becomes one space, hyphens at line ends are undone as the tokens tell, and control and format characters
   go, but for the joiners. */
void policy__write_words(policy__writer *writer, const policy_document *document, policy_span span);
void policy__write_line(policy__writer *writer, policy_string string);

/* The columns that valid UTF-8 takes on a terminal: two for a wide character, none for a mark. */
size_t policy__columns(policy_string string);

/* The columns of one code point. */
unsigned policy__column_width(uint32_t code_point);

#endif
