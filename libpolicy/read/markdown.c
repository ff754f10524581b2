/* Markdown through md4c. */
#include "read/markdown.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <md4c.h>

#include "base/memory.h"
#include "base/status.h"
#include "model/builder.h"
#include "read/compose.h"
#include "read/formats.h"
#include "read/metadata.h"
#include "read/tags.h"
#include "read/xml.h"

enum {
  CELLS = 65536,    /* of tables, whatever the size of the text: md4c fills up short rows */
  ADDRESSES = 65536 /* bytes of the links' targets, the same: md4c copies a long one for each of its references */
};

/* An open list. */
typedef struct list {
  uint32_t number; /* of the next item; bullets do not count */
  char delimiter;  /* behind a number; '\0': bullets */
} list;

/* An open item. */
typedef struct item {
  char label[16];
  bool used; /* its first block has begun */
} item;

typedef struct markdown {
  policy__composer composer;
  policy_status status;
  policy__array lists, items;
  const char *text;  /* what md4c reads: pieces of it stand in `original` at the same place */
  const char *original;
  size_t size;
  uint32_t quotes, tables;
  policy_block_record block; /* kind and level of what text begins now */
  bool fresh;                /* the next text begins a block */
  bool code;
  bool cell; /* the row has a cell already */
  uint64_t cells, addresses;
  policy__tags tags; /* of raw HTML */
  size_t links, other_text; /* of the open block: links, and pieces of text outside of them */
  bool link, inner_link;
  bool many_cells, many_addresses;
} markdown;

static int state_of(const markdown *m) {
  return m->status == POLICY_OK && m->composer.status == POLICY_OK && !m->many_cells && !m->many_addresses ? 0 : 1;
}

static void note(markdown *m, policy_status status) {
  if (m->status == POLICY_OK) m->status = status;
}

/* ---- blocks ---------------------------------------------------------------------------------------------- */

static item *last_item(const markdown *m) {
  return m->items.count > 0 ? POLICY__AT(&m->items, item, m->items.count - 1) : NULL;
}

/* A block of its own begins with the next text. */
static void begin(markdown *m, policy_block_kind kind, uint32_t level) {
  m->fresh = true;
  m->links = m->other_text = 0;
  m->inner_link = true;
  m->block = (policy_block_record){.kind = kind, .level = level, .place = {"", 0}};
}

/* Composes the label of the item whose first block this is. */
static void open_block(markdown *m) {
  item *last = last_item(m);
  bool first = last != NULL && !last->used;
  policy_block_record record = m->block;
  if (first && record.kind == POLICY_BLOCK_PARAGRAPH) {
    record.kind = POLICY_BLOCK_LIST_ITEM;
    record.level = (uint32_t)m->items.count;
  }
  if (m->quotes > 0 && (record.kind == POLICY_BLOCK_PARAGRAPH || record.kind == POLICY_BLOCK_LIST_ITEM))
    record = (policy_block_record){.kind = POLICY_BLOCK_QUOTE, .place = {"", 0}};
  policy__compose_open(&m->composer, &record);
  m->fresh = false;
  if (last != NULL) last->used = true;
  if (!first || record.kind == POLICY_BLOCK_TABLE) return;
  policy__compose_text(&m->composer, (policy_string){last->label, strlen(last->label)}, POLICY__COMPOSED);
}

/* A block has ended: a note by its sign, or debris where it is nothing but links. */
static void end_block(markdown *m) {
  if (!m->fresh && m->tables == 0) {
    policy_string text = policy__compose_open_text(&m->composer);
    bool menu = m->links > 1 || (m->links == 1 && m->inner_link && m->items.count > 0);
    if (text.size > 2 && memcmp(text.data, "[^", 2) == 0) policy__compose_recast(&m->composer, POLICY_BLOCK_FOOTNOTE, 0);
    else if (menu && m->other_text == 0 && (m->block.kind != POLICY_BLOCK_HEADING || m->links > 1))
      policy__compose_recast(&m->composer, POLICY_BLOCK_BOILERPLATE, 0);
  }
  begin(m, POLICY_BLOCK_PARAGRAPH, 0);
}

