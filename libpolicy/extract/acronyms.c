/* Acronyms of what has no name of capitals: "state advisory committees (SACs)". */
#include <string.h>

#include "extract/actors.h"

enum { MOST_LETTERS = 6, MOST_SKIPPED = 4 };

static bool is_sign(const policy__actor_step *step, uint32_t n, uint32_t sign) {
  return n < step->words.count && policy__step_term(step, n)->sign == sign;
}

/* The letters of the acronym that is word `n`, in small letters and without the plural's; 0: it is none. */
static size_t letters_of(const policy__actor_step *step, uint32_t n, char letters[MOST_LETTERS]) {
  policy_string form = policy__step_slice(step, n, n + 1);
  if (form.size > 2 && form.data[form.size - 1] == 's') form.size--;
  if (form.size < 2 || form.size > MOST_LETTERS) return 0;
  for (size_t i = 0; i < form.size; i++) {
    if (form.data[i] < 'A' || form.data[i] > 'Z') return 0;
    letters[i] = (char)(form.data[i] | 0x20);
  }
  return form.size;
}

/* Where the words that end before `end` begin, if their first letters are these; `end` where they are not.
   Function words may stand between. */
static uint32_t begin_of(const policy__actor_step *step, uint32_t end, const char *letters, size_t size) {
  uint32_t n = end, skipped = 0;
  while (size > 0) {
    if (n == 0 || policy__step_term(step, n - 1)->sign != 0) return end;
    n--;
    char first = step->text.data[policy__step_term(step, n)->span.begin];
    if ((first | 0x20) == letters[size - 1]) {
      size--;
      skipped = 0;
    } else if (!(policy__step_classes(step, n) & POLICY__CLASS_FUNCTION) || ++skipped > MOST_SKIPPED) {
      return end;
    }
  }
  return n;
}

/* The word that tells what kind of body or role words name: the last, or the one before "of". */
static uint32_t head_of(const policy__actor_step *step, uint32_t first, uint32_t end) {
  for (uint32_t n = first + 1; n < end; n++)
    if (policy__step_classes(step, n) & POLICY__CLASS_PREPOSITION) return n - 1;
  return end - 1;
}

static policy_status alias(policy__actor_step *step, const char *letters, size_t size, uint32_t actor) {
  policy_string key;
  if (!policy__arena_string(&step->arena, (policy_string){letters, size}, &key)) return POLICY_ERROR_NO_MEMORY;
  if (policy__table_find(&step->keys, key) != POLICY_NONE) return POLICY_OK;
  return policy__table_add(&step->keys, key, actor);
}

policy_status policy__acronym_define(policy__actor_step *step, const policy__candidate *c) {
  const uint32_t heads =
      POLICY__CLASS_HEAD | POLICY__CLASS_GROUP | POLICY__CLASS_AGENT | POLICY__CLASS_ROLE_WORD;
  char letters[MOST_LETTERS + 1];
  if (c->first < 2 || c->end != c->first + 1 || !is_sign(step, c->first - 1, '(') ||
      !is_sign(step, c->end, ')'))
    return POLICY_OK;
  size_t size = letters_of(step, c->first, letters);
  uint32_t end = c->first - 1, first = size > 0 ? begin_of(step, end, letters, size) : end;
  if (first == end) return POLICY_OK;
  uint32_t head = head_of(step, first, end);
  if (!(policy__step_classes(step, head) & heads) || !policy__step_is_small(step, head)) return POLICY_OK;
  bool body = (policy__step_classes(step, head) & POLICY__CLASS_HEAD) != 0;
  uint32_t actor;
  policy_string key;
  policy_actor_kind kind =
      body ? (policy_actor_kind)policy__gazetteer_words[policy__step_term(step, head)->id].kind
           : POLICY_ACTOR_GROUP;
  policy_status status = policy__step_key(step, first, end, &key);
  if (status == POLICY_OK) status = policy__step_named(step, key, first, end, kind, &actor);
  if (status == POLICY_OK) status = alias(step, letters, size, actor);
  letters[size] = 's';
  if (status == POLICY_OK) status = alias(step, letters, size + 1, actor);
  return status != POLICY_OK ? status : policy__step_mention(step, actor, first, end, POLICY_MENTION_NAME);
}
