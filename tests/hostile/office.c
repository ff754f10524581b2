/* Pathological XML, office files and Markdown, each read at a size, twice and four times that: the time must grow as the
   size does, and what is refused must be refused as fast. POLICY_HOSTILE=N starts at N KiB. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <policy.h>

#include "../tap.h"
#include "stopwatch.h"

enum { STEPS = 3 };

/* `open` and `close` are repeated as often as they fit; a "%d" in `open` becomes the number of the repetition. */
typedef struct pattern {
  const char *name, *head, *open, *between, *close, *tail;
  policy_status status; /* that is allowed beside POLICY_OK */
} pattern;

#define AKN(body) "<akomaNtoso><act><body>" body
#define END "</body></act></akomaNtoso>"

static const pattern xml[] = {
    {"paragraphs", AKN(""), "<p>x</p>", "", "", END, POLICY_OK},
    {"empty elements", "<a>", "<b/>", "", "", "</a>", POLICY_OK},
    {"elements of different names", "<a>", "<b%d/>", "", "", "</a>", POLICY_OK},
    {"elements of different names with text", "<a>", "<b%d>x</b%d>", "", "", "</a>", POLICY_OK},
    {"nested elements", "<a>", "<b>", "x", "</b>", "</a>", POLICY_ERROR_LIMIT},
    {"unclosed elements", "", "<b>", "", "", "", POLICY_ERROR_LIMIT},
    {"closing elements", "<a>", "</b>", "", "", "", POLICY_ERROR_FORMAT},
    {"attributes", "<a ", "a%d='' ", "", "", "/>", POLICY_ERROR_LIMIT},
    {"one attribute again", "<a ", "a='' ", "", "", "/>", POLICY_ERROR_LIMIT},
    {"a long attribute", "<a id='", "x", "", "", "'/>", POLICY_ERROR_FORMAT},
    {"unclosed quotes", "", "<a b='", "", "", "", POLICY_ERROR_FORMAT},
    {"elements with attributes", "<a>", "<p id='i%d' b='2' c='3'>x</p>", "", "", "</a>", POLICY_OK},
    {"name spaces", "<a>", "<b xmlns:a%d='u'>", "", "</b>", "</a>", POLICY_ERROR_LIMIT},
    {"name spaces of siblings", "<a>", "<b xmlns:a='u' xmlns:b='v'/>", "", "", "</a>", POLICY_OK},
    {"a long name", "<", "x", "", "", "/>", POLICY_ERROR_FORMAT},
    {"one text", "<a>", "word ", "", "", "</a>", POLICY_OK},
    {"one text without spaces", "<a>", "\xE2\x82\xAC", "", "", "</a>", POLICY_OK},
    {"ends of lines", "<a>", "\r\n", "", "", "</a>", POLICY_OK},
    {"closing brackets", "<a>", "]] ", "", "", "</a>", POLICY_OK},
    {"sections of characters", "<a>", "<![CDATA[x]]>", "", "", "</a>", POLICY_OK},
    {"unclosed sections of characters", "<a>", "<![CDATA[", "", "", "</a>", POLICY_ERROR_FORMAT},
    {"comments", "<a>", "<!-- - -->", "", "", "</a>", POLICY_OK},
    {"unclosed comments", "<a>", "<!-", "", "", "", POLICY_ERROR_FORMAT},
    {"a long comment", "<a><!--", "- ", "", "", "--></a>", POLICY_ERROR_FORMAT},
    {"processing instructions", "<a>", "<?p x?>", "", "", "</a>", POLICY_OK},
    {"unclosed instructions", "<a>", "<?", "", "", "", POLICY_ERROR_FORMAT},
    {"references", "<a>", "&amp;", "", "", "</a>", POLICY_OK},
    {"references to numbers", "<a>", "&#233;", "", "", "</a>", POLICY_OK},
    {"named references", "<a>", "&nbsp;&yuml;", "", "", "</a>", POLICY_OK},
    {"unknown references", "<a>", "&x;", "", "", "</a>", POLICY_OK},
    {"unknown references, each another", "<a>", "&x%d;", "", "", "</a>", POLICY_OK},
    {"ampersands", "<a>", "&", "", "", "</a>", POLICY_ERROR_FORMAT},
    {"an entity often", "<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'>]><a>", "&x;",
     "", "", "</a>", POLICY_ERROR_LIMIT},
    {"an entity in attributes", "<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'>]><a>", "<b id='&x;'/>", "",
     "", "</a>", POLICY_ERROR_LIMIT},
    {"entities, declared", "<!DOCTYPE a [", "<!ENTITY x%d 'x'>", "", "", "]><a>&x7;</a>", POLICY_OK},
    {"entities of entities", "<!DOCTYPE a [<!ENTITY x0 'x'>", "<!ENTITY y%d '&x0;&x0;&y%d;'>", "", "", "]><a>&y9;</a>",
     POLICY_ERROR_FORMAT},
    {"parameter entities", "<!DOCTYPE a [<!ENTITY % p 'x'>", "%p;", "", "", "]><a/>", POLICY_ERROR_FORMAT},
    {"lists of attributes, declared", "<!DOCTYPE a [<!ATTLIST a ", "b%d CDATA #IMPLIED ", "", "", ">]><a/>",
     POLICY_ERROR_FORMAT},
    {"brackets in a declaration", "<!DOCTYPE a [<!ELEMENT a ", "(", "b", ")", ">]><a/>", POLICY_ERROR_FORMAT},
    {"forbidden characters", "<a>", "\x01", "", "", "</a>", POLICY_OK},
    {"headings", AKN(""), "<section><heading>x</heading></section>", "", "", END, POLICY_OK},
    {"numbers", AKN("<section>"), "<num>1</num>", "", "", "</section>" END, POLICY_OK},
    {"numbers, led on", AKN(""), "<section><num>1</num><p>x</p></section>", "", "", END, POLICY_OK},
    {"notes", AKN("<p>"), "x<authorialNote marker='1'><p>y</p></authorialNote>", "", "", "</p>" END, POLICY_OK},
    {"notes in notes", AKN("<p>"), "<authorialNote>", "x", "</authorialNote>", "</p>" END, POLICY_ERROR_LIMIT},
    {"quotations", AKN(""), "<quotedStructure startQuote='\"' endQuote='\"'><p>x</p></quotedStructure>", "", "", END,
     POLICY_OK},
    {"tails", AKN("<p>x</p>"), "<quotedStructure/>.", "", "", END, POLICY_OK},
    {"rows", AKN("<table>"), "<tr><td>x</td><td/></tr>", "", "", "</table>" END, POLICY_OK},
    {"cells", AKN("<table><tr>"), "<td>x</td>", "", "", "</tr></table>" END, POLICY_OK},
    {"tables in tables", AKN(""), "<table><tr><td>", "x", "</td></tr></table>", END, POLICY_ERROR_LIMIT},
    {"breaks", AKN("<p>"), "<br/>x", "", "", "</p>" END, POLICY_OK},
    {"items", AKN("<ul>"), "<li>x</li>", "", "", "</ul>" END, POLICY_OK},
    {"terms", "<akomaNtoso><act><meta><references>", "<TLCConcept eId='t%d' showAs='x'/>", "", "",
     "</references></meta></act></akomaNtoso>", POLICY_OK},
    {"placeholders",
     "<akomaNtoso><act><meta><references><TLCConcept eId='t' showAs='x'/></references></meta><body><p>",
     "<ref class='placeholder' href='#t'/>", "", "", "</p>" END, POLICY_OK},
    {"facts", "<akomaNtoso><act><meta>", "<keyword showAs='k%d'/>", "", "", "</meta></act></akomaNtoso>", POLICY_OK},
    {"titles", AKN(""), "<p><docTitle>x</docTitle></p>", "", "", END, POLICY_OK},
    {"speeches", "<TEI><text><body>", "<u who='#a'><seg>x</seg></u>", "", "", "</body></text></TEI>", POLICY_OK},
};

