/* The lists that are open while XML is walked through, and the numbers of their items. */
#ifndef POLICY_READ_XML_LISTS_H
#define POLICY_READ_XML_LISTS_H

#include "read/odt_styles.h"
#include "read/xml_words.h"

/* A list that is open. */
typedef struct policy__open_list {
  int64_t next;    /* number of the next item, of lists without a style */
  uint32_t style;  /* of an OpenDocument; POLICY_NONE elsewhere */
  uint32_t level;  /* in its style, from 1 */
  int32_t given;   /* the number that the open item says it has */
  uint8_t format;  /* policy__number_format */
  bool down;       /* it counts down */
  bool unknown;    /* from where on, nobody says */
  bool has_given;
  bool waiting;    /* an item of OpenDocument is counted by its first paragraph */
  bool counted;    /* an item has been counted */
  bool continues;  /* the list before it goes on */
} policy__open_list;

typedef struct policy__lists {
  policy__array open;         /* of policy__open_list, the innermost last */
  policy__odt_styles *styles; /* borrowed; NULL: the document has none */
  policy_buffer label;        /* the number that waits for the text of its item */
  int64_t number;             /* the same, as a number */
} policy__lists;

void policy__lists_init(policy__lists *lists, const policy_allocator *allocator);
void policy__lists_free(policy__lists *lists);

/* Opens a list, where the element is one whose items have numbers, or one inside of which such numbers end. */
policy_status policy__lists_begin(policy__lists *lists, policy__vocabulary vocabulary, const policy__xml_element *element,
                                  bool *opened);
void policy__lists_end(policy__lists *lists);

/* An item of the innermost list begins; its number becomes the label. */
policy_status policy__lists_item(policy__lists *lists, const policy__xml_element *element);

/* A paragraph or heading of an OpenDocument begins, which may be the first of its item, or bear a number as a heading. */
policy_status policy__lists_paragraph(policy__lists *lists, const policy__xml_element *element);

#endif
