/* Metadata from blocks. */
#include "read/metadata.h"

#include <string.h>

#include "base/memory.h"
#include "base/status.h"
#include "read/boilerplate.h"
#include "read/citation.h"
#include "read/csl.h"
#include "read/kept.h"
#include "read/scan.h"
#include "text/language.h"
#include "text/utf8.h"

policy_string policy__finder_text(const policy__finder *finder, uint32_t n) {
  return policy_document_slice(finder->document, policy_block_span(policy_document_block(finder->document, n)));
}

policy_block_kind policy__finder_kind(const policy__finder *finder, uint32_t n) {
  return policy_block_kind_of(policy_document_block(finder->document, n));
}

/* ---- where the text begins ------------------------------------------------------------------------------- */

static bool holds_sentences(policy_string block) {
  for (size_t i = 0; i + 2 < block.size; i++)
    if ((block.data[i] == '.' || block.data[i] == '?') && block.data[i + 1] == ' ' &&
        block.data[i + 2] >= 'A' && block.data[i + 2] <= 'Z' && i > 3 && block.data[i - 2] != ' ' &&
        block.data[i - 2] != '.')
      return true;
  return false;
}

static bool is_running_text(policy_string block) {
  enum { LONG = 250, MIDDLE = 130 };
  return block.size >= LONG || (block.size >= MIDDLE && holds_sentences(block));
}

static uint32_t find_head(const policy__finder *finder) {
  uint32_t n = 0;
  while (n < finder->count && n < POLICY__HEAD) {
    policy_block_kind kind = policy__finder_kind(finder, n);
    bool text = kind == POLICY_BLOCK_PARAGRAPH || kind == POLICY_BLOCK_LIST_ITEM || kind == POLICY_BLOCK_QUOTE;
    if (text && is_running_text(policy__finder_text(finder, n))) break;
    n++;
  }
  return n;
}

/* ---- the citation ---------------------------------------------------------------------------------------- */

static bool is_citation_block(const policy__finder *finder, uint32_t n) {
  return n < finder->count && policy__finder_kind(finder, n) == POLICY_BLOCK_CITATION;
}

/* The document's own citation says so, or stands alone near the beginning or the end. */
static bool find_citation(const policy__finder *finder, policy__citation *citation) {
  for (int alone = 0; alone < 2; alone++)
    for (uint32_t n = 0; n < finder->count; n++) {
      if (n == POLICY__HEAD && finder->count > POLICY__HEAD + POLICY__TAIL) n = finder->count - POLICY__TAIL;
      if (!is_citation_block(finder, n) || !policy__citation_parse(policy__finder_text(finder, n), citation))
        continue;
      bool neighbours = is_citation_block(finder, n + 1) || (n > 0 && is_citation_block(finder, n - 1));
      bool edge = n <= finder->head || n + 12 >= finder->count;
      if (citation->own || (alone == 1 && edge && !neighbours)) return true;
    }
  return false;
}

/* The names of the citation, each in the fuller form that the byline has. */
static void merge_authors(policy__facts *facts, policy_string list) {
  policy__person cited[POLICY__PERSONS];
  size_t count = policy__persons_read(list, cited), agreed = 0;
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < facts->author_count; k++) {
      if (!policy__persons_agree(cited[i], facts->authors[k])) continue;
      agreed++;
      if (facts->authors[k].given.size > cited[i].given.size) cited[i] = facts->authors[k];
      break;
    }
  if (count == 0 || (facts->author_count > 0 && agreed < facts->author_count)) return;
  memcpy(facts->authors, cited, count * sizeof *cited);
  facts->author_count = count;
}

static void merge_citation(policy__facts *facts, const policy__citation *citation) {
  if (facts->title.size == 0) facts->title = citation->title;
  if (facts->url.size == 0) facts->url = citation->url;
  if (facts->doi.size == 0) facts->doi = citation->doi;
  facts->online = citation->online;
  facts->container = citation->container;
  if (facts->publisher.size == 0) facts->publisher = citation->container;
  if (facts->date.year == 0 && citation->year.size == 4)
    for (size_t i = 0; i < 4; i++)
      facts->date.year = (uint16_t)(facts->date.year * 10 + (citation->year.data[i] - '0'));
  merge_authors(facts, citation->authors);
}

/* ---- the publisher of a notice of copyright -------------------------------------------------------------- */

