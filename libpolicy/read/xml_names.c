/* Entities that HTML and many DTDs name, and the first looks at XML before it is parsed. */
#include <string.h>

#include "read/xml.h"
#include "base/ascii.h"
#include "text/utf8.h"

/* U+00A0 to U+00FF, in this order. */
static const char latin[] =
    " nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro "
    "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil "
    "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
    "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml "
    "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute "
    "thorn yuml ";

static const struct {
  char name[8];
  char utf8[4];
} others[] = {
    {"bull", "\xE2\x80\xA2"},  {"dagger", "\xE2\x80\xA0"}, {"emsp", "\xE2\x80\x83"},   {"ensp", "\xE2\x80\x82"},
    {"euro", "\xE2\x82\xAC"},  {"ge", "\xE2\x89\xA5"},     {"hellip", "\xE2\x80\xA6"}, {"ldquo", "\xE2\x80\x9C"},
    {"le", "\xE2\x89\xA4"},    {"lsquo", "\xE2\x80\x98"},  {"mdash", "\xE2\x80\x94"},  {"minus", "\xE2\x88\x92"},
    {"ndash", "\xE2\x80\x93"}, {"ne", "\xE2\x89\xA0"},     {"oelig", "\xC5\x93"},      {"OElig", "\xC5\x92"},
    {"rdquo", "\xE2\x80\x9D"}, {"rsquo", "\xE2\x80\x99"},  {"scaron", "\xC5\xA1"},     {"Scaron", "\xC5\xA0"},
    {"thinsp", "\xE2\x80\x89"},
};

/* The number of a word in a list with a space around each; -1: it is not there. */
static int number_in(policy_string word, const char *list) {
  int number = 0;
  for (const char *at = list + 1; *at != '\0'; number++) {
    size_t size = strcspn(at, " ");
    if (size == word.size && memcmp(at, word.data, size) == 0) return number;
    at += size + 1;
  }
  return -1;
}

size_t policy__xml_named(policy_string name, char utf8[5]) {
  if (name.size < 2 || name.size > 8) return 0; /* all are of that size */
  int number = number_in(name, latin);
  if (number >= 0) {
    size_t size = policy__utf8_write((uint32_t)(0xA0 + number), utf8);
    utf8[size] = '\0';
    return size;
  }
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    if (strlen(others[i].name) != name.size || memcmp(others[i].name, name.data, name.size) != 0) continue;
    memcpy(utf8, others[i].utf8, 4);
    utf8[4] = '\0';
    return strlen(utf8);
  }
  return 0;
}

/* ---- first looks ----------------------------------------------------------------------------------------- */

enum { LOOK = 65536 }; /* bytes before a root element, most of them of a DTD's internal subset */

static bool begins(const char *at, const char *end, const char *word) {
  size_t size = strlen(word);
  return (size_t)(end - at) >= size && memcmp(at, word, size) == 0;
}

void policy__xml_charset(const char *bytes, size_t size, char name[POLICY__XML_NAME]) {
  const char *at = bytes, *end = bytes + (size < 256 ? size : 256);
  size_t length = 0;
  name[0] = '\0';
  if (!begins(at, end, "<?xml")) return;
  while (at < end && *at != '>' && !begins(at, end, "encoding")) at++;
  if (!begins(at, end, "encoding")) return;
  at += 8;
  while (at < end && (policy__is_white(*at) || *at == '=')) at++;
  if (at == end || (*at != '"' && *at != '\'')) return;
  char quote = *at++;
  while (at < end && *at != quote && length + 1 < POLICY__XML_NAME) name[length++] = *at++;
  name[at < end && *at == quote ? length : 0] = '\0';
}

/* Behind the next `mark`, or the end. */
static const char *behind(const char *at, const char *end, const char *mark) {
  size_t size = strlen(mark);
  while (at < end && !begins(at, end, mark)) at++;
  return at < end ? at + size : end;
}

/* Behind a declaration "<!DOCTYPE ... [ ... ] >". */
static const char *behind_declaration(const char *at, const char *end) {
  while (at < end && *at != '>' && *at != '[') at++;
  if (at < end && *at == '[') {
    at = behind(at, end, "]");
    while (at < end && policy__is_white(*at)) at++;
  }
  return at < end ? at + 1 : end;
}

policy_string policy__xml_root(const char *bytes, size_t size) {
  const char *at = bytes, *end = bytes + (size < LOOK ? size : LOOK);
  for (;;) {
    while (at < end && policy__is_white(*at)) at++;
    if (begins(at, end, "<?")) at = behind(at, end, "?>");
    else if (begins(at, end, "<!--")) at = behind(at, end, "-->");
    else if (begins(at, end, "<!")) at = behind_declaration(at, end);
    else
      break;
  }
  if (at == end || *at != '<') return (policy_string){"", 0};
  const char *name = ++at;
  for (; at < end && !policy__is_white(*at) && *at != '>' && *at != '/'; at++)
    if (*at == ':') name = at + 1;
  return (policy_string){name, (size_t)(at - name)};
}
