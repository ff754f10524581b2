/* Pathological texts, each read and analysed at a size, twice and four times that: the time must grow as the
   size does. A suspicion is measured again before it counts. POLICY_HOSTILE=N starts at N KiB. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <policy.h>

#include "../tap.h"
#include "stopwatch.h"

static const struct {
  const char *name, *unit;
} patterns[] = {
    {"round brackets", "("},
    {"closing brackets", ")"},
    {"square brackets", "["},
    {"curly brackets", "{"},
    {"brackets in pairs", "()"},
    {"angle brackets", "<"},
    {"quotes", "\""},
    {"single quotes", "'"},
    {"curved quotes", "\xE2\x80\x9C"},
    {"closing curved quotes", "\xE2\x80\x9D"},
    {"dots", "."},
    {"dots and spaces", ". "},
    {"dots and capitals", "A."},
    {"commas", ","},
    {"commas and words", "x, "},
    {"hyphens", "-"},
    {"hyphens at ends", "a-\n"},
    {"underscores", "_"},
    {"stars", "*"},
    {"hashes", "#"},
    {"bars", "|"},
    {"numbers of a year", "2016-"},
    {"months", "March "},
    {"units of time", "two years and a half "},
    {"ago", "ago "},
    {"parts of years", "the end of the first half of "},
    {"digits", "1"},
    {"numbers", "1.1."},
    {"spaces", " "},
    {"tabs", "\t"},
    {"line ends", "\n"},
    {"carriage returns", "\r"},
    {"CRLF", "\r\n"},
    {"spaces and line ends", " \n"},
    {"vertical tabs", "\v"},
    {"form feeds", "\f"},
    {"NUL", ""},
    {"bad bytes", "\xFF"},
    {"cut characters", "\xE2\x82"},
    {"byte order marks", "\xEF\xBB\xBF"},
    {"combining marks", "\xCC\x81"},
    {"marks out of order", "e\xCC\x81\xCC\xA3\xCC\x87"},
    {"signs that decompose", "\xE0\xBD\xB3"},
    {"jamo", "\xE1\x84\x80\xE1\x85\xA1"},
    {"right to left", "\xE2\x80\xAE"},
    {"joiners", "\xE2\x80\x8D"},
    {"soft hyphens", "\xC2\xAD"},
    {"no-break spaces", "\xC2\xA0"},
    {"Han", "\xE4\xB8\xAD"},
    {"Cyrillic and Latin", "\xD1\x8F x "},
    {"one sentence in French", "Le conseil se r\xC3\xA9unit au printemps pour parler du lac et de ceux qui en vivent.\n\n"},
    {"sentences in two languages", "The council should meet in the spring to speak of the lake and of the people there.\n\n"
                                   "Le conseil se r\xC3\xA9unit au printemps pour parler du lac et de ceux qui en vivent.\n\n"},
    {"smileys", "\xF0\x9F\x98\x80"},
    {"capital letters", "A"},
    {"letters", "x"},
    {"capital words", "NORLAND "},
    {"names", "Ann Lee "},
    {"one name", "Norland "},
    {"acronyms that several bear", "FSB "},
    {"titles and surnames", "President Xi "},
    {"surnames of nobody who is known", "President Norland "},
    {"people and groups", "Pakistani soldiers "},
    {"names in names", "Director of the FBI of the FBI "},
    {"names of many words", "Ministry of Wells and "},
    {"states", "the United States of "},
    {"names with hyphens", "Ann-Lee-"},
    {"names and their short forms", "Ann Lee (AL), "},
    {"acronyms", "(ABC) "},
    {"introduced acronyms", "Board of Wells (BW) "},
    {"should", "should "},
    {"must not", "must not "},
    {"he should", "He should go. "},
    {"asks", "We recommend that "},
    {"items", "(a) "},
    {"turns", "Mr Smith (France) (spoke in French): x\n\n"},
    {"turns without end", "Mr Smith (((((((((Q1 Chair of of of "},
    {"contents", "Contents\n\n"},
    {"entries of contents", "Contents\n\nWells 1\nLakes 2\n\n"},
    {"leaders", "Wells .......... 12\n"},
    {"resolutions", "The General Assembly,\n\nRecalling it,\n\n1. Urges all;\n\n"},
    {"lines of items", "(a) x\n"},
    {"numbered lines", "1. x\n"},
    {"recommendations", "Recommendation 1: "},
    {"conjunctions", "and "},
    {"chains", "Norland and Sorland and "},
    {"or", "or "},
    {"conditions", "if "},
    {"relatives", "which "},
    {"infinitives", "to go "},
    {"of", "of the "},
    {"because", "because "},
    {"unless", "unless it "},
    {"modals and names", "Norland should Sorland must "},
    {"pronouns", "it they we "},
    {"passives", "is to be done by "},
    {"sentences", "A b. "},
    {"questions", "Why? "},
    {"abbreviations", "Dr. Mr. e.g. "},
    {"ellipses", "... "},
    {"short lines", "a\n"},
    {"paragraphs", "a\n\n"},
    {"indented lines", "    a\n"},
    {"deeper lines", "\t\t\t\t\t\t\t\ta\n"},
    {"headings", "CHAPTER I\n\n"},
    {"markdown headings", "# x\n"},
    {"underlined", "x\n===\n"},
    {"quoted lines", "> x\n"},
    {"tables", "a | b | c\n"},
    {"footnotes", "[1] x\n"},
    {"page numbers", "- 1 -\n"},
    {"emails", "a@b.org "},
    {"addresses", "https://example.org/a?b=c "},
    {"an address", "https://"},
    {"DOIs in brackets", "(10.1234/a"},
    {"symbols", "A/RES/"},
    {"resolutions", "resolutions 1718 (2006), "},
    {"sections", "section 3 of the "},
    {"section numbers", "sections 1, 2(a)(b)(c), 3-"},
    {"acts", "Climate Act "},
    {"acts of lists", "the Police, Crime and Courts, Act "},
    {"treaties", "Protocol to the Convention on the "},
    {"a treaty's tail", "Treaty of the Wells and Rights or "},
    {"years in brackets", "[2019] "},
    {"neutral citations", "[2019] UKSC "},
    {"codes", "15 U.S.C. 1(a)(b)"},
    {"ISBNs", "ISBN 9-7-8-0-"},
    {"ECLI", "ECLI:EU:C:"},
    {"slashes", "a/b/"},
    {"dates", "1 May 2031 "},
    {"years", "2031-"},
    {"months", "May "},
    {"amounts", "$1,000.00 "},
    {"percent", "10 % "},
    {"apostrophes", "n't"},
    {"possessives", "x's "},
    {"authors", "By Ann Lee, "},
    {"versions", "v1.2.3."},
    {"sections", "\xC2\xA7 1 "},
    {"JSON", "{\"a\": ["},
    {"markup", "<p>"},
    {"entities", "&amp;"},
    {"semicolons", "a; "},
    {"colons", "a: "},
};

/* The same of CoNLL-U; each is read, written and parsed. */
#define COLUMNS "\t_\t_\t_\t_\t_\t_\t_\t_\n"
#define TIGHT "\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
static const struct {
  const char *name, *head, *unit, *tail;
} treebanks[] = {
    {"sentences of one word", "", "1\tx" COLUMNS "\n", ""},
    {"sentences without spaces", "# newpar\n", "1\tx" TIGHT "\n", ""},
    {"sentences of marks", "# newpar\n", "1\t\xCC\x81" TIGHT "2\t\xCC\x81" TIGHT "\n", ""},
    {"pieces that compose", "# newpar\n", "1\te" TIGHT "2\t\xCC\x81" TIGHT "\n", ""},
    {"ranges", "", "1-2\tdu" COLUMNS "1\tde" COLUMNS "2\tle" COLUMNS "\n", ""},
    {"a long range", "1-2\t", "x", COLUMNS "1\tx" COLUMNS "2\ty" COLUMNS "\n"},
    {"texts that differ", "", "# text = xxxxxxxxxxxxxxxxy\n1\txxxxxxxxxxxxxxxxx" COLUMNS "\n", ""},
    {"a text of spaces", "# text = ", " ", "\n1\tx" COLUMNS "\n"},
    {"a word of spaces", "# text = x\n1\t", " ", COLUMNS "\n"},
    {"texts", "", "# text = x\n", ""},
    {"paragraphs", "", "# newpar\n", ""},
    {"blank lines", "", "\n", ""},
    {"items of MISC", "1\tx\t_\t_\t_\t_\t_\t_\t_\t", "a|", "\n"},
    {"a long lemma", "1\tx\t", "l", "\t_\t_\t_\t_\t_\t_\t_\n"},
};

