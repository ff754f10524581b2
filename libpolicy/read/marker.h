/* What stands before the words of an item: bullets, numbers, letters. */
#ifndef POLICY_READ_MARKER_H
#define POLICY_READ_MARKER_H

#include <policy/text.h>

typedef enum policy__marker_kind {
  POLICY__MARKER_NONE,
  POLICY__MARKER_BULLET,   /* a sign that is nothing but a bullet */
  POLICY__MARKER_DASH,     /* a hyphen, dash or asterisk, which prose has too */
  POLICY__MARKER_NUMBER,   /* "3.", "3)", "(3)", "3.1" */
  POLICY__MARKER_LETTER,   /* "a)", "(b)", "C." */
  POLICY__MARKER_ROMAN,    /* "iv)", "(ii)", "III." */
  POLICY__MARKER_BRACKET,  /* "[3]" */
  POLICY__MARKER_BARE,     /* "3 Words": a footnote's or heading's number */
  POLICY__MARKER_NOTE,     /* a superscript, a dagger */
  POLICY__MARKER_DIVISION  /* "Chapter 3", "Part II", "Article 5", "Annex A" */
} policy__marker_kind;

typedef struct policy__marker {
  uint32_t ordinal; /* 0: it has none */
  uint16_t size;    /* bytes up to the words, with the white space; the whole line when there are no words */
  uint8_t kind;     /* policy__marker_kind */
  uint8_t depth;    /* of a number: 2 for "3.1" */
  uint8_t style;    /* the same for markers of one look: kind, case and signs */
  uint8_t letter;   /* of a roman numeral of one letter: the letter's place in the alphabet */
  uint8_t rank;     /* of a division: 1 for parts, larger for what lies inside */
} policy__marker;

/* Looks at the beginning of a line without white space around it. Looks at few bytes. */
policy__marker policy__marker_find(policy_string line);

#endif
