/* Cutting sentences into words of time. */
#include "extract/time_words.h"

#include <string.h>

#include "text/utf8.h"

enum { LONGEST = 13, PLURAL = 1, SHORT = 2 };

/* In the order of strcmp, which check_times.c relies on. */
static const struct known {
  char text[LONGEST + 1];
  int32_t value;
  uint8_t class, flags;
} known[] = {
    {"a", 1, POLICY__TIME_A, 0},
    {"about", 0, POLICY__TIME_ABOUT, 0},
    {"acres", 0, POLICY__TIME_MEASURE, 0},
    {"ad", 1, POLICY__TIME_BC, 0},
    {"after", 1, POLICY__TIME_LATER, 0},
    {"afternoon", POLICY__PART_AFTERNOON, POLICY__TIME_HOUR, 0},
    {"afterward", 1, POLICY__TIME_LATER, 0},
    {"afterwards", 1, POLICY__TIME_LATER, 0},
    {"ago", -1, POLICY__TIME_AGO, 0},
    {"almost", 0, POLICY__TIME_ABOUT, 0},
    {"am", 0, POLICY__TIME_AM, 0},
    {"an", 1, POLICY__TIME_A, 0},
    {"and", 0, POLICY__TIME_AND, 0},
    {"annex", 0, POLICY__TIME_NOT_YEAR, 0},
    {"annually", POLICY__UNIT_YEAR, POLICY__TIME_OFTEN, 0},
    {"another", 1, POLICY__TIME_A, 0},
    {"approximately", 0, POLICY__TIME_ABOUT, 0},
    {"apr", 4, POLICY__TIME_MONTH, SHORT},
    {"april", 4, POLICY__TIME_MONTH, 0},
    {"around", 0, POLICY__TIME_ABOUT, 0},
    {"article", 0, POLICY__TIME_NOT_YEAR, 0},
    {"articles", 0, POLICY__TIME_NOT_YEAR, 0},
    {"at", 0, POLICY__TIME_AT, 0},
    {"aug", 8, POLICY__TIME_MONTH, SHORT},
    {"august", 8, POLICY__TIME_MONTH, 0},
    {"autumn", POLICY__SEASON_AUTUMN, POLICY__TIME_SEASON, 0},
    {"bc", -1, POLICY__TIME_BC, 0},
    {"bce", -1, POLICY__TIME_BC, 0},
    {"before", -1, POLICY__TIME_EARLIER, 0},
    {"beforehand", -1, POLICY__TIME_EARLIER, 0},
    {"beginning", 0, POLICY__TIME_PART, 0},
    {"between", 0, POLICY__TIME_AT, 0},
    {"box", 0, POLICY__TIME_NOT_YEAR, 0},
    {"by", 0, POLICY__TIME_BY, 0},
    {"c", 0, POLICY__TIME_AT, 0},
    {"ca", 0, POLICY__TIME_AT, 0},
    {"ce", 1, POLICY__TIME_BC, 0},
    {"centuries", POLICY__UNIT_CENTURY, POLICY__TIME_UNIT, PLURAL},
    {"century", POLICY__UNIT_CENTURY, POLICY__TIME_UNIT, 0},
    {"chapter", 0, POLICY__TIME_NOT_YEAR, 0},
    {"chapters", 0, POLICY__TIME_NOT_YEAR, 0},
    {"christmas", 1225, POLICY__TIME_FESTIVAL, 0},
    {"circa", 0, POLICY__TIME_AT, 0},
    {"clause", 0, POLICY__TIME_NOT_YEAR, 0},
    {"clauses", 0, POLICY__TIME_NOT_YEAR, 0},
    {"coming", 1, POLICY__TIME_NEAR, 0},
    {"couple", 0, POLICY__TIME_SOME, 0},
    {"current", 0, POLICY__TIME_NEAR, 0},
    {"daily", POLICY__UNIT_DAY, POLICY__TIME_OFTEN, 0},
    {"day", POLICY__UNIT_DAY, POLICY__TIME_UNIT, 0},
    {"days", POLICY__UNIT_DAY, POLICY__TIME_UNIT, PLURAL},
    {"dec", 12, POLICY__TIME_MONTH, SHORT},
    {"decade", POLICY__UNIT_DECADE, POLICY__TIME_UNIT, 0},
    {"decades", POLICY__UNIT_DECADE, POLICY__TIME_UNIT, PLURAL},
    {"december", 12, POLICY__TIME_MONTH, 0},
    {"decision", 0, POLICY__TIME_NOT_YEAR, 0},
    {"decisions", 0, POLICY__TIME_NOT_YEAR, 0},
    {"decree", 0, POLICY__TIME_NOT_YEAR, 0},
    {"decrees", 0, POLICY__TIME_NOT_YEAR, 0},
    {"directive", 0, POLICY__TIME_NOT_YEAR, 0},
    {"directives", 0, POLICY__TIME_NOT_YEAR, 0},
    {"dollars", 0, POLICY__TIME_MEASURE, 0},
    {"dozen", 12, POLICY__TIME_CARDINAL, 0},
    {"due", 0, POLICY__TIME_WILL, 0},
    {"during", 0, POLICY__TIME_AT, 0},
    {"each", 1, POLICY__TIME_EVERY, 0},
    {"earlier", -1, POLICY__TIME_EARLIER, 0},
    {"early", 0, POLICY__TIME_PART, 0},
    {"eight", 8, POLICY__TIME_CARDINAL, 0},
    {"eighteen", 18, POLICY__TIME_CARDINAL, 0},
    {"eighteenth", 18, POLICY__TIME_ORDINAL, 0},
    {"eighth", 8, POLICY__TIME_ORDINAL, 0},
    {"eighty", 80, POLICY__TIME_CARDINAL, 0},
    {"eleven", 11, POLICY__TIME_CARDINAL, 0},
    {"eleventh", 11, POLICY__TIME_ORDINAL, 0},
    {"end", 0, POLICY__TIME_PART, 0},
    {"euros", 0, POLICY__TIME_MEASURE, 0},
    {"evening", POLICY__PART_EVENING, POLICY__TIME_HOUR, 0},
    {"every", 1, POLICY__TIME_EVERY, 0},
    {"expected", 0, POLICY__TIME_WILL, 0},
    {"fall", POLICY__SEASON_AUTUMN, POLICY__TIME_SEASON, 0},
    {"fax", 0, POLICY__TIME_NOT_YEAR, 0},
    {"feb", 2, POLICY__TIME_MONTH, SHORT},
    {"february", 2, POLICY__TIME_MONTH, 0},
    {"few", 0, POLICY__TIME_SOME, 0},
    {"fifteen", 15, POLICY__TIME_CARDINAL, 0},
    {"fifteenth", 15, POLICY__TIME_ORDINAL, 0},
    {"fifth", 5, POLICY__TIME_ORDINAL, 0},
    {"fifty", 50, POLICY__TIME_CARDINAL, 0},
    {"figure", 0, POLICY__TIME_NOT_YEAR, 0},
    {"figures", 0, POLICY__TIME_NOT_YEAR, 0},
    {"file", 0, POLICY__TIME_NOT_YEAR, 0},
    {"financial", 0, POLICY__TIME_FISCAL, 0},
    {"first", 1, POLICY__TIME_ORDINAL, 0},
    {"fiscal", 0, POLICY__TIME_FISCAL, 0},
    {"five", 5, POLICY__TIME_CARDINAL, 0},
    {"flight", 0, POLICY__TIME_NOT_YEAR, 0},
    {"following", 1, POLICY__TIME_NEAR, 0},
    {"for", 0, POLICY__TIME_AT, 0},
    {"fortnight", POLICY__UNIT_FORTNIGHT, POLICY__TIME_UNIT, 0},
    {"fortnightly", POLICY__UNIT_FORTNIGHT, POLICY__TIME_OFTEN, 0},
    {"fortnights", POLICY__UNIT_FORTNIGHT, POLICY__TIME_UNIT, PLURAL},
    {"forty", 40, POLICY__TIME_CARDINAL, 0},
    {"four", 4, POLICY__TIME_CARDINAL, 0},
    {"fourteen", 14, POLICY__TIME_CARDINAL, 0},
    {"fourteenth", 14, POLICY__TIME_ORDINAL, 0},
    {"fourth", 4, POLICY__TIME_ORDINAL, 0},
    {"fri", 5, POLICY__TIME_WEEKDAY, SHORT},
    {"friday", 5, POLICY__TIME_WEEKDAY, 0},
    {"fridays", 5, POLICY__TIME_WEEKDAY, PLURAL},
    {"from", 0, POLICY__TIME_AT, 0},
    {"fy", 0, POLICY__TIME_FISCAL, 0},
    {"half", 0, POLICY__TIME_HALF, 0},
    {"halloween", 1031, POLICY__TIME_FESTIVAL, 0},
    {"hectares", 0, POLICY__TIME_MEASURE, 0},
    {"hence", 1, POLICY__TIME_LATER, 0},
    {"her", 0, POLICY__TIME_THE, 0},
    {"highway", 0, POLICY__TIME_NOT_YEAR, 0},
    {"his", 0, POLICY__TIME_THE, 0},
    {"hour", POLICY__UNIT_HOUR, POLICY__TIME_UNIT, 0},
    {"hourly", POLICY__UNIT_HOUR, POLICY__TIME_OFTEN, 0},
    {"hours", POLICY__UNIT_HOUR, POLICY__TIME_UNIT, PLURAL},
    {"hundred", 100, POLICY__TIME_CARDINAL, 0},
    {"in", 0, POLICY__TIME_AT, 0},
    {"intends", 0, POLICY__TIME_WILL, 0},
    {"isbn", 0, POLICY__TIME_NOT_YEAR, 0},
    {"issn", 0, POLICY__TIME_NOT_YEAR, 0},
    {"item", 0, POLICY__TIME_NOT_YEAR, 0},
    {"items", 0, POLICY__TIME_NOT_YEAR, 0},
    {"its", 0, POLICY__TIME_THE, 0},
    {"jan", 1, POLICY__TIME_MONTH, SHORT},
    {"january", 1, POLICY__TIME_MONTH, 0},
    {"jul", 7, POLICY__TIME_MONTH, SHORT},
    {"july", 7, POLICY__TIME_MONTH, 0},
    {"jun", 6, POLICY__TIME_MONTH, SHORT},
    {"june", 6, POLICY__TIME_MONTH, 0},
    {"kg", 0, POLICY__TIME_MEASURE, 0},
    {"kilometers", 0, POLICY__TIME_MEASURE, 0},
    {"kilometres", 0, POLICY__TIME_MEASURE, 0},
    {"km", 0, POLICY__TIME_MEASURE, 0},
    {"kw", 0, POLICY__TIME_MEASURE, 0},
    {"last", -1, POLICY__TIME_NEAR, 0},
    {"late", 0, POLICY__TIME_PART, 0},
    {"later", 1, POLICY__TIME_LATER, 0},
    {"many", 0, POLICY__TIME_SOME, 0},
    {"mar", 3, POLICY__TIME_MONTH, SHORT},
    {"march", 3, POLICY__TIME_MONTH, 0},
    {"may", 5, POLICY__TIME_MONTH, 0},
    {"meters", 0, POLICY__TIME_MEASURE, 0},
    {"metres", 0, POLICY__TIME_MEASURE, 0},
    {"mid", 0, POLICY__TIME_PART, 0},
    {"midday", POLICY__PART_NOON, POLICY__TIME_HOUR, 0},
    {"middle", 0, POLICY__TIME_PART, 0},
    {"midnight", POLICY__PART_MIDNIGHT, POLICY__TIME_HOUR, 0},
    {"miles", 0, POLICY__TIME_MEASURE, 0},
    {"minute", POLICY__UNIT_MINUTE, POLICY__TIME_UNIT, 0},
    {"minutes", POLICY__UNIT_MINUTE, POLICY__TIME_UNIT, PLURAL},
    {"model", 0, POLICY__TIME_NOT_YEAR, 0},
    {"mon", 1, POLICY__TIME_WEEKDAY, SHORT},
    {"monday", 1, POLICY__TIME_WEEKDAY, 0},
    {"mondays", 1, POLICY__TIME_WEEKDAY, PLURAL},
    {"month", POLICY__UNIT_MONTH, POLICY__TIME_UNIT, 0},
    {"monthly", POLICY__UNIT_MONTH, POLICY__TIME_OFTEN, 0},
    {"months", POLICY__UNIT_MONTH, POLICY__TIME_UNIT, PLURAL},
    {"morning", POLICY__PART_MORNING, POLICY__TIME_HOUR, 0},
    {"mw", 0, POLICY__TIME_MEASURE, 0},
    {"my", 0, POLICY__TIME_THE, 0},
    {"nearly", 0, POLICY__TIME_ABOUT, 0},
    {"next", 1, POLICY__TIME_NEAR, 0},
    {"night", POLICY__PART_NIGHT, POLICY__TIME_HOUR, 0},
    {"nine", 9, POLICY__TIME_CARDINAL, 0},
    {"nineteen", 19, POLICY__TIME_CARDINAL, 0},
    {"nineteenth", 19, POLICY__TIME_ORDINAL, 0},
    {"ninety", 90, POLICY__TIME_CARDINAL, 0},
    {"ninth", 9, POLICY__TIME_ORDINAL, 0},
    {"no", 0, POLICY__TIME_NOT_YEAR, 0},
    {"noon", POLICY__PART_NOON, POLICY__TIME_HOUR, 0},
    {"nos", 0, POLICY__TIME_NOT_YEAR, 0},
    {"nov", 11, POLICY__TIME_MONTH, SHORT},
    {"november", 11, POLICY__TIME_MONTH, 0},
    {"number", 0, POLICY__TIME_NOT_YEAR, 0},
    {"numbers", 0, POLICY__TIME_NOT_YEAR, 0},
    {"numerous", 0, POLICY__TIME_SOME, 0},
    {"o'clock", 0, POLICY__TIME_CLOCK, 0},
    {"oclock", 0, POLICY__TIME_CLOCK, 0},
    {"oct", 10, POLICY__TIME_MONTH, SHORT},
    {"october", 10, POLICY__TIME_MONTH, 0},
    {"of", 0, POLICY__TIME_OF, 0},
    {"on", 0, POLICY__TIME_AT, 0},
    {"one", 1, POLICY__TIME_CARDINAL, 0},
    {"or", 0, POLICY__TIME_AND, 0},
    {"our", 0, POLICY__TIME_THE, 0},
    {"over", 0, POLICY__TIME_ABOUT, 0},
    {"overnight", POLICY__PART_NIGHT, POLICY__TIME_HOUR, 0},
    {"p", 0, POLICY__TIME_NOT_YEAR, 0},
    {"page", 0, POLICY__TIME_NOT_YEAR, 0},
    {"pages", 0, POLICY__TIME_NOT_YEAR, 0},
    {"para", 0, POLICY__TIME_NOT_YEAR, 0},
    {"paragraph", 0, POLICY__TIME_NOT_YEAR, 0},
    {"paragraphs", 0, POLICY__TIME_NOT_YEAR, 0},
    {"paras", 0, POLICY__TIME_NOT_YEAR, 0},
    {"past", -1, POLICY__TIME_NEAR, 0},
    {"people", 0, POLICY__TIME_MEASURE, 0},
    {"per", 1, POLICY__TIME_EVERY, 0},
    {"percent", 0, POLICY__TIME_MEASURE, 0},
    {"persons", 0, POLICY__TIME_MEASURE, 0},
    {"phone", 0, POLICY__TIME_NOT_YEAR, 0},
    {"planned", 0, POLICY__TIME_WILL, 0},
    {"plans", 0, POLICY__TIME_WILL, 0},
    {"pm", 12, POLICY__TIME_AM, 0},
    {"pounds", 0, POLICY__TIME_MEASURE, 0},
    {"pp", 0, POLICY__TIME_NOT_YEAR, 0},
    {"preceding", -1, POLICY__TIME_NEAR, 0},
    {"previous", -1, POLICY__TIME_NEAR, 0},
    {"previously", -1, POLICY__TIME_EARLIER, 0},
    {"prior", -1, POLICY__TIME_EARLIER, 0},
    {"quarter", POLICY__UNIT_QUARTER, POLICY__TIME_UNIT, 0},
    {"quarterly", POLICY__UNIT_QUARTER, POLICY__TIME_OFTEN, 0},
    {"quarters", POLICY__UNIT_QUARTER, POLICY__TIME_UNIT, PLURAL},
    {"recent", -1, POLICY__TIME_NEAR, 0},
    {"ref", 0, POLICY__TIME_NOT_YEAR, 0},
    {"reference", 0, POLICY__TIME_NOT_YEAR, 0},
    {"regulation", 0, POLICY__TIME_NOT_YEAR, 0},
    {"regulations", 0, POLICY__TIME_NOT_YEAR, 0},
    {"resolution", 0, POLICY__TIME_NOT_YEAR, 0},
    {"resolutions", 0, POLICY__TIME_NOT_YEAR, 0},
    {"room", 0, POLICY__TIME_NOT_YEAR, 0},
    {"roughly", 0, POLICY__TIME_ABOUT, 0},
    {"route", 0, POLICY__TIME_NOT_YEAR, 0},
    {"rule", 0, POLICY__TIME_NOT_YEAR, 0},
    {"rules", 0, POLICY__TIME_NOT_YEAR, 0},
    {"same", 0, POLICY__TIME_NEAR, 0},
    {"sat", 6, POLICY__TIME_WEEKDAY, SHORT},
    {"saturday", 6, POLICY__TIME_WEEKDAY, 0},
    {"saturdays", 6, POLICY__TIME_WEEKDAY, PLURAL},
    {"schedule", 0, POLICY__TIME_NOT_YEAR, 0},
    {"scheduled", 0, POLICY__TIME_WILL, 0},
    {"second", 2, POLICY__TIME_ORDINAL, 0},
    {"seconds", POLICY__UNIT_SECOND, POLICY__TIME_UNIT, PLURAL},
    {"section", 0, POLICY__TIME_NOT_YEAR, 0},
    {"sections", 0, POLICY__TIME_NOT_YEAR, 0},
    {"sep", 9, POLICY__TIME_MONTH, SHORT},
    {"sept", 9, POLICY__TIME_MONTH, SHORT},
    {"september", 9, POLICY__TIME_MONTH, 0},
    {"seven", 7, POLICY__TIME_CARDINAL, 0},
    {"seventeen", 17, POLICY__TIME_CARDINAL, 0},
    {"seventeenth", 17, POLICY__TIME_ORDINAL, 0},
    {"seventh", 7, POLICY__TIME_ORDINAL, 0},
    {"seventy", 70, POLICY__TIME_CARDINAL, 0},
    {"several", 0, POLICY__TIME_SOME, 0},
    {"shall", 0, POLICY__TIME_WILL, 0},
    {"since", 0, POLICY__TIME_AT, 0},
    {"six", 6, POLICY__TIME_CARDINAL, 0},
    {"sixteen", 16, POLICY__TIME_CARDINAL, 0},
    {"sixteenth", 16, POLICY__TIME_ORDINAL, 0},
    {"sixth", 6, POLICY__TIME_ORDINAL, 0},
    {"sixty", 60, POLICY__TIME_CARDINAL, 0},
    {"some", 0, POLICY__TIME_SOME, 0},
    {"spring", POLICY__SEASON_SPRING, POLICY__TIME_SEASON, 0},
    {"start", 0, POLICY__TIME_PART, 0},
    {"street", 0, POLICY__TIME_NOT_YEAR, 0},
    {"subsequent", 1, POLICY__TIME_NEAR, 0},
    {"suite", 0, POLICY__TIME_NOT_YEAR, 0},
    {"summer", POLICY__SEASON_SUMMER, POLICY__TIME_SEASON, 0},
    {"sun", 7, POLICY__TIME_WEEKDAY, SHORT},
    {"sunday", 7, POLICY__TIME_WEEKDAY, 0},
    {"sundays", 7, POLICY__TIME_WEEKDAY, PLURAL},
    {"table", 0, POLICY__TIME_NOT_YEAR, 0},
    {"tables", 0, POLICY__TIME_NOT_YEAR, 0},
    {"tel", 0, POLICY__TIME_NOT_YEAR, 0},
    {"ten", 10, POLICY__TIME_CARDINAL, 0},
    {"tenth", 10, POLICY__TIME_ORDINAL, 0},
    {"that", 0, POLICY__TIME_NEAR, 0},
    {"the", 0, POLICY__TIME_THE, 0},
    {"their", 0, POLICY__TIME_THE, 0},
    {"thereafter", 1, POLICY__TIME_LATER, 0},
    {"these", 0, POLICY__TIME_NEAR, 0},
    {"third", 3, POLICY__TIME_ORDINAL, 0},
    {"thirteen", 13, POLICY__TIME_CARDINAL, 0},
    {"thirteenth", 13, POLICY__TIME_ORDINAL, 0},
    {"thirtieth", 30, POLICY__TIME_ORDINAL, 0},
    {"thirty", 30, POLICY__TIME_CARDINAL, 0},
    {"this", 0, POLICY__TIME_NEAR, 0},
    {"those", 0, POLICY__TIME_NEAR, 0},
    {"thousand", 1000, POLICY__TIME_CARDINAL, 0},
    {"three", 3, POLICY__TIME_CARDINAL, 0},
    {"through", 0, POLICY__TIME_AND, 0},
    {"throughout", 0, POLICY__TIME_AT, 0},
    {"thu", 4, POLICY__TIME_WEEKDAY, SHORT},
    {"thur", 4, POLICY__TIME_WEEKDAY, SHORT},
    {"thurs", 4, POLICY__TIME_WEEKDAY, SHORT},
    {"thursday", 4, POLICY__TIME_WEEKDAY, 0},
    {"thursdays", 4, POLICY__TIME_WEEKDAY, PLURAL},
    {"till", 0, POLICY__TIME_AT, 0},
    {"to", 0, POLICY__TIME_AND, 0},
    {"today", 0, POLICY__TIME_DAY, 0},
    {"tomorrow", 1, POLICY__TIME_DAY, 0},
    {"tonight", 2, POLICY__TIME_DAY, 0},
    {"tonnes", 0, POLICY__TIME_MEASURE, 0},
    {"tons", 0, POLICY__TIME_MEASURE, 0},
    {"tue", 2, POLICY__TIME_WEEKDAY, SHORT},
    {"tues", 2, POLICY__TIME_WEEKDAY, SHORT},
    {"tuesday", 2, POLICY__TIME_WEEKDAY, 0},
    {"tuesdays", 2, POLICY__TIME_WEEKDAY, PLURAL},
    {"turn", 0, POLICY__TIME_PART, 0},
    {"twelfth", 12, POLICY__TIME_ORDINAL, 0},
    {"twelve", 12, POLICY__TIME_CARDINAL, 0},
    {"twentieth", 20, POLICY__TIME_ORDINAL, 0},
    {"twenty", 20, POLICY__TIME_CARDINAL, 0},
    {"two", 2, POLICY__TIME_CARDINAL, 0},
    {"unit", 0, POLICY__TIME_NOT_YEAR, 0},
    {"until", 0, POLICY__TIME_AT, 0},
    {"upcoming", 1, POLICY__TIME_NEAR, 0},
    {"version", 0, POLICY__TIME_NOT_YEAR, 0},
    {"wed", 3, POLICY__TIME_WEEKDAY, SHORT},
    {"wednesday", 3, POLICY__TIME_WEEKDAY, 0},
    {"wednesdays", 3, POLICY__TIME_WEEKDAY, PLURAL},
    {"week", POLICY__UNIT_WEEK, POLICY__TIME_UNIT, 0},
    {"weekend", POLICY__UNIT_WEEKEND, POLICY__TIME_UNIT, 0},
    {"weekends", POLICY__UNIT_WEEKEND, POLICY__TIME_UNIT, PLURAL},
    {"weekly", POLICY__UNIT_WEEK, POLICY__TIME_OFTEN, 0},
    {"weeks", POLICY__UNIT_WEEK, POLICY__TIME_UNIT, PLURAL},
    {"will", 0, POLICY__TIME_WILL, 0},
    {"winter", POLICY__SEASON_WINTER, POLICY__TIME_SEASON, 0},
    {"within", 0, POLICY__TIME_BY, 0},
    {"would", 0, POLICY__TIME_WILL, 0},
    {"year", POLICY__UNIT_YEAR, POLICY__TIME_UNIT, 0},
    {"yearly", POLICY__UNIT_YEAR, POLICY__TIME_OFTEN, 0},
    {"years", POLICY__UNIT_YEAR, POLICY__TIME_UNIT, PLURAL},
    {"yesterday", -1, POLICY__TIME_DAY, 0},
    {"your", 0, POLICY__TIME_THE, 0},
};

