/* Documents in every format that the command writes. */
#ifndef POLICY_TOOL_RENDER_H
#define POLICY_TOOL_RENDER_H

#include "settings.h"

/* How a summary looks: the rest of the settings is known. */
struct look {
  bool colour;
  unsigned width;
};

/* Appends the document in the format of the settings. */
policy_status render(const struct settings *settings, struct look look, const policy_document *document,
                     policy_buffer *bytes, policy_error *error);

#endif
