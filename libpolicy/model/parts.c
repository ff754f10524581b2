/* The parts of a document as values: every accessor that looks one thing up. */
#include <string.h>

#include "model/model.h"

static const policy_string nothing = {"", 0};

/* FIND(item type, list, part): the item that a part stands for, or NULL. */
#define FIND(type, list, part)                                                \
  ((part).document != NULL && (part).id < (part).document->list.count         \
       ? (const type *)POLICY__AT(&(part).document->list, type, (part).id) \
       : NULL)

/* PART(part type, document, list, n): the n-th part, or the null part. */
#define PART(type, owner, list, n) \
  ((owner) != NULL && (n) < (owner)->list.count ? (type){(owner), (n)} : (type){NULL, POLICY_NONE})

#define COUNT(owner, list) ((owner) != NULL ? (uint32_t)(owner)->list.count : 0)

/* The part under an id that may be POLICY_NONE. */
static policy_actor actor_of(const policy_document *document, uint32_t id) {
  return PART(policy_actor, document, actors, id);
}

/* ---- blocks --------------------------------------------------------------------------------------------- */

uint32_t policy_document_block_count(const policy_document *document) {
  return COUNT(document, blocks);
}

policy_block policy_document_block(const policy_document *document, uint32_t n) {
  return PART(policy_block, document, blocks, n);
}

policy_block policy_document_block_at(const policy_document *document, uint32_t byte) {
  size_t low = 0, high = document != NULL ? document->blocks.count : 0; /* the blocks before `low` end at or before it */
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (POLICY__AT(&document->blocks, policy__block_item, middle)->span.end <= byte) low = middle + 1;
    else high = middle;
  }
  bool inside = document != NULL && low < document->blocks.count &&
                POLICY__AT(&document->blocks, policy__block_item, low)->span.begin <= byte;
  return policy_document_block(document, inside ? (uint32_t)low : POLICY_NONE);
}

policy_source policy_document_source(const policy_document *document, policy_span span) {
  policy_source source = {0, 0, {NULL, 0}};
  if (policy_document_slice(document, span).size == 0) return source;
  source.begin = policy_document_source_offset(document, span.begin);
  source.end = policy_document_source_offset(document, span.end - 1) + 1;
  source.block = policy_document_block_at(document, span.begin);
  uint64_t next =
      policy_document_source_offset(document, span.end); /* the last character has more than one byte perhaps */
  bool near = next > source.end && next - source.end < 4;
  if (near) source.end = next;
  return source;
}

/* A string of a token by its number. */
static policy_string pooled(const policy_document *document, uint32_t n) {
  return n < document->strings.count ? *POLICY__AT(&document->strings, policy_string, n) : (policy_string){"", 0};
}

policy_block_kind policy_block_kind_of(policy_block block) {
  const policy__block_item *item = FIND(policy__block_item, blocks, block);
  return item != NULL ? (policy_block_kind)item->kind : POLICY_BLOCK_PARAGRAPH;
}

uint32_t policy_block_level(policy_block block) {
  const policy__block_item *item = FIND(policy__block_item, blocks, block);
  return item != NULL ? item->level : 0;
}

policy_span policy_block_span(policy_block block) {
  const policy__block_item *item = FIND(policy__block_item, blocks, block);
  return item != NULL ? item->span : (policy_span){0, 0};
}

uint32_t policy_block_page(policy_block block) {
  const policy__block_item *item = FIND(policy__block_item, blocks, block);
  return item != NULL ? item->page : 0;
}

policy_box policy_block_box(policy_block block) {
  const policy__block_item *item = FIND(policy__block_item, blocks, block);
  return item != NULL ? item->box : (policy_box){0, 0, 0, 0};
}

policy_string policy_block_place(policy_block block) {
  const policy__block_item *item = FIND(policy__block_item, blocks, block);
  return item != NULL ? item->place : (policy_string){"", 0};
}

