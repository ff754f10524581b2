/* Which lines belong together. */
#include "read/blocks.h"

#include "read/isodate.h"
#include "read/scan.h"
#include "text/utf8.h"

enum {
  ENDED = POLICY__LINE_STOP | POLICY__LINE_COLON | POLICY__LINE_SEMICOLON,
  TABULAR = POLICY__LINE_CELLS | POLICY__LINE_LEADERS,
  STYLES = 256
};

policy__line *policy__line_at(const policy__page_text *text, size_t n) {
  return POLICY__AT(&text->lines, policy__line, n);
}

policy__part *policy__part_at(const policy__page_text *text, size_t n) {
  return POLICY__AT(&text->parts, policy__part, n);
}

policy_string policy__part_text(const policy__page_text *text, const policy__part *part) {
  return policy__piece(text->text, policy__line_at(text, part->first)->begin,
                       policy__line_at(text, part->last)->end);
}

uint32_t policy__part_width(const policy__page_text *text, const policy__part *part) {
  uint64_t width = 0;
  for (uint32_t i = part->first; i <= part->last; i++) width += policy__line_at(text, i)->width + 1u;
  return width - 1 < UINT32_MAX ? (uint32_t)(width - 1) : UINT32_MAX;
}

/* ---- markers --------------------------------------------------------------------------------------------- */

/* Whether the first word of the line would have fit on the line before: then that was ended on purpose. */
static bool has_room(const policy__page_text *text, const policy__line *line, const policy__line *next) {
  uint32_t used = line->indent + line->width + 1u + next->head;
  return used + text->layout.width / 12 < text->layout.width;
}

/* Whether a new item or paragraph may begin with the line, to judge by what is above. */
static bool is_fresh(const policy__page_text *text, size_t n) {
  const policy__line *line = policy__line_at(text, n);
  if (n == 0 || line->gap > 0 || !text->layout.wrapped) return true;
  const policy__line *above = line - 1;
  if ((above->flags & (ENDED | POLICY__LINE_COMMA | POLICY__LINE_RULE | POLICY__LINE_CAPITALS)) != 0)
    return true;
  policy_string words = policy__piece(text->text, above->begin, above->end);
  if (words.size > 4) words = policy__piece(words, words.size - 4, words.size);
  if (policy__equals(words, " and") || policy__equals(policy__piece(words, 1, words.size), " or")) return true;
  return line->indent > above->indent + 1 ||
         (has_room(text, above, line) && (above->flags & POLICY__LINE_OPEN) == 0);
}

static unsigned class_behind_marker(const policy__page_text *text, const policy__line *line) {
  uint32_t at = line->begin + line->marker.size;
  return at < line->end ? policy__classify(policy__first_point(policy__piece(text->text, at, line->end))) : 0;
}

static bool follows(const policy__marker *marker, const uint32_t *last) {
  uint32_t before = last[marker->style];
  return marker->ordinal == 1 || marker->ordinal == before + 1 || (before > 0 && marker->ordinal == before + 2);
}

/* A Roman numeral of one letter may be that letter: (c), (d); (h), (i). */
static void settle_letter(policy__marker *marker, const uint32_t *last) {
  if (marker->kind != POLICY__MARKER_ROMAN || marker->letter == 0) return;
  uint8_t style = (uint8_t)(marker->style - POLICY__MARKER_ROMAN + POLICY__MARKER_LETTER);
  bool roman = marker->ordinal == last[marker->style] + 1 || marker->letter == 9;
  bool letter = last[style] > 0 && last[style] + 1 == marker->letter;
  if (!letter && (roman || marker->letter != 3)) return;
  if (roman && marker->letter != last[style] + 1) return;
  marker->kind = POLICY__MARKER_LETTER;
  marker->style = style;
  marker->ordinal = marker->letter;
}

