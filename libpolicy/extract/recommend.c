/* Statements from frames, and which of them are recommendations. */
#include "extract/recommend.h"

#include "data/gazetteer.h"
#include "extract/terms.h"

#include <string.h>

#include "base/status.h"

/* ---- parties -------------------------------------------------------------------------------------------- */

static void add_party(policy__parties *parties, uint32_t actor) {
  for (uint32_t i = 0; i < parties->count; i++)
    if (parties->ids[i] == actor) return;
  if (parties->count < POLICY__MOST_PARTIES) parties->ids[parties->count++] = actor;
}

/* Whether nothing but commas, "and", "or" and articles lies between two places of the text. */
static bool is_coordinated(const policy__context *context, uint32_t begin, uint32_t end) {
  const policy__clause *clause = context->clause;
  for (uint32_t i = 0; i < clause->count; i++) {
    policy_span span = clause->words[i].span;
    if (span.begin < begin || span.begin >= end) continue;
    if (!policy__has_class(clause, i, POLICY__COMMA | POLICY__COORDINATOR) &&
        !policy__word_in(clause, i, "the its their all any to"))
      return false;
  }
  return true;
}

/* "Norway|'s Ministry": whose something is that is named right behind, and does not act itself. */
static bool is_owner(const policy__context *context, const policy__mention *owner, policy_span span) {
  if (owner->span.end + 5 > span.end) return false;
  const char *text = policy_document_text(context->document).data + owner->span.end;
  uint32_t size = memcmp(text, "'s ", 3) == 0 ? 3 : memcmp(text, "\xE2\x80\x99s ", 5) == 0 ? 5 : 0;
  policy_span behind = {owner->span.end + size, span.end};
  size_t at = 0;
  const policy__mention *next = size > 0 && behind.begin < behind.end ? policy__mentions_next(context->mentions, behind, &at) : NULL;
  return next != NULL && next->span.begin == behind.begin;
}

policy__parties policy__parties_in(const policy__context *context, policy_span span) {
  policy__parties parties = {.count = 0};
  size_t at = 0;
  uint32_t end = 0;
  for (const policy__mention *m; (m = policy__mentions_next(context->mentions, span, &at)) != NULL;) {
    if (parties.count > 0 && !is_coordinated(context, end, m->span.begin)) break;
    if (parties.count == 0 && is_owner(context, m, span)) continue;
    add_party(&parties, m->actor);
    end = m->span.end;
    if (parties.count == POLICY__MOST_PARTIES) break;
  }
  parties.end = end;
  return parties;
}

/* Every actor named in words. */
static void add_all(const policy__context *context, policy__range range, policy__parties *parties) {
  size_t at = 0;
  policy_span span = policy__range_span(context->clause, range);
  for (const policy__mention *m; (m = policy__mentions_next(context->mentions, span, &at)) != NULL;)
    add_party(parties, m->actor);
}

/* Who acts together with the addressee: named behind "with" in an adjunct of doing something jointly. */
static policy__parties partners_of(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  policy__parties parties = {.count = 0};
  for (uint32_t i = 0; i < frame->constraints.count; i++) {
    policy__range range = frame->constraints.ranges[i];
    for (uint32_t n = range.begin; n < range.end; n++) {
      if (!policy__word_in(clause, n, "with alongside")) continue;
      add_all(context, (policy__range){n + 1, range.end}, &parties);
      break;
    }
  }
  return parties;
}

/* Whom it is meant to affect: named behind "against", or "on" behind words of pressing, or as the object of a
   verb of pressing. */
static policy__parties targets_of(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  policy__parties parties = {.count = 0};
  for (uint32_t n = frame->aim.begin; n < frame->whole.end; n++) {
    bool against = policy__word_is(clause, n, "against");
    bool pressing =
        policy__word_in(clause, n,
                        "pressure press sanctions embargo restrictions deter condemn contain isolate "
                        "punish compel persuade assuage constrain");
    if (pressing && policy__word_in(clause, n + 1, "on upon")) n++;
    if (!against && !pressing) continue;
    uint32_t end = n + 1;
    while (end < frame->whole.end && end < n + 12 &&
           !policy__has_class(clause, end, POLICY__COMMA | POLICY__STOP | POLICY__SUBORDINATOR) &&
           !policy__word_in(clause, end, "to by through over"))
      end++;
    add_all(context, (policy__range){n + 1, end}, &parties);
  }
  return parties;
}

