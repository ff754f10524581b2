/* The Test Anything Protocol, for test programs that are no Check suites. */
#ifndef TAP_H
#define TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

static int tap_count, tap_failed;

__attribute__((format(printf, 2, 3))) static inline bool tap_ok(bool good, const char *format, ...) {
  va_list arguments;
  printf("%sok %d - ", good ? "" : "not ", ++tap_count);
  va_start(arguments, format);
  vprintf(format, arguments);
  va_end(arguments);
  printf("\n");
  fflush(stdout);
  tap_failed += !good;
  return good;
}

/* A test that cannot be made here, and why. */
static inline void tap_skip(const char *what, const char *why) {
  printf("ok %d - %s # SKIP %s\n", ++tap_count, what, why);
}

/* Prints the plan; the exit status. */
static inline int tap_end(void) {
  printf("1..%d\n", tap_count);
  return tap_failed > 0;
}

#endif
