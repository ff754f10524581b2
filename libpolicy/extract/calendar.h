/* The Gregorian calendar, with a year 0 and before it negative years, as in ISO 8601. */
#ifndef POLICY_EXTRACT_CALENDAR_H
#define POLICY_EXTRACT_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

typedef struct policy__day {
  int32_t year, month, day; /* from 1; 0 where it is not known */
} policy__day;

/* Days since 1970-01-01, and back; `day` must have all its parts. H. Hinnant's algorithms ("chrono-Compatible
   Low-Level Date Algorithms"). */
int32_t policy__calendar_number(policy__day day);
policy__day policy__calendar_day(int32_t number);

int32_t policy__calendar_weekday(int32_t number); /* 1 is Monday, 7 is Sunday */
int32_t policy__calendar_month_days(int32_t year, int32_t month);

/* Whether there is such a day, or month, or year; parts that are not known do no harm. */
bool policy__calendar_has(policy__day day);

/* The ISO week of a day, and the year that it is counted in. */
int32_t policy__calendar_week(int32_t number, int32_t *year);

/* The month `months` later, or earlier: year and month; the day is 0. */
policy__day policy__calendar_month_shift(policy__day day, int32_t months);

#endif
