/* Noun phrases on trees. */
#include "extract/phrase.h"

#include "base/equal.h"

enum { LONGEST = 12, DEEPEST = 12 }; /* words on either side; arcs up to the head */

policy_status policy__phrases_find(policy__actor_step *step) {
  size_t count = step->words.count;
  step->tokens = policy__arena_array(&step->arena, count + 1, sizeof *step->tokens);
  if (step->tokens == NULL) return POLICY_ERROR_NO_MEMORY;
  uint32_t tokens = policy_document_token_count(step->document), at = 0;
  for (uint32_t n = 0; n < count; n++) {
    policy_span word = policy__step_term(step, n)->span;
    while (at < tokens && policy_token_span(policy_document_token(step->document, at)).end <= word.begin) at++;
    policy_token token = policy_document_token(step->document, at);
    bool known =
        at < tokens && policy_token_span(token).begin < word.end && policy_token_relation(token).size > 0;
    step->tokens[n] = known ? at : POLICY_NONE;
  }
  return POLICY_OK;
}

static policy_token token_of(const policy__actor_step *step, uint32_t n) {
  return policy_document_token(step->document, step->tokens[n]);
}

static bool is_any(policy_string relation, const char *const *names) {
  for (; *names != NULL; names++)
    if (policy__equal_word(relation, *names)) return true;
  return false;
}

bool policy__phrase_is_part(const policy__actor_step *step, uint32_t n) {
  static const char *const part[] = {"compound", "amod", NULL};
  policy_token token = token_of(step, n), head = policy_token_head(token);
  return is_any(policy_token_relation(token), part) && head.document != NULL && head.id > token.id;
}

/* Whether the arcs from a word lead up to the head over relations of the list alone. */
static bool hangs_on(const policy__actor_step *step, uint32_t n, uint32_t head, const char *const *relations) {
  if (step->tokens[n] == POLICY_NONE || step->tokens[head] == POLICY_NONE) return false;
  policy_token token = token_of(step, n);
  for (int depth = 0; depth < DEEPEST && token.document != NULL; depth++) {
    if (token.id == step->tokens[head]) return true;
    if (!is_any(policy_token_relation(token), relations)) return false;
    token = policy_token_head(token);
  }
  return false;
}

uint32_t policy__phrase_start(const policy__actor_step *step, uint32_t n, uint32_t first) {
  static const char *const before[] = {"compound",  "amod", "nummod", "flat", "punct", "advmod",
                                       "nmod:poss", "case", "conj",   "cc",   NULL};
  uint32_t start = n, loose = POLICY__CLASS_LOOSE | POLICY__CLASS_FUNCTION;
  while (start > first && n - start < LONGEST && hangs_on(step, start - 1, n, before)) start--;
  for (; start < n; start++) {
    const policy__term *word = policy__step_term(step, start);
    policy_upos upos = policy_token_upos(token_of(step, start));
    bool focus = upos == POLICY_UPOS_ADV && policy_token_head(token_of(step, start)).id ==
                                                step->tokens[n]; /* "|particularly scientists" */
    bool skip = focus || word->sign != 0 || (word->shape & POLICY__SHAPE_NUMBER) ||
                (policy__term_classes(word) & loose) || (word->shape & POLICY__SHAPE_OWNER) ||
                upos == POLICY_UPOS_DET || upos == POLICY_UPOS_PRON || upos == POLICY_UPOS_CCONJ ||
                upos == POLICY_UPOS_PROPN;
    if (!skip) break;
  }
  return start;
}

uint32_t policy__phrase_end(const policy__actor_step *step, uint32_t n, uint32_t end) {
  static const char *const behind[] = {"nmod",   "case", "det",       "compound", "amod",
                                       "nummod", "flat", "nmod:poss", "punct",    NULL};
  static const char *const joints[] = {"of",     "to", "from", "with",
                                       "within", NULL}; /* "parties to the talks", "people with means" */
  uint32_t last = n + 1;
  bool joint = false;
  for (const char *const *word = joints; last < end && *word != NULL; word++)
    joint |= policy__step_is(step, last, *word);
  if (!joint) return last;
  while (last < end && last - n < LONGEST && hangs_on(step, last, n, behind)) last++;
  return last;
}
