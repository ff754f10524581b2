/* Reading PDF: pdftotext and pdftohtml (Poppler) give words with places and letters with weights; the rest is ours. */
#ifndef POLICY_READ_PDF_H
#define POLICY_READ_PDF_H

#include "read/formats.h"

/* UNSUPPORTED for a file that needs a password, forbids copying or has no text, and where pdftotext is absent; FORMAT
   for one that is damaged beyond its first page; LIMIT where pdftotext was stopped. */
policy__read policy__read_pdf;

#endif
