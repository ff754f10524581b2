/* A document with every kind of part, built by hand through the public functions alone. */
#ifndef SAMPLE_H
#define SAMPLE_H

#include <string.h>

#include <policy.h>

/* With a byte order mark, CRLF, a decomposed letter, a bad byte, an astral letter. */
static const char sample_source[] =
    "\xEF\xBB\xBF"
    "Clean water for Norland\r\n"
    "\r\n"
    "Ana Pe\xCC\x81rez\r\n"
    "\r\n"
    "The Council should not delay the dam because wells run dry, in order to save the harvest.\r\n"
    "\xF0\x9D\x92\x9C bad \xFF byte. If the minister refuses, the Council must publish the reasons by 1 May "
    "2031.";

static inline policy_string sample_string(const char *text) {
  return (policy_string){text, strlen(text)};
}

/* Where `words` stand in the text the first time from `from` on. */
static inline policy_span sample_find(const policy_document *document, const char *words, uint32_t from) {
  const char *text = policy_document_text(document).data, *at = strstr(text + from, words);
  if (at == NULL) return (policy_span){0, 0};
  uint32_t begin = (uint32_t)(at - text);
  return (policy_span){begin, begin + (uint32_t)strlen(words)};
}

#define SAMPLE_TRY(call)                                                                                       \
  do {                                                                                                         \
    policy_status sample_status = (call);                                                                      \
    if (sample_status != POLICY_OK) return sample_status;                                                      \
  } while (0)

static inline policy_status sample_metadata(policy_builder *b, policy_error *error) {
  static const char *const values[] = {"sha256:0123",
                                       "water.txt",
                                       "text/plain",
                                       "utf-8",
                                       "Clean water for Norland",
                                       "A brief",
                                       "2031-02-25",
                                       "Institute of Wells",
                                       "en",
                                       "NOR-7",
                                       "https://example.org/7",
                                       "brief",
                                       "ngo",
                                       "Briefs",
                                       "CC BY 4.0",
                                       "{\"type\": \"report\"}",
                                       "{\"kept\": [1, true, null]}"};
  for (int field = POLICY_FIELD_ID + 1; field < POLICY_FIELD_AUTHOR; field++)
    SAMPLE_TRY(policy_builder_set(b, (policy_field)field, sample_string(values[field]), error));
  SAMPLE_TRY(policy_builder_set(b, POLICY_FIELD_AUTHOR, sample_string("Ana P\xC3\xA9rez"), error));
  SAMPLE_TRY(policy_builder_set(b, POLICY_FIELD_AUTHOR, sample_string("Bo Lund"), error));
  SAMPLE_TRY(policy_builder_set(b, POLICY_FIELD_TOPIC, sample_string("water"), error));
  SAMPLE_TRY(policy_builder_set(b, POLICY_FIELD_REGION, sample_string("Norland"), error));
  const policy_contributor_record contributor = {
      POLICY_CONTRIBUTOR_EDITOR, sample_string("Cy Berg"), sample_string("Institute of Wells")};
  const policy_date_record date = {POLICY_DATE_ADOPTED, sample_string("2031-02"), sample_string("text")};
  const policy_identifier_record identifier = {sample_string("report-number"), sample_string("NOR-7")};
  const policy_subject_record subject = {sample_string("cap"), sample_string("8"), sample_string("energy")};
  SAMPLE_TRY(policy_builder_add_contributor(b, &contributor, NULL, error));
  SAMPLE_TRY(policy_builder_add_date(b, &date, NULL, error));
  SAMPLE_TRY(policy_builder_add_identifier(b, &identifier, NULL, error));
  SAMPLE_TRY(policy_builder_add_subject(b, &subject, NULL, error));
  policy_builder_set_source(b, sizeof sample_source - 1, 2);
  return POLICY_OK;
}

