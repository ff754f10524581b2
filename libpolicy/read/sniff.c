/* Signatures of formats. */
#include "read/sniff.h"

#include <stdbool.h>
#include <string.h>

#include "read/archive.h"
#include "read/markdown.h"
#include "read/xml.h"

static bool begins(const char *bytes, size_t size, const char *signature, size_t length) {
  return size >= length && memcmp(bytes, signature, length) == 0;
}

/* The same without regard to the case of ASCII letters; `signature` is in lower case. */
static bool begins_folded(const char *bytes, size_t size, const char *signature) {
  size_t length = strlen(signature);
  if (size < length) return false;
  for (size_t i = 0; i < length; i++) {
    char c = bytes[i];
    if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != signature[i]) return false;
  }
  return true;
}

static const char *by_signature(const char *bytes, size_t size) {
  static const struct {
    const char *signature;
    size_t length;
    const char *type;
  } signatures[] = {
      {"%PDF-", 5, "application/pdf"},
      {"\x1f\x8b", 2, "application/gzip"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "application/msword"},
      {"{\\rtf", 5, "application/rtf"},
      {"SQLite format 3", 16, "application/vnd.sqlite3"},
      {"\xFF\xFE<\0?\0x\0m\0l\0", 12, "application/xml"},
      {"\xFE\xFF\0<\0?\0x\0m\0l", 12, "application/xml"},
      {"\xFF\xFE", 2, "text/plain"},
      {"\xFE\xFF", 2, "text/plain"},
  };
  for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
    if (begins(bytes, size, signatures[i].signature, signatures[i].length)) return signatures[i].type;
  return NULL;
}

/* A policy-document names its format among its first members. */
static bool is_policy_document(const char *bytes, size_t size) {
  static const char format[] = "\"policy-document\"";
  size_t end = size < 4096 ? size : 4096;
  for (size_t i = 0; i + sizeof format - 1 <= end; i++)
    if (memcmp(bytes + i, format, sizeof format - 1) == 0) return true;
  return false;
}

/* Whether a line is the first of a sentence in CoNLL-U: ten columns, the first being 1, a range from 1 on, or
   an empty node before it. */
static bool is_word_line(const char *line, size_t size) {
  int tabs = 0;
  if (size < 2 || (line[0] == '1' ? line[1] != '\t' && line[1] != '-' : !begins(line, size, "0.1\t", 4)))
    return false;
  for (size_t i = 0; i < size; i++) tabs += line[i] == '\t';
  return tabs == 9;
}

/* Comments, and then such a line. */
static bool is_conllu(const char *bytes, size_t size) {
  while (size > 0) {
    const char *end = memchr(bytes, '\n', size);
    size_t line = end != NULL ? (size_t)(end - bytes) : size;
    if (*bytes != '#') return is_word_line(bytes, line);
    bytes += line;
    size -= line;
    if (size > 0) bytes++, size--;
  }
  return false;
}

/* What XML is by the name of its root; NULL: it is none. Without a declaration the root must declare a name space. */
static const char *by_root(const char *bytes, size_t size) {
  bool declared = begins_folded(bytes, size, "<?xml ");
  policy_string root = policy__xml_root(bytes, size);
  if (root.size == 4 && begins_folded(root.data, root.size, "html")) return "text/html";
  if (declared) return "application/xml";
  const char *end = root.size > 0 ? memchr(root.data, '>', (size_t)(bytes + size - root.data)) : NULL;
  for (const char *at = root.data; end != NULL && at + 6 <= end && at < root.data + 4096; at++)
    if (memcmp(at, " xmlns", 6) == 0 || memcmp(at, "\nxmlns", 6) == 0) return "application/xml";
  return NULL;
}

const char *policy__sniff(const char *bytes, size_t size) {
  if (begins(bytes, size, "PK\x03\x04", 4) || begins(bytes, size, "PK\x05\x06", 4))
    return policy__archive_kind(bytes, size);
  const char *type = by_signature(bytes, size);
  if (type != NULL) return type;
  if (begins(bytes, size, "\xEF\xBB\xBF", 3)) bytes += 3, size -= 3;
  while (size > 0 && strchr(" \t\r\n", *bytes) != NULL && *bytes != '\0') bytes++, size--;
  if (size > 0 && *bytes == '{' && is_policy_document(bytes, size)) return "application/json";
  if (begins_folded(bytes, size, "<!doctype html") || begins_folded(bytes, size, "<html")) return "text/html";
  if (size > 0 && *bytes == '<' && (type = by_root(bytes, size)) != NULL) return type;
  if (is_conllu(bytes, size)) return "text/x-conllu";
  if (size > 0 && policy__is_markdown(bytes, size)) return "text/markdown";
  return "text/plain";
}
