/* The name tagger: hashed features of words, their weights, and the best sequence of labels. */
#include "extract/nametag.h"

#include <string.h>

#include "data/name_weights.h"
#include "extract/matcher.h"

enum { AROUND = 2, VIEWS = POLICY__NAME_LONGEST + 2 * AROUND, GAP = 3 };

/* ---- which words are decided ----------------------------------------------------------------------------- */

static const policy__term *word(const policy__name_place *place, uint32_t n) {
  return &place->words[n];
}

static bool is_capital(const policy__term *w) {
  if (!(w->shape & POLICY__SHAPE_CAPITAL)) return false;
  return !(policy__term_classes(w) & POLICY__CLASS_FUNCTION) || (w->shape & POLICY__SHAPE_MANY_CAPITALS);
}

static bool is_joint(const policy__term *w, uint32_t gap) {
  if (w->shape & (POLICY__SHAPE_OWNER | POLICY__SHAPE_NUMBER)) return true;
  if (w->sign != 0)
    return w->sign == '-' || w->sign == '/' || w->sign == '&' || w->sign == ',' || w->sign == '.' ||
           w->sign == '\'' || w->sign == 0x2019 || w->sign == 0x2013;
  return gap == 0 || (policy__term_classes(w) & (POLICY__CLASS_FUNCTION | POLICY__CLASS_PARTICLE)) ||
         (w->shape & POLICY__SHAPE_CAPITAL);
}

bool policy__nametag_run(const policy__name_place *place, uint32_t first, uint32_t end, uint32_t *begin,
                         uint32_t *stop) {
  while (first < end && !is_capital(word(place, first))) first++;
  if (first >= end) return false;
  uint32_t last = first, limit = end - first < POLICY__NAME_LONGEST ? end : first + POLICY__NAME_LONGEST;
  for (uint32_t n = first + 1; n < limit && n - last <= GAP + 1; n++) {
    if (is_capital(word(place, n)) || (n == last + 1 && (word(place, n)->shape & POLICY__SHAPE_NUMBER)))
      last = n;
    else if (!is_joint(word(place, n), n - last - 1))
      break;
  }
  *begin = first;
  *stop = last + 1;
  return true;
}

/* ---- what is seen of a word ------------------------------------------------------------------------------ */

typedef struct view {
  uint32_t hash, classes, end3, end2, begin3;
  uint16_t shape, meaning;
  uint8_t group, names, known, small; /* names: whose the word is; known: the gazetteer's form */
} view;

static uint32_t mix(uint32_t key, uint32_t seed) {
  uint32_t x = (key ^ seed) * 0x9E3779B1u;
  x = (x ^ x >> 15) * 0x2C1B3C6Du;
  x = (x ^ x >> 12) * 0x297A2D39u;
  return x ^ x >> 15;
}

enum { MEANING_BITS = 10, VALUE_BITS = 14, PRINT_BITS = 10 };

static uint32_t entry(const policy__name_model *model, uint32_t n) {
  const uint8_t *at = model->lexicon + (size_t)n * 3;
  return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16;
}

/* The lexicon's value of a word: the exclusive or of three entries; 0 where the fingerprint is another one. */
static uint32_t look_up(const policy__name_model *model, uint32_t key) {
  uint32_t a = mix(key, model->seed), b = mix(key, model->seed + 1), c = mix(key, model->seed + 2);
  uint64_t size = model->size;
  uint32_t value = entry(model, (uint32_t)(a * size >> 32)) ^ entry(model, (uint32_t)(size + (b * size >> 32))) ^
                   entry(model, (uint32_t)(2 * size + (c * size >> 32)));
  return value >> VALUE_BITS == (c & ((1u << PRINT_BITS) - 1)) ? value & ((1u << VALUE_BITS) - 1) : 0;
}

static uint32_t bytes_of(const char *at, size_t count) {
  uint32_t value = 0;
  for (size_t i = 0; i < count; i++) value = value << 8 | ((unsigned char)at[i] | 0x20);
  return value;
}

