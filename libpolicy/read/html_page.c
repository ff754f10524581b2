/* Pages: their beginning and end, and the attributes of their tags. */
#include "read/html_page.h"

#include <string.h>

#include "base/ascii.h"

void policy__html_page_init(policy__html_page *page, policy_string source, const policy_limits *limits,
                            const policy_allocator *allocator) {
  *page = (policy__html_page){.source = source, .status = POLICY_OK};
  const policy_string nothing = {"", 0};
  policy__html_head *head = &page->head;
  head->title = head->language = head->canonical = nothing;
  page->nesting = limits->nesting < POLICY__HTML_NESTING ? limits->nesting : POLICY__HTML_NESTING;
  page->elements_most = limits->elements;
  page->budget_most = (size_t)(limits->memory / 2);
  page->skeleton.allocator = *allocator;
  policy__array_init(&page->elements, allocator, sizeof(policy__html_element), limits->elements);
  policy__array_init(&page->pieces, allocator, sizeof(policy__html_piece), UINT32_MAX - 1);
  policy__array_init(&page->marks, allocator, sizeof(policy__html_mark), UINT32_MAX - 1);
  policy__array_init(&page->calls, allocator, sizeof(policy_string), POLICY__HTML_CALLS);
  policy__array_init(&page->runs, allocator, sizeof(policy__html_run), UINT32_MAX - 1);
  policy__array_init(&head->metas, allocator, sizeof(policy__html_said), POLICY__HTML_METAS);
  policy__array_init(&head->times, allocator, sizeof(policy__html_said), POLICY__HTML_TIMES);
  policy__array_init(&head->bylines, allocator, sizeof(uint32_t), POLICY__HTML_BYLINES);
  policy__array_init(&head->scripts, allocator, sizeof(policy_string), POLICY__HTML_SCRIPTS);
}

void policy__html_page_free(policy__html_page *page) {
  policy_buffer_free(&page->skeleton);
  policy__html_head *head = &page->head;
  policy__array *arrays[] = {&page->elements, &page->pieces, &page->runs,    &page->marks,  &page->calls,
                             &head->metas,    &head->times,  &head->scripts, &head->bylines};
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) policy__array_free(arrays[i]);
}

/* ---- attributes ------------------------------------------------------------------------------------------- */

static char lower_of(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool policy__html_begins(const char *text, const char *lower, size_t size) {
  for (size_t i = 0; i < size; i++)
    if (lower_of(text[i]) != lower[i]) return false;
  return true;
}

bool policy__html_attribute_next(const char **at, const char *end, policy__html_attribute *attribute) {
  const char *p = *at;
  attribute->closed = false;
  while (p < end && (policy__is_white(*p) || *p == '/')) attribute->closed = *p++ == '/';
  attribute->name = attribute->value = (policy_string){p, 0};
  if (p == end || *p == '>') return *at = p < end ? p + 1 : NULL, false;
  const char *begin = p++;
  while (p < end && !policy__is_white(*p) && *p != '/' && *p != '>' && *p != '=') p++;
  attribute->name = (policy_string){begin, (size_t)(p - begin)};
  const char *after = p;
  while (after < end && policy__is_white(*after)) after++;
  if (after == end || *after != '=') return *at = p, true;
  p = after + 1;
  while (p < end && policy__is_white(*p)) p++;
  if (p < end && (*p == '"' || *p == '\'')) {
    const char *close = memchr(p + 1, *p, (size_t)(end - p - 1));
    if (close == NULL) return *at = NULL, false;
    attribute->value = (policy_string){p + 1, (size_t)(close - p - 1)};
    return *at = close + 1, true;
  }
  begin = p;
  while (p < end && !policy__is_white(*p) && *p != '>') p++;
  attribute->value = (policy_string){begin, (size_t)(p - begin)};
  return *at = p, true;
}
