/* The time that tests measure: the processor's, spent by this process outside of the system. */
#ifndef STOPWATCH_H
#define STOPWATCH_H

#include <sys/resource.h>

static inline double user_seconds(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec / 1e6;
}

#endif
