/* Documents as tables: comma-separated values for spreadsheets, and columns for people. */
#include "tables.h"

#include <stdio.h>
#include <string.h>

/* A table as it grows; what fails stays failed. */
struct table {
  policy_buffer *bytes;
  policy_status status;
  unsigned columns; /* of the line so far */
};

static void put(struct table *t, const char *text, size_t size) {
  if (t->status == POLICY_OK && size > 0) t->status = policy_buffer_append(t->bytes, text, size);
}

static void begin_cell(struct table *t) {
  put(t, ",\"" + (t->columns == 0), t->columns == 0 ? 1 : 2);
  t->columns++;
}

/* The text between the quotes of a cell: quotes are doubled, line ends are spaces. */
static void put_text(struct table *t, policy_string text) {
  for (size_t i = 0; i < text.size; i++) {
    char byte = text.data[i];
    if (byte == '"')
      put(t, "\"\"", 2);
    else
      put(t, byte == '\n' || byte == '\r' || byte == '\t' ? " " : &byte, 1);
  }
}

/* Spreadsheets take a cell that begins like a formula for one: an apostrophe tells them that it is text. */
static void put_cell(struct table *t, policy_string text) {
  begin_cell(t);
  if (text.size > 0 && strchr("=+-@", text.data[0]) != NULL) put(t, "'", 1);
  put_text(t, text);
  put(t, "\"", 1);
}

static void put_word(struct table *t, const char *word) {
  put_cell(t, (policy_string){word, strlen(word)});
}

static void put_number(struct table *t, unsigned number) {
  char digits[16];
  (void)snprintf(digits, sizeof digits, "%u", number);
  put_word(t, digits);
}

static void end_line(struct table *t) {
  put(t, "\r\n", 2);
  t->columns = 0;
}

policy_status write_csv_head(bool actors, policy_buffer *bytes) {
  static const char *const of_actors[] = {"file", "name", "kind", "code", "sector", "state", "mentions", "line", NULL},
                    *const of_recommendations[] = {"file", "line", "label", "addressees", "force", "aim", "object",
                                                   "condition", "constraint", "purpose", "partners", "targets", "beneficiaries",
                                                   "deadline", "source", "speaker", "confidence", "text", NULL};
  struct table t = {.bytes = bytes, .status = POLICY_OK};
  for (const char *const *names = actors ? of_actors : of_recommendations; *names != NULL; names++) put_word(&t, *names);
  end_line(&t);
  return t.status;
}

/* ---- recommendations --------------------------------------------------------------------------------------- */

static void put_actors(struct table *t, policy_recommendation asked, policy_party party) {
  begin_cell(t);
  for (uint32_t i = 0; i < policy_recommendation_actor_count(asked, party); i++) {
    if (i > 0) put(t, "; ", 2);
    put_text(t, policy_actor_name(policy_recommendation_actor(asked, party, i)));
  }
  put(t, "\"", 1);
}

static void put_role(struct table *t, policy_statement statement, policy_role role) {
  begin_cell(t);
  for (uint32_t i = 0; i < policy_statement_role_count(statement, role); i++) {
    if (i > 0) put(t, "; ", 2);
    put_text(t, policy_component_text(policy_statement_role(statement, role, i)));
  }
  put(t, "\"", 1);
}

static void put_purposes(struct table *t, policy_recommendation asked) {
  begin_cell(t);
  for (uint32_t i = 0; i < policy_recommendation_purpose_count(asked); i++) {
    if (i > 0) put(t, "; ", 2);
    put_text(t, policy_component_text(policy_recommendation_purpose(asked, i)));
  }
  put(t, "\"", 1);
}

static void put_recommendation(struct table *t, const policy_document *document, policy_recommendation asked) {
  policy_statement statement = policy_recommendation_statement(asked);
  policy_span span = policy_recommendation_span(asked);
  char confidence[16];
  (void)snprintf(confidence, sizeof confidence, "%.2f", policy_recommendation_confidence(asked));
  put_cell(t, policy_document_source_name(document));
  put_number(t, policy_document_position(document, span.begin).line);
  put_cell(t, policy_recommendation_label(asked));
  put_actors(t, asked, POLICY_PARTY_ADDRESSEE);
  put_word(t, policy_force_name(policy_recommendation_force(asked)));
  put_role(t, statement, POLICY_ROLE_AIM);
  put_role(t, statement, POLICY_ROLE_DIRECT_OBJECT);
  put_role(t, statement, POLICY_ROLE_ACTIVATION_CONDITION);
  put_role(t, statement, POLICY_ROLE_EXECUTION_CONSTRAINT);
  put_purposes(t, asked);
  put_actors(t, asked, POLICY_PARTY_PARTNER);
  put_actors(t, asked, POLICY_PARTY_TARGET);
  put_actors(t, asked, POLICY_PARTY_BENEFICIARY);
  put_cell(t, policy_recommendation_deadline(asked));
  put_word(t, policy_voice_name(policy_recommendation_voice(asked)));
  put_cell(t, policy_actor_name(policy_recommendation_speaker(asked)));
  put_word(t, confidence);
  put_cell(t, policy_document_slice(document, span));
  end_line(t);
}

