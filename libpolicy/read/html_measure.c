/* How much text there is in what, how much of it in links, and how much reads as sentences. */
#include <string.h>

#include "base/ascii.h"
#include "read/html_tree.h"

typedef struct measures {
  uint32_t size, linked, stops;
} measures;

/* Counts characters; those of three bytes, as Han and kana are, tell twice as much. */
static void measure_piece(const char *at, const char *end, bool linked, measures *m) {
  uint32_t size = 0;
  for (; at < end; at++) {
    unsigned char c = (unsigned char)*at;
    if (policy__is_letter(*at)) { /* as most are */
      size++;
      continue;
    }
    if (policy__is_white(*at) || (c & 0xC0) == 0x80) continue;
    if (c == '&') {
      const char *close = memchr(at, ';', (size_t)(end - at < 12 ? end - at : 12));
      if (close != NULL) at = close;
    }
    size += c >= 0xE0 && c < 0xF0 ? 2 : 1;
    bool stop = c == '.' || c == '!' || c == '?';
    if (stop && (at + 1 == end || policy__is_white(at[1]) || at[1] == '"' || at[1] == '\'')) m->stops++;
    if (c == 0xE3 && end - at >= 3 && memcmp(at, "\xE3\x80\x82", 3) == 0) m->stops++;
  }
  m->size += size;
  if (linked) m->linked += size;
}

static measures measure_run(const policy__html_page *page, const policy__html_run *run) {
  measures m = {0, 0, 0};
  for (uint32_t i = 0; i < run->count; i++) {
    const policy__html_piece *piece = POLICY__AT(&page->pieces, policy__html_piece, run->first + i);
    const char *begin = page->source.data + piece->begin;
    measure_piece(begin, begin + piece->size, piece->linked, &m);
  }
  return m;
}

static uint32_t prose_of(const measures *m) {
  enum { LINE = 50, PARAGRAPH = 120 };
  uint32_t own = m->size - m->linked;
  if (m->linked > own) return 0;
  return own >= PARAGRAPH || (own >= LINE && m->stops > 0) ? own : 0;
}

void policy__html_measure(policy__html_tree *tree) {
  for (uint32_t n = (uint32_t)tree->nodes.count; n-- > 0;) {
    policy__html_node *node = POLICY__NODE(tree, n);
    if (node->tag == POLICY__TAG_TEXT && node->item != POLICY_NONE) {
      measures m = measure_run(tree->page, POLICY__AT(&tree->page->runs, policy__html_run, node->item));
      node->size = m.size;
      node->linked = m.linked;
      node->prose = prose_of(&m);
      node->value = node->prose > 0 ? node->prose : (m.size - m.linked) / 4 + m.linked / 10;
    }
    if (node->parent == POLICY_NONE) continue;
    policy__html_node *parent = POLICY__NODE(tree, node->parent);
    parent->size += node->size;
    parent->linked += node->linked;
    parent->prose += node->prose;
    parent->value += node->value;
  }
}
