/* Names of authors. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "read/person.h"
#include "reading.h"

/* The names of a list as "given/family; ". */
static const char *names(const char *list) {
  static char line[512];
  policy__person persons[POLICY__PERSONS];
  size_t count = policy__persons_read(reading_string(list), persons), size = 0;
  line[0] = '\0';
  for (size_t i = 0; i < count; i++)
    size += (size_t)snprintf(line + size, sizeof line - size, "%.*s/%.*s; ", (int)persons[i].given.size,
                             persons[i].given.data, (int)persons[i].family.size, persons[i].family.data);
  return line;
}

START_TEST(lists) {
  ck_assert_str_eq(names("Adwoa Lindqvist"), "Adwoa/Lindqvist; ");
  ck_assert_str_eq(names("Adwoa Lindqvist, Ben Okri and Li Na"), "Adwoa/Lindqvist; Ben/Okri; Li/Na; ");
  ck_assert_str_eq(names("Lindqvist, A."), "A./Lindqvist; ");
  ck_assert_str_eq(names("Lindqvist, A. and Okri, B. C."), "A./Lindqvist; B. C./Okri; ");
  ck_assert_str_eq(names("Dr Adwoa Lindqvist, PhD"), "Adwoa/Lindqvist; ");
  ck_assert_str_eq(names("Ludwig van der Berg"), "Ludwig/van der Berg; ");
  ck_assert_str_eq(names("Ann Lee, Inspector General"), "Ann/Lee; ");
  ck_assert_str_eq(names("Ministry of Health"), "/Ministry of Health; ");
  ck_assert_str_eq(names(""), "");
}
END_TEST

START_TEST(persons) {
  ck_assert(policy__is_person(reading_string("Jos\xC3\xA9 Mu\xC3\xB1oz-O\xE2\x80\x99" "Farrell")));
  ck_assert(!policy__is_person(reading_string("Security Council")));
  ck_assert(!policy__is_person(reading_string("Fiscal Year 2012")));
  ck_assert(!policy__is_person(reading_string("the lake")));
  ck_assert(!policy__is_person(reading_string("Lake")));
  ck_assert(policy__is_organisation(reading_string("Office of the Night Sky")));
}
END_TEST

static policy__person person(const char *given, const char *family) {
  return (policy__person){reading_string(given), reading_string(family)};
}

START_TEST(agreement) {
  ck_assert(policy__persons_agree(person("A.", "Lindqvist"), person("Adwoa", "LINDQVIST")));
  ck_assert(!policy__persons_agree(person("B.", "Lindqvist"), person("Adwoa", "Lindqvist")));
  ck_assert(!policy__persons_agree(person("A.", "Lindqvist"), person("Adwoa", "Lind")));
  ck_assert(policy__persons_agree(person("", "PMO"), person("", "PMO")));
}
END_TEST

START_TEST(writing) {
  char name[16];
  ck_assert_uint_eq(policy__person_write(person("Ann", "Lee"), name, sizeof name), 7);
  ck_assert_str_eq(name, "Ann Lee");
  policy__person_write(person("", "Lee"), name, sizeof name);
  ck_assert_str_eq(name, "Lee");
  policy__person_write(person("Ann", "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"), name,
                       sizeof name);
  ck_assert_str_eq(name, "Ann \xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9");
}
END_TEST

Suite *suite_person(void) {
  Suite *suite = suite_create("person");
  TCase *tests = tcase_create("person");
  tcase_add_test(tests, lists);
  tcase_add_test(tests, persons);
  tcase_add_test(tests, agreement);
  tcase_add_test(tests, writing);
  suite_add_tcase(suite, tests);
  return suite;
}
