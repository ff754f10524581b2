/* Fuzz target: the builder. The input is a text and then a program of calls with numbers from the input; what
   is finished must keep all rules, and come back the same through JSON. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <policy.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct tape {
  const uint8_t *at, *end;
  uint32_t text; /* its size */
} tape;

static uint32_t byte(tape *t) {
  return t->at < t->end ? *t->at++ : 0;
}

/* A place, mostly in the text. */
static uint32_t place(tape *t) {
  uint32_t a = byte(t), b = byte(t);
  return a == 255 ? UINT32_MAX - b : (a << 8 | b) % (t->text + 2);
}

static policy_span span(tape *t) {
  uint32_t begin = place(t), length = byte(t);
  return (policy_span){begin, begin <= UINT32_MAX - length ? begin + length : UINT32_MAX};
}

static uint32_t id(tape *t) {
  uint32_t n = byte(t);
  return n > 200 ? POLICY_NONE - (n - 201) / 8 : n % 16;
}

static policy_string words(tape *t) {
  size_t size = byte(t) % 24, left = (size_t)(t->end - t->at);
  policy_string string = {(const char *)t->at, size < left ? size : left};
  t->at += string.size;
  return string;
}

static void add_sentence(policy_builder *b, tape *t) {
  policy_token_record tokens[8];
  policy_span where = span(t);
  uint32_t count = byte(t) % 9;
  for (uint32_t i = 0; i < count; i++)
    tokens[i] = (policy_token_record){.span = span(t), .form = words(t), .lemma = words(t), .xpos = words(t),
                                      .features = words(t), .relation = words(t), .head = id(t),
                                      .upos = (policy_upos)(byte(t) % 20),
                                      .joined = byte(t) % 2 == 1};
  (void)policy_builder_add_sentence(b, where, tokens, count, NULL, NULL);
}

static void add_actor(policy_builder *b, tape *t) {
  policy_code_record codes[3];
  policy_mention_record mentions[4];
  policy_actor_record actor = {.name = words(t), .kind = (policy_actor_kind)(byte(t) % 14), .codes = codes,
                               .code_count = byte(t) % 4, .mentions = mentions, .mention_count = byte(t) % 5};
  for (uint32_t i = 0; i < actor.code_count; i++) codes[i] = (policy_code_record){words(t), words(t)};
  for (uint32_t i = 0; i < actor.mention_count; i++)
    mentions[i] = (policy_mention_record){span(t), (policy_mention_form)(byte(t) % 7)};
  (void)policy_builder_add_actor(b, &actor, NULL, NULL);
}

static uint32_t components(tape *t, policy_component_record list[8]) {
  uint32_t count = byte(t) % 9;
  for (uint32_t i = 0; i < count; i++) {
    list[i] = (policy_component_record)POLICY_COMPONENT_RECORD_INIT;
    list[i].role = (policy_role)(byte(t) % 15);
    list[i].inferred = byte(t) % 4 == 0;
    if (list[i].inferred) list[i].text = words(t);
    else list[i].span = span(t);
    list[i].actor = id(t);
    list[i].parent = id(t);
    list[i].statement = id(t);
  }
  return count;
}

static void add_statement(policy_builder *b, tape *t) {
  policy_component_record list[8];
  policy_statement_record record = {.type = (policy_statement_type)(byte(t) % 3), .span = span(t), .sentence = id(t),
                                    .negated = byte(t) % 2 == 1, .components = list};
  record.component_count = components(t, list);
  (void)policy_builder_add_statement(b, &record, NULL, NULL);
}

static void add_recommendation(policy_builder *b, tape *t) {
  policy_component_record list[8];
  uint32_t ids[3] = {id(t), id(t), id(t)};
  policy_recommendation_record record = {.statement = id(t), .span = span(t), .voice = (policy_voice)(byte(t) % 3),
                                         .speaker = id(t), .force = (policy_force)(byte(t) % 6),
                                         .parties = {{ids, byte(t) % 4}, {ids, byte(t) % 4}},
                                         .components = list, .instrument = words(t), .label = words(t),
                                         .specificity = byte(t) % 7, .confidence = byte(t) / 250.0};
  record.component_count = components(t, list);
  (void)policy_builder_add_recommendation(b, &record, NULL, NULL);
}

