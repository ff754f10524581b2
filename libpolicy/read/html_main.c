/* The main text of a page, and what surrounds it. Text has a value: characters outside of links, in full where they read
   as sentences, a quarter elsewhere, a tenth in links. First goes what its tag or its names tell to be debris, unless it
   holds so much of the value that the name must mean something else; names are believed less where they would leave too
   little. Then the way leads down from the root, or from the page's one "main", as long as one child has nearly all the
   value that is left: there the text lies. What stands beside it comes in where it reads as text, too. */
#include "read/html_tree.h"

/* Gives a role to a node and to all in it that are anything at all. */
static void set_role(policy__html_tree *tree, uint32_t n, policy__html_role role) {
  for (uint32_t i = n; i < POLICY__NODE(tree, n)->end; i++)
    if (POLICY__NODE(tree, i)->role != POLICY__ROLE_NOTHING) POLICY__NODE(tree, i)->role = (uint8_t)role;
}

/* What is for browsers without scripts is no text, but where it is most of the page. */
static void mark_nothing(policy__html_tree *tree) {
  uint32_t page = POLICY__NODE(tree, 0)->value;
  for (uint32_t n = 0; n < tree->nodes.count; n++) {
    const policy__html_node *node = POLICY__NODE(tree, n);
    if (node->tag != POLICY__TAG_NOSCRIPT || node->value * 2 > page) continue;
    set_role(tree, n, POLICY__ROLE_NOTHING);
    n = node->end - 1;
  }
}

/* ---- what is debris wherever it stands --------------------------------------------------------------------- */

/* Whether an element holds one whose names say that it is the text. */
static bool holds_body(const policy__html_tree *tree, uint32_t n) {
  for (uint32_t i = n; i < POLICY__NODE(tree, n)->end; i++) {
    const policy__html_node *node = POLICY__NODE(tree, i);
    if ((node->hints & POLICY__HINT_BODY) != 0 || node->tag == POLICY__TAG_MAIN) return true;
  }
  return false;
}

/* How far names are believed: first all of them, then, where nothing would be left, fewer. */
typedef enum belief { TAGS_ALONE, CLEAR_NAMES, ALL_NAMES } belief;

static bool is_block(uint8_t tag) {
  return tag == POLICY__TAG_P || (tag >= POLICY__TAG_H1 && tag <= POLICY__TAG_H6);
}

static bool is_named_debris(const policy__html_node *node, belief trust) {
  enum { SURE = POLICY__HINT_HIDDEN | POLICY__HINT_COMMENTS | POLICY__HINT_NOTICE };
  if (node->tag == POLICY__TAG_ASIDE && (node->hints & POLICY__HINT_NOTES) != 0) return false;
  if (node->tag == POLICY__TAG_NAV || node->tag == POLICY__TAG_FOOTER) return true;
  if ((node->hints & POLICY__HINT_BODY) != 0) return false;
  if ((node->hints & SURE) != 0) return true;
  if (trust == TAGS_ALONE) return false;
  if ((node->hints & POLICY__HINT_DEBRIS) != 0) return true;
  if (node->tag == POLICY__TAG_FORM) return node->prose * 3 < node->size;
  if (node->tag == POLICY__TAG_ASIDE) return node->prose < 300 || node->prose * 10 < node->size * 9;
  if (is_block(node->tag) || trust < ALL_NAMES) return false;
  return (node->hints & POLICY__HINT_EDGE) != 0 && (node->hints & POLICY__HINT_CONTENT) == 0;
}

/* Whether most of the page's text lies in what names itself a thread of a forum. */
static bool is_thread(const policy__html_tree *tree) {
  uint32_t found = 0;
  for (uint32_t n = 0; n < tree->nodes.count;) {
    const policy__html_node *node = POLICY__NODE(tree, n);
    bool thread = (node->hints & POLICY__HINT_THREAD) != 0;
    if (thread) found += node->value;
    n = thread ? node->end : n + 1;
  }
  return found * 2 > POLICY__NODE(tree, 0)->value;
}

