/* What of the public interface the languages do not see, each with its reason. The script that compares the
   bindings with the headers reads this file; nothing else may be missing. */

/* References are counted by the languages' own collectors: handles.i. */
%ignore policy_document_ref;
%ignore policy_document_unref;

/* Memory and buffers are what a language has of its own: strings.i. */
%ignore policy_allocator;
%ignore policy_buffer;
%ignore policy_buffer_append;
%ignore policy_buffer_free;

/* Structs that travel as the languages' own values. */
%ignore policy_error;
%ignore policy_limits;
%ignore policy_options;
%ignore policy_string;
%ignore policy_span;
%ignore policy_position;
%ignore policy_box;
%ignore policy_reader; /* readers are functions of C */
%ignore policy_source;
%ignore policy_document_source; /* made of policy_document_block_at and policy_document_source_offset there */

/* The number that stands for "none" never comes out: a part that is none is the language's nothing. */
%ignore POLICY_NONE;

/* policy/builder.h is not included: documents are built from a table or dictionary in the exchange format
   through policy_json_read, under the same rules. */

/* What is counted and freed by the collectors, and structs that travel as the languages' own values. */
%ignore policy_gazetteer_ref;
%ignore policy_gazetteer_unref;
%ignore policy_matcher_free;
%ignore policy_gazetteer_options;
%ignore policy_matcher_options;
%ignore policy_match;
%ignore policy_entry;

/* Other models than the one that the library carries are for C and the command. */
%ignore policy_model_new;
%ignore policy_model_open;
%ignore policy_model_ref;
%ignore policy_model_unref;

/* Scripts are read anew for each thing that is asked of them: scripts.i. */
%ignore policy_igscript;
%ignore policy_igscript_code;
%ignore policy_igscript_code_name;
%ignore policy_igscript_free;
%ignore policy_igscript_parse;
%ignore policy_igscript_print;
%ignore policy_igscript_table;
%ignore policy_igscript_text;
%ignore policy_igscript_tree;
%ignore policy_igscript_warning;
%ignore policy_igscript_warning_at;
%ignore policy_igscript_warning_count;
