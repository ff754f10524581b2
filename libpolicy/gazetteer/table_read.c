/* Reading tables of actors: lines of fields with tabs between them, as doc/gazetteer.md describes. */
#include <string.h>

#include "base/equal.h"
#include "base/status.h"
#include "gazetteer/draft.h"
#include "model/names.h"

enum { FIELDS = 6, WORD_MOST = 255, TAG_MOST = 35 };

static const char *const uses[] = {"name",   "acronym", "demonym", "capital", "seat",
                                   "regime", "half",    "longer",  "group"};
static const char *const kinds[] = {"member_of", "part_of", "government_of"};

enum { USES = sizeof uses / sizeof *uses, KINDS = sizeof kinds / sizeof *kinds };

const char *policy_form_use_name(policy_form_use use) {
  return (unsigned)use < USES ? uses[use] : "";
}

const char *policy_link_kind_name(policy_link_kind kind) {
  return (unsigned)kind < KINDS ? kinds[kind] : "";
}

typedef struct table_reader {
  policy__draft *draft;
  uint32_t entry; /* that the forms are of, or POLICY_NONE */
  uint32_t line;
  size_t offset; /* of the line */
  policy_error *error;
} table_reader;

/* ---- pieces -----------------------------------------------------------------------------------------------
 */

static policy_status bad(const table_reader *r, const char *what, policy_string which) {
  int shown = which.size < 60 ? (int)which.size : 60;
  return policy__fail(r->error, POLICY_ERROR_FORMAT, r->offset, "line %u: %s%s%.*s", r->line, what,
                      which.size > 0 ? ": " : "", shown, which.data);
}

/* A status of the draft, in words for this line. */
static policy_status settle(const table_reader *r, policy_status status) {
  if (status == POLICY_OK) return status;
  if (status == POLICY_ERROR_LIMIT)
    return policy__fail(r->error, status, r->offset, "line %u: too many entries, forms, codes, links or posts",
                        r->line);
  return policy__fail_plain(r->error, status);
}

static policy_string trim(policy_string s) {
  while (s.size > 0 && (*s.data == ' ' || *s.data == '\t')) s.data++, s.size--;
  while (s.size > 0 && (s.data[s.size - 1] == ' ' || s.data[s.size - 1] == '\t')) s.size--;
  return s;
}

/* Cuts the piece before the next `sign` off the string, trimmed; false when nothing is left. */
static bool cut(policy_string *rest, char sign, policy_string *piece) {
  if (rest->data == NULL) return false;
  const char *at = rest->size > 0 ? memchr(rest->data, sign, rest->size) : NULL;
  size_t size = at != NULL ? (size_t)(at - rest->data) : rest->size;
  *piece = trim((policy_string){rest->data, size});
  if (at != NULL)
    *rest = (policy_string){at + 1, rest->size - size - 1};
  else
    rest->data = NULL;
  return true;
}

