/* Running a program as a child process that gets bytes, gives bytes, and cannot outgrow its limits. */
#ifndef POLICY_BASE_CHILD_H
#define POLICY_BASE_CHILD_H

#include <stdbool.h>

#include <policy/memory.h>

#include "base/status.h"

enum { POLICY__CHILD_PATH = 512, POLICY__CHILD_WORDS = 512 };

/* What to run and what it may take. */
typedef struct policy__child {
  const char *program;          /* an absolute path: no shell, no search */
  const char *const *arguments; /* its own name first; ends with NULL */
  const void *input;            /* its standard input */
  size_t input_size;
  policy_buffer *output; /* gets its standard output; output->ceiling is the most that it may write */
  uint32_t seconds;      /* of the clock, and of its processor */
  uint64_t memory;       /* bytes of its address space */
  /* Asked at the beginning and ten times a second, with the bytes written so far; false stops the program.
     NULL: nobody. */
  bool (*go_on)(void *context, size_t written);
  void *context;
} policy__child;

/* How it ended. */
typedef struct policy__child_end {
  int code;   /* the exit status; -1 when it did not exit by itself */
  int signal; /* that ended it; 0: none */
  char words[POLICY__CHILD_WORDS]; /* the beginning of what it wrote to standard error */
} policy__child_end;

/* The program's path, in the folder given to configure or in those where systems keep programs. False: it is in none
   of them. */
bool policy__child_find(const char *name, char path[POLICY__CHILD_PATH]);

/* Runs the program to its end: with an environment of LC_ALL=C alone, and no open file but the three standard
   ones. OK when it ended by itself, well or not, as `end` tells; LIMIT when it was stopped at a limit;
   CANCELLED when it was stopped because `go_on` said so; NO_MEMORY; UNSUPPORTED when it cannot be run; IO. It
   is always gone, and waited for, when the call returns. No signal's disposition is touched, and none is
   raised: the input is a file in memory, not a pipe that could break. Safe from any thread. */
policy_status policy__child_run(const policy__child *child, policy__child_end *end, policy_error *error);

#endif
