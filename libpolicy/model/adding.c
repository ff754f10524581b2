/* Adding parts to a builder. */
#include <math.h>
#include <string.h>

#include "model/builder.h"
#include "model/building.h"

/* ---- what all adding shares ----------------------------------------------------------------------------- */

policy_status policy__settle(const policy_builder *builder, policy_status status, policy_error *error) {
  if (status == POLICY_OK) return status;
  if (status == POLICY_ERROR_NO_MEMORY) return policy__memory_fail(&builder->document->memory, error);
  return policy__fail_plain(error, status);
}

policy_status policy__settle_check(policy_status status, policy_error *error) {
  if (status == POLICY_ERROR_CORRUPT && error != NULL) error->code = POLICY_ERROR_ARGUMENT;
  return status == POLICY_ERROR_CORRUPT ? POLICY_ERROR_ARGUMENT : status;
}

static policy_status clean(policy_builder *builder, policy_string string, policy_string *cleaned) {
  policy__cleaning cleaning = {0};
  builder->scratch.size = 0;
  policy_status status = policy__utf8_clean(string.data, string.size, &builder->scratch, NULL, &cleaning);
  *cleaned = (policy_string){builder->scratch.data, builder->scratch.size};
  return status;
}

policy_status policy__keep_string(policy_builder *builder, policy_string string, policy_string *kept) {
  policy_string cleaned;
  *kept = (policy_string){"", 0};
  if (string.data == NULL || string.size == 0) return POLICY_OK;
  policy_status status = clean(builder, string, &cleaned);
  if (status != POLICY_OK) return status;
  return policy__arena_string(&builder->document->arena, cleaned, kept) ? POLICY_OK : POLICY_ERROR_NO_MEMORY;
}

policy_status policy__keep_pooled(policy_builder *builder, policy_string string, uint32_t *number) {
  policy_document *document = builder->document;
  policy_string cleaned;
  policy_status status = POLICY_OK;
  *number = 0;
  if (string.data == NULL || string.size == 0) return POLICY_OK;
  *number = policy__table_find(&builder->strings, string);
  if (*number != POLICY_NONE) return POLICY_OK;
  if ((status = clean(builder, string, &cleaned)) != POLICY_OK) return status;
  *number = 0;
  if (cleaned.size == 0) return POLICY_OK;
  *number = policy__table_find(&builder->strings, cleaned);
  if (*number != POLICY_NONE) return POLICY_OK;
  if ((status = policy__array_reserve(&document->strings, 1)) != POLICY_OK) return status;
  policy_string kept;
  if (!policy__arena_string(&document->arena, cleaned, &kept)) return POLICY_ERROR_NO_MEMORY;
  *number = (uint32_t)document->strings.count;
  if ((status = policy__table_add(&builder->strings, kept, *number)) != POLICY_OK) return status;
  *(policy_string *)policy__array_push(&document->strings, NULL) = kept;
  return POLICY_OK;
}

policy_status policy__settle_added(policy__array *list, policy_status checked, uint32_t *id, policy_error *error) {
  if (checked != POLICY_OK) list->count--;
  else if (id != NULL) *id = (uint32_t)list->count - 1;
  return policy__settle_check(checked, error);
}

/* In steps of 1/10000, as JSON has it; what is no share stays, and the check refuses it. */
static double round_confidence(double value) {
  return value >= 0 && value <= 1 ? floor(value * 10000 + 0.5) / 10000 : value;
}

static policy_status misused(policy_error *error) {
  return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
}

/* ---- metadata and warnings ------------------------------------------------------------------------------ */

policy_status policy_builder_set(policy_builder *builder, policy_field field, policy_string value,
                                 policy_error *error) {
  if (builder == NULL || (unsigned)field > POLICY_FIELD_REGION || (value.data == NULL && value.size > 0))
    return misused(error);
  policy_document *document = builder->document;
  policy_string kept;
  policy_status status = policy__keep_string(builder, value, &kept);
  if (status == POLICY_OK && field == POLICY_FIELD_ID && kept.size == 0)
    return policy__fail(error, POLICY_ERROR_ARGUMENT, 0, "a document has an id");
  if (status == POLICY_OK && field < POLICY_FIELD_AUTHOR) document->fields[field] = kept;
  if (status == POLICY_OK && field >= POLICY_FIELD_AUTHOR && kept.size > 0) {
    policy_string *item = policy__array_push(&document->lists[field - POLICY_FIELD_AUTHOR], &status);
    if (item != NULL) *item = kept;
  }
  return policy__settle(builder, status, error);
}

