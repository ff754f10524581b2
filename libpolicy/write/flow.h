/* Lines of a given width on a terminal or a page: words wrapped, colours, columns. */
#ifndef POLICY_WRITE_FLOW_H
#define POLICY_WRITE_FLOW_H

#include "write/wording.h"

/* How words look, where colour is on. */
typedef enum policy__style {
  POLICY__PLAIN,
  POLICY__BOLD,
  POLICY__DIM,
  POLICY__RED,
  POLICY__GREEN,
  POLICY__YELLOW,
  POLICY__MAGENTA
} policy__style;

typedef struct policy__flow {
  policy__writer *writer;
  size_t width;
  size_t indent; /* of the lines that wrapping begins */
  size_t column; /* written of the line so far */
  bool colour;
  policy__style style, shown; /* wanted for what comes next, and what the terminal has */
  /* The last word, held back until it is known to be whole; a space may stand before it. */
  policy_buffer word;
  size_t word_columns;
  policy__style word_begins, word_ends;
  bool space, wide; /* wide: its last character is */
} policy__flow;

/* Writes clean words (as policy__write_words makes them), wrapped. Wide characters may be parted anywhere. */
void policy__flow_words(policy__flow *flow, policy_string words);

/* The same for a string of the program's own. */
void policy__flow_text(policy__flow *flow, const char *text);

/* Moves to a column, on a new line when it is passed already, and makes it the indent. */
void policy__flow_to(policy__flow *flow, size_t column);

/* The column of what comes next, from 0. */
size_t policy__flow_column(const policy__flow *flow);

/* Ends the line, which may be an empty one. */
void policy__flow_end(policy__flow *flow);

/* As many words, from the first on, as fit into `columns`; all of them, or cut with room for an ellipsis. */
policy_string policy__flow_cut(policy_string words, size_t columns, bool *cut);

#endif
