/* Statements and recommendations from frames. */
#include "extract/recommend.h"

#include <string.h>

#include "base/status.h"

/* ---- components ----------------------------------------------------------------------------------------- */

/* Without a joint at the end, and a reference in brackets: "as necessary (paragraph 4.30)". */
static policy__range trimmed(const policy__clause *clause, policy__range range) {
  while (range.end > range.begin && policy__has_class(clause, range.end - 1, POLICY__COORDINATOR)) range.end--;
  uint32_t n = range.end;
  while (n > range.begin && policy__has_class(clause, n - 1, POLICY__INSIDE | POLICY__BRACKET)) n--;
  bool refers = policy__word_in(
      clause, n + 1, "paragraph paragraphs para paras section sections see recommendation page pages");
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

/* The verb of the aim, with the "be" of its passive or progressive: "shall |be appointed". */
static policy__range aim_of(const policy__context *context, const policy__frame *frame) {
  policy__range aim = frame->aim;
  bool within = aim.begin > frame->deontic.end && aim.begin < aim.end;
  if (within && policy__word_is(context->clause, aim.begin - 1, "be")) aim.begin--;
  return aim;
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
  if (!c && status == POLICY_OK) status = add_component(context, POLICY_ROLE_AIM, aim_of(context, frame));
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
    if (policy__has_class(clause, i, POLICY__REPORTING) &&
        !(i > 0 && policy__word_in(clause, i - 1, "the we i be")) && !is_impersonal(clause, i))
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
  policy__parties partners = policy__partners_of(context, frame), targets = policy__targets_of(context, frame);
  policy__parties beneficiaries = policy__beneficiaries_of(context, frame);
  policy__parties_remove(&beneficiaries, addressees);
  policy__parties_remove(&beneficiaries, &targets);
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
  if (context->turn && !reported) record.speaker = context->speaker;
  reported |= context->turn;
  record.voice = reported ? POLICY_VOICE_REPORTED : POLICY_VOICE_AUTHOR;
  record.force = force_of(context, frame);
  record.specificity = policy__specificity_of(context, frame);
  record.addressee_implicit = implicit && addressees->count > 0;
  record.parties[POLICY_PARTY_ADDRESSEE] = list_of(addressees);
  record.parties[POLICY_PARTY_PARTNER] = list_of(&partners);
  record.parties[POLICY_PARTY_TARGET] = list_of(&targets);
  record.parties[POLICY_PARTY_BENEFICIARY] = list_of(&beneficiaries);
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

policy_status policy__frame_add(policy__context *context, const policy__frame *given) {
  policy__frame frame = *given;
  bool implicit;
  uint32_t statement;
  policy_span place = policy__range_span(context->clause, frame.whole);
  if (place.begin >= place.end || frame.perfect) return POLICY_OK;
  policy__frame_refine(context, &frame);
  if (policy__is_aside(context, &frame)) return POLICY_OK;
  policy__parties addressees = policy__addressees_of(context, &frame, &implicit);
  policy__parties actors = {.count = 0};
  policy__parties_add(context, frame.passive ? frame.object : frame.subject, &actors);
  frame.constitutive = policy__is_constitutive(context, &frame, &actors);
  bool recommends = policy__is_recommendation(context, &frame);
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
