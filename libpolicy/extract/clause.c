/* Words and their classes. */
#include "extract/clause.h"

#include <string.h>

#include "base/equal.h"
#include "extract/lexicon.h"
#include "text/utf8.h"

enum { LONGEST = 24 };

static unsigned punctuation_class(const char *text, size_t size) {
  if (size == 1) {
    switch (*text) {
    case ',': return POLICY__COMMA;
    case ';':
    case ':':
    case '.':
    case '?':
    case '!': return POLICY__STOP;
    case '(':
    case '[':
    case ')':
    case ']': return POLICY__BRACKET;
    case '"':
    case '\'': return POLICY__QUOTE;
    case '-': return POLICY__STOP;
    default: return 0;
    }
  }
  if (size == 3 && memcmp(text, "\xE2\x80", 2) == 0) {
    unsigned char last = (unsigned char)text[2];
    if (last >= 0x92 && last <= 0x95) return 0; /* dashes */
    if (last >= 0x98 && last <= 0x9F) return POLICY__QUOTE;
  }
  return size > 1 && strspn(text, "-.!?") >= size ? POLICY__STOP : 0;
}

/* Lower-cases into `lower`; the size, or 0 when it is too long to be any word of interest. */
static size_t lower_case(policy_string form, char lower[LONGEST]) {
  if (form.size >= LONGEST) return 0;
  for (size_t i = 0; i < form.size; i++) {
    char c = form.data[i];
    lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
  }
  return form.size;
}

/* A letter or digit at the beginning, or behind an apostrophe: "'s". */
static bool is_word(policy_string form) {
  const char *at = form.data, *end = form.data + form.size;
  unsigned ink = POLICY__LETTER | POLICY__DIGIT;
  if (policy__classify(policy__utf8_next(&at)) & ink) return true;
  return at < end && (policy__classify(policy__utf8_next(&at)) & ink) != 0;
}

static void classify(policy_string form, policy__word *word) {
  char lower[LONGEST];
  const char *at = form.data;
  unsigned first = policy__classify(policy__utf8_next(&at));
  size_t size = lower_case(form, lower);
  if (!is_word(form)) {
    word->classes = punctuation_class(form.data, form.size);
    return;
  }
  word->classes = POLICY__WORD;
  if (first & POLICY__UPPER) word->classes |= POLICY__CAPITAL;
  if (first & POLICY__DIGIT) word->classes |= POLICY__NUMBER;
  if (size == 0) return;
  const policy__lexeme *lexeme = policy__lexicon_find((policy_string){lower, size});
  word->classes |= lexeme->classes;
  word->lexeme = lexeme->bits;
  bool ly = size > 4 && memcmp(lower + size - 2, "ly", 2) == 0 && (word->lexeme & POLICY__CAN_BASE) == 0;
  ly &= !policy__is_listed((policy_string){lower, size},
                           "likely unlikely costly timely friendly orderly elderly lively");
  if (ly && (word->lexeme & POLICY__CAN_NOUN) == 0) word->classes |= POLICY__ADVERB;
}

/* What the tagger says of a word goes before what its form could be elsewhere. */
static void apply_tag(policy_token token, policy_token first, policy__word *word) {
  static const struct {
    const char *xpos;
    unsigned bits;
  } verbs[] = {{"VB", POLICY__CAN_BASE},  {"VBP", POLICY__CAN_BASE},   {"VBZ", POLICY__CAN_THIRD},
               {"VBD", POLICY__CAN_PAST}, {"VBG", POLICY__CAN_GERUND}, {"VBN", POLICY__CAN_PARTICIPLE}};
  bool top = policy__equal_word(policy_token_relation(token),
                                "root"); /* "15. Calls on all States to": no noun, whatever its tag */
  if (policy_token_upos(token) == POLICY_UPOS_NOUN && token.id != first.id && !top)
    word->classes &= ~(unsigned)POLICY__PERFORMATIVE;
  if (policy_token_upos(token) == POLICY_UPOS_DET) word->classes &= ~(unsigned)POLICY__RELATIVE;
  if (policy_token_upos(token) == POLICY_UPOS_ADV && policy__is_listed(policy_token_form(token), "better best"))
    word->classes |= POLICY__ADVERB; /* "to |better use its staff" */
  if (policy_token_upos(token) != POLICY_UPOS_VERB || !(word->classes & POLICY__WORD)) return;
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
    if (!policy__equal_word(policy_token_xpos(token), verbs[i].xpos)) continue;
    word->lexeme |= verbs[i].bits | POLICY__MAINLY_VERB;
    word->classes &= ~(unsigned)POLICY__PREPOSITION;
  }
}

