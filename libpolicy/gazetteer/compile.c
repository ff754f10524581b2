/* From a draft to a shelf: puts all in order, and packs it. */
#include <string.h>

#include "base/checked.h"
#include "base/status.h"
#include "gazetteer/draft.h"
#include "gazetteer/spelling.h"

enum { SEEDS = 4, EXACT_MOST = 5 /* letters of a form that must be in capitals */ };

typedef struct compiler {
  policy__draft *draft;
  policy__arena arena;
  policy__array columns[POLICY__COLUMNS]; /* of uint32_t; that of the strings is `text` */
  policy_buffer text;
  policy__table sets;
  uint32_t *order; /* strings: the forms by key and bytes, then the others */
  uint32_t form_count, key_count, slots, taken, seed, probes;
  uint64_t *hashes;     /* [slots], of what lies there */
  policy_status status; /* the first failure */
} compiler;

static void put(compiler *c, policy__column column, uint32_t number) {
  if (c->status != POLICY_OK) return;
  uint32_t *item = policy__array_push(&c->columns[column], &c->status);
  if (item != NULL) *item = number;
}

static uint32_t count_of(const compiler *c, policy__column column) {
  return (uint32_t)c->columns[column].count;
}

static uint32_t *at(const compiler *c, policy__column column, uint32_t n) {
  return POLICY__AT(&c->columns[column], uint32_t, n);
}

static const policy__draft_string *string_at(const compiler *c, uint32_t n) {
  return POLICY__AT(&c->draft->strings, policy__draft_string, n);
}

/* An array in the arena; NULL with the status set. */
static void *room(compiler *c, size_t count, size_t size) {
  void *items = c->status == POLICY_OK ? policy__arena_array(&c->arena, count + 1, size) : NULL;
  if (items == NULL && c->status == POLICY_OK) c->status = POLICY_ERROR_NO_MEMORY;
  return items;
}

/* ---- sorting ----------------------------------------------------------------------------------------------
 */

typedef int comparison(const compiler *c, uint32_t a, uint32_t b);

/* A stable merge sort, upwards in runs: n log n comparisons whatever the order. */
static void sort(compiler *c, uint32_t *items, uint32_t count, comparison *compare) {
  uint32_t *from = items, *to = room(c, count, sizeof *to);
  if (to == NULL) return;
  for (size_t run = 1; run < count; run *= 2) {
    for (size_t low = 0; low < count; low += 2 * run) {
      size_t middle = low + run < count ? low + run : count, high = middle + run < count ? middle + run : count;
      for (size_t a = low, b = middle, out = low; out < high; out++)
        to[out] = b == high || (a < middle && compare(c, from[a], from[b]) <= 0) ? from[a++] : from[b++];
    }
    uint32_t *other = from;
    from = to, to = other;
  }
  if (from != items) memcpy(items, from, count * sizeof *items);
}

static uint32_t *numbers(compiler *c, size_t count) {
  uint32_t *items = room(c, count, sizeof *items);
  for (uint32_t i = 0; items != NULL && i < count; i++) items[i] = i;
  return items;
}

static int compare_numbers(uint32_t a, uint32_t b) {
  return a < b ? -1 : a > b;
}

static int compare_text(policy_string a, policy_string b) {
  int difference = memcmp(a.data, b.data, a.size < b.size ? a.size : b.size);
  return difference != 0 ? difference : compare_numbers((uint32_t)a.size, (uint32_t)b.size);
}

/* Keys are compared without their case. */
static uint32_t symbol_of(uint32_t symbol) {
  return symbol & POLICY__SYMBOL_POINT;
}

static int compare_keys(const policy__draft_string *a, const policy__draft_string *b) {
  for (uint32_t i = 0; i < a->key_size && i < b->key_size; i++)
    if (symbol_of(a->key[i]) != symbol_of(b->key[i]))
      return compare_numbers(symbol_of(a->key[i]), symbol_of(b->key[i]));
  return compare_numbers(a->key_size, b->key_size);
}