static void look(const policy__name_model *model, const policy__name_place *place, uint32_t n, view *v) {
  const policy__term *w = word(place, n);
  const char *at = place->text.data + w->span.begin;
  size_t size = w->span.end - w->span.begin;
  uint32_t value = w->sign != 0 || (w->shape & POLICY__SHAPE_NUMBER) ? 0 : look_up(model, w->hash);
  *v = (view){.hash = w->hash, .classes = policy__term_classes(w), .shape = w->shape};
  if (w->shape & POLICY__SHAPE_NUMBER) v->hash = size == 4 ? 4 : 1;
  v->end3 = bytes_of(at + (size > 3 ? size - 3 : 0), size > 3 ? 3 : size);
  v->end2 = bytes_of(at + (size > 2 ? size - 2 : 0), size > 2 ? 2 : size);
  v->begin3 = bytes_of(at, size > 3 ? 3 : size);
  v->meaning = (uint16_t)(value & ((1u << MEANING_BITS) - 1));
  v->group = model->groups[v->meaning];
  v->names = (uint8_t)(value >> MEANING_BITS);
  uint32_t bit = w->hash & place->small_mask;
  v->small = place->small != NULL && (place->small[bit >> 3] >> (bit & 7) & 1);
}

/* Marks the gazetteer's forms: a number for actor kind and use, and whether it is the form's first word. */
static void mark_known(const policy__name_place *place, uint32_t begin, uint32_t stop, view *views) {
  for (uint32_t n = begin; n < stop;) {
    size_t length = 0;
    const policy__gazetteer_form *form = policy__gazetteer_match(word(place, n), stop - n, &length);
    if (form == NULL) {
      n++;
      continue;
    }
    unsigned code = 1 + policy__gazetteer_actors[form->actor].kind * 9u + form->use;
    for (size_t i = 0; i < length; i++) views[n - begin + i].known = (uint8_t)(code * 2 + (i > 0));
    n += (uint32_t)length;
  }
}

/* ---- features -------------------------------------------------------------------------------------------- */

typedef struct writer {
  uint32_t *rows, count;
} writer;

static void put(writer *to, uint32_t a, uint32_t b) {
  uint32_t x = (a ^ (to->count + 1) * 0x9E3779B1u) * 0x85EBCA6Bu;
  x = (x ^ x >> 15 ^ b) * 0x2C1B3C6Du;
  x = (x ^ x >> 13) * 0xC2B2AE35u;
  to->rows[to->count++] = x >> 16;
}

static uint32_t shape(const view *v) {
  return v->shape & (POLICY__SHAPE_CAPITAL | POLICY__SHAPE_ALL_CAPITALS | POLICY__SHAPE_MANY_CAPITALS |
                     POLICY__SHAPE_SMALL | POLICY__SHAPE_NUMBER | POLICY__SHAPE_MARK_SIGN | POLICY__SHAPE_FIRST |
                     POLICY__SHAPE_INITIAL | POLICY__SHAPE_OWNER | POLICY__SHAPE_SPACED);
}

static void put_words(writer *to, const view *v) {
  for (int i = -2; i <= 2; i++) put(to, v[i].hash, 0);
  put(to, v[-1].hash, v[0].hash);
  put(to, v[0].hash, v[1].hash);
  put(to, v[-1].hash, v[1].hash);
  put(to, v[0].end3, shape(v));
  put(to, v[0].end2, shape(v));
  put(to, v[0].begin3, 0);
  put(to, v[1].end3, 0);
  put(to, v[-1].end3, 0);
}

static void put_shapes(writer *to, const view *v) {
  put(to, shape(v), v[0].small);
  put(to, shape(v - 1), shape(v));
  put(to, shape(v), shape(v + 1));
  put(to, shape(v - 1) | shape(v + 1) << 16, shape(v));
  put(to, v[0].small, v[0].hash);
  put(to, v[0].names, shape(v));
  put(to, v[-1].names | v[0].names << 8, (v[-1].shape & POLICY__SHAPE_CAPITAL));
  put(to, v[0].names | v[1].names << 8, (v[1].shape & POLICY__SHAPE_CAPITAL));
  put(to, v[-2].hash, v[-1].hash);
  put(to, v[1].hash, v[2].hash);
}

