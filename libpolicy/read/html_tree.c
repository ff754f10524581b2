/* The door to gumbo: from the skeleton of a page to its tree.

   Gumbo does not look whether it got the memory that it asked for, frees a tree by recursion, and some pages cost it
   the square of their size. So it never sees a page: it gets the skeleton, a text of tags without attributes whose
   number and nesting have bounds, in which no formatting elements are left (those are copied again and again) and
   "<br>" stands for each run of text. What it needs for that is bounded by the number of tags, and taken beforehand:
   a pool, from which nothing is ever given back, and which is freed as one piece. */
#include <gumbo.h>
#include <string.h>

#include "base/checked.h"
#include "base/memory.h"
#include "read/html_tree.h"

/* ---- memory for gumbo ------------------------------------------------------------------------------------ */

/* In gumbo 0.10.1 a tag takes a buffer for its name and a vector for its attributes (10, 20 and 8 bytes), and makes at
   most three nodes ("td" in a table makes "tbody" and "tr"; a stray "</p>" makes one), each a GumboNode with a vector
   of children that doubles: all vectors together never take more than 4 pointers for each child, plus one for each
   node. The rest is the parser's own state, and the stack of open elements, which doubles up to the nesting. */
enum {
  ALIGNMENT = 16,
  NODE_SIZE = (sizeof(GumboNode) + ALIGNMENT) + 4 * ALIGNMENT + 4 * sizeof(void *),
  TAG_SIZE = 3 * NODE_SIZE + 6 * ALIGNMENT,
  STATE_SIZE = 1 << 17
};

typedef struct pool {
  const policy_allocator *allocator;
  char *bytes;
  size_t used, size;
} pool;

static void *take(void *context, size_t size) {
  pool *p = context;
  size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (rounded > p->size - p->used) return NULL; /* never: see above */
  void *block = p->bytes + p->used;
  p->used += rounded;
  return block;
}

static void give_back(void *context, void *block) {
  (void)context;
  (void)block;
}

static policy_status fill_pool(pool *p, const policy__html_page *page, const policy_allocator *allocator) {
  size_t tags = 0, bytes;
  for (size_t i = 0; i < page->skeleton.size; i++) tags += page->skeleton.data[i] == '<';
  *p = (pool){.allocator = allocator};
  if (!policy__multiply(tags, TAG_SIZE, &bytes) || !policy__add(bytes, STATE_SIZE, &p->size)) return POLICY_ERROR_LIMIT;
  p->bytes = policy__allocate(allocator, p->size);
  return p->bytes != NULL ? POLICY_OK : POLICY_ERROR_NO_MEMORY;
}

/* ---- from gumbo's tree to ours ---------------------------------------------------------------------------- */

/* The number of the item whose tag stands at an offset of the skeleton; items begin with their offset. */
static uint32_t find_item(const policy__array *items, uint32_t offset) {
  size_t low = 0, high = items->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    uint32_t other = *(const uint32_t *)(const void *)((const char *)items->items + middle * items->item);
    if (other == offset) return (uint32_t)middle;
    if (other < offset) low = middle + 1;
    else high = middle;
  }
  return POLICY_NONE;
}

static uint8_t tag_of_implied(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_TBODY: return POLICY__TAG_TBODY;
    case GUMBO_TAG_TR: return POLICY__TAG_TR;
    case GUMBO_TAG_P: return POLICY__TAG_P;
    case GUMBO_TAG_BODY: return POLICY__TAG_BODY;
    default: return POLICY__TAG_OTHER;
  }
}

static void describe(const policy__html_page *page, const GumboElement *element, policy__html_node *node) {
  node->item = POLICY_NONE;
  node->tag = tag_of_implied(element->tag);
  if (element->original_tag.length == 0) return;
  uint32_t offset = (uint32_t)(element->original_tag.data - page->skeleton.data);
  bool run = element->tag == GUMBO_TAG_BR;
  node->item = find_item(run ? &page->runs : &page->elements, offset);
  if (run) node->tag = POLICY__TAG_TEXT;
  if (run || node->item == POLICY_NONE) return;
  const policy__html_element *own = POLICY__AT(&page->elements, policy__html_element, node->item);
  node->tag = own->tag;
  node->hints = own->hints;
}

/* Walks without recursion: gumbo's nodes know their parents and their places. */
static policy_status copy_tree(policy__html_tree *tree, const GumboNode *root) {
  policy_status status = POLICY_OK;
  uint32_t parent = POLICY_NONE;
  const GumboNode *at = root;
  while (status == POLICY_OK) {
    bool inner = at->type == GUMBO_NODE_ELEMENT;
    if (inner) {
      policy__html_node *node = policy__array_push(&tree->nodes, &status);
      if (node == NULL) break;
      describe(tree->page, &at->v.element, node);
      node->parent = parent;
      parent = (uint32_t)tree->nodes.count - 1;
      if (at->v.element.children.length > 0) {
        at = at->v.element.children.data[0];
        continue;
      }
    }
    for (;;) { /* to the next sibling, of this or of what holds it */
      if (at->type == GUMBO_NODE_ELEMENT) {
        POLICY__NODE(tree, parent)->end = (uint32_t)tree->nodes.count;
        parent = POLICY__NODE(tree, parent)->parent;
      }
      if (at == root) return POLICY_OK;
      const GumboVector *siblings = &at->parent->v.element.children;
      if (at->index_within_parent + 1 < siblings->length) {
        at = siblings->data[at->index_within_parent + 1];
        break;
      }
      at = at->parent;
    }
  }
  return status;
}

policy_status policy__html_tree_make(policy__html_tree *tree, const policy__html_page *page,
                                     const policy_allocator *allocator) {
  pool p;
  *tree = (policy__html_tree){.page = page};
  policy__array_init(&tree->nodes, allocator, sizeof(policy__html_node), UINT32_MAX - 1);
  policy_status status = fill_pool(&p, page, allocator);
  if (status == POLICY_OK) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = give_back;
    options.userdata = &p;
    options.max_errors = 0;
    GumboOutput *output = gumbo_parse_with_options(&options, page->skeleton.data, page->skeleton.size);
    status = copy_tree(tree, output->root);
  }
  policy__release(allocator, p.bytes, p.size);
  return status;
}

void policy__html_tree_free(policy__html_tree *tree) {
  policy__array_free(&tree->nodes);
}