policy_status write_recommendations_csv(const policy_document *document, policy_buffer *bytes) {
  struct table t = {.bytes = bytes, .status = POLICY_OK};
  for (uint32_t i = 0; i < policy_document_recommendation_count(document); i++)
    put_recommendation(&t, document, policy_document_recommendation(document, i));
  return t.status;
}

/* ---- actors ------------------------------------------------------------------------------------------------ */

static policy_string code_of(policy_actor actor) {
  return policy_actor_code(actor, "iso3166-1");
}

/* The state that an actor belongs to; "" for none. Linear in the relations, which are few. */
static policy_string state_of(const policy_document *document, policy_actor actor) {
  if (policy_actor_code(actor, "country").size > 0) return policy_actor_code(actor, "country");
  for (uint32_t i = 0; i < policy_document_relation_count(document); i++) {
    policy_relation relation = policy_document_relation(document, i);
    bool sure = policy_relation_sign(relation) == POLICY_SIGN_NEUTRAL;
    if (sure && policy_relation_from(relation).id == actor.id && code_of(policy_relation_to(relation)).size > 0)
      return code_of(policy_relation_to(relation));
  }
  return (policy_string){"", 0};
}

policy_status write_actors_csv(const policy_document *document, policy_buffer *bytes) {
  struct table t = {.bytes = bytes, .status = POLICY_OK};
  for (uint32_t i = 0; i < policy_document_actor_count(document); i++) {
    policy_actor actor = policy_document_actor(document, i);
    put_cell(&t, policy_document_source_name(document));
    put_cell(&t, policy_actor_name(actor));
    put_word(&t, policy_actor_kind_name(policy_actor_kind_of(actor)));
    put_cell(&t, code_of(actor));
    put_cell(&t, policy_actor_code(actor, "plover"));
    put_cell(&t, state_of(document, actor));
    put_number(&t, policy_actor_mention_count(actor));
    put_number(&t, policy_document_position(document, policy_actor_mention_span(actor, 0).begin).line);
    end_line(&t);
  }
  return t.status;
}

enum { NAME = 44 }; /* columns of a name; longer ones push the rest */

static unsigned columns_of(policy_string text) {
  unsigned columns = 0;
  for (size_t i = 0; i < text.size; i++) columns += ((unsigned char)text.data[i] & 0xC0) != 0x80;
  return columns;
}

/* A name in one line and without control characters, which a terminal would obey. */
static void put_clean(struct table *t, policy_string text) {
  for (size_t i = 0; i < text.size; i++) {
    unsigned char byte = (unsigned char)text.data[i];
    bool control = byte < 0x20 || byte == 0x7F || (byte == 0xC2 && i + 1 < text.size && (unsigned char)text.data[i + 1] < 0xA0);
    put(t, control ? "?" : &text.data[i], 1);
    if (control && byte == 0xC2) i++;
  }
}

policy_status write_actors_text(const policy_document *document, policy_buffer *bytes) {
  struct table t = {.bytes = bytes, .status = POLICY_OK};
  char line[96];
  int size = snprintf(line, sizeof line, "%8s  %-*s%-12s%-6s%-8s%-6s%s\n", "mentions", NAME, "name", "kind", "code",
                      "sector", "state", "first");
  put(&t, line, (size_t)size);
  for (uint32_t i = 0; i < policy_document_actor_count(document); i++) {
    policy_actor actor = policy_document_actor(document, i);
    policy_string name = policy_actor_name(actor), state = state_of(document, actor), code = code_of(actor),
                  sector = policy_actor_code(actor, "plover");
    policy_position place = policy_document_position(document, policy_actor_mention_span(actor, 0).begin);
    size = snprintf(line, sizeof line, "%8u  ", policy_actor_mention_count(actor));
    put(&t, line, (size_t)size);
    put_clean(&t, name);
    for (unsigned n = columns_of(name); n < NAME - 2; n++) put(&t, " ", 1);
    size = snprintf(line, sizeof line, "  %-12s%-6.*s%-8.*s%-6.*s%u:%u\n", policy_actor_kind_name(policy_actor_kind_of(actor)),
                    (int)code.size, code.data, (int)sector.size, sector.data, (int)state.size, state.data, place.line,
                    place.column);
    put(&t, line, (size_t)size < sizeof line ? (size_t)size : sizeof line - 1);
  }
  return t.status;
}
