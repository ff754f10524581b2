/* Dates that a document gives of itself, in the forms in which title pages write them. */
#ifndef POLICY_READ_ISODATE_H
#define POLICY_READ_ISODATE_H

#include <stdbool.h>

#include <policy/text.h>

/* As precise as known: month and day are 0 when they are not, year is 0 for no date. */
typedef struct policy__date {
  uint16_t year;
  uint8_t month, day;
} policy__date;

/* The date that the text begins with; the bytes that it takes, 0 for none. Day and month in digits are read
   only where they cannot be taken for each other. */
size_t policy__date_read(policy_string text, policy__date *date);

/* The first date with at least a month in the text, and where it begins. */
bool policy__date_find(policy_string text, policy__date *date, size_t *begin);

/* Whether the text is a date and nothing more but a weekday, a time of day or a word such as "Published". */
bool policy__is_date_line(policy_string text, policy__date *date);

enum { POLICY__DATE_SIZE = 11 };

/* "2016-02-25", "2016-02" or "2016", with a NUL. */
void policy__date_write(policy__date date, char iso[POLICY__DATE_SIZE]);

#endif