static bool has_relation(policy_token token, const char *relation) {
  return policy__equal_word(policy_token_relation(token), relation);
}

/* The verb that an auxiliary serves, or that an adverbial hangs on which the word opens: "for" in "for a year",
   "where" in "where it can", "stating" in "stating why", "annually". Counted in the sentence. */
static uint32_t verb_of(policy_token token, policy_token first) {
  policy_token head = policy_token_head(token);
  if (head.document == NULL) return POLICY_NONE;
  if (has_relation(token, "aux") || has_relation(token, "aux:pass"))
    return head.id > token.id ? head.id - first.id : POLICY_NONE;
  bool participle = has_relation(token, "advcl") && policy__equal_word(policy_token_xpos(token), "VBG");
  bool mark =
      (has_relation(token, "mark") || has_relation(token, "advmod")) &&
      policy__is_listed(policy_token_form(token), "where when wherever whenever once as while whilst if unless "
                                                  "until after before in for on by with without");
  bool oblique = has_relation(token, "case") && (has_relation(head, "obl") || has_relation(head, "obl:agent"));
  bool clause = mark && has_relation(head, "advcl");
  if ((oblique || clause) && head.id > token.id)
    head = policy_token_head(head);
  else if (!participle && !has_relation(token, "advmod"))
    return POLICY_NONE;
  return head.document != NULL && head.id < token.id ? head.id - first.id : POLICY_NONE;
}

static void apply_tree(policy_token token, policy_token first, policy__word *word) {
  static const char *const embedded[] = {"acl", "acl:relcl", "ccomp", "csubj"};
  word->verb = verb_of(token, first);
  for (size_t i = 0; i < sizeof embedded / sizeof *embedded; i++)
    if (has_relation(token, embedded[i])) word->classes |= POLICY__EMBEDDED;
  if (has_relation(token, "xcomp")) word->classes |= POLICY__BOUND;
  policy_string xpos = policy_token_xpos(token);
  bool finite = policy__equal_word(xpos, "VBZ") || policy__equal_word(xpos, "VBD");
  if (has_relation(token, "conj") && finite) word->classes |= POLICY__JOINED;
}

/* Verbs with objects, which may stand behind them. A root with an object is a verb, whatever its tag: "|Accord
   special attention". */
static void mark_objects(policy_sentence sentence, policy__word *words, uint32_t count) {
  uint32_t first = policy_sentence_token(sentence, 0).id;
  for (uint32_t i = 0; i < count; i++) {
    policy_token token = policy_sentence_token(sentence, i), head = policy_token_head(token);
    bool object = has_relation(token, "obj") || has_relation(token, "ccomp") || has_relation(token, "xcomp");
    if (!object || head.document == NULL) continue;
    policy__word *verb = &words[head.id - first];
    verb->classes |= POLICY__TRANSITIVE;
    policy_upos upos = policy_token_upos(head);
    bool noun = upos == POLICY_UPOS_NOUN || upos == POLICY_UPOS_ADJ || upos == POLICY_UPOS_PROPN ||
                upos == POLICY_UPOS_ADV;
    if (noun && head.id < token.id && has_relation(head, "root")) verb->lexeme |= POLICY__CAN_BASE;
  }
}

/* A hyphen or en dash that touches both its neighbours joins them and stops nothing. */
static void unmark_hyphens(const policy__clause *clause, policy__word *words) {
  for (uint32_t i = 1; i + 1 < clause->count; i++) {
    if ((words[i].classes & POLICY__STOP) == 0) continue;
    const char *at = clause->text + words[i].span.begin;
    bool joins = *at == '-' || ((unsigned char)at[0] == 0xE2 && (unsigned char)at[2] == 0x93);
    if (joins && words[i].span.begin == words[i - 1].span.end && words[i].span.end == words[i + 1].span.begin)
      words[i].classes &= ~(unsigned)POLICY__STOP;
  }
}

