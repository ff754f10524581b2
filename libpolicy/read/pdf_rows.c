/* Rows of pages. */
#include "read/pdf_rows.h"

#include <math.h>
#include <stdlib.h>

policy__pdf_placed *policy__pdf_placed_at(const policy__pdf_rows *rows, size_t n) {
  return POLICY__AT(&rows->lines, policy__pdf_placed, n);
}

policy__pdf_row *policy__pdf_row_at(const policy__pdf_rows *rows, size_t n) {
  return POLICY__AT(&rows->rows, policy__pdf_row, n);
}

policy__pdf_line *policy__pdf_line_of(const policy__pdf_rows *rows, size_t n) {
  return policy__pdf_line_at(rows->pdf, policy__pdf_placed_at(rows, n)->line);
}

/* ---- lines ----------------------------------------------------------------------------------------------- */

static int by_base(const void *a, const void *b) {
  const policy__pdf_placed *left = a, *right = b;
  if (left->base != right->base) return left->base < right->base ? -1 : 1;
  return (left->line > right->line) - (left->line < right->line);
}

static int by_row(const void *a, const void *b) {
  const policy__pdf_placed *left = a, *right = b;
  if (left->row != right->row) return left->row < right->row ? -1 : 1;
  if (left->left != right->left) return left->left < right->left ? -1 : 1;
  return (left->line > right->line) - (left->line < right->line);
}

static void number_rows(policy__pdf_rows *rows) {
  const float share = 0.45F; /* of the letters' size, that lines of one row may differ in height */
  if (rows->lines.count == 0) return;
  qsort(rows->lines.items, rows->lines.count, sizeof(policy__pdf_placed), by_base);
  uint32_t number = 0;
  float base = policy__pdf_placed_at(rows, 0)->base;
  for (size_t i = 0; i < rows->lines.count; i++) {
    policy__pdf_placed *item = policy__pdf_placed_at(rows, i);
    if (item->base - base > policy__pdf_line_of(rows, i)->size * share) number++, base = item->base;
    item->row = number;
  }
  qsort(rows->lines.items, rows->lines.count, sizeof(policy__pdf_placed), by_row);
}

/* Lines over the gutter are of its left side. */
static bool is_chosen(const policy__pdf_rows *rows, const policy__pdf_line *line, policy__pdf_choice choice) {
  if ((choice.with != 0 && (line->flags & choice.with) == 0) || (line->flags & choice.without) != 0) return false;
  if (choice.side == POLICY__PDF_BOTH) return true;
  return (line->frame.left > rows->gutter) == (choice.side == POLICY__PDF_RIGHT);
}

policy_status policy__pdf_rows_take(policy__pdf_rows *rows, const policy__pdf_page *page, policy__pdf_choice choice) {
  policy_status status = POLICY_OK;
  rows->lines.count = 0;
  for (uint32_t i = 0; i < page->count; i++) {
    const policy__pdf_line *line = policy__pdf_line_at(rows->pdf, page->first + i);
    if (!is_chosen(rows, line, choice)) continue;
    policy__pdf_placed *item = policy__array_push(&rows->lines, &status);
    if (item == NULL) return status;
    *item = (policy__pdf_placed){page->first + i, 0, line->base, line->frame.left};
  }
  number_rows(rows);
  return status;
}

/* ---- rows ------------------------------------------------------------------------------------------------ */

/* Counts the cells of a row, from the gaps between its lines. */
static void count_cells(const policy__pdf_rows *rows, policy__pdf_row *row) {
  enum { FEW = 3, CELLS = 4 };
  uint32_t words = 0;
  for (uint32_t i = 0; i < row->count; i++) {
    const policy__pdf_line *line = policy__pdf_line_of(rows, row->first + i);
    const policy__pdf_line *next = i + 1 < row->count ? policy__pdf_line_of(rows, row->first + i + 1) : NULL;
    words += line->words;
    if (next != NULL && next->frame.left - line->frame.right < line->size) continue;
    row->cells++;
    if (words <= FEW) row->brief++;
    words = 0;
  }
  row->tabular = (row->cells >= 2 && row->brief > 0) || row->cells >= CELLS;
}

policy_status policy__pdf_rows_find(policy__pdf_rows *rows) {
  policy_status status = POLICY_OK;
  rows->rows.count = 0;
  for (uint32_t i = 0; i < rows->lines.count;) {
    policy__pdf_row *row = policy__array_push(&rows->rows, &status);
    if (row == NULL) return status;
    const policy__pdf_placed *first = policy__pdf_placed_at(rows, i);
    *row = (policy__pdf_row){.first = i, .base = first->base, .left = first->left};
    while (i < rows->lines.count && policy__pdf_placed_at(rows, i)->row == first->row) i++, row->count++;
    count_cells(rows, row);
  }
  return POLICY_OK;
}

/* ---- columns --------------------------------------------------------------------------------------------- */

enum { SLOT = 12, SLOTS = 256, APART = 10 }; /* points; columns begin at least APART slots from each other */

/* The lines of prose that begin in a slot. */
typedef struct column {
  uint32_t count;
  float top, bottom;
} column;

static size_t slot_of(const policy__pdf_line *line) {
  float slot = line->frame.left / SLOT;
  return slot < 1 ? 1 : slot > SLOTS - 1 ? SLOTS - 1 : (size_t)slot;
}

static bool is_prose(const policy__pdf_rows *rows, const policy__pdf_line *line) {
  enum { WORDS = 5 };
  return line->words >= WORDS && fabsf(line->size - rows->pdf->size) < 1;
}

