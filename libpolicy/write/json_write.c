/* Writing documents as JSON: one tree for each part, in the order of policy-document. */
#include <policy/igscript.h>
#include <policy/json.h>

#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/equal.h"
#include "model/components.h"
#include "model/pages.h"
#include "text/utf8.h"
#include "write/json.h"

/* Properties of properties below a component of a statement, so that POLICY_LIMIT_DEPTH reads them back. */
enum { NEAR = 256, DEEPEST_PROPERTY = (POLICY_LIMIT_DEPTH - 6) / 2 };

typedef struct output {
  policy__json_sink sink;
  const policy_document *document;
  policy_error *error;
  uint32_t byte, code_point; /* the place counted last */
  bool failed;               /* jansson had no memory for a member */
  policy__array nodes;       /* of struct node: the components of the part at work */
  policy_buffer scratch;
} output;

struct node {
  json_t *value; /* borrowed from the tree */
  uint32_t depth;
};

static bool is_good(const output *out) {
  return !out->failed && out->sink.writer.status == POLICY_OK;
}

/* ---- values --------------------------------------------------------------------------------------------- */

/* Places mostly follow one another, so most are counted on from the last one. */
static json_int_t code_point(output *out, uint32_t byte) {
  policy_string text = policy_document_text(out->document);
  if (byte < out->byte || byte - out->byte > NEAR) {
    out->code_point = policy_document_code_points(out->document, (policy_span){byte, byte}).begin;
  } else {
    for (uint32_t i = out->byte; i < byte; i++) out->code_point += policy__utf8_is_boundary(text.data[i]);
  }
  out->byte = byte;
  return out->code_point;
}

static json_t *string(policy_string value) {
  return json_stringn_nocheck(value.data, value.size);
}

static void append(output *out, json_t *list, json_t *value) {
  if (json_array_append_new(list, value) != 0) out->failed = true;
}

static void set(output *out, json_t *object, const char *key, json_t *value) {
  if (json_object_set_new_nocheck(object, key, value) != 0) out->failed = true;
}

static void set_string(output *out, json_t *object, const char *key, policy_string value) {
  if (value.size > 0) set(out, object, key, string(value));
}

static void set_number(output *out, json_t *object, const char *key, uint64_t value) {
  if (value > 0) set(out, object, key, json_integer((json_int_t)value));
}

static json_t *span_value(output *out, policy_span span) {
  json_t *list = json_array();
  append(out, list, json_integer(code_point(out, span.begin)));
  append(out, list, json_integer(code_point(out, span.end)));
  return list;
}

static void set_span(output *out, json_t *object, const char *key, policy_span span) {
  if (span.begin < span.end) set(out, object, key, span_value(out, span));
}

static json_t *id_value(char prefix, uint32_t n) {
  char id[16];
  (void)snprintf(id, sizeof id, "%c%llu", prefix, n + 1ull);
  return json_string_nocheck(id);
}

static void set_id(output *out, json_t *object, const char *key, char prefix, uint32_t n) {
  if (n != POLICY_NONE) set(out, object, key, id_value(prefix, n));
}

/* The id of a part that may be null. */
#define SET_PART(out, object, key, prefix, part) \
  set_id((out), (object), (key), (prefix), (part).document != NULL ? (part).id : POLICY_NONE)

static void set_word(output *out, json_t *object, const char *key, policy__enumeration enumeration, int value) {
  set(out, object, key, json_string_nocheck(policy__name(enumeration, value)));
}

/* The double that prints as shortly as the float can be told by. */
static double shortest(float value) {
  char digits[32];
  double printed = (double)value;
  for (int n = FLT_DIG; n <= FLT_DECIMAL_DIG; n++) {
    (void)snprintf(digits, sizeof digits, "%.*g", n, (double)value);
    printed = strtod(digits, NULL);
    if (printed >= -(double)FLT_MAX && printed <= (double)FLT_MAX && (float)printed == value) return printed;
  }
  return (double)value;
}

/* ---- the head ------------------------------------------------------------------------------------------- */

