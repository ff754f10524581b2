/* Reading text as names are compared. */
#include "gazetteer/spelling.h"

#include <string.h>

#include "text/utf8.h"

enum { GAP_BYTES = 16, GAP_SIGNS = 3, SHORT = 3 /* letters of a word that a stop may shorten */ };

#define W POLICY__LETTER_WORD
#define S POLICY__LETTER_SPACE
#define A POLICY__LETTER_APOSTROPHE
#define H POLICY__LETTER_HYPHEN
#define D POLICY__LETTER_STOP
/* clang-format off */
const unsigned char policy__ascii_letters[128] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, S, S, S, S, S, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    S, 0, 0, 0, 0, 0, 0, A, 0, 0, 0, 0, 0, H, D, 0, W, W, W, W, W, W, W, W, W, W, 0, 0, 0, 0, 0, 0,
    0, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, 0, 0, 0, 0, W,
    A, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, 0, 0, 0, 0, 0,
};
/* clang-format on */
#undef W
#undef S
#undef A
#undef H
#undef D

uint32_t policy__spelling_point(const char **at, const char *end) {
  const unsigned char *p = (const unsigned char *)*at;
  size_t left = (size_t)(end - *at), need = p[0] < 0x80   ? 1
                                            : p[0] < 0xC2 ? 0
                                            : p[0] < 0xE0 ? 2
                                            : p[0] < 0xF0 ? 3
                                                          : 4;
  bool good = need > 0 && need <= left && p[0] < 0xF5;
  for (size_t i = 1; good && i < need; i++) good = (p[i] & 0xC0) == 0x80;
  if (!good) return *at += 1, 0xFFFD;
  uint32_t c = policy__utf8_next(at);
  bool is_least = need < 3 || c >= (need == 3 ? 0x800u : 0x10000u);
  return is_least && c < 0x110000 && (c < 0xD800 || c > 0xDFFF) ? c : 0xFFFD;
}

static bool is_kana(uint32_t c) {
  return (c >= 0x30A1 && c <= 0x30FF && c != 0x30FB) || (c >= 0x31F0 && c < 0x3200) ||
         (c >= 0xFF66 && c < 0xFFA0);
}

/* Scripts in which words are not parted by spaces: UAX 29 without a dictionary has a boundary at each letter.
 */
static bool is_solo(uint32_t c) {
  return (c >= 0x0E00 && c < 0x0F00) || (c >= 0x1000 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800) ||
         (c >= 0x1950 && c < 0x1A00) || (c >= 0x1A20 && c < 0x1AB0) || (c >= 0x3040 && c < 0x3100);
}

static bool is_apostrophe(uint32_t c) {
  return c == 0x2019 || c == 0x2018 || c == 0x201B || c == 0x2BC || c == 0x2BB || c == 0x2BD || c == 0x2B9 ||
         c == 0x2BE || c == 0x2BF || c == 0xB4 || c == 0x2032 || c == 0xFF07 || c == 0x5F3 || c == 0xA78C;
}

static bool is_hyphen(uint32_t c) {
  return (c >= 0x2010 && c <= 0x2013) || c == 0x2212 || c == 0xB7 || c == 0x30FB || c == 0xFF0D;
}

/* Marks that choose a glyph, and signs that cannot be seen. */
static bool is_unseen(uint32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200B && c < 0x2010) || (c >= 0x202A && c < 0x202F) ||
         (c >= 0x2060 && c < 0x2070) || (c >= 0xFE00 && c < 0xFE10) || c == 0xFEFF ||
         (c >= 0xE0100 && c < 0xE01F0);
}

policy__letter policy__letter_of(uint32_t c) {
  if (c < 0x80) return (policy__letter)policy__ascii_letters[c];
  if ((c >= 0x3400 && c < 0xA000)) return POLICY__LETTER_SOLO;
  if (c >= 0xAC00 && c < 0xD7A4) return POLICY__LETTER_WORD;
  if (is_apostrophe(c)) return POLICY__LETTER_APOSTROPHE;
  if (is_hyphen(c)) return POLICY__LETTER_HYPHEN;
  if (is_unseen(c)) return POLICY__LETTER_MARK;
  if (is_kana(c)) return POLICY__LETTER_KANA;
  unsigned is = policy__classify(c);
  if (is & POLICY__MARK) return POLICY__LETTER_MARK;
  if (is & POLICY__SPACE) return POLICY__LETTER_SPACE;
  if ((is & POLICY__IDEOGRAPH) || ((is & POLICY__LETTER) && is_solo(c))) return POLICY__LETTER_SOLO;
  return is & (POLICY__LETTER | POLICY__DIGIT) ? POLICY__LETTER_WORD : POLICY__LETTER_NONE;
}