static int compare_strings(const compiler *c, uint32_t a, uint32_t b) {
  const policy__draft_string *x = string_at(c, a), *y = string_at(c, b);
  if ((x->key == NULL) != (y->key == NULL)) return x->key == NULL ? 1 : -1;
  int difference = x->key != NULL ? compare_keys(x, y) : 0;
  return difference != 0 ? difference : compare_text(x->text, y->text);
}

/* ---- strings ----------------------------------------------------------------------------------------------
 */

/* A form in capitals, short, without a small letter: "UN", "U.S.A.", "G20". */
static bool is_exact(const policy__draft_string *string) {
  uint32_t letters = 0;
  for (uint32_t i = 0; i < string->key_size; i++) {
    uint32_t point = symbol_of(string->key[i]);
    bool is_cased = (point - 'a' < 26) || (point >= 0xDF && point < 0x590);
    if (is_cased && !(string->key[i] & POLICY__SYMBOL_UPPER)) return false;
    letters += is_cased;
  }
  return letters > 0 && letters <= EXACT_MOST;
}

static void order_strings(compiler *c) {
  uint32_t count = (uint32_t)c->draft->strings.count;
  c->order = numbers(c, count);
  if (c->order == NULL) return;
  sort(c, c->order, count, compare_strings);
  for (uint32_t i = 0; i < count && c->status == POLICY_OK; i++) {
    policy__draft_string *string = POLICY__AT(&c->draft->strings, policy__draft_string, c->order[i]);
    string->number = i;
    put(c, POLICY__STRING_AT, (uint32_t)c->text.size);
    if (c->text.size + string->text.size >= UINT32_MAX) c->status = POLICY_ERROR_LIMIT;
    if (c->status == POLICY_OK)
      c->status = policy_buffer_append(&c->text, string->text.data, string->text.size);
    if (c->status == POLICY_OK) c->status = policy_buffer_append(&c->text, "", 1);
    if (string->key == NULL || c->status != POLICY_OK) continue;
    bool same = i > 0 && compare_keys(string_at(c, c->order[i - 1]), string) == 0;
    put(c, POLICY__FORM_FLAGS, (is_exact(string) ? POLICY__FORM_EXACT : 0) | (same ? POLICY__FORM_SAME : 0u));
    c->form_count = i + 1;
    c->key_count += !same;
  }
  put(c, POLICY__STRING_AT, (uint32_t)c->text.size);
}

static uint32_t number_of(const compiler *c, uint32_t string) {
  return string_at(c, string)->number;
}

/* ---- readings ---------------------------------------------------------------------------------------------
 */

static const policy__draft_form *form_at(const compiler *c, uint32_t n) {
  return POLICY__AT(&c->draft->forms, policy__draft_form, n);
}

static bool is_one_reading(const policy__draft_form *a, const policy__draft_form *b) {
  return a->string == b->string && a->entry == b->entry && a->use == b->use &&
         (a->language == 0) == (b->language == 0);
}

/* Whether an implied form is listed, too: then that comes before it. */
static bool is_listed(const policy__draft_form *form, const policy__draft_form *before) {
  return before != NULL && before->string == form->string && before->entry == form->entry;
}

static int compare_forms(const compiler *c, uint32_t a, uint32_t b) {
  const policy__draft_form *x = form_at(c, a), *y = form_at(c, b);
  int difference = compare_numbers(number_of(c, x->string), number_of(c, y->string));
  if (difference == 0) difference = compare_numbers(x->entry, y->entry);
  if (difference == 0) difference = compare_numbers(x->use, y->use);
  return difference != 0 ? difference : compare_numbers(x->language, y->language);
}

/* The number of a set of languages, [first, end) of the forms in order; all languages when one form is of all.
 */
