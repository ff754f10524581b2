/* The cascade: words become symbols, and one automaton over them knows all patterns (tools/cascade). */
#include "lang/cascade.h"

#include <string.h>

#include "data/cascade_table.h"

/* Evidence as tools/cascade/generate.py numbers it: the reasons of cascade.h, but "lead" for LISTED, then
   these. */
enum { LEAD = POLICY__CASCADE_LISTED, HAPPENING = 1u << 8, DATED = 1u << 9, ITEM = 1u << 10 };
enum {
  REASONS = POLICY__CASCADE_DUTY | POLICY__CASCADE_ASKING | POLICY__CASCADE_NEED | POLICY__CASCADE_OPTION |
            POLICY__CASCADE_IMPERATIVE | POLICY__CASCADE_ACTOR
};
enum { ASKS = POLICY__CASCADE_DUTY | POLICY__CASCADE_ASKING | POLICY__CASCADE_NEED };
enum { LANES = POLICY__CASCADE_LANES };

typedef struct scan {
  const char *at, *end;
  uint64_t active[LANES], matched[LANES];
} scan;

/* ---- the automaton --------------------------------------------------------------------------------------- */

/* Adds what is reached by passing over positions: in each run of them, all behind the lowest that is set. */
static inline uint64_t reach(uint64_t active, size_t lane) {
  uint64_t bound = active | policy__cascade_lanes.exit[lane];
  uint64_t above = ~(bound - policy__cascade_lanes.block[lane]) ^ bound;
  return active | (policy__cascade_lanes.skipped[lane] & above);
}

static inline void step(scan *s, uint32_t symbol) {
  const policy__cascade_masks *lanes = &policy__cascade_lanes;
  const uint64_t *passes = policy__cascade_passes[symbol];
  for (size_t i = 0; i < LANES; i++) {
    uint64_t passed = s->active[i] & passes[i], again = passed & lanes->loop[i];
    s->active[i] = reach(((passed ^ again) << 1) | again | lanes->first[i], i);
    s->matched[i] |= s->active[i];
  }
}

static uint32_t evidence(const scan *s) {
  uint32_t found = 0;
  for (size_t i = 0; i < LANES; i++)
    for (uint64_t rest = s->matched[i] & policy__cascade_lanes.end[i]; rest != 0; rest &= rest - 1) {
      size_t bit = 0;
      while (!(rest >> bit & 1)) bit++;
      found |= policy__cascade_evidence[i][bit];
    }
  return found;
}

/* ---- words and marks ------------------------------------------------------------------------------------- */

static inline bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* A byte of a character beyond ASCII that counts as a letter: all but those that begin with C2 and E2, which
   are spaces and marks nearly always. */
static inline bool is_foreign(char c) {
  return (unsigned char)c >= 0x80 && (unsigned char)c != 0xC2 && (unsigned char)c != 0xE2;
}

