/* Actors by their role: "the committee", "the government", "the regime"; "agencies" where a norm addresses
   them. */
#include <string.h>

#include "extract/actors.h"
#include "extract/clause.h"
#include "extract/phrase.h"

/* ---- "the committee" ------------------------------------------------------------------------------------ */

static bool is_definite(const policy__actor_step *step, uint32_t n) {
  return n > 0 && (policy__step_is(step, n - 1, "the") || policy__step_is(step, n - 1, "this") ||
                   policy__step_is(step, n - 1, "that"));
}

/* A noun behind it makes the word a part of another thing: "the party leader". */
static bool is_alone(const policy__actor_step *step, uint32_t n) {
  uint32_t noun = POLICY__CLASS_INSTITUTION | POLICY__CLASS_GROUP | POLICY__CLASS_HEAD | POLICY__CLASS_TRADE |
                  POLICY__CLASS_NO_ACTOR;
  if (policy__step_classes(step, n + 1) & (POLICY__CLASS_ACT | POLICY__CLASS_FUNCTION)) return true;
  return !(policy__step_classes(step, n + 1) & noun);
}

static uint32_t described(const policy__actor_step *step, uint32_t n) {
  uint32_t found = policy__step_classes(step, n);
  if (found & POLICY__CLASS_REGIME_WORD) return step->ruled;
  if (policy__step_is(step, n, "government")) return step->ruled;
  if (policy__step_is(step, n, "country")) return step->state;
  if (!(found & (POLICY__CLASS_HEAD | POLICY__CLASS_ROLE_WORD))) return POLICY_NONE;
  return step->latest[policy__step_term(step, n)->id];
}

policy_status policy__descriptors_find(policy__actor_step *step, uint32_t first, uint32_t end) {
  uint32_t cue = POLICY__CLASS_HEAD | POLICY__CLASS_ROLE_WORD | POLICY__CLASS_REGIME_WORD;
  for (uint32_t n = first; n < end; n++) {
    if (!policy__step_is_small(step, n) ||
        (!(policy__step_classes(step, n) & cue) && !policy__step_is(step, n, "country")))
      continue;
    bool regime = (policy__step_classes(step, n) & POLICY__CLASS_REGIME_WORD) && n > 0 &&
                  policy__step_is(step, n - 1, "a");
    if ((!is_definite(step, n) && !regime) || !is_alone(step, n)) continue;
    uint32_t actor = described(step, n);
    if (actor == POLICY_NONE) continue;
    policy_status status = policy__step_mention(step, actor, n, n + 1, POLICY_MENTION_DESCRIPTOR);
    if (status != POLICY_OK) return status;
  }
  return POLICY_OK;
}

/* ---- roles ---------------------------------------------------------------------------------------------- */

enum { SINGULAR = 32 };

/* The number in the gazetteer of a role's singular, so that "agency" and "agencies" are one role; the word's
   own where there is none. */
static uint32_t role_of(const policy__actor_step *step, uint32_t n) {
  const char *text = policy__gazetteer_spelling(policy__step_term(step, n)->id);
  size_t size = strlen(text);
  char singular[SINGULAR];
  uint16_t id = 0;
  if (size > 3 && text[size - 1] == 's') {
    memcpy(singular, text, size);
    id = policy__terms_lookup(singular, size - 1);
    if (id == 0 && strcmp(text + size - 3, "ies") == 0) {
      singular[size - 3] = 'y';
      id = policy__terms_lookup(singular, size - 2);
    }
  }
  bool role = (policy__gazetteer_words[id].classes & (POLICY__CLASS_GROUP | POLICY__CLASS_AGENT)) != 0;
  return id != 0 && role ? id : policy__step_term(step, n)->id;
}

/* A role, or what a tree shows to be one: a noun. */
static bool may_be_role(const policy__actor_step *step, uint32_t n) {
  if (policy__step_is_role(step, n)) return true;
  if (!(policy__step_classes(step, n) & POLICY__CLASS_AGENT) || !policy__phrase_is_known(step, n)) return false;
  return policy_token_upos(policy_document_token(step->document, step->tokens[n])) == POLICY_UPOS_NOUN;
}

/* A word that qualifies roles, or tells their sector: "Muslim |leaders". */
static bool is_modifier(const policy__actor_step *step, uint32_t n) {
  uint32_t classes = policy__step_classes(step, n);
  bool telling = policy__gazetteer_words[policy__step_term(step, n)->id].sector != 0;
  return ((classes & POLICY__CLASS_GROUP_ADJECTIVE) || telling) &&
         !(classes & (POLICY__CLASS_FUNCTION | POLICY__CLASS_ACT)) && policy__step_term(step, n)->sign == 0;
}

/* Where the words before a role begin that belong to it. Behind a determiner or preposition they do up to
   the role ("of flagship island schools"); elsewhere only those that are known to qualify roles. */
