/* Unicode: the one door for bytes, and questions about code points. The only user of utf8proc. */
#ifndef POLICY_TEXT_UTF8_H
#define POLICY_TEXT_UTF8_H

#include <string.h>

#include <policy/memory.h>
#include <policy/text.h>

#include <stdbool.h>

#include "base/array.h"

/* ---- the door: from any bytes to valid text ------------------------------------------------------ */

/* What a run counts: bytes, code points, or UTF-16 units of the text. */
typedef enum policy__source_unit {
  POLICY__SOURCE_BYTES,
  POLICY__SOURCE_POINTS,
  POLICY__SOURCE_UNITS
} policy__source_unit;

/* From `text` on, every `of` units of the text come from `from` bytes of the source, which follow each other
   from `source` on. 0 and 0: byte comes from byte. */
typedef struct policy__source_run {
  uint32_t text;
  uint8_t unit, of, from;
  bool goes_on; /* it says what the run before it says, so that there is less to count */
  uint64_t source;
} policy__source_run;

typedef struct policy__cleaning {
  uint64_t replaced;  /* sequences of bad bytes, and NULs, that became U+FFFD */
  uint64_t first_bad; /* offset in the source of the first of them */
  uint64_t long_runs; /* pieces with over 30 combining marks in a row, left as they are (the bound of UAX 15's
                         Stream-Safe format: no language needs more, and ordering them is not linear) */
} policy__cleaning;

/* Appends `bytes` to `text` as valid UTF-8 in NFC without NUL, lines ending with LF, without a byte order
   mark at its beginning. Each maximal part of an ill-formed sequence becomes one U+FFFD (Unicode 15, 3.9). `runs` (of
   policy__source_run) may be NULL. Linear. */
policy_status policy__utf8_clean(const char *bytes, size_t size, policy_buffer *text, policy__array *runs,
                                 policy__cleaning *cleaning);

/* ---- walking through valid text ------------------------------------------------------------------- */

/* The code point at `*at`, which moves behind it. `*at` must be before the end of valid text. */
static inline uint32_t policy__utf8_next(const char **at) {
  const unsigned char *p = (const unsigned char *)*at;
  if (p[0] < 0x80) return *at += 1, p[0];
  if (p[0] < 0xE0) return *at += 2, (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
  if (p[0] < 0xF0) return *at += 3, (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
  return *at += 4, (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 |
                       (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
}

/* The code point before `*at`, which moves onto it. `*at` must be behind the beginning of valid text. */
static inline uint32_t policy__utf8_previous(const char **at) {
  do --*at;
  while (((unsigned char)**at & 0xC0) == 0x80);
  const char *copy = *at;
  return policy__utf8_next(&copy);
}

/* Writes a code point, which is a scalar value, and returns its bytes. */
static inline size_t policy__utf8_write(uint32_t code_point, char bytes[4]) {
  static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  if (code_point < 0x80) return bytes[0] = (char)code_point, 1;
  size_t size = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
  for (size_t i = size - 1; i > 0; i--, code_point >>= 6) bytes[i] = (char)(0x80 | (code_point & 0x3F));
  bytes[0] = (char)(leads[size] | code_point);
  return size;
}

/* The first byte at or behind `at` that is no ASCII; `size` when all are. */
static inline size_t policy__utf8_skip_ascii(const char *text, size_t at, size_t size) {
  for (uint64_t word; size - at >= 8; at += 8) {
    memcpy(&word, text + at, 8);
    if ((word & 0x8080808080808080u) != 0) break;
  }
  while (at < size && (unsigned char)text[at] < 0x80) at++;
  return at;
}

static inline bool policy__utf8_is_boundary(char byte) {
  return ((unsigned char)byte & 0xC0) != 0x80;
}

/* ---- questions about code points ------------------------------------------------------------------- */

typedef enum policy__class {
  POLICY__LETTER = 1,
  POLICY__UPPER = 2, /* with LETTER; title case too */
  POLICY__LOWER = 4, /* with LETTER */
  POLICY__DIGIT = 8, /* Nd */
  POLICY__MARK = 16,
  POLICY__SPACE = 32, /* white space, line ends and no-break spaces too */
  POLICY__PUNCTUATION = 64,
  POLICY__SYMBOL = 128,
  POLICY__CONTROL = 256, /* Cc that is no white space, and Cf */
  POLICY__IDEOGRAPH = 512 /* with LETTER: Han, kana: scripts without spaces */
} policy__class;

/* What a code point is, as bits. */
unsigned policy__classify(uint32_t code_point);

/* Whether most letters of a text are Hebrew or Arabic. */
bool policy__runs_from_right(policy_string text);

/* Simple lower case. */
uint32_t policy__lower(uint32_t code_point);

enum { POLICY__PLAIN_MOST = 4 };

/* The small letters that a code point is without its marks: "S" with caron gives "s", sharp s "ss", o with stroke "o".
   Returns how many; 0 for a mark that comes and goes: accents, Hebrew points, Arabic vowel signs. The vowels and marks of
   Indic scripts and of kana stay. */
size_t policy__utf8_plain(uint32_t code_point, uint32_t plain[POLICY__PLAIN_MOST]);

/* Appends the string in lower case. */
policy_status policy__append_lower(policy_buffer *buffer, policy_string string);

#endif
