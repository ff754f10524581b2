/* A document with annotations of one's own, written as JSON and as IG Script. */
#include <stdio.h>
#include <string.h>

#include <policy.h>

static const char text[] = "Fishing at night\n\nGhana should publish the position of every trawler.";

/* The place of some words in the text. */
static policy_span span_of(const char *words) {
  uint32_t begin = (uint32_t)(strstr(text, words) - text);
  return (policy_span){begin, begin + (uint32_t)strlen(words)};
}

static policy_component_record component(policy_role role, const char *words) {
  policy_component_record record = POLICY_COMPONENT_RECORD_INIT;
  record.role = role;
  record.span = span_of(words);
  return record;
}

static policy_string string(const char *words) {
  return (policy_string){words, strlen(words)};
}

static policy_status annotate(policy_builder *builder, policy_error *error) {
  policy_block_record heading = {.kind = POLICY_BLOCK_HEADING, .level = 1, .span = span_of("Fishing at night")};
  policy_span sentence = span_of("Ghana should publish the position of every trawler.");
  policy_block_record paragraph = {.kind = POLICY_BLOCK_PARAGRAPH, .span = sentence};
  policy_code_record code = {string("iso3166-1"), string("GHA")};
  policy_mention_record mention = {span_of("Ghana"), POLICY_MENTION_NAME};
  policy_actor_record actor = {string("Ghana"), POLICY_ACTOR_STATE, &code, 1, &mention, 1};
  policy_component_record parts[] = {
      component(POLICY_ROLE_ATTRIBUTE, "Ghana"), component(POLICY_ROLE_DEONTIC, "should"),
      component(POLICY_ROLE_AIM, "publish"),
      component(POLICY_ROLE_DIRECT_OBJECT, "the position of every trawler")};
  policy_statement_record statement = {.type = POLICY_STATEMENT_REGULATIVE, .span = sentence,
                                       .components = parts, .component_count = 4};
  uint32_t ghana = 0, first = 0;
  policy_status status = policy_builder_set(builder, POLICY_FIELD_TITLE, string("Fishing at night"), error);
  if (status == POLICY_OK) status = policy_builder_add_block(builder, &heading, NULL, error);
  if (status == POLICY_OK) status = policy_builder_add_block(builder, &paragraph, NULL, error);
  if (status == POLICY_OK)
    status = policy_builder_add_sentence(builder, sentence, NULL, 0, &statement.sentence, error);
  if (status == POLICY_OK) status = policy_builder_add_actor(builder, &actor, &ghana, error);
  parts[0].actor = ghana;
  if (status == POLICY_OK) status = policy_builder_add_statement(builder, &statement, &first, error);
  policy_recommendation_record recommendation = {
      .statement = first, .span = sentence, .voice = POLICY_VOICE_AUTHOR, .speaker = POLICY_NONE,
      .force = POLICY_FORCE_SHOULD, .parties = {[POLICY_PARTY_ADDRESSEE] = {&ghana, 1}}};
  if (status == POLICY_OK) status = policy_builder_add_recommendation(builder, &recommendation, NULL, error);
  return status;
}

static int print(const policy_document *document, policy_error *error) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  policy_status status = policy_json_write(document, POLICY_JSON_INDENT, &buffer, error);
  if (status == POLICY_OK) status = policy_buffer_append(&buffer, "\n\n", 2);
  if (status == POLICY_OK)
    status = policy_igscript_write(policy_document_statement(document, 0), &buffer, error);
  if (status == POLICY_OK) puts(buffer.data);
  policy_buffer_free(&buffer);
  return status == POLICY_OK ? 0 : 1;
}

int main(void) {
  policy_error error = {0};
  policy_builder *builder = policy_builder_new(text, strlen(text), NULL, NULL, &error);
  policy_document *document = NULL;
  bool good = builder != NULL && annotate(builder, &error) == POLICY_OK;
  if (good) document = policy_builder_finish(builder, &error);
  else policy_builder_free(builder);
  int result = document != NULL ? print(document, &error) : 1;
  if (result != 0) fprintf(stderr, "%s\n", error.message);
  policy_document_unref(document);
  return result;
}
