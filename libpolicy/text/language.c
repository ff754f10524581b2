/* Languages: script first, then, where languages share one, trigrams with weights (a naive Bayes classifier, as in
   W. B. Cavnar and J. M. Trenkle, "N-Gram-Based Text Categorization", 1994, and N. Shuyo's language-detection). */
#include "text/language.h"

#include <string.h>

#include "text/utf8.h"

/* ---- scripts --------------------------------------------------------------------------------------------- */

/* The first four have a group of languages each in the table, in its order. */
typedef enum alphabet {
  LATIN, CYRILLIC, ARABIC, DEVANAGARI, GREEK, HEBREW, ARMENIAN, THAANA, BENGALI, GURMUKHI, GUJARATI, ODIA, TAMIL, TELUGU,
  KANNADA, MALAYALAM, SINHALA, THAI, LAO, TIBETAN, BURMESE, GEORGIAN, HANGUL, ETHIOPIC, KHMER, KANA, HAN, OTHER
} alphabet;

_Static_assert(OTHER + 1 == POLICY__SCRIPTS, "each script has its count");

/* Scripts that one language is mostly written in. */
static const char *const languages[POLICY__SCRIPTS] = {
    [GREEK] = "el",  [HEBREW] = "he",   [ARMENIAN] = "hy", [THAANA] = "dv",   [BENGALI] = "bn",   [GURMUKHI] = "pa",
    [GUJARATI] = "gu", [ODIA] = "or",   [TAMIL] = "ta",    [TELUGU] = "te",   [KANNADA] = "kn",   [MALAYALAM] = "ml",
    [SINHALA] = "si", [THAI] = "th",    [LAO] = "lo",      [TIBETAN] = "bo",  [BURMESE] = "my",   [GEORGIAN] = "ka",
    [HANGUL] = "ko", [ETHIOPIC] = "am", [KHMER] = "km",    [KANA] = "ja",     [HAN] = "zh",
};

/* Ranges of Unicode's blocks, in order. */
static const struct {
  uint32_t first, last;
  alphabet script;
} ranges[] = {{0x41, 0x24F, LATIN},       {0x370, 0x3FF, GREEK},      {0x400, 0x52F, CYRILLIC},   {0x531, 0x58F, ARMENIAN},
              {0x591, 0x5FF, HEBREW},     {0x600, 0x77F, ARABIC},     {0x780, 0x7BF, THAANA},     {0x8A0, 0x8FF, ARABIC},
              {0x900, 0x97F, DEVANAGARI}, {0x980, 0x9FF, BENGALI},    {0xA00, 0xA7F, GURMUKHI},   {0xA80, 0xAFF, GUJARATI},
              {0xB00, 0xB7F, ODIA},       {0xB80, 0xBFF, TAMIL},      {0xC00, 0xC7F, TELUGU},     {0xC80, 0xCFF, KANNADA},
              {0xD00, 0xD7F, MALAYALAM},  {0xD80, 0xDFF, SINHALA},    {0xE00, 0xE7F, THAI},       {0xE80, 0xEFF, LAO},
              {0xF00, 0xFFF, TIBETAN},    {0x1000, 0x109F, BURMESE},  {0x10A0, 0x10FF, GEORGIAN}, {0x1100, 0x11FF, HANGUL},
              {0x1200, 0x139F, ETHIOPIC}, {0x1780, 0x17FF, KHMER},    {0x1E00, 0x1EFF, LATIN},    {0x1F00, 0x1FFF, GREEK},
              {0x3040, 0x30FF, KANA},     {0x3400, 0x9FFF, HAN},      {0xAC00, 0xD7AF, HANGUL},   {0xF900, 0xFAFF, HAN},
              {0xFB50, 0xFDFF, ARABIC},   {0xFE70, 0xFEFF, ARABIC},   {0x20000, 0x31FFF, HAN}};

static alphabet script_of(uint32_t c) {
  size_t low = 0, high = sizeof ranges / sizeof *ranges;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (ranges[middle].last < c) low = middle + 1;
    else high = middle;
  }
  return low < sizeof ranges / sizeof *ranges && ranges[low].first <= c ? ranges[low].script : OTHER;
}

