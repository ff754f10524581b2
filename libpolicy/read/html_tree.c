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

/* What gumbo 0.10.1 takes. A tag: a buffer for its name (10 bytes, doubled where they do not do) and a vector for its
   attributes (8). A node: itself, a vector of children, and its place in its parent's, which doubles, and so takes no
   more than 4 pointers for each child, what it left behind counted in. The rest is the parser's own state, and the
   stack of open elements, which doubles up to the nesting. A start tag makes one node, but "tr" may make a "tbody", and
   "td" both; an end tag makes none, but a "</p>" that closes nothing makes a "p". */
enum {
  ALIGNMENT = 16,
  NODE_SIZE = (sizeof(GumboNode) + ALIGNMENT) + ALIGNMENT + 4 * sizeof(void *) + ALIGNMENT,
  TAG_SIZE = 5 * ALIGNMENT,
  STATE_SIZE = 1 << 17
};

size_t policy__html_cost(policy__tag tag, bool end) {
  if (end) return TAG_SIZE + (tag == POLICY__TAG_P ? NODE_SIZE : 0);
  size_t nodes = tag == POLICY__TAG_TD || tag == POLICY__TAG_TH ? 3 : tag == POLICY__TAG_TR ? 2 : 1;
  return TAG_SIZE + nodes * NODE_SIZE;
}

/* A block behind the pool, for a gumbo that needs more than the one that the sizes were taken from. */
typedef struct spare {
  struct spare *next;
  size_t size;
} spare;

typedef struct pool {
  const policy_allocator *allocator;
  char *bytes;
  size_t used, size;
  spare *spares;
} pool;

static void *take_spare(pool *p, size_t size) {
  spare *block = policy__allocate(p->allocator, sizeof *block + size);
  if (block == NULL) return NULL;
  *block = (spare){p->spares, sizeof *block + size};
  p->spares = block;
  return block + 1;
}

static void *take(void *context, size_t size) {
  pool *p = context;
  size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (rounded > p->size - p->used) return take_spare(p, rounded);
  void *block = p->bytes + p->used;
  p->used += rounded;
  return block;
}

static void give_back(void *context, void *block) {
  (void)context;
  (void)block;
}

static void empty_pool(pool *p) {
  for (spare *next; p->spares != NULL; p->spares = next) {
    next = p->spares->next;
    policy__release(p->allocator, p->spares, p->spares->size);
  }
  policy__release(p->allocator, p->bytes, p->size);
}

static policy_status fill_pool(pool *p, const policy__html_page *page, const policy_allocator *allocator) {
  *p = (pool){.allocator = allocator};
  if (!policy__add(page->budget, STATE_SIZE, &p->size)) return POLICY_ERROR_LIMIT;
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

static uint32_t find_run(const policy__html_page *page, uint32_t offset) {
  uint32_t marked = find_item(&page->marks, offset);
  return marked != POLICY_NONE ? POLICY__AT(&page->marks, policy__html_mark, marked)->run : POLICY_NONE;
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
  node->item = run ? find_run(page, offset) : find_item(&page->elements, offset);
  if (run) node->tag = POLICY__TAG_TEXT;
  if (run || node->item == POLICY_NONE) return;
  const policy__html_element *own = POLICY__AT(&page->elements, policy__html_element, node->item);
  node->tag = own->tag;
  node->hints = own->hints;
}

/* The run that an element's content begins with. */
static void add_lead(policy__html_tree *tree, uint32_t parent, policy_status *status) {
  const policy__html_node *node = POLICY__NODE(tree, parent);
  if (node->item == POLICY_NONE || node->tag == POLICY__TAG_TEXT) return;
  uint32_t lead = POLICY__AT(&tree->page->elements, policy__html_element, node->item)->lead;
  policy__html_node *run = lead != POLICY_NONE ? policy__array_push(&tree->nodes, status) : NULL;
  if (run == NULL) return;
  run->parent = parent;
  run->end = (uint32_t)tree->nodes.count;
  run->item = lead;
  run->tag = POLICY__TAG_TEXT;
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
      add_lead(tree, parent, &status);
      if (status != POLICY_OK) break;
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
  empty_pool(&p);
  return status;
}

void policy__html_tree_free(policy__html_tree *tree) {
  policy__array_free(&tree->nodes);
}
