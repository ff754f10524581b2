/* What the lines of a PDF look like, and what is usual among them. */
#include <math.h>

#include "read/pdf_layout.h"
#include "read/scan.h"

enum { STEPS = 4, MOST = 200 * STEPS }; /* sizes and distances in quarters of a point */

/* How much of the text has a measure. */
typedef struct census {
  uint64_t counts[MOST], all;
} census;

static void count(census *c, float measure, uint32_t weight) {
  if (measure <= 0 || measure >= (float)MOST / STEPS) return;
  c->counts[(size_t)(measure * STEPS + 0.5F) % MOST] += weight;
  c->all += weight;
}

/* The measure that most of the text has; neighbours count with it. 0: there is none. */
static float commonest(const census *c) {
  uint64_t most = 0;
  size_t found = 0;
  for (size_t i = 1; i + 1 < MOST; i++) {
    uint64_t here = c->counts[i] * 2 + c->counts[i - 1] + c->counts[i + 1];
    if (here > most) most = here, found = i;
  }
  return (float)found / STEPS;
}

/* ---- forms ----------------------------------------------------------------------------------------------- */

static policy_status find_forms(policy__pdf *pdf) {
  policy__array forms;
  policy__array_init(&forms, pdf->allocator, sizeof(policy__line), POLICY_NONE - 1);
  const policy_string text = {pdf->text.data != NULL ? pdf->text.data : "", pdf->text.size};
  policy_status status = policy__lines_find(text, &forms);
  size_t n = 0;
  for (size_t i = 0; i < forms.count && n < pdf->lines.count; i++) {
    const policy__line *form = POLICY__AT(&forms, policy__line, i);
    while (n < pdf->lines.count && policy__pdf_line_at(pdf, n)->end <= form->begin) n++;
    if (n < pdf->lines.count && policy__pdf_line_at(pdf, n)->begin <= form->begin)
      policy__pdf_line_at(pdf, n)->form = *form;
  }
  policy__array_free(&forms);
  return status;
}

/* ---- what is usual --------------------------------------------------------------------------------------- */

static void find_colour(policy__pdf *pdf) {
  uint64_t votes = 0;
  for (size_t i = 0; i < pdf->lines.count; i++) {
    const policy__pdf_line *line = policy__pdf_line_at(pdf, i);
    uint32_t letters = line->end - line->begin;
    if (votes > 0 && line->colour == pdf->colour) votes += letters;
    else if (votes >= letters) votes -= letters;
    else votes = letters - votes, pdf->colour = line->colour;
  }
}

static void find_usual(policy__pdf *pdf) {
  census sizes = {{0}, 0}, inside = {{0}, 0}, steps = {{0}, 0};
  for (size_t i = 0; i < pdf->lines.count; i++) {
    const policy__pdf_line *line = policy__pdf_line_at(pdf, i);
    if ((line->form.flags & (POLICY__LINE_DIGITS | POLICY__LINE_LEADERS)) == 0)
      count(&sizes, line->size, line->end - line->begin);
  }
  pdf->size = commonest(&sizes);
  for (size_t i = 1; i < pdf->lines.count; i++) {
    const policy__pdf_line *line = policy__pdf_line_at(pdf, i), *above = line - 1;
    bool text = fabsf(line->size - pdf->size) < 0.5F && fabsf(above->size - pdf->size) < 0.5F;
    if (text && line->block == above->block) count(&inside, line->base - above->base, line->end - line->begin);
    if (text && line->page == above->page && fabsf(line->frame.left - above->frame.left) < line->size)
      count(&steps, line->base - above->base, line->end - line->begin);
  }
  pdf->leading = commonest(inside.all * 4 > steps.all ? &inside : &steps); /* wide lines are blocks of their own */
  if (pdf->leading < pdf->size * 0.8F || pdf->leading > pdf->size * 3) pdf->leading = pdf->size * 1.2F;
}

/* A line as far from both sides of its page, and not as wide as the text. */
static void mark_middle(policy__pdf *pdf) {
  enum { SHARE = 12 };
  for (size_t i = 0; i < pdf->lines.count; i++) {
    policy__pdf_line *line = policy__pdf_line_at(pdf, i);
    const policy__pdf_page *page = policy__pdf_page_at(pdf, line->page);
    float left = line->frame.left, right = page->width - line->frame.right;
    if (fabsf(left - right) < page->width / 40 && left > page->width * 2 / SHARE) line->flags |= POLICY__PDF_MIDDLE;
  }
}

/* ---- columns --------------------------------------------------------------------------------------------- */

enum { SLOT = 12, SLOTS = 512 }; /* points; lines that begin in one slot are of one column */

static size_t slot_of(const policy__pdf_line *line) {
  float slot = line->frame.left / SLOT;
  return slot < 1 ? 1 : slot > SLOTS - 2 ? SLOTS - 2 : (size_t)slot;
}

/* How far to the right the lines of a block go; `end` becomes the line behind it. Those of a short block say little. */
static float right_of_block(const policy__pdf *pdf, uint32_t first, uint32_t limit, uint32_t *end) {
  const policy__pdf_line *top = policy__pdf_line_at(pdf, first), *line = top;
  float right = 0;
  for (*end = first; *end < limit && line->block == top->block; ++*end, line++) right = fmaxf(right, line->frame.right);
  return right;
}

/* The column ends where the longest line of its block does; a short block looks to the last long one that begins at the
   same distance from the left, and to the next. */
static void find_columns_of(policy__pdf *pdf, const policy__pdf_page *page) {
  enum { LONG = 3 };
  float above[SLOTS] = {0}, below[SLOTS] = {0}, all[SLOTS] = {0};
  uint32_t limit = page->first + page->count, end;
  for (uint32_t n = page->first; n < limit; n = end) {
    float right = right_of_block(pdf, n, limit, &end);
    size_t slot = slot_of(policy__pdf_line_at(pdf, n));
    if (end - n >= LONG) above[slot] = right;
    if (fabsf(policy__pdf_line_at(pdf, n)->size - pdf->size) < 1) all[slot] = fmaxf(all[slot], right);
    if (end - n < LONG) right = fmaxf(right, above[slot]);
    for (uint32_t i = n; i < end; i++) policy__pdf_line_at(pdf, i)->column = right;
  }
  for (uint32_t n = limit; n > page->first; n = end) {
    const policy__pdf_line *last = policy__pdf_line_at(pdf, n - 1);
    float right = 0;
    for (end = n; end > page->first && policy__pdf_line_at(pdf, end - 1)->block == last->block; end--)
      right = fmaxf(right, policy__pdf_line_at(pdf, end - 1)->frame.right);
    size_t slot = slot_of(policy__pdf_line_at(pdf, end));
    if (n - end >= LONG) below[slot] = right;
    if (above[slot] <= 0 && below[slot] <= 0) below[slot] = all[slot]; /* a page of short blocks */
    for (uint32_t i = end; i < n && n - end < LONG; i++)
      policy__pdf_line_at(pdf, i)->column = fmaxf(policy__pdf_line_at(pdf, i)->column, below[slot]);
  }
}

policy_status policy__pdf_measure(policy__pdf *pdf) {
  policy_status status = find_forms(pdf);
  if (status != POLICY_OK) return status;
  find_colour(pdf);
  find_usual(pdf);
  mark_middle(pdf);
  status = policy__pdf_edges(pdf);
  if (status == POLICY_OK) status = policy__pdf_order(pdf);
  for (size_t i = 0; i < pdf->pages.count; i++) find_columns_of(pdf, policy__pdf_page_at(pdf, i));
  return status;
}
