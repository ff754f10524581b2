/* Front matter, and how Markdown is known. */
#include <string.h>

#include "base/equal.h"
#include "read/markdown.h"
#include "read/scan.h"

enum {
  FRONT = 65536, /* bytes of front matter, at most */
  LOOK = 65536,  /* bytes in which signs of Markdown are looked for */
  KEY = 40,
  HEAVY = 1 << 18 /* lines times brackets of a paragraph */
};

static policy_string next_line(policy_string text, size_t *at) {
  size_t begin = *at, end = begin;
  while (end < text.size && text.data[end] != '\n') end++;
  *at = end < text.size ? end + 1 : end;
  if (end > begin && text.data[end - 1] == '\r') end--;
  return (policy_string){text.data + begin, end - begin};
}

/* ---- front matter ---------------------------------------------------------------------------------------- */

/* The field of a key; `*word`: the key, static. */
static int field_of(policy_string key, int *rank, const char **word) {
  static const struct {
    const char *key;
    int field, rank;
  } keys[] = {
      {"title", POLICY_FIELD_TITLE, 0},        {"subtitle", POLICY_FIELD_SUBTITLE, 0}, {"author", POLICY_FIELD_AUTHOR, 0},
      {"authors", POLICY_FIELD_AUTHOR, 0},     {"creator", POLICY_FIELD_AUTHOR, 1},    {"by", POLICY_FIELD_AUTHOR, 1},
      {"date", POLICY_FIELD_DATE, 0},          {"published", POLICY_FIELD_DATE, 1},    {"pubdate", POLICY_FIELD_DATE, 1},
      {"publishdate", POLICY_FIELD_DATE, 1},   {"lastmod", POLICY_FIELD_DATE, 3},      {"tags", POLICY_FIELD_TOPIC, 0},
      {"keywords", POLICY_FIELD_TOPIC, 1},     {"topics", POLICY_FIELD_TOPIC, 2},      {"categories", POLICY_FIELD_TOPIC, 3},
      {"lang", POLICY_FIELD_LANGUAGE, 0},      {"language", POLICY_FIELD_LANGUAGE, 0}, {"locale", POLICY_FIELD_LANGUAGE, 1},
      {"publisher", POLICY_FIELD_PUBLISHER, 0}, {"doi", POLICY_FIELD_IDENTIFIER, 0},   {"identifier", POLICY_FIELD_IDENTIFIER, 1},
      {"editor", POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_EDITOR, 0},
      {"editors", POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_EDITOR, 0},
      {"translator", POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_TRANSLATOR, 0},
      {"translators", POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_TRANSLATOR, 0},
      {"speaker", POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_SPEAKER, 0},
      {"sponsor", POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_SPONSOR, 0},
      {"modified", POLICY__FACT_DATE + POLICY_DATE_MODIFIED, 0}, {"updated", POLICY__FACT_DATE + POLICY_DATE_MODIFIED, 0},
      {"created", POLICY__FACT_DATE + POLICY_DATE_CREATED, 0},   {"accessed", POLICY__FACT_DATE + POLICY_DATE_ACCESSED, 0},
      {"adopted", POLICY__FACT_DATE + POLICY_DATE_ADOPTED, 0},   {"isbn", POLICY__FACT_NUMBER, 0},
      {"issn", POLICY__FACT_NUMBER, 0},                          {"series", POLICY__FACT_SERIES, 0},
      {"journal", POLICY__FACT_SERIES, 0},                       {"license", POLICY__FACT_LICENCE, 0},
      {"licence", POLICY__FACT_LICENCE, 0},                      {"rights", POLICY__FACT_LICENCE, 1},
  };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (policy__equals(key, keys[i].key)) return *rank = keys[i].rank, *word = keys[i].key, keys[i].field;
  return -1;
}

