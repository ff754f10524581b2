/* The rules that every document keeps, part by part. */
#include <math.h>
#include <string.h>

#include "base/status.h"
#include "model/model.h"
#include "model/names.h"

#define BROKEN(error, list, n, rule) \
  policy__fail((error), POLICY_ERROR_CORRUPT, 0, "%s[%lu]: %s", (list), (unsigned long)(n), (rule))

/* The first byte of a character, or the end. */
static bool is_place(const policy_document *document, uint32_t byte) {
  return byte == document->text.size ||
         (byte < document->text.size && policy__utf8_is_boundary(document->text.data[byte]));
}

bool policy__is_span(const policy_document *document, policy_span span) {
  return span.begin <= span.end && is_place(document, span.begin) && is_place(document, span.end);
}

static bool is_full_span(const policy_document *document, policy_span span) {
  return span.begin < span.end && policy__is_span(document, span);
}

static bool is_member(policy__enumeration enumeration, int value) {
  return value >= 0 && value < policy__name_count(enumeration);
}

static bool is_optional(uint32_t id, const policy__array *list) {
  return id == POLICY_NONE || id < list->count;
}

/* Far beyond the largest sheet. */
static bool is_length(float value) {
  return value >= -POLICY_LARGEST_PAGE && value <= POLICY_LARGEST_PAGE;
}

/* ---- blocks, sentences, tokens -------------------------------------------------------------------------- */

policy_status policy__check_block(const policy_document *document, uint32_t n, policy_error *error) {
  const policy__block_item *item = POLICY__AT(&document->blocks, policy__block_item, n);
  if (!is_member(POLICY__BLOCK_KIND, (int)item->kind)) return BROKEN(error, "blocks", n, "unknown kind");
  if (!is_full_span(document, item->span)) return BROKEN(error, "blocks", n, "bad span");
  if (n > 0 && POLICY__AT(&document->blocks, policy__block_item, n - 1)->span.end > item->span.begin)
    return BROKEN(error, "blocks", n, "begins before the one before it ends");
  const policy_box *box = &item->box;
  if (!(isfinite(box->left) && isfinite(box->top) && isfinite(box->width) && isfinite(box->height) &&
        box->width >= 0 && box->height >= 0))
    return BROKEN(error, "blocks", n, "bad box");
  if (!is_member(POLICY__BLOCK_PART, (int)item->part)) return BROKEN(error, "blocks", n, "unknown part");
  const size_t strings = document->strings.count;
  if (item->language >= strings || item->number >= strings || item->speaker >= strings)
    return BROKEN(error, "blocks", n, "a string that is not there");
  if (item->confidence > 10000)
    return BROKEN(error, "blocks", n, "language_confidence not from 0 to 1");
  return POLICY_OK;
}

policy_status policy__check_page(const policy_document *document, uint32_t n, policy_error *error) {
  const policy__page_item *item = POLICY__AT(&document->pages, policy__page_item, n);
  bool sized = is_length(item->width) && is_length(item->height) && item->width >= 0 && item->height >= 0;
  return sized ? POLICY_OK : BROKEN(error, "pages", n, "bad size");
}

policy_status policy__check_line(const policy_document *document, uint32_t n, policy_error *error) {
  const policy__line_item *item = POLICY__AT(&document->lines, policy__line_item, n);
  const policy_box *box = &item->box;
  if (!is_full_span(document, item->span)) return BROKEN(error, "lines", n, "bad span");
  if (n > 0 && (item - 1)->span.end > item->span.begin)
    return BROKEN(error, "lines", n, "begins before the one before it ends");
  if (item->page == 0 || item->page > document->pages.count)
    return BROKEN(error, "lines", n, "on no page that there is");
  if (!is_length(box->left) || !is_length(box->top) || !is_length(box->width) || !is_length(box->height) ||
      !is_length(item->size) || box->width < 0 || box->height < 0 || item->size < 0)
    return BROKEN(error, "lines", n, "bad box or size");
  return POLICY_OK;
}

