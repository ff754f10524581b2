/* Text for people: lines joined, control characters left out, columns counted. */
#include "write/wording.h"

#include <string.h>

#include "text/utf8.h"

enum { SOFT_HYPHEN = 0xAD, JOINER = 0x200D, NON_JOINER = 0x200C, HYPHEN = 0x2010 };

static bool is_hyphen(uint32_t c) {
  return c == '-' || c == SOFT_HYPHEN || c == HYPHEN;
}

static bool is_shown(uint32_t c) {
  return (policy__classify(c) & POLICY__CONTROL) == 0 || c == JOINER || c == NON_JOINER;
}

/* ---- hyphens at line ends ------------------------------------------------------------------------------- */

/* The token over a byte of the text, or a null one. */
static policy_token token_at(const policy_document *document, uint32_t byte) {
  uint32_t low = 0, high = policy_document_token_count(document);
  while (low < high) { /* the tokens before `low` begin at or before the byte */
    uint32_t middle = low + (high - low) / 2;
    if (policy_token_span(policy_document_token(document, middle)).begin <= byte) low = middle + 1;
    else high = middle;
  }
  policy_token token = {NULL, POLICY_NONE};
  if (low > 0) token = policy_document_token(document, low - 1);
  return policy_token_span(token).end > byte ? token : (policy_token){NULL, POLICY_NONE};
}

/* Whether the word goes on with its hyphen where `next` continues after the line end. Where no token tells,
   lower case on both sides means that the line end alone made the hyphen. */
static bool keeps_hyphen(const policy_document *document, uint32_t hyphen, uint32_t next, bool lower) {
  policy_token token = token_at(document, hyphen);
  if (token.document == NULL) return !lower;
  policy_span span = policy_token_span(token);
  if (span.end <= next) return true;
  policy_string form = policy_token_form(token), rest = {NULL, span.end - next};
  rest.data = policy_document_text(document).data + next;
  if (form.size <= rest.size) return false;
  const char *tail = form.data + (form.size - rest.size);
  if (memcmp(tail, rest.data, rest.size) != 0) return false;
  return is_hyphen(policy__utf8_previous(&tail));
}

/* Where the word goes on that a hyphen at a line end has cut, or NULL. `at` is behind the hyphen. */
static const char *after_line_end(const char *at, const char *end) {
  bool line = false;
  while (at < end) {
    const char *next = at;
    uint32_t c = policy__utf8_next(&next);
    unsigned class = policy__classify(c);
    if ((class & POLICY__SPACE) == 0) return line && class & POLICY__LETTER ? at : NULL;
    line = line || c == '\n';
    at = next;
  }
  return NULL;
}

/* ---- words ---------------------------------------------------------------------------------------------- */

typedef struct wording {
  policy__writer *writer;
  const policy_document *document; /* NULL: a string of no document */
  const char *text, *end;
  uint32_t previous; /* what was written last; 0: nothing yet */
  bool space;        /* white space waits */
} wording;

static void put(wording *line, uint32_t c, const char *from, const char *to) {
  if (line->space && line->previous != 0) policy__write(line->writer, " ", 1);
  line->space = false;
  line->previous = c;
  policy__write(line->writer, from, (size_t)(to - from));
}

/* Takes a hyphen that cuts a word at a line end; false for any other. */
static bool take_cut(wording *line, uint32_t c, const char *from, const char **at) {
  if (line->document == NULL || !is_hyphen(c) || line->space) return false;
  unsigned before = line->previous != 0 ? policy__classify(line->previous) : 0;
  const char *next = before & POLICY__LETTER ? after_line_end(*at, line->end) : NULL;
  if (next == NULL) return false;
  const char *copy = next;
  bool lower = (before & policy__classify(policy__utf8_next(&copy)) & POLICY__LOWER) != 0;
  uint32_t hyphen = (uint32_t)(from - line->text), rest = (uint32_t)(next - line->text);
  if (c != SOFT_HYPHEN && keeps_hyphen(line->document, hyphen, rest, lower)) put(line, c, from, *at);
  *at = next;
  return true;
}

static void write_from(wording *line, const char *at) {
  while (at < line->end) {
    const char *from = at;
    uint32_t c = policy__utf8_next(&at);
    if (policy__classify(c) & POLICY__SPACE) line->space = true;
    else if (!take_cut(line, c, from, &at) && is_shown(c)) put(line, c, from, at);
  }
}

void policy__write_words(policy__writer *writer, const policy_document *document, policy_span span) {
  policy_string slice = policy_document_slice(document, span);
  wording line = {.writer = writer, .document = document, .text = policy_document_text(document).data};
  line.end = slice.data + slice.size;
  write_from(&line, slice.data);
}

void policy__write_line(policy__writer *writer, policy_string string) {
  wording line = {.writer = writer, .text = string.data, .end = string.data + string.size};
  write_from(&line, string.data);
}

/* ---- columns -------------------------------------------------------------------------------------------- */

unsigned policy__column_width(uint32_t c) {
  if (c < 0x300) return c != SOFT_HYPHEN;
  unsigned class = policy__classify(c);
  if (class & (POLICY__MARK | POLICY__CONTROL)) return 0;
  if (class & POLICY__IDEOGRAPH) return 2;
  bool wide = (c >= 0x1100 && c < 0x1160) || (c >= 0x2E80 && c < 0x303F) || (c >= 0x3100 && c < 0x3400) ||
              (c >= 0xA000 && c < 0xA4D0) || (c >= 0xAC00 && c < 0xD7A4) || (c >= 0xF900 && c < 0xFB00) ||
              (c >= 0xFE30 && c < 0xFE70) || (c >= 0xFF00 && c < 0xFF61) || (c >= 0xFFE0 && c < 0xFFE7) ||
              (c >= 0x1F300 && c < 0x1F650) || (c >= 0x1F900 && c < 0x1FA00);
  return wide ? 2 : 1;
}

size_t policy__columns(policy_string string) {
  size_t columns = 0;
  for (const char *at = string.data, *end = at + string.size; at < end;)
    columns += policy__column_width(policy__utf8_next(&at));
  return columns;
}
