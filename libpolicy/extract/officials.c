/* Who holds which post: from the entries of persons, at the date of the document. */
#include "extract/known.h"

/* ---- posts ---------------------------------------------------------------------------------------------- */

policy__held_post policy__post_at(policy_entry person, policy_string date) {
  policy__held_post held = {{NULL, POLICY_NONE}, false};
  uint32_t count = policy_entry_post_count(person);
  for (uint32_t n = 0; n < count; n++) {
    policy_string from = policy_entry_post_from(person, n), to = policy_entry_post_to(person, n);
    bool is_held = date.size == 0 || policy__date_is_within(date, from, to);
    bool is_over = !policy__date_is_within(date, (policy_string){"", 0}, to);
    if (is_held || (is_over && !held.now)) held = (policy__held_post){policy_entry_post(person, n), is_held};
  }
  return held;
}

/* ---- a title and a surname ------------------------------------------------------------------------------ */

/* Persons by the words that their names end with, or begin with where the family comes first. */
typedef struct surnames {
  const policy__known_search *search;
  policy__table first; /* a person by surname */
  uint32_t *next;      /* by person, twice: the next with this last word, and with this first word */
  bool is_filled;
} surnames;

enum { FOLDED = 64 };

static policy_string fold(policy_string word, char *folded) {
  size_t size = policy__terms_fold(word, folded, FOLDED);
  return (policy_string){folded, size < FOLDED ? size : FOLDED};
}

static policy_string last_word(policy_string name) {
  size_t at = name.size;
  while (at > 0 && name.data[at - 1] != ' ') at--;
  return (policy_string){name.data + at, name.size - at};
}

static policy_string first_word(policy_string name) {
  size_t size = 0;
  while (size < name.size && name.data[size] != ' ') size++;
  return (policy_string){name.data, size};
}

