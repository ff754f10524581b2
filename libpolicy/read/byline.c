/* Authors, dates, topics: what stands between the title and the text. */
#include <string.h>

#include "read/metadata.h"
#include "read/boilerplate.h"
#include "read/scan.h"
#include "text/utf8.h"

/* ---- authors --------------------------------------------------------------------------------------------- */

static void take_authors(policy__finder *finder, policy_string list) {
  policy__facts *facts = &finder->facts;
  if (facts->author_count == 0 && list.size < 1000)
    facts->author_count = policy__persons_read(list, facts->authors);
}

/* The names of a byline, or nothing. */
static policy_string byline_names(policy_string block) {
  static const char *const openings[] = {"by", "written by", "posted by", "published by", "authored by",
                                         "report by", "prepared by", "a report by", "commentary by",
                                         "opinion by", "analysis by", "words by", "compiled by", "edited by",
                                         "story by"};
  enum { LONGEST = 240 };
  policy_string nothing = {"", 0};
  if (block.size > LONGEST) return nothing;
  for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
    size_t at = policy__begins(block, openings[i]);
    if (at == 0 || at >= block.size) continue;
    policy_string names = policy__strip(policy__piece(block, at, block.size), ":. ");
    size_t first = 0, words = 0;
    if ((policy__classify(policy__first_point(names)) & POLICY__UPPER) == 0) return nothing;
    size_t end = policy__find_in(names, 0, ",");
    policy_string name = policy__piece(names, 0, end);
    while (policy__next_word(name, &first).size > 0) words++;
    return words <= 14 ? names : nothing;
  }
  return nothing;
}

bool policy__is_byline(policy_string block) {
  policy_string names = byline_names(block);
  if (names.size == 0) return false;
  policy__person persons[POLICY__PERSONS];
  size_t count = policy__persons_read(names, persons);
  size_t at = 0, words = 0;
  while (policy__next_word(names, &at).size > 0) words++;
  return count > 0 && (persons[0].given.size > 0 || words <= 6);
}

/* "..., Stephen R Nagy writes." */
static policy_string standfirst_names(policy_string block) {
  static const char verbs[] =
      " writes write argues argue reports report explains explain asks ask warns warn reflects"
      " discusses discuss examines examine investigates assesses looks says considers explores ";
  enum { LONGEST = 400, LONGEST_NAMES = 160 };
  policy_string nothing = {"", 0}, bare = policy__strip(block, ".!?");
  if (block.size > LONGEST) return nothing;
  size_t space = bare.size;
  while (space > 0 && bare.data[space - 1] != ' ') space--;
  if (space == 0 || !policy__among(policy__piece(bare, space, bare.size), verbs)) return nothing;
  policy_string rest = policy__trim(policy__piece(bare, 0, space));
  for (size_t i = rest.size; i > 1 && rest.size - i < LONGEST_NAMES; i--) {
    if (rest.data[i - 1] != ' ' ||
        (rest.data[i - 2] != ',' && rest.data[i - 2] != ':' && rest.data[i - 2] != '.'))
      continue;
    policy_string names = policy__piece(rest, i, rest.size);
    size_t and = policy__find_in(names, 0, " and ");
    return policy__is_person(policy__piece(names, 0, and)) ? names : nothing;
  }
  return nothing;
}

/* Names alone between the title and a date. */
static bool is_lone_name(const policy__finder *finder, uint32_t n) {
  enum { LONGEST = 200 };
  if (finder->title == POLICY_NONE || n <= finder->title || n + 1 >= finder->count) return false;
  policy__date date;
  policy_string names = policy__finder_text(finder, n);
  size_t end = policy__find_in(names, 0, ","), and = policy__find_in(names, 0, " and ");
  return names.size <= LONGEST && policy__is_person(policy__piece(names, 0, and < end ? and : end)) &&
         policy__is_date_line(policy__finder_text(finder, n + 1), &date);
}

