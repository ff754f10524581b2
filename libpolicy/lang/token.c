/* Words: a scanner that goes from left to right and never looks back or far ahead. */
#include "lang/token.h"

#include <string.h>

#include "data/abbreviations.h"
#include "lang/word.h"
#include "text/utf8.h"

enum {
  AHEAD = 64,     /* bytes that a decision looks ahead at most */
  LONG_DASH = 0x2013,
  NO_BREAK_HYPHEN = 0x2011,
  SOFT_HYPHEN = 0xAD
};

typedef struct scan {
  const char *text;
  uint32_t end;   /* of the sentence */
  uint32_t final; /* from here on nothing but stops and closing marks */
  uint32_t ceiling;
  uint32_t single_quotes; /* opened and not closed */
  uint32_t next_whole;    /* where the next address begins, at or behind the place; `end` when there is none */
  uint32_t whole_end;
  policy__arena *arena;
  policy__array *tokens;
  uint32_t *cut;
  policy_status status;
} scan;

/* ---- characters ------------------------------------------------------------------------------------------ */

/* The code point at `at`, or a space at the end. */
static uint32_t peek(const scan *s, uint32_t at) {
  if (at >= s->end) return ' ';
  const char *p = s->text + at;
  return policy__utf8_next(&p);
}

static uint32_t after(const scan *s, uint32_t at) {
  const char *p = s->text + at;
  policy__utf8_next(&p);
  return (uint32_t)(p - s->text);
}

static uint32_t last(const scan *s, uint32_t begin, uint32_t end) {
  const char *p = s->text + end;
  return end > begin ? policy__utf8_previous(&p) : ' ';
}

static bool is_digit(uint32_t c) {
  return c < 0x80 ? c - '0' < 10u : (policy__classify(c) & POLICY__DIGIT) != 0;
}

static bool is_letter(uint32_t c) {
  return c < 0x80 ? (c | 0x20) - 'a' < 26u : (policy__classify(c) & POLICY__LETTER) != 0;
}

static bool is_upper(uint32_t c) {
  return c < 0x80 ? c - 'A' < 26u : (policy__classify(c) & POLICY__UPPER) != 0;
}

static bool is_lower(uint32_t c) {
  return c < 0x80 ? c - 'a' < 26u : (policy__classify(c) & POLICY__LOWER) != 0;
}

static bool is_ideograph(uint32_t c) {
  return c >= 0x2E80 && (policy__classify(c) & POLICY__IDEOGRAPH) != 0;
}

static bool is_space(uint32_t c) {
  return c < 0x80 ? c == ' ' || c - '\t' < 5u : (policy__classify(c) & POLICY__SPACE) != 0;
}

/* What words are made of; invisible format characters belong to the word that they stand in. */
static bool is_word(uint32_t c) {
  if (c < 0x80) return is_letter(c) || is_digit(c) || c == '_';
  if (c < 0xA0) return false;
  return (policy__classify(c) & (POLICY__LETTER | POLICY__DIGIT | POLICY__MARK | POLICY__CONTROL)) != 0;
}

