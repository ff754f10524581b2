/* What the parts of a PDF are. */
#include <math.h>

#include "read/blocks.h"
#include "read/boilerplate.h"
#include "read/citation.h"
#include "read/isodate.h"
#include "read/pdf_layout.h"
#include "read/scan.h"
#include "text/utf8.h"

enum { ENDED = POLICY__LINE_STOP | POLICY__LINE_COLON | POLICY__LINE_SEMICOLON };

static policy__pdf_line *first_line(const policy__pdf *pdf, const policy__pdf_part *part) {
  return policy__pdf_line_at(pdf, part->first);
}

static policy__pdf_line *last_line(const policy__pdf *pdf, const policy__pdf_part *part) {
  return policy__pdf_line_at(pdf, part->last);
}

/* The lines of a part as they stand in the text, which follow each other but in tables, until parts are joined. */
static policy_string part_text(const policy__pdf *pdf, const policy__pdf_part *part) {
  const policy__pdf_line *first = first_line(pdf, part), *last = last_line(pdf, part);
  return (policy_string){pdf->text.data + first->begin, last->end - first->begin};
}

/* ---- the plain kinds ------------------------------------------------------------------------------------- */

static policy_block_kind kind_of(const policy__pdf_line *line) {
  if ((line->flags & (POLICY__PDF_EDGE | POLICY__PDF_CONTENTS)) != 0) return POLICY_BLOCK_BOILERPLATE;
  if ((line->flags & POLICY__PDF_ROW) != 0) return POLICY_BLOCK_TABLE;
  if (line->lead != POLICY_NONE) return POLICY_BLOCK_LIST_ITEM;
  bool bare = (line->form.flags & (POLICY__LINE_RULE | POLICY__LINE_DIGITS)) != 0; /* rules; numbers of figures */
  if (bare && line->next == POLICY_NONE && line->form.marker.kind != POLICY__MARKER_BULLET)
    return POLICY_BLOCK_BOILERPLATE;
  switch ((policy__marker_kind)line->form.marker.kind) {
    case POLICY__MARKER_BULLET:
    case POLICY__MARKER_DASH:
    case POLICY__MARKER_NUMBER:
    case POLICY__MARKER_LETTER:
    case POLICY__MARKER_ROMAN: return POLICY_BLOCK_LIST_ITEM;
    default: return POLICY_BLOCK_PARAGRAPH;
  }
}

/* Notices that say who may copy a document and who answers for it. */
static bool is_imprint(policy_string text) {
  static const char *const phrases[] = {"copyright", "reproduced", "without permission", "all rights reserved",
                                        "responsibility of the author", "reflect the views", "disclaimer",
                                        "isbn", "for public understanding", "printed in", "liability"};
  size_t found = 0;
  for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) found += policy__holds(text, phrases[i]);
  return found >= 2;
}

/* ---- footnotes ------------------------------------------------------------------------------------------- */

/* Whether the letters are plainly smaller than those of the text. */
static bool is_small(const policy__pdf *pdf, const policy__pdf_line *line) {
  return line->size < pdf->size * 0.95F;
}

static bool begins_note(const policy__pdf *pdf, const policy__pdf_line *line) {
  enum { DIGITS = 3 };
  policy_string text = policy__pdf_text(pdf, line);
  const policy__marker *marker = &line->form.marker;
  uint32_t first = policy__first_point(text);
  size_t digits = 0;
  while (digits < text.size && (unsigned)(text.data[digits] - '0') < 10) digits++;
  if (digits > 0) return digits <= DIGITS;
  return line->lead != POLICY_NONE || first == '*' || first == 0x2020 ||
         (marker->kind != POLICY__MARKER_NONE && marker->kind != POLICY__MARKER_BULLET);
}

/* Small letters at the foot of a page that open with a number, and what follows them there. */
static void classify_notes(policy__pdf *pdf) {
  bool open = false;
  uint32_t page = POLICY_NONE;
  for (size_t i = 0; i < pdf->parts.count; i++) {
    policy__pdf_part *part = policy__pdf_part_at(pdf, i);
    const policy__pdf_line *line = first_line(pdf, part);
    if (line->page != page) open = false;
    page = line->page;
    if (part->kind != POLICY_BLOCK_PARAGRAPH && part->kind != POLICY_BLOCK_LIST_ITEM) continue;
    bool low = line->frame.top > policy__pdf_page_at(pdf, page)->height / 3;
    if (!is_small(pdf, line) || (line->flags & POLICY__PDF_LISTED) != 0) open = false;
    else if (open || (low && begins_note(pdf, line))) {
      part->kind = POLICY_BLOCK_FOOTNOTE;
      open = true;
    }
  }
}

/* ---- headings -------------------------------------------------------------------------------------------- */

