/* The words of a component: plain, or combined by operators. */
#include "igscript/script.h"

/* A part of the content that is still to be read. */
typedef struct ig_part {
  policy_span span;
  uint32_t first, end;     /* its tokens */
  uint32_t parent;         /* node; the nodes of `item` are made under it */
  uint32_t depth;
  policy_span left, right; /* words around the parentheses that it stood in */
} ig_part;

typedef struct ig_words {
  policy_igscript *script;
  uint32_t item, root;
  policy__array parts; /* of ig_part: a stack, what comes first on top */
  policy__array cuts;  /* of uint32_t: tokens, the operators or the parentheses of one part */
} ig_words;

static void note(ig_words *words, policy_status status) {
  policy__ig_stop(words->script, status);
}

/* Whether there is an operator between a token and its mate. */
static bool holds_operator(const policy_igscript *script, uint32_t token) {
  return IG_TOKEN(script, token)->operators < IG_TOKEN(script, IG_TOKEN(script, token)->mate)->operators;
}

/* Finds the operators of a part outside of parentheses, or else the parentheses with operators in them.
   Gives the operator, or IG_OPERATORS for parentheses. */
static uint8_t find_cuts(ig_words *words, const ig_part *part) {
  policy_igscript *script = words->script;
  policy_status status = POLICY_OK;
  uint8_t op = IG_OPERATORS;
  words->cuts.count = 0;
  for (uint32_t i = part->first; i < part->end && status == POLICY_OK; i++) {
    const ig_token *token = IG_TOKEN(script, i);
    bool operator = token->kind == '[' && token->op != IG_OPERATORS;
    bool parenthesis = token->kind == '(' && token->mate < part->end;
    if (operator && op == IG_OPERATORS) words->cuts.count = 0;
    if (operator && op != IG_OPERATORS && op != token->op)
      policy__ig_refuse(script, POLICY_IGSCRIPT_INVALID_LOGICAL_OPERATOR_COMBINATIONS, token->at,
                        "different operators need parentheses between them");
    if (operator) op = token->op;
    if (operator || (parenthesis && op == IG_OPERATORS && holds_operator(script, i))) {
      uint32_t *cut = policy__array_push(&words->cuts, &status);
      if (cut != NULL) *cut = i;
    }
    if (parenthesis) i = token->mate;
  }
  note(words, status);
  return op;
}

static uint32_t add_node(ig_words *words, ig_node node, uint32_t parent) {
  node.symbol = IG_ITEM(words->script, words->item)->symbol;
  node.item = words->item;
  node.private_ = POLICY_NONE;
  uint32_t n = policy__ig_add_node(words->script, node, parent);
  if (words->root == POLICY_NONE) words->root = n;
  return n;
}

static void push_part(ig_words *words, ig_part part) {
  policy_status status;
  ig_part *pushed = policy__array_push(&words->parts, &status);
  if (pushed == NULL) {
    note(words, status);
    return;
  }
  *pushed = part;
  if (part.depth > words->script->limits.depth * 4) note(words, POLICY_ERROR_LIMIT);
}

/* Pushes what stands between operators. */
static void push_operands(ig_words *words, const ig_part *part, uint32_t parent) {
  policy_igscript *script = words->script;
  for (size_t i = words->cuts.count + 1; i-- > 0 && script->status == POLICY_OK;) {
    const uint32_t *cuts = words->cuts.items;
    ig_part operand = {part->span, part->first, part->end, parent, part->depth + 1, {0, 0}, {0, 0}};
    if (i > 0) {
      operand.first = IG_TOKEN(script, cuts[i - 1])->mate + 1;
      operand.span.begin = IG_TOKEN(script, operand.first - 1)->at + 1;
    }
    if (i < words->cuts.count) {
      operand.end = cuts[i];
      operand.span.end = IG_TOKEN(script, cuts[i])->at;
    }
    policy_span span = policy__ig_trim(script, operand.span);
    if (span.begin == span.end)
      policy__ig_refuse(script,
                        operand.span.begin == operand.span.end ? POLICY_IGSCRIPT_INVALID_COMBINATION_IN_INPUT
                                                               : POLICY_IGSCRIPT_EMPTY_LEAF_VALUE,
                        operand.span.begin, "an operator has nothing on one side");
    push_part(words, operand);
  }
}

/* Pushes the insides of parentheses, each with the words around it. */
static void push_groups(ig_words *words, const ig_part *part, uint32_t parent) {
  policy_igscript *script = words->script;
  size_t count = words->cuts.count;
  for (size_t i = count; i-- > 0 && script->status == POLICY_OK;) {
    const uint32_t *cuts = words->cuts.items;
    uint32_t open = cuts[i], close = IG_TOKEN(script, open)->mate;
    uint32_t before = i > 0 ? IG_TOKEN(script, IG_TOKEN(script, cuts[i - 1])->mate)->at + 1 : part->span.begin;
    ig_part inside = {.first = open + 1, .end = close, .parent = parent, .depth = part->depth + 1};
    inside.span = (policy_span){IG_TOKEN(script, open)->at + 1, IG_TOKEN(script, close)->at};
    inside.left = policy__ig_trim(script, (policy_span){before, IG_TOKEN(script, open)->at});
    if (i + 1 == count)
      inside.right = policy__ig_trim(script, (policy_span){IG_TOKEN(script, close)->at + 1, part->span.end});
    push_part(words, inside);
  }
}

static void read_part(ig_words *words, const ig_part *part) {
  policy_igscript *script = words->script;
  uint8_t op = find_cuts(words, part);
  if (script->status != POLICY_OK) return;
  uint32_t parent = part->parent;
  if (op != IG_OPERATORS) {
    ig_node node = {.kind = IG_COMBINATION, .op = op, .left = part->left, .right = part->right};
    parent = add_node(words, node, parent);
    push_operands(words, part, parent);
  } else if (words->cuts.count == 0) {
    add_node(words, (ig_node){.kind = IG_TEXT, .text = policy__ig_trim(script, part->span)}, parent);
  } else {
    if (words->cuts.count > 1) parent = add_node(words, (ig_node){.kind = IG_COMBINATION, .op = IG_WAND}, parent);
    push_groups(words, part, parent);
  }
}

uint32_t policy__ig_make_text(policy_igscript *script, uint32_t item, uint32_t parent) {
  ig_words words = {.script = script, .item = item, .root = POLICY_NONE};
  const ig_item *component = IG_ITEM(script, item);
  const policy_allocator *allocator = &script->memory.allocator;
  policy__array_init(&words.parts, allocator, sizeof(ig_part), UINT32_MAX);
  policy__array_init(&words.cuts, allocator, sizeof(uint32_t), UINT32_MAX);
  uint32_t close = component->close;
  uint32_t open = IG_TOKEN(script, close)->mate;
  push_part(&words, (ig_part){.span = component->content, .first = open + 1, .end = close, .parent = parent});
  while (words.parts.count > 0 && script->status == POLICY_OK) {
    ig_part part = *POLICY__AT(&words.parts, ig_part, words.parts.count - 1);
    words.parts.count--;
    read_part(&words, &part);
  }
  policy__array_free(&words.parts);
  policy__array_free(&words.cuts);
  return words.root;
}
