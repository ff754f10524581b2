/* Titles of PDF. */
#include "read/pdf_title.h"

#include <math.h>
#include <string.h>

#include "base/status.h"
#include "read/kept.h"
#include "read/metadata.h"
#include "read/pdf_letters.h"
#include "read/pdf_markup.h"
#include "read/person.h"
#include "read/scan.h"
#include "text/utf8.h"

/* ---- the file's own -------------------------------------------------------------------------------------- */

policy_status policy__pdf_keep_meta(policy__pdf *pdf) {
  policy_string *kept[] = {&pdf->title, &pdf->author, &pdf->created, &pdf->modified};
  enum { KEPT = sizeof kept / sizeof *kept };
  uint32_t ends[KEPT];
  pdf->meta.allocator = *pdf->allocator;
  for (size_t i = 0; i < KEPT; i++) {
    enum { LONGEST = 4096 };
    policy_string value = *kept[i];
    if (value.size > LONGEST) value.size = 0;
    policy_status status = policy__markup_decode(policy__trim(value), &pdf->meta);
    *kept[i] = (policy_string){"", 0};
    if (status != POLICY_OK) return status;
    ends[i] = (uint32_t)pdf->meta.size;
  }
  for (size_t i = 0; i < KEPT && pdf->meta.data != NULL; i++) {
    uint32_t begin = i > 0 ? ends[i - 1] : 0;
    *kept[i] = (policy_string){pdf->meta.data + begin, ends[i] - begin};
  }
  return POLICY_OK;
}

/* Titles that programs put in of their own accord: names of files and of programs. */
static bool is_made_up(policy_string title) {
  static const char *const begins[] = {"microsoft", "untitled", "document", "layout", "presentation", "slide",
                                       "powerpoint", "print", "template", "title", "draft"};
  static const char *const ends[] = {".doc", ".docx", ".pdf", ".indd", ".qxd", ".rtf", ".ppt", ".pptx", ".xls",
                                     ".xlsx", ".pmd", ".p65", ".wpd", ".tex", ".dvi", ".ps", ".txt", ".qxp", ".odt"};
  for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
    if (policy__begins(title, begins[i]) > 0 && (i < 2 || policy__find_in(title, 0, " ") == title.size)) return true;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t size = strlen(ends[i]);
    if (title.size > size && policy__equals(policy__piece(title, title.size - size, title.size), ends[i])) return true;
  }
  bool plain = policy__find_in(title, 0, " ") == title.size;
  return title.size < 5 || plain || policy__find_in(title, 0, "_") < title.size;
}

/* ---- the first pages ------------------------------------------------------------------------------------- */

/* How many lines from `first` on have, together, the letters of the title; 0: none. */
static size_t lines_of(const policy__pdf *pdf, policy__letters title, size_t first) {
  enum { MOST = 8 };
  policy__letters letters = {0};
  for (size_t i = 0; i < MOST && first + i < pdf->lines.count; i++) {
    policy__letters_add(&letters, policy__pdf_text(pdf, policy__pdf_line_at(pdf, first + i)));
    if (letters.count > title.count) return 0;
    if (letters.count == title.count) return letters.key == title.key ? i + 1 : 0;
  }
  return 0;
}

/* Whether the title stands on one of the first pages. */
static bool is_printed(const policy__pdf *pdf, policy_string title) {
  enum { PAGES = 3, LEAST = 6 };
  policy__letters letters = {0};
  policy__letters_add(&letters, title);
  for (size_t i = 0; letters.count >= LEAST && i < pdf->lines.count; i++) {
    const policy__pdf_line *line = policy__pdf_line_at(pdf, i);
    if (line->page >= PAGES) break;
    if ((line->flags & POLICY__PDF_EDGE) == 0 && lines_of(pdf, letters, i) > 0) return true;
  }
  return false;
}

