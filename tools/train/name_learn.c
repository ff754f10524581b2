/* Learns the name tagger's weights, for tools/train/names.py: a conditional random field over runs of capitalised
   words, by stochastic gradient descent (AdaGrad, averaged). The features are the library's own.

   usage: name_learn LEXICON WEIGHTS EPOCHS FOLD SHARE... < RECORDS

   A record: a line "SIZE SET FOLD COUNT SENTENCE", COUNT lines "BEGIN END TYPE" (bytes), and the text. SENTENCE 1:
   the text is one sentence; 0: the library parts it. Records of set 0 whose fold is FOLD are kept for the test. SHARE
   by set: how much its gradients count. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <policy/document.h>
#include <policy/read.h>

#include "base/memory.h"
#include "extract/nametag.h"
#include "lang/segment.h"
#include "model/builder.h"
#include "read/plain.h"

enum { LABELS = POLICY__NAME_LABELS, TYPES = POLICY__NAME_TYPES, ROWS = POLICY__NAME_ROWS, SETS = 8, CLASSES = POLICY__NAME_CLASSES };

#define RATE 0.1f
#define DECAY 1e-4f

typedef struct run {
  size_t first; /* among `rows` */
  uint32_t count, set;
} run;

typedef struct gold {
  uint32_t begin, end, type;
} gold;

static policy__array runs, rows, labels; /* of run, uint32_t[features], uint8_t */
static uint32_t features;
static float weight[ROWS][LABELS], squares[ROWS][LABELS], sums[ROWS][LABELS];
static int8_t rounded[ROWS][LABELS];
static float share[SETS];
static policy__name_model model;
static unsigned seen, inside; /* labels: all, and those within runs */

static void fail(const char *what) {
  fprintf(stderr, "name_learn: %s\n", what);
  exit(EXIT_FAILURE);
}

static void *must(void *p) {
  if (p == NULL) fail("out of memory");
  return p;
}

/* ---- documents ------------------------------------------------------------------------------------------- */

typedef struct paper {
  char *text;
  policy__array words, sentences, golds; /* of policy__term, uint32_t pairs, gold */
  unsigned char *small;
  uint32_t small_mask;
  uint32_t set, fold;
} paper;

static void add_sentence(paper *p, policy_span span, size_t size) {
  uint32_t *pair = must(policy__array_push(&p->sentences, NULL));
  pair[0] = (uint32_t)p->words.count;
  if (policy__terms_find((policy_string){p->text, size}, span, &p->words) != POLICY_OK) fail("words");
  pair[1] = (uint32_t)p->words.count;
}

static void part(paper *p, size_t size) {
  policy_error error;
  policy_builder *builder = must(policy_builder_new(p->text, size, NULL, NULL, &error));
  const policy_allocator *allocator = policy__builder_allocator(builder);
  if (policy__read_plain(builder, allocator, &error) != POLICY_OK ||
      policy__segment(builder, policy__builder_limits(builder), allocator, &error) != POLICY_OK)
    fail(error.message);
  const policy_document *document = policy_builder_document(builder);
  policy_string text = policy_document_text(document);
  if (text.size != size || memcmp(text.data, p->text, size) != 0) {
    fprintf(stderr, "name_learn: a text is not clean; left out\n");
    p->golds.count = 0;
  } else
    for (uint32_t n = 0; n < policy_document_sentence_count(document); n++)
      add_sentence(p, policy_sentence_span(policy_document_sentence(document, n)), size);
  policy_document_unref(policy_builder_finish(builder, &error));
}

static void note_small(paper *p) {
  size_t bits = 1024;
  while (bits < p->words.count * 16) bits *= 2;
  p->small = must(calloc(bits / 8, 1));
  p->small_mask = (uint32_t)(bits - 1);
  for (size_t n = 0; n < p->words.count; n++) {
    const policy__term *w = POLICY__AT(&p->words, policy__term, n);
    uint32_t bit = w->hash & p->small_mask;
    if (w->shape & POLICY__SHAPE_SMALL) p->small[bit >> 3] |= (unsigned char)(1u << (bit & 7));
  }
}

static bool read_paper(paper *p) {
  size_t size, count, one;
  *p = (paper){0};
  policy__array_init(&p->words, &policy__malloc_allocator, sizeof(policy__term), UINT32_MAX);
  policy__array_init(&p->sentences, &policy__malloc_allocator, 2 * sizeof(uint32_t), UINT32_MAX);
  policy__array_init(&p->golds, &policy__malloc_allocator, sizeof(gold), UINT32_MAX);
  if (scanf("%zu %u %u %zu %zu", &size, &p->set, &p->fold, &count, &one) != 5) return false;
  for (size_t i = 0; i < count; i++) {
    gold *g = must(policy__array_push(&p->golds, NULL));
    if (scanf("%u %u %u", &g->begin, &g->end, &g->type) != 3) fail("bad record");
  }
  p->text = must(calloc(size + 1, 1));
  if (getchar() != '\n' || fread(p->text, 1, size, stdin) != size) fail("bad record");
  if (one)
    add_sentence(p, (policy_span){0, (uint32_t)size}, size);
  else
    part(p, size);
  note_small(p);
  return true;
}

