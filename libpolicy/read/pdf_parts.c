/* Which lines of a PDF belong together. */
#include <math.h>

#include "read/pdf_layout.h"
#include "read/scan.h"
#include "text/utf8.h"

enum {
  ENDED = POLICY__LINE_STOP | POLICY__LINE_COLON | POLICY__LINE_SEMICOLON,
  RUNS_ON = POLICY__LINE_OPEN | POLICY__LINE_COMMA | POLICY__LINE_HYPHEN
};

/* ---- two lines ------------------------------------------------------------------------------------------- */

/* Whether the first word of the next line would have had room in this one: then it was ended on purpose. */
static bool has_room(const policy__pdf *pdf, const policy__pdf_line *line, const policy__pdf_line *next) {
  const policy__frame *head = &POLICY__AT(&pdf->words, policy__pdf_word, next->word)->frame;
  return line->frame.right + (head->right - head->left) + line->size < line->column;
}

static bool is_alike(const policy__pdf_line *a, const policy__pdf_line *b) {
  float most = fmaxf(a->size, b->size);
  return fabsf(a->size - b->size) <= fmaxf(most / 14, 0.6F);
}

static bool share_column(const policy__pdf_line *a, const policy__pdf_line *b) {
  return fminf(a->frame.right, b->frame.right) > fmaxf(a->frame.left, b->frame.left);
}

static bool share_row(const policy__pdf_line *a, const policy__pdf_line *b) {
  return a->page == b->page && fabsf(a->base - b->base) < fmaxf(a->size, b->size) * 0.5F;
}

static bool has_marker(const policy__pdf_line *line) {
  return line->lead != POLICY_NONE || line->form.marker.kind != POLICY__MARKER_NONE;
}

/* Whether the line begins an item, to judge by the line above. */
static bool begins_item(const policy__pdf *pdf, const policy__pdf_line *line, const policy__pdf_line *above) {
  const policy__marker *marker = &line->form.marker;
  policy_string text = policy__pdf_text(pdf, above);
  bool listed = text.size > 4 && (policy__equals(policy__piece(text, text.size - 4, text.size), " and") ||
                                  policy__equals(policy__piece(text, text.size - 3, text.size), " or"));
  bool fresh = (above->form.flags & (ENDED | POLICY__LINE_COMMA)) != 0 || listed || has_room(pdf, above, line) ||
               above->block != line->block;
  policy_string words = policy__piece(policy__pdf_text(pdf, line), marker->size, line->end - line->begin);
  bool lower = (policy__classify(policy__first_point(words)) & POLICY__LOWER) != 0;
  switch ((policy__marker_kind)marker->kind) {
    case POLICY__MARKER_NONE: return false;
    case POLICY__MARKER_BULLET: return true;
    case POLICY__MARKER_BARE:
    case POLICY__MARKER_NOTE: return fresh && (above->form.flags & POLICY__LINE_STOP) != 0;
    default: break;
  }
  bool ended = (above->form.flags & (ENDED | POLICY__LINE_COMMA)) != 0 || listed || has_marker(above);
  return fresh && (above->form.flags & POLICY__LINE_OPEN) == 0 && (ended || !lower);
}

/* ---- lines to parts -------------------------------------------------------------------------------------- */

/* A part that is being filled. */
typedef struct filling {
  policy__pdf *pdf;
  policy__pdf_part *part;
  const policy__pdf_line *first, *line; /* its first line, and its last so far */
  uint32_t rows;
  float leading; /* between its lines; 0: it has one */
} filling;

/* Whether the next line is the next row of the same paragraph, to judge by its distance. */
static bool is_near(const filling *f, const policy__pdf_line *next) {
  float step = next->base - f->line->base, usual = f->leading;
  float scale = f->pdf->size > 0 ? f->line->size / f->pdf->size : 1;
  if (step <= 0) return false;
  if (usual > 0) return step < usual * 1.2F + 0.5F;
  usual = f->pdf->leading * fmaxf(scale, 0.8F);
  return step < usual * 1.3F + 0.5F;
}

