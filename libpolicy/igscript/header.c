/* What stands before a bracket: symbol, suffix, ",p", index and annotation of a component. */
#include <string.h>

#include "igscript/script.h"

static bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* The bytes of the suffix's character that ends before `end`; 0 when that may not stand in one. */
static uint32_t suffix_character(const char *text, uint32_t from, uint32_t end) {
  static const char *const wide[] = {"\u2019", "\u00a3", "\u20ac", "\u00a4", "\u00a7"};
  if (end <= from) return 0;
  char c = text[end - 1];
  if (is_alnum(c) || (c != '\0' && strchr(",';.<>+~:-*/%&=@$\"#!`\\|", c) != NULL)) return 1;
  for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
    uint32_t size = (uint32_t)strlen(wide[i]);
    if (end - from >= size && memcmp(text + end - size, wide[i], size) == 0) return size;
  }
  return 0;
}

/* The symbol that begins at `at`, without looking for ",p". */
static ig_symbol symbol_at(const char *text, uint32_t at, uint32_t end) {
  for (ig_symbol i = 0; i < IG_SYMBOLS; i++) {
    size_t size = strlen(policy__ig_symbols[i].letters);
    if (size <= end - at && memcmp(text + at, policy__ig_symbols[i].letters, size) == 0) return i;
  }
  return IG_SYMBOLS;
}

/* Whether the rest of a header looks like a suffix, and not like the rest of a word. */
static bool is_plausible(const char *text, uint32_t at, uint32_t end) {
  uint32_t letters = 0;
  if (at == end || !is_alnum(text[at]) || is_digit(text[at])) return true;
  while (at + letters < end && is_alnum(text[at + letters])) letters++;
  return letters == 1;
}

/* Divides "1,p2" into suffix and index, and says whether it has the mark of a property. */
static bool divide(const policy_igscript *script, uint32_t begin, uint32_t end, ig_header *header) {
  const char *text = script->text.data;
  uint32_t digits = end;
  header->suffix = (policy_span){begin, end};
  while (digits > begin && is_digit(text[digits - 1])) digits--;
  if (digits >= begin + 2 && text[digits - 2] == ',' && text[digits - 1] == 'p') {
    header->suffix.end = digits - 2;
    header->index = (policy_span){digits, end};
    return true;
  }
  return false;
}

ig_header policy__ig_header(const policy_igscript *script, uint32_t token, uint32_t from) {
  const char *text = script->text.data;
  ig_header header = {.symbol = IG_SYMBOLS};
  uint32_t end = IG_TOKEN(script, token)->at, begin;
  if (token > 0 && end > from && text[end - 1] == ']') {
    const ig_token *open = IG_TOKEN(script, IG_TOKEN(script, token - 1)->mate);
    if (open->at < from || open->op != IG_OPERATORS) return header;
    header.annotation = (policy_span){open->at, end};
    end = open->at;
  }
  begin = end;
  for (uint32_t size; (size = suffix_character(text, from, begin)) > 0;) begin -= size;
  uint32_t glued = POLICY_NONE, best = POLICY_NONE;
  for (uint32_t at = begin; at < end; at++) {
    ig_symbol symbol = symbol_at(text, at, end);
    if (symbol == IG_SYMBOLS) continue;
    if (at > 0 && is_alnum(text[at - 1])) {
      if (glued == POLICY_NONE) glued = at;
      continue;
    }
    best = at;
    if (is_plausible(text, at + (uint32_t)strlen(policy__ig_symbols[symbol].letters), end)) break;
  }
  if (best == POLICY_NONE) best = glued;
  if (best == POLICY_NONE) return header;
  header.symbol = symbol_at(text, best, end);
  header.begin = best;
  header.glued = best == glued;
  uint32_t rest = best + (uint32_t)strlen(policy__ig_symbols[header.symbol].letters);
  ig_symbol next = header.symbol + 1;
  if (divide(script, rest, end, &header) && next < IG_SYMBOLS && policy__ig_symbols[next].is_property)
    header.symbol = next;
  return header;
}
