/* How fast, and with how much memory: usage: bench [-n ROUNDS] [-p PROGRAM] FILE...

   Each stage runs over all files ROUNDS times (3); the best round counts. Stages are compared within one run on
   one machine: take the ratios, not the figures, elsewhere. Times are the processor's, so that other programs disturb
   them little; only what two threads gain is told by the clock. PROGRAM is the command policy, whose start is timed. */
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

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

static double now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
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

static void stage_parse(source *s) {
  policy_error error;
  policy_document *document = policy_parse(s->read, NULL, &error);
  if (document == NULL) die(s->path, error.message);
  policy_document_unref(document);
}

static void stage_full(source *s) {
  policy_error error;
  policy_options options = POLICY_OPTIONS_INIT;
  options.full = true;
  policy_document *document = policy_analyse(s->read, &options, &error);
  if (document == NULL) die(s->path, error.message);
  policy_document_unref(document);
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

/* Seconds of the clock on the wall, and of the processor. */
typedef struct times {
  double wall, processor;
} times;

static times run_once(void (*stage)(source *), int threads) {
  job j = {.stage = stage};
  pthread_t others[16];
  times begin = {now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID)};
  for (int i = 1; i < threads; i++)
    if (pthread_create(&others[i], NULL, work, &j) != 0) die("threads", "cannot be made");
  work(&j);
  for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
  return (times){now(CLOCK_MONOTONIC) - begin.wall, now(CLOCK_PROCESS_CPUTIME_ID) - begin.processor};
}

static times best(void (*stage)(source *), int threads, int rounds) {
  times least = run_once(stage, threads);
  for (int i = 1; i < rounds; i++) {
    times found = run_once(stage, threads);
    if (found.wall < least.wall) least.wall = found.wall;
    if (found.processor < least.processor) least.processor = found.processor;
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

typedef policy_document *maker(const policy_document *, const policy_options *, policy_error *);

/* Of reading, where `make` is NULL; else of what is made of a document, and of that document. */
static size_t peak_of(const source *s, maker *make, bool full) {
  meter m = {0, 0};
  policy_allocator allocator = {meter_allocate, meter_reallocate, meter_release, &m};
  policy_options options = POLICY_OPTIONS_INIT;
  options.allocator = &allocator;
  options.full = full;
  policy_document *document = policy_read(s->bytes, s->size, &options, NULL), *made = NULL;
  if (make != NULL) {
    m.peak = m.used;
    made = make(document, &options, NULL);
  }
  policy_document_unref(made);
  policy_document_unref(document);
  return m.peak;
}

static void print_memory(void) {
  static const struct {
    const char *name;
    maker *make;
    bool full;
  } kinds[] = {{"read", NULL, false},
               {"parse", policy_parse, false},
               {"analyse", policy_analyse, false},
               {"analyse --full", policy_analyse, true}};
  printf("%-16s%12s%16s\n", "peak memory", "a byte", "of one file");
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
    size_t sum = 0, most = 0;
    for (size_t i = 0; i < source_count; i++) {
      size_t peak = peak_of(&sources[i], kinds[k].make, kinds[k].full);
      sum += peak;
      if (peak > most) most = peak;
    }
    printf("%-16s%12.1f%13.2f MB\n", kinds[k].name, (double)sum / (double)total_bytes, (double)most / 1e6);
  }
}

/* ---- size and start: before anything else is done in this process ------------------------------------------------- */

static void print_size(const char *what, const char *path) {
  struct stat about;
  if (stat(path, &about) == 0) printf("%s: %.2f MB\n", what, (double)about.st_size / 1e6);
}

static void parse_one_word(void) {
  policy_document *read = policy_read("Yes.\n", 5, NULL, NULL), *parsed = policy_parse(read, NULL, NULL);
  if (parsed == NULL) die("one word", "cannot be parsed");
  policy_document_unref(parsed);
  policy_document_unref(read);
}

/* Milliseconds that a child needs to start `program`, or, where that is NULL, to parse one word, its first. */
static double time_child(const char *program) {
  int ends[2], status;
  double time = 0;
  struct rusage usage;
  if (pipe(ends) != 0) die("pipe", "cannot be made");
  pid_t child = fork();
  if (child == 0 && program == NULL) {
    double begin = now(CLOCK_PROCESS_CPUTIME_ID);
    parse_one_word();
    time = now(CLOCK_PROCESS_CPUTIME_ID) - begin;
    _exit(write(ends[1], &time, sizeof time) != sizeof time);
  }
  if (child == 0) {
    int nothing = open("/dev/null", O_WRONLY);
    (void)dup2(nothing, STDOUT_FILENO);
    (void)execl(program, program, "--version", (char *)NULL);
    _exit(127);
  }
  if (child < 0 || wait4(child, &status, 0, &usage) < 0 || status != 0) die(program ? program : "child", "failed");
  if (program != NULL)
    time = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  else if (read(ends[0], &time, sizeof time) != sizeof time) die("child", "said nothing");
  close(ends[0]);
  close(ends[1]);
  return time * 1e3;
}

static double best_child(const char *program, int rounds) {
  double least = time_child(program);
  for (int i = 1; i < rounds; i++) {
    double time = time_child(program);
    if (time < least) least = time;
  }
  return least;
}

static void print_start(const char *program, int rounds) {
  Dl_info library;
  print_size("weights in the library", POLICY_DATA "/english.weights");
  if (dladdr((const void *)(uintptr_t)policy_version, &library) != 0) print_size("shared object", library.dli_fname);
  printf("first policy_parse of a process, one word: %.2f ms\n", best_child(NULL, rounds));
  if (program != NULL) printf("policy --version, from start to end: %.2f ms\n", best_child(program, rounds));
}

int main(int argc, char **argv) {
  static const struct {
    const char *name;
    void (*stage)(source *);
  } stages[] = {{"read", stage_read},
                {"parse", stage_parse},
                {"analyse", stage_analyse},
                {"analyse --full", stage_full},
                {"json write", stage_json_write},
                {"json read", stage_json_read},
                {"summary", stage_summary}};
  const char *program = NULL;
  int rounds = 3;
  for (int option; (option = getopt(argc, argv, "n:p:")) != -1;) {
    if (option == 'n') rounds = (int)strtol(optarg, NULL, 10);
    else if (option == 'p') program = optarg;
    else rounds = 0;
  }
  if (optind >= argc || rounds < 1) die("usage", "bench [-n ROUNDS] [-p PROGRAM] FILE...");
  print_start(program, rounds);
  source_count = (size_t)(argc - optind);
  sources = calloc(source_count, sizeof *sources);
  if (sources == NULL) die("files", "too many");
  for (size_t i = 0; i < source_count; i++) load(&sources[i], argv[optind + (int)i]);
  double reading = 0;
  printf("%zu files, %.2f MB\n%-16s%10s%14s%10s%12s\n", source_count, (double)total_bytes / 1e6, "stage", "MB/s",
         "words/s", "to read", "2 threads");
  for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
    times one = best(stages[i].stage, 1, rounds), two = best(stages[i].stage, 2, rounds);
    if (i == 0) {
      reading = one.processor;
      run_once(stage_analyse, 2); /* for the count of words */
    }
    printf("%-16s%10.2f%14.0f%9.2fx%11.2fx\n", stages[i].name, (double)total_bytes / 1e6 / one.processor,
           (double)count_words() / one.processor, one.processor / reading, one.wall / two.wall);
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
