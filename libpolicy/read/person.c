/* Names of authors. */
#include "read/person.h"

#include <string.h>

#include "read/scan.h"
#include "text/utf8.h"

static const char particles[] =
    " de der den del della la le van von zu zum bin ibn al el dos da das di du ter ten y e ";
static const char titles[] =
    " dr prof professor mr mrs ms miss sir dame lord lady hon rev sen rep gen amb ambassador mp"
    " senator representative congressman congresswoman president minister secretary judge"
    " justice ";
static const char offices[] =
    " inspector general director minister secretary ambassador professor fellow president chair"
    " chairman chairwoman chairperson commissioner officer senior head editor correspondent"
    " analyst researcher counsel counselor rapporteur attorney judge lecturer associate"
    " assistant deputy vice chief executive manager coordinator adviser advisor economist"
    " reporter columnist author contributor expert visiting emeritus ";
static const char degrees[] =
    " phd ph.d ph.d. md m.d jd j.d esq mp mep jr sr ii iii iv obe cbe mbe kc qc ma ba msc llm"
    " mpp mph rn faan cpa ";
static const char bodies[] =
    " ministry institute institution department commission committee council university college centre center"
    " office agency association foundation forum group bank board bureau union league federation society"
    " party network organisation organization parliament congress senate assembly government team staff"
    " service services authority court programme program fund corporation company trust alliance initiative"
    " project press secretariat house coalition directorate division unit nations embassy chamber taskforce"
    " force news times post journal review desk correspondent editors board's administration republic state"
    " kingdom ltd inc llc gmbh ";

static bool is_ideographic(policy_string word) {
  return (policy__classify(policy__first_point(word)) & POLICY__IDEOGRAPH) != 0;
}

static bool is_upper(policy_string word) {
  return (policy__classify(policy__first_point(word)) & (POLICY__UPPER | POLICY__IDEOGRAPH)) != 0;
}

bool policy__is_organisation(policy_string name) {
  size_t at = 0;
  for (policy_string word = policy__next_word(name, &at); word.size > 0; word = policy__next_word(name, &at))
    if (policy__among(word, bodies)) return true;
  return false;
}

bool policy__is_person(policy_string name) {
  size_t at = 0, words = 0, full = 0;
  if (name.size > 80 || policy__is_organisation(name)) return false;
  for (policy_string word = policy__next_word(name, &at); word.size > 0; word = policy__next_word(name, &at)) {
    for (size_t i = 0; i < word.size; i++)
      if ((unsigned)(word.data[i] - '0') < 10) return false;
    if (policy__among(word, particles) && words > 0) continue;
    if (!is_upper(word) || policy__is_function_word(word)) return false;
    words++;
    if (word.size > 2 || (word.size == 2 && word.data[1] >= 'a')) full++;
  }
  if (words == 1 && is_ideographic(name)) return name.size <= 15;
  return words >= 2 && words <= 6 && full >= 1 && policy__find_in(name, 0, ":") == name.size;
}

static bool is_initials(policy_string words) {
  size_t at = 0, count = 0;
  for (policy_string word = policy__next_word(words, &at); word.size > 0;
       word = policy__next_word(words, &at)) {
    bool initial =
        word.size <= 2 || (word.size <= 8 && word.data[1] == '.') || (word.size <= 4 && word.data[1] == '-');
    if (!initial || !is_upper(word)) return false;
    count++;
  }
  return count > 0;
}

/* Without forms of address before the name and degrees behind it. */
static policy_string bare(policy_string name) {
  for (;;) {
    size_t at = 0;
    name = policy__strip(name, ".,;:()[]*\"");
    policy_string word = policy__next_word(name, &at);
    if (word.size == 0 || word.size == name.size || word.data != name.data || !policy__among(word, titles))
      break;
    name = policy__piece(name, at, name.size);
  }
  name = policy__trim(policy__piece(name, 0, policy__find_in(name, 0, " (")));
  for (size_t space = name.size; space > 0; space--) {
    if (name.data[space - 1] != ' ') continue;
    policy_string last = policy__strip(policy__piece(name, space, name.size), "., ");
    if (!policy__among(last, degrees)) break;
    name = policy__strip(policy__piece(name, 0, space), ".,; ");
    space = name.size + 1;
  }
  return name;
}

