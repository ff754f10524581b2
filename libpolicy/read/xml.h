/* The one door to libxml2: XML as a run of beginnings, texts and ends. No DTD is loaded, no external entity, nothing
   over the network. */
#ifndef POLICY_READ_XML_H
#define POLICY_READ_XML_H

#include <stdbool.h>

#include <policy/limits.h>
#include <policy/memory.h>
#include <policy/text.h>

/* An element that begins. All is borrowed until the call that it was given to returns. */
typedef struct policy__xml_element {
  policy_string name;   /* without prefix: "section" */
  policy_string prefix; /* "akn", or "" */
  uint32_t depth;       /* from 1, that of the root */
  uint64_t source;      /* about where it stands in the bytes */
  const void *attributes;
} policy__xml_element;

/* Who takes in what is read. A status other than POLICY_OK ends the reading with it. `source` is the offset of the
   piece in the bytes that are read, where it stands there as it is; UINT64_MAX where it does not. Any of the functions
   may be NULL. */
typedef struct policy__xml_handler {
  void *context;
  policy_status (*begin)(void *context, const policy__xml_element *element);
  policy_status (*text)(void *context, policy_string piece, uint64_t source);
  policy_status (*end)(void *context, policy_string name);
} policy__xml_handler;

/* What was odd in XML that was read all the same. */
typedef struct policy__xml_oddities {
  uint32_t unknown_entities; /* left out */
  uint32_t bad_characters;   /* left out */
} policy__xml_oddities;

/* The value of an attribute by its name, without or with its prefix ("lang", "xml:lang"); empty: there is none. */
policy_string policy__xml_attribute(const policy__xml_element *element, const char *name);

/* Whether some attribute whose name begins with `name` holds `word` in its value: "xmlns", "uslm". */
bool policy__xml_attribute_holds(const policy__xml_element *element, const char *name, const char *word);

/* Reads XML in UTF-8, whatever its declaration says. FORMAT with the line and the offset where it is not well-formed;
   LIMIT where elements nest deeper than four times limits.depth (at most 256), where one has more than
   POLICY_LIMIT_XML_ATTRIBUTES attributes, where there are more than POLICY_LIMIT_XML_NAMES names, or where entities make
   up more than the source. Linear. */
policy_status policy__xml_parse(const char *bytes, size_t size, const policy_limits *limits,
                                const policy_allocator *allocator, const policy__xml_handler *handler,
                                policy__xml_oddities *oddities, policy_error *error);

enum { POLICY__XML_NAME = 64 };

/* The charset that an XML declaration names; "" when there is none. */
void policy__xml_charset(const char *bytes, size_t size, char name[POLICY__XML_NAME]);

/* The name of the root element without prefix, as far as the first bytes tell; empty: none is there. */
policy_string policy__xml_root(const char *bytes, size_t size);

/* The character of an entity that HTML and many DTDs name: "nbsp", "eacute". Bytes in UTF-8; 0: unknown. */
size_t policy__xml_named(policy_string name, char utf8[5]);

#endif
