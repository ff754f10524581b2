/* What a frame amounts to: a recommendation, a rule about texts and words, or a turn of speech. */
#include "base/equal.h"
#include "extract/arcs.h"
#include "extract/lexicon.h"
#include "extract/recommend.h"

/* What can be done to a thing for advice with "can" and "could" in the passive: "ties can be leveraged to". */
static const char usable[] = "leveraged used utilised utilized employed harnessed deployed mobilised mobilized "
                             "strengthened improved expanded "
                             "extended addressed reduced curtailed enhanced achieved";

bool policy__is_we(const policy__context *context, const policy__frame *frame) {
  return frame->subject.end == frame->subject.begin + 1 &&
         policy__word_in(context->clause, frame->subject.begin, "we");
}

/* "could" and "can" suggest only what we could do, or a means that can be used. */
static bool is_suggestion(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  if (frame->pattern != POLICY__PATTERN_MODAL) return true;
  if (frame->deontic.end >= frame->deontic.begin + 3)
    return !policy__word_is(clause, frame->deontic.begin, "would"); /* "may wish to" */
  if (frame->negated) return false;
  if (policy__word_in(clause, frame->deontic.begin, "could might") &&
      policy__word_in(clause, frame->aim.begin, "consider explore"))
    return true;
  if (frame->passive) return policy__word_in(clause, frame->aim.begin, usable);
  return policy__word_is(clause, frame->deontic.begin, "could") && policy__is_we(context, frame) &&
         !policy__word_is(clause, frame->aim.begin, "be");
}

/* Things encourage and demand, too: "This strategy encourages stability". A softer verb of urging counts when
   somebody speaks, or, with nobody before it, the document itself. */
static bool is_urged(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  if (frame->pattern != POLICY__PATTERN_PERFORMATIVE || frame->speaker.begin == frame->speaker.end) return true;
  if (policy__word_in(clause, frame->deontic.begin,
                      "urge urges urged call calls called recommend recommends recommended"))
    return true;
  policy__parties speakers = policy__parties_in(context, policy__range_span(clause, frame->speaker));
  return speakers.count > 0 || policy__word_in(clause, frame->speaker.begin, "we i it he she they");
}

/* "should be clear", "must be said", "should be able to": about knowing or being, not about doing. */
static bool is_epistemic(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  policy__range rest = frame->passive ? frame->aim : frame->object;
  if (policy__word_in(clause, frame->aim.begin,
                      "noted said remembered recalled pointed read stressed seem appear thank congratulate"))
    return true;
  if (frame->negated && policy__word_is(clause, rest.begin, "able"))
    return false; /* "should not be able to": a ban */
  return !frame->passive && policy__word_is(clause, frame->aim.begin, "be") &&
         policy__word_in(
             clause, rest.begin,
             "clear able noted possible obvious apparent aware easy difficult hard enough burdensome");
}

/* Whether an auxiliary or "to" serves the verb: "could |answer", "to |identify". */
static bool is_served(const policy__context *context, uint32_t verb) {
  enum { FARTHEST = 12 };
  for (uint32_t n = verb; n > 0 && verb - n < FARTHEST; n--)
    if (policy__arc_head(context->sentence, n - 1) == verb &&
        (policy__arc_is(context->sentence, n - 1, "aux") || policy__arc_is(context->sentence, n - 1, "mark")))
      return true;
  return false;
}

/* "the method that users |request", "even though we |ask", "could answer and |ask": urged by nobody here. */
static bool is_within_clause(const policy__context *context, const policy__frame *frame) {
  static const char *const relations[] = {"acl", "acl:relcl", "advcl"};
  if (frame->pattern != POLICY__PATTERN_PERFORMATIVE || frame->deontic.begin >= frame->deontic.end)
    return false;
  uint32_t verb = frame->deontic.begin;
  policy_token token = policy_sentence_token(context->sentence, verb);
  if (policy_token_upos(token) != POLICY_UPOS_VERB || verb < 2) return false;
  for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
    if (policy__arc_is(context->sentence, verb, relations[i])) return true;
  return policy__arc_is(context->sentence, verb, "conj") && frame->speaker.begin >= frame->speaker.end &&
         policy__equal_word(policy_token_xpos(token), "VB") &&
         is_served(context, policy__arc_head(context->sentence, verb));
}

