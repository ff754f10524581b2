/* Every public function with what it should not be given: NULL, null parts, numbers that are none, members of
   no enumeration. Fails when a name of libpolicy.sym is not called here. */
#include <limits.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <policy.h>

#include "../tap.h"
#include "../unit/sample.h"

/* ---- which functions were called ------------------------------------------------------------------------- */

static const char *called[512];
static size_t called_count;
static int wrong;

static void note(const char *name) {
  for (size_t i = 0; i < called_count; i++)
    if (strcmp(called[i], name) == 0) return;
  called[called_count++] = name;
}

static bool was_called(const char *name) {
  for (size_t i = 0; i < called_count; i++)
    if (strcmp(called[i], name) == 0) return true;
  return false;
}

static void expect(bool good, const char *name, int line) {
  if (!good) {
    printf("# %s, line %d\n", name, line);
    wrong++;
  }
}

#define CALL(f) (note(#f), f)
#define EXPECT(f, ...) expect((note(#f), (__VA_ARGS__)), #f, __LINE__)

/* ---- what is nothing
 * ------------------------------------------------------------------------------------------ */

static bool no_string(policy_string s) {
  return s.data != NULL && s.size == 0;
}

static bool no_span(policy_span s) {
  return s.begin == 0 && s.end == 0;
}

#define NO_PART(part) ((part).document == NULL && (part).id == POLICY_NONE)
#define STRING(f, ...) EXPECT(f, no_string(f(__VA_ARGS__)))
#define SPAN(f, ...) EXPECT(f, no_span(f(__VA_ARGS__)))
#define ZERO(f, ...) EXPECT(f, f(__VA_ARGS__) == 0)
#define PART(f, ...) EXPECT(f, NO_PART(f(__VA_ARGS__)))

static void nobody_block(const policy_document *d, uint32_t id) {
  policy_block p = {d, id};
  ZERO(policy_block_kind_of, p);
  ZERO(policy_block_level, p);
  ZERO(policy_block_page, p);
  STRING(policy_block_place, p);
  STRING(policy_block_language, p);
  STRING(policy_block_speaker, p);
  STRING(policy_block_number, p);
  ZERO(policy_block_part_of, p);
  EXPECT(policy_block_language_confidence, !(policy_block_language_confidence(p) > 0));
  SPAN(policy_block_span, p);
  EXPECT(policy_block_box, policy_block_box(p).width == 0 && policy_block_box(p).height == 0);
}

static void nobody_page(const policy_document *d, uint32_t id) {
  policy_page page = {d, id};
  policy_line line = {d, id};
  EXPECT(policy_page_width, !(policy_page_width(page) > 0));
  EXPECT(policy_page_height, !(policy_page_height(page) > 0));
  ZERO(policy_page_line_count, page);
  PART(policy_page_line, page, 0);
  SPAN(policy_line_span, line);
  ZERO(policy_line_page, line);
  EXPECT(policy_line_box, !(policy_line_box(line).width > 0));
  EXPECT(policy_line_box_of, !(policy_line_box_of(line, (policy_span){0, UINT32_MAX}).width > 0));
  EXPECT(policy_line_size, !(policy_line_size(line) > 0));
  ZERO(policy_line_is_bold, line);
  ZERO(policy_line_is_italic, line);
  ZERO(policy_line_is_turned, line);
}

static void nobody_sentence(const policy_document *d, uint32_t id) {
  policy_sentence p = {d, id};
  SPAN(policy_sentence_span, p);
  PART(policy_sentence_block, p);
  ZERO(policy_sentence_token_count, p);
  PART(policy_sentence_token, p, 0);
  PART(policy_sentence_token, p, POLICY_NONE);
}

static void nobody_token(const policy_document *d, uint32_t id) {
  policy_token p = {d, id};
  SPAN(policy_token_span, p);
  STRING(policy_token_form, p);
  STRING(policy_token_lemma, p);
  STRING(policy_token_xpos, p);
  STRING(policy_token_features, p);
  STRING(policy_token_relation, p);
  ZERO(policy_token_upos, p);
  ZERO(policy_token_is_joined, p);
  PART(policy_token_head, p);
}

static void nobody_warning(const policy_document *d, uint32_t id) {
  policy_warning p = {d, id};
  STRING(policy_warning_code, p);
  STRING(policy_warning_message, p);
  SPAN(policy_warning_span, p);
}

