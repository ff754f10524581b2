/* Scanning the output of `pdftotext -bbox-layout`: a fixed form of XHTML with pages, flows, blocks, lines and words. */
#include <string.h>

#include "read/pdf_layout.h"
#include "read/pdf_markup.h"
#include "read/scan.h"
#include "text/utf8.h"

/* ---- the layout itself ----------------------------------------------------------------------------------- */

void policy__pdf_init(policy__pdf *pdf, const policy_limits *limits, const policy_allocator *allocator) {
  static const policy_string nothing = {"", 0};
  *pdf = (policy__pdf){.allocator = allocator, .title = nothing, .author = nothing, .created = nothing,
                        .modified = nothing};
  pdf->text.allocator = *allocator;
  pdf->text.ceiling = (size_t)limits->text;
  policy__array_init(&pdf->pages, allocator, sizeof(policy__pdf_page), POLICY_NONE - 1);
  policy__array_init(&pdf->lines, allocator, sizeof(policy__pdf_line), POLICY_NONE - 1);
  policy__array_init(&pdf->words, allocator, sizeof(policy__pdf_word), POLICY_NONE - 1);
  policy__array_init(&pdf->parts, allocator, sizeof(policy__pdf_part), POLICY_NONE - 1);
  policy__array_init(&pdf->tables, allocator, sizeof(policy__pdf_part), POLICY_NONE - 1);
  policy__array_init(&pdf->named, allocator, sizeof(uint64_t), POLICY_NONE - 1);
}

void policy__pdf_free(policy__pdf *pdf) {
  policy_buffer_free(&pdf->text);
  policy_buffer_free(&pdf->meta);
  policy__array_free(&pdf->pages);
  policy__array_free(&pdf->lines);
  policy__array_free(&pdf->words);
  policy__array_free(&pdf->parts);
  policy__array_free(&pdf->tables);
  policy__array_free(&pdf->named);
}

policy__pdf_line *policy__pdf_line_at(const policy__pdf *pdf, size_t n) {
  return POLICY__AT(&pdf->lines, policy__pdf_line, n);
}

policy__pdf_page *policy__pdf_page_at(const policy__pdf *pdf, size_t n) {
  return POLICY__AT(&pdf->pages, policy__pdf_page, n);
}

policy__pdf_part *policy__pdf_part_at(const policy__pdf *pdf, size_t n) {
  return POLICY__AT(&pdf->parts, policy__pdf_part, n);
}

policy_string policy__pdf_text(const policy__pdf *pdf, const policy__pdf_line *line) {
  return (policy_string){pdf->text.data + line->begin, line->end - line->begin};
}

/* ---- words ----------------------------------------------------------------------------------------------- */

/* A scan: the words of the line at hand are collected before the line is known to be one. */
typedef struct scan {
  policy__pdf *pdf;
  policy__markup markup;
  uint32_t block, words; /* words: how many the line at hand has */
  bool open;             /* a line is open */
  bool fresh;            /* a block began since the last line */
} scan;

/* Symbol fonts put bullets into the private area. */
static uint32_t plain_bullet(uint32_t point) {
  return point == 0xF0B7 || point == 0xF0A7 || point == 0xF0D8 || point == 0xF076 || point == 0xF0A8 ? 0x2022 : point;
}

static policy_status put_word(policy__pdf *pdf, policy_string markup) {
  policy_status status = POLICY_OK;
  for (size_t at = 0; at < markup.size && status == POLICY_OK;) {
    uint32_t point = plain_bullet(policy__markup_point(markup, &at));
    unsigned class = policy__classify(point);
    if ((class & (POLICY__SPACE | POLICY__CONTROL)) != 0 && (point != 0xAD || at < markup.size)) continue;
    status = policy__markup_put(&pdf->text, point);
  }
  return status;
}

static policy__pdf_word *last_word(const policy__pdf *pdf) {
  return POLICY__AT(&pdf->words, policy__pdf_word, pdf->words.count - 1);
}

/* Whether no space stands between two words, which are two only as their letters differ in size: "119" and a raised
   "th". */
static bool is_glued(const policy__frame *left, const policy__frame *right) {
  float height = left->bottom - left->top, other = right->bottom - right->top, gap = right->left - left->right;
  float most = height > other ? height : other, least = height > other ? other : height;
  return least < most * 0.9F && gap < most / 12 && gap > -most / 3;
}

