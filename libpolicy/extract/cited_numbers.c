/* Cases by neutral citation, law report, number and ECLI; reports by the number that they are filed under. */
#include <stdio.h>
#include <string.h>

#include "extract/cited_scan.h"

/* ---- cases ----------------------------------------------------------------------------------------------- */

/* Series of law reports behind a year in square brackets; other capitals are a court. */
static const char *const series[] = {"AC",  "All ER (EC)", "All ER (Comm)", "All ER", "BCLC", "Ch",  "CMLR", "Cr App R",
                                     "ECR", "EHRR",        "Env LR",        "Fam",    "FCR",  "FLR", "IRLR", "IR",
                                     "KB",  "QB",          "SCR",           "WLR",    NULL};

/* "[1932] AC 562", "[1990] 2 AC 1", "[1991] ECR I-5357". */
static bool take_report(policy__cursor *cursor, policy__cited *cited, unsigned year) {
  policy__cursor end = *cursor;
  unsigned volume = 0;
  size_t n;
  if (policy__cited_number(&end, 1, 2, &volume) && !policy__cited_space(&end)) return false;
  if (!policy__cited_one_of(&end, series, &n) || !policy__cited_space(&end)) return false;
  size_t begin = end.at;
  if (!policy__cited_text(&end, "II-")) (void)policy__cited_text(&end, "I-");
  if (!policy__cited_number(&end, 1, 6, NULL)) return false;
  char before[16] = "";
  if (volume > 0) (void)snprintf(before, sizeof before, "%u ", volume);
  *cursor = end;
  return policy__cited_set(cited, POLICY_CITATION_CASE, "law-report", "[%u] %s%s %.*s", year, before, series[n],
                           (int)(end.at - begin), end.text.data + begin);
}

/* "[2019] UKSC 41", "[2010] EWHC 12 (Admin)", "[2004] EWCA Civ 56". */
static bool take_neutral(policy__cursor *cursor, policy__cited *cited, unsigned year) {
  static const char *const divisions[] = {"Civ", "Crim", NULL};
  enum { COURT = 10, CHAMBER = 12 };
  policy__cursor end = *cursor;
  unsigned number;
  size_t begin = end.at, division = 2;
  while (policy__cited_is_upper(policy__cited_byte(&end, 0)) && end.at - begin < COURT) end.at++;
  int court = (int)(end.at - begin);
  if (court < 3 || !policy__cited_ends(&end) || !policy__cited_space(&end)) return false;
  if (policy__cited_one_of(&end, divisions, &division) && !policy__cited_space(&end)) return false;
  if (!policy__cited_number(&end, 1, 5, &number) || !policy__cited_ends(&end)) return false;
  policy__cursor chamber = end;
  size_t size = 0;
  if (policy__cited_text(&chamber, " (") && policy__cited_is_upper(policy__cited_byte(&chamber, 0))) {
    while (policy__cited_is_letter(policy__cited_byte(&chamber, size)) && size < CHAMBER) size++;
    if (policy__cited_byte(&chamber, size) != ')') size = 0;
  }
  *cursor = end;
  if (size > 0) cursor->at = chamber.at + size + 1;
  return policy__cited_set(cited, POLICY_CITATION_CASE, "neutral-citation", "[%u] %.*s%s%s %u%s%.*s%s", year, court,
                           end.text.data + begin, division < 2 ? " " : "", division < 2 ? divisions[division] : "",
                           number, size > 0 ? " (" : "", (int)size, chamber.text.data + chamber.at,
                           size > 0 ? ")" : "");
}

