/* Whether strings are the same, to the byte. */
#ifndef POLICY_BASE_EQUAL_H
#define POLICY_BASE_EQUAL_H

#include <stdbool.h>
#include <string.h>

#include <policy/text.h>

static inline bool policy__equal(policy_string a, policy_string b) {
  return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/* The same with a word of ours. */
static inline bool policy__equal_word(policy_string string, const char *word) {
  return policy__equal(string, (policy_string){word, strlen(word)});
}

#endif
