/* Whom a norm addresses: the words whose place in a sentence is that of somebody who shall act, acts or is
 * asked to. */
#include <string.h>

#include "base/equal.h"
#include "extract/actors.h"
#include "extract/clause.h"

/* ---- by the tree -------------------------------------------------------------------------------------------
 */

enum {
  DUTY = 1,
  ASK = 2,
  ACTS = 4,
  FAR = 8
}; /* what a verb does to its subject or object; arcs between conjuncts */

static policy_token token_of(const policy__actor_step *step, uint32_t n) {
  return policy_document_token(step->document, step->tokens[n]);
}

static bool is_relation(policy_token token, const char *relation) {
  return policy__equal_word(policy_token_relation(token), relation);
}

/* Notes in `verbs` (by token) what the word tells of a verb: itself, or the one that it hangs on. */
static void mark_verb(const policy__actor_step *step, uint32_t n, unsigned char *verbs) {
  policy_token token = token_of(step, n), head = policy_token_head(token);
  policy_string lemma = policy_token_lemma(token);
  bool verb =
      policy_token_upos(token) == POLICY_UPOS_VERB || head.document == NULL; /* "Calls on": whatever its tag */
  if (verb && (policy__step_classes(step, n) & POLICY__CLASS_ASK)) verbs[token.id] |= ASK;
  if (verb && (policy__step_classes(step, n) & (POLICY__CLASS_ACT | POLICY__CLASS_SAY)))
    verbs[token.id] |= ACTS;
  if (head.document == NULL) return;
  if (is_relation(token, "aux") && policy__is_listed(lemma, "shall must should ought may will can could need"))
    verbs[head.id] |= DUTY;
  if (is_relation(token, "xcomp") && policy__is_listed(policy_token_lemma(head), "need have ought"))
    verbs[head.id] |= DUTY;
  if (is_relation(token, "ccomp") && (verbs[head.id] & ASK)) verbs[token.id] |= DUTY;
}

/* Whether a preposition that names a partner opens the noun's phrase: "|with local authorities". */
static bool is_partner(const policy__actor_step *step, uint32_t n, policy_token token) {
  enum { BEFORE = 8 };
  for (uint32_t i = n; i > 0 && n - i < BEFORE; i--) {
    if (step->tokens[i - 1] == POLICY_NONE) return false;
    policy_token before = token_of(step, i - 1);
    if (is_relation(before, "case") && policy_token_head(before).id == token.id)
      return policy__is_listed(policy_token_form(before), "with between alongside for to by");
  }
  return false;
}

/* Whether a noun stands where somebody acts or is asked to act. */
static bool is_placed(const policy__actor_step *step, uint32_t n, const unsigned char *verbs) {
  policy_token token = token_of(step, n), head = policy_token_head(token);
  policy_upos upos = policy_token_upos(token);
  if (upos != POLICY_UPOS_NOUN && upos != POLICY_UPOS_PROPN && upos != POLICY_UPOS_ADJ) return false;
  for (int i = 0; i < FAR && is_relation(token, "conj") && head.document != NULL; i++) {
    token = head;
    head = policy_token_head(token);
  }
  if (head.document == NULL) return false;
  if (is_relation(token, "nsubj")) return (verbs[head.id] & (DUTY | ACTS)) != 0;
  if (is_relation(token, "obl:agent")) return true;
  if (is_relation(token, "obl") && (verbs[head.id] & DUTY) && is_partner(step, n, token)) return true;
  if (is_relation(token, "obl") || is_relation(token, "nmod"))
    return (verbs[head.id] & ASK) && policy__equal_word(policy_token_lemma(head), "call");
  return (verbs[head.id] & ASK) &&
         (is_relation(token, "obj") || is_relation(token, "iobj") || is_relation(token, "nsubj:pass"));
}

static void find_by_tree(policy__actor_step *step, const policy__sentence_words *s, unsigned char *verbs) {
  for (uint32_t n = s->first; n < s->end; n++)
    if (step->tokens[n] != POLICY_NONE) mark_verb(step, n, verbs);
  for (uint32_t n = s->first; n < s->end; n++)
    if (step->tokens[n] != POLICY_NONE && is_placed(step, n, verbs)) step->addressed[n] = 1;
}

/* ---- by the words around it, where a sentence has no tree
 * ----------------------------------------------------- */

/* Skips adverbs and "not" back from a modal to what stands before it. */
static uint32_t before_modal(const policy__actor_step *step, uint32_t n, uint32_t first) {
  static const char *const adverbs[] = {"also", "therefore", "then", "not", "thus", "still", "always", "now"};
  for (uint32_t steps = 0; n > first && steps < 2; steps++) {
    bool adverb = false;
    for (size_t i = 0; i < sizeof adverbs / sizeof *adverbs; i++)
      adverb |= policy__step_is(step, n - 1, adverbs[i]);
    if (!adverb) break;
    n--;
  }
  return n;
}

