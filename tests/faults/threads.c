/* Threads: the whole chain on a small stack; many readers of one document; many analyses at once; references
   that come and go. Built with ThreadSanitizer, it finds races. */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <policy.h>

#include "../tap.h"
#include "../unit/sample.h"
#include "chain.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { STACK = 1 << 20, HOSTILE = 1 << 14, ROUNDS = 2000 };
#else
enum { STACK = 128 << 10, HOSTILE = 1 << 16, ROUNDS = 20000 };
#endif
enum { THREADS = 8 };

/* ---- helpers
 * ------------------------------------------------------------------------------------------------- */

/* Runs `work` on `count` threads, each with its own argument of `size` bytes; false when one cannot start. */
static bool run_threads(void *(*work)(void *), void *arguments, size_t size, int count, size_t stack) {
  pthread_t threads[THREADS];
  pthread_attr_t attributes;
  int started = 0;
  if (pthread_attr_init(&attributes) != 0) return false;
  if (stack == 0 || pthread_attr_setstacksize(&attributes, stack) == 0)
    while (started < count && pthread_create(&threads[started], &attributes, work,
                                             (char *)arguments + size * (size_t)started) == 0)
      started++;
  for (int i = 0; i < started; i++) pthread_join(threads[i], NULL);
  pthread_attr_destroy(&attributes);
  return started == count;
}

static uint64_t digest(const char *bytes, size_t size) {
  uint64_t hash = 14695981039346656037u;
  for (size_t i = 0; i < size; i++) hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
  return hash;
}

/* ---- a small stack
 * --------------------------------------------------------------------------------------------- */

typedef struct input {
  const char *name;
  const char *bytes; /* NULL: the sample of that name */
  size_t size;
  const char *type;
  policy_status status;
  policy_error error;
} input;

static void *chain_thread(void *argument) {
  input *in = argument;
  char path[1024];
  policy_options options = POLICY_OPTIONS_INIT;
  policy_buffer out = POLICY_BUFFER_INIT;
  options.media_type = in->type;
  if (in->bytes == NULL)
    in->status = chain_file(chain_path(in->name, path, sizeof path), &options, &out, &in->error);
  else
    in->status = chain_bytes(in->bytes, in->size, &options, &out, &in->error);
  policy_buffer_free(&out);
  return NULL;
}

static void on_a_small_stack(input in, policy_status expected) {
  bool ran = run_threads(chain_thread, &in, 0, 1, STACK);
  tap_ok(ran && (in.status == expected), "%s, on a stack of %d KiB%s%s", in.name, STACK >> 10,
         in.status != POLICY_OK ? ": " : "", in.status != POLICY_OK ? in.error.message : "");
}

static void repeated_on_a_small_stack(const char *name, const char *unit, const char *type,
                                      policy_status expected) {
  size_t step = strlen(unit), size = HOSTILE / step * step;
  char *bytes = malloc(size + 1);
  if (bytes == NULL) return;
  for (size_t i = 0; i < size; i += step) memcpy(bytes + i, unit, step);
  on_a_small_stack((input){.name = name, .bytes = bytes, .size = size, .type = type}, expected);
  free(bytes);
}

static void small_stacks(void) {
  static const char *const units[][2] = {{"round brackets", "("},
                                         {"square brackets", "["},
                                         {"curly brackets", "{"},
                                         {"quotes", "\""},
                                         {"conjunctions", "and or "},
                                         {"obligations", "should "},
                                         {"items", "(a) "},
                                         {"capitals", "A"},
                                         {"names", "Ann Lee "},
                                         {"conditions", "if not "},
                                         {"relatives", "who that "},
                                         {"dots", "."},
                                         {"line ends", "\n"},
                                         {"marks", "\xCC\x81"},
                                         {"bad bytes", "\xFF"},
                                         {"commas", "x, "},
                                         {"subjects", "Norland shall "},
                                         {"nested items", "(i) (a) 1."},
                                         {"letters", "x"},
                                         {"sentences", "He must go. "}};
  for (size_t i = 0; chain_samples[i] != NULL; i++)
    on_a_small_stack((input){.name = chain_samples[i]}, POLICY_OK);
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    repeated_on_a_small_stack(units[i][0], units[i][1], "text/plain", POLICY_OK);
  repeated_on_a_small_stack("nested arrays of JSON", "[", "application/json", POLICY_ERROR_LIMIT);
  repeated_on_a_small_stack("nested objects of JSON", "{\"a\":", "application/json", POLICY_ERROR_LIMIT);
}

/* ---- one document, many readers
 * ---------------------------------------------------------------------------------- */

typedef struct reader {
  const policy_document *document;
  uint64_t digest;
  uint64_t sum;
} reader;

