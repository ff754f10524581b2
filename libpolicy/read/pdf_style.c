/* The weight, size and colour of lines, and the outline, from the output of `pdftohtml -xml -zoom 1`: pages with pieces
   of text, each with its place and font. The places are those that pdftotext gives. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/pdf_layout.h"
#include "read/pdf_letters.h"
#include "read/pdf_markup.h"
#include "read/scan.h"

typedef struct font {
  float size;
  uint32_t flags, colour;
} font;

/* A piece of text in one font. */
typedef struct piece {
  float top, left, right;
  uint32_t font;
  bool bold, italic;
} piece;

typedef struct styles {
  policy__pdf *pdf;
  policy__markup markup;
  policy__array fonts;  /* of font, by id */
  policy__array pieces; /* of piece: those of the page at hand */
  size_t page;          /* from 1; 0 before the first */
  bool inside;          /* of a piece, before its letters */
} styles;

/* ---- fonts ----------------------------------------------------------------------------------------------- */

static uint32_t colour_of(policy_string value) {
  uint32_t colour = 0;
  for (size_t i = 1; i < value.size && i < 7; i++) {
    unsigned digit = (unsigned)(value.data[i] - '0'), letter = (unsigned)((value.data[i] | 32) - 'a');
    colour = colour << 4 | (digit <= 9 ? digit : letter <= 5 ? letter + 10 : 0);
  }
  return colour;
}

static policy_status add_font(styles *s) {
  enum { MOST = 65536 };
  policy_status status = POLICY_OK;
  size_t id = (size_t)fabsf(policy__markup_number(&s->markup, "id"));
  if (id >= MOST) return POLICY_OK;
  while (s->fonts.count <= id)
    if (policy__array_push(&s->fonts, &status) == NULL) return status;
  static const char *const heavy[] = {"Bold", "Black", "Heavy", "Demi", "bold"};
  font *added = POLICY__AT(&s->fonts, font, id);
  policy_string family = policy__markup_value(&s->markup, "family");
  for (size_t i = 0; i < sizeof heavy / sizeof *heavy; i++)
    if (policy__find_in(family, 0, heavy[i]) < family.size) added->flags |= POLICY__PDF_BOLD;
  if (policy__find_in(family, 0, "Italic") < family.size || policy__find_in(family, 0, "Oblique") < family.size)
    added->flags |= POLICY__PDF_ITALIC;
  added->size = policy__markup_number(&s->markup, "size");
  added->colour = colour_of(policy__markup_value(&s->markup, "color"));
  return POLICY_OK;
}

/* ---- pieces ---------------------------------------------------------------------------------------------- */

static policy_status add_piece(styles *s) {
  policy_status status = POLICY_OK;
  piece *added = policy__array_push(&s->pieces, &status);
  if (added == NULL) return status;
  added->top = policy__markup_number(&s->markup, "top");
  added->left = policy__markup_number(&s->markup, "left");
  added->right = added->left + policy__markup_number(&s->markup, "width");
  added->font = (uint32_t)fabsf(policy__markup_number(&s->markup, "font"));
  s->inside = true;
  return POLICY_OK;
}

/* <b> or <i> before the first letter of a piece. */
static void note_weight(styles *s) {
  if (!s->inside) return;
  piece *last = POLICY__AT(&s->pieces, piece, s->pieces.count - 1);
  if (policy__markup_is(&s->markup, "b")) last->bold = true;
  if (policy__markup_is(&s->markup, "i")) last->italic = true;
  if (policy__trim(s->markup.text).size > 0) s->inside = false;
}

static int by_place(const void *a, const void *b) {
  const piece *left = a, *right = b;
  if (left->top != right->top) return left->top < right->top ? -1 : 1;
  return (left->left > right->left) - (left->left < right->left);
}

/* The piece that a word stands in, or NULL. */
static const piece *piece_at(const styles *s, const policy__frame *frame) {
  enum { MOST = 64 };
  const float near = 0.75F;
  size_t low = 0, high = s->pieces.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (POLICY__AT(&s->pieces, piece, middle)->top < frame->top - near) low = middle + 1;
    else high = middle;
  }
  float at = (frame->left + frame->right) / 2;
  for (size_t i = low; i < s->pieces.count && i < low + MOST; i++) {
    const piece *found = POLICY__AT(&s->pieces, piece, i);
    if (found->top > frame->top + near) return NULL;
    if (found->left - 1 <= at && at <= found->right + 1) return found;
  }
  return NULL;
}

