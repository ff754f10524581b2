/* Reading Markdown: CommonMark with GitHub's tables, and front matter. */
#ifndef POLICY_READ_MARKDOWN_H
#define POLICY_READ_MARKDOWN_H

#include <policy/read.h>

#include "read/xml_facts.h"

/* See policy__read in formats.h. Markup and the targets of links are no text; items keep their numbers; raw HTML gives
   its text alone. Paragraphs and items of nothing but links are debris. */
policy_builder *policy__read_markdown(const void *bytes, size_t size, const policy_options *options, policy_error *error);

/* Whether a text is Markdown for certain: front matter, or several kinds of its signs. A line that begins with "#" is not
   enough. */
bool policy__is_markdown(const char *bytes, size_t size);

/* The size of the front matter that a text begins with, in YAML between lines of "---" or TOML between lines of "+++"; 0:
   it has none. Collects title, authors, date, tags, language and publisher, unless `collector` is NULL. */
size_t policy__front_matter(policy_string text, policy__collector *collector);

/* Appends a copy of the text in which those paragraphs have no opening brackets that md4c would search for links in
   quadratic time: it walks through all lines of a paragraph for each. Nothing is appended where there is none. */
policy_status policy__markdown_tame(policy_string text, policy_buffer *copy);

#endif