/* Whether several languages are written in it. */
static bool is_shared(alphabet script) {
  return script <= DEVANAGARI;
}

/* ---- looking --------------------------------------------------------------------------------------------- */

enum { STRANGE = 0xFFFF }; /* what stands in no word of the table */

/* The letter in lower case; STRANGE for digits, so that "5m" is no word; a space for all else. */
static uint32_t letter_of(uint32_t c) {
  if (c < 0x80) return (c | 32) - 'a' < 26 ? c | 32 : c - '0' < 10 ? STRANGE : ' ';
  if ((policy__classify(c) & (POLICY__LETTER | POLICY__MARK)) == 0) return ' ';
  c = policy__lower(c);
  return c < 0x10000 ? c : STRANGE;
}

static const policy__language_row *row_of(uint64_t key) {
  unsigned bits = policy__language_slot_bits;
  for (uint64_t at = key * 0x9E3779B97F4A7C15u >> (64 - bits);; at = (at + 1) & ((1u << bits) - 1)) {
    const policy__language_row *row = &policy__language_rows[policy__language_slots[at]];
    if (row->key == key || row->key == 0) return row;
  }
}

/* Written so that compilers add many at once. */
static void add(const char *restrict weights, int32_t *restrict scores) {
  for (size_t i = 0; i < POLICY__LANGUAGE_MOST; i++) scores[i] += weights[i];
}

static void count(uint64_t key, alphabet script, policy__language_evidence *evidence) {
  evidence->grams[script]++;
  add(row_of(key)->weights, evidence->scores[script]);
}

/* Behind a mark that joins two parts of an address ("alt.animals.cat", "a@b.org"): the address's end. No language has
   addresses; else: at the mark's end. */
static const char *past_address(const char *at, const char *end) {
  char mark = at[-1];
  if (mark != '.' && mark != '@' && mark != '/' && mark != '_') return at;
  if (at == end || (unsigned char)((*at | 32) - 'a') > 25) return at;
  while (at < end && (unsigned char)(*at - '!') <= '~' - '!') at++;
  return at;
}

void policy__language_look(policy_string text, policy__language_evidence *evidence) {
  const uint64_t three = 0xFFFFFFFFFFFF;
  uint64_t key = ' '; /* the last three letters */
  alphabet last = OTHER;
  for (const char *at = text.data, *end = at + text.size; at < end || key % 0x10000 != ' ';) {
    uint32_t c = at < end ? letter_of(policy__utf8_next(&at)) : ' ';
    if (c == ' ' && at < end) at = past_address(at, end);
    if (c == ' ' && key % 0x10000 == ' ') continue;
    alphabet now = c == ' ' || c == STRANGE ? OTHER : c < 0x80 ? LATIN : script_of(c);
    evidence->letters[now] += c != ' ';
    key = (key << 16 | c) & three;
    if (is_shared(last)) count(key, last, evidence);
    last = now;
  }
}

/* ---- judging --------------------------------------------------------------------------------------------- */

enum { QUARTERS = 4 }; /* so the count of trigrams is a quarter of a logarithm for each */

/* What the evidence says: a language, and by how much, in quarters of a natural logarithm. */
typedef struct finding {
  const char *code;
  uint32_t letters, grams; /* that could tell */
  int64_t lead;            /* over the next language */
  int64_t over;            /* over the expected one, where that has weights; else as lead */
} finding;

/* The first part of a tag, in lower case; "" where it is none. */
static void primary(policy_string tag, char code[4]) {
  size_t size = 0;
  for (; size < tag.size && tag.data[size] != '-' && tag.data[size] != '_'; size++) {
    uint32_t c = (unsigned char)tag.data[size] | 32;
    if (size == 3 || c - 'a' > 25) {
      size = 0;
      break;
    }
    code[size] = (char)c;
  }
  code[size] = '\0';
}

