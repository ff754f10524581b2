/* Numbers of items in XHTML, JATS and OpenDocument. */
#include "read/xml_lists.h"

#include "base/equal.h"

void policy__lists_init(policy__lists *lists, const policy_allocator *allocator) {
  *lists = (policy__lists){.styles = NULL};
  policy__array_init(&lists->open, allocator, sizeof(policy__open_list), UINT32_MAX);
  lists->label.allocator = *allocator;
}

void policy__lists_free(policy__lists *lists) {
  policy__array_free(&lists->open);
  policy_buffer_free(&lists->label);
}

static policy__open_list *innermost(const policy__lists *lists) {
  return lists->open.count > 0 ? POLICY__AT(&lists->open, policy__open_list, lists->open.count - 1) : NULL;
}

static bool is_true(const policy__xml_element *element, const char *name) {
  return policy__equal_word(policy__xml_attribute(element, name), "true");
}

/* ---- beginnings and ends --------------------------------------------------------------------------------- */

/* "ol", "ul", "menu" of the web. */
static bool begin_web(policy__open_list *list, const policy__xml_element *element) {
  bool ordered = policy__equal_word(element->name, "ol");
  if (!ordered && !policy__equal_word(element->name, "ul") && !policy__equal_word(element->name, "menu")) return false;
  policy_string type = policy__xml_attribute(element, "type");
  int32_t start = 1;
  bool given = policy__label_number(policy__xml_attribute(element, "start"), &start);
  list->format = POLICY__FORMAT_NONE;
  if (ordered) list->format = (uint8_t)policy__label_format(type, POLICY__FORMAT_DECIMAL);
  list->down = policy__xml_attribute_holds(element, "reversed", "");
  list->unknown = list->down && !given; /* the items are not counted yet */
  list->next = start;
  return true;
}

static bool begin_jats(policy__open_list *list, const policy__xml_element *element) {
  static const struct {
    const char *type;
    policy__number_format format;
  } types[] = {{"order", POLICY__FORMAT_DECIMAL},
               {"alpha-lower", POLICY__FORMAT_LOWER_ALPHA},
               {"alpha-upper", POLICY__FORMAT_UPPER_ALPHA},
               {"roman-lower", POLICY__FORMAT_LOWER_ROMAN},
               {"roman-upper", POLICY__FORMAT_UPPER_ROMAN}};
  if (!policy__equal_word(element->name, "list")) return false;
  policy_string type = policy__xml_attribute(element, "list-type");
  list->format = POLICY__FORMAT_NONE;
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (policy__equal_word(type, types[i].type)) list->format = (uint8_t)types[i].format;
  list->unknown = policy__xml_attribute(element, "continued-from").size > 0;
  list->next = 1;
  return true;
}

/* A list inside of another is one of its levels, unless it has a style of its own. */
static bool begin_odt(policy__lists *lists, policy__open_list *list, const policy__xml_element *element) {
  const policy__open_list *around = innermost(lists);
  if (!policy__equal_word(element->name, "list") || lists->styles == NULL) return false;
  list->style = policy__odt_list_find(lists->styles, policy__xml_attribute(element, "style-name"));
  if (list->style == POLICY_NONE && around != NULL) list->style = around->style;
  list->level = around != NULL ? around->level + 1 : 1;
  list->continues = is_true(element, "continue-numbering") || policy__xml_attribute(element, "continue-list").size > 0 ||
                    (around != NULL && around->continues && !around->counted);
  if (!list->continues) policy__odt_list_restart(lists->styles, list->style, list->level);
  return true;
}

policy_status policy__lists_begin(policy__lists *lists, policy__vocabulary vocabulary, const policy__xml_element *element,
                                  bool *opened) {
  policy__open_list list = {.style = POLICY_NONE};
  policy_status status = POLICY_OK;
  bool web = vocabulary == POLICY__XHTML || vocabulary == POLICY__ANY_XML;
  *opened = web                                 ? begin_web(&list, element)
          : vocabulary == POLICY__JATS          ? begin_jats(&list, element)
          : vocabulary == POLICY__OPEN_DOCUMENT ? begin_odt(lists, &list, element)
                                                : false;
  policy__open_list *place = *opened ? policy__array_push(&lists->open, &status) : NULL;
  if (place != NULL) *place = list;
  *opened = place != NULL;
  return status;
}

void policy__lists_end(policy__lists *lists) {
  lists->open.count--;
}

/* ---- items ----------------------------------------------------------------------------------------------- */

policy_status policy__lists_item(policy__lists *lists, const policy__xml_element *element) {
  policy__open_list *list = innermost(lists);
  lists->label.size = 0;
  if (list == NULL) return POLICY_OK;
  bool styled = list->level > 0;
  list->has_given = policy__label_number(policy__xml_attribute(element, styled ? "start-value" : "value"), &list->given);
  list->waiting = styled;
  if (styled) return POLICY_OK;
  if (list->has_given) list->next = list->given, list->unknown = false;
  lists->number = list->next;
  list->next += list->down ? -1 : 1;
  if (list->unknown) return POLICY_OK;
  policy_status status = policy__label_put(lists->number, (policy__number_format)list->format, &lists->label);
  return status == POLICY_OK && lists->label.size > 0 ? policy_buffer_append(&lists->label, ". ", 2) : status;
}

/* A heading that stands in no list has the number of its outline. */
static policy_status number_heading(policy__lists *lists, const policy__xml_element *element) {
  int32_t level = 1, given = 1;
  if (!policy__equal_word(element->name, "h") || is_true(element, "is-list-header")) return POLICY_OK;
  (void)policy__label_number(policy__xml_attribute(element, "outline-level"), &level);
  bool restarts = is_true(element, "restart-numbering") &&
                  policy__label_number(policy__xml_attribute(element, "start-value"), &given);
  return policy__odt_list_next(lists->styles, lists->styles->outline, level > 0 ? (uint32_t)level : 0,
                               restarts ? &given : NULL, &lists->label);
}

policy_status policy__lists_paragraph(policy__lists *lists, const policy__xml_element *element) {
  policy__open_list *list = innermost(lists);
  lists->label.size = 0;
  lists->number = 0;
  if (lists->styles == NULL) return POLICY_OK;
  if (list == NULL) return number_heading(lists, element);
  if (!list->waiting) return POLICY_OK;
  list->waiting = false;
  list->counted = true;
  return policy__odt_list_next(lists->styles, list->style, list->level, list->has_given ? &list->given : NULL,
                               &lists->label);
}
