/* What an actor is coded as. Sectors of society are PLOVER's (Open Event Data Alliance, PLOVER Event and Actor
   Coding Manual). */
#include "extract/known.h"

/* Codes as they are collected. */
typedef struct code_list {
  policy_code_record *items;
  uint32_t count;
} code_list;

static policy_string text(const char *string) {
  return (policy_string){string, strlen(string)};
}

/* Puts a code in its place by its scheme, which has one at most: the first. */
static void add(code_list *list, policy_string scheme, policy_string value) {
  uint32_t at = list->count;
  if (value.size == 0) return;
  while (at > 0 && strcmp(list->items[at - 1].scheme.data, scheme.data) > 0) at--;
  if (at > 0 && strcmp(list->items[at - 1].scheme.data, scheme.data) == 0) return;
  memmove(list->items + at + 1, list->items + at, (list->count - at) * sizeof *list->items);
  list->items[at] = (policy_code_record){scheme, value};
  list->count++;
}

/* ---- sectors --------------------------------------------------------------------------------------------- */

static policy_string sector_of_kind(const policy__actor_item *item) {
  switch (item->kind) {
  case POLICY_ACTOR_PERSON: return text(item->official ? "GOV" : "");
  case POLICY_ACTOR_IGO: return text("IGO");
  case POLICY_ACTOR_GOVERNMENT: return text("GOV");
  case POLICY_ACTOR_PARTY: return text("PTY");
  case POLICY_ACTOR_MILITARY: return text("MIL");
  case POLICY_ACTOR_COMPANY: return text("BUS");
  case POLICY_ACTOR_NGO: return text("NGO");
  case POLICY_ACTOR_MEDIA: return text("JRN");
  case POLICY_ACTOR_ACADEMIC: return text("EDU");
  default: return text("");
  }
}

static uint8_t sector_of_word(const policy__actor_step *step, uint32_t n) {
  return (uint8_t)policy__gazetteer_words[policy__step_term(step, n)->id].sector;
}

static bool is_sector(uint8_t sector, const char *name) {
  return strcmp(policy__gazetteer_sectors[sector], name) == 0;
}

/* Of those who governed: the sector of "former". */
static uint8_t sector_once(const policy__actor_step *step, uint32_t first, uint32_t end, uint8_t sector) {
  for (uint32_t n = first; n < end && is_sector(sector, "GOV"); n++)
    if (is_sector(sector_of_word(step, n), "ELI")) return sector_of_word(step, n);
  return sector;
}

uint8_t policy__sector_in(const policy__actor_step *step, uint32_t first, uint32_t end) {
  uint8_t people = 0;
  for (uint32_t n = end; n > first; n--) {
    uint8_t sector = sector_of_word(step, n - 1);
    if (sector == 0 || is_sector(sector, "ELI")) continue;
    if (!is_sector(sector, "CVL")) return sector_once(step, first, end, sector);
    if (people == 0) people = sector;
  }
  return people;
}

/* Of one who holds a post, the body's; one who held it is of the elite. */
static policy_string sector_of_person(const policy__actor_step *step, const policy__actor_item *item) {
  policy__held_post post = policy__post_at(item->entry, policy_document_date(step->document));
  if (post.body.gazetteer == NULL || (!post.now && item->official)) return text(item->official ? "GOV" : "");
  if (!post.now) return text("ELI");
  policy_string sector = policy_entry_sector(post.body);
  return policy_entry_kind(post.body) == POLICY_ACTOR_STATE || sector.size == 0 ? text("GOV") : sector;
}

/* What its entry says; of a post or its holder what the body's does; else what its kind tells. */
static policy_string sector_of(const policy__actor_step *step, const policy__actor_item *item) {
  policy_string sector = policy_entry_sector(item->entry);
  if (sector.size > 0 || item->kind == POLICY_ACTOR_STATE) return sector;
  if (item->entry.gazetteer != NULL && item->kind == POLICY_ACTOR_PERSON) return sector_of_person(step, item);
  if (item->kind == POLICY_ACTOR_GOVERNMENT) sector = policy_entry_sector(item->body);
  if (sector.size == 0) sector = text(policy__gazetteer_sectors[item->sector]);
  return sector.size > 0 ? sector : sector_of_kind(item);
}

/* ---- states ---------------------------------------------------------------------------------------------- */

static policy_string country_of(const policy__actor_step *step, const policy__actor_item *item) {
  policy_entry body = item->entry.gazetteer != NULL ? item->entry : item->body;
  if (policy_entry_kind(item->entry) == POLICY_ACTOR_PERSON)
    body = policy__post_at(body, policy_document_date(step->document)).body;
  if (item->kind == POLICY_ACTOR_STATE)
    body = policy_entry_link(body, 0); /* one that few recognise is a part */
  policy_entry state = policy__entry_state(body);
  if (state.gazetteer != NULL) return policy_entry_code(state, "iso3166-1");
  if (item->owner == POLICY_NONE) return text("");
  const policy__actor_item *owner = POLICY__AT(&step->actors, policy__actor_item, item->owner);
  if (owner->gazetteer == 0) return policy_entry_code(policy__entry_state(owner->entry), "iso3166-1");
  const policy__gazetteer_actor *known = &policy__gazetteer_actors[owner->gazetteer];
  for (uint32_t n = 0; n < known->code_count; n++)
    if (strcmp(known->codes[n].scheme, "iso3166-1") == 0) return text(known->codes[n].value);
  return text("");
}

policy_status policy__codes_of(policy__actor_step *step, const policy__actor_item *item,
                               const policy_code_record **codes, uint32_t *count) {
  enum { MORE = 4 }; /* two of the constant tables, "plover" and "country" */
  uint32_t own = policy_entry_code_count(item->entry);
  bool is_callers = item->entry.gazetteer != NULL && item->entry.gazetteer != policy_gazetteer_builtin();
  code_list list = {policy__arena_array(&step->arena, (size_t)own + MORE, sizeof *list.items), 0};
  if (list.items == NULL) return POLICY_ERROR_NO_MEMORY;
  for (uint32_t n = 0; n < own; n++) {
    policy_string scheme = policy_entry_code_scheme(item->entry, n);
    if (is_callers || strcmp(scheme.data, "state") != 0) /* an id of the gazetteer's, which nobody else has */
      add(&list, scheme, policy_entry_code_value(item->entry, n));
  }
  if (!is_callers) {
    const policy__gazetteer_actor *known = &policy__gazetteer_actors[item->gazetteer];
    for (uint32_t n = 0; item->gazetteer != 0 && n < known->code_count; n++)
      add(&list, text(known->codes[n].scheme), text(known->codes[n].value));
    add(&list, text("plover"), sector_of(step, item));
    bool whole = item->kind == POLICY_ACTOR_STATE && policy_entry_link_count(item->entry) == 0;
    if (!whole) add(&list, text("country"), country_of(step, item));
  }
  *codes = list.items;
  *count = list.count;
  return POLICY_OK;
}
