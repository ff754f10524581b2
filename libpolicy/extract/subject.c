/* Subjects: the words before a verb that name who acts. */
#include "extract/frame.h"
#include "extract/lexicon.h"

/* "its continued efforts", "Japan's stated aims": a participle before its noun. */
static bool is_attributive(const policy__clause *clause, uint32_t n) {
  return n > 0 && (policy__word_in(clause, n - 1, "'s \xE2\x80\x99s ' \xE2\x80\x99") ||
                   (policy__has_class(clause, n - 1, POLICY__DETERMINER) &&
                    !policy__has_class(clause, n - 1, POLICY__PRONOUN | POLICY__RELATIVE)));
}

/* "guarantees", "plans": a verb only where something follows that a verb can take. */
static bool is_plural_noun(const policy__clause *clause, uint32_t n) {
  return policy__can_be(clause, n, POLICY__CAN_NOUN) && !policy__can_be(clause, n, POLICY__CAN_PAST) &&
         !policy__has_class(clause, n + 1, POLICY__DETERMINER | POLICY__PRONOUN | POLICY__RELATIVE) &&
         !policy__word_is(clause, n + 1, "to");
}

bool policy__is_finite(const policy__clause *clause, uint32_t n) {
  if (policy__has_class(clause, n, POLICY__MODAL | POLICY__BE | POLICY__HAVE))
    return !policy__word_in(clause, n, "be been being having");
  return policy__can_be(clause, n, POLICY__MAINLY_VERB) &&
         policy__can_be(clause, n, POLICY__CAN_THIRD | POLICY__CAN_PAST) &&
         !policy__can_be(clause, n, POLICY__CAN_ADJECTIVE) &&
         !policy__has_class(clause, n, POLICY__PREPOSITION) && !is_attributive(clause, n) &&
         !is_plural_noun(clause, n) &&
         !(n > 0 && policy__word_is(clause, n - 1, "-")); /* "state-funded care" */
}

bool policy__is_base_verb(const policy__clause *clause, uint32_t n) {
  return policy__can_be(clause, n, POLICY__CAN_BASE) || policy__word_in(clause, n, "be have");
}

static bool any_finite(const policy__clause *clause, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; i++)
    if (policy__is_finite(clause, i)) return true;
  return false;
}

/* "that" behind a verb, or behind such a noun or adjective, begins a clause and not a relative clause. */
static bool is_complementizer(const policy__clause *clause, uint32_t n) {
  if (policy__word_is(clause, n, "whether")) return true;
  if (!policy__word_is(clause, n, "that") || !policy__has_class(clause, n, POLICY__RELATIVE) || n == 0)
    return false;
  return policy__can_be(clause, n - 1, POLICY__MAINLY_VERB) ||
         policy__word_in(clause, n - 1,
                         "important essential vital crucial critical necessary imperative clear so fact view "
                         "recommendation recommendations conclusion hope condition belief and further also "
                         "report argument idea proposal suggestion demand request");
}

/* Whether the comma ends the clause that the subordinator opens: a verb stands between, or little else does
   ("if necessary, ..."). */
static bool closes(const policy__clause *clause, uint32_t subordinator, uint32_t comma) {
  for (uint32_t i = subordinator + 1; i < comma; i++)
    if (policy__is_finite(clause, i) || policy__can_be(clause, i, POLICY__MAINLY_VERB)) return true;
  return comma - subordinator <= 3 && policy__has_class(clause, subordinator, POLICY__CONDITIONAL);
}

/* "Where practicable |managers should": a condition of two words, whether a comma follows or not. */
static bool is_elliptical(const policy__clause *clause, uint32_t n) {
  return policy__has_class(clause, n, POLICY__CONDITIONAL) &&
         policy__word_in(
             clause, n + 1,
             "possible practicable practical appropriate necessary feasible applicable relevant required");
}

/* Where the search for a subject ends on the left: behind a stop, or behind a word that opens the clause. A
   subordinator whose clause a comma closes before `n` opens a fronted clause, which is part of the search. */
