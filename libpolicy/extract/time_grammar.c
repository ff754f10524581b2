/* The grammar of expressions of time: one function for each form, all tried where one may begin; the longest wins. */
#include "extract/time_grammar.h"

#include <string.h>

typedef policy__time_row row;
typedef policy__time_expression expression;
typedef policy__time_word word;

static const word nothing = {.class = POLICY__TIME_OTHER, .sign = 1, .spaced = true};

static const word *at(const row *r, uint32_t n) {
  return n < r->count ? &r->words[n] : &nothing;
}

static uint8_t class(const row *r, uint32_t n) {
  return at(r, n)->class;
}

static bool is(const row *r, uint32_t n, const char *small) {
  return n < r->count && policy__time_word_is(r->text, &r->words[n], small);
}

static bool is_sign(const row *r, uint32_t n, uint32_t sign) {
  return n < r->count && r->words[n].sign == sign;
}

/* A sign with no space on either side: "2014-15". */
static bool joins(const row *r, uint32_t n, uint32_t sign) {
  return is_sign(r, n, sign) && !at(r, n)->spaced && !at(r, n + 1)->spaced && n + 1 < r->count;
}

/* A hyphen or nothing between two words. */
static uint32_t past_hyphen(const row *r, uint32_t n) {
  return joins(r, n, '-') ? n + 1 : n;
}

static bool is_plain_number(const row *r, uint32_t n) {
  const word *w = at(r, n);
  return w->class == POLICY__TIME_NUMBER && !w->tailed && !w->plural && !w->ordinal;
}

/* ---- numbers ----------------------------------------------------------------------------------------------- */

/* Is a number of four digits part of something longer: "12,2014", "3.2014", "A/2014", "2014/Add", "$2014"? */
static bool is_fragment(const row *r, uint32_t n) {
  static const char glue[] = "/.,:_=&#@%+~\\";
  uint32_t before = n > 0 && !at(r, n)->spaced ? at(r, n - 1)->sign : 0;
  if (before > 0 && before < 128 && strchr(glue, (int)before) != NULL) {
    bool ends = (before == ',' || before == '.' || before == ':') && n > 1 && class(r, n - 2) != POLICY__TIME_NUMBER;
    if (!ends) return true;
  }
  if (n > 0 && !at(r, n)->spaced && at(r, n - 1)->sign == 0) return true; /* "C4" */
  if (n > 0 && (at(r, n - 1)->sign == '$' || at(r, n - 1)->sign == 0xA3 || at(r, n - 1)->sign == 0x20AC ||
                at(r, n - 1)->sign == 0xA7 || at(r, n - 1)->sign == '#'))
    return true;
  if (joins(r, n + 1, '-') && joins(r, n + 3, '-')) return true; /* of another date, or none */
  const word *after = at(r, n + 1), *further = at(r, n + 2);
  bool glued = after->sign > 1 && after->sign < 128 && !after->spaced && strchr(glue, (int)after->sign) != NULL;
  return glued && n + 2 < r->count && !further->spaced && (further->class == POLICY__TIME_NUMBER || after->sign == '/');
}

static bool is_cue(const row *r, uint32_t n) {
  if (n == 0) return false;
  uint8_t before = class(r, n - 1);
  return before == POLICY__TIME_AT || before == POLICY__TIME_BY || before == POLICY__TIME_MONTH ||
         before == POLICY__TIME_SEASON || before == POLICY__TIME_AND || before == POLICY__TIME_EARLIER ||
         before == POLICY__TIME_LATER || before == POLICY__TIME_PART || before == POLICY__TIME_FISCAL ||
         is_sign(r, n - 1, '(') || is_sign(r, n - 1, '-') || class(r, n - 1) == POLICY__TIME_OF;
}

/* A year in four digits. Those of our time need no cue before them, unless a round number counts what follows. */
static bool is_year(const row *r, uint32_t n) {
  const word *w = at(r, n);
  bool lettered = w->tailed && w->span.end - w->span.begin == 5; /* "2014a", in references */
  if (w->class != POLICY__TIME_NUMBER || w->digits != 4 || w->ordinal || w->plural || (w->tailed && !lettered)) return false;
  if (w->value < 1000 || w->value > 2199 || is_fragment(r, n)) return false;
  if (n > 0 && class(r, n - 1) == POLICY__TIME_NOT_YEAR && !is_sign(r, n - 1, '(')) return false;
  if (n > 1 && class(r, n - 2) == POLICY__TIME_NOT_YEAR && is_sign(r, n - 1, '.')) return false;
  uint8_t next = class(r, n + 1);
  if (next == POLICY__TIME_UNIT || next == POLICY__TIME_MEASURE || is_sign(r, n + 1, '%')) return false;
  bool counts = n + 1 < r->count && at(r, n + 1)->sign == 0 && next == POLICY__TIME_OTHER && !at(r, n + 1)->capital;
  if (w->value < 1600 || w->value > 2100 || (w->value % 100 == 0 && counts)) return is_cue(r, n);
  if (w->value < 1900) return is_cue(r, n) || !counts;
  return true;
}

static bool is_day(const row *r, uint32_t n) {
  const word *w = at(r, n);
  return w->class == POLICY__TIME_NUMBER && !w->tailed && !w->plural && w->digits <= 2 && w->value >= 1 && w->value <= 31;
}

