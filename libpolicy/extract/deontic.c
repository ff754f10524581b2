/* Where a deontic stands, and words that lead from it to its verb. */
#include "extract/lexicon.h"
#include "extract/search.h"

static policy__modality modality_of(const policy__clause *clause, uint32_t n) {
  if (policy__word_in(clause, n, "must shall sha")) return POLICY__OBLIGATION;
  if (policy__word_in(clause, n, "should ought")) return POLICY__ADVICE;
  if (policy__word_in(clause, n, "may")) return POLICY__PERMISSION;
  if (policy__word_in(clause, n, "will would wo")) return POLICY__FUTURE;
  return POLICY__SUGGESTION;
}

/* The word behind adverbs and a negation, which is noted. */
uint32_t policy__behind_adverbs(const policy__clause *clause, uint32_t at, bool *negated) {
  while (policy__has_class(clause, at, POLICY__ADVERB | POLICY__NEGATION)) {
    *negated |= policy__is_negation(clause, at);
    at++;
  }
  return at;
}

/* "may by order |amend", "must not, in relation to X, |harass": where the verb begins that a modal serves by
   the tree, if words from `at` on stand between; 0: none do. */
static uint32_t verb_apart(const policy__clause *clause, uint32_t modal, uint32_t at) {
  enum { FARTHEST = 60 };
  uint32_t verb = clause->words[modal].verb;
  if (verb == POLICY_NONE || verb <= at || verb - at > FARTHEST ||
      policy__has_class(clause, verb, POLICY__ADVERB))
    return 0;
  while (verb > at && (policy__has_class(clause, verb - 1, POLICY__ADVERB) ||
                       policy__word_in(clause, verb - 1, "be been have")))
    verb--;
  return verb > at && !policy__has_class(clause, at, POLICY__BE | POLICY__HAVE) ? verb : 0;
}

/* A modal verb at `n`; "may wish to", "will need to" and the like are taken together. */
bool policy__modal_at(const policy__clause *clause, uint32_t n, policy__site *found) {
  if (!policy__has_class(clause, n, POLICY__MODAL)) return false;
  if (policy__word_is(clause, n, "may") && policy__has_class(clause, n, POLICY__CAPITAL) &&
      (n > 0 || policy__has_class(clause, n + 1, POLICY__NUMBER)))
    return false; /* the month */
  if (policy__word_in(clause, n, "will") && policy__can_be(clause, n, POLICY__CAN_NOUN) && n > 0 &&
      policy__has_class(clause, n - 1, POLICY__DETERMINER))
    return false; /* the noun */
  if (n > 2 && policy__words_are(clause, n - 3, "as the case may be") > 0) return false;
  *found = (policy__site){n, n + 1, n + 1, POLICY__PATTERN_MODAL, modality_of(clause, n), false, 0};
  uint32_t next = policy__behind_adverbs(clause, n + 1, &found->negated);
  if (policy__word_is(clause, n, "ought") && policy__word_is(clause, next, "to")) {
    found->end = found->verb = next + 1;
    return true;
  }
  if (policy__word_in(clause, next, "wish want like") && policy__word_is(clause, next + 1, "to")) {
    found->modality = POLICY__SUGGESTION;
    found->end = found->verb = next + 2;
  } else if (policy__word_in(clause, next, "need have") && policy__word_is(clause, next + 1, "to")) {
    found->modality = policy__word_is(clause, next, "need") ? POLICY__ADVICE : POLICY__OBLIGATION;
    found->pattern = POLICY__PATTERN_SEMIMODAL;
    found->end = found->verb = next + 2;
  }
  if (policy__is_negation(clause, n + 1) && found->end == n + 1) found->end = n + 2;
  found->apart = found->verb == n + 1 ? verb_apart(clause, n, next) : 0;
  return true;
}