static void nobody_actor(const policy_document *d, uint32_t id) {
  policy_actor p = {d, id};
  STRING(policy_actor_name, p);
  ZERO(policy_actor_kind_of, p);
  ZERO(policy_actor_code_count, p);
  STRING(policy_actor_code_scheme, p, 0);
  STRING(policy_actor_code_value, p, 0);
  STRING(policy_actor_code, p, "iso3166-1");
  STRING(policy_actor_code, p, NULL);
  ZERO(policy_actor_mention_count, p);
  SPAN(policy_actor_mention_span, p, 0);
  ZERO(policy_actor_mention_form, p, 0);
}

static void nobody_component(const policy_document *d, uint32_t id) {
  policy_component p = {d, id};
  ZERO(policy_component_role, p);
  SPAN(policy_component_span, p);
  STRING(policy_component_text, p);
  ZERO(policy_component_is_inferred, p);
  PART(policy_component_actor, p);
  ZERO(policy_component_property_count, p);
  PART(policy_component_property, p, 0);
  PART(policy_component_statement, p);
}

static void nobody_statement(const policy_document *d, uint32_t id) {
  policy_statement p = {d, id};
  ZERO(policy_statement_type_of, p);
  SPAN(policy_statement_span, p);
  PART(policy_statement_sentence, p);
  ZERO(policy_statement_is_negated, p);
  ZERO(policy_statement_component_count, p);
  PART(policy_statement_component, p, 0);
  ZERO(policy_statement_role_count, p, POLICY_ROLE_AIM);
  PART(policy_statement_role, p, POLICY_ROLE_AIM, 0);
  policy_buffer buffer = POLICY_BUFFER_INIT;
  EXPECT(policy_igscript_write, policy_igscript_write(p, &buffer, NULL) == POLICY_OK && buffer.size == 0);
  policy_buffer_free(&buffer);
}

static void nobody_recommendation(const policy_document *d, uint32_t id) {
  policy_recommendation p = {d, id};
  PART(policy_recommendation_statement, p);
  SPAN(policy_recommendation_span, p);
  ZERO(policy_recommendation_voice, p);
  PART(policy_recommendation_speaker, p);
  ZERO(policy_recommendation_force, p);
  ZERO(policy_recommendation_is_addressee_implicit, p);
  ZERO(policy_recommendation_actor_count, p, POLICY_PARTY_ADDRESSEE);
  PART(policy_recommendation_actor, p, POLICY_PARTY_ADDRESSEE, 0);
  ZERO(policy_recommendation_purpose_count, p);
  PART(policy_recommendation_purpose, p, 0);
  ZERO(policy_recommendation_reason_count, p);
  PART(policy_recommendation_reason, p, 0);
  STRING(policy_recommendation_instrument, p);
  STRING(policy_recommendation_topic, p);
  STRING(policy_recommendation_label, p);
  STRING(policy_recommendation_deadline, p);
  STRING(policy_recommendation_status, p);
  STRING(policy_recommendation_why, p);
  ZERO(policy_recommendation_specificity, p);
  ZERO(policy_recommendation_confidence, p);
}

static void nobody_else(const policy_document *d, uint32_t id) {
  policy_time time = {d, id};
  policy_citation citation = {d, id};
  policy_event event = {d, id};
  policy_relation relation = {d, id};
  policy_causal causal = {d, id};
  ZERO(policy_time_type_of, time);
  SPAN(policy_time_span, time);
  STRING(policy_time_value, time);
  ZERO(policy_time_is_deadline, time);
  ZERO(policy_citation_kind_of, citation);
  SPAN(policy_citation_span, citation);
  STRING(policy_citation_scheme, citation);
  STRING(policy_citation_value, citation);
  SPAN(policy_event_span, event);
  STRING(policy_event_kind, event);
  ZERO(policy_event_status_of, event);
  STRING(policy_event_date, event);
  ZERO(policy_event_participant_count, event);
  PART(policy_event_participant, event, 0);
  STRING(policy_event_participant_role, event, 0);
  PART(policy_relation_from, relation);
  PART(policy_relation_to, relation);
  STRING(policy_relation_kind, relation);
  ZERO(policy_relation_sign, relation);
  SPAN(policy_relation_span, relation);
  SPAN(policy_causal_cause, causal);
  SPAN(policy_causal_effect, causal);
  SPAN(policy_causal_marker, causal);
  EXPECT(policy_causal_sign, policy_causal_sign(causal) == POLICY_SIGN_POSITIVE); /* it has no other */
}

static void nobody(const policy_document *d, uint32_t id) {
  nobody_block(d, id);
  nobody_page(d, id);
  nobody_sentence(d, id);
  nobody_token(d, id);
  nobody_warning(d, id);
  nobody_actor(d, id);
  nobody_component(d, id);
  nobody_statement(d, id);
  nobody_recommendation(d, id);
  nobody_else(d, id);
}

/* ---- documents
 * ------------------------------------------------------------------------------------------------ */