/* ---- components ----------------------------------------------------------------------------------------- */

/* Without a joint at the end, and a reference in brackets: "as necessary (paragraph 4.30)". */
static policy__range trimmed(const policy__clause *clause, policy__range range) {
  while (range.end > range.begin && policy__has_class(clause, range.end - 1, POLICY__COORDINATOR)) range.end--;
  uint32_t n = range.end;
  while (n > range.begin && policy__has_class(clause, n - 1, POLICY__INSIDE | POLICY__BRACKET)) n--;
  bool refers = policy__word_in(clause, n + 1, "paragraph paragraphs para paras section sections see recommendation page pages");
  return n > range.begin && n < range.end && refers ? (policy__range){range.begin, n} : range;
}

/* Pushes one component unless its words are empty. */
static policy_status add_component(policy__context *context, policy_role role, policy__range range) {
  range = trimmed(context->clause, range);
  policy_span span = policy__range_span(context->clause, range);
  if (span.begin >= span.end) return POLICY_OK;
  policy_status status;
  policy_component_record *record = policy__array_push(&context->components, &status);
  if (record == NULL) return status;
  policy__parties parties = policy__parties_in(context, span);
  *record = (policy_component_record)POLICY_COMPONENT_RECORD_INIT;
  record->role = role;
  record->span = span;
  record->actor = parties.count == 1 ? parties.ids[0] : POLICY_NONE;
  return POLICY_OK;
}

static policy_status add_adjuncts(policy__context *context, policy_role role,
                                  const policy__adjuncts *adjuncts) {
  policy_status status = POLICY_OK;
  for (uint32_t i = 0; status == POLICY_OK && i < adjuncts->count; i++)
    status = add_component(context, role, adjuncts->ranges[i]);
  return status;
}

/* The deontic of a list item stands in its lead-in. */
static policy_status add_deontic(policy__context *context, policy_role role, const policy__frame *frame) {
  if (frame->deontic.begin < frame->deontic.end) return add_component(context, role, frame->deontic);
  if (!context->listed || context->lead_place.begin >= context->lead_place.end) return POLICY_OK;
  policy_status status;
  policy_component_record *record = policy__array_push(&context->components, &status);
  if (record == NULL) return status;
  *record = (policy_component_record)POLICY_COMPONENT_RECORD_INIT;
  record->role = role;
  record->span = context->lead_place;
  return POLICY_OK;
}

/* Who acts, when the words do not say: the actor, marked as inferred. */
static policy_status add_inferred(policy__context *context, const policy__parties *parties) {
  for (uint32_t i = 0; i < parties->count; i++) {
    policy_status status;
    policy_component_record *record = policy__array_push(&context->components, &status);
    if (record == NULL) return status;
    *record = (policy_component_record)POLICY_COMPONENT_RECORD_INIT;
    record->text = policy_actor_name(policy_document_actor(context->document, parties->ids[i]));
    record->inferred = true;
    record->actor = parties->ids[i];
  }
  return POLICY_OK;
}

