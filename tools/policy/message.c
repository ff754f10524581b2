/* Messages for people, safe to show whatever a file is called. */
#include "message.h"

#include <inttypes.h>
#include <stdarg.h>

void print_clean(FILE *stream, const char *string) {
  for (const unsigned char *at = (const unsigned char *)string; *at != '\0'; at++) {
    /* C1 controls are 0x80 to 0x9F, in UTF-8 behind 0xC2. */
    bool c1 = at[0] == 0xC2 && at[1] >= 0x80 && at[1] < 0xA0;
    if (c1) at++;
    (void)putc(*at < 0x20 || *at == 0x7F || c1 ? '?' : *at, stream);
  }
}

void message(const char *format, ...) {
  char words[1024];
  va_list arguments;
  va_start(arguments, format);
  (void)vsnprintf(words, sizeof words, format, arguments);
  va_end(arguments);
  (void)fputs("policy: ", stderr);
  print_clean(stderr, words);
  (void)putc('\n', stderr);
}

void message_error(const char *file, const policy_error *error) {
  if (error->offset > 0) message("%s: %s (byte %" PRIu64 ")", file, error->message, error->offset);
  else message("%s: %s", file, error->message);
}