static void free_paper(paper *p) {
  policy__array_free(&p->words);
  policy__array_free(&p->sentences);
  policy__array_free(&p->golds);
  free(p->text);
  free(p->small);
}

/* The labels of all words. */
static uint8_t *label_words(const paper *p, unsigned tally[TYPES]) {
  uint8_t *all = must(malloc(p->words.count + 1));
  memset(all, LABELS, p->words.count + 1);
  uint32_t n = 0;
  for (size_t i = 0; i < p->golds.count; i++) {
    const gold *g = POLICY__AT(&p->golds, gold, i);
    while (n < p->words.count && POLICY__AT(&p->words, policy__term, n)->span.end <= g->begin) n++;
    uint32_t first = n;
    while (n < p->words.count && POLICY__AT(&p->words, policy__term, n)->span.begin < g->end) n++;
    if (tally != NULL) tally[g->type]++;
    for (uint32_t k = first; k < n; k++)
      all[k] = (uint8_t)(4 * g->type + (n - first == 1 ? POLICY__NAME_ALONE
                                        : k == first   ? POLICY__NAME_BEGINS
                                        : k + 1 == n   ? POLICY__NAME_ENDS
                                                       : POLICY__NAME_GOES_ON));
  }
  return all;
}

static policy__name_place place_of(const paper *p) {
  return (policy__name_place){{p->text, 0}, p->words.items, p->small, p->small_mask};
}

/* Names cut by the run's ends are made whole inside it, so that the labels fit together. */
static void close_labels(uint8_t *label, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    unsigned l = label[i], t = l / 4;
    if (l >= LABELS) continue;
    if (l % 4 == POLICY__NAME_ALONE) continue;
    bool before = i > 0 && label[i - 1] / 4 == t && label[i - 1] % 4 <= 1 && l % 4 != POLICY__NAME_BEGINS;
    bool behind = i + 1 < count && label[i + 1] / 4 == t && l % 4 <= 1 &&
                  (label[i + 1] % 4 == POLICY__NAME_GOES_ON || label[i + 1] % 4 == POLICY__NAME_ENDS);
    label[i] = (uint8_t)(4 * t + (before && behind ? POLICY__NAME_GOES_ON : before ? POLICY__NAME_ENDS
                                  : behind         ? POLICY__NAME_BEGINS : POLICY__NAME_ALONE));
  }
}

static void keep_runs(const paper *p) {
  policy__name_place place = place_of(p);
  uint8_t *all = label_words(p, NULL);
  uint32_t found[POLICY__NAME_LONGEST][POLICY__NAME_FEATURES];
  for (size_t n = 0; n < p->words.count; n++) seen += all[n] < LABELS;
  for (size_t s = 0; s < p->sentences.count; s++) {
    const uint32_t *pair = POLICY__AT(&p->sentences, uint32_t, 2 * s);
    for (uint32_t begin, stop = pair[0]; policy__nametag_run(&place, stop, pair[1], &begin, &stop);) {
      run *r = must(policy__array_push(&runs, NULL));
      features = policy__nametag_rows(&model, &place, pair[0], pair[1], begin, stop, found);
      *r = (run){rows.count, stop - begin, p->set};
      for (uint32_t i = 0; i < r->count; i++) {
        memcpy(must(policy__array_push(&rows, NULL)), found[i], sizeof found[i]);
        *(uint8_t *)must(policy__array_push(&labels, NULL)) = all[begin + i];
        inside += all[begin + i] < LABELS;
      }
      close_labels(POLICY__AT(&labels, uint8_t, r->first), r->count);
    }
  }
  free(all);
}

/* ---- learning -------------------------------------------------------------------------------------------- */

static float add_log(float a, float b) {
  float most = a > b ? a : b, least = a > b ? b : a;
  return most - least > 20 ? most : most + log1pf(expf(least - most));
}

typedef float state[1 + TYPES]; /* closed, open by type */

static void forwards(float scores[][LABELS], uint32_t count, state *alpha) {
  for (uint32_t i = 0; i < count; i++) {
    float closed = alpha[i][0];
    for (unsigned t = 0; t < TYPES; t++) {
      const float *l = scores[i] + 4 * t;
      closed = add_log(closed, add_log(alpha[i][0] + l[3], alpha[i][1 + t] + l[2]));
      alpha[i + 1][1 + t] = add_log(alpha[i][0] + l[0], alpha[i][1 + t] + l[1]);
    }
    alpha[i + 1][0] = closed;
  }
}