static void put_text(output *out, const char *text) {
  policy__json_put(&out->sink, text, strlen(text));
}

/* The key of a member of the document, and what parts it from the one before. */
static void put_key(output *out, const char *key) {
  put_text(out, ",\"");
  put_text(out, key);
  put_text(out, "\":");
}

static void put_string(output *out, const char *key, policy_string value) {
  if (value.size == 0) return;
  put_key(out, key);
  policy__json_put_value(&out->sink, string(value));
}

static json_t *source(output *out) {
  const policy_document *document = out->document;
  json_t *object = json_object();
  uint64_t bytes = policy_document_source_size(document);
  set_string(out, object, "name", policy_document_source_name(document));
  set_string(out, object, "media_type", policy_document_media_type(document));
  set_string(out, object, "charset", policy_document_charset(document));
  if (policy_document_charset_source(document) != POLICY_CHARSET_UNKNOWN)
    set_word(out, object, "charset_source", POLICY__CHARSET_SOURCE, (int)policy_document_charset_source(document));
  double confidence = policy_document_charset_confidence(document);
  if (confidence > 0) set(out, object, "charset_confidence", json_real(confidence));
  set_number(out, object, "bytes", bytes < INT64_MAX ? bytes : INT64_MAX);
  set_number(out, object, "pages", policy_document_page_count(document));
  return object;
}

/* A list of strings, each in an object under `key` unless that is NULL. */
static void set_strings(output *out, json_t *object, const char *name, uint32_t count, const char *key,
                        policy_string (*at)(const policy_document *, uint32_t)) {
  if (count == 0) return;
  json_t *list = json_array();
  for (uint32_t i = 0; i < count; i++) {
    json_t *item = string(at(out->document, i));
    if (key != NULL) {
      json_t *holder = json_object();
      set(out, holder, key, item);
      item = holder;
    }
    append(out, list, item);
  }
  set(out, object, name, list);
}

/* The tree of JSON that the document keeps as text; NULL on failure. */
static json_t *kept_object(output *out, const char *name, policy_string text, uint32_t depth) {
  policy_error why = {.code = POLICY_OK};
  json_t *value = policy__json_load(text.data, text.size, depth, UINT64_MAX, &why);
  if (json_is_object(value)) return value;
  policy_status status = value == NULL && why.code != POLICY_ERROR_FORMAT ? why.code : POLICY_ERROR_CORRUPT;
  json_decref(value);
  out->sink.writer.status =
      policy__fail(out->error, status, 0, "%s: %s", name,
                   status == POLICY_ERROR_CORRUPT ? "not a JSON object" : policy_status_message(status));
  return NULL;
}

/* Writes an object that is kept as text behind its key. */
static void put_kept(output *out, const char *name, const char *key, policy_string text, uint32_t depth) {
  if (text.size == 0 || !is_good(out)) return;
  json_t *value = kept_object(out, name, text, depth);
  if (value == NULL) return;
  out->scratch.size = 0;
  policy_status status = policy__json_canonical(value, false, &out->scratch);
  json_decref(value);
  if (status != POLICY_OK) {
    out->sink.writer.status = status;
    return;
  }
  put_text(out, key);
  policy__json_put(&out->sink, out->scratch.data, out->scratch.size);
}

static void set_language(output *out, json_t *object, policy_string tag, double confidence) {
  set_string(out, object, "language", tag);
  if (confidence > 0) set(out, object, "language_confidence", json_real(confidence));
}

static json_t *contributor(output *out, uint32_t n) {
  json_t *object = json_object();
  set_word(out, object, "role", POLICY__CONTRIBUTOR_ROLE, (int)policy_document_contributor_role(out->document, n));
  set_string(out, object, "name", policy_document_contributor_name(out->document, n));
  set_string(out, object, "affiliation", policy_document_contributor_affiliation(out->document, n));
  return object;
}

static json_t *date(output *out, uint32_t n) {
  json_t *object = json_object();
  set_word(out, object, "kind", POLICY__DATE_KIND, (int)policy_document_date_kind(out->document, n));
  set_string(out, object, "value", policy_document_date_value(out->document, n));
  set_string(out, object, "source", policy_document_date_source(out->document, n));
  return object;
}

