/* How fast, and with how much memory: usage: bench [-n ROUNDS] FILE...

   Each stage runs over all files ROUNDS times (3); the best round counts. Stages are compared within one run on
   one machine: take the ratios, not the figures, elsewhere. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <policy.h>

typedef struct source {
  const char *path;
  char *bytes;
  size_t size;
  policy_document *read, *analysed;
  policy_buffer json;
} source;

static source *sources;
static size_t source_count, total_bytes;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void die(const char *path, const char *why) {
  fprintf(stderr, "bench: %s: %s\n", path, why);
  exit(1);
}

static void load(source *s, const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) die(path, "cannot be read");
  long size = ftell(file);
  rewind(file);
  *s = (source){.path = path, .size = size > 0 ? (size_t)size : 0};
  s->bytes = malloc(s->size + 1);
  if (s->bytes == NULL || fread(s->bytes, 1, s->size, file) != s->size) die(path, "cannot be read");
  fclose(file);
  total_bytes += s->size;
}

/* ---- stages: each does one file, and may leave its result for the next ----------------------------------------- */

static void stage_read(source *s) {
  policy_error error;
  policy_document_unref(s->read);
  s->read = policy_read(s->bytes, s->size, NULL, &error);
  if (s->read == NULL) die(s->path, error.message);
}

static void stage_analyse(source *s) {
  policy_error error;
  policy_document_unref(s->analysed);
  s->analysed = policy_analyse(s->read, NULL, &error);
  if (s->analysed == NULL) die(s->path, error.message);
}

static void stage_json_write(source *s) {
  policy_buffer_free(&s->json);
  if (policy_json_write(s->analysed, 0, &s->json, NULL) != POLICY_OK) die(s->path, "JSON failed");
}

static void stage_json_read(source *s) {
  policy_document *document = policy_json_read(s->json.data, s->json.size, NULL, NULL);
  if (document == NULL) die(s->path, "JSON came back wrong");
  policy_document_unref(document);
}

static void stage_summary(source *s) {
  policy_buffer buffer = POLICY_BUFFER_INIT;
  if (policy_summary_write(s->analysed, 0, 80, &buffer, NULL) != POLICY_OK) die(s->path, "summary failed");
  policy_buffer_free(&buffer);
}

/* ---- running --------------------------------------------------------------------------------------------------- */

typedef struct job {
  void (*stage)(source *);
  atomic_size_t next;
} job;

static void *work(void *argument) {
  job *j = argument;
  for (size_t i; (i = atomic_fetch_add(&j->next, 1)) < source_count;) j->stage(&sources[i]);
  return NULL;
}

static double run_once(void (*stage)(source *), int threads) {
  job j = {.stage = stage};
  pthread_t others[16];
  double begin = now();
  for (int i = 1; i < threads; i++)
    if (pthread_create(&others[i], NULL, work, &j) != 0) die("threads", "cannot be made");
  work(&j);
  for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
  return now() - begin;
}

static double best(void (*stage)(source *), int threads, int rounds) {
  double least = run_once(stage, threads);
  for (int i = 1; i < rounds; i++) {
    double time = run_once(stage, threads);
    if (time < least) least = time;
  }
  return least;
}

static size_t count_words(void) {
  size_t words = 0;
  for (size_t i = 0; i < source_count; i++) words += policy_document_token_count(sources[i].analysed);
  return words;
}

/* ---- memory: what the allocator of one document is asked for ------------------------------------------------------ */

typedef struct meter {
  size_t used, peak;
} meter;

static void *meter_allocate(void *context, size_t size) {
  meter *m = context;
  m->used += size;
  if (m->used > m->peak) m->peak = m->used;
  return malloc(size);
}

static void *meter_reallocate(void *context, void *block, size_t old_size, size_t size) {
  meter *m = context;
  m->used += size - old_size;
  if (m->used > m->peak) m->peak = m->used;
  return realloc(block, size);
}

static void meter_release(void *context, void *block, size_t size) {
  ((meter *)context)->used -= size;
  free(block);
}

static size_t peak_of(const source *s, int analyse) {
  meter m = {0, 0};
  policy_allocator allocator = {meter_allocate, meter_reallocate, meter_release, &m};
  policy_options options = POLICY_OPTIONS_INIT;
  options.allocator = &allocator;
  policy_document *document = policy_read(s->bytes, s->size, &options, NULL), *analysed = NULL;
  if (analyse) {
    m.peak = m.used;
    analysed = policy_analyse(document, &options, NULL);
  }
  policy_document_unref(analysed);
  policy_document_unref(document);
  return m.peak;
}

static void print_memory(void) {
  size_t read = 0, analyse = 0;
  for (size_t i = 0; i < source_count; i++) {
    read += peak_of(&sources[i], 0);
    analyse += peak_of(&sources[i], 1);
  }
  printf("peak memory per input byte: read %.1f, read and analyse %.1f\n", (double)read / (double)total_bytes,
         (double)analyse / (double)total_bytes);
}

int main(int argc, char **argv) {
  static const struct {
    const char *name;
    void (*stage)(source *);
  } stages[] = {{"read", stage_read},
                {"analyse", stage_analyse},
                {"json write", stage_json_write},
                {"json read", stage_json_read},
                {"summary", stage_summary}};
  int rounds = 3, first = 1;
  if (argc > 2 && strcmp(argv[1], "-n") == 0) {
    rounds = (int)strtol(argv[2], NULL, 10);
    first = 3;
  }
  if (first >= argc || rounds < 1) die("usage", "bench [-n ROUNDS] FILE...");
  source_count = (size_t)(argc - first);
  sources = calloc(source_count, sizeof *sources);
  if (sources == NULL) die("files", "too many");
  for (size_t i = 0; i < source_count; i++) load(&sources[i], argv[first + (int)i]);
  double reading = 0;
  printf("%zu files, %.2f MB\n%-12s%10s%14s%10s%12s\n", source_count, (double)total_bytes / 1e6, "stage", "MB/s",
         "words/s", "to read", "2 threads");
  for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
    double one = best(stages[i].stage, 1, rounds), two = best(stages[i].stage, 2, rounds);
    if (i == 0) {
      reading = one;
      run_once(stage_analyse, 2); /* for the count of words */
    }
    printf("%-12s%10.1f%14.0f%9.2fx%11.2fx\n", stages[i].name, (double)total_bytes / 1e6 / one,
           (double)count_words() / one, one / reading, one / two);
  }
  print_memory();
  for (size_t i = 0; i < source_count; i++) {
    policy_document_unref(sources[i].read);
    policy_document_unref(sources[i].analysed);
    policy_buffer_free(&sources[i].json);
    free(sources[i].bytes);
  }
  free(sources);
  return 0;
}
