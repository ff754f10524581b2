/* What an application does that brings its own text and annotations. */
#include "full_document.h"

#include <string.h>

static const char text[] =
    "Safer rivers \xF0\x9F\x8C\x8A a brief\n"
    "The Delta Union met in Tokyo on 6 January 2016.\n"
    "Recommendation 1\n"
    "Japan, which leads the Delta Union, should gradually fund new r\xC3\xADver gauges for the villages with "
    "the "
    "Mekong Water Bank by June 2017 so that floods kill nobody, if the council agrees, or else the grant "
    "lapses.\n"
    "\xE2\x80\x9CTokyo must not wait,\xE2\x80\x9D said Ana Lund. It could also ask its Japanese partners.\n"
    "A gauge is, and may remain, a public good because rain brings flo-\nods.\n"
    "Table 1: gauges by year\n"
    "1999 12\n"
    "1 See the annex.\n"
    "Lund, A. (2016). Safer rivers.\n"
    "page 1 of 2\n";

enum { JAPAN, UNION, BANK, LUND, VILLAGES, ACTORS };

typedef struct maker {
  policy_builder *builder;
  const policy_document *document;
  policy_status status;
  policy_error *error;
} maker;

#define STRING(words) ((policy_string){(words), sizeof(words) - 1})
#define COUNT(list) ((uint32_t)(sizeof(list) / sizeof *(list)))
#define TRY(maker, call) ((maker)->status == POLICY_OK ? (void)((maker)->status = (call)) : (void)0)

policy_span full_document_find(const policy_document *document, const char *words, int n) {
  policy_string all = policy_document_text(document);
  const char *at = all.data;
  while ((at = strstr(at, words)) != NULL && n-- > 0) at++;
  if (at == NULL) return (policy_span){0, 0};
  return (policy_span){(uint32_t)(at - all.data), (uint32_t)(at - all.data + (long)strlen(words))};
}

static policy_span find(const maker *m, const char *words) {
  return full_document_find(m->document, words, 0);
}

/* From the first words to the last ones. */
static policy_span between(const maker *m, const char *first, const char *last) {
  return (policy_span){find(m, first).begin, find(m, last).end};
}

/* ---- metadata, blocks, sentences ------------------------------------------------------------------------ */

static void set_metadata(maker *m) {
  static const struct {
    policy_field field;
    const char *value;
  } fields[] = {{POLICY_FIELD_SOURCE_NAME, "briefs/r\xC3\xADvers.txt"},
                {POLICY_FIELD_MEDIA_TYPE, "text/plain"},
                {POLICY_FIELD_CHARSET, "utf-8"},
                {POLICY_FIELD_TITLE, "Safer \"rivers\""},
                {POLICY_FIELD_SUBTITLE, "A brief"},
                {POLICY_FIELD_DATE, "2016-02-25"},
                {POLICY_FIELD_PUBLISHER, "The Gauge Office"},
                {POLICY_FIELD_LANGUAGE, "en"},
                {POLICY_FIELD_IDENTIFIER, "doi:10.5555/12345678"},
                {POLICY_FIELD_TYPE, "brief"},
                {POLICY_FIELD_URL, "https://example.org/rivers?a=1&b=2"},
                {POLICY_FIELD_CITATION,
                 "{\"type\": \"report\", \"id\": \"rivers\", \"issued\": {\"date-parts\": [[2016, 2, 25]]}}"},
                {POLICY_FIELD_EXTRA,
                 "{\"score\": 0.1, \"e\\u0301\": [null, true, -3, {}, []], \"exact\": 0.30000000000000004}"},
                {POLICY_FIELD_AUTHOR, "Ana Lund"},
                {POLICY_FIELD_AUTHOR, "Bo \xE6\x9D\x8E"},
                {POLICY_FIELD_TOPIC, "water"},
                {POLICY_FIELD_TOPIC, "disasters"},
                {POLICY_FIELD_REGION, "Asia"}};
  for (uint32_t i = 0; i < COUNT(fields); i++)
    TRY(m, policy_builder_set(m->builder, fields[i].field,
                              (policy_string){fields[i].value, strlen(fields[i].value)}, m->error));
  const policy_contributor_record contributors[] = {
      {POLICY_CONTRIBUTOR_AUTHOR, STRING("Ana L\xC3\xB3pez"), STRING("Institute of Rivers")},
      {POLICY_CONTRIBUTOR_SPONSOR, STRING("Fund for Wells"), {"", 0}}};
  const policy_date_record dates[] = {{POLICY_DATE_PUBLISHED, STRING("2016-02-25"), STRING("text")},
                                      {POLICY_DATE_IN_FORCE, STRING("2017"), {"", 0}}};
  const policy_identifier_record identifier = {STRING("doi"), STRING("10.1234/rivers")};
  const policy_subject_record subjects[] = {{STRING("eurovoc"), STRING("5794"), STRING("water policy")},
                                            {{"", 0}, {"", 0}, STRING("disasters")}};
  for (uint32_t i = 0; i < 2; i++) {
    TRY(m, policy_builder_add_contributor(m->builder, &contributors[i], NULL, m->error));
    TRY(m, policy_builder_add_date(m->builder, &dates[i], NULL, m->error));
    TRY(m, policy_builder_add_subject(m->builder, &subjects[i], NULL, m->error));
  }
  TRY(m, policy_builder_add_identifier(m->builder, &identifier, NULL, m->error));
  policy_builder_set_source(m->builder, sizeof text - 1, 2);
}