void policy_builder_set_source(policy_builder *builder, uint64_t bytes, uint32_t pages) {
  if (builder == NULL) return;
  builder->document->source_size = bytes;
  builder->document->page_count = pages;
}

policy_status policy__keep_warning(policy_builder *builder, const char *code, const char *message,
                                   policy_span span) {
  policy__warning_item item = {.span = span};
  policy_status status = policy__keep_string(builder, (policy_string){code, strlen(code)}, &item.code);
  if (status == POLICY_OK)
    status = policy__keep_string(builder, (policy_string){message, strlen(message)}, &item.message);
  if (status != POLICY_OK) return status;
  policy__warning_item *kept = policy__array_push(&builder->document->warnings, &status);
  if (kept != NULL) *kept = item;
  return status;
}

/* How many warnings the last one of a document stands for, as policy_builder_finish writes it; 0 for others. */
static uint64_t count_in(const char *code, const char *message) {
  uint64_t count = 0;
  if (strcmp(code, POLICY__MORE_WARNINGS) != 0) return 0;
  for (; *message >= '0' && *message <= '9' && count < UINT64_MAX / 20; message++)
    count = count * 10 + (uint64_t)(*message - '0');
  return strcmp(message, POLICY__MORE_WARNINGS_TEXT) == 0 ? count : 0;
}

policy_status policy_builder_add_warning(policy_builder *builder, const char *code, const char *message,
                                         policy_span span, policy_error *error) {
  if (builder == NULL || code == NULL || message == NULL || !policy__is_span(builder->document, span))
    return misused(error);
  uint64_t more = count_in(code, message);
  if (more > 0) {
    builder->warnings_dropped += more;
    return POLICY_OK;
  }
  if (builder->document->warnings.count >= builder->document->limits.warnings) {
    builder->warnings_dropped++;
    return POLICY_OK;
  }
  return policy__settle(builder, policy__keep_warning(builder, code, message, span), error);
}

/* ---- blocks, sentences, tokens -------------------------------------------------------------------------- */

void policy__builder_charset(policy_builder *builder, policy_charset_source source, double confidence) {
  builder->document->charset_source = source;
  builder->document->charset_confidence = round_confidence(confidence);
}

static policy__block_item *block_at(policy_builder *builder, uint32_t block) {
  return POLICY__AT(&builder->document->blocks, policy__block_item, block);
}

policy_status policy__builder_number(policy_builder *builder, uint32_t block, policy_block_part part,
                                     policy_string number) {
  block_at(builder, block)->part = (uint16_t)part;
  return policy__keep_pooled(builder, number, &block_at(builder, block)->number);
}

policy_status policy__builder_speaker(policy_builder *builder, uint32_t block, policy_string speaker) {
  return policy__keep_pooled(builder, speaker, &block_at(builder, block)->speaker);
}

/* In steps of 1/10000; over 10000 for what is no share. */
static uint16_t steps_of(double confidence) {
  return confidence >= 0 && confidence <= 1 ? (uint16_t)(confidence * 10000 + 0.5) : UINT16_MAX;
}

policy_status policy__builder_language(policy_builder *builder, uint32_t block, policy_string language,
                                       double confidence) {
  if (block == POLICY_NONE) {
    builder->document->language_confidence = round_confidence(confidence);
    return policy__keep_string(builder, language, &builder->document->fields[POLICY_FIELD_LANGUAGE]);
  }
  block_at(builder, block)->confidence = steps_of(confidence);
  return policy__keep_pooled(builder, language, &block_at(builder, block)->language);
}

