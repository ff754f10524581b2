/* Symbols of documents of the United Nations, and its resolutions by number. */
#include <stdio.h>
#include <string.h>

#include "extract/cited_scan.h"

/* ---- symbols: "S/RES/2397 (2017)", "A/HRC/44/9/Add.1" ---------------------------------------------------- */

static bool is_part(char byte) {
  return policy__cited_is_upper(byte) || policy__cited_is_digit(byte) || (byte >= 'a' && byte <= 'z');
}

/* A part between slashes: "RES", "C.3", "Add.1", "WG.6", "2019-20"; `number`: its first digits, without others
   before. */
static bool take_part(policy__cursor *cursor, size_t *digits) {
  size_t begin = cursor->at;
  *digits = 0;
  for (;;) {
    char byte = policy__cited_byte(cursor, 0), next = policy__cited_byte(cursor, 1);
    bool joint = (byte == '.' || byte == '-') && cursor->at > begin && is_part(next);
    if (!is_part(byte) && !joint) break;
    *digits += policy__cited_is_digit(byte);
    cursor->at++;
    if (cursor->at - begin > 24) return false;
  }
  char first = cursor->text.data[begin];
  return cursor->at > begin && (policy__cited_is_upper(first) || policy__cited_is_digit(first));
}

bool policy__cited_symbol(policy__cursor *cursor, policy__cited *cited) {
  static const char *const organs[] = {"A/",    "S/",   "E/",    "ST/",   "T/",   "TD/",   "CCPR/", "CEDAW/", "CERD/",
                                       "CAT/",  "CRC/", "CRPD/", "CMW/",  "CED/", "FCCC/", "CD/",   "DP/",    "HRI/",
                                       "UNEP/", "ECE/", "NPT/",  "ICCD/", "CBD/", "HSP/",  "SPT/",  "UNW/",   "AT/"};
  enum { PARTS = 9 };
  policy__cursor end = *cursor;
  size_t organ = 0, parts = 0, digits = 0, some = 0;
  while (organ < sizeof organs / sizeof *organs && !policy__cited_text(&end, organs[organ])) organ++;
  if (organ == sizeof organs / sizeof *organs) return false;
  size_t first = end.at;
  for (bool more = true; more && parts < PARTS; parts++) {
    policy__cursor part = end;
    if (!take_part(&part, &some)) return false;
    end = part;
    digits += some;
    more = policy__cited_byte(&end, 0) == '/' && is_part(policy__cited_byte(&end, 1));
    end.at += more;
  }
  bool numbered = parts > 1 || (organ < 5 && digits >= 4) || strncmp(end.text.data + first, "PV.", 3) == 0;
  if (digits == 0 || !numbered || !policy__cited_ends(&end)) return false;
  size_t size = end.at - cursor->at;
  bool act = false;
  static const char *const acts[] = {"RES/", "DEC/", "PRST/", "HRC/RES/", "HRC/DEC/"};
  for (size_t i = 0; !act && i < sizeof acts / sizeof *acts; i++)
    act = strncmp(end.text.data + first, acts[i], strlen(acts[i])) == 0;
  policy__cursor behind = end;
  unsigned year = 0;
  (void)policy__cited_space(&behind);
  bool dated =
      strncmp(end.text.data + first, "RES/", 4) == 0 && parts == 2 && policy__cited_year_in(&behind, '(', ')', &year);
  if (dated) end = behind;
  policy_citation_kind kind = act ? POLICY_CITATION_RESOLUTION : POLICY_CITATION_REPORT;
  const char *symbol = cursor->text.data + cursor->at;
  *cursor = end;
  if (dated) return policy__cited_set(cited, kind, "un-symbol", "%.*s (%u)", (int)size, symbol, year);
  return policy__cited_set(cited, kind, "un-symbol", "%.*s", (int)size, symbol);
}

/* ---- resolutions by number: "Security Council resolutions 1718 (2006) and 2397 (2017)" ------------------- */

/* The organs, and how their resolutions are filed. */
static const struct {
  const char *name, *symbol;
} organs[] = {{"Security Council", "S/RES/"},
              {"UNSC", "S/RES/"},
              {"General Assembly", "A/RES/"},
              {"UNGA", "A/RES/"},
              {"Human Rights Council", "A/HRC/RES/"},
              {"UNHRC", "A/HRC/RES/"},
              {"Economic and Social Council", "E/RES/"},
              {"ECOSOC", "E/RES/"}};

/* The symbol of the organ that is named; NULL: none is. */
static const char *take_organ(policy__cursor *cursor) {
  for (size_t i = 0; i < sizeof organs / sizeof *organs; i++) {
    if (!policy__cited_word(cursor, organs[i].name)) continue;
    if (!policy__cited_text(cursor, "'s")) (void)policy__cited_text(cursor, "\xE2\x80\x99s");
    return organs[i].symbol;
  }
  return NULL;
}

/* "(XV)": the session of the General Assembly before 1976. */
static size_t take_session(policy__cursor *cursor) {
  policy__cursor end = *cursor;
  if (!policy__cited_text(&end, "(")) return 0;
  while (policy__cited_byte(&end, 0) != '\0' && strchr("IVXLS-", policy__cited_byte(&end, 0)) != NULL &&
         end.at - cursor->at < 12)
    end.at++;
  size_t size = end.at - cursor->at - 1;
  if (size == 0 || !policy__cited_text(&end, ")")) return 0;
  *cursor = end;
  return size;
}