/* A number in digits or words; `twice` it, -1 where it is not said how many ("several"). The end, or 0. */
static uint32_t read_words(const row *r, uint32_t n, int32_t *twice) {
  int64_t whole = 0, part = 0;
  uint32_t begin = n;
  for (; class(r, n) == POLICY__TIME_CARDINAL && n < begin + 8; n++) {
    int32_t value = at(r, n)->value;
    if (value >= 100 && value % 100 == 0) {
      whole += (part > 0 ? part : 1) * value;
      part = 0;
    } else {
      part += value;
    }
    if (joins(r, n + 1, '-') && class(r, n + 2) == POLICY__TIME_CARDINAL) n++;
    else if (is(r, n + 1, "and") && value % 100 == 0 && class(r, n + 2) == POLICY__TIME_CARDINAL) n++;
  }
  *twice = whole + part < 1000000 ? (int32_t)(2 * (whole + part)) : -1;
  return n > begin ? n : 0;
}

static uint32_t read_count(const row *r, uint32_t n, int32_t *twice) {
  uint32_t end = 0;
  if (is_plain_number(r, n) && !is_fragment(r, n) && at(r, n)->digits <= 6) {
    *twice = 2 * at(r, n)->value;
    end = n + 1;
    if (joins(r, n + 1, '.') && is_plain_number(r, n + 2)) *twice += at(r, n + 2)->value >= 5, end = n + 3;
  } else if (class(r, n) == POLICY__TIME_CARDINAL) {
    end = read_words(r, n, twice);
  } else if (class(r, n) == POLICY__TIME_SOME) {
    *twice = -1;
    end = n + 1;
  } else if (class(r, n) == POLICY__TIME_A) {
    *twice = 2;
    end = n + 1;
    bool some = class(r, n + 1) == POLICY__TIME_SOME;
    if (some) *twice = -1, end = n + 2 + (class(r, n + 2) == POLICY__TIME_OF);
    int32_t more;
    uint32_t words = !some ? read_words(r, n + 1, &more) : 0; /* "a hundred", "a dozen" */
    if (words != 0) *twice = more, end = words;
  } else if (class(r, n) == POLICY__TIME_HALF) {
    *twice = 1;
    end = class(r, n + 1) == POLICY__TIME_A ? n + 2 : n + 1;
  }
  if (end != 0 && is(r, end, "and") && is(r, end + 1, "a") && class(r, end + 2) == POLICY__TIME_HALF) *twice += 1, end += 3;
  return end;
}

/* ---- dates ------------------------------------------------------------------------------------------------- */

static int32_t long_year(int32_t year, uint8_t digits) {
  return digits > 2 ? year : year + (year < 50 ? 2000 : 1900);
}

static void set_day(expression *e, int32_t year, int32_t month, int32_t day) {
  e->sense = POLICY__SENSE_DATE;
  e->day = (policy__day){year, month, day};
  e->has_year = year != 0;
  e->grain = day != 0 ? POLICY__GRAIN_DAY : month != 0 ? POLICY__GRAIN_MONTH : POLICY__GRAIN_YEAR;
}

/* "2016-01-06", "6/1/2016", "10-Apr-15". */
static uint32_t match_numeric(const row *r, uint32_t n, expression *e) {
  uint32_t sign = at(r, n + 1)->sign;
  if (!is_plain_number(r, n) || (sign != '-' && sign != '/' && sign != '.')) return 0;
  if (!joins(r, n + 1, sign) || !joins(r, n + 3, sign) || !is_plain_number(r, n + 4)) return 0;
  if (n > 0 && !at(r, n)->spaced && at(r, n - 1)->sign != '(') return 0;
  if (n + 5 < r->count && !at(r, n + 5)->spaced && strchr("-/", (int)(at(r, n + 5)->sign & 127)) != NULL && at(r, n + 5)->sign != 0) return 0;
  const word *a = at(r, n), *b = at(r, n + 2), *c = at(r, n + 4);
  e->numeric = true;
  if (b->class == POLICY__TIME_MONTH && (c->digits == 2 || c->digits == 4)) {
    set_day(e, long_year(c->value, c->digits), b->value, a->value);
  } else if (!is_plain_number(r, n + 2) || b->digits > 2) {
    return 0;
  } else if (a->digits == 4 && c->digits <= 2) {
    set_day(e, a->value, b->value, c->value);
  } else if (a->digits <= 2 && (c->digits == 4 || (c->digits == 2 && sign == '/'))) {
    int32_t year = long_year(c->value, c->digits);
    if (b->value > 12)
      set_day(e, year, a->value, b->value);
    else
      set_day(e, year, b->value, a->value);
    e->ambiguous = a->value <= 12 && b->value <= 12 && a->value != b->value;
  } else {
    return 0;
  }
  return policy__calendar_has(e->day) && e->day.month > 0 && e->day.day > 0 ? n + 5 : 0;
}