/* The head of the subject that ends before n: the word itself, or the one before "of ...", "in ...". */
static uint32_t subject_head(const policy__actor_step *step, uint32_t n, uint32_t first) {
  if (n == first) return POLICY_NONE;
  uint32_t last = n - 1;
  for (uint32_t i = 0; i < 8 && n - i > first + 1; i++) {
    uint32_t at = n - 1 - i;
    if (policy__step_term(step, at)->sign != 0) break;
    bool joint = policy__step_is(step, at, "of") || policy__step_is(step, at, "in") ||
                 policy__step_is(step, at, "for") || policy__step_is(step, at, "from") ||
                 policy__step_is(step, at, "with");
    if (joint && policy__step_is_role(step, at - 1)) return at - 1;
    if ((policy__step_classes(step, at) & (POLICY__CLASS_ACT | POLICY__CLASS_MODAL)) &&
        policy__step_is_small(step, at))
      break;
  }
  return policy__step_is_role(step, last) ? last : POLICY_NONE;
}

/* Notes the role at n as addressed, and those joined to it by "and", "or" and commas. */
static void address(policy__actor_step *step, uint32_t n, uint32_t first) {
  for (uint32_t joined = 0; joined < 8; joined++) {
    step->addressed[n] = 1;
    uint32_t back = n;
    while (back > first && (policy__step_classes(step, back - 1) & POLICY__CLASS_GROUP_ADJECTIVE)) back--;
    bool more =
        back > first + 1 && (policy__step_is(step, back - 1, "and") || policy__step_is(step, back - 1, "or") ||
                             policy__step_term(step, back - 1)->sign == ',');
    if (!more || !policy__step_is_role(step, back - 2)) return;
    n = back - 2;
  }
}

/* The first role behind "urges", if it comes before long and before a verb's complement. */
static uint32_t asked(const policy__actor_step *step, uint32_t n, uint32_t end) {
  if (policy__step_is(step, n, "on") || policy__step_is(step, n, "upon")) n++;
  for (uint32_t i = n; i < end && i < n + 5; i++) {
    if (policy__step_term(step, i)->sign != 0 || policy__step_is(step, i, "to") ||
        policy__step_is(step, i, "that"))
      return POLICY_NONE;
    if (policy__step_is_role(step, i) && !policy__step_is_role(step, i + 1)) return i;
  }
  return POLICY_NONE;
}

/* A role that does something, or by which something is done. */
static bool is_doing(const policy__actor_step *step, uint32_t n) {
  if (!policy__step_is_role(step, n)) return false;
  bool acts = policy__step_is_small(step, n + 1) &&
              (policy__step_classes(step, n + 1) & (POLICY__CLASS_ACT | POLICY__CLASS_SAY)) &&
              !(policy__step_classes(step, n + 1) &
                (POLICY__CLASS_FUNCTION | POLICY__CLASS_GROUP | POLICY__CLASS_INSTITUTION));
  uint32_t before = n;
  while (before > 0 && n - before < 3 &&
         (policy__step_classes(step, before - 1) & (POLICY__CLASS_DETERMINER | POLICY__CLASS_GROUP_ADJECTIVE)))
    before--;
  return acts || (before > 0 && policy__step_is(step, before - 1, "by"));
}

static void find_by_words(policy__actor_step *step, const policy__sentence_words *s) {
  for (uint32_t n = s->first; n < s->end; n++) {
    bool first = (policy__step_term(step, n)->shape & POLICY__SHAPE_FIRST) != 0;
    if (!policy__step_is_small(step, n) && !(first && (policy__step_classes(step, n) & POLICY__CLASS_ASK)))
      continue;
    uint32_t found = POLICY_NONE;
    bool duty = policy__step_is(step, n, "shall") || policy__step_is(step, n, "must") ||
                policy__step_is(step, n, "should") || policy__step_is(step, n, "ought") ||
                policy__step_is(step, n, "may") || policy__step_is(step, n, "will") ||
                policy__step_is(step, n, "need") || policy__step_is(step, n, "can") ||
                policy__step_is(step, n, "could");
    if (is_doing(step, n)) step->addressed[n] = 1;
    if (duty)
      found = subject_head(step, before_modal(step, n, s->first), s->first);
    else if (policy__step_classes(step, n) & POLICY__CLASS_ASK)
      found = asked(step, n + 1, s->end);
    if (found != POLICY_NONE) address(step, found, s->first);
  }
}

policy_status policy__addressed_find(policy__actor_step *step) {
  unsigned char *verbs = policy__arena_array(&step->arena, policy_document_token_count(step->document) + 1, 1);
  step->addressed = policy__arena_array(&step->arena, step->words.count + 1, 1);
  if (verbs == NULL || step->addressed == NULL) return POLICY_ERROR_NO_MEMORY;
  memset(verbs, 0, policy_document_token_count(step->document) + 1);
  memset(step->addressed, 0, step->words.count + 1);
  for (size_t i = 0; i < step->sentences.count; i++) {
    const policy__sentence_words *s = POLICY__AT(&step->sentences, policy__sentence_words, i);
    if (s->first < s->end && step->tokens[s->first] != POLICY_NONE)
      find_by_tree(step, s, verbs);
    else
      find_by_words(step, s);
  }
  return POLICY_OK;
}
