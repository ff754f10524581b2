/* Where in a page a block stands. */
#include <string.h>

#include "base/memory.h"
#include "read/html_blocks.h"

/* The number of each node among those of its name in its parent, from 1. Counts stand in a table of one row for each
   open element. */
policy_status policy__html_ordinals(const policy__html_tree *tree, policy__array *ordinals,
                                    const policy_allocator *allocator) {
  typedef uint32_t counts[POLICY__TAGS];
  policy__array open; /* of counts */
  policy__array_init(ordinals, allocator, sizeof(uint32_t), UINT32_MAX - 1);
  policy__array_init(&open, allocator, sizeof(counts), UINT32_MAX - 1);
  policy_status status = policy__array_reserve(ordinals, tree->nodes.count);
  uint32_t top = POLICY_NONE; /* the node of the last row */
  for (uint32_t n = 0; n < tree->nodes.count && status == POLICY_OK; n++) {
    const policy__html_node *node = POLICY__NODE(tree, n);
    for (; top != node->parent && top != POLICY_NONE; open.count--) top = POLICY__NODE(tree, top)->parent;
    uint32_t *ordinal = policy__array_push(ordinals, &status);
    *ordinal = 1;
    if (open.count > 0) *ordinal = ++(*POLICY__AT(&open, counts, open.count - 1))[node->tag];
    if (node->end == n + 1) continue;
    if (policy__array_push(&open, &status) != NULL) top = n;
  }
  policy__array_free(&open);
  return status;
}

static const char *name_of(const policy__html_node *node) {
  const char *name = policy__tag_name((policy__tag)node->tag);
  if (node->tag == POLICY__TAG_FORM) return "form";
  return name != NULL ? name : node->tag == POLICY__TAG_BODY ? "body" : "html";
}

static policy_string id_of(const policy__html_tree *tree, const policy__html_node *node) {
  enum { LONGEST = 100 };
  policy_string none = {"", 0};
  if (node->item == POLICY_NONE || node->tag == POLICY__TAG_TEXT) return none;
  const policy__html_element *element = POLICY__AT(&tree->page->elements, policy__html_element, node->item);
  if (element->id_size > LONGEST) return none;
  return (policy_string){tree->page->source.data + element->id, element->id_size};
}

enum { STEP = 32 };

/* "/name[3]", without a number that is 0; its size. */
static size_t write_step(const char *name, uint32_t ordinal, char step[STEP]) {
  char digits[10];
  size_t size = 0, count = 0;
  step[size++] = '/';
  while (*name != '\0') step[size++] = *name++;
  if (ordinal == 0) return size;
  for (; ordinal > 0; ordinal /= 10) digits[count++] = (char)('0' + ordinal % 10);
  step[size++] = '[';
  while (count > 0) step[size++] = digits[--count];
  step[size++] = ']';
  return size;
}

policy_status policy__html_place(const policy__html_tree *tree, const policy__array *ordinals, uint32_t n,
                                 policy_buffer *place) {
  enum { STEPS = 12 };
  uint32_t path[STEPS], count = 0;
  policy_string id = {"", 0};
  place->size = 0;
  if (POLICY__NODE(tree, n)->tag == POLICY__TAG_TEXT) n = POLICY__NODE(tree, n)->parent;
  for (; n != POLICY_NONE && count < STEPS; n = POLICY__NODE(tree, n)->parent) {
    id = id_of(tree, POLICY__NODE(tree, n));
    if (id.size > 0) break;
    path[count++] = n;
  }
  if (id.size > 0 && count == 0) return policy_buffer_append(place, id.data, id.size);
  policy_status status = POLICY_OK;
  if (id.size > 0) {
    status = policy_buffer_append(place, "//*[@id='", 9);
    if (status == POLICY_OK) status = policy_buffer_append(place, id.data, id.size);
    if (status == POLICY_OK) status = policy_buffer_append(place, "']", 2);
  } else if (n != POLICY_NONE) {
    status = policy_buffer_append(place, "/", 1);
  }
  while (count > 0 && status == POLICY_OK) {
    const policy__html_node *node = POLICY__NODE(tree, path[--count]);
    uint32_t ordinal = *POLICY__AT(ordinals, uint32_t, path[count]);
    bool alone = node->parent == POLICY_NONE || node->tag == POLICY__TAG_BODY;
    char step[STEP];
    size_t size = write_step(name_of(node), alone ? 0 : ordinal, step);
    status = policy_buffer_append(place, step, size);
  }
  return status;
}
