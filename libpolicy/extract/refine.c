/* What the tree of a sentence knows better than patterns over its words: where the object of an aim ends, and a
   clause begins that is none of it. */
#include "base/equal.h"
#include "extract/arcs.h"
#include "extract/recommend.h"

enum {
  FAR = 64,
  DEEP = 24,
  LONG = 512
}; /* words behind the aim; arcs; words of a sentence that is looked at */

static bool has_relation(const policy__context *context, uint32_t n, const char *relation) {
  return policy__arc_is(context->sentence, n, relation);
}

static uint32_t head_of(const policy__context *context, uint32_t n) {
  return policy__arc_head(context->sentence, n);
}

/* "steps to ensure ...": a purpose behind a noun that says nothing of its own. */
static bool is_goal(const policy__context *context, uint32_t n) {
  static const char light[] =
      "step steps effort efforts measure measures action actions capacity work reform reforms";
  uint32_t head = head_of(context, n);
  return has_relation(context, n, "acl") && n > 0 && policy__word_is(context->clause, n - 1, "to") &&
         head != POLICY_NONE && policy__word_in(context->clause, head, light);
}

/* A clause behind an object that is no part of it. */
static bool is_apart(const policy__context *context, uint32_t n) {
  policy_upos upos = policy_token_upos(policy_sentence_token(context->sentence, n));
  bool verb = upos == POLICY_UPOS_VERB || upos == POLICY_UPOS_AUX;
  return has_relation(context, n, "advcl") || has_relation(context, n, "parataxis") ||
         (verb && has_relation(context, n, "conj")) || is_goal(context, n);
}

/* A clause that is part of a noun's phrase, with all that hangs on it: "a report |analysing ... and comparing".
 */
static bool is_part(const policy__context *context, uint32_t n) {
  if (has_relation(context, n, "acl:relcl") || has_relation(context, n, "ccomp")) return true;
  policy_upos upos = policy_token_upos(policy_sentence_token(context->sentence, n));
  return upos == POLICY_UPOS_VERB &&
         (has_relation(context, n, "amod") || (has_relation(context, n, "acl") && !is_goal(context, n)));
}

/* The clause behind `top` that a word belongs to, or POLICY_NONE; a clause within a noun's phrase stays in it.
 */
static uint32_t clause_of(const policy__context *context, uint32_t n, uint32_t top) {
  uint32_t found = POLICY_NONE;
  for (uint32_t depth = 0; depth < DEEP && n != POLICY_NONE && n > top; depth++) {
    if (is_part(context, n)) return POLICY_NONE;
    if (found == POLICY_NONE && is_apart(context, n)) found = n;
    n = head_of(context, n);
  }
  return found;
}

/* The noun that is the object of the verb at `aim`, in words [begin, end); POLICY_NONE where it is a clause. */
static uint32_t find_object(const policy__context *context, uint32_t aim, uint32_t begin, uint32_t end) {
  for (uint32_t n = begin; n < end && n < begin + FAR; n++)
    if (head_of(context, n) == aim && has_relation(context, n, "obj"))
      return policy__word_in(context->clause, n, "what how why which whether where who") ? POLICY_NONE : n;
  return POLICY_NONE;
}

/* "into account the needs", "together trusts": what stands before the object itself. */
static bool is_adverbial(const policy__context *context, uint32_t n) {
  policy_upos upos = policy_token_upos(policy_sentence_token(context->sentence, n));
  return upos == POLICY_UPOS_ADP || upos == POLICY_UPOS_ADV;
}

/* Where the words before a noun begin that hang on it. */
static uint32_t phrase_begin(const policy__context *context, uint32_t noun, uint32_t begin) {
  uint32_t at = noun;
  for (; at > begin; at--) {
    uint32_t n = at - 1;
    for (uint32_t depth = 0; depth < DEEP && n != POLICY_NONE && n < noun; depth++) n = head_of(context, n);
    if (n != noun) break;
  }
  return at;
}

/* The word that the parts of a verb's clause hang on: the predicate, where the verb is a copula. */
static uint32_t predicate_of(const policy__context *context, uint32_t verb) {
  bool copula = has_relation(context, verb, "cop") || has_relation(context, verb, "aux") ||
                has_relation(context, verb, "aux:pass");
  uint32_t head = copula ? head_of(context, verb) : POLICY_NONE;
  return head != POLICY_NONE ? head : verb;
}