/* How loud a line speaks: points of its letters, half a point more for bold ones. Headings of one look share it. */
static uint32_t look_of(const policy__pdf_line *line) {
  uint32_t look = (uint32_t)(line->size * 2 + 0.5F) * 4;
  if ((line->flags & POLICY__PDF_BOLD) != 0) look += 2;
  if ((line->flags & POLICY__PDF_ITALIC) == 0) look += 1;
  return look < UINT16_MAX ? look : UINT16_MAX;
}

typedef struct headings {
  policy__pdf *pdf;
  size_t listed; /* headings that a table of contents names */
  uint8_t known[(UINT16_MAX + 1) / 8]; /* the looks of those */
  uint8_t counts[UINT16_MAX + 1];      /* how many parts may be headings of a look, up to 255 */
  uint32_t smallest;                   /* look of those */
} headings;

static bool is_known(const headings *h, uint32_t look) {
  return (h->known[look / 8] >> look % 8 & 1) != 0;
}

/* Whether a heading can have this form at all. */
static bool can_be_heading(const policy__pdf *pdf, const policy__pdf_part *part) {
  enum { LINES = 4, LONGEST = 250, WORDS = 24 };
  const policy__pdf_line *line = first_line(pdf, part), *last = last_line(pdf, part);
  if (part->kind != POLICY_BLOCK_PARAGRAPH && part->kind != POLICY_BLOCK_LIST_ITEM) return false;
  if (part->last - part->first >= LINES || part_text(pdf, part).size > LONGEST) return false;
  uint32_t never = POLICY__LINE_COMMA | POLICY__LINE_SEMICOLON | POLICY__LINE_HYPHEN;
  bool question = (last->form.flags & POLICY__LINE_QUESTION) != 0;
  if ((last->form.flags & never) != 0 || ((last->form.flags & POLICY__LINE_STOP) != 0 && !question)) return false;
  if ((line->form.flags & (POLICY__LINE_LOWER | POLICY__LINE_PROSE | POLICY__LINE_DIGITS)) != 0) return false;
  const policy__marker *marker = line->lead != POLICY_NONE ? &policy__pdf_line_at(pdf, line->lead)->form.marker
                                                            : &line->form.marker;
  bool dash = marker->kind == POLICY__MARKER_BULLET || marker->kind == POLICY__MARKER_DASH;
  policy__date date;
  uint32_t first = policy__first_point(policy__pdf_text(pdf, line));
  bool opens = (line->form.flags & POLICY__LINE_UPPER) != 0 || (policy__classify(first) & POLICY__DIGIT) != 0 ||
               marker->kind != POLICY__MARKER_NONE;
  return !dash && opens && line->form.words <= WORDS && !policy__is_date_line(part_text(pdf, part), &date);
}

/* Whether the letters of a part are louder than those of the text. */
static bool is_loud(const policy__pdf *pdf, const policy__pdf_line *line) {
  if (line->size > pdf->size * 1.08F + 0.3F) return true;
  if (is_small(pdf, line)) return false;
  if ((line->flags & POLICY__PDF_BOLD) != 0) return true;
  if ((line->form.flags & POLICY__LINE_CAPITALS) != 0 && line->form.words > 0) return true;
  if (pdf->styled && line->colour != pdf->colour && (line->form.flags & POLICY__LINE_TITLE) != 0) return true;
  if (line->form.marker.kind == POLICY__MARKER_DIVISION) return true;
  return (line->flags & POLICY__PDF_ITALIC) != 0 && (line->form.flags & POLICY__LINE_COLON) == 0;
}

static void note_listed(headings *h) {
  h->smallest = UINT16_MAX;
  for (size_t i = 0; i < h->pdf->parts.count; i++) {
    const policy__pdf_part *part = policy__pdf_part_at(h->pdf, i);
    const policy__pdf_line *line = first_line(h->pdf, part);
    uint32_t look = look_of(line);
    if (can_be_heading(h->pdf, part) && is_loud(h->pdf, line) && h->counts[look] < UINT8_MAX) h->counts[look]++;
    if ((line->flags & POLICY__PDF_LISTED) == 0) continue;
    h->listed++;
    h->known[look / 8] |= (uint8_t)(1 << look % 8);
    if (look < h->smallest) h->smallest = look;
  }
}

static bool is_body(const policy__pdf_part *part) {
  return part->kind != POLICY_BLOCK_BOILERPLATE && part->kind != POLICY_BLOCK_FOOTNOTE;
}

static bool are_siblings(const policy__pdf *pdf, const policy__pdf_part *a, const policy__pdf_part *b) {
  const policy__pdf_line *one = first_line(pdf, a), *other = first_line(pdf, b);
  return b->kind == POLICY_BLOCK_LIST_ITEM && fabsf(one->size - other->size) < 0.5F &&
         one->form.marker.style == other->form.marker.style && one->form.marker.depth == other->form.marker.depth;
}

