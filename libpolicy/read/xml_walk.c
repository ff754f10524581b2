/* Elements to blocks. */
#include "read/xml_walk.h"

#include <stdio.h>
#include <string.h>

#include "base/equal.h"
#include "base/hash.h"
#include "read/html_page.h"
#include "read/scan.h"
#include "text/language.h"

enum { PATH = 120 /* bytes of the longest XPath that is told */, TAIL = 8 /* bytes of marks behind a quotation */ };

static const char DASH = '\x94'; /* the last byte of an em dash */

void policy__walk_init(policy__walk *walk, policy__composer *composer, const policy_allocator *allocator) {
  *walk = (policy__walk){.composer = composer, .vocabulary = POLICY__ANY_XML, .place = ""};
  walk->places.allocator = walk->path.allocator = *allocator;
  walk->term.allocator = walk->speaker.allocator = *allocator;
  policy__array_init(&walk->frames, allocator, sizeof(policy__xml_frame), UINT32_MAX);
  policy__lists_init(&walk->lists, allocator);
}

void policy__walk_free(policy__walk *walk) {
  policy__array_free(&walk->frames);
  policy_buffer_free(&walk->places);
  policy_buffer_free(&walk->path);
  policy_buffer_free(&walk->term);
  policy_buffer_free(&walk->speaker);
  policy__lists_free(&walk->lists);
}

static policy__xml_frame *frame_at(const policy__walk *w, size_t n) {
  return POLICY__AT(&w->frames, policy__xml_frame, n);
}

static policy__xml_frame *top_of(const policy__walk *w) {
  return frame_at(w, w->frames.count - 1);
}

static void note(policy__walk *w, policy_status status) {
  if (w->status == POLICY_OK) w->status = status;
}

static bool is_white(policy_string piece) {
  for (size_t i = 0; i < piece.size; i++)
    if (strchr(" \t\r\n", piece.data[i]) == NULL || piece.data[i] == '\0') return false;
  return true;
}

static policy_string words_of(const char *words) {
  return (policy_string){words, strlen(words)};
}

/* ---- places ---------------------------------------------------------------------------------------------- */

/* The n-th element of its name among its siblings; 0 where there are too many names to count. */
static uint32_t count_sibling(policy__xml_frame *parent, policy_string name) {
  uint32_t hash = (uint32_t)policy__hash(name.data, name.size, 0) | 1;
  for (size_t i = 0; i < POLICY__SIBLINGS; i++) {
    if (parent->siblings[i].hash != hash && parent->siblings[i].hash != 0) continue;
    parent->siblings[i].hash = hash;
    return ++parent->siblings[i].count;
  }
  return 0;
}

static policy_string held(const policy__walk *w, policy_span span) {
  return span.end > span.begin ? (policy_string){w->places.data + span.begin, span.end - span.begin}
                               : (policy_string){"", 0};
}

/* The place of the element: its id, or that of the nearest one around it, unless that is the whole document's; else an
   XPath. */
static policy_string place_of(policy__walk *w, size_t n) {
  w->path.size = 0;
  note(w, policy_buffer_append(&w->path, w->place, strlen(w->place)));
  for (size_t i = n; i > 0; i--) {
    policy_string id = held(w, frame_at(w, i)->place);
    if (id.size == 0) continue;
    if (w->path.size > 0) note(w, policy_buffer_append(&w->path, "#", 1));
    note(w, policy_buffer_append(&w->path, id.data, id.size));
    return w->status == POLICY_OK ? (policy_string){w->path.data, w->path.size} : id;
  }
  for (size_t i = 0; i <= n && w->status == POLICY_OK; i++) {
    const policy__xml_frame *frame = frame_at(w, i);
    policy_string name = held(w, frame->name);
    char number[16];
    if (frame->number == 0 || w->path.size + name.size > PATH) return words_of(w->place);
    note(w, policy_buffer_append(&w->path, "/", 1));
    note(w, policy_buffer_append(&w->path, name.data, name.size));
    int size = i > 0 ? snprintf(number, sizeof number, "[%u]", frame->number) : 0;
    note(w, policy_buffer_append(&w->path, number, (size_t)size));
  }
  return w->status == POLICY_OK ? (policy_string){w->path.data, w->path.size} : (policy_string){"", 0};
}

