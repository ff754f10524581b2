/* Which sentences are worth a reading that costs much: a linear scan for runs of words. */
#ifndef POLICY_LANG_CASCADE_H
#define POLICY_LANG_CASCADE_H

#include <stdbool.h>

#include <policy/document.h>

/* What a sentence may hold, as bits. */
enum {
  POLICY__CASCADE_DUTY = 1u << 0,       /* must, should, is to, may not, responsible for ... */
  POLICY__CASCADE_ASKING = 1u << 1,     /* urges, calls on, the recommendation to ... */
  POLICY__CASCADE_NEED = 1u << 2,       /* it is essential that, a need for, would be useful ... */
  POLICY__CASCADE_OPTION = 1u << 3,     /* can and could where they may advise */
  POLICY__CASCADE_IMPERATIVE = 1u << 4, /* begins with what may be an order */
  POLICY__CASCADE_ACTOR = 1u << 5,      /* a capital or seat of government that acts */
  POLICY__CASCADE_EVENT = 1u << 6,      /* a dated event of state */
  POLICY__CASCADE_LISTED = 1u << 7,     /* an item of a list whose lead-in asks */
  POLICY__CASCADE_WANTED = (1u << 8) - 1,
  POLICY__CASCADE_LEAD = 1u << 8 /* not a reason: the items that follow are listed */
};

/* What text[sentence] may hold. `kind` is that of its block; `before` what this function gave for the
   sentence before it in the document, 0 for the first: lists inherit from their lead-in. Generous where it
   must choose: a sentence without bits holds nothing to find, one with bits may. Linear in the size of the
   sentence. */
uint32_t policy__cascade_scan(policy_string text, policy_span sentence, policy_block_kind kind,
                              uint32_t before);

/* Is a sentence with these bits worth the reading? */
static inline bool policy__cascade_wants(uint32_t found) {
  return (found & POLICY__CASCADE_WANTED) != 0;
}

#endif
