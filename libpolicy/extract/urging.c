/* Clauses whose duty is a verb of urging: "urges States to ...", "we recommend that ...". */
#include "extract/lexicon.h"
#include "extract/search.h"

/* "Requests X to ..., and further |requests Y to ...": by what stands around it a verb of urging, whatever its
 * tag. */
static bool is_urged_again(const policy__clause *clause, uint32_t n) {
  if (!policy__word_in(clause, n, "requests invites urges calls encourages demands recommends appeals"))
    return false;
  uint32_t before = n;
  while (before > 0 && (policy__has_class(clause, before - 1, POLICY__ADVERB) ||
                        policy__word_is(clause, before - 1, "further")))
    before--;
  bool parted = before > 0 && policy__has_class(clause, before - 1, POLICY__COORDINATOR | POLICY__COMMA);
  return parted && (policy__word_in(clause, n + 1, "the all on upon that") ||
                    policy__has_class(clause, n + 1, POLICY__CAPITAL));
}

/* "Recalling its resolutions, and |urging all States to": urged in a preamble, which begins with such a verb.
 */
static bool is_urged_before(const policy__clause *clause, uint32_t n) {
  if (!policy__word_in(clause, n, "calling urging encouraging requesting inviting appealing")) return false;
  uint32_t first = 0;
  while (first < n &&
         policy__has_class(clause, first, POLICY__ADVERB | POLICY__STOP | POLICY__BRACKET | POLICY__NUMBER))
    first++;
  bool preamble =
      policy__has_class(clause, first, POLICY__CAPITAL) && policy__can_be(clause, first, POLICY__CAN_GERUND);
  return preamble && (n == first || policy__has_class(clause, n - 1, POLICY__COMMA | POLICY__COORDINATOR));
}

/* A verb of urging at `n` that is used as one: no noun, no infinitive, no passive, under no modal. */
bool policy__performative_at(const policy__clause *clause, uint32_t n) {
  if (is_urged_before(clause, n))
    return policy__word_is(clause, n, "calling") <= policy__word_in(clause, n + 1, "on upon for");
  if (!policy__has_class(clause, n, POLICY__PERFORMATIVE) && !is_urged_again(clause, n)) return false;
  if (policy__word_in(clause, n, "call calls called") && !policy__word_in(clause, n + 1, "on upon for"))
    return false;
  if (policy__word_in(clause, n, "appeal appeals appealed") && !policy__word_in(clause, n + 1, "on for to"))
    return false;
  if (n == 0 || is_urged_again(clause, n)) return true;
  bool participle = policy__word_in(clause, n, "proposed suggested recommended requested demanded advised");
  if (participle &&
      policy__has_class(clause, n - 1, POLICY__COORDINATOR | POLICY__DETERMINER | POLICY__QUOTE) &&
      !policy__has_class(clause, n + 1, POLICY__DETERMINER | POLICY__RELATIVE) &&
      !policy__word_in(clause, n + 1, "to that"))
    return false; /* "a firm or |proposed firm" */
  uint32_t before = n - 1;
  while (before > 0 && policy__has_class(clause, before, POLICY__ADVERB)) before--;
  if (before == 0 && policy__has_class(clause, before, POLICY__ADVERB)) return true;
  bool polite = before > 0 &&
                policy__word_in(clause, before,
                                "would 'd \xE2\x80\x99"
                                "d") &&
                policy__word_in(clause, before - 1, "i we");
  if (policy__has_class(clause, before, POLICY__BE | POLICY__MODAL | POLICY__PREPOSITION) && !polite)
    return false; /* "we would urge" */
  if (policy__word_is(clause, before, "to") || policy__can_be(clause, before, POLICY__CAN_ADJECTIVE))
    return false;
  return !policy__has_class(clause, before, POLICY__DETERMINER) ||
         policy__has_class(clause, before, POLICY__PRONOUN);
}

static bool is_past(const policy__clause *clause, uint32_t n) {
  return policy__word_in(
      clause, n,
      "urged called recommended requested invited encouraged demanded decided insisted proposed "
      "advised asked appealed suggested advocated pressed");
}

/* Who urges, and whether it is somebody else than the author. */
static void read_speaker(policy__search *s, uint32_t n, policy__frame *frame) {
  policy__frame before = {0};
  if (n == 0) return;
  bool past = is_past(s->clause, n);
  while (past && n > 1 && policy__has_class(s->clause, n - 1, POLICY__HAVE | POLICY__ADVERB))
    n--; /* "have also |urged" */
  policy__subject_read(s->clause, policy__floor_of(s, n), n, &before);
  frame->speaker = before.subject;
  frame->subordinate = before.subordinate;
  frame->conditions = before.conditions;
  frame->constraints = before.constraints;
  if (frame->speaker.begin == frame->speaker.end) return;
  frame->reported = past && !policy__word_in(s->clause, frame->speaker.begin, "we i");
}

