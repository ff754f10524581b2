/* The phrases with which sites surround a text. */
#include "read/boilerplate.h"
#include "read/scan.h"
#include "text/utf8.h"

enum { LONGEST = 160 };

/* The whole of a line, its signs aside, wherever it stands. */
static const char *const phrases[] = {
    "back to top", "back to the top", "return to top", "go to top", "top of page", "scroll to top",
    "back to home", "skip to content", "skip to main content", "skip to navigation", "skip navigation",
    "jump to content", "comments are closed", "comments closed", "no comments", "no comments yet",
    "leave a comment", "leave a reply", "post a comment", "add a comment", "add comment", "view comments",
    "show comments", "load comments", "share this", "share this article", "share this page",
    "share this post", "share this story", "share on", "share via", "share with", "copy link", "copy url",
    "email this", "print this", "print this page", "print this article", "print page", "print article",
    "printer friendly", "printer friendly version", "download pdf", "download the pdf",
    "download this article", "view pdf", "open pdf", "pdf version", "read more", "read more here",
    "show more", "view more", "load more", "continue reading", "continued on next page", "click here",
    "tap here", "related articles", "related content", "related posts", "related stories",
    "you may also like", "you might also like", "recommended for you", "more from this author",
    "more from the author", "more by this author", "most read", "most viewed", "trending now", "latest posts",
    "recent posts", "recent comments", "popular posts", "editor's picks", "editors picks", "next page",
    "previous page", "next article", "previous article", "next post", "previous post", "older posts",
    "newer posts", "my account", "subscribe now", "subscribe today", "donate now", "main menu",
    "main navigation", "toggle navigation", "open menu", "close menu", "search this site", "search form",
    "sitemap", "cookie policy", "cookie settings", "cookie preferences", "accept cookies", "accept all",
    "accept all cookies", "reject all", "manage cookies", "advertisement", "sponsored content",
    "all rights reserved", "follow us", "follow us on", "connect with us", "stay connected", "stay informed",
    "stay up to date", "please wait", "rss feed", "pin it", "filed under", "blogroll",
    "this page intentionally left blank", "this page is intentionally left blank", "intentionally left blank",
    "powered by wordpress", "proudly powered by wordpress", "end of document"};

/* The whole of a line that may be a heading too: debris at the edges of a text alone. */
static const char *const words[] = {
    "comments", "share", "print", "save", "download", "learn more", "find out more", "see more", "view all",
    "see all", "show all", "more info", "continued", "related", "related topics", "related news",
    "related links", "related items", "most popular", "trending", "latest news", "next", "previous", "log in",
    "login", "log out", "sign in", "sign up", "sign out", "register", "subscribe", "unsubscribe", "donate",
    "menu", "navigation", "close", "search", "site map", "home page", "contact us", "about us", "privacy",
    "privacy policy", "privacy notice", "cookies", "terms of use", "terms of service", "terms and conditions",
    "legal notice", "disclaimer", "accessibility", "accessibility statement", "advertisements", "advertising",
    "sponsored", "loading", "image", "photo", "video", "listen", "play", "pause", "watch", "gallery",
    "facebook", "twitter", "linkedin", "instagram", "youtube", "whatsapp", "telegram", "reddit", "pinterest",
    "tumblr", "rss", "email", "e-mail", "tweet", "like", "tags", "categories", "archives", "home", "about",
    "news", "blog", "faq", "careers", "press", "events", "publications", "en", "english"};

/* What a notice begins with, whatever follows. */
static const char *const notices[] = {
    "this website uses cookies", "this site uses cookies", "we use cookies", "our website uses cookies",
    "by continuing to use this", "by continuing to browse", "by using this site", "copyright \xC2\xA9",
    "\xC2\xA9", "copyright (c) ", "(c) copyright", "all rights reserved", "javascript is ",
    "please enable javascript", "enable javascript", "your browser does not", "you need to enable javascript",
    "your email address will not be published", "required fields are marked", "notify me of ",
    "you must be logged in to ", "reprinted with permission", "press ctrl", "press enter to ", "press esc",
    "press f11", "click here to ", "tap here to "};

