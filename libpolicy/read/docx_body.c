/* WordprocessingML to blocks (ECMA-376, part 1, 17). */
#include "read/docx_body.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/equal.h"
#include "base/status.h"
#include "text/utf8.h"

enum {
  FIELDS = 63,      /* fields in fields, at most; deeper ones are text */
  CHOICES = 64,     /* the same of alternatives */
  STYLE_NAME = 128, /* bytes of a style's id */
  CODE = 8,         /* bytes of a field's code that are looked at */
  TAG = 12          /* bytes of a language's tag, at most */
};

typedef enum element {
  E_OTHER,
  E_ALTERNATE,
  E_BREAK,
  E_CELL,
  E_CHOICE,
  E_COLUMN,
  E_DELETED,
  E_ENDNOTE_CALL,
  E_FALLBACK,
  E_FIELD,
  E_FOOTNOTE_CALL,
  E_GALLERY,
  E_HYPHEN,
  E_INSERTED,
  E_INSTRUCTION,
  E_LANGUAGE,
  E_NOTE,
  E_PARAGRAPH,
  E_PARAGRAPH_PROPERTIES,
  E_PROPERTY,
  E_ROW,
  E_RUN,
  E_SKIPPED,
  E_STRUCTURED,
  E_STYLE,
  E_SYMBOL,
  E_TAB,
  E_TABLE,
  E_TEXT,
  E_TEXT_BOX
} element;

static const struct {
  const char *name;
  element element;
} names[] = {
    {"AlternateContent", E_ALTERNATE}, {"Choice", E_CHOICE},          {"Fallback", E_FALLBACK},
    {"br", E_BREAK},                   {"cr", E_BREAK},               {"del", E_DELETED},
    {"docPartGallery", E_GALLERY},     {"endnote", E_NOTE},           {"endnoteReference", E_ENDNOTE_CALL},
    {"fldChar", E_FIELD},              {"footnote", E_NOTE},          {"footnoteReference", E_FOOTNOTE_CALL},
    {"gridCol", E_COLUMN},             {"ilvl", E_PROPERTY},          {"ins", E_INSERTED},
    {"instrText", E_INSTRUCTION},      {"lang", E_LANGUAGE},          {"moveFrom", E_DELETED},
    {"moveTo", E_INSERTED},
    {"noBreakHyphen", E_HYPHEN},       {"numId", E_PROPERTY},         {"outlineLvl", E_PROPERTY},
    {"p", E_PARAGRAPH},                {"pPr", E_PARAGRAPH_PROPERTIES}, {"pPrChange", E_SKIPPED},
    {"pStyle", E_STYLE},               {"ptab", E_TAB},               {"r", E_RUN},
    {"rPrChange", E_SKIPPED},
    {"rt", E_SKIPPED},                 {"sdt", E_STRUCTURED},         {"sectPrChange", E_SKIPPED},
    {"sym", E_SYMBOL},                 {"t", E_TEXT},                 {"tab", E_TAB},
    {"tabs", E_SKIPPED},               {"tbl", E_TABLE},              {"tblGridChange", E_SKIPPED},
    {"tblPrChange", E_SKIPPED},        {"tc", E_CELL},                {"tcPrChange", E_SKIPPED},
    {"tr", E_ROW},                     {"trPrChange", E_SKIPPED},     {"txbxContent", E_TEXT_BOX},
};

typedef struct paragraph {
  policy__docx_style own;
  char style[STYLE_NAME];
  bool started, resolved, mark_deleted;
  bool spoken;        /* a run with letters has been composed, */
  char language[TAG]; /* and all such runs declare this language; "": none, or several */
} paragraph;

typedef struct table {
  uint32_t columns;
  bool cell; /* the row has a cell already */
} table;

/* What is put aside while a text box is read. */
typedef struct box {
  uint32_t cells;
  bool table;
} box;

