/* The caller's own entries as actors: found after all others, of which they take the place where both name the
 * same. */
#include "extract/own.h"

#include <string.h>

/* A place that an own entry names, or that is its longer name of something else. */
typedef struct own_place {
  policy_span span;
  uint32_t entry; /* NONE: nobody is named here */
  policy_form_use use;
} own_place;

typedef struct own_search {
  policy__actor_step *step;
  policy__array places; /* of own_place, in the order of the text */
  uint32_t *actors;     /* by entry: its actor, or NONE */
} own_search;

policy_mention_form policy__form_of_use(policy_form_use use) {
  switch (use) {
  case POLICY_FORM_ACRONYM: return POLICY_MENTION_ACRONYM;
  case POLICY_FORM_DEMONYM: return POLICY_MENTION_DEMONYM;
  case POLICY_FORM_CAPITAL:
  case POLICY_FORM_SEAT: return POLICY_MENTION_CAPITAL;
  case POLICY_FORM_REGIME:
  case POLICY_FORM_GROUP: return POLICY_MENTION_DESCRIPTOR;
  default: return POLICY_MENTION_NAME;
  }
}

/* ---- finding ----------------------------------------------------------------------------------------------
 */

/* Of the readings of a match the one whose entry the document has named before; else the first. "The North"
   names only who was named before. */
static own_place choose(const own_search *search, policy_matcher *matcher, policy_match match) {
  own_place place = {{(uint32_t)match.begin, (uint32_t)match.end}, POLICY_NONE, match.use};
  do {
    if (match.use == POLICY_FORM_LONGER) continue;
    bool named = search->actors[match.entry.id] != POLICY_NONE;
    if (named || (place.entry == POLICY_NONE && match.use != POLICY_FORM_HALF))
      place.entry = match.entry.id, place.use = match.use;
    if (named) break;
  } while (policy_matcher_other(matcher, &match));
  return place;
}

bool policy__is_in_sentence(const policy__actor_step *step, policy_span span, size_t *at) {
  for (; *at < step->sentences.count; ++*at) {
    const policy__sentence_words *sentence = POLICY__AT(&step->sentences, policy__sentence_words, *at);
    if (sentence->first == sentence->end) continue;
    if (policy__step_term(step, sentence->end - 1)->span.end <= span.begin) continue;
    return policy__step_term(step, sentence->first)->span.begin <= span.begin &&
           span.end <= policy__step_term(step, sentence->end - 1)->span.end;
  }
  return false;
}

static policy_status find_places(own_search *search, const policy_gazetteer *gazetteer) {
  policy__actor_step *step = search->step;
  policy_matcher_options options = POLICY_MATCHER_OPTIONS_INIT;
  policy_status status = POLICY_OK;
  size_t sentence = 0;
  options.allocator = step->allocator;
  options.longer = true;
  policy_matcher *matcher = policy_matcher_new(gazetteer, step->text.data, step->text.size, &options, NULL);
  if (matcher == NULL) return POLICY_ERROR_NO_MEMORY;
  for (policy_match match; status == POLICY_OK && policy_matcher_next(matcher, &match);) {
    own_place place = choose(search, matcher, match);
    if (!policy__is_in_sentence(step, place.span, &sentence)) continue;
    if (place.entry == POLICY_NONE && match.use != POLICY_FORM_LONGER) continue;
    if (place.entry != POLICY_NONE) search->actors[place.entry] = 0; /* named; the actor comes later */
    own_place *item = policy__array_push(&search->places, &status);
    if (item != NULL) *item = place;
  }
  policy_matcher_free(matcher);
  return status;
}

/* ---- taking the places ------------------------------------------------------------------------------------
 */

