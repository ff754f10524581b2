/* Notes of a page: they name themselves, or the text calls them. */
#include "base/hash.h"
#include "read/html_tree.h"

/* Whether a node may be one note. */
static bool may_be_note(const policy__html_node *node) {
  enum { LONGEST = 4000 };
  switch (node->tag) {
    case POLICY__TAG_ASIDE:
    case POLICY__TAG_DD:
    case POLICY__TAG_DIV:
    case POLICY__TAG_LI:
    case POLICY__TAG_P: return node->size < LONGEST;
    default: return false;
  }
}

static bool is_called(const policy__html_tree *tree, const policy__table *calls, uint32_t begin, uint32_t size) {
  return size > 0 && policy__table_find(calls, (policy_string){tree->page->source.data + begin, size}) != POLICY_NONE;
}

policy_status policy__html_mark_notes(policy__html_tree *tree, const policy_allocator *allocator) {
  const policy__array *calls = &tree->page->calls;
  policy__table table;
  policy_status status = POLICY_OK;
  policy__table_init(&table, allocator);
  for (size_t i = 0; i < calls->count && status == POLICY_OK; i++) {
    policy_string id = *POLICY__AT(calls, policy_string, i);
    if (policy__table_find(&table, id) == POLICY_NONE) status = policy__table_add(&table, id, (uint32_t)i);
  }
  for (uint32_t n = 0; n < tree->nodes.count && calls->count > 0 && status == POLICY_OK; n++) {
    policy__html_node *node = POLICY__NODE(tree, n);
    if (node->tag == POLICY__TAG_TEXT || node->item == POLICY_NONE || !may_be_note(node)) continue;
    const policy__html_element *element = POLICY__AT(&tree->page->elements, policy__html_element, node->item);
    if (is_called(tree, &table, element->id, element->id_size) ||
        is_called(tree, &table, element->anchor, element->anchor_size))
      node->hints |= POLICY__HINT_NOTES;
  }
  policy__table_free(&table);
  return status;
}

bool policy__html_is_note(const policy__html_tree *tree, uint32_t n) {
  enum { NEAR = 4 };
  for (uint32_t i = 0; i < NEAR && n != POLICY_NONE; i++, n = POLICY__NODE(tree, n)->parent)
    if ((POLICY__NODE(tree, n)->hints & POLICY__HINT_NOTES) != 0) return true;
  return false;
}