typedef struct body {
  policy__docx_part part;
  policy__composer *composer;
  policy__docx_styles *styles;
  policy__docx_notes *notes;
  policy__docx_tally *tally;
  policy_status status;
  policy__array paragraphs, tables, boxes;
  policy_buffer label;
  uint32_t number;  /* of paragraphs */
  uint32_t skipped; /* open elements in one that is skipped */
  uint32_t deleted, properties, text, instruction;
  uint32_t cells; /* open cells of tables that are tables */
  bool table;     /* the open block is a table's */
  bool joining;   /* the next paragraph goes on with the last: the mark between them was deleted */
  uint32_t field_count;
  uint64_t codes; /* a bit for each open field that is at its code */
  char code[CODE + 1];
  char language[TAG]; /* that the open run declares */
  uint32_t contents_field, contents_structure; /* the open field, or structure, that is a table of contents; 0: none */
  uint32_t structures;
  uint32_t choice_count;
  bool chosen[CHOICES];
} body;

static void note(body *b, policy_status status) {
  if (b->status == POLICY_OK) b->status = status;
}

static policy_string words_of(const char *words) {
  return (policy_string){words, strlen(words)};
}

static void compose(body *b, policy_string piece) {
  policy__compose_text(b->composer, piece, POLICY__COMPOSED);
}

static paragraph *last_paragraph(const body *b) {
  return b->paragraphs.count > 0 ? POLICY__AT(&b->paragraphs, paragraph, b->paragraphs.count - 1) : NULL;
}

static table *last_table(const body *b) {
  return b->tables.count > 0 ? POLICY__AT(&b->tables, table, b->tables.count - 1) : NULL;
}

static element element_of(policy_string name) {
  size_t low = 0, high = sizeof names / sizeof *names;
  while (low < high) {
    size_t middle = low + (high - low) / 2, length = strlen(names[middle].name);
    int order = memcmp(name.data, names[middle].name, name.size < length ? name.size : length);
    if (order == 0) order = (name.size > length) - (name.size < length);
    if (order == 0) return names[middle].element;
    if (order > 0) low = middle + 1;
    else
      high = middle;
  }
  return E_OTHER;
}

/* ---- paragraphs ------------------------------------------------------------------------------------------ */

static void resolve(body *b, paragraph *p) {
  if (p->resolved) return;
  p->resolved = true;
  policy__docx_resolve(b->styles, words_of(p->style), &p->own);
  if (!p->own.says_outline) p->own.outline = p->own.built_in;
}

/* The paragraph's number as text, counted on. */
static void number_paragraph(body *b, paragraph *p) {
  b->label.size = 0;
  resolve(b, p);
  if (p->own.number > 0 && b->part != POLICY__DOCX_DEBRIS)
    note(b, policy__docx_number_next(b->styles, p->own.number, p->own.level, &b->label));
}

static void open_block(body *b, const paragraph *p) {
  char place[32];
  int size = snprintf(place, sizeof place, "paragraph %u", b->number);
  policy_block_record record = {.kind = POLICY_BLOCK_PARAGRAPH, .place = {place, (size_t)size}};
  if (b->contents_field > 0 || b->contents_structure > 0) record.kind = POLICY_BLOCK_BOILERPLATE;
  else if (p->own.outline >= 0) {
    record.kind = POLICY_BLOCK_HEADING;
    record.level = (uint32_t)p->own.outline + 1;
  } else if (b->label.size > 0) {
    record.kind = POLICY_BLOCK_LIST_ITEM;
    record.level = p->own.level + 1;
  }
  b->table = false;
  policy__compose_open(b->composer, &record);
}

/* Text begins in the paragraph. */
static void start(body *b) {
  paragraph *p = last_paragraph(b);
  if (p == NULL || p->started) return;
  p->started = true;
  number_paragraph(b, p);
  if (b->cells == 0 && b->part == POLICY__DOCX_MAIN) open_block(b, p);
  if (b->label.size == 0 || b->status != POLICY_OK) return;
  compose(b, (policy_string){b->label.data, b->label.size});
  compose(b, words_of(" "));
}

static void begin_paragraph(body *b) {
  policy_status status = POLICY_OK;
  if (b->part == POLICY__DOCX_MAIN && b->boxes.count == 0) b->number++;
  paragraph *p = policy__array_push(&b->paragraphs, &status);
  note(b, status);
  if (p == NULL) return;
  p->own.outline = p->own.built_in = POLICY__NO_OUTLINE;
  p->started = b->joining;
  b->joining = false;
  if (p->started) return;
  if (b->cells > 0) compose(b, words_of(" "));
  else if (b->part != POLICY__DOCX_MAIN)
    policy__compose_line(b->composer);
}

