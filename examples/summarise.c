/* Prints each recommendation of a document with its force. cc summarise.c -lpolicy */
#include <stdio.h>

#include <policy.h>

int main(int argc, char **argv) {
  policy_error error;
  policy_document *document = policy_analyse_file(argc > 1 ? argv[1] : "", NULL, &error);
  if (document == NULL) return fprintf(stderr, "%s\n", error.message), 1;
  for (uint32_t i = 0; i < policy_document_recommendation_count(document); i++) {
    policy_recommendation asked = policy_document_recommendation(document, i);
    policy_string words = policy_document_slice(document, policy_recommendation_span(asked));
    printf("%s: %.*s\n", policy_force_name(policy_recommendation_force(asked)), (int)words.size, words.data);
  }
  policy_document_unref(document);
  return 0;
}
