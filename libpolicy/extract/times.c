/* The time step: finds expressions of time, and works out what they say from the document's date and from what
   was said before. Values are those of ISO-TimeML's TIMEX3; where several days fit, the last that is past is
   meant, as reports do, unless the sentence speaks of what is to come. */
#include <stdio.h>
#include <string.h>

#include "base/status.h"
#include "extract/extract.h"
#include "extract/time_grammar.h"
#include "lang/identify.h"
#include "model/builder.h"

enum { VALUE = 48 };

/* An expression, out of its sentence. */
typedef struct found {
  policy__time_expression what;
  policy_span span;
  uint32_t block;
  bool future; /* the sentence speaks of what is to come */
  bool by;     /* "by", "before", "no later than" */
  bool within; /* "within" */
  bool leads;  /* "between March and May 2015": shares what is missing with the next */
} found;

typedef struct step {
  policy_builder *builder;
  policy_string text;
  policy__array words, found;
  policy__day document; /* its date, as far as it is known */
  policy__day said;     /* the date named last */
  uint32_t said_block;
  bool month_first; /* "6/1" is 1 June here */
} step;

/* ---- finding -----------------------------------------------------------------------------------------------
 */

static bool is_word(const policy__time_row *row, uint32_t n, const char *small) {
  return n < row->count && policy__time_word_is(row->text, &row->words[n], small);
}

/* What the words before say of it. */
static void look_back(const policy__time_row *row, uint32_t n, found *item) {
  item->by = n > 0 && (is_word(row, n - 1, "by") || is_word(row, n - 1, "before") ||
                       (is_word(row, n - 1, "than") && n > 2 && is_word(row, n - 2, "later")) ||
                       (is_word(row, n - 1, "to") && n > 1 && is_word(row, n - 2, "prior")));
  item->within = n > 0 && is_word(row, n - 1, "within");
}

/* "March and May 2015": whether a word joins the expressions on both sides. */
static bool joins(const policy__time_row *row, uint32_t n) {
  const policy__time_word *word = &row->words[n];
  return word->class == POLICY__TIME_AND || word->sign == '-' || word->sign == '/' || word->sign == ',';
}

static policy_status find_in_row(step *s, const policy__time_row *row, uint32_t block) {
  size_t before = s->found.count; /* of the row */
  bool future = false;
  for (uint32_t n = 0; n < row->count;) {
    policy__time_expression e;
    future |= row->words[n].class == POLICY__TIME_WILL;
    if (!policy__time_match(row, n, &e)) {
      n++;
      continue;
    }
    policy_status status;
    found *item = policy__array_push(&s->found, &status);
    if (item == NULL) return status;
    item->what = e;
    item->span = (policy_span){row->words[e.first].span.begin, row->words[e.end - 1].span.end};
    item->block = block;
    look_back(row, e.first, item);
    item->future = future || item->by;
    if (s->found.count > before + 1 && item[-1].what.end + 1 == e.first)
      item[-1].leads = joins(row, e.first - 1);
    n = e.end;
  }
  return POLICY_OK;
}

static policy_status find(step *s) {
  const policy_document *document = policy_builder_document(s->builder);
  uint32_t count = policy_document_sentence_count(document);
  for (uint32_t i = 0; i < count; i++) {
    policy_sentence sentence = policy_document_sentence(document, i);
    policy_block block = policy_sentence_block(sentence);
    if (block.document != NULL && policy_block_kind_of(block) == POLICY_BLOCK_BOILERPLATE) continue;
    if (!policy__is_english(document, block)) continue; /* words of time are English here */
    bool telling;
    s->words.count = 0;
    policy_status status =
        policy__time_words_find(s->text, policy_sentence_span(sentence), &s->words, &telling);
    if (status != POLICY_OK) return status;
    const policy__time_row row = {s->text, s->words.items, (uint32_t)s->words.count};
    if (telling) status = find_in_row(s, &row, block.id);
    if (status == POLICY_OK) status = policy__builder_pulse(s->builder, i, count);
    if (status != POLICY_OK) return status;
  }
  return POLICY_OK;
}

