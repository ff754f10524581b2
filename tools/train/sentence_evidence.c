/* Prints the evidence that the sentence splitter sees, for tools/train/sentence.py. Reads records from
   standard input: a line with the size of a text and the ends of its sentences in bytes, and the text. For each
   gap that the rules leave open it prints a line: 1 or 0, and the places of the evidence. */
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "lang/judge.h"

typedef struct gold {
  const size_t *ends;
  size_t count, next;
} gold;

static bool print_and_follow(const policy__boundary *boundary, void *context) {
  gold *g = context;
  uint32_t features[POLICY__BOUNDARY_FEATURES];
  while (g->next < g->count && g->ends[g->next] < boundary->before->span.end) g->next++;
  bool ends = g->next < g->count && g->ends[g->next] == boundary->before->span.end;
  policy__verdict verdict = policy__boundary_rule(boundary);
  if (verdict != POLICY__OPEN && (verdict == POLICY__ENDS) != ends)
    fprintf(stderr, "%d\t%.*s\n", ends, (int)(boundary->next->span.end - boundary->before2->span.begin),
            boundary->text + boundary->before2->span.begin);
  if (verdict != POLICY__OPEN) return ends;
  uint32_t count = policy__boundary_features(boundary, features);
  printf("%d", ends);
  for (uint32_t i = 0; i < count; i++) printf(" %u", (unsigned)features[i]);
  putchar('\n');
  return ends;
}

static bool read_record(char **text, size_t *size, size_t **ends, size_t *count) {
  if (scanf("%zu %zu", size, count) != 2) return false;
  *ends = calloc(*count + 1, sizeof **ends);
  *text = calloc(*size + 1, 1);
  if (*ends == NULL || *text == NULL) return false;
  for (size_t i = 0; i < *count; i++)
    if (scanf("%zu", &(*ends)[i]) != 1) return false;
  return getchar() == '\n' && fread(*text, 1, *size, stdin) == *size;
}

int main(void) {
  char *text;
  size_t size, *ends, count;
  policy_limits limits = POLICY_LIMITS_INIT;
  limits.sentence = UINT32_MAX;
  while (read_record(&text, &size, &ends, &count)) {
    policy__array sentences;
    uint32_t cut = 0;
    gold g = {ends, count, 0};
    policy__array_init(&sentences, &policy__malloc_allocator, sizeof(policy_span), size + 1);
    if (policy__sentences_judge((policy_string){text, size}, (policy_span){0, (uint32_t)size}, &limits,
                                (policy__judge){print_and_follow, &g}, &sentences, &cut) != POLICY_OK)
      return EXIT_FAILURE;
    policy__array_free(&sentences);
    free(ends);
    free(text);
  }
  return EXIT_SUCCESS;
}
