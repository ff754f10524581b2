/* The elements of the vocabularies: Akoma Ntoso 3.0 (OASIS), United States Legislative Markup 2, TEI P5 with ParlaMint's
   habits, JATS 1.3, Formex 4, XHTML 1.1, OpenDocument 1.3, and names that unknown vocabularies use. From their documentation. */
#include "read/xml_words.h"

#include <string.h>

enum {
  AKN = POLICY__AKOMA_NTOSO,
  USL = POLICY__USLM,
  TEI = POLICY__TEI,
  JAT = POLICY__JATS,
  FMX = POLICY__FORMEX,
  ANY = POLICY__ANY_XML,
  XHT = POLICY__XHTML,
  ODF = POLICY__OPEN_DOCUMENT
};

typedef struct word {
  const char *name;
  uint8_t vocabularies, role;
} word;

#define W(name, vocabularies, role) {name, vocabularies, POLICY__ROLE_##role}

/* In the order of the bytes of their names. */
/* clang-format off */
static const word words[] = {
    W("ACT", FMX, CONTAINER), W("ALINEA", FMX, BLOCK), W("ANNEX", FMX, CONTAINER), W("ARTICLE", FMX, CONTAINER),
    W("BIB.DATA", FMX, SKIP), W("BIB.DOC", FMX, SKIP), W("BIB.INSTANCE", FMX, SKIP), W("CELL", FMX, CELL),
    W("CONS.ACT", FMX, CONTAINER), W("CONS.DOC", FMX, CONTAINER), W("CONSID", FMX, BLOCK),
    W("CONSID.INIT", FMX, BLOCK), W("CONTENTS", FMX, CONTAINER), W("CORPUS", FMX, CONTAINER),
    W("DATE", FMX, INLINE), W("DIVISION", FMX, CONTAINER), W("ENACTING.TERMS", FMX, CONTAINER),
    W("FINAL", FMX, CONTAINER), W("FT", FMX, INLINE), W("GENERAL", FMX, CONTAINER),
    W("GR.CONSID", FMX, CONTAINER), W("GR.SEQ", FMX, CONTAINER), W("GR.TBL", FMX, TABLE),
    W("GR.VISA", FMX, CONTAINER), W("HT", FMX, INLINE), W("IE", FMX, INLINE), W("INTRO", FMX, BLOCK),
    W("ITEM", FMX, ITEM), W("LIST", FMX, CONTAINER), W("NO.CONSID", FMX, NUMBER), W("NO.DOC", FMX, INLINE),
    W("NO.P", FMX, NUMBER), W("NO.PARAG", FMX, NUMBER), W("NOTE", FMX, NOTE), W("NP", FMX, INLINE),
    W("P", FMX, BLOCK), W("PARAG", FMX, CONTAINER), W("PL.DATE", FMX, BLOCK), W("PREAMBLE", FMX, CONTAINER),
    W("PREAMBLE.FINAL", FMX, BLOCK), W("PREAMBLE.INIT", FMX, CONTAINER), W("QUOT.END", FMX, INLINE),
    W("QUOT.S", FMX, QUOTE), W("QUOT.START", FMX, INLINE), W("REF.DOC", FMX, INLINE),
    W("REF.DOC.OJ", FMX, INLINE), W("ROW", FMX, ROW), W("SIGNATORY", FMX, BLOCK), W("STI", FMX, SUBHEADING),
    W("STI.ART", FMX, SUBHEADING), W("SUBDIV.INTRO", FMX, BLOCK), W("TBL", FMX, TABLE),
    W("TEI", TEI, CONTAINER), W("TI", FMX, HEADING), W("TI.ART", FMX, HEADING), W("TITLE", FMX, CONTAINER),
    W("TOC", FMX, DEBRIS), W("TXT", FMX, BLOCK), W("VISA", FMX, BLOCK),
    W("a", AKN | USL | ANY | XHT | ODF, INLINE), W("ab", TEI, BLOCK), W("abbr", AKN | TEI | ANY | XHT, INLINE),
    W("abbrev", JAT, INLINE), W("abstract", JAT, SHOW), W("ack", JAT, CONTAINER),
    W("acronym", ANY | XHT, INLINE), W("act", AKN, CONTAINER), W("action", USL, CONTAINER),
    W("actionDescription", USL, BLOCK), W("add", TEI, INLINE), W("address", XHT, BLOCK),
    W("address", AKN, CONTAINER), W("adjournment", AKN, CONTAINER), W("affectedDocument", AKN, INLINE),
    W("after", ANY, BLOCK), W("akomaNtoso", AKN, CONTAINER), W("alinea", AKN, CONTAINER),
    W("alphabetical-index", ODF, DEBRIS), W("amendingAction", USL, INLINE),
    W("amendment", AKN | USL, CONTAINER), W("amendmentBody", AKN, CONTAINER),
    W("amendmentList", AKN, CONTAINER), W("anchor", TEI, INLINE), W("annotation", ODF, SKIP),
    W("answer", AKN, SPEECH), W("app", JAT, CONTAINER), W("app-group", JAT, CONTAINER),
    W("appendix", ANY, CONTAINER), W("appendix", USL, DIVISION), W("appropriations", USL, CLAUSE),
    W("approvedDate", USL, BLOCK), W("argument", TEI, CONTAINER), W("arguments", AKN, CONTAINER),
    W("article", JAT | XHT, CONTAINER), W("article", AKN | USL, DIVISION), W("article-title", JAT, TITLE),
    W("aside", XHT, BLOCK), W("attachment", AKN, CONTAINER), W("attachments", AKN, CONTAINER),
    W("attrib", JAT, BLOCK), W("authorialNote", AKN | USL, NOTE), W("automatic-styles", ODF, SKIP),
    W("b", AKN | USL | ANY | XHT, INLINE), W("back", TEI | JAT, CONTAINER), W("backMatter", USL, CONTAINER),
    W("background", AKN, CONTAINER), W("bdi", XHT, INLINE), W("bdo", XHT, INLINE), W("bibl", TEI, BLOCK),
    W("biblStruct", TEI, BLOCK), W("big", AKN | ANY | XHT, INLINE), W("bill", AKN | USL, CONTAINER),
    W("bio", JAT, CONTAINER), W("block", AKN | USL, BLOCK), W("blockContainer", AKN, CONTAINER),
    W("blockList", AKN, CONTAINER), W("blockquote", ANY | XHT, QUOTE),
    W("body", AKN | TEI | JAT | ANY | XHT | ODF, CONTAINER), W("bold", AKN | JAT | ANY, INLINE),
    W("book", AKN, DIVISION), W("bookmark", ODF, INLINE), W("boxed-text", JAT, CONTAINER),
    W("br", AKN | USL | ANY | XHT, BREAK), W("break", JAT, BREAK), W("byline", TEI, BLOCK), W("c", TEI, INLINE),
    W("caption", AKN | USL | JAT | ANY | XHT, CAPTION), W("cell", TEI, CELL), W("center", XHT, CONTAINER),
    W("chapeau", USL | ANY, BLOCK), W("chapter", ANY, CONTAINER), W("chapter", AKN | USL, DIVISION),
    W("choice", TEI, INLINE), W("cit", TEI, QUOTE), W("citation", JAT, BLOCK), W("citation", USL, INLINE),
    W("citationNote", USL, BLOCK), W("citations", AKN, CONTAINER), W("cite", AKN | ANY | XHT, INLINE),
    W("clause", AKN | USL | ANY, CLAUSE), W("closer", TEI, BLOCK), W("code", AKN | ANY | XHT, INLINE),
    W("colgroup", XHT, CONTAINER), W("collab", JAT, INLINE), W("collection", USL, CONTAINER),
    W("collectionBody", AKN, CONTAINER), W("comment", JAT, INLINE), W("committee", USL, INLINE),
    W("communication", AKN, CONTAINER), W("component", AKN, CONTAINER), W("components", AKN, CONTAINER),
    W("concept", AKN, INLINE), W("conclusions", AKN, CONTAINER), W("container", AKN, CONTAINER),
    W("content", USL, BLOCK), W("content", AKN | ANY, CONTAINER), W("continuation", USL | ANY, BLOCK),
    W("corr", TEI, INLINE), W("cosponsor", USL, INLINE), W("courtType", AKN, INLINE),
    W("coverPage", AKN, CONTAINER), W("covered-table-cell", ODF, CELL), W("crossHeading", AKN, HEADING),
    W("crossheading", USL, HEADING), W("data", XHT, INLINE), W("date", AKN | USL | TEI | JAT | ANY, INLINE),
    W("dateline", TEI, BLOCK), W("day", JAT, INLINE), W("dd", ANY | XHT, BLOCK), W("debate", AKN, CONTAINER),
    W("debateBody", AKN, CONTAINER), W("debateReport", AKN, CONTAINER), W("debateSection", AKN, CONTAINER),
    W("decision", AKN, CONTAINER), W("declarationOfVote", AKN, CONTAINER), W("decoration", AKN, INLINE),
    W("def", USL | JAT, BLOCK), W("def", AKN, INLINE), W("def-item", JAT, CONTAINER),
    W("def-list", JAT, CONTAINER), W("del", AKN | TEI | ANY | XHT, INLINE), W("description", ANY, BLOCK),
    W("details", XHT, CONTAINER), W("dfn", XHT, INLINE), W("disp-formula", JAT, BLOCK),
    W("disp-formula-group", JAT, CONTAINER), W("disp-quote", JAT, QUOTE), W("div", TEI | ANY | XHT, CONTAINER),
    W("div1", TEI, CONTAINER), W("div2", TEI, CONTAINER), W("div3", TEI, CONTAINER), W("div4", TEI, CONTAINER),
    W("div5", TEI, CONTAINER), W("division", AKN | USL, DIVISION), W("dl", ANY | XHT, CONTAINER),
    W("doc", AKN, CONTAINER), W("docAuthor", TEI, BLOCK), W("docAuthor", AKN, INLINE),
    W("docCommittee", AKN, INLINE), W("docDate", TEI, BLOCK), W("docDate", AKN, INLINE),
    W("docImprint", TEI, BLOCK), W("docIntroducer", AKN, INLINE), W("docJurisdiction", AKN, INLINE),
    W("docNumber", AKN, INLINE), W("docProponent", AKN, INLINE), W("docPurpose", AKN, INLINE),
    W("docStage", AKN, INLINE), W("docStatus", AKN, INLINE), W("docTitle", AKN | USL, TITLE),
    W("docType", AKN, INLINE), W("docketNumber", AKN, INLINE), W("document", ODF, CONTAINER),
    W("document-content", ODF, CONTAINER), W("documentCollection", AKN, CONTAINER), W("dt", XHT, BLOCK),
    W("dt", ANY, ITEM), W("ear", USL, NOTE), W("editionNote", USL, BLOCK), W("editorialNote", USL, NOTE),
    W("element-citation", JAT, BLOCK), W("em", AKN | USL | ANY | XHT, INLINE), W("email", TEI | JAT, INLINE),
    W("embeddedStructure", AKN, CONTAINER), W("emph", AKN | TEI | ANY, INLINE), W("emphasis", ANY, INLINE),
    W("enactingFormula", USL, BLOCK), W("enactingText", AKN, BLOCK), W("endMarker", USL, BLOCK),
    W("endnote", ANY, NOTE), W("engrossedAmendment", USL, CONTAINER), W("enrolledDateline", USL, BLOCK),
    W("entity", AKN | USL, INLINE), W("entry", AKN | USL | JAT | ANY, CELL), W("enum", ANY, NUMBER),
    W("eol", AKN | ANY, BREAK), W("epigraph", TEI, BLOCK), W("epigraph", ANY, QUOTE), W("etal", JAT, INLINE),
    W("event", AKN, INLINE), W("expan", TEI, INLINE), W("explanationNote", USL, BLOCK),
    W("ext-link", JAT, INLINE), W("external-xref", ANY, INLINE), W("fieldset", XHT, CONTAINER),
    W("fig", JAT, CONTAINER), W("fig-group", JAT, CONTAINER), W("figDesc", TEI, INLINE),
    W("figcaption", ANY | XHT, CAPTION), W("figure", TEI | XHT, CONTAINER), W("fillIn", AKN, INLINE),
    W("floatingText", TEI, CONTAINER), W("fn", JAT | ANY, NOTE), W("fn-group", JAT, CONTAINER),
    W("font", ANY | XHT, INLINE), W("font-face-decls", ODF, SKIP), W("footer", AKN | USL | ANY | XHT, DEBRIS),
    W("footnote", USL | ANY, NOTE), W("foreign", AKN, BLOCK), W("foreign", TEI, INLINE),
    W("foreignphrase", ANY, INLINE), W("form", ANY | XHT, CONTAINER), W("forms", ODF, SKIP),
    W("formula", AKN, CONTAINER), W("fpage", JAT, INLINE), W("fragmentBody", AKN, CONTAINER),
    W("frame", ODF, INLINE), W("from", AKN, NUMBER), W("front", TEI, CONTAINER), W("front", JAT, SKIP),
    W("front-stub", JAT, SKIP), W("fw", TEI, FOLIO), W("gap", TEI, INLINE), W("given-names", JAT, INLINE),
    W("glossary", JAT, CONTAINER), W("graphic", TEI, INLINE), W("group", TEI, CONTAINER),
    W("groupItem", USL, CONTAINER), W("h", ODF, HEADING), W("h1", ANY | XHT, HEADING),
    W("h2", ANY | XHT, HEADING), W("h3", ANY | XHT, HEADING), W("h4", ANY | XHT, HEADING),
    W("h5", ANY | XHT, HEADING), W("h6", ANY | XHT, HEADING), W("hcontainer", AKN, CONTAINER),
    W("head", TEI | ANY, HEADING), W("head", XHT, SKIP), W("header", XHT, CONTAINER),
    W("header", AKN | USL, DEBRIS), W("header", ANY, HEADING), W("heading", AKN | USL | ANY, HEADING),
    W("headline", ANY, HEADING), W("hed", ANY, HEADING), W("hgroup", XHT, CONTAINER), W("hi", TEI, INLINE),
    W("html", XHT, CONTAINER), W("i", AKN | USL | ANY | XHT, INLINE), W("idno", TEI, INLINE),
    W("illustration-index", ODF, DEBRIS), W("img", AKN | USL | ANY | XHT, INLINE), W("imprimatur", TEI, BLOCK),
    W("incident", TEI, BLOCK), W("indent", AKN, CLAUSE), W("index-body", ODF, CONTAINER),
    W("index-title", ODF, DEBRIS), W("inline", AKN | USL | ANY, INLINE), W("inline-formula", JAT, INLINE),
    W("inline-graphic", JAT, INLINE), W("ins", AKN | ANY | XHT, INLINE), W("institution", JAT, INLINE),
    W("internal-xref", ANY, INLINE), W("interstitial", AKN, BLOCK), W("intro", AKN, BLOCK),
    W("introduction", AKN, CONTAINER), W("issue", JAT, INLINE), W("italic", AKN | JAT | ANY, INLINE),
    W("item", USL, CLAUSE), W("item", AKN | TEI | ANY, ITEM), W("itemizedlist", ANY, CONTAINER),
    W("judge", AKN, INLINE), W("judgment", AKN, CONTAINER), W("judgmentBody", AKN, CONTAINER),
    W("kbd", ANY | XHT, INLINE), W("kinesic", TEI, BLOCK), W("l", TEI, BLOCK), W("label", XHT, INLINE),
    W("label", TEI | JAT | ANY, NUMBER), W("lawDoc", USL, CONTAINER), W("lawyer", AKN, INLINE),
    W("layout", USL, CONTAINER), W("lb", TEI, BREAK), W("legend", XHT, BLOCK), W("legis-body", ANY, CONTAINER),
    W("legislativeHistory", USL, CONTAINER), W("legislature", AKN, INLINE), W("level", AKN, CLAUSE),
    W("level", USL, CONTAINER), W("lg", TEI, CONTAINER), W("li", AKN | USL | ANY | XHT, ITEM),
    W("line", ANY, BLOCK), W("line-break", ODF, BREAK), W("link", AKN | ANY, INLINE),
    W("list", AKN | TEI | JAT | ANY | ODF, CONTAINER), W("list-header", ODF, CONTAINER),
    W("list-item", JAT | ODF, ITEM), W("listBibl", TEI, CONTAINER), W("listIntroduction", AKN, BLOCK),
    W("listItem", USL, ITEM), W("listWrapUp", AKN, BLOCK), W("listitem", ANY, ITEM), W("location", AKN, INLINE),
    W("longTitle", AKN | USL, BLOCK), W("lpage", JAT, INLINE), W("main", USL | ANY | XHT, CONTAINER),
    W("mainBody", AKN, CONTAINER), W("mark", ANY | XHT, INLINE), W("marker", AKN, INLINE),
    W("master-styles", ODF, SKIP), W("math", XHT, INLINE), W("measure", TEI, INLINE), W("menu", XHT, CONTAINER),
    W("meta", ODF, INLINE), W("meta", AKN | USL, SKIP), W("metadata", ANY, SKIP),
    W("ministerialStatements", AKN, CONTAINER), W("mixed-citation", JAT, BLOCK), W("mmod", AKN, INLINE),
    W("mod", AKN, INLINE), W("monospace", JAT, INLINE), W("month", JAT, INLINE),
    W("motivation", AKN, CONTAINER), W("mref", AKN, INLINE), W("name", TEI | JAT | ANY, INLINE),
    W("named-content", JAT, INLINE), W("narrative", AKN, BLOCK), W("nationalInterest", AKN, CONTAINER),
    W("nav", ANY | XHT, DEBRIS), W("neutralCitation", AKN, INLINE), W("no", ANY, NUMBER),
    W("nonsponsor", USL, INLINE), W("note", USL | TEI, BLOCK), W("note", ODF, NOTE),
    W("note-body", ODF, CONTAINER), W("note-citation", ODF, INLINE), W("noteRef", AKN, INLINE),
    W("notes", JAT, CONTAINER), W("noticesOfMotion", AKN, CONTAINER), W("num", TEI, INLINE),
    W("num", AKN | USL | ANY, NUMBER), W("number", ANY, NUMBER), W("numbered-paragraph", ODF, CONTAINER),
    W("object", AKN, INLINE), W("object-id", JAT, SKIP), W("officialGazette", AKN, CONTAINER),
    W("officialTitle", USL, BLOCK), W("ol", AKN | ANY | XHT, CONTAINER), W("omissis", AKN, INLINE),
    W("opener", TEI, BLOCK), W("opinion", AKN, INLINE), W("oralStatements", AKN, CONTAINER),
    W("orderedlist", ANY, CONTAINER), W("orgName", TEI, INLINE), W("organization", AKN | USL, INLINE),
    W("orig", TEI, INLINE), W("other", AKN, BLOCK), W("outcome", AKN, INLINE), W("overline", JAT, INLINE),
    W("p", AKN | USL | TEI | JAT | ANY | XHT | ODF, BLOCK), W("pLaw", USL, CONTAINER), W("page", USL, FOLIO),
    W("papers", AKN, CONTAINER), W("para", ANY, CLAUSE), W("paragraph", ANY, BLOCK),
    W("paragraph", AKN | USL, CLAUSE), W("part", ANY, CONTAINER), W("part", AKN | USL, DIVISION),
    W("party", AKN, INLINE), W("pc", TEI, INLINE), W("permissions", JAT, SKIP), W("persName", TEI, INLINE),
    W("person", AKN | USL | ANY, INLINE), W("person-group", JAT, INLINE),
    W("personalStatements", AKN, CONTAINER), W("petitions", AKN, CONTAINER), W("phrase", ANY, INLINE),
    W("placeName", TEI, INLINE), W("placeholder", AKN, INLINE), W("point", AKN, CLAUSE),
    W("pointOfOrder", AKN, CONTAINER), W("portion", AKN, CONTAINER), W("portionBody", AKN, CONTAINER),
    W("prayers", AKN, CONTAINER), W("pre", XHT, BLOCK), W("preamble", AKN, CONTAINER),
    W("preface", AKN | USL, CONTAINER), W("preformat", JAT, BLOCK), W("proceduralMotions", AKN, CONTAINER),
    W("process", AKN, INLINE), W("processing-meta", JAT, SKIP), W("property", USL, INLINE),
    W("proviso", AKN, CONTAINER), W("proviso", USL, INLINE), W("ptr", TEI, INLINE), W("pub-id", JAT, INLINE),
    W("publisher-loc", JAT, INLINE), W("publisher-name", JAT, INLINE), W("q", TEI | ANY | XHT, INLINE),
    W("quantity", AKN, INLINE), W("question", AKN, SPEECH), W("questions", AKN, CONTAINER),
    W("quote", ANY, INLINE), W("quote", TEI, QUOTE), W("quoted-block", ANY, QUOTE),
    W("quotedContent", USL, QUOTE), W("quotedStructure", AKN, QUOTE), W("quotedTable", AKN, CONTAINER),
    W("quotedText", AKN | USL, MARKED), W("recital", USL, BLOCK), W("recital", AKN, CONTAINER),
    W("recitals", AKN | USL, CONTAINER), W("ref", AKN | USL | TEI | ANY, INLINE), W("ref-list", JAT, CONTAINER),
    W("reg", TEI, INLINE), W("remedies", AKN, CONTAINER), W("resolution", USL, CONTAINER),
    W("resolutions", AKN, CONTAINER), W("resolvingClause", USL, BLOCK), W("response", JAT, CONTAINER),
    W("rmod", AKN, INLINE), W("role", AKN | USL, INLINE), W("rollCall", AKN, CONTAINER),
    W("roman", JAT, INLINE), W("row", AKN | USL | TEI | JAT | ANY, ROW), W("rp", XHT, INLINE),
    W("rref", AKN, INLINE), W("rs", TEI, INLINE), W("rt", XHT, INLINE), W("ruby", XHT | ODF, INLINE),
    W("ruby-base", ODF, INLINE), W("ruby-text", ODF, SKIP), W("rule", AKN, DIVISION),
    W("s", AKN | TEI | ANY | XHT | ODF, INLINE), W("salute", TEI, BLOCK), W("samp", XHT, INLINE),
    W("sc", JAT, INLINE), W("scene", AKN, BLOCK), W("schedule", USL, DIVISION), W("script", ANY | XHT, SKIP),
    W("scripts", ODF, SKIP), W("sec", JAT, CONTAINER), W("section", AKN | USL | ANY | XHT | ODF, CONTAINER),
    W("seg", TEI, BLOCK), W("sequence-decls", ODF, SKIP), W("session", AKN, INLINE), W("settings", ODF, SKIP),
    W("shortTitle", AKN | USL, INLINE), W("sic", TEI, INLINE), W("sidenote", USL, NOTE), W("sig", JAT, BLOCK),
    W("signature", AKN | USL, BLOCK), W("signatures", AKN | USL, CONTAINER), W("signed", TEI, BLOCK),
    W("simpara", ANY, BLOCK), W("small", AKN | USL | ANY | XHT, INLINE), W("soCalled", TEI, INLINE),
    W("source", JAT, INLINE), W("sp", TEI, CONTAINER), W("span", AKN | USL | ANY | XHT | ODF, INLINE),
    W("speaker", TEI | JAT, NUMBER), W("speech", AKN, SPEECH), W("speechGroup", AKN, CONTAINER),
    W("sponsor", USL, INLINE), W("stage", TEI, BLOCK), W("standOff", TEI, SKIP), W("statement", USL, BLOCK),
    W("statement", AKN | JAT, CONTAINER), W("statuteCompilation", USL, CONTAINER),
    W("strike", AKN | JAT | ANY | XHT, INLINE), W("strikethrough", AKN, INLINE), W("string-name", JAT, INLINE),
    W("strong", AKN | USL | ANY | XHT, INLINE), W("style", ANY | XHT, SKIP), W("styled-content", JAT, INLINE),
    W("styles", ODF, SKIP), W("sub", AKN | USL | JAT | ANY | XHT, INLINE), W("sub-article", JAT, CONTAINER),
    W("subFlow", AKN, CONTAINER), W("subarticle", USL, DIVISION), W("subchapter", AKN | USL, DIVISION),
    W("subclause", AKN | USL | ANY, CLAUSE), W("subdivision", AKN | USL, DIVISION),
    W("subhead", ANY, SUBHEADING), W("subheading", AKN | USL | ANY, SUBHEADING),
    W("subheadline", ANY, SUBHEADING), W("subitem", USL, CLAUSE), W("sublist", AKN, CLAUSE),
    W("subparagraph", AKN | USL | ANY, CLAUSE), W("subpart", AKN | USL, DIVISION), W("subscript", ANY, INLINE),
    W("subsection", AKN | USL | ANY, CONTAINER), W("subsubitem", USL, CLAUSE),
    W("subtitle", AKN | USL, DIVISION), W("subtitle", JAT | ANY, SUBHEADING),
    W("summary", AKN | ANY | XHT, BLOCK), W("sup", AKN | USL | JAT | ANY | XHT, INLINE),
    W("superscript", ANY, INLINE), W("supplementary-material", JAT, CONTAINER), W("supplied", TEI, INLINE),
    W("surname", JAT, INLINE), W("svg", XHT, SKIP), W("tab", ODF, INLINE),
    W("table", AKN | USL | TEI | JAT | ANY | XHT | ODF, TABLE), W("table-cell", ODF, CELL),
    W("table-header-rows", ODF, CONTAINER), W("table-index", ODF, DEBRIS), W("table-of-content", ODF, DEBRIS),
    W("table-row", ODF, ROW), W("table-rows", ODF, CONTAINER), W("table-wrap", JAT, CONTAINER),
    W("table-wrap-group", JAT, CONTAINER), W("tblock", AKN, CONTAINER),
    W("tbody", AKN | USL | JAT | ANY | XHT, CONTAINER), W("td", AKN | USL | JAT | ANY | XHT, CELL),
    W("teiCorpus", TEI, CONTAINER), W("teiHeader", TEI, SKIP), W("template", XHT, SKIP), W("term", JAT, BLOCK),
    W("term", AKN | USL | TEI | ANY, INLINE), W("tex-math", JAT, SKIP), W("text", USL | ANY, BLOCK),
    W("text", TEI | ODF, CONTAINER), W("text-box", ODF, NOTE),
    W("tfoot", AKN | USL | JAT | ANY | XHT, CONTAINER), W("tgroup", ANY, CONTAINER),
    W("th", AKN | USL | JAT | ANY | XHT, CELL), W("thead", AKN | USL | JAT | ANY | XHT, CONTAINER),
    W("ti", ANY, HEADING), W("time", AKN | TEI | ANY | XHT, INLINE), W("title", AKN | USL, DIVISION),
    W("title", JAT | ANY, HEADING), W("title", TEI, INLINE), W("title-group", JAT, SHOW),
    W("titlePage", TEI, CONTAINER), W("titlePart", TEI, TITLE), W("toc", AKN | USL | ANY, DEBRIS),
    W("tocItem", AKN, DEBRIS), W("tome", AKN, DIVISION), W("tr", AKN | USL | JAT | ANY | XHT, ROW),
    W("tracked-changes", ODF, SKIP), W("trailer", TEI, BLOCK), W("trans-abstract", JAT, SHOW),
    W("transitional", AKN, DIVISION), W("tt", XHT, INLINE), W("u", AKN | USL | ANY | XHT, INLINE),
    W("u", TEI, SPEECH), W("ul", AKN | ANY | XHT, CONTAINER), W("ulink", ANY, INLINE),
    W("unclear", TEI, INLINE), W("underline", JAT | ANY, INLINE), W("uri", JAT, INLINE),
    W("uscDoc", USL, CONTAINER), W("user-field-decls", ODF, SKIP), W("uslm", USL, CONTAINER),
    W("var", XHT, INLINE), W("variable-decls", ODF, SKIP), W("variablelist", ANY, CONTAINER),
    W("verse-line", JAT, BLOCK), W("vocal", TEI, BLOCK), W("volume", JAT, INLINE), W("vote", AKN, INLINE),
    W("w", TEI, INLINE), W("wbr", XHT, INLINE), W("wrapUp", AKN, BLOCK), W("writing", TEI, BLOCK),
    W("writtenStatements", AKN, CONTAINER), W("xref", JAT | ANY, INLINE), W("year", JAT, INLINE),
};
/* clang-format on */