void policy__find_byline(policy__finder *finder) {
  enum { BEHIND = 3 };
  policy__facts *facts = &finder->facts;
  uint32_t end = finder->head + BEHIND < finder->count ? finder->head + BEHIND : finder->count;
  for (uint32_t n = 0; n < end && facts->author_count == 0; n++) {
    policy_string block = policy__finder_text(finder, n);
    if (policy__is_byline(block)) {
      take_authors(finder, byline_names(block));
      bool body = facts->author_count == 1 && facts->authors[0].given.size == 0;
      if (body && facts->publisher.size == 0) facts->publisher = facts->authors[0].family;
    } else if (standfirst_names(block).size > 0) {
      take_authors(finder, standfirst_names(block));
      if (facts->subtitle.size == 0) facts->subtitle = block;
    } else if (is_lone_name(finder, n)) take_authors(finder, block);
  }
}

/* ---- labels ---------------------------------------------------------------------------------------------- */

typedef enum label {
  LABEL_NONE,
  LABEL_TITLE,
  LABEL_AUTHOR,
  LABEL_EDITOR,
  LABEL_TRANSLATOR,
  LABEL_SPONSOR,
  LABEL_SPEAKER,
  LABEL_FROM,
  LABEL_DATE,
  LABEL_PUBLISHER,
  LABEL_TOPICS,
  LABEL_REGIONS,
  LABEL_DOI,
  LABEL_ISBN,
  LABEL_URL,
  LABEL_NUMBER
} label;

static const struct {
  const char *words;
  label name;
} labels[] = {{"title:", LABEL_TITLE},
              {"subject:", LABEL_TITLE},
              {"re:", LABEL_TITLE},
              {"headline:", LABEL_TITLE},
              {"author:", LABEL_AUTHOR},
              {"authors:", LABEL_AUTHOR},
              {"author(s):", LABEL_AUTHOR},
              {"written by:", LABEL_AUTHOR},
              {"prepared by:", LABEL_AUTHOR},
              {"rapporteur:", LABEL_AUTHOR},
              {"editor:", LABEL_EDITOR},
              {"editors:", LABEL_EDITOR},
              {"edited by:", LABEL_EDITOR},
              {"translator:", LABEL_TRANSLATOR},
              {"translated by:", LABEL_TRANSLATOR},
              {"sponsor:", LABEL_SPONSOR},
              {"sponsors:", LABEL_SPONSOR},
              {"sponsored by:", LABEL_SPONSOR},
              {"funded by:", LABEL_SPONSOR},
              {"speaker:", LABEL_SPEAKER},
              {"from:", LABEL_FROM},
              {"date:", LABEL_DATE},
              {"dated:", LABEL_DATE},
              {"published:", LABEL_DATE},
              {"publication date:", LABEL_DATE},
              {"date published:", LABEL_DATE},
              {"release date:", LABEL_DATE},
              {"date of publication:", LABEL_DATE},
              {"filed:", LABEL_DATE},
              {"issued:", LABEL_DATE},
              {"decided:", LABEL_DATE},
              {"publisher:", LABEL_PUBLISHER},
              {"published by:", LABEL_PUBLISHER},
              {"issued by:", LABEL_PUBLISHER},
              {"issuing body:", LABEL_PUBLISHER},
              {"topics:", LABEL_TOPICS},
              {"topic:", LABEL_TOPICS},
              {"keywords:", LABEL_TOPICS},
              {"key words:", LABEL_TOPICS},
              {"tags:", LABEL_TOPICS},
              {"categories:", LABEL_TOPICS},
              {"filed under:", LABEL_TOPICS},
              {"regions:", LABEL_REGIONS},
              {"region:", LABEL_REGIONS},
              {"countries:", LABEL_REGIONS},
              {"country:", LABEL_REGIONS},
              {"doi:", LABEL_DOI},
              {"isbn:", LABEL_ISBN},
              {"isbn", LABEL_ISBN},
              {"url:", LABEL_URL},
              {"available at:", LABEL_URL},
              {"web address:", LABEL_URL},
              {"report number:", LABEL_NUMBER},
              {"report no.:", LABEL_NUMBER},
              {"document number:", LABEL_NUMBER},
              {"document symbol:", LABEL_NUMBER},
              {"docket number:", LABEL_NUMBER},
              {"docket no.:", LABEL_NUMBER},
              {"reference:", LABEL_NUMBER},
              {"reference number:", LABEL_NUMBER}};

