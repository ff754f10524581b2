/* Which state an actor belongs to. */
#include "base/status.h"
#include "extract/actors.h"

#include <string.h>

enum { LONGEST = 4 }; /* words of a state's name before a body's */

static const policy__term *word(const policy__actor_step *step, uint32_t n) {
  return policy__step_term(step, n);
}

const policy__gazetteer_form *policy__state_named(const policy__actor_step *step, uint32_t first, uint32_t end,
                                                  uint32_t *length) {
  size_t size = 0;
  const policy__gazetteer_form *form = policy__gazetteer_match(word(step, first), end - first, &size);
  *length = (uint32_t)size;
  bool state = form != NULL && form->use <= POLICY__USE_DEMONYM &&
               policy__gazetteer_actors[form->actor].kind == POLICY_ACTOR_STATE;
  return state ? form : NULL;
}

/* "Russia's", "South African" before a name: the words of the state, or an empty range. */
static const policy__gazetteer_form *before(const policy__actor_step *step, uint32_t first, uint32_t *begin,
                                            uint32_t *end) {
  *end = first;
  if (first > 0 && (word(step, first - 1)->shape & POLICY__SHAPE_OWNER)) --*end;
  for (uint32_t size = LONGEST, length; size > 0; size--) {
    if (*end < size) continue;
    *begin = *end - size;
    const policy__gazetteer_form *form = policy__state_named(step, *begin, *end, &length);
    if (form != NULL && length == size) return form;
  }
  return NULL;
}

/* "Chilean Ministry of Works", "Government of Iraq", "President of Peru": within a name, or behind it. */
static const policy__gazetteer_form *within(const policy__actor_step *step, const policy__candidate *c,
                                            uint32_t *begin, uint32_t *end) {
  uint32_t length, count = (uint32_t)step->words.count;
  const policy__gazetteer_form *form = policy__state_named(step, c->first, c->end, &length);
  *begin = c->first;
  *end = c->first + length;
  if (form != NULL && *end < c->end) return form;
  for (uint32_t n = c->first + 1; n + 1 < count && n <= c->end && n < c->first + 24; n++) {
    if (strcmp(policy__gazetteer_spelling(word(step, n)->id), "of") != 0) continue;
    *begin = n + 1;
    if (*begin + 1 < count && strcmp(policy__gazetteer_spelling(word(step, *begin)->id), "the") == 0) ++*begin;
    form = policy__state_named(step, *begin, count - *begin < LONGEST ? count : *begin + LONGEST, &length);
    *end = *begin + length;
    if (form != NULL && form->use != POLICY__USE_DEMONYM)
      return form; /* "of Korean residents" tells of these */
  }
  return NULL;
}

/* "Korea" beside North Korea, "Sudan" beside South Sudan: one word that another state of the document has in
   its name tells of neither. */
static bool is_shared(const policy__actor_step *step, const policy__gazetteer_form *form, uint32_t begin,
                      uint32_t end) {
  policy_string name = policy__step_slice(step, begin, end);
  if (end - begin != 1) return false;
  for (size_t i = 0; i < step->actors.count; i++) {
    const policy__actor_item *item = POLICY__AT(&step->actors, policy__actor_item, i);
    if (item->kind != POLICY_ACTOR_STATE || item->gazetteer == form->actor || item->name.size <= name.size)
      continue;
    const char *tail = item->name.data + item->name.size - name.size;
    if (tail[-1] == ' ' && memcmp(tail, name.data, name.size) == 0) return true;
  }
  return false;
}

policy_status policy__owner_find(policy__actor_step *step, const policy__candidate *c, uint32_t actor) {
  policy_actor_kind kind = POLICY__AT(&step->actors, policy__actor_item, actor)->kind;
  if (POLICY__AT(&step->actors, policy__actor_item, actor)->owner != POLICY_NONE) return POLICY_OK;
  if (kind == POLICY_ACTOR_STATE || kind == POLICY_ACTOR_IGO) return POLICY_OK;
  uint32_t begin, end, owner;
  const policy__gazetteer_form *form = before(step, c->first, &begin, &end);
  if (form == NULL) form = within(step, c, &begin, &end);
  if (form == NULL || is_shared(step, form, begin, end)) return POLICY_OK;
  policy_status status = policy__step_known(step, form, &owner);
  if (status != POLICY_OK || owner == actor) return status;
  policy__actor_item *item = POLICY__AT(&step->actors, policy__actor_item, actor);
  item->owner = owner;
  for (uint32_t n = c->first; kind == POLICY_ACTOR_PERSON && n < c->name; n++)
    item->official |= (policy__term_classes(word(step, n)) & POLICY__CLASS_ROLE_WORD) != 0;
  item->owned = (policy_span){word(step, begin)->span.begin, word(step, end - 1)->span.end};
  return POLICY_OK;
}

policy_status policy__owner_within(policy__actor_step *step, uint32_t first, uint32_t end, uint32_t actor) {
  uint32_t length, owner;
  const policy__gazetteer_form *form = policy__state_named(step, first, end, &length);
  if (form == NULL || first + length >= end || is_shared(step, form, first, first + length)) return POLICY_OK;
  policy_status status = policy__step_known(step, form, &owner);
  policy__actor_item *item = POLICY__AT(&step->actors, policy__actor_item, actor);
  if (status != POLICY_OK || owner == actor || item->owner != POLICY_NONE) return status;
  item->owner = owner;
  item->owned = (policy_span){word(step, first)->span.begin, word(step, first + length - 1)->span.end};
  return POLICY_OK;
}

policy_status policy__owners_add(const policy__actor_step *step, policy_error *error) {
  policy_status status = POLICY_OK;
  for (size_t i = 0; status == POLICY_OK && i < step->actors.count; i++) {
    const policy__actor_item *item = POLICY__AT(&step->actors, policy__actor_item, i);
    if (item->owner == POLICY_NONE || item->order >= step->actors.count) continue;
    const policy__actor_item *owner = POLICY__AT(&step->actors, policy__actor_item, item->owner);
    if (owner->order >= step->actors.count) continue; /* never mentioned by itself */
    const char *kind = item->kind == POLICY_ACTOR_GOVERNMENT ? "government_of"
                       : item->kind == POLICY_ACTOR_PERSON   ? "affiliated_with"
                                                             : "part_of";
    policy_relation_record record = {
        item->order, owner->order, {kind, strlen(kind)}, POLICY_SIGN_NEUTRAL, item->owned};
    status = policy_builder_add_relation(step->builder, &record, NULL, error);
  }
  return status;
}
