/* Reading HTML: bytes to a page, its tree, its main text, blocks and metadata. */
#include "read/html.h"

#include <string.h>

#include "base/memory.h"
#include "base/status.h"
#include "model/builder.h"
#include "read/formats.h"
#include "read/html_blocks.h"
#include "read/html_meta.h"
#include "read/metadata.h"
#include "text/utf8.h"

/* ---- the charset that a page declares --------------------------------------------------------------------- */

/* The value of the first "charset" in the first kilobytes, where it has to stand (HTML 13.2.3.2); "" for none. */
static void find_charset(const char *bytes, size_t size, char name[POLICY__CHARSET_SIZE]) {
  enum { HEAD = 4096 };
  static const char keys[2][10] = {"charset=", "encoding="};
  size_t end = size < HEAD ? size : HEAD;
  bool xml = size > 5 && memcmp(bytes, "<?xml", 5) == 0;
  name[0] = '\0';
  for (int k = 0; k <= (int)xml && name[0] == '\0'; k++)
    for (size_t i = 0, length = strlen(keys[k]); i + length < end; i++) {
      if (!policy__html_is((policy_string){bytes + i, length}, keys[k])) continue;
      char type[16 + POLICY__CHARSET_SIZE] = "charset=";
      size_t value = i + length, room = sizeof type - 9;
      size_t most = end - value < room ? end - value : room;
      for (size_t c = 0; c < most && bytes[value + c] != '>' && bytes[value + c] != '\0'; c++)
        type[8 + c] = bytes[value + c];
      policy__charset_of_type(type, name);
      break;
    }
}

/* ---- the reader ------------------------------------------------------------------------------------------ */

/* A page that is being read. */
typedef struct reading {
  policy__memory memory; /* of all that is made on the way to a builder */
  policy__decoded decoded;
  policy_buffer cleaned;
  bool xml;     /* the caller says so */
  policy__html_page page;
  policy__html_tree tree;
  policy__composer composer;
} reading;

/* Bytes with a mark may be anything: they are cleaned, where they are not clean. */
static policy_status clean_marked(reading *r) {
  policy__cleaning cleaning = {0};
  policy__decoded *decoded = &r->decoded;
  if (!decoded->charset.as_is || decoded->charset.reason != POLICY__CHARSET_MARK) return POLICY_OK;
  policy_status status =
      policy__utf8_clean(decoded->data, decoded->size, &r->cleaned, &decoded->map, &cleaning);
  if (status == POLICY_OK && cleaning.replaced > 0) {
    decoded->data = r->cleaned.data != NULL ? r->cleaned.data : "";
    decoded->size = r->cleaned.size;
  } else decoded->map.count = 0;
  return status;
}

static policy_status make_text(reading *r, const policy_limits *limits) {
  const policy_allocator *allocator = &r->memory.allocator;
  policy_status status = clean_marked(r);
  if (status != POLICY_OK) return status;
  const policy_string source = {r->decoded.data, r->decoded.size};
  policy__html_page_init(&r->page, source, limits, allocator);
  r->page.xml = r->xml || (source.size > 5 && memcmp(source.data, "<?xml", 5) == 0);
  policy__compose_init(&r->composer, limits, allocator);
  status = policy__html_scan(&r->page);
  if (status == POLICY_OK) status = policy__html_tree_make(&r->tree, &r->page, allocator);
  if (status != POLICY_OK) return status;
  policy__html_measure(&r->tree);
  status = policy__html_mark_notes(&r->tree, allocator);
  if (status != POLICY_OK) return status;
  policy__html_find_main(&r->tree);
  return policy__html_compose(&r->tree, &r->composer, allocator);
}

static policy_builder *make_builder(reading *r, const void *bytes, size_t size, const policy_options *options,
                                    policy_error *error) {
  policy_limits limits = policy__limits_fill(options->limits, size);
  policy_status status = make_text(r, &limits);
  if (status != POLICY_OK) {
    if (status == POLICY_ERROR_NO_MEMORY) (void)policy__memory_fail(&r->memory, error);
    else (void)policy__fail_plain(error, status);
    return NULL;
  }
  policy_builder *builder = policy__compose_finish(&r->composer, bytes, size, options, error);
  if (builder == NULL) return NULL;
  if (r->page.cut)
    status = policy_builder_add_warning(
        builder, "elements", "the page has too many elements; the last ones make no structure", (policy_span){0, 0}, error);
  if (status == POLICY_OK) status = policy__decoded_note(&r->decoded, builder, error);
  if (status == POLICY_OK) status = policy__html_meta(&r->tree, builder, &r->memory.allocator, error);
  if (status == POLICY_OK) status = policy__read_metadata(builder, policy__builder_allocator(builder), error);
  if (status == POLICY_OK) return builder;
  policy__builder_settle(builder, status, error);
  policy_builder_free(builder);
  return NULL;
}

policy_builder *policy__read_html(const void *bytes, size_t size, const policy_options *options, policy_error *error) {
  char declared[POLICY__CHARSET_SIZE];
  policy_builder *builder = NULL;
  policy_limits limits = policy__limits_fill(options->limits, size);
  reading r = {0};
  policy__memory_init(&r.memory, options->allocator, limits.memory);
  r.cleaned.allocator = r.memory.allocator;
  r.xml = options->media_type != NULL && policy__format_is(options->media_type, "application/xhtml+xml");
  policy__array_init(&r.tree.nodes, &r.memory.allocator, 1, 0);
  policy__html_page_init(&r.page, (policy_string){"", 0}, &limits, &r.memory.allocator);
  policy__compose_init(&r.composer, &limits, &r.memory.allocator);
  find_charset(bytes, size, declared);
  if (policy__decode(bytes, size, declared, options, &r.decoded, error) == POLICY_OK)
    builder = make_builder(&r, bytes, size, options, error);
  policy__compose_free(&r.composer);
  policy__html_tree_free(&r.tree);
  policy__html_page_free(&r.page);
  policy_buffer_free(&r.cleaned);
  policy__decoded_free(&r.decoded);
  return builder;
}
