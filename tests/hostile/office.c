/* Pathological XML, office files and Markdown, each read at a size, twice and four times that: the time must grow as the
   size does, and what is refused must be refused as fast. POLICY_HOSTILE=N starts at N KiB. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <policy.h>

#include "../packing.h"
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
    {"elements of different names", "<a>", "<b%d/>", "", "", "</a>", POLICY_ERROR_LIMIT},
    {"elements of different names with text", "<a>", "<b%d>x</b%d>", "", "", "</a>", POLICY_ERROR_LIMIT},
    {"instructions of different names", "<a>", "<?p%d x?>", "", "", "</a>", POLICY_ERROR_LIMIT},
    {"attributes of different names", "<a>", "<b c%d=''/>", "", "", "</a>", POLICY_ERROR_LIMIT},
    {"elements, declared", "<!DOCTYPE a [", "<!ELEMENT b%d ANY>", "", "", "]><a/>", POLICY_ERROR_LIMIT},
    {"notations, declared", "<!DOCTYPE a [", "<!NOTATION b%d SYSTEM 'c'>", "", "", "]><a/>", POLICY_ERROR_LIMIT},
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
    {"unknown references, each another", "<a>", "&x%d;", "", "", "</a>", POLICY_ERROR_LIMIT},
    {"ampersands", "<a>", "&", "", "", "</a>", POLICY_ERROR_FORMAT},
    {"an entity often", "<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'>]><a>", "&x;",
     "", "", "</a>", POLICY_ERROR_LIMIT},
    {"an entity in attributes", "<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'>]><a>", "<b id='&x;'/>", "",
     "", "</a>", POLICY_ERROR_LIMIT},
    {"entities, declared", "<!DOCTYPE a [", "<!ENTITY x%d 'x'>", "", "", "]><a>&x7;</a>", POLICY_ERROR_LIMIT},
    {"entities of entities", "<!DOCTYPE a [<!ENTITY x0 'x'>", "<!ENTITY y%d '&x0;&x0;&y%d;'>", "", "", "]><a>&y9;</a>",
     POLICY_ERROR_LIMIT},
    {"parameter entities", "<!DOCTYPE a [<!ENTITY % p 'x'>", "%p;", "", "", "]><a/>", POLICY_ERROR_FORMAT},
    {"lists of attributes, declared", "<!DOCTYPE a [<!ATTLIST a ", "b%d CDATA #IMPLIED ", "", "", ">]><a/>",
     POLICY_ERROR_LIMIT},
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
    {"languages", AKN(""), "<p xml:lang='fr'>x</p><p xml:lang='de'>y</p>", "", "", END, POLICY_OK},
    {"languages, each another", AKN(""), "<p xml:lang='x%d'>x</p>", "", "", END, POLICY_OK},
    {"languages in languages", AKN(""), "<section xml:lang='fr'>", "x", "</section>", END, POLICY_ERROR_LIMIT},
    {"raised", AKN("<p>"), "x<sup>1</sup><sup>2</sup>", "", "", "</p>" END, POLICY_OK},
    {"lists that count", "<article><body>", "<list list-type='order'><list-item><p>x</p></list-item></list>", "", "",
     "</body></article>", POLICY_OK},
    {"authors with affiliations", "<article><front><article-meta>",
     "<contrib><name><surname>x</surname><given-names>y</given-names></name><xref rid='a%d'/></contrib><aff id='a%d'>z</aff>",
     "", "", "</article-meta></front><body><p>x</p></body></article>", POLICY_OK},
    {"authors of one affiliation", "<article><front><article-meta><aff id='a'>z</aff>",
     "<contrib><name><surname>x%d</surname><given-names>y</given-names></name><xref rid='a'/></contrib>", "", "",
     "</article-meta></front><body><p>x</p></body></article>", POLICY_OK},
    {"speeches", "<TEI><text><body>", "<u who='#a'><seg>x</seg></u>", "", "", "</body></text></TEI>", POLICY_OK},
};

/* Of the main document of a DOCX. */
#define BODY(body) "<w:document><w:body>" body
#define BODY_END "</w:body></w:document>"
#define T "<w:r><w:t>x</w:t></w:r>"

