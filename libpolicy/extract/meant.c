/* Which entry of the library's gazetteer a name means in its document. */
#include <string.h>

#include "extract/known.h"

enum { CHAIN = 6 }; /* links from a body to its state */

/* ---- entries -------------------------------------------------------------------------------------------- */

static policy_entry linked(policy_entry entry, policy_link_kind kind) {
  uint32_t count = policy_entry_link_count(entry);
  for (uint32_t n = 0; n < count; n++)
    if (policy_entry_link_kind(entry, n) == kind) return policy_entry_link(entry, n);
  return (policy_entry){NULL, POLICY_NONE};
}

policy_entry policy__entry_state(policy_entry entry) {
  for (int depth = 0; depth < CHAIN && entry.gazetteer != NULL; depth++) {
    if (policy_entry_kind(entry) == POLICY_ACTOR_STATE) return entry;
    policy_string state = policy_entry_code(entry, "state");
    policy_entry next = policy_gazetteer_find(entry.gazetteer, state.data);
    if (next.gazetteer == NULL) next = linked(entry, POLICY_LINK_GOVERNMENT_OF);
    entry = next.gazetteer != NULL ? next : linked(entry, POLICY_LINK_PART_OF);
  }
  return (policy_entry){NULL, POLICY_NONE};
}

static char plain(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool policy__entry_is_called(policy_entry entry, policy_string name, bool exactly) {
  uint32_t count = policy_entry_form_count(entry);
  for (uint32_t n = 0; n < count; n++) {
    policy_string form = policy_entry_form(entry, n);
    size_t at = 0;
    if (form.size != name.size) continue;
    while (at < name.size &&
           (exactly ? form.data[at] == name.data[at] : plain(form.data[at]) == plain(name.data[at])))
      at++;
    if (at == name.size) return true;
  }
  return false;
}

/* Less, equal or greater, as far as the shorter date tells. */
static int compare_dates(policy_string a, policy_string b) {
  return memcmp(a.data, b.data, a.size < b.size ? a.size : b.size);
}

bool policy__date_is_within(policy_string date, policy_string from, policy_string to) {
  return compare_dates(from, date) <= 0 && compare_dates(date, to) <= 0;
}

/* Whether it exists at the document's date, or now where the document has none. */
static bool is_current(const policy__known_search *search, policy_entry entry) {
  policy_string to = policy_entry_to(entry);
  if (search->date.size == 0) return to.size == 0;
  return policy__date_is_within(search->date, policy_entry_from(entry), to);
}

/* ---- readings ------------------------------------------------------------------------------------------- */

static policy_entry entry_of(const policy__known_search *search, const policy__known_place *place, uint32_t n) {
  uint32_t entry = POLICY__AT(&search->readings, policy__reading, place->reading + n)->entry;
  return policy_gazetteer_entry(search->gazetteer, entry);
}

/* What speaks for a reading. */
typedef enum evidence {
  PRESENT = 1, /* its state is in the document */
  MAJOR = 2,   /* and often so */
  CURRENT = 8,
  NAMED = 16 /* it is named in full elsewhere */
} evidence;

static unsigned evidence_for(const policy__known_search *search, const policy__known_place *place,
                             policy_entry entry) {
  enum { SHARE = 3 };
  bool itself = place->count == 1 && place->end - place->first > 1;
  unsigned found = search->named[entry.id] && !itself ? NAMED : 0;
  if (is_current(search, entry)) found |= CURRENT;
  policy_entry state = policy__entry_state(entry);
  uint32_t weight = state.gazetteer != NULL ? search->weights[state.id] : 0;
  if (weight > 0) found |= PRESENT;
  if (weight * SHARE >= search->most && weight > 0) found |= MAJOR;
  return found;
}

/* Whether words beside the name give it to another state than the entry's: "the Israeli Supreme Court". */
static bool is_anothers(const policy__known_search *search, const policy__known_place *place,
                        policy_entry entry) {
  if (place->same == POLICY_NONE) return false;
  uint32_t owner = POLICY__AT(&search->step->actors, policy__actor_item, place->same)->owner;
  policy_entry state = policy__entry_state(entry);
  return owner != POLICY_NONE && state.gazetteer != NULL && search->states[state.id] != owner;
}

/* ---- safety --------------------------------------------------------------------------------------------- */

static bool is_acronym(const policy__known_search *search, const policy__known_place *place) {
  return place->end - place->first == 1 &&
         (policy__step_term(search->step, place->first)->shape & POLICY__SHAPE_ALL_CAPITALS) != 0;
}

/* Made of words that other bodies have in their names, too: "National Security Council". */
static bool is_generic(const policy__known_search *search, const policy__known_place *place) {
  uint32_t length;
  for (uint32_t n = place->first; n < place->end; n++) {
    if (policy__state_named(search->step, n, place->end, &length) != NULL) return false;
    if ((policy__step_classes(search->step, n) & ~(uint32_t)POLICY__CLASS_GIVEN_NAME) == 0 &&
        policy__step_term(search->step, n)->sign == 0)
      return false;
  }
  return true;
}

/* What the tagger says of just these words; NULL: nothing. */
static const policy__name_span *tagged(const policy__actor_step *step, const policy__known_place *place) {
  size_t low = 0, high = step->names.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (POLICY__AT(&step->names, policy__name_span, middle)->first < place->first)
      low = middle + 1;
    else
      high = middle;
  }
  const policy__name_span *name = POLICY__AT(&step->names, policy__name_span, low);
  return low < step->names.count && name->first == place->first && name->end == place->end ? name : NULL;
}

