/* Messages on standard error, each one line. */
#ifndef POLICY_TOOL_MESSAGE_H
#define POLICY_TOOL_MESSAGE_H

#include <stdio.h>

#include <policy.h>

/* "policy: " and the words; control characters in them are shown as "?". */
void message(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* "policy: FILE: message (byte 123)". */
void message_error(const char *file, const policy_error *error);

/* Writes a string, a file's name for one, with "?" for its control characters. */
void print_clean(FILE *stream, const char *string);

#endif
