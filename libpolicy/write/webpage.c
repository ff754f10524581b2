/* A document as a page of the web: its head, its blocks, and what all pieces are made with. */
#include "write/webpage.h"

#include <policy/html.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "text/utf8.h"

/* Every text keeps a contrast of 7 to 1 on its ground; kinds differ by line and weight, not by colour alone. */
static const char style[] =
    ":root{--ink:#1b1b1b;--dim:#555;--ground:#fff;--side:#f6f6f4;--line:#d5d5d0;--link:#0b4a8f;--state:#cfe3ff;"
    "--public:#e4d8fb;--body:#d3ecdd;--person:#fbd9e4;--time:#fff0b8;--must:#a8210c;--should:#8a5a00;--could:#2c6a1f;"
    "--not:#7a1f7a;color-scheme:light dark}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#eee;--dim:#b5b5b5;--ground:#181818;--side:#212121;--line:#444;"
    "--link:#a5cdff;--state:#16365e;--public:#3d2b63;--body:#1d4630;--person:#5c2338;--time:#4f4209;--must:#ff9c8a;"
    "--should:#f5c065;--could:#97d987;--not:#e9a1e9}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.6 Georgia,'Times New Roman',serif}\n"
    "header,.legend,aside,details>summary,.page,.n{font-family:system-ui,'Segoe UI',Helvetica,Arial,sans-serif}\n"
    "header{padding:1.6em 2em .8em;border-bottom:1px solid var(--line)}\n"
    "h1{margin:0;font-size:1.6em;line-height:1.25}\nheader p{margin:.3em 0 0;font-size:.9em}\n"
    ".dim,.boilerplate,.debris,.page{color:var(--dim)}\na{color:var(--link)}\n"
    ".columns{display:grid;grid-template-columns:minmax(0,1fr) 25em;align-items:start}\n"
    "main{max-width:46em;padding:1em 2em 4em;justify-self:center;width:100%}\n"
    "main h2,main h3,main h4,main h5,main h6{line-height:1.3;margin:1.5em 0 .4em}\nmain h2{font-size:1.3em}\n"
    "main h3{font-size:1.15em}\nmain h4,main h5,main h6{font-size:1em}\nmain p{margin:0 0 .8em}\n"
    "main ul{list-style:none;margin:0 0 .8em;padding:0}\nmain li{margin:.3em 0 .3em 1.2em}\n"
    "main .l2{margin-left:2.4em}main .l3{margin-left:3.6em}main .l4{margin-left:4.8em}\n"
    "blockquote{margin:0 0 .8em;padding-left:1em;border-left:4px solid var(--line)}\n"
    ".table{white-space:pre-wrap;overflow-x:auto;font:.85em/1.5 ui-monospace,Menlo,Consolas,monospace;tab-size:4;"
    "border:1px solid var(--line);padding:.5em .8em}\n"
    ".footnote,.citation,.caption,.boilerplate,.debris{font-size:.85em}\n"
    ".debris{margin:0 0 .8em;border:1px dashed var(--line);padding:.3em .8em}\n.debris p{margin:.5em 0;white-space:pre-line}\n"
    ".page{display:block;font-size:.7em;text-align:right;border-top:1px dotted var(--line);margin:1em 0 .3em}\n"
    "mark{background:none;color:inherit;-webkit-box-decoration-break:clone;box-decoration-break:clone}\n"
    "mark:target,li:target{outline:3px solid var(--link);outline-offset:2px}\n"
    ".ask{border-bottom:2px solid var(--should);padding-bottom:1px}\n.ask.must{border-color:var(--must);border-width:3px}\n"
    ".ask.could{border-color:var(--could);border-bottom-style:dotted}\n"
    ".ask.should_not,.ask.must_not{border-color:var(--not);border-bottom:4px double var(--not)}\n"
    ".measure{font-weight:600}\n.actor{border-radius:4px;padding:0 .18em}\n.state{background:var(--state)}\n"
    ".public{background:var(--public)}\n.body{background:var(--body)}\n.person{background:var(--person)}\n"
    ".time{background:var(--time);border-radius:4px;padding:0 .18em;font-style:italic}\n"
    ".deadline{outline:1px solid var(--should)}\n"
    ".n{font-size:.65em;vertical-align:super;padding:0 .25em;text-decoration:none;user-select:none}\n"
    ".legend{display:flex;flex-wrap:wrap;gap:.3em 1em;list-style:none;margin:0;padding:.7em 2em;font-size:.8em;"
    "border-bottom:1px solid var(--line)}\n"
    "aside{background:var(--side);border-left:1px solid var(--line);padding:.4em 1.4em 2em;font-size:.82em;line-height:1.5;"
    "position:sticky;top:0;max-height:100vh;overflow:auto}\n"
    "aside h2{font-size:1.2em;margin:1.2em 0 .4em}\naside h3{font-size:1em;margin:1.1em 0 .2em}\n"
    "aside ol,aside ul{margin:0;padding-left:1.9em}\naside ul{padding-left:1.1em}\naside li{margin:.45em 0}\n"
    "aside li>a{color:inherit}\n"
    "aside dl{margin:.2em 0 0}\naside dl div{display:grid;grid-template-columns:6.5em 1fr}\naside dt{color:var(--dim)}\n"
    "aside dd{margin:0;overflow-wrap:anywhere}\n.force{font-weight:700;white-space:nowrap;color:var(--should)}\n"
    ".force.must{color:var(--must)}\n.force.could{color:var(--could)}\n.force.must_not,.force.should_not{color:var(--not)}\n"
    "@media(max-width:60em){.columns{grid-template-columns:1fr}aside{position:static;max-height:none;order:-1;"
    "border:0;border-bottom:1px solid var(--line)}}\n"
    "@media print{.columns{display:block}aside{position:static;max-height:none;border:0}.n{color:inherit}}\n";

