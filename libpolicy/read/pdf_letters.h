/* Words by their letters alone: the same in a table of contents, with its dots and numbers, as over the text. */
#ifndef POLICY_READ_PDF_LETTERS_H
#define POLICY_READ_PDF_LETTERS_H

#include "read/pdf_layout.h"

enum { POLICY__LETTERS_LEAST = 3 };

/* Letters that were seen, in lower case, and their hash. Start from {0}. */
typedef struct policy__letters {
  uint64_t key;
  uint32_t count;
} policy__letters;

void policy__letters_add(policy__letters *letters, policy_string text);

#endif
