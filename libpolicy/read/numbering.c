/* What number a paragraph has, and which part of a resolution it is. */
#include "read/numbering.h"

#include <string.h>

#include "model/builder.h"
#include "read/marker.h"
#include "read/scan.h"
#include "text/utf8.h"

/* ---- numbers --------------------------------------------------------------------------------------------- */

static bool bears(const policy__marker *marker, policy_block_kind kind, policy_string rest) {
  enum { MOST = 999 }; /* above, a bare number is a year, or an amount */
  if (kind == POLICY_BLOCK_PARAGRAPH) return marker->kind == POLICY__MARKER_DIVISION && rest.size > 0;
  if (kind != POLICY_BLOCK_HEADING && kind != POLICY_BLOCK_LIST_ITEM) return false;
  switch ((policy__marker_kind)marker->kind) {
    case POLICY__MARKER_NUMBER:
    case POLICY__MARKER_LETTER:
    case POLICY__MARKER_ROMAN: return true;
    case POLICY__MARKER_DIVISION:
    case POLICY__MARKER_BARE: return kind == POLICY_BLOCK_HEADING && marker->ordinal <= MOST;
    default: return false;
  }
}

policy_string policy__number_of(policy_string text, policy_block_kind kind) {
  policy_string line = policy__piece(text, 0, policy__find_in(text, 0, "\n"));
  policy__marker marker = policy__marker_find(line);
  policy_string number = policy__piece(line, 0, marker.size < line.size ? marker.size : line.size);
  if (!bears(&marker, kind, policy__piece(line, number.size, line.size))) return (policy_string){"", 0};
  bool open = number.data[0] == '(';
  return policy__strip(number, open ? ".:-" : ".:-)");
}

/* ---- resolutions ----------------------------------------------------------------------------------------- */

/* "The General Assembly,": who resolves. */
static bool opens_resolution(policy_string text) {
  enum { LONGEST = 120 };
  size_t at = policy__begins(text, "the");
  if (at == 0 || text.size > LONGEST || policy__last_point(text) != ',') return false;
  bool capital = false;
  for (policy_string word = policy__next_word(text, &at); word.size > 0; word = policy__next_word(text, &at)) {
    bool upper = (policy__classify(policy__first_point(word)) & POLICY__UPPER) != 0;
    if (!upper && !policy__is_function_word(word)) return false;
    capital = capital || upper;
  }
  return capital;
}

static bool ends_with(policy_string word, const char *ending) {
  size_t size = strlen(ending);
  return word.size > size && policy__equals(policy__piece(word, word.size - size, word.size), ending);
}

/* "Recalling", "Deeply concerned": a participle among the first three words, the first with a capital; and a comma. */
static bool is_preambular(policy_string text) {
  size_t at = 0;
  bool participle = false;
  for (int i = 0; i < 3 && !participle; i++) {
    policy_string word = policy__next_word(text, &at);
    if (i == 0 && (policy__classify(policy__first_point(word)) & POLICY__UPPER) == 0) return false;
    participle = ends_with(word, "ing") || ends_with(word, "ed") || policy__among(word, " mindful aware conscious ");
  }
  uint32_t last = policy__last_point(text);
  return participle && (last == ',' || last == ';');
}

/* "1. Urges", "Also decides": a verb in the third person among the first two words behind the number. */
static bool is_operative(policy_string text, policy_string number) {
  size_t at = number.size;
  for (int i = 0; i < 2; i++) {
    policy_string word = policy__next_word(text, &at);
    if (i == 0 && (policy__classify(policy__first_point(word)) & POLICY__UPPER) == 0) return false;
    if (word.size > 3 && ends_with(word, "s") && !ends_with(word, "ss")) return true;
  }
  return false;
}

/* The part of a paragraph behind one of the part `before`, with which the sentence may have `ended`. */
static policy_block_part next_part(policy_string text, policy_string number, policy_block_part before, bool ended) {
  if (opens_resolution(text)) return POLICY_BLOCK_PART_PREAMBLE;
  if (before == POLICY_BLOCK_PART_PREAMBLE && is_preambular(text)) return POLICY_BLOCK_PART_PREAMBLE;
  bool numbered = number.size > 0, verb = is_operative(text, number);
  bool operative = before == POLICY_BLOCK_PART_PREAMBLE  ? verb
                 : before == POLICY_BLOCK_PART_OPERATIVE ? (ended ? numbered && verb : numbered || verb)
                                                         : false;
  return operative ? POLICY_BLOCK_PART_OPERATIVE : POLICY_BLOCK_PART_NONE;
}

static bool is_paragraph(policy_block_kind kind) {
  return kind == POLICY_BLOCK_PARAGRAPH || kind == POLICY_BLOCK_LIST_ITEM;
}

policy_status policy__numbers_mark(policy_builder *builder, policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  uint32_t count = policy_document_block_count(document);
  policy_block_part part = POLICY_BLOCK_PART_NONE;
  policy_status status = POLICY_OK;
  bool ended = false;
  for (uint32_t n = 0; n < count && status == POLICY_OK; n++) {
    policy_block block = policy_document_block(document, n);
    policy_block_kind kind = policy_block_kind_of(block);
    policy_string text = policy_document_slice(document, policy_block_span(block));
    policy_string number = policy__number_of(text, kind);
    if (is_paragraph(kind)) {
      part = next_part(text, number, part, ended);
      ended = policy__last_point(text) == '.';
    }
    status = policy__builder_number(builder, n, is_paragraph(kind) ? part : policy_block_part_of(block), number);
  }
  return policy__builder_settle(builder, status, error);
}
