/* The entries of the library's own gazetteer as actors. */
#include "extract/known.h"

#include "extract/own.h"

/* ---- finding -------------------------------------------------------------------------------------------- */

/* The word that begins at a byte, and the one that ends there; POLICY_NONE: none. */
static uint32_t word_at(const policy__actor_step *step, uint32_t byte) {
  uint32_t low = 0, high = (uint32_t)step->words.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (policy__step_term(step, middle)->span.begin < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low < step->words.count && policy__step_term(step, low)->span.begin == byte ? low : POLICY_NONE;
}

static bool find_words(const policy__actor_step *step, policy__known_place *place) {
  place->first = word_at(step, place->span.begin);
  if (place->first == POLICY_NONE) return false;
  place->end = place->first;
  while (place->end < step->words.count && policy__step_term(step, place->end)->span.end <= place->span.end)
    place->end++;
  if (policy__step_is(step, place->first, "the")) place->first++;
  if (place->end <= place->first) return false;
  place->span.begin = policy__step_term(step, place->first)->span.begin;
  place->span.end =
      policy__step_term(step, place->end - 1)->span.end; /* a stop behind it may be the sentence's */
  return true;
}

/* States that have a code, and regions, are the constant tables'; cities, seats and roles are found by what
   stands beside them. */
static bool is_wanted(policy_match match) {
  policy_actor_kind kind = policy_entry_kind(match.entry);
  if (kind == POLICY_ACTOR_OTHER || (kind == POLICY_ACTOR_STATE && policy_entry_code_count(match.entry) > 0))
    return false;
  return match.use == POLICY_FORM_NAME || match.use == POLICY_FORM_ACRONYM;
}

static policy_status add_readings(policy__known_search *search, policy_matcher *matcher, policy_match match,
                                  policy__known_place *place) {
  policy_status status = POLICY_OK;
  place->reading = (uint32_t)search->readings.count;
  do {
    place->doubtful |= match.use == POLICY_FORM_LONGER;
    if (!is_wanted(match)) continue;
    policy__reading *reading = policy__array_push(&search->readings, &status);
    if (reading == NULL) return status;
    *reading = (policy__reading){match.entry.id, match.use};
    place->count++;
  } while (policy_matcher_other(matcher, &match));
  return status;
}

static policy_status find_places(policy__known_search *search) {
  policy__actor_step *step = search->step;
  policy_matcher_options options = POLICY_MATCHER_OPTIONS_INIT;
  policy_status status = POLICY_OK;
  size_t sentence = 0;
  options.allocator = step->allocator;
  options.languages = "en";
  options.longer = true; /* hides what is inside, and makes doubtful what is the same */
  policy_matcher *matcher =
      policy_matcher_new(search->gazetteer, step->text.data, step->text.size, &options, NULL);
  if (matcher == NULL) return POLICY_ERROR_NO_MEMORY;
  for (policy_match match; status == POLICY_OK && policy_matcher_next(matcher, &match);) {
    policy__known_place place = {.span = {(uint32_t)match.begin, (uint32_t)match.end}};
    place.same = place.around = place.titled = place.entry = POLICY_NONE;
    status = add_readings(search, matcher, match, &place);
    if (status != POLICY_OK || place.count == 0 || !find_words(step, &place)) continue;
    if (!policy__is_in_sentence(step, place.span, &sentence)) continue;
    place.shouted = POLICY__AT(&step->sentences, policy__sentence_words, sentence)->shouted;
    policy__known_place *item = policy__array_push(&search->places, &status);
    if (item != NULL) *item = place;
  }
  policy_matcher_free(matcher);
  return status;
}

/* ---- what was found before ------------------------------------------------------------------------------- */

static policy__actor_item *actor_at(const policy__known_search *search, uint32_t actor) {
  return POLICY__AT(&search->step->actors, policy__actor_item, actor);
}

static policy__known_place *place_at(const policy__known_search *search, size_t n) {
  return POLICY__AT(&search->places, policy__known_place, n);
}

/* The first place that ends behind a byte. */
static size_t first_behind(const policy__known_search *search, uint32_t byte) {
  size_t low = 0, high = search->places.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (place_at(search, middle)->span.end <= byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Whether the words around a place are a post or a group of what it names. */
static bool is_lent(const policy__actor_step *step, const policy__known_place *place, policy_span around) {
  uint32_t group = POLICY__CLASS_GROUP | POLICY__CLASS_ROLE_WORD, before = place->first;
  if (around.end == place->span.end) {
    if (before > 0 && policy__step_is(step, before - 1, "the")) before--;
    return before > 0 && policy__step_is(step, before - 1, "of");
  }
  uint32_t last = place->end;
  while (last + 1 < step->words.count && policy__step_term(step, last + 1)->span.end <= around.end) last++;
  return around.begin == place->span.begin && (policy__step_classes(step, last) & group) != 0;
}

/* Whether an actor's mention is the place with a title before it, or "-led", "-backed". */
static bool is_within(const policy__actor_step *step, const policy__known_place *place,
                      const policy__spot *spot, const policy__actor_item *item) {
  if (place->span.end != spot->span.end) return false;
  bool led = item->gazetteer == 0 && place->end - place->first > 2 &&
             policy__step_is_small(step, place->first - 1) &&
             !(policy__step_classes(step, place->first - 1) & POLICY__CLASS_FUNCTION);
  return item->kind == POLICY_ACTOR_PERSON || led;
}

static void note_spot(policy__known_search *search, const policy__spot *spot) {
  const policy__actor_item *item = actor_at(search, spot->actor);
  for (size_t n = first_behind(search, spot->span.begin); n < search->places.count; n++) {
    policy__known_place *place = place_at(search, n);
    if (place->span.begin >= spot->span.end) return;
    bool begins = spot->span.begin <= place->span.begin, ends = place->span.end <= spot->span.end;
    bool within = place->span.begin <= spot->span.begin && spot->span.end <= place->span.end;
    if (begins && ends && within)
      place->same = spot->actor;
    else if (begins && ends && is_within(search->step, place, spot, item))
      place->titled = spot->actor;
    else if (begins && ends)
      place->around = spot->actor, place->lends = is_lent(search->step, place, spot->span);
    else if (!within)
      place->crossed = true;
  }
}

/* The states of the document, by their entries. */
static void note_states(policy__known_search *search) {
  policy__actor_step *step = search->step;
  for (size_t i = 0; i < step->actors.count; i++) {
    const policy__actor_item *item = actor_at(search, (uint32_t)i);
    if (item->kind != POLICY_ACTOR_STATE || item->gazetteer == 0) continue;
    const policy__gazetteer_actor *state = &policy__gazetteer_actors[item->gazetteer];
    for (uint32_t n = 0; n < state->code_count; n++) {
      policy_entry entry =
          policy_gazetteer_find_code(search->gazetteer, state->codes[n].scheme, state->codes[n].value);
      if (entry.gazetteer != NULL) search->states[entry.id] = (uint32_t)i;
    }
  }
}

static policy_status note_spots(policy__known_search *search) {
  policy__actor_step *step = search->step;
  uint32_t *counts = policy__arena_array(&step->arena, step->actors.count + 1, sizeof *counts);
  if (counts == NULL) return POLICY_ERROR_NO_MEMORY;
  for (size_t i = 0; i < step->spots.count; i++) {
    const policy__spot *spot = POLICY__AT(&step->spots, policy__spot, i);
    note_spot(search, spot);
    counts[spot->actor]++;
  }
  uint32_t count = policy_gazetteer_entry_count(search->gazetteer);
  for (uint32_t n = 0; n < count; n++) {
    if (search->states[n] == POLICY_NONE) continue;
    search->weights[n] = counts[search->states[n]];
    if (search->weights[n] > search->most) search->most = search->weights[n];
  }
  return POLICY_OK;
}

/* ---- taking over ----------------------------------------------------------------------------------------- */

void policy__known_become(const policy__known_search *search, uint32_t actor, uint32_t entry) {
  policy__actor_item *item = actor_at(search, actor);
  item->entry = policy_gazetteer_entry(search->gazetteer, entry);
  item->name = policy_entry_name(item->entry);
  item->kind = policy_entry_kind(item->entry);
}

/* Whether an actor of the constant tables is another than the entry, which only has an acronym of it. */
static bool is_other(const policy__known_search *search, const policy__known_place *place) {
  const policy__actor_item *item = actor_at(search, place->same);
  policy_entry entry = policy_gazetteer_entry(search->gazetteer, place->entry);
  return item->gazetteer != 0 && !policy__entry_is_called(entry, item->name, false);
}

/* The actor found by the place's words, or by a title before them, becomes the entry's; where the entry has one
   already, the two are one: `aliases` leads from the other to it. */
static void adopt(policy__known_search *search, policy__known_place *place, uint32_t *aliases) {
  uint32_t actor = place->same != POLICY_NONE ? place->same : place->titled,
           *held = &search->actors[place->entry];
  if (actor == POLICY_NONE || (place->same != POLICY_NONE && is_other(search, place))) {
    place->taken = true;
    return;
  }
  if (actor_at(search, actor)->entry.gazetteer != NULL) return;
  if (*held == POLICY_NONE) {
    *held = actor;
    policy__known_become(search, actor, place->entry);
  } else if (*held != actor) {
    aliases[actor] = *held;
    actor_at(search, actor)->entry = actor_at(search, *held)->entry;
  }
}

/* Inside the name of a post or a group: whose it is. */
static void lend(const policy__known_search *search, const policy__known_place *place) {
  policy__actor_item *item = actor_at(search, place->around);
  if (!place->lends || item->gazetteer != 0 || item->entry.gazetteer != NULL || item->body.gazetteer != NULL)
    return;
  item->body = policy_gazetteer_entry(search->gazetteer, place->entry);
}

/* Drops what lies inside of taken places, but for states, and mentions of an actor that is another's alias
   become its. */
static void give_way(const policy__known_search *search, const uint32_t *aliases) {
  policy__array *spots = &search->step->spots;
  size_t kept = 0;
  for (size_t i = 0; i < spots->count; i++) {
    policy__spot *spot = POLICY__AT(spots, policy__spot, i);
    size_t n = first_behind(search, spot->span.begin);
    const policy__known_place *place = n < search->places.count ? place_at(search, n) : NULL;
    bool inside = place != NULL && place->taken && place->span.begin <= spot->span.begin &&
                  spot->span.end <= place->span.end;
    if (inside && actor_at(search, spot->actor)->kind != POLICY_ACTOR_STATE) continue;
    if (aliases[spot->actor] != POLICY_NONE) spot->actor = aliases[spot->actor];
    *POLICY__AT(spots, policy__spot, kept++) = *spot;
  }
  spots->count = kept;
}

static policy_status take(policy__known_search *search, const policy__known_place *place) {
  uint32_t *actor = &search->actors[place->entry];
  policy_status status = POLICY_OK;
  if (*actor == POLICY_NONE) {
    policy_string name = policy_entry_name(policy_gazetteer_entry(search->gazetteer, place->entry));
    status = policy__step_add(search->step, name, POLICY_ACTOR_OTHER, actor);
    if (status != POLICY_OK) return status;
    policy__known_become(search, *actor, place->entry);
  }
  policy_mention_form form = policy__form_of_use(place->use);
  return policy__step_mention(search->step, *actor, place->first, place->end, form);
}

/* The entry whose state or body is that of an actor: the one whose post a person holds. */
static policy_entry affiliation(const policy__known_search *search, policy_entry entry) {
  if (policy_entry_kind(entry) != POLICY_ACTOR_PERSON) return entry;
  policy__held_post post = policy__post_at(entry, search->date);
  return post.now ? post.body : (policy_entry){NULL, POLICY_NONE};
}

void policy__known_own(const policy__known_search *search, uint32_t number, policy_span words) {
  uint32_t actor = search->actors[number], owner = POLICY_NONE;
  policy__actor_item *item = actor_at(search, actor);
  if (item->owner != POLICY_NONE) return;
  policy_entry entry = affiliation(search, policy_gazetteer_entry(search->gazetteer, number));
  if (entry.gazetteer == NULL) return;
  if (entry.id != number) owner = search->actors[entry.id];
  policy_entry state = policy__entry_state(entry);
  if (owner == POLICY_NONE && state.gazetteer != NULL) owner = search->states[state.id];
  for (uint32_t n = 0; owner == POLICY_NONE && n < policy_entry_link_count(entry); n++) {
    uint32_t whole = policy_entry_link(entry, n).id;
    if (policy_entry_link_kind(entry, n) != POLICY_LINK_PART_OF) continue;
    owner = search->states[whole] != POLICY_NONE ? search->states[whole] : search->actors[whole];
  }
  if (owner == actor) return;
  item->owner = owner;
  item->owned = words;
}

static policy_status take_over(policy__known_search *search) {
  policy__actor_step *step = search->step;
  size_t count = step->actors.count;
  uint32_t *aliases = policy__arena_array(&step->arena, count + 1, sizeof *aliases);
  policy_status status = aliases != NULL ? POLICY_OK : POLICY_ERROR_NO_MEMORY;
  for (size_t i = 0; status == POLICY_OK && i < count; i++) aliases[i] = POLICY_NONE;
  for (size_t i = 0; status == POLICY_OK && i < search->places.count; i++) {
    policy__known_place *place = place_at(search, i);
    policy__known_choose(search, place);
    if (place->entry == POLICY_NONE) continue;
    if (place->same == POLICY_NONE && place->titled == POLICY_NONE && place->around != POLICY_NONE)
      lend(search, place), place->entry = POLICY_NONE;
    else
      adopt(search, place, aliases);
  }
  if (status == POLICY_OK) give_way(search, aliases);
  for (size_t i = 0; status == POLICY_OK && i < search->places.count; i++)
    if (place_at(search, i)->taken) status = take(search, place_at(search, i));
  for (size_t i = 0; status == POLICY_OK && i < search->places.count; i++)
    if (place_at(search, i)->entry != POLICY_NONE)
      policy__known_own(search, place_at(search, i)->entry, place_at(search, i)->span);
  return status == POLICY_OK ? policy__officials_find(search) : status;
}

/* ---- the search ----------------------------------------------------------------------------------------- */

static policy_status begin(policy__known_search *search) {
  policy__actor_step *step = search->step;
  uint32_t count = policy_gazetteer_entry_count(search->gazetteer);
  search->actors = policy__arena_array(&step->arena, count, sizeof *search->actors);
  search->states = policy__arena_array(&step->arena, count, sizeof *search->states);
  search->weights = policy__arena_array(&step->arena, count, sizeof *search->weights);
  search->named = policy__arena_array(&step->arena, count, 1);
  if (search->actors == NULL || search->states == NULL || search->weights == NULL || search->named == NULL)
    return POLICY_ERROR_NO_MEMORY;
  memset(search->actors, 0xFF, count * sizeof *search->actors);
  memset(search->states, 0xFF, count * sizeof *search->states);
  search->date = policy_document_date(step->document);
  return POLICY_OK;
}

policy_status policy__known_find(policy__actor_step *step) {
  policy__known_search search = {.step = step, .gazetteer = policy_gazetteer_builtin()};
  policy__array_init(&search.places, step->allocator, sizeof(policy__known_place), UINT32_MAX - 1);
  policy__array_init(&search.readings, step->allocator, sizeof(policy__reading), UINT32_MAX - 1);
  policy_status status = begin(&search);
  if (status == POLICY_OK) status = find_places(&search);
  if (status == POLICY_OK) {
    note_states(&search);
    status = note_spots(&search);
  }
  if (status == POLICY_OK) {
    policy__known_note(&search);
    status = take_over(&search);
  }
  policy__array_free(&search.places);
  policy__array_free(&search.readings);
  return status;
}
