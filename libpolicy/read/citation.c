/* Citations by their form. */
#include "read/citation.h"

#include "read/scan.h"
#include "text/utf8.h"

enum { LONGEST = 1200, SHORTEST = 30 };

static const char *const leads[] = {"suggested citation", "recommended citation", "how to cite this article",
                                    "how to cite this report", "how to cite", "please cite this article as",
                                    "please cite this paper as", "please cite as", "please cite this report as",
                                    "cite this article as", "cite this article", "cite this report as",
                                    "cite this paper as", "cite this page", "cite this as", "cite as",
                                    "to cite this article", "to cite this report",
                                    "this report should be cited as", "this paper should be cited as",
                                    "citation", "reference as"};

/* The bytes of the words by which a block says that it is a citation, with the sign behind them. */
static size_t lead_of(policy_string block) {
  for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
    size_t at = policy__begins(block, leads[i]);
    if (at == 0) continue;
    if (at < block.size && block.data[at] == ':') return at + 1;
    return policy__last_point(policy__piece(block, 0, at)) == 's' && at < block.size ? at : 0;
  }
  return 0;
}

static bool is_year(policy_string text, size_t at) {
  if (at + 4 > text.size || (text.data[at] != '1' && text.data[at] != '2')) return false;
  for (size_t i = 1; i < 4; i++)
    if ((unsigned)(text.data[at + i] - '0') > 9) return false;
  return at + 4 == text.size || (unsigned)(text.data[at + 4] - '0') > 9;
}

/* The year in brackets (with a letter, month or day behind it), and where the brackets lie. */
static bool find_year(policy_string text, size_t *open, size_t *close) {
  enum { LOOK = 300 };
  policy_string head = policy__piece(text, 0, LOOK);
  for (size_t at = policy__find_in(head, 0, "("); at < head.size; at = policy__find_in(head, at + 1, "(")) {
    size_t end = policy__find_in(text, at, ")");
    if (!is_year(text, at + 1) || end - at > 30 || end >= text.size) continue;
    *open = at;
    *close = end;
    return true;
  }
  return false;
}

/* Whether names stand there as citations write them: "Nagy, S.", "Nagy, S. and Smith, J.", "Smith J,". */
static bool is_name_list(policy_string names) {
  size_t at = 0, words = 0, initials = 0, high = 0;
  names = policy__strip(names, ".,:; ");
  if (names.size < 3 || names.size > 250) return false;
  if ((policy__classify(policy__first_point(names)) & POLICY__UPPER) == 0) return false;
  for (policy_string word = policy__next_word(names, &at); word.size > 0;
       word = policy__next_word(names, &at)) {
    if (policy__among(
            word, " and et al eds ed with de der den del la van von bin al dos da di du le el ibn of the for "))
      continue;
    words++;
    const char *p = word.data;
    uint32_t first = policy__utf8_next(&p);
    if ((policy__classify(first) & POLICY__UPPER) != 0) high++;
    if (word.size <= 2 || (word.size <= 5 && word.data[1] == '.')) initials++;
  }
  return words > 0 && high == words &&
         (initials > 0 || policy__find_in(names, 0, ",") < names.size || words <= 6);
}

static bool has_initials(policy_string names) {
  size_t comma = policy__find_in(names, 0, ", ");
  for (; comma < names.size; comma = policy__find_in(names, comma + 1, ", ")) {
    policy_string rest = policy__piece(names, comma + 2, names.size);
    if (rest.size >= 2 && rest.data[0] >= 'A' && rest.data[0] <= 'Z' && rest.data[1] == '.') return true;
  }
  return false;
}

