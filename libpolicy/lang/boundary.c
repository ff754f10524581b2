/* Rules and evidence for the ends of sentences. */
#include "lang/boundary.h"

#include "data/sentence_weights.h"
#include "text/utf8.h"

/* ---- rules ----------------------------------------------------------------------------------------------- */

static bool is_terminal(policy__stop stop) {
  return stop == POLICY__STOP_DOT || stop == POLICY__STOP_QUESTION || stop == POLICY__STOP_ELLIPSIS ||
         stop == POLICY__STOP_DOTS || stop == POLICY__STOP_FULL;
}

static bool is_capital(policy__shape shape) {
  return shape == POLICY__SHAPE_CAPITALISED || shape == POLICY__SHAPE_CAPITALS ||
         shape == POLICY__SHAPE_INITIAL;
}

static bool is_small(const policy__piece *piece) {
  return piece->shape == POLICY__SHAPE_LOWER || piece->shape == POLICY__SHAPE_LETTER;
}

static bool is_absent(const policy__piece *piece) {
  return piece->span.begin == piece->span.end;
}

static uint32_t size(const policy__piece *piece) {
  return piece->core.end - piece->core.begin;
}

static bool is_dot(const policy__piece *piece) {
  return piece->span.end == piece->span.begin + 1 && piece->stop == POLICY__STOP_DOT;
}

/* Whether the next piece is the next item of the enumeration that runs through the block. */
static bool is_next_item(const policy__boundary *b) {
  const policy__piece *next = b->next;
  if (next->item == POLICY__ITEM_NONE || next->item == POLICY__ITEM_BULLET || b->words < 2) return false;
  if (next->item_style != b->item_style || is_absent(b->next2) || !is_capital(b->next2->shape)) return false;
  bool roman =
      b->item_style != '.' && next->item == POLICY__ITEM_ROMAN && next->item_value == 2 && b->item_value == 9;
  return roman || (next->item == b->item && next->item_value == b->item_value + 1);
}

/* Whether the next piece labels an item that follows on a sentence: "end. (2) Then" and "end. 2. Then". */
static bool is_item_after_stop(const policy__boundary *b) {
  const policy__piece *before = b->before, *next = b->next;
  if (before->stop != POLICY__STOP_DOT || before->abbreviation != POLICY__ABBREVIATION_NONE) return false;
  if (before->shape != POLICY__SHAPE_LOWER && before->shape != POLICY__SHAPE_CAPITALISED) return false;
  if (next->item != POLICY__ITEM_NUMBER && next->item != POLICY__ITEM_SMALL && next->item != POLICY__ITEM_ROMAN)
    return false;
  return next->item_style != '[' && !is_absent(b->next2) && is_capital(b->next2->shape);
}

/* Dots with spaces between them: ". . ." is an ellipsis, a fourth dot ends the sentence. */
static policy__verdict spaced_dots(const policy__boundary *b) {
  if (is_dot(b->next)) {
    bool whole = b->dots == 0 && b->ellipsis_ahead && b->before->stop == POLICY__STOP_DOT;
    return whole ? POLICY__ENDS : POLICY__ENDS_NOT;
  }
  if (b->dots < 2 || b->before->closer != POLICY__MARK_NONE) return POLICY__OPEN;
  bool begins = is_capital(b->next->shape) || b->next->opener != POLICY__MARK_NONE;
  return b->dots >= 4 && begins ? POLICY__ENDS : POLICY__ENDS_NOT;
}

/* Numbers, sections and what else stands behind "No." and "Art.". */
static bool is_numeral(const char *text, const policy__piece *piece) {
  if (piece->shape == POLICY__SHAPE_NUMBER || piece->shape == POLICY__SHAPE_MIXED) return true;
  if (piece->shape == POLICY__SHAPE_SIGN || piece->item != POLICY__ITEM_NONE) return true;
  if (piece->shape == POLICY__SHAPE_NONE || piece->starter) return false;
  if (piece->shape != POLICY__SHAPE_INITIAL && piece->shape != POLICY__SHAPE_CAPITALS) return false;
  char last = text[piece->core.end - 1];
  return size(piece) <= 4 || (last >= '0' && last <= '9');
}

