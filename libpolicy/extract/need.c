/* Clauses that say what is needed, or would be useful. */
#include "extract/lexicon.h"
#include "extract/search.h"

#include <string.h>

static const char useful_adjectives[] =
    "useful helpful welcome welcomed desirable beneficial prudent wise advisable sensible worthwhile valuable "
    "preferable";

/* Who sees the need at `n`, unless another is named: "the Office |identified the need to ...". */
static void read_seer(policy__search *s, uint32_t n, policy__frame *frame) {
  const policy__clause *clause = s->clause;
  uint32_t verb = n, least = n > 5 ? n - 5 : 0;
  while (
      verb > least &&
      !policy__word_in(clause, verb, "identified recognised recognized acknowledged accepted accepts sees saw"))
    verb--;
  if (verb > least) policy__subject_read(clause, policy__floor_of(s, verb), verb, frame);
}

/* "the |withdrawal of all forces", "their equal |participation": a noun for something that is done. */
static bool is_doing(const policy__clause *clause, uint32_t at, uint32_t end) {
  static const char *const endings[] = {"tion", "sion", "ment", "ance", "ence", "awal", "eval", "ing"};
  uint32_t noun = at;
  while (noun + 1 < end &&
         !policy__has_class(clause, noun + 1,
                            POLICY__PREPOSITION | POLICY__COMMA | POLICY__RELATIVE | POLICY__COORDINATOR))
    noun++;
  policy_string word = policy__word_at(clause, noun);
  if (policy__has_class(clause, noun, POLICY__CAPITAL)) return false;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    size_t size = strlen(endings[i]);
    if (word.size > size + 3 && memcmp(word.data + word.size - size, endings[i], size) == 0) return true;
  }
  return false;
}

/* "the need to/for ..." where `n` is "need". */
uint32_t policy__read_need(policy__search *s, uint32_t n) {
  const policy__clause *clause = s->clause;
  if (!policy__word_in(clause, n, "need importance responsibility obligation") || n == 0) return 0;
  if (policy__word_is(clause, n - 1, "no")) return 0;
  if (!policy__has_class(clause, n - 1, POLICY__DETERMINER) &&
      !policy__can_be(clause, n - 1, POLICY__CAN_ADJECTIVE))
    return 0;
  bool importance = policy__word_is(clause, n, "importance"),
       duty = policy__word_in(clause, n, "responsibility obligation");
  bool stressed = false;
  uint32_t least = n > 8 ? n - 8 : 0;
  for (uint32_t i = least; i < n; i++)
    stressed |= policy__word_in(
        clause, i,
        "there emphasises emphasizes stress stresses stressing stressed emphasize emphasizes emphasizing "
        "emphasise "
        "emphasises emphasising emphasized emphasised underline underlines underlining underlined "
        "underscore underscores underscored recognizing recognising reaffirming reaffirms "
        "identified highlights highlighted noting reiterates");
  if (!stressed) return 0;
  uint32_t at = n + 1, end = policy__stop_behind(clause, at, clause->count);
  while (policy__has_class(clause, at, POLICY__ADVERB)) at++;
  policy__frame frame = {.pattern = POLICY__PATTERN_NEED,
                         .modality = duty ? POLICY__OBLIGATION : POLICY__ADVICE,
                         .deontic = {n, n + 1}};
  if (duty && policy__word_is(clause, at, "of")) {
    uint32_t to = policy__infinitive_behind(clause, at, end);
    if (to >= end) return 0;
    frame.subject = (policy__range){at + 1, to};
    policy__keep_predicates(s, frame, to + 1, end);
    return policy__largest(to + 1, s->floor);
  }
  if (!importance && policy__word_is(clause, at, "to")) {
    read_seer(s, n, &frame);
    policy__keep_predicates(s, frame, at + 1, end);
    return policy__largest(at + 1, s->floor);
  }
  if (policy__word_in(clause, at, "for of") && (importance || policy__word_is(clause, at, "for"))) {
    uint32_t to = policy__infinitive_behind(clause, at, end);
    if (to < end && !importance) {
      frame.subject = (policy__range){at + 1, to};
      policy__keep_predicates(s, frame, to + 1, end);
    } else if (importance && policy__can_be(clause, at + 1, POLICY__CAN_GERUND)) {
      frame.aim = (policy__range){at + 1, at + 2};
      frame.object = (policy__range){at + 2, end};
      policy__keep(s, &frame);
    } else if (!importance || is_doing(clause, at + 1, end)) {
      policy__keep_nominal(s, &frame, at + 1, end);
    }
    return policy__largest(at + 1, s->floor);
  }
  return 0;
}

