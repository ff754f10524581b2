/* The numbers under which documents are filed. */
#include "read/metadata.h"
#include "read/scan.h"

static bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* The bytes of a United Nations symbol ("A/RES/70/1", "S/RES/2270 (2016)", "A/HRC/8/39") at the beginning. */
static size_t take_symbol(policy_string text) {
  static const char *const organs[] = {"A/", "S/", "E/", "ST/", "T/", "TD/", "CCPR/", "CEDAW/", "CERD/", "CAT/",
                                       "CRC/", "CRPD/", "CMW/", "FCCC/", "CD/", "DP/", "HRI/", "UNEP/", "ECE/",
                                       "NPT/", "ICCD/"};
  size_t at = 0, digits = 0, parts = 0;
  for (size_t i = 0; at == 0 && i < sizeof organs / sizeof *organs; i++)
    if (policy__find_in(policy__piece(text, 0, 8), 0, organs[i]) == 0) at = policy__find_in(text, 0, "/") + 1;
  if (at == 0) return 0;
  while (at < text.size && at < 40) {
    char c = text.data[at];
    if (is_digit(c)) digits++;
    else if (c == '/') parts++;
    else if (!is_upper(c) && c != '.' && c != '-' && !(c >= 'a' && c <= 'z')) break;
    at++;
  }
  while (at > 0 && (text.data[at - 1] == '.' || text.data[at - 1] == '/' || text.data[at - 1] == '-')) at--;
  if (digits == 0 || (at < text.size && at >= 40)) return 0;
  bool year = at + 7 <= text.size && text.data[at] == ' ' && text.data[at + 1] == '(' &&
              is_digit(text.data[at + 2]) && is_digit(text.data[at + 5]) && text.data[at + 6] == ')';
  if (year) return at + 7;
  return digits >= 2 || parts >= 1 ? at : 0;
}

static policy_string find_symbol(policy_string text) {
  for (size_t i = 0; i < text.size; i++) {
    if (!is_upper(text.data[i]) || (i > 0 && (is_upper(text.data[i - 1]) || text.data[i - 1] == '/'))) continue;
    size_t taken = take_symbol(policy__piece(text, i, text.size));
    if (taken > 0 && !policy__holds(policy__piece(text, i > 40 ? i - 40 : 0, i), "under"))
      return policy__piece(text, i, i + taken);
  }
  return (policy_string){"", 0};
}

bool policy__holds_symbol(policy_string text) {
  return find_symbol(policy__piece(text, 0, 512)).size > 0;
}

/* Numbers of reports: "GAO-20-195", "HC 123", "CP 456", "COM(2016) 123 final", "R48907". */
static policy_string find_report(policy_string text) {
  static const struct {
    const char *series, *between;
    size_t digits; /* at least */
  } forms[] = {{"GAO-", "", 2},         {"GAO/", "", 2},  {"HC ", "", 1},
               {"HL Paper ", "", 1},    {"Cm ", "", 2},   {"Cmnd ", "", 2},
               {"CP ", "", 1},          {"COM(", "", 4},  {"SWD(", "", 4},
               {"JOIN(", "", 4},        {"OECD/", "", 2}, {"NBER Working Paper No. ", "", 4},
               {"EO ", "", 4},          {"OIG-", "", 2},  {"Public Law ", "", 2},
               {"Pub. L. No. ", "", 2}, {"H.R. ", "", 1}, {"S. Rept. ", "", 2}};
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    size_t at = policy__find_in(text, 0, forms[i].series), digits = 0, end = at;
    if (at >= text.size || (at > 0 && (is_upper(text.data[at - 1]) || text.data[at - 1] == '/'))) continue;
    while (end < text.size && (unsigned char)text.data[end] > ' ') end++;
    if (forms[i].series[0] != 'G' && forms[i].series[0] != 'O')
      for (end = at; end < text.size && !is_digit(text.data[end]);) end++;
    while (end < text.size &&
           (is_digit(text.data[end]) || (text.data[end] == '-' && digits > 0) || text.data[end] == '/')) {
      if (is_digit(text.data[end++])) digits++;
    }
    if (end < text.size && text.data[end] == ')') {
      end++;
      while (end < text.size && (is_digit(text.data[end]) || text.data[end] == ' ')) end++;
      if (policy__begins(policy__piece(text, end, text.size), "final") > 0) end += 5;
    }
    policy_string number = policy__strip(policy__piece(text, at, end), ".,-/");
    size_t counted = 0;
    for (size_t k = 0; k < number.size; k++)
      if (is_digit(number.data[k])) counted++;
    if (counted >= forms[i].digits && number.size < 40) return number;
  }
  return (policy_string){"", 0};
}

/* The organ that a resolution's or a decision's symbol names. */
static const char *organ_of(policy_string symbol) {
  bool act = policy__find_in(symbol, 0, "/RES/") < symbol.size ||
             policy__find_in(symbol, 0, "/PRST/") < symbol.size ||
             policy__find_in(symbol, 0, "/DEC/") < symbol.size;
  if (!act) return NULL;
  if (policy__find_in(symbol, 0, "A/HRC/") == 0) return "Human Rights Council";
  if (symbol.data[0] == 'S') return "Security Council";
  if (symbol.data[0] == 'E') return "Economic and Social Council";
  return symbol.data[0] == 'A' ? "General Assembly" : NULL;
}

static policy_string string_of(const char *text) {
  size_t size = 0;
  while (text[size] != '\0') size++;
  return (policy_string){text, size};
}

void policy__find_identifier(policy__finder *finder) {
  enum { LOOK = 600 };
  policy__facts *facts = &finder->facts;
  policy_string text = policy_document_text(finder->document), top = policy__piece(text, 0, LOOK);
  if (finder->head < finder->count && finder->head > 0)
    top = policy__piece(text, 0, (size_t)(policy__finder_text(finder, finder->head).data - text.data));
  if (top.size > 4 * LOOK) top.size = 4 * LOOK;
  if (facts->identifier.size == 0) {
    policy_string symbol = find_symbol(policy__piece(text, 0, top.size < LOOK ? LOOK : top.size));
    bool distributed = policy__holds(policy__piece(text, 0, LOOK), "distr");
    bool organ = policy__holds(policy__piece(text, 0, LOOK), "general assembly") ||
                 policy__holds(policy__piece(text, 0, LOOK), "security council");
    if (distributed && organ && facts->publisher.size == 0) facts->publisher = string_of("United Nations");
    bool masthead = symbol.size > 0 && (symbol.data < top.data + top.size || distributed);
    if (masthead) {
      facts->identifier = symbol;
      if (facts->publisher.size == 0) facts->publisher = string_of("United Nations");
      const char *author = organ_of(symbol);
      if (author != NULL && facts->author_count == 0)
        facts->authors[facts->author_count++] = (policy__person){{"", 0}, string_of(author)};
    } else facts->identifier = find_report(top);
  }
  if (facts->identifier.size == 0) facts->identifier = facts->doi.size > 0 ? facts->doi : facts->isbn;
}
