/* Text as names are compared: words of small plain letters, and what stands between them. */
#ifndef POLICY_GAZETTEER_SPELLING_H
#define POLICY_GAZETTEER_SPELLING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  POLICY__KEY_MOST = 192,   /* symbols of a form */
  POLICY__WORDS_MOST = 128, /* words of a form; in some scripts each letter is one */
  POLICY__NAME_BYTES = 1024 /* bytes of a form, with marks and all that is passed over */
};

/* A symbol is a code point with these bits. */
#define POLICY__SYMBOL_UPPER (1u << 31) /* its letter is a capital */
#define POLICY__SYMBOL_FIRST (1u << 30) /* it begins a word */
#define POLICY__SYMBOL_LAST (1u << 29)  /* it ends a word */
#define POLICY__SYMBOL_POINT 0x1FFFFFu

/* What a code point is to words. */
typedef enum policy__letter {
  POLICY__LETTER_NONE, /* any other sign */
  POLICY__LETTER_WORD, /* a letter or digit: goes on as long as others follow */
  POLICY__LETTER_KANA, /* katakana: goes on as long as katakana follow */
  POLICY__LETTER_SOLO, /* of a script without spaces: a word of its own */
  POLICY__LETTER_MARK, /* goes with the letter before it; also what cannot be seen */
  POLICY__LETTER_APOSTROPHE,
  POLICY__LETTER_STOP,
  POLICY__LETTER_SPACE,
  POLICY__LETTER_HYPHEN
} policy__letter;

/* A beginning of a text, read word by word. */
typedef struct policy__spelling {
  const char *at, *end;
  const char *word, *stop; /* the last word, and behind it */
  const char *owner;       /* where the last word may end before "'s", or NULL */
  uint32_t size;           /* symbols so far; before `owner`: */
  uint32_t owner_size;
  uint64_t hash, owner_hash;
  uint32_t words, letters; /* words so far, letters of the last one */
  bool dotted;             /* the last word has stops in it: "U.S" */
  bool cut;                /* the text goes on behind `end`, which is as far as a name can reach */
  uint32_t key[POLICY__KEY_MOST + 4];
} policy__spelling;

/* Begins at a word; reads nothing yet. Bytes behind `end` are never read, whatever they are. */
void policy__spelling_begin(policy__spelling *spelling, const char *at, const char *end);

/* Reads what is before the next word, and the word. False when no word follows closely enough to be in the same
   name, or when it would be too long: then `stop`, `size` and `hash` mean nothing. */
bool policy__spelling_word(policy__spelling *spelling);

/* Where a name may end inside the last word. */
typedef struct policy__ending {
  const char *stop;
  uint32_t size;
  uint64_t hash;
} policy__ending;

/* The last word without a Korean particle at its end; false when it has none. */
bool policy__spelling_noun(const policy__spelling *spelling, policy__ending *noun);

/* Reads a whole form. False when it has no word, or cannot be read as one name. */
bool policy__spelling_form(policy__spelling *spelling, const char *form, size_t size);

/* From the beginning of a word to where the next one may begin: behind the word, or, when `articles`, behind an
   article at its beginning that has lost its vowel ("l'", "dell'"). */
const char *policy__spelling_skip(const char *at, const char *end, bool articles);

/* The code point at `*at`, which moves behind it; U+FFFD for a byte that is none. */
uint32_t policy__spelling_point(const char **at, const char *end);

policy__letter policy__letter_of(uint32_t code_point);

/* For ASCII, letters and digits, and the sign that joins them. */
extern const unsigned char policy__ascii_letters[128]; /* of policy__letter */

/* The beginning of every hash, and the step by one symbol. */
#define POLICY__SPELLING_SEED 0x9E3779B97F4A7C15u

static inline uint64_t policy__spelling_hash(uint64_t hash, uint32_t symbol) {
  return (hash ^ (symbol & POLICY__SYMBOL_POINT)) * 0xD6E8FEB86659FD93u;
}

#endif
