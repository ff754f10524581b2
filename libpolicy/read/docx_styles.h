/* What the paragraphs of a DOCX take from its styles and its numbering (ECMA-376, part 1, 17.7 and 17.9). */
#ifndef POLICY_READ_DOCX_STYLES_H
#define POLICY_READ_DOCX_STYLES_H

#include "base/array.h"
#include "base/hash.h"
#include "read/label.h"
#include "read/xml.h"

enum { POLICY__LEVELS = 9, POLICY__NO_OUTLINE = -1 };

/* A style, or what a paragraph says of itself. */
typedef struct policy__docx_style {
  policy_span id, based_on; /* in styles.text */
  int outline;              /* from 0; POLICY__NO_OUTLINE: body text, or it says nothing */
  int built_in;             /* level of a built-in heading by its name, from 0, or POLICY__NO_OUTLINE */
  uint32_t number;          /* id of its numbering; 0: none */
  uint32_t level;           /* of its numbering */
  bool says_outline, says_number, says_level;
} policy__docx_style;

/* A level of a list: "%1.%2" and what the numbers look like. */
typedef struct policy__docx_level {
  policy__number_format format;
  uint32_t start, restart; /* restart: the level whose number begins this one anew, from 1; 0: none; 10: any above */
  bool legal;              /* all its numbers are decimal */
  policy_span text;        /* in styles.labels */
} policy__docx_level;

/* A list in the abstract, with its counters. */
typedef struct policy__docx_list {
  uint32_t id;
  policy__docx_level levels[POLICY__LEVELS];
  uint32_t counts[POLICY__LEVELS];
  bool begun[POLICY__LEVELS];
} policy__docx_list;

/* A numbering that paragraphs name. */
typedef struct policy__docx_number {
  uint32_t id, list; /* list: the id of the abstract one */
  uint32_t starts[POLICY__LEVELS]; /* 0: the list's own */
  bool restarts[POLICY__LEVELS];
  bool used;
} policy__docx_number;

typedef struct policy__docx_styles {
  policy_buffer text;    /* ids of styles, which `names` refers to: complete before it is filled */
  policy_buffer labels;  /* of levels */
  policy__array styles;  /* of policy__docx_style */
  policy__array lists;   /* of policy__docx_list, by id when read */
  policy__array numbers; /* of policy__docx_number, the same */
  policy__table names;   /* styles by id */
  uint32_t standard;     /* the style of paragraphs that name none; POLICY_NONE: there is none */
  /* While reading: */
  bool in_style, in_override;
  uint32_t at_level;
} policy__docx_styles;

void policy__docx_styles_init(policy__docx_styles *styles, const policy_allocator *allocator);
void policy__docx_styles_free(policy__docx_styles *styles);

/* Read styles.xml and numbering.xml. */
policy_status policy__docx_styles_read(policy__docx_styles *styles, policy_string xml, const policy_limits *limits,
                                       policy_error *error);
policy_status policy__docx_numbering_read(policy__docx_styles *styles, policy_string xml, const policy_limits *limits,
                                          policy_error *error);

/* A property of a paragraph or style from an element: outlineLvl, numId, ilvl. */
void policy__docx_property(policy__docx_style *style, const policy__xml_element *element);

/* Fills what `own` does not say from the style named `id`, or from the standard one. */
void policy__docx_resolve(const policy__docx_styles *styles, policy_string id, policy__docx_style *own);

/* Counts a paragraph of a numbering on, and appends its number as text ("1.2", "(a)", a bullet) to `label`. */
policy_status policy__docx_number_next(policy__docx_styles *styles, uint32_t number, uint32_t level,
                                       policy_buffer *label);

#endif
