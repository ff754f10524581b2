/* Questions about bytes of ASCII, without a locale. */
#ifndef POLICY_BASE_ASCII_H
#define POLICY_BASE_ASCII_H

#include <stdbool.h>

/* Space, tab, line ends, form feed and vertical tab. */
static inline bool policy__is_white(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static inline bool policy__is_letter(char byte) {
  return (unsigned char)((byte | 32) - 'a') < 26;
}

#endif
