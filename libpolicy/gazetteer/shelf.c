/* Reading shelves: their columns, and whether they are whole. */
#include "gazetteer/shelf.h"

#include <string.h>

#include "base/status.h"
#include "gazetteer/spelling.h"

policy__packed policy__shelf_column(const unsigned char *shelf, policy__column column) {
  const unsigned char *head = shelf + POLICY__SHELF_COLUMNS + 12 * column;
  uint32_t width = policy__load(head + 8);
  return (policy__packed){shelf + policy__load(head), policy__load(head + 4), width,
                          UINT32_MAX >> (32 - 8 * width)};
}

size_t policy__shelf_size(const unsigned char *shelf) {
  policy__packed last = policy__shelf_column(shelf, (policy__column)(POLICY__COLUMNS - 1));
  return (size_t)(last.bytes - shelf) + (size_t)last.count * last.width + POLICY__SHELF_PAD;
}

uint32_t policy__shelf_number(const unsigned char *shelf, policy__column column, uint32_t n) {
  policy__packed packed = policy__shelf_column(shelf, column);
  return policy__number(&packed, n);
}

policy_string policy__shelf_string(const unsigned char *shelf, uint32_t n) {
  policy__packed at = policy__shelf_column(shelf, POLICY__STRING_AT);
  uint32_t begin = policy__number(&at, n), end = policy__number(&at, n + 1) - 1;
  return (policy_string){(const char *)policy__shelf_column(shelf, POLICY__STRINGS).bytes + begin, end - begin};
}

