/* JSON-LD of pages: what a scanner finds that forgives much, as pages' JSON is often none. */
#include "read/jsonld.h"

#include <string.h>

#include "base/equal.h"
#include "text/utf8.h"

static const policy_string nothing = {"", 0};

static void clear(policy__jsonld_node *node) {
  *node = (policy__jsonld_node){.rank = 0};
  node->id = node->name = node->headline = node->published = node->modified = nothing;
  node->publisher = node->publisher_id = node->language = node->author_id = nothing;
  node->created = node->publisher_type = node->series = node->licence = node->identifier = nothing;
}

void policy__jsonld_init(policy__jsonld *jsonld) {
  jsonld->named_count = 0;
  clear(&jsonld->document);
  clear(&jsonld->node);
}

/* ---- words ----------------------------------------------------------------------------------------------- */

typedef enum key {
  KEY_OTHER,
  KEY_TYPE,
  KEY_ID,
  KEY_NAME,
  KEY_HEADLINE,
  KEY_PUBLISHED,
  KEY_MODIFIED,
  KEY_AUTHOR,
  KEY_PUBLISHER,
  KEY_LANGUAGE,
  KEY_TOPICS,
  KEY_CREATED,
  KEY_EDITOR,
  KEY_TRANSLATOR,
  KEY_SPONSOR,
  KEY_CONTRIBUTOR,
  KEY_SERIES,
  KEY_LICENCE,
  KEY_IDENTIFIER,
  KEY_AFFILIATION,
  KEY_GRAPH
} key;

static key key_of(policy_string word) {
  static const struct {
    const char *word;
    key key;
  } keys[] = {{"@type", KEY_TYPE},           {"@id", KEY_ID},
              {"name", KEY_NAME},            {"headline", KEY_HEADLINE},
              {"datePublished", KEY_PUBLISHED}, {"dateModified", KEY_MODIFIED},
              {"author", KEY_AUTHOR},        {"creator", KEY_AUTHOR},
              {"publisher", KEY_PUBLISHER},  {"inLanguage", KEY_LANGUAGE},
              {"keywords", KEY_TOPICS},      {"@graph", KEY_GRAPH},
              {"dateCreated", KEY_CREATED},  {"editor", KEY_EDITOR},
              {"translator", KEY_TRANSLATOR}, {"sponsor", KEY_SPONSOR},
              {"funder", KEY_SPONSOR},       {"contributor", KEY_CONTRIBUTOR},
              {"isPartOf", KEY_SERIES},      {"license", KEY_LICENCE},
              {"identifier", KEY_IDENTIFIER}, {"affiliation", KEY_AFFILIATION},
              {"worksFor", KEY_AFFILIATION}};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (policy__equal_word(word, keys[i].word)) return keys[i].key;
  return KEY_OTHER;
}

static bool ends(policy_string word, const char *end) {
  size_t size = strlen(end);
  return word.size >= size && memcmp(word.data + word.size - size, end, size) == 0;
}

static void take_type(policy__jsonld_node *node, policy_string type) {
  static const char *const documents[] = {"Article", "Posting", "Report", "Legislation", "Thesis", "Book", "Chapter",
                                          "DigitalDocument", "Guide", "Review", "Recipe", "Dataset", "PressRelease"};
  int rank = ends(type, "WebPage") || ends(type, "CreativeWork") || ends(type, "QAPage") ? 1 : 0;
  for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
    if (ends(type, documents[i])) rank = 2;
  if (rank > node->rank) node->rank = rank;
  node->named |= ends(type, "Person") || ends(type, "Organization");
}

/* ---- values ---------------------------------------------------------------------------------------------- */

/* Whose members are being read. */
typedef enum place {
  PLACE_OTHER,
  PLACE_NODE,
  PLACE_AUTHOR,
  PLACE_PUBLISHER,
  PLACE_EDITOR,
  PLACE_TRANSLATOR,
  PLACE_SPONSOR,
  PLACE_CONTRIBUTOR,
  PLACE_SERIES,
  PLACE_LICENCE,
  PLACE_AFFILIATION /* of an author */
} place;

/* Where the members of an object under a key belong. */
static place place_of(key under) {
  switch (under) {
    case KEY_AUTHOR: return PLACE_AUTHOR;
    case KEY_PUBLISHER: return PLACE_PUBLISHER;
    case KEY_EDITOR: return PLACE_EDITOR;
    case KEY_TRANSLATOR: return PLACE_TRANSLATOR;
    case KEY_SPONSOR: return PLACE_SPONSOR;
    case KEY_CONTRIBUTOR: return PLACE_CONTRIBUTOR;
    case KEY_SERIES: return PLACE_SERIES;
    case KEY_LICENCE: return PLACE_LICENCE;
    case KEY_GRAPH: return PLACE_NODE;
    default: return PLACE_OTHER;
  }
}

static void put(policy_string *to, policy_string value) {
  if (to->size == 0) *to = value;
}

static void add(policy_string *list, size_t *count, size_t most, policy_string value) {
  if (value.size > 0 && *count < most) list[(*count)++] = value;
}

