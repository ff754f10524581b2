/* Gazetteers: lists of actors with their names, and finding these names in any text. The library carries one; a program
   may bring its own. doc/gazetteer.md describes the tables that they are read from. */
#ifndef POLICY_GAZETTEER_H
#define POLICY_GAZETTEER_H

#include <stdbool.h>

#include <policy/actor.h>
#include <policy/limits.h>
#include <policy/memory.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- gazetteers ------------------------------------------------------------------------------------------- */

/* Immutable, counted, and shared by any number of threads. */
typedef struct policy_gazetteer policy_gazetteer;

/* Start from POLICY_GAZETTEER_OPTIONS_INIT. NULL means all defaults. */
typedef struct policy_gazetteer_options {
  size_t size;                       /* set by POLICY_GAZETTEER_OPTIONS_INIT */
  const policy_limits *limits;       /* input, memory, entries; tokens bounds the forms. NULL: defaults */
  const policy_allocator *allocator; /* NULL: malloc; must live as long as the gazetteer */
  const policy_gazetteer *base;      /* its entries come first, and those read may add to them; may be NULL */
} policy_gazetteer_options;

#define POLICY_GAZETTEER_OPTIONS_INIT {sizeof(policy_gazetteer_options), 0, 0, 0}

/* A gazetteer from a table in UTF-8, or from what policy_gazetteer_save wrote. NULL on failure: FORMAT tells the line of
   a table, and its first byte in `error->offset`; what was saved and is damaged is FORMAT too. Linear but for sorting. */
POLICY_API policy_gazetteer *policy_gazetteer_read(const void *bytes, size_t size,
                                                   const policy_gazetteer_options *options, policy_error *error);
POLICY_API policy_gazetteer *policy_gazetteer_open(const char *path, const policy_gazetteer_options *options,
                                                   policy_error *error);

/* Appends the gazetteer to `saved`, in a compact form with a checksum that reads faster than a table. */
POLICY_API policy_status policy_gazetteer_save(const policy_gazetteer *gazetteer, policy_buffer *saved,
                                               policy_error *error);

/* The one that the library carries: states, organisations and other actors. A constant; need not be given back. */
POLICY_API const policy_gazetteer *policy_gazetteer_builtin(void);

/* Takes one more reference and returns the gazetteer. NULL gives NULL. */
POLICY_API policy_gazetteer *policy_gazetteer_ref(const policy_gazetteer *gazetteer);

/* Gives a reference back; the last one frees. NULL is allowed. */
POLICY_API void policy_gazetteer_unref(policy_gazetteer *gazetteer);

/* ---- entries ---------------------------------------------------------------------------------------------- */

/* An actor of a gazetteer, as a value: good as long as the gazetteer. `gazetteer` is NULL where there is none; all
   functions take such a one and give nothing. */
typedef struct policy_entry {
  const policy_gazetteer *gazetteer;
  uint32_t id;
} policy_entry;

/* How a form names its entry. */
typedef enum policy_form_use {
  POLICY_FORM_NAME,
  POLICY_FORM_ACRONYM,
  POLICY_FORM_DEMONYM, /* "Japanese" */
  POLICY_FORM_CAPITAL, /* a city that is also its government: only the context tells */
  POLICY_FORM_SEAT,    /* a building or street that is always its government */
  POLICY_FORM_REGIME,  /* "the Kim regime" */
  POLICY_FORM_HALF,    /* "the North", where the context has named its state */
  POLICY_FORM_LONGER,  /* a longer name of something else, found so that nothing is found in it */
  POLICY_FORM_GROUP    /* a role: "civil society" */
} policy_form_use;

/* How an entry belongs to another. */
typedef enum policy_link_kind {
  POLICY_LINK_MEMBER_OF,
  POLICY_LINK_PART_OF,
  POLICY_LINK_GOVERNMENT_OF
} policy_link_kind;

POLICY_API const char *policy_form_use_name(policy_form_use use);
POLICY_API const char *policy_link_kind_name(policy_link_kind kind);

/* Entries in the order of their tables, those of the base first. */
POLICY_API uint32_t policy_gazetteer_entry_count(const policy_gazetteer *gazetteer);
POLICY_API policy_entry policy_gazetteer_entry(const policy_gazetteer *gazetteer, uint32_t n);

/* The entry with an id ("state:JPN"), or with a code ("iso3166-1", "JPN"): the first that has it. */
POLICY_API policy_entry policy_gazetteer_find(const policy_gazetteer *gazetteer, const char *id);
POLICY_API policy_entry policy_gazetteer_find_code(const policy_gazetteer *gazetteer, const char *scheme,
                                                   const char *value);