/* "I asked them to stop", "she has requested that": what somebody told of himself or others once did. */
static bool is_told(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  return frame->pattern == POLICY__PATTERN_PERFORMATIVE && frame->speaker.end == frame->speaker.begin + 1 &&
         policy__word_in(clause, frame->speaker.begin, "i we he she they you") &&
         policy__word_in(clause, frame->deontic.begin, "asked requested insisted demanded begged");
}

/* "whether they |should report", "how it |should go about it": what is asked is not advised. */
static bool is_wondered(const policy__context *context, const policy__frame *frame) {
  enum { FARTHEST = 24 };
  uint32_t verb = frame->aim.begin, least = verb > FARTHEST ? verb - FARTHEST : 0;
  if (frame->pattern > POLICY__PATTERN_SEMIMODAL || frame->aim.begin >= frame->aim.end) return false;
  uint32_t head = policy__arc_head(context->sentence, verb);
  if (policy__arc_is(context->sentence, verb, "cop") && head != POLICY_NONE) verb = head;
  bool said = policy__arc_is(context->sentence, verb, "ccomp");
  for (uint32_t n = frame->aim.begin; n > least; n--) {
    if (policy__arc_head(context->sentence, n - 1) != verb) continue;
    if (policy__word_in(context->clause, n - 1, "whether how why")) return true;
    if (said && policy__word_in(context->clause, n - 1, "what if")) return true;
  }
  return false;
}

/* "it is important to note that ...": a turn of speech. */
static bool is_said(const policy__context *context, const policy__frame *frame) {
  return frame->pattern == POLICY__PATTERN_ADJECTIVE &&
         policy__word_in(context->clause, frame->aim.begin,
                         "note mention remember recall reflect emphasise emphasize stress point say "
                         "understand observe recognise recognize acknowledge add ask");
}

/* "the point needs more thought": a want, but nobody's who acts. */
static bool is_want(const policy__context *context, const policy__frame *frame) {
  if (frame->pattern != POLICY__PATTERN_NEED || frame->deontic.begin != frame->aim.begin) return false;
  if (!policy__word_in(context->clause, frame->aim.begin, "need needs")) return false;
  bool someone =
      policy__word_in(context->clause, frame->subject.begin, "they you") || policy__is_we(context, frame);
  return !someone &&
         policy__parties_in(context, policy__range_span(context->clause, frame->subject)).count == 0;
}

/* "people have to pay": how things are, unless a state or body is meant, or "we" are. */
static bool is_plight(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  if (frame->pattern != POLICY__PATTERN_SEMIMODAL) return false;
  if (policy__words_are(clause, frame->deontic.begin, "would need") > 0) return true;
  bool afford = policy__word_is(clause, frame->deontic.end - 1, "afford");
  bool have = frame->deontic.end == frame->deontic.begin + 2 &&
              policy__word_in(clause, frame->deontic.begin, "have has");
  if (frame->passive || !(afford || have)) return false;
  policy__parties who = policy__parties_in(context, policy__range_span(clause, frame->subject));
  if (who.count == 0 && policy__word_in(clause, frame->aim.begin, "stop end change cease begin start") &&
      !policy__is_somebody(context, frame->subject))
    return false; /* "that has to stop" */
  for (uint32_t i = 0; i < who.count; i++)
    if (policy_actor_kind_of(policy_document_actor(context->document, who.ids[i])) != POLICY_ACTOR_GROUP)
      return false;
  return !policy__is_we(context, frame);
}

/* "I have to", "they are required to", "it had to": what is or was so, and no advice. */
static bool is_described(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  if (frame->pattern != POLICY__PATTERN_SEMIMODAL) return false;
  bool finite = policy__word_in(clause, frame->deontic.begin, "is are");
  for (uint32_t i = frame->deontic.begin + 1; finite && i < frame->deontic.end; i++)
    if (policy__word_in(
            clause, i,
            "required obliged expected prohibited forbidden barred banned prevented permitted allowed"))
      return true;
  return frame->subject.end == frame->subject.begin + 1 && policy__word_in(clause, frame->subject.begin, "i");
}

