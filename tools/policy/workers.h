/* Work on many inputs by several threads, with the results in the order of the inputs. */
#ifndef POLICY_TOOL_WORKERS_H
#define POLICY_TOOL_WORKERS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include <policy.h>

/* What came of one input: bytes to write, or an error. */
struct result {
  policy_buffer bytes;
  policy_error error; /* code POLICY_OK: none */
};

struct workers {
  size_t count;     /* of inputs */
  unsigned threads; /* from 1; no more than twice as many results are held at once */
  void *context;
  void (*work)(void *context, size_t n, struct result *result);       /* in any thread */
  bool (*take)(void *context, size_t n, const struct result *result); /* the caller's, in order; false: stop */
  void (*wait)(void *context); /* in the caller's, some times a second while there is nothing to take */
  atomic_bool *stop;           /* set here when `take` says stop, for `work` to look at */
};

/* Does all the work. False when no thread could be started, or there is no memory. */
bool workers_run(const struct workers *workers);

#endif
