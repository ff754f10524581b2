/* Runs a fuzz target without a fuzzer: once for each file that is named, and for each file in a folder that is
   named; with -m COUNT, for COUNT mutations of each as well, the same in every run. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static unsigned long files, runs, mutations;
static uint64_t state;

static size_t below(size_t n) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return n > 0 ? (size_t)(state >> 33) % n : 0;
}

/* A block of exactly the size, so that sanitizers see its end. */
static void run(const uint8_t *data, size_t size) {
  uint8_t *copy = malloc(size > 0 ? size : 1);
  if (copy == NULL) exit(EXIT_FAILURE);
  memcpy(copy, data, size);
  (void)LLVMFuzzerTestOneInput(copy, size);
  free(copy);
  runs++;
}

/* Changes `data`, which has room for twice its size and 16 bytes more; the new size. */
static size_t mutate(uint8_t *data, size_t size) {
  static const char *const pieces[] = {"\xEF\xBB\xBF", "\r\n", "\xCC\x81", "\xFF", "\xF0\x9D\x92\x9C", "(a) ", "should ", "\"",
                                       "{", "[", "4294967295", "-1", "1e309", "\n\n", " and ", "\\u0000"};
  size_t at = below(size + 1), length = below(size - at < 64 ? size - at + 1 : 64);
  const char *piece = pieces[below(sizeof pieces / sizeof *pieces)];
  switch (below(5)) {
    case 0:
      if (at < size) data[at] ^= (uint8_t)(1u << below(8));
      return size;
    case 1:
      if (at < size) data[at] = (uint8_t)below(256);
      return size;
    case 2: /* without a piece */
      memmove(data + at, data + at + length, size - at - length);
      return size - length;
    case 3: /* with a piece twice */
      memmove(data + at + length, data + at, size - at);
      return size + length;
    default:
      length = strlen(piece);
      memmove(data + at + length, data + at, size - at);
      memcpy(data + at, piece, length);
      return size + length;
  }
}

static void run_mutations(const uint8_t *data, size_t size) {
  uint8_t *room = malloc(size + 8 * 80);
  if (room == NULL) exit(EXIT_FAILURE);
  for (unsigned long i = 0; i < mutations; i++) {
    size_t n = size;
    memcpy(room, data, size);
    for (size_t times = 1 + below(8); times > 0; times--) n = mutate(room, n);
    run(room, n);
  }
  free(room);
}

static void run_file(const char *path, size_t size) {
  FILE *file = fopen(path, "rb");
  uint8_t *data = malloc(size > 0 ? size : 1);
  if (file == NULL || data == NULL) {
    perror(path);
    exit(EXIT_FAILURE);
  }
  size = fread(data, 1, size, file);
  (void)fclose(file);
  files++;
  state = size;
  run(data, size);
  run_mutations(data, size);
  free(data);
}

static void run_path(const char *path, int depth) {
  struct stat status;
  if (stat(path, &status) != 0) {
    perror(path);
    exit(EXIT_FAILURE);
  }
  if (S_ISREG(status.st_mode)) run_file(path, (size_t)status.st_size);
  DIR *folder = S_ISDIR(status.st_mode) && depth < 8 ? opendir(path) : NULL;
  if (folder == NULL) return;
  for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    char below_it[4096];
    if (entry->d_name[0] == '.') continue;
    if (snprintf(below_it, sizeof below_it, "%s/%s", path, entry->d_name) < (int)sizeof below_it)
      run_path(below_it, depth + 1);
  }
  (void)closedir(folder);
}

int main(int count, char **arguments) {
  for (int i = 1; i < count; i++) {
    if (strcmp(arguments[i], "-m") == 0 && i + 1 < count) mutations = strtoul(arguments[++i], NULL, 10);
    else run_path(arguments[i], 0);
  }
  run((const uint8_t *)"", 0);
  printf("%lu files, %lu runs\n", files, runs);
  return EXIT_SUCCESS;
}
