/* Styles and numbering of DOCX. */
#include "read/docx_styles.h"

#include <stdlib.h>
#include <string.h>

#include "base/equal.h"
#include "base/status.h"

enum {
  STYLES = 65536, /* of a document: Word allows 4,079 */
  CHAIN = 32,     /* styles that one is based on, at most */
  LABEL = 64,     /* bytes of a number's pattern */
  ANY_ABOVE = 10
};

void policy__docx_styles_init(policy__docx_styles *styles, const policy_allocator *allocator) {
  *styles = (policy__docx_styles){.standard = POLICY_NONE};
  styles->text.allocator = styles->labels.allocator = *allocator;
  policy__array_init(&styles->styles, allocator, sizeof(policy__docx_style), STYLES);
  policy__array_init(&styles->lists, allocator, sizeof(policy__docx_list), STYLES);
  policy__array_init(&styles->numbers, allocator, sizeof(policy__docx_number), STYLES);
  policy__table_init(&styles->names, allocator);
}

void policy__docx_styles_free(policy__docx_styles *styles) {
  policy_buffer_free(&styles->text);
  policy_buffer_free(&styles->labels);
  policy__array_free(&styles->styles);
  policy__array_free(&styles->lists);
  policy__array_free(&styles->numbers);
  policy__table_free(&styles->names);
}

static policy_string held(const policy_buffer *buffer, policy_span span) {
  return span.end > span.begin ? (policy_string){buffer->data + span.begin, span.end - span.begin}
                               : (policy_string){"", 0};
}

static policy_status hold(policy_buffer *buffer, policy_string string, policy_span *span) {
  span->begin = span->end = (uint32_t)buffer->size;
  if (string.size > 1024) return POLICY_OK;
  policy_status status = policy_buffer_append(buffer, string.data, string.size);
  span->end = (uint32_t)buffer->size;
  return status;
}

/* A number in an attribute, at most `most`; `none` where there is none. */
static uint32_t number_in(const policy__xml_element *element, const char *name, uint32_t most, uint32_t none) {
  policy_string value = policy__xml_attribute(element, name);
  uint64_t number = 0;
  if (value.size == 0 || value.size > 10) return none;
  for (size_t i = 0; i < value.size; i++) {
    if (value.data[i] < '0' || value.data[i] > '9') return none;
    number = number * 10 + (uint64_t)(value.data[i] - '0');
  }
  return number <= most ? (uint32_t)number : none;
}

static bool is_on(const policy__xml_element *element) {
  policy_string value = policy__xml_attribute(element, "val");
  return value.size == 0 || policy__equal_word(value, "1") || policy__equal_word(value, "true") ||
         policy__equal_word(value, "on");
}

/* ---- styles ---------------------------------------------------------------------------------------------- */

void policy__docx_property(policy__docx_style *style, const policy__xml_element *element) {
  if (policy__equal_word(element->name, "outlineLvl")) {
    uint32_t level = number_in(element, "val", POLICY__LEVELS, POLICY__LEVELS);
    style->says_outline = true;
    style->outline = level < POLICY__LEVELS ? (int)level : POLICY__NO_OUTLINE;
  } else if (policy__equal_word(element->name, "numId")) {
    style->says_number = true;
    style->number = number_in(element, "val", UINT32_MAX - 1, 0);
  } else if (policy__equal_word(element->name, "ilvl")) {
    style->says_level = true;
    style->level = number_in(element, "val", POLICY__LEVELS - 1, 0);
  }
}

/* The level of a built-in heading, "heading 1" to "heading 9", or "Title", from 0. */
static int built_in_level(policy_string name) {
  static const char heading[] = "heading";
  char folded[16];
  size_t size = 0;
  for (size_t i = 0; i < name.size && size < sizeof folded - 1; i++)
    if (name.data[i] != ' ') folded[size++] = (char)(name.data[i] | 0x20);
  folded[size] = '\0';
  if (strcmp(folded, "title") == 0) return 0;
  bool numbered = size == sizeof heading && memcmp(folded, heading, sizeof heading - 1) == 0;
  char digit = numbered ? name.data[name.size - 1] : '0';
  return digit >= '1' && digit <= '9' ? digit - '1' : POLICY__NO_OUTLINE;
}

