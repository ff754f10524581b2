/* The network: tags, heads and relations of the words of sentences. */
#include "lang/network.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "lang/tree.h"

enum {
  CHUNK = 16,         /* words that go through a matrix at once */
  GROUP = 8,          /* sentences that take a step at once: what they leave stays in the nearest cache */
  TYPES_MOST = 2048,  /* different words that are remembered */
  CACHE_LINE = 64
};

#define FREE UINT32_MAX /* of slots */
#define NONE UINT32_MAX /* of outputs */

/* What the first step makes of a word depends on its form alone, so it is remembered by form. */
typedef struct memory {
  uint32_t capacity, count;
  uint32_t *slots;   /* [2 * capacity]: numbers of forms, or FREE */
  uint64_t *hashes;  /* [capacity] */
  uint8_t *vectors;  /* [capacity][size]: activations */
  int16_t *gates;    /* [capacity][input.outputs] */
} memory;

struct policy__network {
  const policy__weights *weights;
  const policy__kernel *kernel;
  const policy_allocator *allocator;
  policy__arena arena; /* of all that follows */
  policy__tree tree;
  memory memory;
  uint32_t *types;      /* [word] */
  uint8_t *states[POLICY__LAYERS]; /* [word][direction][cell] */
  int16_t *gates;       /* [word][below.outputs]: into the second layer */
  uint8_t *arcs;        /* [word][child, head][arc] */
  int16_t *labels;      /* [word][child, head][label] */
  int32_t *sums;        /* of CHUNK or GROUP rows */
  float *cells;         /* [sentence][cell] */
  uint8_t *state;       /* [sentence][cell] */
  int16_t *heads;       /* [word + 1][arc], of one sentence */
  int16_t *child;       /* [arc] */
  int32_t *scores;      /* [word][word + 1], of one sentence */
  uint16_t *chosen;     /* [word] */
};

static uint32_t larger(uint32_t a, uint32_t b) {
  return a > b ? a : b;
}

static uint32_t smaller(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}

/* ---- room ---------------------------------------------------------------------------------------------------- */

static bool make_memory(policy__network *n, uint32_t words) {
  const policy__weights *w = n->weights;
  memory *m = &n->memory;
  m->capacity = smaller(words, TYPES_MOST); /* never less than a batch can have */
  m->slots = policy__arena_array(&n->arena, 2 * (size_t)m->capacity, sizeof *m->slots);
  m->hashes = policy__arena_array(&n->arena, m->capacity, sizeof *m->hashes);
  m->vectors = policy__arena_array(&n->arena, m->capacity, w->words.size);
  m->gates = policy__arena_array(&n->arena, m->capacity, w->input.outputs * sizeof *m->gates);
  return m->slots != NULL && m->hashes != NULL && m->vectors != NULL && m->gates != NULL;
}

static bool make_room(policy__network *n, uint32_t words) {
  const policy__weights *w = n->weights;
  uint32_t widest = larger(larger(w->input.outputs, w->tags.outputs), larger(w->arcs.outputs, w->labels.outputs));
  uint32_t batch = smaller(words, POLICY__BATCH_WORDS), longest = smaller(words, POLICY__SENTENCE_LONGEST);
  uint32_t both = POLICY__DIRECTIONS * w->hidden, arc = w->bilinear.inputs;
  policy__arena *arena = &n->arena;
  size_t sums = larger(CHUNK * larger(widest, w->relations.outputs), GROUP * 4 * w->hidden);
  bool made = make_memory(n, words) && (n->types = policy__arena_array(arena, batch, sizeof *n->types)) != NULL &&
              (n->gates = policy__arena_array(arena, batch, w->below.outputs * sizeof *n->gates)) != NULL &&
              (n->arcs = policy__arena_array(arena, batch, w->arcs.outputs)) != NULL &&
              (n->labels = policy__arena_array(arena, batch, w->labels.outputs * sizeof *n->labels)) != NULL &&
              (n->sums = policy__arena_array(arena, sums, sizeof *n->sums)) != NULL &&
              (n->cells = policy__arena_array(arena, POLICY__BATCH_SENTENCES, w->hidden * sizeof *n->cells)) != NULL &&
              (n->state = policy__arena_array(arena, POLICY__BATCH_SENTENCES, w->hidden)) != NULL &&
              (n->heads = policy__arena_array(arena, longest + 1, arc * sizeof *n->heads)) != NULL &&
              (n->child = policy__arena_array(arena, arc, sizeof *n->child)) != NULL &&
              (n->scores = policy__arena_array(arena, longest, (longest + 1) * sizeof *n->scores)) != NULL &&
              (n->chosen = policy__arena_array(arena, longest, sizeof *n->chosen)) != NULL;
  for (int layer = 0; made && layer < POLICY__LAYERS; layer++)
    made = (n->states[layer] = policy__arena_array(arena, batch, both)) != NULL;
  return made && policy__tree_init(&n->tree, n->allocator, longest);
}