/* ---- anchors -----------------------------------------------------------------------------------------------
 */

static policy__day read_date(policy_string iso) {
  policy__day day = {0, 0, 0};
  int32_t *parts[] = {&day.year, &day.month, &day.day};
  for (size_t i = 0, part = 0; i < iso.size && part < 3; i++) {
    if (iso.data[i] == '-')
      part++;
    else
      *parts[part] = *parts[part] * 10 + (iso.data[i] - '0');
  }
  return day;
}

static const policy__time_expression *what(const step *s, size_t n) {
  return &POLICY__AT(&s->found, found, n)->what;
}

/* The document's own date; without one, the first whole date in its first lines. And how it writes dates in
   digits: one that leaves no doubt tells of the others. */
static void find_anchor(step *s) {
  enum { HEAD = 800 }; /* bytes */
  s->document = read_date(policy_document_date(policy_builder_document(s->builder)));
  for (size_t i = 0; i < s->found.count; i++) {
    const policy__time_expression *e = what(s, i);
    bool whole = e->sense == POLICY__SENSE_DATE && e->has_year && e->day.day != 0;
    bool head = POLICY__AT(&s->found, found, i)->span.begin < HEAD;
    if (whole && head && !e->ambiguous && s->document.year == 0) s->document = e->day;
    if (!e->numeric || e->ambiguous || e->day.day <= 12) continue;
    const char *digits = s->text.data + POLICY__AT(&s->found, found, i)->span.begin;
    size_t size = strspn(digits, "0123456789");
    if (size <= 2)
      s->month_first = size == 1 ? digits[0] - '0' <= 12 : (digits[0] - '0') * 10 + digits[1] - '0' <= 12;
  }
}

/* The date that an expression is measured from. */
static policy__day anchor_of(const step *s, const policy__time_expression *e) {
  bool text = e->from_text ? s->said.year != 0 : s->document.year == 0;
  return text ? s->said : s->document;
}

/* Earlier (-1), the same as far as both are known (0), or later (1). */
static int compare(policy__day a, policy__day b) {
  int32_t parts[3][2] = {{a.year, b.year}, {a.month, b.month}, {a.day, b.day}};
  for (int i = 0; i < 3; i++) {
    if (i > 0 && (parts[i][0] == 0 || parts[i][1] == 0)) return 0;
    if (parts[i][0] != parts[i][1]) return parts[i][0] < parts[i][1] ? -1 : 1;
  }
  return 0;
}

/* Does the text tell of other years than the document's? Then its dates without a year belong to those. */
static bool is_narrative(const step *s, const found *item) {
  int32_t apart = s->document.year - s->said.year;
  return s->said.year != 0 && s->said_block == item->block && (apart < -1 || apart > 1);
}

/* The year of a date that does not say it; 0 where nothing tells. */
static int32_t missing_year(const step *s, const found *item, policy__day day) {
  if (s->document.year == 0 || is_narrative(s, item)) return s->said.year;
  day.year = s->document.year;
  int order = compare(day, s->document);
  if (item->future) return day.year + (order < 0);
  return day.year - (order > 0);
}

/* ---- values ------------------------------------------------------------------------------------------------
 */

typedef struct value {
  char text[VALUE];
  policy_time_type type;
  policy__day day; /* where it can be an anchor: what is known of it; year 0: nowhere */
} value;

static const char *part_name(int32_t part) {
  static const char *const names[] = {"", "TMO", "T12:00", "TAF", "TEV", "TNI", "T00:00"};
  return names[part];
}

static void write_year(char *text, int32_t year, int digits) {
  if (year < 0)
    snprintf(text, VALUE, "BC%0*d", digits, -year);
  else
    snprintf(text, VALUE, "%0*d", digits, year);
}

static void append(value *v, const char *format, int32_t number) {
  size_t size = strlen(v->text);
  snprintf(v->text + size, VALUE - size, format, number);
}

