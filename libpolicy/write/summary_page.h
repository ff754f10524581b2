/* What the parts of a summary share: the document, the lines that are being written, and a scratch buffer. */
#ifndef POLICY_WRITE_SUMMARY_PAGE_H
#define POLICY_WRITE_SUMMARY_PAGE_H

#include <policy/recommendation.h>

#include "write/flow.h"

typedef struct policy__page {
  const policy_document *document;
  const policy_allocator *allocator;
  policy__flow flow;
  policy_buffer scratch; /* of policy__page_words and policy__page_line */
} policy__page;

/* Clean words of a span or of a string. They live until the next call of either. */
policy_string policy__page_words(policy__page *page, policy_span span);
policy_string policy__page_line(policy__page *page, policy_string string);

/* Writes words in a style; afterwards the style is plain. */
void policy__page_put(policy__page *page, policy__style style, policy_string words);
void policy__page_say(policy__page *page, policy__style style, const char *text);

/* "25 February 2016" for "2016-02-25"; any other string as it is. */
void policy__page_put_date(policy__page *page, policy__style style, policy_string date);

/* The strings of a list, with commas. */
typedef policy_string policy__page_list(const policy_document *document, uint32_t n);
void policy__page_put_list(policy__page *page, policy__style style, policy__page_list *list, uint32_t count);

/* A number with its thing, "1 actor", "2,345 words"; `plural` is the whole word. */
void policy__page_put_count(policy__page *page, policy__style style, uint64_t count, const char *singular,
                            const char *plural);

/* A heading of the summary's own, with an empty line before and after it. */
void policy__page_section(policy__page *page, const char *title);

/* Notes a failure that did not come from writing. */
void policy__page_fail(policy__page *page, policy_status status);

/* Words of the document, boilerplate left out: runs without white space that have a letter or digit. */
uint64_t policy__page_count_words(const policy_document *document);

/* The document alone; and the recommendations of a summary. */
void policy__page_write_clean(policy__page *page);
void policy__page_write_recommendations(policy__page *page);

#endif