enum { WORDS = sizeof words / sizeof *words };

size_t policy__xml_word_count(void) {
  return WORDS;
}

const char *policy__xml_word(size_t n) {
  return words[n].name;
}

static int compare(policy_string name, const char *other) {
  size_t length = strlen(other);
  int order = memcmp(name.data, other, name.size < length ? name.size : length);
  return order != 0 ? order : (name.size > length) - (name.size < length);
}

policy__role policy__xml_role(policy__vocabulary vocabulary, policy_string name) {
  size_t low = 0, high = WORDS;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (compare(name, words[middle].name) > 0) low = middle + 1;
    else
      high = middle;
  }
  for (; low < WORDS && compare(name, words[low].name) == 0; low++)
    if ((words[low].vocabularies & (unsigned)vocabulary) != 0) return (policy__role)words[low].role;
  return POLICY__ROLE_NONE;
}

/* ---- metadata -------------------------------------------------------------------------------------------- */

#define FIELD(name) POLICY_FIELD_##name

static const policy__fact akoma_ntoso[] = {
    {"preface docTitle", NULL, FIELD(TITLE), 0},
    {"coverPage docTitle", NULL, FIELD(TITLE), 1},
    {"FRBRWork FRBRtitle", "value", FIELD(TITLE), 1},
    {"FRBRExpression FRBRtitle", "value", FIELD(TITLE), 2},
    {"docTitle", NULL, FIELD(TITLE), 3},
    {"meta proprietary title", NULL, FIELD(TITLE), 2},
    {"FRBRWork FRBRdate", "date", FIELD(DATE), 1},
    {"docDate", "date", FIELD(DATE), 2},
    {"meta publication", "date", FIELD(DATE), 3},
    {"FRBRExpression FRBRdate", "date", FIELD(DATE), 4},
    {"FRBRWork FRBRauthor", "href", FIELD(AUTHOR), 2},
    {"docAuthor", NULL, FIELD(AUTHOR), 1},
    {"FRBRExpression FRBRlanguage", "language", FIELD(LANGUAGE), 0},
    {"FRBRWork FRBRcountry", "value", FIELD(REGION), 0},
    {"FRBRWork FRBRuri", "value", FIELD(IDENTIFIER), 2},
    {"FRBRWork FRBRnumber", "value", FIELD(IDENTIFIER), 4},
    {"FRBRWork FRBRthis", "value", POLICY__FACT_NUMBER, 0},
    {"FRBRExpression FRBRuri", "value", POLICY__FACT_NUMBER, 0},
    {"FRBRExpression FRBReditor", "href", POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_EDITOR, 0},
    {"docProponent", NULL, POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_SPONSOR, 0},
    {"lifecycle eventRef", "date", POLICY__FACT_DATE + POLICY_DATE_OTHER, 0},
    {"preface docNumber", NULL, FIELD(IDENTIFIER), 3},
    {"meta publication", "showAs", FIELD(PUBLISHER), 1},
    {"meta proprietary publisher", NULL, FIELD(PUBLISHER), 0},
    {"meta keyword", "showAs", FIELD(TOPIC), 0},
    {"references TLCOrganization", "showAs", POLICY__FACT_TERM, 0},
    {"references TLCPerson", "showAs", POLICY__FACT_TERM, 0},
    {"references TLCConcept", "showAs", POLICY__FACT_TERM, 0},
    {"references TLCProcess", "showAs", POLICY__FACT_TERM, 0},
    {"references TLCLocation", "showAs", POLICY__FACT_TERM, 0},
    {"references TLCRole", "showAs", POLICY__FACT_TERM, 0},
};

