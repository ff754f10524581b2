/* Languages of a document and its blocks. */
#include "lang/identify.h"

#include <stdio.h>

#include "model/builder.h"
#include "text/language.h"
#include "text/utf8.h"

enum {
  PIECE = 128,           /* bytes that are looked at together */
  BLOCK_LOOK = 1024,     /* bytes of a block that tell its language, if the first piece does not */
  SAMPLES = 48,          /* blocks that tell the language of the document, spread over it: */
  SAMPLE = 256,          /* so many bytes of each */
  CLAIMS = 16            /* languages that blocks declare, at most; more are not heard */
};

/* Looks at the span's first bytes, at most so many. Returns where they end. */
static uint32_t look(const policy_document *document, policy_span span, uint32_t most,
                     policy__language_evidence *evidence) {
  policy_string text = policy_document_text(document);
  if (span.end - span.begin > most) {
    span.end = span.begin + most;
    while (!policy__utf8_is_boundary(text.data[span.end])) span.end--;
  }
  policy__language_look(policy_document_slice(document, span), evidence);
  return span.end;
}

static policy_span span_of(const policy_document *document, uint32_t n) {
  return policy_block_span(policy_document_block(document, n));
}

/* The language of the document, by blocks at equal distances, debris aside. */
static policy__language judge_document(const policy_document *document) {
  policy__language_evidence evidence = {{0}, {0}, {{0}}};
  uint32_t count = policy_document_block_count(document), step = count / SAMPLES + 1;
  policy_span whole = {0, (uint32_t)policy_document_text(document).size};
  if (count == 0) (void)look(document, whole, SAMPLES * SAMPLE, &evidence);
  for (uint32_t n = 0; n < count; n++)
    if (n % step == 0 && policy_block_kind_of(policy_document_block(document, n)) != POLICY_BLOCK_BOILERPLATE)
      (void)look(document, span_of(document, n), count == 1 ? SAMPLES * SAMPLE : SAMPLE, &evidence);
  return policy__language_judge(&evidence, policy_document_language(document));
}

/* The language of a block, piece by piece until it is surely that of the document. */
static policy__language judge_block(const policy_document *document, policy_span span, policy_string expected) {
  policy__language_evidence evidence = {{0}, {0}, {{0}}};
  policy__language own = {expected, 0};
  uint32_t end = span.end - span.begin > BLOCK_LOOK ? span.begin + BLOCK_LOOK : span.end;
  while (span.begin < end && !(own.confidence > 0.99 && policy__language_is_same(own.tag, expected))) {
    span.begin = look(document, span, PIECE, &evidence);
    own = policy__language_judge(&evidence, expected);
  }
  return own;
}

/* ---- what blocks declare ----------------------------------------------------------------------------------- */

/* Blocks of one declared language, which show together whether they are in it. */
typedef struct claim {
  policy_string tag;
  policy__language_evidence evidence;
  uint32_t looks;
} claim;

typedef struct claims {
  claim all[CLAIMS];
  size_t count;
} claims;

/* The claim of a block, added where there is room; NULL: it declares nothing beside what the document does. */
static claim *claim_of(claims *c, const policy_document *document, policy_block block, bool add) {
  policy_string tag = policy_block_language(block);
  if (policy_block_kind_of(block) == POLICY_BLOCK_BOILERPLATE || tag.size == 0) return NULL;
  if (add && policy__language_is_same(tag, policy_document_language(document))) return NULL;
  for (size_t i = 0; i < c->count; i++)
    if (policy__language_is_same(c->all[i].tag, tag)) return &c->all[i];
  if (!add || c->count == CLAIMS) return NULL;
  c->all[c->count] = (claim){.tag = tag};
  return &c->all[c->count++];
}

/* Takes up what is declared, and drops what the text of all such blocks together denies. */
static void hear(claims *c, const policy_document *document) {
  uint32_t count = policy_document_block_count(document);
  for (uint32_t n = 0; n < count; n++) {
    claim *own = claim_of(c, document, policy_document_block(document, n), true);
    if (own != NULL && own->looks++ < SAMPLES) (void)look(document, span_of(document, n), SAMPLE, &own->evidence);
  }
  size_t kept = 0;
  for (size_t i = 0; i < c->count; i++) {
    policy__language judged = policy__language_judge(&c->all[i].evidence, c->all[i].tag);
    if (policy__language_is_same(judged.tag, c->all[i].tag)) c->all[kept++] = c->all[i];
  }
  c->count = kept;
}

policy_status policy__identify(policy_builder *builder, policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  claims told = {.count = 0};
  hear(&told, document); /* before the document's language is known, which blocks without one have */
  policy__language whole = judge_document(document);
  policy_status status = POLICY_OK;
  if (whole.tag.size > 0) status = policy__builder_language(builder, POLICY_NONE, whole.tag, whole.confidence);
  uint32_t count = policy_document_block_count(document);
  for (uint32_t n = 0; status == POLICY_OK && n < count; n++) {
    if (policy_block_kind_of(policy_document_block(document, n)) == POLICY_BLOCK_BOILERPLATE) continue;
    policy_block block = policy_document_block(document, n);
    const claim *claimed = claim_of(&told, document, block, false);
    policy__language own = judge_block(document, span_of(document, n), claimed != NULL ? claimed->tag : whole.tag);
    if (own.tag.size > 0 && !policy__language_is_same(own.tag, whole.tag))
      status = policy__builder_language(builder, n, own.tag, own.confidence);
    else if (policy_block_language(block).data != policy_document_language(document).data)
      status = policy__builder_language(builder, n, (policy_string){"", 0}, 0);
  }
  return policy__builder_settle(builder, status, error);
}

bool policy__is_english(const policy_document *document, policy_block block) {
  static const policy_string english = {"en", 2};
  policy_string tag =
      block.document != NULL ? policy_block_language(block) : policy_document_language(document);
  return tag.size == 0 || policy__language_is_same(tag, english);
}

/* ---- warnings -------------------------------------------------------------------------------------------- */

static policy_status warn(policy_builder *builder, policy_string tag, policy_span span, policy_error *error) {
  char message[POLICY_MESSAGE_SIZE];
  int size = (int)(tag.size < 40 ? tag.size : 40);
  (void)snprintf(message, sizeof message, "the language is %.*s: only names are looked for", size, tag.data);
  return policy_builder_add_warning(builder, "not-english", message, span, error);
}

policy_status policy__warn_not_english(policy_builder *builder, policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  uint32_t count = policy_document_block_count(document);
  policy_status status = POLICY_OK;
  policy_span run = {0, 0};
  policy_string tag = policy_document_language(document);
  if (count == 0 && !policy__is_english(document, (policy_block){NULL, 0}))
    run.end = (uint32_t)policy_document_text(document).size;
  for (uint32_t n = 0; n < count && status == POLICY_OK; n++) {
    policy_block block = policy_document_block(document, n);
    if (policy_block_kind_of(block) == POLICY_BLOCK_BOILERPLATE) continue;
    bool english = policy__is_english(document, block);
    bool goes_on = !english && run.end > 0 && policy__language_is_same(tag, policy_block_language(block));
    if (!goes_on && run.end > 0) {
      status = warn(builder, tag, run, error);
      run.end = 0;
    }
    if (english) continue;
    if (!goes_on) run.begin = policy_block_span(block).begin;
    run.end = policy_block_span(block).end;
    tag = policy_block_language(block);
  }
  return status == POLICY_OK && run.end > 0 ? warn(builder, tag, run, error) : status;
}