/* Whether a month's name is one: "may" and "march" are other words, too, and short forms need a day or a year. */
static bool is_month(const row *r, uint32_t n) {
  const word *w = at(r, n);
  if (w->class != POLICY__TIME_MONTH || !w->capital) return false;
  uint32_t next = n + 1 + (w->short_form && is_sign(r, n + 1, '.'));
  bool number = class(r, next) == POLICY__TIME_NUMBER || (is_sign(r, next, ',') && class(r, next + 1) == POLICY__TIME_NUMBER) ||
                (n > 0 && (class(r, n - 1) == POLICY__TIME_NUMBER || class(r, n - 1) == POLICY__TIME_OF)) ||
                (class(r, next) == POLICY__TIME_OF && class(r, next + 1) == POLICY__TIME_NUMBER);
  if (w->short_form) return number;
  if (w->value != 3 && w->value != 5) return true;
  if (number) return true;
  if (n == 0) return false;
  uint8_t before = class(r, n - 1);
  return before == POLICY__TIME_AT || before == POLICY__TIME_BY || before == POLICY__TIME_NEAR || before == POLICY__TIME_PART ||
         (before == POLICY__TIME_AND && n > 1 && class(r, n - 2) == POLICY__TIME_MONTH && at(r, n - 2)->capital) || before == POLICY__TIME_EARLIER ||
         before == POLICY__TIME_LATER || before == POLICY__TIME_EVERY || is_sign(r, n - 1, '-') || is_sign(r, n - 1, '/');
}

static uint32_t past_month(const row *r, uint32_t n) {
  return n + 1 + (at(r, n)->short_form && is_sign(r, n + 1, '.') && n + 2 < r->count);
}

/* The year behind a month or a day: ", 2016", "2016", "of 384", and of which "this year", "last" are not. */
static uint32_t read_year(const row *r, uint32_t n, bool month, int32_t *year) {
  uint32_t from = n;
  if (is_sign(r, n, ',') && at(r, n + 1)->digits == 4) n++;
  if (month && class(r, n) == POLICY__TIME_OF) n++;
  if (is(r, n, "the") && is(r, n + 1, "year")) n += 2;
  const word *w = at(r, n);
  bool four = w->class == POLICY__TIME_NUMBER && w->digits == 4 && !w->tailed && !w->ordinal && !w->plural &&
              w->value >= 1000 && w->value <= 2199 && !is_fragment(r, n);
  bool three = w->class == POLICY__TIME_NUMBER && w->digits == 3 && n == from + (uint32_t)(class(r, from) == POLICY__TIME_OF) &&
               !is_fragment(r, n) && class(r, n + 1) != POLICY__TIME_UNIT && !w->tailed && !w->ordinal && month && n > from;
  if (!four && !three) return from;
  *year = w->value;
  return n + 1;
}

static bool is_range_sign(const row *r, uint32_t n) {
  return is_sign(r, n, '-') && at(r, n)->spaced == at(r, n + 1)->spaced;
}

/* "17 March 1782", "the 2nd of May", "5-6 September 2019". */
static uint32_t match_day_month(const row *r, uint32_t n, expression *e) {
  if (!is_day(r, n) || is_fragment(r, n)) return 0;
  int32_t first = at(r, n)->value, last = 0;
  uint32_t next = n + 1;
  if (is_range_sign(r, next) && is_day(r, next + 1)) last = at(r, next + 1)->value, next += 2;
  if (class(r, next) == POLICY__TIME_OF) next++;
  next = past_hyphen(r, next);
  if (class(r, next) == POLICY__TIME_NEAR && class(r, next + 1) == POLICY__TIME_UNIT &&
      at(r, next + 1)->value == POLICY__UNIT_MONTH && at(r, n)->ordinal) { /* "the 2nd of this month" */
    *e = (expression){.sense = POLICY__SENSE_SHIFT, .unit = POLICY__UNIT_MONTH, .count = at(r, next)->value,
                      .number = first, .grain = POLICY__GRAIN_DAY, .hour = -1};
    return next + 2;
  }
  if (class(r, next) != POLICY__TIME_MONTH || !at(r, next)->capital) return 0;
  int32_t month = at(r, next)->value, year = 0;
  uint32_t end = past_month(r, next), past = read_year(r, end, false, &year);
  if (past == end && at(r, next)->short_form) end = next + 1; /* the stop is the sentence's */
  set_day(e, year, month, first);
  if (last > first) e->last = (policy__day){year != 0 ? year : 1, month, last};
  return policy__calendar_has(e->day) && (last == 0 || last > first) ? (past > end ? past : end) : 0;
}

/* "September 17, 1859", "May 3rd", "April 14-15, 2010"; "March 2014", "May, 1750"; "November". */
static uint32_t match_month(const row *r, uint32_t n, expression *e) {
  if (!is_month(r, n)) return 0;
  int32_t month = at(r, n)->value, year = 0;
  uint32_t next = past_month(r, n), end = read_year(r, next, true, &year);
  if (end > next) {
    set_day(e, year, month, 0);
    return end;
  }
  next = past_hyphen(r, next);
  if (is_day(r, next) && !(joins(r, next + 1, ':') || class(r, next + 1) == POLICY__TIME_AM)) {
    int32_t first = at(r, next)->value, last = 0;
    end = next + 1;
    if (is_range_sign(r, end) && is_day(r, end + 1) && class(r, end + 2) != POLICY__TIME_MONTH)
      last = at(r, end + 1)->value, end += 2;
    end = read_year(r, end, false, &year);
    set_day(e, year, month, first);
    if (last > first) e->last = (policy__day){year != 0 ? year : 1, month, last};
    if (policy__calendar_has(e->day)) return end;
  }
  if (at(r, n)->short_form) return 0;
  set_day(e, 0, month, 0);
  return n + 1;
}

