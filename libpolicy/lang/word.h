/* What the tokenizer knows about single words. All answers ignore the case of ASCII letters. */
#ifndef POLICY_LANG_WORD_H
#define POLICY_LANG_WORD_H

#include <stdbool.h>

#include <policy/text.h>

/* "non", "pre": what UD English does not part from the word behind the hyphen. */
bool policy__word_is_prefix(policy_string word);

/* "wise", "esque": what it does not part from the word before the hyphen. */
bool policy__word_is_suffix(policy_string word);

/* "long", "well": first parts of compounds that keep their hyphen when it falls on a line end. */
bool policy__word_is_compound(policy_string word);

/* Prefixes that keep their hyphen when it falls on a line end: "non", "anti". */
bool policy__word_keeps_hyphen(policy_string word);

/* The letters of a clitic behind its apostrophe, "s" or "ll", but for "t". */
bool policy__word_is_clitic(policy_string word);

/* Words that begin with an apostrophe: "em" and "til". Given without it. */
bool policy__word_is_clipped(policy_string word);

/* Units that are written right behind their number: "km", "pm". */
bool policy__word_is_unit(policy_string word);

/* Last parts of domain names and of file names: "org", "pdf". */
bool policy__word_is_domain(policy_string word);
bool policy__word_is_file(policy_string word);

/* Words of grammar, which have a capital only where a sentence begins: "The", "However", "It's". */
bool policy__word_is_starter(policy_string word);

/* Where a word that is two is split ("cannot", "gonna"); 0 for other words. */
size_t policy__word_split(policy_string word);

#endif
