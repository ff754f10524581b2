/* From candidates to actors: who is meant by full names, short names, acronyms, cities and demonyms. */
#include <string.h>

#include "extract/actors.h"
#include "extract/clause.h"

static const policy__term *word(const policy__actor_step *step, uint32_t n) {
  return policy__step_term(step, n);
}

static bool is_in(const policy__actor_step *step, uint32_t n) {
  return n < step->words.count;
}

static uint32_t classes(const policy__actor_step *step, uint32_t n) {
  return is_in(step, n) ? policy__term_classes(word(step, n)) : 0;
}

static bool is_text(const policy__actor_step *step, uint32_t n, const char *text) {
  return is_in(step, n) && strcmp(policy__gazetteer_spelling(word(step, n)->id), text) == 0;
}

static bool is_sign(const policy__actor_step *step, uint32_t n, uint32_t sign) {
  return is_in(step, n) && word(step, n)->sign == sign;
}

/* Does word n stand right behind its neighbour, in the same sentence, with a capital? */
static bool is_capital(const policy__actor_step *step, uint32_t n) {
  return is_in(step, n) && (word(step, n)->shape & POLICY__SHAPE_CAPITAL) &&
         !(word(step, n)->shape & POLICY__SHAPE_FIRST);
}

/* ---- registering
 * ------------------------------------------------------------------------------------------------ */

/* The key of an organisation's name: "US", "U.S." and "United States" before it are one, and so are the
   singular and the plural of a role. */
static policy_status name_key(policy__actor_step *step, const policy__candidate *c, uint32_t from,
                              policy_string *key) {
  uint32_t length;
  const policy__gazetteer_form *form = policy__state_named(step, from, c->end, &length);
  bool stated = form != NULL && from + length < c->end && c->type == POLICY__CANDIDATE_NAME;
  policy_string rest;
  policy_status status = policy__step_key(step, stated ? from + length : from, c->end, &rest);
  if (status != POLICY_OK) return status;
  if (c->type == POLICY__CANDIDATE_NAME && (classes(step, c->end - 1) & POLICY__CLASS_GROUP) && rest.size > 4 &&
      rest.data[rest.size - 1] == 's' && rest.data[rest.size - 2] != 's')
    rest.size--;
  *key = rest;
  if (!stated) return POLICY_OK;
  const char *name = policy__gazetteer_actors[form->actor].name;
  size_t state = strlen(name);
  char *bytes = policy__arena_allocate(&step->arena, state + rest.size + 1);
  if (bytes == NULL) return POLICY_ERROR_NO_MEMORY;
  memcpy(bytes, name, state);
  bytes[state] = ' ';
  memcpy(bytes + state + 1, rest.data, rest.size);
  *key = (policy_string){bytes, state + 1 + rest.size};
  return POLICY_OK;
}

static policy_status alias(policy__actor_step *step, policy_string key, uint32_t actor) {
  return policy__table_find(&step->keys, key) != POLICY_NONE ? POLICY_OK
                                                             : policy__table_add(&step->keys, key, actor);
}

/* Where the last name of a person begins: the last word that is no "Jr". */
static uint32_t surname(const policy__actor_step *step, const policy__candidate *c) {
  uint32_t n = c->end - 1;
  while (n > c->name && (classes(step, n) & POLICY__CLASS_AFTER_NAME)) n--;
  while (n > c->name && is_sign(step, n - 1, '-') && n > c->name + 1) n -= 2;
  return n;
}

/* A person under the full name; under the surname too, which may have come first. */
static policy_status register_person(policy__actor_step *step, const policy__candidate *c) {
  policy_string full, last;
  uint32_t from = surname(step, c), actor;
  policy_status status = policy__step_key(step, c->name, c->end, &full);
  if (status == POLICY_OK) status = policy__step_key(step, from, c->end, &last);
  if (status != POLICY_OK || policy__table_find(&step->keys, full) != POLICY_NONE) return status;
  actor = policy__table_find(&step->keys, last);
  policy__actor_item *item = actor != POLICY_NONE ? POLICY__AT(&step->actors, policy__actor_item, actor) : NULL;
  policy_string short_name = policy__step_slice(step, from, c->end);
  if (item == NULL || item->kind != POLICY_ACTOR_PERSON || item->name.size > short_name.size)
    return policy__step_named(step, full, c->name, c->end, POLICY_ACTOR_PERSON, &actor) == POLICY_OK
               ? alias(step, last, actor)
               : POLICY_ERROR_NO_MEMORY;
  item->name = policy__step_slice(step, c->name, c->end);
  return policy__table_add(&step->keys, full, actor);
}

