/* Lists of metadata: adding to them, copying them, and looking into them. */
#include <string.h>

#include "model/building.h"

/* ---- adding ---------------------------------------------------------------------------------------------- */

/* Pushes a record whose strings are kept; NULL with a status when that fails. */
static void *keep(policy_builder *builder, policy__array *list, const void *record, const size_t *strings, size_t count,
                  policy_status *status) {
  if ((*status = policy__array_reserve(list, 1)) != POLICY_OK) return NULL;
  char *item = policy__array_push(list, NULL);
  memcpy(item, record, list->item);
  for (size_t i = 0; i < count && *status == POLICY_OK; i++) {
    policy_string *string = (policy_string *)(void *)(item + strings[i]);
    *status = policy__keep_string(builder, *string, string);
  }
  if (*status == POLICY_OK) return item;
  list->count--;
  return NULL;
}

/* ADD(list, check, members...): the body of an add. */
#define ADD(list, check, ...)                                                                              \
  do {                                                                                                         \
    static const size_t strings[] = {__VA_ARGS__};                                                             \
    policy_status status;                                                                                      \
    if (builder == NULL || record == NULL) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);            \
    policy_document *document = builder->document;                                                             \
    if (keep(builder, &document->list, record, strings, sizeof strings / sizeof *strings, &status) == NULL)    \
      return policy__settle(builder, status, error);                                                           \
    status = check(document, (uint32_t)document->list.count - 1, error);                                       \
    return policy__settle_added(&document->list, status, n, error);                                            \
  } while (0)

policy_status policy_builder_add_contributor(policy_builder *builder, const policy_contributor_record *record,
                                             uint32_t *n, policy_error *error) {
  ADD(contributors, policy__check_contributor, offsetof(policy_contributor_record, name),
      offsetof(policy_contributor_record, affiliation));
}

policy_status policy_builder_add_date(policy_builder *builder, const policy_date_record *record, uint32_t *n,
                                      policy_error *error) {
  ADD(dates, policy__check_date, offsetof(policy_date_record, value),
      offsetof(policy_date_record, source));
}

policy_status policy_builder_add_identifier(policy_builder *builder, const policy_identifier_record *record,
                                            uint32_t *n, policy_error *error) {
  ADD(identifiers, policy__check_identifier, offsetof(policy_identifier_record, scheme),
      offsetof(policy_identifier_record, value));
}

policy_status policy_builder_add_subject(policy_builder *builder, const policy_subject_record *record, uint32_t *n,
                                         policy_error *error) {
  ADD(subjects, policy__check_subject, offsetof(policy_subject_record, scheme),
      offsetof(policy_subject_record, code), offsetof(policy_subject_record, label));
}

policy_status policy__copy_lists(policy_builder *builder, const policy_document *from) {
  policy_status status = POLICY_OK;
#define COPY(list, type, add)                                                       \
  for (size_t i = 0; i < from->list.count && status == POLICY_OK; i++)              \
  status = add(builder, POLICY__AT(&from->list, type, i), NULL, NULL)
  COPY(contributors, policy_contributor_record, policy_builder_add_contributor);
  COPY(dates, policy_date_record, policy_builder_add_date);
  COPY(identifiers, policy_identifier_record, policy_builder_add_identifier);
  COPY(subjects, policy_subject_record, policy_builder_add_subject);
#undef COPY
  return status;
}

/* ---- looking --------------------------------------------------------------------------------------------- */

/* The n-th record of a list; NULL: there is none. */
#define RECORD(list, type) \
  (document != NULL && n < document->list.count ? (const type *)POLICY__AT(&document->list, type, n) : NULL)

#define COUNT(name, list)                                                  \
  uint32_t policy_document_##name##_count(const policy_document *document) { \
    return document != NULL ? (uint32_t)document->list.count : 0;          \
  }

#define STRING(name, list, member)                                                           \
  policy_string policy_document_##name##_##member(const policy_document *document, uint32_t n) { \
    const policy_##name##_record *record = RECORD(list, policy_##name##_record);             \
    return record != NULL ? record->member : (policy_string){"", 0};                         \
  }

COUNT(contributor, contributors)
STRING(contributor, contributors, name)
STRING(contributor, contributors, affiliation)
COUNT(date, dates)
STRING(date, dates, value)
STRING(date, dates, source)
COUNT(identifier, identifiers)
STRING(identifier, identifiers, scheme)
STRING(identifier, identifiers, value)
COUNT(subject, subjects)
STRING(subject, subjects, scheme)
STRING(subject, subjects, code)
STRING(subject, subjects, label)

policy_contributor_role policy_document_contributor_role(const policy_document *document, uint32_t n) {
  const policy_contributor_record *record = RECORD(contributors, policy_contributor_record);
  return record != NULL ? record->role : POLICY_CONTRIBUTOR_AUTHOR;
}

policy_date_kind policy_document_date_kind(const policy_document *document, uint32_t n) {
  const policy_date_record *record = RECORD(dates, policy_date_record);
  return record != NULL ? record->kind : POLICY_DATE_PUBLISHED;
}
