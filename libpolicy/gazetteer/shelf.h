/* A gazetteer as it lies in memory and in files: columns of numbers, packed into as few bytes as the largest
 * needs. */
#ifndef POLICY_GAZETTEER_SHELF_H
#define POLICY_GAZETTEER_SHELF_H

#include <policy/gazetteer.h>

/* The columns. Lists of lists are kept as two: where each begins, with one more for the end, and the items. */
typedef enum policy__column {
  POLICY__STRINGS,    /* bytes of all strings, each with a NUL behind it: first the forms, by key and bytes */
  POLICY__STRING_AT,  /* [strings + 1] */
  POLICY__FORM_FLAGS, /* [forms]: policy__form_flag */
  POLICY__FORM_READINGS, /* [forms + 1]: the first reading */
  POLICY__READING_ENTRY, /* [readings] */
  POLICY__READING_USE,   /* policy_form_use, with POLICY__PREFERRED */
  POLICY__READING_SET,   /* the languages */
  POLICY__SET_AT,        /* [sets + 1]; set 0 is empty: all languages */
  POLICY__SET_LANGUAGE,  /* languages, rising */
  POLICY__LANGUAGE,      /* [languages]: strings */
  POLICY__ENTRY_ID,      /* [entries]: strings */
  POLICY__ENTRY_NAME,
  POLICY__ENTRY_KIND,
  POLICY__ENTRY_SECTOR,
  POLICY__ENTRY_FROM,
  POLICY__ENTRY_TO,
  POLICY__ENTRY_CODES, /* [entries + 1] */
  POLICY__CODE_SCHEME, /* strings */
  POLICY__CODE_VALUE,
  POLICY__ENTRY_LINKS, /* [entries + 1] */
  POLICY__LINK_KIND,
  POLICY__LINK_ENTRY,
  POLICY__ENTRY_POSTS, /* [entries + 1] */
  POLICY__POST_TITLE,  /* strings */
  POLICY__POST_ENTRY,
  POLICY__POST_FROM,
  POLICY__POST_TO,
  POLICY__ENTRY_READINGS,   /* [entries + 1] */
  POLICY__READING_BY_ENTRY, /* readings, by entry */
  POLICY__ENTRY_BY_ID,      /* entries in the order of their ids */
  POLICY__CODE_BY_VALUE,    /* codes in the order of scheme, value and entry */
  POLICY__SLOT_PRINT,       /* [slots]: 16 bits of a hash, 0: free */
  POLICY__SLOT_FORM, /* twice the first form of the key plus 1, 0: none; plus 1 when longer keys begin so */
  POLICY__FORM_BIT,  /* [forms]: twice policy__filter_bit, plus 1 when only a capital will do */
  POLICY__FILTER,    /* bits: beginnings of words that begin a form */
  POLICY__COLUMNS
} policy__column;

typedef enum policy__form_flag {
  POLICY__FORM_EXACT = 1, /* in capitals, and short: matched as it is written */
  POLICY__FORM_SAME = 2   /* its key is that of the form before */
} policy__form_flag;

#define POLICY__IMPLIED 0x40u   /* in drafts: an entry's own name, which no table lists as a form */
#define POLICY__PREFERRED 0x80u /* of POLICY__READING_USE: the first name of its entry in these languages */

enum {
  POLICY__FILTER_BITS = 1 << 18,
  POLICY__FILTER_LETTERS = 8,
  POLICY__PROBES_MOST = 255,
  POLICY__CODES_MOST = 64,       /* of an entry */
  POLICY__LINKS_MOST = 1024,     /* of an entry */
  POLICY__POSTS_MOST = 64,       /* of an entry */
  POLICY__GROUP_FORMS = 128,     /* spellings of one key */
  POLICY__GROUP_READINGS = 1024, /* of one key */
  POLICY__SHELF_PAD = 4          /* bytes behind the last column, so that a number can be loaded whole */
};

typedef struct policy__packed {
  const unsigned char *bytes;
  uint32_t count, width; /* width: 1 to 4 */
  uint32_t mask;
} policy__packed;

static inline uint32_t policy__load(const unsigned char *at) {
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static inline uint32_t policy__number(const policy__packed *column, uint32_t n) {
  return policy__load(column->bytes + (size_t)n * column->width) & column->mask;
}

/* What the file begins with; numbers little-endian, whatever the machine:
     "policyG2", the hash of all bytes from 16 on (64 bits), the seed (32 bits), the longest probe (32 bits),
     then for each column its offset, its count and its width (32 bits each). */
enum {
  POLICY__SHELF_SUM = 8,
  POLICY__SHELF_SEED = 16,
  POLICY__SHELF_PROBES = 20,
  POLICY__SHELF_COLUMNS = 24,
  POLICY__SHELF_HEAD = POLICY__SHELF_COLUMNS + 12 * POLICY__COLUMNS
};
#define POLICY__SHELF_MAGIC "policyG2"

/* A column of bytes that were checked. */
policy__packed policy__shelf_column(const unsigned char *shelf, policy__column column);

/* All bytes of a checked shelf. */
size_t policy__shelf_size(const unsigned char *shelf);

/* A string of the shelf, and one of its numbers. */
policy_string policy__shelf_string(const unsigned char *shelf, uint32_t n);
uint32_t policy__shelf_number(const unsigned char *shelf, policy__column column, uint32_t n);

/* Of lists that begin where `starts` says, the one that holds item `n`. */
uint32_t policy__shelf_owner(const policy__packed *starts, uint32_t n);

/* Whether the bytes are a gazetteer in which every number is in its place, so that no walk leaves them, and
   their sum is right: else FORMAT. Linear. */
policy_status policy__shelf_check(const void *bytes, size_t size, policy_error *error);

/* The sum over a shelf's bytes, the same on every machine. */
uint64_t policy__shelf_sum(const unsigned char *bytes, size_t size);

/* The hash of a key, well mixed: where it lies among `slots`, and its print. */
static inline uint64_t policy__shelf_mix(uint64_t hash, uint32_t seed) {
  hash = (hash ^ (uint64_t)seed << 17) * 0x9FB21C651E98DF25u;
  return hash ^ hash >> 29;
}

static inline uint32_t policy__shelf_slot(uint64_t mixed, uint32_t slots) {
  return (uint32_t)((mixed >> 32) * slots >> 32);
}

static inline uint32_t policy__shelf_print(uint64_t mixed) {
  uint32_t print = mixed & 0xFFFF;
  return print != 0 ? print : 1;
}

/* Where the filter has the bit of a word's beginning, for a small first letter; that for a capital lies behind
   it. The beginning is the first eight letters, each with 0x20 set, the first lowest, 0 behind the end of the
   word. */
static inline uint32_t policy__filter_bit(uint64_t letters) {
  return (uint32_t)((letters * 0x9E3779B97F4A7C15u) >> (64 - 17));
}

/* The shelf of a gazetteer. */
const unsigned char *policy__gazetteer_shelf(const policy_gazetteer *gazetteer);

#endif