static uint32_t set_of(compiler *c, const uint32_t *order, uint32_t first, uint32_t end) {
  if (form_at(c, order[first])->language == 0) return 0;
  uint32_t *set = room(c, end - first, sizeof *set), count = 0;
  if (set == NULL) return 0;
  for (uint32_t i = first; i < end; i++) {
    uint32_t language = form_at(c, order[i])->language;
    if (count == 0 || set[count - 1] != language) set[count++] = language;
  }
  policy_string key = {(const char *)set, count * sizeof *set};
  uint32_t number = policy__table_find(&c->sets, key);
  if (number != POLICY_NONE) return number;
  number = count_of(c, POLICY__SET_AT) - 1;
  for (uint32_t i = 0; i < count; i++) put(c, POLICY__SET_LANGUAGE, set[i]);
  put(c, POLICY__SET_AT, count_of(c, POLICY__SET_LANGUAGE));
  if (c->status == POLICY_OK) c->status = policy__table_add(&c->sets, key, number);
  return number;
}

/* Counts the forms and readings of each key: LIMIT when one has so many that finding it would take too long. */
static void check_groups(compiler *c) {
  uint32_t forms = 0, first = 0;
  for (uint32_t i = 0; i < c->form_count && c->status == POLICY_OK; i++) {
    if (!(*at(c, POLICY__FORM_FLAGS, i) & POLICY__FORM_SAME))
      forms = 0, first = *at(c, POLICY__FORM_READINGS, i);
    if (++forms > POLICY__GROUP_FORMS || *at(c, POLICY__FORM_READINGS, i + 1) - first > POLICY__GROUP_READINGS)
      c->status = POLICY_ERROR_LIMIT;
  }
}

static void make_readings(compiler *c) {
  uint32_t count = (uint32_t)c->draft->forms.count, *order = numbers(c, count), form = 0;
  if (order == NULL) return;
  sort(c, order, count, compare_forms);
  put(c, POLICY__SET_AT, 0);
  put(c, POLICY__SET_AT, 0);
  for (uint32_t first = 0, end; first < count && c->status == POLICY_OK; first = end) {
    const policy__draft_form *item = form_at(c, order[first]);
    for (end = first + 1; end < count && is_one_reading(item, form_at(c, order[end]));) end++;
    if ((item->use & POLICY__IMPLIED) && is_listed(item, first > 0 ? form_at(c, order[first - 1]) : NULL))
      continue;
    for (; form <= number_of(c, item->string); form++)
      put(c, POLICY__FORM_READINGS, count_of(c, POLICY__READING_ENTRY));
    put(c, POLICY__READING_ENTRY, item->entry);
    put(c, POLICY__READING_USE, item->use & ~POLICY__IMPLIED);
    put(c, POLICY__READING_SET, set_of(c, order, first, end));
  }
  for (; form <= c->form_count; form++) put(c, POLICY__FORM_READINGS, count_of(c, POLICY__READING_ENTRY));
  check_groups(c);
  for (uint32_t i = 0; i < c->draft->languages.count; i++)
    put(c, POLICY__LANGUAGE, number_of(c, *POLICY__AT(&c->draft->languages, uint32_t, i)));
}

/* ---- entries ----------------------------------------------------------------------------------------------
 */

/* Puts items into lists: those of `owners`, which has `count`, in the order in which they are, by counting.
   Appends where each list begins to `starts`, and gives the items in their new order. */
static uint32_t *group(compiler *c, const uint32_t *owners, uint32_t count, policy__column starts) {
  uint32_t lists = (uint32_t)c->draft->entries.count;
  uint32_t *first = room(c, lists + 1, sizeof *first), *items = room(c, count, sizeof *items);
  if (first == NULL || items == NULL) return NULL;
  for (uint32_t i = 0; i < count; i++) first[owners[i] + 1]++;
  for (uint32_t i = 0; i < lists; i++) first[i + 1] += first[i];
  for (uint32_t i = 0; i <= lists; i++) put(c, starts, first[i]);
  for (uint32_t i = 0; i < count; i++) items[first[owners[i]]++] = i;
  return items;
}

static const policy__draft_code *code_at(const compiler *c, uint32_t n) {
  return POLICY__AT(&c->draft->codes, policy__draft_code, n);
}

