/* Clauses whose duty is a form of several words, as form.c lists them. */
#include "extract/form.h"
#include "extract/lexicon.h"
#include "extract/search.h"

/* What a form urges upon somebody whom words behind it name: "for X to do", "that X do", "doing". */
static uint32_t read_urged(policy__search *s, const policy__form *form, policy__frame *frame, uint32_t at,
                           uint32_t end) {
  const policy__clause *clause = s->clause;
  if (form->takes & POLICY__TAKES_THAT && policy__word_is(clause, at, "that"))
    return policy__keep_clause(s, frame, at, end);
  uint32_t to = form->takes & POLICY__TAKES_TO ? policy__infinitive_behind(clause, at, end) : end;
  bool named = form->before != NULL && (*form->before == '\0' || policy__word_in(clause, at, form->before));
  if (to < end && to > at && named) policy__named_read(clause, at + (*form->before != '\0'), to, frame);
  if (to >= end || (to > at && !named)) return 0;
  if (to == at && form->takes & POLICY__TAKES_NAME) return 0; /* "we want to say" */
  policy__keep_predicates(s, *frame, to + 1, end);
  return policy__largest(to + 1, s->floor);
}

static bool is_gerund(const policy__clause *clause, uint32_t n) {
  return policy__can_be(clause, n, POLICY__CAN_GERUND) && policy__can_be(clause, n, POLICY__MAINLY_VERB);
}

/* Keeps a frame for the gerund at `at` and for those joined to it: "for setting up a fund and (for) reviewing
 * its use". */
static uint32_t keep_gerunds(policy__search *s, policy__frame frame, uint32_t at, uint32_t end) {
  const policy__clause *clause = s->clause;
  frame.gerund = true;
  while (at < end && s->status == POLICY_OK) {
    policy__frame one = frame;
    uint32_t next = at + 1;
    for (; next < end; next++) {
      uint32_t behind = next + policy__word_in(clause, next, "for from");
      bool parted = policy__has_class(clause, next - 1, POLICY__COORDINATOR | POLICY__COMMA);
      if (parted && next > at + 2 && behind < end && is_gerund(clause, behind)) break;
    }
    uint32_t until = next;
    while (next < end && until > at + 1 &&
           policy__has_class(clause, until - 1, POLICY__COORDINATOR | POLICY__COMMA))
      until--;
    if (!policy__predicate_read(clause, at, until, &one)) break;
    policy__keep(s, &one);
    s->floor = policy__largest(s->floor, until);
    at = next < end ? next + policy__word_in(clause, next, "for from") : end;
  }
  return s->floor;
}

/* What a form urges by a bare verb: "let us |build", "see the Ministry |publish". */
static uint32_t read_bare(policy__search *s, policy__frame *frame, uint32_t at, uint32_t end) {
  bool negated = false;
  uint32_t verb = policy__behind_adverbs(s->clause, at, &negated);
  frame->negated |= negated;
  if (frame->pattern == POLICY__PATTERN_IMPERATIVE &&
      (policy__points(s->clause, verb) || policy__word_is(s->clause, verb, "do")))
    return 0;
  if (!policy__is_base_verb(s->clause, verb) || policy__has_class(s->clause, verb, POLICY__DETERMINER)) {
    verb = policy__subjunctive_behind(s->clause, at, end);
    bool seen =
        verb >= end && policy__word_is(s->clause, at - 1, "see"); /* "we would like to see more transparency" */
    if (verb >= end && !seen) return 0;
    if (seen)
      verb = frame->deontic.end = at - 1;
    else
      frame->subject = (policy__range){at, verb};
  }
  policy__keep_predicates(s, *frame, verb, end);
  return policy__largest(verb, s->floor);
}

/* What is forbidden by a clause: "commits an offence if the driver |fails to stop". */
static uint32_t read_finite(policy__search *s, policy__frame *frame, uint32_t at, uint32_t end) {
  uint32_t verb = at;
  while (verb < end && !policy__is_finite(s->clause, verb)) verb++;
  if (verb >= end) return 0;
  policy__keep_predicates(s, *frame, verb, end);
  return policy__largest(verb, s->floor);
}

/* "The main |recommendation of this report is to": the noun that names what is planned, before the verb at `n`,
   if it is one of a list; POLICY_NONE. */
static uint32_t plan_before(policy__search *s, uint32_t n, const char *nouns) {
  policy__frame before = {0};
  policy__subject_read(s->clause, policy__floor_of(s, n), n, &before);
  if (before.relative || before.subordinate) return POLICY_NONE;
  uint32_t noun = before.subject.begin;
  for (uint32_t i = noun; i < before.subject.end && !policy__has_class(s->clause, i, POLICY__PREPOSITION); i++)
    noun = i;
  return noun < before.subject.end && policy__word_in(s->clause, noun, nouns) ? noun : POLICY_NONE;
}

/* What one form says from `n` on, its words ending before `at`; 0 when it says nothing. */
static uint32_t read_row(policy__search *s, const policy__form *form, uint32_t n, uint32_t at, bool negated) {
  const policy__clause *clause = s->clause;
  policy__frame frame = {
      .pattern = form->pattern, .modality = form->modality, .negated = negated, .deontic = {n, at}};
  uint32_t end = policy__stop_behind(clause, at, clause->count);
  bool bill = form->pattern == POLICY__PATTERN_PERFORMATIVE && policy__word_is(clause, n, "would");
  frame.reported = bill || policy__word_is(clause, n + 1, "was"); /* "it was proposed that" */
  if (form->plan != NULL) frame.deontic.begin = plan_before(s, n, form->plan);
  if (frame.deontic.begin == POLICY_NONE) return 0;
  policy__frame before = {0};
  policy__subject_read(clause, policy__floor_of(s, n), n, &before);
  frame.subordinate = before.subordinate || (n > 0 && policy__has_class(clause, n - 1, POLICY__CONDITIONAL));
  if (n > 0 && policy__is_negation(clause, n - 1))
    frame.modality = POLICY__PERMISSION; /* "does not have a duty to" */
  if (form->before == NULL) policy__subject_read(clause, policy__floor_of(s, n), n, &frame);
  bool ignored = false;
  if (form->takes & POLICY__TAKES_GERUND)
    return is_gerund(clause, policy__behind_adverbs(clause, at, &ignored)) ? keep_gerunds(s, frame, at, end)
                                                                           : 0;
  if (form->takes & POLICY__TAKES_FINITE) return read_finite(s, &frame, at, end);
  if (form->takes & POLICY__TAKES_BARE) return read_bare(s, &frame, at, end);
  return read_urged(s, form, &frame, at, end);
}

/* A form of several words from `n` on; 0 when there is none. */
uint32_t policy__read_form(policy__search *s, uint32_t n) {
  uint32_t at, read = 0;
  size_t row = 0;
  bool negated = false;
  for (const policy__form *form;
       read == 0 && (form = policy__form_next(s->clause, &s->letters, n, &row, &at, &negated)) != NULL;)
    read = read_row(s, form, n, at, negated);
  return read;
}
