/* Cutting and folding words. */
#include "extract/terms.h"

#include <string.h>

#include "data/gazetteer.h"
#include "text/utf8.h"

enum { FOLDED = 64 };

static bool is_apostrophe(uint32_t c) {
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02BB || c == 0x02BC;
}

static uint32_t class_of(uint32_t c) {
  if (c < 0x80) {
    if ((c | 0x20) - 'a' < 26)
      return c & 0x20 ? POLICY__LETTER | POLICY__LOWER : POLICY__LETTER | POLICY__UPPER;
    if (c - '0' < 10) return POLICY__DIGIT;
    return c == ' ' || (c >= '\t' && c <= '\r') ? POLICY__SPACE : POLICY__PUNCTUATION;
  }
  return policy__classify(c);
}

static bool is_word(uint32_t c) {
  return (class_of(c) & (POLICY__LETTER | POLICY__DIGIT | POLICY__MARK)) != 0 && c != 0x02BB && c != 0x02BC;
}

/* The plain letters for a letter with marks, or NULL. */
static const char *plain_letters(uint32_t c) {
  const char *letters = NULL;
  if (c >= 0xC0 && c < 0x250) letters = policy__gazetteer_letters[c - 0xC0];
  if (c >= 0x1E00 && c < 0x1F00) letters = policy__gazetteer_letters[c - 0x1E00 + 0x250 - 0xC0];
  return letters != NULL && letters[0] != 0 ? letters : NULL;
}

size_t policy__terms_fold(policy_string word, char *folded, size_t size) {
  size_t count = 0;
  for (const char *at = word.data, *end = at + word.size; at < end;) {
    uint32_t c = policy__utf8_next(&at);
    if (c == '.') continue;
    char bytes[4] = {0};
    const char *plain = c < 0x80 ? NULL : plain_letters(c);
    size_t n = plain != NULL ? strlen(plain) : 0;
    if (plain != NULL)
      memcpy(bytes, plain, n);
    else if (is_apostrophe(c))
      n = 1, bytes[0] = '\'';
    else if (c < 0x80)
      n = 1, bytes[0] = (char)(c - 'A' < 26 ? c + 32 : c);
    else
      n = policy__utf8_write(policy__lower(c), bytes);
    for (size_t i = 0; i < n; i++, count++)
      if (count < size) folded[count] = bytes[i];
  }
  return count;
}

static uint32_t hash_of(const char *bytes, size_t size) {
  uint32_t state = 2166136261u;
  for (size_t i = 0; i < size; i++) state = (state ^ (unsigned char)bytes[i]) * 16777619u;
  return state;
}

static uint16_t find_word(uint32_t hash, const char *folded, size_t size) {
  if (size == 0 || size > POLICY__GAZETTEER_LONGEST) return 0;
  for (uint32_t i = hash & policy__gazetteer_word_mask;; i = (i + 1) & policy__gazetteer_word_mask) {
    uint16_t n = policy__gazetteer_word_slots[i];
    if (n == 0) return 0;
    const char *text = policy__gazetteer_spelling(n);
    if (memcmp(text, folded, size) == 0 && text[size] == 0) return n;
  }
}

uint16_t policy__terms_lookup(const char *folded, size_t size) {
  return find_word(hash_of(folded, size), folded, size);
}

/* ---- cutting --------------------------------------------------------------------------------------------- */

typedef struct scan {
  const char *text, *end; /* of the sentence */
  const char *at;
  const char *origin;
  policy__array *words;
  bool spaced;
} scan;

/* The end of "U.S." or "J.K" from `at` on; `at` where there is no such thing. */
static const char *dotted_end(const char *at, const char *end) {
  const char *p = at;
  int letters = 0;
  while (end - p >= 2 && (unsigned char)((*p | 0x20) - 'a') < 26 && p[1] == '.') p += 2, letters++;
  if (letters == 0) return at;
  bool more = p < end && (unsigned char)((*p | 0x20) - 'a') < 26;
  if (more && (end - p == 1 || !is_word((unsigned char)p[1]))) return p + 1;
  return letters > 1 && !more ? p : at;
}

/* The end of letters and digits with single apostrophes inside. */
static const char *word_end(const char *at, const char *end) {
  while (at < end) {
    const char *next = at;
    uint32_t c = policy__utf8_next(&next);
    if (is_apostrophe(c)) {
      const char *after = next;
      if (next >= end || !is_word(policy__utf8_next(&after))) return at;
    } else if (!is_word(c)) {
      return at;
    }
    at = next;
  }
  return at;
}

static uint16_t shape_of(const char *at, const char *end) {
  unsigned first = 0, small = 0, capitals = 0, digits = 0;
  for (const char *p = at; p < end;) {
    uint32_t class = class_of(policy__utf8_next(&p));
    if (first == 0) first = class;
    small += (class & POLICY__LOWER) != 0;
    capitals += (class & POLICY__UPPER) != 0;
    digits += (class & POLICY__DIGIT) != 0;
  }
  unsigned shape = 0;
  if (first & POLICY__UPPER) shape |= POLICY__SHAPE_CAPITAL;
  if (first & POLICY__LOWER) shape |= POLICY__SHAPE_SMALL;
  if (capitals > 1) shape |= POLICY__SHAPE_MANY_CAPITALS;
  if (capitals > 1 && small == 0) shape |= POLICY__SHAPE_ALL_CAPITALS;
  if (digits > 0 && small + capitals == 0) shape |= POLICY__SHAPE_NUMBER;
  return (uint16_t)shape;
}

