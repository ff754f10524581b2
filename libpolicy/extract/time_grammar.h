/* Expressions of time among the words of a sentence: where they begin and end, and what they say. */
#ifndef POLICY_EXTRACT_TIME_GRAMMAR_H
#define POLICY_EXTRACT_TIME_GRAMMAR_H

#include "extract/calendar.h"
#include "extract/time_words.h"

typedef enum policy__time_sense {
  POLICY__SENSE_DATE,     /* a place in the calendar; what is not said is 0 */
  POLICY__SENSE_SHIFT,    /* `count` units from the anchor */
  POLICY__SENSE_DURATION, /* `twice` half units */
  POLICY__SENSE_SET,      /* each of them */
  POLICY__SENSE_FLOW      /* "recent years": the past (count -1) or the future (1) at large */
} policy__time_sense;

/* How fine a date is. */
typedef enum policy__grain {
  POLICY__GRAIN_CENTURY, /* `day.year`: its first two digits */
  POLICY__GRAIN_DECADE,  /* `day.year`: its first three digits */
  POLICY__GRAIN_YEAR,
  POLICY__GRAIN_HALF,    /* `number`: 1 or 2 */
  POLICY__GRAIN_QUARTER, /* `number`: 1 to 4 */
  POLICY__GRAIN_SEASON,  /* `number`: policy__season */
  POLICY__GRAIN_MONTH,
  POLICY__GRAIN_WEEKDAY, /* `number`: 1 is Monday; with a day, too, where both are said */
  POLICY__GRAIN_DAY
} policy__grain;

typedef struct policy__time_expression {
  uint32_t first, end; /* words */
  policy__time_sense sense;
  policy__grain grain;
  policy__time_unit unit;
  policy__day day;
  policy__day last;      /* of a range, if its year is not 0 */
  int32_t number, count, twice; /* twice -1: how many is not said */
  int32_t part;          /* policy__day_part + 1, or 0 */
  int32_t hour, minute;  /* -1: not said */
  bool has_year;
  bool from_text;        /* the anchor is what was said before, not the document's date */
  bool ambiguous;        /* day and month may have changed places: day.day is what stood first */
  bool numeric;
  bool yearly; /* "31 March of each year" */
} policy__time_expression;

typedef struct policy__time_row {
  policy_string text;
  const policy__time_word *words;
  uint32_t count;
} policy__time_row;

/* The expression that begins at a word, the longest there is. */
bool policy__time_match(const policy__time_row *row, uint32_t at, policy__time_expression *expression);

#endif