static bool is_organ(const policy__cited *cited, const char *symbol) {
  return strcmp(cited->series, symbol) == 0;
}

/* "70/1", "217 A" has no slash; "75/260B": session or year, number, and a letter where there are several. */
static bool take_session_number(policy__cursor *cursor, policy__cited *cited, unsigned session) {
  policy__cursor end = *cursor;
  unsigned number;
  end.at++;
  if (!policy__cited_number(&end, 1, 3, &number)) return false;
  policy__cursor lettered = end;
  char letter = policy__cited_byte(&end, 0);
  lettered.at += letter >= 'A' && letter <= 'F';
  bool has_letter = lettered.at > end.at && policy__cited_ends(&lettered);
  if (has_letter) end = lettered;
  if (!policy__cited_ends(&end) || policy__cited_byte(&end, 0) == '/') return false;
  *cursor = end;
  bool known = !is_organ(cited, "") && !is_organ(cited, "UN") && !is_organ(cited, "S/RES/");
  if (!known) return policy__cited_set(cited, POLICY_CITATION_RESOLUTION, "", "%s", "");
  return policy__cited_set(cited, POLICY_CITATION_RESOLUTION, "un-symbol", "%s%u/%u%.*s", cited->series, session,
                           number, has_letter, &letter);
}

/* A resolution's number; the organ's symbol is in `series`, or "" or "UN" where none is named. What is filed so
   by one organ alone tells it: a year in brackets the Security Council, a session in Roman digits the General
   Assembly. */
static bool take_number(policy__cursor *cursor, policy__cited *cited) {
  policy__cursor end = *cursor;
  unsigned number, year;
  if (!policy__cited_number(&end, 1, 4, &number)) return false;
  if (policy__cited_byte(&end, 0) == '/') {
    if (!take_session_number(&end, cited, number)) return false;
    *cursor = end;
    return true;
  }
  bool unnamed = is_organ(cited, "") || is_organ(cited, "UN"), council = unnamed || is_organ(cited, "S/RES/");
  policy__cursor behind = end;
  (void)policy__cited_space(&behind);
  const char *session = behind.text.data + behind.at + 1;
  size_t size = take_session(&behind);
  if (size > 0) {
    *cursor = behind;
    return policy__cited_set(cited, POLICY_CITATION_RESOLUTION, "un-symbol", "%s%u (%.*s)",
                             unnamed ? "A/RES/" : cited->series, number, (int)size, session);
  }
  if (policy__cited_year_in(&behind, '(', ')', &year)) {
    *cursor = behind;
    if (!council) return policy__cited_set(cited, POLICY_CITATION_RESOLUTION, "", "%s", "");
    return policy__cited_set(cited, POLICY_CITATION_RESOLUTION, "un-symbol", "S/RES/%u (%u)", number, year);
  }
  if (is_organ(cited, "") || !council || !policy__cited_ends(&end)) return false;
  *cursor = end;
  return policy__cited_set(cited, POLICY_CITATION_RESOLUTION, "un-symbol", "S/RES/%u", number);
}

/* "of the Security Council" behind the number. */
static const char *take_owner(policy__cursor *cursor) {
  static const char *const joints[] = {" of the UN ", " of the United Nations ", " of the ", " of "};
  for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
    policy__cursor end = *cursor;
    const char *symbol = policy__cited_text(&end, joints[i]) ? take_organ(&end) : NULL;
    if (symbol == NULL) continue;
    *cursor = end;
    return symbol;
  }
  return NULL;
}

bool policy__cited_resolution(policy__cursor *cursor, policy__cited *cited) {
  static const char *const nations[] = {"United Nations", "UN", "U.N.", NULL};
  static const char *const words[] = {"resolution", "resolutions", "Resolution", "Resolutions", "res.", "Res.", NULL};
  policy__cursor end = *cursor;
  bool united = policy__cited_one_of(&end, nations, NULL) && policy__cited_space(&end);
  const char *organ = take_organ(&end);
  if (organ != NULL && !policy__cited_space(&end)) return false;
  if (organ == NULL && policy__cited_word(&end, "UNSCR"))
    organ = "S/RES/";
  else if (!policy__cited_one_of(&end, words, NULL))
    return false;
  if (!policy__cited_space(&end)) return false;
  if (!policy__cited_text(&end, "No. ")) (void)policy__cited_text(&end, "no. ");
  (void)snprintf(cited->series, sizeof cited->series, "%s", organ != NULL ? organ : united ? "UN" : "");
  policy__cursor number = end, tail;
  if (!take_number(&end, cited)) return false;
  tail = end;
  const char *owner = organ == NULL ? take_owner(&tail) : NULL;
  if (owner != NULL) {
    (void)snprintf(cited->series, sizeof cited->series, "%s", owner);
    (void)take_number(&number, cited);
    end = tail;
  }
  cited->next = owner == NULL ? take_number : NULL;
  *cursor = end;
  return true;
}
