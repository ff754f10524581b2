/* The best tree over the words of a sentence. */
#include "lang/tree.h"

#include "base/memory.h"

/* One root only: so much less is every edge from it, for as long as another way is found. */
#define ROOT_COST (INT64_C(1) << 48)
#define NEVER (-(INT64_C(1) << 60))

enum { NO_NODE = UINT16_MAX };

/* A word, or a circle of nodes contracted into one. Nodes are numbered from 0, words first; the root is none. */
typedef struct policy__tree_node {
  uint16_t row;        /* of its scores: that of its first word */
  uint16_t parent;     /* the circle that it was contracted into, or NO_NODE */
  uint16_t from, into; /* the edge chosen: from this source (0 the root, else word + 1) into this word */
  int64_t score;       /* of that edge */
  uint8_t state;       /* see below */
} policy__tree_node;

enum { FRESH, ON_PATH, DONE };

bool policy__tree_init(policy__tree *tree, const policy_allocator *allocator, uint32_t longest) {
  size_t cells = (size_t)longest * (longest + 1);
  *tree = (policy__tree){.allocator = allocator, .longest = longest};
  tree->scores = policy__allocate(allocator, cells * sizeof *tree->scores);
  tree->enters = policy__allocate(allocator, cells * sizeof *tree->enters);
  tree->nodes = policy__allocate(allocator, 2 * (size_t)longest * sizeof *tree->nodes);
  tree->sources = policy__allocate(allocator, 3 * (size_t)longest * sizeof *tree->sources);
  if (tree->scores != NULL && tree->enters != NULL && tree->nodes != NULL && tree->sources != NULL) return true;
  policy__tree_free(tree);
  return false;
}

void policy__tree_free(policy__tree *tree) {
  size_t cells = (size_t)tree->longest * (tree->longest + 1);
  policy__release(tree->allocator, tree->scores, cells * sizeof *tree->scores);
  policy__release(tree->allocator, tree->enters, cells * sizeof *tree->enters);
  policy__release(tree->allocator, tree->nodes, 2 * (size_t)tree->longest * sizeof *tree->nodes);
  policy__release(tree->allocator, tree->sources, 3 * (size_t)tree->longest * sizeof *tree->sources);
  *tree = (policy__tree){0};
}

/* ---- the usual case ---------------------------------------------------------------------------------------- */

static void choose_best(const int32_t *scores, uint32_t count, uint16_t *heads) {
  for (uint32_t w = 0; w < count; w++, scores += count + 1) {
    uint32_t best = 0;
    for (uint32_t h = 1; h <= count; h++)
      if (h != w + 1 && scores[h] > scores[best]) best = h;
    heads[w] = (uint16_t)best;
  }
}

/* Whether there is one root, and every way upwards ends there. `seen` has room for `count` marks. */
static bool is_tree(const uint16_t *heads, uint32_t count, uint16_t *seen) {
  uint32_t roots = 0;
  for (uint32_t w = 0; w < count; w++) {
    seen[w] = 0;
    roots += heads[w] == 0;
  }
  for (uint32_t w = 0; roots == 1 && w < count; w++) {
    uint32_t at = w;
    while (heads[at] != 0 && seen[at] == 0) {
      seen[at] = (uint16_t)(w + 1);
      at = heads[at] - 1u;
    }
    if (heads[at] != 0 && seen[at] == w + 1) return false;
  }
  return roots == 1;
}

/* ---- Edmonds ------------------------------------------------------------------------------------------------- */

/* The node that stands for a word now. Shortens the ways that it goes. */
static uint32_t top(uint16_t *over, uint32_t word) {
  while (over[word] != word) {
    over[word] = over[over[word]];
    word = over[word];
  }
  return word;
}

typedef struct growth {
  policy__tree *tree;
  uint32_t count, nodes; /* words; nodes so far */
  uint16_t *over;        /* [node]: itself, or a circle that it lies in */
  uint16_t *path;        /* nodes from which the search came */
  uint32_t depth;
} growth;

static void start(growth *g, const int32_t *scores) {
  policy__tree *tree = g->tree;
  uint32_t width = g->count + 1;
  for (uint32_t w = 0; w < g->count; w++) {
    g->over[w] = (uint16_t)w;
    tree->nodes[w] = (policy__tree_node){.row = (uint16_t)w, .parent = NO_NODE, .state = FRESH};
    for (uint32_t h = 0; h < width; h++) {
      size_t cell = (size_t)w * width + h;
      tree->scores[cell] = scores[cell] - (h == 0 ? ROOT_COST : 0);
      tree->enters[cell] = (uint16_t)w;
    }
    tree->scores[(size_t)w * width + w + 1] = NEVER;
  }
}

