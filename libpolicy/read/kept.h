/* The lists of metadata as readers fill them: each value once, and so many of a list. */
#ifndef POLICY_READ_KEPT_H
#define POLICY_READ_KEPT_H

#include <policy/builder.h>

enum { POLICY__KEPT = 64 }; /* items of a list that a reader keeps */

/* Each adds to a list of the builder what is not there yet; an empty value adds nothing. */
policy_status policy__keep_contributor(policy_builder *builder, policy_contributor_role role, policy_string name,
                                       policy_string affiliation, policy_error *error);

/* `value`: a date as policy__date_write writes it. */
policy_status policy__keep_date(policy_builder *builder, policy_date_kind kind, policy_string value,
                                policy_string source, policy_error *error);

/* `scheme`: the source's word for it, or empty; a form that leaves no doubt goes before it. */
policy_status policy__keep_identifier(policy_builder *builder, policy_string scheme, policy_string value,
                                      policy_error *error);

policy_status policy__keep_subject(policy_builder *builder, policy_string scheme, policy_string code,
                                   policy_string label, policy_error *error);

/* Adds the chosen values: authors, publisher, date, identifier, address and topics. */
policy_status policy__keep_chosen(policy_builder *builder, policy_error *error);

/* The role or kind that a word of the sources stands for: "edt", "editor"; "enactment", "dcterms.issued" by its last
   part. The other one given where the word is none. */
policy_contributor_role policy__role_of_word(policy_string word, policy_contributor_role other);
policy_date_kind policy__date_kind_of_word(policy_string word, policy_date_kind other);

#endif
