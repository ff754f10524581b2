/* Collecting metadata: which element holds what, and which of several values counts. */
#include "read/xml_facts.h"

#include <stdio.h>
#include <string.h>

#include "base/equal.h"
#include "base/status.h"
#include "read/isodate.h"
#include "read/kept.h"
#include "read/scan.h"

enum {
  VALUES = 1024,  /* kept of a document */
  VALUE = 2048,   /* bytes kept of one */
  LISTED = 32,    /* authors, topics, regions of a document */
  DEMOTED = 10    /* added to the rank of a value that is no good sign: the date when a file was generated */
};

void policy__collect_init(policy__collector *collector, const policy__fact *facts, size_t fact_count,
                          const policy_allocator *allocator) {
  *collector = (policy__collector){.facts = facts, .fact_count = fact_count};
  collector->names.allocator = collector->text.allocator = *allocator;
  policy__array_init(&collector->open, allocator, sizeof(policy_span), UINT32_MAX);
  policy__array_init(&collector->values, allocator, sizeof(policy__value), VALUES);
}

void policy__collect_free(policy__collector *collector) {
  policy_buffer_free(&collector->names);
  policy_buffer_free(&collector->text);
  policy__array_free(&collector->open);
  policy__array_free(&collector->values);
}

static policy_string value_of(const policy__collector *c, policy_span span) {
  return span.end > span.begin ? (policy_string){c->text.data + span.begin, span.end - span.begin}
                               : (policy_string){"", 0};
}

/* ---- collecting ------------------------------------------------------------------------------------------ */

/* Appends a piece to the value that is being taken, as far as it is kept. */
static void take(policy__collector *c, policy_string piece) {
  size_t had = c->text.size - c->begin;
  size_t size = had + piece.size <= VALUE ? piece.size : 0;
  if (c->status == POLICY_OK && size > 0) c->status = policy_buffer_append(&c->text, piece.data, size);
}

/* The value that was taken is complete. */
static void keep(policy__collector *c, int field, int rank, policy_string key, const char *source) {
  policy_span span = {c->begin, (uint32_t)c->text.size};
  if (c->status == POLICY_OK) c->status = policy_buffer_append(&c->text, key.data, key.size);
  if (c->status != POLICY_OK || span.begin == span.end || c->values.count == VALUES) return;
  policy__value *value = policy__array_push(&c->values, &c->status);
  if (value != NULL) *value = (policy__value){field, rank, span, {span.end, (uint32_t)c->text.size}, {0, 0}, source};
}

policy_status policy__collect_told(policy__collector *c, int field, int rank, policy_string value, const char *source) {
  c->begin = (uint32_t)c->text.size;
  take(c, value);
  keep(c, field, rank, (policy_string){"", 0}, source);
  return c->status;
}

policy_status policy__collect_add(policy__collector *c, int field, int rank, policy_string value) {
  return policy__collect_told(c, field, rank, value, NULL);
}

/* What an element says of the kind of its value. */
static policy_string key_of(int field, const policy__xml_element *element) {
  static const char *const names[] = {"pub-id-type", "date-type", "pub-type", "type",       "name",  "role",
                                      "opf:role",    "scheme",    "opf:scheme", "opf:event", "event", "dictionary"};
  if (field == POLICY__FACT_TERM) return policy__xml_attribute(element, "eId");
  if (field == POLICY__FACT_AFFILIATION) return policy__xml_attribute(element, "id");
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    policy_string key = policy__xml_attribute(element, names[i]);
    if (key.size > 0 && key.size < 32) return key;
  }
  return (policy_string){"", 0};
}

/* Whether the open elements end with those of a path, others between them. */
static bool matches(const policy__collector *c, const char *path) {
  size_t end = strlen(path), level = c->open.count;
  for (bool last = true; end > 0; last = false) {
    size_t begin = end;
    while (begin > 0 && path[begin - 1] != ' ') begin--;
    for (;; level--) {
      if (level == 0) return false;
      const policy_span *span = POLICY__AT(&c->open, policy_span, level - 1);
      if (span->end - span->begin == end - begin &&
          memcmp(c->names.data + span->begin, path + begin, end - begin) == 0)
        break;
      if (last) return false;
    }
    level--;
    end = begin > 0 ? begin - 1 : 0;
  }
  return true;
}