policy_status policy_builder_add_block(policy_builder *builder, const policy_block_record *record, uint32_t *id,
                                       policy_error *error) {
  if (builder == NULL || record == NULL) return misused(error);
  policy_document *document = builder->document;
  policy_status status;
  if (document->blocks.count == 0 && document->sentences.count > 0)
    return policy__fail(error, POLICY_ERROR_ARGUMENT, 0, "blocks[0]: a sentence was added before it");
  policy__block_item *item = policy__array_push(&document->blocks, &status);
  if (item == NULL) return policy__settle(builder, status, error);
  *item = (policy__block_item){.span = record->span, .box = record->box, .level = record->level, .page = record->page,
                               .kind = (int32_t)record->kind, .part = (uint16_t)record->part};
  item->confidence = steps_of(record->language_confidence);
  status = policy__keep_string(builder, record->place, &item->place);
  if (status == POLICY_OK) status = policy__keep_pooled(builder, record->language, &item->language);
  if (status == POLICY_OK) status = policy__keep_pooled(builder, record->number, &item->number);
  if (status == POLICY_OK) status = policy__keep_pooled(builder, record->speaker, &item->speaker);
  if (status != POLICY_OK) {
    document->blocks.count--;
    return policy__settle(builder, status, error);
  }
  status = policy__check_block(document, (uint32_t)document->blocks.count - 1, error);
  return policy__settle_added(&document->blocks, status, id, error);
}

/* In steps of 1/100; what is no length stays, and the check refuses it. */
static float round_length(float value) {
  return value >= -POLICY_LARGEST_PAGE && value <= POLICY_LARGEST_PAGE ? roundf(value * 100) / 100 : value;
}

policy_status policy_builder_add_page(policy_builder *builder, float width, float height, policy_error *error) {
  if (builder == NULL) return misused(error);
  policy_document *document = builder->document;
  policy_status status;
  policy__page_item *item = policy__array_push(&document->pages, &status);
  if (item == NULL) return policy__settle(builder, status, error);
  *item = (policy__page_item){.width = round_length(width), .height = round_length(height)};
  status = policy__check_page(document, (uint32_t)document->pages.count - 1, error);
  return policy__settle_added(&document->pages, status, NULL, error);
}

policy_status policy_builder_add_line(policy_builder *builder, const policy_line_record *record, uint32_t *id,
                                      policy_error *error) {
  if (builder == NULL || record == NULL) return misused(error);
  policy_document *document = builder->document;
  policy_status status;
  policy__line_item *item = policy__array_push(&document->lines, &status);
  if (item == NULL) return policy__settle(builder, status, error);
  const policy_box box = {round_length(record->box.left), round_length(record->box.top),
                          round_length(record->box.width), round_length(record->box.height)};
  *item = (policy__line_item){.span = record->span, .box = box, .size = round_length(record->size),
                              .page = record->page, .bold = record->bold, .italic = record->italic};
  status = policy__check_line(document, (uint32_t)document->lines.count - 1, error);
  return policy__settle_added(&document->lines, status, id, error);
}

/* The block that a sentence lies in. Sentences come in order, so the search goes on from the last one. */
static uint32_t block_of(policy_builder *builder, policy_span span) {
  const policy__array *blocks = &builder->document->blocks;
  while (builder->next_block < blocks->count) {
    const policy__block_item *block = POLICY__AT(blocks, policy__block_item, builder->next_block);
    if (span.begin < block->span.begin) return POLICY_NONE;
    if (span.begin < block->span.end) return builder->next_block;
    builder->next_block++;
  }
  return POLICY_NONE;
}

/* What a record says of a word beyond its place, as the token has it. */
static policy_status keep_analysis(policy_builder *builder, const policy_token_record *record,
                                   policy__token_item *item) {
  unsigned upos = (unsigned)record->upos;
  item->upos = upos < UINT16_MAX ? (uint16_t)upos : UINT16_MAX;
  policy_status status = policy__keep_pooled(builder, record->lemma, &item->lemma);
  if (status == POLICY_OK) status = policy__keep_pooled(builder, record->xpos, &item->xpos);
  if (status == POLICY_OK) status = policy__keep_pooled(builder, record->features, &item->features);
  if (status == POLICY_OK) status = policy__keep_pooled(builder, record->relation, &item->relation);
  return status;
}

static policy_status keep_token(policy_builder *builder, const policy_token_record *record, uint32_t first,
                                policy__token_item *item) {
  uint32_t head = record->head < UINT32_MAX - first ? first + record->head : UINT32_MAX - 1; /* nowhere */
  *item = (policy__token_item){.span = record->span,
                               .head = record->head == POLICY_NONE ? POLICY_NONE : head,
                               .joined = record->joined};
  policy_status status = policy__keep_pooled(builder, record->form, &item->form);
  return status == POLICY_OK ? keep_analysis(builder, record, item) : status;
}