static void add_other(policy__jsonld_node *node, place in, policy_string name) {
  static const policy_contributor_role roles[] = {[PLACE_EDITOR] = POLICY_CONTRIBUTOR_EDITOR,
                                                  [PLACE_TRANSLATOR] = POLICY_CONTRIBUTOR_TRANSLATOR,
                                                  [PLACE_SPONSOR] = POLICY_CONTRIBUTOR_SPONSOR,
                                                  [PLACE_CONTRIBUTOR] = POLICY_CONTRIBUTOR_OTHER};
  if (name.size == 0 || node->other_count == POLICY__JSONLD_OTHERS) return;
  node->others[node->other_count].role = roles[in];
  node->others[node->other_count++].name = name;
}

static bool is_other(place in) {
  return in >= PLACE_EDITOR && in <= PLACE_CONTRIBUTOR;
}

/* A value of what the lists of metadata hold: in an object of its own, or by itself. */
static void take_listed(policy__jsonld_node *node, place in, key under, policy_string value) {
  place of = in == PLACE_NODE ? place_of(under) : in;
  bool name = in == PLACE_NODE || under == KEY_NAME;
  if (is_other(of) && name) add_other(node, of, value);
  if (in == PLACE_SERIES && under == KEY_TYPE)
    node->serial = ends(value, "Periodical") || ends(value, "Series") || ends(value, "Issue") || ends(value, "Volume");
  if (in == PLACE_SERIES && name && node->serial) put(&node->series, value);
  if (of == PLACE_LICENCE && (name || under == KEY_ID)) put(&node->licence, value);
  if (in == PLACE_PUBLISHER && under == KEY_TYPE) put(&node->publisher_type, value);
  if (in == PLACE_NODE && under == KEY_CREATED) put(&node->created, value);
  if (in == PLACE_NODE && under == KEY_IDENTIFIER) put(&node->identifier, value);
}

static void take_value(policy__jsonld_node *node, place in, key under, policy_string value) {
  bool affiliation = in == PLACE_AFFILIATION ? under == KEY_NAME : in == PLACE_AUTHOR && under == KEY_AFFILIATION;
  if (affiliation && node->author < POLICY__JSONLD_AUTHORS) put(&node->affiliations[node->author], value);
  if (in == PLACE_AUTHOR && under == KEY_NAME)
    add(node->authors, &node->author_count, POLICY__JSONLD_AUTHORS, value);
  if (in == PLACE_AUTHOR && under == KEY_ID) put(&node->author_id, value);
  if (in == PLACE_PUBLISHER && under == KEY_NAME) put(&node->publisher, value);
  if (in == PLACE_PUBLISHER && under == KEY_ID) put(&node->publisher_id, value);
  take_listed(node, in, under, value);
  if (in != PLACE_NODE) return;
  switch (under) {
    case KEY_TYPE: take_type(node, value); break;
    case KEY_ID: put(&node->id, value); break;
    case KEY_NAME: put(&node->name, value); break;
    case KEY_HEADLINE: put(&node->headline, value); break;
    case KEY_PUBLISHED: put(&node->published, value); break;
    case KEY_MODIFIED: put(&node->modified, value); break;
    case KEY_LANGUAGE: put(&node->language, value); break;
    case KEY_AUTHOR: add(node->authors, &node->author_count, POLICY__JSONLD_AUTHORS, value); break;
    case KEY_PUBLISHER: put(&node->publisher, value); break;
    case KEY_TOPICS: add(node->topics, &node->topic_count, POLICY__JSONLD_TOPICS, value); break;
    default: break;
  }
}

static void end_node(policy__jsonld *jsonld) {
  policy__jsonld_node *node = &jsonld->node;
  if (node->rank > jsonld->document.rank) jsonld->document = *node;
  if (node->named && node->name.size > 0 && jsonld->named_count < POLICY__JSONLD_NAMED) {
    jsonld->named[jsonld->named_count].id = node->id;
    jsonld->named[jsonld->named_count++].name = node->name;
  }
  clear(node);
}

/* ---- the scanner ----------------------------------------------------------------------------------------- */

enum { DEEPEST = 32 };

typedef struct frame {
  place owner;   /* whose the values are */
  place objects; /* of a list: whose its objects' members are */
  key under;     /* the member that is being read, or that a list stands under */
  bool list, value; /* a colon was read: a value comes */
} frame;

static place place_under(const frame *outer) {
  if (outer == NULL) return PLACE_NODE;
  if (outer->list) return outer->objects;
  if (outer->owner == PLACE_AUTHOR && outer->under == KEY_AFFILIATION) return PLACE_AFFILIATION;
  if (outer->owner != PLACE_NODE) return PLACE_OTHER;
  return place_of(outer->under);
}

/* The string that begins behind a quotation mark; `*at` goes behind its end. */
static policy_string read_string(policy_string script, size_t *at) {
  size_t begin = *at, end = begin;
  while (end < script.size && script.data[end] != '"') end += script.data[end] == '\\' ? 2 : 1;
  if (end > script.size) end = script.size;
  *at = end < script.size ? end + 1 : end;
  return (policy_string){script.data + begin, end - begin};
}