policy_string policy_block_language(policy_block block) {
  const policy__block_item *item = FIND(policy__block_item, blocks, block);
  if (item == NULL) return (policy_string){"", 0};
  return item->language > 0 ? pooled(block.document, item->language) : policy_document_language(block.document);
}

policy_block_part policy_block_part_of(policy_block block) {
  const policy__block_item *item = FIND(policy__block_item, blocks, block);
  return item != NULL ? (policy_block_part)item->part : POLICY_BLOCK_PART_NONE;
}

policy_string policy_block_number(policy_block block) {
  const policy__block_item *item = FIND(policy__block_item, blocks, block);
  return item != NULL ? pooled(block.document, item->number) : (policy_string){"", 0};
}

policy_string policy_block_speaker(policy_block block) {
  const policy__block_item *item = FIND(policy__block_item, blocks, block);
  return item != NULL ? pooled(block.document, item->speaker) : (policy_string){"", 0};
}

double policy_block_language_confidence(policy_block block) {
  const policy__block_item *item = FIND(policy__block_item, blocks, block);
  if (item == NULL) return 0;
  return item->language > 0 ? item->confidence / 10000.0 : policy_document_language_confidence(block.document);
}

/* ---- sentences and tokens ------------------------------------------------------------------------------- */

uint32_t policy_document_sentence_count(const policy_document *document) {
  return COUNT(document, sentences);
}

policy_sentence policy_document_sentence(const policy_document *document, uint32_t n) {
  return PART(policy_sentence, document, sentences, n);
}

policy_span policy_sentence_span(policy_sentence sentence) {
  const policy__sentence_item *item = FIND(policy__sentence_item, sentences, sentence);
  return item != NULL ? item->span : (policy_span){0, 0};
}

policy_block policy_sentence_block(policy_sentence sentence) {
  const policy__sentence_item *item = FIND(policy__sentence_item, sentences, sentence);
  return PART(policy_block, item != NULL ? sentence.document : NULL, blocks, item->block);
}

uint32_t policy_document_token_count(const policy_document *document) {
  return COUNT(document, tokens);
}

policy_token policy_document_token(const policy_document *document, uint32_t n) {
  return PART(policy_token, document, tokens, n);
}

uint32_t policy_sentence_token_count(policy_sentence sentence) {
  const policy__sentence_item *item = FIND(policy__sentence_item, sentences, sentence);
  return item != NULL ? item->token_count : 0;
}

policy_token policy_sentence_token(policy_sentence sentence, uint32_t n) {
  const policy__sentence_item *item = FIND(policy__sentence_item, sentences, sentence);
  if (item == NULL || n >= item->token_count) return (policy_token){NULL, POLICY_NONE};
  return (policy_token){sentence.document, item->first_token + n};
}

policy_span policy_token_span(policy_token token) {
  const policy__token_item *item = FIND(policy__token_item, tokens, token);
  return item != NULL ? item->span : (policy_span){0, 0};
}

policy_string policy_token_form(policy_token token) {
  const policy__token_item *item = FIND(policy__token_item, tokens, token);
  if (item == NULL) return nothing;
  return item->form != 0 ? pooled(token.document, item->form)
                         : policy_document_slice(token.document, item->span);
}

bool policy_token_is_joined(policy_token token) {
  const policy__token_item *item = FIND(policy__token_item, tokens, token);
  return item != NULL && item->joined != 0;
}

policy_string policy_token_lemma(policy_token token) {
  const policy__token_item *item = FIND(policy__token_item, tokens, token);
  return item != NULL ? pooled(token.document, item->lemma) : nothing;
}

policy_upos policy_token_upos(policy_token token) {
  const policy__token_item *item = FIND(policy__token_item, tokens, token);
  return item != NULL ? (policy_upos)item->upos : POLICY_UPOS_NONE;
}

policy_string policy_token_xpos(policy_token token) {
  const policy__token_item *item = FIND(policy__token_item, tokens, token);
  return item != NULL ? pooled(token.document, item->xpos) : nothing;
}

