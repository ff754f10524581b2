/* The parts of a policy-document, each from its JSON object into the builder. */
#include <float.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/equal.h"
#include "write/json_reader.h"

typedef policy__json_reader reader_t;

static bool is_good(const reader_t *reader) {
  return reader->place.status == POLICY_OK;
}

/* Takes over what the builder says of the part that it was given. */
static void settle(reader_t *reader, policy_status status) {
  policy__json_fail(&reader->place, status, &reader->why);
}

static json_t *list_of(reader_t *reader, const json_t *object, const char *key) {
  return policy__json_member(&reader->place, object, key, JSON_ARRAY, false);
}

/* Empties the list of records, for those of `size` bytes. */
static policy__array *fresh_items(reader_t *reader, size_t size) {
  policy__array *items = &reader->items;
  if (items->item != size) {
    policy__array_free(items);
    policy__array_init(items, items->allocator, size, UINT32_MAX);
  }
  items->count = 0;
  return items;
}

/* ---- blocks --------------------------------------------------------------------------------------------- */

static policy_box read_box(reader_t *reader, const json_t *object) {
  const json_t *list = list_of(reader, object, "box");
  float sides[4] = {0, 0, 0, 0};
  if (list == NULL) return (policy_box){0, 0, 0, 0};
  bool fits = json_array_size(list) == 4;
  for (size_t i = 0; fits && i < 4; i++) {
    const json_t *side = json_array_get(list, i);
    double value = json_number_value(side);
    fits = json_is_number(side) && value >= -(double)FLT_MAX && value <= (double)FLT_MAX;
    if (fits) sides[i] = (float)value;
  }
  if (!fits) policy__json_refuse(&reader->place, "box", "not [left, top, width, height]");
  return (policy_box){sides[0], sides[1], sides[2], sides[3]};
}

void policy__json_read_block(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"id", "kind", "level", "span", "page", "box", "place", "language",
                                      "language_confidence", "part", "number", "speaker", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  policy_block_record record = {
      .kind = (policy_block_kind)policy__json_word(place, object, "kind", POLICY__BLOCK_KIND, true),
      .level = (uint32_t)policy__json_number(place, object, "level", UINT32_MAX, 0),
      .span = policy__json_span(reader, object, "span", true),
      .page = (uint32_t)policy__json_number(place, object, "page", UINT32_MAX, 0),
      .box = read_box(reader, object),
      .place = policy__json_string(place, object, "place", false),
      .language = policy__json_string(place, object, "language", false),
      .language_confidence = policy__json_confidence(reader, object, "language_confidence"),
      .part = (policy_block_part)policy__json_word(place, object, "part", POLICY__BLOCK_PART, false),
      .number = policy__json_string(place, object, "number", false),
      .speaker = policy__json_string(place, object, "speaker", false)};
  if (is_good(reader)) settle(reader, policy_builder_add_block(reader->builder, &record, NULL, &reader->why));
}

/* ---- pages and lines ------------------------------------------------------------------------------------- */

/* A length in points; 0 when it is absent. */
static float read_length(reader_t *reader, const json_t *object, const char *key) {
  const json_t *value = json_object_get(object, key);
  if (value == NULL) return 0;
  double length = json_number_value(value);
  bool fits = json_is_number(value) && length >= 0 && length <= (double)FLT_MAX;
  if (!fits) policy__json_refuse(&reader->place, key, "not a length in points");
  return fits ? (float)length : 0;
}

void policy__json_read_page(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"width", "height", NULL};
  if (!policy__json_check_members(&reader->place, object, known)) return;
  float width = read_length(reader, object, "width"), height = read_length(reader, object, "height");
  if (is_good(reader)) settle(reader, policy_builder_add_page(reader->builder, width, height, &reader->why));
}