static json_t *identifier(output *out, uint32_t n) {
  json_t *object = json_object();
  set_string(out, object, "scheme", policy_document_identifier_scheme(out->document, n));
  set_string(out, object, "value", policy_document_identifier_value(out->document, n));
  return object;
}

static json_t *subject(output *out, uint32_t n) {
  json_t *object = json_object();
  set_string(out, object, "scheme", policy_document_subject_scheme(out->document, n));
  set_string(out, object, "code", policy_document_subject_code(out->document, n));
  set_string(out, object, "label", policy_document_subject_label(out->document, n));
  return object;
}

static void set_objects(output *out, json_t *object, const char *name, uint32_t count,
                        json_t *(*make)(output *, uint32_t)) {
  if (count == 0) return;
  json_t *list = json_array();
  for (uint32_t n = 0; n < count && is_good(out); n++) append(out, list, make(out, n));
  set(out, object, name, list);
}

static void set_lists(output *out, json_t *object) {
  const policy_document *document = out->document;
  set_objects(out, object, "contributors", policy_document_contributor_count(document), contributor);
  set_objects(out, object, "dates", policy_document_date_count(document), date);
  set_objects(out, object, "identifiers", policy_document_identifier_count(document), identifier);
  set_objects(out, object, "subjects", policy_document_subject_count(document), subject);
  set_string(out, object, "publisher_type", policy_document_publisher_type(document));
  set_string(out, object, "series", policy_document_series(document));
  set_string(out, object, "licence", policy_document_licence(document));
}

/* The citation goes out as it is kept, behind the tree of the other members. */
static void put_metadata(output *out) {
  const policy_document *document = out->document;
  json_t *object = json_object();
  set_string(out, object, "title", policy_document_title(document));
  set_string(out, object, "subtitle", policy_document_subtitle(document));
  set_strings(out, object, "authors", policy_document_author_count(document), "name", policy_document_author);
  set_string(out, object, "date", policy_document_date(document));
  set_string(out, object, "publisher", policy_document_publisher(document));
  set_language(out, object, policy_document_language(document), policy_document_language_confidence(document));
  set_strings(out, object, "topics", policy_document_topic_count(document), NULL, policy_document_topic);
  set_strings(out, object, "regions", policy_document_region_count(document), NULL, policy_document_region);
  set_string(out, object, "identifier", policy_document_identifier(document));
  set_string(out, object, "url", policy_document_url(document));
  set_string(out, object, "type", policy_document_type(document));
  set_lists(out, object);
  bool first = json_object_size(object) == 0;
  put_key(out, "metadata");
  put_text(out, "{");
  policy__json_put_members(&out->sink, object);
  put_kept(out, "metadata.citation",
           first ? "\"citation\":" : ",\"citation\":", policy_document_citation(document),
           POLICY_LIMIT_DEPTH - 2);
  put_text(out, "}");
}

static void put_head(output *out) {
  put_text(out, "{\"format\":\"policy-document\",\"version\":1");
  put_string(out, "id", policy_document_id(out->document));
  put_key(out, "source");
  policy__json_put_value(&out->sink, source(out));
  put_metadata(out);
  put_key(out, "text");
  policy__json_put_value(&out->sink, string(policy_document_text(out->document)));
}

/* ---- blocks, sentences, tokens -------------------------------------------------------------------------- */

static void set_box(output *out, json_t *object, policy_box box) {
  const float sides[] = {box.left, box.top, box.width, box.height};
  json_t *list = json_array();
  bool any = false;
  for (size_t i = 0; i < 4; i++) {
    append(out, list, json_real(shortest(sides[i])));
    any = any || sides[i] < 0 || sides[i] > 0;
  }
  if (any) set(out, object, "box", list);
  else json_decref(list);
}