static uint32_t role_start(const policy__actor_step *step, uint32_t n, uint32_t first) {
  uint32_t start = n, far = n;
  size_t length;
  while (start > first && is_modifier(step, start - 1) && n - start < 4) start--;
  const policy__gazetteer_form *people =
      start > first ? policy__gazetteer_match(policy__step_term(step, start - 1), 1, &length) : NULL;
  if (people != NULL && people->use == POLICY__USE_DEMONYM) return start - 1;
  uint32_t stop = POLICY__CLASS_FUNCTION | POLICY__CLASS_MODAL | POLICY__CLASS_ACT | POLICY__CLASS_ASK |
                  POLICY__CLASS_SAY | POLICY__CLASS_NO_ACTOR;
  while (far > first && n - far < 4 && policy__step_term(step, far - 1)->sign == 0 &&
         policy__step_is_small(step, far - 1) && !(policy__step_classes(step, far - 1) & stop))
    far--;
  if (far >= start || far == first || n - far == 4) return start;
  uint32_t before = policy__step_classes(step, far - 1);
  policy_string slice = policy__step_slice(step, far, far + 1);
  bool verbal = slice.size > 4 && (memcmp(slice.data + slice.size - 3, "ing", 3) == 0);
  if (before & POLICY__CLASS_DETERMINER) return far;
  return (before & POLICY__CLASS_PREPOSITION) && !verbal ? far : start;
}

static policy_actor_kind role_kind(const policy__actor_step *step, uint32_t n) {
  uint32_t id = role_of(step, n);
  bool head = (policy__gazetteer_words[id].classes & POLICY__CLASS_HEAD) != 0;
  return head ? (policy_actor_kind)policy__gazetteer_words[id].kind : POLICY_ACTOR_GROUP;
}

/* A singular before another noun only tells its kind: "school day". */
static bool is_part(const policy__actor_step *step, uint32_t n) {
  uint32_t next = policy__step_classes(step, n + 1);
  if (policy__step_is_role(step, n + 1)) return true;
  if (role_of(step, n) != policy__step_term(step, n)->id)
    return (next & POLICY__CLASS_INSTITUTION) && !(next & POLICY__CLASS_ACT);
  if (n + 1 >= step->words.count ||
      (policy__step_term(step, n + 1)->shape & (POLICY__SHAPE_FIRST | POLICY__SHAPE_OWNER)))
    return false;
  return policy__step_term(step, n + 1)->sign == 0 &&
         !(next & (POLICY__CLASS_FUNCTION | POLICY__CLASS_MODAL | POLICY__CLASS_ACT | POLICY__CLASS_ASK |
                   POLICY__CLASS_SAY));
}

/* Behind "the parties |concerned", "actors |involved". */
static uint32_t behind_postpositive(const policy__actor_step *step, uint32_t end) {
  bool behind = policy__step_is(step, end, "concerned") || policy__step_is(step, end, "involved");
  return behind && !(policy__step_classes(step, end + 1) & POLICY__CLASS_PREPOSITION) ? end + 1 : end;
}

/* The phrase that a role heads: by the tree where there is one. False where it only tells of another's kind. */
static bool find_phrase(const policy__actor_step *step, uint32_t n, const policy__sentence_words *s,
                        policy__range *phrase) {
  if (!policy__phrase_is_known(step, n)) {
    *phrase = (policy__range){role_start(step, n, s->first), behind_postpositive(step, n + 1)};
    return !is_part(step, n);
  }
  *phrase = (policy__range){policy__phrase_start(step, n, s->first),
                            behind_postpositive(step, policy__phrase_end(step, n, s->end))};
  return !policy__phrase_is_part(step, n);
}

/* Whether a phrase that opens a sentence has no comma before the role that it runs into: "Under a contract
 * |managers must". */
static bool runs_on(const policy__actor_step *step, uint32_t n, const policy__sentence_words *s) {
  uint32_t first = s->first;
  while (first < n && !(policy__step_term(step, first)->shape & POLICY__SHAPE_FIRST)) first++;
  if (!(policy__step_classes(step, first) & POLICY__CLASS_PREPOSITION)) {
    static const char *const opening[] = {"under", "once",  "if",    "when",   "where", "wherever",
                                          "as",    "while", "until", "unless", NULL};
    bool opens = false;
    for (const char *const *word = opening; *word != NULL; word++) opens |= policy__step_is(step, first, *word);
    if (!opens) return false;
  }
  for (; first < n; first++)
    if (policy__step_term(step, first)->sign == ',') return false;
  return true;
}

/* What a document says of a role's word. */
typedef struct usage {
  bool addressed;       /* somewhere */
  uint32_t bare, total; /* phrases of it alone; of it with and without words before it */
} usage;

/* Behind the first half of a hyphenated word: "in-|house staff". */
static bool is_half(const policy__actor_step *step, uint32_t n, uint32_t first) {
  if (n == first) return false;
  uint32_t before = policy__step_term(step, n - 1)->span.end, at = policy__step_term(step, n)->span.begin;
  return at == before + 1 && step->text.data[before] == '-';
}