typedef struct scanner {
  policy__jsonld *jsonld;
  frame frames[DEEPEST];
  size_t depth; /* deeper than DEEPEST, nothing is kept */
} scanner;

static frame *top(scanner *s) {
  return s->depth > 0 && s->depth <= DEEPEST ? &s->frames[s->depth - 1] : NULL;
}

/* The members of the next author follow, in any order. */
static void begin_author(policy__jsonld_node *node) {
  node->author = node->author_count;
  if (node->author < POLICY__JSONLD_AUTHORS) node->affiliations[node->author] = (policy_string){"", 0};
}

static void open(scanner *s, bool list) {
  const frame *outer = top(s);
  if (s->depth < DEEPEST) {
    frame inner = {.owner = place_under(outer), .list = list};
    if (list) {
      inner.objects = inner.owner;
      inner.owner = outer != NULL ? outer->owner : PLACE_OTHER;
      inner.under = outer != NULL ? outer->under : KEY_OTHER;
    } else if (inner.owner == PLACE_NODE) {
      clear(&s->jsonld->node);
    } else if (inner.owner == PLACE_AUTHOR) {
      begin_author(&s->jsonld->node);
    }
    s->frames[s->depth] = inner;
  }
  s->depth++;
}

static void close(scanner *s) {
  frame *ended = top(s);
  if (ended != NULL && !ended->list && ended->owner == PLACE_NODE) end_node(s->jsonld);
  if (s->depth > 0) s->depth--;
  if (top(s) != NULL) top(s)->value = false;
}

static void take_string(scanner *s, policy_string string) {
  frame *f = top(s);
  if (f == NULL) return;
  if (!f->list && !f->value) {
    f->under = key_of(string);
    return;
  }
  take_value(&s->jsonld->node, f->owner, f->under, string);
  f->value = false;
}

void policy__jsonld_read(policy__jsonld *jsonld, policy_string script) {
  scanner s = {.jsonld = jsonld};
  for (size_t at = 0; at < script.size;) {
    char c = script.data[at++];
    frame *f = top(&s);
    if (c == '"') take_string(&s, read_string(script, &at));
    else if (c == '{' || c == '[') open(&s, c == '[');
    else if (c == '}' || c == ']') close(&s);
    else if (c == ':' && f != NULL && !f->list) f->value = true;
    else if (c == ',' && f != NULL && !f->list) f->value = false;
  }
}

void policy__jsonld_resolve(policy__jsonld *jsonld) {
  policy__jsonld_node *document = &jsonld->document;
  for (size_t i = 0; i < jsonld->named_count; i++) {
    policy_string id = jsonld->named[i].id, name = jsonld->named[i].name;
    if (id.size == 0) continue;
    if (document->author_count == 0 && policy__equal(id, document->author_id))
      document->authors[document->author_count++] = name;
    if (document->publisher.size == 0 && policy__equal(id, document->publisher_id)) document->publisher = name;
  }
}

/* ---- escapes --------------------------------------------------------------------------------------------- */

static bool read_unit(policy_string piece, size_t at, uint32_t *unit) {
  *unit = 0;
  if (piece.size - at < 4) return false;
  for (size_t i = 0; i < 4; i++) {
    char c = piece.data[at + i];
    int digit = -1;
    if (c >= '0' && c <= '9') digit = c - '0';
    else if (c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    else if (c >= 'A' && c <= 'F') digit = c - 'A' + 10;
    if (digit < 0) return false;
    *unit = *unit * 16 + (uint32_t)digit;
  }
  return true;
}

/* What the escape at `*at`, behind its backslash, stands for. */
static size_t unescape(policy_string piece, size_t *at, char utf8[4]) {
  char c = piece.data[(*at)++];
  uint32_t point, low;
  if (c != 'u') return utf8[0] = c == 'n' || c == 't' || c == 'r' || c == 'f' || c == 'b' ? ' ' : c, 1;
  if (!read_unit(piece, *at, &point)) return utf8[0] = 'u', 1;
  *at += 4;
  bool pair = point >= 0xD800 && point < 0xDC00 && piece.size - *at >= 6 && piece.data[*at] == '\\' &&
              piece.data[*at + 1] == 'u' && read_unit(piece, *at + 2, &low) && low >= 0xDC00 && low < 0xE000;
  if (pair) {
    point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    *at += 6;
  }
  return policy__utf8_write(point == 0 || (point >= 0xD800 && point < 0xE000) ? 0xFFFD : point, utf8);
}

policy_status policy__jsonld_text(policy_string piece, policy_buffer *text) {
  policy_status status = POLICY_OK;
  for (size_t at = 0; at < piece.size && status == POLICY_OK;) {
    const char *slash = memchr(piece.data + at, '\\', piece.size - at);
    size_t end = slash != NULL ? (size_t)(slash - piece.data) : piece.size;
    status = policy_buffer_append(text, piece.data + at, end - at);
    at = end + 1;
    if (slash == NULL || at >= piece.size || status != POLICY_OK) break;
    char utf8[4];
    size_t size = unescape(piece, &at, utf8);
    status = policy_buffer_append(text, utf8, size);
  }
  return status;
}
