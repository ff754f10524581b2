/* Where the bytes of a text that was decoded came from: as few runs as the charset allows. */
#ifndef POLICY_TEXT_CHARSET_MAP_H
#define POLICY_TEXT_CHARSET_MAP_H

#include "text/utf8.h"

/* Says that the text goes on from byte `text` as the run does. `map` (of policy__source_run, by text) may be
   NULL. */
policy_status policy__map_note(policy__array *map, size_t text, const policy__source_run *run);

/* The number of the run that byte `at` of the text stands in; POLICY_NONE before the first, where byte comes
   from byte. */
uint32_t policy__map_find(const policy__array *map, uint64_t at);

/* Where byte `at` of the text came from, which stands in run `n`. Linear in the way from the run's beginning to
   there. */
uint64_t policy__map_source(const policy__array *map, uint32_t n, policy_string text, uint32_t at);

#endif
