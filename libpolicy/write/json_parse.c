/* From bytes to a tree of jansson's values. jansson's own reader goes on after it got no memory, drops bytes of
   strings or aborts, so this one stands in its place: RFC 8259, members once, no NUL, no recursion. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "text/utf8.h"
#include "write/json.h"

/* Bytes that jansson takes, measured on 64-bit machines and rounded up. */
enum { COST_OBJECT = 352, COST_ARRAY = 224, COST_MEMBER = 112, COST_VALUE = 64 };

typedef struct parser {
  const char *bytes;
  size_t size, at;
  uint64_t cost, memory; /* of the tree so far; the most it may have */
  uint32_t depth;        /* the most */
  json_t *root;
  policy__array open;   /* of json_t *: containers, borrowed from the tree */
  policy_buffer string; /* the last one read */
  policy_buffer key;
  policy_status status;
  policy_error *error;
} parser;

/* ---- failures ------------------------------------------------------------------------------------------- */

static void refuse(parser *p, const char *what) {
  if (p->status != POLICY_OK) return;
  size_t line = 1, column = 1;
  for (size_t i = 0; i < p->at; i++) {
    column = p->bytes[i] == '\n' ? 1 : column + policy__utf8_is_boundary(p->bytes[i]);
    line += p->bytes[i] == '\n';
  }
  p->status = policy__fail(p->error, POLICY_ERROR_FORMAT, p->at, "bad JSON in line %zu, column %zu: %s", line,
                           column, what);
}

static void fail(parser *p, policy_status status) {
  if (status != POLICY_OK && p->status == POLICY_OK) p->status = policy__fail_plain(p->error, status);
}

static void charge(parser *p, uint64_t cost) {
  p->cost += cost;
  if (p->cost <= p->memory || p->status != POLICY_OK) return;
  p->status = policy__fail(p->error, POLICY_ERROR_LIMIT, p->at, "the JSON needs more than %llu bytes of memory",
                           (unsigned long long)p->memory);
}

/* ---- strings -------------------------------------------------------------------------------------------- */

/* The length of the well-formed character at `at`, or 0. */
static size_t character(const char *at, size_t size) {
  unsigned char lead = (unsigned char)*at;
  size_t need = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if ((lead >= 0x80 && lead < 0xC2) || lead > 0xF4 || need > size) return 0;
  for (size_t i = 1; i < need; i++)
    if (policy__utf8_is_boundary(at[i])) return 0;
  uint32_t c = policy__utf8_next(&at);
  bool bad =
      (need == 3 && (c < 0x800 || (c >= 0xD800 && c < 0xE000))) || (need == 4 && (c < 0x10000 || c > 0x10FFFF));
  return bad ? 0 : need;
}

