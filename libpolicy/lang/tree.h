/* The best tree over the words of a sentence. */
#ifndef POLICY_LANG_TREE_H
#define POLICY_LANG_TREE_H

#include <stdbool.h>

#include <policy/memory.h>

/* What policy__tree_find works in, for sentences of up to `longest` words. */
typedef struct policy__tree {
  const policy_allocator *allocator;
  uint32_t longest;
  int64_t *scores;  /* [word][source], of what was contracted into one node */
  uint16_t *enters; /* the word that the edge ends in, likewise */
  struct policy__tree_node *nodes;
  uint16_t *sources;
} policy__tree;

/* False when there is no memory. */
bool policy__tree_init(policy__tree *tree, const policy_allocator *allocator, uint32_t longest);
void policy__tree_free(policy__tree *tree);

/* Finds the heads that make the tree of the highest sum of scores with one word under the root.
   scores[(count + 1) * w + h] is for word w, from 0, to hang on word h - 1, or on the root where h is 0;
   heads[w] is such an h. The best head of each word where those make a tree already; else Edmonds' algorithm (1967)
   in Tarjan's form for dense graphs, O(count^2). */
void policy__tree_find(policy__tree *tree, const int32_t *scores, uint32_t count, uint16_t *heads);

#endif
