/* The text between the tags of raw HTML that comes in pieces. For HTML inside of other formats; HTML itself has a reader
   of its own. */
#ifndef POLICY_READ_TAGS_H
#define POLICY_READ_TAGS_H

#include <stdbool.h>

#include <policy/text.h>

typedef enum policy__tags_state {
  POLICY__IN_TEXT,
  POLICY__IN_TAG,
  POLICY__IN_COMMENT,
  POLICY__IN_HIDDEN /* between <script> and </script>, or <style> and its end */
} policy__tags_state;

typedef struct policy__tags {
  policy__tags_state state;
  char quote;      /* that a value in the tag is in; '\0': none */
  char name[16];   /* of the tag, in lower case, "/" before an end's */
  size_t size;     /* of the name so far */
  bool named;      /* the name is complete */
  size_t dashes;   /* seen in a row in a comment */
} policy__tags;

typedef enum policy__tags_event {
  POLICY__TAGS_NOTHING,
  POLICY__TAGS_TEXT,  /* text: a part of the piece, or an entity's in the caller's room */
  POLICY__TAGS_BLOCK, /* a tag of a block has ended */
  POLICY__TAGS_LINE   /* <br> */
} policy__tags_event;

void policy__tags_begin(policy__tags *tags);

/* The next event in the piece from `*at` on, which moves behind it. `utf8` is room for a character. */
policy__tags_event policy__tags_next(policy__tags *tags, policy_string piece, size_t *at, policy_string *text,
                                     char utf8[8]);

/* The character of an entity, "&amp;", "&#233;" or "&nbsp;"; its bytes, 0 for none that is known. */
size_t policy__tags_entity(policy_string entity, char utf8[8]);

#endif