static void end_paragraph(body *b) {
  paragraph *p = last_paragraph(b);
  if (p == NULL) return;
  if (!p->started && !p->mark_deleted) number_paragraph(b, p); /* an empty one counts, too */
  b->joining = p->started && p->mark_deleted;
  b->paragraphs.count--;
}

/* ---- tables ---------------------------------------------------------------------------------------------- */

/* Whether the innermost table is a frame around paragraphs: it has one column and stands in no cell. */
static bool is_frame(const body *b) {
  const table *t = last_table(b);
  return t == NULL || (t->columns == 1 && b->cells == 0);
}

static void begin_table(body *b) {
  policy_status status = POLICY_OK;
  (void)policy__array_push(&b->tables, &status);
  note(b, status);
  if (b->cells == 0) b->table = false;
}

static void begin_row(body *b) {
  table *t = last_table(b);
  if (t != NULL) t->cell = false;
  if (is_frame(b)) return;
  if (b->cells > 0 || b->table || b->part != POLICY__DOCX_MAIN) {
    policy__compose_line(b->composer);
    return;
  }
  char place[32];
  int size = snprintf(place, sizeof place, "paragraph %u", b->number + 1);
  const policy_block_record record = {.kind = POLICY_BLOCK_TABLE, .place = {place, (size_t)size}};
  policy__compose_open(b->composer, &record);
  b->table = true;
}

static void begin_cell(body *b) {
  table *t = last_table(b);
  if (is_frame(b)) return;
  if (t->cell) policy__compose_cell(b->composer);
  t->cell = true;
  b->cells++;
}

static void end_cell(body *b) {
  b->joining = false;
  if (b->cells > 0) b->cells--;
}

static void end_table(body *b) {
  if (b->tables.count > 0) b->tables.count--;
  if (b->cells > 0) compose(b, words_of(" "));
  else
    b->table = false;
}

/* ---- text boxes and alternatives -------------------------------------------------------------------------- */

static void begin_box(body *b) {
  static const policy_block_record record = {.place = {"", 0}};
  policy_status status = POLICY_OK;
  const paragraph *around = last_paragraph(b);
  if (around != NULL && around->own.number == 0) start(b); /* the box stands behind its paragraph */
  box *kept = policy__array_push(&b->boxes, &status);
  note(b, status);
  if (kept == NULL) return;
  *kept = (box){b->cells, b->table};
  b->cells = 0;
  b->table = false;
  if (b->part == POLICY__DOCX_MAIN) policy__compose_aside(b->composer, &record);
}

static void end_box(body *b) {
  if (b->boxes.count == 0) return;
  const box *kept = POLICY__AT(&b->boxes, box, --b->boxes.count);
  if (b->part == POLICY__DOCX_MAIN) policy__compose_back(b->composer);
  b->cells = kept->cells;
  b->table = kept->table;
  b->joining = false;
}

/* One of several forms of the same: the first is taken. */
static void begin_choice(body *b) {
  if (b->choice_count == 0 || b->choice_count > CHOICES || b->chosen[b->choice_count - 1]) b->skipped = 1;
  else
    b->chosen[b->choice_count - 1] = true;
}

/* ---- notes ----------------------------------------------------------------------------------------------- */

int policy__docx_by_id(const void *a, const void *b) {
  int32_t x = ((const policy__docx_note *)a)->id, y = ((const policy__docx_note *)b)->id;
  return (x > y) - (x < y);
}

int32_t policy__docx_id(policy_string value) {
  char digits[16];
  size_t size = value.size < sizeof digits ? value.size : sizeof digits - 1;
  memcpy(digits, value.data, size);
  digits[size] = '\0';
  return (int32_t)strtol(digits, NULL, 10);
}