/* A value without quotes and without a comment. */
static policy_string bare(policy_string value) {
  value = policy__trim(value);
  char quote = value.size > 1 ? *value.data : '\0';
  if (quote == '"' || quote == '\'') {
    const char *end = memchr(value.data + 1, quote, value.size - 1);
    return end != NULL ? (policy_string){value.data + 1, (size_t)(end - value.data) - 1} : value;
  }
  size_t comment = policy__find_in(value, 0, " #");
  return policy__trim(policy__piece(value, 0, comment));
}

/* Adds a value, or each of "[a, b]". Keywords are parted by commas without brackets, too. */
static void add(policy__collector *c, int field, int rank, const char *word, policy_string value) {
  value = policy__trim(value);
  bool list = value.size > 1 && *value.data == '[' && value.data[value.size - 1] == ']';
  if (list) value = (policy_string){value.data + 1, value.size - 2};
  bool parted = list || (field == POLICY_FIELD_TOPIC && memchr(value.data, ',', value.size) != NULL);
  for (size_t at = 0; at <= value.size;) {
    size_t end = parted ? policy__find_in(value, at, ",") : value.size;
    policy_string one = bare(policy__piece(value, at, end));
    if (one.size > 0 && *one.data != '|' && *one.data != '>') (void)policy__collect_told(c, field, rank, one, word);
    at = end + 1;
  }
}

/* The key of a line "key: value" or "key = value", at the margin; 0: it has none. */
static size_t key_size(policy_string line, char sign) {
  size_t size = 0;
  while (size < line.size && size < KEY) {
    char c = line.data[size];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && (c == '\0' || strchr("_-.0123456789", c) == NULL)) break;
    size++;
  }
  size_t at = size;
  while (sign == '=' && at < line.size && line.data[at] == ' ') at++;
  return at < line.size && line.data[at] == sign ? size : 0;
}

/* One line: of a key, or of the list under the last one ("- Ann Lee", "- name: Ann Lee"). */
static void take_line(policy__collector *c, policy_string line, char sign, int *field, int *rank, const char **word) {
  size_t size = key_size(line, sign);
  if (size > 0) {
    *field = field_of((policy_string){line.data, size}, rank, word);
    size_t at = policy__find_in(line, size, sign == '=' ? "=" : ":");
    if (*field >= 0) add(c, *field, *rank, *word, policy__piece(line, at + 1, line.size));
    return;
  }
  line = policy__trim(line);
  if (*field < POLICY_FIELD_AUTHOR || line.size < 2) return;
  bool item = *line.data == '-';
  if (item) line = policy__trim(policy__piece(line, 1, line.size));
  bool named = policy__begins(line, "name") > 0 && key_size(line, ':') == 4;
  if (named) add(c, *field, *rank, *word, policy__piece(line, 5, line.size));
  else if (item && key_size(line, ':') == 0)
    add(c, *field, *rank, *word, line);
}

size_t policy__front_matter(policy_string text, policy__collector *collector) {
  size_t at = 0;
  policy_string first = next_line(text, &at);
  bool yaml = policy__equal_word(first, "---"), toml = policy__equal_word(first, "+++");
  size_t begin = at, close = at, end = 0;
  if (!yaml && !toml) return 0;
  while (at < text.size && at < FRONT && end == 0) {
    close = at;
    policy_string line = next_line(text, &at);
    if (policy__equal(line, first) || (yaml && policy__equal_word(line, "..."))) end = at;
    bool good = line.size == 0 || strchr(" \t-#[]{}|>\"'", *line.data) != NULL || key_size(line, yaml ? ':' : '=') > 0;
    if (end == 0 && !good) return 0; /* a rule above a text */
  }
  if (end == 0 || collector == NULL) return end;
  int field = -1, rank = 0;
  const char *word = NULL;
  for (at = begin; at < close;) take_line(collector, next_line(text, &at), yaml ? ':' : '=', &field, &rank, &word);
  return end;
}

/* ---- long paragraphs ------------------------------------------------------------------------------------- */

