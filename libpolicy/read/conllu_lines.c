/* CoNLL-U line by line (universaldependencies.org/format.html). */
#include "read/conllu_lines.h"

#include <string.h>

#include "base/status.h"
#include "model/names.h"

enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC, COLUMNS };

/* A line, for telling where a fault is. */
typedef struct place {
  unsigned long line; /* from 1 */
  size_t offset;
} place;

typedef struct parser {
  const char *bytes;
  size_t size, at; /* `at`: where the next line begins */
  place here;      /* the line at work */
  policy__conllu *found;
  policy__conllu_sentence sentence; /* that is being read; its comments come before it is `open` */
  bool open;
  uint32_t nodes;       /* empty ones behind the last word */
  uint32_t range_begin, range_end; /* ids of the last range, 0 before */
  uint32_t highest;     /* head of the sentence */
  place range, highest_head; /* where these two stand */
  policy_error *error;
} parser;

static policy_status refuse(const parser *p, place where, const char *what) {
  return policy__fail(p->error, POLICY_ERROR_FORMAT, where.offset, "line %lu: %s", where.line, what);
}

/* Room for one more item, or NULL with the failure in `status`. */
static void *push(parser *p, policy__array *array, policy_status *status) {
  void *item = policy__array_push(array, status);
  if (item == NULL) policy__fail_plain(p->error, *status);
  return item;
}

/* ---- values --------------------------------------------------------------------------------------------- */

/* A number of at most nine digits without zeros before it. `*at` moves behind it. */
static bool take_number(const char **at, const char *end, uint32_t *number) {
  const char *begin = *at;
  for (*number = 0; *at < end && **at >= '0' && **at <= '9' && *at - begin < 9; ++*at)
    *number = *number * 10 + (uint32_t)(**at - '0');
  bool more = *at < end && **at >= '0' && **at <= '9';
  return *at > begin && !more && (*begin != '0' || *at - begin == 1);
}

static bool is_blank(policy_string column) {
  return column.size == 1 && column.data[0] == '_';
}

static policy_string value(policy_string column) {
  return is_blank(column) ? (policy_string){"", 0} : column;
}

/* Whether "SpaceAfter=No" is among the items of MISC. */
static bool is_tight(policy_string misc) {
  static const char wanted[] = "SpaceAfter=No";
  const char *at = misc.data, *end = misc.data + misc.size;
  while (at < end) {
    const char *bar = memchr(at, '|', (size_t)(end - at));
    size_t size = (size_t)((bar != NULL ? bar : end) - at);
    if (size == sizeof wanted - 1 && memcmp(at, wanted, size) == 0) return true;
    at += size + 1;
  }
  return false;
}

/* ---- comments ------------------------------------------------------------------------------------------- */

static const char *skip_spaces(const char *at, const char *end) {
  while (at < end && *at == ' ') at++;
  return at;
}

/* Whether a comment begins with the word `key`; `*rest` is what follows. */
static bool is_comment(policy_string line, const char *key, policy_string *rest) {
  const char *end = line.data + line.size, *at = skip_spaces(line.data + 1, end);
  size_t size = strlen(key);
  if ((size_t)(end - at) < size || memcmp(at, key, size) != 0) return false;
  at += size;
  *rest = (policy_string){at, (size_t)(end - at)};
  return at == end || *at == ' ' || *at == '=';
}

/* The value in " = value"; empty where there is none. */
static policy_string value_of(policy_string rest) {
  const char *end = rest.data + rest.size, *at = skip_spaces(rest.data, end);
  if (at < end && *at == '=') at = skip_spaces(at + 1, end);
  else at = end;
  return (policy_string){at, (size_t)(end - at)};
}

static policy_status read_comment(parser *p, policy_string line) {
  policy_string rest;
  if (p->open) return refuse(p, p->here, "a comment inside of a sentence");
  if (is_comment(line, "text", &rest)) p->sentence.text = value_of(rest);
  if (!is_comment(line, "newpar", &rest) && !is_comment(line, "newdoc", &rest)) return POLICY_OK;
  p->sentence.begins_block = p->found->has_blocks = true;
  return POLICY_OK;
}

/* ---- words ---------------------------------------------------------------------------------------------- */

static policy_status add_written(parser *p, policy_string form, uint32_t count, bool tight) {
  policy_status status;
  uint32_t first = (uint32_t)p->found->words.count;
  policy__conllu_written *written = push(p, &p->found->written, &status);
  if (written == NULL) return status;
  *written = (policy__conllu_written){.form = form, .first = first, .last = first + count - 1, .tight = tight};
  p->sentence.written_count++;
  return POLICY_OK;
}

/* A range "3-4": the written word of several words that follow. */
static policy_status read_range(parser *p, const policy_string *columns, uint32_t first, uint32_t last) {
  if (first != p->sentence.word_count + 1 || first <= p->range_end)
    return refuse(p, p->here, "a range out of order");
  if (last < first) return refuse(p, p->here, "a range that ends before it begins");
  p->range_begin = first;
  p->range_end = last;
  p->range = p->here;
  return add_written(p, columns[FORM], last - first + 1, is_tight(columns[MISC]));
}

static policy_status read_head(parser *p, policy_string column, uint32_t id, uint32_t *head) {
  const char *at = column.data, *end = at + column.size;
  uint32_t number;
  *head = POLICY_NONE;
  if (is_blank(column)) return POLICY_OK;
  if (!take_number(&at, end, &number) || at < end) return refuse(p, p->here, "the head is no number");
  if (number == id) return refuse(p, p->here, "a word is its own head");
  if (number > p->highest) {
    p->highest = number;
    p->highest_head = p->here;
  }
  if (number > 0) *head = number - 1;
  return POLICY_OK;
}