policy_status policy__builder_annotate(policy_builder *builder, uint32_t token, const policy_token_record *record) {
  policy__token_item *item = POLICY__AT(&builder->document->tokens, policy__token_item, token);
  item->head = record->head;
  return keep_analysis(builder, record, item);
}

policy_status policy_builder_add_sentence(policy_builder *builder, policy_span span,
                                          const policy_token_record *tokens, uint32_t token_count, uint32_t *id,
                                          policy_error *error) {
  if (builder == NULL || (tokens == NULL && token_count > 0)) return misused(error);
  policy_document *document = builder->document;
  uint32_t first = (uint32_t)document->tokens.count, next_block = builder->next_block;
  policy_status status = policy__array_reserve(&document->sentences, 1);
  if (status == POLICY_OK) status = policy__array_reserve(&document->tokens, token_count);
  for (uint32_t i = 0; status == POLICY_OK && i < token_count; i++)
    status = keep_token(builder, &tokens[i], first, policy__array_push(&document->tokens, NULL));
  if (status != POLICY_OK) {
    document->tokens.count = first;
    return policy__settle(builder, status, error);
  }
  policy__sentence_item *item = policy__array_push(&document->sentences, NULL);
  *item = (policy__sentence_item){span, block_of(builder, span), first, token_count};
  status = policy__check_sentence(document, (uint32_t)document->sentences.count - 1, error);
  if (status != POLICY_OK) {
    document->tokens.count = first;
    builder->next_block = next_block;
  }
  return policy__settle_added(&document->sentences, status, id, error);
}

/* ---- actors --------------------------------------------------------------------------------------------- */

static policy_status keep_codes(policy_builder *builder, const policy_actor_record *record,
                                policy_actor_record *item) {
  policy_code_record *codes =
      policy__arena_array(&builder->document->arena, record->code_count, sizeof *codes);
  if (codes == NULL) return POLICY_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < record->code_count; i++) {
    policy_status status = policy__keep_string(builder, record->codes[i].scheme, &codes[i].scheme);
    if (status == POLICY_OK) status = policy__keep_string(builder, record->codes[i].value, &codes[i].value);
    if (status != POLICY_OK) return status;
  }
  item->codes = codes;
  return POLICY_OK;
}

/* A copy of `count` objects without pointers in the document's arena. */
static void *keep_items(policy_builder *builder, const void *items, uint32_t count, size_t size) {
  void *kept = policy__arena_array(&builder->document->arena, count, size);
  if (kept != NULL && count > 0) memcpy(kept, items, count * size);
  return kept;
}

static policy_status keep_actor(policy_builder *builder, const policy_actor_record *record,
                                policy_actor_record *item) {
  *item = *record;
  item->mentions = keep_items(builder, record->mentions, record->mention_count, sizeof *record->mentions);
  if (item->mentions == NULL) return POLICY_ERROR_NO_MEMORY;
  policy_status status = policy__keep_string(builder, record->name, &item->name);
  return status == POLICY_OK ? keep_codes(builder, record, item) : status;
}

policy_status policy_builder_add_actor(policy_builder *builder, const policy_actor_record *record, uint32_t *id,
                                       policy_error *error) {
  if (builder == NULL || record == NULL || (record->codes == NULL && record->code_count > 0) ||
      (record->mentions == NULL && record->mention_count > 0))
    return misused(error);
  policy_document *document = builder->document;
  if (record->mention_count > document->limits.mentions)
    return policy__fail(error, POLICY_ERROR_LIMIT, 0, "an actor has more than %lu mentions",
                        (unsigned long)document->limits.mentions);
  policy_actor_record item;
  policy_status status = keep_actor(builder, record, &item);
  policy_actor_record *kept = status == POLICY_OK ? policy__array_push(&document->actors, &status) : NULL;
  if (kept == NULL) return policy__settle(builder, status, error);
  *kept = item;
  status = policy__check_actor(document, (uint32_t)document->actors.count - 1, error);
  return policy__settle_added(&document->actors, status, id, error);
}

/* ---- statements and recommendations --------------------------------------------------------------------- */

/* Appends components to the document's list; their parents become numbers in it. */
static policy_status keep_components(policy_builder *builder, const policy_component_record *components,
                                     uint32_t count, uint32_t *first) {
  policy__array *list = &builder->document->components;
  *first = (uint32_t)list->count;
  policy_status status = policy__array_reserve(list, count);
  for (uint32_t i = 0; status == POLICY_OK && i < count; i++) {
    policy_component_record *item = policy__array_push(list, NULL);
    *item = components[i];
    if (item->parent != POLICY_NONE) item->parent = item->parent < i ? *first + item->parent : UINT32_MAX - 1;
    status = policy__keep_string(builder, components[i].text, &item->text);
  }
  if (status != POLICY_OK) list->count = *first;
  return status;
}

