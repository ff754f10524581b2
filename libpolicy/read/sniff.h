/* What a source is, by its first bytes. */
#ifndef POLICY_READ_SNIFF_H
#define POLICY_READ_SNIFF_H

#include <stddef.h>

/* The media type of the bytes: "text/plain" when nothing else is plain to see. Static. */
const char *policy__sniff(const char *bytes, size_t size);

#endif