/* Whether a line begins a paragraph of its own: after nothing, as an item, a heading, a row. */
static bool begins_paragraph(policy_string line) {
  size_t at = 0;
  while (at < line.size && strchr(" \t>", line.data[at]) != NULL) at++;
  if (at == line.size || strchr("-+*#|", line.data[at]) != NULL) return true;
  size_t digits = at;
  while (digits < line.size && line.data[digits] >= '0' && line.data[digits] <= '9') digits++;
  return digits > at && digits < line.size && (line.data[digits] == '.' || line.data[digits] == ')');
}

/* Takes the brackets out of a piece, if it is heavy. */
static policy_status tame(policy_string text, size_t begin, size_t end, bool heavy, policy_buffer *copy) {
  if (!heavy) return POLICY_OK;
  policy_status status = copy->size == 0 ? policy_buffer_append(copy, text.data, text.size) : POLICY_OK;
  for (size_t i = begin; i < end && status == POLICY_OK; i++)
    if (copy->data[i] == '[') copy->data[i] = 'x';
  return status;
}

policy_status policy__markdown_tame(policy_string text, policy_buffer *copy) {
  size_t begin = 0, lines = 0, brackets = 0, at = 0;
  policy_status status = POLICY_OK;
  while (at < text.size && status == POLICY_OK) {
    size_t from = at;
    policy_string line = next_line(text, &at);
    if (begins_paragraph(line)) {
      status = tame(text, begin, from, lines * brackets > HEAVY, copy);
      begin = from;
      lines = brackets = 0;
    }
    lines++;
    for (size_t i = 0; i < line.size; i++) brackets += line.data[i] == '[';
  }
  return status == POLICY_OK ? tame(text, begin, text.size, lines * brackets > HEAVY, copy) : status;
}

/* ---- signs ----------------------------------------------------------------------------------------------- */

enum { HEADINGS, LINKS, FENCES, STRONG, TABLES, SIGNS };

static bool begins(policy_string line, const char *sign) {
  size_t size = strlen(sign);
  return line.size >= size && memcmp(line.data, sign, size) == 0;
}

static bool is_heading(policy_string line) {
  size_t signs = 0;
  while (signs < line.size && line.data[signs] == '#') signs++;
  return signs >= 1 && signs <= 6 && line.size > signs + 1 && line.data[signs] == ' ' && line.data[signs + 1] != ' ';
}

/* "|---|:-:|" */
static bool is_table_rule(policy_string line) {
  size_t bars = 0, dashes = 0;
  for (size_t i = 0; i < line.size; i++) {
    bars += line.data[i] == '|';
    dashes += line.data[i] == '-';
    if (strchr("|-: ", line.data[i]) == NULL) return false;
  }
  return bars > 0 && dashes > 2;
}

static void count_signs(policy_string line, size_t counts[SIGNS]) {
  counts[HEADINGS] += is_heading(line);
  counts[FENCES] += begins(line, "```") || begins(line, "~~~");
  counts[TABLES] += is_table_rule(line);
  for (size_t i = 0; i + 1 < line.size; i++) {
    policy_string rest = policy__piece(line, i, line.size);
    counts[LINKS] += begins(rest, "](http") || begins(rest, "](/") || begins(rest, "](#");
    bool more = (i > 0 && line.data[i - 1] == '*') || (rest.size > 2 && rest.data[2] == '*');
    counts[STRONG] += begins(rest, "**") && !more;
  }
}

bool policy__is_markdown(const char *bytes, size_t size) {
  policy_string text = {bytes, size < LOOK ? size : LOOK};
  size_t counts[SIGNS] = {0}, kinds = 0;
  if (memchr(text.data, '\0', text.size) != NULL) return false;
  if (policy__front_matter(text, NULL) > 0) return true;
  for (size_t at = 0; at < text.size;) count_signs(next_line(text, &at), counts);
  bool headings = counts[HEADINGS] >= 2;
  static const size_t least[SIGNS] = {[HEADINGS] = SIZE_MAX, [LINKS] = 1, [FENCES] = 2, [STRONG] = 4, [TABLES] = 1};
  for (size_t i = 0; i < SIGNS; i++) kinds += counts[i] >= least[i];
  return (headings && kinds >= 1) || kinds >= 3 || (counts[HEADINGS] == 1 && kinds >= 2);
}