static policy__frame frame_of(const policy__markup *markup) {
  return (policy__frame){policy__markup_number(markup, "xMin"), policy__markup_number(markup, "yMin"),
                         policy__markup_number(markup, "xMax"), policy__markup_number(markup, "yMax")};
}

static policy_status add_word(scan *s) {
  policy__pdf *pdf = s->pdf;
  policy_status status = POLICY_OK;
  if (!s->open || pdf->pages.count == 0) return POLICY_OK;
  policy__frame frame = frame_of(&s->markup);
  size_t before = pdf->text.size;
  if (s->words > 0 && !is_glued(&last_word(pdf)->frame, &frame)) status = policy_buffer_append(&pdf->text, " ", 1);
  size_t begin = pdf->text.size;
  if (status == POLICY_OK) status = put_word(pdf, s->markup.text);
  if (status != POLICY_OK) return status;
  if (pdf->text.size == begin) {
    pdf->text.size = before;
    return POLICY_OK;
  }
  policy__pdf_word *word = policy__array_push(&pdf->words, &status);
  if (word == NULL) return status;
  *word = (policy__pdf_word){frame, (uint32_t)begin, (uint32_t)pdf->text.size};
  s->words++;
  return POLICY_OK;
}

/* ---- from right to left ---------------------------------------------------------------------------------- */

static policy_status put_backwards(policy_buffer *out, const char *begin, const char *end) {
  policy_status status = POLICY_OK;
  while (end > begin && status == POLICY_OK) {
    const char *at = end;
    policy__utf8_previous(&at);
    status = policy_buffer_append(out, at, (size_t)(end - at));
    end = at;
  }
  return status;
}

/* Appends the words of a line from the last to the first, and says in `turned` where they stand there. */
static policy_status put_words_backwards(const policy__pdf *pdf, const policy__pdf_line *line, policy_buffer *out,
                                         policy__pdf_word *turned) {
  policy_status status = POLICY_OK;
  for (uint32_t i = 0; i < line->words && status == POLICY_OK; i++) {
    const policy__pdf_word *word = POLICY__AT(&pdf->words, policy__pdf_word, line->word + line->words - 1 - i);
    const char *begin = pdf->text.data + word->begin, *end = pdf->text.data + word->end;
    turned[i] = *word;
    turned[i].begin = line->begin + (uint32_t)out->size;
    if (policy__runs_from_right((policy_string){begin, (size_t)(end - begin)}))
      status = put_backwards(out, begin, end);
    else status = policy_buffer_append(out, begin, (size_t)(end - begin));
    turned[i].end = line->begin + (uint32_t)out->size;
    bool space = i + 1 < line->words && (word - 1)->end < word->begin;
    if (status == POLICY_OK && space) status = policy_buffer_append(out, " ", 1);
  }
  return status;
}

/* The words of a page come in the order in which they are seen from the left, and so do their letters: a line of Hebrew
   or Arabic is turned to the order in which it is read. */
static policy_status turn_line(policy__pdf *pdf, const policy__pdf_line *line) {
  if (!policy__runs_from_right(policy__pdf_text(pdf, line))) return POLICY_OK;
  policy_buffer out = {.allocator = *pdf->allocator};
  size_t size = line->words * sizeof(policy__pdf_word);
  policy__pdf_word *turned = policy__allocate(pdf->allocator, size);
  if (turned == NULL) return POLICY_ERROR_NO_MEMORY;
  policy_status status = put_words_backwards(pdf, line, &out, turned);
  if (status == POLICY_OK) {
    memcpy(pdf->text.data + line->begin, out.data, out.size);
    memcpy(POLICY__AT(&pdf->words, policy__pdf_word, line->word), turned, size);
  }
  policy__release(pdf->allocator, turned, size);
  policy_buffer_free(&out);
  return status;
}

/* ---- lines ----------------------------------------------------------------------------------------------- */

static void widen(policy__frame *frame, const policy__frame *other) {
  if (other->left < frame->left) frame->left = other->left;
  if (other->top < frame->top) frame->top = other->top;
  if (other->right > frame->right) frame->right = other->right;
  if (other->bottom > frame->bottom) frame->bottom = other->bottom;
}