/* The same of pages, which are read alone. */
static const struct {
  const char *name, *head, *unit, *tail;
} pages[] = {
    {"elements in elements", "", "<div>", ""},
    {"elements closed", "", "<div></div>", ""},
    {"elements closed at the end", "<div>x", "<section>", "</div>"},
    {"end tags", "<p>x", "</div>", ""},
    {"end tags of paragraphs", "<div>x", "</p>", ""},
    {"paragraphs", "", "<p>x", ""},
    {"formatting", "", "<b><i><a href=x>", "x"},
    {"formatting in paragraphs", "", "<b id=x><p>x", ""},
    {"misnested", "", "<b><p></b></p>x", ""},
    {"links", "", "<a href=x>x</a>", ""},
    {"links of a list", "<ul>", "<li><a href=x>x</a>", ""},
    {"lists in lists", "", "<ul><li>x", ""},
    {"numbered lists", "", "<ol type=i start=3999 reversed><li>x<li value=7>y</ol>", ""},
    {"numbered lists in lists", "", "<ol type=a><li>x", ""},
    {"items of one numbered list", "<ol reversed>", "<li>x", "</ol>"},
    {"items without text", "<ol>", "<li>", "x"},
    {"large numbers", "<ol start=2147483647 type=I>", "<li value=999999999999999999999>x", "</ol>"},
    {"a long number", "<ol start=", "9", "><li>x</ol>"},
    {"a long style", "<ol style='list-style", ":", "'><li>x</ol>"},
    {"styles of lists", "", "<ol style='list-style-type: lower-roman'><li>x</ol>", ""},
    {"calls of notes", "<p>", "x<sup><a href='#n'>1</a></sup>", "<p id=n>y"},
    {"calls of one after another", "<p>x", "<sup><a href='#n'>1</a></sup>", "<p id=n>y"},
    {"calls of long names", "<p>", "<a href='#fn1-cite_note-ref-back'>1</a>", ""},
    {"a call of a long name", "<p>x<a href='#fn", "fnre", "'>1</a>"},
    {"notes", "<p>x<a href='#fn1'>1</a>", "<p id=fn1><a name=fn1 href='#fnref1'>1</a> y", ""},
    {"notes in notes", "", "<aside role=doc-footnote>x", ""},
    {"raised", "<p>x", "<sup>", "1"},
    {"raised digits", "<p>x<sup>", "1", "</sup>"},
    {"raised words", "<p>x<sup>", "1, x ", "</sup>"},
    {"types of books", "", "<section epub:type='footnotes rearnotes'>", "x"},
    {"languages", "", "<p lang=fr>x<p lang=de>y", ""},
    {"languages in languages", "", "<div lang=fr>x", ""},
    {"a long language", "<p lang=", "fr-", ">x"},
    {"definitions", "<dl>", "<dt>x<dd>y", ""},
    {"headings", "", "<h1>x<h2>y", ""},
    {"tables in tables", "", "<table><tr><td>x", ""},
    {"tables in tables without cells", "", "<table>", "x"},
    {"cells", "<table>", "<td>1", ""},
    {"rows", "<table>", "<tr><td>1<td>2", "</table>"},
    {"text in tables", "<table>", "x<tr>", ""},
    {"elements in tables", "<table>", "<div>x", ""},
    {"tables that end outside", "", "<div><table><td></div>", "x"},
    {"captions", "<table>", "<caption>x<td>y", ""},
    {"forms", "", "<form><table><form>x", ""},
    {"buttons", "", "<button>x", ""},
    {"attributes", "<p ", "a=b ", ">x"},
    {"attributes without values", "<p ", "a ", ">x"},
    {"one attribute", "<p class='", "nav-", "'>x"},
    {"many classes", "", "<p class='nav share main'>x", ""},
    {"open quotes", "", "<p a='>x", ""},
    {"open tags", "", "<p ", ""},
    {"angle brackets", "", "<", ""},
    {"slashes", "", "</", ""},
    {"open comments", "", "<!-- x ", ""},
    {"comments", "", "<!-- x -->", ""},
    {"dashes", "<!--", "-", ""},
    {"declarations", "", "<!x>", ""},
    {"instructions", "", "<?x", ""},
    {"scripts", "", "<script>x</script>", ""},
    {"open scripts", "", "<script>x", ""},
    {"open drawings", "", "<svg>x", ""},
    {"spellings of drawings", "", "<svg><Svg><sVg><svG><SVg><sVG><SvG><SVG>", ""},
    {"scripts in comments", "", "<script><!--<script>", ""},
    {"titles", "", "<title>x</title>", ""},
    {"a long title", "<title>", "x y ", "</title><h1>x y</h1>"},
    {"meta elements", "", "<meta name=author content='Ann Lee, Bo Ek'>", ""},
    {"keywords", "<meta name=keywords content='", "a,", "'>"},
    {"JSON-LD", "<script type='application/ld+json'>", "{\"author\": [", "</script>"},
    {"JSON-LD's objects", "<script type='application/ld+json'>", "{},", "</script>"},
    {"JSON-LD's strings", "<script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"", "\\u0041", "\"}</script>"},
    {"times", "", "<time datetime=2031-01-01 class=updated>x</time>", ""},
    {"bylines", "", "<span class=author>x</span> ", ""},
    {"bylines in bylines", "", "<div class=author>x", ""},
    {"debris in debris", "", "<div class=menu>x y z. ", ""},
    {"references", "<p>", "&amp;", ""},
    {"long references", "<p>", "&CounterClockwiseContourIntegral;", ""},
    {"no references", "<p>", "&CounterClockwiseContourIntegra", ""},
    {"numbers", "<p>", "&#9999999", ""},
    {"ampersands", "<p>", "&", ""},
    {"breaks", "<p>x", "<br>", "x"},
    {"breaks and letters", "<p>", "x<br><br>", ""},
    {"rules", "", "x<hr>", ""},
    {"lines of code", "<pre>", "x\n", ""},
    {"ids", "", "<p id=a>x", ""},
    {"byte order marks", "<p>x", "\xEF\xBB\xBF", "x"},
    {"custom elements", "", "<x-y>x", ""},
    {"quotes in quotes", "", "<blockquote>x", ""},
    {"hidden noscript", "", "<noscript>x.</noscript>", ""},
};