static bool ends_with(const char *path, policy_string name) {
  size_t size = strlen(path);
  return size >= name.size && memcmp(path + size - name.size, name.data, name.size) == 0;
}

static int rank_of(const policy__fact *fact, const policy__xml_element *element) {
  policy_string type = policy__xml_attribute(element, "pub-id-type");
  bool generated = policy__equal_word(policy__xml_attribute(element, "name"), "generated");
  bool other = type.size > 0 && !policy__equal_word(type, "doi");
  return fact->rank + (generated || other ? DEMOTED : 0);
}

policy_status policy__collect_begin(policy__collector *c, const policy__xml_element *element) {
  policy_span *span = c->status == POLICY_OK ? policy__array_push(&c->open, &c->status) : NULL;
  if (span == NULL) return c->status;
  *span = (policy_span){(uint32_t)c->names.size, (uint32_t)(c->names.size + element->name.size)};
  c->status = policy_buffer_append(&c->names, element->name.data, element->name.size);
  for (size_t i = 0; i < c->fact_count && c->taking == NULL && c->status == POLICY_OK; i++) {
    const policy__fact *fact = &c->facts[i];
    if (!ends_with(fact->path, element->name) || !matches(c, fact->path)) continue;
    c->begin = (uint32_t)c->text.size;
    if (fact->attribute == NULL) {
      c->taking = fact;
      c->depth = c->open.count;
      c->rank = rank_of(fact, element);
      policy_string key = key_of(fact->field, element);
      c->key_size = key.size < sizeof c->key ? key.size : 0;
      memcpy(c->key, key.data, c->key_size);
      break;
    }
    take(c, policy__xml_attribute(element, fact->attribute));
    keep(c, fact->field, rank_of(fact, element), key_of(fact->field, element), fact->path);
  }
  return c->status;
}

/* Whether the innermost open element has the name. */
static bool is_open(const policy__collector *c, const char *name) {
  const policy_span *span = POLICY__AT(&c->open, policy_span, c->open.count - 1);
  return policy__equal_word((policy_string){c->names.data + span->begin, span->end - span->begin}, name);
}

policy_status policy__collect_text(policy__collector *c, policy_string piece) {
  bool label = c->taking != NULL && c->taking->field == POLICY__FACT_AFFILIATION && is_open(c, "label");
  if (c->taking != NULL && !label) take(c, piece);
  return c->status;
}

policy_status policy__collect_end(policy__collector *c) {
  if (c->status != POLICY_OK || c->open.count == 0) return c->status;
  if (c->taking != NULL && c->depth == c->open.count) {
    keep(c, c->taking->field, c->rank, (policy_string){c->key, c->key_size}, c->taking->path);
    c->taking = NULL;
  }
  c->names.size = POLICY__AT(&c->open, policy_span, --c->open.count)->begin;
  return c->status;
}

policy_string policy__collect_term(const policy__collector *c, policy_string reference) {
  if (reference.size < 2 || *reference.data != '#') return (policy_string){"", 0};
  policy_string id = {reference.data + 1, reference.size - 1};
  for (size_t i = 0; i < c->values.count; i++) {
    const policy__value *value = POLICY__AT(&c->values, policy__value, i);
    if (value->field == POLICY__FACT_TERM && policy__equal(value_of(c, value->key), id)) return value_of(c, value->span);
  }
  return (policy_string){"", 0};
}

/* ---- setting --------------------------------------------------------------------------------------------- */

/* A value of a field in the form that it is set in, in `line`; false: it is none. */
typedef bool form(policy_string value, char line[VALUE]);

/* On one line. */
static bool plain(policy_string value, char line[VALUE]) {
  size_t size = 0;
  for (size_t i = 0; i < value.size; i++) {
    bool white = strchr(" \t\n\r", value.data[i]) != NULL;
    if (white && (size == 0 || line[size - 1] == ' ')) continue;
    if (size + 1 == VALUE) return false;
    line[size++] = white ? ' ' : value.data[i];
  }
  while (size > 0 && line[size - 1] == ' ') size--;
  line[size] = '\0';
  return size > 0 && line[0] != '#';
}

