/* What the elements of the vocabularies mean that we know. */
#ifndef POLICY_READ_XML_WORDS_H
#define POLICY_READ_XML_WORDS_H

#include <policy/builder.h>

typedef enum policy__vocabulary {
  POLICY__AKOMA_NTOSO = 1,
  POLICY__USLM = 2,
  POLICY__TEI = 4,
  POLICY__JATS = 8,
  POLICY__FORMEX = 16,
  POLICY__ANY_XML = 32, /* an unknown one: names that many use */
  POLICY__XHTML = 64,   /* in EPUB */
  POLICY__OPEN_DOCUMENT = 128
} policy__vocabulary;

typedef enum policy__role {
  POLICY__ROLE_NONE,      /* unknown: a paragraph where text stands in it and in nothing smaller */
  POLICY__ROLE_INLINE,    /* a part of a paragraph */
  POLICY__ROLE_BREAK,     /* a new line in a paragraph */
  POLICY__ROLE_CONTAINER, /* holds blocks */
  POLICY__ROLE_DIVISION,  /* the same; its number alone is a heading */
  POLICY__ROLE_BLOCK,     /* a paragraph */
  POLICY__ROLE_HEADING,
  POLICY__ROLE_SUBHEADING,
  POLICY__ROLE_TITLE,   /* the document's own, in a paragraph or alone */
  POLICY__ROLE_NUMBER,  /* of what stands around it; leads the next heading or paragraph */
  POLICY__ROLE_CLAUSE,  /* a list item where a number leads it, else a container */
  POLICY__ROLE_ITEM,    /* a list item */
  POLICY__ROLE_QUOTE,   /* quoted blocks */
  POLICY__ROLE_MARKED,  /* quoted words, whose quotation marks are attributes */
  POLICY__ROLE_NOTE,    /* stands behind its paragraph */
  POLICY__ROLE_FOLIO,   /* the number of a page, in the middle of the text */
  POLICY__ROLE_DEBRIS,  /* contents, running heads: boilerplate */
  POLICY__ROLE_TABLE,
  POLICY__ROLE_ROW,
  POLICY__ROLE_CELL,
  POLICY__ROLE_CAPTION,
  POLICY__ROLE_SPEECH, /* an attribute names who speaks */
  POLICY__ROLE_SKIP,   /* no text of the document */
  POLICY__ROLE_SHOW    /* text of the document inside of what is skipped */
} policy__role;

/* The role of an element in a vocabulary, by its name without prefix. */
policy__role policy__xml_role(policy__vocabulary vocabulary, policy_string name);

/* What metadata an element holds, while it is collected. From POLICY__FACT_SURNAME on: no field of a document. */
typedef struct policy__fact {
  const char *path;      /* names of elements, the last being its own: all stand around it in this order */
  const char *attribute; /* that holds the value; NULL: its text does */
  int field;             /* policy_field, or one of the following */
  int rank;              /* of several values the lowest counts */
} policy__fact;

enum {
  POLICY__FACT_SURNAME = 100,
  POLICY__FACT_GIVEN,
  POLICY__FACT_TERM,
  POLICY__FACT_YEAR,
  POLICY__FACT_MONTH,
  POLICY__FACT_DAY,
  POLICY__FACT_ROLE,        /* of the names that follow */
  POLICY__FACT_AFFILIATION, /* of the name before; where it has an id, of the names that refer to it */
  POLICY__FACT_REFERENCE,   /* of the name before to affiliations: their ids */
  POLICY__FACT_NUMBER,      /* an identifier, for the list alone, as the next */
  POLICY__FACT_SUBJECT,
  POLICY__FACT_SERIES,
  POLICY__FACT_LICENCE,
  POLICY__FACT_CONTRIBUTOR = 140, /* and the policy_contributor_role */
  POLICY__FACT_DATE = 160         /* and the policy_date_kind */
};

/* The facts of a vocabulary. */
const policy__fact *policy__xml_facts(policy__vocabulary vocabulary, size_t *count);

/* For the test of the table: its rows in order. */
size_t policy__xml_word_count(void);
const char *policy__xml_word(size_t n);

#endif
