/* What each part is: caption, footnote, citation, heading, quote; and levels. */
#include <string.h>

#include "read/blocks.h"
#include "read/citation.h"
#include "read/metadata.h"
#include "read/scan.h"
#include "text/utf8.h"

enum {
  ENDED = POLICY__LINE_STOP | POLICY__LINE_COLON | POLICY__LINE_SEMICOLON,
  INTRODUCES = ENDED | POLICY__LINE_COMMA | POLICY__LINE_OPEN,
  LEVELS = 9,
  PROSE_WIDTH = 90,
  HEADING_WIDTH = 120,
  HEADING_WORDS = 18
};

static const policy__line *first_line(const policy__page_text *text, const policy__part *part) {
  return policy__line_at(text, part->first);
}

static const policy__line *last_line(const policy__page_text *text, const policy__part *part) {
  return policy__line_at(text, part->last);
}

/* ---- captions, footnotes, citations ---------------------------------------------------------------------- */

bool policy__is_caption(policy_string content) {
  static const char *const labels[] = {"figure", "fig.", "table", "box", "chart", "graph", "map", "exhibit",
                                       "photo", "image", "diagram", "plate"};
  enum { LONGEST = 300 };
  if (content.size > LONGEST) return false;
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
    size_t at = policy__begins(content, labels[i]);
    if (at == 0) continue;
    policy_string rest = policy__trim(policy__piece(content, at, content.size));
    size_t number = 0;
    policy_string word = policy__next_word(rest, &number);
    if (rest.size > 0 && rest.data[0] == ':') return true;
    bool numbered = word.size > 0 && word.data == rest.data && word.size <= 6 &&
                    ((unsigned)(word.data[0] - '0') < 10 || (word.size == 1 && word.data[0] < 'a') ||
                     policy__among(word, " i ii iii iv v vi vii viii ix x "));
    if (!numbered) return false;
    rest = policy__trim(policy__piece(rest, number, rest.size));
    uint32_t next = policy__first_point(rest);
    return next == 0 || next == '.' || next == ':' || next == '|' || next == '-' || next == 0x2013 ||
           next == 0x2014 || (policy__classify(next) & POLICY__UPPER) != 0;
  }
  return policy__begins(content, "source:") > 0 || policy__begins(content, "sources:") > 0;
}

static bool is_month(policy_string word) {
  return policy__among(
      word, " january february march april may june july august september october november december ");
}

/* A bare number opens a footnote when it carries on from the last one, or is the first and stands low. */
static bool is_bare_note(const policy__page_text *text, const policy__part *part, uint32_t last) {
  const policy__line *line = first_line(text, part);
  if (part == policy__part_at(text, 0)) return false;
  if (line->marker.kind != POLICY__MARKER_BARE || (line->flags & POLICY__LINE_MARKER) == 0) return false;
  if ((last_line(text, part)->flags & POLICY__LINE_STOP) == 0) return false;
  size_t at = line->marker.size;
  policy_string content = policy__part_text(text, part);
  if (is_month(policy__next_word(content, &at))) return false;
  return line->marker.ordinal == last + 1 ||
         (line->marker.ordinal > last && line->marker.ordinal <= last + 3 && last > 0);
}

typedef enum list_zone { ZONE_BODY, ZONE_NOTES, ZONE_REFERENCES } list_zone;

/* The kind of list that a heading opens. */
static list_zone zone_of(policy_string heading) {
  heading = policy__strip(heading, "0123456789.:[]*_ ");
  if (policy__equals(heading, "notes") || policy__equals(heading, "footnotes") ||
      policy__equals(heading, "endnotes"))
    return ZONE_NOTES;
  if (policy__equals(heading, "references") || policy__equals(heading, "bibliography") ||
      policy__equals(heading, "works cited") || policy__equals(heading, "list of references") ||
      policy__equals(heading, "literature cited") || policy__equals(heading, "further reading") ||
      policy__equals(heading, "sources"))
    return ZONE_REFERENCES;
  return ZONE_BODY;
}