/* Comments and notices are debris however long they are; "post comments-open" is none, nor what holds the page's title. */
static bool is_apart(const policy__html_tree *tree, uint32_t n) {
  const policy__html_node *node = POLICY__NODE(tree, n);
  if ((node->hints & (POLICY__HINT_COMMENTS | POLICY__HINT_NOTICE)) == 0 || node->tag == POLICY__TAG_ARTICLE) return false;
  if ((node->hints & POLICY__HINT_CONTENT) != 0) return false;
  for (uint32_t i = n; i < node->end; i++)
    if (POLICY__NODE(tree, i)->tag == POLICY__TAG_H1) return false;
  return true;
}

/* Whether an element is too much of `all` for what its names say. */
static bool is_too_much(const policy__html_tree *tree, uint32_t n, uint32_t all) {
  enum { ENOUGH = 400, LITTLE = 50 };
  const policy__html_node *node = POLICY__NODE(tree, n);
  uint32_t rest = POLICY__NODE(tree, 0)->value - node->value;
  bool edge = node->tag == POLICY__TAG_FOOTER || node->tag == POLICY__TAG_NAV;
  if (edge || node->linked * 5 > node->size * 4) return rest < LITTLE;
  if ((node->hints & POLICY__HINT_COMMENTS) != 0 && tree->thread) return true;
  if (is_apart(tree, n)) return rest < ENOUGH || rest < node->value / 50;
  return (uint64_t)node->value * 3 > all;
}

static void mark_debris(policy__html_tree *tree, belief trust, uint32_t all) {
  set_role(tree, 0, POLICY__ROLE_OPEN);
  for (uint32_t n = 0; n < tree->nodes.count; n++) {
    const policy__html_node *node = POLICY__NODE(tree, n);
    if (node->tag == POLICY__TAG_TEXT || !is_named_debris(node, trust)) continue;
    if (is_too_much(tree, n, all) || holds_body(tree, n)) continue;
    set_role(tree, n, POLICY__ROLE_DEBRIS);
    n = node->end - 1;
  }
}

static void count_kept(policy__html_tree *tree) {
  for (uint32_t n = 0; n < tree->nodes.count; n++) POLICY__NODE(tree, n)->kept = 0;
  for (uint32_t n = (uint32_t)tree->nodes.count; n-- > 0;) {
    policy__html_node *node = POLICY__NODE(tree, n);
    if (node->tag == POLICY__TAG_TEXT) node->kept = node->role == POLICY__ROLE_OPEN ? node->value : 0;
    if (node->parent != POLICY_NONE) POLICY__NODE(tree, node->parent)->kept += node->kept;
  }
}

/* ---- where the text lies ----------------------------------------------------------------------------------- */

/* The element that says that it is the main one, where that may be; else the root. */
static uint32_t find_marked(const policy__html_tree *tree) {
  uint32_t found = 0;
  for (uint32_t n = 0; n < tree->nodes.count;) {
    const policy__html_node *node = POLICY__NODE(tree, n);
    bool marked = node->tag == POLICY__TAG_MAIN || (node->hints & POLICY__HINT_MAIN) != 0;
    if (marked && found != 0) return 0;
    if (marked) found = n;
    n = marked ? node->end : n + 1;
  }
  return POLICY__NODE(tree, found)->kept * 3 >= POLICY__NODE(tree, 0)->kept ? found : 0;
}

