/* Lines and their forms. */
#include "read/lines.h"

#include <string.h>

#include "read/scan.h"
#include "text/utf8.h"

enum { LOOK = 512, TAB = 8, CELL_GAP = 3, WIDEST_CELL = 60, LEADER = 4 };

static bool is_line_end(uint32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool is_closer(uint32_t c) {
  return c == ')' || c == ']' || c == '[' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB ||
         c == '*';
}

/* Without closing quotes and brackets, and the number of a note after a stop. */
static policy_string without_closers(policy_string line) {
  policy_string cut = line;
  while (cut.size > 0 &&
         (is_closer(policy__last_point(cut)) ||
          (policy__last_point(cut) >= '0' && policy__last_point(cut) <= '9' && line.size - cut.size < 6))) {
    const char *p = cut.data + cut.size;
    policy__utf8_previous(&p);
    cut.size = (size_t)(p - cut.data);
  }
  uint32_t last = policy__last_point(cut);
  bool stop =
      last == '.' || last == '!' || last == '?' || last == ';' || last == ':' || last == ',' || last == 0x2026;
  return stop ? cut : line;
}

static uint32_t end_flags(policy_string line) {
  policy_string cut = without_closers(line);
  switch (policy__last_point(cut)) {
    case '?':
    case 0x61F: return POLICY__LINE_STOP | POLICY__LINE_QUESTION;
    case '.':
    case '!':
    case 0x2026:
    case 0x3002:
    case 0x964:
    case 0x6D4:
    case 0x1362:
    case 0xFF01:
    case 0xFF1F: return POLICY__LINE_STOP;
    case ':':
    case 0xFF1A: return POLICY__LINE_COLON;
    case ';': return POLICY__LINE_SEMICOLON;
    case ',':
    case 0x60C: return POLICY__LINE_COMMA;
    case '-':
    case 0xAD:
    case 0x2010: return POLICY__LINE_HYPHEN;
    default: return 0;
  }
}

/* What the letters and signs of a line add up to. */
typedef struct tally {
  uint32_t letters, capitals, digits, dots, run_of_dots, spaces, cells, bars;
  uint32_t words, long_words, high_words;
  bool in_word, high, first_seen, upper, lower, stop, prose;
  uint32_t word_letters;
} tally;

static void end_word(tally *t) {
  if (!t->in_word) return;
  t->in_word = false;
  if (t->word_letters == 0) return;
  t->words++;
  if (t->word_letters >= 4 || t->high) t->long_words++;
  if (t->high) t->high_words++;
}

static void count_space(tally *t, uint32_t c) {
  end_word(t);
  t->spaces++;
  if (t->spaces <= CELL_GAP && (c == '\t' || (t->spaces == CELL_GAP && !t->stop))) t->cells++;
  if (c == '\t') t->spaces = CELL_GAP;
}

static void count(tally *t, uint32_t c, unsigned class) {
  if ((class & POLICY__SPACE) != 0) {
    count_space(t, c);
    return;
  }
  if (t->stop && t->spaces > 0 && (class & POLICY__UPPER) != 0) t->prose = true;
  t->spaces = 0;
  t->run_of_dots = c == '.' || c == 0x2026 || c == 0xB7 ? t->run_of_dots + 1 : 0;
  if (t->run_of_dots == LEADER) t->dots++;
  if (c == '|') t->bars++;
  t->stop = (c == '.' && t->word_letters > 2) || c == '?' || c == '!' || (t->stop && is_closer(c));
  if ((class & (POLICY__LETTER | POLICY__DIGIT)) == 0) {
    if (c != '\'' && c != 0x2019 && (class & POLICY__MARK) == 0) end_word(t);
    return;
  }
  if (!t->in_word) t->high = (class & (POLICY__UPPER | POLICY__DIGIT)) != 0, t->word_letters = 0;
  t->in_word = true;
  if ((class & POLICY__DIGIT) != 0) t->digits++;
  if ((class & POLICY__LETTER) == 0) return;
  t->word_letters++;
  t->letters++;
  if ((class & POLICY__UPPER) != 0) t->capitals++;
  if (!t->first_seen)
    t->upper = (class & POLICY__UPPER) != 0, t->lower = (class & POLICY__LOWER) != 0 && t->digits == 0;
  t->first_seen = true;
}

static uint32_t tally_flags(const tally *t, policy_string line, uint32_t width) {
  uint32_t flags = 0;
  if (t->upper) flags |= POLICY__LINE_UPPER;
  if (t->lower && (policy__classify(policy__first_point(line)) & POLICY__LOWER) != 0)
    flags |= POLICY__LINE_LOWER;
  if (t->letters >= 3 && t->capitals == t->letters) flags |= POLICY__LINE_CAPITALS;
  bool high = t->high_words >= 2 || (t->high_words == 1 && t->words == 1 && t->digits > 0);
  if (high && t->high_words >= t->long_words) flags |= POLICY__LINE_TITLE;
  if (t->letters == 0) flags |= t->digits == 0 ? POLICY__LINE_RULE : POLICY__LINE_DIGITS;
  uint32_t cells = t->cells > t->bars ? t->cells : t->bars;
  if ((t->cells >= 1 || t->bars >= 2) && width / (cells + 1) <= WIDEST_CELL) flags |= POLICY__LINE_CELLS;
  if (t->prose) flags |= POLICY__LINE_PROSE;
  return flags;
}

static uint16_t small(size_t number) {
  return number < UINT16_MAX ? (uint16_t)number : UINT16_MAX;
}

static bool ends_open(policy_string line) {
  size_t begin = line.size;
  while (begin > 0 && line.size - begin < 16 && (unsigned)((line.data[begin - 1] | 32) - 'a') < 26) begin--;
  return policy__is_function_word(policy__piece(line, begin, line.size));
}

/* What the line's beginning and end say. */
static void look(policy__line *line, policy_string content) {
  tally t = {0};
  line->marker = policy__marker_find(content);
  const char *p = content.data, *end = p + (content.size < LOOK ? content.size : LOOK);
  const char *words = line->marker.size < content.size ? p + line->marker.size : p;
  while (p < end) {
    if (p == words) t.cells = 0;
    uint32_t c = policy__utf8_next(&p);
    count(&t, c, policy__classify(c));
    if (line->head == 0 && t.spaces > 0)
      line->head = small(policy__width(policy__piece(content, 0, (size_t)(p - content.data) - 1)));
  }
  end_word(&t);
  line->words = small(t.words);
  line->flags |= tally_flags(&t, content, line->width);
  line->flags |= end_flags(policy__piece(content, content.size > 64 ? content.size - 64 : 0, content.size));
  if (content.data[0] == '>' && content.size > 1) line->flags |= POLICY__LINE_QUOTED;
  if (t.dots > 0 && (policy__classify(policy__last_point(content)) & POLICY__DIGIT) != 0)
    line->flags |= POLICY__LINE_LEADERS;
  if (ends_open(content)) line->flags |= POLICY__LINE_OPEN;
  if (line->head == 0) line->head = small(line->width);
}

/* Walks over a text; the line at hand. */
typedef struct walk {
  policy_string text;
  size_t at, end; /* of the line's content */
  size_t begin;
  uint32_t indent, width, pending; /* pending: columns of white space behind the content so far */
  uint32_t flags;
  uint16_t gap;
} walk;

static void step(walk *w, uint32_t c, size_t next) {
  unsigned class = policy__classify(c);
  bool seen = w->end > w->begin;
  if ((class & POLICY__SPACE) != 0) {
    if (seen) w->pending++;
    else w->indent = c == '\t' ? (w->indent / TAB + 1) * TAB : w->indent + 1;
    return;
  }
  if (!seen) w->begin = w->at;
  w->width += w->pending + ((class & (POLICY__MARK | POLICY__CONTROL)) == 0 ? 1 : 0);
  w->pending = 0;
  w->end = next;
}

static policy_status end_line(walk *w, uint32_t c, policy__array *lines) {
  policy_status status = POLICY_OK;
  if (w->end > w->begin) {
    policy__line *line = policy__array_push(lines, &status);
    if (line == NULL) return status;
    *line = (policy__line){.begin = (uint32_t)w->begin, .end = (uint32_t)w->end, .flags = w->flags,
                           .width = w->width, .indent = small(w->indent), .gap = w->gap};
    look(line, policy__piece(w->text, w->begin, w->end));
    w->gap = 0;
    w->flags = 0;
  } else if (c == '\n' && w->gap < UINT16_MAX) w->gap++;
  if (c == '\f') {
    w->flags |= POLICY__LINE_PAGE;
    if (w->gap == 0) w->gap = 1;
  }
  w->indent = w->width = w->pending = 0;
  return status;
}

policy_status policy__lines_find(policy_string text, policy__array *lines) {
  walk w = {.text = text};
  while (w.at < text.size) {
    const char *p = text.data + w.at;
    uint32_t c = policy__utf8_next(&p);
    size_t next = (size_t)(p - text.data);
    if (!is_line_end(c)) step(&w, c, next);
    w.at = next;
    if (!is_line_end(c) && next < text.size) continue;
    policy_status status = end_line(&w, c, lines);
    if (status != POLICY_OK) return status;
    w.begin = w.end = next;
  }
  return POLICY_OK;
}

/* ---- layout ---------------------------------------------------------------------------------------------- */

enum { WIDEST = 256, DEEPEST = 64, NARROWEST = 40, LONGEST_WRAPPED = 140 };

typedef struct census {
  uint32_t widths[WIDEST]; /* of lines that another follows without a gap */
  uint64_t indents[DEEPEST]; /* columns of text that begin there */
  uint32_t pairs, lower, stops;
} census;

static uint32_t percentile(const census *c, uint32_t share) {
  uint64_t wanted = (uint64_t)c->pairs * share / 100, seen = 0;
  for (uint32_t width = 0; width < WIDEST; width++)
    if ((seen += c->widths[width]) > wanted) return width;
  return WIDEST;
}

static void count_pair(census *c, const policy__line *a, const policy__line *b) {
  enum { NO_PROSE = POLICY__LINE_RULE | POLICY__LINE_CELLS | POLICY__LINE_LEADERS | POLICY__LINE_DIGITS };
  if (b->gap > 0 || ((a->flags | b->flags) & NO_PROSE) != 0 || a->width < 12) return;
  c->widths[a->width < WIDEST ? a->width : WIDEST - 1]++;
  c->pairs++;
  if ((b->flags & POLICY__LINE_LOWER) != 0) c->lower++;
  if ((a->flags & (POLICY__LINE_STOP | POLICY__LINE_COLON | POLICY__LINE_SEMICOLON)) != 0) c->stops++;
}

policy__layout policy__layout_of(const policy__array *lines) {
  census c = {{0}, {0}, 0, 0, 0};
  for (size_t i = 0; i < lines->count; i++) {
    const policy__line *line = POLICY__AT(lines, policy__line, i);
    c.indents[line->indent < DEEPEST ? line->indent : DEEPEST - 1] += line->width;
    if (i > 0) count_pair(&c, line - 1, line);
  }
  policy__layout layout = {false, 0, 0};
  for (uint32_t i = 1; i < DEEPEST; i++)
    if (c.indents[i] > c.indents[layout.indent]) layout.indent = i;
  if (c.pairs == 0) return layout;
  layout.width = percentile(&c, 95);
  if (layout.width < NARROWEST || percentile(&c, 90) > LONGEST_WRAPPED) return layout;
  uint32_t full = 0;
  for (uint32_t width = layout.width * 3 / 4; width < WIDEST; width++) full += c.widths[width];
  bool runs_on = c.lower * 4 >= c.pairs && full * 3 >= c.pairs;
  bool even = full * 10 >= c.pairs * 6 && c.stops * 2 <= c.pairs;
  layout.wrapped = runs_on || even;
  return layout;
}