/* ---- blocks ---------------------------------------------------------------------------------------------- */

static bool is_small(policy__role role) {
  return role == POLICY__ROLE_INLINE || role == POLICY__ROLE_MARKED || role == POLICY__ROLE_BREAK;
}

/* The innermost open element that is no part of a paragraph: an unknown one counts where nothing known but containers
   stands around it. */
static size_t find_owner(const policy__walk *w) {
  size_t unknown = 0;
  for (size_t n = w->frames.count; n > 0; n--) {
    policy__role role = frame_at(w, n - 1)->role;
    bool loose = role == POLICY__ROLE_NONE || role == POLICY__ROLE_TITLE;
    if (loose && unknown == 0) unknown = n;
    if (loose || is_small(role)) continue;
    bool container = role == POLICY__ROLE_CONTAINER || role == POLICY__ROLE_DIVISION || role == POLICY__ROLE_CLAUSE ||
                     role == POLICY__ROLE_QUOTE || role == POLICY__ROLE_DEBRIS || role == POLICY__ROLE_SPEECH;
    return container && unknown > 0 ? unknown : n;
  }
  return unknown > 0 ? unknown : 1;
}

/* The language that is declared here, where it is not that of the whole. */
static policy_string declared(const policy__walk *w) {
  const policy_string nothing = {"", 0};
  policy_string language = held(w, top_of(w)->language);
  return policy__language_is_same(language, held(w, frame_at(w, 0)->language)) ? nothing : language;
}

/* Kind and level of a block that begins with text, or whose lead has just been followed by text. */
static policy_block_record kind_here(policy__walk *w, bool led) {
  const policy__xml_frame *frame = top_of(w);
  policy_block_record record = {.kind = frame->kind, .level = frame->level, .language = declared(w)};
  if (frame->forced || frame->kind != POLICY_BLOCK_PARAGRAPH) return record;
  for (size_t n = w->frames.count; n > 0; n--) {
    policy__xml_frame *around = frame_at(w, n - 1);
    bool item = around->role == POLICY__ROLE_ITEM && !around->used;
    if (around->role != POLICY__ROLE_ITEM && around->role != POLICY__ROLE_CLAUSE) continue;
    around->used = true;
    if (!item && !led) break;
    record.kind = POLICY_BLOCK_LIST_ITEM;
    record.level = around->items;
    break;
  }
  return record;
}

static void compose(policy__walk *w, policy_string piece) {
  policy__compose_text(w->composer, piece, POLICY__COMPOSED);
}

/* Begins the block that text is for. */
static void open_block(policy__walk *w) {
  policy_block_record record = kind_here(w, false);
  w->owner = find_owner(w);
  record.place = place_of(w, w->owner - 1);
  policy__compose_open(w->composer, &record);
  w->filling = POLICY__FILL_BLOCK;
  w->table = false;
  bool counted = record.kind == POLICY_BLOCK_LIST_ITEM || record.kind == POLICY_BLOCK_FOOTNOTE ||
                 w->vocabulary == POLICY__OPEN_DOCUMENT;
  if (!counted) w->lists.label.size = 0;
  if (w->speaker.size > 0) compose(w, (policy_string){w->speaker.data, w->speaker.size});
  if (w->open[0] != '\0') compose(w, words_of(w->open));
  w->speaker.size = 0;
  w->open[0] = '\0';
}

static uint32_t heading_level(const policy__walk *w, size_t container) {
  uint32_t level = w->titled ? 2 : 1;
  for (size_t n = 0; n < container; n++) level += frame_at(w, n)->titled;
  return level;
}

