/* Places in the source: from the text to the bytes that it was read from. */
#include "model/builder.h"
#include "model/building.h"
#include "text/charset_map.h"

/* ---- looking up ------------------------------------------------------------------------------------------ */

/* How far in the source a byte of the text lies behind the beginning of its run. */
static uint64_t way_to(const policy_document *document, const policy__source_run *run, uint32_t byte) {
  uint64_t way = byte - run->text;
  if (run->of == 0) return way;
  if (run->unit == POLICY__SOURCE_BYTES) return way / run->of * run->from;
  policy_position begin = policy__positions_at(&document->positions, run->text);
  policy_position end = policy__positions_at(&document->positions, byte);
  way = run->unit == POLICY__SOURCE_UNITS ? end.utf16 - begin.utf16 : end.code_point - begin.code_point;
  return way / run->of * run->from;
}

uint64_t policy_document_source_offset(const policy_document *document, uint32_t byte) {
  if (document == NULL) return 0;
  if (byte > document->text.size) byte = (uint32_t)document->text.size;
  while (byte > 0 && byte < document->text.size && !policy__utf8_is_boundary(document->text.data[byte])) byte--;
  const policy__array *runs = &document->source_runs;
  uint32_t n = policy__map_find(runs, byte);
  uint64_t begin = 0, source = byte;
  if (n != POLICY_NONE) {
    const policy__source_run *run = POLICY__AT(runs, policy__source_run, n);
    begin = run->source;
    source = begin + way_to(document, run, byte);
  }
  /* Composing may have made it longer. A note stands behind what stands behind it in the source. */
  size_t after = n != POLICY_NONE ? (size_t)n + 1 : 0;
  uint64_t next =
      after < runs->count ? POLICY__AT(runs, policy__source_run, after)->source : document->source_size;
  return source < next || next < begin ? source : next;
}

/* ---- other charsets -------------------------------------------------------------------------------------- */

static policy_status add_run(policy__array *runs, uint32_t text, uint64_t source,
                             const policy__source_run *like) {
  policy_status status = POLICY_OK;
  policy__source_run *run = policy__array_push(runs, &status);
  if (run == NULL) return status;
  *run = (policy__source_run){.text = text, .source = source};
  if (like != NULL) run->unit = like->unit, run->of = like->of, run->from = like->from;
  return status;
}

/* The runs of a stretch of `size` bytes of the text, which came from `run->source` of the decoded text on. */
static policy_status translate(const policy__source_run *run, uint64_t size, policy_string decoded,
                               const policy__array *map, policy__array *runs) {
  uint32_t at = run->source < decoded.size ? (uint32_t)run->source : (uint32_t)decoded.size;
  uint32_t n = policy__map_find(map, at);
  const policy__source_run *like = n != POLICY_NONE ? POLICY__AT(map, policy__source_run, n) : NULL;
  policy_status status = add_run(runs, run->text, policy__map_source(map, n, decoded, at), like);
  for (n = n != POLICY_NONE ? n + 1 : 0; n < map->count && status == POLICY_OK; n++) {
    const policy__source_run *next = POLICY__AT(map, policy__source_run, n);
    if (next->text - at >= size) break;
    if (!next->goes_on) status = add_run(runs, run->text + (next->text - at), next->source, next);
  }
  return status;
}

/* How much of the text, up to `end`, came from the run: no more than to where the next one begins in what was
   decoded. */
static uint64_t size_of(const policy__source_run *run, const policy__source_run *next, uint64_t end) {
  uint64_t size = (next != NULL ? next->text : end) - run->text;
  if (next == NULL || next->source < run->source || next->source - run->source > size) return size;
  return next->source - run->source;
}

policy_status policy__builder_decoded(policy_builder *builder, policy_string decoded, const policy__array *map,
                                      policy_error *error) {
  policy_document *document = builder->document;
  const policy__array *from = &document->source_runs;
  const policy__source_run whole = {0};
  policy__array runs;
  if (map->count == 0) return POLICY_OK;
  policy__array_init(&runs, &document->memory.allocator, sizeof(policy__source_run), UINT32_MAX);
  const policy__source_run *first = from->count > 0 ? POLICY__AT(from, policy__source_run, 0) : NULL;
  policy_status status = POLICY_OK;
  if (first == NULL || first->text > 0)
    status = translate(&whole, size_of(&whole, first, document->text.size + 1), decoded, map, &runs);
  for (size_t i = 0; i < from->count && status == POLICY_OK; i++) {
    const policy__source_run *run = POLICY__AT(from, policy__source_run, i);
    const policy__source_run *next = i + 1 < from->count ? run + 1 : NULL;
    status = translate(run, size_of(run, next, document->text.size + 1), decoded, map, &runs);
  }
  if (status == POLICY_OK) {
    policy__array_free(&document->source_runs);
    document->source_runs = runs;
    return status;
  }
  policy__array_free(&runs);
  return policy__settle(builder, status, error);
}