static uint32_t segment_begin(const policy__clause *clause, uint32_t floor, uint32_t n, policy__frame *frame) {
  uint32_t comma = 0;
  for (uint32_t i = n; i > floor; i--) {
    uint32_t before = i - 1;
    if (policy__has_class(clause, before, POLICY__INSIDE | POLICY__BRACKET) &&
        !policy__has_class(clause, n, POLICY__INSIDE))
      continue;
    if (policy__has_class(clause, before, POLICY__STOP)) return i;
    if (policy__has_class(clause, before, POLICY__BRACKET)) return i;
    if (policy__has_class(clause, before, POLICY__COMMA) && comma == 0) comma = before;
    if (is_complementizer(clause, before)) return i;
    if (is_elliptical(clause, before) && before + 2 < n && !any_finite(clause, before + 2, n)) {
      policy__fronted_read(clause, before, before + 2, frame);
      return before + 2;
    }
    if (!policy__has_class(clause, before, POLICY__SUBORDINATOR) ||
        policy__word_in(clause, before, "as than since before after where once"))
      continue;
    if (comma > 0 && closes(clause, before, comma)) continue;
    frame->subordinate = policy__has_class(clause, before, POLICY__CONDITIONAL);
    return i;
  }
  return floor;
}

/* Whether words[begin, comma) stand before a subject and not in a list of subjects. */
static bool is_fronted(const policy__clause *clause, uint32_t begin, uint32_t comma) {
  while (begin < comma && policy__has_class(clause, begin, POLICY__ADVERB | POLICY__COMMA)) begin++;
  if (begin >= comma) return true;
  if (policy__has_class(clause, begin, POLICY__PREPOSITION | POLICY__SUBORDINATOR)) return true;
  if (policy__can_be(clause, begin, POLICY__CAN_GERUND | POLICY__CAN_PARTICIPLE) &&
      policy__can_be(clause, begin, POLICY__MAINLY_VERB))
    return true;
  return any_finite(clause, begin, comma);
}

/* The word behind the last comma that parts what is fronted from the subject; `begin` when there is none. */
static uint32_t behind_fronted(const policy__clause *clause, uint32_t begin, uint32_t end) {
  uint32_t first = begin, last = begin;
  bool coordinated = false;
  for (uint32_t i = end; i > begin; i--) {
    uint32_t at = i - 1;
    if (policy__has_class(clause, at, POLICY__INSIDE)) continue;
    if (policy__has_class(clause, at, POLICY__COORDINATOR) && last == begin) coordinated = true;
    if (!policy__has_class(clause, at, POLICY__COMMA) || at + 1 >= end) continue;
    if (!is_fronted(clause, begin, at)) continue;
    if (last == begin) last = at + 1;
    first = at + 1;
  }
  if (policy__has_class(clause, last, POLICY__COORDINATOR))
    return any_finite(clause, begin, last) ? last + 1 : first;
  return coordinated && !any_finite(clause, begin, last) ? first : last;
}

/* The word behind the last finite verb's clause: "X does this and Y |should". */
static uint32_t behind_verbs(const policy__clause *clause, uint32_t begin, uint32_t end) {
  for (uint32_t i = end; i > begin; i--) {
    uint32_t verb = i - 1;
    if (!policy__is_finite(clause, verb)) continue;
    for (uint32_t r = begin; r < verb; r++) /* the verb of a relative clause belongs to the subject */
      if (policy__has_class(clause, r, POLICY__RELATIVE) && r > begin) return begin;
    for (uint32_t k = end; k > verb; k--)
      if (policy__has_class(clause, k - 1, POLICY__COORDINATOR | POLICY__COMMA) && k < end) return k;
    return verb + 1;
  }
  return begin;
}

