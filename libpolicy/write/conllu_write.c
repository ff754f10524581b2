/* Sentences and words as CoNLL-U (universaldependencies.org/format.html). */
#include <policy/conllu.h>

#include "base/buffer.h"

/* One written word: the syntactic words `first` to `last` of the sentence, by number from 0. */
typedef struct written {
  uint32_t first, last;
  policy_span span;
} written;

typedef struct output {
  policy__writer writer;
  const policy_document *document;
  policy_sentence sentence;
  uint32_t count; /* words of the sentence */
  uint32_t next;  /* where the next sentence of the block begins, or the end of the text */
} output;

/* ---- pieces --------------------------------------------------------------------------------------------- */

/* The bytes of the control character at `at`, or 0: U+0000 to U+001F, U+007F to U+009F. */
static size_t control(const char *at, size_t left) {
  unsigned char c = (unsigned char)at[0];
  if (c < ' ' || c == 0x7F) return 1;
  return c == 0xC2 && left > 1 && (unsigned char)at[1] < 0xA0 ? 2 : 0;
}

/* A string without what would break its line or column, or drive a terminal: control characters become
   spaces. */
static void put_clean(output *out, policy_string string) {
  size_t done = 0;
  for (size_t i = 0; i < string.size; i++) {
    size_t size = control(string.data + i, string.size - i);
    if (size == 0) continue;
    policy__write(&out->writer, string.data + done, i - done);
    policy__write_text(&out->writer, " ");
    done = i + size;
  }
  policy__write(&out->writer, string.data + done, string.size - done);
}

static void put_column(output *out, policy_string string) {
  policy__write_text(&out->writer, "\t");
  if (string.size > 0) put_clean(out, string);
  else policy__write_text(&out->writer, "_");
}

static bool has_line_end(policy_string string) {
  for (size_t i = 0; i < string.size; i++)
    if (string.data[i] == '\n') return true;
  return false;
}

/* ---- written words -------------------------------------------------------------------------------------- */

/* The written word that begins with the word `first`: those joined to it belong to it. */
static written written_from(const output *out, uint32_t first) {
  written word = {first, first, policy_token_span(policy_sentence_token(out->sentence, first))};
  for (uint32_t n = first + 1; n < out->count; n++) {
    policy_token token = policy_sentence_token(out->sentence, n);
    if (!policy_token_is_joined(token)) break;
    word.last = n;
    word.span.end = policy_token_span(token).end;
  }
  return word;
}

/* The form of a written word. Of several words it is what the text has; where a line breaks in there, it is
   that of the words one behind the other. */
static void put_written(output *out, written word) {
  policy_string slice = policy_document_slice(out->document, word.span);
  if (word.first < word.last && !has_line_end(slice)) {
    put_clean(out, slice);
    return;
  }
  for (uint32_t n = word.first; n <= word.last; n++)
    put_clean(out, policy_token_form(policy_sentence_token(out->sentence, n)));
}

/* Whether nothing lies between a written word and the next one. */
static bool is_tight(const output *out, written word) {
  if (word.last + 1 >= out->count) return word.span.end == out->next;
  return policy_token_span(policy_sentence_token(out->sentence, word.last + 1)).begin <= word.span.end;
}

/* ---- lines ---------------------------------------------------------------------------------------------- */

static void put_text(output *out) {
  policy__write_text(&out->writer, "# text = ");
  for (uint32_t n = 0; n < out->count;) {
    written word = written_from(out, n);
    put_written(out, word);
    n = word.last + 1;
    if (n < out->count && !is_tight(out, word)) policy__write_text(&out->writer, " ");
  }
  policy__write_text(&out->writer, "\n");
}

static const char *misc(const output *out, written word) {
  return is_tight(out, word) ? "SpaceAfter=No" : "_";
}

static void put_range(output *out, written word) {
  policy__write_format(&out->writer, "%lu-%lu\t", (unsigned long)word.first + 1, (unsigned long)word.last + 1);
  put_written(out, word);
  policy__write_format(&out->writer, "\t_\t_\t_\t_\t_\t_\t_\t%s\n", misc(out, word));
}

static void put_head(output *out, policy_token token, uint32_t first) {
  policy_token head = policy_token_head(token);
  if (head.document != NULL)
    policy__write_format(&out->writer, "\t%lu", (unsigned long)(head.id - first) + 1);
  else policy__write_text(&out->writer, policy_token_relation(token).size > 0 ? "\t0" : "\t_");
}

static void put_word(output *out, uint32_t n, const char *last_column) {
  policy_token token = policy_sentence_token(out->sentence, n);
  const char *upos = policy_upos_name(policy_token_upos(token));
  policy__write_format(&out->writer, "%lu", (unsigned long)n + 1);
  put_column(out, policy_token_form(token));
  put_column(out, policy_token_lemma(token));
  policy__write_format(&out->writer, "\t%s", upos[0] != '\0' ? upos : "_");
  put_column(out, policy_token_xpos(token));
  put_column(out, policy_token_features(token));
  put_head(out, token, token.id - n);
  put_column(out, policy_token_relation(token));
  policy__write_format(&out->writer, "\t_\t%s\n", last_column);
}

static void put_words(output *out) {
  for (uint32_t n = 0; n < out->count;) {
    written word = written_from(out, n);
    if (word.first < word.last) put_range(out, word);
    for (; n <= word.last; n++) put_word(out, n, word.first < word.last ? "_" : misc(out, word));
  }
  policy__write_text(&out->writer, "\n");
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

static void put_id(output *out) {
  policy_string id = policy_document_source_name(out->document);
  policy__write_text(&out->writer, "# newdoc id = ");
  put_clean(out, id.size > 0 ? id : policy_document_id(out->document));
  policy__write_text(&out->writer, "\n");
}

/* Where the sentence after `n` begins, if it belongs to the same block; POLICY_NONE otherwise. */
static uint32_t next_begin(const output *out, uint32_t n) {
  policy_sentence next = policy_document_sentence(out->document, n + 1);
  bool same = policy_sentence_block(next).id == policy_sentence_block(out->sentence).id;
  return next.document != NULL && same ? policy_sentence_span(next).begin : POLICY_NONE;
}

static void put_sentences(output *out) {
  uint32_t last_block = POLICY_NONE, count = policy_document_sentence_count(out->document);
  bool any = false;
  for (uint32_t n = 0; n < count && out->writer.status == POLICY_OK; n++) {
    out->sentence = policy_document_sentence(out->document, n);
    out->count = policy_sentence_token_count(out->sentence);
    out->next = next_begin(out, n);
    if (out->count == 0) continue;
    if (!any) put_id(out);
    any = true;
    uint32_t block = policy_sentence_block(out->sentence).id;
    if (block != last_block) policy__write_text(&out->writer, "# newpar\n");
    last_block = block;
    policy__write_format(&out->writer, "# sent_id = %lu\n", (unsigned long)n + 1);
    put_text(out);
    put_words(out);
  }
}

policy_status policy_conllu_write(const policy_document *document, policy_buffer *buffer, policy_error *error) {
  if (document == NULL || buffer == NULL) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  const size_t before = buffer->size;
  output out = {.writer = {buffer, POLICY_OK}, .document = document};
  put_sentences(&out);
  if (out.writer.status == POLICY_OK) return POLICY_OK;
  buffer->size = before;
  if (buffer->data != NULL) buffer->data[before] = '\0';
  return policy__fail_plain(error, out.writer.status);
}