/* Where the family name begins in "Given Family": at the last word, or at the particles before it. */
static policy__person split(policy_string name) {
  policy__person person = {{"", 0}, name};
  size_t at = 0, begin = 0, count = 0;
  bool family = false;
  if (!policy__is_person(name)) return person;
  for (;;) {
    policy_string word = policy__next_word(name, &at);
    if (word.size == 0) break;
    size_t start = (size_t)(word.data - name.data);
    if (count > 0 && policy__among(word, particles) && name.data[start] >= 'a') {
      if (!family) begin = start;
      family = true;
    } else if (!family) begin = start;
    count++;
  }
  person.given = policy__trim(policy__piece(name, 0, begin));
  person.family = policy__trim(policy__piece(name, begin, name.size));
  return person;
}

/* The end of the next piece of a list: at a comma, a semicolon, "and" or "&". */
static size_t end_of_piece(policy_string list, size_t at, size_t *behind) {
  for (; at < list.size; at++) {
    char c = list.data[at];
    *behind = at + 1;
    if (c == ',' || c == ';' || c == '&' || c == '|' || c == '\n' || c == '/') return at;
    policy_string rest = policy__piece(list, at, list.size);
    if (c == ' ' && (policy__begins(policy__piece(rest, 1, rest.size), "and") > 0)) {
      *behind = at + 4;
      return at;
    }
    if (c == ' ' && policy__begins(policy__piece(rest, 1, rest.size), "with") > 0) {
      *behind = at + 5;
      return at;
    }
  }
  *behind = list.size;
  return list.size;
}

static bool names_office(policy_string name) {
  size_t at = 0;
  for (policy_string word = policy__next_word(name, &at); word.size > 0; word = policy__next_word(name, &at))
    if (policy__among(word, offices)) return true;
  return false;
}

size_t policy__persons_read(policy_string list, policy__person persons[POLICY__PERSONS]) {
  size_t count = 0, at = 0;
  while (at < list.size && count < POLICY__PERSONS) {
    size_t behind, end = end_of_piece(list, at, &behind);
    policy_string name = bare(policy__piece(list, at, end));
    bool comma = end < list.size && list.data[end] == ',';
    at = behind;
    if (name.size == 0 || policy__among(name, degrees) || policy__equals(name, "et al")) continue;
    if (comma) {
      size_t next_behind, next_end = end_of_piece(list, behind, &next_behind);
      policy_string next = policy__strip(policy__piece(list, behind, next_end), " ,;");
      if (is_initials(next) && !is_initials(name)) {
        persons[count++] = (policy__person){next, name};
        at = next_behind;
        continue;
      }
    }
    if (count > 0 && (!policy__is_person(name) || names_office(name))) continue;
    persons[count++] = split(name);
  }
  return count;
}

static uint32_t lower_first(policy_string word) {
  return policy__lower(policy__first_point(word));
}

bool policy__persons_agree(policy__person a, policy__person b) {
  const char *p = a.family.data, *q = b.family.data;
  const char *p_end = p + a.family.size, *q_end = q + b.family.size;
  while (p < p_end && q < q_end)
    if (policy__lower(policy__utf8_next(&p)) != policy__lower(policy__utf8_next(&q))) return false;
  if (p < p_end || q < q_end || a.family.size == 0) return false;
  return a.given.size == 0 || b.given.size == 0 || lower_first(a.given) == lower_first(b.given);
}

size_t policy__person_write(policy__person person, char *name, size_t size) {
  size_t written = 0;
  const policy_string parts[] = {
      person.given, {" ", person.given.size > 0 && person.family.size > 0 ? 1 : 0}, person.family};
  for (size_t i = 0; i < 3; i++) {
    size_t most = size - 1 - written, take = parts[i].size < most ? parts[i].size : most;
    while (take < parts[i].size && take > 0 && !policy__utf8_is_boundary(parts[i].data[take])) take--;
    memcpy(name + written, parts[i].data, take);
    written += take;
  }
  for (size_t i = 0; i < written; i++)
    if (name[i] == '\n' || name[i] == '\t') name[i] = ' ';
  name[written] = '\0';
  return written;
}
