/* Keeping the frames that the readers find. */
#include "extract/search.h"

#include "extract/lexicon.h"

void policy__frame_measure(policy__frame *frame) {
  const policy__range single[] = {frame->subject, frame->deontic, frame->aim, frame->object, frame->indirect};
  const policy__adjuncts *lists[] = {&frame->conditions, &frame->constraints, &frame->purposes,
                                     &frame->reasons};
  policy__range whole = {UINT32_MAX, 0};
  for (size_t i = 0; i < sizeof single / sizeof *single; i++) {
    if (single[i].begin >= single[i].end) continue;
    if (single[i].begin < whole.begin) whole.begin = single[i].begin;
    whole.end = policy__largest(whole.end, single[i].end);
  }
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    for (uint32_t k = 0; k < lists[i]->count; k++) {
      if (lists[i]->ranges[k].begin < whole.begin) whole.begin = lists[i]->ranges[k].begin;
      whole.end = policy__largest(whole.end, lists[i]->ranges[k].end);
    }
  }
  frame->whole = whole;
}

void policy__keep(policy__search *s, policy__frame *frame) {
  policy__frame *kept = policy__array_push(s->frames, &s->status);
  if (kept == NULL) return;
  policy__range bound = frame->passive ? frame->object : frame->subject;
  while (bound.begin < bound.end && (!policy__has_class(s->clause, bound.begin, POLICY__WORD) ||
                                     policy__has_class(s->clause, bound.begin, POLICY__NUMBER)))
    bound.begin++;
  if (bound.begin < bound.end && policy__word_in(s->clause, bound.begin, "no neither nobody"))
    frame->negated = true;
  policy__frame_measure(frame);
  *kept = *frame;
  if (!frame->passive && frame->subject.begin < frame->subject.end) s->subject = frame->subject;
}

/* The word behind the last coordinator of words[begin, end), or `begin`. */
static uint32_t behind_coordinator(const policy__clause *clause, uint32_t begin, uint32_t end) {
  for (uint32_t i = end; i > begin; i--)
    if (policy__has_class(clause, i - 1, POLICY__COORDINATOR) && i < end) return i;
  return begin;
}

/* Where a clause begins that a lost stop runs into the one before: "is heard by the patients |Norway should
   ...". The modal is at `modal`; POLICY_NONE where there is no such thing. */
static uint32_t run_on(const policy__clause *clause, uint32_t verb, uint32_t modal) {
  const unsigned inner = POLICY__DETERMINER | POLICY__PREPOSITION | POLICY__COORDINATOR | POLICY__RELATIVE |
                         POLICY__SUBORDINATOR | POLICY__PRONOUN | POLICY__CAPITAL;
  uint32_t name = modal;
  while (name > verb + 1 && policy__has_class(clause, name - 1, POLICY__CAPITAL)) name--;
  if (name == modal || name <= verb + 2 || policy__has_class(clause, name - 1, inner)) return POLICY_NONE;
  if (!policy__has_class(clause, name - 1, POLICY__WORD) ||
      policy__can_be(clause, name - 1, POLICY__MAINLY_VERB))
    return POLICY_NONE;
  bool attributive = policy__can_be(clause, name - 1, POLICY__CAN_ADJECTIVE) &&
                     policy__has_class(clause, name - 2, POLICY__DETERMINER);
  return attributive ? POLICY_NONE : name;
}

/* Where the clause of a verb at `verb` ends: at a stop, or where the next deontic's clause begins; not farther
   away than any clause is long, so that the work stays in proportion. */