/* Are the letters of an acronym found in order, the first at the beginning, among the words' letters? */
static bool is_acronym_of(const policy__actor_step *step, uint32_t n, uint32_t first, uint32_t end) {
  policy_string acronym = policy__step_slice(step, n, n + 1), name = policy__step_slice(step, first, end);
  if (!(word(step, n)->shape & POLICY__SHAPE_MANY_CAPITALS) || acronym.size > 12 || acronym.size >= name.size)
    return false;
  size_t at = 0;
  for (size_t i = 0; i < name.size && at < acronym.size; i++) {
    if ((acronym.data[at] | 0x20) == (name.data[i] | 0x20))
      at++;
    else if (at == 0)
      return false;
  }
  return at == acronym.size;
}

/* "Worker's Party of Korea (WPK)". */
static policy_status register_acronym(policy__actor_step *step, uint32_t first, uint32_t end, uint32_t actor) {
  bool bracket = is_sign(step, end, '(') && is_sign(step, end + 2, ')');
  if (!bracket || !is_acronym_of(step, end + 1, first, end)) return POLICY_OK;
  policy_string key;
  policy_status status = policy__step_key(step, end + 1, end + 2, &key);
  return status != POLICY_OK ? status : alias(step, key, actor);
}

/* "Ch'ongryon (the General Association ...)", "WPK (Worker's Party of Korea)": the word before the bracket is
   another name. */
static policy_status register_reverse(policy__actor_step *step, const policy__candidate *c, uint32_t actor) {
  uint32_t n = c->first;
  if (n >= 1 && is_text(step, n - 1, "the")) n--;
  if (n < 2 || !is_sign(step, n - 1, '(') || !is_sign(step, c->end, ')')) return POLICY_OK;
  uint32_t before = n - 2;
  if (is_text(step, before, "or") && before > 0) before--;
  if (!is_capital(step, before) || (classes(step, before) & POLICY__CLASS_FUNCTION)) return POLICY_OK;
  if (before > 0 && is_capital(step, before - 1) && !(classes(step, before - 1) & POLICY__CLASS_FUNCTION))
    return POLICY_OK;
  policy_string key;
  policy_status status = policy__step_key(step, before, before + 1, &key);
  return status != POLICY_OK ? status : alias(step, key, actor);
}

/* The first letters of a name's capitalised words: what its acronym would be. */
static policy_status register_initials(policy__actor_step *step, const policy__candidate *c, uint32_t actor) {
  char letters[16];
  size_t size = 0;
  for (uint32_t n = c->first; n < c->end && size < sizeof letters; n++) {
    const policy__term *w = word(step, n);
    char first = step->text.data[w->span.begin];
    if ((w->shape & POLICY__SHAPE_CAPITAL) && (unsigned char)(first - 'A') < 26)
      letters[size++] = (char)(first | 0x20);
  }
  if (size < 3) return POLICY_OK;
  policy_string key;
  bool stored = policy__arena_string(&step->arena, (policy_string){letters, size}, &key);
  return stored ? alias(step, key, actor) : POLICY_ERROR_NO_MEMORY;
}

/* "Supreme Court", "Slovak Soldiers": what heads the name of a body, or of a group, tells the sector. */
static uint8_t sector_of(const policy__actor_step *step, const policy__candidate *c) {
  switch (c->kind) {
  case POLICY_ACTOR_GROUP: return policy__sector_in(step, c->first, c->end);
  case POLICY_ACTOR_GOVERNMENT: break;
  default: return 0;
  }
  if (c->type == POLICY__CANDIDATE_NAME) return (uint8_t)policy__gazetteer_words[c->head].sector;
  for (uint32_t n = c->first; n < c->end; n++) /* of a post: "Director of Central |Intelligence" */
    if (policy__gazetteer_words[word(step, n)->id].sector != 0)
      return (uint8_t)policy__gazetteer_words[word(step, n)->id].sector;
  return 0;
}

