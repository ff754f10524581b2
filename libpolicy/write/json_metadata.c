/* The lists of metadata of a policy-document, each item from its JSON object into the builder. */
#include "write/json_reader.h"

typedef policy__json_reader reader_t;

static void settle(reader_t *reader, policy_status status) {
  policy__json_fail(&reader->place, status, &reader->why);
}

void policy__json_read_contributor(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"role", "name", "affiliation", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  const policy_contributor_record record = {
      .role = (policy_contributor_role)policy__json_word(place, object, "role", POLICY__CONTRIBUTOR_ROLE, true),
      .name = policy__json_string(place, object, "name", true),
      .affiliation = policy__json_string(place, object, "affiliation", false)};
  if (place->status == POLICY_OK)
    settle(reader, policy_builder_add_contributor(reader->builder, &record, NULL, &reader->why));
}

void policy__json_read_date(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"kind", "value", "source", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  const policy_date_record record = {
      .kind = (policy_date_kind)policy__json_word(place, object, "kind", POLICY__DATE_KIND, true),
      .value = policy__json_string(place, object, "value", true),
      .source = policy__json_string(place, object, "source", false)};
  if (place->status == POLICY_OK)
    settle(reader, policy_builder_add_date(reader->builder, &record, NULL, &reader->why));
}

void policy__json_read_identifier(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"scheme", "value", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  const policy_identifier_record record = {.scheme = policy__json_string(place, object, "scheme", true),
                                           .value = policy__json_string(place, object, "value", true)};
  if (place->status == POLICY_OK)
    settle(reader, policy_builder_add_identifier(reader->builder, &record, NULL, &reader->why));
}

void policy__json_read_subject(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"scheme", "code", "label", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  const policy_subject_record record = {.scheme = policy__json_string(place, object, "scheme", false),
                                        .code = policy__json_string(place, object, "code", false),
                                        .label = policy__json_string(place, object, "label", false)};
  if (place->status == POLICY_OK)
    settle(reader, policy_builder_add_subject(reader->builder, &record, NULL, &reader->why));
}
