/* The arcs of a sentence's tree. */
#include "extract/arcs.h"

#include "base/equal.h"

uint32_t policy__arc_head(policy_sentence sentence, uint32_t n) {
  policy_token head = policy_token_head(policy_sentence_token(sentence, n));
  return head.document != NULL ? head.id - policy_sentence_token(sentence, 0).id : POLICY_NONE;
}

bool policy__arc_is(policy_sentence sentence, uint32_t n, const char *relation) {
  return policy__equal_word(policy_token_relation(policy_sentence_token(sentence, n)), relation);
}

uint32_t policy__arc_top(policy_sentence sentence, policy__range range) {
  for (uint32_t n = range.begin; n < range.end; n++) {
    uint32_t head = policy__arc_head(sentence, n);
    if (head == POLICY_NONE || head < range.begin || head >= range.end) return n;
  }
  return POLICY_NONE;
}
