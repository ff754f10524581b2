/* Makes actors.gazetteer of tables: gazetteer-build OUT TABLE... reads the tables as one, and tells what is in it. Run by
   hand; not needed to build or use libpolicy. */
#include <policy.h>

#include <stdio.h>
#include <stdlib.h>

static int fail(const char *path, const char *message) {
  fprintf(stderr, "gazetteer-build: %s: %s\n", path, message);
  return EXIT_FAILURE;
}

/* Appends a file to the buffer, with a line end behind it; tells its lines apart by a comment. */
static int append(const char *path, policy_buffer *all) {
  char bytes[65536];
  FILE *file = fopen(path, "rb");
  if (file == NULL) return fail(path, "cannot be opened");
  policy_status status = POLICY_OK;
  for (size_t size; status == POLICY_OK && (size = fread(bytes, 1, sizeof bytes, file)) > 0;)
    status = policy_buffer_append(all, bytes, size);
  if (status == POLICY_OK) status = policy_buffer_append(all, "\n", 1);
  bool good = !ferror(file);
  fclose(file);
  if (status != POLICY_OK) return fail(path, policy_status_message(status));
  return good ? EXIT_SUCCESS : fail(path, "cannot be read");
}

static int write_all(const char *path, const policy_buffer *bytes) {
  FILE *file = fopen(path, "wb");
  if (file == NULL) return fail(path, "cannot be opened");
  bool good = fwrite(bytes->data, 1, bytes->size, file) == bytes->size;
  if (fclose(file) != 0) good = false;
  return good ? EXIT_SUCCESS : fail(path, "cannot be written");
}

int main(int count, char **paths) {
  if (count < 3) {
    fputs("usage: gazetteer-build OUT TABLE...\n", stderr);
    return 2;
  }
  policy_buffer tables = POLICY_BUFFER_INIT, shelf = POLICY_BUFFER_INIT;
  for (int i = 2; i < count; i++)
    if (append(paths[i], &tables) != EXIT_SUCCESS) return EXIT_FAILURE;
  policy_error error = {.code = POLICY_OK};
  policy_gazetteer *gazetteer = policy_gazetteer_read(tables.data, tables.size, NULL, &error);
  if (gazetteer == NULL) return fail("the tables as one", error.message);
  if (policy_gazetteer_save(gazetteer, &shelf, &error) != POLICY_OK) return fail(paths[1], error.message);
  uint32_t entries = policy_gazetteer_entry_count(gazetteer), forms = 0, names = 0;
  for (uint32_t i = 0; i < entries; i++) {
    policy_entry entry = policy_gazetteer_entry(gazetteer, i);
    uint32_t of_entry = policy_entry_form_count(entry);
    forms += of_entry;
    for (uint32_t n = 0; n < of_entry; n++) {
      uint32_t languages = policy_entry_form_language_count(entry, n);
      names += languages > 0 ? languages : 1;
    }
  }
  printf("%u entries, %u forms, %u names by language, %zu bytes\n", entries, forms, names, shelf.size);
  int result = write_all(paths[1], &shelf);
  policy_gazetteer_unref(gazetteer);
  policy_buffer_free(&shelf);
  policy_buffer_free(&tables);
  return result;
}
