/* Small questions about short pieces of text. */
#include "read/scan.h"

#include <string.h>

#include "text/utf8.h"

policy_string policy__piece(policy_string text, size_t begin, size_t end) {
  if (end > text.size) end = text.size;
  if (begin > end) begin = end;
  return (policy_string){text.data + begin, end - begin};
}

policy_string policy__trim(policy_string string) {
  return policy__strip(string, "");
}

static bool is_stripped(uint32_t c, const char *also) {
  if (c < 0x80 && c != 0 && strchr(also, (int)c) != NULL) return true;
  return (policy__classify(c) & POLICY__SPACE) != 0;
}

policy_string policy__strip(policy_string string, const char *also) {
  const char *begin = string.data, *end = string.data + string.size;
  while (begin < end) {
    const char *next = begin;
    if (!is_stripped(policy__utf8_next(&next), also)) break;
    begin = next;
  }
  while (end > begin) {
    const char *before = end;
    if (!is_stripped(policy__utf8_previous(&before), also)) break;
    end = before;
  }
  return (policy_string){begin, (size_t)(end - begin)};
}

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_space(char c) {
  return c == ' ' || (c >= 9 && c <= 13);
}

/* The bytes of the string that `words` take, or 0. */
static size_t take(policy_string string, const char *words) {
  size_t at = 0;
  for (; *words != '\0'; words++) {
    if (at >= string.size) return 0;
    if (*words == ' ') {
      if (!is_space(string.data[at])) return 0;
      while (at < string.size && is_space(string.data[at])) at++;
    } else if (lower(string.data[at++]) != *words) return 0;
  }
  return at;
}

static bool is_word_at(policy_string string, size_t at) {
  if (at >= string.size) return false;
  const char *p = string.data + at;
  return (policy__classify(policy__utf8_next(&p)) & (POLICY__LETTER | POLICY__DIGIT | POLICY__MARK)) != 0;
}

bool policy__equals(policy_string string, const char *words) {
  return string.size > 0 && take(string, words) == string.size;
}

size_t policy__begins(policy_string string, const char *words) {
  size_t taken = take(string, words);
  if (taken == 0) return 0;
  char last = words[strlen(words) - 1];
  bool wordy = (last >= 'a' && last <= 'z') || (last >= '0' && last <= '9');
  return wordy && is_word_at(string, taken) ? 0 : taken;
}

bool policy__holds(policy_string string, const char *words) {
  bool before = false;
  for (size_t i = 0; i < string.size; i++) {
    char c = lower(string.data[i]);
    if (!before && c == *words && policy__begins(policy__piece(string, i, string.size), words) > 0) return true;
    before = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
  }
  return false;
}

size_t policy__find_in(policy_string string, size_t from, const char *what) {
  size_t size = strlen(what);
  while (from + size <= string.size) {
    const char *hit = memchr(string.data + from, what[0], string.size - from - size + 1);
    if (hit == NULL) break;
    from = (size_t)(hit - string.data);
    if (memcmp(hit, what, size) == 0) return from;
    from++;
  }
  return string.size;
}

static bool joins_words(uint32_t c) {
  return c == '\'' || c == '-' || c == '.' || c == '&' || c == 0x2019 || c == 0x2010 || c == 0x2011;
}

policy_string policy__next_word(policy_string string, size_t *at) {
  enum { WORD = POLICY__LETTER | POLICY__DIGIT | POLICY__MARK };
  while (*at < string.size && !is_word_at(string, *at)) {
    const char *p = string.data + *at;
    policy__utf8_next(&p);
    *at = (size_t)(p - string.data);
  }
  size_t begin = *at;
  while (*at < string.size) {
    const char *p = string.data + *at;
    uint32_t c = policy__utf8_next(&p);
    size_t next = (size_t)(p - string.data);
    if ((policy__classify(c) & WORD) == 0 && !(joins_words(c) && is_word_at(string, next))) break;
    *at = next;
  }
  return policy__piece(string, begin, *at);
}

uint32_t policy__first_point(policy_string string) {
  const char *p = string.data;
  return string.size > 0 ? policy__utf8_next(&p) : 0;
}

uint32_t policy__last_point(policy_string string) {
  const char *p = string.data + string.size;
  return string.size > 0 ? policy__utf8_previous(&p) : 0;
}

bool policy__among(policy_string word, const char *list) {
  enum { LONGEST = 30 };
  char key[LONGEST + 3];
  if (word.size == 0 || word.size > LONGEST) return false;
  key[0] = ' ';
  for (size_t i = 0; i < word.size; i++) key[i + 1] = lower(word.data[i]);
  key[word.size + 1] = ' ';
  key[word.size + 2] = '\0';
  return strchr(key + 1, ' ') == key + word.size + 1 && strstr(list, key) != NULL;
}

bool policy__is_function_word(policy_string word) {
  static const char list[] =
      " a an the of in on at by for with from to into onto upon over under between among against through"
      " during within without about after before as than that which who whom whose and or nor but if when"
      " while where because although is are was were be been being has have had do does did will would shall"
      " should can could may might must not its their his her our your this these those such both either"
      " neither all any each every no some more most other including regarding concerning towards toward per"
      " via ";
  return policy__among(word, list);
}

size_t policy__width(policy_string string) {
  size_t width = 0;
  for (const char *p = string.data, *end = p + string.size; p < end;) {
    uint32_t c = policy__utf8_next(&p);
    if (c < 0x300 || (policy__classify(c) & (POLICY__MARK | POLICY__CONTROL)) == 0) width++;
  }
  return width;
}