policy_string policy_token_features(policy_token token) {
  const policy__token_item *item = FIND(policy__token_item, tokens, token);
  return item != NULL ? pooled(token.document, item->features) : nothing;
}

policy_string policy_token_relation(policy_token token) {
  const policy__token_item *item = FIND(policy__token_item, tokens, token);
  return item != NULL ? pooled(token.document, item->relation) : nothing;
}

policy_token policy_token_head(policy_token token) {
  const policy__token_item *item = FIND(policy__token_item, tokens, token);
  return PART(policy_token, item != NULL ? token.document : NULL, tokens, item->head);
}

/* ---- warnings ------------------------------------------------------------------------------------------- */

uint32_t policy_document_warning_count(const policy_document *document) {
  return COUNT(document, warnings);
}

policy_warning policy_document_warning(const policy_document *document, uint32_t n) {
  return PART(policy_warning, document, warnings, n);
}

policy_string policy_warning_code(policy_warning warning) {
  const policy__warning_item *item = FIND(policy__warning_item, warnings, warning);
  return item != NULL ? item->code : nothing;
}

policy_string policy_warning_message(policy_warning warning) {
  const policy__warning_item *item = FIND(policy__warning_item, warnings, warning);
  return item != NULL ? item->message : nothing;
}

policy_span policy_warning_span(policy_warning warning) {
  const policy__warning_item *item = FIND(policy__warning_item, warnings, warning);
  return item != NULL ? item->span : (policy_span){0, 0};
}

/* ---- actors --------------------------------------------------------------------------------------------- */

uint32_t policy_document_actor_count(const policy_document *document) {
  return COUNT(document, actors);
}

policy_actor policy_document_actor(const policy_document *document, uint32_t n) {
  return actor_of(document, n);
}

policy_string policy_actor_name(policy_actor actor) {
  const policy_actor_record *item = FIND(policy_actor_record, actors, actor);
  return item != NULL ? item->name : nothing;
}

policy_actor_kind policy_actor_kind_of(policy_actor actor) {
  const policy_actor_record *item = FIND(policy_actor_record, actors, actor);
  return item != NULL ? item->kind : POLICY_ACTOR_OTHER;
}

uint32_t policy_actor_code_count(policy_actor actor) {
  const policy_actor_record *item = FIND(policy_actor_record, actors, actor);
  return item != NULL ? item->code_count : 0;
}

policy_string policy_actor_code_scheme(policy_actor actor, uint32_t n) {
  const policy_actor_record *item = FIND(policy_actor_record, actors, actor);
  return item != NULL && n < item->code_count ? item->codes[n].scheme : nothing;
}

policy_string policy_actor_code_value(policy_actor actor, uint32_t n) {
  const policy_actor_record *item = FIND(policy_actor_record, actors, actor);
  return item != NULL && n < item->code_count ? item->codes[n].value : nothing;
}

policy_string policy_actor_code(policy_actor actor, const char *scheme) {
  const policy_actor_record *item = FIND(policy_actor_record, actors, actor);
  for (uint32_t i = 0; item != NULL && scheme != NULL && i < item->code_count; i++)
    if (strcmp(item->codes[i].scheme.data, scheme) == 0) return item->codes[i].value;
  return nothing;
}

uint32_t policy_actor_mention_count(policy_actor actor) {
  const policy_actor_record *item = FIND(policy_actor_record, actors, actor);
  return item != NULL ? item->mention_count : 0;
}

policy_span policy_actor_mention_span(policy_actor actor, uint32_t n) {
  const policy_actor_record *item = FIND(policy_actor_record, actors, actor);
  return item != NULL && n < item->mention_count ? item->mentions[n].span : (policy_span){0, 0};
}

policy_mention_form policy_actor_mention_form(policy_actor actor, uint32_t n) {
  const policy_actor_record *item = FIND(policy_actor_record, actors, actor);
  return item != NULL && n < item->mention_count ? item->mentions[n].form : POLICY_MENTION_NAME;
}