static bool is_address(policy_string value) {
  return policy__begins(value, "http") > 0 || policy__begins(value, "https") > 0;
}

static bool name(policy_string value, char line[VALUE]) {
  return value.size < 256 && !is_address(value) && plain(value, line);
}

/* A name that is no path. */
static bool person(policy_string value, char line[VALUE]) {
  value = policy__strip(value, ",;");
  if (value.size > 4 && memcmp(value.data + value.size - 4, " and", 4) == 0) /* of a list in words */
    value = policy__strip(policy__piece(value, 0, value.size - 4), ",;");
  bool path = value.size > 0 && memchr(value.data, '/', value.size) != NULL && memchr(value.data, ' ', value.size) == NULL;
  return !path && name(value, line);
}

static bool address(policy_string value, char line[VALUE]) {
  return is_address(value) && plain(value, line);
}

/* A year alone, too, and eight digits, as Formex writes them. */
static bool date(policy_string value, char line[VALUE]) {
  policy__date found;
  char iso[] = "0000-00-00";
  value = policy__trim(value);
  bool year = value.size == 4 && strspn(value.data, "0123456789") >= 4 && (*value.data == '1' || *value.data == '2');
  if (year) return plain(value, line);
  if (value.size == 8 && strspn(value.data, "0123456789") >= 8) {
    memcpy(iso, value.data, 4);
    memcpy(iso + 5, value.data + 4, 2);
    memcpy(iso + 8, value.data + 6, 2);
    value = (policy_string){iso, sizeof iso - 1};
  }
  if (policy__equals(policy__piece(value, 0, 10), "1970-01-01")) return false; /* what programs write for none */
  if (policy__date_read(value, &found) == 0) return false;
  policy__date_write(found, line);
  return true;
}

static bool region(policy_string value, char line[VALUE]) {
  size_t size = 0;
  for (; size < value.size && size < 8; size++) {
    char c = value.data[size];
    line[size] = c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;
    if ((line[size] < 'A' || line[size] > 'Z') && line[size] != '-') return false;
  }
  line[size] = '\0';
  return size == value.size && size >= 2;
}

/* A tag of BCP 47 from a code of ISO 639. */
static bool language(policy_string value, char line[VALUE]) {
  static const char codes[] =
      "ara ar bul bg cat ca ces cs chi zh cze cs dan da deu de dut nl ell el eng en est et eus eu fas fa fin fi fra fr "
      "fre fr ger de gle ga gre el heb he hin hi hrv hr hun hu ind id isl is ita it jpn ja kor ko lav lv lit lt mlt mt "
      "nld nl nor no per fa pol pl por pt ron ro rum ro rus ru slk sk slo sk slv sl spa es srp sr swa sw swe sv tur tr "
      "ukr uk urd ur vie vi zho zh ";
  size_t size = 0;
  value = policy__trim(value);
  for (; size < value.size && size < 16; size++) {
    char c = value.data[size];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    bool later = size > 1 && (c == '-' || c == '_' || (c >= '0' && c <= '9'));
    if (!letter && !later) return false;
    bool large = c >= 'A' && c <= 'Z' && memchr(line, '-', size) == NULL;
    line[size] = c == '_' ? '-' : large ? (char)(c + ('a' - 'A')) : c;
  }
  line[size] = '\0';
  if (size < 2 || size != value.size) return false;
  if (size == 3)
    for (const char *at = codes; *at != '\0'; at += 7)
      if (memcmp(at, line, 3) == 0) return memcpy(line, at + 4, 2), line[2] = '\0', true;
  return true;
}

/* The best value of a field that has its form, in `line`. */
static bool best(const policy__collector *c, int field, form *read, char line[VALUE], int *rank) {
  bool found = false;
  char other[VALUE];
  for (size_t i = 0; i < c->values.count; i++) {
    const policy__value *value = POLICY__AT(&c->values, policy__value, i);
    policy_string text = value_of(c, value->span), term = policy__collect_term(c, text);
    if (value->field != field || (found && value->rank >= *rank)) continue;
    if (!read(term.size > 0 ? term : text, other)) continue;
    memcpy(line, other, strlen(other) + 1);
    *rank = value->rank;
    found = true;
  }
  return found;
}

