/* Taking pieces of citations. */
#include "extract/cited_scan.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "text/utf8.h"

enum { WIDEST = 48 }; /* bytes of a gap */

bool policy__cited_ends(const policy__cursor *cursor) {
  if (cursor->at >= cursor->text.size) return true;
  const char *at = cursor->text.data + cursor->at;
  return (policy__classify(policy__utf8_next(&at)) & (POLICY__LETTER | POLICY__DIGIT | POLICY__MARK)) == 0;
}

/* The bytes of white space at the place. */
static size_t white(const policy__cursor *cursor) {
  char byte = policy__cited_byte(cursor, 0);
  if (policy__is_white(byte)) return 1;
  if (byte == '\xC2' && policy__cited_byte(cursor, 1) == '\xA0') return 2;
  bool narrow = byte == '\xE2' && policy__cited_byte(cursor, 1) == '\x80';
  unsigned char last = (unsigned char)policy__cited_byte(cursor, 2);
  return narrow && ((last >= 0x80 && last <= 0x8A) || last == 0xAF) ? 3 : 0;
}

bool policy__cited_space(policy__cursor *cursor) {
  policy__cursor end = *cursor;
  for (size_t size = white(&end); size > 0; size = white(&end)) {
    end.at += size;
    if (end.at - cursor->at > WIDEST) return false;
  }
  if (end.at == cursor->at) return false;
  *cursor = end;
  return true;
}

bool policy__cited_whole_text(policy__cursor *cursor, const char *text) {
  policy__cursor end = *cursor;
  for (; *text != '\0'; text++) {
    if (*text == ' ') {
      if (!policy__cited_space(&end)) return false;
    } else if (policy__cited_byte(&end, 0) == *text) {
      end.at++;
    } else {
      return false;
    }
  }
  *cursor = end;
  return true;
}

bool policy__cited_whole_word(policy__cursor *cursor, const char *word) {
  policy__cursor end = *cursor;
  if (!policy__cited_text(&end, word) || !policy__cited_ends(&end)) return false;
  *cursor = end;
  return true;
}

bool policy__cited_behind_first(policy__cursor *cursor, const char *word) {
  policy__cursor end = *cursor;
  end.at++;
  if (!policy__cited_word(&end, word + 1)) return false;
  *cursor = end;
  return true;
}

bool policy__cited_one_of(policy__cursor *cursor, const char *const *words, size_t *which) {
  for (size_t i = 0; words[i] != NULL; i++) {
    if (!policy__cited_word(cursor, words[i])) continue;
    if (which != NULL) *which = i;
    return true;
  }
  return false;
}

bool policy__cited_number(policy__cursor *cursor, size_t least, size_t most, unsigned *number) {
  size_t digits = 0;
  unsigned value = 0;
  while (digits <= most && policy__cited_is_digit(policy__cited_byte(cursor, digits)))
    value = value * 10 + (unsigned)(policy__cited_byte(cursor, digits++) - '0');
  if (digits < least || digits > most) return false;
  cursor->at += digits;
  if (number != NULL) *number = value;
  return true;
}

bool policy__cited_year_in(policy__cursor *cursor, char open, char close, unsigned *year) {
  policy__cursor end = *cursor;
  if (policy__cited_byte(&end, 0) != open) return false;
  end.at++;
  if (!policy__cited_number(&end, 4, 4, year) || policy__cited_byte(&end, 0) != close) return false;
  if (*year < 1200 || *year > 2199) return false;
  end.at++;
  *cursor = end;
  return true;
}

bool policy__cited_dash(policy__cursor *cursor) {
  static const char *const dashes[] = {"-", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93"};
  for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
    if (policy__cited_text(cursor, dashes[i])) return true;
  return false;
}

bool policy__cited_set(policy__cited *cited, policy_citation_kind kind, const char *scheme, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int size = vsnprintf(cited->value, sizeof cited->value, format, arguments);
  va_end(arguments);
  bool fits = size > 0 && size < POLICY__CITED_VALUE;
  if (!fits) cited->value[0] = '\0';
  cited->kind = kind;
  cited->scheme = fits ? scheme : "";
  return true;
}
