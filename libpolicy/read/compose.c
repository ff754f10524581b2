/* Text, blocks and places of a source that is no text. */
#include "read/compose.h"

#include <math.h>
#include <string.h>

#include "base/ascii.h"
#include "base/equal.h"
#include "base/status.h"
#include "model/builder.h"
#include "read/html_meta.h"
#include "read/numbering.h"
#include "text/utf8.h"

/* A block whose text and place are spans of the composer's buffers. */
typedef struct policy__composed {
  policy_block_record record;
  policy_span place, language;
} policy__composed;

/* What was put aside: the beginning of a block, with its place, or a piece of its text, with its source. Both are spans
   of composer.aside. */
typedef struct policy__aside {
  enum { ASIDE_OPEN, ASIDE_TEXT, ASIDE_LINE, ASIDE_CELL } what;
  policy_block_kind kind;
  uint32_t level;
  policy_span span;
  uint32_t language; /* bytes of the span's end that are the block's language */
  uint64_t source;
} policy__aside;

void policy__compose_init(policy__composer *composer, const policy_limits *limits, const policy_allocator *allocator) {
  *composer = (policy__composer){.status = POLICY_OK};
  composer->text.allocator = composer->places.allocator = *allocator;
  composer->aside.allocator = *allocator;
  composer->text.ceiling = composer->places.ceiling = composer->aside.ceiling = (size_t)limits->text;
  policy__array_init(&composer->asides, allocator, sizeof(policy__aside), UINT32_MAX);
  policy__array_init(&composer->blocks, allocator, sizeof(policy__composed), limits->blocks);
  policy__array_init(&composer->runs, allocator, sizeof(policy__source_run), UINT32_MAX);
  policy__array_init(&composer->pages, allocator, sizeof(policy_box), limits->blocks);
  policy__array_init(&composer->lines, allocator, sizeof(policy_line_record), limits->tokens);
}

void policy__compose_free(policy__composer *composer) {
  policy_buffer_free(&composer->text);
  policy_buffer_free(&composer->places);
  policy_buffer_free(&composer->aside);
  policy__array_free(&composer->asides);
  policy__array_free(&composer->blocks);
  policy__array_free(&composer->runs);
  policy__array_free(&composer->pages);
  policy__array_free(&composer->lines);
}

static policy__composed *last_block(const policy__composer *composer) {
  return POLICY__AT(&composer->blocks, policy__composed, composer->blocks.count - 1);
}

static void append(policy__composer *composer, const char *bytes, size_t size) {
  if (composer->status == POLICY_OK) composer->status = policy_buffer_append(&composer->text, bytes, size);
}

/* ---- asides ---------------------------------------------------------------------------------------------- */

static void put_aside(policy__composer *composer, policy__aside aside, policy_string text) {
  if (composer->status != POLICY_OK) return;
  aside.span.begin = (uint32_t)composer->aside.size;
  composer->status = policy_buffer_append(&composer->aside, text.data, text.size);
  aside.span.end = (uint32_t)composer->aside.size;
  policy__aside *place = composer->status == POLICY_OK ? policy__array_push(&composer->asides, &composer->status) : NULL;
  if (place != NULL) *place = aside;
}

static void open_aside(policy__composer *composer, const policy_block_record *record) {
  put_aside(composer, (policy__aside){.what = ASIDE_OPEN, .kind = record->kind, .level = record->level}, record->place);
  char tag[POLICY__HTML_TAG_SIZE];
  size_t size = policy__html_language(record->language, tag);
  if (composer->status != POLICY_OK || size == 0) return;
  composer->status = policy_buffer_append(&composer->aside, tag, size);
  policy__aside *aside = POLICY__AT(&composer->asides, policy__aside, composer->asides.count - 1);
  aside->span.end = (uint32_t)composer->aside.size;
  aside->language = (uint32_t)size;
}

/* Composes what was put aside, now that no block is open. */
static void replay(policy__composer *composer) {
  if (composer->replaying || composer->aside_depth > 0 || composer->asides.count == 0) return;
  composer->replaying = true;
  for (size_t i = 0; i < composer->asides.count && composer->status == POLICY_OK; i++) {
    const policy__aside *aside = POLICY__AT(&composer->asides, policy__aside, i);
    policy_string text = {"", aside->span.end - aside->span.begin};
    if (text.size > 0) text.data = composer->aside.data + aside->span.begin;
    policy_block_record record = {.kind = aside->kind, .level = aside->level, .place = text};
    record.place.size -= aside->language;
    record.language = (policy_string){text.data + record.place.size, aside->language};
    if (aside->what == ASIDE_OPEN) policy__compose_open(composer, &record);
    else if (aside->what == ASIDE_TEXT) policy__compose_text(composer, text, aside->source);
    else if (aside->what == ASIDE_LINE) policy__compose_line(composer);
    else
      policy__compose_cell(composer);
  }
  policy__compose_close(composer);
  composer->replaying = false;
  composer->asides.count = composer->aside.size = 0;
}