/* After a full stop that may belong to an abbreviation. */
static policy__verdict abbreviated(const policy__boundary *b) {
  const policy__piece *before = b->before, *next = b->next;
  bool numeral = is_numeral(b->text, next),
       number = next->shape == POLICY__SHAPE_NUMBER || next->shape == POLICY__SHAPE_SIGN;
  if (before->closer != POLICY__MARK_NONE) return POLICY__OPEN;
  if (before->abbreviation == POLICY__ABBREVIATION_BEFORE) return POLICY__ENDS_NOT;
  if (b->gap == POLICY__GAP_SHORT && is_capital(next->shape)) return POLICY__OPEN;
  if (before->abbreviation != POLICY__ABBREVIATION_NONE && is_small(next)) return POLICY__ENDS_NOT;
  switch (before->abbreviation) {
  case POLICY__ABBREVIATION_NUMBER:
    return numeral || next->shape == POLICY__SHAPE_DOTTED ? POLICY__ENDS_NOT : POLICY__OPEN;
  case POLICY__ABBREVIATION_LAW:
    if (b->before2->shape == POLICY__SHAPE_NUMBER && !next->starter) return POLICY__ENDS_NOT;
    return numeral || next->abbreviation != POLICY__ABBREVIATION_NONE ? POLICY__ENDS_NOT : POLICY__OPEN;
  case POLICY__ABBREVIATION_MONTH: return number ? POLICY__ENDS_NOT : POLICY__OPEN;
  case POLICY__ABBREVIATION_PLACE:
  case POLICY__ABBREVIATION_NAME:
    if (next->starter && next->shape != POLICY__SHAPE_INITIAL) return POLICY__ENDS;
    return number ? POLICY__ENDS_NOT : POLICY__OPEN;
  case POLICY__ABBREVIATION_TIME: return b->words <= 3 && !next->starter ? POLICY__ENDS_NOT : POLICY__OPEN;
  case POLICY__ABBREVIATION_NONE:
    if (before->shape == POLICY__SHAPE_DOTTED && number) return POLICY__ENDS_NOT;
    /* a reporter: "5 Cush. 198" */
    if (b->before2->shape == POLICY__SHAPE_NUMBER && b->before2->stop == POLICY__STOP_NONE &&
        before->shape == POLICY__SHAPE_CAPITALISED && next->shape == POLICY__SHAPE_NUMBER)
      return POLICY__ENDS_NOT;
    return POLICY__OPEN;
  case POLICY__ABBREVIATION_OTHER: return next->shape == POLICY__SHAPE_SIGN ? POLICY__ENDS_NOT : POLICY__OPEN;
  case POLICY__ABBREVIATION_BEFORE: return POLICY__OPEN;
  }
  return POLICY__OPEN;
}

/* Whether a sentence ends in the number before, or begins with the one behind, as citations do:
   "See 12 F.3d 45. The", "in this order. 18 U.S.C. 5". */
static bool is_cited(const policy__boundary *b) {
  const policy__piece *before = b->before, *next = b->next;
  bool number = before->shape == POLICY__SHAPE_NUMBER || before->shape == POLICY__SHAPE_MIXED;
  if (number && before->stop == POLICY__STOP_DOT && b->words >= 3 && size(next) > 1 &&
      next->shape == POLICY__SHAPE_CAPITALISED)
    return before->item == POLICY__ITEM_NONE || b->before2->abbreviation != POLICY__ABBREVIATION_NONE;
  bool word = before->abbreviation == POLICY__ABBREVIATION_NONE && size(before) >= 4 &&
              before->shape == POLICY__SHAPE_LOWER;
  return is_terminal(before->stop) && (word || before->closer == POLICY__MARK_QUOTE) &&
         next->shape == POLICY__SHAPE_NUMBER && b->next2->shape == POLICY__SHAPE_DOTTED;
}

