/* Filling the lists of metadata. */
#include "read/kept.h"

#include <string.h>

#include "base/equal.h"
#include "read/metadata.h"
#include "read/scan.h"

static const policy_string nothing = {"", 0};

/* ---- words of the sources ---------------------------------------------------------------------------------- */

typedef struct word {
  const char *word;
  int stands_for;
} word;

static int find_word(const word *words, size_t count, policy_string given, int other) {
  for (size_t i = 0; i < count; i++)
    if (policy__equals(given, words[i].word)) return words[i].stands_for;
  return other;
}

/* English words, and the codes of the MARC relators that Dublin Core takes over. */
policy_contributor_role policy__role_of_word(policy_string given, policy_contributor_role other) {
  static const word words[] = {
      {"author", POLICY_CONTRIBUTOR_AUTHOR},       {"aut", POLICY_CONTRIBUTOR_AUTHOR},
      {"editor", POLICY_CONTRIBUTOR_EDITOR},       {"edt", POLICY_CONTRIBUTOR_EDITOR},
      {"translator", POLICY_CONTRIBUTOR_TRANSLATOR}, {"trl", POLICY_CONTRIBUTOR_TRANSLATOR},
      {"publisher", POLICY_CONTRIBUTOR_PUBLISHER}, {"pbl", POLICY_CONTRIBUTOR_PUBLISHER},
      {"sponsor", POLICY_CONTRIBUTOR_SPONSOR},     {"spn", POLICY_CONTRIBUTOR_SPONSOR},
      {"funder", POLICY_CONTRIBUTOR_SPONSOR},      {"fnd", POLICY_CONTRIBUTOR_SPONSOR},
      {"speaker", POLICY_CONTRIBUTOR_SPEAKER},     {"spk", POLICY_CONTRIBUTOR_SPEAKER},
      {"other", POLICY_CONTRIBUTOR_OTHER},         {"contributor", POLICY_CONTRIBUTOR_OTHER},
      {"ctb", POLICY_CONTRIBUTOR_OTHER},           {"reviewer", POLICY_CONTRIBUTOR_OTHER}};
  return (policy_contributor_role)find_word(words, sizeof words / sizeof *words, given, (int)other);
}

policy_date_kind policy__date_kind_of_word(policy_string given, policy_date_kind other) {
  static const word words[] = {
      {"published", POLICY_DATE_PUBLISHED}, {"publication", POLICY_DATE_PUBLISHED}, {"issued", POLICY_DATE_PUBLISHED},
      {"pub", POLICY_DATE_PUBLISHED},       {"epub", POLICY_DATE_PUBLISHED},        {"ppub", POLICY_DATE_PUBLISHED},
      {"created", POLICY_DATE_CREATED},     {"creation", POLICY_DATE_CREATED},      {"generation", POLICY_DATE_CREATED},
      {"creation-date", POLICY_DATE_CREATED}, {"generated", POLICY_DATE_MODIFIED},  {"modified", POLICY_DATE_MODIFIED},
      {"modification", POLICY_DATE_MODIFIED}, {"amendment", POLICY_DATE_MODIFIED},  {"updated", POLICY_DATE_MODIFIED},
      {"lastmod", POLICY_DATE_MODIFIED},    {"revised", POLICY_DATE_MODIFIED},      {"change", POLICY_DATE_MODIFIED},
      {"processeddate", POLICY_DATE_MODIFIED}, {"accessed", POLICY_DATE_ACCESSED},  {"submitted", POLICY_DATE_SUBMITTED},
      {"received", POLICY_DATE_SUBMITTED},  {"introduced", POLICY_DATE_SUBMITTED},  {"accepted", POLICY_DATE_ACCEPTED},
      {"adopted", POLICY_DATE_ADOPTED},     {"adoption", POLICY_DATE_ADOPTED},      {"enacted", POLICY_DATE_ADOPTED},
      {"enactment", POLICY_DATE_ADOPTED},   {"approveddate", POLICY_DATE_ADOPTED},  {"signed", POLICY_DATE_ADOPTED},
      {"made", POLICY_DATE_ADOPTED},        {"assent", POLICY_DATE_ADOPTED},        {"in-force", POLICY_DATE_IN_FORCE},
      {"inforce", POLICY_DATE_IN_FORCE},    {"entryintoforce", POLICY_DATE_IN_FORCE}, {"effective", POLICY_DATE_IN_FORCE},
      {"coming-into-force", POLICY_DATE_IN_FORCE}, {"repeal", POLICY_DATE_OTHER}};
  return (policy_date_kind)find_word(words, sizeof words / sizeof *words, given, (int)other);
}

