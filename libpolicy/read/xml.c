/* XML through libxml2's SAX, without name spaces: what it does per name space and per attribute is not linear. */
#include "read/xml.h"

#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include "base/array.h"
#include "base/equal.h"
#include "base/status.h"
#include "text/utf8.h"

enum {
  DEPTH = 256,          /* libxml2 refuses more without its option for huge files */
  ENTITIES = 256,       /* that a document declares; later ones are unknown */
  ENTITY = 4096,        /* bytes of one; a longer one is unknown */
  EXPANSION = 64 << 10, /* bytes that entities may make up whatever the size of the source */
  QUOTED = 60           /* bytes of libxml2's message in ours */
};

/* An entity that the document declares, whose text is its own: spans in `door.kept`. */
typedef struct kept_entity {
  policy_span name, value;
} kept_entity;

typedef struct door {
  xmlParserCtxtPtr parser;
  const char *bytes;
  size_t size, given;
  const policy__xml_handler *handler;
  policy__xml_oddities *oddities;
  policy_error error; /* words for the status, where there are better ones than its own */
  policy_status status;
  uint32_t depth, ceiling;
  uint64_t expanded;
  policy__array entities; /* of kept_entity */
  policy_buffer kept;
  xmlEntity entity; /* the last that was asked for */
  char named[5];
} door;

static policy_string string_of(const xmlChar *text) {
  return text != NULL ? (policy_string){(const char *)text, strlen((const char *)text)} : (policy_string){"", 0};
}

/* Ends the parsing. */
static void stop(door *d, policy_status status) {
  if (status == POLICY_OK || d->status != POLICY_OK) return;
  d->status = status;
  if (d->parser != NULL) xmlStopParser(d->parser);
}

static uint64_t line_of(const door *d) {
  return d->parser != NULL && d->parser->input != NULL ? (uint64_t)d->parser->input->line : 0;
}

/* Bytes that were read. */
static uint64_t offset_of(const door *d) {
  long consumed = d->parser != NULL && d->parser->input != NULL ? xmlByteConsumed(d->parser) : 0;
  return consumed < 0 ? 0 : (uint64_t)consumed > d->size ? d->size : (uint64_t)consumed;
}

/* Ends the parsing where there are too many different names. */
static bool check_names(door *d) {
  if (d->status != POLICY_OK || xmlDictSize(d->parser->dict) <= (int)POLICY_LIMIT_XML_NAMES) return d->status == POLICY_OK;
  stop(d, policy__fail(&d->error, POLICY_ERROR_LIMIT, offset_of(d), "line %llu: more than %u different names",
                       (unsigned long long)line_of(d), POLICY_LIMIT_XML_NAMES));
  return false;
}

/* ---- elements and text ----------------------------------------------------------------------------------- */

static policy_string local_name(policy_string name, policy_string *prefix) {
  const char *colon = memchr(name.data, ':', name.size);
  *prefix = (policy_string){"", 0};
  if (colon == NULL) return name;
  *prefix = (policy_string){name.data, (size_t)(colon - name.data)};
  return (policy_string){colon + 1, name.size - prefix->size - 1};
}

static void on_begin(void *context, const xmlChar *name, const xmlChar **attributes) {
  door *d = context;
  if (!check_names(d)) return;
  if (++d->depth > d->ceiling) {
    stop(d, policy__fail(&d->error, POLICY_ERROR_LIMIT, offset_of(d), "line %llu: elements nest deeper than %u",
                         (unsigned long long)line_of(d), d->ceiling));
    return;
  }
  policy__xml_element element = {.depth = d->depth, .source = offset_of(d), .attributes = attributes};
  element.name = local_name(string_of(name), &element.prefix);
  if (d->handler->begin != NULL) stop(d, d->handler->begin(d->handler->context, &element));
}

static void on_end(void *context, const xmlChar *name) {
  door *d = context;
  policy_string prefix;
  if (d->status != POLICY_OK) return;
  d->depth--;
  if (d->handler->end != NULL) stop(d, d->handler->end(d->handler->context, local_name(string_of(name), &prefix)));
}