static policy_status mention_role(policy__actor_step *step, uint32_t n, const policy__sentence_words *s,
                                  const usage *use) {
  enum { OFTEN = 3 };
  policy__range phrase;
  uint32_t actor;
  if (!find_phrase(step, n, s, &phrase)) return POLICY_OK;
  uint32_t start = phrase.begin;
  if (start < n && use->bare >= OFTEN && use->bare > use->total / 2 && runs_on(step, n, s)) start = n;
  while (is_half(step, start, s->first)) start--;
  policy_string key, singular;
  uint32_t telling = start;
  while (telling < n && (policy__step_classes(step, telling) & POLICY__CLASS_LOOSE)) telling++;
  policy_status status = policy__step_key(step, telling, n + 1, &key);
  if (status != POLICY_OK) return status;
  const char *role = policy__gazetteer_spelling(role_of(step, n));
  size_t last = policy__step_term(step, n)->span.end - policy__step_term(step, n)->span.begin,
         size = strlen(role);
  if (size <= last && key.size >= last) {
    char *bytes = policy__arena_allocate(&step->arena, key.size + 1);
    if (bytes == NULL) return POLICY_ERROR_NO_MEMORY;
    bytes[0] = '+'; /* apart from names */
    memcpy(bytes + 1, key.data, key.size - last);
    memcpy(bytes + 1 + key.size - last, role, size);
    singular = (policy_string){bytes, 1 + key.size - last + size};
  } else {
    singular = key;
  }
  status = policy__step_named(step, singular, start, n + 1, role_kind(step, n), &actor);
  if (status == POLICY_OK) status = policy__owner_within(step, start, n + 1, actor);
  if (status != POLICY_OK) return status;
  policy__actor_item *item = POLICY__AT(&step->actors, policy__actor_item, actor);
  if (item->sector == 0) item->sector = policy__sector_in(step, start, n + 1);
  return policy__step_mention(step, actor, start, phrase.end, POLICY_MENTION_DESCRIPTOR);
}

/* Fills `usages`, by role. */
static void count_usages(const policy__actor_step *step, usage *usages) {
  memset(usages, 0, policy__gazetteer_word_count * sizeof *usages);
  for (size_t i = 0; i < step->sentences.count; i++) {
    const policy__sentence_words *s = POLICY__AT(&step->sentences, policy__sentence_words, i);
    for (uint32_t n = s->first; n < s->end; n++) {
      policy__range phrase;
      if (!may_be_role(step, n)) continue;
      usage *use = &usages[role_of(step, n)];
      use->addressed |= step->addressed[n] != 0;
      if (!find_phrase(step, n, s, &phrase)) continue;
      use->total++;
      use->bare += phrase.begin == n;
    }
  }
}

/* Whether a sentence is nothing but the phrase of a role that tells a sector, as items of lists are: "the cyber
   police". */
static bool is_item(const policy__actor_step *step, uint32_t n, const policy__sentence_words *s) {
  enum { MOST = 6 };
  if (s->end - s->first > MOST || s->block == POLICY_BLOCK_HEADING) return false;
  if (policy__sector_in(step, s->first, n + 1) == 0) return false;
  uint32_t end = n + 1;
  while (end < s->end && policy__step_term(step, end)->sign != 0) end++;
  if (end < s->end && !policy__step_is(step, end, "in") && !policy__step_is(step, end, "of")) return false;
  uint32_t stop = POLICY__CLASS_MODAL | POLICY__CLASS_ACT | POLICY__CLASS_PREPOSITION;
  for (uint32_t i = s->first; i < n; i++)
    if (policy__step_classes(step, i) & stop) return false;
  return true;
}

policy_status policy__roles_find(policy__actor_step *step) {
  usage *usages = policy__arena_array(&step->arena, policy__gazetteer_word_count, sizeof *usages);
  unsigned char *taken = policy__arena_allocate(&step->arena, step->text.size + 1);
  if (usages == NULL || taken == NULL) return POLICY_ERROR_NO_MEMORY;
  count_usages(step, usages);
  for (size_t i = 0; i < step->spots.count; i++) {
    policy_span span = POLICY__AT(&step->spots, policy__spot, i)->span;
    memset(taken + span.begin + 1, 1, span.end - span.begin);
  }
  policy_status status = POLICY_OK;
  for (size_t i = 0; i < step->sentences.count; i++) {
    const policy__sentence_words *s = POLICY__AT(&step->sentences, policy__sentence_words, i);
    for (uint32_t n = s->first; n < s->end && status == POLICY_OK; n++) {
      if (!may_be_role(step, n) || taken[policy__step_term(step, n)->span.end]) continue;
      const usage *use = &usages[role_of(step, n)];
      bool always = (policy__step_classes(step, n) & POLICY__CLASS_ALWAYS_GROUP) != 0;
      if (use->addressed || always || is_item(step, n, s))
        status = mention_role(step, n, s, use);
    }
  }
  return status;
}
