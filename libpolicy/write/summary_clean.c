/* The document alone, for people: metadata, then its blocks as clean text. */
#include <stdio.h>
#include <string.h>

#include "text/utf8.h"
#include "write/summary_page.h"

enum { LABEL_COLUMNS = 12, BULLET_COLUMNS = 2 };

/* ---- metadata ------------------------------------------------------------------------------------------- */

static void put_label(policy__page *page, const char *label) {
  policy__flow_to(&page->flow, 0);
  policy__page_say(page, POLICY__DIM, label);
  policy__flow_to(&page->flow, LABEL_COLUMNS);
}

static void put_row(policy__page *page, const char *label, policy__style style, policy_string value) {
  if (value.size == 0) return;
  put_label(page, label);
  policy__page_put(page, style, policy__page_line(page, value));
  policy__flow_end(&page->flow);
}

static void put_list_row(policy__page *page, const char *label, policy__page_list *list, uint32_t count) {
  if (count == 0) return;
  put_label(page, label);
  policy__page_put_list(page, POLICY__PLAIN, list, count);
  policy__flow_end(&page->flow);
}

static void put_source(policy__page *page) {
  const policy_document *document = page->document;
  policy_string parts[] = {policy_document_source_name(document), policy_document_media_type(document),
                           policy_document_charset(document)};
  put_label(page, "source");
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (parts[i].size == 0) continue;
    policy__page_put(page, POLICY__PLAIN, policy__page_line(page, parts[i]));
    policy__page_say(page, POLICY__PLAIN, ", ");
  }
  uint32_t pages = policy_document_page_count(document);
  if (pages > 0) policy__page_put_count(page, POLICY__PLAIN, pages, "page", "pages");
  if (pages > 0) policy__page_say(page, POLICY__PLAIN, ", ");
  policy__page_put_count(page, POLICY__PLAIN, policy_document_source_size(document), "byte", "bytes");
  policy__flow_end(&page->flow);
}

static void write_metadata(policy__page *page) {
  const policy_document *document = page->document;
  put_row(page, "title", POLICY__BOLD, policy_document_title(document));
  put_row(page, "subtitle", POLICY__PLAIN, policy_document_subtitle(document));
  put_list_row(page, "authors", policy_document_author, policy_document_author_count(document));
  policy_string date = policy_document_date(document);
  if (date.size > 0) {
    put_label(page, "date");
    policy__page_put_date(page, POLICY__PLAIN, date);
    policy__flow_end(&page->flow);
  }
  put_row(page, "publisher", POLICY__PLAIN, policy_document_publisher(document));
  put_list_row(page, "topics", policy_document_topic, policy_document_topic_count(document));
  put_list_row(page, "regions", policy_document_region, policy_document_region_count(document));
  put_row(page, "language", POLICY__PLAIN, policy_document_language(document));
  put_row(page, "type", POLICY__PLAIN, policy_document_type(document));
  put_row(page, "identifier", POLICY__PLAIN, policy_document_identifier(document));
  put_row(page, "address", POLICY__PLAIN, policy_document_url(document));
  put_source(page);
}

/* ---- blocks --------------------------------------------------------------------------------------------- */

/* The words behind a bullet that they begin with; all of them when they begin with none. */
static policy_string without_bullet(policy_string words, bool *bullet) {
  *bullet = false;
  if (words.size == 0) return words;
  const char *at = words.data, *end = at + words.size;
  uint32_t c = policy__utf8_next(&at);
  bool is_bullet = c == '-' || c == '*' || c == 0xB7 || (c >= 0x2010 && c <= 0x2015) || c == 0x2022 ||
                   c == 0x2023 || c == 0x2043 || c == 0x25AA || c == 0x25CF || c == 0x25E6;
  if (!is_bullet || at == end || *at != ' ') return words;
  *bullet = true;
  return (policy_string){at + 1, (size_t)(end - at - 1)};
}