void policy__compose_aside(policy__composer *composer, const policy_block_record *record) {
  if (composer->aside_depth++ == 0) open_aside(composer, record);
}

void policy__compose_back(policy__composer *composer) {
  if (--composer->aside_depth == 0 && !composer->open) replay(composer);
}

char policy__compose_last(const policy__composer *composer) {
  const policy_buffer *text = composer->aside_depth > 0 ? &composer->aside : &composer->text;
  return text->size > 0 ? text->data[text->size - 1] : '\0';
}

/* ---- blocks ---------------------------------------------------------------------------------------------- */

bool policy__compose_is_filled(const policy__composer *composer) {
  return composer->open && composer->text.size > last_block(composer)->record.span.begin;
}

policy_string policy__compose_filling(const policy__composer *composer) {
  policy_string block = {"", 0};
  if (!policy__compose_is_filled(composer)) return block;
  uint32_t begin = last_block(composer)->record.span.begin;
  return (policy_string){composer->text.data + begin, composer->text.size - begin};
}

/* Ends the open block; one without text vanishes. */
static void end_block(policy__composer *composer) {
  policy__composed *block = last_block(composer);
  while (composer->text.size > block->record.span.begin &&
         strchr("\n\t", composer->text.data[composer->text.size - 1]) != NULL)
    composer->text.data[--composer->text.size] = '\0';
  block->record.span.end = (uint32_t)composer->text.size;
  composer->open = composer->space = false;
  if (block->record.span.begin < block->record.span.end) return;
  composer->places.size = block->place.begin;
  composer->blocks.count--;
  if (block->record.span.begin == 0) return;
  composer->text.size -= 2; /* the blank line before it */
  composer->text.data[composer->text.size] = '\0';
}

void policy__compose_close(policy__composer *composer) {
  if (composer->aside_depth > 0 || composer->status != POLICY_OK) return;
  if (composer->open) end_block(composer);
  replay(composer);
}

void policy__compose_open(policy__composer *composer, const policy_block_record *record) {
  if (composer->aside_depth > 0) {
    open_aside(composer, record);
    return;
  }
  policy__compose_close(composer);
  if (composer->text.size > 0) append(composer, "\n\n", 2);
  policy__composed *block = NULL;
  if (composer->status == POLICY_OK) block = policy__array_push(&composer->blocks, &composer->status);
  if (block == NULL) return;
  block->record = *record;
  block->record.span = (policy_span){(uint32_t)composer->text.size, 0};
  block->place.begin = (uint32_t)composer->places.size;
  composer->status = policy_buffer_append(&composer->places, record->place.data, record->place.size);
  block->place.end = (uint32_t)composer->places.size;
  composer->open = true;
  policy__compose_declare(composer, record->language);
}

void policy__compose_declare(policy__composer *composer, policy_string language) {
  char tag[POLICY__HTML_TAG_SIZE];
  if (!composer->open || composer->aside_depth > 0 || composer->status != POLICY_OK) return;
  policy__composed *block = last_block(composer);
  block->language.begin = (uint32_t)composer->places.size;
  composer->status = policy_buffer_append(&composer->places, tag, policy__html_language(language, tag));
  block->language.end = (uint32_t)composer->places.size;
}

void policy__compose_recast(policy__composer *composer, policy_block_kind kind, uint32_t level) {
  if (!composer->open || composer->aside_depth > 0) return;
  last_block(composer)->record.kind = kind;
  last_block(composer)->record.level = level;
}

/* ---- text ------------------------------------------------------------------------------------------------ */

/* Whether the text stands at the beginning of a line, where no space goes. */
static bool at_beginning(const policy__composer *composer) {
  if (!policy__compose_is_filled(composer)) return true;
  char last = composer->text.data[composer->text.size - 1];
  return last == '\n' || last == '\t';
}

