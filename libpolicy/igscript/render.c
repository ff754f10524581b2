/* What the outputs of a script share. */
#include "igscript/render.h"

#include <string.h>

enum { MOST_SHARED = 64 }; /* levels of shared words that one leaf shows */

static void write_span(const policy_igscript *script, policy_span span, policy__writer *writer) {
  const char *at = script->text.data + span.begin, *end = script->text.data + span.end;
  while (at < end) {
    const char *line = memchr(at, '\n', (size_t)(end - at));
    if (line == NULL) line = end;
    policy__write(writer, at, (size_t)(line - at));
    if (line < end) policy__write(writer, " ", 1);
    at = line + 1;
  }
}

void policy__ig_write_words(const policy_igscript *script, uint32_t node, bool bare, policy__writer *writer) {
  const ig_node *leaf = IG_NODE(script, node);
  uint32_t around[MOST_SHARED], count = 0;
  for (uint32_t i = leaf->parent; !bare && i != POLICY_NONE && IG_NODE(script, i)->item == leaf->item; ) {
    const ig_node *above = IG_NODE(script, i);
    bool shares = above->left.end > above->left.begin || above->right.end > above->right.begin;
    if (shares && count < MOST_SHARED) around[count++] = i;
    i = above->parent;
  }
  for (uint32_t i = count; i-- > 0;) {
    policy_span left = IG_NODE(script, around[i])->left;
    if (left.end == left.begin) continue;
    write_span(script, left, writer);
    policy__write(writer, " ", 1);
  }
  write_span(script, leaf->text, writer);
  for (uint32_t i = 0; i < count; i++) {
    policy_span right = IG_NODE(script, around[i])->right;
    if (right.end == right.begin) continue;
    policy__write(writer, " ", 1);
    write_span(script, right, writer);
  }
}

bool policy__ig_is_nested(const policy_igscript *script, uint32_t node) {
  while (IG_NODE(script, node)->kind == IG_COMBINATION) node = IG_NODE(script, node)->first;
  return IG_NODE(script, node)->kind == IG_STATEMENT;
}

uint32_t policy__ig_root(const policy_igscript *script, uint32_t statement, ig_symbol symbol, bool nested) {
  for (uint32_t i = IG_NODE(script, statement)->first; i != POLICY_NONE; i = IG_NODE(script, i)->next)
    if (IG_NODE(script, i)->symbol == symbol && policy__ig_is_nested(script, i) == nested) return i;
  return POLICY_NONE;
}

uint32_t policy__ig_next_node(const policy_igscript *script, uint32_t top, uint32_t node) {
  const ig_node *at = IG_NODE(script, node);
  if (at->kind == IG_COMBINATION && at->first != POLICY_NONE) return at->first;
  while (node != top) {
    if (at->next != POLICY_NONE) return at->next;
    node = at->parent;
    at = IG_NODE(script, node);
  }
  return POLICY_NONE;
}

/* What stands before a part in words: an operator, a space or nothing. */
static void write_joint(const policy_igscript *script, uint32_t node, policy__writer *writer) {
  uint32_t parent = IG_NODE(script, node)->parent;
  if (parent == POLICY_NONE || IG_NODE(script, parent)->first == node) return;
  policy__write(writer, " ", 1);
  if (IG_NODE(script, parent)->kind == IG_STATEMENT) return;
  bool braces = policy__ig_is_nested(script, node);
  policy__write_text(writer, braces ? "[" : "");
  policy__write_text(writer, policy__ig_operators[IG_NODE(script, parent)->op]);
  policy__write_text(writer, braces ? "] " : " ");
}

static policy_status push(policy__array *stack, uint32_t number) {
  policy_status status;
  uint32_t *top = policy__array_push(stack, &status);
  if (top != NULL) *top = number;
  return status;
}

/* The children of a node, last on the bottom. */
static policy_status push_children(const policy_igscript *script, uint32_t node, policy__array *stack) {
  policy_status status = POLICY_OK;
  size_t low = stack->count;
  for (uint32_t i = IG_NODE(script, node)->first; i != POLICY_NONE; i = IG_NODE(script, i)->next)
    if (status == POLICY_OK) status = push(stack, i);
  for (size_t high = stack->count; status == POLICY_OK && low + 1 < high; low++) {
    uint32_t swap = *POLICY__AT(stack, uint32_t, low);
    *POLICY__AT(stack, uint32_t, low) = *POLICY__AT(stack, uint32_t, --high);
    *POLICY__AT(stack, uint32_t, high) = swap;
  }
  return status;
}

policy_status policy__ig_write_flat(const policy_igscript *script, uint32_t node, bool bare, bool marked,
                                    policy__array *stack, policy__writer *writer) {
  size_t base = stack->count;
  policy_status status = push(stack, node);
  while (stack->count > base && status == POLICY_OK && writer->status == POLICY_OK) {
    uint32_t at = *POLICY__AT(stack, uint32_t, stack->count - 1);
    const ig_node *part = IG_NODE(script, at);
    stack->count--;
    if (at != node) write_joint(script, at, writer);
    if (part->kind != IG_TEXT) {
      status = push_children(script, at, stack);
      continue;
    }
    if (marked) policy__write_format(writer, "%s(", policy__ig_symbols[part->symbol].code);
    policy__ig_write_words(script, at, bare, writer);
    if (marked) policy__write(writer, ")", 1);
    if (part->private_ == POLICY_NONE) continue;
    policy__write(writer, " ", 1);
    status = push(stack, IG_NODE(script, part->private_)->first);
  }
  stack->count = base;
  return status != POLICY_OK ? status : writer->status;
}

static void write_annotation(const policy_igscript *script, uint32_t item, policy__writer *writer) {
  write_span(script, IG_ITEM(script, item)->annotation, writer);
}

/* The annotations among the items of a scope, and of those around it before them. */
static void write_scope(const policy_igscript *script, uint32_t scope, policy__writer *writer) {
  uint32_t around[MOST_SHARED], count = 0;
  for (uint32_t i = scope; i != POLICY_NONE && count < MOST_SHARED; i = IG_SCOPE(script, i)->outer)
    around[count++] = i;
  while (count-- > 0) {
    ig_scope run = *IG_SCOPE(script, around[count]);
    for (uint32_t i = run.first; i != run.end && i != POLICY_NONE; i = IG_ITEM(script, i)->next)
      if (IG_ITEM(script, i)->kind == IG_ANNOTATION) write_annotation(script, i, writer);
  }
}

void policy__ig_write_annotations(const policy_igscript *script, uint32_t node, policy__writer *writer) {
  const ig_node *at = IG_NODE(script, node);
  if (at->item == POLICY_NONE) return;
  if (at->kind != IG_STATEMENT) {
    if (!policy__ig_is_nested(script, node)) write_annotation(script, at->item, writer);
    return;
  }
  uint32_t around[MOST_SHARED], count = 0;
  for (uint32_t i = IG_ITEM(script, at->item)->parent; i != POLICY_NONE && IG_ITEM(script, i)->combines;
       i = IG_ITEM(script, i)->parent)
    if (count < MOST_SHARED) around[count++] = i;
  while (count-- > 0) write_annotation(script, around[count], writer);
  write_annotation(script, at->item, writer);
  write_scope(script, at->scope, writer);
}