/* ---- components ----------------------------------------------------------------------------------------- */

policy_role policy_component_role(policy_component component) {
  const policy_component_record *item = FIND(policy_component_record, components, component);
  return item != NULL ? item->role : POLICY_ROLE_ATTRIBUTE;
}

policy_span policy_component_span(policy_component component) {
  const policy_component_record *item = FIND(policy_component_record, components, component);
  return item != NULL ? item->span : (policy_span){0, 0};
}

policy_string policy_component_text(policy_component component) {
  const policy_component_record *item = FIND(policy_component_record, components, component);
  if (item == NULL) return nothing;
  return item->text.size > 0 ? item->text : policy_document_slice(component.document, item->span);
}

bool policy_component_is_inferred(policy_component component) {
  const policy_component_record *item = FIND(policy_component_record, components, component);
  return item != NULL && item->inferred;
}

policy_actor policy_component_actor(policy_component component) {
  const policy_component_record *item = FIND(policy_component_record, components, component);
  return actor_of(item != NULL ? component.document : NULL, item != NULL ? item->actor : 0);
}

policy_statement policy_component_statement(policy_component component) {
  const policy_component_record *item = FIND(policy_component_record, components, component);
  return PART(policy_statement, item != NULL ? component.document : NULL, statements, item->statement);
}

/* Properties follow their component directly; the next one that qualifies nothing ends them. */
static policy_component property(policy_component component, uint32_t n, uint32_t *count) {
  *count = 0;
  const policy_document *document = component.document;
  if (FIND(policy_component_record, components, component) != NULL) {
    for (uint32_t i = component.id + 1; i < document->components.count; i++) {
      const policy_component_record *item = POLICY__AT(&document->components, policy_component_record, i);
      if (item->parent == POLICY_NONE) break;
      if (item->parent == component.id && (*count)++ == n) return (policy_component){document, i};
    }
  }
  return (policy_component){NULL, POLICY_NONE};
}

uint32_t policy_component_property_count(policy_component component) {
  uint32_t count;
  (void)property(component, POLICY_NONE, &count);
  return count;
}

policy_component policy_component_property(policy_component component, uint32_t n) {
  uint32_t count;
  return property(component, n, &count);
}

/* The n-th component of a record's `count` from `first` on that qualifies nothing and, unless `role` is
   negative, has the role. With n POLICY_NONE, only `found` is of interest: how many there are. */
static policy_component component_at(const policy_document *document, uint32_t first, uint32_t count, int role,
                                     uint32_t n, uint32_t *found) {
  *found = 0;
  for (uint32_t i = first; i < first + count; i++) {
    const policy_component_record *item = POLICY__AT(&document->components, policy_component_record, i);
    if (item->parent != POLICY_NONE || (role >= 0 && (int)item->role != role)) continue;
    if ((*found)++ == n) return (policy_component){document, i};
  }
  return (policy_component){NULL, POLICY_NONE};
}

/* ---- statements ----------------------------------------------------------------------------------------- */

uint32_t policy_document_statement_count(const policy_document *document) {
  return COUNT(document, statements);
}

policy_statement policy_document_statement(const policy_document *document, uint32_t n) {
  return PART(policy_statement, document, statements, n);
}

policy_statement_type policy_statement_type_of(policy_statement statement) {
  const policy__statement_item *item = FIND(policy__statement_item, statements, statement);
  return item != NULL ? item->record.type : POLICY_STATEMENT_REGULATIVE;
}

policy_span policy_statement_span(policy_statement statement) {
  const policy__statement_item *item = FIND(policy__statement_item, statements, statement);
  return item != NULL ? item->record.span : (policy_span){0, 0};
}

policy_sentence policy_statement_sentence(policy_statement statement) {
  const policy__statement_item *item = FIND(policy__statement_item, statements, statement);
  return PART(policy_sentence, item != NULL ? statement.document : NULL, sentences, item->record.sentence);
}