/* Whether the marker is one more of the last one's kind, in the same column. */
static bool is_next_item(const policy__line *line, const policy__line *item) {
  return item != NULL && item->marker.style == line->marker.style && item->indent == line->indent;
}

static bool counts(const policy__page_text *text, size_t n, const uint32_t *last, const policy__line *item) {
  enum { BRACKETS = 48 };
  const policy__line *line = policy__line_at(text, n);
  const policy__marker *marker = &line->marker;
  unsigned class = class_behind_marker(text, line);
  if (marker->kind == POLICY__MARKER_BULLET) return true;
  if (marker->kind == POLICY__MARKER_DASH && is_next_item(line, item)) return true;
  if (!is_fresh(text, n)) return false;
  switch ((policy__marker_kind)marker->kind) {
    case POLICY__MARKER_DASH:
      return (class & POLICY__LOWER) == 0 || line->gap > 0 || n == 0 || ((line - 1)->flags & ENDED) != 0 ||
             ((line - 1)->flags & POLICY__LINE_MARKER) != 0;
    case POLICY__MARKER_LETTER:
    case POLICY__MARKER_ROMAN: return (marker->style & BRACKETS) != 0 || follows(marker, last);
    case POLICY__MARKER_BARE:
    case POLICY__MARKER_NOTE:
      return n == 0 || line->gap > 0 || (follows(marker, last) && ((line - 1)->flags & ENDED));
    case POLICY__MARKER_DIVISION: return (class & POLICY__LOWER) == 0;
    default: return marker->kind != POLICY__MARKER_NONE;
  }
}

static void mark_lines(policy__page_text *text) {
  uint32_t last[STYLES] = {0};
  const policy__line *item = NULL;
  for (size_t n = 0; n < text->lines.count; n++) {
    policy__line *line = policy__line_at(text, n);
    settle_letter(&line->marker, last);
    if (line->gap > 0) item = NULL;
    if (!counts(text, n, last, item)) continue;
    line->flags |= POLICY__LINE_MARKER;
    item = line;
    last[line->marker.style] = line->marker.ordinal;
  }
}

/* ---- lines to parts -------------------------------------------------------------------------------------- */

/* Whether the line above goes on in this one, for want of room: then wide gaps are holes in prose. */
static bool runs_into(const policy__page_text *text, size_t n) {
  const policy__line *line = policy__line_at(text, n);
  if (!text->layout.wrapped || n == 0 || line->gap > 0)
    return (line->flags & POLICY__LINE_LOWER) != 0 && text->layout.wrapped;
  const policy__line *above = line - 1;
  return (above->flags & (ENDED | TABULAR | POLICY__LINE_RULE)) == 0 && !has_room(text, above, line);
}

static bool begins_table(const policy__page_text *text, size_t n) {
  if (n + 1 >= text->lines.count) return false;
  const policy__line *line = policy__line_at(text, n), *next = line + 1;
  if ((line->flags & TABULAR) == 0 || runs_into(text, n)) return false;
  if ((line->flags & next->flags & POLICY__LINE_LEADERS) != 0) return next->gap <= 1;
  return (next->flags & TABULAR) != 0 && next->gap == 0;
}

static size_t end_of_table(const policy__page_text *text, size_t n) {
  bool leaders = (policy__line_at(text, n)->flags & POLICY__LINE_LEADERS) != 0;
  while (n + 1 < text->lines.count) {
    const policy__line *next = policy__line_at(text, n + 1);
    bool row = (next->flags & TABULAR) != 0 || (next->gap == 0 && (next->flags & POLICY__LINE_RULE) != 0);
    if (!row || next->gap > (leaders && (next->flags & POLICY__LINE_LEADERS) != 0 ? 1 : 0)) break;
    n++;
  }
  return n;
}

