/* Collecting what tables say. */
#include "gazetteer/draft.h"

#include <string.h>

#include "gazetteer/spelling.h"

policy_status policy__draft_init(policy__draft *d, const policy_allocator *allocator, uint32_t entries,
                                 uint32_t forms) {
  *d = (policy__draft){.allocator = allocator};
  policy__arena_init(&d->arena, allocator);
  policy__array_init(&d->strings, allocator, sizeof(policy__draft_string), UINT32_MAX / 8);
  policy__array_init(&d->entries, allocator, sizeof(policy__draft_entry), entries);
  policy__array_init(&d->codes, allocator, sizeof(policy__draft_code), UINT32_MAX / 8);
  policy__array_init(&d->links, allocator, sizeof(policy__draft_link), UINT32_MAX / 8);
  policy__array_init(&d->posts, allocator, sizeof(policy__draft_post), UINT32_MAX / 8);
  policy__array_init(&d->forms, allocator, sizeof(policy__draft_form), forms);
  policy__array_init(&d->languages, allocator, sizeof(uint32_t), UINT16_MAX);
  policy__array_init(&d->named, allocator, sizeof(uint32_t), UINT16_MAX);
  policy__table_init(&d->string_table, allocator);
  policy__table_init(&d->entry_table, allocator);
  policy__table_init(&d->language_table, allocator);
  uint32_t none;
  policy_status status = policy__draft_string_of(d, (policy_string){"", 0}, &none);
  return status == POLICY_OK ? policy__draft_language_of(d, (policy_string){"", 0}, &none) : status;
}

void policy__draft_free(policy__draft *d) {
  policy__array_free(&d->strings);
  policy__array_free(&d->entries);
  policy__array_free(&d->codes);
  policy__array_free(&d->links);
  policy__array_free(&d->posts);
  policy__array_free(&d->forms);
  policy__array_free(&d->languages);
  policy__array_free(&d->named);
  policy__table_free(&d->string_table);
  policy__table_free(&d->entry_table);
  policy__table_free(&d->language_table);
  policy__arena_free(&d->arena);
}

policy_status policy__draft_string_of(policy__draft *d, policy_string text, uint32_t *number) {
  *number = policy__table_find(&d->string_table, text);
  if (*number != POLICY_NONE) return POLICY_OK;
  policy_string copy;
  if (!policy__arena_string(&d->arena, text, &copy)) return POLICY_ERROR_NO_MEMORY;
  policy_status status;
  *number = (uint32_t)d->strings.count;
  policy__draft_string *string = policy__array_push(&d->strings, &status);
  if (string == NULL) return status;
  *string = (policy__draft_string){copy, NULL, 0, 0};
  return policy__table_add(&d->string_table, copy, *number);
}

policy_status policy__draft_language_of(policy__draft *d, policy_string tag, uint32_t *number) {
  *number = policy__table_find(&d->language_table, tag);
  if (*number != POLICY_NONE) return POLICY_OK;
  uint32_t string = 0;
  policy_status status = policy__draft_string_of(d, tag, &string);
  if (status != POLICY_OK) return status;
  *number = (uint32_t)d->languages.count;
  uint32_t *language = policy__array_push(&d->languages, &status);
  if (language == NULL) return status;
  *language = string;
  if (policy__array_push(&d->named, &status) == NULL) return status;
  return policy__table_add(&d->language_table, POLICY__AT(&d->strings, policy__draft_string, string)->text,
                           *number);
}

policy_status policy__draft_add_entry(policy__draft *d, policy_string id, uint32_t *entry) {
  uint32_t string = 0;
  policy_status status = policy__draft_string_of(d, id, &string);
  if (status != POLICY_OK) return status;
  *entry = (uint32_t)d->entries.count;
  policy__draft_entry *item = policy__array_push(&d->entries, &status);
  if (item == NULL) return status;
  item->id = string;
  return policy__table_add(&d->entry_table, POLICY__AT(&d->strings, policy__draft_string, string)->text,
                           *entry);
}

policy_status policy__draft_add_code(policy__draft *d, uint32_t entry, policy_string scheme,
                                     policy_string value) {
  policy_status status;
  policy__draft_code code = {.entry = entry};
  if (++policy__draft_entry_at(d, entry)->codes > POLICY__CODES_MOST) return POLICY_ERROR_LIMIT;
  status = policy__draft_string_of(d, scheme, &code.scheme);
  if (status == POLICY_OK) status = policy__draft_string_of(d, value, &code.value);
  if (status != POLICY_OK) return status;
  policy__draft_code *item = policy__array_push(&d->codes, &status);
  if (item != NULL) *item = code;
  return status;
}