/* The noun that the tree makes the subject of the verb at `top`, among words before `end`; or POLICY_NONE. */
static uint32_t find_subject(const policy__context *context, uint32_t top, uint32_t end) {
  uint32_t least = end > FAR ? end - FAR : 0;
  for (uint32_t n = end; n > least; n--)
    if (head_of(context, n - 1) == top &&
        (has_relation(context, n - 1, "nsubj") || has_relation(context, n - 1, "nsubj:pass")))
      return n - 1;
  return POLICY_NONE;
}

/* Whether a word belongs to the phrase of a noun before it. */
static bool is_within(const policy__context *context, uint32_t n, uint32_t noun) {
  for (uint32_t depth = 0; depth < DEEP && n != POLICY_NONE && n > noun; depth++) n = head_of(context, n);
  return n == noun;
}

/* Where lines run on without a stop, or a clause in front without a comma, the words before the subject belong
   to what stands in front; and a subject that the words did not show, or cut within ("goods listed |in the
   annex"), is the tree's. */
static void refine_subject(const policy__context *context, policy__frame *frame, uint32_t top) {
  uint32_t end = frame->deontic.begin, noun = find_subject(context, top, end);
  policy__range *subject = frame->passive ? &frame->object : &frame->subject;
  if (noun == POLICY_NONE) return;
  if (subject->begin >= subject->end) {
    bool agent = frame->passive && frame->subject.begin < frame->subject.end;
    if (!agent) *subject = (policy__range){phrase_begin(context, noun, noun > FAR ? noun - FAR : 0), end};
    return;
  }
  if (noun < subject->begin && is_within(context, subject->begin, noun) && is_within(context, end - 1, noun))
    *subject = (policy__range){phrase_begin(context, noun, noun > FAR ? noun - FAR : 0), end};
  if (noun < subject->begin || noun >= subject->end) return;
  uint32_t begin = phrase_begin(context, noun, subject->begin);
  while (begin > subject->begin && policy__has_class(context->clause, begin, POLICY__CAPITAL) &&
         policy__has_class(context->clause, begin - 1, POLICY__CAPITAL))
    begin--; /* no name is cut */
  if (begin > subject->begin) policy__fronted_read(context->clause, subject->begin, begin, frame);
  subject->begin = begin;
}

/* A name right behind a plural opens a clause, where a stop was lost or a pronoun left out: "of the patients
 * |Norway should". */
static void refine_name(const policy__context *context, policy__range *subject) {
  policy_span span = policy__range_span(context->clause, *subject);
  for (uint32_t n = subject->end; n > subject->begin + 1; n--) {
    policy_token before = policy_sentence_token(context->sentence, n - 2);
    if (!policy__has_class(context->clause, n - 1, POLICY__CAPITAL)) return;
    if (!policy__equal_word(policy_token_xpos(before), "NNS") ||
        policy__has_class(context->clause, n - 2, POLICY__CAPITAL))
      continue;
    policy_span name = {context->clause->words[n - 1].span.begin, span.end};
    if (policy__parties_in(context, name).end == name.end) subject->begin = n - 1;
    return;
  }
}

/* Whether the clause of a verb hangs on no other, or is what somebody says or thinks: "paying them when they
 * fail |should end". */
static bool is_main(const policy__context *context, uint32_t verb) {
  static const char *const joints[] = {"cop", "ccomp", "conj", "parataxis", "xcomp"};
  for (uint32_t depth = 0; depth < DEEP && verb != POLICY_NONE; depth++) {
    if (has_relation(context, verb, "root")) return true;
    bool joint = false;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) joint |= has_relation(context, verb, joints[i]);
    if (!joint) return false;
    verb = head_of(context, verb);
  }
  return false;
}

static bool overlaps(policy__range a, policy__range b) {
  return a.begin < b.end && b.begin < a.end;
}

static bool is_taken(const policy__frame *frame, policy__range range) {
  const policy__range parts[] = {frame->subject, frame->deontic, frame->aim, frame->object, frame->indirect};
  const policy__adjuncts *lists[] = {&frame->conditions, &frame->constraints, &frame->purposes,
                                     &frame->reasons};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (overlaps(parts[i], range)) return true;
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    for (uint32_t k = 0; k < lists[i]->count; k++)
      if (overlaps(lists[i]->ranges[k], range)) return true;
  return false;
}

/* The child of `verb` that a word before it belongs to, if it is an adverbial; or POLICY_NONE. */
static uint32_t adverbial_of(const policy__context *context, uint32_t n, uint32_t verb) {
  for (uint32_t depth = 0; depth < DEEP && n != POLICY_NONE && n < verb; depth++) {
    uint32_t head = head_of(context, n);
    if (head == verb)
      return has_relation(context, n, "advcl") || has_relation(context, n, "obl") ? n : POLICY_NONE;
    n = head;
  }
  return POLICY_NONE;
}

