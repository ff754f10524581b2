/* Doubts about a script that reads well: what the grammar expects of a statement. */
#include <stdlib.h>

#include "igscript/render.h"

static bool has(const policy_igscript *script, uint32_t statement, ig_symbol symbol) {
  for (uint32_t i = IG_NODE(script, statement)->first; i != POLICY_NONE; i = IG_NODE(script, i)->next)
    if (IG_NODE(script, i)->symbol == symbol) return true;
  return false;
}

/* Where the statement stands: its braces, or its side of a pair. */
static policy_span place_of(const policy_igscript *script, const ig_node *statement) {
  ig_scope scope = *IG_SCOPE(script, statement->scope);
  if (scope.outer != POLICY_NONE && scope.first != POLICY_NONE) return IG_ITEM(script, scope.first)->span;
  return IG_ITEM(script, statement->item)->span;
}

static void check_kind(policy_igscript *script, uint32_t n) {
  static const ig_symbol regulative[] = {IG_A, IG_D, IG_I, IG_BDIR, IG_BIND},
                         constitutive[] = {IG_E, IG_M, IG_F, IG_P};
  bool acts = false, is = false;
  policy_span span = place_of(script, IG_NODE(script, n));
  for (size_t i = 0; i < sizeof regulative / sizeof *regulative; i++) acts |= has(script, n, regulative[i]);
  for (size_t i = 0; i < sizeof constitutive / sizeof *constitutive; i++) is |= has(script, n, constitutive[i]);
  if (acts && is) policy__ig_warn(script, POLICY_IGSCRIPT_MIXED_STATEMENT_TYPES, span);
  if (acts && !is && !has(script, n, IG_I)) policy__ig_warn(script, POLICY_IGSCRIPT_MISSING_AIM, span);
  if (acts && !is && !has(script, n, IG_A)) policy__ig_warn(script, POLICY_IGSCRIPT_MISSING_ATTRIBUTES, span);
  if (is && !acts && !has(script, n, IG_F)) policy__ig_warn(script, POLICY_IGSCRIPT_MISSING_FUNCTION, span);
  if (is && !acts && !has(script, n, IG_E)) policy__ig_warn(script, POLICY_IGSCRIPT_MISSING_ENTITY, span);
}

/* Properties that a suffix should tie to a component, but that all of its kind share now. */
static void check_suffixes(policy_igscript *script, uint32_t root) {
  uint32_t seen = POLICY_NONE;
  for (uint32_t i = root; i != POLICY_NONE; i = policy__ig_next_node(script, root, i)) {
    uint32_t item = IG_NODE(script, i)->item;
    if (item == POLICY_NONE || item == seen) continue;
    const ig_item *property = IG_ITEM(script, item);
    seen = item;
    if (property->suffix.end > property->suffix.begin)
      policy__ig_warn(script, POLICY_IGSCRIPT_UNLINKED_PROPERTY, property->span);
  }
}

static void check_slots(policy_igscript *script, uint32_t n) {
  for (uint32_t i = IG_NODE(script, n)->first; i != POLICY_NONE; i = IG_NODE(script, i)->next) {
    const ig_node *root = IG_NODE(script, i);
    ig_symbol symbol = root->symbol;
    if ((symbol == IG_D || symbol == IG_M) && root->kind == IG_COMBINATION && root->op == IG_BAND)
      policy__ig_warn(script, POLICY_IGSCRIPT_REPEATED_DEONTIC, place_of(script, IG_NODE(script, n)));
    if (!policy__ig_symbols[symbol].is_property) continue;
    if (has(script, n, symbol - 1)) check_suffixes(script, i);
    else policy__ig_warn(script, POLICY_IGSCRIPT_MISSING_OWNER, place_of(script, IG_NODE(script, n)));
  }
}

/* By place, then by code: an order that sorting keeps whatever it was. */
static int compare(const void *left, const void *right) {
  const policy_igscript_warning *a = left, *b = right;
  if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin ? -1 : 1;
  if (a->code != b->code) return a->code < b->code ? -1 : 1;
  return (a->span.end > b->span.end) - (a->span.end < b->span.end);
}

/* Sides of a pair share components, and with them doubts. */
static void drop_repeated(policy_igscript *script) {
  size_t kept = 0;
  policy_igscript_warning *warnings = script->warnings.items;
  for (size_t i = 0; i < script->warnings.count; i++)
    if (kept == 0 || compare(&warnings[kept - 1], &warnings[i]) != 0) warnings[kept++] = warnings[i];
  script->warnings.count = kept;
}

void policy__ig_check(policy_igscript *script) {
  for (size_t i = 0; i < script->nodes.count && script->status == POLICY_OK; i++) {
    const ig_node *node = IG_NODE(script, i);
    if (node->kind == IG_TEXT && node->text.end == node->text.begin)
      policy__ig_warn(script, POLICY_IGSCRIPT_EMPTY_COMPONENT, IG_ITEM(script, node->item)->span);
    if (node->kind != IG_STATEMENT) continue;
    check_kind(script, (uint32_t)i);
    check_slots(script, (uint32_t)i);
  }
  if (script->status != POLICY_OK || script->warnings.count == 0) return;
  qsort(script->warnings.items, script->warnings.count, sizeof(policy_igscript_warning), compare);
  drop_repeated(script);
}
