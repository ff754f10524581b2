/* Fuzz target: what people see. A policy-document goes in; its summary must hold nothing that drives a terminal
   and no line that is too wide, and its IG Script no bracket without its other half. */
#include <policy.h>

#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"
#include "write/wording.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good) {
  if (!good) abort();
}

/* Moves behind a sequence that sets one colour. */
static const char *skip_colour(const char *at) {
  demand(at[0] == '\033' && at[1] == '[');
  size_t digits = strspn(at + 2, "0123456789");
  demand(digits >= 1 && digits <= 2 && at[2 + digits] == 'm');
  return at + digits + 3;
}

static void check_summary(const policy_document *document, unsigned flags, unsigned width) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  demand(policy_summary_write(document, flags, width, &buffer, NULL) == POLICY_OK);
  size_t columns = 0;
  for (const char *at = buffer.data, *end = at + buffer.size; at < end;) {
    if ((flags & POLICY_SUMMARY_COLOUR) != 0 && *at == '\033') {
      at = skip_colour(at);
      continue;
    }
    uint32_t c = policy__utf8_next(&at);
    bool joiner = c == 0x200C || c == 0x200D;
    demand(c == '\n' || joiner || (policy__classify(c) & POLICY__CONTROL) == 0);
    columns = c == '\n' ? 0 : columns + policy__column_width(c);
    demand(columns <= width || (flags & POLICY_SUMMARY_CLEAN) != 0); /* tables are not wrapped */
  }
  policy_buffer_free(&buffer);
}

static void check_script(policy_statement statement) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  char open[64];
  size_t depth = 0;
  demand(policy_igscript_write(statement, &buffer, NULL) == POLICY_OK);
  for (size_t i = 0; i < buffer.size; i++) {
    const char *pair = strchr("(){}[]", buffer.data[i]);
    demand((unsigned char)buffer.data[i] >= ' ');
    if (pair == NULL) continue;
    bool closes = strchr(")}]", *pair) != NULL;
    demand(closes ? depth > 0 && open[depth - 1] == *pair : depth < sizeof open);
    if (closes) depth--;
    else open[depth++] = pair[1];
  }
  demand(depth == 0);
  policy_buffer_free(&buffer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_document *document = policy_json_read(data, size, NULL, NULL);
  if (document == NULL) return 0;
  for (unsigned flags = 0; flags < 4; flags++) {
    check_summary(document, flags, 40);
    check_summary(document, flags, 77);
  }
  uint32_t count = policy_document_statement_count(document);
  for (uint32_t i = 0; i < count; i++) check_script(policy_document_statement(document, i));
  policy_document_unref(document);
  return 0;
}
