/* The edges of pages: page numbers, running heads and feet. */
#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "read/boilerplate.h"
#include "read/pdf_layout.h"
#include "read/pdf_letters.h"

enum { DEEPEST = 8, BANDS = 2048 }; /* lines of an edge; bands of two points */

/* How two lines can be the same: to the letter; or with a first, or last, number that grows from page to page. */
typedef enum likeness { EXACT, FIRST_NUMBER, LAST_NUMBER, LIKENESSES } likeness;

/* A line that may belong to an edge. */
typedef struct candidate {
  uint32_t line;
  uint32_t refrains[LIKENESSES]; /* the lines at the same height that are the same; or POLICY_NONE */
  bool foot;
} candidate;

/* Lines that are the same, and at one height. */
typedef struct refrain {
  float base;
  uint32_t count;
} refrain;

typedef struct edges {
  policy__pdf *pdf;
  policy__array order;      /* of uint32_t: the lines of a page from top to bottom */
  policy__array candidates; /* page by page, from outside to inside */
  policy__array keys;       /* of uint64_t: by refrain; never moves, as the table borrows them */
  policy__array refrains;   /* of refrain */
  policy__table table;      /* numbers of refrains, by key */
  uint32_t bands[2][BANDS]; /* how many pages have an edge there: heads, feet */
} edges;

static policy__pdf_line *line_of(const edges *e, const candidate *c) {
  return policy__pdf_line_at(e->pdf, c->line);
}

static bool is_edge(const edges *e, const candidate *c) {
  return (line_of(e, c)->flags & POLICY__PDF_EDGE) != 0;
}

/* ---- candidates ------------------------------------------------------------------------------------------ */

/* The letters of a line with its digits, or with one of its numbers less the page's: what is the same on each page. */
static policy__letters letters_of(const edges *e, const candidate *c, likeness kind) {
  enum { LARGEST = 100000 };
  const policy__pdf_line *line = line_of(e, c);
  policy_string text = policy__pdf_text(e->pdf, line);
  policy__letters letters = {.key = (uint64_t)kind * 2 + c->foot};
  uint64_t all = 0, number = 0, first = LARGEST;
  bool inside = false;
  policy__letters_add(&letters, text);
  for (size_t i = 0; i < text.size; i++) {
    unsigned digit = (unsigned)(text.data[i] - '0');
    if (digit > 9 && inside && first == LARGEST) first = number;
    if (digit <= 9) number = inside && number < LARGEST ? number * 10 + digit : digit, all = all * 31 + digit + 1;
    inside = digit <= 9;
  }
  if (first == LARGEST) first = number;
  uint64_t told = kind == EXACT ? all : (kind == FIRST_NUMBER ? first : number) + LARGEST - line->page;
  if (all == 0 && kind != EXACT) letters.count = 0;
  letters.key = (letters.key ^ told) * UINT64_C(0x9E3779B97F4A7C15);
  letters.key ^= letters.key >> 32;
  return letters;
}

static policy_status add_refrain(edges *e, uint64_t key, float base, uint32_t *number) {
  policy_status status = POLICY_OK;
  uint64_t *kept = policy__array_push(&e->keys, &status);
  refrain *added = kept != NULL ? policy__array_push(&e->refrains, &status) : NULL;
  if (added == NULL) return status;
  *kept = key;
  *added = (refrain){base, 1};
  *number = (uint32_t)e->keys.count - 1;
  return policy__table_add(&e->table, (policy_string){(const char *)kept, sizeof *kept}, *number);
}

/* The refrain of a line: of those of the same letters the one at its height, among the first few. */
static policy_status find_refrain(edges *e, candidate *c, likeness kind) {
  enum { NEAR = 4, HEIGHTS = 3 };
  float base = line_of(e, c)->base;
  policy__letters letters = letters_of(e, c, kind);
  uint32_t *number = &c->refrains[kind];
  *number = POLICY_NONE;
  if (letters.count <= POLICY__LETTERS_LEAST) return POLICY_OK;
  for (uint64_t height = 0; height < HEIGHTS; height++) {
    uint64_t key = letters.key + height;
    *number = policy__table_find(&e->table, (policy_string){(const char *)&key, sizeof key});
    if (*number == POLICY_NONE) return add_refrain(e, key, base, number);
    refrain *found = POLICY__AT(&e->refrains, refrain, *number);
    if (fabsf(found->base - base) > NEAR) continue;
    found->count++;
    return POLICY_OK;
  }
  *number = POLICY_NONE;
  return POLICY_OK;
}