static policy_status begin_style(policy__docx_styles *s, const policy__xml_element *element) {
  policy_string type = policy__xml_attribute(element, "type"), standard = policy__xml_attribute(element, "default");
  policy_status status = POLICY_OK;
  s->in_style = type.size == 0 || policy__equal_word(type, "paragraph");
  if (!s->in_style || s->styles.count == STYLES) return s->in_style = false, POLICY_OK;
  policy__docx_style *style = policy__array_push(&s->styles, &status);
  if (style == NULL) return status;
  style->outline = POLICY__NO_OUTLINE;
  style->built_in = built_in_level(policy__xml_attribute(element, "styleId"));
  if (policy__equal_word(standard, "1") || policy__equal_word(standard, "true"))
    s->standard = (uint32_t)s->styles.count - 1;
  return hold(&s->text, policy__xml_attribute(element, "styleId"), &style->id);
}

static policy_status styles_begin(void *context, const policy__xml_element *element) {
  policy__docx_styles *s = context;
  if (policy__equal_word(element->name, "style")) return begin_style(s, element);
  if (!s->in_style || s->styles.count == 0) return POLICY_OK;
  policy__docx_style *style = POLICY__AT(&s->styles, policy__docx_style, s->styles.count - 1);
  policy_string value = policy__xml_attribute(element, "val");
  if (policy__equal_word(element->name, "basedOn")) return hold(&s->text, value, &style->based_on);
  if (policy__equal_word(element->name, "name") && style->built_in < 0) style->built_in = built_in_level(value);
  policy__docx_property(style, element);
  return POLICY_OK;
}

static policy_status styles_end(void *context, policy_string name) {
  policy__docx_styles *s = context;
  if (policy__equal_word(name, "style")) s->in_style = false;
  return POLICY_OK;
}

policy_status policy__docx_styles_read(policy__docx_styles *styles, policy_string xml, const policy_limits *limits,
                                       policy_error *error) {
  const policy__xml_handler handler = {styles, styles_begin, NULL, styles_end};
  policy__xml_oddities oddities = {0, 0};
  policy_status status = policy__xml_parse(xml.data, xml.size, limits, &styles->text.allocator, &handler, &oddities, error);
  for (size_t i = 0; i < styles->styles.count && status == POLICY_OK; i++) {
    policy_string id = held(&styles->text, POLICY__AT(&styles->styles, policy__docx_style, i)->id);
    if (policy__table_find(&styles->names, id) != POLICY_NONE) continue;
    status = policy__table_add(&styles->names, id, (uint32_t)i);
    if (status != POLICY_OK) policy__fail_plain(error, status);
  }
  return status;
}

void policy__docx_resolve(const policy__docx_styles *styles, policy_string id, policy__docx_style *own) {
  uint32_t n = id.size > 0 ? policy__table_find(&styles->names, id) : styles->standard;
  if (n == POLICY_NONE) n = styles->standard;
  for (int step = 0; step < CHAIN && n != POLICY_NONE; step++) {
    const policy__docx_style *style = POLICY__AT(&styles->styles, policy__docx_style, n);
    if (!own->says_outline && style->says_outline) own->says_outline = true, own->outline = style->outline;
    if (!own->says_number && style->says_number) own->says_number = true, own->number = style->number;
    if (!own->says_level && style->says_level) own->says_level = true, own->level = style->level;
    if (own->built_in < 0) own->built_in = style->built_in;
    policy_string base = held(&styles->text, style->based_on);
    n = base.size > 0 ? policy__table_find(&styles->names, base) : POLICY_NONE;
  }
}

/* ---- numbering ------------------------------------------------------------------------------------------- */

