/* Documents in every format that the command writes. */
#include "render.h"

#include <stdlib.h>

#include "tables.h"

static void note_nested(bool *nested, policy_component component) {
  policy_statement inner = policy_component_statement(component);
  if (inner.document != NULL) nested[inner.id] = true;
}

/* The statements that stand inside of others, by id; NULL without memory. */
static bool *find_nested(const policy_document *document) {
  uint32_t count = policy_document_statement_count(document);
  bool *nested = calloc((size_t)count + 1, sizeof *nested);
  for (uint32_t i = 0; nested != NULL && i < count; i++) {
    policy_statement statement = policy_document_statement(document, i);
    uint32_t components = policy_statement_component_count(statement);
    for (uint32_t n = 0; n < components; n++) {
      policy_component component = policy_statement_component(statement, n);
      uint32_t properties = policy_component_property_count(component);
      note_nested(nested, component);
      for (uint32_t p = 0; p < properties; p++) note_nested(nested, policy_component_property(component, p));
    }
  }
  return nested;
}

/* One statement a line; those inside of others are written there. */
static policy_status write_script(const policy_document *document, policy_buffer *bytes, policy_error *error) {
  bool *nested = find_nested(document);
  policy_status status = nested != NULL ? POLICY_OK : POLICY_ERROR_NO_MEMORY;
  uint32_t count = policy_document_statement_count(document);
  for (uint32_t i = 0; status == POLICY_OK && i < count; i++) {
    if (nested[i]) continue;
    status = policy_igscript_write(policy_document_statement(document, i), bytes, error);
    if (status == POLICY_OK) status = policy_buffer_append(bytes, "\n", 1);
  }
  free(nested);
  return status;
}

policy_status render(const struct settings *settings, struct look look, const policy_document *document,
                     policy_buffer *bytes, policy_error *error) {
  bool tokens = settings->tokens || settings->task == TASK_PARSE;
  unsigned json = tokens ? POLICY_JSON_TOKENS : 0, summary = look.colour ? POLICY_SUMMARY_COLOUR : 0;
  if (settings->task == TASK_READ) summary |= POLICY_SUMMARY_CLEAN;
  policy_status status;
  if (settings->task == TASK_ACTORS)
    return settings->format == FORMAT_CSV ? write_actors_csv(document, bytes) : write_actors_text(document, bytes);
  switch (settings->format) {
    case FORMAT_JSON: status = policy_json_write(document, json | POLICY_JSON_INDENT, bytes, error); break;
    case FORMAT_JSONL: status = policy_json_write(document, json, bytes, error); break;
    case FORMAT_IGSCRIPT: return write_script(document, bytes, error);
    case FORMAT_CSV: return write_recommendations_csv(document, bytes);
    case FORMAT_BIBTEX: return policy_bibtex_write(document, bytes, error);
    case FORMAT_HTML: return policy_html_write(document, bytes, error);
    case FORMAT_SVG: return policy_svg_write(document, settings->page, 0, bytes, error);
    case FORMAT_CONLLU: return policy_conllu_write(document, bytes, error);
    default: return policy_summary_write(document, summary, look.width, bytes, error);
  }
  return status == POLICY_OK ? policy_buffer_append(bytes, "\n", 1) : status;
}
