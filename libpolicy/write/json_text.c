/* JSON as bytes: checked before jansson builds a tree of it, and laid out when a tree is written. */
#include <string.h>

#include "base/checked.h"
#include "write/json.h"

/* ---- reading ------------------------------------------------------------------------------------------- */

/* Bytes that jansson takes, measured on 64-bit machines and rounded up. */
enum { COST_OBJECT = 288, COST_ARRAY = 160, COST_MEMBER = 112, COST_VALUE = 64 };

/* What a tree of the bytes would cost, and how deep it is, without building it. */
typedef struct survey {
  uint64_t cost;
  uint32_t depth, deepest;
  size_t deepest_at;
} survey;

/* Behind the string that begins before `at`. */
static size_t skip_string(const char *bytes, size_t size, size_t at) {
  while (at < size && bytes[at] != '"') at += bytes[at] == '\\' ? 2 : 1;
  return at < size ? at + 1 : size;
}

static void open_bracket(survey *seen, size_t at, uint64_t cost) {
  seen->cost += cost + COST_VALUE;
  if (++seen->depth <= seen->deepest) return;
  seen->deepest = seen->depth;
  seen->deepest_at = at;
}

/* Stops at the first bracket deeper than `depth`. */
static survey survey_bytes(const char *bytes, size_t size, uint32_t depth) {
  survey seen = {.cost = COST_VALUE};
  for (size_t at = 0; at < size && seen.deepest <= depth;) {
    size_t begin = at++;
    switch (bytes[begin]) {
      case '"':
        at = skip_string(bytes, size, at);
        seen.cost += at - begin;
        break;
      case '{': open_bracket(&seen, begin, COST_OBJECT); break;
      case '[': open_bracket(&seen, begin, COST_ARRAY); break;
      case '}':
      case ']': seen.depth -= seen.depth > 0; break;
      case ':': seen.cost += COST_MEMBER; break;
      case ',': seen.cost += COST_VALUE; break;
      default: break;
    }
  }
  return seen;
}

/* jansson calls a string that it has no memory for an "invalid token"; a bad one gets other words. */
static bool is_want_of_memory(const json_error_t *why, const char *bytes, size_t size) {
  if (why->text[0] == '\0' || json_error_code(why) == json_error_out_of_memory) return true;
  size_t end = why->position > 0 ? (size_t)why->position : 0;
  return strncmp(why->text, "invalid token", 13) == 0 && end > 0 && end <= size && bytes[end - 1] == '"';
}

json_t *policy__json_load(const char *bytes, size_t size, uint32_t depth, uint64_t memory,
                          policy_error *error) {
  if (depth > POLICY__JSON_DEPTH) depth = POLICY__JSON_DEPTH;
  survey seen = survey_bytes(bytes, size, depth);
  if (seen.deepest > depth) {
    policy__fail(error, POLICY_ERROR_LIMIT, seen.deepest_at, "JSON nests deeper than %lu values",
                 (unsigned long)depth);
    return NULL;
  }
  if (seen.cost > memory) {
    policy__fail(error, POLICY_ERROR_LIMIT, 0, "the JSON needs more than %llu bytes of memory",
                 (unsigned long long)memory);
    return NULL;
  }
  json_error_t why;
  json_t *root = json_loadb(bytes, size, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &why);
  if (root != NULL) return root;
  if (is_want_of_memory(&why, bytes, size)) policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
  else
    policy__fail(error, POLICY_ERROR_FORMAT, why.position > 0 ? (uint64_t)why.position : 0,
                 "bad JSON in line %d, column %d: %s", why.line, why.column, why.text);
  return NULL;
}

/* ---- writing ------------------------------------------------------------------------------------------- */

static int append(const char *bytes, size_t size, void *buffer) {
  policy__writer *writer = buffer;
  policy__write(writer, bytes, size);
  return writer->status == POLICY_OK ? 0 : -1;
}

static policy_status dump(const json_t *value, size_t flags, policy_buffer *buffer) {
  policy__writer writer = {buffer, POLICY_OK};
  int result = json_dump_callback(value, append, &writer, flags | JSON_COMPACT | JSON_ENCODE_ANY);
  if (writer.status != POLICY_OK) return writer.status;
  return result == 0 ? POLICY_OK : POLICY_ERROR_NO_MEMORY;
}

