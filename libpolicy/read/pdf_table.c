/* Tables: rows of cells next to each other, which the layout of the page has torn apart. */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_layout.h"

/* Lines of a page from top to bottom, and from left to right in a row. */
typedef struct placed {
  uint32_t line, row;
  float base, left;
} placed;

/* A row: lines `first` to `first + count - 1` of the sorted page. */
typedef struct row {
  uint32_t first, count;
  uint32_t cells, prose, brief; /* cells; those of many words; those of few */
  float base, left, right, gap; /* gap: the middle of the one between two cells of prose, or 0 */
  bool tabular;
} row;

typedef struct finding {
  policy__pdf *pdf;
  policy__array lines; /* of placed: those of one side of the page */
  policy__array rows;
  float gutter; /* between the columns of a page with two; 0: it has one */
} finding;

static placed *placed_at(const finding *f, size_t n) {
  return POLICY__AT(&f->lines, placed, n);
}

static row *row_at(const finding *f, size_t n) {
  return POLICY__AT(&f->rows, row, n);
}

static const policy__pdf_line *line_at(const finding *f, size_t n) {
  return policy__pdf_line_at(f->pdf, placed_at(f, n)->line);
}

/* ---- rows ------------------------------------------------------------------------------------------------ */

static int by_base(const void *a, const void *b) {
  const placed *left = a, *right = b;
  if (left->base != right->base) return left->base < right->base ? -1 : 1;
  return (left->line > right->line) - (left->line < right->line);
}

static int by_row(const void *a, const void *b) {
  const placed *left = a, *right = b;
  if (left->row != right->row) return left->row < right->row ? -1 : 1;
  if (left->left != right->left) return left->left < right->left ? -1 : 1;
  return (left->line > right->line) - (left->line < right->line);
}

typedef enum half { BOTH, LEFT, RIGHT } half;

/* The lines of a page that stand on a side of its gutter. */
static policy_status take_lines(finding *f, const policy__pdf_page *page, half side) {
  policy_status status = POLICY_OK;
  f->lines.count = 0;
  for (uint32_t i = 0; i < page->count && status == POLICY_OK; i++) {
    const policy__pdf_line *line = policy__pdf_line_at(f->pdf, page->first + i);
    if ((line->flags & (POLICY__PDF_EDGE | POLICY__PDF_CONTENTS | POLICY__PDF_LISTED | POLICY__PDF_LEAD)) != 0) continue;
    if ((side == LEFT && line->frame.left > f->gutter) || (side == RIGHT && line->frame.right < f->gutter)) continue;
    if (side == RIGHT && line->frame.left < f->gutter) continue;
    placed *item = policy__array_push(&f->lines, &status);
    if (item != NULL) *item = (placed){page->first + i, 0, line->base, line->frame.left};
  }
  return status;
}

static void sort_rows(finding *f) {
  if (f->lines.count == 0) return;
  qsort(f->lines.items, f->lines.count, sizeof(placed), by_base);
  uint32_t number = 0;
  float base = placed_at(f, 0)->base;
  for (size_t i = 0; i < f->lines.count; i++) {
    placed *item = placed_at(f, i);
    if (item->base - base > line_at(f, i)->size * 0.45F) number++, base = item->base;
    item->row = number;
  }
  qsort(f->lines.items, f->lines.count, sizeof(placed), by_row);
}

/* Counts the cells of a row, from the gaps between its lines. */
static void count_cells(const finding *f, row *r) {
  enum { MANY = 5, FEW = 3 };
  uint32_t words = 0;
  for (uint32_t i = 0; i < r->count; i++) {
    const policy__pdf_line *line = line_at(f, r->first + i);
    const policy__pdf_line *next = i + 1 < r->count ? line_at(f, r->first + i + 1) : NULL;
    words += line->words;
    r->right = fmaxf(r->right, line->frame.right);
    if (next != NULL && next->frame.left - line->frame.right < line->size) continue;
    r->cells++;
    if (words >= MANY) r->prose++;
    if (words <= FEW) r->brief++;
    if (next != NULL && r->cells == 1) r->gap = (line->frame.right + next->frame.left) / 2;
    words = 0;
  }
  r->tabular = (r->cells >= 2 && r->brief > 0) || r->cells >= 4;
}