/* In a text that is not wrapped, a line goes on only where its sentence plainly does. */
static bool runs_on(const policy__line *line, const policy__line *next) {
  enum { SHORT = 40, LONG = 240 };
  if ((line->flags & ENDED) != 0) return false;
  if ((next->flags & POLICY__LINE_LOWER) != 0)
    return line->width >= SHORT ||
           (line->flags & (POLICY__LINE_OPEN | POLICY__LINE_COMMA | POLICY__LINE_HYPHEN)) != 0;
  return line->width >= LONG && next->width >= SHORT && (next->flags & POLICY__LINE_CAPITALS) == 0;
}

static bool goes_on_wrapped(const policy__page_text *text, const policy__line *line, const policy__line *next,
                            bool first) {
  bool room = has_room(text, line, next), ended = (line->flags & ENDED) != 0;
  if ((next->flags & POLICY__LINE_LOWER) != 0) return !(room && ended);
  if ((next->flags & POLICY__LINE_DIGITS) != 0 && (ended || next->width < 4)) return false;
  bool above = (line->flags & POLICY__LINE_CAPITALS) != 0, below = (next->flags & POLICY__LINE_CAPITALS) != 0;
  if (first && above && !below) return false;
  if (!above && below && next->words > 1 && ended) return false;
  if (!room) return true;
  return !ended && (line->flags & POLICY__LINE_OPEN) != 0;
}

/* A line that is a date and does not end the phrase above. */
static bool is_date_alone(const policy__page_text *text, const policy__line *line, const policy__line *next) {
  enum { LONGEST = 40, PHRASE = POLICY__LINE_OPEN | POLICY__LINE_COMMA };
  policy__date date;
  return next->width <= LONGEST && (next->flags & POLICY__LINE_STOP) == 0 && (line->flags & PHRASE) == 0 &&
         policy__is_date_line(policy__piece(text->text, next->begin, next->end), &date);
}

/* Whether line n + 1 belongs to the part that begins with line `first`. */
static bool goes_on(const policy__page_text *text, size_t first, size_t n) {
  const policy__line *top = policy__line_at(text, first), *line = policy__line_at(text, n), *next = line + 1;
  if (next->gap > 0 || (next->flags & POLICY__LINE_MARKER) != 0 || is_date_alone(text, line, next))
    return false;
  if (((line->flags | next->flags) & POLICY__LINE_FURNITURE) != 0) return false;
  if (((line->flags ^ next->flags) & POLICY__LINE_QUOTED) != 0) return false;
  if ((next->flags & POLICY__LINE_QUOTED) != 0) return true;
  if (((line->flags | next->flags) & POLICY__LINE_RULE) != 0 || begins_table(text, n + 1)) return false;
  if (first == n && (line->flags & POLICY__LINE_DIGITS) != 0 && (line->flags & POLICY__LINE_MARKER) == 0)
    return false;
  if ((top->flags & POLICY__LINE_MARKER) != 0 && next->indent > top->indent) {
    if (first == n || next->indent + 1 >= line->indent) return true;
  }
  bool item = (top->flags & POLICY__LINE_MARKER) != 0;
  if (item && next->indent < top->indent) return false;
  if (first != n && next->indent > line->indent + 1)
    return !has_room(text, line, next) && (line->flags & ENDED) == 0;
  if (first != n && next->indent + 2 < line->indent) return false;
  return text->layout.wrapped ? goes_on_wrapped(text, line, next, first == n) : runs_on(line, next);
}

static policy_block_kind first_kind(const policy__line *line) {
  enum { OF_ITEMS = 1 << POLICY__MARKER_BULLET | 1 << POLICY__MARKER_DASH | 1 << POLICY__MARKER_NUMBER |
                    1 << POLICY__MARKER_LETTER | 1 << POLICY__MARKER_ROMAN };
  if ((line->flags & POLICY__LINE_QUOTED) != 0) return POLICY_BLOCK_QUOTE;
  if ((line->flags & POLICY__LINE_RULE) != 0 && line->marker.kind != POLICY__MARKER_BULLET)
    return POLICY_BLOCK_BOILERPLATE;
  bool item = (line->flags & POLICY__LINE_MARKER) != 0 && (1 << line->marker.kind & OF_ITEMS) != 0;
  return item ? POLICY_BLOCK_LIST_ITEM : POLICY_BLOCK_PARAGRAPH;
}