/* ---- identifiers ------------------------------------------------------------------------------------------- */

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* "32016R0679": sector, year, letters, number. */
static bool is_celex(policy_string value) {
  size_t at = 0, letters = 0;
  while (at < value.size && at < 5 && is_digit(value.data[at])) at++;
  while (at + letters < value.size && value.data[at + letters] >= 'A' && value.data[at + letters] <= 'Z') letters++;
  size_t rest = at + letters;
  while (rest < value.size && is_digit(value.data[rest])) rest++;
  return at == 5 && letters >= 1 && letters <= 2 && rest == value.size && rest - at - letters == 4;
}

/* "1234-567X" */
static bool is_issn(policy_string value) {
  if (value.size != 9 || value.data[4] != '-') return false;
  for (size_t i = 0; i < 8; i++)
    if (i != 4 && !is_digit(value.data[i])) return false;
  return is_digit(value.data[8]) || value.data[8] == 'X';
}

/* Thirteen digits that begin as those of books do, hyphens between them. */
static bool is_isbn(policy_string value) {
  size_t digits = 0;
  for (size_t i = 0; i < value.size; i++) {
    if (!is_digit(value.data[i]) && value.data[i] != '-') return false;
    digits += is_digit(value.data[i]);
  }
  return digits == 13 && memcmp(value.data, "97", 2) == 0;
}

/* What a value is by its form, without what stands before it ("doi:"); NULL: it may be anything. */
static const char *scheme_of(policy_string *value) {
  static const char *const dois[] = {"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/",
                                     "doi:", "doi "};
  policy_string rest = *value;
  for (size_t i = 0; i < sizeof dois / sizeof *dois; i++) {
    size_t size = strlen(dois[i]);
    bool begins = rest.size > size && policy__equals(policy__piece(rest, 0, size), dois[i]);
    if (begins) rest = policy__trim(policy__piece(rest, size, rest.size));
  }
  if (rest.size > 7 && memcmp(rest.data, "10.", 3) == 0 && is_digit(rest.data[3]) &&
      memchr(rest.data, '/', rest.size) != NULL)
    return *value = rest, "doi";
  if (policy__find_in(*value, 0, "/eli/") < value->size) return "eli";
  size_t address = policy__find_in(*value, 0, "://");
  if (address < value->size && address < 8) return "url";
  if (policy__find_in(*value, 0, "urn:isbn:") == 0) return *value = policy__piece(*value, 9, value->size), "isbn";
  if (policy__find_in(*value, 0, "urn:uuid:") == 0) return *value = policy__piece(*value, 9, value->size), "uuid";
  if (policy__find_in(*value, 0, "urn:") == 0) return "urn";
  if (is_celex(*value)) return "celex";
  if (is_issn(*value)) return "issn";
  if (is_isbn(*value)) return "isbn";
  if (*value->data == '/') return "frbr";
  return policy__holds_symbol(*value) ? "un-symbol" : NULL;
}

/* ---- adding ------------------------------------------------------------------------------------------------ */

policy_status policy__keep_contributor(policy_builder *builder, policy_contributor_role role, policy_string name,
                                       policy_string affiliation, policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  uint32_t count = policy_document_contributor_count(document);
  if (name.size == 0 || count >= POLICY__KEPT) return POLICY_OK;
  for (uint32_t n = 0; n < count; n++)
    if (policy_document_contributor_role(document, n) == role &&
        policy__equal(policy_document_contributor_name(document, n), name))
      return POLICY_OK;
  return policy_builder_add_contributor(builder, &(policy_contributor_record){role, name, affiliation}, NULL, error);
}

