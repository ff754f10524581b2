/* Styles of OpenDocument. */
#include "read/odt_styles.h"

#include <string.h>

#include "base/equal.h"
#include "base/status.h"

enum { STYLES = 65536, LISTS = 4096, CHAIN = 32, SIGNS = 64, NAME = 256 };

void policy__odt_styles_init(policy__odt_styles *styles, const policy_allocator *allocator) {
  *styles = (policy__odt_styles){.outline = POLICY_NONE};
  styles->text.allocator = *allocator;
  policy__array_init(&styles->lists, allocator, sizeof(policy__odt_list), LISTS);
  policy__array_init(&styles->styles, allocator, sizeof(policy__odt_style), STYLES);
  policy__table_init(&styles->lists_by_name, allocator);
  policy__table_init(&styles->styles_by_name, allocator);
}

void policy__odt_styles_free(policy__odt_styles *styles) {
  policy_buffer_free(&styles->text);
  policy__array_free(&styles->lists);
  policy__array_free(&styles->styles);
  policy__table_free(&styles->lists_by_name);
  policy__table_free(&styles->styles_by_name);
}

static policy_string held(const policy__odt_styles *s, policy_span span) {
  return span.end > span.begin ? (policy_string){s->text.data + span.begin, span.end - span.begin}
                               : (policy_string){"", 0};
}

/* Keeps a string of at most so many bytes; a longer one is none. */
static policy_status hold(policy__odt_styles *s, policy_string string, size_t most, policy_span *span) {
  span->begin = span->end = (uint32_t)s->text.size;
  if (string.size > most) return POLICY_OK;
  policy_status status = policy_buffer_append(&s->text, string.data, string.size);
  span->end = (uint32_t)s->text.size;
  return status;
}

static int32_t number_in(const policy__xml_element *element, const char *name, int32_t least, int32_t most,
                         int32_t other) {
  int32_t number = other;
  if (!policy__label_number(policy__xml_attribute(element, name), &number) || number < least) return other;
  return number < most ? number : most;
}

/* ---- reading --------------------------------------------------------------------------------------------- */

static policy_status begin_list(policy__odt_styles *s, const policy__xml_element *element, bool outline) {
  policy_status status = POLICY_OK;
  s->in_list = false;
  if (s->lists.count == LISTS) return POLICY_OK;
  policy__odt_list *list = policy__array_push(&s->lists, &status);
  if (list == NULL) return status;
  s->in_list = true;
  for (size_t i = 0; i < POLICY__ODT_LEVELS; i++)
    list->levels[i] = (policy__odt_level){.start = 1, .format = POLICY__FORMAT_NONE, .display = 1};
  if (outline) s->outline = (uint32_t)s->lists.count - 1;
  return outline ? POLICY_OK : hold(s, policy__xml_attribute(element, "name"), NAME, &list->name);
}

/* A level of the last list. */
static policy_status set_level(policy__odt_styles *s, const policy__xml_element *element) {
  policy__odt_list *list = POLICY__AT(&s->lists, policy__odt_list, s->lists.count - 1);
  int32_t n = number_in(element, "level", 1, POLICY__ODT_LEVELS + 1, POLICY__ODT_LEVELS + 1);
  if (n > POLICY__ODT_LEVELS) return POLICY_OK;
  policy__odt_level *level = &list->levels[n - 1];
  bool bullet = policy__equal_word(element->name, "list-level-style-bullet");
  policy_string format = policy__xml_attribute(element, "num-format");
  level->format = (uint8_t)(bullet ? POLICY__FORMAT_BULLET : policy__label_format(format, POLICY__FORMAT_NONE));
  level->start = number_in(element, "start-value", 0, INT32_MAX, 1);
  level->display = (uint8_t)number_in(element, "display-levels", 1, n, 1);
  if (bullet) return hold(s, policy__xml_attribute(element, "bullet-char"), SIGNS, &level->prefix);
  policy_status status = hold(s, policy__xml_attribute(element, "num-prefix"), SIGNS, &level->prefix);
  return status == POLICY_OK ? hold(s, policy__xml_attribute(element, "num-suffix"), SIGNS, &level->suffix) : status;
}