/* The number that stands alone in the open block: it is a heading's, or a paragraph's. */
static void settle_lead(policy__walk *w, bool heading) {
  if (w->filling != POLICY__FILL_LEAD) return;
  policy_block_record record = kind_here(w, true);
  policy__xml_frame *division = frame_at(w, w->lead - 1);
  if (heading && record.kind != POLICY_BLOCK_QUOTE && record.kind != POLICY_BLOCK_BOILERPLATE) {
    record.kind = POLICY_BLOCK_HEADING;
    record.level = heading_level(w, w->lead - 1);
    division->titled = true;
  }
  policy__compose_recast(w->composer, record.kind, record.level);
  if (policy__compose_last(w->composer) != DASH) compose(w, (policy_string){" ", 1});
  w->filling = heading ? POLICY__FILL_NOTHING : POLICY__FILL_BLOCK;
  w->owner = find_owner(w);
  if (w->open[0] == '\0') return;
  compose(w, words_of(w->open));
  w->open[0] = '\0';
}

/* A paragraph or the like begins or ends: text goes to a new block, unless a number waits for it. */
static void part(policy__walk *w) {
  if (w->cells > 0 || w->notes > 0) {
    policy__compose_text(w->composer, (policy_string){" ", 1}, POLICY__COMPOSED);
    return;
  }
  if (w->filling != POLICY__FILL_LEAD) w->filling = POLICY__FILL_NOTHING;
}

/* ---- text ------------------------------------------------------------------------------------------------ */

/* Whether a piece is what stands behind a quotation: marks without letters. */
static bool is_tail(policy_string piece) {
  piece = policy__trim(piece);
  if (piece.size > TAIL) return false;
  for (size_t i = 0; i < piece.size; i++) {
    unsigned char c = (unsigned char)piece.data[i];
    if (strchr(".,;:!?)]\"'", (char)c) != NULL) continue;
    if (piece.size - i < 3 || memcmp(piece.data + i, "\xE2\x80", 2) != 0) return false;
    unsigned char last = (unsigned char)piece.data[i + 2];
    if (last < 0x98 || last > 0x9F) return false; /* curved quotation marks */
    i += 2;
  }
  return true;
}

/* The number of the item that a text is the first of, unless it has one. */
static void put_label(policy__walk *w, policy_string piece) {
  bool own = top_of(w)->role == POLICY__ROLE_NUMBER || policy__label_is_own(piece, w->lists.number);
  if (!own) compose(w, (policy_string){w->lists.label.data, w->lists.label.size});
  w->lists.label.size = 0;
}

policy_status policy__walk_text(void *context, policy_string piece, uint64_t source) {
  policy__walk *w = context;
  if (w->collector != NULL) note(w, policy__collect_text(w->collector, piece));
  if (w->skipped > 0 || w->frames.count == 0) return w->status;
  bool white = is_white(piece);
  if (w->filling == POLICY__FILL_NOTHING && w->cells == 0 && w->notes == 0) {
    if (white) return w->status;
    bool marked = top_of(w)->role == POLICY__ROLE_NUMBER;
    if (w->composer->open && !w->table && !marked && is_tail(piece)) policy__compose_tight(w->composer);
    else
      open_block(w);
  }
  if (w->filling == POLICY__FILL_LEAD && !white && top_of(w)->role != POLICY__ROLE_NUMBER) settle_lead(w, false);
  if (w->lists.label.size > 0 && !white) put_label(w, piece);
  const policy__xml_frame *frame = top_of(w);
  bool back = frame->link == POLICY__LINK_BACK && frame->kind == POLICY_BLOCK_FOOTNOTE;
  if (white || (!frame->raised && frame->link != POLICY__LINK_CALL && !back))
    policy__compose_text(w->composer, piece, source);
  else if (!back || policy__note_is_numbered(piece))
    policy__compose_raised(w->composer, piece, frame->link == POLICY__LINK_CALL, source);
  w->ended = false;
  note(w, w->composer->status);
  return w->status;
}

/* ---- beginnings ------------------------------------------------------------------------------------------ */

