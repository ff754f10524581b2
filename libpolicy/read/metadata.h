/* Metadata from blocks: who wrote what, when, about what, and how to cite it. */
#ifndef POLICY_READ_METADATA_H
#define POLICY_READ_METADATA_H

#include <policy/builder.h>

#include "read/facts.h"

/* Finds title, subtitle, authors, date, topics, regions, publisher, identifier, address, language and citation
   in the blocks of a builder, and sets those fields that are empty yet. Any reader may call it last. */
policy_status policy__read_metadata(policy_builder *builder, const policy_allocator *allocator,
                                    policy_error *error);

/* ---- for the files of this room -------------------------------------------------------------------------- */

enum { POLICY__HEAD = 40, POLICY__TAIL = 40 }; /* blocks at either end in which documents speak of themselves */

/* A document whose facts are being found. */
typedef struct policy__finder {
  const policy_document *document;
  uint32_t count; /* of blocks */
  uint32_t head;  /* the first block of running text, at most POLICY__HEAD */
  uint32_t title, date; /* the blocks that they stand in, or POLICY_NONE */
  policy__facts facts;
} policy__finder;

policy_string policy__finder_text(const policy__finder *finder, uint32_t n);
policy_block_kind policy__finder_kind(const policy__finder *finder, uint32_t n);

/* title.c: title and subtitle among the headings, the masthead's organisation, the title of running heads. */
void policy__find_title(policy__finder *finder);

/* Whether words that stand as a title may be one: no kind of document ("Report"), date, symbol or byline. */
bool policy__may_be_title(policy_string heading);

/* byline.c: fields with labels, bylines and standfirsts, date lines, topics and regions. */
void policy__find_labels(policy__finder *finder);
void policy__find_byline(policy__finder *finder);
void policy__find_date(policy__finder *finder);
void policy__find_topics(policy__finder *finder);
bool policy__is_byline(policy_string block);
bool policy__is_topics(policy_string block);

/* symbol.c: the numbers under which documents are filed, and who files so. */
void policy__find_identifier(policy__finder *finder);

/* doctype.c: what kind of document it is, in the words of policy_document_type; "" where nothing tells. Static. */
const char *policy__find_type(const policy__finder *finder);

/* Whether the text holds the symbol of a United Nations document. */
bool policy__holds_symbol(policy_string text);

#endif
