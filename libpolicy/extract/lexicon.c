/* Looking words up in the lexicon. */
#include "extract/lexicon.h"

#include <string.h>

/* FNV-1a, as tools/lexicon/generate.py has it. */
static uint32_t hash(policy_string word) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < word.size; i++) h = (h ^ (unsigned char)word.data[i]) * 16777619u;
  return h;
}

const policy__lexeme *policy__lexicon_find(policy_string word) {
  if (word.size == 0 || word.size > POLICY__LEXEME_LONGEST) return &policy__lexemes[0];
  for (uint32_t at = hash(word) & policy__lexeme_mask; policy__lexeme_slots[at] != 0;
       at = (at + 1) & policy__lexeme_mask) {
    const policy__lexeme *lexeme = &policy__lexemes[policy__lexeme_slots[at]];
    const char *letters = policy__lexeme_letters + lexeme->word;
    if (letters[word.size] == '\0' && memcmp(letters, word.data, word.size) == 0) return lexeme;
  }
  return &policy__lexemes[0];
}