static void add_blocks(maker *m) {
  const policy_block_record blocks[] = {
      {POLICY_BLOCK_HEADING, 1, between(m, "Safer", "a brief"), 1, {72, 72.1f, 300.25f, 24}, {"sec_1__heading", 14},
       {"", 0}, 0, 0, {"", 0}, {"", 0}},
      {POLICY_BLOCK_PARAGRAPH, 0, between(m, "The Delta", "2016."), 1, {72, 100, 451.3f, 1e-3f}, {"", 0},
       {"", 0}, 0, 0, {"", 0}, {"", 0}},
      {POLICY_BLOCK_HEADING, 2, find(m, "Recommendation 1"), 1, {0, 0, 0, 0}, {"", 0}, {"", 0}, 0, 0, {"", 0}, {"", 0}},
      {POLICY_BLOCK_LIST_ITEM, 1, between(m, "Japan, which", "grant lapses."), 1, {-1.5f, 3.4e38f, 1, 2}, {"", 0},
       {"", 0}, 0, 0, {"", 0}, {"", 0}},
      {POLICY_BLOCK_QUOTE, 0, between(m, "\xE2\x80\x9CTokyo", "Japanese partners."), 1, {0, 0, 0, 0}, {"", 0},
       {"ja-JP", 5}, 0.87504, POLICY_BLOCK_PART_OPERATIVE, {"(b)", 3}, {"Ms Ono", 6}},
      {POLICY_BLOCK_PARAGRAPH, 0, between(m, "A gauge", "ods."), 2, {0, 0, 0, 0}, {"", 0}, {"", 0}, 0, 0, {"", 0}, {"", 0}},
      {POLICY_BLOCK_CAPTION, 0, find(m, "Table 1: gauges by year"), 2, {0, 0, 0, 0}, {"", 0}, {"", 0}, 0, 0, {"", 0}, {"", 0}},
      {POLICY_BLOCK_TABLE, 0, find(m, "1999 12"), 2, {0, 0, 0, 0}, {"", 0}, {"", 0}, 0, 0, {"", 0}, {"", 0}},
      {POLICY_BLOCK_FOOTNOTE, 0, find(m, "1 See the annex."), 2, {0, 0, 0, 0}, {"", 0}, {"", 0}, 0, 0, {"", 0}, {"", 0}},
      {POLICY_BLOCK_CITATION, 0, find(m, "Lund, A. (2016). Safer rivers."), 2, {0, 0, 0, 0}, {"", 0},
       {"", 0}, 0, 0, {"", 0}, {"", 0}},
      {POLICY_BLOCK_BOILERPLATE, 0, find(m, "page 1 of 2"), 0, {0, 0, 0, 0}, {"", 0}, {"", 0}, 0, 0, {"", 0}, {"", 0}}};
  for (uint32_t i = 0; i < COUNT(blocks); i++)
    TRY(m, policy_builder_add_block(m->builder, &blocks[i], NULL, m->error));
}