static void put_day(value *v, policy__day day) {
  if (day.year != 0)
    write_year(v->text, day.year, 4);
  else
    memcpy(v->text, "XXXX", 5);
  if (day.month != 0) append(v, "-%02d", day.month);
  if (day.day != 0) append(v, "-%02d", day.day);
  if (day.year > 0) v->day = day;
}

static void put_part(value *v, const policy__time_expression *e) {
  if (e->hour >= 0) {
    append(v, "T%02d", e->hour);
    append(v, ":%02d", e->minute);
  } else {
    append(v, part_name(e->part), 0);
  }
  if (e->hour >= 0 || e->part > 0) v->type = POLICY_TIME_TIME;
}

static void put_flow(value *v, int32_t direction) {
  static const char *const names[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
  append(v, names[direction < 0 ? 0 : direction > 0 ? 2 : 1], 0);
}

static void put_week(value *v, int32_t number, bool weekend) {
  int32_t year, week = policy__calendar_week(number, &year);
  write_year(v->text, year, 4);
  append(v, "-W%02d", week);
  if (weekend) append(v, "-WE", 0);
  v->day = policy__calendar_day(number - policy__calendar_weekday(number) + 1);
}

static void put_weekday(value *v, const step *s, const found *item) {
  const policy__time_expression *e = &item->what;
  policy__day base = anchor_of(s, e);
  if (base.day == 0) {
    snprintf(v->text, VALUE, "XXXX-WXX-%d", e->number);
    put_part(v, e);
    return;
  }
  int32_t number = policy__calendar_number(base), back = policy__calendar_weekday(number) - e->number;
  back = back < 0 ? back + 7 : back;
  bool next = e->count > 0 || (item->future && e->count == 0);
  if (next)
    number += back == 0 ? (e->count > 0 ? 7 : 0) : 7 - back;
  else
    number -= back == 0 && e->count < 0 ? 7 : back;
  put_day(v, policy__calendar_day(number));
  put_part(v, e);
}

/* Quarters, halves and seasons of a year. */
static void put_part_of_year(value *v, const step *s, const found *item) {
  static const char *const seasons[] = {"SP", "SU", "FA", "WI"};
  static const int32_t begins[] = {3, 6, 9, 12};
  const policy__time_expression *e = &item->what;
  int32_t year = e->day.year;
  int32_t month = e->grain == POLICY__GRAIN_SEASON    ? begins[e->number]
                  : e->grain == POLICY__GRAIN_QUARTER ? 3 * e->number - 2
                                                      : 6 * e->number - 5;
  if (!e->has_year) {
    policy__day base = anchor_of(s, e);
    bool near = e->count != 0;
    year =
        near ? (base.year != 0 ? base.year + e->count : 0) : missing_year(s, item, (policy__day){0, month, 0});
    if (near && e->count < 0 && base.month != 0 && base.month >= month + 3 && month < 12)
      year++; /* "last summer" in October */
    if (near && e->count > 0 && base.month != 0 && base.month < month) year--;
  }
  if (year != 0)
    write_year(v->text, year, 4);
  else
    memcpy(v->text, "XXXX", 5);
  if (e->grain == POLICY__GRAIN_SEASON)
    append(v, seasons[e->number], 0), memmove(v->text + 5, v->text + 4, strlen(v->text + 4) + 1),
        v->text[4] = '-';
  else
    append(v, e->grain == POLICY__GRAIN_HALF ? "-H%d" : "-Q%d", e->number);
  v->day = (policy__day){year, month, 0};
}

static void put_date(value *v, const step *s, const found *item) {
  const policy__time_expression *e = &item->what;
  policy__day day = e->day;
  switch (e->grain) {
  case POLICY__GRAIN_CENTURY: write_year(v->text, day.year, 2); return;
  case POLICY__GRAIN_DECADE: write_year(v->text, day.year, 3); return;
  case POLICY__GRAIN_HALF:
  case POLICY__GRAIN_QUARTER:
  case POLICY__GRAIN_SEASON: put_part_of_year(v, s, item); return;
  case POLICY__GRAIN_WEEKDAY: put_weekday(v, s, item); return;
  default: break;
  }
  if (e->ambiguous && s->month_first) day = (policy__day){day.year, day.day, day.month};
  if (e->yearly) v->type = POLICY_TIME_SET;
  if (!e->has_year && !e->yearly) day.year = missing_year(s, item, day);
  if (!e->has_year && !policy__calendar_has(day)) day.year = 0; /* 29 February of no leap year */
  put_day(v, day);
  put_part(v, e);
  if (e->last.year == 0) return;
  value last = {.text = ""};
  put_day(&last, (policy__day){e->last.month != 0 ? day.year : e->last.year, e->last.month, e->last.day});
  size_t size = strlen(v->text);
  snprintf(v->text + size, VALUE - size, "/%.20s", last.text);
}

/* Days, and what is shorter: as far as days tell. */
static void put_shifted_day(value *v, const policy__time_expression *e, policy__day base) {
  if (base.day == 0 && e->hour < 0) {
    put_flow(v, e->count);
    return;
  }
  if (base.day != 0) {
    int32_t days = e->unit == POLICY__UNIT_DAY ? e->count : e->unit == POLICY__UNIT_HOUR ? e->count / 24 : 0;
    put_day(v, policy__calendar_day(policy__calendar_number(base) + days));
  }
  put_part(v, e);
}

static void put_shifted_month(value *v, const policy__time_expression *e, policy__day base) {
  if (base.month == 0) {
    put_flow(v, e->count);
    return;
  }
  policy__day day =
      policy__calendar_month_shift(base, e->unit == POLICY__UNIT_QUARTER ? 3 * e->count : e->count);
  if (e->unit == POLICY__UNIT_QUARTER) {
    write_year(v->text, day.year, 4);
    append(v, "-Q%d", (day.month + 2) / 3);
    v->day = (policy__day){day.year, (day.month + 2) / 3 * 3 - 2, 0};
    return;
  }
  if (e->grain == POLICY__GRAIN_DAY) day.day = e->number; /* "the 2nd of this month" */
  if (!policy__calendar_has(day)) day.day = 0;
  put_day(v, day);
}

static void put_shift(value *v, const step *s, const found *item) {
  const policy__time_expression *e = &item->what;
  policy__day base = anchor_of(s, e);
  int32_t count = e->count, weeks = e->unit == POLICY__UNIT_FORTNIGHT ? 2 * count : count;
  int32_t years = e->unit == POLICY__UNIT_CENTURY ? 100 : e->unit == POLICY__UNIT_DECADE ? 10 : 1;
  bool near = count > -99999 && count < 9999 && base.year > 0 && base.year + years * count < 9999 &&
              (years == 1 || base.year + years * count > 0);
  if (!near && e->hour < 0) {
    put_flow(v, count);
    return;
  }
  switch (e->unit) {
  case POLICY__UNIT_WEEKEND:
  case POLICY__UNIT_WEEK:
  case POLICY__UNIT_FORTNIGHT:
    if (base.day != 0)
      put_week(v, policy__calendar_number(base) + 7 * weeks, e->unit == POLICY__UNIT_WEEKEND);
    else
      put_flow(v, count);
    return;
  case POLICY__UNIT_MONTH:
  case POLICY__UNIT_QUARTER: put_shifted_month(v, e, base); return;
  case POLICY__UNIT_YEAR:
    put_day(v, (policy__day){base.year + count != 0 ? base.year + count : -1, 0, 0});
    return;
  case POLICY__UNIT_DECADE: write_year(v->text, base.year / 10 + count, 3); return;
  case POLICY__UNIT_CENTURY: write_year(v->text, base.year / 100 + count, 2); return;
  default: put_shifted_day(v, e, base); return;
  }
}

/* "P2Y", "PT30M", "P1DE"; "PXY" where it is not said how many. */
static void put_length(value *v, const policy__time_expression *e) {
  static const char *const units[] = {"S", "M", "H", "D", "WE", "W", "W", "M", "Q", "Y", "DE", "CE"};
  int32_t twice = e->unit == POLICY__UNIT_FORTNIGHT && e->twice > 0 ? 2 * e->twice : e->twice;
  append(v, e->unit < POLICY__UNIT_DAY ? "PT" : "P", 0);
  if (twice < 0)
    append(v, "X", 0);
  else
    append(v, "%d", twice / 2);
  if (twice > 0 && twice % 2 != 0) append(v, ".5", 0);
  append(v, units[e->unit], 0);
}

static value value_of(const step *s, const found *item) {
  const policy__time_expression *e = &item->what;
  value v = {.text = "", .type = POLICY_TIME_DATE};
  switch (e->sense) {
  case POLICY__SENSE_DATE: put_date(&v, s, item); break;
  case POLICY__SENSE_SHIFT: put_shift(&v, s, item); break;
  case POLICY__SENSE_FLOW: put_flow(&v, e->count); break;
  case POLICY__SENSE_DURATION: v.type = POLICY_TIME_DURATION, put_length(&v, e); break;
  case POLICY__SENSE_SET:
    v.type = POLICY_TIME_SET;
    if (e->number != 0)
      snprintf(v.text, VALUE, "XXXX-WXX-%d", e->number);
    else
      put_length(&v, e);
    break;
  }
  return v;
}

/* ---- handing over ------------------------------------------------------------------------------------------
 */

/* "March and May 2015": what the first leaves out, the second says. */
static void share(const step *s, size_t n) {
  if (n + 1 >= s->found.count) return;
  found *a = POLICY__AT(&s->found, found, n), *b = a + 1;
  policy__time_expression *e = &a->what;
  const policy__time_expression *next = &b->what;
  bool both = e->sense == POLICY__SENSE_DATE && next->sense == POLICY__SENSE_DATE && e->grain == next->grain;
  if (!a->leads || !both || e->has_year || !next->has_year || e->day.month == 0) return;
  e->day.year = next->day.year - (next->day.month != 0 && e->day.month > next->day.month);
  e->has_year = policy__calendar_has(e->day);
  if (!e->has_year) e->day.year = 0;
}

/* A deadline lies before the document only in reports of the past. */
static bool is_deadline(const step *s, const found *item, const value *v) {
  if (v->type == POLICY_TIME_DURATION) return item->within;
  if (!item->by || (v->type == POLICY_TIME_SET && !item->what.yearly)) return false;
  return v->day.year == 0 || s->document.year == 0 || compare(v->day, s->document) >= 0;
}

static policy_status hand_over(step *s, policy_error *error) {
  policy_status status = POLICY_OK;
  for (size_t i = 0; i < s->found.count && status == POLICY_OK; i++) {
    share(s, i);
    found *item = POLICY__AT(&s->found, found, i);
    value v = value_of(s, item);
    policy_time_record record = {item->span, v.type, {v.text, strlen(v.text)}, is_deadline(s, item, &v)};
    status = policy_builder_add_time(s->builder, &record, NULL, error);
    if (v.day.year <= 0 || v.type == POLICY_TIME_SET) continue;
    s->said = v.day;
    s->said_block = item->block;
  }
  return status;
}

policy_status policy__extract_times(policy_builder *builder, const policy_allocator *allocator,
                                    policy_error *error) {
  step s = {.builder = builder, .text = policy_document_text(policy_builder_document(builder))};
  policy__array_init(&s.words, allocator, sizeof(policy__time_word), UINT32_MAX - 1);
  policy__array_init(&s.found, allocator, sizeof(found), policy__builder_limits(builder)->entries);
  policy_status status = find(&s);
  if (status == POLICY_OK) find_anchor(&s);
  status = status == POLICY_OK ? hand_over(&s, error) : policy__fail_plain(error, status);
  policy__array_free(&s.words);
  policy__array_free(&s.found);
  return status;
}