policy__network *policy__network_new(const policy__weights *weights, const policy__kernel *kernel,
                                     const policy_allocator *allocator, uint32_t words) {
  policy__network *n = policy__allocate(allocator, sizeof *n);
  if (n == NULL) return NULL;
  memset(n, 0, sizeof *n);
  n->weights = weights;
  n->kernel = kernel;
  n->allocator = allocator;
  n->tree.allocator = allocator;
  policy__arena_init(&n->arena, allocator);
  if (make_room(n, words)) {
    memset(n->memory.slots, 0xFF, 2 * (size_t)n->memory.capacity * sizeof *n->memory.slots);
    return n;
  }
  policy__network_free(n);
  return NULL;
}

void policy__network_free(policy__network *network) {
  if (network == NULL) return;
  policy__tree_free(&network->tree);
  policy__arena_free(&network->arena);
  policy__release(network->allocator, network, sizeof *network);
}

/* ---- words --------------------------------------------------------------------------------------------------- */

/* Asks for memory that is needed soon: rows lie far apart, and are on their way while other things are done. */
static void fetch(const void *bytes, size_t size) {
#if defined(__GNUC__)
  for (size_t at = 0; at < size; at += CACHE_LINE) __builtin_prefetch((const char *)bytes + at);
#else
  (void)bytes, (void)size;
#endif
}

static POLICY__EXACT void add_row(const policy__rows *rows, uint32_t row, int32_t *restrict total) {
  int32_t factor = rows->factors[row];
  uint32_t size = rows->size;
  const int8_t *restrict bytes = rows->bytes + (size_t)row * size;
  for (uint32_t i = 0; i < size; i++) total[i] += factor * bytes[i];
}

/* The word's vector: the sum of its rows, brought to mean 0 and variance 1; UNIT stands for 4, where it is cut. */
static POLICY__EXACT void look_at(const policy__weights *w, policy_string form, uint8_t *vector) {
  int32_t total[POLICY__INPUTS_MOST] = {0};
  policy__word_features features = policy__word_features_of(form);
  int32_t size = (int32_t)w->words.size, sum = 0;
  int64_t squares = 0;
  uint32_t pieces[POLICY__WORD_PIECES];
  for (uint32_t i = 0; i < POLICY__WORD_PIECES; i++) {
    pieces[i] = w->piece_first[i] + features.pieces[i] % w->piece_count[i];
    fetch(w->pieces.bytes + (size_t)pieces[i] * w->pieces.size, w->pieces.size);
  }
  add_row(&w->words, policy__weights_word(w, features.key), total);
  for (uint32_t i = 0; i < POLICY__WORD_PIECES; i++) add_row(&w->pieces, pieces[i], total);
  for (int32_t i = 0; i < size; i++) {
    sum += total[i];
    squares += (int64_t)total[i] * total[i];
  }
  double unit = POLICY__UNIT / 4.0 / sqrt((double)(squares * size - (int64_t)sum * sum) + 1.0);
  for (int32_t i = 0; i < size; i++) {
    double value = (double)(total[i] * size - sum) * unit; /* 9 rows of at most 127 * 255: far from 32 bits */
    value = value < POLICY__UNIT ? value : POLICY__UNIT;
    value = value > -POLICY__UNIT ? value : -POLICY__UNIT;
    vector[i] = (uint8_t)(int32_t)(value + (POLICY__ZERO + 0.5));
  }
}

