/* Acts and treaties by their names: a run of words with capitals around "Act", "Convention" and their like. */
#include <stdio.h>
#include <string.h>

#include "extract/cited_scan.h"
#include "text/utf8.h"

enum { WORDS = 26, WORD = 40 };

typedef enum sort {
  CAPITAL,
  JOINT,     /* "of", "and": within a name */
  ARTICLE,   /* "the": behind a joint only */
  ACT,       /* "Act", "Bill": alone enough */
  DATED_ACT, /* "Regulations", "Order": a year must follow */
  CODE,
  TREATY, /* "Convention", "Treaty", "Covenant": a name before it is enough */
  PACT    /* "Agreement", "Protocol": the name must tell more */
} sort;

typedef struct word {
  size_t begin, end;
  sort sort;
  bool comma; /* behind it */
} word;

typedef struct run {
  policy__cursor cursor;
  word words[WORDS];
  size_t count;
} run;

static bool is_one(const run *r, size_t n, const char *const *list) {
  policy__cursor at = r->cursor;
  at.text.size = r->words[n].end;
  at.at = r->words[n].begin;
  return policy__cited_one_of(&at, list, NULL) && at.at == r->words[n].end;
}

/* ---- reading a run --------------------------------------------------------------------------------------- */

/* The end of the word at the place; letters, digits, and hyphens and apostrophes between them. */
static size_t word_end(policy_string text, size_t at) {
  size_t begin = at;
  while (at < text.size && at - begin < WORD) {
    const char *p = text.data + at;
    uint32_t point = policy__utf8_next(&p);
    size_t next = (size_t)(p - text.data);
    bool inside = (policy__classify(point) & (POLICY__LETTER | POLICY__DIGIT | POLICY__MARK)) != 0;
    bool joint = point == '-' || point == '\'' || point == 0x2019 || point == 0x2010 || point == 0x2011 || point == '/';
    if (joint && next < text.size) {
      const char *q = p;
      inside = at > begin && (policy__classify(policy__utf8_next(&q)) & POLICY__LETTER) != 0;
    }
    bool possessive = !inside && (point == 0x2019 || point == '\'') && at > begin && text.data[at - 1] == 's';
    if (!inside && !possessive) break;
    at = next;
  }
  return at;
}

static sort sort_of(run *r, size_t n) {
  static const char *const acts[] = {"Act", "Bill", NULL};
  static const char *const dated[] = {"Regulations", "Order", "Rules", "Ordinance", "Law", NULL};
  static const char *const codes[] = {"Code", NULL};
  static const char *const treaties[] = {"Convention", "Conventions", "Treaty", "Treaties",
                                         "Covenant",   "Statute",     NULL};
  static const char *const pacts[] = {"Agreement", "Agreements", "Protocol", "Protocols", "Amendment",
                                      "Accord",    "Accords",    "Charter",  NULL};
  if (is_one(r, n, acts)) return ACT;
  if (is_one(r, n, dated)) return DATED_ACT;
  if (is_one(r, n, codes)) return CODE;
  if (is_one(r, n, treaties)) return TREATY;
  return is_one(r, n, pacts) ? PACT : CAPITAL;
}

/* Reads words with capitals, and small ones that may stand between them, up to anything else. Ends with a
   capital. */
static void read_run(run *r, policy__cursor cursor) {
  static const char *const joints[] = {"of",         "and",      "or",      "on",   "to",   "for", "against", "in",
                                       "concerning", "relating", "between", "with", "from", "by",  NULL};
  static const char *const articles[] = {"the", "their", "all", NULL};
  size_t last = 0;
  r->cursor = cursor;
  r->count = 0;
  while (r->count < WORDS) {
    word *w = &r->words[r->count];
    size_t end = word_end(cursor.text, cursor.at);
    if (end == cursor.at) break;
    const char *p = cursor.text.data + cursor.at;
    bool capital = (policy__classify(policy__utf8_next(&p)) & POLICY__UPPER) != 0;
    *w = (word){cursor.at, end, CAPITAL, false};
    bool joint = !capital && is_one(r, r->count, joints), article = !capital && !joint && is_one(r, r->count, articles);
    if (!capital && !joint && !article) break;
    w->sort = capital ? sort_of(r, r->count) : joint ? JOINT : ARTICLE;
    r->count++;
    if (capital) last = r->count;
    cursor.at = end;
    w->comma = policy__cited_text(&cursor, ",");
    if (!policy__cited_space(&cursor)) break;
  }
  r->count = last;
}