/* Whether indents say that a paragraph begins with the next line. */
static bool is_indented(const filling *f, const policy__pdf_line *next) {
  float shift = next->frame.left - f->line->frame.left, em = f->line->size;
  bool ended = (f->line->form.flags & ENDED) != 0 || has_room(f->pdf, f->line, next);
  bool middle = (next->flags & f->line->flags & POLICY__PDF_MIDDLE) != 0;
  if (middle) return false;
  if (shift > em * 0.8F) return f->rows > 1 ? ended : ended && !has_marker(f->first);
  if (shift < -em * 0.8F && f->rows > 1) return ended;
  return shift < -em * 0.8F && has_marker(f->first) && ended;
}

static bool goes_on_below(const filling *f, const policy__pdf_line *next) {
  const policy__pdf_line *line = f->line;
  uint32_t a = line->form.flags, b = next->form.flags;
  bool room = has_room(f->pdf, line, next), bold = ((line->flags ^ next->flags) & POLICY__PDF_BOLD) != 0;
  if (!is_near(f, next) || !share_column(line, next)) return false;
  if (!is_alike(line, next)) return false;
  bool item = has_marker(f->first);
  if (bold && (room || ((b & POLICY__LINE_LOWER) == 0 && !item))) return false;
  if (begins_item(f->pdf, next, line) || is_indented(f, next)) return false;
  if (room && (a & ENDED) != 0 && (b & POLICY__LINE_LOWER) == 0) return false;
  if (room && f->rows == 1 && line->colour != next->colour) return false;
  return true;
}

static bool goes_on(const filling *f, const policy__pdf_line *next) {
  enum { KIND = POLICY__PDF_EDGE | POLICY__PDF_CONTENTS };
  const policy__pdf_line *line = f->line;
  if (((line->flags ^ next->flags) & KIND) != 0 || line->page != next->page) return false;
  if ((line->flags & KIND) != 0) return true;
  if ((next->flags & POLICY__PDF_BREAK) != 0) return false;
  if ((line->flags & next->flags & POLICY__PDF_LISTED) != 0) return true;
  if (share_row(line, next)) {
    float gap = next->frame.left - line->frame.right;
    return gap > -line->size && gap < line->size * 3;
  }
  return goes_on_below(f, next);
}

static void append(filling *f, policy__pdf_line *next, uint32_t n) {
  policy__pdf_line *line = policy__pdf_line_at(f->pdf, f->part->last);
  if (!share_row(line, next)) {
    if (f->leading <= 0 && next->base > line->base) f->leading = next->base - line->base;
    f->rows++;
  }
  line->next = n;
  f->part->last = n;
  f->line = next;
}

/* A table is one part, where the first of its lines stands. */
static policy_status add_table(policy__pdf *pdf, const policy__pdf_line *line) {
  policy_status status = POLICY_OK;
  policy__pdf_part *table = POLICY__AT(&pdf->tables, policy__pdf_part, line->table - 1);
  if (table->first == POLICY_NONE) return status;
  policy__pdf_part *part = policy__array_push(&pdf->parts, &status);
  if (part != NULL) *part = *table;
  table->first = POLICY_NONE;
  return status;
}

policy_status policy__pdf_parts(policy__pdf *pdf) {
  policy_status status = POLICY_OK;
  filling f = {.pdf = pdf};
  for (uint32_t n = 0; n < pdf->lines.count && status == POLICY_OK; n++) {
    policy__pdf_line *line = policy__pdf_line_at(pdf, n);
    if ((line->flags & POLICY__PDF_LEAD) != 0) continue;
    if (line->table > 0) {
      status = add_table(pdf, line);
      f.part = NULL;
      continue;
    }
    if (f.part != NULL && goes_on(&f, line)) {
      append(&f, line, n);
      continue;
    }
    f.part = policy__array_push(&pdf->parts, &status);
    if (f.part == NULL) return status;
    f.part->first = f.part->last = n;
    f.first = f.line = line;
    f.rows = 1;
    f.leading = 0;
  }
  return status;
}

