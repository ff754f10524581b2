/* Tags, lemmas and trees for sentences that are cut into words. */
#ifndef POLICY_LANG_ANNOTATE_H
#define POLICY_LANG_ANNOTATE_H

#include <policy/builder.h>
#include <policy/model.h>

/* Tags, lemmatises and parses the sentences that the builder holds already; in place. `full`: all of them, not
   only those that may hold a finding. `model` may be NULL; `allocator` is for scratch. */
policy_status policy__annotate(policy_builder *builder, const policy_model *model, bool full,
                               const policy_allocator *allocator, policy_error *error);

#endif