/* Where a piece that the parser is about to leave, or has just left, stands in the source. */
static uint64_t find_source(const door *d, const char *piece, size_t size) {
  uint64_t at = offset_of(d);
  /* The parser stands behind the piece, or behind the "]]>" that ends it, or before its last character. */
  static const size_t behind[] = {4, 7, 3, 2, 1, 0};
  bool here = d->parser->input != NULL && (const char *)d->parser->input->cur == piece;
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
    uint64_t begin = here ? at : at + 4 - behind[i] - size; /* 4, lest it be negative */
    if (!here && at + 4 < behind[i] + size) continue;
    if (begin + size <= d->size && memcmp(d->bytes + begin, piece, size) == 0) return begin;
    if (here) break;
  }
  return UINT64_MAX;
}

static void on_text(void *context, const xmlChar *text, int size) {
  door *d = context;
  d->parser->wellFormed = 1; /* a forbidden character does not stop the references that follow */
  if (d->status != POLICY_OK || size <= 0 || d->handler->text == NULL) return;
  policy_string piece = {(const char *)text, (size_t)size};
  stop(d, d->handler->text(d->handler->context, piece, find_source(d, piece.data, piece.size)));
}

/* ---- entities -------------------------------------------------------------------------------------------- */

/* The character that a reference to a number or to one of XML's own entities stands for, in an entity's text. Returns
   its bytes and moves behind it; 0: it is something else. */
static size_t own_reference(const char **at, char utf8[4]) {
  static const struct {
    const char *reference;
    char character;
  } own[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
    size_t size = strlen(own[i].reference);
    if (strncmp(*at, own[i].reference, size) != 0) continue;
    *at += size;
    return utf8[0] = own[i].character, 1;
  }
  if (strncmp(*at, "&#", 2) != 0) return 0;
  const char *digit = *at + 2;
  uint32_t point = 0, base = *digit == 'x' ? 16 : 10;
  if (base == 16) digit++;
  for (; *digit != ';'; digit++) {
    uint32_t value = *digit >= '0' && *digit <= '9'   ? (uint32_t)(*digit - '0')
                     : *digit >= 'a' && *digit <= 'f' ? (uint32_t)(*digit - 'a' + 10)
                     : *digit >= 'A' && *digit <= 'F' ? (uint32_t)(*digit - 'A' + 10)
                                                      : 16;
    if (value >= base || (point = point * base + value) > 0x10FFFF) return 0;
  }
  if (point < 0x20 || (point >= 0xD800 && point < 0xE000)) return 0;
  *at = digit + 1;
  return policy__utf8_write(point, utf8);
}

/* Appends the text of an entity. False where it holds markup or other entities, which stay unknown. */
static bool keep_text(door *d, const char *at) {
  policy_status status = POLICY_OK;
  while (*at != '\0' && *at != '<' && status == POLICY_OK) {
    char utf8[4] = {*at};
    size_t size = 1;
    if (*at != '&') at++;
    else size = own_reference(&at, utf8);
    if (size == 0) return false;
    status = policy_buffer_append(&d->kept, utf8, size);
  }
  stop(d, status);
  return *at == '\0' && status == POLICY_OK;
}

static void on_entity(void *context, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
                      xmlChar *content) {
  door *d = context;
  policy_string own = string_of(name), text = string_of(content);
  kept_entity entity = {.name = {(uint32_t)d->kept.size, (uint32_t)(d->kept.size + own.size)}};
  policy_status status = POLICY_OK;
  (void)public_id, (void)system_id;
  if (!check_names(d) || type != XML_INTERNAL_GENERAL_ENTITY) return;
  if (d->entities.count == ENTITIES || own.size + text.size > ENTITY) return;
  stop(d, policy_buffer_append(&d->kept, own.data, own.size));
  entity.value.begin = entity.name.end;
  if (d->status != POLICY_OK || !keep_text(d, text.data)) return;
  entity.value.end = (uint32_t)d->kept.size;
  stop(d, policy_buffer_append(&d->kept, "", 1));
  kept_entity *place = d->status == POLICY_OK ? policy__array_push(&d->entities, &status) : NULL;
  if (place != NULL) *place = entity;
  stop(d, status);
}