/* "Monday", "Thursday, March 15, 2012", "Monday 3 May". */
static uint32_t match_weekday(const row *r, uint32_t n, expression *e) {
  const word *w = at(r, n);
  if (w->class != POLICY__TIME_WEEKDAY || !w->capital) return 0;
  uint32_t next = n + 1;
  if (w->short_form && is_sign(r, next, '.')) next++;
  if (is_sign(r, next, ',') || is(r, next, "the")) next++;
  uint32_t end = match_month(r, next, e);
  if (end == 0) end = match_day_month(r, next, e);
  if (end == 0) end = match_numeric(r, next, e);
  if (end != 0 && e->grain == POLICY__GRAIN_DAY && e->sense == POLICY__SENSE_DATE) return end;
  *e = (expression){.hour = -1};
  if (w->short_form || w->plural) return 0;
  e->sense = POLICY__SENSE_DATE;
  e->grain = POLICY__GRAIN_WEEKDAY;
  e->number = w->value;
  return n + 1;
}

/* "2014", "2014-15", "2005/06", "508 BC", "AD 347". */
static uint32_t match_year(const row *r, uint32_t n, expression *e) {
  const word *w = at(r, n);
  if (w->class == POLICY__TIME_BC && w->value > 0 && w->span.end - w->span.begin == 2 && is_plain_number(r, n + 1) &&
      at(r, n + 1)->digits <= 4) {
    set_day(e, at(r, n + 1)->value, 0, 0);
    return n + 2;
  }
  if (is_plain_number(r, n) && w->digits <= 4 && class(r, n + 1) == POLICY__TIME_BC && w->value > 0) {
    set_day(e, at(r, n + 1)->value * w->value, 0, 0);
    return n + 2;
  }
  bool about = n > 0 && w->digits == 3 && is_plain_number(r, n) && (is(r, n - 1, "circa") || (n > 1 && is(r, n - 2, "c")));
  if (about) set_day(e, w->value, 0, 0);
  if (about) return n + 1;
  bool span = w->class == POLICY__TIME_NUMBER && w->digits == 4 && w->value >= 1500 && w->value < 2100 &&
              (joins(r, n + 1, '-') || joins(r, n + 1, '/')) && is_plain_number(r, n + 2) && at(r, n + 2)->digits == 2 &&
              at(r, n + 2)->value == (w->value + 1) % 100 && !joins(r, n + 3, '-') && !joins(r, n + 3, '/');
  if (span && (n == 0 || w->spaced || is_sign(r, n - 1, '('))) {
    set_day(e, w->value, 0, 0);
    e->last = (policy__day){w->value + 1, 0, 0};
    return n + 3;
  }
  if (!is_year(r, n)) return 0;
  set_day(e, w->value, 0, 0);
  return n + 1;
}

/* "the year 2030", "fiscal year 2016", "FY 2016". */
static uint32_t match_named_year(const row *r, uint32_t n, expression *e) {
  uint32_t next = n;
  if (class(r, next) == POLICY__TIME_FISCAL) next++;
  if (is(r, next, "year")) next++;
  if (next == n) return 0;
  uint32_t end = match_year(r, next, e);
  return end != 0 && e->day.year > 0 ? end : 0;
}

/* "1990s", "'90s". */
static uint32_t match_decade(const row *r, uint32_t n, expression *e) {
  bool mark = is_sign(r, n, '\'') && !at(r, n + 1)->spaced;
  const word *w = at(r, n + mark);
  if (w->class != POLICY__TIME_NUMBER || !w->plural) return 0;
  if (w->digits == 4 && (w->value < 1000 || w->value > 2190 || is_fragment(r, n + mark))) return 0;
  bool owned = n > 0 && class(r, n - 1) == POLICY__TIME_THE && !is(r, n - 1, "the"); /* "her 80s" */
  if (w->digits == 2 && (owned || (!mark && (n == 0 || (class(r, n - 1) != POLICY__TIME_THE && class(r, n - 1) != POLICY__TIME_PART)))))
    return 0;
  e->sense = POLICY__SENSE_DATE;
  e->grain = POLICY__GRAIN_DECADE;
  e->has_year = true;
  e->day.year = w->digits == 4 ? w->value / 10 : 190 + w->value / 10 + (w->value < 30 ? 10 : 0);
  return n + mark + 1;
}

/* "19th century", "the twenty-first century". */
static uint32_t match_century(const row *r, uint32_t n, expression *e) {
  uint32_t next = n + 1;
  int32_t which = at(r, n)->value;
  if (class(r, n) == POLICY__TIME_CARDINAL && which == 20 && joins(r, n + 1, '-') && class(r, n + 2) == POLICY__TIME_ORDINAL)
    which += at(r, n + 2)->value, next = n + 3;
  else if (class(r, n) != POLICY__TIME_ORDINAL && !at(r, n)->ordinal)
    return 0;
  next = past_hyphen(r, next);
  if (class(r, next) != POLICY__TIME_UNIT || at(r, next)->value != POLICY__UNIT_CENTURY || at(r, next)->plural || which > 30 || which < 1)
    return 0;
  e->sense = POLICY__SENSE_DATE;
  e->grain = POLICY__GRAIN_CENTURY;
  e->has_year = true;
  e->day.year = which - 1;
  if (class(r, next + 1) == POLICY__TIME_BC && at(r, next + 1)->value < 0) e->day.year = -which, next++;
  return next + 1;
}