static void add_lines(maker *m) {
  const policy_line_record lines[] = {
      {between(m, "Safer", "a brief"), 1, {72, 72.125f, 300.25f, 24}, 20.5f, true, false},
      {between(m, "Japan, which", "should"), 1, {72, 130, 400, 12}, 10, false, true},
      {between(m, "A gauge", "flo-"), 2, {-1.5f, 0, 1, 2}, 0, false, false}};
  TRY(m, policy_builder_add_page(m->builder, 595.28f, 841.89f, m->error));
  TRY(m, policy_builder_add_page(m->builder, 0, 0, m->error));
  for (uint32_t i = 0; i < COUNT(lines); i++)
    TRY(m, policy_builder_add_line(m->builder, &lines[i], NULL, m->error));
}

static void add_sentences(maker *m) {
  const policy_token_record gauge[] = {{{find(m, "A gauge").begin, find(m, "A gauge").begin + 1},
                                        {"", 0},
                                        STRING("a"),
                                        STRING("DT"),
                                        STRING("Definite=Ind|PronType=Art"),
                                        STRING("det"),
                                        1,
                                        POLICY_UPOS_DET,
                                        false},
                                       {{find(m, "A gauge").begin + 2, find(m, "A gauge").end},
                                        STRING("gauge"),
                                        STRING("gauge"),
                                        STRING("NN"),
                                        STRING("Number=Sing"),
                                        STRING("root"),
                                        POLICY_NONE,
                                        POLICY_UPOS_NOUN,
                                        false},
                                       {find(m, "flo-\nods"), STRING("floods"), STRING("flood"),
                                        STRING("NNS"), STRING("Number=Plur"), STRING("nsubj"), 1,
                                        POLICY_UPOS_NOUN, false},
                                       {{find(m, "ods.").end - 1, find(m, "ods.").end},
                                        {"", 0},
                                        {"", 0},
                                        {"", 0},
                                        {"", 0},
                                        STRING("punct"),
                                        1,
                                        POLICY_UPOS_NONE,
                                        true}};
  const policy_span sentences[] = {between(m, "Safer", "a brief"), between(m, "The Delta", "2016."),
                                   between(m, "Japan, which", "grant lapses."),
                                   between(m, "\xE2\x80\x9CTokyo", "Ana Lund."),
                                   between(m, "It could", "partners.")};
  for (uint32_t i = 0; i < COUNT(sentences); i++)
    TRY(m, policy_builder_add_sentence(m->builder, sentences[i], NULL, 0, NULL, m->error));
  TRY(m, policy_builder_add_sentence(m->builder, between(m, "A gauge", "ods."), gauge, COUNT(gauge), NULL,
                                     m->error));
}

/* ---- actors --------------------------------------------------------------------------------------------- */

static void add_actors(maker *m) {
  const policy_code_record japan_codes[] = {{STRING("cameo"), STRING("JPN")},
                                            {STRING("iso3166-1"), STRING("JPN")}};
  const policy_mention_record japan[] = {{find(m, "Tokyo"), POLICY_MENTION_CAPITAL},
                                         {find(m, "Japan"), POLICY_MENTION_NAME},
                                         {full_document_find(m->document, "Tokyo", 1), POLICY_MENTION_CAPITAL},
                                         {find(m, "It"), POLICY_MENTION_PRONOUN},
                                         {find(m, "Japanese"), POLICY_MENTION_DEMONYM}};
  const policy_mention_record delta[] = {{find(m, "The Delta Union"), POLICY_MENTION_NAME},
                                         {find(m, "the Delta Union"), POLICY_MENTION_DESCRIPTOR}};
  const policy_mention_record bank[] = {{find(m, "Mekong Water Bank"), POLICY_MENTION_ACRONYM}};
  const policy_mention_record lund[] = {{find(m, "Ana Lund"), POLICY_MENTION_NAME}};
  const policy_actor_record actors[ACTORS] = {
      [JAPAN] = {STRING("Japan"), POLICY_ACTOR_STATE, japan_codes, COUNT(japan_codes), japan, COUNT(japan)},
      [UNION] = {STRING("Delta Union"), POLICY_ACTOR_IGO, NULL, 0, delta, COUNT(delta)},
      [BANK] = {STRING("Mekong Water Bank"), POLICY_ACTOR_COMPANY, NULL, 0, bank, COUNT(bank)},
      [LUND] = {STRING("Ana Lund"), POLICY_ACTOR_PERSON, NULL, 0, lund, COUNT(lund)},
      [VILLAGES] = {STRING("the villages"), POLICY_ACTOR_GROUP, NULL, 0, NULL, 0}};
  for (uint32_t i = 0; i < ACTORS; i++)
    TRY(m, policy_builder_add_actor(m->builder, &actors[i], NULL, m->error));
}

