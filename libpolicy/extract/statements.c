/* The walk through a document that finds its statements and recommendations. */
#include <string.h>

#include "base/equal.h"
#include "base/status.h"
#include "extract/arcs.h"
#include "extract/extract.h"
#include "extract/lexicon.h"
#include "extract/recommend.h"
#include "model/builder.h"

/* The state of the walk. */
typedef struct walk {
  policy__context context;
  policy__clause clause;
  policy__array words, frames, mentions;
  uint32_t block; /* of the sentence before */
} walk;

static bool any_word(const policy__clause *clause, const char *list) {
  for (uint32_t i = 0; i < clause->count; i++)
    if (policy__word_in(clause, i, list)) return true;
  return false;
}

static uint32_t last_ink(const policy__clause *clause) {
  uint32_t n = clause->count;
  while (n > 0 && policy__has_class(clause, n - 1, POLICY__QUOTE | POLICY__BRACKET)) n--;
  return n > 0 ? n - 1 : 0;
}

/* A heading tells what stands under it. */
static void enter_section(walk *w) {
  policy__context *context = &w->context;
  context->response = "";
  context->advising = any_word(&w->clause, "recommendation recommendations proposals priorities actions") ||
                      policy__words_are(&w->clause, 0, "the way forward") > 0 ||
                      policy__words_are(&w->clause, 0, "next steps") > 0;
  context->listed = false;
  context->lead_addressees.count = 0;
  context->last_addressees.count = 0;
  context->label = (policy_span){0, 0};
}

/* "Recommendation 3" at the beginning of a sentence or heading labels what follows. */
static void read_label(walk *w) {
  if (!policy__word_in(&w->clause, 0, "recommendation proposal action") ||
      !policy__has_class(&w->clause, 1, POLICY__NUMBER))
    return;
  w->context.label = (policy_span){w->clause.words[0].span.begin, w->clause.words[1].span.end};
}

/* Where the words of a sentence begin behind its number or bullet. */
static uint32_t behind_marker(const policy__clause *clause) {
  uint32_t n = 0;
  while (n + 1 < clause->count && n < 6 &&
         (policy__has_class(clause, n, POLICY__NUMBER | POLICY__STOP | POLICY__BRACKET | POLICY__COMMA) ||
          (clause->words[n].span.end - clause->words[n].span.begin == 1 && n < 3 &&
           policy__has_class(clause, n + 1, POLICY__STOP | POLICY__BRACKET)) ||
          !policy__has_class(clause, n, POLICY__WORD | POLICY__QUOTE)))
    n++;
  if (policy__word_in(clause, n, "recommendation proposal action") &&
      policy__has_class(clause, n + 1, POLICY__NUMBER)) {
    n += 2;
    while (policy__has_class(clause, n, POLICY__STOP | POLICY__BRACKET)) n++;
  }
  return n;
}

/* A sentence that ends with a colon and has a deontic ("The Government should:") leads into its list. */
static void read_lead(walk *w) {
  policy__context *context = &w->context;
  const policy__clause *clause = &w->clause;
  uint32_t last = last_ink(clause);
  if (!policy__word_is(clause, last, ":")) return;
  for (uint32_t n = last; n > 0; n--) {
    uint32_t at = n - 1;
    bool modal = policy__word_in(clause, at, "must shall should");
    bool performative =
        policy__word_in(clause, at,
                        "recommend recommends recommended urge urges call calls request requests "
                        "recommendations propose proposes invite invites encourage encourages");
    if (!modal && !performative) continue;
    policy__frame frame = {.pattern = POLICY__PATTERN_IMPERATIVE,
                           .modality =
                               policy__word_in(clause, at, "must shall") ? POLICY__OBLIGATION : POLICY__ADVICE};
    if (modal)
      policy__subject_read(clause, 0, at, &frame);
    else
      frame.subject = (policy__range){at + 1, last};
    context->listed = true;
    context->lead = frame;
    context->lead_place = clause->words[at].span;
    context->lead_addressees = policy__parties_in(context, policy__range_span(clause, frame.subject));
    return;
  }
}