static void compose_lines(policy__composer *composer, policy_string text) {
  while (text.size > 0) {
    const char *end = memchr(text.data, '\n', text.size);
    size_t size = end != NULL ? (size_t)(end - text.data) : text.size;
    policy__compose_text(composer, (policy_string){text.data, size}, POLICY__COMPOSED);
    if (end == NULL) return;
    policy__compose_line(composer);
    text = (policy_string){end + 1, text.size - size - 1};
  }
}

/* Puts a note aside, with its number. One that is called again stands there already. */
static void put_note(policy__docx_notes *notes, policy__docx_note *found, uint32_t number, policy__composer *composer) {
  char place[32], digits[16];
  policy_string text = {"", found->text.end - found->text.begin};
  int size = snprintf(place, sizeof place, "%s %d", notes->name, found->id);
  const policy_block_record record = {.kind = POLICY_BLOCK_FOOTNOTE, .place = {place, (size_t)size}};
  if (text.size > 0) text.data = notes->text.data + found->text.begin;
  if (found->used) return;
  found->used = true;
  policy__compose_aside(composer, &record);
  if (number > 0 && text.size > 0) {
    (void)snprintf(digits, sizeof digits, "%u ", number);
    policy__compose_text(composer, words_of(digits), POLICY__COMPOSED);
  }
  compose_lines(composer, text);
  policy__compose_back(composer);
}

static void call_note(body *b, const policy__xml_element *e, policy__docx_notes *notes) {
  const policy__docx_note key = {.id = policy__docx_id(policy__xml_attribute(e, "id"))};
  if (notes == NULL || notes->notes.count == 0 || b->deleted > 0) return;
  policy__docx_note *found = bsearch(&key, notes->notes.items, notes->notes.count, notes->notes.item, policy__docx_by_id);
  policy_string own = policy__xml_attribute(e, "customMarkFollows");
  bool marked = own.size > 0 && !policy__equal_word(own, "0") && !policy__equal_word(own, "false");
  if (found == NULL) return;
  start(b);
  if (!marked) b->tally->notes++;
  put_note(notes, found, marked ? 0 : b->tally->notes, b->composer);
}

void policy__docx_rest(policy__docx_notes *notes, policy__composer *composer) {
  for (size_t i = 0; i < notes->notes.count; i++)
    put_note(notes, POLICY__AT(&notes->notes, policy__docx_note, i), 0, composer);
}

static void begin_note(body *b, const policy__xml_element *e) {
  policy_string type = policy__xml_attribute(e, "type");
  if (type.size > 0 && !policy__equal_word(type, "normal")) {
    b->skipped = 1; /* the line between text and notes */
    return;
  }
  const policy_block_record record = {.kind = POLICY_BLOCK_FOOTNOTE, .place = policy__xml_attribute(e, "id")};
  if (b->part == POLICY__DOCX_NOTES) policy__compose_open(b->composer, &record);
}

/* ---- fields ---------------------------------------------------------------------------------------------- */

static void at_field(body *b, const policy__xml_element *e) {
  policy_string type = policy__xml_attribute(e, "fldCharType");
  if (policy__equal_word(type, "begin")) {
    b->code[0] = '\0';
    if (++b->field_count <= FIELDS) b->codes |= (uint64_t)1 << b->field_count;
  } else if (policy__equal_word(type, "separate") && b->field_count > 0 && b->field_count <= FIELDS) {
    b->codes &= ~((uint64_t)1 << b->field_count);
    if (strncmp(b->code, "TOC", 3) == 0 && b->contents_field == 0) b->contents_field = b->field_count;
    b->code[0] = '\0';
  } else if (policy__equal_word(type, "end") && b->field_count > 0) {
    if (b->contents_field == b->field_count) b->contents_field = 0;
    if (b->field_count <= FIELDS) b->codes &= ~((uint64_t)1 << b->field_count);
    b->field_count--;
  }
}

/* Keeps the beginning of a field's code. */
static void take_code(body *b, policy_string piece) {
  size_t size = strlen(b->code);
  for (size_t i = 0; i < piece.size && size < CODE; i++)
    if (piece.data[i] > ' ' || size > 0) b->code[size++] = piece.data[i] == '\0' ? ' ' : piece.data[i];
  b->code[size] = '\0';
}