bool policy_statement_is_negated(policy_statement statement) {
  const policy__statement_item *item = FIND(policy__statement_item, statements, statement);
  return item != NULL && item->record.negated;
}

static policy_component statement_component(policy_statement statement, int role, uint32_t n,
                                            uint32_t *found) {
  const policy__statement_item *item = FIND(policy__statement_item, statements, statement);
  if (item != NULL)
    return component_at(statement.document, item->first, item->record.component_count, role, n, found);
  *found = 0;
  return (policy_component){NULL, POLICY_NONE};
}

uint32_t policy_statement_component_count(policy_statement statement) {
  uint32_t found;
  (void)statement_component(statement, -1, POLICY_NONE, &found);
  return found;
}

policy_component policy_statement_component(policy_statement statement, uint32_t n) {
  uint32_t found;
  return statement_component(statement, -1, n, &found);
}

uint32_t policy_statement_role_count(policy_statement statement, policy_role role) {
  uint32_t found;
  if ((int)role < 0) return 0;
  (void)statement_component(statement, (int)role, POLICY_NONE, &found);
  return found;
}

policy_component policy_statement_role(policy_statement statement, policy_role role, uint32_t n) {
  uint32_t found;
  if ((int)role < 0) return (policy_component){NULL, POLICY_NONE};
  return statement_component(statement, (int)role, n, &found);
}

/* ---- recommendations ------------------------------------------------------------------------------------ */

uint32_t policy_document_recommendation_count(const policy_document *document) {
  return COUNT(document, recommendations);
}

policy_recommendation policy_document_recommendation(const policy_document *document, uint32_t n) {
  return PART(policy_recommendation, document, recommendations, n);
}

/* The record of a recommendation; one with nothing in it for the null one. */
static const policy_recommendation_record *record_of(policy_recommendation recommendation) {
  static const policy_recommendation_record empty = {
      .statement = POLICY_NONE, .speaker = POLICY_NONE, .instrument = {"", 0}, .topic = {"", 0},
      .label = {"", 0},         .deadline = {"", 0},    .status = {"", 0},     .why = {"", 0}};
  const policy__recommendation_item *item =
      FIND(policy__recommendation_item, recommendations, recommendation);
  return item != NULL ? &item->record : &empty;
}

policy_statement policy_recommendation_statement(policy_recommendation recommendation) {
  return PART(policy_statement, recommendation.document, statements, record_of(recommendation)->statement);
}

policy_span policy_recommendation_span(policy_recommendation recommendation) {
  return record_of(recommendation)->span;
}

policy_voice policy_recommendation_voice(policy_recommendation recommendation) {
  return record_of(recommendation)->voice;
}

policy_actor policy_recommendation_speaker(policy_recommendation recommendation) {
  return actor_of(recommendation.document, record_of(recommendation)->speaker);
}

policy_force policy_recommendation_force(policy_recommendation recommendation) {
  return record_of(recommendation)->force;
}

bool policy_recommendation_is_addressee_implicit(policy_recommendation recommendation) {
  return record_of(recommendation)->addressee_implicit;
}

uint32_t policy_recommendation_actor_count(policy_recommendation recommendation, policy_party party) {
  return (unsigned)party < 4 ? record_of(recommendation)->parties[party].count : 0;
}

policy_actor policy_recommendation_actor(policy_recommendation recommendation, policy_party party,
                                         uint32_t n) {
  if (n >= policy_recommendation_actor_count(recommendation, party)) return (policy_actor){NULL, POLICY_NONE};
  return actor_of(recommendation.document, record_of(recommendation)->parties[party].ids[n]);
}

static policy_component recommendation_component(policy_recommendation recommendation, policy_role role,
                                                 uint32_t n, uint32_t *found) {
  const policy__recommendation_item *item =
      FIND(policy__recommendation_item, recommendations, recommendation);
  if (item != NULL)
    return component_at(recommendation.document, item->first, item->record.component_count, (int)role, n, found);
  *found = 0;
  return (policy_component){NULL, POLICY_NONE};
}

