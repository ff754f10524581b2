/* The tree of a page, as a list in the order of the page. */
#ifndef POLICY_READ_HTML_TREE_H
#define POLICY_READ_HTML_TREE_H

#include "read/html_page.h"

/* An element, or a run of text (POLICY__TAG_TEXT); what lies in an element stands between it and its `end`. */
typedef struct policy__html_node {
  uint32_t parent, end; /* numbers of nodes; the root's parent is POLICY_NONE */
  uint32_t item;        /* number of the element, or of the run, of the page; POLICY_NONE: the builder added it */
  uint32_t size;        /* characters of text in it that are not white */
  uint32_t linked;      /* those in links */
  uint32_t prose;       /* those outside of links, in runs that read as sentences */
  uint32_t value;       /* prose, and a share of all other text */
  uint32_t kept;        /* value that does not lie in debris */
  uint16_t hints;
  uint8_t tag;
  uint8_t role; /* policy__html_role, once it is decided */
} policy__html_node;

typedef enum policy__html_role {
  POLICY__ROLE_OPEN, /* not decided */
  POLICY__ROLE_TEXT,
  POLICY__ROLE_DEBRIS,
  POLICY__ROLE_NOTHING /* no text at all */
} policy__html_role;

typedef struct policy__html_tree {
  const policy__html_page *page;
  policy__array nodes;
  uint32_t main; /* the node in which the text lies */
  bool thread;   /* the page is one of a forum */
  bool plain;    /* there are next to no links: a text that was put on the web as it was */
} policy__html_tree;

#define POLICY__NODE(tree, n) POLICY__AT(&(tree)->nodes, policy__html_node, n)

/* html_tree.c: makes the tree. LIMIT, NO_MEMORY. `allocator` is borrowed. */
policy_status policy__html_tree_make(policy__html_tree *tree, const policy__html_page *page,
                                     const policy_allocator *allocator);
void policy__html_tree_free(policy__html_tree *tree);

/* html_notes.c: gives the hint of notes to what is called as one. `allocator` is borrowed. NO_MEMORY. */
policy_status policy__html_mark_notes(policy__html_tree *tree, const policy_allocator *allocator);

/* html_notes.c: whether a node is a note, or stands in one or among them. */
bool policy__html_is_note(const policy__html_tree *tree, uint32_t n);

/* html_measure.c: fills size, linked and prose. */
void policy__html_measure(policy__html_tree *tree);

/* html_main.c: finds the main text, and decides every run's role. */
void policy__html_find_main(policy__html_tree *tree);

/* html_prune.c: turns what is debris inside of the main text to that. `listing`: the page lists things by links. */
void policy__html_prune(policy__html_tree *tree, bool listing);

#endif
