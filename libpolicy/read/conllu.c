/* Reading CoNLL-U: from lines to a text, and from both to a document. */
#include "read/conllu.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "base/memory.h"
#include "model/builder.h"
#include "read/conllu_lines.h"
#include "text/utf8.h"

typedef struct reader {
  policy__memory memory; /* of all that is here but the builder */
  policy_limits limits;  /* with every default filled in */
  policy__conllu found;
  policy_buffer text;  /* as assembled; the builder's differs where pieces of words compose */
  policy__array spans; /* of policy_span: of the sentences in the assembled text */
  uint64_t differing;  /* sentences whose "# text" is not that of their words */
  policy_builder *builder;
  policy_error *error;
} reader;

#define SENTENCE(r, n) POLICY__AT(&(r)->found.sentences, policy__conllu_sentence, n)
#define WRITTEN(r, n) POLICY__AT(&(r)->found.written, policy__conllu_written, n)
#define WORD(r, n) POLICY__AT(&(r)->found.words, policy_token_record, n)

static void init(reader *r, size_t size, const policy_limits *limits, const policy_allocator *allocator) {
  r->limits = policy__limits_fill(limits, size);
  policy__memory_init(&r->memory, allocator != NULL ? allocator : &policy__malloc_allocator, r->limits.memory);
  const policy_allocator *scratch = &r->memory.allocator;
  policy__array_init(&r->found.words, scratch, sizeof(policy_token_record), r->limits.tokens);
  policy__array_init(&r->found.written, scratch, sizeof(policy__conllu_written), r->limits.tokens);
  policy__array_init(&r->found.sentences, scratch, sizeof(policy__conllu_sentence), r->limits.tokens);
  policy__array_init(&r->spans, scratch, sizeof(policy_span), r->limits.tokens);
  r->text.allocator = *scratch;
  r->text.ceiling = (size_t)r->limits.text;
}

static void free_scratch(reader *r) {
  policy__array_free(&r->found.words);
  policy__array_free(&r->found.written);
  policy__array_free(&r->found.sentences);
  policy__array_free(&r->spans);
  policy_buffer_free(&r->text);
}

/* ---- assembling the text -------------------------------------------------------------------------------- */