static void count_columns(const policy__pdf_rows *rows, column *columns) {
  for (size_t i = 0; i < rows->lines.count; i++) {
    const policy__pdf_line *line = policy__pdf_line_of(rows, i);
    if (!is_prose(rows, line)) continue;
    column *c = &columns[slot_of(line)];
    if (c->count++ == 0) c->top = line->base;
    c->bottom = line->base;
  }
}

/* The slot with the most prose among those apart from `other`. */
static size_t largest(const column *columns, size_t other) {
  size_t found = 0;
  for (size_t i = 1; i < SLOTS; i++)
    if ((other == 0 || i > other + APART || i + APART < other) && columns[i].count > columns[found].count) found = i;
  return found;
}

/* The slot where a column begins, whose most lines begin in `slot`: quotes and items stand further in. */
static size_t leftmost(const column *columns, size_t slot) {
  enum { DEEPEST = 4, SOME = 2 };
  size_t found = slot;
  for (size_t i = slot; i > 1 && i + DEEPEST > slot; i--)
    if (columns[i].count >= SOME) found = i;
  return found;
}

/* Whether few lines that begin to the left of the right column reach into it. */
static bool is_clear(const policy__pdf_rows *rows, float gutter) {
  size_t left = 0, over = 0;
  for (size_t i = 0; i < rows->lines.count; i++) {
    const policy__pdf_line *line = policy__pdf_line_of(rows, i);
    if (!is_prose(rows, line) || line->frame.left > gutter) continue;
    left++;
    over += line->frame.right > gutter + SLOT;
  }
  return over * 4 <= left;
}

/* Two columns of prose. */
static bool find_between_columns(policy__pdf_rows *rows) {
  enum { LEAST = 6 };
  column columns[SLOTS] = {{0, 0, 0}};
  count_columns(rows, columns);
  size_t one = largest(columns, 0), other = largest(columns, one);
  if (one == 0 || other == 0) return false;
  const column *left = &columns[one < other ? one : other], *right = &columns[one < other ? other : one];
  uint32_t least = left->count < right->count ? left->count : right->count;
  float shared = fminf(left->bottom, right->bottom) - fmaxf(left->top, right->top);
  float shorter = fminf(left->bottom - left->top, right->bottom - right->top);
  if (least < LEAST || least * 4 < columns[one].count || shared * 2 < shorter) return false;
  float gutter = (float)(leftmost(columns, one > other ? one : other) * SLOT) - 1;
  if (!is_clear(rows, gutter)) return false;
  rows->gutter = gutter;
  rows->top = fminf(left->top, right->top);
  return true;
}

/* What stands on the sides of a vertical line. */
typedef struct sides {
  size_t left, right, over, prose;
  float widest_left, widest_right, top;
} sides;

static sides part_at(const policy__pdf_rows *rows, float x) {
  sides s = {.top = INFINITY};
  for (size_t i = 0; i < rows->lines.count; i++) {
    const policy__pdf_line *line = policy__pdf_line_of(rows, i);
    float width = line->frame.right - line->frame.left;
    bool over = line->frame.left < x && line->frame.right > x;
    if (over) {
      s.over++;
      continue;
    }
    if (line->frame.right <= x) s.left++, s.widest_left = fmaxf(s.widest_left, width);
    else s.right++, s.widest_right = fmaxf(s.widest_right, width);
    if (!is_prose(rows, line)) continue;
    s.prose++;
    s.top = fminf(s.top, line->base);
  }
  return s;
}

/* A strip in the middle of the text that hardly a line crosses, with full lines on both sides, and prose on one: then a
   table or a figure may fill the other. */
static void find_in_the_middle(policy__pdf_rows *rows) {
  enum { LEAST = 6, PROSE = 8, TRIES = 9 };
  float left = INFINITY, right = 0;
  for (size_t i = 0; i < rows->lines.count; i++) {
    left = fminf(left, policy__pdf_line_of(rows, i)->frame.left);
    right = fmaxf(right, policy__pdf_line_of(rows, i)->frame.right);
  }
  float half = (right - left) / 2;
  size_t least = SIZE_MAX;
  for (int i = 0; i < TRIES && rows->lines.count > 0; i++) {
    float x = left + half * (0.92F + 0.02F * (float)i);
    sides s = part_at(rows, x);
    bool full = s.widest_left > half * 0.75F && s.widest_right > half * 0.75F;
    if (!full || s.left < LEAST || s.right < LEAST || s.prose < PROSE || s.over * 6 > rows->lines.count) continue;
    if (s.over >= least) continue;
    least = s.over;
    rows->gutter = x;
    rows->top = s.top;
  }
}

void policy__pdf_rows_gutter(policy__pdf_rows *rows) {
  rows->gutter = 0;
  if (!find_between_columns(rows)) find_in_the_middle(rows);
}

/* ---- all pages ------------------------------------------------------------------------------------------- */

policy_status policy__pdf_rows_each(policy__pdf *pdf,
                                    policy_status (*find)(policy__pdf_rows *rows, const policy__pdf_page *page)) {
  policy__pdf_rows rows = {.pdf = pdf};
  policy_status status = POLICY_OK;
  policy__array_init(&rows.lines, pdf->allocator, sizeof(policy__pdf_placed), POLICY_NONE - 1);
  policy__array_init(&rows.rows, pdf->allocator, sizeof(policy__pdf_row), POLICY_NONE - 1);
  for (size_t i = 0; i < pdf->pages.count && status == POLICY_OK; i++)
    status = find(&rows, policy__pdf_page_at(pdf, i));
  policy__array_free(&rows.rows);
  policy__array_free(&rows.lines);
  return status;
}