/* Writes the words from `first` to before `end` on one line as the value. */
static bool set_title(const run *r, size_t first, size_t end, policy_citation_kind kind, unsigned year,
                      policy__cited *cited) {
  char title[POLICY__CITED_VALUE];
  size_t size = 0;
  for (size_t i = first; i < end; i++) {
    int length = (int)(r->words[i].end - r->words[i].begin);
    int added = snprintf(title + size, sizeof title - size, "%s%.*s%s", i > first ? " " : "", length,
                         r->cursor.text.data + r->words[i].begin, r->words[i].comma && i + 1 < end ? "," : "");
    if (added < 0 || (size_t)added >= sizeof title - size) return policy__cited_set(cited, kind, "", "%s", "");
    size += (size_t)added;
  }
  cited->begin = r->words[first].begin;
  if (year == 0) return policy__cited_set(cited, kind, "title", "%s", title);
  return policy__cited_set(cited, kind, "title", "%s %u", title, year);
}

/* ---- acts ------------------------------------------------------------------------------------------------ */

/* "2008", "of 2008", ", 1986", "(2002)" behind the name. */
static bool take_year(policy__cursor *cursor, unsigned *year) {
  static const char *const joints[] = {" of ", ", ", " "};
  policy__cursor end = *cursor;
  for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
    end = *cursor;
    if (!policy__cited_text(&end, joints[i])) continue;
    bool good =
        policy__cited_number(&end, 4, 4, year) ? policy__cited_ends(&end) : policy__cited_year_in(&end, '(', ')', year);
    char next = policy__cited_byte(&end, 0);
    if (!good || *year < 1200 || *year > 2199 || next == '/' || next == '-') continue;
    *cursor = end;
    return true;
  }
  return false;
}

/* Where the name of the act begins whose last word is the n-th: behind an article and what begins a sentence. A
   comma is part of a list that "and" ends ("Police, Crime, Sentencing and Courts Act"), where the name stands
   behind "the". */
static size_t first_of_act(const run *r, size_t n, bool led) {
  static const char *const leads[] = {"The",  "This",  "Under",    "In",      "See",  "By",       "Since", "With",
                                      "For",  "And",   "But",      "Section", "As",   "When",     "While", "If",
                                      "Both", "That",  "Its",      "Our",     "New",  "A",        "An",    "To",
                                      "Of",   "Draft", "Proposed", "Most",    "Some", "Although", "Like",  NULL};
  static const char *const ands[] = {"and", NULL};
  static const char *const the[] = {"The", NULL};
  size_t first = n, list = n; /* behind the last comma that may be one of a list */
  bool listed = false;
  for (; first > 0; first--) {
    const word *before = &r->words[first - 1];
    bool other = before->sort == ACT || before->sort == TREATY || before->sort == PACT;
    listed = listed || is_one(r, first - 1, ands);
    if (before->sort == ARTICLE || is_one(r, first - 1, the) || other || (before->comma && !listed)) break;
    if (before->comma && list == n) list = first;
  }
  bool article = first > 0 ? r->words[first - 1].sort == ARTICLE || is_one(r, first - 1, the) : led;
  if (list < n && !article) first = list;
  while (first < n && (r->words[first].sort == JOINT || is_one(r, first, leads))) first++;
  return first;
}