/* All strings are NUL-terminated, borrowed from the gazetteer, and "" where the entry has none. */
POLICY_API policy_string policy_entry_id(policy_entry entry);
POLICY_API policy_string policy_entry_name(policy_entry entry);
POLICY_API policy_actor_kind policy_entry_kind(policy_entry entry);
POLICY_API policy_string policy_entry_sector(policy_entry entry);
POLICY_API policy_string policy_entry_from(policy_entry entry); /* since when: "1945-10-24", "1945-10", "1945" */
POLICY_API policy_string policy_entry_to(policy_entry entry);

/* The first name listed for a language ("pt-BR"), or for the nearest that contains it ("pt"); "" when there is none. */
POLICY_API policy_string policy_entry_name_in(policy_entry entry, const char *language);

/* Codes in the order of the table. */
POLICY_API uint32_t policy_entry_code_count(policy_entry entry);
POLICY_API policy_string policy_entry_code_scheme(policy_entry entry, uint32_t n);
POLICY_API policy_string policy_entry_code_value(policy_entry entry, uint32_t n);
POLICY_API policy_string policy_entry_code(policy_entry entry, const char *scheme); /* the first of its scheme */

/* What the entry belongs to. */
POLICY_API uint32_t policy_entry_link_count(policy_entry entry);
POLICY_API policy_link_kind policy_entry_link_kind(policy_entry entry, uint32_t n);
POLICY_API policy_entry policy_entry_link(policy_entry entry, uint32_t n);

/* The posts that a person holds or held, in the order of the table: a title ("President"), the entry whose post it is,
   and since when until when, "" where that is not told. */
POLICY_API uint32_t policy_entry_post_count(policy_entry entry);
POLICY_API policy_string policy_entry_post_title(policy_entry entry, uint32_t n);
POLICY_API policy_entry policy_entry_post(policy_entry entry, uint32_t n);
POLICY_API policy_string policy_entry_post_from(policy_entry entry, uint32_t n);
POLICY_API policy_string policy_entry_post_to(policy_entry entry, uint32_t n);

/* The forms that name the entry, by the order of spelling. A form of no language belongs to all. */
POLICY_API uint32_t policy_entry_form_count(policy_entry entry);
POLICY_API policy_string policy_entry_form(policy_entry entry, uint32_t n);
POLICY_API policy_form_use policy_entry_form_use(policy_entry entry, uint32_t n);
POLICY_API uint32_t policy_entry_form_language_count(policy_entry entry, uint32_t n);
POLICY_API policy_string policy_entry_form_language(policy_entry entry, uint32_t n, uint32_t language);

/* ---- matching --------------------------------------------------------------------------------------------- */

/* Start from POLICY_MATCHER_OPTIONS_INIT. NULL means all defaults. */
typedef struct policy_matcher_options {
  size_t size;                       /* set by POLICY_MATCHER_OPTIONS_INIT */
  const policy_allocator *allocator; /* NULL: malloc */
  const char *languages; /* "en fr": only forms of these languages, and of none. NULL: of all languages */
  bool longer;           /* report POLICY_FORM_LONGER, too */
} policy_matcher_options;

#define POLICY_MATCHER_OPTIONS_INIT {sizeof(policy_matcher_options), 0, 0, false}

/* A name in a text. */
typedef struct policy_match {
  size_t begin, end; /* bytes of the text */
  policy_entry entry;
  policy_form_use use;
  policy_string language; /* of the form: the first that was asked for; "" when it belongs to all */
} policy_match;

/* Walks through a text: from left to right, at each place the longest name, none overlapping. Marks on letters,
   apostrophes and stops in abbreviations make no difference, nor do a space, a hyphen and a line end; words
   with a capital in the form must have one in the text, and a form of at most five letters, all capital, is matched in
   capitals only. Names begin and end where words do (Unicode's UAX 29), before "'s" and behind a French or Italian
   article, too. doc/gazetteer.md has the details. Linear. */
typedef struct policy_matcher policy_matcher;

/* `text` is borrowed, and need be neither clean nor NUL-terminated; bytes that are no UTF-8 are in no name. The matcher
   keeps the gazetteer. For one thread. */
POLICY_API policy_matcher *policy_matcher_new(const policy_gazetteer *gazetteer, const char *text, size_t size,
                                              const policy_matcher_options *options, policy_error *error);

/* The next match; false behind the last. Cannot fail, and allocates nothing. */
POLICY_API bool policy_matcher_next(policy_matcher *matcher, policy_match *match);

/* Another reading of the last match, as "Georgia" has two; false behind the last. Ordered as their entries are. */
POLICY_API bool policy_matcher_other(policy_matcher *matcher, policy_match *match);

/* NULL is allowed. */
POLICY_API void policy_matcher_free(policy_matcher *matcher);

#ifdef __cplusplus
}
#endif

#endif
