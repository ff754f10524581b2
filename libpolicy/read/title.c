/* Titles: of headings, and of running heads. */
#include <string.h>

#include "read/boilerplate.h"
#include "read/metadata.h"
#include "read/scan.h"
#include "text/utf8.h"

/* Headings that name a kind of document or a section, not this document. */
static const char *const kinds[] = {"memorandum", "memo", "press release", "news release", "media release",
                                    "policy brief", "policy briefing", "briefing", "briefing paper",
                                    "briefing note", "working paper", "discussion paper", "research paper",
                                    "issue brief", "fact sheet", "factsheet", "report", "news", "opinion",
                                    "op-ed", "editorial", "analysis", "commentary", "comment", "blog",
                                    "article", "statement", "speech", "letter", "resolution", "publication",
                                    "publications", "for immediate release", "draft", "final", "confidential",
                                    "contents", "table of contents", "security council", "general assembly",
                                    "human rights council", "economic and social council", "united nations",
                                    "general", "distr", "distr.", "original: english", "limited",
                                    "paragraphs page", "page", "paragraphs", "nations unies",
                                    "national security", "special report"};
static const char *const sections[] = {"introduction", "executive summary", "summary", "abstract", "background",
                                       "overview", "preface", "foreword", "acknowledgements", "acknowledgments",
                                       "key points", "key findings", "key messages", "recommendations",
                                       "conclusion", "conclusions", "preamble", "about the author",
                                       "about the authors", "notes", "references"};

static bool is_among(policy_string heading, const char *const *list, size_t count) {
  policy_string bare = policy__strip(heading, ".:*[]()");
  for (size_t i = 0; i < count; i++)
    if (policy__equals(bare, list[i])) return true;
  return false;
}

/* Lines of an assembly's masthead. */
static bool is_agenda(policy_string heading) {
  size_t end = heading.size, word = end;
  while (word > 0 && heading.data[word - 1] != ' ') word--;
  policy_string last = policy__piece(heading, word, end);
  return policy__begins(heading, "agenda item") > 0 ||
         (word > 0 && heading.size < 40 &&
          (policy__equals(last, "session") || policy__equals(last, "meeting")));
}

/* The number of a report in a series: "Third report", "Report No. 7 of 2022". */
static bool is_series(policy_string heading) {
  static const char ordinals[] =
      " first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
      " final interim annual ";
  size_t at = 0;
  policy_string word = policy__next_word(heading, &at);
  policy_string rest = policy__trim(policy__piece(heading, at, heading.size));
  if (policy__among(word, ordinals) && policy__equals(rest, "report")) return true;
  size_t number = policy__find_in(heading, 0, "No. ");
  return heading.size < 60 && number + 4 < heading.size && (unsigned)(heading.data[number + 4] - '0') < 10;
}

typedef enum candidate { NO_TITLE, TITLE, END_OF_TITLES } candidate;

/* What a heading says to the search for a title. */
static candidate judge(policy_string heading) {
  enum { LONGEST = 400, YEAR = 1000 };
  policy__date date;
  policy__marker marker = policy__marker_find(heading);
  if (is_among(heading, sections, sizeof sections / sizeof *sections)) return END_OF_TITLES;
  bool numbered = marker.kind == POLICY__MARKER_NUMBER || marker.kind == POLICY__MARKER_BARE ||
                  marker.kind == POLICY__MARKER_ROMAN || marker.kind == POLICY__MARKER_LETTER;
  if (numbered && marker.ordinal < YEAR) return END_OF_TITLES;
  if (marker.kind == POLICY__MARKER_DIVISION && marker.rank > 1) return END_OF_TITLES;
  if (heading.size > LONGEST || heading.size < 3 || policy__is_date_line(heading, &date) ||
      policy__is_byline(heading))
    return NO_TITLE;
  if (is_among(heading, kinds, sizeof kinds / sizeof *kinds) || policy__is_topics(heading)) return NO_TITLE;
  if (policy__holds_symbol(heading) || policy__holds(heading, "distr.") || is_agenda(heading)) return NO_TITLE;
  return policy__last_point(heading) == ':' ? NO_TITLE : TITLE;
}

bool policy__may_be_title(policy_string heading) {
  return judge(heading) != NO_TITLE;
}

static candidate judge_block(const policy__finder *finder, uint32_t n) {
  if (policy__finder_kind(finder, n) != POLICY_BLOCK_HEADING) return NO_TITLE;
  return judge(policy__finder_text(finder, n));
}

static uint32_t next_title(const policy__finder *finder, uint32_t n) {
  for (; n <= finder->head && n < finder->count; n++) {
    candidate found = judge_block(finder, n);
    if (found == END_OF_TITLES) break;
    if (found == TITLE) return n;
  }
  return POLICY_NONE;
}

/* Whether the block is the line right below, of the same level. */
static bool is_below(const policy__finder *finder, uint32_t n) {
  policy_block above = policy_document_block(finder->document, n - 1),
               block = policy_document_block(finder->document, n);
  policy_string text = policy_document_text(finder->document);
  policy_string between = policy__piece(text, policy_block_span(above).end, policy_block_span(block).begin);
  size_t first = policy__find_in(between, 0, "\n");
  return policy_block_level(above) == policy_block_level(block) &&
         policy__find_in(between, first + 1, "\n") >= between.size;
}