static json_t *block(output *out, uint32_t n) {
  policy_block item = policy_document_block(out->document, n);
  json_t *object = json_object();
  set_id(out, object, "id", 'b', n);
  set_word(out, object, "kind", POLICY__BLOCK_KIND, (int)policy_block_kind_of(item));
  set_number(out, object, "level", policy_block_level(item));
  set_span(out, object, "span", policy_block_span(item));
  set_number(out, object, "page", policy_block_page(item));
  set_box(out, object, policy_block_box(item));
  set_string(out, object, "place", policy_block_place(item));
  if (!policy__equal(policy_block_language(item), policy_document_language(out->document)))
    set_language(out, object, policy_block_language(item), policy_block_language_confidence(item));
  if (policy_block_part_of(item) != POLICY_BLOCK_PART_NONE)
    set_word(out, object, "part", POLICY__BLOCK_PART, (int)policy_block_part_of(item));
  set_string(out, object, "number", policy_block_number(item));
  set_string(out, object, "speaker", policy_block_speaker(item));
  return object;
}

static void set_length(output *out, json_t *object, const char *key, float value) {
  if (value > 0) set(out, object, key, json_real(shortest(value)));
}

static json_t *page(output *out, uint32_t n) {
  policy_page item = {out->document, n};
  json_t *object = json_object();
  set_length(out, object, "width", policy_page_width(item));
  set_length(out, object, "height", policy_page_height(item));
  return object;
}

static json_t *line(output *out, uint32_t n) {
  policy_line item = policy_document_line(out->document, n);
  json_t *object = json_object();
  set_span(out, object, "span", policy_line_span(item));
  set_number(out, object, "page", policy_line_page(item));
  set_box(out, object, policy_line_box(item));
  set_length(out, object, "size", policy_line_size(item));
  if (policy_line_is_bold(item)) set(out, object, "bold", json_true());
  if (policy_line_is_italic(item)) set(out, object, "italic", json_true());
  return object;
}

static json_t *sentence(output *out, uint32_t n) {
  return span_value(out, policy_sentence_span(policy_document_sentence(out->document, n)));
}

static json_t *token(output *out, policy_token item, uint32_t first) {
  policy_token head = policy_token_head(item);
  policy_string form = policy_token_form(item);
  json_t *object = json_object();
  set_span(out, object, "span", policy_token_span(item));
  if (!policy__equal(form, policy_document_slice(out->document, policy_token_span(item))))
    set_string(out, object, "form", form);
  set_string(out, object, "lemma", policy_token_lemma(item));
  if (policy_token_upos(item) != POLICY_UPOS_NONE)
    set_word(out, object, "upos", POLICY__UPOS, (int)policy_token_upos(item));
  set_string(out, object, "xpos", policy_token_xpos(item));
  set_string(out, object, "feats", policy_token_features(item));
  if (head.document != NULL) set(out, object, "head", json_integer((json_int_t)(head.id - first)));
  set_string(out, object, "deprel", policy_token_relation(item));
  if (policy_token_is_joined(item)) set(out, object, "joined", json_true());
  return object;
}

static json_t *tokens(output *out, uint32_t n) {
  policy_sentence owner = policy_document_sentence(out->document, n);
  uint32_t count = policy_sentence_token_count(owner), first = policy_sentence_token(owner, 0).id;
  json_t *list = json_array();
  for (uint32_t i = 0; i < count && is_good(out); i++)
    append(out, list, token(out, policy_sentence_token(owner, i), first));
  return list;
}

/* ---- actors --------------------------------------------------------------------------------------------- */

static json_t *mention(output *out, policy_actor owner, uint32_t n) {
  json_t *object = json_object();
  set_span(out, object, "span", policy_actor_mention_span(owner, n));
  set_word(out, object, "form", POLICY__MENTION_FORM, (int)policy_actor_mention_form(owner, n));
  return object;
}

