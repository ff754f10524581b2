/* Signatures of formats. */
#include "read/sniff.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
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

/* Readers of PDF take its signature anywhere in the first 1,024 bytes, but text that speaks of it begins with words. */
static bool is_pdf(const char *bytes, size_t size) {
  enum { FIRST = 1024, LENGTH = 5 };
  size_t end = size < FIRST ? size : FIRST;
  for (size_t i = 0; i + LENGTH <= end; i++)
    if (memcmp(bytes + i, "%PDF-", LENGTH) == 0)
      return i == 0 || memchr(bytes, '\0', i) != NULL || bytes[i - 1] == '\n' || bytes[i - 1] == '\r' ||
             (unsigned char)bytes[i - 1] >= 0x80;
  return false;
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

/* ---- markup ---------------------------------------------------------------------------------------------- */

/* The end of a piece of text that begins at `at`, behind `mark`; `size` where it does not end. */
static size_t behind(const char *bytes, size_t size, size_t at, const char *mark) {
  size_t length = strlen(mark);
  for (const char *p; at < size && (p = memchr(bytes + at, *mark, size - at)) != NULL; at++) {
    at = (size_t)(p - bytes);
    if (begins(p, size - at, mark, length)) return at + length;
  }
  return size;
}

/* Behind white space and comments. */
static size_t skip_comments(const char *bytes, size_t size, size_t at) {
  for (;;) {
    while (at < size && policy__is_white(bytes[at])) at++;
    if (!begins(bytes + at, size - at, "<!--", 4)) return at;
    at = behind(bytes, size, at + 4, "-->");
  }
}

static bool is_tag(const char *bytes, size_t size, const char *const *names, size_t count) {
  for (size_t i = 0; i < count; i++) {
    size_t length = strlen(names[i]);
    if (!begins_folded(bytes, size, names[i]) || size == length) continue;
    if (policy__is_white(bytes[length]) || bytes[length] == '>' || bytes[length] == '/') return true;
  }
  return false;
}

static bool is_html(const char *bytes, size_t size) {
  static const char *const heads[] = {"<head", "<body", "<title", "<meta", "<link", "<script", "<style", "<base", "<frameset"},
                           *const parts[] = {"<div", "<p", "<table", "<h1", "<h2", "<h3", "<article", "<section", "<main",
                                             "<header", "<nav", "<ul", "<ol", "<dl", "<center", "<font", "<form", "<span",
                                             "<a", "<b", "<hr", "<br", "<img", "<blockquote", "<pre"};
  if (begins_folded(bytes, size, "<!doctype html") || begins_folded(bytes, size, "<html")) return true;
  if (is_tag(bytes, size, heads, sizeof heads / sizeof *heads)) return true;
  /* A text may begin with an element of HTML, as Markdown does; a page ends with one, too. */
  if (!is_tag(bytes, size, parts, sizeof parts / sizeof *parts)) return false;
  while (size > 0 && policy__is_white(bytes[size - 1])) size--;
  return bytes[size - 1] == '>';
}

/* What XML is by the name of its root; NULL: it is none. Without a declaration the root must declare a name space. */
static const char *by_root(const char *bytes, size_t size) {
  bool declared = begins_folded(bytes, size, "<?xml ");
  size_t at = declared ? skip_comments(bytes, size, behind(bytes, size, 0, "?>")) : 0;
  if (declared && begins_folded(bytes + at, size - at, "<!doctype html")) return "application/xhtml+xml";
  policy_string root = policy__xml_root(bytes, size);
  if (root.size == 4 && begins_folded(root.data, root.size, "html")) return declared ? "application/xhtml+xml" : "text/html";
  if (declared) return "application/xml";
  const char *end = root.size > 0 ? memchr(root.data, '>', (size_t)(bytes + size - root.data)) : NULL;
  for (const char *p = root.data; end != NULL && p + 6 <= end && p < root.data + 4096; p++)
    if (memcmp(p, " xmlns", 6) == 0 || memcmp(p, "\nxmlns", 6) == 0) return "application/xml";
  return NULL;
}

static const char *by_markup(const char *bytes, size_t size) {
  size_t at = skip_comments(bytes, size, 0);
  if (!begins_folded(bytes + at, size - at, "<?xml ") && is_html(bytes + at, size - at)) return "text/html";
  return by_root(bytes, size);
}

/* A page that a program is to fill in: "{% block %}" at the beginning, and elements closed behind it. */
static bool is_template(const char *bytes, size_t size) {
  enum { LOOK = 16384, ENOUGH = 6 };
  size_t closed = 0;
  if (size > LOOK) size = LOOK;
  if (!begins(bytes, size, "{%", 2) && !begins(bytes, size, "{{", 2)) return false;
  static const char *const ends[] = {"</p", "</div", "</h1", "</h2", "</h3", "</li", "</td", "</section", "</a"};
  for (size_t at = 0; at < size && closed < ENOUGH; at++)
    if (bytes[at] == '<') closed += is_tag(bytes + at, size - at, ends, sizeof ends / sizeof *ends);
  return closed >= ENOUGH;
}

const char *policy__sniff(const char *bytes, size_t size) {
  if (begins(bytes, size, "PK\x03\x04", 4) || begins(bytes, size, "PK\x05\x06", 4))
    return policy__archive_kind(bytes, size);
  const char *type = by_signature(bytes, size);
  if (type != NULL) return type;
  if (is_pdf(bytes, size)) return "application/pdf";
  if (begins(bytes, size, "\xEF\xBB\xBF", 3)) bytes += 3, size -= 3;
  while (size > 0 && strchr(" \t\r\n", *bytes) != NULL && *bytes != '\0') bytes++, size--;
  if (size > 0 && *bytes == '{' && is_policy_document(bytes, size)) return "application/json";
  if (size > 0 && *bytes == '<' && (type = by_markup(bytes, size)) != NULL) return type;
  if (is_template(bytes, size)) return "text/html";
  if (is_conllu(bytes, size)) return "text/x-conllu";
  if (size > 0 && policy__is_markdown(bytes, size)) return "text/markdown";
  return "text/plain";
}
