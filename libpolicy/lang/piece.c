/* Reading pieces of text for the sentence splitter. */
#include "lang/piece.h"

#include <string.h>

#include "lang/word.h"
#include "text/utf8.h"

enum { HASHED = 24, CLOSERS = 16, REFERENCE = 8 };

/* ---- characters ------------------------------------------------------------------------------------------ */

static uint32_t first_of(const char *text, uint32_t begin, uint32_t end, uint32_t *next) {
  const char *p = text + begin;
  *next = begin;
  if (begin >= end) return 0;
  uint32_t c = policy__utf8_next(&p);
  *next = (uint32_t)(p - text);
  return c;
}

static uint32_t last_of(const char *text, uint32_t begin, uint32_t end, uint32_t *before) {
  const char *p = text + end;
  *before = end;
  if (begin >= end) return 0;
  uint32_t c = policy__utf8_previous(&p);
  *before = (uint32_t)(p - text);
  return c;
}

static bool is_any(uint32_t c, const char *set) {
  return c != 0 && c < 0x80 && strchr(set, (int)c) != NULL;
}

static bool is_quote(uint32_t c) {
  return is_any(c, "\"'`") || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 ||
         c == 0x203A;
}

static bool is_opening_bracket(uint32_t c) {
  return is_any(c, "([{<") || c == 0xFF08 || c == 0x3010 || c == 0x300C;
}

static bool is_closing_bracket(uint32_t c) {
  return is_any(c, ")]}>") || c == 0xFF09 || c == 0x3011 || c == 0x300D;
}

static bool is_bullet(uint32_t c) {
  return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x25E6 || (c >= 0x25A0 && c <= 0x25AB) ||
         c == 0x25CF || c == 0x25CB || c == 0x2219 || c == 0x27A2 || c == 0x2713 || c == 0xF0B7;
}

