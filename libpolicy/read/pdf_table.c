/* Tables: rows of cells next to each other, which the layout of the page has torn apart. */
#include <math.h>

#include "read/pdf_rows.h"

/* ---- tables ---------------------------------------------------------------------------------------------- */

/* Links the lines of the rows, and keeps the chain as a table. */
static policy_status add_table(policy__pdf_rows *f, size_t first, size_t last) {
  policy_status status = POLICY_OK;
  policy__pdf_part *table = policy__array_push(&f->pdf->tables, &status);
  if (table == NULL) return status;
  const policy__pdf_row *bottom = policy__pdf_row_at(f, last);
  uint32_t begin = policy__pdf_row_at(f, first)->first, end = bottom->first + bottom->count;
  table->kind = POLICY_BLOCK_TABLE;
  table->first = policy__pdf_placed_at(f, begin)->line;
  table->last = policy__pdf_placed_at(f, end - 1)->line;
  for (uint32_t i = begin; i < end; i++) {
    policy__pdf_line *line = policy__pdf_line_at(f->pdf, policy__pdf_placed_at(f, i)->line);
    line->flags |= POLICY__PDF_ROW;
    line->table = (uint32_t)f->pdf->tables.count;
    line->next = i + 1 < end ? policy__pdf_placed_at(f, i + 1)->line : POLICY_NONE;
  }
  return POLICY_OK;
}

/* Whether the row is text above, between or below tables; what begins further in fills up a cell. */
static bool is_prose(const policy__pdf_rows *f, const policy__pdf_row *r, float left) {
  enum { WORDS = 9 };
  uint32_t words = 0;
  for (uint32_t i = 0; i < r->count; i++) words += policy__pdf_line_of(f, r->first + i)->words;
  return r->cells == 1 && words >= WORDS && r->left < left + f->pdf->size * 2;
}

/* The rows right below the last that go on in its cells. */
static size_t end_of_table(const policy__pdf_rows *f, size_t last, float left) {
  enum { MOST = 4 };
  for (size_t k = last + 1; k < f->rows.count && k <= last + MOST; k++) {
    const policy__pdf_row *r = policy__pdf_row_at(f, k), *above = policy__pdf_row_at(f, k - 1);
    if (is_prose(f, r, left) || r->base - above->base > f->pdf->leading * 1.25F) return k - 1;
    if (r->left < left - f->pdf->size || policy__pdf_line_of(f, r->first)->size > f->pdf->size + 0.5F) return k - 1;
  }
  return last; /* more is text that stands close */
}

/* A table is three tabular rows or more, with rows between that fill up their cells: more of these where the rows have
   three cells. */
static policy_status find_tables(policy__pdf_rows *f) {
  enum { LEAST = 3, BETWEEN = 4 };
  policy_status status = POLICY_OK;
  for (size_t i = 0; i < f->rows.count && status == POLICY_OK; i++) {
    if (!policy__pdf_row_at(f, i)->tabular) continue;
    size_t last = i, tabular = 1, wide = policy__pdf_row_at(f, i)->cells > 2;
    float left = policy__pdf_row_at(f, i)->left;
    for (size_t k = i + 1; k < f->rows.count && k - last <= BETWEEN; k++) {
      const policy__pdf_row *r = policy__pdf_row_at(f, k), *above = policy__pdf_row_at(f, k - 1);
      if (is_prose(f, r, left) || r->base - above->base > f->pdf->leading * 4) break;
      if (!r->tabular) continue;
      last = k;
      tabular++;
      wide += r->cells > 2;
      left = fminf(left, r->left);
    }
    bool dense = tabular * 2 > last - i || (wide * 2 > tabular && tabular * 4 > last - i);
    if (tabular >= LEAST && dense) {
      last = end_of_table(f, last, left);
      status = add_table(f, i, last);
    }
    i = last;
  }
  return status;
}

/* ---- bullets and contents -------------------------------------------------------------------------------- */