uint32_t policy__shelf_owner(const policy__packed *starts, uint32_t n) {
  uint32_t low = 0, high = starts->count - 1;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (policy__number(starts, middle) <= n)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* Four lanes of multiply and fold over words of 32 bits, then what is left. */
uint64_t policy__shelf_sum(const unsigned char *bytes, size_t size) {
  uint64_t lanes[4] = {1, 2, 3, 4}, sum = size;
  size_t at = POLICY__SHELF_SEED;
  for (; at + 16 <= size; at += 16)
    for (int i = 0; i < 4; i++) {
      lanes[i] = (lanes[i] ^ policy__load(bytes + at + 4 * i)) * 0xD6E8FEB86659FD93u;
      lanes[i] ^= lanes[i] >> 32;
    }
  for (; at < size; at++) sum = (sum ^ bytes[at]) * 0x9FB21C651E98DF25u;
  for (int i = 0; i < 4; i++) sum = (sum ^ lanes[i] ^ sum >> 29) * 0xD6E8FEB86659FD93u;
  return sum ^ sum >> 32;
}

/* ---- checking ---------------------------------------------------------------------------------------------
 */

typedef struct shelf_check {
  const unsigned char *bytes;
  size_t size;
  policy__packed columns[POLICY__COLUMNS];
} shelf_check;

/* Whether a column lies inside the bytes. */
static bool is_inside(shelf_check *c, policy__column n) {
  const unsigned char *head = c->bytes + POLICY__SHELF_COLUMNS + 12 * n;
  uint32_t offset = policy__load(head), count = policy__load(head + 4), width = policy__load(head + 8);
  size_t room = c->size - POLICY__SHELF_PAD;
  if (width < 1 || width > 4 || offset < POLICY__SHELF_HEAD || offset > room) return false;
  if (count > (room - offset) / width || count > UINT32_MAX / 8) return false;
  c->columns[n] = policy__shelf_column(c->bytes, n);
  return true;
}

/* Whether all numbers of a column are below a bound, and it has `count` of them. */
static bool is_below(const shelf_check *c, policy__column n, uint32_t bound, uint32_t count) {
  const policy__packed *column = &c->columns[n];
  if (column->count != count) return false;
  for (uint32_t i = 0; i < count; i++)
    if (policy__number(column, i) >= bound) return false;
  return true;
}

/* Whether a column says where `lists` lists begin, from 0 to `items`. */
static bool is_rising(const shelf_check *c, policy__column n, uint32_t lists, uint32_t items) {
  const policy__packed *column = &c->columns[n];
  if (column->count != lists + 1 || policy__number(column, 0) != 0) return false;
  for (uint32_t i = 0; i < lists; i++)
    if (policy__number(column, i) > policy__number(column, i + 1)) return false;
  return policy__number(column, lists) == items;
}

/* Whether the string is UTF-8 without a NUL inside, with one behind it. */
static bool is_text(const char *at, const char *end) {
  if (at == end || end[-1] != '\0' || memchr(at, '\0', (size_t)(end - at)) != end - 1) return false;
  for (end--; at < end;) {
    const char *from = at;
    if (policy__spelling_point(&at, end) == 0xFFFD && (at - from != 3 || memcmp(from, "\xEF\xBF\xBD", 3) != 0))
      return false;
  }
  return true;
}

static bool has_good_strings(const shelf_check *c) {
  const policy__packed *at = &c->columns[POLICY__STRING_AT], *strings = &c->columns[POLICY__STRINGS];
  if (at->count < 2 || strings->width != 1) return false;
  if (!is_rising(c, POLICY__STRING_AT, at->count - 1, strings->count)) return false;
  const char *text = (const char *)strings->bytes;
  for (uint32_t i = 0; i + 1 < at->count; i++)
    if (!is_text(text + policy__number(at, i), text + policy__number(at, i + 1))) return false;
  return true;
}

/* Whether no key has more forms or readings than matching should have to look at. */
static bool has_small_groups(const shelf_check *c, uint32_t forms) {
  uint32_t count = 0, readings = 0;
  const policy__packed *starts = &c->columns[POLICY__FORM_READINGS];
  for (uint32_t i = 0; i < forms; i++) {
    if (!(policy__number(&c->columns[POLICY__FORM_FLAGS], i) & POLICY__FORM_SAME)) count = readings = 0;
    readings += policy__number(starts, i + 1) - policy__number(starts, i);
    if (++count > POLICY__GROUP_FORMS || readings > POLICY__GROUP_READINGS) return false;
  }
  return true;
}

static bool has_good_forms(const shelf_check *c, uint32_t strings, uint32_t entries) {
  uint32_t forms = c->columns[POLICY__FORM_FLAGS].count, readings = c->columns[POLICY__READING_ENTRY].count;
  uint32_t sets = c->columns[POLICY__SET_AT].count, languages = c->columns[POLICY__LANGUAGE].count;
  const policy__packed *uses = &c->columns[POLICY__READING_USE];
  if (forms > strings || sets < 2 || languages < 1 || uses->count != readings) return false;
  for (uint32_t i = 0; i < readings; i++)
    if ((policy__number(uses, i) & ~POLICY__PREFERRED) > POLICY_FORM_GROUP) return false;
  if (!is_below(c, POLICY__FORM_FLAGS, 4, forms) || !is_rising(c, POLICY__FORM_READINGS, forms, readings))
    return false;
  if (policy__number(&c->columns[POLICY__SET_AT], 1) != 0) return false;
  return is_below(c, POLICY__READING_ENTRY, entries, readings) &&
         is_below(c, POLICY__READING_SET, sets - 1, readings) &&
         is_rising(c, POLICY__SET_AT, sets - 1, c->columns[POLICY__SET_LANGUAGE].count) &&
         is_below(c, POLICY__SET_LANGUAGE, languages, c->columns[POLICY__SET_LANGUAGE].count) &&
         is_below(c, POLICY__LANGUAGE, strings, languages) && has_small_groups(c, forms);
}

/* Whether no list has more than `most` items. */
static bool has_short_lists(const shelf_check *c, policy__column n, uint32_t most) {
  const policy__packed *column = &c->columns[n];
  for (uint32_t i = 0; i + 1 < column->count; i++)
    if (policy__number(column, i + 1) - policy__number(column, i) > most) return false;
  return true;
}

static bool has_good_entries(const shelf_check *c, uint32_t strings, uint32_t entries) {
  uint32_t codes = c->columns[POLICY__CODE_SCHEME].count, links = c->columns[POLICY__LINK_KIND].count;
  uint32_t readings = c->columns[POLICY__READING_ENTRY].count;
  return is_below(c, POLICY__ENTRY_ID, strings, entries) && is_below(c, POLICY__ENTRY_NAME, strings, entries) &&
         is_below(c, POLICY__ENTRY_KIND, POLICY_ACTOR_PERSON + 1, entries) &&
         is_below(c, POLICY__ENTRY_SECTOR, strings, entries) &&
         is_below(c, POLICY__ENTRY_FROM, strings, entries) && is_below(c, POLICY__ENTRY_TO, strings, entries) &&
         is_rising(c, POLICY__ENTRY_CODES, entries, codes) &&
         has_short_lists(c, POLICY__ENTRY_CODES, POLICY__CODES_MOST) &&
         is_below(c, POLICY__CODE_SCHEME, strings, codes) && is_below(c, POLICY__CODE_VALUE, strings, codes) &&
         is_rising(c, POLICY__ENTRY_LINKS, entries, links) &&
         is_below(c, POLICY__LINK_KIND, POLICY_LINK_GOVERNMENT_OF + 1, links) &&
         is_below(c, POLICY__LINK_ENTRY, entries, links) &&
         is_rising(c, POLICY__ENTRY_READINGS, entries, readings) &&
         is_below(c, POLICY__READING_BY_ENTRY, readings, readings) &&
         is_below(c, POLICY__ENTRY_BY_ID, entries, entries) && is_below(c, POLICY__CODE_BY_VALUE, codes, codes);
}

static bool has_good_posts(const shelf_check *c, uint32_t strings, uint32_t entries) {
  uint32_t posts = c->columns[POLICY__POST_TITLE].count;
  return is_rising(c, POLICY__ENTRY_POSTS, entries, posts) &&
         has_short_lists(c, POLICY__ENTRY_POSTS, POLICY__POSTS_MOST) &&
         is_below(c, POLICY__POST_TITLE, strings, posts) && is_below(c, POLICY__POST_ENTRY, entries, posts) &&
         is_below(c, POLICY__POST_FROM, strings, posts) && is_below(c, POLICY__POST_TO, strings, posts);
}

static bool has_good_slots(const shelf_check *c) {
  uint32_t slots = c->columns[POLICY__SLOT_PRINT].count, forms = c->columns[POLICY__FORM_FLAGS].count;
  uint32_t probes = policy__load(c->bytes + POLICY__SHELF_PROBES);
  return slots > 0 && is_below(c, POLICY__FORM_BIT, POLICY__FILTER_BITS, forms) && probes > 0 &&
         probes <= POLICY__PROBES_MOST && is_below(c, POLICY__SLOT_FORM, 2 * forms + 2, slots) &&
         c->columns[POLICY__FILTER].width == 1 && c->columns[POLICY__FILTER].count == POLICY__FILTER_BITS / 8;
}

static policy_status fail(policy_error *error, size_t offset, const char *what) {
  return policy__fail(error, POLICY_ERROR_FORMAT, offset, "gazetteer: %s", what);
}

policy_status policy__shelf_check(const void *bytes, size_t size, policy_error *error) {
  shelf_check c = {.bytes = bytes, .size = size};
  if (size < POLICY__SHELF_HEAD + POLICY__SHELF_PAD) return fail(error, size, "cut short");
  if (memcmp(bytes, POLICY__SHELF_MAGIC, 8) != 0) return fail(error, 0, "this is none");
  uint64_t sum =
      policy__load(c.bytes + POLICY__SHELF_SUM) | (uint64_t)policy__load(c.bytes + POLICY__SHELF_SUM + 4) << 32;
  if (policy__shelf_sum(bytes, size) != sum) return fail(error, POLICY__SHELF_SUM, "damaged: its sum is wrong");
  for (int n = 0; n < POLICY__COLUMNS; n++)
    if (!is_inside(&c, (policy__column)n))
      return fail(error, POLICY__SHELF_COLUMNS + 12 * (size_t)n, "bad size of a column");
  if (policy__shelf_size(bytes) != size) return fail(error, size, "bytes behind the end");
  if (!has_good_strings(&c)) return fail(error, POLICY__SHELF_COLUMNS, "bad strings");
  uint32_t strings = c.columns[POLICY__STRING_AT].count - 1, entries = c.columns[POLICY__ENTRY_ID].count;
  if (!has_good_forms(&c, strings, entries)) return fail(error, POLICY__SHELF_COLUMNS, "bad forms");
  if (!has_good_entries(&c, strings, entries)) return fail(error, POLICY__SHELF_COLUMNS, "bad entries");
  if (!has_good_posts(&c, strings, entries)) return fail(error, POLICY__SHELF_COLUMNS, "bad posts");
  if (!has_good_slots(&c)) return fail(error, POLICY__SHELF_PROBES, "bad table of beginnings");
  return POLICY_OK;
}