static bool is_superscript(uint32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

static policy__stop stop_of(uint32_t c) {
  switch (c) {
  case '.': return POLICY__STOP_DOT;
  case '?': case '!': case 0x203C: case 0x2047: case 0x2048: case 0x2049: return POLICY__STOP_QUESTION;
  case 0x2026: return POLICY__STOP_ELLIPSIS;
  case ':': return POLICY__STOP_COLON;
  case ';': case 0x37E: return POLICY__STOP_SEMICOLON;
  case ',': return POLICY__STOP_COMMA;
  case '-': case 0x2013: case 0x2014: case 0x2015: return POLICY__STOP_DASH;
  case 0x3002: case 0xFF01: case 0xFF1F: case 0xFF0E: case 0xFF61: case 0x964: case 0x965: case 0x61F:
  case 0x6D4: case 0x589: case 0x104B: case 0x1362: case 0x1367: return POLICY__STOP_FULL;
  default: return POLICY__STOP_NONE;
  }
}

static uint32_t hash_lower(const char *text, uint32_t begin, uint32_t end) {
  uint32_t hash = 2166136261u;
  if (end - begin > HASHED) end = begin + HASHED;
  for (uint32_t i = begin; i < end; i++) {
    char c = text[i];
    if (c >= 'A' && c <= 'Z') c = (char)(c + ('a' - 'A'));
    if (c >= '0' && c <= '9') c = '0';
    hash = (hash ^ (unsigned char)c) * 16777619u;
  }
  return hash;
}

/* ---- what surrounds the core ----------------------------------------------------------------------------- */

/* Strips opening marks and gives the kind of the last one. */
static uint32_t strip_openers(const char *text, uint32_t begin, uint32_t end, policy__mark *opener) {
  uint32_t next;
  for (int i = 0; i < CLOSERS && begin < end; i++, begin = next) {
    uint32_t c = first_of(text, begin, end, &next);
    if (is_quote(c)) *opener = POLICY__MARK_QUOTE;
    else if (is_opening_bracket(c)) *opener = POLICY__MARK_BRACKET;
    else if (c != '*' && c != '_' && c != 0xBF && c != 0xA1) break;
  }
  return begin;
}

static bool may_end(uint32_t c) {
  policy__stop stop = stop_of(c);
  return stop == POLICY__STOP_DOT || stop == POLICY__STOP_QUESTION || stop == POLICY__STOP_FULL;
}

/* The beginning of a footnote's number behind a stop, as in "end.[5]", "end.5" and "end.¹"; `end` if none. */
static uint32_t reference_begin(const char *text, uint32_t begin, uint32_t end) {
  uint32_t at = end, before, digits = 0, c = last_of(text, begin, at, &before);
  bool bracket = c == ']' || c == ')';
  if (bracket) at = before;
  while (end - at < REFERENCE && at > begin) {
    c = last_of(text, begin, at, &before);
    if (!is_any(c, "0123456789*,") && !is_superscript(c)) break;
    digits++;
    at = before;
  }
  if (digits == 0 || at == begin) return end;
  if (bracket && text[at - 1] != '[' && text[at - 1] != '(') return end;
  if (bracket) at--;
  if (!bracket && c < 0x80 && digits > 3) return end;
  uint32_t stop = last_of(text, begin, at, &before);
  while (is_quote(stop) || is_closing_bracket(stop)) stop = last_of(text, begin, before, &before);
  if (!may_end(stop)) return end;
  if (bracket || is_superscript(last_of(text, at, end, &stop))) return at;
  for (uint32_t i = 1; i <= 4; i++) /* a bare number needs a word before the stop */
    if (before < begin + i || text[before - i] < 'a' || text[before - i] > 'z') return end;
  return at;
}

/* Strips closing marks and gives the kind of the first one. */
static uint32_t strip_closers(const char *text, uint32_t begin, uint32_t end, policy__mark *closer) {
  uint32_t before;
  for (int i = 0; i < CLOSERS && begin < end; i++) {
    uint32_t reference = reference_begin(text, begin, end);
    if (reference < end) {
      *closer = POLICY__MARK_REFERENCE;
      end = reference;
      continue;
    }
    uint32_t c = last_of(text, begin, end, &before);
    if (is_quote(c)) *closer = POLICY__MARK_QUOTE;
    else if (is_closing_bracket(c)) *closer = POLICY__MARK_BRACKET;
    else if (c != '*' && c != '_') break;
    end = before;
  }
  return end;
}

/* Strips the stop and tells what it is. */
static uint32_t strip_stop(const char *text, uint32_t begin, uint32_t end, policy__stop *stop) {
  uint32_t before, at = end, dots = 0;
  uint32_t c = last_of(text, begin, at, &before);
  *stop = stop_of(c);
  if (*stop == POLICY__STOP_NONE) return end;
  for (; at > begin && stop_of(c) != POLICY__STOP_NONE; c = last_of(text, begin, at, &before)) {
    if (stop_of(c) == POLICY__STOP_QUESTION) *stop = POLICY__STOP_QUESTION;
    if (stop_of(c) == POLICY__STOP_ELLIPSIS) dots += 3;
    dots += c == '.';
    at = before;
  }
  if (*stop == POLICY__STOP_DOT && dots > 1) *stop = dots > 3 ? POLICY__STOP_DOTS : POLICY__STOP_ELLIPSIS;
  return at;
}

/* ---- the core -------------------------------------------------------------------------------------------- */

static bool is_address(const char *text, uint32_t begin, uint32_t end) {
  size_t size = end - begin;
  if (size < 5) return false;
  if (memcmp(text + begin, "www.", 4) == 0) return true;
  const char *colon = memchr(text + begin, ':', size < 12 ? size : 12);
  if (colon != NULL && text + end - colon > 3 && memcmp(colon, "://", 3) == 0) return true;
  const char *at = memchr(text + begin, '@', size < 256 ? size : 256);
  return at != NULL && at > text + begin && memchr(at, '.', (size_t)(text + end - at)) != NULL;
}

static bool is_section_sign(const char *text, uint32_t at) {
  return text[at] == (char)0xC2 && (text[at + 1] == (char)0xA7 || text[at + 1] == (char)0xB6);
}

static policy__shape shape_of(const char *text, uint32_t begin, uint32_t end) {
  uint32_t next, count = 0, uppers = 0, lowers = 0, digits = 0, dots = 0, letters_between = 0, most = 0;
  if (begin >= end) return POLICY__SHAPE_NONE;
  if (is_address(text, begin, end)) return POLICY__SHAPE_ADDRESS;
  unsigned first = policy__classify(first_of(text, begin, end, &next));
  for (uint32_t at = begin; at < end && count < HASHED; at = next, count++) {
    uint32_t c = first_of(text, at, end, &next);
    unsigned class = policy__classify(c);
    uppers += (class & POLICY__UPPER) != 0;
    lowers += (class & (POLICY__LOWER | POLICY__IDEOGRAPH)) != 0 || class == POLICY__LETTER;
    digits += (class & POLICY__DIGIT) != 0;
    dots += c == '.';
    letters_between = c == '.' ? 0 : letters_between + 1;
    if (letters_between > most) most = letters_between;
  }
  if (first & POLICY__DIGIT) return uppers + lowers > 0 ? POLICY__SHAPE_MIXED : POLICY__SHAPE_NUMBER;
  if (is_section_sign(text, begin)) return POLICY__SHAPE_SIGN;
  if (uppers + lowers + digits == 0) return first & POLICY__SYMBOL ? POLICY__SHAPE_SIGN : POLICY__SHAPE_NONE;
  if (!(first & POLICY__LETTER)) return POLICY__SHAPE_SIGN;
  if (dots > 0 && most <= 2 && digits == 0) return POLICY__SHAPE_DOTTED;
  if (!(first & POLICY__UPPER)) return count == 1 ? POLICY__SHAPE_LETTER : POLICY__SHAPE_LOWER;
  if (count == 1) return POLICY__SHAPE_INITIAL;
  if (digits > 0 && lowers == 0) return POLICY__SHAPE_CAPITALS;
  return uppers > 1 && lowers == 0 ? POLICY__SHAPE_CAPITALS : POLICY__SHAPE_CAPITALISED;
}

/* ---- items of enumerations ------------------------------------------------------------------------------- */

static uint32_t roman_value(const char *text, uint32_t size) {
  static const char letters[] = "ivxlc";
  static const uint32_t values[] = {1, 5, 10, 50, 100};
  uint32_t total = 0, before = 0;
  for (uint32_t i = size; i-- > 0;) {
    const char *found = text[i] != 0 ? strchr(letters, text[i] | 0x20) : NULL;
    if (found == NULL) return 0;
    uint32_t value = values[found - letters];
    total = value < before ? total - value : total + value;
    if (value > before) before = value;
  }
  return total;
}

static void read_item_label(const char *label, uint32_t size, policy__piece *piece) {
  uint32_t value = 0, digits = 0;
  while (digits < size && label[digits] >= '0' && label[digits] <= '9')
    value = value * 10 + (uint32_t)(label[digits++] - '0');
  if (digits == size) {
    piece->item = POLICY__ITEM_NUMBER;
    piece->item_value = value;
  } else if (size == 1 && (label[0] | 0x20) >= 'a' && (label[0] | 0x20) <= 'z') {
    piece->item = label[0] >= 'a' ? POLICY__ITEM_SMALL : POLICY__ITEM_CAPITAL;
    piece->item_value = (uint32_t)((label[0] | 0x20) - 'a') + 1;
  } else if ((piece->item_value = roman_value(label, size)) > 0) {
    piece->item = POLICY__ITEM_ROMAN;
  }
}

static void read_item(const char *text, policy_span span, policy__piece *piece) {
  uint32_t next, end = span.end, begin = span.begin;
  if (is_bullet(first_of(text, begin, end, &next))) {
    piece->item = POLICY__ITEM_BULLET;
    return;
  }
  if (end - begin < 2 || end - begin > 7) return;
  bool open = text[begin] == '(' || text[begin] == '[';
  char close = text[end - 1];
  if (close != ')' && close != ']' && (close != '.' || open)) return;
  piece->item_style = open ? text[begin] : close;
  end--;
  if (close == ')' && !open && text[end - 1] == '.') {
    end--;
    piece->item_style = ':';
  }
  begin += open;
  if (end > begin && end - begin <= 4) read_item_label(text + begin, end - begin, piece);
}

/* ---- all of it ------------------------------------------------------------------------------------------- */

static void count_marks(const char *text, policy_span span, policy__piece *piece) {
  for (uint32_t at = span.begin; at < span.end;) {
    uint32_t c = first_of(text, at, span.end, &at);
    piece->brackets += is_any(c, "([{");
    piece->brackets -= is_any(c, ")]}");
    piece->quotes += c == '"';
    piece->curly += c == 0x201C || c == 0xAB;
    piece->curly -= c == 0x201D || c == 0xBB;
  }
}

static policy__abbreviation abbreviation_of(const char *word, uint32_t size) {
  bool numero = size == 3 && (word[0] | 0x20) == 'n' &&
                (memcmp(word + 1, "\xC2\xB0", 2) == 0 || memcmp(word + 1, "\xC2\xBA", 2) == 0);
  if (numero || (size == 3 && memcmp(word, "\xE2\x84\x96", 3) == 0)) return POLICY__ABBREVIATION_NUMBER;
  policy__abbreviation whole = policy__abbreviation_find((policy_string){word, size});
  uint32_t dot = size;
  while (dot > 0 && size - dot < 8 && word[dot - 1] != '.') dot--;
  if (whole != POLICY__ABBREVIATION_NONE || dot == 0 || size > 16 || word[dot - 1] != '.') return whole;
  if (word[0] < 'A' || word[0] > 'Z') return whole;
  policy__abbreviation tail = policy__abbreviation_find((policy_string){word + dot, size - dot});
  return tail != POLICY__ABBREVIATION_NONE ? POLICY__ABBREVIATION_LAW : whole; /* Pub.L S.Rep U.S.C.App */
}

void policy__piece_read(policy_string text, policy_span span, policy__piece *piece) {
  *piece = (policy__piece){.span = span};
  uint32_t begin = strip_openers(text.data, span.begin, span.end, &piece->opener);
  uint32_t end = strip_closers(text.data, begin, span.end, &piece->closer);
  end = strip_stop(text.data, begin, end, &piece->stop);
  piece->core = (policy_span){begin, end};
  piece->shape = shape_of(text.data, begin, end);
  if (piece->stop == POLICY__STOP_DOT) piece->abbreviation = abbreviation_of(text.data + begin, end - begin);
  piece->core_hash = hash_lower(text.data, begin, end);
  piece->span_hash = hash_lower(text.data, span.begin, span.end);
  piece->starter = policy__word_is_starter((policy_string){text.data + begin, end - begin});
  read_item(text.data, span, piece);
  count_marks(text.data, span, piece);
}