/* The lists of a document: how long, and what lies beyond the end. */
static void lists(const policy_document *d) {
#define LIST(count, at)                                                                                        \
  do {                                                                                                         \
    uint32_t n = CALL(count)(d);                                                                               \
    if (d == NULL) EXPECT(count, n == 0);                                                                      \
    for (uint32_t more = 0; more < 3; more++) PART(at, d, n + more);                                           \
    PART(at, d, POLICY_NONE);                                                                                  \
    PART(at, d, POLICY_NONE - 1);                                                                              \
  } while (0)
#define STRINGS(count, at)                                                                                     \
  do {                                                                                                         \
    uint32_t n = CALL(count)(d);                                                                               \
    if (d == NULL) EXPECT(count, n == 0);                                                                      \
    STRING(at, d, n);                                                                                          \
    STRING(at, d, POLICY_NONE);                                                                                \
  } while (0)
  LIST(policy_document_block_count, policy_document_block);
  LIST(policy_document_page_count, policy_document_page);
  LIST(policy_document_line_count, policy_document_line);
  LIST(policy_document_sentence_count, policy_document_sentence);
  LIST(policy_document_token_count, policy_document_token);
  LIST(policy_document_warning_count, policy_document_warning);
  LIST(policy_document_actor_count, policy_document_actor);
  LIST(policy_document_statement_count, policy_document_statement);
  LIST(policy_document_recommendation_count, policy_document_recommendation);
  LIST(policy_document_time_count, policy_document_time);
  LIST(policy_document_citation_count, policy_document_citation_at);
  LIST(policy_document_event_count, policy_document_event);
  LIST(policy_document_relation_count, policy_document_relation);
  LIST(policy_document_causal_count, policy_document_causal);
  STRINGS(policy_document_contributor_count, policy_document_contributor_name);
  STRING(policy_document_contributor_affiliation, d, POLICY_NONE);
  ZERO(policy_document_contributor_role, d, POLICY_NONE);
  STRINGS(policy_document_date_count, policy_document_date_value);
  STRING(policy_document_date_source, d, POLICY_NONE);
  ZERO(policy_document_date_kind, d, POLICY_NONE);
  STRINGS(policy_document_identifier_count, policy_document_identifier_value);
  STRING(policy_document_identifier_scheme, d, POLICY_NONE);
  STRINGS(policy_document_subject_count, policy_document_subject_label);
  STRING(policy_document_subject_code, d, POLICY_NONE);
  STRING(policy_document_subject_scheme, d, POLICY_NONE);
  STRINGS(policy_document_author_count, policy_document_author);
  STRINGS(policy_document_topic_count, policy_document_topic);
  STRINGS(policy_document_region_count, policy_document_region);
}

static void no_document(void) {
  STRING(policy_document_text, NULL);
  STRING(policy_document_slice, NULL, (policy_span){0, 10});
  STRING(policy_document_id, NULL);
  STRING(policy_document_source_name, NULL);
  STRING(policy_document_media_type, NULL);
  STRING(policy_document_charset, NULL);
  ZERO(policy_document_source_size, NULL);
  ZERO(policy_document_page_count, NULL);
  ZERO(policy_document_source_offset, NULL, 5);
  EXPECT(policy_document_source, policy_document_source(NULL, (policy_span){0, 5}).end == 0);
  EXPECT(policy_document_block_at, policy_document_block_at(NULL, 5).document == NULL);
  EXPECT(policy_document_line_at, policy_document_line_at(NULL, 5).document == NULL);
  ZERO(policy_document_page_at, NULL, 5);
  EXPECT(policy_document_position, policy_document_position(NULL, 5).byte == 0);
  ZERO(policy_document_byte_of_code_point, NULL, 5);
  ZERO(policy_document_byte_of_utf16, NULL, 5);
  SPAN(policy_document_code_points, NULL, (policy_span){1, 2});
  STRING(policy_document_title, NULL);
  STRING(policy_document_subtitle, NULL);
  STRING(policy_document_date, NULL);
  STRING(policy_document_publisher, NULL);
  STRING(policy_document_language, NULL);
  ZERO(policy_document_charset_source, NULL);
  EXPECT(policy_document_charset_confidence, !(policy_document_charset_confidence(NULL) > 0));
  EXPECT(policy_document_language_confidence, !(policy_document_language_confidence(NULL) > 0));
  STRING(policy_document_identifier, NULL);
  STRING(policy_document_url, NULL);
  STRING(policy_document_type, NULL);
  STRING(policy_document_publisher_type, NULL);
  STRING(policy_document_series, NULL);
  STRING(policy_document_licence, NULL);
  STRING(policy_document_citation, NULL);
  STRING(policy_document_extra, NULL);
  EXPECT(policy_document_ref, policy_document_ref(NULL) == NULL);
  CALL(policy_document_unref)(NULL);
  EXPECT(policy_document_check, policy_document_check(NULL, NULL) == POLICY_ERROR_ARGUMENT);
  lists(NULL);
}

