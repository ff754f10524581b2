/* Names of authors. */
#ifndef POLICY_READ_PERSON_H
#define POLICY_READ_PERSON_H

#include <stdbool.h>

#include <policy/text.h>

/* A name in two parts, pieces of what was read; an organisation has a family name alone. */
typedef struct policy__person {
  policy_string given, family;
} policy__person;

enum { POLICY__PERSONS = 64 };

/* Takes a list of names apart: "A B, C D and E F", "Nagy, S. and Smith, J." Degrees, forms of address and
   offices behind a comma are left out. Gives their number, at most POLICY__PERSONS. */
size_t policy__persons_read(policy_string list, policy__person persons[POLICY__PERSONS]);

/* Whether a piece of text has the form of a person's name: two to six words with capitals, without digits and
   without the words that name organisations. */
bool policy__is_person(policy_string name);

/* Whether a word of the name tells an organisation: "Ministry", "Institute". */
bool policy__is_organisation(policy_string name);

/* Whether two names may be one person's: the family names are the same and the first initials agree. */
bool policy__persons_agree(policy__person a, policy__person b);

/* Writes "Given Family" into `name`, which has room for `size` bytes with a NUL; the bytes written. Cut, on a
   character boundary, when it does not fit. */
size_t policy__person_write(policy__person person, char *name, size_t size);

#endif