/* "C-311/18", "T-315/01 R", "26/62": the number of a case before the courts of the European Union. */
static bool take_union_case(policy__cursor *cursor, policy__cited *cited) {
  static const char *const ways[] = {" P", " R", " PPU", " RENV"};
  policy__cursor end = *cursor;
  char court = policy__cited_byte(&end, 0);
  unsigned number, year;
  bool named = court == 'C' || court == 'T' || court == 'F';
  if (named) end.at++;
  if (named && !policy__cited_dash(&end)) return false;
  if (!policy__cited_number(&end, 1, 4, &number) || policy__cited_byte(&end, 0) != '/') return false;
  end.at++;
  if (!policy__cited_number(&end, 2, 2, &year)) return false;
  const char *way = "";
  for (size_t i = 0; way[0] == '\0' && i < sizeof ways / sizeof *ways; i++) {
    policy__cursor behind = end;
    if (!policy__cited_word(&behind, ways[i])) continue;
    way = ways[i];
    end = behind;
  }
  if (!policy__cited_ends(&end)) return false;
  *cursor = end;
  return policy__cited_set(cited, POLICY_CITATION_CASE, "case-number", "%.*s%s%u/%02u%s", named, &court,
                           named ? "-" : "", number, year, way);
}

/* "ECLI:EU:C:2020:559": five parts. */
static bool take_ecli(policy__cursor *cursor, policy__cited *cited) {
  policy__cursor end = *cursor;
  size_t parts = 1, size = 0;
  if (!policy__cited_text(&end, "ECLI:")) return false;
  for (; end.at - cursor->at < 80; end.at++) {
    char byte = policy__cited_byte(&end, 0);
    bool inside = policy__cited_is_letter(byte) || policy__cited_is_digit(byte);
    bool joint =
        (byte == ':' || byte == '.') && size > 0 &&
        (policy__cited_is_letter(policy__cited_byte(&end, 1)) || policy__cited_is_digit(policy__cited_byte(&end, 1)));
    if (!inside && !joint) break;
    parts += byte == ':';
    size++;
  }
  if (parts != 4) return false;
  size_t begin = cursor->at;
  *cursor = end;
  return policy__cited_set(cited, POLICY_CITATION_CASE, "ecli", "%.*s", (int)(end.at - begin), end.text.data + begin);
}

/* "Application no. 25781/94" to the European Court of Human Rights. */
static bool take_application(policy__cursor *cursor, policy__cited *cited) {
  static const char *const words[] = {"Application",  "application", "App.", "Applications",
                                      "applications", "Appl.",       NULL};
  static const char *const numbers[] = {" no. ", " No. ", " nos. ", " Nos. ", " no ", " No "};
  policy__cursor end = *cursor;
  unsigned number, year;
  bool numbered = false;
  if (!policy__cited_one_of(&end, words, NULL)) return false;
  for (size_t i = 0; !numbered && i < sizeof numbers / sizeof *numbers; i++)
    numbered = policy__cited_text(&end, numbers[i]);
  if (!numbered || !policy__cited_number(&end, 1, 5, &number) || policy__cited_byte(&end, 0) != '/') return false;
  end.at++;
  if (!policy__cited_number(&end, 2, 2, &year) || !policy__cited_ends(&end)) return false;
  *cursor = end;
  return policy__cited_set(cited, POLICY_CITATION_CASE, "application-number", "%u/%02u", number, year);
}

bool policy__cited_case(policy__cursor *cursor, policy__cited *cited) {
  static const char *const heads[] = {"Joined Cases ", "joined cases ", "Joined cases ", "Cases ", "Case ", "case "};
  policy__cursor end = *cursor;
  unsigned year;
  if (policy__cited_year_in(&end, '[', ']', &year)) {
    if (!policy__cited_space(&end) || (!take_report(&end, cited, year) && !take_neutral(&end, cited, year)))
      return false;
    *cursor = end;
    return true;
  }
  if (take_ecli(cursor, cited) || take_application(cursor, cited)) return true;
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
    end = *cursor;
    if (!policy__cited_text(&end, heads[i])) continue;
    if (!take_union_case(&end, cited)) return false;
    cited->next = take_union_case;
    *cursor = end;
    return true;
  }
  return false;
}

/* ---- reports --------------------------------------------------------------------------------------------- */