/* "it is important for me to explain". */
static bool is_mine(const policy__context *context, const policy__frame *frame) {
  return frame->pattern == POLICY__PATTERN_ADJECTIVE && frame->subject.end == frame->subject.begin + 1 &&
         policy__word_in(context->clause, frame->subject.begin, "me myself");
}

bool policy__is_recommendation(const policy__context *context, const policy__frame *frame) {
  if (frame->perfect || frame->subordinate || frame->constitutive || context->question) return false;
  if (is_described(context, frame) || is_mine(context, frame)) return false;
  switch (frame->modality) {
  case POLICY__OBLIGATION:
  case POLICY__ADVICE:
    return !is_epistemic(context, frame) && !is_said(context, frame) && !is_plight(context, frame) &&
           !is_want(context, frame) && is_urged(context, frame) && !is_told(context, frame) &&
           !is_within_clause(context, frame) && !is_wondered(context, frame);
  case POLICY__SUGGESTION: return is_suggestion(context, frame);
  case POLICY__PERMISSION:
  case POLICY__FUTURE: return false;
  }
  return false;
}

/* "the agency's aim is to help", "sales are to grow": no duty, unless somebody is who acts. */
static bool is_destined(const policy__context *context, const policy__frame *frame) {
  static const char ends[] =
      "aim aims goal goals objective objectives purpose purposes role roles mission task tasks function "
      "functions intention intentions plan plans idea challenge challenges point job duty duties";
  if (frame->pattern != POLICY__PATTERN_SEMIMODAL || frame->deontic.end != frame->deontic.begin + 2)
    return false;
  if (!policy__word_in(context->clause, frame->deontic.begin, "is are") ||
      !policy__word_is(context->clause, frame->deontic.begin + 1, "to"))
    return false;
  if (frame->relative ||
      policy__word_in(context->clause, frame->aim.begin, "treated regarded read construed taken paid"))
    return true;
  if (frame->passive) return frame->subject.begin == frame->subject.end;
  uint32_t noun = frame->subject.begin;
  for (uint32_t i = noun; i < frame->subject.end && !policy__has_class(context->clause, i, POLICY__PREPOSITION);
       i++)
    noun = i;
  return policy__word_in(context->clause, noun, ends) ||
         policy__parties_in(context, policy__range_span(context->clause, frame->subject)).count == 0;
}

/* "on such day as |the Minister may appoint", "such changes to the plan as |may be made". */
static bool is_such(const policy__context *context, const policy__frame *frame) {
  enum { FARTHEST = 8 };
  bool named = frame->subject.begin < frame->subject.end;
  uint32_t at = named ? frame->subject.begin : frame->deontic.begin, least = at > FARTHEST ? at - FARTHEST : 0;
  if (at == 0 || !policy__word_is(context->clause, at - 1, "as")) return false;
  for (uint32_t n = at - 1; n > least; n--)
    if (policy__word_is(context->clause, n - 1, "such")) return true;
  return false;
}

/* "the order may be long", "changes may have effect": what may be, and what nobody is allowed to do. */
static bool is_possible(const policy__context *context, const policy__frame *frame) {
  bool is = policy__word_is(context->clause, frame->aim.begin, "be") ||
            policy__words_are(context->clause, frame->aim.begin, "have effect") > 0;
  return is && frame->modality == POLICY__PERMISSION && !frame->passive && !frame->negated &&
         policy__parties_in(context, policy__range_span(context->clause, frame->subject)).count == 0;
}

/* "as the rule would have", "a body that can license", "if it must be made": a modal that neither binds nor
 * allows anybody here. */
bool policy__is_aside(const policy__context *context, const policy__frame *frame) {
  if (frame->subordinate || is_destined(context, frame)) return true;
  if (frame->pattern > POLICY__PATTERN_SEMIMODAL) return false;
  if (frame->pattern == POLICY__PATTERN_MODAL &&
      policy__word_is(context->clause, frame->deontic.begin, "would"))
    return true;
  if (is_possible(context, frame)) return true;
  return (frame->relative || is_such(context, frame)) && frame->modality != POLICY__OBLIGATION &&
         frame->modality != POLICY__ADVICE;
}