/* Sources in other charsets: what makes places in them hard to keep. */
static const struct {
  const char *type, *unit;
  size_t size;
} sources[] = {
    {"text/plain; charset=gb18030", "a\xB9\xFA", 3},
    {"text/plain; charset=gb18030", "\x81\x30\x81\x30\xFF", 5},
    {"text/plain; charset=iso-2022-jp", "\x1B$B9q\x1B(B", 8},
    {"text/plain; charset=windows-1255", "\xE0\xC8", 2},
    {"text/plain; charset=windows-1252", "\xE9\r\n", 3},
    {"text/plain; charset=utf-16le", "a\0\0\xD8", 4},
    {"text/plain; charset=utf-16le", "\r\0\n\0", 4},
    {"text/plain", "caf\xC3\xA9\xC3\xA9\xC3\xA9\x93", 10},
    {"text/html; charset=windows-1252", "<p>\xE9&amp;\xE9", 10},
    {"text/html; charset=utf-16be", "\0<\0b\0>\0a\x20\x13", 10},
    {"text/markdown; charset=gb18030", "* a\xB9\xFA\n", 6},
    {"application/xml; charset=windows-1251", "\xE0 \r\n", 4},
};

/* The text of a pattern; the unit of NUL is one byte. */
static char *make(const char *unit, size_t size) {
  char *text = malloc(size + 1);
  size_t step = strlen(unit) > 0 ? strlen(unit) : 1;
  for (size_t i = 0; text != NULL && i < size; i++) text[i] = unit[i % step];
  return text;
}