/* Whether the head of a phrase's words, or a word before it, is listed. */
static bool is_of(const policy__clause *clause, policy__range range, const char *nouns) {
  for (uint32_t i = range.begin; i < range.end && !policy__has_class(clause, i, POLICY__PREPOSITION); i++)
    if (policy__word_in(clause, i, nouns)) return true;
  return false;
}

/* "a duty to pay |applies to landlords", "the duty to publish |is imposed on the Board": a duty, at `n`, whose
   bearer stands behind what it is. */
uint32_t policy__read_duty(policy__search *s, uint32_t n) {
  enum { LONGEST = 40 };
  const policy__clause *clause = s->clause;
  if (!policy__word_in(clause, n, "duty obligation requirement responsibility") || n == 0) return 0;
  if (!policy__has_class(clause, n - 1, POLICY__DETERMINER) || !policy__word_is(clause, n + 1, "to")) return 0;
  uint32_t end = policy__stop_behind(clause, n, clause->count), most = end < n + LONGEST ? end : n + LONGEST;
  for (uint32_t i = n + 3; i + 2 < most; i++) {
    uint32_t to = i + 1 + policy__word_in(clause, i, "is are");
    bool bears = policy__word_in(clause, to - 1, "applies apply falls rests lies imposed placed conferred");
    if (!bears || !policy__word_in(clause, to, "to on upon with")) continue;
    policy__frame frame = {.pattern = POLICY__PATTERN_NEED,
                           .modality = POLICY__OBLIGATION,
                           .deontic = {n, n + 1},
                           .subject = {to + 1, end}};
    policy__keep_predicates(s, frame, n + 2, i);
    return end;
  }
  return 0;
}

/* Acting itself, "work", and other things that are required to some end; and not people that are required to do
 * something. */
static const char acting[] = "action actions effort efforts step steps measure measures work";
static const char means[] =
    "reform reforms change changes investment leadership cooperation attention progress resources "
    "funding research";

/* "more funds are needed", "X is essential": from `n`, where "is" stands. */
uint32_t policy__read_needed(policy__search *s, uint32_t n) {
  const policy__clause *clause = s->clause;
  bool negated = false;
  if (!policy__word_in(clause, n, "is are")) return 0;
  uint32_t adjective = policy__behind_adverbs(clause, n + 1, &negated);
  if (!policy__word_in(clause, adjective, "needed necessary essential required vital crucial imperative") ||
      negated)
    return 0;
  if (policy__word_in(clause, adjective + 1, "by in")) return 0;
  policy__frame frame = {.pattern = POLICY__PATTERN_NEED,
                         .modality = POLICY__ADVICE,
                         .deontic = {n, adjective + 1},
                         .aim = {adjective, adjective + 1}};
  policy__subject_read(clause, policy__floor_of(s, n), n, &frame);
  bool what = frame.relative && n > 0 && policy__word_is(clause, n - 1, "what");
  uint32_t end = policy__stop_behind(clause, adjective + 1, clause->count);
  if (what && policy__word_is(clause, adjective + 1, "is")) { /* "what is needed is a treaty" */
    frame.relative = false;
    frame.object = (policy__range){adjective + 2, end};
    frame.subject = (policy__range){0, 0};
    policy__keep(s, &frame);
    return end;
  }
  if (frame.subject.begin == frame.subject.end || frame.relative || frame.subordinate ||
      policy__has_class(clause, frame.subject.begin, POLICY__PRONOUN) || is_of(clause, frame.subject, "whose"))
    return 0;
  bool to = policy__word_is(clause, adjective + 1, "to");
  bool acts = is_of(clause, frame.subject, acting);
  if (to && !policy__word_in(clause, adjective, "needed necessary") && !acts &&
      !is_of(clause, frame.subject, means))
    return 0;
  if (to && acts && policy__is_base_verb(clause, adjective + 2)) { /* "more work is needed |to map ..." */
    frame.aim = frame.subject = (policy__range){0, 0};
    policy__keep_predicates(s, frame, adjective + 2, end);
    return end;
  }
  frame.object = frame.subject;
  frame.subject = (policy__range){0, 0};
  if (adjective + 1 < end) policy__fronted_read(clause, adjective + 1, end, &frame);
  policy__keep(s, &frame);
  return end;
}