/* Adds all values of a list that have the rank of the best, each once. */
static policy_status set_list(const policy__collector *c, policy_builder *builder, policy_field field, form *read,
                              policy_error *error) {
  char line[VALUE], seen[LISTED][64];
  int rank = 0;
  size_t count = 0;
  policy_status status = POLICY_OK;
  if (!best(c, field, read, line, &rank)) return POLICY_OK;
  for (size_t i = 0; i < c->values.count && count < LISTED && status == POLICY_OK; i++) {
    const policy__value *value = POLICY__AT(&c->values, policy__value, i);
    policy_string text = value_of(c, value->span), term = policy__collect_term(c, text);
    if (value->field != (int)field || value->rank != rank || !read(term.size > 0 ? term : text, line)) continue;
    bool again = false;
    for (size_t k = 0; k < count; k++) again |= strncmp(seen[k], line, sizeof *seen - 1) == 0;
    if (again) continue;
    (void)snprintf(seen[count++], sizeof *seen, "%.*s", (int)sizeof *seen - 1, line);
    status = policy_builder_set(builder, field, (policy_string){line, strlen(line)}, error);
  }
  return status;
}

static policy_string first(const policy__collector *c, int field) {
  for (size_t i = 0; i < c->values.count; i++) {
    const policy__value *value = POLICY__AT(&c->values, policy__value, i);
    if (value->field == field) return policy__trim(value_of(c, value->span));
  }
  return (policy_string){"", 0};
}

/* The affiliation with the first of the ids in `references` that one has. */
static policy_span affiliation_with(const policy__collector *c, policy_string references, size_t count) {
  size_t end = 0;
  references = policy__trim(references);
  while (end < references.size && references.data[end] != ' ') end++;
  for (size_t i = 0; i < count && end > 0; i++) {
    const policy__value *value = POLICY__AT(&c->values, policy__value, i);
    if (value->field == POLICY__FACT_AFFILIATION && policy__equal(value_of(c, value->key), policy__piece(references, 0, end)))
      return value->span;
  }
  return (policy_span){0, 0};
}

/* The affiliation that follows a name, before the next one, or that the name refers to; of several, the first. */
static policy_span affiliation_of(const policy__collector *c, size_t i, size_t count) {
  enum { NEAR = 16 };
  policy_span found = {0, 0};
  for (size_t end = i + NEAR < count ? i + NEAR : count; i < end && found.end == 0; i++) {
    const policy__value *value = POLICY__AT(&c->values, policy__value, i);
    if (value->field == POLICY__FACT_SURNAME || value->field == POLICY__FACT_ROLE) break;
    if (value->field == POLICY__FACT_REFERENCE) found = affiliation_with(c, value_of(c, value->span), count);
    if (value->field == POLICY__FACT_AFFILIATION && value->key.begin == value->key.end) found = value->span;
  }
  return found;
}

/* Names and dates that stand in pieces become values of their own. */
static void join_pieces(policy__collector *c) {
  size_t count = c->values.count;
  policy_contributor_role role = POLICY_CONTRIBUTOR_AUTHOR;
  size_t names = 0;
  for (size_t i = 0; i + 1 < count && c->status == POLICY_OK; i++) {
    const policy__value *value = POLICY__AT(&c->values, policy__value, i), *next = value + 1;
    if (value->field == POLICY__FACT_ROLE) role = policy__role_of_word(value_of(c, value->span), POLICY_CONTRIBUTOR_OTHER);
    if (value->field != POLICY__FACT_SURNAME || next->field != POLICY__FACT_GIVEN) continue;
    char whole[2 * VALUE + 1];
    policy_string surname = value_of(c, value->span), given = value_of(c, next->span);
    memcpy(whole, given.data, given.size);
    whole[given.size] = ' ';
    memcpy(whole + given.size + 1, surname.data, surname.size);
    int field = role == POLICY_CONTRIBUTOR_AUTHOR ? POLICY_FIELD_AUTHOR : POLICY__FACT_CONTRIBUTOR + (int)role;
    const policy_span nowhere = {0, 0}; /* so many names are kept; those behind need none */
    policy_span affiliation = names++ < POLICY__KEPT ? affiliation_of(c, i + 2, count) : nowhere;
    size_t before = c->values.count;
    (void)policy__collect_add(c, field, 0, (policy_string){whole, given.size + surname.size + 1});
    if (c->values.count > before) POLICY__AT(&c->values, policy__value, before)->more = affiliation;
  }
  policy_string year = first(c, POLICY__FACT_YEAR), month = first(c, POLICY__FACT_MONTH), day = first(c, POLICY__FACT_DAY);
  char iso[] = "0000-00-00";
  if (year.size != 4 || month.size > 2 || day.size > 2) return;
  memcpy(iso, year.data, 4);
  memcpy(iso + 7 - month.size, month.data, month.size);
  memcpy(iso + 10 - day.size, day.data, day.size);
  iso[month.size == 0 ? 4 : day.size == 0 ? 7 : 10] = '\0';
  (void)policy__collect_told(c, POLICY_FIELD_DATE, 0, (policy_string){iso, strlen(iso)}, "pub-date");
}