/* Whether a code of the base has another of its scheme in the table; `items` are the codes of an entry. */
static bool is_replaced(const compiler *c, uint32_t code, const uint32_t *items, uint32_t count) {
  if (!code_at(c, code)->of_base) return false;
  for (uint32_t i = 0; i < count; i++)
    if (!code_at(c, items[i])->of_base && code_at(c, items[i])->scheme == code_at(c, code)->scheme) return true;
  return false;
}

static void make_codes(compiler *c) {
  uint32_t count = (uint32_t)c->draft->codes.count, entries = (uint32_t)c->draft->entries.count, done = 0;
  uint32_t *owners = room(c, count, sizeof *owners);
  for (uint32_t i = 0; owners != NULL && i < count; i++) owners[i] = code_at(c, i)->entry;
  uint32_t *items = owners != NULL ? group(c, owners, count, POLICY__ENTRY_CODES) : NULL;
  if (items == NULL) return;
  for (uint32_t e = 0; e < entries && c->status == POLICY_OK; e++) {
    uint32_t first = done, end = *at(c, POLICY__ENTRY_CODES, e + 1);
    *at(c, POLICY__ENTRY_CODES, e) = count_of(c, POLICY__CODE_SCHEME);
    for (; done < end; done++) {
      if (is_replaced(c, items[done], items + first, end - first)) continue;
      put(c, POLICY__CODE_SCHEME, number_of(c, code_at(c, items[done])->scheme));
      put(c, POLICY__CODE_VALUE, number_of(c, code_at(c, items[done])->value));
    }
  }
  if (c->status == POLICY_OK) *at(c, POLICY__ENTRY_CODES, entries) = count_of(c, POLICY__CODE_SCHEME);
}

/* The entry whose id a line gives; POLICY_NONE with the status set where there is none. */
static uint32_t target_of(compiler *c, uint32_t id, uint32_t line, policy_error *error) {
  policy_string text = string_at(c, id)->text;
  uint32_t target = policy__table_find(&c->draft->entry_table, text);
  if (target == POLICY_NONE)
    c->status = policy__fail(error, POLICY_ERROR_FORMAT, 0, "line %u: there is no entry %.80s", line, text.data);
  return target;
}

static policy_status make_links(compiler *c, policy_error *error) {
  uint32_t count = (uint32_t)c->draft->links.count;
  uint32_t *owners = room(c, count, sizeof *owners);
  const policy__draft_link *links = c->draft->links.items;
  for (uint32_t i = 0; owners != NULL && i < count; i++) owners[i] = links[i].entry;
  uint32_t *items = owners != NULL ? group(c, owners, count, POLICY__ENTRY_LINKS) : NULL;
  for (uint32_t i = 0; items != NULL && i < count; i++) {
    const policy__draft_link *link = &links[items[i]];
    uint32_t target = target_of(c, link->target, link->line, error);
    if (target == POLICY_NONE) return c->status;
    put(c, POLICY__LINK_KIND, link->kind);
    put(c, POLICY__LINK_ENTRY, target);
  }
  return c->status;
}

static policy_status make_posts(compiler *c, policy_error *error) {
  uint32_t count = (uint32_t)c->draft->posts.count;
  uint32_t *owners = room(c, count, sizeof *owners);
  const policy__draft_post *posts = c->draft->posts.items;
  for (uint32_t i = 0; owners != NULL && i < count; i++) owners[i] = posts[i].entry;
  uint32_t *items = owners != NULL ? group(c, owners, count, POLICY__ENTRY_POSTS) : NULL;
  for (uint32_t i = 0; items != NULL && i < count; i++) {
    const policy__draft_post *post = &posts[items[i]];
    uint32_t target = target_of(c, post->target, post->line, error);
    if (target == POLICY_NONE) return c->status;
    put(c, POLICY__POST_TITLE, number_of(c, post->title));
    put(c, POLICY__POST_ENTRY, target);
    put(c, POLICY__POST_FROM, number_of(c, post->from));
    put(c, POLICY__POST_TO, number_of(c, post->to));
  }
  return c->status;
}

