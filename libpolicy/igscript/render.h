/* What the outputs of a script share: the words of a node, annotations, and the way between two leaves. */
#ifndef POLICY_IGSCRIPT_RENDER_H
#define POLICY_IGSCRIPT_RENDER_H

#include "igscript/script.h"

/* Appends the words of a TEXT, with those that its combinations share unless `bare`. Line ends become spaces. */
void policy__ig_write_words(const policy_igscript *script, uint32_t node, bool bare, policy__writer *writer);

/* Appends everything below a node as words: parts of combinations with their operators between them, the
   components of statements with spaces, each in its symbol and parentheses if `marked`. `stack` (of uint32_t)
   is scratch. */
policy_status policy__ig_write_flat(const policy_igscript *script, uint32_t node, bool bare, bool marked,
                                    policy__array *stack, policy__writer *writer);

/* Appends the annotations of a node, brackets and all: of a statement those of its header and its items. */
void policy__ig_write_annotations(const policy_igscript *script, uint32_t node, policy__writer *writer);

/* The root of the components of a symbol in a statement, nested ones or plain ones, or POLICY_NONE. */
uint32_t policy__ig_root(const policy_igscript *script, uint32_t statement, ig_symbol symbol, bool nested);

/* Whether all below the node are nested statements. */
bool policy__ig_is_nested(const policy_igscript *script, uint32_t node);

/* The next node of the tree under `top` after `node`, itself first, not going below statements; or POLICY_NONE. */
uint32_t policy__ig_next_node(const policy_igscript *script, uint32_t top, uint32_t node);

#endif