policy_status policy_builder_add_statement(policy_builder *builder, const policy_statement_record *record,
                                           uint32_t *id, policy_error *error) {
  if (builder == NULL || record == NULL || (record->components == NULL && record->component_count > 0))
    return misused(error);
  policy_document *document = builder->document;
  uint32_t first;
  policy_status status = policy__array_reserve(&document->statements, 1);
  if (status == POLICY_OK)
    status = keep_components(builder, record->components, record->component_count, &first);
  if (status != POLICY_OK) return policy__settle(builder, status, error);
  policy__statement_item *item = policy__array_push(&document->statements, NULL);
  *item = (policy__statement_item){*record, first};
  item->record.components = NULL;
  status = policy__check_statement(document, (uint32_t)document->statements.count - 1, false, error);
  if (status != POLICY_OK) document->components.count = first;
  return policy__settle_added(&document->statements, status, id, error);
}

static policy_status keep_parties(policy_builder *builder, const policy_recommendation_record *record,
                                  policy_recommendation_record *item) {
  for (int i = 0; i < 4; i++) {
    const policy_id_list *list = &record->parties[i];
    if (list->ids == NULL && list->count > 0) return POLICY_ERROR_ARGUMENT;
    item->parties[i].ids = keep_items(builder, list->ids, list->count, sizeof *list->ids);
    if (item->parties[i].ids == NULL) return POLICY_ERROR_NO_MEMORY;
  }
  return POLICY_OK;
}

static policy_status keep_recommendation(policy_builder *builder, const policy_recommendation_record *record,
                                         policy_recommendation_record *item) {
  *item = *record;
  item->components = NULL;
  item->confidence = round_confidence(record->confidence);
  policy_status status = keep_parties(builder, record, item);
  const policy_string *from[] = {&record->instrument, &record->topic,  &record->label,
                                 &record->deadline,   &record->status, &record->why};
  policy_string *to[] = {&item->instrument, &item->topic,  &item->label,
                         &item->deadline,   &item->status, &item->why};
  for (size_t i = 0; status == POLICY_OK && i < sizeof to / sizeof *to; i++)
    status = policy__keep_string(builder, *from[i], to[i]);
  return status;
}

policy_status policy_builder_add_recommendation(policy_builder *builder,
                                                const policy_recommendation_record *record, uint32_t *id,
                                                policy_error *error) {
  if (builder == NULL || record == NULL || (record->components == NULL && record->component_count > 0))
    return misused(error);
  policy_document *document = builder->document;
  policy__recommendation_item item;
  policy_status status = policy__array_reserve(&document->recommendations, 1);
  if (status == POLICY_OK) status = keep_recommendation(builder, record, &item.record);
  if (status == POLICY_OK)
    status = keep_components(builder, record->components, record->component_count, &item.first);
  if (status != POLICY_OK) return policy__settle(builder, status, error);
  *(policy__recommendation_item *)policy__array_push(&document->recommendations, NULL) = item;
  status = policy__check_recommendation(document, (uint32_t)document->recommendations.count - 1, false, error);
  if (status != POLICY_OK) document->components.count = item.first;
  return policy__settle_added(&document->recommendations, status, id, error);
}

policy_status policy__builder_respond(policy_builder *builder, uint32_t recommendation, const char *response,
                                      policy_error *error) {
  policy__recommendation_item *item =
      POLICY__AT(&builder->document->recommendations, policy__recommendation_item, recommendation);
  if (item->record.status.size > 0) return POLICY_OK;
  policy_status status = policy__keep_string(builder, (policy_string){response, strlen(response)}, &item->record.status);
  return policy__settle(builder, status, error);
}

policy_status policy__builder_address(policy_builder *builder, uint32_t recommendation, uint32_t actor, policy_error *error) {
  policy__recommendation_item *item =
      POLICY__AT(&builder->document->recommendations, policy__recommendation_item, recommendation);
  const uint32_t *ids = keep_items(builder, &actor, 1, sizeof actor);
  if (ids == NULL) return policy__settle(builder, POLICY_ERROR_NO_MEMORY, error);
  item->record.parties[POLICY_PARTY_ADDRESSEE] = (policy_id_list){ids, 1};
  item->record.addressee_implicit = true;
  return POLICY_OK;
}