/* ---- statements ----------------------------------------------------------------------------------------- */

static policy_component_record spanned(policy_role role, policy_span span, uint32_t actor, uint32_t parent) {
  policy_component_record record = POLICY_COMPONENT_RECORD_INIT;
  record.role = role;
  record.span = span;
  record.actor = actor;
  record.parent = parent;
  return record;
}

static void add_regulative(maker *m) {
  policy_component_record nested =
      spanned(POLICY_ROLE_ACTIVATION_CONDITION, find(m, "if the council agrees"), POLICY_NONE, POLICY_NONE);
  nested.statement = 1;
  policy_component_record lapse =
      spanned(POLICY_ROLE_OR_ELSE, find(m, "or else the grant lapses"), POLICY_NONE, POLICY_NONE);
  lapse.statement = 2;
  const policy_component_record components[] = {
      spanned(POLICY_ROLE_ATTRIBUTE, find(m, "Japan"), JAPAN, POLICY_NONE),
      spanned(POLICY_ROLE_ATTRIBUTE, find(m, "which leads the Delta Union"), POLICY_NONE, 0),
      spanned(POLICY_ROLE_ATTRIBUTE, find(m, "the Delta Union"), UNION, 1),
      spanned(POLICY_ROLE_ATTRIBUTE, find(m, "leads"), POLICY_NONE, 0),
      spanned(POLICY_ROLE_DEONTIC, find(m, "should"), POLICY_NONE, POLICY_NONE),
      spanned(POLICY_ROLE_AIM, find(m, "fund"), POLICY_NONE, POLICY_NONE),
      spanned(POLICY_ROLE_AIM, find(m, "gradually"), POLICY_NONE, 5),
      spanned(POLICY_ROLE_DIRECT_OBJECT, find(m, "r\xC3\xADver gauges"), POLICY_NONE, POLICY_NONE),
      spanned(POLICY_ROLE_DIRECT_OBJECT, find(m, "new"), POLICY_NONE, 7),
      spanned(POLICY_ROLE_INDIRECT_OBJECT, find(m, "the villages"), VILLAGES, POLICY_NONE),
      nested,
      spanned(POLICY_ROLE_EXECUTION_CONSTRAINT, find(m, "with the Mekong Water Bank"), BANK, POLICY_NONE),
      spanned(POLICY_ROLE_EXECUTION_CONSTRAINT, find(m, "by June 2017"), POLICY_NONE, POLICY_NONE),
      lapse};
  const policy_statement_record record = {POLICY_STATEMENT_REGULATIVE,
                                          between(m, "Japan, which", "grant lapses"),
                                          2,
                                          false,
                                          components,
                                          COUNT(components)};
  TRY(m, policy_builder_add_statement(m->builder, &record, NULL, m->error));
}