static policy_status check_tokens(const policy_document *document, const policy__sentence_item *sentence,
                                  uint32_t n, policy_error *error) {
  const size_t strings = document->strings.count;
  policy_span before = {sentence->span.begin, sentence->span.begin};
  for (uint32_t i = 0; i < sentence->token_count; i++) {
    const policy__token_item *item =
        POLICY__AT(&document->tokens, policy__token_item, sentence->first_token + i);
    if (!is_full_span(document, item->span) || item->span.end > sentence->span.end)
      return BROKEN(error, "sentences", n, "a token's span is bad or not inside it");
    if (item->span.begin < before.begin || item->span.end < before.end)
      return BROKEN(error, "sentences", n, "tokens out of order");
    if (item->head != POLICY_NONE &&
        (item->head - sentence->first_token >= sentence->token_count || item->head == sentence->first_token + i))
      return BROKEN(error, "sentences", n, "a token's head is not another token of it");
    if (item->form >= strings || item->lemma >= strings || item->xpos >= strings ||
        item->features >= strings || item->relation >= strings)
      return BROKEN(error, "sentences", n, "a token's string is not there");
    if (!is_member(POLICY__UPOS, item->upos)) return BROKEN(error, "sentences", n, "unknown part of speech");
    before = item->span;
  }
  return POLICY_OK;
}

policy_status policy__check_sentence(const policy_document *document, uint32_t n, policy_error *error) {
  const policy__sentence_item *item = POLICY__AT(&document->sentences, policy__sentence_item, n);
  if (!is_full_span(document, item->span)) return BROKEN(error, "sentences", n, "bad span");
  if (n > 0 && POLICY__AT(&document->sentences, policy__sentence_item, n - 1)->span.end > item->span.begin)
    return BROKEN(error, "sentences", n, "begins before the one before it ends");
  if (document->blocks.count > 0) {
    if (item->block >= document->blocks.count) return BROKEN(error, "sentences", n, "lies in no block");
    policy_span block = POLICY__AT(&document->blocks, policy__block_item, item->block)->span;
    if (item->span.begin < block.begin || item->span.end > block.end)
      return BROKEN(error, "sentences", n, "crosses the end of a block");
  }
  if ((uint64_t)item->first_token + item->token_count > document->tokens.count)
    return BROKEN(error, "sentences", n, "has tokens that there are not");
  return check_tokens(document, item, n, error);
}

/* ---- actors --------------------------------------------------------------------------------------------- */

policy_status policy__check_actor(const policy_document *document, uint32_t n, policy_error *error) {
  const policy_actor_record *item = POLICY__AT(&document->actors, policy_actor_record, n);
  if (item->name.size == 0) return BROKEN(error, "actors", n, "no name");
  if (!is_member(POLICY__ACTOR_KIND, (int)item->kind)) return BROKEN(error, "actors", n, "unknown kind");
  for (uint32_t i = 0; i < item->code_count; i++) {
    if (item->codes[i].scheme.size == 0 || item->codes[i].value.size == 0)
      return BROKEN(error, "actors", n, "a code without scheme or value");
    if (i > 0 && strcmp(item->codes[i - 1].scheme.data, item->codes[i].scheme.data) >= 0)
      return BROKEN(error, "actors", n, "codes not in the order of their schemes");
  }
  policy_span before = {0, 0};
  for (uint32_t i = 0; i < item->mention_count; i++) {
    const policy_mention_record *mention = &item->mentions[i];
    if (!is_full_span(document, mention->span)) return BROKEN(error, "actors", n, "a mention's span is bad");
    if (!is_member(POLICY__MENTION_FORM, (int)mention->form))
      return BROKEN(error, "actors", n, "a mention of unknown form");
    if (mention->span.begin < before.begin ||
        (mention->span.begin == before.begin && mention->span.end <= before.end))
      return BROKEN(error, "actors", n, "mentions out of order, or one twice");
    before = mention->span;
  }
  return POLICY_OK;
}

/* ---- components ----------------------------------------------------------------------------------------- */

static bool is_single(policy_role role) {
  return role == POLICY_ROLE_DEONTIC || role == POLICY_ROLE_AIM || role == POLICY_ROLE_MODAL ||
         role == POLICY_ROLE_FUNCTION;
}