static policy_status read_word(parser *p, const policy_string *columns, uint32_t id) {
  uint32_t head;
  int upos = is_blank(columns[UPOS]) ? 0 : policy__value(POLICY__UPOS, columns[UPOS]);
  if (id != p->sentence.word_count + 1) return refuse(p, p->here, "ids out of order");
  if (upos < 0) return refuse(p, p->here, "unknown part of speech");
  policy_status status = read_head(p, columns[HEAD], id, &head);
  bool alone = id > p->range_end;
  if (status == POLICY_OK && alone) status = add_written(p, columns[FORM], 1, is_tight(columns[MISC]));
  policy_token_record *word = status == POLICY_OK ? push(p, &p->found->words, &status) : NULL;
  if (word == NULL) return status;
  bool literal = is_blank(columns[FORM]); /* the word "_", whose lemma is "_" */
  *word = (policy_token_record){.form = columns[FORM],
                                .lemma = literal ? columns[LEMMA] : value(columns[LEMMA]),
                                .xpos = value(columns[XPOS]),
                                .features = value(columns[FEATS]),
                                .relation = value(columns[DEPREL]),
                                .head = head,
                                .upos = (policy_upos)upos,
                                .joined = !alone && id > p->range_begin};
  p->sentence.word_count++;
  p->nodes = 0;
  return POLICY_OK;
}

/* An empty node "2.1" stands behind the word 2; it is skipped. */
static policy_status read_node(parser *p, uint32_t id, uint32_t node) {
  if (id != p->sentence.word_count || node != p->nodes + 1) return refuse(p, p->here, "ids out of order");
  p->nodes = node;
  p->found->empty_nodes++;
  return POLICY_OK;
}

/* ---- lines ---------------------------------------------------------------------------------------------- */

static policy_status split(const parser *p, policy_string line, policy_string *columns) {
  const char *at = line.data, *end = line.data + line.size;
  for (int i = 0; i < COLUMNS; i++) {
    const char *tab = memchr(at, '\t', (size_t)(end - at));
    if ((tab == NULL) != (i == COLUMNS - 1)) return refuse(p, p->here, "not ten columns");
    columns[i] = (policy_string){at, (size_t)((tab != NULL ? tab : end) - at)};
    if (columns[i].size == 0) return refuse(p, p->here, "an empty column");
    at = tab != NULL ? tab + 1 : end;
  }
  if (columns[FORM].size >= 3 && memcmp(columns[FORM].data, "\xEF\xBB\xBF", 3) == 0)
    return refuse(p, p->here, "a form that begins with a byte order mark");
  return POLICY_OK;
}

static policy_status read_columns(parser *p, policy_string line) {
  policy_string columns[COLUMNS];
  policy_status status = split(p, line, columns);
  if (status != POLICY_OK) return status;
  const char *at = columns[ID].data, *end = at + columns[ID].size;
  uint32_t first, second;
  bool good = take_number(&at, end, &first);
  p->open = true;
  if (good && at == end) return read_word(p, columns, first);
  char sign = good ? *at++ : '\0';
  good = good && take_number(&at, end, &second) && at == end;
  if (good && sign == '-') return read_range(p, columns, first, second);
  if (good && sign == '.') return read_node(p, first, second);
  return refuse(p, p->here, "the id is no number, range or empty node");
}

static policy_status end_sentence(parser *p) {
  policy_status status;
  if (!p->open) return POLICY_OK; /* its comments wait for it */
  if (p->range_end > p->sentence.word_count)
    return refuse(p, p->range, "a range over words that there are not");
  if (p->sentence.word_count == 0) return refuse(p, p->here, "a sentence without words");
  if (p->highest > p->sentence.word_count)
    return refuse(p, p->highest_head, "the head is no word of the sentence");
  policy__conllu_sentence *sentence = push(p, &p->found->sentences, &status);
  if (sentence == NULL) return status;
  *sentence = p->sentence;
  p->sentence = (policy__conllu_sentence){.text = {"", 0},
                                          .first_word = (uint32_t)p->found->words.count,
                                          .first_written = (uint32_t)p->found->written.count};
  p->open = false;
  p->nodes = p->range_begin = p->range_end = p->highest = 0;
  return POLICY_OK;
}

/* The next line without its end, which is LF or CRLF. */
static policy_string next_line(parser *p) {
  const char *begin = p->bytes + p->at, *end = memchr(begin, '\n', p->size - p->at);
  size_t size = end != NULL ? (size_t)(end - begin) : p->size - p->at;
  p->here.line++;
  p->here.offset = p->at;
  p->at += size + (end != NULL);
  if (size > 0 && begin[size - 1] == '\r') size--;
  return (policy_string){begin, size};
}

policy_status policy__conllu_parse(const char *bytes, size_t size, policy__conllu *found, policy_error *error) {
  parser p = {.bytes = bytes, .size = size, .found = found, .error = error, .sentence = {.text = {"", 0}}};
  policy_status status = POLICY_OK;
  while (size - p.at >= 3 && memcmp(bytes + p.at, "\xEF\xBB\xBF", 3) == 0) p.at += 3;
  while (p.at < size && status == POLICY_OK) {
    policy_string line = next_line(&p);
    if (line.size == 0) status = end_sentence(&p);
    else if (memchr(line.data, '\r', line.size) != NULL)
      status = refuse(&p, p.here, "a carriage return that ends no line");
    else if (line.data[0] == '#') status = read_comment(&p, line);
    else status = read_columns(&p, line);
  }
  return status == POLICY_OK ? end_sentence(&p) : status;
}