static policy__number_format format_of(policy_string name) {
  static const struct {
    const char *name;
    policy__number_format format;
  } formats[] = {
      {"decimalZero", POLICY__FORMAT_ZERO},         {"upperLetter", POLICY__FORMAT_UPPER_LETTER},
      {"lowerLetter", POLICY__FORMAT_LOWER_LETTER}, {"upperRoman", POLICY__FORMAT_UPPER_ROMAN},
      {"lowerRoman", POLICY__FORMAT_LOWER_ROMAN},   {"ordinal", POLICY__FORMAT_ORDINAL},
      {"bullet", POLICY__FORMAT_BULLET},            {"none", POLICY__FORMAT_NONE},
  };
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (policy__equal_word(name, formats[i].name)) return formats[i].format;
  return POLICY__FORMAT_DECIMAL;
}

static policy_status begin_list(policy__docx_styles *s, const policy__xml_element *element) {
  policy_status status = POLICY_OK;
  policy__docx_list *list = policy__array_push(&s->lists, &status);
  if (list == NULL) return status;
  list->id = number_in(element, "abstractNumId", UINT32_MAX - 1, UINT32_MAX);
  for (size_t i = 0; i < POLICY__LEVELS; i++) list->levels[i] = (policy__docx_level){.start = 1, .restart = ANY_ABOVE};
  return POLICY_OK;
}

static policy_status begin_number(policy__docx_styles *s, const policy__xml_element *element) {
  policy_status status = POLICY_OK;
  policy__docx_number *number = policy__array_push(&s->numbers, &status);
  if (number == NULL) return status;
  number->id = number_in(element, "numId", UINT32_MAX - 1, UINT32_MAX);
  number->list = UINT32_MAX;
  return POLICY_OK;
}

/* A property of the last list's level. */
static policy_status set_level(policy__docx_styles *s, const policy__xml_element *element) {
  policy__docx_list *list = POLICY__AT(&s->lists, policy__docx_list, s->lists.count - 1);
  policy__docx_level *level = &list->levels[s->at_level];
  policy_string value = policy__xml_attribute(element, "val");
  if (policy__equal_word(element->name, "start")) level->start = number_in(element, "val", 32767, 1);
  else if (policy__equal_word(element->name, "numFmt")) level->format = format_of(value);
  else if (policy__equal_word(element->name, "lvlRestart"))
    level->restart = number_in(element, "val", POLICY__LEVELS, ANY_ABOVE);
  else if (policy__equal_word(element->name, "isLgl"))
    level->legal = is_on(element);
  else if (policy__equal_word(element->name, "lvlText") && value.size <= LABEL)
    return hold(&s->labels, value, &level->text);
  return POLICY_OK;
}

static policy_status numbering_begin(void *context, const policy__xml_element *element) {
  policy__docx_styles *s = context;
  policy_string name = element->name;
  if (policy__equal_word(name, "abstractNum")) return begin_list(s, element);
  if (policy__equal_word(name, "num")) return begin_number(s, element);
  policy__docx_number *number =
      s->numbers.count > 0 ? POLICY__AT(&s->numbers, policy__docx_number, s->numbers.count - 1) : NULL;
  if (policy__equal_word(name, "lvlOverride")) s->in_override = true;
  if (policy__equal_word(name, "lvl") || policy__equal_word(name, "lvlOverride"))
    s->at_level = number_in(element, "ilvl", POLICY__LEVELS - 1, POLICY__LEVELS - 1);
  if (number != NULL && policy__equal_word(name, "abstractNumId"))
    number->list = number_in(element, "val", UINT32_MAX - 1, UINT32_MAX);
  if (number != NULL && s->in_override && policy__equal_word(name, "startOverride")) {
    number->starts[s->at_level] = number_in(element, "val", 32767, 1);
    number->restarts[s->at_level] = true;
  }
  return s->in_override || s->lists.count == 0 ? POLICY_OK : set_level(s, element);
}

static policy_status numbering_end(void *context, policy_string name) {
  policy__docx_styles *s = context;
  if (policy__equal_word(name, "lvlOverride")) s->in_override = false;
  return POLICY_OK;
}

