/* Adding parts: what is refused, and that a refused part leaves no trace. */
#include <check.h>
#include <math.h>
#include <stdio.h>

#include "sample.h"
#include "tally.h"

static policy_builder *builder;
static const policy_document *document;
static policy_error error;

static void set_up(void) {
  builder = policy_builder_new(sample_source, sizeof sample_source - 1, NULL, NULL, NULL);
  ck_assert_ptr_nonnull(builder);
  document = policy_builder_document(builder);
}

static void tear_down(void) {
  policy_builder_free(builder);
}

static void refused(policy_status status, const char *why) {
  ck_assert_int_eq(status, POLICY_ERROR_ARGUMENT);
  ck_assert_int_eq(error.code, POLICY_ERROR_ARGUMENT);
  if (why != NULL) ck_assert_msg(strstr(error.message, why) != NULL, "%s, not %s", error.message, why);
}

static void is(policy_string string, const char *expected) {
  ck_assert_uint_eq(string.size, strlen(expected));
  ck_assert_mem_eq(string.data, expected, string.size);
}

static policy_status block(uint32_t begin, uint32_t end) {
  const policy_block_record record = {.span = {begin, end}};
  return policy_builder_add_block(builder, &record, NULL, &error);
}

static policy_status sentence(uint32_t begin, uint32_t end) {
  return policy_builder_add_sentence(builder, (policy_span){begin, end}, NULL, 0, NULL, &error);
}

/* ---- metadata -------------------------------------------------------------------------------------------- */

START_TEST(strings_are_made_clean) {
  ck_assert_int_eq(policy_builder_set(builder, POLICY_FIELD_TITLE,
                                      (policy_string){"\xEF\xBB\xBF"
                                                      "e\xCC\x81\r\n\xFF",
                                                      9},
                                      NULL),
                   POLICY_OK);
  is(policy_document_title(document), "\xC3\xA9\n\xEF\xBF\xBD");
  ck_assert_int_eq(policy_builder_set(builder, POLICY_FIELD_TITLE, (policy_string){"b", 1}, NULL), POLICY_OK);
  is(policy_document_title(document), "b");
  ck_assert_int_eq(policy_builder_set(builder, POLICY_FIELD_TITLE, (policy_string){NULL, 0}, NULL), POLICY_OK);
  is(policy_document_title(document), "");
}
END_TEST

START_TEST(lists_grow_and_take_no_empty_string) {
  for (int i = 0; i < 100; i++)
    ck_assert_int_eq(policy_builder_set(builder, POLICY_FIELD_TOPIC, sample_string(i % 2 ? "x" : ""), NULL),
                     POLICY_OK);
  ck_assert_int_eq(policy_builder_set(builder, POLICY_FIELD_TOPIC, sample_string("\xEF\xBB\xBF"), NULL),
                   POLICY_OK);
  ck_assert_uint_eq(policy_document_topic_count(document), 50);
}
END_TEST

START_TEST(fields_that_are_none) {
  refused(policy_builder_set(builder, (policy_field)-1, sample_string("x"), &error), NULL);
  refused(policy_builder_set(builder, (policy_field)(POLICY_FIELD_REGION + 1), sample_string("x"), &error),
          NULL);
  refused(policy_builder_set(builder, POLICY_FIELD_TITLE, (policy_string){NULL, 1}, &error), NULL);
  refused(policy_builder_set(NULL, POLICY_FIELD_TITLE, sample_string("x"), &error), NULL);
}
END_TEST

START_TEST(a_document_has_an_id) {
  refused(policy_builder_set(builder, POLICY_FIELD_ID, sample_string(""), &error), "id");
  refused(policy_builder_set(builder, POLICY_FIELD_ID, sample_string("\xEF\xBB\xBF"), &error), "id");
  ck_assert_int_eq(strncmp(policy_document_id(document).data, "sha256:", 7), 0);
  ck_assert_int_eq(policy_builder_set(builder, POLICY_FIELD_ID, sample_string("x"), &error), POLICY_OK);
  is(policy_document_id(document), "x");
}
END_TEST

/* ---- warnings -------------------------------------------------------------------------------------------- */