static void take_list(policy_string list, policy_string *items, size_t *count) {
  enum { LONGEST = 80 };
  size_t at = 0;
  while (at < list.size && *count < POLICY__LISTED) {
    size_t end = at;
    while (end < list.size && list.data[end] != ',' && list.data[end] != ';' && list.data[end] != '|') end++;
    policy_string item = policy__strip(policy__piece(list, at, end), ".:");
    if (item.size > 0 && item.size <= LONGEST) items[(*count)++] = item;
    at = end + 1;
  }
}

/* A title that ran into the text behind it ends before the word that opens a sentence. */
static policy_string cut_title(policy_string value) {
  static const char openers[] = " the this these in on we our it as there since during under according ";
  enum { LONG = 160, WORDS = 3 };
  size_t at = 0, line = policy__find_in(value, 0, "\n");
  value = policy__trim(policy__piece(value, 0, line));
  if (value.size <= LONG) return value;
  for (size_t words = 0;; words++) {
    policy_string word = policy__next_word(value, &at);
    if (word.size == 0) break;
    size_t begin = (size_t)(word.data - value.data);
    bool open = begin > 1 &&
                policy__is_function_word(policy__piece(value, begin - 3 < begin ? begin - 3 : 0, begin - 1));
    if (words >= WORDS && word.data[0] >= 'A' && word.data[0] <= 'Z' && !open && policy__among(word, openers))
      return policy__strip(policy__piece(value, 0, begin), " -:,");
  }
  return (policy_string){"", 0};
}

/* Names of those who are no authors. */
static void take_others(policy__facts *facts, policy_contributor_role role, policy_string line) {
  policy__person persons[POLICY__PERSONS];
  size_t count = line.size < 200 ? policy__persons_read(line, persons) : 0;
  for (size_t i = 0; i < count && facts->other_count < POLICY__OTHERS; i++) {
    facts->others[facts->other_count].role = role;
    facts->others[facts->other_count++].person = persons[i];
  }
}

static void take_field(policy__finder *finder, label name, policy_string value, uint32_t n) {
  policy__facts *facts = &finder->facts;
  policy__date date;
  size_t begin;
  policy_string line = policy__trim(policy__piece(value, 0, policy__find_in(value, 0, "\n")));
  switch (name) {
    case LABEL_TITLE:
      if (facts->title.size == 0) facts->title = cut_title(value);
      break;
    case LABEL_AUTHOR: take_authors(finder, line); break;
    case LABEL_EDITOR: take_others(facts, POLICY_CONTRIBUTOR_EDITOR, line); break;
    case LABEL_TRANSLATOR: take_others(facts, POLICY_CONTRIBUTOR_TRANSLATOR, line); break;
    case LABEL_SPONSOR: take_others(facts, POLICY_CONTRIBUTOR_SPONSOR, line); break;
    case LABEL_SPEAKER: take_others(facts, POLICY_CONTRIBUTOR_SPEAKER, line); break;
    case LABEL_FROM:
      if (policy__find_in(line, 0, "@") == line.size) take_authors(finder, line);
      break;
    case LABEL_DATE:
      if (facts->date.year == 0 && policy__date_find(policy__piece(line, 0, 60), &date, &begin)) {
        facts->date = date;
        finder->date = n;
      }
      break;
    case LABEL_PUBLISHER:
      if (facts->publisher.size == 0 && line.size < 120) facts->publisher = policy__strip(line, ".,");
      break;
    case LABEL_TOPICS:
      if (facts->topic_count == 0 && value.size < 600) take_list(value, facts->topics, &facts->topic_count);
      break;
    case LABEL_REGIONS:
      if (facts->region_count == 0 && value.size < 600) take_list(value, facts->regions, &facts->region_count);
      break;
    case LABEL_DOI: facts->doi = policy__piece(line, 0, policy__find_in(line, 0, " ")); break;
    case LABEL_ISBN:
      if (line.size >= 10 && (unsigned)(line.data[0] - '0') < 10)
        facts->isbn = policy__piece(line, 0, policy__find_in(line, 0, " "));
      break;
    case LABEL_URL:
      facts->url = policy__find_in(line, 0, "://") < 8 ? policy__piece(line, 0, policy__find_in(line, 0, " "))
                                                       : facts->url;
      break;
    case LABEL_NUMBER:
      if (facts->identifier.size == 0 && line.size < 60) facts->identifier = line;
      break;
    default: break;
  }
}