static void put_meanings(writer *to, const view *v) {
  for (int i = -2; i <= 2; i++) put(to, v[i].meaning, v[i].shape & POLICY__SHAPE_CAPITAL);
  put(to, v[-1].meaning, v[0].meaning);
  put(to, v[0].meaning, v[1].meaning);
  put(to, v[-1].meaning, v[1].meaning);
  put(to, v[0].group, shape(v));
  put(to, v[-1].group | (uint32_t)v[0].group << 8 | (uint32_t)v[1].group << 16, shape(v) & 15);
  put(to, v[-2].group | (uint32_t)v[-1].group << 8, 0);
  put(to, v[1].group | (uint32_t)v[2].group << 8, 0);
}

static void put_classes(writer *to, const view *v) {
  put(to, v[0].classes, shape(v));
  put(to, v[-1].classes, v[0].classes);
  put(to, v[0].classes, v[1].classes);
  put(to, v[-1].known, v[0].known);
  put(to, v[0].known, v[1].known);
  put(to, v[0].known, v[1].hash);
  put(to, v[0].known, v[-1].hash);
}

/* What the row of capitals around the word begins and ends with. */
static void put_chunk(writer *to, const view *v, const view *head, const view *tail, bool first, bool last) {
  put(to, tail->hash, v == tail);
  put(to, tail->meaning, v == tail);
  put(to, head->hash, v == head);
  put(to, head->meaning, v == head);
  put(to, tail->classes, v == tail);
  put(to, tail[1].hash, (uint32_t)(tail - v));
  put(to, head[-1].hash, (uint32_t)(v - head));
  put(to, (uint32_t)(tail - head), (uint32_t)(v - head));
  put(to, first, last);
}

static bool is_chunk(const view *v) {
  return (v->shape & POLICY__SHAPE_CAPITAL) != 0;
}

uint32_t policy__nametag_rows(const policy__name_model *model, const policy__name_place *place, uint32_t first,
                              uint32_t end, uint32_t begin, uint32_t stop,
                              uint32_t rows[][POLICY__NAME_FEATURES]) {
  view views[VIEWS + 1];
  uint32_t count = stop - begin, features = 0;
  for (uint32_t i = 0; i < count + 2 * AROUND; i++) {
    bool before = begin + i < first + AROUND, behind = begin + i >= end + AROUND;
    if (before || behind)
      views[i] = (view){.hash = before ? 2 : 3};
    else
      look(model, place, begin + i - AROUND, &views[i]);
  }
  mark_known(place, begin, stop, views + AROUND);
  uint32_t head = 0, tail = 0;
  for (uint32_t i = 0; i < count; i++) {
    const view *v = views + AROUND + i;
    if (!is_chunk(v) || (i > 0 && !is_chunk(v - 1)) || i == 0) head = i;
    if (tail < i || i == 0)
      for (tail = i; tail + 1 < count && is_chunk(v) && is_chunk(views + AROUND + tail + 1);) tail++;
    writer to = {rows[i], 0};
    put_words(&to, v);
    put_shapes(&to, v);
    put_meanings(&to, v);
    put_classes(&to, v);
    put_chunk(&to, v, views + AROUND + head, views + AROUND + tail, i == 0, i + 1 == count);
    features = to.count;
  }
  return features;
}

/* ---- the best labels ------------------------------------------------------------------------------------- */

enum { CLOSED = 0 }; /* no name is open behind the word; 1 + type: one of that type is */

/* From where the best way comes: to `closed`, a label or NONE; to an open name, whether it begins here. */
typedef struct step {
  uint8_t closed;
  uint8_t begins; /* bits by type */
} step;

enum { NONE = POLICY__NAME_LABELS };

static step advance(const int16_t scores[POLICY__NAME_LABELS], int32_t best[1 + POLICY__NAME_TYPES]) {
  step s = {NONE, 0};
  int32_t closed = best[CLOSED], most = closed;
  for (unsigned t = 0; t < POLICY__NAME_TYPES; t++) {
    const int16_t *label = scores + 4 * t;
    int32_t ends = best[1 + t] + label[POLICY__NAME_ENDS], alone = closed + label[POLICY__NAME_ALONE];
    int32_t begins = closed + label[POLICY__NAME_BEGINS], goes_on = best[1 + t] + label[POLICY__NAME_GOES_ON];
    if (ends > most) most = ends, s.closed = (uint8_t)(4 * t + POLICY__NAME_ENDS);
    if (alone > most) most = alone, s.closed = (uint8_t)(4 * t + POLICY__NAME_ALONE);
    if (begins > goes_on) s.begins |= (uint8_t)(1u << t);
    best[1 + t] = begins > goes_on ? begins : goes_on;
  }
  best[CLOSED] = most;
  return s;
}