/* Whether the part before or behind, debris and notes aside, is an item of the same numbering: then both are of a
   list. */
static bool is_of_list(const policy__pdf *pdf, size_t n) {
  enum { NEAR = 6 };
  const policy__pdf_part *part = policy__pdf_part_at(pdf, n);
  if (part->kind != POLICY_BLOCK_LIST_ITEM) return false;
  if ((last_line(pdf, part)->form.flags & POLICY__LINE_COLON) != 0) return true;
  size_t above = n, below = n + 1;
  while (above > 0 && n - above < NEAR && !is_body(policy__pdf_part_at(pdf, above - 1))) above--;
  while (below < pdf->parts.count && below - n < NEAR && !is_body(policy__pdf_part_at(pdf, below))) below++;
  return (above > 0 && are_siblings(pdf, part, policy__pdf_part_at(pdf, above - 1))) ||
         (below < pdf->parts.count && are_siblings(pdf, part, policy__pdf_part_at(pdf, below)));
}

static bool is_heading(const headings *h, size_t n) {
  const policy__pdf *pdf = h->pdf;
  const policy__pdf_part *part = policy__pdf_part_at(pdf, n);
  const policy__pdf_line *line = first_line(pdf, part);
  if ((line->flags & POLICY__PDF_LISTED) != 0)
    return part->kind == POLICY_BLOCK_PARAGRAPH || part->kind == POLICY_BLOCK_LIST_ITEM;
  if (!can_be_heading(pdf, part) || !is_loud(pdf, line) || is_of_list(pdf, n)) return false;
  enum { ENOUGH = 3, OFTEN = 3, LOUDER = 24 };
  uint32_t look = look_of(line);
  if (h->listed < ENOUGH || is_known(h, look) || look > h->smallest + LOUDER) return true;
  bool bold = (line->flags & (POLICY__PDF_BOLD | POLICY__PDF_ITALIC)) == POLICY__PDF_BOLD;
  return bold && h->counts[look] >= OFTEN; /* of a level that the contents leave out */
}

/* Headings stand over something: from the end, as what is below decides. */
static void classify_headings(headings *h) {
  policy__pdf *pdf = h->pdf;
  bool below = false;
  for (size_t i = pdf->parts.count; i-- > 0;) {
    policy__pdf_part *part = policy__pdf_part_at(pdf, i);
    bool listed = (first_line(pdf, part)->flags & POLICY__PDF_LISTED) != 0;
    if (is_heading(h, i) && (below || listed)) {
      part->kind = POLICY_BLOCK_HEADING;
      part->style = (uint16_t)look_of(first_line(pdf, part));
    } else if (is_body(part)) below = true;
  }
}

/* ---- levels ---------------------------------------------------------------------------------------------- */

/* Looks of title pages, which nothing behind them has, say little about levels. */
static bool is_ranked(const policy__pdf *pdf, const policy__pdf_part *part) {
  return part->kind == POLICY_BLOCK_HEADING && (first_line(pdf, part)->page > 0 || pdf->pages.count == 1);
}

/* The next quieter look of a heading below `look`, of the ranked or of all; or 0. */
static uint32_t next_look(const policy__pdf *pdf, uint32_t look, bool ranked) {
  uint32_t found = 0;
  for (size_t i = 0; i < pdf->parts.count; i++) {
    const policy__pdf_part *part = policy__pdf_part_at(pdf, i);
    bool counts = ranked ? is_ranked(pdf, part) : part->kind == POLICY_BLOCK_HEADING;
    if (counts && part->style < look && part->style > found) found = part->style;
  }
  return found;
}

static void set_level(policy__pdf *pdf, uint32_t look, uint8_t level) {
  for (size_t i = 0; i < pdf->parts.count; i++) {
    policy__pdf_part *part = policy__pdf_part_at(pdf, i);
    if (part->kind == POLICY_BLOCK_HEADING && part->style == look) part->level = level;
  }
}

enum { LEVELS = 9, LOOKS = 64 };

/* The louder the look, the higher the level; the loudest of all has the first, on a title page or not. Looks that
   differ in half a point alone are one. */
static void rank_looks(policy__pdf *pdf) {
  uint32_t first = next_look(pdf, UINT16_MAX + 1u, false), above = UINT16_MAX + 1u;
  uint32_t look = next_look(pdf, above, true);
  uint8_t level = 0;
  if (first > look) set_level(pdf, above = first, ++level);
  for (int n = 0; look != 0 && n < LOOKS; n++) {
    bool same = level > 0 && above - look < 3 && (look & 2) == (above & 2);
    if (!same && level < LEVELS) level++;
    set_level(pdf, look, level);
    above = look;
    look = next_look(pdf, look, true);
  }
}