static policy_string holder_of(policy_string notice) {
  static const char *const signs[] = {"\xC2\xA9", "copyright", "(c)"};
  policy_string nothing = {"", 0};
  bool found = false;
  for (int round = 0; round < 2; round++)
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
      size_t at = policy__begins(notice, signs[i]);
      if (at == 0) continue;
      notice = policy__trim(policy__piece(notice, at, notice.size));
      found = true;
    }
  if (!found) return nothing;
  notice = policy__strip(notice, "0123456789-,. ");
  if (policy__find_in(notice, 0, "\xE2\x80\x93") == 0)
    notice = policy__strip(policy__piece(notice, 3, notice.size), "0123456789,. ");
  size_t by = policy__begins(notice, "by");
  notice = policy__trim(policy__piece(notice, by, notice.size));
  notice = policy__strip(policy__piece(notice, 0, policy__find_in(notice, 0, ". ")), ".,");
  size_t all = policy__find_in(notice, 0, "All rights");
  notice = policy__strip(policy__piece(notice, 0, all), ".,-| ");
  bool name = notice.size > 1 && notice.size < 80 &&
              (policy__classify(policy__first_point(notice)) & POLICY__UPPER) != 0;
  return name ? notice : nothing;
}

static void find_holder(policy__finder *finder) {
  for (uint32_t n = finder->count > POLICY__TAIL ? finder->count - POLICY__TAIL : 0; n < finder->count; n++) {
    if (finder->facts.publisher.size > 0) return;
    if (policy__finder_kind(finder, n) == POLICY_BLOCK_BOILERPLATE)
      finder->facts.publisher = holder_of(policy__finder_text(finder, n));
  }
}

/* ---- setting --------------------------------------------------------------------------------------------- */

typedef struct setter {
  policy_builder *builder;
  policy_buffer line;
  policy_error *error;
  policy_status status;
} setter;

/* Sets a field to a piece of text on one line. */
static void set(setter *s, policy_field field, policy_string value) {
  size_t at = 0;
  bool space = false;
  s->line.size = 0;
  value = policy__trim(value);
  if (value.size == 0 || s->status != POLICY_OK) return;
  while (at < value.size) {
    const char *p = value.data + at;
    bool white = (policy__classify(policy__utf8_next(&p)) & POLICY__SPACE) != 0;
    size_t next = (size_t)(p - value.data);
    policy_status status = POLICY_OK;
    if (!white) status = policy_buffer_append(&s->line, value.data + at, next - at);
    else if (!space) status = policy_buffer_append(&s->line, " ", 1);
    if (status != POLICY_OK) s->status = policy__fail_plain(s->error, status);
    if (status != POLICY_OK) return;
    space = white;
    at = next;
  }
  s->status = policy_builder_set(s->builder, field, (policy_string){s->line.data, s->line.size}, s->error);
}

static void set_absent(setter *s, policy_field field, policy_string present, policy_string value) {
  if (present.size == 0) set(s, field, value);
}

static void set_authors(setter *s, const policy__facts *facts) {
  char name[512];
  for (size_t i = 0; i < facts->author_count; i++) {
    size_t size = policy__person_write(facts->authors[i], name, sizeof name);
    set(s, POLICY_FIELD_AUTHOR, (policy_string){name, size});
  }
}

static void set_citation(setter *s, const policy__facts *facts) {
  policy_buffer item = {.allocator = s->line.allocator};
  bool known =
      facts->title.size > 0 && (facts->author_count > 0 || facts->date.year > 0 || facts->publisher.size > 0);
  if (!known || s->status != POLICY_OK) return;
  policy_status status = policy__csl_write(facts, policy_builder_document(s->builder), &item);
  if (status != POLICY_OK) s->status = policy__fail_plain(s->error, status);
  else
    s->status =
        policy_builder_set(s->builder, POLICY_FIELD_CITATION, (policy_string){item.data, item.size}, s->error);
  policy_buffer_free(&item);
}

/* Adds to the lists what the text says, and the chosen values. */
static policy_status keep_facts(setter *s, const policy__facts *facts) {
  char name[512];
  policy_status status = policy__keep_identifier(s->builder, (policy_string){"doi", 3}, facts->doi, s->error);
  if (status == POLICY_OK)
    status = policy__keep_identifier(s->builder, (policy_string){"isbn", 4}, facts->isbn, s->error);
  for (size_t i = 0; i < facts->other_count && status == POLICY_OK; i++) {
    size_t size = policy__person_write(facts->others[i].person, name, sizeof name);
    status = policy__keep_contributor(s->builder, facts->others[i].role, (policy_string){name, size},
                                      (policy_string){"", 0}, s->error);
  }
  return status == POLICY_OK ? policy__keep_chosen(s->builder, s->error) : status;
}

