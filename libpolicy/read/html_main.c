/* The main text of a page, and what surrounds it. */
#include "read/html_tree.h"

void policy__html_find_main(policy__html_tree *tree) {
  for (uint32_t n = 0; n < tree->nodes.count; n++) POLICY__NODE(tree, n)->role = POLICY__ROLE_TEXT;
}
