/* A document as a page of the web, for people to read. */
#ifndef POLICY_HTML_H
#define POLICY_HTML_H

#include <policy/memory.h>
#include <policy/recommendation.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Appends one page of HTML in UTF-8 that needs nothing else: no scripts, and nothing is fetched. It shows the
   text by its blocks with recommendations, measures, actors and times marked, each with a title that explains
   it, and beside it what the document asks of whom, linked to the places. Where the source has pages, those
   with recommendations are pictures in it (policy/svg.h), each shown when a link to it is followed. Boilerplate
   is dim, longer runs of it are folded. All that comes from the document is escaped. On failure the buffer is
   as it was. */
POLICY_API policy_status policy_html_write(const policy_document *document, policy_buffer *buffer, policy_error *error);

#ifdef __cplusplus
}
#endif

#endif