/* The height of a word's letters; of one that was turned to run up its page, its width. */
static float size_of(const policy__pdf *pdf, const policy__pdf_word *word) {
  float height = word->frame.bottom - word->frame.top, width = word->frame.right - word->frame.left;
  bool turned = word->end - word->begin >= 3 && height > width * 2 && pdf->pages.count > 0;
  return turned ? width : height;
}

/* Size and base of most letters: the majority vote of Boyer and Moore over the words, each with its letters. */
static void measure_line(const policy__pdf *pdf, policy__pdf_line *line) {
  uint32_t votes = 0;
  for (uint32_t i = 0; i < line->words; i++) {
    const policy__pdf_word *word = POLICY__AT(&pdf->words, policy__pdf_word, line->word + i);
    float height = size_of(pdf, word);
    uint32_t letters = word->end - word->begin;
    float more = height - line->size;
    if (votes > 0 && more < 0.3F && more > -0.3F) votes += letters;
    else if (votes >= letters) votes -= letters;
    else votes = letters - votes, line->size = height, line->base = word->frame.bottom;
    if (i == 0) line->frame = word->frame;
    else widen(&line->frame, &word->frame);
  }
}

static policy_status end_line(scan *s) {
  policy__pdf *pdf = s->pdf;
  policy_status status = POLICY_OK;
  s->open = false;
  if (s->words == 0) return status;
  policy__pdf_line *line = policy__array_push(&pdf->lines, &status);
  if (line == NULL) return status;
  if (s->fresh) s->block++;
  s->fresh = false;
  line->word = (uint32_t)pdf->words.count - s->words;
  line->words = s->words;
  line->begin = POLICY__AT(&pdf->words, policy__pdf_word, line->word)->begin;
  line->end = (uint32_t)pdf->text.size;
  line->page = (uint32_t)pdf->pages.count - 1;
  line->block = s->block;
  line->lead = line->next = POLICY_NONE;
  measure_line(pdf, line);
  policy__pdf_page_at(pdf, line->page)->count++;
  s->words = 0;
  status = turn_line(pdf, line);
  return status != POLICY_OK ? status : policy_buffer_append(&pdf->text, "\n", 1);
}

/* ---- tags ------------------------------------------------------------------------------------------------ */

static policy_status begin_page(scan *s) {
  policy_status status = POLICY_OK;
  policy__pdf_page *page = policy__array_push(&s->pdf->pages, &status);
  if (page == NULL) return status;
  page->width = policy__markup_number(&s->markup, "width");
  page->height = policy__markup_number(&s->markup, "height");
  page->first = (uint32_t)s->pdf->lines.count;
  return POLICY_OK;
}

/* What the head says of the file. */
static void take_meta(scan *s) {
  policy_string name = policy__markup_value(&s->markup, "name"), content = policy__markup_value(&s->markup, "content");
  if (policy__equals(name, "author")) s->pdf->author = content;
  if (policy__equals(name, "creationdate")) s->pdf->created = content;
  if (policy__equals(name, "moddate")) s->pdf->modified = content;
}

static policy_status take_tag(scan *s) {
  const policy__markup *markup = &s->markup;
  bool head = s->pdf->pages.count == 0;
  if (policy__markup_is(markup, "word")) return add_word(s);
  bool begins = policy__markup_is(markup, "line");
  if (begins || policy__markup_is(markup, "/line")) {
    policy_status status = end_line(s);
    s->open = begins;
    return status;
  }
  if (policy__markup_is(markup, "block")) s->fresh = true;
  else if (policy__markup_is(markup, "page")) return begin_page(s);
  else if (policy__markup_is(markup, "/page")) return end_line(s);
  else if (policy__markup_is(markup, "/html")) s->pdf->whole = true;
  else if (policy__markup_is(markup, "title") && head) s->pdf->title = markup->text;
  else if (policy__markup_is(markup, "meta") && head) take_meta(s);
  return POLICY_OK;
}

policy_status policy__pdf_scan(policy__pdf *pdf, policy_string xhtml) {
  scan s = {.pdf = pdf, .markup = {.source = xhtml}};
  policy_status status = POLICY_OK;
  while (status == POLICY_OK && policy__markup_next(&s.markup)) status = take_tag(&s);
  return status == POLICY_OK ? end_line(&s) : status;
}