/* ---- over columns and pages ------------------------------------------------------------------------------ */

static bool is_text(const policy__pdf_part *part) {
  return part->kind == POLICY_BLOCK_PARAGRAPH || part->kind == POLICY_BLOCK_LIST_ITEM;
}

/* Whether the next part is the rest of this one, behind the end of a column or page, or behind what stands between
   (`apart`). */
static bool is_rest(const policy__pdf *pdf, const policy__pdf_part *part, const policy__pdf_part *next, bool apart) {
  const policy__pdf_line *line = policy__pdf_line_at(pdf, part->last), *below = policy__pdf_line_at(pdf, next->first);
  if (next->kind != POLICY_BLOCK_PARAGRAPH || (below->flags & POLICY__PDF_BREAK) != 0) return false;
  if (!is_alike(line, below) || ((line->flags ^ below->flags) & POLICY__PDF_BOLD) != 0) return false;
  bool jump = apart || below->page != line->page || below->base < line->base || !share_column(line, below);
  uint32_t a = line->form.flags, b = below->form.flags;
  if ((a & (ENDED | POLICY__LINE_CAPITALS)) != 0) return false;
  if ((b & POLICY__LINE_LOWER) != 0)
    return jump || below->base - line->base < pdf->leading * 2.5F;
  if (!jump || has_room(pdf, line, below)) return false;
  return below->form.marker.kind == POLICY__MARKER_NONE &&
         ((a & RUNS_ON) != 0 || part->first != part->last || line->form.words > 6);
}

/* The part that goes on behind `n`, or 0: what stands between may be debris, notes, tables and figures. */
static size_t find_rest(const policy__pdf *pdf, size_t n) {
  enum { WINDOW = 24 };
  bool apart = false;
  for (size_t i = n + 1; i < pdf->parts.count && i <= n + WINDOW; i++) {
    const policy__pdf_part *next = policy__pdf_part_at(pdf, i);
    if (next->first == POLICY_NONE) continue;
    if (is_rest(pdf, policy__pdf_part_at(pdf, n), next, apart)) return i;
    apart = true;
    if (is_text(next) || next->kind == POLICY_BLOCK_HEADING) return 0;
  }
  return 0;
}

void policy__pdf_join(policy__pdf *pdf) {
  size_t kept = 0;
  for (size_t i = 0; i < pdf->parts.count; i++) {
    policy__pdf_part *part = policy__pdf_part_at(pdf, i);
    if (part->first == POLICY_NONE || !is_text(part)) continue;
    for (size_t rest = find_rest(pdf, i); rest != 0; rest = find_rest(pdf, i)) {
      policy__pdf_part *next = policy__pdf_part_at(pdf, rest);
      policy__pdf_line_at(pdf, part->last)->next = next->first;
      part->last = next->last;
      next->first = POLICY_NONE;
    }
  }
  for (size_t i = 0; i < pdf->parts.count; i++) {
    const policy__pdf_part *part = policy__pdf_part_at(pdf, i);
    if (part->first != POLICY_NONE) *policy__pdf_part_at(pdf, kept++) = *part;
  }
  pdf->parts.count = kept;
}

policy_status policy__pdf_lay_out(policy__pdf *pdf) {
  policy_status status = policy__pdf_measure(pdf);
  if (status == POLICY_OK) status = policy__pdf_contents(pdf);
  if (status == POLICY_OK) status = policy__pdf_tables(pdf);
  if (status == POLICY_OK) status = policy__pdf_parts(pdf);
  return status == POLICY_OK ? policy__pdf_classify(pdf) : status;
}