policy_status policy__parts_find(policy__page_text *text) {
  policy_status status = POLICY_OK;
  uint32_t page = 1;
  mark_lines(text);
  for (size_t n = 0; n < text->lines.count; n++) {
    policy__part *part = policy__array_push(&text->parts, &status);
    if (part == NULL) return status;
    const policy__line *line = policy__line_at(text, n);
    part->first = (uint32_t)n;
    part->kind = (uint8_t)first_kind(line);
    if ((line->flags & POLICY__LINE_PAGE) != 0) page++;
    part->page = page;
    if (begins_table(text, n)) {
      part->kind = POLICY_BLOCK_TABLE;
      n = end_of_table(text, n);
    } else
      while (n + 1 < text->lines.count && goes_on(text, part->first, n)) n++;
    part->last = (uint32_t)n;
  }
  for (size_t i = 0; page == 1 && i < text->parts.count; i++) policy__part_at(text, i)->page = 0;
  return POLICY_OK;
}

/* ---- mending --------------------------------------------------------------------------------------------- */

static bool is_text(const policy__part *part) {
  return part->kind == POLICY_BLOCK_PARAGRAPH || part->kind == POLICY_BLOCK_LIST_ITEM;
}

static bool is_lone_marker(const policy__page_text *text, const policy__part *part) {
  const policy__line *line = policy__line_at(text, part->first);
  return part->first == part->last && part->kind == POLICY_BLOCK_LIST_ITEM &&
         line->begin + line->marker.size >= line->end;
}

/* Whether sentences of the text begin with capitals, so that a small letter says that one goes on. */
static bool uses_capitals(const policy__page_text *text) {
  size_t lower = 0;
  for (size_t i = 0; i < text->parts.count; i++)
    if ((policy__line_at(text, policy__part_at(text, i)->first)->flags & POLICY__LINE_LOWER) != 0) lower++;
  return lower * 5 <= text->parts.count;
}

static bool is_one(const policy__page_text *text, const policy__part *part, const policy__part *next,
                   bool capitals) {
  enum { SHORT = 30, WIDEST_GAP = 3 };
  const policy__line *line = policy__line_at(text, part->last), *below = policy__line_at(text, next->first);
  if (next->kind != POLICY_BLOCK_PARAGRAPH || !is_text(part)) return false;
  if (is_lone_marker(text, part))
    return below->gap <= WIDEST_GAP && (below->flags & POLICY__LINE_MARKER) == 0;
  if (below->gap == 0 || below->gap > WIDEST_GAP || (below->flags & POLICY__LINE_LOWER) == 0) return false;
  if ((below->flags & POLICY__LINE_MARKER) != 0 || (line->flags & (ENDED | POLICY__LINE_CAPITALS)) != 0)
    return false;
  bool prose = line->width >= SHORT || part->last > part->first;
  if (!capitals && (line->flags & (POLICY__LINE_OPEN | POLICY__LINE_COMMA | POLICY__LINE_HYPHEN)) == 0)
    return false;
  return prose && (policy__part_width(text, next) >= SHORT || (below->flags & POLICY__LINE_STOP) != 0);
}

void policy__parts_mend(policy__page_text *text) {
  size_t kept = 0;
  bool capitals = uses_capitals(text);
  for (size_t i = 1; i < text->parts.count; i++) {
    policy__part *part = policy__part_at(text, kept), *next = policy__part_at(text, i);
    if (is_one(text, part, next, capitals)) part->last = next->last;
    else *policy__part_at(text, ++kept) = *next;
  }
  if (text->parts.count > 0) text->parts.count = kept + 1;
}
