/* Walking all components of a part in one pass, properties too. */
#ifndef POLICY_MODEL_COMPONENTS_H
#define POLICY_MODEL_COMPONENTS_H

#include <policy/recommendation.h>

/* How many components a statement or recommendation has, properties too. They lie one behind the other:
   the next one's id is one more than that of `first`. */
uint32_t policy__statement_components(policy_statement statement, policy_component *first);
uint32_t policy__recommendation_components(policy_recommendation recommendation, policy_component *first);

/* What a property qualifies; null for a component that is no property. */
policy_component policy__component_parent(policy_component component);

#endif