static inline policy_status sample_tokens(policy_builder *b, policy_span sentence, policy_error *error) {
  const policy_document *d = policy_builder_document(b);
  policy_token_record tokens[] = {{.span = sample_find(d, "The", sentence.begin),
                                   .lemma = {"the", 3},
                                   .features = {"Definite=Def|PronType=Art", 25},
                                   .relation = {"det", 3},
                                   .head = 1,
                                   .upos = POLICY_UPOS_DET},
                                  {.span = sample_find(d, "Council", sentence.begin),
                                   .lemma = {"council", 7},
                                   .xpos = {"NN", 2},
                                   .features = {"Number=Sing", 11},
                                   .relation = {"nsubj", 5},
                                   .head = 4,
                                   .upos = POLICY_UPOS_NOUN},
                                  {.span = sample_find(d, "should", sentence.begin),
                                   .lemma = {"should", 6},
                                   .relation = {"aux", 3},
                                   .head = 4,
                                   .upos = POLICY_UPOS_AUX},
                                  {.span = sample_find(d, "not", sentence.begin),
                                   .lemma = {"not", 3},
                                   .relation = {"advmod", 6},
                                   .head = 4,
                                   .upos = POLICY_UPOS_PART},
                                  {.span = sample_find(d, "delay", sentence.begin),
                                   .form = {"de\xC2\xADlay", 7},
                                   .lemma = {"delay", 5},
                                   .relation = {"root", 4},
                                   .head = POLICY_NONE,
                                   .upos = POLICY_UPOS_VERB,
                                   .joined = true}};
  return policy_builder_add_sentence(b, sentence, tokens, 5, NULL, error);
}

/* Blocks and sentences: a heading, a paragraph, and a list item that holds two sentences. */
static inline policy_status sample_frame(policy_builder *b, policy_error *error) {
  const policy_document *d = policy_builder_document(b);
  policy_span title = sample_find(d, "Clean water for Norland", 0),
              name = sample_find(d, "Ana P\xC3\xA9rez", 0);
  policy_span first = sample_find(
      d, "The Council should not delay the dam because wells run dry, in order to save the harvest.", 0);
  policy_span last =
      sample_find(d, "If the minister refuses, the Council must publish the reasons by 1 May 2031.", 0);
  policy_span rest = {first.end + 1, last.end}, middle = {first.end + 1, last.begin - 1};
  const policy_block_record blocks[] = {
      {.kind = POLICY_BLOCK_HEADING, .level = 1, .span = title, .page = 1, .box = {72, 72, 300, 20.5f}},
      {.kind = POLICY_BLOCK_PARAGRAPH, .span = name, .page = 1},
      {.kind = POLICY_BLOCK_PARAGRAPH, .span = first, .page = 1},
      {.kind = POLICY_BLOCK_LIST_ITEM, .level = 2, .span = rest, .page = 2}};
  for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
    SAMPLE_TRY(policy_builder_add_block(b, &blocks[i], NULL, error));
  SAMPLE_TRY(sample_tokens(b, first, error));
  SAMPLE_TRY(policy_builder_add_sentence(b, middle, NULL, 0, NULL, error));
  return policy_builder_add_sentence(b, last, NULL, 0, NULL, error);
}

static inline policy_status sample_actors(policy_builder *b, policy_error *error) {
  const policy_document *d = policy_builder_document(b);
  policy_span council = sample_find(d, "Council", 0);
  const policy_mention_record state = {sample_find(d, "Norland", 0), POLICY_MENTION_NAME};
  const policy_mention_record councils[] = {
      {council, POLICY_MENTION_NAME}, {sample_find(d, "Council", council.end), POLICY_MENTION_DESCRIPTOR}};
  const policy_mention_record minister = {sample_find(d, "the minister", 0), POLICY_MENTION_DESCRIPTOR};
  const policy_code_record codes[] = {{{"cameo", 5}, {"NOR", 3}}, {{"iso3166-1", 9}, {"NRL", 3}}};
  const policy_actor_record actors[] = {
      {.name = {"Norland", 7},
       .kind = POLICY_ACTOR_STATE,
       .codes = codes,
       .code_count = 2,
       .mentions = &state,
       .mention_count = 1},
      {.name = {"Council", 7}, .kind = POLICY_ACTOR_GOVERNMENT, .mentions = councils, .mention_count = 2},
      {.name = {"minister", 8}, .kind = POLICY_ACTOR_PERSON, .mentions = &minister, .mention_count = 1}};
  for (size_t i = 0; i < sizeof actors / sizeof *actors; i++)
    SAMPLE_TRY(policy_builder_add_actor(b, &actors[i], NULL, error));
  return POLICY_OK;
}

