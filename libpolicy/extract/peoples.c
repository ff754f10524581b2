/* Groups and posts of a state or organisation by its name or its people's: "Pakistani soldiers", "Somalia's
   prime minister", "EU lawmakers", "Kyiv police". */
#include "extract/actors.h"

enum { FAR = 4 }; /* words between the state and whom it has */

static bool has_sector(const policy__actor_step *step, uint32_t n) {
  return policy__gazetteer_words[policy__step_term(step, n)->id].sector != 0;
}

/* Whether a tree shows that the word heads no phrase: it qualifies what follows, or is no noun. */
static bool is_qualifier(const policy__actor_step *step, uint32_t n) {
  if (step->tokens[n] == POLICY_NONE) return false;
  policy_token token = policy_document_token(step->document, step->tokens[n]);
  policy_string relation = policy_token_relation(token);
  policy_upos upos = policy_token_upos(token);
  if (upos != POLICY_UPOS_NOUN && upos != POLICY_UPOS_PROPN) return true;
  return strcmp(relation.data, "compound") == 0 || strcmp(relation.data, "amod") == 0;
}

/* Whether the word may follow one that ends a phrase. */
static bool may_follow(const policy__actor_step *step, uint32_t n) {
  uint32_t noun = POLICY__CLASS_INSTITUTION | POLICY__CLASS_GROUP | POLICY__CLASS_HEAD |
                  POLICY__CLASS_NO_ACTOR | POLICY__CLASS_TRADE;
  if (n >= step->words.count || (policy__step_term(step, n)->shape & POLICY__SHAPE_FIRST)) return true;
  uint32_t classes = policy__step_classes(step, n);
  if (policy__step_term(step, n)->sign != 0) return policy__step_term(step, n)->sign != '-';
  return (classes & (POLICY__CLASS_FUNCTION | POLICY__CLASS_ACT | POLICY__CLASS_MODAL | POLICY__CLASS_SAY)) ||
         !(classes & noun);
}

/* The last word of the phrase behind a state whose head tells a sector; POLICY_NONE: there is none. */
static uint32_t head_behind(const policy__actor_step *step, uint32_t first, uint32_t limit) {
  uint32_t stop = POLICY__CLASS_FUNCTION | POLICY__CLASS_MODAL | POLICY__CLASS_NO_ACTOR | POLICY__CLASS_TRADE;
  uint32_t head = POLICY_NONE;
  for (uint32_t n = first; n < limit && n < first + FAR; n++) {
    if (policy__step_term(step, n)->sign != 0 || (policy__step_classes(step, n) & stop)) break;
    if (has_sector(step, n) && !is_qualifier(step, n))
      head = n;
    else if (head != POLICY_NONE)
      break;
  }
  return head != POLICY_NONE && may_follow(step, head + 1) ? head : POLICY_NONE;
}

/* Where the phrase behind the name of a state begins: behind the demonym or acronym, or behind "'s". */
static uint32_t behind_state(const policy__actor_step *step, const policy__candidate *c) {
  bool owner = c->end < step->words.count && (policy__step_term(step, c->end)->shape & POLICY__SHAPE_OWNER);
  if (owner) return c->end + 1;
  bool igo = policy__gazetteer_actors[c->form->actor].kind == POLICY_ACTOR_IGO;
  return igo || c->form->use != POLICY__USE_NAME ? c->end : POLICY_NONE;
}

/* A city has people where it is no actor, too. */
static bool may_have_people(const policy__candidate *c, bool is_mentioned) {
  uint32_t kind = policy__gazetteer_actors[c->form->actor].kind;
  if (kind != POLICY_ACTOR_STATE) return kind == POLICY_ACTOR_IGO && is_mentioned;
  return c->form->use == POLICY__USE_CAPITAL || (c->form->use <= POLICY__USE_DEMONYM && is_mentioned);
}

static policy_status mention_people(policy__actor_step *step, const policy__candidate *c, uint32_t head) {
  policy_string key;
  uint32_t actor;
  uint32_t id = policy__step_term(step, head)->id;
  bool body = (policy__gazetteer_words[id].classes & POLICY__CLASS_HEAD) != 0;
  policy_actor_kind kind = body ? (policy_actor_kind)policy__gazetteer_words[id].kind : POLICY_ACTOR_GROUP;
  uint32_t owner;
  policy_status status = policy__step_key(step, c->first, head + 1, &key);
  if (status == POLICY_OK) status = policy__step_named(step, key, c->first, head + 1, kind, &actor);
  if (status == POLICY_OK) status = policy__step_known(step, c->form, &owner);
  if (status != POLICY_OK) return status;
  policy__actor_item *item = POLICY__AT(&step->actors, policy__actor_item, actor);
  if (item->owner == POLICY_NONE) {
    item->owner = owner;
    item->owned = (policy_span){policy__step_term(step, c->first)->span.begin,
                                policy__step_term(step, c->end - 1)->span.end};
  }
  if (item->sector == 0) item->sector = policy__sector_in(step, c->end, head + 1);
  return policy__step_mention(step, actor, c->first, head + 1, POLICY_MENTION_DESCRIPTOR);
}

policy_status policy__peoples_find(policy__actor_step *step) {
  unsigned char *taken = policy__arena_allocate(&step->arena, step->text.size + 1);
  policy_status status = taken != NULL ? POLICY_OK : POLICY_ERROR_NO_MEMORY;
  for (size_t i = 0; i < step->spots.count && status == POLICY_OK; i++) {
    policy_span span = POLICY__AT(&step->spots, policy__spot, i)->span;
    memset(taken + span.begin + 1, 1, span.end - span.begin);
  }
  for (size_t i = 0, sentence = 0; i < step->candidates.count && status == POLICY_OK; i++) {
    const policy__candidate *c = POLICY__AT(&step->candidates, policy__candidate, i);
    if (c->type != POLICY__CANDIDATE_FORM) continue;
    uint32_t first = may_have_people(c, taken[policy__step_term(step, c->end - 1)->span.end])
                         ? behind_state(step, c)
                         : POLICY_NONE;
    while (POLICY__AT(&step->sentences, policy__sentence_words, sentence)->end <= c->first) sentence++;
    const policy__sentence_words *s = POLICY__AT(&step->sentences, policy__sentence_words, sentence);
    uint32_t head = first != POLICY_NONE && !s->shouted ? head_behind(step, first, s->end) : POLICY_NONE;
    if (head == POLICY_NONE || taken[policy__step_term(step, head)->span.end]) continue;
    status = mention_people(step, c, head);
  }
  return status;
}