static bool is_note(const policy__page_text *text, const policy__part *part, list_zone zone, uint32_t last) {
  const policy__line *line = first_line(text, part);
  if (line->marker.size == 0 || (line->flags & POLICY__LINE_MARKER) == 0) return false;
  policy__marker_kind kind = (policy__marker_kind)line->marker.kind;
  if (kind == POLICY__MARKER_BRACKET || kind == POLICY__MARKER_NOTE) return true;
  if (zone == ZONE_NOTES) return kind == POLICY__MARKER_NUMBER || kind == POLICY__MARKER_BARE;
  return is_bare_note(text, part, last);
}

/* A number alone, the text of its note, and then the end of the page in words. */
static bool is_parted_note(const policy__page_text *text, size_t n) {
  if (n + 2 >= text->parts.count) return false;
  const policy__part *number = policy__part_at(text, n), *note = number + 1, *end = number + 2;
  const policy__line *line = first_line(text, number);
  return (line->flags & POLICY__LINE_DIGITS) != 0 && line->width <= 3 && number->first == number->last &&
         note->kind == POLICY_BLOCK_PARAGRAPH && (end->flags & POLICY__PART_RUNNING) != 0 &&
         (first_line(text, end)->flags & POLICY__LINE_DIGITS) == 0;
}

static void join_parted_notes(policy__page_text *text) {
  size_t kept = 0;
  for (size_t i = 0; i < text->parts.count; i++) {
    bool parted = is_parted_note(text, i);
    policy__part part = *policy__part_at(text, i);
    if (parted) {
      part.last = policy__part_at(text, ++i)->last;
      part.kind = POLICY_BLOCK_FOOTNOTE;
      part.flags = 0;
    }
    *policy__part_at(text, kept++) = part;
  }
  text->parts.count = kept;
}

static void classify_notes(policy__page_text *text) {
  list_zone zone = ZONE_BODY;
  uint32_t last = 0;
  for (size_t i = 0; i < text->parts.count; i++) {
    policy__part *part = policy__part_at(text, i);
    policy_string content = policy__part_text(text, part);
    if (part->kind != POLICY_BLOCK_PARAGRAPH && part->kind != POLICY_BLOCK_LIST_ITEM) continue;
    if (content.size < 40 && part->first == part->last) {
      list_zone opened = zone_of(content);
      if (opened != ZONE_BODY) {
        zone = opened;
        continue;
      }
    }
    if (is_note(text, part, zone, last)) {
      part->kind = zone == ZONE_REFERENCES ? POLICY_BLOCK_CITATION : POLICY_BLOCK_FOOTNOTE;
      last = first_line(text, part)->marker.ordinal;
    } else if (policy__is_citation(content)) part->kind = POLICY_BLOCK_CITATION;
    else if (zone == ZONE_REFERENCES && policy__is_reference(content)) part->kind = POLICY_BLOCK_CITATION;
    else if (policy__is_caption(content)) part->kind = POLICY_BLOCK_CAPTION;
  }
}

/* ---- headings -------------------------------------------------------------------------------------------- */

typedef enum look {
  LOOK_NONE,
  LOOK_UNDERLINED,
  LOOK_DIVISION,           /* and its rank */
  LOOK_NUMBER = 16,        /* and its depth */
  LOOK_ROMAN = 32,
  LOOK_LETTER,
  LOOK_CAPITALS,
  LOOK_TITLE,
  LOOK_SENTENCE
} look;

static bool is_body(const policy__page_text *text, const policy__part *part) {
  return part->kind == POLICY_BLOCK_LIST_ITEM || part->kind == POLICY_BLOCK_TABLE ||
         part->kind == POLICY_BLOCK_QUOTE || part->kind == POLICY_BLOCK_FOOTNOTE ||
         part->kind == POLICY_BLOCK_CITATION ||
         (part->kind == POLICY_BLOCK_PARAGRAPH &&
          (part->last > part->first || policy__part_width(text, part) >= PROSE_WIDTH ||
           (last_line(text, part)->flags & INTRODUCES) != 0));
}