START_TEST(warnings_lie_between_characters) {
  uint32_t size = (uint32_t)policy_document_text(document).size,
           count = policy_document_warning_count(document);
  uint32_t inside = sample_find(document, "\xC3\xA9", 0).begin + 1;
  ck_assert_int_eq(policy_builder_add_warning(builder, "a", "b", (policy_span){0, size}, &error), POLICY_OK);
  ck_assert_int_eq(policy_builder_add_warning(builder, "a", "b", (policy_span){size, size}, &error), POLICY_OK);
  refused(policy_builder_add_warning(builder, "a", "b", (policy_span){0, size + 1}, &error), NULL);
  refused(policy_builder_add_warning(builder, "a", "b", (policy_span){2, 1}, &error), NULL);
  refused(policy_builder_add_warning(builder, "a", "b", (policy_span){inside, size}, &error), NULL);
  refused(policy_builder_add_warning(builder, "a", "b", (policy_span){0, inside}, &error), NULL);
  refused(policy_builder_add_warning(builder, NULL, "b", (policy_span){0, 0}, &error), NULL);
  refused(policy_builder_add_warning(builder, "a", NULL, (policy_span){0, 0}, &error), NULL);
  ck_assert_uint_eq(policy_document_warning_count(document), count + 2);
}
END_TEST

/* ---- blocks and sentences -------------------------------------------------------------------------------- */

START_TEST(blocks_that_break_a_rule) {
  uint32_t size = (uint32_t)policy_document_text(document).size, id = 77;
  uint32_t inside = sample_find(document, "\xC3\xA9", 0).begin + 1;
  refused(block(0, size + 1), "bad span");
  refused(block(5, 5), "bad span");
  refused(block(6, 5), "bad span");
  refused(block(0, inside), "bad span");
  refused(block(inside, size), "bad span");
  refused(block(UINT32_MAX, UINT32_MAX), "bad span");
  policy_block_record record = {.kind = (policy_block_kind)-1, .span = {0, 10}};
  refused(policy_builder_add_block(builder, &record, &id, &error), "kind");
  record.kind = (policy_block_kind)(POLICY_BLOCK_BOILERPLATE + 1);
  refused(policy_builder_add_block(builder, &record, &id, &error), "kind");
  record.kind = POLICY_BLOCK_PARAGRAPH;
  record.box.width = -1;
  refused(policy_builder_add_block(builder, &record, &id, &error), "box");
  record.box.width = NAN;
  refused(policy_builder_add_block(builder, &record, &id, &error), "box");
  record.box.width = 0;
  record.part = (policy_block_part)(POLICY_BLOCK_PART_OPERATIVE + 1);
  refused(policy_builder_add_block(builder, &record, &id, &error), "part");
  record.part = POLICY_BLOCK_PART_NONE;
  record.language_confidence = 1.5;
  refused(policy_builder_add_block(builder, &record, &id, &error), "language_confidence");
  record.language_confidence = NAN;
  refused(policy_builder_add_block(builder, &record, &id, &error), "language_confidence");
  ck_assert_uint_eq(id, 77);
  ck_assert_uint_eq(policy_document_block_count(document), 0);
  ck_assert_int_eq(block(0, 10), POLICY_OK);
  refused(block(9, 12), "before the one before it ends");
  ck_assert_int_eq(block(10, size), POLICY_OK);
  ck_assert_uint_eq(policy_document_block_count(document), 2);
}
END_TEST

START_TEST(boxes_are_finite) {
  policy_block_record record = {.span = {0, 10}};
  float *members[] = {&record.box.left, &record.box.top, &record.box.width, &record.box.height};
  for (int i = 0; i < 4; i++) {
    *members[i] = INFINITY;
    refused(policy_builder_add_block(builder, &record, NULL, &error), "box");
    *members[i] = NAN;
    refused(policy_builder_add_block(builder, &record, NULL, &error), "box");
    *members[i] = 0;
  }
}
END_TEST

START_TEST(sentences_that_break_a_rule) {
  ck_assert_int_eq(block(0, 20), POLICY_OK);
  ck_assert_int_eq(block(30, 50), POLICY_OK);
  refused(sentence(20, 25), "no block");
  refused(sentence(10, 25), "crosses");
  refused(sentence(40, 60), "crosses");
  refused(sentence(5, 5), "bad span");
  /* none of these has moved the search for blocks on */
  ck_assert_int_eq(sentence(0, 10), POLICY_OK);
  refused(sentence(9, 12), "before the one before it ends");
  ck_assert_int_eq(sentence(10, 20), POLICY_OK);
  ck_assert_int_eq(sentence(30, 40), POLICY_OK);
  ck_assert_uint_eq(policy_sentence_block(policy_document_sentence(document, 1)).id, 0);
  ck_assert_uint_eq(policy_sentence_block(policy_document_sentence(document, 2)).id, 1);
}
END_TEST

