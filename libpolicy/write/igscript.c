/* Statements as IG Script, in the form that IG Parser 0.7 reads. */
#include <policy/igscript.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/hash.h"
#include "igscript/spell.h"
#include "model/components.h"
#include "text/utf8.h"
#include "write/wording.h"

/* Nested statements are written in their braces down to this depth, and this many of them; any further one
   is written as the plain text of its component. So shared nesting cannot blow the script up. */
enum { DEEPEST = 16, MOST_NESTED = 256, ROLES = POLICY_ROLE_REASON + 1 };

typedef struct ig_item {
  policy_component component;
  policy_span span;
  uint32_t order;    /* in its statement; settles ties */
  uint32_t owner;    /* place, from 1, of its owner or itself among the components of its role */
  uint32_t property; /* place, from 1, among the properties; 0: none */
  bool linked;       /* the number of the owner ties owner and properties together */
} ig_item;

/* A statement being written: its items lie in script.items from `first` on. */
typedef struct ig_frame {
  policy_statement statement;
  size_t first, at;
  uint32_t cursor, end; /* of the text that belongs to it */
  uint32_t serial;
} ig_frame;

typedef struct ig_script {
  policy__writer *writer;
  const policy_allocator *allocator;
  policy__array items;
  policy__table seen; /* what was written, so that nothing is written twice alike */
  policy__arena keys;
  policy_buffer words;
  ig_frame frames[DEEPEST];
  uint32_t depth, nested;
} ig_script;

static void note(ig_script *script, policy_status status) {
  if (script->writer->status == POLICY_OK) script->writer->status = status;
}

/* ---- words ---------------------------------------------------------------------------------------------- */

/* Puts the words of a span, or of a string where the span is empty, into script.words. */
static void read_words(ig_script *script, const policy_document *document, policy_span span,
                       policy_string text) {
  policy__writer words = {&script->words, script->writer->status};
  script->words.size = 0;
  if (span.end > span.begin) policy__write_words(&words, document, span);
  else policy__write_line(&words, text);
  note(script, words.status);
}

static void write_words(ig_script *script) {
  if (script->words.data != NULL) policy__ig_spell_words(script->writer, script->words.data, script->words.size);
}

static void write_space(ig_script *script, size_t start) {
  const policy_buffer *out = script->writer->buffer;
  if (out->size > start && strchr(" {", out->data[out->size - 1]) == NULL)
    policy__write(script->writer, " ", 1);
}

/* ---- the items of a statement --------------------------------------------------------------------------- */

static int by_place(const void *left, const void *right) {
  const ig_item *a = left, *b = right;
  bool a_placed = a->span.end > a->span.begin, b_placed = b->span.end > b->span.begin;
  if (a_placed != b_placed) return a_placed ? -1 : 1;
  if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin ? -1 : 1;
  if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
  return a->order < b->order ? -1 : 1;
}

/* The item of the component at a place of the statement's list; tied to the items before it. */
static ig_item make_item(const ig_item *items, policy_component first, uint32_t n, uint32_t owners[ROLES],
                         uint32_t *properties) {
  policy_component component = {first.document, first.id + n}, parent = policy__component_parent(component);
  ig_item item = {.component = component, .span = policy_component_span(component), .order = n};
  item.owner = parent.document != NULL ? items[parent.id - first.id].owner
                                       : ++owners[policy_component_role(component)];
  if (parent.document != NULL) item.property = ++*properties;
  return item;
}

/* Pushes the components of a statement and their properties, those of properties too, in the order of the
   text. */
static void add_items(ig_script *script, policy_statement statement) {
  policy_component first;
  uint32_t count = policy__statement_components(statement, &first), owners[ROLES] = {0}, properties = 0;
  size_t base = script->items.count;
  note(script, policy__array_reserve(&script->items, count));
  for (uint32_t i = 0; i < count && script->writer->status == POLICY_OK; i++) {
    ig_item *item = policy__array_push(&script->items, NULL);
    *item = make_item(POLICY__AT(&script->items, ig_item, base), first, i, owners, &properties);
  }
  if (script->items.count == base) return;
  ig_item *items = POLICY__AT(&script->items, ig_item, base);
  for (uint32_t i = 0; i < count; i++) {
    bool has_property = items[i].property > 0 || (i + 1 < count && items[i + 1].property > 0);
    items[i].linked = has_property && owners[policy_component_role(items[i].component)] > 1;
  }
  qsort(items, count, sizeof *items, by_place);
}

/* ---- writing -------------------------------------------------------------------------------------------- */

static void write_header(ig_script *script, const ig_item *item, bool numbered) {
  const char *symbol = policy_role_symbol(policy_component_role(item->component));
  bool is_property = item->property > 0, keyed = item->linked || (numbered && !is_property);
  policy__ig_spell_header(script->writer, symbol, keyed ? item->owner : 0, is_property, numbered ? item->property : 0);
}

/* Whether the statement has a component with the same header and words already; remembers it. */
static bool was_seen(ig_script *script, const ig_frame *frame, const ig_item *item) {
  uint32_t head[4] = {frame->serial, (uint32_t)policy_component_role(item->component), item->property > 0,
                      item->linked ? item->owner : 0};
  policy_buffer key = {.allocator = script->words.allocator};
  policy_string copy;
  policy_status status = policy_buffer_append(&key, head, sizeof head);
  if (status == POLICY_OK) status = policy_buffer_append(&key, script->words.data, script->words.size);
  bool seen = status == POLICY_OK &&
              policy__table_find(&script->seen, (policy_string){key.data, key.size}) != POLICY_NONE;
  if (status == POLICY_OK && !seen) {
    bool copied = policy__arena_string(&script->keys, (policy_string){key.data, key.size}, &copy);
    status = copied ? policy__table_add(&script->seen, copy, 0) : POLICY_ERROR_NO_MEMORY;
  }
  policy_buffer_free(&key);
  note(script, status);
  return seen;
}

