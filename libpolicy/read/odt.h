/* Reading OpenDocument texts. */
#ifndef POLICY_READ_ODT_H
#define POLICY_READ_ODT_H

#include <policy/builder.h>
#include <policy/read.h>

/* See policy__read in formats.h. Deleted text is left out; list items come without their numbers, which the file does not
   hold. Places are XPaths in content.xml. */
policy_builder *policy__read_odt(const void *bytes, size_t size, const policy_options *options, policy_error *error);

#endif
