/* Small questions about short pieces of text, asked by all finders of this directory. */
#ifndef POLICY_READ_SCAN_H
#define POLICY_READ_SCAN_H

#include <stdbool.h>

#include <policy/text.h>

/* The piece text[begin, end). */
policy_string policy__piece(policy_string text, size_t begin, size_t end);

/* Without the white space around it. */
policy_string policy__trim(policy_string string);

/* Without white space, and without any of the ASCII characters in `also`, at both ends. */
policy_string policy__strip(policy_string string, const char *also);

/* Whether the string is, or begins with, or holds `words`, which are ASCII in lower case; capitals of the
   string count as small, and any run of its white space as one space. `begins` wants no letter or digit after
   the words and gives the bytes taken, 0 for none. `holds` is plain and finds whole words. */
bool policy__equals(policy_string string, const char *words);
size_t policy__begins(policy_string string, const char *words);
bool policy__holds(policy_string string, const char *words);

/* The place of an ASCII character, or of a plain ASCII string, at or behind `from`; string.size for none. */
size_t policy__find_in(policy_string string, size_t from, const char *what);

/* The next word (letters, digits, marks, and apostrophes, hyphens and dots inside) at or behind `*at`, which
   moves behind it. Empty at the end. */
policy_string policy__next_word(policy_string string, size_t *at);

/* The code point that a string begins with, or ends with; 0 for an empty one. */
uint32_t policy__first_point(policy_string string);
uint32_t policy__last_point(policy_string string);

/* Whether `word` stands in a list of words parted by spaces, ASCII in lower case, with a space at both ends. */
bool policy__among(policy_string word, const char *list);

/* An English word that does not end a phrase: an article, a preposition, a conjunction, an auxiliary. */
bool policy__is_function_word(policy_string word);

/* Columns: code points without combining marks. */
size_t policy__width(policy_string string);

#endif