/* "HON. M. K. |NALUMISA": initials behind a title, before a surname in capitals. */
static bool is_named(const policy__boundary *b) {
  enum { MOST = 5 };
  const policy__piece *before = b->before, *before2 = b->before2;
  bool initials = before->shape == POLICY__SHAPE_INITIAL || before->shape == POLICY__SHAPE_DOTTED;
  bool titled = before2->shape == POLICY__SHAPE_INITIAL || before2->abbreviation == POLICY__ABBREVIATION_BEFORE;
  return initials && titled && b->words <= MOST && before->stop == POLICY__STOP_DOT &&
         b->next->shape == POLICY__SHAPE_CAPITALS && size(b->next) > 2;
}

/* Marks that never begin a sentence, and "v." */
static bool never_begins(const policy__boundary *b) {
  const policy__piece *next = b->next;
  if (next->shape == POLICY__SHAPE_NONE && next->opener == POLICY__MARK_NONE)
    return next->stop == POLICY__STOP_COMMA || next->stop == POLICY__STOP_SEMICOLON ||
           next->stop == POLICY__STOP_COLON || next->stop == POLICY__STOP_QUESTION;
  return next->shape == POLICY__SHAPE_LETTER && b->text[next->core.begin] == 'v' &&
         next->stop == POLICY__STOP_DOT && next->closer == POLICY__MARK_NONE;
}

policy__verdict policy__boundary_rule(const policy__boundary *b) {
  const policy__piece *before = b->before, *next = b->next;
  if (b->gap == POLICY__GAP_PARAGRAPH) return POLICY__ENDS;
  if (next->item == POLICY__ITEM_BULLET && b->words > 0) return POLICY__ENDS;
  if (is_next_item(b) || is_item_after_stop(b)) return POLICY__ENDS;
  if (before->stop == POLICY__STOP_FULL && next->stop != POLICY__STOP_COMMA) return POLICY__ENDS;
  policy__verdict dots = spaced_dots(b);
  if (dots != POLICY__OPEN) return dots;
  bool label = b->words == 1 || (b->words == 2 && b->before2->item == POLICY__ITEM_BULLET);
  if (label && before->item != POLICY__ITEM_NONE && b->gap != POLICY__GAP_SHORT) return POLICY__ENDS_NOT;
  if (never_begins(b) || is_named(b)) return POLICY__ENDS_NOT;
  if (is_small(next) && (!is_terminal(before->stop) || before->closer == POLICY__MARK_BRACKET ||
                         before->closer == POLICY__MARK_QUOTE))
    return POLICY__ENDS_NOT;
  bool cited = before->closer == POLICY__MARK_BRACKET || before->shape == POLICY__SHAPE_NUMBER;
  if (cited && before->stop == POLICY__STOP_NONE && next->opener == POLICY__MARK_QUOTE &&
      b->text[next->span.begin] == '(' && b->gap < POLICY__GAP_SHORT)
    return POLICY__ENDS_NOT;
  if (is_cited(b)) return POLICY__ENDS;
  return before->stop == POLICY__STOP_DOT ? abbreviated(b) : POLICY__OPEN;
}

/* ---- evidence -------------------------------------------------------------------------------------------- */

typedef struct evidence {
  uint32_t *features;
  uint32_t count;
} evidence;

/* Adds one piece of evidence: a template's number and up to four values. */
static void add(evidence *e, uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
  uint32_t hash = (e->count + 1) * 0x9E3779B1u;
  const uint32_t values[4] = {a, b, c, d};
  for (int i = 0; i < 4; i++) {
    hash = (hash ^ values[i]) * 0x85EBCA6Bu;
    hash ^= hash >> 15;
  }
  e->features[e->count++] = hash % POLICY__BOUNDARY_BUCKETS;
}

static uint32_t bucket(uint32_t n) {
  return n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 25 ? 6 : 7;
}

static uint32_t word_of(const policy__piece *piece) {
  return size(piece) > 0 ? piece->core_hash : piece->span_hash;
}

