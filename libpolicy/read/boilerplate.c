/* Debris by form, place and repetition. */
#include "read/boilerplate.h"

#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "read/scan.h"
#include "text/utf8.h"

enum { LONGEST = 160, EDGE_PARTS = 40, PROSE = 160, REPEATED = 3, TITLE_PAGE = 12 };

/* ---- page numbers ---------------------------------------------------------------------------------------- */

static bool is_number(policy_string word) {
  if (word.size == 0 || word.size > 4) return false;
  for (size_t i = 0; i < word.size; i++)
    if ((unsigned)(word.data[i] - '0') > 9) return false;
  return true;
}

static bool is_roman(policy_string word) {
  if (word.size == 0 || word.size > 6 || policy__equals(word, "l")) return false;
  for (size_t i = 0; i < word.size; i++)
    if (strchr("ivxl", word.data[i]) == NULL || word.data[i] == '\0') return false;
  return true;
}

bool policy__is_page_number(policy_string line) {
  if (line.size > 24) return false;
  policy_string bare = policy__strip(line, "-|[]~_");
  for (uint32_t c = policy__first_point(bare); c == 0x2013 || c == 0x2014; c = policy__first_point(bare))
    bare = policy__trim(policy__piece(bare, 3, bare.size));
  for (uint32_t c = policy__last_point(bare); c == 0x2013 || c == 0x2014; c = policy__last_point(bare))
    bare = policy__trim(policy__piece(bare, 0, bare.size - 3));
  if (is_number(bare) || is_roman(bare)) return true;
  size_t word = policy__begins(bare, "page");
  if (word == 0) word = policy__begins(bare, "p.");
  bool named = word > 0;
  policy_string rest = policy__strip(policy__piece(bare, word, bare.size), ".:");
  size_t at = 0;
  policy_string first = policy__next_word(rest, &at);
  if (!is_number(first) && !is_roman(first)) return false;
  policy_string behind = policy__trim(policy__piece(rest, at, rest.size));
  if (behind.size == 0) return named;
  bool of = behind.data[0] == '/' || policy__begins(behind, "of") > 0;
  if (!of) return false;
  policy_string total = policy__trim(policy__piece(behind, behind.data[0] == '/' ? 1 : 2, behind.size));
  return is_number(total) && (named || behind.data[0] == '/' || first.size <= total.size);
}

/* "11/24/25, 5:39 PM" and its like: digits, their signs, and am or pm. */
static bool is_timestamp(policy_string line) {
  size_t digits = 0, slashes = 0, colons = 0, letters = 0;
  if (line.size > 30) return false;
  for (size_t i = 0; i < line.size; i++) {
    char c = line.data[i];
    if (c >= '0' && c <= '9') digits++;
    else if (c == '/' || c == '-') slashes++;
    else if (c == ':') colons++;
    else if (strchr("aApPmMtTzZ", c) != NULL && c != '\0') letters++;
    else if (c != ' ' && c != ',' && c != '.') return false;
  }
  return digits >= 6 && slashes == 2 && colons >= 1 && colons <= 2 && letters <= 2;
}

/* The number of a printing job next to that of a page: "10-55122 4". */
static bool is_job_number(policy_string line) {
  size_t space = policy__find_in(line, 0, " "), digits = 0, hyphens = 0;
  if (line.size > 16 || space >= line.size) return false;
  policy_string first = policy__piece(line, 0, space),
                second = policy__trim(policy__piece(line, space, line.size));
  policy_string page = first.size < second.size ? first : second,
                job = first.size < second.size ? second : first;
  for (size_t i = 0; i < job.size; i++) {
    if (job.data[i] == '-') hyphens++;
    else if ((unsigned)(job.data[i] - '0') < 10) digits++;
  }
  return is_number(page) && page.size <= 3 && hyphens == 1 && digits >= 6 && digits + 1 == job.size &&
         job.data[2] == '-';
}

