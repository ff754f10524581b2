/* From the tree of a page to blocks. */
#ifndef POLICY_READ_HTML_BLOCKS_H
#define POLICY_READ_HTML_BLOCKS_H

#include "read/compose.h"
#include "read/html_tree.h"

/* Composes the text of a tree whose roles are decided. */
policy_status policy__html_compose(const policy__html_tree *tree, policy__composer *composer,
                                   const policy_allocator *allocator);

/* html_place.c: where a node stands: the id of its element, or an XPath of the elements that make structure, from the
   nearest one with an id. `ordinals` as policy__html_ordinals makes them. */
policy_status policy__html_ordinals(const policy__html_tree *tree, policy__array *ordinals,
                                    const policy_allocator *allocator);
policy_status policy__html_place(const policy__html_tree *tree, const policy__array *ordinals, uint32_t node,
                                 policy_buffer *place);

/* html_list.c: the number of each node that is an item of an ordered list, for all nodes; those of others mean
   nothing. */
policy_status policy__html_numbers(const policy__html_tree *tree, policy__array *numbers,
                                   const policy_allocator *allocator);

/* Appends "3. " for an item with that number; nothing for one of a list without numbers. */
policy_status policy__html_label(const policy__html_tree *tree, uint32_t item, int32_t number, policy_buffer *label);

/* html_table.c: whether a table holds data, and is no means of layout. */
bool policy__html_is_data(const policy__html_tree *tree, uint32_t table);

#endif