/* Behind the characters from `at` on that stand for themselves. */
static size_t skip_plain(const parser *p, size_t at) {
  while (at < p->size && p->bytes[at] != '"' && p->bytes[at] != '\\' && (unsigned char)p->bytes[at] >= 0x20) {
    size_t length = character(p->bytes + at, p->size - at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

/* Four hexadecimal digits behind "\u"; more than 16 bits when there are none. */
static uint32_t hexadecimal(const parser *p, size_t at) {
  uint32_t value = 0;
  for (size_t i = at; i < at + 4; i++) {
    char c = i < p->size ? p->bytes[i] : '\0';
    uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                     : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                     : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
                                            : UINT32_MAX;
    if (digit == UINT32_MAX) return UINT32_MAX;
    value = value << 4 | digit;
  }
  return value;
}

static void append_code_point(parser *p, policy_buffer *out, uint32_t c) {
  char bytes[4];
  fail(p, policy_buffer_append(out, bytes, policy__utf8_write(c, bytes)));
}

/* The escape at `p->at`, "\u" and what follows. */
static void read_unicode(parser *p, policy_buffer *out) {
  uint32_t c = hexadecimal(p, p->at + 2), low = 0;
  size_t length = 6;
  if (c >= 0xD800 && c < 0xDC00) {
    bool follows = p->size - p->at > 7 && p->bytes[p->at + 6] == '\\' && p->bytes[p->at + 7] == 'u';
    low = follows ? hexadecimal(p, p->at + 8) : UINT32_MAX;
    c = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : UINT32_MAX;
    length = 12;
  }
  if (c == 0) refuse(p, "\\u0000 in a string");
  else if (c > 0x10FFFF || (c >= 0xDC00 && c < 0xE000)) refuse(p, "bad \\u escape");
  else append_code_point(p, out, c);
  p->at += length;
}

static void read_escape(parser *p, policy_buffer *out) {
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  char letter = p->at + 1 < p->size ? p->bytes[p->at + 1] : '\0';
  const char *found = letter != '\0' ? strchr(letters, letter) : NULL;
  if (letter == 'u') {
    read_unicode(p, out);
  } else if (found != NULL) {
    fail(p, policy_buffer_append(out, &meanings[found - letters], 1));
    p->at += 2;
  } else {
    refuse(p, "bad escape");
  }
}

/* Reads the string that begins at `p->at` with its quote. */
static void read_string(parser *p, policy_buffer *out) {
  out->size = 0;
  p->at++;
  fail(p, policy_buffer_append(out, "", 0));
  while (p->status == POLICY_OK) {
    size_t end = skip_plain(p, p->at);
    fail(p, policy_buffer_append(out, p->bytes + p->at, end - p->at));
    p->at = end;
    char c = end < p->size ? p->bytes[end] : '\0';
    if (end >= p->size) {
      refuse(p, "the string does not end");
    } else if (c == '"') {
      p->at++;
      charge(p, out->size);
      return;
    } else if (c == '\\') {
      read_escape(p, out);
    } else {
      refuse(p, (unsigned char)c < 0x20 ? "control character in a string" : "bad UTF-8");
    }
  }
}

/* ---- numbers -------------------------------------------------------------------------------------------- */

static size_t skip_digits(const parser *p, size_t at) {
  while (at < p->size && p->bytes[at] >= '0' && p->bytes[at] <= '9') at++;
  return at;
}

/* Behind the number at `at`, or `at` itself when there is none. Tells whether it is an integer. */
static size_t skip_number(const parser *p, size_t at, bool *integer) {
  size_t digits = at + (p->bytes[at] == '-'), end = skip_digits(p, digits);
  *integer = true;
  if (end == digits || (p->bytes[digits] == '0' && end > digits + 1)) return at;
  if (end < p->size && p->bytes[end] == '.') {
    size_t part = skip_digits(p, end + 1);
    if (part == end + 1) return at;
    end = part;
    *integer = false;
  }
  if (end < p->size && (p->bytes[end] == 'e' || p->bytes[end] == 'E')) {
    size_t sign = end + 1;
    sign += sign < p->size && (p->bytes[sign] == '+' || p->bytes[sign] == '-');
    size_t part = skip_digits(p, sign);
    if (part == sign) return at;
    end = part;
    *integer = false;
  }
  return end;
}

static json_t *integer_value(parser *p, size_t end) {
  bool negative = p->bytes[p->at] == '-';
  json_int_t value = 0; /* below zero all along, where there is room for one more */
  for (size_t i = p->at + negative; i < end; i++) {
    json_int_t digit = p->bytes[i] - '0';
    if (value < (INT64_MIN + digit) / 10) {
      refuse(p, "integer of more than 64 bits");
      return NULL;
    }
    value = value * 10 - digit;
  }
  if (!negative && value == INT64_MIN) refuse(p, "integer of more than 64 bits");
  return p->status == POLICY_OK ? json_integer(negative ? value : -value) : NULL;
}

/* strtod wants the decimal point of the locale, which printf shows. */
static json_t *real_value(parser *p, size_t end) {
  char half[16];
  (void)snprintf(half, sizeof half, "%.1f", 0.5);
  half[strlen(half) - 1] = '\0'; /* "0" and the point are left */
  p->string.size = 0;
  for (size_t i = p->at; i < end; i++) {
    if (p->bytes[i] == '.') fail(p, policy_buffer_append(&p->string, half + 1, strlen(half + 1)));
    else fail(p, policy_buffer_append(&p->string, &p->bytes[i], 1));
  }
  if (p->status != POLICY_OK) return NULL;
  double value = strtod(p->string.data, NULL);
  if (isfinite(value)) return json_real(value);
  refuse(p, "number too large");
  return NULL;
}

static json_t *read_number(parser *p) {
  bool integer;
  size_t end = skip_number(p, p->at, &integer);
  if (end == p->at) {
    refuse(p, "bad number");
    return NULL;
  }
  json_t *value = integer ? integer_value(p, end) : real_value(p, end);
  p->at = end;
  return value;
}

/* ---- values --------------------------------------------------------------------------------------------- */

static json_t *read_word(parser *p) {
  static const char *const words[] = {"true", "false", "null"};
  for (size_t i = 0; i < 3; i++) {
    size_t length = strlen(words[i]);
    if (p->size - p->at < length || memcmp(p->bytes + p->at, words[i], length) != 0) continue;
    p->at += length;
    return i == 0 ? json_true() : i == 1 ? json_false() : json_null();
  }
  refuse(p, "a value is missing here");
  return NULL;
}

static void skip_space(parser *p) {
  while (p->at < p->size && memchr(" \t\n\r", p->bytes[p->at], 4) != NULL) p->at++;
}

static char peek(const parser *p) {
  return p->at < p->size ? p->bytes[p->at] : '\0';
}

static json_t *container(const parser *p) {
  return p->open.count > 0 ? *POLICY__AT(&p->open, json_t *, p->open.count - 1) : NULL;
}

/* Puts a value into the container that is open, or makes it the root. NULL stands for want of memory. */
static void place(parser *p, json_t *value) {
  json_t *owner = container(p);
  int result = 0;
  if (p->status == POLICY_OK) charge(p, COST_VALUE);
  if (p->status == POLICY_OK && value == NULL) fail(p, POLICY_ERROR_NO_MEMORY);
  if (p->status != POLICY_OK) {
    json_decref(value);
    return;
  }
  if (owner == NULL) p->root = value;
  else if (json_is_array(owner)) result = json_array_append_new(owner, value);
  else result = json_object_set_new_nocheck(owner, p->key.data, value);
  if (result != 0) fail(p, POLICY_ERROR_NO_MEMORY);
}

static void open_container(parser *p, char bracket) {
  if (p->open.count >= p->depth) {
    p->status = policy__fail(p->error, POLICY_ERROR_LIMIT, p->at, "JSON nests deeper than %lu values",
                             (unsigned long)p->depth);
    return;
  }
  p->at++;
  charge(p, bracket == '{' ? COST_OBJECT : COST_ARRAY);
  json_t *value = p->status != POLICY_OK ? NULL : bracket == '{' ? json_object() : json_array();
  place(p, value);
  if (p->status != POLICY_OK) return;
  policy_status status;
  json_t **item = policy__array_push(&p->open, &status);
  if (item != NULL) *item = value;
  fail(p, status);
}

/* Reads "key": in an object. */
static void read_key(parser *p) {
  skip_space(p);
  if (peek(p) != '"') {
    refuse(p, "a member's name is missing here");
    return;
  }
  size_t begin = p->at;
  read_string(p, &p->key);
  charge(p, COST_MEMBER);
  if (p->status == POLICY_OK && json_object_get(container(p), p->key.data) != NULL) {
    p->at = begin;
    refuse(p, "a member is there twice");
  }
  skip_space(p);
  if (peek(p) != ':') refuse(p, "':' is missing here");
  p->at++;
}

/* Reads one value, a container up to its bracket. True when that is open and not empty. */
static bool read_value(parser *p) {
  skip_space(p);
  char c = peek(p);
  if (c == '{' || c == '[') {
    open_container(p, c);
    skip_space(p);
    if (p->status != POLICY_OK || peek(p) != (c == '{' ? '}' : ']')) return true;
    p->at++;
    p->open.count--;
    return false;
  }
  json_t *value = NULL;
  if (c == '"') {
    read_string(p, &p->string);
    if (p->status == POLICY_OK) value = json_stringn_nocheck(p->string.data, p->string.size);
  } else {
    value = c == '-' || (c >= '0' && c <= '9') ? read_number(p) : read_word(p);
  }
  place(p, value);
  return false;
}

/* What follows a value: closing brackets, then a comma or the end. */
static void read_end(parser *p) {
  skip_space(p);
  while (p->open.count > 0 && peek(p) == (json_is_object(container(p)) ? '}' : ']')) {
    p->at++;
    p->open.count--;
    skip_space(p);
  }
  if (p->open.count == 0) {
    if (p->at < p->size) refuse(p, "more than one value");
  } else if (peek(p) == ',') {
    p->at++;
  } else {
    refuse(p, json_is_object(container(p)) ? "',' or '}' is missing here" : "',' or ']' is missing here");
  }
}

static void read_all(parser *p) {
  do {
    bool opened;
    do {
      if (p->open.count > 0 && json_is_object(container(p))) read_key(p);
      opened = p->status == POLICY_OK && read_value(p);
    } while (opened && p->status == POLICY_OK);
    if (p->status == POLICY_OK) read_end(p);
  } while (p->status == POLICY_OK && p->open.count > 0);
}

json_t *policy__json_load(const char *bytes, size_t size, uint32_t depth, uint64_t memory,
                          policy_error *error) {
  parser p = {.bytes = bytes,
              .size = size,
              .memory = memory,
              .depth = depth < POLICY__JSON_DEPTH ? depth : POLICY__JSON_DEPTH,
              .error = error};
  policy__array_init(&p.open, &policy__malloc_allocator, sizeof(json_t *), SIZE_MAX);
  read_all(&p);
  policy__array_free(&p.open);
  policy_buffer_free(&p.string);
  policy_buffer_free(&p.key);
  if (p.status == POLICY_OK) return p.root;
  json_decref(p.root);
  return NULL;
}