static void begin_item(markdown *m) {
  policy_status status = POLICY_OK;
  list *around = m->lists.count > 0 ? POLICY__AT(&m->lists, list, m->lists.count - 1) : NULL;
  item *own = policy__array_push(&m->items, &status);
  note(m, status);
  if (own == NULL || around == NULL) return;
  if (around->delimiter != '\0') (void)snprintf(own->label, sizeof own->label, "%u%c ", around->number++, around->delimiter);
  else
    (void)snprintf(own->label, sizeof own->label, "\xE2\x80\xA2 ");
}

static void begin_list(markdown *m, uint32_t start, char delimiter) {
  policy_status status = POLICY_OK;
  list *own = policy__array_push(&m->lists, &status);
  note(m, status);
  if (own != NULL) *own = (list){start, delimiter};
}

static void begin_cell(markdown *m) {
  if (m->fresh) open_block(m);
  if (m->cell) policy__compose_cell(&m->composer);
  m->cell = true;
  m->many_cells = ++m->cells > CELLS + m->size;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context) {
  markdown *m = context;
  if (type != MD_BLOCK_TR && type != MD_BLOCK_TH && type != MD_BLOCK_TD && type != MD_BLOCK_THEAD && type != MD_BLOCK_TBODY)
    end_block(m);
  switch (type) {
    case MD_BLOCK_QUOTE: m->quotes++; break;
    case MD_BLOCK_UL: begin_list(m, 0, '\0'); break;
    case MD_BLOCK_OL:
      begin_list(m, ((MD_BLOCK_OL_DETAIL *)detail)->start, ((MD_BLOCK_OL_DETAIL *)detail)->mark_delimiter);
      break;
    case MD_BLOCK_LI: begin_item(m); break;
    case MD_BLOCK_H: begin(m, POLICY_BLOCK_HEADING, ((MD_BLOCK_H_DETAIL *)detail)->level); break;
    case MD_BLOCK_CODE: m->code = true; break;
    case MD_BLOCK_HTML: policy__tags_begin(&m->tags); break;
    case MD_BLOCK_TABLE:
      m->tables++;
      begin(m, POLICY_BLOCK_TABLE, 0);
      break;
    case MD_BLOCK_TR:
      if (!m->fresh) policy__compose_line(&m->composer);
      m->cell = false;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: begin_cell(m); break;
    default: break;
  }
  return state_of(m);
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context) {
  markdown *m = context;
  (void)detail;
  switch (type) {
    case MD_BLOCK_QUOTE:
      end_block(m);
      m->quotes--;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      end_block(m);
      m->lists.count -= m->lists.count > 0;
      break;
    case MD_BLOCK_LI:
      end_block(m);
      m->items.count -= m->items.count > 0;
      break;
    case MD_BLOCK_TABLE:
      end_block(m);
      m->tables--;
      break;
    case MD_BLOCK_CODE:
      m->code = false;
      end_block(m);
      break;
    case MD_BLOCK_H:
    case MD_BLOCK_HTML:
    case MD_BLOCK_P: end_block(m); break;
    default: break;
  }
  return state_of(m);
}

/* ---- text ------------------------------------------------------------------------------------------------ */

static void count_address(markdown *m, size_t size) {
  m->addresses += size;
  m->many_addresses = m->addresses > ADDRESSES + 2 * m->size;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context) {
  markdown *m = context;
  if (type == MD_SPAN_IMG) count_address(m, ((MD_SPAN_IMG_DETAIL *)detail)->src.size);
  if (type != MD_SPAN_A) return state_of(m);
  const MD_ATTRIBUTE *target = &((MD_SPAN_A_DETAIL *)detail)->href;
  count_address(m, target->size + ((MD_SPAN_A_DETAIL *)detail)->title.size);
  m->link = true;
  m->links++;
  m->inner_link &= target->size > 0 && *target->text == '#';
  return state_of(m);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context) {
  markdown *m = context;
  (void)detail;
  if (type == MD_SPAN_A) m->link = false;
  return state_of(m);
}

static bool has_letters(policy_string piece) {
  for (size_t i = 0; i < piece.size; i++) {
    unsigned char c = (unsigned char)piece.data[i];
    if (c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) return true;
  }
  return false;
}