static policy_status collect(policy__context *context, const policy__frame *frame,
                             const policy__parties *inferred) {
  bool c = frame->constitutive;
  context->components.count = 0;
  policy_status status = POLICY_OK;
  if (!c) status = add_component(context, POLICY_ROLE_ATTRIBUTE, frame->subject);
  if (!c && status == POLICY_OK && frame->subject.begin == frame->subject.end)
    status = add_inferred(context, inferred);
  if (!c && status == POLICY_OK) status = add_deontic(context, POLICY_ROLE_DEONTIC, frame);
  if (!c && status == POLICY_OK) status = add_component(context, POLICY_ROLE_AIM, frame->aim);
  if (!c && status == POLICY_OK) status = add_component(context, POLICY_ROLE_DIRECT_OBJECT, frame->object);
  if (!c && status == POLICY_OK) status = add_component(context, POLICY_ROLE_INDIRECT_OBJECT, frame->indirect);
  if (status == POLICY_OK) status = add_adjuncts(context, POLICY_ROLE_ACTIVATION_CONDITION, &frame->conditions);
  if (status == POLICY_OK)
    status = add_adjuncts(context, POLICY_ROLE_EXECUTION_CONSTRAINT, &frame->constraints);
  if (c && status == POLICY_OK)
    status = add_component(context, POLICY_ROLE_ENTITY, frame->passive ? frame->object : frame->subject);
  if (c && status == POLICY_OK) status = add_deontic(context, POLICY_ROLE_MODAL, frame);
  if (c && status == POLICY_OK) status = add_component(context, POLICY_ROLE_FUNCTION, frame->aim);
  if (c && status == POLICY_OK)
    status = add_component(context, POLICY_ROLE_PROPERTY, frame->passive ? frame->subject : frame->object);
  return status;
}

/* ---- judgement ------------------------------------------------------------------------------------------ */

/* What can be done to a thing for advice with "can" and "could" in the passive: "ties can be leveraged to". */
static const char usable[] = "leveraged used utilised utilized employed harnessed deployed mobilised mobilized "
                             "strengthened improved expanded "
                             "extended addressed reduced curtailed enhanced achieved";

static bool is_we(const policy__context *context, const policy__frame *frame) {
  return frame->subject.end == frame->subject.begin + 1 &&
         policy__word_in(context->clause, frame->subject.begin, "we");
}

/* "could" and "can" suggest only what we could do, or a means that can be used. */
static bool is_suggestion(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  if (frame->pattern != POLICY__PATTERN_MODAL) return true;
  if (frame->deontic.end >= frame->deontic.begin + 3) return !policy__word_is(clause, frame->deontic.begin, "would"); /* "may wish to" */
  if (frame->negated) return false;
  if (policy__word_in(clause, frame->deontic.begin, "could might") && policy__word_in(clause, frame->aim.begin, "consider explore"))
    return true;
  if (frame->passive) return policy__word_in(clause, frame->aim.begin, usable);
  return policy__word_is(clause, frame->deontic.begin, "could") && is_we(context, frame) &&
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
  if (frame->negated && policy__word_is(clause, rest.begin, "able")) return false; /* "should not be able to": a ban */
  return !frame->passive && policy__word_is(clause, frame->aim.begin, "be") &&
         policy__word_in(clause, rest.begin, "clear able noted possible obvious apparent aware easy difficult hard enough burdensome");
}

/* "it is important to note that ...": a turn of speech. */
static bool is_said(const policy__context *context, const policy__frame *frame) {
  return frame->pattern == POLICY__PATTERN_ADJECTIVE &&
         policy__word_in(context->clause, frame->aim.begin, "note mention remember recall reflect emphasise emphasize stress point say "
                                                            "understand observe recognise recognize acknowledge add ask");
}

/* "the point needs more thought": a want, but nobody's who acts. */
static bool is_want(const policy__context *context, const policy__frame *frame) {
  if (frame->pattern != POLICY__PATTERN_NEED || frame->deontic.begin != frame->aim.begin) return false;
  if (!policy__word_in(context->clause, frame->aim.begin, "need needs")) return false;
  bool someone = policy__word_in(context->clause, frame->subject.begin, "they you") || is_we(context, frame);
  return !someone && policy__parties_in(context, policy__range_span(context->clause, frame->subject)).count == 0;
}

