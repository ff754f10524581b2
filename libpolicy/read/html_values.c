/* Values that pages give in many forms: names, dates, languages. */
#include <string.h>

#include "read/html_meta.h"
#include "read/person.h"
#include "read/scan.h"

policy_string policy__html_name(policy_string line) {
  static const char *const openings[] = {"posted by", "written by", "story by", "words by", "author", "by"};
  static const char *const ends[] = {" on ", " | ", " - ", "\xC2\xB7", " \xE2\x80\x94 ", " \xE2\x80\x93 ", "\n"};
  enum { LONGEST = 100 };
  bool opened = false;
  for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
    size_t size = policy__begins(line, openings[i]);
    if (size > 0) line = policy__strip(policy__piece(line, size, line.size), ":");
    opened |= size > 0;
  }
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    line = policy__strip(policy__piece(line, 0, policy__find_in(line, 0, ends[i])), ",|");
  bool shouts = true;
  for (size_t i = 0; i < line.size; i++) shouts &= line.data[i] < 'a' || line.data[i] > 'z';
  if (line.size < 4 || line.size > LONGEST || shouts || !(opened || policy__is_person(line))) line.size = 0;
  return line;
}

bool policy__html_date(policy_string text, policy__date *date) {
  unsigned digits[8], count = 0;
  size_t at = 0, begin;
  *date = (policy__date){0};
  text = policy__trim(text);
  for (; at < text.size && at < 10 && count < 8; at++) {
    char c = text.data[at];
    if (c >= '0' && c <= '9') digits[count++] = (unsigned)(c - '0');
    else if ((c != '-' && c != '/') || (count != 4 && count != 6)) break;
  }
  if (count == 8 || ((count == 4 || count == 6) && at == text.size)) {
    date->year = (uint16_t)(digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]);
    if (count > 4) date->month = (uint8_t)(digits[4] * 10 + digits[5]);
    if (count > 6) date->day = (uint8_t)(digits[6] * 10 + digits[7]);
    return date->year >= 1800 && date->year < 2200 && date->month <= 12 && date->day <= 31 &&
           (count == 4 || date->month > 0) && (count < 8 || date->day > 0);
  }
  return policy__date_find(text, date, &begin);
}

size_t policy__html_language(policy_string given, char tag[POLICY__HTML_TAG_SIZE]) {
  size_t size = 0, first = 0;
  for (; size < given.size && size + 1 < POLICY__HTML_TAG_SIZE; size++) {
    char c = given.data[size];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter && c != '-' && c != '_') break;
    tag[size] = c == '_' ? '-' : c;
  }
  while (size > 0 && tag[size - 1] == '-') size--;
  for (; first < size && tag[first] != '-'; first++)
    if (tag[first] >= 'A' && tag[first] <= 'Z') tag[first] = (char)(tag[first] + ('a' - 'A'));
  return first == 2 || first == 3 ? size : 0;
}

bool policy__html_is_file(policy_string title) {
  static const char *const ends[] = {".xml", ".html", ".htm", ".pdf", ".doc", ".docx", ".txt"};
  if (policy__find_in(title, 0, " ") < title.size) return false;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t size = strlen(ends[i]);
    if (title.size > size && memcmp(title.data + title.size - size, ends[i], size) == 0) return true;
  }
  return false;
}