static void put(markdown *m, policy_string piece) {
  uint64_t source = POLICY__COMPOSED;
  if (m->fresh) {
    size_t white = 0;
    while (white < piece.size && (unsigned char)piece.data[white] <= ' ') white++;
    if (white == piece.size) return;
    open_block(m);
  }
  if (piece.data >= m->text && piece.data + piece.size <= m->text + m->size) {
    size_t at = (size_t)(piece.data - m->text);
    piece.data = m->original + at;
    source = at;
  }
  m->other_text += !m->link && has_letters(piece);
  policy__compose_text(&m->composer, piece, source);
}

/* A line ends in the block; in a table the rows are lines. */
static void put_line(markdown *m) {
  if (m->tables == 0) policy__compose_line(&m->composer);
  else
    policy__compose_text(&m->composer, (policy_string){" ", 1}, POLICY__COMPOSED);
}

/* A line of code, or of a table's cell, may end inside of the piece. */
static void put_lines(markdown *m, policy_string piece) {
  while (piece.size > 0) {
    const char *end = memchr(piece.data, '\n', piece.size);
    size_t size = end != NULL ? (size_t)(end - piece.data) : piece.size;
    if (size > 0) put(m, (policy_string){piece.data, size});
    if (end == NULL) return;
    if (!m->fresh) policy__compose_line(&m->composer);
    piece = (policy_string){end + 1, piece.size - size - 1};
  }
}

static void put_entity(markdown *m, policy_string entity) {
  char utf8[8];
  size_t size = policy__tags_entity(entity, utf8);
  put(m, size > 0 ? (policy_string){utf8, size} : entity);
}

/* The text of raw HTML, without its tags. */
static void put_html(markdown *m, policy_string piece) {
  policy_string text;
  char utf8[8];
  for (size_t at = 0; at < piece.size;) {
    policy__tags_event event = policy__tags_next(&m->tags, piece, &at, &text, utf8);
    if (event == POLICY__TAGS_TEXT) put(m, text);
    else if (event == POLICY__TAGS_BLOCK && !m->fresh && m->tables == 0)
      end_block(m);
    else if (event == POLICY__TAGS_LINE && !m->fresh)
      put_line(m);
  }
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context) {
  markdown *m = context;
  policy_string piece = {text, size};
  switch (type) {
    case MD_TEXT_NULLCHAR: put(m, (policy_string){"\xEF\xBF\xBD", 3}); break;
    case MD_TEXT_BR:
      if (!m->fresh) put_line(m);
      break;
    case MD_TEXT_SOFTBR:
      if (!m->fresh) put(m, (policy_string){" ", 1});
      break;
    case MD_TEXT_ENTITY: put_entity(m, piece); break;
    case MD_TEXT_CODE:
      if (m->code) put_lines(m, piece);
      else
        put(m, piece);
      break;
    case MD_TEXT_HTML: put_html(m, piece); break;
    default: put(m, piece); break;
  }
  return state_of(m);
}

/* ---- the document ---------------------------------------------------------------------------------------- */

static void init(markdown *m, const policy_limits *limits, const policy_allocator *allocator) {
  memset(m, 0, sizeof *m);
  policy__compose_init(&m->composer, limits, allocator);
  policy__array_init(&m->lists, allocator, sizeof(list), UINT32_MAX);
  policy__array_init(&m->items, allocator, sizeof(item), UINT32_MAX);
  begin(m, POLICY_BLOCK_PARAGRAPH, 0);
}

static void free_all(markdown *m) {
  policy__compose_free(&m->composer);
  policy__array_free(&m->lists);
  policy__array_free(&m->items);
}

/* Composes the text from `from` on. `many_cells` becomes true where tables would fill up with cells: they are left alone
   in a second attempt. */