policy_status policy__keep_date(policy_builder *builder, policy_date_kind kind, policy_string value,
                                policy_string source, policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  uint32_t count = policy_document_date_count(document);
  if (value.size == 0 || count >= POLICY__KEPT) return POLICY_OK;
  for (uint32_t n = 0; n < count; n++)
    if (policy_document_date_kind(document, n) == kind && policy__equal(policy_document_date_value(document, n), value))
      return POLICY_OK;
  return policy_builder_add_date(builder, &(policy_date_record){kind, value, source}, NULL, error);
}

/* The string in small letters, written to `room`, which has as many bytes. */
static policy_string in_small(policy_string string, char *room) {
  for (size_t i = 0; i < string.size; i++) {
    char c = string.data[i];
    room[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
  }
  return (policy_string){room, string.size};
}

policy_status policy__keep_identifier(policy_builder *builder, policy_string scheme, policy_string value,
                                      policy_error *error) {
  enum { LONGEST = 32, LONGEST_DOI = 256 };
  const policy_document *document = policy_builder_document(builder);
  uint32_t count = policy_document_identifier_count(document);
  char small[LONGEST], doi[LONGEST_DOI];
  value = policy__trim(value);
  if (value.size == 0 || count >= POLICY__KEPT) return POLICY_OK;
  const char *told = scheme_of(&value);
  if (told != NULL) scheme = (policy_string){told, strlen(told)};
  if (scheme.size == 0 || scheme.size > LONGEST) scheme = (policy_string){"report-number", 13};
  scheme = in_small(scheme, small);
  if (policy__equal_word(scheme, "doi") && value.size <= LONGEST_DOI) value = in_small(value, doi);
  for (uint32_t n = 0; n < count; n++)
    if (policy__equal(policy_document_identifier_value(document, n), value)) return POLICY_OK;
  return policy_builder_add_identifier(builder, &(policy_identifier_record){scheme, value}, NULL, error);
}

policy_status policy__keep_subject(policy_builder *builder, policy_string scheme, policy_string code,
                                   policy_string label, policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  uint32_t count = policy_document_subject_count(document);
  if ((code.size == 0 && label.size == 0) || count >= POLICY__KEPT) return POLICY_OK;
  for (uint32_t n = 0; n < count; n++)
    if (policy__equal(policy_document_subject_code(document, n), code) &&
        policy__equal(policy_document_subject_label(document, n), label))
      return POLICY_OK;
  return policy_builder_add_subject(builder, &(policy_subject_record){scheme, code, label}, NULL, error);
}

/* Whether a date is there with the value, of any kind. */
static bool has_date(const policy_document *document, policy_string value) {
  for (uint32_t n = 0; n < policy_document_date_count(document); n++)
    if (policy__equal(policy_document_date_value(document, n), value)) return true;
  return false;
}

policy_status policy__keep_chosen(policy_builder *builder, policy_error *error) {
  const policy_document *document = policy_builder_document(builder);
  const policy_string text = {"text", 4}, date = policy_document_date(document);
  policy_status status = POLICY_OK;
  for (uint32_t n = 0; n < policy_document_author_count(document) && status == POLICY_OK; n++)
    status = policy__keep_contributor(builder, POLICY_CONTRIBUTOR_AUTHOR, policy_document_author(document, n), nothing,
                                      error);
  if (status == POLICY_OK)
    status = policy__keep_contributor(builder, POLICY_CONTRIBUTOR_PUBLISHER, policy_document_publisher(document),
                                      nothing, error);
  if (status == POLICY_OK && !has_date(document, date))
    status = policy__keep_date(builder, POLICY_DATE_PUBLISHED, date, text, error);
  if (status == POLICY_OK)
    status = policy__keep_identifier(builder, nothing, policy_document_identifier(document), error);
  if (status == POLICY_OK)
    status = policy__keep_identifier(builder, (policy_string){"url", 3}, policy_document_url(document), error);
  for (uint32_t n = 0; n < policy_document_topic_count(document) && status == POLICY_OK; n++)
    status = policy__keep_subject(builder, nothing, nothing, policy_document_topic(document, n), error);
  return status;
}
