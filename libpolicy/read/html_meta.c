/* Metadata of pages. */
#include "read/html_meta.h"

#include <stdio.h>
#include <string.h>

#include "base/equal.h"
#include "base/status.h"
#include "model/builder.h"
#include "read/jsonld.h"
#include "read/kept.h"
#include "read/person.h"
#include "read/scan.h"
#include "text/utf8.h"

typedef struct finder {
  const policy__html_tree *tree;
  const policy__html_head *head;
  policy_builder *builder;
  policy__jsonld jsonld;
  policy_buffer raw, twice, value, heading, site; /* `value` is the last that was made */
  uint32_t first; /* the node of the page's first heading */
  policy_error *error;
  policy_status status;
} finder;

/* ---- text from pieces ------------------------------------------------------------------------------------- */

/* The text of a buffer, every run of its white space made one space. */
static policy_string squeeze(policy_buffer *buffer) {
  size_t size = 0;
  for (size_t i = 0; i < buffer->size; i++) {
    char c = buffer->data[i];
    bool white = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (white && (size == 0 || buffer->data[size - 1] == ' ')) continue;
    buffer->data[size++] = white ? ' ' : c;
  }
  buffer->size = size;
  return policy__trim((policy_string){buffer->data != NULL ? buffer->data : "", size});
}

static policy_string text_of(const policy_buffer *buffer) {
  return policy__trim((policy_string){buffer->data != NULL ? buffer->data : "", buffer->size});
}

static void note(finder *f, policy_status status) {
  if (status != POLICY_OK && f->status == POLICY_OK) f->status = policy__fail_plain(f->error, status);
}

/* A value of the head as text, in `buffer`. Some pages replace characters by references twice. */
static policy_string decode(finder *f, policy_string piece, policy_buffer *buffer) {
  buffer->size = 0;
  note(f, policy__html_text(piece, buffer));
  policy_string text = squeeze(buffer);
  if (policy__find_in(text, 0, "&#") == text.size && policy__find_in(text, 0, "&amp;") == text.size) return text;
  f->twice.size = 0;
  note(f, policy__html_text(text, &f->twice));
  buffer->size = 0;
  if (f->status == POLICY_OK) note(f, policy_buffer_append(buffer, f->twice.data, f->twice.size));
  return squeeze(buffer);
}

/* A value of JSON-LD, which may hold character references as well. */
static policy_string decode_json(finder *f, policy_string piece, policy_buffer *buffer) {
  f->raw.size = 0;
  note(f, policy__jsonld_text(piece, &f->raw));
  return decode(f, text_of(&f->raw), buffer);
}

/* The text of an element, its runs parted by spaces. */
static policy_string text_in(finder *f, uint32_t node, policy_buffer *buffer) {
  const policy__html_page *page = f->tree->page;
  buffer->size = 0;
  for (uint32_t n = node; n < POLICY__NODE(f->tree, node)->end; n++) {
    const policy__html_node *inner = POLICY__NODE(f->tree, n);
    if (inner->tag != POLICY__TAG_TEXT || inner->item == POLICY_NONE) continue;
    const policy__html_run *run = POLICY__AT(&page->runs, policy__html_run, inner->item);
    for (uint32_t i = 0; i < run->count; i++) {
      const policy__html_piece *piece = POLICY__AT(&page->pieces, policy__html_piece, run->first + i);
      policy_string text = {page->source.data + piece->begin, piece->size};
      note(f, piece->size > 0 ? policy__html_text(text, buffer) : policy_buffer_append(buffer, " ", 1));
    }
    note(f, policy_buffer_append(buffer, " ", 1));
  }
  return squeeze(buffer);
}

/* The n-th value of a meta element of one of the names, which are in order of preference and end with NULL. */
static policy_string meta(const finder *f, const char *const *names, size_t n) {
  for (; *names != NULL; names++)
    for (size_t i = 0; i < f->head->metas.count; i++) {
      const policy__html_said *one = POLICY__AT(&f->head->metas, policy__html_said, i);
      if (policy__html_is(one->name, *names) && policy__trim(one->value).size > 0 && n-- == 0) return one->value;
    }
  return (policy_string){"", 0};
}