uint32_t policy__clause_end(const policy__clause *clause, uint32_t verb) {
  enum { LONGEST = 250, MOST_DEONTICS = 8 };
  uint32_t limit = clause->count - verb > LONGEST ? verb + LONGEST : clause->count;
  uint32_t end = policy__stop_behind(clause, verb, limit), deontics = 0;
  if (end == verb + 1 && policy__word_is(clause, end, ":"))
    end = policy__stop_behind(clause, end + 1, limit); /* "include: costs" */
  for (uint32_t i = verb; i < end && deontics < MOST_DEONTICS; i++) {
    policy__frame ahead = {0};
    policy__site found;
    if (policy__has_class(clause, i, POLICY__JOINED)) {
      uint32_t joint = behind_coordinator(clause, verb + 1, i);
      if (joint > verb + 1) return joint - 1;
    }
    if (!policy__modal_at(clause, i, &found) && !policy__semimodal_at(clause, i, &found)) continue;
    deontics++;
    uint32_t lost = run_on(clause, verb, i);
    if (lost != POLICY_NONE) return lost;
    uint32_t served = clause->words[i].verb;
    if (served != POLICY_NONE && policy__has_class(clause, served, POLICY__EMBEDDED)) continue;
    policy__subject_read(clause, verb, i, &ahead);
    if (ahead.relative || ahead.subordinate) continue;
    uint32_t begin = ahead.subject.begin < ahead.subject.end ? ahead.subject.begin : i;
    if (begin <= verb + 1) begin = behind_coordinator(clause, verb + 1, i);
    if (begin <= verb + 1 || !policy__has_class(clause, begin - 1, POLICY__COORDINATOR | POLICY__COMMA))
      continue;
    while (begin > verb + 1 && policy__has_class(clause, begin - 1, POLICY__COORDINATOR | POLICY__COMMA))
      begin--;
    return begin;
  }
  return end;
}

/* The next verb in words[from, end) that shares the deontic ("should do X and |do Y"; with `infinitives`,
   "urges them to do X and to |do Y"); `end` when there is none. Verbs inside what hangs on the first one are
   left alone. */
static uint32_t coordinated_verb(const policy__clause *clause, uint32_t from, uint32_t end, bool infinitives) {
  for (uint32_t i = from; i + 1 < end; i++) {
    if (policy__has_class(clause, i, POLICY__INSIDE)) continue;
    bool parts = policy__has_class(clause, i, POLICY__COORDINATOR | POLICY__COMMA), negated = false;
    uint32_t verb = policy__behind_adverbs(clause, i + 1, &negated);
    if (infinitives && parts && policy__word_is(clause, verb, "to") && verb + 1 < end &&
        policy__is_base_verb(clause, policy__behind_adverbs(clause, verb + 1, &negated)))
      return verb + 1;
    if (infinitives) continue;
    bool often = policy__word_is(clause, i, "once") && policy__word_in(clause, i + 1, "a an every each");
    if ((policy__has_class(clause, i, POLICY__RELATIVE | POLICY__SUBORDINATOR) && !often) ||
        policy__word_in(clause, i, "to how what by"))
      return end;
    if (!parts) continue;
    if (verb < end && policy__can_be(clause, verb, POLICY__MAINLY_VERB) &&
        policy__can_be(clause, verb, POLICY__CAN_BASE) &&
        !policy__has_class(clause, verb, POLICY__PREPOSITION | POLICY__MODAL))
      return verb;
  }
  return end;
}

/* Whether ", to do" or "and to do" stands in words[begin, end). */
static bool any_infinitive(const policy__clause *clause, uint32_t begin, uint32_t end) {
  return coordinated_verb(clause, begin, end, true) < end;
}

