/* Members of JSON objects as typed values, refused with their place when they are not what they should be. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "write/json.h"

/* ---- the place ------------------------------------------------------------------------------------------ */

static void enter(policy__json_place *place, const char *key, size_t item) {
  if (place->depth < POLICY__JSON_PATH) place->path[place->depth] = (struct policy__json_step){key, item};
  place->depth++;
}

void policy__json_enter(policy__json_place *place, const char *key) {
  enter(place, key, 0);
}

void policy__json_enter_item(policy__json_place *place, size_t item) {
  enter(place, NULL, item);
}

void policy__json_leave(policy__json_place *place) {
  place->depth--;
}

/* ---- failures ------------------------------------------------------------------------------------------- */

typedef struct line {
  char text[POLICY_MESSAGE_SIZE];
  size_t size;
} line;

static void add(line *out, const char *format, va_list arguments) POLICY__PRINTF(2, 0);

static void add(line *out, const char *format, va_list arguments) {
  int more = vsnprintf(out->text + out->size, sizeof out->text - out->size, format, arguments);
  if (more > 0) out->size += (size_t)more;
  if (out->size >= sizeof out->text) out->size = sizeof out->text - 1;
}

static void add_format(line *out, const char *format, ...) POLICY__PRINTF(2, 3);

static void add_format(line *out, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  add(out, format, arguments);
  va_end(arguments);
}

/* "/actors/3/kind"; "/" for the whole. */
static void add_path(line *out, const policy__json_place *place, const char *key) {
  for (uint32_t i = 0; i < place->depth && i < POLICY__JSON_PATH; i++) {
    const struct policy__json_step *step = &place->path[i];
    if (step->key != NULL) add_format(out, "/%s", step->key);
    else add_format(out, "/%zu", step->item);
  }
  if (place->depth > POLICY__JSON_PATH) add_format(out, "/...");
  if (key != NULL) add_format(out, "/%s", key);
  if (out->size == 0) add_format(out, "/");
}

void policy__json_refuse(policy__json_place *place, const char *key, const char *format, ...) {
  if (place->status != POLICY_OK) return;
  line out = {.size = 0};
  va_list arguments;
  add_path(&out, place, key);
  add_format(&out, ": ");
  va_start(arguments, format);
  add(&out, format, arguments);
  va_end(arguments);
  policy__json_tame(out.text);
  place->status = policy__fail(place->error, POLICY_ERROR_FORMAT, 0, "%s", out.text);
}

/* The builder says "actors[3]: no name"; the path is "/actors/3: no name". */
static void refuse_part(policy__json_place *place, const char *message) {
  const char *open = strchr(message, '['), *close = strstr(message, "]: ");
  if (open == NULL || close == NULL || close < open) {
    policy__json_refuse(place, NULL, "%s", message);
    return;
  }
  place->status = policy__fail(place->error, POLICY_ERROR_FORMAT, 0, "/%.*s/%.*s%s", (int)(open - message),
                               message, (int)(close - open - 1), open + 1, close + 1);
}

void policy__json_fail(policy__json_place *place, policy_status status, const policy_error *error) {
  if (place->status != POLICY_OK || status == POLICY_OK) return;
  if (status == POLICY_ERROR_ARGUMENT || status == POLICY_ERROR_CORRUPT) refuse_part(place, error->message);
  else place->status = policy__fail(place->error, status, error->offset, "%s", error->message);
}

/* ---- members -------------------------------------------------------------------------------------------- */

static bool is_known(const char *key, const char *const *known) {
  for (; *known != NULL; known++)
    if (strcmp(key, *known) == 0) return true;
  return false;
}

bool policy__json_check_members(policy__json_place *place, const json_t *object, const char *const *known) {
  if (place->status != POLICY_OK) return false;
  if (!json_is_object(object)) {
    policy__json_refuse(place, NULL, "not an object");
    return false;
  }
  json_t *members = (json_t *)(uintptr_t)object; /* jansson iterates over what it could change */
  for (void *at = json_object_iter(members); at != NULL; at = json_object_iter_next(members, at)) {
    const char *key = json_object_iter_key(at);
    if (is_known(key, known)) continue;
    policy__json_refuse(place, NULL, "unknown member \"%.40s\"", key);
    return false;
  }
  return true;
}

static const char *type_name(json_type type) {
  switch (type) {
    case JSON_OBJECT: return "an object";
    case JSON_ARRAY: return "a list";
    case JSON_STRING: return "a string";
    case JSON_INTEGER: return "an integer";
    case JSON_REAL: return "a number";
    case JSON_TRUE:
    case JSON_FALSE: return "true or false";
    case JSON_NULL: return "null";
  }
  return "";
}

/* JSON_REAL stands for every number, JSON_TRUE for both truth values. */
static bool is_of(const json_t *value, json_type type) {
  if (type == JSON_REAL) return json_is_number(value);
  if (type == JSON_TRUE) return json_is_boolean(value);
  return json_typeof(value) == type;
}

json_t *policy__json_member(policy__json_place *place, const json_t *object, const char *key, json_type type,
                            bool needed) {
  if (place->status != POLICY_OK) return NULL;
  json_t *value = json_object_get(object, key);
  if (value == NULL) {
    if (needed) policy__json_refuse(place, NULL, "no \"%s\"", key);
    return NULL;
  }
  if (is_of(value, type)) return value;
  policy__json_refuse(place, key, "not %s", type_name(type));
  return NULL;
}

policy_string policy__json_text(const json_t *string) {
  return (policy_string){json_string_value(string), json_string_length(string)};
}

policy_string policy__json_string(policy__json_place *place, const json_t *object, const char *key,
                                  bool needed) {
  const json_t *value = policy__json_member(place, object, key, JSON_STRING, needed);
  return value != NULL ? policy__json_text(value) : (policy_string){"", 0};
}

uint64_t policy__json_number(policy__json_place *place, const json_t *object, const char *key, uint64_t most,
                             uint64_t absent) {
  const json_t *value = policy__json_member(place, object, key, JSON_INTEGER, false);
  if (value == NULL) return absent;
  json_int_t number = json_integer_value(value);
  if (number >= 0 && (uint64_t)number <= most) return (uint64_t)number;
  policy__json_refuse(place, key, "not from 0 to %llu", (unsigned long long)most);
  return absent;
}

bool policy__json_flag(policy__json_place *place, const json_t *object, const char *key) {
  const json_t *value = policy__json_member(place, object, key, JSON_TRUE, false);
  return json_is_true(value);
}

int policy__json_word(policy__json_place *place, const json_t *object, const char *key,
                      policy__enumeration enumeration, bool needed) {
  const json_t *value = policy__json_member(place, object, key, JSON_STRING, needed);
  if (value == NULL) return 0;
  int word = policy__value(enumeration, policy__json_text(value));
  if (word < 0) policy__json_refuse(place, key, "unknown word \"%.40s\"", json_string_value(value));
  return word < 0 ? 0 : word;
}
