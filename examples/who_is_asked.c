/* A table of addressees: how often each is told that it must, should or could do something, or not. */
#include <stdio.h>
#include <stdlib.h>

#include <policy.h>

enum { FORCES = POLICY_FORCE_MUST_NOT + 1 };

/* Counts, for each actor, the recommendations of each force that are addressed to it. */
static void count(const policy_document *document, unsigned (*asked)[FORCES]) {
  uint32_t recommendations = policy_document_recommendation_count(document);
  for (uint32_t i = 0; i < recommendations; i++) {
    policy_recommendation recommendation = policy_document_recommendation(document, i);
    policy_force force = policy_recommendation_force(recommendation);
    uint32_t addressees = policy_recommendation_actor_count(recommendation, POLICY_PARTY_ADDRESSEE);
    for (uint32_t n = 0; n < addressees; n++)
      asked[policy_recommendation_actor(recommendation, POLICY_PARTY_ADDRESSEE, n).id][force]++;
  }
}

static void print(const policy_document *document, unsigned (*asked)[FORCES]) {
  printf("could\tshould\tmust\tshould not\tmust not\twho\n");
  uint32_t actors = policy_document_actor_count(document);
  for (uint32_t i = 0; i < actors; i++) {
    unsigned sum = 0;
    for (int force = 0; force < FORCES; force++) sum += asked[i][force];
    if (sum == 0) continue;
    for (int force = 0; force < FORCES; force++) printf("%u\t", asked[i][force]);
    printf("%s\n", policy_actor_name(policy_document_actor(document, i)).data);
  }
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: who_is_asked FILE\n");
    return 2;
  }
  policy_error error;
  policy_document *document = policy_analyse_file(argv[1], NULL, &error);
  if (document == NULL) {
    fprintf(stderr, "%s: %s\n", argv[1], error.message);
    return 1;
  }
  unsigned (*asked)[FORCES] = calloc((size_t)policy_document_actor_count(document) + 1, sizeof *asked);
  if (asked != NULL) {
    count(document, asked);
    print(document, asked);
  }
  free(asked);
  policy_document_unref(document);
  return asked != NULL ? 0 : 1;
}
