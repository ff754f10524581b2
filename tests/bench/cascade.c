/* What the cascade selects, and how fast: usage: bench-cascade [-l] FILE...

   Prints how many sentences and words of the files it selects, by reason, and the speed of the scan alone
   (best of five rounds). With -l, a line for each sentence instead: file, first and last byte, reasons in
   hexadecimal, words, text. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <policy.h>

#include "base/array.h"
#include "base/file.h"
#include "base/memory.h"
#include "lang/cascade.h"
#include "lang/sentence.h"

enum { REASONS = 9, ROUNDS = 5 };
static const char *const names[REASONS] = {"duty",  "asking", "need",   "option", "imperative",
                                           "actor", "event",  "listed", "any"};
static size_t sentences[REASONS + 1], words[REASONS + 1], bytes;
static double seconds;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void die(const char *path, const char *why) {
  fprintf(stderr, "bench-cascade: %s: %s\n", path, why);
  exit(1);
}

static size_t count_words(policy_string text, policy_span span) {
  size_t count = 0;
  bool inside = false;
  for (uint32_t i = span.begin; i < span.end; i++) {
    bool space = strchr(" \t\r\n", text.data[i]) != NULL;
    count += !space && !inside;
    inside = !space;
  }
  return count;
}

static void count(uint32_t found, size_t size) {
  for (unsigned i = 0; i < REASONS; i++) {
    bool has = i + 1 < REASONS ? (found >> i & 1) != 0 : policy__cascade_wants(found);
    sentences[i] += has;
    words[i] += has ? size : 0;
  }
  sentences[REASONS]++;
  words[REASONS] += size;
}

static void print_sentence(const char *path, policy_string text, policy_span span, uint32_t found,
                           size_t size) {
  printf("%s\t%u\t%u\t%x\t%zu\t", path, span.begin, span.end, found, size);
  for (uint32_t i = span.begin; i < span.end; i++)
    putchar(strchr("\t\r\n", text.data[i]) != NULL ? ' ' : text.data[i]);
  putchar('\n');
}

static uint32_t scan_all(policy_string text, const policy__array *spans, const policy_block_kind *kinds) {
  uint32_t found = 0;
  for (size_t i = 0; i < spans->count; i++)
    found = policy__cascade_scan(text, *POLICY__AT(spans, policy_span, i), kinds[i], found);
  return found;
}

static void measure(policy_string text, const policy__array *spans, const policy_block_kind *kinds) {
  double best = 0;
  volatile uint32_t sink = 0;
  for (int round = 0; round < ROUNDS; round++) {
    double begin = now();
    sink ^= scan_all(text, spans, kinds);
    double time = now() - begin;
    if (round == 0 || time < best) best = time;
  }
  for (size_t i = 0; i < spans->count; i++) {
    policy_span span = *POLICY__AT(spans, policy_span, i);
    bytes += span.end - span.begin;
  }
  seconds += best;
}

static void run(const char *path, policy_string text, const policy__array *spans,
                const policy_block_kind *kinds, bool listing) {
  uint32_t found = 0;
  for (size_t i = 0; i < spans->count; i++) {
    policy_span span = *POLICY__AT(spans, policy_span, i);
    found = policy__cascade_scan(text, span, kinds[i], found);
    size_t size = count_words(text, span);
    count(found, size);
    if (listing) print_sentence(path, text, span, found, size);
  }
  if (!listing) measure(text, spans, kinds);
}

/* The sentences of blocks that analysis reads, and the kinds of their blocks. */
static void split(const policy_document *document, policy__array *spans, policy__array *kinds,
                  const char *path) {
  policy_limits limits = POLICY_LIMITS_INIT;
  policy_string text = policy_document_text(document);
  uint32_t cut = 0;
  for (uint32_t n = 0; n < policy_document_block_count(document); n++) {
    policy_block block = policy_document_block(document, n);
    policy_block_kind kind = policy_block_kind_of(block);
    if (policy__sentences_find(text, policy_block_span(block), &limits, spans, &cut) != POLICY_OK)
      die(path, "no memory");
    while (kinds->count < spans->count) {
      policy_block_kind *slot = policy__array_push(kinds, NULL);
      if (slot == NULL) die(path, "no memory");
      *slot = kind;
    }
  }
}

int main(int argc, char **argv) {
  bool listing = argc > 1 && strcmp(argv[1], "-l") == 0;
  for (int i = listing ? 2 : 1; i < argc; i++) {
    policy_error error;
    policy_document *document = policy_read_file(argv[i], NULL, &error);
    if (document == NULL) die(argv[i], error.message);
    policy__array spans, kinds;
    policy__array_init(&spans, &policy__malloc_allocator, sizeof(policy_span), SIZE_MAX);
    policy__array_init(&kinds, &policy__malloc_allocator, sizeof(policy_block_kind), SIZE_MAX);
    split(document, &spans, &kinds, argv[i]);
    run(argv[i], policy_document_text(document), &spans, kinds.items, listing);
    policy__array_free(&spans);
    policy__array_free(&kinds);
    policy_document_unref(document);
  }
  if (listing) return 0;
  for (unsigned i = 0; i < REASONS; i++)
    printf("%-12s %8zu sentences %5.1f %%   %9zu words %5.1f %%\n", names[i], sentences[i],
           100.0 * (double)sentences[i] / (double)sentences[REASONS], words[i],
           100.0 * (double)words[i] / (double)words[REASONS]);
  printf("of           %8zu sentences           %9zu words\n", sentences[REASONS], words[REASONS]);
  printf("scan         %.0f MB/s, %.4f microseconds a word\n", (double)bytes / seconds / 1e6,
         seconds * 1e6 / (double)words[REASONS]);
  return 0;
}