policy_status policy__clause_read(policy_sentence sentence, policy__array *words, policy__clause *clause) {
  uint32_t count = policy_sentence_token_count(sentence), depth = 0;
  words->count = 0;
  policy_status status = policy__array_reserve(words, count);
  if (status != POLICY_OK) return status;
  for (uint32_t i = 0; i < count; i++) {
    policy_token token = policy_sentence_token(sentence, i);
    policy_string form = policy_token_form(token);
    policy__word *word = policy__array_push(words, NULL);
    word->span = policy_token_span(token);
    classify(form, word);
    apply_tag(token, policy_sentence_token(sentence, 0), word);
    apply_tree(token, policy_sentence_token(sentence, 0), word);
    if (word->classes & POLICY__BRACKET && depth > 0 && (*form.data == ')' || *form.data == ']')) depth--;
    if (depth > 0) word->classes |= POLICY__INSIDE;
    if (word->classes & POLICY__BRACKET && (*form.data == '(' || *form.data == '[')) depth++;
  }
  mark_objects(sentence, words->items, count);
  *clause = (policy__clause){policy_document_text(sentence.document).data, words->items, count};
  unmark_hyphens(clause, words->items);
  return POLICY_OK;
}

/* ---- comparing ------------------------------------------------------------------------------------------ */

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Whether a word is this one, in lower case here; any case of ASCII letters there. */
static bool equals(policy_string text, const char *word, size_t size) {
  if (text.size != size) return false;
  for (size_t i = 0; i < size; i++)
    if (lower(text.data[i]) != word[i]) return false;
  return true;
}

policy_string policy__word_at(const policy__clause *clause, uint32_t n) {
  if (n >= clause->count) return (policy_string){"", 0};
  policy_span span = clause->words[n].span;
  return (policy_string){clause->text + span.begin, span.end - span.begin};
}

bool policy__word_is(const policy__clause *clause, uint32_t n, const char *word) {
  return n < clause->count && equals(policy__word_at(clause, n), word, strlen(word));
}

bool policy__is_listed(policy_string word, const char *list) {
  const char first = word.size > 0 ? lower(*word.data) : '\0';
  if (first == '\0' || first == ' ') return false;
  for (const char *at = list; (at = strchr(at, first)) != NULL; at++) {
    if (at > list && at[-1] != ' ') continue;
    size_t i = 1;
    while (i < word.size && at[i] != ' ' && at[i] == lower(word.data[i])) i++;
    if (i == word.size && (at[i] == ' ' || at[i] == '\0')) return true;
  }
  return false;
}

bool policy__word_in(const policy__clause *clause, uint32_t n, const char *list) {
  return policy__is_listed(policy__word_at(clause, n), list);
}

uint32_t policy__words_are(const policy__clause *clause, uint32_t n, const char *words) {
  uint32_t count = 0;
  while (*words != '\0') {
    size_t size = strcspn(words, " ");
    if (n + count >= clause->count || !equals(policy__word_at(clause, n + count), words, size)) return 0;
    count++;
    words += size;
    words += *words == ' ';
  }
  return count;
}

bool policy__is_negation(const policy__clause *clause, uint32_t n) {
  enum { NEAR = 24 };
  if (!policy__has_class(clause, n, POLICY__NEGATION)) return false;
  if (!policy__word_in(clause, n + 1, "only merely just simply")) return true;
  for (uint32_t i = n + 2; i < n + NEAR; i++)
    if (policy__word_is(clause, i, "but")) return false; /* "not just pay, but ..." */
  return !policy__word_in(clause, n + 1, "only merely");
}

policy_span policy__range_span(const policy__clause *clause, policy__range range) {
  const unsigned ink = POLICY__WORD | POLICY__BRACKET | POLICY__QUOTE;
  while (range.begin < range.end && !policy__has_class(clause, range.begin, ink)) range.begin++;
  while (range.begin < range.end && !policy__has_class(clause, range.end - 1, ink)) range.end--;
  if (range.begin >= range.end) return (policy_span){0, 0};
  return (policy_span){clause->words[range.begin].span.begin, clause->words[range.end - 1].span.end};
}