/* Reads the predicate at `verb` and those coordinated with it, and keeps a frame for each. */
void policy__keep_predicates(policy__search *s, policy__frame frame, uint32_t verb, uint32_t end) {
  while (end > verb && policy__has_class(s->clause, end - 1, POLICY__COORDINATOR | POLICY__COMMA)) end--;
  bool infinitives =
      verb > 0 && policy__word_is(s->clause, verb - 1, "to") && any_infinitive(s->clause, verb, end);
  while (verb < end && s->status == POLICY_OK) {
    policy__frame one = frame;
    policy__frame scout = frame;
    policy__verb_read(s->clause, verb, end, &scout);
    if (scout.aim.begin == scout.aim.end) return;
    uint32_t next = scout.passive ? end : coordinated_verb(s->clause, scout.aim.end, end, infinitives);
    uint32_t until = next;
    while (next < end && until > verb &&
           (policy__has_class(s->clause, until - 1, POLICY__COORDINATOR | POLICY__COMMA | POLICY__ADVERB) ||
            policy__word_is(s->clause, until - 1, "to")))
      until--;
    if (!policy__predicate_read(s->clause, verb, until, &one)) return;
    policy__keep(s, &one);
    s->floor = policy__largest(s->floor, until);
    verb = next;
  }
}

/* How far to the left a subject is looked for: sentences of thousands of words must not cost their square. */
uint32_t policy__floor_of(const policy__search *s, uint32_t n) {
  enum { FARTHEST = 120 };
  uint32_t farthest = n > FARTHEST ? n - FARTHEST : 0;
  return policy__largest(s->floor, farthest);
}

/* "recommends the establishment of a fund": the noun is the aim. */
static void keep_noun(policy__search *s, policy__frame *frame, uint32_t at, uint32_t end) {
  const policy__clause *clause = s->clause;
  uint32_t noun = at, begin = at;
  while (begin < end && policy__has_class(clause, begin, POLICY__DETERMINER)) begin++;
  for (noun = begin; noun + 1 < end; noun++)
    if (policy__has_class(clause, noun + 1,
                          POLICY__PREPOSITION | POLICY__COMMA | POLICY__RELATIVE | POLICY__COORDINATOR))
      break;
  if (noun >= end || !policy__has_class(clause, noun, POLICY__WORD)) return;
  if (policy__has_class(clause, begin, POLICY__PRONOUN | POLICY__NEGATION) ||
      policy__word_is(clause, begin, "nothing"))
    return;
  frame->aim = (policy__range){begin, noun + 1};
  uint32_t after = noun + 1;
  if (policy__has_class(clause, after, POLICY__PREPOSITION)) after++;
  if (after < end) frame->object = (policy__range){after, end};
  policy__keep(s, frame);
}

/* "(both) the adoption of X and the creation of Y": a frame for each noun that begins with its article. */
void policy__keep_nominal(policy__search *s, policy__frame *frame, uint32_t at, uint32_t end) {
  const policy__clause *clause = s->clause;
  at += policy__word_is(clause, at, "both");
  for (uint32_t i = at + 1; i + 2 < end; i++) {
    if (!policy__has_class(clause, i, POLICY__COORDINATOR) || !policy__word_in(clause, i + 1, "the a an"))
      continue;
    uint32_t of = i + 2;
    while (of < end && of < i + 5 && !policy__word_in(clause, of, "of for")) of++;
    if (of >= end || !policy__word_in(clause, of, "of for")) continue;
    policy__frame one = *frame;
    keep_noun(s, &one, at, i);
    at = i + 1;
  }
  keep_noun(s, frame, at, end);
}

/* "that X publish", "that X would publish": what a clause behind "that" at `that` asks for. The word to look at
 * next. */
uint32_t policy__keep_clause(policy__search *s, policy__frame *frame, uint32_t that, uint32_t end) {
  const policy__clause *clause = s->clause;
  uint32_t verb = policy__subjunctive_behind(clause, that + 1, end), behind = verb;
  if (verb >= end) {
    for (verb = that + 1; verb < end && !policy__has_class(clause, verb, POLICY__MODAL | POLICY__RELATIVE);)
      verb++;
    if (verb >= end || !policy__word_in(clause, verb, "would could will might")) return that + 1;
    behind = verb + 1; /* what ought to be has a reader of its own */
  }
  policy__subject_read(clause, that + 1, verb, frame);
  policy__keep_predicates(s, *frame, behind, end);
  return policy__largest(behind, s->floor);
}
