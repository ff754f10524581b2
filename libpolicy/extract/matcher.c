/* The walk through the tree of names. */
#include "extract/matcher.h"

static uint16_t next_node(uint16_t node, uint16_t word) {
  uint32_t i = policy__gazetteer_mix(node, word) & policy__gazetteer_edge_mask;
  for (;; i = (i + 1) & policy__gazetteer_edge_mask) {
    const policy__gazetteer_edge *edge = &policy__gazetteer_edges[policy__gazetteer_edge_slots[i]];
    if (edge->word == 0) return 0;
    if (edge->node == node && edge->word == word) return edge->next;
  }
}

/* An acronym has its capitals; of four letters and more, newspapers write only the first ("Nato"). A word
   that English also has ("us", "who") is no acronym where all is in capitals. */
static bool is_acronym(const policy__term *word, bool shouted) {
  uint32_t classes = policy__term_classes(word);
  if (word->shape & POLICY__SHAPE_MANY_CAPITALS) return !shouted || (classes & POLICY__CLASS_FUNCTION) == 0;
  bool quiet = classes == 0 && word->span.end - word->span.begin >= 4;
  return quiet && (word->shape & POLICY__SHAPE_CAPITAL) && !(word->shape & POLICY__SHAPE_FIRST);
}

static bool fits(const policy__gazetteer_form *form, const policy__term *words, size_t length, size_t count) {
  bool shouted = length < count && (words[0].shape & POLICY__SHAPE_ALL_CAPITALS) &&
                 !(words[0].shape & POLICY__SHAPE_INITIAL) &&
                 (words[length].shape & POLICY__SHAPE_ALL_CAPITALS);
  if (form->exact && length == 1) return is_acronym(&words[0], shouted);
  for (size_t i = 0; i < length && i < 32; i++)
    if ((form->capitals >> i & 1) && !(words[i].shape & POLICY__SHAPE_CAPITAL)) return false;
  return true;
}

const policy__gazetteer_form *policy__gazetteer_match(const policy__term *words, size_t count, size_t *length) {
  const policy__gazetteer_form *best = NULL;
  uint16_t node = 0;
  for (size_t i = 0; i < count && words[i].id != 0; i++) {
    node = next_node(node, words[i].id);
    if (node == 0) break;
    const policy__gazetteer_form *form = &policy__gazetteer_forms[policy__gazetteer_accepts[node]];
    if (policy__gazetteer_accepts[node] == 0 || !fits(form, words, i + 1, count)) continue;
    best = form;
    *length = i + 1;
  }
  return best;
}
