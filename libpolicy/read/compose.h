/* Composing the text of a document whose source is no text: block by block, each piece with the place that it came
   from. For every reader but that of plain text. */
#ifndef POLICY_READ_COMPOSE_H
#define POLICY_READ_COMPOSE_H

#include <policy/builder.h>
#include <policy/read.h>

#include "base/array.h"

/* A text in the making. After the first failure, which `status` holds, every call does nothing. */
typedef struct policy__composer {
  policy_status status;
  policy_buffer text;
  policy_buffer places; /* the places and languages of blocks, one after another */
  policy__array blocks; /* of policy__composed */
  policy__array runs;   /* of policy__source_run */
  policy__array pages;  /* of policy_box: where each ends */
  policy__array lines;  /* of policy_line_record, in the composed text */
  bool open;            /* a block is being filled */
  bool space;           /* white space stands before the next piece */
  policy_buffer aside;  /* the text of what was put aside, and its places */
  policy__array asides; /* of policy__aside */
  uint32_t aside_depth; /* how many asides are open, each in the one before */
  bool replaying;
} policy__composer;

/* `limits` are filled in; `allocator` is borrowed. */
void policy__compose_init(policy__composer *composer, const policy_limits *limits, const policy_allocator *allocator);
void policy__compose_free(policy__composer *composer);

/* Begins a block, after the end of one that is open: kind, level, page and box of `record`, and its place and declared
   language, which are copied; what is no tag of a language is none. A block that gets no text vanishes. */
void policy__compose_open(policy__composer *composer, const policy_block_record *record);
void policy__compose_close(policy__composer *composer);

/* Appends a piece of valid UTF-8 to the open block (a paragraph is opened where none is). White space in it becomes
   one space, and none at the beginning or end of a line. `source` is the offset of the piece in the bytes of the
   source; POLICY__COMPOSED for what does not stand there as it is, which then belongs to the piece before it. */
void policy__compose_text(policy__composer *composer, policy_string piece, uint64_t source);
#define POLICY__COMPOSED UINT64_MAX

/* Begins a new line, or a new cell of a table's row, in the open block. */
void policy__compose_line(policy__composer *composer);
void policy__compose_cell(policy__composer *composer);

/* The next page of the source, and where on a page the text stands that was composed since it had `begin` bytes
   (the record's span is not looked at). Numbers that are no lengths become 0. */
void policy__compose_page(policy__composer *composer, float width, float height);
void policy__compose_placed(policy__composer *composer, size_t begin, const policy_line_record *record);

/* Forgets the white space before the next piece. */
void policy__compose_tight(policy__composer *composer);

/* Puts aside all that follows, until policy__compose_back: it becomes blocks of their own behind the open one, or at
   once where none is open. For notes. An aside inside of another is a part of it. */
void policy__compose_aside(policy__composer *composer, const policy_block_record *record);
void policy__compose_back(policy__composer *composer);

/* The last byte of what was composed, or of the aside; 0 where there is none. */
char policy__compose_last(const policy__composer *composer);

/* Whether the open block has text. */
bool policy__compose_is_filled(const policy__composer *composer);

/* The text of the open block so far; borrowed until more is appended. Empty where none is open. */
policy_string policy__compose_filling(const policy__composer *composer);

/* Changes the open block's kind and level. */
void policy__compose_recast(policy__composer *composer, policy_block_kind kind, uint32_t level);

/* Declares the open block's language; "" for none. */
void policy__compose_declare(policy__composer *composer, policy_string language);

/* The blocks so far, without the open one, and the text of one of them with its place. For readers that compose a part of
   the source by itself first. */
size_t policy__compose_count(const policy__composer *composer);
policy_string policy__compose_block(const policy__composer *composer, size_t n, policy_string *place);

/* The text of the open block so far. */
policy_string policy__compose_open_text(const policy__composer *composer);

/* Composes a block of debris, unless a block of debris before it has the same text. */
void policy__compose_once(policy__composer *composer, policy_string text);

/* Ends the composing: a builder with the text and its blocks, that knows the source bytes. The caller frees the
   composer all the same. NULL on failure. */
policy_builder *policy__compose_finish(policy__composer *composer, const void *bytes, size_t size,
                                       const policy_options *options, policy_error *error);

#endif
