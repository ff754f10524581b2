/* IG Script, the notation of the Institutional Grammar 2.0: reading, checking and writing it. */
#ifndef POLICY_IGSCRIPT_H
#define POLICY_IGSCRIPT_H

#include <policy/read.h>
#include <policy/statement.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Appends one statement as IG Script: its components in the order of the text with the words between them,
   then the inferred ones in brackets: "A(Japan) D(should) I(support) ... A([Commission])". Brackets inside
   the text, which IG Script cannot escape, are written as their look-alikes U+2768 to U+2775. A null
   statement appends nothing. */
POLICY_API policy_status policy_igscript_write(policy_statement statement, policy_buffer *buffer,
                                               policy_error *error);

/* ---- reading ---------------------------------------------------------------------------------------------- */

/* What may be wrong with a script. The names are those of IG Parser, the grammar's reference parser; the
   last ones are warnings of this library's own. */
typedef enum policy_igscript_code {
  POLICY_IGSCRIPT_IMBALANCED_PARENTHESES,
  POLICY_IGSCRIPT_UNABLE_TO_EXTRACT_COMPONENT_CONTENT, /* a bracket closes before it opens, or brackets cross */
  POLICY_IGSCRIPT_DUPLICATE_COMPONENT_ENTRIES,
  POLICY_IGSCRIPT_INVALID_COMBINATION_IN_INPUT,
  POLICY_IGSCRIPT_EMPTY_LEAF_VALUE,
  POLICY_IGSCRIPT_INVALID_LOGICAL_OPERATOR_COMBINATIONS,
  POLICY_IGSCRIPT_INVALID_COMPONENT_PAIR_COMBINATION,
  POLICY_IGSCRIPT_MULTIPLE_COMPONENT_PAIRS_ON_NESTING_LEVEL,
  POLICY_IGSCRIPT_INVALID_TYPE_COMBINATIONS_IN_NESTED_STATEMENT_COMBINATIONS,
  POLICY_IGSCRIPT_IGNORED_ELEMENTS_NESTED_STATEMENT_PARSING, /* braces that no statement or pair can use */
  POLICY_IGSCRIPT_EMPTY_STATEMENT,
  /* warnings */
  POLICY_IGSCRIPT_POSSIBLY_MISSING_NON_PARSED_CONTENT, /* brackets between the components */
  POLICY_IGSCRIPT_MISSING_AIM,                         /* regulative: neither here nor around */
  POLICY_IGSCRIPT_MISSING_ATTRIBUTES,
  POLICY_IGSCRIPT_MISSING_FUNCTION, /* constitutive */
  POLICY_IGSCRIPT_MISSING_ENTITY,
  POLICY_IGSCRIPT_MIXED_STATEMENT_TYPES,
  POLICY_IGSCRIPT_REPEATED_DEONTIC,     /* more than one D or M */
  POLICY_IGSCRIPT_UNLINKED_PROPERTY,    /* a suffix that no component has */
  POLICY_IGSCRIPT_MISSING_OWNER,        /* properties of nothing */
  POLICY_IGSCRIPT_WORD_BEFORE_BRACKET,  /* "Act(1990)" is read as an A with the suffix "ct" */
  POLICY_IGSCRIPT_UNKNOWN_SYMBOL,       /* "Bobj(": a capital and no space, but no symbol */
  POLICY_IGSCRIPT_EMPTY_COMPONENT,
  POLICY_IGSCRIPT_UNREAD_OR_ELSE        /* O( ) with parentheses */
} policy_igscript_code;

/* "IMBALANCED_PARENTHESES". Static; never NULL, also for a number that is no code. */
POLICY_API const char *policy_igscript_code_name(policy_igscript_code code);

/* One statement in IG Script with its tree. Immutable: any number of threads may read it. */
typedef struct policy_igscript policy_igscript;

/* Reads one statement; `bytes` may be of any encoding error: bad bytes become U+FFFD. NULL with
   POLICY_ERROR_FORMAT, the byte in `error->offset`, and a message that begins with the name of the code
   ("EMPTY_LEAF_VALUE: ...") and ends with line and column, when the reference parser would refuse it, too.
   Of the options, allocator and limits (input, memory, depth) count. Free with policy_igscript_free. */
POLICY_API policy_igscript *policy_igscript_parse(const void *bytes, size_t size, const policy_options *options,
                                                  policy_error *error);
POLICY_API void policy_igscript_free(policy_igscript *script);

/* The text as it was read: valid UTF-8 in NFC, lines ending with LF. */
POLICY_API policy_string policy_igscript_text(const policy_igscript *script);

/* What is doubtful, in the order of the text. The span is in policy_igscript_text; `message` is static. */
typedef struct policy_igscript_warning {
  policy_igscript_code code;
  policy_span span;
  const char *message;
} policy_igscript_warning;
POLICY_API uint32_t policy_igscript_warning_count(const policy_igscript *script);
POLICY_API policy_igscript_warning policy_igscript_warning_at(const policy_igscript *script, uint32_t n);

/* ---- writing what was read -------------------------------------------------------------------------------- */

/* Appends the script in its normal form: everything in its order, one space between things, none inside
   brackets next to them, combinations in parentheses of their own, line ends inside components as spaces.
   Reading that gives the same tree, and writing it again the same bytes. */
POLICY_API policy_status policy_igscript_print(const policy_igscript *script, policy_buffer *buffer,
                                               policy_error *error);

enum {
  POLICY_IGSCRIPT_BINARY = 1,       /* tree: two children to a combination, as the reference parser's trees */
  POLICY_IGSCRIPT_FLAT = 2,         /* tree: properties as a member "prop" of words, not as children */
  POLICY_IGSCRIPT_ANNOTATIONS = 4,  /* tree: the member "anno"; table: columns */
  POLICY_IGSCRIPT_VARIABILITY = 8,  /* tree: the Degree of Variability, "dov" */
  POLICY_IGSCRIPT_SHARED = 16,      /* tree: names with the words that the parts of a combination share */
  POLICY_IGSCRIPT_CONDITIONS_FIRST = 32, /* tree: activation conditions before all else */
  POLICY_IGSCRIPT_CORE = 64,        /* table: IG Core, nested statements as words in their cells */
  POLICY_IGSCRIPT_NO_HEADER = 128,  /* table */
  POLICY_IGSCRIPT_UNSHARED = 512,   /* table: cells without those words */
  POLICY_IGSCRIPT_SCRIPT = 1024,    /* table: with the script itself, in a column of the first row */
  POLICY_IGSCRIPT_SHEETS = 256      /* table: formulas for Google Sheets, as the reference parser's */
};

/* Appends the tree as one JSON value: objects with "name", "level", "comp", "children" ..., the form that
   IG Parser gives to D3. Flags: those of the tree. POLICY_ERROR_LIMIT when it would pass limits.text bytes. */
POLICY_API policy_status policy_igscript_tree(const policy_igscript *script, unsigned flags, policy_buffer *buffer,
                                              policy_error *error);

/* Appends one row for each atomic statement, as IG Parser's tabular output: combinations multiplied out,
   nested statements in rows of their own that "{1}.1" refers to, logical linkages in the last columns.
   `id` numbers the statement (NULL: "1"); `separator` stands behind each cell (0: "|", in sheets ";").
   POLICY_ERROR_LIMIT when it would pass limits.text bytes. */
POLICY_API policy_status policy_igscript_table(const policy_igscript *script, unsigned flags, const char *id,
                                               char separator, policy_buffer *buffer, policy_error *error);

#ifdef __cplusplus
}
#endif

#endif
