/* Dates of title pages. */
#include "read/isodate.h"

#include <stdio.h>
#include <string.h>

#include "read/scan.h"
#include "text/utf8.h"

enum { MONTHS = 12, FIRST_YEAR = 1500, LAST_YEAR = 2199 };

static const char *const months[] = {" january jan january. jan. janvier enero januar janeiro gennaio ",
                                     " february feb feb. f\xC3\xA9vrier febrero februar fevereiro febbraio ",
                                     " march mar mar. mars marzo m\xC3\xA4rz mar\xC3\xA7o ",
                                     " april apr apr. avril abril aprile ", " may mai mayo maio maggio ",
                                     " june jun jun. juin junio juni junho giugno ",
                                     " july jul jul. juillet julio juli julho luglio ",
                                     " august aug aug. ao\xC3\xBBt agosto ",
                                     " september sep sept sep. sept. septembre septiembre setembro settembre ",
                                     " october oct oct. octobre octubre oktober outubro ottobre ",
                                     " november nov nov. novembre noviembre novembro ",
                                     " december dec dec. d\xC3\xA9",
                                     "cembre diciembre dezember dezembro dicembre "};

static const char weekdays[] =
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs"
    " fri sat sun ";

static unsigned month_of(policy_string word) {
  for (unsigned i = 0; i < MONTHS; i++)
    if (policy__among(word, months[i])) return i + 1;
  return 0;
}

static size_t skip(policy_string text, size_t at, const char *signs) {
  while (at < text.size && (text.data[at] == ' ' || text.data[at] == '\n' || text.data[at] == '\t' ||
                            strchr(signs, text.data[at]) != NULL))
    at++;
  return at;
}

/* A number of at most `most` digits at `*at`, which moves behind it; -1 for none. */
static int number(policy_string text, size_t *at, size_t most) {
  int value = 0;
  size_t from = *at;
  while (*at < text.size && (unsigned)(text.data[*at] - '0') < 10) {
    if (*at - from == most) return -1;
    value = value * 10 + (text.data[(*at)++] - '0');
  }
  return *at > from ? value : -1;
}