uint32_t policy__boundary_features(const policy__boundary *b, uint32_t features[POLICY__BOUNDARY_FEATURES]) {
  evidence e = {features, 0};
  const policy__piece *before = b->before, *next = b->next, *before2 = b->before2, *next2 = b->next2;
  uint32_t stop = before->stop, from = before->shape, to = next->shape, kind = before->abbreviation;
  uint32_t left = word_of(before), right = word_of(next), words = bucket(b->words),
           tight = b->gap == POLICY__GAP_NONE;
  uint32_t final = is_absent(next2) ? 1 : 0, state = (uint32_t)b->in_quotes * 2 + b->in_brackets;
  add(&e, stop, tight, 0, 0);
  add(&e, stop, before->closer, to, tight);
  add(&e, stop, to, next->opener, next->stop);
  add(&e, stop, from, to, 0);
  add(&e, stop, kind, to, from);
  add(&e, stop, left, 0, 0);
  add(&e, stop, left, to, 0);
  add(&e, is_terminal(before->stop), right, to, 0);
  add(&e, stop, right, kind, from == POLICY__SHAPE_INITIAL || from == POLICY__SHAPE_DOTTED);
  add(&e, stop, words, to, 0);
  add(&e, stop, state, before->closer, to);
  add(&e, stop, state, next->opener, to);
  add(&e, before2->shape * 16 + before2->stop, from, to, stop);
  add(&e, next2->shape, next->stop, to, stop);
  add(&e, next->item, (uint32_t)next->item_style, stop, next2->shape);
  add(&e, before->item, (uint32_t)before->item_style, b->words < 3, to);
  add(&e, stop, to, bucket(size(before)), from);
  add(&e, b->starts_small, stop, to, 0);
  add(&e, right, word_of(next2), to, stop);
  add(&e, word_of(before2), left, stop, 0);
  add(&e, left, right, stop, 0);
  add(&e, final, stop, to, next->stop);
  add(&e, words, from, to, stop);
  add(&e, bucket(size(next)), to, stop, next->stop);
  add(&e, before2->stop, stop, before->closer, before2->closer);
  add(&e, right, stop, next->stop, words < 2);
  add(&e, left, words, stop, 1);
  add(&e, next->opener, next->closer, to, stop);
  add(&e, next2->stop, to, next2->shape, from);
  add(&e, word_of(next2), to, stop, from);
  add(&e, next->starter, to, stop, kind * 16 + from);
  add(&e, next->starter, before->closer, stop, state);
  return e.count;
}

/* ---- decision -------------------------------------------------------------------------------------------- */

enum { UNIT = 16 };

/* What the white space says, which the treebanks that the weights come from cannot: in units. */
static int32_t weigh_gap(const policy__boundary *b) {
  bool terminal = is_terminal(b->before->stop), small = is_small(b->next);
  bool label = is_capital(b->next->shape) &&
               (b->next->stop == POLICY__STOP_COLON || b->next2->stop == POLICY__STOP_COLON);
  bool number = b->before->shape == POLICY__SHAPE_NUMBER || b->before->shape == POLICY__SHAPE_MIXED;
  if (label &&
      (b->gap == POLICY__GAP_SHORT || b->gap == POLICY__GAP_COLUMN || (b->gap == POLICY__GAP_LINE && number)))
    return 6 * UNIT;
  switch (b->gap) {
  case POLICY__GAP_WIDE: return terminal && !small ? UNIT : 0;
  case POLICY__GAP_COLUMN: return small ? 0 : terminal ? 4 * UNIT : is_capital(b->next->shape) ? 4 * UNIT : 0;
  case POLICY__GAP_LINE: return terminal && !small ? UNIT : 0;
  case POLICY__GAP_SHORT:
    return small ? 0 : terminal ? 4 * UNIT : b->before->stop == POLICY__STOP_COMMA ? 0 : 6 * UNIT;
  case POLICY__GAP_NONE:
  case POLICY__GAP_SPACE:
  case POLICY__GAP_PARAGRAPH: return 0;
  }
  return 0;
}

bool policy__boundary_ends(const policy__boundary *boundary) {
  uint32_t features[POLICY__BOUNDARY_FEATURES];
  policy__verdict verdict = policy__boundary_rule(boundary);
  if (verdict != POLICY__OPEN) return verdict == POLICY__ENDS;
  int32_t sum = weigh_gap(boundary);
  uint32_t count = policy__boundary_features(boundary, features);
  for (uint32_t i = 0; i < count; i++) sum += policy__sentence_weights[features[i]];
  return sum > 0;
}