static const char *broken_component(const policy_document *document, const policy_component_record *item) {
  if (!policy__is_span(document, item->span)) return "a component's span is bad";
  if (item->span.begin == item->span.end && item->text.size == 0 && item->statement == POLICY_NONE)
    return "a component without span, text or statement";
  if (item->span.begin < item->span.end && item->text.size > 0)
    return "a component with a span and a text of its own";
  if (!is_optional(item->actor, &document->actors)) return "a component names no actor that there is";
  return NULL;
}

/* The rules for the components of one record: `count` from `first` on, of roles `low` to `high`. */
static const char *broken_components(const policy_document *document, uint32_t first, uint32_t count,
                                     policy_role low, policy_role high) {
  uint32_t top = POLICY_NONE; /* the last one that qualifies nothing */
  if (first > document->components.count || count > document->components.count - first)
    return "has components that there are not";
  for (uint32_t i = first; i < first + count; i++) {
    const policy_component_record *item = POLICY__AT(&document->components, policy_component_record, i);
    const char *broken = broken_component(document, item);
    if (broken != NULL) return broken;
    if (item->role < low || item->role > high) return "a component of a role that does not belong here";
    const policy_component_record *last =
        top != POLICY_NONE ? POLICY__AT(&document->components, policy_component_record, top) : NULL;
    if (item->parent != POLICY_NONE) {
      if (last == NULL || item->parent < top || item->parent >= i) return "a property away from what it qualifies";
      if (item->role != last->role) return "a property of another role than what it qualifies";
      continue;
    }
    if (last != NULL && item->role < last->role) return "components not in the order of their roles";
    if (last != NULL && item->role == last->role && is_single(item->role))
      return "two components of a role that has one";
    top = i;
  }
  return NULL;
}

static const char *broken_nesting(const policy_document *document, uint32_t first, uint32_t count,
                                  uint32_t owner) {
  for (uint32_t i = first; i < first + count; i++) {
    uint32_t nested = POLICY__AT(&document->components, policy_component_record, i)->statement;
    if (nested == POLICY_NONE) continue;
    if (nested >= document->statements.count) return "a component nests no statement that there is";
    if (owner != POLICY_NONE && nested <= owner) return "a nested statement before the one that it is nested in";
  }
  return NULL;
}

/* ---- statements and recommendations --------------------------------------------------------------------- */

policy_status policy__check_statement(const policy_document *document, uint32_t n, bool whole,
                                      policy_error *error) {
  const policy__statement_item *item = POLICY__AT(&document->statements, policy__statement_item, n);
  const policy_statement_record *record = &item->record;
  const char *broken = NULL;
  if (!is_member(POLICY__STATEMENT_TYPE, (int)record->type)) broken = "unknown type";
  else if (!is_full_span(document, record->span)) broken = "bad span";
  else if (!is_optional(record->sentence, &document->sentences)) broken = "names no sentence that there is";
  else
    broken = broken_components(document, item->first, record->component_count, POLICY_ROLE_ATTRIBUTE,
                               POLICY_ROLE_PROPERTY);
  if (broken == NULL && whole) broken = broken_nesting(document, item->first, record->component_count, n);
  return broken == NULL ? POLICY_OK : BROKEN(error, "statements", n, broken);
}

static const char *broken_parties(const policy_document *document, const policy_recommendation_record *record) {
  for (int i = 0; i < 4; i++)
    for (uint32_t k = 0; k < record->parties[i].count; k++)
      if (record->parties[i].ids[k] >= document->actors.count) return "names no actor that there is";
  return is_optional(record->speaker, &document->actors) ? NULL : "a speaker that is no actor";
}

policy_status policy__check_recommendation(const policy_document *document, uint32_t n, bool whole,
                                           policy_error *error) {
  const policy__recommendation_item *item =
      POLICY__AT(&document->recommendations, policy__recommendation_item, n);
  const policy_recommendation_record *record = &item->record;
  const char *broken = NULL;
  if (!is_full_span(document, record->span)) broken = "bad span";
  else if (!is_optional(record->statement, &document->statements)) broken = "names no statement that there is";
  else if (!is_member(POLICY__VOICE, (int)record->voice)) broken = "unknown voice";
  else if (!is_member(POLICY__FORCE, (int)record->force)) broken = "unknown force";
  else if (record->specificity > 5) broken = "specificity over 5";
  else if (!(record->confidence >= 0 && record->confidence <= 1)) broken = "confidence not from 0 to 1";
  else broken = broken_parties(document, record);
  if (broken == NULL)
    broken = broken_components(document, item->first, record->component_count, POLICY_ROLE_PURPOSE,
                               POLICY_ROLE_REASON);
  if (broken == NULL && whole)
    broken = broken_nesting(document, item->first, record->component_count, POLICY_NONE);
  return broken == NULL ? POLICY_OK : BROKEN(error, "recommendations", n, broken);
}