static int find(policy_string word, const char *const *words, int count) {
  for (int i = 0; i < count; i++)
    if (policy__equal_word(word, words[i])) return i;
  return -1;
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* Whether it is made of letters, digits, signs beyond ASCII and those of `more`, and not too long. */
static bool is_word(policy_string s, const char *more, size_t most) {
  for (size_t i = 0; i < s.size; i++)
    if (!is_letter(s.data[i]) && !is_digit(s.data[i]) && s.data[i] >= 0 && strchr(more, s.data[i]) == NULL)
      return false;
  return s.size > 0 && s.size <= most;
}

static bool is_number(policy_string s, size_t at, size_t size, int least, int most) {
  int value = 0;
  for (size_t i = at; i < at + size; i++) {
    if (!is_digit(s.data[i])) return false;
    value = value * 10 + (s.data[i] - '0');
  }
  return value >= least && value <= most;
}

/* A year, a month or a day. */
static bool is_date(policy_string s) {
  if (s.size != 4 && s.size != 7 && s.size != 10) return false;
  if (!is_number(s, 0, 4, 1, 9999)) return false;
  if (s.size > 4 && !(s.data[4] == '-' && is_number(s, 5, 2, 1, 12))) return false;
  return s.size <= 7 || (s.data[7] == '-' && is_number(s, 8, 2, 1, 31));
}

/* ---- entries ----------------------------------------------------------------------------------------------
 */

static policy_status read_links(table_reader *r, policy_link_kind kind, policy_string value) {
  policy_status status = POLICY_OK;
  for (policy_string id; status == POLICY_OK && cut(&value, '|', &id);) {
    if (id.size == 0) return bad(r, "an empty id", id);
    status = settle(r, policy__draft_add_link(r->draft, r->entry, kind, id, r->line));
  }
  return status;
}

/* A property that an entry has once: `*string` is 0, or of the base. */
static policy_status set_property(table_reader *r, policy_string key, policy_string value, bool is_dated) {
  uint32_t string;
  if (is_dated && !is_date(value)) return bad(r, "no date", value);
  policy_status status = policy__draft_string_of(r->draft, value, &string);
  if (status != POLICY_OK) return settle(r, status);
  policy__draft_entry *entry = policy__draft_entry_at(r->draft, r->entry);
  *(policy__equal_word(key, "sector") ? &entry->sector : policy__equal_word(key, "from") ? &entry->from : &entry->to) = string;
  return POLICY_OK;
}

static policy_status read_properties(table_reader *r, policy_string list) {
  policy_status status = POLICY_OK;
  if (list.size == 0) return POLICY_OK;
  for (policy_string piece, key; status == POLICY_OK && cut(&list, ';', &piece);) {
    if (piece.size == 0) continue;
    policy_string value = piece;
    cut(&value, '=', &key);
    if (value.data == NULL) return bad(r, "not KEY=VALUE", piece);
    value = trim(value);
    if (!is_word(key, "-_.", WORD_MOST)) return bad(r, "not KEY=VALUE", piece);
    if (value.size == 0 || value.size > POLICY__LINKS_MOST * WORD_MOST) return bad(r, "no value of", key);
    int kind = find(key, kinds, KINDS);
    if (kind >= 0)
      status = read_links(r, (policy_link_kind)kind, value);
    else if (policy__equal_word(key, "sector"))
      status = set_property(r, key, value, false);
    else if (policy__equal_word(key, "from") || policy__equal_word(key, "to"))
      status = set_property(r, key, value, true);
    else if (value.size > WORD_MOST)
      return bad(r, "too long a code", key);
    else
      status = settle(r, policy__draft_add_code(r->draft, r->entry, key, value));
  }
  return status;
}

/* The entry with this id: a new one, or one of the base. */
static policy_status open_entry(table_reader *r, policy_string id, bool *is_new) {
  if (!is_word(id, ":-_./'()&+,", WORD_MOST)) return bad(r, "no id", id);
  r->entry = policy__table_find(&r->draft->entry_table, id);
  *is_new = r->entry == POLICY_NONE;
  policy_status status =
      *is_new ? policy__draft_add_entry(r->draft, id, &r->entry) : policy__draft_reopen(r->draft, r->entry);
  if (status != POLICY_OK) return settle(r, status);
  policy__draft_entry *entry = policy__draft_entry_at(r->draft, r->entry);
  if (entry->is_here) return bad(r, "an entry for the second time", id);
  entry->is_here = true;
  return POLICY_OK;
}

static policy_status read_name(table_reader *r, policy_string name) {
  policy_status status = policy__draft_set_name(r->draft, r->entry, name);
  return status == POLICY_ERROR_FORMAT ? bad(r, "this cannot be a name", name) : settle(r, status);
}

static policy_status read_entry(table_reader *r, const policy_string *fields, int count) {
  bool is_new = false;
  if (count < 2 || count > 5) return bad(r, "an entry has 2 to 5 fields", (policy_string){"", 0});
  policy_status status = open_entry(r, fields[1], &is_new);
  if (status != POLICY_OK) return status;
  if (is_new && (count < 4 || fields[3].size == 0))
    return bad(r, "an entry that is new needs a kind and a name", fields[1]);
  if (count > 2 && (is_new || fields[2].size > 0)) {
    int kind = policy__value(POLICY__ACTOR_KIND, fields[2]);
    if (kind < 0) return bad(r, "no kind of actor", fields[2]);
    policy__draft_entry_at(r->draft, r->entry)->kind = (uint32_t)kind;
  }
  if (count > 3 && fields[3].size > 0) status = read_name(r, fields[3]);
  if (count > 4 && status == POLICY_OK) status = read_properties(r, fields[4]);
  return status;
}

/* ---- forms ------------------------------------------------------------------------------------------------
 */

static policy_status read_forms(table_reader *r, const policy_string *fields, int count) {
  if (count != 4) return bad(r, "forms have 4 fields", (policy_string){"", 0});
  if (r->entry == POLICY_NONE) return bad(r, "forms before any entry", (policy_string){"", 0});
  int use = find(fields[1], uses, USES);
  if (use < 0) return bad(r, "no use of a form", fields[1]);
  if (fields[2].size > 0 && !is_word(fields[2], "-", TAG_MOST))
    return bad(r, "no tag of a language", fields[2]);
  uint32_t language;
  policy_status status = settle(r, policy__draft_language_of(r->draft, fields[2], &language));
  policy_string list = fields[3];
  for (policy_string form; status == POLICY_OK && cut(&list, '|', &form);) {
    if (form.size == 0) return bad(r, "an empty form", form);
    status = policy__draft_add_form(r->draft, r->entry, (policy_form_use)use, language, form);
    status = status == POLICY_ERROR_FORMAT ? bad(r, "this cannot be a form", form) : settle(r, status);
  }
  return status;
}

/* ---- posts ------------------------------------------------------------------------------------------------
 */

static policy_status read_post(table_reader *r, const policy_string *fields, int count) {
  policy_string open = {"", 0}, from = count > 3 ? fields[3] : open, to = count > 4 ? fields[4] : open;
  if (count < 3 || count > 5) return bad(r, "posts have 3 to 5 fields", open);
  if (r->entry == POLICY_NONE) return bad(r, "a post before any entry", open);
  if (fields[1].size == 0 || fields[1].size > WORD_MOST) return bad(r, "no title of a post", fields[1]);
  if (fields[2].size == 0) return bad(r, "an empty id", open);
  if (from.size > 0 && !is_date(from)) return bad(r, "no date", from);
  if (to.size > 0 && !is_date(to)) return bad(r, "no date", to);
  policy__draft_post post = {.entry = r->entry, .line = r->line};
  return settle(r, policy__draft_add_post(r->draft, post, fields[1], fields[2], from, to));
}

static policy_status read_line(table_reader *r, policy_string line) {
  policy_string fields[FIELDS];
  int count = 0;
  if (line.size == 0 || *line.data == '#' || trim(line).size == 0) return POLICY_OK;
  while (count < FIELDS && cut(&line, '\t', &fields[count])) count++;
  if (policy__equal_word(fields[0], "entry")) return read_entry(r, fields, count);
  if (policy__equal_word(fields[0], "form")) return read_forms(r, fields, count);
  if (policy__equal_word(fields[0], "post")) return read_post(r, fields, count);
  return bad(r, "neither entry, form nor post", fields[0]);
}

policy_status policy__draft_read(policy__draft *draft, policy_string table, policy_error *error) {
  table_reader r = {draft, POLICY_NONE, 0, 0, error};
  policy_status status = POLICY_OK;
  for (size_t at = 0; at < table.size && status == POLICY_OK;) {
    const char *line = table.data + at, *end = memchr(line, '\n', table.size - at);
    size_t size = end != NULL ? (size_t)(end - line) : table.size - at;
    r.line++;
    r.offset = at;
    status = read_line(&r, (policy_string){line, size});
    at += size + 1;
  }
  return status;
}