/* ---- runs ------------------------------------------------------------------------------------------------ */

static bool is_text(const body *b) {
  return b->deleted == 0 && b->codes == 0 && b->paragraphs.count > 0;
}

static bool has_letters(policy_string piece) {
  for (size_t i = 0; i < piece.size; i++)
    if ((unsigned char)piece.data[i] >= 'A') return true;
  return false;
}

/* A block is declared to be in a language where all its runs are. */
static void declare(body *b, policy_string piece) {
  paragraph *p = last_paragraph(b);
  if (b->cells > 0 || b->part != POLICY__DOCX_MAIN || b->boxes.count > 0 || !has_letters(piece)) return;
  if (p->spoken && strcmp(p->language, b->language) == 0) return;
  if (p->spoken && p->language[0] == '\0') return;
  memcpy(p->language, p->spoken ? "" : b->language, p->spoken ? 1 : TAG);
  p->spoken = true;
  policy__compose_declare(b->composer, words_of(p->language));
}

static void put(body *b, policy_string piece) {
  if (!is_text(b)) return;
  start(b);
  declare(b, piece);
  compose(b, piece);
}

static void take_language(body *b, const policy__xml_element *e) {
  policy_string tag = policy__xml_attribute(e, "val");
  size_t size = tag.size < TAG ? tag.size : 0;
  memcpy(b->language, tag.data, size);
  b->language[size] = '\0';
}

static void put_symbol(body *b, const policy__xml_element *e) {
  char digits[8] = "", utf8[5] = "\xE2\x80\xA2";
  policy_string value = policy__xml_attribute(e, "char");
  if (value.size == 0 || value.size >= sizeof digits) return;
  memcpy(digits, value.data, value.size);
  unsigned long point = strtoul(digits, NULL, 16);
  bool own = point >= 0x80 && point < 0xD800; /* beyond: a font's own sign, which no text can show */
  if (own) utf8[policy__utf8_write((uint32_t)point, utf8)] = '\0';
  put(b, words_of(utf8));
}

static void put_break(body *b, const policy__xml_element *e) {
  policy_string type = policy__xml_attribute(e, "type");
  bool line = type.size == 0 || policy__equal_word(type, "textWrapping");
  if (!is_text(b)) return;
  const paragraph *p = last_paragraph(b);
  if (line && b->cells == 0 && p->started) policy__compose_line(b->composer);
  else if (p->started)
    compose(b, words_of(" "));
}

/* ---- the walk -------------------------------------------------------------------------------------------- */

static void begin_in_properties(body *b, element what, const policy__xml_element *e) {
  paragraph *p = last_paragraph(b);
  if (p == NULL) return;
  if (what == E_PROPERTY) policy__docx_property(&p->own, e);
  if (what == E_DELETED) p->mark_deleted = true;
  if (what == E_STYLE) {
    policy_string value = policy__xml_attribute(e, "val");
    size_t size = value.size < STYLE_NAME ? value.size : 0;
    memcpy(p->style, value.data, size);
    p->style[size] = '\0';
  }
}

static void begin_content(body *b, element what, const policy__xml_element *e) {
  switch (what) {
    case E_PARAGRAPH: begin_paragraph(b); break;
    case E_TABLE: begin_table(b); break;
    case E_COLUMN:
      if (last_table(b) != NULL) last_table(b)->columns++;
      break;
    case E_ROW: begin_row(b); break;
    case E_CELL: begin_cell(b); break;
    case E_TEXT_BOX: begin_box(b); break;
    case E_ALTERNATE:
      if (b->choice_count < CHOICES) b->chosen[b->choice_count] = false;
      b->choice_count++;
      break;
    case E_CHOICE:
    case E_FALLBACK: begin_choice(b); break;
    case E_NOTE: begin_note(b, e); break;
    case E_FOOTNOTE_CALL: call_note(b, e, b->notes); break;
    case E_ENDNOTE_CALL: call_note(b, e, b->notes != NULL ? b->notes + 1 : NULL); break;
    case E_FIELD: at_field(b, e); break;
    case E_INSTRUCTION: b->instruction++; break;
    case E_RUN: b->language[0] = '\0'; break;
    case E_LANGUAGE: take_language(b, e); break;
    case E_TEXT: b->text++; break;
    case E_TAB: put(b, words_of(" ")); break;
    case E_BREAK: put_break(b, e); break;
    case E_HYPHEN: put(b, words_of("-")); break;
    case E_SYMBOL: put_symbol(b, e); break;
    case E_DELETED:
      b->deleted++;
      b->tally->deletions++;
      break;
    case E_INSERTED: b->tally->insertions++; break;
    case E_STRUCTURED: b->structures++; break;
    case E_GALLERY:
      if (policy__equal_word(policy__xml_attribute(e, "val"), "Table of Contents") && b->contents_structure == 0)
        b->contents_structure = b->structures;
      break;
    default: break;
  }
}