static uint64_t walk(const policy_document *document) {
  uint64_t sum = 0;
  for (uint32_t i = 0; i <= policy_document_text(document).size; i += 7) {
    policy_position p = policy_document_position(document, i);
    sum = sum * 31 + p.line + p.column + p.utf16 + policy_document_byte_of_code_point(document, i);
    sum += policy_document_source_offset(document, i);
  }
  for (uint32_t i = 0; i < policy_document_token_count(document); i++) {
    policy_string form = policy_token_form(policy_document_token(document, i));
    sum = sum * 31 + digest(form.data, form.size);
  }
  for (uint32_t i = 0; i < policy_document_actor_count(document); i++)
    sum = sum * 31 + policy_actor_mention_count(policy_document_actor(document, i));
  return sum + (uint64_t)policy_document_check(document, NULL);
}

static void *reader_thread(void *argument) {
  reader *r = argument;
  policy_document *own = policy_document_ref(r->document);
  for (int i = 0; i < 3; i++) {
    policy_buffer out = POLICY_BUFFER_INIT;
    policy_error error;
    r->digest = chain_describe(own, &out, &error) == POLICY_OK ? digest(out.data, out.size) : 0;
    policy_buffer_free(&out);
    r->sum = walk(own);
  }
  policy_document_unref(own);
  return NULL;
}

static void many_readers(void) {
  char path[1024];
  policy_error error = {POLICY_OK, 0, ""};
  policy_document *document =
      policy_analyse_file(chain_path("committee-report", path, sizeof path), NULL, &error);
  if (!tap_ok(document != NULL, "a document for all: %s", error.message)) return;
  reader readers[THREADS], alone = {.document = document};
  for (int i = 0; i < THREADS; i++) readers[i] = (reader){.document = document};
  reader_thread(&alone);
  bool good = run_threads(reader_thread, readers, sizeof *readers, THREADS, 0);
  for (int i = 0; i < THREADS; i++) good &= readers[i].digest == alone.digest && readers[i].sum == alone.sum;
  tap_ok(good && alone.digest != 0, "%d threads read the same in one document", THREADS);
  policy_document_unref(document);
}

/* ---- many analyses
 * ------------------------------------------------------------------------------------------------ */

typedef struct analysis {
  const policy_document *document;
  uint64_t digests[8];
} analysis;

static void *analysis_thread(void *argument) {
  analysis *a = argument;
  char path[1024];
  for (int i = 0; chain_samples[i] != NULL; i++) {
    policy_buffer out = POLICY_BUFFER_INIT;
    policy_error error;
    policy_status status = chain_file(chain_path(chain_samples[i], path, sizeof path), NULL, &out, &error);
    a->digests[i] = status == POLICY_OK ? digest(out.data, out.size) : 0;
    policy_buffer_free(&out);
    policy_document_unref(policy_analyse(a->document, NULL, NULL)); /* one source for all */
  }
  return NULL;
}

static void many_analyses(void) {
  analysis analyses[THREADS] = {0}, alone = {0};
  policy_document *shared = policy_read("Norland should pay. The Council must not.", 41, NULL, NULL);
  for (int i = 0; i < THREADS; i++) analyses[i].document = shared;
  alone.document = shared;
  analysis_thread(&alone);
  bool good = run_threads(analysis_thread, analyses, sizeof *analyses, THREADS, 0);
  for (int i = 0; i < THREADS; i++)
    good &= memcmp(analyses[i].digests, alone.digests, sizeof alone.digests) == 0;
  tap_ok(good && alone.digests[0] != 0, "%d threads analyse at once, all with the same result", THREADS);
  policy_document_unref(shared);
}

/* ---- references
 * ----------------------------------------------------------------------------------------------------- */

static void *reference_thread(void *argument) {
  policy_document **slot = argument;
  policy_document *kept[16] = {NULL};
  size_t length = 0;
  for (int i = 0; i < ROUNDS; i++) {
    int k = (i * 7) % 16;
    policy_document_unref(kept[k]);
    kept[k] = policy_document_ref(*slot);
    length += policy_document_title(kept[k]).size;
  }
  for (int k = 0; k < 16; k++) policy_document_unref(kept[k]);
  policy_document_unref(*slot); /* its own: the last thread frees */
  *slot = NULL;
  return length > 0 ? slot : NULL;
}

static void references(void) {
  policy_document *slots[THREADS] = {NULL};
  slots[0] = sample_document(NULL, NULL, NULL);
  for (int i = 1; i < THREADS; i++) slots[i] = policy_document_ref(slots[0]);
  bool good = slots[0] != NULL && run_threads(reference_thread, slots, sizeof *slots, THREADS, 0);
  tap_ok(good, "%d threads take and give back references", THREADS);
}

int main(void) {
  small_stacks();
  many_readers();
  many_analyses();
  references();
  return tap_end();
}
