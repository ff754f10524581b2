/* Walking through folders. */
#include "folders.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "message.h"

static bool push(struct paths *paths, char *path) {
  if (path != NULL && paths->count == paths->capacity) {
    size_t capacity = paths->capacity > 0 ? paths->capacity * 2 : 64;
    char **items = realloc(paths->items, capacity * sizeof *items);
    if (items != NULL) paths->capacity = capacity, paths->items = items;
  }
  if (path == NULL || paths->count == paths->capacity) {
    free(path);
    message("%s", strerror(ENOMEM));
    return false;
  }
  paths->items[paths->count++] = path;
  return true;
}

void paths_free(struct paths *paths) {
  for (size_t i = 0; i < paths->count; i++) free(paths->items[i]);
  free(paths->items);
  *paths = (struct paths){0};
}

static char *join(const char *folder, const char *name) {
  size_t size = strlen(folder), room = size + strlen(name) + 2;
  char *path = malloc(room);
  bool slash = size > 0 && folder[size - 1] == '/';
  if (path != NULL) (void)snprintf(path, room, "%s%s%s", folder, slash ? "" : "/", name);
  return path;
}

/* From the last name to the first, as the walk takes them from the end. */
static int backward(const void *left, const void *right) {
  return strcmp(*(char *const *)right, *(char *const *)left);
}

/* Puts what is in a folder on the stack of what is to be looked at. */
static bool open_folder(const char *folder, struct paths *stack) {
  DIR *directory = opendir(folder);
  if (directory == NULL) {
    message("%s: %s", folder, strerror(errno));
    return false;
  }
  size_t first = stack->count;
  bool good = true;
  for (struct dirent *entry; good && (entry = readdir(directory)) != NULL;)
    if (entry->d_name[0] != '.') good = push(stack, join(folder, entry->d_name));
  closedir(directory);
  if (stack->count > first) qsort(stack->items + first, stack->count - first, sizeof *stack->items, backward);
  return good;
}

/* The top of the stack: a file goes to the paths, a folder gives way to what is in it. */
static bool take(struct paths *stack, struct paths *paths, bool follow) {
  char *path = stack->items[--stack->count];
  struct stat about;
  bool known = (follow ? stat(path, &about) : lstat(path, &about)) == 0;
  if (known && S_ISDIR(about.st_mode)) {
    bool good = open_folder(path, stack);
    free(path);
    return good;
  }
  bool folder_link = known && S_ISLNK(about.st_mode) && stat(path, &about) == 0 && S_ISDIR(about.st_mode);
  if (!folder_link) return push(paths, path);
  free(path);
  return true;
}

bool paths_expand(struct paths *paths, char **given, size_t count) {
  struct paths stack = {0};
  bool good = true;
  for (size_t i = 0; i < count && good; i++) {
    good = push(&stack, strdup(given[i]));
    for (bool follow = strcmp(given[i], "-") != 0; good && stack.count > 0; follow = false) good = take(&stack, paths, follow);
  }
  paths_free(&stack);
  return good;
}
