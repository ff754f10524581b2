/* Numbers of the items of ordered lists (HTML 4.4.5 and 4.4.8). */
#include "read/html_blocks.h"

/* What an element says of counting. */
static policy__html_counter counter_of(const policy__html_tree *tree, uint32_t n) {
  uint32_t item = POLICY__NODE(tree, n)->item;
  if (item == POLICY_NONE) return (policy__html_counter){.format = POLICY__FORMAT_DECIMAL};
  return POLICY__AT(&tree->page->elements, policy__html_element, item)->counter;
}

/* Numbers the items of one list. */
static void count_items(const policy__html_tree *tree, uint32_t list, policy__array *numbers) {
  policy__html_counter counter = counter_of(tree, list);
  int64_t next = counter.given ? counter.number : counter.reversed ? 0 : 1, step = counter.reversed ? -1 : 1;
  uint32_t end = POLICY__NODE(tree, list)->end;
  if (!counter.given && counter.reversed)
    for (uint32_t n = list + 1; n < end; n = POLICY__NODE(tree, n)->end) next += POLICY__NODE(tree, n)->tag == POLICY__TAG_LI;
  for (uint32_t n = list + 1; n < end; n = POLICY__NODE(tree, n)->end) {
    if (POLICY__NODE(tree, n)->tag != POLICY__TAG_LI) continue;
    policy__html_counter own = counter_of(tree, n);
    if (own.given) next = own.number;
    *POLICY__AT(numbers, int32_t, n) = (int32_t)next;
    if (next + step >= INT32_MIN && next + step <= INT32_MAX) next += step;
  }
}

policy_status policy__html_numbers(const policy__html_tree *tree, policy__array *numbers,
                                   const policy_allocator *allocator) {
  policy__array_init(numbers, allocator, sizeof(int32_t), UINT32_MAX - 1);
  policy_status status = policy__array_reserve(numbers, tree->nodes.count);
  for (uint32_t n = 0; n < tree->nodes.count && status == POLICY_OK; n++) (void)policy__array_push(numbers, &status);
  for (uint32_t n = 0; n < tree->nodes.count && status == POLICY_OK; n++)
    if (POLICY__NODE(tree, n)->tag == POLICY__TAG_OL) count_items(tree, n, numbers);
  return status;
}

policy_status policy__html_label(const policy__html_tree *tree, uint32_t item, int32_t number, policy_buffer *label) {
  uint32_t list = POLICY__NODE(tree, item)->parent;
  if (list == POLICY_NONE || POLICY__NODE(tree, list)->tag != POLICY__TAG_OL) return POLICY_OK;
  policy_status status = policy__label_put(number, (policy__number_format)counter_of(tree, list).format, label);
  return status == POLICY_OK && label->size > 0 ? policy_buffer_append(label, ". ", 2) : status;
}