/* The script's text between components, up to `end`. */
static void write_between(ig_script *script, ig_frame *frame, uint32_t end, size_t start) {
  if (end > frame->end) end = frame->end;
  if (end <= frame->cursor) return;
  const policy_document *document = frame->statement.document;
  policy_span span = {frame->cursor, end};
  const char *at = policy_document_text(document).data + span.begin;
  read_words(script, document, span, (policy_string){"", 0});
  if (script->words.size > 0 && policy__classify(policy__utf8_next(&at)) & POLICY__SPACE)
    write_space(script, start);
  if (script->words.size > 0) write_words(script);
  frame->cursor = end;
}

static bool can_nest(const ig_item *item) {
  switch (policy_component_role(item->component)) {
    case POLICY_ROLE_DIRECT_OBJECT:
    case POLICY_ROLE_INDIRECT_OBJECT:
    case POLICY_ROLE_ACTIVATION_CONDITION:
    case POLICY_ROLE_EXECUTION_CONSTRAINT:
    case POLICY_ROLE_OR_ELSE:
    case POLICY_ROLE_PROPERTY: return true;
    default: return item->property > 0;
  }
}

static void open_frame(ig_script *script, policy_statement statement, policy_span within) {
  ig_frame *frame = &script->frames[script->depth++];
  if (within.end <= within.begin) within = policy_statement_span(statement);
  *frame = (ig_frame){statement, script->items.count, script->items.count, within.begin, within.end,
                          script->nested++};
  add_items(script, statement);
}

/* Takes "not" right behind a deontic into it: IG Script has no other place for the negation. */
static void take_negation(const ig_frame *frame, ig_item *item) {
  static const char *const words[] = {" not", "n't", "n\u2019t", "not"};
  policy_string text = policy_document_text(frame->statement.document);
  policy_role role = policy_component_role(item->component);
  if (!policy_statement_is_negated(frame->statement) || item->span.end <= item->span.begin) return;
  if (role != POLICY_ROLE_DEONTIC && role != POLICY_ROLE_MODAL) return;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t size = strlen(words[i]), end = item->span.end + size;
    if (end > text.size || memcmp(text.data + item->span.end, words[i], size) != 0) continue;
    const char *next = text.data + end;
    if (end < text.size && policy__classify(policy__utf8_next(&next)) & POLICY__LETTER) continue;
    item->span.end = (uint32_t)end;
    return;
  }
}

/* Writes one item, or opens its statement. */
static void write_item(ig_script *script, ig_frame *frame, const ig_item *item, size_t start) {
  policy_statement statement = policy_component_statement(item->component);
  if (item->span.end > item->span.begin) write_between(script, frame, item->span.begin, start);
  if (item->span.end > frame->cursor) frame->cursor = item->span.end;
  read_words(script, item->component.document, item->span, policy_component_text(item->component));
  bool nests = statement.document != NULL && can_nest(item) && script->depth < DEEPEST &&
               script->nested < MOST_NESTED;
  if (!nests && script->words.size == 0) return;
  write_space(script, start);
  write_header(script, item, !nests && was_seen(script, frame, item));
  if (nests) {
    policy__write(script->writer, "{", 1);
    open_frame(script, statement, item->span);
    return;
  }
  bool inferred = policy_component_is_inferred(item->component);
  policy__write_text(script->writer, inferred ? "([" : "(");
  write_words(script);
  policy__write_text(script->writer, inferred ? "])" : ")");
}

static bool is_placed(const ig_item *item) {
  return item->span.end > item->span.begin;
}

/* Writes until no statement is open: the stack of frames stands in for recursion. */
static void write_frames(ig_script *script, size_t start) {
  while (script->depth > 0 && script->writer->status == POLICY_OK) {
    ig_frame *frame = &script->frames[script->depth - 1];
    bool left = frame->at < script->items.count;
    ig_item next = left ? *POLICY__AT(&script->items, ig_item, frame->at) : (ig_item){.order = 0};
    if (!left || !is_placed(&next)) write_between(script, frame, frame->end, start);
    if (left) {
      frame->at++;
      take_negation(frame, &next);
      write_item(script, frame, &next, start);
      continue;
    }
    script->items.count = frame->first;
    if (--script->depth > 0) policy__write(script->writer, "}", 1);
  }
}

policy_status policy_igscript_write(policy_statement statement, policy_buffer *buffer, policy_error *error) {
  if (buffer == NULL) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  if (statement.document == NULL) return POLICY_OK;
  const policy_allocator *allocator =
      buffer->allocator.allocate != NULL ? &buffer->allocator : &policy__malloc_allocator;
  size_t start = buffer->size;
  policy__writer writer = {buffer, POLICY_OK};
  ig_script script = {.writer = &writer, .allocator = allocator, .words = {.allocator = *allocator}};
  policy__array_init(&script.items, allocator, sizeof(ig_item), SIZE_MAX / sizeof(ig_item));
  policy__table_init(&script.seen, allocator);
  policy__arena_init(&script.keys, allocator);
  open_frame(&script, statement, policy_statement_span(statement));
  write_frames(&script, start);
  policy__array_free(&script.items);
  policy__table_free(&script.seen);
  policy__arena_free(&script.keys);
  policy_buffer_free(&script.words);
  if (writer.status == POLICY_OK) return POLICY_OK;
  buffer->size = start;
  if (buffer->data != NULL) buffer->data[start] = '\0';
  return policy__fail_plain(error, writer.status);
}