/* ---- metadata -------------------------------------------------------------------------------------------- */

policy_status policy__check_contributor(const policy_document *document, uint32_t n, policy_error *error) {
  const policy_contributor_record *item = POLICY__AT(&document->contributors, policy_contributor_record, n);
  if (!is_member(POLICY__CONTRIBUTOR_ROLE, (int)item->role)) return BROKEN(error, "metadata/contributors", n, "unknown role");
  return item->name.size > 0 ? POLICY_OK : BROKEN(error, "metadata/contributors", n, "no name");
}

policy_status policy__check_date(const policy_document *document, uint32_t n, policy_error *error) {
  const policy_date_record *item = POLICY__AT(&document->dates, policy_date_record, n);
  if (!is_member(POLICY__DATE_KIND, (int)item->kind)) return BROKEN(error, "metadata/dates", n, "unknown kind");
  return item->value.size > 0 ? POLICY_OK : BROKEN(error, "metadata/dates", n, "no value");
}

policy_status policy__check_identifier(const policy_document *document, uint32_t n, policy_error *error) {
  const policy_identifier_record *item = POLICY__AT(&document->identifiers, policy_identifier_record, n);
  bool whole = item->scheme.size > 0 && item->value.size > 0;
  return whole ? POLICY_OK : BROKEN(error, "metadata/identifiers", n, "no scheme, or no value");
}

policy_status policy__check_subject(const policy_document *document, uint32_t n, policy_error *error) {
  const policy_subject_record *item = POLICY__AT(&document->subjects, policy_subject_record, n);
  bool told = item->code.size > 0 || item->label.size > 0;
  return told ? POLICY_OK : BROKEN(error, "metadata/subjects", n, "neither code nor label");
}

/* ---- times, events, relations, causal claims ------------------------------------------------------------ */

policy_status policy__check_time(const policy_document *document, uint32_t n, policy_error *error) {
  const policy_time_record *item = POLICY__AT(&document->times, policy_time_record, n);
  if (!is_full_span(document, item->span)) return BROKEN(error, "times", n, "bad span");
  if (!is_member(POLICY__TIME_TYPE, (int)item->type)) return BROKEN(error, "times", n, "unknown type");
  return POLICY_OK;
}

/* In the order of the text, each behind the last. */
policy_status policy__check_citation(const policy_document *document, uint32_t n, policy_error *error) {
  const policy_citation_record *item = POLICY__AT(&document->citations, policy_citation_record, n);
  if (!is_full_span(document, item->span)) return BROKEN(error, "citations", n, "bad span");
  if (n > 0 && item->span.begin < (item - 1)->span.end)
    return BROKEN(error, "citations", n, "begins before the last one ends");
  if (!is_member(POLICY__CITATION_KIND, (int)item->kind)) return BROKEN(error, "citations", n, "unknown kind");
  if ((item->scheme.size == 0) != (item->value.size == 0))
    return BROKEN(error, "citations", n, "a scheme without a value, or a value without a scheme");
  return POLICY_OK;
}

policy_status policy__check_event(const policy_document *document, uint32_t n, policy_error *error) {
  const policy_event_record *item = POLICY__AT(&document->events, policy_event_record, n);
  if (!is_full_span(document, item->span)) return BROKEN(error, "events", n, "bad span");
  if (!is_member(POLICY__EVENT_STATUS, (int)item->status)) return BROKEN(error, "events", n, "unknown status");
  for (uint32_t i = 0; i < item->participant_count; i++)
    if (item->participants[i].actor >= document->actors.count)
      return BROKEN(error, "events", n, "names no actor that there is");
  return POLICY_OK;
}

