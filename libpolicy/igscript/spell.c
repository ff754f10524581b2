/* Spelling of IG Script. */
#include "igscript/spell.h"

/* The look-alike of an ASCII bracket, or NULL. */
static const char *look_alike(char c) {
  switch (c) {
    case '(': return "\u2768";
    case ')': return "\u2769";
    case '[': return "\u2772";
    case ']': return "\u2773";
    case '{': return "\u2774";
    case '}': return "\u2775";
    default: return NULL;
  }
}

void policy__ig_spell_words(policy__writer *writer, const char *words, size_t size) {
  size_t done = 0;
  for (size_t i = 0; i < size; i++) {
    const char *other = look_alike(words[i]);
    if (other == NULL) continue;
    policy__write(writer, words + done, i - done);
    policy__write_text(writer, other);
    done = i + 1;
  }
  policy__write(writer, words + done, size - done);
}

void policy__ig_spell_header(policy__writer *writer, const char *symbol, uint32_t key, bool is_property,
                             uint32_t index) {
  policy__write_text(writer, symbol);
  if (key > 0) policy__write_format(writer, "%u", (unsigned)key);
  if (is_property) policy__write_text(writer, ",p");
  if (is_property && index > 0) policy__write_format(writer, "%u", (unsigned)index);
}