static policy_status register_name(policy__actor_step *step, const policy__candidate *c) {
  policy_string key;
  uint32_t actor;
  policy_status status = name_key(step, c, c->first, &key);
  if (status == POLICY_OK)
    status = policy__step_named(step, key, c->first, c->end, (policy_actor_kind)c->kind, &actor);
  if (status == POLICY_OK) POLICY__AT(&step->actors, policy__actor_item, actor)->sector = sector_of(step, c);
  if (status == POLICY_OK) status = register_acronym(step, c->first, c->end, actor);
  if (status == POLICY_OK && c->type == POLICY__CANDIDATE_NAME) status = register_initials(step, c, actor);
  return status != POLICY_OK ? status : register_reverse(step, c, actor);
}

/* "D", "II": a letter or a number of a list. */
static bool is_numeral(const policy__actor_step *step, uint32_t n) {
  policy_string form = policy__step_slice(step, n, n + 1);
  size_t roman = 0;
  for (size_t i = 0; i < form.size; i++) roman += memchr("IVX", form.data[i], 3) != NULL;
  return form.size < 2 || roman == form.size;
}

/* Capitals that do what only somebody does: "DHSC should". One such place names all others. */
static policy_status register_doer(policy__actor_step *step, const policy__candidate *c) {
  uint32_t next = classes(step, c->end), count = c->end - c->first;
  bool small = is_in(step, c->end) && (word(step, c->end)->shape & POLICY__SHAPE_SMALL);
  bool acts = small && ((next & (POLICY__CLASS_SAY | POLICY__CLASS_ASK)) || is_text(step, c->end, "should") ||
                        is_text(step, c->end, "must") || is_text(step, c->end, "shall") ||
                        is_text(step, c->end, "will"));
  const uint16_t capitals = POLICY__SHAPE_ALL_CAPITALS | POLICY__SHAPE_MANY_CAPITALS; /* "NGOs" too */
  bool acronym = count == 1 && (word(step, c->first)->shape & capitals) &&
                 !(word(step, c->first)->shape & POLICY__SHAPE_INITIAL);
  if (acronym && is_in(step, c->end) && (word(step, c->end)->shape & POLICY__SHAPE_OWNER)) acts = true;
  if (acronym && c->first > 0 && is_text(step, c->first - 1, "by")) acts = true;
  for (uint32_t n = c->first; n < c->end; n++) acts |= step->tokens[n] != POLICY_NONE && step->addressed[n];
  if (!acts || (!acronym && count == 1 && (word(step, c->first)->shape & POLICY__SHAPE_FIRST)))
    return POLICY_OK;
  if (count == 1 && is_numeral(step, c->first)) return POLICY_OK;
  policy_string key;
  uint32_t actor;
  policy_status status = policy__step_key(step, c->first, c->end, &key);
  return status != POLICY_OK ? status
                             : policy__step_named(step, key, c->first, c->end, POLICY_ACTOR_OTHER, &actor);
}

static policy_status register_candidate(policy__actor_step *step, const policy__candidate *c) {
  uint32_t actor;
  policy_status status;
  switch (c->type) {
  case POLICY__CANDIDATE_PERSON: return register_person(step, c);
  case POLICY__CANDIDATE_NAME:
  case POLICY__CANDIDATE_POST: return register_name(step, c);
  case POLICY__CANDIDATE_FORM:
    if (c->form->use != POLICY__USE_NAME || c->end - c->first < 2) return POLICY_OK;
    if (!is_sign(step, c->end, '(')) return POLICY_OK;
    status = policy__step_known(step, c->form, &actor);
    return status != POLICY_OK ? status : register_acronym(step, c->first, c->end, actor);
  default: return POLICY_OK;
  }
}

/* ---- mentions of what the gazetteer knows
 * ---------------------------------------------------------------------------- */

