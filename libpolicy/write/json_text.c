/* From trees of jansson's values to bytes, on one line or laid out for people. */
#include "write/json.h"

/* The bytes of the character at `at`, 0 when it is cut off. */
static size_t whole(const char *at) {
  unsigned char lead = (unsigned char)*at;
  size_t need = lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  for (size_t i = 1; i < need; i++)
    if (((unsigned char)at[i] & 0xC0) != 0x80) return 0;
  return need;
}

void policy__json_tame(char *line) {
  while (*line != '\0') {
    size_t size = whole(line);
    if (size == 0 || (unsigned char)*line < 0x20 || *line == 0x7F) *line = '?';
    line += size > 0 ? size : 1;
  }
}

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
    json_t *copy =
        policy__json_load(buffer->data + before, buffer->size - before, POLICY__JSON_DEPTH, UINT64_MAX, NULL);
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