/* What the ranks leave over: one below the quietest that is louder. */
static uint8_t level_below(const policy__pdf *pdf, uint32_t look) {
  uint8_t level = 0;
  for (size_t i = 0; i < pdf->parts.count; i++) {
    const policy__pdf_part *part = policy__pdf_part_at(pdf, i);
    if (part->kind == POLICY_BLOCK_HEADING && part->style > look && part->level > level) level = part->level;
  }
  return level < LEVELS ? level + 1 : LEVELS;
}

static void level_headings(policy__pdf *pdf) {
  rank_looks(pdf);
  for (uint32_t look = next_look(pdf, UINT16_MAX + 1u, false), n = 0; look != 0 && n < LOOKS; n++) {
    for (size_t i = 0; i < pdf->parts.count; i++) {
      policy__pdf_part *part = policy__pdf_part_at(pdf, i);
      if (part->kind != POLICY_BLOCK_HEADING || part->style != look || part->level > 0) continue;
      set_level(pdf, look, level_below(pdf, look));
      break;
    }
    look = next_look(pdf, look, false);
  }
  for (size_t i = 0; i < pdf->parts.count; i++) {
    policy__pdf_part *part = policy__pdf_part_at(pdf, i);
    if (part->kind != POLICY_BLOCK_HEADING) continue;
    const policy__marker *marker = &first_line(pdf, part)->form.marker;
    if (part->level == 0) part->level = LEVELS;
    bool deeper = marker->kind == POLICY__MARKER_NUMBER && marker->depth > 1 && part->level < marker->depth;
    if (deeper) part->level = marker->depth;
  }
}

/* ---- all together ---------------------------------------------------------------------------------------- */

/* A heading over an imprint belongs to it. */
static void classify_imprint(policy__pdf *pdf) {
  for (size_t i = 0; i < pdf->parts.count; i++) {
    policy__pdf_part *part = policy__pdf_part_at(pdf, i);
    if (part->kind != POLICY_BLOCK_PARAGRAPH && part->kind != POLICY_BLOCK_FOOTNOTE) continue;
    if (!is_imprint(part_text(pdf, part))) continue;
    part->kind = POLICY_BLOCK_BOILERPLATE;
    if (i == 0 || (part - 1)->kind != POLICY_BLOCK_HEADING) continue;
    policy__pdf_part *above = part - 1;
    policy_string head = part_text(pdf, above);
    if (policy__equals(head, "disclaimer") || policy__equals(head, "copyright") ||
        policy__equals(head, "legal notice") || policy__equals(head, "imprint"))
      above->kind = POLICY_BLOCK_BOILERPLATE;
  }
}

/* An item lies inside of those that begin further to the left. */
static void level_items(policy__pdf *pdf) {
  float open[LEVELS];
  size_t count = 0;
  for (size_t i = 0; i < pdf->parts.count; i++) {
    policy__pdf_part *part = policy__pdf_part_at(pdf, i);
    if (part->kind == POLICY_BLOCK_HEADING || part->kind == POLICY_BLOCK_PARAGRAPH) count = 0;
    if (part->kind != POLICY_BLOCK_LIST_ITEM) continue;
    const policy__pdf_line *line = first_line(pdf, part);
    while (count > 0 && open[count - 1] > line->frame.left - line->size / 2) count--;
    if (count == LEVELS) count--;
    open[count++] = line->frame.left;
    part->level = (uint8_t)count;
  }
}

policy_status policy__pdf_classify(policy__pdf *pdf) {
  headings *h = policy__allocate(pdf->allocator, sizeof *h);
  if (h == NULL) return POLICY_ERROR_NO_MEMORY;
  *h = (headings){.pdf = pdf};
  for (size_t i = 0; i < pdf->parts.count; i++) {
    policy__pdf_part *part = policy__pdf_part_at(pdf, i);
    part->kind = (uint8_t)kind_of(first_line(pdf, part));
    if (part->kind != POLICY_BLOCK_PARAGRAPH) continue;
    policy_string text = part_text(pdf, part);
    if (policy__is_caption(text)) part->kind = POLICY_BLOCK_CAPTION;
    else if (policy__is_citation(text)) part->kind = POLICY_BLOCK_CITATION;
    else if (text.size < 80 && policy__is_site_phrase(text)) part->kind = POLICY_BLOCK_BOILERPLATE;
  }
  classify_notes(pdf);
  note_listed(h);
  classify_headings(h);
  level_headings(pdf);
  classify_imprint(pdf);
  level_items(pdf);
  policy__release(pdf->allocator, h, sizeof *h);
  policy__pdf_join(pdf);
  return POLICY_OK;
}
