/* Tables of contents: their lines, and the headings that they name. */
#include <math.h>

#include "base/hash.h"
#include "read/boilerplate.h"
#include "read/pdf_layout.h"
#include "read/pdf_letters.h"
#include "read/scan.h"
#include "text/utf8.h"

/* ---- names ----------------------------------------------------------------------------------------------- */

void policy__letters_add(policy__letters *letters, policy_string text) {
  enum { PRIME = 0x01B3 };
  const char *p = text.data, *end = p + text.size;
  while (p < end) {
    uint32_t point = policy__utf8_next(&p);
    if ((policy__classify(point) & POLICY__LETTER) == 0) continue;
    point = policy__lower(point);
    letters->key = (letters->key ^ point) * (((uint64_t)1 << 40) + PRIME); /* FNV-1a, by letters */
    letters->key ^= letters->key >> 29;
    letters->count++;
  }
}

/* Whether a line is a number over a name: "§ 5", "3.". */
static bool is_number_above(const policy__pdf_line *line, const policy__pdf_line *name) {
  return (line->form.flags & (POLICY__LINE_DIGITS | POLICY__LINE_RULE)) != 0 && line->page == name->page &&
         fabsf(line->size - name->size) < 1 && line->base < name->base && name->base - line->base < name->size * 2.5F &&
         line->frame.left < name->frame.right && line->frame.right > name->frame.left &&
         (line->flags & (POLICY__PDF_EDGE | POLICY__PDF_CONTENTS)) == 0;
}

static void mark_named(policy__pdf *pdf, size_t first, size_t count) {
  const policy__pdf_line *name = policy__pdf_line_at(pdf, first);
  if (first > 0 && is_number_above(name - 1, name)) first--, count++;
  for (size_t i = first; i < first + count; i++) policy__pdf_line_at(pdf, i)->flags |= POLICY__PDF_LISTED;
  policy__pdf_line_at(pdf, first)->flags |= POLICY__PDF_BREAK;
  if (first + count < pdf->lines.count) policy__pdf_line_at(pdf, first + count)->flags |= POLICY__PDF_BREAK;
}

/* Whether lines that have a name may be the heading itself, and no end of a sentence that has the same letters. */
static bool may_be_named(const policy__pdf *pdf, const policy__pdf_line *first, const policy__pdf_line *last) {
  enum { ENDS = POLICY__LINE_STOP | POLICY__LINE_COMMA | POLICY__LINE_SEMICOLON };
  if ((first->flags & POLICY__PDF_BOLD) != 0 || first->size > pdf->size + 0.5F) return true;
  if (first->size < pdf->size * 0.9F || (first->form.flags & POLICY__LINE_LOWER) != 0) return false;
  return (last->form.flags & ENDS) == 0 || (last->form.flags & POLICY__LINE_QUESTION) != 0;
}

/* How many lines from `first` on have, together, one of the names; 0: none. */
static size_t named_from(const policy__pdf *pdf, const policy__table *table, size_t first) {
  enum { MOST = 4, PASSED = POLICY__PDF_CONTENTS | POLICY__PDF_EDGE | POLICY__PDF_LISTED };
  const policy__pdf_line *top = policy__pdf_line_at(pdf, first);
  policy__letters letters = {0};
  size_t found = 0;
  for (size_t i = 0; i < MOST && first + i < pdf->lines.count; i++) {
    const policy__pdf_line *line = top + i;
    if ((line->flags & PASSED) != 0 || line->page != top->page) break;
    if (i > 0 && (fabsf(line->size - top->size) > 1 || line->base <= (line - 1)->base)) break;
    policy__letters_add(&letters, policy__pdf_text(pdf, line));
    if (letters.count < POLICY__LETTERS_LEAST) continue;
    const policy_string key = {(const char *)&letters.key, sizeof letters.key};
    if (policy__table_find(table, key) != POLICY_NONE && may_be_named(pdf, top, line)) found = i + 1;
  }
  return found;
}

/* Marks the lines, up to four in a row, whose letters together are a name. */
static policy_status mark_all(policy__pdf *pdf) {
  policy__table table;
  policy_status status = POLICY_OK;
  policy__table_init(&table, pdf->allocator);
  for (size_t i = 0; i < pdf->named.count && status == POLICY_OK; i++) {
    policy_string key = {(const char *)POLICY__AT(&pdf->named, uint64_t, i), sizeof(uint64_t)};
    if (policy__table_find(&table, key) == POLICY_NONE) status = policy__table_add(&table, key, (uint32_t)i);
  }
  for (size_t i = 0; status == POLICY_OK && i < pdf->lines.count; i++) {
    size_t named = named_from(pdf, &table, i);
    if (named == 0) continue;
    mark_named(pdf, i, named);
    i += named - 1;
  }
  policy__table_free(&table);
  return status;
}

/* ---- tables of contents ---------------------------------------------------------------------------------- */

