/* Days, weeks and months. */
#include "extract/calendar.h"

static int32_t floor_divide(int32_t a, int32_t b) {
  return a / b - (a % b < 0);
}

int32_t policy__calendar_number(policy__day day) {
  int32_t year = day.year - (day.month <= 2), era = floor_divide(year, 400), of_era = year - era * 400;
  int32_t of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

policy__day policy__calendar_day(int32_t number) {
  int32_t days = number + 719468, era = floor_divide(days, 146097), of_era = days - era * 146097;
  int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int32_t of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
  policy__day day = {year + era * 400, month < 10 ? month + 3 : month - 9, of_year - (153 * month + 2) / 5 + 1};
  day.year += day.month <= 2;
  return day;
}

int32_t policy__calendar_weekday(int32_t number) {
  int32_t since_thursday = number - floor_divide(number, 7) * 7; /* 1970-01-01 was one */
  return (since_thursday + 3) % 7 + 1;
}

int32_t policy__calendar_month_days(int32_t year, int32_t month) {
  static const int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[(month - 1) % 12];
}

bool policy__calendar_has(policy__day day) {
  if (day.month < 0 || day.month > 12 || day.day < 0) return false;
  if (day.day == 0) return true;
  return day.month != 0 && day.day <= policy__calendar_month_days(day.year != 0 ? day.year : 2000, day.month);
}

int32_t policy__calendar_week(int32_t number, int32_t *year) {
  int32_t thursday = number - policy__calendar_weekday(number) + 4; /* a week belongs to the year of its Thursday */
  *year = policy__calendar_day(thursday).year;
  return (thursday - policy__calendar_number((policy__day){*year, 1, 1})) / 7 + 1;
}

policy__day policy__calendar_month_shift(policy__day day, int32_t months) {
  int32_t count = day.year * 12 + day.month - 1 + months, year = floor_divide(count, 12);
  return (policy__day){year, count - year * 12 + 1, 0};
}