/* The look of the marker that a heading may carry, or none. */
static look marker_look(const policy__line *line) {
  switch ((policy__marker_kind)line->marker.kind) {
    case POLICY__MARKER_DIVISION: return (look)(LOOK_DIVISION + line->marker.rank);
    case POLICY__MARKER_NUMBER:
    case POLICY__MARKER_BARE: return (look)(LOOK_NUMBER + (line->marker.depth > 1 ? line->marker.depth : 1));
    case POLICY__MARKER_ROMAN: return LOOK_ROMAN;
    case POLICY__MARKER_LETTER: return LOOK_LETTER;
    default: return LOOK_NONE;
  }
}

/* Whether a heading can have this form at all. */
static bool can_be_heading(const policy__page_text *text, const policy__part *part) {
  const policy__line *line = first_line(text, part), *last = last_line(text, part);
  enum { NEVER = POLICY__LINE_COMMA | POLICY__LINE_SEMICOLON | POLICY__LINE_HYPHEN };
  if (part->kind != POLICY_BLOCK_PARAGRAPH && part->kind != POLICY_BLOCK_LIST_ITEM) return false;
  if (part->last - part->first > 3 || policy__part_width(text, part) > HEADING_WIDTH) return false;
  if (line->words > HEADING_WORDS ||
      (line->flags & (POLICY__LINE_LOWER | POLICY__LINE_PROSE | POLICY__LINE_DIGITS)) != 0)
    return false;
  if ((last->flags & NEVER) != 0 && line->marker.kind != POLICY__MARKER_DIVISION) return false;
  bool open = (last->flags & POLICY__LINE_OPEN) != 0 &&
              (line->flags & (POLICY__LINE_CAPITALS | POLICY__LINE_MARKER)) == 0;
  bool dash = line->marker.kind == POLICY__MARKER_BULLET || line->marker.kind == POLICY__MARKER_DASH;
  return !dash && !open && (line->flags & (POLICY__LINE_UPPER | POLICY__LINE_MARKER)) != 0;
}

/* Whether the next line's first word had no room in this one. */
static bool fills_line(const policy__page_text *text, const policy__part *part) {
  if (!text->layout.wrapped || part->last + 1u >= text->lines.count) return false;
  const policy__line *line = last_line(text, part), *next = line + 1;
  return (line->indent + line->width + next->head + 1u) * 12 > text->layout.width * 11;
}

/* The look of a part as a heading, given whether it stands alone and has text below; or none. */
static look heading_look(const policy__page_text *text, const policy__part *part, bool alone, bool below) {
  const policy__line *line = first_line(text, part), *last = last_line(text, part);
  bool stop = (last->flags & POLICY__LINE_STOP) != 0, question = (last->flags & POLICY__LINE_QUESTION) != 0;
  bool title = (line->flags & (POLICY__LINE_TITLE | POLICY__LINE_CAPITALS)) != 0;
  if ((part->flags & POLICY__PART_UNDERLINED) != 0) return LOOK_UNDERLINED;
  look marked = marker_look(line);
  if (marked > LOOK_DIVISION && marked < LOOK_NUMBER)
    return !stop || line->words <= 3 ? marked : LOOK_NONE;
  if (stop && !(question && title && line->words <= 12)) return LOOK_NONE;
  if (marked != LOOK_NONE) {
    bool numbered = title || marked >= LOOK_ROMAN || marked > LOOK_NUMBER + 1 || line->words <= 8;
    bool parenthesis = (line->marker.style & 48) != 0;
    return numbered && !parenthesis && below && (alone || title) && (last->flags & POLICY__LINE_COLON) == 0
               ? marked
               : LOOK_NONE;
  }
  if ((last->flags & POLICY__LINE_COLON) != 0 && !(title && alone && below)) return LOOK_NONE;
  if ((line->flags & POLICY__LINE_CAPITALS) != 0 && (alone || below || line->words > 1)) return LOOK_CAPITALS;
  if (!below) return LOOK_NONE;
  if (title && (alone || line->width < 60)) return LOOK_TITLE;
  bool brief = part->first == part->last && line->width <= 80 && !fills_line(text, part);
  return alone && brief ? LOOK_SENTENCE : LOOK_NONE;
}