START_TEST(blocks_come_before_their_sentences) {
  ck_assert_int_eq(sentence(0, 10), POLICY_OK);
  refused(block(0, 20), "sentence");
  refused(block(30, 40), "sentence");
  ck_assert_uint_eq(policy_document_block_count(document), 0);
}
END_TEST

START_TEST(blocks_and_sentences_in_turn) {
  ck_assert_int_eq(block(0, 20), POLICY_OK);
  ck_assert_int_eq(sentence(0, 10), POLICY_OK);
  ck_assert_int_eq(block(30, 40), POLICY_OK);
  ck_assert_int_eq(sentence(30, 40), POLICY_OK);
  ck_assert_int_eq(policy_document_check(document, NULL), POLICY_OK);
}
END_TEST

static policy_status tokens(policy_token_record *records, uint32_t count) {
  return policy_builder_add_sentence(builder, (policy_span){0, 23}, records, count, NULL, &error);
}

START_TEST(tokens_that_break_a_rule) {
  static const uint32_t heads[] = {1, 2, 3, 100, 0x80000000u, UINT32_MAX - 1, UINT32_MAX - 2};
  ck_assert_int_eq(block(0, 23), POLICY_OK);
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) { /* its own, and beyond */
    policy_token_record records[] = {{.span = {0, 5}, .head = POLICY_NONE},
                                     {.span = {6, 11}, .head = heads[i]}};
    refused(tokens(records, 2), "head");
  }
  policy_token_record twice[] = {{.span = {6, 11}, .head = POLICY_NONE}, {.span = {0, 5}, .head = 0}};
  refused(tokens(twice, 2), "order");
  static const int tags[] = {-1, POLICY_UPOS_X + 1, 0x10000 + POLICY_UPOS_NOUN, 0xFFFF};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
    policy_token_record record = {.span = {0, 5}, .head = POLICY_NONE, .upos = (policy_upos)tags[i]};
    refused(tokens(&record, 1), "part of speech");
  }
  policy_token_record outside = {.span = {20, 24}, .head = POLICY_NONE},
                      empty = {.span = {4, 4}, .head = POLICY_NONE};
  refused(tokens(&outside, 1), "span");
  refused(tokens(&empty, 1), "span");
  refused(policy_builder_add_sentence(builder, (policy_span){0, 5}, NULL, 1, NULL, &error), NULL);
  ck_assert_uint_eq(policy_document_token_count(document), 0);
  ck_assert_uint_eq(policy_document_sentence_count(document), 0);
}
END_TEST

START_TEST(heads_are_counted_in_their_sentence) {
  policy_token_record records[] = {{.span = {0, 5}, .head = 1}, {.span = {6, 11}, .head = POLICY_NONE}};
  ck_assert_int_eq(policy_builder_add_sentence(builder, (policy_span){0, 12}, records, 2, NULL, &error),
                   POLICY_OK);
  records[0].span = (policy_span){12, 15};
  records[1].span = (policy_span){16, 23};
  ck_assert_int_eq(policy_builder_add_sentence(builder, (policy_span){12, 23}, records, 2, NULL, &error),
                   POLICY_OK);
  ck_assert_uint_eq(policy_token_head(policy_document_token(document, 0)).id, 1);
  ck_assert_uint_eq(policy_token_head(policy_document_token(document, 2)).id, 3);
}
END_TEST

START_TEST(a_form_of_nothing_is_no_form) {
  policy_token_record record = {
      .span = {0, 5}, .form = {"\xEF\xBB\xBF", 3}, .lemma = {"\xEF\xBB\xBF", 3}, .head = POLICY_NONE};
  ck_assert_int_eq(tokens(&record, 1), POLICY_OK);
  is(policy_token_form(policy_document_token(document, 0)), "Clean");
  is(policy_token_lemma(policy_document_token(document, 0)), "");
}
END_TEST

START_TEST(strings_of_tokens_are_kept_once) {
  policy_token_record records[3] = {{.span = {0, 5}, .lemma = {"e\xCC\x81", 3}, .head = POLICY_NONE},
                                    {.span = {6, 11}, .lemma = {"\xC3\xA9", 2}, .head = POLICY_NONE},
                                    {.span = {12, 15}, .lemma = {"e\xCC\x81", 3}, .head = POLICY_NONE}};
  ck_assert_int_eq(tokens(records, 3), POLICY_OK);
  policy_string a = policy_token_lemma(policy_document_token(document, 0));
  is(a, "\xC3\xA9");
  ck_assert_ptr_eq(policy_token_lemma(policy_document_token(document, 1)).data, a.data);
  ck_assert_ptr_eq(policy_token_lemma(policy_document_token(document, 2)).data, a.data);
}
END_TEST

