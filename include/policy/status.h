/* How calls fail: a status, and a struct of the caller's that says why. */
#ifndef POLICY_STATUS_H
#define POLICY_STATUS_H

#include <stdint.h>

#include <policy/version.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The result of every call that can fail and does not return an object. */
typedef enum policy_status {
  POLICY_OK = 0,
  POLICY_ERROR_NO_MEMORY = -1,   /* the allocator returned NULL */
  POLICY_ERROR_ARGUMENT = -2,    /* an argument that the caller should not have passed */
  POLICY_ERROR_IO = -3,          /* a file could not be opened, read or written */
  POLICY_ERROR_FORMAT = -4,      /* the input is not what it should be */
  POLICY_ERROR_LIMIT = -5,       /* a ceiling of policy_limits was reached */
  POLICY_ERROR_UNSUPPORTED = -6, /* a format or feature that this build leaves out */
  POLICY_ERROR_NOT_FOUND = -7,   /* nothing by that name or number */
  POLICY_ERROR_CORRUPT = -8,     /* a document that breaks the rules of policy_document_check */
  POLICY_ERROR_CANCELLED = -9,   /* the progress callback said stop */
  POLICY_ERROR_INTERNAL = -10    /* a fault in the library */
} policy_status;

enum { POLICY_MESSAGE_SIZE = 160 };

/* Why a call failed. Filled without allocating; untouched when the call succeeds. Every parameter of
   this type may be NULL. */
typedef struct policy_error {
  policy_status code;
  uint64_t offset;                   /* byte in the input where it happened, 0 when there is none */
  char message[POLICY_MESSAGE_SIZE]; /* one line of UTF-8, no full stop, cut when too long */
} policy_error;

/* The status in words ("out of memory"). Static; never NULL, also for a number that is no status. */
POLICY_API const char *policy_status_message(policy_status status);

#ifdef __cplusplus
}
#endif

#endif
