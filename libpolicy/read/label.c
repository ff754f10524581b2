/* Numbers of list items. */
#include "read/label.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/equal.h"
#include "read/marker.h"
#include "read/scan.h"

static policy_status put_roman(uint32_t n, bool upper, policy_buffer *label) {
  static const struct {
    uint32_t value;
    const char *signs;
  } signs[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
               {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  policy_status status = POLICY_OK;
  for (size_t i = 0; i < sizeof signs / sizeof *signs && status == POLICY_OK; i++)
    for (; n >= signs[i].value && status == POLICY_OK; n -= signs[i].value)
      for (const char *c = signs[i].signs; *c != '\0' && status == POLICY_OK; c++) {
        char sign = upper ? (char)(*c - ('a' - 'A')) : *c;
        status = policy_buffer_append(label, &sign, 1);
      }
  return status;
}

/* 27 is "aa", 28 "bb". */
static policy_status put_letters(uint32_t n, bool upper, policy_buffer *label) {
  char letter = (char)((upper ? 'A' : 'a') + (n - 1) % 26);
  policy_status status = POLICY_OK;
  for (uint32_t i = 0; i <= (n - 1) / 26 && i < 8 && status == POLICY_OK; i++)
    status = policy_buffer_append(label, &letter, 1);
  return status;
}

/* 27 is "aa", 28 "ab". */
static policy_status put_alpha(uint32_t n, bool upper, policy_buffer *label) {
  char letters[8];
  size_t at = sizeof letters;
  for (; n > 0; n = (n - 1) / 26) letters[--at] = (char)((upper ? 'A' : 'a') + (n - 1) % 26);
  return policy_buffer_append(label, letters + at, sizeof letters - at);
}

static policy_status put_digits(int64_t n, policy__number_format format, policy_buffer *label) {
  static const char *const endings[] = {"th", "st", "nd", "rd"};
  char digits[24];
  uint64_t size = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
  bool teen = size / 10 % 10 == 1 || size % 10 > 3;
  const char *ending = format == POLICY__FORMAT_ORDINAL ? endings[teen ? 0 : size % 10] : "";
  int length = snprintf(digits, sizeof digits, "%s%0*llu%s", n < 0 ? "-" : "", format == POLICY__FORMAT_ZERO ? 2 : 1,
                        (unsigned long long)size, ending);
  return policy_buffer_append(label, digits, (size_t)length);
}

policy_status policy__label_put(int64_t number, policy__number_format format, policy_buffer *label) {
  enum { ROMAN = 3999 };
  bool positive = number > 0 && number <= INT32_MAX;
  switch (format) {
    case POLICY__FORMAT_BULLET:
    case POLICY__FORMAT_NONE: return POLICY_OK;
    case POLICY__FORMAT_UPPER_LETTER:
    case POLICY__FORMAT_LOWER_LETTER:
      if (positive) return put_letters((uint32_t)number, format == POLICY__FORMAT_UPPER_LETTER, label);
      break;
    case POLICY__FORMAT_UPPER_ALPHA:
    case POLICY__FORMAT_LOWER_ALPHA:
      if (positive) return put_alpha((uint32_t)number, format == POLICY__FORMAT_UPPER_ALPHA, label);
      break;
    case POLICY__FORMAT_UPPER_ROMAN:
    case POLICY__FORMAT_LOWER_ROMAN:
      if (positive && number <= ROMAN)
        return put_roman((uint32_t)number, format == POLICY__FORMAT_UPPER_ROMAN, label);
      break;
    default: break;
  }
  return put_digits(number, format, label);
}

policy_status policy__label_bullet(policy_string sign, policy_buffer *label) {
  static const char *const kept[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "*", ">"};
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
    if (policy__equal_word(sign, kept[i])) return policy_buffer_append(label, sign.data, sign.size);
  return sign.size > 0 ? policy_buffer_append(label, "\xE2\x80\xA2", 3) : POLICY_OK;
}

policy__number_format policy__label_format(policy_string name, policy__number_format other) {
  static const struct {
    const char *name;
    policy__number_format format;
  } formats[] = {
      {"1", POLICY__FORMAT_DECIMAL},          {"A", POLICY__FORMAT_UPPER_ALPHA},
      {"a", POLICY__FORMAT_LOWER_ALPHA},      {"I", POLICY__FORMAT_UPPER_ROMAN},
      {"i", POLICY__FORMAT_LOWER_ROMAN},      {"decimal", POLICY__FORMAT_DECIMAL},
      {"none", POLICY__FORMAT_NONE},          {"decimal-leading-zero", POLICY__FORMAT_ZERO},
      {"disc", POLICY__FORMAT_BULLET},        {"circle", POLICY__FORMAT_BULLET},
      {"square", POLICY__FORMAT_BULLET},      {"upper-alpha", POLICY__FORMAT_UPPER_ALPHA},
      {"lower-alpha", POLICY__FORMAT_LOWER_ALPHA}, {"upper-latin", POLICY__FORMAT_UPPER_ALPHA},
      {"lower-latin", POLICY__FORMAT_LOWER_ALPHA}, {"upper-roman", POLICY__FORMAT_UPPER_ROMAN},
      {"lower-roman", POLICY__FORMAT_LOWER_ROMAN},
  };
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (policy__equal_word(name, formats[i].name)) return formats[i].format;
  return other;
}

bool policy__label_number(policy_string value, int32_t *number) {
  size_t at = 0;
  int64_t n = 0;
  while (at < value.size && policy__is_white(value.data[at])) at++;
  bool negative = at < value.size && value.data[at] == '-';
  if (at < value.size && (value.data[at] == '-' || value.data[at] == '+')) at++;
  size_t first = at;
  for (; at < value.size && value.data[at] >= '0' && value.data[at] <= '9'; at++)
    if (n <= INT32_MAX) n = n * 10 + (value.data[at] - '0');
  if (n > INT32_MAX) n = INT32_MAX;
  if (at > first) *number = (int32_t)(negative ? -n : n);
  return at > first;
}

bool policy__label_is_own(policy_string text, int64_t number) {
  policy_string line = policy__trim(text);
  if (line.size == 0) return false;
  policy__marker marker = policy__marker_find(line);
  switch ((policy__marker_kind)marker.kind) {
    case POLICY__MARKER_NUMBER:
    case POLICY__MARKER_BRACKET: return true;
    case POLICY__MARKER_LETTER:
    case POLICY__MARKER_ROMAN: /* "A. Smith" has none */
      return marker.ordinal == number || marker.letter == number || memchr(line.data, ')', marker.size) != NULL;
    default: return false;
  }
}