/* ---- the lists ------------------------------------------------------------------------------------------- */

static policy_string string_of(const char *text) {
  return (policy_string){text != NULL ? text : "", text != NULL ? strlen(text) : 0};
}

static policy_string last_word_of(const char *path) {
  const char *space = path != NULL ? strrchr(path, ' ') : NULL;
  return string_of(space != NULL ? space + 1 : path);
}

/* The kind of a date: what its element says, else what the element is called. */
static policy_date_kind date_kind_of(const policy__value *value, policy_string key) {
  static const struct {
    const char *path;
    policy_date_kind kind;
  } paths[] = {{"FRBRWork FRBRdate", POLICY_DATE_CREATED},
               {"FRBRExpression FRBRdate", POLICY_DATE_CREATED},
               {"settingDesc setting date", POLICY_DATE_CREATED},
               {"document-meta meta date", POLICY_DATE_MODIFIED}};
  policy_date_kind kind = policy__date_kind_of_word(last_word_of(value->source), POLICY_DATE_PUBLISHED);
  for (size_t i = 0; value->source != NULL && i < sizeof paths / sizeof *paths; i++)
    if (strcmp(value->source, paths[i].path) == 0) kind = paths[i].kind;
  if (value->field >= POLICY__FACT_DATE) kind = (policy_date_kind)(value->field - POLICY__FACT_DATE);
  return policy__date_kind_of_word(key, kind);
}

static policy_status keep_name(const policy__collector *c, const policy__value *value, policy_string text,
                               policy_string key, policy_builder *builder, policy_error *error) {
  char line[VALUE], affiliation[VALUE] = "";
  policy_contributor_role role = value->field == POLICY_FIELD_AUTHOR      ? POLICY_CONTRIBUTOR_AUTHOR
                                 : value->field == POLICY_FIELD_PUBLISHER ? POLICY_CONTRIBUTOR_PUBLISHER
                                     : (policy_contributor_role)(value->field - POLICY__FACT_CONTRIBUTOR);
  if (!person(text, line)) return POLICY_OK;
  if (value->field != POLICY_FIELD_PUBLISHER) role = policy__role_of_word(key, role);
  if (!plain(value_of(c, value->more), affiliation)) affiliation[0] = '\0';
  return policy__keep_contributor(builder, role, string_of(line), string_of(affiliation), error);
}

/* The scheme of an identifier, as far as its element says. */
static policy_string scheme_of(const policy__value *value, policy_string key) {
  policy_string last = last_word_of(value->source);
  if (last.size > 4 && memcmp(last.data, "FRBR", 4) == 0 && !policy__equal_word(last, "FRBRnumber"))
    return string_of("frbr");
  if (policy__equals(last, "issn") || policy__equals(last, "no.issn")) return string_of("issn");
  if (policy__equals(last, "isbn")) return string_of("isbn");
  return policy__equals(last, "no.celex") ? string_of("celex") : key;
}

/* Sets a field to the first value that there is. */
static policy_status set_first(policy_builder *builder, policy_field field, policy_string present, policy_string value,
                               policy_error *error) {
  return present.size == 0 ? policy_builder_set(builder, field, value, error) : POLICY_OK;
}

