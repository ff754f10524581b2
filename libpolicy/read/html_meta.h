/* What a page says of itself: metadata from its head, its JSON-LD and its tree. */
#ifndef POLICY_READ_HTML_META_H
#define POLICY_READ_HTML_META_H

#include <policy/builder.h>

#include "read/html_tree.h"
#include "read/isodate.h"

/* Sets the fields of a builder that the page says: title, authors, date, publisher, language, topics, identifier and
   address. Each comes from the first of these that has it: JSON-LD's article, the meta elements of Highwire
   ("citation_"), Open Graph, Dublin Core and others, elements of the text (time, the byline). The date is that of
   publication; only where nothing says that one, the last change. */
policy_status policy__html_meta(const policy__html_tree *tree, policy_builder *builder,
                                const policy_allocator *allocator, policy_error *error);

/* html_values.c: the name in a byline, "By A B | 3 May", "Written by A B"; empty for what is none. */
policy_string policy__html_name(policy_string line);

/* A date as machines write it, "2023-05-01T...", "2023/05/01", "20230501", or as title pages do. */
bool policy__html_date(policy_string text, policy__date *date);

/* A language's tag as BCP 47 has it, "en-US" for "en_US.UTF-8"; its size, 0 for what is none. */
enum { POLICY__HTML_TAG_SIZE = 16 };
size_t policy__html_language(policy_string given, char tag[POLICY__HTML_TAG_SIZE]);

/* "L_2009140EN.xml": no title, though pages have such. */
bool policy__html_is_file(policy_string title);

/* html_title.c: a title without the site's name: `heading` is the page's first one, `site` its name; both may be empty.
   A piece of `title`. */
policy_string policy__html_title(policy_string title, policy_string heading, policy_string site);

/* Whether half of the words of a heading stand in the title: it is the title as the page shows it. */
bool policy__html_agree(policy_string title, policy_string heading);

#endif