static void odd_places(const policy_document *d) {
  static const uint32_t numbers[] = {0, 1, 1000, 0x7FFFFFFF, 0x80000000, UINT32_MAX - 1, UINT32_MAX};
  uint32_t size = (uint32_t)policy_document_text(d).size;
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
      policy_span span = {numbers[i], numbers[k]};
      policy_string slice = policy_document_slice(d, span);
      EXPECT(policy_document_slice, slice.data != NULL && slice.size <= size);
      EXPECT(policy_document_code_points, policy_document_code_points(d, span).end <= size);
      EXPECT(policy_document_source, policy_document_source(d, span).end <= policy_document_source_size(d));
    }
    EXPECT(policy_document_position, policy_document_position(d, numbers[i]).byte <= size);
    EXPECT(policy_document_byte_of_code_point, policy_document_byte_of_code_point(d, numbers[i]) <= size);
    EXPECT(policy_document_byte_of_utf16, policy_document_byte_of_utf16(d, numbers[i]) <= size);
    EXPECT(policy_document_source_offset,
           policy_document_source_offset(d, numbers[i]) <= policy_document_source_size(d));
  }
}

/* ---- enumerations
 * --------------------------------------------------------------------------------------------- */

static void odd_members(const policy_document *d) {
  static const int numbers[] = {-1, 18, 100, 65536, INT_MAX, INT_MIN};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    int n = numbers[i];
#define NAME(f, type) EXPECT(f, strcmp(f((type)n), "") == 0)
    NAME(policy_block_kind_name, policy_block_kind);
    NAME(policy_block_part_name, policy_block_part);
    NAME(policy_charset_source_name, policy_charset_source);
    NAME(policy_upos_name, policy_upos);
    NAME(policy_actor_kind_name, policy_actor_kind);
    NAME(policy_mention_form_name, policy_mention_form);
    NAME(policy_statement_type_name, policy_statement_type);
    NAME(policy_role_name, policy_role);
    NAME(policy_role_symbol, policy_role);
    NAME(policy_force_name, policy_force);
    NAME(policy_voice_name, policy_voice);
    NAME(policy_party_name, policy_party);
    NAME(policy_time_type_name, policy_time_type);
    NAME(policy_citation_kind_name, policy_citation_kind);
    NAME(policy_contributor_role_name, policy_contributor_role);
    NAME(policy_date_kind_name, policy_date_kind);
    NAME(policy_event_status_name, policy_event_status);
    NAME(policy_sign_name, policy_sign);
    EXPECT(policy_status_message, strlen(policy_status_message((policy_status)n)) > 0);
    policy_recommendation r = policy_document_recommendation(d, 0);
    policy_statement s = policy_document_statement(d, 0);
    ZERO(policy_recommendation_actor_count, r, (policy_party)n);
    PART(policy_recommendation_actor, r, (policy_party)n, 0);
    ZERO(policy_statement_role_count, s, (policy_role)n);
    PART(policy_statement_role, s, (policy_role)n, 0);
  }
}

/* ---- calls that fail
 * ------------------------------------------------------------------------------------------ */

#define REFUSED(f, ...)                                                                                        \
  do {                                                                                                         \
    policy_error error = {POLICY_OK, 0, ""};                                                                   \
    EXPECT(f, f(__VA_ARGS__, &error) == POLICY_ERROR_ARGUMENT && error.code == POLICY_ERROR_ARGUMENT &&        \
                  error.message[0] != '\0');                                                                   \
    EXPECT(f, f(__VA_ARGS__, NULL) == POLICY_ERROR_ARGUMENT);                                                  \
  } while (0)
#define NOTHING_MADE(status, f, ...)                                                                           \
  do {                                                                                                         \
    policy_error error = {POLICY_OK, 0, ""};                                                                   \
    EXPECT(f, f(__VA_ARGS__, &error) == NULL && error.code == (status) && error.message[0] != '\0');           \
    EXPECT(f, f(__VA_ARGS__, NULL) == NULL);                                                                   \
  } while (0)