static void backwards(float scores[][LABELS], uint32_t count, state *beta) {
  for (uint32_t i = count; i-- > 0;) {
    float closed = beta[i + 1][0];
    for (unsigned t = 0; t < TYPES; t++) {
      const float *l = scores[i] + 4 * t;
      closed = add_log(closed, add_log(beta[i + 1][0] + l[3], beta[i + 1][1 + t] + l[0]));
      beta[i][1 + t] = add_log(beta[i + 1][0] + l[2], beta[i + 1][1 + t] + l[1]);
    }
    beta[i][0] = closed;
  }
}

static const uint32_t *rows_of(const run *r, uint32_t i) {
  return (const uint32_t *)rows.items + (r->first + i) * POLICY__NAME_FEATURES;
}

static void update(const uint32_t *row, const float gradient[LABELS]) {
  for (uint32_t f = 0; f < features; f++) {
    float *w = weight[row[f]], *q = squares[row[f]];
    for (unsigned l = 0; l < LABELS; l++) {
      float g = gradient[l] - DECAY * w[l];
      q[l] += g * g;
      w[l] += RATE * g / sqrtf(q[l]);
    }
  }
}

static double learn(const run *r) {
  float scores[POLICY__NAME_LONGEST][LABELS];
  state alpha[POLICY__NAME_LONGEST + 1], beta[POLICY__NAME_LONGEST + 1];
  for (uint32_t i = 0; i < r->count; i++) {
    const uint32_t *row = rows_of(r, i);
    for (unsigned l = 0; l < LABELS; l++) scores[i][l] = 0;
    for (uint32_t f = 0; f < features; f++)
      for (unsigned l = 0; l < LABELS; l++) scores[i][l] += weight[row[f]][l];
  }
  for (unsigned t = 0; t < TYPES; t++) alpha[0][1 + t] = beta[r->count][1 + t] = -1e9f;
  alpha[0][0] = beta[r->count][0] = 0;
  forwards(scores, r->count, alpha);
  backwards(scores, r->count, beta);
  float all = alpha[r->count][0];
  double loss = all;
  const uint8_t *label = POLICY__AT(&labels, uint8_t, r->first);
  for (uint32_t i = 0; i < r->count; i++) {
    float gradient[LABELS], size = 0;
    for (unsigned l = 0; l < LABELS; l++) {
      unsigned t = 1 + l / 4, from = l % 4 == 0 || l % 4 == 3 ? 0 : t, to = l % 4 >= 2 ? 0 : t;
      float p = expf(alpha[i][from] + scores[i][l] + beta[i + 1][to] - all);
      gradient[l] = share[r->set] * ((label[i] == l) - p);
      size += fabsf(gradient[l]);
    }
    if (label[i] < LABELS) loss -= scores[i][label[i]];
    if (size > 0.002f) update(rows_of(r, i), gradient);
  }
  return loss;
}

static uint64_t random_state = 88172645463325252u;

static uint32_t draw(uint32_t below) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return (uint32_t)((random_state >> 32) * below >> 32);
}

static void train(unsigned epochs) {
  unsigned steps = 0;
  for (unsigned l = 0; l < LABELS; l++)
    for (unsigned r = 0; r < ROWS; r++) squares[r][l] = 1;
  uint32_t *order = must(malloc(runs.count * sizeof *order));
  for (uint32_t i = 0; i < runs.count; i++) order[i] = i;
  for (unsigned epoch = 0; epoch < epochs; epoch++) {
    double loss = 0;
    for (uint32_t i = (uint32_t)runs.count; i > 1; i--) {
      uint32_t j = draw(i), swap = order[i - 1];
      order[i - 1] = order[j];
      order[j] = swap;
    }
    for (uint32_t i = 0; i < runs.count; i++) loss += learn(POLICY__AT(&runs, run, order[i]));
    if (epoch >= epochs / 2) {
      steps++;
      for (unsigned r = 0; r < ROWS; r++)
        for (unsigned l = 0; l < LABELS; l++) sums[r][l] += weight[r][l];
    }
    fprintf(stderr, "epoch %u: loss %.0f\n", epoch, loss);
  }
  for (unsigned r = 0; r < ROWS; r++)
    for (unsigned l = 0; l < LABELS; l++) {
      float w = roundf(16 * sums[r][l] / (float)steps);
      rounded[r][l] = (int8_t)(w > 127 ? 127 : w < -127 ? -127 : w);
    }
  free(order);
}

/* ---- testing --------------------------------------------------------------------------------------------- */

static unsigned right[TYPES + 2], told[TYPES + 2], there[TYPES + 2];