static bool is_act(const policy__actor_step *step, uint32_t n) {
  uint32_t verb = POLICY__CLASS_ACT | POLICY__CLASS_MODAL | POLICY__CLASS_ASK;
  return (classes(step, n) & verb) && (word(step, n)->shape & POLICY__SHAPE_SMALL);
}

/* A city acts for its government: before a verb of acting, beside another one, or with "'s" before a word of
   politics. */
static bool is_acting_city(const policy__actor_step *step, const policy__candidate *c) {
  uint32_t n = c->end, before = c->first;
  if (is_capital(step, n) ||
      (before > 0 && is_capital(step, before - 1) && !(word(step, before)->shape & POLICY__SHAPE_FIRST)))
    return false;
  if (is_sign(step, n, ',') && is_capital(step, n + 1)) return false;
  if (before > 0 && (classes(step, before - 1) & POLICY__CLASS_PLACE)) return false;
  if (is_act(step, n)) return !is_text(step, n, "is") && !is_text(step, n, "was");
  if (is_in(step, n) && (word(step, n)->shape & POLICY__SHAPE_OWNER))
    return (classes(step, n + 1) & POLICY__CLASS_INSTITUTION) != 0;
  size_t length = 0;
  uint32_t next = is_text(step, n, "and") || is_sign(step, n, '-') ? n + 1 : 0;
  if (next != 0 && is_in(step, next)) {
    const policy__gazetteer_form *form =
        policy__gazetteer_match(word(step, next), step->words.count - next, &length);
    return form != NULL && (form->use == POLICY__USE_CAPITAL || form->use == POLICY__USE_SEAT);
  }
  return before > 1 && (is_text(step, before - 1, "and") || is_sign(step, before - 1, '-')) &&
         policy__gazetteer_match(word(step, before - 2), 1, &length) != NULL &&
         policy__gazetteer_match(word(step, before - 2), 1, &length)->use == POLICY__USE_CAPITAL;
}

/* A state's name inside somebody's or something's: "Michael Jordan", "Jordan River". */
static bool is_inside_name(const policy__actor_step *step, const policy__candidate *c) {
  uint32_t n = c->end, before = c->first - 1;
  bool first = (word(step, c->first)->shape & POLICY__SHAPE_FIRST) != 0;
  if (is_capital(step, n) && (classes(step, n) & POLICY__CLASS_LONGER_NAME) &&
      (word(step, n)->shape & POLICY__SHAPE_SPACED))
    return true;
  if (first || c->first == 0 || !is_capital(step, before)) return false;
  return (classes(step, before) & POLICY__CLASS_GIVEN_NAME) &&
         !(classes(step, before) & ~(uint32_t)POLICY__CLASS_GIVEN_NAME) && c->end - c->first == 1;
}

static bool is_only_origin(const policy__actor_step *step, const policy__candidate *c) {
  uint32_t n = c->end;
  if (classes(step, n) & POLICY__CLASS_TRADE) return true;
  return is_capital(step, n) && (classes(step, n) & (POLICY__CLASS_NO_ACTOR | POLICY__CLASS_LONGER_NAME)) != 0;
}

/* "the North", where North Korea is an actor already. */
static bool is_half(const policy__actor_step *step, const policy__candidate *c) {
  if (c->first == 0 || !is_text(step, c->first - 1, "the") || is_capital(step, c->end)) return false;
  if (is_text(step, c->end, "of") || is_sign(step, c->end, '-')) return false;
  uint32_t actor = step->known[c->form->actor];
  return actor != POLICY_NONE && POLICY__AT(&step->actors, policy__actor_item, actor)->order != POLICY_NONE;
}

/* "2003/55/EC", "S/RES": letters of a number, not a name. */
static bool is_in_number(const policy__actor_step *step, const policy__candidate *c) {
  if (c->first < 2 || (word(step, c->first)->shape & (POLICY__SHAPE_SPACED | POLICY__SHAPE_FIRST)))
    return false;
  return is_sign(step, c->first - 1, '/') && (word(step, c->first - 2)->shape & POLICY__SHAPE_NUMBER);
}

