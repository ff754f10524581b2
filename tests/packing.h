/* Making zip archives in memory, for tests of readers that take them apart. */
#ifndef PACKING_H
#define PACKING_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zip.h>

typedef struct packed_file {
  const char *name;
  const void *bytes;
  size_t size;
  bool stored; /* as it is; else deflated */
} packed_file;

/* A text as a file. */
#define PACKED(name, text) {name, text, sizeof(text) - 1, false}

static inline void packing_demand(bool good) {
  if (!good) {
    fprintf(stderr, "an archive for a test could not be made\n");
    abort();
  }
}

/* The archive, to be freed, and its size. */
static inline char *pack(const packed_file *files, size_t count, size_t *size) {
  zip_error_t error;
  zip_stat_t stat;
  zip_error_init(&error);
  zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, &error);
  packing_demand(out != NULL);
  zip_source_keep(out);
  zip_t *zip = zip_open_from_source(out, ZIP_CREATE | ZIP_TRUNCATE, &error);
  packing_demand(zip != NULL);
  for (size_t i = 0; i < count; i++) {
    zip_source_t *in = zip_source_buffer(zip, files[i].bytes, files[i].size, 0);
    packing_demand(in != NULL);
    zip_int64_t n = zip_file_add(zip, files[i].name, in, ZIP_FL_ENC_UTF_8);
    packing_demand(n >= 0);
    packing_demand(
        zip_set_file_compression(zip, (zip_uint64_t)n, files[i].stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0);
    packing_demand(zip_file_set_mtime(zip, (zip_uint64_t)n, 1000000000, 0) == 0);
  }
  packing_demand(zip_close(zip) == 0);
  packing_demand(zip_source_open(out) == 0 && zip_source_stat(out, &stat) == 0);
  char *bytes = malloc(stat.size > 0 ? stat.size : 1);
  packing_demand(bytes != NULL && zip_source_read(out, bytes, stat.size) == (zip_int64_t)stat.size);
  *size = stat.size;
  zip_source_close(out);
  zip_source_free(out);
  zip_error_fini(&error);
  return bytes;
}

/* The least DOCX around a body, with other parts that its relations name. */
static inline char *pack_docx(const char *document, size_t length, const packed_file *others, size_t count, size_t *size) {
  static const char types[] = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
  static const char top[] =
      "<Relationships><Relationship Id='a' Type='http://x/officeDocument' Target='word/document.xml'/>"
      "<Relationship Id='b' Type='http://x/core-properties' Target='docProps/core.xml'/></Relationships>";
  static const char relations[] =
      "<Relationships><Relationship Type='http://x/styles' Target='styles.xml'/>"
      "<Relationship Type='http://x/numbering' Target='/word/numbering.xml'/>"
      "<Relationship Type='http://x/footnotes' Target='../word/footnotes.xml'/>"
      "<Relationship Type='http://x/endnotes' Target='./endnotes.xml'/>"
      "<Relationship Type='http://x/header' Target='header1.xml'/><Relationship Type='http://x/header' Target='header2.xml'/>"
      "<Relationship Type='http://x/footer' Target='footer1.xml'/>"
      "<Relationship Type='http://x/hyperlink' Target='http://example.org/' TargetMode='External'/></Relationships>";
  packed_file files[16] = {
      {"[Content_Types].xml", types, sizeof types - 1, false},
      {"_rels/.rels", top, sizeof top - 1, false},
      {"word/_rels/document.xml.rels", relations, sizeof relations - 1, false},
      {"word/document.xml", document, length, false},
  };
  packing_demand(count <= 12);
  if (count > 0) memcpy(files + 4, others, count * sizeof *others);
  return pack(files, count + 4, size);
}

#endif
