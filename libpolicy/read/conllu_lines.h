/* CoNLL-U line by line: what stands in the columns, before there is a text. */
#ifndef POLICY_READ_CONLLU_LINES_H
#define POLICY_READ_CONLLU_LINES_H

#include <policy/builder.h>

#include "base/array.h"

/* A written word: the words `first` to `last`, by number in the file, from 0. */
typedef struct policy__conllu_written {
  policy_string form;
  uint32_t first, last;
  uint32_t begin; /* in the text; set by whoever makes that */
  bool tight;     /* SpaceAfter=No */
} policy__conllu_written;

typedef struct policy__conllu_sentence {
  policy_string text; /* of "# text"; empty: there is none */
  uint32_t first_word, word_count, first_written, written_count;
  bool begins_block;
} policy__conllu_sentence;

/* All strings are borrowed from the file, and not cleaned. */
typedef struct policy__conllu {
  policy__array words;     /* of policy_token_record, without spans; each has its form */
  policy__array written;   /* of policy__conllu_written */
  policy__array sentences; /* of policy__conllu_sentence */
  uint64_t empty_nodes;    /* that were skipped */
  bool has_blocks;         /* some line says where a document or paragraph begins */
} policy__conllu;

/* Reads all lines. The arrays must be initialised. Fails with FORMAT, the line in the message, or as arrays do.
   Linear. */
policy_status policy__conllu_parse(const char *bytes, size_t size, policy__conllu *found, policy_error *error);

#endif
