/* Reading the network's numbers. The file, in the order of bytes of little-endian machines:

     "policyW1", the hash of all bytes from 16 on (64 bits), 20 numbers of 32 bits (struct header);
     fingerprints, numbers; factors and bytes of words, then of pieces;
     weights, scales and biases of: input, below, before (4), tags, arcs, bilinear, labels, relations;
     root_arc, root_label, distance; the names of tags, then of relations, each with a NUL behind it.

   Every part begins at a multiple of 16. tools/train/export.py writes it. */
#include "lang/weights.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "base/status.h"
#include "model/names.h"

#define MAGIC "policyW1"

enum { ALIGNMENT = 16, MOST = 1 << 20, DISTANCE_MOST = 1 << 30 };

#define NUMBER_MOST 1e6f /* of a scale or a bias */

typedef struct header {
  char magic[8];
  uint64_t sum;
  uint32_t slots, words, size, pieces[POLICY__WORD_PIECES], hidden, arc, label, far, tags, relations, names,
      reserved[2];
} header;

typedef struct cursor {
  const char *bytes;
  size_t size, at;
  bool over; /* something did not fit */
} cursor;

static const void *take(cursor *c, size_t count, size_t item) {
  size_t at = (c->at + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (c->over || at > c->size || count > (c->size - at) / item) {
    c->over = true;
    return NULL;
  }
  c->at = at + count * item;
  return c->bytes + at;
}

static policy__rows take_rows(cursor *c, uint32_t count, uint32_t size) {
  policy__rows rows = {.count = count, .size = size, .factors = take(c, count, 1)};
  rows.bytes = take(c, count, size);
  return rows;
}

static policy__matrix take_matrix(cursor *c, uint32_t inputs, uint32_t outputs) {
  outputs = (outputs + POLICY__LANES - 1) / POLICY__LANES * POLICY__LANES;
  policy__matrix matrix = {.inputs = inputs, .outputs = outputs, .weights = take(c, (size_t)inputs * outputs, 1)};
  matrix.scale = take(c, outputs, sizeof *matrix.scale);
  matrix.bias = take(c, outputs, sizeof *matrix.bias);
  return matrix;
}

static void take_matrices(cursor *c, const header *h, policy__weights *w) {
  uint32_t gates = 4 * h->hidden, both = 2 * h->hidden;
  w->input = take_matrix(c, h->size, POLICY__LAYERS * POLICY__DIRECTIONS * gates);
  w->below = take_matrix(c, both, POLICY__DIRECTIONS * gates);
  for (int layer = 0; layer < POLICY__LAYERS; layer++)
    for (int direction = 0; direction < POLICY__DIRECTIONS; direction++)
      w->before[layer][direction] = take_matrix(c, h->hidden, gates);
  w->tags = take_matrix(c, both, h->tags);
  w->arcs = take_matrix(c, both, 2 * h->arc);
  w->bilinear = take_matrix(c, h->arc, h->arc);
  w->labels = take_matrix(c, both, 2 * h->label);
  w->relations = take_matrix(c, h->label, h->relations);
}

static bool is_word(policy_string name) {
  for (size_t i = 0; i < name.size; i++)
    if (name.data[i] <= ' ' || name.data[i] > '~') return false;
  return name.size > 0;
}

/* Cuts `count` names out of text in which each has a NUL behind it. */
static bool cut_names(const char **at, const char *end, uint32_t count, policy_string *names) {
  for (uint32_t i = 0; i < count; i++) {
    const char *stop = *at < end ? memchr(*at, '\0', (size_t)(end - *at)) : NULL;
    if (stop == NULL) return false;
    names[i] = (policy_string){*at, (size_t)(stop - *at)};
    if (!is_word(names[i])) return false;
    *at = stop + 1;
  }
  return true;
}

/* "NOUN/NNS/Number=Plur" as a tag; the features go on being borrowed. */
static bool read_tag(policy_string name, policy__tag *tag) {
  const char *xpos = memchr(name.data, '/', name.size), *end = name.data + name.size;
  const char *core = xpos != NULL ? strstr(xpos + 1, "/") : NULL;
  if (core == NULL) return false;
  int upos = policy__value(POLICY__UPOS, (policy_string){name.data, (size_t)(xpos - name.data)});
  tag->upos = (policy_upos)upos;
  tag->xpos = policy__xpos_of((policy_string){xpos + 1, (size_t)(core - xpos - 1)});
  tag->core = (policy_string){core + 1, (size_t)(end - core - 1)};
  if (tag->core.size == 1 && core[1] == '_') tag->core.size = 0;
  return upos > 0;
}

static bool take_names(cursor *c, const header *h, policy__weights *w) {
  policy_string names[POLICY__TAGS_MOST];
  const char *at = take(c, h->names, 1), *end = at != NULL ? at + h->names : NULL;
  if (at == NULL || !cut_names(&at, end, h->tags, names) || !cut_names(&at, end, h->relations, w->relation) ||
      at != end)
    return false;
  for (uint32_t i = 0; i < h->tags; i++)
    if (!read_tag(names[i], &w->tag[i])) return false;
  w->root_relation = h->relations;
  for (uint32_t i = 0; i < h->relations; i++)
    if (strcmp(w->relation[i].data, "root") == 0) w->root_relation = i;
  return w->root_relation < h->relations;
}

static bool is_size(uint32_t size, uint32_t most) {
  return size > 0 && size <= most && size % POLICY__LANES == 0;
}

/* Whether the sizes are such as the network can work with. */
static bool has_good_sizes(const header *h) {
  for (int i = 0; i < POLICY__WORD_PIECES; i++)
    if (h->pieces[i] == 0 || h->pieces[i] > MOST) return false;
  return h->slots > 0 && h->slots <= MOST && (h->slots & (h->slots - 1)) == 0 && h->words > 0 &&
         h->words < h->slots && h->words <= UINT16_MAX && is_size(h->size, POLICY__INPUTS_MOST) &&
         is_size(h->hidden, POLICY__UNITS_MOST) && is_size(h->arc, POLICY__INPUTS_MOST / 2) &&
         is_size(h->label, POLICY__INPUTS_MOST / 2) && h->far > 0 && h->far <= 1024 && h->tags > 0 &&
         h->tags <= POLICY__TAGS_MOST && h->relations > 1 && h->relations <= POLICY__RELATIONS_MOST;
}

/* Whether every number of the table of words is a row, and a slot is free, so that each search ends. */
static bool has_good_slots(const policy__weights *w) {
  bool is_free = false;
  for (uint32_t i = 0; i < w->slots; i++) {
    if (w->numbers[i] >= w->words.count) return false;
    is_free |= w->fingerprints[i] == 0;
  }
  return is_free;
}

/* Whether arcs stay within 32 bits: the child's numbers within 120 * FIXED, the heads' within ZERO. */
static bool has_good_arcs(const header *h, const policy__weights *w) {
  for (uint32_t i = 0; i < h->arc; i++)
    if (w->root_arc[i] > POLICY__ZERO || w->root_arc[i] < -POLICY__ZERO) return false;
  for (uint32_t i = 0; i <= 2 * h->far; i++)
    if (w->distance[i] > DISTANCE_MOST || w->distance[i] < -DISTANCE_MOST) return false;
  return true;
}

static bool is_bounded(const policy__matrix *matrix) {
  for (uint32_t o = 0; o < matrix->outputs; o++)
    if (!(fabsf(matrix->scale[o]) <= NUMBER_MOST && fabsf(matrix->bias[o]) <= NUMBER_MOST)) return false;
  return true;
}

/* Whether all scales and biases are numbers, and none is out of reason. */
static bool has_good_numbers(const policy__weights *w) {
  bool good = is_bounded(&w->input) && is_bounded(&w->below);
  for (int layer = 0; layer < POLICY__LAYERS; layer++)
    for (int direction = 0; direction < POLICY__DIRECTIONS; direction++)
      good = good && is_bounded(&w->before[layer][direction]);
  return good && is_bounded(&w->tags) && is_bounded(&w->arcs) && is_bounded(&w->bilinear) &&
         is_bounded(&w->labels) && is_bounded(&w->relations);
}

static policy_status fail(policy_error *error, const char *what, size_t offset) {
  return policy__fail(error, POLICY_ERROR_FORMAT, offset, "weights: %s", what);
}

static policy_status read_parts(cursor *c, const header *h, bool checked, policy__weights *w,
                                policy_error *error) {
  uint32_t pieces = 0;
  for (int i = 0; i < POLICY__WORD_PIECES; i++) {
    w->piece_first[i] = pieces;
    w->piece_count[i] = h->pieces[i];
    pieces += h->pieces[i];
  }
  w->slots = h->slots, w->hidden = h->hidden, w->far = h->far;
  w->tag_count = h->tags, w->relation_count = h->relations;
  w->fingerprints = take(c, h->slots, sizeof *w->fingerprints);
  w->numbers = take(c, h->slots, sizeof *w->numbers);
  w->words = take_rows(c, h->words, h->size);
  w->pieces = take_rows(c, pieces, h->size);
  take_matrices(c, h, w);
  w->root_arc = take(c, h->arc, sizeof *w->root_arc);
  w->root_label = take(c, h->label, sizeof *w->root_label);
  w->distance = take(c, 2 * (size_t)h->far + 1, sizeof *w->distance);
  bool named = take_names(c, h, w);
  if (c->over) return fail(error, "cut short", c->size);
  if (c->at != c->size) return fail(error, "bytes behind the end", c->at);
  if (!named) return fail(error, "bad names", c->at);
  if (!has_good_arcs(h, w)) return fail(error, "bad arcs", (size_t)((const char *)w->root_arc - c->bytes));
  if (checked && !has_good_slots(w)) return fail(error, "bad table of words", sizeof *h);
  if (checked && !has_good_numbers(w))
    return fail(error, "bad scales", (size_t)((const char *)w->input.weights - c->bytes));
  return POLICY_OK;
}

policy_status policy__weights_read(const void *bytes, size_t size, bool check, policy__weights *weights,
                                   policy_error *error) {
  header h;
  const uint16_t one = 1;
  memset(weights, 0, sizeof *weights);
  if (size < sizeof h) return fail(error, "cut short", size);
  memcpy(&h, bytes, sizeof h);
  if (memcmp(h.magic, MAGIC, sizeof h.magic) != 0) return fail(error, "these are none", 0);
  if (*(const char *)&one != 1)
    return policy__fail(error, POLICY_ERROR_UNSUPPORTED, 0, "weights are for little-endian machines");
  if (check && policy__hash((const char *)bytes + ALIGNMENT, size - ALIGNMENT, 0) != h.sum)
    return fail(error, "damaged: their sum is wrong", offsetof(header, sum));
  if (!has_good_sizes(&h)) return fail(error, "bad sizes", ALIGNMENT);
  cursor c = {.bytes = bytes, .size = size, .at = sizeof h};
  return read_parts(&c, &h, check, weights, error);
}

uint32_t policy__weights_word(const policy__weights *weights, uint64_t key) {
  uint32_t fingerprint = (uint32_t)(key >> 32), slot = (uint32_t)key & (weights->slots - 1);
  if (fingerprint == 0) fingerprint = 1;
  for (uint32_t tries = 1; tries < weights->slots && weights->fingerprints[slot] != 0 &&
                           weights->fingerprints[slot] != fingerprint;
       tries++)
    slot = (slot + 1) & (weights->slots - 1);
  uint32_t number = weights->fingerprints[slot] == fingerprint ? weights->numbers[slot] : 0;
  return number < weights->words.count ? number : 0;
}