static policy_status find_rows(finding *f) {
  policy_status status = POLICY_OK;
  sort_rows(f);
  f->rows.count = 0;
  for (uint32_t i = 0; i < f->lines.count;) {
    row *r = policy__array_push(&f->rows, &status);
    if (r == NULL) return status;
    *r = (row){.first = i, .base = placed_at(f, i)->base, .left = placed_at(f, i)->left};
    while (i < f->lines.count && placed_at(f, i)->row == placed_at(f, r->first)->row) i++, r->count++;
    count_cells(f, r);
  }
  return POLICY_OK;
}

/* A page has two columns when prose stands next to prose in many of its rows. */
static void find_gutter(finding *f) {
  enum { LEAST = 6 };
  size_t both = 0, some = 0;
  double sum = 0;
  for (size_t i = 0; i < f->rows.count; i++) {
    const row *r = row_at(f, i);
    if (r->cells < 2) continue;
    some++;
    if (r->cells != 2 || r->prose != 2) continue;
    both++;
    sum += r->gap;
  }
  f->gutter = both >= LEAST && both * 3 >= some ? (float)(sum / (double)both) : 0;
}

/* ---- tables ---------------------------------------------------------------------------------------------- */

/* Links the lines of the rows, and keeps the chain as a table. */
static policy_status add_table(finding *f, size_t first, size_t last) {
  policy_status status = POLICY_OK;
  policy__pdf_part *table = policy__array_push(&f->pdf->tables, &status);
  if (table == NULL) return status;
  uint32_t begin = row_at(f, first)->first, end = row_at(f, last)->first + row_at(f, last)->count;
  table->kind = POLICY_BLOCK_TABLE;
  table->first = placed_at(f, begin)->line;
  table->last = placed_at(f, end - 1)->line;
  for (uint32_t i = begin; i < end; i++) {
    policy__pdf_line *line = policy__pdf_line_at(f->pdf, placed_at(f, i)->line);
    line->flags |= POLICY__PDF_ROW;
    line->table = (uint32_t)f->pdf->tables.count;
    line->next = i + 1 < end ? placed_at(f, i + 1)->line : POLICY_NONE;
  }
  return POLICY_OK;
}

/* Whether the row is text above, between or below tables; what begins further in fills up a cell. */
static bool is_prose(const finding *f, const row *r, float left) {
  enum { WORDS = 9 };
  uint32_t words = 0;
  for (uint32_t i = 0; i < r->count; i++) words += line_at(f, r->first + i)->words;
  return r->cells == 1 && words >= WORDS && r->left < left + f->pdf->size * 2;
}