static inline policy_component_record sample_component(const policy_document *d, policy_role role,
                                                       const char *words, uint32_t from, uint32_t actor,
                                                       uint32_t parent) {
  policy_component_record c = POLICY_COMPONENT_RECORD_INIT;
  c.role = role;
  c.span = sample_find(d, words, from);
  c.actor = actor;
  c.parent = parent;
  return c;
}

static inline policy_status sample_statements(policy_builder *b, policy_error *error) {
  const policy_document *d = policy_builder_document(b);
  policy_span first = policy_sentence_span(policy_document_sentence(d, 0));
  policy_span last = policy_sentence_span(policy_document_sentence(d, 2));
  policy_component_record a[] = {
      sample_component(d, POLICY_ROLE_ATTRIBUTE, "The Council", first.begin, 1, POLICY_NONE),
      sample_component(d, POLICY_ROLE_DEONTIC, "should", first.begin, POLICY_NONE, POLICY_NONE),
      sample_component(d, POLICY_ROLE_AIM, "delay", first.begin, POLICY_NONE, POLICY_NONE),
      sample_component(d, POLICY_ROLE_DIRECT_OBJECT, "dam", first.begin, POLICY_NONE, POLICY_NONE),
      sample_component(d, POLICY_ROLE_DIRECT_OBJECT, "the", first.begin + 3, POLICY_NONE, 3)};
  policy_component_record c[] = {
      sample_component(d, POLICY_ROLE_ATTRIBUTE, "the Council", last.begin, 1, POLICY_NONE),
      POLICY_COMPONENT_RECORD_INIT,
      sample_component(d, POLICY_ROLE_DEONTIC, "must", last.begin, POLICY_NONE, POLICY_NONE),
      sample_component(d, POLICY_ROLE_AIM, "publish", last.begin, POLICY_NONE, POLICY_NONE),
      sample_component(d, POLICY_ROLE_DIRECT_OBJECT, "the reasons", last.begin, POLICY_NONE, POLICY_NONE),
      sample_component(d, POLICY_ROLE_ACTIVATION_CONDITION, "If the minister refuses", last.begin, POLICY_NONE,
                       POLICY_NONE),
      sample_component(d, POLICY_ROLE_EXECUTION_CONSTRAINT, "by 1 May 2031", last.begin, POLICY_NONE,
                       POLICY_NONE)};
  c[1].text = sample_string("of Norland");
  c[1].inferred = true;
  c[1].parent = 0;
  c[5].statement = 2;
  policy_component_record nested[] = {
      sample_component(d, POLICY_ROLE_ENTITY, "the minister", last.begin, 2, POLICY_NONE),
      sample_component(d, POLICY_ROLE_FUNCTION, "refuses", last.begin, POLICY_NONE, POLICY_NONE)};
  const policy_statement_record statements[] = {
      {.span = first, .sentence = 0, .negated = true, .components = a, .component_count = 5},
      {.span = last, .sentence = 2, .components = c, .component_count = 7},
      {.type = POLICY_STATEMENT_CONSTITUTIVE,
       .span = sample_find(d, "the minister refuses", last.begin),
       .sentence = POLICY_NONE,
       .components = nested,
       .component_count = 2}};
  for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
    SAMPLE_TRY(policy_builder_add_statement(b, &statements[i], NULL, error));
  return POLICY_OK;
}

