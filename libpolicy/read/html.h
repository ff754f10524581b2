/* Reading HTML. */
#ifndef POLICY_READ_HTML_H
#define POLICY_READ_HTML_H

#include <policy/builder.h>
#include <policy/read.h>

/* Makes a builder from a page: see policy__read in formats.h. */
policy_builder *policy__read_html(const void *bytes, size_t size, const policy_options *options, policy_error *error);

#endif