/* The next eight bytes, the first lowest; zeros behind the end. Compilers make one load of the eight. */
static inline uint64_t load(const char *at, const char *end) {
  const unsigned char *p = (const unsigned char *)at;
  if (end - at >= 8)
    return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 |
           (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
  uint64_t bytes = 0;
  for (ptrdiff_t i = 0; i < end - at; i++) bytes |= (uint64_t)p[i] << (8 * i);
  return bytes;
}

/* How many of eight bytes are ASCII letters before the first that is not; `*low` gets them in small letters. */
static inline size_t leading_letters(uint64_t bytes, uint64_t *low) {
  const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
  uint64_t small = bytes | ones * 0x20, seven = small & ~tops;
  uint64_t others = ~((seven + ones * (0x80 - 'a')) & ~(seven + ones * (0x7F - 'z')) & ~bytes) & tops;
  *low = small;
  if (others == 0) return 8;
  *low &= ((others & -others) >> 7) - 1;
  return (size_t)(((((others & -others) >> 7) - 1) & ones) * ones >> 56);
}

/* The symbol of a word that the table has; POLICY__CASCADE_END for another. */
static inline uint32_t known(uint64_t low, uint64_t high, bool capital) {
  uint32_t shift = 64 - policy__cascade_slot_bits, mask = (1u << policy__cascade_slot_bits) - 1;
  uint32_t at = (uint32_t)((low * POLICY__CASCADE_FACTOR_LOW ^ high * POLICY__CASCADE_FACTOR_HIGH) >> shift);
  for (uint32_t n; (n = policy__cascade_slots[at]) != 0; at = (at + 1) & mask) {
    const policy__cascade_word *word = &policy__cascade_words[n];
    if (word->low == low && word->high == high && (capital || !word->proper)) return word->symbol;
  }
  return POLICY__CASCADE_END;
}

static uint32_t unknown(const char *begin, const char *end) {
  bool capital = *begin >= 'A' && *begin <= 'Z', adverb = end - begin > 6 && end[-2] == 'l' && end[-1] == 'y';
  if (capital && !adverb) return end - begin == 1 ? POLICY__CASCADE_LETTER : POLICY__CASCADE_NAME;
  if (end - begin == 1) return POLICY__CASCADE_LETTER;
  char before = end[-2], last = end[-1];
  if (before == 'e' && last == 'd') return POLICY__CASCADE_ED;
  if (before == 'l' && last == 'y') return POLICY__CASCADE_LY;
  return before == 'n' && last == 'g' ? POLICY__CASCADE_ING : POLICY__CASCADE_OTHER;
}

static void skip_letters(scan *s) {
  while (s->at < s->end && (is_letter(*s->at) || is_foreign(*s->at))) s->at++;
}

/* A word that begins with an ASCII letter. */
static void take_word(scan *s) {
  const char *begin = s->at;
  uint64_t low, high = 0;
  size_t size = leading_letters(load(begin, s->end), &low);
  if (size == 8) size += leading_letters(load(begin + 8, s->end), &high);
  s->at += size;
  bool whole = s->at == s->end || (!is_letter(*s->at) && !is_foreign(*s->at));
  uint32_t symbol = POLICY__CASCADE_END;
  if (whole) {
    symbol = known(low, high, *begin <= 'Z');
  } else {
    skip_letters(s);
  }
  step(s, symbol != POLICY__CASCADE_END ? symbol : unknown(begin, s->at));
  if (s->at < s->end && *s->at == ' ') s->at++;
}

/* A run of digits. */
static void take_number(scan *s) {
  const char *begin = s->at;
  while (s->at < s->end && is_digit(*s->at)) s->at++;
  bool year = s->at - begin == 4 && (memcmp(begin, "19", 2) == 0 || memcmp(begin, "20", 2) == 0);
  step(s, year ? POLICY__CASCADE_YEAR : POLICY__CASCADE_NUMBER);
}

/* What begins with C2 or E2: spaces, hyphens, and apostrophes only part words, all else is a mark. */
static void take_sign(scan *s) {
  size_t size = *s->at == '\xC2' ? 2 : 3, left = (size_t)(s->end - s->at);
  unsigned char second = left > 1 ? (unsigned char)s->at[1] : 0, last = left > 2 ? (unsigned char)s->at[2] : 0;
  bool plain = size == 2 ? second == 0xA0 || second == 0xAD
                         : second == 0x80 && (last <= 0x91 || last == 0xAF || (last >= 0x98 && last <= 0x9B));
  s->at += size < left ? size : left;
  if (!plain) step(s, POLICY__CASCADE_STOP);
}

/* White space, marks, and all that is beyond ASCII. */
static void take_other(scan *s) {
  char c = *s->at;
  if (is_foreign(c)) {
    skip_letters(s);
    step(s, POLICY__CASCADE_OTHER);
  } else if ((unsigned char)c >= 0x80) {
    take_sign(s);
  } else {
    s->at++;
    if (c > ' ' && c != '\'' && c != '-') step(s, c == ',' ? POLICY__CASCADE_COMMA : POLICY__CASCADE_STOP);
  }
}

/* ---- sentences ------------------------------------------------------------------------------------------- */

/* Does the sentence end as what introduces a list does, or an item that has another behind it? */
static bool goes_on(policy_string text, policy_span sentence, bool item) {
  size_t at = sentence.end;
  while (at > sentence.begin && text.data[at - 1] == ' ') at--;
  if (at == sentence.begin) return false;
  char last = text.data[at - 1];
  if (last == ':') return true;
  if (!item) return false;
  if (last == ';' || last == ',') return true;
  const char *end = text.data + at;
  return at - sentence.begin > 4 && (memcmp(end - 4, " and", 4) == 0 || memcmp(end - 3, " or", 3) == 0);
}

/* Evidence of all patterns that the sentence holds. */
static uint32_t read_sentence(policy_string text, policy_span sentence, uint32_t begin) {
  scan s = {.at = text.data + sentence.begin, .end = text.data + sentence.end};
  for (size_t i = 0; i < LANES; i++) s.active[i] = reach(policy__cascade_lanes.first[i], i);
  step(&s, begin);
  while (s.at < s.end) {
    if (is_letter(*s.at)) {
      take_word(&s);
    } else if (*s.at == ' ') {
      s.at++;
    } else if (is_digit(*s.at)) {
      take_number(&s);
    } else {
      take_other(&s);
    }
  }
  step(&s, POLICY__CASCADE_END);
  return evidence(&s);
}

uint32_t policy__cascade_scan(policy_string text, policy_span sentence, policy_block_kind kind,
                              uint32_t before) {
  bool listed = kind == POLICY_BLOCK_LIST_ITEM, heading = kind == POLICY_BLOCK_HEADING;
  uint32_t facts =
      read_sentence(text, sentence, listed || heading ? POLICY__CASCADE_BEGIN_ITEM : POLICY__CASCADE_BEGIN);
  uint32_t found = facts & REASONS;
  if (facts & HAPPENING && facts & DATED) found |= POLICY__CASCADE_EVENT;
  bool item = listed || (facts & ITEM) != 0;
  if (item && (before & POLICY__CASCADE_LEAD)) found |= POLICY__CASCADE_LISTED;
  bool leads = (found & (ASKS | POLICY__CASCADE_LISTED)) != 0 || (facts & LEAD) != 0;
  if ((leads && goes_on(text, sentence, item)) || (facts & LEAD && heading)) found |= POLICY__CASCADE_LEAD;
  return found;
}
