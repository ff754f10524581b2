/* Finding the names of a gazetteer in a text. */
#include <string.h>

#include "base/memory.h"
#include "base/status.h"
#include "gazetteer/shelf.h"
#include "gazetteer/spelling.h"

/* A reading of a place: a form that fits, and what it names. */
typedef struct cursor {
  uint32_t form, reading, end; /* `end`: behind the form's readings */
} cursor;

enum {
  SEEN = 2 * POLICY__GROUP_READINGS, /* a power of two */
  BLOCK = 64 + 8,     /* bytes that are looked at together, and as many as a load may go beyond */
  LONG_TEXT = 1 << 16 /* bytes from which on a filter of its own is worth making */
};

struct policy_matcher {
  policy_allocator allocator;
  size_t bytes; /* of this block */
  policy_gazetteer *gazetteer;
  const unsigned char *shelf;
  policy__packed strings, starts, flags, readings, entries, uses, sets, prints, forms;
  const unsigned char
      *filter; /* the shelf's, or one for the languages that were asked for, behind `languages` */
  uint32_t slots, seed, probes;
  const char *text, *at, *end;
  const char *base;        /* of the block of 64 bytes that was looked at last, or NULL; a bit for each: */
  uint64_t letters, highs; /* letters and digits of ASCII; bytes beyond ASCII */
  bool longer;
  const char *begin; /* of the walk, and the best that it found: */
  const char *stop;  /* NULL: nothing */
  uint32_t size;     /* symbols of the name */
  cursor first;      /* its first reading */
  cursor next;       /* the one to give next; `form` NONE: no more */
  policy__spelling spelling, other;
  uint32_t place; /* which match this is, from 1 */
  struct {
    uint32_t entry, use, place;
  } seen[SEEN];         /* what was given at this place: open addressing */
  uint32_t languages[]; /* by set: the language to tell, or NONE when it was not asked for */
};

/* ---- languages --------------------------------------------------------------------------------------------
 */

