/* Pages as pictures: text at its places, and marks under it. */
#include "write/sheet.h"

#include <math.h>
#include <policy/svg.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "model/pages.h"

/* A stretch of a line with the same marks over all of it. */
typedef struct policy__piece {
  policy_span span;
  uint32_t over, count; /* in sheet.over */
} policy__piece;

/* ---- cutting ---------------------------------------------------------------------------------------------- */

static void add_piece(policy__sheet *sheet, policy_span span) {
  const policy__marks *marks = &sheet->page->marks;
  policy_status *status = &sheet->page->writer->status;
  policy__piece *piece = *status == POLICY_OK ? policy__array_push(&sheet->pieces, status) : NULL;
  if (piece == NULL) return;
  *piece = (policy__piece){span, (uint32_t)sheet->over.count, (uint32_t)marks->depth};
  for (size_t i = 0; i < marks->depth && *status == POLICY_OK; i++) {
    policy__mark *mark = policy__array_push(&sheet->over, status);
    if (mark != NULL) *mark = marks->open[i];
  }
}

static void cut_line(policy__sheet *sheet, policy_span span) {
  policy__marks *marks = &sheet->page->marks;
  for (uint32_t at = span.begin; at < span.end && sheet->page->writer->status == POLICY_OK;) {
    (void)policy__marks_drop(marks, at);
    policy__marks_take(marks, at);
    uint32_t stop = policy__marks_stop(marks, span.end);
    add_piece(sheet, (policy_span){at, stop});
    at = stop;
  }
}

void policy__sheet_cut(policy__sheet *sheet, uint32_t page) {
  const policy_document *document = sheet->page->document;
  policy_status *status = &sheet->page->writer->status;
  const uint32_t count = policy_document_line_count(document);
  policy__array_init(&sheet->pieces, sheet->page->allocator, sizeof(policy__piece), UINT32_MAX - 1);
  policy__array_init(&sheet->over, sheet->page->allocator, sizeof(policy__mark), UINT32_MAX - 1);
  policy__array_init(&sheet->firsts, sheet->page->allocator, sizeof(uint32_t), UINT32_MAX);
  for (uint32_t n = 0; n <= count && *status == POLICY_OK; n++) {
    uint32_t *first = policy__array_push(&sheet->firsts, status);
    if (first != NULL) *first = (uint32_t)sheet->pieces.count;
    policy_line line = policy_document_line(document, n);
    if (first != NULL && n < count && (page == 0 || policy_line_page(line) == page))
      cut_line(sheet, policy_line_span(line));
  }
}

void policy__sheet_free(policy__sheet *sheet) {
  policy__array_free(&sheet->pieces);
  policy__array_free(&sheet->over);
  policy__array_free(&sheet->firsts);
}

/* ---- numbers ---------------------------------------------------------------------------------------------- */

void policy__sheet_number(policy__writer *writer, const char *before, double value) {
  long long hundredths = llround(value * 100), left = llabs(hundredths);
  policy__write_text(writer, before);
  if (hundredths < 0) policy__write_text(writer, "-");
  policy__write_format(writer, "%lld", left / 100);
  if (left % 10 != 0) policy__write_format(writer, ".%02lld", left % 100);
  else if (left % 100 != 0) policy__write_format(writer, ".%lld", left % 100 / 10);
}

static void put_rectangle(policy__writer *writer, policy_box box, const char *rest) {
  policy__sheet_number(writer, "<rect x=\"", (double)box.left);
  policy__sheet_number(writer, "\" y=\"", (double)box.top);
  policy__sheet_number(writer, "\" width=\"", (double)box.width);
  policy__sheet_number(writer, "\" height=\"", (double)box.height);
  policy__write_text(writer, rest);
}

/* ---- marks ------------------------------------------------------------------------------------------------ */

/* The ends of a rectangle in the colour of a mark; those of webpage.c on a light ground. */
static const char *force_fill(policy_force force) {
  switch (force) {
    case POLICY_FORCE_MUST: return "\" fill=\"#a8210c\"/>";
    case POLICY_FORCE_COULD: return "\" fill=\"#2c6a1f\"/>";
    case POLICY_FORCE_MUST_NOT:
    case POLICY_FORCE_SHOULD_NOT: return "\" fill=\"#7a1f7a\"/>";
    default: return "\" fill=\"#8a5a00\"/>";
  }
}

static const char *actor_fill(policy_actor actor) {
  static const char *const fills[][2] = {{"state", "\" fill=\"#cfe3ff\"/>"},
                                         {"public", "\" fill=\"#e4d8fb\"/>"},
                                         {"person", "\" fill=\"#fbd9e4\"/>"}};
  const char *class = policy__webpage_actor_class(actor);
  for (size_t i = 0; i < sizeof fills / sizeof *fills; i++)
    if (strcmp(class, fills[i][0]) == 0) return fills[i][1];
  return "\" fill=\"#d3ecdd\"/>";
}