static void add_rest(policy_builder *b, tape *t) {
  const policy_participant_record participants[2] = {{id(t), words(t)}, {id(t), words(t)}};
  const policy_time_record time = {span(t), (policy_time_type)(byte(t) % 5), words(t), byte(t) % 2 != 0};
  const policy_citation_record citation = {span(t), (policy_citation_kind)(byte(t) % 8), words(t), words(t)};
  const policy_event_record event = {span(t), words(t), (policy_event_status)(byte(t) % 4), words(t), participants, byte(t) % 3};
  const policy_relation_record relation = {id(t), id(t), words(t), (policy_sign)(byte(t) % 4), span(t)};
  const policy_causal_record causal = {span(t), span(t), span(t), (policy_sign)(byte(t) % 4)};
  (void)policy_builder_add_time(b, &time, NULL, NULL);
  (void)policy_builder_add_citation(b, &citation, NULL, NULL);
  (void)policy_builder_add_event(b, &event, NULL, NULL);
  (void)policy_builder_add_relation(b, &relation, NULL, NULL);
  (void)policy_builder_add_causal(b, &causal, NULL, NULL);
}

static void step(policy_builder *b, tape *t) {
  switch (byte(t) % 8) {
    case 0: {
      const policy_block_record block = {(policy_block_kind)(byte(t) % 10), byte(t), span(t), byte(t), {1, 2, 3, 4}, {"p", 1},
                                         {"de", 2}, byte(t) / 128.0, (policy_block_part)(byte(t) % 5), {"1", 1}, {"s", 1}};
      (void)policy_builder_add_block(b, &block, NULL, NULL);
      break;
    }
    case 1: add_sentence(b, t); break;
    case 2: add_actor(b, t); break;
    case 3: add_statement(b, t); break;
    case 4: add_recommendation(b, t); break;
    case 5: add_rest(b, t); break;
    case 6: (void)policy_builder_add_warning(b, "code", "message", span(t), NULL); break;
    default: {
      policy_field field = (policy_field)(byte(t) % 18);
      if (field != POLICY_FIELD_CITATION && field != POLICY_FIELD_EXTRA) /* which are JSON */
        (void)policy_builder_set(b, field, words(t), NULL);
    }
  }
}

/* What was written is read, and written the same. */
static void round_trip(const policy_document *document) {
  policy_buffer first = POLICY_BUFFER_INIT, second = POLICY_BUFFER_INIT;
  policy_error error;
  if (policy_json_write(document, POLICY_JSON_TOKENS, &first, &error) != POLICY_OK) abort();
  policy_document *again = policy_json_read(first.data, first.size, NULL, &error);
  if (again == NULL) abort();
  if (policy_json_write(again, POLICY_JSON_TOKENS, &second, &error) != POLICY_OK) abort();
  if (first.size != second.size || memcmp(first.data, second.data, first.size) != 0) abort();
  policy_document_unref(again);
  policy_buffer_free(&first);
  policy_buffer_free(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  size_t text = size > 2 ? ((size_t)data[0] << 8 | data[1]) % (size - 1) : size;
  const uint8_t *begin = size > 2 ? data + 2 : data;
  if (text > size - (size_t)(begin - data)) text = size - (size_t)(begin - data);
  policy_builder *b = policy_builder_new(begin, text, NULL, NULL, NULL);
  if (b == NULL) abort();
  tape t = {begin + text, data + size, (uint32_t)policy_document_text(policy_builder_document(b)).size};
  while (t.at < t.end) step(b, &t);
  policy_error error = {POLICY_OK, 0, ""};
  policy_document *document = policy_builder_finish(b, &error);
  if (document == NULL) return error.code == POLICY_OK;
  if (policy_document_check(document, NULL) != POLICY_OK) abort();
  round_trip(document);
  policy_buffer buffer = POLICY_BUFFER_INIT;
  if (policy_summary_write(document, 0, 0, &buffer, NULL) != POLICY_OK) abort();
  for (uint32_t i = 0; i < policy_document_statement_count(document); i++)
    if (policy_igscript_write(policy_document_statement(document, i), &buffer, NULL) != POLICY_OK) abort();
  policy_buffer_free(&buffer);
  policy_document_unref(document);
  return 0;
}
