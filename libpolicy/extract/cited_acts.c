/* Acts of the European Union, and what is cited by volume and page or section: codes, registers, law reports.
 */
#include <stdio.h>
#include <string.h>

#include "extract/cited_scan.h"

/* ---- "Regulation (EU) 2016/679", "Directive 2014/24/EU", "Council Decision 2010/413/CFSP" ---------------- */

static unsigned full_year(unsigned year) {
  return year >= 100 ? year : year >= 50 ? 1900 + year : 2000 + year;
}

/* The number of an act behind its kind, whose letter in CELEX is series[0]; series[1] tells that its treaty was
   named in brackets, series[2] that "No" stood before. Until 2014 regulations put the number first, all else
   the year. */
static bool take_union_number(policy__cursor *cursor, policy__cited *cited) {
  static const char *const bodies[] = {"EU", "EC", "EEC", "CFSP", "JHA", "Euratom", "ECSC", NULL};
  policy__cursor end = *cursor;
  unsigned first, second;
  if (!policy__cited_number(&end, 1, 4, &first) || policy__cited_byte(&end, 0) != '/') return false;
  bool four = end.at - cursor->at == 4 && first >= 1952 && first < 2100;
  end.at++;
  size_t begin = end.at;
  if (!policy__cited_number(&end, 1, 4, &second)) return false;
  size_t size = end.at - begin;
  bool body = policy__cited_byte(&end, 0) == '/';
  if (body) {
    end.at++;
    if (!policy__cited_one_of(&end, bodies, NULL)) return false;
  }
  if (!policy__cited_ends(&end) || policy__cited_byte(&end, 0) == '/') return false;
  bool reversed = !body && (cited->series[2] == '1' || !four) && (size == 4 || size == 2);
  bool told = body || cited->series[1] == '1' || (four && cited->series[0] != 'D');
  if (!told || (reversed && full_year(second) < 1952)) return false;
  unsigned year = reversed ? full_year(second) : full_year(first), number = reversed ? first : second;
  *cursor = end;
  return policy__cited_set(cited, POLICY_CITATION_LEGISLATION, "celex", "3%u%c%04u", year, cited->series[0], number);
}

bool policy__cited_union_act(policy__cursor *cursor, policy__cited *cited) {
  static const char *const makers[] = {"Council", "Commission", NULL};
  static const char *const ways[] = {"Implementing", "Delegated", NULL};
  static const char *const kinds[] = {"Framework Decision", "Regulation", "Regulations", "Directive",
                                      "Directives",         "Decision",   "Decisions",   "Recommendation",
                                      "Common Position",    NULL};
  static const char letters[] = "FRRLLDDHE";
  static const char *const treaties[] = {"(EU, Euratom) ", "(EU) ",      "(EC) ",         "(EEC) ",
                                         "(CFSP) ",        "(Euratom) ", "(EC, Euratom) "};
  static const char *const numbers[] = {"No ", "No. ", "Nos ", "no ", "no. ", "N\xC2\xB0 ", "n\xC2\xB0 "};
  policy__cursor end = *cursor;
  size_t kind;
  if (policy__cited_one_of(&end, makers, NULL) && !policy__cited_space(&end)) return false;
  if (policy__cited_one_of(&end, ways, NULL) && !policy__cited_space(&end)) return false;
  if (!policy__cited_one_of(&end, kinds, &kind) || !policy__cited_space(&end)) return false;
  bool bracket = false, number = false;
  for (size_t i = 0; !bracket && i < sizeof treaties / sizeof *treaties; i++)
    bracket = policy__cited_text(&end, treaties[i]);
  for (size_t i = 0; !number && i < sizeof numbers / sizeof *numbers; i++)
    number = policy__cited_text(&end, numbers[i]);
  (void)snprintf(cited->series, sizeof cited->series, "%c%d%d", letters[kind], bracket, number);
  if (!take_union_number(&end, cited)) return false;
  cited->next = take_union_number;
  *cursor = end;
  return true;
}

/* ---- by volume and page ---------------------------------------------------------------------------------- */

/* How a collection is written, and in one way; whether sections of law are told from it, or pages. */
static const struct {
  const char *written, *name, *scheme;
  policy_citation_kind kind;
} collections[] = {{"U.S.C.", "USC", "usc", POLICY_CITATION_LEGISLATION},
                   {"U. S. C.", "USC", "usc", POLICY_CITATION_LEGISLATION},
                   {"USC", "USC", "usc", POLICY_CITATION_LEGISLATION},
                   {"C.F.R.", "CFR", "cfr", POLICY_CITATION_LEGISLATION},
                   {"CFR", "CFR", "cfr", POLICY_CITATION_LEGISLATION},
                   {"Fed. Reg.", "Fed. Reg.", "law-report", POLICY_CITATION_LEGISLATION},
                   {"Stat.", "Stat.", "law-report", POLICY_CITATION_LEGISLATION},
                   {"U.S.", "U.S.", "law-report", POLICY_CITATION_CASE},
                   {"U. S.", "U.S.", "law-report", POLICY_CITATION_CASE},
                   {"S. Ct.", "S. Ct.", "law-report", POLICY_CITATION_CASE},
                   {"S.Ct.", "S. Ct.", "law-report", POLICY_CITATION_CASE},
                   {"F.2d", "F.2d", "law-report", POLICY_CITATION_CASE},
                   {"F.3d", "F.3d", "law-report", POLICY_CITATION_CASE},
                   {"F.4th", "F.4th", "law-report", POLICY_CITATION_CASE},
                   {"F. Supp. 2d", "F. Supp. 2d", "law-report", POLICY_CITATION_CASE},
                   {"F. Supp. 3d", "F. Supp. 3d", "law-report", POLICY_CITATION_CASE},
                   {"F. Supp.", "F. Supp.", "law-report", POLICY_CITATION_CASE}};