static policy_status last_status;
static policy_error last_error;

/* User time of reading and analysing. */
static double measure(const char *bytes, size_t size) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = "text/plain";
  last_status = POLICY_OK;
  double begin = user_seconds();
  policy_document *read = policy_read(bytes, size, &options, &last_error);
  policy_document *document = read != NULL ? policy_analyse(read, &options, &last_error) : NULL;
  double spent = user_seconds() - begin;
  if (document == NULL) last_status = last_error.code;
  policy_document_unref(read);
  policy_document_unref(document);
  return spent;
}

/* `count` units between a head and a tail. */
static char *surround(const char *head, const char *unit, const char *tail, size_t count, size_t *size) {
  size_t before = strlen(head), each = strlen(unit), after = strlen(tail);
  *size = before + count * each + after;
  char *text = malloc(*size + 1);
  if (text == NULL) return NULL;
  memcpy(text, head, before);
  for (size_t i = 0; i < count; i++) memcpy(text + before + i * each, unit, each);
  memcpy(text + before + count * each, tail, after + 1);
  return text;
}

/* User time of reading CoNLL-U, writing and parsing it. */
static double measure_treebank(size_t n, size_t size) {
  policy_options options = POLICY_OPTIONS_INIT;
  policy_buffer out = POLICY_BUFFER_INIT;
  size_t count = size / strlen(treebanks[n].unit) + 1, all;
  char *text = surround(treebanks[n].head, treebanks[n].unit, treebanks[n].tail, count, &all);
  if (text == NULL) return 0;
  options.media_type = "text/x-conllu";
  double begin = user_seconds();
  policy_document *read = policy_read(text, all, &options, &last_error);
  policy_document *parsed = read != NULL ? policy_parse(read, &options, &last_error) : NULL;
  last_status = parsed != NULL ? policy_conllu_write(read, &out, &last_error) : last_error.code;
  double spent = user_seconds() - begin;
  policy_document_unref(read);
  policy_document_unref(parsed);
  policy_buffer_free(&out);
  free(text);
  return spent;
}