static bool match_act(const run *r, policy__cursor *cursor, policy__cited *cited, bool led) {
  static const char *const ofcodes[] = {"Penal",      "Criminal", "Civil",      "Revenue",   "Labour",  "Labor",
                                        "Bankruptcy", "Tax",      "Commercial", "Electoral", "Customs", NULL};
  static const char *const bare[] = {"The", "This", NULL};
  for (size_t n = 1; n < r->count; n++) {
    sort what = r->words[n].sort;
    if (what != ACT && what != DATED_ACT && what != CODE) continue;
    size_t first = first_of_act(r, n, led);
    if (first >= n) continue;
    bool named = led || (first > 0 && (r->words[first - 1].sort == ARTICLE || is_one(r, first - 1, bare)));
    policy__cursor end = *cursor;
    unsigned year = 0;
    end.at = r->words[n].end;
    bool dated = take_year(&end, &year);
    bool last = n + 1 >= r->count || r->words[n].comma || r->words[n + 1].sort == JOINT;
    bool coded = what == CODE && is_one(r, n - 1, ofcodes);
    if (!dated && !(named && last && (what == ACT || coded))) continue;
    if (what == CODE && !coded) continue;
    *cursor = end;
    return set_title(r, first, n + 1, POLICY_CITATION_LEGISLATION, year, cited);
  }
  return false;
}

/* ---- treaties -------------------------------------------------------------------------------------------- */

/* Towns after which treaties are called; a pact with such a name needs no more. */
static const char *const towns[] = {
    "Aarhus", "Abuja",     "Algiers",    "Arusha",    "Bamako",   "Bangkok",    "Basel",     "Beijing",   "Bern",
    "Bonn",   "Bucharest", "Budapest",   "Cartagena", "Chicago",  "Copenhagen", "Cotonou",   "Dayton",    "Doha",
    "Dublin", "Espoo",     "Geneva",     "Hague",     "Helsinki", "Istanbul",   "Kampala",   "Kigali",    "Kyiv",
    "Kyoto",  "Lisbon",    "Lomé",       "London",    "Lugano",   "Madrid",     "Maputo",    "Marrakesh", "Minamata",
    "Minsk",  "Montreal",  "Nagoya",     "Nairobi",   "Nice",     "Oslo",       "Ottawa",    "Oviedo",    "Palermo",
    "Paris",  "Ramsar",    "Rome",       "Rotterdam", "Samoa",    "Schengen",   "Stockholm", "Tokyo",     "Utrecht",
    "Vienna", "Warsaw",    "Washington", "Windhoek",  NULL};

/* What tells kinds of agreements and assemblies, not one treaty. */
static const char *const common[] = {"Free",
                                     "Trade",
                                     "Peace",
                                     "Draft",
                                     "New",
                                     "This",
                                     "The",
                                     "Tax",
                                     "Bilateral",
                                     "Investment",
                                     "Extradition",
                                     "Party",
                                     "National",
                                     "Republican",
                                     "Democratic",
                                     "Constitutional",
                                     "A",
                                     "An",
                                     "Any",
                                     "Each",
                                     "Every",
                                     "That",
                                     "These",
                                     "Such",
                                     "Under",
                                     "Annual",
                                     "In",
                                     "No",
                                     "Our",
                                     "Its",
                                     "Framework",
                                     "Optional",
                                     "Additional",
                                     "International",
                                     "Multilateral",
                                     "Proposed",
                                     "United",
                                     "Nations",
                                     "UN",
                                     "EU",
                                     "ILO",
                                     "European",
                                     "American",
                                     "Inter-American",
                                     "African",
                                     NULL};

static bool is_key(const run *r, size_t n) {
  return r->words[n].sort == TREATY || r->words[n].sort == PACT;
}

/* "Trade in Endangered Species", "Persons with Disabilities": small words that belong to the word before them,
   where others would tell of time, place or company. */