/* Printers' marks: "/...", "*0160653*", "01-60653 (E)", "GE.08-14041", "[page break]". */
static bool is_printers_mark(policy_string line) {
  if (is_job_number(line)) return true;
  if (line.size > 28 || line.size < 3) return false;
  if (policy__equals(line, "/...") || policy__equals(line, "(more)") || policy__equals(line, "[page break]"))
    return true;
  if (policy__find_in(line, 0, " /...") + 5 == line.size)
    line = policy__trim(policy__piece(line, 0, line.size - 5));
  policy_string bare = policy__strip(line, "*");
  size_t digits = 0, hyphens = 0, others = 0;
  size_t from = policy__begins(bare, "ge.");
  bool press = from > 0;
  if (bare.size > 4 && bare.data[bare.size - 1] == ')') {
    size_t open = policy__find_in(bare, 0, "(");
    if (bare.size - open > 3 || open == 0) return false;
    bare = policy__trim(policy__piece(bare, 0, open));
    press = true;
  }
  for (size_t i = from; i < bare.size; i++) {
    if ((unsigned)(bare.data[i] - '0') < 10) digits++;
    else if (bare.data[i] == '-') hyphens++;
    else others++;
  }
  if (line.data[0] == '*' && line.data[line.size - 1] == '*') return others == 0 && digits >= 5;
  return press && others == 0 && digits >= 6 && hyphens <= 1;
}

void policy__furniture_mark(policy__page_text *text) {
  enum { LONGEST_MARK = 28 };
  for (size_t i = 0; i < text->lines.count; i++) {
    policy__line *line = policy__line_at(text, i);
    if (line->width > LONGEST_MARK || (line->flags & (POLICY__LINE_STOP | POLICY__LINE_RULE)) != 0) continue;
    policy_string content = policy__piece(text->text, line->begin, line->end);
    bool named = (line->flags & (POLICY__LINE_UPPER | POLICY__LINE_DIGITS)) != 0 &&
                 policy__find_in(content, 0, " ") < content.size;
    bool page = (named || line->gap > 0) && policy__is_page_number(content);
    if (page || is_printers_mark(content) || is_timestamp(content)) line->flags |= POLICY__LINE_FURNITURE;
  }
}

/* ---- repetition ------------------------------------------------------------------------------------------ */

/* How often the lines of one look, digits aside, occur, and how often next to a page number or page end. */
typedef struct refrain {
  uint64_t key;
  uint32_t count, at_page, interrupts;
} refrain;

typedef struct refrains {
  policy__array items;   /* of refrain; never moves, as the table borrows its keys */
  policy__array numbers; /* of uint32_t: the refrain of each part, or POLICY_NONE */
  policy__table table;
} refrains;

static bool may_repeat(const policy__page_text *text, const policy__part *part) {
  const policy__line *line = policy__line_at(text, part->first);
  return part->first == part->last && line->width <= LONGEST && line->width >= 3 &&
         (line->flags & POLICY__LINE_RULE) == 0;
}

static uint64_t key_of(policy_string line) {
  char folded[4 * LONGEST];
  size_t size = 0;
  for (size_t i = 0; i < line.size && size < sizeof folded; i++) {
    bool digit = (unsigned)(line.data[i] - '0') < 10;
    if (digit && size > 0 && folded[size - 1] == '0') continue;
    folded[size++] = digit ? '0' : line.data[i];
  }
  return policy__hash(folded, size, 0);
}

static policy_status count_refrain(refrains *r, uint64_t key, uint32_t *number) {
  policy_status status = POLICY_OK;
  *number = policy__table_find(&r->table, (policy_string){(const char *)&key, sizeof key});
  if (*number == POLICY_NONE) {
    refrain *item = policy__array_push(&r->items, &status);
    if (item == NULL) return status;
    item->key = key;
    *number = (uint32_t)(r->items.count - 1);
    status = policy__table_add(&r->table, (policy_string){(const char *)&item->key, sizeof key}, *number);
  }
  if (status == POLICY_OK) POLICY__AT(&r->items, refrain, *number)->count++;
  return status;
}