/* Appends to walk.places; ids that no one could read are none. */
static policy_span hold(policy__walk *w, policy_string string) {
  policy_span span = {(uint32_t)w->places.size, (uint32_t)w->places.size};
  if (string.size == 0 || string.size > 1024) return span;
  note(w, policy_buffer_append(&w->places, string.data, string.size));
  span.end = (uint32_t)w->places.size;
  return span;
}

/* Whether text stands in elements of that name. */
static bool is_textual(const policy__walk *w, policy_string name) {
  uint32_t hash = (uint32_t)policy__hash(name.data, name.size, 0) % POLICY__WALK_NAMES;
  return (w->textual[hash / 8] >> hash % 8 & 1) != 0;
}

/* The role of an element that begins. In an unknown vocabulary what somewhere holds text is a paragraph, and what stands
   in a paragraph is a part of it. */
static policy__role role_of(const policy__walk *w, policy_string name) {
  policy__role role = policy__xml_role(w->vocabulary, name);
  if (role != POLICY__ROLE_NONE || w->vocabulary != POLICY__ANY_XML || w->textual == NULL) return role;
  policy__role around = w->frames.count > 0 ? top_of(w)->role : POLICY__ROLE_CONTAINER;
  bool clause = around == POLICY__ROLE_CLAUSE && is_textual(w, held(w, top_of(w)->name));
  if (clause || around == POLICY__ROLE_BLOCK || around == POLICY__ROLE_HEADING || is_small(around))
    return POLICY__ROLE_INLINE;
  return is_textual(w, name) ? POLICY__ROLE_BLOCK : POLICY__ROLE_NONE;
}

/* What a raised element, or a link, makes of the text in it. */
static void set_raised(const policy__walk *w, policy__xml_frame *frame, const policy__xml_element *element) {
  policy_string name = element->name;
  if (policy__equal_word(name, "sup") || policy__equal_word(name, "superscript")) frame->raised = true;
  if (w->vocabulary == POLICY__JATS && policy__equal_word(name, "xref") &&
      policy__equal_word(policy__xml_attribute(element, "ref-type"), "fn"))
    frame->link = POLICY__LINK_CALL;
  if (w->vocabulary != POLICY__XHTML || !policy__equal_word(name, "a")) return;
  const policy_string names[] = {policy__xml_attribute(element, "role"), policy__xml_attribute(element, "epub:type"),
                                 policy__xml_attribute(element, "class")};
  frame->link = (uint8_t)policy__note_link_of(policy__xml_attribute(element, "href"), names, 3, frame->raised);
}

/* The language that an element declares, or the style of a paragraph of an OpenDocument; "" for none. */
static policy_string language_of(const policy__walk *w, const policy__xml_element *element) {
  policy_string language = policy__xml_attribute(element, "xml:lang");
  if (w->vocabulary != POLICY__OPEN_DOCUMENT)
    return language.size > 0 ? language : policy__xml_attribute(element, "lang");
  bool paragraph = policy__equal_word(element->name, "p") || policy__equal_word(element->name, "h");
  if (!paragraph || w->lists.styles == NULL) return language;
  return policy__odt_language(w->lists.styles, policy__xml_attribute(element, "style-name"));
}

/* Adds the frame of an element, with what it takes over from the one around it. */
static policy__xml_frame *push(policy__walk *w, const policy__xml_element *element) {
  static const char *const ids[] = {"eId", "identifier", "xml:id", "id", "ID"};
  policy__xml_frame frame = {.role = role_of(w, element->name), .kind = POLICY_BLOCK_PARAGRAPH, .number = 1};
  if (w->frames.count > 0) {
    policy__xml_frame *parent = top_of(w);
    frame.kind = parent->kind;
    frame.forced = parent->forced;
    frame.level = parent->level;
    frame.items = parent->items;
    frame.raised = parent->raised;
    frame.language = parent->language;
    frame.link = parent->link;
    frame.number = count_sibling(parent, element->name);
  }
  set_raised(w, &frame, element);
  frame.name = hold(w, element->name);
  policy_string id = {"", 0};
  for (size_t i = 0; i < sizeof ids / sizeof *ids && id.size == 0; i++) id = policy__xml_attribute(element, ids[i]);
  frame.place = hold(w, id);
  policy_string language = language_of(w, element);
  if (language.size > 0) frame.language = hold(w, language);
  policy_status status = w->status;
  policy__xml_frame *place = status == POLICY_OK ? policy__array_push(&w->frames, &status) : NULL;
  if (place != NULL) *place = frame;
  note(w, status);
  return place;
}

