/* The elements of HTML, as far as reading needs to tell them apart. */
#ifndef POLICY_READ_HTML_TAGS_H
#define POLICY_READ_HTML_TAGS_H

#include <policy/text.h>

typedef enum policy__tag {
  POLICY__TAG_OTHER, /* any element that only marks words */
  POLICY__TAG_A,
  POLICY__TAG_ADDRESS,
  POLICY__TAG_ARTICLE,
  POLICY__TAG_ASIDE,
  POLICY__TAG_B, /* and strong */
  POLICY__TAG_BLOCKQUOTE,
  POLICY__TAG_BODY,
  POLICY__TAG_BR,
  POLICY__TAG_BUTTON,
  POLICY__TAG_CAPTION,
  POLICY__TAG_DD,
  POLICY__TAG_DETAILS,
  POLICY__TAG_DIV,
  POLICY__TAG_DL,
  POLICY__TAG_DT,
  POLICY__TAG_FIGCAPTION,
  POLICY__TAG_FIGURE,
  POLICY__TAG_FOOTER,
  POLICY__TAG_FORM,
  POLICY__TAG_H1,
  POLICY__TAG_H2,
  POLICY__TAG_H3,
  POLICY__TAG_H4,
  POLICY__TAG_H5,
  POLICY__TAG_H6,
  POLICY__TAG_HEADER,
  POLICY__TAG_HTML,
  POLICY__TAG_LI,
  POLICY__TAG_LINK,
  POLICY__TAG_MAIN,
  POLICY__TAG_META,
  POLICY__TAG_NAV,
  POLICY__TAG_NOSCRIPT, /* no text, but where a page has no other */
  POLICY__TAG_OL,
  POLICY__TAG_P,
  POLICY__TAG_PRE,
  POLICY__TAG_RULE,
  POLICY__TAG_SCRIPT,
  POLICY__TAG_SECTION,
  POLICY__TAG_SKIPPED, /* its content is no text, or none of the document's */
  POLICY__TAG_SUMMARY,
  POLICY__TAG_SUP,
  POLICY__TAG_TABLE,
  POLICY__TAG_TBODY, /* and thead, tfoot */
  POLICY__TAG_TD,
  POLICY__TAG_TH,
  POLICY__TAG_TIME,
  POLICY__TAG_TITLE,
  POLICY__TAG_TR,
  POLICY__TAG_UL,
  POLICY__TAG_TEXT, /* a run of text, as a leaf of the tree */
  POLICY__TAGS
} policy__tag;

enum { POLICY__TAG_LONGEST = 10 }; /* bytes of the longest name */

/* The tag of a name in any case. */
policy__tag policy__tag_of(policy_string name);

/* The name under which a tag that makes structure is handed to the tree builder; NULL for all others. */
const char *policy__tag_name(policy__tag tag);

#endif