static bool set(finder *f, policy_field field, policy_string value) {
  if (value.size == 0 || f->status != POLICY_OK) return false;
  f->status = policy_builder_set(f->builder, field, value, f->error);
  return true;
}

/* ---- title and publisher ---------------------------------------------------------------------------------- */

static void find_site(finder *f) {
  static const char *const names[] = {"og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher",
                                      "publisher", "application-name", NULL};
  static const char *const reports[] = {"citation_technical_report_institution", "citation_publisher", NULL};
  policy_string publisher = decode(f, meta(f, reports, 0), &f->value);
  if (publisher.size == 0) publisher = decode_json(f, f->jsonld.document.publisher, &f->value);
  if (publisher.size == 0) publisher = decode(f, meta(f, names, 0), &f->value);
  (void)set(f, POLICY_FIELD_PUBLISHER, publisher);
  if (decode(f, meta(f, names, 0), &f->site).size == 0) (void)decode_json(f, f->jsonld.document.publisher, &f->site);
}

static void find_heading(finder *f) {
  enum { LONGEST = 300 };
  for (uint32_t n = 0; n < f->tree->nodes.count; n++) {
    const policy__html_node *node = POLICY__NODE(f->tree, n);
    if (node->tag != POLICY__TAG_H1 || node->size < 4 || node->size > LONGEST) continue;
    (void)text_in(f, n, &f->heading);
    f->first = n;
    return;
  }
}

static void find_title(finder *f) {
  static const char *const names[] = {"citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title",
                                      "sailthru.title", "parsely-title", "title", NULL};
  enum { LONGEST = 1000 };
  find_heading(f);
  policy_string heading = text_of(&f->heading);
  policy_string title = decode_json(f, f->jsonld.document.headline, &f->value);
  if (title.size == 0) title = decode(f, meta(f, names, 0), &f->value);
  if (title.size == 0) title = decode(f, f->head->title, &f->value);
  if (title.size == 0 || (title.size < LONGEST && policy__html_agree(title, heading))) title = heading;
  if (policy__html_is_file(title)) return;
  if (title.size < LONGEST) (void)set(f, POLICY_FIELD_TITLE, policy__html_title(title, heading, text_of(&f->site)));
}

/* ---- authors ---------------------------------------------------------------------------------------------- */

static bool has_author(const finder *f, policy_string name) {
  const policy_document *document = policy_builder_document(f->builder);
  for (uint32_t i = 0; i < policy_document_author_count(document); i++)
    if (policy__equal(policy_document_author(document, i), name)) return true;
  return false;
}

static void add_author(finder *f, policy_string name) {
  enum { LONGEST = 100 };
  bool letters = false;
  name = policy__strip(policy__piece(name, 0, policy__find_in(name, 0, " - ")), ",;|");
  for (size_t i = 0; i < name.size; i++) letters |= name.data[i] > '9';
  if (letters && name.size > 1 && name.size < LONGEST && !has_author(f, name)) (void)set(f, POLICY_FIELD_AUTHOR, name);
}

/* "Lee, Ann": one name, its family's part first. */
static bool add_inverted(finder *f, policy_string name) {
  char whole[256];
  size_t comma = policy__find_in(name, 0, ","), at = 0;
  if (comma == name.size || policy__find_in(name, comma + 1, ",") < name.size) return false;
  policy_string family = policy__trim(policy__piece(name, 0, comma));
  policy_string given = policy__trim(policy__piece(name, comma + 1, name.size));
  (void)policy__next_word(family, &at);
  if (policy__next_word(family, &at).size > 0 || policy__find_in(given, 0, " and ") < given.size) return false;
  int size = snprintf(whole, sizeof whole, "%.*s %.*s", (int)given.size, given.data, (int)family.size, family.data);
  policy_string person = {whole, size > 0 && (size_t)size < sizeof whole ? (size_t)size : 0};
  if (!policy__is_person(person)) return false;
  add_author(f, person);
  return true;
}