/* "Contents", "Table of contents", "Inhalt" and their like. */
static bool is_contents_heading(policy_string text) {
  static const char *const words[] = {"contents", "table of contents", "list of contents", "contents page", "figures",
                                      "tables", "list of figures", "list of tables", "inhalt", "inhaltsverzeichnis",
                                      "inhalts\xC3\xBC" "bersicht",
                                      "sommaire", "table des mati\xC3\xA8res", "\xC3\xADndice", "indice"};
  text = policy__strip(text, ".:");
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (policy__equals(text, words[i])) return true;
  return false;
}

/* Whether a line ends with a page number behind words: "Background 4". */
static bool ends_with_number(policy_string text) {
  size_t at = text.size;
  while (at > 0 && (unsigned)(text.data[at - 1] - '0') < 10) at--;
  size_t digits = text.size - at;
  return digits > 0 && digits <= 4 && at > 3 && (text.data[at - 1] == ' ' || text.data[at - 1] == '.');
}

/* Where the letters of each line stand for the last time. */
typedef struct lasts {
  policy__table table; /* the number of the line's key */
  policy__array keys;  /* of uint64_t; never moves */
  policy__array lines; /* of uint32_t: the last line, by key */
} lasts;

static uint32_t find_last(const lasts *l, uint64_t key) {
  uint32_t n = policy__table_find(&l->table, (policy_string){(const char *)&key, sizeof key});
  return n != POLICY_NONE ? *POLICY__AT(&l->lines, uint32_t, n) : 0;
}

static policy_status note_last(lasts *l, uint64_t key, uint32_t line) {
  policy_status status = POLICY_OK;
  uint32_t n = policy__table_find(&l->table, (policy_string){(const char *)&key, sizeof key});
  if (n == POLICY_NONE) {
    n = (uint32_t)l->keys.count;
    uint64_t *kept = policy__array_push(&l->keys, &status);
    if (kept == NULL) return status;
    *kept = key;
    if (policy__array_push(&l->lines, &status) == NULL) return status;
    status = policy__table_add(&l->table, (policy_string){(const char *)kept, sizeof key}, n);
  }
  *POLICY__AT(&l->lines, uint32_t, n) = line;
  return status;
}

static policy__letters letters_of(const policy__pdf *pdf, size_t n) {
  policy__letters letters = {0};
  policy__letters_add(&letters, policy__pdf_text(pdf, policy__pdf_line_at(pdf, n)));
  return letters;
}

static policy_status note_lasts(const policy__pdf *pdf, lasts *l) {
  policy_status status = policy__array_reserve(&l->keys, pdf->lines.count);
  for (size_t i = 0; i < pdf->lines.count && status == POLICY_OK; i++) {
    policy__letters letters = letters_of(pdf, i);
    bool edge = (policy__pdf_line_at(pdf, i)->flags & POLICY__PDF_EDGE) != 0;
    if (!edge && letters.count >= POLICY__LETTERS_LEAST) status = note_last(l, letters.key, (uint32_t)i);
  }
  return status;
}

static bool comes_again(const policy__pdf *pdf, const lasts *l, size_t n) {
  policy__letters letters = letters_of(pdf, n);
  return letters.count >= POLICY__LETTERS_LEAST && find_last(l, letters.key) > n;
}

/* Whether contents go on at the top of the next page: the words of all its first lines come again. */
static bool goes_on(const policy__pdf *pdf, const lasts *l, size_t n) {
  enum { LINES = 4 };
  uint32_t seen = 0, page = policy__pdf_line_at(pdf, n)->page;
  for (size_t i = n; i < pdf->lines.count && i < n + 2 * LINES && seen < LINES; i++) {
    const policy__pdf_line *line = policy__pdf_line_at(pdf, i);
    if (line->page != page) break;
    if ((line->flags & POLICY__PDF_EDGE) != 0 || letters_of(pdf, i).count == 0) continue;
    if (!comes_again(pdf, l, i)) return false;
    seen++;
  }
  return seen == LINES;
}

/* Whether a line below a heading of contents is of an entry: it ends with a page number, or is one, or its words come
   again further down. */
static bool is_entry(const policy__pdf *pdf, const lasts *l, size_t last, size_t n) {
  enum { WORDS = 24, DIGITS = 4 };
  const policy__pdf_line *line = policy__pdf_line_at(pdf, n);
  policy_string text = policy__pdf_text(pdf, line);
  if (line->form.words > WORDS) return false;
  bool page = line->page == policy__pdf_line_at(pdf, last)->page || goes_on(pdf, l, n);
  if ((line->form.flags & POLICY__LINE_DIGITS) != 0) return page && text.size <= DIGITS;
  return ends_with_number(text) || (page && comes_again(pdf, l, n));
}

/* Lines with leaders, and entries below a heading that says so, with the lines between that they complete. */
static void mark_lines(policy__pdf *pdf, const lasts *l) {
  enum { LONGEST = 3, FEW = 3, MOST = 12 }; /* lines of one entry; words and lines of numbers and headings between */
  size_t last = SIZE_MAX, passed = 0;
  for (size_t i = 0; i < pdf->lines.count; i++) {
    policy__pdf_line *line = policy__pdf_line_at(pdf, i);
    if ((line->flags & POLICY__PDF_EDGE) != 0) continue;
    bool entry = (line->form.flags & POLICY__LINE_LEADERS) != 0 || is_contents_heading(policy__pdf_text(pdf, line)) ||
                 (last != SIZE_MAX && is_entry(pdf, l, last, i));
    if (!entry) {
      passed += line->words > FEW;
      if (last != SIZE_MAX && (passed > LONGEST || i - last > MOST)) last = SIZE_MAX;
      continue;
    }
    for (size_t k = last == SIZE_MAX ? i : last + 1; k < i; k++)
      policy__pdf_line_at(pdf, k)->flags |= POLICY__PDF_CONTENTS;
    line->flags |= POLICY__PDF_CONTENTS;
    last = i;
    passed = 0;
  }
}