/* Numbers of the forms of a batch; those that are new get their vectors. */
static void number_forms(policy__network *n, const policy_string *forms, uint32_t count) {
  memory *m = &n->memory;
  uint32_t mask = 2 * m->capacity;
  for (uint32_t i = 0; i < count; i++) {
    uint64_t hash = policy__hash(forms[i].data, forms[i].size, 0);
    uint32_t slot = (uint32_t)(hash >> 32) % mask;
    while (m->slots[slot] != FREE && m->hashes[m->slots[slot]] != hash) slot = slot + 1 < mask ? slot + 1 : 0;
    if (m->slots[slot] == FREE) {
      m->hashes[m->count] = hash;
      look_at(n->weights, forms[i], m->vectors + (size_t)m->count * n->weights->words.size);
      m->slots[slot] = m->count++;
    }
    n->types[i] = m->slots[slot];
  }
}

/* What comes from each word into the gates of both layers. */
static void recognise(policy__network *n, const policy_string *forms, uint32_t count) {
  const policy__matrix *input = &n->weights->input;
  memory *m = &n->memory;
  if (m->count + count > m->capacity) {
    memset(m->slots, 0xFF, 2 * (size_t)m->capacity * sizeof *m->slots);
    m->count = 0;
  }
  uint32_t first = m->count;
  number_forms(n, forms, count);
  for (; first < m->count; first += smaller(CHUNK, m->count - first)) {
    uint32_t rows = smaller(CHUNK, m->count - first);
    n->kernel->multiply(input, m->vectors + (size_t)first * input->inputs, input->inputs, rows, n->sums);
    for (uint32_t r = 0; r < rows; r++)
      n->kernel->to_fixed(input, n->sums + (size_t)r * input->outputs, NULL,
                          m->gates + (size_t)(first + r) * input->outputs);
  }
}

/* ---- layers ---------------------------------------------------------------------------------------------------- */

/* The sentences of a batch, the longest first. */
typedef struct batch {
  uint32_t count, words;
  uint32_t size[POLICY__BATCH_SENTENCES], first[POLICY__BATCH_SENTENCES];
} batch;

static batch sort_sentences(const uint32_t *sizes, uint32_t count) {
  batch b = {.count = count};
  for (uint32_t s = 0; s < count; s++) {
    uint32_t place = s;
    for (; place > 0 && b.size[place - 1] < sizes[s]; place--) {
      b.size[place] = b.size[place - 1];
      b.first[place] = b.first[place - 1];
    }
    b.size[place] = sizes[s];
    b.first[place] = b.words;
    b.words += sizes[s];
  }
  return b;
}

/* One step of sentences from `first` to `end` of the batch: word `t` of each in its direction. */
static void run_step(policy__network *n, const batch *b, uint32_t layer, uint32_t direction, uint32_t t,
                     uint32_t first, uint32_t end) {
  const policy__weights *w = n->weights;
  const policy__matrix *before = &w->before[layer][direction];
  size_t hidden = w->hidden, gates = before->outputs;
  const int16_t *inputs[GROUP];
  size_t words[GROUP];
  for (uint32_t s = first; s < end; s++) {
    size_t word = b->first[s] + (direction == 0 ? t : b->size[s] - 1 - t);
    const int16_t *input = layer == 0 ? n->memory.gates + n->types[word] * (size_t)w->input.outputs
                                      : n->gates + word * w->below.outputs;
    words[s - first] = word;
    inputs[s - first] = input + direction * gates;
    fetch(inputs[s - first], gates * sizeof *input);
  }
  n->kernel->multiply(before, n->state + first * hidden, hidden, end - first, n->sums);
  for (uint32_t s = first; s < end; s++) {
    size_t word = words[s - first];
    uint8_t *state = n->state + s * hidden;
    n->kernel->step(before, n->sums + (s - first) * gates, inputs[s - first], n->cells + s * hidden, state);
    memcpy(n->states[layer] + (word * POLICY__DIRECTIONS + direction) * hidden, state, hidden);
  }
}

