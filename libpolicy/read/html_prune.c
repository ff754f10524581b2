/* What is debris inside of the main text: links by themselves, signs of the site, headings of what was left out. */
#include "read/html_tree.h"

static bool is_heading(uint8_t tag) {
  return tag >= POLICY__TAG_H1 && tag <= POLICY__TAG_H6;
}

static bool is_linked(const policy__html_node *node) {
  return node->linked * 2 > node->size;
}

/* The nearest element around a node, inside of `within`, for which a bit of `tags` stands; POLICY_NONE: none. */
static uint32_t around(const policy__html_tree *tree, uint32_t n, uint32_t within, uint64_t tags) {
  for (n = POLICY__NODE(tree, n)->parent; n != POLICY_NONE && n >= within; n = POLICY__NODE(tree, n)->parent)
    if ((tags >> POLICY__NODE(tree, n)->tag & 1) != 0) return n;
  return POLICY_NONE;
}

/* Links that stand alone: a list of them is no text, one in a list of sentences is. */
static bool is_bare_link(const policy__html_tree *tree, uint32_t n) {
  enum { SENTENCE = 60 };
  static const uint64_t lists = UINT64_C(1) << POLICY__TAG_UL | UINT64_C(1) << POLICY__TAG_OL |
                                UINT64_C(1) << POLICY__TAG_DL | UINT64_C(1) << POLICY__TAG_TABLE;
  const policy__html_node *run = POLICY__NODE(tree, n);
  if (run->parent != POLICY_NONE && is_heading(POLICY__NODE(tree, run->parent)->tag)) return false;
  if (!is_linked(run) || run->size - run->linked >= SENTENCE) return false;
  uint32_t list = around(tree, n, tree->main, lists);
  if (list == POLICY_NONE) return true;
  const policy__html_node *node = POLICY__NODE(tree, list);
  return node->linked * 10 > node->size * 6;
}

static bool is_byline(const policy__html_tree *tree, uint32_t n) {
  enum { LONGEST = 160, STEPS = 3 };
  for (uint32_t i = 0; i < STEPS && n != POLICY_NONE && n > tree->main; i++, n = POLICY__NODE(tree, n)->parent) {
    const policy__html_node *node = POLICY__NODE(tree, n);
    if (node->size > LONGEST) return false;
    if ((node->hints & POLICY__HINT_BYLINE) != 0) return true;
  }
  return false;
}

/* Headings under which nothing is left, though there was something. */
static void prune_headings(policy__html_tree *tree) {
  bool text = false, debris = false, heading = false;
  for (uint32_t n = POLICY__NODE(tree, tree->main)->end; n-- > tree->main;) {
    policy__html_node *node = POLICY__NODE(tree, n);
    if (node->tag != POLICY__TAG_TEXT) continue;
    if (!is_heading(POLICY__NODE(tree, node->parent)->tag)) {
      if (node->role == POLICY__ROLE_TEXT) text = true;
      else debris = true;
    } else if (node->role == POLICY__ROLE_TEXT) {
      bool bare = is_linked(node) && !text;
      if ((!text && !heading && debris) || bare) node->role = POLICY__ROLE_DEBRIS;
      heading = node->role == POLICY__ROLE_TEXT && !text && !debris;
      text = debris = false;
    }
  }
}

void policy__html_prune(policy__html_tree *tree, bool listing) {
  const policy__html_node *main = POLICY__NODE(tree, tree->main);
  for (uint32_t n = tree->main; n < main->end; n++) {
    policy__html_node *node = POLICY__NODE(tree, n);
    if (node->tag != POLICY__TAG_TEXT || node->role != POLICY__ROLE_TEXT) continue;
    if ((!listing && is_bare_link(tree, n)) || is_byline(tree, n)) node->role = POLICY__ROLE_DEBRIS;
  }
  if (!listing) prune_headings(tree);
}
