/* Gazetteers: from bytes, from files, and the one that the library carries. */
#include <stdatomic.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/status.h"
#include "data/known_actors.h"
#include "gazetteer/draft.h"
#include "model/builder.h"
#include "text/utf8.h"

struct policy_gazetteer {
  atomic_uint references;
  policy_buffer bytes;
  const unsigned char *shelf; /* NULL: the buffer's */
};

static const policy_gazetteer builtin = {.shelf = policy__known_actors};

const unsigned char *policy__gazetteer_shelf(const policy_gazetteer *gazetteer) {
  return gazetteer->shelf != NULL ? gazetteer->shelf : (const unsigned char *)gazetteer->bytes.data;
}

const policy_gazetteer *policy_gazetteer_builtin(void) {
  return &builtin;
}

policy_gazetteer *policy_gazetteer_ref(const policy_gazetteer *gazetteer) {
  policy_gazetteer *shared = (policy_gazetteer *)(uintptr_t)gazetteer;
  if (shared != NULL && shared->shelf == NULL)
    atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
  return shared;
}

void policy_gazetteer_unref(policy_gazetteer *gazetteer) {
  if (gazetteer == NULL || gazetteer->shelf != NULL) return;
  if (atomic_fetch_sub_explicit(&gazetteer->references, 1, memory_order_acq_rel) > 1) return;
  policy_allocator allocator = gazetteer->bytes.allocator;
  policy_buffer_free(&gazetteer->bytes);
  policy__release(&allocator, gazetteer, sizeof *gazetteer);
}

/* ---- reading ----------------------------------------------------------------------------------------------
 */

/* The number of bytes before a line of the source, whose lines end with LF, CR or both. */
static uint64_t line_offset(const char *bytes, size_t size, unsigned long line) {
  size_t at = 0;
  while (at < size && line > 1) {
    char c = bytes[at++];
    if (c == '\r' && at < size && bytes[at] == '\n') at++;
    line -= c == '\n' || c == '\r';
  }
  return at;
}

static unsigned long line_of(const char *bytes, uint64_t offset) {
  unsigned long line = 1;
  for (uint64_t i = 0; i < offset; i++) line += bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');
  return line;
}

/* Hands on an error whose message begins with a line, with the byte where that begins. */
static policy_status tell_line(policy_error *error, policy_status status, const policy_error *inner,
                               const char *bytes, size_t size) {
  unsigned line = 0;
  const char *at = inner->message + (memcmp(inner->message, "line ", 5) == 0 ? 5 : 0);
  for (; *at >= '0' && *at <= '9'; at++)
    line = line * 10 + (unsigned)(*at - '0');
  return policy__fail(error, status, line_offset(bytes, size, line), "%s", inner->message);
}

/* Reads a table into the draft. */
static policy_status read_table(policy__draft *draft, const char *bytes, size_t size, policy_error *error) {
  policy_buffer text = {.allocator = *draft->allocator};
  policy__cleaning cleaning = {0};
  policy_error inner = {.code = POLICY_OK};
  policy_status status = policy__utf8_clean(bytes, size, &text, NULL, &cleaning);
  if (status != POLICY_OK) {
    policy__fail_plain(error, status);
  } else if (cleaning.replaced > 0) {
    status = policy__fail(error, POLICY_ERROR_FORMAT, cleaning.first_bad, "line %lu: not UTF-8",
                          line_of(bytes, cleaning.first_bad));
  } else {
    status = policy__draft_read(draft, (policy_string){text.data != NULL ? text.data : "", text.size}, &inner);
    if (status != POLICY_OK) tell_line(error, status, &inner, bytes, size);
  }
  policy_buffer_free(&text);
  return status;
}

static bool is_shelf(const void *bytes, size_t size) {
  return size >= 8 && memcmp(bytes, POLICY__SHELF_MAGIC, 8) == 0;
}

