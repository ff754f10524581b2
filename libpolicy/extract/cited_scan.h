/* What the forms of citations share: a place in a text that moves on over what it takes. */
#ifndef POLICY_EXTRACT_CITED_SCAN_H
#define POLICY_EXTRACT_CITED_SCAN_H

#include <stdbool.h>

#include <policy/citation.h>

enum { POLICY__CITED_VALUE = 256 };

/* A text and a place in it. Each `take` moves the place behind what it is asked for and says true, or leaves
   it. */
typedef struct policy__cursor {
  policy_string text;
  size_t at;
} policy__cursor;

/* A citation that was found. */
typedef struct policy__cited policy__cited;
struct policy__cited {
  policy_citation_kind kind;
  const char *scheme; /* static, "": none */
  size_t begin, end;  /* bytes of the text */
  char value[POLICY__CITED_VALUE];
  /* Reads one more of a list ("resolutions 1718 (2006) and 2397 (2017)"), with what `value` and `series` tell
     of the one before; NULL where the form has no lists. */
  bool (*next)(policy__cursor *cursor, policy__cited *cited);
  char series[24];
};

/* ---- taking pieces --------------------------------------------------------------------------------------- */

static inline char policy__cited_byte(const policy__cursor *cursor, size_t ahead) {
  size_t left = cursor->text.size - cursor->at;
  return ahead < left ? cursor->text.data[cursor->at + ahead] : '\0';
}

static inline bool policy__cited_is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

static inline bool policy__cited_is_upper(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

static inline bool policy__cited_is_letter(char byte) {
  return policy__cited_is_upper(byte) || (byte >= 'a' && byte <= 'z');
}

/* Whether a word of letters or digits ends at the place: none stands there. */
bool policy__cited_ends(const policy__cursor *cursor);

/* White space, no-break spaces too; at most a few dozen bytes, so that no gap is long. */
bool policy__cited_space(policy__cursor *cursor);

/* Whether the text may stand at the place, by its first byte: most do not. */
static inline bool policy__cited_may(const policy__cursor *cursor, const char *text) {
  return *text == policy__cited_byte(cursor, 0) || *text == ' ' || *text == '\0';
}

/* The rest of the three below, once a first byte fits. */
bool policy__cited_whole_text(policy__cursor *cursor, const char *text);
bool policy__cited_whole_word(policy__cursor *cursor, const char *word);
bool policy__cited_behind_first(policy__cursor *cursor, const char *word);

/* The text as it is written; a space in it stands for white space. */
static inline bool policy__cited_text(policy__cursor *cursor, const char *text) {
  return policy__cited_may(cursor, text) && policy__cited_whole_text(cursor, text);
}

/* The same as a word, behind which neither letter nor digit stands. `either`: its first letter may be a
   capital. */
static inline bool policy__cited_word(policy__cursor *cursor, const char *word) {
  return policy__cited_may(cursor, word) && policy__cited_whole_word(cursor, word);
}

static inline bool policy__cited_either(policy__cursor *cursor, const char *word) {
  char first = policy__cited_byte(cursor, 0);
  return (first == word[0] || first == word[0] - 'a' + 'A') && policy__cited_behind_first(cursor, word);
}

/* The first of a list of words that ends in NULL; `which` may be NULL. */
bool policy__cited_one_of(policy__cursor *cursor, const char *const *words, size_t *which);

/* A number of so many digits, which no digit follows. */
bool policy__cited_number(policy__cursor *cursor, size_t least, size_t most, unsigned *number);

/* A year in brackets of a kind: "(2017)", "[2019]". */
bool policy__cited_year_in(policy__cursor *cursor, char open, char close, unsigned *year);

/* A hyphen or dash. */
bool policy__cited_dash(policy__cursor *cursor);

/* ---- what was found -------------------------------------------------------------------------------------- */

/* Sets kind, scheme and, as printf does, value; too long a value is none. Always true. */
bool policy__cited_set(policy__cited *cited, policy_citation_kind kind, const char *scheme, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* ---- the forms: each begins at the place, and moves it behind the citation. `cited->begin` may be set anew.  */

bool policy__cited_url(policy__cursor *cursor, policy__cited *cited);
bool policy__cited_doi(policy__cursor *cursor, policy__cited *cited);
bool policy__cited_isbn(policy__cursor *cursor, policy__cited *cited);

bool policy__cited_symbol(policy__cursor *cursor, policy__cited *cited);
bool policy__cited_resolution(policy__cursor *cursor, policy__cited *cited);

bool policy__cited_union_act(policy__cursor *cursor, policy__cited *cited);
bool policy__cited_code(policy__cursor *cursor, policy__cited *cited);    /* "15 U.S.C. § 78", "347 U.S. 483" */
bool policy__cited_federal(policy__cursor *cursor, policy__cited *cited); /* "Public Law 116-283" */

bool policy__cited_case(policy__cursor *cursor, policy__cited *cited);
bool policy__cited_report(policy__cursor *cursor, policy__cited *cited);

/* Acts and treaties by their names. `led`: a section or article of it is named before, or "the" stands before.
 */
bool policy__cited_name(policy__cursor *cursor, policy__cited *cited, bool led);

/* "Section 3(2) of the", "Articles 6 and 7 of": what points into that which is cited behind it. */
bool policy__cited_section(policy__cursor *cursor);

#endif