static policy_status begin_style(policy__odt_styles *s, const policy__xml_element *element) {
  policy_status status = POLICY_OK;
  s->told = NULL;
  if (!policy__equal_word(policy__xml_attribute(element, "family"), "paragraph") || s->styles.count == STYLES)
    return POLICY_OK;
  policy__odt_style *style = policy__array_push(&s->styles, &status);
  if (style == NULL) return status;
  s->told = &style->language; /* until the next style */
  status = hold(s, policy__xml_attribute(element, "name"), NAME, &style->name);
  return status == POLICY_OK ? hold(s, policy__xml_attribute(element, "parent-style-name"), NAME, &style->parent)
                             : status;
}

/* "fr" and "CA" to "fr-CA"; "none" and "zxx" are no languages. */
static policy_status set_language(policy__odt_styles *s, const policy__xml_element *element) {
  policy_string language = policy__xml_attribute(element, "language"), country = policy__xml_attribute(element, "country");
  bool none = policy__equal_word(language, "none") || policy__equal_word(language, "zxx");
  if (language.size < 2 || language.size > 8 || none) return POLICY_OK;
  policy_status status = hold(s, language, 8, s->told);
  if (status != POLICY_OK || country.size != 2) return status;
  status = policy_buffer_append(&s->text, "-", 1);
  if (status == POLICY_OK) status = policy_buffer_append(&s->text, country.data, country.size);
  s->told->end = (uint32_t)s->text.size;
  return status;
}

static policy_status begin(void *context, const policy__xml_element *element) {
  policy__odt_styles *s = context;
  policy_string name = element->name;
  if (policy__equal_word(name, "list-style")) return begin_list(s, element, false);
  if (policy__equal_word(name, "outline-style")) return begin_list(s, element, true);
  bool level = policy__equal_word(name, "list-level-style-number") || policy__equal_word(name, "outline-level-style") ||
               policy__equal_word(name, "list-level-style-bullet");
  if (level) return s->in_list ? set_level(s, element) : POLICY_OK;
  if (policy__equal_word(name, "style")) return begin_style(s, element);
  if (policy__equal_word(name, "default-style"))
    s->told = policy__equal_word(policy__xml_attribute(element, "family"), "paragraph") ? &s->language : NULL;
  return s->told != NULL && policy__equal_word(name, "text-properties") ? set_language(s, element) : POLICY_OK;
}

static policy_status end(void *context, policy_string name) {
  policy__odt_styles *s = context;
  if (policy__equal_word(name, "style") || policy__equal_word(name, "default-style")) s->told = NULL;
  if (policy__equal_word(name, "list-style") || policy__equal_word(name, "outline-style")) s->in_list = false;
  return POLICY_OK;
}

policy_status policy__odt_styles_read(policy__odt_styles *styles, policy_string xml, const policy_limits *limits,
                                      policy_error *error) {
  const policy__xml_handler handler = {styles, begin, NULL, end};
  policy__xml_oddities oddities = {0, 0};
  policy_status status =
      policy__xml_parse(xml.data, xml.size, limits, &styles->text.allocator, &handler, &oddities, error);
  styles->told = NULL;
  styles->in_list = false;
  return status;
}