/* Fills the gazetteer's buffer from a base and bytes of either kind. */
static policy_status make(policy_gazetteer *gazetteer, const void *bytes, size_t size,
                          const policy_gazetteer *base, const policy_limits *limits, policy_error *error) {
  policy__memory memory;
  policy__draft draft;
  policy__memory_init(&memory, &gazetteer->bytes.allocator, limits->memory);
  policy_status status = policy__draft_init(&draft, &memory.allocator, limits->entries, limits->tokens);
  if (status == POLICY_OK && base != NULL) status = policy__draft_import(&draft, policy__gazetteer_shelf(base));
  if (status != POLICY_OK) policy__fail_plain(error, status);
  if (status == POLICY_OK) status = read_table(&draft, bytes, size, error);
  if (status == POLICY_OK) {
    policy_error inner = {.code = POLICY_OK};
    status = policy__draft_compile(&draft, &gazetteer->bytes, &inner);
    if (status != POLICY_OK) tell_line(error, status, &inner, bytes, size);
  }
  if (status == POLICY_ERROR_NO_MEMORY) status = policy__memory_fail(&memory, error);
  policy__draft_free(&draft);
  return status;
}

static policy_status fill(policy_gazetteer *gazetteer, const void *bytes, size_t size,
                          const policy_gazetteer *base, const policy_limits *given, policy_error *error) {
  size_t more = base != NULL ? policy__shelf_size(policy__gazetteer_shelf(base)) : 0;
  policy_limits limits = policy__limits_fill(given, (uint64_t)size + more);
  if (size > limits.input)
    return policy__fail(error, POLICY_ERROR_LIMIT, limits.input, "the gazetteer is over the limit of input");
  if (!is_shelf(bytes, size)) return make(gazetteer, bytes, size, base, &limits, error);
  if (base != NULL)
    return policy__fail(error, POLICY_ERROR_ARGUMENT, 0, "only a table can be read on top of a base");
  policy_status status = policy__shelf_check(bytes, size, error);
  if (status != POLICY_OK) return status;
  status = policy_buffer_append(&gazetteer->bytes, bytes, size);
  return status == POLICY_OK ? status : policy__fail_plain(error, status);
}

static policy_gazetteer_options fill_options(const policy_gazetteer_options *given) {
  policy_gazetteer_options options = POLICY_GAZETTEER_OPTIONS_INIT;
  if (given != NULL) memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
  if (options.allocator == NULL) options.allocator = &policy__malloc_allocator;
  return options;
}

policy_gazetteer *policy_gazetteer_read(const void *bytes, size_t size, const policy_gazetteer_options *given,
                                        policy_error *error) {
  policy_gazetteer_options options = fill_options(given);
  if (bytes == NULL && size > 0) {
    policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
    return NULL;
  }
  policy_gazetteer *gazetteer = policy__allocate(options.allocator, sizeof *gazetteer);
  if (gazetteer == NULL) {
    policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
    return NULL;
  }
  memset(gazetteer, 0, sizeof *gazetteer);
  atomic_init(&gazetteer->references, 1);
  gazetteer->bytes.allocator = *options.allocator;
  if (fill(gazetteer, size > 0 ? bytes : "", size, options.base, options.limits, error) == POLICY_OK)
    return gazetteer;
  policy_gazetteer_unref(gazetteer);
  return NULL;
}

policy_gazetteer *policy_gazetteer_open(const char *path, const policy_gazetteer_options *given,
                                        policy_error *error) {
  policy_gazetteer_options options = fill_options(given);
  policy_gazetteer *gazetteer = NULL;
  if (path == NULL) {
    policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
    return NULL;
  }
  policy_buffer bytes = {.allocator = *options.allocator};
  bytes.ceiling = (size_t)policy__limits_fill(options.limits, 0).input;
  if (policy__file_read(path, &bytes, error) == POLICY_OK)
    gazetteer = policy_gazetteer_read(bytes.size > 0 ? bytes.data : "", bytes.size, &options, error);
  policy_buffer_free(&bytes);
  return gazetteer;
}

policy_status policy_gazetteer_save(const policy_gazetteer *gazetteer, policy_buffer *saved,
                                    policy_error *error) {
  if (gazetteer == NULL || saved == NULL) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  const unsigned char *shelf = policy__gazetteer_shelf(gazetteer);
  policy_status status = policy_buffer_append(saved, shelf, policy__shelf_size(shelf));
  return status == POLICY_OK ? status : policy__fail_plain(error, status);
}
