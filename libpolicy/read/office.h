/* What readers of office files share: parts in archives, and properties that nobody vouches for. */
#ifndef POLICY_READ_OFFICE_H
#define POLICY_READ_OFFICE_H

#include <policy/builder.h>

#include "read/archive.h"
#include "read/xml_facts.h"

/* Reads a part that is XML, as UTF-8 without a byte order mark. NOT_FOUND; else as policy__archive_read. */
policy_status policy__office_part(policy__archive *archive, const char *name, policy_buffer *xml, policy_error *error);

/* The path that a reference in the file `from` leads to, within the archive: "word/document.xml" and "../a.xml" give
   "a.xml". False where it leads out of it, or is longer than `room`. */
bool policy__office_path(const char *from, policy_string reference, char *path, size_t room);

/* Collects facts from a part, if there is one; a damaged part has none. Failures are those of memory alone. */
policy_status policy__office_collect(policy__archive *archive, const char *name, policy__collector *collector,
                                     const policy_limits *limits, policy_error *error);

/* Sets those of the collected properties that the text confirms: a template's title and a typist's name are none of the
   document's. Titles, authors and topics must stand in the first blocks. Dates and languages, which a second call sets
   with `late` after policy__read_metadata, are those of a document whose text has none. */
policy_status policy__office_set(policy__collector *collector, bool late, policy_builder *builder, policy_error *error);

#endif