/* The text of an entity, with a NUL behind it. */
static policy_string find_entity(door *d, policy_string name) {
  for (size_t i = 0; i < d->entities.count; i++) {
    const kept_entity *entity = POLICY__AT(&d->entities, kept_entity, i);
    policy_string own = {d->kept.data + entity->name.begin, entity->name.end - entity->name.begin};
    if (policy__equal(own, name))
      return (policy_string){d->kept.data + entity->value.begin, entity->value.end - entity->value.begin};
  }
  return (policy_string){d->named, policy__xml_named(name, d->named)};
}

/* Hands an entity to the parser as if it were one of XML's own, whose text is taken as it is. */
static xmlEntityPtr on_reference(void *context, const xmlChar *name) {
  door *d = context;
  if (!check_names(d) || d->parser->inSubset != 0) return NULL;
  policy_string text = find_entity(d, string_of(name));
  if (text.size == 0) {
    d->oddities->unknown_entities++;
    text.data = ""; /* with none at all, the parser would give up all references that follow */
  }
  d->expanded += text.size;
  if (d->expanded > d->size && d->expanded > EXPANSION) {
    stop(d, policy__fail(&d->error, POLICY_ERROR_LIMIT, offset_of(d), "line %llu: entities make up more than the source",
                         (unsigned long long)line_of(d)));
    return NULL;
  }
  memset(&d->entity, 0, sizeof d->entity);
  d->entity.type = XML_ENTITY_DECL;
  d->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  d->entity.name = name;
  d->entity.content = d->entity.orig = (xmlChar *)(uintptr_t)text.data;
  d->entity.length = (int)text.size;
  return &d->entity;
}

/* Declarations and instructions only count. */
static void on_attribute(void *context, const xmlChar *element, const xmlChar *name, int type, int given,
                         const xmlChar *value, xmlEnumerationPtr list) {
  (void)element, (void)name, (void)type, (void)given, (void)value;
  xmlFreeEnumeration(list);
  (void)check_names(context);
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data) {
  (void)target, (void)data;
  (void)check_names(context);
}

static void on_element(void *context, const xmlChar *name, int type, xmlElementContentPtr content) {
  (void)name, (void)type, (void)content;
  (void)check_names(context);
}

static void on_notation(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
  (void)name, (void)public_id, (void)system_id;
  (void)check_names(context);
}

/* ---- errors ---------------------------------------------------------------------------------------------- */

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_pointer;
#else
typedef xmlErrorPtr error_pointer;
#endif

/* Bytes of a piece of libxml2's message, up to `end`, that ours takes in: whole characters. */
static int piece_size(const char *words, const char *end) {
  size_t size = end != NULL ? (size_t)(end - words) : strcspn(words, "\n");
  if (size > QUOTED) size = QUOTED;
  while (size > 0 && ((unsigned char)words[size] & 0xC0) == 0x80) size--;
  return (int)size;
}

static void on_error(void *context, error_pointer e) {
  door *d = context;
  if (d->status != POLICY_OK || e == NULL) return;
  if (e->code == XML_ERR_NO_MEMORY) {
    stop(d, policy__fail_plain(&d->error, POLICY_ERROR_NO_MEMORY));
    return;
  }
  d->oddities->bad_characters += e->code == XML_ERR_INVALID_CHAR;
  if (e->level != XML_ERR_FATAL || e->code == XML_ERR_INVALID_CHAR || e->code == XML_ERR_UNDECLARED_ENTITY) return;
  const char *words = e->message != NULL ? e->message : "not well-formed";
  const char *nowhere = strstr(words, " line 0"); /* it does not know where the element began */
  const char *rest = nowhere != NULL ? nowhere + 7 : "";
  stop(d, policy__fail(&d->error, POLICY_ERROR_FORMAT, offset_of(d), "line %llu: the XML is broken: %.*s%.*s",
                       (unsigned long long)line_of(d), piece_size(words, nowhere), words, piece_size(rest, NULL), rest));
}

