/* A sentence as a row of words whose classes are known: what the clause patterns look at. */
#ifndef POLICY_EXTRACT_CLAUSE_H
#define POLICY_EXTRACT_CLAUSE_H

#include <policy/document.h>

#include "base/array.h"
#include "data/lexicon_table.h"

/* Classes of words beyond those of the lexicon, as bits. */
enum {
  POLICY__COMMA = 1u << 16,
  POLICY__STOP = 1u << 17, /* ends a clause: ; : . ? ! and dashes */
  POLICY__BRACKET = 1u << 18,
  POLICY__QUOTE = 1u << 19,
  POLICY__WORD = 1u << 20,    /* has a letter or digit */
  POLICY__CAPITAL = 1u << 21, /* begins with a capital letter */
  POLICY__NUMBER = 1u << 22,
  POLICY__INSIDE = 1u << 23,     /* within brackets */
  POLICY__EMBEDDED = 1u << 24,   /* by the tree, the verb of a clause within another */
  POLICY__TRANSITIVE = 1u << 27, /* by the tree, a verb that has an object, be it a clause */
  POLICY__JOINED = 1u << 26,     /* by the tree, a finite verb that is joined to one before it */
  POLICY__BOUND =
      1u << 25 /* by the tree, the verb of a clause that completes a noun or a verb: "efforts to |reduce" */
};

typedef struct policy__word {
  policy_span span;
  unsigned classes; /* of the list above and of the lexicon */
  unsigned lexeme;  /* bits of the lexicon */
  uint32_t verb; /* by the tree, of an auxiliary the verb behind it, of a word that opens an adverbial the verb
                    before it; POLICY_NONE: none is known */
} policy__word;

/* A range of words; empty when there are none. */
typedef struct policy__range {
  uint32_t begin, end;
} policy__range;

typedef struct policy__clause {
  const char *text; /* of the document */
  const policy__word *words;
  uint32_t count;
} policy__clause;

/* Fills `words` (of policy__word) with the tokens of a sentence and points `clause` at them. Linear. */
policy_status policy__clause_read(policy_sentence sentence, policy__array *words, policy__clause *clause);

/* Word `n`; empty past the end. */
policy_string policy__word_at(const policy__clause *clause, uint32_t n);

/* Whether word `n` is this one, in lower case here; any case of ASCII letters there. False past the end. */
bool policy__word_is(const policy__clause *clause, uint32_t n, const char *word);

/* Whether a word, in any case of ASCII letters, is one of a list in lower case parted by single spaces. */
bool policy__is_listed(policy_string word, const char *list);

/* Whether word `n` is one of such a list. */
bool policy__word_in(const policy__clause *clause, uint32_t n, const char *list);

/* Whether the words from `n` on are these, parted by single spaces; how many, or 0. */
uint32_t policy__words_are(const policy__clause *clause, uint32_t n, const char *words);

/* Whether word `n` is there and has any of the classes, or lexicon bits. */
static inline bool policy__has_class(const policy__clause *clause, uint32_t n, unsigned classes) {
  return n < clause->count && (clause->words[n].classes & classes) != 0;
}

static inline bool policy__can_be(const policy__clause *clause, uint32_t n, unsigned bits) {
  return n < clause->count && (clause->words[n].lexeme & bits) != 0;
}

/* Whether word `n` denies: "not", "never", but not that of "not only". */
bool policy__is_negation(const policy__clause *clause, uint32_t n);

/* The place of a range without the commas and white space around it; empty when nothing is left. */
policy_span policy__range_span(const policy__clause *clause, policy__range range);

#endif