/* The first place that ends behind a byte; the places do not overlap. */
static size_t first_behind(const own_search *search, uint32_t byte) {
  size_t low = 0, high = search->places.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (POLICY__AT(&search->places, own_place, middle)->span.end <= byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Whether an own entry names what another actor's mention does: then that actor is the entry's, if it is of its
   kind or was known by its shape alone. */
static void adopt(const own_search *search, const policy_gazetteer *gazetteer, const own_place *place,
                  uint32_t actor) {
  const policy__actor_item *item = POLICY__AT(&search->step->actors, policy__actor_item, actor);
  if (place->entry == POLICY_NONE || search->actors[place->entry] != POLICY_NONE) return;
  if (item->entry.gazetteer == gazetteer) return;
  bool unknown = item->gazetteer == 0 && item->entry.gazetteer == NULL;
  if (unknown || item->kind == policy_entry_kind(policy_gazetteer_entry(gazetteer, place->entry)))
    search->actors[place->entry] = actor;
}

/* Whether the mention has to go: it is a place's own, or inside one, or overlaps it; one around places stays.
 */
static bool gives_way(const own_search *search, const policy_gazetteer *gazetteer, const policy__spot *spot) {
  size_t n = first_behind(search, spot->span.begin);
  for (; n < search->places.count; n++) {
    const own_place *place = POLICY__AT(&search->places, own_place, n);
    if (place->span.begin >= spot->span.end) return false;
    bool same = place->span.begin == spot->span.begin && place->span.end == spot->span.end;
    if (same) adopt(search, gazetteer, place, spot->actor);
    bool around = spot->span.begin <= place->span.begin && place->span.end <= spot->span.end;
    if (same || !around) return true;
    if (place->span.end == spot->span.end) return false;
  }
  return false;
}

static void give_way(const own_search *search, const policy_gazetteer *gazetteer) {
  policy__array *spots = &search->step->spots;
  size_t kept = 0;
  for (size_t i = 0; i < spots->count; i++) {
    policy__spot *spot = POLICY__AT(spots, policy__spot, i);
    if (!gives_way(search, gazetteer, spot)) *POLICY__AT(spots, policy__spot, kept++) = *spot;
  }
  spots->count = kept;
}

/* The actor of an entry: the one that it has taken over, or a new one. */
static policy_status actor_of(own_search *search, const policy_gazetteer *gazetteer, uint32_t entry,
                              uint32_t *actor) {
  policy_entry own = policy_gazetteer_entry(gazetteer, entry);
  *actor = search->actors[entry];
  if (*actor == POLICY_NONE) {
    policy_status status =
        policy__step_add(search->step, policy_entry_name(own), policy_entry_kind(own), actor);
    if (status != POLICY_OK) return status;
    search->actors[entry] = *actor;
  }
  policy__actor_item *item = POLICY__AT(&search->step->actors, policy__actor_item, *actor);
  item->entry = own;
  item->name = policy_entry_name(own);
  item->kind = policy_entry_kind(own);
  return POLICY_OK;
}

static policy_status take_places(own_search *search, const policy_gazetteer *gazetteer) {
  for (size_t i = 0; i < search->places.count; i++) {
    const own_place *place = POLICY__AT(&search->places, own_place, i);
    uint32_t actor = 0;
    if (place->entry == POLICY_NONE) continue;
    policy_status status = actor_of(search, gazetteer, place->entry, &actor);
    policy__spot *spot = status == POLICY_OK ? policy__array_push(&search->step->spots, &status) : NULL;
    if (spot == NULL) return status;
    *spot = (policy__spot){place->span, actor, (uint32_t)policy__form_of_use(place->use)};
  }
  return POLICY_OK;
}

policy_status policy__own_find(policy__actor_step *step, const policy_gazetteer *gazetteer) {
  uint32_t count = policy_gazetteer_entry_count(gazetteer);
  own_search search = {.step = step};
  if (count == 0) return POLICY_OK;
  search.actors = policy__arena_array(&step->arena, count, sizeof *search.actors);
  if (search.actors == NULL) return POLICY_ERROR_NO_MEMORY;
  memset(search.actors, 0xFF, count * sizeof *search.actors);
  policy__array_init(&search.places, step->allocator, sizeof(own_place), UINT32_MAX - 1);
  policy_status status = find_places(&search, gazetteer);
  memset(search.actors, 0xFF, count * sizeof *search.actors);
  if (status == POLICY_OK) give_way(&search, gazetteer);
  if (status == POLICY_OK) status = take_places(&search, gazetteer);
  policy__array_free(&search.places);
  return status;
}
