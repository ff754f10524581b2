/* A gazetteer that is being made: what tables say, before it is put in order. */
#ifndef POLICY_GAZETTEER_DRAFT_H
#define POLICY_GAZETTEER_DRAFT_H

#include "base/arena.h"
#include "base/array.h"
#include "base/hash.h"
#include "gazetteer/shelf.h"

/* Every string once. */
typedef struct policy__draft_string {
  policy_string text;
  const uint32_t *key; /* as it is compared, when it is a form */
  uint32_t key_size;
  uint32_t number; /* in the shelf */
} policy__draft_string;

typedef struct policy__draft_entry {
  uint32_t id, name, sector, from, to; /* strings */
  uint32_t kind, codes, links, posts;  /* how many */
  bool is_here;                        /* the table that is being read has a line for it */
} policy__draft_entry;

typedef struct policy__draft_code {
  uint32_t entry, scheme, value;
  bool of_base; /* goes when the table gives another of its scheme */
} policy__draft_code;

typedef struct policy__draft_link {
  uint32_t entry, kind;
  uint32_t target; /* string: an id, as it may come later */
  uint32_t line;   /* of the table, for the error */
} policy__draft_link;

typedef struct policy__draft_post {
  uint32_t entry, title, from, to; /* strings, but for the entry */
  uint32_t target;                 /* string: an id, as it may come later */
  uint32_t line;                   /* of the table, for the error */
} policy__draft_post;

/* That a form names an entry in a language. */
typedef struct policy__draft_form {
  uint32_t string, entry, language; /* language 0: all */
  uint32_t use;                     /* with POLICY__PREFERRED and POLICY__IMPLIED */
} policy__draft_form;

typedef struct policy__draft {
  const policy_allocator *allocator;
  policy__arena arena;
  policy__array strings, entries, codes, links, posts, forms;
  policy__array languages; /* uint32_t: strings; 0 is "" */
  policy__array named;     /* uint32_t by language: the last entry that has a name in it, plus 1 */
  size_t imported;         /* forms that were taken over: the first ones */
  policy__table string_table, entry_table, language_table;
} policy__draft;

/* `entries` and `forms` are the most that there may be. Free it also when this fails. */
policy_status policy__draft_init(policy__draft *draft, const policy_allocator *allocator, uint32_t entries,
                                 uint32_t forms);
void policy__draft_free(policy__draft *draft);

/* The number of a string; its bytes are copied when it is new. */
policy_status policy__draft_string_of(policy__draft *draft, policy_string text, uint32_t *number);
policy_status policy__draft_language_of(policy__draft *draft, policy_string tag, uint32_t *number);

static inline policy__draft_entry *policy__draft_entry_at(policy__draft *draft, uint32_t n) {
  return POLICY__AT(&draft->entries, policy__draft_entry, n);
}

/* A new entry under an id that is not there yet. */
policy_status policy__draft_add_entry(policy__draft *draft, policy_string id, uint32_t *entry);

/* The names of an entry that was opened again: they stay the preferred ones. */
policy_status policy__draft_reopen(policy__draft *draft, uint32_t entry);

/* LIMIT when an entry has too many. */
policy_status policy__draft_add_code(policy__draft *draft, uint32_t entry, policy_string scheme,
                                     policy_string value);
policy_status policy__draft_add_link(policy__draft *draft, uint32_t entry, policy_link_kind kind,
                                     policy_string target, uint32_t line);

/* `post` is whole but for its strings. */
policy_status policy__draft_add_post(policy__draft *draft, policy__draft_post post, policy_string title,
                                     policy_string target, policy_string from, policy_string to);

/* FORMAT when the form has no word or is too long. */
policy_status policy__draft_add_form(policy__draft *draft, uint32_t entry, policy_form_use use,
                                     uint32_t language, policy_string form);

/* The entry's own name: a form of all languages, unless the table lists the same form for it, with what use
 * whatever. */
policy_status policy__draft_set_name(policy__draft *draft, uint32_t entry, policy_string name);

/* Takes over all entries of a gazetteer. The draft must be empty. */
policy_status policy__draft_import(policy__draft *draft, const unsigned char *shelf);

/* Reads a table; `error` tells the line. */
policy_status policy__draft_read(policy__draft *draft, policy_string table, policy_error *error);

/* Appends the shelf to `buffer`. Links to no entry are FORMAT, with their line. */
policy_status policy__draft_compile(policy__draft *draft, policy_buffer *buffer, policy_error *error);

#endif
