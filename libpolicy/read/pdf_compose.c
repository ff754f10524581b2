/* From the parts of a PDF to text and blocks. */
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "read/compose.h"
#include "read/pdf_layout.h"
#include "read/scan.h"
#include "text/utf8.h"

typedef struct composing {
  const policy__pdf *pdf;
  policy__composer composer;
  policy__table words; /* of the text, in lower case, as hashes */
  policy__array keys;  /* of uint64_t: those hashes; never moves */
  bool hyphenates;     /* lines break words more often than compounds */
} composing;

/* ---- hyphens --------------------------------------------------------------------------------------------- */

/* The hash of letters, cases aside. */
static uint64_t hash_on(uint64_t key, policy_string letters) {
  const char *p = letters.data, *end = p + letters.size;
  while (p < end) key = (key ^ policy__lower(policy__utf8_next(&p))) * UINT64_C(0x100000001B3);
  return key ^ key >> 31;
}

static bool is_word(const composing *c, uint64_t key) {
  return policy__table_find(&c->words, (policy_string){(const char *)&key, sizeof key}) != POLICY_NONE;
}

static policy_status add_word(composing *c, policy_string word) {
  policy_status status = POLICY_OK;
  uint64_t key = hash_on(0, word);
  if (is_word(c, key)) return status;
  uint64_t *kept = policy__array_push(&c->keys, &status);
  if (kept == NULL) return status;
  *kept = key;
  return policy__table_add(&c->words, (policy_string){(const char *)kept, sizeof key}, 0);
}

static bool ends_in_hyphen(policy_string word) {
  uint32_t last = policy__last_point(word);
  return last == '-' || last == 0x2010 || last == 0xAD;
}

/* Words that a line breaks are left out: their halves are no words. */
static policy_status collect_words(composing *c) {
  const policy__pdf *pdf = c->pdf;
  policy_status status = policy__array_reserve(&c->keys, pdf->words.count);
  for (size_t i = 0; i < pdf->lines.count && status == POLICY_OK; i++) {
    const policy__pdf_line *line = policy__pdf_line_at(pdf, i);
    bool broken = i > 0 && ends_in_hyphen(policy__pdf_text(pdf, line - 1));
    for (uint32_t k = broken ? 1 : 0; k < line->words && status == POLICY_OK; k++) {
      const policy__pdf_word *word = POLICY__AT(&pdf->words, policy__pdf_word, line->word + k);
      policy_string text = policy__strip((policy_string){pdf->text.data + word->begin, word->end - word->begin},
                                         ".,;:!?()[]\"'");
      if (text.size >= 3 && !ends_in_hyphen(text)) status = add_word(c, text);
    }
  }
  return status;
}

static bool is_lower(policy_string text) {
  return (policy__classify(policy__first_point(text)) & POLICY__LOWER) != 0;
}

static size_t hyphen_size(policy_string line) {
  uint32_t last = policy__last_point(line);
  return last < 0x80 ? 1 : last == 0xAD ? 2 : 3;
}

/* The last word of a line without the hyphen that ends it, and the first of the next, both without signs around. */
static policy_string last_half(policy_string line) {
  size_t begin = line.size;
  while (begin > 0 && line.data[begin - 1] != ' ') begin--;
  return policy__strip(policy__piece(line, begin, line.size - hyphen_size(line)), "([\"'");
}

static policy_string first_half(policy_string line) {
  return policy__strip(policy__piece(line, 0, policy__find_in(line, 0, " ")), ".,;:!?()[]\"'");
}

/* Whether two halves, with or without a hyphen between them, are a word of the text. */
static bool is_whole(const composing *c, policy_string left, const char *hyphen, policy_string right) {
  char joined[256];
  size_t size = strlen(hyphen);
  if (left.size + size + right.size > sizeof joined) return false;
  memcpy(joined, left.data, left.size);
  memcpy(joined + left.size, hyphen, size);
  memcpy(joined + left.size + size, right.data, right.size);
  return is_word(c, hash_on(0, (policy_string){joined, left.size + size + right.size}));
}