static policy_status count_refrains(const policy__page_text *text, refrains *r) {
  policy_status status = policy__array_reserve(&r->items, text->parts.count);
  if (status == POLICY_OK) status = policy__array_reserve(&r->numbers, text->parts.count);
  for (size_t i = 0; i < text->parts.count && status == POLICY_OK; i++) {
    const policy__part *part = policy__part_at(text, i);
    uint32_t *number = policy__array_push(&r->numbers, &status);
    if (number == NULL) break;
    *number = POLICY_NONE;
    if (may_repeat(text, part)) status = count_refrain(r, key_of(policy__part_text(text, part)), number);
  }
  return status;
}

static bool is_page_end(const policy__page_text *text, size_t n) {
  if (n >= text->parts.count) return false;
  const policy__part *part = policy__part_at(text, n);
  return (part->flags & POLICY__PART_RUNNING) != 0;
}

static bool starts_page(const policy__page_text *text, size_t n) {
  if (n >= text->parts.count) return false;
  return (policy__line_at(text, policy__part_at(text, n)->first)->flags & POLICY__LINE_PAGE) != 0;
}

/* Whether the text around the part is one sentence that it breaks in two. */
static bool interrupts(const policy__page_text *text, size_t n) {
  if (n == 0 || n + 1 >= text->parts.count) return false;
  const policy__line *above = policy__line_at(text, policy__part_at(text, n - 1)->last);
  const policy__line *below = policy__line_at(text, policy__part_at(text, n + 1)->first);
  enum { ENDED = POLICY__LINE_STOP | POLICY__LINE_COLON | POLICY__LINE_SEMICOLON };
  return above->width > 40 && (above->flags & ENDED) == 0 && (below->flags & POLICY__LINE_LOWER) != 0;
}

static bool is_at_page(const policy__page_text *text, size_t n) {
  return starts_page(text, n) || starts_page(text, n + 1) || is_page_end(text, n + 1) ||
         (n > 0 && is_page_end(text, n - 1));
}

/* Whether no part before has the refrain: then it is what the later ones repeat. */
static bool is_first(const refrains *r, size_t n, uint32_t number) {
  for (size_t i = 0; i < n; i++)
    if (*POLICY__AT(&r->numbers, uint32_t, i) == number) return false;
  return true;
}

static void note_places(const policy__page_text *text, refrains *r) {
  for (size_t i = 0; i < text->parts.count; i++) {
    uint32_t number = *POLICY__AT(&r->numbers, uint32_t, i);
    if (number == POLICY_NONE) continue;
    refrain *item = POLICY__AT(&r->items, refrain, number);
    if (is_at_page(text, i)) item->at_page++;
    if (interrupts(text, i)) item->interrupts++;
  }
}

static bool is_running(const refrain *item) {
  if (item->count < 2) return false;
  if (item->at_page >= 2 && item->at_page * 2 >= item->count) return true;
  return item->count >= REPEATED && item->interrupts >= 1 && item->interrupts * 4 >= item->count;
}

/* Marks running heads. Twice, as one stands next to another. */
static policy_status mark_running(policy__page_text *text, const policy_allocator *allocator) {
  refrains r;
  policy__array_init(&r.items, allocator, sizeof(refrain), POLICY_NONE - 1);
  policy__array_init(&r.numbers, allocator, sizeof(uint32_t), POLICY_NONE - 1);
  policy__table_init(&r.table, allocator);
  policy_status status = count_refrains(text, &r);
  for (int round = 0; status == POLICY_OK && round < 2; round++) {
    for (size_t i = 0; i < r.items.count; i++) {
      refrain *item = POLICY__AT(&r.items, refrain, i);
      item->at_page = item->interrupts = 0;
    }
    note_places(text, &r);
    for (size_t i = 0; i < text->parts.count; i++) {
      uint32_t number = *POLICY__AT(&r.numbers, uint32_t, i);
      if (number == POLICY_NONE || !is_running(POLICY__AT(&r.items, refrain, number))) continue;
      if (i < TITLE_PAGE && is_first(&r, i, number) && !is_at_page(text, i)) continue;
      policy__part_at(text, i)->kind = POLICY_BLOCK_BOILERPLATE;
      policy__part_at(text, i)->flags |= POLICY__PART_RUNNING;
    }
  }
  policy__table_free(&r.table);
  policy__array_free(&r.numbers);
  policy__array_free(&r.items);
  return status;
}

