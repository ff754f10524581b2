/* What class, id and role of an element say of it. */
#include <string.h>

#include "read/html_page.h"

/* Our own words, in order; a name is taken apart at signs, and where a capital follows a small letter. Two words of
   a name that follow each other are looked for together, too. */
static const struct {
  char word[18];
  uint16_t hints;
} words[] = {
    {"aboutauthor", POLICY__HINT_EDGE},
    {"ad", POLICY__HINT_DEBRIS},
    {"adcontainer", POLICY__HINT_DEBRIS},
    {"addthis", POLICY__HINT_DEBRIS},
    {"addtoany", POLICY__HINT_DEBRIS},
    {"ads", POLICY__HINT_DEBRIS},
    {"adslot", POLICY__HINT_DEBRIS},
    {"adunit", POLICY__HINT_DEBRIS},
    {"advert", POLICY__HINT_DEBRIS},
    {"advertisement", POLICY__HINT_DEBRIS},
    {"advertisements", POLICY__HINT_DEBRIS},
    {"advertising", POLICY__HINT_DEBRIS},
    {"adverts", POLICY__HINT_DEBRIS},
    {"aehnliche", POLICY__HINT_DEBRIS},
    {"alertdialog", POLICY__HINT_DEBRIS},
    {"answer", POLICY__HINT_POST},
    {"answers", POLICY__HINT_POST},
    {"anzeige", POLICY__HINT_DEBRIS},
    {"anzeigen", POLICY__HINT_DEBRIS},
    {"article", POLICY__HINT_CONTENT},
    {"articlebody", POLICY__HINT_BODY},
    {"articlecontent", POLICY__HINT_BODY},
    {"articles", POLICY__HINT_CONTENT},
    {"articletext", POLICY__HINT_BODY},
    {"artikel", POLICY__HINT_CONTENT},
    {"aside", POLICY__HINT_EDGE},
    {"author", POLICY__HINT_BYLINE},
    {"authorbio", POLICY__HINT_EDGE},
    {"authorbox", POLICY__HINT_EDGE},
    {"authors", POLICY__HINT_BYLINE},
    {"banner", POLICY__HINT_DEBRIS},
    {"banners", POLICY__HINT_DEBRIS},
    {"beitrag", POLICY__HINT_CONTENT},
    {"bio", POLICY__HINT_EDGE},
    {"blog", POLICY__HINT_CONTENT},
    {"blogcontent", POLICY__HINT_BODY},
    {"blogpost", POLICY__HINT_CONTENT},
    {"body", POLICY__HINT_CONTENT},
    {"bodycopy", POLICY__HINT_BODY},
    {"bodytext", POLICY__HINT_BODY},
    {"breadcrumb", POLICY__HINT_DEBRIS},
    {"breadcrumbs", POLICY__HINT_DEBRIS},
    {"btn", POLICY__HINT_EDGE},
    {"button", POLICY__HINT_EDGE},
    {"buttons", POLICY__HINT_EDGE},
    {"byline", POLICY__HINT_BYLINE},
    {"caption", POLICY__HINT_CAPTION},
    {"captions", POLICY__HINT_CAPTION},
    {"categories", POLICY__HINT_EDGE},
    {"ccpa", POLICY__HINT_NOTICE},
    {"colophon", POLICY__HINT_DEBRIS},
    {"comentarios", POLICY__HINT_COMMENTS},
    {"comment", POLICY__HINT_COMMENTS},
    {"commentaires", POLICY__HINT_COMMENTS},
    {"commentform", POLICY__HINT_COMMENTS},
    {"commenti", POLICY__HINT_COMMENTS},
    {"commentlist", POLICY__HINT_COMMENTS},
    {"comments", POLICY__HINT_COMMENTS},
    {"compartir", POLICY__HINT_DEBRIS},
    {"complementary", POLICY__HINT_EDGE},
    {"consent", POLICY__HINT_NOTICE},
    {"contenido", POLICY__HINT_CONTENT},
    {"content", POLICY__HINT_CONTENT},
    {"contentinfo", POLICY__HINT_DEBRIS},
    {"contents", POLICY__HINT_CONTENT},
    {"contenu", POLICY__HINT_CONTENT},
    {"contenuto", POLICY__HINT_CONTENT},
    {"controls", POLICY__HINT_DEBRIS},
    {"cookie", POLICY__HINT_NOTICE},
    {"cookiebanner", POLICY__HINT_NOTICE},
    {"cookies", POLICY__HINT_NOTICE},
    {"copyright", POLICY__HINT_DEBRIS},
    {"credit", POLICY__HINT_CAPTION},
    {"credits", POLICY__HINT_CAPTION},
    {"crumb", POLICY__HINT_DEBRIS},
    {"crumbs", POLICY__HINT_DEBRIS},
    {"cta", POLICY__HINT_EDGE},
    {"ctas", POLICY__HINT_EDGE},
    {"dateline", POLICY__HINT_BYLINE},
    {"description", POLICY__HINT_CONTENT},
    {"detail", POLICY__HINT_CONTENT},
    {"details", POLICY__HINT_CONTENT},
    {"dialog", POLICY__HINT_DEBRIS},
    {"dialogue", POLICY__HINT_DEBRIS},
    {"disclaimer", POLICY__HINT_EDGE},
    {"disclosure", POLICY__HINT_EDGE},
    {"discussion", POLICY__HINT_COMMENTS},
    {"disqus", POLICY__HINT_COMMENTS},
    {"document", POLICY__HINT_CONTENT},
    {"drawer", POLICY__HINT_DEBRIS},
    {"dropdown", POLICY__HINT_DEBRIS},
    {"endnote", POLICY__HINT_NOTES},
    {"endnotes", POLICY__HINT_NOTES},
    {"entry", POLICY__HINT_CONTENT},
    {"entrycontent", POLICY__HINT_BODY},
    {"entrymeta", POLICY__HINT_EDGE},
    {"facet", POLICY__HINT_EDGE},
    {"facets", POLICY__HINT_EDGE},
    {"feed", POLICY__HINT_EDGE},
    {"figcaption", POLICY__HINT_CAPTION},
    {"filters", POLICY__HINT_EDGE},
    {"flyout", POLICY__HINT_DEBRIS},
    {"fn", POLICY__HINT_NOTES},
    {"followus", POLICY__HINT_DEBRIS},
    {"foot", POLICY__HINT_EDGE},
    {"footer", POLICY__HINT_EDGE},
    {"footers", POLICY__HINT_EDGE},
    {"footnote", POLICY__HINT_NOTES},
    {"footnotes", POLICY__HINT_NOTES},
    {"forum", POLICY__HINT_THREAD},
    {"forumpost", POLICY__HINT_POST},
    {"forums", POLICY__HINT_THREAD},
    {"ftn", POLICY__HINT_NOTES},
    {"fulltext", POLICY__HINT_BODY},
    {"fussnote", POLICY__HINT_NOTES},
    {"fussnoten", POLICY__HINT_NOTES},
    {"gdpr", POLICY__HINT_NOTICE},
    {"hamburger", POLICY__HINT_DEBRIS},
    {"header", POLICY__HINT_EDGE},
    {"heading", POLICY__HINT_HEADING},
    {"headline", POLICY__HINT_HEADING},
    {"inhalt", POLICY__HINT_CONTENT},
    {"kommentar", POLICY__HINT_COMMENTS},
    {"kommentare", POLICY__HINT_COMMENTS},
    {"kommentarliste", POLICY__HINT_COMMENTS},
    {"legal", POLICY__HINT_EDGE},
    {"lightbox", POLICY__HINT_NOTICE},
    {"likes", POLICY__HINT_EDGE},
    {"login", POLICY__HINT_DEBRIS},
    {"loginform", POLICY__HINT_DEBRIS},
    {"logout", POLICY__HINT_DEBRIS},
    {"mailchimp", POLICY__HINT_DEBRIS},
    {"main", POLICY__HINT_CONTENT},
    {"maincontent", POLICY__HINT_CONTENT},
    {"mainmenu", POLICY__HINT_DEBRIS},
    {"mainnav", POLICY__HINT_DEBRIS},
    {"maintext", POLICY__HINT_BODY},
    {"markdown", POLICY__HINT_CONTENT},
    {"masthead", POLICY__HINT_EDGE},
    {"megamenu", POLICY__HINT_DEBRIS},
    {"menu", POLICY__HINT_DEBRIS},
    {"menubar", POLICY__HINT_DEBRIS},
    {"menus", POLICY__HINT_DEBRIS},
    {"message", POLICY__HINT_POST},
    {"messagelist", POLICY__HINT_THREAD},
    {"messages", POLICY__HINT_POST},
    {"meta", POLICY__HINT_EDGE},
    {"metadata", POLICY__HINT_EDGE},
    {"modal", POLICY__HINT_NOTICE},
    {"more", POLICY__HINT_EDGE},
    {"mostpopular", POLICY__HINT_DEBRIS},
    {"mostread", POLICY__HINT_DEBRIS},
    {"nav", POLICY__HINT_DEBRIS},
    {"navbar", POLICY__HINT_DEBRIS},
    {"navi", POLICY__HINT_DEBRIS},
    {"navigation", POLICY__HINT_DEBRIS},
    {"navigationmenu", POLICY__HINT_DEBRIS},
    {"navmenu", POLICY__HINT_DEBRIS},
    {"newsbody", POLICY__HINT_BODY},
    {"newscontent", POLICY__HINT_BODY},
    {"newsletter", POLICY__HINT_DEBRIS},
    {"newsletters", POLICY__HINT_DEBRIS},
    {"none", POLICY__HINT_LAYOUT},
    {"offcanvas", POLICY__HINT_DEBRIS},
    {"onetrust", POLICY__HINT_NOTICE},
    {"optin", POLICY__HINT_DEBRIS},
    {"options", POLICY__HINT_EDGE},
    {"outbrain", POLICY__HINT_DEBRIS},
    {"outreach", POLICY__HINT_DEBRIS},
    {"page", POLICY__HINT_CONTENT},
    {"pager", POLICY__HINT_DEBRIS},
    {"pagination", POLICY__HINT_DEBRIS},
    {"paginator", POLICY__HINT_DEBRIS},
    {"paging", POLICY__HINT_DEBRIS},
    {"partage", POLICY__HINT_DEBRIS},
    {"partager", POLICY__HINT_DEBRIS},
    {"partners", POLICY__HINT_EDGE},
    {"paywall", POLICY__HINT_DEBRIS},
    {"popular", POLICY__HINT_DEBRIS},
    {"popup", POLICY__HINT_NOTICE},
    {"popups", POLICY__HINT_NOTICE},
    {"post", POLICY__HINT_CONTENT},
    {"postbody", POLICY__HINT_BODY},
    {"postcontainer", POLICY__HINT_POST},
    {"postcontent", POLICY__HINT_BODY},
    {"postdate", POLICY__HINT_BYLINE},
    {"postmeta", POLICY__HINT_EDGE},
    {"postnav", POLICY__HINT_DEBRIS},
    {"presentation", POLICY__HINT_LAYOUT},
    {"prevnext", POLICY__HINT_DEBRIS},
    {"print", POLICY__HINT_DEBRIS},
    {"printonly", POLICY__HINT_DEBRIS},
    {"product", POLICY__HINT_CONTENT},
    {"profile", POLICY__HINT_EDGE},
    {"promo", POLICY__HINT_NOTICE},
    {"promos", POLICY__HINT_NOTICE},
    {"promotion", POLICY__HINT_DEBRIS},
    {"promotions", POLICY__HINT_DEBRIS},
    {"prose", POLICY__HINT_CONTENT},
    {"pubdate", POLICY__HINT_BYLINE},
    {"publicidad", POLICY__HINT_DEBRIS},
    {"publicite", POLICY__HINT_DEBRIS},
    {"publishdate", POLICY__HINT_BYLINE},
    {"published", POLICY__HINT_BYLINE},
    {"qapage", POLICY__HINT_THREAD},
    {"question", POLICY__HINT_POST},
    {"rail", POLICY__HINT_EDGE},
    {"rating", POLICY__HINT_EDGE},
    {"ratings", POLICY__HINT_EDGE},
    {"reacties", POLICY__HINT_COMMENTS},
    {"readmore", POLICY__HINT_EDGE},
    {"recommendation", POLICY__HINT_DEBRIS},
    {"recommendations", POLICY__HINT_DEBRIS},
    {"recommended", POLICY__HINT_DEBRIS},
    {"recommends", POLICY__HINT_DEBRIS},
    {"references", POLICY__HINT_NOTES},
    {"reflist", POLICY__HINT_NOTES},
    {"related", POLICY__HINT_DEBRIS},
    {"relatedarticles", POLICY__HINT_DEBRIS},
    {"relatedcontent", POLICY__HINT_DEBRIS},
    {"relatedposts", POLICY__HINT_DEBRIS},
    {"replies", POLICY__HINT_COMMENTS},
    {"reply", POLICY__HINT_COMMENTS},
    {"respond", POLICY__HINT_COMMENTS},
    {"review", POLICY__HINT_POST},
    {"reviews", POLICY__HINT_POST},
    {"richtext", POLICY__HINT_BODY},
    {"rss", POLICY__HINT_EDGE},
    {"screenreader", POLICY__HINT_HIDDEN},
    {"searchbar", POLICY__HINT_DEBRIS},
    {"searchbox", POLICY__HINT_DEBRIS},
    {"searchform", POLICY__HINT_DEBRIS},
    {"secondary", POLICY__HINT_EDGE},
    {"sectiontitle", POLICY__HINT_HEADING},
    {"share", POLICY__HINT_DEBRIS},
    {"shareaholic", POLICY__HINT_DEBRIS},
    {"sharebar", POLICY__HINT_DEBRIS},
    {"sharedaddy", POLICY__HINT_DEBRIS},
    {"shares", POLICY__HINT_DEBRIS},
    {"sharing", POLICY__HINT_DEBRIS},
    {"showthread", POLICY__HINT_THREAD},
    {"sidebar", POLICY__HINT_EDGE},
    {"sidebars", POLICY__HINT_EDGE},
    {"sidenav", POLICY__HINT_DEBRIS},
    {"signin", POLICY__HINT_DEBRIS},
    {"signup", POLICY__HINT_DEBRIS},
    {"sitenav", POLICY__HINT_DEBRIS},
    {"skip", POLICY__HINT_DEBRIS},
    {"skiplink", POLICY__HINT_DEBRIS},
    {"skiplinks", POLICY__HINT_DEBRIS},
    {"social", POLICY__HINT_DEBRIS},
    {"sociallinks", POLICY__HINT_DEBRIS},
    {"socialmedia", POLICY__HINT_DEBRIS},
    {"socials", POLICY__HINT_DEBRIS},
    {"socialshare", POLICY__HINT_DEBRIS},
    {"sort", POLICY__HINT_EDGE},
    {"sorting", POLICY__HINT_EDGE},
    {"sponsor", POLICY__HINT_DEBRIS},
    {"sponsored", POLICY__HINT_DEBRIS},
    {"sronly", POLICY__HINT_HIDDEN},
    {"story", POLICY__HINT_CONTENT},
    {"storybody", POLICY__HINT_BODY},
    {"storycontent", POLICY__HINT_BODY},
    {"storytext", POLICY__HINT_BODY},
    {"subheading", POLICY__HINT_HEADING},
    {"submenu", POLICY__HINT_DEBRIS},
    {"subnav", POLICY__HINT_DEBRIS},
    {"subscribe", POLICY__HINT_DEBRIS},
    {"subscription", POLICY__HINT_DEBRIS},
    {"subscriptions", POLICY__HINT_DEBRIS},
    {"subtitle", POLICY__HINT_HEADING},
    {"summary", POLICY__HINT_CONTENT},
    {"supplementary", POLICY__HINT_EDGE},
    {"syndication", POLICY__HINT_DEBRIS},
    {"tableofcontents", POLICY__HINT_EDGE},
    {"taboola", POLICY__HINT_DEBRIS},
    {"tagcloud", POLICY__HINT_DEBRIS},
    {"taglist", POLICY__HINT_EDGE},
    {"tags", POLICY__HINT_EDGE},
    {"teaser", POLICY__HINT_DEBRIS},
    {"teasers", POLICY__HINT_DEBRIS},
    {"teilen", POLICY__HINT_DEBRIS},
    {"tertiary", POLICY__HINT_EDGE},
    {"testo", POLICY__HINT_CONTENT},
    {"text", POLICY__HINT_CONTENT},
    {"texte", POLICY__HINT_CONTENT},
    {"texto", POLICY__HINT_CONTENT},
    {"thread", POLICY__HINT_THREAD},
    {"threadlist", POLICY__HINT_THREAD},
    {"threadpost", POLICY__HINT_POST},
    {"threads", POLICY__HINT_THREAD},
    {"timestamp", POLICY__HINT_BYLINE},
    {"title", POLICY__HINT_HEADING},
    {"toc", POLICY__HINT_EDGE},
    {"toolbar", POLICY__HINT_DEBRIS},
    {"toolbox", POLICY__HINT_DEBRIS},
    {"tools", POLICY__HINT_EDGE},
    {"topbar", POLICY__HINT_EDGE},
    {"topic", POLICY__HINT_THREAD},
    {"topnav", POLICY__HINT_DEBRIS},
    {"trending", POLICY__HINT_DEBRIS},
    {"upsell", POLICY__HINT_DEBRIS},
    {"utilities", POLICY__HINT_EDGE},
    {"utility", POLICY__HINT_EDGE},
    {"verwandte", POLICY__HINT_DEBRIS},
    {"viewtopic", POLICY__HINT_THREAD},
    {"visuallyhidden", POLICY__HINT_HIDDEN},
    {"vote", POLICY__HINT_EDGE},
    {"votes", POLICY__HINT_EDGE},
    {"werbung", POLICY__HINT_DEBRIS},
    {"wpcaption", POLICY__HINT_CAPTION},
};