static bool is_meant(const policy__actor_step *step, const policy__candidate *c) {
  if (is_in_number(step, c)) return false;
  bool state = policy__gazetteer_actors[c->form->actor].kind == POLICY_ACTOR_STATE;
  switch (c->form->use) {
  case POLICY__USE_LONGER: return false;
  case POLICY__USE_HALF: return is_half(step, c);
  case POLICY__USE_CAPITAL: return is_acting_city(step, c);
  case POLICY__USE_DEMONYM: return !is_only_origin(step, c);
  default: return !state || !is_inside_name(step, c);
  }
}

static policy_mention_form form_of(const policy__gazetteer_form *form) {
  static const policy_mention_form forms[] = {
      [POLICY__USE_NAME] = POLICY_MENTION_NAME,       [POLICY__USE_ACRONYM] = POLICY_MENTION_ACRONYM,
      [POLICY__USE_DEMONYM] = POLICY_MENTION_DEMONYM, [POLICY__USE_CAPITAL] = POLICY_MENTION_CAPITAL,
      [POLICY__USE_SEAT] = POLICY_MENTION_CAPITAL,    [POLICY__USE_REGIME] = POLICY_MENTION_DESCRIPTOR,
      [POLICY__USE_HALF] = POLICY_MENTION_NAME,       [POLICY__USE_LONGER] = POLICY_MENTION_NAME,
      [POLICY__USE_GROUP] = POLICY_MENTION_DESCRIPTOR};
  return forms[form->use];
}

/* What later "the government" and "the regime" can mean. */
static policy_status mention_state(policy__actor_step *step, const policy__candidate *c, uint32_t actor) {
  uint32_t rule = POLICY__CLASS_GOVERNMENT_WORD | POLICY__CLASS_REGIME_WORD;
  if (!(classes(step, c->end) & rule) || is_text(step, c->end, "leadership")) return POLICY_OK;
  step->ruled = actor;
  return policy__step_mention(step, actor, c->first, c->end + 1, POLICY_MENTION_DESCRIPTOR);
}

static policy_status mention_form(policy__actor_step *step, const policy__candidate *c) {
  if (!is_meant(step, c)) return POLICY_OK;
  uint32_t actor;
  policy_status status = policy__step_known(step, c->form, &actor);
  if (status != POLICY_OK) return status;
  policy__actor_item *item = POLICY__AT(&step->actors, policy__actor_item, actor);
  item->order = POLICY_NONE - 1; /* mentioned */
  status = policy__step_mention(step, actor, c->first, c->end, form_of(c->form));
  if (status != POLICY_OK) return status;
  if (item->kind == POLICY_ACTOR_STATE) return mention_state(step, c, actor);
  for (uint32_t n = c->first; n < c->end && !is_text(step, n, "of") && !is_text(step, n, "for"); n++)
    if (classes(step, n) & POLICY__CLASS_HEAD) step->latest[word(step, n)->id] = actor;
  return POLICY_OK;
}

/* ---- all candidates
 * -------------------------------------------------------------------------------------------------- */

static policy_mention_form name_form(const policy__actor_step *step, const policy__candidate *c) {
  bool acronym = c->end - c->first == 1 && (word(step, c->first)->shape & POLICY__SHAPE_ALL_CAPITALS);
  return acronym ? POLICY_MENTION_ACRONYM : POLICY_MENTION_NAME;
}

/* "the Committee": the last one that was named; else an actor of its own. */
static policy_status mention_bare(policy__actor_step *step, const policy__candidate *c) {
  const policy__term *at = word(step, c->first);
  uint32_t actor = step->latest[at->id];
  if (actor == POLICY_NONE && (classes(step, c->first) & POLICY__CLASS_GOVERNMENT_WORD)) actor = step->ruled;
  bool opening = (at->shape & POLICY__SHAPE_FIRST) && policy__step_is_common(step, at);
  if (actor == POLICY_NONE) {
    if (opening || c->first == 0 || !is_text(step, c->first - 1, "the")) return POLICY_OK;
    policy_status status =
        policy__step_add(step, policy__step_slice(step, c->first, c->end), (policy_actor_kind)c->kind, &actor);
    if (status != POLICY_OK) return status;
    step->latest[at->id] = actor;
  }
  return policy__step_mention(step, actor, c->first, c->end, POLICY_MENTION_DESCRIPTOR);
}