/* "GAO-21-105", "GAO-20-195G", "GAO/NSIAD-98-12", "OIG-19-23". */
static bool take_audit(policy__cursor *cursor, policy__cited *cited) {
  policy__cursor end = *cursor;
  if (!policy__cited_text(&end, "GAO") && !policy__cited_text(&end, "OIG")) return false;
  if (policy__cited_byte(&end, 0) == '/') {
    end.at++;
    size_t begin = end.at;
    while ((policy__cited_is_upper(policy__cited_byte(&end, 0)) || policy__cited_byte(&end, 0) == '/') &&
           end.at - begin < 16)
      end.at++;
    if (end.at == begin) return false;
  }
  char office[24];
  int size = snprintf(office, sizeof office, "%.*s", (int)(end.at - cursor->at), cursor->text.data + cursor->at);
  unsigned year;
  if (size <= 0 || size >= (int)sizeof office || !policy__cited_dash(&end) ||
      !policy__cited_number(&end, 2, 2, &year) || !policy__cited_dash(&end))
    return false;
  size_t begin = end.at;
  if (!policy__cited_number(&end, 1, 6, NULL)) return false;
  while (policy__cited_is_upper(policy__cited_byte(&end, 0)) && end.at - begin < 10) end.at++;
  if (!policy__cited_ends(&end)) return false;
  *cursor = end;
  return policy__cited_set(cited, POLICY_CITATION_REPORT, "report-number", "%s-%02u-%.*s", office, year,
                           (int)(end.at - begin), end.text.data + begin);
}

/* "COM(2020) 380 final": documents of the institutions of the European Union. */
static bool take_union_report(policy__cursor *cursor, policy__cited *cited) {
  static const char *const series_of_union[] = {"COM", "SWD", "JOIN", "SEC"};
  for (size_t i = 0; i < sizeof series_of_union / sizeof *series_of_union; i++) {
    policy__cursor end = *cursor;
    unsigned year, number;
    if (!policy__cited_text(&end, series_of_union[i])) continue;
    (void)policy__cited_space(&end);
    if (!policy__cited_year_in(&end, '(', ')', &year)) return false;
    (void)policy__cited_space(&end);
    if (!policy__cited_number(&end, 1, 4, &number) || !policy__cited_ends(&end)) return false;
    if (!policy__cited_word(&end, " final")) (void)policy__cited_word(&end, "/2");
    *cursor = end;
    return policy__cited_set(cited, POLICY_CITATION_REPORT, "report-number", "%s(%u) %u", series_of_union[i], year,
                             number);
  }
  return false;
}

bool policy__cited_report(policy__cursor *cursor, policy__cited *cited) {
  /* How a series is written, how in one way, and the digits of its numbers. */
  static const struct {
    const char *written, *name;
    size_t least, most;
  } papers[] = {{"Cmnd. ", "Cmnd", 2, 4}, {"Cmnd ", "Cmnd", 2, 4}, {"Cmd. ", "Cmd", 2, 4},
                {"Cmd ", "Cmd", 2, 4},    {"Cm. ", "Cm", 2, 4},    {"Cm ", "Cm", 2, 4},
                {"CP ", "CP", 2, 4},      {"HC ", "HC", 1, 4},     {"HL Paper ", "HL Paper", 1, 3}};
  if (take_audit(cursor, cited) || take_union_report(cursor, cited)) return true;
  for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
    policy__cursor end = *cursor, part;
    if (!policy__cited_text(&end, papers[i].written)) continue;
    size_t begin = end.at;
    if (!policy__cited_number(&end, papers[i].least, papers[i].most, NULL)) return false;
    part = end;
    if (policy__cited_dash(&part)) { /* "HC 123-II" */
      size_t first = part.at;
      while ((policy__cited_byte(&part, 0) == 'I' || policy__cited_byte(&part, 0) == 'V') && part.at - first < 5)
        part.at++;
      if (part.at > first) end = part;
    }
    char next = policy__cited_byte(&end, 0);
    bool decimal = (next == '.' || next == ',') && policy__cited_is_digit(policy__cited_byte(&end, 1));
    if (!policy__cited_ends(&end) || next == '%' || decimal) return false;
    *cursor = end;
    return policy__cited_set(cited, POLICY_CITATION_REPORT, "report-number", "%s %.*s", papers[i].name,
                             (int)(end.at - begin), end.text.data + begin);
  }
  return false;
}