/* ---- what would not be linear ---------------------------------------------------------------------------- */

/* The end of a tag that begins at `at`, or NULL; counts its values in quotes. */
static const char *end_of_tag(const char *at, const char *end, size_t *quotes) {
  *quotes = 0;
  for (; at < end && *at != '>' && *at != '<'; at++) {
    if (*at != '"' && *at != '\'') continue;
    at = memchr(at + 1, *at, (size_t)(end - at) - 1);
    if (at == NULL) return NULL;
    ++*quotes;
  }
  return at;
}

static const char *behind(const char *at, const char *end, const char *mark) {
  size_t size = strlen(mark);
  for (; (at = memchr(at, *mark, (size_t)(end - at))) != NULL; at++)
    if ((size_t)(end - at) >= size && memcmp(at, mark, size) == 0) return at + size;
  return NULL;
}

/* Refuses elements with too many attributes before libxml2 sees them. Broken markup ends the search: it ends the
   parsing, too. */
static policy_status check_tags(const char *bytes, size_t size, policy_error *error) {
  const char *end = bytes + size;
  for (const char *at = bytes; at != NULL && (at = memchr(at, '<', (size_t)(end - at))) != NULL;) {
    size_t left = (size_t)(end - at), quotes = 0;
    const char *tag = at;
    if (left >= 4 && memcmp(at, "<!--", 4) == 0) at = behind(at + 4, end, "-->");
    else if (left >= 9 && memcmp(at, "<![CDATA[", 9) == 0) at = behind(at + 9, end, "]]>");
    else if (left >= 2 && at[1] == '?') at = behind(at + 2, end, "?>");
    else
      at = end_of_tag(at + 1, end, &quotes);
    if (quotes > POLICY_LIMIT_XML_ATTRIBUTES)
      return policy__fail(error, POLICY_ERROR_LIMIT, (uint64_t)(tag - bytes), "an element has more than %u attributes",
                          POLICY_LIMIT_XML_ATTRIBUTES);
  }
  return POLICY_OK;
}

/* A copy with a NUL behind it, which the parser needs, and spaces for forbidden characters, so that offsets stay. */
static policy_status copy_without_forbidden(const char *bytes, size_t size, policy_buffer *copy, uint32_t *count) {
  policy_status status = policy_buffer_append(copy, bytes, size);
  for (size_t i = 0; i < size && status == POLICY_OK; i++) {
    unsigned char c = (unsigned char)bytes[i];
    bool control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
    bool none = c == 0xEF && size - i >= 3 && memcmp(bytes + i, "\xEF\xBF", 2) == 0 && (unsigned char)bytes[i + 2] >= 0xBE;
    if (!control && !none) continue;
    memset(copy->data + i, ' ', none ? 3 : 1);
    ++*count;
  }
  return status;
}

/* ---- parsing --------------------------------------------------------------------------------------------- */

static const xmlSAXHandler handlers = {
    .initialized = 1, /* not XML_SAX2_MAGIC: elements come with their names as written */
    .startElement = on_begin,
    .endElement = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .entityDecl = on_entity,
    .getEntity = on_reference,
    .attributeDecl = on_attribute,
    .elementDecl = on_element,
    .notationDecl = on_notation,
    .processingInstruction = on_instruction,
};

/* Hands the next bytes to the parser. */
static int give(void *context, char *room, int size) {
  door *d = context;
  size_t left = d->size - d->given;
  size_t count = left < (size_t)size ? left : (size_t)size;
  memcpy(room, d->bytes + d->given, count);
  d->given += count;
  return (int)count;
}

/* A parser for the bytes, or NULL. Piece by piece, as libxml2's own function for bytes loses memory where it gets none.
 */