/* The state whose ministry or army it is: "Chilean Ministry of Works". */
static policy_status mention_owner(policy__actor_step *step, const policy__candidate *c) {
  uint32_t length, owner;
  const policy__gazetteer_form *form = policy__state_named(step, c->first, c->end, &length);
  if (form == NULL || c->first + length >= c->end) return POLICY_OK;
  policy_status status = policy__step_known(step, form, &owner);
  if (status != POLICY_OK) return status;
  return policy__step_mention(step, owner, c->first, c->first + length, form_of(form));
}

static const char posts[] =
    "ceo cfo cio coo cto cao cdo ciso chro ceos cfos cios coos ctos caos cdos cisos chros";

/* "each |agency's CIO", "the |bank CEO": with the body whose post it is. */
static uint32_t behind_owner(const policy__actor_step *step, uint32_t post) {
  uint32_t body = post - 1;
  if ((word(step, body)->shape & POLICY__SHAPE_OWNER) && body > 0) body--;
  bool small = (word(step, body)->shape & POLICY__SHAPE_SMALL) != 0;
  return small && (classes(step, body) & (POLICY__CLASS_GROUP | POLICY__CLASS_HEAD)) ? body : post;
}

/* Where the mention of a post or its holder begins: "former Chief Justice Mensah", "departmental Advisers". */
static uint32_t with_qualifiers(const policy__actor_step *step, const policy__candidate *c) {
  if (c->first == 0 || (word(step, c->first)->shape & POLICY__SHAPE_FIRST)) return c->first;
  if (c->end - c->first == 1 && policy__is_listed(policy__step_slice(step, c->first, c->end), posts))
    return behind_owner(step, c->first);
  policy_string before = policy__step_slice(step, c->first - 1, c->first);
  return c->first - policy__is_listed(before, "former acting deputy interim departmental");
}

/* The state at the end of a post's name, an actor of its own: "Foreign Minister of |Cyprus". */
static policy_status mention_inner(policy__actor_step *step, const policy__candidate *c) {
  uint32_t n = c->end, length, actor;
  if (c->type != POLICY__CANDIDATE_POST) return POLICY_OK;
  while (n > c->first && !is_text(step, n - 1, "of")) n--;
  if (n == c->first) return POLICY_OK;
  const policy__gazetteer_form *form = policy__state_named(step, n, c->end, &length);
  if (form == NULL || n + length != c->end || form->use != POLICY__USE_NAME) return POLICY_OK;
  policy_status status = policy__step_known(step, form, &actor);
  return status != POLICY_OK ? status : policy__step_mention(step, actor, n, c->end, POLICY_MENTION_NAME);
}

static policy_status mention_named(policy__actor_step *step, const policy__candidate *c, uint32_t from) {
  policy_string key;
  policy_status status = name_key(step, c, from, &key);
  if (status != POLICY_OK) return status;
  uint32_t actor = policy__table_find(&step->keys, key);
  if (actor == POLICY_NONE) return POLICY_OK;
  bool solo =
      c->type == POLICY__CANDIDATE_NAME && c->end - c->first == 1 && step->latest[c->head] != POLICY_NONE;
  if (solo) actor = step->latest[c->head];
  if (c->type == POLICY__CANDIDATE_NAME && c->head != 0) step->latest[c->head] = actor;
  if (c->type == POLICY__CANDIDATE_PERSON && c->name > c->first) {
    step->latest[word(step, c->name - 1)->id] = actor;
    uint8_t sector = policy__sector_in(step, c->first, c->name); /* "General", "Judge" */
    if (sector != 0) POLICY__AT(&step->actors, policy__actor_item, actor)->sector = sector;
  }
  bool owned = c->type == POLICY__CANDIDATE_NAME &&
               (c->kind == POLICY_ACTOR_GOVERNMENT || c->kind == POLICY_ACTOR_MILITARY);
  if (owned) status = mention_owner(step, c);
  if (status == POLICY_OK) status = policy__owner_find(step, c, actor);
  if (status != POLICY_OK) return status;
  status = mention_inner(step, c);
  return status != POLICY_OK
             ? status
             : policy__step_mention(step, actor, with_qualifiers(step, c), c->end, name_form(step, c));
}

