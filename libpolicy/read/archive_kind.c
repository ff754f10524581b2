/* What a zip archive is, without unpacking it: APPNOTE 6.3, sections 4.3.7 (local headers), 4.3.12 and 4.3.16. */
#include <string.h>

#include "read/archive.h"

enum {
  LOCAL = 30,   /* bytes of a local header before the name */
  ENTRY = 46,   /* the same of an entry in the directory */
  END = 22,     /* of the directory's end */
  COMMENT = 65535,
  ENTRIES = 4096 /* names that are looked at */
};

static uint32_t little(const char *at, size_t bytes) {
  uint32_t value = 0;
  for (size_t i = bytes; i > 0; i--) value = value << 8 | (unsigned char)at[i - 1];
  return value;
}

/* The media type that the archive's first file, "mimetype", holds; NULL: there is none that we know. */
static const char *by_mimetype(const char *bytes, size_t size) {
  static const char *const types[] = {
      "application/epub+zip",
      "application/vnd.oasis.opendocument.text",
      "application/vnd.oasis.opendocument.text-template",
      "application/vnd.oasis.opendocument.spreadsheet",
      "application/vnd.oasis.opendocument.presentation",
      "application/vnd.oasis.opendocument.graphics",
  };
  if (size < LOCAL + 8 || memcmp(bytes, "PK\x03\x04", 4) != 0 || memcmp(bytes + LOCAL, "mimetype", 8) != 0) return NULL;
  size_t begin = LOCAL + little(bytes + 26, 2) + little(bytes + 28, 2);
  size_t packed = little(bytes + 18, 4), method = little(bytes + 8, 2);
  if (method != 0 || begin > size) return NULL;
  const char *found = NULL;
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    size_t length = strlen(types[i]);
    bool known = packed == 0 || packed == 0xFFFFFFFF || packed >= length; /* 0: it is told behind the bytes */
    if (known && size - begin >= length && memcmp(bytes + begin, types[i], length) == 0) found = types[i];
    if (found != NULL && packed == length) return found;
  }
  return found;
}

/* Where the directory begins; SIZE_MAX: there is none. */
static size_t find_directory(const char *bytes, size_t size) {
  size_t least = size > END + COMMENT ? size - END - COMMENT : 0;
  for (size_t at = size >= END ? size - END + 1 : 0; at > least; at--) {
    const char *end = bytes + at - 1;
    if (memcmp(end, "PK\x05\x06", 4) != 0) continue;
    size_t directory = little(end + 16, 4), length = little(end + 12, 4);
    if (directory + length > at - 1) continue;
    /* Bytes that stand before the archive are not counted in it. */
    return at - 1 - length;
  }
  return SIZE_MAX;
}

static bool begins(const char *name, size_t size, const char *with) {
  size_t length = strlen(with);
  return size >= length && memcmp(name, with, length) == 0;
}

const char *policy__archive_kind(const char *bytes, size_t size) {
  static const struct {
    const char *name, *type;
  } kinds[] = {
      {"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
      {"visio/", "application/vnd.visio"},
      {"META-INF/MANIFEST.MF", "application/java-archive"},
      {"META-INF/container.xml", "application/epub+zip"},
      {"AndroidManifest.xml", "application/vnd.android.package-archive"},
  };
  const char *type = by_mimetype(bytes, size), *other = NULL;
  if (type != NULL) return type;
  size_t at = find_directory(bytes, size);
  bool content_types = false, word = false, open_document = false, content = false;
  for (size_t n = 0; at < size && n < ENTRIES; n++) {
    if (size - at < ENTRY || memcmp(bytes + at, "PK\x01\x02", 4) != 0) break;
    const char *name = bytes + at + ENTRY;
    size_t length = little(bytes + at + 28, 2), rest = little(bytes + at + 30, 2) + little(bytes + at + 32, 2);
    if (size - at - ENTRY < length) break;
    content_types |= length == 19 && begins(name, length, "[Content_Types].xml");
    word |= begins(name, length, "word/");
    content |= length == 11 && begins(name, length, "content.xml");
    open_document |= begins(name, length, "META-INF/manifest.xml");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && other == NULL; i++)
      if (begins(name, length, kinds[i].name)) other = kinds[i].type;
    at += ENTRY + length + rest;
  }
  if (word || (content_types && other == NULL))
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  if (content && open_document) return "application/vnd.oasis.opendocument.text";
  return other != NULL ? other : "application/zip";
}