static bool is_masthead(policy_string heading) {
  size_t at = 0, words = 0;
  while (policy__next_word(heading, &at).size > 0) words++;
  return words <= 8 && policy__is_organisation(heading);
}

/* A heading between the title and the byline or date says more about the title. */
static void find_subtitle(policy__finder *finder, uint32_t n) {
  policy__date date;
  if (finder->facts.subtitle.size > 0 || n + 1 >= finder->count || n >= finder->head) return;
  policy_string block = policy__finder_text(finder, n), next = policy__finder_text(finder, n + 1);
  policy_block_kind kind = policy__finder_kind(finder, n);
  if (kind != POLICY_BLOCK_HEADING && kind != POLICY_BLOCK_PARAGRAPH) return;
  if (judge(block) != TITLE || policy__is_person(block) || block.size > 250) return;
  bool person = policy__is_person(policy__piece(next, 0, policy__find_in(next, 0, ",")));
  if (is_series(block)) {
    if (finder->facts.identifier.size == 0) finder->facts.identifier = block;
  } else if (policy__is_byline(next) || policy__is_date_line(next, &date) || is_masthead(next) || person)
    finder->facts.subtitle = block;
}

/* The block behind the symbol or the distribution mark of a United Nations document, whose masthead has lines
   like headings. */
static uint32_t symbol_block(const policy__finder *finder) {
  for (uint32_t n = 0; n < finder->head && n < 12; n++)
    if (policy__holds_symbol(policy__finder_text(finder, n)) ||
        policy__begins(policy__finder_text(finder, n), "distr") > 0)
      return n + 1;
  return 0;
}

/* How the titles of such documents begin, though they stand among lines of the masthead. */
static bool find_filed_title(policy__finder *finder, uint32_t from) {
  static const char *const openings[] = {"report of", "report by", "report on", "letter dated", "letter from",
                                         "note by", "note verbale", "resolution", "draft resolution",
                                         "decision", "statement by", "summary record",
                                         "concluding observations", "general comment"};
  enum { LONGEST = 200 };
  for (uint32_t n = from; from > 0 && n < finder->head; n++) {
    policy_string block = policy__finder_text(finder, n);
    for (size_t i = 0; block.size <= LONGEST && i < sizeof openings / sizeof *openings; i++) {
      if (policy__begins(block, openings[i]) == 0) continue;
      finder->facts.title = policy__strip(block, "*");
      finder->title = n;
      return true;
    }
  }
  return false;
}

/* Whether a later heading is the title rather than this one: this is an organisation or a number in a series,
   and that follows with no text between. */
static bool gives_way(const policy__finder *finder, uint32_t n, uint32_t later) {
  if (later == POLICY_NONE) return false;
  policy_string heading = policy__finder_text(finder, n);
  if (is_series(heading)) return later == n + 1;
  if (!is_masthead(heading)) return false;
  return later > n + 1 || !is_below(finder, later) || is_masthead(policy__finder_text(finder, later));
}

static void take_masthead(policy__finder *finder, policy_string heading) {
  policy__facts *facts = &finder->facts;
  if (is_series(heading)) {
    if (facts->identifier.size == 0) facts->identifier = heading;
  } else if (facts->publisher.size == 0) facts->publisher = heading;
  else if (facts->author_count == 0) facts->authors[facts->author_count++] = (policy__person){{"", 0}, heading};
}

static void find_heading_title(policy__finder *finder) {
  uint32_t from = symbol_block(finder);
  if (find_filed_title(finder, from)) return;
  uint32_t n = next_title(finder, from), last = n;
  if (n == POLICY_NONE) return;
  for (uint32_t later = next_title(finder, n + 1); gives_way(finder, n, later);
       later = next_title(finder, n + 1)) {
    take_masthead(finder, policy__finder_text(finder, n));
    n = last = later;
  }
  while (last + 1 < finder->count && last - n < 3 && judge_block(finder, last + 1) == TITLE &&
         is_below(finder, last + 1) && !is_series(policy__finder_text(finder, last + 1)))
    last++;
  policy_string first = policy__finder_text(finder, n), end = policy__finder_text(finder, last);
  finder->facts.title = (policy_string){first.data, (size_t)(end.data + end.size - first.data)};
  finder->title = last;
  find_subtitle(finder, last + 1);
}

/* An organisation over a title that stands elsewhere. */
static void find_masthead(policy__finder *finder) {
  for (uint32_t n = 0; n < finder->head && n < 3 && finder->facts.publisher.size == 0; n++) {
    policy_string block = policy__finder_text(finder, n);
    if (policy__finder_kind(finder, n) == POLICY_BLOCK_HEADING && n != finder->title && is_masthead(block) &&
        !policy__holds_symbol(block) && judge(block) == TITLE)
      finder->facts.publisher = block;
  }
}