static const pattern docx[] = {
    {"paragraphs", BODY(""), "<w:p>" T "</w:p>", "", "", BODY_END, POLICY_OK},
    {"empty paragraphs", BODY(""), "<w:p/>", "", "", BODY_END, POLICY_OK},
    {"runs", BODY("<w:p>"), T, "", "", "</w:p>" BODY_END, POLICY_OK},
    {"one run", BODY("<w:p><w:r><w:t>"), "word ", "", "", "</w:t></w:r></w:p>" BODY_END, POLICY_OK},
    {"breaks and tabs", BODY("<w:p><w:r>"), "<w:tab/><w:br/><w:t>x</w:t>", "", "", "</w:r></w:p>" BODY_END, POLICY_OK},
    {"cells", BODY("<w:tbl><w:tr>"), "<w:tc><w:p>" T "</w:p></w:tc>", "", "", "</w:tr></w:tbl>" BODY_END, POLICY_OK},
    {"rows", BODY("<w:tbl>"), "<w:tr><w:tc><w:p>" T "</w:p></w:tc></w:tr>", "", "", "</w:tbl>" BODY_END, POLICY_OK},
    {"tables in tables", BODY(""), "<w:tbl><w:tr><w:tc>", "<w:p>" T "</w:p>", "</w:tc></w:tr></w:tbl>", BODY_END,
     POLICY_ERROR_LIMIT},
    {"paragraphs in paragraphs", BODY(""), "<w:p>", T, "</w:p>", BODY_END, POLICY_ERROR_LIMIT},
    {"numbers", BODY(""), "<w:p><w:pPr><w:numPr><w:ilvl w:val='8'/><w:numId w:val='1'/></w:numPr></w:pPr>" T "</w:p>", "",
     "", BODY_END, POLICY_OK},
    {"numberings", BODY(""), "<w:p><w:pPr><w:numPr><w:numId w:val='%d'/></w:numPr></w:pPr>" T "</w:p>", "", "", BODY_END,
     POLICY_OK},
    {"styles", BODY(""), "<w:p><w:pPr><w:pStyle w:val='s%d'/></w:pPr>" T "</w:p>", "", "", BODY_END, POLICY_OK},
    {"languages", BODY(""), "<w:p><w:r><w:rPr><w:lang w:val='fr'/></w:rPr><w:t>x</w:t></w:r></w:p>", "", "", BODY_END,
     POLICY_OK},
    {"languages of runs", BODY("<w:p>"), "<w:r><w:rPr><w:lang w:val='l%d'/></w:rPr><w:t>x</w:t></w:r>", "", "",
     "</w:p>" BODY_END, POLICY_OK},
    {"calls of notes", BODY("<w:p>"), "<w:r><w:footnoteReference w:id='%d'/></w:r>", "", "", "</w:p>" BODY_END, POLICY_OK},
    {"calls of one note", BODY("<w:p>"), "<w:r><w:footnoteReference w:id='7'/></w:r>", "", "", "</w:p>" BODY_END,
     POLICY_OK},
    {"fields", BODY("<w:p>"), "<w:fldChar w:fldCharType='begin'/>", T, "<w:fldChar w:fldCharType='end'/>", "</w:p>" BODY_END,
     POLICY_OK},
    {"codes of fields", BODY("<w:p><w:fldChar w:fldCharType='begin'/><w:instrText>"), "TOC ", "", "",
     "</w:instrText></w:p>" BODY_END, POLICY_OK},
    {"text boxes", BODY("<w:p>"), "<w:txbxContent><w:p>" T "</w:p></w:txbxContent>", "", "", "</w:p>" BODY_END, POLICY_OK},
    {"text boxes in text boxes", BODY("<w:p>"), "<w:txbxContent><w:p>", T, "</w:p></w:txbxContent>", "</w:p>" BODY_END,
     POLICY_ERROR_LIMIT},
    {"alternatives", BODY("<w:p>"),
     "<mc:AlternateContent><mc:Choice>" T "</mc:Choice><mc:Fallback>" T "</mc:Fallback></mc:AlternateContent>", "", "",
     "</w:p>" BODY_END, POLICY_OK},
    {"alternatives in alternatives", BODY("<w:p>"), "<mc:AlternateContent><mc:Choice>", T,
     "</mc:Choice></mc:AlternateContent>", "</w:p>" BODY_END, POLICY_ERROR_LIMIT},
    {"changes", BODY("<w:p>"), "<w:del>" T "</w:del><w:ins>" T "</w:ins>", "", "", "</w:p>" BODY_END, POLICY_OK},
    {"changed marks", BODY(""), "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" T "</w:p>", "", "", BODY_END, POLICY_OK},
};