/* The label that a block begins with, and the value behind it, or in the next block. */
static void read_label(policy__finder *finder, uint32_t n, bool tail) {
  policy_string block = policy__finder_text(finder, n);
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
    size_t at = policy__begins(block, labels[i].words);
    if (at == 0 || (tail && labels[i].name != LABEL_PUBLISHER && labels[i].name < LABEL_TOPICS)) continue;
    policy_string value = policy__trim(policy__piece(block, at, block.size));
    uint32_t next = n + 1;
    while (value.size == 0 && next < finder->count &&
           policy__finder_kind(finder, next) == POLICY_BLOCK_BOILERPLATE)
      next++;
    if (value.size == 0 && next < finder->count) value = policy__finder_text(finder, next);
    take_field(finder, labels[i].name, value, n);
    return;
  }
}

/* "... Issued by: The Presidency", in the last words of a text. */
static void read_last_words(policy__finder *finder) {
  enum { LOOK = 120 };
  if (finder->count == 0 || finder->facts.publisher.size > 0) return;
  policy_string block = policy__finder_text(finder, finder->count - 1);
  policy_string end = policy__piece(block, block.size > LOOK ? block.size - LOOK : 0, block.size);
  size_t at = policy__find_in(end, 0, "Issued by");
  if (at >= end.size) return;
  policy_string value = policy__strip(policy__piece(end, at + 9, end.size), ":. ");
  if (value.size > 2 && (policy__classify(policy__first_point(value)) & POLICY__UPPER) != 0)
    finder->facts.publisher = value;
}

void policy__find_labels(policy__finder *finder) {
  uint32_t end = finder->head + 1 < finder->count ? finder->head + 1 : finder->count;
  for (uint32_t n = 0; n < end; n++) read_label(finder, n, false);
  for (uint32_t n = finder->count > POLICY__TAIL ? finder->count - POLICY__TAIL : 0; n < finder->count; n++)
    if (n >= end) read_label(finder, n, true);
  read_last_words(finder);
}

/* ---- dates ----------------------------------------------------------------------------------------------- */

void policy__find_date(policy__finder *finder) {
  enum { SHORT = 140, MASTHEAD = 700 };
  policy__facts *facts = &finder->facts;
  policy__date date;
  size_t begin;
  for (uint32_t n = 0; n < finder->head && facts->date.year == 0; n++) {
    if (!policy__is_date_line(policy__finder_text(finder, n), &date)) continue;
    facts->date = date;
    finder->date = n;
  }
  for (uint32_t n = 0; n < finder->head && facts->date.year == 0; n++) {
    policy_string block = policy__finder_text(finder, n);
    bool sentence =
        policy__finder_kind(finder, n) == POLICY_BLOCK_LIST_ITEM || policy__last_point(block) == '.';
    if (block.size > SHORT || sentence || n == finder->title || !policy__date_find(block, &date, &begin))
      continue;
    facts->date = date;
    finder->date = n;
  }
  policy_string text = policy_document_text(finder->document), top = policy__piece(text, 0, MASTHEAD);
  if (facts->date.year > 0) return;
  size_t distribution = policy__find_in(top, 0, "Distr");
  if (distribution < top.size &&
      policy__date_find(policy__piece(top, distribution, distribution + 120), &date, &begin))
    facts->date = date;
  else if (finder->count > 0 && policy__date_read(policy__finder_text(finder, 0), &date) > 0 && date.day > 0)
    facts->date = date;
}

