/* What the places of one form tell of each other: a name is of one type in its document, as likely as all its places
   together make it. */
#include "extract/nametag.h"

#include <string.h>

#include "base/checked.h"
#include "extract/matcher.h"

enum { PROBES = 16 }; /* of the table, so that nobody can prepare slow texts; a form without a place there stays */

typedef struct form {
  uint32_t key; /* 0: free */
  uint32_t count;
  int32_t sums[POLICY__NAME_TYPES];
} form;

typedef struct forms {
  form *slots;
  uint32_t mask;
} forms;

static uint32_t key_of(const policy__name_place *place, uint32_t first, uint32_t end) {
  uint32_t key = 0;
  for (uint32_t n = first; n < end; n++) {
    key = (key ^ place->words[n].hash) * 0x9E3779B1u;
    key ^= key >> 15;
  }
  return key != 0 ? key : 1;
}

/* The form under a key; a free slot for it when `make`; NULL. */
static form *find(const forms *all, uint32_t key, bool make) {
  for (uint32_t i = 0; i < PROBES; i++) {
    form *f = &all->slots[(key + i) & all->mask];
    if (f->key == key) return f;
    if (f->key != 0) continue;
    if (!make) return NULL;
    f->key = key;
    return f;
  }
  return NULL;
}

static void count_names(const policy__name_place *place, const forms *all, const policy__array *names) {
  for (size_t i = 0; i < names->count; i++) {
    const policy__name_span *name = POLICY__AT(names, policy__name_span, i);
    form *f = find(all, key_of(place, name->first, name->end), true);
    if (f == NULL) continue;
    f->count++;
    f->sums[name->type] += name->score;
  }
}

/* Single words that stand elsewhere with a capital and are no name there. */
static void count_others(const policy__name_place *place, uint32_t words, const forms *all,
                         const policy__array *names) {
  size_t next = 0;
  for (uint32_t n = 0; n < words; n++) {
    while (next < names->count && POLICY__AT(names, policy__name_span, next)->end <= n) next++;
    if (next < names->count && POLICY__AT(names, policy__name_span, next)->first <= n) continue;
    unsigned shape = place->words[n].shape;
    if (!(shape & POLICY__SHAPE_CAPITAL) || (shape & POLICY__SHAPE_FIRST)) continue;
    form *f = find(all, key_of(place, n, n + 1), false);
    if (f != NULL) f->count++;
  }
}

/* "open-source software (OSS)", "Convention ... (CRPD)": short for what is nobody's name. */
static bool is_short_for_thing(const policy__name_place *place, uint32_t n, uint32_t words) {
  const policy__term *at = &place->words[n];
  if (n < 2 || n + 1 >= words || at[-1].sign != '(' || at[1].sign != ')') return false;
  if (!(at->shape & POLICY__SHAPE_MANY_CAPITALS)) return false;
  uint32_t somebody = POLICY__CLASS_HEAD | POLICY__CLASS_GROUP | POLICY__CLASS_TITLE | POLICY__CLASS_ROLE_WORD;
  uint32_t classes = policy__term_classes(&at[-2]);
  if (classes & POLICY__CLASS_NO_ACTOR) return true;
  return (at[-2].shape & POLICY__SHAPE_SMALL) && !(classes & somebody);
}

/* One such place speaks against all others of the form. */
static void note_short_forms(const policy__name_place *place, uint32_t words, const forms *all,
                             const policy__array *names) {
  for (size_t i = 0; i < names->count; i++) {
    const policy__name_span *name = POLICY__AT(names, policy__name_span, i);
    if (name->end - name->first != 1 || !is_short_for_thing(place, name->first, words)) continue;
    form *f = find(all, key_of(place, name->first, name->end), false);
    if (f == NULL) continue;
    f->sums[POLICY__NAME_THING] += f->sums[POLICY__NAME_ORGANISATION];
    f->sums[POLICY__NAME_ORGANISATION] = 0;
  }
}

static void agree(const policy__name_place *place, const forms *all, policy__array *names) {
  for (size_t i = 0; i < names->count; i++) {
    policy__name_span *name = POLICY__AT(names, policy__name_span, i);
    const form *f = find(all, key_of(place, name->first, name->end), false);
    if (f == NULL) continue;
    for (unsigned type = 0; type < POLICY__NAME_TYPES; type++)
      if (f->sums[type] > f->sums[name->type]) name->type = (uint8_t)type;
    name->score = (int16_t)(f->sums[name->type] / (int32_t)f->count);
  }
}

policy_status policy__nametag_agree(const policy__name_place *place, uint32_t words,
                                    const policy_allocator *allocator, policy__array *names) {
  size_t count = 64, size;
  while (count < names->count * 2) count *= 2;
  if (!policy__multiply(count, sizeof(form), &size)) return POLICY_ERROR_LIMIT;
  forms all = {policy__allocate(allocator, size), (uint32_t)(count - 1)};
  if (all.slots == NULL) return POLICY_ERROR_NO_MEMORY;
  memset(all.slots, 0, size);
  count_names(place, &all, names);
  count_others(place, words, &all, names);
  note_short_forms(place, words, &all, names);
  agree(place, &all, names);
  policy__release(allocator, all.slots, size);
  return POLICY_OK;
}