/* Whether a part stands between a heading and its text without being either: a date, a byline, topics. */
static bool is_between(const policy__page_text *text, const policy__part *part) {
  policy__date date;
  policy_string content = policy__part_text(text, part);
  return content.size < 240 &&
         (policy__is_date_line(content, &date) || policy__is_byline(content) || policy__is_topics(content));
}

/* Whether blank lines part most of the blocks, so that their absence says something. */
static bool is_spaced(const policy__page_text *text) {
  size_t spaced = 0;
  for (size_t i = 1; i < text->parts.count; i++)
    if (first_line(text, policy__part_at(text, i))->gap > 0) spaced++;
  return spaced * 3 >= text->parts.count;
}

/* The value of a label in the part before: "From:". */
static bool is_value(const policy__page_text *text, size_t n) {
  enum { LABEL = 20 };
  if (n == 0) return false;
  const policy__line *above = last_line(text, policy__part_at(text, n - 1));
  return (above->flags & POLICY__LINE_COLON) != 0 && above->width <= LABEL;
}

/* Whether the part stands apart, with `gap` blank lines below it. */
static bool is_alone(const policy__page_text *text, size_t n, uint32_t gap, bool spaced) {
  enum { CENTRED = 8 };
  const policy__line *line = first_line(text, policy__part_at(text, n));
  bool above = n == 0 || line->gap > 0;
  bool centred = line->indent >= text->layout.indent + CENTRED && line->width < 60;
  if (centred && (above || gap > 0)) return true;
  if (!text->layout.wrapped)
    return !spaced || (above && gap > 0) ||
           (n > 0 && (last_line(text, policy__part_at(text, n - 1))->flags & POLICY__LINE_STOP) != 0);
  return spaced ? above && gap > 0 : line->width * 4 < text->layout.width * 3;
}

/* The first words of a text are its title when they stand apart and are no sentence. */
static bool opens_text(const policy__page_text *text, size_t n) {
  const policy__part *part = policy__part_at(text, n);
  for (size_t i = 0; i < n; i++)
    if (policy__part_at(text, i)->kind != POLICY_BLOCK_BOILERPLATE &&
        !is_between(text, policy__part_at(text, i)))
      return false;
  return n < 8 && (last_line(text, part)->flags & ENDED) == 0 && text->parts.count > n + 1;
}

/* Headings are found from the end, as what is below decides. A heading right below must be a deeper one, but
   on the title page. */
static void classify_headings(policy__page_text *text) {
  enum { TITLE_PAGE = 8 };
  bool below = false, spaced = is_spaced(text);
  look look_below = LOOK_NONE;
  uint32_t gap_below = 1, chain = 0; /* headings right below, one under the other */
  for (size_t i = text->parts.count; i-- > 0;) {
    policy__part *part = policy__part_at(text, i);
    const policy__line *line = first_line(text, part);
    uint32_t gap = gap_below;
    gap_below = line->gap;
    if (part->kind == POLICY_BLOCK_BOILERPLATE || is_between(text, part)) continue;
    bool alone = is_alone(text, i, gap, spaced);
    bool full = text->layout.wrapped && line->width > text->layout.width;
    look found = LOOK_NONE;
    if (!full && !is_value(text, i) && can_be_heading(text, part)) {
      found = heading_look(text, part, alone, below || look_below != LOOK_NONE);
      bool shallower = found > look_below || (found == look_below && chain > 1);
      if (look_below != LOOK_NONE && shallower && i >= TITLE_PAGE) found = LOOK_NONE;
    }
    if (found == LOOK_NONE && alone && opens_text(text, i) && can_be_heading(text, part)) found = LOOK_TITLE;
    chain = found != LOOK_NONE ? chain + 1 : 0;
    part->style = (uint8_t)found;
    look_below = found;
    if (found != LOOK_NONE) part->kind = POLICY_BLOCK_HEADING;
    below = found == LOOK_NONE && is_body(text, part);
  }
}