static int16_t score_of(const int16_t scores[][POLICY__NAME_LABELS], uint32_t first, uint32_t end, unsigned type) {
  int32_t sum = 0;
  for (uint32_t i = first; i < end; i++) {
    unsigned label = end - first == 1  ? POLICY__NAME_ALONE
                     : i == first      ? POLICY__NAME_BEGINS
                     : i + 1 == end    ? POLICY__NAME_ENDS
                                       : POLICY__NAME_GOES_ON;
    sum += scores[i][4 * type + label];
  }
  return (int16_t)(sum > INT16_MAX ? INT16_MAX : sum < INT16_MIN ? INT16_MIN : sum);
}

policy_status policy__nametag_decode(uint32_t begin, uint32_t stop,
                                     const int16_t scores[][POLICY__NAME_LABELS], policy__array *names) {
  step steps[POLICY__NAME_LONGEST];
  policy__name_span found[POLICY__NAME_LONGEST];
  int32_t best[1 + POLICY__NAME_TYPES] = {0, -(1 << 20), -(1 << 20), -(1 << 20), -(1 << 20)};
  uint32_t count = stop - begin, size = 0;
  for (uint32_t i = 0; i < count; i++) steps[i] = advance(scores[i], best);
  for (uint32_t i = count; i > 0;) {
    uint32_t last = --i;
    unsigned label = steps[i].closed, type = label / 4;
    if (label == NONE) continue;
    if (label % 4 == POLICY__NAME_ENDS)
      do i--;
      while (i > 0 && !(steps[i].begins >> type & 1));
    int16_t score = score_of(scores, i, last + 1, type);
    found[size++] = (policy__name_span){begin + i, begin + last + 1, score, (uint8_t)type};
  }
  while (size > 0) {
    policy_status status;
    policy__name_span *name = policy__array_push(names, &status);
    if (name == NULL) return status;
    *name = found[--size];
  }
  return POLICY_OK;
}

/* ---- the model ------------------------------------------------------------------------------------------- */

static uint32_t number(const unsigned char *at) {
  return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

policy__name_model policy__nametag_model(const unsigned char *bytes) {
  policy__name_model model = {number(bytes), number(bytes + 4), bytes + 8, NULL, NULL};
  model.weights = (const int8_t *)(model.groups + POLICY__NAME_CLASSES);
  model.lexicon = model.groups + POLICY__NAME_CLASSES + POLICY__NAME_ROWS * POLICY__NAME_LABELS;
  return model;
}

/* ---- a sentence ------------------------------------------------------------------------------------------ */

static void add_up(const int8_t *weights, const uint32_t *rows, uint32_t count,
                   int16_t scores[POLICY__NAME_LABELS]) {
  memset(scores, 0, POLICY__NAME_LABELS * sizeof *scores);
  for (uint32_t i = 0; i < count; i++) {
    const int8_t *row = weights + (size_t)rows[i] * POLICY__NAME_LABELS;
    for (unsigned l = 0; l < POLICY__NAME_LABELS; l++) scores[l] = (int16_t)(scores[l] + row[l]);
  }
}

policy_status policy__nametag_find(const policy__name_place *place, uint32_t first, uint32_t end,
                                   policy__array *names) {
  policy__name_model model = policy__nametag_model(policy__name_weights);
  uint32_t rows[POLICY__NAME_LONGEST][POLICY__NAME_FEATURES];
  int16_t scores[POLICY__NAME_LONGEST][POLICY__NAME_LABELS];
  policy_status status = POLICY_OK;
  for (uint32_t begin, stop = first; status == POLICY_OK;) {
    if (!policy__nametag_run(place, stop, end, &begin, &stop)) break;
    uint32_t count = policy__nametag_rows(&model, place, first, end, begin, stop, rows);
    for (uint32_t i = 0; i < stop - begin; i++) add_up(model.weights, rows[i], count, scores[i]);
    status = policy__nametag_decode(begin, stop, (const int16_t(*)[POLICY__NAME_LABELS])scores, names);
  }
  return status;
}
