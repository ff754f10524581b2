/* The words of a sentence as expressions of time see them. */
#ifndef POLICY_EXTRACT_TIME_WORDS_H
#define POLICY_EXTRACT_TIME_WORDS_H

#include <stdbool.h>

#include <policy/text.h>

#include "base/array.h"

/* What a word can be; `value` says which. */
typedef enum policy__time_class {
  POLICY__TIME_OTHER,
  POLICY__TIME_NUMBER,   /* digits; value: the number */
  POLICY__TIME_CARDINAL, /* "two": 2 */
  POLICY__TIME_ORDINAL,  /* "second": 2 */
  POLICY__TIME_SOME,     /* "several": how many is not said */
  POLICY__TIME_MONTH,    /* 1 to 12 */
  POLICY__TIME_WEEKDAY,  /* 1 is Monday */
  POLICY__TIME_UNIT,     /* policy__time_unit */
  POLICY__TIME_SEASON,   /* policy__season */
  POLICY__TIME_HOUR,     /* a part of the day: policy__day_part */
  POLICY__TIME_DAY,      /* "yesterday": -1 */
  POLICY__TIME_FESTIVAL, /* month * 100 + day */
  POLICY__TIME_NEAR,     /* "last", "this", "next": -1, 0, 1 */
  POLICY__TIME_PART,     /* "early", "mid", "end": a part of what follows */
  POLICY__TIME_HALF,
  POLICY__TIME_AGO,     /* before the document */
  POLICY__TIME_EARLIER, /* before what was said */
  POLICY__TIME_LATER,
  POLICY__TIME_EVERY,
  POLICY__TIME_OFTEN, /* "annually": policy__time_unit */
  POLICY__TIME_THE,   /* "the", "this": a determiner */
  POLICY__TIME_A,
  POLICY__TIME_OF,
  POLICY__TIME_AND,
  POLICY__TIME_ABOUT, /* "nearly": what a number is like */
  POLICY__TIME_AT,    /* prepositions behind which a bare number is a year */
  POLICY__TIME_BY,    /* those before a deadline */
  POLICY__TIME_WILL,  /* what follows is to come */
  POLICY__TIME_AM,    /* "p.m.": 12 */
  POLICY__TIME_BC,    /* "BC": -1; "AD": 1 */
  POLICY__TIME_FISCAL,
  POLICY__TIME_CLOCK,  /* "o'clock" */
  POLICY__TIME_MEASURE, /* "km": a number before it counts */
  POLICY__TIME_NOT_YEAR /* "resolution": a number behind it is its own */
} policy__time_class;

typedef enum policy__time_unit {
  POLICY__UNIT_SECOND,
  POLICY__UNIT_MINUTE,
  POLICY__UNIT_HOUR,
  POLICY__UNIT_DAY,
  POLICY__UNIT_WEEKEND,
  POLICY__UNIT_WEEK,
  POLICY__UNIT_FORTNIGHT,
  POLICY__UNIT_MONTH,
  POLICY__UNIT_QUARTER,
  POLICY__UNIT_YEAR,
  POLICY__UNIT_DECADE,
  POLICY__UNIT_CENTURY
} policy__time_unit;

typedef enum policy__season {
  POLICY__SEASON_SPRING,
  POLICY__SEASON_SUMMER,
  POLICY__SEASON_AUTUMN,
  POLICY__SEASON_WINTER
} policy__season;

typedef enum policy__day_part {
  POLICY__PART_MORNING,
  POLICY__PART_NOON,
  POLICY__PART_AFTERNOON,
  POLICY__PART_EVENING,
  POLICY__PART_NIGHT,
  POLICY__PART_MIDNIGHT
} policy__day_part;

typedef struct policy__time_word {
  policy_span span;
  uint32_t sign; /* the code point of a sign, 0 for words; dashes are '-' and apostrophes '\'' */
  int32_t value;
  uint8_t class;  /* policy__time_class */
  uint8_t digits; /* of a number */
  bool spaced;    /* white space before it, or the sentence's beginning */
  bool capital;
  bool plural;  /* "years"; "1990s" */
  bool ordinal; /* "2nd" */
  bool tailed;  /* digits with letters behind them that mean nothing here */
  bool short_form; /* "Jan", "Mon" */
} policy__time_word;

/* Appends the words of text[sentence] to `words` (of policy__time_word). Linear. Whether any of them can tell
   of a time is in `telling`. */
policy_status policy__time_words_find(policy_string text, policy_span sentence, policy__array *words, bool *telling);

/* Whether the word is this one, in small letters. */
bool policy__time_word_is(policy_string text, const policy__time_word *word, const char *small);

#endif