/* A look gets its level where it is first met: one below the heading above it. */
static void level_headings(policy__page_text *text) {
  uint8_t levels[256] = {0};
  uint8_t level = 0;
  for (size_t i = 0; i < text->parts.count; i++) {
    policy__part *part = policy__part_at(text, i);
    if (part->kind != POLICY_BLOCK_HEADING) continue;
    uint8_t *known = &levels[part->style];
    if (*known == 0) *known = level < LEVELS ? (uint8_t)(level + 1) : LEVELS;
    part->level = level = *known;
  }
}

/* ---- quotes and items ------------------------------------------------------------------------------------ */

static bool opens_quote(policy_string content) {
  uint32_t c = policy__first_point(content);
  return c == '"' || c == 0x201C || c == 0xAB || c == 0x2018;
}

/* Lines that all stand far in. */
static void classify_quotes(policy__page_text *text) {
  enum { DEEP = 4 };
  for (size_t i = 0; i < text->parts.count; i++) {
    policy__part *part = policy__part_at(text, i);
    if (part->kind != POLICY_BLOCK_PARAGRAPH || first_line(text, part)->indent < text->layout.indent + DEEP)
      continue;
    bool deep = true;
    for (uint32_t n = part->first; deep && n <= part->last; n++)
      deep = policy__line_at(text, n)->indent >= text->layout.indent + DEEP;
    bool behind = i > 0 && (part - 1)->kind != POLICY_BLOCK_HEADING;
    if (deep && behind && (part->last > part->first || opens_quote(policy__part_text(text, part))))
      part->kind = POLICY_BLOCK_QUOTE;
  }
}

typedef struct item {
  uint16_t indent;
  uint8_t style, depth;
} item;

/* An item lies inside the last open one that looks different and does not stand further in. */
static void level_items(policy__page_text *text) {
  item open[LEVELS];
  size_t count = 0;
  for (size_t i = 0; i < text->parts.count; i++) {
    policy__part *part = policy__part_at(text, i);
    if (part->kind == POLICY_BLOCK_HEADING) count = 0;
    if (part->kind != POLICY_BLOCK_LIST_ITEM) continue;
    const policy__line *line = first_line(text, part);
    item this = {line->indent, line->marker.style, line->marker.depth};
    size_t same = count;
    while (same > 0 && !(open[same - 1].style == this.style && open[same - 1].depth == this.depth &&
                         open[same - 1].indent <= this.indent + 1 && this.indent <= open[same - 1].indent + 1))
      same--;
    if (same > 0) count = same;
    else {
      while (count > 0 && open[count - 1].indent > this.indent + 1) count--;
      if (count == LEVELS) count--;
      open[count++] = this;
    }
    part->level = (uint8_t)count;
  }
}

/* A rule of = or - or ~ under a short line makes it a heading. */
static void find_underlines(policy__page_text *text) {
  for (size_t i = 1; i < text->parts.count; i++) {
    policy__part *above = policy__part_at(text, i - 1), *part = policy__part_at(text, i);
    const policy__line *rule = first_line(text, part), *line = last_line(text, above);
    char c = text->text.data[rule->begin];
    if ((rule->flags & POLICY__LINE_RULE) == 0 || rule->gap > 0 || strchr("=-~^", c) == NULL) continue;
    bool fits = rule->width >= 3 && rule->width + 3 >= line->width && rule->width <= line->width + 12u;
    if (fits && above->first == above->last && above->kind != POLICY_BLOCK_BOILERPLATE)
      above->flags |= POLICY__PART_UNDERLINED;
  }
}

void policy__parts_classify(policy__page_text *text) {
  find_underlines(text);
  join_parted_notes(text);
  policy__contents_mark(text);
  classify_notes(text);
  classify_headings(text);
  level_headings(text);
  classify_quotes(text);
  level_items(text);
}