static const policy__fact uslm[] = {
    {"meta title", NULL, FIELD(TITLE), 0},          {"meta creator", NULL, FIELD(AUTHOR), 0},
    {"meta publisher", NULL, FIELD(PUBLISHER), 0},  {"meta date", NULL, FIELD(DATE), 0},
    {"approvedDate", "date", FIELD(DATE), 1},       {"preface date", "date", FIELD(DATE), 2},
    {"meta language", NULL, FIELD(LANGUAGE), 0},    {"meta citableAs", NULL, FIELD(IDENTIFIER), 0},
    {"meta subject", NULL, FIELD(TOPIC), 0},        {"meta rights", NULL, POLICY__FACT_LICENCE, 0},
    {"meta identifier", NULL, POLICY__FACT_NUMBER, 0},
    {"meta processedDate", NULL, POLICY__FACT_DATE + POLICY_DATE_MODIFIED, 0},
    {"preface sponsor", NULL, POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_SPONSOR, 0},
    {"preface cosponsor", NULL, POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_SPONSOR, 0},
};

static const policy__fact tei[] = {
    {"fileDesc titleStmt title", NULL, FIELD(TITLE), 0},
    {"fileDesc titleStmt author", NULL, FIELD(AUTHOR), 0},
    {"fileDesc publicationStmt publisher", NULL, FIELD(PUBLISHER), 0},
    {"settingDesc setting date", "when", FIELD(DATE), 0},
    {"sourceDesc bibl date", "when", FIELD(DATE), 1},
    {"fileDesc publicationStmt date", "when", FIELD(DATE), 2},
    {"fileDesc publicationStmt date", NULL, FIELD(DATE), 3},
    {"fileDesc publicationStmt idno", NULL, FIELD(IDENTIFIER), 0},
    {"profileDesc textClass term", NULL, FIELD(TOPIC), 0},
    {"profileDesc langUsage language", "ident", FIELD(LANGUAGE), 2},
    {"fileDesc titleStmt editor", NULL, POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_EDITOR, 0},
    {"fileDesc titleStmt sponsor", NULL, POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_SPONSOR, 0},
    {"fileDesc titleStmt funder", NULL, POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_SPONSOR, 0},
    {"fileDesc seriesStmt title", NULL, POLICY__FACT_SERIES, 0},
    {"publicationStmt availability licence", "target", POLICY__FACT_LICENCE, 0},
    {"publicationStmt availability licence", NULL, POLICY__FACT_LICENCE, 1},
    {"revisionDesc change", "when", POLICY__FACT_DATE + POLICY_DATE_MODIFIED, 0},
};