static int compare_ids(const compiler *c, uint32_t a, uint32_t b) {
  return compare_text(string_at(c, policy__draft_entry_at(c->draft, a)->id)->text,
                      string_at(c, policy__draft_entry_at(c->draft, b)->id)->text);
}

static policy_string shelved(const compiler *c, policy__column column, uint32_t n) {
  return string_at(c, c->order[*at(c, column, n)])->text;
}

static int compare_codes(const compiler *c, uint32_t a, uint32_t b) {
  int difference = compare_text(shelved(c, POLICY__CODE_SCHEME, a), shelved(c, POLICY__CODE_SCHEME, b));
  return difference != 0 ? difference
                         : compare_text(shelved(c, POLICY__CODE_VALUE, a), shelved(c, POLICY__CODE_VALUE, b));
}

static void put_all(compiler *c, policy__column column, const uint32_t *items, uint32_t count) {
  for (uint32_t i = 0; items != NULL && i < count; i++) put(c, column, items[i]);
}

static policy_status make_entries(compiler *c, policy_error *error) {
  uint32_t count = (uint32_t)c->draft->entries.count;
  for (uint32_t i = 0; i < count; i++) {
    const policy__draft_entry *entry = policy__draft_entry_at(c->draft, i);
    put(c, POLICY__ENTRY_ID, number_of(c, entry->id));
    put(c, POLICY__ENTRY_NAME, number_of(c, entry->name));
    put(c, POLICY__ENTRY_KIND, entry->kind);
    put(c, POLICY__ENTRY_SECTOR, number_of(c, entry->sector));
    put(c, POLICY__ENTRY_FROM, number_of(c, entry->from));
    put(c, POLICY__ENTRY_TO, number_of(c, entry->to));
  }
  make_codes(c);
  if (make_links(c, error) != POLICY_OK || make_posts(c, error) != POLICY_OK) return c->status;
  uint32_t readings = count_of(c, POLICY__READING_ENTRY), codes = count_of(c, POLICY__CODE_SCHEME);
  put_all(c, POLICY__READING_BY_ENTRY,
          group(c, c->columns[POLICY__READING_ENTRY].items, readings, POLICY__ENTRY_READINGS), readings);
  uint32_t *ids = numbers(c, count), *values = numbers(c, codes);
  if (ids == NULL || values == NULL) return c->status;
  sort(c, ids, count, compare_ids);
  put_all(c, POLICY__ENTRY_BY_ID, ids, count);
  sort(c, values, codes, compare_codes);
  put_all(c, POLICY__CODE_BY_VALUE, values, codes);
  return c->status;
}

/* ---- the table of beginnings ------------------------------------------------------------------------------
 */

/* The beginnings of a key that end with a word, calling for each by moving `*size` from 0; false behind the
 * whole. */
static bool next_beginning(const policy__draft_string *string, uint32_t *size, uint64_t *hash) {
  uint32_t i = *size;
  if (i == 0) *hash = POLICY__SPELLING_SEED;
  while (i < string->key_size) {
    *hash = policy__spelling_hash(*hash, string->key[i]);
    if (string->key[i++] & POLICY__SYMBOL_LAST) break;
  }
  bool found = *size < string->key_size;
  *size = i;
  return found;
}

/* Puts a beginning into its slot, with the form that it is or none. False when the table is too crowded there.
 */
static bool put_beginning(compiler *c, uint64_t hash, uint32_t form, bool longer) {
  uint64_t mixed = policy__shelf_mix(hash, c->seed);
  uint32_t slot = policy__shelf_slot(mixed, c->slots);
  for (uint32_t probes = 1; probes <= POLICY__PROBES_MOST;
       probes++, slot = slot + 1 < c->slots ? slot + 1 : 0) {
    uint32_t *print = at(c, POLICY__SLOT_PRINT, slot), *value = at(c, POLICY__SLOT_FORM, slot);
    if (*print != 0 && (c->hashes[slot] != hash || (form != POLICY_NONE && *value > 1))) continue;
    c->taken += *print == 0;
    *print = policy__shelf_print(mixed);
    c->hashes[slot] = hash;
    *value |= (form != POLICY_NONE ? (form + 1) * 2 : 0) | longer;
    if (probes > c->probes) c->probes = probes;
    return true;
  }
  return false;
}