/* The part of the first page with letters that are the largest, and more than a word. */
static const policy__pdf_part *largest_part(const policy__pdf *pdf) {
  enum { WORDS = 2, MANY = 60, LETTERS = 8 };
  const policy__pdf_part *found = NULL;
  float size = pdf->size * 1.15F;
  for (size_t i = 0; i < pdf->parts.count; i++) {
    const policy__pdf_part *part = policy__pdf_part_at(pdf, i);
    const policy__pdf_line *line = policy__pdf_line_at(pdf, part->first);
    if (line->page > 0) break;
    bool text = part->kind == POLICY_BLOCK_HEADING || part->kind == POLICY_BLOCK_PARAGRAPH;
    uint32_t words = 0;
    policy__letters letters = {0};
    for (uint32_t n = part->first; n != POLICY_NONE; n = policy__pdf_line_at(pdf, n)->next) {
      words += policy__pdf_line_at(pdf, n)->words;
      policy__letters_add(&letters, policy__pdf_text(pdf, policy__pdf_line_at(pdf, n)));
    }
    if (!text || line->size <= size + 0.5F || words < WORDS || words > MANY || letters.count < LETTERS) continue;
    if (part->first == part->last && !policy__may_be_title(policy__pdf_text(pdf, line))) continue;
    found = part;
    size = line->size;
  }
  return found;
}

static policy_status put_lines(const policy__pdf *pdf, const policy__pdf_part *part, policy_buffer *out) {
  policy_status status = POLICY_OK;
  for (uint32_t n = part->first; n != POLICY_NONE && status == POLICY_OK; n = policy__pdf_line_at(pdf, n)->next) {
    policy_string text = policy__pdf_text(pdf, policy__pdf_line_at(pdf, n));
    if (out->size > 0 && policy__last_point((policy_string){out->data, out->size}) != '-')
      status = policy_buffer_append(out, " ", 1);
    if (status == POLICY_OK) status = policy_buffer_append(out, text.data, text.size);
  }
  return status;
}

policy_status policy__pdf_set_title(const policy__pdf *pdf, policy_builder *builder, policy_error *error) {
  policy_string own = pdf->title;
  bool good = !is_made_up(own) && policy__may_be_title(own);
  if (good && is_printed(pdf, own)) return policy_builder_set(builder, POLICY_FIELD_TITLE, own, error);
  const policy__pdf_part *part = largest_part(pdf);
  if (part == NULL) return good ? policy_builder_set(builder, POLICY_FIELD_TITLE, own, error) : POLICY_OK;
  policy_buffer title = {.allocator = *pdf->allocator};
  policy_status status = put_lines(pdf, part, &title);
  if (status != POLICY_OK) status = policy__fail_plain(error, status);
  else status = policy_builder_set(builder, POLICY_FIELD_TITLE, (policy_string){title.data, title.size}, error);
  policy_buffer_free(&title);
  return status;
}

/* ---- last resorts ---------------------------------------------------------------------------------------- */

/* Whether a block begins with the name: then it is one that the document gives, and no user's of a computer. */
static bool is_signed(const policy_document *document, policy_string name) {
  if (name.size < 3 || !policy__is_person(name)) return false;
  for (uint32_t n = 0; n < policy_document_block_count(document); n++) {
    policy_string block = policy_document_slice(document, policy_block_span(policy_document_block(document, n)));
    if (block.size < name.size || memcmp(block.data, name.data, name.size) != 0) continue;
    if (block.size == name.size || block.data[name.size] == ',' || block.data[name.size] == '\n') return true;
  }
  return false;
}

static bool is_day(policy_string created) {
  enum { DAY = 10 };
  if (created.size < DAY || created.data[4] != '-' || created.data[7] != '-') return false;
  for (size_t i = 0; i < DAY; i++)
    if (i != 4 && i != 7 && (unsigned)(created.data[i] - '0') > 9) return false;
  return true;
}

policy_status policy__pdf_set_file(const policy__pdf *pdf, policy_builder *builder, const policy_document *document,
                                   policy_error *error) {
  policy_status status = POLICY_OK;
  const policy_string day = {pdf->created.data, 10};
  if (is_day(pdf->created) && policy_document_date(document).size == 0)
    status = policy_builder_set(builder, POLICY_FIELD_DATE, day, error);
  if (status == POLICY_OK && policy_document_author_count(document) == 0 && is_signed(document, pdf->author))
    status = policy_builder_set(builder, POLICY_FIELD_AUTHOR, pdf->author, error);
  if (status == POLICY_OK && is_day(pdf->created))
    status = policy__keep_date(builder, POLICY_DATE_CREATED, day, (policy_string){"CreationDate", 12}, error);
  if (status == POLICY_OK && is_day(pdf->modified))
    status = policy__keep_date(builder, POLICY_DATE_MODIFIED, (policy_string){pdf->modified.data, 10},
                               (policy_string){"ModDate", 7}, error);
  return status == POLICY_OK ? policy__keep_chosen(builder, error) : status;
}
