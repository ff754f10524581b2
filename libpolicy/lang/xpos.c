/* Names of the tags of the Penn Treebank. */
#include "lang/xpos.h"

#include <string.h>

#include "data/endings.h"

static const char names[][6] = {
    "",    "$",   "''",  ",",    "-LRB-", "-RRB-", ".",   ":",   "ADD", "AFX",  "CC", "CD",  "DT",
    "EX",  "FW",  "GW",  "HYPH", "IN",    "JJ",    "JJR", "JJS", "LS",  "MD",   "NFP", "NN", "NNP",
    "NNPS", "NNS", "PDT", "POS", "PRP",   "PRP$",  "RB",  "RBR", "RBS", "RP",   "SYM", "TO", "UH",
    "VB",  "VBD", "VBG", "VBN",  "VBP",   "VBZ",   "WDT", "WP",  "WP$", "WRB",  "``"};

#define COUNT (sizeof names / sizeof *names)
_Static_assert(COUNT == POLICY__XPOS_COUNT && COUNT == POLICY__XPOS_OPEN_QUOTE + 1u, "a name for each tag");

policy__xpos policy__xpos_of(policy_string name) {
  char key[sizeof *names] = {0};
  if (name.size == 0 || name.size >= sizeof key || memchr(name.data, 0, name.size) != NULL)
    return POLICY__XPOS_NONE;
  memcpy(key, name.data, name.size);
  size_t low = 1, high = COUNT;
  while (low < high) {
    size_t middle = (low + high) / 2;
    int order = memcmp(key, names[middle], sizeof key);
    if (order == 0) return (policy__xpos)middle;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return POLICY__XPOS_NONE;
}

const char *policy__xpos_name(policy__xpos xpos) {
  return (unsigned)xpos < COUNT ? names[xpos] : "";
}
