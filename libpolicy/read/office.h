/* What readers of office files share: parts in archives, and properties that nobody vouches for. */
#ifndef POLICY_READ_OFFICE_H
#define POLICY_READ_OFFICE_H

#include <policy/builder.h>

#include <policy/read.h>

#include "read/archive.h"
#include "read/compose.h"
#include "read/xml_facts.h"

/* An office file that is being read. */
typedef struct policy__office {
  const policy_allocator *allocator;
  policy_limits limits;
  policy_error *error; /* never NULL */
  policy__archive *archive;
  policy__composer composer;
  policy__collector facts;
  uint32_t broken;    /* damaged parts that the document does without */
  policy_error own;   /* where the caller wants none */
} policy__office;

/* Opens the file; to be closed all the same when that fails. Closing takes what was made of it: an error without has no
   offset, which would be one in a part. `office` must not move. */
policy_status policy__office_open(policy__office *office, const void *bytes, size_t size, const policy__fact *facts,
                                  size_t fact_count, const policy_options *options, policy_error *error);
void policy__office_close(policy__office *office, const policy_builder *made);

/* POLICY_OK for the status of a part that the document does without: it is not there, or it is damaged, which counts. */
policy_status policy__office_forgive(policy__office *office, policy_status status);

/* Ends the composing: a builder with metadata from the collected facts, which the text must confirm unless `trusted`, and
   from the text; and a warning of damaged parts. NULL on failure. */
policy_builder *policy__office_finish(policy__office *office, bool trusted, const void *bytes, size_t size,
                                      const policy_options *options);

/* Reads a part that is XML, as UTF-8 without a byte order mark. NOT_FOUND; else as policy__archive_read. */
policy_status policy__office_part(policy__archive *archive, const char *name, policy_buffer *xml, policy_error *error);

/* The path that a reference in the file `from` leads to, within the archive: "word/document.xml" and "../a.xml" give
   "a.xml". False where it leads out of it, or is longer than `room`. */
bool policy__office_path(const char *from, policy_string reference, char *path, size_t room);

/* Collects facts from a part, if there is one; a damaged part has none. Failures are those of memory alone. */
policy_status policy__office_collect(policy__archive *archive, const char *name, policy__collector *collector,
                                     const policy_limits *limits, policy_error *error);

/* Sets those of the collected properties that the text confirms: a template's title and a typist's name are none of the
   document's. Titles, authors and topics must stand in the first blocks, a short title alone. Dates and languages, which
   a second call sets with `late` after policy__read_metadata, are those of a document whose text has none. */
policy_status policy__office_set(policy__collector *collector, bool late, policy_builder *builder, policy_error *error);

#endif
