/* Wrapping and colouring of lines. */
#include "write/flow.h"

#include <string.h>

#include "text/utf8.h"

static const char *const codes[] = {[POLICY__PLAIN] = "\033[0m",   [POLICY__BOLD] = "\033[1m",
                                    [POLICY__DIM] = "\033[2m",     [POLICY__RED] = "\033[31m",
                                    [POLICY__GREEN] = "\033[32m",  [POLICY__YELLOW] = "\033[33m",
                                    [POLICY__MAGENTA] = "\033[35m"};

static void show(policy__flow *flow, policy__style style) {
  if (!flow->colour || flow->shown == style) return;
  if (flow->shown != POLICY__PLAIN) policy__write_text(flow->writer, codes[POLICY__PLAIN]);
  if (style != POLICY__PLAIN) policy__write_text(flow->writer, codes[style]);
  flow->shown = style;
}

static void pad(policy__flow *flow, size_t column) {
  static const char spaces[] = "                                ";
  if (flow->column < column) show(flow, POLICY__PLAIN);
  while (flow->column < column) {
    size_t more = column - flow->column < sizeof spaces - 1 ? column - flow->column : sizeof spaces - 1;
    policy__write(flow->writer, spaces, more);
    flow->column += more;
  }
}

void policy__flow_end(policy__flow *flow) {
  show(flow, POLICY__PLAIN);
  policy__write(flow->writer, "\n", 1);
  flow->column = 0;
  flow->space = false;
}

void policy__flow_to(policy__flow *flow, size_t column) {
  if (flow->column > column) policy__flow_end(flow);
  flow->indent = column;
  pad(flow, column);
  flow->space = false;
}

/* ---- words ---------------------------------------------------------------------------------------------- */

/* Closing marks of wide scripts, which begin no line. */
static bool clings(uint32_t c) {
  static const uint32_t marks[] = {0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011,
                                   0xFF01, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (marks[i] == c) return true;
  return false;
}

/* The end of the piece from `at` on that no line end may part, at most `most` columns wide. */
static const char *piece_end(const char *at, const char *end, size_t most, size_t *columns) {
  bool wide_before = false;
  *columns = 0;
  while (at < end && *at != ' ') {
    const char *next = at;
    uint32_t c = policy__utf8_next(&next);
    unsigned width = policy__column_width(c);
    bool parts = width > 0 && !clings(c) && (width == 2 || wide_before);
    if (*columns > 0 && (parts || *columns + width > most)) break;
    if (width > 0) wide_before = width == 2;
    *columns += width;
    at = next;
  }
  return at;
}

void policy__flow_words(policy__flow *flow, policy_string words) {
  size_t most = flow->width > flow->indent ? flow->width - flow->indent : 1;
  for (const char *at = words.data, *end = at + words.size; at < end;) {
    if (*at == ' ') {
      flow->space = true;
      at++;
      continue;
    }
    size_t columns;
    const char *next = piece_end(at, end, most, &columns);
    bool fits = flow->column + flow->space + columns <= flow->width;
    if (!fits && flow->column > flow->indent) policy__flow_end(flow);
    if (flow->column < flow->indent) pad(flow, flow->indent);
    if (flow->space && flow->column > flow->indent) {
      policy__write(flow->writer, " ", 1);
      flow->column++;
    }
    flow->space = false;
    show(flow, flow->style);
    policy__write(flow->writer, at, (size_t)(next - at));
    flow->column += columns;
    at = next;
  }
}

void policy__flow_text(policy__flow *flow, const char *text) {
  policy__flow_words(flow, (policy_string){text, strlen(text)});
}

policy_string policy__flow_cut(policy_string words, size_t columns, bool *cut) {
  size_t used = 0, room = columns > 2 ? columns - 2 : 0;
  const char *at = words.data, *end = at + words.size, *last = at, *fits = at;
  for (; at < end && used <= columns; fits = used <= room ? at : fits) {
    if (*at == ' ' && used <= room) last = at;
    used += policy__column_width(policy__utf8_next(&at));
  }
  *cut = used > columns;
  if (!*cut) return words;
  if (last == words.data || (size_t)(fits - last) > room / 2) last = fits;
  return (policy_string){words.data, (size_t)(last - words.data)};
}
