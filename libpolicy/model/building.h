/* A builder from inside, and the steps that all adding shares. */
#ifndef POLICY_MODEL_BUILDING_H
#define POLICY_MODEL_BUILDING_H

#include "base/status.h"
#include "model/model.h"

/* The last warning, which counts those over the limit: its code, and its message after the number. A document
   that is copied, or read again, goes on counting from there. */
#define POLICY__MORE_WARNINGS "more-warnings"
#define POLICY__MORE_WARNINGS_TEXT " more warnings"

struct policy_builder {
  policy_document *document;
  policy__table strings;     /* number in document->strings by string */
  policy_buffer scratch;     /* for cleaning strings */
  uint32_t next_block;       /* the first block that does not end before the last sentence */
  uint64_t warnings_dropped; /* over the limit */
  bool (*progress)(void *context, double done); /* or NULL */
  void *context;
  double from, to; /* the stage's share of the work */
  uint32_t pulses; /* since the beginning */
};

/* The end of every call: `status` with words in `error` (a ceiling of memory told from want of it, a list's
   ceiling named as one). */
policy_status policy__settle(const policy_builder *builder, policy_status status, policy_error *error);

/* The result of the check of something just added: a broken rule becomes POLICY_ERROR_ARGUMENT. */
policy_status policy__settle_check(policy_status status, policy_error *error);

/* Keeps a string in the document's arena, made valid UTF-8 in NFC. */
policy_status policy__keep_string(policy_builder *builder, policy_string string, policy_string *kept);

/* Keeps a string of a token: its number in document->strings. */
policy_status policy__keep_pooled(policy_builder *builder, policy_string string, uint32_t *number);

/* The end of every add: checks what was pushed last onto `list`, takes it off when it breaks a rule, or tells its id. */
policy_status policy__settle_added(policy__array *list, policy_status checked, uint32_t *id, policy_error *error);

/* Adds what another document's lists of metadata hold. */
policy_status policy__copy_lists(policy_builder *builder, const policy_document *from);

policy_status policy__keep_warning(policy_builder *builder, const char *code, const char *message,
                                   policy_span span);

#endif