/* User time of reading a page. */
static double measure_page(size_t n, size_t size) {
  policy_options options = POLICY_OPTIONS_INIT;
  size_t count = size / strlen(pages[n].unit) + 1, all;
  char *text = surround(pages[n].head, pages[n].unit, pages[n].tail, count, &all);
  if (text == NULL) return 0;
  options.media_type = "text/html";
  last_status = POLICY_OK;
  double begin = user_seconds();
  policy_document *read = policy_read(text, all, &options, &last_error);
  double spent = user_seconds() - begin;
  if (read == NULL) last_status = last_error.code;
  policy_document_unref(read);
  free(text);
  return spent;
}

/* User time of reading a source, and of looking up places in it. */
static double measure_source(size_t n, size_t size) {
  static const char head[] = "<a>", tail[] = "</a>";
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = sources[n].type;
  bool xml = strstr(sources[n].type, "/xml") != NULL;
  char *text = malloc(size + sizeof head + sizeof tail);
  if (text == NULL) return 0;
  size_t at = 0;
  if (xml) at = strlen(strcpy(text, head));
  for (; at + sources[n].size <= size; at += sources[n].size) memcpy(text + at, sources[n].unit, sources[n].size);
  if (xml) at += strlen(strcpy(text + at, tail));
  double begin = user_seconds();
  policy_document *read = policy_read(text, at, &options, &last_error);
  last_status = read != NULL ? POLICY_OK : last_error.code;
  size_t end = policy_document_text(read).size;
  for (uint32_t place = 0; place < end && last_status == POLICY_OK; place += 7)
    if (policy_document_source_offset(read, place) > at) last_status = POLICY_ERROR_INTERNAL;
  double spent = user_seconds() - begin;
  policy_document_unref(read);
  free(text);
  return spent;
}

static double measure_pattern(const char *unit, size_t size) {
  char *text = make(unit, size);
  double spent = text != NULL ? measure(text, size) : 0;
  free(text);
  return spent;
}

/* Twice the time for twice the size, and as much again for chance, and a little that does not count. */
static bool is_linear(double half, double whole) {
  return whole <= 2 * 2 * half + 0.06;
}