/* One name, or several in a list. */
static void add_authors(finder *f, policy_string names) {
  policy__person persons[POLICY__PERSONS];
  char name[256];
  names = policy__trim(names);
  size_t by = policy__begins(names, "by");
  names = policy__trim(policy__piece(names, by, names.size));
  bool list = policy__find_in(names, 0, ",") < names.size || policy__find_in(names, 0, " and ") < names.size ||
              policy__find_in(names, 0, ";") < names.size || policy__find_in(names, 0, "&") < names.size;
  if (policy__find_in(names, 0, "://") < names.size || policy__find_in(names, 0, "@") < names.size) return;
  if (list && add_inverted(f, names)) return;
  size_t count = list ? policy__persons_read(names, persons) : 0;
  if (count == 0) add_author(f, names);
  for (size_t i = 0; i < count; i++)
    add_author(f, (policy_string){name, policy__person_write(persons[i], name, sizeof name)});
}

/* Elements in a line that are for an author's name: the first one, and those that follow it closely. */
static void find_marked_names(finder *f) {
  enum { NEAR = 8 };
  const policy__html_page *page = f->tree->page;
  const policy_document *document = policy_builder_document(f->builder);
  uint32_t last = 0;
  for (size_t i = 0; i < f->head->bylines.count; i++) {
    uint32_t n = *POLICY__AT(&f->head->bylines, uint32_t, i), tries = 0;
    bool first = policy_document_author_count(document) == 0;
    if (!first && n > last + NEAR) return;
    policy_string line = {"", 0};
    for (; n < page->pieces.count && line.size == 0 && tries < 3; n++, tries++) {
      const policy__html_piece *piece = POLICY__AT(&page->pieces, policy__html_piece, n);
      line = decode(f, (policy_string){page->source.data + piece->begin, piece->size}, &f->value);
      if (policy__equals(line, "by") || policy__equals(line, "by:")) line.size = 0;
    }
    line = policy__html_name(line);
    if (line.size > 0 && (first || policy__is_person(line))) add_authors(f, line);
    last = n;
  }
}

/* The byline of the text: an element that is named so, and holds a name and nothing more. */
static void find_byline(finder *f) {
  enum { LONGEST = 120 };
  const policy_document *document = policy_builder_document(f->builder);
  find_marked_names(f);
  for (uint32_t n = 0; n < f->tree->nodes.count && f->status == POLICY_OK; n++) {
    const policy__html_node *node = POLICY__NODE(f->tree, n);
    if (policy_document_author_count(document) > 0) return;
    if ((node->hints & POLICY__HINT_BYLINE) == 0 || node->size == 0 || node->size > LONGEST) continue;
    if ((node->hints & POLICY__HINT_COMMENTS) == 0) add_authors(f, policy__html_name(text_in(f, n, &f->value)));
  }
}

static void find_authors(finder *f) {
  static const char *const names[] = {"citation_author", "dc.creator", "dcterms.creator", "author", "article:author",
                                      "parsely-author", "sailthru.author", "byl", "dc.contributor", NULL};
  const policy_document *document = policy_builder_document(f->builder);
  for (size_t i = 0; i < f->jsonld.document.author_count; i++)
    add_authors(f, decode_json(f, f->jsonld.document.authors[i], &f->value));
  for (size_t k = 0; names[k] != NULL && policy_document_author_count(document) == 0; k++) {
    const char *const one[] = {names[k], NULL};
    for (size_t i = 0; i < POLICY__PERSONS && meta(f, one, i).size > 0; i++)
      add_authors(f, decode(f, meta(f, one, i), &f->value));
  }
  if (policy_document_author_count(document) == 0) find_byline(f);
}

/* ---- the date --------------------------------------------------------------------------------------------- */

static bool set_date(finder *f, policy_string value) {
  policy__date date;
  char iso[POLICY__DATE_SIZE];
  if (value.size == 0 || !policy__html_date(value, &date)) return false;
  policy__date_write(date, iso);
  return set(f, POLICY_FIELD_DATE, (policy_string){iso, strlen(iso)});
}

static bool set_time(finder *f, const char *name) {
  for (size_t i = 0; i < f->head->times.count; i++) {
    const policy__html_said *time = POLICY__AT(&f->head->times, policy__html_said, i);
    if (policy__html_is(time->name, name) && set_date(f, time->value)) return true;
  }
  return false;
}