/* ---- lines ----------------------------------------------------------------------------------------------- */

/* How many letters of a line have what. */
typedef struct weights {
  uint32_t known, bold, italic, votes, colour;
  float size;
  uint32_t size_votes;
} weights;

static void weigh(weights *w, const font *in, const piece *where, uint32_t letters) {
  w->known += letters;
  if (where->bold || (in->flags & POLICY__PDF_BOLD) != 0) w->bold += letters;
  if (where->italic || (in->flags & POLICY__PDF_ITALIC) != 0) w->italic += letters;
  if (w->votes > 0 && w->colour == in->colour) w->votes += letters;
  else if (w->votes >= letters) w->votes -= letters;
  else w->votes = letters - w->votes, w->colour = in->colour;
  if (w->size_votes > 0 && fabsf(w->size - in->size) < 0.5F) w->size_votes += letters;
  else if (w->size_votes >= letters) w->size_votes -= letters;
  else w->size_votes = letters - w->size_votes, w->size = in->size;
}

static void style_line(const styles *s, policy__pdf_line *line) {
  weights w = {0};
  for (uint32_t i = 0; i < line->words; i++) {
    const policy__pdf_word *word = POLICY__AT(&s->pdf->words, policy__pdf_word, line->word + i);
    const piece *found = piece_at(s, &word->frame);
    if (found == NULL || found->font >= s->fonts.count) continue;
    weigh(&w, POLICY__AT(&s->fonts, font, found->font), found, word->end - word->begin);
  }
  if (w.known == 0) return;
  if (w.bold * 10 >= w.known * 9) line->flags |= POLICY__PDF_BOLD;
  if (w.italic * 10 >= w.known * 9) line->flags |= POLICY__PDF_ITALIC;
  if (w.size > 0) line->size = w.size;
  line->colour = w.colour;
}

static void end_page(styles *s) {
  if (s->page > 0 && s->page <= s->pdf->pages.count && s->pieces.count > 0) {
    const policy__pdf_page *page = policy__pdf_page_at(s->pdf, s->page - 1);
    qsort(s->pieces.items, s->pieces.count, sizeof(piece), by_place);
    for (uint32_t i = 0; i < page->count; i++) style_line(s, policy__pdf_line_at(s->pdf, page->first + i));
  }
  s->pieces.count = 0;
}

/* ---- all together ---------------------------------------------------------------------------------------- */

static policy_status add_item(styles *s) {
  policy_status status = POLICY_OK;
  policy__letters letters = {0};
  policy__letters_add(&letters, s->markup.text);
  if (letters.count < POLICY__LETTERS_LEAST) return POLICY_OK;
  uint64_t *key = policy__array_push(&s->pdf->named, &status);
  if (key != NULL) *key = letters.key;
  return status;
}

static policy_status take_tag(styles *s) {
  const policy__markup *markup = &s->markup;
  if (policy__markup_is(markup, "text")) return add_piece(s);
  if (policy__markup_is(markup, "fontspec")) return add_font(s);
  if (policy__markup_is(markup, "item")) return add_item(s);
  if (policy__markup_is(markup, "page")) {
    end_page(s);
    s->page = (size_t)fabsf(policy__markup_number(markup, "number"));
    s->inside = false;
  } else note_weight(s);
  return POLICY_OK;
}

policy_status policy__pdf_style(policy__pdf *pdf, policy_string xml) {
  styles s = {.pdf = pdf, .markup = {.source = xml}};
  policy_status status = POLICY_OK;
  policy__array_init(&s.fonts, pdf->allocator, sizeof(font), POLICY_NONE - 1);
  policy__array_init(&s.pieces, pdf->allocator, sizeof(piece), POLICY_NONE - 1);
  while (status == POLICY_OK && policy__markup_next(&s.markup)) status = take_tag(&s);
  end_page(&s);
  pdf->styled = s.fonts.count > 0;
  policy__array_free(&s.pieces);
  policy__array_free(&s.fonts);
  return status;
}