static policy__modality performative_modality(const policy__clause *clause, uint32_t n) {
  bool firm =
      policy__word_in(clause, n, "demand demands demanded decide decides decided insist insists insisted");
  return firm ? POLICY__OBLIGATION : POLICY__ADVICE;
}

/* Where the clause of a verb of urging ends: at a stop, or before another such verb that is joined to it. */
static uint32_t urging_end(const policy__clause *clause, uint32_t n) {
  uint32_t end = policy__stop_behind(clause, n + 1, clause->count);
  for (uint32_t i = n + 2; i < end; i++) {
    bool apart = policy__has_class(clause, i - 1, POLICY__COORDINATOR) &&
                 policy__has_class(clause, i - 2, POLICY__COMMA) &&
                 policy__can_be(clause, n, POLICY__CAN_THIRD); /* "Decides to meet, and |stresses that ..." */
    bool joined = policy__has_class(clause, i, POLICY__JOINED) && (apart || policy__performative_at(clause, i));
    if (!joined && !is_urged_again(clause, i)) continue;
    while (i > n + 2 &&
           (policy__has_class(clause, i - 1, POLICY__ADVERB | POLICY__COORDINATOR | POLICY__COMMA) ||
            policy__word_is(clause, i - 1, "further")))
      i--;
    return i;
  }
  return end;
}

/* Whether words name no more than what is to come: "we recommend the |following steps to ...". */
static bool is_announced(const policy__clause *clause, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; i++)
    if (policy__word_in(clause, i, "following")) return true;
  return false;
}

/* Whether what is urged may be a noun: "recommends a ban". The data suggest something, too; we suggest to act.
 */
static bool takes_noun(const policy__clause *clause, uint32_t n) {
  if (policy__word_in(
          clause, n,
          "recommend recommends recommended propose proposes proposed encourage encourages encouraged "
          "urge urges urged demand demands demanded call calls called advocate advocates advocated"))
    return true;
  uint32_t before = n;
  while (before > 0 &&
         (policy__has_class(clause, before - 1, POLICY__ADVERB) || policy__word_in(clause, before - 1,
                                                                                   "would 'd \xE2\x80\x99"
                                                                                   "d")))
    before--;
  return policy__word_is(clause, n, "suggest") && before > 0 && policy__word_in(clause, before - 1, "we i") &&
         policy__word_in(clause, n + 1, "a an the more better stricter stronger");
}

/* A verb of urging at `n` and what it urges. */
uint32_t policy__read_performative(policy__search *s, uint32_t n) {
  const policy__clause *clause = s->clause;
  policy__frame frame = {.pattern = POLICY__PATTERN_PERFORMATIVE, .modality = performative_modality(clause, n)};
  read_speaker(s, n, &frame);
  uint32_t at = n + 1, end = urging_end(clause, n);
  while (policy__has_class(clause, at, POLICY__ADVERB)) at++;
  if (policy__word_in(clause, at, "on upon for") &&
      policy__word_in(clause, n, "call calls called calling appeal appeals appealing"))
    at++;
  frame.deontic = (policy__range){n, at};
  if (policy__word_is(clause, at, "that")) {
    frame.deontic.end = at + 1;
    return policy__keep_clause(s, &frame, at, end);
  }
  uint32_t to = policy__infinitive_behind(clause, at, end);
  bool asks = to == at && policy__word_in(clause, to + 1, "know hear learn"); /* "requested to know whether" */
  if (to < end && (asks || is_announced(clause, at, to))) return to;
  if (to < end) {
    if (to > at)
      policy__named_read(clause, at, to, &frame);
    else if (frame.speaker.begin < frame.speaker.end)
      frame.subject = frame.speaker;
    policy__keep_predicates(s, frame, to + 1, end);
    return policy__largest(to + 1, s->floor);
  }
  if (policy__can_be(clause, at, POLICY__CAN_GERUND) && policy__can_be(clause, at, POLICY__MAINLY_VERB)) {
    frame.aim = (policy__range){at, at + 1};
    if (at + 1 < end) frame.object = (policy__range){at + 1, end};
    policy__keep(s, &frame);
  } else if (at < end && takes_noun(clause, n)) {
    policy__keep_nominal(s, &frame, at, end);
  }
  return policy__largest(at, s->floor);
}