/* "we |need a new law", "this |requires thinking about": from the verb, which is the aim. */
uint32_t policy__read_lack(policy__search *s, uint32_t n) {
  const policy__clause *clause = s->clause;
  if (!policy__word_in(clause, n, "need needs require requires") || n == 0) return 0;
  bool require = policy__word_in(clause, n, "require requires");
  bool thing = require ? policy__can_be(clause, n + 1, POLICY__CAN_GERUND)
                       : policy__has_class(clause, n + 1, POLICY__DETERMINER) ||
                             policy__can_be(clause, n + 1, POLICY__CAN_ADJECTIVE);
  uint32_t before = n - (policy__word_is(clause, n, "need") && policy__word_is(clause, n - 1, "will"));
  if (before == 0) return 0;
  bool verb = !policy__has_class(clause, before - 1,
                                 POLICY__DETERMINER | POLICY__PREPOSITION | POLICY__MODAL | POLICY__NEGATION) &&
              !policy__word_is(clause, before - 1, "to") &&
              !policy__can_be(clause, before - 1, POLICY__CAN_ADJECTIVE & ~POLICY__CAN_NOUN);
  if (!thing || !verb) return 0;
  policy__frame frame = {
      .pattern = POLICY__PATTERN_NEED, .modality = POLICY__ADVICE, .deontic = {n, n + 1}, .aim = {n, n + 1}};
  policy__subject_read(clause, policy__floor_of(s, n), before, &frame);
  bool wants = frame.subject.begin < frame.subject.end &&
               (!require || policy__word_in(clause, frame.subject.end - 1, "this it that"));
  if (!wants || frame.relative || frame.subordinate) return 0;
  uint32_t end = policy__clause_end(clause, n);
  policy__predicate_read(clause, n, end, &frame);
  frame.deontic = frame.aim;
  policy__keep(s, &frame);
  return policy__largest(n + 1, s->floor);
}

/* "written guarantees ... would be useful steps": each thing named is a suggestion. */
uint32_t policy__read_evaluation(policy__search *s, uint32_t n) {
  const policy__clause *clause = s->clause;
  bool negated = false;
  if (!policy__word_in(clause, n, "would could might") || !policy__word_is(clause, n + 1, "be")) return 0;
  uint32_t adjective = policy__behind_adverbs(clause, n + 2, &negated);
  if (policy__has_class(clause, adjective, POLICY__DETERMINER))
    adjective = policy__behind_adverbs(clause, adjective + 1, &negated);
  if (!policy__word_in(clause, adjective, useful_adjectives) || negated) return 0;
  policy__frame before = {0};
  policy__subject_read(clause, policy__floor_of(s, n), n, &before);
  uint32_t end = policy__stop_behind(clause, adjective + 1, clause->count);
  if (before.subject.begin == before.subject.end || before.relative || before.subordinate) return end;
  for (uint32_t begin = before.subject.begin, i = begin; i <= before.subject.end && s->status == POLICY_OK;
       i++) {
    bool parts = i == before.subject.end || policy__has_class(clause, i, POLICY__COMMA | POLICY__COORDINATOR);
    if (!parts || begin == i) {
      begin = parts ? i + 1 : begin;
      continue;
    }
    policy__frame frame = {
        .pattern = POLICY__PATTERN_EVALUATION, .modality = POLICY__SUGGESTION, .deontic = {n, adjective + 1}};
    uint32_t to = policy__infinitive_behind(clause, adjective + 1, end);
    if (to > adjective + 1 && to + 1 < end) frame.purposes = (policy__adjuncts){{{to, end}}, 1};
    policy__keep_nominal(s, &frame, begin, i);
    begin = i + 1;
  }
  s->floor = policy__largest(s->floor, end);
  return end;
}
