/* The components of a part as they lie in the document's list. */
#include "model/components.h"

#include "model/model.h"

uint32_t policy__statement_components(policy_statement statement, policy_component *first) {
  const policy_document *document = statement.document;
  *first = (policy_component){NULL, POLICY_NONE};
  if (document == NULL || statement.id >= document->statements.count) return 0;
  const policy__statement_item *item = POLICY__AT(&document->statements, policy__statement_item, statement.id);
  *first = (policy_component){document, item->first};
  return item->record.component_count;
}

uint32_t policy__recommendation_components(policy_recommendation recommendation, policy_component *first) {
  const policy_document *document = recommendation.document;
  *first = (policy_component){NULL, POLICY_NONE};
  if (document == NULL || recommendation.id >= document->recommendations.count) return 0;
  const policy__recommendation_item *item =
      POLICY__AT(&document->recommendations, policy__recommendation_item, recommendation.id);
  *first = (policy_component){document, item->first};
  return item->record.component_count;
}

policy_component policy__component_parent(policy_component component) {
  const policy_document *document = component.document;
  if (document == NULL || component.id >= document->components.count)
    return (policy_component){NULL, POLICY_NONE};
  uint32_t parent = POLICY__AT(&document->components, policy_component_record, component.id)->parent;
  return parent != POLICY_NONE ? (policy_component){document, parent} : (policy_component){NULL, POLICY_NONE};
}
