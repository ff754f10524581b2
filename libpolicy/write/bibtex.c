/* Entries of BibTeX. */
#include <policy/bibtex.h>

#include <policy/metadata.h>
#include <string.h>

#include "base/buffer.h"
#include "base/equal.h"
#include "base/status.h"
#include "text/utf8.h"

/* ---- keys ------------------------------------------------------------------------------------------------- */

/* The letters of a string in small ASCII, without their marks: at most `most`. */
static void put_plain(policy__writer *writer, policy_string text, size_t most) {
  for (const char *at = text.data, *end = at + text.size; at < end && most > 0;) {
    uint32_t plain[POLICY__PLAIN_MOST];
    uint32_t c = policy__lower(policy__utf8_next(&at));
    size_t count = policy__utf8_plain(c, plain);
    for (size_t i = 0; i < count && most > 0; i++) {
      if (plain[i] < 'a' || plain[i] > 'z') continue;
      char letter = (char)plain[i];
      policy__write(writer, &letter, 1);
      most--;
    }
  }
}

static policy_string last_word(policy_string text) {
  size_t begin = text.size;
  while (begin > 0 && text.data[begin - 1] != ' ') begin--;
  return (policy_string){text.data + begin, text.size - begin};
}

/* The first word with more than `least` bytes; the whole where there is none. */
static policy_string long_word(policy_string text, size_t least) {
  for (size_t begin = 0, i = 0; i <= text.size; i++) {
    if (i < text.size && text.data[i] != ' ') continue;
    if (i - begin > least) return (policy_string){text.data + begin, i - begin};
    begin = i + 1;
  }
  return text;
}

static void put_key(policy__writer *writer, const policy_document *document) {
  enum { NAME = 24, WORD = 16, SHORT = 3 };
  policy_string date = policy_document_date(document);
  policy_string who = policy_document_author_count(document) > 0 ? last_word(policy_document_author(document, 0))
                                                                  : long_word(policy_document_publisher(document), SHORT);
  size_t before = writer->buffer->size;
  put_plain(writer, who, NAME);
  if (date.size >= 4) policy__write(writer, date.data, 4);
  put_plain(writer, long_word(policy_document_title(document), SHORT), WORD);
  if (writer->buffer->size == before) policy__write_text(writer, "document");
}

/* ---- fields ----------------------------------------------------------------------------------------------- */

/* The text with what BibTeX takes for commands escaped. */
static void put_escaped(policy__writer *writer, policy_string text) {
  for (size_t i = 0; i < text.size; i++) {
    char c = text.data[i];
    if (c == '\\') policy__write_text(writer, "\\textbackslash{}");
    else if (c == '~') policy__write_text(writer, "\\textasciitilde{}");
    else if (c == '^') policy__write_text(writer, "\\textasciicircum{}");
    else {
      if (strchr("&%$#_{}", c) != NULL) policy__write(writer, "\\", 1);
      policy__write(writer, &c, 1);
    }
  }
}

static void put_field(policy__writer *writer, const char *name, policy_string value, const char *open, const char *close) {
  if (value.size == 0) return;
  policy__write_format(writer, ",\n  %s = %s", name, open);
  put_escaped(writer, value);
  policy__write_text(writer, close);
}

/* A name with a comma, or with "and" or "of" inside, is a body's, and stays whole. */
static bool is_body(policy_string name) {
  static const char *const signs[] = {" and ", " of ", " for ", ", "};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    for (size_t at = 0, size = strlen(signs[i]); at + size <= name.size; at++)
      if (memcmp(name.data + at, signs[i], size) == 0) return true;
  return false;
}

/* A name of a list whose field has been begun. */
static void put_name(policy__writer *writer, policy_string name, bool first) {
  bool body = is_body(name);
  if (!first) policy__write_text(writer, " and ");
  if (body) policy__write_text(writer, "{");
  put_escaped(writer, name);
  if (body) policy__write_text(writer, "}");
}

static void put_authors(policy__writer *writer, const policy_document *document) {
  uint32_t count = policy_document_author_count(document);
  if (count == 0) return;
  policy__write_text(writer, ",\n  author = {");
  for (uint32_t i = 0; i < count; i++) put_name(writer, policy_document_author(document, i), i == 0);
  policy__write_text(writer, "}");
}

/* Those who had a role other than the author's, in a field that is called as the role is. */
static void put_contributors(policy__writer *writer, const policy_document *document, policy_contributor_role role) {
  bool first = true;
  for (uint32_t n = 0; n < policy_document_contributor_count(document); n++) {
    if (policy_document_contributor_role(document, n) != role) continue;
    if (first) policy__write_format(writer, ",\n  %s = {", policy_contributor_role_name(role));
    put_name(writer, policy_document_contributor_name(document, n), first);
    first = false;
  }
  if (!first) policy__write_text(writer, "}");
}

/* The document's first identifier of a scheme, in a field that is called so. */
static void put_number(policy__writer *writer, const policy_document *document, const char *scheme) {
  for (uint32_t n = 0; n < policy_document_identifier_count(document); n++) {
    if (!policy__equal_word(policy_document_identifier_scheme(document, n), scheme)) continue;
    put_field(writer, scheme, policy_document_identifier_value(document, n), "{", "}");
    return;
  }
}

static void put_entry(policy__writer *writer, const policy_document *document) {
  policy_string date = policy_document_date(document), number = policy_document_identifier(document);
  bool report = number.size > 0;
  policy__write_text(writer, report ? "@techreport{" : "@misc{");
  put_key(writer, document);
  put_authors(writer, document);
  put_contributors(writer, document, POLICY_CONTRIBUTOR_EDITOR);
  put_contributors(writer, document, POLICY_CONTRIBUTOR_TRANSLATOR);
  put_field(writer, "title", policy_document_title(document), "{{", "}}");
  put_field(writer, "subtitle", policy_document_subtitle(document), "{{", "}}");
  put_field(writer, report ? "institution" : "publisher", policy_document_publisher(document), "{", "}");
  put_field(writer, "series", policy_document_series(document), "{", "}");
  put_field(writer, "number", number, "{", "}");
  put_field(writer, "year", (policy_string){date.data, date.size >= 4 ? 4 : 0}, "{", "}");
  put_field(writer, "date", date, "{", "}");
  put_field(writer, "langid", policy_document_language(document), "{", "}");
  put_number(writer, document, "doi");
  put_number(writer, document, "isbn");
  put_number(writer, document, "issn");
  put_field(writer, "url", policy_document_url(document), "{", "}");
  policy__write_text(writer, "\n}\n");
}

policy_status policy_bibtex_write(const policy_document *document, policy_buffer *buffer, policy_error *error) {
  if (document == NULL || buffer == NULL) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  const size_t before = buffer->size;
  policy__writer writer = {buffer, POLICY_OK};
  if (policy_document_title(document).size > 0) put_entry(&writer, document);
  if (writer.status == POLICY_OK) return POLICY_OK;
  buffer->size = before;
  if (buffer->data != NULL) buffer->data[before] = '\0';
  return policy__fail_plain(error, writer.status);
}