static int by_list_id(const void *a, const void *b) {
  uint32_t x = ((const policy__docx_list *)a)->id, y = ((const policy__docx_list *)b)->id;
  return (x > y) - (x < y);
}

static int by_number_id(const void *a, const void *b) {
  uint32_t x = ((const policy__docx_number *)a)->id, y = ((const policy__docx_number *)b)->id;
  return (x > y) - (x < y);
}

policy_status policy__docx_numbering_read(policy__docx_styles *styles, policy_string xml, const policy_limits *limits,
                                          policy_error *error) {
  const policy__xml_handler handler = {styles, numbering_begin, NULL, numbering_end};
  policy__xml_oddities oddities = {0, 0};
  policy_status status = policy__xml_parse(xml.data, xml.size, limits, &styles->text.allocator, &handler, &oddities, error);
  if (status != POLICY_OK) return status;
  if (styles->lists.count > 0) qsort(styles->lists.items, styles->lists.count, styles->lists.item, by_list_id);
  if (styles->numbers.count > 0)
    qsort(styles->numbers.items, styles->numbers.count, styles->numbers.item, by_number_id);
  return POLICY_OK;
}

/* ---- numbers as text ------------------------------------------------------------------------------------- */

static const policy__docx_number *find_number(const policy__docx_styles *s, uint32_t id) {
  const policy__docx_number key = {.id = id};
  return s->numbers.count == 0 ? NULL
                               : bsearch(&key, s->numbers.items, s->numbers.count, s->numbers.item, by_number_id);
}

/* Counts a level on, and begins those below anew. */
static void count_on(policy__docx_list *list, policy__docx_number *number, uint32_t level) {
  if (!number->used)
    for (uint32_t i = 0; i < POLICY__LEVELS; i++)
      if (number->restarts[i]) list->begun[i] = false;
  number->used = true;
  for (uint32_t i = 0; i <= level; i++) {
    uint32_t start = number->restarts[i] ? number->starts[i] : list->levels[i].start;
    if (!list->begun[i]) list->counts[i] = start;
    else if (i == level && list->counts[i] < UINT32_MAX)
      list->counts[i]++;
    list->begun[i] = true;
  }
  for (uint32_t i = level + 1; i < POLICY__LEVELS; i++) {
    uint32_t restart = list->levels[i].restart;
    if (restart == ANY_ABOVE || (restart > 0 && level + 1 <= restart)) list->begun[i] = false;
  }
}

policy_status policy__docx_number_next(policy__docx_styles *styles, uint32_t id, uint32_t level, policy_buffer *label) {
  policy__docx_number *number = (policy__docx_number *)(uintptr_t)find_number(styles, id);
  const policy__docx_list key = {.id = number != NULL ? number->list : UINT32_MAX};
  policy__docx_list *list = NULL;
  if (number != NULL && styles->lists.count > 0)
    list = bsearch(&key, styles->lists.items, styles->lists.count, styles->lists.item, by_list_id);
  if (list == NULL || level >= POLICY__LEVELS) return POLICY_OK;
  count_on(list, number, level);
  const policy__docx_level *at = &list->levels[level];
  policy_string text = held(&styles->labels, at->text);
  if (at->format == POLICY__FORMAT_BULLET) return policy__label_bullet(text, label);
  policy_status status = POLICY_OK;
  for (size_t i = 0; i < text.size && status == POLICY_OK; i++) {
    unsigned other = text.data[i] == '%' && i + 1 < text.size ? (unsigned)(text.data[i + 1] - '1') : POLICY__LEVELS;
    if (other >= POLICY__LEVELS) {
      status = policy_buffer_append(label, text.data + i, 1);
      continue;
    }
    policy__number_format format = list->levels[other].format;
    if (at->legal && format != POLICY__FORMAT_NONE) format = POLICY__FORMAT_DECIMAL;
    uint32_t count = list->begun[other] ? list->counts[other] : list->levels[other].start;
    status = policy__label_put(count, format, label);
    i++;
  }
  return status;
}