static policy_status compose(markdown *m, size_t from, bool tables) {
  unsigned flags = MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | (tables ? MD_FLAG_TABLES : 0);
  const MD_PARSER parser = {0, flags, enter_block, leave_block, enter_span, leave_span, on_text, NULL, NULL};
  errno = 0;
  int result = md_parse(m->text + from, (MD_SIZE)(m->size - from), &parser, m);
  if (m->status != POLICY_OK) return m->status;
  if (m->composer.status != POLICY_OK) return m->composer.status;
  if (m->many_addresses) return POLICY_ERROR_LIMIT;
  if (errno == ENOMEM) return POLICY_ERROR_NO_MEMORY; /* which md4c does not always tell */
  return result == 0 || m->many_cells ? POLICY_OK : POLICY_ERROR_NO_MEMORY;
}

/* A heading of level 1 that the document begins with, behind menus: its title where the front matter has none. */
static policy_string first_heading(const policy_document *document) {
  for (uint32_t n = 0; n < policy_document_block_count(document); n++) {
    policy_block block = policy_document_block(document, n);
    policy_block_kind kind = policy_block_kind_of(block);
    if (kind == POLICY_BLOCK_BOILERPLATE) continue;
    bool title = kind == POLICY_BLOCK_HEADING && policy_block_level(block) == 1;
    return title ? policy_document_slice(document, policy_block_span(block)) : (policy_string){"", 0};
  }
  return (policy_string){"", 0};
}

static policy_builder *finish(markdown *m, policy__collector *facts, const policy__decoded *decoded, const void *bytes,
                              size_t size, const policy_options *options, policy_error *error) {
  policy_builder *builder = policy__compose_finish(&m->composer, bytes, size, options, error);
  if (builder == NULL) return NULL;
  policy_string title = first_heading(policy_builder_document(builder));
  if (title.size > 0) (void)policy__collect_add(facts, POLICY_FIELD_TITLE, 9, title);
  policy_status status = policy__collect_set(facts, builder, error);
  if (status == POLICY_OK) status = policy__decoded_note(decoded, builder, error);
  if (status == POLICY_OK) status = policy__read_metadata(builder, policy__builder_allocator(builder), error);
  if (status == POLICY_OK) return builder;
  policy__builder_settle(builder, status, error);
  policy_builder_free(builder);
  return NULL;
}

static policy_builder *read_decoded(const policy__decoded *decoded, const void *bytes, size_t size,
                                    const policy_options *options, const policy_limits *limits,
                                    const policy_allocator *allocator, policy_error *error) {
  policy_string text = {decoded->data, decoded->size};
  policy_builder *builder = NULL;
  policy__collector facts;
  markdown m;
  size_t from = text.size >= 3 && memcmp(text.data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  if (text.size >= UINT32_MAX) {
    policy__fail(error, POLICY_ERROR_LIMIT, 0, "Markdown of more than 4 GiB");
    return NULL;
  }
  policy__collect_init(&facts, NULL, 0, allocator);
  from += policy__front_matter((policy_string){text.data + from, text.size - from}, &facts);
  policy_buffer tame = {.allocator = *allocator};
  policy_status status = policy__markdown_tame(text, &tame);
  for (int attempt = 0; attempt < 2; attempt++) {
    init(&m, limits, allocator);
    m.original = text.data;
    m.text = tame.size > 0 ? tame.data : text.data;
    m.size = text.size;
    if (status == POLICY_OK) status = compose(&m, from, attempt == 0);
    if (attempt == 1 || status != POLICY_OK || !m.many_cells) break;
    free_all(&m);
  }
  if (status == POLICY_OK) builder = finish(&m, &facts, decoded, bytes, size, options, error);
  else if (m.many_addresses)
    policy__fail(error, status, 0, "the targets of the Markdown's references make up more than its text");
  else
    policy__fail_plain(error, status);
  free_all(&m);
  policy_buffer_free(&tame);
  policy__collect_free(&facts);
  return builder;
}

policy_builder *policy__read_markdown(const void *bytes, size_t size, const policy_options *options,
                                      policy_error *error) {
  const policy_allocator *allocator = options->allocator != NULL ? options->allocator : &policy__malloc_allocator;
  policy_limits limits = policy__limits_fill(options->limits, size);
  policy_builder *builder = NULL;
  policy__decoded decoded;
  if (policy__decode(bytes, size, NULL, options, &decoded, error) == POLICY_OK)
    builder = read_decoded(&decoded, bytes, size, options, &limits, allocator, error);
  policy__decoded_free(&decoded);
  return builder;
}