policy_status policy__draft_add_link(policy__draft *d, uint32_t entry, policy_link_kind kind,
                                     policy_string target, uint32_t line) {
  policy__draft_link link = {entry, (uint32_t)kind, 0, line};
  if (++policy__draft_entry_at(d, entry)->links > POLICY__LINKS_MOST) return POLICY_ERROR_LIMIT;
  policy_status status = policy__draft_string_of(d, target, &link.target);
  if (status != POLICY_OK) return status;
  policy__draft_link *item = policy__array_push(&d->links, &status);
  if (item != NULL) *item = link;
  return status;
}

policy_status policy__draft_add_post(policy__draft *d, policy__draft_post post, policy_string title,
                                     policy_string target, policy_string from, policy_string to) {
  if (++policy__draft_entry_at(d, post.entry)->posts > POLICY__POSTS_MOST) return POLICY_ERROR_LIMIT;
  policy_status status = policy__draft_string_of(d, title, &post.title);
  if (status == POLICY_OK) status = policy__draft_string_of(d, target, &post.target);
  if (status == POLICY_OK) status = policy__draft_string_of(d, from, &post.from);
  if (status == POLICY_OK) status = policy__draft_string_of(d, to, &post.to);
  if (status != POLICY_OK) return status;
  policy__draft_post *item = policy__array_push(&d->posts, &status);
  if (item != NULL) *item = post;
  return status;
}

/* Reads the string as a form, once. */
static policy_status set_key(policy__draft *d, uint32_t number) {
  policy__spelling spelling;
  policy__draft_string *string = POLICY__AT(&d->strings, policy__draft_string, number);
  if (string->key != NULL) return POLICY_OK;
  if (!policy__spelling_form(&spelling, string->text.data, string->text.size)) return POLICY_ERROR_FORMAT;
  uint32_t *key = policy__arena_array(&d->arena, spelling.size, sizeof *key);
  if (key == NULL) return POLICY_ERROR_NO_MEMORY;
  memcpy(key, spelling.key, spelling.size * sizeof *key);
  string->key = key;
  string->key_size = spelling.size;
  return POLICY_OK;
}

static policy_status push_form(policy__draft *d, policy__draft_form form) {
  policy_status status = set_key(d, form.string);
  if (status != POLICY_OK) return status;
  policy__draft_form *item = policy__array_push(&d->forms, &status);
  if (item != NULL) *item = form;
  return status;
}

policy_status policy__draft_add_form(policy__draft *d, uint32_t entry, policy_form_use use, uint32_t language,
                                     policy_string form) {
  policy__draft_form item = {0, entry, language, (uint32_t)use};
  uint32_t *named = POLICY__AT(&d->named, uint32_t, language);
  policy_status status = policy__draft_string_of(d, form, &item.string);
  if (use == POLICY_FORM_NAME && *named != entry + 1) {
    *named = entry + 1;
    item.use |= POLICY__PREFERRED;
  }
  return status == POLICY_OK ? push_form(d, item) : status;
}

policy_status policy__draft_set_name(policy__draft *d, uint32_t entry, policy_string name) {
  policy__draft_form form = {0, entry, 0, POLICY_FORM_NAME | POLICY__PREFERRED | POLICY__IMPLIED};
  policy_status status = policy__draft_string_of(d, name, &form.string);
  if (status == POLICY_OK) status = push_form(d, form);
  if (status == POLICY_OK) policy__draft_entry_at(d, entry)->name = form.string;
  return status;
}

policy_status policy__draft_reopen(policy__draft *d, uint32_t entry) {
  /* Forms that were taken over lie in the order of their entries. */
  size_t low = 0, high = d->imported;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (POLICY__AT(&d->forms, policy__draft_form, middle)->entry < entry)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < d->imported; low++) {
    const policy__draft_form *form = POLICY__AT(&d->forms, policy__draft_form, low);
    if (form->entry != entry) break;
    if (form->use & POLICY__PREFERRED) *POLICY__AT(&d->named, uint32_t, form->language) = entry + 1;
  }
  return POLICY_OK;
}

/* ---- taking over a gazetteer ------------------------------------------------------------------------------
 */

typedef struct import {
  policy__draft *draft;
  const unsigned char *shelf;
  uint32_t *languages; /* numbers in the draft, by number in the shelf */
} import;

static uint32_t count_of(const import *from, policy__column column) {
  return policy__shelf_column(from->shelf, column).count;
}

static uint32_t number(const import *from, policy__column column, uint32_t n) {
  return policy__shelf_number(from->shelf, column, n);
}

static policy_status import_string(const import *from, policy__column column, uint32_t n, uint32_t *string) {
  return policy__draft_string_of(from->draft, policy__shelf_string(from->shelf, number(from, column, n)),
                                 string);
}