policy_status policy__odt_styles_settle(policy__odt_styles *s) {
  policy_status status = POLICY_OK;
  for (size_t i = s->lists.count; i-- > 0 && status == POLICY_OK;) {
    policy_string name = held(s, POLICY__AT(&s->lists, policy__odt_list, i)->name);
    if (name.size > 0 && policy__table_find(&s->lists_by_name, name) == POLICY_NONE)
      status = policy__table_add(&s->lists_by_name, name, (uint32_t)i);
  }
  for (size_t i = s->styles.count; i-- > 0 && status == POLICY_OK;) {
    policy_string name = held(s, POLICY__AT(&s->styles, policy__odt_style, i)->name);
    if (policy__table_find(&s->styles_by_name, name) == POLICY_NONE)
      status = policy__table_add(&s->styles_by_name, name, (uint32_t)i);
  }
  return status;
}

/* ---- asking ---------------------------------------------------------------------------------------------- */

uint32_t policy__odt_list_find(const policy__odt_styles *styles, policy_string name) {
  return name.size > 0 ? policy__table_find(&styles->lists_by_name, name) : POLICY_NONE;
}

static policy__odt_list *list_at(const policy__odt_styles *s, uint32_t list) {
  return POLICY__AT(&s->lists, policy__odt_list, list);
}

void policy__odt_list_restart(policy__odt_styles *styles, uint32_t list, uint32_t level) {
  for (uint32_t i = level; i <= POLICY__ODT_LEVELS && list != POLICY_NONE; i++)
    list_at(styles, list)->levels[i - 1].begun = false;
}

static void count_on(policy__odt_list *list, uint32_t level, const int32_t *given) {
  policy__odt_level *own = &list->levels[level - 1];
  if (given != NULL) own->count = *given;
  else
    own->count = own->begun ? own->count + 1 : own->start;
  own->begun = true;
  for (uint32_t i = level; i < POLICY__ODT_LEVELS; i++) list->levels[i].begun = false;
}

policy_status policy__odt_list_next(policy__odt_styles *styles, uint32_t list, uint32_t level, const int32_t *given,
                                    policy_buffer *label) {
  if (list == POLICY_NONE || level == 0 || level > POLICY__ODT_LEVELS) return POLICY_OK;
  policy__odt_level *levels = list_at(styles, list)->levels;
  const policy__odt_level *own = &levels[level - 1];
  count_on(list_at(styles, list), level, given);
  policy_string prefix = held(styles, own->prefix), suffix = held(styles, own->suffix);
  policy_status status = POLICY_OK;
  if (own->format == POLICY__FORMAT_NONE) return POLICY_OK;
  if (own->format == POLICY__FORMAT_BULLET) status = policy__label_bullet(prefix, label);
  else
    status = policy_buffer_append(label, prefix.data, prefix.size);
  bool first = true;
  for (uint32_t i = level - own->display; i < level && own->format != POLICY__FORMAT_BULLET; i++) {
    if (levels[i].format == POLICY__FORMAT_NONE || levels[i].format == POLICY__FORMAT_BULLET) continue;
    if (!first && status == POLICY_OK) status = policy_buffer_append(label, ".", 1);
    int64_t number = levels[i].begun ? levels[i].count : levels[i].start;
    if (status == POLICY_OK) status = policy__label_put(number, (policy__number_format)levels[i].format, label);
    first = false;
  }
  if (status == POLICY_OK) status = policy_buffer_append(label, suffix.data, suffix.size);
  return status == POLICY_OK && label->size > 0 ? policy_buffer_append(label, " ", 1) : status;
}

policy_string policy__odt_language(const policy__odt_styles *styles, policy_string style) {
  uint32_t n = policy__table_find(&styles->styles_by_name, style);
  for (int step = 0; step < CHAIN && n != POLICY_NONE; step++) {
    const policy__odt_style *at = POLICY__AT(&styles->styles, policy__odt_style, n);
    policy_string language = held(styles, at->language), parent = held(styles, at->parent);
    bool usual = policy__equal(language, held(styles, styles->language));
    if (language.size > 0) return usual ? (policy_string){"", 0} : language;
    n = parent.size > 0 ? policy__table_find(&styles->styles_by_name, parent) : POLICY_NONE;
  }
  return (policy_string){"", 0};
}
