/* Addresses, DOIs and ISBNs. */
#include <string.h>

#include "base/ascii.h"
#include "extract/cited_scan.h"

/* Whether a byte may stand in an address: what RFC 3986 lets, and all that is not ASCII but quotes and spaces.
 */
static bool in_address(const policy__cursor *cursor) {
  unsigned char byte = (unsigned char)policy__cited_byte(cursor, 0);
  if (byte <= ' ' || byte == 0x7F || strchr("<>\"{}|\\^`", byte) != NULL) return false;
  if (byte == 0xC2) return policy__cited_byte(cursor, 1) != '\xA0' && policy__cited_byte(cursor, 1) != '\xBB';
  return !(byte == 0xE2 && policy__cited_byte(cursor, 1) == '\x80');
}

/* Takes what follows as long as it may stand in an address, at most so many bytes, without the marks of the
   sentence at its end. */
static void take_address(policy__cursor *cursor, size_t most) {
  size_t begin = cursor->at, open = 0, closed = 0;
  for (; cursor->at - begin < most && in_address(cursor); cursor->at++) {
    open += policy__cited_byte(cursor, 0) == '(';
    closed += policy__cited_byte(cursor, 0) == ')';
  }
  while (cursor->at > begin) {
    char last = cursor->text.data[cursor->at - 1];
    bool unpaired = last == ')' && closed > open;
    if (!unpaired && strchr(".,;:!?'*_[]", last) == NULL) break;
    closed -= unpaired;
    cursor->at--;
  }
}

bool policy__cited_doi(policy__cursor *cursor, policy__cited *cited) {
  static const char *const heads[] = {"https://doi.org/",
                                      "http://doi.org/",
                                      "https://dx.doi.org/",
                                      "http://dx.doi.org/",
                                      "https://www.doi.org/",
                                      "doi.org/",
                                      "dx.doi.org/",
                                      "doi: ",
                                      "doi:",
                                      "DOI: ",
                                      "DOI:",
                                      "DOI "};
  policy__cursor end = *cursor;
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    if (policy__cited_text(&end, heads[i])) break;
  size_t begin = end.at;
  if (!policy__cited_text(&end, "10.") || !policy__cited_number(&end, 4, 9, NULL)) return false;
  while (policy__cited_byte(&end, 0) == '.' && policy__cited_is_digit(policy__cited_byte(&end, 1))) {
    end.at++;
    if (!policy__cited_number(&end, 1, 9, NULL)) return false;
  }
  if (policy__cited_byte(&end, 0) != '/') return false;
  end.at++;
  size_t suffix = end.at;
  take_address(&end, POLICY__CITED_VALUE);
  size_t size = end.at - begin;
  if (end.at == suffix || size >= POLICY__CITED_VALUE) return false;
  *cursor = end;
  policy__cited_set(cited, POLICY_CITATION_DOI, "doi", "%.*s", (int)size, end.text.data + begin);
  for (char *c = cited->value; *c != '\0'; c++)
    if (*c >= 'A' && *c <= 'Z') *c = (char)(*c - 'A' + 'a');
  return true;
}

/* "example.org": letters and digits, a dot, and letters. */
static bool take_host(policy__cursor *cursor) {
  enum { MOST = 253 };
  size_t begin = cursor->at, dots = 0;
  for (; cursor->at - begin < MOST; cursor->at++) {
    char byte = policy__cited_byte(cursor, 0);
    bool inside = policy__cited_is_letter(byte) || policy__cited_is_digit(byte) || byte == '-' ||
                  ((unsigned char)byte >= 0x80 && in_address(cursor));
    bool dot = byte == '.' && cursor->at > begin && policy__cited_is_letter(policy__cited_byte(cursor, 1));
    if (!inside && !dot) break;
    dots += dot;
  }
  return dots > 0;
}

bool policy__cited_url(policy__cursor *cursor, policy__cited *cited) {
  static const char *const heads[] = {"https://", "http://", "ftp://", "HTTPS://", "HTTP://", "www."};
  policy__cursor end = *cursor;
  bool headed = false;
  for (size_t i = 0; !headed && i < sizeof heads / sizeof *heads; i++) headed = policy__cited_text(&end, heads[i]);
  policy__cursor host = end;
  if (!headed || !take_host(&host)) return false;
  take_address(&end, SIZE_MAX);
  size_t begin = cursor->at;
  *cursor = end;
  return policy__cited_set(cited, POLICY_CITATION_URL, "url", "%.*s", (int)(end.at - begin), end.text.data + begin);
}

/* ---- ISBN ------------------------------------------------------------------------------------------------ */

/* Ten characters or thirteen, hyphens and spaces between them left out; 0: neither. */
static size_t take_isbn(policy__cursor *cursor, char digits[14]) {
  size_t count = 0;
  for (;;) {
    char byte = policy__cited_byte(cursor, 0);
    bool digit = policy__cited_is_digit(byte) || (byte == 'X' && count == 9);
    if (digit && count == 13) return 0;
    if (digit) {
      digits[count++] = byte;
      cursor->at++;
    } else if (count == 10 && byte != '-' && digits[9] == 'X') {
      break;
    } else {
      policy__cursor next = *cursor;
      bool joint = count > 0 && (policy__cited_dash(&next) || policy__cited_text(&next, " "));
      if (!joint || !(policy__cited_is_digit(policy__cited_byte(&next, 0)) || policy__cited_byte(&next, 0) == 'X'))
        break;
      *cursor = next;
    }
  }
  digits[count] = '\0';
  return count == 10 || count == 13 ? count : 0;
}

static bool is_isbn(const char *digits, size_t count) {
  unsigned sum = 0;
  for (size_t i = 0; i < count; i++) {
    unsigned value = digits[i] == 'X' ? 10 : (unsigned)(digits[i] - '0');
    if (count == 13 && value > 9) return false;
    sum += count == 10 ? value * (10 - (unsigned)i) : value * (i % 2 == 0 ? 1 : 3);
  }
  return sum % (count == 10 ? 11 : 10) == 0;
}

bool policy__cited_isbn(policy__cursor *cursor, policy__cited *cited) {
  static const char *const heads[] = {"ISBN-13", "ISBN-10", "ISBN", NULL};
  policy__cursor end = *cursor;
  char digits[14], whole[14] = "978";
  if (!policy__cited_one_of(&end, heads, NULL)) return false;
  if (policy__cited_byte(&end, 0) == ':') end.at++;
  (void)policy__cited_space(&end);
  size_t count = take_isbn(&end, digits);
  if (count == 0 || !is_isbn(digits, count)) return false;
  if (count == 10) {
    unsigned sum = 0;
    memcpy(whole + 3, digits, 9);
    for (size_t i = 0; i < 12; i++) sum += (unsigned)(whole[i] - '0') * (i % 2 == 0 ? 1u : 3u);
    whole[12] = (char)('0' + (10 - sum % 10) % 10);
    whole[13] = '\0';
  }
  *cursor = end;
  return policy__cited_set(cited, POLICY_CITATION_REPORT, "isbn", "%s", count == 10 ? whole : digits);
}