static void add_nested(maker *m) {
  const policy_component_record agrees[] = {
      spanned(POLICY_ROLE_ATTRIBUTE, find(m, "the council"), POLICY_NONE, POLICY_NONE),
      spanned(POLICY_ROLE_AIM, find(m, "agrees"), POLICY_NONE, POLICY_NONE)};
  policy_component_record granter = POLICY_COMPONENT_RECORD_INIT;
  granter.text = STRING("the grant\xE2\x80\x99s giver");
  granter.inferred = true;
  granter.actor = BANK;
  policy_component_record whole = POLICY_COMPONENT_RECORD_INIT;
  whole.role = POLICY_ROLE_EXECUTION_CONSTRAINT;
  whole.statement = 3;
  const policy_component_record lapses[] = {
      granter, spanned(POLICY_ROLE_AIM, find(m, "lapses"), POLICY_NONE, POLICY_NONE), whole};
  const policy_statement_record records[] = {
      {POLICY_STATEMENT_REGULATIVE, find(m, "the council agrees"), 2, false, agrees, COUNT(agrees)},
      {POLICY_STATEMENT_REGULATIVE, find(m, "the grant lapses"), POLICY_NONE, false, lapses, COUNT(lapses)}};
  for (uint32_t i = 0; i < COUNT(records); i++)
    TRY(m, policy_builder_add_statement(m->builder, &records[i], NULL, m->error));
}

static void add_others(maker *m) {
  const policy_component_record wait[] = {
      spanned(POLICY_ROLE_ATTRIBUTE, full_document_find(m->document, "Tokyo", 1), JAPAN, POLICY_NONE),
      spanned(POLICY_ROLE_DEONTIC, find(m, "must"), POLICY_NONE, POLICY_NONE),
      spanned(POLICY_ROLE_AIM, find(m, "wait"), POLICY_NONE, POLICY_NONE)};
  const policy_component_record good[] = {
      spanned(POLICY_ROLE_ENTITY, find(m, "A gauge"), POLICY_NONE, POLICY_NONE),
      spanned(POLICY_ROLE_MODAL, find(m, "may"), POLICY_NONE, POLICY_NONE),
      spanned(POLICY_ROLE_FUNCTION, find(m, "remain"), POLICY_NONE, POLICY_NONE),
      spanned(POLICY_ROLE_PROPERTY, find(m, "a public good"), POLICY_NONE, POLICY_NONE),
      spanned(POLICY_ROLE_PROPERTY, find(m, "public"), POLICY_NONE, 3)};
  const policy_statement_record records[] = {
      {POLICY_STATEMENT_REGULATIVE, find(m, "Tokyo must not wait"), 3, true, wait, COUNT(wait)},
      {POLICY_STATEMENT_CONSTITUTIVE, between(m, "A gauge", "public good"), 5, false, good, COUNT(good)}};
  for (uint32_t i = 0; i < COUNT(records); i++)
    TRY(m, policy_builder_add_statement(m->builder, &records[i], NULL, m->error));
}

/* ---- recommendations, times, events, relations, causal claims, warnings --------------------------------- */

static void add_recommendations(maker *m) {
  static const uint32_t japan[] = {JAPAN}, bank[] = {BANK, UNION}, villages[] = {VILLAGES};
  const policy_component_record ends[] = {
      spanned(POLICY_ROLE_PURPOSE, find(m, "so that floods kill nobody"), POLICY_NONE, POLICY_NONE),
      spanned(POLICY_ROLE_PURPOSE, find(m, "nobody"), POLICY_NONE, 0),
      spanned(POLICY_ROLE_REASON, find(m, "because rain brings flo-\nods"), POLICY_NONE, POLICY_NONE)};
  const policy_recommendation_record records[] = {
      {.statement = 0,
       .span = between(m, "Japan, which", "grant lapses."),
       .voice = POLICY_VOICE_AUTHOR,
       .speaker = UNION,
       .force = POLICY_FORCE_SHOULD,
       .addressee_implicit = true,
       .parties = {{japan, 1}, {bank, 2}, {villages, 1}, {villages, 1}},
       .components = ends,
       .component_count = COUNT(ends),
       .instrument = STRING("grant"),
       .topic = STRING("water"),
       .label = STRING("Recommendation 1"),
       .deadline = STRING("2017-06"),
       .status = STRING("accepted"),
       .why = STRING("deontic \"should\""),
       .specificity = 4,
       .confidence = 0.93},
      {.statement = 3,
       .span = find(m, "Tokyo must not wait"),
       .voice = POLICY_VOICE_REPORTED,
       .speaker = LUND,
       .force = POLICY_FORCE_MUST_NOT,
       .confidence = 1},
      {.statement = POLICY_NONE,
       .span = between(m, "It could", "partners"),
       .speaker = POLICY_NONE,
       .force = POLICY_FORCE_COULD}};
  for (uint32_t i = 0; i < COUNT(records); i++)
    TRY(m, policy_builder_add_recommendation(m->builder, &records[i], NULL, m->error));
}