/* A line near the heading that is a date, or begins with one. */
static bool find_date_line(finder *f) {
  enum { AROUND = 60, LONGEST = 60 };
  uint32_t count = (uint32_t)f->tree->nodes.count;
  uint32_t from = f->first > AROUND ? f->first - AROUND : 0, to = f->first + AROUND < count ? f->first + AROUND : count;
  for (uint32_t n = from; n < to; n++) {
    const policy__html_node *node = POLICY__NODE(f->tree, n);
    policy__date date;
    if (node->tag != POLICY__TAG_TEXT || node->size < 6 || node->size > LONGEST) continue;
    policy_string line = text_in(f, n, &f->value);
    bool whole = policy__is_date_line(line, &date) || policy__date_read(line, &date) > 0;
    if (whole && date.day > 0) return set_date(f, line);
  }
  return false;
}

static void find_date(finder *f) {
  static const char *const published[] = {
      "article:published_time", "og:article:published_time", "citation_publication_date", "citation_online_date",
      "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "datepublished", "publishdate",
      "publish-date", "publish_date", "pubdate", "publication_date", "parsely-pub-date", "sailthru.date",
      "dcterms.created", "dc.date.created", "date", "og:published_time", "article.published", "issued", NULL};
  static const char *const modified[] = {"article:modified_time", "og:updated_time", "dcterms.modified",
                                         "last-modified", "datemodified", "revised", NULL};
  if (set_date(f, decode_json(f, f->jsonld.document.published, &f->value))) return;
  for (size_t k = 0; published[k] != NULL; k++) {
    const char *const one[] = {published[k], NULL};
    if (set_date(f, decode(f, meta(f, one, 0), &f->value))) return;
  }
  if (set_time(f, "published")) return;
  if (set_time(f, "any") || find_date_line(f)) return;
  if (set_date(f, decode_json(f, f->jsonld.document.modified, &f->value))) return;
  (void)(set_date(f, decode(f, meta(f, modified, 0), &f->value)) || set_time(f, "modified"));
}

/* ---- the rest --------------------------------------------------------------------------------------------- */

static void find_language(finder *f) {
  static const char *const names[] = {"og:locale", "content-language", "dc.language", "dcterms.language",
                                      "citation_language", "language", NULL};
  char tag[POLICY__HTML_TAG_SIZE];
  policy_string given = policy__trim(f->head->language);
  if (given.size == 0) given = policy__trim(meta(f, names, 0));
  if (given.size == 0) given = policy__trim(f->jsonld.document.language);
  size_t size = policy__html_language(given, tag);
  if (size > 0) (void)set(f, POLICY_FIELD_LANGUAGE, (policy_string){tag, size});
}

static void add_topics(finder *f, policy_string list, bool split) {
  enum { LONGEST = 80, MOST = 32 };
  const policy_document *document = policy_builder_document(f->builder);
  for (size_t at = 0; at < list.size;) {
    size_t end = at;
    while (end < list.size && !(split && (list.data[end] == ',' || list.data[end] == ';'))) end++;
    policy_string topic = policy__trim(policy__piece(list, at, end));
    uint32_t count = policy_document_topic_count(document), same = 0;
    for (uint32_t i = 0; i < count; i++) same += policy__equal(policy_document_topic(document, i), topic);
    if (topic.size > 1 && topic.size < LONGEST && count < MOST && same == 0) (void)set(f, POLICY_FIELD_TOPIC, topic);
    at = end + 1;
  }
}

static void find_topics(finder *f) {
  static const char *const names[] = {"article:tag", "citation_keywords", "dc.subject", "dcterms.subject",
                                      "keywords", "news_keywords", "parsely-tags", NULL};
  const policy_document *document = policy_builder_document(f->builder);
  for (size_t i = 0; i < f->jsonld.document.topic_count; i++)
    add_topics(f, decode_json(f, f->jsonld.document.topics[i], &f->value), f->jsonld.document.topic_count == 1);
  for (size_t k = 0; names[k] != NULL && policy_document_topic_count(document) == 0; k++) {
    const char *const one[] = {names[k], NULL};
    for (size_t i = 0; meta(f, one, i).size > 0 && i < 32; i++)
      add_topics(f, decode(f, meta(f, one, i), &f->value), true);
  }
}