static bool says_where(policy_string text) {
  static const char *const signs[] = {"[online]", "available at", "available from", "retrieved from",
                                      "accessed", "doi", "http", "https", "working paper", "pp.", "vol.",
                                      "press", "isbn"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (policy__holds(text, signs[i])) return true;
  return policy__find_in(text, 0, "[online]") < text.size || policy__find_in(text, 0, "[Online]") < text.size;
}

bool policy__is_citation(policy_string block) {
  size_t open, close;
  if (block.size < SHORTEST || block.size > LONGEST) return false;
  if (lead_of(block) > 0) return true;
  if (!find_year(block, &open, &close) || open > 250) return false;
  policy_string names = policy__piece(block, 0, open);
  return is_name_list(names) && (has_initials(names) || policy__find_in(names, 0, ",") == names.size) &&
         says_where(block) && close + 10 < block.size;
}

bool policy__is_reference(policy_string block) {
  if (block.size < SHORTEST || block.size > LONGEST) return false;
  if ((policy__classify(policy__first_point(block)) & (POLICY__UPPER | POLICY__PUNCTUATION)) == 0) return false;
  for (size_t i = 0; i + 4 <= block.size; i++)
    if (is_year(block, i) && (i == 0 || (unsigned)(block.data[i - 1] - '0') > 9)) return true;
  return says_where(block);
}

/* ---- taking apart ---------------------------------------------------------------------------------------- */

static policy_string url_in(policy_string text) {
  size_t at = policy__find_in(text, 0, "http");
  for (; at < text.size; at = policy__find_in(text, at + 1, "http")) {
    policy_string rest = policy__piece(text, at, text.size);
    if (policy__find_in(rest, 0, "://") > 5) continue;
    size_t end = 0;
    while (end < rest.size && (unsigned char)rest.data[end] > ' ' && rest.data[end] != '>' &&
           rest.data[end] != '"')
      end++;
    policy_string url = policy__piece(rest, 0, end);
    while (url.size > 0 && (policy__last_point(url) == '.' || policy__last_point(url) == ',' ||
                            policy__last_point(url) == ';' || policy__last_point(url) == ')'))
      url.size--;
    return url;
  }
  return (policy_string){"", 0};
}

static policy_string doi_in(policy_string text) {
  size_t at = policy__find_in(text, 0, "10.");
  for (; at < text.size; at = policy__find_in(text, at + 1, "10.")) {
    policy_string rest = policy__piece(text, at, text.size);
    size_t slash = policy__find_in(rest, 0, "/"), end = 0;
    bool starts = at == 0 || text.data[at - 1] == '/' || text.data[at - 1] == ' ' || text.data[at - 1] == ':';
    if (!starts || slash < 7 || slash > 12) continue;
    while (end < rest.size && (unsigned char)rest.data[end] > ' ' && rest.data[end] != '"' &&
           rest.data[end] != '>')
      end++;
    policy_string doi = policy__piece(rest, 0, end);
    while (doi.size > 0 &&
           (policy__last_point(doi) == '.' || policy__last_point(doi) == ',' || policy__last_point(doi) == ';'))
      doi.size--;
    return doi;
  }
  return (policy_string){"", 0};
}

/* Where a title ends: at a stop before a capital or bracket, behind a word of three letters or more. */
static size_t end_of_title(policy_string text) {
  for (size_t i = 1; i < text.size; i++) {
    char c = text.data[i];
    if (c == '[' && text.data[i - 1] == ' ') return i;
    if (c != '.' && c != '?' && c != '!') continue;
    if (i + 1 == text.size) return c == '.' ? i : i + 1;
    if (text.data[i + 1] != ' ') continue;
    bool abbreviation = c == '.' && (i < 3 || text.data[i - 2] == ' ' || text.data[i - 2] == '.');
    if (!abbreviation) return c == '.' ? i : i + 1;
  }
  return text.size;
}

static bool opens_quote(uint32_t c) {
  return c == '"' || c == 0x201C || c == 0x2018 || c == '\'';
}

/* A title in quotes: what lies between them; `*behind` is where it ends. */
static policy_string quoted(policy_string text, size_t *behind) {
  const char *p = text.data;
  uint32_t open = policy__utf8_next(&p);
  const char *close = open == '"'      ? "\""
                      : open == 0x201C ? "\xE2\x80\x9D"
                      : open == 0x2018 ? "\xE2\x80\x99"
                                       : "'";
  size_t from = (size_t)(p - text.data), end = policy__find_in(text, from, close);
  while (end < text.size && end + 3 < text.size &&
         (policy__classify((unsigned char)text.data[end + (close[0] == '"' || close[0] == '\'' ? 1 : 3)]) &
          POLICY__LETTER) != 0)
    end = policy__find_in(text, end + 1, close);
  if (end >= text.size) return (policy_string){"", 0};
  *behind = end + (close[1] == '\0' ? 1 : 3);
  return policy__strip(policy__piece(text, from, end), ".,");
}

static policy_string skip_online(policy_string rest) {
  rest = policy__strip(rest, ".,; ");
  if (rest.size > 0 && rest.data[0] == '[') {
    size_t close = policy__find_in(rest, 0, "]");
    if (close < 20) rest = policy__strip(policy__piece(rest, close + 1, rest.size), ".,; ");
  }
  return rest;
}

/* The words before the stop, comma or address that ends a container's name. */
static policy_string container_of(policy_string rest) {
  static const char *const ends[] = {". ", ", ", " (", "http", "; ", "Available", "Retrieved", "Accessed"};
  size_t end = rest.size;
  size_t at = policy__begins(rest, "in:");
  if (at == 0) at = policy__begins(rest, "in");
  rest = policy__trim(policy__piece(rest, at, rest.size));
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t hit = policy__find_in(rest, 0, ends[i]);
    if (hit < end) end = hit;
  }
  rest = policy__strip(policy__piece(rest, 0, end), ".,:; ");
  return rest.size <= 160 ? rest : (policy_string){"", 0};
}