enum { LONGEST = 24, WORDS = sizeof words / sizeof *words };

_Static_assert(WORDS * 3 < POLICY__HINT_SLOTS, "most slots are free");

static uint32_t mix(uint32_t hash, char letter) {
  return hash * 31 + (unsigned char)letter;
}

static uint32_t slot_of(uint32_t hash) {
  return hash * 0x9E3779B1u >> 16 & (POLICY__HINT_SLOTS - 1);
}

void policy__html_hints_init(policy__html_hint_table *table) {
  memset(table, 0, sizeof *table);
  for (uint16_t n = 0; n < WORDS; n++) {
    uint32_t hash = 0;
    for (const char *c = words[n].word; *c != '\0'; c++) hash = mix(hash, *c);
    uint32_t slot = slot_of(hash);
    while (table->slots[slot] != 0) slot = (slot + 1) & (POLICY__HINT_SLOTS - 1);
    table->slots[slot] = (uint16_t)(n + 1);
  }
}

static uint16_t look_up(const policy__html_hint_table *table, uint32_t hash, const char *word, size_t size) {
  for (uint32_t slot = slot_of(hash); table->slots[slot] != 0; slot = (slot + 1) & (POLICY__HINT_SLOTS - 1)) {
    const char *other = words[table->slots[slot] - 1].word;
    size_t i = 0;
    while (i < size && word[i] == other[i]) i++;
    if (i == size && other[i] == '\0') return words[table->slots[slot] - 1].hints;
  }
  return 0;
}

static bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

static bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/* The hints of one name: the last of its words says what it is, and "post-footer" is no post. */
static uint16_t settle(uint16_t all, uint16_t last) {
  bool edge = (last & (POLICY__HINT_EDGE | POLICY__HINT_DEBRIS)) != 0 && (last & POLICY__HINT_CONTENT) == 0;
  return edge ? (uint16_t)(all & ~POLICY__HINT_CONTENT) : all;
}

uint16_t policy__html_hints(const policy__html_hint_table *table, policy_string names) {
  char letters[4 * LONGEST];       /* the word before, and the word, somewhere */
  uint32_t hash = 0, together = 0; /* of the word, and of both */
  size_t begin = 0, before = 0, size = 0;
  uint16_t hints = 0, name = 0, last = 0;
  for (size_t i = 0; i <= names.size; i++) {
    char c = i < names.size ? names.data[i] : ' ';
    bool letter = is_lower(c) || is_upper(c), hump = is_upper(c) && i > 0 && is_lower(names.data[i - 1]);
    if ((!letter || hump) && size > 0) {
      last = look_up(table, hash, letters + begin + before, size);
      name |= last;
      if (before > 0) name |= look_up(table, together, letters + begin, before + size);
      begin += before;
      before = size;
      size = 0;
      together = hash;
      hash = 0;
      if (begin + before > 3 * LONGEST) begin = before = 0;
    }
    if (!letter && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
      hints |= settle(name, last);
      begin = before = name = last = 0;
    }
    if (!letter || size == LONGEST) continue;
    c |= 32;
    letters[begin + before + size++] = c;
    hash = mix(hash, c);
    together = mix(together, c);
  }
  return hints;
}