/* Joined to what stands beside it: "S/RES", "F-16". */
static bool is_joined(const policy__actor_step *step, const policy__known_place *place) {
  uint32_t before = place->first - 1, after = place->end;
  bool tight = !(policy__step_term(step, place->first)->shape & (POLICY__SHAPE_SPACED | POLICY__SHAPE_FIRST));
  uint32_t sign = place->first > 0 && tight ? policy__step_term(step, before)->sign : 0;
  if (sign == '/' || sign == '-' || sign == '.' || sign == '_' || sign == '@') return true;
  if (after >= step->words.count || (policy__step_term(step, after)->shape & POLICY__SHAPE_SPACED))
    return false;
  sign = policy__step_term(step, after)->sign;
  return sign == '/' || sign == '_' || sign == '@' ||
         (sign == '-' && (policy__step_term(step, after + 1 < step->words.count ? after + 1 : after)->shape &
                          POLICY__SHAPE_NUMBER));
}

/* Whether an acronym is written as one: "COE", but not "Coe"; "Daesh" is an acronym that is written so. */
static bool is_written(const policy__known_search *search, const policy__known_place *place, uint32_t reading) {
  const policy__reading *r = POLICY__AT(&search->readings, policy__reading, place->reading + reading);
  if (r->use != POLICY_FORM_ACRONYM || place->end - place->first > 1) return true;
  if (policy__step_term(search->step, place->first)->shape & POLICY__SHAPE_MANY_CAPITALS) return true;
  return policy__entry_is_called(entry_of(search, place, reading),
                                 policy__step_slice(search->step, place->first, place->end), true);
}

/* Whether a name that nothing else has found may be one where it stands. */
static bool may_stand(const policy__known_search *search, const policy__known_place *place,
                      policy_entry entry) {
  enum { LETTERS = 3 };
  const policy__actor_step *step = search->step;
  const policy__term *first = policy__step_term(step, place->first);
  if (place->shouted || is_joined(step, place)) return false;
  if (place->end - place->first > 1) return true;
  if (policy__step_is_common(step, first)) return false;
  const policy__name_span *name = tagged(step, place);
  if (is_acronym(search, place))
    return place->span.end - place->span.begin >= LETTERS &&
           (name == NULL || name->type == POLICY__NAME_ORGANISATION || name->score < 0);
  if (name != NULL && name->type != POLICY__NAME_PLACE) return name->type == POLICY__NAME_ORGANISATION;
  policy_actor_kind kind = policy_entry_kind(entry); /* companies and papers are called like things */
  bool public = kind == POLICY_ACTOR_GOVERNMENT || kind == POLICY_ACTOR_MILITARY ||
                kind == POLICY_ACTOR_PARTY || kind == POLICY_ACTOR_STATE;
  return public && first->id == 0;
}

/* Whether the actor that was found by just these words may be the entry. */
static bool may_be(const policy__known_search *search, const policy__known_place *place, policy_entry entry,
                   unsigned found) {
  const policy__actor_item *item = POLICY__AT(&search->step->actors, policy__actor_item, place->same);
  policy_actor_kind kind = policy_entry_kind(entry);
  if (item->kind == POLICY_ACTOR_STATE) return false;
  if (kind == POLICY_ACTOR_PERSON && item->kind != POLICY_ACTOR_PERSON && item->kind != POLICY_ACTOR_OTHER)
    return false;
  bool elsewhere =
      item->name.size > place->span.end - place->span.begin; /* a longer name: it must be the entry's */
  if (!elsewhere || policy__entry_is_called(entry, item->name, false)) return true;
  return item->gazetteer != 0 ? (found & (NAMED | PRESENT)) != 0 : kind == POLICY_ACTOR_PERSON;
}

void policy__known_note(policy__known_search *search) {
  for (size_t i = 0; i < search->places.count; i++) {
    const policy__known_place *place = POLICY__AT(&search->places, policy__known_place, i);
    if (place->count == 1 && place->end - place->first > 1 && !is_generic(search, place))
      search->named[entry_of(search, place, 0).id] = 1;
  }
}

/* Whether other states have such a body: a document that does not name the entry's state may mean theirs. */
static bool may_be_elsewhere(const policy__known_search *search, const policy__known_place *place,
                             policy_entry entry) {
  policy_actor_kind kind = policy_entry_kind(entry);
  if (place->end - place->first == 1 || policy__entry_state(entry).gazetteer == NULL) return false;
  bool local = kind == POLICY_ACTOR_GOVERNMENT || kind == POLICY_ACTOR_PARTY;
  return is_generic(search, place) || (local && search->most > 0);
}

void policy__known_choose(const policy__known_search *search, policy__known_place *place) {
  unsigned best = 0;
  uint32_t rivals = 0, at = POLICY_NONE, readings = 0;
  for (uint32_t n = 0; n < place->count; n++) {
    policy_entry entry = entry_of(search, place, n);
    if (is_anothers(search, place, entry) || !is_written(search, place, n)) continue;
    unsigned found = evidence_for(search, place, entry);
    readings += (found & CURRENT) != 0;
    if (at != POLICY_NONE && found <= best) {
      rivals += found == best;
      continue;
    }
    best = found;
    at = n;
    rivals = 0;
  }
  if (at == POLICY_NONE || rivals > 0 || place->crossed) return;
  bool told = (best & (NAMED | PRESENT)) != 0;
  if (!told && (readings > 1 || place->doubtful)) return;
  policy_entry entry = entry_of(search, place, at);
  if (!(best & (NAMED | MAJOR)) && may_be_elsewhere(search, place, entry)) return;
  if (place->same != POLICY_NONE ? !may_be(search, place, entry, best) : !may_stand(search, place, entry))
    return;
  place->entry = entry.id;
  place->use = POLICY__AT(&search->readings, policy__reading, place->reading + at)->use;
}
