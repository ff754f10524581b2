/* IG Script: from bytes to a tree, with the names of what may be wrong. */
#include "igscript/script.h"

#include <string.h>

#include "base/status.h"
#include "model/builder.h"
#include "text/utf8.h"

const ig_symbol_facts policy__ig_symbols[IG_SYMBOLS] = {
    [IG_A] = {"A", "Attributes", "A", false, true, false, IG_A_P},
    [IG_A_P] = {"A,p", "Attributes Property", "A", true, true, true, IG_SYMBOLS},
    [IG_D] = {"D", "Deontic", "D", false, true, false, IG_SYMBOLS},
    [IG_I] = {"I", "Aim", "I", false, true, false, IG_CEX},
    [IG_BDIR] = {"Bdir", "Direct Object", "Bdir", true, true, false, IG_BDIR_P},
    [IG_BDIR_P] = {"Bdir,p", "Direct Object Property", "Bdir", true, true, true, IG_SYMBOLS},
    [IG_BIND] = {"Bind", "Indirect Object", "Bind", true, true, false, IG_BIND_P},
    [IG_BIND_P] = {"Bind,p", "Indirect Object Property", "Bind", true, true, true, IG_SYMBOLS},
    [IG_CAC] = {"Cac", "Activation Condition", "Cac", true, true, false, IG_SYMBOLS},
    [IG_CEX] = {"Cex", "Execution Constraint", "Cex", true, true, false, IG_SYMBOLS},
    [IG_E] = {"E", "Constituted Entity", "E", false, true, false, IG_E_P},
    [IG_E_P] = {"E,p", "Constituted Entity Property", "E", true, true, true, IG_SYMBOLS},
    [IG_M] = {"M", "Modal", "M", false, true, false, IG_SYMBOLS},
    [IG_F] = {"F", "Constitutive Function", "F", false, true, false, IG_SYMBOLS},
    [IG_P] = {"P", "Constituting Properties", "P", true, true, false, IG_P_P},
    [IG_P_P] = {"P,p", "Constituting Properties Properties", "P", true, true, true, IG_SYMBOLS},
    [IG_O] = {"O", "Or Else", "O", true, false, false, IG_SYMBOLS},
};

const char *const policy__ig_operators[IG_OPERATORS] = {"AND", "OR", "XOR", "bAND", "wAND"};

/* ---- what may be wrong ---------------------------------------------------------------------------------- */

static const struct {
  const char *name, *message;
} codes[] = {
#define CODE(name, message) [POLICY_IGSCRIPT_##name] = {#name, message}
    CODE(IMBALANCED_PARENTHESES, ""),
    CODE(UNABLE_TO_EXTRACT_COMPONENT_CONTENT, ""),
    CODE(DUPLICATE_COMPONENT_ENTRIES, ""),
    CODE(INVALID_COMBINATION_IN_INPUT, ""),
    CODE(EMPTY_LEAF_VALUE, ""),
    CODE(INVALID_LOGICAL_OPERATOR_COMBINATIONS, ""),
    CODE(INVALID_COMPONENT_PAIR_COMBINATION, ""),
    CODE(MULTIPLE_COMPONENT_PAIRS_ON_NESTING_LEVEL, ""),
    CODE(INVALID_TYPE_COMBINATIONS_IN_NESTED_STATEMENT_COMBINATIONS, ""),
    CODE(IGNORED_ELEMENTS_NESTED_STATEMENT_PARSING, ""),
    [POLICY_IGSCRIPT_EMPTY_STATEMENT] = {"EMPTY STATEMENT", ""},
    CODE(POSSIBLY_MISSING_NON_PARSED_CONTENT, "a bracket between the components is not read"),
    CODE(MISSING_AIM, "a regulative statement without an Aim (I)"),
    CODE(MISSING_ATTRIBUTES, "a regulative statement without Attributes (A)"),
    CODE(MISSING_FUNCTION, "a constitutive statement without a Constitutive Function (F)"),
    CODE(MISSING_ENTITY, "a constitutive statement without a Constituted Entity (E)"),
    CODE(MIXED_STATEMENT_TYPES, "regulative and constitutive components in one statement"),
    CODE(REPEATED_DEONTIC, "more than one Deontic (D) or Modal (M)"),
    CODE(UNLINKED_PROPERTY, "no component has the suffix of this property, so all share it"),
    CODE(MISSING_OWNER, "a property without the component that it qualifies"),
    CODE(WORD_BEFORE_BRACKET, "a word before a bracket is read as a symbol with a suffix"),
    CODE(UNKNOWN_SYMBOL, "looks like a component, but its symbol is unknown"),
    CODE(EMPTY_COMPONENT, "a component without words"),
    CODE(UNREAD_OR_ELSE, "O takes braces; in parentheses it is not read"),
#undef CODE
};

const char *policy_igscript_code_name(policy_igscript_code code) {
  return (unsigned)code < sizeof codes / sizeof *codes ? codes[code].name : "unknown";
}

void policy__ig_stop(policy_igscript *script, policy_status status) {
  if (status == POLICY_OK || script->status != POLICY_OK) return;
  script->status = status;
  if (status == POLICY_ERROR_NO_MEMORY) script->status = policy__memory_fail(&script->memory, script->error);
  else policy__fail_plain(script->error, status);
}