/* Whether the line stands in the outer part of its page. */
static bool is_outside(const policy__pdf_line *line, const policy__pdf_page *page, bool foot) {
  const float share = 0.16F;
  return foot ? line->frame.top > page->height * (1 - share) : line->frame.bottom < page->height * share;
}

static policy_status add_candidates(edges *e, const policy__pdf_page *page, bool foot) {
  policy_status status = POLICY_OK;
  size_t count = e->order.count;
  for (size_t i = 0; i < count && i < DEEPEST && status == POLICY_OK; i++) {
    uint32_t n = *POLICY__AT(&e->order, uint32_t, foot ? count - 1 - i : i);
    const policy__pdf_line *line = policy__pdf_line_at(e->pdf, n);
    if (!is_outside(line, page, foot) || (line->form.flags & POLICY__LINE_LEADERS) != 0) break;
    candidate *c = policy__array_push(&e->candidates, &status);
    if (c == NULL) return status;
    *c = (candidate){.line = n, .foot = foot};
    for (likeness k = EXACT; k < LIKENESSES && status == POLICY_OK; k++) status = find_refrain(e, c, k);
  }
  return status;
}

/* A line's number with its place, for sorting. */
typedef struct placed {
  float base;
  uint32_t line;
} placed;

static int by_base(const void *a, const void *b) {
  const placed *left = a, *right = b;
  if (left->base != right->base) return left->base < right->base ? -1 : 1;
  return (left->line > right->line) - (left->line < right->line);
}

static policy_status sort_page(edges *e, const policy__pdf_page *page, policy__array *scratch) {
  policy_status status = POLICY_OK;
  e->order.count = scratch->count = 0;
  for (uint32_t i = 0; i < page->count; i++) {
    placed *item = policy__array_push(scratch, &status);
    if (item == NULL) return status;
    *item = (placed){policy__pdf_line_at(e->pdf, page->first + i)->base, page->first + i};
  }
  if (scratch->count > 0) qsort(scratch->items, scratch->count, sizeof(placed), by_base);
  for (size_t i = 0; i < scratch->count && status == POLICY_OK; i++) {
    uint32_t *n = policy__array_push(&e->order, &status);
    if (n != NULL) *n = POLICY__AT(scratch, placed, i)->line;
  }
  return status;
}

static policy_status find_candidates(edges *e) {
  policy__array scratch;
  policy__array_init(&scratch, e->pdf->allocator, sizeof(placed), POLICY_NONE - 1);
  size_t most = e->pdf->pages.count * 2 * DEEPEST;
  if (most > e->pdf->lines.count * 2) most = e->pdf->lines.count * 2;
  policy_status status = policy__array_reserve(&e->keys, most * LIKENESSES);
  for (size_t i = 0; i < e->pdf->pages.count && status == POLICY_OK; i++) {
    const policy__pdf_page *page = policy__pdf_page_at(e->pdf, i);
    status = sort_page(e, page, &scratch);
    if (status == POLICY_OK) status = add_candidates(e, page, false);
    if (status == POLICY_OK) status = add_candidates(e, page, true);
  }
  policy__array_free(&scratch);
  return status;
}

/* ---- marking --------------------------------------------------------------------------------------------- */

static size_t band_of(const policy__pdf_line *line) {
  float band = line->base / 2;
  return band < 1 ? 1 : band > BANDS - 2 ? BANDS - 2 : (size_t)band;
}

static void mark(edges *e, const candidate *c) {
  policy__pdf_line *line = line_of(e, c);
  if (line->page == 0 && line->size > e->pdf->size * 1.25F) return; /* a title, which later pages repeat */
  if ((line->flags & POLICY__PDF_EDGE) == 0) e->bands[c->foot][band_of(line)]++;
  line->flags |= POLICY__PDF_EDGE;
}

static uint32_t count_of(const edges *e, const candidate *c, likeness kind) {
  uint32_t n = c->refrains[kind];
  return n != POLICY_NONE ? POLICY__AT(&e->refrains, refrain, n)->count : 0;
}

/* On how many pages the line comes again. */
static uint32_t repeats_of(const edges *e, const candidate *c) {
  uint32_t exact = count_of(e, c, EXACT), first = count_of(e, c, FIRST_NUMBER), last = count_of(e, c, LAST_NUMBER);
  uint32_t paged = first > last ? first : last;
  return exact > paged ? exact : paged;
}