static void builders(void) {
  const policy_span span = {0, 1};
  NOTHING_MADE(POLICY_ERROR_ARGUMENT, policy_builder_new, NULL, 5, NULL, NULL);
  NOTHING_MADE(POLICY_ERROR_ARGUMENT, policy_builder_finish, NULL);
  CALL(policy_builder_free)(NULL);
  EXPECT(policy_builder_document, policy_builder_document(NULL) == NULL);
  CALL(policy_builder_set_source)(NULL, 1, 1);
  REFUSED(policy_builder_set, NULL, POLICY_FIELD_TITLE, ((policy_string){"", 0}));
  policy_builder *owners[] = {NULL, policy_builder_new("text", 4, NULL, NULL, NULL)};
  for (int i = 0; i < 2; i++) {
    REFUSED(policy_builder_add_contributor, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_date, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_identifier, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_subject, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_block, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_page, owners[i], -1.0F, 1.0F);
    REFUSED(policy_builder_add_line, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_actor, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_statement, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_recommendation, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_time, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_citation, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_event, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_relation, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_causal, owners[i], NULL, NULL);
    REFUSED(policy_builder_add_sentence, owners[i], span, NULL, 1, NULL);
    REFUSED(policy_builder_add_warning, owners[i], NULL, NULL, span);
  }
  policy_builder_free(owners[1]);
}

static void buffers(void) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  EXPECT(policy_buffer_append, policy_buffer_append(NULL, "a", 1) == POLICY_ERROR_ARGUMENT);
  EXPECT(policy_buffer_append, policy_buffer_append(&buffer, NULL, 1) == POLICY_ERROR_ARGUMENT);
  EXPECT(policy_buffer_append, policy_buffer_append(&buffer, "a", SIZE_MAX) == POLICY_ERROR_LIMIT);
  CALL(policy_buffer_free)(NULL);
  CALL(policy_buffer_free)(&buffer);
}

static void readers(const policy_document *d) {
  policy_options options = POLICY_OPTIONS_INIT;
  NOTHING_MADE(POLICY_ERROR_ARGUMENT, policy_read, NULL, 5, NULL);
  NOTHING_MADE(POLICY_ERROR_ARGUMENT, policy_read_file, NULL, NULL);
  NOTHING_MADE(POLICY_ERROR_IO, policy_read_file, "", NULL);
  NOTHING_MADE(POLICY_ERROR_ARGUMENT, policy_analyse_file, NULL, NULL);
  NOTHING_MADE(POLICY_ERROR_IO, policy_analyse_file, "/no/such/file", NULL);
  NOTHING_MADE(POLICY_ERROR_ARGUMENT, policy_analyse, NULL, NULL);
  NOTHING_MADE(POLICY_ERROR_ARGUMENT, policy_parse, NULL, NULL);
  NOTHING_MADE(POLICY_ERROR_ARGUMENT, policy_json_read, NULL, 5, NULL);
  NOTHING_MADE(POLICY_ERROR_FORMAT, policy_json_read, NULL, 0, NULL);
  options.media_type = "nonsense/\n\xFF";
  NOTHING_MADE(POLICY_ERROR_UNSUPPORTED, policy_read, "text", 4, &options);
  options.media_type = "text/x-conllu";
  NOTHING_MADE(POLICY_ERROR_FORMAT, policy_read, "text", 4, &options);
  options.media_type = "";
  NOTHING_MADE(POLICY_ERROR_UNSUPPORTED, policy_read, "text", 4, &options);
  options.size = 0; /* older than the first: all defaults */
  policy_document *read = policy_read("text", 4, &options, NULL);
  EXPECT(policy_read, read != NULL);
  policy_document_unref(read);
  policy_document *analysed = policy_analyse(d, NULL, NULL), *again = policy_analyse(analysed, NULL, NULL);
  EXPECT(policy_analyse, analysed != NULL && again != NULL);
  policy_document_unref(analysed);
  policy_document_unref(again);
  policy_document *parsed = policy_parse(d, NULL, NULL), *twice = policy_parse(parsed, NULL, NULL);
  EXPECT(policy_parse, parsed != NULL && twice != NULL);
  EXPECT(policy_parse, policy_document_sentence_count(parsed) == policy_document_sentence_count(d));
  policy_document_unref(parsed);
  policy_document_unref(twice);
}

/* Options of a library that had no member `full` yet. */
static void older_options(const policy_document *d) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.size = offsetof(policy_options, full);
  memset(&options.full, 0xFF, sizeof options.full); /* not looked at */
  policy_document *analysed = policy_analyse(d, &options, NULL), *parsed = policy_parse(d, &options, NULL);
  EXPECT(policy_analyse, analysed != NULL);
  EXPECT(policy_parse, parsed != NULL);
  policy_document_unref(analysed);
  policy_document_unref(parsed);
}