static void set_facts(setter *s, const policy__finder *finder) {
  const policy_document *document = finder->document;
  const policy__facts *facts = &finder->facts;
  char date[POLICY__DATE_SIZE];
  policy__date_write(facts->date, date);
  set_absent(s, POLICY_FIELD_TITLE, policy_document_title(document), facts->title);
  set_absent(s, POLICY_FIELD_SUBTITLE, policy_document_subtitle(document), facts->subtitle);
  set_absent(s, POLICY_FIELD_DATE, policy_document_date(document), (policy_string){date, strlen(date)});
  set_absent(s, POLICY_FIELD_PUBLISHER, policy_document_publisher(document), facts->publisher);
  set_absent(s, POLICY_FIELD_LANGUAGE, policy_document_language(document),
             (policy_string){facts->language, strlen(facts->language)});
  const char *type = policy__find_type(finder);
  set_absent(s, POLICY_FIELD_TYPE, policy_document_type(document), (policy_string){type, strlen(type)});
  set_absent(s, POLICY_FIELD_IDENTIFIER, policy_document_identifier(document), facts->identifier);
  set_absent(s, POLICY_FIELD_URL, policy_document_url(document), facts->url);
  if (policy_document_author_count(document) == 0) set_authors(s, facts);
  if (policy_document_topic_count(document) == 0)
    for (size_t i = 0; i < facts->topic_count; i++) set(s, POLICY_FIELD_TOPIC, facts->topics[i]);
  if (policy_document_region_count(document) == 0)
    for (size_t i = 0; i < facts->region_count; i++) set(s, POLICY_FIELD_REGION, facts->regions[i]);
  if (s->status == POLICY_OK) s->status = keep_facts(s, facts);
  if (policy_document_citation(document).size == 0) set_citation(s, facts);
}

/* How many blocks from `n` on have, one after another, the words of the title; 0: they have not. */
static uint32_t blocks_of_title(const policy__finder *finder, policy_string title, uint32_t n) {
  enum { MOST = 6 };
  size_t at = 0;
  for (uint32_t i = 0; i < MOST && n + i < finder->count; i++) {
    policy_string block = policy__finder_text(finder, n + i);
    size_t inside = 0;
    for (policy_string word = policy__next_word(block, &inside); word.size > 0;
         word = policy__next_word(block, &inside)) {
      policy_string wanted = policy__next_word(title, &at);
      if (word.size != wanted.size || memcmp(word.data, wanted.data, word.size) != 0) return 0;
    }
    size_t rest = at;
    if (policy__next_word(title, &rest).size == 0) return at > 0 ? i + 1 : 0;
  }
  return 0;
}

/* A title that the reader knew stays; it stands where blocks near the beginning say the same. */
static void keep_title(policy__finder *finder) {
  policy_string title = policy_document_title(finder->document);
  if (title.size == 0) return;
  finder->facts.title = title;
  for (uint32_t n = 0; n < finder->count && n < POLICY__HEAD && finder->title == POLICY_NONE; n++) {
    uint32_t blocks = blocks_of_title(finder, title, n);
    if (blocks > 0) finder->title = n + blocks - 1;
  }
}

static void find_facts(policy__finder *finder) {
  policy__citation citation;
  keep_title(finder);
  policy_string told = policy_document_language(finder->document);
  finder->facts.language = told.size > 0 ? told.data : policy__language_of(policy_document_text(finder->document));
  policy__find_labels(finder);
  policy__find_title(finder);
  policy__find_identifier(finder);
  policy__find_date(finder);
  policy__find_topics(finder);
  policy__find_byline(finder);
  if (find_citation(finder, &citation)) merge_citation(&finder->facts, &citation);
  find_holder(finder);
}

policy_status policy__read_metadata(policy_builder *builder, const policy_allocator *allocator,
                                    policy_error *error) {
  static const policy_string nothing = {"", 0};
  if (allocator == NULL) allocator = &policy__malloc_allocator;
  policy__finder *finder = policy__allocate(allocator, sizeof *finder);
  if (finder == NULL) return policy__fail_plain(error, POLICY_ERROR_NO_MEMORY);
  memset(finder, 0, sizeof *finder);
  finder->document = policy_builder_document(builder);
  finder->count = policy_document_block_count(finder->document);
  finder->title = finder->date = POLICY_NONE;
  policy__facts *facts = &finder->facts;
  policy_string *strings[] = {&facts->title, &facts->subtitle,   &facts->publisher, &facts->container,
                              &facts->doi,   &facts->identifier, &facts->isbn,      &facts->url};
  for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) *strings[i] = nothing;
  finder->head = find_head(finder);
  find_facts(finder);
  setter s = {builder, {.allocator = *allocator}, error, POLICY_OK};
  set_facts(&s, finder);
  policy_buffer_free(&s.line);
  policy__release(allocator, finder, sizeof *finder);
  return s.status;
}
