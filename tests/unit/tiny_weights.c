/* Small weights with random numbers, written as weights.c tells the file. */
#include "tiny_weights.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "dice.h"

enum { ROOM = 1 << 23 };

const char *const tiny_words[] = {"the", "Council", "shall", "2031", "\xC3\xBC" "ber", NULL};

const tiny_sizes tiny_least = {.slots = 8, .words = 6, .size = 16, .pieces = {1, 2, 3, 4, 5, 6, 7, 8}, .hidden = 16,
                               .arc = 16, .label = 16, .far = 3, .tags = 5, .relations = 4};

static const char *const tags[] = {"NOUN/NN/Number=Sing", "VERB/VB/_", "PUNCT/./_", "DET/DT/Definite=Def|PronType=Art",
                                   "X/FW/Foreign=Yes"};
static const char *const relations[] = {"nsubj", "root", "det", "obl:unmarked"};

typedef struct paper {
  unsigned char *bytes;
  size_t size;
  dice dice;
} paper;

/* The place for a part, at a multiple of 16. */
static unsigned char *part(paper *p, size_t size) {
  p->size = (p->size + 15) / 16 * 16;
  unsigned char *begin = p->bytes + p->size;
  if (p->size + size > ROOM) abort();
  p->size += size;
  return begin;
}

static void add_words(paper *p, const tiny_sizes *sizes) {
  uint32_t *fingerprints = (uint32_t *)(void *)part(p, sizes->slots * sizeof *fingerprints);
  uint16_t *numbers = (uint16_t *)(void *)part(p, sizes->slots * sizeof *numbers);
  for (uint16_t w = 0; tiny_words[w] != NULL && w + 1u < sizes->words; w++) {
    uint64_t key = policy__word_features_of((policy_string){tiny_words[w], strlen(tiny_words[w])}).key;
    uint32_t slot = (uint32_t)key & (sizes->slots - 1);
    while (fingerprints[slot] != 0) slot = (slot + 1) & (sizes->slots - 1);
    fingerprints[slot] = (uint32_t)(key >> 32);
    numbers[slot] = (uint16_t)(w + 1);
  }
}

static void add_rows(paper *p, uint32_t count, uint32_t size) {
  unsigned char *factors = part(p, count), *bytes = part(p, (size_t)count * size);
  for (uint32_t i = 0; i < count; i++) factors[i] = (unsigned char)dice_below(&p->dice, 256);
  for (uint32_t i = 0; i < count * size; i++) bytes[i] = (unsigned char)dice_between(&p->dice, -127, 127);
}

/* Numbers come out at the size of 1, so that the network does not merely saturate. */
static void add_matrix(paper *p, uint32_t inputs, uint32_t outputs) {
  outputs = (outputs + 15) / 16 * 16;
  unsigned char *weights = part(p, (size_t)inputs * outputs);
  for (uint32_t i = 0; i < inputs * outputs; i++) weights[i] = (unsigned char)dice_between(&p->dice, -127, 127);
  float *scale = (float *)(void *)part(p, outputs * sizeof *scale);
  float *bias = (float *)(void *)part(p, outputs * sizeof *bias);
  for (uint32_t o = 0; o < outputs; o++) {
    int32_t sum = 0;
    for (uint32_t i = 0; i < inputs; i++)
      sum += (signed char)weights[(o / 16 * inputs + i / 4 * 4) * 16 + o % 16 * 4 + i % 4];
    scale[o] = 1.0f / (127.0f * 63.0f * 3.0f);
    bias[o] = dice_float(&p->dice) - (float)(POLICY__ZERO * sum) * scale[o];
  }
}

static void add_matrices(paper *p, const tiny_sizes *s) {
  uint32_t gates = 4 * s->hidden, both = 2 * s->hidden;
  add_matrix(p, s->size, 4 * gates);
  add_matrix(p, both, 2 * gates);
  for (int i = 0; i < 4; i++) add_matrix(p, s->hidden, gates);
  add_matrix(p, both, s->tags);
  add_matrix(p, both, 2 * s->arc);
  add_matrix(p, s->arc, s->arc);
  add_matrix(p, both, 2 * s->label);
  add_matrix(p, s->label, s->relations);
}

static void add_names(paper *p, const char *const *names, size_t known, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    const char *name = names[i % known];
    memcpy(p->bytes + p->size, name, strlen(name) + 1);
    p->size += strlen(name) + 1;
  }
}

static void add_rest(paper *p, const tiny_sizes *s) {
  int16_t *root_arc = (int16_t *)(void *)part(p, s->arc * sizeof *root_arc);
  int16_t *root_label = (int16_t *)(void *)part(p, s->label * sizeof *root_label);
  int32_t *distance = (int32_t *)(void *)part(p, (2 * s->far + 1) * sizeof *distance);
  for (uint32_t i = 0; i < s->arc; i++) root_arc[i] = (int16_t)dice_between(&p->dice, -63, 63);
  for (uint32_t i = 0; i < s->label; i++) root_label[i] = (int16_t)dice_between(&p->dice, -500, 500);
  for (uint32_t i = 0; i < 2 * s->far + 1; i++) distance[i] = dice_between(&p->dice, -20000, 20000);
  part(p, 0);
  size_t begin = p->size;
  add_names(p, tags, sizeof tags / sizeof *tags, s->tags);
  add_names(p, relations, sizeof relations / sizeof *relations, s->relations);
  uint32_t names = (uint32_t)(p->size - begin);
  memcpy(p->bytes + TINY_NAMES, &names, sizeof names);
}

unsigned char *tiny_write(const tiny_sizes *sizes, uint64_t seed, size_t *size) {
  paper p = {.bytes = calloc(ROOM, 1), .dice = {seed}};
  uint32_t pieces = 0;
  if (p.bytes == NULL) abort();
  memcpy(part(&p, TINY_HEADER), "policyW1", 8);
  memcpy(p.bytes + TINY_SLOTS, sizes, sizeof *sizes);
  add_words(&p, sizes);
  add_rows(&p, sizes->words, sizes->size);
  for (int i = 0; i < POLICY__WORD_PIECES; i++) pieces += sizes->pieces[i];
  add_rows(&p, pieces, sizes->size);
  add_matrices(&p, sizes);
  add_rest(&p, sizes);
  tiny_seal(p.bytes, p.size);
  *size = p.size;
  unsigned char *bytes = aligned_alloc(16, (p.size + 15) / 16 * 16);
  if (bytes == NULL) abort();
  memcpy(bytes, p.bytes, p.size);
  free(p.bytes);
  return bytes;
}

void tiny_seal(unsigned char *bytes, size_t size) {
  uint64_t sum = policy__hash(bytes + 16, size - 16, 0);
  memcpy(bytes + TINY_SUM, &sum, sizeof sum);
}