static void add_surroundings(maker *m) {
  const policy_time_record times[] = {{find(m, "6 January 2016"), POLICY_TIME_DATE, STRING("2016-01-06"), false},
                                      {find(m, "June 2017"), POLICY_TIME_SET, STRING("2017-06"), false},
                                      {find(m, "by year"), POLICY_TIME_DURATION, STRING("P1Y"), true}};
  const policy_citation_record citations[] = {
      {find(m, "6 January 2016"), POLICY_CITATION_RESOLUTION, STRING("un-symbol"), STRING("A/RES/70/1")},
      {find(m, "June 2017"), POLICY_CITATION_REPORT, {"", 0}, {"", 0}}};
  const policy_participant_record there[] = {{UNION, STRING("host")}, {JAPAN, {"", 0}}};
  const policy_event_record events[] = {
      {between(m, "The Delta Union met", "2016"), STRING("meeting"), POLICY_EVENT_PAST, STRING("2016-01-06"),
       there, 2},
      {find(m, "the grant lapses"), STRING("lapse"), POLICY_EVENT_HYPOTHETICAL, {"", 0}, NULL, 0},
      {find(m, "fund new"), STRING("grant"), POLICY_EVENT_PLANNED, STRING("2017"), NULL, 0}};
  const policy_relation_record relations[] = {
      {JAPAN, UNION, STRING("leads"), POLICY_SIGN_POSITIVE, find(m, "which leads the Delta Union")},
      {JAPAN, BANK, STRING("works-with"), POLICY_SIGN_NEUTRAL, {0, 0}},
      {LUND, JAPAN, STRING("blames"), POLICY_SIGN_NEGATIVE, find(m, "said")}};
  const policy_causal_record causals[] = {
      {find(m, "rain"), find(m, "flo-\nods"), find(m, "brings"), POLICY_SIGN_POSITIVE},
      {find(m, "gauges"), find(m, "floods"), {0, 0}, POLICY_SIGN_NEGATIVE}};
  for (uint32_t i = 0; i < COUNT(times); i++)
    TRY(m, policy_builder_add_time(m->builder, &times[i], NULL, m->error));
  for (uint32_t i = 0; i < COUNT(citations); i++)
    TRY(m, policy_builder_add_citation(m->builder, &citations[i], NULL, m->error));
  for (uint32_t i = 0; i < COUNT(events); i++)
    TRY(m, policy_builder_add_event(m->builder, &events[i], NULL, m->error));
  for (uint32_t i = 0; i < COUNT(relations); i++)
    TRY(m, policy_builder_add_relation(m->builder, &relations[i], NULL, m->error));
  for (uint32_t i = 0; i < COUNT(causals); i++)
    TRY(m, policy_builder_add_causal(m->builder, &causals[i], NULL, m->error));
  TRY(m, policy_builder_add_warning(m->builder, "line-cut", "a word is cut at the end of a line",
                                    find(m, "flo-\nods"), m->error));
  TRY(m, policy_builder_add_warning(m->builder, "no-outline", "the file has no outline", (policy_span){0, 0},
                                    m->error));
}

policy_document *full_document(const policy_allocator *allocator, policy_error *error) {
  maker m = {.builder = policy_builder_new(text, sizeof text - 1, NULL, allocator, error), .error = error};
  if (m.builder == NULL) return NULL;
  m.document = policy_builder_document(m.builder);
  set_metadata(&m);
  add_blocks(&m);
  add_lines(&m);
  add_sentences(&m);
  add_actors(&m);
  add_regulative(&m);
  add_nested(&m);
  add_others(&m);
  add_recommendations(&m);
  add_surroundings(&m);
  if (m.status == POLICY_OK) return policy_builder_finish(m.builder, error);
  policy_builder_free(m.builder);
  return NULL;
}
