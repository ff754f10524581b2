/* Bullets, numbers and letters before the words of an item. */
#include "read/marker.h"

#include <string.h>

#include "read/scan.h"
#include "text/utf8.h"

enum {
  LOOK = 48,
  DIGITS = 5,
  ROMAN_LETTERS = 7,
  STYLE_OPEN = 16,
  STYLE_CLOSE = 32,
  STYLE_DOT = 64,
  STYLE_UPPER = 128
};

static bool is_bullet(uint32_t c) {
  static const uint32_t bullets[] = {0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0, 0x25A1, 0x25AA,
                                     0x25AB, 0x25B6, 0x25B8, 0x25BA, 0x25C6, 0x25C7, 0x25CB, 0x25CF, 0x25E6,
                                     0x2610, 0x2611, 0x2713, 0x2714, 0x2756, 0x27A2, 0x27A4, 0x2794, 0x2192,
                                     0xB7,   0xF0B7, 0xF0A7, 0xF0D8, 0xF076};
  for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
    if (bullets[i] == c) return true;
  return false;
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* The bytes of white space at `at`; 1 at the end of the line too. */
static size_t space_at(policy_string line, size_t at) {
  size_t from = at;
  while (at < line.size) {
    const char *p = line.data + at;
    if ((policy__classify(policy__utf8_next(&p)) & POLICY__SPACE) == 0) break;
    at = (size_t)(p - line.data);
  }
  return at == line.size ? 1 : at - from;
}

static size_t skip_space(policy_string line, size_t at) {
  size_t space = space_at(line, at);
  return at + space > line.size ? line.size : at + space;
}

static policy__marker finish(policy__marker marker, policy_string line, size_t at) {
  marker.size = (uint16_t)skip_space(line, at);
  return marker;
}

static uint32_t read_number(policy_string line, size_t *at) {
  uint32_t number = 0;
  size_t from = *at;
  while (*at < line.size && is_digit(line.data[*at]) && *at - from < DIGITS)
    number = number * 10 + (uint32_t)(line.data[(*at)++] - '0');
  if (*at == from || (*at < line.size && is_digit(line.data[*at]))) *at = from, number = 0;
  return number;
}

static uint32_t roman_digit(char c) {
  switch (c | 32) {
    case 'i': return 1;
    case 'v': return 5;
    case 'x': return 10;
    case 'l': return 50;
    case 'c': return 100;
    default: return 0;
  }
}

/* The number that `letters` spell in Roman numerals, or 0. */
static uint32_t read_roman(policy_string letters) {
  uint32_t sum = 0, smallest = UINT32_MAX, run = 0;
  for (size_t i = 0; i < letters.size; i++) {
    uint32_t digit = roman_digit(letters.data[i]), next = 0;
    if (i + 1 < letters.size) next = roman_digit(letters.data[i + 1]);
    if (digit == 0 || (i > 0 && ((letters.data[i] ^ letters.data[0]) & 32) != 0)) return 0;
    if (next > digit && next <= digit * 10 && digit != 5 && digit != 50) {
      digit = next - digit;
      i++;
    }
    run = digit == smallest ? run + 1 : 1;
    if (digit > smallest || run > 3) return 0;
    smallest = digit;
    sum += digit;
  }
  return sum;
}

/* "3", "3.1", "3.1.2" at `*at`. */
static policy__marker read_decimal(policy_string line, size_t *at) {
  policy__marker marker = {.kind = POLICY__MARKER_NUMBER};
  marker.ordinal = read_number(line, at);
  if (*at == 0 || (*at > 0 && !is_digit(line.data[*at - 1]))) return (policy__marker){0};
  marker.depth = 1;
  while (*at + 1 < line.size && line.data[*at] == '.' && is_digit(line.data[*at + 1]) && marker.depth < 8) {
    size_t part = *at + 1;
    marker.ordinal = read_number(line, &part);
    if (part == *at + 1) return (policy__marker){0};
    *at = part;
    marker.depth++;
  }
  return marker;
}

/* Letters at `*at`: one, or a Roman numeral. */
static policy__marker read_letters(policy_string line, size_t *at) {
  policy__marker marker = {0};
  size_t from = *at;
  while (*at < line.size && *at - from < ROMAN_LETTERS && (unsigned)((line.data[*at] | 32) - 'a') < 26) ++*at;
  policy_string letters = policy__piece(line, from, *at);
  if (letters.size == 0) return marker;
  uint32_t place = (uint32_t)((letters.data[0] | 32) - 'a' + 1);
  uint32_t roman = read_roman(letters);
  if (roman > 0) {
    marker.kind = POLICY__MARKER_ROMAN;
    marker.ordinal = roman;
    marker.letter = letters.size == 1 ? (uint8_t)place : 0;
  } else if (letters.size == 1 || (letters.size == 2 && letters.data[0] == letters.data[1])) {
    marker.kind = POLICY__MARKER_LETTER;
    marker.ordinal = letters.size == 1 ? place : place + 26;
  } else return marker;
  if (letters.data[0] < 'a') marker.style = STYLE_UPPER;
  return marker;
}

/* Whether what follows a number without a sign may be a heading or a sentence. */
static bool begins_words(policy_string line, size_t at) {
  if (at >= line.size) return false;
  const char *p = line.data + at;
  uint32_t c = policy__utf8_next(&p);
  return (policy__classify(c) & POLICY__UPPER) != 0 || c == '"' || c == 0x201C || c == 0x2018;
}

static policy__marker read_signed(policy_string line) {
  size_t at = line.data[0] == '(' ? 1 : 0;
  bool open = at == 1, number = at < line.size && is_digit(line.data[at]);
  policy__marker marker = number ? read_decimal(line, &at) : read_letters(line, &at);
  if (marker.kind == POLICY__MARKER_NONE) return marker;
  bool close = at < line.size && line.data[at] == ')', dot = at < line.size && line.data[at] == '.';
  size_t behind = at + (close || dot ? 1 : 0);
  if (dot && behind < line.size && line.data[behind] == ')') behind++;
  if (open && !close) return (policy__marker){0};
  if (close || dot) {
    if (space_at(line, behind) == 0) {
      bool glued = number && (close || marker.depth > 1 || behind - at == 1) && begins_words(line, behind);
      if (!glued) return (policy__marker){0};
    }
  } else {
    if (!number || space_at(line, at) == 0 || !begins_words(line, skip_space(line, at)))
      return (policy__marker){0};
    if (marker.depth == 1) marker.kind = POLICY__MARKER_BARE;
  }
  if (marker.kind == POLICY__MARKER_NUMBER && dot && marker.depth == 1 && marker.ordinal >= 1800 &&
      marker.ordinal <= 2100)
    return (policy__marker){0};
  marker.style = (uint8_t)(marker.style | (open ? STYLE_OPEN : 0) | (close ? STYLE_CLOSE : 0) |
                           (dot ? STYLE_DOT : 0) | marker.kind);
  return finish(marker, line, behind);
}

static policy__marker read_bracket(policy_string line) {
  policy__marker marker = {.kind = POLICY__MARKER_BRACKET, .style = POLICY__MARKER_BRACKET};
  size_t at = 1;
  if (at < line.size && (line.data[at] == '*' || (unsigned)((line.data[at] | 32) - 'a') < 26)) at++;
  else marker.ordinal = read_number(line, &at);
  if (at == 1 || at >= line.size || line.data[at] != ']') return (policy__marker){0};
  return finish(marker, line, at + 1);
}

static const struct {
  const char *word;
  uint8_t rank;
} divisions[] = {{"part", 1},           {"title", 1},     {"annex", 1}, {"appendix", 1},   {"schedule", 1},
                 {"attachment", 1},     {"volume", 1},    {"book", 1},  {"chapter", 2},    {"subchapter", 3},
                 {"section", 4},        {"article", 4},   {"rule", 4},  {"regulation", 4}, {"subsection", 5},
                 {"recommendation", 5}, {"principle", 5}, {"goal", 5},  {"objective", 5},  {"option", 5},
                 {"step", 5},           {"question", 5}};

static policy__marker read_division(policy_string line) {
  policy__marker marker = {.kind = POLICY__MARKER_DIVISION};
  for (size_t i = 0; i < sizeof divisions / sizeof *divisions; i++) {
    size_t at = policy__begins(line, divisions[i].word);
    if (at == 0 || at >= line.size || line.data[at] != ' ') continue;
    policy__marker inner = {0};
    size_t from = at = skip_space(line, at);
    if (at < line.size && is_digit(line.data[at])) inner = read_decimal(line, &at);
    else inner = read_letters(line, &at);
    if (inner.kind == POLICY__MARKER_NONE || (inner.kind != POLICY__MARKER_NUMBER && line.data[from] >= 'a'))
      break;
    if (at < line.size && strchr(".:)-", line.data[at]) != NULL) at++;
    if (space_at(line, at) == 0) break;
    marker.ordinal = inner.ordinal;
    marker.depth = inner.depth;
    marker.rank = divisions[i].rank;
    marker.style = (uint8_t)(i << 4 | POLICY__MARKER_DIVISION);
    return finish(marker, line, at);
  }
  return (policy__marker){0};
}

static bool is_superscript(uint32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

static policy__marker read_sign(policy_string line) {
  const char *p = line.data;
  uint32_t c = policy__utf8_next(&p);
  size_t behind = (size_t)(p - line.data);
  policy__marker marker = {.style = (uint8_t)(c & 0xF0)};
  if (is_bullet(c)) marker.kind = POLICY__MARKER_BULLET;
  else if (is_superscript(c) || c == 0x2020 || c == 0x2021) {
    while (behind < line.size && is_superscript(policy__first_point(policy__piece(line, behind, line.size)))) {
      policy__utf8_next(&p);
      behind = (size_t)(p - line.data);
    }
    marker.kind = POLICY__MARKER_NOTE;
  } else if (c == '-' || c == '*' || c == '+' || c == 'o' || (c >= 0x2010 && c <= 0x2015)) {
    if (space_at(line, behind) == 0 || behind >= line.size) return (policy__marker){0};
    marker.kind = POLICY__MARKER_DASH;
  } else return marker;
  marker.style = (uint8_t)((c << 4) & 0xF0) | marker.kind;
  return finish(marker, line, behind);
}

policy__marker policy__marker_find(policy_string whole) {
  policy_string line = whole;
  if (line.size == 0) return (policy__marker){0};
  if (line.size > LOOK) {
    line.size = LOOK;
    while (!policy__utf8_is_boundary(line.data[line.size])) line.size--;
  }
  if (line.data[0] == '[') return read_bracket(line);
  policy__marker marker = read_sign(line);
  if (marker.kind == POLICY__MARKER_NONE) marker = read_division(line);
  if (marker.kind == POLICY__MARKER_NONE) marker = read_signed(line);
  if (marker.kind == POLICY__MARKER_NUMBER && marker.depth > 1 &&
      (marker.style & (STYLE_DOT | STYLE_CLOSE)) == 0 && marker.size < line.size &&
      !begins_words(line, marker.size))
    return (policy__marker){0};
  return marker;
}
