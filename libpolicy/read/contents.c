/* Tables of contents in plain text. */
#include <string.h>

#include "read/blocks.h"
#include "read/scan.h"
#include "text/utf8.h"

enum { FEWEST = 2, WIDEST = 240 };

static bool opens_contents(policy_string text) {
  static const char *const names[] = {"contents", "table of contents", "list of contents", "list of tables",
                                      "list of figures", "list of boxes", "list of annexes"};
  text = policy__strip(text, "0123456789.:*#_- ");
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (policy__equals(text, names[i])) return true;
  return false;
}

/* "Paragraphs Page" above the columns. */
static bool heads_columns(policy_string text) {
  size_t at = 0;
  bool any = false;
  for (policy_string word = policy__next_word(text, &at); word.size > 0; word = policy__next_word(text, &at), any = true)
    if (!policy__among(word, " page pages paragraph paragraphs para paras chapter section no ")) return false;
  return any;
}

static bool is_one_of(char c, const char *set) {
  return c != '\0' && strchr(set, c) != NULL;
}

/* The page that a line leads to: its last word, a number of up to four digits or of small Roman ones, with white space or
   dots before it; 0 for none. Roman ones count as 1, for they stand in front. */
static uint32_t page_of(policy_string line) {
  size_t begin = line.size;
  while (begin > 0 && !is_one_of(line.data[begin - 1], " \t.")) begin--;
  policy_string word = policy__piece(line, begin, line.size);
  uint32_t page = 0;
  bool roman = true;
  if (begin == 0 || word.size == 0 || word.size > 5) return 0;
  for (size_t i = 0; i < word.size; i++) {
    uint32_t digit = (uint32_t)(word.data[i] - '0');
    roman = roman && is_one_of(word.data[i], "ivxl");
    if (digit > 9 && !roman) return 0;
    page = roman ? 1 : page * 10 + digit;
  }
  return roman || word.size <= 4 ? page : 0;
}

static policy_string text_of(const policy__page_text *text, const policy__line *line) {
  return policy__piece(text->text, line->begin, line->end);
}

/* The pages that the first and the last line of a part lead to, 0 where they do not. */
static bool leads(const policy__page_text *text, const policy__part *part, uint32_t *page) {
  const policy__line *first = policy__line_at(text, part->first), *last = policy__line_at(text, part->last);
  bool table = part->kind == POLICY_BLOCK_TABLE;
  uint32_t begin = table ? page_of(text_of(text, first)) : 0, end = page_of(text_of(text, last));
  if (end == 0 || begin > end || (begin > 0 ? begin : end) < *page) return false;
  if (!table && (last->flags & POLICY__LINE_STOP) != 0) return false;
  *page = end;
  return table || policy__part_width(text, part) <= WIDEST;
}

/* How many parts from `n` on are entries of contents, with the line that heads them. */
static size_t entries_from(const policy__page_text *text, size_t n, size_t *lines) {
  size_t count = 0;
  uint32_t page = 0;
  *lines = 0;
  for (; n + count < text->parts.count; count++) {
    const policy__part *part = policy__part_at(text, n + count);
    if (part->kind == POLICY_BLOCK_BOILERPLATE) continue;
    if (count == 0 && heads_columns(policy__part_text(text, part))) continue;
    if (!leads(text, part, &page)) break;
    *lines += part->last - part->first + 1;
  }
  return count;
}

void policy__contents_mark(policy__page_text *text) {
  for (size_t i = 0; i < text->parts.count; i++) {
    policy__part *part = policy__part_at(text, i);
    bool leaders = part->kind == POLICY_BLOCK_TABLE && part->last > part->first + 1 &&
                   (policy__line_at(text, part->first)->flags & policy__line_at(text, part->last)->flags &
                    POLICY__LINE_LEADERS) != 0;
    bool heading = part->first == part->last && opens_contents(policy__part_text(text, part));
    size_t lines, from = heading ? i + 1 : i, count = heading || leaders ? entries_from(text, from, &lines) : 0;
    if (count == 0 || lines < FEWEST) continue;
    for (size_t n = from; n < from + count; n++) {
      part = policy__part_at(text, n);
      if (part->kind == POLICY_BLOCK_BOILERPLATE) continue;
      part->kind = POLICY_BLOCK_TABLE;
      part->flags |= POLICY__PART_CONTENTS;
    }
    i = from + count - 1;
  }
}
