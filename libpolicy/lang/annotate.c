/* Tags, lemmas and trees for sentences that are cut into words. */
#include "lang/annotate.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/status.h"
#include "lang/cascade.h"
#include "lang/features.h"
#include "lang/identify.h"
#include "lang/lemma.h"
#include "lang/loading.h"
#include "lang/network.h"
#include "model/builder.h"

/* A part of a sentence that is read as one; most sentences have only one. */
typedef struct part {
  uint32_t first;    /* its first token in the document */
  bool goes_on;      /* a part of the same sentence stands before it in the batch, or in the one before */
} part;

typedef struct annotation {
  policy_builder *builder;
  const policy_document *document;
  policy__weights weights;
  policy__network *network;
  uint32_t count, words; /* parts and words in the batch */
  part parts[POLICY__BATCH_SENTENCES];
  uint32_t sizes[POLICY__BATCH_SENTENCES];
  policy_string forms[POLICY__BATCH_WORDS];
  policy__reading readings[POLICY__BATCH_WORDS];
  uint32_t root;         /* token of the root of the sentence that goes on */
  uint32_t cut;          /* sentences cut */
  policy_buffer lemma, features; /* of one word */
} annotation;

/* ---- from readings to tokens ------------------------------------------------------------------------------- */

static policy_string text_of(const policy_buffer *buffer) {
  return (policy_string){buffer->data != NULL ? buffer->data : "", buffer->size};
}

/* The relation of a word, that of its head, and the tag, as strings; the number of its head in the document. */
static policy_status keep_word(annotation *a, const part *p, const policy__reading *readings, uint32_t i) {
  const policy__weights *w = &a->weights;
  const policy__reading *reading = &readings[i];
  const policy__tag *tag = &w->tag[reading->tag];
  uint32_t token = p->first + i;
  policy_token_record record = {.head = POLICY_NONE, .upos = tag->upos, .relation = w->relation[reading->relation]};
  policy_string above = {"", 0};
  if (reading->head > 0) {
    record.head = p->first + reading->head - 1;
    above = w->relation[readings[reading->head - 1].relation];
  } else if (p->goes_on) {
    record.head = a->root;
    record.relation = (policy_string){"parataxis", 9};
  } else {
    a->root = token;
  }
  const char *xpos = policy__xpos_name(tag->xpos);
  policy_string form = policy_token_form((policy_token){a->document, token});
  unsigned place = policy__place_of(record.relation, above, record.head != POLICY_NONE && record.head < token);
  record.xpos = (policy_string){xpos, strlen(xpos)};
  a->lemma.size = a->features.size = 0;
  policy_status status = policy__lemma(form, tag->upos, tag->xpos, i == 0 && !p->goes_on, &a->lemma);
  if (status == POLICY_OK)
    status = policy__features(form, tag->upos, tag->xpos, place, tag->core, &a->features);
  record.lemma = text_of(&a->lemma);
  record.features = text_of(&a->features);
  return status == POLICY_OK ? policy__builder_annotate(a->builder, token, &record) : status;
}

static policy_status flush(annotation *a) {
  policy_status status = POLICY_OK;
  const policy__reading *readings = a->readings;
  if (a->count == 0) return POLICY_OK;
  policy__network_read(a->network, a->forms, a->sizes, a->count, a->readings);
  for (uint32_t n = 0; status == POLICY_OK && n < a->count; readings += a->sizes[n++])
    for (uint32_t i = 0; status == POLICY_OK && i < a->sizes[n]; i++)
      status = keep_word(a, &a->parts[n], readings, i);
  a->count = a->words = 0;
  return status;
}

/* ---- from sentences to batches ------------------------------------------------------------------------------- */

static policy_status add_part(annotation *a, uint32_t first, uint32_t size, bool goes_on) {
  policy_status status = POLICY_OK;
  if (a->count == POLICY__BATCH_SENTENCES || a->words + size > POLICY__BATCH_WORDS) status = flush(a);
  a->parts[a->count] = (part){first, goes_on};
  a->sizes[a->count++] = size;
  for (uint32_t i = 0; i < size; i++)
    a->forms[a->words++] = policy_token_form((policy_token){a->document, first + i});
  return status;
}

/* How good a place behind this word is to cut a sentence that is too long. */
static int worth_of_cut(policy_string form) {
  if (form.size != 1) return 0;
  return form.data[0] == ';' ? 3 : form.data[0] == ':' ? 2 : form.data[0] == ',' ? 1 : 0;
}

