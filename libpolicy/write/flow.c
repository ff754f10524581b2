/* Wrapping and colouring of lines. */
#include "write/flow.h"

#include <string.h>

#include "text/utf8.h"

/* Clean words have no other; it is the program's own, and shown as a space. */
enum { NO_BREAK = 0xA0 };

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

static void end_line(policy__flow *flow) {
  show(flow, POLICY__PLAIN);
  policy__write(flow->writer, "\n", 1);
  flow->column = 0;
}

/* Writes the word that is held back, on the next line if it does not fit. */
static void commit(policy__flow *flow) {
  if (flow->word.size == 0) return;
  if (policy__flow_column(flow) > flow->width && flow->column > flow->indent) end_line(flow);
  if (flow->column < flow->indent) pad(flow, flow->indent);
  if (flow->space && flow->column > flow->indent) {
    policy__write(flow->writer, " ", 1);
    flow->column++;
  }
  show(flow, flow->word_begins);
  policy__write(flow->writer, flow->word.data, flow->word.size);
  flow->shown = flow->colour ? flow->word_ends : POLICY__PLAIN;
  flow->column += flow->word_columns;
  flow->word.size = flow->word_columns = 0;
  flow->space = false;
}

size_t policy__flow_column(const policy__flow *flow) {
  size_t from = flow->column > flow->indent ? flow->column : flow->indent;
  bool space = flow->space && flow->word_columns > 0 && flow->column > flow->indent;
  return from + space + flow->word_columns;
}

void policy__flow_end(policy__flow *flow) {
  commit(flow);
  end_line(flow);
  flow->space = false;
}

void policy__flow_to(policy__flow *flow, size_t column) {
  commit(flow);
  if (flow->column > column) end_line(flow);
  flow->indent = column;
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

static void append(policy__flow *flow, const char *bytes, size_t size) {
  policy_status status = policy_buffer_append(&flow->word, bytes, size);
  if (flow->writer->status == POLICY_OK) flow->writer->status = status;
}

/* Adds a character to the word, in the wanted style. */
static void hold(policy__flow *flow, const char *bytes, size_t size, unsigned columns) {
  if (flow->word.size == 0) flow->word_begins = flow->word_ends = flow->style;
  if (flow->colour && flow->word_ends != flow->style) {
    append(flow, codes[POLICY__PLAIN], strlen(codes[POLICY__PLAIN]));
    if (flow->style != POLICY__PLAIN) append(flow, codes[flow->style], strlen(codes[flow->style]));
    flow->word_ends = flow->style;
  }
  append(flow, bytes, size);
  flow->word_columns += columns;
  if (columns > 0) flow->wide = columns == 2;
}

void policy__flow_words(policy__flow *flow, policy_string words) {
  size_t most = flow->width > flow->indent ? flow->width - flow->indent : 1;
  for (const char *at = words.data, *end = at + words.size; at < end;) {
    const char *from = at;
    uint32_t c = policy__utf8_next(&at);
    unsigned columns = policy__column_width(c);
    bool parts = columns > 0 && !clings(c) && (columns == 2 || flow->wide);
    if (c == ' ' || (flow->word_columns > 0 && (parts || flow->word_columns + columns > most))) commit(flow);
    if (c == ' ') flow->space = true;
    else if (c == NO_BREAK) hold(flow, " ", 1, 1);
    else hold(flow, from, (size_t)(at - from), columns);
    if (c == ' ') flow->wide = false;
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