static inline policy_status sample_recommendations(policy_builder *b, policy_error *error) {
  static const uint32_t council[] = {1}, both[] = {0, 2};
  const policy_document *d = policy_builder_document(b);
  policy_component_record whys[] = {
      sample_component(d, POLICY_ROLE_PURPOSE, "in order to save the harvest", 0, POLICY_NONE, POLICY_NONE),
      sample_component(d, POLICY_ROLE_REASON, "because wells run dry", 0, POLICY_NONE, POLICY_NONE)};
  const policy_recommendation_record records[] = {
      {.statement = 0,
       .span = policy_statement_span(policy_document_statement(d, 0)),
       .speaker = POLICY_NONE,
       .force = POLICY_FORCE_SHOULD_NOT,
       .parties = {{council, 1}, {both, 2}, {NULL, 0}, {both, 1}},
       .components = whys,
       .component_count = 2,
       .instrument = {"dam", 3},
       .topic = {"water", 5},
       .label = {"Recommendation 1", 16},
       .deadline = {"2031-05-01", 10},
       .status = {"accepted", 8},
       .why = {"modal", 5},
       .specificity = 3,
       .confidence = 0.93456},
      {.statement = POLICY_NONE,
       .span = policy_statement_span(policy_document_statement(d, 1)),
       .voice = POLICY_VOICE_REPORTED,
       .speaker = 2,
       .force = POLICY_FORCE_MUST,
       .addressee_implicit = true}};
  for (size_t i = 0; i < sizeof records / sizeof *records; i++)
    SAMPLE_TRY(policy_builder_add_recommendation(b, &records[i], NULL, error));
  return POLICY_OK;
}

static inline policy_status sample_rest(policy_builder *b, policy_error *error) {
  const policy_document *d = policy_builder_document(b);
  const policy_participant_record participants[] = {{1, {"builder", 7}}, {0, {"", 0}}};
  const policy_time_record time = {sample_find(d, "1 May 2031", 0), POLICY_TIME_DATE, {"2031-05-01", 10}, true};
  const policy_citation_record citation = {
      sample_find(d, "1 May 2031", 0), POLICY_CITATION_CASE, {"ecli", 4}, {"ECLI:EU:C:2031:1", 16}};
  const policy_event_record event = {.span = sample_find(d, "refuses", 0),
                                     .kind = {"refusal", 7},
                                     .status = POLICY_EVENT_HYPOTHETICAL,
                                     .date = {"2031", 4},
                                     .participants = participants,
                                     .participant_count = 2};
  const policy_relation_record relation = {
      1, 2, {"advises", 7}, POLICY_SIGN_NEGATIVE, sample_find(d, "refuses", 0)};
  const policy_causal_record causal = {sample_find(d, "wells run dry", 0),
                                       sample_find(d, "save the harvest", 0), sample_find(d, "because", 0),
                                       POLICY_SIGN_POSITIVE};
  SAMPLE_TRY(policy_builder_add_time(b, &time, NULL, error));
  SAMPLE_TRY(policy_builder_add_citation(b, &citation, NULL, error));
  SAMPLE_TRY(policy_builder_add_event(b, &event, NULL, error));
  SAMPLE_TRY(policy_builder_add_relation(b, &relation, NULL, error));
  SAMPLE_TRY(policy_builder_add_causal(b, &causal, NULL, error));
  return policy_builder_add_warning(b, "cut", "a sentence was cut", sample_find(d, "byte", 0), error);
}

static inline policy_status sample_fill(policy_builder *b, policy_error *error) {
  SAMPLE_TRY(sample_metadata(b, error));
  SAMPLE_TRY(sample_frame(b, error));
  SAMPLE_TRY(sample_actors(b, error));
  SAMPLE_TRY(sample_statements(b, error));
  SAMPLE_TRY(sample_recommendations(b, error));
  return sample_rest(b, error);
}

/* The document; NULL with `error` when it cannot be made. */
static inline policy_document *sample_document(const policy_limits *limits, const policy_allocator *allocator,
                                               policy_error *error) {
  policy_builder *b = policy_builder_new(sample_source, sizeof sample_source - 1, limits, allocator, error);
  if (b == NULL) return NULL;
  if (sample_fill(b, error) == POLICY_OK) return policy_builder_finish(b, error);
  policy_builder_free(b);
  return NULL;
}

#endif