/* One direction of one layer over all sentences of the batch, a word of each at a time, a few sentences at once. */
static void run_direction(policy__network *n, const batch *b, uint32_t layer, uint32_t direction) {
  uint32_t hidden = n->weights->hidden, running = b->count;
  memset(n->cells, 0, sizeof *n->cells * b->count * hidden);
  memset(n->state, POLICY__ZERO, (size_t)b->count * hidden);
  for (uint32_t t = 0; t < b->size[0]; t++) {
    while (b->size[running - 1] <= t) running--;
    for (uint32_t s = 0; s < running; s += GROUP)
      run_step(n, b, layer, direction, t, s, smaller(s + GROUP, running));
  }
}

/* From the first layer, and from the words, to the gates of the second. */
static void pass_upwards(policy__network *n, uint32_t words) {
  const policy__matrix *below = &n->weights->below, *input = &n->weights->input;
  for (uint32_t first = 0; first < words; first += CHUNK) {
    uint32_t rows = smaller(CHUNK, words - first);
    n->kernel->multiply(below, n->states[0] + (size_t)first * below->inputs, below->inputs, rows, n->sums);
    for (uint32_t r = 0; r < rows; r++)
      n->kernel->to_fixed(below, n->sums + (size_t)r * below->outputs,
                          n->memory.gates + (size_t)n->types[first + r] * input->outputs + below->outputs,
                          n->gates + (size_t)(first + r) * below->outputs);
  }
}

/* ---- choices --------------------------------------------------------------------------------------------------- */

/* The first of the highest of `count` outputs, without the one that is barred. */
static POLICY__EXACT uint8_t highest(const policy__matrix *matrix, const int32_t *sums, uint32_t count,
                                     uint32_t barred) {
  uint32_t best = barred == 0;
  float top = (float)sums[best] * matrix->scale[best] + matrix->bias[best];
  for (uint32_t o = best + 1; o < count; o++) {
    float value = (float)sums[o] * matrix->scale[o] + matrix->bias[o];
    if (o != barred && value > top) top = value, best = o;
  }
  return (uint8_t)best;
}

/* Tags of all words, and their vectors for arcs and labels. */
static void look_from_above(policy__network *n, uint32_t words, policy__reading *readings) {
  const policy__weights *w = n->weights;
  const policy__kernel *kernel = n->kernel;
  for (uint32_t first = 0; first < words; first += CHUNK) {
    uint32_t rows = smaller(CHUNK, words - first), stride = w->tags.inputs;
    const uint8_t *states = n->states[1] + (size_t)first * stride;
    kernel->multiply(&w->tags, states, stride, rows, n->sums);
    for (uint32_t r = 0; r < rows; r++)
      readings[first + r].tag = highest(&w->tags, n->sums + (size_t)r * w->tags.outputs, w->tag_count, NONE);
    kernel->multiply(&w->arcs, states, stride, rows, n->sums);
    for (uint32_t r = 0; r < rows; r++)
      kernel->to_tanh(&w->arcs, n->sums + (size_t)r * w->arcs.outputs,
                      n->arcs + (size_t)(first + r) * w->arcs.outputs);
    kernel->multiply(&w->labels, states, stride, rows, n->sums);
    for (uint32_t r = 0; r < rows; r++)
      kernel->to_fixed(&w->labels, n->sums + (size_t)r * w->labels.outputs, NULL,
                       n->labels + (size_t)(first + r) * w->labels.outputs);
  }
}