static int compare(const char *word, size_t size, const char *text) {
  int order = memcmp(word, text, size < strlen(text) ? size : strlen(text));
  return order != 0 ? order : (size > strlen(text)) - (size < strlen(text));
}

static const struct known *look_up(const char *word, size_t size) {
  size_t low = 0, high = sizeof known / sizeof *known;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = compare(word, size, known[middle].text);
    if (order == 0) return &known[middle];
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return NULL;
}

bool policy__time_word_is(policy_string text, const policy__time_word *word, const char *small) {
  size_t size = word->span.end - word->span.begin;
  if (size != strlen(small)) return false;
  for (size_t i = 0; i < size; i++) {
    char byte = text.data[word->span.begin + i];
    if ((byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte) != small[i]) return false;
  }
  return true;
}

/* ---- reading ----------------------------------------------------------------------------------------------- */

typedef struct cut {
  policy_string text;
  uint32_t at, end;
} cut;

static bool is_digit(const cut *c, uint32_t at) {
  return at < c->end && c->text.data[at] >= '0' && c->text.data[at] <= '9';
}

static bool is_letter(const cut *c, uint32_t at) {
  if (at >= c->end) return false;
  unsigned char byte = (unsigned char)c->text.data[at];
  if (byte < 0x80) return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
  const char *from = c->text.data + at;
  return (policy__classify(policy__utf8_next(&from)) & (POLICY__LETTER | POLICY__MARK)) != 0;
}

