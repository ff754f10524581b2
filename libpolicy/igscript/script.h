/* IG Script from inside: the brackets of a text, the items that stand in it, and the tree that they make. */
#ifndef POLICY_IGSCRIPT_SCRIPT_H
#define POLICY_IGSCRIPT_SCRIPT_H

#include <policy/igscript.h>

#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"

/* What a component may be, in the order in which outputs list them. The properties of a component stand
   right behind it. */
typedef enum ig_symbol {
  IG_A, IG_A_P, IG_D, IG_I, IG_BDIR, IG_BDIR_P, IG_BIND, IG_BIND_P, IG_CAC, IG_CEX, IG_E, IG_E_P, IG_M, IG_F,
  IG_P, IG_P_P, IG_O, IG_SYMBOLS
} ig_symbol;

typedef struct ig_symbol_facts {
  const char *code, *name, *letters; /* "Bdir,p", "Direct Object Property", "Bdir" */
  bool nests;        /* may stand before braces */
  bool plain;        /* may stand before parentheses */
  bool is_property;
  ig_symbol property; /* what carries its private properties; IG_SYMBOLS: nothing does */
} ig_symbol_facts;

extern const ig_symbol_facts policy__ig_symbols[IG_SYMBOLS];

typedef enum ig_operator { IG_AND, IG_OR, IG_XOR, IG_BAND, IG_WAND, IG_OPERATORS } ig_operator;

extern const char *const policy__ig_operators[IG_OPERATORS]; /* "AND" ... "wAND" */

/* ---- brackets ------------------------------------------------------------------------------------------- */

typedef struct ig_token {
  uint32_t at;        /* byte of the bracket */
  uint32_t mate;      /* token of the other one */
  uint32_t operators; /* how many operators begin before this token */
  char kind;          /* the bracket itself */
  uint8_t op;         /* of "[": ig_operator, or IG_OPERATORS */
} ig_token;

/* ---- items: what is written ----------------------------------------------------------------------------- */

typedef enum ig_item_kind { IG_ROOT, IG_COMPONENT, IG_NESTED, IG_GROUP, IG_ANNOTATION, IG_JOINT } ig_item_kind;

typedef struct ig_item {
  ig_item_kind kind;
  ig_symbol symbol; /* of COMPONENT and NESTED */
  uint8_t op;       /* of JOINT; of a combination: what joins its parts */
  bool combines;    /* NESTED or GROUP: nothing but nested statements and operators in it */
  uint32_t parent, first, last, next;
  uint32_t close;   /* the token that ends it */
  uint32_t depth;
  policy_span span; /* with its header and brackets */
  policy_span content;
  policy_span suffix, index; /* "1" and "2" of Bdir1,p2 */
  policy_span annotation;    /* with its brackets; of ANNOTATION: all of it */
} ig_item;

/* ---- nodes: what it means ------------------------------------------------------------------------------- */

typedef enum ig_node_kind { IG_TEXT, IG_COMBINATION, IG_STATEMENT } ig_node_kind;

/* Children of a statement: for each symbol at most a root for its plain components and one for its nested
   ones, in the order of the symbols. Children of a combination: two or more parts. */
typedef struct ig_node {
  ig_node_kind kind;
  uint8_t op;
  ig_symbol symbol; /* IG_SYMBOLS: the statement at the top, or a combination of such */
  uint32_t parent, first, last, next, count;
  uint32_t item;      /* COMPONENT or NESTED that it comes from; ROOT; POLICY_NONE for a join of several */
  uint32_t scope;     /* of a statement: where its items stand */
  uint32_t statement; /* the one that it is a part of */
  uint32_t private_;  /* a combination of its own properties, of one or more parts, or POLICY_NONE */
  uint32_t level;     /* how many statements stand around */
  policy_span text;   /* TEXT */
  policy_span left, right; /* COMBINATION: words that all its parts share */
} ig_node;

/* The items of a statement lie in runs: those of its own, and those of the statements around a pair. */
typedef struct ig_scope {
  uint32_t first, end; /* items; end is not in it */
  uint32_t outer;      /* scope, or POLICY_NONE */
} ig_scope;

struct policy_igscript {
  policy__memory memory; /* counts all below */
  policy_limits limits;
  policy_buffer text;
  policy__array runs;     /* of policy__source_run */
  policy__array tokens;   /* of ig_token */
  policy__array items;    /* of ig_item; 0 is the root */
  policy__array nodes;    /* of ig_node; 0 is the root, parents before children */
  policy__array scopes;   /* of ig_scope */
  policy__array warnings; /* of policy_igscript_warning */
  policy_status status;   /* while it is made: the first failure */
  policy_error *error;    /* while it is made */
};

#define IG_ITEM(script, n) POLICY__AT(&(script)->items, ig_item, n)
#define IG_NODE(script, n) POLICY__AT(&(script)->nodes, ig_node, n)
#define IG_TOKEN(script, n) POLICY__AT(&(script)->tokens, ig_token, n)
#define IG_SCOPE(script, n) POLICY__AT(&(script)->scopes, ig_scope, n)

static inline policy_string policy__ig_slice(const policy_igscript *script, policy_span span) {
  return (policy_string){script->text.data + span.begin, span.end - span.begin};
}

static inline bool policy__ig_is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

policy_span policy__ig_trim(const policy_igscript *script, policy_span span);

/* Notes the failure, with its name and its place, if it is the first. */
void policy__ig_refuse(policy_igscript *script, policy_igscript_code code, uint32_t at, const char *words);

/* Notes a failure that is not the script's. */
void policy__ig_stop(policy_igscript *script, policy_status status);

void policy__ig_warn(policy_igscript *script, policy_igscript_code code, policy_span span);

/* The steps of reading, each of which does nothing after a failure. */
void policy__ig_find_brackets(policy_igscript *script);
void policy__ig_find_items(policy_igscript *script);
void policy__ig_make_tree(policy_igscript *script);
void policy__ig_check(policy_igscript *script);

/* Appends a component in its normal form. */
void policy__ig_write_component(const policy_igscript *script, const ig_item *item, policy__writer *writer);

/* The header that ends where the bracket of a token begins, and begins at or after `from`. */
typedef struct ig_header {
  ig_symbol symbol; /* IG_SYMBOLS: there is none */
  uint32_t begin;
  policy_span suffix, index, annotation;
  bool glued; /* a letter or digit stands right before it */
} ig_header;
ig_header policy__ig_header(const policy_igscript *script, uint32_t token, uint32_t from);

/* The nodes of the content of a component, under `parent`; returns the root of them. */
uint32_t policy__ig_make_text(policy_igscript *script, uint32_t item, uint32_t parent);

/* Adds a node as the last child of `parent`, which may be POLICY_NONE. */
uint32_t policy__ig_add_node(policy_igscript *script, ig_node node, uint32_t parent);

/* Combinations of nested statements: whether the inside of an item is one; with its operator. */
bool policy__ig_combines(policy_igscript *script, uint32_t item, ig_symbol symbol);

/* The operator that stands between the items of a run, IG_OPERATORS when none does. Refuses several kinds. */
uint8_t policy__ig_operator_of(policy_igscript *script, uint32_t first, uint32_t end);

#endif