static policy_status keep_value(const policy__collector *c, const policy__value *value, policy_builder *builder,
                                policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  char line[VALUE];
  policy_string text = value_of(c, value->span), term = policy__collect_term(c, text), key = value_of(c, value->key);
  if (term.size > 0) text = term;
  bool journal = value->source != NULL && strcmp(value->source, "journal-meta journal-title") == 0;
  bool named = value->field == POLICY_FIELD_AUTHOR || (value->field == POLICY_FIELD_PUBLISHER && !journal) ||
               (value->field >= POLICY__FACT_CONTRIBUTOR && value->field < POLICY__FACT_DATE);
  if (named) return keep_name(c, value, text, key, builder, error);
  if (!plain(text, line)) return POLICY_OK;
  if (value->field == POLICY__FACT_SERIES || journal)
    return set_first(builder, POLICY_FIELD_SERIES, policy_document_series(document), string_of(line), error);
  switch (value->field) {
    case POLICY_FIELD_IDENTIFIER:
    case POLICY__FACT_NUMBER:
      return policy__keep_identifier(builder, scheme_of(value, key), string_of(line), error);
    case POLICY_FIELD_TOPIC:
    case POLICY__FACT_SUBJECT:
      key = policy__strip(key, "#");
      return policy__keep_subject(builder, key, string_of(""), string_of(line), error);
    case POLICY__FACT_LICENCE:
      return set_first(builder, POLICY_FIELD_LICENCE, policy_document_licence(document), string_of(line), error);
    default: return POLICY_OK;
  }
}

policy_status policy__collect_keep(policy__collector *c, bool dates, policy_builder *builder, policy_error *error) {
  char line[VALUE];
  policy_status status = POLICY_OK;
  for (size_t i = 0; i < c->values.count && status == POLICY_OK; i++) {
    const policy__value *value = POLICY__AT(&c->values, policy__value, i);
    bool is_date = value->field == POLICY_FIELD_DATE || value->field >= POLICY__FACT_DATE;
    if (!is_date && !dates) status = keep_value(c, value, builder, error);
    if (!is_date || !date(value_of(c, value->span), line)) continue;
    policy_date_kind kind = date_kind_of(value, value_of(c, value->key));
    status = policy__keep_date(builder, kind, string_of(line), string_of(value->source), error);
  }
  return status;
}

policy_status policy__collect_set(policy__collector *c, policy_builder *builder, policy_error *error) {
  static const struct {
    int from;
    policy_field to;
    form *read;
  } single[] = {
      {POLICY_FIELD_TITLE, POLICY_FIELD_TITLE, plain},           {POLICY_FIELD_SUBTITLE, POLICY_FIELD_SUBTITLE, plain},
      {POLICY_FIELD_DATE, POLICY_FIELD_DATE, date},              {POLICY_FIELD_PUBLISHER, POLICY_FIELD_PUBLISHER, name},
      {POLICY_FIELD_LANGUAGE, POLICY_FIELD_LANGUAGE, language},  {POLICY_FIELD_IDENTIFIER, POLICY_FIELD_IDENTIFIER, name},
      {POLICY_FIELD_IDENTIFIER, POLICY_FIELD_URL, address},
  };
  char line[VALUE];
  int rank = 0;
  if (c->status == POLICY_OK) join_pieces(c);
  if (c->status != POLICY_OK) return policy__fail_plain(error, c->status);
  policy_status status = POLICY_OK;
  for (size_t i = 0; i < sizeof single / sizeof *single && status == POLICY_OK; i++)
    if (best(c, single[i].from, single[i].read, line, &rank))
      status = policy_builder_set(builder, single[i].to, (policy_string){line, strlen(line)}, error);
  if (status == POLICY_OK) status = set_list(c, builder, POLICY_FIELD_AUTHOR, person, error);
  if (status == POLICY_OK) status = set_list(c, builder, POLICY_FIELD_TOPIC, name, error);
  if (status == POLICY_OK) status = set_list(c, builder, POLICY_FIELD_REGION, region, error);
  return status == POLICY_OK ? policy__collect_keep(c, false, builder, error) : status;
}
