/* From bytes in any charset to UTF-8: the one door to uchardet and iconv. */
#ifndef POLICY_TEXT_CHARSET_H
#define POLICY_TEXT_CHARSET_H

#include <stdbool.h>

#include "base/array.h"

enum { POLICY__CHARSET_SIZE = 32 };

typedef enum policy__charset_reason {
  POLICY__CHARSET_MARK,     /* a byte order mark says so */
  POLICY__CHARSET_VALID,    /* the bytes are UTF-8, whatever was declared */
  POLICY__CHARSET_DECLARED, /* it was declared, and the bytes are valid in it */
  POLICY__CHARSET_MIXED,    /* mostly UTF-8; stray bytes were taken for windows-1252 */
  POLICY__CHARSET_GUESSED   /* from the bytes alone */
} policy__charset_reason;

typedef struct policy__charset {
  char name[POLICY__CHARSET_SIZE]; /* as IANA has it, in lower case: "windows-1252" */
  policy__charset_reason reason;
  bool as_is;        /* the bytes are the text: nothing was appended */
  double confidence; /* from 0 to 1 */
} policy__charset;

/* Decides which charset the bytes are in, and appends them to `text` in UTF-8, unless they are that already.
   Asks, in this order: a byte order mark; NULs at every other place (UTF-16); whether they are UTF-8; the
   charset that was declared ("" or NULL: none), as browsers understand it (WHATWG Encoding: iso-8859-1 is
   windows-1252); uchardet; and, between windows-1252 and Mac Roman, which of them makes words. Bytes without a
   meaning there become U+FFFD. How sure that is: 1 with a mark, and for ASCII; 1 - 1/4^n for n characters that
   are well-formed UTF-8 (another charset hardly ever makes one); of a charset that was declared or guessed, 9
   or 7 tenths of the share of bytes from 0x80 on that have a meaning in it; with stray bytes, the share of
   those that are UTF-8; 0.95 for UTF-16 told by its NULs. `map` (of policy__source_run; may be NULL) gets where
   the text came from (text/charset_map.h). NO_MEMORY, or LIMIT at the ceiling of either. Linear. */
policy_status policy__charset_decode(const char *bytes, size_t size, const char *declared, policy_buffer *text,
                                     policy__array *map, policy__charset *found);

/* The value of a "charset" parameter in a media type, appended to `name`; "" when there is none. */
void policy__charset_of_type(const char *media_type, char name[POLICY__CHARSET_SIZE]);

#endif
