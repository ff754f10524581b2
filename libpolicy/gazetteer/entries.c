/* What a gazetteer tells of its entries. */
#include <string.h>

#include "gazetteer/shelf.h"

static const policy_string nothing = {"", 0};

static uint32_t count_of(const policy_gazetteer *gazetteer, policy__column column) {
  return policy__shelf_column(policy__gazetteer_shelf(gazetteer), column).count;
}

static bool is_entry(policy_entry entry) {
  return entry.gazetteer != NULL && entry.id < count_of(entry.gazetteer, POLICY__ENTRY_ID);
}

static uint32_t number(policy_entry entry, policy__column column, uint32_t n) {
  return policy__shelf_number(policy__gazetteer_shelf(entry.gazetteer), column, n);
}

/* The string whose number stands in a column at `n`. */
static policy_string string(policy_entry entry, policy__column column, uint32_t n) {
  return policy__shelf_string(policy__gazetteer_shelf(entry.gazetteer), number(entry, column, n));
}

static policy_string string_of(policy_entry entry, policy__column column) {
  return is_entry(entry) ? string(entry, column, entry.id) : nothing;
}

/* How many items the entry has in a list of lists. */
static uint32_t list_count(policy_entry entry, policy__column starts) {
  return is_entry(entry) ? number(entry, starts, entry.id + 1) - number(entry, starts, entry.id) : 0;
}

/* Where its item `n` stands; false when it has fewer. */
static bool list_item(policy_entry entry, policy__column starts, uint32_t n, uint32_t *at) {
  if (n >= list_count(entry, starts)) return false;
  *at = number(entry, starts, entry.id) + n;
  return true;
}

/* ---- entries ----------------------------------------------------------------------------------------------
 */

uint32_t policy_gazetteer_entry_count(const policy_gazetteer *gazetteer) {
  return gazetteer != NULL ? count_of(gazetteer, POLICY__ENTRY_ID) : 0;
}

policy_entry policy_gazetteer_entry(const policy_gazetteer *gazetteer, uint32_t n) {
  policy_entry entry = {gazetteer, n};
  return is_entry(entry) ? entry : (policy_entry){NULL, POLICY_NONE};
}

static int compare(policy_string string, const char *text, size_t size) {
  int difference = memcmp(string.data, text, string.size < size ? string.size : size);
  return difference != 0 ? difference : string.size < size ? -1 : string.size > size;
}

policy_entry policy_gazetteer_find(const policy_gazetteer *gazetteer, const char *id) {
  policy_entry all = {gazetteer, 0};
  if (gazetteer == NULL || id == NULL) return (policy_entry){NULL, POLICY_NONE};
  uint32_t low = 0, high = count_of(gazetteer, POLICY__ENTRY_BY_ID), count = high;
  size_t size = strlen(id);
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (compare(string(all, POLICY__ENTRY_ID, number(all, POLICY__ENTRY_BY_ID, middle)), id, size) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == count) return (policy_entry){NULL, POLICY_NONE};
  policy_entry found = {gazetteer, number(all, POLICY__ENTRY_BY_ID, low)};
  return compare(policy_entry_id(found), id, size) == 0 ? found : (policy_entry){NULL, POLICY_NONE};
}