/* What a short line without a stop begins with. */
static const char *const openings[] = {
    "share this ", "share on ", "share via ", "tweet this", "click to ", "tap to ", "skip to ",
    "sign up for our", "sign up to our", "sign up for the newsletter", "subscribe to our ",
    "get our newsletter", "join our mailing", "join our newsletter", "join the conversation", "follow us on ",
    "follow us at ", "like us on ", "find us on ", "powered by ", "website by ", "site by ", "designed by ",
    "you are here:", "filed under:", "download this article", "download this page", "download this report",
    "print this ", "email this ", "save this article", "save this page", "view this article",
    "view this page", "read the full article", "read the full story", "read the full report", "read next",
    "up next", "advertisement ", "last modified", "page last ", "back to all", "back to home", "back to main",
    "back to previous", "back to list", "back to results"};

/* What a call to the reader begins with, at the edges of a text. */
static const char *const calls[] = {
    "join ", "subscribe ", "sign up", "follow ", "share ", "print ", "download ", "click ", "press ",
    "log in", "register ", "donate ", "view ", "visit ", "like ", "tweet ", "email ", "save ", "copy ",
    "watch ", "listen ", "read ", "see all ", "get ", "more ", "skip ", "support ", "become ", "discover ",
    "explore ", "browse ", "search ", "latest ", "related ", "recent ", "popular ", "contact ", "return to ",
    "back to ", "go back to ", "posted in "};

static policy_string without_signs(policy_string line) {
  policy_string bare = policy__strip(line, ".!:;,*|<>[](){}+-_=#/\\~^`\"'");
  while (bare.size > 0) {
    const char *p = bare.data;
    if ((policy__classify(policy__utf8_next(&p)) & (POLICY__SYMBOL | POLICY__PUNCTUATION)) == 0) break;
    if (policy__first_point(bare) == 0xA9) break;
    bare = policy__trim(policy__piece(bare, (size_t)(p - bare.data), bare.size));
  }
  return policy__strip(bare, ".!:;,*|<>[](){}+-_=#/\\~^`\"'");
}

static bool is_digits(policy_string text) {
  for (size_t i = 0; i < text.size; i++)
    if ((unsigned)(text.data[i] - '0') > 9) return false;
  return text.size > 0;
}

/* A line of a year, a name and a sign of copyright. */
static bool is_copyright(policy_string line) {
  size_t at = policy__begins(line, "copyright");
  if (at == 0 && policy__begins(line, "(c) ") > 0) at = 4;
  if (at == 0 && policy__begins(line, "crown copyright") > 0) return true;
  if (at == 0) return false;
  policy_string rest = policy__trim(policy__piece(line, at, line.size));
  return rest.size > 4 && (rest.data[0] == '1' || rest.data[0] == '2') && is_digits(policy__piece(rest, 0, 4));
}

/* The lists are long and lines are many: a look at the first letter spares most calls. */
static char first_letter(policy_string line) {
  if (line.size == 0) return '\0';
  return line.data[0] >= 'A' && line.data[0] <= 'Z' ? (char)(line.data[0] + 32) : line.data[0];
}

static bool is_one_of(policy_string line, const char *const *list, size_t count) {
  char first = first_letter(line);
  for (size_t i = 0; i < count; i++)
    if (list[i][0] == first && policy__equals(line, list[i])) return true;
  return false;
}

static bool begins_one_of(policy_string line, const char *const *list, size_t count) {
  char first = first_letter(line);
  for (size_t i = 0; i < count; i++)
    if (list[i][0] == first && policy__begins(line, list[i]) > 0) return true;
  return false;
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Whether a line has few words and does not end as a sentence does. */
static bool is_brief(policy_string line) {
  enum { WORDS = 8 };
  uint32_t last = policy__last_point(line);
  size_t at = 0, count = 0;
  if (last == '.' || last == '?' || last == ':' || last == ';') return false;
  while (count <= WORDS && policy__next_word(line, &at).size > 0) count++;
  return count <= WORDS;
}

bool policy__is_site_phrase(policy_string line) {
  if (line.size > LONGEST) return false;
  return is_one_of(without_signs(line), phrases, COUNT(phrases)) ||
         begins_one_of(line, notices, COUNT(notices)) ||
         (begins_one_of(line, openings, COUNT(openings)) && is_brief(line)) || is_copyright(line);
}

bool policy__is_site_edge(policy_string line) {
  enum { LONGEST_CALL = 80 };
  if (line.size > LONGEST_CALL) return false;
  if (policy__is_site_phrase(line) || is_one_of(without_signs(line), words, COUNT(words))) return true;
  return begins_one_of(line, calls, COUNT(calls)) && is_brief(line);
}
