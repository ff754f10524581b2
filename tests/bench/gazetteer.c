/* How fast a gazetteer finds its names: bench-gazetteer FILE... reads the files as one text and matches it with the
   gazetteer that the library carries, in English and in all languages; the best of several runs, in the processor's time. */
#define _POSIX_C_SOURCE 200809L
#include <policy.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS = 15 };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static int append(const char *path, policy_buffer *text) {
  char bytes[65536];
  FILE *file = fopen(path, "rb");
  if (file == NULL) return perror(path), EXIT_FAILURE;
  for (size_t size; (size = fread(bytes, 1, sizeof bytes, file)) > 0;)
    if (policy_buffer_append(text, bytes, size) != POLICY_OK) return fclose(file), EXIT_FAILURE;
  fclose(file);
  return EXIT_SUCCESS;
}

/* Matches the whole text once; the number of matches. */
static size_t match(const policy_gazetteer *gazetteer, const policy_buffer *text, const char *languages) {
  policy_matcher_options options = POLICY_MATCHER_OPTIONS_INIT;
  options.languages = languages;
  policy_matcher *matcher = policy_matcher_new(gazetteer, text->data, text->size, &options, NULL);
  if (matcher == NULL) exit(EXIT_FAILURE);
  size_t count = 0;
  for (policy_match found; policy_matcher_next(matcher, &found);) count++;
  policy_matcher_free(matcher);
  return count;
}

static void measure(const policy_gazetteer *gazetteer, const policy_buffer *text, const char *languages) {
  double best = 1e9;
  size_t count = 0;
  for (int run = 0; run < RUNS; run++) {
    double begin = now();
    count = match(gazetteer, text, languages);
    double took = now() - begin;
    if (took < best) best = took;
  }
  printf("%-4s %zu matches in %.1f MB, %.1f MB/s\n", languages != NULL ? languages : "all", count,
         (double)text->size / 1e6, (double)text->size / best / 1e6);
}

int main(int count, char **paths) {
  policy_buffer text = POLICY_BUFFER_INIT;
  for (int i = 1; i < count; i++)
    if (append(paths[i], &text) != EXIT_SUCCESS) return EXIT_FAILURE;
  if (text.size == 0) return fputs("usage: bench-gazetteer FILE...\n", stderr), 2;
  measure(policy_gazetteer_builtin(), &text, "en");
  measure(policy_gazetteer_builtin(), &text, NULL);
  policy_buffer_free(&text);
  return EXIT_SUCCESS;
}
