/* Verbs that a tree joins to one that bears a duty, and that the patterns over words did not reach. */
#include "base/equal.h"
#include "extract/arcs.h"
#include "extract/recommend.h"

enum {
  DEEP = 8,
  LONG = 512,
  FARTHEST = 120
}; /* arcs; words of a sentence that is looked at; words of a clause */

static policy_token token_at(const policy__context *context, uint32_t n) {
  return policy_sentence_token(context->sentence, n);
}

static bool has_relation(const policy__context *context, uint32_t n, const char *relation) {
  return policy__arc_is(context->sentence, n, relation);
}

static uint32_t head_of(const policy__context *context, uint32_t n) {
  return policy__arc_head(context->sentence, n);
}

static bool is_within(policy__range range, uint32_t n) {
  return n >= range.begin && n < range.end;
}

static bool has_form(const policy__context *context, uint32_t n, const char *xpos) {
  return policy__equal_word(policy_token_xpos(token_at(context, n)), xpos);
}

/* A verb without a subject or modal of its own, as the tree has it: bare, or as "that X updates and
 * |considers". */
static bool is_bare(const policy__context *context, uint32_t verb) {
  policy_token token = token_at(context, verb);
  if (policy_token_upos(token) != POLICY_UPOS_VERB ||
      !(has_form(context, verb, "VB") || has_form(context, verb, "VBZ")))
    return false;
  uint32_t least = verb > FARTHEST ? verb - FARTHEST : 0;
  for (uint32_t n = verb; n > least; n--) {
    if (head_of(context, n - 1) != verb) continue;
    policy_string relation = policy_token_relation(token_at(context, n - 1));
    bool subject = relation.size >= 5 && memcmp(relation.data, "nsubj", 5) == 0;
    if (subject || policy__equal_word(relation, "aux") || policy__equal_word(relation, "mark")) return false;
  }
  return true;
}

/* A bare verb is joined to no verb of another form, whatever the tree says: "state what is expected and
 * |provide details". */
static bool is_other(const policy__context *context, uint32_t n) {
  return has_form(context, n, "VBN") || has_form(context, n, "VBZ") || has_form(context, n, "VBD");
}

/* "so that half are trained and |take part": what stands behind a goal is part of it. */
static bool is_behind_goal(const policy__clause *clause, uint32_t begin, uint32_t verb) {
  for (uint32_t i = begin; i < verb; i++)
    if (policy__words_are(clause, i, "so that") > 0) return true;
  return false;
}

/* The frame whose aim the verb is joined to, or NULL; also NULL when a frame has the verb already. */
static policy__frame *joined_to(const policy__context *context, const policy__array *frames, uint32_t verb) {
  uint32_t first = verb;
  for (uint32_t i = 0; i < DEEP && first != POLICY_NONE && has_relation(context, first, "conj"); i++)
    first = head_of(context, first);
  bool other = first != POLICY_NONE && has_form(context, verb, "VB") && is_other(context, first);
  for (uint32_t i = 0; other && i < DEEP && first != POLICY_NONE && !has_form(context, first, "VB"); i++)
    first = head_of(context, first);
  if (first == POLICY_NONE || first >= verb ||
      (has_form(context, verb, "VBZ") && !has_form(context, first, "VBZ")))
    return NULL;
  if (is_behind_goal(context->clause, first, verb)) return NULL;
  policy__frame *found = NULL;
  for (size_t i = 0; i < frames->count; i++) {
    policy__frame *frame = POLICY__AT(frames, policy__frame, i);
    if (is_within(frame->aim, verb)) return NULL;
    if (is_within(frame->aim, first) && !frame->passive) found = frame;
  }
  return found;
}

/* Where the words of the verb's own phrase end: before the next word that hangs on none of them. */
static uint32_t end_of(const policy__context *context, uint32_t verb) {
  uint32_t end = verb + 1, count = context->clause->count;
  for (uint32_t n = verb + 1; n < count && n - verb < FARTHEST; n++) {
    if (policy__has_class(context->clause, n, POLICY__STOP) &&
        !policy__has_class(context->clause, n, POLICY__INSIDE))
      break;
    uint32_t up = n;
    for (uint32_t i = 0; i < 3 * DEEP && up != POLICY_NONE && up != verb; i++) {
      if (has_relation(context, up, "conj") && head_of(context, up) == verb)
        up = POLICY_NONE;
      else
        up = head_of(context, up);
    }
    if (up == verb) end = n + 1;
  }
  return end;
}

static void cut_range(policy__range *range, uint32_t end) {
  if (range->end > end) range->end = end > range->begin ? end : range->begin;
}

/* Cuts a frame before the words of a verb that is joined to its own. */
static void cut(const policy__clause *clause, policy__frame *frame, uint32_t verb) {
  while (verb > frame->aim.end &&
         policy__has_class(clause, verb - 1, POLICY__COORDINATOR | POLICY__COMMA | POLICY__ADVERB))
    verb--;
  policy__adjuncts *lists[] = {&frame->conditions, &frame->constraints, &frame->purposes, &frame->reasons};
  cut_range(&frame->object, verb);
  cut_range(&frame->indirect, verb);
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    for (uint32_t k = 0; k < lists[i]->count; k++) cut_range(&lists[i]->ranges[k], verb);
  policy__frame_measure(frame);
}

policy_status policy__frames_join(const policy__context *context, policy__array *frames) {
  const policy__clause *clause = context->clause;
  size_t known = frames->count;
  if (known == 0 || clause->count > LONG || policy_token_relation(token_at(context, 0)).size == 0)
    return POLICY_OK;
  for (uint32_t n = 1; n < clause->count; n++) {
    if (!has_relation(context, n, "conj") || !is_bare(context, n)) continue;
    policy__frame *frame = joined_to(context, frames, n);
    if (frame == NULL) continue;
    policy__frame joined = {.pattern = frame->pattern,
                            .modality = frame->modality,
                            .negated = frame->negated,
                            .subordinate = frame->subordinate,
                            .relative = frame->relative,
                            .speaker = frame->speaker,
                            .reported = frame->reported,
                            .subject = frame->subject,
                            .deontic = frame->deontic};
    if (!policy__predicate_read(clause, n, end_of(context, n), &joined)) continue;
    policy__frame_measure(&joined);
    cut(clause, frame, n);
    policy_status status;
    policy__frame *kept = policy__array_push(frames, &status);
    if (kept == NULL) return status;
    *kept = joined;
  }
  return POLICY_OK;
}