static json_t *actor(output *out, uint32_t n) {
  policy_actor item = policy_document_actor(out->document, n);
  json_t *object = json_object();
  set_id(out, object, "id", 'a', n);
  set_string(out, object, "name", policy_actor_name(item));
  set_word(out, object, "kind", POLICY__ACTOR_KIND, (int)policy_actor_kind_of(item));
  if (policy_actor_code_count(item) > 0) {
    json_t *codes = json_object();
    for (uint32_t i = 0; i < policy_actor_code_count(item); i++)
      set_string(out, codes, policy_actor_code_scheme(item, i).data, policy_actor_code_value(item, i));
    set(out, object, "codes", codes);
  }
  if (policy_actor_mention_count(item) > 0) {
    json_t *mentions = json_array();
    for (uint32_t i = 0; i < policy_actor_mention_count(item); i++)
      append(out, mentions, mention(out, item, i));
    set(out, object, "mentions", mentions);
  }
  return object;
}

/* ---- statements and recommendations --------------------------------------------------------------------- */

static json_t *component(output *out, policy_component item) {
  json_t *object = json_object();
  set_span(out, object, "span", policy_component_span(item));
  set_string(out, object, "text", policy_component_text(item));
  set(out, object, "inferred", json_boolean(policy_component_is_inferred(item)));
  SET_PART(out, object, "actor", 'a', policy_component_actor(item));
  SET_PART(out, object, "statement", 's', policy_component_statement(item));
  return object;
}

static bool is_single(policy_role role) {
  return role == POLICY_ROLE_DEONTIC || role == POLICY_ROLE_AIM || role == POLICY_ROLE_MODAL ||
         role == POLICY_ROLE_FUNCTION;
}

/* Appends to the list under a key of the object, which begins with its first item. */
static void set_item(output *out, json_t *object, const char *key, json_t *value) {
  json_t *list = json_object_get(object, key);
  if (list == NULL) {
    set(out, object, key, json_array());
    list = json_object_get(object, key);
  }
  append(out, list, value);
}

/* Puts a component where it belongs: into what it qualifies, or into the part, under its role. */
static void place_component(output *out, json_t *part, policy_component item, policy_component first) {
  policy_component parent = policy__component_parent(item);
  policy_role role = policy_component_role(item);
  struct node *node = policy__array_push(&out->nodes, &out->sink.writer.status);
  if (node == NULL) return;
  json_t *value = component(out, item);
  node->value = value;
  if (parent.document != NULL) {
    const struct node *owner = POLICY__AT(&out->nodes, struct node, parent.id - first.id);
    node->depth = owner->depth + 1;
    set_item(out, owner->value, "properties", value);
  } else if (is_single(role)) {
    set(out, part, policy__name(POLICY__ROLE, (int)role), value);
  } else {
    set_item(out, part, policy__name(POLICY__ROLE, (int)role), value);
  }
  if (node->depth > DEEPEST_PROPERTY && is_good(out))
    out->sink.writer.status = policy__fail(out->error, POLICY_ERROR_LIMIT, 0, "properties nest deeper than %d",
                                           (int)DEEPEST_PROPERTY);
}

static void place_components(output *out, json_t *part, policy_component first, uint32_t count) {
  out->nodes.count = 0;
  for (uint32_t i = 0; i < count && is_good(out); i++)
    place_component(out, part, (policy_component){first.document, first.id + i}, first);
}

static json_t *statement(output *out, uint32_t n) {
  policy_statement item = policy_document_statement(out->document, n);
  policy_sentence owner = policy_statement_sentence(item);
  json_t *object = json_object();
  set_id(out, object, "id", 's', n);
  if (owner.document != NULL) set(out, object, "sentence", json_integer((json_int_t)owner.id));
  set_span(out, object, "span", policy_statement_span(item));
  set_word(out, object, "type", POLICY__STATEMENT_TYPE, (int)policy_statement_type_of(item));
  set(out, object, "negated", json_boolean(policy_statement_is_negated(item)));
  policy_component first;
  uint32_t count = policy__statement_components(item, &first);
  place_components(out, object, first, count);
  out->scratch.size = 0;
  if (is_good(out)) out->sink.writer.status = policy_igscript_write(item, &out->scratch, out->error);
  if (is_good(out)) set_string(out, object, "ig_script", (policy_string){out->scratch.data, out->scratch.size});
  return object;
}

