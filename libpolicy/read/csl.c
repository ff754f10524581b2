/* Writing a citation as an item of CSL-JSON. */
#include "read/csl.h"

#include "base/buffer.h"
#include "base/equal.h"
#include "read/scan.h"
#include "text/utf8.h"

/* A JSON string; white space of any kind and length becomes one space. */
static void write_text(policy__writer *writer, policy_string text) {
  bool space = false;
  policy__write(writer, "\"", 1);
  text = policy__trim(text);
  for (const char *p = text.data, *end = p + text.size; p < end;) {
    const char *from = p;
    uint32_t c = policy__utf8_next(&p);
    if ((policy__classify(c) & POLICY__SPACE) != 0) {
      if (!space) policy__write(writer, " ", 1);
      space = true;
      continue;
    }
    space = false;
    if (c == '"' || c == '\\') policy__write(writer, "\\", 1);
    if (c < 0x20) policy__write_format(writer, "\\u%04x", (unsigned)c);
    else policy__write(writer, from, (size_t)(p - from));
  }
  policy__write(writer, "\"", 1);
}

static void write_name(policy__writer *writer, const char *name) {
  bool first = writer->buffer->size > 0 && writer->buffer->data[writer->buffer->size - 1] == '{';
  policy__write_format(writer, "%s\"%s\":", first ? "" : ",", name);
}

static void write_member(policy__writer *writer, const char *name, policy_string text) {
  if (policy__trim(text).size == 0) return;
  write_name(writer, name);
  write_text(writer, text);
}

static void write_person(policy__writer *writer, const policy__person *person, bool first) {
  policy__write_text(writer, first ? "[{" : ",{");
  write_member(writer, person->given.size > 0 ? "family" : "literal", person->family);
  write_member(writer, "given", person->given);
  policy__write(writer, "}", 1);
}

static void write_authors(policy__writer *writer, const policy__facts *facts) {
  if (facts->author_count == 0) return;
  write_name(writer, "author");
  for (size_t i = 0; i < facts->author_count; i++) write_person(writer, &facts->authors[i], i == 0);
  policy__write(writer, "]", 1);
}

/* Those of the document's contributors who have a role. */
static void write_contributors(policy__writer *writer, const policy_document *document, policy_contributor_role role) {
  bool first = true;
  for (uint32_t n = 0; n < policy_document_contributor_count(document); n++) {
    policy__person persons[POLICY__PERSONS];
    if (policy_document_contributor_role(document, n) != role) continue;
    policy_string name = policy_document_contributor_name(document, n);
    if (!policy__is_person(name) || policy__persons_read(name, persons) != 1) persons[0] = (policy__person){{"", 0}, name};
    if (first) write_name(writer, policy_contributor_role_name(role));
    write_person(writer, &persons[0], first);
    first = false;
  }
  if (!first) policy__write(writer, "]", 1);
}

/* The document's first identifier of a scheme. */
static policy_string number_of(const policy_document *document, const char *scheme) {
  for (uint32_t n = 0; n < policy_document_identifier_count(document); n++)
    if (policy__equal_word(policy_document_identifier_scheme(document, n), scheme))
      return policy_document_identifier_value(document, n);
  return (policy_string){"", 0};
}

static policy_string either(policy_string told, policy_string other) {
  return told.size > 0 ? told : other;
}

static void write_date(policy__writer *writer, policy__date date) {
  if (date.year == 0) return;
  write_name(writer, "issued");
  policy__write_format(writer, "{\"date-parts\":[[%u", (unsigned)date.year);
  if (date.month > 0) policy__write_format(writer, ",%u", (unsigned)date.month);
  if (date.day > 0) policy__write_format(writer, ",%u", (unsigned)date.day);
  policy__write_text(writer, "]]}");
}

static const char *type_of(const policy__facts *facts, bool journal) {
  if (journal) return "article-journal";
  if (facts->url.size > 0 || facts->online) return facts->identifier.size > 0 ? "report" : "webpage";
  if (facts->identifier.size > 0) return "report";
  return facts->container.size > 0 ? "article" : "document";
}

policy_status policy__csl_write(const policy__facts *facts, const policy_document *document, policy_buffer *buffer) {
  policy_string issn = number_of(document, "issn"), series = policy_document_series(document), none = {"", 0};
  bool journal = issn.size > 0 && series.size > 0; /* else a series of reports */
  policy__writer writer = {buffer, POLICY_OK};
  policy__write(&writer, "{", 1);
  write_member(&writer, "DOI", either(facts->doi, number_of(document, "doi")));
  write_member(&writer, "ISBN", either(facts->isbn, number_of(document, "isbn")));
  write_member(&writer, "ISSN", issn);
  write_member(&writer, "URL", facts->url);
  write_authors(&writer, facts);
  write_member(&writer, "collection-title", journal ? none : series);
  write_member(&writer, "container-title", either(facts->container, journal ? series : none));
  write_contributors(&writer, document, POLICY_CONTRIBUTOR_EDITOR);
  write_date(&writer, facts->date);
  if (facts->language[0] != '\0') {
    write_name(&writer, "language");
    policy__write_format(&writer, "\"%s\"", facts->language);
  }
  write_member(&writer, "number", facts->identifier);
  write_member(&writer, "publisher", facts->publisher);
  write_member(&writer, "title", facts->title);
  write_contributors(&writer, document, POLICY_CONTRIBUTOR_TRANSLATOR);
  write_name(&writer, "type");
  policy__write_format(&writer, "\"%s\"", type_of(facts, journal));
  policy__write(&writer, "}", 1);
  return writer.status;
}