void policy__json_read_line(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"span", "page", "box", "size", "bold", "italic", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  policy_line_record record = {.span = policy__json_span(reader, object, "span", true),
                               .page = (uint32_t)policy__json_number(place, object, "page", UINT32_MAX, 0),
                               .box = read_box(reader, object),
                               .size = read_length(reader, object, "size"),
                               .bold = policy__json_flag(place, object, "bold"),
                               .italic = policy__json_flag(place, object, "italic")};
  if (is_good(reader)) settle(reader, policy_builder_add_line(reader->builder, &record, NULL, &reader->why));
}

/* ---- sentences and tokens ------------------------------------------------------------------------------- */

static void read_token(reader_t *reader, const json_t *object, size_t count) {
  static const char *const known[] = {"span", "form",   "lemma",  "upos", "xpos", "feats",
                                      "head", "deprel", "joined", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  policy_token_record *record = policy__json_push(reader, &reader->items);
  if (record == NULL) return;
  *record = (policy_token_record){
      .span = policy__json_span(reader, object, "span", true),
      .form = policy__json_string(place, object, "form", false),
      .lemma = policy__json_string(place, object, "lemma", false),
      .upos = (policy_upos)policy__json_word(place, object, "upos", POLICY__UPOS, false),
      .xpos = policy__json_string(place, object, "xpos", false),
      .features = policy__json_string(place, object, "feats", false),
      .relation = policy__json_string(place, object, "deprel", false),
      .head = (uint32_t)policy__json_number(place, object, "head", count - 1, POLICY_NONE),
      .joined = policy__json_flag(place, object, "joined")};
}

void policy__json_read_sentence(reader_t *reader, const json_t *span, const json_t *tokens, size_t n) {
  policy__json_place *place = &reader->place;
  const policy__array *items = fresh_items(reader, sizeof(policy_token_record));
  policy__json_enter(place, "sentences");
  policy__json_enter_item(place, n);
  policy_span range = policy__json_span_of(reader, span, NULL);
  policy__json_leave(place);
  policy__json_leave(place);
  policy__json_enter(place, "tokens");
  policy__json_enter_item(place, n);
  if (is_good(reader) && tokens != NULL && !json_is_array(tokens))
    policy__json_refuse(place, NULL, "not a list");
  size_t count = json_array_size(tokens);
  for (size_t i = 0; i < count && is_good(reader); i++) {
    policy__json_enter_item(place, i);
    read_token(reader, json_array_get(tokens, i), count);
    policy__json_leave(place);
  }
  policy__json_leave(place);
  policy__json_leave(place);
  if (is_good(reader))
    settle(reader, policy_builder_add_sentence(reader->builder, range, items->items, (uint32_t)items->count,
                                               NULL, &reader->why));
}

/* ---- actors --------------------------------------------------------------------------------------------- */

static int compare_codes(const void *a, const void *b) {
  return strcmp(((const policy_code_record *)a)->scheme.data, ((const policy_code_record *)b)->scheme.data);
}

static void read_codes(reader_t *reader, const json_t *object) {
  json_t *codes = policy__json_member(&reader->place, object, "codes", JSON_OBJECT, false);
  reader->codes.count = 0;
  policy__json_enter(&reader->place, "codes");
  for (void *at = json_object_iter(codes); at != NULL; at = json_object_iter_next(codes, at)) {
    const char *scheme = json_object_iter_key(at);
    policy_string value = policy__json_string(&reader->place, codes, scheme, true);
    policy_code_record *code = policy__json_push(reader, &reader->codes);
    if (code == NULL) break;
    *code = (policy_code_record){{scheme, strlen(scheme)}, value};
  }
  policy__json_leave(&reader->place);
  if (reader->codes.count > 1)
    qsort(reader->codes.items, reader->codes.count, sizeof(policy_code_record), compare_codes);
}

/* Calls `read` for every item of a list. */
static void each(reader_t *reader, const json_t *object, const char *key,
                 void (*read)(reader_t *, const json_t *)) {
  const json_t *list = list_of(reader, object, key);
  policy__json_enter(&reader->place, key);
  for (size_t i = 0; i < json_array_size(list) && is_good(reader); i++) {
    policy__json_enter_item(&reader->place, i);
    read(reader, json_array_get(list, i));
    policy__json_leave(&reader->place);
  }
  policy__json_leave(&reader->place);
}

static void read_mention(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"span", "form", NULL};
  if (!policy__json_check_members(&reader->place, object, known)) return;
  policy_mention_record *record = policy__json_push(reader, &reader->items);
  if (record == NULL) return;
  record->span = policy__json_span(reader, object, "span", true);
  record->form =
      (policy_mention_form)policy__json_word(&reader->place, object, "form", POLICY__MENTION_FORM, true);
}