/* Vectors of the words of a sentence as heads, the root's first. */
static POLICY__EXACT void take_heads(policy__network *n, uint32_t first, uint32_t size) {
  const policy__weights *w = n->weights;
  uint32_t arc = w->bilinear.inputs;
  memcpy(n->heads, w->root_arc, arc * sizeof *n->heads);
  for (uint32_t i = 0; i < size; i++) {
    const uint8_t *restrict from = n->arcs + (size_t)(first + i) * w->arcs.outputs + arc;
    int16_t *restrict to = n->heads + (size_t)(i + 1) * arc;
    for (uint32_t a = 0; a < arc; a++) to[a] = (int16_t)(from[a] - POLICY__ZERO);
  }
}

/* scores[w][h]: how well word w hangs on h. */
static void score_arcs(policy__network *n, uint32_t first, uint32_t size) {
  const policy__matrix *bilinear = &n->weights->bilinear;
  const int32_t *distance = n->weights->distance;
  uint32_t stride = n->weights->arcs.outputs, far = n->weights->far, width = size + 1;
  take_heads(n, first, size);
  for (uint32_t i = 0; i < size; i++) {
    int32_t *scores = n->scores + (size_t)i * width;
    if (i % CHUNK == 0)
      n->kernel->multiply(bilinear, n->arcs + (size_t)(first + i) * stride, stride, smaller(CHUNK, size - i),
                          n->sums);
    n->kernel->to_fixed(bilinear, n->sums + (size_t)(i % CHUNK) * bilinear->outputs, NULL, n->child);
    n->kernel->products(n->child, n->heads, bilinear->inputs, width, scores);
    for (uint32_t h = 1; h < width; h++) {
      uint32_t place = h + far > i + 1 ? h + far - (i + 1) : 0;
      scores[h] += distance[smaller(place, 2 * far)];
    }
  }
}

/* The relation of each word to its chosen head; "root" is kept for the root. */
static void choose_relations(policy__network *n, uint32_t first, uint32_t size, policy__reading *readings) {
  const policy__weights *w = n->weights;
  uint32_t label = w->relations.inputs;
  uint8_t mixed[CHUNK * POLICY__INPUTS_MOST];
  for (uint32_t begin = 0; begin < size; begin += CHUNK) {
    uint32_t rows = smaller(CHUNK, size - begin);
    for (uint32_t r = 0; r < rows; r++) {
      uint32_t word = begin + r, head = n->chosen[word];
      const int16_t *child = n->labels + (size_t)(first + word) * w->labels.outputs;
      const int16_t *above = head == 0 ? w->root_label
                                       : n->labels + (size_t)(first + head - 1) * w->labels.outputs + label;
      n->kernel->add_tanh(child, above, label, mixed + (size_t)r * label);
    }
    n->kernel->multiply(&w->relations, mixed, label, rows, n->sums);
    for (uint32_t r = 0; r < rows; r++) {
      const int32_t *sums = n->sums + (size_t)r * w->relations.outputs;
      policy__reading *reading = &readings[begin + r];
      reading->head = n->chosen[begin + r];
      reading->relation = reading->head == 0
                              ? (uint8_t)w->root_relation
                              : highest(&w->relations, sums, w->relation_count, w->root_relation);
    }
  }
}

void policy__network_read(policy__network *network, const policy_string *forms, const uint32_t *sizes,
                          uint32_t count, policy__reading *readings) {
  batch b = sort_sentences(sizes, count);
  if (count == 0) return;
  recognise(network, forms, b.words);
  for (uint32_t layer = 0; layer < POLICY__LAYERS; layer++) {
    for (uint32_t direction = 0; direction < POLICY__DIRECTIONS; direction++)
      run_direction(network, &b, layer, direction);
    if (layer == 0) pass_upwards(network, b.words);
  }
  look_from_above(network, b.words, readings);
  for (uint32_t s = 0; s < count; s++) {
    score_arcs(network, b.first[s], b.size[s]);
    policy__tree_find(&network->tree, network->scores, b.size[s], network->chosen);
    choose_relations(network, b.first[s], b.size[s], readings + b.first[s]);
  }
}
