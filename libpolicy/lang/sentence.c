/* Walking through a block and cutting it into sentences. */
#include "lang/sentence.h"

#include <string.h>

#include "lang/judge.h"
#include "text/utf8.h"

enum { AROUND = 4, AHEAD = 64 };

/* The walk over pieces keeps two behind the place and two ahead. */
typedef struct walk {
  policy_string text;
  policy_span within;
  uint32_t ceiling;
  policy__array *sentences;
  uint32_t *cut;
  policy__judge judge;
  policy_status status;
  uint32_t at;                         /* behind the last piece read */
  policy__piece pieces[AROUND];        /* before2, before, next, next2 */
  policy__gap gaps[AROUND];            /* before each of them */
  uint32_t line_begin, widest;         /* of the line that `at` is in; of all lines of the block */
  uint32_t begin;                      /* of the sentence */
  uint32_t cut_at;                     /* the last white space in it, for cutting */
  policy__boundary state;
} walk;

/* ---- cutting into pieces --------------------------------------------------------------------------------- */

static bool is_space_at(const char *p, uint32_t *width) {
  unsigned char c = (unsigned char)*p;
  *width = 1;
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  const char *q = p;
  uint32_t point = policy__utf8_next(&q);
  *width = (uint32_t)(q - p);
  return (policy__classify(point) & POLICY__SPACE) != 0;
}

static uint32_t skip_spaces(const char *text, uint32_t at, uint32_t end) {
  uint32_t width;
  while (at < end && is_space_at(text + at, &width)) at += width;
  return at;
}

static bool stops_anywhere(uint32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x964 || c == 0x965 || c == 0x104B || c == 0x1362 ||
         c == 0x1367;
}

static bool closes(uint32_t c) {
  return c == '"' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0x300D || c == 0x300F ||
         c == 0xFF09 || c == 0xBB;
}

/* Whether the stop at `at` inside of a piece parts two words that lack the space: "end.Then". */
static bool parts_words(const char *text, uint32_t begin, uint32_t at, uint32_t end) {
  if (at < begin + 2 || end - at < 3) return false;
  for (uint32_t i = at - 2; i < at; i++)
    if (text[i] < 'a' || text[i] > 'z') return false;
  if (text[at + 1] < 'A' || text[at + 1] > 'Z') return false;
  if ((text[at + 2] < 'a' || text[at + 2] > 'z') && text[at + 2] != '\'') return false;
  for (uint32_t i = at + 2; i < end && i - at < AHEAD && text[i] != ' ' && text[i] != '\n'; i++)
    if (text[i] == '@' || text[i] == '/' || text[i] == '_') return false;
  return true;
}

/* The end of the piece that begins at `begin`. */
static uint32_t piece_end(const char *text, uint32_t begin, uint32_t end) {
  uint32_t width, slashes = 0;
  for (uint32_t at = begin; at < end; at += width) {
    char c = text[at];
    if (is_space_at(text + at, &width)) return at;
    if (c == '/' || c == '@' || c == '_') slashes++;
    if ((c == '.' || c == '?' || c == '!') && slashes == 0 && parts_words(text, begin, at, end)) return at + 1;
    if ((unsigned char)c < 0x80) continue;
    const char *p = text + at;
    if (!stops_anywhere(policy__utf8_next(&p))) continue;
    const char *q = p;
    while (q < text + end) {
      uint32_t next = policy__utf8_next(&q);
      if (!stops_anywhere(next) && !closes(next)) break;
      p = q;
    }
    return (uint32_t)(p - text);
  }
  return end;
}

/* ---- lines ----------------------------------------------------------------------------------------------- */

/* Characters of text[begin, end). */
static uint32_t width_of(const char *text, uint32_t begin, uint32_t end) {
  uint32_t width = 0;
  for (uint32_t at = begin; at < end; at++) width += policy__utf8_is_boundary(text[at]);
  return width;
}

static uint32_t widest_line(const char *text, policy_span within) {
  uint32_t widest = 0;
  for (uint32_t at = within.begin; at < within.end;) {
    const char *line_end = memchr(text + at, '\n', within.end - at);
    uint32_t next = line_end != NULL ? (uint32_t)(line_end - text) : within.end;
    uint32_t width = width_of(text, at, next);
    if (width > widest) widest = width;
    at = next + 1;
  }
  return widest;
}