static policy_status push(scan *s, const char *end, unsigned shape, uint32_t sign) {
  policy_status status;
  policy__term *word = policy__array_push(s->words, &status);
  if (word == NULL) return status;
  char folded[FOLDED];
  policy_string slice = {s->at, (size_t)(end - s->at)};
  size_t size = policy__terms_fold(slice, folded, sizeof folded);
  if (sign == '&') size = 3, memcpy(folded, "and", 3);
  if (sign == 0x2010 || sign == 0x2011) size = 1, folded[0] = '-';
  word->span = (policy_span){(uint32_t)(s->at - s->origin), (uint32_t)(end - s->origin)};
  word->hash = hash_of(folded, size < sizeof folded ? size : sizeof folded);
  word->id = find_word(word->hash, folded, size);
  word->sign = sign;
  if (s->spaced) shape |= POLICY__SHAPE_SPACED;
  word->shape = (uint16_t)shape;
  s->spaced = false;
  s->at = end;
  return POLICY_OK;
}

/* Moves over a full stop that belongs to the word just pushed: an initial's, or an abbreviation's. */
static void skip_stop(scan *s) {
  if (s->at >= s->end - 1 || *s->at != '.') return;
  policy__term *word = POLICY__AT(s->words, policy__term, s->words->count - 1);
  bool letter = word->span.end - word->span.begin == 1 && (word->shape & POLICY__SHAPE_CAPITAL);
  if (letter) word->shape |= POLICY__SHAPE_INITIAL;
  if (!letter && !(policy__gazetteer_words[word->id].classes & POLICY__CLASS_ABBREVIATED)) return;
  word->shape |= POLICY__SHAPE_STOPPED;
  s->at++;
}

static policy_status push_word(scan *s, const char *end) {
  size_t size = (size_t)(end - s->at);
  unsigned shape = shape_of(s->at, end);
  const char *p = end;
  if (size > 2 && (end[-1] | 0x20) == 's') {
    p--;
    const char *before = p;
    if (is_apostrophe(policy__utf8_previous(&before)) && before > s->at) {
      policy_status status = push(s, before, shape_of(s->at, before), 0);
      return status != POLICY_OK ? status : push(s, end, POLICY__SHAPE_OWNER, 0);
    }
  }
  policy_status status = push(s, end, shape, 0);
  if (status == POLICY_OK) skip_stop(s);
  return status;
}

/* Passes over what addresses have behind "http:", "www." and "@": they name nobody. */
static void skip_address(scan *s) {
  const char *at = s->at;
  bool scheme = s->end - at > 2 && at[0] == '/' && at[1] == '/' && at > s->text && at[-1] == ':';
  bool host = s->end - at > 4 && memcmp(at, "www.", 4) == 0;
  bool mail = at > s->text && at[-1] == '@';
  while ((scheme || host || mail) && s->at < s->end && (unsigned char)*s->at > ' ') s->at++;
}

static policy_status push_next(scan *s) {
  skip_address(s);
  if (s->at >= s->end) return POLICY_OK;
  const char *next = s->at;
  uint32_t c = policy__utf8_next(&next);
  if (class_of(c) & POLICY__SPACE) {
    s->spaced = true;
    s->at = next;
    return POLICY_OK;
  }
  if (!is_word(c)) {
    bool owner = is_apostrophe(c) && s->at > s->text && (s->at[-1] | 0x20) == 's' && !s->spaced;
    return push(s, next, owner ? POLICY__SHAPE_MARK_SIGN | POLICY__SHAPE_OWNER : POLICY__SHAPE_MARK_SIGN, c);
  }
  const char *dotted = dotted_end(s->at, s->end);
  if (dotted == s->at) return push_word(s, word_end(s->at, s->end));
  return push(s, dotted, shape_of(s->at, dotted) | (unsigned)POLICY__SHAPE_INITIAL, 0);
}

/* The word that begins a sentence behind its marker ("12. Urges", "(a) Publish"), or the first of all. */
static size_t opening(const policy__array *words, size_t first) {
  bool marked = false;
  for (size_t n = first; n < words->count && n < first + 6; n++) {
    const policy__term *term = POLICY__AT(words, policy__term, n);
    bool letter = term->sign == 0 && term->span.end - term->span.begin == 1 && n + 1 < words->count &&
                  POLICY__AT(words, policy__term, n + 1)->sign != 0;
    marked |= term->sign != 0;
    if (term->sign == 0 && !(term->shape & POLICY__SHAPE_NUMBER) && !letter) return marked ? n : first;
  }
  return first;
}

policy_status policy__terms_find(policy_string text, policy_span sentence, policy__array *words) {
  scan s = {
      text.data + sentence.begin, text.data + sentence.end, text.data + sentence.begin, text.data, words, true};
  size_t before = words->count;
  while (s.at < s.end) {
    policy_status status = push_next(&s);
    if (status != POLICY_OK) return status;
  }
  if (words->count == before) return POLICY_OK;
  POLICY__AT(words, policy__term, before)->shape |= POLICY__SHAPE_FIRST;
  POLICY__AT(words, policy__term, opening(words, before))->shape |= POLICY__SHAPE_FIRST;
  return POLICY_OK;
}
