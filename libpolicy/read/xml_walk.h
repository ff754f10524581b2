/* The walk through XML that makes blocks of it: the state between the beginnings and ends of elements. */
#ifndef POLICY_READ_XML_WALK_H
#define POLICY_READ_XML_WALK_H

#include "base/array.h"
#include "read/html_page.h"
#include "read/compose.h"
#include "read/xml.h"
#include "read/xml_facts.h"
#include "read/notes.h"
#include "read/xml_lists.h"

enum { POLICY__WALK_NAMES = 1 << 16, POLICY__SIBLINGS = 6 };

/* What the next text goes to. */
typedef enum policy__filling {
  POLICY__FILL_NOTHING, /* a new block, though the last one may be open yet */
  POLICY__FILL_LEAD,    /* a block that holds a number alone, and is not known for what yet */
  POLICY__FILL_BLOCK    /* the open block */
} policy__filling;

/* An open element. */
typedef struct policy__xml_frame {
  policy__role role;
  policy_block_kind kind; /* of text in it that nothing else tells the kind of */
  uint32_t level;         /* of a heading, or of a list item */
  uint32_t items;         /* how many list items stand around it */
  policy_span place;      /* in walk.places: its id; empty: it has none */
  policy_span name;       /* in walk.places, for an XPath */
  policy_span language;   /* in walk.places: what is declared for text in it */
  uint32_t skipped;       /* of walk, before it was shown */
  uint32_t number;        /* among its siblings of that name */
  bool forced;            /* the kind holds for all blocks in it */
  bool titled;            /* a heading of it has been seen */
  bool used;              /* a list item's first block has been seen */
  bool cells;             /* a row's first cell has been seen */
  bool list;              /* it is a list whose items are counted */
  bool raised;            /* text in it is */
  uint8_t link;           /* policy__note_link of the link that it is, or stands in */
  uint8_t filling;        /* policy__filling before a note */
  char close[8];          /* the mark that ends a quotation */
  struct {
    uint32_t hash, count;
  } siblings[POLICY__SIBLINGS]; /* its children by name */
} policy__xml_frame;

typedef struct policy__walk {
  policy__composer *composer;
  policy__collector *collector; /* NULL: metadata is not wanted */
  policy__vocabulary vocabulary;
  const char *place;      /* stands before all places; "" for none */
  policy__array frames;   /* of policy__xml_frame */
  policy_buffer places;   /* names and ids of the open elements */
  policy_buffer path;     /* scratch */
  policy_buffer term;     /* what a placeholder stands for */
  policy__html_hint_table hints; /* of names, for books; empty until `hinted` */
  bool hinted;
  policy_status status;
  policy__filling filling;
  size_t owner;           /* how many elements are open in the one whose end ends the open block */
  size_t lead;            /* the same of the element that the number in front belongs to */
  uint32_t skipped, cells, notes;
  bool table;             /* the open block is a table's */
  bool titled;            /* the document's title has been composed */
  bool ended;             /* an element has just ended */
  bool named;             /* the speaker has been named by a note */
  char open[8];           /* a mark that begins a quotation, to stand before the next text */
  policy_buffer speaker;  /* a name to stand before the next text */
  policy__lists lists;
  const uint8_t *textual; /* of an unknown vocabulary: a bit for each hash of a name in which text stands */
} policy__walk;

void policy__walk_init(policy__walk *walk, policy__composer *composer, const policy_allocator *allocator);
void policy__walk_free(policy__walk *walk);

/* The calls of policy__xml_handler, with the walk as context. */
policy_status policy__walk_begin(void *walk, const policy__xml_element *element);
policy_status policy__walk_text(void *walk, policy_string piece, uint64_t source);
policy_status policy__walk_end(void *walk, policy_string name);

#endif