static policy_status add_frames(walk *w) {
  policy_status status = POLICY_OK;
  for (size_t i = 0; status == POLICY_OK && i < w->frames.count; i++)
    status = policy__frame_add(&w->context, POLICY__AT(&w->frames, policy__frame, i));
  return status;
}

/* Where an order begins: behind marks, "to", and adverbials that its tree sets before it: "in line with the
 * law, |raise ...". */
static uint32_t order_begin(const walk *w) {
  enum { FARTHEST = 60 };
  const policy__clause *clause = &w->clause;
  uint32_t n = behind_marker(clause), end = clause->count < n + FARTHEST ? clause->count : n + FARTHEST;
  while (policy__has_class(clause, n, POLICY__COORDINATOR | POLICY__STOP)) n++; /* "... and provide courses" */
  if (policy__word_is(clause, n, "to") && policy__can_be(clause, n + 1, POLICY__CAN_BASE)) return n + 1;
  bool conditional = policy__has_class(clause, n, POLICY__CONDITIONAL) && w->frames.count == 0;
  if (!conditional && !policy__has_class(clause, n, POLICY__PREPOSITION) &&
      !policy__word_in(clause, n, "as so while further"))
    return n;
  for (uint32_t i = n + 1; i < end; i++) {
    policy_token token = policy_sentence_token(w->context.sentence, i);
    bool root = policy_token_upos(token) == POLICY_UPOS_VERB && policy_token_head(token).document == NULL;
    if (root) return policy__has_class(clause, i - 1, POLICY__COMMA | POLICY__ADVERB) || i == n + 1 ? i : n;
  }
  return n;
}

/* An item of a list of demands, or a sentence in a section of recommendations, may be a bare imperative. */
static policy_status keep_imperative(walk *w) {
  policy__frame frame;
  policy_status status;
  const policy__clause *clause = &w->clause;
  policy__range range = {order_begin(w), clause->count};
  if (!policy__frame_imperative(clause, range, &frame)) return POLICY_OK;
  if (w->context.listed) frame.modality = w->context.lead.modality;
  if (policy__array_push(&w->frames, &status) == NULL) return status;
  policy__frame *first = POLICY__AT(&w->frames, policy__frame, 0);
  memmove(first + 1, first, (w->frames.count - 1) * sizeof *first);
  *first = frame;
  return POLICY_OK;
}

/* Whether a finite clause stands at the top of the tree: the root has a subject. */
static bool has_subject(const walk *w) {
  for (uint32_t i = 0; i < w->clause.count; i++) {
    policy_token token = policy_sentence_token(w->context.sentence, i), head = policy_token_head(token);
    policy_string relation = policy_token_relation(token);
    bool subject = relation.size >= 5 && memcmp(relation.data, "nsubj", 5) == 0;
    if (subject && head.document != NULL && policy_token_head(head).document == NULL) return true;
  }
  return false;
}

/* A paragraph that begins with an order, by its tree: a verb without a subject, and no pointer for readers. */
static bool is_order(const walk *w, policy_block_kind kind) {
  const policy__context *context = &w->context;
  uint32_t n = order_begin(w);
  policy_span block = policy_block_span(policy_sentence_block(context->sentence));
  bool first = block.begin == policy_sentence_span(context->sentence).begin;
  bool item = kind == POLICY_BLOCK_LIST_ITEM &&
              !policy__has_class(&w->clause, n, POLICY__CAPITAL); /* "(b) observe ..." */
  if ((kind != POLICY_BLOCK_PARAGRAPH && !item) || n >= w->clause.count) return false;
  if (policy__word_in(&w->clause, n, "let thank please imagine remember") || policy__points(&w->clause, n))
    return false;
  if (policy__word_is(&w->clause, n, "do") && policy__is_negation(&w->clause, n + 1) && n + 2 < w->clause.count)
    n += 2;
  while (policy_token_upos(policy_sentence_token(context->sentence, n)) == POLICY_UPOS_ADV &&
         n + 1 < w->clause.count)
    n += 1 + policy__has_class(&w->clause, n + 1, POLICY__COORDINATOR); /* "Fully and immediately |implement" */
  policy_token verb = policy_sentence_token(context->sentence, n);
  if (policy_token_upos(verb) == POLICY_UPOS_NONE || has_subject(w)) return false;
  bool root = policy_token_upos(verb) == POLICY_UPOS_VERB && policy_token_head(verb).document == NULL;
  bool preamble = policy__equal_word(policy_token_xpos(verb), "VBG") &&
                  policy__word_is(&w->clause, last_ink(&w->clause), ","); /* "Welcoming the report," */
  if (preamble) return false;
  if (!first)
    return root && policy__equal_word(policy_token_xpos(verb), "VB") &&
           !policy__word_in(
               &w->clause, n,
               "consider suppose compare recall look ask google check take say go come wait forget "
               "assume try guess check be");
  return root || policy__orders(&w->clause, n);
}