/* Under the words of a recommendation runs a line; all else lies on a ground of its own. */
static void put_mark(const policy__sheet *sheet, policy__mark mark, policy_box box, bool turned) {
  policy__writer *writer = sheet->page->writer;
  const policy_document *document = sheet->page->document;
  const float thick = fminf(1.4F, turned ? box.width / 8 : box.height / 8);
  policy_box edge = {box.left, box.top + box.height - thick, box.width, thick};
  if (turned) edge = (policy_box){box.left + box.width - thick, box.top, thick, box.height};
  if (mark.kind == POLICY__MARK_RECOMMENDATION) {
    policy_recommendation recommendation = policy_document_recommendation(document, mark.id);
    put_rectangle(writer, edge, force_fill(policy_recommendation_force(recommendation)));
  } else if (mark.kind == POLICY__MARK_MEASURE) {
    put_rectangle(writer, box, "\" fill=\"#f1e9dc\"/>");
  } else if (mark.kind == POLICY__MARK_ACTOR) {
    put_rectangle(writer, box, actor_fill(policy_document_actor(document, mark.id)));
  } else {
    bool deadline = policy_time_is_deadline(policy_document_time(document, mark.id));
    put_rectangle(writer, box,
                  deadline ? "\" fill=\"#fff0b8\" stroke=\"#8a5a00\" stroke-width=\".6\"/>"
                           : "\" fill=\"#fff0b8\"/>");
  }
}

static void put_marks(const policy__sheet *sheet, const policy__piece *piece, policy_box box, bool turned) {
  static const policy__mark_kind layers[] = {POLICY__MARK_MEASURE, POLICY__MARK_ACTOR, POLICY__MARK_TIME,
                                             POLICY__MARK_RECOMMENDATION};
  for (size_t layer = 0; layer < sizeof layers / sizeof *layers; layer++)
    for (uint32_t i = 0; i < piece->count; i++) {
      const policy__mark *mark = POLICY__AT(&sheet->over, policy__mark, piece->over + i);
      if (mark->kind == layers[layer]) put_mark(sheet, *mark, box, turned);
    }
}

static void put_titles(const policy__sheet *sheet, const policy__piece *piece) {
  policy__write_text(sheet->page->writer, "<title>");
  for (uint32_t i = 0; i < piece->count; i++) {
    if (i > 0) policy__write_text(sheet->page->writer, "\n");
    policy__webpage_put_title(sheet->page, *POLICY__AT(&sheet->over, policy__mark, piece->over + i));
  }
  policy__write_text(sheet->page->writer, "</title>");
}

/* The number of a recommendation before its first words. */
static void put_number(const policy__sheet *sheet, policy__mark mark, policy_box box) {
  policy__writer *writer = sheet->page->writer;
  unsigned number = mark.id + 1;
  if (sheet->linked) policy__write_format(writer, "<a href=\"#ask%u\">", number);
  policy__sheet_number(writer, "<text x=\"", (double)box.left - 1);
  policy__sheet_number(writer, "\" y=\"", (double)box.top + 5);
  policy__write_format(writer, "\" font-size=\"7\" text-anchor=\"end\" fill=\"#0b4a8f\">%u</text>", number);
  if (sheet->linked) policy__write_text(writer, "</a>");
}

static void put_numbers(const policy__sheet *sheet, const policy__piece *piece, policy_box box) {
  for (uint32_t i = 0; i < piece->count; i++) {
    policy__mark mark = *POLICY__AT(&sheet->over, policy__mark, piece->over + i);
    if (mark.kind == POLICY__MARK_RECOMMENDATION && mark.span.begin == piece->span.begin)
      put_number(sheet, mark, box);
  }
}

/* ---- words ------------------------------------------------------------------------------------------------ */

static policy_span without_white(const policy_document *document, policy_span span) {
  policy_string text = policy_document_slice(document, span);
  while (span.begin < span.end && policy__is_white(*text.data)) text.data++, span.begin++, text.size--;
  while (span.begin < span.end && policy__is_white(text.data[text.size - 1])) text.size--, span.end--;
  return span;
}