static bool is_year(int year) {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/* Whether the day exists, in a leap year or not. */
static bool fill(policy__date *date, int year, unsigned month, int day) {
  static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (!is_year(year) || month < 1 || month > MONTHS || day < 0 || day > days[month - 1]) return false;
  if (month == 2 && day == 29 && (year % 4 != 0 || (year % 100 == 0 && year % 400 != 0))) return false;
  *date = (policy__date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
  return true;
}

/* "2016-02-25", "2016/02/25", "25/02/2016", "25.02.2016", "02-25-2016". */
static size_t read_digits(policy_string text, policy__date *date) {
  size_t at = 0;
  int first = number(text, &at, 4);
  if (first < 0 || at + 1 >= text.size || strchr("-/.", text.data[at]) == NULL) return 0;
  char sign = text.data[at++];
  int second = number(text, &at, 2);
  if (second < 0) return 0;
  if (is_year(first)) {
    size_t month_end = at;
    if (at + 1 < text.size && text.data[at] == sign) {
      at++;
      int day = number(text, &at, 2);
      if (day > 0 && fill(date, first, (unsigned)second, day)) return at;
    }
    return sign == '-' && month_end == 7 && fill(date, first, (unsigned)second, 0) ? month_end : 0;
  }
  if (at >= text.size || text.data[at] != sign) return 0;
  at++;
  int year = number(text, &at, 4);
  if (!is_year(year)) return 0;
  bool day_first = sign == '.' || first > 12 || first == second;
  if (!day_first && second <= 12) return 0;
  if (day_first ? fill(date, year, (unsigned)second, first) : fill(date, year, (unsigned)first, second))
    return at;
  return 0;
}

static size_t skip_ordinal(policy_string text, size_t at) {
  static const char *const endings[] = {"st", "nd", "rd", "th", "\xC2\xBA", "er"};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (policy__find_in(policy__piece(text, at, at + 2), 0, endings[i]) == 0) return at + 2;
  return at;
}

/* The year behind a month, with what may stand between. */
static size_t read_year(policy_string text, size_t at, int *year) {
  at = skip(text, at, ",.-/");
  policy_string rest = policy__piece(text, at, text.size);
  size_t of = policy__begins(rest, "of");
  if (of == 0) of = policy__begins(rest, "de");
  at = skip(text, at + of, "");
  size_t from = at;
  *year = number(text, &at, 4);
  return is_year(*year) && at - from == 4 ? at : 0;
}

/* The end of the letters at `from`, of which a month has few. */
static size_t end_of_name(policy_string text, size_t from) {
  enum { LONGEST = 16 };
  size_t end = from;
  while (end < text.size && end - from < LONGEST &&
         ((unsigned)((text.data[end] | 32) - 'a') < 26 || (unsigned char)text.data[end] >= 0x80))
    end++;
  return end;
}

/* "25 February 2016", "25th of February, 2016", "25-Feb-2016". */
static size_t read_day_first(policy_string text, policy__date *date) {
  size_t at = 0;
  int day = number(text, &at, 2), year;
  if (day < 1) return 0;
  at = skip(text, skip_ordinal(text, at), ".-");
  size_t word = policy__begins(policy__piece(text, at, text.size), "day of");
  if (word == 0) word = policy__begins(policy__piece(text, at, text.size), "of");
  if (word == 0) word = policy__begins(policy__piece(text, at, text.size), "de");
  at = skip(text, at + word, "");
  size_t from = at, end = end_of_name(text, from);
  unsigned month = month_of(policy__piece(text, from, end));
  if (month == 0 || (end = read_year(text, end, &year)) == 0) return 0;
  return fill(date, year, month, day) ? end : 0;
}

/* "February 25, 2016", "February 2016", "Feb. 25th 2016". */
static size_t read_month_first(policy_string text, policy__date *date) {
  size_t at = end_of_name(text, 0);
  int year;
  unsigned month = month_of(policy__piece(text, 0, at));
  if (month == 0 || at == 0) return 0;
  size_t end = read_year(text, at, &year);
  if (end > 0) return fill(date, year, month, 0) ? end : 0;
  at = skip(text, at, ".");
  int day = number(text, &at, 2);
  if (day < 1) return 0;
  end = read_year(text, skip_ordinal(text, at), &year);
  return end > 0 && fill(date, year, month, day) ? end : 0;
}

size_t policy__date_read(policy_string text, policy__date *date) {
  size_t at = 0;
  policy_string day = policy__next_word(policy__piece(text, 0, 16), &at);
  size_t from = day.data == text.data && policy__among(day, weekdays) ? skip(text, at, ",.") : 0;
  policy_string rest = policy__piece(text, from, text.size);
  size_t taken = read_digits(rest, date);
  if (taken == 0) taken = read_day_first(rest, date);
  if (taken == 0) taken = read_month_first(rest, date);
  bool more = taken > 0 && from + taken < text.size && (unsigned)(text.data[from + taken] - '0') < 10;
  return taken > 0 && !more ? from + taken : 0;
}

bool policy__date_find(policy_string text, policy__date *date, size_t *begin) {
  char before = ' ';
  for (size_t at = 0; at < text.size; at++) {
    char c = text.data[at];
    bool wordy =
        (unsigned)((before | 32) - 'a') < 26 || (unsigned)(before - '0') < 10 || before == '/' || before == '.';
    bool may = (unsigned)(c - '0') < 10 || (c >= 'A' && c <= 'Z');
    before = c;
    if (wordy || !may || policy__date_read(policy__piece(text, at, text.size), date) == 0) continue;
    *begin = at;
    return true;
  }
  return false;
}

static bool is_time_of_day(policy_string rest) {
  rest = policy__strip(rest, ",.;()|-");
  size_t at = policy__begins(rest, "at");
  rest = policy__trim(policy__piece(rest, at, rest.size));
  if (rest.size == 0) return true;
  if ((unsigned)(rest.data[0] - '0') > 9 || rest.size > 24) return false;
  return policy__find_in(rest, 0, ":") < 3 || policy__holds(rest, "am") || policy__holds(rest, "pm");
}

/* Without a place before the date: "Geneva, 3 May 2010". */
static policy_string behind_place(policy_string text) {
  enum { WORDS = 3 };
  size_t at = 0, words = 0, comma = policy__find_in(text, 0, ", ");
  policy_string place = policy__piece(text, 0, comma);
  if (comma >= text.size) return text;
  for (policy_string word = policy__next_word(place, &at); word.size > 0;
       word = policy__next_word(place, &at)) {
    if ((policy__classify(policy__first_point(word)) & POLICY__UPPER) == 0 || policy__among(word, weekdays))
      return text;
    if (month_of(word) > 0 || ++words > WORDS) return text;
  }
  return words > 0 ? policy__trim(policy__piece(text, comma + 1, text.size)) : text;
}

bool policy__is_date_line(policy_string text, policy__date *date) {
  static const char *const words[] = {"first published on", "first published", "published on", "published",
                                      "posted on", "posted", "updated on", "last updated", "updated",
                                      "date of publication", "date", "issued on", "issued", "released on",
                                      "released", "release date", "dated", "publication date", "created",
                                      "adopted on", "as of", "on", "signed on", "done on"};
  text = policy__strip(text, "[]()*|.,");
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t at = policy__begins(text, words[i]);
    if (at == 0) continue;
    text = policy__strip(policy__piece(text, at, text.size), ":,");
    break;
  }
  if (text.size > 60) return false;
  text = behind_place(text);
  size_t taken = policy__date_read(text, date);
  return taken > 0 && is_time_of_day(policy__piece(text, taken, text.size));
}

void policy__date_write(policy__date date, char iso[POLICY__DATE_SIZE]) {
  unsigned year = date.year % 10000u, month = date.month % 100u, day = date.day % 100u;
  if (date.year == 0) iso[0] = '\0';
  else if (date.month == 0) snprintf(iso, POLICY__DATE_SIZE, "%04u", year);
  else if (date.day == 0) snprintf(iso, POLICY__DATE_SIZE, "%04u-%02u", year, month);
  else snprintf(iso, POLICY__DATE_SIZE, "%04u-%02u-%02u", year, month, day);
}