/* Chooses the best edge into a node; returns the node where it begins, or NO_NODE for the root. */
static uint32_t choose_edge(growth *g, uint32_t node) {
  policy__tree_node *chosen = &g->tree->nodes[node];
  const int64_t *scores = g->tree->scores + (size_t)chosen->row * (g->count + 1);
  uint32_t best = 0;
  for (uint32_t h = 1; h <= g->count; h++)
    if (scores[h] > scores[best]) best = h;
  chosen->from = (uint16_t)best;
  chosen->into = g->tree->enters[(size_t)chosen->row * (g->count + 1) + best];
  chosen->score = scores[best];
  return best == 0 ? NO_NODE : top(g->over, best - 1);
}

/* Lays the scores of `node` over those of the circle, less what its chosen edge is worth. */
static void merge(growth *g, uint32_t row, uint32_t node, bool first) {
  policy__tree *tree = g->tree;
  uint32_t width = g->count + 1;
  int64_t *into = tree->scores + (size_t)row * width, worth = tree->nodes[node].score;
  uint16_t *enters = tree->enters + (size_t)row * width;
  const int64_t *from = tree->scores + (size_t)tree->nodes[node].row * width;
  const uint16_t *from_enters = tree->enters + (size_t)tree->nodes[node].row * width;
  for (uint32_t h = 0; h < width; h++) {
    int64_t score = from[h] == NEVER ? NEVER : from[h] - worth;
    if (!first && score <= into[h]) continue;
    into[h] = score;
    enters[h] = from_enters[h];
  }
}

/* Makes one node of the end of the path, from `node` on. */
static uint32_t contract(growth *g, uint32_t node) {
  policy__tree *tree = g->tree;
  uint32_t circle = g->nodes++, row = tree->nodes[node].row, width = g->count + 1, member;
  g->over[circle] = (uint16_t)circle;
  merge(g, row, node, true);
  do {
    member = g->path[--g->depth];
    if (member != node) merge(g, row, member, false);
    tree->nodes[member].parent = (uint16_t)circle;
    g->over[member] = (uint16_t)circle;
  } while (member != node);
  tree->nodes[circle] = (policy__tree_node){.row = (uint16_t)row, .parent = NO_NODE, .state = ON_PATH};
  for (uint32_t w = 0; w < g->count; w++)
    if (top(g->over, w) == circle) tree->scores[(size_t)row * width + w + 1] = NEVER;
  g->path[g->depth++] = (uint16_t)circle;
  return circle;
}

/* Follows best edges upwards from a node until the root, or what hangs on it, is reached. */
static void grow(growth *g, uint32_t node) {
  g->depth = 0;
  while (node != NO_NODE && g->tree->nodes[node].state != DONE) {
    if (g->tree->nodes[node].state == ON_PATH) {
      node = contract(g, node);
    } else {
      g->tree->nodes[node].state = ON_PATH;
      g->path[g->depth++] = (uint16_t)node;
    }
    node = choose_edge(g, node);
  }
  while (g->depth > 0) g->tree->nodes[g->path[--g->depth]].state = DONE;
}

/* Opens the circles, the last first: the edge into a circle replaces that of the member that it ends in. */
static void expand(growth *g, uint16_t *heads) {
  policy__tree_node *nodes = g->tree->nodes;
  for (uint32_t circle = g->nodes; circle-- > g->count;) {
    uint32_t member = nodes[circle].into;
    while (nodes[member].parent != circle) member = nodes[member].parent;
    nodes[member].from = nodes[circle].from;
    nodes[member].into = nodes[circle].into;
  }
  for (uint32_t w = 0; w < g->count; w++) heads[w] = nodes[w].from;
}

void policy__tree_find(policy__tree *tree, const int32_t *scores, uint32_t count, uint16_t *heads) {
  choose_best(scores, count, heads);
  if (is_tree(heads, count, tree->sources)) return;
  growth g = {.tree = tree, .count = count, .nodes = count, .over = tree->sources,
              .path = tree->sources + 2 * (size_t)tree->longest};
  start(&g, scores);
  for (uint32_t w = 0; w < count; w++) grow(&g, top(g.over, w));
  expand(&g, heads);
}