/* Where " - Site" or " | Site" begins at the end of a page's head. */
static size_t site_of(policy_string head, policy_string *site) {
  static const char *const signs[] = {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: "};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    size_t at = head.size, hit = policy__find_in(head, 0, signs[i]);
    for (; hit < head.size; hit = policy__find_in(head, hit + 1, signs[i])) at = hit;
    if (at >= head.size) continue;
    size_t space = policy__find_in(head, at + 1, " ");
    *site = policy__trim(policy__piece(head, space, head.size));
    return at;
  }
  return head.size;
}

static bool is_same(policy_string a, policy_string b) {
  return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

static bool repeats(const policy__finder *finder, uint32_t n) {
  policy_string head = policy__finder_text(finder, n);
  for (uint32_t later = n + 1; later < finder->count; later++)
    if (is_same(head, policy__finder_text(finder, later))) return true;
  return false;
}

/* Whether a running head can be the title itself: words with capitals, and no numbers. */
static bool is_titular(policy_string head) {
  size_t at = 0, words = 0, high = 0;
  for (size_t i = 0; i < head.size; i++)
    if ((unsigned)(head.data[i] - '0') < 10) return false;
  for (policy_string word = policy__next_word(head, &at); word.size > 0; word = policy__next_word(head, &at)) {
    words++;
    if ((policy__classify(policy__first_point(word)) & POLICY__UPPER) != 0) high++;
  }
  return words >= 2 && high * 2 > words;
}

/* Pages carry their title on each; those printed from the web, "Title - Site". */
static void find_running_title(policy__finder *finder) {
  enum { CANDIDATES = 4, SHORTEST = 10, LONGEST = 250 };
  uint32_t tried = 0;
  policy_string plain = {"", 0};
  for (uint32_t n = 0; n < finder->count && tried < CANDIDATES && finder->facts.title.size == 0; n++) {
    if (policy__finder_kind(finder, n) != POLICY_BLOCK_BOILERPLATE) continue;
    policy_string head = policy__finder_text(finder, n), site = {"", 0};
    if (head.size < SHORTEST || head.size > LONGEST || policy__is_site_phrase(head)) continue;
    size_t end = site_of(head, &site);
    bool sited = end < head.size && end >= SHORTEST && site.size > 0 && site.size <= 60;
    if ((!sited && !is_titular(head)) || policy__holds_symbol(head)) continue;
    tried++;
    if (!repeats(finder, n)) continue;
    if (!sited && plain.size == 0) plain = head;
    if (!sited) continue;
    finder->facts.title = policy__trim(policy__piece(head, 0, end));
    if (finder->facts.publisher.size == 0) finder->facts.publisher = site;
  }
  if (finder->facts.title.size == 0) finder->facts.title = plain;
}

/* Without quotes around the whole. */
static policy_string without_quotes(policy_string title) {
  static const char *const pairs[][2] = {
      {"\xE2\x80\x9C", "\xE2\x80\x9D"}, {"\"", "\""}, {"\xE2\x80\x98", "\xE2\x80\x99"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    size_t size = strlen(pairs[i][0]);
    if (title.size < 2 * size + 1 || policy__find_in(title, 0, pairs[i][0]) != 0) continue;
    if (policy__find_in(title, size, pairs[i][1]) == title.size - size)
      return policy__piece(title, size, title.size - size);
  }
  return title;
}

/* "REGULATION (EU) 2018/842 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL", "of 30 May 2018", "on ...": an act whose title runs
   over blocks that are no headings. */
static void find_act_title(policy__finder *finder) {
  static const char *const acts[] = {"regulation (", "directive ", "decision (", "council regulation", "council directive",
                                     "council decision", "commission regulation", "commission directive", "commission decision",
                                     "commission implementing", "commission delegated", "council implementing",
                                     "commission recommendation", "council recommendation"},
                           *const rest[] = {"of", "on", "amending", "laying down", "establishing", "concerning", "repealing",
                                            "implementing", "supplementing", "imposing", "fixing", "as regards", "relating to"};
  enum { MOST = 20, LONGEST = 600 };
  for (uint32_t n = 0; n < finder->count && n < MOST; n++) {
    policy_string block = policy__finder_text(finder, n), title = block;
    bool act = false, more = true;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) act |= policy__begins(block, acts[i]) > 0;
    if (!act || block.size > LONGEST) continue;
    for (uint32_t next = n + 1; more && next < finder->count && next < n + 4; next++) {
      policy_string line = policy__finder_text(finder, next);
      more = false;
      for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) more |= policy__begins(line, rest[i]) > 0;
      more = more && line.size < LONGEST;
      if (more) title.size = (size_t)(line.data + line.size - title.data);
    }
    if (title.size == block.size) continue;
    finder->facts.title = title;
    finder->title = n;
    return;
  }
}

void policy__find_title(policy__finder *finder) {
  if (finder->facts.title.size == 0) find_act_title(finder);
  if (finder->facts.title.size == 0) find_heading_title(finder);
  if (finder->facts.title.size == 0) find_running_title(finder);
  find_masthead(finder);
  finder->facts.title = without_quotes(policy__trim(finder->facts.title));
}
