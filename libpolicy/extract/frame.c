/* Finding the clauses of a sentence that say what ought to be done. */
#include "extract/frame.h"

#include "extract/lexicon.h"
#include "extract/search.h"

/* Confidence: the share of a pattern's recommendations that are right on 34 development documents, rounded: 239 of
   261 modals, 17 of 21 semi-modals, 76 of 86 performatives, 22 of 31 needs, 15 of 16 imperatives, all of 26 that are
   signed. Adjectives and evaluations are few (9 of 10, 7 of 8), and taken lower for that. */
static const struct {
  const char *name;
  double confidence;
} patterns[POLICY__PATTERNS] = {
    [POLICY__PATTERN_MODAL] = {"modal", 0.9},
    [POLICY__PATTERN_SEMIMODAL] = {"semi-modal", 0.8},
    [POLICY__PATTERN_PERFORMATIVE] = {"performative", 0.9},
    [POLICY__PATTERN_ADJECTIVE] = {"adjective", 0.8},
    [POLICY__PATTERN_EVALUATION] = {"evaluation", 0.8},
    [POLICY__PATTERN_NEED] = {"need", 0.7},
    [POLICY__PATTERN_IMPERATIVE] = {"imperative", 0.9},
    [POLICY__PATTERN_SIGNED] = {"signed", 0.95},
};

const char *policy__pattern_name(policy__pattern pattern) {
  return patterns[pattern].name;
}

double policy__pattern_confidence(policy__pattern pattern) {
  return patterns[pattern].confidence;
}

/* Looks at word `n`; the next word to look at. */
static uint32_t look(policy__search *s, uint32_t n) {
  policy__site found;
  uint32_t next = policy__read_evaluation(s, n);
  if (next == 0) next = policy__read_form(s, n);
  if (next == 0) next = policy__read_needed(s, n);
  if (next == 0) next = policy__read_duty(s, n);
  if (next == 0) next = policy__read_need(s, n);
  if (next == 0) next = policy__read_lack(s, n);
  if (next == 0 && policy__modal_at(s->clause, n, &found)) next = policy__read_modal(s, &found);
  if (next == 0 && policy__semimodal_at(s->clause, n, &found)) next = policy__read_modal(s, &found);
  if (next == 0 && policy__performative_at(s->clause, n)) next = policy__read_performative(s, n);
  return next > n ? next : n + 1;
}

policy_status policy__frames_find(const policy__clause *clause, policy__array *frames) {
  policy__search s = {.clause = clause, .frames = frames, .status = POLICY_OK};
  frames->count = 0;
  policy__form_letters_init(&s.letters);
  for (uint32_t n = 0; n < clause->count && s.status == POLICY_OK;) n = look(&s, n);
  return s.status;
}

bool policy__points(const policy__clause *clause, uint32_t n) {
  if (policy__word_is(clause, n + 1, "and")) return false;
  if (policy__word_in(clause, n,
                      "see visit click read contact note email subscribe download view learn print log skip"))
    return true;
  if (policy__word_is(clause, n, "sign") && policy__word_in(clause, n + 1, "up in")) return true;
  return policy__word_in(clause, n, "call follow join share find") &&
         policy__word_in(clause, n + 1, "us me our this more now here");
}

bool policy__orders(const policy__clause *clause, uint32_t n) {
  if (!policy__can_be(clause, n, POLICY__CAN_BASE)) return false;
  if (policy__can_be(clause, n, POLICY__MAINLY_VERB) || policy__has_class(clause, n, POLICY__TRANSITIVE))
    return true;
  if (policy__has_class(clause, n + 1, POLICY__DETERMINER) || policy__word_in(clause, n + 1, "up out down"))
    return true;
  return policy__word_in(clause, n + 1, "and or") && policy__can_be(clause, n + 2, POLICY__MAINLY_VERB) &&
         policy__can_be(clause, n + 2, POLICY__CAN_BASE);
}

bool policy__frame_imperative(const policy__clause *clause, policy__range range, policy__frame *frame) {
  bool negated = false;
  *frame = (policy__frame){.pattern = POLICY__PATTERN_IMPERATIVE, .modality = POLICY__ADVICE};
  uint32_t verb = policy__behind_adverbs(clause, range.begin, &negated);
  if (verb > range.begin && policy__has_class(clause, verb, POLICY__COORDINATOR) &&
      policy__has_class(clause, verb + 1, POLICY__ADVERB))
    verb = policy__behind_adverbs(clause, verb + 1, &negated); /* "Fully and immediately |implement" */
  if (policy__word_is(clause, verb, "do") && policy__is_negation(clause, verb + 1)) {
    negated = true; /* "Do not sell the land." */
    verb += 2;
  }
  frame->negated = negated;
  if (policy__word_is(clause, verb, "that")) { /* "Recommendation 3: That the Department review ..." */
    uint32_t asked = policy__subjunctive_behind(clause, verb + 1, policy__stop_behind(clause, verb, range.end));
    frame->subject = (policy__range){verb + 1, asked};
    if (asked >= range.end ||
        !policy__predicate_read(clause, asked, policy__stop_behind(clause, asked, range.end), frame))
      return false;
    policy__frame_measure(frame);
    return true;
  }
  if (verb >= range.end) return false;
  bool sure = policy__orders(clause, verb);
  if (!sure || policy__has_class(clause, verb, POLICY__PREPOSITION | POLICY__MODAL)) return false;
  if (!policy__predicate_read(clause, verb, policy__stop_behind(clause, verb, range.end), frame)) return false;
  policy__frame_measure(frame);
  return true;
}
