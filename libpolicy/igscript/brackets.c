/* The brackets of a script: each finds its mate. */
#include <string.h>

#include "igscript/script.h"

/* The three kinds of brackets are counted each for itself: words in parentheses may hold a brace. */
typedef struct ig_stack {
  uint32_t top;    /* the innermost open token, or POLICY_NONE; its `mate` leads to the one around it */
  uint32_t opened, closed;
  uint32_t stray;  /* where the first of them closes what is not open, or POLICY_NONE */
} ig_stack;

static const char opening[] = "({[", closing[] = ")}]";

/* The operator that a bracket begins, or IG_OPERATORS. */
static uint8_t read_operator(const policy_igscript *script, uint32_t at) {
  static const char *const written[] = {"[AND]", "[OR]", "[XOR]"};
  for (uint8_t i = 0; i < sizeof written / sizeof *written; i++) {
    size_t size = strlen(written[i]);
    if (at + size <= script->text.size && memcmp(script->text.data + at, written[i], size) == 0) return i;
  }
  return IG_OPERATORS;
}

static void close_bracket(policy_igscript *script, ig_stack *stack, uint32_t token) {
  stack->closed++;
  if (stack->top == POLICY_NONE) {
    if (stack->stray == POLICY_NONE) stack->stray = IG_TOKEN(script, token)->at;
    return;
  }
  ig_token *open = IG_TOKEN(script, stack->top);
  uint32_t around = open->mate;
  open->mate = token;
  IG_TOKEN(script, token)->mate = stack->top;
  stack->top = around;
}

/* The outermost bracket that is still open. */
static uint32_t left_open(const policy_igscript *script, const ig_stack *stack) {
  uint32_t token = stack->top;
  while (IG_TOKEN(script, token)->mate != POLICY_NONE) token = IG_TOKEN(script, token)->mate;
  return IG_TOKEN(script, token)->at;
}

static void refuse_imbalance(policy_igscript *script, const ig_stack stacks[3]) {
  for (size_t i = 0; i < 3; i++) {
    char words[64] = "a bracket '?' that is never closed";
    bool open = stacks[i].opened > stacks[i].closed;
    if (stacks[i].opened == stacks[i].closed) continue;
    if (!open) memcpy(words, "a bracket '?' that was never opened", sizeof "a bracket '?' that was never opened");
    words[strcspn(words, "?")] = open ? opening[i] : closing[i];
    uint32_t at = open ? left_open(script, &stacks[i]) : stacks[i].stray;
    policy__ig_refuse(script, POLICY_IGSCRIPT_IMBALANCED_PARENTHESES, at, words);
  }
  for (size_t i = 0; i < 3; i++)
    if (stacks[i].stray != POLICY_NONE)
      policy__ig_refuse(script, POLICY_IGSCRIPT_UNABLE_TO_EXTRACT_COMPONENT_CONTENT, stacks[i].stray,
                        "a bracket closes before it opens");
}

void policy__ig_find_brackets(policy_igscript *script) {
  ig_stack stacks[3];
  for (size_t i = 0; i < 3; i++) stacks[i] = (ig_stack){POLICY_NONE, 0, 0, POLICY_NONE};
  uint32_t operators = 0;
  policy_status status;
  if (script->status != POLICY_OK) return;
  const char *text = script->text.data, *end = text + script->text.size;
  for (const char *at = text; (at += strcspn(at, "(){}[]")) < end; at++) {
    uint32_t n = (uint32_t)script->tokens.count;
    ig_token *token = policy__array_push(&script->tokens, &status);
    if (token == NULL) {
      policy__ig_stop(script, status);
      return;
    }
    *token = (ig_token){(uint32_t)(at - text), POLICY_NONE, operators, *at, IG_OPERATORS};
    const char *kind = strchr(opening, *at);
    if (kind == NULL) {
      close_bracket(script, &stacks[strchr(closing, *at) - closing], n);
      continue;
    }
    token->op = *at == '[' ? read_operator(script, token->at) : IG_OPERATORS;
    operators += token->op != IG_OPERATORS;
    ig_stack *stack = &stacks[kind - opening];
    token->mate = stack->top;
    stack->top = n;
    stack->opened++;
  }
  refuse_imbalance(script, stacks);
}
