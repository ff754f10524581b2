/* The text of a part of a DOCX: its main document, its notes, its headers and footers. */
#ifndef POLICY_READ_DOCX_BODY_H
#define POLICY_READ_DOCX_BODY_H

#include "read/compose.h"
#include "read/docx_styles.h"

/* What the part is. */
typedef enum policy__docx_part {
  POLICY__DOCX_MAIN,
  POLICY__DOCX_NOTES, /* each note becomes one block, whose place is its id */
  POLICY__DOCX_DEBRIS /* one block of debris */
} policy__docx_part;

/* Notes that were read before the main document, by their ids. */
typedef struct policy__docx_note {
  int32_t id;
  bool used;
  policy_span text; /* in notes.text */
} policy__docx_note;

typedef struct policy__docx_notes {
  const char *name;    /* "footnote", "endnote" */
  policy__array notes; /* of policy__docx_note, in the order of their ids */
  policy_buffer text;
} policy__docx_notes;

/* The number in an id, and the order of notes by it, for qsort. */
int32_t policy__docx_id(policy_string value);
int policy__docx_by_id(const void *a, const void *b);

/* The counts that a document's parts have in common. */
typedef struct policy__docx_tally {
  uint32_t insertions, deletions; /* tracked */
  uint32_t notes;                 /* called so far */
} policy__docx_tally;

/* Composes a part. `notes` are footnotes and endnotes, for the main document; else NULL. */
policy_status policy__docx_compose(policy__docx_part part, policy_string xml, policy__docx_styles *styles,
                                   policy__docx_notes *notes, policy__docx_tally *tally, policy__composer *composer,
                                   const policy_limits *limits, const policy_allocator *allocator, policy_error *error);

/* Composes those notes that nothing called. */
void policy__docx_rest(policy__docx_notes *notes, policy__composer *composer);

#endif