static void set_kind(policy__xml_frame *frame, policy_block_kind kind, bool forced) {
  if (frame->forced) return;
  frame->kind = kind;
  frame->forced = forced;
  frame->level = 0;
}

static void begin_heading(policy__walk *w, policy__xml_frame *frame, const policy__xml_element *element) {
  policy_string name = element->name;
  size_t container = w->frames.count - 1;
  if (w->cells > 0 || w->notes > 0) return;
  uint32_t level = heading_level(w, container > 0 ? container - 1 : 0);
  policy_string outline = policy__xml_attribute(element, "outline-level");
  bool web = w->vocabulary == POLICY__ANY_XML || w->vocabulary == POLICY__XHTML;
  bool numbered = web && name.size == 2 && name.data[1] >= '1' && name.data[1] <= '6';
  if (numbered) level = (uint32_t)(name.data[1] - '0');
  if (outline.size == 1 && *outline.data >= '1' && *outline.data <= '9') level = (uint32_t)(*outline.data - '0');
  if (frame->role == POLICY__ROLE_SUBHEADING) level++;
  set_kind(frame, POLICY_BLOCK_HEADING, false);
  if (frame->forced) {
    part(w);
    return;
  }
  frame->level = level;
  if (container > 0 && frame->role == POLICY__ROLE_HEADING) frame_at(w, container - 1)->titled = !numbered;
  if (w->filling != POLICY__FILL_LEAD) {
    w->filling = POLICY__FILL_NOTHING;
    return;
  }
  policy__compose_recast(w->composer, POLICY_BLOCK_HEADING, level);
  policy__compose_text(w->composer, (policy_string){" ", 1}, POLICY__COMPOSED);
  w->filling = POLICY__FILL_BLOCK;
  w->owner = w->frames.count;
}

/* Keeps a quotation mark of at most seven bytes. */
static void keep_mark(char kept[8], policy_string mark) {
  size_t size = mark.size < 8 ? mark.size : 0;
  memcpy(kept, mark.data, size);
  kept[size] = '\0';
}

static void begin_quote(policy__walk *w, policy__xml_frame *frame, const policy__xml_element *element) {
  policy_string mark = policy__xml_attribute(element, "startQuote");
  keep_mark(frame->close, policy__xml_attribute(element, "endQuote"));
  if (frame->role == POLICY__ROLE_MARKED) {
    if (mark.size > 0) (void)policy__walk_text(w, mark, POLICY__COMPOSED);
    return;
  }
  if (w->filling == POLICY__FILL_LEAD) settle_lead(w, false);
  part(w);
  set_kind(frame, POLICY_BLOCK_QUOTE, true);
  keep_mark(w->open, mark);
}

static void begin_note(policy__walk *w, policy__xml_frame *frame, const policy__xml_element *element) {
  policy_block_record record = {
      .kind = POLICY_BLOCK_FOOTNOTE, .place = place_of(w, w->frames.count - 1), .language = declared(w)};
  policy_string marker = policy__xml_attribute(element, "marker");
  if (frame->role == POLICY__ROLE_FOLIO) record.kind = POLICY_BLOCK_BOILERPLATE;
  if (policy__equal_word(element->name, "text-box")) record.kind = POLICY_BLOCK_PARAGRAPH;
  frame->filling = (uint8_t)w->filling;
  w->notes++;
  policy__compose_aside(w->composer, &record);
  w->filling = POLICY__FILL_BLOCK;
  compose(w, marker);
  compose(w, (policy_string){" ", 1});
}