/* "people have to pay": how things are, unless a state or body is meant, or "we" are. */
static bool is_plight(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  if (frame->pattern != POLICY__PATTERN_SEMIMODAL) return false;
  if (policy__words_are(clause, frame->deontic.begin, "would need") > 0) return true;
  if (frame->passive || frame->deontic.end != frame->deontic.begin + 2 || !policy__word_in(clause, frame->deontic.begin, "have has")) return false;
  policy__parties who = policy__parties_in(context, policy__range_span(clause, frame->subject));
  for (uint32_t i = 0; i < who.count; i++)
    if (policy_actor_kind_of(policy_document_actor(context->document, who.ids[i])) != POLICY_ACTOR_GROUP) return false;
  return !is_we(context, frame);
}

/* "I have to", "they are required to", "it had to": what is or was so, and no advice. */
static bool is_described(const policy__context *context, const policy__frame *frame) {
  const policy__clause *clause = context->clause;
  if (frame->pattern != POLICY__PATTERN_SEMIMODAL) return false;
  bool finite = policy__word_in(clause, frame->deontic.begin, "is are");
  for (uint32_t i = frame->deontic.begin + 1; finite && i < frame->deontic.end; i++)
    if (policy__word_in(clause, i, "required obliged expected prohibited forbidden barred banned prevented permitted allowed")) return true;
  return frame->subject.end == frame->subject.begin + 1 && policy__word_in(clause, frame->subject.begin, "i");
}

static bool is_recommendation(const policy__context *context, const policy__frame *frame) {
  if (frame->perfect || frame->subordinate || frame->constitutive || context->question) return false;
  if (is_described(context, frame)) return false;
  switch (frame->modality) {
  case POLICY__OBLIGATION:
  case POLICY__ADVICE:
    return !is_epistemic(context, frame) && !is_said(context, frame) && !is_plight(context, frame) &&
           !is_want(context, frame) && is_urged(context, frame);
  case POLICY__SUGGESTION: return is_suggestion(context, frame);
  case POLICY__PERMISSION:
  case POLICY__FUTURE: return false;
  }
  return false;
}

/* Whether words that name no known actor may name somebody all the same: by a pronoun, or a noun for people or bodies. */
static bool is_animate(const policy__clause *clause, policy__range range) {
  const unsigned people = POLICY__CLASS_GROUP | POLICY__CLASS_AGENT | POLICY__CLASS_HEAD | POLICY__CLASS_ROLE_WORD;
  for (uint32_t n = range.begin; n < range.end; n++) {
    char folded[32];
    policy_string word = policy__word_at(clause, n);
    size_t size = policy__terms_fold(word, folded, sizeof folded);
    uint16_t id = size <= sizeof folded ? policy__terms_lookup(folded, size) : 0;
    if (policy__gazetteer_words[id].classes & people) return true;
    if (policy__word_in(clause, n, "we i you who there those everyone anyone")) return true;
    if (policy__has_class(clause, n, POLICY__PREPOSITION | POLICY__RELATIVE)) break;
  }
  return false;
}

/* Statements about texts and words, which bind nobody: "This Regulation shall enter into force". */
static bool is_constitutive(const policy__context *context, const policy__frame *frame,
                            const policy__parties *actors) {
  const policy__clause *clause = context->clause;
  policy__range who = frame->passive ? frame->object : frame->subject;
  if (frame->modality != POLICY__OBLIGATION && frame->modality != POLICY__PERMISSION) return false;
  bool by_somebody = frame->passive && frame->subject.begin < frame->subject.end; /* "may be called by the chair" */
  if (by_somebody || (policy__word_is(clause, frame->aim.begin, "enter") && !policy__words_are(clause, frame->aim.end, "into force")))
    return false;
  if (policy__word_in(clause, frame->aim.begin,
                      "mean deemed construed known called cited regarded apply enter consist comprise include "
                      "expire come cease"))
    return actors->count == 0 || !policy__word_in(clause, frame->aim.begin, "apply include");
  bool deemed = frame->passive && policy__word_in(clause, frame->aim.end, "as to") &&
                policy__word_in(clause, frame->aim.begin, "treated taken regarded read reckoned");
  if (deemed || (frame->passive && policy__word_in(clause, frame->aim.begin, "ignored disregarded"))) return true;
  if (actors->count > 0 || who.begin == who.end) return false;
  if (policy__word_in(clause, who.begin, "a an any each every no")) return false;
  for (uint32_t i = who.begin; i < who.end; i++) {
    if (policy__word_in(
            clause, i,
            "regulation directive decision annex annexes article articles paragraph paragraphs section "
            "sections subsection treaty act schedule reference references point points provisions term "
            "words amount rate period date"))
      return true;
    if (policy__has_class(clause, i, POLICY__PREPOSITION | POLICY__RELATIVE)) break;
  }
  return false;
}