/* Of another part, whose name stands for the format. */
static const pattern parts[] = {
    {"word/styles.xml", "<w:styles>", "<w:style w:styleId='s%d'><w:basedOn w:val='s7'/></w:style>", "", "", "</w:styles>",
     POLICY_OK},
    {"word/numbering.xml", "<w:numbering>", "<w:abstractNum w:abstractNumId='%d'/><w:num w:numId='%d'/>", "", "",
     "</w:numbering>", POLICY_OK},
    {"word/footnotes.xml", "<w:footnotes>", "<w:footnote w:id='%d'><w:p>" T "</w:p></w:footnote>", "", "",
     "</w:footnotes>", POLICY_OK},
    {"word/_rels/document.xml.rels", "<R>", "<Relationship Type='/header' Target='header1.xml'/>", "", "", "</R>",
     POLICY_OK},
    {"word/header1.xml", "<w:hdr>", "<w:p>" T "</w:p>", "", "", "</w:hdr>", POLICY_OK},
    {"docProps/core.xml", "<coreProperties>", "<title>x</title>", "", "", "</coreProperties>", POLICY_OK},
};

static const pattern markdown[] = {
    {"strong in strong", "", "*a **a ", "", "", "", POLICY_OK},
    {"ends of emphasis", "", "a_ ", "", "", "", POLICY_OK},
    {"beginnings of emphasis", "", "_a ", "", "", "", POLICY_OK},
    {"emphasis that does not match", "", "*a_ ", "", "", "", POLICY_OK},
    {"stars", "", "*", "", "", "", POLICY_OK},
    {"tildes", "", "~~a ", "", "", "", POLICY_OK},
    {"brackets", "", "[", "a", "]", "", POLICY_OK},
    {"opening brackets", "", "[a", "", "", "", POLICY_OK},
    {"closing brackets", "", "a]", "", "", "", POLICY_OK},
    {"links that do not end", "", "[a](<b", "", "", "", POLICY_OK},
    {"links in links", "", "[a](", "b", ")", "", POLICY_OK},
    {"brackets on many lines", "", "[a, b]\n", "", "", "", POLICY_OK},
    {"quoted brackets on many lines", "", "> [a]\n", "", "", "", POLICY_OK},
    {"brackets and round ones", "", "[ (](", "", "", "", POLICY_OK},
    {"pictures", "", "![[]()", "", "", "", POLICY_OK},
    {"links", "", "[a](b) ", "", "", "", POLICY_OK},
    {"quotes in quotes", "", "> ", "a", "", "", POLICY_OK},
    {"quoted lines", "", "> a\n", "", "", "", POLICY_OK},
    {"lists in lists", "", "- ", "a", "", "", POLICY_OK},
    {"items", "", "- a\n", "", "", "", POLICY_OK},
    {"loose items", "", "1. a\n\n", "", "", "", POLICY_OK},
    {"headings", "", "# a\n", "", "", "", POLICY_OK},
    {"underlined headings", "", "a\n=\n", "", "", "", POLICY_OK},
    {"backticks", "", "`a``", "", "", "", POLICY_OK},
    {"fences", "", "```\n", "", "", "", POLICY_OK},
    {"code", "", "    a\n", "", "", "", POLICY_OK},
    {"comments", "", "<!--", "", "", "", POLICY_OK},
    {"instructions", "", "<?", "", "", "", POLICY_OK},
    {"declarations", "", "<!A ", "", "", "", POLICY_OK},
    {"sections of characters", "", "<![CDATA[", "", "", "", POLICY_OK},
    {"tags", "", "<a ", "", "", "", POLICY_OK},
    {"quotes in tags", "<div a='", "<b>'", "", "", "", POLICY_OK},
    {"tags of blocks", "", "<div>a\n", "", "", "", POLICY_OK},
    {"scripts", "<div>\n", "<script>a</", "", "", "", POLICY_OK},
    {"addresses", "", "<http://a>", "", "", "", POLICY_OK},
    {"entities", "", "&amp;", "", "", "", POLICY_OK},
    {"ampersands", "", "&a", "", "", "", POLICY_OK},
    {"backslashes", "", "\\", "", "", "", POLICY_OK},
    {"breaks", "", "a  \n", "", "", "", POLICY_OK},
    {"rules", "", "* * *\n", "", "", "", POLICY_OK},
    {"definitions", "", "[r%d]: /u\n", "", "", "", POLICY_OK},
    {"references", "[r]: /u\n\n", "[r] ", "", "", "", POLICY_OK},
    {"references to a long address", "[r]: /", "u", "\n\n", "[r] ", "", POLICY_ERROR_LIMIT},
    {"notes", "", "[^%d]: a b\n\n", "", "", "", POLICY_OK},
    {"rows", "|a|b|\n|-|-|\n", "|c|d|\n", "", "", "", POLICY_OK},
    {"columns and short rows", "|", "a|", "\n|-|\n", "|\n", "", POLICY_OK},
    {"tables", "", "|a|b|\n|-|-|\n|c|d|\n\n", "", "", "", POLICY_OK},
    {"front matter", "---\n", "tags: [a, b]\n", "", "", "---\n", POLICY_OK},
    {"front matter that does not end", "---\n", "a: b\n", "", "", "", POLICY_OK},
    {"lists in front matter", "---\ntags:\n", "- a\n", "", "", "---\n", POLICY_OK},
};