static void begin_row(policy__walk *w) {
  if (w->cells > 0 || w->notes > 0 || w->table) {
    policy__compose_line(w->composer);
    return;
  }
  policy_block_record record = {
      .kind = POLICY_BLOCK_TABLE, .place = place_of(w, w->frames.count - 1), .language = declared(w)};
  const policy__xml_frame *frame = top_of(w);
  if (frame->forced) record.kind = frame->kind;
  policy__compose_open(w->composer, &record);
  w->filling = POLICY__FILL_BLOCK;
  w->owner = SIZE_MAX;
  w->table = true;
}

static void begin_cell(policy__walk *w) {
  policy__xml_frame *row = w->frames.count > 1 ? frame_at(w, w->frames.count - 2) : NULL;
  if (w->cells == 0 && w->notes == 0 && !w->table) begin_row(w);
  if (row != NULL && row->cells) policy__compose_cell(w->composer);
  if (row != NULL) row->cells = true;
  w->cells++;
}

/* A name in front of a speech, from the attribute that refers to the speaker. */
static void begin_speech(policy__walk *w, const policy__xml_element *element) {
  policy_string who = policy__xml_attribute(element, "who");
  part(w);
  if (who.size > 1 && *who.data == '#' && who.size < 256 && !w->named) {
    w->speaker.size = 0;
    note(w, policy_buffer_append(&w->speaker, who.data + 1, who.size - 1));
    note(w, policy_buffer_append(&w->speaker, ": ", 2));
  }
  w->named = false;
}

/* A field of a title page, which layout keeps apart from its label; the name that a placeholder stands for, where the
   document says it among its terms. */
static void begin_inline(policy__walk *w, const policy__xml_element *element) {
  bool field = element->name.size > 3 && memcmp(element->name.data, "doc", 3) == 0;
  if (field && w->ended && w->filling == POLICY__FILL_BLOCK) compose(w, (policy_string){" ", 1});
  bool space = w->vocabulary == POLICY__OPEN_DOCUMENT &&
               (policy__equal_word(element->name, "s") || policy__equal_word(element->name, "tab"));
  if (space || policy__equal_word(element->name, "marker")) compose(w, (policy_string){" ", 1}); /* a tab */
  if (w->collector == NULL || !policy__equal_word(policy__xml_attribute(element, "class"), "placeholder")) return;
  policy_string term = policy__collect_term(w->collector, policy__xml_attribute(element, "href"));
  w->term.size = 0;
  note(w, policy_buffer_append(&w->term, term.data, term.size)); /* the collector may take it in */
  if (term.size > 0 && w->status == POLICY_OK)
    (void)policy__walk_text(w, (policy_string){w->term.data, w->term.size}, POLICY__COMPOSED);
}

static void begin_item(policy__walk *w, policy__xml_frame *frame, const policy__xml_element *element) {
  part(w);
  if (frame->role == POLICY__ROLE_ITEM) note(w, policy__lists_item(&w->lists, element));
  frame->items++;
  frame->used = false;
}

/* Whether a number in front stays in front of what begins now. */
static bool keeps_lead(policy__role role) {
  return role == POLICY__ROLE_HEADING || role == POLICY__ROLE_SUBHEADING || role == POLICY__ROLE_NUMBER ||
         role == POLICY__ROLE_NOTE || role == POLICY__ROLE_FOLIO || role == POLICY__ROLE_SKIP || is_small(role);
}

/* Whether an element of a book names itself a note, or notes. */
static bool is_notes(policy__walk *w, const policy__xml_element *element) {
  static const char *const names[] = {"epub:type", "role", "class", "id"};
  uint16_t hints = 0;
  if (w->vocabulary != POLICY__XHTML) return false;
  if (!w->hinted) policy__html_hints_init(&w->hints);
  w->hinted = true;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    hints |= policy__html_hints(&w->hints, policy__xml_attribute(element, names[i]));
  return (hints & POLICY__HINT_NOTES) != 0;
}