/* ---- actors ---------------------------------------------------------------------------------------------- */

static policy_status actor(policy_actor_record record) {
  return policy_builder_add_actor(builder, &record, NULL, &error);
}

START_TEST(actors_that_break_a_rule) {
  const policy_code_record unordered[] = {{{"b", 1}, {"1", 1}}, {{"a", 1}, {"1", 1}}},
                           twice[] = {{{"b", 1}, {"1", 1}}, {{"b", 1}, {"2", 1}}};
  const policy_code_record bare[] = {{{"", 0}, {"1", 1}}}, valueless[] = {{{"b", 1}, {NULL, 0}}};
  const policy_string name = {"Norland", 7};
  refused(actor((policy_actor_record){.kind = POLICY_ACTOR_STATE}), "no name");
  refused(actor((policy_actor_record){.name = name, .kind = (policy_actor_kind)99}), "kind");
  refused(actor((policy_actor_record){.name = name, .codes = unordered, .code_count = 2}), "order");
  refused(actor((policy_actor_record){.name = name, .codes = twice, .code_count = 2}), "order");
  refused(actor((policy_actor_record){.name = name, .codes = bare, .code_count = 1}), "without");
  refused(actor((policy_actor_record){.name = name, .codes = valueless, .code_count = 1}), "without");
  refused(actor((policy_actor_record){.name = name, .code_count = 1}), NULL);
  refused(actor((policy_actor_record){.name = name, .mention_count = 1}), NULL);
  static const policy_span bad[] = {{5, 5}, {6, 5}, {0, 100000}};
  for (size_t i = 0; i < 3; i++) {
    const policy_mention_record mention = {bad[i], POLICY_MENTION_NAME};
    refused(actor((policy_actor_record){.name = name, .mentions = &mention, .mention_count = 1}), "span");
  }
  const policy_mention_record disorder[] = {{{6, 11}, POLICY_MENTION_NAME}, {{0, 5}, POLICY_MENTION_NAME}};
  const policy_mention_record same[] = {{{0, 5}, POLICY_MENTION_NAME}, {{0, 5}, POLICY_MENTION_NAME}};
  const policy_mention_record odd = {{0, 5}, (policy_mention_form)77};
  refused(actor((policy_actor_record){.name = name, .mentions = disorder, .mention_count = 2}), "order");
  refused(actor((policy_actor_record){.name = name, .mentions = same, .mention_count = 2}), "twice");
  refused(actor((policy_actor_record){.name = name, .mentions = &odd, .mention_count = 1}), "form");
  ck_assert_uint_eq(policy_document_actor_count(document), 0);
  ck_assert_int_eq(actor((policy_actor_record){.name = name}), POLICY_OK);
}
END_TEST

/* ---- statements and recommendations ---------------------------------------------------------------------- */

static policy_component_record component(policy_role role, uint32_t begin, uint32_t parent) {
  policy_component_record record = POLICY_COMPONENT_RECORD_INIT;
  record.role = role;
  record.span = (policy_span){begin, begin + 1};
  record.parent = parent;
  return record;
}

static policy_status statement(policy_component_record *components, uint32_t count) {
  const policy_statement_record record = {
      .span = {0, 10}, .sentence = POLICY_NONE, .components = components, .component_count = count};
  return policy_builder_add_statement(builder, &record, NULL, &error);
}

START_TEST(components_that_break_a_rule) {
  policy_component_record c[3] = {component(POLICY_ROLE_AIM, 0, POLICY_NONE),
                                  component(POLICY_ROLE_ATTRIBUTE, 1, POLICY_NONE)};
  refused(statement(c, 2), "order");
  c[1] = component(POLICY_ROLE_AIM, 1, POLICY_NONE);
  refused(statement(c, 2), "one");
  c[1] = component(POLICY_ROLE_PURPOSE, 1, POLICY_NONE);
  refused(statement(c, 2), "belong");
  c[1] = component((policy_role)-1, 1, POLICY_NONE);
  refused(statement(c, 2), "belong");
  c[1] = component(POLICY_ROLE_DIRECT_OBJECT, 1, 0);
  refused(statement(c, 2), "another role");
  static const uint32_t parents[] = {1, 2, 5, UINT32_MAX - 1};
  for (size_t i = 0; i < 4; i++) {
    c[1] = component(POLICY_ROLE_AIM, 1, parents[i]);
    refused(statement(c, 2), "property");
  }
  c[0] = component(POLICY_ROLE_AIM, 0, 0);
  refused(statement(c, 1), "property");
  c[0] = component(POLICY_ROLE_DIRECT_OBJECT, 0, POLICY_NONE);
  c[1] = component(POLICY_ROLE_DIRECT_OBJECT, 1, POLICY_NONE);
  c[2] = component(POLICY_ROLE_DIRECT_OBJECT, 2, 0);
  refused(statement(c, 3), "away");
  c[2].parent = 1;
  ck_assert_int_eq(statement(c, 3), POLICY_OK);
  ck_assert_uint_eq(policy_document_statement_count(document), 1);
  ck_assert_uint_eq(
      policy_component_property_count(policy_statement_component(policy_document_statement(document, 0), 1)),
      1);
}
END_TEST