static const char sheet_style[] =
    ".where{white-space:nowrap}\n.sheet{display:none}\n"
    ".sheet:target{display:block;position:fixed;inset:0;overflow:auto;z-index:1;"
    "padding:0 1em 1em;text-align:center;"
    "background:var(--side);font:.9em/1.5 system-ui,'Segoe UI',Helvetica,Arial,sans-serif}\n"
    ".sheet p{position:sticky;top:0;margin:0;padding:.5em;background:var(--side)}\n"
    ".sheet svg{max-width:100%;height:auto;box-shadow:0 1px 8px #0006}\n";

/* ---- pieces ----------------------------------------------------------------------------------------------- */

/* What stands for a character in HTML; NULL: itself. */
static const char *reference_of(uint32_t c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\t':
    case '\n': return NULL;
    default: break;
  }
  bool absent = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xFDD0 && c < 0xFDF0) || (c & 0xFFFE) == 0xFFFE;
  return absent ? "\uFFFD" : NULL;
}

void policy__webpage_escape(policy__webpage *page, policy_string text) {
  const char *begin = text.data, *end = text.data + text.size;
  for (const char *at = begin; at < end;) {
    const char *from = at;
    const char *reference = reference_of(policy__utf8_next(&at));
    if (reference == NULL) continue;
    policy__write(page->writer, begin, (size_t)(from - begin));
    policy__write_text(page->writer, reference);
    begin = at;
  }
  policy__write(page->writer, begin, (size_t)(end - begin));
}

static void escape_scratch(policy__webpage *page, policy_status status) {
  if (page->writer->status == POLICY_OK) page->writer->status = status;
  if (page->scratch.size > 0) policy__webpage_escape(page, (policy_string){page->scratch.data, page->scratch.size});
}

void policy__webpage_words(policy__webpage *page, policy_span span) {
  policy__writer writer = {&page->scratch, POLICY_OK};
  page->scratch.size = 0;
  policy__write_words(&writer, page->document, span);
  escape_scratch(page, writer.status);
}

void policy__webpage_line(policy__webpage *page, policy_string string) {
  policy__writer writer = {&page->scratch, POLICY_OK};
  page->scratch.size = 0;
  policy__write_line(&writer, string);
  escape_scratch(page, writer.status);
}

/* ---- the head --------------------------------------------------------------------------------------------- */

static policy_string title_of(const policy_document *document) {
  policy_string title = policy_document_title(document);
  if (title.size == 0) title = policy_document_source_name(document);
  return title.size > 0 ? title : (policy_string){"Document", 8};
}