/* A list opens, or a paragraph of one begins. */
static void begin_counting(policy__walk *w, policy__xml_frame *frame, const policy__xml_element *element) {
  if (frame->role == POLICY__ROLE_CONTAINER)
    note(w, policy__lists_begin(&w->lists, w->vocabulary, element, &frame->list));
  if (w->vocabulary == POLICY__OPEN_DOCUMENT && w->notes == 0 &&
      (frame->role == POLICY__ROLE_BLOCK || frame->role == POLICY__ROLE_HEADING))
    note(w, policy__lists_paragraph(&w->lists, element));
}

static void begin_by_role(policy__walk *w, policy__xml_frame *frame, const policy__xml_element *element) {
  const policy__xml_frame *led = w->filling == POLICY__FILL_LEAD ? frame_at(w, w->lead - 1) : NULL;
  if (led != NULL && led->role == POLICY__ROLE_DIVISION && !led->titled && !keeps_lead(frame->role))
    settle_lead(w, true);
  switch (frame->role) {
    case POLICY__ROLE_HEADING:
    case POLICY__ROLE_SUBHEADING: begin_heading(w, frame, element); break;
    case POLICY__ROLE_QUOTE:
    case POLICY__ROLE_MARKED: begin_quote(w, frame, element); break;
    case POLICY__ROLE_NOTE:
    case POLICY__ROLE_FOLIO: begin_note(w, frame, element); break;
    case POLICY__ROLE_ROW: begin_row(w); break;
    case POLICY__ROLE_CELL: begin_cell(w); break;
    case POLICY__ROLE_SPEECH: begin_speech(w, element); break;
    case POLICY__ROLE_INLINE: begin_inline(w, element); break;
    case POLICY__ROLE_CLAUSE:
    case POLICY__ROLE_ITEM: begin_item(w, frame, element); break;
    case POLICY__ROLE_DEBRIS: part(w), set_kind(frame, POLICY_BLOCK_BOILERPLATE, true); break;
    case POLICY__ROLE_CAPTION: part(w), set_kind(frame, POLICY_BLOCK_CAPTION, false); break;
    case POLICY__ROLE_BREAK:
      if (w->filling == POLICY__FILL_BLOCK && w->cells == 0) policy__compose_line(w->composer);
      else
        compose(w, (policy_string){" ", 1});
      break;
    case POLICY__ROLE_NUMBER:
      if (w->filling == POLICY__FILL_LEAD && w->cells == 0) compose(w, (policy_string){" ", 1});
      else
        part(w);
      break;
    case POLICY__ROLE_BLOCK:
    case POLICY__ROLE_CONTAINER:
    case POLICY__ROLE_DIVISION:
    case POLICY__ROLE_TABLE: part(w); break;
    default: break;
  }
  if (!is_small(frame->role) && frame->role != POLICY__ROLE_HEADING && is_notes(w, element))
    set_kind(frame, POLICY_BLOCK_FOOTNOTE, false);
}

policy_status policy__walk_begin(void *context, const policy__xml_element *element) {
  policy__walk *w = context;
  if (w->collector != NULL) note(w, policy__collect_begin(w->collector, element));
  policy__xml_frame *frame = w->status == POLICY_OK ? push(w, element) : NULL;
  if (frame == NULL) return w->status;
  if (frame->role == POLICY__ROLE_SKIP) w->skipped++;
  if (frame->role == POLICY__ROLE_SHOW) {
    frame->skipped = w->skipped;
    w->skipped = 0;
    part(w);
  } else if (w->skipped == 0) {
    begin_counting(w, frame, element);
    begin_by_role(w, frame, element);
  }
  w->ended = false;
  note(w, w->composer->status);
  return w->status;
}

/* ---- ends ------------------------------------------------------------------------------------------------ */