/* ---- topics and regions ---------------------------------------------------------------------------------- */

static const char places[] =
    " asia africa europe america americas pacific oceania east west north south central northeast southeast"
    " northwest southwest eastern western northern southern global world worldwide international caribbean"
    " arctic antarctic gulf mediterranean eurasia balkans caucasus sahel maghreb levant mena asean eu uk us"
    " usa un china japan korea india russia ukraine iran iraq israel palestine syria turkey egypt nigeria"
    " kenya ethiopia brazil mexico canada australia indonesia vietnam philippines malaysia singapore thailand"
    " myanmar pakistan bangladesh afghanistan germany france britain italy spain poland zealand taiwan nepal"
    " lanka yemen libya sudan somalia congo rwanda uganda ghana argentina chile colombia peru venezuela cuba"
    " haiti ";

static bool names_place(policy_string list) {
  size_t at = 0;
  for (policy_string word = policy__next_word(list, &at); word.size > 0; word = policy__next_word(list, &at))
    if (word.size > 2 && policy__among(word, places) && !policy__among(word, " international global un "))
      return true;
  return false;
}

/* Whether each piece between commas is a few words, the first with a capital. */
static bool is_list(policy_string list) {
  enum { WORDS = 5 };
  size_t at = 0;
  while (at <= list.size) {
    size_t end = at, from = 0, words = 0;
    while (end < list.size && list.data[end] != ',') end++;
    policy_string item = policy__trim(policy__piece(list, at, end));
    if (item.size == 0 || (policy__classify(policy__first_point(item)) & POLICY__UPPER) == 0) return false;
    if (policy__is_site_edge(item)) return false;
    while (policy__next_word(item, &from).size > 0) words++;
    if (words > WORDS) return false;
    at = end + 1;
  }
  return true;
}

static bool has_digit(policy_string text) {
  for (size_t i = 0; i < text.size; i++)
    if ((unsigned)(text.data[i] - '0') < 10) return true;
  return false;
}

bool policy__is_topics(policy_string block) {
  enum { LONGEST = 240 };
  size_t bar = policy__find_in(block, 0, "|");
  if (block.size > LONGEST || bar >= block.size || policy__find_in(block, bar + 1, "|") < block.size)
    return false;
  if (has_digit(block) || policy__last_point(block) == '.') return false;
  policy_string left = policy__trim(policy__piece(block, 0, bar)),
                right = policy__trim(policy__piece(block, bar + 1, block.size));
  bool several = policy__find_in(block, 0, ",") < block.size;
  return is_list(left) && is_list(right) && (several || names_place(right) || names_place(left));
}

void policy__find_topics(policy__finder *finder) {
  policy__facts *facts = &finder->facts;
  for (uint32_t n = 0; n < finder->head && facts->topic_count + facts->region_count == 0; n++) {
    policy_string block = policy__finder_text(finder, n);
    if (!policy__is_topics(block)) continue;
    size_t bar = policy__find_in(block, 0, "|");
    policy_string left = policy__piece(block, 0, bar), right = policy__piece(block, bar + 1, block.size);
    bool swapped = names_place(left) && !names_place(right);
    take_list(swapped ? right : left, facts->topics, &facts->topic_count);
    if (swapped || names_place(right)) take_list(swapped ? left : right, facts->regions, &facts->region_count);
    else take_list(right, facts->topics, &facts->topic_count);
  }
}
