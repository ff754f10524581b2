/* A line on standard error that tells how far the work is. */
#ifndef POLICY_TOOL_PROGRESS_H
#define POLICY_TOOL_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct progress {
  bool shown;        /* at all */
  bool is_terminal;  /* the line is rewritten; otherwise each is a new one */
  bool on_screen;    /* a line stands there now */
  double start, last; /* seconds of the steady clock; last: 0 before the first line */
  size_t files, files_done;
  uint64_t bytes; /* of all inputs, as far as known */
};

/* Starts the clock. `always`: also where standard error is no terminal, and from the first second on. */
void progress_start(struct progress *progress, bool always, bool never, size_t files, uint64_t bytes);

/* Shows the line anew if it is time. */
void progress_show(struct progress *progress, uint64_t bytes_done);

/* Takes the line away, before anything else is written to the terminal. */
void progress_clear(struct progress *progress);

#endif