/* "78", "501(c)(3)", "1396a", "60.1", "2000e-5"; the size of it without what is in brackets in `plain`. */
static bool take_code_section(policy__cursor *cursor, size_t *plain) {
  enum { MOST = 32 };
  size_t begin = cursor->at;
  if (!policy__cited_number(cursor, 1, 6, NULL)) return false;
  for (; cursor->at - begin < MOST; cursor->at++) {
    char byte = policy__cited_byte(cursor, 0), next = policy__cited_byte(cursor, 1);
    bool joint = (byte == '.' || byte == '-') && policy__cited_is_digit(next);
    if (!policy__cited_is_letter(byte) && !policy__cited_is_digit(byte) && !joint) break;
  }
  *plain = cursor->at - begin;
  while (policy__cited_byte(cursor, 0) == '(' && cursor->at - begin < 2 * MOST) {
    size_t size = 1;
    while (size < 6 && (policy__cited_is_letter(policy__cited_byte(cursor, size)) ||
                        policy__cited_is_digit(policy__cited_byte(cursor, size))))
      size++;
    if (size == 1 || policy__cited_byte(cursor, size) != ')') break;
    cursor->at += size + 1;
  }
  return true;
}

bool policy__cited_code(policy__cursor *cursor, policy__cited *cited) {
  static const char *const signs[] = {
      "\xC2\xA7\xC2\xA7", "\xC2\xA7", "sections", "section", "sec.", "Part", "part", "pt."};
  policy__cursor end = *cursor;
  unsigned volume, year;
  size_t n = 0, plain = 0;
  if (!policy__cited_number(&end, 1, 4, &volume) || !policy__cited_space(&end)) return false;
  while (n < sizeof collections / sizeof *collections && !policy__cited_text(&end, collections[n].written)) n++;
  if (n == sizeof collections / sizeof *collections || !policy__cited_space(&end)) return false;
  bool section = collections[n].scheme[0] != 'l', sign = false;
  for (size_t i = 0; section && !sign && i < sizeof signs / sizeof *signs; i++)
    sign = policy__cited_text(&end, signs[i]);
  if (sign) (void)policy__cited_space(&end);
  size_t begin = end.at;
  if (!section && !policy__cited_number(&end, 1, 6, NULL)) return false;
  if (!section) plain = end.at - begin;
  if (section && !take_code_section(&end, &plain)) return false;
  policy__cursor behind = end;
  bool dated = !section && policy__cited_space(&behind) && policy__cited_year_in(&behind, '(', ')', &year);
  *cursor = dated ? behind : end;
  return policy__cited_set(cited, collections[n].kind, collections[n].scheme, "%u %s %.*s", volume, collections[n].name,
                           (int)plain, end.text.data + begin);
}

/* ---- federal law of the United States by number ---------------------------------------------------------- */

bool policy__cited_federal(policy__cursor *cursor, policy__cited *cited) {
  static const char *const laws[] = {"Public Law No. ", "Public Law ", "Pub. L. No. ", "Pub. L. ",
                                     "Pub.L. ",         "P.L. ",       "PL "};
  static const char *const orders[] = {"Executive Order No. ", "Executive Order ", "Exec. Order No. ", "E.O. ", "EO "};
  policy__cursor end = *cursor;
  unsigned congress, number;
  for (size_t i = 0; i < sizeof laws / sizeof *laws; i++) {
    end = *cursor;
    if (!policy__cited_text(&end, laws[i])) continue;
    if (!policy__cited_number(&end, 2, 3, &congress) || !policy__cited_dash(&end) ||
        !policy__cited_number(&end, 1, 4, &number))
      return false;
    *cursor = end;
    return policy__cited_set(cited, POLICY_CITATION_LEGISLATION, "public-law", "%u-%u", congress, number);
  }
  for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
    end = *cursor;
    if (!policy__cited_text(&end, orders[i])) continue;
    if (!policy__cited_number(&end, 4, 5, &number) || !policy__cited_ends(&end)) return false;
    *cursor = end;
    return policy__cited_set(cited, POLICY_CITATION_LEGISLATION, "executive-order", "%u", number);
  }
  return false;
}