START_TEST(components_of_nothing_and_of_too_much) {
  policy_component_record c = component(POLICY_ROLE_AIM, 0, POLICY_NONE);
  c.text = sample_string("words");
  refused(statement(&c, 1), "text of its own");
  c.span = (policy_span){0, 0};
  ck_assert_int_eq(statement(&c, 1), POLICY_OK);
  c.text.size = 0;
  refused(statement(&c, 1), "without");
  c.span = (policy_span){5, 100000};
  refused(statement(&c, 1), "span");
  c.span = (policy_span){5, 4};
  refused(statement(&c, 1), "span");
  c.span = (policy_span){0, 1};
  c.actor = 0;
  refused(statement(&c, 1), "actor");
}
END_TEST

START_TEST(statements_that_break_a_rule) {
  policy_statement_record record = {.span = {0, 10}, .sentence = 0};
  refused(policy_builder_add_statement(builder, &record, NULL, &error), "sentence");
  record.sentence = POLICY_NONE;
  record.type = (policy_statement_type)2;
  refused(policy_builder_add_statement(builder, &record, NULL, &error), "type");
  record.type = POLICY_STATEMENT_REGULATIVE;
  record.component_count = 1;
  refused(policy_builder_add_statement(builder, &record, NULL, &error), NULL);
  record.component_count = 0;
  record.span = (policy_span){3, 3};
  refused(policy_builder_add_statement(builder, &record, NULL, &error), "span");
}
END_TEST

START_TEST(nested_statements_come_later_and_are_checked_at_the_end) {
  policy_component_record c = component(POLICY_ROLE_AIM, 0, POLICY_NONE);
  static const uint32_t nested[] = {0, 1, UINT32_MAX - 1};
  for (size_t i = 0; i < 3; i++) { /* itself, one that never comes, and nonsense */
    policy_builder *b = policy_builder_new("some text", 9, NULL, NULL, NULL);
    c.statement = nested[i];
    const policy_statement_record record = {
        .span = {0, 4}, .sentence = POLICY_NONE, .components = &c, .component_count = 1};
    ck_assert_int_eq(policy_builder_add_statement(b, &record, NULL, NULL), POLICY_OK);
    ck_assert_ptr_null(policy_builder_finish(b, &error));
    ck_assert_ptr_nonnull(strstr(error.message, "statements[0]"));
  }
}
END_TEST

static policy_status recommendation(policy_recommendation_record record) {
  return policy_builder_add_recommendation(builder, &record, NULL, &error);
}

#define ASK .statement = POLICY_NONE, .speaker = POLICY_NONE, .span = {0, 5}

START_TEST(recommendations_that_break_a_rule) {
  static const uint32_t ids[] = {0};
  policy_component_record aim = component(POLICY_ROLE_AIM, 0, POLICY_NONE);
  policy_component_record turned[] = {component(POLICY_ROLE_REASON, 0, POLICY_NONE),
                                      component(POLICY_ROLE_PURPOSE, 1, POLICY_NONE)};
  refused(recommendation((policy_recommendation_record){ASK, .voice = (policy_voice)2}), "voice");
  refused(recommendation((policy_recommendation_record){ASK, .force = (policy_force)9}), "force");
  refused(recommendation((policy_recommendation_record){ASK, .specificity = 6}), "specificity");
  refused(recommendation((policy_recommendation_record){ASK, .confidence = 1.5}), "confidence");
  refused(recommendation((policy_recommendation_record){ASK, .confidence = -0.1}), "confidence");
  refused(recommendation((policy_recommendation_record){ASK, .confidence = NAN}), "confidence");
  refused(recommendation((policy_recommendation_record){ASK, .parties = {{ids, 1}}}), "actor");
  refused(recommendation((policy_recommendation_record){ASK, .parties = {{NULL, 1}}}), NULL);
  refused(
      recommendation((policy_recommendation_record){.statement = POLICY_NONE, .speaker = 0, .span = {0, 5}}),
      "speaker");
  refused(
      recommendation((policy_recommendation_record){.statement = 0, .speaker = POLICY_NONE, .span = {0, 5}}),
      "statement");
  refused(recommendation((policy_recommendation_record){.statement = POLICY_NONE, .speaker = POLICY_NONE}),
          "span");
  refused(recommendation((policy_recommendation_record){ASK, .component_count = 1}), NULL);
  refused(recommendation((policy_recommendation_record){ASK, .components = &aim, .component_count = 1}),
          "belong");
  refused(recommendation((policy_recommendation_record){ASK, .components = turned, .component_count = 2}),
          "order");
  ck_assert_uint_eq(policy_document_recommendation_count(document), 0);
}
END_TEST