/* "Title - Site" or "Title | Site": the site goes when the container says the same, or with a bar. */
static void part_site(policy__citation *citation) {
  static const char *const signs[] = {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    size_t at = citation->title.size, hit = policy__find_in(citation->title, 0, signs[i]);
    for (; hit < citation->title.size; hit = policy__find_in(citation->title, hit + 1, signs[i])) at = hit;
    if (at >= citation->title.size) continue;
    policy_string site = policy__trim(policy__piece(citation->title, at + 3, citation->title.size));
    if (signs[i][1] == '\xE2')
      site = policy__trim(policy__piece(citation->title, at + 5, citation->title.size));
    bool same = citation->container.size == site.size;
    for (size_t k = 0; same && k < site.size; k++)
      same = (site.data[k] | 32) == (citation->container.data[k] | 32);
    if (!same && (i > 0 || citation->container.size > 0)) continue;
    if (citation->container.size == 0) citation->container = site;
    citation->title = policy__trim(policy__piece(citation->title, 0, at));
    return;
  }
}

bool policy__citation_parse(policy_string block, policy__citation *citation) {
  static const policy_string nothing = {"", 0};
  size_t open, close, behind = 0;
  *citation = (policy__citation){nothing, nothing, nothing, nothing, nothing, nothing, false, false};
  size_t lead = lead_of(block);
  citation->own = lead > 0;
  block = policy__trim(policy__piece(block, lead, block.size));
  if (block.size == 0) return false;
  citation->url = url_in(block);
  citation->doi = doi_in(block);
  citation->online = policy__holds(block, "available at") || policy__holds(block, "online");
  if (!find_year(block, &open, &close)) return false;
  citation->authors = policy__strip(policy__piece(block, 0, open), ",;: ");
  citation->year = policy__piece(block, open + 1, open + 5);
  policy_string rest = policy__strip(policy__piece(block, close + 1, block.size), ".,:; ");
  if (rest.size == 0) return false;
  citation->title = opens_quote(policy__first_point(rest)) ? quoted(rest, &behind) : nothing;
  if (citation->title.size == 0) {
    behind = end_of_title(rest);
    citation->title = policy__trim(policy__piece(rest, 0, behind));
  }
  citation->container = container_of(skip_online(policy__piece(rest, behind, rest.size)));
  part_site(citation);
  return citation->title.size > 0;
}