static uint32_t after(const cut *c, uint32_t at) {
  const char *from = c->text.data + at;
  (void)policy__utf8_next(&from);
  return (uint32_t)(from - c->text.data);
}

/* The apostrophe at a place: how many bytes it takes, or 0. */
static uint32_t apostrophe(const cut *c, uint32_t at) {
  if (at < c->end && c->text.data[at] == '\'') return 1;
  return at + 3 <= c->end && memcmp(c->text.data + at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

static bool follows(const cut *c, uint32_t at, const char *small) {
  size_t size = strlen(small);
  if (at + size > c->end || is_letter(c, at + (uint32_t)size)) return false;
  for (size_t i = 0; i < size; i++)
    if ((c->text.data[at + i] | 0x20) != small[i]) return false;
  return true;
}

/* A run of digits with what hangs on it: "2nd", "1990s", "1990's", and what is no number of ours: "3D". */
static void read_number(cut *c, policy__time_word *word) {
  uint32_t begin = c->at;
  int64_t value = 0;
  for (; is_digit(c, c->at); c->at++)
    if (c->at - begin < 9) value = value * 10 + (c->text.data[c->at] - '0');
  word->class = POLICY__TIME_NUMBER;
  word->value = (int32_t)value;
  word->digits = c->at - begin < 255 ? (uint8_t)(c->at - begin) : 255;
  uint32_t mark = apostrophe(c, c->at);
  if (follows(c, c->at, "st") || follows(c, c->at, "nd") || follows(c, c->at, "rd") || follows(c, c->at, "th")) {
    c->at += 2;
    word->ordinal = true;
  } else if (follows(c, c->at + mark, "s") && (word->digits == 4 || word->digits == 2) && value % 10 == 0) {
    c->at += mark + 1;
    word->plural = true;
  } else if (is_letter(c, c->at) && !follows(c, c->at, "am") && !follows(c, c->at, "pm") && !follows(c, c->at, "h")) {
    while (is_letter(c, c->at) || is_digit(c, c->at)) c->at = after(c, c->at);
    word->tailed = true;
  }
}

/* "p.m.", "a.m.", "B.C." with their stops, as one word. */
static bool read_stopped(cut *c, policy__time_word *word) {
  static const struct {
    char text[5];
    uint8_t class;
    int8_t value;
  } pairs[] = {{"a.m", POLICY__TIME_AM, 0}, {"p.m", POLICY__TIME_AM, 12}, {"b.c", POLICY__TIME_BC, -1},
               {"a.d", POLICY__TIME_BC, 1}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    uint32_t end = c->at + 3;
    if (end > c->end || is_letter(c, end) || c->text.data[c->at + 1] != '.') continue;
    if ((c->text.data[c->at] | 0x20) != pairs[i].text[0] || (c->text.data[c->at + 2] | 0x20) != pairs[i].text[2])
      continue;
    word->class = pairs[i].class;
    word->value = pairs[i].value;
    c->at = end;
    bool ends = end < c->end && c->text.data[end] == '.' && end + 1 < c->end; /* not the sentence's own stop */
    c->at += ends;
    return true;
  }
  return false;
}

static void read_letters(cut *c, policy__time_word *word) {
  if (read_stopped(c, word)) return;
  char small[LONGEST + 1];
  size_t size = 0;
  word->capital = c->text.data[c->at] >= 'A' && c->text.data[c->at] <= 'Z';
  for (; is_letter(c, c->at) || is_digit(c, c->at); c->at = after(c, c->at)) {
    char byte = c->text.data[c->at];
    if (size <= LONGEST) small[size < LONGEST ? size : LONGEST] = byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
    size++;
  }
  if (size == 1 && small[0] == 'o' && apostrophe(c, c->at) && follows(c, c->at + apostrophe(c, c->at), "clock")) {
    c->at += apostrophe(c, c->at) + 5;
    word->class = POLICY__TIME_CLOCK;
    return;
  }
  const struct known *found = size <= LONGEST ? look_up(small, size) : NULL;
  if (found == NULL) return;
  word->class = found->class;
  word->value = found->value;
  word->plural = found->flags == PLURAL;
  word->short_form = found->flags == SHORT;
}

static void read_sign(cut *c, policy__time_word *word) {
  const char *from = c->text.data + c->at;
  uint32_t sign = policy__utf8_next(&from);
  c->at = (uint32_t)(from - c->text.data);
  word->sign = sign >= 0x2010 && sign <= 0x2015 ? '-' : sign == 0x2019 || sign == 0x2018 ? '\'' : sign;
}

static uint32_t skip_space(cut *c) {
  uint32_t begin = c->at;
  while (c->at < c->end) {
    unsigned char byte = (unsigned char)c->text.data[c->at];
    if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
      c->at++;
    else if (byte == 0xC2 && (unsigned char)c->text.data[c->at + 1] == 0xA0)
      c->at += 2;
    else
      break;
  }
  return c->at - begin;
}

/* Classes that a time may hang on; all other words only help. */
static bool tells(uint8_t class) {
  static const uint32_t telling =
      1u << POLICY__TIME_NUMBER | 1u << POLICY__TIME_MONTH | 1u << POLICY__TIME_WEEKDAY | 1u << POLICY__TIME_UNIT |
      1u << POLICY__TIME_SEASON | 1u << POLICY__TIME_HOUR | 1u << POLICY__TIME_DAY | 1u << POLICY__TIME_FESTIVAL |
      1u << POLICY__TIME_OFTEN;
  return class < 32 && (telling >> class & 1) != 0;
}

policy_status policy__time_words_find(policy_string text, policy_span sentence, policy__array *words, bool *telling) {
  cut c = {text, sentence.begin, sentence.end};
  *telling = false;
  while (c.at < c.end) {
    bool spaced = skip_space(&c) > 0 || c.at == sentence.begin;
    if (c.at >= c.end) break;
    policy_status status;
    policy__time_word *word = policy__array_push(words, &status);
    if (word == NULL) return status;
    word->span.begin = c.at;
    word->spaced = spaced;
    if (is_digit(&c, c.at))
      read_number(&c, word);
    else if (is_letter(&c, c.at))
      read_letters(&c, word);
    else
      read_sign(&c, word);
    word->span.end = c.at;
    *telling |= tells(word->class);
  }
  return POLICY_OK;
}