/* The columns, and bytes, of "1." or "(a)" with the space behind it, by which an item is indented; or 0. */
static size_t number_columns(policy_string words) {
  bool digit = false, close = false;
  for (size_t i = 0; i < words.size && i < 8; i++) {
    char c = words.data[i];
    if (c == ' ') return close && i > 1 ? i + 1 : 0;
    close = c == '.' || c == ')';
    digit = digit || (c >= '0' && c <= '9');
  }
  return 0;
}

static void put_item(policy__page *page, policy_block block, policy_string words) {
  bool bullet;
  uint32_t level = policy_block_level(block);
  size_t column = level > 1 ? 2 * (level < 10 ? level - 1 : 9) : 0;
  words = without_bullet(words, &bullet);
  size_t number = bullet ? 0 : number_columns(words);
  policy__flow_to(&page->flow, column);
  if (number == 0) policy__page_say(page, POLICY__PLAIN, "\u2022");
  else policy__page_put(page, POLICY__PLAIN, (policy_string){words.data, number});
  policy__flow_to(&page->flow, column + (number > 0 ? number : BULLET_COLUMNS));
  policy__page_put(page, POLICY__PLAIN, (policy_string){words.data + number, words.size - number});
}

static void put_heading(policy__page *page, policy_block block, policy_string words) {
  uint32_t level = policy_block_level(block);
  policy__flow_to(&page->flow, 0);
  for (uint32_t i = 0; i < (level < 6 ? level : 6) || i < 1; i++) policy__page_say(page, POLICY__BOLD, "#");
  policy__page_say(page, POLICY__BOLD, " ");
  policy__page_put(page, POLICY__BOLD, words);
}

/* Tables keep their lines, which are not wrapped. */
static void put_table(policy__page *page, policy_span span) {
  const char *text = policy_document_text(page->document).data;
  size_t width = page->flow.width;
  page->flow.width = SIZE_MAX / 2;
  for (uint32_t at = span.begin; at < span.end;) {
    const char *line = memchr(text + at, '\n', span.end - at);
    uint32_t end = line != NULL ? (uint32_t)(line - text) : span.end;
    policy__flow_to(&page->flow, 0);
    for (uint32_t cell = at; cell <= end && at < end;) {
      const char *tab = memchr(text + cell, '\t', end - cell);
      uint32_t stop = tab != NULL ? (uint32_t)(tab - text) : end;
      policy__page_put(page, POLICY__PLAIN, policy__page_words(page, (policy_span){cell, stop}));
      if (tab == NULL) break;
      policy__page_say(page, POLICY__DIM, " | ");
      cell = stop + 1;
    }
    at = end + 1;
    if (at < span.end) policy__flow_end(&page->flow);
  }
  page->flow.width = width;
}

static void put_block(policy__page *page, policy_block block) {
  policy_block_kind kind = policy_block_kind_of(block);
  policy_span span = policy_block_span(block);
  if (kind == POLICY_BLOCK_TABLE) {
    put_table(page, span);
    return;
  }
  policy_string words = policy__page_words(page, span);
  bool aside = kind == POLICY_BLOCK_FOOTNOTE || kind == POLICY_BLOCK_CITATION || kind == POLICY_BLOCK_CAPTION;
  if (kind == POLICY_BLOCK_LIST_ITEM) put_item(page, block, words);
  else if (kind == POLICY_BLOCK_HEADING) put_heading(page, block, words);
  else {
    policy__flow_to(&page->flow, kind == POLICY_BLOCK_QUOTE ? 4 : 0);
    policy__page_put(page, aside ? POLICY__DIM : POLICY__PLAIN, words);
  }
}

void policy__page_write_clean(policy__page *page) {
  uint32_t count = policy_document_block_count(page->document);
  bool in_list = false;
  write_metadata(page);
  for (uint32_t i = 0; i < count; i++) {
    policy_block block = policy_document_block(page->document, i);
    policy_block_kind kind = policy_block_kind_of(block);
    if (kind == POLICY_BLOCK_BOILERPLATE) continue;
    if (!in_list || kind != POLICY_BLOCK_LIST_ITEM) policy__flow_end(&page->flow);
    in_list = kind == POLICY_BLOCK_LIST_ITEM;
    put_block(page, block);
    policy__flow_end(&page->flow);
  }
}
