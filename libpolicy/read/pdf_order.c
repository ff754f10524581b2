/* The order of lines on pages with two columns, which pdftotext loses now and then where a figure stands in one. */
#include <stdlib.h>
#include <string.h>

#include "read/pdf_rows.h"

typedef enum band_side { OVER, LEFT, RIGHT } band_side;

/* A line on its way: pages are cut into bands by the lines that stand over both columns. */
typedef struct ordered {
  uint32_t band, side, row, line;
  float left;
  policy__pdf_line copy;
} ordered;

static int by_band(const void *a, const void *b) {
  const ordered *one = a, *other = b;
  if (one->band != other->band) return one->band < other->band ? -1 : 1;
  if (one->side != other->side) return one->side < other->side ? -1 : 1;
  if (one->row != other->row) return one->row < other->row ? -1 : 1;
  if (one->left != other->left) return one->left < other->left ? -1 : 1;
  return (one->line > other->line) - (one->line < other->line);
}

/* The order of a page's lines: `items` has one for each line, sorted from top to bottom by the rows. Lines of the page's
   edges keep to its ends. */
static void set_bands(const policy__pdf_rows *rows, const policy__pdf_page *page, ordered *items) {
  enum { SLACK = 6 };
  uint32_t band = 1;
  bool over = true; /* the band at hand is one of lines over both columns */
  for (uint32_t i = 0; i < page->count; i++) {
    const policy__pdf_placed *placed = policy__pdf_placed_at(rows, i);
    const policy__pdf_line *line = policy__pdf_line_of(rows, i);
    ordered *item = &items[i];
    *item = (ordered){.line = placed->line, .row = placed->row, .left = line->frame.left, .copy = *line};
    if ((line->flags & POLICY__PDF_EDGE) != 0) {
      item->band = line->base < page->height / 2 ? 0 : UINT32_MAX;
      continue;
    }
    item->side = line->base < rows->top - 1               ? OVER
                 : line->frame.right <= rows->gutter + SLACK  ? LEFT
                 : line->frame.left >= rows->gutter - SLACK ? RIGHT
                                                            : OVER;
    if ((item->side == OVER) != over) band++, over = !over;
    item->band = band;
  }
}

static policy_status order_page(policy__pdf_rows *rows, const policy__pdf_page *page) {
  policy__pdf_choice choice = {POLICY__PDF_BOTH, 0, POLICY__PDF_EDGE};
  policy_status status = policy__pdf_rows_take(rows, page, choice);
  if (status != POLICY_OK) return status;
  policy__pdf_rows_gutter(rows);
  if (rows->gutter <= 0) return POLICY_OK;
  choice.without = 0;
  status = policy__pdf_rows_take(rows, page, choice);
  if (status != POLICY_OK) return status;
  policy__array items;
  policy__array_init(&items, rows->pdf->allocator, sizeof(ordered), POLICY_NONE - 1);
  status = policy__array_reserve(&items, page->count);
  if (status == POLICY_OK) {
    ordered *first = POLICY__AT(&items, ordered, 0);
    set_bands(rows, page, first);
    qsort(first, page->count, sizeof *first, by_band);
    for (uint32_t i = 0; i < page->count; i++) *policy__pdf_line_at(rows->pdf, page->first + i) = first[i].copy;
  }
  policy__array_free(&items);
  return status;
}

/* The text anew, in the order that the lines now have. */
static policy_status rewrite(policy__pdf *pdf) {
  policy_buffer text = {.allocator = *pdf->allocator, .ceiling = pdf->text.ceiling};
  policy_status status = POLICY_OK;
  for (size_t i = 0; i < pdf->lines.count && status == POLICY_OK; i++) {
    policy__pdf_line *line = policy__pdf_line_at(pdf, i);
    uint32_t begin = (uint32_t)text.size;
    status = policy_buffer_append(&text, pdf->text.data + line->begin, line->end - line->begin + 1);
    for (uint32_t k = 0; k < line->words; k++) {
      policy__pdf_word *word = POLICY__AT(&pdf->words, policy__pdf_word, line->word + k);
      word->end = word->end - line->begin + begin;
      word->begin = word->begin - line->begin + begin;
    }
    line->end = line->end - line->begin + begin;
    line->begin = begin;
  }
  if (status != POLICY_OK) {
    policy_buffer_free(&text);
    return status;
  }
  policy_buffer_free(&pdf->text);
  pdf->text = text;
  return POLICY_OK;
}

policy_status policy__pdf_order(policy__pdf *pdf) {
  policy_status status = policy__pdf_rows_each(pdf, order_page);
  return status == POLICY_OK && pdf->lines.count > 0 ? rewrite(pdf) : status;
}