static policy_status last_status;
static policy_error last_error;

/* Appends a unit with its number for every "%d". */
static char *put(char *at, const char *unit, size_t n) {
  for (; *unit != '\0'; unit++) {
    if (unit[0] == '%' && unit[1] == 'd') at += sprintf(at, "%zu", n), unit++;
    else
      *at++ = *unit;
  }
  return at;
}

static char *make(const pattern *p, size_t size, size_t *made) {
  size_t count = size / (strlen(p->open) + strlen(p->close)) + 1;
  size_t room = strlen(p->head) + strlen(p->tail) + strlen(p->between) + 1;
  room += count * (strlen(p->open) + strlen(p->close) + 40);
  char *text = malloc(room), *at = text;
  if (text == NULL) exit(EXIT_FAILURE);
  at = put(at, p->head, 0);
  for (size_t i = 0; i < count; i++) at = put(at, p->open, i);
  at = put(at, p->between, 0);
  for (size_t i = count; i > 0; i--) at = put(at, p->close, i - 1);
  at = put(at, p->tail, 0);
  *made = (size_t)(at - text);
  return text;
}

/* User time of reading. */
static double measure(const char *bytes, size_t size, const char *media_type) {
  policy_options options = POLICY_OPTIONS_INIT;
  options.media_type = media_type;
  double begin = user_seconds();
  policy_document *document = policy_read(bytes, size, &options, &last_error);
  double spent = user_seconds() - begin;
  last_status = document != NULL ? POLICY_OK : last_error.code;
  policy_document_unref(document);
  return spent;
}

/* Twice the time for twice the size, and as much again for chance, and a little that does not count. */
static bool is_linear(double half, double whole) {
  return whole <= 2 * 2 * half + 0.06;
}

static void try(const pattern *p, const char *format, const char *media_type, size_t size) {
  bool good = false;
  double times[STEPS] = {0, 0, 0};
  for (int attempt = 0; attempt < 3 && !good; attempt++) {
    for (int i = 0; i < STEPS; i++) {
      size_t made = 0;
      char *text = make(p, size << i, &made);
      times[i] = measure(text, made, media_type);
      free(text);
    }
    good = is_linear(times[0], times[1]) && is_linear(times[1], times[2]);
  }
  bool known = last_status == POLICY_OK || last_status == p->status;
  tap_ok(good && known, "%s, %s: %.3f, %.3f, %.3f s%s%s", format, p->name, times[0], times[1], times[2],
         last_status != POLICY_OK ? ", " : "", last_status != POLICY_OK ? last_error.message : "");
}

int main(void) {
  const char *given = getenv("POLICY_HOSTILE");
  size_t size = (given != NULL ? strtoul(given, NULL, 10) : 128) << 10;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  size /= 8;
#endif
  for (size_t i = 0; i < sizeof xml / sizeof *xml; i++) try(&xml[i], "XML", "application/xml", size);
  return tap_end();
}