void policy__json_read_actor(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"id", "name", "kind", "codes", "mentions", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  const policy__array *mentions = fresh_items(reader, sizeof(policy_mention_record));
  policy_actor_record record = {
      .name = policy__json_string(place, object, "name", true),
      .kind = (policy_actor_kind)policy__json_word(place, object, "kind", POLICY__ACTOR_KIND, true)};
  read_codes(reader, object);
  each(reader, object, "mentions", read_mention);
  record.codes = reader->codes.items;
  record.code_count = (uint32_t)reader->codes.count;
  record.mentions = mentions->items;
  record.mention_count = (uint32_t)mentions->count;
  if (is_good(reader)) settle(reader, policy_builder_add_actor(reader->builder, &record, NULL, &reader->why));
}

/* ---- components ----------------------------------------------------------------------------------------- */

/* The words of a component with a span are those of the text; a file that says otherwise counts its spans in
   something else than code points. */
static void check_words(reader_t *reader, policy_span span, policy_string words) {
  policy_string slice = policy_document_slice(reader->document, span);
  if (words.size == 0 || policy__equal(words, slice)) return;
  policy__json_refuse(&reader->place, "text", "not the words of the span");
}

/* Adds one component; its place in the list. */
static uint32_t read_component(reader_t *reader, const json_t *object, policy_role role, uint32_t parent) {
  static const char *const known[] = {"span", "text", "inferred", "actor", "statement", "properties", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return POLICY_NONE;
  policy_component_record *record = policy__json_push(reader, &reader->components);
  if (record == NULL) return POLICY_NONE;
  *record = (policy_component_record){
      .role = role,
      .span = policy__json_span(reader, object, "span", false),
      .text = policy__json_string(place, object, "text", false),
      .inferred = policy__json_flag(place, object, "inferred"),
      .actor = policy__json_reference(reader, object, "actor", POLICY__IDS_ACTORS, false),
      .parent = parent,
      .statement = policy__json_reference(reader, object, "statement", POLICY__IDS_STATEMENTS, false)};
  if (record->span.begin < record->span.end) {
    check_words(reader, record->span, record->text);
    record->text = (policy_string){"", 0};
  }
  return (uint32_t)reader->components.count - 1;
}

/* Opens the properties of a component, if it has any. */
static void open_properties(reader_t *reader, const json_t *component, uint32_t parent) {
  const json_t *list = list_of(reader, component, "properties");
  if (list == NULL) return;
  struct policy__json_level *level = policy__json_push(reader, &reader->levels);
  if (level != NULL) *level = (struct policy__json_level){list, 0, parent};
}

/* Adds the components of a list and their properties, each behind what it qualifies. The place is that of the
   list. */
static void read_levels(reader_t *reader, policy_role role) {
  policy__json_place *place = &reader->place;
  policy__array *levels = &reader->levels;
  while (is_good(reader) && levels->count > 0) {
    size_t open = levels->count;
    struct policy__json_level *level = POLICY__AT(levels, struct policy__json_level, open - 1);
    if (level->next < json_array_size(level->list)) {
      const json_t *item = json_array_get(level->list, level->next);
      policy__json_enter_item(place, level->next++);
      open_properties(reader, item, read_component(reader, item, role, level->parent));
      if (levels->count > open) policy__json_enter(place, "properties");
      else policy__json_leave(place);
    } else if (--levels->count > 0) {
      policy__json_leave(place);
      policy__json_leave(place);
    }
  }
}

static void read_components(reader_t *reader, const json_t *object, policy_role role) {
  const char *key = policy__name(POLICY__ROLE, (int)role);
  const json_t *list = list_of(reader, object, key);
  if (list == NULL) return;
  reader->levels.count = 0;
  policy__json_enter(&reader->place, key);
  struct policy__json_level *level = policy__json_push(reader, &reader->levels);
  if (level != NULL) *level = (struct policy__json_level){list, 0, POLICY_NONE};
  read_levels(reader, role);
  policy__json_leave(&reader->place);
}

/* A role that a statement has once: an object, no list. */
static void read_single(reader_t *reader, const json_t *object, policy_role role) {
  const char *key = policy__name(POLICY__ROLE, (int)role);
  const json_t *item = policy__json_member(&reader->place, object, key, JSON_OBJECT, false);
  if (item == NULL) return;
  reader->levels.count = 0;
  policy__json_enter(&reader->place, key);
  open_properties(reader, item, read_component(reader, item, role, POLICY_NONE));
  policy__json_enter(&reader->place, "properties");
  read_levels(reader, role);
  policy__json_leave(&reader->place);
  policy__json_leave(&reader->place);
}

static bool is_single(policy_role role) {
  return role == POLICY_ROLE_DEONTIC || role == POLICY_ROLE_AIM || role == POLICY_ROLE_MODAL ||
         role == POLICY_ROLE_FUNCTION;
}

/* ---- statements and recommendations --------------------------------------------------------------------- */

/* What a statement is in IG Script follows from its components, so "ig_script" is not read. */
void policy__json_read_statement(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"id",
                                      "sentence",
                                      "span",
                                      "type",
                                      "negated",
                                      "attributes",
                                      "deontic",
                                      "aim",
                                      "direct_objects",
                                      "indirect_objects",
                                      "activation_conditions",
                                      "execution_constraints",
                                      "or_else",
                                      "entities",
                                      "modal",
                                      "function",
                                      "properties",
                                      "ig_script",
                                      NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  uint32_t sentences = policy_document_sentence_count(reader->document);
  policy_statement_record record = {
      .type = (policy_statement_type)policy__json_word(place, object, "type", POLICY__STATEMENT_TYPE, true),
      .span = policy__json_span(reader, object, "span", true),
      .sentence = (uint32_t)policy__json_number(place, object, "sentence", UINT32_MAX - 1, POLICY_NONE),
      .negated = policy__json_flag(place, object, "negated")};
  if (record.sentence != POLICY_NONE && record.sentence >= sentences)
    policy__json_refuse(place, "sentence", "there are only %lu sentences", (unsigned long)sentences);
  reader->components.count = 0;
  for (policy_role role = POLICY_ROLE_ATTRIBUTE; role <= POLICY_ROLE_PROPERTY; role++) {
    if (is_single(role)) read_single(reader, object, role);
    else read_components(reader, object, role);
  }
  (void)policy__json_string(place, object, "ig_script", false);
  record.components = reader->components.items;
  record.component_count = (uint32_t)reader->components.count;
  if (is_good(reader))
    settle(reader, policy_builder_add_statement(reader->builder, &record, NULL, &reader->why));
}

/* Appends the actors of a list to `numbers`; how many. */
static uint32_t read_party(reader_t *reader, const json_t *object, policy_party party) {
  const char *key = policy__name(POLICY__PARTY, (int)party);
  const json_t *list = list_of(reader, object, key);
  policy__json_enter(&reader->place, key);
  for (size_t i = 0; i < json_array_size(list) && is_good(reader); i++) {
    const json_t *id = json_array_get(list, i);
    uint32_t *number = policy__json_push(reader, &reader->numbers);
    if (number == NULL) break;
    policy__json_enter_item(&reader->place, i);
    *number = policy__json_reference_of(reader, id, NULL, POLICY__IDS_ACTORS);
    policy__json_leave(&reader->place);
  }
  policy__json_leave(&reader->place);
  return (uint32_t)json_array_size(list);
}

static void read_parties(reader_t *reader, const json_t *object, policy_recommendation_record *record) {
  reader->numbers.count = 0;
  for (int party = 0; party < 4; party++)
    record->parties[party].count = read_party(reader, object, (policy_party)party);
  const uint32_t *ids = reader->numbers.items;
  for (int party = 0; party < 4 && is_good(reader) && ids != NULL; party++) {
    record->parties[party].ids = ids;
    ids += record->parties[party].count;
  }
}

double policy__json_confidence(reader_t *reader, const json_t *object, const char *key) {
  const json_t *value = policy__json_member(&reader->place, object, key, JSON_REAL, false);
  if (value == NULL) return 0;
  double confidence = json_number_value(value);
  if (confidence >= 0 && confidence <= 1) return confidence;
  policy__json_refuse(&reader->place, key, "not from 0 to 1");
  return 0;
}

void policy__json_read_recommendation(reader_t *reader, const json_t *object) {
  static const char *const known[] = {
      "id",         "statement",          "span",        "source",  "speaker",       "force",
      "addressees", "addressee_implicit", "partners",    "targets", "beneficiaries", "purposes",
      "reasons",    "instrument",         "specificity", "topic",   "status",        "confidence",
      "label",      "deadline",           "why",         NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  policy_recommendation_record record = {
      .statement = policy__json_reference(reader, object, "statement", POLICY__IDS_STATEMENTS, false),
      .span = policy__json_span(reader, object, "span", true),
      .voice = (policy_voice)policy__json_word(place, object, "source", POLICY__VOICE, true),
      .speaker = policy__json_reference(reader, object, "speaker", POLICY__IDS_ACTORS, false),
      .force = (policy_force)policy__json_word(place, object, "force", POLICY__FORCE, true),
      .addressee_implicit = policy__json_flag(place, object, "addressee_implicit"),
      .instrument = policy__json_string(place, object, "instrument", false),
      .specificity = (uint32_t)policy__json_number(place, object, "specificity", 5, 0),
      .topic = policy__json_string(place, object, "topic", false),
      .status = policy__json_string(place, object, "status", false),
      .confidence = policy__json_confidence(reader, object, "confidence"),
      .label = policy__json_string(place, object, "label", false),
      .deadline = policy__json_string(place, object, "deadline", false),
      .why = policy__json_string(place, object, "why", false)};
  read_parties(reader, object, &record);
  reader->components.count = 0;
  read_components(reader, object, POLICY_ROLE_PURPOSE);
  read_components(reader, object, POLICY_ROLE_REASON);
  record.components = reader->components.items;
  record.component_count = (uint32_t)reader->components.count;
  if (is_good(reader))
    settle(reader, policy_builder_add_recommendation(reader->builder, &record, NULL, &reader->why));
}

/* ---- times, citations, events, relations, causal claims, warnings -------------------------------------------------- */

void policy__json_read_time(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"span", "type", "value", "deadline", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  policy_time_record record = {
      .span = policy__json_span(reader, object, "span", true),
      .type = (policy_time_type)policy__json_word(place, object, "type", POLICY__TIME_TYPE, true),
      .value = policy__json_string(place, object, "value", false),
      .deadline = policy__json_flag(place, object, "deadline")};
  if (is_good(reader)) settle(reader, policy_builder_add_time(reader->builder, &record, NULL, &reader->why));
}

void policy__json_read_citation(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"span", "kind", "scheme", "value", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  policy_citation_record record = {
      .span = policy__json_span(reader, object, "span", true),
      .kind = (policy_citation_kind)policy__json_word(place, object, "kind", POLICY__CITATION_KIND, true),
      .scheme = policy__json_string(place, object, "scheme", false),
      .value = policy__json_string(place, object, "value", false)};
  if (is_good(reader)) settle(reader, policy_builder_add_citation(reader->builder, &record, NULL, &reader->why));
}

static void read_participant(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"actor", "role", NULL};
  if (!policy__json_check_members(&reader->place, object, known)) return;
  policy_participant_record *record = policy__json_push(reader, &reader->items);
  if (record == NULL) return;
  record->actor = policy__json_reference(reader, object, "actor", POLICY__IDS_ACTORS, true);
  record->role = policy__json_string(&reader->place, object, "role", false);
}

void policy__json_read_event(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"id", "span", "kind", "status", "date", "participants", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  const policy__array *participants = fresh_items(reader, sizeof(policy_participant_record));
  policy_event_record record = {
      .span = policy__json_span(reader, object, "span", true),
      .kind = policy__json_string(place, object, "kind", false),
      .status = (policy_event_status)policy__json_word(place, object, "status", POLICY__EVENT_STATUS, true),
      .date = policy__json_string(place, object, "date", false)};
  each(reader, object, "participants", read_participant);
  record.participants = participants->items;
  record.participant_count = (uint32_t)participants->count;
  if (is_good(reader)) settle(reader, policy_builder_add_event(reader->builder, &record, NULL, &reader->why));
}

void policy__json_read_relation(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"from", "to", "kind", "sign", "span", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  policy_relation_record record = {
      .from = policy__json_reference(reader, object, "from", POLICY__IDS_ACTORS, true),
      .to = policy__json_reference(reader, object, "to", POLICY__IDS_ACTORS, true),
      .kind = policy__json_string(place, object, "kind", true),
      .sign = (policy_sign)policy__json_word(place, object, "sign", POLICY__SIGN, true),
      .span = policy__json_span(reader, object, "span", false)};
  if (is_good(reader))
    settle(reader, policy_builder_add_relation(reader->builder, &record, NULL, &reader->why));
}

void policy__json_read_causal(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"cause", "effect", "sign", "marker", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  policy_causal_record record = {.cause = policy__json_span(reader, object, "cause", true),
                                 .effect = policy__json_span(reader, object, "effect", true),
                                 .marker = policy__json_span(reader, object, "marker", false),
                                 .sign =
                                     (policy_sign)policy__json_word(place, object, "sign", POLICY__SIGN, true)};
  if (is_good(reader)) settle(reader, policy_builder_add_causal(reader->builder, &record, NULL, &reader->why));
}

/* Whether the builder has found it itself in the text, so that it would be there twice. */
static bool is_own_warning(const reader_t *reader, policy_string code, policy_string message) {
  for (uint32_t i = 0; i < reader->own_warnings; i++) {
    policy_warning own = policy_document_warning(reader->document, i);
    if (strcmp(policy_warning_code(own).data, code.data) == 0 &&
        strcmp(policy_warning_message(own).data, message.data) == 0)
      return true;
  }
  return false;
}

void policy__json_read_warning(reader_t *reader, const json_t *object) {
  static const char *const known[] = {"code", "message", "span", NULL};
  policy__json_place *place = &reader->place;
  if (!policy__json_check_members(place, object, known)) return;
  policy_string code = policy__json_string(place, object, "code", false);
  policy_string message = policy__json_string(place, object, "message", false);
  policy_span span = policy__json_span(reader, object, "span", false);
  if (is_good(reader) && !is_own_warning(reader, code, message))
    settle(reader, policy_builder_add_warning(reader->builder, code.data, message.data, span, &reader->why));
}