/* From here on, the text is the source's from `source` on. */
static void mark(policy__composer *composer, uint64_t source) {
  if (composer->status != POLICY_OK || source == POLICY__COMPOSED) return;
  const policy__source_run *last = NULL;
  if (composer->runs.count > 0) last = POLICY__AT(&composer->runs, policy__source_run, composer->runs.count - 1);
  if (last != NULL && last->source + (composer->text.size - last->text) == source) return;
  policy__source_run *run = policy__array_push(&composer->runs, &composer->status);
  if (run != NULL) *run = (policy__source_run){.text = (uint32_t)composer->text.size, .source = source};
}

/* The end of a stretch that is taken as it is: words with one space between them. */
static size_t end_of_words(policy_string piece, size_t at) {
  while (at < piece.size) {
    bool space = piece.data[at] == ' ' && at + 1 < piece.size && !policy__is_white(piece.data[at + 1]);
    if (policy__is_white(piece.data[at]) && !space) break;
    at++;
  }
  return at;
}

void policy__compose_text(policy__composer *composer, policy_string piece, uint64_t source) {
  static const policy_block_record paragraph = {.place = {"", 0}};
  size_t at = 0;
  if (composer->aside_depth > 0) {
    put_aside(composer, (policy__aside){.what = ASIDE_TEXT, .source = source}, piece);
    return;
  }
  while (at < piece.size && composer->status == POLICY_OK) {
    size_t begin = at;
    while (at < piece.size && policy__is_white(piece.data[at])) at++;
    if (at > begin) composer->space = true;
    if (at == piece.size) return;
    if (!composer->open) policy__compose_open(composer, &paragraph);
    if (composer->space && !at_beginning(composer)) append(composer, " ", 1);
    composer->space = false;
    if (composer->text.size == 0 && piece.size - at >= 3 && memcmp(piece.data + at, "\xEF\xBB\xBF", 3) == 0) {
      at += 3; /* a byte order mark is no text */
      continue;
    }
    begin = at;
    at = end_of_words(piece, at);
    mark(composer, source == POLICY__COMPOSED ? source : source + begin);
    append(composer, piece.data + begin, at - begin);
  }
}

static void separate(policy__composer *composer, const char *separator) {
  composer->space = false;
  if (policy__compose_is_filled(composer)) append(composer, separator, 1);
}

void policy__compose_tight(policy__composer *composer) {
  composer->space = false;
}

void policy__compose_line(policy__composer *composer) {
  if (composer->aside_depth > 0) {
    put_aside(composer, (policy__aside){.what = ASIDE_LINE}, (policy_string){"", 0});
    return;
  }
  if (policy__compose_is_filled(composer) && composer->text.data[composer->text.size - 1] == '\n') return;
  separate(composer, "\n");
}

void policy__compose_cell(policy__composer *composer) {
  if (composer->aside_depth > 0) {
    put_aside(composer, (policy__aside){.what = ASIDE_CELL}, (policy_string){"", 0});
    return;
  }
  separate(composer, "\t");
}

/* ---- pages ----------------------------------------------------------------------------------------------- */

static float length_of(float value) {
  if (isnan(value)) return 0;
  return fmaxf(-POLICY_LARGEST_PAGE, fminf(value, POLICY_LARGEST_PAGE));
}

void policy__compose_page(policy__composer *composer, float width, float height) {
  if (composer->status != POLICY_OK) return;
  policy_box *page = policy__array_push(&composer->pages, &composer->status);
  if (page != NULL) *page = (policy_box){0, 0, fmaxf(length_of(width), 0), fmaxf(length_of(height), 0)};
}

void policy__compose_placed(policy__composer *composer, size_t begin, const policy_line_record *record) {
  while (begin < composer->text.size && policy__is_white(composer->text.data[begin])) begin++;
  if (composer->status != POLICY_OK || begin >= composer->text.size) return;
  policy_line_record *line = policy__array_push(&composer->lines, &composer->status);
  if (line == NULL) return;
  *line = *record;
  line->span = (policy_span){(uint32_t)begin, (uint32_t)composer->text.size};
  line->size = fmaxf(length_of(record->size), 0);
  line->box = (policy_box){length_of(record->box.left), length_of(record->box.top),
                           fmaxf(length_of(record->box.width), 0), fmaxf(length_of(record->box.height), 0)};
}

/* ---- looking back ---------------------------------------------------------------------------------------- */

size_t policy__compose_count(const policy__composer *composer) {
  return composer->blocks.count - composer->open;
}

policy_string policy__compose_block(const policy__composer *composer, size_t n, policy_string *place) {
  const policy__composed *block = POLICY__AT(&composer->blocks, policy__composed, n);
  policy_span span = block->record.span;
  *place = (policy_string){"", block->place.end - block->place.begin};
  if (place->size > 0) place->data = composer->places.data + block->place.begin;
  return (policy_string){composer->text.data + span.begin, span.end - span.begin};
}

