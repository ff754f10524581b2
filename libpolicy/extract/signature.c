/* Demands that are signed, as the reports of the United Nations write them: "3. Ratify the Convention (Mexico,
   Peru);". What stands before the brackets is a recommendation of whoever is in them, whatever its form. */
#include "extract/recommend.h"

enum { WIDEST = 64 }; /* words in the brackets */

static bool is_state(const policy__context *context, uint32_t actor) {
  return policy_actor_kind_of(policy_document_actor(context->document, actor)) == POLICY_ACTOR_STATE;
}

/* Whether the words in brackets are names of actors, with commas, "and" and "the" between them; one of a state
   at least, for others stand in brackets behind their long names. */
static bool names_actors(const policy__context *context, policy__range inside) {
  const policy__clause *clause = context->clause;
  policy_span span = policy__range_span(clause, inside);
  uint32_t states = 0, begin = 0, end = 0;
  size_t at = 0;
  if (span.begin >= span.end) return false;
  for (uint32_t n = inside.begin; n < inside.end; n++) {
    while (clause->words[n].span.begin >= end && end != UINT32_MAX) {
      const policy__mention *mention = policy__mentions_next(context->mentions, span, &at);
      begin = mention != NULL ? mention->span.begin : UINT32_MAX;
      end = mention != NULL ? mention->span.end : UINT32_MAX;
      states += mention != NULL && is_state(context, mention->actor);
    }
    bool covered = clause->words[n].span.begin >= begin && clause->words[n].span.begin < end;
    if (!covered && !policy__has_class(clause, n, POLICY__COMMA | POLICY__COORDINATOR | POLICY__STOP) &&
        !policy__word_in(clause, n, "the state of"))
      return false;
  }
  return states > 0;
}

/* The next signature at or behind a word: the words in its brackets, and the word behind them; or false. */
static bool next_signature(const policy__context *context, uint32_t from, policy__range *inside) {
  const policy__clause *clause = context->clause;
  for (uint32_t n = from; n < clause->count; n++) {
    if (!policy__word_is(clause, n, "(")) continue;
    uint32_t depth = 1, end = n + 1;
    for (; end < clause->count && end < n + WIDEST && depth > 0; end++)
      depth += policy__word_is(clause, end, "(") - (policy__word_is(clause, end, ")") ? 1u : 0u);
    if (depth > 0) continue;
    *inside = (policy__range){n + 1, end - 1};
    bool last =
        end == clause->count || policy__has_class(clause, end, POLICY__STOP | POLICY__COMMA | POLICY__NUMBER);
    if (last && names_actors(context, *inside)) return true;
  }
  return false;
}

/* "That Algeria share ...", "To guarantee ...": the word of the verb; the one named before it is the addressee.
 */
static uint32_t begin_of(const policy__context *context, policy__range piece, policy__frame *frame) {
  const policy__clause *clause = context->clause;
  uint32_t n = piece.begin;
  while (n < piece.end && !policy__has_class(clause, n, POLICY__WORD)) n++;
  if (policy__word_is(clause, n, "to")) return n + 1;
  if (!policy__word_is(clause, n, "that")) return n;
  policy_span rest = policy__range_span(clause, (policy__range){n + 1, piece.end});
  size_t at = 0;
  const policy__mention *mention = policy__mentions_next(context->mentions, rest, &at);
  if (mention == NULL) return n + 1;
  uint32_t first = n + 1, end = first;
  while (end < piece.end && clause->words[end].span.begin < mention->span.end) end++;
  if (mention->span.begin > clause->words[first].span.end + 1) return n + 1;
  frame->subject = (policy__range){first, end};
  return end;
}

static policy_status add_piece(policy__context *context, policy__range piece, policy__range inside) {
  const policy__clause *clause = context->clause;
  policy__frame frame = {.pattern = POLICY__PATTERN_SIGNED, .modality = POLICY__ADVICE};
  uint32_t begin = begin_of(context, piece, &frame);
  if (begin >= piece.end) return POLICY_OK;
  policy__range subject = frame.subject;
  if (!policy__predicate_read(clause, begin, piece.end, &frame)) { /* "Increasing attention to ..." */
    frame.aim = (policy__range){begin, begin + 1};
    frame.object = (policy__range){begin + 1, piece.end};
  }
  frame.subject = subject;
  frame.speaker = inside;
  frame.reported = true;
  frame.whole = (policy__range){subject.begin < subject.end ? subject.begin : begin, piece.end};
  return policy__frame_add(context, &frame);
}

policy_status policy__signed_add(policy__context *context, uint32_t begin, uint32_t *count) {
  policy__range inside;
  policy_status status = POLICY_OK;
  for (*count = 0; status == POLICY_OK && next_signature(context, begin, &inside); ++*count) {
    status = add_piece(context, (policy__range){begin, inside.begin - 1}, inside);
    begin = inside.end + 1;
    while (policy__has_class(context->clause, begin, POLICY__STOP | POLICY__COMMA)) begin++;
  }
  return status;
}