static policy_status import_forms(const import *from, uint32_t entry) {
  policy_status status = POLICY_OK;
  uint32_t end = number(from, POLICY__ENTRY_READINGS, entry + 1);
  policy__packed starts = policy__shelf_column(from->shelf, POLICY__FORM_READINGS);
  for (uint32_t i = number(from, POLICY__ENTRY_READINGS, entry); i < end && status == POLICY_OK; i++) {
    uint32_t reading = number(from, POLICY__READING_BY_ENTRY, i),
             set = number(from, POLICY__READING_SET, reading);
    policy_string form = policy__shelf_string(from->shelf, policy__shelf_owner(&starts, reading));
    policy__draft_form item = {0, entry, 0, number(from, POLICY__READING_USE, reading)};
    status = policy__draft_string_of(from->draft, form, &item.string);
    uint32_t at = number(from, POLICY__SET_AT, set), stop = number(from, POLICY__SET_AT, set + 1);
    if (status == POLICY_OK && at == stop) status = push_form(from->draft, item);
    for (; at < stop && status == POLICY_OK; at++) {
      item.language = from->languages[number(from, POLICY__SET_LANGUAGE, at)];
      status = push_form(from->draft, item);
    }
  }
  return status;
}

static policy_status import_codes(const import *from, uint32_t entry) {
  policy_status status = POLICY_OK;
  uint32_t end = number(from, POLICY__ENTRY_CODES, entry + 1);
  for (uint32_t i = number(from, POLICY__ENTRY_CODES, entry); i < end && status == POLICY_OK; i++) {
    status = policy__draft_add_code(from->draft, entry,
                                    policy__shelf_string(from->shelf, number(from, POLICY__CODE_SCHEME, i)),
                                    policy__shelf_string(from->shelf, number(from, POLICY__CODE_VALUE, i)));
    if (status == POLICY_OK)
      POLICY__AT(&from->draft->codes, policy__draft_code, from->draft->codes.count - 1)->of_base = true;
  }
  end = number(from, POLICY__ENTRY_LINKS, entry + 1);
  for (uint32_t i = number(from, POLICY__ENTRY_LINKS, entry); i < end && status == POLICY_OK; i++) {
    uint32_t target = number(from, POLICY__ENTRY_ID, number(from, POLICY__LINK_ENTRY, i));
    status = policy__draft_add_link(from->draft, entry, (policy_link_kind)number(from, POLICY__LINK_KIND, i),
                                    policy__shelf_string(from->shelf, target), 0);
  }
  return status;
}

static policy_string shelved(const import *from, policy__column column, uint32_t n) {
  return policy__shelf_string(from->shelf, number(from, column, n));
}

static policy_status import_posts(const import *from, uint32_t entry) {
  policy_status status = POLICY_OK;
  uint32_t end = number(from, POLICY__ENTRY_POSTS, entry + 1);
  for (uint32_t i = number(from, POLICY__ENTRY_POSTS, entry); i < end && status == POLICY_OK; i++) {
    policy__draft_post post = {.entry = entry};
    policy_string target = shelved(from, POLICY__ENTRY_ID, number(from, POLICY__POST_ENTRY, i));
    status = policy__draft_add_post(from->draft, post, shelved(from, POLICY__POST_TITLE, i), target,
                                    shelved(from, POLICY__POST_FROM, i), shelved(from, POLICY__POST_TO, i));
  }
  return status;
}

static policy_status import_entry(const import *from, uint32_t n) {
  uint32_t entry;
  policy_string id = policy__shelf_string(from->shelf, number(from, POLICY__ENTRY_ID, n));
  policy_status status = policy__draft_add_entry(from->draft, id, &entry);
  if (status != POLICY_OK) return status;
  policy__draft_entry item = *policy__draft_entry_at(from->draft, entry);
  item.kind = number(from, POLICY__ENTRY_KIND, n);
  status = import_string(from, POLICY__ENTRY_NAME, n, &item.name);
  if (status == POLICY_OK) status = import_string(from, POLICY__ENTRY_SECTOR, n, &item.sector);
  if (status == POLICY_OK) status = import_string(from, POLICY__ENTRY_FROM, n, &item.from);
  if (status == POLICY_OK) status = import_string(from, POLICY__ENTRY_TO, n, &item.to);
  *policy__draft_entry_at(from->draft, entry) = item;
  if (status == POLICY_OK) status = import_codes(from, n);
  if (status == POLICY_OK) status = import_posts(from, n);
  return status == POLICY_OK ? import_forms(from, n) : status;
}

policy_status policy__draft_import(policy__draft *d, const unsigned char *shelf) {
import from = {d, shelf, NULL };
  uint32_t languages = count_of(&from, POLICY__LANGUAGE), entries = count_of(&from, POLICY__ENTRY_ID);
  from.languages = policy__arena_array(&d->arena, languages, sizeof *from.languages);
  policy_status status = from.languages != NULL ? POLICY_OK : POLICY_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < languages && status == POLICY_OK; i++)
    status = policy__draft_language_of(d, policy__shelf_string(shelf, number(&from, POLICY__LANGUAGE, i)),
                                       &from.languages[i]);
  for (uint32_t i = 0; i < entries && status == POLICY_OK; i++) status = import_entry(&from, i);
  d->imported = d->forms.count;
  return status;
}