/* Whether two codes are of one language, or so near that the letters do not tell them apart. */
static bool is_near(const char *code, const char *other) {
  static const char *const near[][2] = {{"nb", "no"}, {"nn", "no"},  {"nb", "nn"},  {"bs", "hr"},  {"sr", "hr"},
                                        {"sr", "mk"}, {"sh", "hr"},  {"ms", "id"},  {"in", "id"},  {"fil", "tl"},
                                        {"mo", "ro"}, {"yue", "zh"}, {"cmn", "zh"}, {"iw", "he"}};
  if (strcmp(code, other) == 0) return true;
  for (size_t i = 0; i < sizeof near / sizeof *near; i++)
    for (size_t n = 0; n < 2; n++)
      if (strcmp(code, near[i][n]) == 0 && strcmp(other, near[i][1 - n]) == 0) return true;
  return false;
}

bool policy__language_is_same(policy_string tag, policy_string other) {
  char code[4], second[4];
  primary(tag, code);
  primary(other, second);
  return is_near(code, second);
}

/* The script of most letters. A sign of Chinese or Japanese is worth several letters. */
static alphabet main_script(const policy__language_evidence *evidence) {
  enum { SIGN = 3 };
  alphabet best = LATIN;
  uint64_t most = 0;
  for (alphabet s = LATIN; s < OTHER; s++) {
    uint64_t weight = (uint64_t)evidence->letters[s] * (s == KANA || s == HAN || s == HANGUL ? SIGN : 1);
    if (weight > most) most = weight, best = s;
  }
  bool japanese = best == HAN && (uint64_t)evidence->letters[KANA] * 10 > evidence->letters[HAN];
  return japanese ? KANA : best;
}

/* Whether two languages of the table have many trigrams in common; every language is its own relative. */
static bool are_relatives(const char *code, const char *other) {
  static const char *const families[] = {"da no sv",    "af nl", "ca es pt", "cs sk", "hr sl", "lt lv",
                                         "bg mk ru uk", "ar fa ur", "hi mr ne"};
  if (strcmp(code, other) == 0) return true;
  for (size_t i = 0; i < sizeof families / sizeof *families; i++)
    if (strstr(families[i], code) != NULL && strstr(families[i], other) != NULL) return true;
  return false;
}

/* The place of a language in its group; MOST where it has none. Exactly, or nearly. */
static size_t place_of(alphabet script, const char *code) {
  const char *const *codes = policy__language_codes[script];
  for (size_t i = 0; i < POLICY__LANGUAGE_MOST && codes[i] != NULL; i++)
    if (strcmp(code, codes[i]) == 0) return i;
  for (size_t i = 0; i < POLICY__LANGUAGE_MOST && codes[i] != NULL; i++)
    if (is_near(code, codes[i])) return i;
  return POLICY__LANGUAGE_MOST;
}

static int64_t score_of(const policy__language_evidence *evidence, alphabet script, size_t place) {
  return evidence->scores[script][place] - (int64_t)evidence->grams[script] * POLICY__WEIGHT_NOTHING;
}

static finding find_in_group(const policy__language_evidence *evidence, alphabet script, const char *expected) {
  const char *const *codes = policy__language_codes[script];
  size_t place = place_of(script, expected);
  finding found = {.letters = evidence->letters[script], .grams = evidence->grams[script], .code = codes[0]};
  int64_t first = 0, second = 0;
  for (size_t i = 0; i < POLICY__LANGUAGE_MOST && codes[i] != NULL; i++) {
    int64_t score = score_of(evidence, script, i);
    if (score > first) second = first, first = score, found.code = codes[i];
    else if (score > second) second = score;
  }
  found.lead = found.over = first - second;
  if (place < POLICY__LANGUAGE_MOST) found.over = first - score_of(evidence, script, place);
  return found;
}

/* By how much it leads over the next language that is no relative. */
static int64_t lead_apart(const policy__language_evidence *evidence, alphabet script, const finding *found) {
  if (!is_shared(script)) return found->lead;
  const char *const *codes = policy__language_codes[script];
  int64_t first = score_of(evidence, script, place_of(script, found->code)), lead = first;
  for (size_t i = 0; i < POLICY__LANGUAGE_MOST && codes[i] != NULL; i++) {
    int64_t behind = first - score_of(evidence, script, i);
    if (behind < lead && !are_relatives(found->code, codes[i])) lead = behind;
  }
  return lead;
}

