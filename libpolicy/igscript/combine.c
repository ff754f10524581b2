/* Operators between braces: combinations of nested statements, and what only looks like one. */
#include "igscript/script.h"

uint8_t policy__ig_operator_of(policy_igscript *script, uint32_t first, uint32_t end) {
  uint8_t op = IG_OPERATORS;
  for (uint32_t i = first; i != end && i != POLICY_NONE; i = IG_ITEM(script, i)->next) {
    const ig_item *item = IG_ITEM(script, i);
    if (item->kind != IG_JOINT) continue;
    if (op != IG_OPERATORS && op != item->op)
      policy__ig_refuse(script, POLICY_IGSCRIPT_INVALID_LOGICAL_OPERATOR_COMBINATIONS, item->span.begin,
                        "different operators need braces between them");
    op = item->op;
  }
  return op;
}

/* The operands of the inside of an item, each by what stands in it. */
typedef struct ig_operands {
  uint32_t count, nested, mixed, plain, empty; /* with nested statements alone, with both, with components alone */
  uint32_t crowded;  /* with several nested statements */
  uint32_t foreign;  /* the first nested statement of another symbol, or POLICY_NONE */
} ig_operands;

/* Whether the braces begin with a nested statement of that symbol, in however many braces without one. */
static bool begins_with(const policy_igscript *script, uint32_t group, ig_symbol symbol) {
  for (uint32_t i = group; i != POLICY_NONE;) {
    const ig_item *item = IG_ITEM(script, i);
    if (item->kind == IG_GROUP) i = item->first;
    else if (item->kind == IG_ANNOTATION) i = item->next;
    else return item->kind == IG_NESTED && item->symbol == symbol;
  }
  return false;
}

static void end_operand(ig_operands *operands, uint32_t braces, uint32_t components) {
  operands->count++;
  operands->nested += braces > 0 && components == 0;
  operands->mixed += braces > 0 && components > 0;
  operands->plain += braces == 0 && components > 0;
  operands->empty += braces == 0 && components == 0;
  operands->crowded += braces > 1;
}

static ig_operands count_operands(const policy_igscript *script, uint32_t item, ig_symbol symbol) {
  ig_operands operands = {.foreign = POLICY_NONE};
  uint32_t braces = 0, components = 0;
  for (uint32_t i = IG_ITEM(script, item)->first; i != POLICY_NONE; i = IG_ITEM(script, i)->next) {
    const ig_item *child = IG_ITEM(script, i);
    if (child->kind == IG_JOINT) {
      end_operand(&operands, braces, components);
      braces = components = 0;
    }
    braces += child->kind == IG_NESTED || (child->kind == IG_GROUP && begins_with(script, i, symbol));
    components += child->kind == IG_COMPONENT || (child->kind == IG_GROUP && !begins_with(script, i, symbol));
    if (child->kind == IG_NESTED && child->symbol != symbol && operands.foreign == POLICY_NONE) operands.foreign = i;
  }
  end_operand(&operands, braces, components);
  return operands;
}

bool policy__ig_combines(policy_igscript *script, uint32_t item, ig_symbol symbol) {
  const ig_item *outer = IG_ITEM(script, item);
  ig_operands operands = count_operands(script, item, symbol);
  if (operands.count == 1) {
    uint32_t only = outer->first;
    return operands.nested == 1 && operands.crowded == 0 && IG_ITEM(script, only)->next == POLICY_NONE &&
           IG_ITEM(script, only)->kind == IG_GROUP;
  }
  if (operands.nested == 0) return false;
  uint32_t at = outer->content.begin;
  if (operands.foreign != POLICY_NONE && operands.nested + operands.empty == operands.count) {
    if (outer->kind == IG_NESTED)
      policy__ig_refuse(script, POLICY_IGSCRIPT_INVALID_TYPE_COMBINATIONS_IN_NESTED_STATEMENT_COMBINATIONS,
                        IG_ITEM(script, operands.foreign)->span.begin,
                        "all parts of a combination need the symbol before its braces");
    return false;
  }
  if (outer->kind == IG_NESTED && (operands.plain > 0 || operands.empty > 0)) {
    policy__ig_refuse(script, POLICY_IGSCRIPT_INVALID_COMBINATION_IN_INPUT, at,
                      "each part of a combination of statements needs symbol and braces");
    return false;
  }
  if (operands.crowded > 0 && operands.mixed == 0)
    policy__ig_refuse(script, POLICY_IGSCRIPT_INVALID_COMBINATION_IN_INPUT, at,
                      "two statements in one part of a combination");
  return operands.nested == operands.count;
}