/* Down from there, as long as one child holds nearly all that reads as sentences. */
static uint32_t descend(const policy__html_tree *tree) {
  uint32_t at = find_marked(tree);
  for (;;) {
    const policy__html_node *node = POLICY__NODE(tree, at);
    uint32_t best = POLICY_NONE;
    for (uint32_t n = at + 1; n < node->end; n = POLICY__NODE(tree, n)->end)
      if (best == POLICY_NONE || POLICY__NODE(tree, n)->kept > POLICY__NODE(tree, best)->kept) best = n;
    if (best == POLICY_NONE || POLICY__NODE(tree, best)->tag == POLICY__TAG_TEXT) return at;
    const policy__html_node *child = POLICY__NODE(tree, best);
    if ((uint64_t)child->kept * 100 < (uint64_t)node->kept * 82 || child->kept == 0) return at;
    if (child->tag == POLICY__TAG_P || child->tag == POLICY__TAG_LI) return at;
    at = best;
  }
}

static void take_in(policy__html_tree *tree, uint32_t n) {
  for (uint32_t i = n; i < POLICY__NODE(tree, n)->end; i++)
    if (POLICY__NODE(tree, i)->role == POLICY__ROLE_OPEN) POLICY__NODE(tree, i)->role = POLICY__ROLE_TEXT;
}

/* Whether what stands beside the main element belongs to it: leads, sections of sentences, an annex. */
static bool is_neighbour(const policy__html_tree *tree, uint32_t n, uint32_t inner) {
  enum { BEFORE = 150, BEHIND = 600 };
  const policy__html_node *node = POLICY__NODE(tree, n);
  if (tree->plain && (node->hints & POLICY__HINT_DEBRIS) == 0) return node->kept > 0;
  if (node->kept < (n < inner ? BEFORE : BEHIND) || node->linked * 5 > node->size) return false;
  if ((node->hints & (POLICY__HINT_BYLINE | POLICY__HINT_EDGE)) != 0) return false;
  bool large = (uint64_t)node->kept * 12 > POLICY__NODE(tree, tree->main)->kept && node->linked * 10 < node->size;
  return node->kept * 10 >= node->size * (large ? 4u : n < inner ? 6u : 8u);
}

/* Takes in what belongs to the main element, beside it, and beside what that lies in. */
static void take_in_neighbours(policy__html_tree *tree) {
  enum { STEPS = 4 };
  uint32_t inner = tree->main;
  for (uint32_t i = 0; i < STEPS && inner != 0; i++) {
    uint32_t outer = POLICY__NODE(tree, inner)->parent;
    for (uint32_t n = outer + 1; n < POLICY__NODE(tree, outer)->end; n = POLICY__NODE(tree, n)->end) {
      if (n == inner || !is_neighbour(tree, n, inner)) continue;
      take_in(tree, n);
    }
    inner = outer;
  }
}

void policy__html_find_main(policy__html_tree *tree) {
  enum { SHORT = 600 };
  mark_nothing(tree);
  tree->thread = is_thread(tree);
  mark_debris(tree, TAGS_ALONE, POLICY__NODE(tree, 0)->value);
  count_kept(tree);
  uint32_t all = POLICY__NODE(tree, 0)->kept;
  for (int trust = ALL_NAMES; trust >= TAGS_ALONE; trust--) {
    mark_debris(tree, (belief)trust, all);
    count_kept(tree);
    if ((uint64_t)POLICY__NODE(tree, 0)->kept * 10 >= (uint64_t)all * 4) break;
  }
  tree->main = descend(tree);
  const policy__html_node *main = POLICY__NODE(tree, tree->main);
  bool listing = main->prose * (main->prose < SHORT ? 2 : 3) < main->size;
  take_in(tree, tree->main);
  tree->plain = POLICY__NODE(tree, 0)->linked < POLICY__NODE(tree, 0)->size / 60;
  if (!listing && !tree->thread) take_in_neighbours(tree);
  for (uint32_t n = 0; n < tree->nodes.count; n++)
    if (POLICY__NODE(tree, n)->role == POLICY__ROLE_OPEN) POLICY__NODE(tree, n)->role = POLICY__ROLE_DEBRIS;
  policy__html_prune(tree, listing);
}