/* The year that a quarter, half or season is of: " of 2014", " 2014", " of this year". */
static uint32_t read_its_year(const row *r, uint32_t n, expression *e) {
  uint32_t next = n + (class(r, n) == POLICY__TIME_OF);
  if (is(r, next, "the") && (class(r, next + 1) == POLICY__TIME_FISCAL || is(r, next + 1, "year"))) next++;
  if (class(r, next) == POLICY__TIME_FISCAL) next++;
  if (is(r, next, "year")) next++;
  if (at(r, next)->digits == 4 && is_year(r, next)) {
    e->day.year = at(r, next)->value;
    e->has_year = true;
    return next + 1;
  }
  if (next > n && class(r, next) == POLICY__TIME_NEAR && is(r, next + 1, "year")) {
    e->count = at(r, next)->value;
    return next + 2;
  }
  return next > n && is(r, next - 1, "year") ? next : n;
}

/* "the second quarter of 2014", "Q3 2020", "first half of this year". */
static uint32_t match_quarter(const row *r, uint32_t n, expression *e) {
  uint32_t next = n + 1;
  const word *w = at(r, n);
  bool short_quarter = w->sign == 0 && w->span.end - w->span.begin == 2 && w->class == POLICY__TIME_OTHER &&
                       (is(r, n, "q1") || is(r, n, "q2") || is(r, n, "q3") || is(r, n, "q4"));
  e->sense = POLICY__SENSE_DATE;
  if (short_quarter) {
    e->grain = POLICY__GRAIN_QUARTER;
    e->number = r->text.data[w->span.begin + 1] - '0';
  } else {
    if (class(r, n) != POLICY__TIME_ORDINAL && !w->ordinal) return 0;
    bool half = class(r, next) == POLICY__TIME_HALF, quarter = is(r, next, "quarter");
    if (w->value > (half ? 2 : 4) || w->value < 1 || (!half && !quarter)) return 0;
    e->grain = half ? POLICY__GRAIN_HALF : POLICY__GRAIN_QUARTER;
    e->number = w->value;
    next++;
  }
  uint32_t end = read_its_year(r, next, e);
  return end > next || (e->grain == POLICY__GRAIN_QUARTER && !short_quarter) ? end : 0;
}

/* "spring 2014", "the summer of 2010", "last winter". */
static uint32_t match_season(const row *r, uint32_t n, expression *e) {
  bool near = class(r, n) == POLICY__TIME_NEAR;
  uint32_t season = n + near;
  if (class(r, season) != POLICY__TIME_SEASON) return 0;
  e->sense = POLICY__SENSE_DATE;
  e->grain = POLICY__GRAIN_SEASON;
  e->number = at(r, season)->value;
  if (near) e->count = at(r, n)->value;
  uint32_t end = near ? season + 1 : read_its_year(r, season + 1, e);
  if (near || end > season + 1) return end;
  bool placed = n > 0 && (class(r, n - 1) == POLICY__TIME_AT || class(r, n - 1) == POLICY__TIME_PART ||
                          (class(r, n - 1) == POLICY__TIME_THE && n > 1 && class(r, n - 2) == POLICY__TIME_AT));
  return placed && !is(r, n, "fall") ? end : 0;
}

static uint32_t match_festival(const row *r, uint32_t n, expression *e) {
  uint32_t end = n + 1;
  int32_t day = at(r, n)->value;
  if (is(r, n, "new") && is(r, n + 1, "year") && is_sign(r, n + 2, '\'') && is(r, n + 3, "s")) {
    if (is(r, n + 4, "eve")) day = 1231;
    if (is(r, n + 4, "day")) day = 101;
    end = n + 5;
    if (day < 101) return 0;
  } else if (class(r, n) != POLICY__TIME_FESTIVAL || !at(r, n)->capital) {
    return 0;
  } else if (is(r, end, "eve")) {
    day--, end++;
  } else if (is(r, end, "day")) {
    end++;
  }
  int32_t year = 0;
  end = read_year(r, end, false, &year);
  set_day(e, year, day / 100, day % 100);
  return end;
}

/* ---- times of the day ---------------------------------------------------------------------------------------- */

/* "22:30", "8:15 a.m.", "9 am", "five o'clock". */
static uint32_t match_clock(const row *r, uint32_t n, expression *e) {
  const word *w = at(r, n);
  bool number = is_plain_number(r, n) && w->digits <= 2;
  if (!number && class(r, n) != POLICY__TIME_CARDINAL) return 0;
  int32_t hour = w->value, minute = 0;
  uint32_t next = n + 1;
  bool clock = false;
  if (number && joins(r, next, ':') && is_plain_number(r, next + 1) && at(r, next + 1)->digits == 2) {
    minute = at(r, next + 1)->value;
    next += 2;
    clock = !joins(r, next, ':') || is_plain_number(r, next + 1);
    if (joins(r, next, ':') && clock) next += 2;
  }
  bool am = class(r, next) == POLICY__TIME_AM;
  if (am && hour >= 1 && hour <= 12)
    hour = hour % 12 + at(r, next)->value, next++;
  else if (class(r, next) == POLICY__TIME_CLOCK)
    next++;
  else if (!clock || (n > 0 && !w->spaced && at(r, n - 1)->sign != '('))
    return 0;
  if (hour > 24 || minute > 59) return 0;
  e->sense = POLICY__SENSE_SHIFT;
  e->unit = POLICY__UNIT_DAY;
  e->from_text = true;
  e->hour = hour;
  e->minute = minute;
  return next;
}