static finding find(const policy__language_evidence *evidence, alphabet script, const char *expected) {
  if (is_shared(script)) return find_in_group(evidence, script, expected);
  finding found = {.code = languages[script], .letters = evidence->letters[script], .grams = evidence->letters[script]};
  found.lead = found.over = (int64_t)found.letters * QUARTERS / 2;
  return found;
}

/* The share of findings with such a lead that are right, as measured on texts of 20 to 200 letters. */
static double confidence_of(int64_t lead) {
  double m = (double)lead / QUARTERS;
  return m * m / (m * m + 2);
}

enum {
  LETTERS_TO_TELL = 60, /* below, only English is told, or another script */
  LETTERS_OF_SCRIPT = 10,
  LETTERS_OF_NONE = 200,
  LEAD_TO_TELL = 3 * QUARTERS,
  LEAD_TO_CONTRADICT = 8 * QUARTERS /* odds of 3000 to 1 */
};

static bool is_written_in(const char *code, alphabet script) {
  return is_shared(script) ? place_of(script, code) < POLICY__LANGUAGE_MOST : is_near(code, languages[script]);
}

/* Whether a language is known, and written in other scripts than this one. */
static bool is_foreign(const char *code, alphabet own) {
  bool known = false;
  if (is_written_in(code, own)) return false;
  for (alphabet s = LATIN; s < OTHER && !known; s++) known = is_written_in(code, s);
  return known;
}

/* Whether the evidence is against what was expected. */
static bool contradicts(const finding *found, alphabet script, const char *expected) {
  if (script != LATIN && found->letters >= LETTERS_OF_SCRIPT && is_foreign(expected, script)) return true;
  return found->letters >= LETTERS_TO_TELL && found->over >= LEAD_TO_CONTRADICT &&
         found->over >= found->grams;
}

/* Whether the evidence is enough where nothing was expected. */
static bool tells(const finding *found, alphabet script) {
  bool enough = found->letters >= LETTERS_TO_TELL || strcmp(found->code, "en") == 0 ||
                (!is_shared(script) && found->letters >= LETTERS_OF_SCRIPT);
  return enough && found->lead >= LEAD_TO_TELL;
}

static policy__language language(const char *code, double confidence) {
  return (policy__language){{code, strlen(code)}, confidence};
}

/* A language that is not known leans to several that are, by less than a quarter of a logarithm for each trigram. */
static policy__language judge_alone(const policy__language_evidence *evidence, alphabet script, bool unknown) {
  finding found = find(evidence, script, "");
  if (!tells(&found, script)) return language(unknown ? "und" : "", 0);
  bool vague = (unknown || found.letters >= LETTERS_OF_NONE) && lead_apart(evidence, script, &found) < found.grams;
  return vague ? language("und", 0) : language(found.code, confidence_of(found.lead));
}

policy__language policy__language_judge(const policy__language_evidence *evidence, policy_string expected) {
  char code[4];
  primary(expected, code);
  bool unknown = strcmp(code, "und") == 0;
  alphabet script = main_script(evidence);
  if (*code == '\0' || unknown) return judge_alone(evidence, script, unknown);
  finding found = find(evidence, script, code);
  if (is_near(found.code, code)) return (policy__language){expected, confidence_of(found.lead)};
  if (contradicts(&found, script, code)) return language(found.code, confidence_of(found.lead));
  return (policy__language){expected, found.letters > 0 ? 0.5 : 0};
}

const char *policy__language_of(policy_string text) {
  enum { LOOK = 8192 };
  policy__language_evidence evidence = {{0}, {0}, {{0}}};
  if (text.size > LOOK) {
    text.size = LOOK;
    while (!policy__utf8_is_boundary(text.data[text.size])) text.size--;
  }
  policy__language_look(text, &evidence);
  return policy__language_judge(&evidence, (policy_string){"", 0}).tag.data;
}