policy_entry policy_gazetteer_find_code(const policy_gazetteer *gazetteer, const char *scheme,
                                        const char *value) {
  policy_entry all = {gazetteer, 0}, none = {NULL, POLICY_NONE};
  if (gazetteer == NULL || scheme == NULL || value == NULL) return none;
  uint32_t low = 0, high = count_of(gazetteer, POLICY__CODE_BY_VALUE), count = high;
  size_t scheme_size = strlen(scheme), value_size = strlen(value);
  while (low < high) {
    uint32_t middle = low + (high - low) / 2, code = number(all, POLICY__CODE_BY_VALUE, middle);
    int difference = compare(string(all, POLICY__CODE_SCHEME, code), scheme, scheme_size);
    if (difference == 0) difference = compare(string(all, POLICY__CODE_VALUE, code), value, value_size);
    if (difference < 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == count) return none;
  uint32_t code = number(all, POLICY__CODE_BY_VALUE, low);
  if (compare(string(all, POLICY__CODE_SCHEME, code), scheme, scheme_size) != 0 ||
      compare(string(all, POLICY__CODE_VALUE, code), value, value_size) != 0)
    return none;
  policy__packed starts = policy__shelf_column(policy__gazetteer_shelf(gazetteer), POLICY__ENTRY_CODES);
  return (policy_entry){gazetteer, policy__shelf_owner(&starts, code)};
}

policy_string policy_entry_id(policy_entry entry) {
  return string_of(entry, POLICY__ENTRY_ID);
}

policy_string policy_entry_name(policy_entry entry) {
  return string_of(entry, POLICY__ENTRY_NAME);
}

policy_actor_kind policy_entry_kind(policy_entry entry) {
  return is_entry(entry) ? (policy_actor_kind)number(entry, POLICY__ENTRY_KIND, entry.id) : POLICY_ACTOR_OTHER;
}

policy_string policy_entry_sector(policy_entry entry) {
  return string_of(entry, POLICY__ENTRY_SECTOR);
}

policy_string policy_entry_from(policy_entry entry) {
  return string_of(entry, POLICY__ENTRY_FROM);
}

policy_string policy_entry_to(policy_entry entry) {
  return string_of(entry, POLICY__ENTRY_TO);
}

/* ---- codes and links --------------------------------------------------------------------------------------
 */

uint32_t policy_entry_code_count(policy_entry entry) {
  return list_count(entry, POLICY__ENTRY_CODES);
}

policy_string policy_entry_code_scheme(policy_entry entry, uint32_t n) {
  uint32_t at;
  return list_item(entry, POLICY__ENTRY_CODES, n, &at) ? string(entry, POLICY__CODE_SCHEME, at) : nothing;
}

policy_string policy_entry_code_value(policy_entry entry, uint32_t n) {
  uint32_t at;
  return list_item(entry, POLICY__ENTRY_CODES, n, &at) ? string(entry, POLICY__CODE_VALUE, at) : nothing;
}

policy_string policy_entry_code(policy_entry entry, const char *scheme) {
  uint32_t count = scheme != NULL ? policy_entry_code_count(entry) : 0;
  for (uint32_t n = 0; n < count; n++)
    if (compare(policy_entry_code_scheme(entry, n), scheme, strlen(scheme)) == 0)
      return policy_entry_code_value(entry, n);
  return nothing;
}

uint32_t policy_entry_link_count(policy_entry entry) {
  return list_count(entry, POLICY__ENTRY_LINKS);
}

policy_link_kind policy_entry_link_kind(policy_entry entry, uint32_t n) {
  uint32_t at;
  return list_item(entry, POLICY__ENTRY_LINKS, n, &at) ? (policy_link_kind)number(entry, POLICY__LINK_KIND, at)
                                                       : POLICY_LINK_MEMBER_OF;
}

policy_entry policy_entry_link(policy_entry entry, uint32_t n) {
  uint32_t at;
  if (!list_item(entry, POLICY__ENTRY_LINKS, n, &at)) return (policy_entry){NULL, POLICY_NONE};
  return (policy_entry){entry.gazetteer, number(entry, POLICY__LINK_ENTRY, at)};
}

/* ---- posts -----------------------------------------------------------------------------------------------
 */

uint32_t policy_entry_post_count(policy_entry entry) {
  return list_count(entry, POLICY__ENTRY_POSTS);
}

static policy_string string_of_post(policy_entry entry, policy__column column, uint32_t n) {
  uint32_t at;
  return list_item(entry, POLICY__ENTRY_POSTS, n, &at) ? string(entry, column, at) : nothing;
}

policy_string policy_entry_post_title(policy_entry entry, uint32_t n) {
  return string_of_post(entry, POLICY__POST_TITLE, n);
}

policy_entry policy_entry_post(policy_entry entry, uint32_t n) {
  uint32_t at;
  if (!list_item(entry, POLICY__ENTRY_POSTS, n, &at)) return (policy_entry){NULL, POLICY_NONE};
  return (policy_entry){entry.gazetteer, number(entry, POLICY__POST_ENTRY, at)};
}

policy_string policy_entry_post_from(policy_entry entry, uint32_t n) {
  return string_of_post(entry, POLICY__POST_FROM, n);
}

policy_string policy_entry_post_to(policy_entry entry, uint32_t n) {
  return string_of_post(entry, POLICY__POST_TO, n);
}

/* ---- forms ------------------------------------------------------------------------------------------------
 */

uint32_t policy_entry_form_count(policy_entry entry) {
  return list_count(entry, POLICY__ENTRY_READINGS);
}

/* The reading that is the entry's form `n`. */
static bool reading_of(policy_entry entry, uint32_t n, uint32_t *reading) {
  uint32_t at;
  if (!list_item(entry, POLICY__ENTRY_READINGS, n, &at)) return false;
  *reading = number(entry, POLICY__READING_BY_ENTRY, at);
  return true;
}

/* The form that a reading is of: forms are the first strings. */
static policy_string form_of(policy_entry entry, uint32_t reading) {
  const unsigned char *shelf = policy__gazetteer_shelf(entry.gazetteer);
  policy__packed starts = policy__shelf_column(shelf, POLICY__FORM_READINGS);
  return policy__shelf_string(shelf, policy__shelf_owner(&starts, reading));
}

policy_string policy_entry_form(policy_entry entry, uint32_t n) {
  uint32_t reading;
  return reading_of(entry, n, &reading) ? form_of(entry, reading) : nothing;
}

policy_form_use policy_entry_form_use(policy_entry entry, uint32_t n) {
  uint32_t reading;
  if (!reading_of(entry, n, &reading)) return POLICY_FORM_NAME;
  return (policy_form_use)(number(entry, POLICY__READING_USE, reading) & ~POLICY__PREFERRED);
}

uint32_t policy_entry_form_language_count(policy_entry entry, uint32_t n) {
  uint32_t reading;
  if (!reading_of(entry, n, &reading)) return 0;
  uint32_t set = number(entry, POLICY__READING_SET, reading);
  return number(entry, POLICY__SET_AT, set + 1) - number(entry, POLICY__SET_AT, set);
}

policy_string policy_entry_form_language(policy_entry entry, uint32_t n, uint32_t language) {
  uint32_t reading;
  if (language >= policy_entry_form_language_count(entry, n) || !reading_of(entry, n, &reading)) return nothing;
  uint32_t at = number(entry, POLICY__SET_AT, number(entry, POLICY__READING_SET, reading)) + language;
  return string(entry, POLICY__LANGUAGE, number(entry, POLICY__SET_LANGUAGE, at));
}

static bool is_tag(policy_string tag, const char *wanted, size_t size) {
  if (tag.size != size) return false;
  for (size_t i = 0; i < size; i++) {
    char a = tag.data[i], b = wanted[i];
    if (a >= 'A' && a <= 'Z') a = (char)(a + 32);
    if (b >= 'A' && b <= 'Z') b = (char)(b + 32);
    if (a != b) return false;
  }
  return true;
}

/* The number of a language by its tag, or NONE. */
static uint32_t language_of(policy_entry entry, const char *tag, size_t size) {
  uint32_t count = count_of(entry.gazetteer, POLICY__LANGUAGE);
  for (uint32_t n = 1; n < count; n++)
    if (is_tag(string(entry, POLICY__LANGUAGE, n), tag, size)) return n;
  return POLICY_NONE;
}

static bool has_language(policy_entry entry, uint32_t set, uint32_t language) {
  uint32_t low = number(entry, POLICY__SET_AT, set), end = number(entry, POLICY__SET_AT, set + 1), high = end;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (number(entry, POLICY__SET_LANGUAGE, middle) < language)
      low = middle + 1;
    else
      high = middle;
  }
  return low < end && number(entry, POLICY__SET_LANGUAGE, low) == language;
}

/* The preferred name in just this language. */
static policy_string name_in(policy_entry entry, uint32_t language) {
  uint32_t count = policy_entry_form_count(entry), reading = 0;
  for (uint32_t n = 0; n < count; n++)
    if (reading_of(entry, n, &reading) &&
        number(entry, POLICY__READING_USE, reading) == (POLICY__PREFERRED | POLICY_FORM_NAME) &&
        has_language(entry, number(entry, POLICY__READING_SET, reading), language))
      return form_of(entry, reading);
  return nothing;
}

policy_string policy_entry_name_in(policy_entry entry, const char *language) {
  if (!is_entry(entry) || language == NULL) return nothing;
  for (size_t size = strlen(language); size > 0;) {
    uint32_t number = language_of(entry, language, size);
    policy_string name = number != POLICY_NONE ? name_in(entry, number) : nothing;
    if (name.size > 0) return name;
    while (size > 0 && language[size - 1] != '-') size--;
    if (size > 0) size--;
  }
  return nothing;
}