static void models(void) {
  policy_error error = {0};
  EXPECT(policy_model_new, policy_model_new(NULL, 1, NULL, &error) == NULL && error.code == POLICY_ERROR_ARGUMENT);
  EXPECT(policy_model_new, policy_model_new(NULL, 0, NULL, &error) == NULL && error.code == POLICY_ERROR_FORMAT);
  EXPECT(policy_model_new, policy_model_new("policyW1", 8, NULL, &error) == NULL && error.code == POLICY_ERROR_FORMAT);
  EXPECT(policy_model_open, policy_model_open(NULL, NULL, &error) == NULL && error.code == POLICY_ERROR_ARGUMENT);
  EXPECT(policy_model_open, policy_model_open("/no/such/file", NULL, &error) == NULL && error.code == POLICY_ERROR_IO);
  EXPECT(policy_model_ref, policy_model_ref(NULL) == NULL);
  CALL(policy_model_unref)(NULL);
}

static void entry_of(policy_entry e) {
  STRING(policy_entry_id, e);
  STRING(policy_entry_name, e);
  STRING(policy_entry_sector, e);
  STRING(policy_entry_from, e);
  STRING(policy_entry_to, e);
  STRING(policy_entry_name_in, e, "en");
  STRING(policy_entry_name_in, e, NULL);
  STRING(policy_entry_code, e, "m49");
  STRING(policy_entry_code, e, NULL);
  EXPECT(policy_entry_kind, policy_entry_kind(e) == POLICY_ACTOR_OTHER);
  ZERO(policy_entry_code_count, e);
  ZERO(policy_entry_link_count, e);
  ZERO(policy_entry_post_count, e);
  STRING(policy_entry_post_title, e, 0);
  STRING(policy_entry_post_from, e, 0);
  STRING(policy_entry_post_to, e, UINT32_MAX);
  EXPECT(policy_entry_post, policy_entry_post(e, 0).gazetteer == NULL);
  ZERO(policy_entry_form_count, e);
  ZERO(policy_entry_form_language_count, e, 0);
  STRING(policy_entry_code_scheme, e, 0);
  STRING(policy_entry_code_value, e, UINT32_MAX);
  STRING(policy_entry_form, e, 0);
  STRING(policy_entry_form_language, e, 0, 0);
  EXPECT(policy_entry_form_use, policy_entry_form_use(e, 0) == POLICY_FORM_NAME);
  EXPECT(policy_entry_link_kind, policy_entry_link_kind(e, 0) == POLICY_LINK_MEMBER_OF);
  EXPECT(policy_entry_link, policy_entry_link(e, 0).gazetteer == NULL);
}

static void gazetteers(void) {
  policy_error error = {0};
  policy_match match;
  policy_buffer buffer = POLICY_BUFFER_INIT;
  const policy_gazetteer *builtin = policy_gazetteer_builtin();
  EXPECT(policy_gazetteer_builtin, builtin != NULL);
  EXPECT(policy_gazetteer_read, policy_gazetteer_read(NULL, 1, NULL, &error) == NULL && error.code == POLICY_ERROR_ARGUMENT);
  EXPECT(policy_gazetteer_read, policy_gazetteer_read("policyG2", 8, NULL, &error) == NULL && error.code == POLICY_ERROR_FORMAT);
  EXPECT(policy_gazetteer_read, policy_gazetteer_read("x", 1, NULL, NULL) == NULL);
  EXPECT(policy_gazetteer_open, policy_gazetteer_open(NULL, NULL, &error) == NULL && error.code == POLICY_ERROR_ARGUMENT);
  EXPECT(policy_gazetteer_open, policy_gazetteer_open("/no/such/file", NULL, &error) == NULL && error.code == POLICY_ERROR_IO);
  EXPECT(policy_gazetteer_save, policy_gazetteer_save(NULL, &buffer, &error) == POLICY_ERROR_ARGUMENT);
  EXPECT(policy_gazetteer_save, policy_gazetteer_save(builtin, NULL, &error) == POLICY_ERROR_ARGUMENT);
  EXPECT(policy_gazetteer_ref, policy_gazetteer_ref(NULL) == NULL);
  CALL(policy_gazetteer_unref)(NULL);
  CALL(policy_gazetteer_unref)(policy_gazetteer_ref(builtin));
  ZERO(policy_gazetteer_entry_count, NULL);
  EXPECT(policy_gazetteer_entry, policy_gazetteer_entry(NULL, 0).gazetteer == NULL);
  EXPECT(policy_gazetteer_entry, policy_gazetteer_entry(builtin, UINT32_MAX).gazetteer == NULL);
  EXPECT(policy_gazetteer_find, policy_gazetteer_find(NULL, "x").gazetteer == NULL);
  EXPECT(policy_gazetteer_find, policy_gazetteer_find(builtin, NULL).gazetteer == NULL);
  EXPECT(policy_gazetteer_find_code, policy_gazetteer_find_code(NULL, "m49", "392").gazetteer == NULL);
  EXPECT(policy_gazetteer_find_code, policy_gazetteer_find_code(builtin, NULL, "392").gazetteer == NULL);
  EXPECT(policy_gazetteer_find_code, policy_gazetteer_find_code(builtin, "m49", NULL).gazetteer == NULL);
  entry_of((policy_entry){NULL, 0});
  entry_of((policy_entry){builtin, UINT32_MAX});
  EXPECT(policy_form_use_name, policy_form_use_name((policy_form_use)99)[0] == '\0');
  EXPECT(policy_link_kind_name, policy_link_kind_name((policy_link_kind)-1)[0] == '\0');
  EXPECT(policy_matcher_new, policy_matcher_new(NULL, "", 0, NULL, &error) == NULL && error.code == POLICY_ERROR_ARGUMENT);
  EXPECT(policy_matcher_new, policy_matcher_new(builtin, NULL, 1, NULL, &error) == NULL);
  EXPECT(policy_matcher_next, !policy_matcher_next(NULL, &match));
  EXPECT(policy_matcher_other, !policy_matcher_other(NULL, &match));
  policy_matcher *matcher = policy_matcher_new(builtin, NULL, 0, NULL, NULL);
  EXPECT(policy_matcher_next, !policy_matcher_next(matcher, NULL) && !policy_matcher_next(matcher, &match));
  EXPECT(policy_matcher_other, !policy_matcher_other(matcher, NULL) && !policy_matcher_other(matcher, &match));
  CALL(policy_matcher_free)(matcher);
  CALL(policy_matcher_free)(NULL);
  policy_buffer_free(&buffer);
}

