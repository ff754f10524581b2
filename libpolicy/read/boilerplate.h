/* Debris: page numbers, running heads, menus, notices of sites. */
#ifndef POLICY_READ_BOILERPLATE_H
#define POLICY_READ_BOILERPLATE_H

#include "read/blocks.h"

/* Whether a short line is a page number, alone or with words ("Page 3 of 12", "- 4 -", "14/84"). */
bool policy__is_page_number(policy_string line);

/* Sets FURNITURE on the lines that are page numbers in words or printers' marks, so that no paragraph takes
   them in. */
void policy__furniture_mark(policy__page_text *text);

/* Whether a short line is one of the phrases with which sites and printers surround a text, wherever it
   stands. */
bool policy__is_site_phrase(policy_string line);

/* The same for a line before the text begins, or after it ends, where a little less will do. */
bool policy__is_site_edge(policy_string line);

/* Marks the debris among the parts of a text as BOILERPLATE. `allocator` is for scratch. */
policy_status policy__boilerplate_mark(policy__page_text *text, const policy_allocator *allocator);

#endif