/* A table is three tabular rows or more, with rows between that fill up their cells. */
static policy_status find_tables(finding *f) {
  enum { LEAST = 3, BETWEEN = 3 };
  policy_status status = POLICY_OK;
  for (size_t i = 0; i < f->rows.count && status == POLICY_OK; i++) {
    if (!row_at(f, i)->tabular) continue;
    size_t last = i, tabular = 1;
    float left = row_at(f, i)->left;
    for (size_t k = i + 1; k < f->rows.count && k - last <= BETWEEN; k++) {
      const row *r = row_at(f, k), *above = row_at(f, k - 1);
      if (is_prose(f, r, left) || r->base - above->base > f->pdf->leading * 4) break;
      if (r->tabular) last = k, tabular++, left = fminf(left, r->left);
    }
    if (tabular >= LEAST && tabular * 2 > last - i) status = add_table(f, i, last);
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
static bool leads_note(const finding *f, const policy__pdf_line *line, const policy__pdf_line *next) {
  enum { DIGITS = 3 };
  bool number = (line->form.flags & POLICY__LINE_DIGITS) != 0 && line->end - line->begin <= DIGITS;
  if (!number || next->size > f->pdf->size * 0.95F || line->size > next->size + 0.5F) return false;
  float rise = next->base - line->base;
  return next->frame.left - line->frame.right < next->size * 1.5F && rise > -1 && rise < next->size &&
         (next->form.flags & POLICY__LINE_DIGITS) == 0;
}

/* A lead is looked for among the lines that come right after it from top to bottom. */
static void find_leads(finding *f) {
  enum { NEAR = 6 };
  for (size_t i = 0; i < f->lines.count; i++) {
    policy__pdf_line *line = policy__pdf_line_at(f->pdf, placed_at(f, i)->line);
    if (line->words > 1) continue;
    for (size_t k = i + 1; k < f->lines.count && k <= i + NEAR; k++) {
      policy__pdf_line *next = policy__pdf_line_at(f->pdf, placed_at(f, k)->line);
      if (next->lead != POLICY_NONE || next->frame.left < line->frame.right) continue;
      if (!leads_item(line, next) && !leads_note(f, line, next)) continue;
      line->flags |= POLICY__PDF_LEAD;
      next->lead = placed_at(f, i)->line;
      next->flags |= POLICY__PDF_BREAK;
      break;
    }
  }
}

/* The entries of contents, each in one row with its page number. */
static policy_status find_contents(finding *f, const policy__pdf_page *page) {
  policy_status status = POLICY_OK;
  f->lines.count = 0;
  for (uint32_t i = 0; i < page->count && status == POLICY_OK; i++) {
    const policy__pdf_line *line = policy__pdf_line_at(f->pdf, page->first + i);
    if ((line->flags & POLICY__PDF_CONTENTS) == 0) continue;
    placed *item = policy__array_push(&f->lines, &status);
    if (item != NULL) *item = (placed){page->first + i, 0, line->base, line->frame.left};
  }
  if (status == POLICY_OK) status = find_rows(f);
  return status == POLICY_OK && f->rows.count > 0 ? add_table(f, 0, f->rows.count - 1) : status;
}

static policy_status find_on_page(finding *f, const policy__pdf_page *page) {
  f->gutter = 0;
  policy_status status = take_lines(f, page, BOTH);
  if (status == POLICY_OK) {
    sort_rows(f);
    find_leads(f);
    status = take_lines(f, page, BOTH);
  }
  if (status == POLICY_OK) status = find_rows(f);
  if (status != POLICY_OK) return status;
  find_gutter(f);
  if (f->gutter <= 0) return find_tables(f);
  for (half side = LEFT; side <= RIGHT && status == POLICY_OK; side++) {
    status = take_lines(f, page, side);
    if (status == POLICY_OK) status = find_rows(f);
    if (status == POLICY_OK) status = find_tables(f);
  }
  return status;
}

static policy_status on_all_pages(policy__pdf *pdf, policy_status (*find)(finding *, const policy__pdf_page *)) {
  finding f = {.pdf = pdf};
  policy_status status = POLICY_OK;
  policy__array_init(&f.lines, pdf->allocator, sizeof(placed), POLICY_NONE - 1);
  policy__array_init(&f.rows, pdf->allocator, sizeof(row), POLICY_NONE - 1);
  for (size_t i = 0; i < pdf->pages.count && status == POLICY_OK; i++)
    status = find(&f, policy__pdf_page_at(pdf, i));
  policy__array_free(&f.rows);
  policy__array_free(&f.lines);
  return status;
}

policy_status policy__pdf_sort_contents(policy__pdf *pdf) {
  return on_all_pages(pdf, find_contents);
}

policy_status policy__pdf_tables(policy__pdf *pdf) {
  return on_all_pages(pdf, find_on_page);
}