/* "needs to", "has to", "is required to", "is to", and their plurals and pasts. */
bool policy__semimodal_at(const policy__clause *clause, uint32_t n, policy__site *found) {
  bool negated = false;
  uint32_t next;
  if (policy__word_in(clause, n, "need needs have has") && policy__word_is(clause, n + 1, "to") &&
      (policy__is_base_verb(clause, n + 2) || policy__has_class(clause, n + 2, POLICY__ADVERB))) {
    bool need = policy__word_in(clause, n, "need needs");
    bool verb = policy__word_is(clause, n, "needs") && n > 0 &&
                policy__word_in(clause, n - 1, "this that each"); /* "this |needs to" */
    if (need && n > 0 && policy__has_class(clause, n - 1, POLICY__DETERMINER) && !verb)
      return false; /* the need to */
    policy__modality modality = need ? POLICY__ADVICE : POLICY__OBLIGATION;
    uint32_t before = n;
    while (before > 1 && policy__has_class(clause, before - 1, POLICY__ADVERB) &&
           !policy__is_negation(clause, before - 1))
      before--;
    if (before > 0 && policy__is_negation(clause, before - 1))
      modality = POLICY__PERMISSION; /* "do not need to" */
    *found = (policy__site){n, n + 2, n + 2, POLICY__PATTERN_SEMIMODAL, modality, false, 0};
    return true;
  }
  if (policy__word_in(clause, n, "is are") && policy__word_is(clause, n + 1, "to") &&
      policy__is_base_verb(clause, n + 2)) {
    *found = (policy__site){n, n + 2, n + 2, POLICY__PATTERN_SEMIMODAL, POLICY__OBLIGATION, false, 0};
    return true;
  }
  if (!policy__word_in(clause, n, "is are be")) return false;
  next = policy__behind_adverbs(clause, n + 1, &negated);
  if (policy__word_in(
          clause, next,
          "required obliged directed instructed expected urged encouraged invited requested prompted advised "
          "asked") &&
      policy__word_is(clause, next + 1, "to")) {
    bool firm = policy__word_in(clause, next, "required obliged directed instructed");
    *found = (policy__site){
        n,       next + 2, next + 2, POLICY__PATTERN_SEMIMODAL, firm ? POLICY__OBLIGATION : POLICY__ADVICE,
        negated, 0};
    return true;
  }
  return false;
}

bool policy__parts_preamble(const policy__clause *clause, uint32_t n) {
  return policy__has_class(clause, n, POLICY__COMMA) && policy__has_class(clause, n + 1, POLICY__CAPITAL) &&
         policy__can_be(clause, n + 1, POLICY__CAN_GERUND) &&
         policy__can_be(clause, n + 1, POLICY__MAINLY_VERB);
}

/* The end of words[at, end): the first stop outside brackets. */
uint32_t policy__stop_behind(const policy__clause *clause, uint32_t at, uint32_t end) {
  for (; at < end; at++) {
    bool stops = policy__has_class(clause, at, POLICY__STOP) || policy__parts_preamble(clause, at);
    if (stops && !policy__has_class(clause, at, POLICY__INSIDE)) break;
  }
  return at;
}

/* The first "to" with a verb behind it in words[at, end), or `end`. */
uint32_t policy__infinitive_behind(const policy__clause *clause, uint32_t at, uint32_t end) {
  for (; at < end; at++) {
    bool negated = false;
    if (policy__word_is(clause, at, "to") &&
        policy__is_base_verb(clause, policy__behind_adverbs(clause, at + 1, &negated)))
      return at;
  }
  return end;
}

/* The first word of words[at, end) that can only be a bare verb ("that the Council |adopt"), or `end`. */
uint32_t policy__subjunctive_behind(const policy__clause *clause, uint32_t at, uint32_t end) {
  for (uint32_t i = at + 1; i < end; i++) {
    if (policy__has_class(clause, i, POLICY__MODAL | POLICY__RELATIVE)) return end;
    if (policy__word_in(clause, i, "be is are")) return i;
    if (policy__can_be(clause, i, POLICY__CAN_BASE | POLICY__CAN_THIRD) &&
        policy__can_be(clause, i, POLICY__MAINLY_VERB) && !policy__word_in(clause, i - 1, "to of for the a") &&
        !policy__has_class(clause, i, POLICY__CAPITAL))
      return i;
  }
  return end;
}