uint32_t policy_recommendation_purpose_count(policy_recommendation recommendation) {
  uint32_t found;
  (void)recommendation_component(recommendation, POLICY_ROLE_PURPOSE, POLICY_NONE, &found);
  return found;
}

policy_component policy_recommendation_purpose(policy_recommendation recommendation, uint32_t n) {
  uint32_t found;
  return recommendation_component(recommendation, POLICY_ROLE_PURPOSE, n, &found);
}

uint32_t policy_recommendation_reason_count(policy_recommendation recommendation) {
  uint32_t found;
  (void)recommendation_component(recommendation, POLICY_ROLE_REASON, POLICY_NONE, &found);
  return found;
}

policy_component policy_recommendation_reason(policy_recommendation recommendation, uint32_t n) {
  uint32_t found;
  return recommendation_component(recommendation, POLICY_ROLE_REASON, n, &found);
}

policy_string policy_recommendation_instrument(policy_recommendation recommendation) {
  return record_of(recommendation)->instrument;
}

policy_string policy_recommendation_topic(policy_recommendation recommendation) {
  return record_of(recommendation)->topic;
}

policy_string policy_recommendation_label(policy_recommendation recommendation) {
  return record_of(recommendation)->label;
}

policy_string policy_recommendation_deadline(policy_recommendation recommendation) {
  return record_of(recommendation)->deadline;
}

policy_string policy_recommendation_status(policy_recommendation recommendation) {
  return record_of(recommendation)->status;
}

policy_string policy_recommendation_why(policy_recommendation recommendation) {
  return record_of(recommendation)->why;
}

uint32_t policy_recommendation_specificity(policy_recommendation recommendation) {
  return record_of(recommendation)->specificity;
}

double policy_recommendation_confidence(policy_recommendation recommendation) {
  return record_of(recommendation)->confidence;
}

/* ---- times, citations, events, relations, causal claims ------------------------------------------------------------ */

uint32_t policy_document_time_count(const policy_document *document) {
  return COUNT(document, times);
}

policy_time policy_document_time(const policy_document *document, uint32_t n) {
  return PART(policy_time, document, times, n);
}

policy_time_type policy_time_type_of(policy_time time) {
  const policy_time_record *item = FIND(policy_time_record, times, time);
  return item != NULL ? item->type : POLICY_TIME_DATE;
}

policy_span policy_time_span(policy_time time) {
  const policy_time_record *item = FIND(policy_time_record, times, time);
  return item != NULL ? item->span : (policy_span){0, 0};
}

policy_string policy_time_value(policy_time time) {
  const policy_time_record *item = FIND(policy_time_record, times, time);
  return item != NULL ? item->value : nothing;
}

bool policy_time_is_deadline(policy_time time) {
  const policy_time_record *item = FIND(policy_time_record, times, time);
  return item != NULL && item->deadline;
}

uint32_t policy_document_citation_count(const policy_document *document) {
  return COUNT(document, citations);
}

policy_citation policy_document_citation_at(const policy_document *document, uint32_t n) {
  return PART(policy_citation, document, citations, n);
}

policy_citation_kind policy_citation_kind_of(policy_citation citation) {
  const policy_citation_record *item = FIND(policy_citation_record, citations, citation);
  return item != NULL ? item->kind : POLICY_CITATION_URL;
}

policy_span policy_citation_span(policy_citation citation) {
  const policy_citation_record *item = FIND(policy_citation_record, citations, citation);
  return item != NULL ? item->span : (policy_span){0, 0};
}

policy_string policy_citation_scheme(policy_citation citation) {
  const policy_citation_record *item = FIND(policy_citation_record, citations, citation);
  return item != NULL ? item->scheme : nothing;
}

policy_string policy_citation_value(policy_citation citation) {
  const policy_citation_record *item = FIND(policy_citation_record, citations, citation);
  return item != NULL ? item->value : nothing;
}

uint32_t policy_document_event_count(const policy_document *document) {
  return COUNT(document, events);
}