static void media_types(void) {
  static const char *const known[] = {"text/plain",
                                      "TEXT/Plain",
                                      "text/plain; charset=utf-8",
                                      "text/plain;charset=UTF-8",
                                      "text/plain ; charset=US-ASCII",
                                      "text/plain;",
                                      "text/plain; charset=utf-16le",
                                      "text/plain;charset=utf-80",
                                      "text/markdown"};
  static const char *const unknown[] = {"text/plai",
                                        "text/plainer",
                                        "text/plain charset=utf-8",
                                        "text/sgml",
                                        "/",
                                        " text/plain"};
  policy_options options = POLICY_OPTIONS_INIT;
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    options.media_type = known[i];
    policy_document *read = policy_read("text", 4, &options, NULL);
    EXPECT(policy_read, read != NULL);
    policy_document_unref(read);
  }
  for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
    options.media_type = unknown[i];
    NOTHING_MADE(POLICY_ERROR_UNSUPPORTED, policy_read, "text", 4, &options);
  }
}

static void scripts(void) {
  policy_buffer buffer = POLICY_BUFFER_INIT, small = {.ceiling = 10};
  policy_igscript *script = CALL(policy_igscript_parse)("A(x) {I(y) [OR] I(z)}", 21, NULL, NULL);
  NOTHING_MADE(POLICY_ERROR_ARGUMENT, policy_igscript_parse, NULL, 1, NULL);
  NOTHING_MADE(POLICY_ERROR_FORMAT, policy_igscript_parse, "A(", 2, NULL);
  REFUSED(policy_igscript_print, NULL, &buffer);
  REFUSED(policy_igscript_print, script, NULL);
  REFUSED(policy_igscript_tree, NULL, 0, &buffer);
  REFUSED(policy_igscript_tree, script, 0, NULL);
  REFUSED(policy_igscript_table, NULL, 0, NULL, 0, &buffer);
  REFUSED(policy_igscript_table, script, 0, NULL, 0, NULL);
  EXPECT(policy_igscript_tree, policy_igscript_tree(script, ~0u, &buffer, NULL) == POLICY_OK);
  EXPECT(policy_igscript_table, policy_igscript_table(script, ~0u, "", '\n', &buffer, NULL) == POLICY_OK);
  EXPECT(policy_igscript_print, policy_igscript_print(script, &small, NULL) == POLICY_ERROR_LIMIT);
  EXPECT(policy_igscript_tree, policy_igscript_tree(script, 0, &small, NULL) == POLICY_ERROR_LIMIT);
  EXPECT(policy_igscript_table, policy_igscript_table(script, 0, NULL, 0, &small, NULL) == POLICY_ERROR_LIMIT);
  EXPECT(policy_igscript_text, policy_igscript_text(NULL).size == 0);
  EXPECT(policy_igscript_warning_count, policy_igscript_warning_count(NULL) == 0);
  EXPECT(policy_igscript_warning_at, policy_igscript_warning_at(NULL, 0).message[0] == '\0');
  EXPECT(policy_igscript_warning_at, policy_igscript_warning_at(script, UINT_MAX).message[0] == '\0');
  EXPECT(policy_igscript_code_name, policy_igscript_code_name((policy_igscript_code)-1)[0] != '\0');
  CALL(policy_igscript_free)(NULL);
  policy_igscript_free(script);
  policy_buffer_free(&buffer);
  policy_buffer_free(&small);
}

