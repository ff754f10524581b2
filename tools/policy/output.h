/* Where results go: standard output, or a file. */
#ifndef POLICY_TOOL_OUTPUT_H
#define POLICY_TOOL_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct output {
  FILE *stream;
  const char *name; /* for messages */
  bool failed;      /* a write has failed, and that was said; nothing more is written */
  bool is_terminal;
};

/* Opens the file, or standard output for NULL. False, with a message, when that fails, or when the file is
   one of the inputs, which writing would destroy. */
bool output_open(struct output *output, const char *path, char **inputs, size_t input_count);

/* Writes, in full or not at all as far as the caller is concerned. False once something has failed. A reader
   that has gone away is no reason for a message. */
bool output_write(struct output *output, const void *bytes, size_t size);

/* Hands to the system what still waits. */
bool output_flush(struct output *output);

/* Flushes and closes. */
bool output_close(struct output *output);

/* The columns of the terminal that is written to; 0 when it is none. */
unsigned output_columns(const struct output *output);

#endif