static bool is_pair(const run *r, size_t n) {
  static const char *const pairs[][2][2] = {
      {{"Trade", NULL}, {"in", NULL}}, {{"Persons", NULL}, {"with", NULL}}, {{"Right", NULL}, {"to", NULL}}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (is_one(r, n - 1, pairs[i][0]) && is_one(r, n, pairs[i][1])) return true;
  return false;
}

/* Whether the n-th word and those behind it go on with a treaty's name: "on the Rights ...", "to the Montreal
   Protocol". */
static bool goes_on(const run *r, size_t n, bool key, size_t *behind) {
  static const char *const after_key[] = {"on", "of", "for", "against", "to", "concerning", "between", NULL};
  static const char *const inside[] = {"of", "and", "or", "against", NULL};
  static const char *const relating[] = {"relating", NULL};
  static const char *const to[] = {"to", NULL};
  static const char *const ands[] = {"and", NULL};
  static const char *const theirs[] = {"their", NULL};
  static const char *const months[] = {"January", "February",  "March",   "April",    "May",      "June", "July",
                                       "August",  "September", "October", "November", "December", NULL};
  if (n >= r->count || r->words[n - 1].comma) return false;
  if (r->words[n].sort != JOINT && r->words[n].sort != ARTICLE) {
    *behind = n + 1;
    return !key; /* "Convention Centre" */
  }
  bool and = is_one(r, n, ands);
  size_t next = n + 1;
  bool related = key && is_one(r, n, relating) && next < r->count && is_one(r, next, to);
  next += related;
  if (!related && !is_pair(r, n) && !is_one(r, n, key ? after_key : inside)) return false;
  if (next < r->count && r->words[next].sort == ARTICLE && (!and || is_one(r, next, theirs))) next++;
  if (next >= r->count || r->words[next].sort == JOINT || r->words[next].sort == ARTICLE) return false;
  if ((and&&is_key(r, next)) || is_one(r, next, months)) return false;
  *behind = next + 1;
  return true;
}

/* ", X or Y", ", X and Y of": the last of a list within a name. */
static bool lists_on(const run *r, size_t n, size_t *behind) {
  static const char *const ors[] = {"or", NULL};
  static const char *const ands[] = {"and", NULL};
  static const char *const ofs[] = {"of", "against", NULL};
  bool list =
      n + 2 < r->count && r->words[n - 1].comma && r->words[n].sort == CAPITAL && r->words[n + 2].sort == CAPITAL;
  if (!list || (!is_one(r, n + 1, ors) && !(is_one(r, n + 1, ands) && n + 3 < r->count && is_one(r, n + 3, ofs))))
    return false;
  *behind = n + 3;
  return true;
}

/* The end of the name whose key is the n-th word: behind the last word that belongs to it. */
static size_t end_of_treaty(const run *r, size_t n) {
  size_t end = n + 1, behind;
  bool key = true;
  while (goes_on(r, end, key, &behind) || lists_on(r, end, &behind)) {
    end = behind;
    key = is_key(r, end - 1);
  }
  return end;
}

/* Where the name begins whose key is the n-th word: the capitals before it, without what begins a sentence. */
static size_t first_of_treaty(const run *r, size_t n) {
  static const char *const leads[] = {"The",  "This", "Under", "In",      "See", "By",   "Since",    "With",
                                      "For",  "And",  "But",   "Article", "As",  "When", "While",    "If",
                                      "Both", "A",    "An",    "That",    "To",  "Of",   "Although", NULL};
  static const char *const and[] = {"and", NULL};
  size_t first = n;
  while (first > 0 && !r->words[first - 1].comma &&
         (r->words[first - 1].sort == CAPITAL ||
          (first > 1 && is_one(r, first - 1, and) && r->words[first - 2].sort == CAPITAL)))
    first--;
  while (first < n && (is_one(r, first, leads) || r->words[first].sort == JOINT)) first++;
  return first;
}

/* Whether the words say which treaty: words behind the key do, or a name before it. */
static bool tells(const run *r, size_t first, size_t n, size_t end, bool led) {
  static const char *const nations[] = {"Nations", "UN", NULL};
  static const char *const charter[] = {"Charter", NULL};
  static const char *const amendment[] = {"Amendment", NULL};
  static const char *const ofs[] = {"of", "between", NULL};
  static const char *const agreements[] = {"Agreement", "Agreements", "Accord", "Accords", "Protocols", NULL};
  bool tail = end > n + 1, town = false, special = false;
  for (size_t i = first; i < n; i++) {
    town = town || is_one(r, i, towns) || (is_one(r, i, nations) && i + 1 == n && is_one(r, n, charter));
    special = special || !is_one(r, i, common);
  }
  if (is_one(r, n, amendment)) return town || (tail && is_key(r, end - 1));
  if (tail && r->words[n].sort == TREATY) return true;
  if (tail && is_one(r, n, agreements)) return !is_one(r, n + 1, ofs) || town;
  if (tail) return true;
  return town || (r->words[n].sort == TREATY && special && (led || first > 0));
}

static bool match_treaty(const run *r, policy__cursor *cursor, policy__cited *cited, bool led) {
  for (size_t n = 0; n < r->count; n++) {
    if (!is_key(r, n)) continue;
    size_t first = first_of_treaty(r, n), end = end_of_treaty(r, n);
    if (!tells(r, first, n, end, led)) continue;
    cursor->at = r->words[end - 1].end;
    return set_title(r, first, end, POLICY_CITATION_TREATY, 0, cited);
  }
  return false;
}

bool policy__cited_name(policy__cursor *cursor, policy__cited *cited, bool led) {
  run r;
  read_run(&r, *cursor);
  return match_treaty(&r, cursor, cited, led) || match_act(&r, cursor, cited, led);
}

/* ---- sections -------------------------------------------------------------------------------------------- */

/* "3", "3(2)(a)", "12A", "IV", "VII bis": the number of a section. */
static bool take_section_number(policy__cursor *cursor) {
  size_t begin = cursor->at;
  while (cursor->at - begin < 8 &&
         (policy__cited_is_digit(policy__cited_byte(cursor, 0)) ||
          (policy__cited_byte(cursor, 0) != '\0' && strchr("IVXL", policy__cited_byte(cursor, 0)) != NULL)))
    cursor->at++;
  if (cursor->at == begin) return false;
  if (policy__cited_is_upper(policy__cited_byte(cursor, 0)) &&
      policy__cited_is_digit(cursor->text.data[cursor->at - 1]))
    cursor->at++;
  while (policy__cited_byte(cursor, 0) == '(' && cursor->at - begin < 30) {
    size_t size = 1;
    while (size < 6 && (policy__cited_is_letter(policy__cited_byte(cursor, size)) ||
                        policy__cited_is_digit(policy__cited_byte(cursor, size))))
      size++;
    if (size == 1 || policy__cited_byte(cursor, size) != ')') break;
    cursor->at += size + 1;
  }
  return policy__cited_ends(cursor);
}

bool policy__cited_section(policy__cursor *cursor) {
  static const char *const words[] = {"section",    "sections",  "article",    "articles", "part",       "chapter",
                                      "schedule",   "paragraph", "paragraphs", "title",    "regulation", "annex",
                                      "subsection", "clause",    "rule",       "para",     "s.",         "ss.",
                                      "art.",       "arts.",     "s",          "paras"};
  static const char *const joints[] = {" and ", ", ", " to ", " or "};
  static const char *const ends[] = {" of the ", " to the ", " of ", ", "};
  enum { LINKS = 4, NUMBERS = 12 };
  policy__cursor end = *cursor, good = *cursor;
  for (int link = 0; link < LINKS; link++, good = end) {
    bool named = false;
    for (size_t i = 0; !named && i < sizeof words / sizeof *words; i++) named = policy__cited_either(&end, words[i]);
    if (!named || !policy__cited_space(&end) || !take_section_number(&end)) break;
    for (int i = 0; i < NUMBERS; i++) {
      policy__cursor next = end;
      bool joint = policy__cited_dash(&next);
      for (size_t k = 0; !joint && k < sizeof joints / sizeof *joints; k++)
        joint = policy__cited_text(&next, joints[k]);
      if (!joint || !take_section_number(&next)) break;
      end = next;
    }
    bool of = false;
    for (size_t i = 0; !of && i < sizeof ends / sizeof *ends; i++) of = policy__cited_text(&end, ends[i]);
    if (!of) break;
  }
  bool any = good.at > cursor->at;
  *cursor = good;
  return any;
}