START_TEST(confidence_comes_in_steps) {
  static const struct {
    double given, kept;
  } cases[] = {{0, 0},
               {1, 1},
               {0.5, 0.5},
               {0.00004, 0},
               {0.00006, 0.0001},
               {0.99994, 0.9999},
               {0.99996, 1},
               {0.123449, 0.1234}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint32_t id;
    const policy_recommendation_record record = {ASK, .confidence = cases[i].given};
    ck_assert_int_eq(policy_builder_add_recommendation(builder, &record, &id, NULL), POLICY_OK);
    ck_assert_uint_eq(id, i);
    ck_assert(policy_recommendation_confidence(policy_document_recommendation(document, id)) == cases[i].kept);
  }
}
END_TEST

/* A refused record takes back its components, and those of the next begin where they should. */
START_TEST(refused_components_leave_no_trace) {
  policy_component_record bad[] = {component(POLICY_ROLE_ATTRIBUTE, 0, POLICY_NONE),
                                   component(POLICY_ROLE_ATTRIBUTE, 1, 7)};
  policy_component_record good[] = {component(POLICY_ROLE_AIM, 0, POLICY_NONE),
                                    component(POLICY_ROLE_AIM, 1, 0)};
  for (int i = 0; i < 50; i++) {
    refused(statement(bad, 2), "property");
    ck_assert_int_eq(statement(good, 2), POLICY_OK);
    policy_statement made = policy_document_statement(document, (uint32_t)i);
    ck_assert_uint_eq(policy_statement_component_count(made), 1);
    ck_assert_uint_eq(policy_statement_component(made, 0).id, (uint32_t)i * 2);
    ck_assert_uint_eq(policy_component_property_count(policy_statement_component(made, 0)), 1);
  }
}
END_TEST

/* ---- what surrounds them --------------------------------------------------------------------------------- */

START_TEST(times_events_relations_and_causes_that_break_a_rule) {
  policy_time_record time = {{0, 0}, POLICY_TIME_DATE, {"2031", 4}, false};
  refused(policy_builder_add_time(builder, &time, NULL, &error), "span");
  time.span.end = 5;
  time.type = (policy_time_type)4;
  refused(policy_builder_add_time(builder, &time, NULL, &error), "type");
  policy_citation_record citation = {.kind = POLICY_CITATION_URL};
  refused(policy_builder_add_citation(builder, &citation, NULL, &error), "span");
  citation.span.end = 5;
  citation.kind = (policy_citation_kind)7;
  refused(policy_builder_add_citation(builder, &citation, NULL, &error), "kind");
  citation.kind = POLICY_CITATION_URL;
  citation.scheme = sample_string("url");
  refused(policy_builder_add_citation(builder, &citation, NULL, &error), "without a value");
  const policy_participant_record nobody = {0, {"", 0}};
  policy_event_record event = {.span = {0, 5}, .participants = &nobody, .participant_count = 1};
  refused(policy_builder_add_event(builder, &event, NULL, &error), "actor");
  event.participants = NULL;
  refused(policy_builder_add_event(builder, &event, NULL, &error), NULL);
  event.participant_count = 0;
  event.status = (policy_event_status)3;
  refused(policy_builder_add_event(builder, &event, NULL, &error), "status");
  event.status = POLICY_EVENT_PAST;
  event.span.end = 0;
  refused(policy_builder_add_event(builder, &event, NULL, &error), "span");
  policy_relation_record relation = {0, 0, {"is", 2}, POLICY_SIGN_NEUTRAL, {0, 0}};
  refused(policy_builder_add_relation(builder, &relation, NULL, &error), "actor");
  ck_assert_int_eq(actor((policy_actor_record){.name = {"Norland", 7}}), POLICY_OK);
  ck_assert_int_eq(policy_builder_add_relation(builder, &relation, NULL, &error), POLICY_OK);
  relation.sign = (policy_sign)3;
  refused(policy_builder_add_relation(builder, &relation, NULL, &error), "sign");
  relation.sign = POLICY_SIGN_POSITIVE;
  relation.kind.size = 0;
  refused(policy_builder_add_relation(builder, &relation, NULL, &error), "kind");
  relation.span.begin = 1;
  refused(policy_builder_add_relation(builder, &relation, NULL, &error), "span");
  policy_causal_record causal = {{0, 5}, {6, 11}, {5, 5}, POLICY_SIGN_NEUTRAL};
  refused(policy_builder_add_causal(builder, &causal, NULL, &error), "neither");
  causal.sign = POLICY_SIGN_NEGATIVE;
  ck_assert_int_eq(policy_builder_add_causal(builder, &causal, NULL, &error), POLICY_OK);
  causal.effect.end = 6;
  refused(policy_builder_add_causal(builder, &causal, NULL, &error), "span");
  ck_assert_uint_eq(policy_document_time_count(document) + policy_document_event_count(document), 0);
  ck_assert_uint_eq(policy_document_relation_count(document) + policy_document_causal_count(document), 2);
}
END_TEST

