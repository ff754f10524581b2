/* Reading a plain text in a test, and looking at what came out. */
#ifndef READING_H
#define READING_H

#include <policy.h>

/* A plain text, read; the test fails when that fails. To be unreferenced by the caller. */
policy_document *reading_of(const char *text);

/* A source of any kind, read; NULL: the kind is found out. */
policy_document *reading_as(const void *bytes, size_t size, const char *media_type);

/* Fails the test unless the source is refused with the status, and `words` in the message. */
void reading_refuses(const void *bytes, size_t size, const char *media_type, policy_status status, const char *words);

/* The blocks of a text, each as "kind level|text\n" with line ends as "~"; "paragraph|" and so on where there is
   no level. In a static buffer that the next call overwrites. */
const char *reading_blocks(const char *text);

/* The same of a document. */
const char *reading_lines(const policy_document *document);

/* A C string as a policy_string. */
policy_string reading_string(const char *text);

/* Fails the test unless the string is `text`. */
void reading_is(policy_string string, const char *text);

#endif