policy_status policy__check_relation(const policy_document *document, uint32_t n, policy_error *error) {
  const policy_relation_record *item = POLICY__AT(&document->relations, policy_relation_record, n);
  if (!policy__is_span(document, item->span)) return BROKEN(error, "relations", n, "bad span");
  if (item->from >= document->actors.count || item->to >= document->actors.count)
    return BROKEN(error, "relations", n, "names no actor that there is");
  if (!is_member(POLICY__SIGN, (int)item->sign)) return BROKEN(error, "relations", n, "unknown sign");
  if (item->kind.size == 0) return BROKEN(error, "relations", n, "no kind");
  return POLICY_OK;
}

policy_status policy__check_causal(const policy_document *document, uint32_t n, policy_error *error) {
  const policy_causal_record *item = POLICY__AT(&document->causals, policy_causal_record, n);
  if (!is_full_span(document, item->cause) || !is_full_span(document, item->effect) ||
      !policy__is_span(document, item->marker))
    return BROKEN(error, "causal", n, "bad span");
  if (item->sign != POLICY_SIGN_POSITIVE && item->sign != POLICY_SIGN_NEGATIVE)
    return BROKEN(error, "causal", n, "neither positive nor negative");
  return POLICY_OK;
}

policy_status policy__check_warning(const policy_document *document, uint32_t n, policy_error *error) {
  const policy__warning_item *item = POLICY__AT(&document->warnings, policy__warning_item, n);
  return policy__is_span(document, item->span) ? POLICY_OK : BROKEN(error, "warnings", n, "bad span");
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

policy_status policy__check_forward(const policy_document *document, policy_error *error) {
  policy_status status = POLICY_OK;
  for (uint32_t n = 0; status == POLICY_OK && n < document->statements.count; n++)
    status = policy__check_statement(document, n, true, error);
  for (uint32_t n = 0; status == POLICY_OK && n < document->recommendations.count; n++)
    status = policy__check_recommendation(document, n, true, error);
  return status;
}

static policy_status check_text(const policy_document *document, policy_error *error) {
  policy_buffer copy = {.allocator = document->memory.source};
  policy__cleaning cleaning = {0};
  if (memchr(document->text.data, '\r', document->text.size) != NULL)
    return policy__fail(error, POLICY_ERROR_CORRUPT, 0, "text: a line ends with CR");
  policy_status status = policy__utf8_clean(document->text.data, document->text.size, &copy, NULL, &cleaning);
  bool same = status != POLICY_OK || (copy.size == document->text.size &&
                                      (copy.size == 0 || memcmp(copy.data, document->text.data, copy.size) == 0));
  policy_buffer_free(&copy);
  if (status != POLICY_OK) return policy__fail_plain(error, status);
  return same ? POLICY_OK : policy__fail(error, POLICY_ERROR_CORRUPT, 0, "text: not clean UTF-8 in NFC");
}

policy_status policy_document_check(const policy_document *document, policy_error *error) {
  if (document == NULL) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  const struct {
    const policy__array *list;
    policy_status (*check)(const policy_document *, uint32_t, policy_error *);
  } lists[] = {{&document->blocks, policy__check_block},       {&document->sentences, policy__check_sentence},
               {&document->pages, policy__check_page},         {&document->lines, policy__check_line},
               {&document->actors, policy__check_actor},       {&document->times, policy__check_time},
               {&document->events, policy__check_event},       {&document->relations, policy__check_relation},
               {&document->causals, policy__check_causal},     {&document->warnings, policy__check_warning},
               {&document->citations, policy__check_citation}, {&document->contributors, policy__check_contributor},
               {&document->dates, policy__check_date},         {&document->identifiers, policy__check_identifier},
               {&document->subjects, policy__check_subject}};
  policy_status status = check_text(document, error);
  for (size_t i = 0; status == POLICY_OK && i < sizeof lists / sizeof *lists; i++)
    for (uint32_t n = 0; status == POLICY_OK && n < lists[i].list->count; n++)
      status = lists[i].check(document, n, error);
  return status == POLICY_OK ? policy__check_forward(document, error) : status;
}
