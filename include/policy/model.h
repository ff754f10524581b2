/* Models of the tagger and parser. The library carries one for English; a program may load another, as tools/train makes
   them. */
#ifndef POLICY_MODEL_H
#define POLICY_MODEL_H

#include <stddef.h>

#include <policy/memory.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Immutable, counted, and shared by any number of threads. Give one to policy_options.model. */
typedef struct policy_model policy_model;

/* A model from the bytes of a weights file, which are copied; or from the file. All sizes and a checksum over all bytes
   are checked: what is damaged or cut short is POLICY_ERROR_FORMAT, with its place. `allocator` may be NULL, and
   must live as long as the model. NULL on failure. */
POLICY_API policy_model *policy_model_new(const void *bytes, size_t size, const policy_allocator *allocator,
                                          policy_error *error);
POLICY_API policy_model *policy_model_open(const char *path, const policy_allocator *allocator,
                                           policy_error *error);

/* Takes one more reference and returns the model. NULL gives NULL. */
POLICY_API policy_model *policy_model_ref(const policy_model *model);

/* Gives a reference back; the last one frees. NULL is allowed. */
POLICY_API void policy_model_unref(policy_model *model);

#ifdef __cplusplus
}
#endif

#endif