policy_event policy_document_event(const policy_document *document, uint32_t n) {
  return PART(policy_event, document, events, n);
}

policy_span policy_event_span(policy_event event) {
  const policy_event_record *item = FIND(policy_event_record, events, event);
  return item != NULL ? item->span : (policy_span){0, 0};
}

policy_string policy_event_kind(policy_event event) {
  const policy_event_record *item = FIND(policy_event_record, events, event);
  return item != NULL ? item->kind : nothing;
}

policy_event_status policy_event_status_of(policy_event event) {
  const policy_event_record *item = FIND(policy_event_record, events, event);
  return item != NULL ? item->status : POLICY_EVENT_PAST;
}

policy_string policy_event_date(policy_event event) {
  const policy_event_record *item = FIND(policy_event_record, events, event);
  return item != NULL ? item->date : nothing;
}

uint32_t policy_event_participant_count(policy_event event) {
  const policy_event_record *item = FIND(policy_event_record, events, event);
  return item != NULL ? item->participant_count : 0;
}

policy_actor policy_event_participant(policy_event event, uint32_t n) {
  const policy_event_record *item = FIND(policy_event_record, events, event);
  if (item == NULL || n >= item->participant_count) return (policy_actor){NULL, POLICY_NONE};
  return actor_of(event.document, item->participants[n].actor);
}

policy_string policy_event_participant_role(policy_event event, uint32_t n) {
  const policy_event_record *item = FIND(policy_event_record, events, event);
  return item != NULL && n < item->participant_count ? item->participants[n].role : nothing;
}

uint32_t policy_document_relation_count(const policy_document *document) {
  return COUNT(document, relations);
}

policy_relation policy_document_relation(const policy_document *document, uint32_t n) {
  return PART(policy_relation, document, relations, n);
}

policy_actor policy_relation_from(policy_relation relation) {
  const policy_relation_record *item = FIND(policy_relation_record, relations, relation);
  return actor_of(item != NULL ? relation.document : NULL, item != NULL ? item->from : 0);
}

policy_actor policy_relation_to(policy_relation relation) {
  const policy_relation_record *item = FIND(policy_relation_record, relations, relation);
  return actor_of(item != NULL ? relation.document : NULL, item != NULL ? item->to : 0);
}

policy_string policy_relation_kind(policy_relation relation) {
  const policy_relation_record *item = FIND(policy_relation_record, relations, relation);
  return item != NULL ? item->kind : nothing;
}

policy_sign policy_relation_sign(policy_relation relation) {
  const policy_relation_record *item = FIND(policy_relation_record, relations, relation);
  return item != NULL ? item->sign : POLICY_SIGN_NEUTRAL;
}

policy_span policy_relation_span(policy_relation relation) {
  const policy_relation_record *item = FIND(policy_relation_record, relations, relation);
  return item != NULL ? item->span : (policy_span){0, 0};
}

uint32_t policy_document_causal_count(const policy_document *document) {
  return COUNT(document, causals);
}

policy_causal policy_document_causal(const policy_document *document, uint32_t n) {
  return PART(policy_causal, document, causals, n);
}

policy_span policy_causal_cause(policy_causal causal) {
  const policy_causal_record *item = FIND(policy_causal_record, causals, causal);
  return item != NULL ? item->cause : (policy_span){0, 0};
}

policy_span policy_causal_effect(policy_causal causal) {
  const policy_causal_record *item = FIND(policy_causal_record, causals, causal);
  return item != NULL ? item->effect : (policy_span){0, 0};
}

policy_span policy_causal_marker(policy_causal causal) {
  const policy_causal_record *item = FIND(policy_causal_record, causals, causal);
  return item != NULL ? item->marker : (policy_span){0, 0};
}

policy_sign policy_causal_sign(policy_causal causal) {
  const policy_causal_record *item = FIND(policy_causal_record, causals, causal);
  return item != NULL ? item->sign : POLICY_SIGN_POSITIVE;
}