static void find_address(finder *f) {
  static const char *const urls[] = {"og:url", "citation_public_url", "citation_abstract_html_url", NULL};
  static const char *const numbers[] = {"citation_doi", "citation_technical_report_number", "dc.identifier", NULL};
  policy_string url = decode(f, f->head->canonical, &f->value);
  if (policy__find_in(url, 0, "://") == url.size) url = decode(f, meta(f, urls, 0), &f->value);
  if (policy__find_in(url, 0, "://") < url.size) (void)set(f, POLICY_FIELD_URL, url);
  policy_string number = decode(f, meta(f, numbers, 0), &f->value);
  if (policy__find_in(number, 0, "://") == number.size) (void)set(f, POLICY_FIELD_IDENTIFIER, number);
}

/* ---- the lists: all that the page says -------------------------------------------------------------------- */

static policy_string string_of(const char *text) {
  return (policy_string){text, strlen(text)};
}

static void keep_date(finder *f, policy_date_kind kind, policy_string value, policy_string source) {
  policy__date date;
  char iso[POLICY__DATE_SIZE];
  if (value.size == 0 || f->status != POLICY_OK || !policy__html_date(value, &date)) return;
  policy__date_write(date, iso);
  f->status = policy__keep_date(f->builder, kind, string_of(iso), source, f->error);
}

static void keep_contributor(finder *f, policy_contributor_role role, policy_string name) {
  enum { LONGEST = 200 };
  bool address = policy__find_in(name, 0, "://") < name.size;
  if (name.size == 0 || name.size > LONGEST || address || f->status != POLICY_OK) return;
  f->status = policy__keep_contributor(f->builder, role, name, (policy_string){"", 0}, f->error);
}

/* What a meta element means for the lists; other names have no part in them. */
typedef enum list { LIST_NAME, LIST_DATE, LIST_NUMBER, LIST_SERIES, LIST_LICENCE } list;

static const struct {
  const char *name;
  list list;
  int kind;           /* the role of a name, the kind of a date */
  const char *scheme; /* of a number */
} listed[] = {
    {"citation_editor", LIST_NAME, POLICY_CONTRIBUTOR_EDITOR, ""},
    {"citation_translator", LIST_NAME, POLICY_CONTRIBUTOR_TRANSLATOR, ""},
    {"citation_funding_source", LIST_NAME, POLICY_CONTRIBUTOR_SPONSOR, ""},
    {"citation_publisher", LIST_NAME, POLICY_CONTRIBUTOR_PUBLISHER, ""},
    {"dc.publisher", LIST_NAME, POLICY_CONTRIBUTOR_PUBLISHER, ""},
    {"dcterms.publisher", LIST_NAME, POLICY_CONTRIBUTOR_PUBLISHER, ""},
    {"dc.contributor", LIST_NAME, POLICY_CONTRIBUTOR_OTHER, ""},
    {"dcterms.contributor", LIST_NAME, POLICY_CONTRIBUTOR_OTHER, ""},
    {"article:published_time", LIST_DATE, POLICY_DATE_PUBLISHED, ""},
    {"citation_publication_date", LIST_DATE, POLICY_DATE_PUBLISHED, ""},
    {"citation_online_date", LIST_DATE, POLICY_DATE_PUBLISHED, ""},
    {"citation_date", LIST_DATE, POLICY_DATE_PUBLISHED, ""},
    {"dc.date.issued", LIST_DATE, POLICY_DATE_PUBLISHED, ""},
    {"dcterms.issued", LIST_DATE, POLICY_DATE_PUBLISHED, ""},
    {"dc.date", LIST_DATE, POLICY_DATE_PUBLISHED, ""},
    {"dcterms.date", LIST_DATE, POLICY_DATE_PUBLISHED, ""},
    {"dcterms.created", LIST_DATE, POLICY_DATE_CREATED, ""},
    {"dc.date.created", LIST_DATE, POLICY_DATE_CREATED, ""},
    {"dcterms.datesubmitted", LIST_DATE, POLICY_DATE_SUBMITTED, ""},
    {"dcterms.dateaccepted", LIST_DATE, POLICY_DATE_ACCEPTED, ""},
    {"article:modified_time", LIST_DATE, POLICY_DATE_MODIFIED, ""},
    {"og:updated_time", LIST_DATE, POLICY_DATE_MODIFIED, ""},
    {"dcterms.modified", LIST_DATE, POLICY_DATE_MODIFIED, ""},
    {"last-modified", LIST_DATE, POLICY_DATE_MODIFIED, ""},
    {"citation_doi", LIST_NUMBER, 0, "doi"},
    {"citation_isbn", LIST_NUMBER, 0, "isbn"},
    {"citation_issn", LIST_NUMBER, 0, "issn"},
    {"citation_technical_report_number", LIST_NUMBER, 0, "report-number"},
    {"dc.identifier", LIST_NUMBER, 0, ""},
    {"dcterms.identifier", LIST_NUMBER, 0, ""},
    {"citation_public_url", LIST_NUMBER, 0, "url"},
    {"citation_journal_title", LIST_SERIES, 0, ""},
    {"citation_series_title", LIST_SERIES, 0, ""},
    {"dcterms.ispartof", LIST_SERIES, 0, ""},
    {"dc.rights", LIST_LICENCE, 0, ""},
    {"dcterms.license", LIST_LICENCE, 0, ""},
    {"dcterms.rights", LIST_LICENCE, 0, ""},
};

