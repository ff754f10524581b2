/* Blocks: their kinds, and their text. */
#include "read/html_blocks.h"

#include <string.h>

#include "read/boilerplate.h"
#include "read/notes.h"
#include "read/scan.h"
#include "text/language.h"

/* The language of what lies in a node. */
typedef struct spoken {
  policy_string language;
  uint32_t end; /* of the node */
} spoken;

typedef struct writer {
  const policy__html_tree *tree;
  policy__composer *composer;
  policy__array ordinals, numbers; /* of nodes: uint32_t and int32_t */
  policy_buffer place, label;
  policy__array languages; /* of spoken: those of the nodes around, the innermost last */
  uint32_t item; /* the node of an item whose number waits for its text; POLICY_NONE: there is none */
  bool sign; /* the open block is the sign of an item, which comes next */
} writer;

/* ---- text ------------------------------------------------------------------------------------------------ */

/* Characters of two or three bytes that are white space, or nothing, for a reader: U+00A0, U+200B, U+FEFF. */
static size_t special(policy_string text, size_t at, bool *space) {
  const char *p = text.data + at;
  *space = text.size - at >= 2 && memcmp(p, "\xC2\xA0", 2) == 0;
  if (*space) return 2;
  if (text.size - at < 3) return 0;
  return memcmp(p, "\xE2\x80\x8B", 3) == 0 || memcmp(p, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

static void write_reference(writer *w, policy_string sign, size_t *taken, uint64_t source) {
  char utf8[POLICY__REFERENCE_SIZE];
  size_t size = policy__html_reference(sign, utf8, taken);
  if (size == 0) {
    *taken = 1;
    policy__compose_text(w->composer, (policy_string){sign.data, 1}, source);
    return;
  }
  bool space;
  policy_string text = {utf8, size};
  size_t taken_in = special(text, 0, &space);
  if (taken_in == size) text = (policy_string){" ", space};
  policy__compose_text(w->composer, text, POLICY__COMPOSED);
}

/* The end of a stretch without character references, special characters and, if `lines` count, line ends. */
static size_t plain_end(policy_string text, size_t at, bool lines) {
  bool space;
  for (; at < text.size; at++) {
    char c = text.data[at];
    if (c == '&' || (lines && c == '\n')) break;
    if ((c == '\xC2' || c == '\xE2' || c == '\xEF') && special(text, at, &space) > 0) break;
  }
  return at;
}

static void write_piece(writer *w, const policy__html_piece *piece, bool lines) {
  policy_string text = {w->tree->page->source.data + piece->begin, piece->size};
  size_t at = 0;
  while (at < text.size) {
    size_t end = plain_end(text, at, lines), taken = 1;
    uint64_t source = piece->begin + at;
    policy__compose_text(w->composer, (policy_string){text.data + at, end - at}, source);
    if (end == text.size) return;
    at = end;
    bool space = false;
    if (text.data[at] == '&') {
      policy_string rest = {text.data + at, text.size - at};
      write_reference(w, rest, &taken, piece->begin + at);
    } else if (text.data[at] == '\n') {
      policy__compose_line(w->composer);
    } else {
      taken = special(text, at, &space);
      if (space) policy__compose_text(w->composer, (policy_string){" ", 1}, POLICY__COMPOSED);
    }
    at += taken;
  }
}

static policy_string text_of(const writer *w, const policy__html_piece *piece) {
  return (policy_string){w->tree->page->source.data + piece->begin, piece->size};
}

/* Writes a piece as what it is: a call of a note, raised digits, or text. Of a note, ways back to the text are none. */
static void write_words(writer *w, const policy__html_piece *piece, bool lines, bool note) {
  policy_string text = text_of(w, piece);
  if (note && piece->link == POLICY__LINK_BACK && !policy__note_is_numbered(text)) return;
  bool call = piece->link == POLICY__LINK_CALL;
  if (!call && !piece->raised) write_piece(w, piece, lines);
  else if (memchr(text.data, '&', text.size) != NULL) write_piece(w, piece, lines);
  else
    policy__compose_raised(w->composer, text, call, piece->begin);
}

static bool is_blank(const writer *w, const policy__html_piece *piece) {
  const char *text = w->tree->page->source.data + piece->begin;
  for (uint32_t i = 0; i < piece->size; i++)
    if (memchr(" \n\t\r\f", text[i], 5) == NULL) return false;
  return true;
}

/* ---- kinds ----------------------------------------------------------------------------------------------- */

typedef struct context {
  policy_block_kind kind;
  uint32_t level;
  uint32_t holder; /* the node that the block is */
  bool lines;      /* line ends count */
  bool boilerplate;
} context;

/* A line that only its class tells to be a heading. */
static bool is_named_heading(const policy__html_node *node) {
  enum { LONGEST = 150 };
  return (node->hints & POLICY__HINT_HEADING) != 0 && node->size < LONGEST && node->prose == 0 && node->linked == 0;
}

static bool decides(const policy__html_node *node, context *c) {
  if (node->tag >= POLICY__TAG_H1 && node->tag <= POLICY__TAG_H6) {
    c->kind = POLICY_BLOCK_HEADING;
    c->level = (uint32_t)(node->tag - POLICY__TAG_H1) + 1;
    return true;
  }
  switch (node->tag) {
    case POLICY__TAG_LI:
    case POLICY__TAG_DD: c->kind = POLICY_BLOCK_LIST_ITEM; return true;
    case POLICY__TAG_BLOCKQUOTE: c->kind = POLICY_BLOCK_QUOTE; return true;
    case POLICY__TAG_FIGCAPTION:
    case POLICY__TAG_CAPTION: c->kind = POLICY_BLOCK_CAPTION; return true;
    case POLICY__TAG_PRE: c->lines = true; return false;
    case POLICY__TAG_DIV:
    case POLICY__TAG_P:
      if (is_named_heading(node)) {
        c->kind = POLICY_BLOCK_HEADING;
        c->level = 2;
        return true;
      }
      if ((node->hints & POLICY__HINT_CAPTION) == 0) return false;
      c->kind = POLICY_BLOCK_CAPTION;
      return true;
    default: return false;
  }
}

/* A short paragraph all in bold type, that does not end as a sentence does. */
static bool is_bold_heading(const policy__html_tree *tree, const policy__html_node *node) {
  enum { LONGEST = 120 };
  if (node->item == POLICY_NONE || node->size > LONGEST || node->linked > 0) return false;
  const policy__html_run *run = POLICY__AT(&tree->page->runs, policy__html_run, node->item);
  char last = 'x';
  for (uint32_t i = 0; i < run->count; i++) {
    const policy__html_piece *piece = POLICY__AT(&tree->page->pieces, policy__html_piece, run->first + i);
    const char *text = tree->page->source.data + piece->begin;
    for (uint32_t k = 0; k < piece->size; k++) {
      if (strchr(" \n\t\r\f", text[k]) != NULL) continue;
      if (!piece->bold) return false;
      last = text[k];
    }
  }
  return last != '.' && last != ':' && last != ',' && last != ';';
}

/* How many lists an item lies in. */
static uint32_t level_of(const policy__html_tree *tree, uint32_t item) {
  enum { DEEPEST = 9 };
  uint32_t level = POLICY__NODE(tree, item)->tag == POLICY__TAG_DD ? 1 : 0;
  for (uint32_t n = item; n != POLICY_NONE && level < DEEPEST; n = POLICY__NODE(tree, n)->parent)
    level += POLICY__NODE(tree, n)->tag == POLICY__TAG_UL || POLICY__NODE(tree, n)->tag == POLICY__TAG_OL;
  return level;
}

static context look_up(const policy__html_tree *tree, uint32_t run) {
  enum { NEAR = 6 };
  context c = {POLICY_BLOCK_PARAGRAPH, 0, POLICY__NODE(tree, run)->parent, false, false};
  uint32_t n = c.holder, steps = 0;
  for (; n != POLICY_NONE && steps < NEAR; n = POLICY__NODE(tree, n)->parent, steps++)
    if (decides(POLICY__NODE(tree, n), &c)) break;
  if (c.kind == POLICY_BLOCK_LIST_ITEM) c.level = level_of(tree, n);
  if ((c.kind == POLICY_BLOCK_LIST_ITEM || c.kind == POLICY_BLOCK_PARAGRAPH) && policy__html_is_note(tree, c.holder))
    c.kind = POLICY_BLOCK_FOOTNOTE, c.level = 0;
  uint8_t holder = POLICY__NODE(tree, c.holder)->tag;
  if (c.kind == POLICY_BLOCK_PARAGRAPH && (holder == POLICY__TAG_P || holder == POLICY__TAG_DIV) &&
      is_bold_heading(tree, POLICY__NODE(tree, run)))
    c.kind = POLICY_BLOCK_HEADING, c.level = 3;
  c.boilerplate = POLICY__NODE(tree, run)->role == POLICY__ROLE_DEBRIS;
  return c;
}

/* Enters a node that declares a language. */
static void enter(writer *w, uint32_t n) {
  const policy__html_node *node = POLICY__NODE(w->tree, n);
  while (w->languages.count > 0 && POLICY__AT(&w->languages, spoken, w->languages.count - 1)->end <= n) w->languages.count--;
  if (node->tag == POLICY__TAG_TEXT || node->item == POLICY_NONE) return;
  const policy__html_element *element = POLICY__AT(&w->tree->page->elements, policy__html_element, node->item);
  if (element->language_size == 0) return;
  spoken *entered = policy__array_push(&w->languages, &w->composer->status);
  if (entered == NULL) return;
  *entered = (spoken){{w->tree->page->source.data + element->language, element->language_size}, node->end};
}

/* The language that is declared here, where it is not that of the page. */
static policy_string declared(const writer *w) {
  const policy_string nothing = {"", 0};
  if (w->languages.count == 0) return nothing;
  policy_string language = POLICY__AT(&w->languages, spoken, w->languages.count - 1)->language;
  return policy__language_is_same(language, w->tree->page->head.language) ? nothing : language;
}

static void open_block(writer *w, const context *c) {
  policy_block_record record = {.kind = c->kind, .level = c->level, .language = declared(w)};
  if (c->boilerplate) record.kind = POLICY_BLOCK_BOILERPLATE, record.level = 0;
  policy_status status = policy__html_place(w->tree, &w->ordinals, c->holder, &w->place);
  if (status != POLICY_OK && w->composer->status == POLICY_OK) w->composer->status = status;
  record.place = (policy_string){w->place.data != NULL ? w->place.data : "", w->place.size};
  policy__compose_open(w->composer, &record);
}

/* ---- runs ------------------------------------------------------------------------------------------------ */

/* Two breaks end a paragraph; one ends a line. */
static void write_pieces(writer *w, const policy__html_run *run, const context *c) {
  uint32_t breaks = 0;
  for (uint32_t i = 0; i < run->count; i++) {
    const policy__html_piece *piece = POLICY__AT(&w->tree->page->pieces, policy__html_piece, run->first + i);
    if (piece->size == 0) {
      breaks++;
      continue;
    }
    if (breaks > 0 && is_blank(w, piece)) continue;
    if (breaks > 1 && c->kind != POLICY_BLOCK_HEADING) open_block(w, c);
    else if (breaks > 0) policy__compose_line(w->composer);
    breaks = 0;
    write_words(w, piece, c->lines, c->kind == POLICY_BLOCK_FOOTNOTE);
  }
}

/* The number of the item whose first text a run is, where the page shows one. Lists that begin with headings are the
   frames of pages. */
static void write_label(writer *w, uint32_t n, const policy__html_run *run, policy_block_kind kind) {
  uint32_t item = w->item;
  w->item = POLICY_NONE;
  if ((kind != POLICY_BLOCK_LIST_ITEM && kind != POLICY_BLOCK_FOOTNOTE) || w->tree->thread) return;
  if (item == POLICY_NONE || n >= POLICY__NODE(w->tree, item)->end) return;
  const policy__html_piece *first = POLICY__AT(&w->tree->page->pieces, policy__html_piece, run->first);
  int32_t number = *POLICY__AT(&w->numbers, int32_t, item);
  if (first->link == POLICY__LINK_BACK && policy__note_is_numbered(text_of(w, first))) return;
  if (policy__label_is_own(text_of(w, first), number)) return;
  w->label.size = 0;
  policy_status status = policy__html_label(w->tree, item, number, &w->label);
  if (status != POLICY_OK && w->composer->status == POLICY_OK) w->composer->status = status;
  if (w->label.size > 0)
    policy__compose_text(w->composer, (policy_string){w->label.data, w->label.size}, POLICY__COMPOSED);
}

/* A line that is one of the phrases of sites is debris wherever it stands. */
static void close_block(writer *w) {
  enum { LONGEST = 160 };
  policy_string block = policy__compose_filling(w->composer);
  if (block.size > 0 && block.size < LONGEST && policy__is_site_phrase(block))
    policy__compose_recast(w->composer, POLICY_BLOCK_BOILERPLATE, 0);
  policy__compose_close(w->composer);
}

/* Whether a run is the sign of an item, "(a)", in a cell before the cell that holds the item: legal acts are put on the
   web as such tables. */
static bool is_sign(const policy__html_tree *tree, uint32_t n) {
  enum { LONGEST = 6, NEAR = 4 };
  const policy__html_node *run = POLICY__NODE(tree, n);
  uint32_t cell = run->parent, steps = 0;
  if (run->size == 0 || run->size > LONGEST) return false;
  while (cell != POLICY_NONE && POLICY__NODE(tree, cell)->tag != POLICY__TAG_TD && steps++ < NEAR)
    cell = POLICY__NODE(tree, cell)->parent;
  if (cell == POLICY_NONE || POLICY__NODE(tree, cell)->tag != POLICY__TAG_TD) return false;
  uint32_t row = POLICY__NODE(tree, cell)->parent, next = POLICY__NODE(tree, cell)->end;
  if (POLICY__NODE(tree, cell)->size != run->size || row == POLICY_NONE || cell != row + 1) return false;
  uint32_t end = POLICY__NODE(tree, row)->end;
  return next < end && POLICY__NODE(tree, next)->end == end && POLICY__NODE(tree, next)->size > 0;
}

static void write_run(writer *w, uint32_t n) {
  const policy__html_node *node = POLICY__NODE(w->tree, n);
  context c = look_up(w->tree, n);
  if (node->size == 0 || node->item == POLICY_NONE || node->role == POLICY__ROLE_NOTHING) return;
  bool follows = w->sign && !c.boilerplate;
  w->sign = is_sign(w->tree, n) && !c.boilerplate;
  if (w->sign) c.kind = POLICY_BLOCK_LIST_ITEM, c.level = 1;
  if (!follows) open_block(w, &c);
  else policy__compose_text(w->composer, (policy_string){" ", 1}, POLICY__COMPOSED);
  const policy__html_run *run = POLICY__AT(&w->tree->page->runs, policy__html_run, node->item);
  if (!c.boilerplate) write_label(w, n, run, c.kind);
  write_pieces(w, run, &c);
  if (!c.boilerplate && !w->sign) close_block(w);
}

/* ---- tables ---------------------------------------------------------------------------------------------- */

static bool is_debris(const policy__html_tree *tree, uint32_t table) {
  uint32_t text = 0;
  for (uint32_t n = table; n < POLICY__NODE(tree, table)->end; n++) {
    const policy__html_node *node = POLICY__NODE(tree, n);
    if (node->tag == POLICY__TAG_TEXT && node->role != POLICY__ROLE_DEBRIS) text += node->size;
  }
  return text * 2 < POLICY__NODE(tree, table)->size;
}

static void write_table(writer *w, uint32_t table) {
  const policy__html_tree *tree = w->tree;
  uint32_t end = POLICY__NODE(tree, table)->end, caption = 0;
  context c = {POLICY_BLOCK_TABLE, 0, table, false, is_debris(tree, table)};
  bool cell = false, filled = false;
  for (uint32_t n = table + 1; n < end; n++) {
    const policy__html_node *node = POLICY__NODE(tree, n);
    if (node->tag == POLICY__TAG_CAPTION) caption = node->end;
    if (node->tag == POLICY__TAG_TEXT && n < caption) write_run(w, n);
    if (n < caption) continue;
    if (!filled) open_block(w, &c), filled = true;
    if (node->tag == POLICY__TAG_TR) policy__compose_line(w->composer), cell = false;
    if (node->tag == POLICY__TAG_TD || node->tag == POLICY__TAG_TH) {
      if (cell) policy__compose_cell(w->composer);
      cell = true;
    }
    if (node->tag != POLICY__TAG_TEXT || node->item == POLICY_NONE || node->role == POLICY__ROLE_NOTHING) continue;
    policy__compose_text(w->composer, (policy_string){" ", 1}, POLICY__COMPOSED);
    const policy__html_run *run = POLICY__AT(&tree->page->runs, policy__html_run, node->item);
    for (uint32_t i = 0; i < run->count; i++) {
      const policy__html_piece *piece = POLICY__AT(&tree->page->pieces, policy__html_piece, run->first + i);
      if (piece->size > 0) write_words(w, piece, false, false);
      else policy__compose_text(w->composer, (policy_string){" ", 1}, POLICY__COMPOSED);
    }
  }
  policy__compose_close(w->composer);
}

policy_status policy__html_compose(const policy__html_tree *tree, policy__composer *composer,
                                   const policy_allocator *allocator) {
  writer w = {.tree = tree, .composer = composer, .item = POLICY_NONE};
  w.place.allocator = w.label.allocator = *allocator;
  policy__array_init(&w.languages, allocator, sizeof(spoken), UINT32_MAX - 1);
  policy_status status = policy__html_ordinals(tree, &w.ordinals, allocator);
  if (status == POLICY_OK) status = policy__html_numbers(tree, &w.numbers, allocator);
  for (uint32_t n = 0; n < tree->nodes.count && status == POLICY_OK && composer->status == POLICY_OK; n++) {
    const policy__html_node *node = POLICY__NODE(tree, n);
    enter(&w, n);
    if (node->tag == POLICY__TAG_LI) w.item = n;
    if (node->tag == POLICY__TAG_TABLE && policy__html_is_data(tree, n)) {
      w.sign = false;
      w.item = POLICY_NONE;
      write_table(&w, n);
      n = node->end - 1;
    } else if (node->tag == POLICY__TAG_TEXT) {
      write_run(&w, n);
    }
  }
  policy__compose_close(composer);
  policy_buffer_free(&w.place);
  policy_buffer_free(&w.label);
  policy__array_free(&w.languages);
  policy__array_free(&w.ordinals);
  policy__array_free(&w.numbers);
  return status == POLICY_OK ? composer->status : status;
}