/* What the white space text[from, to) is, `next` being the end of the piece behind it. */
static policy__gap gap_kind(walk *w, uint32_t from, uint32_t to, uint32_t next) {
  uint32_t lines = 0, first = from, last = from;
  if (from == to) return POLICY__GAP_NONE;
  for (uint32_t i = from; i < to; i++) {
    if (w->text.data[i] != '\n') continue;
    if (lines++ == 0) first = i;
    last = i;
  }
  if (lines == 0) {
    uint32_t spaces = width_of(w->text.data, from, to);
    if (spaces > 3 || memchr(w->text.data + from, '\t', to - from) != NULL) return POLICY__GAP_COLUMN;
    return spaces > 1 ? POLICY__GAP_WIDE : POLICY__GAP_SPACE;
  }
  uint32_t needed = width_of(w->text.data, w->line_begin, first) + 1 + width_of(w->text.data, to, next);
  w->line_begin = last + 1;
  if (lines > 1) return POLICY__GAP_PARAGRAPH;
  return needed + w->widest / 6 < w->widest ? POLICY__GAP_SHORT : POLICY__GAP_LINE;
}

/* Reads the next piece into the window. */
static void advance(walk *w) {
  memmove(w->pieces, w->pieces + 1, sizeof w->pieces - sizeof w->pieces[0]);
  memmove(w->gaps, w->gaps + 1, sizeof w->gaps - sizeof w->gaps[0]);
  uint32_t begin = skip_spaces(w->text.data, w->at, w->within.end);
  policy__piece *piece = &w->pieces[AROUND - 1];
  if (begin >= w->within.end) {
    *piece = (policy__piece){.span = {w->within.end, w->within.end}};
    return;
  }
  uint32_t end = piece_end(w->text.data, begin, w->within.end);
  w->gaps[AROUND - 1] = gap_kind(w, w->at, begin, end);
  policy__piece_read(w->text, (policy_span){begin, end}, piece);
  w->at = end;
}

/* ---- sentences ------------------------------------------------------------------------------------------- */

static void give(walk *w, uint32_t begin, uint32_t end) {
  policy_span *sentence = policy__array_push(w->sentences, &w->status);
  if (sentence != NULL) *sentence = (policy_span){begin, end};
}

static uint32_t previous_character(const char *text, uint32_t at) {
  do at--;
  while (!policy__utf8_is_boundary(text[at]));
  return at;
}

/* Where to cut a sentence that begins at `begin` and must not pass `limit`: before white space, or where
   there is none, between characters; at least one character behind its beginning. */
static uint32_t find_cut(const char *text, uint32_t begin, uint32_t limit) {
  uint32_t at = limit, before, width;
  while (!policy__utf8_is_boundary(text[at])) at--;
  if (at <= begin) {
    at = begin + 1;
    while (!policy__utf8_is_boundary(text[at])) at++;
    return at;
  }
  uint32_t hard = at;
  while (at > begin && !is_space_at(text + at, &width)) at = previous_character(text, at);
  if (at == begin) return hard;
  while (is_space_at(text + (before = previous_character(text, at)), &width)) at = before;
  return at;
}

/* Cuts off what is longer than a sentence may be. */
static void cut_long(walk *w, uint32_t end) {
  if (end - w->begin <= w->ceiling) return;
  ++*w->cut;
  while (end - w->begin > w->ceiling && w->status == POLICY_OK) {
    uint32_t stop = find_cut(w->text.data, w->begin, w->begin + w->ceiling);
    give(w, w->begin, stop);
    w->begin = skip_spaces(w->text.data, stop, end);
  }
}

static void end_sentence(walk *w, uint32_t end) {
  cut_long(w, end);
  if (w->status == POLICY_OK && end > w->begin) give(w, w->begin, end);
}

/* Begins a sentence with the piece at `next`. */
static void begin_sentence(walk *w) {
  const policy__piece *first = &w->pieces[2];
  policy__boundary *b = &w->state;
  w->begin = first->span.begin;
  b->words = 0;
  b->in_brackets = false;
  b->starts_small = first->shape == POLICY__SHAPE_LOWER;
}

typedef struct balance {
  int64_t brackets, curly;
  uint64_t quotes;
} balance;