/* How many of `left` words the next part takes: up to the best mark in the second half of what is allowed. */
static uint32_t size_of_part(const annotation *a, uint32_t first, uint32_t left) {
  uint32_t size = POLICY__SENTENCE_LONGEST, best = 0;
  if (left <= POLICY__SENTENCE_LONGEST) return left;
  for (uint32_t i = POLICY__SENTENCE_LONGEST / 2; i < POLICY__SENTENCE_LONGEST; i++) {
    int worth = worth_of_cut(policy_token_form((policy_token){a->document, first + i}));
    if (worth == 0 || worth < (int)best) continue;
    best = (uint32_t)worth;
    size = i + 1;
  }
  return size;
}

static policy_status add_sentence(annotation *a, policy_sentence sentence) {
  uint32_t left = policy_sentence_token_count(sentence), first = policy_sentence_token(sentence, 0).id;
  policy_status status = POLICY_OK;
  a->cut += left > POLICY__SENTENCE_LONGEST;
  for (bool goes_on = false; status == POLICY_OK && left > 0; goes_on = true) {
    uint32_t size = size_of_part(a, first, left);
    status = add_part(a, first, size, goes_on);
    first += size;
    left -= size;
  }
  return status;
}

/* Short texts are parsed whole: that costs milliseconds, and the little that the cascade misses is there. */
static policy_status add_sentences(annotation *a, bool full) {
  enum { SHORT = 512 }; /* tokens */
  full |= policy_document_token_count(a->document) <= SHORT;
  policy_string text = policy_document_text(a->document);
  uint32_t count = policy_document_sentence_count(a->document);
  uint32_t found = 0;
  policy_status status = POLICY_OK;
  for (uint32_t n = 0; status == POLICY_OK && n < count; n++) {
    policy_sentence sentence = policy_document_sentence(a->document, n);
    policy_block block = policy_sentence_block(sentence);
    policy_block_kind kind = policy_block_kind_of(block);
    if (!policy__is_english(a->document, block)) continue;
    if (!full) found = policy__cascade_scan(text, policy_sentence_span(sentence), kind, found);
    if (full || (policy__cascade_wants(found) && kind != POLICY_BLOCK_BOILERPLATE))
      status = add_sentence(a, sentence);
    if (status == POLICY_OK) status = policy__builder_pulse(a->builder, n, count);
  }
  return status == POLICY_OK ? flush(a) : status;
}

/* ---- the whole -------------------------------------------------------------------------------------------------- */

static policy_status warn(const annotation *a, policy_error *error) {
  char message[POLICY_MESSAGE_SIZE];
  if (a->cut == 0) return POLICY_OK;
  (void)snprintf(message, sizeof message, "%lu sentences over %d words, parsed in parts", (unsigned long)a->cut,
                 POLICY__SENTENCE_LONGEST);
  return policy_builder_add_warning(a->builder, "sentence-parts", message, (policy_span){0, 0}, error);
}

static policy_status start(annotation *a, const policy_model *model, const policy_allocator *allocator,
                           policy_error *error) {
  policy_status status = policy__model_weights(model, &a->weights, error);
  if (status != POLICY_OK) return status;
  a->lemma.allocator = a->features.allocator = *allocator;
  a->network = policy__network_new(&a->weights, policy__kernel_best(), allocator,
                                   policy_document_token_count(a->document));
  return a->network != NULL ? POLICY_OK : policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
}

policy_status policy__annotate(policy_builder *builder, const policy_model *model, bool full,
                               const policy_allocator *allocator, policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  if (policy_document_token_count(document) == 0) return POLICY_OK;
  annotation *a = policy__allocate(allocator, sizeof *a);
  if (a == NULL) return policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
  memset(a, 0, sizeof *a);
  a->builder = builder;
  a->document = document;
  policy_status status = start(a, model, allocator, error);
  if (status == POLICY_OK && (status = add_sentences(a, full)) != POLICY_OK) policy__fail_plain(error, status);
  if (status == POLICY_OK) status = warn(a, error);
  policy_buffer_free(&a->lemma);
  policy_buffer_free(&a->features);
  policy__network_free(a->network);
  policy__release(allocator, a, sizeof *a);
  return status;
}