/* A heading of contents without contents is none. */
static void unmark_alone(policy__pdf *pdf) {
  for (size_t i = 0; i < pdf->lines.count; i++) {
    policy__pdf_line *line = policy__pdf_line_at(pdf, i);
    bool before = i > 0 && ((line - 1)->flags & POLICY__PDF_CONTENTS) != 0;
    bool behind = i + 1 < pdf->lines.count && ((line + 1)->flags & POLICY__PDF_CONTENTS) != 0;
    if (!before && !behind) line->flags &= ~(uint32_t)POLICY__PDF_CONTENTS;
    if (i > 0 && ((line->flags ^ (line - 1)->flags) & POLICY__PDF_CONTENTS) != 0) line->flags |= POLICY__PDF_BREAK;
  }
}

/* An entry of contents while its lines are collected. */
typedef struct entry {
  policy__letters letters;
  bool numbered; /* its last row ends with a page number */
} entry;

/* Keeps the name of an entry, and begins the next. */
static policy_status end_entry(policy__pdf *pdf, entry *e) {
  policy_status status = POLICY_OK;
  uint64_t *key = e->letters.count >= POLICY__LETTERS_LEAST ? policy__array_push(&pdf->named, &status) : NULL;
  if (key != NULL) *key = e->letters.key;
  *e = (entry){.numbered = false};
  return status;
}

static policy_string last_word(policy_string text) {
  size_t begin = text.size;
  while (begin > 0 && text.data[begin - 1] != ' ' && text.data[begin - 1] != '.') begin--;
  return policy__piece(text, begin, text.size);
}

/* Adds the letters of a line, but for a page number in letters at its end. */
static void add_line(const policy__pdf *pdf, const policy__pdf_line *line, entry *e) {
  policy_string text = policy__pdf_text(pdf, line), last = last_word(text);
  e->numbered = policy__is_page_number(last);
  if (e->numbered) text = policy__piece(text, 0, text.size - last.size);
  policy__letters_add(&e->letters, text);
}

/* Whether any row of a chain of lines ends with a page number; else each row is an entry. */
static bool has_numbers(const policy__pdf *pdf, uint32_t first) {
  for (uint32_t n = first; n != POLICY_NONE; n = policy__pdf_line_at(pdf, n)->next)
    if (policy__is_page_number(last_word(policy__pdf_text(pdf, policy__pdf_line_at(pdf, n))))) return true;
  return false;
}

/* The names of all entries on a page: an entry ends with the row that has its number. */
static policy_status collect_page(policy__pdf *pdf, uint32_t first) {
  policy_status status = POLICY_OK;
  bool numbers = has_numbers(pdf, first);
  entry e = {.numbered = false};
  for (uint32_t n = first; n != POLICY_NONE && status == POLICY_OK;) {
    const policy__pdf_line *line = policy__pdf_line_at(pdf, n);
    const policy__pdf_line *next = line->next != POLICY_NONE ? policy__pdf_line_at(pdf, line->next) : NULL;
    bool row = next != NULL && fabsf(next->base - line->base) < line->size * 0.5F;
    if (is_contents_heading(policy__pdf_text(pdf, line))) e = (entry){.numbered = false};
    else add_line(pdf, line, &e);
    if (!row && (e.numbered || !numbers)) status = end_entry(pdf, &e);
    n = line->next;
  }
  return status;
}

static policy_status collect(policy__pdf *pdf) {
  policy_status status = policy__pdf_sort_contents(pdf);
  for (size_t i = 0; i < pdf->tables.count && status == POLICY_OK; i++)
    status = collect_page(pdf, POLICY__AT(&pdf->tables, policy__pdf_part, i)->first);
  return status;
}

policy_status policy__pdf_contents(policy__pdf *pdf) {
  lasts l = {0};
  policy__table_init(&l.table, pdf->allocator);
  policy__array_init(&l.keys, pdf->allocator, sizeof(uint64_t), POLICY_NONE - 1);
  policy__array_init(&l.lines, pdf->allocator, sizeof(uint32_t), POLICY_NONE - 1);
  policy_status noted = note_lasts(pdf, &l);
  if (noted == POLICY_OK) mark_lines(pdf, &l);
  policy__array_free(&l.lines);
  policy__array_free(&l.keys);
  policy__table_free(&l.table);
  if (noted != POLICY_OK) return noted;
  unmark_alone(pdf);
  policy_status status = collect(pdf);
  return status == POLICY_OK && pdf->named.count > 0 ? mark_all(pdf) : status;
}