/* Whether a line is the bullet or the number of an item, whose words stand in the same row. */
static bool leads_item(const policy__pdf_line *line, const policy__pdf_line *next) {
  const policy__marker *marker = &line->form.marker;
  bool sign = marker->kind != POLICY__MARKER_NONE && marker->kind != POLICY__MARKER_BARE &&
              marker->size >= line->end - line->begin;
  float gap = next->frame.left - line->frame.right;
  return sign && gap < next->size * 5 && fabsf(next->base - line->base) < next->size * 0.45F &&
         (next->form.flags & POLICY__LINE_DIGITS) == 0;
}

/* Whether a line is the number of a note in small letters, a little above its words. */
static bool leads_note(const policy__pdf_rows *f, const policy__pdf_line *line, const policy__pdf_line *next) {
  enum { DIGITS = 3 };
  bool number = (line->form.flags & POLICY__LINE_DIGITS) != 0 && line->end - line->begin <= DIGITS;
  if (!number || next->size > f->pdf->size * 0.95F || line->size > next->size + 0.5F) return false;
  float rise = next->base - line->base;
  return next->frame.left - line->frame.right < next->size * 1.5F && rise > -1 && rise < next->size &&
         (next->form.flags & POLICY__LINE_DIGITS) == 0;
}

/* A lead is looked for among the lines that come right after it from top to bottom. */
static void find_leads(policy__pdf_rows *f) {
  enum { NEAR = 6 };
  for (size_t i = 0; i < f->lines.count; i++) {
    policy__pdf_line *line = policy__pdf_line_at(f->pdf, policy__pdf_placed_at(f, i)->line);
    if (line->words > 1) continue;
    for (size_t k = i + 1; k < f->lines.count && k <= i + NEAR; k++) {
      policy__pdf_line *next = policy__pdf_line_at(f->pdf, policy__pdf_placed_at(f, k)->line);
      if (next->lead != POLICY_NONE || next->frame.left < line->frame.right) continue;
      if (!leads_item(line, next) && !leads_note(f, line, next)) continue;
      line->flags |= POLICY__PDF_LEAD;
      next->lead = policy__pdf_placed_at(f, i)->line;
      next->flags |= POLICY__PDF_BREAK;
      break;
    }
  }
}

/* The entries of contents, each in one row with its page number. */
static policy_status find_contents(policy__pdf_rows *f, const policy__pdf_page *page) {
  const policy__pdf_choice choice = {POLICY__PDF_BOTH, POLICY__PDF_CONTENTS, 0};
  policy_status status = policy__pdf_rows_take(f, page, choice);
  if (status == POLICY_OK) status = policy__pdf_rows_find(f);
  return status == POLICY_OK && f->rows.count > 0 ? add_table(f, 0, f->rows.count - 1) : status;
}

static policy_status find_on_page(policy__pdf_rows *f, const policy__pdf_page *page) {
  policy__pdf_choice choice = {
      POLICY__PDF_BOTH, 0, POLICY__PDF_EDGE | POLICY__PDF_CONTENTS | POLICY__PDF_LISTED | POLICY__PDF_LEAD};
  policy_status status = policy__pdf_rows_take(f, page, choice);
  if (status == POLICY_OK) {
    find_leads(f);
    status = policy__pdf_rows_take(f, page, choice);
  }
  if (status == POLICY_OK) status = policy__pdf_rows_find(f);
  if (status != POLICY_OK) return status;
  policy__pdf_rows_gutter(f);
  if (f->gutter <= 0) return find_tables(f);
  for (choice.side = POLICY__PDF_LEFT; choice.side <= POLICY__PDF_RIGHT && status == POLICY_OK; choice.side++) {
    status = policy__pdf_rows_take(f, page, choice);
    if (status == POLICY_OK) status = policy__pdf_rows_find(f);
    if (status == POLICY_OK) status = find_tables(f);
  }
  return status;
}

policy_status policy__pdf_sort_contents(policy__pdf *pdf) {
  return policy__pdf_rows_each(pdf, find_contents);
}

policy_status policy__pdf_tables(policy__pdf *pdf) {
  return policy__pdf_rows_each(pdf, find_on_page);
}