static void find_names(const paper *p, policy__array *names) {
  policy__name_place place = place_of(p);
  uint32_t found[POLICY__NAME_LONGEST][POLICY__NAME_FEATURES];
  int16_t scores[POLICY__NAME_LONGEST][LABELS];
  for (size_t s = 0; s < p->sentences.count; s++) {
    const uint32_t *pair = POLICY__AT(&p->sentences, uint32_t, 2 * s);
    for (uint32_t begin, stop = pair[0]; policy__nametag_run(&place, stop, pair[1], &begin, &stop);) {
      uint32_t count = policy__nametag_rows(&model, &place, pair[0], pair[1], begin, stop, found);
      memset(scores, 0, sizeof scores);
      for (uint32_t i = 0; i < stop - begin; i++)
        for (uint32_t f = 0; f < count; f++)
          for (unsigned l = 0; l < LABELS; l++)
            scores[i][l] = (int16_t)(scores[i][l] + rounded[found[i][f]][l]);
      if (policy__nametag_decode(begin, stop, (const int16_t(*)[LABELS])scores, names) != POLICY_OK) fail("decode");
    }
  }
}

static const char *const type_names[] = {"PER", "ORG", "LOC", "MISC"};

static void test(const paper *p) {
  policy__array names;
  policy__array_init(&names, &policy__malloc_allocator, sizeof(policy__name_span), UINT32_MAX);
  find_names(p, &names);
  for (size_t i = 0; i < p->golds.count; i++) {
    const gold *g = POLICY__AT(&p->golds, gold, i);
    there[g->type]++;
    if (g->type < 2) there[TYPES]++;
  }
  for (size_t k = 0; k < names.count; k++) {
    const policy__name_span *s = POLICY__AT(&names, policy__name_span, k);
    uint32_t begin = POLICY__AT(&p->words, policy__term, s->first)->span.begin;
    uint32_t end = POLICY__AT(&p->words, policy__term, s->end - 1)->span.end;
    told[s->type]++;
    if (s->type < 2) told[TYPES]++;
    for (size_t i = 0; i < p->golds.count; i++) {
      const gold *g = POLICY__AT(&p->golds, gold, i);
      if (g->begin != begin || g->end > end + 1 || g->end < end) continue; /* a stop may belong to the name */
      right[s->type] += g->type == s->type;
      if (g->type < 2 && s->type < 2) right[TYPES]++;
    }
  }
  policy__array_free(&names);
}

static void read_lexicon(const char *path) {
  FILE *file = must(fopen(path, "rb"));
  unsigned char *bytes = must(malloc(1 << 22));
  size_t size = fread(bytes, 1, 1 << 22, file);
  if (size < 8 + CLASSES) fail("no lexicon");
  model = policy__nametag_model(bytes); /* whose weights are not there yet */
  model.lexicon = bytes + 8 + CLASSES;
  fclose(file);
}

int main(int argc, char **argv) {
  if (argc < 6) fail("usage: name_learn LEXICON WEIGHTS EPOCHS FOLD SHARE... < RECORDS");
  read_lexicon(argv[1]);
  uint32_t fold = (uint32_t)atoi(argv[4]);
  for (int i = 5; i < argc; i++) share[i - 5] = strtof(argv[i], NULL);
  policy__array_init(&runs, &policy__malloc_allocator, sizeof(run), UINT32_MAX);
  policy__array_init(&rows, &policy__malloc_allocator, sizeof(uint32_t[POLICY__NAME_FEATURES]), UINT32_MAX);
  policy__array_init(&labels, &policy__malloc_allocator, 1, UINT32_MAX);
  paper *held = NULL, p;
  size_t held_count = 0;
  while (read_paper(&p)) {
    if (p.set == 0 && p.fold == fold) {
      held = must(realloc(held, (held_count + 1) * sizeof *held));
      held[held_count++] = p;
    } else {
      if (share[p.set] > 0) keep_runs(&p);
      free_paper(&p);
    }
  }
  fprintf(stderr, "%zu runs, %zu words, %u of %u labels inside, %u features\n", runs.count, rows.count, inside,
          seen, features);
  train((unsigned)atoi(argv[3]));
  for (size_t i = 0; i < held_count; i++) test(&held[i]);
  for (int t = 0; t <= TYPES; t++)
    fprintf(stderr, "%s %u %u %u  P %.3f R %.3f F %.3f\n", t < TYPES ? type_names[t] : "PER+ORG", right[t],
            told[t], there[t], right[t] / (told[t] + 1e-9), right[t] / (there[t] + 1e-9),
            2.0 * right[t] / (told[t] + there[t] + 1e-9));
  FILE *out = must(fopen(argv[2], "wb"));
  fwrite(rounded, 1, sizeof rounded, out);
  fclose(out);
  return EXIT_SUCCESS;
}
