/* What stands between two white spaces, as far as it tells where sentences end. */
#ifndef POLICY_LANG_PIECE_H
#define POLICY_LANG_PIECE_H

#include <stdbool.h>

#include <policy/text.h>

#include "data/abbreviations.h"

/* What a piece ends in, behind which only closing marks stand. */
typedef enum policy__stop {
  POLICY__STOP_NONE,
  POLICY__STOP_DOT,
  POLICY__STOP_QUESTION, /* ? ! and runs of them */
  POLICY__STOP_ELLIPSIS, /* two dots, three, or the sign */
  POLICY__STOP_DOTS,     /* four dots or more */
  POLICY__STOP_COLON,
  POLICY__STOP_SEMICOLON,
  POLICY__STOP_COMMA,
  POLICY__STOP_DASH,
  POLICY__STOP_FULL, /* stops that need no space behind them: 。 ！ ？ and the danda */
  POLICY__STOP_OTHER /* any other mark */
} policy__stop;

typedef enum policy__shape {
  POLICY__SHAPE_NONE,        /* marks only */
  POLICY__SHAPE_LOWER,       /* begins with a small letter */
  POLICY__SHAPE_LETTER,      /* one small letter */
  POLICY__SHAPE_CAPITALISED, /* begins with a capital */
  POLICY__SHAPE_CAPITALS,    /* begins with a capital, has another or a digit, and no small letters */
  POLICY__SHAPE_INITIAL,     /* one capital */
  POLICY__SHAPE_NUMBER,      /* digits, with stops, commas and the like between them */
  POLICY__SHAPE_MIXED,       /* begins with a digit, and has letters */
  POLICY__SHAPE_DOTTED,      /* letters with dots between them: U.S, e.g */
  POLICY__SHAPE_ADDRESS,     /* URLs and e-mail addresses */
  POLICY__SHAPE_SIGN         /* begins with anything else: $ § # */
} policy__shape;

typedef enum policy__mark {
  POLICY__MARK_NONE,
  POLICY__MARK_QUOTE,
  POLICY__MARK_BRACKET,
  POLICY__MARK_REFERENCE /* closing only: a footnote's number behind the stop */
} policy__mark;

/* How an item of an enumeration begins: "1." "(a)" "iv)" "•". */
typedef enum policy__item {
  POLICY__ITEM_NONE,
  POLICY__ITEM_BULLET,
  POLICY__ITEM_NUMBER,
  POLICY__ITEM_SMALL, /* a letter */
  POLICY__ITEM_CAPITAL,
  POLICY__ITEM_ROMAN /* of more than one letter */
} policy__item;

typedef struct policy__piece {
  policy_span span;
  policy_span core; /* without opening marks, stop and closing marks */
  policy__stop stop;
  policy__shape shape;
  policy__mark opener, closer;
  policy__abbreviation abbreviation; /* of a core before a single dot */
  bool starter;                     /* the core is a word that has a capital only at a beginning */
  policy__item item;
  char item_style;     /* '.' ')' '(' '[' or ':' for ".)" */
  uint32_t item_value; /* number of the item, 1 for "a" */
  uint32_t core_hash, span_hash; /* in lower case, of the first bytes */
  int32_t brackets;    /* opened less closed */
  uint32_t quotes;     /* straight double quotes */
  int32_t curly;       /* directed double quotes opened less closed */
} policy__piece;

/* Reads the piece text[span], which has no white space. Linear in its size. */
void policy__piece_read(policy_string text, policy_span span, policy__piece *piece);

#endif