/* Whether the words that line ends break, as far as they stand elsewhere in the text, stand there without a hyphen. */
static bool breaks_words(const composing *c) {
  size_t words = 0, compounds = 0;
  for (size_t i = 1; i < c->pdf->lines.count; i++) {
    policy_string above = policy__pdf_text(c->pdf, policy__pdf_line_at(c->pdf, i - 1));
    policy_string next = policy__pdf_text(c->pdf, policy__pdf_line_at(c->pdf, i));
    if (!ends_in_hyphen(above) || !is_lower(next)) continue;
    words += is_whole(c, last_half(above), "", first_half(next));
    compounds += is_whole(c, last_half(above), "-", first_half(next));
  }
  return words > compounds;
}

/* Whether the hyphen at the end of a line goes with the break: the word stands elsewhere in the text without it, or not
   with it, and its halves are no words. */
static bool is_broken(const composing *c, policy_string line, policy_string next) {
  if (!is_lower(next)) return false;
  if (policy__last_point(line) == 0xAD) return true;
  policy_string left = last_half(line), right = first_half(next);
  if (left.size == 0 || right.size == 0) return false;
  if (is_whole(c, left, "", right)) return true;
  if (!c->hyphenates || is_whole(c, left, "-", right) || policy__find_in(left, 0, "-") < left.size) return false;
  return !(is_word(c, hash_on(0, left)) && is_word(c, hash_on(0, right)));
}

/* ---- blocks ---------------------------------------------------------------------------------------------- */

/* The frame of the part's lines on its first page. */
static policy_box box_of(const policy__pdf *pdf, const policy__pdf_part *part) {
  const policy__pdf_line *first = policy__pdf_line_at(pdf, part->first);
  policy__frame frame = first->frame;
  for (uint32_t n = part->first; n != POLICY_NONE; n = policy__pdf_line_at(pdf, n)->next) {
    const policy__pdf_line *line = policy__pdf_line_at(pdf, n);
    if (line->page != first->page) continue;
    frame.left = fminf(frame.left, line->frame.left);
    frame.top = fminf(frame.top, line->frame.top);
    frame.right = fmaxf(frame.right, line->frame.right);
    frame.bottom = fmaxf(frame.bottom, line->frame.bottom);
  }
  return (policy_box){fmaxf(frame.left, 0), fmaxf(frame.top, 0), fmaxf(frame.right - frame.left, 0),
                      fmaxf(frame.bottom - frame.top, 0)};
}

/* Whether a part keeps its lines. */
static bool keeps_lines(const policy__pdf_part *part) {
  return part->kind == POLICY_BLOCK_TABLE || part->kind == POLICY_BLOCK_BOILERPLATE;
}

/* Says where the text stands that was put since there were `begin` bytes of it. */
static void place(composing *c, size_t begin, const policy__pdf_line *line, policy__frame frame) {
  const policy_line_record record = {
      .page = line->page + 1, .size = line->size,
      .box = {frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top},
      .bold = (line->flags & POLICY__PDF_BOLD) != 0, .italic = (line->flags & POLICY__PDF_ITALIC) != 0};
  policy__compose_placed(&c->composer, begin, &record);
}

static void put_text(composing *c, const policy__pdf_line *line, policy_string text) {
  size_t begin = c->composer.text.size;
  policy__frame frame = line->frame;
  policy__compose_text(&c->composer, text, POLICY__COMPOSED);
  if (text.size < line->end - line->begin) frame.right -= line->size / 3; /* the hyphen */
  place(c, begin, line, frame);
}

/* Words far apart in a row are cells. */
static void put_row(composing *c, const policy__pdf_line *line) {
  const policy__pdf *pdf = c->pdf;
  policy__frame cell = line->frame;
  size_t from = c->composer.text.size;
  for (uint32_t i = 0; i < line->words; i++) {
    const policy__pdf_word *word = POLICY__AT(&pdf->words, policy__pdf_word, line->word + i);
    uint32_t begin = i > 0 ? (word - 1)->end : word->begin;
    bool apart = i > 0 && word->frame.left - (word - 1)->frame.right > line->size * 1.5F;
    if (apart) {
      place(c, from, line, cell);
      from = c->composer.text.size;
      policy__compose_cell(&c->composer);
    }
    if (apart || i == 0) cell.left = word->frame.left;
    cell.right = word->frame.right;
    policy__compose_text(&c->composer, (policy_string){pdf->text.data + begin, word->end - begin}, POLICY__COMPOSED);
  }
  place(c, from, line, cell);
}

