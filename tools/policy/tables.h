/* Documents as tables. */
#ifndef POLICY_TOOL_TABLES_H
#define POLICY_TOOL_TABLES_H

#include <policy.h>

/* Append the recommendations, or the actors, as CSV (RFC 4180, in UTF-8); and the line of names that stands before
   those of all documents. */
policy_status write_csv_head(bool actors, policy_buffer *bytes);
policy_status write_recommendations_csv(const policy_document *document, policy_buffer *bytes);
policy_status write_actors_csv(const policy_document *document, policy_buffer *bytes);

/* Appends the actors as lines for people, the columns below each other. */
policy_status write_actors_text(const policy_document *document, policy_buffer *bytes);

#endif
