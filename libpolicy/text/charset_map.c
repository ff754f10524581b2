/* Where the bytes of a text that was decoded came from. */
#include "text/charset_map.h"

static policy__source_run *last_of(const policy__array *map) {
  return map->count > 0 ? POLICY__AT(map, policy__source_run, map->count - 1) : NULL;
}

/* Whether bytes that are counted one by one would come from the same place by the run before. */
static bool follows(const policy__source_run *last, size_t text, const policy__source_run *run) {
  uint64_t of = last->of > 0 ? last->of : 1, from = last->of > 0 ? last->from : 1, way = text - last->text;
  return run->unit == POLICY__SOURCE_BYTES && way % of == 0 && last->source + way / of * from == run->source;
}

policy_status policy__map_note(policy__array *map, size_t text, const policy__source_run *run) {
  policy_status status = POLICY_OK;
  if (map == NULL) return status;
  if (text >= UINT32_MAX) return POLICY_ERROR_LIMIT;
  const policy__source_run *last = last_of(map);
  bool same = last != NULL && last->unit == run->unit && last->of == run->of && last->from == run->from;
  if (same && follows(last, text, run)) return status;
  policy__source_run *kept = policy__array_push(map, &status);
  if (kept == NULL) return status;
  *kept = *run;
  kept->text = (uint32_t)text;
  kept->goes_on = same && run->unit != POLICY__SOURCE_BYTES;
  return status;
}

uint32_t policy__map_find(const policy__array *map, uint64_t at) {
  size_t low = 0, high = map->count; /* the runs before `low` begin at or before the byte */
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (POLICY__AT(map, policy__source_run, middle)->text <= at) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? (uint32_t)low - 1 : POLICY_NONE;
}

uint64_t policy__map_source(const policy__array *map, uint32_t n, policy_string text, uint32_t at) {
  if (n == POLICY_NONE) return at;
  const policy__source_run *run = POLICY__AT(map, policy__source_run, n);
  if (at > text.size) at = (uint32_t)text.size;
  uint64_t way = at - run->text;
  if (run->of == 0) return run->source + way;
  if (run->unit == POLICY__SOURCE_BYTES) return run->source + way / run->of * run->from;
  way = 0;
  for (uint32_t i = run->text; i < at; i++) {
    bool pair = run->unit == POLICY__SOURCE_UNITS && (unsigned char)text.data[i] >= 0xF0;
    if (policy__utf8_is_boundary(text.data[i])) way += pair ? 2 : 1;
  }
  return run->source + way / run->of * run->from;
}