static const policy__fact jats[] = {
    {"article-meta article-title", NULL, FIELD(TITLE), 0},
    {"article-meta title-group subtitle", NULL, FIELD(SUBTITLE), 0},
    {"article-meta contrib collab", NULL, FIELD(AUTHOR), 0},
    {"article-meta contrib", "contrib-type", POLICY__FACT_ROLE, 0},
    {"article-meta contrib aff", NULL, POLICY__FACT_AFFILIATION, 0},
    {"article-meta aff", NULL, POLICY__FACT_AFFILIATION, 0},
    {"article-meta contrib xref", "rid", POLICY__FACT_REFERENCE, 0},
    {"article-meta contrib name surname", NULL, POLICY__FACT_SURNAME, 0},
    {"article-meta contrib name given-names", NULL, POLICY__FACT_GIVEN, 0},
    {"article-meta pub-date year", NULL, POLICY__FACT_YEAR, 0},
    {"article-meta pub-date month", NULL, POLICY__FACT_MONTH, 0},
    {"article-meta pub-date day", NULL, POLICY__FACT_DAY, 0},
    {"journal-meta journal-title", NULL, FIELD(PUBLISHER), 1},
    {"journal-meta publisher-name", NULL, FIELD(PUBLISHER), 0},
    {"article-meta article-id", NULL, FIELD(IDENTIFIER), 0},
    {"article-meta kwd", NULL, FIELD(TOPIC), 0},
    {"journal-meta issn", NULL, POLICY__FACT_NUMBER, 0},
    {"article-meta isbn", NULL, POLICY__FACT_NUMBER, 0},
    {"permissions license", "xlink:href", POLICY__FACT_LICENCE, 0},
    {"article-meta funding-source", NULL, POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_SPONSOR, 0},
};