/* The length of the space at `at`: a space, or the no-break and ideographic ones that UD texts have. */
static size_t space(const char *at, const char *end) {
  size_t left = (size_t)(end - at);
  if (left >= 1 && at[0] == ' ') return 1;
  if (left >= 2 && memcmp(at, "\xC2\xA0", 2) == 0) return 2;
  return left >= 3 && memcmp(at, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

static const char *skip_spaces(const char *at, const char *end) {
  for (size_t size; (size = space(at, end)) > 0;) at += size;
  return at;
}

/* Finds the written words of a sentence in its "# text", where they must be all but spaces. Sets where each
   begins in there, and `*used` to the end of the last. */
static bool align(reader *r, const policy__conllu_sentence *sentence, size_t *used) {
  const char *begin = sentence->text.data, *at = begin, *end = at + sentence->text.size;
  for (uint32_t i = 0; i < sentence->written_count; i++) {
    policy__conllu_written *written = WRITTEN(r, sentence->first_written + i);
    policy_string form = written->form;
    if (space(form.data, form.data + form.size) == 0) at = skip_spaces(at, end);
    if ((size_t)(end - at) < form.size || memcmp(at, form.data, form.size) != 0) return false;
    written->begin = (uint32_t)(at - begin);
    at += form.size;
  }
  *used = (size_t)(at - begin);
  return skip_spaces(at, end) == end;
}

/* Appends the written words, with spaces but where there are to be none. */
static policy_status append_words(reader *r, const policy__conllu_sentence *sentence) {
  policy_status status = POLICY_OK;
  for (uint32_t i = 0; i < sentence->written_count && status == POLICY_OK; i++) {
    policy__conllu_written *written = WRITTEN(r, sentence->first_written + i);
    if (i > 0 && !(written - 1)->tight) status = policy_buffer_append(&r->text, " ", 1);
    written->begin = (uint32_t)r->text.size;
    if (status == POLICY_OK) status = policy_buffer_append(&r->text, written->form.data, written->form.size);
  }
  return status;
}

static policy_status append_text(reader *r, const policy__conllu_sentence *sentence) {
  size_t used, base = r->text.size;
  if (sentence->text.size == 0 || !align(r, sentence, &used)) {
    r->differing += sentence->text.size > 0;
    return append_words(r, sentence);
  }
  uint32_t skipped = WRITTEN(r, sentence->first_written)->begin;
  policy_status status = policy_buffer_append(&r->text, sentence->text.data + skipped, used - skipped);
  for (uint32_t i = 0; i < sentence->written_count && status == POLICY_OK; i++) {
    policy__conllu_written *written = WRITTEN(r, sentence->first_written + i);
    written->begin = (uint32_t)(base + written->begin - skipped);
  }
  return status;
}

/* Whether a sentence that begins so may stand right behind another: the first character is one that never
   composes with what is before it. */
static bool is_firm(policy_string form) {
  const unsigned char *at = (const unsigned char *)form.data;
  return at[0] < 0x80 || (form.size >= 3 && at[0] == 0xE2 && at[1] == 0x80 && at[2] >= 0x90);
}

static bool begins_block(const reader *r, size_t n) {
  return n == 0 || !r->found.has_blocks || SENTENCE(r, n)->begins_block;
}

/* What stands between a sentence and the one before it. */
static const char *separator(const reader *r, size_t n) {
  const policy__conllu_sentence *sentence = SENTENCE(r, n);
  if (n == 0) return "";
  if (begins_block(r, n)) return "\n\n";
  const policy__conllu_written *first = WRITTEN(r, sentence->first_written);
  return (first - 1)->tight && is_firm(first->form) ? "" : " ";
}

static policy_status assemble(reader *r) {
  policy_status status = POLICY_OK;
  for (size_t n = 0; n < r->found.sentences.count && status == POLICY_OK; n++) {
    const policy__conllu_sentence *sentence = SENTENCE(r, n);
    const char *between = separator(r, n);
    status = policy_buffer_append(&r->text, between, strlen(between));
    uint32_t begin = (uint32_t)r->text.size;
    if (status == POLICY_OK) status = append_text(r, sentence);
    policy_span *span = status == POLICY_OK ? policy__array_push(&r->spans, &status) : NULL;
    if (span != NULL) *span = (policy_span){begin, (uint32_t)r->text.size};
  }
  return status;
}

/* ---- spans ---------------------------------------------------------------------------------------------- */

/* Whether the forms of words, one behind the other, are the written form. */
static bool is_split(const reader *r, const policy__conllu_written *written) {
  size_t at = 0;
  for (uint32_t i = written->first; i <= written->last; i++) {
    policy_string form = WORD(r, i)->form;
    if (written->form.size - at < form.size || memcmp(written->form.data + at, form.data, form.size) != 0)
      return false;
    at += form.size;
  }
  return at == written->form.size;
}

/* The spans of all words in the assembled text. A written word that is not made of the forms of its words is
   the span of each of them. */
static void set_spans(reader *r) {
  for (size_t n = 0; n < r->found.written.count; n++) {
    const policy__conllu_written *written = WRITTEN(r, n);
    bool is_made = is_split(r, written);
    uint32_t at = written->begin, end = at + (uint32_t)written->form.size;
    for (uint32_t i = written->first; i <= written->last; i++) {
      policy_token_record *word = WORD(r, i);
      word->span = (policy_span){at, is_made ? at + (uint32_t)word->form.size : end};
      if (is_made) at = word->span.end;
    }
  }
}

/* Walks through the document's text along with places of the assembled one, which must not fall. */
typedef struct walk {
  const policy_document *document;
  policy_string text;
  uint32_t at;
} walk;

static uint32_t step(const walk *w) {
  uint32_t next = w->at + 1;
  while (next < w->text.size && !policy__utf8_is_boundary(w->text.data[next])) next++;
  return next;
}

/* The last character that begins at `byte` of the assembled text, or before. */
static uint32_t walk_down(walk *w, uint32_t byte) {
  while (w->at < w->text.size && policy_document_source_offset(w->document, step(w)) <= byte) w->at = step(w);
  return w->at;
}

/* The first character that begins at `byte`, or behind it; or the end. */
static uint32_t walk_up(walk *w, uint32_t byte) {
  while (w->at < w->text.size && policy_document_source_offset(w->document, w->at) < byte) w->at = step(w);
  return w->at;
}

static void move_span(walk *down, walk *up, policy_span *span) {
  *span = (policy_span){walk_down(down, span->begin), walk_up(up, span->end)};
}

/* Whether the spans are good as they are: cleaning changed nothing, and no word ends inside of a character. */
static bool is_settled(const reader *r, policy_string text) {
  if (text.size != r->text.size) return false;
  if (text.size > 0 && memcmp(text.data, r->text.data, text.size) != 0) return false;
  for (size_t i = 0; i < r->found.words.count; i++) {
    uint32_t end = WORD(r, i)->span.end;
    if (end < text.size && !policy__utf8_is_boundary(text.data[end])) return false;
  }
  return true;
}

/* Moves all spans from the assembled text to the document's: a span then covers the characters that its bytes
   have a share in. */
static void move_spans(reader *r) {
  const policy_document *document = policy_builder_document(r->builder);
  policy_string text = policy_document_text(document);
  if (is_settled(r, text)) return;
  walk start = {document, text, 0}, down = start, up = start;
  for (size_t i = 0; i < r->found.words.count; i++) move_span(&down, &up, &WORD(r, i)->span);
  down = up = start;
  for (size_t i = 0; i < r->spans.count; i++)
    move_span(&down, &up, POLICY__AT(&r->spans, policy_span, i));
}

/* ---- the document --------------------------------------------------------------------------------------- */

static policy_status set_source(reader *r, const char *bytes, size_t size) {
  char id[7 + POLICY__SHA256_HEX];
  memcpy(id, "sha256:", 7);
  policy__sha256(bytes, size, id + 7);
  policy_builder_set_source(r->builder, size, 0);
  return policy_builder_set(r->builder, POLICY_FIELD_ID, (policy_string){id, sizeof id}, r->error);
}

static policy_status add_blocks(reader *r) {
  policy_status status = POLICY_OK;
  for (size_t n = 0; n < r->spans.count && status == POLICY_OK;) {
    policy_block_record block = {.span = *POLICY__AT(&r->spans, policy_span, n)};
    for (n++; n < r->spans.count && !begins_block(r, n); n++)
      block.span.end = POLICY__AT(&r->spans, policy_span, n)->end;
    status = policy_builder_add_block(r->builder, &block, NULL, r->error);
  }
  return status;
}

static policy_status add_sentence(reader *r, size_t n) {
  const policy__conllu_sentence *sentence = SENTENCE(r, n);
  const policy_document *document = policy_builder_document(r->builder);
  for (uint32_t i = 0; i < sentence->word_count; i++) {
    policy_token_record *word = WORD(r, sentence->first_word + i);
    policy_string slice = policy_document_slice(document, word->span);
    if (slice.size == word->form.size && memcmp(slice.data, word->form.data, slice.size) == 0)
      word->form = (policy_string){"", 0};
  }
  return policy_builder_add_sentence(r->builder, *POLICY__AT(&r->spans, policy_span, n),
                                     WORD(r, sentence->first_word), sentence->word_count, NULL, r->error);
}

static policy_status add_warning(reader *r, const char *code, uint64_t count, const char *words) {
  char message[POLICY_MESSAGE_SIZE];
  if (count == 0) return POLICY_OK;
  (void)snprintf(message, sizeof message, "%llu %s", (unsigned long long)count, words);
  return policy_builder_add_warning(r->builder, code, message, (policy_span){0, 0}, r->error);
}

static policy_status fill(reader *r, const char *bytes, size_t size) {
  policy_status status = set_source(r, bytes, size);
  move_spans(r);
  if (status == POLICY_OK) status = add_blocks(r);
  for (size_t n = 0; n < r->spans.count && status == POLICY_OK; n++) status = add_sentence(r, n);
  if (status == POLICY_OK) status = add_warning(r, "empty-node", r->found.empty_nodes, "empty nodes skipped");
  if (status == POLICY_OK)
    status = add_warning(r, "text-differs", r->differing, "sentences whose text is not that of their words");
  return status;
}

static policy_status read_text(reader *r, const char *bytes, size_t size) {
  policy_status status = policy__conllu_parse(bytes, size, &r->found, r->error);
  if (status == POLICY_ERROR_NO_MEMORY) return policy__memory_fail(&r->memory, r->error);
  if (status != POLICY_OK) return status;
  status = assemble(r);
  if (status == POLICY_ERROR_LIMIT)
    return policy__fail(r->error, status, 0, "the text has more than %llu bytes",
                        (unsigned long long)r->limits.text);
  if (status == POLICY_ERROR_NO_MEMORY) return policy__memory_fail(&r->memory, r->error);
  if (status == POLICY_OK) set_spans(r);
  return status;
}

policy_builder *policy__read_conllu(const void *bytes, size_t size, const policy_options *options, policy_error *error) {
  reader r = {.error = error};
  init(&r, size, options->limits, options->allocator);
  policy_status status = policy__source_check(bytes, size, &r.limits, error);
  if (status == POLICY_OK) status = read_text(&r, bytes, size);
  if (status == POLICY_OK) {
    r.builder = policy_builder_new(r.text.data, r.text.size, &r.limits, options->allocator, error);
    status = r.builder != NULL ? fill(&r, bytes, size) : POLICY_ERROR_NO_MEMORY;
  }
  free_scratch(&r);
  if (status == POLICY_OK) return r.builder;
  policy_builder_free(r.builder);
  return NULL;
}