/* Of the package or the only chapter of an EPUB, or of an OpenDocument's content: the name of the file is the name. */
static const pattern books[] = {
    {"a/b.opf", "<package><manifest>", "<item id='i%d' href='c.xhtml' media-type='text/html'/>", "", "",
     "</manifest></package>", POLICY_OK},
    {"a/b.opf", "<package><manifest><item id='c' href='c.xhtml' media-type='text/html'/></manifest><spine>",
     "<itemref idref='c'/>", "", "", "</spine></package>", POLICY_OK},
    {"a/c.xhtml", "<html><body>", "<p>x</p>", "", "", "</body></html>", POLICY_OK},
    {"a/c.xhtml", "<html><body>", "<ol start='3999' type='i'><li value='7'>x</li><li/></ol>", "", "", "</body></html>",
     POLICY_OK},
    {"a/c.xhtml", "<html><body>", "<ol><li>", "x", "</li></ol>", "</body></html>", POLICY_ERROR_LIMIT},
    {"a/c.xhtml", "<html><body><p>", "x<a href='#n%d' epub:type='noteref'>1</a>", "", "", "</p></body></html>", POLICY_OK},
    {"a/c.xhtml", "<html><body>", "<aside id='n%d' epub:type='footnote'><p>x</p></aside>", "", "", "</body></html>",
     POLICY_OK},
    {"a/c.xhtml", "<html><body>", "<p lang='fr' xml:lang='de'>x</p>", "", "", "</body></html>", POLICY_OK},
    {"content.xml", "<document-content><automatic-styles>",
     "<list-style name='L%d'><list-level-style-number level='1' num-format='i' display-levels='10'/></list-style>", "", "",
     "</automatic-styles><body><list style-name='L7'><list-item><p>x</p></list-item></list></body></document-content>", POLICY_OK},
    {"content.xml", "<document-content><automatic-styles>",
     "<style name='s%d' family='paragraph' parent-style-name='s7'><text-properties language='fr' country='FR'/></style>", "", "",
     "</automatic-styles><body><p style-name='s7'>x</p></body></document-content>", POLICY_OK},
    {"content.xml", "<document-content><automatic-styles><style name='a' family='paragraph' parent-style-name='b'/><style"
     " name='b' family='paragraph' parent-style-name='a'/></automatic-styles><body>", "<p style-name='a'>x</p>", "", "",
     "</body></document-content>", POLICY_OK},
    {"content.xml", "<document-content><automatic-styles><list-style name='L'><list-level-style-number level='1' num-format='a'"
     " start-value='2147483647'/></list-style></automatic-styles><body><list style-name='L'>",
     "<list-item start-value='99999999999'><p>x</p></list-item>", "", "", "</list></body></document-content>", POLICY_OK},
    {"content.xml", "<document-content><body>", "<h outline-level='%d'>x</h>", "", "", "</body></document-content>", POLICY_OK},
    {"content.xml", "<document-content><body>", "<list><list-item><p>x</p></list-item></list>", "", "",
     "</body></document-content>", POLICY_OK},
    {"content.xml", "<document-content><body>", "<list><list-item>", "<p>x</p>", "</list-item></list>",
     "</body></document-content>", POLICY_ERROR_LIMIT},
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

/* The archive around a pattern, if it is for one. */
static char *wrap(const pattern *p, const char *format, char *text, size_t *size) {
  static const char plain[] = BODY("<w:p>" T "<w:r><w:footnoteReference w:id='7'/></w:r></w:p>") BODY_END;
  char *bytes = text;
  if (strcmp(format, "DOCX") == 0) bytes = pack_docx(text, *size, NULL, 0, size);
  if (strcmp(format, "DOCX, part") == 0) {
    const packed_file part = {p->name, text, *size, true};
    bytes = pack_docx(plain, sizeof plain - 1, &part, strcmp(p->name, "word/_rels/document.xml.rels") != 0, size);
  }
  if (strcmp(format, "EPUB") == 0 || strcmp(format, "OpenDocument") == 0) {
    packed_file files[] = {PACKED("META-INF/container.xml", "<c><rootfile full-path='a/b.opf'/></c>"),
                           PACKED("a/b.opf", "<p><item id='c' href='c.xhtml' media-type='text/html'/><itemref idref='c'/></p>"),
                           PACKED("a/c.xhtml", "<html/>")};
    packed_file *own = &files[strcmp(p->name, "a/b.opf") == 0 ? 1 : 2];
    *own = (packed_file){p->name, text, *size, true};
    bytes = pack(files, sizeof files / sizeof *files, size);
  }
  if (bytes != text) free(text);
  return bytes;
}

static void try(const pattern *p, const char *format, const char *media_type, size_t size) {
  bool good = false;
  double times[STEPS] = {0, 0, 0};
  for (int attempt = 0; attempt < 3 && !good; attempt++) {
    for (int i = 0; i < STEPS; i++) {
      size_t made = 0;
      char *text = wrap(p, format, make(p, size << i, &made), &made);
      times[i] = measure(text, made, media_type);
      free(text);
    }
    good = is_linear(times[0], times[1]) && is_linear(times[1], times[2]);
  }
  bool known = last_status == POLICY_OK || last_status == p->status;
  tap_ok(good && known, "%s, %s: %.3f, %.3f, %.3f s%s%s", format, p->name, times[0], times[1], times[2],
         last_status != POLICY_OK ? ", " : "", last_status != POLICY_OK ? last_error.message : "");
}

static const char docx_type[] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/* A document of spaces, packed small: it is refused, and not unpacked before. */
static void bombs(size_t size) {
  size_t length = size << 8, packed;
  char *spaces = malloc(length);
  if (spaces == NULL) exit(EXIT_FAILURE);
  memset(spaces, ' ', length);
  char *bytes = pack_docx(spaces, length, NULL, 0, &packed);
  double spent = measure(bytes, packed, docx_type);
  tap_ok(last_status == POLICY_ERROR_LIMIT && spent < 0.5, "DOCX, a bomb of %zu bytes: %.3f s, %s", packed, spent,
         last_error.message);
  free(bytes);
  /* An archive in an archive stays packed. */
  const packed_file inner = {"word/document.xml", spaces, length, false};
  char *first = pack(&inner, 1, &packed);
  const packed_file outer = {"word/document.xml", first, packed, true};
  bytes = pack(&outer, 1, &packed);
  spent = measure(bytes, packed, docx_type);
  tap_ok(last_status == POLICY_ERROR_FORMAT && spent < 0.5, "DOCX, an archive in an archive: %.3f s, %s", spent,
         last_error.message);
  free(bytes);
  free(first);
  free(spaces);
}

/* A head of many columns above many short rows, which md4c would fill up. */
static void wide_tables(size_t size) {
  double times[2];
  for (int step = 0; step < 2; step++) {
    size_t columns = (size << step) / 8;
    char *text = malloc(columns * 8 + 16), *at = text;
    if (text == NULL) exit(EXIT_FAILURE);
    for (size_t i = 0; i < columns; i++) at = put(at, "|a", i);
    at = put(at, "|\n", 0);
    for (size_t i = 0; i < columns; i++) at = put(at, "|-", i);
    at = put(at, "|\n", 0);
    for (size_t i = 0; i < columns; i++) at = put(at, "|\n", i);
    times[step] = measure(text, (size_t)(at - text), "text/markdown");
    free(text);
  }
  tap_ok(is_linear(times[0], times[1]) && last_status == POLICY_OK, "Markdown, wide tables: %.3f, %.3f s", times[0],
         times[1]);
}

/* More files than an archive may hold. */
static void many_files(void) {
  enum { COUNT = 66000, NAME = 8 };
  packed_file *files = calloc(COUNT, sizeof *files);
  char(*names)[NAME] = calloc(COUNT, NAME);
  size_t packed;
  if (files == NULL || names == NULL) exit(EXIT_FAILURE);
  for (int i = 0; i < COUNT; i++) {
    snprintf(names[i], NAME, "%d", i);
    files[i] = (packed_file){names[i], "", 0, true};
  }
  char *bytes = pack(files, COUNT, &packed);
  double spent = measure(bytes, packed, docx_type);
  tap_ok(last_status == POLICY_ERROR_LIMIT && spent < 2, "DOCX, %d files: %.3f s, %s", COUNT, spent, last_error.message);
  free(bytes);
  free(files);
  free(names);
}

int main(void) {
  const char *given = getenv("POLICY_HOSTILE");
  size_t size = (given != NULL ? strtoul(given, NULL, 10) : 128) << 10;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  size /= 8;
#endif
  for (size_t i = 0; i < sizeof xml / sizeof *xml; i++) try(&xml[i], "XML", "application/xml", size);
  for (size_t i = 0; i < sizeof docx / sizeof *docx; i++) try(&docx[i], "DOCX", docx_type, size);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) try(&parts[i], "DOCX, part", docx_type, size);
  for (size_t i = 0; i < sizeof markdown / sizeof *markdown; i++)
    try(&markdown[i], "Markdown", "text/markdown", size);
  for (size_t i = 0; i < sizeof books / sizeof *books; i++) {
    bool open = strcmp(books[i].name, "content.xml") == 0;
    try(&books[i], open ? "OpenDocument" : "EPUB",
        open ? "application/vnd.oasis.opendocument.text" : "application/epub+zip", size);
  }
  wide_tables(size);
  bombs(size);
  many_files();
  return tap_end();
}
