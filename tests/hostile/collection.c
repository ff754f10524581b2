/* Malformed files of others, read as text whatever they are, and those that claim to be JSON as that too: each
   within two seconds and 256 MiB, and what comes out keeps all rules. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <policy.h>

#include "../pace.h"
#include "../tap.h"
#include "../unit/tally.h"
#include "stopwatch.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { SECONDS = 20 };
#else
enum { SECONDS = 2 };
#endif
enum { MEMORY = 256 << 20 };

static struct {
  unsigned long met, files, read, refused, wrong;
  double slowest;
  size_t largest;
} seen;

static void complain(const char *path, const char *type, const char *what) {
  printf("# %s as %s: %s\n", path, type, what);
  seen.wrong++;
}

/* Writes the document and reads it again. */
static bool comes_back(const policy_document *document, const policy_options *options) {
  policy_buffer first = {.allocator = *options->allocator}, second = {.allocator = *options->allocator};
  policy_error error;
  bool good = policy_json_write(document, POLICY_JSON_TOKENS, &first, &error) == POLICY_OK;
  policy_document *again = good ? policy_json_read(first.data, first.size, NULL, &error) : NULL;
  good = again != NULL && policy_json_write(again, POLICY_JSON_TOKENS, &second, &error) == POLICY_OK &&
         first.size == second.size && memcmp(first.data, second.data, first.size) == 0;
  policy_document_unref(again);
  policy_buffer_free(&first);
  policy_buffer_free(&second);
  return good;
}

static void try(const char *path, const char *type) {
  policy_options options = POLICY_OPTIONS_INIT;
  policy_error error = {POLICY_OK, 0, ""};
  tally t;
  tally_init(&t);
  options.allocator = &t.allocator;
  options.media_type = type;
  double begin = user_seconds();
  policy_document *read = policy_read_file(path, &options, &error);
  policy_document *document = read != NULL ? policy_analyse(read, &options, &error) : NULL;
  double spent = user_seconds() - begin;
  if (spent > SECONDS) complain(path, type, "it took too long");
  if (t.peak > MEMORY) complain(path, type, "it took too much memory");
  if (spent > seen.slowest) seen.slowest = spent;
  if (t.peak > seen.largest) seen.largest = t.peak;
  if (document == NULL && (error.code == POLICY_ERROR_INTERNAL || error.code == POLICY_ERROR_CORRUPT || error.message[0] == '\0'))
    complain(path, type, error.message);
  if (document == NULL && strcmp(type, "text/plain") == 0) complain(path, type, error.message);
  if (document != NULL && policy_document_check(document, &error) != POLICY_OK) complain(path, type, error.message);
  bool small = policy_document_text(document).size < 16384; /* the others take long, and show no more */
  if (document != NULL && small && !comes_back(document, &options)) complain(path, type, "it does not come back through JSON");
  seen.read += document != NULL;
  seen.refused += document == NULL;
  policy_document_unref(read);
  policy_document_unref(document);
  if (!tally_is_clean(&t)) complain(path, type, "not all memory came back");
}

static bool ends(const char *path, const char *end) {
  size_t a = strlen(path), b = strlen(end);
  return a >= b && strcmp(path + a - b, end) == 0;
}

static void walk(const char *path, bool json, int depth) {
  struct stat status;
  if (stat(path, &status) != 0) return;
  if (S_ISREG(status.st_mode)) {
    if (seen.met++ % PACE != 0) return;
    seen.files++;
    try(path, "text/plain");
    if (json || ends(path, ".json")) try(path, "application/json");
    return;
  }
  DIR *folder = S_ISDIR(status.st_mode) && depth < 16 ? opendir(path) : NULL;
  if (folder == NULL) return;
  for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    char below[4096];
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    if (snprintf(below, sizeof below, "%s/%s", path, entry->d_name) < (int)sizeof below)
      walk(below, json || (depth == 0 && strcmp(entry->d_name, "json") == 0), depth + 1);
  }
  (void)closedir(folder);
}

int main(void) {
  const char *gold = getenv("POLICY_GOLD");
  char path[4096];
  struct stat status;
  snprintf(path, sizeof path, "%s/bad-inputs", gold != NULL ? gold : "../shared");
  if (stat(path, &status) != 0) {
    printf("1..0 # SKIP %s is not there\n", path);
    return 0;
  }
  walk(path, false, 0);
  tap_ok(seen.files > 0 && seen.wrong == 0,
         "%lu files: %lu documents, %lu refused, the slowest %.2f s, the largest %.1f MiB", seen.files, seen.read, seen.refused,
         seen.slowest, (double)seen.largest / (1 << 20));
  return tap_end();
}
