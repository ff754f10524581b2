/* A small PDF, made anew: pages of lines in one font. Used by several test programs, so everything is static. */
#ifndef POLICY_TESTS_SMALL_PDF_H
#define POLICY_TESTS_SMALL_PDF_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SMALL_PDF_OBJECTS = 64 };

typedef struct small_pdf {
  char bytes[65536];
  size_t size;
  size_t offsets[SMALL_PDF_OBJECTS];
  int objects;
} small_pdf;

static void small_pdf_put(small_pdf *pdf, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int size = vsnprintf(pdf->bytes + pdf->size, sizeof pdf->bytes - pdf->size, format, arguments);
  va_end(arguments);
  if (size < 0 || pdf->size + (size_t)size >= sizeof pdf->bytes) abort();
  pdf->size += (size_t)size;
}

static void small_pdf_object(small_pdf *pdf) {
  pdf->offsets[++pdf->objects] = pdf->size;
  small_pdf_put(pdf, "%d 0 obj\n", pdf->objects);
}

/* Pages of 600 to 800 points; each is a stream of PDF's operators: "/F 12 Tf 72 700 Td (Words) Tj". The title may be
   empty. */
static void small_pdf_make(small_pdf *pdf, const char *title, const char *const *pages, int count) {
  memset(pdf, 0, sizeof *pdf);
  small_pdf_put(pdf, "%%PDF-1.4\n");
  small_pdf_object(pdf);
  small_pdf_put(pdf, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
  small_pdf_object(pdf);
  small_pdf_put(pdf, "<< /Type /Pages /MediaBox [0 0 600 800] /Count %d /Kids [", count);
  for (int i = 0; i < count; i++) small_pdf_put(pdf, "%d 0 R ", 6 + 2 * i);
  small_pdf_put(pdf, "] >>\nendobj\n");
  small_pdf_object(pdf);
  small_pdf_put(pdf, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n");
  small_pdf_object(pdf);
  small_pdf_put(pdf, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>\nendobj\n");
  small_pdf_object(pdf);
  small_pdf_put(pdf, "<< /Title (%s) /CreationDate (D:20310506100000Z) >>\nendobj\n", title);
  for (int i = 0; i < count; i++) {
    small_pdf_object(pdf);
    small_pdf_put(pdf, "<< /Type /Page /Parent 2 0 R /Contents %d 0 R ", 7 + 2 * i);
    small_pdf_put(pdf, "/Resources << /Font << /F 3 0 R /B 4 0 R >> >> >>\nendobj\n");
    small_pdf_object(pdf);
    small_pdf_put(pdf, "<< /Length %zu >>\nstream\n%s\nendstream\nendobj\n", strlen(pages[i]), pages[i]);
  }
  size_t table = pdf->size;
  small_pdf_put(pdf, "xref\n0 %d\n0000000000 65535 f \n", pdf->objects + 1);
  for (int i = 1; i <= pdf->objects; i++) small_pdf_put(pdf, "%010zu 00000 n \n", pdf->offsets[i]);
  small_pdf_put(pdf, "trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%zu\n%%%%EOF\n", pdf->objects + 1, table);
}

/* A brief of one page. */
static const char small_pdf_brief[] =
    "BT /B 20 Tf 72 700 Td (Safer Wells for Norland) Tj ET\n"
    "BT /F 11 Tf 72 670 Td (4 May 2031) Tj ET\n"
    "BT /F 11 Tf 72 640 Td (Wells in Norland run dry in most summers, and nobody keeps a reg-) Tj\n"
    "0 -14 Td (ister of them. Without a register, the ministry cannot plan.) Tj ET\n"
    "BT /B 14 Tf 72 590 Td (What should be done) Tj ET\n"
    "BT /F 11 Tf 72 566 Td (The Ministry of Water should publish a register of all wells by 2032.) Tj ET\n";

#endif
