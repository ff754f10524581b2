/* Pathological pages: what pdftotext might print of a PDF made to hurt, each at a size, twice and four times that; the time
   must grow as the size does. The library is seen from inside, as no program that prints such pages is at hand. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <policy/svg.h>

#include "../tap.h"
#include "base/memory.h"
#include "model/builder.h"
#include "read/pdf_layout.h"
#include "stopwatch.h"

/* Words at places that depend on their number: see `place`. */
static const char *const kinds[] = {"one line",          "one line each",
                                    "all in one place",  "a row of cells",
                                    "a column of cells", "a page each",
                                    "bullets",           "hyphens",
                                    "small digits",      "contents",
                                    "headings",          "sizes, each another",
                                    "upside down",       "tags without an end",
                                    "empty blocks",      "styles in one row",
                                    "outlines",          "far away",
                                    "no numbers",        "paragraphs over pages"};

enum { KINDS = sizeof kinds / sizeof *kinds, ROOM = 400 };

static int word(char *at, double left, double base, double size, const char *text) {
  return snprintf(at, ROOM, "<word xMin=\"%f\" yMin=\"%f\" xMax=\"%f\" yMax=\"%f\">%s</word>\n", left, base - size,
                  left + (double)strlen(text) * size / 2, base, text);
}

static int line(char *at, double left, double base, double size, const char *text) {
  int used = snprintf(at, ROOM, "<block><line>");
  used += word(at + used, left, base, size, text);
  return used + snprintf(at + used, ROOM, "</line></block>\n");
}

static const char page[] = "<page width=\"600\" height=\"800\">\n";

/* The n-th piece of a kind. */
static int piece(char *at, int kind, size_t n) {
  double low = (double)(n % 1000), next = (double)n;
  int used = 0;
  switch (kind) {
    case 0: return word(at, next, 100, 10, "well");
    case 1: return line(at, 50, 50 + next, 10, "well");
    case 2: return line(at, 50, 100, 10, "well");
    case 3: return line(at, next * 60, 100, 10, "41");
    case 4: return line(at, (double)(n % 3) * 150, 50 + (double)(n / 3) * 14, 10, "41");
    case 5:
      used = snprintf(at, ROOM, "</page>%s", page);
      return used + line(at + used, 50, 40, 8, "Report on wells");
    case 6: return line(at, 50 + low, 100 + next / 3, 10, "\xE2\x80\xA2");
    case 7: return line(at, 50, 50 + next * 12, 10, "min-");
    case 8: return line(at, 50, 700 + low / 100, 5, "2");
    case 9: return line(at, 50, 50 + next * 12, 10, n % 2 == 0 ? "Contents" : "Wells.....4");
    case 10: return line(at, 50, 50 + next * 12, n % 2 == 0 ? 10 : 20, "Wells");
    case 11: return line(at, 50, 50 + next * 30, 5 + low / 10, "Wells");
    case 12: return line(at, 50, 1000000 - next * 12, 10, "well");
    case 13: return snprintf(at, ROOM, "<word xMin=\"");
    case 14: return snprintf(at, ROOM, "<flow><block><line></line></block></flow>");
    case 15: return snprintf(at, ROOM, "<text top=\"90\" left=\"%zu\" width=\"1\" font=\"0\"><b>x</b></text>\n", n);
    case 16: return snprintf(at, ROOM, "<item page=\"1\">Wells %zu</item>\n", n);
    case 17: return line(at, next * 1e30, -1e38, 1e36, "well");
    case 18:
      return snprintf(at, ROOM,
                      "<line><word xMin=\"nan\" yMin=\"-inf\" xMax=\"1e999\" yMax=\"x\">well</word></line>");
    default:
      used = snprintf(at, ROOM, "</page>%s", page);
      return used + line(at + used, 50, 300, 10, "wells of");
  }
}

/* Draws all pages. */
static policy_status draw(policy_builder *builder, policy_error *error) {
  policy_document *document = policy_builder_finish(builder, error);
  policy_buffer picture = POLICY_BUFFER_INIT;
  if (document == NULL) return error->code;
  policy_status status = policy_svg_write(document, 0, 0, &picture, error);
  policy_buffer_free(&picture);
  policy_document_unref(document);
  return status;
}

static policy_status read_pages(policy_string text, bool style) {
  policy_limits limits = policy__limits_fill(NULL, text.size);
  policy_options options = policy__options_fill(NULL);
  policy_error error = {POLICY_OK, 0, ""};
  policy__pdf pdf;
  policy__pdf_init(&pdf, &limits, &policy__malloc_allocator);
  char words[ROOM * 2];
  int used = snprintf(words, ROOM, "%s", page);
  used += line(words + used, 50, 100, 10, "well");
  policy_status status = policy__pdf_scan(&pdf, style ? (policy_string){words, (size_t)used} : text);
  if (status == POLICY_OK && style) status = policy__pdf_style(&pdf, text);
  if (status == POLICY_OK) status = policy__pdf_lay_out(&pdf);
  policy_builder *builder = status == POLICY_OK ? policy__pdf_compose(&pdf, "", 0, &options, &limits, &error) : NULL;
  if (builder == NULL && status == POLICY_OK) status = error.code;
  if (builder != NULL) status = draw(builder, &error);
  policy__pdf_free(&pdf);
  return status;
}

/* Seconds for `count` pieces of a kind. */
static double measure(int kind, size_t count, policy_status *status) {
  char *text = malloc(count * ROOM * 2 + ROOM * 2);
  if (text == NULL) return 0;
  bool style = kind == 15 || kind == 16;
  size_t size = (size_t)snprintf(text, ROOM, "%s%s", style ? "<page number=\"1\"><fontspec id=\"0\" size=\"9\"/>" : page,
                                 kind == 0 ? "<block><line>" : "");
  for (size_t n = 0; n < count; n++) size += (size_t)piece(text + size, kind, n);
  double begin = user_seconds();
  *status = read_pages((policy_string){text, size}, style);
  double spent = user_seconds() - begin;
  free(text);
  return spent;
}

/* As in patterns.c: what is too short to measure is linear. */
static bool is_linear(double once, double twice) {
  const double least = 0.02, factor = 2.9;
  return twice < least || twice < once * factor;
}

int main(void) {
  size_t count = 8000;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  count /= 8;
#endif
  for (int kind = 0; kind < KINDS; kind++) {
    double times[3] = {0, 0, 0};
    policy_status status = POLICY_OK;
    bool good = false;
    for (int attempt = 0; attempt < 3 && !good; attempt++) {
      for (int i = 0; i < 3; i++) times[i] = measure(kind, count << i, &status);
      good = is_linear(times[0], times[1]) && is_linear(times[1], times[2]);
    }
    tap_ok(good && status == POLICY_OK, "%s: %.3f, %.3f, %.3f s, %s", kinds[kind], times[0], times[1], times[2],
           policy_status_message(status));
  }
  return tap_end();
}
