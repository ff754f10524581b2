/* Tags, attributes and references. */
#include "read/pdf_markup.h"

#include <string.h>

#include "read/scan.h"
#include "text/utf8.h"

/* ---- tags ------------------------------------------------------------------------------------------------ */

bool policy__markup_next(policy__markup *markup) {
  const char *data = markup->source.data, *end = data + markup->source.size;
  const char *open = memchr(data + markup->at, '<', markup->source.size - markup->at);
  const char *close = open != NULL ? memchr(open, '>', (size_t)(end - open)) : NULL;
  if (close == NULL) return false;
  const char *next = memchr(close, '<', (size_t)(end - close));
  if (next == NULL) next = end;
  markup->tag = (policy_string){open + 1, (size_t)(close - open - 1)};
  markup->text = (policy_string){close + 1, (size_t)(next - close - 1)};
  markup->at = (size_t)(next - data);
  return true;
}

bool policy__markup_is(const policy__markup *markup, const char *name) {
  size_t size = strlen(name);
  policy_string tag = markup->tag;
  return tag.size >= size && memcmp(tag.data, name, size) == 0 &&
         (tag.size == size || tag.data[size] == ' ' || tag.data[size] == '/');
}

policy_string policy__markup_value(const policy__markup *markup, const char *name) {
  size_t size = strlen(name);
  policy_string tag = markup->tag;
  for (size_t at = policy__find_in(tag, 0, name); at < tag.size; at = policy__find_in(tag, at + 1, name)) {
    size_t begin = at + size + 2;
    bool fits = at > 0 && tag.data[at - 1] == ' ' && begin <= tag.size && tag.data[begin - 2] == '=' &&
                tag.data[begin - 1] == '"';
    const char *end = fits ? memchr(tag.data + begin, '"', tag.size - begin) : NULL;
    if (end != NULL) return policy__piece(tag, begin, (size_t)(end - tag.data));
  }
  return (policy_string){"", 0};
}

float policy__markup_number(const policy__markup *markup, const char *name) {
  enum { MOST = 100000 };
  policy_string digits = policy__markup_value(markup, name);
  double value = 0, unit = 1;
  bool minus = digits.size > 0 && digits.data[0] == '-', point = false;
  for (size_t i = minus; i < digits.size && value <= MOST && unit > 1e-9; i++) {
    char c = digits.data[i];
    if (c == '.' && !point) point = true;
    else if ((unsigned)(c - '0') > 9) break;
    else if (point) value += (c - '0') * (unit /= 10);
    else value = value * 10 + (c - '0');
  }
  if (value > MOST) value = MOST;
  return (float)(minus ? -value : value);
}

/* ---- references ------------------------------------------------------------------------------------------ */

/* The code point that "#x26", "#38" or "amp" stands for; 0 for none. */
static uint32_t reference(policy_string name) {
  static const struct {
    const char *name;
    char sign;
  } named[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  for (size_t i = 0; i < sizeof named / sizeof *named; i++)
    if (policy__equals(name, named[i].name)) return (uint32_t)named[i].sign;
  if (name.size < 2 || name.size > 8 || name.data[0] != '#') return 0;
  bool hex = name.data[1] == 'x';
  uint32_t point = 0;
  for (size_t i = hex ? 2 : 1; i < name.size; i++) {
    unsigned digit = (unsigned)(name.data[i] - '0'), letter = (unsigned)((name.data[i] | 32) - 'a');
    if (digit > 9 && (!hex || letter > 5)) return 0;
    point = point * (hex ? 16 : 10) + (digit <= 9 ? digit : letter + 10);
  }
  return point < 0x110000 && (point < 0xD800 || point > 0xDFFF) ? point : 0;
}

uint32_t policy__markup_point(policy_string text, size_t *at) {
  enum { LONGEST = 10 };
  const char *p = text.data + *at;
  uint32_t point = policy__utf8_next(&p);
  size_t begin = *at + 1;
  *at = (size_t)(p - text.data);
  if (point != '&') return point;
  for (size_t end = begin; end < text.size && end < begin + LONGEST; end++) {
    if (text.data[end] != ';') continue;
    uint32_t decoded = reference(policy__piece(text, begin, end));
    if (decoded == 0) break;
    *at = end + 1;
    return decoded;
  }
  return point;
}

policy_status policy__markup_put(policy_buffer *out, uint32_t point) {
  char bytes[4];
  return policy_buffer_append(out, bytes, policy__utf8_write(point, bytes));
}

policy_status policy__markup_decode(policy_string text, policy_buffer *out) {
  policy_status status = POLICY_OK;
  for (size_t at = 0; at < text.size && status == POLICY_OK;)
    status = policy__markup_put(out, policy__markup_point(text, &at));
  return status;
}
