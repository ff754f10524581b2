/* Titles of pages: without the name of the site. */
#include <string.h>

#include "read/html_meta.h"
#include "read/scan.h"
#include "text/utf8.h"

/* Signs between a title and a site's name, with white space around them. */
static const char *const separators[] = {"|", "-", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7", "::", "\xC2\xBB",
                                         "\xE2\x80\xA2", "/", "<", ":", "\xC2\xAB", "\xE2\x80\xBA", "~", "\xE2\x8B\x86"};

enum { PARTS = 8 };

static size_t separator_at(policy_string title, size_t at) {
  if (at == 0 || title.data[at - 1] != ' ') return 0;
  for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
    size_t size = strlen(separators[i]);
    if (title.size - at <= size || memcmp(title.data + at, separators[i], size) != 0) continue;
    if (title.data[at + size] == ' ') return size;
  }
  return 0;
}

/* Letters and digits alone, in lower case, compared. */
static bool same_words(policy_string a, policy_string b) {
  size_t i = 0, k = 0;
  for (;;) {
    policy_string one = policy__next_word(a, &i), other = policy__next_word(b, &k);
    if (one.size == 0 || other.size == 0) return one.size == other.size;
    if (one.size != other.size) return false;
    const char *p = one.data, *q = other.data;
    while (p < one.data + one.size && q < other.data + other.size)
      if (policy__lower(policy__utf8_next(&p)) != policy__lower(policy__utf8_next(&q))) return false;
  }
}

static size_t count_words(policy_string text) {
  size_t at = 0, count = 0;
  while (policy__next_word(text, &at).size > 0) count++;
  return count;
}

policy_string policy__html_title(policy_string title, policy_string heading, policy_string site) {
  size_t begins[PARTS + 1] = {0}, ends[PARTS] = {0}, count = 1;
  title = policy__strip(title, "|-");
  if (heading.size > 0 && same_words(title, heading)) return title;
  for (size_t at = 0; at < title.size && count < PARTS; at++) {
    size_t size = separator_at(title, at);
    if (size == 0) continue;
    ends[count - 1] = at;
    begins[count++] = at + size;
  }
  ends[count - 1] = title.size;
  if (count == 1) return title;
  /* The longest run of parts that is the heading; else all but a site's name or a few words at the end. */
  for (size_t length = count; length > 0 && heading.size > 0; length--)
    for (size_t i = 0; i + length <= count; i++) {
      policy_string part = policy__trim(policy__piece(title, begins[i], ends[i + length - 1]));
      if (same_words(part, heading)) return part;
    }
  policy_string last = policy__trim(policy__piece(title, begins[count - 1], ends[count - 1]));
  policy_string first = policy__trim(policy__piece(title, 0, ends[0]));
  policy_string rest = policy__trim(policy__piece(title, 0, ends[count - 2]));
  if (site.size > 0 && same_words(first, site)) return policy__trim(policy__piece(title, begins[1], title.size));
  if (site.size > 0 && same_words(last, site)) return rest;
  return count_words(last) <= 4 && count_words(rest) > 1 ? rest : title;
}

bool policy__html_agree(policy_string title, policy_string heading) {
  size_t at = 0, words = 0, found = 0;
  for (policy_string word; (word = policy__next_word(heading, &at)).size > 0; words++) {
    size_t other = 0;
    for (policy_string w; (w = policy__next_word(title, &other)).size > 0;)
      if (same_words(w, word)) {
        found++;
        break;
      }
  }
  return words > 1 && found * 2 >= words;
}