static void set_party(output *out, json_t *object, policy_recommendation item, policy_party party) {
  for (uint32_t i = 0; i < policy_recommendation_actor_count(item, party) && is_good(out); i++)
    set_item(out, object, policy__name(POLICY__PARTY, (int)party),
             id_value('a', policy_recommendation_actor(item, party, i).id));
}

static json_t *recommendation(output *out, uint32_t n) {
  policy_recommendation item = policy_document_recommendation(out->document, n);
  double confidence = policy_recommendation_confidence(item);
  json_t *object = json_object();
  set_id(out, object, "id", 'r', n);
  SET_PART(out, object, "statement", 's', policy_recommendation_statement(item));
  set_span(out, object, "span", policy_recommendation_span(item));
  set_word(out, object, "source", POLICY__VOICE, (int)policy_recommendation_voice(item));
  SET_PART(out, object, "speaker", 'a', policy_recommendation_speaker(item));
  set_word(out, object, "force", POLICY__FORCE, (int)policy_recommendation_force(item));
  set_party(out, object, item, POLICY_PARTY_ADDRESSEE);
  set(out, object, "addressee_implicit", json_boolean(policy_recommendation_is_addressee_implicit(item)));
  set_party(out, object, item, POLICY_PARTY_PARTNER);
  set_party(out, object, item, POLICY_PARTY_TARGET);
  set_party(out, object, item, POLICY_PARTY_BENEFICIARY);
  policy_component first;
  uint32_t count = policy__recommendation_components(item, &first);
  place_components(out, object, first, count);
  set_string(out, object, "instrument", policy_recommendation_instrument(item));
  set_number(out, object, "specificity", policy_recommendation_specificity(item));
  set_string(out, object, "topic", policy_recommendation_topic(item));
  set_string(out, object, "status", policy_recommendation_status(item));
  if (confidence > 0) set(out, object, "confidence", json_real(confidence));
  set_string(out, object, "label", policy_recommendation_label(item));
  set_string(out, object, "deadline", policy_recommendation_deadline(item));
  set_string(out, object, "why", policy_recommendation_why(item));
  return object;
}

/* ---- times, citations, events, relations, causal claims, warnings -------------------------------------------------- */

static json_t *time_value(output *out, uint32_t n) {
  policy_time item = policy_document_time(out->document, n);
  json_t *object = json_object();
  set_span(out, object, "span", policy_time_span(item));
  set_word(out, object, "type", POLICY__TIME_TYPE, (int)policy_time_type_of(item));
  set_string(out, object, "value", policy_time_value(item));
  if (policy_time_is_deadline(item)) set(out, object, "deadline", json_true());
  return object;
}

static json_t *citation(output *out, uint32_t n) {
  policy_citation item = policy_document_citation_at(out->document, n);
  json_t *object = json_object();
  set_span(out, object, "span", policy_citation_span(item));
  set_word(out, object, "kind", POLICY__CITATION_KIND, (int)policy_citation_kind_of(item));
  set_string(out, object, "scheme", policy_citation_scheme(item));
  set_string(out, object, "value", policy_citation_value(item));
  return object;
}

static json_t *event(output *out, uint32_t n) {
  policy_event item = policy_document_event(out->document, n);
  json_t *object = json_object();
  set_id(out, object, "id", 'e', n);
  set_span(out, object, "span", policy_event_span(item));
  set_string(out, object, "kind", policy_event_kind(item));
  set_word(out, object, "status", POLICY__EVENT_STATUS, (int)policy_event_status_of(item));
  set_string(out, object, "date", policy_event_date(item));
  for (uint32_t i = 0; i < policy_event_participant_count(item) && is_good(out); i++) {
    json_t *participant = json_object();
    SET_PART(out, participant, "actor", 'a', policy_event_participant(item, i));
    set_string(out, participant, "role", policy_event_participant_role(item, i));
    set_item(out, object, "participants", participant);
  }
  return object;
}