/* What stands at `at`; NONE at the end. */
static policy__letter letter_at(const char *at, const char *end) {
  return at < end ? policy__letter_of(policy__spelling_point(&at, end)) : POLICY__LETTER_NONE;
}

void policy__spelling_begin(policy__spelling *s, const char *at, const char *end) {
  s->at = s->word = s->stop = at;
  s->end = end - at > POLICY__NAME_BYTES ? at + POLICY__NAME_BYTES : end;
  s->cut = end - at > POLICY__NAME_BYTES;
  s->owner = NULL;
  s->size = s->owner_size = s->words = s->letters = 0;
  s->hash = s->owner_hash = POLICY__SPELLING_SEED;
  s->dotted = false;
}

static bool push(policy__spelling *s, uint32_t symbol) {
  if (s->size >= POLICY__KEY_MOST) return false;
  s->key[s->size++] = symbol;
  s->hash = policy__spelling_hash(s->hash, symbol);
  return true;
}

/* Pushes a letter or mark as it is compared. */
static bool push_plain(policy__spelling *s, uint32_t c, bool first) {
  uint32_t plain[POLICY__PLAIN_MOST], flags = first ? POLICY__SYMBOL_FIRST : 0;
  size_t count = policy__utf8_plain(c, plain);
  if (policy__classify(c) & POLICY__UPPER) flags |= POLICY__SYMBOL_UPPER;
  for (size_t i = 0; i < count; i++, flags &= ~POLICY__SYMBOL_FIRST)
    if (!push(s, plain[i] | flags)) return false;
  return true;
}

/* ---- between words -------------------------------------------------------------------------------------- */

/* What has been seen between two words. */
typedef struct gap {
  uint32_t signs[GAP_SIGNS], count;
  uint32_t lines, hyphens;
  bool open; /* there is a space or hyphen */
} gap;

/* Takes one sign of a gap; false when it parts names. */
static bool take_sign(const policy__spelling *s, gap *g, uint32_t c, policy__letter letter) {
  switch (letter) {
  case POLICY__LETTER_HYPHEN: g->open = true; return ++g->hyphens <= 2;
  case POLICY__LETTER_SPACE:
    g->open = true;
    g->lines += c == '\n';
    return g->lines <= 1 && c != 0x2029;
  case POLICY__LETTER_APOSTROPHE:
  case POLICY__LETTER_MARK: return true;
  case POLICY__LETTER_STOP:
    if (!g->open && g->count == 0 && s->letters <= SHORT) return true;
    break;
  default: break;
  }
  if (g->count == GAP_SIGNS || c == 0xFFFD) return false;
  g->signs[g->count++] = c;
  return true;
}

/* Reads up to the next word: a space or hyphen as one space, else the signs without spaces. */
static bool read_gap(policy__spelling *s) {
  gap g = {.count = 0};
  const char *from = s->at;
  if (s->end - s->at > 1 && *s->at == ' ' && (unsigned char)s->at[1] < 0x80 &&
      policy__ascii_letters[(unsigned char)s->at[1]] == POLICY__LETTER_WORD) {
    s->at++;
    return push(s, ' ');
  }
  for (;;) {
    if (s->at >= s->end || s->at - from > GAP_BYTES) return false;
    const char *at = s->at;
    uint32_t c = policy__spelling_point(&at, s->end);
    policy__letter letter = policy__letter_of(c);
    if (letter == POLICY__LETTER_WORD || letter == POLICY__LETTER_KANA || letter == POLICY__LETTER_SOLO) break;
    if (!take_sign(s, &g, c, letter)) return false;
    s->at = at;
  }
  if (g.count == 0) return !g.open || push(s, ' ');
  for (uint32_t i = 0; i < g.count; i++)
    if (!push(s, g.signs[i])) return false;
  return true;
}

/* ---- words ---------------------------------------------------------------------------------------------- */

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* ASCII letters and digits from `at` on. */
static bool read_ascii(policy__spelling *s) {
  const char *at = s->at, *end = s->end;
  uint32_t first = s->letters == 0 ? POLICY__SYMBOL_FIRST : 0, size = s->size;
  uint64_t hash = s->hash;
  for (; at < end; at++, first = 0) {
    uint32_t c = (unsigned char)*at;
    if (c >= 0x80 || policy__ascii_letters[c] != POLICY__LETTER_WORD) break;
    if (c - 'A' < 26) c = (c + 32) | POLICY__SYMBOL_UPPER;
    if (size >= POLICY__KEY_MOST) return false;
    s->key[size++] = c | first;
    hash = policy__spelling_hash(hash, c);
  }
  if (at == s->at) return true;
  s->letters += size - s->size;
  s->size = size;
  s->hash = hash;
  s->stop = s->at = at;
  return true;
}

