/* Tables of data against tables of layout. */
#include "read/html_blocks.h"

bool policy__html_is_data(const policy__html_tree *tree, uint32_t table) {
  enum { CELL = 600, MEAN = 160 };
  const policy__html_node *node = POLICY__NODE(tree, table);
  uint32_t rows = 0, cells = 0, widest = 0, width = 0, heads = 0;
  if ((node->hints & POLICY__HINT_LAYOUT) != 0) return false;
  for (uint32_t n = table + 1; n < node->end; n++) {
    const policy__html_node *inner = POLICY__NODE(tree, n);
    if (inner->tag == POLICY__TAG_TABLE) return false;
    if (inner->tag == POLICY__TAG_TR) rows++, width = 0;
    if (inner->tag != POLICY__TAG_TD && inner->tag != POLICY__TAG_TH) continue;
    heads += inner->tag == POLICY__TAG_TH;
    cells++;
    if (++width > widest) widest = width;
    if (inner->size > CELL && (heads == 0 || inner->size * 2 > node->size)) return false;
  }
  if (rows < 2 || widest < 2) return false;
  return heads > 0 || node->size / cells < MEAN;
}
