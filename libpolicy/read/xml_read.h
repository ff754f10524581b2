/* Reading XML: laws and bills in Akoma Ntoso and USLM, TEI, JATS, Formex, and whatever else has text in elements. */
#ifndef POLICY_READ_XML_READ_H
#define POLICY_READ_XML_READ_H

#include <policy/read.h>

#include "read/compose.h"
#include "read/odt_styles.h"
#include "read/xml.h"

/* See policy__read in formats.h. Places are eIds and ids, else XPaths. */
policy_builder *policy__read_xml(const void *bytes, size_t size, const policy_options *options, policy_error *error);

/* Composes the text of XML in UTF-8 into a composer, for readers whose sources hold XML. `place` stands before the
   places ("chapter1.xhtml"). `styles`: of an OpenDocument, whose counters go on; else NULL. */
policy_status policy__xml_compose(policy__composer *composer, policy_string xml, const char *place,
                                  policy__odt_styles *styles, const policy_limits *limits,
                                  const policy_allocator *allocator, policy_error *error);

#endif