static char small(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Whether one tag contains the other: "en" and "en-GB". */
static bool is_related(policy_string tag, const char *wanted, size_t size) {
  size_t least = tag.size < size ? tag.size : size;
  for (size_t i = 0; i < least; i++)
    if (small(tag.data[i]) != small(wanted[i])) return false;
  return tag.size == size || (tag.size > size ? tag.data[size] : wanted[tag.size]) == '-';
}

static bool is_wanted(const unsigned char *shelf, uint32_t language, const char *wanted) {
  policy_string tag = policy__shelf_string(shelf, policy__shelf_number(shelf, POLICY__LANGUAGE, language));
  for (; *wanted != '\0'; wanted += strcspn(wanted, " ")) {
    wanted += strspn(wanted, " ");
    size_t size = strcspn(wanted, " ");
    if (size > 0 && is_related(tag, wanted, size)) return true;
  }
  return false;
}

/* Notes for each set of languages which one to tell. `scratch` has room for a byte for each language. */
static void choose_languages(policy_matcher *m, const char *wanted, unsigned char *scratch) {
  policy__packed starts = policy__shelf_column(m->shelf, POLICY__SET_AT);
  policy__packed items = policy__shelf_column(m->shelf, POLICY__SET_LANGUAGE);
  uint32_t languages = policy__shelf_column(m->shelf, POLICY__LANGUAGE).count;
  for (uint32_t i = 0; i < languages; i++) scratch[i] = wanted == NULL || is_wanted(m->shelf, i, wanted);
  m->languages[0] = 0;
  for (uint32_t set = 1; set + 1 < starts.count; set++) {
    uint32_t end = policy__number(&starts, set + 1);
    m->languages[set] = POLICY_NONE;
    for (uint32_t i = policy__number(&starts, set); i < end && m->languages[set] == POLICY_NONE; i++)
      if (scratch[policy__number(&items, i)]) m->languages[set] = policy__number(&items, i);
  }
}

/* A filter of the forms that were asked for, in `filter`, which is all 0. */
static void fill_filter(policy_matcher *m, unsigned char *filter) {
  policy__packed bits = policy__shelf_column(m->shelf, POLICY__FORM_BIT);
  for (uint32_t form = 0; form < bits.count; form++) {
    uint32_t end = policy__number(&m->readings, form + 1), i = policy__number(&m->readings, form);
    while (i < end && m->languages[policy__number(&m->sets, i)] == POLICY_NONE) i++;
    if (i == end) continue;
    uint32_t bit = policy__number(&bits, form);
    filter[bit / 8] = (unsigned char)(filter[bit / 8] | 1u << bit % 8);
    bit |= 1;
    filter[bit / 8] = (unsigned char)(filter[bit / 8] | 1u << bit % 8);
  }
  m->filter = filter;
}

/* ---- making -----------------------------------------------------------------------------------------------
 */

static void open_shelf(policy_matcher *m) {
  m->strings = policy__shelf_column(m->shelf, POLICY__STRINGS);
  m->starts = policy__shelf_column(m->shelf, POLICY__STRING_AT);
  m->flags = policy__shelf_column(m->shelf, POLICY__FORM_FLAGS);
  m->readings = policy__shelf_column(m->shelf, POLICY__FORM_READINGS);
  m->entries = policy__shelf_column(m->shelf, POLICY__READING_ENTRY);
  m->uses = policy__shelf_column(m->shelf, POLICY__READING_USE);
  m->sets = policy__shelf_column(m->shelf, POLICY__READING_SET);
  m->prints = policy__shelf_column(m->shelf, POLICY__SLOT_PRINT);
  m->forms = policy__shelf_column(m->shelf, POLICY__SLOT_FORM);
  m->filter = policy__shelf_column(m->shelf, POLICY__FILTER).bytes;
  m->slots = m->prints.count;
  m->seed = policy__load(m->shelf + POLICY__SHELF_SEED);
  m->probes = policy__load(m->shelf + POLICY__SHELF_PROBES);
}

policy_matcher *policy_matcher_new(const policy_gazetteer *gazetteer, const char *text, size_t size,
                                   const policy_matcher_options *given, policy_error *error) {
  policy_matcher_options options = POLICY_MATCHER_OPTIONS_INIT;
  if (gazetteer == NULL || (text == NULL && size > 0)) {
    policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
    return NULL;
  }
  if (given != NULL) memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
  const policy_allocator *allocator = options.allocator != NULL ? options.allocator : &policy__malloc_allocator;
  const unsigned char *shelf = policy__gazetteer_shelf(gazetteer);
  size_t sets = policy__shelf_column(shelf, POLICY__SET_AT).count - 1;
  size_t languages = policy__shelf_column(shelf, POLICY__LANGUAGE).count;
  size_t bytes = sizeof(policy_matcher) + sets * sizeof(uint32_t);
  bool filtered = options.languages != NULL && size >= LONG_TEXT;
  if (filtered) bytes += POLICY__FILTER_BITS / 8;
  policy_matcher *m = policy__allocate(allocator, bytes);
  unsigned char *scratch = policy__allocate(allocator, languages);
  if (m != NULL && scratch != NULL) {
    memset(m, 0, bytes);
    m->allocator = *allocator;
    m->bytes = bytes;
    m->gazetteer = policy_gazetteer_ref(gazetteer);
    m->shelf = shelf;
    open_shelf(m);
    m->text = m->at = size > 0 ? text : "";
    m->end = m->at + size;
    m->longer = options.longer;
    m->next.form = POLICY_NONE;
    choose_languages(m, options.languages, scratch);
    if (filtered) fill_filter(m, (unsigned char *)(m->languages + sets));
  } else {
    policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
    policy__release(allocator, m, bytes);
    m = NULL;
  }
  policy__release(allocator, scratch, languages);
  return m;
}

void policy_matcher_free(policy_matcher *m) {
  if (m == NULL) return;
  policy_allocator allocator = m->allocator;
  policy_gazetteer_unref(m->gazetteer);
  policy__release(&allocator, m, m->bytes);
}

/* ---- whether a form fits ----------------------------------------------------------------------------------
 */

/* Whether the form is spelt as the first `size` symbols of the walk, in `exact` case, or with a capital where
   the form begins a word with one. `any`: whatever the case. */
static bool is_spelt(policy_matcher *m, uint32_t form, uint32_t size, bool any) {
  uint32_t begin = policy__number(&m->starts, form);
  policy_string string = {(const char *)m->strings.bytes + begin,
                          policy__number(&m->starts, form + 1) - begin - 1};
  bool exact = (policy__number(&m->flags, form) & POLICY__FORM_EXACT) != 0;
  const uint32_t *text = m->spelling.key, *key = m->other.key;
  if ((size_t)(m->end - m->begin) >= string.size && m->spelling.size == size &&
      m->spelling.stop == m->begin + string.size && memcmp(m->begin, string.data, string.size) == 0)
    return true;
  if (!policy__spelling_form(&m->other, string.data, string.size) || m->other.size != size) return false;
  for (uint32_t i = 0; i < size; i++) {
    uint32_t differs = text[i] ^ key[i];
    if (differs & POLICY__SYMBOL_POINT) return false;
    if (any) continue;
    if (exact ? (differs & POLICY__SYMBOL_UPPER) != 0
              : (key[i] & POLICY__SYMBOL_UPPER) && (key[i] & POLICY__SYMBOL_FIRST) &&
                    (differs & POLICY__SYMBOL_UPPER))
      return false;
  }
  return true;
}

/* Puts the cursor on a form's readings; on none when it does not fit. */
static void enter(policy_matcher *m, cursor *c, uint32_t size) {
  c->reading = policy__number(&m->readings, c->form);
  c->end = policy__number(&m->readings, c->form + 1);
  if (!is_spelt(m, c->form, size, false)) c->reading = c->end;
}

/* Moves the cursor on to a reading that was asked for: the one where it is, or one behind; false when none is
 * left. */
static bool settle(policy_matcher *m, cursor *c, uint32_t size) {
  for (;;) {
    for (; c->reading < c->end; c->reading++)
      if (m->languages[policy__number(&m->sets, c->reading)] != POLICY_NONE) return true;
    if (c->form + 1 >= m->flags.count || !(policy__number(&m->flags, c->form + 1) & POLICY__FORM_SAME))
      return false;
    c->form++;
    enter(m, c, size);
  }
}

/* ---- the walk ---------------------------------------------------------------------------------------------
 */

/* Looks up the walk's first `size` symbols, which end at `stop`; notes them when they are a name. True when
   longer names begin so. */
static bool look_up(policy_matcher *m, uint64_t hash, uint32_t size, const char *stop) {
  uint64_t mixed = policy__shelf_mix(hash, m->seed);
  uint32_t slot = policy__shelf_slot(mixed, m->slots), print = policy__shelf_print(mixed);
  bool more = false;
  for (uint32_t i = 0; i < m->probes; i++, slot = slot + 1 < m->slots ? slot + 1 : 0) {
    uint32_t here = policy__number(&m->prints, slot);
    if (here == 0) break;
    if (here != print) continue;
    uint32_t value = policy__number(&m->forms, slot);
    if (value < 2) {
      more |= value & 1;
      continue;
    }
    cursor c = {.form = (value >> 1) - 1};
    if (!is_spelt(m, c.form, size, true)) continue;
    enter(m, &c, size);
    if (settle(m, &c, size)) m->stop = stop, m->size = size, m->first = c;
    return more | (value & 1);
  }
  return more;
}

/* The longest name that begins at `at`, in `stop` and `first`. */
static bool walk(policy_matcher *m, const char *at) {
  policy__spelling *s = &m->spelling;
  policy__spelling_begin(s, at, m->end);
  m->begin = at;
  m->stop = NULL;
  while (policy__spelling_word(s)) {
    policy__ending noun;
    if (s->owner != NULL) look_up(m, s->owner_hash, s->owner_size, s->owner);
    if (policy__spelling_noun(s, &noun)) look_up(m, noun.hash, noun.size, noun.stop);
    if (!look_up(m, s->hash, s->size, s->stop) || s->words >= POLICY__WORDS_MOST) break;
  }
  return m->stop != NULL;
}

/* ---- passing over the text ----------------------------------------------------------------------------------
 */

/* The first eight bytes of what is left, 0 behind the end. */
static inline uint64_t load_eight(const char *at, const char *end) {
  const unsigned char *p = (const unsigned char *)at;
  if (end - at >= 8) return policy__load(p) | (uint64_t)policy__load(p + 4) << 32;
  uint64_t bytes = 0;
  for (int i = 0; i < end - at; i++) bytes |= (uint64_t)p[i] << 8 * i;
  return bytes;
}

/* The number of the lowest bit that is not 0; there is one. */
static inline unsigned first_bit(uint64_t bits) {
#if defined(__GNUC__) || defined(__clang__)
  return (unsigned)__builtin_ctzll(bits);
#else
  unsigned n = 0;
  for (; (bits & 1) == 0; bits >>= 1) n++;
  return n;
#endif
}

#define ONES 0x0101010101010101u
#define HIGHS 0x8080808080808080u

/* The high bit of each of eight bytes that is a letter, a digit or "_" of ASCII: what has the table's WORD. */
static inline uint64_t letters_among(uint64_t bytes) {
  uint64_t low = bytes & ~HIGHS, small = low | 0x20 * ONES;
  uint64_t letters = (small + (0x80 - 'a') * ONES) & ~(small + (0x7F - 'z') * ONES);
  uint64_t digits = (low + (0x80 - '0') * ONES) & ~(low + (0x7F - '9') * ONES);
  uint64_t joins = HIGHS - (low ^ '_' * ONES);
  return (letters | digits | joins) & ~bytes & HIGHS;
}

/* The high bits of eight bytes as eight bits, the lowest byte's lowest. */
static inline uint64_t gather(uint64_t highs) {
  return (highs >> 7) * 0x0102040810204080u >> 56;
}

/* How many of eight bytes, from the lowest on, are such. */
static inline unsigned count_letters(uint64_t bytes) {
  uint64_t others = ~letters_among(bytes) & HIGHS;
  return others == 0 ? 8 : first_bit(others) / 8;
}

/* Whether a byte of ASCII is a sign that is in no word. */
static inline bool is_sign(unsigned char c) {
  unsigned letter = c < 0x80 ? policy__ascii_letters[c] : POLICY__LETTER_WORD;
  return letter == POLICY__LETTER_SPACE || letter == POLICY__LETTER_NONE || letter == POLICY__LETTER_HYPHEN;
}

/* Whether the sign at `at`, behind letters, surely ends their word. */
static inline bool is_end(const char *at, const char *end) {
  if (at >= end) return true;
  unsigned char c = (unsigned char)*at;
  if (c == '.' || c == '\'' || c == '`')
    return at + 1 == end ||
           ((unsigned char)at[1] < 0x80 && policy__ascii_letters[(unsigned char)at[1]] != POLICY__LETTER_WORD);
  if (c < 0x80) return true;
  if (c != 0xE2 || end - at < 3 || (unsigned char)at[1] != 0x80) return false;
  unsigned char last = (unsigned char)at[2]; /* dashes, quotation marks, and an ellipsis */
  return (last >= 0x90 && last < 0x98) || last == 0x9C || last == 0x9D || last == 0xA6;
}

static inline bool may_begin(const policy_matcher *m, uint64_t letters, bool capital) {
  uint32_t bit = policy__filter_bit(letters) * 2 + capital;
  return (m->filter[bit / 8] >> bit % 8 & 1) != 0;
}

/* From the beginning of a word to the next; only one article is passed over alone. */
static const char *skip(const policy_matcher *m, const char *at) {
  bool behind = at > m->text && at[-1] == '\'';
  if (at - m->text >= 3) behind |= memcmp(at - 3, "\xE2\x80\x99", 3) == 0;
  return policy__spelling_skip(at, m->end, !behind);
}

/* Passes over the word of ASCII letters at `at`, unless a form may begin there and it is not `tried`: then
 * false. */
static inline bool pass_word(policy_matcher *m, bool tried) {
  const char *at = m->at;
  uint64_t bytes = load_eight(at, m->end);
  unsigned count = count_letters(bytes);
  uint64_t letters = bytes | 0x2020202020202020u;
  const char *behind = at + count;
  if (count < 8)
    letters &= (UINT64_C(1) << 8 * count) - 1;
  else
    for (unsigned more = 8; more == 8; behind += more) more = count_letters(load_eight(behind, m->end));
  bool ends = count > 0 && is_end(behind, m->end);
  if (!tried && count < 8 && !ends) return false;
  if (!tried && may_begin(m, letters, *at >= 'A' && *at <= 'Z')) return false;
  if (ends)
    m->at = behind < m->end && (unsigned char)*behind < 0x80 ? behind + 1 : behind;
  else
    m->at = skip(m, at);
  return true;
}

/* Looks at the next 64 bytes; `at` is at no word's inside. */
static inline void read_block(policy_matcher *m) {
  m->base = m->at;
  m->letters = m->highs = 0;
  for (unsigned i = 0; i < 8; i++) {
    uint64_t bytes = load_eight(m->base + 8 * i, m->base + 8 * i + 8);
    m->letters |= gather(letters_among(bytes)) << 8 * i;
    m->highs |= gather(bytes & HIGHS) << 8 * i;
  }
}

/* Passes over whole words of ASCII in the block where `at` is, to its end or the next byte that is not ASCII;
   true at one that a form may begin. A word that needs a closer look is looked at. */
static inline bool pass_block(policy_matcher *m) {
  if (m->base == NULL || m->at < m->base || m->at - m->base >= 64) read_block(m);
  uint64_t left = UINT64_MAX << (m->at - m->base), highs = m->highs & left;
  uint64_t starts = m->letters & ~(m->letters << 1) & left;
  if (highs != 0) starts &= (highs & -highs) - 1;
  for (; starts != 0; starts &= starts - 1) {
    unsigned begin = first_bit(starts);
    uint64_t behind = ~(m->letters >> begin);
    unsigned size = behind != 0 ? first_bit(behind) : 64;
    const char *at = m->base + begin;
    m->at = at;
    if (begin + size >= 64 || (at[size] != ' ' && !is_sign((unsigned char)at[size])))
      return !pass_word(m, false);
    uint64_t bytes = load_eight(at, at + 8), letters = bytes | 0x20 * ONES;
    if (size < 8) letters &= (UINT64_C(1) << 8 * size) - 1;
    if (may_begin(m, letters, (bytes & 0x20) == 0)) return true; /* the bit of small letters, and of digits */
  }
  m->at = m->base + (highs != 0 ? first_bit(highs) : 64);
  return false;
}

/* The next place where a word begins and a form may, in `at`; false at the end. */
static bool find_beginning(policy_matcher *m) {
  while (m->at < m->end) {
    unsigned char c = (unsigned char)*m->at;
    if (c < 0x80) {
      if (m->end - m->at >= BLOCK) {
        if (pass_block(m)) return true;
      } else if (policy__ascii_letters[c] != POLICY__LETTER_WORD)
        m->at++;
      else if (!pass_word(m, false))
        return true;
      continue;
    }
    const char *behind = m->at;
    policy__letter letter = policy__letter_of(policy__spelling_point(&behind, m->end));
    if (letter == POLICY__LETTER_WORD || letter == POLICY__LETTER_KANA || letter == POLICY__LETTER_SOLO)
      return true;
    m->at = behind;
  }
  return false;
}

/* Behind a match: over the rest of its word ("'s", a particle), and over a bracket that closes one inside. */
static void end_match(policy_matcher *m) {
  const char *at = m->stop;
  size_t size = (size_t)(at - m->begin);
  if (at < m->end && *at == ')' && memchr(m->begin, '(', size) != NULL && memchr(m->begin, ')', size) == NULL)
    at = ++m->stop;
  m->at = at;
  if (at >= m->end) return;
  const char *behind = at;
  uint32_t c = policy__spelling_point(&behind, m->end);
  if (c >= 0xAC00 && c < 0xD7A4) m->at = policy__spelling_skip(at, m->end, false);
  if (policy__letter_of(c) != POLICY__LETTER_APOSTROPHE || behind >= m->end) return;
  const char *letter = behind;
  if (policy__letter_of(policy__spelling_point(&letter, m->end)) == POLICY__LETTER_WORD)
    m->at = policy__spelling_skip(behind, m->end, false);
}

/* ---- giving matches -----------------------------------------------------------------------------------------
 */

/* Whether this entry is given for the first time at this place with this use: notes it. */
static bool is_new(policy_matcher *m, uint32_t entry, uint32_t use) {
  uint32_t slot = (entry * 16 + use) * 0x9E3779B1u >> 21;
  for (uint32_t i = 0; i < SEEN; i++, slot = (slot + 1) % SEEN) {
    if (m->seen[slot].place != m->place) {
      m->seen[slot].entry = entry, m->seen[slot].use = use, m->seen[slot].place = m->place;
      return true;
    }
    if (m->seen[slot].entry == entry && m->seen[slot].use == use) return false;
  }
  return false;
}

/* The reading at the cursor, and the cursor moves on. Readings as a longer name are left out unless asked for.
 */
static bool give(policy_matcher *m, policy_match *match) {
  cursor *c = &m->next;
  for (; c->form != POLICY_NONE; c->reading++) {
    if (!settle(m, c, m->size)) {
      c->form = POLICY_NONE;
      return false;
    }
    policy_form_use use = (policy_form_use)(policy__number(&m->uses, c->reading) & ~POLICY__PREFERRED);
    uint32_t entry = policy__number(&m->entries, c->reading);
    if ((use == POLICY_FORM_LONGER && !m->longer) || !is_new(m, entry, use)) continue;
    uint32_t language = m->languages[policy__number(&m->sets, c->reading)];
    *match = (policy_match){
        (size_t)(m->begin - m->text),
        (size_t)(m->stop - m->text),
        {m->gazetteer, entry},
        use,
        policy__shelf_string(m->shelf, policy__shelf_number(m->shelf, POLICY__LANGUAGE, language))};
    c->reading++;
    return true;
  }
  return false;
}

bool policy_matcher_next(policy_matcher *m, policy_match *match) {
  if (m == NULL || match == NULL) return false;
  while (find_beginning(m)) {
    const char *at = m->at;
    if (!walk(m, at)) {
      if ((unsigned char)*at < 0x80)
        pass_word(m, true);
      else
        m->at = skip(m, at);
      continue;
    }
    m->next = m->first;
    m->place++;
    end_match(m);
    if (give(m, match)) return true;
  }
  m->next.form = POLICY_NONE;
  return false;
}

bool policy_matcher_other(policy_matcher *m, policy_match *match) {
  return m != NULL && match != NULL && give(m, match);
}