/* "today", "tomorrow morning", "this afternoon", "last night", "Monday night". */
static uint32_t match_today(const row *r, uint32_t n, expression *e) {
  e->sense = POLICY__SENSE_SHIFT;
  e->unit = POLICY__UNIT_DAY;
  bool near = class(r, n) == POLICY__TIME_NEAR && class(r, n + 1) == POLICY__TIME_HOUR;
  if (near) {
    bool that = is(r, n, "that") || is(r, n, "same") || is(r, n, "following") || is(r, n, "previous") || is(r, n, "next");
    e->count = at(r, n)->value;
    e->from_text = that;
    e->part = at(r, n + 1)->value + 1;
    return n + 2;
  }
  if (class(r, n) != POLICY__TIME_DAY) return 0;
  e->count = at(r, n)->value;
  if (e->count == 2) e->count = 0, e->part = POLICY__PART_NIGHT + 1;
  if (class(r, n + 1) == POLICY__TIME_HOUR) {
    e->part = at(r, n + 1)->value + 1;
    return n + 2;
  }
  return n + 1;
}

/* ---- from here --------------------------------------------------------------------------------------------- */

static bool is_unit(const row *r, uint32_t n) {
  return class(r, n) == POLICY__TIME_UNIT;
}

/* "last week", "the following year", "later this month", "recent years", "the next two years". */
static uint32_t match_near(const row *r, uint32_t n, expression *e) {
  uint32_t near = n;
  if ((class(r, n) == POLICY__TIME_LATER || class(r, n) == POLICY__TIME_EARLIER) && class(r, n + 1) == POLICY__TIME_NEAR) near++;
  if (class(r, near) != POLICY__TIME_NEAR) return 0;
  uint32_t unit = near + 1;
  if (class(r, unit) == POLICY__TIME_NEAR) unit++; /* "this past week", "that same year" */
  bool said = is(r, near, "that") || is(r, near, "same") || is(r, near, "following") || is(r, near, "previous") ||
              is(r, near, "preceding") || is(r, near, "subsequent") || (is(r, near, "next") && n > 0 && is(r, n - 1, "the"));
  e->count = at(r, unit - 1)->value;
  if (is_unit(r, unit) && !at(r, unit)->plural) {
    if (is(r, near, "recent")) return 0;
    e->unit = (policy__time_unit)at(r, unit)->value;
    if (e->unit < POLICY__UNIT_DAY || (n > 0 && is(r, n - 1, "to") && is(r, near, "this"))) return 0;
    bool past_span = n > 0 && is(r, n - 1, "the") && e->count < 0 && !said && e->unit != POLICY__UNIT_CENTURY &&
                     e->unit != POLICY__UNIT_QUARTER; /* "the past decade" */
    e->sense = past_span ? POLICY__SENSE_DURATION : POLICY__SENSE_SHIFT;
    e->twice = 2;
    e->from_text = said;
    return unit + 1;
  }
  int32_t twice;
  uint32_t end = read_count(r, unit, &twice);
  end = end != 0 ? past_hyphen(r, end) : 0;
  if (end != 0 && is_unit(r, end) && e->count != 0) {
    e->sense = POLICY__SENSE_DURATION;
    e->unit = (policy__time_unit)at(r, end)->value;
    e->twice = twice;
    return end + 1;
  }
  if (is_unit(r, unit) && at(r, unit)->plural && e->count != 0 && at(r, unit)->value >= POLICY__UNIT_DAY) {
    e->sense = POLICY__SENSE_FLOW;
    return unit + 1;
  }
  if (class(r, unit) == POLICY__TIME_WEEKDAY && at(r, unit)->capital) {
    e->sense = POLICY__SENSE_DATE;
    e->grain = POLICY__GRAIN_WEEKDAY;
    e->number = at(r, unit)->value;
    e->from_text = said;
    return unit + 1;
  }
  if (is_month(r, unit) && !at(r, unit)->short_form) {
    set_day(e, 0, at(r, unit)->value, 0);
    return unit + 1;
  }
  return 0;
}

/* What a length of time is measured from: "ago", "earlier", "later", "from now"; the end. */
static uint32_t read_direction(const row *r, uint32_t n, expression *e) {
  uint8_t c = class(r, n);
  if (c == POLICY__TIME_AGO || (is(r, n, "from") && is(r, n + 1, "now"))) {
    e->count = c == POLICY__TIME_AGO ? -1 : 1;
    e->from_text = false;
    return n + (c == POLICY__TIME_AGO ? 1 : 2);
  }
  if (c != POLICY__TIME_EARLIER && c != POLICY__TIME_LATER) return 0;
  bool alone = is(r, n, "later") || is(r, n, "earlier") || is(r, n, "previously") || is(r, n, "afterwards") ||
               is(r, n, "afterward") || is(r, n, "thereafter") || is(r, n, "hence") || is(r, n, "beforehand");
  if (!alone && n + 1 < r->count && at(r, n + 1)->sign == 0 && !is(r, n + 1, "and")) return 0; /* "three days after the vote" */
  e->count = at(r, n)->value;
  e->from_text = true;
  return n + 1;
}