/* Reads the adverbials that stand before a verb, by the tree, and that the words did not show; and those of the
   verb on whose "that" its clause hangs: "where agreements are made, we recommend that ...". */
static void refine_fronted(const policy__context *context, policy__frame *frame, uint32_t verb) {
  uint32_t least = verb > 2 * FAR ? verb - 2 * FAR : 0;
  for (uint32_t end = verb; end > least;) {
    uint32_t child = adverbial_of(context, end - 1, verb), begin = end - 1;
    while (child != POLICY_NONE && begin > least && adverbial_of(context, begin - 1, verb) == child) begin--;
    if (child != POLICY_NONE && end - begin > 1 && !is_taken(frame, (policy__range){begin, end}))
      policy__fronted_read(context->clause, begin, end, frame);
    end = begin;
  }
}

/* "The process should be sufficiently long": nobody acts, and what is to be so is what somebody shall see to.
 */
static bool is_quality(const policy__context *context, const policy__frame *frame) {
  if (frame->passive || frame->subject.begin >= frame->subject.end) return false;
  if (!policy__word_is(context->clause, frame->aim.begin, "be") || frame->aim.end != frame->aim.begin + 1)
    return false;
  return policy__parties_in(context, policy__range_span(context->clause, frame->subject)).count == 0 &&
         (frame->subject.end > frame->subject.begin + 1 ||
          !policy__word_in(context->clause, frame->subject.begin,
                           "it there they we he she this that these those"));
}

/* Where the object begins behind those to whom it goes: "send to all tenants |a notice"; the end where there is
 * none. */
static uint32_t behind_recipients(const policy__context *context, policy__range to) {
  const policy__clause *clause = context->clause;
  policy__parties parties = policy__parties_in(context, policy__range_span(clause, to));
  uint32_t n = to.begin;
  while (n < to.end && clause->words[n].span.begin < parties.end) n++;
  while (n > to.begin && n < to.end && policy__has_class(clause, n, POLICY__COMMA)) n++;
  for (uint32_t i = n; i + 1 < to.end && policy__has_class(clause, n, POLICY__PREPOSITION);
       i++) /* "to the head of X, |a notice" */
    if (policy__has_class(clause, i, POLICY__COMMA) && policy__word_in(clause, i + 1, "a an the")) n = i + 1;
  return n == to.begin || policy__has_class(clause, n, POLICY__PREPOSITION | POLICY__COORDINATOR) ? to.end : n;
}

/* "notify the tenants |of the works": who is told is no object, and what they are told is. */
static void refine_told(const policy__context *context, policy__frame *frame) {
  const policy__clause *clause = context->clause;
  if (frame->passive || frame->indirect.begin < frame->indirect.end) return;
  if (!policy__word_in(clause, frame->aim.begin, "notify inform advise remind assure warn tell")) return;
  policy__range *object = &frame->object;
  uint32_t n = object->begin;
  policy__parties parties = policy__parties_in(context, policy__range_span(clause, *object));
  while (n < object->end && clause->words[n].span.begin < parties.end) n++;
  while (n < object->end && !policy__word_in(clause, n, "of about that how whether why where when what")) n++;
  if (n == object->begin || n + 1 >= object->end) return;
  frame->indirect = (policy__range){object->begin, n};
  object->begin = n + policy__word_in(clause, n, "of about");
}

/* "include in the report |the costs": the object behind an adverbial that stands right behind the verb. */
static void refine_late(const policy__context *context, policy__frame *frame, uint32_t top) {
  policy__adjuncts *constraints = &frame->constraints;
  if (frame->passive || frame->object.begin < frame->object.end || frame->indirect.begin < frame->indirect.end)
    return;
  for (uint32_t i = 0; i < constraints->count; i++) {
    policy__range *range = &constraints->ranges[i];
    if (range->begin != frame->aim.end) continue;
    uint32_t noun = find_object(context, top, range->begin + 1, range->end);
    uint32_t begin = noun != POLICY_NONE ? phrase_begin(context, noun, range->begin) : range->begin;
    if (begin <= range->begin + 1) return;
    frame->object = (policy__range){begin, range->end};
    range->end = begin;
    return;
  }
}