/* An apostrophe or stop behind letters: whether the word goes on behind it. */
static bool goes_on(policy__spelling *s, const char *behind, policy__letter letter) {
  policy__letter next = letter_at(behind, s->end);
  if (next != POLICY__LETTER_WORD || s->letters == 0) return false;
  if (letter == POLICY__LETTER_APOSTROPHE) {
    s->owner = s->at;
    s->owner_size = s->size;
    s->owner_hash = s->hash;
    return true;
  }
  if (is_digit(s->at[-1]) != is_digit(*behind)) return false;
  s->dotted = true;
  return true;
}

/* Reads one sign of a word; false at its end, or when the key is full: then `full`. */
static bool read_sign(policy__spelling *s, policy__letter *run, bool *full) {
  const char *at = s->at;
  uint32_t c = policy__spelling_point(&at, s->end);
  policy__letter letter = policy__letter_of(c);
  bool first = s->letters == 0;
  switch (letter) {
  case POLICY__LETTER_MARK: *full = !is_unseen(c) && !push_plain(s, c, first); break;
  case POLICY__LETTER_WORD:
  case POLICY__LETTER_KANA:
  case POLICY__LETTER_SOLO:
    if (!first && (*run != letter || letter == POLICY__LETTER_SOLO)) return false;
    *run = letter;
    *full = !push_plain(s, c, first);
    s->letters++;
    break;
  case POLICY__LETTER_APOSTROPHE:
  case POLICY__LETTER_STOP:
    if (*run != POLICY__LETTER_WORD || !goes_on(s, at, letter)) return false;
    if (letter == POLICY__LETTER_STOP && is_digit(*at)) *full = !push(s, '.');
    break;
  default: return false;
  }
  s->at = at;
  if (letter != POLICY__LETTER_APOSTROPHE && letter != POLICY__LETTER_STOP && !is_unseen(c)) s->stop = at;
  return !*full;
}

/* Whether a byte ends every word: a sign of ASCII that is never inside one. */
static bool is_plain_end(unsigned char c) {
  return c < 0x80 &&
         (policy__ascii_letters[c] == POLICY__LETTER_SPACE || policy__ascii_letters[c] == POLICY__LETTER_NONE ||
          policy__ascii_letters[c] == POLICY__LETTER_HYPHEN);
}

bool policy__spelling_word(policy__spelling *s) {
  if (s->words > 0 && !read_gap(s)) return false;
  s->words++;
  s->word = s->at;
  s->letters = 0;
  s->dotted = false;
  s->owner = NULL;
  policy__letter run = POLICY__LETTER_WORD;
  bool full = false;
  uint32_t before = s->size;
  while (s->at < s->end) {
    if (run == POLICY__LETTER_WORD && !read_ascii(s)) return false;
    if (s->at >= s->end || is_plain_end((unsigned char)*s->at) || !read_sign(s, &run, &full)) break;
  }
  if (full || s->size == before || (s->cut && s->at >= s->end)) return false;
  s->key[s->size - 1] |= POLICY__SYMBOL_LAST;
  if (s->dotted && s->at < s->end && *s->at == '.') s->stop = ++s->at;
  return true;
}

bool policy__spelling_form(policy__spelling *s, const char *form, size_t size) {
  const char *at = form, *end = form + size;
  if (size > POLICY__NAME_BYTES) return false;
  for (policy__letter letter; at < end; policy__spelling_point(&at, end)) {
    letter = letter_at(at, end);
    if (letter == POLICY__LETTER_WORD || letter == POLICY__LETTER_KANA || letter == POLICY__LETTER_SOLO) break;
  }
  policy__spelling_begin(s, at, end);
  while (at < end) {
    const char *behind = s->stop;
    uint32_t length = s->size, words = s->words;
    uint64_t hash = s->hash;
    if (policy__spelling_word(s)) {
      if (s->words > POLICY__WORDS_MOST) return false;
      continue;
    }
    /* Only signs may be left: then the form is what was before them. */
    for (at = behind; at < end;) {
      policy__letter letter = policy__letter_of(policy__spelling_point(&at, end));
      if (letter == POLICY__LETTER_WORD || letter == POLICY__LETTER_KANA || letter == POLICY__LETTER_SOLO)
        return false;
    }
    s->stop = behind, s->size = length, s->words = words, s->hash = hash;
    break;
  }
  return s->size > 0;
}