/* The byte of the source that became a byte of the text. */
static uint64_t source_of(const policy_igscript *script, uint32_t at) {
  size_t low = 0, high = script->runs.count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (POLICY__AT(&script->runs, policy__source_run, middle)->text <= at) low = middle + 1;
    else high = middle;
  }
  if (low == 0) return at;
  const policy__source_run *run = POLICY__AT(&script->runs, policy__source_run, low - 1);
  return run->source + (at - run->text);
}

void policy__ig_refuse(policy_igscript *script, policy_igscript_code code, uint32_t at, const char *words) {
  if (script->status != POLICY_OK) return;
  unsigned long line = 1, column = 1;
  for (uint32_t i = 0; i < at && i < script->text.size; i++) {
    if (script->text.data[i] == '\n') line++, column = 1;
    else column += policy__utf8_is_boundary(script->text.data[i]);
  }
  script->status = policy__fail(script->error, POLICY_ERROR_FORMAT, source_of(script, at),
                                "%s: %s (line %lu, column %lu)", policy_igscript_code_name(code), words, line,
                                column);
}

void policy__ig_warn(policy_igscript *script, policy_igscript_code code, policy_span span) {
  policy_status status;
  if (script->status != POLICY_OK || script->warnings.count >= script->limits.warnings) return;
  policy_igscript_warning *warning = policy__array_push(&script->warnings, &status);
  if (warning == NULL) policy__ig_stop(script, status);
  else *warning = (policy_igscript_warning){code, span, codes[code].message};
}

policy_span policy__ig_trim(const policy_igscript *script, policy_span span) {
  const char *text = script->text.data;
  while (span.begin < span.end && policy__ig_is_space(text[span.begin])) span.begin++;
  while (span.begin < span.end && policy__ig_is_space(text[span.end - 1])) span.end--;
  return span;
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

/* An empty script, or NULL. */
static policy_igscript *new_script(const policy_options *options, const policy_limits *limits) {
  const policy_allocator *source = options->allocator != NULL ? options->allocator : &policy__malloc_allocator;
  policy_igscript *script = policy__allocate(source, sizeof *script);
  if (script == NULL) return NULL;
  memset(script, 0, sizeof *script);
  policy__memory_init(&script->memory, source, limits->memory);
  script->limits = *limits;
  const policy_allocator *allocator = &script->memory.allocator;
  script->text.allocator = *allocator;
  script->text.ceiling = limits->text;
  policy__array_init(&script->runs, allocator, sizeof(policy__source_run), UINT32_MAX);
  policy__array_init(&script->tokens, allocator, sizeof(ig_token), UINT32_MAX - 1);
  policy__array_init(&script->items, allocator, sizeof(ig_item), UINT32_MAX - 1);
  policy__array_init(&script->nodes, allocator, sizeof(ig_node), UINT32_MAX - 1);
  policy__array_init(&script->scopes, allocator, sizeof(ig_scope), UINT32_MAX - 1);
  policy__array_init(&script->warnings, allocator, sizeof(policy_igscript_warning), limits->warnings);
  return script;
}

void policy_igscript_free(policy_igscript *script) {
  if (script == NULL) return;
  policy_allocator source = script->memory.source;
  policy_buffer_free(&script->text);
  policy__array_free(&script->runs);
  policy__array_free(&script->tokens);
  policy__array_free(&script->items);
  policy__array_free(&script->nodes);
  policy__array_free(&script->scopes);
  policy__array_free(&script->warnings);
  policy__release(&source, script, sizeof *script);
}

static void read_script(policy_igscript *script, const void *bytes, size_t size) {
  policy__cleaning cleaning = {0, 0, 0};
  policy__ig_stop(script, policy__utf8_clean(size > 0 ? bytes : "", size, &script->text, &script->runs, &cleaning));
  policy__ig_stop(script, policy_buffer_append(&script->text, "", 0)); /* at least a NUL */
  policy__ig_find_brackets(script);
  policy__ig_find_items(script);
  policy__ig_make_tree(script);
  policy__ig_check(script);
}

policy_igscript *policy_igscript_parse(const void *bytes, size_t size, const policy_options *given,
                                       policy_error *error) {
  policy_options options = policy__options_fill(given);
  policy_limits limits = policy__limits_fill(options.limits, size);
  if (policy__source_check(bytes, size, &limits, error) != POLICY_OK) return NULL;
  policy_igscript *script = new_script(&options, &limits);
  if (script == NULL) {
    policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
    return NULL;
  }
  script->error = error;
  read_script(script, bytes, size);
  script->error = NULL;
  if (script->status == POLICY_OK) return script;
  policy_igscript_free(script);
  return NULL;
}

policy_string policy_igscript_text(const policy_igscript *script) {
  if (script == NULL) return (policy_string){"", 0};
  return (policy_string){script->text.data, script->text.size};
}

uint32_t policy_igscript_warning_count(const policy_igscript *script) {
  return script != NULL ? (uint32_t)script->warnings.count : 0;
}

policy_igscript_warning policy_igscript_warning_at(const policy_igscript *script, uint32_t n) {
  if (n >= policy_igscript_warning_count(script))
    return (policy_igscript_warning){POLICY_IGSCRIPT_EMPTY_STATEMENT, {0, 0}, ""};
  return *POLICY__AT(&script->warnings, policy_igscript_warning, n);
}