static xmlParserCtxtPtr new_parser(door *d) {
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  xmlParserInputBufferPtr buffer =
      parser != NULL ? xmlParserInputBufferCreateIO(give, NULL, d, XML_CHAR_ENCODING_NONE) : NULL;
  xmlParserInputPtr input = buffer != NULL ? xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE) : NULL;
  if (input != NULL && inputPush(parser, input) >= 0) return parser;
  if (input != NULL) xmlFreeInputStream(input);
  else if (buffer != NULL)
    xmlFreeParserInputBuffer(buffer);
  if (parser != NULL) xmlFreeParserCtxt(parser);
  return NULL;
}

/* A parser of this kind tells its errors to the thread: the receiver that an application has set is put aside meanwhile.
 */
static void run(door *d) {
  xmlStructuredErrorFunc receiver = xmlStructuredError;
  void *receiver_context = xmlStructuredErrorContext;
  xmlSetStructuredErrorFunc(d, on_error);
  xmlParserCtxtPtr parser = new_parser(d);
  if (parser != NULL) {
    d->parser = parser;
    *parser->sax = handlers;
    parser->userData = d;
    (void)xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    (void)xmlParseDocument(parser);
    if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
  } else
    stop(d, POLICY_ERROR_NO_MEMORY);
  d->parser = NULL;
  xmlResetLastError();
  xmlSetStructuredErrorFunc(receiver_context, receiver);
}

policy_status policy__xml_parse(const char *bytes, size_t size, const policy_limits *limits,
                                const policy_allocator *allocator, const policy__xml_handler *handler,
                                policy__xml_oddities *oddities, policy_error *error) {
  if (size > INT_MAX) return policy__fail(error, POLICY_ERROR_LIMIT, 0, "XML of more than %d bytes", INT_MAX);
  if (size == 0) return policy__fail(error, POLICY_ERROR_FORMAT, 0, "the XML is empty");
  policy_buffer copy = {.allocator = *allocator, .ceiling = SIZE_MAX};
  policy_status status = check_tags(bytes, size, error);
  if (status != POLICY_OK) return status;
  status = copy_without_forbidden(bytes, size, &copy, &oddities->bad_characters);
  if (status != POLICY_OK) return policy__fail_plain(error, status);
  door d = {.bytes = copy.data, .size = size, .handler = handler, .oddities = oddities};
  d.ceiling = limits->depth < DEPTH / 4 ? limits->depth * 4 : DEPTH;
  d.kept.allocator = *allocator;
  policy__array_init(&d.entities, allocator, sizeof(kept_entity), ENTITIES);
  xmlInitParser();
  errno = 0;
  run(&d);
  /* Where libxml2 gets no memory for a name, it takes the name for a missing one. */
  if (errno == ENOMEM && (d.status == POLICY_OK || d.status == POLICY_ERROR_FORMAT))
    d.status = POLICY_ERROR_NO_MEMORY;
  policy__array_free(&d.entities);
  policy_buffer_free(&d.kept);
  policy_buffer_free(&copy);
  if (d.status == POLICY_OK) return POLICY_OK;
  if (d.error.code != d.status) policy__fail_plain(&d.error, d.status);
  if (error != NULL) *error = d.error;
  return d.status;
}

/* ---- attributes ------------------------------------------------------------------------------------------ */

policy_string policy__xml_attribute(const policy__xml_element *element, const char *name) {
  bool prefixed = strchr(name, ':') != NULL;
  for (const xmlChar *const *at = element->attributes; at != NULL && *at != NULL; at += 2) {
    policy_string whole = string_of(at[0]), prefix, local = local_name(whole, &prefix);
    if (policy__equal_word(prefixed ? whole : local, name) && !policy__equal_word(prefix, "xmlns"))
      return string_of(at[1]);
  }
  return (policy_string){"", 0};
}

bool policy__xml_attribute_holds(const policy__xml_element *element, const char *name, const char *word) {
  for (const xmlChar *const *at = element->attributes; at != NULL && *at != NULL; at += 2)
    if (strncmp((const char *)at[0], name, strlen(name)) == 0 && at[1] != NULL &&
        strstr((const char *)at[1], word) != NULL)
      return true;
  return false;
}