/* An answer to recommendations: to those of the list that it leads into, or to the last one. */
static policy_status read_response(walk *w) {
  policy__context *context = &w->context;
  const char *response = policy__response_read(&w->clause);
  uint32_t count = policy_document_recommendation_count(context->document);
  bool again = *context->response != '\0' &&
               policy__word_in(&w->clause, 1, "response responses"); /* goes on about the list */
  if (policy__response_leads(&w->clause) || again) context->response = response;
  if (*response == '\0' || context->response == response) return POLICY_OK;
  return count == 0 ? POLICY_OK
                    : policy__builder_respond(context->builder, count - 1, response, context->error);
}

/* Whether all frames of the sentence hang on what it begins with, which may be an order: "Publish a list that
 * should ...". */
static bool are_behind(const walk *w) {
  uint32_t first = behind_marker(&w->clause), verb = order_begin(w);
  bool root = verb < w->clause.count && policy__arc_is(w->context.sentence, verb, "root") &&
              policy_token_upos(policy_sentence_token(w->context.sentence, verb)) == POLICY_UPOS_VERB;
  for (size_t i = 0; i < w->frames.count; i++) {
    const policy__frame *frame = POLICY__AT(&w->frames, policy__frame, i);
    uint32_t begin = root ? frame->deontic.begin : frame->whole.begin;
    bool within = frame->pattern <= POLICY__PATTERN_SEMIMODAL ||
                  (root && policy__arc_is(w->context.sentence, begin, "advcl")); /* "..., as |recommended" */
    if (!within || begin <= (root ? verb : first) + 1) return false;
  }
  return true;
}

static policy_status read_sentence(walk *w, policy_block_kind kind) {
  policy__context *context = &w->context;
  const policy__clause *clause = &w->clause;
  context->question =
      policy__word_is(clause, last_ink(clause), "?") ||
      (kind == POLICY_BLOCK_HEADING &&
       policy__word_in(clause, behind_marker(clause), "what why how who whom which when where"));
  context->report = policy__report_find(clause);
  read_label(w);
  uint32_t signed_count = 0, before = policy_document_recommendation_count(context->document);
  policy_status status = policy__effect_read(context);
  if (status == POLICY_OK) status = policy__frames_find(clause, &w->frames);
  bool item = kind == POLICY_BLOCK_LIST_ITEM;
  bool order = context->advising || (context->listed && item) || is_order(w, kind);
  if (status == POLICY_OK && (item || order))
    status = policy__signed_add(context, behind_marker(clause), &signed_count);
  if (status != POLICY_OK) return policy__fail_plain(context->error, status);
  if (signed_count > 0) return POLICY_OK;
  if (order && are_behind(w)) status = keep_imperative(w);
  if (status == POLICY_OK) status = policy__frames_join(context, &w->frames);
  if (status != POLICY_OK) return policy__fail_plain(context->error, status);
  status = add_frames(w);
  if (status == POLICY_OK) read_lead(w);
  bool silent = policy_document_recommendation_count(context->document) == before;
  return status == POLICY_OK && silent ? read_response(w) : status;
}