static policy_force force_of(const policy__context *context, const policy__frame *frame) {
  bool considers = policy__word_in(context->clause, frame->aim.begin, "consider explore");
  if (frame->modality == POLICY__OBLIGATION) return frame->negated ? POLICY_FORCE_MUST_NOT : POLICY_FORCE_MUST;
  if (frame->negated) return POLICY_FORCE_SHOULD_NOT;
  return frame->modality == POLICY__SUGGESTION || considers ? POLICY_FORCE_COULD : POLICY_FORCE_SHOULD;
}

/* ---- voices --------------------------------------------------------------------------------------------- */

/* "it is therefore suggested": nobody but the author speaks. */
static bool is_impersonal(const policy__clause *clause, uint32_t n) {
  while (n > 0 && policy__has_class(clause, n - 1, POLICY__ADVERB)) n--;
  return n > 1 && policy__word_is(clause, n - 1, "is") && policy__word_is(clause, n - 2, "it");
}

uint32_t policy__report_find(const policy__clause *clause) {
  for (uint32_t i = 0; i < clause->count; i++)
    if (policy__has_class(clause, i, POLICY__REPORTING) && !(i > 0 && policy__word_in(clause, i - 1, "the we i be")) &&
        !is_impersonal(clause, i))
      return i;
  return POLICY_NONE;
}

/* The last actor named before the verb of saying, or the one right behind it. */
static uint32_t speaker_beside(const policy__context *context, uint32_t verb) {
  const policy__clause *clause = context->clause;
  policy_span before = {clause->words[0].span.begin, clause->words[verb].span.begin};
  policy_span behind = {clause->words[verb].span.end, clause->words[clause->count - 1].span.end};
  uint32_t speaker = POLICY_NONE;
  size_t at = 0;
  for (const policy__mention *m; (m = policy__mentions_next(context->mentions, before, &at)) != NULL;)
    speaker = m->actor;
  at = 0;
  const policy__mention *next = policy__mentions_next(context->mentions, behind, &at);
  return speaker == POLICY_NONE && next != NULL && next->span.begin <= behind.begin + 8 ? next->actor : speaker;
}

/* Whether a verb of saying stands outside the frame: somebody else speaks, perhaps one who is named. */
static bool is_reported(const policy__context *context, const policy__frame *frame, uint32_t *speaker) {
  uint32_t verb = context->report;
  if (verb == POLICY_NONE || (verb >= frame->whole.begin && verb < frame->whole.end)) return false;
  *speaker = speaker_beside(context, verb);
  return true;
}

/* ---- adding --------------------------------------------------------------------------------------------- */

/* Whom a pronoun means: the last actor of a clause before it in the sentence ("when agencies release code, they shall"), or
   else whom the last recommendation addressed. */
static policy__parties antecedents_of(const policy__context *context, policy_span pronoun) {
  policy__parties parties = {.count = 0};
  policy_span before = {policy_sentence_span(context->sentence).begin, pronoun.begin};
  size_t at = 0;
  for (const policy__mention *m; (m = policy__mentions_next(context->mentions, before, &at)) != NULL;)
    parties = (policy__parties){{m->actor}, 1, m->span.end};
  return parties.count > 0 ? parties : context->last_addressees;
}

