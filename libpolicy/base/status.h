/* Filling the caller's error. */
#ifndef POLICY_BASE_STATUS_H
#define POLICY_BASE_STATUS_H

#include <policy/status.h>

#if defined(__GNUC__) || defined(__clang__)
#define POLICY__PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define POLICY__PRINTF(text, first)
#endif

/* Fills `error` (which may be NULL) and returns `status`, for `return policy__fail(...)`. The message is
   cut to its field on a character boundary. */
policy_status policy__fail(policy_error *error, policy_status status, uint64_t offset, const char *format, ...)
    POLICY__PRINTF(4, 5);

/* The failure without further words: its message is that of the status. */
policy_status policy__fail_plain(policy_error *error, policy_status status);

#endif