static void pattern(const char *name, const char *unit, size_t size) {
  bool good = false;
  double times[3] = {0, 0, 0};
  for (int attempt = 0; attempt < 3 && !good; attempt++) {
    for (int i = 0; i < 3; i++) times[i] = measure_pattern(unit, size << i);
    good = is_linear(times[0], times[1]) && is_linear(times[1], times[2]) && times[2] <= 8 * times[0] + 0.12;
  }
  tap_ok(good && last_status == POLICY_OK, "%s: %.3f, %.3f, %.3f s%s%s", name, times[0], times[1], times[2],
         last_status != POLICY_OK ? ", " : "", last_status != POLICY_OK ? last_error.message : "");
}

/* The n-th of a list, by the way that measures it. */
static void listed(const char *what, const char *name, double (*take)(size_t, size_t), size_t n, size_t size) {
  bool good = false;
  double times[3] = {0, 0, 0};
  for (int attempt = 0; attempt < 3 && !good; attempt++) {
    for (int i = 0; i < 3; i++) times[i] = take(n, size << i);
    good = is_linear(times[0], times[1]) && is_linear(times[1], times[2]);
  }
  tap_ok(good && last_status == POLICY_OK, "%s, %s: %.3f, %.3f, %.3f s%s%s", what, name, times[0], times[1], times[2],
         last_status != POLICY_OK ? ", " : "", last_status != POLICY_OK ? last_error.message : "");
}

/* Once, large: under a bound that only a runaway breaks. */
static void once(const char *name, const char *unit, size_t size, double most) {
  double spent = measure_pattern(unit, size);
  tap_ok(spent < most && last_status == POLICY_OK, "%s: %.1f s%s%s", name, spent,
         last_status != POLICY_OK ? ", " : "", last_status != POLICY_OK ? last_error.message : "");
}

static char *put(char *at, const char *words) {
  size_t size = strlen(words);
  memcpy(at, words, size);
  return at + size;
}

/* The n-th name: "Baa", "Caa", ... */
static void spell(char word[32], size_t n) {
  size_t size = 0;
  for (; n > 0; n /= 26, size++) word[size] = (char)((size == 0 ? 'A' : 'a') + n % 26);
  word[size] = '\0';
}

/* Texts that no unit makes: each step differs from the last. */
static void different(size_t count) {
  char *text = malloc(count * 64 + 64), *at = text;
  double times[3];
  static const char *const names[] = {"actors, each another", "acronyms, each another",
                                      "brackets, opened and then closed", "deeper and deeper"};
  for (int kind = 0; text != NULL && kind < 4; kind++) {
    bool good = false;
    for (int attempt = 0; attempt < 3 && !good; attempt++) {
      for (int i = 0; i < 3; i++) {
        size_t n = count >> (2 - i);
        at = text;
        for (size_t k = 0; k < n; k++) {
          char word[32];
          spell(word, k + 676);
          if (kind == 0)
            at = put(put(at, word), "ia should pay. ");
          else if (kind == 1)
            at = put(put(put(at, "Board of Wells ("), word), "X) must act. ");
          else if (kind == 2)
            at = put(at, k < n / 2 ? "(a " : ") ");
          else
            at += sprintf(at, "%*s\n", (int)(k % 40), "x");
        }
        times[i] = measure(text, (size_t)(at - text));
      }
      good = is_linear(times[0], times[1]) && is_linear(times[1], times[2]);
    }
    tap_ok(good && last_status == POLICY_OK, "%s: %.3f, %.3f, %.3f s", names[kind], times[0], times[1],
           times[2]);
  }
  free(text);
}

int main(void) {
  const char *given = getenv("POLICY_HOSTILE");
  size_t size = (given != NULL ? strtoul(given, NULL, 10) : 32) << 10;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  size /= 8;
#endif
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
    pattern(patterns[i].name, patterns[i].unit, size);
  different(size / 8);
  for (size_t n = 0; n < sizeof treebanks / sizeof *treebanks; n++)
    listed("CoNLL-U", treebanks[n].name, measure_treebank, n, size * 4);
  for (size_t n = 0; n < sizeof pages / sizeof *pages; n++) listed("HTML", pages[n].name, measure_page, n, size * 16);
  for (size_t n = 0; n < sizeof sources / sizeof *sources; n++)
    listed(sources[n].type, "places", measure_source, n, size * 8);
  once("one line of 8 MB", "word ", size * 256, 120);
  once("one word of 8 MB", "x", size * 256, 120);
  once("a million short lines", "a\n", size * 64, 120);
  return tap_end();
}
