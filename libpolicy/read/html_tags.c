/* Names of elements. */
#include "read/html_tags.h"

#include <string.h>

static const struct {
  char name[POLICY__TAG_LONGEST + 1];
  uint8_t tag;
} tags[] = {
    {"a", POLICY__TAG_A},
    {"address", POLICY__TAG_ADDRESS},
    {"article", POLICY__TAG_ARTICLE},
    {"aside", POLICY__TAG_ASIDE},
    {"audio", POLICY__TAG_SKIPPED},
    {"b", POLICY__TAG_B},
    {"blockquote", POLICY__TAG_BLOCKQUOTE},
    {"body", POLICY__TAG_BODY},
    {"br", POLICY__TAG_BR},
    {"button", POLICY__TAG_BUTTON},
    {"canvas", POLICY__TAG_SKIPPED},
    {"caption", POLICY__TAG_CAPTION},
    {"center", POLICY__TAG_DIV},
    {"datalist", POLICY__TAG_SKIPPED},
    {"dd", POLICY__TAG_DD},
    {"details", POLICY__TAG_DETAILS},
    {"dialog", POLICY__TAG_DIV},
    {"dir", POLICY__TAG_UL},
    {"div", POLICY__TAG_DIV},
    {"dl", POLICY__TAG_DL},
    {"dt", POLICY__TAG_DT},
    {"fieldset", POLICY__TAG_DIV},
    {"figcaption", POLICY__TAG_FIGCAPTION},
    {"figure", POLICY__TAG_FIGURE},
    {"footer", POLICY__TAG_FOOTER},
    {"form", POLICY__TAG_FORM},
    {"h1", POLICY__TAG_H1},
    {"h2", POLICY__TAG_H2},
    {"h3", POLICY__TAG_H3},
    {"h4", POLICY__TAG_H4},
    {"h5", POLICY__TAG_H5},
    {"h6", POLICY__TAG_H6},
    {"header", POLICY__TAG_HEADER},
    {"hgroup", POLICY__TAG_DIV},
    {"hr", POLICY__TAG_RULE},
    {"html", POLICY__TAG_HTML},
    {"iframe", POLICY__TAG_SKIPPED},
    {"legend", POLICY__TAG_DIV},
    {"li", POLICY__TAG_LI},
    {"link", POLICY__TAG_LINK},
    {"main", POLICY__TAG_MAIN},
    {"menu", POLICY__TAG_UL},
    {"meta", POLICY__TAG_META},
    {"nav", POLICY__TAG_NAV},
    {"noembed", POLICY__TAG_SKIPPED},
    {"noframes", POLICY__TAG_SKIPPED},
    {"noscript", POLICY__TAG_NOSCRIPT},
    {"object", POLICY__TAG_SKIPPED},
    {"ol", POLICY__TAG_OL},
    {"p", POLICY__TAG_P},
    {"pre", POLICY__TAG_PRE},
    {"script", POLICY__TAG_SCRIPT},
    {"section", POLICY__TAG_SECTION},
    {"select", POLICY__TAG_SKIPPED},
    {"strong", POLICY__TAG_B},
    {"style", POLICY__TAG_SKIPPED},
    {"summary", POLICY__TAG_SUMMARY},
    {"sup", POLICY__TAG_SUP},
    {"svg", POLICY__TAG_SKIPPED},
    {"table", POLICY__TAG_TABLE},
    {"tbody", POLICY__TAG_TBODY},
    {"td", POLICY__TAG_TD},
    {"template", POLICY__TAG_SKIPPED},
    {"textarea", POLICY__TAG_SKIPPED},
    {"tfoot", POLICY__TAG_TBODY},
    {"th", POLICY__TAG_TH},
    {"thead", POLICY__TAG_TBODY},
    {"time", POLICY__TAG_TIME},
    {"title", POLICY__TAG_TITLE},
    {"tr", POLICY__TAG_TR},
    {"ul", POLICY__TAG_UL},
    {"video", POLICY__TAG_SKIPPED},
};

policy__tag policy__tag_of(policy_string name) {
  char lower[POLICY__TAG_LONGEST + 1] = {0};
  if (memchr(name.data, '-', name.size) != NULL) return POLICY__TAG_DIV; /* a custom element */
  if (name.size == 0 || name.size > POLICY__TAG_LONGEST) return POLICY__TAG_OTHER;
  for (size_t i = 0; i < name.size; i++)
    lower[i] = name.data[i] >= 'A' && name.data[i] <= 'Z' ? (char)(name.data[i] + ('a' - 'A')) : name.data[i];
  size_t low = 0, high = sizeof tags / sizeof *tags;
  while (low < high) {
    size_t middle = low + (high - low) / 2, i = 0;
    const char *other = tags[middle].name;
    while (lower[i] == other[i] && other[i] != '\0') i++;
    if (lower[i] == other[i]) return (policy__tag)tags[middle].tag;
    if ((unsigned char)lower[i] < (unsigned char)other[i]) high = middle;
    else low = middle + 1;
  }
  return POLICY__TAG_OTHER;
}

const char *policy__tag_name(policy__tag tag) {
  switch (tag) {
    case POLICY__TAG_DIV:
    case POLICY__TAG_NOSCRIPT:
    case POLICY__TAG_FORM: return "div";
    case POLICY__TAG_ADDRESS: return "address";
    case POLICY__TAG_ARTICLE: return "article";
    case POLICY__TAG_ASIDE: return "aside";
    case POLICY__TAG_BLOCKQUOTE: return "blockquote";
    case POLICY__TAG_CAPTION: return "caption";
    case POLICY__TAG_DD: return "dd";
    case POLICY__TAG_DETAILS: return "details";
    case POLICY__TAG_DL: return "dl";
    case POLICY__TAG_DT: return "dt";
    case POLICY__TAG_FIGCAPTION: return "figcaption";
    case POLICY__TAG_FIGURE: return "figure";
    case POLICY__TAG_FOOTER: return "footer";
    case POLICY__TAG_H1: return "h1";
    case POLICY__TAG_H2: return "h2";
    case POLICY__TAG_H3: return "h3";
    case POLICY__TAG_H4: return "h4";
    case POLICY__TAG_H5: return "h5";
    case POLICY__TAG_H6: return "h6";
    case POLICY__TAG_HEADER: return "header";
    case POLICY__TAG_LI: return "li";
    case POLICY__TAG_MAIN: return "main";
    case POLICY__TAG_NAV: return "nav";
    case POLICY__TAG_OL: return "ol";
    case POLICY__TAG_P: return "p";
    case POLICY__TAG_PRE: return "pre";
    case POLICY__TAG_SECTION: return "section";
    case POLICY__TAG_SUMMARY: return "summary";
    case POLICY__TAG_TABLE: return "table";
    case POLICY__TAG_TBODY: return "tbody";
    case POLICY__TAG_TD: return "td";
    case POLICY__TAG_TH: return "th";
    case POLICY__TAG_TR: return "tr";
    case POLICY__TAG_UL: return "ul";
    default: return NULL;
  }
}