static void writers(const policy_document *d) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  REFUSED(policy_json_write, NULL, 0, &buffer);
  REFUSED(policy_json_write, d, 0, NULL);
  REFUSED(policy_conllu_write, NULL, &buffer);
  REFUSED(policy_conllu_write, d, NULL);
  REFUSED(policy_bibtex_write, NULL, &buffer);
  REFUSED(policy_bibtex_write, d, NULL);
  REFUSED(policy_html_write, NULL, &buffer);
  REFUSED(policy_html_write, d, NULL);
  REFUSED(policy_svg_write, NULL, 0, 0, &buffer);
  REFUSED(policy_svg_write, d, 0, 0, NULL);
  REFUSED(policy_summary_write, NULL, 0, 0, &buffer);
  REFUSED(policy_summary_write, d, 0, 0, NULL);
  REFUSED(policy_igscript_write, policy_document_statement(d, 0), NULL);
  EXPECT(policy_buffer_append, buffer.size == 0);
  static const unsigned widths[] = {1, 2, 3, 79, 100000, UINT_MAX};
  for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
    EXPECT(policy_summary_write,
           policy_summary_write(d, ~0u, widths[i], &buffer, NULL) != POLICY_ERROR_INTERNAL);
  EXPECT(policy_json_write, policy_json_write(d, ~0u, &buffer, NULL) != POLICY_ERROR_INTERNAL);
  policy_buffer_free(&buffer);
  policy_buffer small = {.ceiling = 10};
  EXPECT(policy_json_write, policy_json_write(d, 0, &small, NULL) == POLICY_ERROR_LIMIT);
  EXPECT(policy_conllu_write, policy_conllu_write(d, &small, NULL) == POLICY_ERROR_LIMIT);
  EXPECT(policy_summary_write, policy_summary_write(d, 0, 0, &small, NULL) == POLICY_ERROR_LIMIT);
  EXPECT(policy_igscript_write,
         policy_igscript_write(policy_document_statement(d, 0), &small, NULL) == POLICY_ERROR_LIMIT);
  policy_buffer_free(&small);
}

/* ---- the list
 * --------------------------------------------------------------------------------------------------- */

static int uncovered(const char *list) {
  FILE *file = fopen(list, "r");
  char line[128];
  int missing = 0, lines = 0;
  if (file == NULL) return -1;
  while (fgets(line, sizeof line, file) != NULL) {
    line[strcspn(line, "\r\n")] = '\0';
    lines++;
    if (line[0] != '\0' && !was_called(line)) {
      printf("# %s is never called\n", line);
      missing++;
    }
  }
  fclose(file);
  return lines > 100 ? missing : -1;
}

static void report(const char *what) {
  tap_ok(wrong == 0, "%s", what);
  wrong = 0;
}

int main(void) {
  const char *folder = getenv("srcdir");
  char list[4096];
  policy_document *d = sample_document(NULL, NULL, NULL);
  if (!tap_ok(d != NULL, "the sample document")) return tap_end();
  static const uint32_t numbers[] = {0, 1, UINT32_MAX / 2, UINT32_MAX - 1, UINT32_MAX};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) nobody(NULL, numbers[i]);
  report("null parts");
  for (size_t i = 2; i < sizeof numbers / sizeof *numbers; i++) nobody(d, numbers[i]);
  nobody(d, 1000);
  report("parts of a number that is none");
  no_document();
  report("no document");
  lists(d);
  odd_places(d);
  report("places beyond the end");
  odd_members(d);
  report("members of no enumeration");
  builders();
  report("builders");
  buffers();
  report("buffers");
  readers(d);
  older_options(d);
  report("readers");
  models();
  gazetteers();
  report("models");
  media_types();
  report("media types");
  writers(d);
  scripts();
  report("writers");
  EXPECT(policy_version, strcmp(policy_version(), POLICY_VERSION) == 0);
  EXPECT(policy_features, strlen(policy_features()) > 0);
  report("version and features");
  policy_document_unref(d);
  snprintf(list, sizeof list, "%s/libpolicy/libpolicy.sym", folder != NULL ? folder : ".");
  tap_ok(uncovered(list) == 0, "every name of libpolicy.sym is called");
  return tap_end();
}