/* Who is to act: named, meant by a pronoun, or known from around. */
static policy__parties addressees_of(const policy__context *context, const policy__frame *frame,
                                     bool *implicit) {
  policy_span subject = policy__range_span(context->clause, frame->subject);
  policy__parties named = policy__parties_in(context, subject);
  *implicit = false;
  if (named.count > 0) return named;
  if (frame->subject.begin < frame->subject.end && is_we(context, frame))
    return policy__parties_in(context, policy__range_span(context->clause, frame->guise));
  bool pronoun = frame->subject.end == frame->subject.begin + 1 &&
                 policy__word_in(context->clause, frame->subject.begin, "it they he she these those");
  if (pronoun) return antecedents_of(context, subject);
  if (frame->subject.begin < frame->subject.end && is_animate(context->clause, frame->subject)) return named;
  *implicit = true;
  if (policy__word_in(context->clause, frame->deontic.begin, "decide decides decided") &&
      frame->deontic.begin < frame->deontic.end)
    return context->body; /* who decides acts, and is not named here */
  if (context->listed && context->lead_addressees.count > 0) return context->lead_addressees;
  return context->last_addressees;
}

static policy_id_list list_of(const policy__parties *parties) {
  return (policy_id_list){parties->ids, parties->count};
}

/* A value of a time that is a day, a month or a year, and nothing else. */
static bool is_plain_date(policy_string value) {
  if (value.size != 4 && value.size != 7 && value.size != 10) return false;
  for (size_t i = 0; i < value.size; i++)
    if (i == 4 || i == 7 ? value.data[i] != '-' : value.data[i] < '0' || value.data[i] > '9') return false;
  return true;
}

/* By when it is to be done: the first deadline in the words, or "". */
static policy_string deadline_of(const policy__context *context, policy_span span) {
  uint32_t count = policy_document_time_count(context->document), low = 0, high = count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (policy_time_span(policy_document_time(context->document, middle)).begin < span.begin)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < count; low++) {
    policy_time time = policy_document_time(context->document, low);
    if (policy_time_span(time).begin >= span.end) break;
    if (policy_time_is_deadline(time) && is_plain_date(policy_time_value(time))) return policy_time_value(time);
  }
  return (policy_string){"", 0};
}

static policy_status add_recommendation(policy__context *context, const policy__frame *frame,
                                        uint32_t statement, const policy__parties *addressees, bool implicit) {
  policy__parties partners = partners_of(context, frame), targets = targets_of(context, frame);
  policy_recommendation_record record = {.statement = statement, .speaker = POLICY_NONE};
  const char *why = policy__pattern_name(frame->pattern);
  context->components.count = 0;
  policy_status status = add_adjuncts(context, POLICY_ROLE_PURPOSE, &frame->purposes);
  if (status == POLICY_OK) status = add_adjuncts(context, POLICY_ROLE_REASON, &frame->reasons);
  if (status != POLICY_OK) return policy__fail_plain(context->error, status);
  record.span = policy__range_span(context->clause, frame->whole);
  bool reported = frame->reported || is_reported(context, frame, &record.speaker);
  if (frame->reported) {
    policy__parties speakers = policy__parties_in(context, policy__range_span(context->clause, frame->speaker));
    record.speaker = speakers.count > 0 ? speakers.ids[0] : POLICY_NONE;
  }
  record.voice = reported ? POLICY_VOICE_REPORTED : POLICY_VOICE_AUTHOR;
  record.force = force_of(context, frame);
  record.specificity = policy__specificity_of(context, frame);
  record.addressee_implicit = implicit && addressees->count > 0;
  record.parties[POLICY_PARTY_ADDRESSEE] = list_of(addressees);
  record.parties[POLICY_PARTY_PARTNER] = list_of(&partners);
  record.parties[POLICY_PARTY_TARGET] = list_of(&targets);
  record.components = context->components.items;
  record.component_count = (uint32_t)context->components.count;
  record.status = (policy_string){context->response, strlen(context->response)};
  record.instrument = policy__instrument_of(context, frame);
  record.topic = policy__topic_of(context, frame);
  record.deadline = deadline_of(context, record.span);
  record.label = policy_document_slice(context->document, context->label);
  record.why = (policy_string){why, strlen(why)};
  record.confidence = policy__pattern_confidence(frame->pattern);
  return policy_builder_add_recommendation(context->builder, &record, NULL, context->error);
}

