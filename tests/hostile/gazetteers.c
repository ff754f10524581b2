/* Tables and texts that are made to take long: twice as much of them takes twice as long, in matching and in reading
   tables, and nothing takes more than its limit. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <policy.h>

#include "../tap.h"
#include "stopwatch.h"

/* What the texts are matched with: names that begin alike, long ones, ones of many spellings. */
static const char table[] =
    "entry\ta\tother\tNorland\n"
    "form\tname\t\tNorland and Norland and Norland and Norland and Norland and Norland and Norland and Norland\n"
    "form\tname\t\tN\xC3\xB6rland|N\xC3\xB3rland|N\xC3\xB2rland|N\xC3\xB4rland|NORLAND|norland\n"
    "entry\tb\tother\tNorland\n"
    "entry\tc\tother\ta\nform\tname\t\ta a a a a a a a a a a a a a a a a a a a a a a a a a a a a a b\n"
    "entry\td\tother\t\xE4\xB8\xAD\xE5\x9B\xBD\n"
    "form\tname\t\t\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE5\x9B\xBD|N.N.N.N.N.N\n";

static const struct {
  const char *name, *unit;
} texts[] = {
    {"one name", "Norland "},
    {"one name and an apostrophe", "Norland's "},
    {"the beginning of a long name", "Norland and "},
    {"letters that begin a long name", "a "},
    {"one word", "Norland"},
    {"one letter", "x"},
    {"combining marks", "\xCC\x81"},
    {"a letter with marks", "a\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81"},
    {"signs that cannot be seen", "\xE2\x80\x8B"},
    {"a name full of them", "N\xE2\x80\x8Borland\xE2\x80\x8B "},
    {"bidirectional controls", "\xE2\x80\xAE"},
    {"apostrophes", "'"},
    {"elisions", "l'"},
    {"stops", "N."},
    {"hyphens", "Norland-"},
    {"brackets", "Norland ("},
    {"commas", "Norland,"},
    {"line ends", "Norland\n"},
    {"ideographs", "\xE4\xB8\xAD"},
    {"Thai", "\xE0\xB9\x84"},
    {"bytes that are no text", "\xFF"},
    {"spaces", " "},
};

/* Tables: the unit is a line, or part of one behind `head`. % is a number that counts up. */
static const struct {
  const char *name, *head, *unit;
} tables[] = {
    {"entries", "", "entry\tx:%\tother\tNorland %\n"},
    {"entries of one name with marks", "", "entry\tx:%\tother\tNorland %\xCC\x81\n"},
    {"comments", "", "#\n"},
    {"forms of one entry", "entry\tx\tother\tX\n", "form\tname\ten\tNorland %|Sorland %\n"},
    {"forms in one line", "entry\tx\tother\tX\nform\tname\ten\tX", "|Norland %"},
    {"one form again and again", "entry\tx\tother\tX\n", "form\tname\ten\tNorland\n"},
    {"languages", "entry\tx\tother\tX\n", "form\tname\tx-%\tNorland\n"},
    {"forms that begin alike", "entry\tx\tother\tX\n", "form\tname\t\tNorland and Norland and Norland and %\n"},
    {"links", "entry\tx\tother\tX\n", "entry\tx:%\tother\tX%\tpart_of=x\n"},
    {"posts", "entry\tx\tother\tX\n", "entry\tx:%\tperson\tX%\npost\tKing %\tx\t1990\t1991-01\n"},
    {"codes", "", "entry\tx:%\tother\tX%\ta=%;b=%;c=%;d=%\n"},
    {"marks in forms", "entry\tx\tother\tX\n", "form\tname\t\tN\xCC\x81\xCC\x82\xCC\x83 %\n"},
};

/* Twice the work may take three times as long, and what takes next to no time may take any. */
static bool is_linear(double half, double whole) {
  return whole < 0.05 || whole <= 3 * half;
}

static double match(const policy_gazetteer *gazetteer, const char *unit, size_t size) {
  size_t step = strlen(unit), matches = 0;
  char *text = malloc(size);
  if (text == NULL) return 1e9;
  for (size_t i = 0; i < size; i++) text[i] = unit[i % step];
  double begin = user_seconds();
  policy_matcher *matcher = policy_matcher_new(gazetteer, text, size, NULL, NULL);
  for (policy_match found; policy_matcher_next(matcher, &found); matches++)
    while (policy_matcher_other(matcher, &found)) matches++;
  policy_matcher_free(matcher);
  free(text);
  return user_seconds() - begin + (double)(matches > 2 * size) * 1e9;
}

/* A table of `count` units; the size in `*size`. */
static char *make_table(size_t n, size_t count, size_t *size) {
  size_t unit = strlen(tables[n].unit), head = strlen(tables[n].head);
  char *made = malloc(head + count * (unit + 64) + 2), *at = made;
  if (made == NULL) return NULL;
  memcpy(at, tables[n].head, head);
  at += head;
  for (size_t i = 0; i < count; i++)
    for (const char *c = tables[n].unit; *c != '\0'; c++) {
      if (*c == '%') at += sprintf(at, "%zu", i);
      else *at++ = *c;
    }
  *at++ = '\n';
  *size = (size_t)(at - made);
  return made;
}

static policy_status status_of_table;

static double read_table(size_t n, size_t count) {
  size_t size = 0;
  char *made = make_table(n, count, &size);
  policy_error error = {.code = POLICY_OK};
  double begin = user_seconds();
  policy_gazetteer *gazetteer = made != NULL ? policy_gazetteer_read(made, size, NULL, &error) : NULL;
  double spent = user_seconds() - begin;
  status_of_table = gazetteer != NULL ? POLICY_OK : error.code;
  if (gazetteer == NULL) printf("# %s\n", error.message);
  policy_gazetteer_unref(gazetteer);
  free(made);
  return spent;
}

int main(void) {
  size_t size = 1 << 18, lines = 4000;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  size /= 4, lines /= 4;
#endif
  policy_gazetteer *gazetteer = policy_gazetteer_read(table, strlen(table), NULL, NULL);
  tap_ok(gazetteer != NULL, "the table is good");
  for (size_t i = 0; i < sizeof texts / sizeof *texts && gazetteer != NULL; i++) {
    double half = 0, whole = 0;
    bool good = false;
    for (int attempt = 0; attempt < 3 && !good; attempt++) {
      half = match(gazetteer, texts[i].unit, size / 2), whole = match(gazetteer, texts[i].unit, size);
      good = is_linear(half, whole);
    }
    tap_ok(good && whole < 10, "text of %s: %.3f, %.3f s", texts[i].name, half, whole);
  }
  policy_gazetteer_unref(gazetteer);
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    double half = 0, whole = 0;
    bool good = false;
    for (int attempt = 0; attempt < 3 && !good; attempt++) {
      half = read_table(i, lines / 2), whole = read_table(i, lines);
      good = is_linear(half, whole);
    }
    tap_ok(good && whole < 10 && status_of_table == POLICY_OK, "table of %s: %.3f, %.3f s", tables[i].name, half, whole);
  }
  return tap_end();
}