/* ---- ceilings and memory --------------------------------------------------------------------------------- */

START_TEST(every_list_has_its_ceiling) {
  policy_limits limits = POLICY_LIMITS_INIT;
  limits.blocks = limits.tokens = limits.entries = 3;
  limits.mentions = 2;
  policy_builder *b = policy_builder_new("a b c d e f", 11, &limits, NULL, NULL);
  for (uint32_t i = 0; i < 4; i++) {
    policy_status expected = i < 3 ? POLICY_OK : POLICY_ERROR_LIMIT;
    const policy_span span = {2 * i, 2 * i + 1};
    const policy_block_record block = {.span = span};
    ck_assert_int_eq(policy_builder_add_block(b, &block, NULL, NULL), expected);
    const policy_token_record token = {.span = span,
                                       .form = {"w\0x\0y\0z" + 2 * i, 1},
                                       .lemma = {"l\0m\0n\0o" + 2 * i, 1},
                                       .xpos = {"p\0q\0v\0z" + 2 * i, 1},
                                       .features = {"f\0g\0h\0i" + 2 * i, 1},
                                       .relation = {"r\0s\0t\0u" + 2 * i, 1},
                                       .head = POLICY_NONE};
    ck_assert_int_eq(policy_builder_add_sentence(b, span, &token, 1, NULL, NULL), expected);
    const policy_mention_record mentions[] = {
        {{0, 1}, POLICY_MENTION_NAME}, {{2, 3}, POLICY_MENTION_NAME}, {{4, 5}, POLICY_MENTION_NAME}};
    policy_actor_record actor = {.name = {"A", 1}, .mentions = mentions, .mention_count = 3};
    ck_assert_int_eq(policy_builder_add_actor(b, &actor, NULL, &error), POLICY_ERROR_LIMIT);
    ck_assert_ptr_nonnull(strstr(error.message, "2 mentions"));
    actor.mention_count = 2;
    ck_assert_int_eq(policy_builder_add_actor(b, &actor, NULL, NULL), expected);
    const policy_statement_record statement = {.span = span, .sentence = POLICY_NONE};
    const policy_recommendation_record ask = {ASK};
    const policy_time_record time = {{0, 1}, POLICY_TIME_SET, {"P1D", 3}, true};
    const policy_citation_record citation = {.span = {i, i + 1}};
    const policy_event_record event = {.span = {0, 1}};
    const policy_relation_record relation = {.kind = {"is", 2}};
    const policy_causal_record causal = {{0, 1}, {2, 3}, {0, 0}, POLICY_SIGN_POSITIVE};
    ck_assert_int_eq(policy_builder_add_statement(b, &statement, NULL, NULL), expected);
    ck_assert_int_eq(policy_builder_add_recommendation(b, &ask, NULL, NULL), expected);
    ck_assert_int_eq(policy_builder_add_time(b, &time, NULL, NULL), expected);
    ck_assert_int_eq(policy_builder_add_citation(b, &citation, NULL, NULL), expected);
    ck_assert_int_eq(policy_builder_add_event(b, &event, NULL, NULL), expected);
    ck_assert_int_eq(policy_builder_add_relation(b, &relation, NULL, NULL), expected);
    ck_assert_int_eq(policy_builder_add_causal(b, &causal, NULL, NULL), expected);
    ck_assert_int_eq(policy_builder_set(b, POLICY_FIELD_AUTHOR, sample_string("x"), NULL), expected);
  }
  policy_document *made = policy_builder_finish(b, NULL);
  ck_assert_ptr_nonnull(made);
  ck_assert_int_eq(policy_document_check(made, NULL), POLICY_OK);
  policy_document_unref(made);
}
END_TEST