policy_status policy__json_canonical(const json_t *value, bool ascii, policy_buffer *buffer) {
  const size_t flags = JSON_SORT_KEYS | (ascii ? JSON_ENSURE_ASCII : 0);
  const size_t before = buffer->size;
  for (size_t digits = 15; digits <= 17; digits++) {
    buffer->size = before;
    policy_status status = dump(value, flags | JSON_REAL_PRECISION(digits), buffer);
    if (status != POLICY_OK) return status;
    if (digits == 17) break;
    json_error_t why;
    json_t *copy = json_loadb(buffer->data + before, buffer->size - before, JSON_DECODE_ANY, &why);
    if (copy == NULL) return POLICY_ERROR_NO_MEMORY;
    bool same = json_equal(copy, value);
    json_decref(copy);
    if (same) break;
  }
  return POLICY_OK;
}

static void break_line(policy__json_sink *sink) {
  static const char spaces[] = "                                ";
  policy__write(&sink->writer, "\n", 1);
  for (size_t left = (size_t)sink->level * 2; left > 0;) {
    size_t some = left < sizeof spaces - 1 ? left : sizeof spaces - 1;
    policy__write(&sink->writer, spaces, some);
    left -= some;
  }
}

/* The first byte behind a bracket tells whether what it holds goes on lines of its own. */
static void follow_bracket(policy__json_sink *sink, char next) {
  bool numbers = sink->opened == '[' && (next == '-' || (next >= '0' && next <= '9'));
  sink->opened = '\0';
  if (numbers || sink->flat > 0) {
    sink->flat++;
    return;
  }
  sink->level++;
  break_line(sink);
}

static void close_bracket(policy__json_sink *sink) {
  if (sink->opened != '\0') {
    sink->opened = '\0';
  } else if (sink->flat > 0) {
    sink->flat--;
  } else {
    sink->level--;
    break_line(sink);
  }
}

static void lay_out(policy__json_sink *sink, char c) {
  bool closes = c == ']' || c == '}';
  if (sink->opened != '\0' && !closes) follow_bracket(sink, c);
  if (closes) close_bracket(sink);
  policy__write(&sink->writer, &c, 1);
  if (c == '[' || c == '{') sink->opened = c;
  if (c == ':' || (c == ',' && sink->flat > 0)) policy__write(&sink->writer, " ", 1);
  if (c == ',' && sink->flat == 0) break_line(sink);
  sink->in_string = c == '"';
}

/* How many bytes from `bytes` on belong to the string that is open, its closing quote too. */
static size_t string_part(policy__json_sink *sink, const char *bytes, size_t size) {
  size_t n = 0;
  while (n < size && sink->in_string) {
    char c = bytes[n++];
    sink->in_string = sink->escaped || c != '"';
    sink->escaped = !sink->escaped && c == '\\';
  }
  return n;
}

void policy__json_put(policy__json_sink *sink, const char *bytes, size_t size) {
  if (!sink->indent) {
    policy__write(&sink->writer, bytes, size);
    return;
  }
  for (size_t at = 0; at < size;) {
    size_t part = string_part(sink, bytes + at, size - at);
    policy__write(&sink->writer, bytes + at, part);
    at += part;
    if (at < size) lay_out(sink, bytes[at++]);
  }
}

static int put(const char *bytes, size_t size, void *context) {
  policy__json_sink *sink = context;
  policy__json_put(sink, bytes, size);
  return sink->writer.status == POLICY_OK ? 0 : -1;
}

static void put_tree(policy__json_sink *sink, json_t *value, size_t flags) {
  int result = -1;
  flags |= JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15);
  if (value != NULL && sink->writer.status == POLICY_OK) result = json_dump_callback(value, put, sink, flags);
  if (result != 0 && sink->writer.status == POLICY_OK) sink->writer.status = POLICY_ERROR_NO_MEMORY;
  json_decref(value);
}

void policy__json_put_value(policy__json_sink *sink, json_t *value) {
  put_tree(sink, value, 0);
}

void policy__json_put_members(policy__json_sink *sink, json_t *object) {
  put_tree(sink, object, JSON_EMBED);
}