/* Words about a number: "nearly", "more than", "at least", "up to"; the word behind them. */
static uint32_t past_about(const row *r, uint32_t n) {
  if (class(r, n) == POLICY__TIME_ABOUT) return n + 1;
  if ((is(r, n, "more") || is(r, n, "less") || is(r, n, "fewer")) && is(r, n + 1, "than")) return n + 2;
  if (is(r, n, "at") && (is(r, n + 1, "least") || is(r, n + 1, "most"))) return n + 2;
  if (is(r, n, "up") && is(r, n + 1, "to")) return n + 2;
  return n;
}

/* "20 tonnes a year", "twice a week", "$5 a month". */
static bool is_rate(const row *r, uint32_t n) {
  if (n == 0) return false;
  bool times = is(r, n - 1, "once") || is(r, n - 1, "twice") || is(r, n - 1, "times");
  return times || class(r, n - 1) == POLICY__TIME_NUMBER || class(r, n - 1) == POLICY__TIME_CARDINAL ||
         (n > 1 && (class(r, n - 2) == POLICY__TIME_NUMBER || class(r, n - 2) == POLICY__TIME_CARDINAL));
}

/* "two years", "18-month", "about ten years", "three years ago", "a month later", "half a century". */
static uint32_t match_length(const row *r, uint32_t n, expression *e) {
  int32_t twice;
  uint32_t number = past_about(r, n), end = read_count(r, number, &twice);
  if (end == 0) return 0;
  bool bare = class(r, number) == POLICY__TIME_A && end == number + 1;
  uint32_t unit = past_hyphen(r, end);
  if (!is_unit(r, unit) && (is(r, unit, "calendar") || is(r, unit, "consecutive") || is(r, unit, "full") || is(r, unit, "working") || is(r, unit, "additional") || is(r, unit, "more") || is(r, unit, "whole") || is(r, unit, "long"))) unit++;
  if (!is_unit(r, unit) || (unit > end && at(r, unit)->plural && joins(r, end, '-'))) return 0;
  if (bare && at(r, unit)->plural) return 0;
  if (class(r, number) == POLICY__TIME_A && !bare && unit > end && twice < 200) return 0; /* "a six-month plan": the plan's */
  e->unit = (policy__time_unit)at(r, unit)->value;
  e->twice = twice;
  bool half = is(r, unit + 1, "and") && is(r, unit + 2, "a") && class(r, unit + 3) == POLICY__TIME_HALF;
  if (half && e->twice > 0) e->twice++;
  end = unit + 1 + (half ? 3 : 0);
  uint32_t past = read_direction(r, end, e);
  if (past != 0) {
    e->sense = POLICY__SENSE_SHIFT;
    if (e->twice < 0) e->sense = POLICY__SENSE_FLOW;
    e->count *= e->twice > 0 ? e->twice / 2 : 1;
    return past;
  }
  e->count = 0;
  if (joins(r, end, '-') && is(r, end + 1, "old")) return 0; /* ages */
  if (is(r, end, "old")) return 0;
  bool short_time = e->unit < POLICY__UNIT_DAY || (e->unit == POLICY__UNIT_DAY && (e->twice < 4 || class(r, number) == POLICY__TIME_SOME));
  bool within = n > 0 && is(r, n - 1, "within");
  if ((short_time && !within) || (bare && is_rate(r, n)) || (bare && (e->unit == POLICY__UNIT_WEEKEND || e->unit == POLICY__UNIT_QUARTER))) return 0;
  e->sense = POLICY__SENSE_DURATION;
  return end;
}

/* "the day before", "the year after", "that day": what a unit is beside. */
static uint32_t match_beside(const row *r, uint32_t n, expression *e) {
  if (!is_unit(r, n) || at(r, n)->plural || n == 0 || !is(r, n - 1, "the")) return 0;
  if (at(r, n)->value < POLICY__UNIT_DAY) return 0;
  uint32_t end = read_direction(r, n + 1, e);
  if (end == 0) return 0;
  e->sense = POLICY__SENSE_SHIFT;
  e->unit = (policy__time_unit)at(r, n)->value;
  return end;
}

/* "every two years", "each month", "per year", "every Friday", "annually". */
static uint32_t match_set(const row *r, uint32_t n, expression *e) {
  e->sense = POLICY__SENSE_SET;
  e->twice = 2;
  if (class(r, n) == POLICY__TIME_OFTEN) {
    if (at(r, n)->capital || at(r, n)->value < POLICY__UNIT_MONTH) return 0;
    e->unit = (policy__time_unit)at(r, n)->value;
    return n + 1;
  }
  if (class(r, n) != POLICY__TIME_EVERY) return 0;
  uint32_t unit = n + 1;
  int32_t twice = 2;
  if (is(r, unit, "other"))
    twice = 4, unit++;
  else if (class(r, unit) != POLICY__TIME_A && read_count(r, unit, &twice) != 0)
    unit = read_count(r, unit, &twice);
  if (is(r, n, "per") || (is_unit(r, unit) && at(r, unit)->value < POLICY__UNIT_WEEK && unit == n + 1)) return 0; /* rates, habits */
  if (is_unit(r, unit) && !is(r, n, "each")) {
    e->unit = (policy__time_unit)at(r, unit)->value;
    e->twice = twice;
    return unit + 1;
  }
  if (is(r, n, "each") && is_unit(r, unit) && !at(r, unit)->plural) {
    e->unit = (policy__time_unit)at(r, unit)->value;
    return unit + 1;
  }
  if (class(r, unit) == POLICY__TIME_WEEKDAY && unit == n + 1 && !at(r, unit)->short_form) {
    e->number = at(r, unit)->value;
    return unit + 1;
  }
  return 0;
}