static bool is_apostrophe(uint32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static bool is_hyphen(uint32_t c) {
  return c == '-' || c == 0x2010 || c == NO_BREAK_HYPHEN;
}

static bool is_closing(uint32_t c) {
  return is_apostrophe(c) || c == '"' || c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0xBB ||
         c == '*' || is_space(c);
}

static bool is_stop(uint32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static policy_string slice(const scan *s, uint32_t begin, uint32_t end) {
  return (policy_string){s->text + begin, end - begin};
}

/* ---- giving out ------------------------------------------------------------------------------------------ */

/* The bytes of a token without the hyphens at line ends that it has. */
static bool undo_hyphens(scan *s, policy_string token, policy_string *form) {
  char *bytes = policy__arena_allocate(s->arena, token.size + 1);
  size_t n = 0;
  if (bytes == NULL) return false;
  for (size_t i = 0; i < token.size; i++) {
    if (token.data[i] != '\n') {
      bytes[n++] = token.data[i];
      continue;
    }
    while (n > 0 && (bytes[n - 1] == ' ' || bytes[n - 1] == '\t')) n--;
    policy_string first = {bytes, n > 0 ? n - 1 : 0};
    if (n > 0 && bytes[n - 1] == '-') n -= !policy__word_keeps_hyphen(first);
    else if (n > 1 && memcmp(bytes + n - 2, "\xC2\xAD", 2) == 0) n -= 2;
    else if (n > 2) n -= 3; /* U+2010 */
    while (i + 1 < token.size && (token.data[i + 1] == ' ' || token.data[i + 1] == '\t')) i++;
  }
  *form = (policy_string){bytes, n};
  return true;
}

static void push(scan *s, uint32_t begin, uint32_t end, bool joined) {
  policy_token_record *token = policy__array_push(s->tokens, &s->status);
  if (token == NULL) return;
  const policy_string none = {"", 0};
  *token = (policy_token_record){.span = {begin, end}, .form = none, .lemma = none, .features = none,
                                 .relation = none, .head = POLICY_NONE, .joined = joined};
  if (memchr(s->text + begin, '\n', end - begin) != NULL &&
      !undo_hyphens(s, slice(s, begin, end), &token->form))
    s->status = POLICY_ERROR_NO_MEMORY;
}

/* Gives a token out, in pieces when it is too long. */
static void emit(scan *s, uint32_t begin, uint32_t end, bool joined) {
  if (end - begin > s->ceiling) ++*s->cut;
  while (end - begin > s->ceiling && s->status == POLICY_OK) {
    uint32_t to = begin + s->ceiling;
    while (to > begin && !policy__utf8_is_boundary(s->text[to])) to--;
    if (to == begin) to = after(s, begin);
    while (to > begin + 1 && is_space(last(s, begin, to))) to--;
    push(s, begin, to, joined);
    while (to < end && is_space(peek(s, to))) to = after(s, to);
    begin = to;
  }
  if (begin < end && s->status == POLICY_OK) push(s, begin, end, joined);
}

/* ---- addresses: URLs, e-mail addresses, file names, handles ---------------------------------------------- */

static bool is_address(uint32_t c) {
  return is_word(c) || (c < 0x80 && c != 0 && strchr("-._~:/?#[]@!$&'()*+,;=%\\^|", (int)c) != NULL);
}

/* The end of the address that begins at `begin`: up to a space or quotation mark, without the punctuation
   that ends a sentence or closes a bracket opened before. */
static uint32_t address_end(const scan *s, uint32_t begin) {
  uint32_t end = begin, open = 0;
  while (end < s->end && is_address(peek(s, end))) {
    if (s->text[end] == '(') open++;
    if (s->text[end] == ')' && open-- == 0) break;
    end = after(s, end);
  }
  while (end > begin && strchr(".,;:!?'*]|", s->text[end - 1]) != NULL) end--;
  return end;
}

static bool matches(const scan *s, uint32_t at, const char *word) {
  size_t n = strlen(word);
  return s->end - at >= n && memcmp(s->text + at, word, n) == 0;
}

/* Whether an address begins around `at`, where one of its marks stands; tells where. `from`: where it may
   begin at the earliest. */
static bool address_at(scan *s, uint32_t from, uint32_t at) {
  uint32_t begin = at, end = at + 1;
  char c = s->text[at];
  if (c == ':') {
    if (!matches(s, at, "://")) return false;
    while (begin > from && is_letter((unsigned char)s->text[begin - 1])) begin--;
    if (begin == at) return false;
    end = address_end(s, begin);
  } else if (c == 'w' || c == 'W') {
    if (!matches(s, at, "www.") && !matches(s, at, "WWW.")) return false;
    if (at > from && is_word(last(s, from, at))) return false;
    end = address_end(s, begin);
  } else if (c == '@') {
    bool dotted = false;
    while (end < s->end && (is_word(peek(s, end)) || ((s->text[end] == '.' || s->text[end] == '-') &&
                                                      is_word(peek(s, end + 1))))) {
      dotted |= s->text[end] == '.';
      end = after(s, end);
    }
    while (begin > from && (is_word(last(s, from, begin)) || strchr(".+-%", s->text[begin - 1]) != NULL)) {
      const char *p = s->text + begin;
      policy__utf8_previous(&p);
      begin = (uint32_t)(p - s->text);
    }
    while (begin < at && strchr(".+-%", s->text[begin]) != NULL) begin++;
    if (end == at + 1 || (begin < at && !dotted)) return false;
  } else if (c == '#') {
    if ((at > from && is_word(last(s, from, at))) || !is_letter(peek(s, end))) return false;
    while (end < s->end && is_word(peek(s, end))) end = after(s, end);
  } else { /* a dot: the end of a domain or of a file name */
    uint32_t stop = end;
    while (stop < s->end && stop - end < 8 && is_letter((unsigned char)s->text[stop])) stop++;
    if (stop < s->end && (is_word(peek(s, stop)) || is_hyphen(peek(s, stop)))) return false;
    policy_string ending = slice(s, end, stop);
    bool domain = policy__word_is_domain(ending), file = policy__word_is_file(ending);
    if ((!domain && !file) || at == from || !is_word(last(s, from, at))) return false;
    while (begin > from) {
      uint32_t before = last(s, from, begin);
      if (!is_word(before) && (before >= 0x80 || strchr(file ? ".-_#~%!" : ".-", (int)before) == NULL)) break;
      const char *p = s->text + begin;
      policy__utf8_previous(&p);
      begin = (uint32_t)(p - s->text);
    }
    while (begin < at && !is_word(peek(s, begin))) begin++;
    end = domain && stop < s->end && s->text[stop] == '/' ? address_end(s, begin) : stop;
  }
  s->next_whole = begin;
  s->whole_end = end;
  return end > begin;
}

/* Finds the next address at or behind `at`. Each byte is looked at a bounded number of times, as an address
   is searched backwards only as far as its kind of characters reaches, and not before the last one. */
static void find_address(scan *s, uint32_t at) {
  uint32_t from = at;
  for (; at < s->end; at++) {
    char c = s->text[at];
    if (c == ' ' || c == '\n' || c == '\t') from = at + 1;
    else if ((c == ':' || c == 'w' || c == 'W' || c == '@' || c == '#' || c == '.') && address_at(s, from, at))
      return;
  }
  s->next_whole = s->whole_end = s->end;
}

/* ---- how far a word goes --------------------------------------------------------------------------------- */

/* Digits and hyphens that are one number (of a telephone, of a form, a date), not a range. */
static bool is_serial(const scan *s, uint32_t begin, uint32_t hyphen) {
  uint32_t groups[4] = {0}, n = 0, to = hyphen + 1;
  if (hyphen - begin > 16) return true;
  for (uint32_t i = begin; i < hyphen; i++) {
    char c = s->text[i];
    if (c == '/' && n == 0) n = 1;
    else if (is_hyphen((unsigned char)c) || c == '/') return true;
    else if (!is_digit((unsigned char)c)) return false;
    else groups[n]++;
  }
  bool slash = n == 1;
  for (n = 2; to < s->end && to - hyphen < AHEAD && n < 4; to++) {
    if (is_digit((unsigned char)s->text[to])) groups[n]++;
    else if (s->text[to] != '-' || !is_digit(peek(s, to + 1))) break;
    else n++;
  }
  return n > 2 || slash || (groups[0] == 3 && groups[2] == 4) || (groups[0] == 5 && groups[2] == 4);
}

/* Whether the hyphen at `at`, between letters or digits, is part of the word that began at `begin`. */
static bool keeps_hyphen(const scan *s, uint32_t begin, uint32_t at) {
  uint32_t next = after(s, at), end = next;
  bool digits = false, letters = false;
  if (is_digit(peek(s, begin)) && is_digit(peek(s, next)) && s->text[at] == '-' && is_serial(s, begin, at))
    return true;
  policy_string first = slice(s, begin, at);
  if (policy__word_is_prefix(first)) return is_word(peek(s, next));
  if (first.size > AHEAD) return false;
  while (end < s->end && end - next < 8 && is_letter(peek(s, end))) end = after(s, end);
  if (policy__word_is_suffix(slice(s, next, end)) && !is_word(peek(s, end)) && !is_hyphen(peek(s, end)))
    return true;
  for (size_t i = 0; i < first.size; i++) {
    digits |= is_digit((unsigned char)first.data[i]);
    letters |= is_letter((unsigned char)first.data[i]);
  }
  return digits && letters && is_digit(peek(s, next));
}

/* Where the word goes on behind the hyphen of a line end at `at`; 0 when that is none. */
static uint32_t broken(const scan *s, uint32_t begin, uint32_t at) {
  uint32_t to = after(s, at), lines = 0;
  while (to < s->end && to - at < AHEAD && (s->text[to] == ' ' || s->text[to] == '\t' || s->text[to] == '\n'))
    lines += s->text[to++] == '\n';
  if (lines != 1 || !is_lower(peek(s, to)) || !is_lower(last(s, begin, at))) return 0;
  return policy__word_is_compound(slice(s, begin, at)) ? 0 : to;
}

static bool is_grouping(const scan *s, uint32_t at) {
  return is_digit(peek(s, at + 1)) && is_digit(peek(s, at + 2)) && is_digit(peek(s, at + 3)) &&
         !is_digit(peek(s, at + 4));
}

/* Whether a dot between letters or digits is part of the word. */
static bool keeps_dot(const scan *s, uint32_t begin, uint32_t at) {
  uint32_t before = last(s, begin, at), next = peek(s, at + 1);
  if (is_digit(before) || is_digit(next)) return is_digit(next) && (is_digit(before) || at - begin <= 3);
  if (!is_letter(before) || !is_letter(next)) return false;
  uint32_t second = peek(s, after(s, at + 1)), third = peek(s, after(s, at + 1) + 1);
  bool single = at - begin == 1 || (at >= begin + 2 && s->text[at - 2] == '.');
  if (single && (!is_word(second) || !is_lower(second))) return true; /* U.S e.g */
  if (is_upper(before) && single) return !is_lower(third);
  return at - begin <= 2 && is_upper(next) && !is_word(second); /* Ph.D */
}

/* Whether what stands at `at`, behind a letter or digit of the word, belongs to the word. */
static bool connects(const scan *s, uint32_t begin, uint32_t at, uint32_t c) {
  uint32_t before = last(s, begin, at), next = peek(s, after(s, at));
  if (!is_word(next)) return false;
  if (is_apostrophe(c)) return (is_letter(before) || is_digit(before)) && is_letter(next);
  if (c == '.') return keeps_dot(s, begin, at);
  if (c == ',') return is_digit(before) && is_grouping(s, at);
  if (c == ':') return is_digit(before) && is_digit(next);
  if (is_hyphen(c)) return keeps_hyphen(s, begin, at);
  if (c == '&') return is_upper(before) && is_upper(next) && at - begin <= 4;
  if (c != '/') return false;
  if (is_digit(before) && is_digit(next)) return !matches(s, begin, "24/7");
  return at - begin == 1 && is_letter(before) && is_letter(next) &&
         (!is_word(peek(s, at + 2)) || ((before | 0x20) == 's' && next == 'h') || ((before | 0x20) == 'w'));
}

/* Whether the word before a hyphen and a space is a part of one: "pre- and post-war", "th- that". */
static bool is_cut_off(const scan *s, uint32_t begin, uint32_t at) {
  if (at == begin || at + 1 >= s->end || at - begin > 7) return false;
  bool lower = true;
  for (uint32_t i = begin; i < at; i++) {
    if (!is_letter((unsigned char)s->text[i])) return false;
    lower &= is_lower((unsigned char)s->text[i]);
  }
  return (lower && at - begin <= 2) || policy__word_is_prefix(slice(s, begin, at));
}

static uint32_t word_end(const scan *s, uint32_t begin) {
  uint32_t at = begin, c = peek(s, at);
  bool ideographs = is_ideograph(c);
  if (c == '.' || c == '+' || is_apostrophe(c)) at = after(s, at);
  for (; at < s->end && at < s->next_whole; at = after(s, at)) {
    c = peek(s, at);
    if (is_word(c)) {
      if (is_ideograph(c) != ideographs && !(policy__classify(c) & (POLICY__MARK | POLICY__CONTROL))) break;
      if (c != SOFT_HYPHEN) continue;
    } else if (at > begin && connects(s, begin, at, c)) {
      continue;
    }
    if (c == '-' && is_space(peek(s, at + 1)) && s->text[at + 1] != '\n' && is_cut_off(s, begin, at))
      return at + 1;
    uint32_t to = at > begin && (is_hyphen(c) || c == SOFT_HYPHEN) ? broken(s, begin, at) : 0;
    if (to == 0 && c != SOFT_HYPHEN) break;
    if (to != 0) at = to;
  }
  return at;
}

/* ---- words ----------------------------------------------------------------------------------------------- */

/* Whether the full stop at `end` belongs to the word before it. */
static bool keeps_stop(const scan *s, uint32_t begin, uint32_t end) {
  bool final = end >= s->final, dotted = false;
  if (peek(s, end + 1) == '.') return false;
  policy_string word = slice(s, begin, end);
  if (word.size > AHEAD) return false;
  for (size_t i = 0; i + 1 < word.size && !dotted; i++)
    dotted = word.data[i] == '.' && is_letter(peek(s, begin + (uint32_t)i + 1));
  if (dotted) return true;
  uint32_t first = peek(s, begin);
  if (after(s, begin) == end && is_letter(first))
    return !final && (is_upper(first) || first == 'p' || first == 'v');
  policy__abbreviation kind = policy__abbreviation_find(word);
  return kind != POLICY__ABBREVIATION_NONE && (!final || kind == POLICY__ABBREVIATION_NAME);
}

/* Whether an apostrophe behind the word makes a possessive of it. */
static bool is_possessive(const scan *s, uint32_t begin, uint32_t end) {
  uint32_t c = last(s, begin, end);
  return (c == 's' || c == 'S' || c == 'x' || c == 'z') && end - begin > 1 && s->single_quotes == 0 &&
         is_apostrophe(peek(s, end)) && !is_word(peek(s, after(s, end)));
}

/* Where a number ends and its unit begins; `end` when there is no unit. */
static uint32_t unit_begin(const scan *s, uint32_t begin, uint32_t end) {
  uint32_t at = begin;
  while (at < end && at - begin < AHEAD &&
         (is_digit(peek(s, at)) || s->text[at] == '.' || s->text[at] == ',' || s->text[at] == ':'))
    at = after(s, at);
  if (at == begin || at >= end || !is_digit(last(s, begin, at))) return end;
  return policy__word_is_unit(slice(s, at, end)) ? at : end;
}

/* Where the clitic begins that ends the word ("n't", "'s"); `end` when there is none. */
static uint32_t clitic_begin(const scan *s, uint32_t begin, uint32_t end) {
  uint32_t at = end, letters = 0;
  while (at > begin && letters <= 2 && is_letter((unsigned char)s->text[at - 1])) at--, letters++;
  const char *p = s->text + at;
  if (at == begin || !is_apostrophe(policy__utf8_previous(&p)) || p == s->text + begin) return end;
  uint32_t apostrophe = (uint32_t)(p - s->text);
  policy_string ending = slice(s, at, end);
  if (ending.size == 1 && (ending.data[0] | 0x20) == 't') {
    char n = s->text[apostrophe - 1];
    return (n | 0x20) == 'n' && apostrophe - 1 > begin ? apostrophe - 1 : end;
  }
  return policy__word_is_clitic(ending) ? apostrophe : end;
}

/* Gives out a word and its clitics. */
static void emit_word(scan *s, uint32_t begin, uint32_t end) {
  uint32_t cuts[4], n = 0, to = end;
  while (n < 3) {
    uint32_t cut = clitic_begin(s, begin, to);
    if (cut >= to) break;
    cuts[n++] = to = cut;
  }
  if (n == 0) {
    uint32_t unit = unit_begin(s, begin, end);
    if (unit < end) {
      emit(s, begin, unit, false);
      emit(s, unit, end, false);
      return;
    }
    size_t cut = policy__word_split(slice(s, begin, end));
    if (cut > 0) cuts[n++] = begin + (uint32_t)cut;
  }
  emit(s, begin, n > 0 ? cuts[n - 1] : end, false);
  while (n-- > 0) emit(s, cuts[n], n > 0 ? cuts[n - 1] : end, true);
}

/* Takes the word at `begin` and returns where the next token begins. */
static uint32_t take_word(scan *s, uint32_t begin) {
  uint32_t end = word_end(s, begin);
  uint32_t next = peek(s, end);
  if (next == '.' && end < s->next_whole && keeps_stop(s, begin, end)) end++;
  else if ((next == '$') && end - begin <= 3 && is_upper(peek(s, begin)) && is_upper(last(s, begin, end)))
    end++;
  else if (next == '!' && end - begin == 5 && memcmp(s->text + begin, "Yahoo", 5) == 0 && end < s->final) end++;
  emit_word(s, begin, end);
  if (!is_possessive(s, begin, end)) return end;
  emit(s, end, after(s, end), true);
  return after(s, end);
}

/* ---- marks ----------------------------------------------------------------------------------------------- */

/* The end of an emoticon at `at`, at the beginning of a written word; `at` when there is none. */
static uint32_t emoticon_end(const scan *s, uint32_t at) {
  uint32_t to = at + 1;
  char c = s->text[at];
  if (c != ':' && c != ';' && c != '=') return at;
  if (to < s->end && s->text[to] == '-') to++;
  if (to >= s->end || strchr(")(DPpO|/\\]*", s->text[to]) == NULL) return at;
  char mouth = s->text[to++];
  while (to < s->end && s->text[to] == mouth) to++;
  return is_word(peek(s, to)) || (mouth == '/' && peek(s, to) == '/') ? at : to;
}

static bool runs(uint32_t c) {
  return c < 0x80 && c != 0 && strchr(".-!?*=_~#+<>'`$", (int)c) != NULL;
}

/* The end of the mark at `at`: a run of one mark, or one with what combines with it. */
static uint32_t mark_end(const scan *s, uint32_t at) {
  uint32_t c = peek(s, at), to = after(s, at), next;
  bool question = c == '.' && (peek(s, to) == '?' || peek(s, to) == '!');
  if (c == '!' || c == '?' || question) {
    while (peek(s, to) == '!' || peek(s, to) == '?') to++;
  } else if (runs(c)) {
    while (peek(s, to) == c) to++;
  } else if (c == '/' && peek(s, to) == '/') {
    while (peek(s, to) == '/') to++;
  } else {
    while (to < s->end && (next = peek(s, to)) >= 0x80 &&
           (policy__classify(next) & (POLICY__MARK | POLICY__CONTROL)) != 0)
      to = after(s, to);
  }
  return to < s->next_whole ? to : s->next_whole > at ? s->next_whole : to;
}

/* Whether a word begins with the mark at `at`: 'em '90s .5 +49 */
static bool begins_word(const scan *s, uint32_t at, bool first) {
  uint32_t c = peek(s, at), next = peek(s, after(s, at));
  if (!first) return false;
  if (c == '.' || c == '+') return is_digit(next);
  if (!is_apostrophe(c)) return false;
  uint32_t begin = after(s, at), end = begin;
  if (is_digit(next)) return is_digit(peek(s, begin + 1)) && peek(s, begin + 2) == 's';
  while (end < s->end && end - begin < 8 && is_letter(peek(s, end))) end = after(s, end);
  return policy__word_is_clipped(slice(s, begin, end)) && !is_word(peek(s, end));
}

/* Takes the mark at `at` and returns where the next token begins. `first`: it begins a written word. */
static uint32_t take_mark(scan *s, uint32_t at, bool first) {
  uint32_t c = peek(s, at), end = first && at < s->next_whole ? emoticon_end(s, at) : at;
  if (end == at) end = mark_end(s, at);
  if (c == 0x2018 || (c == '\'' && end == at + 1 && first && !is_space(peek(s, end)))) s->single_quotes++;
  else if (is_apostrophe(c) && s->single_quotes > 0) s->single_quotes--;
  emit(s, at, end, false);
  return end;
}

/* ---- sentences ------------------------------------------------------------------------------------------- */

/* Where nothing but stops and closing marks follows. */
static uint32_t find_final(const scan *s, uint32_t begin) {
  const char *p = s->text + s->end;
  while (p > s->text + begin) {
    const char *q = p;
    uint32_t c = policy__utf8_previous(&q);
    if (!is_stop(c) && !is_closing(c)) break;
    p = q;
  }
  return (uint32_t)(p - s->text);
}

static void take_sentence(scan *s, uint32_t at) {
  bool first = true;
  find_address(s, at);
  while (at < s->end && s->status == POLICY_OK) {
    uint32_t c = peek(s, at);
    if (is_space(c)) {
      at = after(s, at);
      first = true;
      continue;
    }
    if (at >= s->next_whole && at < s->whole_end) {
      emit(s, at, s->whole_end, false);
      at = s->whole_end;
      find_address(s, at);
    } else if (is_word(c) || begins_word(s, at, first)) {
      at = take_word(s, at);
    } else {
      at = take_mark(s, at, first);
    }
    first = false;
  }
}

policy_status policy__tokens_find(policy_string text, policy_span sentence, const policy_limits *limits,
                                  policy__arena *arena, policy__array *tokens, uint32_t *cut) {
  scan s = {.text = text.data, .end = sentence.end, .arena = arena, .tokens = tokens, .cut = cut,
            .ceiling = limits->token > 0 ? limits->token : POLICY_LIMIT_TOKEN, .status = POLICY_OK};
  s.final = find_final(&s, sentence.begin);
  take_sentence(&s, sentence.begin);
  return s.status;
}