static bool is_silent(policy_block_kind kind) {
  return kind == POLICY_BLOCK_BOILERPLATE || kind == POLICY_BLOCK_CITATION || kind == POLICY_BLOCK_TABLE ||
         kind == POLICY_BLOCK_CAPTION;
}

/* "(12) ...": paragraphs that are numbered so speak each for itself. */
static bool is_recital(const policy__clause *clause) {
  return policy__word_is(clause, 0, "(") && policy__has_class(clause, 1, POLICY__NUMBER) &&
         policy__word_is(clause, 2, ")");
}

/* Who speaks in a block that is part of a debate: the actor whom its label names. */
static void enter_turn(policy__context *context, policy_block block) {
  policy_string label = policy_block_speaker(block);
  policy_span span = policy_block_span(block);
  policy_string text = policy_document_slice(context->document, span);
  context->turn = label.size > 0;
  if (!context->turn) return;
  policy_span found = {span.begin, span.begin};
  for (size_t at = 0; at < 16 && at + label.size <= text.size && found.end == found.begin; at++)
    if (memcmp(text.data + at, label.data, label.size) == 0)
      found = (policy_span){span.begin + (uint32_t)at, span.begin + (uint32_t)(at + label.size)};
  if (found.begin == found.end) return; /* the turn goes on */
  policy__parties parties = policy__parties_in(context, found);
  context->speaker = parties.count > 0 ? parties.ids[0] : POLICY_NONE;
}

static policy_status visit(walk *w, policy_sentence sentence, uint32_t count) {
  policy_block block = policy_sentence_block(sentence);
  policy_block_kind kind = policy_block_kind_of(block);
  if (is_silent(kind)) return POLICY_OK;
  policy_status status = policy__builder_pulse(w->context.builder, sentence.id, count);
  if (status == POLICY_OK) status = policy__clause_read(sentence, &w->words, &w->clause);
  if (status != POLICY_OK) return policy__fail_plain(w->context.error, status);
  w->context.sentence = sentence;
  w->context.clause = &w->clause;
  policy__body_note(&w->context);
  if (kind == POLICY_BLOCK_HEADING && block.id != w->block)
    enter_section(w);
  else if (kind == POLICY_BLOCK_PARAGRAPH && block.id != w->block && w->context.listed)
    w->context.listed = false;
  if (block.id != w->block) enter_turn(&w->context, block);
  if (block.id != w->block && is_recital(&w->clause)) w->context.last_addressees.count = 0;
  w->block = block.id;
  return read_sentence(w, kind);
}

policy_status policy__extract_statements(policy_builder *builder, const policy_allocator *allocator,
                                         policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  walk w = {.block = POLICY_NONE};
  policy__array_init(&w.words, allocator, sizeof(policy__word), UINT32_MAX);
  policy__array_init(&w.frames, allocator, sizeof(policy__frame), UINT32_MAX);
  policy__array_init(&w.mentions, allocator, sizeof(policy__mention), UINT32_MAX);
  w.context = (policy__context){.builder = builder,
                                .document = document,
                                .response = "",
                                .speaker = POLICY_NONE,
                                .mentions = &w.mentions,
                                .error = error};
  policy__array_init(&w.context.components, allocator, sizeof(policy_component_record), UINT32_MAX);
  policy_status status = policy__mentions_collect(document, &w.mentions);
  if (status != POLICY_OK) policy__fail_plain(error, status);
  uint32_t count = policy_document_sentence_count(document);
  for (uint32_t n = 0; status == POLICY_OK && n < count; n++)
    status = visit(&w, policy_document_sentence(document, n), count);
  policy__arena arena;
  policy__arena_init(&arena, allocator);
  if (status == POLICY_OK) status = policy__addressees_imply(builder, &arena, error);
  policy__arena_free(&arena);
  policy__array_free(&w.words);
  policy__array_free(&w.frames);
  policy__array_free(&w.mentions);
  policy__array_free(&w.context.components);
  return status;
}