START_TEST(warnings_over_the_limit_are_counted) {
  for (uint32_t limit = 1; limit <= 3; limit++) {
    policy_limits limits = POLICY_LIMITS_INIT;
    limits.warnings = limit;
    for (uint32_t given = limit - 1; given <= limit + 2; given++) {
      policy_builder *b = policy_builder_new("text", 4, &limits, NULL, NULL);
      for (uint32_t i = 0; i < given; i++)
        ck_assert_int_eq(policy_builder_add_warning(b, "w", "m", (policy_span){0, 0}, NULL), POLICY_OK);
      policy_document *made = policy_builder_finish(b, NULL);
      ck_assert_uint_eq(policy_document_warning_count(made), given <= limit ? given : limit + 1);
      if (given > limit) {
        char words[40];
        snprintf(words, sizeof words, "%u more warnings", (unsigned)(given - limit));
        is(policy_warning_code(policy_document_warning(made, limit)), "more-warnings");
        is(policy_warning_message(policy_document_warning(made, limit)), words);
      }
      policy_document_unref(made);
    }
  }
}
END_TEST

START_TEST(no_builder_and_no_record) {
  const policy_span nowhere = {0, 0};
  refused(policy_builder_add_block(builder, NULL, NULL, &error), NULL);
  refused(policy_builder_add_actor(builder, NULL, NULL, &error), NULL);
  refused(policy_builder_add_statement(builder, NULL, NULL, &error), NULL);
  refused(policy_builder_add_recommendation(builder, NULL, NULL, &error), NULL);
  refused(policy_builder_add_time(builder, NULL, NULL, &error), NULL);
  refused(policy_builder_add_event(builder, NULL, NULL, &error), NULL);
  refused(policy_builder_add_relation(builder, NULL, NULL, &error), NULL);
  refused(policy_builder_add_causal(builder, NULL, NULL, &error), NULL);
  refused(policy_builder_add_sentence(NULL, nowhere, NULL, 0, NULL, &error), NULL);
  refused(policy_builder_add_warning(NULL, "a", "b", nowhere, &error), NULL);
  policy_builder_set_source(NULL, 1, 1);
}
END_TEST

Suite *suite_adding(void) {
  Suite *suite = suite_create("adding");
  TCase *tests = tcase_create("adding");
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, strings_are_made_clean);
  tcase_add_test(tests, lists_grow_and_take_no_empty_string);
  tcase_add_test(tests, fields_that_are_none);
  tcase_add_test(tests, a_document_has_an_id);
  tcase_add_test(tests, warnings_lie_between_characters);
  tcase_add_test(tests, blocks_that_break_a_rule);
  tcase_add_test(tests, boxes_are_finite);
  tcase_add_test(tests, sentences_that_break_a_rule);
  tcase_add_test(tests, blocks_come_before_their_sentences);
  tcase_add_test(tests, blocks_and_sentences_in_turn);
  tcase_add_test(tests, tokens_that_break_a_rule);
  tcase_add_test(tests, heads_are_counted_in_their_sentence);
  tcase_add_test(tests, a_form_of_nothing_is_no_form);
  tcase_add_test(tests, strings_of_tokens_are_kept_once);
  tcase_add_test(tests, actors_that_break_a_rule);
  tcase_add_test(tests, components_that_break_a_rule);
  tcase_add_test(tests, components_of_nothing_and_of_too_much);
  tcase_add_test(tests, statements_that_break_a_rule);
  tcase_add_test(tests, nested_statements_come_later_and_are_checked_at_the_end);
  tcase_add_test(tests, recommendations_that_break_a_rule);
  tcase_add_test(tests, confidence_comes_in_steps);
  tcase_add_test(tests, refused_components_leave_no_trace);
  tcase_add_test(tests, times_events_relations_and_causes_that_break_a_rule);
  tcase_add_test(tests, every_list_has_its_ceiling);
  tcase_add_test(tests, warnings_over_the_limit_are_counted);
  tcase_add_test(tests, no_builder_and_no_record);
  suite_add_tcase(suite, tests);
  return suite;
}