/* The noun that a relative pronoun at `pronoun` hangs on. */
static policy__range antecedent(const policy__clause *clause, uint32_t floor, uint32_t pronoun) {
  uint32_t end = pronoun, begin;
  while (end > floor && policy__has_class(clause, end - 1, POLICY__COMMA)) end--;
  for (begin = end; begin > floor; begin--) {
    uint32_t before = begin - 1;
    if (policy__has_class(clause, before, POLICY__STOP | POLICY__COMMA | POLICY__SUBORDINATOR)) break;
    if (policy__is_finite(clause, before)) break;
    if (policy__has_class(clause, before, POLICY__PREPOSITION) && !policy__word_is(clause, before, "of")) break;
    if (policy__can_be(clause, before, POLICY__MAINLY_VERB) && policy__can_be(clause, before, POLICY__CAN_BASE))
      break;
  }
  return (policy__range){begin, end};
}

/* Takes a parenthesis between commas that ends at `end` ("each officer, in consultation with X, |shall") off
   the subject; the new end. */
static uint32_t before_parenthesis(const policy__clause *clause, uint32_t floor, uint32_t end,
                                   policy__frame *frame) {
  if (end == floor || !policy__has_class(clause, end - 1, POLICY__COMMA | POLICY__STOP)) return end;
  uint32_t least = end > floor + 40 ? end - 40 : floor;
  for (uint32_t i = end - 1; i > least; i--) {
    if (!policy__has_class(clause, i - 1, POLICY__COMMA | POLICY__STOP)) continue;
    if (i - 1 == floor) break;
    policy__fronted_read(clause, i, end - 1, frame);
    return i - 1;
  }
  return end;
}

/* The same of all parentheses that follow each other: "the Office, together with X, once appointed, |should".
 */
static uint32_t before_parentheses(const policy__clause *clause, uint32_t floor, uint32_t end,
                                   policy__frame *frame) {
  enum { MOST = 3 };
  uint32_t last = end;
  end = before_parenthesis(clause, floor, end, frame);
  for (int i = 1; end < last && i < MOST; i++) {
    uint32_t begin = end, least = end > floor + 40 ? end - 40 : floor;
    while (begin > least && !policy__has_class(clause, begin - 1, POLICY__COMMA | POLICY__STOP)) begin--;
    bool adjunct = begin > least + 1 && policy__has_class(clause, begin - 1, POLICY__COMMA) &&
                   policy__has_class(clause, begin, POLICY__PREPOSITION | POLICY__CONDITIONAL | POLICY__ADVERB);
    if (!adjunct || policy__has_class(clause, begin, POLICY__COORDINATOR)) break;
    policy__fronted_read(clause, begin, end, frame);
    end = begin - 1;
  }
  return end;
}

void policy__named_read(const policy__clause *clause, uint32_t begin, uint32_t end, policy__frame *frame) {
  end = before_parentheses(clause, begin, end, frame);
  if (begin < end) frame->subject = (policy__range){begin, end};
}

void policy__subject_read(const policy__clause *clause, uint32_t floor, uint32_t n, policy__frame *frame) {
  uint32_t end = n;
  while (end > floor && policy__has_class(clause, end - 1, POLICY__ADVERB | POLICY__QUOTE) &&
         !policy__has_class(clause, end - 1, POLICY__PRONOUN))
    end--;
  if (end > floor && policy__has_class(clause, end - 1, POLICY__RELATIVE) &&
      !is_complementizer(clause, end - 1)) {
    frame->relative = true;
    frame->subject = antecedent(clause, floor, end - 1);
    return;
  }
  if (end > floor && policy__has_class(clause, end - 1, POLICY__COORDINATOR))
    return; /* shares the last one's */
  end = before_parentheses(clause, floor, end, frame);
  uint32_t segment = segment_begin(clause, floor, end, frame);
  uint32_t begin = behind_fronted(clause, segment, end);
  uint32_t behind = behind_verbs(clause, begin, end);
  if (begin > segment) policy__fronted_read(clause, segment, begin - 1, frame);
  begin = behind;
  while (begin < end &&
         policy__has_class(clause, begin, POLICY__COORDINATOR | POLICY__COMMA | POLICY__ADVERB) &&
         !policy__has_class(clause, begin, POLICY__PRONOUN | POLICY__DETERMINER))
    begin++;
  if (begin < end) frame->subject = (policy__range){begin, end};
}
