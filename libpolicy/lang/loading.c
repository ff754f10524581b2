/* Models of the tagger and parser: from bytes, from files, and the one that the library carries. */
#include "lang/loading.h"

#include <stdatomic.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/status.h"
#include "data/english.h"

enum { CEILING = 256 << 20 }; /* bytes of a weights file: thirty times the one that the library carries */

struct policy_model {
  atomic_uint references;
  policy_buffer bytes;
  policy__weights weights; /* borrowed from the bytes */
};

/* An empty model; NULL without memory. */
static policy_model *begin(const policy_allocator *allocator, policy_error *error) {
  const policy_allocator *source = allocator != NULL ? allocator : &policy__malloc_allocator;
  policy_model *model = policy__allocate(source, sizeof *model);
  if (model == NULL) {
    policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
    return NULL;
  }
  memset(model, 0, sizeof *model);
  atomic_init(&model->references, 1);
  model->bytes.allocator = *source;
  model->bytes.ceiling = CEILING;
  return model;
}

/* Reads the model's bytes, when `status` says that it has them; frees it on failure. */
static policy_model *finish(policy_model *model, policy_status status, policy_error *error) {
  if (status == POLICY_OK)
    status = policy__weights_read(model->bytes.data != NULL ? model->bytes.data : "", model->bytes.size, true,
                                  &model->weights, error);
  if (status == POLICY_OK) return model;
  policy_model_unref(model);
  return NULL;
}

policy_model *policy_model_new(const void *bytes, size_t size, const policy_allocator *allocator,
                               policy_error *error) {
  if (bytes == NULL && size > 0) {
    policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
    return NULL;
  }
  policy_model *model = begin(allocator, error);
  if (model == NULL) return NULL;
  policy_status status = policy_buffer_append(&model->bytes, size > 0 ? bytes : "", size);
  if (status != POLICY_OK) policy__fail_plain(error, status);
  return finish(model, status, error);
}

policy_model *policy_model_open(const char *path, const policy_allocator *allocator, policy_error *error) {
  if (path == NULL) {
    policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
    return NULL;
  }
  policy_model *model = begin(allocator, error);
  if (model == NULL) return NULL;
  return finish(model, policy__file_read(path, &model->bytes, error), error);
}

policy_model *policy_model_ref(const policy_model *model) {
  policy_model *shared = (policy_model *)(uintptr_t)model;
  if (shared != NULL) atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
  return shared;
}

void policy_model_unref(policy_model *model) {
  if (model == NULL || atomic_fetch_sub_explicit(&model->references, 1, memory_order_acq_rel) > 1) return;
  policy_allocator allocator = model->bytes.allocator;
  policy_buffer_free(&model->bytes);
  policy__release(&allocator, model, sizeof *model);
}

policy_status policy__model_weights(const policy_model *model, policy__weights *room, policy_error *error) {
  if (model == NULL) {
    size_t size = (size_t)(policy__english_weights_end - policy__english_weights);
    return policy__weights_read(policy__english_weights, size, false, room, error);
  }
  *room = model->weights;
  return POLICY_OK;
}