/* "year-end", and the unit behind "the end of the". */
static uint32_t match_end(const row *r, uint32_t n, expression *e) {
  if (!is(r, n, "year")) return 0;
  uint32_t end = past_hyphen(r, n + 1);
  if (!is(r, end, "end")) return 0;
  e->sense = POLICY__SENSE_SHIFT;
  e->unit = POLICY__UNIT_YEAR;
  return end + 1;
}

static uint32_t match_this_unit(const row *r, uint32_t n, expression *e) {
  if (!is_unit(r, n) || at(r, n)->plural || at(r, n)->value < POLICY__UNIT_WEEK) return 0;
  e->sense = POLICY__SENSE_SHIFT;
  e->unit = (policy__time_unit)at(r, n)->value;
  return n + 1;
}

/* ---- all together -------------------------------------------------------------------------------------------- */

typedef uint32_t form(const row *, uint32_t, expression *);

/* The forms, and whether "the" before them is a part of the expression. */
static const struct {
  form *match;
  bool the;
} forms[] = {{match_numeric, false}, {match_day_month, true}, {match_month, false},  {match_weekday, false},
             {match_year, false},    {match_named_year, true}, {match_decade, true}, {match_century, true},
             {match_quarter, true},  {match_season, true},    {match_festival, false}, {match_clock, false},
             {match_today, true},    {match_near, true},      {match_length, false}, {match_beside, true},
             {match_set, false},     {match_end, true}};

/* The longest form at a word. */
static uint32_t match_form(const row *r, uint32_t n, expression *best, bool *the) {
  uint32_t end = 0;
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    expression e = {.hour = -1};
    uint32_t reached = forms[i].match(r, n, &e);
    if (reached <= end) continue;
    end = reached;
    *best = e;
    *the = forms[i].the;
  }
  return end;
}

/* "early", "mid-", "late", "the end of", "the first half of": where what they are a part of begins, or `n`. */
static uint32_t past_part(const row *r, uint32_t n, bool *whole) {
  *whole = false;
  if (class(r, n) == POLICY__TIME_PART && class(r, n + 1) == POLICY__TIME_OF) {
    *whole = true;
    return n + 2;
  }
  if (class(r, n) == POLICY__TIME_PART) return past_hyphen(r, n + 1);
  if ((class(r, n) == POLICY__TIME_ORDINAL || class(r, n) == POLICY__TIME_PART) && class(r, n + 1) == POLICY__TIME_HALF &&
      class(r, n + 2) == POLICY__TIME_OF && !is_year(r, n + 3)) {
    *whole = true;
    return n + 3;
  }
  return n;
}

/* "31 March of each year". */
static uint32_t read_yearly(const row *r, uint32_t end, expression *e) {
  bool date = e->sense == POLICY__SENSE_DATE && e->day.month != 0 && !e->has_year;
  bool each = is(r, end + 1, "each") || is(r, end + 1, "every");
  if (!date || class(r, end) != POLICY__TIME_OF || !each || !is(r, end + 2, "year")) return end;
  e->yearly = true;
  return end + 3;
}

/* What follows a day: "Monday morning", "5 May at noon" is two. */
static uint32_t read_day_part(const row *r, uint32_t end, expression *e) {
  bool day = e->sense == POLICY__SENSE_DATE && (e->grain == POLICY__GRAIN_WEEKDAY || e->grain == POLICY__GRAIN_DAY);
  if (!day || class(r, end) != POLICY__TIME_HOUR || is_sign(r, end, ',')) return end;
  e->part = at(r, end)->value + 1;
  return end + 1;
}

bool policy__time_match(const policy__time_row *r, uint32_t n, policy__time_expression *e) {
  uint8_t c = class(r, n);
  bool begins = c != POLICY__TIME_OTHER || is_sign(r, n, '\'') || is(r, n, "more") || is(r, n, "less") || is(r, n, "fewer") ||
                is(r, n, "at") || is(r, n, "up") || is(r, n, "new") || at(r, n)->span.end - at(r, n)->span.begin == 2;
  if (!begins) return false;
  *e = (expression){.hour = -1};
  bool the = c == POLICY__TIME_THE, takes = false, whole, inner = false;
  uint32_t from = n + the, core = past_part(r, from, &whole);
  if (core > from && whole && class(r, core) == POLICY__TIME_THE) core++, inner = true;
  uint32_t end = match_form(r, core, e, &takes);
  if (end == 0 && whole && inner) end = match_this_unit(r, core, e), takes = true;
  if (end == 0 || (core == from && the && !takes)) return false;
  if (inner && !takes) return false;
  bool dated = e->sense == POLICY__SENSE_DATE || e->sense == POLICY__SENSE_SHIFT;
  if (core > from && (!dated || e->numeric)) return false; /* "early two years" */
  e->first = n;
  e->end = read_day_part(r, read_yearly(r, end, e), e);
  return true;
}