static void end_number(policy__walk *w) {
  if (w->cells > 0 || w->notes > 0) {
    compose(w, (policy_string){" ", 1});
    return;
  }
  if (w->filling != POLICY__FILL_BLOCK) return;
  w->filling = POLICY__FILL_LEAD;
  w->lead = w->frames.count - 1 > 0 ? w->frames.count - 1 : 1;
}

/* A heading that ends with a dash runs into its paragraph. */
static void end_heading(policy__walk *w) {
  char last = policy__compose_last(w->composer);
  bool dash = last == DASH && w->vocabulary == POLICY__USLM;
  if (w->filling != POLICY__FILL_BLOCK || !dash || w->frames.count < 2) {
    part(w);
    return;
  }
  w->filling = POLICY__FILL_LEAD;
  w->lead = w->frames.count - 1;
  frame_at(w, w->lead - 1)->titled = false;
}

static void end_quote(policy__walk *w, const policy__xml_frame *frame) {
  if (frame->close[0] != '\0' && w->open[0] == '\0') {
    policy__compose_tight(w->composer);
    compose(w, words_of(frame->close));
  }
  w->open[0] = '\0';
  if (frame->role == POLICY__ROLE_QUOTE) part(w);
}

/* The paragraph that holds the document's title is a heading. */
static void end_title(policy__walk *w, const policy__xml_frame *frame) {
  if (w->cells > 0 || w->notes > 0 || frame->forced || w->filling != POLICY__FILL_BLOCK) return;
  policy__compose_recast(w->composer, POLICY_BLOCK_HEADING, 1);
  w->titled = true;
}

static void end_by_role(policy__walk *w, const policy__xml_frame *frame, policy_string name) {
  switch (frame->role) {
    case POLICY__ROLE_NUMBER: end_number(w); break;
    case POLICY__ROLE_HEADING:
    case POLICY__ROLE_SUBHEADING: end_heading(w); break;
    case POLICY__ROLE_TITLE: end_title(w, frame); break;
    case POLICY__ROLE_MARKED:
    case POLICY__ROLE_QUOTE: end_quote(w, frame); break;
    case POLICY__ROLE_NOTE:
    case POLICY__ROLE_FOLIO:
      policy__compose_back(w->composer);
      w->notes--;
      w->filling = (policy__filling)frame->filling;
      break;
    case POLICY__ROLE_CELL: w->cells--; break;
    case POLICY__ROLE_TABLE:
      if (w->cells == 0) w->table = false;
      part(w);
      break;
    case POLICY__ROLE_BLOCK:
    case POLICY__ROLE_ITEM:
    case POLICY__ROLE_CLAUSE:
    case POLICY__ROLE_CONTAINER:
    case POLICY__ROLE_DIVISION:
    case POLICY__ROLE_CAPTION:
    case POLICY__ROLE_DEBRIS:
    case POLICY__ROLE_SPEECH: part(w); break;
    default: break;
  }
  w->named = w->vocabulary == POLICY__TEI && policy__equal_word(name, "note");
}

policy_status policy__walk_end(void *context, policy_string name) {
  policy__walk *w = context;
  if (w->collector != NULL) note(w, policy__collect_end(w->collector));
  if (w->frames.count == 0 || w->status != POLICY_OK) return w->status;
  const policy__xml_frame frame = *top_of(w);
  if (frame.role == POLICY__ROLE_SKIP) w->skipped--;
  else if (w->skipped == 0)
    end_by_role(w, &frame, name);
  if (frame.list) policy__lists_end(&w->lists);
  if (frame.role == POLICY__ROLE_ITEM) w->lists.label.size = 0;
  if (frame.role == POLICY__ROLE_SHOW) {
    part(w);
    w->skipped = frame.skipped;
  }
  if (w->filling == POLICY__FILL_BLOCK && w->owner == w->frames.count) part(w);
  if (w->filling == POLICY__FILL_LEAD && w->lead == w->frames.count) w->filling = POLICY__FILL_NOTHING;
  w->ended = true;
  w->places.size = frame.name.begin;
  w->frames.count--;
  note(w, w->composer->status);
  return w->status;
}
