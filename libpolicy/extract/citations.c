/* The citation step: tries the forms of citations at the beginnings of words, block by block. */
#include "extract/citations.h"

#include <string.h>

#include "base/equal.h"
#include "base/status.h"
#include "extract/cited_scan.h"
#include "model/builder.h"
#include "text/utf8.h"

/* Forms that stand alone, and those that a section may be named of before. */
typedef bool form(policy__cursor *cursor, policy__cited *cited);

static form *const forms[] = {policy__cited_doi,  policy__cited_url,    policy__cited_isbn,      policy__cited_symbol,
                              policy__cited_case, policy__cited_report, policy__cited_resolution};
static form *const laws[] = {policy__cited_union_act, policy__cited_federal, policy__cited_code};

static bool is_letter_or_digit(unsigned char byte) {
  return policy__cited_is_letter((char)byte) || policy__cited_is_digit((char)byte);
}

/* Whether a word begins at the place: neither letter nor digit stands before it, nor what joins it to the one
   before. */
static bool begins_word(policy_string text, size_t at) {
  if (at == 0) return true;
  unsigned char before = (unsigned char)text.data[at - 1];
  if (before < 0x80) return !is_letter_or_digit(before) && memchr("/.-@_&=", before, 7) == NULL;
  const char *p = text.data + at;
  return (policy__classify(policy__utf8_previous(&p)) & (POLICY__LETTER | POLICY__DIGIT | POLICY__MARK)) == 0;
}

/* Whether a citation may begin with the character: letters, digits, and the bracket of a year. */
static bool may_begin(policy_string text, size_t at) {
  unsigned char byte = (unsigned char)text.data[at];
  return byte == '[' || is_letter_or_digit(byte) || byte >= 0xC3;
}

static bool follows_the(policy_string text, size_t at) {
  while (at > 0 && (text.data[at - 1] == ' ' || text.data[at - 1] == '\n')) at--;
  if (at < 3 || memcmp(text.data + at - 2, "he", 2) != 0) return false;
  return (text.data[at - 3] == 't' || text.data[at - 3] == 'T') && begins_word(text, at - 3);
}

/* None yet; what lies behind the ends of its strings tells nothing. */
static void reset(policy__cited *cited, size_t begin) {
  cited->kind = POLICY_CITATION_URL;
  cited->scheme = "";
  cited->begin = cited->end = begin;
  cited->value[0] = cited->series[0] = '\0';
  cited->next = NULL;
}

static bool match_any(form *const *list, size_t count, policy__cursor *cursor, policy__cited *cited) {
  for (size_t i = 0; i < count; i++) {
    reset(cited, cursor->at);
    if (list[i](cursor, cited)) return true;
  }
  return false;
}

/* Laws, codes, acts and treaties, with the section that is named before them. */
static bool match_law(policy__cursor *cursor, policy__cited *cited) {
  policy__cursor end = *cursor;
  bool section = policy__cited_section(&end);
  if (match_any(laws, sizeof laws / sizeof *laws, &end, cited) ||
      policy__cited_name(&end, cited, section || follows_the(cursor->text, cursor->at))) {
    if (section) cited->begin = cursor->at;
    *cursor = end;
    return true;
  }
  return false;
}

static bool match(policy__cursor *cursor, policy__cited *cited) {
  if (match_any(forms, sizeof forms / sizeof *forms, cursor, cited) || match_law(cursor, cited)) {
    cited->end = cursor->at;
    return true;
  }
  return false;
}

/* ", ", " and ", ", and " and one more. */
static bool match_next(policy__cursor *cursor, policy__cited *cited) {
  static const char *const joints[] = {", and ", " and ", ", or ", " or ", ", ", "; "};
  for (size_t i = 0; cited->next != NULL && i < sizeof joints / sizeof *joints; i++) {
    policy__cursor end = *cursor;
    if (!policy__cited_text(&end, joints[i])) continue;
    size_t begin = end.at;
    if (!cited->next(&end, cited)) continue;
    cited->begin = begin;
    cited->end = end.at;
    *cursor = end;
    return true;
  }
  return false;
}

/* ---- handing over ---------------------------------------------------------------------------------------- */

/* Whether the document is known by it itself, so that it does not cite. */
static bool is_own(const policy_document *document, policy_string value) {
  return value.size > 0 && (policy__equal(value, policy_document_identifier(document)) ||
                            policy__equal(value, policy_document_url(document)));
}

static policy_status add(policy_builder *builder, const policy__cited *cited, const policy__cursor *cursor,
                         size_t block, policy_error *error) {
  policy_string scheme = {cited->scheme, strlen(cited->scheme)}, value = {cited->value, strlen(cited->value)};
  bool address = cited->kind == POLICY_CITATION_URL; /* which may be longer than a value */
  if (address) {
    scheme = (policy_string){"url", 3};
    value = (policy_string){cursor->text.data + cited->begin, cited->end - cited->begin};
  }
  if (is_own(policy_builder_document(builder), value)) return POLICY_OK;
  const policy_citation_record record = {
      {(uint32_t)(block + cited->begin), (uint32_t)(block + cited->end)}, cited->kind, scheme, value};
  return policy_builder_add_citation(builder, &record, NULL, error);
}

static policy_status scan(policy_builder *builder, policy_string text, size_t block, policy_error *error) {
  policy__cursor cursor = {text, 0};
  policy__cited cited;
  policy_status status = POLICY_OK;
  while (cursor.at < text.size && status == POLICY_OK) {
    if (!may_begin(text, cursor.at) || !begins_word(text, cursor.at) || !match(&cursor, &cited)) {
      cursor.at++;
      continue;
    }
    do status = add(builder, &cited, &cursor, block, error);
    while (status == POLICY_OK && match_next(&cursor, &cited));
  }
  return status;
}

policy_status policy__extract_citations(policy_builder *builder, policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  uint32_t count = policy_document_block_count(document);
  for (uint32_t n = 0; n < count; n++) {
    policy_block block = policy_document_block(document, n);
    policy_status status = policy__builder_pulse(builder, n, count);
    if (status != POLICY_OK) return policy__fail_plain(error, status);
    if (policy_block_kind_of(block) == POLICY_BLOCK_BOILERPLATE) continue;
    policy_span span = policy_block_span(block);
    status = scan(builder, policy_document_slice(document, span), span.begin, error);
    if (status != POLICY_OK) return status;
  }
  return POLICY_OK;
}