policy_string policy__compose_open_text(const policy__composer *composer) {
  if (!policy__compose_is_filled(composer)) return (policy_string){"", 0};
  uint32_t begin = last_block(composer)->record.span.begin;
  return (policy_string){composer->text.data + begin, composer->text.size - begin};
}

void policy__compose_once(policy__composer *composer, policy_string text) {
  const policy_block_record record = {.kind = POLICY_BLOCK_BOILERPLATE, .place = {"", 0}};
  policy_string place;
  policy__compose_close(composer);
  for (size_t n = policy__compose_count(composer); n > 0; n--) {
    const policy__composed *block = POLICY__AT(&composer->blocks, policy__composed, n - 1);
    if (block->record.kind != POLICY_BLOCK_BOILERPLATE) break;
    if (policy__equal(policy__compose_block(composer, n - 1, &place), text)) return;
  }
  policy__compose_open(composer, &record);
  for (size_t at = 0; at < text.size;) {
    const char *end = memchr(text.data + at, '\n', text.size - at);
    size_t size = end != NULL ? (size_t)(end - text.data) - at : text.size - at;
    policy__compose_text(composer, (policy_string){text.data + at, size}, POLICY__COMPOSED);
    if (end != NULL) policy__compose_line(composer);
    at += size + 1;
  }
  policy__compose_close(composer);
}

/* ---- the end --------------------------------------------------------------------------------------------- */

static policy_status add_blocks(const policy__composer *composer, policy_builder *builder, policy_error *error) {
  policy_status status = POLICY_OK;
  for (size_t i = 0; i < composer->blocks.count && status == POLICY_OK; i++) {
    const policy__composed *block = POLICY__AT(&composer->blocks, policy__composed, i);
    policy_block_record record = block->record;
    record.span.begin = policy__builder_byte(builder, record.span.begin);
    record.span.end = policy__builder_byte(builder, record.span.end);
    record.place = (policy_string){"", block->place.end - block->place.begin};
    if (record.place.size > 0) record.place.data = composer->places.data + block->place.begin;
    record.language = (policy_string){"", block->language.end - block->language.begin};
    if (record.language.size > 0) record.language.data = composer->places.data + block->language.begin;
    status = policy_builder_add_block(builder, &record, NULL, error);
  }
  return status;
}

/* Normalising may have put the first letter of a line to the last of the one before it. */
static policy_status add_lines(const policy__composer *composer, policy_builder *builder, policy_error *error) {
  policy_status status = POLICY_OK;
  const policy_string text = policy_document_text(policy_builder_document(builder));
  for (size_t i = 0; i < composer->pages.count && status == POLICY_OK; i++) {
    const policy_box *page = POLICY__AT(&composer->pages, policy_box, i);
    status = policy_builder_add_page(builder, page->width, page->height, error);
  }
  uint32_t before = 0;
  for (size_t i = 0; i < composer->lines.count && status == POLICY_OK; i++) {
    policy_line_record record = *POLICY__AT(&composer->lines, policy_line_record, i);
    record.span.begin = policy__builder_byte(builder, record.span.begin);
    record.span.end = policy__builder_byte(builder, record.span.end);
    while (record.span.begin < text.size && !policy__utf8_is_boundary(text.data[record.span.begin]))
      record.span.begin++;
    while (record.span.end < text.size && !policy__utf8_is_boundary(text.data[record.span.end]))
      record.span.end++;
    if (record.span.begin < before) record.span.begin = before;
    if (record.span.begin >= record.span.end) continue;
    before = record.span.end;
    status = policy_builder_add_line(builder, &record, NULL, error);
  }
  return status;
}

policy_builder *policy__compose_finish(policy__composer *composer, const void *bytes, size_t size,
                                       const policy_options *options, policy_error *error) {
  policy__compose_close(composer);
  if (composer->status != POLICY_OK) {
    policy__fail_plain(error, composer->status);
    return NULL;
  }
  policy_builder *builder =
      policy_builder_new(composer->text.data, composer->text.size, options->limits, options->allocator, error);
  if (builder == NULL) return NULL;
  policy_status status = add_blocks(composer, builder, error);
  if (status == POLICY_OK) status = add_lines(composer, builder, error);
  if (status == POLICY_OK) status = policy__builder_source(builder, bytes, size, &composer->runs, error);
  if (status == POLICY_OK) status = policy__numbers_mark(builder, error);
  if (status == POLICY_OK) return builder;
  policy_builder_free(builder);
  return NULL;
}