/* Whether the names of a state's people begin with that of the family. */
static bool is_family_first(policy_entry person) {
  static const char *const states[] = {"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "SGP"};
  policy_string code = policy_entry_code(policy__entry_state(policy_entry_post(person, 0)), "iso3166-1");
  for (size_t i = 0; i < sizeof states / sizeof *states; i++)
    if (strcmp(code.data, states[i]) == 0) return true;
  return false;
}

static policy_status add(surnames *all, policy_string word, uint32_t number) {
  char folded[FOLDED];
  policy_string key = fold(word, folded), kept;
  uint32_t before = policy__table_find(&all->first, key);
  all->next[number] = POLICY_NONE;
  if (before != POLICY_NONE) { /* behind the first, whose place in the table it leaves alone */
    all->next[number] = all->next[before];
    all->next[before] = number;
    return POLICY_OK;
  }
  if (!policy__arena_string(&all->search->step->arena, key, &kept)) return POLICY_ERROR_NO_MEMORY;
  return policy__table_add(&all->first, kept, number);
}

static policy_status fill(surnames *all) {
  uint32_t count = policy_gazetteer_entry_count(all->search->gazetteer);
  all->next = policy__arena_array(&all->search->step->arena, 2 * (size_t)count, sizeof *all->next);
  policy_status status = all->next != NULL ? POLICY_OK : POLICY_ERROR_NO_MEMORY;
  all->is_filled = true;
  for (uint32_t n = 0; n < count && status == POLICY_OK; n++) {
    policy_entry person = policy_gazetteer_entry(all->search->gazetteer, n);
    if (policy_entry_kind(person) != POLICY_ACTOR_PERSON) continue;
    policy_string name = policy_entry_name(person);
    status = add(all, last_word(name), 2 * n);
    if (status == POLICY_OK && is_family_first(person)) status = add(all, first_word(name), 2 * n + 1);
  }
  return status;
}

/* Whether the person's name ends, or with `first` begins, with these words. */
static bool has_part(policy_entry person, policy_string part, bool first) {
  policy_string name = policy_entry_name(person);
  if (part.size >= name.size) return false;
  size_t at = first ? 0 : name.size - part.size;
  char edge = first ? name.data[part.size] : name.data[at - 1];
  char a[FOLDED], b[FOLDED];
  policy_string x = fold((policy_string){name.data + at, part.size}, a), y = fold(part, b);
  return edge == ' ' && x.size == y.size && memcmp(x.data, y.data, x.size) == 0;
}

static bool contains(policy_string text, policy_string word) {
  for (size_t at = 0; word.size > 0 && at + word.size <= text.size; at++)
    if (memcmp(text.data + at, word.data, word.size) == 0) return true;
  return false;
}

/* The beginning of the post that the words before a name tell of, if the person may be meant; else "". */
static policy_string begun(const surnames *all, policy_entry person, policy_string titles) {
  const policy__known_search *search = all->search;
  policy_string found = {"", 0};
  for (uint32_t n = 0; n < policy_entry_post_count(person); n++) {
    policy_string from = policy_entry_post_from(person, n), to = policy_entry_post_to(person, n);
    if (!contains(titles, last_word(policy_entry_post_title(person, n)))) continue;
    if (search->date.size > 0 && !policy__date_is_within(search->date, from, to)) continue;
    policy_entry body = policy_entry_post(person, n), state = policy__entry_state(body);
    bool is_present = search->actors[body.id] != POLICY_NONE ||
                      (state.gazetteer != NULL && search->states[state.id] != POLICY_NONE);
    if (is_present || search->date.size > 0) found = from;
  }
  return found;
}

/* The one of those with this surname who came to the post last. */
static uint32_t find(const surnames *all, policy_string name, policy_string titles) {
  char folded[FOLDED];
  uint32_t best = POLICY_NONE;
  policy_string latest = {"", 0};
  for (uint32_t at = policy__table_find(&all->first, fold(last_word(name), folded)); at != POLICY_NONE;
       at = all->next[at]) {
    policy_entry person = policy_gazetteer_entry(all->search->gazetteer, at / 2);
    if (!has_part(person, name, at % 2 != 0)) continue;
    policy_string from = begun(all, person, titles);
    if (from.size == 0 || strcmp(from.data, latest.data) <= 0) continue;
    latest = from;
    best = person.id;
  }
  return best;
}

/* The titles before a name in its mention: "President |Ash". */
static policy_string titles_of(const policy__actor_step *step, const policy__spot *spot,
                               const policy__actor_item *item) {
  policy_string text = {step->text.data + spot->span.begin, spot->span.end - spot->span.begin};
  if (text.size <= item->name.size) return (policy_string){"", 0};
  text.size -= item->name.size;
  return memcmp(text.data + text.size, item->name.data, item->name.size) == 0 ? text : (policy_string){"", 0};
}

policy_status policy__officials_find(policy__known_search *search) {
  policy__actor_step *step = search->step;
  surnames all = {.search = search};
  policy_status status = POLICY_OK;
  policy__table_init(&all.first, step->allocator);
  for (size_t i = 0; i < step->spots.count && status == POLICY_OK; i++) {
    const policy__spot *spot = POLICY__AT(&step->spots, policy__spot, i);
    policy__actor_item *item = POLICY__AT(&step->actors, policy__actor_item, spot->actor);
    if (item->kind != POLICY_ACTOR_PERSON || item->entry.gazetteer != NULL) continue;
    policy_string titles = titles_of(step, spot, item);
    if (titles.size == 0) continue;
    if (!all.is_filled) status = fill(&all);
    uint32_t entry = status == POLICY_OK ? find(&all, item->name, titles) : POLICY_NONE;
    if (entry == POLICY_NONE || search->actors[entry] != POLICY_NONE) continue;
    policy__known_become(search, spot->actor, entry);
    search->actors[entry] = spot->actor;
    policy__known_own(search, entry, spot->span);
  }
  policy__table_free(&all.first);
  return status;
}