static void put_head(policy__webpage *page) {
  policy_string language = policy_document_language(page->document);
  policy__write_text(page->writer, "<!DOCTYPE html>\n<html");
  if (language.size > 0) {
    policy__write_text(page->writer, " lang=\"");
    policy__webpage_line(page, language);
    policy__write_text(page->writer, "\"");
  }
  policy__write_text(page->writer,
                     ">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  policy__webpage_line(page, title_of(page->document));
  policy__write_text(page->writer, "</title>\n<style>\n");
  policy__write_text(page->writer, style);
  policy__write_text(page->writer, sheet_style);
  policy__write_text(page->writer, "</style>\n</head>\n<body>\n");
}

/* One more part of a line, behind a dot. */
static void put_part(policy__webpage *page, bool *begun, policy_string part) {
  if (part.size == 0) return;
  if (*begun) policy__write_text(page->writer, " \u00B7 ");
  policy__webpage_line(page, part);
  *begun = true;
}

static void put_count(policy__webpage *page, bool *begun, uint32_t count, const char *singular, const char *plural) {
  char words[64];
  (void)snprintf(words, sizeof words, "%u %s", (unsigned)count, count == 1 ? singular : plural);
  if (count > 0) put_part(page, begun, (policy_string){words, strlen(words)});
}

/* The address as a link where it leads to the web, as words elsewhere. */
static void put_address(policy__webpage *page, policy_string url) {
  if (url.size == 0) return;
  bool web = (url.size > 8 && memcmp(url.data, "https://", 8) == 0) || (url.size > 7 && memcmp(url.data, "http://", 7) == 0);
  policy__write_text(page->writer, "<p>");
  if (web) {
    policy__write_text(page->writer, "<a rel=\"noreferrer\" href=\"");
    policy__webpage_line(page, url);
    policy__write_text(page->writer, "\">");
  }
  policy__webpage_line(page, url);
  policy__write_text(page->writer, web ? "</a></p>\n" : "</p>\n");
}

static void put_header(policy__webpage *page) {
  const policy_document *document = page->document;
  uint32_t authors = policy_document_author_count(document);
  bool begun = false;
  policy__write_text(page->writer, "<header>\n<h1 dir=\"auto\">");
  policy__webpage_line(page, title_of(document));
  policy__write_text(page->writer, "</h1>\n<p>");
  put_part(page, &begun, policy_document_subtitle(document));
  for (uint32_t i = 0; i < authors; i++) put_part(page, &begun, policy_document_author(document, i));
  put_part(page, &begun, policy_document_publisher(document));
  put_part(page, &begun, policy_document_date(document));
  put_part(page, &begun, policy_document_type(document));
  policy__write_text(page->writer, "</p>\n<p class=\"dim\">");
  begun = false;
  put_count(page, &begun, policy_document_page_count(document), "page", "pages");
  put_count(page, &begun, policy_document_sentence_count(document), "sentence", "sentences");
  put_count(page, &begun, policy_document_actor_count(document), "actor", "actors");
  put_count(page, &begun, policy_document_recommendation_count(document), "recommendation", "recommendations");
  policy__write_text(page->writer, "</p>\n");
  put_address(page, policy_document_url(document));
  policy__write_text(page->writer, "</header>\n");
}

static void put_legend(policy__webpage *page) {
  policy__write_text(
      page->writer,
      "<ul class=\"legend\" aria-label=\"Legend\">\n<li><mark class=\"ask must\">must</mark></li>"
      "<li><mark class=\"ask should\">should</mark></li><li><mark class=\"ask could\">could</mark></li>"
      "<li><mark class=\"ask must_not\">must not, should not</mark></li><li><mark class=\"measure\">measure</mark></li>\n"
      "<li><mark class=\"actor state\">state</mark></li>"
      "<li><mark class=\"actor public\">government, intergovernmental, military</mark></li>"
      "<li><mark class=\"actor body\">other organisation or group</mark></li>"
      "<li><mark class=\"actor person\">person</mark></li><li><mark class=\"time\">time</mark></li>"
      "<li><mark class=\"time deadline\">deadline</mark></li>\n</ul>\n");
}

/* ---- blocks ----------------------------------------------------------------------------------------------- */

/* What stands around the text of a block. */
static const struct wrap {
  const char *open, *close;
} wraps[] = {
    [POLICY_BLOCK_PARAGRAPH] = {"<p dir=\"auto\">", "</p>"},
    [POLICY_BLOCK_QUOTE] = {"<blockquote dir=\"auto\">", "</blockquote>"},
    [POLICY_BLOCK_TABLE] = {"<div class=\"table\" dir=\"auto\">", "</div>"},
    [POLICY_BLOCK_CAPTION] = {"<p class=\"caption\" dir=\"auto\">", "</p>"},
    [POLICY_BLOCK_FOOTNOTE] = {"<p class=\"footnote\" dir=\"auto\">", "</p>"},
    [POLICY_BLOCK_CITATION] = {"<p class=\"citation\" dir=\"auto\">", "</p>"},
    [POLICY_BLOCK_BOILERPLATE] = {"<p class=\"boilerplate\" dir=\"auto\">", "</p>"},
};

static void put_block(policy__webpage *page, policy_block_kind kind, unsigned level, policy_span span) {
  enum { MOST_HEADING = 6, MOST_ITEM = 4 };
  char open[48], close[16];
  struct wrap wrap = {open, close};
  if (kind == POLICY_BLOCK_HEADING) {
    unsigned rank = level == 0 ? 2 : level >= MOST_HEADING ? MOST_HEADING : level + 1;
    (void)snprintf(open, sizeof open, "<h%u dir=\"auto\">", rank);
    (void)snprintf(close, sizeof close, "</h%u>", rank);
  } else if (kind == POLICY_BLOCK_LIST_ITEM) {
    unsigned depth = level == 0 ? 1 : level > MOST_ITEM ? MOST_ITEM : level;
    (void)snprintf(open, sizeof open, "<li class=\"l%u\" dir=\"auto\">", depth);
    (void)snprintf(close, sizeof close, "</li>");
  } else {
    wrap = wraps[kind];
  }
  policy__write_text(page->writer, wrap.open);
  policy__webpage_put_text(page, span);
  policy__write_text(page->writer, wrap.close);
  policy__write_text(page->writer, "\n");
}

static policy_block_kind kind_at(const policy_document *document, uint32_t n) {
  return policy_block_kind_of(policy_document_block(document, n));
}

/* Blocks of the same kind from `n` on; where the last one ends is put into `end`. */
static uint32_t run_of(const policy_document *document, uint32_t n, uint32_t *end) {
  uint32_t count = policy_document_block_count(document), last = n;
  while (last + 1 < count && kind_at(document, last + 1) == kind_at(document, n)) last++;
  *end = policy_block_span(policy_document_block(document, last)).end;
  return last + 1 - n;
}

/* Text between blocks that is no white space: the library's readers leave none. */
static void put_gap(policy__webpage *page, policy_span gap) {
  policy_string text = policy_document_slice(page->document, gap);
  for (const char *at = text.data, *end = at + text.size; at < end;)
    if ((policy__classify(policy__utf8_next(&at)) & POLICY__SPACE) == 0) {
      put_block(page, POLICY_BLOCK_PARAGRAPH, 0, gap);
      return;
    }
}

/* What is written around a run of blocks: lists, and debris that is folded unless it is one short block. */
static const char *open_run(policy__webpage *page, policy_block_kind kind, uint32_t run, uint32_t bytes) {
  enum { SHORT = 160 };
  if (kind == POLICY_BLOCK_LIST_ITEM) {
    policy__write_text(page->writer, "<ul>\n");
    return "</ul>\n";
  }
  if (kind != POLICY_BLOCK_BOILERPLATE || (run == 1 && bytes <= SHORT)) return "";
  policy__write_format(page->writer, "<details class=\"debris\"><summary>%u %s not analysed</summary>\n", (unsigned)run,
                       run == 1 ? "block" : "blocks");
  return "</details>\n";
}

static void put_page_number(policy__webpage *page, policy_block block, uint32_t *shown) {
  uint32_t number = policy_block_page(block);
  if (number <= *shown) return;
  *shown = number;
  policy__write_format(page->writer, "<span class=\"page\" id=\"page%u\">page %u</span>\n", (unsigned)number,
                       (unsigned)number);
}

static void put_blocks(policy__webpage *page) {
  const policy_document *document = page->document;
  uint32_t count = policy_document_block_count(document), at = 0, run = 0, numbered = 0, end = 0;
  const char *close = "";
  for (uint32_t i = 0; i < count && page->writer->status == POLICY_OK; i++) {
    policy_block block = policy_document_block(document, i);
    policy_span span = policy_block_span(block);
    policy_block_kind kind = policy_block_kind_of(block);
    if (run == 0) {
      put_gap(page, (policy_span){at, span.begin});
      put_page_number(page, block, &numbered);
      run = run_of(document, i, &end);
      close = open_run(page, kind, run, end - span.begin);
    }
    put_block(page, kind, policy_block_level(block), span);
    at = span.end;
    if (--run == 0) policy__write_text(page->writer, close);
  }
  put_gap(page, (policy_span){at, (uint32_t)policy_document_text(document).size});
}

/* ---- the whole -------------------------------------------------------------------------------------------- */

policy_status policy_html_write(const policy_document *document, policy_buffer *buffer, policy_error *error) {
  if (document == NULL || buffer == NULL) return policy__fail_plain(error, POLICY_ERROR_ARGUMENT);
  const size_t before = buffer->size;
  policy__writer writer = {buffer, POLICY_OK};
  policy__webpage page = {.document = document, .writer = &writer, .scratch = {.allocator = buffer->allocator}};
  page.allocator = buffer->allocator.allocate != NULL ? &buffer->allocator : &policy__malloc_allocator;
  if (policy__webpage_begin_marks(&page) == POLICY_OK && policy__webpage_begin_sheets(&page) == POLICY_OK) {
    put_head(&page);
    put_header(&page);
    put_legend(&page);
    policy__write_text(&writer, "<div class=\"columns\">\n<main>\n");
    put_blocks(&page);
    policy__write_text(&writer, "</main>\n");
    policy__webpage_put_summary(&page);
    policy__write_text(&writer, "</div>\n");
    policy__webpage_put_sheets(&page);
    policy__write_text(&writer, "</body>\n</html>\n");
  }
  policy__webpage_end_sheets(&page);
  policy__webpage_end_marks(&page);
  policy_buffer_free(&page.scratch);
  if (writer.status == POLICY_OK) return POLICY_OK;
  buffer->size = before;
  if (buffer->data != NULL) buffer->data[before] = '\0';
  return policy__fail_plain(error, writer.status);
}
