/* Tags, lemmas and trees: not made yet. */
#include "lang/annotate.h"

policy_status policy__annotate(policy_builder *builder, bool full, const policy_allocator *allocator,
                               policy_error *error) {
  (void)builder;
  (void)full;
  (void)allocator;
  (void)error;
  return POLICY_OK;
}
