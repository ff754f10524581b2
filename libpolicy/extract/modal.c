/* Clauses whose duty is a modal verb: "Japan should support ...". */
#include "extract/search.h"

/* "only then should |the army act": whether the subject stands between a modal and its verb. */
static bool is_inverted(const policy__clause *clause, const policy__site *found) {
  uint32_t behind = found->end;
  if (policy__has_class(clause, behind,
                        POLICY__PREPOSITION | POLICY__SUBORDINATOR | POLICY__COMMA | POLICY__STOP |
                            POLICY__ADVERB | POLICY__NEGATION | POLICY__BRACKET))
    return false;
  return found->begin == 0 ||
         policy__has_class(clause, found->begin - 1, POLICY__COMMA | POLICY__ADVERB | POLICY__COORDINATOR) ||
         policy__word_in(clause, found->begin - 1,
                         "circumstances time case way nor neither so then only event instance account");
}

/* A clause that begins with its modal is a condition; another is denied by "no", "nor", "never" before it. */
static uint32_t read_inverted(policy__search *s, const policy__site *found, policy__frame *frame,
                              uint32_t verb) {
  const policy__clause *clause = s->clause;
  uint32_t begin = found->begin, least = begin > 5 ? begin - 5 : 0, end = policy__clause_end(clause, verb),
           floor = s->floor;
  frame->subordinate = begin == 0 || (policy__has_class(clause, begin - 1, POLICY__COMMA) &&
                                      policy__word_is(clause, begin, "should"));
  for (uint32_t i = begin; i > least && !policy__has_class(clause, i - 1, POLICY__COMMA | POLICY__STOP); i--)
    frame->negated |=
        policy__word_in(clause, i - 1, "no nor neither never") || policy__is_negation(clause, i - 1);
  for (uint32_t i = verb; frame->subordinate && i < end; i++)
    if (policy__has_class(clause, i, POLICY__COMMA)) end = i;
  frame->subject = (policy__range){found->end, verb};
  policy__keep_predicates(s, *frame, verb, end);
  if (frame->subordinate) s->floor = floor; /* what follows is its consequence */
  return policy__largest(found->end, s->floor);
}

/* Whether a predicate can be read from a word on. */
static bool reads(const policy__search *s, const policy__frame *frame, uint32_t verb) {
  policy__frame scout = *frame;
  policy__verb_read(s->clause, verb, s->clause->count, &scout);
  return scout.aim.begin < scout.aim.end;
}

uint32_t policy__read_modal(policy__search *s, const policy__site *site) {
  const policy__site *found = site;
  policy__frame frame = {.pattern = found->pattern,
                         .modality = found->modality,
                         .negated = found->negated,
                         .deontic = {found->begin, found->end}};
  if (found->begin > 0 && policy__word_is(s->clause, found->begin - 1, "why"))
    return found->end; /* "why should it pay?" */
  policy__site near = *found;
  near.apart = 0;
  if (found->apart > 0 && !reads(s, &frame, found->apart)) found = &near; /* the tree is wrong */
  uint32_t verb = found->apart > 0 ? found->apart : found->verb;
  if (!reads(s, &frame, verb)) return found->end; /* "The Government should:" */
  if (found->apart > 0 && is_inverted(s->clause, found)) return read_inverted(s, found, &frame, verb);
  if (found->apart > 0) policy__fronted_read(s->clause, found->end, verb, &frame);
  policy__subject_read(s->clause, policy__floor_of(s, found->begin), found->begin, &frame);
  bool shares = found->begin > 0 && policy__has_class(s->clause, found->begin - 1, POLICY__COORDINATOR);
  if (shares) frame.subject = s->subject;
  policy__keep_predicates(s, frame, verb, policy__clause_end(s->clause, verb));
  return found->end;
}
