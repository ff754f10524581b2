/* The small pieces that summaries are made of. */
#include "write/summary_page.h"

#include <stdio.h>
#include <string.h>

#include "text/utf8.h"

/* Between words that no line end may part: to people a space, to the wrapping a letter. */
#define NO_BREAK "\xC2\xA0"

void policy__page_fail(policy__page *page, policy_status status) {
  if (page->flow.writer->status == POLICY_OK) page->flow.writer->status = status;
}

static policy_string scratch_of(policy__page *page, policy_status status) {
  policy__page_fail(page, status);
  return (policy_string){page->scratch.data != NULL ? page->scratch.data : "", page->scratch.size};
}

policy_string policy__page_words(policy__page *page, policy_span span) {
  policy__writer writer = {&page->scratch, POLICY_OK};
  page->scratch.size = 0;
  policy__write_words(&writer, page->document, span);
  return scratch_of(page, writer.status);
}

policy_string policy__page_line(policy__page *page, policy_string string) {
  policy__writer writer = {&page->scratch, POLICY_OK};
  page->scratch.size = 0;
  policy__write_line(&writer, string);
  return scratch_of(page, writer.status);
}

void policy__page_put(policy__page *page, policy__style style, policy_string words) {
  page->flow.style = style;
  policy__flow_words(&page->flow, words);
  page->flow.style = POLICY__PLAIN;
}

void policy__page_say(policy__page *page, policy__style style, const char *text) {
  policy__page_put(page, style, (policy_string){text, strlen(text)});
}

void policy__page_section(policy__page *page, const char *title) {
  policy__flow_end(&page->flow);
  policy__flow_to(&page->flow, 0);
  policy__page_say(page, POLICY__BOLD, title);
  policy__flow_end(&page->flow);
  policy__flow_end(&page->flow);
}

/* ---- dates, lists, numbers ------------------------------------------------------------------------------ */

/* `count` digits at `at` as a number; -1 when they are none. */
static int digits(policy_string date, size_t at, size_t count) {
  int value = 0;
  for (size_t i = at; i < at + count; i++) {
    if (i >= date.size || date.data[i] < '0' || date.data[i] > '9') return -1;
    value = value * 10 + (date.data[i] - '0');
  }
  return value;
}

void policy__page_put_date(policy__page *page, policy__style style, policy_string date) {
  static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
  char words[64];
  int year = digits(date, 0, 4), month = digits(date, 5, 2), day = digits(date, 8, 2);
  bool dashed = date.size >= 7 && date.data[4] == '-' && year >= 0 && month >= 1 && month <= 12;
  if (dashed && date.size == 10 && date.data[7] == '-' && day >= 1) {
    (void)snprintf(words, sizeof words, "%d" NO_BREAK "%s" NO_BREAK "%d", day, months[month - 1], year);
    policy__page_say(page, style, words);
  } else if (dashed && date.size == 7) {
    (void)snprintf(words, sizeof words, "%s" NO_BREAK "%d", months[month - 1], year);
    policy__page_say(page, style, words);
  } else {
    policy__page_put(page, style, policy__page_line(page, date));
  }
}

void policy__page_put_list(policy__page *page, policy__style style, policy__page_list *list, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (i > 0) policy__page_say(page, style, ", ");
    policy__page_put(page, style, policy__page_line(page, list(page->document, i)));
  }
}

void policy__page_put_count(policy__page *page, policy__style style, uint64_t count, const char *singular,
                            const char *plural) {
  char digit[24], words[64];
  int size = snprintf(digit, sizeof digit, "%llu", (unsigned long long)count), to = 0;
  for (int i = 0; i < size; i++) {
    if (i > 0 && (size - i) % 3 == 0) words[to++] = ',';
    words[to++] = digit[i];
  }
  (void)snprintf(words + to, sizeof words - (size_t)to, NO_BREAK "%s", count == 1 ? singular : plural);
  policy__page_say(page, style, words);
}

static uint64_t words_in(policy_string text) {
  uint64_t count = 0;
  bool counted = false;
  for (const char *at = text.data, *end = at + text.size; at < end;) {
    unsigned class = policy__classify(policy__utf8_next(&at));
    if (class & POLICY__SPACE) counted = false;
    if (counted || (class & (POLICY__LETTER | POLICY__DIGIT)) == 0) continue;
    counted = true;
    count++;
  }
  return count;
}

uint64_t policy__page_count_words(const policy_document *document) {
  uint64_t count = 0;
  uint32_t blocks = policy_document_block_count(document);
  for (uint32_t i = 0; i < blocks; i++) {
    policy_block block = policy_document_block(document, i);
    if (policy_block_kind_of(block) != POLICY_BLOCK_BOILERPLATE)
      count += words_in(policy_document_slice(document, policy_block_span(block)));
  }
  return blocks > 0 ? count : words_in(policy_document_text(document));
}
