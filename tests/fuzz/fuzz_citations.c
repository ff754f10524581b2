/* Any text, as one block: what it cites must make a good document, in the order of the text, each with both of
   scheme and value or neither. */
#include "one_block.h"

#include "extract/citations.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  policy_error error = {.code = POLICY_OK};
  policy_builder *builder = one_block(data, size);
  demand(policy__extract_citations(builder, &error) == POLICY_OK);
  policy_document *document = policy_builder_finish(builder, &error);
  demand(document != NULL);
  demand(policy_document_check(document, &error) == POLICY_OK);
  uint32_t end = 0;
  for (uint32_t i = 0; i < policy_document_citation_count(document); i++) {
    policy_citation citation = policy_document_citation_at(document, i);
    policy_span span = policy_citation_span(citation);
    demand(span.begin >= end && span.end > span.begin);
    end = span.end;
    demand((policy_citation_scheme(citation).size > 0) == (policy_citation_value(citation).size > 0));
  }
  policy_document_unref(document);
  return 0;
}
