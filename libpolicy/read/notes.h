/* Links between texts and their notes, and what stands raised. */
#ifndef POLICY_READ_NOTES_H
#define POLICY_READ_NOTES_H

#include "read/compose.h"

typedef enum policy__note_link {
  POLICY__LINK_OTHER,
  POLICY__LINK_CALL, /* from the text to a note */
  POLICY__LINK_BACK  /* from a note to the text */
} policy__note_link;

/* What a link of a page or book is, by its attributes; `names` is its role, its epub:type or its class, `raised` whether
   it stands in "sup". */
policy__note_link policy__note_link_of(policy_string href, const policy_string *names, size_t count, bool raised);

/* Composes a piece of text that stands raised, or calls a note. Digits become superscripts, so that they are no part of
   the word before them; letters that call a note stand in brackets. */
void policy__compose_raised(policy__composer *composer, policy_string piece, bool call, uint64_t source);

/* Whether the words of a link back to the text tell the number of the note; others are no text. Character references
   tell none. */
bool policy__note_is_numbered(policy_string words);

#endif