/* "shall be chosen |by a majority of votes": what none who could act stands behind "by" for is a means. */
static void refine_agent(const policy__context *context, policy__frame *frame) {
  policy__range *agent = &frame->subject;
  policy__adjuncts *constraints = &frame->constraints;
  if (!frame->passive || agent->begin >= agent->end || agent->begin <= frame->aim.begin) return;
  if (!policy__word_is(context->clause, agent->begin - 1, "by") || policy__is_somebody(context, *agent)) return;
  if (constraints->count == POLICY__MOST_ADJUNCTS) return;
  constraints->ranges[constraints->count++] = (policy__range){agent->begin - 1, agent->end};
  agent->begin = agent->end;
}

/* "shall be provided |staff support": who is given something stands as the subject, what is given behind. */
static void refine_given(const policy__context *context, policy__frame *frame, uint32_t top) {
  if (!frame->passive || frame->object.begin >= frame->object.end) return;
  if (frame->indirect.begin < frame->indirect.end || frame->object.begin > frame->aim.begin) return;
  uint32_t noun = find_object(context, top, frame->aim.end, frame->whole.end);
  if (noun == POLICY_NONE) return;
  uint32_t begin = phrase_begin(context, noun, frame->aim.end), end = noun + 1;
  while (end < frame->whole.end && is_within(context, end, noun)) end++;
  if (is_taken(frame, (policy__range){begin, end})) return;
  frame->indirect = frame->object;
  frame->object = (policy__range){begin, end};
}

static void refine_recipient(const policy__context *context, policy__frame *frame) {
  policy__range *to = &frame->indirect;
  if (frame->object.begin < frame->object.end || to->begin >= to->end || frame->passive) return;
  uint32_t begin = behind_recipients(context, *to);
  if (begin < to->end) frame->object = (policy__range){begin, to->end};
  to->end = begin;
}

static void refine_place(policy__frame *frame) {
  policy__adjuncts *constraints = &frame->constraints;
  if (constraints->count < POLICY__MOST_ADJUNCTS) constraints->ranges[constraints->count++] = frame->object;
  frame->object = (policy__range){0, 0};
}

static void add_purpose(policy__frame *frame, policy__range range) {
  policy__adjuncts *purposes = &frame->purposes;
  if (range.begin >= range.end || purposes->count == POLICY__MOST_ADJUNCTS) return;
  for (uint32_t i = 0; i < purposes->count; i++)
    if (purposes->ranges[i].begin < range.end && range.begin < purposes->ranges[i].end) return;
  purposes->ranges[purposes->count++] = range;
}

void policy__frame_refine(const policy__context *context, policy__frame *frame) {
  const policy__clause *clause = context->clause;
  uint32_t top = frame->aim.begin < frame->aim.end && clause->count < LONG
                     ? policy__arc_top(context->sentence, frame->aim)
                     : POLICY_NONE;
  if (top == POLICY_NONE || policy_token_relation(policy_sentence_token(context->sentence, top)).size == 0)
    return;
  policy__range *object = &frame->object;
  bool inverted = frame->subject.begin >= frame->deontic.end; /* "should the talks fail, ..." */
  if (frame->subordinate && !inverted && is_main(context, top)) frame->subordinate = false;
  if (frame->pattern <= POLICY__PATTERN_SEMIMODAL) refine_subject(context, frame, predicate_of(context, top));
  refine_name(context, frame->passive ? object : &frame->subject);
  refine_fronted(context, frame, top);
  if (has_relation(context, top, "ccomp") && head_of(context, top) < top)
    refine_fronted(context, frame, head_of(context, top));
  bool exists =
      frame->subject.begin < frame->subject.end && policy__word_is(clause, frame->subject.end - 1, "there");
  if (exists) frame->subject.begin = frame->subject.end; /* "there must be a minimum": nobody is named */
  bool placed = object->begin < object->end &&
                policy__has_class(clause, object->begin, POLICY__PREPOSITION); /* "must be in two parts" */
  if (is_quality(context, frame) && placed)
    refine_place(frame);
  else if (is_quality(context, frame))
    *object = frame->subject;
  refine_agent(context, frame);
  refine_given(context, frame, top);
  refine_recipient(context, frame);
  refine_late(context, frame, top);
  refine_told(context, frame);
  uint32_t noun = frame->passive ? POLICY_NONE : find_object(context, top, object->begin, object->end);
  if (noun == POLICY_NONE) return;
  if (is_adverbial(context, object->begin)) object->begin = phrase_begin(context, noun, object->begin);
  for (uint32_t n = noun + 1; n < object->end && n < noun + FAR; n++) {
    uint32_t apart = clause_of(context, n, noun);
    if (apart == POLICY_NONE || apart >= object->end) continue;
    if (policy__word_is(context->clause, n, "to")) add_purpose(frame, (policy__range){n, object->end});
    object->end = n;
  }
}