/* Fills the table under the current seed. */
static bool fill_slots(compiler *c) {
  memset(c->columns[POLICY__SLOT_PRINT].items, 0, c->slots * sizeof(uint32_t));
  memset(c->columns[POLICY__SLOT_FORM].items, 0, c->slots * sizeof(uint32_t));
  memset(c->hashes, 0, c->slots * sizeof *c->hashes);
  c->probes = 1;
  c->taken = 0;
  for (uint32_t form = 0; form < c->form_count; form++) {
    const policy__draft_string *string = string_at(c, c->order[form]);
    if (*at(c, POLICY__FORM_FLAGS, form) & POLICY__FORM_SAME) continue;
    uint64_t hash = 0;
    for (uint32_t size = 0; next_beginning(string, &size, &hash);) {
      bool whole = size == string->key_size;
      if (!put_beginning(c, hash, whole ? form : POLICY_NONE, !whole)) return false;
    }
  }
  return true;
}

/* Fills the first `slots` of the table under the first seed that will do. */
static void seed_slots(compiler *c, uint32_t slots) {
  if (c->status != POLICY_OK) return;
  c->slots = slots;
  c->columns[POLICY__SLOT_PRINT].count = c->columns[POLICY__SLOT_FORM].count = slots;
  for (c->seed = 1; c->seed <= SEEDS; c->seed++)
    if (fill_slots(c)) return;
  c->status = POLICY_ERROR_LIMIT; /* forms that were made to collide */
}

/* How many beginnings there are shows when they are in a table: then one is made of which two fifths are
   free. */
static void make_slots(compiler *c) {
  uint64_t most = 1, hash = 0;
  for (uint32_t form = 0; form < c->form_count; form++)
    for (uint32_t size = 0; next_beginning(string_at(c, c->order[form]), &size, &hash);) most++;
  if (most * 2 > UINT32_MAX / 8) {
    c->status = POLICY_ERROR_LIMIT;
    return;
  }
  c->hashes = room(c, most * 2, sizeof *c->hashes);
  for (uint64_t i = 0; i < most * 2; i++) {
    put(c, POLICY__SLOT_PRINT, 0);
    put(c, POLICY__SLOT_FORM, 0);
  }
  seed_slots(c, (uint32_t)(most * 2));
  uint32_t slots = c->taken / 3 * 5 + 5;
  if (slots < c->slots) seed_slots(c, slots);
}

static void make_filter(compiler *c) {
  for (uint32_t i = 0; i < POLICY__FILTER_BITS / 8; i++) put(c, POLICY__FILTER, 0);
  for (uint32_t form = 0; form < c->form_count && c->status == POLICY_OK; form++) {
    const policy__draft_string *string = string_at(c, c->order[form]);
    bool capital = (string->key[0] & POLICY__SYMBOL_UPPER) != 0;
    uint64_t letters = 0;
    for (uint32_t i = 0; i < string->key_size && i < POLICY__FILTER_LETTERS; i++) {
      letters |= (uint64_t)((symbol_of(string->key[i]) | 0x20) & 0xFF) << 8 * i;
      if (string->key[i] & POLICY__SYMBOL_LAST) break;
    }
    uint32_t bit = policy__filter_bit(letters);
    put(c, POLICY__FORM_BIT, bit * 2 + capital);
    for (uint32_t variant = bit * 2 + capital; variant <= bit * 2 + 1 && c->status == POLICY_OK; variant++)
      *at(c, POLICY__FILTER, variant / 8) |= 1u << variant % 8;
  }
}

