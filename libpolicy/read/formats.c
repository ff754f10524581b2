/* The table of readers. */
#include "read/formats.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/status.h"
#include "model/builder.h"
#include "read/conllu.h"
#include "read/pdf.h"
#include "read/html.h"
#include "read/docx.h"
#include "read/epub.h"
#include "read/markdown.h"
#include "read/odt.h"
#include "read/plain.h"
#include "read/xml_read.h"
#include "text/charset_map.h"

static const struct {
  const char *media_type;
  policy__read *read;
} formats[] = {
    {"text/plain", policy__read_plain},
    {"text/markdown", policy__read_markdown},
    {"text/x-conllu", policy__read_conllu},
    {"application/pdf", policy__read_pdf},
    {"text/html", policy__read_html},
    {"application/xhtml+xml", policy__read_html},
    {"application/xml", policy__read_xml},
    {"text/xml", policy__read_xml},
    {"application/akn+xml", policy__read_xml},
    {"application/tei+xml", policy__read_xml},
    {"application/jats+xml", policy__read_xml},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", policy__read_docx},
    {"application/vnd.ms-word.document.macroenabled.12", policy__read_docx},
    {"application/vnd.oasis.opendocument.text", policy__read_odt},
    {"application/vnd.oasis.opendocument.text-template", policy__read_odt},
    {"application/epub+zip", policy__read_epub},
};

bool policy__format_is(const char *media_type, const char *type) {
  for (; *type != '\0'; media_type++, type++)
    if ((*media_type >= 'A' && *media_type <= 'Z' ? *media_type + ('a' - 'A') : *media_type) != *type) return false;
  media_type += strspn(media_type, " \t");
  return *media_type == '\0' || *media_type == ';';
}

policy__read *policy__format_find(const char *media_type, const char **known) {
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    if (!policy__format_is(media_type, formats[i].media_type)) continue;
    *known = formats[i].media_type;
    return formats[i].read;
  }
  return NULL;
}

/* ---- charsets ---------------------------------------------------------------------------------------------- */

policy_status policy__decode(const void *bytes, size_t size, const char *declared, const policy_options *options,
                             policy__decoded *decoded, policy_error *error) {
  policy_limits limits = policy__limits_fill(options->limits, size);
  char named[POLICY__CHARSET_SIZE];
  *decoded = (policy__decoded){.data = bytes, .size = size};
  if (options->allocator != NULL) decoded->buffer.allocator = *options->allocator;
  decoded->buffer.ceiling = (size_t)(limits.memory / 4);
  policy__array_init(&decoded->map, options->allocator != NULL ? options->allocator : &policy__malloc_allocator,
                     sizeof(policy__source_run), UINT32_MAX - 1);
  policy_status status = policy__source_check(bytes, size, &limits, error);
  if (status != POLICY_OK) return status;
  policy__charset_of_type(options->media_type, named);
  if (strcmp(named, "utf-8") == 0) { /* the caller knows; bad bytes become U+FFFD */
    decoded->charset = (policy__charset){"utf-8", POLICY__CHARSET_DECLARED, true, 0.9};
    return POLICY_OK;
  }
  status = policy__charset_decode(bytes, size, named[0] != '\0' ? named : declared,
                                  &decoded->buffer, &decoded->map, &decoded->charset);
  if (status != POLICY_OK) return policy__fail_plain(error, status);
  if (decoded->charset.as_is) return POLICY_OK;
  decoded->data = decoded->buffer.data != NULL ? decoded->buffer.data : "";
  decoded->size = decoded->buffer.size;
  return POLICY_OK;
}

void policy__decoded_free(policy__decoded *decoded) {
  policy_buffer_free(&decoded->buffer);
  policy__array_free(&decoded->map);
}

uint64_t policy__decoded_source(const policy__decoded *decoded, uint64_t at) {
  const policy_string text = {decoded->data, decoded->size};
  if (at >= UINT32_MAX) return at;
  return policy__map_source(&decoded->map, policy__map_find(&decoded->map, at), text, (uint32_t)at);
}

policy_status policy__decoded_note(const policy__decoded *decoded, policy_builder *builder, policy_error *error) {
  const policy__charset *charset = &decoded->charset;
  char message[POLICY_MESSAGE_SIZE];
  const char *why = charset->reason == POLICY__CHARSET_MIXED
                        ? "the source is %s with stray bytes, which were read as windows-1252"
                        : "the charset %s was guessed from the bytes";
  static const policy_charset_source sources[] = {[POLICY__CHARSET_MARK] = POLICY_CHARSET_BOM,
                                                  [POLICY__CHARSET_VALID] = POLICY_CHARSET_VALID_UTF8,
                                                  [POLICY__CHARSET_DECLARED] = POLICY_CHARSET_DECLARED,
                                                  [POLICY__CHARSET_MIXED] = POLICY_CHARSET_DETECTED,
                                                  [POLICY__CHARSET_GUESSED] = POLICY_CHARSET_DETECTED};
  policy__builder_charset(builder, sources[charset->reason], charset->confidence);
  const policy_string text = {decoded->data, decoded->size};
  policy_status status = policy__builder_decoded(builder, text, &decoded->map, error);
  if (status != POLICY_OK) return status;
  status =
      policy_builder_set(builder, POLICY_FIELD_CHARSET, (policy_string){charset->name, strlen(charset->name)}, error);
  if (charset->reason != POLICY__CHARSET_MIXED && charset->reason != POLICY__CHARSET_GUESSED) return status;
  (void)snprintf(message, sizeof message, why, charset->name);
  if (status != POLICY_OK) return status;
  return policy_builder_add_warning(builder, "charset", message, (policy_span){0, 0}, error);
}