/* "the agency's aim is to help", "sales are to grow": no duty, unless somebody is who acts. */
static bool is_destined(const policy__context *context, const policy__frame *frame) {
  static const char ends[] = "aim aims goal goals objective objectives purpose purposes role roles mission task tasks function "
                             "functions intention intentions plan plans idea challenge challenges point job duty duties";
  if (frame->pattern != POLICY__PATTERN_SEMIMODAL || frame->deontic.end != frame->deontic.begin + 2) return false;
  if (!policy__word_in(context->clause, frame->deontic.begin, "is are") || !policy__word_is(context->clause, frame->deontic.begin + 1, "to"))
    return false;
  if (frame->relative || policy__word_in(context->clause, frame->aim.begin, "treated regarded read construed taken paid")) return true;
  if (frame->passive) return frame->subject.begin == frame->subject.end;
  uint32_t noun = frame->subject.begin;
  for (uint32_t i = noun; i < frame->subject.end && !policy__has_class(context->clause, i, POLICY__PREPOSITION); i++) noun = i;
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
  bool is = policy__word_is(context->clause, frame->aim.begin, "be") || policy__words_are(context->clause, frame->aim.begin, "have effect") > 0;
  return is && frame->modality == POLICY__PERMISSION && !frame->passive && !frame->negated &&
         policy__parties_in(context, policy__range_span(context->clause, frame->subject)).count == 0;
}

/* "as the rule would have", "a body that can license", "if it must be made": a modal that neither binds nor allows anybody here. */
static bool is_aside(const policy__context *context, const policy__frame *frame) {
  if (frame->subordinate) return true;
  if (frame->pattern > POLICY__PATTERN_SEMIMODAL) return false;
  if (frame->pattern == POLICY__PATTERN_MODAL && policy__word_is(context->clause, frame->deontic.begin, "would")) return true;
  if (is_possible(context, frame)) return true;
  return (frame->relative || is_such(context, frame)) && frame->modality != POLICY__OBLIGATION && frame->modality != POLICY__ADVICE;
}

policy_status policy__frame_add(policy__context *context, const policy__frame *given) {
  policy__frame frame = *given;
  bool implicit;
  uint32_t statement;
  policy_span place = policy__range_span(context->clause, frame.whole);
  if (place.begin >= place.end || frame.perfect) return POLICY_OK;
  policy__frame_refine(context, &frame);
  if (is_destined(context, &frame) || is_aside(context, &frame)) return POLICY_OK;
  policy__parties addressees = addressees_of(context, &frame, &implicit);
  policy__parties actors = {.count = 0};
  add_all(context, frame.passive ? frame.object : frame.subject, &actors);
  frame.constitutive = is_constitutive(context, &frame, &actors);
  bool recommends = is_recommendation(context, &frame);
  policy__parties inferred = addressees;
  if (!implicit) inferred.count = 0;
  policy_status status = collect(context, &frame, &inferred);
  if (status != POLICY_OK) return policy__fail_plain(context->error, status);
  policy_statement_record record = {.type = frame.constitutive ? POLICY_STATEMENT_CONSTITUTIVE
                                                               : POLICY_STATEMENT_REGULATIVE,
                                    .span = place,
                                    .sentence = context->sentence.id,
                                    .negated = frame.negated,
                                    .components = context->components.items,
                                    .component_count = (uint32_t)context->components.count};
  status = policy_builder_add_statement(context->builder, &record, &statement, context->error);
  if (status != POLICY_OK || !recommends) return status;
  if (!implicit && addressees.count > 0) context->last_addressees = addressees;
  return add_recommendation(context, &frame, statement, &addressees, implicit);
}