/* The bullet or number that stands apart from the line. */
static void put_lead(composing *c, const policy__pdf_line *line) {
  static const policy_string space = {" ", 1};
  if (line->lead == POLICY_NONE) return;
  const policy__pdf_line *lead = policy__pdf_line_at(c->pdf, line->lead);
  put_text(c, lead, policy__pdf_text(c->pdf, lead));
  policy__compose_text(&c->composer, space, POLICY__COMPOSED);
}

/* Whether two pieces of a row are one word, whose letters differ in size: "119" and a raised "th". */
static bool is_glued(const policy__pdf_line *line, const policy__pdf_line *next) {
  float gap = next->frame.left - line->frame.right, size = fmaxf(line->size, next->size);
  return gap < size / 12 && gap > -size / 3 && fminf(line->size, next->size) < size * 0.9F;
}

static void put_part(composing *c, const policy__pdf_part *part) {
  static const policy_string space = {" ", 1};
  const policy__pdf *pdf = c->pdf;
  for (uint32_t n = part->first; n != POLICY_NONE;) {
    const policy__pdf_line *line = policy__pdf_line_at(pdf, n);
    const policy__pdf_line *next = line->next != POLICY_NONE ? policy__pdf_line_at(pdf, line->next) : NULL;
    policy_string text = policy__pdf_text(pdf, line);
    bool row = next != NULL && next->page == line->page && fabsf(next->base - line->base) < line->size / 2;
    put_lead(c, line);
    if (part->kind == POLICY_BLOCK_TABLE) put_row(c, line);
    else {
      policy_string below = next != NULL ? policy__pdf_text(pdf, next) : (policy_string){"", 0};
      bool hyphen = next != NULL && !row && ends_in_hyphen(text);
      if (hyphen && is_broken(c, text, below)) text.size -= hyphen_size(text);
      put_text(c, line, text);
      if (!hyphen && !keeps_lines(part) && !(row && is_glued(line, next))) policy__compose_text(&c->composer, space, POLICY__COMPOSED);
    }
    if (next != NULL && keeps_lines(part) && row) policy__compose_cell(&c->composer);
    else if (next != NULL && keeps_lines(part)) policy__compose_line(&c->composer);
    n = line->next;
  }
}

static void put_parts(composing *c) {
  for (size_t i = 0; i < c->pdf->parts.count; i++) {
    const policy__pdf_part *part = policy__pdf_part_at(c->pdf, i);
    const policy_block_record record = {.kind = (policy_block_kind)part->kind, .level = part->level,
                                        .page = policy__pdf_line_at(c->pdf, part->first)->page + 1,
                                        .box = box_of(c->pdf, part), .place = {"", 0}};
    policy__compose_open(&c->composer, &record);
    put_part(c, part);
  }
}

policy_builder *policy__pdf_compose(const policy__pdf *pdf, const void *bytes, size_t size,
                                    const policy_options *options, const policy_limits *limits, policy_error *error) {
  composing c = {.pdf = pdf};
  policy__compose_init(&c.composer, limits, pdf->allocator);
  policy__table_init(&c.words, pdf->allocator);
  policy__array_init(&c.keys, pdf->allocator, sizeof(uint64_t), POLICY_NONE - 1);
  c.composer.status = collect_words(&c);
  for (size_t i = 0; i < pdf->pages.count; i++)
    policy__compose_page(&c.composer, policy__pdf_page_at(pdf, i)->width, policy__pdf_page_at(pdf, i)->height);
  c.hyphenates = c.composer.status == POLICY_OK && breaks_words(&c);
  put_parts(&c);
  policy_builder *builder = policy__compose_finish(&c.composer, bytes, size, options, error);
  policy__table_free(&c.words);
  policy__array_free(&c.keys);
  policy__compose_free(&c.composer);
  return builder;
}