static void keep_meta(finder *f, const policy__html_said *said) {
  const policy_document *document = policy_builder_document(f->builder);
  for (size_t i = 0; i < sizeof listed / sizeof *listed; i++) {
    if (!policy__html_is(said->name, listed[i].name)) continue;
    policy_string value = decode(f, said->value, &f->value);
    if (value.size == 0 || f->status != POLICY_OK) return;
    switch (listed[i].list) {
      case LIST_NAME: keep_contributor(f, (policy_contributor_role)listed[i].kind, value); break;
      case LIST_DATE: keep_date(f, (policy_date_kind)listed[i].kind, value, string_of(listed[i].name)); break;
      case LIST_NUMBER:
        f->status = policy__keep_identifier(f->builder, string_of(listed[i].scheme), value, f->error);
        break;
      case LIST_SERIES:
        if (policy_document_series(document).size == 0) (void)set(f, POLICY_FIELD_SERIES, value);
        break;
      case LIST_LICENCE:
        if (policy_document_licence(document).size == 0) (void)set(f, POLICY_FIELD_LICENCE, value);
        break;
    }
    return;
  }
}

/* What schema.org's types of organisations are, in the words of actors' kinds; "": any. */
static const char *kind_of_organisation(policy_string type) {
  static const struct {
    const char *type, *kind;
  } types[] = {{"GovernmentOrganization", "government"}, {"NewsMediaOrganization", "media"}, {"NGO", "ngo"},
               {"Corporation", "company"},               {"CollegeOrUniversity", "academic"},
               {"ResearchOrganization", "academic"},     {"EducationalOrganization", "academic"},
               {"PoliticalParty", "party"},              {"Person", "person"}};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (policy__equal_word(type, types[i].type)) return types[i].kind;
  return "";
}

static void keep_jsonld(finder *f) {
  const policy__jsonld_node *node = &f->jsonld.document;
  const struct {
    policy_string value;
    policy_date_kind kind;
    const char *source;
  } dates[] = {{node->published, POLICY_DATE_PUBLISHED, "datePublished"},
               {node->created, POLICY_DATE_CREATED, "dateCreated"},
               {node->modified, POLICY_DATE_MODIFIED, "dateModified"}};
  for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
    keep_date(f, dates[i].kind, decode_json(f, dates[i].value, &f->value), string_of(dates[i].source));
  for (size_t i = 0; i < node->other_count; i++)
    keep_contributor(f, node->others[i].role, decode_json(f, node->others[i].name, &f->value));
  (void)set(f, POLICY_FIELD_SERIES, decode_json(f, node->series, &f->value));
  (void)set(f, POLICY_FIELD_LICENCE, decode_json(f, node->licence, &f->value));
  (void)set(f, POLICY_FIELD_PUBLISHER_TYPE, string_of(kind_of_organisation(node->publisher_type)));
  policy_string number = decode_json(f, node->identifier, &f->value);
  if (f->status == POLICY_OK)
    f->status = policy__keep_identifier(f->builder, (policy_string){"", 0}, number, f->error);
}

