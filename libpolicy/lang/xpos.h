/* The tags of the Penn Treebank, with the additions of the English Web Treebank. */
#ifndef POLICY_LANG_XPOS_H
#define POLICY_LANG_XPOS_H

#include <policy/text.h>

/* In the order of their names' bytes; tools/train/endings.py has the same. */
typedef enum policy__xpos {
  POLICY__XPOS_NONE, /* not tagged */
  POLICY__XPOS_CURRENCY,
  POLICY__XPOS_CLOSE_QUOTE,
  POLICY__XPOS_COMMA,
  POLICY__XPOS_LRB,
  POLICY__XPOS_RRB,
  POLICY__XPOS_STOP,
  POLICY__XPOS_COLON,
  POLICY__XPOS_ADD, /* addresses: e-mail, web */
  POLICY__XPOS_AFX,
  POLICY__XPOS_CC,
  POLICY__XPOS_CD,
  POLICY__XPOS_DT,
  POLICY__XPOS_EX,
  POLICY__XPOS_FW,
  POLICY__XPOS_GW, /* a part of a word that was written apart */
  POLICY__XPOS_HYPH,
  POLICY__XPOS_IN,
  POLICY__XPOS_JJ,
  POLICY__XPOS_JJR,
  POLICY__XPOS_JJS,
  POLICY__XPOS_LS,
  POLICY__XPOS_MD,
  POLICY__XPOS_NFP, /* punctuation that is not needed */
  POLICY__XPOS_NN,
  POLICY__XPOS_NNP,
  POLICY__XPOS_NNPS,
  POLICY__XPOS_NNS,
  POLICY__XPOS_PDT,
  POLICY__XPOS_POS,
  POLICY__XPOS_PRP,
  POLICY__XPOS_PRP_POSSESSIVE,
  POLICY__XPOS_RB,
  POLICY__XPOS_RBR,
  POLICY__XPOS_RBS,
  POLICY__XPOS_RP,
  POLICY__XPOS_SYM,
  POLICY__XPOS_TO,
  POLICY__XPOS_UH,
  POLICY__XPOS_VB,
  POLICY__XPOS_VBD,
  POLICY__XPOS_VBG,
  POLICY__XPOS_VBN,
  POLICY__XPOS_VBP,
  POLICY__XPOS_VBZ,
  POLICY__XPOS_WDT,
  POLICY__XPOS_WP,
  POLICY__XPOS_WP_POSSESSIVE,
  POLICY__XPOS_WRB,
  POLICY__XPOS_OPEN_QUOTE
} policy__xpos;

/* The tag of that name ("PRP$"); NONE for any other string. */
policy__xpos policy__xpos_of(policy_string name);

/* "PRP$"; "" for NONE and for numbers that are no tag. Static. */
const char *policy__xpos_name(policy__xpos xpos);

#endif