/* ---- Korean -----------------------------------------------------------------------------------------------
 */

/* Particles that are written together with the noun before them, the longer first: "from", "to", "of", topic
 * and object, ... */
static const char *const particles[] = {
    "\xEC\x9C\xBC\xEB\xA1\x9C\xEB\xB6\x80\xED\x84\xB0", "\xEC\x97\x90\xEC\x84\x9C\xEB\x8A\x94",
    "\xEC\x97\x90\xEC\x84\x9C\xEC\x9D\x98", "\xEC\x9C\xBC\xEB\xA1\x9C\xEC\x9D\x98",
    "\xEC\x97\x90\xEA\xB2\x8C\xEC\x84\x9C", "\xEC\x97\x90\xEC\x84\x9C", "\xEC\x9C\xBC\xEB\xA1\x9C",
    "\xEC\x97\x90\xEA\xB2\x8C", "\xEA\xB9\x8C\xEC\xA7\x80", "\xEB\xB6\x80\xED\x84\xB0",
    "\xEC\x97\x90\xEB\x8A\x94", "\xEC\x97\x90\xEB\x8F\x84", "\xEC\x9D\xB4\xEB\x82\x98",
    "\xEC\xB2\x98\xEB\x9F\xBC", "\xEB\xB3\xB4\xEB\x8B\xA4", "\xEA\xB3\xBC\xEC\x9D\x98",
    "\xEC\x99\x80\xEC\x9D\x98", "\xEC\x9D\x80", "\xEB\x8A\x94", "\xEC\x9D\xB4", "\xEA\xB0\x80", "\xEC\x9D\x84",
    "\xEB\xA5\xBC", "\xEC\x9D\x98", "\xEC\x97\x90", "\xEC\x99\x80", "\xEA\xB3\xBC", "\xEB\x8F\x84",
    "\xEB\xA1\x9C", "\xEB\xA7\x8C",
};

bool policy__spelling_noun(const policy__spelling *s, policy__ending *noun) {
  uint32_t last = s->size > 0 ? s->key[s->size - 1] & POLICY__SYMBOL_POINT : 0;
  if (last < 0xAC00 || last > 0xD7A3) return false;
  for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
    size_t size = strlen(particles[i]);
    uint32_t syllables = (uint32_t)(size / 3);
    if ((size_t)(s->stop - s->word) <= size || s->letters <= syllables ||
        memcmp(s->stop - size, particles[i], size) != 0)
      continue;
    *noun = (policy__ending){s->stop - size, s->size - syllables, POLICY__SPELLING_SEED};
    for (uint32_t n = 0; n < noun->size; n++) noun->hash = policy__spelling_hash(noun->hash, s->key[n]);
    return true;
  }
  return false;
}

/* ---- passing over words -----------------------------------------------------------------------------------
 */

/* Whether the letters [from, at) before an apostrophe are what an article or the like leaves. */
static bool is_elided(const char *from, const char *at) {
  size_t size = (size_t)(at - from);
  if (size == 1) return memchr("cdjlmnstCDJLMNST", *from, 16) != NULL;
  if (size < 2 || size > 7) return false;
  char a = (char)(at[-2] | 0x20), b = (char)(at[-1] | 0x20);
  return (a == 'q' && b == 'u') || (a == 'l' && b == 'l');
}

const char *policy__spelling_skip(const char *at, const char *end, bool articles) {
  const char *from = at;
  policy__letter run = POLICY__LETTER_NONE;
  while (at < end) {
    const char *here = at;
    uint32_t c = policy__spelling_point(&at, end);
    policy__letter letter = policy__letter_of(c);
    if (letter == POLICY__LETTER_MARK) continue;
    if (letter == POLICY__LETTER_APOSTROPHE || letter == POLICY__LETTER_STOP) {
      if (run != POLICY__LETTER_WORD || letter_at(at, end) != POLICY__LETTER_WORD) return here;
      if (articles && letter == POLICY__LETTER_APOSTROPHE && is_elided(from, here)) return at;
      if (letter == POLICY__LETTER_STOP && is_digit(here[-1]) != is_digit(*at)) return here;
      continue;
    }
    if (letter != POLICY__LETTER_WORD && letter != POLICY__LETTER_KANA && letter != POLICY__LETTER_SOLO)
      return here;
    if (run != POLICY__LETTER_NONE && (letter != run || letter == POLICY__LETTER_SOLO)) return here;
    run = letter;
  }
  return end;
}