static bool is_dot(const walk *w, const policy__piece *piece) {
  return piece->span.end > piece->span.begin && piece->stop == POLICY__STOP_DOT &&
         piece->core.begin == piece->core.end && w->text.data[piece->span.begin] == '.';
}

/* Takes the piece that was `next` into the state: it is `before` now. */
static void take_piece(walk *w, balance *sums) {
  policy__boundary *b = &w->state;
  policy__piece *piece = &w->pieces[1];
  b->dots = is_dot(w, piece) ? b->dots + 1 : 0;
  if (piece->item != POLICY__ITEM_NONE && piece->item != POLICY__ITEM_BULLET &&
      (b->words == 0 || (w->pieces[0].item == POLICY__ITEM_BULLET && b->words == 1) ||
       (piece->item_value == 1 && piece->item_style != '('))) {
    b->item = piece->item;
    b->item_style = piece->item_style;
    b->item_value = piece->item_value;
  }
  if (piece->shape == POLICY__SHAPE_NONE && piece->stop == POLICY__STOP_NONE && b->words > 0 &&
      w->pieces[0].stop != POLICY__STOP_NONE && piece->opener != POLICY__MARK_NONE &&
      (sums->quotes + piece->quotes) % 2 == 0) {
    piece->stop = w->pieces[0].stop; /* a closing mark parted from its stop */
    piece->closer = piece->opener;
  }
  if (b->words == 0) sums->brackets = 0;
  b->words++;
  sums->brackets += piece->brackets;
  sums->curly += piece->curly;
  sums->quotes += piece->quotes;
  if (sums->brackets < 0) sums->brackets = 0;
  if (sums->curly < 0) sums->curly = 0;
  b->in_brackets = sums->brackets > 0;
  b->in_quotes = sums->curly > 0 || sums->quotes % 2 == 1;
}

/* Whether three dots alone come next, and then a capital. The window does not reach that far. */
static bool is_ellipsis_ahead(const walk *w) {
  const char *at = w->text.data + w->pieces[2].span.begin, *end = w->text.data + w->within.end;
  if (end - at < 7 || memcmp(at, ". . . ", 6) != 0) return false;
  at += 6;
  return (policy__classify(policy__utf8_next(&at)) & POLICY__UPPER) != 0;
}

static void walk_block(walk *w) {
  balance sums = {0, 0, 0};
  policy__boundary *b = &w->state;
  *b = (policy__boundary){.text = w->text.data, .before2 = &w->pieces[0], .before = &w->pieces[1],
                          .next = &w->pieces[2], .next2 = &w->pieces[3]};
  advance(w);
  advance(w);
  begin_sentence(w);
  while (w->status == POLICY_OK && w->pieces[2].span.end > w->pieces[2].span.begin) {
    if (w->pieces[1].span.end > w->pieces[1].span.begin) {
      b->gap = w->gaps[2];
      b->ellipsis_ahead = is_ellipsis_ahead(w);
      if (w->judge.ends(b, w->judge.context)) {
        end_sentence(w, w->pieces[1].span.end);
        begin_sentence(w);
      }
    }
    advance(w);
    take_piece(w, &sums);
  }
  if (w->status == POLICY_OK) end_sentence(w, w->pieces[1].span.end);
}

policy_status policy__sentences_judge(policy_string text, policy_span within, const policy_limits *limits,
                                      policy__judge judge, policy__array *sentences, uint32_t *cut) {
  walk w = {.text = text, .within = within, .sentences = sentences, .cut = cut, .judge = judge,
            .ceiling = limits->sentence > 0 ? limits->sentence : POLICY_LIMIT_SENTENCE, .status = POLICY_OK};
  w.at = w.line_begin = skip_spaces(text.data, within.begin, within.end);
  if (w.at >= within.end) return POLICY_OK;
  w.widest = widest_line(text.data, within);
  walk_block(&w);
  return w.status;
}

static bool ends(const policy__boundary *boundary, void *context) {
  (void)context;
  return policy__boundary_ends(boundary);
}

policy_status policy__sentences_find(policy_string text, policy_span within, const policy_limits *limits,
                                     policy__array *sentences, uint32_t *cut) {
  return policy__sentences_judge(text, within, limits, (policy__judge){ends, NULL}, sentences, cut);
}