/* "Regulation (EU) 2018/841": the series of an act. */
static bool is_series(const policy__actor_step *step, const policy__candidate *c) {
  bool bracketed = c->first > 0 && is_sign(step, c->first - 1, '(') && is_sign(step, c->end, ')');
  if (!bracketed || !is_in(step, c->end + 1)) return false;
  return (word(step, c->end + 1)->shape & POLICY__SHAPE_NUMBER) || is_text(step, c->end + 1, "no");
}

static policy_status mention_candidate(policy__actor_step *step, const policy__candidate *c) {
  policy_status status;
  policy_string key;
  uint32_t actor = POLICY_NONE;
  switch (c->type) {
  case POLICY__CANDIDATE_FORM:
    if (is_series(step, c)) return POLICY_OK;
    if (c->end - c->first == 1 && c->form->use == POLICY__USE_ACRONYM) {
      status = policy__step_key(step, c->first, c->end, &key);
      if (status != POLICY_OK) return status;
      actor = policy__table_find(&step->keys, key);
    }
    return actor == POLICY_NONE ? mention_form(step, c)
                                : policy__step_mention(step, actor, c->first, c->end, POLICY_MENTION_ACRONYM);
  case POLICY__CANDIDATE_BARE: return mention_bare(step, c);
  case POLICY__CANDIDATE_NONE: return POLICY_OK;
  default: return mention_named(step, c, c->name);
  }
}

/* The state that most candidates name. */
static policy_status find_main_state(policy__actor_step *step) {
  uint32_t *counts = policy__arena_array(&step->arena, policy__gazetteer_actor_count, sizeof *counts), most = 0;
  if (counts == NULL) return POLICY_ERROR_NO_MEMORY;
  for (size_t i = 0; i < step->candidates.count; i++) {
    const policy__candidate *c = POLICY__AT(&step->candidates, policy__candidate, i);
    if (c->type != POLICY__CANDIDATE_FORM || c->form->use > POLICY__USE_DEMONYM) continue;
    if (policy__gazetteer_actors[c->form->actor].kind != POLICY_ACTOR_STATE) continue;
    if (++counts[c->form->actor] <= most) continue;
    most = counts[c->form->actor];
    policy_status status = policy__step_known(step, c->form, &step->state);
    if (status != POLICY_OK) return status;
  }
  return POLICY_OK;
}

policy_status policy__names_resolve(policy__actor_step *step) {
  policy_status status = POLICY_OK;
  for (size_t i = 0; i < step->candidates.count && status == POLICY_OK; i++)
    status = register_candidate(step, POLICY__AT(&step->candidates, policy__candidate, i));
  for (size_t i = 0; i < step->candidates.count && status == POLICY_OK; i++) {
    const policy__candidate *c = POLICY__AT(&step->candidates, policy__candidate, i);
    if (c->type != POLICY__CANDIDATE_UNKNOWN) continue;
    status = policy__acronym_define(step, c);
    if (status == POLICY_OK) status = register_doer(step, c);
  }
  if (status == POLICY_OK) status = find_main_state(step);
  uint32_t done = 0;
  for (size_t i = 0; i < step->candidates.count && status == POLICY_OK; i++) {
    const policy__candidate *c = POLICY__AT(&step->candidates, policy__candidate, i);
    if (done < c->first) status = policy__descriptors_find(step, done, c->first);
    if (status == POLICY_OK) status = mention_candidate(step, c);
    if (done < c->end) done = c->end;
  }
  if (status == POLICY_OK) status = policy__descriptors_find(step, done, (uint32_t)step->words.count);
  for (size_t i = 0; i < step->actors.count; i++)
    POLICY__AT(&step->actors, policy__actor_item, i)->order = POLICY_NONE;
  return status;
}
