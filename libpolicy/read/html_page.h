/* A page of HTML between its bytes and its blocks. For the files html*.c. */
#ifndef POLICY_READ_HTML_PAGE_H
#define POLICY_READ_HTML_PAGE_H

#include <string.h>

#include <policy/limits.h>
#include <policy/memory.h>

#include "base/array.h"
#include "read/html_tags.h"
#include "read/label.h"

/* What the names that authors give to an element say of it. */
enum {
  POLICY__HINT_DEBRIS = 1,   /* a menu, a share bar, a notice of cookies ... */
  POLICY__HINT_EDGE = 2,     /* beside the text, or around it: sidebars, heads, widgets */
  POLICY__HINT_CONTENT = 4,  /* the text */
  POLICY__HINT_BODY = 8,     /* the text of an article, and nothing else */
  POLICY__HINT_COMMENTS = 16,
  POLICY__HINT_HIDDEN = 32,
  POLICY__HINT_NOTES = 64,
  POLICY__HINT_LAYOUT = 128, /* a table that is none */
  POLICY__HINT_CAPTION = 256,
  POLICY__HINT_POST = 512,    /* one of several posts of a thread */
  POLICY__HINT_BYLINE = 1024, /* who wrote it, and when */
  POLICY__HINT_NOTICE = 2048, /* of cookies, of offers; what pops up */
  POLICY__HINT_THREAD = 4096, /* a page of a forum, or a part of it */
  POLICY__HINT_MAIN = 8192,   /* its role is "main" */
  POLICY__HINT_HEADING = 16384
};

/* How a list counts its items, or the number that an item says it has. */
typedef struct policy__html_counter {
  int32_t number; /* that the list begins with, or the item's own, where it is given */
  bool given, reversed;
  uint8_t format; /* policy__number_format, of a list */
} policy__html_counter;

/* A start tag that makes structure. */
typedef struct policy__html_element {
  uint32_t skeleton; /* where it stands there */
  uint32_t source;   /* where its tag begins */
  uint32_t id, id_size; /* the value of its id, in the source */
  uint32_t language, language_size; /* the same of the language that it says to be in */
  uint32_t anchor, anchor_size; /* the same of a target of links that its content begins with */
  uint32_t lead; /* number of the run that its content begins with, or POLICY_NONE */
  policy__html_counter counter;
  uint16_t hints;
  uint8_t tag;
} policy__html_element;

/* A piece of text without tags in it; `size` 0: a line break. */
typedef struct policy__html_piece {
  uint32_t begin, size;
  bool linked; /* in a link, or on a button */
  bool bold;
  bool raised;
  uint8_t link; /* policy__note_link */
} policy__html_piece;

/* Pieces between two tags that make structure. */
typedef struct policy__html_run {
  uint32_t first, count; /* of pieces */
} policy__html_run;

/* A run that no start tag stands right before: the skeleton has a "<br>" for it. */
typedef struct policy__html_mark {
  uint32_t skeleton; /* where that stands */
  uint32_t run;
} policy__html_mark;

enum { POLICY__HTML_CALLS = 8192, POLICY__HTML_METAS = 400, POLICY__HTML_TIMES = 64, POLICY__HTML_SCRIPTS = 32, POLICY__HTML_BYLINES = 32 };

/* What a page says of itself outside of its text; all are pieces of the source, with character references. */
typedef struct policy__html_said {
  policy_string name, value;
} policy__html_said;

typedef struct policy__html_head {
  policy_string title, language, canonical;
  policy__array metas;   /* of policy__html_said: meta elements */
  policy__array scripts; /* of policy_string, as JSON-LD is found */
  policy__array times;   /* of policy__html_said: names are "published", "modified" and "any" */
  policy__array bylines; /* of uint32_t: numbers of the pieces that elements for an author's name begin with */
} policy__html_head;

typedef struct policy__html_page {
  policy_string source; /* UTF-8 */
  bool xml;             /* "<a/>" is an empty element */
  bool cut;             /* there were more elements than the limit */
  uint32_t nesting, elements_most;
  size_t budget_most;
  policy__array elements, pieces, runs, marks;
  policy__array calls; /* of policy_string: the ids of notes that are called */
  policy_buffer skeleton; /* the tags that make structure, and nothing else, for the tree builder */
  size_t budget;          /* bytes that building the tree can take at most */
  policy__html_head head;
  policy_status status;
} policy__html_page;

/* `allocator` is borrowed. */
void policy__html_page_init(policy__html_page *page, policy_string source, const policy_limits *limits,
                            const policy_allocator *allocator);
void policy__html_page_free(policy__html_page *page);

/* html_tree.c: bytes that building the tree can take at most for a start tag, and for an end tag. */
size_t policy__html_cost(policy__tag tag, bool end);

/* html_scan.c: reads the bytes once, from begin to end. */
policy_status policy__html_scan(policy__html_page *page);

/* html_page.c: an attribute of a tag, at `*at`, which moves on. False at the end of the tag, where `*at` is behind it; NULL when
   the source ends before. */
typedef struct policy__html_attribute {
  policy_string name, value;
  bool closed; /* "/" stood before the end */
} policy__html_attribute;
bool policy__html_attribute_next(const char **at, const char *end, policy__html_attribute *attribute);

/* Whether a name in any case is, or text in any case begins with, `lower`, whose size is told. */
bool policy__html_begins(const char *text, const char *lower, size_t size);
static inline bool policy__html_is(policy_string name, const char *lower) {
  size_t size = strlen(lower);
  return name.size == size && policy__html_begins(name.data, lower, size);
}

/* html_shape.c: which tags open and close what, as HTML 5 (13.2.6) has it for well-made pages, so that the nesting of
   the skeleton has a bound. */
enum { POLICY__HTML_NESTING = 1024 };
typedef struct policy__html_shape {
  uint8_t stack[POLICY__HTML_NESTING];
  uint32_t depth, most, ghosts;
} policy__html_shape;
bool policy__html_shape_start(policy__html_shape *shape, policy__tag tag);
bool policy__html_shape_end(policy__html_shape *shape, policy__tag tag);

/* html_hints.c: what class, id and role of an element say. The table is made once for a page. */
enum { POLICY__HINT_SLOTS = 1024 };
typedef struct policy__html_hint_table {
  uint16_t slots[POLICY__HINT_SLOTS];
} policy__html_hint_table;
void policy__html_hints_init(policy__html_hint_table *table);
uint16_t policy__html_hints(const policy__html_hint_table *table, policy_string names);

/* html_text.c: the text of a piece of source, appended with its character references replaced. */
policy_status policy__html_text(policy_string piece, policy_buffer *text);

/* The character reference at the beginning of `text`, which begins with "&": the UTF-8 that it stands for, into
   `utf8`, whose size is returned, and the bytes that it takes. 0: it is none. */
enum { POLICY__REFERENCE_SIZE = 8 };
size_t policy__html_reference(policy_string text, char utf8[POLICY__REFERENCE_SIZE], size_t *taken);

#endif