/* ---- times, events, relations, causal claims ------------------------------------------------------------ */

policy_status policy_builder_add_time(policy_builder *builder, const policy_time_record *record, uint32_t *id,
                                      policy_error *error) {
  if (builder == NULL || record == NULL) return misused(error);
  policy_document *document = builder->document;
  policy_string value;
  policy_status status = policy__keep_string(builder, record->value, &value);
  policy_time_record *item = status == POLICY_OK ? policy__array_push(&document->times, &status) : NULL;
  if (item == NULL) return policy__settle(builder, status, error);
  *item = *record;
  item->value = value;
  status = policy__check_time(document, (uint32_t)document->times.count - 1, error);
  return policy__settle_added(&document->times, status, id, error);
}

policy_status policy_builder_add_citation(policy_builder *builder, const policy_citation_record *record, uint32_t *id,
                                          policy_error *error) {
  if (builder == NULL || record == NULL) return misused(error);
  policy_document *document = builder->document;
  policy_citation_record item = *record;
  policy_status status = policy__keep_string(builder, record->scheme, &item.scheme);
  if (status == POLICY_OK) status = policy__keep_string(builder, record->value, &item.value);
  policy_citation_record *kept = status == POLICY_OK ? policy__array_push(&document->citations, &status) : NULL;
  if (kept == NULL) return policy__settle(builder, status, error);
  *kept = item;
  status = policy__check_citation(document, (uint32_t)document->citations.count - 1, error);
  return policy__settle_added(&document->citations, status, id, error);
}

static policy_status keep_event(policy_builder *builder, const policy_event_record *record,
                                policy_event_record *item) {
  *item = *record;
  policy_participant_record *participants =
      keep_items(builder, record->participants, record->participant_count, sizeof *participants);
  if (participants == NULL) return POLICY_ERROR_NO_MEMORY;
  item->participants = participants;
  policy_status status = policy__keep_string(builder, record->kind, &item->kind);
  if (status == POLICY_OK) status = policy__keep_string(builder, record->date, &item->date);
  for (uint32_t i = 0; status == POLICY_OK && i < record->participant_count; i++)
    status = policy__keep_string(builder, record->participants[i].role, &participants[i].role);
  return status;
}

policy_status policy_builder_add_event(policy_builder *builder, const policy_event_record *record, uint32_t *id,
                                       policy_error *error) {
  if (builder == NULL || record == NULL || (record->participants == NULL && record->participant_count > 0))
    return misused(error);
  policy_document *document = builder->document;
  policy_event_record item;
  policy_status status = keep_event(builder, record, &item);
  policy_event_record *kept = status == POLICY_OK ? policy__array_push(&document->events, &status) : NULL;
  if (kept == NULL) return policy__settle(builder, status, error);
  *kept = item;
  status = policy__check_event(document, (uint32_t)document->events.count - 1, error);
  return policy__settle_added(&document->events, status, id, error);
}

policy_status policy_builder_add_relation(policy_builder *builder, const policy_relation_record *record,
                                          uint32_t *id, policy_error *error) {
  if (builder == NULL || record == NULL) return misused(error);
  policy_document *document = builder->document;
  policy_string kind;
  policy_status status = policy__keep_string(builder, record->kind, &kind);
  policy_relation_record *item =
      status == POLICY_OK ? policy__array_push(&document->relations, &status) : NULL;
  if (item == NULL) return policy__settle(builder, status, error);
  *item = *record;
  item->kind = kind;
  status = policy__check_relation(document, (uint32_t)document->relations.count - 1, error);
  return policy__settle_added(&document->relations, status, id, error);
}

policy_status policy_builder_add_causal(policy_builder *builder, const policy_causal_record *record,
                                        uint32_t *id, policy_error *error) {
  if (builder == NULL || record == NULL) return misused(error);
  policy_document *document = builder->document;
  policy_status status;
  policy_causal_record *item = policy__array_push(&document->causals, &status);
  if (item == NULL) return policy__settle(builder, status, error);
  *item = *record;
  status = policy__check_causal(document, (uint32_t)document->causals.count - 1, error);
  return policy__settle_added(&document->causals, status, id, error);
}