static policy_status begin(void *context, const policy__xml_element *e) {
  body *b = context;
  element what = element_of(e->name);
  if (b->skipped > 0) {
    b->skipped++;
    return b->status;
  }
  if (what == E_SKIPPED) b->skipped = 1;
  else if (what == E_PARAGRAPH_PROPERTIES)
    b->properties++;
  else if (b->properties > 0)
    begin_in_properties(b, what, e);
  else
    begin_content(b, what, e);
  note(b, b->composer->status);
  return b->status;
}

static policy_status text(void *context, policy_string piece, uint64_t source) {
  body *b = context;
  (void)source;
  if (b->skipped > 0) return b->status;
  if (b->instruction > 0 && b->codes != 0) take_code(b, piece);
  else if (b->text > 0 && is_text(b))
    put(b, piece);
  note(b, b->composer->status);
  return b->status;
}

static policy_status end(void *context, policy_string name) {
  body *b = context;
  element what = element_of(name);
  if (b->skipped > 0) {
    b->skipped--;
    return b->status;
  }
  if (what == E_PARAGRAPH_PROPERTIES && b->properties > 0) b->properties--;
  else if (b->properties > 0)
    return b->status;
  switch (what) {
    case E_PARAGRAPH: end_paragraph(b); break;
    case E_TABLE: end_table(b); break;
    case E_CELL: end_cell(b); break;
    case E_TEXT_BOX: end_box(b); break;
    case E_ALTERNATE: b->choice_count -= b->choice_count > 0; break;
    case E_INSTRUCTION: b->instruction -= b->instruction > 0; break;
    case E_TEXT: b->text -= b->text > 0; break;
    case E_DELETED: b->deleted -= b->deleted > 0; break;
    case E_STRUCTURED:
      if (b->contents_structure == b->structures) b->contents_structure = 0;
      b->structures -= b->structures > 0;
      break;
    default: break;
  }
  note(b, b->composer->status);
  return b->status;
}

policy_status policy__docx_compose(policy__docx_part part, policy_string xml, policy__docx_styles *styles,
                                   policy__docx_notes *notes, policy__docx_tally *tally, policy__composer *composer,
                                   const policy_limits *limits, const policy_allocator *allocator, policy_error *error) {
  const policy_block_record debris = {.kind = POLICY_BLOCK_BOILERPLATE, .place = {"", 0}};
  body b = {.part = part, .composer = composer, .styles = styles, .notes = notes, .tally = tally};
  const policy__xml_handler handler = {&b, begin, text, end};
  policy__xml_oddities oddities = {0, 0};
  b.label.allocator = *allocator;
  policy__array_init(&b.paragraphs, allocator, sizeof(paragraph), UINT32_MAX);
  policy__array_init(&b.tables, allocator, sizeof(table), UINT32_MAX);
  policy__array_init(&b.boxes, allocator, sizeof(box), UINT32_MAX);
  if (part == POLICY__DOCX_DEBRIS) policy__compose_open(composer, &debris);
  policy_status status = policy__xml_parse(xml.data, xml.size, limits, allocator, &handler, &oddities, error);
  while (b.boxes.count > 0) end_box(&b);
  policy__array_free(&b.paragraphs);
  policy__array_free(&b.tables);
  policy__array_free(&b.boxes);
  policy_buffer_free(&b.label);
  return status;
}
