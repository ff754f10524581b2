/* What the name tagger finds, and how fast: usage: bench-names [-l] FILE...

   Prints words and words per second of tagging alone (best of five rounds; cutting into sentences and words is not
   counted). With -l, a line for each name instead: file, first and last byte, type, score, text. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <policy.h>

#include "base/file.h"
#include "base/memory.h"
#include "extract/nametag.h"
#include "lang/segment.h"
#include "model/builder.h"
#include "read/plain.h"

enum { ROUNDS = 5 };
static const char *const types[] = {"PER", "ORG", "LOC", "MISC"};
static size_t word_count, name_count;
static double seconds;

typedef struct paper {
  policy__name_place place;
  policy__array words, names, ends; /* ends: of sentences, in words */
} paper;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void die(const char *path, const char *why) {
  fprintf(stderr, "bench-names: %s: %s\n", path, why);
  exit(1);
}

static void cut(const char *path, const policy_document *document, paper *p) {
  policy__array_init(&p->words, &policy__malloc_allocator, sizeof(policy__term), UINT32_MAX - 1);
  policy__array_init(&p->names, &policy__malloc_allocator, sizeof(policy__name_span), UINT32_MAX - 1);
  policy__array_init(&p->ends, &policy__malloc_allocator, sizeof(uint32_t), UINT32_MAX - 1);
  p->place.text = policy_document_text(document);
  for (uint32_t n = 0; n < policy_document_sentence_count(document); n++) {
    policy_span span = policy_sentence_span(policy_document_sentence(document, n));
    uint32_t *end = policy__array_push(&p->ends, NULL);
    if (end == NULL || policy__terms_find(p->place.text, span, &p->words) != POLICY_OK) die(path, "no memory");
    *end = (uint32_t)p->words.count;
  }
  p->place.words = p->words.items;
}

static void note_small(const char *path, paper *p) {
  size_t bits = 1024;
  while (bits < p->words.count * 16) bits *= 2;
  unsigned char *small = calloc(bits / 8, 1);
  if (small == NULL) die(path, "no memory");
  for (size_t n = 0; n < p->words.count; n++) {
    uint32_t bit = p->place.words[n].hash & (uint32_t)(bits - 1);
    if (p->place.words[n].shape & POLICY__SHAPE_SMALL) small[bit >> 3] |= (unsigned char)(1u << (bit & 7));
  }
  p->place.small = small;
  p->place.small_mask = (uint32_t)(bits - 1);
}

static void tag(const char *path, paper *p) {
  uint32_t first = 0;
  p->names.count = 0;
  for (size_t i = 0; i < p->ends.count; i++) {
    uint32_t end = *POLICY__AT(&p->ends, uint32_t, i);
    if (policy__nametag_find(&p->place, first, end, &p->names) != POLICY_OK) die(path, "no memory");
    first = end;
  }
  policy_status status = policy__nametag_agree(&p->place, first, &policy__malloc_allocator, &p->names);
  if (status != POLICY_OK) die(path, "no memory");
}

static void list(const char *path, const paper *p) {
  for (size_t i = 0; i < p->names.count; i++) {
    const policy__name_span *name = POLICY__AT(&p->names, policy__name_span, i);
    uint32_t begin = p->place.words[name->first].span.begin, end = p->place.words[name->end - 1].span.end;
    printf("%s\t%u\t%u\t%s\t%d\t", path, begin, end, types[name->type], name->score);
    for (uint32_t k = begin; k < end; k++) {
      char byte = p->place.text.data[k];
      putchar(strchr("\t\r\n", byte) != NULL ? ' ' : byte);
    }
    putchar('\n');
  }
}

static void measure(const char *path, paper *p) {
  double best = 0;
  for (int round = 0; round < ROUNDS; round++) {
    double begin = now();
    tag(path, p);
    double time = now() - begin;
    if (round == 0 || time < best) best = time;
  }
  seconds += best;
  word_count += p->words.count;
  name_count += p->names.count;
}

static void do_file(const char *path, bool lines) {
  policy_error error = {.code = POLICY_OK};
  policy_buffer bytes = POLICY_BUFFER_INIT;
  if (policy__file_read(path, &bytes, &error) != POLICY_OK) die(path, error.message);
  policy_builder *builder = policy_builder_new(bytes.data, bytes.size, NULL, NULL, &error);
  if (builder == NULL) die(path, error.message);
  const policy_allocator *allocator = policy__builder_allocator(builder);
  if (policy__plain_blocks(builder, allocator, &error) != POLICY_OK ||
      policy__segment(builder, policy__builder_limits(builder), allocator, &error) != POLICY_OK)
    die(path, error.message);
  paper p = {0};
  cut(path, policy_builder_document(builder), &p);
  note_small(path, &p);
  if (lines)
    tag(path, &p), list(path, &p);
  else
    measure(path, &p);
  policy__array_free(&p.words);
  policy__array_free(&p.names);
  policy__array_free(&p.ends);
  free((void *)(uintptr_t)p.place.small);
  policy_builder_free(builder);
  policy_buffer_free(&bytes);
}

int main(int argc, char **argv) {
  bool lines = argc > 1 && strcmp(argv[1], "-l") == 0;
  for (int i = lines ? 2 : 1; i < argc; i++) do_file(argv[i], lines);
  if (!lines && seconds > 0)
    printf("%zu words, %zu names, %.2f million words per second\n", word_count, name_count,
           (double)word_count / seconds / 1e6);
  return 0;
}
