/* Calls of notes, and the ways back. */
#include "read/notes.h"

#include <string.h>

#include "base/ascii.h"
#include "read/scan.h"

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* Whether a fragment's name is a note's, as programs write them: "fn1", "_ftn1", "footnote-1", "cite_note-1". */
static bool names_note(policy_string name) {
  static const char *const words[] = {"fn", "ftn", "edn", "en", "footnote", "endnote", "note", "cite_note"};
  while (name.size > 0 && *name.data == '_') name = policy__piece(name, 1, name.size);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t size = strlen(words[i]);
    if (name.size <= size || memcmp(name.data, words[i], size) != 0) continue;
    if (is_digit(name.data[size]) || memchr("-:_.", name.data[size], 4) != NULL) return true;
  }
  return false;
}

static bool names_call(policy_string name) {
  static const char *const words[] = {"fnref",       "ftnref",   "ednref",      "enref",  "noteref",
                                      "footnote-ref", "cite_ref", "footnote_ref", "fn-ref", "fn_ref"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (policy__find_in(name, 0, words[i]) < name.size) return true;
  return false;
}

policy__note_link policy__note_link_of(policy_string href, const policy_string *names, size_t count, bool raised) {
  static const char *const back[] = {"backlink", "backref", "back-ref", "footnote-back", "reversefootnote"};
  for (size_t n = 0; n < count; n++)
    for (size_t i = 0; i < sizeof back / sizeof *back; i++)
      if (policy__find_in(names[n], 0, back[i]) < names[n].size) return POLICY__LINK_BACK;
  size_t sign = href.size > 0 ? policy__find_in(href, 0, "#") : 0;
  policy_string target = policy__piece(href, sign < href.size ? sign + 1 : href.size, href.size);
  bool inside = href.size > 0 && *href.data == '#';
  if (inside && names_call(target)) return POLICY__LINK_BACK;
  for (size_t n = 0; n < count; n++)
    if (names_call(names[n])) return POLICY__LINK_CALL;
  return (inside && raised) || names_note(target) ? POLICY__LINK_CALL : POLICY__LINK_OTHER;
}

bool policy__note_is_numbered(policy_string words) {
  bool reference = false;
  for (size_t i = 0; i < words.size; i++) {
    if (words.data[i] == '&') reference = true;
    if (!reference && is_digit(words.data[i])) return true;
    if (words.data[i] == ';') reference = false;
  }
  return false;
}

/* ---- raised text ------------------------------------------------------------------------------------------- */

/* What a piece without the white space around it consists of. */
typedef enum content { DIGITS, LETTERS, MIXED } content;

static content content_of(policy_string words) {
  enum { MOST = 3 };
  size_t digits = 0, letters = 0;
  for (size_t i = 0; i < words.size; i++) {
    char c = words.data[i];
    digits += is_digit(c);
    letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!is_digit(c) && (strchr(",;- ", c) == NULL || c == '\0') && letters <= i) return MIXED;
  }
  if (letters == words.size && letters > 0 && letters <= MOST) return LETTERS;
  return digits > 0 && letters == 0 ? DIGITS : MIXED;
}

static bool is_superscript(uint32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

static void compose(policy__composer *composer, const char *words) {
  policy__compose_text(composer, (policy_string){words, strlen(words)}, POLICY__COMPOSED);
}

static void compose_digits(policy__composer *composer, policy_string words) {
  static const char *const digits[] = {"\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",     "\xE2\x81\xB4",
                                       "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8", "\xE2\x81\xB9"};
  for (size_t i = 0; i < words.size; i++)
    if (is_digit(words.data[i])) compose(composer, digits[words.data[i] - '0']);
    else if (!policy__is_white(words.data[i]))
      policy__compose_text(composer, policy__piece(words, i, i + 1), POLICY__COMPOSED);
}

void policy__compose_raised(policy__composer *composer, policy_string piece, bool call, uint64_t source) {
  policy_string words = policy__trim(piece);
  content what = content_of(words);
  bool bracketed = !composer->space && policy__compose_last(composer) == '[';
  if (what == MIXED || (what == LETTERS && !call) || bracketed) {
    policy__compose_text(composer, piece, source);
    return;
  }
  if (policy__is_white(*piece.data)) compose(composer, " ");
  if (what == LETTERS) {
    compose(composer, "[");
    policy__compose_text(composer, words, source);
    compose(composer, "]");
  } else {
    bool follows = call && !composer->space && is_superscript(policy__last_point(policy__compose_filling(composer)));
    if (follows) compose(composer, ",");
    compose_digits(composer, words);
  }
  if (policy__is_white(piece.data[piece.size - 1])) compose(composer, " ");
}