static const policy__fact formex[] = {
    {"BIB.INSTANCE DATE", "ISO", FIELD(DATE), 0},
    {"BIB.INSTANCE LG.DOC", NULL, FIELD(LANGUAGE), 0},
    {"BIB.INSTANCE NO.DOC", NULL, FIELD(IDENTIFIER), 0},
    {"ACT TITLE", NULL, FIELD(TITLE), 0},
    {"BIB.INSTANCE NO.CELEX", NULL, POLICY__FACT_NUMBER, 0},
    {"BIB.INSTANCE NO.ISSN", NULL, POLICY__FACT_NUMBER, 0},
};

static const policy__fact any[] = {
    {"metadata title", NULL, FIELD(TITLE), 0},           {"metadata creator", NULL, FIELD(AUTHOR), 0},
    {"metadata publisher", NULL, FIELD(PUBLISHER), 0},   {"metadata date", NULL, FIELD(DATE), 0},
    {"metadata language", NULL, FIELD(LANGUAGE), 0},     {"metadata subject", NULL, FIELD(TOPIC), 0},
    {"metadata identifier", NULL, FIELD(IDENTIFIER), 0},
    {"metadata contributor", NULL, POLICY__FACT_CONTRIBUTOR + POLICY_CONTRIBUTOR_OTHER, 0},
    {"metadata rights", NULL, POLICY__FACT_LICENCE, 0},
    {"metadata isPartOf", NULL, POLICY__FACT_SERIES, 0},
};

const policy__fact *policy__xml_facts(policy__vocabulary vocabulary, size_t *count) {
#define LIST(list) (*count = sizeof(list) / sizeof *(list), (list))
  if (vocabulary == POLICY__AKOMA_NTOSO) return LIST(akoma_ntoso);
  if (vocabulary == POLICY__USLM) return LIST(uslm);
  if (vocabulary == POLICY__TEI) return LIST(tei);
  if (vocabulary == POLICY__JATS) return LIST(jats);
  if (vocabulary == POLICY__FORMEX) return LIST(formex);
  return LIST(any);
#undef LIST
}
