/* What a PDF says of itself besides its pages: titles, authors, dates. */
#ifndef POLICY_READ_PDF_TITLE_H
#define POLICY_READ_PDF_TITLE_H

#include <policy/builder.h>

#include "read/pdf_layout.h"

/* Copies what the head of the scanned output says, references decoded, into the layout, before that output goes. */
policy_status policy__pdf_keep_meta(policy__pdf *pdf);

/* Sets the title of a builder: the file's own when it stands on the first pages, or else the largest letters of the first
   page, or else the file's own if it reads as a title. Sets nothing where there is none. */
policy_status policy__pdf_set_title(const policy__pdf *pdf, policy_builder *builder, policy_error *error);

/* Last: author and date of the file, where the text gave none. */
policy_status policy__pdf_set_file(const policy__pdf *pdf, policy_builder *builder, const policy_document *document,
                                   policy_error *error);

#endif