/* ---- all together ---------------------------------------------------------------------------------------- */

static bool is_prose(const policy__page_text *text, const policy__part *part) {
  const policy__line *line = policy__line_at(text, part->last);
  return part->kind != POLICY_BLOCK_BOILERPLATE &&
         (policy__part_width(text, part) >= PROSE ||
          (part->last > part->first && (line->flags & POLICY__LINE_STOP) != 0));
}

static void mark_forms(policy__page_text *text) {
  for (size_t i = 0; i < text->parts.count; i++) {
    policy__part *part = policy__part_at(text, i);
    const policy__line *line = policy__line_at(text, part->first);
    if (part->first != part->last || line->width > LONGEST) continue;
    policy_string content = policy__part_text(text, part);
    bool page = policy__is_page_number(content) || is_printers_mark(content) || is_timestamp(content);
    if (page) part->flags |= POLICY__PART_RUNNING;
    if (page || policy__is_site_phrase(content)) part->kind = POLICY_BLOCK_BOILERPLATE;
  }
}

static bool is_edge(const policy__page_text *text, size_t n) {
  const policy__part *part = policy__part_at(text, n);
  return part->first == part->last && policy__is_site_edge(policy__part_text(text, part));
}

/* Before the first prose and behind the last, calls to the reader are debris too; but only next to what is
   debris in any place. */
static void mark_edges(policy__page_text *text) {
  size_t count = text->parts.count, first = 0, last = count, debris = 0;
  while (first < count && first < EDGE_PARTS && !is_prose(text, policy__part_at(text, first))) first++;
  while (last > first && count - last < EDGE_PARTS && !is_prose(text, policy__part_at(text, last - 1))) last--;
  for (size_t i = last; i < count; i++)
    if (policy__part_at(text, i)->kind == POLICY_BLOCK_BOILERPLATE) debris++;
  for (size_t i = last; debris > 0 && i < count; i++)
    if (is_edge(text, i)) policy__part_at(text, i)->kind = POLICY_BLOCK_BOILERPLATE;
  for (size_t i = 0; i < first; i++) {
    bool next_to = (i > 0 && policy__part_at(text, i - 1)->kind == POLICY_BLOCK_BOILERPLATE) ||
                   (i + 1 < count && policy__part_at(text, i + 1)->kind == POLICY_BLOCK_BOILERPLATE);
    if (next_to && is_edge(text, i)) policy__part_at(text, i)->kind = POLICY_BLOCK_BOILERPLATE;
  }
}

static bool is_address(policy_string content) {
  bool web = policy__begins(content, "http://") > 0 || policy__begins(content, "https://") > 0 ||
             (content.size > 4 && policy__equals(policy__piece(content, 0, 4), "www."));
  return web && policy__find_in(content, 0, " ") == content.size;
}

/* An address alone between debris belongs to it. */
static void mark_addresses(policy__page_text *text) {
  for (size_t i = 0; i + 1 < text->parts.count; i++) {
    policy__part *part = policy__part_at(text, i);
    if (!is_page_end(text, i + 1) || part->first != part->last || !is_address(policy__part_text(text, part)))
      continue;
    part->kind = POLICY_BLOCK_BOILERPLATE;
    part->flags |= POLICY__PART_RUNNING;
  }
}

policy_status policy__boilerplate_mark(policy__page_text *text, const policy_allocator *allocator) {
  mark_forms(text);
  policy_status status = mark_running(text, allocator);
  if (status != POLICY_OK) return status;
  mark_addresses(text);
  mark_edges(text);
  return POLICY_OK;
}
