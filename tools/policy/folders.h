/* Folders among the inputs: the files that lie in them. */
#ifndef POLICY_TOOL_FOLDERS_H
#define POLICY_TOOL_FOLDERS_H

#include <stdbool.h>
#include <stddef.h>

/* A list of paths; those that were found in folders are its own. */
struct paths {
  char **items;
  size_t count, capacity;
};

/* The given paths, each folder replaced by the files in it and in its folders, in the order of their names. Names that
   begin with a dot are left out, and links to folders are not followed. False, with a message, when a folder cannot
   be read or memory is scarce. Ends with paths_free either way. */
bool paths_expand(struct paths *paths, char **given, size_t count);
void paths_free(struct paths *paths);

#endif