/* Whether the line comes again on most pages. */
static bool is_strong(const edges *e, const candidate *c) {
  return repeats_of(e, c) > 1 && repeats_of(e, c) * 2 >= e->pdf->pages.count;
}

/* Whether the line may be one of an edge: it comes again on other pages, or is a page number. One that comes again with
   other numbers must be on many: headings do so too. */
static bool is_likely(const edges *e, const candidate *c) {
  if (policy__is_page_number(policy__pdf_text(e->pdf, line_of(e, c)))) return true;
  return count_of(e, c, EXACT) > 1 || (repeats_of(e, c) > 2 && repeats_of(e, c) * 3 >= e->pdf->pages.count);
}

/* From the outside to the inside, as long as the rows are likely. */
static void mark_repeated(edges *e) {
  bool open = true;
  float base = 0;
  for (size_t i = 0; i < e->candidates.count; i++) {
    const candidate *c = POLICY__AT(&e->candidates, candidate, i);
    const policy__pdf_line *line = line_of(e, c);
    bool fresh = i == 0 || (c - 1)->foot != c->foot || line_of(e, c - 1)->page != line->page;
    bool row = !fresh && fabsf(line->base - base) < line->size / 2;
    if (fresh) open = true;
    bool likely = is_likely(e, c);
    if (is_strong(e, c) || (open && likely)) mark(e, c);
    else if (!row) open = false;
    base = line->base;
  }
}

/* Points between a line and the nearest that is no edge, on the side of the text; large where there is none. */
static float distance(const edges *e, size_t n) {
  const candidate *c = POLICY__AT(&e->candidates, candidate, n);
  const policy__pdf_line *line = line_of(e, c);
  for (size_t i = n + 1; i < e->candidates.count; i++) {
    const candidate *inner = POLICY__AT(&e->candidates, candidate, i);
    const policy__pdf_line *other = line_of(e, inner);
    if (inner->foot != c->foot || other->page != line->page) break;
    if (fabsf(other->base - line->base) < 1 || is_edge(e, inner)) continue;
    return c->foot ? line->frame.top - other->frame.bottom : other->frame.top - line->frame.bottom;
  }
  return e->pdf->leading * 2;
}

/* Lines where other pages have their edges, apart from the text; and lines outside of an edge. */
static void mark_bands(edges *e) {
  bool outside = false; /* an edge was seen further in */
  for (size_t i = e->candidates.count; i-- > 0;) {
    const candidate *c = POLICY__AT(&e->candidates, candidate, i);
    const policy__pdf_line *line = line_of(e, c);
    if (i + 1 < e->candidates.count) {
      const candidate *inner = c + 1;
      if (inner->foot != c->foot || line_of(e, inner)->page != line->page) outside = false;
    }
    const uint32_t *bands = e->bands[c->foot];
    size_t band = band_of(line);
    size_t pages = (size_t)bands[band - 1] + bands[band] + bands[band + 1];
    bool usual = pages > e->pdf->pages.count / 4 + 1 && distance(e, i) > e->pdf->leading / 2;
    bool small = line->size <= e->pdf->size + 1 && (line->flags & POLICY__PDF_BOLD) == 0;
    if (small && (usual || (outside && (c->foot || line->page > 0)))) mark(e, c);
    if (is_edge(e, c) && is_strong(e, c)) outside = true;
  }
}

policy_status policy__pdf_edges(policy__pdf *pdf) {
  edges *e = policy__allocate(pdf->allocator, sizeof *e);
  if (e == NULL) return POLICY_ERROR_NO_MEMORY;
  *e = (edges){.pdf = pdf};
  policy__array_init(&e->order, pdf->allocator, sizeof(uint32_t), POLICY_NONE - 1);
  policy__array_init(&e->candidates, pdf->allocator, sizeof(candidate), POLICY_NONE - 1);
  policy__array_init(&e->keys, pdf->allocator, sizeof(uint64_t), POLICY_NONE - 1);
  policy__array_init(&e->refrains, pdf->allocator, sizeof(refrain), POLICY_NONE - 1);
  policy__table_init(&e->table, pdf->allocator);
  policy_status status = find_candidates(e);
  if (status == POLICY_OK) {
    mark_repeated(e);
    mark_bands(e);
  }
  policy__table_free(&e->table);
  policy__array_free(&e->refrains);
  policy__array_free(&e->keys);
  policy__array_free(&e->candidates);
  policy__array_free(&e->order);
  policy__release(pdf->allocator, e, sizeof *e);
  return status;
}