/* Where letters begin on their base, which a fifth of the box lies below. */
static void put_place(policy__writer *writer, const policy__ruler *ruler, policy_box box) {
  double x = (double)box.left, y = (double)box.top + (double)box.height * 0.79;
  if (ruler->turned) x += (double)box.width * 0.79, y = (double)box.top + (double)box.height;
  else if (ruler->from_right) x += (double)box.width;
  policy__sheet_number(writer, "<text x=\"", x);
  policy__sheet_number(writer, "\" y=\"", y);
  if (ruler->turned) {
    policy__sheet_number(writer, "\" transform=\"rotate(-90 ", x);
    policy__sheet_number(writer, " ", y);
    policy__write_text(writer, ")");
  } else if (ruler->from_right) policy__write_text(writer, "\" direction=\"rtl");
  policy__sheet_number(writer, "\" textLength=\"", (double)(ruler->turned ? box.height : box.width));
}

/* The words of a piece, stretched or pressed to the width that they have on the page. */
static void put_words(const policy__sheet *sheet, const policy__piece *piece, policy__ruler ruler, float size) {
  policy__writer *writer = sheet->page->writer;
  policy_span words = without_white(sheet->page->document, piece->span);
  if (words.begin >= words.end) return;
  (void)policy__ruler_next(&ruler, words.begin);
  policy_box box = policy__ruler_next(&ruler, words.end);
  if (box.width < 0.01F || box.height < 0.01F) return;
  put_place(writer, &ruler, box);
  policy__sheet_number(writer, "\" lengthAdjust=\"spacingAndGlyphs\" font-size=\"", (double)size);
  policy__write_text(writer, "\"");
  if (policy_line_is_bold(ruler.line)) policy__write_text(writer, " font-weight=\"bold\"");
  if (policy_line_is_italic(ruler.line)) policy__write_text(writer, " font-style=\"italic\"");
  policy__write_text(writer, ">");
  if (piece->count > 0) put_titles(sheet, piece);
  policy__webpage_escape(sheet->page, policy_document_slice(sheet->page->document, words));
  policy__write_text(writer, "</text>\n");
}

/* ---- pages ------------------------------------------------------------------------------------------------ */

/* The size of a line's letters: as told, unless they would not fit into its box. */
static float letters_of(const policy__ruler *ruler) {
  policy_box box = policy_line_box(ruler->line);
  float size = policy_line_size(ruler->line), height = ruler->turned ? box.width : box.height;
  float width = ruler->turned ? box.height : box.width;
  if (!(size > 0)) size = height;
  if (ruler->all > 0 && !ruler->from_right)
    size = fminf(size, (float)((double)width * 1000 / ruler->all) * 1.25F);
  return fminf(size, height * 2);
}

static void draw_line(const policy__sheet *sheet, policy_line line, bool words) {
  const bool overlay = (sheet->flags & POLICY_SVG_OVERLAY) != 0;
  uint32_t from = *POLICY__AT(&sheet->firsts, uint32_t, line.id),
           to = *POLICY__AT(&sheet->firsts, uint32_t, line.id + 1);
  policy__ruler ruler = policy__ruler_of(line);
  const float size = letters_of(&ruler);
  for (uint32_t n = from; n < to; n++) {
    const policy__piece *piece = POLICY__AT(&sheet->pieces, policy__piece, n);
    policy__ruler before = ruler;
    policy_box box = policy__ruler_next(&ruler, piece->span.end);
    if (words) {
      if (!overlay) put_words(sheet, piece, before, size);
      put_numbers(sheet, piece, box);
    } else if (piece->count > 0) {
      policy__write_text(sheet->page->writer, overlay ? "<g fill-opacity=\".45\">" : "<g>");
      if (overlay) put_titles(sheet, piece);
      put_marks(sheet, piece, box, ruler.turned);
      policy__write_text(sheet->page->writer, "</g>\n");
    }
  }
}

policy_box policy__sheet_size(policy_page page) {
  policy_box size = {0, 0, policy_page_width(page), policy_page_height(page)};
  uint32_t count = policy_page_line_count(page);
  if (size.width > 0 && size.height > 0) return size;
  for (uint32_t n = 0; n < count; n++) {
    policy_box box = policy_line_box(policy_page_line(page, n));
    size.width = fmaxf(size.width, box.left + box.width);
    size.height = fmaxf(size.height, box.top + box.height);
  }
  return (policy_box){0, 0, fmaxf(size.width, 1), fmaxf(size.height, 1)};
}

void policy__sheet_draw(policy__sheet *sheet, policy_page page) {
  uint32_t count = policy_page_line_count(page);
  if ((sheet->flags & POLICY_SVG_OVERLAY) == 0)
    put_rectangle(sheet->page->writer, policy__sheet_size(page), "\" fill=\"#fff\" stroke=\"#bbb\"/>\n");
  for (int words = 0; words < 2; words++)
    for (uint32_t n = 0; n < count && sheet->page->writer->status == POLICY_OK; n++)
      draw_line(sheet, policy_page_line(page, n), words == 1);
}
