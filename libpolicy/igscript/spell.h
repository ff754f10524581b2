/* Spelling of IG Script: the one place that knows how words and headers are written. */
#ifndef POLICY_IGSCRIPT_SPELL_H
#define POLICY_IGSCRIPT_SPELL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

/* Appends words that hold no bracket afterwards: the notation cannot escape them, so each becomes its look-alike
   of U+2768 to U+2775. */
void policy__ig_spell_words(policy__writer *writer, const char *words, size_t size);

/* Appends what stands before the bracket of a component: "Bdir", "Bdir1,p2". `key`: the suffix that ties properties
   to their component, 0 for none; `index`: that of a property, 0 for none. */
void policy__ig_spell_header(policy__writer *writer, const char *symbol, uint32_t key, bool is_property,
                             uint32_t index);

#endif