static json_t *relation(output *out, uint32_t n) {
  policy_relation item = policy_document_relation(out->document, n);
  json_t *object = json_object();
  SET_PART(out, object, "from", 'a', policy_relation_from(item));
  SET_PART(out, object, "to", 'a', policy_relation_to(item));
  set_string(out, object, "kind", policy_relation_kind(item));
  set_word(out, object, "sign", POLICY__SIGN, (int)policy_relation_sign(item));
  set_span(out, object, "span", policy_relation_span(item));
  return object;
}

static json_t *causal(output *out, uint32_t n) {
  policy_causal item = policy_document_causal(out->document, n);
  json_t *object = json_object();
  set_span(out, object, "cause", policy_causal_cause(item));
  set_span(out, object, "effect", policy_causal_effect(item));
  set_word(out, object, "sign", POLICY__SIGN, (int)policy_causal_sign(item));
  set_span(out, object, "marker", policy_causal_marker(item));
  return object;
}

static json_t *warning(output *out, uint32_t n) {
  policy_warning item = policy_document_warning(out->document, n);
  json_t *object = json_object();
  set_string(out, object, "code", policy_warning_code(item));
  set_string(out, object, "message", policy_warning_message(item));
  set_span(out, object, "span", policy_warning_span(item));
  return object;
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

static void put_list(output *out, const char *key, uint32_t count, json_t *(*make)(output *, uint32_t)) {
  put_key(out, key);
  put_text(out, "[");
  for (uint32_t n = 0; n < count && is_good(out); n++) {
    if (n > 0) put_text(out, ",");
    policy__json_put_value(&out->sink, make(out, n));
  }
  put_text(out, "]");
}

/* What most documents have none of is left out. */
static void put_some(output *out, const char *key, uint32_t count, json_t *(*make)(output *, uint32_t)) {
  if (count > 0) put_list(out, key, count, make);
}

static void put_document(output *out, unsigned flags) {
  const policy_document *document = out->document;
  put_head(out);
  put_list(out, "blocks", policy_document_block_count(document), block);
  put_some(out, "pages", policy__pages_known(document), page);
  put_some(out, "lines", policy_document_line_count(document), line);
  put_list(out, "sentences", policy_document_sentence_count(document), sentence);
  if (flags & POLICY_JSON_TOKENS) put_list(out, "tokens", policy_document_sentence_count(document), tokens);
  put_list(out, "actors", policy_document_actor_count(document), actor);
  put_list(out, "statements", policy_document_statement_count(document), statement);
  put_list(out, "recommendations", policy_document_recommendation_count(document), recommendation);
  put_list(out, "times", policy_document_time_count(document), time_value);
  put_list(out, "citations", policy_document_citation_count(document), citation);
  put_list(out, "events", policy_document_event_count(document), event);
  put_list(out, "relations", policy_document_relation_count(document), relation);
  put_list(out, "causal", policy_document_causal_count(document), causal);
  put_list(out, "warnings", policy_document_warning_count(document), warning);
  put_kept(out, "extra", ",\"extra\":", policy_document_extra(document), POLICY_LIMIT_DEPTH - 1);
  put_text(out, "}");
}

policy_status policy_json_write(const policy_document *document, unsigned flags, policy_buffer *buffer,
                                policy_error *error) {
  if (document == NULL || buffer == NULL) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  policy_error why = {.code = POLICY_OK};
  output out = {.sink = {.writer = {buffer, POLICY_OK}, .indent = (flags & POLICY_JSON_INDENT) != 0},
                .document = document,
                .error = &why};
  const size_t before = buffer->size;
  policy__array_init(&out.nodes, &policy__malloc_allocator, sizeof(struct node), UINT32_MAX);
  put_document(&out, flags);
  policy__array_free(&out.nodes);
  policy_buffer_free(&out.scratch);
  policy_status status = out.failed ? POLICY_ERROR_NO_MEMORY : out.sink.writer.status;
  if (status == POLICY_OK) return POLICY_OK;
  buffer->size = before;
  if (buffer->data != NULL) buffer->data[before] = '\0';
  if (status == why.code) return policy__fail(error, status, 0, "%s", why.message);
  return policy__fail_plain(error, status);
}