/* ---- packing ----------------------------------------------------------------------------------------------
 */

static void store(unsigned char *to, uint64_t number, uint32_t width) {
  for (uint32_t i = 0; i < width; i++) to[i] = (unsigned char)(number >> 8 * i);
}

static uint32_t width_of(const policy__array *column) {
  uint32_t all = 0;
  for (size_t i = 0; i < column->count; i++) all |= *POLICY__AT(column, uint32_t, i);
  return all < 1u << 8 ? 1 : all < 1u << 16 ? 2 : all < 1u << 24 ? 3 : 4;
}

static void append_column(compiler *c, policy__column n, unsigned char *head, size_t begin,
                          policy_buffer *out) {
  const policy__array *column = &c->columns[n];
  uint32_t width = n == POLICY__STRINGS ? 1 : width_of(column);
  size_t count = n == POLICY__STRINGS ? c->text.size : column->count, offset = out->size - begin;
  if (offset + count * width > UINT32_MAX - POLICY__SHELF_PAD) c->status = POLICY_ERROR_LIMIT;
  if (c->status != POLICY_OK) return;
  store(head + POLICY__SHELF_COLUMNS + 12 * n, offset, 4);
  store(head + POLICY__SHELF_COLUMNS + 12 * n + 4, count, 4);
  store(head + POLICY__SHELF_COLUMNS + 12 * n + 8, width, 4);
  if (n == POLICY__STRINGS) {
    c->status = policy_buffer_append(out, c->text.data, c->text.size);
    return;
  }
  for (size_t i = 0; i < count && c->status == POLICY_OK; i++) {
    unsigned char bytes[4];
    store(bytes, *POLICY__AT(column, uint32_t, i), width);
    c->status = policy_buffer_append(out, bytes, width);
  }
}

static void pack(compiler *c, policy_buffer *out) {
  unsigned char head[POLICY__SHELF_HEAD] = POLICY__SHELF_MAGIC;
  size_t begin = out->size;
  store(head + POLICY__SHELF_SEED, c->seed, 4);
  store(head + POLICY__SHELF_PROBES, c->probes, 4);
  if (c->status == POLICY_OK) c->status = policy_buffer_append(out, head, sizeof head);
  for (uint32_t n = 0; n < POLICY__COLUMNS; n++) append_column(c, (policy__column)n, head, begin, out);
  if (c->status == POLICY_OK) c->status = policy_buffer_append(out, "\0\0\0", POLICY__SHELF_PAD);
  if (c->status != POLICY_OK) return;
  unsigned char *bytes = (unsigned char *)out->data + begin;
  memcpy(bytes, head, sizeof head);
  store(bytes + POLICY__SHELF_SUM, policy__shelf_sum(bytes, out->size - begin), 8);
}

policy_status policy__draft_compile(policy__draft *draft, policy_buffer *buffer, policy_error *error) {
  compiler c = {.draft = draft, .text = {.allocator = *draft->allocator}};
  policy__arena_init(&c.arena, draft->allocator);
  policy__table_init(&c.sets, draft->allocator);
  for (int i = 0; i < POLICY__COLUMNS; i++)
    policy__array_init(&c.columns[i], draft->allocator, sizeof(uint32_t), UINT32_MAX / 8);
  order_strings(&c);
  if (c.status == POLICY_OK) make_readings(&c);
  if (c.status == POLICY_OK) make_slots(&c);
  if (c.status == POLICY_OK) make_filter(&c);
  if (c.status == POLICY_OK && make_entries(&c, error) == POLICY_ERROR_FORMAT) goto end; /* in words already */
  pack(&c, buffer);
  if (c.status != POLICY_OK) policy__fail_plain(error, c.status);
end:
  for (int i = 0; i < POLICY__COLUMNS; i++) policy__array_free(&c.columns[i]);
  policy_buffer_free(&c.text);
  policy__table_free(&c.sets);
  policy__arena_free(&c.arena);
  return c.status;
}