/* The institutions that Highwire's elements name behind the authors, where those are the chosen ones. */
static void keep_affiliations(finder *f) {
  const policy_document *document = policy_builder_document(f->builder);
  uint32_t author = POLICY_NONE;
  size_t authors = 0;
  for (size_t i = 0; i < f->head->metas.count; i++)
    authors += policy__html_is(POLICY__AT(&f->head->metas, policy__html_said, i)->name, "citation_author");
  if (authors != policy_document_author_count(document)) return;
  for (size_t i = 0; i < f->head->metas.count && f->status == POLICY_OK; i++) {
    const policy__html_said *said = POLICY__AT(&f->head->metas, policy__html_said, i);
    if (policy__html_is(said->name, "citation_author")) author++;
    if (!policy__html_is(said->name, "citation_author_institution") || author == POLICY_NONE) continue;
    policy_string institution = decode(f, said->value, &f->value);
    if (f->status == POLICY_OK)
      f->status = policy__keep_contributor(f->builder, POLICY_CONTRIBUTOR_AUTHOR,
                                           policy_document_author(document, author), institution, f->error);
  }
}

/* The same of JSON-LD. */
static void keep_told_affiliations(finder *f) {
  const policy_document *document = policy_builder_document(f->builder);
  const policy__jsonld_node *node = &f->jsonld.document;
  if (node->author_count != policy_document_author_count(document)) return;
  for (uint32_t i = 0; i < node->author_count && f->status == POLICY_OK; i++) {
    if (node->affiliations[i].size == 0) continue;
    policy_string told = decode_json(f, node->affiliations[i], &f->value);
    if (told.size > 0 && f->status == POLICY_OK)
      f->status = policy__keep_contributor(f->builder, POLICY_CONTRIBUTOR_AUTHOR, policy_document_author(document, i), told,
                                           f->error);
  }
}

static void keep_lists(finder *f) {
  keep_jsonld(f);
  keep_told_affiliations(f);
  keep_affiliations(f);
  for (size_t i = 0; i < f->head->metas.count && f->status == POLICY_OK; i++)
    keep_meta(f, POLICY__AT(&f->head->metas, policy__html_said, i));
  for (size_t i = 0; i < f->head->times.count && f->status == POLICY_OK; i++) {
    const policy__html_said *time = POLICY__AT(&f->head->times, policy__html_said, i);
    bool published = policy__html_is(time->name, "published"), modified = policy__html_is(time->name, "modified");
    if (published || modified)
      keep_date(f, published ? POLICY_DATE_PUBLISHED : POLICY_DATE_MODIFIED, time->value, string_of("time"));
  }
}

policy_status policy__html_meta(const policy__html_tree *tree, policy_builder *builder,
                                const policy_allocator *allocator, policy_error *error) {
  finder f = {.tree = tree, .head = &tree->page->head, .builder = builder, .error = error, .status = POLICY_OK};
  policy_buffer *buffers[] = {&f.raw, &f.twice, &f.value, &f.heading, &f.site};
  for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++) buffers[i]->allocator = *allocator;
  policy__jsonld_init(&f.jsonld);
  for (size_t i = 0; i < f.head->scripts.count; i++)
    policy__jsonld_read(&f.jsonld, *POLICY__AT(&f.head->scripts, policy_string, i));
  policy__jsonld_resolve(&f.jsonld);
  find_site(&f);
  find_title(&f);
  find_authors(&f);
  find_date(&f);
  find_language(&f);
  find_topics(&f);
  find_address(&f);
  keep_lists(&f);
  for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++) policy_buffer_free(buffers[i]);
  return f.status;
}
